import { SaxesParser, type SaxesTagNS } from 'saxes';
import { DOWNLOAD_AGAIN, Refused, TAKE_HMRCS } from './refused.ts';

/** Word nests a few dozen deep; deeper than this is an attack on whoever reads it. */
const MAX_DEPTH = 400;

export interface XmlHandler {
  /** `start` and `end` are offsets of the start tag in the text: of its `<` and behind its `>`. */
  open(tag: SaxesTagNS, start: number, end: number): void;
  /** The same of the end tag. Of an empty-element tag both are the end of that tag. */
  close(tag: SaxesTagNS, start: number, end: number): void;
}

/**
 * Reads a part of the package with the position of every tag. A document type is refused, and with it every
 * entity of its own and every external one.
 *
 * @param part Name of the part, for messages.
 * @throws Refused when the text is not well-formed.
 */
export function readXml(text: string, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true, position: true });
  let depth = 0;
  parser.on('error', (error) => {
    throw new Refused(`The template is damaged: '${part}' is no readable XML (${error.message}).`, DOWNLOAD_AGAIN);
  });
  parser.on('doctype', () => {
    throw doctype(part);
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(?:utf-8|us-ascii)$/iu.test(encoding)) throw encodingRefused(part);
  });
  parser.on('opentag', (tag) => {
    depth++;
    if (depth > MAX_DEPTH) throw new Refused(`The template's '${part}' is nested too deeply.`, TAKE_HMRCS);
    const end = parser.position;
    // Well-formed attributes hold no '<', so the last one begins the tag.
    handler.open(tag, text.lastIndexOf('<', end - 1), end);
  });
  parser.on('closetag', (tag) => {
    depth--;
    const end = parser.position;
    handler.close(tag, tag.isSelfClosing ? end : text.lastIndexOf('<', end - 1), end);
  });
  parser.write(text).close();
}

/**
 * Text of a part that is UTF-8, without its byte order mark.
 *
 * @throws Refused for every other encoding.
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
 * @throws Refused
 */
export function refuseDoctype(bytes: Uint8Array, part: string): void {
  const text = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '');
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw doctype(part);
}

function encodingRefused(part: string): Refused {
  return new Refused(`The template's '${part}' is not UTF-8.`, 'Open it in Word and save it as .docx.');
}

function doctype(part: string): Refused {
  return new Refused(
    `The template's '${part}' declares a document type or entities, which no Word document does.`,
    TAKE_HMRCS,
  );
}
