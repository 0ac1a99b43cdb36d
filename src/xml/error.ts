export interface ErrorPlace {
  /** Index in the text at hand; `XmlReader` turns it into line and column. */
  readonly index?: number | undefined;
  /** 1-based. */
  readonly line?: number | undefined;
  /** 1-based, in code points. */
  readonly column?: number | undefined;
}

/** Why a document can't be read any further. Thrown by `XmlReader`, and by those who are told of its elements. */
export class XmlError extends Error {
  /** `malformed`: XML doesn't allow it, or it was cut off. `unexpected`: well-formed, but not the document that was wanted. */
  readonly kind: 'malformed' | 'unexpected';
  readonly place: ErrorPlace;
  /** What to do about it, a sentence. */
  readonly next: string | undefined;

  constructor(kind: XmlError['kind'], message: string, place: ErrorPlace = {}, next?: string) {
    super(message);
    this.kind = kind;
    this.place = place;
    this.next = next;
  }
}

/** @param what a clause that goes on after 'It is not well-formed XML: ' */
export function malformed(what: string, index: number): XmlError {
  return new XmlError('malformed', what, { index });
}
