import type { ScenarioId } from '../requirements/scenario.ts';
import { isApart, isGenericSuite, isOfOwner, isSetUp, ownersOf, type ListedResult } from './attempt.ts';
import { clockKey, isLaterRun, startOf, startsAfter, type Timed } from './spans.ts';
import { everythingIn, fromInside, outsideIn, type SuiteNode, type Suites, type SuiteTree } from './suite-tree.ts';

/*
 * Failures that no test supersedes: what a suite declares beyond its cases, hooks, class set-up, a module that could not be loaded,
 * tests that were renamed or removed since. A later report of the same suite supersedes them if it is whole: in a later run that
 * starts after the failure has ended, without a failure, with every other test that the older one listed. The same suite has
 * the same path, but for what belongs to a single run, or the same name and the same classes.
 */

/** The reports of one check, each of which may be the later whole one of another's suite. */
export class WholeReports {
  readonly #reports: readonly Report[];

  constructor(suites: Suites) {
    this.#reports = [...suites.trees].map((tree) => new Report(tree, suites));
  }

  /** @returns for each failure that a whole report supersedes a result of that report, of several the latest */
  inPlaceOf(failures: readonly Timed[]): ReadonlyMap<ListedResult, ListedResult> {
    const asked = new Set(failures);
    const superseded = new Map<ListedResult, ListedResult>();
    for (const home of this.#reports) {
      for (const older of home.tree.suites()) {
        const failed = older.own.filter((item) => asked.has(item));
        if (failed.length === 0) continue;
        const counterparts = [...this.#counterpartsOf(older, home)].toSorted(
          (a, b) => startOf(b.passed) - startOf(a.passed),
        );
        for (const failure of failed) {
          const by = counterparts.find((one) => {
            return supersedes(one, failure, home) && (one.found !== 'elsewhere' || this.#isMoved(one.suite, failure));
          });
          if (by !== undefined) superseded.set(failure.result, by.passed.result);
        }
      }
    }
    return superseded;
  }

  *#counterpartsOf(older: SuiteNode, home: Report): Generator<Counterpart> {
    for (const report of this.#reports) {
      const same = sameSuites(report, home, older);
      for (const found of same.length === 0 ? otherwiseFound(report, home, older) : same) {
        const { passed, ...inside } = report.outlineOf(found.suite);
        if (passed !== undefined) yield { ...found, ...inside, passed, missing: missingOf(found, report, home) };
      }
    }
  }

  /**
   * Whether a suite has moved since, to another path: two that stood side by side (modules, legs of a matrix) are two suites,
   * and one that is still found where it was has not moved.
   */
  #isMoved(suite: SuiteNode, failure: Timed): boolean {
    return this.#reports.every((report) => {
      const isLater = (node: SuiteNode): boolean =>
        report.outlineOf(node).earliest.every((item) => isLaterRun(item, failure));
      const stays = report.tree.at(failure.result.suites);
      return report.tree.alike(suite).every(isLater) && (stays === undefined || !isLater(stays));
    });
  }
}

/** One report, and what is worked out of it where it is asked for. */
class Report {
  readonly tree: SuiteTree;
  readonly outlineOf: (suite: SuiteNode) => Outline;
  readonly #suites: Suites;
  readonly #missing = new Map<Report, (suite: SuiteNode) => Missing>();
  #listed: Listed | undefined;

  constructor(tree: SuiteTree, suites: Suites) {
    this.tree = tree;
    this.#suites = suites;
    this.outlineOf = fromInside(outline);
  }

  /** Whether a test has a result other than failed. */
  isFirm(key: string): boolean {
    return this.#lists().firm.has(key);
  }

  /** What of the tests of an older report's suite this one lacks. The keys hold the paths: it lists them in the same suite. */
  missingOf(older: Report, suite: SuiteNode): Missing {
    let missing = this.#missing.get(older);
    if (missing === undefined) {
      missing = fromInside(({ own }, inner) => this.#lacking(own, older, inner));
      this.#missing.set(older, missing);
    }
    return missing(suite);
  }

  #lacking(own: readonly Timed[], older: Report, inner: readonly Missing[]): Missing {
    const keys = new Set<string>();
    const lacking = new Set<string>();
    for (const { key, result } of own) {
      if (isSetUp(result)) continue;
      keys.add(key);
      if (lacking.size < 2 && !this.#has(key, result)) lacking.add(key);
    }
    let tests = keys.size;
    let firm = [...keys].filter((key) => older.isFirm(key)).length;
    for (const further of inner) {
      tests += further.tests;
      firm += further.firm;
      for (const key of further.lacking) if (lacking.size < 2) lacking.add(key);
    }
    return { tests, firm, lacking };
  }

  #has(key: string, result: ListedResult): boolean {
    const listed = this.#lists();
    if (listed.tests.has(key)) return true;
    listed.between ??= new Set(this.#tests().map((test) => this.#suites.between(test.result)));
    return listed.between.has(this.#suites.between(result));
  }

  #lists(): Listed {
    if (this.#listed === undefined) {
      const tests = this.#tests();
      const firm = tests.filter(({ result }) => result.outcome !== 'failed');
      this.#listed = { tests: keysOf(tests), firm: keysOf(firm), between: undefined };
    }
    return this.#listed;
  }

  #tests(): readonly Timed[] {
    return this.tree.suites().flatMap(({ own }) => own.filter(({ result }) => !isSetUp(result)));
  }
}

function keysOf(tests: readonly Timed[]): ReadonlySet<string> {
  return new Set(tests.map(({ key }) => key));
}

/** The keys of the tests of a report. */
interface Listed {
  readonly tests: ReadonlySet<string>;
  /** Of these those that have a result other than failed. */
  readonly firm: ReadonlySet<string>;
  /** Worked out where a test is looked for that has nothing else in common. */
  between: ReadonlySet<string> | undefined;
}

/** The same suite in another report. */
interface Counterpart extends Found, Outline {
  readonly passed: Timed;
  readonly missing: Missing;
}

interface Found {
  readonly suite: SuiteNode;
  /** What it is found in place of. */
  readonly older: SuiteNode;
  /** By its path, whole or but for what belongs to a single run; or it has another, but the same name and classes. */
  readonly found: 'same' | 'alike' | 'elsewhere';
}

/**
 * The suite of the same path. Without one those alike but for what belongs to a single run: of several side by side each has to
 * have a counterpart of its own.
 */
function sameSuites(report: Report, home: Report, older: SuiteNode): readonly Found[] {
  const same = report.tree.same(older);
  if (same !== undefined) return [{ suite: same, older, found: 'same' }];
  const mine = report.tree.alike(older).filter((suite) => home.tree.same(suite) === undefined);
  const theirs = home.tree.alike(older).filter((suite) => report.tree.same(suite) === undefined);
  return mine.length < theirs.length ? [] : mine.map((suite) => ({ suite, older, found: 'alike' }));
}

/**
 * The suite at another path; and all of a report in place of the suite that set-up which failed had to itself, since no good
 * run has such a suite.
 */
function otherwiseFound(report: Report, home: Report, older: SuiteNode): readonly Found[] {
  const moved = isGenericSuite(older.name) ? [] : onlyOf(report, home, older);
  const isAlone = older.own.some(({ result }) => isApart(result));
  return [
    ...moved.map((suite) => ({ suite, older, found: 'elsewhere' as const })),
    ...(isAlone ? [{ suite: report.tree.root, older: home.tree.root, found: 'same' as const }] : []),
  ];
}

/** The one suite of that name and of the same classes, where neither report has several of that name. */
function onlyOf(report: Report, home: Report, older: SuiteNode): readonly SuiteNode[] {
  const named = report.tree.named(older.neutral);
  if (named.length > 1 || home.tree.named(older.neutral).length > 1) return [];
  return named.filter((only) => haveSameClasses(older, only));
}

/** A class whose set-up failed, and which has no tests for that reason, is one that the later report may have. */
function haveSameClasses(older: SuiteNode, later: SuiteNode): boolean {
  const tests = new Set<string>();
  const setUps = new Set<string>();
  for (const { result } of everythingIn(older)) (isSetUp(result) ? setUps : tests).add(result.className);
  const now = new Set(everythingIn(later).map(({ result }) => result.className));
  return [...tests].every((one) => now.has(one)) && [...now].every((one) => tests.has(one) || setUps.has(one));
}

/** What stands in a suite and in those inside of it. */
interface Outline {
  /** None of it failed, and all of it has a start. */
  readonly isSound: boolean;
  /** Of what is sound the first that passed. */
  readonly passed: Timed | undefined;
  /** The first to start by each clock. */
  readonly earliest: readonly Timed[];
  readonly scenarios: ReadonlySet<ScenarioId>;
}

function outline({ own }: SuiteNode, inner: readonly Outline[]): Outline {
  const isSound =
    inner.every((one) => one.isSound) &&
    own.every(
      ({ result, span }) => result.outcome !== 'failed' && result.declared === undefined && span.start !== undefined,
    );
  const passed = own.find(({ result }) => result.outcome === 'passed') ?? inner.find((one) => one.passed)?.passed;
  const earliest = new Map<string, Timed>();
  for (const item of own) first(earliest, item);
  const scenarios = new Set(own.flatMap(({ result }) => ('scenario' in result ? [result.scenario] : [])));
  for (const one of inner) {
    for (const item of one.earliest) first(earliest, item);
    for (const scenario of one.scenarios) scenarios.add(scenario);
  }
  return { isSound, passed: isSound ? passed : undefined, earliest: [...earliest.values()], scenarios };
}

function first(earliest: Map<string, Timed>, item: Timed): void {
  const { start } = item.span;
  if (start === undefined) return;
  const clock = start.clock === undefined ? 'zone' : clockKey(start.clock);
  const known = earliest.get(clock)?.span.start;
  if (known === undefined || start.at < known.at) earliest.set(clock, item);
}

/** Of the tests in a suite and in those inside of it: how many there are, and some of those that the other report lacks. */
interface Missing {
  readonly tests: number;
  /** How many of these did not fail: what failed beside a failure tells nothing of which report is whole. */
  readonly firm: number;
  /** Two at most: more than one is too many. */
  readonly lacking: ReadonlySet<string>;
}

function missingOf({ suite, older, found }: Found, report: Report, home: Report): Missing {
  if (found !== 'elsewhere') return report.missingOf(home, older);
  // Of two suites with different paths tests are the same by what their paths have inside of these.
  const listed = new Set(testsIn(suite).map(({ inside }) => inside));
  const tests = testsIn(older);
  const lacking = tests.filter(({ inside }) => !listed.has(inside)).map(({ key }) => key);
  const keys = [...new Set(tests.map(({ key }) => key))];
  return { tests: keys.length, firm: keys.filter((key) => home.isFirm(key)).length, lacking: new Set(lacking) };
}

function testsIn(suite: SuiteNode): readonly { readonly inside: string; readonly key: string }[] {
  return outsideIn(suite).flatMap((node) => {
    const path = node.path.slice(suite.depth).map(({ neutral }) => neutral);
    return node.own.flatMap(({ key, result }) =>
      isSetUp(result) ? [] : [{ key, inside: JSON.stringify([path, ...node.neutralNames(result)]) }],
    );
  });
}

function supersedes(counterpart: Counterpart, failure: Timed, home: Report): boolean {
  const { suite, earliest, missing, found } = counterpart;
  const { result, span } = failure;
  const own = isSetUp(result) ? undefined : failure.key;
  const isGone = own !== undefined && missing.lacking.has(own);
  // A test that is listed again has a counterpart, and times decide; in a suite that has moved they have below.
  if (own !== undefined && !isGone && found !== 'elsewhere') return false;
  // Only its scenario tells of which of several such suites it is.
  if (found !== 'same' && 'scenario' in result && !counterpart.scenarios.has(result.scenario)) return false;
  if (missing.lacking.size > (isGone ? 1 : 0)) return false;
  if (!earliest.every((item) => startsAfter(item.span, span) && isLaterRun(item, failure))) return false;
  if (isApart(result)) return hasOwner(result, suite);
  if (own === undefined) return missing.tests > 0 || isSpecific(result, suite);
  return !isGone || missing.firm > (home.isFirm(own) ? 1 : 0);
}

/**
 * Where the older report lists nothing but such failures, only names can tell that the later one is of the same suite: its own,
 * unless it is one of those that tools give to all, or that of the class or module that failed.
 */
function isSpecific(failure: ListedResult, later: SuiteNode): boolean {
  return !isGenericSuite(failure.suites.at(-1) ?? '') || hasOwner(failure, later);
}

/** Whether a suite has tests of the class, module or file whose set-up failed. */
function hasOwner(failure: ListedResult, later: SuiteNode): boolean {
  const owners = ownersOf(failure);
  return everythingIn(later).some(({ result }) => isOfOwner(result, owners));
}
