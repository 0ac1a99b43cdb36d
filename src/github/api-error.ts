import { oneLine } from '../text/escape.ts';

/* What a failed request says about itself. Octokit's errors are read structurally: other libraries throw theirs. */

/** The HTTP status; 500 also for a connection that broke or took too long. Undefined for other errors. */
export function statusOf(error: unknown): number | undefined {
  const status = property(error, 'status');
  return typeof status === 'number' ? status : undefined;
}

/** Whether the client has repeated the request already, as it does unless it is told not to. */
export function wasRepeated(error: unknown): boolean {
  return Number(property(property(property(error, 'request'), 'request'), 'retries')) > 0;
}

/**
 * One line of at most 200 characters, without the link to GitHub's documentation that Octokit appends. A gateway in
 * trouble answers with whole pages of HTML.
 */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return oneLine(message.replace(/ - https:\/\/docs\.github\.com\S*/, ''), 200).replace(/\.$/, '');
}

/** Seconds that GitHub asks to wait; undefined when the error is no rate limit. */
export function rateLimitSeconds(error: unknown): number | undefined {
  const status = statusOf(error);
  if (status !== 403 && status !== 429) {
    return undefined;
  }
  const after = Number(header(error, 'retry-after'));
  if (after > 0) {
    return after;
  }
  if (header(error, 'x-ratelimit-remaining') === '0') {
    return Math.max(1, Math.ceil(Number(header(error, 'x-ratelimit-reset')) - Date.now() / 1000) + 1);
  }
  return status === 429 || /\bsecondary rate\b/i.test(messageOf(error)) ? 60 : undefined;
}

/** Something that the action wanted to do with GitHub. */
interface Operation {
  /** Completes 'could not …': `write the comment on pull request #7`. */
  readonly what: string;
  /** What the workflow has to grant: `pull-requests: write`. */
  readonly permission: string;
  readonly tokenOnlyReads: boolean;
}

/** One sentence or two on why it could not be done and what to do about it. Plain text. */
export function explain(error: unknown, operation: Operation): string {
  const status = statusOf(error);
  const because = `Could not ${operation.what}`;
  if (rateLimitSeconds(error) !== undefined) {
    return `${because}: GitHub's rate limit is used up (${status}). The next run tries it again.`;
  }
  switch (status) {
    case 401:
      return `${because}: GitHub does not accept the token (401). Check the input \`github-token\`.`;
    case 403:
    case 404:
      return `${because}: ${whyRefused(error, status, operation)}`;
    case 410:
      return `${because}: it is turned off in this repository or gone (410: ${messageOf(error)}).`;
    case undefined:
      return `${because}: ${messageOf(error)}.`;
    default:
      return status >= 500
        ? `${because}: GitHub did not answer properly after several tries (${messageOf(error)}). The next run tries it again.`
        : `${because}: GitHub refuses it (${status}: ${messageOf(error)}).`;
  }
}

function whyRefused(error: unknown, status: number, { permission, tokenOnlyReads }: Operation): string {
  const message = messageOf(error);
  if (/\block(?:ed)?\b/i.test(message)) {
    return `the conversation is locked (${status}: ${message}). Unlock it, or leave it out of what is published.`;
  }
  if (/GitHub App/i.test(message)) {
    return `GitHub lets only apps do that. Leave \`github-token\` out, so that the workflow's own token is used, with \`${permission}\`.`;
  }
  if (tokenOnlyReads) {
    return `the token of a pull request from a fork can only read (${status}). Publish from a workflow on \`workflow_run\` with \`${permission}\` instead.`;
  }
  return `GitHub refuses it (${status}: ${message}). Grant \`${permission}\` under \`permissions\` of the job.`;
}

function header(error: unknown, name: string): string | undefined {
  const value = property(property(property(error, 'response'), 'headers'), name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
