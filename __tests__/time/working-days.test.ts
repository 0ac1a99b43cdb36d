import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastOpenMoment, workingDaysBetween } from '../../src/time/working-days.ts';

const at = (text: string): number => Date.parse(text);
const between = (from: string, to: string): number => workingDaysBetween(at(from), at(to));

describe('workingDaysBetween', () => {
  it.each([
    ['within a day', '2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z', 1],
    ['two working days', '2026-11-23T09:00:00Z', '2026-11-24T09:00:00Z', 2],
    ['Friday evening before closing to Monday', '2026-11-20T18:00:00Z', '2026-11-23T08:00:00Z', 2],
    ['Friday after closing to Monday before opening', '2026-11-20T20:00:00Z', '2026-11-23T06:00:00Z', 0],
    ['closing and opening to the millisecond', '2026-11-20T19:00:00.000Z', '2026-11-23T07:00:00.000Z', 0],
    ['a millisecond before closing, one after opening', '2026-11-20T18:59:59.999Z', '2026-11-23T07:00:00.001Z', 2],
    ['a weekend', '2026-11-21T00:00:00Z', '2026-11-22T23:59:00Z', 0],
    ['14 days', '2026-11-23T12:00:00Z', '2026-12-07T12:00:00Z', 11],
    ['nothing left', '2026-11-24T12:00:00Z', '2026-11-24T12:00:00Z', 0],
    ['past', '2026-11-24T12:00:00Z', '2026-11-20T12:00:00Z', 0],
    ['summer time: closed at 19:00 in London, 18:00 UTC', '2026-07-03T18:00:00Z', '2026-07-06T05:59:00Z', 0],
    ['summer time: open from 07:00 in London, 06:00 UTC', '2026-07-03T18:00:00Z', '2026-07-06T06:00:01Z', 1],
    ['across the change of clocks', '2026-10-23T17:30:00Z', '2026-10-26T07:00:01Z', 2],
  ])('%s', (_what, from, to, days) => {
    expect(between(from, to)).toBe(days);
  });

  // As gov.uk lists them for England and Wales.
  it.each([
    '2024-01-01',
    '2024-03-29',
    '2024-04-01',
    '2024-05-06',
    '2024-05-27',
    '2024-08-26',
    '2024-12-25',
    '2024-12-26',
    '2025-01-01',
    '2025-04-18',
    '2025-04-21',
    '2025-05-05',
    '2025-05-26',
    '2025-08-25',
    '2025-12-25',
    '2025-12-26',
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-04',
    '2026-05-25',
    '2026-08-31',
    '2026-12-25',
    '2026-12-28',
    '2027-01-01',
    '2027-03-26',
    '2027-03-29',
    '2027-05-03',
    '2027-05-31',
    '2027-08-30',
    '2027-12-27',
    '2027-12-28',
    '2022-01-03',
    '2022-12-26',
    '2022-12-27',
    '2023-01-02',
  ])('%s is a bank holiday', (date) => {
    expect(between(`${date}T00:00:00Z`, `${date}T23:00:00Z`)).toBe(0);
  });

  it('knows eight bank holidays a year and no more', () => {
    for (const year of [2024, 2025, 2026, 2027, 2028]) {
      let weekdays = 0;
      for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
        if (![0, 6].includes(new Date(day).getUTCDay())) weekdays += 1;
      }
      expect(weekdays - between(`${year}-01-01T00:00:00Z`, `${year + 1}-01-01T00:00:00Z`)).toBe(8);
    }
  });

  it('only grows with a later end and shrinks with a later start', () => {
    const start = at('2026-01-01T00:00:00Z');
    const moment = fc.integer({ min: 0, max: 60 * 86_400_000 }).map((offset) => start + offset);
    fc.assert(
      fc.property(moment, moment, moment, (a, b, c) => {
        const [from = 0, middle = 0, to = 0] = [a, b, c].toSorted((left, right) => left - right);
        const whole = workingDaysBetween(from, to);
        const parts = workingDaysBetween(from, middle) + workingDaysBetween(middle, to);
        expect(whole).toBeGreaterThanOrEqual(workingDaysBetween(from, middle));
        expect(whole).toBeGreaterThanOrEqual(workingDaysBetween(middle, to));
        // A day that is cut in its opening hours counts for both parts.
        expect(parts - whole).toBeGreaterThanOrEqual(0);
        expect(parts - whole).toBeLessThanOrEqual(1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('lastOpenMoment', () => {
  it.each([
    ['in opening hours: the moment itself', '2026-11-23T12:00:00Z', '2026-11-23T12:00:00.000Z'],
    ['in the night: closing time', '2026-11-24T03:00:00Z', '2026-11-23T19:00:00.000Z'],
    ['on a Sunday: Friday, closing time', '2026-11-22T12:00:00Z', '2026-11-20T19:00:00.000Z'],
    ['after Easter: Thursday before, summer time', '2026-04-07T05:00:00Z', '2026-04-02T18:00:00.000Z'],
  ])('%s', (_what, by, expected) => {
    const moment = lastOpenMoment(at('2026-01-05T00:00:00Z'), at(by));
    expect(moment === undefined ? undefined : new Date(moment).toISOString()).toBe(expected);
  });

  it('is none when Trader Test does not open any more before then', () => {
    expect(lastOpenMoment(at('2026-11-20T20:00:00Z'), at('2026-11-23T06:00:00Z'))).toBeUndefined();
  });
});
