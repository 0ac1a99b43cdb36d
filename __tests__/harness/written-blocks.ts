import { readFileSync, writeFileSync } from 'node:fs';

/*
 * Tables in pages for people that are written from what the code goes by, so that they can't drift from it. In the page
 * they stand between `<!-- name -->` and `<!-- end -->`. `npm run docs` has the tests that hold them write them anew.
 */

/** What makes each block of a page, by its name. */
export type Blocks = Readonly<Record<string, () => string>>;

/** A Markdown table. */
export function markdownTable(head: readonly string[], body: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

/** The text of a page, its blocks written first where that is asked for. */
export function readPage(page: URL, blocks: Blocks): string {
  let text = readFileSync(page, 'utf8');
  if (process.env['UPDATE_README'] !== undefined) {
    for (const [name, make] of Object.entries(blocks)) {
      text = text.replace(blockNamed(name), (_, open: string, close: string) => `${open}\n${make()}\n\n${close}`);
    }
    writeFileSync(page, text);
  }
  return text;
}

/** A block as it stands in a text, with its marks; undefined where there is none of that name. */
export function blockIn(text: string, name: string): string | undefined {
  return blockNamed(name).exec(text)?.[0];
}

function blockNamed(name: string): RegExp {
  return new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- end -->)`);
}
