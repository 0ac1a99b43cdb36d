import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, suggestion } from '../../src/settings/nearest.ts';

const known = ['max-age-days', 'warn-days', 'results', 'results-artifact', 'flows', 'fail-on'];

describe('the nearest known word', () => {
  it.each([
    ['max_age_days', 'max-age-days'],
    ['max-age', 'max-age-days'],
    ['maxAgeDays', 'max-age-days'],
    ['days-warn', 'warn-days'],
    ['Flows', 'flows'],
    ['flosw', 'flows'],
    ['flow', 'flows'],
    ['result', 'results'],
    ['fail_on', 'fail-on'],
  ])('of %s is %s', (word, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });

  it.each(['', 'x', 'token', 'procedures', 'a'.repeat(10_000)])('of %j is none', (word) => {
    expect(nearest(word, known)).toBeUndefined();
  });

  it('is the word itself, or one letter away from it', () => {
    const mistyped = fc.tuple(fc.constantFrom(...known), fc.nat(), fc.constantFrom('x', 'q', ''));
    fc.assert(
      fc.property(mistyped, ([word, place, letter]) => {
        const at = place % word.length;
        expect(nearest(word, known)).toBe(word);
        expect(nearest(word.slice(0, at) + letter + word.slice(at + 1), ['zebra', word])).toBe(word);
      }),
    );
  });

  it('lists what is known when nothing is near', () => {
    expect(suggestion('zzz', ['normal', 'simplified'])).toBe('Known are: normal, simplified.');
    expect(suggestion('simplifed', ['normal', 'simplified'])).toBe("Did you mean 'simplified'?");
  });
});
