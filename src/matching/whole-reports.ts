import { isSetUp, reportOf, type ListedResult } from './attempt.ts';
import { testKey, testKeyBetweenRuns } from './names.ts';
import { isLaterRun, startsAfter } from './spans.ts';
import type { Timed } from './supersede.ts';

/*
 * Failures that no test heals: what a suite declares beyond its cases, hooks, class set-up, a module that could not be loaded,
 * tests that were renamed or removed since. A later report of the same suite heals them if it is whole: in a later run that
 * starts after the failure has ended, without a failure, with every other test that the older one listed.
 */

/** A suite of one report, with what stands in it and in suites inside of it. */
interface SuiteNode {
  readonly name: string;
  readonly parent: SuiteNode | undefined;
  readonly children: Map<string, SuiteNode>;
  readonly own: Timed[];
}

/** @returns for each failure that a whole report heals a result of that report */
export function wholeReports(
  failures: readonly Timed[],
  all: readonly Timed[],
): ReadonlyMap<ListedResult, ListedResult> {
  const healed = new Map<ListedResult, ListedResult>();
  const reports = new Map<string, SuiteNode>();
  for (const item of all) {
    const key = reportOf(item.result);
    const root = reports.get(key) ?? newNode('', undefined);
    reports.set(key, root);
    nodeAt(root, item.result.suites, true)?.own.push(item);
  }
  if (reports.size < 2) return healed;
  const outlines = new Map<SuiteNode, Outline>();
  const outlineOf = (node: SuiteNode): Outline => remembered(outlines, node, () => outlined(node));
  const compared = new Map<Outline, Map<Outline, ReadonlySet<string>>>();
  for (const failure of failures) {
    const home = reports.get(reportOf(failure.result));
    const suite = home && nodeAt(home, failure.result.suites, false);
    if (home === undefined || suite === undefined) continue;
    const older = outlineOf(suite);
    for (const report of reports.values()) {
      const found = report === home ? undefined : sameSuite(report, failure, suite, outlineOf);
      const later = found && outlineOf(found);
      if (later?.passed === undefined) continue;
      const withOlder = remembered(compared, older, () => new Map<Outline, ReadonlySet<string>>());
      const missing = remembered(withOlder, later, () => missingIn(later, older));
      if (heals(later, failure, older, missing)) healed.set(failure.result, later.passed);
    }
  }
  return healed;
}

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function newNode(name: string, parent: SuiteNode | undefined): SuiteNode {
  return { name, parent, children: new Map(), own: [] };
}

function nodeAt(root: SuiteNode, path: readonly string[], make: boolean): SuiteNode | undefined {
  let node = root;
  for (const name of path) {
    let child = node.children.get(name);
    if (child === undefined) {
      if (!make) return undefined;
      child = newNode(name, node);
      node.children.set(name, child);
    }
    node = child;
  }
  return node;
}

/** What stands in a suite and in those inside of it. */
interface Outline {
  /** The tests, without what is no test: by key, the key that holds between runs. */
  readonly tests: ReadonlyMap<string, string>;
  readonly between: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  /** The first to start by each clock; undefined where one has no start. */
  readonly earliest: readonly Timed[] | undefined;
  /** One that passed, where some did and none failed. */
  readonly passed: ListedResult | undefined;
}

function outlined(suite: SuiteNode): Outline {
  const tests = new Map<string, string>();
  const classes = new Set<string>();
  const earliest = new Map<string, Timed>();
  let [dated, sound] = [true, true];
  let passed: ListedResult | undefined;
  for (const item of itemsIn(suite)) {
    const { result, span } = item;
    if (!isSetUp(result)) {
      tests.set(testKey(result), testKeyBetweenRuns(result));
      classes.add(result.className);
    }
    if (result.outcome === 'failed' || result.declared !== undefined) sound = false;
    if (result.outcome === 'passed') passed ??= result;
    const { start } = span;
    if (start === undefined) {
      dated = false;
      continue;
    }
    const clock = start.clock === undefined ? 'zone' : `${start.clock.shape ?? ''} ${start.clock.host ?? ''}`;
    const known = earliest.get(clock)?.span.start;
    if (known === undefined || start.at < known.at) earliest.set(clock, item);
  }
  return {
    tests,
    between: new Set(tests.values()),
    classes,
    earliest: dated ? [...earliest.values()] : undefined,
    passed: sound ? passed : undefined,
  };
}

function* itemsIn(suite: SuiteNode): Generator<Timed> {
  const open = [suite];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield* node.own;
    for (const child of node.children.values()) open.push(child);
  }
}

/** The suite of the same path in that report; else the one of the same name, if its tests are of the same classes. */
function sameSuite(
  report: SuiteNode,
  { result }: Timed,
  suite: SuiteNode,
  outlineOf: (node: SuiteNode) => Outline,
): SuiteNode | undefined {
  const atPath = nodeAt(report, result.suites, false);
  if (atPath !== undefined) return atPath;
  const name = result.suites.at(-1);
  if (name === undefined) return undefined;
  const { classes } = outlineOf(suite);
  const open = [report];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.name === name && node !== report) {
      const others = outlineOf(node).classes;
      if (classes.size > 0 && classes.size === others.size && [...classes].every((one) => others.has(one))) return node;
    }
    for (const child of node.children.values()) open.push(child);
  }
  return undefined;
}

/** The tests of the older suite that the later one doesn't list; of more than two only some. */
function missingIn(later: Outline, older: Outline): ReadonlySet<string> {
  const missing = new Set<string>();
  for (const [key, between] of older.tests) {
    if (later.tests.has(key) || later.between.has(between)) continue;
    missing.add(key);
    if (missing.size > 2) break;
  }
  return missing;
}

function heals(later: Outline, failure: Timed, older: Outline, missing: ReadonlySet<string>): boolean {
  const { result, span } = failure;
  const own = isSetUp(result) ? undefined : testKey(result);
  // A test that is listed again has a counterpart, and times decide.
  if (own !== undefined && !missing.has(own)) return false;
  if (missing.size > (own === undefined ? 0 : 1)) return false;
  if (later.earliest?.every((item) => startsAfter(item.span, span) && isLaterRun(item, failure)) !== true) return false;
  const others = older.tests.size - (own === undefined ? 0 : 1);
  return others > 0 || (own === undefined && isSpecific(result, later));
}

/** Names that test tools give to whatever they run: a report of the same name may be of other tests altogether. */
const genericSuite =
  /^(?:pytest(?: tests)?|newman|(?:jest|vitest|mocha|bruno|cypress|unit|integration|e2e|all) tests|root suite|(?:test ?)?suites?|tests?|specs?|default(?: suite)?|results?|junit\S*|surefire|rspec|phpunit|bats|playwright|xunit|nunit|go|it|undefined|null)$/i;

/**
 * Where the older report lists nothing but such failures, only names can tell that the later one is of the same suite: its own,
 * unless it is one of those that tools give to all, or that of the class or module that failed.
 */
function isSpecific({ suites, className, name }: ListedResult, { classes }: Outline): boolean {
  const suite = (suites.at(-1) ?? '').trim();
  if (suite !== '' && !genericSuite.test(suite)) return true;
  return [className, name].some(
    (owner) => owner.trim() !== '' && [...classes].some((one) => one === owner || one.startsWith(`${owner}.`)),
  );
}
