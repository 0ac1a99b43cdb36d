import type { Instant } from '../time/instant.ts';
import { statusOf } from './api-error.ts';
import type { GitHubClient } from './client.ts';
import type { RunContext } from './context.ts';

/** What a workflow run says about itself, as far as it decides whether its results count. */
export interface WorkflowRun {
  readonly id: number;
  /** Number of the latest attempt. */
  readonly attempt: number;
  /** When the latest attempt began. */
  readonly startedAt: Instant;
  /** File name of the workflow: `trader-test.yml`. */
  readonly workflow: string;
  /** Undefined for a fork that is gone. */
  readonly headRepositoryId: number | undefined;
  readonly url: string;
}

export type RunLookup = (runId: number) => Promise<WorkflowRun | undefined>;

/** 10 pages of 100: GitHub lists no more than 1,000 runs for a search. */
const maxPages = 10;

/**
 * Prepares to look runs up. With a workflow named, its runs since that time are listed at once, a call for a hundred;
 * a run that began earlier and was repeated since is asked for by itself, like every run without a workflow named.
 *
 * @throws Octokit's error; 404 when the repository has no such workflow.
 */
export async function workflowRuns(
  client: GitHubClient,
  { owner, repo }: RunContext,
  search: { readonly workflow: string | undefined; readonly branch: string | undefined; readonly since: Instant },
): Promise<RunLookup> {
  const known = new Map<number, Promise<WorkflowRun | undefined>>();
  const { workflow, branch, since } = search;
  for (let page = 1; page <= maxPages; page += 1) {
    if (workflow === undefined) break;
    const { data } = await client.api.actions.listWorkflowRuns({
      owner,
      repo,
      workflow_id: workflow,
      created: `>=${new Date(since).toISOString().slice(0, 19)}Z`,
      per_page: 100,
      page,
      ...(branch === undefined ? undefined : { branch }),
    });
    for (const run of data.workflow_runs) known.set(run.id, Promise.resolve(readRun(run)));
    if (data.workflow_runs.length < 100) break;
  }
  const ask = async (runId: number): Promise<WorkflowRun | undefined> => {
    try {
      return readRun((await client.api.actions.getWorkflowRun({ owner, repo, run_id: runId })).data);
    } catch (error) {
      // Deleted meanwhile.
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  };
  return (runId) => {
    const answer = known.get(runId) ?? ask(runId);
    known.set(runId, answer);
    return answer;
  };
}

type ApiRun = Awaited<ReturnType<GitHubClient['api']['actions']['getWorkflowRun']>>['data'];

function readRun(run: ApiRun): WorkflowRun {
  return {
    id: run.id,
    attempt: run.run_attempt ?? 1,
    startedAt: Date.parse(run.run_started_at ?? run.created_at),
    // `.github/workflows/trader-test.yml`, sometimes with `@refs/heads/main` behind it.
    workflow: run.path.replace(/@.*$/, '').split('/').at(-1) ?? '',
    // The description says that there always is one; a fork can be deleted.
    headRepositoryId: run.head_repository?.id,
    url: run.html_url,
  };
}
