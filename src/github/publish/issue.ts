import { collect, once } from '../client.ts';
import type { IssueContent } from './contents.ts';
import { authorship, keepOne, type Single } from './keep-one.ts';
import { markIn, markLine } from './mark.ts';
import type { Publication, PublishedVerdict } from './earlier-verdicts.ts';

/** Of labelled issues, and of all open ones should somebody have taken the label off: 1,000. */
const maxPages = 10;

interface Tracking extends PublishedVerdict {
  readonly id: number;
  readonly number: number;
  readonly isOpen: boolean;
  /** A person's decision not to be told any more. */
  readonly isNotPlanned: boolean;
  readonly labels: readonly string[];
}

/**
 * Keeps one tracking issue: open while somebody has something to do, with what to do in it; closed with a note when
 * nobody has. The same issue is opened again, unless a person closed it as not planned. Not for pull requests.
 *
 * @throws Octokit's error
 */
export async function publishIssue(publication: Publication, content: IssueContent): Promise<void> {
  const { context, log, earlier, contested, onlyWhereReady } = publication;
  if (context.isPullRequest) {
    if (!onlyWhereReady) {
      log('No issue: this run is about a pull request; the tracking issue follows the repository itself.');
    }
    return;
  }
  const found = await trackingIssues(publication, content.label);
  const decision = earlier.decide(found);
  if (decision === 'leave' || (onlyWhereReady && !found.some(({ isReady }) => isReady))) {
    return;
  }
  const wanted = decision === 'contest' ? contested.issue : content;
  await (wanted.isOpen ? keepOpen(publication, wanted) : closeAll(publication, wanted, found));
}

async function keepOpen(publication: Publication, content: IssueContent): Promise<void> {
  const { client, log } = publication;
  const dismissed = (await trackingIssues(publication, content.label)).find(
    ({ isNotPlanned, isOpen }) => isNotPlanned && !isOpen,
  );
  if (dismissed !== undefined) {
    log(`Issue #${dismissed.number} was closed as not planned and is left alone; open it again to be told again.`);
    return;
  }
  const { kept, outcome } = await keepOne(openIssue(publication, content), client);
  log(`Issue #${kept.number} ${outcome}: ${kept.url}`);
}

/** The one tracking issue, open. */
function openIssue(publication: Publication, content: IssueContent): Single<Tracking> {
  const { client, context, log } = publication;
  const { owner, repo } = context;
  const { issues } = client.api;
  const { title, opened, label } = content;
  const body = bodyOf(publication, content);
  return {
    find: () => trackingIssues(publication, label),
    async create() {
      const made = await issues.create({ owner, repo, title, body, labels: [label], ...once });
      return read(publication, made.data);
    },
    async update(issue) {
      const labels = issue.labels.includes(label) ? undefined : { labels: [...issue.labels, label] };
      const change = { owner, repo, issue_number: issue.number, title, body, ...labels };
      if (issue.isOpen) {
        return read(publication, (await issues.update(change)).data);
      }
      const reopened = await issues.update({ ...change, state: 'open', state_reason: 'reopened' });
      await issues.createComment({ owner, repo, issue_number: issue.number, body: opened, ...once });
      return read(publication, reopened.data);
    },
    async retire(issue, { number }) {
      if (!issue.isOpen) {
        return;
      }
      // Without its mark it is not found again.
      const said = `This issue was a second one of #${number}, made by two runs at the same time.`;
      const change = { owner, repo, issue_number: issue.number, body: said };
      await issues.update({ ...change, state: 'closed', state_reason: 'not_planned' });
      log(`Closed issue #${issue.number}, a second one of #${number}.`);
    },
  };
}

async function closeAll(publication: Publication, content: IssueContent, found: readonly Tracking[]): Promise<void> {
  const { client, context, log } = publication;
  const { owner, repo } = context;
  const open = found.filter(({ isOpen }) => isOpen);
  if (open.length === 0) {
    log('No issue: all is well.');
  }
  for (const { number } of open) {
    const at = { owner, repo, issue_number: number };
    const change = { title: content.title, body: bodyOf(publication, content) };
    await client.api.issues.update({ ...at, ...change, state: 'closed', state_reason: 'completed' });
    await client.api.issues.createComment({ ...at, body: content.closed, ...once });
    log(`Closed issue #${number}: all is well again.`);
  }
}

function bodyOf({ mark }: Publication, { body, isOpen }: IssueContent): string {
  return `${markLine('issue', { ...mark, isReady: mark.isReady && !isOpen })}\n${body}`;
}

/** Those that are open, the oldest first; if none is, the one that was closed last. */
async function trackingIssues(publication: Publication, label: string): Promise<readonly Tracking[]> {
  const labelled = await search(publication, { state: 'all', labels: label });
  const found = labelled.length > 0 ? labelled : await search(publication, { state: 'open' });
  const sorted = found.toSorted((left, right) => left.number - right.number);
  const open = sorted.filter(({ isOpen }) => isOpen);
  return open.length > 0 ? open : sorted.slice(-1);
}

async function search(
  publication: Publication,
  query: { readonly state: 'all' | 'open'; readonly labels?: string },
): Promise<readonly Tracking[]> {
  const { client, context, use } = publication;
  const { owner, repo } = context;
  const isOurs = authorship(client);
  const listed = client.pages(client.api.issues.listForRepo, { owner, repo, ...query, per_page: 100 });
  const { items } = await collect(listed, maxPages);
  const ours: Tracking[] = [];
  for (const issue of items) {
    // Pull requests are issues to GitHub, and their descriptions could bear the mark.
    const isMarked = issue.pull_request === undefined && markIn('issue', issue.body)?.key === use.key;
    if (isMarked && (await isOurs(issue.user))) {
      ours.push(read(publication, issue));
    }
  }
  return ours;
}

function read(
  publication: Publication,
  issue: {
    readonly number: number;
    readonly html_url: string;
    readonly body?: string | null;
    readonly state: string;
    readonly state_reason?: string | null;
    readonly labels: readonly (string | { readonly name?: string | null })[];
  },
): Tracking {
  const mark = markIn('issue', issue.body) ?? publication.mark;
  return {
    id: issue.number,
    number: issue.number,
    url: issue.html_url,
    mark,
    isReady: mark.isReady,
    isOpen: issue.state === 'open',
    isNotPlanned: issue.state_reason === 'not_planned',
    labels: issue.labels.flatMap((one) => (typeof one === 'string' ? one : (one.name ?? []))),
  };
}
