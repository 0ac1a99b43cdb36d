import type { Finding } from '../finding.ts';
import type { Instant } from '../time/instant.ts';

/** What became of one test. A test that was skipped, disabled or not listed has not run: it proves nothing. */
export type Outcome = 'passed' | 'failed' | 'not-run';

/**
 * Somebody who listens, while a report is streamed, to what one case (or one suite) wrote: properties, system-out,
 * system-err and comments. The reader keeps none of it; what the listener makes of it is `Notes`. What it keeps of these
 * strings it should copy: they are cut out of larger ones, which would stay in memory with them.
 */
export interface OutputListener<Notes> {
  /** A `<property>` of the case or suite; `line` is 1-based. */
  property(name: string, value: string, line: number): void;
  /** A piece of system-out or system-err, in order, of any size; `line` is where the piece starts (1-based). */
  text(chunk: string, line: number): void;
  /** The end of one system-out or system-err: nothing spans it. Properties and comments come whole and need none. */
  endOfText(): void;
  /** A whole XML comment inside the case or right after it (node:test writes diagnostics so), without its markup. */
  comment(text: string, line: number): void;
  /** Called once, after everything else. */
  finish(): Notes;
}

/**
 * Property of a suite that this program wrote (setting `junit`): its cases are a verdict and prove nothing. A report with such
 * a suite is refused.
 */
export const verdictMark = 'ncts5-production-checklist.verdict';

/** A suite as its cases see it. `notes` is only complete once the whole report has been read. */
export interface Suite<Notes> {
  /** '' when the suite has no name. */
  readonly name: string;
  /** The raw `timestamp` attribute. */
  readonly timestamp?: string;
  /** Its `time`, in milliseconds. */
  readonly duration?: number;
  /** The raw `hostname` attribute. */
  readonly host?: string;
  readonly line: number;
  readonly kind: 'testsuites' | 'testsuite';
  /** The enclosing suite; the outermost one is the root element. */
  readonly parent?: Suite<Notes>;
  /** Undefined where the suite wrote nothing. */
  readonly notes?: Notes;
}

/** One result as the report tells it, before anybody asks which scenario it is. Its strings share no memory with the report. */
export interface TestResult<Notes> {
  readonly suite: Suite<Notes> | undefined;
  /** '' when absent. */
  readonly className: string;
  /** The file of its code, as its report writes it: the attribute `file`. */
  readonly sourceFile?: string;
  /** '' when absent. */
  readonly name: string;
  readonly outcome: Outcome;
  /** Passed in the end, after failed tries (`flakyFailure`, `rerunFailure` beside a final pass). */
  readonly flaky: boolean;
  /** First line of the first failure, error or skip message, at most 300 characters. */
  readonly message?: string;
  /** The raw `timestamp` attribute of the case. */
  readonly timestamp?: string;
  /** The case's `time`, in milliseconds. */
  readonly duration?: number;
  /** How many assertions it made, where the case says so. */
  readonly assertions?: number;
  /** 1-based line of the case's (or, for a declared one, the suite's) start tag. */
  readonly line: number;
  /** Of a case: 1-based line of its end tag; as far as it was read where the report breaks off. */
  readonly endLine?: number;
  readonly notes?: Notes;
  /**
   * Not a case of the report but what a suite declares beyond its cases: more failures and errors than listed
   * (outcome failed) or more tests than listed (outcome not-run). Its name is a sentence, `suite` the suite.
   */
  readonly declared?: 'failures' | 'tests';
}

/** What is known of one report file after reading it. Counts are of real cases, without declared ones. */
export interface ReportFile {
  /** Relative to the workspace, forward slashes. */
  readonly path: string;
  /** Hex; of the bytes as read. Undefined when the file could not be opened. */
  readonly sha256?: string | undefined;
  readonly bytes: number;
  readonly cases: number;
  readonly failed: number;
  readonly notRun: number;
  /** Why the report doesn't count as read. Results seen before the break are kept: a failure stays a failure. */
  readonly problem?: Finding | undefined;
  /** What looks wrong in a report that could be read: absurd counts, no case at all. Severity is never `error`. */
  readonly remarks?: readonly Finding[] | undefined;
  /** Where the report comes from, when not from this run's workspace. */
  readonly provenance?: Provenance | undefined;
}

/** The workflow run and artifact that an earlier result was downloaded from. */
export interface Provenance {
  readonly artifact: string;
  readonly artifactId: number;
  readonly runId: number;
  readonly runAttempt?: number;
  readonly runUrl: string;
  /** When the artifact was made: nothing in it ran later. */
  readonly createdAt?: Instant;
  readonly commit: string;
  readonly branch: string;
}

/** A report from an earlier workflow run, already on this machine's disk. */
export interface EarlierReport {
  readonly absolutePath: string;
  /** As shown to people: artifact name and path inside it. */
  readonly displayPath: string;
  readonly provenance: Provenance;
}
