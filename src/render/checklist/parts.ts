import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
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

/** What the checklist is made of. Every text goes through `escape.ts` here and nowhere else. */

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
const inks: Readonly<Record<Tone, string>> = {
  plain: '1F2328',
  label: '1F2328',
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
  return new Paragraph({ spacing: { after: 120 }, keepNext, children: parts.flatMap((part) => runs(asText(part))) });
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
      paragraphsOf(texts).map(
        (parts) => new Paragraph({ keepNext, alignment: AlignmentType.LEFT, children: parts.flatMap(runs) }),
      ),
    );
  });
  return new TableRow({ cantSplit: true, children: made });
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
    margins: { top: 50, bottom: 50, left: 100, right: 100 },
    verticalAlign: VerticalAlign.CENTER,
    ...(fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill } }),
    children,
  });
}

function runs(text: Text): (TextRun | ExternalHyperlink)[] {
  const { tone = 'plain', bold = false, code = false, small = false, max = 4000 } = text;
  const href = webAddress(text.href);
  // Parts of one line keep the space between them.
  const before = text.text.startsWith(' ') ? ' ' : '';
  const after = text.text.endsWith(' ') ? ' ' : '';
  const made = `${before}${paragraphs(text.text, max)}${after}`.split('\n').map(
    (content, index) =>
      new TextRun({
        text: content,
        bold,
        color: href === undefined ? inks[tone] : '0B5CAD',
        ...(href === undefined ? {} : { underline: {} }),
        ...(code ? { font: 'Courier New' } : {}),
        ...(small ? { size: 16 } : {}),
        ...(index === 0 ? {} : { break: 1 }),
      }),
  );
  return href === undefined ? made : [new ExternalHyperlink({ link: href, children: made })];
}

function asText(part: string | Text): Text {
  return typeof part === 'string' ? { text: part } : part;
}

function isList(content: Cell): content is readonly (string | Text)[] {
  return Array.isArray(content);
}
