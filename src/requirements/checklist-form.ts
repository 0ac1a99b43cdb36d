import type { Form, FormInfo, FormSection, MandatoryTest } from './form.ts';
import { formQuestions } from './form-questions.ts';
import { messageOf, type MessageType } from './messages.ts';
import type { Flow } from './scenario.ts';

/** HMRC's form and where it comes from and goes to. Source: PAGE, FORM. */
const info: FormInfo = {
  name: 'CTC Traders API v2.0 Application for Production Credentials Checklist',
  versions: [
    { version: 'v1.0', date: 'October 2023' },
    { version: 'v1.1', date: 'January 2024' },
  ],
  /** Where HMRC offers the form, by name and address. */
  page: {
    name: "page 'Apply for production credentials' of HMRC's CTC Traders API phase 5 testing guide",
    url: 'https://developer.service.hmrc.gov.uk/guides/ctc-traders-phase5-testing-guide/documentation/apply-for-production-credentials.html',
  },
  /** Whom the filled-in form is sent to, by e-mail. */
  recipient: 'SDSTeam@hmrc.gov.uk',
};

/** The form's numbered sections. Source: FORM. */
const sections: readonly FormSection[] = [
  { no: 1, title: 'Information about your business' },
  { no: 2, title: 'Information about your software application' },
  { no: 3, title: 'Rate limit' },
  { no: 4, title: 'Movement data capping limit' },
  { no: 5, title: 'Testing production access scenarios' },
];

/** The messages whose date and time the form asks for in a mandatory test, in the form's order. Source: FORM section 5. */
const onForm: Readonly<Record<Flow, readonly MessageType[]>> = {
  'standard-departure': ['IE015', 'IE928', 'IE028', 'IE029'],
  'pre-lodged-departure': ['IE015', 'IE928', 'IE170', 'IE028', 'IE029'],
  arrival: ['IE007', 'IE045'],
};

/** Source: FORM section 5. The form words the IE015 of test 1 differently from that of test 2. */
const mandatoryTests: readonly MandatoryTest[] = [
  mandatoryTest(1, 'standard-departure', '1. Mandatory test – Standard Departure', {
    IE015: 'IE015 Date and time of submission:',
  }),
  mandatoryTest(2, 'pre-lodged-departure', '2. Mandatory test – Pre-lodged Departure'),
  mandatoryTest(3, 'arrival', '3. Mandatory test 3 – Arrivals'),
];

/** HMRC's checklist for NCTS5. Source: FORM v1.0 and v1.1. */
export const checklistForm: Form = {
  info,
  sections,
  questions: formQuestions,
  mandatoryTests,
  recommendedSlots: 12,
  recommendedLabels: { title: 'Recommended', scenario: 'Scenario Number:', identifier: 'MRN/LRN:' },
  // Below each question about the rate limit. Source: FORM section 3.
  answerMark: 'Answer and evidence:',
};

function mandatoryTest(
  no: MandatoryTest['no'],
  flow: Flow,
  title: string,
  exceptions: Readonly<Partial<Record<MessageType, string>>> = {},
): MandatoryTest {
  const labelOf = (message: MessageType) =>
    exceptions[message] ?? `${message} Date and time of ${isSent(message) ? 'post' : 'get'} submission:`;
  return {
    no,
    flow,
    title,
    labels: {
      notApplicable: 'If not applicable please tell us why:',
      scenario: 'Scenario Number:',
      mrn: 'MRN:',
      messages: onForm[flow].map((message) => ({ message, label: labelOf(message) })),
    },
  };
}

function isSent(message: MessageType): boolean {
  return messageOf(message)?.direction === 'sent';
}
