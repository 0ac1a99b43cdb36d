import { describe, expect, it } from 'vitest';
import { askedOf, roleInForm } from '../../src/requirements/role-in-form.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import type { Programme } from '../../src/requirements/programme.ts';
import type { Scenario, ScenarioId } from '../../src/requirements/scenario.ts';

function scenarioOf({ scenarios }: Programme, id: ScenarioId): Scenario {
  const scenario = scenarios.get(id);
  if (scenario === undefined) throw new Error(`No scenario ${id} in the catalogue.`);
  return scenario;
}

const role = (programme: Programme, id: ScenarioId) => roleInForm(programme, scenarioOf(programme, id));
const asked = (programme: Programme, id: ScenarioId) => askedOf(programme, scenarioOf(programme, id));

describe("what a scenario counts for in NCTS5's form", () => {
  it.each([
    [
      'DSGB1',
      "Mandatory in row 'Standard Departure', columns 'Simplified Procedure only', 'Combination B'; DSXI1 would do as well.",
    ],
    [
      'DSXI1',
      "Mandatory in row 'Standard Departure', columns 'Simplified Procedure only', 'Combination B'; DSGB1 would do as well.",
    ],
    ['DSGB4', 'Recommended in the list of tests (standard departures, Standard Simplified); DSXI4 would do as well.'],
    ['PNXI3', 'Recommended in the list of tests (pre-lodged departures, Pre-lodge Normal); PNGB3 would do as well.'],
    ['ASXI3', 'Recommended in the list of tests (arrivals, Simplified); ASGB3 would do as well.'],
    ['WCGB1', 'Neither mandatory nor recommended there.'],
  ])('is, of %s and nothing else: %s', (id, sentence) => {
    expect(role(ncts5, id)).toEqual([sentence]);
  });

  it('is both where matrix and list have it, with the one note on it', () => {
    expect(role(ncts5, 'ANGB1')).toEqual([
      "Mandatory in row 'Arrival', column 'Normal Procedure only'; ANXI1 would do as well.",
      'Recommended in the list of tests (arrivals, Normal); ANXI1 would do as well.',
      'The form lists ANGB1 and ANXI1 as recommended, yet its matrix demands one of them of software with the normal procedure only. The matrix decides.',
    ]);
  });

  it('comes with what the list gets wrong about it, or else with the errors that name it', () => {
    expect(role(ncts5, 'DNXI11').slice(1)).toEqual([expect.stringMatching(/ normal procedure is DNXI11\.$/)]);
    expect(role(ncts5, 'DNXI10').slice(1)).toEqual([ncts5.errata[0]]);
  });

  it('comes without errors in longer numbers that begin in the same way', () => {
    // One erratum is about DSXI10, DNXI10 and DNXI11.
    expect(role(ncts5, 'DNXI1')).toHaveLength(1);
  });
});

describe("what NCTS5's form asks of a scenario", () => {
  it.each([
    ['DSGB1', 'asks for scenario number, MRN, and date and time of IE015, IE928, IE028, IE029'],
    ['ASXI1', 'asks for scenario number, MRN, and date and time of IE007, IE045'],
    [
      'DSGB4',
      'asks for scenario number and MRN or LRN; date and time of IE015, IE928, IE028 are looked for as well, to see that it ran as it should',
    ],
    ['DSGB2', 'has no field for it; MRN and date and time of IE015, IE928, IE028, IE029 are looked for all the same'],
    ['PSGB4', 'has no field for it; LRN and date and time of IE015, IE928 are looked for all the same'],
    ['WCGB1', 'has no field for it; MRN and date and time of IE007, IE045 are looked for all the same'],
  ])('of %s: %s', (id, words) => {
    expect(asked(ncts5, id)).toBe(words);
  });
});

describe("what a scenario counts for in NCTS6's checklist", () => {
  it.each([
    ['P6-DSGB-01', 'yes, plainly'],
    ['P6-DNGB-02', 'no: never released'],
  ])('is, of %s and nothing else: %s', (id, answer) => {
    expect(role(ncts6, id)).toEqual([`Counts for the readiness checklist: ${answer}.`]);
  });

  it('comes with the errors that name it', () => {
    expect(role(ncts6, 'P6-DNXI-07')).toEqual([
      'Counts for the readiness checklist: no: cancelled after release.',
      expect.stringMatching(/^The test purposes of P6-DSGB-06, P6-DSXI-06, P6-DNXI-07 /),
    ]);
  });

  it('is told of a scenario that it neither ranks nor excludes, too', () => {
    const scenario = { ...scenarioOf(ncts6, 'P6-DSGB-01'), id: 'P6-DSGB-99' };
    expect(roleInForm(ncts6, scenario)).toEqual(['Counts for the readiness checklist: no: not asked for.']);
  });

  it('decides what it asks for', () => {
    expect(asked(ncts6, 'P6-DNGB-01')).toBe('asks for MRN and date and time of IE015 and IE029, of one movement');
    expect(asked(ncts6, 'P6-DSGB-06')).toBe('has no field for it');
  });
});
