import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { reasonsOf } from '../../src/assessment/assessment.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import type { Application } from '../../src/requirements/requirement.ts';
import { buildApplication, DAY, HOUR, NOW } from '../builders.ts';
import { attemptAt, inputOf } from './inputs.ts';

const of = (scenario: string, hours: number, overrides: Partial<Attempt> = {}) =>
  attemptAt(NOW - hours * HOUR, { scenario, ...overrides });
const assessed = (attempts: readonly Attempt[], application: Application) =>
  assess(inputOf(attempts, { applications: [application] }), NOW).applications[0];

const nextOf = (attempts: readonly Attempt[], application: Application) =>
  reasonsOf(assess(inputOf(attempts, { applications: [application] }), NOW))[0]?.next;

describe('GB or XI', () => {
  const application = buildApplication({ flows: [{ flow: 'standard-departure', procedures: ['simplified'] }] });
  const chosen = (...attempts: readonly Attempt[]) =>
    assessed(attempts, application)?.requirements[0]?.scenario?.scenario.id;

  it('is GB where both are as near and last as long', () => {
    expect(chosen(of('DSXI1', 5), of('DSGB1', 5))).toBe('DSGB1');
    const failed = { outcome: 'failed' } as const;
    expect(chosen(of('DSXI1', 5, failed), of('DSGB1', 5, failed))).toBe('DSGB1');
    expect(chosen(attemptAt(null, { scenario: 'DSXI1' }), attemptAt(null))).toBe('DSGB1');
  });

  it('is the one of two stale ones that lasted longer, dated before undated', () => {
    expect(chosen(of('DSGB1', 24 * 16), of('DSXI1', 24 * 15))).toBe('DSXI1');
    expect(chosen(attemptAt(null), of('DSXI1', 24 * 15))).toBe('DSXI1');
    expect(chosen(of('DSGB1', 24 * 15), attemptAt(null, { scenario: 'DSXI1' }))).toBe('DSGB1');
  });

  it('is the satisfied one although the other would last longer', () => {
    expect(chosen(of('DSGB1', 24 * 10), of('DSXI1', 1, { outcome: 'failed' }))).toBe('DSGB1');
    expect(chosen(of('DSGB1', 1, { outcome: 'not-run' }), of('DSXI1', 24 * 10))).toBe('DSXI1');
  });

  it('names the tested one in what to do', () => {
    expect(nextOf([of('DSXI1', 5, { outcome: 'failed' })], application)).toMatch(/^Find out why DSXI1 failed/);
  });

  it('speaks of help by hand only where the scenario itself needs it', () => {
    const normal = buildApplication({ flows: [{ flow: 'standard-departure', procedures: ['normal'] }] });
    expect(nextOf([of('DNXI1', 5, { outcome: 'failed' })], normal)).toMatch(/by hand/);
    expect(nextOf([of('DSGB1', 5, { outcome: 'failed' })], application)).not.toMatch(/by hand/);
  });

  it('expires with the scenario taken', () => {
    expect(assessed([of('DSGB1', 5), of('DSXI1', 2)], application)).toMatchObject({
      expiresAt: NOW - 2 * HOUR + 14 * DAY,
      daysLeft: 13,
      requirements: [{ status: 'satisfied', expiresAt: NOW - 2 * HOUR + 14 * DAY }],
    });
  });
});

describe('combination A or B', () => {
  const procedures = ['normal', 'simplified'] as const;
  const all = buildApplication({
    flows: [
      { flow: 'standard-departure', procedures },
      { flow: 'pre-lodged-departure', procedures },
      { flow: 'arrival', procedures },
    ],
  });
  const why = (attempts: readonly Attempt[], application = all) => assessed(attempts, application)?.combinationBecause;
  const a = [of('PSGB1', 5), of('DNGB1', 5), of('ASGB1', 5)];

  it('explains how it was chosen', () => {
    expect(why([])).toBe('Combination A (3 open) is as near to being satisfied as combination B (3 open).');
    expect(why([of('PNGB1', 5)])).toBe(
      'Combination B (2 open) is nearer to being satisfied than combination A (3 open).',
    );
    expect(why(a)).toBe('Combination A is satisfied, combination B is not.');
    expect(why([...a, of('PNXI1', 1), of('DSXI1', 1)])).toBe(
      'Both combinations are satisfied; A is used, because its evidence lasts as long.',
    );
    expect(why([of('PSGB1', 5), of('DNGB1', 5), of('ASGB1', 1), of('PNXI1', 1), of('DSXI1', 1)])).toBe(
      'Both combinations are satisfied; B is used, because its evidence lasts longer.',
    );
    expect(why(a, { ...all, combination: 'A' })).toBe('Combination A was chosen in the settings.');
  });

  it('has nothing to explain where the matrix has one answer', () => {
    const one = assessed([], buildApplication());
    expect([one?.combination, one?.combinationBecause]).toEqual([undefined, undefined]);
  });

  it('is the only one that the procedures allow', () => {
    const onlyB = buildApplication({
      flows: [
        { flow: 'standard-departure', procedures: ['simplified'] },
        { flow: 'pre-lodged-departure', procedures: ['normal'] },
      ],
    });
    expect(assessed([], onlyB)).toMatchObject({
      combination: 'B',
      combinationBecause: "Combination B is the only one that the software's procedures allow.",
    });
  });

  it('goes by the number of open tests before how near each is', () => {
    // A: one test missing. B: two stale ones, which are nearer together (2 to 4).
    const attempts = [of('PSGB1', 5), of('ASGB1', 5), of('PNGB1', 24 * 15), of('DSGB1', 24 * 15)];
    expect(assessed(attempts, all)).toMatchObject({ combination: 'A', verdict: 'not-ready', expiresAt: undefined });
    expect(why(attempts)).toBe('Combination A (1 open) is nearer to being satisfied than combination B (2 open).');
  });

  it('goes by how near they are where as many are open, then by what lasts longer', () => {
    expect(assessed([of('PSGB1', 24 * 15), of('PNGB1', 5, { outcome: 'failed' })], all)?.combination).toBe('A');
    expect(assessed([of('PSGB1', 5, { outcome: 'failed' }), of('PNGB1', 24 * 15)], all)?.combination).toBe('B');
    expect(assessed([of('PSGB1', 5), of('PNGB1', 4)], all)?.combination).toBe('B');
    expect(assessed([of('PSGB1', 4), of('PNGB1', 5)], all)?.combination).toBe('A');
    expect(why([of('PSGB1', 24 * 15), of('PNGB1', 5, { outcome: 'failed' })])).toBe(
      'Combination A (3 open) is nearer to being satisfied than combination B (3 open): its open tests have got further.',
    );
  });

  it('refuses to judge an application without any mandatory test', () => {
    const held = buildApplication({ credentialsHeld: ['inbound', 'outbound'] });
    expect(() => assessed([], held)).toThrow("Application '' has no mandatory test: nothing to be ready for.");
  });
});

describe('the misprinted number of a recommended test', () => {
  const application = buildApplication({ flows: [{ flow: 'standard-departure', procedures: ['normal'] }] });
  const row = (...attempts: readonly Attempt[]) =>
    assessed(attempts, application)?.recommended.find(({ recommendation }) => recommendation.accepts[0] === 'DNGB10');
  const usual = row()?.recommendation.note;

  it('counts only where the right one was not run, and is explained only where it counts', () => {
    expect(usual).toMatch(/prints DNXI10/);
    expect(row()).toMatchObject({ status: 'missing', scenario: undefined, note: usual });
    expect(row(of('DNXI10', 5))).toMatchObject({ status: 'satisfied', scenario: { scenario: { id: 'DNXI10' } } });
    expect(row(of('DNXI10', 5))?.note).toMatch(
      /^DNXI10 is what the form's list prints here; in the testing guide it is '.+', and the XI scenario meant is DNXI11\.$/,
    );
    expect(row(of('DNXI10', 5), of('DNGB10', 5, { outcome: 'failed' }))).toMatchObject({
      status: 'failed',
      scenario: { scenario: { id: 'DNGB10' } },
      note: usual,
    });
  });

  it('is none where the form prints the right ones', () => {
    const plain = assessed([of('DNXI10', 5)], application)?.recommended.find(
      ({ recommendation }) => recommendation.accepts[0] === 'DNGB6',
    );
    expect(plain).toMatchObject({ status: 'missing', scenario: undefined, note: undefined });
  });
});
