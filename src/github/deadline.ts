import { setTimeout as sleep } from 'node:timers/promises';

/** What `work` comes to, or `too late` after so many milliseconds. The work is left to itself then: it can't be stopped. */
export async function inTime<T>(milliseconds: number, work: Promise<T>): Promise<T | 'too late'> {
  const done = new AbortController();
  const late = sleep(Math.max(0, milliseconds), 'too late' as const, { signal: done.signal });
  return Promise.race([work, late]).finally(() => done.abort());
}
