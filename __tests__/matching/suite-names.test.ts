import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherOf, type Attempt, type OtherResult } from '../../src/matching/attempt.ts';
import { placedSetUps } from '../../src/matching/set-ups.ts';
import type { Statement } from '../../src/statements/statement.ts';
import { messageStatement } from '../assessment/inputs.ts';
import { fates, iso, ofNone, ran } from './fates.ts';
import { matched } from './matched.ts';

/*
 * Suites whose names hold something of their run: the LRN that one of their tests states, or the time of one. Two such suites
 * in two runs are the same, as far as as many of them stand side by side.
 */

const states = (value: string): Statement => ({ key: 'lrn', value, source: 'property', derived: false, line: 1 });
const inSuite = (lrn: string, ...inner: readonly string[]) => ({ suites: ['all', `order ${lrn}`, ...inner] });
/** The test that states the LRN of its suite. */
const stating = (hours: number, lrn: string, overrides: Partial<Attempt> = {}) =>
  ran(hours, 'sends', 'passed', { ...inSuite(lrn), statements: [states(lrn)], ...overrides });
const silent = (hours: number, lrn: string, outcome: Attempt['outcome'], overrides: Partial<Attempt> = {}) =>
  ran(hours, 'is released', outcome, { ...inSuite(lrn), ...overrides });
const hook = (hours: number, lrn: string, overrides: Partial<Attempt> = {}) =>
  ran(hours, '"before all" hook', 'failed', { ...inSuite(lrn), ...overrides });
const fate = (...results: readonly Attempt[]) => fates(results)[0]?.replace(/#.*/, '');
const retried = 'later-try run-2.xml';
const healed = 'whole-report run-2.xml';

describe('a suite named by the LRN of its run', () => {
  it('is the same in a later run, for a test that states nothing as well', () => {
    const results = [silent(50, 'ORDER-A', 'failed'), stating(50, 'ORDER-A'), stating(2, 'ORDER-B')];
    expect(fate(...results, silent(2, 'ORDER-B', 'passed'))).toBe(retried);
    expect(fate(...results, silent(2, 'ORDER-C', 'passed'))).not.toBe(retried);
  });

  it('is so wherever the test that states it is listed, and in the suites inside of it', () => {
    const deep = (hours: number, lrn: string) => [
      silent(hours, lrn, hours === 50 ? 'failed' : 'passed', inSuite(lrn, 'normal')),
      stating(hours, lrn, inSuite(lrn, 'late', 'last')),
    ];
    const results = [...deep(50, 'ORDER-A'), ...deep(2, 'ORDER-B').toReversed()];
    expect(fate(...results)).toBe(retried);
  });

  it('is repeated by classes and names of tests', () => {
    const named = (lrn: string): Partial<Attempt> => ({ className: `order ${lrn}`, name: `order ${lrn} is released` });
    const older = [silent(50, 'ORDER-A', 'failed', named('ORDER-A')), stating(50, 'ORDER-A')];
    expect(fate(...older, stating(2, 'ORDER-B'), silent(2, 'ORDER-B', 'passed', named('ORDER-B')))).toBe(retried);
    expect(fate(...older, stating(2, 'ORDER-B'), silent(2, 'ORDER-B', 'passed', named('ORDER-A')))).not.toBe(retried);
  });

  it.each([
    ['its suite', 'order ORDER-1', 'c', 'sends'],
    ['its class', 's', 'order.ORDER-1', 'sends'],
    ['its name', 's', 'c', 'sends ORDER-1'],
  ])('is told by a test of no scenario as well, by the LRN that stands in %s', async (_, suite, className, name) => {
    const mrn = '26GB0000EXAMPLE1J9';
    const output = `LRN=ORDER-1&#10;MRN=${mrn}&#10;LRN=ORDER-2&#10;IE028=2026-07-01T12:00:00Z`;
    const { others } = await matched(`<testsuite name="${suite}">
      <testcase name="DSGB1: is released"/>
      <testcase name="${name} ${mrn}" classname="${className}"><system-out>${output}</system-out></testcase>
    </testsuite>`);
    expect(others.map(({ statements }) => statements)).toMatchObject([[{ key: 'lrn', value: 'ORDER-1' }]]);
    const message = (lrn: string | undefined) => messageStatement('IE015', 0, { lrn });
    const [mine] = others;
    if (mine === undefined) throw new Error('the test of no scenario is kept');
    const statements = [message('ORDER-2'), message(undefined), message('ORDER-1')];
    expect(otherOf({ ...mine, statements }, {}).statements).toEqual([message('ORDER-1')]);
  });

  it('is superseded by a whole report of one, hooks and tests that are gone', () => {
    expect(fate(hook(50, 'ORDER-A'), stating(50, 'ORDER-A'), stating(2, 'ORDER-B'))).toBe(healed);
    const gone = silent(50, 'ORDER-A', 'failed');
    expect(fate(gone, stating(50, 'ORDER-A'), stating(2, 'ORDER-B'))).toBe(healed);
  });
});

describe('of several suites side by side that are alike', () => {
  const scenario = 'DSXI1';

  it('each has to have a counterpart of its own in the later report', () => {
    const older = [hook(50, 'ORDER-A'), stating(50, 'ORDER-A'), stating(50, 'ORDER-B')];
    expect(fate(...older, stating(2, 'ORDER-C'))).toBe('stands');
    expect(fate(...older, stating(2, 'ORDER-C'), stating(2, 'ORDER-D'))).toBe(healed);
  });

  it('one that is listed under the same name has its counterpart in that', () => {
    const older = [hook(50, 'ORDER-A'), stating(50, 'ORDER-A'), stating(50, 'ORDER-B')];
    expect(fate(...older, stating(2, 'ORDER-B'))).toBe('stands');
    expect(fate(...older, stating(2, 'ORDER-B'), stating(2, 'ORDER-C'))).toBe(healed);
    expect(fate(...older, stating(2, 'ORDER-B', { outcome: 'failed' }), stating(2, 'ORDER-C'))).toBe(healed);
    expect(fate(...older, stating(2, 'ORDER-B'), stating(2, 'ORDER-C', { outcome: 'failed' }))).toBe('stands');
  });

  it('only one with tests of its scenario takes the place of a failure', () => {
    const older = hook(50, 'ORDER-A', { scenario, statements: [states('ORDER-A')] });
    expect(fate(older, stating(2, 'ORDER-B'))).toBe('stands');
    expect(fate(older, stating(2, 'ORDER-B', { scenario }))).toBe(healed);
    expect(fate(older, stating(2, 'ORDER-B'), stating(2, 'ORDER-B', { name: 'a', scenario }))).toBe(healed);
    expect(fate(older, stating(2, 'ORDER-B', { ...inSuite('ORDER-B', 'normal'), scenario }))).toBe(healed);
  });

  it('the scenario is not asked for where the path is the same, or it counts against none', () => {
    const older = hook(50, 'ORDER-A', { scenario, statements: [states('ORDER-A')] });
    expect(fate(older, stating(2, 'ORDER-A'))).toBe(healed);
    expect(fates([ofNone(older), stating(2, 'ORDER-B')])[0]).toMatch(healed);
  });
});

describe('a set-up that failed', () => {
  const other = (lrn: string, name: string, outcome: OtherResult['outcome'], statements: readonly Statement[] = []) => {
    return { ...ofNone(stating(2, lrn)), className: '', name, outcome, statements };
  };
  const scenarios = (...others: readonly OtherResult[]) =>
    placedSetUps([stating(50, 'ORDER-A', { scenario: 'DSXI1', className: '' })], others)
      .attempts.slice(1)
      .map(({ scenario }) => scenario);

  it('counts against the scenarios of a suite that is the same but for the LRN of its run', () => {
    const failed = other('ORDER-B', '"before all" hook', 'failed');
    expect(scenarios(failed)).toEqual([]);
    expect(scenarios(failed, other('ORDER-B', 'signs in', 'passed', [states('ORDER-B')]))).toEqual(['DSXI1']);
    expect(scenarios(failed, other('ORDER-C', 'signs in', 'passed', [states('ORDER-B')]))).toEqual([]);
  });
});

describe('of whatever suites, named by LRN or date', () => {
  interface Named {
    readonly kind: 'a' | 'b';
    readonly tests: number;
    readonly dated: boolean;
  }
  /** One run: the last test of each suite states what the suite is named by. */
  const run = (hours: number, suites: readonly Named[], failing?: number) =>
    suites.flatMap(({ kind, tests, dated }, index) => {
      const lrn = `ORDER-${hours}-${index}`;
      const name = dated ? `${kind} ${index} on ${iso(hours).slice(0, 10)}` : `${kind} of ${lrn}`;
      return Array.from({ length: tests }, (_, test) =>
        ran(hours, `test ${test}`, index === 0 && test === failing ? 'failed' : 'passed', {
          suites: [name],
          statements: test === tests - 1 ? [states(lrn)] : [],
        }),
      );
    });
  const suite = fc.record({
    kind: fc.constantFrom('a', 'b'),
    tests: fc.integer({ min: 1, max: 3 }),
    dated: fc.boolean(),
  });
  const suites = fc.array(suite, { minLength: 1, maxLength: 4 });

  it('a failure is over once the whole run has passed, and stands beside a run that lacks its suite', () => {
    fc.assert(
      fc.property(suites, fc.nat(), (all, failing) => {
        const [first] = all;
        const older = run(80, all, failing % (first?.tests ?? 1));
        const later = run(2, all);
        expect(fates([...older, ...later]).filter((one) => one === 'stands')).toHaveLength(later.length);
        const without = later.filter(({ suites: path }) => path[0] !== later[0]?.suites[0]);
        const failed = older.findIndex(({ outcome }) => outcome === 'failed');
        expect(fates([...older, ...without])[failed]).toBe('stands');
      }),
      { numRuns: 100 },
    );
  });
});
