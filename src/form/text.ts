import { visibleText } from '../text/escape.ts';

const TOKEN = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|&(#x?[0-9a-f]+|\w+);|[\s\S]/giu;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The text that a stretch of well-formed XML without elements stands for. */
export function decodeText(source: string): string {
  if (!/[<&]/u.test(source)) return source;
  return source.replace(TOKEN, (whole, characters?: string, entity?: string) => {
    if (characters !== undefined) return characters;
    if (entity !== undefined) return ENTITIES.get(entity) ?? numbered(entity);
    return whole.startsWith('<') ? '' : whole;
  });
}

function numbered(entity: string): string {
  const code = /^#x/iu.test(entity) ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** A value as it may stand in the form: no invisible signs, line breaks as `\n`, no white space at its ends. */
export function cleanValue(text: string): string {
  return visibleText(text).trim();
}

/** Text for the content of an element. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
