import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import type { ApplicationAssessment, Assessment } from './assessment/assessment.ts';
import { documentNames } from './render/document-names.ts';
import type { Problem } from './problem.ts';
import type { Answer, Settings } from './settings/settings.ts';

/** One document of an application, ready to be written and uploaded. */
export interface Document {
  readonly application: string;
  /** Our own checklist, or HMRC's form filled in. */
  readonly kind: 'own' | 'form';
  /** Absolute. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Documents {
  readonly checklists: readonly Document[];
  /** What the user should know of them; an `error` means that a promised document could not be made. */
  readonly problems: readonly Problem[];
}

/**
 * Makes one checklist for each application: the user's copy of HMRC's form filled in where one is given, else our own.
 * A form that can't be filled in is an error, and our own checklist stands in for it: nothing gathered is lost.
 */
export async function makeDocuments(assessment: Assessment, settings: Settings): Promise<Documents> {
  const { checklist, formTemplate } = settings.output;
  const names = fileNames(checklist, assessment.applications);
  const template = formTemplate === undefined ? undefined : await readTemplate(formTemplate, settings.workspace);
  const checklists: Document[] = [];
  const problems: Problem[] = template?.problem === undefined ? [] : [template.problem];
  for (const [index, application] of assessment.applications.entries()) {
    const answers = answersOf(settings, application.name);
    const path = join(dirname(checklist), names[index] ?? basename(checklist));
    const form =
      template?.bytes === undefined
        ? undefined
        : await fillIn(template.bytes, template.path, assessment, application, answers);
    problems.push(...(form?.problems ?? []));
    checklists.push({
      application: application.name,
      path,
      ...(form?.bytes === undefined
        ? { kind: 'own' as const, bytes: await ownChecklist(assessment, application, answers) }
        : { kind: 'form' as const, bytes: form.bytes }),
    });
  }
  return { checklists, problems };
}

/** The user's own path for a single application; with the application's name in it for several. */
function fileNames(checklist: string, applications: readonly ApplicationAssessment[]): readonly string[] {
  if (applications.length === 1) return [basename(checklist)];
  const extension = extname(checklist);
  const names = applications.map(({ name }) => name);
  return documentNames(basename(checklist, extension), names, extension);
}

/** Answers to the form's questions for one application: its own go before the shared ones. */
export function answersOf(settings: Settings, application: string): Readonly<Record<string, Answer>> {
  return { ...settings.answers, ...settings.applicationAnswers[application] };
}

async function ownChecklist(
  assessment: Assessment,
  application: ApplicationAssessment,
  answers: Readonly<Record<string, Answer>>,
): Promise<Uint8Array> {
  const { renderChecklist } = await import('./render/checklist.ts');
  return renderChecklist(assessment, application, answers);
}

async function readTemplate(
  path: string,
  workspace: string,
): Promise<{ path: string; bytes?: Uint8Array; problem?: Problem }> {
  const shown = shownPath(path, workspace);
  try {
    return { path: shown, bytes: await readFile(path) };
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : reason(error);
    return {
      path: shown,
      problem: {
        kind: 'form',
        severity: 'error',
        message: `form-template '${shown}' can't be read: ${why}. Put your copy of HMRC's form there, or leave form-template out for our own checklist.`,
      },
    };
  }
}

async function fillIn(
  template: Uint8Array,
  path: string,
  assessment: Assessment,
  application: ApplicationAssessment,
  answers: Readonly<Record<string, Answer>>,
): Promise<{ bytes?: Uint8Array; problems: readonly Problem[] }> {
  const { fillForm } = await import('./render/form/fill.ts');
  const { formFilling } = await import('./render/form/filling.ts');
  const filled = await fillForm(template, formFilling(assessment, application, answers));
  if ('refused' in filled) {
    return {
      problems: [
        { kind: 'form', severity: 'error', message: `form-template '${path}' was not filled in: ${filled.refused}` },
      ],
    };
  }
  const message = (text: string): Problem => ({ kind: 'form', severity: 'warning', message: `${path}: ${text}` });
  return {
    bytes: filled.document,
    problems: [
      ...filled.notFound.map((field) =>
        message(`the form has no field '${field}' that could be found; fill it in by hand.`),
      ),
      ...filled.unknownLabels.map((label) =>
        message(`the form has a field '${label}' that is not known; fill it in by hand.`),
      ),
      ...filled.remarks.map(message),
    ],
  };
}

/** The verdict as a badge, as text by absolute path; nothing unless it was asked for. */
export async function makeBadge(
  assessment: Assessment,
  { output: { badge } }: Settings,
): Promise<readonly (readonly [path: string, content: string])[]> {
  if (badge === undefined) return [];
  const { renderBadgeJson, renderBadgeSvg } = await import('./render/badge.ts');
  return [
    [badge.svg, renderBadgeSvg(assessment)],
    [badge.json, renderBadgeJson(assessment)],
  ];
}

/** Writes a file and the folders on its way. Returns what kept it from being written. */
export async function writeOutput(
  path: string,
  content: string | Uint8Array,
  workspace: string,
): Promise<Problem | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return undefined;
  } catch (error) {
    return {
      kind: 'publishing',
      severity: 'warning',
      message: `${shownPath(path, workspace)} could not be written: ${reason(error)}.`,
    };
  }
}

/** Relative to the workspace with forward slashes, for people and outputs. */
export function shownPath(path: string, workspace: string): string {
  return relative(workspace, path).split(sep).join('/');
}

/** What the system says, without Node's call and path behind it. */
function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split(',', 1)[0] ?? text;
}
