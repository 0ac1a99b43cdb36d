import type { ScenarioId } from '../requirements/scenario.ts';
import {
  isGenericSuite,
  isOfOwner,
  isSetUp,
  ownersOf,
  reportOf,
  type Attempt,
  type ListedResult,
  type OtherResult,
} from './attempt.ts';
import { fromInside, Suites } from './suite-tree.ts';

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
  const listed = new Set(own.map((attempt) => keyOf(attempt) + attempt.scenario));
  const tests = new Tests(attempts, others);
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
      if (!listed.has(keyOf(result) + scenario)) added.push(placedAt(result, scenario));
    }
  }
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

interface Item {
  readonly result: Attempt | OtherResult;
}

/** The scenarios of the tests of all reports, by suite path and by class. */
class Tests {
  readonly #suites: Suites<Item>;
  /** What belongs to a single run may stand in the names of suites. */
  readonly #byPath = new Map<number, ReadonlySet<ScenarioId>>();
  /** One of each class and file. */
  readonly #byOwner = new Map<string, { readonly test: Attempt; readonly scenarios: Set<ScenarioId> }>();

  constructor(attempts: readonly Attempt[], others: readonly OtherResult[]) {
    this.#suites = new Suites<Item>([...attempts, ...others].map((result) => ({ result })));
    for (const attempt of attempts) {
      if (!isTest(attempt)) continue;
      const owner = JSON.stringify([attempt.className, attempt.sourceFile]);
      const known = this.#byOwner.get(owner) ?? { test: attempt, scenarios: new Set() };
      this.#byOwner.set(owner, known);
      known.scenarios.add(attempt.scenario);
    }
    for (const tree of this.#suites.trees) {
      const inside = fromInside<ReadonlySet<ScenarioId>, Item>(({ own }, inner) => {
        const tests = own.flatMap(({ result }) => (isTest(result) ? [result.scenario] : []));
        return new Set([...tests, ...inner.flatMap((scenarios) => [...scenarios])]);
      });
      for (const suite of tree.suites()) {
        this.#byPath.set(suite.key, new Set([...(this.#byPath.get(suite.key) ?? []), ...inside(suite)]));
      }
    }
  }

  /** Under a name that a tool gives to whatever it runs, only the class or module that failed tells. */
  of(result: Attempt | OtherResult): ReadonlySet<ScenarioId> {
    const found = new Set<ScenarioId>();
    const suite = this.#suites.of(result);
    if (!isGenericSuite(suite.name)) {
      for (const scenario of this.#byPath.get(suite.key) ?? []) found.add(scenario);
    }
    const owners = ownersOf(result);
    for (const { test, scenarios } of this.#byOwner.values()) {
      if (isOfOwner(test, owners)) for (const scenario of scenarios) found.add(scenario);
    }
    return found;
  }
}

function isTest(result: Attempt | OtherResult): result is Attempt {
  return 'scenario' in result && !result.ambiguous && !isSetUp(result);
}
