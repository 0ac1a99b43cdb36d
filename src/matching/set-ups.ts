import type { ScenarioId } from '../requirements/scenario.ts';
import {
  isGenericSuite,
  isSetUp,
  ownersOf,
  reportOf,
  type Attempt,
  type ListedResult,
  type OtherResult,
} from './attempt.ts';
import { neutralName, ofRun } from './names.ts';

/*
 * Whose set-up failed. A tool whose hook or module fails lists that failure alone: the tests that could not run are known only
 * from other reports of the same suite. A pass in one of these must not hide it.
 */

/** @returns the same results, where a set-up that failed counts against each scenario that its suite has in any report */
export function placedSetUps(
  attempts: readonly Attempt[],
  others: readonly OtherResult[],
): { readonly attempts: readonly Attempt[]; readonly others: readonly OtherResult[] } {
  const own = attempts.filter((attempt) => isSetUp(attempt) && attempt.matchedBy === 'enclosing-suite');
  const unplaced = others.filter((other) => isSetUp(other));
  if (own.length + unplaced.length === 0) return { attempts, others };
  const known = new Map<string, Set<ScenarioId>>();
  for (const attempt of own) known.set(keyOf(attempt), (known.get(keyOf(attempt)) ?? new Set()).add(attempt.scenario));
  const tests = new Tests(attempts, [...own, ...unplaced]);
  const added: Attempt[] = [];
  const placed = new Set<OtherResult>();
  for (const result of unplaced) {
    for (const scenario of tests.of(result)) {
      placed.add(result);
      added.push(placedAt(result, scenario));
    }
  }
  for (const result of new Map(own.map((attempt) => [keyOf(attempt), attempt])).values()) {
    for (const scenario of tests.of(result)) {
      if (known.get(keyOf(result))?.has(scenario) !== true) added.push(placedAt(result, scenario));
    }
  }
  if (added.length === 0) return { attempts, others };
  return { attempts: [...attempts, ...added], others: others.filter((other) => !placed.has(other)) };
}

function keyOf(result: Attempt): string {
  return JSON.stringify([reportOf(result), result.line, result.order, result.name]);
}

function placedAt(result: ListedResult, scenario: ScenarioId): Attempt {
  return {
    flaky: false,
    dropped: undefined,
    ...result,
    scenario,
    matchedBy: 'enclosing-suite',
    ambiguous: false,
    decision: undefined,
  };
}

/** The scenarios of the tests of all reports, by suite path and by class. */
class Tests {
  readonly #byPath = new Map<string, Set<ScenarioId>>();
  readonly #byClass = new Map<string, Set<ScenarioId>>();

  /** What belongs to a single run may stand in the names of suites. */
  constructor(attempts: readonly Attempt[], setUps: readonly ListedResult[]) {
    const lengths = new Set(setUps.map(({ suites }) => suites.length));
    const paths = new Map<readonly string[], Map<ScenarioId, Attempt>>();
    for (const attempt of attempts) {
      if (isSetUp(attempt) || attempt.ambiguous) continue;
      const { suites, className, scenario } = attempt;
      paths.set(suites, (paths.get(suites) ?? new Map<ScenarioId, Attempt>()).set(scenario, attempt));
      if (className !== '') add(this.#byClass, className, scenario);
    }
    for (const [suites, inside] of paths) {
      for (const length of lengths) {
        if (length > suites.length) continue;
        for (const [scenario, attempt] of inside) add(this.#byPath, pathOf(attempt, length), scenario);
      }
    }
  }

  /** Under a name that a tool gives to whatever it runs, only the class or module that failed tells. */
  of(result: ListedResult): ReadonlySet<ScenarioId> {
    const { suites } = result;
    const found = new Set<ScenarioId>();
    if (!isGenericSuite(suites.at(-1) ?? '')) {
      for (const scenario of this.#byPath.get(pathOf(result)) ?? []) found.add(scenario);
    }
    for (const owner of new Set(ownersOf(result))) {
      for (const [one, scenarios] of this.#byClass) {
        if (one !== owner && !one.startsWith(`${owner}.`)) continue;
        for (const scenario of scenarios) found.add(scenario);
      }
    }
    return found;
  }
}

function pathOf(result: ListedResult, length = result.suites.length): string {
  const own = ofRun(result);
  return JSON.stringify(result.suites.slice(0, length).map((suite) => neutralName(suite, own)));
}

function add(map: Map<string, Set<ScenarioId>>, key: string, scenario: ScenarioId): void {
  map.set(key, (map.get(key) ?? new Set()).add(scenario));
}
