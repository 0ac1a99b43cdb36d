import { describe, expect, it } from 'vitest';
import { inShort, isDisputed, isPrimary, type Attempt, type OtherResult } from '../../src/matching/attempt.ts';
import { resultsOfNone } from '../../src/matching/standing.ts';
import type { Superseded } from '../../src/matching/supersede.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { buildAttempt, buildProblem } from '../builders.ts';
import { matched } from './matched.ts';

const looks = { rule: 'only-look-alike', passes: undefined, fails: ['DSGB1'], because: [] } as const;
const differ = { ...looks, rule: 'mentions-differ' } as const;
const leads = { ...looks, rule: 'own-leads', passes: 'DSGB1' } as const;

/** A result that concerns no scenario. */
const other = (overrides: Partial<OtherResult> = {}): OtherResult => ({
  ...buildAttempt({ name: 'released' }),
  ...overrides,
});

describe('a result of no scenario', () => {
  const listed = (result: OtherResult, later?: Superseded) => {
    const superseded = new Map(later === undefined ? [] : [[result, later]]);
    return resultsOfNone([buildAttempt()], [result], superseded, ncts5).map(({ because, next }) => [because, next]);
  };
  const by = buildAttempt({ file: 'b.xml', line: 9, name: 'y' });

  it.each<[string, Partial<OtherResult>]>([
    ['passed', {}],
    ['did not run', { outcome: 'not-run' }],
    ['failed in a report without scenarios', { outcome: 'failed', file: 'unit.xml' }],
  ])('that %s is not told', (_, overrides) => {
    expect(listed(other(overrides))).toEqual([]);
  });

  it('that may be any scenario’s is told, whatever its report', () => {
    expect(listed(other({ finding: buildProblem(), file: 'unit.xml', outcome: 'not-run' }))).toEqual([
      [
        "may concern any scenario, because its names don't tell which",
        'Look into the test run, and have it write a complete report.',
      ],
    ]);
  });

  it('that failed is told with the later one that supersedes it, and nothing is to be done', () => {
    expect(listed(other({ outcome: 'failed' }), { by, how: 'whole-report' })).toEqual([
      [
        "is superseded by 'y' (b.xml:9): its report has all tests of the suite, began later and has no failure",
        undefined,
      ],
    ]);
  });

  it('that passed is not told beside one that failed', () => {
    const results = [other(), other({ outcome: 'failed' })];
    const told = resultsOfNone([buildAttempt()], results, new Map(), ncts5);
    expect(told.map(({ result }) => result)).toEqual([results[1]]);
    expect(resultsOfNone([buildAttempt()], results.toReversed(), new Map(), ncts5)).toHaveLength(1);
  });

  it('that only looks like one is told once, unless it failed and so counts', () => {
    const alike = { decision: looks, ambiguous: true };
    const attempts = [buildAttempt(alike), buildAttempt({ ...alike, scenario: 'DSXI1' })];
    expect(resultsOfNone(attempts, [], new Map(), ncts5)).toHaveLength(1);
    const failed = attempts.map((attempt): Attempt => ({ ...attempt, outcome: 'failed' }));
    expect(resultsOfNone(failed, [], new Map(), ncts5)).toEqual([]);
  });

  it('that failed beside a scenario is told with an example of the number that it lacks', () => {
    expect(listed(other({ outcome: 'failed' })).map(([, next]) => next)).toEqual([
      expect.stringMatching(/^If it is a test of a scenario, lead its name with the number and a colon \('DSGB1: …'\)/),
    ]);
  });
});

it('results of no scenario are kept as one a suite, but for failures and what has something to say', () => {
  const suites = ['s'];
  const failed = other({ suites, outcome: 'failed' });
  const told = other({ suites, finding: buildProblem() });
  const alike = other({ suites, decision: looks });
  const kept = inShort([other({ suites }), failed, told, other({ suites, outcome: 'not-run' }), alike]);
  expect(kept.slice(0, 3)).toEqual([failed, told, alike]);
  expect(kept.slice(3).map(({ className, name, outcome }) => [className, name, outcome])).toEqual([
    ['', '2 tests that name no scenario, of results/trader-test.xml', 'passed'],
  ]);
});

describe('a result is', () => {
  it.each<[boolean, boolean, string, Partial<Attempt>]>([
    [true, true, 'whose places disagree and that passed', { ambiguous: true, decision: differ }],
    [false, true, 'whose places disagree and that failed', { ambiguous: true, decision: differ, outcome: 'failed' }],
    [false, true, 'that counts', { decision: leads }],
    [false, true, 'of its suite', {}],
    [false, false, 'that counts for another', { ambiguous: true, decision: { ...leads, passes: 'DSGB2' } }],
    [false, false, 'that only looks like one of the scenario', { ambiguous: true, decision: looks }],
  ])('disputed %s, the scenario’s own %s: one %s', (disputed, own, _, overrides) => {
    expect([isDisputed(buildAttempt(overrides)), isPrimary(buildAttempt(overrides))]).toEqual([disputed, own]);
  });
});

it('the properties that tell applications apart are its own, else those of the nearest suite', async () => {
  const property = (name: string, value: string) => `<property name="${name}" value="${value}"/>`;
  const test = `<testcase name="DSGB1: x"><properties>${property('product', 'own')}</properties></testcase>`;
  const inner = `<testsuite name="i"><properties>${property('product', 'inner')}${property('team', 'inner')}</properties>${test}</testsuite>`;
  const outer = `<testsuite name="o"><properties>${property('team', 'outer')}${property('site', 'outer')}</properties>${inner}</testsuite>`;
  const { attempts } = await matched(`<testsuites>${outer}</testsuites>`, {
    properties: new Set(['product', 'team', 'site']),
  });
  expect(attempts.map(({ properties }) => Object.fromEntries(properties ?? []))).toEqual([
    { product: 'own', team: 'inner', site: 'outer' },
  ]);
});
