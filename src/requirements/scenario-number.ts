import type { Programme } from './programme.ts';
import type { ScenarioId } from './scenario.ts';

/** What a text says about scenarios. */
export interface ScenarioNumbers {
  /** Distinct numbers of the catalogue in the order in which they stand. */
  readonly ids: readonly ScenarioId[];
  /** The first one, when it leads the text the way a heading does: `DSGB8: … as per DSGB5`, `09A - DNGBT1: …`. */
  readonly leading: ScenarioId | undefined;
  /** Texts that look like a number but can't be taken for one: not in the catalogue, or in mixed case inside a word. */
  readonly lookAlikes: readonly string[];
}

/** Finds the scenario numbers of one programme in a text. */
export type ScenarioFinder = (text: string) => ScenarioNumbers;

const finders = new WeakMap<Programme, ScenarioFinder>();

const none: ScenarioNumbers = { ids: [], leading: undefined, lookAlikes: [] };
/** A mark belongs to the letter before it, as in é written as two characters; not so the selectors behind emoji. */
const wordCharacter = /[\p{L}\p{N}]|(?![\uFE00-\uFE0F])[\p{Mn}\p{Mc}]/u;
const lowerCase = /\p{Ll}/u;
const upperCase = /\p{Lu}/u;
/** What may stand before a leading number: numbering such as `09A - ` or `3. `, brackets, tag marks. */
const leadIn = /^[\s[({<"'@#]*(?:\d{1,3}[A-Za-z]?\s*[-–—.:)])?[\s[({<"'@#]*$/;
const leadOut = /^[\])}>"']*\s*(?::|[-–—]\s)/;
/** So many are told; a hostile name may have hundreds of thousands. */
const mostLookAlikes = 20;

/**
 * What finds the numbers of that programme's scenarios in names; made once for each programme. In any letter case where
 * they stand by themselves (`test_dsgb1_simplified`,
 * `[DSGB1: …]`, `@DSGB1`), in upper case also as a hump of camel case (`testDSGB1Simplified`); never as a part of a
 * longer word or number (`DSGB10` has no DSGB1, `TRATESTGB1` none at all).
 */
export function scenarioFinder(programme: Programme): ScenarioFinder {
  let finder = finders.get(programme);
  if (finder === undefined) {
    const shape = shapeOf(programme);
    finder = (name) => find(name, programme, shape);
    finders.set(programme, finder);
  }
  return finder;
}

interface Shape {
  /** Every number has one of these in it; most names of a large report have none and are done with. */
  readonly hint: RegExp;
  /**
   * Not anchored: what stands around a candidate is judged in code, since JavaScript's \b knows nothing of letters
   * beyond ASCII.
   */
  readonly candidates: RegExp;
}

/**
 * What numbers of a programme look like, going by those that it has: letters, the region, perhaps letters again (T for a
 * transition rule in NCTS5), a count. Whatever is put together of such parts looks like a number without being one.
 */
function shapeOf({ name, scenarios }: Programme): Shape {
  const [heads, regions, tails, whole] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { id, region } of scenarios.values()) {
    const letters = /^([A-Z]+)\d{1,4}$/.exec(id)?.[1];
    // A number that is never looked for would be missing for ever, whatever is run.
    if (letters === undefined) throw new Error(`${name}: '${id}' is not capital letters and 1 to 4 digits.`);
    const at = letters.lastIndexOf(region);
    if (at < 0) whole.add(letters);
    else {
      heads.add(letters.slice(0, at));
      regions.add(region);
      tails.add(letters.slice(at + region.length));
    }
  }
  const ofRegions = heads.size === 0 ? [] : [`${anyOf(heads)}${anyOf(regions)}${anyOf(tails)}`];
  return {
    hint: new RegExp(anyOf([...regions, ...whole]), 'i'),
    candidates: new RegExp(`${anyOf([...ofRegions, ...whole])}\\d{1,4}`, 'gi'),
  };
}

/** Letters only, so nothing to escape; in any order, for digits follow: one of them fits or none does. */
function anyOf(parts: Iterable<string>): string {
  return `(?:${[...parts].join('|')})`;
}

function find(name: string, { scenarios }: Programme, { hint, candidates }: Shape): ScenarioNumbers {
  if (!hint.test(name)) return none;
  // So that é is one letter, however it was written.
  const text = name.normalize('NFC');
  const ids = new Set<ScenarioId>();
  const lookAlikes = new Set<string>();
  let leading: ScenarioId | undefined;
  for (const match of text.matchAll(candidates)) {
    const found = match[0];
    const id = found.toUpperCase();
    const before = codePointBefore(text, match.index);
    const rest = text.slice(match.index + found.length, match.index + found.length + 4);
    const exists = scenarios.has(id);
    const standsOut = isDelimited(before, rest) || (found === id && isHump(before, rest));
    if (standsOut && exists) {
      if (leads(text, match.index, found.length)) leading = id;
      ids.add(id);
    } else if (standsOut || (exists && isMixedCaseHump(found, before, rest))) {
      if (lookAlikes.size < mostLookAlikes) lookAlikes.add(found);
    }
  }
  return { ids: [...ids], leading, lookAlikes: [...lookAlikes] };
}

/** Empty at the start of the text. */
function codePointBefore(text: string, index: number): string {
  return Array.from(text.slice(Math.max(0, index - 2), index)).at(-1) ?? '';
}

function isDelimited(before: string, rest: string): boolean {
  const [next = ''] = Array.from(rest);
  return !wordCharacter.test(before) && !wordCharacter.test(next);
}

/** `testDSGB1Simplified`: a lower-case letter (or nothing) before, the capital of the next word (or nothing) behind. */
function isHump(before: string, rest: string): boolean {
  const [next = '', afterNext = ''] = Array.from(rest);
  const startsHere = !wordCharacter.test(before) || lowerCase.test(before);
  const endsHere = !wordCharacter.test(next) || (upperCase.test(next) && lowerCase.test(afterNext));
  return startsHere && endsHere;
}

/** `testDsgb1Simplified`, `dsgb1Simplified`: probably meant as the number, but not written so that it can be relied on. */
function isMixedCaseHump(found: string, before: string, rest: string): boolean {
  const [next = ''] = Array.from(rest);
  const startsHere = !wordCharacter.test(before) || (lowerCase.test(before) && /^[A-Z]/.test(found));
  const endsHere = !wordCharacter.test(next) || upperCase.test(next);
  return startsHere && endsHere;
}

function leads(text: string, index: number, length: number): boolean {
  if (index > 40) return false;
  return leadIn.test(text.slice(0, index)) && leadOut.test(text.slice(index + length, index + length + 10));
}
