import { readTime, type ReadTime } from '../time/read.ts';
import { colour, quote } from './escapes.ts';
import { keyOfAnchor, timeSuffix, type EvidenceKey } from './given.ts';
import type { ScenarioFinder } from '../requirements/scenario-number.ts';
import type { Statement } from './statement.ts';

/** A place in a text where a key may stand. */
export interface Place {
  /** What stands before it, at most `lookBehind` characters. */
  readonly before: string;
  /** What follows, from the key itself on. */
  readonly after: string;
  /** The key as it stands there: `MRN`, `ie015`. */
  readonly anchor: string;
  readonly line: number;
}

export type PairOptions =
  | { readonly source: 'line' | 'comment'; readonly timeZone: string; readonly findNumbers: ScenarioFinder }
  | { readonly source: 'name'; readonly timeZone: string };

/**
 * Reads `key=value` or `key: value` where a key was found: in the middle of a log line, after bullets, inside quotes of
 * any escaping, coloured. Several pairs may share a line. A line is not a form: prose says 'MRN: expected …', source code
 * 'lrn = makeLrn()', so a value has to look like one to count.
 *
 * In a name (of tools that keep nothing else) a blank will do between key and value, and `scenario` is no key: the
 * name itself is searched for scenario numbers.
 */
export function readPair(place: Place, options: PairOptions): Statement | undefined {
  const key = keyOfAnchor(place.anchor);
  if (key === undefined) return undefined;
  const opening = keyOpening(place.before);
  if (opening === undefined) return undefined;
  const rest = withoutColours(place.after.slice(place.anchor.length, lookAhead));
  const separation = (options.source === 'name' ? separatorInName : separator).exec(rest);
  if (separation === null) return undefined;
  const [between] = separation;
  const { closing, mark = '' } = separation.groups ?? {};
  if (closing !== undefined && closing !== opening.quote) return undefined;
  if (opening.afterColon && mark !== '=') return undefined;
  const found: Found = {
    mark,
    ...valueAfter(rest.slice(between.length), closing === undefined ? opening.quote : undefined),
    lineStart: opening.lineStart,
  };
  const value = valueOf(key, found, options);
  if (value === undefined) return undefined;
  const common = {
    source: options.source,
    derived: false,
    line: place.line,
    text: `${place.anchor}${between.replace(quotes, '')}${value.text}`,
  } as const;
  if (key === 'mrn' || key === 'lrn' || key === 'scenario') return { ...common, key, value: value.text };
  const { read } = value;
  return { ...common, key: 'message', message: key, at: read?.instant, assumedZone: read?.assumedZone ?? false };
}

interface Found {
  /** '=', ':', '=>' or, in names, ''. */
  readonly mark: string;
  /** What may be the value, up to the end of the line or of the quotation. */
  readonly region: string;
  readonly quoted: boolean;
  /** What stands before the key on its line; undefined when the line starts further back. */
  readonly lineStart: string | undefined;
}

interface Value {
  readonly text: string;
  /** Of a time; undefined when the text is meant as one but can't be read. */
  readonly read?: ReadTime | undefined;
}

function valueOf(key: EvidenceKey, found: Found, options: PairOptions): Value | undefined {
  if (key === 'mrn') return textValue(mrnValue(found));
  if (key === 'lrn') return textValue(lrnValue(found));
  if (key === 'scenario') {
    return options.source === 'name' ? undefined : textValue(scenarioValue(found, options.findNumbers));
  }
  return timeAtStart(upToNextPair(found.region), options.timeZone);
}

function textValue(text: string | undefined): Value | undefined {
  return text === undefined ? undefined : { text };
}

/** How far what stands before a key is looked at. */
export const lookBehind = 128;
/** How far a pair reaches beyond its key. */
const lookAhead = 400;

const blank = String.raw`[ \t\u00a0]`;
const markShape = String.raw`(?<mark>=>|[=:])(?![=:~])`;
const separator = new RegExp(
  String.raw`^${timeSuffix}(?<closing>${quote})?${blank}{0,20}${markShape}${blank}{0,20}`,
  'i',
);
const separatorInName = new RegExp(
  String.raw`^${timeSuffix}(?<closing>${quote})?(?:${blank}{0,20}${markShape}${blank}{0,20}|${blank}{1,20}(?:at${blank}{1,20})?)`,
  'i',
);
const colours = new RegExp(colour, 'gi');
const quotes = new RegExp(quote, 'gi');
const prefixAtEnd = /ncts[56]?\.$/i;
const quoteAtEnd = new RegExp(`${quote}$`, 'i');

function withoutColours(text: string): string {
  return text.includes('[') ? text.replace(colours, '') : text;
}

interface Opening {
  /** The quotation mark right before the key. */
  readonly quote: string | undefined;
  readonly afterColon: boolean;
  /** What stands before the key on its line; undefined when the line starts further back. */
  readonly lineStart: string | undefined;
}

/** What stands before a key must not make it a part of something else: `parentMRN`, `movement.mrn`, `/mrn`, `urn:mrn:`. */
function keyOpening(before: string): Opening | undefined {
  const plain = withoutColours(before).replace(prefixAtEnd, '');
  const mark = quoteAtEnd.exec(plain)?.[0];
  const left = plain.slice(0, plain.length - (mark?.length ?? 0));
  const lineBreak = Math.max(left.lastIndexOf('\n'), left.lastIndexOf('\r'));
  const lineStart = lineBreak < 0 && before.length >= lookBehind ? undefined : left.slice(lineBreak + 1);
  const afterColon = left.endsWith(':');
  if (mark === undefined && !afterColon && !/(?:^|[\s[({<,;|>*\])]|\\[nrt])$/.test(left)) return undefined;
  return { quote: mark, afterColon: mark === undefined && afterColon, lineStart };
}

/** The rest of the line, or of the quotation that the value (or, with `outer`, the whole pair) stands in. */
function valueAfter(rest: string, outer: string | undefined): { region: string; quoted: boolean } {
  const [line = ''] = rest.split(/[\r\n]/, 1);
  const own = startingQuote.exec(line)?.[0];
  if (own !== undefined && own !== outer) {
    const end = line.indexOf(own, own.length);
    return { region: line.slice(own.length, end < 0 ? undefined : end), quoted: end >= 0 };
  }
  const end = outer === undefined ? -1 : line.indexOf(outer);
  const escapedBreak = /\\[nrt]/.exec(line)?.index ?? line.length;
  return { region: line.slice(0, end < 0 ? escapedBreak : Math.min(end, escapedBreak)), quoted: false };
}

const startingQuote = new RegExp(`^${quote}`, 'i');
const nextPair = new RegExp(
  String.raw`[\s,;|&](?:ncts[56]?\.)?(?:mrn|lrn|scenario|(?:ie|cc)\d{3})${timeSuffix}c?(?:${quote})?\s{0,9}[=:]`,
  'i',
);
function upToNextPair(region: string): string {
  return region.slice(0, nextPair.exec(region)?.index ?? region.length);
}

const token = /^[^\s"'`,;|<>()[\]{}\\&]+/;

/** The first word of a value without the punctuation of the sentence around it. */
function firstToken(region: string): string {
  const word = token.exec(region)?.[0] ?? '';
  return withoutTrailing(word, '.:!?');
}

/** Letters and digits, a digit among them, at least six: what is that and no MRN is one with a mistake, to be complained of. */
function mrnValue(found: Found): string | undefined {
  const value = found.quoted ? found.region.trim() : firstToken(found.region);
  if (found.mark === '' && !/^\d{2}[A-Za-z]{2}[A-Za-z0-9]{12,16}$/.test(value)) return undefined;
  if (!/^(?=.*\d)[A-Za-z0-9]{6,60}$/.test(value)) return undefined;
  // `mrnFromIe028`: a name out of source code.
  return /^[a-z]/.test(value) ? undefined : value;
}

function lrnValue(found: Found): string | undefined {
  if (found.quoted) {
    const whole = found.region.trim();
    return /^[^\s{}$]{1,60}$/.test(whole) && !emptyWords.test(whole) ? whole : undefined;
  }
  const value = firstToken(found.region);
  if (value.length > 60 || !/\d/.test(value) || found.region.startsWith('(', value.length)) return undefined;
  return found.mark === '' && value.length < 4 ? undefined : value;
}

const emptyWords = /^(?:null|undefined|none|nil|n\/a|-+)$/i;

function scenarioValue(found: Found, findNumbers: ScenarioFinder): string | undefined {
  // 'see scenario: DSGB5' in the middle of a sentence claims nothing; a heading 'Scenario: DSGB1 …' does.
  if (found.mark === ':' && !(found.quoted || isLogPrefix(found.lineStart))) return undefined;
  const value = upToNextPair(found.region).trim();
  const { ids, lookAlikes } = findNumbers(value);
  return ids.length + lookAlikes.length > 0 ? value : undefined;
}

/** Nothing but what loggers and lists put before a message: times, levels, `[thread]`, bullets. */
function isLogPrefix(lineStart: string | undefined): boolean {
  if (lineStart === undefined) return false;
  const words = lineStart.split(/\s/).filter((word) => word !== '');
  return words.every((word) => /^(?:[\d:.,TZ+/-]+|\[[^\]]*\]:?|[A-Z]{3,8}:?|[-*>|•]+)$/.test(word));
}

interface TimeValue {
  /** The words that make the time. */
  readonly text: string;
  /** Undefined when they are meant as a time but can't be relied on. */
  readonly read: ReadTime | undefined;
}

/** Abbreviations of zones mean different offsets in different places; the form needs certainty. */
const abbreviation = '(?:BST|IST|CES?T|WES?T|EES?T|MSK|[ECMP][SD]T)';
/** Behind a time without offset: a zone, an offset or a time of day in a shape that could not be read with it. */
const changesMeaning = new RegExp(String.raw`^(?:\d{1,2}[:.]|[AP]M\b|${abbreviation}\b|(?:GMT|UTC)?[+-]\d)`, 'i');
const bracketedZone = new RegExp(String.raw`^\((${abbreviation})\b`, 'i');
const javaZone = /^\[[\w+\-/]+\]/;
const meantAsTime =
  /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d|\d{1,2}:\d{2}|\d{8,14}\b|\d{1,2} [a-z]{3,9} \d{4}|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )/i;
/** No shape of time has more than eight, one of them empty where `date` pads the day; and the word after it. */
const mostWords = 9;

/**
 * The time at the start of a text, of as many words as make one, whatever follows.
 *
 * @returns undefined when nothing there is meant as a time; without `read` for what is meant as one, but can't be read
 *   (`01/07/2026`) or means different times to different people (`2026-07-01 12:00 BST`).
 */
export function timeAtStart(text: string, timeZone: string): TimeValue | undefined {
  const words = withoutTail(text).split(/[ \t\u00a0]/, mostWords);
  for (let count = words.length; count > 0; count--) {
    const candidate = withoutTrailing(words.slice(0, count).join(' '), '.,:&');
    const read = readTime(candidate, timeZone);
    if (read === undefined) continue;
    const next = words[count] ?? '';
    if (read.assumedZone && changesMeaning.test(next)) return { text: `${candidate} ${next}`, read: undefined };
    return { text: candidate, read };
  }
  const all = words.join(' ').trim();
  return meantAsTime.test(all) ? { text: all, read: undefined } : undefined;
}

/** Cut at the first sign that no time has, but for a zone in brackets. */
function withoutTail(text: string): string {
  return text.replace(/^[[(]\s*/, '').replace(/["'`<>()[\]{}|;\\].*/s, (tail) => {
    return javaZone.exec(tail)?.[0] ?? bracketedZone.exec(tail)?.[1] ?? '';
  });
}

/** The text without any of these signs at its end. A regular expression would look at a long run of them once for each. */
function withoutTrailing(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
