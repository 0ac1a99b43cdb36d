import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { ApplicationAssessment, Assessment } from './assessment/assessment.ts';
import { reasonOf, shownPath, type OutputFile, type WriteOptions } from './files.ts';
import type { Finding } from './finding.ts';
import type { GivenForm } from './check.ts';
import type { FilledForm } from './form/fill.ts';
import { documentNames } from './form/document-names.ts';
import type { FormReading } from './form/read-form.ts';
import type { Artifact, ShownDocument } from './render/summary.ts';
import type { Answers } from './requirements/form.ts';
import { listed } from './text/wording.ts';
import type { Settings } from './settings/settings.ts';

/** One document of an application, ready to be written and uploaded. */
export interface Document extends OutputFile {
  readonly application: string;
  readonly kind: ShownDocument['kind'];
  /** File name for the artifact: its own, or one made of the artifact's name. */
  readonly artifactName: string;
}

interface Documents {
  readonly files: readonly Document[];
  /** Paths of documents that an earlier run may have made for these applications and this one doesn't make. */
  readonly obsolete: readonly string[];
  /** What the user should know of them; an `error` means that a promised document could not be made. */
  readonly findings: readonly Finding[];
}

/** The user's copy of HMRC's form, as it was read; or why it could not be. */
interface FormTemplate {
  /** As it is shown. */
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
  readonly form: GivenForm;
}

/** Reads the copy of HMRC's form that the settings name: what is answered in it counts as given. */
export async function readTemplate({
  output: { formTemplate, checklist },
  programme,
  workspace,
}: Settings): Promise<FormTemplate | undefined> {
  if (formTemplate === undefined || checklist === undefined) {
    return undefined;
  }
  const path = shownPath(formTemplate, workspace);
  try {
    const bytes = await readFile(formTemplate);
    const { readForm } = await import('./form/read-form.ts');
    const reading = readForm(bytes, programme);
    return {
      path,
      bytes,
      form: 'refused' in reading ? unusable(notFilledIn(path, reading)) : givenForm(path, reading),
    };
  } catch (error) {
    const message = `form-template '${path}' can't be read: ${reasonOf(error)}.`;
    const next = "Put your copy of HMRC's form there, or leave form-template out for our own checklist.";
    return { path, bytes: undefined, form: unusable(message, next) };
  }
}

function givenForm(path: string, { answers, version, missing }: FormReading): GivenForm {
  const message = `${path} has no field that could be found for ${listed(missing.map((name) => `'${name}'`))}.`;
  const next = 'Fill it in by hand, or give the form as HMRC offers it.';
  const findings: readonly Finding[] =
    missing.length === 0 ? [] : [{ kind: 'form', severity: 'warning', message, next }];
  return { answers, version: version?.version, findings };
}

/** The tests may be proven all the same; the form can't be sent. */
function unusable(message: string, next?: string): GivenForm {
  return { answers: {}, version: undefined, findings: [{ kind: 'document', severity: 'error', message, next }] };
}

function notFilledIn(path: string, { refused }: { readonly refused: string }): string {
  return `form-template '${path}' was not filled in: ${refused}`;
}

/**
 * Makes the checklist of each application: the user's copy of HMRC's form filled in where one is given, else our own.
 * A form that can't be filled in is an error, and our own checklist stands in for it: nothing gathered is lost. Beside a
 * filled-in form stands a note on how to submit it and, once nothing is in the way, a draft mail.
 */
export async function makeDocuments(
  assessment: Assessment,
  settings: Settings,
  template: FormTemplate | undefined,
): Promise<Documents> {
  const { checklist } = settings.output;
  if (checklist === undefined) {
    return { files: [], obsolete: [], findings: [] };
  }
  const findings: Finding[] = [];
  const files: Document[] = [];
  for (const [index, application] of assessment.applications.entries()) {
    const task: Task = {
      assessment,
      application,
      // Those typed into the form stand in it already.
      answers: settings.applications[index]?.answers ?? {},
      placeOf: placer(settings, checklist, index),
    };
    const filled = template?.bytes === undefined ? undefined : await fillIn(template.bytes, template.path, task);
    // What was seen when the form was read is told already.
    const told = new Set(template?.form.findings.map(({ message }) => message));
    findings.push(...(filled?.findings ?? []).filter(({ message }) => !told.has(message)));
    files.push(
      ...(filled?.files ?? [await ownChecklist(task, template === undefined ? endings.form : endings.evidence)]),
    );
  }
  return { files, obsolete: obsoletePaths(settings, checklist, files), findings };
}

/** What `writeFiles` has to know of a run. */
export function writeOptions(settings: Settings, { files }: Assessment, { obsolete }: Documents): WriteOptions {
  return { workspace: settings.workspace, inputs: () => inputsOf(settings, files), obsolete };
}

function* inputsOf(
  { workspace, configuration, output: { formTemplate } }: Settings,
  reports: Assessment['files'],
): Generator<readonly [path: string, name: string]> {
  for (const { path, provenance } of reports) {
    // Those of earlier runs are read from archives.
    if (provenance === undefined) yield [join(workspace, path), 'a report that was read'];
  }
  if (formTemplate !== undefined) yield [formTemplate, 'your form-template'];
  if (configuration !== undefined) yield [resolve(workspace, configuration), 'your configuration'];
}

/** How the names of documents end that are made of the checklist's; what an earlier run left under one of them is replaced. */
const endings = {
  form: '.docx',
  /** A form of a run that isn't ready. */
  draft: '-draft.docx',
  /** Our own checklist, in place of a form that could not be filled in: nobody should take it for the form. */
  evidence: '-evidence.docx',
  note: '-submission.html',
  /** As versions before this one called the note. */
  formerNote: '-submission.md',
  mail: '.eml',
  calendar: '-deadline.ics',
} as const;

function obsoletePaths(settings: Settings, checklist: string, files: readonly Document[]): readonly string[] {
  const written = new Set(files.map(({ path }) => path));
  return settings.applications
    .flatMap((_, index) => Object.values(endings).map((ending) => placer(settings, checklist, index)(ending).path))
    .filter((path) => !written.has(path));
}

/** The badge as SVG and for shields.io, where one is asked for. */
export async function makeBadge(
  assessment: Assessment,
  { output: { badge } }: Settings,
): Promise<readonly OutputFile[]> {
  if (badge === undefined) {
    return [];
  }
  const { renderBadgeJson, renderBadgeSvg } = await import('./render/badge.ts');
  return [
    { path: badge.svg, content: renderBadgeSvg(assessment) },
    { path: badge.json, content: renderBadgeJson(assessment) },
  ];
}

/**
 * The documents as renderers show them.
 *
 * @param artifacts By the documents' places; undefined where one was not uploaded.
 */
export function shownDocuments(
  documents: readonly Document[],
  artifacts: readonly (Artifact | undefined)[],
  workspace: string,
): readonly ShownDocument[] {
  return documents.map(({ application, kind, path }, index) => ({
    application,
    kind,
    file: shownPath(path, workspace),
    artifact: artifacts[index],
  }));
}

interface Task {
  readonly assessment: Assessment;
  readonly application: ApplicationAssessment;
  readonly answers: Answers;
  readonly placeOf: (ending: string) => Pick<Document, 'application' | 'path' | 'artifactName' | 'derived'>;
}

/**
 * Paths and artifact names of one application's documents. The checklist of a single application keeps the user's own
 * path to the letter; several have their names in theirs.
 */
function placer(
  { output, applications, programme, publish }: Settings,
  checklist: string,
  index: number,
): Task['placeOf'] {
  const names = applications.map(({ name }) => name ?? '');
  const stem = basename(checklist, extname(checklist));
  const artifactStem = output.artifactName ?? [stem, ...suffixOf(publish.name)].join('-');
  return (ending) => {
    const own = names.length === 1 ? `${stem}${ending}` : documentNames(stem, names, ending)[index];
    const path = join(dirname(checklist), own ?? `${stem}${ending}`);
    return {
      application: applications[index]?.name ?? programme.name,
      path,
      derived: path !== checklist,
      artifactName: documentNames(artifactStem, names, ending)[index] ?? `${artifactStem}${ending}`,
    };
  };
}

/** Two uses of the action in one workflow run need artifacts of different names. */
function suffixOf(use: string | undefined): readonly string[] {
  const suffix = (use ?? '').replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  return suffix === '' ? [] : [suffix];
}

async function ownChecklist({ assessment, application, answers, placeOf }: Task, ending: string): Promise<Document> {
  const { renderChecklist } = await import('./render/checklist.ts');
  return { kind: 'own', ...placeOf(ending), content: await renderChecklist(assessment, application, answers) };
}

async function fillIn(
  template: Uint8Array,
  path: string,
  task: Task,
): Promise<{ files?: readonly Document[]; findings: readonly Finding[] }> {
  const { assessment, application, answers, placeOf } = task;
  const { fillForm } = await import('./form/fill.ts');
  const { formFilling } = await import('./form/filling.ts');
  const filled = fillForm(template, formFilling(assessment, application, answers));
  if ('refused' in filled) {
    return { findings: [said('error', notFilledIn(path, filled))] };
  }
  const toCheck = [
    ...filled.notFound.map((field) => `The form has no field '${field}' that could be found: fill it in by hand.`),
    ...filled.unknownLabels.map((label) => `The form has a field '${label}' that is not known: fill it in by hand.`),
    ...filled.remarks,
  ];
  const place = placeOf(application.verdict === 'ready' ? endings.form : endings.draft);
  const form: Document = { kind: 'form', ...place, content: filled.document };
  return {
    files: [form, ...(await companions(filled, toCheck, basename(form.path), task))],
    findings: toCheck.map((message) => said('notice', `${path}: ${message}`)),
  };
}

function said(severity: Finding['severity'], message: string): Finding {
  return { kind: 'document', severity, message };
}

/** What stands beside a filled-in form: the note on how to submit it, the mail, the deadline. */
async function companions(
  filled: FilledForm,
  toCheck: readonly string[],
  name: string,
  { assessment, application, answers, placeOf }: Task,
): Promise<readonly Document[]> {
  const { renderDeadline, renderDraftMail } = await import('./form/submission.ts');
  const { renderSubmissionNote } = await import('./form/note.ts');
  const { document: bytes, lacking, byHand, version } = filled;
  const [draft, calendar] = [placeOf(endings.mail), placeOf(endings.calendar)];
  const mail = renderDraftMail(assessment, application, answers, { name, bytes, lacking });
  const deadline = renderDeadline(assessment, application, name);
  const note = renderSubmissionNote(assessment, application, {
    document: { name, version: version?.name },
    draft: mail === undefined ? undefined : basename(draft.path),
    calendar: deadline === undefined ? undefined : basename(calendar.path),
    lacking,
    byHand,
    toCheck,
    answers,
  });
  return [
    { kind: 'note', ...placeOf(endings.note), content: note },
    ...(mail === undefined ? [] : [{ kind: 'mail' as const, ...draft, content: mail }]),
    ...(deadline === undefined ? [] : [{ kind: 'calendar' as const, ...calendar, content: deadline }]),
  ];
}
