import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

/** What a reader of the Word document sees, a line for each paragraph or table row: for golden files. */
export function docxText(bytes: Uint8Array): string {
  const xml = docxPart(bytes, 'word/document.xml');
  const body = new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName('w:body')[0];
  if (body === undefined) throw new Error('The document has no body.');
  const lines = elements(body).flatMap((element) => {
    if (element.tagName === 'w:p') return [paragraphText(element)];
    if (element.tagName === 'w:tbl') return elements(element, 'w:tr').map(rowText);
    return [];
  });
  return `${lines.filter((line, index) => line !== '' || lines[index - 1] !== '').join('\n')}\n`;
}

export function docxPart(bytes: Uint8Array, path: string): string {
  const part = unzipSync(bytes)[path];
  if (part === undefined) throw new Error(`The package has no ${path}.`);
  return strFromU8(part);
}

function rowText(row: Element): string {
  const cells = elements(row, 'w:tc').map((cell) => elements(cell, 'w:p').map(paragraphText).join(' / '));
  return `| ${cells.join(' | ')} |`;
}

function paragraphText(paragraph: Element): string {
  const style = paragraph.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val') ?? '';
  const mark = /^Heading\d$/u.test(style) ? `${'#'.repeat(Number(style.at(-1)))} ` : '';
  return mark + textOf(paragraph);
}

function textOf(node: Node): string {
  if (node.nodeName === 'w:t') return node.textContent ?? '';
  if (node.nodeName === 'w:br') return ' ⏎ ';
  return [...node.childNodes].map(textOf).join('');
}

function elements(parent: Element, name?: string): Element[] {
  return [...parent.childNodes].filter(
    (node): node is Element => node.nodeType === 1 && (name === undefined || node.nodeName === name),
  );
}
