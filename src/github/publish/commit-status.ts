import { collect } from '../client.ts';
import type { CommitStatusContent } from './contents.ts';
import { isAfter, type Mark, readMark, writeMark } from './mark.ts';
import type { Publication, PublishedVerdict } from './earlier-verdicts.ts';

interface Existing extends PublishedVerdict, CommitStatusContent {
  readonly context: string;
}

/**
 * Sets the commit status. Its context is the name of the use of the action, so that each has one of its own; the last one
 * set is what GitHub shows.
 *
 * @throws Octokit's error
 */
export async function publishCommitStatus(
  publication: Publication,
  sha: string,
  content: CommitStatusContent,
): Promise<void> {
  const { earlier, contested, log, use, mark, onlyWhereReady } = publication;
  const [before] = await existing(publication, sha);
  const decision = earlier.decide(before === undefined ? [] : [before]);
  if (decision === 'leave' || (onlyWhereReady && before?.isReady !== true)) {
    return;
  }
  const wanted = decision === 'contest' ? contested.commitStatus : content;
  const context = before?.context ?? use.name;
  await set(publication, sha, { ...wanted, context, mark: { ...mark, isReady: wanted.state === 'success' } });
  log(`Commit status on ${sha.slice(0, 7)}: ${wanted.state}`);
  // Another run may have written meanwhile.
  const after = await existing(publication, sha);
  const later = after.find((one) => isAfter(one.mark, mark));
  if (earlier.decide(after.slice(1)) === 'leave' && later !== undefined && after[0] !== later) {
    await set(publication, sha, later);
  }
}

type Status = CommitStatusContent & { readonly context: string; readonly mark: Mark };

async function set(
  { client, context: { owner, repo, runUrl } }: Publication,
  sha: string,
  { state, description, context, mark }: Status,
): Promise<void> {
  const address = `${runUrl.replace(/\d+$/, String(mark.runId))}/attempts/${mark.attempt}#${writeMark(mark)}`;
  await client.api.repos.createCommitStatus({ owner, repo, sha, state, description, context, target_url: address });
}

/** The newest first, without those of others. */
async function existing(
  { client, context: { owner, repo, runUrl }, use }: Publication,
  sha: string,
): Promise<readonly Existing[]> {
  const query = { owner, repo, ref: sha, per_page: 100 };
  const { items } = await collect(client.pages(client.api.repos.listCommitStatusesForRef, query), 10);
  return items.flatMap(({ state, description, context, target_url }): Existing[] => {
    const mark = readMark(target_url?.split('#')[1]);
    if (mark === undefined || (context !== use.name && mark.key !== use.key)) {
      return [];
    }
    const known = state === 'success' || state === 'pending' ? state : 'failure';
    const url = target_url?.split('#')[0] ?? runUrl;
    return [{ context, mark, state: known, description: description ?? '', isReady: state === 'success', url }];
  });
}
