import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, nearest, nearestOf, suggestion } from '../../src/settings/nearest.ts';

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

  it.each([
    ['phsae', 'phase', 'two letters swapped'],
    ['phas', 'phase', 'one letter too few'],
    ['phaase', 'phase', 'one letter too many'],
    ['phaze', 'phase', 'another letter'],
    ['arirvla', 'arrival', 'two swaps in seven letters'],
    ['max', 'max-age-days', 'its beginning of three letters'],
  ])('of %s is %s: %s', (word, meant) => {
    expect(nearest(word, [meant])).toBe(meant);
  });

  it.each([
    ['phxye', 'two other letters'],
    ['phxae', 'one letter out of its place and another'],
    ['phsxe', 'another letter and one out of its place'],
    ['ph', 'a beginning of two letters'],
    ['hpsae', 'two swaps in five letters'],
  ])('of %s is not phase: %s', (word) => {
    expect(nearest(word, ['phase'])).toBeUndefined();
  });

  it('comes first where several are near', () => {
    expect(nearestOf('arrivls', ['arrive', 'arrivals', 'arrival'], 3)).toEqual(['arrivals', 'arrive', 'arrival']);
    expect(nearestOf('arrivls', ['arrive', 'arrivals', 'arrival'], 1)).toEqual(['arrivals']);
  });

  it('is none of what is too long for a name', () => {
    const name = 'n'.repeat(60);
    expect(nearest(name, [name])).toBe(name);
    expect(nearest(`${name}n`, [`${name}n`])).toBeUndefined();
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

  it('is told of a wrong value as far as a message has room', () => {
    expect(clip('a'.repeat(80))).toBe('a'.repeat(80));
    expect(clip('a'.repeat(81))).toBe(`${'a'.repeat(79)}…`);
    expect(clip('a \n\t b')).toBe('a b');
  });

  it('lists what is known when nothing is near', () => {
    expect(suggestion('zzz', ['normal', 'simplified'])).toBe('Known are: normal, simplified.');
    expect(suggestion('simplifed', ['normal', 'simplified'])).toBe("Did you mean 'simplified'?");
  });
});
