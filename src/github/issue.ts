import { needsAttention, renderAllWell, renderIssue, renderOpenedAgain } from '../render/issue.ts';
import { once } from './client.ts';
import { keepOne } from './keep-one.ts';
import { isMarked, type Marker, markerOf } from './marker.ts';
import { allPages } from './pages.ts';
import { authorship, type Publication } from './publication.ts';

/** Makes the issue cheap to find; the marker in it makes it ours. */
const label = 'ncts5-checklist';

/** Of labelled issues, and of all open ones should somebody have taken the label off: 1,000. */
const maxPages = 10;

interface Tracking {
  readonly id: number;
  readonly number: number;
  readonly url: string;
  readonly isOpen: boolean;
  /** A person's decision not to be told any more. */
  readonly isNotPlanned: boolean;
  readonly labels: readonly string[];
}

/**
 * Keeps one tracking issue: open while something expires soon, fails or is missing, with what to do in it; closed with a note
 * when all is well. The same issue is opened again, unless a person closed it as not planned.
 *
 * @returns its address; undefined when there is none, or the event is about a pull request.
 * @throws Octokit's error
 */
export async function publishIssue(publication: Publication): Promise<string | undefined> {
  const { context, assessment, log } = publication;
  if (context.isPullRequest) {
    log('No issue: this run is about a pull request; the tracking issue follows the repository itself.');
    return undefined;
  }
  const marker = markerOf('issue', assessment);
  return needsAttention(assessment) ? keepOpen(publication, marker) : closeAll(publication, marker);
}

async function keepOpen(publication: Publication, marker: Marker): Promise<string | undefined> {
  const { client, context, assessment, summary, log } = publication;
  const { owner, repo, runUrl } = context;
  const { issues } = client.api;
  const { title, body } = renderIssue(assessment, { ...summary, marker: marker.line, runUrl });
  const dismissed = (await trackingIssues(publication, marker)).find(
    ({ isNotPlanned, isOpen }) => isNotPlanned && !isOpen,
  );
  if (dismissed !== undefined) {
    log(`Issue #${dismissed.number} was closed as not planned and is left alone; open it again to be told again.`);
    return dismissed.url;
  }
  const { kept, outcome } = await keepOne<Tracking>(
    {
      find: () => trackingIssues(publication, marker),
      create: async () => read((await issues.create({ owner, repo, title, body, labels: [label], ...once })).data),
      async update(issue) {
        const labels = issue.labels.includes(label) ? undefined : { labels: [...issue.labels, label] };
        const change = { owner, repo, issue_number: issue.number, title, body, ...labels };
        if (issue.isOpen) return read((await issues.update(change)).data);
        const opened = await issues.update({ ...change, state: 'open', state_reason: 'reopened' });
        const note = renderOpenedAgain(assessment, { runUrl });
        await issues.createComment({ owner, repo, issue_number: issue.number, body: note, ...once });
        return read(opened.data);
      },
      async retire(issue, { number }) {
        if (!issue.isOpen) return;
        // Without its marker it is not found again.
        const said = `This issue was a second one of #${number}, made by two runs at the same time.`;
        const change = { owner, repo, issue_number: issue.number, body: said };
        await issues.update({ ...change, state: 'closed', state_reason: 'not_planned' });
        log(`Closed issue #${issue.number}, a second one of #${number}.`);
      },
    },
    client.pace,
  );
  log(`Issue #${kept.number} ${outcome}: ${kept.url}`);
  return kept.url;
}

async function closeAll(publication: Publication, marker: Marker): Promise<string | undefined> {
  const { client, context, assessment, summary, log } = publication;
  const { owner, repo, runUrl } = context;
  const open = (await trackingIssues(publication, marker)).filter(({ isOpen }) => isOpen);
  if (open.length === 0) log('No issue: all is well.');
  const { title, body } = renderIssue(assessment, { ...summary, marker: marker.line, runUrl });
  for (const { number } of open) {
    const at = { owner, repo, issue_number: number };
    await client.api.issues.update({ ...at, title, body, state: 'closed', state_reason: 'completed' });
    await client.api.issues.createComment({ ...at, body: renderAllWell(assessment, { runUrl }), ...once });
    log(`Closed issue #${number}: all is well again.`);
  }
  return open[0]?.url;
}

/** Those that are open, the oldest first; if none is, the one that was closed last. */
async function trackingIssues(publication: Publication, marker: Marker): Promise<readonly Tracking[]> {
  const labelled = await search(publication, marker, { state: 'all', labels: label });
  const found = labelled.length > 0 ? labelled : await search(publication, marker, { state: 'open' });
  const sorted = found.toSorted((left, right) => left.number - right.number);
  const open = sorted.filter(({ isOpen }) => isOpen);
  return open.length > 0 ? open : sorted.slice(-1);
}

async function search(
  { client, context: { owner, repo } }: Publication,
  marker: Marker,
  query: { readonly state: 'all' | 'open'; readonly labels?: string },
): Promise<Tracking[]> {
  const isOurs = authorship({ client });
  const listed = await allPages(
    async (page) => (await client.api.issues.listForRepo({ owner, repo, ...query, ...page })).data,
    maxPages,
  );
  const ours: Tracking[] = [];
  for (const issue of listed) {
    // Pull requests are issues to GitHub, and their descriptions could bear the marker.
    if (issue.pull_request !== undefined || !isMarked(issue.body, marker)) continue;
    if (await isOurs(issue.user)) ours.push(read(issue));
  }
  return ours;
}

function read(issue: {
  readonly id: number;
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly state_reason?: string | null;
  readonly labels: readonly (string | { readonly name?: string | null })[];
}): Tracking {
  return {
    id: issue.number,
    number: issue.number,
    url: issue.html_url,
    isOpen: issue.state === 'open',
    isNotPlanned: issue.state_reason === 'not_planned',
    labels: issue.labels.flatMap((one) => (typeof one === 'string' ? one : (one.name ?? []))),
  };
}
