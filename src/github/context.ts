import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { oneLine } from '../text/escape.ts';

/** What this run is about, read once from the runner's environment and the event that started it. */
export interface RunContext {
  /** `pull_request`, `schedule`, … */
  readonly eventName: string;
  readonly owner: string;
  readonly repo: string;
  readonly runId: number;
  readonly runAttempt: number;
  /** Tells this step from others of its run: another for each. Hex. */
  readonly step: string;
  readonly runUrl: string;
  /** `https://api.github.com`, or a GHES instance's. */
  readonly apiUrl: string;
  /** The commit that a verdict belongs to; undefined when the event has none (a deleted branch). */
  readonly headSha: string | undefined;
  /** Numbers of the pull requests that the event names, of this repository, in ascending order. */
  readonly pullRequests: readonly number[];
  /**
   * Where to look for the pull request when the event should name one but doesn't: GitHub lists none in a
   * workflow_run whose head is in a fork.
   */
  readonly pullRequestHead: { readonly owner: string; readonly branch: string; readonly sha: string } | undefined;
  /** The event speaks of a pull request (or of a run that one started), so of no branch of record. */
  readonly isPullRequest: boolean;
  /** A pull request from a fork: GitHub lets its token only read, whatever the workflow's `permissions` say. */
  readonly tokenOnlyReads: boolean;
  /** GitHub Enterprise Server: no artifact service that `@actions/artifact` could talk to. */
  readonly isGhes: boolean;
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment of a workflow's step and its event payload.
 *
 * @returns undefined outside of GitHub Actions, where there is no repository to talk about.
 */
export async function readRunContext(env: Env): Promise<RunContext | undefined> {
  const path = env['GITHUB_EVENT_PATH'];
  let payload: unknown;
  try {
    payload = path === undefined || path === '' ? undefined : JSON.parse(await readFile(path, 'utf8'));
  } catch {
    // Without its payload an event still has a repository, a run and a commit.
    payload = undefined;
  }
  return runContext(env, payload);
}

/** The same from values: `payload` is the event as GitHub's webhooks document it. */
export function runContext(env: Env, payload: unknown): RunContext | undefined {
  const [owner = '', repo = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  const runId = Number(env['GITHUB_RUN_ID']);
  if (owner === '' || repo === '' || !Number.isSafeInteger(runId) || runId <= 0) return undefined;
  const serverUrl = env['GITHUB_SERVER_URL'] || 'https://github.com';
  const head = headOf(env['GITHUB_EVENT_NAME'] ?? '', payload);
  const sha = head.sha ?? text(env['GITHUB_SHA']);
  return {
    eventName: env['GITHUB_EVENT_NAME'] ?? '',
    owner,
    repo,
    runId,
    runAttempt: Number(env['GITHUB_RUN_ATTEMPT']) || 1,
    step: randomBytes(4).toString('hex'),
    runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${runId}`,
    apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
    // 40 zeros stand for a branch that was deleted.
    headSha: sha !== undefined && /^[0-9a-f]{40,64}$/i.test(sha) && !/^0+$/.test(sha) ? sha : undefined,
    pullRequests: head.pullRequests,
    pullRequestHead: head.lookUp,
    isPullRequest: head.isPullRequest,
    // In pull_request_target workflow and token are the repository's own.
    tokenOnlyReads: head.isFork && env['GITHUB_EVENT_NAME'] !== 'pull_request_target',
    isGhes: isGhes(serverUrl),
  };
}

interface Head {
  readonly sha: string | undefined;
  readonly pullRequests: readonly number[];
  readonly lookUp: RunContext['pullRequestHead'];
  readonly isPullRequest: boolean;
  /** A pull request whose head is in another repository. */
  readonly isFork: boolean;
}

const plain: Head = { sha: undefined, pullRequests: [], lookUp: undefined, isPullRequest: false, isFork: false };

/** GITHUB_SHA names a merge commit or the default branch's tip in many events: nobody looks for a verdict there. */
function headOf(eventName: string, payload: unknown): Head {
  const pull = get(payload, 'pull_request');
  if (pull !== undefined) return pullRequestHead(pull, payload);
  switch (eventName) {
    case 'push':
      return { ...plain, sha: text(get(payload, 'after')) };
    case 'merge_group':
      return { ...plain, sha: text(get(payload, 'merge_group', 'head_sha')), isPullRequest: true };
    case 'workflow_run':
      return workflowRunHead(get(payload, 'workflow_run'), payload);
    default: {
      const number = get(payload, 'issue', 'pull_request') === undefined ? undefined : get(payload, 'issue', 'number');
      return typeof number === 'number' ? { ...plain, pullRequests: [number], isPullRequest: true } : plain;
    }
  }
}

function pullRequestHead(pull: unknown, payload: unknown): Head {
  const number = get(pull, 'number') ?? get(payload, 'number');
  const base = get(pull, 'base', 'repo', 'id') ?? get(payload, 'repository', 'id');
  return {
    sha: text(get(pull, 'head', 'sha')),
    pullRequests: typeof number === 'number' ? [number] : [],
    lookUp: undefined,
    isPullRequest: true,
    // A deleted fork leaves no repository behind: as foreign as one.
    isFork: get(pull, 'head', 'repo', 'id') !== base,
  };
}

function workflowRunHead(run: unknown, payload: unknown): Head {
  const sha = text(get(run, 'head_sha'));
  const repository = get(payload, 'repository', 'id');
  const listed = get(run, 'pull_requests');
  const pullRequests = (Array.isArray(listed) ? listed : [])
    // Runs also list pull requests that forks have among themselves.
    .filter((one: unknown) => get(one, 'base', 'repo', 'id') === repository && get(one, 'head', 'sha') === sha)
    .map((one: unknown) => get(one, 'number'))
    .filter((number) => typeof number === 'number')
    .toSorted((left, right) => left - right);
  const owner = text(get(run, 'head_repository', 'owner', 'login'));
  const branch = text(get(run, 'head_branch'));
  const isPullRequest = text(get(run, 'event'))?.startsWith('pull_request') ?? false;
  const canLookUp = isPullRequest && pullRequests.length === 0;
  return {
    sha,
    pullRequests,
    lookUp:
      canLookUp && owner !== undefined && branch !== undefined && sha !== undefined
        ? { owner, branch, sha }
        : undefined,
    isPullRequest,
    isFork: false,
  };
}

/**
 * Whether a server is GitHub Enterprise Server, as GitHub's toolkit sees it: everything but github.com and the hosts of
 * GitHub Enterprise Cloud with data residency. What is not an address says nothing.
 */
function isGhes(serverUrl: string): boolean {
  if (!URL.canParse(serverUrl)) return false;
  const host = new URL(serverUrl).hostname.toLowerCase();
  return host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}

function get(value: unknown, ...keys: string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Object.hasOwn(current, key) ? Reflect.get(current, key) : undefined;
  }
  return current ?? undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Why there is no artifact service here that could be uploaded to; undefined where there is one. A clause. */
export function missingService(): string | undefined {
  const server = process.env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  // An address that can't be read is not GitHub's either.
  if (!URL.canParse(server) || isGhes(server)) {
    const host = URL.canParse(server) ? new URL(server).hostname : server;
    return `${oneLine(host, 100)} is not GitHub.com, and has no artifact service for this`;
  }
  return (process.env['ACTIONS_RUNTIME_TOKEN'] ?? '') === '' || (process.env['ACTIONS_RESULTS_URL'] ?? '') === ''
    ? 'the runner gave no access to an artifact service (ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL)'
    : undefined;
}
