import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { reasonsOf } from '../../src/assessment/assessment.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import { buildProvenance, DAY, HOUR, MINUTE, mrns, NOW, buildClock } from '../builders.ts';
import { attemptAt, inputOf, messageStatement, problemsOf, saidOf } from './inputs.ts';

const judge = (attempts: readonly Attempt[], ...rest: Partial<Parameters<typeof inputOf>[1]>[]) =>
  assess(inputOf(attempts, ...rest), NOW);
const dsgb1 = (attempts: readonly Attempt[]) => judge(attempts).scenarios.get('DSGB1');
const status = (...attempts: readonly Attempt[]) => dsgb1(attempts)?.status;
const at = (hours: number, outcome: Attempt['outcome'], overrides: Partial<Attempt> = {}) =>
  attemptAt(NOW - hours * HOUR, { outcome, file: `run-${hours}.xml`, ...overrides });
/** A report's time, as `lasts` and its like make it. */
const timed = (hours: number, more: Partial<NonNullable<Attempt['reported']>>): Partial<Attempt> => ({
  reported: {
    text: new Date(NOW - hours * HOUR).toISOString(),
    from: 'case',
    instant: NOW - hours * HOUR,
    assumedZone: false,
    ...more,
  },
});
const bare = (hours: number, more: Partial<NonNullable<Attempt['reported']>> = {}) =>
  timed(hours, { text: new Date(NOW - hours * HOUR).toISOString().slice(0, 19), assumedZone: true, ...more });

describe('a later try of the same test', () => {
  it('takes the place of the older one, pass or failure, and both places are told', () => {
    expect(status(at(3, 'failed'), at(2, 'passed'))).toBe('passed');
    expect(status(at(3, 'passed'), at(2, 'failed'))).toBe('failed');
    expect(status(at(3, 'passed'), at(2, 'not-run'))).toBe('not-run');
    expect(dsgb1([at(3, 'failed'), at(2, 'passed')])?.setAside).toMatchObject([
      {
        attempt: { file: 'run-3.xml' },
        standing: { is: 'superseded', by: { file: 'run-2.xml' }, how: 'later-try' },
      },
    ]);
  });

  it('is of the same suite, class and name', () => {
    for (const other of [{ suites: ['another'] }, { className: 'another' }, { name: 'another' }]) {
      expect(status(at(3, 'failed'), at(2, 'passed', other))).toBe('failed');
    }
  });

  it('is of the same scenario, where a property tells of which a test is', () => {
    const named = { name: 'submit' };
    expect(status(at(3, 'failed', named), at(2, 'passed', { ...named, scenario: 'ASGB1' }))).toBe('failed');
  });

  it('starts after the older one has ended: overlapping runs both count', () => {
    const ran = (hours: number, lasts: number, outcome: Attempt['outcome']) =>
      at(hours, outcome, timed(hours, { lasts: lasts * HOUR }));
    // The pass ended with its last message, the failure began before that.
    const passed = at(3, 'passed', {
      ...timed(3, { lasts: 0.1 * HOUR }),
      statements: [messageStatement('IE029', NOW - 2 * HOUR)],
    });
    expect(status(passed, at(2.5, 'failed'))).toBe('failed');
    expect(status(ran(3, 2, 'failed'), at(2.5, 'passed'))).toBe('failed');
    expect(status(ran(3, 0.4, 'failed'), at(2.5, 'passed'))).toBe('passed');
    expect(status(ran(3, 0.5, 'failed'), at(2.5, 'passed')), 'not in the same moment').toBe('failed');
    // However long it says that it took, it is over by now.
    expect(status(ran(3, 1e6, 'failed'), at(2.5, 'passed'))).toBe('failed');
  });

  it('has a time that can be compared: both with a zone, or both without as one tool writes them on one machine', () => {
    expect(status(at(2, 'failed', bare(2)), at(1, 'passed'))).toBe('failed');
    expect(status(at(2, 'failed'), at(1, 'passed', bare(1)))).toBe('failed');
    expect(status(at(2, 'failed', bare(2)), at(1, 'passed', bare(1)))).toBe('passed');
    const hosted = (hours: number, host: string) => bare(hours, { host });
    expect(status(at(2, 'failed', hosted(2, 'a')), at(1, 'passed', hosted(1, 'a')))).toBe('passed');
    expect(status(at(2, 'failed', hosted(2, 'a')), at(1, 'passed', hosted(1, 'b')))).toBe('failed');
    const other = { text: '2026-11-28 11:00:00' };
    expect(status(at(2, 'failed', bare(2)), at(1, 'passed', bare(1, other)))).toBe('failed');
    // Two days apart, no zones can turn them round.
    expect(status(at(48, 'failed', bare(48)), at(1, 'passed'))).toBe('passed');
    expect(status(at(27.1, 'failed', bare(27.1)), at(1, 'passed'))).toBe('passed');
    expect(status(at(26.9, 'failed', bare(26.9)), at(1, 'passed'))).toBe('failed');
  });

  it('is told from the older one by GitHub where that one is out of an artifact', () => {
    const provenance = buildProvenance({ createdAt: NOW - 2 * HOUR });
    expect(status(at(3, 'failed', { ...bare(3), provenance }), at(1, 'passed'))).toBe('passed');
    expect(status(attemptAt(null, { outcome: 'failed', provenance }), at(1, 'passed'))).toBe('passed');
    expect(status(attemptAt(null, { outcome: 'failed', provenance }), at(1.95, 'passed'))).toBe('failed');
    // The hosts of two runs always differ.
    const [a, b] = [bare(5, { host: 'a' }), bare(1, { host: 'b' })];
    expect(status(at(5, 'failed', { ...a, provenance: buildProvenance() }), at(1, 'passed', b))).toBe('passed');
  });

  it('is not what has no start, nor after what has no end', () => {
    expect(status(at(2, 'failed'), attemptAt(null))).toBe('failed');
    expect(status(attemptAt(null, { outcome: 'failed' }), at(1, 'passed'))).toBe('failed');
  });

  it('may be dated by its messages alone', () => {
    const said = (from: number, to: number, outcome: Attempt['outcome']) =>
      attemptAt(null, {
        outcome,
        statements: [messageStatement('IE015', NOW - from * HOUR), messageStatement('IE029', NOW - to * HOUR)],
      });
    expect(status(said(5, 4, 'failed'), said(3, 2, 'passed'))).toBe('passed');
    expect(status(said(5, 2.5, 'failed'), said(3, 2, 'passed'))).toBe('failed');
  });
});

describe('names that differ', () => {
  const named = (name: string, hours: number, outcome: Attempt['outcome'], file = `run-${hours}.xml`) =>
    at(hours, outcome, { name, file });
  const of = (mrn: string) => `accepted MRN ${mrn}`;

  it('are two tests within a run, whatever differs', () => {
    for (const [a, b] of [
      [of(mrns.gb), of(mrns.gb2)],
      ['for trader GB123456789012', 'for trader GB123456789013'],
      [of('undefined'), of(mrns.gb)],
    ] as const) {
      expect(status(named(a, 3, 'failed'), named(b, 2, 'passed'))).toBe('failed');
    }
  });

  it('may be one test in two runs, where what differs belongs to a run', () => {
    expect(status(named(of(mrns.gb), 30, 'failed'), named(of(mrns.gb2), 2, 'passed'))).toBe('passed');
    expect(status(named(of('undefined'), 30, 'failed'), named(of(mrns.gb2), 2, 'passed'))).toBe('passed');
    expect(status(named('trader GB123456789012', 30, 'failed'), named('trader GB123456789013', 2, 'passed'))).toBe(
      'failed',
    );
    const runs = [buildProvenance({ runId: 1 }), buildProvenance({ runId: 2 })] as const;
    const ofRun = (run: 0 | 1, mrn: string, hours: number, outcome: Attempt['outcome']) => ({
      ...named(of(mrn), hours, outcome, 'r.xml'),
      provenance: { ...runs[run], artifactId: hours },
    });
    expect(status(ofRun(0, mrns.gb, 3, 'failed'), ofRun(1, mrns.gb2, 2, 'passed'))).toBe('passed');
    expect(status(ofRun(0, mrns.gb, 3, 'failed'), ofRun(0, mrns.gb2, 2, 'passed'))).toBe('failed');
  });

  it('are not taken for one where the later run has fewer of them', () => {
    const first = [named(of(mrns.gb), 31, 'failed', 'a.xml'), named(of(mrns.gb2), 30, 'passed', 'a.xml')];
    expect(status(...first, named(of(mrns.xi), 2, 'passed', 'b.xml'))).toBe('failed');
    const second = [named(of(mrns.xi), 2, 'passed', 'b.xml'), named(of(mrns.xi2), 2, 'passed', 'b.xml')];
    expect(status(...first, ...second)).toBe('passed');
  });
});

describe('a conflict', () => {
  const pair = [at(2, 'passed'), at(2, 'failed', { file: 'other.xml', line: 9 })];
  const message =
    "'[DSGB1] is released for transit' has contradictory results and the time is the same: passed in run-2.xml:7, failed in other.xml:9. ";
  const conflicts = (...attempts: readonly Attempt[]) =>
    problemsOf(judge(attempts)).filter(({ kind }) => kind === 'conflict');
  const told = (...attempts: readonly Attempt[]) => conflicts(...attempts)[0]?.message ?? '';

  it('is told with all places and what decides', () => {
    expect(conflicts(...pair)).toEqual([
      {
        kind: 'conflict',
        severity: 'warning',
        scenario: 'DSGB1',
        place: { file: 'run-2.xml', line: 7 },
        message: `${message}The worst counts, and a later run of the test replaces both.`,
      },
    ]);
  });

  it('says why neither is the later one, and what would tell', () => {
    const undated = attemptAt(null, { outcome: 'failed', file: 'other.xml' });
    expect(told(at(2, 'passed'), undated)).toContain(
      'has contradictory results and no time tells which is later: passed in run-2.xml:7, failed in other.xml:7. The worst ' +
        'counts; have the report write when each ran.',
    );
    const long = at(3, 'failed', timed(3, { lasts: 2 * HOUR }));
    expect(told(long, at(2, 'passed'))).toContain('they ran side by side');
    expect(told(at(2, 'failed', bare(2)), at(1, 'passed'))).toContain(
      "their times can't be compared, since at least one has no zone",
    );
    const retries = [at(2, 'failed', { file: 'r.xml' }), at(2, 'passed', { file: 'r.xml', line: 9 })];
    expect(told(...retries)).toContain("set duplicates to 'last' if your tool lists retries so.");
    expect(reasonsOf(judge(retries))[0]?.next).toMatch(/^If your tool lists retries .* set duplicates to 'last'/);
  });

  it('is none where the results agree, are apart in time, or of other tests', () => {
    expect(conflicts(at(2, 'passed'), at(2, 'passed', { file: 'other.xml' }))).toEqual([]);
    expect(conflicts(at(3, 'failed'), at(2, 'passed'))).toEqual([]);
    expect(conflicts(at(2, 'failed'), at(2, 'passed', { name: 'b' }))).toEqual([]);
  });
});

describe('the last one listed', () => {
  const tries = [at(2, 'failed', { order: 3 }), at(2, 'passed', { order: 5 }), at(2, 'not-run', { order: 4 })];

  it('is the one read last in the same report, and counts alone', () => {
    for (const attempts of [tries, tries.toReversed()]) {
      const scenario = judge(attempts, { duplicates: 'last' }).scenarios.get('DSGB1');
      expect(scenario).toMatchObject({ status: 'passed', superseded: 2 });
      expect(scenario?.counted).toHaveLength(1);
    }
    expect(dsgb1(tries)?.counted).toHaveLength(3);
  });

  it('of another report stands beside it', () => {
    const others = tries.map((attempt) => ({ ...attempt, file: `${attempt.order}.xml` }));
    expect(judge(others, { duplicates: 'last' }).scenarios.get('DSGB1')?.status).toBe('failed');
  });
});

describe('a failure without a counterpart', () => {
  const suites = ['tests', 'departures.test.js'];
  const claim = (overrides: Partial<Attempt> = {}) =>
    at(50, 'failed', { declared: 'failures', name: 'declares more', className: '', suites, ...overrides });
  const hook = (overrides: Partial<Attempt> = {}) =>
    at(50, 'failed', { name: '"before all" hook: sign in', suites, ...overrides });
  const test = (
    name: string,
    hours: number,
    outcome: Attempt['outcome'] = 'passed',
    overrides: Partial<Attempt> = {},
  ) => at(hours, outcome, { name, suites, ...overrides });

  it('is superseded by a later whole report of its suite', () => {
    for (const failure of [claim(), hook()]) {
      expect(status(failure, test('a', 2))).toBe('passed');
      expect(status(failure, test('a', 50), test('a', 2), test('b', 2))).toBe('passed');
      expect(dsgb1([failure, test('a', 2)])?.setAside).toMatchObject([{ standing: { how: 'whole-report' } }]);
    }
  });

  it('is not superseded by a part of the suite, by one with a failure or one that declares more', () => {
    for (const failure of [claim(), hook()]) {
      expect(status(failure, test('a', 50), test('b', 2))).toBe('failed');
      expect(status(failure, test('a', 2, 'passed'), test('b', 2, 'failed'))).toBe('failed');
      expect(status(failure, test('a', 2), at(2, 'failed', { declared: 'failures', name: 'more', suites }))).toBe(
        'failed',
      );
      expect(status(failure, test('a', 2, 'not-run'))).toBe('failed');
    }
  });

  it('is not superseded by a report of its own run, by an older, an overlapping or an undated one', () => {
    expect(status(claim(), test('a', 46))).toBe('failed');
    expect(status(claim(), test('a', 60))).toBe('failed');
    expect(status(claim(timed(50, { lasts: 49 * HOUR })), test('a', 2))).toBe('failed');
    expect(status(claim(), attemptAt(null, { name: 'a', suites, file: 'u.xml' }))).toBe('failed');
    expect(status(claim(), test('a', 2, 'passed', { file: 'run-50.xml' }))).toBe('failed');
    expect(status(claim(), test('a', 2), attemptAt(null, { name: 'b', suites, file: 'run-2.xml' }))).toBe('failed');
  });

  it('is not superseded by another suite, also one of the same generic name', () => {
    expect(status(claim(), test('a', 2, 'passed', { suites: ['tests', 'arrivals.test.js'] }))).toBe('failed');
    for (const name of ['pytest', 'Newman', 'jest tests', 'Mocha Tests', '']) {
      const generic = { suites: name === '' ? [] : [name] };
      expect(status(claim(generic), test('a', 2, 'passed', generic))).toBe('failed');
      expect(status(claim(generic), test('a', 50, 'passed', generic), test('a', 2, 'passed', generic))).toBe('passed');
    }
    const module = { suites: ['pytest'], name: 'tests.test_departures', className: '', message: 'collection failure' };
    const inModule = { suites: ['pytest'], className: 'tests.test_departures.TestDsgb1' };
    expect(status(at(50, 'failed', module), test('a', 2, 'passed', inModule))).toBe('passed');
    expect(status(at(50, 'failed', module), test('a', 2, 'passed', { ...inModule, className: 'tests.other' }))).toBe(
      'failed',
    );
  });

  it('may be a test that was renamed, where every other one is listed again', () => {
    const old = [test('a', 50), test('old name', 50, 'failed')];
    expect(status(...old, test('a', 2), test('new name', 2))).toBe('passed');
    expect(status(...old, test('new name', 2))).toBe('failed');
    // By itself it may be one that only the later run left out.
    expect(status(test('old name', 50, 'failed'), test('new name', 2))).toBe('failed');
  });

  it('is superseded where the path of the suite has the date or the MRN of its run in it', () => {
    const on = (hours: number, more: Partial<Attempt> = {}) => ({
      suites: ['tests', `run of ${new Date(NOW - hours * HOUR).toISOString().slice(0, 10)}`, 'departures'],
      ...more,
    });
    for (const failure of [claim, hook]) {
      expect(status(failure(on(50)), test('a', 2, 'passed', on(2)))).toBe('passed');
      expect(status(failure(on(50)), test('a', 50, 'passed', on(50)), test('b', 2, 'passed', on(2)))).toBe('failed');
    }
    const old = [test('a', 50, 'passed', on(50)), test('old name', 50, 'failed', on(50))];
    expect(status(...old, test('a', 2, 'passed', on(2)), test('new name', 2, 'passed', on(2)))).toBe('passed');
    const of = (mrn: string) => ({ suites: [`departure ${mrn}`] });
    expect(status(hook(of(mrns.gb)), test('a', 2, 'passed', of(mrns.xi)))).toBe('passed');
    // A date that is not that of the run may be a parameter.
    const limit = (day: string) => ({ suites: [`limit ${day}`] });
    expect(status(hook(limit('2027-01-01')), test('a', 2, 'passed', limit('2027-02-01')))).toBe('failed');
  });

  it('is superseded by a suite of the same name and the same classes that has moved', () => {
    const build = (number: number, className = 'c') => ({ suites: [`build ${number}`, 'departures'], className });
    const old = [test('a', 50, 'passed', build(1)), test('b', 50, 'failed', build(1))];
    const again = [test('a', 2, 'passed', build(2)), test('b', 2, 'passed', build(2))];
    expect(status(...old, ...again)).toBe('passed');
    expect(status(...old, test('a', 2, 'passed', build(2)), test('new name', 2, 'passed', build(2)))).toBe('passed');
    expect(status(...old, test('b', 2, 'passed', build(2))), 'a part').toBe('failed');
    expect(status(...old, ...again, test('d', 2, 'failed', build(2))), 'with a failure').toBe('failed');
    expect(status(...old, ...again, test('d', 2, 'passed', build(2, 'd'))), 'with another class').toBe('failed');
    const generic = (number: number) => ({ suites: [`build ${number}`, 'pytest'], className: 'c' });
    expect(status(test('b', 50, 'failed', generic(1)), test('b', 2, 'passed', generic(2)))).toBe('failed');
  });

  it('is not superseded by the suite of another module or leg, which stood beside its own or stands beside it now', () => {
    const leg = (name: string) => ({ suites: [name, 'departures'], className: 'c' });
    const gb = [test('a', 50, 'failed', leg('gb')), test('b', 50, 'passed', leg('gb'))];
    const xi = (hours: number) => [
      test('a', hours, 'passed', { ...leg('xi'), file: `xi-${hours}.xml` }),
      test('b', hours, 'passed', { ...leg('xi'), file: `xi-${hours}.xml` }),
    ];
    expect(status(...gb, ...xi(50), ...xi(2))).toBe('failed');
    expect(status(...gb, ...xi(2), test('a', 2, 'not-run', leg('gb')))).not.toBe('passed');
    expect(status(...gb, ...xi(2), test('d', 2, 'passed', leg('gb')))).toBe('failed');
  });

  it('that stands says how to get rid of it', () => {
    const next = (...attempts: readonly Attempt[]) => reasonsOf(judge(attempts))[0]?.next ?? '';
    expect(next(test('old name', 50, 'failed'), test('new name', 2))).toBe(
      "No later result takes the place of 'old name': run it again under the same name, or its whole suite with every other " +
        'test that the old report lists, if any of these did not fail. If it is a hook, or a test that is gone or was renamed, leave run-50.xml out of the results, or set ' +
        'not-before to 28 November 2026, 10:00:00 UTC.',
    );
    const provenance = buildProvenance({ createdAt: NOW - 49 * HOUR });
    expect(next(claim({ provenance }), test('a', 50, 'passed', { provenance }), test('b', 2))).toContain(
      "leave the artifact 'trader-test-results' of run 900100200 out",
    );
    expect(next(test('a', 50), test('b', 2, 'failed'))).toMatch(/^Find out why DSGB1 failed/);
  });

  it('from before not-before is no longer counted', () => {
    const clock = buildClock();
    const since = (hours: number, ...attempts: readonly Attempt[]) =>
      judge(attempts, { clock: { ...clock, notBefore: NOW - hours * HOUR } }).scenarios.get('DSGB1');
    const renamed = [test('old name', 50, 'failed'), test('new name', 2)];
    expect(since(2, ...renamed)?.status).toBe('passed');
    expect(since(51, ...renamed)?.status).toBe('failed');
    expect(since(49, test('old name', 50, 'failed'))).toMatchObject({ status: 'not-run' });
    expect(since(49, test('a', 50), test('b', 2))?.status, 'a pass from before is stale').toBe('stale');
  });
});

describe('a result that can only count against', () => {
  const doubtful = (hours: number, outcome: Attempt['outcome'], overrides: Partial<Attempt> = {}) =>
    at(hours, outcome, { ambiguous: true, ...overrides });

  it('and passed is noted, and heals only a failure of the same kind', () => {
    expect(status(doubtful(5, 'failed', { name: 'd', ambiguous: true }), doubtful(2, 'passed', { name: 'd' }))).toBe(
      'not-run',
    );
    const clear = judge([at(5, 'failed'), doubtful(2, 'passed')]);
    expect(clear.scenarios.get('DSGB1')?.status).toBe('failed');
    expect(saidOf(clear, 'DSGB1')).toEqual(["'[DSGB1] is released for transit' failed (run-5.xml:7)"]);
  });

  it('and failed counts', () => {
    const against = judge([at(5, 'passed'), doubtful(2, 'failed', { message: 'boom' })]);
    expect(against.scenarios.get('DSGB1')?.status).toBe('failed');
    expect(saidOf(against, 'DSGB1')).toEqual(["'[DSGB1] is released for transit' failed: boom (run-2.xml:7)"]);
    expect(saidOf(judge([doubtful(2, 'not-run', { message: 'skipped' })]), 'DSGB1')).toEqual([
      "'[DSGB1] is released for transit' counts for none, because it names several scenarios: skipped (run-2.xml:7)",
    ]);
  });

  it('leaves a clear pass alone, without its message', () => {
    expect(saidOf(judge([at(2, 'passed', { message: 'noise' })]), 'DSGB1')).toEqual([]);
    expect(saidOf(judge([at(2, 'passed', { flaky: true, message: 'noise' })]), 'DSGB1')).toEqual([
      "'[DSGB1] is released for transit' passed only after failed tries (run-2.xml:7)",
    ]);
    const two = judge([at(2, 'passed', { flaky: true }), at(1, 'passed', { name: 'b' })]);
    expect(saidOf(two, 'DSGB1')).toHaveLength(1);
  });
});

it('never takes a time for credible that lies after the making of its artifact', () => {
  const provenance = buildProvenance({ createdAt: NOW - 11 * DAY });
  const result = attemptAt(NOW - 2 * DAY, { provenance });
  expect(dsgb1([result])).toMatchObject({ status: 'stale', undated: true });
  expect(saidOf(judge([result]), 'DSGB1').join()).toContain(
    'lies after 17 November 2026, 12:00:00 UTC, when its artifact was made',
  );
  const within = attemptAt(NOW - 11 * DAY + 4 * MINUTE, { provenance });
  expect(dsgb1([within])).toMatchObject({ status: 'passed' });
});
