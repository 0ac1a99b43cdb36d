/* What is said of one test of an application: its reason, what explains it, and evidence that expires. */
import { describe, expect, it } from 'vitest';
import { expiringFinding, explanationOf, requirementFindings } from '../../src/assessment/findings.ts';
import type { RequirementAssessment, RequirementStatus } from '../../src/assessment/assessment.ts';
import type { Finding } from '../../src/finding.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import {
  buildClock,
  buildEvidence,
  buildEvidenceFinding,
  buildReason,
  buildRequirement,
  buildRequirementAssessment,
  buildScenarioAssessment,
  DAY,
  HOUR,
  NOW,
} from '../builders.ts';

const place = { file: 'b.xml', line: 4 };

function saidOf(assessed: RequirementAssessment, ofScenario: readonly Finding[] = []) {
  const scenarios = [assessed.scenario, buildScenarioAssessment('DSGB4')].filter((one) => one !== undefined);
  return requirementFindings(assessed, 'one', {
    programme: ncts5,
    scenarios: new Map(scenarios.map((one) => [one.scenario.id, one])),
    ofScenarios: new Map([['DSGB1', ofScenario]]),
  });
}

const standing = (status: RequirementStatus, overrides: Partial<RequirementAssessment> = {}) =>
  buildRequirementAssessment('standard-departure', { status, ...overrides });

describe('the reason for a test', () => {
  it.each<[RequirementStatus, string]>([
    ['failed', 'DSGB1 failed'],
    ['not-run', 'DSGB1 was not run'],
    ['stale', 'DSGB1 is stale'],
    ['incomplete', 'DSGB1 passed, but its evidence is incomplete'],
  ])('that is %s stands by itself where nothing explains it, and points at the result', (status, how) => {
    const [main, ...rest] = saidOf(standing(status));
    expect(main?.message).toBe(`Standard departure (DSGB1 or DSXI1): ${how}.`);
    expect(main?.place).toEqual({ file: 'results/trader-test.xml', line: 7 });
    expect(rest).toEqual([]);
    const without = { scenario: buildScenarioAssessment('DSGB1', { counted: [] }) };
    expect(saidOf(standing(status, without))[0]?.place).toBeUndefined();
  });

  it('is not explained by what is said of another test of the scenario', () => {
    const failed = buildReason({ kind: 'failed', message: "'t' failed", place });
    expect(saidOf(standing('failed'), [failed])[0]?.message).toContain(": DSGB1: 't' failed.");
    expect(saidOf(standing('failed'), [{ ...failed, requirement: 'x' }])[0]?.message).toContain(': DSGB1 failed.');
  });

  it('that is incomplete says what is missing, each time with its place, and how to have it', () => {
    const requirement = { ...buildRequirement(), needs: { mrn: true, messages: [], without: [] } };
    const scenario = buildScenarioAssessment('DSGB1', { evidence: buildEvidence('DSGB1', { mrn: undefined }) });
    const about = { scenario: 'DSGB1', requirement: 'standard-departure', application: 'one' };
    const wrong = ['mrn-shape', 'mrn-check-digit'].map((code) =>
      buildEvidenceFinding({ code, message: `It has ${code}.`, place }),
    );
    const [main, ...own] = saidOf(standing('incomplete', { requirement, scenario }), wrong);
    expect(main).toMatchObject({ kind: 'missing', severity: 'error', place, ...about });
    expect(main?.message).toBe(
      'Standard departure (DSGB1 or DSXI1): DSGB1 passed, but its evidence is incomplete: it has mrn-shape; it has mrn-check-digit.',
    );
    expect(main?.next).toMatch(/^Have the test of DSGB1 hand over the MRN/u);
    expect(own).toEqual(
      ['it has mrn-shape', 'it has mrn-check-digit'].map((message) => ({
        kind: 'missing',
        severity: 'notice',
        message,
        place,
        ...about,
      })),
    );
    // What passed is no matter where it is not evidence that is missing.
    expect(saidOf(standing('stale', { requirement, scenario }), wrong)).toHaveLength(1);
  });

  it('that only another movement would heal is to run one', () => {
    const without = [{ message: 'IE009' as const, because: 'it was cancelled' }];
    const requirement = { ...buildRequirement(), needs: { mrn: false, messages: [], without } };
    const evidence = buildEvidence('DSGB1', { seen: new Map([['IE009', place]]) });
    const scenario = buildScenarioAssessment('DSGB1', { evidence, next: 'Something else.' });
    expect(saidOf(standing('incomplete', { requirement, scenario }))[0]?.next).toBe(requirement.run);
  });

  it('that has no result says what passed and does not count', () => {
    const never = [{ scenarios: ['DSGB4'], why: 'cancelled' }];
    const requirement = buildRequirement('standard-departure', { never });
    const [main, ...own] = saidOf(standing('missing', { requirement, scenario: undefined }));
    expect(main?.message).toBe(
      'Standard departure (DSGB1 or DSXI1): no result counts (DSGB4 passed, but its movement is cancelled).',
    );
    expect(own.map(({ message }) => message)).toEqual(['DSGB4 passed, but its movement is cancelled']);
  });

  it('is explained by its own remarks and by those of its scenario that decide', () => {
    const own = buildReason({ severity: 'notice', requirement: 'standard-departure', application: 'one' });
    const stale = buildReason({ kind: 'stale', severity: 'notice', scenario: 'DSGB1' });
    const findings: readonly Finding[] = [
      own,
      { ...own, severity: 'error' },
      { ...own, requirement: 'arrival' },
      { ...own, application: 'two' },
      stale,
      { ...stale, scenario: 'DSGB4' },
      { ...stale, scenario: undefined },
      { ...stale, kind: 'failed' },
      { ...stale, requirement: 'standard-departure' },
    ];
    expect(explanationOf(standing('stale'), 'one', findings)).toEqual([own, stale]);
    expect(explanationOf(standing('stale', { scenario: undefined }), 'one', findings)).toEqual([own]);
  });
});

describe('evidence that expires', () => {
  const said = (expiresAt: number, overrides: Partial<RequirementAssessment> = {}) =>
    expiringFinding(standing('satisfied', { expiresAt, ...overrides }), 'one', {
      evaluatedAt: NOW,
      clock: buildClock(),
    });

  it('says until when to run again, where Trader Test closes before it does', () => {
    // Monday, 09:00 and 20:00 in London.
    expect(said(NOW + 45 * HOUR)?.next).toBe(
      'Send the form before then. If that is too soon, run DSGB1 again before then.',
    );
    expect(said(NOW + 56 * HOUR)?.next).toBe(
      'Send the form before then. If that is too soon, run DSGB1 again before Monday 30 November 2026, 19:00 UTC: then Trader Test closes until the evidence has expired.',
    );
  });

  it('is none that lasts, or that there is not', () => {
    expect(said(NOW + 3 * DAY)).toBeDefined();
    expect(said(NOW + 3 * DAY + 1)).toBeUndefined();
    expect(said(NOW, { scenario: undefined })).toBeUndefined();
    expect(said(NOW, { expiresAt: undefined })).toBeUndefined();
  });
});
