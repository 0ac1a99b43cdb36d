import type { SaxesTagNS } from 'saxes';

/* What is read of a Word document: its paragraphs' text, and where each piece of it stands in the source. */

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
  /** The element that takes its text from a part of data instead, whatever is written into it. */
  binding: Span | undefined;
  checkbox: CheckBox | undefined;
}

/** A `w14:checkbox`. */
interface CheckBox {
  /** The element of its state, where there is one. */
  state: Span | undefined;
  isTicked: boolean;
  readonly element: Span;
  readonly prefix: string;
  /** The characters that it shows. */
  on: string;
  off: string;
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

/**
 * Notes what an element among the properties of a content control says of it: that its text is a prompt, that it is a
 * check box. What has to be known of the whole element is noted by the function returned, when the element ends.
 */
export function noteControl(
  control: Control,
  name: string,
  tag: SaxesTagNS,
  { start, end }: Span,
): ((whole: Span) => void) | undefined {
  switch (name) {
    case 'w:showingPlcHdr':
      return (whole) => {
        control.prompt = whole;
      };
    case 'w:dataBinding':
    case 'w15:dataBinding':
      return (whole) => {
        control.binding = whole;
      };
    case 'w14:checkbox': {
      const prefix = tag.prefix === '' ? '' : `${tag.prefix}:`;
      control.checkbox = { state: undefined, isTicked: false, element: { start, end }, prefix, on: '☒', off: '☐' };
      return undefined;
    }
    default:
      return control.checkbox === undefined ? undefined : noteCheckbox(control.checkbox, name, tag);
  }
}

function noteCheckbox(
  checkbox: NonNullable<Control['checkbox']>,
  name: string,
  tag: SaxesTagNS,
): ((whole: Span) => void) | undefined {
  switch (name) {
    case 'w14:checked':
      return (whole) => {
        checkbox.state = whole;
        checkbox.isTicked = /^(?:1|true|on)$/u.test(valueOf(tag) ?? '1');
      };
    case 'w14:checkedState':
      checkbox.on = glyphOf(tag) ?? checkbox.on;
      return undefined;
    case 'w14:uncheckedState':
      checkbox.off = glyphOf(tag) ?? checkbox.off;
      return undefined;
    default:
      return undefined;
  }
}

/** The box whose number the element gives in hexadecimal (`w14:val="2612"`); undefined for signs that are no boxes. */
function glyphOf(tag: SaxesTagNS): string | undefined {
  const value = valueOf(tag);
  return ['☐', '☑', '☒'].find((box) => box.codePointAt(0)?.toString(16) === value?.toLowerCase());
}

function valueOf(tag: SaxesTagNS): string | undefined {
  return Object.values(tag.attributes).find(({ local }) => local === 'val')?.value;
}
