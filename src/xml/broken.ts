/**
 * Thrown inside this folder when a report can't be read any further, and turned into a Finding by `readReport`:
 * callers of this folder never see it.
 */
export class ReportBroken extends Error {
  readonly kind: 'unreadable' | 'not-junit';
  /** 1-based, undefined where no place can be named. */
  readonly line: number | undefined;
  /** 1-based, in code points. */
  readonly column: number | undefined;

  constructor(kind: 'unreadable' | 'not-junit', message: string, line?: number, column?: number) {
    super(message);
    this.kind = kind;
    this.line = line;
    this.column = column;
  }
}
