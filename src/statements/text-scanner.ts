import { readApiMessage } from './api-json.ts';
import type { Draft, StatementCollector } from './collector.ts';
import { detached } from './escapes.ts';
import { readDisplayName } from './display-name.ts';
import { LineCounter } from './line-counter.ts';
import { readMarker } from './marker.ts';
import { MessageXmlReader } from './message-xml.ts';
import { lookBehind, readPair, type Place } from './pairs.ts';
import type { ScenarioFinder } from '../requirements/scenario-number.ts';

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
    for (const draft of this.#messages.end()) this.#collector.add(draft);
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
      const behind = anchors.lastIndex;
      this.#read(match.index, match[0]);
      anchors.lastIndex = behind;
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
      this.#add(marker.draft);
      return;
    }
    const tag = this.#messages.read(place, offset);
    if (tag !== undefined) {
      for (const draft of tag.drafts) this.#add(draft);
      return;
    }
    this.#add(this.#readApi(place, offset) ?? readDisplayName(place) ?? readPair(place, this.#options));
  }

  #readApi(place: Place, offset: number): Draft | undefined {
    if (offset < this.#answered) return undefined;
    const message = readApiMessage(place, this.#options.timeZone, this.#reach(offset));
    if (message === undefined) return undefined;
    this.#walked += message.length;
    if (message.draft !== undefined) this.#answered = offset + message.length;
    return message.draft;
  }

  /**
   * How far to walk through an object for its second field: a hostile text could make each of its places walk the same
   * long way, so after too much walking only the next few fields are looked at.
   */
  #reach(offset: number): number {
    return this.#walked > freeWalk + 4 * offset ? 256 : lookAhead;
  }

  #add(draft: Draft | undefined): void {
    if (draft !== undefined) this.#collector.add(draft);
  }
}
