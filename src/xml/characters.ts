/* What becomes of characters before anybody sees them: line ends made one, forbidden ones replaced. */
import { malformed } from './error.ts';
import type { Position } from './position.ts';

const forbiddenRanges = [String.raw`\0-\x08`, String.raw`\x0B\x0C`, String.raw`\x0E-\x1F`, String.raw`\uFFFE\uFFFF`];
/**
 * Characters that XML 1.0 forbids everywhere, in text that has no lone surrogates (production 2). V8 searches
 * for the few in half the time that it takes to search for what is none of the many.
 */
const forbidden = new RegExp(`[${forbiddenRanges.join('')}]`);
const everyForbidden = new RegExp(forbidden, 'g');
export const replacement = '\ufffd';

/** Characters that XML forbids, read as U+FFFD because they carry no structure. */
export interface Replaced {
  readonly count: number;
  /** Of the first, 1-based. */
  readonly line: number;
  /** Of the first, 1-based, in code points. */
  readonly column: number;
}

/** Replaces and counts forbidden characters in what may have them: character data, attribute values, comments. */
export class ForbiddenCharacters {
  #mayHave = false;
  #replaced: Replaced | undefined;
  /** Where they stand in what is being read. */
  #pending: number[] = [];

  get replaced(): Replaced | undefined {
    return this.#replaced;
  }

  /** Whether the text at hand may have any. */
  get mayHave(): boolean {
    return this.#mayHave;
  }

  /** More text has come. */
  lookAt(added: string): void {
    this.#mayHave ||= forbidden.test(added);
  }

  /** From here on, this is the text at hand. */
  moveTo(piece: string): void {
    this.#mayHave &&= forbidden.test(piece);
  }

  isOne(character: string): boolean {
    return forbidden.test(character);
  }

  /** @throws XmlError when one stands where none is replaced */
  refuse(piece: string, start: number, end: number): void {
    const found = this.#mayHave ? piece.slice(start, end).search(forbidden) : -1;
    if (found >= 0) throw malformed('a character that XML forbids stands in its markup', start + found);
  }

  /** The text, which begins at `start`, with U+FFFD in place of each; they count once `confirm` is called. */
  without(text: string, start: number): string {
    if (!this.#mayHave) return text;
    return text.replace(everyForbidden, (_character, index: number) => {
      this.note(start + index);
      return replacement;
    });
  }

  /** One stands there, as a reference. */
  readonly note = (index: number): void => {
    this.#pending.push(index);
  };

  /** What was read has been read for good. */
  confirm(position: Position): void {
    if (this.#pending.length === 0) return;
    const first = this.#pending.reduce((a, b) => Math.min(a, b));
    const { count, line, column } = this.#replaced ?? { count: 0, ...position.lineAndColumn(first) };
    this.#replaced = { count: count + this.#pending.length, line, column };
    this.#pending = [];
  }

  /** What was read will be read again. */
  discard(): void {
    this.#pending = [];
  }
}

/** Line ends as XML wants them: CR LF and CR are LF (2.11). */
export class LineEnds {
  #endsWithReturn = false;

  unify(text: string): string {
    const whole = this.#endsWithReturn ? `\r${text}` : text;
    this.#endsWithReturn = whole.endsWith('\r');
    const sure = this.#endsWithReturn ? whole.slice(0, -1) : whole;
    return sure.includes('\r') ? sure.replace(/\r\n?/g, '\n') : sure;
  }

  /** What is left at the end of the document. */
  end(): string {
    return this.#endsWithReturn ? '\n' : '';
  }
}
