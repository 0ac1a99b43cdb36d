import type { ScenarioId } from '../requirements/scenario.ts';
import { isApart, isGenericSuite, isSetUp, ownersOf, reportOf, type ListedResult } from './attempt.ts';
import { clockKey, isLaterRun, startOf, startsAfter, type Timed } from './spans.ts';
import { everythingIn, outsideIn, type SuiteNode, type Suites, type SuiteTree } from './suite-tree.ts';

/*
 * Failures that no test supersedes: what a suite declares beyond its cases, hooks, class set-up, a module that could not be loaded,
 * tests that were renamed or removed since. A later report of the same suite supersedes them if it is whole: in a later run that
 * starts after the failure has ended, without a failure, with every other test that the older one listed. The same suite has
 * the same path, but for what belongs to a single run, or the same name and the same classes.
 */

/** One report: its suites, and the keys of what it lists. */
interface Report {
  readonly tree: SuiteTree;
  readonly tests: Set<string>;
  /** Of these those that have a result other than failed. */
  readonly firm: Set<string>;
  /** Worked out where a test is looked for that has nothing else in common. */
  between: ReadonlySet<string> | undefined;
  readonly outlines: Map<SuiteNode, Outline>;
  /** What of a report this one lacks. */
  readonly lacks: Map<Report, ReadonlyMap<SuiteNode, Missing>>;
}

/** The reports of one check, each of which may be the later whole one of another's suite. */
export class WholeReports {
  readonly #suites: Suites;
  readonly #reports = new Map<string, Report>();
  readonly #counterparts = new Map<SuiteNode, readonly Counterpart[]>();

  constructor(all: readonly Timed[], suites: Suites) {
    this.#suites = suites;
    for (const [name, tree] of suites.trees) {
      const [tests, firm] = [new Set<string>(), new Set<string>()];
      this.#reports.set(name, { tree, tests, firm, between: undefined, outlines: new Map(), lacks: new Map() });
    }
    for (const { result, key } of all) {
      const report = this.#reports.get(reportOf(result));
      report?.tests.add(key);
      if (result.outcome !== 'failed') report?.firm.add(key);
    }
  }

  /** @returns for each failure that a whole report supersedes a result of that report, of several the latest */
  inPlaceOf(failures: readonly Timed[]): ReadonlyMap<ListedResult, ListedResult> {
    const superseded = new Map<ListedResult, ListedResult>();
    for (const failure of failures) {
      const home = this.#reports.get(reportOf(failure.result));
      const older = home?.tree.at(failure.result.suites);
      if (home === undefined || older === undefined) continue;
      const found = this.#counterparts.get(older) ?? latestFirst([...this.#counterpartsOf(older, home)]);
      this.#counterparts.set(older, found);
      const by = found.find(
        (one) => supersedes(one, failure, home) && (one.found !== 'elsewhere' || this.#isMoved(one, failure)),
      );
      if (by?.outline.passed !== undefined) superseded.set(failure.result, by.outline.passed);
    }
    return superseded;
  }

  *#counterpartsOf(older: SuiteNode, home: Report): Generator<Counterpart> {
    for (const report of this.#reports.values()) {
      if (report === home) continue;
      const same = sameSuites(report, home, older);
      const moved = same.length === 0 && !isGenericSuite(older.name) ? onlyOf(report, home, older) : undefined;
      for (const suite of moved === undefined ? same : [moved]) {
        const outline = outlineOf(report, suite);
        if (outline?.passed === undefined) continue;
        const missing = suite === moved ? missingElsewhere(suite, older, home) : this.#lacking(report, home).get(older);
        const found = suite === moved ? 'elsewhere' : report.tree.same(older) === suite ? 'same' : 'alike';
        if (missing !== undefined) yield { suite, outline, missing, found };
      }
      if (same.length === 0 && older.own.some(({ result }) => isApart(result))) yield* this.#wholeOf(report, home);
    }
  }

  /** All of a report in place of the suite that set-up which failed had to itself: no good run has such a suite. */
  *#wholeOf(report: Report, home: Report): Generator<Counterpart> {
    const [[suite], [older]] = [report.tree.suites(), home.tree.suites()];
    if (suite === undefined || older === undefined) return;
    const outline = outlineOf(report, suite);
    const missing = this.#lacking(report, home).get(older);
    if (outline?.passed === undefined || missing === undefined) return;
    yield { suite, outline, missing, found: 'same' };
  }

  /**
   * Whether a suite has moved since, to another path: two that stood side by side (modules, legs of a matrix) are two suites,
   * and one that is still found where it was has not moved.
   */
  #isMoved({ suite }: Counterpart, failure: Timed): boolean {
    for (const report of this.#reports.values()) {
      const isLater = (node: SuiteNode): boolean => {
        return [...(outlineOf(report, node)?.earliest.values() ?? [])].every((item) => isLaterRun(item, failure));
      };
      const same = report.tree.same(suite);
      if ((same === undefined ? report.tree.alike(suite) : [same]).some((node) => !isLater(node))) return false;
      const stays = report.tree.at(failure.result.suites);
      if (stays !== undefined && isLater(stays)) return false;
    }
    return true;
  }

  /** By the suites of the older report. The keys hold the paths, so what the later one lists it lists in the same suite. */
  #lacking(later: Report, older: Report): ReadonlyMap<SuiteNode, Missing> {
    const known = later.lacks.get(older);
    if (known !== undefined) return known;
    const missing = new Map<SuiteNode, Missing>();
    for (const suite of older.tree.suites().toReversed()) {
      const own = new Set<string>();
      const lacking = new Set<string>();
      for (const { key, result } of suite.own) {
        if (isSetUp(result)) continue;
        own.add(key);
        if (lacking.size < 2 && !later.tests.has(key) && !this.#listedBy(later).has(this.#suites.between(result))) {
          lacking.add(key);
        }
      }
      let tests = own.size;
      let firm = [...own].filter((key) => older.firm.has(key)).length;
      for (const child of suite.children) {
        const inner = missing.get(child);
        if (inner === undefined) continue;
        tests += inner.tests;
        firm += inner.firm;
        for (const key of inner.lacking) if (lacking.size < 2) lacking.add(key);
      }
      missing.set(suite, { tests, firm, lacking });
    }
    later.lacks.set(older, missing);
    return missing;
  }

  #listedBy(report: Report): ReadonlySet<string> {
    report.between ??= new Set(
      report.tree.suites().flatMap(({ own }) => {
        return own.flatMap(({ result }) => (isSetUp(result) ? [] : [this.#suites.between(result)]));
      }),
    );
    return report.between;
  }
}

function latestFirst(counterparts: readonly Counterpart[]): readonly Counterpart[] {
  if (counterparts.length < 2) return counterparts;
  const began = new Map(
    counterparts.map((one) => [one, Math.min(...[...one.outline.earliest.values()].map((item) => startOf(item)))]),
  );
  return counterparts.toSorted((a, b) => (began.get(b) ?? 0) - (began.get(a) ?? 0));
}

/**
 * The suite of the same path. Without one those alike but for what belongs to a single run: of several side by side each has to
 * have a counterpart of its own.
 */
function sameSuites(report: Report, home: Report, older: SuiteNode): readonly SuiteNode[] {
  const same = report.tree.same(older);
  if (same !== undefined || older.ofRun.length === 0) return same === undefined ? [] : [same];
  const mine = report.tree.alike(older).filter((suite) => home.tree.same(suite) === undefined);
  const theirs = home.tree.alike(older).filter((suite) => report.tree.same(suite) === undefined);
  return mine.length < theirs.length ? [] : mine;
}

/** The same suite in another report. */
interface Counterpart {
  readonly suite: SuiteNode;
  readonly outline: Outline;
  readonly missing: Missing;
  /** By its path, whole or but for what belongs to a single run; or it has another, but the same name and classes. */
  readonly found: 'same' | 'alike' | 'elsewhere';
}

/** The one suite of that name and of the same classes, where neither report has several of that name. */
function onlyOf(report: Report, home: Report, older: SuiteNode): SuiteNode | undefined {
  const [only, ...others] = report.tree.named(older.neutral);
  if (only === undefined || others.length > 0 || home.tree.named(older.neutral).length > 1) return undefined;
  return haveSameClasses(older, only) ? only : undefined;
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
  readonly isSound: boolean;
  /** One that passed, where some did, none failed and all have a start. */
  readonly passed: ListedResult | undefined;
  /** The first to start by each clock. */
  readonly earliest: ReadonlyMap<string, Timed>;
  readonly scenarios: ReadonlySet<ScenarioId>;
}

/** Worked out for all suites of a report at once, from the inside out. */
function outlineOf(report: Report, wanted: SuiteNode): Outline | undefined {
  if (report.outlines.size > 0) return report.outlines.get(wanted);
  for (const suite of report.tree.suites().toReversed()) {
    let isSound = true;
    let passed: ListedResult | undefined;
    const earliest = new Map<string, Timed>();
    const scenarios = new Set<ScenarioId>();
    for (const item of suite.own) {
      const { result, span } = item;
      if (result.outcome === 'failed' || result.declared !== undefined || span.start === undefined) isSound = false;
      if (result.outcome === 'passed') passed ??= result;
      if ('scenario' in result) scenarios.add(result.scenario);
      first(earliest, item);
    }
    for (const child of suite.children) {
      const inner = report.outlines.get(child);
      if (inner === undefined) continue;
      isSound &&= inner.isSound;
      passed ??= inner.passed;
      for (const item of inner.earliest.values()) first(earliest, item);
      for (const scenario of inner.scenarios) scenarios.add(scenario);
    }
    report.outlines.set(suite, { isSound, passed: isSound ? passed : undefined, earliest, scenarios });
  }
  return report.outlines.get(wanted);
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

/** The same of two suites with different paths: tests are the same by what their paths have inside of these. */
function missingElsewhere(later: SuiteNode, older: SuiteNode, home: Report): Missing {
  const listed = new Set(testsIn(later).map(({ inside }) => inside));
  const tests = testsIn(older);
  const lacking = tests.filter(({ inside }) => !listed.has(inside)).map(({ key }) => key);
  const keys = [...new Set(tests.map(({ key }) => key))];
  const firm = keys.filter((key) => home.firm.has(key)).length;
  return { tests: keys.length, firm, lacking: new Set(lacking.slice(0, 2)) };
}

function testsIn(suite: SuiteNode): readonly { readonly inside: string; readonly key: string }[] {
  return outsideIn(suite).flatMap((node) => {
    const path = node.path.slice(suite.depth).map(({ neutral }) => neutral);
    return node.own.flatMap(({ key, result }) =>
      isSetUp(result) ? [] : [{ key, inside: JSON.stringify([path, ...node.neutralNames(result)]) }],
    );
  });
}

function supersedes({ suite, outline, missing, found }: Counterpart, failure: Timed, home: Report): boolean {
  const { result, span } = failure;
  const own = isSetUp(result) ? undefined : failure.key;
  const isGone = own !== undefined && missing.lacking.has(own);
  // A test that is listed again has a counterpart, and times decide; in a suite that has moved they have below.
  if (own !== undefined && !isGone && found !== 'elsewhere') return false;
  // Only its scenario tells of which of several such suites it is.
  if (found !== 'same' && 'scenario' in result && !outline.scenarios.has(result.scenario)) return false;
  if (missing.lacking.size > (isGone ? 1 : 0)) return false;
  if (![...outline.earliest.values()].every((item) => startsAfter(item.span, span) && isLaterRun(item, failure))) {
    return false;
  }
  if (isApart(result)) return hasOwner(result, suite);
  if (own === undefined) return missing.tests > 0 || isSpecific(result, suite);
  return !isGone || missing.firm > (home.firm.has(own) ? 1 : 0);
}

/**
 * Where the older report lists nothing but such failures, only names can tell that the later one is of the same suite: its own,
 * unless it is one of those that tools give to all, or that of the class or module that failed.
 */
function isSpecific(failure: ListedResult, later: SuiteNode): boolean {
  return !isGenericSuite(failure.suites.at(-1) ?? '') || hasOwner(failure, later);
}

/** Whether a suite has tests of the class or module whose set-up failed. */
function hasOwner(failure: ListedResult, later: SuiteNode): boolean {
  const owners = ownersOf(failure);
  return everythingIn(later).some(({ result }) =>
    owners.some((owner) => result.className === owner || result.className.startsWith(`${owner}.`)),
  );
}
