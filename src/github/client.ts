import type { getOctokit } from '@actions/github';
import { messageOf, statusOf } from './api-error.ts';
import { type Pace, usualPace } from './patience.ts';

/** Where sentences for the log go. Plain text of our own and of GitHub's; the writer guards the line. */
export type Log = (line: string) => void;

type Octokit = ReturnType<typeof getOctokit>;

export interface GitHubClient {
  readonly api: Octokit['rest'];
  /** A list, page by page; for `collect`. */
  readonly pages: Octokit['paginate']['iterator'];
  /** Requests sent so far, repeated ones included. */
  readonly calls: () => number;
  /** Counts a request that went another way, such as through `@actions/artifact`. */
  readonly count: () => void;
  readonly pace: Pace;
}

interface ClientOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly log: Log;
  readonly pace?: Pace | undefined;
  /** Ends every request; none is sent or repeated afterwards. */
  readonly until?: AbortSignal | undefined;
}

const userAgent = 'ncts5-production-checklist';

/**
 * Octokit with GitHub's own plugins for repetition and rate limits, bounded in time, saying what it waits for.
 * Creating something is never repeated blindly: the answer may be lost and the thing be there.
 */
export async function createClient(options: ClientOptions): Promise<GitHubClient> {
  const [{ getOctokit: connect }, { retry }, { throttling }] = await Promise.all([
    import('@actions/github'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ]);
  const { log, pace = usualPace } = options;
  const limits = new RateLimits(pace, log);
  const tries = new Tries(options, pace);
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
        onRateLimit: limits.patience('Rate limit'),
        onSecondaryRateLimit: limits.patience('Secondary rate limit'),
        retryAfterBaseValue: pace.secondMs,
        ...unspaced,
      },
    },
    // The innermost hook: sees each try by itself.
    (made: { hook: Octokit['hook'] }) => made.hook.wrap('request', (request, one) => tries.send(request, one)),
    retry,
    throttling,
  );
  return {
    api: octokit.rest,
    pages: octokit.paginate.iterator,
    calls: () => tries.calls,
    count: () => void (tries.calls += 1),
    pace,
  };
}

/**
 * In place of the plugin's queues, which let one write pass a second, for bursts without end: a run makes a handful of
 * writes in different places, far below GitHub's secondary limits.
 */
const sideBySide = {
  key: () => ({ schedule: async (_: unknown, work: () => Promise<void>): Promise<void> => work() }),
};
const unspaced: Readonly<Record<string, unknown>> = { write: sideBySide, notifications: sideBySide };

/** Request options that keep the retry plugin from repeating what must not happen twice. */
export const once = { request: { retries: 0 } } as const;

interface Collected<T> {
  readonly items: readonly T[];
  /** There are more than were looked at. */
  readonly incomplete: boolean;
}

/**
 * The items of a list, followed by GitHub's `Link` until the last page. How many a page has says nothing: a proxy may
 * give fewer than were asked for.
 *
 * @param isEnough told of each page; true when those after it don't matter.
 * @throws when an answer is no list
 */
export async function collect<T>(
  pages: AsyncIterable<{ readonly data: readonly T[]; readonly headers: { readonly link?: string | undefined } }>,
  maxPages: number,
  isEnough: (page: readonly T[]) => boolean = () => false,
): Promise<Collected<T>> {
  const items: T[] = [];
  let looked = 0;
  for await (const { data, headers } of pages) {
    const isList: boolean = Array.isArray(data);
    if (!isList) {
      throw new TypeError('GitHub answered with something that is not a list');
    }
    items.push(...data);
    looked += 1;
    if (isEnough(data)) {
      break;
    }
    const total: unknown = Reflect.get(data, 'total_count');
    const hasNext = /\brel="next"/.test(headers.link ?? '');
    if (hasNext ? looked >= maxPages : typeof total === 'number' && total > items.length) {
      return { items, incomplete: true };
    }
  }
  return { items, incomplete: false };
}

/** The options of one request, as the hooks of Octokit see and change them. */
interface RequestOptions {
  method: string;
  url: string;
  request?: { retryCount?: number; signal?: AbortSignal };
}

interface Answered {
  readonly status: number;
  readonly headers: { readonly 'content-type'?: string | undefined };
  readonly data: unknown;
}

/** Each try of a request by itself: counted, bounded in time, its answer looked at before anybody reads it. */
class Tries {
  calls = 0;
  readonly #options: ClientOptions;
  readonly #pace: Pace;

  constructor(options: ClientOptions, pace: Pace) {
    this.#options = options;
    this.#pace = pace;
  }

  async send<Options extends RequestOptions, Response extends Answered>(
    request: (options: Options) => Response | Promise<Response>,
    one: Options,
  ): Promise<Response> {
    const { log, until } = this.#options;
    const name = `${one.method} ${shown(one)}`;
    const repeated = one.request?.retryCount ?? 0;
    if (repeated > 0) {
      log(`Trying ${name} again (${repeated + 1} of ${this.#pace.retries + 1}).`);
    }
    const ends = AbortSignal.timeout(this.#pace.timeoutMs);
    one.request = { ...one.request, signal: until === undefined ? ends : AbortSignal.any([ends, until]) };
    this.calls += 1;
    try {
      const response = await request(one);
      refuseOther(response, one);
      return response;
    } catch (error) {
      if (until?.aborted === true) {
        // Without a status: nobody tries it again.
        throw new Error('GitHub did not answer in time', { cause: error });
      }
      const status = statusOf(error);
      if (status !== undefined && status >= 500) {
        log(`GitHub did not answer ${name}: ${messageOf(error)}.`);
      }
      if (status === 409 && one.method === 'GET') {
        // Octokit's paging would take it for the end of the list.
        throw new Error(`GitHub answered 409 (${messageOf(error)})`, { cause: error });
      }
      throw status === 429 ? asRateLimit(error) : error;
    }
  }
}

/** Octokit hands on as text what it can't read, and takes an answer without content for an empty list. */
function refuseOther({ status, headers, data }: Answered, request: RequestOptions): void {
  if (status === 204 || (typeof data === 'object' && data !== null)) {
    return;
  }
  const type = headers['content-type'] ?? 'no content type';
  const why = type.includes('application/json')
    ? 'the answer broke off'
    : `the answer is not GitHub's but something else (${type}), as a proxy on the way gives`;
  throw Object.assign(new Error(why), { status: 502, request });
}

/** The waits for rate limits that all requests of a client may make together. */
class RateLimits {
  #waited = 0;
  readonly #pace: Pace;
  readonly #log: Log;

  constructor(pace: Pace, log: Log) {
    this.#pace = pace;
    this.#log = log;
  }

  /** For the plugin: whether to wait, of a limit with that name. */
  patience(limit: string) {
    return (seconds: number, request: RequestOptions, _octokit: unknown, retryCount: number): boolean => {
      const patient = retryCount < 2 && this.#waited + seconds <= this.#pace.patienceSeconds;
      if (patient) {
        this.#waited += seconds;
      }
      const what = `${limit} reached: GitHub asks to wait ${seconds} s before ${request.method} ${shown(request)}`;
      this.#log(
        patient
          ? `${what}. Waiting.`
          : `${what}. That is longer than this action waits, so it goes on without the answer.`,
      );
      return patient;
    };
  }
}

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
