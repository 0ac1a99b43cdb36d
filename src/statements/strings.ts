import { backslashesBefore, quote } from './escapes.ts';

/* Strings as logs print them: at any level of escaping, in one of several quotation marks. */

/** The string value of a name that ends at `from`, when a colon and the delimiter follow. */
export function valueAt(
  text: string,
  from: number,
  delimiter: string,
  max: number,
): { readonly value: string; readonly end: number } | undefined {
  const sign = /^\s{0,9}:\s{0,9}/.exec(text.slice(from, from + 20));
  if (sign === null) return undefined;
  const start = from + sign[0].length + delimiter.length;
  if (!text.startsWith(delimiter, start - delimiter.length)) return undefined;
  const end = endOfString(text, start, delimiter);
  if (end === undefined || end - start > max) return undefined;
  return { value: text.slice(start, end), end };
}

const quotes = new RegExp(quote, 'gi');

/** Where the string that starts at `from` ends; undefined when it doesn't within the text, or the string around it ends first. */
export function endOfString(text: string, from: number, delimiter: string): number | undefined {
  if (delimiter.length === 1) return endOfPlainString(text, from, delimiter);
  quotes.lastIndex = from;
  for (let match = quotes.exec(text); match !== null; match = quotes.exec(text)) {
    const kind = sameMark(match[0], delimiter);
    if (kind === 'same') return quotes.lastIndex - delimiter.length;
    if (kind === 'outer') return undefined;
  }
  return undefined;
}

/** At the outermost level, and so in no other string. An even number of backslashes before the mark are content. */
function endOfPlainString(text: string, from: number, delimiter: string): number | undefined {
  let end = text.indexOf(delimiter, from);
  while (end >= 0 && backslashesBefore(text, end) % 2 === 1) end = text.indexOf(delimiter, end + 1);
  return end < 0 ? undefined : end;
}

/**
 * Whether a quotation mark found is the delimiter itself, one of a deeper level (or another kind), which is content, or
 * one of the level around, which ends everything. A backslash at the end of a string is
 * written as two before the mark at the outermost level, as four where JSON was escaped once, and so on.
 */
export function sameMark(found: string, delimiter: string): 'same' | 'inner' | 'outer' {
  if (found === delimiter) return 'same';
  const [count, kind] = level(found);
  const [own, ownKind] = level(delimiter);
  if (kind !== ownKind) return 'inner';
  if (count < own) return 'outer';
  return (count - own) % (2 * (own + 1)) === 0 ? 'same' : 'inner';
}

function level(mark: string): readonly [backslashes: number, kind: string] {
  const backslashes = mark.lastIndexOf('\\') + 1;
  return [backslashes, mark.slice(backslashes).toLowerCase()];
}
