import { detached } from '../text/detached.ts';
import { reach, type Place } from './escapes.ts';

/** A window of the text, and the place in it that is looked at. */
export class ScannedPlace implements Place {
  text = '';
  start = 0;
  end = 0;
  from = 0;
  to = 0;
  /** Where the window starts in the text. */
  #base = 0;
  readonly #lines = new LineCounter();

  /** Where the place starts in the text. */
  get offset(): number {
    return this.#base + this.start;
  }

  get line(): number {
    return this.#lines.at(this.text, this.#base, this.offset);
  }

  append(piece: string, line: number): void {
    this.#lines.piece(this.#base + this.text.length, line);
    this.text += piece;
  }

  moveTo(start: number, end: number): void {
    this.start = start;
    this.end = end;
    this.from = Math.max(0, start - reach.behind);
    this.to = Math.min(this.text.length, start + reach.ahead);
  }

  /** Lets go of everything before that index. */
  forget(until: number): void {
    this.#lines.forget(this.text, this.#base, until);
    this.text = detached(this.text.slice(until));
    this.#base += until;
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
