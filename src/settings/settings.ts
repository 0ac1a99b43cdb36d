import type { Finding, FindingKind, Place } from '../finding.ts';
import type { Programme } from '../requirements/programme.ts';
import type { Application } from '../requirements/requirement.ts';
import type { ScenarioId } from '../requirements/scenario.ts';
import type { Instant } from '../time/instant.ts';

/** Everything that a run can be told, from inputs or flags and the configuration file; an input or flag wins. */
export interface Settings {
  /** What HMRC asks: scenarios, matrix, form and phases that everything else here speaks of. */
  readonly programme: Programme;
  /** Path of the configuration file that was read, relative to the workspace; undefined without one. */
  readonly configuration: string | undefined;
  /** Absolute path that relative paths and globs start from; reports outside of it are refused. */
  readonly workspace: string;
  readonly results: readonly string[];
  /** Whether these may lead outside of the workspace: an input or a flag gave them, and not a file in it. */
  readonly resultsAnywhere: boolean;
  readonly earlier: EarlierResultsSettings | undefined;
  /** At least one. More than one only from a configuration file; the input `application` picks one by name. */
  readonly applications: readonly Application[];
  readonly mapping: readonly ScenarioMapping[];
  readonly clock: ClockSettings;
  readonly failOn: ReadonlySet<FindingKind>;
  readonly duplicates: 'worst' | 'last';
  readonly output: OutputSettings;
  /** Absolute path of a filled-in form that is held against the reports. */
  readonly verifyForm: string | undefined;
  readonly publish: PublishSettings;
  /**
   * What is to be said of the settings, for the log and the summary: what is legal but probably not meant, and, as an error,
   * what keeps the verdict from being ready.
   */
  readonly findings: readonly Finding[];
}

export interface ClockSettings {
  /** The instant that ages are counted to, UTC. */
  readonly evaluatedAt: Instant;
  /**
   * What that instant is: the time of the run; a day ahead; a day in the past that somebody looks back to with the command's
   * flag; or a day that was planned for by a file or an input and is over, for which nothing can be ready.
   */
  readonly reference: 'now' | 'ahead' | 'back' | 'over';
  /** 1 to 14, default 14. A day is 24 hours. */
  readonly maxAgeDays: number;
  /** Default 3. */
  readonly warnDays: number;
  /** Evidence older than this is stale, because documentation changed. */
  readonly notBefore: Instant | undefined;
  /** The number of one of the programme's phases; undefined where it has none. */
  readonly phase: number | undefined;
  /** IANA zone in which times without an offset are read; default UTC. */
  readonly timeZone: string;
}

/** The user's own test names. */
export interface ScenarioMapping {
  readonly scenario: ScenarioId;
  /** Compared with test name, class name, 'class name', and suite names; `*` stands for any text; letter case counts. */
  readonly test: string;
  /** Where it is written. */
  readonly place?: Place | undefined;
}

export interface EarlierResultsSettings {
  /** Artifact names or patterns with `*`. Never empty. */
  readonly artifacts: readonly string[];
  /** File name of the workflow, e.g. `trader-test.yml`; undefined: any workflow of the repository. */
  readonly workflow: string | undefined;
  /** Undefined: any branch of the repository itself. */
  readonly branch: string | undefined;
}

export interface OutputSettings {
  /** Absolute path of the .docx; several applications get `-<name>` before the extension. */
  readonly checklist: string | undefined;
  /** Absolute path of the user's copy of HMRC's form. */
  readonly formTemplate: string | undefined;
  /** Absolute path of the JSON report. */
  readonly report: string | undefined;
  /** Absolute path of a Markdown copy of the summary (command line only). */
  readonly summary: string | undefined;
  /** What goes to standard output, and has no path then; nothing else may be printed there. */
  readonly toStandardOutput: 'report' | 'summary' | 'junit' | undefined;
  /** Absolute path of the verdict as JUnit XML. */
  readonly junit: string | undefined;
  /** Where to write the verdict as a badge. */
  readonly badge: BadgeFiles | undefined;
  /** Undefined: as the document is called. */
  readonly artifactName: string | undefined;
  readonly artifactRetentionDays: number | undefined;
}

export interface BadgeFiles {
  /** Absolute path of the picture. */
  readonly svg: string;
  /** Absolute path of the same for shields.io: beside it, with another extension. */
  readonly json: string;
}

export interface PublishSettings {
  /** What every surface on GitHub bears, so that two uses of the action stay apart; undefined for the only one. */
  readonly name: string | undefined;
  /** `auto`: where there is an artifact service; the command never uploads. */
  readonly artifact: 'auto' | 'always' | 'never';
  readonly checkRun: boolean;
  readonly commitStatus: boolean;
  readonly comment: 'off' | 'always' | 'changes';
  readonly issue: boolean;
  readonly token: string | undefined;
}
