import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatForForm, formatUtc } from '../../src/time/format.ts';
import { readTime } from '../../src/time/read.ts';
import { sharedDescribe, sharedPath } from '../harness/shared.ts';

const at = (iso: string) => new Date(iso).getTime();
const noon = at('2026-07-01T12:00:05.000Z');

const two = (n: number) => String(n).padStart(2, '0');
const written = (minutes: number, colon: string) => {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${colon}${two(size % 60)}`;
};
const shifted = (instant: number, minutes: number) => new Date(instant + minutes * 60_000).toISOString();

describe('readTime: shapes with an offset', () => {
  it.each([
    ['2026-07-01T12:00:05Z', 0],
    ['2026-07-01t12:00:05z', 0],
    ['2026-07-01T13:00:05+01:00', 0],
    ['2026-07-01T13:00:05+0100', 0],
    ['2026-07-01T13:00:05+01', 0],
    ['2026-07-01T08:30:05-03:30', 0],
    ['2026-07-01T17:45:05+05:45', 0],
    ['2026-07-02T02:00:05+14:00', 0],
    ['2026-06-30T22:00:05-14:00', 0],
    ['2026-07-01 12:00:05Z', 0],
    ['2026-07-01 12:00:05 +0000', 0],
    ['2026-07-01 12:00:05 UTC', 0],
    ['2026-07-01T 12:00:05Z', 0],
    ['2026-07-01T12:00:05-00:00', 0],
    ['2026-07-01T13:00:05+01:00[Europe/London]', 0],
    ['  2026-07-01T12:00:05Z\n', 0],
    ['2026-07-01T12:00:05Z'.padStart(100), 0],
    ['1782907205.999999999', 999],
    ['2026-07-01T12:00:05.5Z', 500],
    ['2026-07-01T12:00:05,5Z', 500],
    ['2026-07-01T12:00:05.001Z', 1],
    ['2026-07-01T12:00:05.1239+00:00', 123],
    ['2026-07-01T12:00:05.999999999Z', 999],
    ['20260701T120005Z', 0],
    ['20260701T130005+0100', 0],
    ['20260701T120005.25Z', 250],
    ['Wed, 01 Jul 2026 12:00:05 GMT', 0],
    ['wed, 1 jul 2026 13:00:05 +0100', 0],
    ['01 Jul 2026 12:00:05 UTC', 0],
    ['01 July 2026 12:00:05 UTC', 0],
    ['1 July 2026, 12:00:05 UTC', 0],
    ['Wed Jul 01 2026 13:00:05 GMT+0100 (British Summer Time)', 0],
    ['Wed Jul 01 2026 12:00:05 GMT+0000', 0],
    ['Wed Jul  1 12:00:05 UTC 2026', 0],
    ['Wed Jul 01 12:00:05 GMT 2026', 0],
    ['1782907205', 0],
    ['1782907205.5', 500],
    ['1782907205123', 123],
  ])('%s', (text, millis) => {
    expect(readTime(text, 'Asia/Tokyo')).toEqual({ instant: noon + millis, assumedZone: false });
  });

  it('takes missing seconds for zero, as Java writes them', () => {
    expect(readTime('2026-07-01T12:00Z', 'UTC')?.instant).toBe(at('2026-07-01T12:00:00Z'));
    expect(readTime('20260701T1200Z', 'UTC')?.instant).toBe(at('2026-07-01T12:00:00Z'));
    expect(readTime('Wed, 01 Jul 2026 12:00 GMT', 'UTC')?.instant).toBe(at('2026-07-01T12:00:00Z'));
  });

  it('takes 24:00:00 for the midnight that follows', () => {
    expect(readTime('2026-12-31T24:00:00Z', 'UTC')?.instant).toBe(at('2027-01-01T00:00:00Z'));
    expect(readTime('2026-12-31T24:00:00.000Z', 'UTC')?.instant).toBe(at('2027-01-01T00:00:00Z'));
  });

  it('knows each month by its English name, short and long', () => {
    const names = Array.from({ length: 12 }, (_, month) => formatUtc(Date.UTC(2026, month, 1)).split(' ')[1] ?? '');
    for (const [index, name] of names.entries()) {
      const instant = Date.UTC(2026, index, 2, 3, 4, 5);
      expect(readTime(`02 ${name} 2026 03:04:05 GMT`, 'UTC')?.instant).toBe(instant);
      expect(readTime(`02 ${name.slice(0, 3)} 2026 03:04:05 GMT`, 'UTC')?.instant).toBe(instant);
    }
  });
});

describe('readTime: what is no time', () => {
  it.each([
    '',
    ' ',
    'n/a',
    '2026-07-01T12:00:05Z'.padStart(101),
    '2026-07-01T99:00:00Z',
    '2026-02-30T12:00:00Z',
    '2026-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-07-01T24:00:01Z',
    '2026-07-01T24:01:00Z',
    '2026-07-01T24:00:00.0001Z',
    '2026-07-01T25:00:00Z',
    '2026-07-01T12:60:00Z',
    '2026-07-01T12:00:60Z',
    '2026-07-01T12:00:05.Z',
    '2026-07-01T12:00:05.1234567890Z',
    '2026-07-01T12:00:05+14:01',
    '2026-07-01T12:00:05-15:00',
    '2026-07-01T12:00:05+01:60',
    '2026-07-01T12:00:05+1',
    '2026-07-01T12:00:05+010',
    '2026-07-01T12:00:05 BST',
    '2026-07-01T12:00:05Z extra',
    'on 2026-07-01T12:00:05Z',
    '2026-07-01T12',
    '2026-07-01Z',
    '2026-7-1T12:00:05Z',
    '26-07-01T12:00:05Z',
    '20260701',
    '20260701120005',
    '2026-0701T120005Z',
    '01/07/2026 12:00:05',
    '07/01/2026 12:00:05',
    '01.07.2026 12:00',
    'Tue, 01 Jul 2026 12:00:05 GMT', // it was a Wednesday
    'Wed, 01 Jul 2026 12:00:05',
    'Wed, 01 Jul 2026 12:00:05 BST',
    'Wed 01 Jul 2026 12:00:05 GMT',
    'Fri, 31 Jun 2026 12:00:05 GMT',
    '01 Foo 2026 12:00:05 GMT',
    '01 Julie 2026 12:00:05 GMT',
    '1 July 2026',
    '1 July 2026, 12:00:05',
    '31 June 2026 12:00:05 UTC',
    '1 July 2026 24:00:01 UTC',
    'Tue Jul 01 2026 13:00:05 GMT+0100',
    'Wed Jul 01 2026 13:00:05',
    'Wed Jul 01 2026 13:00:05 GMT+1500',
    'Wed Jul  1 13:00:05 BST 2026',
    'Tue Jul  1 12:00:05 UTC 2026',
    'Jul 1 12:00:05 UTC 2026',
    '178290720',
    '17829072051',
    '178290720512',
    '17829072051234',
    '3782907205',
    '0.015422122',
    '1782907205.1234567890',
    '1782907205.',
    '<<computed>>',
  ])('%j', (text) => {
    expect(readTime(text, 'UTC')).toBeUndefined();
  });

  it('knows leap years', () => {
    expect(readTime('2024-02-29', 'UTC')?.instant).toBe(at('2024-02-29T00:00:00Z'));
    expect(readTime('2000-02-29', 'UTC')?.instant).toBe(at('2000-02-29T00:00:00Z'));
    expect(readTime('1900-02-29', 'UTC')).toBeUndefined();
  });

  it("keeps the years 0 to 99 where they are, such as .NET's empty date", () => {
    expect(readTime('0001-01-01T00:00:00Z', 'UTC')?.instant).toBe(at('0001-01-01T00:00:00Z'));
  });

  it('never throws, and what it reads is a whole number', () => {
    const pieces = fc.constantFrom('2026', '07', '-', ':', 'T', ' ', '.', '+01:00', 'Z', '12', '00', 'Jul', ',', '1');
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = readTime(text, 'Europe/London');
        expect(read === undefined || Number.isInteger(read.instant)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('answers at once on megabytes of blanks', () => {
    expect(readTime(' '.repeat(5_000_000), 'UTC')).toBeUndefined();
  });
});

describe('readTime: round trips', () => {
  const instants = fc.integer({ min: at('1971-01-01T00:00:00Z'), max: at('2099-12-31T23:59:59Z') });
  const seconds = instants.map((instant) => Math.floor(instant / 1000) * 1000);
  const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 });
  it('ISO 8601 with every offset, separator and colon', () => {
    fc.assert(
      fc.property(
        instants,
        offsets,
        fc.constantFrom('T', ' ', 'T '),
        fc.constantFrom(':', ''),
        fc.constantFrom('', ' '),
        fc.constantFrom('.', ','),
        (instant, minutes, separator, colon, blank, point) => {
          const wall = shifted(instant, minutes).slice(0, -1).replace('T', separator).replace('.', point);
          const text = `${wall}${blank}${written(minutes, colon)}`;
          expect(readTime(text, 'Asia/Tokyo')).toEqual({ instant, assumedZone: false });
        },
      ),
    );
  });

  it('whole hours of offset', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -14, max: 14 }), (instant, hours) => {
        const text = `${shifted(instant, hours * 60).slice(0, -1)}${written(hours * 60, '').slice(0, 3)}`;
        expect(readTime(text, 'Asia/Tokyo')).toEqual({ instant, assumedZone: false });
      }),
    );
  });

  it('what is written for people and for the form, and what JavaScript prints', () => {
    fc.assert(
      fc.property(seconds, (instant) => {
        for (const text of [formatUtc(instant), formatForForm(instant), new Date(instant).toString()]) {
          expect(readTime(text, 'Asia/Tokyo')).toEqual({ instant, assumedZone: false });
        }
      }),
    );
  });

  it('basic format, RFC 1123 and epoch', () => {
    fc.assert(
      fc.property(seconds, (instant) => {
        const basic = new Date(instant).toISOString().replaceAll(/[-:]|\.000/g, '');
        expect(readTime(basic, 'Asia/Tokyo')).toEqual({ instant, assumedZone: false });
        expect(readTime(new Date(instant).toUTCString(), 'Asia/Tokyo')).toEqual({ instant, assumedZone: false });
      }),
    );
    const modern = fc.integer({ min: at('2001-09-09T01:46:40Z'), max: at('2065-01-24T05:19:59Z') });
    fc.assert(
      fc.property(modern, (instant) => {
        expect(readTime(String(instant), 'UTC')).toEqual({ instant, assumedZone: false });
        const [, fraction] = (instant / 1000).toFixed(3).split('.');
        expect(readTime(`${Math.floor(instant / 1000)}.${fraction ?? ''}`, 'UTC')?.instant).toBe(instant);
      }),
    );
  });

  it('a fraction of any length is cut to milliseconds', () => {
    const digits = fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(seconds, digits, (instant, fraction) => {
        const text = `${new Date(instant).toISOString().slice(0, -5)}.${fraction}Z`;
        const expected = instant + Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6);
        expect(readTime(text, 'UTC')?.instant).toBe(expected);
      }),
    );
  });
});

sharedDescribe('readTime: real reports', () => {
  it('every timestamp reads, of at least 17 shapes', () => {
    const texts = ['producers', 'corpus'].flatMap((folder) =>
      readdirSync(sharedPath('junit', folder))
        .filter((file) => file.endsWith('.xml'))
        .map((file) => readFileSync(sharedPath('junit', folder, file), 'latin1')),
    );
    const times = new Set(
      texts.flatMap((text) => Array.from(text.matchAll(/timestamp="([^"]*)"/g), ([, time]) => time ?? '')),
    );
    expect(new Set(Array.from(times, (time) => time.replaceAll(/\d/g, '9'))).size).toBeGreaterThanOrEqual(17);
    expect([...times].filter((time) => readTime(time, 'Europe/London') === undefined)).toEqual([]);
  });
});

describe('readTime: without an offset', () => {
  it.each(['UTC', 'Etc/UTC', 'GMT', 'Africa/Abidjan', 'Etc/GMT'])('reads %s as UTC, and says it assumed', (zone) => {
    expect(readTime('2026-07-01T12:00:05', zone)).toEqual({ instant: noon, assumedZone: true });
  });

  it('reads the zone given, summer and winter', () => {
    expect(readTime('2026-07-01T13:00:05', 'Europe/London')).toEqual({ instant: noon, assumedZone: true });
    expect(readTime('20260701T130005', 'Europe/London')).toEqual({ instant: noon, assumedZone: true });
    expect(readTime('2026-12-01T13:00:05', 'Europe/London')?.instant).toBe(at('2026-12-01T13:00:05Z'));
    expect(readTime('2026-12-01 13:00:05', 'America/St_Johns')?.instant).toBe(at('2026-12-01T16:30:05Z'));
  });

  it('takes a date for the start of that day', () => {
    expect(readTime('2026-07-01', 'UTC')).toEqual({ instant: at('2026-07-01T00:00:00Z'), assumedZone: true });
    expect(readTime('2026-07-01', 'Europe/London')?.instant).toBe(at('2026-06-30T23:00:00Z'));
    expect(readTime('2026-07-01', 'Pacific/Kiritimati')?.instant).toBe(at('2026-06-30T10:00:00Z'));
  });

  it('takes the earlier of the two hours when clocks go back', () => {
    expect(readTime('2026-10-25T01:30:00', 'Europe/London')?.instant).toBe(at('2026-10-25T00:30:00Z'));
    expect(readTime('2026-10-25T02:00:00', 'Europe/London')?.instant).toBe(at('2026-10-25T02:00:00Z'));
    expect(readTime('2026-10-25T00:59:59', 'Europe/London')?.instant).toBe(at('2026-10-24T23:59:59Z'));
  });

  it('takes the earlier reading of a time that clocks skipped', () => {
    expect(readTime('2026-03-29T01:30:00', 'Europe/London')?.instant).toBe(at('2026-03-29T00:30:00Z'));
    expect(readTime('2026-03-29T02:00:00', 'Europe/London')?.instant).toBe(at('2026-03-29T01:00:00Z'));
    expect(readTime('2026-03-29T00:59:59', 'Europe/London')?.instant).toBe(at('2026-03-29T00:59:59Z'));
  });

  it('has no answer in a zone that does not exist, unless the text needs none', () => {
    expect(readTime('2026-07-01T12:00:05', 'Mars/Olympus')).toBeUndefined();
    expect(readTime('2026-07-01T12:00:05Z', 'Mars/Olympus')?.instant).toBe(noon);
  });

  it('agrees with what Intl shows on the clock of the zone, and is the earliest such moment', () => {
    const zones = [
      'Europe/London',
      'Europe/Paris',
      'America/New_York',
      'America/St_Johns',
      'Asia/Kolkata',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Chatham',
      'Africa/Casablanca',
      'Pacific/Pago_Pago',
    ];
    const formats = new Map(
      zones.map((timeZone) => [
        timeZone,
        new Intl.DateTimeFormat('sv-SE', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'medium',
        }),
      ]),
    );
    const quarters = fc.integer({
      min: at('2023-01-01T00:00:00Z') / 900_000,
      max: at('2027-12-31T00:00:00Z') / 900_000,
    });
    // Nights of change, so that both kinds of change are hit often.
    const nights = fc
      .tuple(
        fc.constantFrom('2026-03-29', '2026-10-25', '2026-11-01', '2026-03-08', '2026-04-05'),
        fc.integer({ min: -8, max: 104 }),
      )
      .map(([day, quarter]) => at(`${day}T00:00:00Z`) / 900_000 + quarter);
    fc.assert(
      fc.property(fc.oneof(quarters, nights), fc.constantFrom(...zones), (quarter, zone) => {
        const shown = (instant: number) => formats.get(zone)?.format(instant) ?? '';
        const text = new Date(quarter * 900_000).toISOString().slice(0, 19);
        const candidates = [];
        for (let ahead = -12 * 4; ahead <= 14 * 4; ahead++) {
          const instant = (quarter - ahead) * 900_000;
          if (shown(instant) === text.replace('T', ' ')) candidates.push(instant);
        }
        const read = readTime(text, zone)?.instant ?? Number.NaN;
        // A time that clocks skipped: the reading shows an earlier clock, by the width of the gap.
        const gap = candidates.length > 0 ? 0 : quarter * 900_000 - at(`${shown(read).replace(' ', 'T')}Z`);
        expect(candidates.length > 0 ? [0] : [1_800_000, 3_600_000]).toContain(gap);
        expect(read).toBe(Math.min(...(candidates.length > 0 ? candidates : [read])));
      }),
      { numRuns: 400 },
    );
  });
});
