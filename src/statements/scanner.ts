import type { ScenarioFinder } from '../requirements/scenario-number.ts';
import { readApiMessage } from './api-json.ts';
import { detached } from '../text/detached.ts';
import { readDisplayName, readMarker } from './given.ts';
import { MessageXmlReader } from './message-xml.ts';
import { lookBehind, readPair, type Place } from './pairs.ts';
import type { Statement, StatementCollector } from './statement.ts';

/** Every place where something may be said starts with one of these; all else is passed over at the speed of the regular expression. */
const anchors =
  /\[\[property\||display-name|preparationDateAndTime|TransitOperation|scenario|received|[ml]rn|ie\d{3}|cc\d{3}c/gi;
/** Longer than any anchor. */
const anchorLength = 32;
/** How far any reader looks ahead of its anchor. A place is read when that much is there, or the text has ended. */
const lookAhead = 4096;
/** Pieces are put together before they are searched: parsers hand text over in crumbs. */
const batch = 65_536;
const freeWalk = 1_000_000;

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
  readonly #messages = new MessageXmlReader();
  readonly #lines = new LineCounter();
  #window = '';
  /** Where the window starts in the text. */
  #base = 0;
  /** Up to where, in the window, all has been read. */
  #resume = 0;
  /** Up to where, in the text, a marker reaches: what it holds is its property's value and nothing else. */
  #marked = 0;
  /** Up to where a message of the API was read: its second field begins no other. What else stands between them counts. */
  #answered = 0;
  #walked = 0;

  constructor(options: ScanOptions, collector: StatementCollector) {
    this.#options = options;
    this.#collector = collector;
  }

  /** @param line 1-based line at which the piece starts. */
  push(piece: string, line: number): void {
    this.#lines.piece(this.#base + this.#window.length, line);
    this.#window += piece;
    if (this.#window.length - this.#resume >= batch) this.#scan(false);
  }

  /** The text is complete. The scanner is of no use afterwards. */
  end(): void {
    this.#scan(true);
    for (const statement of this.#messages.end()) this.#collector.add(statement);
  }

  #scan(complete: boolean): void {
    anchors.lastIndex = this.#resume;
    let open: number | undefined;
    for (let match = anchors.exec(this.#window); match !== null; match = anchors.exec(this.#window)) {
      if (!complete && match.index + lookAhead > this.#window.length) {
        open = match.index;
        break;
      }
      // Readers use regular expressions of their own, so the position is kept here.
      const next = anchors.lastIndex;
      this.#read(match.index, match[0]);
      anchors.lastIndex = next;
    }
    this.#resume = open ?? this.#window.length - anchorLength;
    this.#forget(Math.max(0, this.#resume - lookBehind));
  }

  #forget(until: number): void {
    this.#lines.forget(this.#window, this.#base, until);
    this.#window = detached(this.#window.slice(until));
    this.#base += until;
    this.#resume -= until;
  }

  #read(index: number, anchor: string): void {
    const offset = this.#base + index;
    if (offset < this.#marked) return;
    const place: Place = {
      before: this.#window.slice(Math.max(0, index - lookBehind), index),
      after: this.#window.slice(index, index + lookAhead),
      anchor,
      line: this.#lines.at(this.#window, this.#base, offset),
    };
    const marker = readMarker(place, this.#options.timeZone);
    if (marker !== undefined) {
      this.#marked = offset + marker.length;
      this.#add(marker.statement);
      return;
    }
    const tag = this.#messages.read(place, offset);
    if (tag !== undefined) {
      for (const statement of tag.statements) this.#add(statement);
      return;
    }
    this.#add(this.#readApi(place, offset) ?? readDisplayName(place) ?? readPair(place, this.#options));
  }

  #readApi(place: Place, offset: number): Statement | undefined {
    if (offset < this.#answered) return undefined;
    const message = readApiMessage(place, this.#options.timeZone, this.#reach(offset));
    if (message === undefined) return undefined;
    this.#walked += message.length;
    if (message.statement !== undefined) this.#answered = offset + message.length;
    return message.statement;
  }

  /**
   * How far to walk through an object for its second field: a hostile text could make each of its places walk the same
   * long way, so after too much walking only the next few fields are looked at.
   */
  #reach(offset: number): number {
    return this.#walked > freeWalk + 4 * offset ? 256 : lookAhead;
  }

  #add(statement: Statement | undefined): void {
    if (statement !== undefined) this.#collector.add(statement);
  }
}

interface Piece {
  readonly offset: number;
  readonly line: number;
}

/**
 * Tells the lines of places in a text that comes in pieces of known lines, while only a window of it is kept. Asked in
 * the order of the text, so that no line break is counted twice.
 */
class LineCounter {
  #pieces: Piece[] = [];
  #next = 0;
  #line = 1;
  /** No line break from the last place asked for up to here; all before it is counted. */
  #nextBreak = 0;

  /** A piece starts at this offset of the text, on this line. */
  piece(offset: number, line: number): void {
    this.#pieces.push({ offset, line });
  }

  /** @param base where the window starts in the text; `offset` lies in the window and not before any asked earlier. */
  at(window: string, base: number, offset: number): number {
    for (let piece = this.#pieces[this.#next]; piece !== undefined; piece = this.#pieces[this.#next]) {
      if (piece.offset > offset) break;
      this.#line = piece.line;
      this.#nextBreak = piece.offset;
      this.#next++;
    }
    while (this.#nextBreak < offset) {
      const found = window.indexOf('\n', this.#nextBreak - base);
      // Without a line break the whole window has been searched: no need to do so again for the next place in it.
      this.#nextBreak = found < 0 ? base + window.length : base + found;
      if (this.#nextBreak >= offset) break;
      this.#line++;
      this.#nextBreak++;
    }
    return this.#line;
  }

  /** The window is about to lose everything before `until` (counted in the window). */
  forget(window: string, base: number, until: number): void {
    this.at(window, base, base + until);
    this.#pieces = this.#pieces.slice(this.#next);
    this.#next = 0;
  }
}
