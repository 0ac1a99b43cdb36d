import { rateLimitSeconds, statusOf, wasRepeated } from './api-error.ts';

/** How patient requests are. Tests make it quick; nobody else changes it. */
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
  /** For everything that is published, together. */
  readonly publishingMs: number;
  /** For all earlier results, from the first list to the last download. */
  readonly earlierMs: number;
}

/** In sum with an upload's deadline below the `timeout-minutes: 10` of our examples. */
export const usualPace: Pace = {
  timeoutMs: 20_000,
  retries: 3,
  retryBaseMs: 1000,
  patienceSeconds: 100,
  secondMs: 1000,
  publishingMs: 120_000,
  earlierMs: 240_000,
};

/**
 * Repeats what failed because GitHub or the line is in trouble, or a rate limit is soon over; for what the client must
 * not or can't repeat itself. What the client has repeated already is not repeated again.
 *
 * @param work looks first whether an earlier try did it after all, where doing it twice would show.
 * @throws the last error
 */
export async function retrying<T>(
  { retries, retryBaseMs, secondMs, patienceSeconds }: Pace,
  work: () => Promise<T>,
): Promise<T> {
  for (let repeated = 0; ; repeated += 1) {
    try {
      return await work();
    } catch (error) {
      const limit = rateLimitSeconds(error);
      const passes = limit === undefined ? (statusOf(error) ?? 0) >= 500 : limit <= patienceSeconds / 2;
      if (repeated >= retries || !passes || wasRepeated(error)) {
        throw error;
      }
      await sleep(limit === undefined ? (repeated + 1) ** 2 * retryBaseMs : limit * secondMs);
    }
  }
}

async function sleep(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** What `work` comes to, or `too late` after so many milliseconds. The work is left to itself then: it can't be stopped. */
export async function inTime<T>(milliseconds: number, work: Promise<T>): Promise<T | 'too late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'too late'>((resolve) => {
    timer = setTimeout(() => resolve('too late'), Math.max(0, milliseconds));
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
