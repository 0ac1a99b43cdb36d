import { type Assessment, fatalOf } from '../assessment/assessment.ts';
import { annotations } from './annotations.ts';
import { fitSections } from './markdown.ts';
import { type SummaryContext, summarySections } from './summary.ts';
import { renderHeadline } from './words.ts';

/** GitHub's limit for a check run's summary and for its text, in bytes of UTF-8. */
export const checkRunLimit = 65_535;

/** More would take dozens of requests and help nobody; the text says everything. */
const maxAnnotations = 500;

/** As the REST interface takes it. */
interface CheckRunAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

interface CheckRunContent {
  /** `neutral`: not ready, but nothing that `fail-on` names. */
  readonly conclusion: 'success' | 'failure' | 'neutral';
  /** Plain text, the same headline as everywhere. */
  readonly title: string;
  /** Markdown, at most `checkRunLimit` bytes: verdict, mandatory tests, what to do. */
  readonly summary: string;
  /** Markdown, at most `checkRunLimit` bytes: the details. */
  readonly text: string;
  /** Those at files that the repository has. Failures first. */
  readonly annotations: readonly CheckRunAnnotation[];
}

const upFront = new Set(['verdict', 'requirements', 'also-required', 'next']);

/** The job summary, in the two parts of a check run. */
export function renderCheckRun(assessment: Assessment, context: SummaryContext = {}): CheckRunContent {
  // GitHub promises to draw Mermaid in comments and job summaries, not in check runs: the picture as text will do.
  const sections = summarySections(assessment, context).filter(({ id }) => id !== 'timeline');
  const failed = fatalOf(assessment).length > 0;
  return {
    conclusion: failed ? 'failure' : assessment.verdict === 'ready' ? 'success' : 'neutral',
    title: renderHeadline(assessment),
    summary: fitSections(
      sections.filter(({ id }) => upFront.has(id)),
      checkRunLimit,
    ),
    text: fitSections(
      sections.filter(({ id }) => !upFront.has(id)),
      checkRunLimit,
    ),
    annotations: annotations(assessment)
      .flatMap(({ severity, message, place: { file, line = 1 } = {} }): CheckRunAnnotation[] => {
        if (file === undefined) return [];
        const annotation_level = severity === 'error' ? 'failure' : severity;
        return [
          { path: relative(file), start_line: line, end_line: line, annotation_level, title: 'What to do', message },
        ];
      })
      .slice(0, maxAnnotations),
  };
}

/** GitHub refuses a whole request for one path that isn't relative. */
function relative(file: string): string {
  return file.replaceAll('\\', '/').replace(/^([a-z]:)?\/+/i, '') || 'report';
}

interface CommitStatusContent {
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
