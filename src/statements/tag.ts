import { lessThan, textBefore, type Place } from './escapes.ts';

/** What stands at a place in a message: a start tag, an end tag, or neither. */
export type Tag = 'start' | 'end' | undefined;

/** In characters. */
const limits = {
  /** A bracket with a prefix after it: the expression tries every bracket before the name. */
  bracket: 60,
  /** The prefix of a name, with its colon. */
  prefix: 32,
};

const [lessThanSign, slash, colon, semicolon, backslash] = [0x3c, 0x2f, 0x3a, 0x3b, 0x5c];
/** By character code below 128: whether a name in a tag may end before it. */
const endsNames = new Uint8Array(128);
for (const character of '\t\n\v\f\r >/&\\') endsNames[character.charCodeAt(0)] = 1;
const white = /\s/;
const tagBefore = new RegExp(String.raw`${lessThan}(?<slash>\\*/)?(?:[A-Za-z_][\w.-]{0,30}:)?$`, 'i');

/** Whether the place is the name in a tag, in any spelling of its brackets. */
export function tagAt(place: Place): Tag {
  const { text, start, end, from, to } = place;
  if (start === from || end >= to) return undefined;
  const next = text.charCodeAt(end);
  const endsName = next < 128 ? endsNames[next] === 1 : white.test(text.charAt(end));
  if (!endsName) return undefined;
  const name = startOfPrefix(text, start, Math.max(from, start - limits.bracket));
  const before = name > from ? text.charCodeAt(name - 1) : 0;
  const isShort = start - name <= limits.prefix;
  if (before === lessThanSign) return isShort ? 'start' : undefined;
  if (before === slash && name - 1 > from && text.charCodeAt(name - 2) === lessThanSign) {
    return isShort ? 'end' : undefined;
  }
  // What is left are brackets that were escaped: `&lt;`, `\u003c`, `<\/`.
  if (before !== slash && before !== semicolon && before !== backslash && (before | 0x20) !== 0x63) return undefined;
  const match = tagBefore.exec(textBefore(place, limits.bracket));
  if (match === null) return undefined;
  return match.groups?.['slash'] === undefined ? 'start' : 'end';
}

/** Where the qualified name begins of which the place is the local part. */
function startOfPrefix(text: string, at: number, from: number): number {
  if (text.charCodeAt(at - 1) !== colon) return at;
  let start = at - 1;
  while (start > from && isNameCharacter(text.charCodeAt(start - 1))) start--;
  const first = text.charCodeAt(start) | 0x20;
  const isName = start < at - 1 && ((first >= 0x61 && first <= 0x7a) || first === 0x7f);
  return isName ? start : at;
}

/** Letters, digits and `_`, `-`, `.` of ASCII. */
function isNameCharacter(code: number): boolean {
  const lower = code | 0x20;
  return (
    (lower >= 0x61 && lower <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x2d ||
    code === 0x2e
  );
}
