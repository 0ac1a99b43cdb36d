import { SaxesParser, type SaxesTagNS } from 'saxes';

/** A form that can't or shouldn't be used. The only exception of this room, never let out of it; its message is for the user. */
export class FormRefused extends Error {
  constructor(what: string, next: string) {
    super(`${what} ${next}`);
    this.name = 'FormRefused';
  }
}

/** What to do about a file that arrived broken. */
export const downloadAgain = "Download HMRC's form again, or open it in Word and save it as .docx.";

/** What to do about a file that nobody should fill in. */
export const takeHmrcs = 'Use the form as HMRC offers it, a plain Word document (.docx) without macros.';

/** Word nests a few dozen deep; deeper than this is an attack on the reader. */
const maxDepth = 400;

interface XmlHandler {
  /** `start` and `end` are offsets of the start tag in the text: of its `<` and after its `>`. */
  open(tag: SaxesTagNS, start: number, end: number): void;
  /** The same of the end tag. Of an empty-element tag both are the end of that tag. */
  close(tag: SaxesTagNS, start: number, end: number): void;
  /** Text between two tags, decoded. */
  text?(text: string): void;
}

/**
 * Reads a part of the package with the position of every tag. A document type is refused, and with it every
 * entity of its own and every external one.
 *
 * @param part Name of the part, for messages.
 * @throws FormRefused when the text is not well-formed.
 */
export function readXml(text: string, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true, position: true });
  let depth = 0;
  parser.on('error', (error) => {
    throw new FormRefused(
      `The template is damaged: '${part}' is not well-formed XML (${error.message}).`,
      downloadAgain,
    );
  });
  parser.on('doctype', () => {
    throw doctype(part);
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(?:utf-8|us-ascii)$/iu.test(encoding)) {
      throw encodingRefused(part);
    }
  });
  parser.on('opentag', (tag) => {
    depth++;
    if (depth > maxDepth) {
      throw new FormRefused(`The template's '${part}' is nested too deeply.`, takeHmrcs);
    }
    const end = parser.position;
    // Well-formed attributes hold no '<', so the last one begins the tag.
    handler.open(tag, text.lastIndexOf('<', end - 1), end);
  });
  parser.on('closetag', (tag) => {
    depth--;
    const end = parser.position;
    handler.close(tag, tag.isSelfClosing ? end : text.lastIndexOf('<', end - 1), end);
  });
  if (handler.text !== undefined) {
    const told = handler.text.bind(handler);
    parser.on('text', told);
    parser.on('cdata', told);
  }
  parser.write(text).close();
}

/**
 * Text of a part that is UTF-8, without its byte order mark.
 *
 * @throws FormRefused for every other encoding.
 */
export function decodePart(bytes: Uint8Array, part: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw encodingRefused(part);
  }
}

/**
 * A document type has no business in any part of a Word document. Looks without parsing, whatever the encoding.
 *
 * @throws FormRefused
 */
export function refuseDoctype(bytes: Uint8Array, part: string): void {
  const text = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '');
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) {
    throw doctype(part);
  }
}

function encodingRefused(part: string): FormRefused {
  return new FormRefused(`The template's '${part}' is not UTF-8.`, 'Open it in Word and save it as .docx.');
}

function doctype(part: string): FormRefused {
  return new FormRefused(
    `The template's '${part}' declares a document type or entities, which no Word document does.`,
    takeHmrcs,
  );
}

const token = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|&(#x?[0-9a-f]+|\w+);|[\s\S]/giu;
const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The text that a stretch of well-formed XML without elements stands for. */
export function decodeText(source: string): string {
  if (!/[<&]/u.test(source)) {
    return source;
  }
  return source.replace(token, (whole, characters?: string, entity?: string) => {
    if (characters !== undefined) {
      return characters;
    }
    if (entity !== undefined) {
      return entities.get(entity) ?? numbered(entity);
    }
    return whole.startsWith('<') ? '' : whole;
  });
}

function numbered(entity: string): string {
  const code = /^#x/iu.test(entity) ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Text for the content of an element. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
