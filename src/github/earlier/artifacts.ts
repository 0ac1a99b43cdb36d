import type { EarlierResultsSettings } from '../../settings/settings.ts';
import { fits } from '../../text/wildcard.ts';
import type { Instant } from '../../time/instant.ts';
import { collect, type GitHubClient } from '../client.ts';
import type { RunContext } from '../context.ts';

/** An artifact of this repository as GitHub lists it; nothing about it is believed yet. */
export interface ListedArtifact {
  readonly id: number;
  readonly name: string;
  /** Bytes, packed. */
  readonly size: number;
  /** Undefined when GitHub doesn't say. */
  readonly createdAt: Instant | undefined;
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
  /** Names of those that are too old to prove anything, as far as the search went. */
  readonly tooOld: readonly string[];
  /** A page limit was hit: there may be more. */
  readonly incomplete: boolean;
}

/** 5,000 artifacts within the time that matters. */
const maxPages = 50;

/**
 * Lists what the settings name, in as few calls as possible: a plain name is filtered by GitHub, patterns share one
 * search. GitHub lists the newest first, so the search ends with the first page that reaches back to `since`.
 *
 * @throws Octokit's error
 */
export async function listArtifacts(
  client: GitHubClient,
  { owner, repo }: RunContext,
  settings: EarlierResultsSettings,
  since: Instant,
): Promise<Listing> {
  const hasPattern = settings.artifacts.some((name) => name.includes('*'));
  // One search of everything finds the plain names, too.
  const searches = hasPattern ? [undefined] : [...new Set(settings.artifacts)].map((name) => ({ name }));
  const found = new Map<number, ListedArtifact>();
  const tooOld: string[] = [];
  let isIncomplete = false;
  for (const search of searches) {
    const query = { owner, repo, per_page: 100, ...search };
    const pages = client.pages(client.api.actions.listArtifactsForRepo, query);
    const { items, incomplete } = await collect(pages, maxPages, (page) => isPast(page.map(readArtifact), since));
    isIncomplete ||= incomplete;
    const wanted = items.map(readArtifact).filter(({ name }) => settings.artifacts.some((one) => fits(one, name)));
    for (const artifact of wanted) {
      if (isYoung(artifact, since)) {
        found.set(artifact.id, artifact);
      } else {
        tooOld.push(artifact.name);
      }
    }
  }
  const artifacts = [...found.values()].toSorted((left, right) => time(left) - time(right) || left.id - right.id);
  return { artifacts, tooOld, incomplete: isIncomplete };
}

/** Without a date it might be young: it is looked at. */
function isYoung({ createdAt }: ListedArtifact, since: Instant): boolean {
  return createdAt === undefined || createdAt >= since;
}

/** Undated ones come last, as the newest do: what they hold may be new. */
function time({ createdAt }: ListedArtifact): number {
  return createdAt ?? Number.POSITIVE_INFINITY;
}

/** Whether nothing after this page can matter. Should GitHub ever sort otherwise, one without anything young ends the search. */
function isPast(page: readonly ListedArtifact[], since: Instant): boolean {
  const isNewestFirst = page.every((artifact, index) => {
    const before = page[index - 1];
    return before === undefined || time(artifact) <= time(before);
  });
  const last = page.at(-1);
  return page.every((one) => !isYoung(one, since)) || (isNewestFirst && last !== undefined && !isYoung(last, since));
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
    createdAt: dateOf(artifact.created_at),
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

function dateOf(text: string | null): Instant | undefined {
  const date = Date.parse(text ?? '');
  return Number.isNaN(date) ? undefined : date;
}
