import type { getOctokit } from '@actions/github';
import { messageOf, statusOf } from './api-error.ts';

/** Where sentences for the log go. Plain text of our own and of GitHub's; whoever writes it guards the line. */
export type Log = (line: string) => void;

export interface GitHubClient {
  readonly api: ReturnType<typeof getOctokit>['rest'];
  /** Requests sent so far, repeated ones included. */
  readonly calls: () => number;
  /** Counts a request that went another way, such as through `@actions/artifact`. */
  readonly count: () => void;
  readonly pace: Pace;
}

/** How patient the client is. Tests make it quick; nobody else changes it. */
export interface Pace {
  /** An answer that takes longer counts as a failure to try again. */
  readonly timeoutMs: number;
  /** Tries after the first one when GitHub or the line fails. */
  readonly retries: number;
  /** The pause before the n-th repetition is n² times this. */
  readonly retryBaseMs: number;
  /** Seconds that all waits for rate limits together may take; a build that hangs for an hour helps nobody. */
  readonly patienceSeconds: number;
  /** Milliseconds to a second that GitHub asks to wait. */
  readonly secondMs: number;
  /** More options of the throttling plugin. */
  readonly throttle?: Readonly<Record<string, unknown>>;
}

export const usualPace: Pace = {
  timeoutMs: 20_000,
  retries: 3,
  retryBaseMs: 1000,
  patienceSeconds: 150,
  secondMs: 1000,
};

const userAgent = 'ncts5-production-checklist';

/** The options of one request, as the hooks of Octokit see and change them. */
interface RequestOptions {
  method: string;
  url: string;
  request?: { retryCount?: number; signal?: AbortSignal };
}

/**
 * Octokit with GitHub's own plugins for repetition and rate limits, bounded in time, saying what it waits for.
 * Creating something is never repeated blindly: the answer may be lost and the thing be there.
 */
export async function createClient(options: {
  readonly token: string;
  readonly apiUrl: string;
  readonly log: Log;
  readonly pace?: Pace | undefined;
}): Promise<GitHubClient> {
  const [{ getOctokit: connect }, { retry }, { throttling }] = await Promise.all([
    import('@actions/github'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ]);
  const { log, pace = usualPace } = options;
  let calls = 0;
  let waited = 0;

  /** The innermost hook: sees each try by itself. */
  const eachTry = (octokit: { hook: ReturnType<typeof connect>['hook'] }): void => {
    octokit.hook.wrap('request', async (request, requestOptions) => {
      const one: RequestOptions = requestOptions;
      const name = `${one.method} ${shown(one)}`;
      const earlier = one.request?.retryCount ?? 0;
      if (earlier > 0) log(`Trying ${name} again (${earlier + 1} of ${pace.retries + 1}).`);
      one.request = { ...one.request, signal: AbortSignal.timeout(pace.timeoutMs) };
      calls += 1;
      try {
        const response = await request(requestOptions);
        const type = response.headers['content-type'] ?? '';
        // Octokit hands on what it has of an answer that breaks off: as text.
        if (typeof response.data === 'string' && type.includes('application/json')) {
          throw Object.assign(new Error('the answer broke off'), { status: 500, request: requestOptions });
        }
        return response;
      } catch (error) {
        const status = statusOf(error);
        if (status !== undefined && status >= 500) log(`GitHub did not answer ${name}: ${messageOf(error)}.`);
        throw status === 429 ? asRateLimit(error) : error;
      }
    });
  };
  const patience =
    (limit: string) =>
    (seconds: number, request: { method: string; url: string }, _octokit: unknown, retryCount: number): boolean => {
      const patient = retryCount < 2 && waited + seconds <= pace.patienceSeconds;
      if (patient) waited += seconds;
      const what = `${limit} reached: GitHub asks to wait ${seconds} s before ${request.method} ${shown(request)}`;
      log(patient ? `${what}. Waiting.` : `${what}. That is more than this action waits; it goes on without.`);
      return patient;
    };

  const octokit = connect(
    options.token,
    {
      baseUrl: options.apiUrl,
      userAgent,
      // Octokit's own remarks would go to the console unguarded.
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
      retry: {
        doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
        retries: pace.retries,
        retryAfterBaseValue: pace.retryBaseMs,
      },
      throttle: {
        onRateLimit: patience('Rate limit'),
        onSecondaryRateLimit: patience('Secondary rate limit'),
        retryAfterBaseValue: pace.secondMs,
        ...pace.throttle,
      },
    },
    eachTry,
    retry,
    throttling,
  );
  return { api: octokit.rest, calls: () => calls, count: () => void (calls += 1), pace };
}

/** Request options that keep the retry plugin from repeating what must not happen twice. */
export const once = { request: { retries: 0 } } as const;

/** The plugin knows a secondary limit by its words, which proxies before GitHub don't use. */
function asRateLimit(error: unknown): unknown {
  if (error instanceof Error && !/\bsecondary rate\b/i.test(error.message)) {
    error.message += ' (taken for a secondary rate limit)';
  }
  return error;
}

/** The path of a request, without host and parameters. */
function shown({ url }: { readonly url: string }): string {
  return url.replace(/^https?:\/\/[^/]+/, '').replace(/[?{][^/]*$/, '');
}
