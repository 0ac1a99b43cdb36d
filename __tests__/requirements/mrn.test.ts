import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMrn, expectedCheckDigit } from '../../src/requirements/mrn.ts';
import { sharedDescribe, sharedPath } from '../harness/shared.ts';

const valid = ['26GB0000EXAMPLE1J9', '26XI0000EXAMPLE1J9', '26GB0000EXAMPLE2J8', '26XI0000EXAMPLE2J8'];

/** ISO 6346 as its table prints it, independent of the arithmetic under test. */
const values: Readonly<Record<string, number>> = Object.fromEntries(
  [
    '0 0,1 1,2 2,3 3,4 4,5 5,6 6,7 7,8 8,9 9',
    'A 10,B 12,C 13,D 14,E 15,F 16,G 17,H 18,I 19,J 20,K 21,L 23,M 24',
    'N 25,O 26,P 27,Q 28,R 29,S 30,T 31,U 32,V 34,W 35,X 36,Y 37,Z 38',
  ].flatMap((row) => row.split(',').map((pair) => [pair.charAt(0), Number(pair.slice(2))])),
);
const alphabet = Object.keys(values);

function remainder(first17: string): number {
  return (
    Array.from(first17).reduce((sum, character, position) => sum + (values[character] ?? 0) * 2 ** position, 0) % 11
  );
}

sharedDescribe('MRNs of HMRC’s example messages', () => {
  it('are all valid', () => {
    const samples = readFileSync(sharedPath('domain', 'mrn-samples.txt'), 'utf8').trim().split(/\s+/);
    expect(samples).toHaveLength(44);
    for (const mrn of samples) {
      expect(checkMrn(mrn)).toEqual({
        ok: true,
        mrn,
        year: 2000 + Number(mrn.slice(0, 2)),
        country: mrn.slice(2, 4),
      });
    }
  });
});

describe('checkMrn', () => {
  it.each(valid)('takes %s', (mrn) => {
    expect(checkMrn(mrn)).toMatchObject({ ok: true, mrn, year: 2026, country: mrn.slice(2, 4) });
  });

  it('computes the check digit as the table of ISO 6346 does', () => {
    const texts = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 17, maxLength: 17 });
    fc.assert(
      fc.property(texts, (text) => {
        expect(expectedCheckDigit(text)).toBe(remainder(text) % 10);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes the procedure letters J to M and no other', () => {
    const letters = alphabet.filter((letter) => {
      const first17 = `26GB0000EXAMPLE1${letter}`;
      return checkMrn(`${first17}${expectedCheckDigit(first17)}`).ok;
    });
    expect(letters).toEqual(['J', 'K', 'L', 'M']);
  });

  /**
   * Every change of one character of several MRNs is tried. What may pass is known beforehand: a character of equal value
   * modulo 11, and a change of the sum between 10 and 0; never a change of the check digit itself.
   */
  it('notices every single changed character, except where the checksum can not', () => {
    const tenAndZero = alphabet
      .flatMap((a) => alphabet.map((b) => `26GB0000EXAMP${a}${b}1J`))
      .filter((first17) => remainder(first17) === 10 || remainder(first17) === 0)
      .slice(0, 6)
      .map((first17) => `${first17}0`);
    expect(tenAndZero).toHaveLength(6);
    const blind: string[] = [];
    const unexpected: string[] = [];
    let tried = 0;
    for (const mrn of [...valid, ...tenAndZero]) {
      for (let position = 0; position < 18; position++) {
        for (const character of [...alphabet, 'a', 'j', ' ', '-', 'É']) {
          const changed = mrn.slice(0, position) + character + mrn.slice(position + 1);
          if (changed === mrn) continue;
          tried++;
          const [before, after] = [remainder(mrn.slice(0, 17)), remainder(changed.slice(0, 17))];
          const undetectable =
            position < 17 &&
            character in values &&
            /^\d\d[A-Z]{2}.{12}[J-M]/.test(changed) &&
            (before === after || (before % 10 === 0 && after % 10 === 0));
          const { ok } = checkMrn(changed);
          if (ok) blind.push(changed);
          if (ok !== undetectable) unexpected.push(`${mrn} as ${changed}`);
        }
      }
    }
    expect(unexpected).toEqual([]);
    expect(tried).toBe(10 * 18 * 40);
    // The blind spots are few, and there are some of both kinds.
    expect(blind.length / tried).toBeLessThan(0.1);
    expect(checkMrn('26GB0000EXAMPLEBJ9').ok).toBe(true); // B for 1
    expect(checkMrn('26GB0000EXAMPLELJ9').ok).toBe(true); // L for 1
    expect(checkMrn('26GB0000EXAMPLEIJ9').ok).toBe(false); // I for 1
    expect(checkMrn('26GB000OEXAMPLE1J9').ok).toBe(false); // O for 0
  });

  it.each([
    ['', 'an MRN has 18 characters, this has 0'],
    ['26GB0000EXAMPLE1J', 'an MRN has 18 characters, this has 17'],
    ['26GB0000EXAMPLE1J99', 'an MRN has 18 characters, this has 19'],
    ['2GGB0000EXAMPLE1J9', "characters 1 to 2 must be two digits of the year, but are '2G'"],
    ['26G10000EXAMPLE1J9', "characters 3 to 4 must be the two capitals of a country, but are 'G1'"],
    ['26gb0000EXAMPLE1J9', "characters 3 to 4 must be the two capitals of a country, but are 'gb'"],
    ['26GB0000EXAMPLe1J9', "characters 5 to 16 must be twelve capitals or digits, but are '0000EXAMPLe1'"],
    ['26GB00006010A2B3C4', "character 17 must be a procedure letter J, K, L or M, but is 'C'"],
    ['26GB0000EXAMPLE1JX', "character 18 must be a check digit, but is 'X'"],
  ])('says what is wrong with the shape of %j', (text, message) => {
    expect(checkMrn(text)).toEqual({ ok: false, code: 'mrn-shape', message });
  });

  it('says which check digit was expected', () => {
    expect(checkMrn('26GB0000EXAMPLE1J8')).toEqual({
      ok: false,
      code: 'mrn-check-digit',
      message: 'its check digit must be 9, but is 8: at least one character is wrong',
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ minLength: 18, maxLength: 18, unit: 'binary' })), (text) => {
        expect(typeof checkMrn(text).ok).toBe('boolean');
      }),
    );
  });
});
