import { statusOf } from '../api-error.ts';
import type { GitHubClient } from '../client.ts';
import { retrying } from '../patience.ts';

/** Something of which there must be one and that GitHub can't be asked to keep single. */
export interface Single<T extends { readonly id: number }> {
  /** Those that there are, the oldest first. */
  find(): Promise<readonly T[]>;
  create(): Promise<T>;
  update(one: T): Promise<T>;
  /** Removes one that is too many. */
  retire(one: T, kept: T): Promise<void>;
}

interface Kept<T> {
  readonly kept: T;
  readonly outcome: 'created' | 'updated';
}

/**
 * Updates the one that there is, or creates it. Two runs at once may both find none and create one each: so each
 * looks again after creating, and the oldest stays. What a run that was cut off left behind, the next one removes.
 * A creation whose answer got lost is not repeated before having looked whether it happened.
 */
export async function keepOne<T extends { readonly id: number }>(
  single: Single<T>,
  { pace }: GitHubClient,
): Promise<Kept<T>> {
  try {
    return await retrying(pace, () => keepOnce(single));
  } catch (error) {
    // Somebody deleted it between finding and updating.
    if (statusOf(error) !== 404) {
      throw error;
    }
    return retrying(pace, () => keepOnce(single));
  }
}

async function keepOnce<T extends { readonly id: number }>(single: Single<T>): Promise<Kept<T>> {
  const found = await single.find();
  const [oldest] = found;
  if (oldest !== undefined) {
    const kept = await single.update(oldest);
    for (const extra of found.slice(1)) {
      await single.retire(extra, kept);
    }
    return { kept, outcome: 'updated' };
  }
  const created = await single.create();
  const [first] = await single.find();
  if (first === undefined || first.id === created.id) {
    return { kept: created, outcome: 'created' };
  }
  await single.retire(created, first);
  return { kept: await single.update(first), outcome: 'updated' };
}

/** Whether a comment or issue was written by this action: it is shown and changed, so it must not be a stranger's. */
export type Authorship = (
  user: { readonly login: string; readonly type: string } | null | undefined,
) => Promise<boolean>;

/**
 * The workflow's own token acts as a bot, and GitHub doesn't tell it as which; people can't write as one. Of a
 * person's token it tells the name.
 */
export function authorship({ api }: GitHubClient): Authorship {
  let login: Promise<string | undefined> | undefined;
  const ownLogin = async (): Promise<string | undefined> => {
    try {
      return (await api.users.getAuthenticated()).data.login;
    } catch (error) {
      if (statusOf(error) === 403 || statusOf(error) === 401) {
        return undefined;
      }
      throw error;
    }
  };
  return async (user) => {
    if (user === null || user === undefined) {
      return false;
    }
    if (user.type === 'Bot') {
      return true;
    }
    login ??= ownLogin();
    return (await login) === user.login;
  };
}
