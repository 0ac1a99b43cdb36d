import { noNumbers, readNumbers, type Candidate, type NamedNumbers } from './numbers-in-text.ts';
import type { NumberFormat, Programme } from './programme.ts';
import { programmes } from './programmes.ts';
import type { ScenarioId } from './scenario.ts';

/** What a text says about scenarios. */
export interface ScenarioNumbers extends NamedNumbers {
  /** Distinct numbers of other programmes in the order in which they stand; here they count for nothing. */
  readonly others: readonly OtherNumber[];
}

/** A scenario number of another programme. */
export interface OtherNumber {
  /** As people call that programme: 'NCTS6'. */
  readonly programme: string;
  /** As the setting `programme` has it. */
  readonly setting: string;
  readonly id: ScenarioId;
}

/** Finds the scenario numbers of one programme in a text. */
export type ScenarioFinder = (text: string) => ScenarioNumbers;

const finders = new WeakMap<Programme, ScenarioFinder>();

const none: ScenarioNumbers = { ...noNumbers, others: [] };
/** A mark belongs to the letter before it, as in é written as two characters. */
const wordCharacter = /[\p{L}\p{N}\p{Mn}\p{Mc}]/u;
const lowerCase = /\p{Ll}/u;
const upperCase = /\p{Lu}/u;
/** Characters that nobody sees, which editors, chats and copied web pages put into names; and selectors of emoji. */
const invisible = /\p{Cf}|\p{Me}|\p{Variation_Selector}|\u034F/gu;
const beyondAscii = /[^\0-\x7F]/;
/** What somebody may put between letters and count of a number that has something else there, or nothing. */
const apart = String.raw`[\s_.#\u00B7\-‐-―]`;
/** More are not told; a hostile name may have hundreds of thousands. */
const maxTold = 20;

/**
 * What finds the numbers of that programme's scenarios in names; made once for each programme. In any letter case where
 * they stand by themselves (`test_dsgb1_simplified`, `[DSGB1: …]`, `@DSGB1`, `p6_dsgb_01`), in upper case also as a hump
 * of camel case (`testDSGB1Simplified`); never as a part of a longer word or number (`DSGB10` has no DSGB1,
 * `TRATESTGB1` none at all), nor of another programme's number.
 */
export function scenarioFinder(programme: Programme): ScenarioFinder {
  let finder = finders.get(programme);
  if (finder === undefined) {
    const own = searchFor(programme);
    const others = [...programmes.values()].filter(({ id }) => id !== programme.id).map(searchFor);
    const hint = new RegExp([own, ...others].map((search) => search.hint).join('|'), 'i');
    finder = (name) => find(name, { own, others, hint });
    finders.set(programme, finder);
  }
  return finder;
}

/** How the numbers of a programme and those of the others are looked for. */
interface Searches {
  readonly own: Search;
  readonly others: readonly Search[];
  /** Every number has one of these in it; most names of a large report have none and are done with. */
  readonly hint: RegExp;
}

/** How numbers of one programme are looked for. */
interface Search {
  readonly programme: Programme;
  /** Every number has one of these in it, in any letter case: the source of a regular expression. */
  readonly hint: string;
  /**
   * Prefix, letters and count are its groups. Not anchored: what stands around a candidate is judged in code, since
   * JavaScript's \b knows nothing of letters beyond ASCII.
   */
  readonly candidates: RegExp;
  /** What names say that lead with a number, as a heading or in a sentence, and have no other. */
  readonly headings: ReadonlyMap<ScenarioId, ScenarioNumbers>;
  readonly starts: ReadonlyMap<ScenarioId, ScenarioNumbers>;
  readonly shared: SharedNumbers;
}

/**
 * What numbers of a programme look like, going by those that it has: letters, the region, perhaps letters again (T for a
 * transition rule in NCTS5), a count. Whatever is put together of such parts looks like a number without being one.
 */
function searchFor(programme: Programme): Search {
  const { name, numbers, scenarios } = programme;
  const [heads, regions, tails, whole] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  const shape = new RegExp(`^${inFull(numbers, '([A-Z]+)', digitsOf(numbers))}$`, 'u');
  for (const { id, region } of scenarios.values()) {
    const letters = shape.exec(id)?.[1];
    // A number that is never looked for would be missing for ever, whatever is run.
    if (letters === undefined) throw new Error(`${name}: '${id}' is not ${inWords(numbers)}.`);
    const at = letters.lastIndexOf(region);
    if (at < 0) whole.add(letters);
    else {
      heads.add(letters.slice(0, at));
      regions.add(region);
      tails.add(letters.slice(at + region.length));
    }
  }
  const ofRegions = heads.size === 0 ? [] : [`${anyOf(heads)}${anyOf(regions)}${anyOf(tails)}`];
  const between = numbers.separators === '' ? '' : `[${escaped(numbers.separators)}]?`;
  const before = numbers.prefix === undefined ? '()' : `(?:(${numbers.prefix})${between})?`;
  return {
    programme,
    hint: anyOf([...regions, ...whole]),
    candidates: new RegExp(`${before}(${[...ofRegions, ...whole].join('|')})(${apart}?)(\\d{1,4})`, 'gi'),
    headings: ledOnly(scenarios.keys(), 'heading'),
    starts: ledOnly(scenarios.keys(), 'start'),
    shared: new SharedNumbers(),
  };
}

function ledOnly(
  ids: Iterable<ScenarioId>,
  lead: NonNullable<ScenarioNumbers['lead']>,
): ReadonlyMap<ScenarioId, ScenarioNumbers> {
  return new Map(Array.from(ids, (id) => [id, { ...none, ids: [id], leading: id, lead }]));
}

function digitsOf({ digits }: NumberFormat): string {
  return digits === undefined ? '\\d{1,4}' : `\\d{${digits}}`;
}

/** A number, its parts joined as HMRC joins them. */
function inFull({ prefix, separators }: NumberFormat, letters: string, count: string): string {
  const joint = separators.slice(0, 1);
  return [...(prefix === undefined ? [] : [prefix]), letters, count].join(joint);
}

function inWords({ prefix, digits }: NumberFormat): string {
  const count = digits === undefined ? '1 to 4 digits' : `${digits} digits`;
  return prefix === undefined ? `capital letters and ${count}` : `${prefix}, capital letters and ${count}`;
}

/** Letters only, so nothing to escape; in any order, for digits follow: one of them fits or none does. */
function anyOf(parts: Iterable<string>): string {
  return `(?:${[...parts].join('|')})`;
}

function escaped(separators: string): string {
  return separators.replaceAll(/[\\\]^-]/gu, '\\$&');
}

function find(name: string, { own, hint, ...searches }: Searches): ScenarioNumbers {
  const visible = beyondAscii.test(name) ? name.replace(invisible, '') : name;
  if (!hint.test(visible)) return none;
  const plain = plainLead(visible, own, hint);
  if (plain !== undefined) return plain;
  // So that é is one letter, however it was written.
  const text = visible.normalize('NFC');
  const found = candidatesIn(text, own);
  const foreign = searches.others.map((other) => ({ programme: other.programme, found: candidatesIn(text, other) }));
  const others = othersIn(found, foreign);
  if (found.length === 0 && others.length === 0) return none;
  const covers = foreign.map((other) => coveringIn(other.found));
  const candidates = found.flatMap((candidate): readonly Candidate[] => {
    const longer = covers.map((coverOf) => coverOf(candidate)).find((cover) => cover !== undefined);
    if (longer === undefined) return [candidate];
    // What is another programme's number is told as such; what only looks like one must not be taken for one of these.
    return longer.id === undefined ? [{ ...longer, mayMean: undefined }] : [];
  });
  const { scenarios } = own.programme;
  return own.shared.of({ ...readNumbers(text, candidates, (id) => scenarios.has(id)), others });
}

/** Most texts of a large report say the same: those share one value, which others can go by. */
class SharedNumbers {
  readonly #known = new Map<string, ScenarioNumbers>();

  of(numbers: ScenarioNumbers): ScenarioNumbers {
    const { ids, leading = '', lead = '', lookAlikes, mayMean, others } = numbers;
    const more = others.map(({ setting, id }) => `${setting} ${id}`);
    // Scenario numbers have no blanks, and look-alikes no line ends.
    const key = [ids.join(' '), leading, lead, lookAlikes.join('\n'), mayMean.join(' '), more.join(' ')].join('\0');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size < maxShared) this.#known.set(key, numbers);
    return numbers;
  }
}

/** A hostile report may have as many as it has names. */
const maxShared = 1000;

function candidatesIn(text: string, { programme, candidates }: Search): readonly Candidate[] {
  const { numbers, scenarios } = programme;
  const made: Candidate[] = [];
  for (const match of text.matchAll(candidates)) {
    const [found, prefix, letters = '', between = '', count = ''] = match;
    const number = inFull(numbers, letters.toUpperCase(), count);
    const before = codePointBefore(text, match.index);
    const end = match.index + found.length;
    const rest = text.slice(end, end + 4);
    const mayMean = meantBy(programme, letters.toUpperCase(), count);
    const standsOut = isDelimited(before, rest) || (found === found.toUpperCase() && isHump(before, rest));
    // Nothing between them is among the separators of any programme.
    const joined = numbers.separators.includes(between);
    const isNumber = standsOut && prefix !== undefined && joined && scenarios.has(number);
    const looksLikeOne = standsOut
      ? joined || mayMean !== undefined
      : isMixedCase(found, before, rest) || isVariant(found, before, rest);
    if (!isNumber && !(looksLikeOne && (standsOut || mayMean !== undefined))) continue;
    made.push({ start: match.index, end, text: found, id: isNumber ? number : undefined, mayMean });
  }
  return made;
}

/**
 * `DSGB1: released`, `DSGB1 is released`, `Departures / DSGB1: …`, and nothing in the rest that could be a number: read as
 * below, but at once, since most names are so.
 */
const ledBy =
  /^((?:[A-Za-z][A-Za-z -]{0,40} \/ )?)(?:\[?([A-Z\d-]{4,12})[:\]] (?=[A-Za-z])|([A-Z\d-]{4,12}) (?=[A-Za-z\d])(?!(?:to|bis|thr|until|and|or|und)))/i;

function plainLead(name: string, own: Search, hint: RegExp): ScenarioNumbers | undefined {
  const match = ledBy.exec(name);
  if (match === null) return undefined;
  const [whole, before = '', heading, start = ''] = match;
  if (hint.test(before + name.slice(whole.length))) return undefined;
  return heading === undefined ? own.starts.get(start) : own.headings.get(heading);
}

/** The scenario that a number in some other spelling may mean: DSGB1 for DSGB01, P6-DSGB-01 for DSGB1. */
function meantBy({ numbers, scenarios }: Programme, letters: string, count: string): ScenarioId | undefined {
  const plain = count.replace(/^0+/, '');
  const ids = [count, plain, plain.padStart(numbers.digits ?? 0, '0')].map((text) => inFull(numbers, letters, text));
  return ids.find((id) => scenarios.has(id));
}

/**
 * Which of the candidates, in order, a stretch of the text has to give way to: a longer one that it is a part of, or
 * the same where that is a number and the stretch only looks like one. Asked for stretches from left to right.
 */
function coveringIn(candidates: readonly Candidate[]): (stretch: Candidate) => Candidate | undefined {
  let next = 0;
  return ({ start, end, id }) => {
    while ((candidates[next]?.end ?? Infinity) <= start) next += 1;
    const other = candidates[next];
    if (other === undefined || other.start >= end) return undefined;
    const excess = other.end - other.start - (end - start);
    return excess > 0 || (excess === 0 && id === undefined && other.id !== undefined) ? other : undefined;
  };
}

function othersIn(
  own: readonly Candidate[],
  foreign: readonly { readonly programme: Programme; readonly found: readonly Candidate[] }[],
): readonly OtherNumber[] {
  return foreign.flatMap(({ programme, found }) => {
    const coverOf = coveringIn(own);
    const ids = new Set<ScenarioId>();
    for (const candidate of found) {
      if (candidate.id !== undefined && ids.size < maxTold && coverOf(candidate) === undefined) ids.add(candidate.id);
    }
    return [...ids].map((id) => ({ programme: programme.name, setting: programme.id, id }));
  });
}

/** Empty at the start of the text. */
function codePointBefore(text: string, index: number): string {
  return Array.from(text.slice(Math.max(0, index - 2), index)).at(-1) ?? '';
}

function isDelimited(before: string, rest: string): boolean {
  const [next = ''] = Array.from(rest);
  return !wordCharacter.test(before) && !wordCharacter.test(next);
}

/** `testDSGB1Simplified`: a lower-case letter (or nothing) before, the capital of the next word (or nothing) after. */
function isHump(before: string, rest: string): boolean {
  const [next = '', afterNext = ''] = Array.from(rest);
  const startsHere = !wordCharacter.test(before) || lowerCase.test(before);
  const endsHere = !wordCharacter.test(next) || (upperCase.test(next) && lowerCase.test(afterNext));
  return startsHere && endsHere;
}

/** `DSGB1a`, `dsgb1b_released`: probably a part or a variant of that scenario. */
function isVariant(found: string, before: string, rest: string): boolean {
  const [next = '', afterNext = ''] = Array.from(rest);
  const startsHere = wordCharacter.test(before)
    ? lowerCase.test(before) && found === found.toUpperCase()
    : found === found.toUpperCase() || found === found.toLowerCase();
  return startsHere && lowerCase.test(next) && !wordCharacter.test(afterNext);
}

/** `testDsgb1Simplified`, `dsgb1Simplified`: probably meant as the number, but not written so that it can be relied on. */
function isMixedCase(found: string, before: string, rest: string): boolean {
  const [next = ''] = Array.from(rest);
  const startsHere = !wordCharacter.test(before) || (lowerCase.test(before) && /^[A-Z]/.test(found));
  const endsHere = !wordCharacter.test(next) || upperCase.test(next);
  return startsHere && endsHere;
}
