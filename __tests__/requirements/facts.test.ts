import { describe, expect, it } from 'vitest';
import { matrixColumns } from '../../src/requirements/ncts5/appendix-a.ts';
import { mayBeUnknown } from '../../src/requirements/form.ts';
import { interventionMail, interventionRules } from '../../src/requirements/intervention.ts';
import { recommendationsFor, requirementsFor } from '../../src/requirements/demand.ts';
import { ageMessages } from '../../src/requirements/messages.ts';
import { departureCountry, hasMrn, type ScenarioId } from '../../src/requirements/scenario.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import type { SupportedFlow } from '../../src/requirements/requirement.ts';
import { buildApplication, buildScenario } from '../builders.ts';

const { form } = ncts5;

describe("the form's labels of mandatory tests", () => {
  const labels = form.mandatoryTests.map(({ title, labels: { messages } }) => [
    title,
    ...messages.map(({ label }) => label),
  ]);

  it('are these, in this order', () => {
    expect(labels).toEqual([
      [
        '1. Mandatory test – Standard Departure',
        'IE015 Date and time of submission:',
        'IE928 Date and time of get submission:',
        'IE028 Date and time of get submission:',
        'IE029 Date and time of get submission:',
      ],
      [
        '2. Mandatory test – Pre-lodged Departure',
        'IE015 Date and time of post submission:',
        'IE928 Date and time of get submission:',
        'IE170 Date and time of post submission:',
        'IE028 Date and time of get submission:',
        'IE029 Date and time of get submission:',
      ],
      [
        '3. Mandatory test 3 – Arrivals',
        'IE007 Date and time of post submission:',
        'IE045 Date and time of get submission:',
      ],
    ]);
  });

  it('stand for the messages that they name, and the other fields are the same in all', () => {
    for (const { labels: own } of form.mandatoryTests) {
      for (const { message, label } of own.messages) expect(label.split(' ')[0]).toBe(message);
      expect(own).toMatchObject({
        notApplicable: 'If not applicable please tell us why:',
        scenario: 'Scenario Number:',
        mrn: 'MRN:',
      });
    }
  });
});

describe('questions', () => {
  it('may be unknown only where the form has a box or an explanation for it', () => {
    const may = (key: string) => {
      const question = form.questions.find((one) => one.key === key);
      return question !== undefined && mayBeUnknown(form, question);
    };
    expect(may('movementCap.over5000InFlight')).toBe(true);
    expect(may('business.name')).toBe(false);
    expect(may('software.saas')).toBe(false);
    expect(may('rateLimit.standardIsEnough')).toBe(true);
  });
});

describe('a movement', () => {
  it.each([
    ['DSGB1', 'GB'],
    ['DSXI1', 'XI'],
    ['PNXI1', 'XI'],
    ['ASGB1', 'XI'],
    ['ASXI1', 'GB'],
  ] as const)('of %s departs in %s', (id, country) => {
    expect(departureCountry(buildScenario(id))).toBe(country);
  });

  it('has an MRN once IE028 has come, or where it arrives', () => {
    expect(hasMrn(buildScenario('DSGB1'))).toBe(true);
    expect(hasMrn(buildScenario('ASGB1'))).toBe(true);
    const { steps } = buildScenario('DSGB1');
    const without = steps.map((step) => ({ ...step, receives: step.receives.filter((type) => type !== 'IE028') }));
    expect(hasMrn({ flow: 'standard-departure', steps: without })).toBe(false);
    expect(hasMrn({ flow: 'standard-departure', steps: [...without, ...steps] })).toBe(true);
    expect(hasMrn({ flow: 'standard-departure', steps: [] })).toBe(false);
    expect(hasMrn({ flow: 'arrival', steps: [] })).toBe(true);
  });

  it('of an arrival is not as old as its departure, that of a departure is as old as anything in it', () => {
    expect(ageMessages('arrival', 'arrival').has('IE015')).toBe(false);
    expect(ageMessages('arrival', 'arrival').has('IE007')).toBe(true);
    expect(ageMessages('standard-departure', 'arrival').has('IE007')).toBe(true);
  });

  it('of an arrival is as old as its whole movement where the departure is asked for as well', () => {
    expect(ageMessages('arrival', 'movement').has('IE015')).toBe(true);
  });
});

describe('the mail for a step by hand', () => {
  const mailOf = (id: ScenarioId, step: number) => {
    const scenario = ncts6.scenarios.get(id);
    if (scenario === undefined) throw new Error(`No scenario ${id} in the catalogue.`);
    return interventionMail(ncts6, scenario, step);
  };

  it('says which scenario and step, and leaves room for the LRN', () => {
    expect(interventionMail(ncts5, buildScenario('DNGB1'), 2)).toEqual({
      to: 'nctsp5tradertest@hmrc.gov.uk',
      subject: 'Manual Intervention DNGB1',
      body: [
        'Test scenario number: DNGB1',
        'Step 2, please: accept and release the declaration',
        'LRN: (the LRN of the declaration that you have sent)',
      ],
      when: undefined,
    });
  });

  it.each([
    ['DSGB8', 2, 'cancel the declaration'],
    ['DNGB6', 2, 'accept, control and release the declaration'],
    ['DSGB4', 2, 'accept the cancellation'],
    ['ASGB5', 3, 'release the movement'],
    ['ANGB1', 2, 'accept the arrival and release the movement'],
  ])('asks in %s, step %d: please %s', (id, step, action) => {
    expect(interventionMail(ncts5, buildScenario(id), step).body[1]).toBe(`Step ${step}, please: ${action}`);
  });

  it('tells of a normal arrival of NCTS6 the MRN and the country as well', () => {
    expect(mailOf('P6-ANXI-01', 2).body.slice(2)).toEqual([
      'LRN: (the LRN of the declaration that you have sent)',
      'MRN: (the MRN of the movement)',
      'Country of arrival: XI',
    ]);
  });

  it('says when it must be sent, where it cannot wait', () => {
    expect(mailOf('P6-DSGB-04', 2).when).toBe('at once after the IE015, before the 45 minutes are over');
    expect(mailOf('P6-DSGB-06', 2).when).toBeUndefined();
  });

  it('comes with when the mailbox is watched, and how long to wait', () => {
    expect(interventionRules({ trading: { open: 'always', mailbox: 'on Mondays' } })).toEqual([
      'The mailbox is watched on Mondays, and is for this only.',
      'Allow one working day, and ask again after it.',
    ]);
  });
});

describe('the matrix in words', () => {
  const both = ['normal', 'simplified'] as const;

  it('has its four columns', () => {
    expect(matrixColumns).toEqual([
      { column: 'normal only', title: 'Normal Procedure only' },
      { column: 'simplified only', title: 'Simplified Procedure only' },
      { column: 'combination A', title: 'Combination A' },
      { column: 'combination B', title: 'Combination B' },
    ]);
  });

  it('names the column of each requirement, and both where they agree', () => {
    const because = (...flows: readonly SupportedFlow[]) =>
      requirementsFor(ncts5, buildApplication({ flows })).sets.map(({ combination, requirements }) => [
        combination,
        ...requirements.map(({ cell }) => cell?.column),
      ]);
    expect(because({ flow: 'arrival', procedures: both })).toEqual([[undefined, 'combination A']]);
    expect(because({ flow: 'standard-departure', procedures: both }, { flow: 'arrival', procedures: both })).toEqual([
      ['A', 'combination A', 'combination A'],
      ['B', 'combination B', 'combination B'],
    ]);
    const neither = [
      { flow: 'standard-departure', procedures: ['normal'] },
      { flow: 'pre-lodged-departure', procedures: ['normal'] },
      { flow: 'arrival', procedures: ['simplified'] },
    ] as const;
    const [only] = requirementsFor(ncts5, buildApplication({ flows: neither })).sets;
    expect(only?.requirements.map(({ cell }) => cell?.column)).toEqual([
      'combination A',
      'normal only',
      'combination A',
    ]);
    expect(only?.requirements[0]?.because).not.toContain('which agree');
    expect(only?.requirements[2]?.because).toContain('which agree');
  });

  it('refuses the combination that is not on offer, and names the other', () => {
    const flows = [
      { flow: 'standard-departure', procedures: ['simplified'] },
      { flow: 'pre-lodged-departure', procedures: ['normal'] },
    ] as const;
    const mistakes = (combination: 'A' | 'B') =>
      requirementsFor(ncts5, buildApplication({ flows, combination })).mistakes;
    expect(mistakes('B')).toEqual([]);
    expect(mistakes('A')[0]?.message).toMatch(/can't use combination A: .+ Combination B is on offer/);
    const mirrored = flows.map(({ flow }, index) => ({ flow, procedures: flows[1 - index]?.procedures ?? [] }));
    expect(
      requirementsFor(ncts5, buildApplication({ flows: mirrored, combination: 'B' })).mistakes[0]?.message,
    ).toMatch(/can't use combination B: .+ Combination A is on offer/);
  });

  it('recommends nothing twice that is mandatory, and only what the software can run', () => {
    const application = buildApplication({ flows: [{ flow: 'arrival', procedures: ['normal'] }] });
    const [set] = requirementsFor(ncts5, application).sets;
    if (set === undefined) throw new Error('no set');
    expect(recommendationsFor(ncts5, application, set).map(({ accepts }) => accepts[0])).toEqual([]);
    const half = {
      ...set,
      requirements: set.requirements.map((one) => ({ ...one, accepts: [{ id: 'ANGB1', rank: 1, remark: undefined }] })),
    };
    expect(recommendationsFor(ncts5, application, half)).toEqual([]);
  });
});
