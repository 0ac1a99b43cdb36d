import type { Assessment } from './assessment/assessment.ts';
import { check, type CheckOptions } from './check.ts';
import { makeBadge, makeDocuments, shownPath, writeOutput, type Document } from './documents.ts';
import type { Problem } from './problem.ts';
import { annotations } from './render/annotations.ts';
import { documentNames } from './render/document-names.ts';
import { renderReport } from './render/report.ts';
import { renderSummary, type SummaryContext } from './render/summary.ts';
import { renderTerminal } from './render/terminal.ts';
import { verdictOutputs } from './render/outputs.ts';
import { formatComplaints } from './settings/complaint.ts';
import { readSettings } from './settings/read.ts';
import type { Settings } from './settings/settings.ts';
import { settingsTable } from './settings/table.ts';
import type { Instant } from './time/instant.ts';
import type { UploadedArtifact } from './github/artifacts.ts';
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
  const inputs = settingsTable.filter(({ input }) => input).map(({ name }) => name);
  const values = Object.fromEntries(step.readInputs(inputs));
  step.maskToken(values['github-token']);
  const read = await readSettings({ values, spokenAs: 'input', workspace, now });
  if ('complaints' in read) {
    step.setOutputs({ verdict: 'not-ready' });
    step.fail(formatComplaints(read.complaints));
    return;
  }
  const { settings } = read;
  const context = await readRunContext(process.env);
  for (const remark of settings.remarks) step.annotate([{ severity: 'notice', message: remark }]);

  const earlier = await earlierResults(settings, context, now);
  const assessment = await step.group('Reading reports', () =>
    check(settings, { now, ...(earlier === undefined ? {} : { earlier }), progress: step.info }),
  );
  step.info(renderTerminal(assessment, { colour: false, width: 120 }));

  const { checklists, problems } = await makeDocuments(assessment, settings);
  const unwritten: Problem[] = [];
  for (const { path, bytes } of checklists) unwritten.push(...listed(await writeOutput(path, bytes, workspace)));
  const files = checklists.map(({ application, path, kind }) => ({
    application,
    kind,
    file: shownPath(path, workspace),
  }));
  const uploads = await upload(settings, checklists);
  const { artifacts } = uploads;
  const report = renderReport(assessment, { checklists: files, artifacts });
  for (const [path, content] of [[settings.output.report, report] as const, ...(await makeBadge(assessment, settings))])
    unwritten.push(...listed(await writeOutput(path, content, workspace)));

  const warnings = [...problems, ...unwritten, ...uploads.problems];
  const summaryContext: SummaryContext = {
    checklists: files,
    artifacts,
    notPublished: warnings.map(({ message }) => message),
  };
  const published = await publish(assessment, settings, context, summaryContext);
  const notPublished = [...warnings.map(({ message }) => message), ...published];
  warnings.push(...listed(await step.writeSummary(renderSummary(assessment, { ...summaryContext, notPublished }))));

  step.setOutputs({
    ...verdictOutputs(assessment),
    checklist: files.map(({ file }) => file).join('\n'),
    report: shownPath(settings.output.report, workspace),
    'artifact-id': uploads.artifacts.map(({ id }) => id).join('\n'),
    'artifact-url': uploads.artifacts.map(({ url }) => url).join('\n'),
  });
  const spare = 2;
  step.annotate(
    [
      ...annotations(assessment).map(({ level, ...rest }) => ({ severity: level, ...rest })),
      ...warnings.map(({ severity, message }) => ({ severity, message })),
      ...published.map((message) => ({ severity: 'warning' as const, message })),
    ],
    spare,
  );
  const broken = warnings.filter(({ severity }) => severity === 'error');
  if (assessment.fatal.length > 0) step.fail(failure(assessment.fatal.map(({ message }) => message)));
  else if (broken.length > 0) step.fail(failure(broken.map(({ message }) => message)));
}

async function earlierResults(
  settings: Settings,
  context: RunContext | undefined,
  now: Instant,
): Promise<CheckOptions['earlier']> {
  const { earlier } = settings;
  if (earlier === undefined) return undefined;
  const { fetchEarlierResults } = await import('./github/earlier-results.ts');
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

async function upload(
  { output, publish }: Settings,
  checklists: readonly Document[],
): Promise<{ artifacts: readonly UploadedArtifact[]; problems: readonly Problem[] }> {
  if (!publish.artifact) return { artifacts: [], problems: [] };
  const { uploadFiles } = await import('./github/artifacts.ts');
  const names = documentNames(
    output.artifactName,
    checklists.map(({ application }) => application),
    '.docx',
  );
  const files = checklists.map(({ bytes }, index) => ({ name: names[index] ?? 'checklist.docx', bytes }));
  const uploads = await step.group('Uploading the checklist', () =>
    uploadFiles(files, { retentionDays: output.artifactRetentionDays }),
  );
  return {
    artifacts: uploads.flatMap((item) => (item.outcome === 'uploaded' ? [item.artifact] : [])),
    problems: uploads.flatMap((item) => (item.outcome === 'failed' ? [item.problem] : [])),
  };
}

/** Check run, commit status, comment and issue; what could not be published, in sentences. */
async function publish(
  assessment: Assessment,
  { publish: settings }: Settings,
  context: RunContext | undefined,
  summary: SummaryContext,
): Promise<readonly string[]> {
  const { checkRun, commitStatus, comment, issue } = settings;
  if (!checkRun && !commitStatus && !issue && comment === 'off') return [];
  const { publishStatus } = await import('./github/publish.ts');
  const { warnings } = await step.group('Publishing the verdict', () =>
    publishStatus({ assessment, settings, context, summary, log: step.info }),
  );
  return warnings;
}

function listed(problem: Problem | undefined): readonly Problem[] {
  return problem === undefined ? [] : [problem];
}

/** The first reasons in full; all of them are in the summary. */
function failure(reasons: readonly string[]): string {
  const shown = 5;
  const rest = reasons.length > shown ? [`… and ${reasons.length - shown} more: see the job summary.`] : [];
  return [...reasons.slice(0, shown), ...rest].join('\n');
}
