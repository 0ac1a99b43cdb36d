import type { ScenarioFinder } from '../requirements/scenario-number.ts';
import type { ReadTime } from '../time/read.ts';
import { anchorOf, closingQuote, colour, lessThan, quote, reach, textBefore, textFrom, type Place } from './escapes.ts';
import { keyOfAnchor, timeSuffix, type EvidenceKey } from './given.ts';
import type { StatementCollector } from './collector.ts';
import type { Movement, Statement } from './statement.ts';
import { timeAtStart, withoutTrailing } from './time-value.ts';

export type PairOptions =
  | { readonly source: 'line' | 'comment'; readonly timeZone: string; readonly findNumbers: ScenarioFinder }
  | { readonly source: 'name'; readonly timeZone: string };

const limits = {
  /** How far from the key's start a pair reaches. */
  ahead: 400,
  value: 60,
};

/**
 * Reads `key=value` or `key: value` where a key was found: in the middle of a log line, after bullets, inside quotes of
 * any escaping, coloured. Several pairs may share a line. A line is not a form: prose says 'MRN: expected …', source code
 * 'lrn = makeLrn()', so a value has to look like one to count; and it is taken whole or marked as unclear.
 *
 * In a name (of tools that keep nothing else) a blank will do between key and value, and `scenario` is no key: the
 * name itself is searched for scenario numbers.
 */
export function readPair(place: Place, options: PairOptions): Statement | undefined {
  const anchor = anchorOf(place);
  const key = keyOfAnchor(anchor);
  if (key === undefined) return undefined;
  const opening = keyOpening(textBefore(place));
  if (opening === undefined) return undefined;
  const rest = withoutColours(textFrom(place, limits.ahead).slice(anchor.length));
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
  const common = { source: options.source, derived: false, line: place.line } as const;
  if (key === 'scenario') return { ...common, key, value: value.text, heading: isHeading(found) };
  if (key === 'mrn' || key === 'lrn') {
    return value.unclear === true
      ? { ...common, key, value: value.text, unclear: true }
      : { ...common, key, value: value.text };
  }
  const { read } = value;
  const text = `${anchor}${between.replace(quotes, '')}${value.text}`;
  const [at, assumedZone] = [read?.instant, read?.assumedZone ?? false];
  return { ...common, key: 'message', message: key, at, assumedZone, text };
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
  readonly unclear?: true;
}

function valueOf(key: EvidenceKey, found: Found, options: PairOptions): Value | undefined {
  if (key === 'scenario') {
    if (options.source === 'name') return undefined;
    const text = scenarioValue(found, options.findNumbers);
    return text === undefined ? undefined : { text };
  }
  if (key === 'lrn') return lrnValue(found);
  if (key === 'mrn') {
    const text = mrnValue(found);
    return text === undefined ? undefined : { text };
  }
  return timeAtStart(upToNextPair(found.region), options.timeZone);
}

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
  const mark = closingQuote(plain);
  const left = plain.slice(0, plain.length - (mark?.length ?? 0));
  const lineBreak = Math.max(left.lastIndexOf('\n'), left.lastIndexOf('\r'));
  const lineStart = lineBreak < 0 && before.length >= reach.behind ? undefined : left.slice(lineBreak + 1);
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

/** Letters and digits, a digit among them, at least six: what is that and no MRN is one with a mistake, which becomes a finding. */
function mrnValue(found: Found): string | undefined {
  const value = found.quoted ? found.region.trim() : firstToken(found.region);
  if (found.mark === '' && !/^\d{2}[A-Za-z]{2}[A-Za-z0-9]{12,16}$/.test(value)) return undefined;
  if (!/^(?=.*\d)[A-Za-z0-9]{6,60}$/.test(value)) return undefined;
  // `mrnFromIe028`: a name out of source code.
  return /^[a-z]/.test(value) ? undefined : value;
}

function lrnValue(found: Found): Value | undefined {
  if (found.quoted) {
    const whole = found.region.trim();
    return /^[^\s{}$]{1,60}$/.test(whole) && !emptyWords.test(whole) ? { text: whole } : undefined;
  }
  const value = firstToken(found.region);
  if (value.length > limits.value || !/\d/.test(value) || found.region.startsWith('(', value.length)) return undefined;
  if (found.mark === '' && value.length < 4) return undefined;
  const rest = found.region.slice(value.length);
  return goesOn(rest) ? { text: value + (/^\S{1,60}/.exec(rest)?.[0] ?? ''), unclear: true } : { text: value };
}

const emptyWords = /^(?:null|undefined|none|nil|n\/a|-+)$/i;
const anyPair = new RegExp(String.raw`^[,;|&]+(?:${quote})?[\w.-]{1,60}(?:${quote})?\s{0,9}[=:]`, 'i');
const endOfValue = new RegExp(String.raw`^(?:${quote}|${lessThan}|[^,;|&\\([{])`, 'i');

/** An LRN may have any signs in it: where one follows without a blank and begins no other pair, the value may go on. */
function goesOn(rest: string): boolean {
  return /^[,;|&\\([{]+[\p{L}\p{N}]/u.test(rest) && !endOfValue.test(rest) && !anyPair.test(rest);
}

function scenarioValue(found: Found, findNumbers: ScenarioFinder): string | undefined {
  // 'see scenario: DSGB5' in the middle of a sentence is not even a mention; a heading 'Scenario: DSGB1 …' is a claim.
  if (found.mark === ':' && !(found.quoted || isLogPrefix(found.lineStart))) return undefined;
  const value = upToNextPair(found.region).trim();
  const { ids, lookAlikes } = findNumbers(value);
  return ids.length + lookAlikes.length > 0 ? value : undefined;
}

/** Words right behind `scenario=DSGB1` make a sentence of it, a colon, a dash or another pair does not. Behind `Scenario: DSGB1` they are its title. */
const sentence = /^[^\s:,;|]+\s+(?![\w.-]{1,60}(?:\s?[=:]))[\p{L}\p{N}]/u;
/** `DSGB1 is not covered here`, `DSGB1 (default)`: tells of a scenario that isn't the test's, or not for sure. */
const denial = new RegExp(
  String.raw`^[^\s:,;|([{<]+(?=[\s:,;|([{<])[:,;|]?\s*(?:[-–—]\s+)?[([{<]?(?:(?:is|was|has|had|does|did|will|can|could|should|be|been)\s+)*` +
    String.raw`(?:not|never|no longer|cannot|\w{2,6}n['’]t|skipped|ignored|excluded|omitted|disabled|unsupported|pending|todo|out of scope|default)(?![\w-])`,
  'iu',
);

/** At the beginning of its line, or a member of an object that stands there. */
function isHeading({ mark, region, lineStart, quoted }: Found): boolean {
  if (denial.test(region) || (mark === '=' && !quoted && sentence.test(region))) return false;
  const object = lineStart?.indexOf('{"') ?? -1;
  return isLogPrefix(object >= 0 && quoted ? lineStart?.slice(0, object) : lineStart);
}

const logLevel = 'TRACE|VERBOSE|DEBUG|FINE|CONFIG|INFO|LOG|NOTICE|WARN(?:ING)?|ERROR|SEVERE|FATAL';
const logPrefix = new RegExp(
  String.raw`^(?:[\d:.,TZ+/-]+|\[[^\]]*\]:?|(?:${logLevel})(?::[\w.$]*)?:?|[-*>|•{]+|(?:[\w$]+\.)+[\w$]+:?|[\w.]+=[^=]+)$`,
  'i',
);

/** Nothing but what loggers and lists put before a message: times, levels, `[thread]`, names of loggers, `key=value`, bullets. */
function isLogPrefix(lineStart: string | undefined): boolean {
  if (lineStart === undefined) return false;
  const words = lineStart.split(/\s/).filter((word) => word !== '');
  return words.every((word) => logPrefix.test(word));
}

/** By character code: whether a key may stand after such a character, and a separator begin with it. */
const mayPrecede = tableOf('\t\n\v\f\r [({<,;|>*])"\'`:.mMnrt27');
const mayFollow = tableOf('\t "\'`-_. =:&\\#[\u001baAdDtT');
const mayFollowQuote = tableOf('\t =:\\#[\u001b');
const isQuote = tableOf('"\'`');
const isPlain = tableOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-');
const isWhite = tableOf('\t\n\r ');

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

function isIn(table: Uint8Array, code: number): boolean {
  return code < 128 && table[code] === 1;
}

/** Whether a look at the characters around tells that `readPair` would find nothing: most places are none. */
export function isNoPair({ text, start, end, from, to }: Place): boolean {
  if (end >= to) return true;
  const next = text.charCodeAt(end);
  if (next < 128 && mayFollow[next] === 0) return true;
  if (isIn(isQuote, next) && end + 1 < to) {
    const afterQuote = text.charCodeAt(end + 1);
    if (afterQuote < 128 && mayFollowQuote[afterQuote] === 0) return true;
  }
  const before = start > from ? text.charCodeAt(start - 1) : 0x20;
  return before < 128 && mayPrecede[before] === 0;
}

const [equalsSign, colon, space, tab] = [0x3d, 0x3a, 0x20, 0x09];

/**
 * The value of a plain `LRN=value` or `MRN=value` between white space, which `readPair` would read the same, at many times the cost.
 * @returns undefined where it isn't one
 */
function plainValue({ text, start, end, from, to }: Place): string | undefined {
  const mark = text.charCodeAt(end);
  if (mark !== equalsSign && mark !== colon) return undefined;
  if (start > from && !isIn(isWhite, text.charCodeAt(start - 1))) return undefined;
  const limit = Math.min(to, start + limits.ahead);
  let valueStart = end + 1;
  const lastBlank = Math.min(limit, valueStart + 20);
  for (let code = text.charCodeAt(valueStart); code === space || code === tab; code = text.charCodeAt(valueStart)) {
    if (++valueStart >= lastBlank) return undefined;
  }
  let valueEnd = valueStart;
  while (valueEnd < limit && isIn(isPlain, text.charCodeAt(valueEnd))) valueEnd++;
  const isComplete = valueEnd < limit ? isIn(isWhite, text.charCodeAt(valueEnd)) : limit < start + limits.ahead;
  if (valueEnd === valueStart || !isComplete) return undefined;
  return withoutTrailing(text.slice(valueStart, valueEnd), '.');
}

/**
 * The statement that a plain pair makes, if its value looks like one.
 *
 * @param near the movement that an MRN there is near to
 */
export function readPlainPair(
  place: Place,
  source: 'line' | 'comment',
  near: Movement | undefined,
  collector: Pick<StatementCollector, 'knows'>,
): Statement | 'known' | 'other' | undefined {
  const key = (place.text.charCodeAt(place.start) | 0x20) === 0x6d ? 'mrn' : 'lrn';
  const value = plainValue(place);
  if (value === undefined) return 'other';
  const found: Found = { mark: '=', region: value, quoted: false, lineStart: undefined };
  if (collector.knows(key, source, value, key === 'mrn' ? near : undefined)) return 'known';
  const isValue = key === 'mrn' ? mrnValue(found) !== undefined : lrnValue(found) !== undefined;
  if (!isValue) return undefined;
  return { key, value, source, derived: false, line: place.line };
}
