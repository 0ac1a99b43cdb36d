import { isScenarioId } from '../requirements/catalogue.ts';
import type { ScenarioId } from '../requirements/scenario.ts';

/** What a text says about scenarios. */
export interface ScenarioNumbers {
  /** Distinct numbers of the catalogue in the order in which they stand. */
  readonly ids: readonly ScenarioId[];
  /** The first one, when it leads the text the way a heading does: `DSGB8: … as per DSGB5`, `09A - DNGBT1: …`. */
  readonly leading: ScenarioId | undefined;
  /** Texts that look like a number but can't be taken for one: not in the catalogue, or in mixed case inside a word. */
  readonly lookAlikes: readonly string[];
}

/**
 * The shape of HMRC's scenario numbers: flow and procedure (one or two letters), region, T for a transition rule, a count.
 * Not anchored: what stands around a candidate is judged in code, since JavaScript's \b knows nothing of letters beyond ASCII.
 */
const candidates = /(?:DS|DN|PS|PN|AS|AN|NC|WC|A)(?:GB|XI)T?\d{1,4}/gi;
/** Every number has one; most names of a large report have none and are done with. */
const region = /gb|xi/i;
const none: ScenarioNumbers = { ids: [], leading: undefined, lookAlikes: [] };
/** A mark belongs to the letter before it, as in é written as two characters; not so the selectors behind emoji. */
const wordCharacter = /[\p{L}\p{N}]|(?![\uFE00-\uFE0F])[\p{Mn}\p{Mc}]/u;
const upperCaseId = /^[A-Z]+\d+$/;
const lowerCase = /\p{Ll}/u;
const upperCase = /\p{Lu}/u;
/** What may stand before a leading number: numbering such as `09A - ` or `3. `, brackets, tag marks. */
const leadIn = /^[\s[({<"'@#]*(?:\d{1,3}[A-Za-z]?\s*[-–—.:)]\s*)?[\s[({<"'@#]*$/;
const leadOut = /^[\])}>"']*\s*(?::|[-–—]\s)/;
/** So many are told; a hostile name may have hundreds of thousands. */
const mostLookAlikes = 20;

/**
 * Finds scenario numbers in a name. In any letter case where they stand by themselves (`test_dsgb1_simplified`,
 * `[DSGB1: …]`, `@DSGB1`), in upper case also as a hump of camel case (`testDSGB1Simplified`); never as a part of a
 * longer word or number (`DSGB10` has no DSGB1, `TRATESTGB1` none at all). Source: design, 'Scenario number in a text'.
 */
export function findScenarioNumbers(name: string): ScenarioNumbers {
  if (!region.test(name)) return none;
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
    const delimited = !isWordCharacter(before) && !isWordCharacter(Array.from(rest)[0]);
    if (delimited || (upperCaseId.test(found) && isHump(before, rest))) {
      if (!isScenarioId(id)) {
        if (lookAlikes.size < mostLookAlikes) lookAlikes.add(found);
        continue;
      }
      if (ids.size === 0 && leads(text, match.index, found.length)) leading = id;
      ids.add(id);
    } else if (isScenarioId(id) && isMixedCaseHump(found, before, rest)) {
      if (lookAlikes.size < mostLookAlikes) lookAlikes.add(found);
    }
  }
  return { ids: [...ids], leading, lookAlikes: [...lookAlikes] };
}

function codePointBefore(text: string, index: number): string | undefined {
  return Array.from(text.slice(Math.max(0, index - 2), index)).at(-1);
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && wordCharacter.test(character);
}

/** `testDSGB1Simplified`: a lower-case letter (or nothing) before, the capital of the next word (or nothing) behind. */
function isHump(before: string | undefined, rest: string): boolean {
  const [next, afterNext] = Array.from(rest);
  const startsHere = !isWordCharacter(before) || (before !== undefined && lowerCase.test(before));
  const endsHere =
    !isWordCharacter(next) ||
    (next !== undefined && upperCase.test(next) && afterNext !== undefined && lowerCase.test(afterNext));
  return startsHere && endsHere;
}

/** `testDsgb1Simplified`, `dsgb1Simplified`: probably meant as the number, but not written so that it can be relied on. */
function isMixedCaseHump(found: string, before: string | undefined, rest: string): boolean {
  const [next] = Array.from(rest);
  const startsHere =
    !isWordCharacter(before) || (before !== undefined && lowerCase.test(before) && /^[A-Z]/.test(found));
  const endsHere = !isWordCharacter(next) || (next !== undefined && upperCase.test(next));
  return startsHere && endsHere;
}

function leads(text: string, index: number, length: number): boolean {
  if (index > 40) return false;
  return leadIn.test(text.slice(0, index)) && leadOut.test(text.slice(index + length, index + length + 10));
}
