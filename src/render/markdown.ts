import { markdownCode } from '../text/escape.ts';
import type { Section, SectionId } from './sections.ts';

/** Blocks of Markdown as sections. Everything handed in is Markdown already: hostile text has been through `escape.ts`. */

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
  const table = `${row(head)}\n${row(head.map(() => '---'))}`;
  return section(block, table, rows.map(row), (count) => row([`… and ${count} more`, ...head.slice(1).map(() => '')]));
}

/** A list, numbered where the order matters. */
export function listSection(block: Block, items: readonly string[], numbered = false): Section {
  return section(
    block,
    '',
    items.map((item, index) => `${numbered ? `${index + 1}.` : '-'} ${item}`),
    (count) => `${numbered ? `${items.length - count + 1}.` : '-'} … and ${count} more`,
  );
}

function section(block: Block, before: string, rows: readonly string[], more: Section['more']): Section {
  const { id, title, priority, intro = '', folded = false } = block;
  const heading = folded ? `<details>\n<summary>${title}</summary>` : `### ${title}`;
  const parts = [heading, intro, before].filter((part) => part !== '');
  // A list or table needs an empty line before it; a table's rows follow its head directly.
  const open = before === '' && rows.length > 0 ? `${parts.join('\n\n')}\n` : parts.join('\n\n');
  return { id, title, priority, open, rows, close: folded ? '\n</details>' : '', more };
}

function row(cells: readonly string[]): string {
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
