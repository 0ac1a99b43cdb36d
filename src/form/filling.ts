import { type ApplicationAssessment, type Assessment, type RecommendedAssessment } from '../assessment/assessment.ts';
import { listed } from '../text/wording.ts';
import {
  type Answer,
  type Answers,
  answerTo,
  type EvidenceField,
  type Form,
  type MandatoryTest,
  spokenAnswer,
} from '../requirements/form.ts';
import type { MessageType } from '../requirements/messages.ts';
import type { Programme } from '../requirements/programme.ts';
import { formatForForm } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';

/** What goes into HMRC's form. Whatever is undefined or left out leaves its field as it is in the template. */
export interface FormFilling {
  /** The programme whose form it is meant for. */
  readonly programme: Programme;
  /** By the keys of the form's questions. */
  readonly answers: Answers;
  /** By the number of the mandatory test. */
  readonly tests: ReadonlyMap<MandatoryTest['no'], TestFilling>;
  /** By the keys of the form's fields for evidence. */
  readonly evidence: ReadonlyMap<EvidenceField['key'], string>;
  /** At most as many as the form has room for, in the order in which they are to stand. */
  readonly recommended: readonly RecommendedFilling[];
  /** What was left out and why, for the one who sends the form; sentences. */
  readonly remarks: readonly string[];
}

export interface TestFilling {
  /** Why the test does not apply. */
  readonly notApplicable?: string;
  readonly scenario?: string;
  readonly mrn?: string;
  /** Date and time as text. */
  readonly messages: ReadonlyMap<MessageType, string>;
}

export interface RecommendedFilling {
  readonly scenario: string;
  /** Undefined when the evidence has neither. */
  readonly mrnOrLrn: string | undefined;
}

/**
 * Decides what of an assessment may stand in the form: only what satisfies a requirement, and of recommended tests only
 * what passed and is fresh. Everything else is left open; what no finding of the assessment says of it is in `remarks`.
 * Times are written as date, time and 'UTC'. Source: FORM section 5, PAGE.
 */
export function formFilling(assessment: Assessment, application: ApplicationAssessment, answers: Answers): FormFilling {
  const { form } = assessment.programme;
  const remarks: string[] = [];
  const tests = new Map<MandatoryTest['no'], TestFilling>();
  for (const test of form.mandatoryTests) {
    const { filling, open } = testFilling(test, application, assessment);
    if (filling !== undefined) {
      tests.set(test.no, filling);
    }
    remarks.push(...open);
  }
  const evidence = evidenceFilling(form, application, assessment);
  remarks.push(...evidence.open);
  const recommended = recommendedFillings(form, application.recommended);
  return {
    programme: assessment.programme,
    answers: fittingAnswers(form, answers, remarks),
    tests,
    evidence: evidence.values,
    recommended: recommended.fillings,
    remarks: [...remarks, ...recommended.open],
  };
}

function testFilling(
  test: MandatoryTest,
  { notRequired, requirements }: ApplicationAssessment,
  assessment: Assessment,
): { filling?: TestFilling; open: string[] } {
  const exempt = notRequired.find(({ flow }) => flow === test.flow);
  if (exempt !== undefined) {
    return { filling: { notApplicable: exempt.why, messages: new Map() }, open: [] };
  }
  const assessed = requirements.find(({ requirement }) => requirement.cell?.flow === test.flow);
  if (assessed === undefined) {
    return { open: [`'${test.title}' is left open: nothing is known of this flow.`] };
  }
  if (assessed.status !== 'satisfied' || assessed.scenario === undefined) {
    return { open: [] };
  }

  const { scenario, evidence } = assessed.scenario;
  const times = test.labels.messages.map(({ message }) => ({ message, time: evidence.messages.get(message) }));
  const open = zoneAssumed(test.title, times, assessment.clock.timeZone);
  const messages = new Map(
    times.flatMap(({ message, time }) =>
      time === undefined ? [] : [[message, formatForForm(time.value)] satisfies [MessageType, string]],
    ),
  );
  const mrn = evidence.mrn?.value;
  return { filling: { scenario: scenario.id, ...(mrn !== undefined && { mrn }), messages }, open };
}

/** A time of the evidence, for a message that the form asks for. */
interface MessageTime {
  readonly message: MessageType;
  readonly time: { readonly value: Instant; readonly assumedZone: boolean } | undefined;
}

function zoneAssumed(title: string, times: readonly MessageTime[], timeZone: string): string[] {
  const assumed = times.filter(({ time }) => time?.assumedZone === true).map(({ message }) => message);
  return assumed.length === 0
    ? []
    : [`'${title}': the time of ${listed(assumed)} has no time zone and was read as ${timeZone}.`];
}

/** Evidence at labels of its own, of the requirements that are satisfied. */
function evidenceFilling(
  { evidence: fields }: Form,
  { requirements }: ApplicationAssessment,
  assessment: Assessment,
): { values: Map<string, string>; open: string[] } {
  const values = new Map<string, string>();
  const open = new Set<string>();
  for (const { key, requirement: id, holds, messages } of fields) {
    const assessed = requirements.find(({ requirement }) => requirement.id === id);
    if (assessed === undefined) {
      continue;
    }
    const { title } = assessed.requirement;
    if (assessed.status !== 'satisfied' || assessed.scenario === undefined) {
      continue;
    }
    const { evidence } = assessed.scenario;
    const times = messages.map((message) => ({ message, time: evidence.messages.get(message) }));
    for (const said of zoneAssumed(title, times, assessment.clock.timeZone)) {
      open.add(said);
    }
    const value = holds === 'mrn' ? evidence.mrn?.value : timesInWords(times);
    if (value !== undefined) {
      values.set(key, value);
    }
  }
  return { values, open: [...open] };
}

/** `IE015 20 November 2026 09:00:00 UTC, IE029 …`; undefined unless all of them are known. */
function timesInWords(times: readonly MessageTime[]): string | undefined {
  const known = times.flatMap(({ message, time }) =>
    time === undefined ? [] : [`${message} ${formatForForm(time.value)}`],
  );
  return known.length < times.length || known.length === 0 ? undefined : known.join(', ');
}

/** The form wants recommended tests that were carried out successfully. Source: FORM section 5. */
function recommendedFillings(
  { recommendedSlots }: Form,
  recommended: readonly RecommendedAssessment[],
): {
  fillings: RecommendedFilling[];
  open: string[];
} {
  const passed = recommended.flatMap(({ status, scenario }) =>
    status === 'satisfied' && scenario !== undefined ? [scenario] : [],
  );
  const fillings = passed.slice(0, recommendedSlots).map(({ scenario, evidence }) => ({
    scenario: scenario.id,
    mrnOrLrn: evidence.mrn?.value ?? evidence.lrn?.value,
  }));
  const open = fillings
    .filter(({ mrnOrLrn }) => mrnOrLrn === undefined)
    .map(
      ({ scenario }) => `Recommended test ${scenario}: its evidence has neither MRN nor LRN; that field is left open.`,
    );
  const unproven = recommended.filter(({ status }) => status === 'stale' || status === 'failed');
  for (const { recommendation, scenario, status } of unproven) {
    const name = scenario?.scenario.id ?? recommendation.accepts.join(' or ');
    const why = status === 'failed' ? 'it failed' : 'its evidence is too old or has no date';
    open.push(`Recommended test ${name} is left out: ${why}.`);
  }
  return { fillings, open };
}

/** Without answers to questions that the other answers rule out; on paper they would contradict each other. */
function fittingAnswers(form: Form, answers: Answers, remarks: string[]): Answers {
  const fitting: Record<string, Answer> = {};
  for (const { key, onlyIf } of form.questions) {
    const answer = answerTo(answers, key);
    if (answer === undefined) {
      continue;
    }
    const condition = onlyIf === undefined ? undefined : answerTo(answers, onlyIf.key);
    if (onlyIf === undefined || condition === undefined || condition === onlyIf.is) {
      fitting[key] = answer;
    } else {
      remarks.push(
        `The answer to '${key}' is left out: it is only asked when '${onlyIf.key}' is ${spokenAnswer(onlyIf.is)}, which is ${spokenAnswer(condition)}.`,
      );
    }
  }
  return fitting;
}
