import type { ScenarioFinder } from '../requirements/scenario-number.ts';
import { isSameObject, readAddress, readApiObject } from './api-json.ts';
import { reach } from './escapes.ts';
import { readDisplayName, readMarker } from './given.ts';
import { MessageXmlReader } from './message-xml.ts';
import { isNoPair, readPair, readPlainPair } from './pairs.ts';
import { ScannedPlace } from './scanned-place.ts';
import { tagAt, type Tag } from './tag.ts';
import type { StatementCollector } from './collector.ts';
import type { Movement, Statement } from './statement.ts';

/** Every place where something may be stated starts with one of these; all else is passed over at the speed of the regular expression. */
const anchors =
  /\[\[property\||display-name|departureId|arrivalId|movements\\{0,9}\/|movementReferenceNumber|localReferenceNumber|preparationDateAndTime|TransitOperation|scenario|received|[ml]rn|ie\d{3}|cc\d{3}c/gi;

/** In characters. */
const limits = {
  /** Longer than any anchor. */
  anchor: 32,
  /** Pieces are put together before they are searched: parsers hand text over in crumbs. */
  batch: 65_536,
  /** Walked through objects of the API for nothing, before walks become short. */
  freeWalk: 1_000_000,
  shortWalk: 256,
  /** Between the key `body` and the message's root: quotation marks and the XML declaration. */
  body: 300,
};

export interface ScanOptions {
  readonly source: 'line' | 'comment';
  readonly timeZone: string;
  readonly findNumbers: ScenarioFinder;
}

/**
 * Finds statements in one text that comes in pieces. What is found doesn't depend on where the pieces were cut, since every
 * place is read with the same surroundings. Keeps about 70 KB of text at most, however long the text is.
 */
export class TextScanner {
  readonly #options: ScanOptions;
  readonly #collector: StatementCollector;
  readonly #messages: MessageXmlReader;
  readonly #place = new ScannedPlace();
  /** Up to where, in the window, all has been read. */
  #resume = 0;
  /** Up to where, in the text, a marker reaches: what it holds is its property's value and nothing else. */
  #marked = 0;
  /** Up to where an object of the API was read: its further fields begin no other. What else stands between them counts. */
  #answered = 0;
  #walked = 0;
  /** Characters that messages may have been looked through in vain. */
  #tried = 0;
  /** The movement that was asked for last, by its address. */
  #requested: Movement | undefined;
  /** The last address that stood in an object's links, and where. */
  #linked: { readonly movement: Movement; readonly offset: number } | undefined;
  /** The movement that was asked for or came last. */
  #fetched: Movement | undefined;
  #body: { readonly start: number; readonly movement: Movement | undefined } | undefined;

  constructor(options: ScanOptions, collector: StatementCollector) {
    this.#options = options;
    this.#collector = collector;
    this.#messages = new MessageXmlReader((message) => collector.add(message));
  }

  /** @param line 1-based line at which the piece starts. */
  push(piece: string, line: number): void {
    this.#place.append(piece, line);
    if (this.#place.text.length - this.#resume >= limits.batch) this.#scan(false);
  }

  /** The text is complete. The scanner is of no use afterwards. */
  end(): void {
    this.#scan(true);
    this.#messages.end();
  }

  #scan(complete: boolean): void {
    const { text } = this.#place;
    const sure = complete ? text.length : text.length - reach.ahead;
    let open: number | undefined;
    anchors.lastIndex = this.#resume;
    // Not by `exec`: there may be millions of anchors, and each would make a match of several objects.
    while (anchors.test(text)) {
      const end = anchors.lastIndex;
      const start = startOfAnchor(text, end);
      if (start > sure) {
        open = start;
        break;
      }
      this.#place.moveTo(start, end);
      if (this.#place.offset < this.#marked) continue;
      const resume = this.#read();
      if (resume !== undefined) anchors.lastIndex = resume;
    }
    this.#resume = open ?? text.length - limits.anchor;
    const until = Math.max(0, this.#resume - reach.behind);
    this.#place.forget(until);
    this.#resume -= until;
  }

  /** @returns where to go on, when something longer than the anchor has been read to its end */
  #read(): number | undefined {
    const place = this.#place;
    const first = place.text.charCodeAt(place.start) | 0x20;
    const tag = first === letters.bracket ? undefined : tagAt(place);
    if (tag !== undefined) {
      if (first === letters.c) return this.#readMessage(tag);
      this.#messages.field(place, place.offset, tag);
    } else if (first === letters.bracket) this.#readMarker();
    else if (first === letters.l || first === letters.m) this.#readNumber();
    else if (first === letters.s || first === letters.c) this.#readPair();
    else if (first === letters.d && place.text.charCodeAt(place.start + 1) === letters.i) this.#readDisplayName();
    else if (!this.#readApi() && first === letters.i) this.#readPair();
    return undefined;
  }

  #readMessage(tag: Tag): number | undefined {
    const place = this.#place;
    const movement = this.#bodyMovement();
    // Few places need many tries: what is read at one go is not read again.
    const isWorthTrying = tag === 'start' && this.#tried <= limits.freeWalk + 4 * place.offset;
    const end = isWorthTrying ? this.#messages.whole(place, movement) : undefined;
    if (end !== undefined) return end;
    if (isWorthTrying) this.#tried += reach.ahead;
    this.#messages.root(place, place.offset, movement);
    return undefined;
  }

  #readMarker(): void {
    const marker = readMarker(this.#place, this.#options.timeZone);
    if (marker === undefined) return;
    this.#marked = this.#place.offset + marker.length;
    if (marker.statement !== undefined) this.#collector.add(marker.statement);
  }

  #readDisplayName(): void {
    const statement = readDisplayName(this.#place);
    if (statement !== undefined) this.#collector.add(statement);
  }

  /** `MRN`, `LRN`, and what of the API begins with the same letters. */
  #readNumber(): void {
    if (this.#place.end - this.#place.start > 3) return this.#readApiOrAddress();
    if (isNoPair(this.#place)) return;
    const statement = readPlainPair(this.#place, this.#options.source, this.#fetched, this.#collector);
    if (statement === 'other') return this.#readPair();
    if (statement !== undefined && statement !== 'known') this.#add(statement);
  }

  #readPair(): void {
    if (isNoPair(this.#place)) return;
    const statement = readPair(this.#place, this.#options);
    if (statement !== undefined) this.#add(statement);
  }

  /** An MRN is known only once its movement's messages were fetched. */
  #add(statement: Statement): void {
    this.#collector.add(statement.key === 'mrn' ? { ...statement, near: this.#fetched } : statement);
  }

  #readApiOrAddress(): void {
    const { text, start } = this.#place;
    if (!text.startsWith('s', start + 'movement'.length)) return void this.#readApi();
    const { movement, isLink } = readAddress(this.#place);
    if (isLink) this.#linked = movement && { movement, offset: this.#place.offset };
    else this.#requested = this.#fetched = movement;
  }

  /** @returns whether something was stated. */
  #readApi(): boolean {
    const place = this.#place;
    const { offset } = place;
    if (offset < this.#answered) return false;
    const object = readApiObject(place, this.#ahead(offset), this.#movementBefore());
    if (object === undefined) return false;
    this.#walked += object.walked;
    if (object.statements.length === 0) return false;
    for (const statement of object.statements) {
      this.#collector.add(statement);
      if (statement.key === 'message') this.#fetched = statement.movement;
    }
    this.#answered = offset + object.end - place.start;
    if (object.body !== undefined) {
      this.#body = { start: offset + object.body.start - place.start, movement: object.body.movement };
    }
    return true;
  }

  /**
   * How far to walk through an object for its further fields: a hostile text could make each of its places walk the same
   * long way, so after too much walking only the next few fields are looked at.
   */
  #ahead(offset: number): number {
    return this.#walked > limits.freeWalk + 4 * offset ? limits.shortWalk : reach.ahead;
  }

  /** The movement that the object's own links have named already, else the one that was asked for. */
  #movementBefore(): Movement | undefined {
    if (this.#linked === undefined) return this.#requested;
    const from = this.#place.start - (this.#place.offset - this.#linked.offset);
    const isOwn = from >= this.#place.from && isSameObject(this.#place.text.slice(from, this.#place.start));
    return isOwn ? this.#linked.movement : this.#requested;
  }

  /** The movement that the API says a message in its `body` belongs to. */
  #bodyMovement(): Movement | undefined {
    if (this.#body === undefined) return undefined;
    const distance = this.#place.offset - this.#body.start;
    return distance >= 0 && distance <= limits.body ? this.#body.movement : undefined;
  }
}

/** Where the anchor begins that ends there. */
export function startOfAnchor(text: string, end: number): number {
  const before = (back: number): number => text.charCodeAt(end - back) | 0x20;
  switch (before(1)) {
    case letters.n: // MRN, LRN, TransitOperation
      return end - (before(2) === letters.r ? 3 : 16);
    case letters.c: // CC015C
      return end - 6;
    case letters.o: // scenario
      return end - 8;
    case letters.d: // departureId, arrivalId, received
      return end - (before(2) === letters.e ? 8 : before(3) === letters.e ? 11 : 9);
    case letters.e: // display-name, preparationDateAndTime
      return end - (before(3) === letters.a ? 12 : 22);
    case letters.r: // movementReferenceNumber, localReferenceNumber
      return end - (before(16) === letters.t ? 23 : 20);
    case letters.bar: // [[PROPERTY|
      return end - 11;
    case letters.slash: {
      let backslashes = end - 1;
      while (text.charCodeAt(backslashes - 1) === 0x5c) backslashes--;
      return backslashes - 'movements'.length;
    }
    default: // IE015
      return end - 5;
  }
}

/** In lower case; a bracket comes out as a brace. */
const letters = {
  a: 0x61,
  c: 0x63,
  d: 0x64,
  e: 0x65,
  i: 0x69,
  l: 0x6c,
  m: 0x6d,
  n: 0x6e,
  o: 0x6f,
  r: 0x72,
  s: 0x73,
  t: 0x74,
  slash: 0x2f,
  bracket: 0x7b,
  bar: 0x7c,
};
