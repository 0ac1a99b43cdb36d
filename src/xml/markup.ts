/*
 * The parts of XML markup: names, references, start tags, and what stands before the root element. White space is never
 * \s, which takes the byte order mark and the blanks of all scripts for it; carriage returns are gone by now.
 */
import { replacement } from './characters.ts';
import { malformed } from './error.ts';

export type Attributes = ReadonlyMap<string, string>;

/** In characters and pieces. What is longer means nothing in any document. */
export const limits = { reference: 64, attributes: 10_000 };

const [doubleQuote, singleQuote, slash, equals, greater] = [0x22, 0x27, 0x2f, 0x3d, 0x3e];

/** Character classes of XML 1.0, fifth edition, productions 4 and 4a, as flags for ASCII. */
const startCharacter = 1;
const nameCharacter = 2;
const ascii = new Uint8Array(128);
for (const letter of ':ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz') {
  ascii[letter.charCodeAt(0)] = startCharacter | nameCharacter;
}
for (const other of '-.0123456789') ascii[other.charCodeAt(0)] = nameCharacter;

const startBeyondAscii =
  '\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const anyName = new RegExp(
  `[:A-Z_a-z${startBeyondAscii}][-.0-9:A-Z_a-z\\u00B7\\u0300-\\u036F\\u203F-\\u2040${startBeyondAscii}]*`,
  'uy',
);

/** The index after the name that begins at `at`; `at` itself when none begins there. */
export function endOfName(text: string, at: number): number {
  let end = at;
  let code = text.charCodeAt(end);
  if (code < 128 && (ascii[code] ?? 0) < (startCharacter | nameCharacter)) return at;
  while (code < 128 && ascii[code] !== 0) code = text.charCodeAt(++end);
  // Few names have letters beyond ASCII, so these may take the slow way. At the end of the text, `code` is NaN.
  if (!(code >= 128)) return end;
  anyName.lastIndex = at;
  return at + (anyName.exec(text)?.[0].length ?? 0);
}

/** The name without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The index of the first character from `at` on that is not white space. */
export function skipSpace(text: string, at: number): number {
  let end = at;
  while (true) {
    const code = text.charCodeAt(end);
    if (code !== 0x20 && code !== 0x0a && code !== 0x09) return end;
    end++;
  }
}

const predefined = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Replaces character references and the five entities that XML defines itself. There are no others: a document that
 * declares entities is refused, so nothing can ever be expanded to more than it is. A reference to a character that XML
 * forbids (`&#27;`) becomes U+FFFD.
 *
 * @param base where `text` begins, for the place of a mistake
 * @param onForbidden told the index of each reference to a forbidden character, counted like `base`
 * @throws XmlError
 */
export function resolveReferences(text: string, base: number, onForbidden: (index: number) => void): string {
  let resolved = '';
  let from = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    const name = end === -1 || end - at > limits.reference ? '' : text.slice(at + 1, end);
    const code = codeOf(name);
    const value =
      predefined.get(name) ?? (code === undefined || !isCharacter(code) ? undefined : String.fromCodePoint(code));
    if (value === undefined && code === undefined) throw malformed(explainReference(name), base + at);
    if (value === undefined) onForbidden(base + at);
    resolved += text.slice(from, at) + (value ?? replacement);
    from = end + 1;
  }
  return resolved + text.slice(from);
}

/** The number in a character reference; undefined where it is none that Unicode has. */
function codeOf(reference: string): number | undefined {
  const match = /^#(?:x([\dA-Fa-f]+)|(\d+))$/.exec(reference);
  if (match === null) return undefined;
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  return code > 0x10ffff ? undefined : code;
}

/** XML 1.0, production 2. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || code > 0xffff;
}

function explainReference(name: string): string {
  if (/^#\w*$/.test(name)) return 'a reference is to no character';
  if (name !== '' && endOfName(name, 0) === name.length) {
    return `the entity &${name}; is not one of the five that XML defines, and entities that a document declares are never expanded`;
  }
  return 'an ampersand stands alone; it has to be written as &amp;';
}

export interface StartTag {
  readonly name: string;
  readonly attributes: Attributes;
  readonly selfClosing: boolean;
  /** Index after the tag. */
  readonly end: number;
}

/**
 * Reads the start tag whose `<` is at `at`.
 * @param value makes the value of an attribute from its text between the quotes, which are at `start - 1` and `end`
 * @returns undefined when the text ends before the tag does
 * @throws XmlError
 */
export function readStartTag(
  text: string,
  at: number,
  value: (start: number, end: number) => string,
): StartTag | undefined {
  const nameEnd = endOfName(text, at + 1);
  if (nameEnd === at + 1) throw malformed('a tag has no valid name', at);
  const name = text.slice(at + 1, nameEnd);
  const attributes = new Map<string, string>();
  const nextTag = text.indexOf('<', nameEnd);
  let index = nameEnd;
  while (true) {
    const spaceEnd = skipSpace(text, index);
    const code = text.charCodeAt(spaceEnd);
    if (code === greater) return { name, attributes, selfClosing: false, end: spaceEnd + 1 };
    if (spaceEnd >= text.length) return undefined;
    if (code === slash) {
      if (spaceEnd + 1 >= text.length) return undefined;
      if (text.charCodeAt(spaceEnd + 1) !== greater) throw malformed('a slash stands inside a tag', spaceEnd);
      return { name, attributes, selfClosing: true, end: spaceEnd + 2 };
    }
    const end = endOfName(text, spaceEnd);
    if (end === spaceEnd) throw malformed('a tag contains something that is not an attribute', spaceEnd);
    if (spaceEnd === index) throw malformed('there is no space between two attributes', spaceEnd);
    const attribute = text.slice(spaceEnd, end);
    const start = startOfValue(text, end, attribute);
    if (start === undefined) return undefined;
    const close = endOfValue(text, start, nextTag, attribute);
    if (close === undefined) return undefined;
    if (attributes.has(attribute)) throw malformed(`the attribute ${attribute} is given twice`, spaceEnd);
    if (attributes.size >= limits.attributes) {
      throw malformed(`a tag has more than ${limits.attributes} attributes`, spaceEnd);
    }
    attributes.set(attribute, value(start, close));
    index = close + 1;
  }
}

/** The index after the opening quote; undefined when the text ends before it. */
function startOfValue(text: string, nameEnd: number, attribute: string): number | undefined {
  const sign = skipSpace(text, nameEnd);
  if (sign >= text.length) return undefined;
  if (text.charCodeAt(sign) !== equals) throw malformed(`the attribute ${attribute} has no value`, nameEnd);
  const index = skipSpace(text, sign + 1);
  if (index >= text.length) return undefined;
  const quote = text.charCodeAt(index);
  if (quote !== doubleQuote && quote !== singleQuote) {
    throw malformed(`the value of the attribute ${attribute} has no quotes`, index);
  }
  return index + 1;
}

/** The index of the closing quote; undefined when the text ends before it. */
function endOfValue(text: string, start: number, nextTag: number, attribute: string): number | undefined {
  const close = text.indexOf(text.charCodeAt(start - 1) === doubleQuote ? '"' : "'", start);
  if (nextTag !== -1 && (close === -1 || nextTag < close)) {
    const what = `the value of the attribute ${attribute} contains a "<", which has to be written as &lt;`;
    throw malformed(what, nextTag);
  }
  return close === -1 ? undefined : close;
}

/**
 * Reads the end tag whose `<` is at `at`.
 * @param open qualified name and line of the element that has to end here, if any is open
 * @returns index after the tag; undefined when the text ends before it does
 * @throws XmlError
 */
export function readEndTag(
  text: string,
  at: number,
  open: { readonly name: string; readonly line: number } | undefined,
): number | undefined {
  if (open !== undefined && text.startsWith(open.name, at + 2)) {
    const end = skipSpace(text, at + 2 + open.name.length);
    if (text.charCodeAt(end) === greater) return end + 1;
  }
  const end = text.indexOf('>', at);
  if (end === -1) return undefined;
  const nameEnd = endOfName(text, at + 2);
  if (nameEnd === at + 2 || skipSpace(text, nameEnd) !== end) throw malformed('an end tag is malformed', at);
  const name = text.slice(at + 2, nameEnd);
  if (open === undefined) throw malformed(`</${name}> ends nothing`, at);
  throw malformed(`<${open.name}> of line ${open.line} is ended by </${name}>`, at);
}

/** As far as its end, or to where the internal subset begins, whatever is in it. */
const doctype = /<!DOCTYPE[^"'[>]*(?:"[^"]*"[^"'[>]*|'[^']*'[^"'[>]*)*([[>])/y;
/** Productions 28 and 75, after the name. */
const externalId =
  /^(?:[ \t\n]+(?:SYSTEM|PUBLIC[ \t\n]+(?:"[-'()+,./:=?;!*#@$_% \n\w]*"|'[-()+,./:=?;!*#@$_% \n\w]*'))[ \t\n]+(?:"[^"]*"|'[^']*'))?[ \t\n]*$/;
const declaration =
  /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.\d+\1(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])[A-Za-z][\w.-]*\2)?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(?:yes|no)\3)?[ \t\n]*\?>$/;

/**
 * Reads the document type declaration at `at`. Nothing is ever fetched for it.
 * @returns undefined when the text ends before it does; `declares` when it has an internal subset
 * @throws XmlError
 */
export function readDoctype(
  text: string,
  at: number,
): { readonly declares: boolean; readonly end: number } | undefined {
  doctype.lastIndex = at;
  const match = doctype.exec(text);
  if (match === null) return undefined;
  const end = doctype.lastIndex;
  const name = at + '<!DOCTYPE'.length;
  const nameStart = skipSpace(text, name);
  const nameEnd = endOfName(text, nameStart);
  if (nameStart === name || nameEnd === nameStart || !externalId.test(text.slice(nameEnd, end - 1))) {
    throw malformed('the document type declaration is malformed', at);
  }
  return { declares: match[1] === '[', end };
}

/**
 * Reads the processing instruction or XML declaration at `at`.
 * @returns undefined when the text ends before it does
 * @throws XmlError
 */
export function readInstruction(
  text: string,
  at: number,
  mayDeclare: boolean,
): { readonly isDeclaration: boolean; readonly end: number } | undefined {
  const end = text.indexOf('?>', at + 2);
  if (end === -1) return undefined;
  const nameEnd = endOfName(text, at + 2);
  if (nameEnd === at + 2 || (nameEnd !== end && skipSpace(text, nameEnd) === nameEnd)) {
    throw malformed('a processing instruction has no valid name', at);
  }
  const isDeclaration = text.slice(at + 2, nameEnd).toLowerCase() === 'xml';
  if (isDeclaration) {
    if (!mayDeclare) throw malformed('an XML declaration stands somewhere other than at the very start', at);
    if (!declaration.test(text.slice(at, end + 2))) throw malformed('the XML declaration is malformed', at);
  }
  return { isDeclaration, end: end + 2 };
}
