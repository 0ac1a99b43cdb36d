import { setTimeout as sleep } from 'node:timers/promises';
import { statusOf } from './api-error.ts';
import type { Pace } from './client.ts';

/** Something of which there must be one and that GitHub can't be asked to keep single. */
export interface Single<T extends { readonly id: number }> {
  /** Those that there are, the oldest first. */
  find(): Promise<readonly T[]>;
  create(): Promise<T>;
  update(one: T): Promise<T>;
  /** Removes one that is too many. */
  retire(one: T, kept: T): Promise<void>;
}

/**
 * Updates the one that there is, or creates it. Two runs at once may both find none and create one each: so each
 * looks again after creating, and the oldest stays. What a run that was cut off left behind, the next one removes.
 * A creation whose answer got lost is not repeated before having looked whether it happened.
 */
export async function keepOne<T extends { readonly id: number }>(
  single: Single<T>,
  pace: Pace,
): Promise<{ readonly kept: T; readonly outcome: 'created' | 'updated' }> {
  for (let tried = 0; ; tried += 1) {
    try {
      const found = await single.find();
      const [oldest] = found;
      if (oldest !== undefined) {
        const kept = await single.update(oldest);
        for (const extra of found.slice(1)) await single.retire(extra, kept);
        return { kept, outcome: 'updated' };
      }
      const created = await single.create();
      const [first] = await single.find();
      if (first === undefined || first.id === created.id) return { kept: created, outcome: 'created' };
      await single.retire(created, first);
      return { kept: await single.update(first), outcome: 'updated' };
    } catch (error) {
      const status = statusOf(error) ?? 0;
      // 404: somebody deleted it between finding and updating.
      const isWorthAnother = status >= 500 || (status === 404 && tried === 0);
      if (!isWorthAnother || tried >= pace.retries) throw error;
      await sleep((tried + 1) ** 2 * pace.retryBaseMs);
    }
  }
}
