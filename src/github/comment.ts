import { renderComment } from '../render/comment.ts';
import { once } from './client.ts';
import { keepOne } from './keep-one.ts';
import { isMarked, isSameState, markerOf } from './marker.ts';
import { allPages } from './pages.ts';
import { authorship, type Publication } from './publication.ts';

/** 10,000 comments; a longer conversation is no place to look for a verdict. */
const maxPages = 100;

/**
 * Keeps one comment on each pull request of the event. With `changes`, it is only touched when verdict or
 * requirements stand otherwise than it says.
 *
 * @returns addresses of the comments.
 * @throws Octokit's error
 */
export async function publishComments(
  publication: Publication,
  mode: 'always' | 'changes',
): Promise<readonly string[]> {
  const { context, log } = publication;
  const numbers = await pullRequestsOf(publication);
  if (numbers.length === 0) {
    log(`No comment: the event ${context.eventName} belongs to no open pull request.`);
  }
  const urls: string[] = [];
  for (const number of numbers) urls.push(await publishComment(publication, mode, number));
  return urls;
}

async function pullRequestsOf({ client, context }: Publication): Promise<readonly number[]> {
  const { pullRequests, pullRequestHead: head, owner, repo } = context;
  if (head === undefined) return pullRequests;
  const { data } = await client.api.pulls.list({
    owner,
    repo,
    head: `${head.owner}:${head.branch}`,
    state: 'open',
    per_page: 100,
  });
  // A branch of that name may have moved on to another commit since.
  return data.filter((pull) => pull.head.sha === head.sha).map(({ number }) => number);
}

async function publishComment(
  { client, context, assessment, summary, log }: Publication,
  mode: 'always' | 'changes',
  number: number,
): Promise<string> {
  const { owner, repo } = context;
  const { issues } = client.api;
  const marker = markerOf('comment', assessment);
  const body = renderComment(assessment, { ...summary, marker: marker.line, runUrl: context.runUrl });
  const isOurs = authorship({ client });
  const at = { owner, repo, issue_number: number };

  const { kept, outcome } = await keepOne(
    {
      async find() {
        const comments = await allPages(async (page) => (await issues.listComments({ ...at, ...page })).data, maxPages);
        const ours = [];
        for (const comment of comments.filter((one) => isMarked(one.body, marker))) {
          if (await isOurs(comment.user)) ours.push(comment);
        }
        return ours.toSorted((left, right) => left.id - right.id);
      },
      create: async () => (await issues.createComment({ ...at, body, ...once })).data,
      async update(comment) {
        if (mode === 'changes' && isSameState(comment.body, marker)) return comment;
        return (await issues.updateComment({ owner, repo, comment_id: comment.id, body })).data;
      },
      async retire({ id }) {
        await issues.deleteComment({ owner, repo, comment_id: id });
        log(`Removed a second comment on pull request #${number}.`);
      },
    },
    client.pace,
  );
  log(`Comment on pull request #${number} ${outcome}: ${kept.html_url}`);
  return kept.html_url;
}
