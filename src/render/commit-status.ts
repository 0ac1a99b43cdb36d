import { fatalOf, type Assessment } from '../assessment/assessment.ts';
import { renderHeadline } from './words.ts';

export interface CommitStatusContent {
  /**
   * `pending` for a verdict that isn't ready but that `fail-on` lets pass: a commit status knows no neutral, and green
   * would say what isn't so.
   */
  readonly state: 'success' | 'failure' | 'pending';
  /** At most 140 characters, GitHub's limit. Plain text. */
  readonly description: string;
}

/** The verdict with the days left, for the list of commits and the box over the merge button. */
export function renderCommitStatus(assessment: Assessment): CommitStatusContent {
  const description = renderHeadline(assessment);
  if (fatalOf(assessment).length > 0) return { state: 'failure', description };
  return { state: assessment.verdict === 'ready' ? 'success' : 'pending', description };
}
