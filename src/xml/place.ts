/**
 * Line and column while a text goes by in pieces. Asked only for places further and further on. Lines end with a line
 * feed; columns count code points.
 */
export class Place {
  #piece = '';
  #line = 1;
  /** Index in the piece where the current line begins, or 0 when it began in an earlier piece. */
  #lineStart = 0;
  /** Code points of the current line in earlier pieces. */
  #before = 0;
  #nextBreak = Infinity;

  /** Goes on with another piece, which begins at the index `from` of the one before. */
  moveTo(piece: string, from: number): void {
    this.line(from);
    this.#before += codePoints(this.#piece.slice(this.#lineStart, from));
    this.#lineStart = 0;
    this.#piece = piece;
    this.#nextBreak = this.#find(0);
  }

  /** 1-based. */
  line(index: number): number {
    while (this.#nextBreak < index) {
      this.#line++;
      this.#lineStart = this.#nextBreak + 1;
      this.#before = 0;
      this.#nextBreak = this.#find(this.#lineStart);
    }
    return this.#line;
  }

  /** Both 1-based. */
  lineAndColumn(index: number): readonly [line: number, column: number] {
    const line = this.line(index);
    return [line, this.#before + codePoints(this.#piece.slice(this.#lineStart, index)) + 1];
  }

  /** The index of the first line feed that hasn't been passed; infinite when there is none. */
  get nextBreak(): number {
    return this.#nextBreak;
  }

  #find(from: number): number {
    const found = this.#piece.indexOf('\n', from);
    return found === -1 ? Infinity : found;
  }
}

function codePoints(text: string): number {
  const pairs = text.match(/[\uDC00-\uDFFF]/g);
  return text.length - (pairs?.length ?? 0);
}
