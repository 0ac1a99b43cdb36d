import { checkMrn } from '../requirements/mrn.ts';
import { dayLength, type Instant } from '../time/instant.ts';
import { readTime } from '../time/read.ts';
import { lrnOf } from '../statements/statement.ts';
import type { ListedResult } from './attempt.ts';

/*
 * When two results are of the same test. Names that differ are two tests: numbers, dates and identifiers may be parameters.
 * Only between two runs what belongs to a single run is put aside, because tools like newman put the MRN, the LRN or a time
 * of this very run into a test's name, and an old failure would never find the pass that supersedes it.
 */

const mrnLike = /\b\d{2}[A-Z]{2}[A-Z0-9]{14}\b/g;
/** Without colons only after a T: four or six digits after a space may count something. */
const dateAndTime =
  /\b\d{4}-\d{2}-\d{2}(?:(?:[T ]\s?\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?|T\d{4}(?:\d{2}(?:[.,]\d{1,9})?)?)(?:\s?(?:Z|[+-]\d{2}:?\d{2}))?)?(?!-?\d)/g;
/** As suites are called by what writes one of a run: `Departures-20260701120005`. */
const digitsOnly = /(?<![\d.])(?<date>\d{8})[T_-]?(?<time>\d{6})(?:Z|[+-]\d{4})?(?![\d.])/g;
const timeOfDay = /\b\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?\b/g;
/** What a name says where a failed run had nothing to put into it: `MRN ${mrn}` becomes 'MRN undefined'. Bounded, whatever the name. */
const emptyAfterKey = /\b(MRN|LRN|(?:IE|CC)\d{3}C?)(\s{0,20}[=:]?\s{0,20})(?:undefined|null|none|nil)\b/gi;
const second = 1000;
/** A shorter one may stand in any word. */
const shortestLrn = 4;
const maybe = /\d{2}|undefined|null|none|nil/i;

/** What belongs to the run of some results: what their evidence states, and about when they ran. */
export interface OfRun {
  readonly lrns: readonly string[];
  /** UTC; their starts, their ends and their messages. */
  readonly times: readonly Instant[];
  /** How far ahead of UTC the clocks are that their reports show, in milliseconds. */
  readonly ahead?: readonly number[];
}

type Evidence = Pick<ListedResult, 'statements' | 'reported'>;

/** Gathered where a name asks for it: there may be a hundred thousand results, and most names hold nothing of their run. */
export class EvidenceOf implements OfRun {
  readonly #results: readonly Evidence[];
  #lrns: readonly string[] | undefined;
  #times: readonly Instant[] | undefined;
  #ahead: readonly number[] | undefined;

  constructor(results: readonly Evidence[]) {
    this.#results = results;
  }

  get lrns(): readonly string[] {
    this.#lrns ??= distinct(this.#results, ({ statements }) => statements.flatMap((one) => lrnOf(one) ?? []));
    return this.#lrns;
  }

  get times(): readonly Instant[] {
    this.#times ??= distinct(this.#results, timesOf);
    return this.#times;
  }

  get ahead(): readonly number[] {
    this.#ahead ??= distinct(this.#results, ({ reported }) => [aheadOf(reported)]);
    return this.#ahead;
  }
}

function distinct<T>(results: readonly Evidence[], of: (result: Evidence) => Iterable<T>): readonly T[] {
  const all = new Set<T>();
  for (const result of results) for (const one of of(result)) all.add(one);
  return [...all];
}

function* timesOf({ statements, reported }: Evidence): Generator<Instant> {
  if (reported?.instant !== undefined) yield* [reported.instant, reported.instant + (reported.lasts ?? 0)];
  for (const statement of statements) {
    if (statement.key === 'message' && statement.at !== undefined) yield statement.at;
  }
}

function aheadOf(reported: Evidence['reported']): number {
  if (reported?.instant === undefined) return 0;
  const [shown = ''] = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?/.exec(reported.text) ?? [];
  return (readTime(shown, 'UTC')?.instant ?? reported.instant) - reported.instant;
}

/**
 * One name with what belongs to a single run replaced by fixed marks: an MRN with a right check digit, the LRNs that its
 * results state, times within a day of theirs, and the empty word where they are missing. A time of day without a date has to
 * be one of theirs to the second: any other may be a parameter (`window 08:00:00`).
 */
export function neutralName(name: string, ofRun: OfRun): string {
  const stated = ofRun.lrns.filter((lrn) => lrn.length >= shortestLrn && name.includes(lrn));
  if (stated.length === 0 && !maybe.test(name)) return name;
  let text = name;
  // One may be the beginning of another.
  for (const lrn of stated.toSorted((a, b) => b.length - a.length)) text = text.replaceAll(lrn, '‹lrn›');
  const near = (found: string): boolean => {
    const at = (readTime(found, 'UTC') ?? readTime(readable(found), 'UTC'))?.instant;
    return at !== undefined && ofRun.times.some((time) => Math.abs(time - at) <= dayLength);
  };
  return text
    .replace(emptyAfterKey, (_found, key: string, between: string) => `${key}${between}${markOf(key)}`)
    .replace(mrnLike, (found) => (checkMrn(found).ok ? '‹mrn›' : found))
    .replace(dateAndTime, (found) => (near(found) ? '‹time›' : found))
    .replace(digitsOnly, (found, date: string, time: string) => (near(`${date}T${time}`) ? '‹time›' : found))
    .replace(timeOfDay, (found) => (isOwnTimeOfDay(found, ofRun) ? '‹time›' : found));
}

/** ISO 8601 has hyphens in a date and colons in its time, or neither. */
function readable(dated: string): string {
  return dated.replaceAll(/\s+/g, ' ').replace(/(\d{4})-(\d{2})-(\d{2})(?=T\d{4})/, '$1$2$3');
}

function isOwnTimeOfDay(found: string, { times, ahead = [] }: OfRun): boolean {
  const at = readTime(`1970-01-01 ${found.replace(/^\d:/, '0$&')}`, 'UTC')?.instant;
  if (at === undefined) return false;
  const isAt = (time: Instant): boolean => (((time - at) % dayLength) + dayLength + second) % dayLength < 2 * second;
  return times.some((time) => isAt(time) || ahead.some((by) => isAt(time + by)));
}

function markOf(key: string): string {
  const lower = key.toLowerCase();
  return lower === 'mrn' || lower === 'lrn' ? `‹${lower}›` : '‹time›';
}

/** Keys of tests, for the results of one check. */
export class TestKeys {
  /** A path may be hundreds of names long, and is the same for all tests of a suite: in keys it is a number. */
  readonly #numbers = new Map<string, number>();
  readonly #paths = new WeakMap<readonly string[], number>();

  /** Equal for the same test: same suite path, class and name. */
  of({ suites, className, name }: Pick<ListedResult, 'suites' | 'className' | 'name'>): string {
    const path = this.#paths.get(suites) ?? suites.reduce((outer, suite) => this.pathOf(suite, outer), outermost);
    this.#paths.set(suites, path);
    return this.in(path, className, name);
  }

  /** The key of a test in the suite of that path; the length says where the class ends, whatever it is called. */
  in(path: number, className: string, name: string): string {
    return `${path} ${className.length} ${className}${name}`;
  }

  /** What stands in keys for the path of a suite inside of another's. */
  pathOf(suite: string, outer = outermost): number {
    const path = `${outer} ${suite}`;
    const known = this.#numbers.get(path) ?? this.#numbers.size + 1;
    this.#numbers.set(path, known);
    return known;
  }
}
/** What stands in keys for a result outside of all suites. */
export const outermost = 0;

/** Items with the same key together, groups in the order of their first item. */
export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
