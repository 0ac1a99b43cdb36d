import {
  BorderStyle,
  ConcreteHyperlink,
  HeadingLevel,
  type IContext,
  type IXmlableObject,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { oneLine, paragraphs, webAddress } from '../../text/escape.ts';

/* What the checklist is made of. Every text goes through `escape.ts` here and nowhere else. */

/** A4 between margins of 2 cm, in twips (1/1440 inch). */
export const pageMargin = 1134;
export const textWidth = 11_906 - 2 * pageMargin;

/** What a text is about, which decides its colours: `open` is what a person still has to see to. */
export type Tone = 'plain' | 'label' | 'quiet' | 'good' | 'open' | 'bad';

export interface Text {
  readonly text: string;
  readonly tone?: Tone;
  readonly bold?: boolean;
  /** Fixed width, for identifiers, paths and hashes. */
  readonly code?: boolean;
  readonly small?: boolean;
  /** In a cell: on the line of the text before it. */
  readonly inline?: boolean;
  /** Makes it a link, if it is an address of the web. */
  readonly href?: string | undefined;
  /** Cut after so many characters; default 4000. */
  readonly max?: number;
}

/** The lines of a cell, each a paragraph. */
export type Cell = string | Text | readonly (string | Text)[];

/** What the form asks for and the evidence doesn't have. */
export const notRecorded: Text = { text: 'not recorded', tone: 'open' };

const fills: Readonly<Record<Tone, string | undefined>> = {
  plain: undefined,
  label: 'F3F5F8',
  quiet: undefined,
  good: 'E3F3E6',
  open: 'FFF3D6',
  bad: 'FCE4E2',
};
/** undefined: as the document's text is. */
const inks: Readonly<Record<Tone, string | undefined>> = {
  plain: undefined,
  label: undefined,
  quiet: '6B7280',
  good: '14532D',
  open: '7A4B00',
  bad: '8B1A10',
};
const headFill = '1F3A5F';
const line = { style: BorderStyle.SINGLE, size: 4, color: 'C3CAD4' } as const;

export function heading(text: string, level: 1 | 2): Paragraph {
  return new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    children: [new TextRun(oneLine(text, 200))],
  });
}

export function prose(text: string | Text | readonly (string | Text)[], keepNext = false): Paragraph {
  const parts = isList(text) ? text : [text];
  const children = parts.flatMap((part) => runs(asText(part)));
  return new Paragraph({ spacing: { after: 120 }, ...kept(keepNext), children });
}

interface TableOptions {
  /** Repeated on every page that the table goes on to. */
  readonly head?: readonly string[];
  /** Kept on one page, if it fits on one. */
  readonly together?: boolean;
}

/** A table over the width of the text; `widths` are the columns' shares of it. */
export function table(
  widths: readonly number[],
  rows: readonly (readonly Cell[])[],
  options: TableOptions = {},
): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.round((width / whole) * textWidth));
  const head = options.head === undefined ? [] : [headRow(options.head, columns)];
  const body = rows.map((cells, index) =>
    bodyRow(cells, columns, options.together === true && index < rows.length - 1),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    margins: { marginUnitType: WidthType.DXA, top: 50, bottom: 50, left: 100, right: 100 },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [...head, ...body],
  });
}

/** Between two tables, which Word would join otherwise. */
export function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 160 }, children: [] });
}

function headRow(titles: readonly string[], columns: readonly number[]): TableRow {
  const cells = titles.map((title, index) => {
    const children = [new TextRun({ text: oneLine(title), bold: true, color: 'FFFFFF' })];
    return cell(columns[index] ?? 0, headFill, [new Paragraph({ keepNext: true, children })]);
  });
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

function bodyRow(cells: readonly Cell[], columns: readonly number[], keepNext: boolean): TableRow {
  const made = cells.map((content, index) => {
    const lines = (isList(content) ? content : [content]).map(asText);
    const fill = lines.map(({ tone = 'plain' }) => fills[tone]).find((found) => found !== undefined);
    // Word wants a paragraph in every cell.
    const texts = lines.length === 0 ? [{ text: '' }] : lines;
    return cell(
      columns[index] ?? 0,
      fill,
      paragraphsOf(texts).map((parts) => new Paragraph({ ...kept(keepNext), children: parts.flatMap(runs) })),
    );
  });
  return new TableRow({ cantSplit: true, children: made });
}

/** On one page with the next paragraph. What is the default anyway is left out: it would be half of the document. */
function kept(keepNext: boolean): { readonly keepNext?: true } {
  return keepNext ? { keepNext } : {};
}

function paragraphsOf(texts: readonly Text[]): readonly (readonly Text[])[] {
  const made: Text[][] = [];
  for (const text of texts) {
    const last = made.at(-1);
    if (text.inline === true && last !== undefined) last.push({ ...text, text: ` ${text.text}` });
    else made.push([text]);
  }
  return made;
}

function cell(width: number, fill: string | undefined, children: readonly Paragraph[]): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children,
  });
}

function runs(text: Text): (TextRun | Link)[] {
  const { tone = 'plain', bold = false, code = false, small = false, max = 4000 } = text;
  const href = webAddress(text.href);
  // Parts of one line keep the space between them.
  const before = text.text.startsWith(' ') ? ' ' : '';
  const after = text.text.endsWith(' ') ? ' ' : '';
  const made = `${before}${paragraphs(text.text, max)}${after}`.split('\n').map(
    (content, index) =>
      new TextRun({
        text: content,
        ...(bold ? { bold } : {}),
        ...(href === undefined ? inked(inks[tone]) : { color: '0B5CAD', underline: {} }),
        ...(code ? { font: 'Courier New' } : {}),
        ...(small ? { size: 16 } : {}),
        ...(index === 0 ? {} : { break: 1 }),
      }),
  );
  return href === undefined ? made : [new Link(href, made)];
}

function inked(color: string | undefined): { readonly color?: string } {
  return color === undefined ? {} : { color };
}

/** A hyperlink that the same document numbers the same; docx's own has an id by chance. */
class Link extends ConcreteHyperlink {
  readonly #href: string;
  readonly #content: readonly TextRun[];

  constructor(href: string, content: readonly TextRun[]) {
    super(content, '');
    this.#href = href;
    this.#content = content;
  }

  override prepForXml(context: IContext): IXmlableObject | undefined {
    const { Relationships } = context.viewWrapper;
    const id = `Link${Relationships.RelationshipCount + 1}`;
    Relationships.addRelationship(id, hyperlink, this.#href, 'External');
    return new ConcreteHyperlink(this.#content, id).prepForXml(context);
  }
}
const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

function asText(part: string | Text): Text {
  return typeof part === 'string' ? { text: part } : part;
}

function isList(content: Cell): content is readonly (string | Text)[] {
  return Array.isArray(content);
}
