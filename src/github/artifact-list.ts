import { fits } from '../text/wildcard.ts';
import type { EarlierResultsSettings } from '../settings/settings.ts';
import type { Instant } from '../time/instant.ts';
import type { GitHubClient } from './client.ts';
import type { RunContext } from './context.ts';

/** An artifact of this repository as GitHub lists it; nothing about it is believed yet. */
export interface ListedArtifact {
  readonly id: number;
  readonly name: string;
  /** Bytes, packed. */
  readonly size: number;
  readonly createdAt: Instant;
  readonly expired: boolean;
  /** `sha256:<hex>`; undefined for artifacts of old uploaders. */
  readonly digest: string | undefined;
  /** Undefined when GitHub doesn't say. */
  readonly run: ListedRun | undefined;
}

export interface ListedRun {
  readonly id: number;
  readonly repositoryId: number | undefined;
  /** Undefined for a fork that is gone. */
  readonly headRepositoryId: number | undefined;
  readonly branch: string;
  readonly commit: string;
}

export interface Listing {
  /** Named as asked and young enough, the oldest first. */
  readonly artifacts: readonly ListedArtifact[];
  /** Of the same names, but too old to prove anything: how many were seen before the search stopped. */
  readonly tooOld: number;
  /** A page limit was hit: there may be more. */
  readonly incomplete: boolean;
}

const perPage = 100;
/** 5,000 artifacts within the time that matters. */
const maxPages = 50;

/**
 * Lists what the settings name, in as few calls as possible: a plain name is filtered by GitHub, patterns share one
 * search. GitHub lists the newest first, so the search ends with the first page that reaches back to `since`.
 */
export async function listArtifacts(
  client: GitHubClient,
  context: RunContext,
  settings: EarlierResultsSettings,
  since: Instant,
): Promise<Listing> {
  const plain = settings.artifacts.filter((name) => !name.includes('*'));
  const patterns = settings.artifacts.filter((name) => name.includes('*'));
  // One search of everything finds the plain names, too.
  const searches = patterns.length > 0 ? [undefined] : [...new Set(plain)];
  const found = new Map<number, ListedArtifact>();
  let tooOld = 0;
  let incomplete = false;
  for (const name of searches) {
    let page = 1;
    for (; page <= maxPages; page += 1) {
      const { data } = await client.api.actions.listArtifactsForRepo({
        owner: context.owner,
        repo: context.repo,
        per_page: perPage,
        page,
        ...(name === undefined ? undefined : { name }),
      });
      const listed = data.artifacts.map(readArtifact);
      const wanted = listed.filter((artifact) => settings.artifacts.some((pattern) => fits(pattern, artifact.name)));
      for (const artifact of wanted) {
        if (artifact.createdAt >= since) found.set(artifact.id, artifact);
        else tooOld += 1;
      }
      if (listed.length < perPage || (isNewestFirst(listed) && (listed.at(-1)?.createdAt ?? 0) < since)) break;
      // Should GitHub ever sort otherwise, a page without anything young still ends the search.
      if (listed.every(({ createdAt }) => createdAt < since)) break;
    }
    if (page > maxPages) incomplete = true;
  }
  const artifacts = [...found.values()].toSorted(
    (left, right) => left.createdAt - right.createdAt || left.id - right.id,
  );
  return { artifacts, tooOld, incomplete };
}

type ApiArtifact = Awaited<
  ReturnType<GitHubClient['api']['actions']['listArtifactsForRepo']>
>['data']['artifacts'][number];

function readArtifact(artifact: ApiArtifact): ListedArtifact {
  const { workflow_run: run } = artifact;
  return {
    id: artifact.id,
    name: artifact.name,
    size: artifact.size_in_bytes,
    // Without a date it might be young: it is looked at.
    createdAt: Date.parse(artifact.created_at ?? '') || Number.MAX_SAFE_INTEGER,
    expired: artifact.expired,
    digest: artifact.digest ?? undefined,
    run:
      run?.id === undefined
        ? undefined
        : {
            id: run.id,
            repositoryId: run.repository_id,
            headRepositoryId: run.head_repository_id,
            branch: run.head_branch ?? '',
            commit: run.head_sha ?? '',
          },
  };
}

function isNewestFirst(artifacts: readonly ListedArtifact[]): boolean {
  return artifacts.every(
    (artifact, index) => index === 0 || artifact.createdAt <= (artifacts[index - 1]?.createdAt ?? 0),
  );
}
