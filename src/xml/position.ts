/** Line and column while a text goes by in pieces. Asked for places in the order of the text. */
export class Position {
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

  /** 1-based. Lines end with a line feed. */
  line(index: number): number {
    while (this.#nextBreak < index) {
      this.#line++;
      this.#lineStart = this.#nextBreak + 1;
      this.#before = 0;
      this.#nextBreak = this.#find(this.#lineStart);
    }
    return this.#line;
  }

  /** Both 1-based; columns count code points. */
  lineAndColumn(index: number): { readonly line: number; readonly column: number } {
    const line = this.line(index);
    return { line, column: this.#before + codePoints(this.#piece.slice(this.#lineStart, index)) + 1 };
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

/** Where a mark stands next in a text, without searching again and again. Asked for places in the order of the text. */
export class NextIndex {
  readonly #text: string;
  readonly #mark: string;
  #found = -1;

  constructor(text: string, mark: string) {
    this.#text = text;
    this.#mark = mark;
  }

  /** Index of the first mark from `at` on; infinite when there is none. */
  from(at: number): number {
    if (this.#found < at) {
      const found = this.#text.indexOf(this.#mark, at);
      this.#found = found === -1 ? Infinity : found;
    }
    return this.#found;
  }
}
