import {
  countsSubtests,
  failuresBeyond,
  testsBeyond,
  skipsBeyond,
  unlistedSkips,
  declaredCounts,
  Tally,
  type DeclaredCounts,
} from './counts.ts';
import { withoutCredentials } from '../text/credentials.ts';
import { detached } from '../text/detached.ts';
import { XmlError } from '../xml/error.ts';
import { suiteClaim, type Claim } from './outcome.ts';
import type { OutputListener, Suite, TestResult } from './report.ts';
import type { Attributes } from '../xml/markup.ts';

/** A suite while it is read. `notes` is filled in when it ends. */
type GrowingSuite<Notes> = { -readonly [Key in keyof Suite<Notes>]: Suite<Notes>[Key] };

/** A suite that is open, with what is known of it so far. */
export interface OpenSuite<Notes> {
  readonly suite: GrowingSuite<Notes>;
  readonly parent: OpenSuite<Notes> | undefined;
  /** What its attributes say. */
  readonly declared: DeclaredCounts;
  readonly claim: Claim | undefined;
  /** How many suites it stands in, itself included, and how many of these have a name. */
  readonly depth: number;
  readonly namedDepth: number;
  readonly tally: Tally;
  listener: OutputListener<Notes> | undefined;
  /** `failure` and `error` elements of the suite itself, outside of any case. */
  ownFailures: number;
  ownMessage: string | undefined;
  /** `skipped` elements and their like of the suite itself. */
  ownSkips: number;
  /** Suites right inside of it, and whether each of them counts its tests and lists as many. */
  suites: number;
  allAgree: boolean;
  /** Tests that suites in here, or this one, declare without listing them, and that no declared skip explains yet. */
  unlisted: { readonly suite: Suite<Notes>; count: number }[];
}

/** Says what is wrong with counts and names; never stops the reading. */
type Remark = (severity: 'warning' | 'notice', message: string, line: number) => void;

/** Each result is held against the suites around it. No tool nests them a hundredth as deep. */
const deepest = 10_000;
/** The names of all suites around a test are a part of what tells it from others. */
const deepestNames = 500;

/** Seconds as tools write them (`2810`, `0.5`, `1,234.5`) in milliseconds; undefined for what is none. */
export function durationOf(seconds: string | undefined): number | undefined {
  const text = seconds?.trim().replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '') ?? '';
  return /^\d+(?:\.\d*)?$|^\.\d+$/.test(text) ? Number(text) * 1000 : undefined;
}

function suiteOf<Notes>(kind: Suite<Notes>['kind'], attributes: Attributes, line: number): GrowingSuite<Notes> {
  const name = detached(withoutCredentials(attributes.get('name') ?? ''));
  const suite: GrowingSuite<Notes> = { name, line, kind };
  const timestamp = attributes.get('timestamp');
  const duration = durationOf(attributes.get('time'));
  const host = attributes.get('hostname')?.trim() ?? '';
  if (timestamp !== undefined && timestamp.trim() !== '') suite.timestamp = detached(timestamp);
  if (duration !== undefined) suite.duration = duration;
  if (host !== '') suite.host = detached(host);
  return suite;
}

/**
 * @param attributes by their plain names
 * @throws XmlError
 */
export function openSuite<Notes>(
  kind: Suite<Notes>['kind'],
  attributes: Attributes,
  line: number,
  parent: OpenSuite<Notes> | undefined,
): OpenSuite<Notes> {
  const suite = suiteOf<Notes>(kind, attributes, line);
  if (parent !== undefined) suite.parent = parent.suite;
  const depth = (parent?.depth ?? 0) + 1;
  const namedDepth = (parent?.namedDepth ?? 0) + (suite.name === '' ? 0 : 1);
  if (depth > deepest + 1 || namedDepth > deepestNames) {
    const message = `Suites are nested more than ${deepest} deep, or with names more than ${deepestNames}.`;
    throw new XmlError('unexpected', message, { line }, 'Have the tool write fewer levels.');
  }
  return {
    suite,
    parent,
    declared: declaredCounts(attributes),
    claim: suiteClaim(attributes),
    depth,
    namedDepth,
    tally: new Tally(),
    listener: undefined,
    ownFailures: 0,
    ownMessage: undefined,
    ownSkips: 0,
    suites: 0,
    allAgree: true,
    unlisted: [],
  };
}

/**
 * Ends a suite: fills its notes in, balances what it declares against what it listed, and adds it to its parent.
 * @returns results that the suite declares beyond its cases; those about unlisted tests come with the outermost suite,
 * because an outer one may still say that they were skipped.
 * @param whole false when the report broke off inside the suite
 */
export function closeSuite<Notes>(open: OpenSuite<Notes>, remark: Remark, whole: boolean): TestResult<Notes>[] {
  const { suite, parent, tally, declared } = open;
  if (open.listener !== undefined) suite.notes = open.listener.finish();
  // Before what it doesn't list is added to the tally, which balances the two.
  const agrees = open.allAgree && declared.tests !== undefined && testsBeyond(declared, tally) === 0;
  const results = [...unlistedFailures(open, remark), ...unlistedSkipped(open, remark, whole)];
  if (parent === undefined) {
    const tests = open.unlisted.map((entry) =>
      notRunBeside(entry.suite, `${count(entry.count, 'test')} more than it lists`, countsSomethingElse),
    );
    return [...results, ...tests];
  }
  parent.suites++;
  parent.allAgree &&= agrees;
  parent.tally.add(tally);
  if (parent.unlisted.length < open.unlisted.length) {
    [parent.unlisted, open.unlisted] = [open.unlisted, parent.unlisted];
  }
  for (const entry of open.unlisted) parent.unlisted.push(entry);
  return results;
}

function* unlistedFailures<Notes>(open: OpenSuite<Notes>, remark: Remark): Generator<TestResult<Notes>> {
  const { suite, tally, ownFailures, declared, claim } = open;
  if (ownFailures > 0) {
    tally.failedCases += ownFailures;
    tally.failingElements += ownFailures;
    yield failedBeside(suite, `${title(suite)} reports a failure or error outside of its cases`, open.ownMessage);
  }
  if (declared.absurd.length > 0) {
    remark(
      'warning',
      `${title(suite)} has counts that are not whole numbers: ${declared.absurd.join(', ')}.`,
      suite.line,
    );
  }
  const beyond = failuresBeyond(declared, tally);
  tally.unlistedFailures += beyond;
  if (beyond > 0) {
    const failures = beyond === 1 ? 'one failure or error' : `${beyond} failures or errors`;
    yield failedBeside(suite, `${title(suite)} declares ${failures} more than its cases show`, undefined);
    return;
  }
  if (tally.failedCases + tally.unlistedFailures > 0) return;
  if (claim?.says !== 'failed' && !declared.failingUnclear) return;
  tally.unlistedFailures++;
  const why =
    claim?.says === 'failed'
      ? `says that it failed (${claim.because})`
      : 'has a count of failures or errors that is not a number';
  yield failedBeside(suite, `${title(suite)} ${why}, but none of its cases did`, undefined);
}

function* unlistedSkipped<Notes>(open: OpenSuite<Notes>, remark: Remark, whole: boolean): Generator<TestResult<Notes>> {
  const { suite, tally, declared, claim } = open;
  const beyond = testsBeyond(declared, tally);
  tally.unlistedTests += beyond;
  if (beyond > 0) {
    if (whole && isRootOfSound(open)) {
      // newman counts its test scripts there, also those without a test.
      const message =
        `${title(suite)} counts ${declared.tests} tests where its suites list ${tally.cases}, as each of them says: ` +
        'it counts something else, such as scripts.';
      remark('notice', message, suite.line);
    } else if (whole && tally.cases > 0 && countsSubtests(suite.name, outermost(open).suite.name)) {
      remark(
        'notice',
        `${title(suite)} lists ${tally.cases} of ${declared.tests} tests; pytest lists no subtests.`,
        suite.line,
      );
    } else open.unlisted.push({ suite, count: beyond });
  }
  explainBySkips(open, remark);
  const looksPassed = tally.cases > tally.failedCases + tally.notRun;
  if (looksPassed && (open.ownSkips > 0 || claim?.says === 'not-run')) {
    const how = open.ownSkips > 0 ? 'an element of its own' : claim?.because;
    yield notRunBeside(suite, `by ${how} that it was not run, but none of its cases shows it`);
  }
  const beyondListed = whole ? skipsBeyond(declared, tally) : 0;
  tally.notRun += beyondListed;
  if (beyondListed > 0) yield notRunBeside(suite, `${count(beyondListed, 'skipped test')} more than its cases show`);
}

/** What an inner suite counts and doesn't list was skipped where an outer one counts so many skips beyond its cases. */
function explainBySkips<Notes>({ unlisted, declared, tally }: OpenSuite<Notes>, remark: Remark): void {
  let skips = unlistedSkips(declared, tally);
  while (skips > 0) {
    const entry = unlisted.at(-1);
    if (entry === undefined) break;
    const explained = Math.min(skips, entry.count);
    skips -= explained;
    entry.count -= explained;
    // As good as listed: an outer suite that counts the same skips must not explain others with them.
    tally.notRun += explained;
    remark(
      'notice',
      `${title(entry.suite)} had ${explained === 1 ? 'a test' : `${explained} tests`} skipped that it does not list.`,
      entry.suite.line,
    );
    if (entry.count === 0) unlisted.pop();
  }
}

/** A root whose suites all list as many tests as they declare, and that lists none itself. */
function isRootOfSound<Notes>({ suite, parent, suites, allAgree }: OpenSuite<Notes>): boolean {
  return parent === undefined && suite.kind === 'testsuites' && suites > 0 && allAgree;
}

/** What to do where nothing is missing. */
const countsSomethingElse =
  "where the tool counts something else there (Catch2 counts assertions), and the list is whole, take the attribute 'tests' out of the report";

function outermost<Notes>(open: OpenSuite<Notes>): OpenSuite<Notes> {
  let outer = open;
  while (outer.parent !== undefined) outer = outer.parent;
  return outer;
}

function failedBeside<Notes>(suite: Suite<Notes>, sentence: string, message: string | undefined): TestResult<Notes> {
  const result = { suite, className: '', name: sentence, flaky: false, line: suite.line } as const;
  const failed = { ...result, outcome: 'failed', declared: 'failures' } as const;
  return message === undefined ? failed : { ...failed, message };
}

function notRunBeside<Notes>(suite: Suite<Notes>, what: string, message?: string): TestResult<Notes> {
  const name = `${title(suite)} declares ${what}`;
  const result = { suite, className: '', name, flaky: false, line: suite.line } as const;
  const notRun = { ...result, outcome: 'not-run', declared: 'tests' } as const;
  return message === undefined ? notRun : { ...notRun, message };
}

function count(number: number, what: string): string {
  return number === 1 ? `one ${what}` : `${number} ${what}s`;
}

function title<Notes>(suite: Suite<Notes>): string {
  return suite.name === '' ? `The ${suite.kind} of line ${suite.line}` : `The suite "${suite.name.slice(0, 120)}"`;
}
