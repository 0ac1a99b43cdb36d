/**
 * What went wrong or looks wrong, as a value: readers hand these on instead of throwing, so that one bad
 * file never hides another and every renderer shows the same sentence.
 */
export interface Problem {
  readonly kind: ProblemKind;
  /** `error` keeps the verdict from being ready; `warning` is shown beside it; `notice` informs. */
  readonly severity: 'error' | 'warning' | 'notice';
  /** One sentence that says what is wrong and what to do about it. Plain text, not escaped for any renderer. */
  readonly message: string;
  /** Path of the report, relative to the workspace, with forward slashes. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
}

export type ProblemKind =
  /** A matched report can't be read: not XML, broken encoding, truncated, too large, not there any more. */
  | 'unreadable'
  /** Well-formed XML, but not a JUnit report. */
  | 'not-junit'
  /** A suite's declared counts contradict the cases it lists. */
  | 'counts'
  /** A result names several scenarios, none of them leading. */
  | 'ambiguous'
  /** A text that looks like a scenario number but is none that can be counted (`DSGB99`, `testDsgb1Fails`). */
  | 'look-alike'
  /** Same test, same time, different outcome. */
  | 'conflict'
  /** A result's time is missing, unreadable, in the future or before 2023. */
  | 'time'
  /** Evidence that can't be assigned to one scenario, or is contradictory or malformed. */
  | 'evidence'
  /** An erratum of the form's appendix A met in practice. */
  | 'erratum'
  /** Something about HMRC's form or the user's copy of it. */
  | 'form'
  /** Earlier results that could not be fetched or were refused. */
  | 'earlier-results'
  /** Something that could not be published. */
  | 'publishing'
  /** Settings that are legal but probably not meant. */
  | 'settings';
