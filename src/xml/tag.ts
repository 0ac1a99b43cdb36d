import { Mistake } from './mistake.ts';
import { endOfName, skipSpace } from './names.ts';

export type Attributes = ReadonlyMap<string, string>;

export interface StartTag {
  readonly name: string;
  readonly attributes: Attributes;
  readonly selfClosing: boolean;
  /** Index behind the tag. */
  readonly end: number;
}

const MOST_ATTRIBUTES = 10_000;
const [DOUBLE_QUOTE, SINGLE_QUOTE, SLASH, EQUALS, GREATER] = [0x22, 0x27, 0x2f, 0x3d, 0x3e];

/**
 * Reads the start tag whose `<` is at `at`.
 * @param value makes the value of an attribute from its text between the quotes, which are at `start - 1` and `end`
 * @returns undefined when the text ends before the tag does
 * @throws Mistake
 */
export function readStartTag(
  text: string,
  at: number,
  value: (start: number, end: number) => string,
): StartTag | undefined {
  const nameEnd = endOfName(text, at + 1);
  if (nameEnd === at + 1) throw new Mistake('a tag has no valid name', at);
  const name = text.slice(at + 1, nameEnd);
  const attributes = new Map<string, string>();
  const nextTag = text.indexOf('<', nameEnd);
  let index = nameEnd;
  while (true) {
    const spaceEnd = skipSpace(text, index);
    const code = text.charCodeAt(spaceEnd);
    if (code === GREATER) return { name, attributes, selfClosing: false, end: spaceEnd + 1 };
    if (spaceEnd >= text.length) return undefined;
    if (code === SLASH) {
      if (spaceEnd + 1 >= text.length) return undefined;
      if (text.charCodeAt(spaceEnd + 1) !== GREATER) {
        throw new Mistake('a slash stands in the middle of a tag', spaceEnd);
      }
      return { name, attributes, selfClosing: true, end: spaceEnd + 2 };
    }
    const end = endOfName(text, spaceEnd);
    if (end === spaceEnd) throw new Mistake('a tag contains something that is no attribute', spaceEnd);
    if (spaceEnd === index) throw new Mistake('two attributes have no space between them', spaceEnd);
    const attribute = text.slice(spaceEnd, end);
    index = skipSpace(text, end);
    if (index >= text.length) return undefined;
    if (text.charCodeAt(index) !== EQUALS) throw new Mistake(`the attribute ${attribute} has no value`, end);
    index = skipSpace(text, index + 1);
    if (index >= text.length) return undefined;
    const quote = text.charCodeAt(index);
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) {
      throw new Mistake(`the value of the attribute ${attribute} has no quotes`, index);
    }
    const start = index + 1;
    const close = text.indexOf(quote === DOUBLE_QUOTE ? '"' : "'", start);
    if (nextTag !== -1 && (close === -1 || nextTag < close)) {
      throw new Mistake(
        `the value of the attribute ${attribute} contains a "<", which has to be written as &lt;`,
        nextTag,
      );
    }
    if (close === -1) return undefined;
    if (attributes.has(attribute)) throw new Mistake(`the attribute ${attribute} is given twice`, spaceEnd);
    if (attributes.size >= MOST_ATTRIBUTES) {
      throw new Mistake(`a tag has more than ${MOST_ATTRIBUTES} attributes`, spaceEnd);
    }
    attributes.set(attribute, value(start, close));
    index = close + 1;
  }
}
