import type { ByHandField, Form, FormInfo, FormQuestion, FormSection } from '../form.ts';
import { released } from './released.ts';

/** HMRC's readiness checklist; its versions are known by the dates of their files, none is printed in them. Source: PAGE6, FORM6. */
const info: FormInfo = {
  name: 'Readiness Checklist for NCTS6 Integration',
  title: 'Readiness Checklist for NCTS6 Integration',
  versions: [
    { version: '24 March 2026', date: '24 March 2026' },
    { version: '7 April 2026', date: '7 April 2026' },
    { version: '14 April 2026', date: '14 April 2026' },
  ],
  page: {
    name: "page 'Apply for production credentials' of HMRC's CTC Traders API testing guide",
    url: 'https://developer.service.hmrc.gov.uk/guides/ctc-traders-testing-guide/documentation/apply-for-production-credentials.html',
  },
};

const latest = '14 April 2026';

/** The form's items have numbers of their own, which differ between its versions. Source: FORM6. */
const sections: readonly FormSection[] = [
  { no: 1, title: 'Software developer' },
  { no: 2, title: 'Sandbox and production application' },
  { no: 3, title: 'Evidence of a completed outbound transit movement' },
];

/** Source: FORM6, head and items 2 and 3 of 14 April. */
const questions: readonly FormQuestion[] = [
  {
    key: 'business.name',
    section: 1,
    label: 'SWD Name:',
    question: 'What is your business, the software developer (SWD), called?',
    kind: 'text',
  },
  {
    key: 'business.email',
    section: 1,
    label: 'Contact Email:',
    question: 'At which e-mail address can HMRC reach you?',
    kind: 'text',
    shape: 'one line with @',
  },
  {
    key: 'sandbox.applicationName',
    section: 2,
    label: 'Sandbox Application Name:',
    question: 'Name of the sandbox application that you tested with',
    kind: 'text',
    onlyIn: latest,
  },
  {
    key: 'sandbox.applicationId',
    section: 2,
    label: 'Sandbox Application ID:',
    question: 'ID of the sandbox application that you tested with',
    kind: 'text',
    onlyIn: latest,
  },
  {
    key: 'production.applicationName',
    section: 2,
    label: 'Production Application Name:',
    question: 'Name of the production application',
    kind: 'text',
    onlyIn: latest,
  },
  {
    key: 'production.applicationId',
    section: 2,
    label: 'Production Application ID:',
    question: 'ID of the production application',
    kind: 'text',
    onlyIn: latest,
  },
];

/** Statements of the software developer, signature and date: a person ticks, signs and dates. Source: FORM6. */
const byHand: readonly ByHandField[] = [
  tick('confirm.aligned', 'Our NCTS6 Software product is aligned with developer hub resources detailed below', {
    remark:
      "Item 1 is already ticked in HMRC's file, but its tick does not show well. Check that it is true, then untick it and tick it again.",
  }),
  tick('confirm.sandbox', 'Please tell us the sandbox name and ID you used when testing our CTC traders API', {
    onlyIn: latest,
  }),
  tick('confirm.production', 'Please tell us your Production Application Name and ID.', { onlyIn: latest }),
  tick('confirm.tested', 'We have carried out testing and integration of the product to meet our in-house standards.'),
  tick('confirm.evidence', 'Evidence of a completed Outbound Transit Movement (IE015 to IE029)'),
  tick('confirm.ready', 'Our NCTS6 product is ready for the Go Live of NCTS6.'),
  { key: 'signature', kind: 'signature', label: 'Electronic Signature:', onlyIn: undefined, remark: undefined },
  { key: 'signatureDate', kind: 'date', label: 'Date:', onlyIn: undefined, remark: undefined },
];

/** HMRC's readiness checklist for NCTS6. Source: FORM6. */
export const readinessChecklist: Form = {
  info,
  sections,
  questions,
  mandatoryTests: [],
  evidence: [
    { key: 'evidence.mrn', label: 'MRN used:', requirement: released.id, holds: 'mrn', messages: [] },
    {
      key: 'evidence.time',
      label: 'Date/Time:',
      requirement: released.id,
      holds: 'times',
      messages: released.messages,
    },
  ],
  byHand,
  notLabels: ['Declaration:', 'Please confirm the following by checking the boxes and signing electronically:'],
  recommendedSlots: 0,
  recommendedLabels: undefined,
  answerMark: undefined,
};

function tick(
  key: string,
  label: string,
  { onlyIn, remark }: Partial<Pick<ByHandField, 'onlyIn' | 'remark'>> = {},
): ByHandField {
  return { key, kind: 'tick', label, onlyIn, remark };
}
