import { describe, expect, it } from 'vitest';
import { timeAtStart } from '../../src/statements/time-value.ts';

const noon = Date.UTC(2026, 6, 1, 12, 0, 5);
const read = (text: string) => {
  const time = timeAtStart(text, 'UTC');
  return time === undefined ? undefined : [time.text, time.read?.instant];
};

describe('the time at the start of a text', () => {
  it.each<[string, string]>([
    ['2026-07-01T12:00:05Z and more words than a time could ever have at all', '2026-07-01T12:00:05Z'],
    ['2026-07-01T12:00:05Z.', '2026-07-01T12:00:05Z'],
    ['2026-07-01T12:00:05Z, then', '2026-07-01T12:00:05Z'],
    ['[2026-07-01T12:00:05Z]', '2026-07-01T12:00:05Z'],
    ['( 2026-07-01T12:00:05Z) x', '2026-07-01T12:00:05Z'],
    ['2026-07-01T12:00:05Z"}', '2026-07-01T12:00:05Z'],
    ['2026-07-01T12:00:05Z<br/>', '2026-07-01T12:00:05Z'],
    ['2026-07-01T12:00:05Z|\nnext [line]', '2026-07-01T12:00:05Z'],
    ['2026-07-01T13:00:05+01:00[Europe/London] x', '2026-07-01T13:00:05+01:00[Europe/London]'],
    ['2026-07-01T13:00:05+01:00[note: late]', '2026-07-01T13:00:05+01:00'],
    ['Wed, 01 Jul 2026 12:00:05 GMT', 'Wed, 01 Jul 2026 12:00:05 GMT'],
    ['Wed Jul  1 12:00:05 UTC 2026', 'Wed Jul  1 12:00:05 UTC 2026'],
    ['2026-07-01 12:00:05 x', '2026-07-01 12:00:05'],
  ])('of %j is %j', (text, expected) => {
    expect(read(text)).toEqual([expected, noon]);
  });

  it.each([
    ['01/07/2026', '01/07/2026'],
    [' 01/07/2026 ', '01/07/2026'],
    ['1.7.2026 12:00', '1.7.2026 12:00'],
    ['12:00', '12:00'],
    ['1 July 26x', undefined],
    ['1 july 2026 noonish', '1 july 2026 noonish'],
    ['11 july 2026 noonish', '11 july 2026 noonish'],
    ['1:2 of them', undefined],
    ['Wednesday, noon', 'Wednesday, noon'],
    ['mon whenever', 'mon whenever'],
    ['20260701x', undefined],
    ['x 01/07/2026', undefined],
    ['202607', undefined],
    ['12', undefined],
    ['', undefined],
    ['yesterday', undefined],
  ])('of %j is meant as %j and can not be read, or is none', (text, meant) => {
    expect(read(text)).toEqual(meant === undefined ? undefined : [meant, undefined]);
  });

  it.each(['BST', '(BST)', 'PM', '+1 hour', 'UTC+1', '13:00'])('is not relied on before %s', (next) => {
    const [text, instant] = read(`2026-07-01 12:00:05 ${next}`) ?? [];
    expect([text, instant]).toEqual([`2026-07-01 12:00:05 ${next.replaceAll(/[()]|(?<=1) .*/g, '')}`, undefined]);
  });
});
