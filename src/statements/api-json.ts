import { readTime } from '../time/read.ts';
import { closingQuote, endOfBackslashes, endOfQuote, quote, textBefore, type Place } from './escapes.ts';
import { messageType } from './given.ts';
import type { Movement, Statement } from './statement.ts';
import { endOfString, sameMark, valueAt } from './strings.ts';

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
  const { found, walked } = walkObject(text, first);
  const { type, received, movementReferenceNumber: mrn, localReferenceNumber: lrn } = found.fields;
  const movement = movementOf(found, () => idOf(textBefore(place), found, last)) ?? last;
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
  const body = found.body === undefined ? undefined : { start: place.start + found.body, movement };
  return { statements, end: place.start + found.end, walked, body };
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
  readonly found: Collected;
  /** How many characters were looked at. */
  readonly walked: number;
}

function movementOf({ fields, linked }: Collected, other: () => Movement | undefined): Movement | undefined {
  if (fields.departureId !== undefined) return { kind: 'departure', id: fields.departureId };
  if (fields.arrivalId !== undefined) return { kind: 'arrival', id: fields.arrivalId };
  return linked ?? other();
}

/** A movement's own `id`, which stands right before its numbers. */
function idOf(before: string, { fields }: Collected, last: Movement | undefined): Movement | undefined {
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
function walkObject(text: string, first: FirstField): Walk {
  const { delimiter, length } = first;
  const found = new Collected(text, first);
  let [depth, at] = [0, length];
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
      if (depth < 0 || depth > limits.depth) return { found, walked: at };
      continue;
    }
    const isBare = kind === wordCharacter;
    const start = isBare ? at : endOfQuote(text, at);
    if (start === 0) {
      at = Math.max(at + 1, endOfBackslashes(text, at));
      continue;
    }
    const mark = isBare ? 'same' : sameMark(text.slice(at, start), delimiter);
    if (mark === 'outer') return { found, walked: start };
    if (mark === 'inner') {
      at = start;
      continue;
    }
    const close = isBare ? endOfWord(text, start) : endOfString(text, start, delimiter);
    if (close === undefined) break;
    at = isBare ? close : close + delimiter.length;
    const name = text.slice(start, close);
    if (depth > 0) found.takeNested(name, at);
    else if (!found.take(name, at)) return { found, walked: at };
  }
  return { found, walked: text.length };
}

/** What an object has of the fields that count. */
class Collected {
  readonly fields: Fields;
  /** The movement that an address in the object names. */
  linked: Movement | undefined;
  body: number | undefined;
  /** Index after the last field that counts. */
  end: number;
  readonly #text: string;
  readonly #delimiter: string;

  constructor(text: string, { name, value, length, delimiter }: FirstField) {
    this.fields = { [name]: value };
    this.end = length;
    this.#text = text;
    this.#delimiter = delimiter;
  }

  /** Takes a name that ends at an index, with what stands after it; false once nothing more of the object can count. */
  take(name: string, at: number): boolean {
    if (name === 'body') this.body = at;
    const field = fieldOf(name);
    const value = field === undefined ? undefined : valueAt(this.#text, at, this.#delimiter, limits.value);
    if (field !== undefined && value !== undefined) {
      // The same field again: another object, cut off or broken.
      if (this.fields[field] !== undefined) return false;
      this.fields[field] = value.value;
      this.end = value.end;
    }
    return !isComplete(this);
  }

  takeNested(name: string, at: number): void {
    if (name !== 'href') return;
    this.linked ??= movementIn(valueAt(this.#text, at, this.#delimiter, limits.address)?.value ?? '');
  }
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

function isComplete({ fields, body, linked }: Collected): boolean {
  const isMessage = fields.type !== undefined && fields.received !== undefined;
  const isMovement = fields.movementReferenceNumber !== undefined && fields.localReferenceNumber !== undefined;
  const isKnown = fields.departureId !== undefined || fields.arrivalId !== undefined || linked !== undefined;
  return (isMessage && body !== undefined) || (isMovement && isKnown);
}
