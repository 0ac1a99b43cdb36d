import { describe, expect, it } from 'vitest';
import { seenBySaxes, seenByUs } from './saxes-judge.ts';

/** Where classes of name characters begin and end: productions 4 and 4a of XML 1.0, fifth edition. */
const borders = [
  0x2d, 0x2e, 0x30, 0x39, 0x3a, 0x41, 0x5a, 0x5f, 0x61, 0x7a, 0x7f, 0x80, 0xb7, 0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2ff,
  0x300, 0x36f, 0x370, 0x37d, 0x37f, 0x1fff, 0x200c, 0x200d, 0x203f, 0x2040, 0x2070, 0x218f, 0x2c00, 0x2fef, 0x3001,
  0xd7ff, 0xf900, 0xfdcf, 0xfdf0, 0xfffd, 0x10000, 0xeffff,
];
/** Those characters and their neighbours, but for halves of surrogate pairs. */
const characters = [...new Set(borders.flatMap((border) => [border - 1, border, border + 1]))]
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

describe('a name', () => {
  it.each([
    ['alone', (c: string) => `<${c}></${c}>`],
    ['in front', (c: string) => `<${c}a/>`],
    ['in the middle', (c: string) => `<a${c}b/>`],
    ['behind others beyond ASCII', (c: string) => `<é${c}/>`],
    ['of an attribute, in front', (c: string) => `<a ${c}b="1"/>`],
    ['of an attribute, in the end', (c: string) => `<a b${c}="1"/>`],
  ])('may have the characters that saxes thinks it may have: %s', (_, xml) => {
    const accepted: string[] = [];
    for (const character of characters) {
      const text = xml(character);
      const ours = seenByUs(text, [1 << 16]);
      const saxes = seenBySaxes(text);
      expect({ text, refused: ours.problem !== undefined }).toEqual({ text, refused: saxes.problem !== undefined });
      if (ours.problem === undefined) {
        accepted.push(character);
        expect(ours).toEqual(saxes);
      }
    }
    expect(accepted.length).toBeGreaterThan(50);
    expect(accepted.length).toBeLessThan(characters.length - 20);
  });
});
