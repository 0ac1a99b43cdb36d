import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBrief, formatDuration, formatForForm, formatUtc, isoUtc, formatMoment } from '../../src/time/format.ts';
import { readTime } from '../../src/time/read.ts';

const noon = Date.UTC(2026, 6, 1, 12, 0, 5);

describe('times in words', () => {
  it('for people', () => {
    expect(formatUtc(noon)).toBe('1 July 2026, 12:00:05 UTC');
    expect(formatUtc(Date.UTC(2026, 11, 31, 23, 59, 59, 999))).toBe('31 December 2026, 23:59:59 UTC');
    expect(formatUtc(Date.UTC(2026, 0, 10, 1, 2, 3))).toBe('10 January 2026, 01:02:03 UTC');
  });

  it('for the form', () => {
    expect(formatForForm(noon)).toBe('01 July 2026 12:00:05 UTC');
    expect(formatForForm(Date.UTC(2026, 11, 31, 23, 59, 59, 999))).toBe('31 December 2026 23:59:59 UTC');
  });

  it('where room is scarce', () => {
    expect(formatBrief(noon)).toBe('1 Jul 2026, 12:00 UTC');
    expect(formatBrief(Date.UTC(2026, 11, 31, 23, 59, 59, 999))).toBe('31 Dec 2026, 23:59 UTC');
  });

  it('names every month', () => {
    const names = Array.from({ length: 12 }, (_, month) => formatUtc(Date.UTC(2026, month, 1)).split(' ')[1]);
    expect(names.join(' ')).toBe(
      'January February March April May June July August September October November December',
    );
  });

  it('for machines', () => {
    expect(isoUtc(noon)).toBe('2026-07-01T12:00:05Z');
    expect(isoUtc(noon + 250)).toBe('2026-07-01T12:00:05.250Z');
    expect(isoUtc(noon + 1)).toBe('2026-07-01T12:00:05.001Z');
  });

  it('for machines, and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }), (instant) => {
        expect(readTime(isoUtc(instant), 'Asia/Tokyo')).toEqual({ instant, assumedZone: false });
      }),
    );
  });
});

describe('formatDuration', () => {
  const minute = 60_000;
  const hour = 60 * minute;
  const day = 24 * hour;
  it.each([
    [0, 'less than a minute'],
    [minute - 1, 'less than a minute'],
    [minute, '1 minute'],
    [2 * minute, '2 minutes'],
    [hour - 1, '59 minutes'],
    [hour, '1 hour'],
    [hour + minute, '1 hour 1 minute'],
    [3 * hour + 20 * minute, '3 hours 20 minutes'],
    [day - 1, '23 hours 59 minutes'],
    [day, '1 day'],
    [day + hour - 1, '1 day'],
    [day + hour, '1 day 1 hour'],
    [13 * day + 4 * hour + 59 * minute, '13 days 4 hours'],
    [14 * day, '14 days'],
    [-2 * day, '2 days'],
  ])('%d ms: %s', (milliseconds, words) => {
    expect(formatDuration(milliseconds)).toBe(words);
  });
});

describe('formatMoment', () => {
  it.each([
    ['2026-12-12T09:00:59Z', 'UTC', 'Saturday 12 December 2026, 09:00 UTC'],
    ['2026-12-12T09:00:00Z', 'Europe/London', 'Saturday 12 December 2026, 09:00 UTC'],
    ['2026-07-01T23:30:00Z', 'Europe/London', 'Wednesday 1 July 2026, 23:30 UTC (Thursday 2 July, 00:30 BST)'],
    ['2026-12-12T09:00:00Z', 'Europe/Berlin', 'Saturday 12 December 2026, 09:00 UTC (10:00 CET)'],
    [
      '2026-12-31T23:59:00Z',
      'Pacific/Auckland',
      'Thursday 31 December 2026, 23:59 UTC (Friday 1 January, 12:59 GMT+13)',
    ],
    [
      '2026-12-12T00:00:00Z',
      'America/New_York',
      'Saturday 12 December 2026, 00:00 UTC (Friday 11 December, 19:00 GMT-5)',
    ],
  ])('writes %s for %s', (iso, zone, text) => {
    expect(formatMoment(Date.parse(iso), zone)).toBe(text);
  });

  it('is short where a table has little room', () => {
    const instant = Date.parse('2026-12-12T23:30:00Z');
    expect(formatMoment(instant, 'UTC', 'short')).toBe('Sat 12 Dec 2026, 23:30 UTC');
    expect(formatMoment(instant, 'Europe/Berlin', 'short')).toBe('Sat 12 Dec 2026, 23:30 UTC (Sun 13 Dec, 00:30 CET)');
  });

  it('spells UTC as the platform spells any zone', () => {
    const instants = fc.integer({ min: Date.UTC(2023, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(instants, fc.constantFrom('long', 'short'), (instant, names) => {
        expect(formatMoment(instant, 'Etc/UTC', names)).toBe(formatMoment(instant, 'UTC', names));
      }),
    );
  });

  it('never names a later minute than the instant lies in', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2023, 0), max: Date.UTC(2040, 0) }), (instant) => {
        const [, day = '', clock = ''] =
          /^\w+ (\d+ \w+ \d+), (\d\d:\d\d) UTC$/u.exec(formatMoment(instant, 'UTC')) ?? [];
        const minute = Date.parse(`${day} ${clock} UTC`);
        expect(instant - minute).toBeGreaterThanOrEqual(0);
        expect(instant - minute).toBeLessThan(60_000);
      }),
    );
  });
});
