/*
 * What logs do to quotes and brackets: JSON inside a log line escapes them with backslashes (once per level) or \u0022,
 * HTML-minded tools with entities. The scanners take each of these spellings for the character itself, so that nothing
 * has to be unescaped, whatever the level. Sources of regular expressions, without capturing groups. Each takes a run of
 * backslashes as a whole, never a part of it: so a long run is looked at once, and a quotation mark shows its level.
 */

/** A quotation mark in any spelling. */
export const quote = String.raw`(?:(?<!\\)\\*(?:["'${'`'}]|&(?:amp;)*(?:quot|apos|#34|#39);)|(?<!\\)\\+u002[27])`;
const [doubleQuote, singleQuote, backtick, backslash, ampersand] = [0x22, 0x27, 0x60, 0x5c, 0x26];
const entity = /&(?:amp;)*(?:quot|apos|#34|#39);/iy;
const codePoint = /u002[27]/iy;
const quoteAtEnd = new RegExp(`${quote}$`, 'i');

function isQuote(code: number): boolean {
  return code === doubleQuote || code === singleQuote || code === backtick;
}

/** Index after the quotation mark that starts there, in any spelling; 0 where none does. No backslash stands before. */
export function endOfQuote(text: string, start: number): number {
  const end = endOfBackslashes(text, start);
  if (isQuote(text.charCodeAt(end))) return end + 1;
  if (text.charCodeAt(end) === ampersand) {
    entity.lastIndex = end;
    return entity.test(text) ? entity.lastIndex : 0;
  }
  codePoint.lastIndex = end;
  return end > start && codePoint.test(text) ? codePoint.lastIndex : 0;
}

/** Index after the run of backslashes that starts there. */
export function endOfBackslashes(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) === backslash) end++;
  return end;
}

/** The quotation mark at the end of a text, in any spelling. */
export function closingQuote(text: string): string | undefined {
  const last = text.length - 1;
  const code = text.charCodeAt(last);
  // All but these end in a semicolon, or in 22 or 27.
  if (isQuote(code)) return text.slice(last - backslashesBefore(text, last));
  return code === 0x3b || code === 0x32 || code === 0x37 ? quoteAtEnd.exec(text)?.[0] : undefined;
}

/** How many backslashes stand right before that index. */
export function backslashesBefore(text: string, end: number): number {
  let start = end;
  while (text.charCodeAt(start - 1) === backslash) start--;
  return end - start;
}

/** `<` in any spelling. */
export const lessThan = String.raw`(?:<|&(?:amp;)*(?:lt|#60|#x3c);|(?<!\\)\\+u003c)`;
/** `>` in any spelling. */
export const greaterThan = String.raw`(?:>|&(?:amp;)*(?:gt|#62|#x3e);|(?<!\\)\\+u003e)`;
/** A colour code, also where the escape character itself was escaped or lost on the way into XML. */
export const colour = String.raw`(?:\x1b|\\u001b|\\x1b|#x1b;?|\ufffd)?\[\d[\d;]{0,11}m`;

/**
 * A place in a text where something may be stated. Readers look at most `reach.behind` characters back and `reach.ahead`
 * characters ahead, so that what they find doesn't depend on how the text was cut into pieces.
 */
export interface Place {
  /** The text around the place; its start and end mean nothing. */
  readonly text: string;
  /** Index of the anchor, and the index after it. */
  readonly start: number;
  readonly end: number;
  /** Index of the first character that may be looked at, and the index after the last one. */
  readonly from: number;
  readonly to: number;
  /** 1-based line of the anchor in the report. To be asked for in the order of the text. */
  readonly line: number;
}

/** In characters. */
export const reach = { behind: 128, ahead: 4096 };

export function anchorOf({ text, start, end }: Place): string {
  return text.slice(start, end);
}

export function textBefore({ text, from, start }: Place, length: number = reach.behind): string {
  return text.slice(Math.max(from, start - length), start);
}

/** From the anchor itself on. */
export function textFrom({ text, start, to }: Place, length: number = reach.ahead): string {
  return text.slice(start, Math.min(to, start + length));
}
