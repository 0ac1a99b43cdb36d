/** What is read of a Word document: its paragraphs' text, and where each piece of it stands in the source. */

/** A stretch of the document's source. */
export interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** A property of a run (`<w:b/>`) as it is written. */
export interface Property {
  readonly name: string;
  readonly source: string;
}

/** A content control (`w:sdt`). */
export interface Control {
  readonly outer: Control | undefined;
  /** The element that says that its text is only a prompt; undefined when it isn't. */
  prompt: Span | undefined;
  /** The state of a `w14:checkbox`: its element, where there is one, and the glyphs it shows. */
  checkbox: { state: Span | undefined; element: Span; prefix: string; on: string; off: string } | undefined;
}

export interface Run extends Span {
  end: number;
  readonly properties: Property[];
  /** The innermost one around it. */
  readonly control: Control | undefined;
  readonly pieces: Piece[];
  /** Holds something that is no text: a picture, a field, a note. */
  hasOther: boolean;
  /** End of the paragraph's own child that the run stands in: a hyperlink's, a control's, its own. */
  childEnd: number;
}

/** Text, tab or line break of a run. */
export interface Piece {
  readonly run: Run;
  readonly element: Span;
  /** What stands between the tags of a `w:t`; undefined for all else. */
  readonly content: Span | undefined;
  /** Its place in the paragraph's text. */
  readonly from: number;
  readonly to: number;
}

export interface Paragraph extends Span {
  end: number;
  /** Tabs are `\t`, breaks `\n`. */
  text: string;
  readonly pieces: Piece[];
  /** Where a new first run goes; of `<w:p/>` the offset of its `/>`. */
  insertAt: number;
  readonly isEmptyElement: boolean;
  /** The prefix of WordprocessingML with its colon: `w:`. */
  readonly prefix: string;
  readonly container: Container;
  isListItem: boolean;
  /** The half of an `mc:AlternateContent` that it stands in. */
  readonly branch: 'choice' | 'fallback' | undefined;
}

/** What holds paragraphs: the body, a table's cell, a text box. */
export interface Container {
  /** The cells of its row, itself among them, when it is a cell. */
  readonly row: readonly Container[] | undefined;
  /** In order; `table` stands for a whole one. */
  readonly blocks: (Paragraph | 'table')[];
}
