import type { Outcome, Provenance } from '../junit/report.ts';
import type { ScenarioId } from '../requirements/scenario.ts';
import type { Instant } from '../time/instant.ts';
import type { Dropped, Statement } from '../statements/statement.ts';

/** Where a report says when the test ran. */
export interface ReportedTime {
  readonly text: string;
  readonly from: 'case' | 'suite' | 'root';
  /** Undefined when the text can't be read as a time. */
  readonly instant: Instant | undefined;
  /** The text carries no offset (or no time of day) and was read in the setting `time-zone`. */
  readonly assumedZone: boolean;
}

/** One test result that has been found to be an attempt at a scenario. */
export interface Attempt {
  readonly scenario: ScenarioId;
  /** Where the scenario number was found. */
  readonly matchedBy: 'property' | 'mapping' | 'name' | 'class' | 'suite' | 'file' | 'enclosing-suite';
  readonly file: string;
  readonly line: number;
  /** Suite names from the outside in, unnamed ones left out. */
  readonly suites: readonly string[];
  readonly className: string;
  readonly name: string;
  /** Equal for the same test in several reports or runs: MRN, LRN and time-like tokens are neutralised. */
  readonly identity: string;
  readonly outcome: Outcome;
  readonly flaky: boolean;
  /** What a suite declares beyond its cases, see TestResult. */
  readonly declared?: 'failures' | 'tests';
  /** Names several scenarios with none leading: such a result can only count against them. */
  readonly ambiguous: boolean;
  readonly message?: string;
  readonly reported?: ReportedTime;
  readonly statements: readonly Statement[];
  /** Statements beyond those, which were too many to keep. */
  readonly dropped: Dropped | undefined;
  readonly provenance?: Provenance;
  /** Position in reading order (reports of earlier runs, then this run's by path, each in document order): the last one is the latest for `duplicates: last`. */
  readonly order: number;
}
