import { assess } from './assessment/assess.ts';
import { fatalOf, type Assessment } from './assessment/assessment.ts';
import { type CheckOptions, readReports } from './check.ts';
import { makeBadge, makeDocuments, readTemplate, shownChecklists, writeOptions, type Document } from './documents.ts';
import { fileAt, shownPath, writeFiles } from './files.ts';
import type { Finding } from './finding.ts';
import { annotations } from './render/annotations.ts';
import { renderJUnit } from './render/junit.ts';
import { renderReport } from './render/report.ts';
import { publishVerdict, unpublishedText, withdrawVerdict } from './publishing.ts';
import { renderSummary } from './render/summary.ts';
import { renderTerminal } from './render/terminal.ts';
import { verdictOutputs } from './render/outputs.ts';
import { formatComplaints } from './settings/complaint.ts';
import { readSettings } from './settings/read.ts';
import type { Settings } from './settings/settings.ts';
import { settingsTable } from './settings/table.ts';
import type { Instant } from './time/instant.ts';
import type { Checked } from './verify.ts';
import type { UploadedArtifact } from './github/artifact-upload.ts';
import { readRunContext, type RunContext } from './github/context.ts';
import * as step from './github/step.ts';

/**
 * The whole action, once: inputs → settings → earlier results → check → documents → publish → outputs → verdict.
 * Ends by outputs and, when needed, a failed step; never by an exception for what a user can put right.
 *
 * @param now The clock, UTC.
 */
export async function main(now: Instant): Promise<void> {
  const workspace = process.env['GITHUB_WORKSPACE'] || process.cwd();
  const values = actionInputs();
  step.maskToken(values['github-token']);
  const read = await readSettings({ values, spokenAs: 'input', workspace, now });
  if ('complaints' in read) {
    step.setOutputs({ verdict: 'not-ready' });
    const mistakes = formatComplaints(read.complaints);
    step.fail(mistakes);
    step.annotate(await withdrawVerdict(values, mistakes));
    return;
  }
  const { settings } = read;
  const context = await readRunContext(process.env);
  step.annotate(settings.remarks.map((message) => ({ kind: 'settings', severity: 'notice', message })));

  const template = await readTemplate(settings);
  const earlier = await earlierResults(settings, context, now);
  const input = await step.group('Reading reports', () =>
    readReports(settings, {
      now,
      ...(earlier === undefined ? {} : { earlier }),
      form: template?.form,
      progress: step.info,
    }),
  );
  const assessment = assess(input, now);
  step.info(renderTerminal(assessment, { colour: false, width: 120 }));

  const documents = await makeDocuments(assessment, settings, template);
  const uploads = await upload(settings, documents.files);
  const links = { checklists: shownChecklists(documents.files, workspace), artifacts: uploads.artifacts };
  const report = fileAt(settings.output.report, () => renderReport(assessment, links));
  const written = await writeFiles(
    [
      ...documents.files,
      ...report,
      ...fileAt(settings.output.junit, () => renderJUnit(assessment)),
      ...(await makeBadge(assessment, settings)),
    ],
    writeOptions(settings, assessment, documents),
  );
  const verified = await verifyCommitted(settings, { input, assessment, now });
  const problems = [...documents.problems, ...uploads.problems, ...written.problems, ...verified.problems];
  const told = problems.filter(({ severity }) => severity !== 'notice').map(({ message }) => message);
  const unshown = await step.writeSummary(renderSummary(assessment, { ...links, notPublished: told }));
  if (verified.summary !== undefined) {
    await step.writeSummary(verified.summary);
  }
  const isWritten = (file: string): boolean => written.written.includes(file);
  // Before anything that may hang: a job that is ended meanwhile keeps them.
  step.setOutputs({
    ...verdictOutputs(assessment),
    checklist: onLines(links.checklists.map(({ file }) => file).filter(isWritten)),
    report: onLines(report.map(({ path }) => shownPath(path, workspace)).filter(isWritten)),
    'artifact-id': onLines(uploads.checklists.map(({ id }) => String(id))),
    'artifact-url': onLines(uploads.checklists.map(({ url }) => url)),
  });
  const unpublished = await publishVerdict(assessment, settings, {
    context,
    summary: { ...links, notPublished: told },
    inputs: values,
  });
  if (unpublished.length > 0) {
    await step.writeSummary(unpublishedText(unpublished));
  }

  const warnings = [...problems, ...listed(unshown), ...unpublished];
  annotate(assessment, warnings);
  const broken = warnings.filter(({ severity }) => severity === 'error');
  const fatal = fatalOf(assessment);
  if (fatal.length > 0) step.fail(failure(fatal.map(({ message }) => message)));
  else if (broken.length > 0) step.fail(failure(broken.map(({ message }) => message)));
}

/** The filled-in form of the repository, held against the reports; what is wrong with it fails the step. */
async function verifyCommitted(
  settings: Settings,
  checked: Checked,
): Promise<{ readonly problems: readonly Finding[]; readonly summary?: string }> {
  if (settings.verifyForm === undefined) {
    return { problems: [] };
  }
  const { verify } = await import('./verify.ts');
  const { renderVerified, renderVerifiedSummary } = await import('./form/verify/text.ts');
  const verified = await verify(settings, settings.verifyForm, checked);
  if ('refused' in verified) {
    return { problems: [{ kind: 'form', severity: 'error', message: verified.refused }] };
  }
  const context = { path: verified.path, programme: settings.programme };
  step.info(renderVerified(verified.form, context, { colour: false, width: 120 }));
  return { problems: verified.form.findings, summary: renderVerifiedSummary(verified.form, context) };
}

/** What the workflow gives the step, by name; '' where it gives nothing. */
export function actionInputs(): Record<string, string> {
  const names = settingsTable.filter(({ input }) => input).map(({ name }) => name);
  return Object.fromEntries(step.readInputs(names));
}

async function earlierResults(
  settings: Settings,
  context: RunContext | undefined,
  now: Instant,
): Promise<CheckOptions['earlier']> {
  const { earlier } = settings;
  if (earlier === undefined) return undefined;
  const { fetchEarlierResults } = await import('./github/earlier/results.ts');
  return step.group('Fetching earlier results', () =>
    fetchEarlierResults({
      settings: earlier,
      clock: settings.clock,
      token: settings.publish.token,
      context,
      now,
      temporary: process.env['RUNNER_TEMP'],
      log: step.info,
    }),
  );
}

/** Every document as an artifact of its own, unzipped, so that it opens straight in Word or the mail program. */
async function upload(
  { output, publish: { artifact }, workspace }: Settings,
  documents: readonly Document[],
): Promise<{
  readonly artifacts: readonly UploadedArtifact[];
  /** Those of checklists. */
  readonly checklists: readonly UploadedArtifact[];
  readonly problems: readonly Finding[];
}> {
  if (artifact === 'never') {
    return { artifacts: [], checklists: [], problems: [] };
  }
  const { missingService, uploadFiles } = await import('./github/artifact-upload.ts');
  const missing = missingService();
  if (artifact === 'auto' && missing !== undefined) {
    const places = documents.map(({ path }) => shownPath(path, workspace)).join(', ');
    const message = `Nothing was uploaded: ${missing}. The files lie in the workspace: ${places}.`;
    return { artifacts: [], checklists: [], problems: [{ kind: 'publishing', severity: 'notice', message }] };
  }
  const files = documents.map(({ artifactName, content }) => ({ name: artifactName, bytes: Buffer.from(content) }));
  const uploads = await step.group('Uploading the checklist', () =>
    uploadFiles(files, { retentionDays: output.artifactRetentionDays }),
  );
  const uploaded = uploads.flatMap((item, index) =>
    item.outcome === 'uploaded' ? [{ artifact: item.artifact, kind: documents[index]?.kind }] : [],
  );
  return {
    artifacts: uploaded.map((item) => item.artifact),
    checklists: uploaded.filter(({ kind }) => kind === 'form' || kind === 'own').map((item) => item.artifact),
    problems: uploads.flatMap((item) => (item.outcome === 'failed' ? [item.problem] : [])),
  };
}

function annotate(assessment: Assessment, problems: readonly Finding[]): void {
  // Room for the step's own failure, which is an error annotation, and for what the toolkit may add.
  const spare = 2;
  step.annotate([...annotations(assessment), ...problems], spare);
}

function onLines(values: readonly string[]): string {
  return values.join('\n');
}

function listed(problem: Finding | undefined): readonly Finding[] {
  return problem === undefined ? [] : [problem];
}

/** The first reasons in full; all of them are in the summary. */
function failure(reasons: readonly string[]): string {
  const shown = 5;
  const rest = reasons.length > shown ? [`… and ${reasons.length - shown} more: see the job summary.`] : [];
  return [...reasons.slice(0, shown), ...rest].join('\n');
}
