import type { MessageType } from '../evidence/statement.ts';
import type { Answer } from '../settings/settings.ts';
import { type FormQuestion, type FormVersion, formQuestions } from './form-questions.ts';
import { formMessages, messageOf } from './messages.ts';
import type { Flow } from './scenario.ts';

export { formQuestions };
export type { FormQuestion, FormVersion };

/** HMRC's form and where it comes from and goes to. Source: PAGE, FORM. */
export const formInfo = {
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
} as const;

/** The form's numbered sections. Source: FORM. */
export const formSections = [
  { no: 1, title: 'Information about your business' },
  { no: 2, title: 'Information about your software application' },
  { no: 3, title: 'Rate limit' },
  { no: 4, title: 'Movement data capping limit' },
  { no: 5, title: 'Testing production access scenarios' },
] as const;

/** The question of that key; undefined when the form has none. */
export function questionOf(key: string): FormQuestion | undefined {
  return formQuestions.find((question) => question.key === key);
}

/** Whether a question may be answered with 'unknown', which means: unsure, neither yes nor no. */
export function mayBeUnknown(question: FormQuestion): boolean {
  if (question.kind === 'yes-no-unknown') return true;
  return formQuestions.some(({ onlyIf }) => onlyIf?.key === question.key && onlyIf.is === 'unknown');
}

/**
 * The questions that apply, going by the answers given, and have no answer yet, in the form's order.
 * An explanation of being unsure answers the question that it explains, too. Text of white space only is no answer.
 *
 * @param version Of the form that is to be filled in; questions of other versions are left out. Default: the latest.
 */
export function openQuestions(
  answers: Readonly<Record<string, Answer>>,
  version: FormVersion = 'v1.1',
): readonly FormQuestion[] {
  const isAnswered = ({ key }: FormQuestion) => {
    const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
    return answer !== undefined && String(answer).trim() !== '';
  };
  const isExplained = ({ key }: FormQuestion) =>
    formQuestions.some((other) => other.onlyIf?.key === key && other.onlyIf.is === 'unknown' && isAnswered(other));
  const applies = ({ onlyIf, onlyIn }: FormQuestion) =>
    (onlyIn ?? version) === version && (onlyIf === undefined || answers[onlyIf.key] === onlyIf.is);
  return formQuestions.filter((question) => applies(question) && !isAnswered(question) && !isExplained(question));
}

/** One of the form's tables for mandatory tests. All labels are the form's own, to find its fields by. */
export interface MandatoryTest {
  readonly no: 1 | 2 | 3;
  readonly flow: Flow;
  readonly title: string;
  readonly labels: {
    readonly notApplicable: string;
    readonly scenario: string;
    readonly mrn: string;
    readonly messages: readonly { readonly message: MessageType; readonly label: string }[];
  };
}

/** Source: FORM section 5. The form words the IE015 of test 1 differently from that of test 2. */
export const mandatoryTests: readonly MandatoryTest[] = [
  mandatoryTest(1, 'standard-departure', '1. Mandatory test – Standard Departure', {
    IE015: 'IE015 Date and time of submission:',
  }),
  mandatoryTest(2, 'pre-lodged-departure', '2. Mandatory test – Pre-lodged Departure'),
  mandatoryTest(3, 'arrival', '3. Mandatory test 3 – Arrivals'),
];

/** How many recommended tests the form has room for. Source: FORM section 5. */
export const recommendedSlots = 12;

/** The form's own labels of one recommended test; its title follows the number and a dot: `1. Recommended`. */
export const recommendedLabels = {
  title: 'Recommended',
  scenario: 'Scenario Number:',
  identifier: 'MRN/LRN:',
} as const;

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
      messages: formMessages(flow).map((message) => ({ message, label: labelOf(message) })),
    },
  };
}

function isSent(message: MessageType): boolean {
  return messageOf(message)?.direction === 'sent';
}
