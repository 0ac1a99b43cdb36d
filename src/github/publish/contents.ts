/* What is to stand on GitHub after a run, rendered by others: text in, request out. */

export interface AllPublications {
  readonly checkRun: CheckRunContent;
  readonly commitStatus: CommitStatusContent;
  readonly comment: CommentContent;
  readonly issue: IssueContent;
}

/** Undefined: not asked for. */
export type Publications = { readonly [Place in keyof AllPublications]?: AllPublications[Place] | undefined };

export interface CheckRunContent {
  /** `neutral`: not ready, but nothing that fails the step. */
  readonly conclusion: 'success' | 'failure' | 'neutral';
  /** Plain text. */
  readonly title: string;
  /** Markdown of at most 65,535 bytes, as is `text`. */
  readonly summary: string;
  readonly text: string;
  readonly annotations: readonly CheckRunAnnotation[];
}

/** As the REST interface takes it. */
export interface CheckRunAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

export interface CommitStatusContent {
  readonly state: 'success' | 'failure' | 'pending';
  /** Plain text of at most 140 characters. */
  readonly description: string;
}

export interface CommentContent {
  /** `changes`: touched only when `state` is another than in the comment that stands there. */
  readonly mode: 'always' | 'changes';
  /** Markdown; at most 65,280 bytes, which leaves room for the mark. */
  readonly body: string;
  /** Verdict and requirements, without times or links: a digest, hex. */
  readonly state: string;
}

export interface IssueContent {
  /** Whether somebody has to do something. */
  readonly isOpen: boolean;
  readonly title: string;
  /** Markdown; at most 65,280 bytes, which leaves room for the mark. */
  readonly body: string;
  /** Notes, Markdown, under which it is opened again or closed. */
  readonly opened: string;
  readonly closed: string;
  /** Makes the issue cheap to find. */
  readonly label: string;
}

/** What is said everywhere where there is no verdict. */
export function withoutVerdict(said: {
  /** Plain text of at most 140 characters. */
  readonly title: string;
  /** Markdown of at most 60,000 bytes. */
  readonly why: string;
  /** Of the workflow run that says so. */
  readonly runUrl: string;
  /** Of the issue. */
  readonly label: string;
}): AllPublications {
  const { title, why, runUrl, label } = said;
  const body = `## ❌ ${title}\n\n${why}\n<sub>[Workflow run with all details](<${runUrl}>)</sub>\n`;
  return {
    checkRun: { conclusion: 'failure', title, summary: why, text: '', annotations: [] },
    commitStatus: { state: 'failure', description: title },
    comment: { mode: 'always', body, state: '0' },
    issue: { isOpen: true, title, body, opened: `${title}.`, closed: '', label },
  };
}
