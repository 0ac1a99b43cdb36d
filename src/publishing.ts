import { createHash } from 'node:crypto';
import type { Assessment } from './assessment/assessment.ts';
import type { Finding } from './finding.ts';
import type { RunContext } from './github/context.ts';
import type { Publications } from './github/publish/contents.ts';
import type { Use } from './github/publish/mark.ts';
import * as step from './github/step.ts';
import type { SummaryContext } from './render/summary.ts';
import type { PublishSettings, Settings } from './settings/settings.ts';

/*
 * The verdict on GitHub: what the renderers make of it goes to the room that speaks to GitHub, which knows nothing of
 * assessments.
 */

/**
 * Publishes check run, commit status, comment and issue as the settings ask for.
 *
 * @returns what could not be published, or needs to be known of it.
 */
export async function publishVerdict(
  assessment: Assessment,
  settings: Settings,
  to: { readonly context: RunContext | undefined; readonly summary: SummaryContext },
): Promise<readonly Finding[]> {
  const { checkRun, commitStatus, comment, issue, token } = settings.publish;
  if (!checkRun && !commitStatus && !issue && comment === 'off') {
    return [];
  }
  const { publishStatus } = await import('./github/publish/publish.ts');
  const contents = await contentsOf(assessment, settings.publish, to.summary, to.context?.runUrl ?? '');
  const isReady = assessment.verdict === 'ready';
  const options = { contents, isReady, use: useOf(settings), token, context: to.context, log: step.info };
  return step.group('Publishing the verdict', () => publishStatus(options));
}

/** What is asked for, rendered. */
export async function contentsOf(
  assessment: Assessment,
  { checkRun, commitStatus, comment, issue }: PublishSettings,
  summary: SummaryContext,
  runUrl: string,
): Promise<Publications> {
  const [{ renderCheckRun }, { renderCommitStatus }, { renderComment }, renderers] = await Promise.all([
    import('./render/check-run.ts'),
    import('./render/commit-status.ts'),
    import('./render/comment.ts'),
    import('./render/issue.ts'),
  ]);
  const { needsAttention, renderAllWell, renderIssue, renderOpenedAgain } = renderers;
  const context = { ...summary, runUrl };
  return {
    checkRun: checkRun ? renderCheckRun(assessment, summary) : undefined,
    commitStatus: commitStatus ? renderCommitStatus(assessment) : undefined,
    comment:
      comment === 'off'
        ? undefined
        : { mode: comment, body: renderComment(assessment, context), state: stateOf(assessment) },
    issue: issue
      ? {
          ...renderIssue(assessment, context),
          isOpen: needsAttention(assessment),
          opened: renderOpenedAgain(assessment, context),
          closed: renderAllWell(assessment, context),
        }
      : undefined,
  };
}

/** Which use of the action a run is: its applications tell it from others. */
export function useOf({ programme, applications }: Pick<Settings, 'programme' | 'applications'>): Use {
  const names = applications.map(({ name }) => name);
  const shown = names.filter((name) => name !== 'default' || names.length > 1);
  return {
    name: `${programme.name} production checklist${shown.length === 0 ? '' : ` (${shown.join(', ')})`}`,
    key: digest(names).slice(0, 8),
    checks: digest(
      applications.map(({ flows, credentialsHeld, combination }) => [flows, credentialsHeld, combination]),
    ).slice(0, 8),
  };
}

/** The state of affairs: verdict and requirements, not times or links. */
function stateOf({ verdict, expiringSoon, applications, fatal }: Assessment): string {
  const tests = applications.map(({ requirements }) =>
    requirements.map(({ requirement, status, scenario }) => [requirement.accepts, status, scenario?.scenario.id]),
  );
  const kinds = [...new Set(fatal.map(({ kind }) => kind))].toSorted();
  return digest([verdict, expiringSoon, kinds, tests]).slice(0, 16);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
