import { reportOf, type Attempt, type ListedResult } from './attempt.ts';
import { remembered } from '../text/remembered.ts';
import { grouped, TestKeys } from './names.ts';
import { clockKey, isLaterRun, startOf, startsAfter, type Credible, Timed } from './spans.ts';
import { Suites } from './suite-tree.ts';
import { WholeReports } from './whole-reports.ts';

/*
 * Which results count. Like supersedes like: a later try of the same test, or for a failure that no test supersedes a later whole
 * report of its suite. All else counts side by side, and the worst decides.
 */

/** Why a result doesn't count any more. */
export interface Superseded {
  /** The later try, or the first result of the later report. */
  readonly by: ListedResult;
  readonly how: 'later-try' | 'listed-last' | 'whole-report';
}

export type Supersessions = ReadonlyMap<ListedResult, Superseded>;

/**
 * @param results all results of all reports that are kept, those that concern no scenario among them: they tell whether a later
 *   report is whole
 * @param duplicates `last`: of several results of one test in one report, none of which is the later one, the last counts
 */
export function supersessions(
  results: readonly (ListedResult | Attempt)[],
  credible: Credible,
  duplicates: 'worst' | 'last',
): Supersessions {
  const superseded = new Map<ListedResult, Superseded>();
  const keys = new TestKeys();
  const timed = results.map((result) => new Timed(result, keys.of(result), credible));
  laterTries(timed, superseded, duplicates);
  if (new Set(results.map(reportOf)).size < 2) return superseded;
  const suites = new Suites(timed, keys);
  betweenRuns(timed, suites, superseded);
  const standing = timed.filter(({ result }) => result.outcome !== 'passed' && !superseded.has(result));
  if (standing.length > 0) {
    const whole = new WholeReports(suites);
    for (const [result, by] of whole.inPlaceOf(standing)) superseded.set(result, { by, how: 'whole-report' });
    standAlone({ timed, suites, whole }, duplicates, superseded);
  }
  return superseded;
}

/**
 * A failure that is over because its test is gone takes nothing older with it: that has to be over without it, by a later
 * pass or a whole report of its own. Otherwise a run would be better off for having failed.
 */
function standAlone(
  { timed, suites, whole }: { timed: readonly Timed[]; suites: Suites; whole: WholeReports },
  duplicates: 'worst' | 'last',
  superseded: Map<ListedResult, Superseded>,
): void {
  const taken = timed.filter(({ result }) => isGone(superseded.get(result), superseded));
  if (taken.length === 0) return;
  const passes = new Map<ListedResult, Superseded>();
  laterTries(timed, passes, duplicates, hasPassed);
  betweenRuns(timed, suites, passes, hasPassed);
  const left = taken.filter(({ result }) => !passes.has(result));
  const over = whole.inPlaceOf(left.filter(({ result }) => result.outcome !== 'passed'));
  for (const { result } of left) {
    const by = over.get(result);
    if (by === undefined) superseded.delete(result);
    else superseded.set(result, { by, how: 'whole-report' });
  }
}

/** Whether what took its place is over itself, because its test is gone. */
function isGone(later: Superseded | undefined, superseded: ReadonlyMap<ListedResult, Superseded>): boolean {
  for (let next = later && superseded.get(later.by); next !== undefined; next = superseded.get(next.by)) {
    if (next.how === 'whole-report') return true;
  }
  return false;
}

function hasPassed({ result }: Timed): boolean {
  return result.outcome === 'passed';
}

function laterTries(
  timed: readonly Timed[],
  superseded: Map<ListedResult, Superseded>,
  duplicates: 'worst' | 'last',
  mayTake: (item: Timed) => boolean = () => true,
): void {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const { key } of timed) (seen.has(key) ? again : seen).add(key);
  if (again.size === 0) return;
  const repeated = timed.filter(({ key }) => again.has(key));
  const tries = grouped(repeated, ({ key, result }) => key + labelOf(result));
  const latest = new Map<string, readonly Timed[]>();
  for (const [labelled, items] of tries) latest.set(labelled, latestByClock(items, mayTake));
  for (const [labelled, items] of tries) {
    for (const item of items) {
      const { key, result } = item;
      let by = lastAfter(item, latest.get(labelled));
      for (const label of otherLabels(result)) by = lastAfter(item, latest.get(key + label), by);
      if (by !== undefined) superseded.set(result, { by: by.result, how: 'later-try' });
    }
  }
  if (duplicates === 'last') for (const items of tries.values()) lastListed(items, superseded, mayTake);
}

/** The scenario that a result is a try of: the one that its pass counts for, else the one that it may concern. */
function labelOf(result: ListedResult | Attempt): string {
  if (!('scenario' in result)) return '';
  const { decision, ambiguous, scenario } = result;
  const passes = decision === undefined && !ambiguous ? scenario : decision?.passes;
  return passes === undefined ? ` may concern ${scenario}` : ` of ${passes}`;
}

/**
 * What a later try may be of beside the same scenario, which it has to be of otherwise, for a test may tell by a property which
 * of several it runs: of a result whose places disagreed, any scenario that they name.
 */
function otherLabels(result: ListedResult | Attempt): readonly string[] {
  if (!('decision' in result) || result.decision === undefined || result.decision.passes !== undefined) return [];
  return result.decision.fails.map((scenario) => ` of ${scenario}`);
}

/** Of one report: retries that are listed one after the other with the same time, or with none. */
function lastListed(
  tries: readonly Timed[],
  superseded: Map<ListedResult, Superseded>,
  mayTake: (item: Timed) => boolean,
): void {
  const standing = tries.filter(({ result }) => !superseded.has(result));
  for (const same of grouped(standing, ({ result }) => reportOf(result)).values()) {
    const last = same.filter(mayTake).reduce<Timed | undefined>((a, b) => {
      return a === undefined || b.result.order > a.result.order ? b : a;
    }, undefined);
    for (const { result } of same) {
      if (last !== undefined && result.order < last.result.order) {
        superseded.set(result, { by: last.result, how: 'listed-last' });
      }
    }
  }
}

/** The same test in a later run, whose name there has another MRN, LRN or time in it. */
function betweenRuns(
  timed: readonly Timed[],
  suites: Suites,
  superseded: Map<ListedResult, Superseded>,
  mayTake: (item: Timed) => boolean = () => true,
): void {
  const runs = runsOf(timed);
  if (runs.size < 2) return;
  // A name that has nothing of its run in it had its tries looked at already.
  const open = timed.filter(({ result, key }) => !superseded.has(result) && suites.between(result) !== key);
  if (open.length === 0) return;
  const between = new Map(timed.map((item) => [item, suites.between(item.result)]));
  const byTest = grouped(timed, (item) => (between.get(item) ?? '') + labelOf(item.result));
  const byRun = remembered(Infinity, (test: string) => {
    const ofRuns = [...grouped(byTest.get(test) ?? [], (item) => runs.of(item))];
    return ofRuns.map(([run, items]) => ({ run, tests: testsIn(items), latest: latestByClock(items, mayTake) }));
  });
  for (const item of open) {
    const key = between.get(item) ?? '';
    const own = runs.of(item);
    const label = labelOf(item.result);
    // One run may have several such tests side by side: a run that has fewer lacks one of them.
    const least = byRun(key + label).find(({ run }) => run === own)?.tests ?? 0;
    let by: Timed | undefined;
    for (const { run, tests, latest } of [label, ...otherLabels(item.result)].flatMap((of) => byRun(key + of))) {
      if (run === own || tests < least) continue;
      const later = latest.filter((other) => isLaterRun(other, item));
      by = lastAfter(item, later, by);
    }
    if (by !== undefined) superseded.set(item.result, { by: by.result, how: 'later-try' });
  }
}

/** How many tests of different names. */
function testsIn(items: readonly Timed[]): number {
  return new Set(items.map(({ key }) => key)).size;
}

/**
 * The runs that results belong to: workflow runs by their number; in the workspace a new one begins where nothing began for six
 * hours. A result without a start is of the first.
 */
function runsOf(timed: readonly Timed[]): { readonly size: number; of(item: Timed): string } {
  const runLength = 6 * 3_600_000;
  const starts: number[] = [];
  for (const { result, span } of timed) {
    if (result.provenance === undefined && span.start !== undefined) starts.push(span.start.at);
  }
  const begins: number[] = [];
  let last = -Infinity;
  for (const start of starts.toSorted((a, b) => a - b)) {
    if (start - last > runLength) begins.push(start);
    last = start;
  }
  const names = begins.map((_, index) => `workspace ${index}`);
  const of = (item: Timed): string => {
    const { provenance } = item.result;
    if (provenance !== undefined) return `run ${provenance.runId}`;
    const at = startOf(item);
    let [low, high] = [0, begins.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((begins[middle] ?? Infinity) <= at) low = middle;
      else high = middle - 1;
    }
    return names[low] ?? 'workspace';
  };
  return { size: new Set(timed.map(of)).size, of };
}

/** Of tries that start after a result has ended, and of one that is known to, the last to start by what their clocks show. */
function lastAfter({ span }: Timed, tries: readonly Timed[] = [], known?: Timed): Timed | undefined {
  let last = known;
  for (const other of tries) {
    const isLast = last === undefined || startOf(other) > startOf(last);
    if (isLast && startsAfter(other.span, span)) last = other;
  }
  return last;
}

/** The last to start by each clock: what one of these doesn't come after, no other does. */
function latestByClock(tries: readonly Timed[], mayTake: (item: Timed) => boolean): readonly Timed[] {
  let zoned: Timed | undefined;
  let others: Map<string, Timed> | undefined;
  for (const item of tries) {
    const { start } = item.span;
    if (start === undefined || !mayTake(item)) continue;
    if (start.clock === undefined) {
      if (zoned === undefined || startOf(zoned) < start.at) zoned = item;
      continue;
    }
    others ??= new Map<string, Timed>();
    const key = clockKey(start.clock);
    const known = others.get(key)?.span.start;
    if (known === undefined || known.at < start.at) others.set(key, item);
  }
  return [...(zoned === undefined ? [] : [zoned]), ...(others?.values() ?? [])];
}
