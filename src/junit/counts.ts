import { readName } from './outcome-words.ts';
import type { Outcome } from './report.ts';
import type { Attributes } from '../xml/markup.ts';

/** What a suite says about itself in its start tag. */
export interface DeclaredCounts {
  readonly tests: number | undefined;
  /** Failures and errors together; 0 when neither is given or readable. */
  readonly failing: number;
  /** Skipped, disabled, ignored and so on, together. */
  readonly notRun: number;
  /** The largest of these: a tool may count the same tests under two names. */
  readonly notRunAtLeast: number;
  /** Attributes that are no count: negative, not a number, too large. As `name="value"`. */
  readonly absurd: readonly string[];
  /** One of them counts failures or errors, so nobody can say that there were none. */
  readonly failingUnclear: boolean;
}

const notRunAttributes = [
  'skipped',
  'skips',
  'skip',
  'disabled',
  'ignored',
  'pending',
  'notrun',
  'not-run',
  'inconclusive',
  'incomplete',
  'cancelled',
  'canceled',
  'blocked',
  'todo',
  'todos',
  'xfail',
  'xfails',
  'xfailed',
  'expectedfailures',
  'expected-failures',
];
/** Beside `failures`, `failed` and `errors`: counts of tests that did not pass for some other reason. */
const failedAttributes = [
  'broken',
  'aborted',
  'aborts',
  'crashed',
  'crashes',
  'timeouts',
  'timedout',
  'interrupted',
  'killed',
  'exceptions',
  'panics',
  'rejected',
  'unexpected',
  'problems',
  'fatal',
  'ko',
];

export function declaredCounts(attributes: Attributes): DeclaredCounts {
  const absurd: string[] = [];
  const read = (name: string): number | undefined => {
    const text = attributes.get(name)?.trim() ?? '';
    // Blank is what some tools write for zero; a plain yes or no is a claim, not a count.
    if (text === '' || /^(?:true|false|yes|no|y|n|on|none)$/i.test(text)) return undefined;
    const value = /^\d+(?:\.0*)?$/.test(text) ? Number(text) : NaN;
    if (Number.isSafeInteger(value)) return value;
    absurd.push(`${name}="${text.slice(0, 40)}"`);
    return undefined;
  };
  let failingUnclear = false;
  const readFailing = (name: string): number | undefined => {
    const before = absurd.length;
    const count = read(name);
    if (absurd.length > before) failingUnclear = true;
    return count;
  };
  const tests = read('tests');
  const failures = readFailing('failures');
  const failed = readFailing('failed');
  const errors = readFailing('errors');
  // `failed` stands in place of `failures`, or beside it for failures and errors together: the larger count is the safe one.
  const others = failedAttributes.reduce((sum, name) => sum + (readFailing(name) ?? 0), 0);
  const more = otherCounts(attributes, readFailing);
  const failing = Math.max((failures ?? failed ?? 0) + (errors ?? 0), failed ?? 0, others, more.failing);
  const skips = notRunAttributes.map((name) => read(name) ?? 0);
  const notRun = skips.reduce((sum, count) => sum + count, 0);
  return { tests, failing, notRun, notRunAtLeast: Math.max(...skips, more.notRun), absurd, failingUnclear };
}

const readAbove: ReadonlySet<string> = new Set([
  ...notRunAttributes,
  ...failedAttributes,
  'failures',
  'failed',
  'errors',
]);

/**
 * The largest counts under any other name that tells of an outcome (`failureCount`, `tests-failed`): they may count the same. What
 * tells of failures has to be a count, or nobody can say that there were none; of tests that did not run it may say why.
 */
function otherCounts(
  attributes: Attributes,
  readFailing: (name: string) => number | undefined,
): { readonly failing: number; readonly notRun: number } {
  const most = { failing: 0, notRun: 0 };
  for (const [name, value] of attributes) {
    const said = readAbove.has(name) ? undefined : readName(name).said;
    if (said === undefined || said.isReason || said.isLimit) continue;
    const isFailing = said.says === 'failed';
    const count = isFailing ? readFailing(name) : /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : undefined;
    if (count === undefined) continue;
    const key = isFailing ? 'failing' : 'notRun';
    most[key] = Math.max(most[key], said.isPart ? Math.min(1, count) : count);
  }
  return most;
}

/** What has been listed in a suite, suites inside it included. */
export class Tally {
  cases = 0;
  failedCases = 0;
  flakyCases = 0;
  notRun = 0;
  /** Failure and error elements, at least one per failed case. */
  failingElements = 0;
  /** Elements about failed tries that were repeated. */
  retries = 0;
  /** Failures and tests that inner suites have been found to declare without listing them; skipped ones are in `notRun`. */
  unlistedFailures = 0;
  unlistedTests = 0;

  addCase(outcome: Outcome, flaky: boolean, failingElements: number, retries: number): void {
    this.cases++;
    if (flaky) this.flakyCases++;
    this.retries += retries;
    if (outcome === 'not-run') this.notRun++;
    if (outcome !== 'failed') return;
    this.failedCases++;
    this.failingElements += Math.max(1, failingElements);
  }

  add(inner: Tally): void {
    this.cases += inner.cases;
    this.failedCases += inner.failedCases;
    this.flakyCases += inner.flakyCases;
    this.notRun += inner.notRun;
    this.failingElements += inner.failingElements;
    this.retries += inner.retries;
    this.unlistedFailures += inner.unlistedFailures;
    this.unlistedTests += inner.unlistedTests;
  }
}

/**
 * How many failures and errors a suite declares beyond those it lists: 0 when it lists them all. Some tools count every
 * failure element of a case, or every try of a repeated test (Surefire 3), or flaky tests: a count that comes out
 * exactly in one of these ways is complete.
 */
export function failuresBeyond(declared: DeclaredCounts, listed: Tally): number {
  const beyond = declared.failing - listed.unlistedFailures;
  if (beyond <= listed.failedCases) return 0;
  const otherWays = [
    listed.failingElements,
    listed.failingElements + listed.retries,
    listed.failedCases + listed.flakyCases,
  ];
  return otherWays.includes(beyond) ? 0 : beyond - listed.failedCases;
}

/**
 * How many tests a suite declares beyond the cases it lists. Tries of repeated tests may be counted (Surefire 3).
 * Tests that were skipped may be counted and not listed, but only an outer suite may say so (mocha-junit-reporter);
 * that is for the caller to balance, with `unlistedSkips`.
 */
export function testsBeyond(declared: DeclaredCounts, listed: Tally): number {
  const beyond = (declared.tests ?? 0) - listed.cases - listed.unlistedTests;
  return beyond <= 0 || beyond === listed.retries ? 0 : beyond;
}

/** How many tests a suite says were skipped without listing them as such; enough to explain tests that it doesn't list. */
export function unlistedSkips(declared: DeclaredCounts, listed: Tally): number {
  return Math.max(0, declared.notRun - listed.notRun);
}

/**
 * How many of the cases that look passed a suite says were skipped: its count of skips goes beyond both what it lists
 * as skipped and the tests that it doesn't list. Only for a suite that counts its tests.
 */
export function skipsBeyond(declared: DeclaredCounts, listed: Tally): number {
  return declared.tests === undefined ? 0 : Math.max(0, declared.notRunAtLeast - listed.notRun);
}

/**
 * pytest counts passed subtests as tests and lists none of them, so its shortfall means nothing. It calls its suite
 * "pytest" and, from version 8 on, its root "pytest tests", whatever the suite has been renamed to.
 */
export function countsSubtests(suiteName: string, rootName: string): boolean {
  return suiteName === 'pytest' || rootName === 'pytest tests';
}
