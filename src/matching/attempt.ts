import type { Finding } from '../finding.ts';
import type { Outcome, Provenance, TestResult } from '../junit/report.ts';
import type { ScenarioId } from '../requirements/scenario.ts';
import { lrnOf, type Dropped, type Statement, type Statements } from '../statements/statement.ts';
import type { Instant } from '../time/instant.ts';
import type { Decision, Place } from './decide.ts';

/** Where a report says when the test ran. */
export interface ReportedTime {
  readonly text: string;
  readonly from: 'case' | 'suite' | 'root';
  /** Undefined when the text can't be read as a time. */
  readonly instant: Instant | undefined;
  /** The text carries no offset (or no time of day) and was read in the setting `time-zone`. */
  readonly assumedZone: boolean;
  /** For how long it ran from then on, in milliseconds: the test, or the whole suite where the time is the suite's. */
  readonly lasts?: number | undefined;
  /** The machine that the suite names. */
  readonly host?: string | undefined;
}

/** A result as its report lists it, whether or not it concerns a scenario. */
export interface ListedResult {
  readonly file: string;
  readonly line: number;
  /** Suite names from the outside in, unnamed ones left out. */
  readonly suites: readonly string[];
  readonly className: string;
  /** The file of its code, where its report tells. */
  readonly sourceFile?: string | undefined;
  readonly name: string;
  readonly outcome: Outcome;
  /** First line of what it says of its failure. */
  readonly message?: string | undefined;
  /** What a suite declares beyond its cases, see TestResult. */
  readonly declared?: 'failures' | 'tests' | undefined;
  readonly reported?: ReportedTime | undefined;
  readonly statements: readonly Statement[];
  /** Of the properties that tell applications apart those that it has, itself or by a suite around it. */
  readonly properties?: ReadonlyMap<string, string> | undefined;
  readonly provenance?: Provenance | undefined;
  /** Position in reading order (reports of earlier runs, then this run's by path, each in document order), the same for all attempts of one result. */
  readonly order: number;
}

/**
 * A result that concerns a scenario. One result may be an attempt at several: at the one that it counts for, and at others
 * that its failure would count against.
 */
export interface Attempt extends ListedResult {
  readonly scenario: ScenarioId;
  /** The place that names the scenario; undefined where the cases of its suite tell. */
  readonly named?: Place | undefined;
  /** Where the scenario number was found. */
  readonly matchedBy: 'property' | 'mapping' | 'name' | 'class' | 'suite' | 'file' | 'enclosing-suite';
  readonly flaky: boolean;
  /** It doesn't count for this scenario: a failure counts against it all the same. */
  readonly ambiguous: boolean;
  /** How it was decided which scenario it concerns; undefined where the cases of its suite tell. */
  readonly decision?: Pick<Decision, 'rule' | 'passes' | 'fails' | 'because'> | undefined;
  /** Counted, not kept; see `Statements`. */
  readonly dropped: Dropped | undefined;
}

/** A result that concerns no scenario. */
export interface OtherResult extends ListedResult {
  /** What is wrong as long as nothing supersedes it: a failure that may be any scenario's. */
  readonly finding?: Finding | undefined;
  /** Where one of its places looks like a number. */
  readonly decision?: Attempt['decision'] | undefined;
}

/** An attempt at a scenario, made at once with all its fields: there may be a hundred thousand. */
export function attemptOf(
  listed: ListedResult,
  { flaky, notes }: Pick<TestResult<Statements>, 'flaky' | 'notes'>,
  {
    scenario,
    named,
    matchedBy,
    ambiguous,
    decision,
  }: Pick<Attempt, 'scenario' | 'named' | 'matchedBy' | 'ambiguous' | 'decision'>,
): Attempt {
  const { file, line, suites, className, sourceFile, name, outcome, message, declared, reported, statements } = listed;
  const { properties, provenance, order } = listed;
  return {
    file,
    line,
    suites,
    className,
    sourceFile,
    name,
    outcome,
    message,
    declared,
    reported,
    statements,
    properties,
    provenance,
    order,
    scenario,
    named,
    matchedBy,
    ambiguous,
    decision,
    flaky,
    dropped: notes?.dropped,
  };
}

/** A result of no scenario; of what it stated only LRNs in its names are asked for. Made at once like an attempt, for there may be as many. */
export function otherOf(
  listed: ListedResult,
  { finding, decision }: Pick<OtherResult, 'finding' | 'decision'>,
): OtherResult {
  const { file, line, suites, className, sourceFile, name, outcome, message, declared, reported } = listed;
  const { properties, provenance, order } = listed;
  return {
    file,
    line,
    suites,
    className,
    sourceFile,
    name,
    outcome,
    message,
    declared,
    reported,
    statements: lrnsInNames(listed),
    properties,
    provenance,
    order,
    finding,
    decision,
  };
}
const nothing: readonly Statement[] = [];

function lrnsInNames({ statements, suites, className, name }: ListedResult): readonly Statement[] {
  const found = statements.filter((statement) => {
    const lrn = lrnOf(statement);
    return lrn !== undefined && [name, className, ...suites].some((text) => text.includes(lrn));
  });
  return found.length === 0 ? nothing : found;
}

/**
 * So many results of no scenario are kept of all reports, those of reports that have no other only where there is room for
 * the rest. Beyond, suites are kept in short: they were most likely unit tests, of which there may be hundreds of thousands.
 */
export const maxOthers = { unrelated: 10_000, all: 30_000 };

/** How the tests of a suite are called that there is no room for. */
export function nameOfRest(count: number): string {
  return `${count} tests that name no scenario`;
}

/**
 * One in place of those of each suite of which there is nothing to say but that they were listed. No other report has one
 * of its name: so neither is whole beside the other.
 */
export function inShort(others: readonly OtherResult[]): readonly OtherResult[] {
  const counts = new Map<readonly string[], { readonly first: OtherResult; count: number }>();
  const kept = others.filter((other) => {
    if (other.outcome === 'failed' || other.finding !== undefined || other.decision !== undefined) return true;
    const known = counts.get(other.suites);
    if (known === undefined) counts.set(other.suites, { first: other, count: 1 });
    else known.count++;
    return false;
  });
  for (const { first, count } of counts.values()) {
    kept.push({ ...first, className: '', name: `${nameOfRest(count)}, of ${reportOf(first)}`, outcome: 'passed' });
  }
  return kept;
}

/** Whether it is this scenario that a pass of the result would count for, or might: its evidence is this scenario's then. */
export function isPrimary({ decision, scenario }: Pick<Attempt, 'decision' | 'scenario'>): boolean {
  if (decision?.rule === 'only-look-alike') return false;
  return decision?.passes === undefined || decision.passes === scenario;
}

/** Counts for none because its places disagree; a failure of it would count, and others count for another scenario. */
export function isDisputed(attempt: Attempt): boolean {
  return (
    attempt.ambiguous && attempt.outcome !== 'failed' && attempt.decision?.passes === undefined && isPrimary(attempt)
  );
}

/** How a place is called among those that decide. */
export function matchedByOf(kind: Place['kind']): Attempt['matchedBy'] {
  if (kind === 'line') return 'property';
  return kind === 'suite-property' ? 'property' : kind;
}

/** Two artifacts may hold a report of the same path. */
export function reportOf({ file, provenance }: Pick<ListedResult, 'file' | 'provenance'>): string {
  return provenance === undefined ? file : `${provenance.artifactId}:${file}`;
}

/** What a tool lists in place of tests that it could not come to: no good run has a result of that name. */
const setUpName = new RegExp(
  [
    // mocha, Cypress; JUnit, Gradle, TestNG; Go; jest; Bruno; Python's unittest
    String.raw`(?:^|\s)"(?:before|after) (?:all|each)" hook\b`,
    String.raw`^(?:initializationError|executionError|classMethod|TestMain|\[(?:build|setup) failed\])`,
    String.raw`^Test suite (?:failed to run|execution failure)`,
    String.raw`^(?:Test suite has no errors|Test Script Error|Post-Response Script Error)$`,
    String.raw`^(?:setUp|tearDown)(?:Class|Module) \(`,
  ].join('|'),
  'i',
);
/** vitest, whose tests have the file as their class. */
const setUpFile = /^[\w@./\\-]+\.[cm]?[jt]sx?$/;
/** pytest, whose name is that of the module then; jest. */
const setUpMessage = /^(?:collection (?:failure|error)$|Test suite failed to run)/i;

/**
 * Whether a good run of the same suite has no result of that name: a failure that was no test, such as a hook. It can't be
 * superseded by a later result of the same test, only by a later report of the same suite.
 */
export function isSetUp(result: {
  readonly declared?: ListedResult['declared'] | undefined;
  readonly outcome: Outcome;
  readonly name: string;
  readonly className: string;
  readonly sourceFile?: string | undefined;
  readonly message?: string | undefined;
}): boolean {
  const { declared, outcome, name, className, sourceFile, message = '' } = result;
  if (declared !== undefined) return true;
  if (outcome !== 'failed') return false;
  if (name.trim() === '' || setUpFile.test(name) || isFile(sourceFile, name) || isApart({ className })) return true;
  return setUpName.test(name) || setUpName.test(className) || setUpMessage.test(message);
}

/** Whether it is listed under a class, and in a suite, that Python's unittest makes for what is no test. */
export function isApart({ className }: { readonly className: string }): boolean {
  return /^unittest\.(?:suite\._ErrorHolder|loader\._FailedTest)$/.test(className);
}

/** What may be the class, module or file that a set-up was of: `setUpClass (tests.Departures)` tells it in its name. */
export function ownersOf({ className, name }: Pick<ListedResult, 'className' | 'name'>): readonly string[] {
  const inBrackets = /^\w+ \((?<owner>[\w.]+)\)$/.exec(name)?.groups?.['owner'] ?? '';
  return [className, name, inBrackets].filter((owner) => owner.trim() !== '');
}

/** Whether a test is of one of these classes, modules or files. */
export function isOfOwner(
  { className, sourceFile }: Pick<ListedResult, 'className' | 'sourceFile'>,
  owners: readonly string[],
): boolean {
  return owners.some((owner) => className === owner || className.startsWith(`${owner}.`) || isFile(sourceFile, owner));
}

/** Whether a path ends in that of a file: node:test lists by its path below the project one that it can't load. */
function isFile(sourceFile = '', name: string): boolean {
  return /\.\w+$/.test(name) && `/${sourceFile}`.replaceAll('\\', '/').endsWith(`/${name.replaceAll('\\', '/')}`);
}

/** Names that test tools give to whatever they run: a report of the same name may be of other tests altogether. */
const genericSuite =
  /^(?:pytest(?: tests)?|newman|(?:jest|vitest|mocha|bruno|cypress|unit|integration|e2e|all) tests|root suite|(?:test ?)?suites?|tests?|specs?|default(?: suite)?|results?|junit\S*|surefire|rspec|phpunit|bats|playwright|xunit|nunit|go|it|undefined|null)$/i;

/** Whether a suite has no name, or one that a tool gives to whatever it runs. */
export function isGenericSuite(name: string): boolean {
  return name.trim() === '' || genericSuite.test(name.trim());
}
