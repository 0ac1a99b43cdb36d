import type { EarlierResultsSettings } from '../../settings/settings.ts';
import { fits } from '../../text/wildcard.ts';
import { formatMoment } from '../../time/format.ts';
import type { Instant } from '../../time/instant.ts';
import { statusOf } from '../api-error.ts';
import { collect, type GitHubClient } from '../client.ts';
import type { RunContext } from '../context.ts';
import type { ListedArtifact, ListedRun } from './artifacts.ts';

/** An artifact that a run of this repository's own left behind. */
export interface OwnArtifact extends ListedArtifact {
  readonly run: ListedRun;
  /** Undefined when the run has been deleted. */
  readonly workflowRun: WorkflowRun | undefined;
}

export interface Origins {
  readonly own: readonly OwnArtifact[];
  readonly refused: readonly { readonly artifact: ListedArtifact; readonly why: string }[];
}

const fromFork = 'a fork started the run, and anybody can make up results there';

/**
 * Sorts artifacts by where they come from. Anybody can open a pull request whose run leaves an artifact of the right name, also
 * from a branch called `main`; so only the repository that the run's head is in counts, and in doubt it is a fork's.
 * Own artifacts of another workflow or branch than the one asked for are simply left out.
 */
export async function sortOut(
  artifacts: readonly ListedArtifact[],
  runs: RunLookup,
  { workflow, branch }: EarlierResultsSettings,
): Promise<Origins> {
  const own: OwnArtifact[] = [];
  const refused: { artifact: ListedArtifact; why: string }[] = [];
  for (const artifact of artifacts) {
    const { run } = artifact;
    if (run === undefined) {
      refused.push({ artifact, why: 'GitHub does not say which run made it' });
    } else if (run.headRepositoryId === undefined || run.headRepositoryId !== run.repositoryId) {
      refused.push({ artifact, why: fromFork });
    } else if (branch === undefined || run.branch === branch) {
      const workflowRun = await runs(run.id);
      if (workflowRun !== undefined && workflowRun.headRepositoryId !== run.repositoryId) {
        refused.push({ artifact, why: fromFork });
      } else if (workflow === undefined || workflowRun?.workflow === workflow) {
        own.push({ ...artifact, run, workflowRun });
      }
    }
  }
  return { own, refused };
}

/** Which attempt made the artifact. A run tells only when its latest one began: what is older is of one before. */
export function attemptOf({ createdAt, workflowRun }: OwnArtifact): number | undefined {
  if (workflowRun === undefined) {
    return undefined;
  }
  if (workflowRun.attempt === 1 || (createdAt !== undefined && createdAt >= workflowRun.startedAt)) {
    return workflowRun.attempt;
  }
  return workflowRun.attempt === 2 && createdAt !== undefined ? 1 : undefined;
}

/** `Artifact trader-test-results of Wednesday 1 July 2026, 12:00 UTC (run 4711)` */
export function labelOf({ name, createdAt, run }: ListedArtifact): string {
  const made = createdAt === undefined ? 'of unknown date' : `of ${formatMoment(createdAt, 'UTC')}`;
  return `Artifact ${name} ${made}${run === undefined ? '' : ` (run ${run.id})`}`;
}

/** One by its label, several by their number and runs. */
export function labelOfAll(artifacts: readonly ListedArtifact[]): string {
  const [first] = artifacts;
  if (first === undefined || artifacts.length === 1) {
    return first === undefined ? 'No artifact' : labelOf(first);
  }
  const names = [...new Set(artifacts.map(({ name }) => name))].slice(0, 5).join(', ');
  const runs = [...new Set(artifacts.flatMap(({ run }) => run?.id ?? []))];
  const shown = runs.length > 10 ? `${runs.slice(0, 10).join(', ')} and ${runs.length - 10} more` : runs.join(', ');
  return `${artifacts.length} artifacts named ${names}${shown === '' ? '' : ` (runs ${shown})`}`;
}

/** Documents that were uploaded as they are, such as this action's own: nobody looks for reports in them. */
const documents = /\.(?:docx|eml|html?|json|md|pdf|svg|txt)$/i;

/**
 * What the latest run left under one of the names that the settings give: of a pattern all that fit it, since the jobs of
 * a matrix leave one each.
 *
 * @param own the oldest first.
 */
export function newestOf(own: readonly OwnArtifact[], name: string): readonly OwnArtifact[] {
  const named = own.filter((artifact) => fits(name, artifact.name) && !documents.test(artifact.name));
  return named.filter(({ run }) => run.id === named.at(-1)?.run.id);
}

/** What a workflow run says about itself, as far as it decides whether its results count. */
interface WorkflowRun {
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
  if (workflow !== undefined) {
    const created = `>=${new Date(since).toISOString().slice(0, 19)}Z`;
    const ofBranch = branch === undefined ? undefined : { branch };
    const query = { owner, repo, workflow_id: workflow, created, per_page: 100, ...ofBranch };
    // Runs that are not listed are asked for one by one.
    const { items } = await collect(client.pages(client.api.actions.listWorkflowRuns, query), maxPages);
    for (const run of items) {
      known.set(run.id, Promise.resolve(readRun(run)));
    }
  }
  const ask = async (runId: number): Promise<WorkflowRun | undefined> => {
    try {
      return readRun((await client.api.actions.getWorkflowRun({ owner, repo, run_id: runId })).data);
    } catch (error) {
      // It has been deleted.
      if (statusOf(error) === 404) {
        return undefined;
      }
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
    attempt: run.run_attempt ?? 1,
    startedAt: Date.parse(run.run_started_at ?? run.created_at),
    // `.github/workflows/trader-test.yml`, sometimes with `@refs/heads/main` after it.
    workflow: run.path.replace(/@.*$/, '').split('/').at(-1) ?? '',
    // The description says that there always is one; a fork can be deleted.
    headRepositoryId: run.head_repository?.id,
    url: run.html_url,
  };
}
