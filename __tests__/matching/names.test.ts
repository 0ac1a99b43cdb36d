import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSetUp, type ListedResult } from '../../src/matching/attempt.ts';
import { neutralName, TestKeys } from '../../src/matching/names.ts';
import { Suites } from '../../src/matching/suite-tree.ts';
import type { Statement } from '../../src/statements/statement.ts';
import { messageStatement } from '../assessment/inputs.ts';
import { buildAttempt, mrns, NOW } from '../builders.ts';

const noon = Date.UTC(2026, 6, 1, 12);
const ofRun = { lrns: ['MYLRN77'], times: [noon] };
const keys = new TestKeys();
const neutral = (name: string) => neutralName(name, ofRun);
/** The key of a result that is alone in its report. */
const between = (result: ListedResult) => new Suites([{ result }], keys).between(result);

describe('what belongs to a single run', () => {
  it.each([
    [`DSGB1: accepted MRN ${mrns.gb}`, 'DSGB1: accepted MRN ‹mrn›'],
    ['sent as MYLRN77 today', 'sent as ‹lrn› today'],
    ['accepted 2026-07-01T13:00:05+01:00', 'accepted ‹time›'],
    ['at 2026-07-01 13:00:05.123 ok', 'at ‹time› ok'],
    ['on 2026-07-01', 'on ‹time›'],
    ['at 12:00:00.4 UTC', 'at ‹time› UTC'],
    ['MRN undefined', 'MRN ‹mrn›'],
    ['LRN: null, IE015 undefined', 'LRN: ‹lrn›, IE015 ‹time›'],
    ['lrn = nil, mrn: none', 'lrn = ‹lrn›, mrn: ‹mrn›'],
    ['MRN   =  undefined', 'MRN   =  ‹mrn›'],
    ['on 2026-07-02T12:00:00Z', 'on ‹time›'],
    ['at 2026-07-01 13:00:05 +01:00 ok', 'at ‹time› ok'],
    ['at 12:00:00.123456789 UTC', 'at ‹time› UTC'],
    ['as 2026-07-01T130005+0100', 'as ‹time›'],
    ['as 2026-07-01T1300', 'as ‹time›'],
    ['as 2026-07-01T130005.123Z ok', 'as ‹time› ok'],
    ['at 2026-07-01  13:00 ok', 'at ‹time› ok'],
    ['at 2026-07-01T 13:00:05\t+01:00', 'at ‹time›'],
    ['2026-07-01 1300 kg', '‹time› 1300 kg'],
    ['2026-07-01 130005', '‹time› 130005'],
    ['at 12:00:01', 'at ‹time›'],
    ['2026-07-01T13:00:05-report', '‹time›-report'],
    ['2026-07-01-report', '‹time›-report'],
    ['tests.Departures-20260701120005', 'tests.Departures-‹time›'],
    ['run_20260701_130005', 'run_‹time›'],
    ['run 20260701T120005Z', 'run ‹time›'],
    ['run 20260701T130005+0100', 'run ‹time›'],
    ['run 20260701T070005-0500 of all', 'run ‹time› of all'],
    ['a1 at 1:2, 12:00:00', 'a1 at 1:2, ‹time›'],
  ])('is put aside between two runs: %j', (name, expected) => {
    expect(neutral(name)).toBe(expected);
  });

  it.each([
    'DSGB1 for trader GB123456789012',
    'case 8d1f6d3c-4f0a-4f3e-9a52-0b8f6d1c7a01',
    'run 1782907205123',
    'limit date 2026-12-01',
    'limit 2026-07-03T12:00:00Z',
    // A wrong check digit: no MRN.
    'MRN 26GB0000EXAMPLE1J0',
    'LRN OTHER-0001',
    'LRN must be unique',
    'limit 2026-07-02T12:00:01Z',
    'limit 2026-13-01T12:00:00Z',
    'limit 2026-07-03T120000Z',
    'limit 2026-07-01T2500',
    'limit 20260703120000',
    'limit 20260701250000',
    'parcel 120260701120005',
    'weight 20260701120005.5',
    'window 25:00:00',
    'MRN nonesuch',
    'MRNs undefined',
    'step 2 of 3',
    'part 2026-07-01-02',
    'window 08:00:00',
    'window 20:00:00',
    'took 1:02:03.45 s',
    'window 11:59:59',
  ])('is not what may be a parameter: %j', (name) => {
    expect(neutral(name)).toBe(name);
  });

  it('is put aside in suites, class and name alike, by what the result states itself', () => {
    const key = (lrn: string, at: number) => {
      const day = new Date(at).toISOString().slice(0, 10);
      return between(
        buildAttempt({
          suites: [`run of ${day}`],
          className: `of ${lrn}`,
          name: `sends ${lrn} at ${new Date(at).toISOString()}`,
          statements: [
            { key: 'lrn', value: lrn, source: 'property', derived: false, line: 1 },
            messageStatement('IE015', at),
          ],
        }),
      );
    };
    expect(key('ORDER-26-A', NOW)).toBe(key('ORDER-26-B', NOW - 9 * 86_400_000));
    expect(key('A1', NOW)).not.toBe(key('A2', NOW));
  });

  it('leaves suites apart that differ in more than that', () => {
    const key = (suite: string, day: number) =>
      between(buildAttempt({ suites: [suite], name: 'a', statements: [messageStatement('IE015', day)] }));
    const [monday, sunday] = [Date.UTC(2026, 6, 6), Date.UTC(2026, 6, 12)];
    expect(key('GB, 2026-07-06', monday)).toBe(key('GB, 2026-07-12', sunday));
    expect(key('GB, 2026-07-06', monday)).not.toBe(key('XI, 2026-07-12', sunday));
    expect(key('GB, 2026-07-06', monday)).not.toBe(key('GB, 2026-07-06', sunday));
  });

  it('is an LRN of four characters, none of three, whole where one begins another', () => {
    const own = { lrns: ['A1', 'ABC', 'ABCD', 'ABCD-2'], times: [noon - 30 * 86_400_000, noon] };
    expect(neutralName('sends ABCD, ABCD-2, ABC, A1 on 2026-07-01', own)).toBe('sends ‹lrn›, ‹lrn›, ABC, A1 on ‹time›');
    expect(neutralName('sends ABCD', own)).toBe('sends ‹lrn›');
  });

  it('is an LRN that a message states, and nothing of other statements', () => {
    const key = (name: string, statement: Statement) => between(buildAttempt({ name, statements: [statement] }));
    const lrn = (value: string) => messageStatement('IE015', undefined, { lrn: value });
    const mrn = (value: string): Statement => ({ key: 'mrn', value, source: 'property', derived: false, line: 1 });
    expect(key('sends ORDER-A', lrn('ORDER-A'))).toBe(key('sends ORDER-B', lrn('ORDER-B')));
    expect(key('sends ORDER-A', mrn('ORDER-A'))).not.toBe(key('sends ORDER-B', mrn('ORDER-B')));
  });

  it('is put aside in suites by an LRN alone, which no digit gives away', () => {
    const key = (value: string) =>
      between(
        buildAttempt({
          suites: [`order ${value}`],
          statements: [{ key: 'lrn', value, source: 'property', derived: false, line: 1 }],
        }),
      );
    expect(key('ORDER-A')).toBe(key('ORDER-B'));
  });

  it('is a time of day by the clock that the report shows, or by UTC', () => {
    const key = (text: string, name: string) =>
      between(
        buildAttempt({
          name,
          reported: { text, from: 'case', instant: Date.parse(text.trim()), assumedZone: false, lasts: 90_000 },
        }),
      );
    const summer = '2026-07-01T09:30:00+01:00';
    expect(key(summer, 'sent 09:30:00')).toBe(key('2026-07-09T14:00:00Z', 'sent 14:00:00'));
    expect(key(summer, 'sent 08:30:00')).toBe(key('2026-07-09T14:00:00Z', 'sent 14:01:30'));
    expect(key('2026-07-01 09:30:00.5+01:00', 'sent 9:30:00.5')).toBe(key('2026-07-09T14:00:00Z', 'sent 14:00:00'));
    expect(key('2026-07-01T09:30+01:00', 'sent 09:30:00')).toBe(key('2026-07-09T14:00:00Z', 'sent 14:00:00'));
    expect(key(' 2026-07-01T09:30:05+01:00', 'sent 09:30:05')).toBe(key('2026-07-09T14:00:00Z', 'sent 14:00:00'));
    expect(key('Wed, 01 Jul 2026 08:30:05 GMT', 'sent 08:30:05')).toBe(key('2026-07-09T14:00:00Z', 'sent 14:00:00'));
    expect(key('2026-07-01T08:10:00Z', 'window 08:00:00')).not.toBe(key('2026-07-09T20:10:00Z', 'window 20:00:00'));
  });

  it('takes no longer the more often a name begins to look like something', () => {
    // Trying all in all ways would take these beyond the test's time limit.
    for (const piece of ['LRN=', '2025-03-10T', '1:1', '26GB', 'MRN undefine', `MRN${' '.repeat(1000)}`]) {
      expect(neutral(piece.repeat(600_000 / piece.length)).length).toBeGreaterThan(0);
    }
  });
});

it('keeps tests apart that differ in suite, class or name, also with separators in the names', () => {
  const parts = fc.record({
    suites: fc.array(fc.string(), { maxLength: 3 }),
    className: fc.string(),
    name: fc.string(),
  });
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      const same = JSON.stringify([a.suites, a.className, a.name]) === JSON.stringify([b.suites, b.className, b.name]);
      expect(keys.of(a) === keys.of(b)).toBe(same);
      const [keyA, keyB] = [a, b].map((of) => between(buildAttempt({ ...of, statements: [] })));
      if (same) expect(keyA).toBe(keyB);
    }),
  );
});

describe('a failure that is no test', () => {
  const test = { outcome: 'failed', name: 'released', className: 'c' } as const;

  it.each([
    ['what a suite declares', { ...test, declared: 'failures', name: 'declares more' }],
    ['a hook of mocha', { ...test, name: 'DSGB1: x "before all" hook: sign in' }],
    ['a hook for one test', { ...test, name: '"after each" hook for "DSGB1: is released"' }],
    ['a class of JUnit', { ...test, name: 'initializationError' }],
    ['a class of Gradle', { ...test, name: 'executionError' }],
    ['a case without a name', { ...test, name: '' }],
    ['a file of jest', { ...test, className: 'Test suite failed to run', name: 'departures.spec.ts' }],
    ['a module of pytest', { ...test, className: '', name: 'tests.test_departures', message: 'collection failure' }],
    [
      'a class of unittest',
      { ...test, name: 'setUpClass (tests.Departures)', className: 'unittest.suite._ErrorHolder' },
    ],
    ['a module that unittest could not load', { ...test, name: 'tests', className: 'unittest.loader._FailedTest' }],
    ['a file of vitest', { ...test, name: 'test/departures.test.ts', className: 'test/departures.test.ts' }],
    ['a package of Go', { ...test, name: '[build failed]' }],
    ['a request without an answer in Bruno', { ...test, name: 'Test suite has no errors' }],
    ['a script that broke off in Bruno', { ...test, name: 'Test Script Error' }],
    ['another script of Bruno', { ...test, name: 'Post-Response Script Error' }],
  ] as const)('is %s', (_, result) => {
    expect(isSetUp(result)).toBe(true);
  });

  it.each([
    ['a test of that name that passed', { ...test, outcome: 'passed', name: 'Test Script Error' }],
    ['a file that passed', { ...test, outcome: 'passed', name: 'test/departures.test.ts' }],
    ['a test in a file of vitest', { ...test, className: 'test/departures.test.ts' }],
    ['a test about a file', { ...test, name: 'loads departures.ts' }],
    ['a test about hooks', { ...test, name: 'runs the hook before all others' }],
    ['any other failure', { ...test, name: 'GET departure must return response code 200' }],
  ] as const)('is not %s', (_, result) => {
    expect(isSetUp(result)).toBe(false);
  });
});
