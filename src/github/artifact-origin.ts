import type { EarlierResultsSettings } from '../settings/settings.ts';
import { formatUtc } from '../time/format.ts';
import type { ListedArtifact, ListedRun } from './artifact-list.ts';
import type { RunLookup, WorkflowRun } from './workflow-runs.ts';

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
      refused.push({ artifact, why: 'GitHub names no run as its origin' });
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
  if (workflowRun === undefined) return undefined;
  if (workflowRun.attempt === 1 || createdAt >= workflowRun.startedAt) return workflowRun.attempt;
  return workflowRun.attempt === 2 ? 1 : undefined;
}

/** `Artifact trader-test-results of 1 July 2026, 12:00:05 UTC (run 4711)` */
export function labelOf({ name, createdAt, run }: ListedArtifact): string {
  const made = createdAt === Number.MAX_SAFE_INTEGER ? 'of unknown date' : `of ${formatUtc(createdAt)}`;
  return `Artifact ${name} ${made}${run === undefined ? '' : ` (run ${run.id})`}`;
}

/** One by its label, several by their number and runs. */
export function labelOfAll(artifacts: readonly ListedArtifact[]): string {
  const [first] = artifacts;
  if (first === undefined || artifacts.length === 1) return first === undefined ? 'No artifact' : labelOf(first);
  const names = [...new Set(artifacts.map(({ name }) => name))].slice(0, 5).join(', ');
  const runs = [...new Set(artifacts.flatMap(({ run }) => run?.id ?? []))];
  const shown = runs.length > 10 ? `${runs.slice(0, 10).join(', ')} and ${runs.length - 10} more` : runs.join(', ');
  return `${artifacts.length} artifacts named ${names}${shown === '' ? '' : ` (runs ${shown})`}`;
}
