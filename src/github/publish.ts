import type { Assessment } from '../assessment/assessment.ts';
import type { SummaryContext } from '../render/summary.ts';
import type { PublishSettings } from '../settings/settings.ts';
import { type Deed, explain } from './api-error.ts';
import { publishCheckRun } from './check-run.ts';
import { createClient, type Log, type Pace } from './client.ts';
import { publishComments } from './comment.ts';
import { publishCommitStatus } from './commit-status.ts';
import type { RunContext } from './context.ts';
import { publishIssue } from './issue.ts';
import type { Publication } from './publication.ts';

export interface PublishedStatus {
  /** What could not be published, each a sentence that names what to grant or change. Plain text. */
  readonly warnings: readonly string[];
  readonly checkRunUrl: string | undefined;
  readonly commentUrls: readonly string[];
  readonly issueUrl: string | undefined;
}

export interface PublishOptions {
  readonly assessment: Assessment;
  readonly settings: PublishSettings;
  /** Undefined outside of GitHub Actions. */
  readonly context: RunContext | undefined;
  /** The same as for the job summary, so that all say the same. */
  readonly summary: SummaryContext;
  readonly log: Log;
  readonly pace?: Pace | undefined;
}

/**
 * Publishes the verdict where the settings ask for: check run, commit status, comment, issue. Each for itself: what
 * can't be done becomes a warning, and the others go on. Never throws; the verdict stands whatever comes of it.
 */
export async function publishStatus(options: PublishOptions): Promise<PublishedStatus> {
  const { assessment, settings, context, summary, log } = options;
  const { checkRun, commitStatus, comment, issue, token } = settings;
  const asked = [
    ...(checkRun ? ['check run'] : []),
    ...(commitStatus ? ['commit status'] : []),
    ...(comment === 'off' ? [] : ['comment']),
    ...(issue ? ['issue'] : []),
  ].join(', ');
  const none = { checkRunUrl: undefined, commentUrls: [], issueUrl: undefined };
  if (asked === '') return { ...none, warnings: [] };
  if (context === undefined) {
    return { ...none, warnings: [`Nothing was published (${asked}): this is no run of GitHub Actions.`] };
  }
  if (token === undefined) {
    const why = 'there is no token. Set `github-token: ${{ github.token }}`';
    return { ...none, warnings: [`Nothing was published (${asked}): ${why}.`] };
  }
  const warnings: string[] = [];
  const attempt = async <T>(deed: Omit<Deed, 'tokenOnlyReads'>, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      warnings.push(explain(error, { ...deed, tokenOnlyReads: context.tokenOnlyReads }));
      return undefined;
    }
  };
  const client = await attempt({ what: 'reach GitHub', permission: 'contents: read' }, () =>
    createClient({ token, apiUrl: context.apiUrl, log, pace: options.pace }),
  );
  if (client === undefined) return { ...none, warnings };
  const publication: Publication = { client, context, assessment, summary, log };
  const { headSha } = context;
  if (headSha === undefined && (checkRun || commitStatus)) {
    warnings.push(`There is no commit to attach a status to: the event ${context.eventName} names none.`);
  }

  let checkRunUrl: string | undefined;
  if (checkRun && headSha !== undefined) {
    const deed = { what: 'write the check run', permission: 'checks: write' };
    checkRunUrl = await attempt(deed, () => publishCheckRun(publication, headSha));
  }
  if (commitStatus && headSha !== undefined) {
    const deed = { what: 'set the commit status', permission: 'statuses: write' };
    await attempt(deed, () => publishCommitStatus(publication, headSha));
  }
  let commentUrls: readonly string[] = [];
  if (comment !== 'off') {
    const deed = { what: 'write the comment', permission: 'pull-requests: write' };
    commentUrls = (await attempt(deed, () => publishComments(publication, comment))) ?? [];
  }
  let issueUrl: string | undefined;
  if (issue) {
    const deed = { what: 'keep the tracking issue', permission: 'issues: write' };
    issueUrl = await attempt(deed, () => publishIssue(publication));
  }
  return { warnings, checkRunUrl, commentUrls, issueUrl };
}
