/* What the renderers ask of an assessment: what concerns an application, a test or a scenario, and whether a form can go. */
import { describe, expect, it } from 'vitest';
import {
  evidenceFindings,
  fatalOf,
  findingOf,
  findingsFor,
  isAbout,
  isSubmittable,
  openOf,
  reasonsFor,
  statusText,
} from '../../src/assessment/assessment.ts';
import type { Finding } from '../../src/finding.ts';
import {
  buildApplication,
  buildApplicationAssessment,
  buildAssessment,
  buildEvidenceFinding,
  buildReason,
  buildRequirementAssessment,
  buildScenarioAssessment,
} from '../builders.ts';

const named = (name: string) =>
  buildApplicationAssessment({
    application: buildApplication({ name }),
    requirements: [buildRequirementAssessment('standard-departure')],
  });
const [one, two] = [named('one'), named('two')];

/** Its findings are those given and no others. */
function assessmentWith(...findings: readonly Finding[]) {
  return { ...buildAssessment({ applications: [one, two] }), findings };
}

describe('what concerns an application', () => {
  const warning: Finding = { kind: 'look-alike', severity: 'warning', message: 'of all' };
  const findings: readonly Finding[] = [
    warning,
    buildReason({ message: 'of one', application: 'one' }),
    buildReason({ message: 'of two', application: 'two' }),
    buildReason({ message: "of one's scenario", scenario: 'DSGB1' }),
    buildReason({ message: 'of a scenario of nobody', scenario: 'DSGB4' }),
    buildReason({ message: "of two's scenario", scenario: 'DSGB1', application: 'two' }),
  ];

  it('is what is said of it by name, of its scenarios and of nothing in particular', () => {
    const texts = (all: readonly Finding[]) => all.map(({ message }) => message);
    expect(texts(findingsFor({ findings }, one))).toEqual(['of all', 'of one', "of one's scenario"]);
    expect(texts(reasonsFor(assessmentWith(...findings), one))).toEqual(['of one', "of one's scenario"]);
    const untested = { ...one, requirements: [buildRequirementAssessment('arrival', { scenario: undefined })] };
    expect(texts(findingsFor({ findings }, untested))).toEqual(['of all', 'of one']);
  });

  it('has one error for a test of its own, none for that of another', () => {
    const about = (overrides: Partial<Finding>) =>
      buildReason({ requirement: 'standard-departure', application: 'one', ...overrides });
    const [requirement] = one.requirements;
    if (requirement === undefined) throw new Error('No requirement.');
    const wanted = about({ message: 'this' });
    const others = [
      about({ application: 'two' }),
      about({ requirement: 'arrival' }),
      about({ requirement: undefined }),
      about({ severity: 'notice' }),
    ];
    expect(findingOf({ findings: [...others, wanted] }, one, requirement)).toBe(wanted);
    expect(findingOf({ findings: others }, one, requirement)).toBeUndefined();
  });
});

describe('a form can be sent', () => {
  it.each<[boolean, string, Partial<Finding>]>([
    [false, 'with an error', { kind: 'counts', severity: 'error' }],
    [false, 'with wrong evidence', { kind: 'evidence', severity: 'warning' }],
    [false, 'with an open question', { kind: 'form', severity: 'warning' }],
    [false, 'with a document that was not made', { kind: 'document', severity: 'warning' }],
    [true, 'with evidence to look at', { kind: 'evidence', severity: 'notice' }],
    [true, 'with a recommended test left out', { kind: 'recommended', severity: 'warning' }],
    [true, 'with evidence that expires soon', { kind: 'expiring', severity: 'warning' }],
  ])('%s: %s', (can, _, overrides) => {
    const finding: Finding = { kind: 'counts', severity: 'warning', message: 'It is so.', ...overrides };
    const assessment = assessmentWith(finding);
    expect(isSubmittable(assessment)).toBe(can);
    expect(openOf(assessment)).toEqual(can ? [] : [finding]);
    const bound = { ...assessment, failOn: new Set(['submittable'] as const) };
    expect(fatalOf(bound)).toEqual(can ? [] : [finding]);
    expect(fatalOf({ ...bound, failOn: new Set() })).toEqual([]);
  });

  it('for one application while that of another has to wait', () => {
    const assessment = assessmentWith(buildEvidenceFinding({ application: 'two' }));
    expect(isSubmittable(assessment)).toBe(false);
    expect(isSubmittable(assessment, one)).toBe(true);
    expect(isSubmittable(assessment, two)).toBe(false);
    expect(openOf(assessment, one)).toEqual([]);
    expect(openOf(assessment, two)).toEqual(assessment.findings);
  });

  it('never where tests are not proven', () => {
    expect(isSubmittable({ ...assessmentWith(), verdict: 'not-ready' })).toBe(false);
    expect(isSubmittable(assessmentWith(), { ...one, verdict: 'not-ready' })).toBe(false);
  });
});

describe('a scenario', () => {
  it('stands in a word or two', () => {
    const undated = { undated: true };
    expect(statusText('stale', undated)).toBe('undated');
    expect(statusText('stale', { undated: false })).toBe('stale');
    expect(statusText('stale', undefined)).toBe('stale');
    expect(statusText('passed', undated)).toBe('passed');
    expect(statusText('missing', undefined)).toBe('no result');
  });

  it.each([
    [true, 'DSGB1', undefined, undefined],
    [true, 'DSGB1', 'one', undefined],
    [true, 'DSGB1', undefined, 'one'],
    [true, 'DSGB1', 'one', 'one'],
    [false, 'DSGB1', 'two', 'one'],
    [false, 'DSGB4', 'one', 'one'],
    [false, 'DSGB4', undefined, undefined],
    [false, undefined, undefined, undefined],
  ])('%s: a finding of %s for %s is about DSGB1 by the results of %s', (is, scenario, application, whose) => {
    expect(isAbout({ scenario, application }, buildScenarioAssessment('DSGB1', { application: whose }))).toBe(is);
  });

  it('has what is said of its evidence, not what a test makes of it', () => {
    const own = buildEvidenceFinding();
    const findings = [
      own,
      buildEvidenceFinding({ kind: 'time' }),
      buildEvidenceFinding({ requirement: 'standard-departure' }),
      buildEvidenceFinding({ scenario: 'DSGB4' }),
      buildEvidenceFinding({ scenario: undefined }),
    ];
    expect(evidenceFindings({ findings }, buildScenarioAssessment('DSGB1'))).toEqual([own]);
  });
});
