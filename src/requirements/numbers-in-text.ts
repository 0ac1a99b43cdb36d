import type { ScenarioId } from './scenario.ts';

/*
 * What a text says about scenarios, once the numbers in it have been found. A number leads where it stands like a heading;
 * elsewhere it is only mentioned. Source of the forms: HMRC's Postman collections and testing guide, and the names that
 * test tools write.
 */

/** What a text says about scenarios of one programme. */
export interface NamedNumbers {
  /**
   * Distinct numbers that the text names, in order, those of a list and within a range among them. What is mentioned
   * after a leading number is left out: `DSGB8: … as per DSGB5` names DSGB8 only.
   */
  readonly ids: readonly ScenarioId[];
  /** The number that leads; undefined where none or where several do. */
  readonly leading: ScenarioId | undefined;
  /**
   * How it leads. `heading`: `DSGB1: …`, `[DSGB1] …`, `@DSGB1`, a heading in a path, the beginning of an identifier.
   * `start`: the first word of a sentence (`DSGB1 is released`), which may go on to tell of another scenario.
   */
  readonly lead: 'heading' | 'start' | undefined;
  /** Texts that look like a number but can't be taken for one: not in the catalogue, in mixed case inside a word, set apart. */
  readonly lookAlikes: readonly string[];
  /** What each of the look-alikes may mean: DSGB1 for `Dsgb1`, `DSGB01` and `DSGB-1`; undefined where no scenario has it. */
  readonly mayMean: readonly (ScenarioId | undefined)[];
}

/** A stretch of a text that is a number or looks like one. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Undefined for what only looks like a number. */
  readonly id: ScenarioId | undefined;
  /** The scenario that it is, or may mean. */
  readonly mayMean: ScenarioId | undefined;
}

/** More are not told; a hostile name may have hundreds of thousands. */
const maxTold = 20;
/** How far before a number a heading may begin. */
const maxLeadIn = 120;

/** How far a range is followed: no group has half as many scenarios, and a hostile name may have thousands of ranges. */
const maxRange = 100;

/** What a text says that names none and has nothing like one. */
export const noNumbers: NamedNumbers = { ids: [], leading: undefined, lead: undefined, lookAlikes: [], mayMean: [] };

/** Ticks and pictures as well, and tags of something else in brackets: `✓`, `[smoke]`. */
const opening = String.raw`(?:[\s[({<"'@#*•\p{So}]|\[[^\[\]]{1,40}\])*`;
/** `09A - `, `3. `. */
const numbering = String.raw`(?:\d{1,3}[A-Za-z]?\s*[-–—.:)])?`;
const keyword = String.raw`(?:(?:tests?|it|should|specs?|scenario|feature|example|case|describe)[\s_:.#-]{0,4})?`;
/** `uk.co.example.`, also `TEST-uk.co.example.` as in the names of Surefire's files. */
const packageName = String.raw`(?:(?:TEST-)?(?:[\p{L}_][\p{L}\p{N}_-]{0,60}[.$])+)?`;
const leadIn = new RegExp(`^${opening}${numbering}${opening}${packageName}${keyword}${opening}$`, 'iu');
/** What ends a part of a path: `Departures / DSGB1: … / 01 POST`, `departures.spec.ts › DSGB1`. */
const pathMark = /[/\\›»>|→\r\n]|::/g;
const headingOut = /^(?:[\])}>"']*\s*(?::(?!:)|[-–—]\s)|["'\s]*(?:[/\\›»>|→\r\n]|::|$)|[\])}>])/;
/** Only signs between two numbers, or one of the words that make a list; a colon ends a heading. */
const joiner =
  /^[^\p{L}\p{N}:]*(?:(?:to|and|or|und|bis|then|through|thru|until|vs)(?![\p{L}\p{N}]))?[^\p{L}\p{N}:]*(?:and|or)?[^\p{L}\p{N}:]*$/iu;
const rangeJoiner = /^[\s\])}>"'_]*(?:\.{2,3}|…|[-‐-―~]|to|bis|through|thru|until)[\s[({<"'@#_]*$/i;
/** What ends a list in which the letters are not said again, and what goes on with it. */
const listEnd = String.raw`(?=\s*(?:$|[:,;)\]&+]|(?:and|or|to|und|bis)(?![\p{L}\p{N}])))`;
/**
 * `DSGB1-14`, `DSGB1/2`, `DSGB1 to 5`, `DSGB1, 2 and 3`, `dsgb1_to_5`, `DSGB1To5`: the letters are not said again. A sign
 * with blanks beside it may also go on with something else (`DSGB1 - 3 messages`).
 */
const shortened = new RegExp(
  '^(?:' +
    [
      String.raw`(?<range>\s?(?:\.{2,3}|…|~)\s?|[-‐-―]|[\s_]+(?:to|bis|through|thru|until)[\s_]+|(?:To|Bis|Through|Until)(?=\d))`,
      String.raw`(?<sign>[,;/|]|\s?[&+]\s?|_+(?:and|or|und)_+|(?:And|Or|Und)(?=\d))`,
      String.raw`(?<apart>\s*[,;/|]\s*|\s+(?:and|or|und)\s+|\s+[-‐-―]\s+)(?=\d{1,4}${listEnd})`,
    ].join('|') +
    String.raw`)(?<count>0?[1-9]\d{0,3})(?![\p{Ll}\p{N}]|[.\-‐-―]\d)`,
  'u',
);
/** `DSGB1.0.1`, `DSGB1-0`: a version or a count of something. */
const continued = /^[.\-‐-―](?=\d)[\d.\-‐-―]{1,12}/;

interface Item extends Candidate {
  /** The first and last of a list have each other's company; a lone number has none. */
  listed: boolean;
}

/**
 * @param text as the candidates count its characters
 * @param candidates in order
 * @param isNumber whether the programme has that number
 */
export function readNumbers(
  text: string,
  candidates: readonly Candidate[],
  isNumber: (id: ScenarioId) => boolean,
): NamedNumbers {
  const items = withLists(text, candidates, isNumber);
  const headings = items.filter((item) => item.id !== undefined && !item.listed && isHeading(text, item));
  const [first] = headings;
  if (first?.id !== undefined && headings.every(({ id }) => id === first.id)) {
    const before = items.filter(({ end }) => end <= first.start);
    const told = summary(before);
    return { ...told, ids: distinct([...told.ids, first.id]), leading: first.id, lead: 'heading' };
  }
  const told = summary(items);
  const [only] = items;
  const starts = only?.id !== undefined && !only.listed && startsSegment(text, only);
  if (starts && told.ids.length === 1 && told.mayMean.every((id) => id === only.id)) {
    return { ...told, leading: only.id, lead: 'start' };
  }
  return { ...told, leading: undefined, lead: undefined };
}

function summary(items: readonly Item[]): Pick<NamedNumbers, 'ids' | 'lookAlikes' | 'mayMean'> {
  const lookAlikes = new Map<string, ScenarioId | undefined>();
  for (const { id, text, mayMean } of items) {
    if (id === undefined && lookAlikes.size < maxTold) lookAlikes.set(text, mayMean);
  }
  return {
    ids: distinct(items.flatMap(({ id }) => (id === undefined ? [] : [id]))),
    lookAlikes: [...lookAlikes.keys()],
    mayMean: [...lookAlikes.values()],
  };
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** The candidates with what a list or range adds to them; what goes on with a digit is no number after all. */
function withLists(text: string, candidates: readonly Candidate[], isNumber: (id: ScenarioId) => boolean): Item[] {
  const items: Item[] = [];
  let last: { readonly item: Item; readonly id: ScenarioId; readonly end: number } | undefined;
  for (const candidate of candidates) {
    const between = last === undefined ? '' : text.slice(last.end, candidate.start);
    const before = candidate.id !== last?.id && isJoint(between) ? last : undefined;
    if (before !== undefined) {
      before.item.listed = true;
      // Its end may be no scenario itself: `DSGB1 to DSGB14`.
      const ids = rangeJoiner.test(between) ? within(before.id, candidate.id ?? candidate.text, isNumber) : [];
      for (const id of ids) items.push({ ...candidate, id, listed: true });
    }
    const joined = before !== undefined;
    const short = candidate.id === undefined ? undefined : shortenedAfter(text, candidate.id, candidate.end, isNumber);
    const tail = short === undefined ? (continued.exec(text.slice(candidate.end, candidate.end + 14))?.[0] ?? '') : '';
    if (candidate.id === undefined || tail !== '') {
      const mayMean = candidate.mayMean ?? candidate.id;
      const item = { ...candidate, text: candidate.text + tail, id: undefined, mayMean, listed: joined };
      items.push(item);
      // A slip within a list doesn't end it.
      last = joined ? { item, id: candidate.text, end: candidate.end + tail.length } : undefined;
      continue;
    }
    const item = { ...candidate, listed: joined || short !== undefined };
    items.push(item);
    for (const id of short?.ids ?? []) items.push({ ...candidate, id, listed: true });
    last = { item, id: candidate.id, end: short?.end ?? candidate.end };
  }
  return items;
}

function isJoint(between: string): boolean {
  return between.length <= 24 && joiner.test(between);
}

/** What stands between two numbers of the same letters: `DSGB1 to DSGB4` names four. */
function within(from: ScenarioId, to: ScenarioId, isNumber: (id: ScenarioId) => boolean): readonly ScenarioId[] {
  const [letters, low] = parts(from);
  const [others, high] = parts(to);
  if (letters !== others) return [];
  const found: ScenarioId[] = [];
  const end = Math.min(Number(high), Number(low) + maxRange);
  for (let count = Number(low) + 1; count < end; count++) {
    const id = letters + String(count).padStart(low.length, '0');
    if (isNumber(id)) found.push(id);
  }
  return found;
}

function parts(id: ScenarioId): readonly [letters: string, count: string] {
  const letters = id.replace(/\d+$/, '');
  return [letters, id.slice(letters.length)];
}

/** What a list adds whose letters are not said again, and where it ends. */
function shortenedAfter(
  text: string,
  id: ScenarioId,
  end: number,
  isNumber: (id: ScenarioId) => boolean,
): { readonly ids: readonly ScenarioId[]; readonly end: number } | undefined {
  const ids: ScenarioId[] = [];
  let last = { id, end };
  for (let next = oneMore(text, last, isNumber); next !== undefined; next = oneMore(text, last, isNumber)) {
    ids.push(...next.ids);
    last = next;
  }
  return last.end === end ? undefined : { ids, end: last.end };
}

function oneMore(
  text: string,
  { id, end }: { readonly id: ScenarioId; readonly end: number },
  isNumber: (id: ScenarioId) => boolean,
): { readonly ids: readonly ScenarioId[]; readonly id: ScenarioId; readonly end: number } | undefined {
  const match = shortened.exec(text.slice(end, end + 24));
  if (match === null) return undefined;
  const { range, apart, count = '' } = match.groups ?? {};
  const isRange = range !== undefined || /[-‐-―]/.test(apart ?? '');
  const [letters, from] = parts(id);
  if (count.startsWith('0') && count.length !== from.length) return undefined;
  const padded = letters + count.padStart(from.length, '0');
  const other = isNumber(padded) ? padded : letters + count;
  const rises = Number(count) > Number(from);
  // `DSGB1-14`, where DSGB14 isn't in the catalogue, is meant as a range all the same.
  const isMeant = isNumber(other) ? !isRange || rises : isRange && rises && count.length > 1;
  if (!isMeant) return undefined;
  const ids = isRange ? [...within(id, other, isNumber), other] : [other];
  return { ids: ids.filter(isNumber), id: other, end: end + match[0].length };
}

/** Where the part of the path begins in which the number stands. */
function segmentStart(text: string, start: number): number {
  const from = Math.max(0, start - maxLeadIn);
  let begins = from === 0 ? 0 : -1;
  for (const mark of text.slice(from, start).matchAll(pathMark)) begins = from + mark.index + mark[0].length;
  return begins;
}

function startsSegment(text: string, { start }: Candidate): boolean {
  const from = segmentStart(text, start);
  return from >= 0 && leadIn.test(text.slice(from, start));
}

function isHeading(text: string, candidate: Candidate): boolean {
  const { start, end } = candidate;
  const after = text.slice(end, end + 10);
  const ofNextPart = /[,;]\s*$/.test(text.slice(Math.max(0, start - 4), start)) && /^[\])}>"']*\s*:(?!:)/.test(after);
  // Tags stand anywhere.
  if (ofNextPart || /(?:^|\s)@$/.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (!startsSegment(text, candidate)) return false;
  if (headingOut.test(after)) return true;
  return isIdentifier(text, end) && !/\s/.test(text.slice(Math.max(segmentStart(text, start), 0), start).trim());
}

/** Whether what follows goes on without a blank to the end of its part: `DSGB1Test`, `dsgb1_is_released`, `DSGB1.xml`. */
function isIdentifier(text: string, end: number): boolean {
  const [rest = ''] = text.slice(end, end + 300).split(pathMark, 1);
  return !/\s/.test(rest.trimEnd());
}
