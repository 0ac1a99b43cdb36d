import type { Form, FormInfo, FormQuestion, FormSection, MandatoryTest } from '../form.ts';
import { messageOf, type MessageType } from '../messages.ts';
import type { Flow } from '../scenario.ts';

/** HMRC's form and where it comes from and goes to. Source: PAGE, FORM. */
const info: FormInfo = {
  name: 'CTC Traders API v2.0 Application for Production Credentials Checklist',
  title: 'Application for Production Credentials Checklist',
  versions: [
    { version: 'v1.0', date: 'October 2023' },
    { version: 'v1.1', date: 'January 2024' },
  ],
  /** Where HMRC offers the form, by name and address. */
  page: {
    name: "page 'Apply for production credentials' of HMRC's CTC Traders API phase 5 testing guide",
    url: 'https://developer.service.hmrc.gov.uk/guides/ctc-traders-phase5-testing-guide/documentation/apply-for-production-credentials.html',
  },
};

/** The form's numbered sections. Source: FORM. */
const sections: readonly FormSection[] = [
  { no: 1, title: 'Information about your business' },
  { no: 2, title: 'Information about your software application' },
  { no: 3, title: 'Rate limit' },
  { no: 4, title: 'Movement data capping limit' },
  { no: 5, title: 'Testing production access scenarios' },
];

const aboveStandardRate = { key: 'rateLimit.standardIsEnough', is: false } as const;

/** Sections 1 to 4 of the form, in its order. Source: FORM v1.0 and v1.1. */
const questions: readonly FormQuestion[] = [
  {
    key: 'business.name',
    section: 1,
    label: 'business name:',
    question: 'What is your business called?',
    kind: 'text',
  },
  {
    key: 'business.address',
    section: 1,
    label: 'business address:',
    question: 'What is the address of your business?',
    kind: 'text',
  },
  {
    key: 'sandbox.applicationName',
    section: 2,
    label: 'sandbox Application Name:',
    question: 'Name of the sandbox application that you tested with',
    kind: 'text',
  },
  {
    key: 'sandbox.applicationId',
    section: 2,
    label: 'sandbox Application ID:',
    question: 'ID of the sandbox application that you tested with',
    kind: 'text',
  },
  {
    key: 'production.applicationName',
    section: 2,
    label: 'Production Application Name:',
    question: 'Name of the production application that needs credentials',
    kind: 'text',
  },
  {
    key: 'production.applicationId',
    section: 2,
    label: 'Production Application ID:',
    question: 'ID of the production application that needs credentials',
    kind: 'text',
  },
  {
    key: 'software.saas',
    section: 2,
    label: 'Are you using Software as a Service (SaaS) software?',
    question: 'Is the software offered as a service (SaaS)?',
    kind: 'yes-no',
  },
  {
    key: 'software.onPremise',
    section: 2,
    label: 'Are you using an on-premise software solution?',
    question: 'Is the software installed on premises?',
    kind: 'yes-no',
  },
  {
    key: 'software.productionApplications',
    section: 2,
    label: 'If on-premise, how many production applications do you require?',
    question: 'How many production applications does the on-premises software need?',
    kind: 'integer',
    onlyIf: { key: 'software.onPremise', is: true },
  },
  {
    key: 'rateLimit.standardIsEnough',
    section: 3,
    label: 'Will this be enough for your production application?',
    question: 'Can production live with the standard limit of 3 requests per second for each application?',
    kind: 'yes-no',
  },
  {
    key: 'rateLimit.unsure',
    section: 3,
    label: 'If unsure explain why:',
    question: 'If you can not tell whether the standard limit will do: why?',
    kind: 'text',
    onlyIf: { key: 'rateLimit.standardIsEnough', is: 'unknown' },
  },
  {
    key: 'rateLimit.whyExceed',
    section: 3,
    label: 'Why will your application exceed the 3 requests per second standard rate limit?',
    question: 'What makes the application send more than 3 requests per second?',
    kind: 'text',
    onlyIf: aboveStandardRate,
  },
  {
    key: 'rateLimit.history',
    section: 3,
    label: 'Provide historical data to provide evidence your application has exceeded this rate limit previously.',
    question: 'Which figures from the past show that the limit was exceeded?',
    kind: 'text',
    onlyIf: aboveStandardRate,
  },
  {
    key: 'rateLimit.usage',
    section: 3,
    label:
      'Provide usage data showing the number of API calls made. Give details of your forecasts showing the calculation of what peak scenario traffic might look like.',
    question: 'How many API calls are made, and how did you work out the traffic to expect at peak times?',
    kind: 'text',
    onlyIf: aboveStandardRate,
  },
  {
    key: 'rateLimit.callsPerSession',
    section: 3,
    label: 'How many times does your application call the API in one session?',
    question: 'How many API calls does one session make?',
    kind: 'text',
    onlyIf: aboveStandardRate,
  },
  {
    key: 'rateLimit.batch',
    section: 3,
    label: 'Do you use batch processing? If yes, provide more details about how you do this and how often.',
    question: 'Are messages processed in batches, and if so, how and how often?',
    kind: 'text',
    onlyIf: aboveStandardRate,
  },
  {
    key: 'rateLimit.impact',
    section: 3,
    label:
      'If the standard rate limit is not increased from 3 requests per second, how will this impact your business?',
    question: 'What would it mean for your business to stay at 3 requests per second?',
    kind: 'text',
    onlyIf: aboveStandardRate,
  },
  {
    key: 'movementCap.exceeds500',
    section: 4,
    label: 'Do you expect to exceed this limit for your GET all movements?',
    question: "Will 'GET all movements' find more than the 500 movements that it returns at most?",
    kind: 'yes-no-unknown',
  },
  {
    key: 'movementCap.over5000InFlight',
    section: 4,
    label: 'Do you expect to have more than 5000 movements in flight at the same time?',
    question: 'Will more than 5000 movements be under way at once?',
    kind: 'yes-no-unknown',
  },
  {
    key: 'software.eoriEnrolments',
    section: 4,
    label: 'How many EORI enrolments do you expect to be required in a 28 day period?',
    question: 'How many EORI enrolments will be needed within 28 days?',
    kind: 'integer',
    onlyIn: 'v1.0',
  },
];

/** The messages whose date and time the form asks for in a mandatory test, in the form's order. Source: FORM section 5. */
export const onForm: Readonly<Record<Flow, readonly MessageType[]>> = {
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
  questions,
  mandatoryTests,
  evidence: [],
  byHand: [],
  notLabels: [],
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
