import { markdownCode } from '../text/escape.ts';

/* Blocks of Markdown as sections. Everything handed in is Markdown already: hostile text has been through `escape.ts`. */

interface Block {
  readonly id: SectionId;
  /** Heading, or the line to click on when folded. */
  readonly title: string;
  readonly priority: number;
  /** Put before the rows. */
  readonly intro?: string | undefined;
  /** Hidden until asked for. */
  readonly folded?: boolean;
}

/** A table with one row for each of `rows`, which hold as many cells as `head`. */
export function tableSection(block: Block, head: readonly string[], rows: readonly (readonly string[])[]): Section {
  const table = `${tableRow(head)}\n${tableRow(head.map(() => '---'))}`;
  return blockSection(block, table, rows.map(tableRow), (count) =>
    tableRow([`… and ${count} more`, ...head.slice(1).map(() => '')]),
  );
}

/** A list, numbered where the order matters. */
export function listSection(block: Block, items: readonly string[], numbered = false): Section {
  return blockSection(
    block,
    '',
    items.map((item, index) => `${numbered ? `${index + 1}.` : '-'} ${item}`),
    (count) => `${numbered ? `${items.length - count + 1}.` : '-'} … and ${count} more`,
  );
}

function blockSection(block: Block, before: string, rows: readonly string[], more: Section['more']): Section {
  const { id, title, priority, intro = '', folded = false } = block;
  const heading = folded ? `<details>\n<summary>${title}</summary>` : `### ${title}`;
  const parts = [heading, intro, before].filter((part) => part !== '');
  // A list or table needs an empty line before it; a table's rows follow its head directly.
  const open = before === '' && rows.length > 0 ? `${parts.join('\n\n')}\n` : parts.join('\n\n');
  return { id, title, priority, open, rows, close: folded ? '\n</details>' : '', more };
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Lines inside one cell or list item. */
export function stacked(...lines: readonly (string | undefined)[]): string {
  return lines.filter((line) => line !== undefined && line !== '').join('<br>');
}

/** `results/a.xml:12` */
export function placeCode(file: string, line?: number): string {
  return markdownCode(line === undefined ? file : `${file}:${line}`, 200);
}

/**
 * Markdown in pieces that can be left out or shortened without breaking what is around them: a summary of many pages
 * has to fit into the limits of GitHub, which cuts or refuses what is too long.
 */
export interface Section {
  readonly id: SectionId;
  /** For the note that says what was left out. Plain text of our own. */
  readonly title: string;
  /** The greater, the earlier it is given up; 0 is kept as long as anything is. */
  readonly priority: number;
  /** Heading, opening tags, table head: what stands before the rows, without an end of line. */
  readonly open: string;
  /** Lines that can be left out from the end on. */
  readonly rows: readonly string[];
  /** What stands after the rows. */
  readonly close: string;
  /** A row in place of those left out. */
  readonly more: (count: number) => string;
}

type SectionId =
  | 'around'
  | 'because'
  | 'documents'
  | 'verdict'
  | 'requirements'
  | 'also-required'
  | 'next'
  | 'timeline'
  | 'timeline-text'
  | 'evidence'
  | 'not-required'
  | 'recommended'
  | 'decisions'
  | 'form'
  | 'mails'
  | 'remarks'
  | 'files'
  | 'method';

interface Shown {
  readonly section: Section;
  readonly rows: number;
}

/**
 * Puts the sections together in their order, in at most `maxBytes` bytes of UTF-8. What is too much is given up from the least
 * important section on: first rows, then whole sections; a note at the end says so. No character is cut in two
 * and no table or `<details>` left open.
 */
export function fitSections(sections: readonly Section[], maxBytes: number): string {
  let shown: readonly Shown[] = sections.map((section) => ({ section, rows: section.rows.length }));
  const dropped: Section[] = [];
  const byPriority = sections
    .map((section, index) => ({ section, index }))
    .filter(({ section }) => section.priority > 0)
    .toSorted((a, b) => b.section.priority - a.section.priority || b.index - a.index);
  for (const { section: least } of byPriority) {
    const excess = utf8Length(assemble(shown, dropped)) - maxBytes;
    if (excess <= 0) return assemble(shown, dropped);
    const rows = rowsThatFit(least, utf8Length(sectionText(least)) - excess);
    if (rows > 0) return assemble(withRows(shown, least, rows), dropped);
    dropped.push(least);
    shown = shown.filter(({ section }) => section !== least);
  }
  const rest = assemble(shown, dropped);
  return utf8Length(rest) <= maxBytes ? rest : firstLines(rest, maxBytes);
}

/** The section as it stands alone, with its first `rows` rows. */
function sectionText(section: Section, rows = section.rows.length): string {
  const left = section.rows.length - rows;
  return [section.open, ...section.rows.slice(0, rows), left > 0 ? section.more(left) : '', section.close]
    .filter((part) => part !== '')
    .join('\n');
}

export function utf8Length(text: string): number {
  return encoder.encode(text).length;
}

const encoder = new TextEncoder();

function assemble(shown: readonly Shown[], dropped: readonly Section[]): string {
  const texts = shown.map(({ section, rows }) => sectionText(section, rows));
  if (dropped.length > 0) {
    const titles = [...new Set(dropped.map(({ title }) => title))].toReversed();
    texts.push(`_Left out here because it is too long: ${titles.join(', ')}. The JSON report has everything._`);
  }
  return `${texts.join('\n\n')}\n`;
}

function withRows(shown: readonly Shown[], section: Section, rows: number): readonly Shown[] {
  return shown.map((item) => (item.section === section ? { section, rows } : item));
}

/** How many rows can stay if the section may have that many bytes; 0 when not one can. */
function rowsThatFit(section: Section, bytes: number): number {
  // With the longest note of what is missing: with fewer rows missing it only gets shorter.
  let used = utf8Length(sectionText(section, 0));
  let rows = 0;
  for (const row of section.rows) {
    used += utf8Length(row) + 1;
    if (used > bytes) return rows;
    rows += 1;
  }
  return rows;
}

/** Whole lines as far as they fit; of a first line that doesn't, whole characters. */
function firstLines(text: string, maxBytes: number): string {
  const bytes = encoder.encode(text).subarray(0, Math.max(0, maxBytes));
  // A cut in the middle of a character leaves a replacement character at the end, at most.
  const head = new TextDecoder().decode(bytes).replace(/\uFFFD+$/u, '');
  const end = head.lastIndexOf('\n');
  return end > 0 ? head.slice(0, end + 1) : head;
}
