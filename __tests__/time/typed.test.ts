import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatForForm, formatUtc } from '../../src/time/format.ts';
import { meansInstant, readTypedTime } from '../../src/time/typed.ts';

const at = Date.parse('2026-11-20T09:05:30Z');
const summer = Date.parse('2026-07-01T12:00:05Z');

function means(text: string, instant = at, zones: readonly string[] = []): boolean {
  const typed = readTypedTime(text);
  return typed !== undefined && meansInstant(typed, instant, zones);
}

describe('a typed time', () => {
  it.each([
    '20 November 2026 09:05:30 UTC',
    '20 Nov 2026, 09:05',
    '20/11/2026 09:05:30',
    '20/11/26 9:05',
    '20.11.2026 9.05',
    '20-11-2026 0905',
    '20-Nov-2026 09:05 GMT',
    '20th of November 2026 at 9.05am',
    'Nov 20th, 2026 at 9:05 a.m. GMT',
    'November 20, 2026 09:05:30',
    'Friday, 20 November 2026, 09:05',
    'Fri Nov 20 2026 09:05:30 GMT+0000 (Greenwich Mean Time)',
    '2026-11-20T09:05:30Z',
    '2026-11-20T09:05:30.123456Z',
    '2026-11-20 10:05:30+01:00',
    '2026-11-20T10:05+0100',
    '20261120T090530Z',
    '2026/11/20 09:05 UK time',
    '11/20/2026 09:05',
    '20 November 2026',
    '20 November 2026 09:05 (UTC)',
    '20 November 2026 – 09:05',
    '20\u00A0November\u00A02026 09:05hrs',
    '20 November 2026 09h05',
    '20 November 2026 09:06',
    '20 November 2026 9 am'.replace('9 am', '9:05 AM'),
  ])('is read: %s', (text) => {
    expect(means(text)).toBe(true);
  });

  it.each([
    '21 November 2026 09:05:30 UTC',
    '20 November 2026 09:05:31 UTC',
    '20 November 2026 09:04',
    '20 November 2026 9:05 pm',
    '20 November 2026 09:05 BST',
    '20 November 2025 09:05',
    '20 October 2026 09:05',
    '2026-11-20T09:05:30+01:00',
  ])('means no other: %s', (text) => {
    expect(means(text)).toBe(false);
  });

  it.each([
    '',
    'yesterday',
    '09:05',
    '31 November 2026 09:05',
    '20 November 2026 25:05',
    '20 November 2026 13:05 pm',
    'IE015 20 November 2026',
    '20 November 2026 09:05 and later',
    'x'.repeat(200),
  ])('is not: %j', (text) => {
    expect(readTypedTime(text)).toBeUndefined();
  });

  it('without a zone may stand in UTC or in a zone that people there use', () => {
    expect(means('1 July 2026 13:00', summer)).toBe(false);
    expect(means('1 July 2026 13:00', summer, ['Europe/London'])).toBe(true);
    expect(means('1 July 2026 12:00', summer, ['Europe/London'])).toBe(true);
    expect(means('1 July 2026 13:00 UTC', summer, ['Europe/London'])).toBe(false);
    expect(means('1 July 2026 13:00 BST', summer)).toBe(true);
    expect(means('1 July 2026 13:00 UK time', summer)).toBe(true);
  });

  it('takes the day before the month, as in the UK', () => {
    expect(means('10/11/2026', Date.parse('2026-11-10T00:00:00Z'))).toBe(true);
    expect(means('10/11/2026', Date.parse('2026-10-11T00:00:00Z'))).toBe(false);
  });

  it('reads back what this project writes', () => {
    const seconds = fc.integer({ min: Date.UTC(2023, 0, 1) / 1000, max: Date.UTC(2035, 0, 1) / 1000 });
    fc.assert(
      fc.property(seconds, seconds, (second, other) => {
        for (const written of [
          formatForForm(second * 1000),
          formatUtc(second * 1000),
          new Date(second * 1000).toISOString(),
        ]) {
          expect(means(written, second * 1000)).toBe(true);
          expect(means(written, other * 1000)).toBe(second === other);
        }
      }),
      { numRuns: 200 },
    );
  });
});
