import { fatalOf } from './assessment/assessment.ts';
import type { CheckOptions } from './check.ts';
import type { Document } from './documents.ts';
import { shownPath } from './files.ts';
import { firstOf, isAfterwards, type Finding } from './finding.ts';
import { missingService, readRunContext, type RunContext } from './github/context.ts';
import * as step from './github/step.ts';
import { publishVerdict, unpublishedText, withdrawVerdict, type Inputs } from './publishing.ts';
import { annotation, annotations, verdictOutputs } from './render/annotations.ts';
import { renderRefusal, renderSummary } from './render/summary.ts';
import { renderTerminal } from './render/terminal.ts';
import { renderHeadline } from './render/words.ts';
import { run, type Host, type Outcome, type Uploads } from './run.ts';
import { mistakesInWords } from './settings/mistakes.ts';
import { readSettings } from './settings/read.ts';
import type { Settings } from './settings/settings.ts';
import { settingsTable } from './settings/table.ts';
import { plural } from './text/wording.ts';
import type { Instant } from './time/instant.ts';

/**
 * The whole action, once: read the settings, run, show, publish, conclude. Ends by outputs and, when needed, a failed step;
 * never by an exception for what a user can put right.
 *
 * @param now The clock, UTC.
 */
export async function main(now: Instant): Promise<void> {
  const inputs = actionInputs();
  step.maskToken(inputs['github-token']);
  const workspace = process.env['GITHUB_WORKSPACE'] || process.cwd();
  const read = await readSettings({ values: inputs, host: 'action', workspace, now });
  if ('findings' in read) {
    return refuse(read.findings, inputs);
  }
  const context = await readRunContext(process.env);
  const outcome = await run(read.settings, hostOf(context, now), now);
  const unshown = await show(outcome);
  const unlike = await verifyCommitted(outcome);
  const unpublished = await publish(outcome, context, inputs);
  return conclude(outcome, [...unshown, ...unlike, ...unpublished]);
}

/** Room for the step's own failure, which is an error annotation, and for what the toolkit may add. */
const spareAnnotations = 2;

/** What the workflow gives the step, by name; '' where it gives nothing. */
export function actionInputs(): Record<string, string> {
  const names = settingsTable.filter(({ input }) => input).map(({ name }) => name);
  return Object.fromEntries(step.readInputs(names));
}

/** Says what is wrong with the settings, wherever somebody may look. */
async function refuse(findings: readonly Finding[], inputs: Inputs): Promise<void> {
  step.setOutputs({ verdict: 'not-ready', submittable: 'false' });
  const mistakes = mistakesInWords(findings);
  await step.writeSummary(renderRefusal(findings));
  step.info(mistakes);
  step.annotate([...findings.map(annotation), ...(await withdrawVerdict(inputs, mistakes))], spareAnnotations);
  step.fail("The settings can't be used, so nothing was checked. The job summary says why.");
}

/** A step of a workflow. */
function hostOf(context: RunContext | undefined, now: Instant): Host {
  return {
    log: step.info,
    progress: step.info,
    group: step.group,
    earlier: (settings) => earlierResults(settings, context, now),
    upload,
  };
}

async function earlierResults(
  settings: Settings,
  context: RunContext | undefined,
  now: Instant,
): Promise<CheckOptions['earlier']> {
  const { earlier } = settings;
  if (earlier === undefined) {
    return undefined;
  }
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
  documents: readonly Document[],
  { output, publish: { artifact }, workspace }: Settings,
): Promise<Uploads> {
  const none: Uploads = { artifacts: [], findings: [] };
  if (artifact === 'never') {
    return none;
  }
  const missing = missingService();
  if (artifact === 'auto' && missing !== undefined) {
    const places = documents.map(({ path }) => shownPath(path, workspace)).join(', ');
    const message = `Nothing was uploaded: ${missing}. The files lie in the workspace: ${places}.`;
    return { ...none, findings: [{ kind: 'publishing', severity: 'notice', message }] };
  }
  const { uploadFiles } = await import('./github/artifact-upload.ts');
  const files = documents.map(({ artifactName, content }) => ({ name: artifactName, bytes: Buffer.from(content) }));
  const uploads = await step.group(`Uploading ${plural(files.length, 'document')}`, () =>
    uploadFiles(files, { retentionDays: output.artifactRetentionDays }),
  );
  return {
    artifacts: uploads.map((item) => (item.outcome === 'uploaded' ? item.artifact : undefined)),
    findings: uploads.flatMap((item) => (item.outcome === 'failed' ? [item.problem] : [])),
  };
}

/** Summary and outputs, before anything that may hang: a job that is ended meanwhile keeps them. */
async function show({ assessment, shown, written, report }: Outcome): Promise<readonly Finding[]> {
  const unshown = await step.writeSummary(renderSummary(assessment, shown));
  const checklists = (shown.documents ?? []).filter(({ kind }) => kind === 'form' || kind === 'own');
  const artifacts = checklists.flatMap(({ artifact }) => artifact ?? []);
  step.setOutputs({
    ...verdictOutputs(assessment),
    checklist: onLines(checklists.map(({ file }) => file).filter((file) => written.includes(file))),
    report: report ?? '',
    'artifact-id': onLines(artifacts.map(({ id }) => String(id))),
    'artifact-url': onLines(artifacts.map(({ url }) => url)),
  });
  return unshown === undefined ? [] : [unshown];
}

/** The filled-in form of the repository, held against the reports; what is wrong with it fails the step. */
async function verifyCommitted({ settings, checked }: Outcome): Promise<readonly Finding[]> {
  if (settings.verifyForm === undefined) {
    return [];
  }
  const { verify } = await import('./verify.ts');
  const { renderVerified, renderVerifiedSummary } = await import('./form/verify/text.ts');
  const verified = await verify(settings, settings.verifyForm, checked);
  if ('refused' in verified) {
    return [{ kind: 'document', severity: 'error', message: verified.refused }];
  }
  const context = { path: verified.path, programme: settings.programme };
  step.info(renderVerified(verified.form, context, { colour: false, width: 120 }));
  const unshown = await step.writeSummary(renderVerifiedSummary(verified.form, context));
  return [...verified.form.findings, ...(unshown === undefined ? [] : [unshown])];
}

/** The verdict wherever on GitHub the settings ask for it. */
async function publish(
  { assessment, settings, shown }: Outcome,
  context: RunContext | undefined,
  inputs: Inputs,
): Promise<readonly Finding[]> {
  const unpublished = await publishVerdict(assessment, settings, { context, summary: shown, inputs });
  if (unpublished.length > 0) {
    await step.writeSummary(unpublishedText(unpublished));
  }
  return unpublished;
}

/** The verdict last in the log, then annotations; and the step fails where it has to. */
function conclude({ assessment }: Outcome, further: readonly Finding[]): void {
  step.print(renderTerminal(assessment, { colour: true, width: 120 }));
  const wrong = [...fatalOf(assessment), ...assessment.findings.filter(isAfterwards).filter(isError)];
  const broken = further.filter(isError);
  // What is wrong stands in annotations of its own, or in the one with which the step fails: never in both.
  const told = wrong.length > 0 ? further : further.filter((finding) => !isError(finding));
  step.annotate(annotations(assessment, told), spareAnnotations);
  if (wrong.length > 0) {
    step.fail(`${assessment.programme.name}: ${renderHeadline(assessment)}. The job summary says what to do next.`);
  } else if (broken.length > 0) {
    step.fail(failure(broken));
  }
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function onLines(values: readonly string[]): string {
  return values.join('\n');
}

/** The first reasons in full; all of them are in the summary. */
function failure(reasons: readonly Finding[]): string {
  const { shown, more } = firstOf(reasons, 5);
  const rest = more > 0 ? [`… and ${more} more: see the job summary.`] : [];
  return [...shown.map(({ message, next = '' }) => `${message} ${next}`.trim()), ...rest].join('\n');
}
