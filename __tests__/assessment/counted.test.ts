import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import { buildProvenance, HOUR, NOW } from '../builders.ts';
import { attemptAt, inputOf, problemsOf, saidOf } from './inputs.ts';

const judge = (attempts: readonly Attempt[], ...rest: Partial<Parameters<typeof inputOf>[1]>[]) =>
  assess(inputOf(attempts, ...rest), NOW);
const dsgb1 = (attempts: readonly Attempt[]) => judge(attempts).scenarios.get('DSGB1');
const at = (hours: number, outcome: Attempt['outcome'], overrides: Partial<Attempt> = {}) =>
  attemptAt(NOW - hours * HOUR, { outcome, file: `run-${hours}.xml`, ...overrides });

describe('a conflict', () => {
  const pair = [at(2, 'passed'), at(2, 'failed', { file: 'other.xml', line: 9 })];
  const message =
    "'[DSGB1] is released for transit' has contradictory results and the time is the same: passed in run-2.xml:7, failed in other.xml:9. ";

  it('is told with all places and what decides', () => {
    expect(problemsOf(judge(pair))).toEqual([
      {
        kind: 'conflict',
        severity: 'warning',
        scenario: 'DSGB1',
        place: { file: 'run-2.xml', line: 7 },
        message: `${message}The worst counts; set duplicates to 'last' if your tool lists retries so.`,
      },
    ]);
    expect(problemsOf(judge(pair, { duplicates: 'last' })).map((problem) => problem.message)).toEqual([
      `${message}The last one listed counts, as set by duplicates.`,
    ]);
  });

  it('says when it is for want of a time', () => {
    const undated = attemptAt(null, { outcome: 'failed', file: 'other.xml' });
    expect(problemsOf(judge([at(2, 'passed'), undated]))[0]?.message).toContain(
      'has contradictory results and no time tells which is later: passed in run-2.xml:7, failed in other.xml:7. ',
    );
  });

  it('is none where the results agree, are apart in time, or of other tests', () => {
    const conflicts = (attempts: readonly Attempt[]) =>
      problemsOf(judge(attempts)).filter(({ kind }) => kind === 'conflict');
    expect(conflicts([at(2, 'passed'), at(2, 'passed', { file: 'other.xml' })])).toEqual([]);
    expect(conflicts([at(3, 'failed'), at(2, 'passed')])).toEqual([]);
    expect(conflicts([at(2, 'failed'), at(2, 'passed', { name: 'b', identity: 'b' })])).toEqual([]);
  });

  it('between doubtful results is told, too', () => {
    expect(problemsOf(judge(pair.map((attempt) => ({ ...attempt, ambiguous: true }))))).toHaveLength(1);
  });
});

describe('the last one listed', () => {
  it('is the one read last, whatever the order of the list, and counts alone', () => {
    const tries = [at(2, 'failed', { order: 3 }), at(2, 'passed', { order: 5 }), at(2, 'not-run', { order: 4 })];
    for (const attempts of [tries, tries.toReversed()]) {
      const scenario = judge(attempts, { duplicates: 'last' }).scenarios.get('DSGB1');
      expect(scenario).toMatchObject({ status: 'passed', superseded: 2 });
      expect(scenario?.counted).toHaveLength(1);
    }
    expect(judge(tries).scenarios.get('DSGB1')?.counted).toHaveLength(3);
  });
});

describe('of several reports', () => {
  const named = (name: string, hours: number, outcome: Attempt['outcome'], file: string) =>
    at(hours, outcome, { name, identity: 'MRN ‹mrn›', file });

  it('the one with the latest result counts with all of its own, and of each test only the latest', () => {
    const results = [
      named('MRN 1', 3, 'failed', 'new.xml'),
      named('MRN 1', 2, 'passed', 'new.xml'),
      named('MRN 2', 1, 'passed', 'new.xml'),
      named('MRN 3', 2, 'failed', 'old.xml'),
    ];
    expect(dsgb1(results)).toMatchObject({ status: 'passed', superseded: 2 });
  });

  it('two artifacts may hold one of the same path', () => {
    const of = (artifactId: number, attempt: Attempt) => ({ ...attempt, provenance: buildProvenance({ artifactId }) });
    const old = of(1, named('MRN 1', 9, 'failed', 'r.xml'));
    expect(dsgb1([old, of(2, named('MRN 2', 1, 'passed', 'r.xml'))])?.status).toBe('passed');
    expect(dsgb1([old, of(1, named('MRN 2', 1, 'passed', 'r.xml'))])?.status).toBe('failed');
    expect(dsgb1([old, named('MRN 2', 1, 'passed', 'r.xml')])?.status).toBe('passed');
  });
});

describe('a failure that is no test', () => {
  const claim = (overrides: Partial<Attempt> = {}) =>
    at(5, 'failed', { declared: 'failures', identity: 'claim', name: 'claims more', suites: ['a', 'b'], ...overrides });
  const status = (...attempts: readonly Attempt[]) => dsgb1(attempts)?.status;
  const passes = (hours: number, overrides: Partial<Attempt> = {}) =>
    at(hours, 'passed', { suites: ['a', 'b'], ...overrides });

  it('is outlived by a later result of its suite, or of one inside of it, in another report', () => {
    expect(status(claim(), passes(2))).toBe('passed');
    expect(status(claim(), passes(2, { suites: ['a', 'b', 'c'] }))).toBe('passed');
    expect(status(claim({ suites: [] }), passes(2))).toBe('passed');
  });

  it('stands against results of other suites, as old ones, undated ones and those of its own report', () => {
    expect(status(claim(), passes(2, { suites: ['a'] }))).toBe('failed');
    expect(status(claim(), passes(2, { suites: ['a', 'c'] }))).toBe('failed');
    expect(status(claim(), passes(2, { suites: ['x', 'a', 'b'] }))).toBe('failed');
    expect(status(claim(), passes(5, { file: 'same-hour.xml' }))).toBe('failed');
    expect(status(claim(), passes(6))).toBe('failed');
    expect(status(claim(), attemptAt(null, { suites: ['a', 'b'] }))).toBe('failed');
    expect(status(claim(), passes(2, { file: 'run-5.xml' }))).toBe('failed');
  });

  it('stands without a time, and against another claim', () => {
    const undated = attemptAt(null, { outcome: 'failed', declared: 'failures', identity: 'claim', suites: ['a', 'b'] });
    expect(status(undated, passes(2))).toBe('failed');
    const second = claim({ identity: 'another claim', name: 'claims other', file: 'run-2.xml' });
    expect(
      status(claim(), { ...second, reported: { text: '', from: 'case', instant: NOW - HOUR, assumedZone: false } }),
    ).toBe('failed');
  });

  it('is outlived by another report although its own has the latest result, and whatever lies between', () => {
    expect(
      status(claim({ file: 'own.xml' }), passes(1, { file: 'own.xml' }), passes(2, { name: 'n', identity: 'n' })),
    ).toBe('passed');
    expect(
      status(
        claim({ file: 'own.xml' }),
        passes(1, { file: 'own.xml' }),
        passes(8, { name: 'n', identity: 'n', file: 'b.xml' }),
        passes(3, { name: 'm', identity: 'm', file: 'c.xml' }),
        passes(9, { name: 'k', identity: 'k', file: 'c.xml' }),
      ),
    ).toBe('passed');
  });
});

describe('a failure that is no test, among several results of its suite', () => {
  const suites = ['a', 'b'];
  const claim = (overrides: Partial<Attempt> = {}) =>
    at(5, 'failed', { declared: 'failures', identity: 'claim', name: 'claims more', suites, ...overrides });
  const test = (name: string, hours: number, file: string, outcome: Attempt['outcome'] = 'passed') =>
    at(hours, outcome, { suites, name, identity: name, file });

  it('is outlived by the latest of another report, wherever that stands in it', () => {
    expect(dsgb1([claim(), test('1', 6, 'o.xml'), test('2', 2, 'o.xml')])?.status).toBe('passed');
    expect(dsgb1([claim(), test('2', 2, 'o.xml'), test('1', 6, 'o.xml')])?.status).toBe('passed');
  });

  it('is outlived by another report though its own has many later results', () => {
    const own = [test('1', 1, 'own.xml'), test('2', 0.5, 'own.xml')];
    for (const order of [own, own.toReversed()]) {
      const all = [claim({ file: 'own.xml' }), test('0', 2, 'other.xml'), ...order];
      expect(dsgb1(all)?.status).toBe('passed');
      expect(dsgb1(all.toReversed())?.status).toBe('passed');
    }
  });

  it('is outlived although that report has results without a time, which count as such', () => {
    const undated = attemptAt(null, { suites, name: 'u', identity: 'u', file: 'o.xml' });
    expect(dsgb1([claim(), test('1', 2, 'o.xml'), undated])).toMatchObject({ status: 'stale', undated: true });
  });

  it('takes no test with it, and is not outlived by another such failure', () => {
    expect(dsgb1([claim(), test('A', 5, 'run-5.xml', 'failed'), test('B', 2, 'o.xml')])?.status).toBe('failed');
    const second = at(2, 'failed', { declared: 'failures', identity: 'other', name: 'claims other', suites });
    expect(dsgb1([claim(), second])).toMatchObject({ status: 'failed', superseded: 0 });
  });
});

describe('an ambiguous result', () => {
  const doubtful = (hours: number, outcome: Attempt['outcome'], overrides: Partial<Attempt> = {}) =>
    at(hours, outcome, { ambiguous: true, ...overrides });

  it('that passed is noted and heals only an ambiguous failure of the same test', () => {
    expect(
      dsgb1([doubtful(5, 'failed', { identity: 'd', name: 'd' }), doubtful(2, 'passed', { identity: 'd', name: 'd' })])
        ?.status,
    ).toBe('not-run');
    const clear = judge([at(5, 'failed'), doubtful(2, 'passed')]);
    expect(clear.scenarios.get('DSGB1')?.status).toBe('failed');
    expect(saidOf(clear, 'DSGB1')).toEqual(["'[DSGB1] is released for transit' failed (run-5.xml:7)"]);
  });

  it('that failed counts, and is no mere note', () => {
    const against = judge([at(5, 'passed'), doubtful(2, 'failed', { message: 'boom' })]);
    expect(against.scenarios.get('DSGB1')?.status).toBe('failed');
    expect(saidOf(against, 'DSGB1')).toEqual(["'[DSGB1] is released for transit' failed: boom (run-2.xml:7)"]);
    expect(saidOf(judge([doubtful(2, 'not-run', { message: 'skipped' })]), 'DSGB1')).toEqual([
      'only results that name several scenarios name it, and those count for none (run-2.xml:7)',
    ]);
  });

  it('leaves a clear pass alone, without its message', () => {
    expect(saidOf(judge([at(2, 'passed', { message: 'noise' })]), 'DSGB1')).toEqual([]);
    expect(saidOf(judge([at(2, 'passed', { flaky: true, message: 'noise' })]), 'DSGB1')).toEqual([
      "'[DSGB1] is released for transit' passed only after failed tries (run-2.xml:7)",
    ]);
    const two = judge([at(2, 'passed', { flaky: true }), at(1, 'passed', { identity: 'b', name: 'b' })]);
    expect(saidOf(two, 'DSGB1')).toHaveLength(1);
  });
});
