import type { ScenarioId } from '../requirements/scenario.ts';
import type { ScenarioMapping } from '../settings/settings.ts';
import { remembered } from '../text/remembered.ts';
import { fits } from '../text/wildcard.ts';
import { quoted } from '../text/wording.ts';
import { type Finding, Findings } from '../finding.ts';

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
 *
 * @param fitting Takes those that fit a test.
 */
export function mappedScenarios(mapping: readonly ScenarioMapping[], fitting?: Set<ScenarioMapping>): Mapped {
  if (mapping.length === 0) return () => [];
  const index = indexed(mapping);
  const ofName = remembered(maxRemembered, (text: string) => hitsOf(text, index));
  return ({ name, className, suites }) => {
    const found = new Set<ScenarioMapping>();
    for (const hit of hitsOf(name, index)) found.add(hit);
    for (const hit of hitsOf(`${className} ${name}`, index)) found.add(hit);
    for (const text of [className, ...suites]) for (const hit of ofName(text)) found.add(hit);
    for (const one of found) fitting?.add(one);
    if (found.size === 0) return [];
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
  for (const key of keysOf(text)) compare(byKey.get(key) ?? []);
  return [...hits];
}

/**
 * What of the mapping fits no result: a warning where its scenario has results by other names, which then may not be all that
 * there is to say of it; elsewhere it is the scenario that is missing.
 *
 * @param results of all reports
 */
export function unfitting(
  mapping: readonly ScenarioMapping[],
  fitting: ReadonlySet<ScenarioMapping>,
  results: readonly (MappedNames & { readonly scenario?: ScenarioId | undefined })[],
): readonly Finding[] {
  const unfit = mapping.filter((one) => !fitting.has(one));
  if (unfit.length === 0 || results.length === 0) return [];
  const tested = new Set(results.map(({ scenario }) => scenario));
  const names = namesOf(results);
  const findings = new Findings(maxTold);
  for (const { scenario, test, place } of unfit) {
    const near = names.find(([name]) => fits(alike(test), name))?.[1];
    findings.add({
      kind: 'settings',
      severity: tested.has(scenario) ? 'warning' : 'notice',
      message: `${quoted(test)}, which the configuration gives ${scenario}, fits no test in the reports.`,
      next:
        near === undefined
          ? 'Write the name as the report has it, or leave it out where the test is gone.'
          : `There is ${quoted(near)}: letter case and white space count.`,
      place,
    });
  }
  return findings.list();
}

/** Each name that a pattern could fit, without letter case and white space, and as it stands. */
function namesOf(results: readonly MappedNames[]): readonly (readonly [alike: string, name: string])[] {
  const names = new Map<string, string>();
  for (const { name, className, suites } of results) {
    for (const text of [name, className, `${className} ${name}`, ...suites]) {
      if (names.size < maxRemembered) names.set(alike(text), text);
    }
  }
  return [...names];
}

function alike(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, '');
}

/** Of a mapping of hundreds, so many are told of each kind; how many more there are is told, too. */
const maxTold = 20;
