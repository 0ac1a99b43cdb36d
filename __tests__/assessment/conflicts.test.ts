/* What is said where results of one test don't agree, and what was set aside for its age. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import { HOUR, NOW } from '../builders.ts';
import { attemptAt, clock, inputOf } from './inputs.ts';

const at = (hours: number, outcome: Attempt['outcome'], overrides: Partial<Attempt> = {}) =>
  attemptAt(NOW - hours * HOUR, { outcome, ...overrides });
const judged = (attempts: readonly Attempt[], settings: Parameters<typeof inputOf>[1] = {}) => {
  const { findings, scenarios } = assess(inputOf(attempts, settings), NOW);
  return {
    told: findings.find(({ kind }) => kind === 'conflict')?.message ?? '',
    scenario: scenarios.get('DSGB1'),
  };
};

describe('a conflict', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, line) => at(2, line === 0 ? 'failed' : 'passed', { file: `${line}.xml`, line }));

  it('is told with up to five places, then with how many more', () => {
    expect(judged(many(5)).told).toContain(
      ': failed in 0.xml:0, passed in 1.xml:1, passed in 2.xml:2, passed in 3.xml:3, passed in 4.xml:4. The',
    );
    expect(judged(many(7)).told).toContain(', passed in 4.xml:4, 2 more. The worst counts');
  });

  it('between two reports is not put down to retries', () => {
    const { told, scenario } = judged([at(2, 'failed', { file: 'a.xml' }), at(2, 'passed', { file: 'b.xml' })]);
    expect(told).not.toContain('duplicates');
    expect(scenario?.next ?? '').not.toContain('duplicates');
  });

  it('without a time, in one report, is one of retries', () => {
    const undated = (['failed', 'passed'] as const).map((outcome) => attemptAt(null, { outcome }));
    expect(judged(undated).told).toContain(
      "no time tells which is later: failed in results/trader-test.xml:7, passed in results/trader-test.xml:7. The worst counts; set duplicates to 'last' if your tool lists retries so.",
    );
  });

  it('is not mended by a setting that is made already', () => {
    const results = [at(2, 'failed', { ambiguous: true }), at(2, 'passed', { order: 1 })];
    expect(judged(results, { duplicates: 'last' }).told).toContain('and a later run of the test replaces both');
  });
});

it('a failure from before results count is set aside for that, with the instant', () => {
  const notBefore = NOW - 5 * HOUR;
  const { scenario } = judged([at(9, 'failed')], { clock: { ...clock, notBefore } });
  expect(scenario?.setAside?.map(({ standing }) => standing)).toEqual([{ is: 'too-old', notBefore }]);
});
