/**
 * How the form's labels are compared: by letters and digits only. So neither white space, letter case, kinds of
 * dashes, quotes and full stops, nor a colon more or less keep a label from being found.
 */

/** Letters and digits of the text, compatibility forms and letter case folded. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A number or bullet that was typed before the text instead of being made by the list. */
const TYPED_NUMBER = /^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[•●▪·*‐-―-])\s*/iu;

/** How far a label goes in a text that begins with it. */
export interface LabelEnd {
  /** Behind the label's own punctuation. */
  readonly labelEnd: number;
  /** Behind the white space that follows. */
  readonly valueStart: number;
}

/**
 * How far the label goes in the text; undefined if the text does not begin with it, or goes on in the same breath:
 * 'MRN' is no label of 'MRN/LRN:'.
 *
 * @param wanted The label, folded.
 */
export function endOfLabel(text: string, wanted: string): LabelEnd | undefined {
  return endAt(text, 0, wanted) ?? endAt(text, TYPED_NUMBER.exec(text)?.[0].length ?? 0, wanted);
}

function endAt(text: string, from: number, wanted: string): LabelEnd | undefined {
  let found = '';
  let offset = from;
  for (const character of text.slice(from, from + wanted.length * 4 + 64)) {
    if (found.length >= wanted.length) break;
    found += folded(character);
    offset += character.length;
    if (!wanted.startsWith(found)) return undefined;
  }
  return found === wanted ? behindPunctuation(text, offset) : undefined;
}

function behindPunctuation(text: string, offset: number): LabelEnd | undefined {
  const rest = text.slice(offset);
  const mark = /^(?:\s*:|[.?!][.?!:'’‘"”)]*|[’'")\]]+[:.?!]*)/u.exec(rest)?.[0] ?? '';
  if (mark === '' && rest.trim() !== '' && !/^\s*\t/u.test(rest)) return undefined;
  const labelEnd = offset + mark.length;
  return { labelEnd, valueStart: labelEnd + (/^\s*/u.exec(text.slice(labelEnd))?.[0].length ?? 0) };
}

/** Whether a text of the form reads like the label of a field: it ends in a colon, or one stands behind its first words. */
export function looksLikeLabel(text: string): boolean {
  const line = text.trim();
  return line.length <= 160 && /\p{L}/u.test(line) && line.endsWith(':');
}

/** The same for the tables of tests, where a value may already stand behind the label. */
export function looksLikeTestLabel(text: string): boolean {
  return looksLikeLabel(text) || /^\s*(?:IE\d{3}|CC\d{3}|scenario|MRN|LRN)\b[^:]{0,80}:/iu.test(text);
}

/** White space folded: how values are compared. */
export function plain(text: string): string {
  return text.replace(/[\s\u00A0]+/gu, ' ').trim();
}
