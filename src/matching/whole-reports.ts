import { isGenericSuite, isSetUp, reportOf, type ListedResult } from './attempt.ts';
import type { TestKeys } from './names.ts';
import { isLaterRun, startsAfter } from './spans.ts';
import type { Timed } from './supersede.ts';

/*
 * Failures that no test heals: what a suite declares beyond its cases, hooks, class set-up, a module that could not be loaded,
 * tests that were renamed or removed since. A later report of the same suite heals them if it is whole: in a later run that
 * starts after the failure has ended, without a failure, with every other test that the older one listed.
 */

/** A suite of one report. */
interface SuiteNode {
  readonly name: string;
  readonly parent: SuiteNode | undefined;
  readonly children: Map<string, SuiteNode>;
  readonly own: Timed[];
}

/** One report: its suites, and the keys of its tests, without what is no test. */
interface Report {
  readonly root: SuiteNode;
  /** From the outside in: a suite comes before those inside of it. */
  readonly suites: readonly SuiteNode[];
  readonly tests: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly outlines: Map<SuiteNode, Outline>;
}

/** @returns for each failure that a whole report heals a result of that report */
export function wholeReports(
  failures: readonly Timed[],
  all: readonly Timed[],
  keys: TestKeys,
): ReadonlyMap<ListedResult, ListedResult> {
  const healed = new Map<ListedResult, ListedResult>();
  const reports = reportsOf(all, keys);
  const missing = new Map<string, ReadonlyMap<SuiteNode, Missing>>();
  for (const failure of failures) {
    const home = reports.get(reportOf(failure.result));
    const older = home && nodeAt(home.root, failure.result.suites);
    if (home === undefined || older === undefined) continue;
    for (const [name, report] of reports) {
      const suite = report === home ? undefined : nodeAt(report.root, failure.result.suites);
      const later = suite && outlineOf(report, suite);
      if (later?.passed === undefined || suite === undefined) continue;
      const pair = JSON.stringify([reportOf(failure.result), name]);
      const lacks = missing.get(pair) ?? missingIn(report, home, keys);
      missing.set(pair, lacks);
      if (heals(suite, later, failure, lacks.get(older))) healed.set(failure.result, later.passed);
    }
  }
  return healed;
}

function reportsOf(all: readonly Timed[], keys: TestKeys): ReadonlyMap<string, Report> {
  const reports = new Map<string, Report & { readonly tests: Set<string>; readonly between: Set<string> }>();
  const nodes = new Map<readonly string[], Map<SuiteNode, SuiteNode>>();
  for (const item of all) {
    const { result } = item;
    const name = reportOf(result);
    let report = reports.get(name);
    if (report === undefined) {
      const root = newNode('', undefined);
      report = { root, suites: [], tests: new Set(), between: new Set(), outlines: new Map() };
      reports.set(name, report);
    }
    const known = nodes.get(result.suites) ?? new Map<SuiteNode, SuiteNode>();
    nodes.set(result.suites, known);
    const node = known.get(report.root) ?? madeAt(report.root, result.suites);
    known.set(report.root, node);
    node.own.push(item);
    if (isSetUp(result)) continue;
    report.tests.add(item.key);
    report.between.add(keys.between(result));
  }
  return new Map([...reports].map(([name, report]) => [name, { ...report, suites: outsideIn(report.root) }]));
}

function newNode(name: string, parent: SuiteNode | undefined): SuiteNode {
  return { name, parent, children: new Map(), own: [] };
}

function madeAt(root: SuiteNode, path: readonly string[]): SuiteNode {
  let node = root;
  for (const name of path) {
    const child = node.children.get(name) ?? newNode(name, node);
    node.children.set(name, child);
    node = child;
  }
  return node;
}

function nodeAt(root: SuiteNode, path: readonly string[]): SuiteNode | undefined {
  let node: SuiteNode | undefined = root;
  for (const name of path) node = node?.children.get(name);
  return node;
}

function outsideIn(root: SuiteNode): readonly SuiteNode[] {
  const suites = [root];
  for (const suite of suites) for (const child of suite.children.values()) suites.push(child);
  return suites;
}

/** What stands in a suite and in those inside of it. */
interface Outline {
  readonly isSound: boolean;
  /** One that passed, where some did, none failed and all have a start. */
  readonly passed: ListedResult | undefined;
  /** The first to start by each clock. */
  readonly earliest: ReadonlyMap<string, Timed>;
}

/** Worked out for all suites of a report at once, from the inside out. */
function outlineOf(report: Report, wanted: SuiteNode): Outline | undefined {
  if (report.outlines.size > 0) return report.outlines.get(wanted);
  for (const suite of report.suites.toReversed()) {
    let isSound = true;
    let passed: ListedResult | undefined;
    const earliest = new Map<string, Timed>();
    for (const item of suite.own) {
      const { result, span } = item;
      if (result.outcome === 'failed' || result.declared !== undefined || span.start === undefined) isSound = false;
      if (result.outcome === 'passed') passed ??= result;
      first(earliest, item);
    }
    for (const child of suite.children.values()) {
      const inner = report.outlines.get(child);
      if (inner === undefined) continue;
      isSound &&= inner.isSound;
      passed ??= inner.passed;
      for (const item of inner.earliest.values()) first(earliest, item);
    }
    report.outlines.set(suite, { isSound, passed: isSound ? passed : undefined, earliest });
  }
  return report.outlines.get(wanted);
}

function first(earliest: Map<string, Timed>, item: Timed): void {
  const { start } = item.span;
  if (start === undefined) return;
  const clock = start.clock === undefined ? 'zone' : `${start.clock.shape ?? ''} ${start.clock.host ?? ''}`;
  const known = earliest.get(clock)?.span.start;
  if (known === undefined || start.at < known.at) earliest.set(clock, item);
}

/** Of the tests in a suite and in those inside of it: how many there are, and some of those that the other report lacks. */
interface Missing {
  readonly tests: number;
  /** Two at most: more than one is too many. */
  readonly lacking: ReadonlySet<string>;
}

/** By the suites of the older report. The keys hold the paths, so what the later one lists it lists in the same suite. */
function missingIn(later: Report, older: Report, keys: TestKeys): ReadonlyMap<SuiteNode, Missing> {
  const missing = new Map<SuiteNode, Missing>();
  for (const suite of older.suites.toReversed()) {
    const own = new Set<string>();
    const lacking = new Set<string>();
    for (const { key, result } of suite.own) {
      if (isSetUp(result)) continue;
      own.add(key);
      if (lacking.size < 2 && !later.tests.has(key) && !later.between.has(keys.between(result))) lacking.add(key);
    }
    let tests = own.size;
    for (const child of suite.children.values()) {
      const inner = missing.get(child);
      tests += inner?.tests ?? 0;
      for (const key of inner?.lacking ?? []) if (lacking.size < 2) lacking.add(key);
    }
    missing.set(suite, { tests, lacking });
  }
  return missing;
}

function heals(suite: SuiteNode, later: Outline, failure: Timed, missing: Missing | undefined): boolean {
  if (missing === undefined) return false;
  const { result, span } = failure;
  const own = isSetUp(result) ? undefined : failure.key;
  // A test that is listed again has a counterpart, and times decide.
  if (own !== undefined && !missing.lacking.has(own)) return false;
  if (missing.lacking.size > (own === undefined ? 0 : 1)) return false;
  if (![...later.earliest.values()].every((item) => startsAfter(item.span, span) && isLaterRun(item, failure))) {
    return false;
  }
  const others = missing.tests - (own === undefined ? 0 : 1);
  return others > 0 || (own === undefined && isSpecific(result, suite));
}

/**
 * Where the older report lists nothing but such failures, only names can tell that the later one is of the same suite: its own,
 * unless it is one of those that tools give to all, or that of the class or module that failed.
 */
function isSpecific({ suites, className, name }: ListedResult, later: SuiteNode): boolean {
  const suite = suites.at(-1) ?? '';
  if (!isGenericSuite(suite)) return true;
  const owners = [className, name].filter((owner) => owner.trim() !== '');
  return outsideIn(later).some(({ own }) =>
    own.some(({ result }) =>
      owners.some((owner) => result.className === owner || result.className.startsWith(`${owner}.`)),
    ),
  );
}
