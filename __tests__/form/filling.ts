import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { fillForm, type FilledForm } from '../../src/form/fill.ts';
import type { FormFilling, TestFilling } from '../../src/form/filling.ts';

export const departure: TestFilling = {
  scenario: 'DSGB1',
  mrn: '26GB0000EXAMPLE1J9',
  messages: new Map([
    ['IE015', '20 November 2026 09:00:05 UTC'],
    ['IE928', '20 November 2026 09:00:09 UTC'],
    ['IE028', '20 November 2026 09:00:20 UTC'],
    ['IE029', '20 November 2026 09:45:11 UTC'],
  ]),
};
export const arrival: TestFilling = {
  scenario: 'ASGB1',
  mrn: '26XI0000EXAMPLE1J9',
  messages: new Map([
    ['IE007', '21 November 2026 10:00:05 UTC'],
    ['IE045', '21 November 2026 10:09:11 UTC'],
  ]),
};

export function buildFilling(overrides: Partial<FormFilling> = {}): FormFilling {
  return {
    programme: ncts5,
    answers: {},
    tests: new Map(),
    evidence: new Map(),
    recommended: [],
    remarks: [],
    ...overrides,
  };
}

export const complete = buildFilling({
  answers: {
    'business.name': 'Nordwind Software',
    'business.address': '4 Harbour Yard,\nBelfast',
    'sandbox.applicationName': 'nordwind-sandbox',
    'sandbox.applicationId': 'sandbox-id',
    'production.applicationName': 'Nordwind Transit',
    'production.applicationId': 'production-id',
    'software.saas': true,
    'software.onPremise': false,
    'software.productionApplications': 2,
    'rateLimit.standardIsEnough': 'unknown',
    'rateLimit.unsure': 'Not measured yet.\nWill be in May.',
    'rateLimit.whyExceed': 'Ferries.',
    'rateLimit.impact': 'Lorries wait.',
    'movementCap.exceeds500': 'unknown',
    'movementCap.over5000InFlight': false,
  },
  tests: new Map([
    [1, departure],
    [2, { notApplicable: 'Pre-lodged departures are not supported.', messages: new Map() }],
    [3, arrival],
  ]),
  recommended: [
    { scenario: 'DSGB4', mrnOrLrn: 'LRN-4' },
    { scenario: 'DNGB10', mrnOrLrn: '26GB0000EXAMPLE2J8' },
  ],
});

export function fill(template: Uint8Array, filling: FormFilling = complete): FilledForm {
  const result = fillForm(template, filling);
  if ('refused' in result) {
    throw new Error(result.refused);
  }
  return result;
}

export function refused(template: Uint8Array): string {
  const result = fillForm(template, complete);
  return 'refused' in result ? result.refused : 'It was filled in.';
}
