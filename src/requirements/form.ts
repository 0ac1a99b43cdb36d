import type { MessageType } from './messages.ts';
import type { Flow } from './scenario.ts';

/** The form that a programme wants: what is asked in it, and its labels, to find its fields by. */
export interface Form {
  readonly info: FormInfo;
  /** Its numbered sections: those of the questions, and last that of the tests. */
  readonly sections: readonly FormSection[];
  /** Of all sections but the last, in the form's order. */
  readonly questions: readonly FormQuestion[];
  /** In the form's order; at most one for a flow. None where evidence stands at labels of its own. */
  readonly mandatoryTests: readonly MandatoryTest[];
  /** Evidence at labels of its own, in the form's order; none where it stands in tables of mandatory tests. */
  readonly evidence: readonly EvidenceField[];
  /** What only a person may do in the form, in its order: never filled in, ticked or unticked by a program. */
  readonly byHand: readonly ByHandField[];
  /** Words that look like the label of a field and are none. */
  readonly notLabels: readonly string[];
  /** How many recommended tests the form has room for. */
  readonly recommendedSlots: number;
  /** The form's own labels of one recommended test; its title follows the number and a dot: `1. Recommended`. */
  readonly recommendedLabels:
    | { readonly title: string; readonly scenario: string; readonly identifier: string }
    | undefined;
  /** What stands in the row below a question whose answer goes there and not after the question itself. */
  readonly answerMark: string | undefined;
}

/** What a form is called, where it comes from and goes to. */
export interface FormInfo {
  readonly name: string;
  /** The words by which a document is known to be this form, whatever else stands in it: its title. */
  readonly title: string;
  /** Never empty, the latest last. */
  readonly versions: readonly FormVersionInfo[];
  /** Where HMRC offers the form, by name and address. */
  readonly page: { readonly name: string; readonly url: string };
}

interface FormVersionInfo {
  readonly version: FormVersion;
  readonly date: string;
}

export interface FormSection {
  readonly no: number;
  readonly title: string;
}

/** A version of a form, by its name: `v1.1`. */
export type FormVersion = string;

/** A question of the form that only a person can answer. */
export interface FormQuestion {
  /** Name in the configuration, under `answers`: `business.name`. */
  readonly key: string;
  /** The number of its section. */
  readonly section: number;
  /** The form's own label, to find the field by. */
  readonly label: string;
  /** The question in our own words. */
  readonly question: string;
  readonly kind: 'text' | 'yes-no' | 'yes-no-unknown' | 'integer';
  /**
   * Only asked when that question was answered so. A 'yes-no' question that another one explains when it is
   * 'unknown' accepts that answer, too: the form then has neither box ticked.
   */
  readonly onlyIf?: { readonly key: string; readonly is: Answer };
  /** Only in that version of the form, which is known by it where no date is printed. */
  readonly onlyIn?: FormVersion;
  /** What a text has to be, beyond not being empty. */
  readonly shape?: 'one line with @';
}

/** An answer to a question: text; true or false, where allowed also 'unknown'; a whole number from 0. */
export type Answer = string | number | boolean;

/** By the keys of a form's questions. What is missing here is open. */
export type Answers = Readonly<Record<string, Answer>>;

/** A field for evidence at a label of its own. */
export interface EvidenceField {
  /** 'evidence.mrn', unique in the form. */
  readonly key: string;
  /** The form's own label, to find the field by. */
  readonly label: string;
  /** The id of the requirement whose evidence goes there. */
  readonly requirement: string;
  readonly holds: 'mrn' | 'times';
  /** The messages whose times it holds, named, in this order; none where it holds an MRN. */
  readonly messages: readonly MessageType[];
}

/** A field that only a person may fill in, tick or sign. */
export interface ByHandField {
  /** 'confirm.tested', unique in the form; never a key of the configuration. */
  readonly key: string;
  readonly kind: 'tick' | 'signature' | 'date';
  /** The form's own label without its typed number, to know the field by; it may go on. */
  readonly label: string;
  /** Only in that version of the form. */
  readonly onlyIn: FormVersion | undefined;
  /** What a person should know of it, one sentence; undefined for nothing. */
  readonly remark: string | undefined;
}

/** One of the form's tables for mandatory tests. All labels are the form's own, to find its fields by. */
export interface MandatoryTest {
  readonly no: number;
  readonly flow: Flow;
  readonly title: string;
  readonly labels: {
    readonly notApplicable: string;
    readonly scenario: string;
    readonly mrn: string;
    readonly messages: readonly { readonly message: MessageType; readonly label: string }[];
  };
}

/** The answer to a question; undefined when there is none, also for a text of white space only. */
export function answerTo(answers: Answers, key: string): Answer | undefined {
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
  return String(answer ?? '').trim() === '' ? undefined : answer;
}

/** An answer as people write it: yes or no for true and false. */
export function spokenAnswer(answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  return String(answer);
}

/** Whether a question may be answered with 'unknown', which means: unsure, neither yes nor no. */
export function mayBeUnknown(form: Form, question: FormQuestion): boolean {
  if (question.kind === 'yes-no-unknown') return true;
  return form.questions.some(({ onlyIf }) => onlyIf?.key === question.key && onlyIf.is === 'unknown');
}

/**
 * The questions that apply, going by the answers given, and have no answer yet, in the form's order.
 * An explanation of being unsure answers the question that it explains, too. Text of white space only is no answer.
 *
 * @param version Of the form that is to be filled in; questions of other versions are left out. Default: the latest.
 */
export function openQuestions(
  form: Form,
  answers: Answers,
  version: FormVersion | undefined = form.info.versions.at(-1)?.version,
): readonly FormQuestion[] {
  const isAnswered = ({ key }: FormQuestion) => answerTo(answers, key) !== undefined;
  const isExplained = ({ key }: FormQuestion) =>
    form.questions.some((other) => other.onlyIf?.key === key && other.onlyIf.is === 'unknown' && isAnswered(other));
  const applies = ({ onlyIf, onlyIn }: FormQuestion) =>
    (onlyIn ?? version) === version && (onlyIf === undefined || answerTo(answers, onlyIf.key) === onlyIf.is);
  return form.questions.filter((question) => applies(question) && !isAnswered(question) && !isExplained(question));
}
