import { Mistake } from './mistake.ts';
import { endOfName } from './names.ts';

const predefined = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** In characters. Longer than any reference that means something. */
export const LONGEST_REFERENCE = 64;

/**
 * Replaces character references and the five entities that XML defines itself. There are no others: a document that
 * declares entities is refused, so nothing can ever be expanded to more than it is.
 *
 * @param base where `text` begins, for the place of a mistake
 * @throws Mistake
 */
export function resolveReferences(text: string, base: number): string {
  let resolved = '';
  let from = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    const name = end === -1 || end - at > LONGEST_REFERENCE ? '' : text.slice(at + 1, end);
    const value = predefined.get(name) ?? characterOf(name);
    if (value === undefined) throw new Mistake(explain(name), base + at);
    resolved += text.slice(from, at) + value;
    from = end + 1;
  }
  return resolved + text.slice(from);
}

function characterOf(reference: string): string | undefined {
  const match = /^#(?:x([\dA-Fa-f]+)|(\d+))$/.exec(reference);
  if (match === null) return undefined;
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** XML 1.0, production 2. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff);
}

function explain(name: string): string {
  if (/^#\w*$/.test(name)) return 'a reference is to no character that XML allows';
  if (name !== '' && endOfName(name, 0) === name.length) {
    return `the entity &${name}; is none of XML's own, and declared ones are never expanded`;
  }
  return 'an ampersand stands alone; it has to be written as &amp;';
}
