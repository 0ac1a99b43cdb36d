/**
 * What logs do to quotes and brackets: JSON inside a log line escapes them with backslashes (once per level) or \u0022,
 * HTML-minded tools with entities. The scanners take each of these spellings for the character itself, so that nothing
 * has to be unescaped, whatever the level. Sources of regular expressions, without capturing groups. Each takes a run of
 * backslashes as a whole, never a part of it: so a long run is looked at once, and a quotation mark shows its level.
 */

/** A quotation mark in any spelling. */
export const quote = String.raw`(?:(?<!\\)\\*["'${'`'}]|&(?:amp;)*(?:quot|apos|#34|#39);|(?<!\\)\\+u002[27])`;
/** `<` in any spelling. */
export const lessThan = String.raw`(?:<|&(?:amp;)*(?:lt|#60|#x3c);|(?<!\\)\\+u003c)`;
/** `>` in any spelling. */
export const greaterThan = String.raw`(?:>|&(?:amp;)*(?:gt|#62|#x3e);|(?<!\\)\\+u003e)`;
/** A colour code, also where the escape character itself was escaped or lost on the way into XML. */
export const colour = String.raw`(?:\x1b|\\u001b|\\x1b|#x1b;?|\ufffd)?\[\d[\d;]{0,11}m`;
