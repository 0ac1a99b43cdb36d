/**
 * The same text in memory of its own. What is cut out of a piece of the report keeps the whole piece (64 KB) alive for
 * as long as it is kept itself, because V8 shares the characters: one name kept of each piece would keep the file.
 */
export function detached(text: string): string {
  // Shorter ones are copied when they are cut out. Adding a character and taking it off again copies the rest.
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
