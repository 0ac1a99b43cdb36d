import type { Assessment } from '../assessment/assessment.ts';
import { markdownLink } from '../text/escape.ts';
import { fitSections, utf8Length } from './sections.ts';
import { summarySections, type SummaryContext } from './summary.ts';

/** GitHub takes 65,536 characters; counting bytes stays below in any script. */
export const commentLimit = 65_536;

export interface ConversationContext extends SummaryContext {
  /** Hidden line that comes first, to find the text again by. */
  readonly marker: string;
  /** The workflow run that the verdict comes from. */
  readonly runUrl: string;
}

/** The job summary as a comment on a pull request, at most `commentLimit` bytes: what is only for the record stays with the run. */
export function renderComment(assessment: Assessment, context: ConversationContext): string {
  const sections = summarySections(assessment, context).filter(({ id }) => id !== 'files' && id !== 'method');
  return framed(context, (room) => fitSections(sections, room));
}

/** A text between marker and link to the run, which are never given up. */
export function framed({ marker, runUrl }: ConversationContext, write: (room: number) => string): string {
  const head = `${marker}\n`;
  const foot = `\n<sub>${markdownLink('Workflow run with all details', runUrl)}</sub>\n`;
  return head + write(commentLimit - utf8Length(head) - utf8Length(foot)) + foot;
}
