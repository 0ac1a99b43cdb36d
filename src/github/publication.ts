import type { Assessment } from '../assessment/assessment.ts';
import type { SummaryContext } from '../render/summary.ts';
import { statusOf } from './api-error.ts';
import type { GitHubClient, Log } from './client.ts';
import type { RunContext } from './context.ts';

/** What every way of publishing needs. */
export interface Publication {
  readonly client: GitHubClient;
  readonly context: RunContext;
  readonly assessment: Assessment;
  /** Links and remarks to show, the same as in the job summary. */
  readonly summary: SummaryContext;
  readonly log: Log;
}

/** Whether a comment or issue was written by this action: it is shown and changed, so it must not be a stranger's. */
export type Authorship = (
  user: { readonly login: string; readonly type: string } | null | undefined,
) => Promise<boolean>;

/**
 * The workflow's own token acts as a bot, and GitHub doesn't tell it as which; people can't write as one. Of a
 * person's token it tells the name.
 */
export function authorship({ client }: Pick<Publication, 'client'>): Authorship {
  let login: Promise<string | undefined> | undefined;
  const ownLogin = async (): Promise<string | undefined> => {
    try {
      return (await client.api.users.getAuthenticated()).data.login;
    } catch (error) {
      if (statusOf(error) === 403 || statusOf(error) === 401) return undefined;
      throw error;
    }
  };
  return async (user) => {
    if (user === null || user === undefined) return false;
    if (user.type === 'Bot') return true;
    login ??= ownLogin();
    return (await login) === user.login;
  };
}
