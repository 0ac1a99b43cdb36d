import type { MessageType } from '../requirements/messages.ts';
import { detached } from '../text/detached.ts';
import { isDay, readTime } from '../time/read.ts';
import type { Instant } from '../time/instant.ts';
import { greaterThan, lessThan, quote, textFrom, type Place } from './escapes.ts';
import { messageType } from './given.ts';
import type { MessageStatement, Movement } from './statement.ts';

interface Message {
  readonly type: MessageType;
  readonly line: number;
  readonly movement: Movement | undefined;
  readonly phaseId: string | undefined;
  readonly prepared: string | undefined;
  readonly lrn: string | undefined;
  readonly mrn: string | undefined;
}

type OpenMessage = { -readonly [Key in keyof Message]: Message[Key] } & {
  readonly offset: number;
  inOperation: boolean;
};

/** A start tag behind its name, `>` included, in which nothing is escaped. */
interface PlainHead {
  readonly text: string;
  readonly phaseId: string | undefined;
}

/** In characters. */
const limits = {
  /** What is looked for stands at the head of a message, before any consignment; what comes later than this is something else. */
  head: 65_536,
  /** A start tag with its declarations. */
  tag: 1000,
};

/**
 * Reads the heads of NCTS messages out of a text, wherever they stand and however often their brackets were escaped:
 * root (`CC028C`, any prefix, in the namespace of NCTS), `preparationDateAndTime`, `TransitOperation/LRN` and `/MRN`.
 * The preparation time bears no offset and is UTC, always, also in British Summer Time. Source: GUIDE, TIS.
 *
 * Fed with the places of element names in the order of the text; keeps nothing but the one message it is in. What each
 * place finishes is handed on: a message that ends with `TransitOperation`, or is cut off by the next one.
 */
export class MessageXmlReader {
  readonly #done: (message: MessageStatement) => void;
  #open: OpenMessage | undefined;
  /** The last start tag of NCTS in which nothing else is stated: they are much alike. */
  #head: PlainHead | undefined;

  constructor(done: (message: MessageStatement) => void) {
    this.#done = done;
  }

  /** @param offset where the root stands in the text; a closing tag tells no namespace, and so opens nothing. */
  root(place: Place, offset: number, movement: Movement | undefined): void {
    if (!isRoot(place)) return;
    this.end();
    const head = headOf(place);
    const message = head === undefined ? undefined : begin(place, head, movement);
    this.#open = message && { ...message, offset, inOperation: false };
  }

  /**
   * Reads a message at one go that is written plainly and near as a whole, as most are.
   * @returns the index after its `TransitOperation`; undefined where it has to be read tag by tag
   */
  whole(place: Place, movement: Movement | undefined): number | undefined {
    const { text, start, to } = place;
    const type = isRoot(place) ? typeOfRoot(place) : undefined;
    const head = type === undefined ? undefined : this.#plainHead(place);
    if (type === undefined || head === undefined) return undefined;
    const from = start + rootLength + head.text.length;
    const match = plainRest.exec(text.slice(from, to));
    if (match === null) return undefined;
    const [found, prepared, lrn, mrn] = match;
    const { phaseId } = head;
    this.end();
    this.#done(
      statementOf({ type, line: place.line, movement, phaseId, prepared, lrn: filled(lrn), mrn: filled(mrn) }),
    );
    return from + found.length;
  }

  /** The place is a tag of some other name. */
  field(place: Place, offset: number, tag: 'start' | 'end'): void {
    const message = this.#open;
    if (message === undefined) return;
    if (offset - message.offset > limits.head) return this.end();
    const { text, start, end } = place;
    const length = end - start;
    if (length === 'TransitOperation'.length && text.startsWith('TransitOperation', start)) {
      if (tag === 'end') this.end();
      else message.inOperation = true;
    } else if (tag === 'end') return;
    else if (length === 3 && message.inOperation) this.#number(message, place);
    else if (!message.inOperation && text.startsWith('preparationDateAndTime', start)) {
      message.prepared ??= valueOf(place);
    }
  }

  /** The end of the text: a message cut off there counts with what it has told. */
  end(): void {
    const message = this.#open;
    this.#open = undefined;
    if (message !== undefined && !isTemplate(message)) this.#done(statementOf(message));
  }

  #plainHead({ text, start, to }: Place): PlainHead | undefined {
    if (this.#head !== undefined && text.startsWith(this.#head.text, start + rootLength)) return this.#head;
    const head = plainHead.exec(text.slice(start + rootLength, to))?.[0];
    if (head === undefined || !isOfNcts(head) || keys.test(head)) return undefined;
    this.#head = { text: detached(head), phaseId: phaseOf(head) };
    return this.#head;
  }

  #number(message: OpenMessage, place: Place): void {
    const key = place.text.startsWith('LRN', place.start) ? 'lrn' : 'mrn';
    if (key === 'mrn' && !place.text.startsWith('MRN', place.start)) return;
    if (message[key] !== undefined) return;
    const value = valueOf(place);
    if (value !== '') message[key] = value;
  }
}

const tagEnd = new RegExp(greaterThan, 'i');

/** The start tag without its end; undefined when that isn't near. */
function headOf({ text, end, to }: Place): string | undefined {
  const limit = Math.min(to, end + limits.tag);
  const close = text.indexOf('>', end);
  const head = text.slice(end, close >= 0 && close < limit ? close : limit);
  const escaped = head.includes('&') || head.includes('\\') ? tagEnd.exec(head)?.index : undefined;
  if (escaped !== undefined) return head.slice(0, escaped);
  return close >= 0 && close < limit ? head : undefined;
}

/*
 * A message without anything escaped in it, whose texts have neither `=` nor `:` nor a bracket, so that no pair, no field
 * of JSON and no marker can stand in them.
 */
const plain = '[^<>&\\\\=:[]*';
const others = (...names: readonly string[]): string => `(?:<(?!${names.join('|')})${plain}>${plain})*`;
const numberValue = '([^<>&\\\\=:[{}$%]{1,60})';
const plainHead = /^[^<>&\\[]*>/;
const plainRest = new RegExp(
  `^${plain}${others('preparation', '/?TransitOperation')}` +
    `(?:<preparationDateAndTime>([\\dTZ:.+-]{1,40})</preparationDateAndTime>${plain})?` +
    `${others('preparation', '/?TransitOperation')}<TransitOperation>${plain}` +
    `(?:<LRN>${numberValue}</LRN>${plain})?(?:<MRN>${numberValue}</MRN>${plain})?` +
    `${others('/?TransitOperation', 'LRN', 'MRN')}</TransitOperation>`,
);
/** What may begin a statement in a start tag. */
const keys = /[ml]rn|scenario|ie\d{3}|cc\d{3}c|received|display-name|departureId|arrivalId|movements|ReferenceNumber/i;

/** XML tells `cc015c` from `CC015C`. */
function isRoot({ text, start, end }: Place): boolean {
  return text.charCodeAt(start) === 0x43 && text.charCodeAt(start + 1) === 0x43 && text.charCodeAt(end - 1) === 0x43;
}

/** A message of which only the root is known; undefined when it isn't one of NCTS. */
function begin(place: Place, head: string, movement: Movement | undefined): Message | undefined {
  const type = typeOfRoot(place);
  if (type === undefined || !isOfNcts(head)) return undefined;
  const [prepared, lrn, mrn] = [undefined, undefined, undefined];
  return { type, line: place.line, movement, phaseId: phaseOf(head), prepared, lrn, mrn };
}

const rootLength = 'CC015C'.length;

function typeOfRoot({ text, start }: Place): MessageType | undefined {
  return messageType(text.slice(start + 2, start + 5));
}

function isOfNcts(head: string): boolean {
  return head.includes('ncts.dgtaxud.ec');
}

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

const phase = new RegExp(String.raw`^PhaseID\s{0,9}=\s{0,9}${quote}([\w.-]{1,20})`, 'i');

function phaseOf(head: string): string | undefined {
  const at = head.indexOf('PhaseID');
  return at < 0 ? undefined : phase.exec(head.slice(at))?.[1];
}

const escapedValue = new RegExp(String.raw`^${greaterThan}(?<value>[^<>&\\]{0,100})${lessThan}\\*/`, 'i');

/** The element's text, trimmed; '' when there is none, it isn't plain, or something else stands beside it. */
function valueOf(place: Place): string {
  return escapedValue.exec(textFrom(place).slice(place.end - place.start))?.groups?.['value']?.trim() ?? '';
}

/** `{{lrn}}`, `${mrn}`: a template somebody printed is not a message. */
function isTemplate({ prepared, lrn, mrn }: Message): boolean {
  return hasTemplateSign(prepared) || hasTemplateSign(lrn) || hasTemplateSign(mrn);
}

function hasTemplateSign(text: string | undefined): boolean {
  return text !== undefined && /[{}$%]/.test(text);
}

function statementOf({ type, line, prepared, lrn, mrn, movement, phaseId }: Message): MessageStatement {
  const plainly = prepared === undefined ? undefined : readPlainUtc(prepared);
  const isOdd = prepared !== undefined && plainly === undefined;
  return {
    key: 'message',
    message: type,
    at: isOdd ? readTime(prepared, 'UTC')?.instant : plainly,
    assumedZone: false,
    source: 'message-xml',
    derived: true,
    line,
    text: isOdd ? `CC${type.slice(2)}C prepared ${prepared}` : undefined,
    lrn,
    mrn,
    movement,
    phaseId,
  };
}

/** The one shape that NCTS writes, `2026-07-01T12:00:05`; undefined for any other, and for what is no time. */
function readPlainUtc(text: string): Instant | undefined {
  if (text.length !== 19 || text.charCodeAt(10) !== 0x54 || !isPunctuated(text)) return undefined;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)];
  const [hour, minute, second] = [digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2)];
  if (!(year >= 1970 && isDay(year, month, day)) || !(hour < 24 && minute < 60 && second < 60)) return undefined;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** NaN for anything but digits. */
function digits(text: string, at: number, count: number): number {
  let number = 0;
  for (let index = at; index < at + count; index++) {
    const digit = text.charCodeAt(index) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

function isPunctuated(text: string): boolean {
  return (
    text.charCodeAt(4) === 0x2d &&
    text.charCodeAt(7) === 0x2d &&
    text.charCodeAt(13) === 0x3a &&
    text.charCodeAt(16) === 0x3a
  );
}
