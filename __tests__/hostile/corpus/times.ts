import { AS_OF, TESTED } from '../../harness/reports.ts';
import { ofKind, report, testcase, type HostileCase } from './hostile-case.ts';

const time = ofKind('times');

const day = 86_400_000;
const before = (milliseconds: number): string => new Date(Date.parse(AS_OF) - milliseconds).toISOString();

const texts = [
  ['none', undefined],
  ['nothing', ''],
  ['blanks', '   '],
  ['a word', 'yesterday'],
  ['now', 'now'],
  ['exactly 14 days ago', before(14 * day)],
  ['15 days ago', before(15 * day)],
  ['a year ago', before(365 * day)],
  ['six minutes ahead', before(-6 * 60_000)],
  ['tomorrow', before(-day)],
  ['the year 9999', '9999-12-31T23:59:59Z'],
  ['the end of JavaScript', '+275760-09-13T00:00:00.000Z'],
  ['beyond the end of JavaScript', '+999999-01-01T00:00:00Z'],
  ['the year 0', '0000-01-01T00:00:00Z'],
  ['a year with a sign', '-2025-03-10T09:00:00Z'],
  ['a year of two digits', '25-03-10T09:00:00Z'],
  ['1970', '1970-01-01T00:00:00Z'],
  ['before NCTS5', '2022-12-31T23:59:59Z'],
  ['in phase 1', '2024-05-01T09:00:00Z'],
  ['the 30th of February', '2025-02-30T09:00:00Z'],
  ['month 13', '2025-13-10T09:00:00Z'],
  ['hour 25', '2025-03-10T25:00:00Z'],
  ['minute 60', '2025-03-10T09:60:00Z'],
  ['a leap second', '2025-03-10T09:59:60Z'],
  ['an offset of 99 hours', '2025-03-10T09:00:00+99:00'],
  ['an abbreviation of several zones', '2025-03-10T09:00:00 CST'],
  ['a date with slashes', '10/03/2025'],
  ['a date with slashes and a time', '03/10/2025 09:00:00'],
  ['a date with dots', '10.03.2025 09:00'],
  ['a week', '2025-W11-1'],
  ['an ordinal day', '2025-069'],
  ['a wrong weekday', 'Tue, 10 Mar 2025 09:00:00 GMT'],
  ['a month that is none', '10 Mrz 2025 09:00:00 GMT'],
  ['something behind it', `${TESTED} or so`],
  ['something before it', `at ${TESTED}`],
  ['two of them', `${TESTED}, ${TESTED}`],
  ['a range', `${TESTED}/${TESTED}`],
  ['NUL text', '2025-03-10T09:00:00Z%00'],
  ['Arabic digits', '\u0662\u0660\u0662\u0665-\u0660\u0663-\u0661\u0660T09:00:00Z'],
  ['full-width digits', '２０２５-03-10T09:00:00Z'],
  ['a minus that is none', '2025\u221203\u221210T09:00:00Z'],
  ['an invisible sign', '2025-03-10\u200bT09:00:00Z'],
  ['zero', '0'],
  ['a negative epoch', '-1741597200'],
  ['an epoch in microseconds', '1741597200000000'],
  ['an epoch in nanoseconds', '1741597200000000000'],
  ['an epoch of Windows', '133860708000000000'],
  ['NaN', 'NaN'],
  ['Infinity', 'Infinity'],
  ['1e12', '1.7415972e12'],
  ['a hexadecimal number', '0x67ceaa90'],
  ['a megabyte of digits', '1'.repeat(1_000_000)],
  ['a megabyte of blanks around it', `${' '.repeat(500_000)}${TESTED}${' '.repeat(500_000)}`],
  ['an expression', '${{ github.event.time }}'],
  ['a workflow command', '%0A::set-output name=verdict::ready'],
] as const;

const properties = (entries: Readonly<Record<string, string>>): string =>
  `<properties>${Object.entries(entries)
    .map(([name, value]) => `<property name="${name}" value="${value}"/>`)
    .join('')}</properties>`;
const evidence = (entries: Readonly<Record<string, string>>): string => report(testcase(properties(entries)));

/** Times that are none, or too old. Beside the usual times of evidence stands a fresh timestamp of the case. */
export const timeCases: readonly HostileCase[] = [
  ...texts.map(([what, text]) =>
    time(`a case dated: ${what}`, report(testcase('', text === undefined ? '' : ` timestamp="${text}"`))),
  ),
  time('a suite dated: a word', report(testcase('', ''), 'name="s" timestamp="yesterday"')),
  time(
    'a case dated by a word in a suite that is fresh',
    report(testcase('', ' timestamp="soon"'), `name="s" timestamp="${TESTED}"`),
  ),
  time('a duration instead of a date', report(testcase('', ' time="1.5"'), 'name="s" time="2"')),
  time('a stale message behind a fresh timestamp', evidence({ 'ncts.IE015': before(15 * day) })),
  time('one stale message among fresh ones', evidence({ IE015: before(15 * day), IE028: TESTED, IE029: TESTED })),
  time('a message of the future', evidence({ IE015: before(-day) })),
  time(
    'a message from before NCTS5 among fresh ones',
    evidence({ IE015: '2022-12-31T09:00:00Z', IE028: TESTED, IE029: TESTED }),
  ),
  time('a message of the future among fresh ones', evidence({ IE015: TESTED, IE028: before(-day) })),
  time('a message with a word for a time among fresh ones', evidence({ IE015: 'yesterday', IE028: TESTED })),
  time('a message with no time', evidence({ IE015: 'yesterday' })),
  time('a message in output, stale', report(testcase(`<system-out>IE015=${before(20 * day)}</system-out>`))),
  time(
    'a message of the API in output, stale',
    report(
      testcase(
        `<system-out><![CDATA[{"id":"1","departureId":"2","received":"${before(20 * day)}","type":"IE015"}]]></system-out>`,
      ),
    ),
  ),
  time('before the day from which evidence counts', report(testcase()), { values: { 'not-before': '2025-03-11' } }),
  time('older than two days where two are allowed', report(testcase('', ` timestamp="${before(2 * day)}"`)), {
    values: { 'max-age-days': '2' },
  }),
  time('evidence of phase 2 for phase 1', report(testcase()), { values: { phase: '1' } }),
];
