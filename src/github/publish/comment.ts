import { collect, once } from '../client.ts';
import type { CommentContent } from './contents.ts';
import { type Authorship, authorship, keepOne, type Single } from './keep-one.ts';
import { type Mark, markIn, markLine } from './mark.ts';
import type { Publication, EarlierVerdicts, PublishedVerdict } from './earlier-verdicts.ts';

/** 10,000 comments; a longer conversation is no place to look for a verdict. */
const maxPages = 100;

interface Comment extends PublishedVerdict {
  readonly id: number;
}

/**
 * Keeps one comment on each pull request of the event. With `changes`, it is only touched when verdict or requirements stand otherwise
 * than it says.
 *
 * @throws Octokit's error
 */
export async function publishComments(publication: Publication, content: CommentContent): Promise<void> {
  const { context, log, onlyWhereReady } = publication;
  const numbers = await pullRequestsOf(publication);
  if (numbers.length === 0 && !onlyWhereReady) {
    log(`No comment: the event ${context.eventName} belongs to no open pull request.`);
  }
  await Promise.all(numbers.map((number) => publishComment(publication, number, content)));
}

async function publishComment(publication: Publication, number: number, content: CommentContent): Promise<void> {
  const { client, log, onlyWhereReady } = publication;
  const single = commentOn(publication, number, content);
  if (onlyWhereReady && !(await single.find()).some(({ isReady }) => isReady)) {
    return;
  }
  const { kept, outcome } = await keepOne(single, client);
  log(`Comment on pull request #${number} ${outcome}: ${kept.url}`);
}

/** The one comment on a pull request; what is done with it goes by what was found last. */
function commentOn(publication: Publication, number: number, content: CommentContent): Single<Comment> {
  const { client, context, contested, log, earlier } = publication;
  const { owner, repo } = context;
  const { issues } = client.api;
  const isOurs = authorship(client);
  let decision: ReturnType<EarlierVerdicts['decide']> = 'write';
  return {
    async find() {
      const found = await ownComments(publication, number, isOurs);
      decision = earlier.decide(found);
      return found;
    },
    async create() {
      const { body, mark } = marked(publication, content);
      return read((await issues.createComment({ owner, repo, issue_number: number, body, ...once })).data, mark);
    },
    async update(comment) {
      const isContested = decision === 'contest';
      const wanted = isContested ? contested.comment : content;
      const { body, mark } = marked(publication, wanted, isContested);
      const isSame = comment.mark.state === mark.state && comment.isReady === mark.isReady;
      if (decision === 'leave' || (wanted.mode === 'changes' && isSame)) {
        return comment;
      }
      return read((await issues.updateComment({ owner, repo, comment_id: comment.id, body })).data, mark);
    },
    async retire({ id }) {
      if (decision !== 'leave') {
        await issues.deleteComment({ owner, repo, comment_id: id });
        log(`Removed a second comment on pull request #${number}.`);
      }
    },
  };
}

function marked(
  publication: Publication,
  { body, state }: CommentContent,
  isContested = false,
): { readonly body: string; readonly mark: Mark } {
  const mark = { ...publication.mark, state, isReady: publication.mark.isReady && !isContested };
  return { body: `${markLine('comment', mark)}\n${body}`, mark };
}

function read(comment: { readonly id: number; readonly html_url: string }, mark: Mark): Comment {
  return { id: comment.id, url: comment.html_url, mark, isReady: mark.isReady };
}

/** Those of this use of the action, the oldest first. */
async function ownComments(
  { client, context: { owner, repo }, use }: Publication,
  number: number,
  isOurs: Authorship,
): Promise<readonly Comment[]> {
  const query = { owner, repo, issue_number: number, per_page: 100 };
  const { items } = await collect(client.pages(client.api.issues.listComments, query), maxPages);
  const ours: Comment[] = [];
  for (const { id, body, html_url: url, user } of items) {
    const mark = markIn('comment', body);
    if (mark?.key === use.key && (await isOurs(user ?? undefined))) {
      ours.push({ id, url, mark, isReady: mark.isReady });
    }
  }
  return ours.toSorted((left, right) => left.id - right.id);
}

/** The open pull requests that the event is about. */
async function pullRequestsOf({ client, context }: Publication): Promise<readonly number[]> {
  const { pullRequests, pullRequestHead: head, owner, repo } = context;
  if (head === undefined) {
    return pullRequests;
  }
  const query = { owner, repo, head: `${head.owner}:${head.branch}`, state: 'open', per_page: 100 } as const;
  const { items } = await collect(client.pages(client.api.pulls.list, query), 1);
  // A branch of that name may have moved on to another commit since.
  return items.filter((pull) => pull.head.sha === head.sha).map(({ number }) => number);
}
