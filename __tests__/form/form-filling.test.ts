import { describe, expect, it } from 'vitest';
import type { ApplicationAssessment } from '../../src/assessment/assessment.ts';
import type { Finding } from '../../src/finding.ts';
import { formFilling, type FormFilling } from '../../src/form/filling.ts';
import type { Answer } from '../../src/requirements/form.ts';
import {
  buildApplicationAssessment,
  buildAssessment,
  buildClock,
  buildEvidence,
  buildEvidenceFinding,
  buildRecommended,
  buildRequirementAssessment,
  buildScenarioAssessment,
  mrns,
  NOW,
} from '../builders.ts';

function filling(
  overrides: Partial<ApplicationAssessment> = {},
  answers: Record<string, Answer> = {},
  findings: readonly Finding[] = [],
): FormFilling {
  const application = buildApplicationAssessment(overrides);
  return formFilling(buildAssessment({ applications: [application], findings }), application, answers);
}

describe('mandatory tests', () => {
  it('that are satisfied get scenario, MRN and the times that the form asks for', () => {
    const { tests, remarks } = filling();
    expect(remarks).toEqual([]);
    expect(tests.get(1)).toEqual({
      scenario: 'DSGB1',
      mrn: mrns.gb,
      messages: new Map([
        ['IE015', '28 November 2026 09:00:00 UTC'],
        ['IE928', '28 November 2026 09:15:00 UTC'],
        ['IE028', '28 November 2026 09:30:00 UTC'],
        ['IE029', '28 November 2026 09:45:00 UTC'],
      ]),
    });
    expect([...(tests.get(2)?.messages.keys() ?? [])]).toEqual(['IE015', 'IE928', 'IE170', 'IE028', 'IE029']);
    expect(tests.get(3)).toMatchObject({ scenario: 'ASGB1', mrn: mrns.xi });
  });

  it.each(['stale', 'failed', 'not-run', 'missing'] as const)(
    'that are %s are left open; a finding says so',
    (status) => {
      const scenario = status === 'missing' ? undefined : buildScenarioAssessment('DSGB1');
      const requirement = buildRequirementAssessment('standard-departure', { status, scenario });
      const { tests, remarks } = filling({ requirements: [requirement, buildRequirementAssessment('arrival')] });
      expect(tests.has(1)).toBe(false);
      expect(tests.get(3)).toMatchObject({ scenario: 'ASGB1' });
      expect(remarks).toEqual([
        "'2. Mandatory test – Pre-lodged Departure' is left open: nothing is known of this flow.",
      ]);
    },
  );

  it('that are not required get the reason, whether not supported or already held', () => {
    const { tests } = filling({
      requirements: [],
      notRequired: [
        { flow: 'standard-departure', why: 'We hold credentials for departures.', cause: 'credentials-held' },
        { flow: 'arrival', why: 'Arrivals are not supported.', cause: 'not-supported' },
      ],
    });
    expect(tests.get(1)).toEqual({ notApplicable: 'We hold credentials for departures.', messages: new Map() });
    expect(tests.get(3)).toEqual({ notApplicable: 'Arrivals are not supported.', messages: new Map() });
  });

  it('without MRN or times leave those fields open; a finding says which', () => {
    const { messages } = buildEvidence('DSGB1');
    const evidence = buildEvidence('DSGB1', {
      mrn: undefined,
      messages: new Map([...messages].filter(([type]) => type !== 'IE028' && type !== 'IE029')),
    });
    const findings = [
      buildEvidenceFinding({ code: 'message-missing', message: 'IE029 was expected, none was found.' }),
    ];
    const scenario = buildScenarioAssessment('DSGB1', { evidence });
    const requirements = [buildRequirementAssessment('standard-departure', { scenario })];
    const { tests, remarks } = filling({ requirements }, {}, findings);
    expect(tests.get(1)).toEqual({ scenario: 'DSGB1', messages: new Map(formTimes('IE015', 'IE928')) });
    expect(remarks.filter((remark) => remark.includes('Standard Departure'))).toEqual([]);
  });

  it('say which times were read in an assumed zone', () => {
    const { messages } = buildEvidence('ASGB1');
    const assumed = new Map([...messages].map(([type, time]) => [type, { ...time, assumedZone: true }] as const));
    const scenario = buildScenarioAssessment('ASGB1', { evidence: buildEvidence('ASGB1', { messages: assumed }) });
    const application = buildApplicationAssessment({
      requirements: [buildRequirementAssessment('arrival', { scenario })],
    });
    const clock = buildClock({ timeZone: 'Europe/London' });
    const { remarks } = formFilling(buildAssessment({ clock, applications: [application] }), application, {});
    expect(remarks).toContain(
      "'3. Mandatory test 3 – Arrivals': the time of IE007 and IE045 has no time zone and was read as Europe/London.",
    );
  });
});

function formTimes(...types: ('IE015' | 'IE928')[]): [string, string][] {
  const times = { IE015: '28 November 2026 09:00:00 UTC', IE928: '28 November 2026 09:15:00 UTC' };
  return types.map((type) => [type, times[type]]);
}

describe('recommended tests', () => {
  it('are those that passed and are fresh, in the order of the list, with MRN or else LRN', () => {
    const withLrn = buildScenarioAssessment('DNXI10', { evidence: buildEvidence('DNXI10', { mrn: undefined }) });
    const { recommended, remarks } = filling({
      recommended: [
        buildRecommended(['DSGB4', 'DSXI4'], { status: 'satisfied', scenario: buildScenarioAssessment('DSGB4') }),
        buildRecommended(['DSGB6', 'DSXI6'], {
          status: 'stale',
          scenario: buildScenarioAssessment('DSGB6', { status: 'stale', testedAt: NOW - 20 * 86_400_000 }),
        }),
        buildRecommended(['DSGB7', 'DSXI7'], {
          status: 'failed',
          scenario: buildScenarioAssessment('DSGB7', { status: 'failed' }),
        }),
        buildRecommended(['DNGB7', 'DNXI7']),
        buildRecommended(['DNGB10', 'DNXI10'], { status: 'satisfied', scenario: withLrn }),
      ],
    });
    expect(recommended).toEqual([
      { scenario: 'DSGB4', mrnOrLrn: mrns.gb },
      { scenario: 'DNXI10', mrnOrLrn: 'LRN-DNXI10-0001' },
    ]);
    expect(remarks).toEqual([
      'Recommended test DSGB6 is left out: its evidence is too old or has no date.',
      'Recommended test DSGB7 is left out: it failed.',
    ]);
  });

  it('without any identifier are named', () => {
    const bare = buildEvidence('DSGB4', { mrn: undefined, lrn: undefined });
    const scenario = buildScenarioAssessment('DSGB4', { evidence: bare });
    const { recommended, remarks } = filling({
      recommended: [buildRecommended(['DSGB4', 'DSXI4'], { status: 'satisfied', scenario })],
    });
    expect(recommended).toEqual([{ scenario: 'DSGB4', mrnOrLrn: undefined }]);
    expect(remarks).toEqual(['Recommended test DSGB4: its evidence has neither MRN nor LRN; that field is left open.']);
  });
});

describe('answers', () => {
  it('are passed on when their question is known', () => {
    const answers = { 'business.name': 'Nordwind', unknown: 'x', toString: 'y' };
    expect(filling({}, answers).answers).toEqual({ 'business.name': 'Nordwind' });
  });

  it('that other answers rule out are left out and named', () => {
    const { answers, remarks } = filling(
      {},
      {
        'software.onPremise': false,
        'software.productionApplications': 2,
        'rateLimit.unsure': 'Not measured.',
        'rateLimit.standardIsEnough': 'unknown',
        'rateLimit.batch': 'No.',
      },
    );
    expect(Object.keys(answers)).toEqual(['software.onPremise', 'rateLimit.standardIsEnough', 'rateLimit.unsure']);
    expect(remarks).toEqual([
      "The answer to 'software.productionApplications' is left out: it is only asked when 'software.onPremise' is yes, which is no.",
      "The answer to 'rateLimit.batch' is left out: it is only asked when 'rateLimit.standardIsEnough' is no, which is unknown.",
    ]);
  });

  it('to a question whose condition nobody answered are kept', () => {
    expect(filling({}, { 'rateLimit.unsure': 'Not measured.' }).answers).toEqual({
      'rateLimit.unsure': 'Not measured.',
    });
  });
});
