import type { Assessment } from '../assessment/assessment.ts';
import { markdownLink } from '../text/escape.ts';
import { fitSections, utf8Length } from './markdown.ts';
import { type SummaryContext, summarySections } from './summary.ts';

/** GitHub takes 65,536 characters; counting bytes stays below in any script. What is published finds room for its mark above. */
export const commentLimit = 65_536 - 256;

export interface ConversationContext extends SummaryContext {
  /** The workflow run that the verdict comes from. */
  readonly runUrl: string;
}

/** The job summary as a comment on a pull request, at most `commentLimit` bytes: what is only for the record stays with the run. */
export function renderComment(assessment: Assessment, context: ConversationContext): string {
  const sections = summarySections(assessment, context).filter(
    ({ id }) => id !== 'files' && id !== 'method' && id !== 'decisions',
  );
  return framed(context, (room) => fitSections(sections, room));
}

/** A text above a link to the run, which is never given up. */
export function framed({ runUrl }: ConversationContext, write: (room: number) => string): string {
  const foot = `\n<sub>${markdownLink('Workflow run with all details', runUrl)}</sub>\n`;
  return write(commentLimit - utf8Length(foot)) + foot;
}
