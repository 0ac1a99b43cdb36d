import { createHash } from 'node:crypto';
import { fatalOf, type Assessment } from './assessment/assessment.ts';
import { reasonOf } from './files.ts';
import type { Finding } from './finding.ts';
import { readRunContext, type RunContext } from './github/context.ts';
import type { Publications } from './github/publish/contents.ts';
import type { Use } from './github/publish/mark.ts';
import * as step from './github/step.ts';
import type { SummaryContext } from './render/summary.ts';
import { defaultProgramme, programmes } from './requirements/programmes.ts';
import type { PublishSettings, Settings } from './settings/settings.ts';
import { markdownText, oneLine } from './text/escape.ts';

/*
 * The verdict on GitHub: what the renderers make of it goes to the room that speaks to GitHub, which knows nothing of
 * assessments.
 */

/** Inputs as the workflow gives them, by name; '' where it gives none. */
export type Inputs = Readonly<Record<string, string | undefined>>;

/**
 * Publishes check run, commit status, comment and issue as the settings ask for.
 *
 * @returns what could not be published, or needs to be known of it.
 */
export async function publishVerdict(
  assessment: Assessment,
  settings: Settings,
  to: { readonly context: RunContext | undefined; readonly summary: SummaryContext; readonly inputs: Inputs },
): Promise<readonly Finding[]> {
  const { checkRun, commitStatus, comment, issue, token } = settings.publish;
  if (!checkRun && !commitStatus && !issue && comment === 'off') {
    return [];
  }
  const { publishStatus } = await import('./github/publish/publish.ts');
  const contents = await contentsOf(assessment, settings.publish, to.summary, to.context?.runUrl ?? '');
  const isReady = assessment.verdict === 'ready';
  const use = useOf(settings, to.inputs);
  const options = { contents, isReady, use, token, context: to.context, log: step.info };
  return step.group('Publishing the verdict', () => publishStatus(options));
}

/**
 * For a run that ends before it could judge: what an earlier run of this use of the action left on GitHub as 'ready' is
 * withdrawn, wherever it stands; and where the inputs ask for it, it is said that there is no verdict. Never throws.
 *
 * @param why plain text, in lines.
 */
export async function withdrawVerdict(inputs: Inputs, why: string): Promise<readonly Finding[]> {
  try {
    return await withdraw(inputs, why);
  } catch (error) {
    step.info(`An earlier 'ready' could not be withdrawn: ${reasonOf(error)}.`);
    return [];
  }
}

async function withdraw(inputs: Inputs, why: string): Promise<readonly Finding[]> {
  const context = await readRunContext(process.env);
  const token = inputs['github-token'];
  if (context === undefined || token === undefined || token === '') {
    return [];
  }
  const [{ publishStatus }, { withoutVerdict }] = await Promise.all([
    import('./github/publish/publish.ts'),
    import('./github/publish/contents.ts'),
  ]);
  const programme = programmes.get(inputs['programme'] ?? '') ?? defaultProgramme;
  const lines = why.split('\n').filter((line) => line.trim() !== '');
  const reasons = lines
    .slice(0, 15)
    .map((line) => `- ${markdownText(line, 500)}\n`)
    .join('');
  const withdrawal = withoutVerdict({
    title: `${programme.names.check}: could not be checked`,
    why: `The check ended before it could judge, so nothing is known to be ready:\n\n${reasons}`,
    runUrl: context.runUrl,
    label: programme.names.issueLabel,
  });
  const isOn = (name: string): boolean => /^(?:true|yes|on|always|changes)$/i.test(inputs[name] ?? '');
  const contents = {
    checkRun: isOn('check-run') ? withdrawal.checkRun : undefined,
    commitStatus: isOn('commit-status') ? withdrawal.commitStatus : undefined,
  };
  const name = suffixed(programme.names.check, [inputs['name'] || configurationOf(inputs)]);
  const use = { name, key: keyOf(inputs), checks: undefined };
  const options = { contents, withdrawal, isReady: false, use, token, context, log: step.info };
  return step.group("Withdrawing an earlier 'ready'", () => publishStatus(options));
}

/** What is asked for, rendered. */
export async function contentsOf(
  assessment: Assessment,
  { checkRun, commitStatus, comment, issue, name }: PublishSettings,
  summary: SummaryContext,
  runUrl: string,
): Promise<Publications> {
  const [{ renderCheckRun, renderCommitStatus }, { renderComment }, renderers] = await Promise.all([
    import('./render/check-run.ts'),
    import('./render/comment.ts'),
    import('./render/issue.ts'),
  ]);
  const { needsAttention, renderAllWell, renderIssue, renderOpenedAgain } = renderers;
  const context = { ...summary, title: name, runUrl };
  const tracking = issue ? renderIssue(assessment, context) : undefined;
  return {
    checkRun: checkRun ? renderCheckRun(assessment, context) : undefined,
    commitStatus: commitStatus ? renderCommitStatus(assessment) : undefined,
    comment:
      comment === 'off'
        ? undefined
        : { mode: comment, body: renderComment(assessment, context), state: stateOf(assessment) },
    issue: tracking && {
      ...tracking,
      title: name === undefined ? tracking.title : oneLine(`${tracking.title} – ${name}`, 250),
      isOpen: needsAttention(assessment),
      opened: renderOpenedAgain(assessment, context),
      closed: renderAllWell(assessment, context),
      label: assessment.programme.names.issueLabel,
    },
  };
}

/** Which use of the action a run is. */
export function useOf(
  {
    programme,
    applications,
    publish,
  }: Pick<Settings, 'programme' | 'applications'> & { publish: { name: Settings['publish']['name'] } },
  inputs: Inputs,
): Use {
  const names = applications.map(({ name }) => name);
  const shown = names.filter((name) => name !== 'default' || names.length > 1);
  const checks = applications.map(({ flows, credentialsHeld, combination }) => [flows, credentialsHeld, combination]);
  return {
    name: suffixed(programme.names.check, [publish.name, shown.join(', ')]),
    key: keyOf(inputs),
    checks: digest([programme.id, names, checks]).slice(0, 8),
  };
}

/** What tells a use from others even where its settings can't be read. */
function keyOf(inputs: Inputs): string {
  const { programme, name, application } = inputs;
  return digest([programme, name, configurationOf(inputs), application].map((value) => value ?? '')).slice(0, 8);
}

/** The path of a configuration of its own; '' for the usual one. */
function configurationOf({ config = '' }: Inputs): string {
  const path = config.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  return [...programmes.values()].some(({ names }) => names.configuration === path) ? '' : path;
}

/** `NCTS5 production checklist (port.yml: outbound, inbound)` */
function suffixed(check: string, parts: readonly (string | undefined)[]): string {
  const told = parts.filter((part) => part !== undefined && part !== '').join(': ');
  return told === '' ? check : `${check} (${oneLine(told, 100)})`;
}

/** The state of affairs: verdict and requirements, not times or links. */
function stateOf(assessment: Assessment): string {
  const { verdict, expiringSoon, applications } = assessment;
  const tests = applications.map(({ requirements, alsoRequired }) =>
    [...requirements, ...alsoRequired].map(({ requirement, status, scenario }) => [
      requirement.accepts,
      status,
      scenario?.scenario.id,
    ]),
  );
  const kinds = [...new Set(fatalOf(assessment).map(({ kind }) => kind))].toSorted();
  return digest([verdict, expiringSoon, kinds, tests]).slice(0, 16);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** What could not be published, to stand below a job summary that is written already. Markdown. */
export function unpublishedText(findings: readonly Finding[]): string {
  return findings.map(({ message, next = '' }) => `\n⚠️ ${markdownText(`${message} ${next}`.trim(), 600)}\n`).join('');
}
