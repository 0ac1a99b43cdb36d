import type { Finding } from '../../finding.ts';
import { listed } from '../../text/wording.ts';
import { explain, messageOf } from '../api-error.ts';
import { createClient, type GitHubClient, type Log } from '../client.ts';
import type { RunContext } from '../context.ts';
import { type Pace, usualPace } from '../patience.ts';
import { publishCheckRun } from './check-run.ts';
import { publishComments } from './comment.ts';
import { publishCommitStatus } from './commit-status.ts';
import { type AllPublications, type Publications, withoutVerdict } from './contents.ts';
import { publishIssue } from './issue.ts';
import { markOf, type Use } from './mark.ts';
import { type Publication, EarlierVerdicts } from './earlier-verdicts.ts';

export interface PublishOptions {
  /** What is asked for. */
  readonly contents: Publications;
  /** Whether the verdict in them is 'ready'. */
  readonly isReady: boolean;
  readonly use: Use;
  readonly token: string | undefined;
  /** Undefined outside of GitHub Actions. */
  readonly context: RunContext | undefined;
  readonly log: Log;
  readonly pace?: Pace | undefined;
  /** Of a run that could not judge: in its place a 'ready' of an earlier run is withdrawn wherever one stands. */
  readonly withdrawal?: AllPublications | undefined;
}

/** One place on GitHub where a run says something. */
interface Place {
  readonly of: keyof Publications;
  /** As in 'Nothing was published (…)'. */
  readonly name: string;
  /** Completes 'could not …'. */
  readonly what: string;
  readonly permission: string;
  readonly publish: (publication: Publication, contents: Publications) => Promise<void>;
}

const places: readonly Place[] = [
  {
    of: 'checkRun',
    name: 'check run',
    what: 'write the check run',
    permission: 'checks: write',
    publish: (publication, { checkRun }) => onHead(publication, checkRun, publishCheckRun),
  },
  {
    of: 'commitStatus',
    name: 'commit status',
    what: 'set the commit status',
    permission: 'statuses: write',
    publish: (publication, { commitStatus }) => onHead(publication, commitStatus, publishCommitStatus),
  },
  {
    of: 'comment',
    name: 'comment',
    what: 'write the comment',
    permission: 'pull-requests: write',
    publish: async (publication, { comment }) => comment && publishComments(publication, comment),
  },
  {
    of: 'issue',
    name: 'issue',
    what: 'keep the tracking issue',
    permission: 'issues: write',
    publish: async (publication, { issue }) => issue && publishIssue(publication, issue),
  },
];

async function onHead<Content>(
  publication: Publication,
  content: Content | undefined,
  publish: (publication: Publication, sha: string, content: Content) => Promise<void>,
): Promise<void> {
  const { headSha, eventName } = publication.context;
  if (content !== undefined && headSha === undefined) {
    throw new Error(`there is no commit to attach it to: the event ${eventName} names none`);
  }
  if (content !== undefined && headSha !== undefined) {
    await publish(publication, headSha, content);
  }
}

/**
 * Publishes what is asked for, side by side, each for itself. What can't be done becomes a warning; a name that two uses of
 * the action share, an error. Never throws, and ends in time.
 */
export async function publishStatus(options: PublishOptions): Promise<readonly Finding[]> {
  const { contents, context, token, log, pace = usualPace, withdrawal } = options;
  const asked = places.filter((place) => contents[place.of] !== undefined);
  const names = asked.map(({ name }) => name).join(', ');
  const missing =
    context === undefined
      ? 'this is not a run of GitHub Actions'
      : 'there is no token. Set `github-token: ${{ github.token }}`';
  if (context === undefined || token === undefined) {
    return asked.length === 0 ? [] : [warning(`Nothing was published (${names}): ${missing}.`)];
  }
  const wanted = withdrawal === undefined ? asked : places;
  if (wanted.length === 0) {
    return [];
  }
  try {
    const until = AbortSignal.timeout(pace.publishingMs);
    const client = await createClient({ token, apiUrl: context.apiUrl, log, pace, until });
    const access = { client, context, options, late: lateness(until) };
    const outcomes = await Promise.all(wanted.map((place) => publishAt(place, access)));
    tellUnseen(wanted, outcomes, log);
    const shared = outcomes.some(({ isShared }) => isShared) ? [sharedName(options.use)] : [];
    return [...shared, ...outcomes.flatMap(({ findings }) => findings)];
  } catch (error) {
    const operation = { what: 'reach GitHub', permission: 'contents: read', tokenOnlyReads: false };
    return [warning(explain(error, operation))];
  }
}

interface Access {
  readonly client: GitHubClient;
  readonly context: RunContext;
  readonly options: PublishOptions;
  /** Rejects when the time for publishing is over. */
  readonly late: Promise<never>;
}

interface Outcome {
  readonly findings: readonly Finding[];
  readonly isShared: boolean;
  /** Why a place where nothing was asked for could not be looked at. */
  readonly unseen?: string;
}

async function publishAt(place: Place, { client, context, options, late }: Access): Promise<Outcome> {
  const { use, log, isReady, contents, withdrawal } = options;
  const isAsked = contents[place.of] !== undefined;
  const mark = markOf(use, context, { isReady });
  const earlier = new EarlierVerdicts(`the ${place.name}`, mark);
  const contested = withoutVerdict({
    title: 'Two uses of the action share one name',
    why: `${sharedName(use).message} ${sharedName(use).next}\n`,
    runUrl: context.runUrl,
    label: (contents.issue ?? withdrawal?.issue)?.label ?? '',
  });
  try {
    const publication = { client, context, use, log, mark, contested, earlier, onlyWhereReady: !isAsked };
    await Promise.race([place.publish(publication, (isAsked ? contents : withdrawal) ?? {}), late]);
    return { findings: earlier.findings(), isShared: earlier.isShared };
  } catch (error) {
    const message = explain(error, { ...place, tokenOnlyReads: context.tokenOnlyReads }) + earlier.warning();
    if (isAsked || (earlier.wasSeen && earlier.warning() !== '')) {
      return { findings: [warning(message)], isShared: earlier.isShared };
    }
    return { findings: [], isShared: false, unseen: messageOf(error) };
  }
}

/** Often nobody ever published there, and the token may not look: no more than a line of the log. */
function tellUnseen(wanted: readonly Place[], outcomes: readonly Outcome[], log: Log): void {
  const unseen = wanted.filter((_, index) => outcomes[index]?.unseen !== undefined).map(({ name }) => name);
  const why = outcomes.find((outcome) => outcome.unseen !== undefined)?.unseen;
  if (why !== undefined) {
    log(
      `Could not look at ${listed(unseen)} (${why}): if an earlier run left the verdict 'ready' there, it still stands.`,
    );
  }
}

function lateness(until: AbortSignal): Promise<never> {
  const late = new Promise<never>((_, reject) => {
    until.addEventListener('abort', () => {
      reject(new Error('GitHub did not answer in time'));
    });
  });
  // Nobody need be waiting for it any more.
  late.catch(() => undefined);
  return late;
}

function sharedName({ name }: Use): Finding & { readonly next: string } {
  return {
    kind: 'publishing',
    severity: 'error',
    message: `Two uses of the action have the name '${name}' for the same commit and would write over each other's verdict.`,
    next: 'Give each use of the action a `name` of its own.',
  };
}

function warning(message: string): Finding {
  return { kind: 'publishing', severity: 'warning', message };
}
