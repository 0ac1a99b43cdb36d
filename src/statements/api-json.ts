import { readTime } from '../time/read.ts';
import { quote } from './escapes.ts';
import { messageType } from './given.ts';
import type { Place } from './pairs.ts';
import type { Statement } from './statement.ts';

export interface ApiField {
  /** The message; undefined when the object shows no other field to go with this one. */
  readonly statement: Statement | undefined;
  /** How far from the anchor the text was read: with a statement, to the end of the second field. */
  readonly length: number;
}

type Field = 'type' | 'received';

const bareBefore = /(?:^|[\s{,])$/;
const keyBefore = new RegExp(String.raw`(?<key>${quote})$`, 'i');
const typeBefore = new RegExp(String.raw`(?<key>${quote})?type(?:\k<key>)?\s{0,9}:\s{0,9}(?<value>${quote})$`, 'i');
const receivedHere = new RegExp(
  String.raw`^received(?<key>${quote})?\s{0,9}:\s{0,9}(?<value>${quote})(?<time>[\w:.,+\- ]{1,40})\k<value>`,
);

/**
 * Reads one message as the CTC Traders API returns it, alone or in a list: an object with `type` (`IE928`) and `received`
 * (ISO 8601 with offset), in either order, pretty-printed or not, at any level of escaping (JSON inside a log's JSON), also
 * as Node's inspector or Python print it. The anchor is either `received` or the value of `type`, whichever comes first.
 * Both must be fields of the same object: what stands between them is read as JSON, not searched.
 *
 * The time of the message is the API's `received`: for what was sent, when HMRC took it in, which is the submission that
 * the form asks for (the XML's own preparation time comes from the sender's clock); for what HMRC sent, when the API had
 * it, from where on the software could get it. So it goes before the preparation time of the XML in `body`.
 *
 * @param reach how far to look for the second field.
 * @returns undefined when the place is not such a field.
 */
export function readApiMessage(place: Place, timeZone: string, reach: number): ApiField | undefined {
  const first = place.anchor.toLowerCase() === 'received' ? receivedField(place) : typeField(place);
  if (first === undefined) return undefined;
  const { name, value, length, delimiter } = first;
  const text = place.after.slice(0, reach);
  const second = findSibling(text, length, delimiter, name === 'type' ? 'received' : 'type');
  if (second.value === undefined) return { statement: undefined, length: second.end };
  const [type, received] = name === 'type' ? [value, second.value] : [second.value, value];
  return { statement: statementOf(type, received, place.line, timeZone), length: second.end };
}

interface FirstField {
  readonly name: Field;
  readonly value: string;
  /** From the anchor to after the value's closing quotation mark. */
  readonly length: number;
  readonly delimiter: string;
}

function receivedField({ before, after }: Place): FirstField | undefined {
  const match = receivedHere.exec(after);
  if (match === null) return undefined;
  const { key, value: delimiter = '', time = '' } = match.groups ?? {};
  return opensKey(before, key) ? { name: 'received', value: time, length: match[0].length, delimiter } : undefined;
}

function typeField({ before, after, anchor }: Place): FirstField | undefined {
  if (!anchor.startsWith('IE')) return undefined;
  const match = typeBefore.exec(before);
  if (match === null) return undefined;
  const { key, value: delimiter = '' } = match.groups ?? {};
  if (!after.startsWith(delimiter, anchor.length)) return undefined;
  if (key === undefined && !bareBefore.test(before.slice(0, match.index))) return undefined;
  return { name: 'type', value: anchor, length: anchor.length + delimiter.length, delimiter };
}

function opensKey(before: string, closing: string | undefined): boolean {
  return closing === undefined ? bareBefore.test(before) : keyBefore.exec(before)?.groups?.['key'] === closing;
}

function statementOf(type: string, received: string, line: number, timeZone: string): Statement | undefined {
  const message = type.startsWith('IE') ? messageType(type.slice(2)) : undefined;
  if (message === undefined) return undefined;
  const read = readTime(received, timeZone);
  return {
    key: 'message',
    message,
    at: read?.instant,
    assumedZone: read?.assumedZone ?? false,
    source: 'api-json',
    derived: true,
    line,
    text: `${type} received ${received}`,
  };
}

interface Walk {
  /** The field's value; undefined when the object has no such field, as far as the text goes. */
  readonly value: string | undefined;
  /** Where the walk ended, counted like `from`: at the end of the value, when there is one. */
  readonly end: number;
}

/** Deeper than the API nests anything between the two fields (`_links` is 2). */
const deepest = 4;
const tokens = new RegExp(String.raw`[{}[\]]|${quote}|\b(?:type|received)\b`, 'gi');

/**
 * Walks through the rest of an object, from after a field's value, to another field of it. Strings are skipped
 * whole, by the very quotation mark that the object is written with; nested objects are entered only to leave them again.
 */
function findSibling(text: string, from: number, delimiter: string, wanted: Field): Walk {
  const other: Field = wanted === 'type' ? 'received' : 'type';
  let depth = 0;
  tokens.lastIndex = from;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    const [found] = match;
    const nowhere: Walk = { value: undefined, end: tokens.lastIndex };
    if (found === '{' || found === '[') {
      if (++depth > deepest) return nowhere;
      continue;
    }
    if (found === '}' || found === ']') {
      if (--depth < 0) return nowhere;
      continue;
    }
    const isBare = /^\w/.test(found);
    const kind = isBare ? 'same' : sameMark(found, delimiter);
    if (kind === 'outer') return nowhere;
    if (kind === 'inner') continue;
    const start = isBare ? match.index : tokens.lastIndex;
    const end = isBare ? tokens.lastIndex : endOfString(text, start, delimiter);
    if (end === undefined) break;
    const name = text.slice(start, end);
    tokens.lastIndex = isBare ? end : end + delimiter.length;
    if (depth !== 0 || (name !== wanted && name !== other)) continue;
    const value = valueAt(text, tokens.lastIndex, delimiter);
    if (value === undefined) continue;
    // The same field again: another object, cut off or broken.
    return name === wanted ? value : nowhere;
  }
  return { value: undefined, end: text.length };
}

/** A field's string value, when a colon and the delimiter follow. */
function valueAt(text: string, from: number, delimiter: string): Walk | undefined {
  const colon = /^\s{0,9}:\s{0,9}/.exec(text.slice(from, from + 20));
  if (colon === null) return undefined;
  const start = from + colon[0].length + delimiter.length;
  if (!text.startsWith(delimiter, start - delimiter.length)) return undefined;
  const end = endOfString(text, start, delimiter);
  if (end === undefined || end - start > 60) return undefined;
  return { value: text.slice(start, end), end };
}

const quotes = new RegExp(quote, 'gi');

/** Where the string that starts at `from` ends; undefined when it doesn't within the text, or the string around it ends first. */
function endOfString(text: string, from: number, delimiter: string): number | undefined {
  quotes.lastIndex = from;
  for (let match = quotes.exec(text); match !== null; match = quotes.exec(text)) {
    const kind = sameMark(match[0], delimiter);
    if (kind === 'same') return quotes.lastIndex - delimiter.length;
    if (kind === 'outer') return undefined;
  }
  return undefined;
}

/**
 * Whether a quotation mark found is the delimiter itself, one of a deeper level (or another kind), which is content, or
 * one of the level around, which ends everything. At the outermost level an even number of backslashes are content.
 */
function sameMark(found: string, delimiter: string): 'same' | 'inner' | 'outer' {
  const [count, kind] = level(found);
  const [own, ownKind] = level(delimiter);
  if (kind !== ownKind) return 'inner';
  if (count === own || (own === 0 && count % 2 === 0)) return 'same';
  return count < own ? 'outer' : 'inner';
}

function level(mark: string): readonly [backslashes: number, kind: string] {
  const backslashes = mark.lastIndexOf('\\') + 1;
  return [backslashes, mark.slice(backslashes).toLowerCase()];
}
