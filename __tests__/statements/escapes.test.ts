import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingQuote, endOfQuote, quote } from '../../src/statements/escapes.ts';
import { briefly, noon, stated } from './stated.ts';

const crumb = ['"', "'", '`', '\\', '\\\\', '&quot;', '&amp;', '&', '#34;', 'u0022', 'U0027', '\\u0027', 'x', ';'];
const crumbs = fc.array(fc.constantFrom(...crumb), { maxLength: 8 }).map((parts) => parts.join(''));
/** Every text of up to three of them. */
const short = ['', ...crumb].flatMap((a) => ['', ...crumb].flatMap((b) => crumb.map((c) => a + b + c)));

describe('quotation marks', () => {
  it('are told at the end of a text as the regular expression tells them', () => {
    const atEnd = new RegExp(`${quote}$`, 'i');
    const property = fc.property(crumbs, (text) => {
      expect(closingQuote(text)).toBe(atEnd.exec(text)?.[0]);
    });
    fc.assert(property);
    expect(short.filter((text) => closingQuote(text) !== atEnd.exec(text)?.[0])).toEqual([]);
  });

  it('are told at a place as the regular expression tells them', () => {
    const here = new RegExp(quote, 'iy');
    const property = fc.property(crumbs, fc.nat({ max: 40 }), (text, start) => {
      fc.pre(start < text.length && text[start - 1] !== '\\');
      here.lastIndex = start;
      expect(endOfQuote(text, start)).toBe(here.test(text) ? here.lastIndex : 0);
    });
    fc.assert(property);
    const isOther = (text: string) => {
      here.lastIndex = 0;
      return endOfQuote(text, 0) !== (here.test(text) ? here.lastIndex : 0);
    };
    expect(short.filter(isOther)).toEqual([]);
  });
});

describe('an object of the API', () => {
  /** What reads like a part of an object, or ends one, if it isn't taken for the text that it is. */
  const signs = ['"', '\\', "'", '`', '{', '}', '[', ']', ': ', ',', '\n', '&quot;', 'type', 'received', 'href'];
  const text = fc.array(fc.constantFrom(...signs), { maxLength: 6 }).map((parts) => parts.join(''));
  const other = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 2 },
      text,
      fc.integer(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(text, tie('value'), { maxKeys: 2 }),
    ),
  })).value;

  const fields = [
    ['type', 'IE928'],
    ['received', noon],
  ] as const;
  const heard = (before: unknown, between: unknown, level: number, typeFirst: boolean) => {
    const [first, second] = typeFirst ? fields : [fields[1], fields[0]];
    let json = JSON.stringify(Object.fromEntries([['a', before], first, ['b', between], second]));
    for (let times = 0; times < level; times++) json = JSON.stringify({ log: json });
    return briefly(stated(json)).filter((one) => one.startsWith('IE928@'));
  };
  const expected = 'IE928@2026-07-01T12:00:05.000Z (api-json 1, derived)';

  it('is read as JSON reads it, at any level of escaping, whatever stands between its fields', () => {
    const property = fc.property(
      other,
      other,
      fc.nat({ max: 2 }),
      fc.boolean(),
      (before, between, level, typeFirst) => {
        expect(heard(before, between, level, typeFirst)).toContain(expected);
      },
    );
    fc.assert(property);
  });

  it.each([0, 1, 2])('is read so with every sign between its fields, escaped %i times', (level) => {
    const all = signs.flatMap((sign) => ['', ...signs].map((next) => sign + next));
    const isLost = (between: string) =>
      !heard('x', between, level, true).includes(expected) ||
      !heard(between, { [between]: [between] }, level, false).includes(expected);
    expect(all.filter(isLost)).toEqual([]);
  });
});
