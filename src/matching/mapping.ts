import type { ScenarioId } from '../requirements/scenario.ts';
import type { ScenarioMapping } from '../settings/settings.ts';
import { fits } from '../text/wildcard.ts';

/** The names of a test that the user's own mapping is compared with. */
export interface MappedNames {
  readonly name: string;
  readonly className: string;
  readonly suites: readonly string[];
}

/** The scenarios that the user's mapping gives a test, without duplicates; usually none or one. */
export type Mapped = (names: MappedNames) => readonly ScenarioId[];

const keyLength = 3;
/** Suite and class names recur with every case. */
const maxRemembered = 5000;

/**
 * The user's mapping, made ready for many tests: each pattern is looked at only for texts that have a piece of it, so that
 * thousands of patterns cost a test hardly more than one.
 */
export function mappedScenarios(mapping: readonly ScenarioMapping[]): Mapped {
  if (mapping.length === 0) return () => [];
  const index = indexed(mapping);
  const known = new Map<string, readonly ScenarioMapping[]>();
  const ofName = (text: string): readonly ScenarioMapping[] => {
    let hits = known.get(text);
    if (hits === undefined) {
      hits = hitsOf(text, index);
      if (known.size < maxRemembered) known.set(text, hits);
    }
    return hits;
  };
  return ({ name, className, suites }) => {
    const found = new Set<ScenarioMapping>();
    for (const hit of hitsOf(name, index)) found.add(hit);
    for (const hit of hitsOf(`${className} ${name}`, index)) found.add(hit);
    for (const text of [className, ...suites]) for (const hit of ofName(text)) found.add(hit);
    if (found.size < 2) return [...found].map(({ scenario }) => scenario);
    // In the order of the configuration, whichever of the names was hit.
    return [...new Set(mapping.filter((one) => found.has(one)).map(({ scenario }) => scenario))];
  };
}

/** Patterns by three characters that few others have; those without three in a row apart. */
interface Index {
  readonly byKey: ReadonlyMap<string, readonly ScenarioMapping[]>;
  readonly others: readonly ScenarioMapping[];
}

function indexed(mapping: readonly ScenarioMapping[]): Index {
  const uses = new Map<string, number>();
  for (const { test } of mapping) for (const key of keysOf(test)) uses.set(key, (uses.get(key) ?? 0) + 1);
  const byKey = new Map<string, ScenarioMapping[]>();
  const others: ScenarioMapping[] = [];
  for (const one of mapping) {
    const [first, ...rest] = keysOf(one.test);
    if (first === undefined) {
      others.push(one);
      continue;
    }
    const key = rest.reduce((a, b) => ((uses.get(b) ?? 0) < (uses.get(a) ?? 0) ? b : a), first);
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [one]);
    else list.push(one);
  }
  return { byKey, others };
}

/** Each stretch of three characters between the stars, once. */
function keysOf(pattern: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const piece of pattern.split('*')) {
    for (let at = 0; at + keyLength <= piece.length; at++) keys.add(piece.slice(at, at + keyLength));
  }
  return keys;
}

function hitsOf(text: string, { byKey, others }: Index): readonly ScenarioMapping[] {
  if (text === '') return [];
  const hits = new Set<ScenarioMapping>();
  const compare = (patterns: readonly ScenarioMapping[]): void => {
    for (const one of patterns) if (fits(one.test, text)) hits.add(one);
  };
  compare(others);
  if (byKey.size > 0) {
    for (let at = 0; at + keyLength <= text.length; at++) compare(byKey.get(text.slice(at, at + keyLength)) ?? []);
  }
  return [...hits];
}
