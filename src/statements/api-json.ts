import { readTime } from '../time/read.ts';
import {
  backslashesBefore,
  closingQuote,
  endOfBackslashes,
  endOfQuote,
  quote,
  textBefore,
  type Place,
} from './escapes.ts';
import { messageType } from './given.ts';
import type { Movement, Statement } from './statement.ts';

/** An object of the CTC Traders API, as far as it was read. */
export interface ApiObject {
  readonly statements: readonly Statement[];
  /** Index after the last field that counts. */
  readonly end: number;
  /** How many characters were looked at. */
  readonly walked: number;
  /** Where the message's own XML begins, and whose it is. */
  readonly body: { readonly start: number; readonly movement: Movement | undefined } | undefined;
}

const names = [
  'type',
  'received',
  'departureId',
  'arrivalId',
  'movementReferenceNumber',
  'localReferenceNumber',
] as const;
type Field = (typeof names)[number];

const limits = {
  /** Deeper than the API nests anything beside a field that counts (`_links` is 2). */
  depth: 4,
  /** In characters: the value of a field, and an address in `_links`. */
  value: 60,
  address: 300,
  /** The first field, with its quotation marks and what stands between them. */
  firstField: 400,
};

const keyShape = new RegExp(String.raw`^([A-Za-z]{8,23})(${quote})?\s{0,9}:\s{0,9}(${quote})([\w:.,+\- ]{1,60})\3`);
const typeBefore = new RegExp(String.raw`(?<key>${quote})?type(?:\k<key>)?\s{0,9}:\s{0,9}(?<value>${quote})$`, 'i');
const idBefore = new RegExp(
  String.raw`(?<key>${quote})?\bid(?:\k<key>)?\s{0,9}:\s{0,9}(?<value>${quote})(?<id>[\w-]{1,60})\k<value>\s{0,9},\s{0,40}(?:${quote})?$`,
);
/** As `isoUtc` writes times. */
const plainTime = /^\d{4}-\d\d-\d\dT(?!24)\d\d:\d\d:\d\dZ$/;
const bareBefore = /(?:^|[\s{,])$/;

/**
 * Reads a message or movement as the CTC Traders API returns it, alone or in a list, pretty-printed or not, at any level
 * of escaping (JSON inside a log's JSON), also as Node's inspector or Python print it. The anchor is the first of its
 * fields that count (of `type` its value, `IE928`). All fields must belong to the same object: what stands between them
 * is read as JSON, not searched.
 *
 * The time of a message is the API's `received` (ISO 8601; UTC also without offset): for what was sent, when HMRC took it
 * in, which is the submission that the form asks for (the XML's own preparation time comes from the sender's clock); for
 * what HMRC sent, when the API had it, from where on the software could get it. So it goes before the preparation time of
 * the XML in `body`. MRN and LRN stand in the movement. Whose they are is told by `departureId` or `arrivalId`, else by an
 * address in `_links`, else by the address that was asked for (`GET /customs/transits/movements/departures/6365…/messages`).
 *
 * @param ahead how far to look for further fields
 * @param last the movement that the object's links have named before the place, else the one that was asked for
 * @returns undefined when the place is not such a field.
 */
export function readApiObject(place: Place, ahead: number, last: Movement | undefined): ApiObject | undefined {
  const first = firstField(place);
  if (first === undefined) return undefined;
  const text = place.text.slice(place.start, Math.min(place.to, place.start + ahead));
  const walk = walkObject(text, first);
  const { type, received, movementReferenceNumber: mrn, localReferenceNumber: lrn } = walk.fields;
  const movement = movementOf(walk, () => idOf(textBefore(place), walk, last)) ?? last;
  const statements: Statement[] = [];
  const common = { source: 'api-json', derived: true, line: place.line, movement } as const;
  const message = type?.startsWith('IE') === true ? messageType(type.slice(2)) : undefined;
  if (message !== undefined && received !== undefined) {
    const at = readTime(received, 'UTC')?.instant;
    const said = at !== undefined && plainTime.test(received) ? undefined : `${message} received ${received}`;
    statements.push({ ...common, key: 'message', message, at, assumedZone: false, text: said });
  }
  if (mrn !== undefined) statements.push({ ...common, key: 'mrn', value: mrn, lrn });
  if (lrn !== undefined) statements.push({ ...common, key: 'lrn', value: lrn, mrn });
  const body = walk.body === undefined ? undefined : { start: place.start + walk.body, movement };
  return { statements, end: place.start + walk.end, walked: walk.walked, body };
}

const address = /movements\\*\/(departures|arrivals)(?:\\*\/([\w-]{1,60}))?/;

const linkBefore = /href\W{1,40}[^\s"'`]{0,100}$/i;

/** Reads an address that begins at the place: which movement it names, if any, and whether it stands in an object's links. */
export function readAddress(place: Place): { readonly movement: Movement | undefined; readonly isLink: boolean } {
  const { text, start, to } = place;
  const movement = movementIn(text.slice(start, Math.min(to, start + limits.address)));
  return { movement, isLink: linkBefore.test(textBefore(place)) };
}

/** Whether a text that begins in an object's links (`_links`, `self`) ends in that object, beside them. */
export function isSameObject(text: string): boolean {
  let depth = 2;
  for (const character of text) {
    if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth < 0) return false;
  }
  return depth === 0;
}

function movementIn(text: string): Movement | undefined {
  const [, kinds, id] = address.exec(text) ?? [];
  if (id === undefined) return undefined;
  return { kind: kinds === 'arrivals' ? 'arrival' : 'departure', id };
}

interface FirstField {
  readonly name: Field;
  readonly value: string;
  /** From the anchor to after the value's closing quotation mark. */
  readonly length: number;
  readonly delimiter: string;
}

function firstField(place: Place): FirstField | undefined {
  const { text, start, end, to } = place;
  if (end - start === 'IE928'.length) return typeField(place);
  const match = keyShape.exec(text.slice(start, Math.min(to, start + limits.firstField)));
  const [whole = '', name = '', key, delimiter = '', value = ''] = match ?? [];
  const field = fieldOf(name);
  if (field === undefined || !opensKey(textBefore(place), key)) return undefined;
  return { name: field, value, length: whole.length, delimiter };
}

function typeField(place: Place): FirstField | undefined {
  const { text, start, end } = place;
  if (!text.startsWith('IE', start)) return undefined;
  const before = textBefore(place);
  const match = typeBefore.exec(before);
  if (match === null) return undefined;
  const { key, value: delimiter = '' } = match.groups ?? {};
  if (!text.startsWith(delimiter, end)) return undefined;
  if (key === undefined && !bareBefore.test(before.slice(0, match.index))) return undefined;
  return { name: 'type', value: text.slice(start, end), length: end - start + delimiter.length, delimiter };
}

function opensKey(before: string, closing: string | undefined): boolean {
  return closing === undefined ? bareBefore.test(before) : closingQuote(before) === closing;
}

type Fields = Partial<Record<Field, string>>;

interface Walk {
  readonly fields: Fields;
  /** The movement that an address in the object names. */
  readonly linked: Movement | undefined;
  /** Index after the last field that counts. */
  readonly end: number;
  readonly walked: number;
  readonly body: number | undefined;
}

function movementOf({ fields, linked }: Walk, other: () => Movement | undefined): Movement | undefined {
  if (fields.departureId !== undefined) return { kind: 'departure', id: fields.departureId };
  if (fields.arrivalId !== undefined) return { kind: 'arrival', id: fields.arrivalId };
  return linked ?? other();
}

/** A movement's own `id`, which stands right before its numbers. */
function idOf(before: string, { fields }: Walk, last: Movement | undefined): Movement | undefined {
  if (fields.movementReferenceNumber === undefined && fields.localReferenceNumber === undefined) return undefined;
  const id = idBefore.exec(before)?.groups?.['id'];
  if (id === undefined || id === last?.id) return undefined;
  return { kind: fields.localReferenceNumber === undefined ? undefined : 'departure', id };
}

function fieldOf(name: string): Field | undefined {
  return names.find((field) => field === name);
}

/**
 * Walks through the rest of an object, from after its first field, and collects the others. Strings are skipped
 * whole, by the very quotation mark that the object is written with; nested objects are entered for their addresses only.
 */
function walkObject(text: string, { name: firstName, value: firstValue, length, delimiter }: FirstField): Walk {
  const fields: Fields = { [firstName]: firstValue };
  let [depth, end, at] = [0, length, length];
  let linked: Movement | undefined;
  let body: number | undefined;
  const ended = (walked: number): Walk => ({ fields, linked, end, walked, body });
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? kinds[code] : other;
    if (kind === other) {
      at++;
      continue;
    }
    if (kind === opening || kind === closing) {
      at++;
      depth += kind === opening ? 1 : -1;
      if (depth < 0 || depth > limits.depth) return ended(at);
      continue;
    }
    const isBare = kind === wordCharacter;
    const start = isBare ? at : endOfQuote(text, at);
    if (start === 0) {
      at = Math.max(at + 1, endOfBackslashes(text, at));
      continue;
    }
    const mark = isBare ? 'same' : sameMark(text.slice(at, start), delimiter);
    if (mark === 'outer') return ended(start);
    if (mark === 'inner') {
      at = start;
      continue;
    }
    const close = isBare ? endOfWord(text, start) : endOfString(text, start, delimiter);
    if (close === undefined) break;
    at = isBare ? close : close + delimiter.length;
    const name = text.slice(start, close);
    if (depth > 0) {
      if (name === 'href') linked ??= movementIn(valueAt(text, at, delimiter, limits.address)?.value ?? '');
      continue;
    }
    if (name === 'body') body = at;
    const field = fieldOf(name);
    const value = field === undefined ? undefined : valueAt(text, at, delimiter, limits.value);
    if (field !== undefined && value !== undefined) {
      // The same field again: another object, cut off or broken.
      if (fields[field] !== undefined) return ended(at);
      fields[field] = value.value;
      end = value.end;
    }
    if (isComplete(fields, body, linked)) return ended(at);
  }
  return ended(text.length);
}

/** What a character may begin, by its code. */
const [other, opening, closing, quoteCharacter, wordCharacter] = [0, 1, 2, 3, 4];
const kinds = new Uint8Array(128);
for (const [characters, kind] of [
  ['{[', opening],
  ['}]', closing],
  ['"\'`\\&', quoteCharacter],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_', wordCharacter],
] as const) {
  for (const character of characters) kinds[character.charCodeAt(0)] = kind;
}

function endOfWord(text: string, start: number): number {
  let end = start;
  for (let code = text.charCodeAt(end); code < 128 && kinds[code] === wordCharacter; code = text.charCodeAt(end)) end++;
  return end;
}

function isComplete(fields: Fields, body: number | undefined, linked: Movement | undefined): boolean {
  const isMessage = fields.type !== undefined && fields.received !== undefined;
  const isMovement = fields.movementReferenceNumber !== undefined && fields.localReferenceNumber !== undefined;
  const isKnown = fields.departureId !== undefined || fields.arrivalId !== undefined || linked !== undefined;
  return (isMessage && body !== undefined) || (isMovement && isKnown);
}

/** A field's string value, when a colon and the delimiter follow. */
function valueAt(
  text: string,
  from: number,
  delimiter: string,
  max: number,
): { readonly value: string; readonly end: number } | undefined {
  const sign = /^\s{0,9}:\s{0,9}/.exec(text.slice(from, from + 20));
  if (sign === null) return undefined;
  const start = from + sign[0].length + delimiter.length;
  if (!text.startsWith(delimiter, start - delimiter.length)) return undefined;
  const end = endOfString(text, start, delimiter);
  if (end === undefined || end - start > max) return undefined;
  return { value: text.slice(start, end), end };
}

const quotes = new RegExp(quote, 'gi');

/** Where the string that starts at `from` ends; undefined when it doesn't within the text, or the string around it ends first. */
function endOfString(text: string, from: number, delimiter: string): number | undefined {
  if (delimiter.length === 1) return endOfPlainString(text, from, delimiter);
  quotes.lastIndex = from;
  for (let match = quotes.exec(text); match !== null; match = quotes.exec(text)) {
    const kind = sameMark(match[0], delimiter);
    if (kind === 'same') return quotes.lastIndex - delimiter.length;
    if (kind === 'outer') return undefined;
  }
  return undefined;
}

/** At the outermost level, and so in no other string. An even number of backslashes before the mark are content. */
function endOfPlainString(text: string, from: number, delimiter: string): number | undefined {
  let end = text.indexOf(delimiter, from);
  while (end >= 0 && backslashesBefore(text, end) % 2 === 1) end = text.indexOf(delimiter, end + 1);
  return end < 0 ? undefined : end;
}

/**
 * Whether a quotation mark found is the delimiter itself, one of a deeper level (or another kind), which is content, or
 * one of the level around, which ends everything. A backslash at the end of a string is
 * written as two before the mark at the outermost level, as four where JSON was escaped once, and so on.
 */
function sameMark(found: string, delimiter: string): 'same' | 'inner' | 'outer' {
  if (found === delimiter) return 'same';
  const [count, kind] = level(found);
  const [own, ownKind] = level(delimiter);
  if (kind !== ownKind) return 'inner';
  if (count < own) return 'outer';
  return (count - own) % (2 * (own + 1)) === 0 ? 'same' : 'inner';
}

function level(mark: string): readonly [backslashes: number, kind: string] {
  const backslashes = mark.lastIndexOf('\\') + 1;
  return [backslashes, mark.slice(backslashes).toLowerCase()];
}
