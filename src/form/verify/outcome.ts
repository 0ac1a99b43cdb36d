import type { Finding, Place } from '../../finding.ts';
import { type Answer, spokenAnswer } from '../../requirements/form.ts';
import { plain } from '../fields/labels.ts';

/** One field of a filled-in form, held against what proves it. */
export interface VerifiedField {
  /** The form's own label, without its colon. */
  readonly name: string;
  readonly outcome: Outcome;
  /** As it stands in the form. */
  readonly inForm: string | undefined;
  /** As reports or configuration have it. */
  readonly expected: string | undefined;
  /** Where that stands. */
  readonly place: Place | undefined;
}

/**
 * `given`: only in the form, where only a person can know it. `unproven`: no report has anything to hold it against.
 * `unreadable`: text that is not a time.
 */
export type Outcome = 'agrees' | 'given' | 'differs' | 'empty' | 'unproven' | 'unreadable';

/** Fields in the form's order, under its titles, and what is to be put right in them. */
export class FieldList {
  readonly groups: { readonly title: string; readonly fields: VerifiedField[] }[] = [];
  readonly findings: Finding[] = [];
  readonly #application: string;

  constructor(application: string) {
    this.#application = application;
  }

  /** What comes next stands under that title. */
  group(title: string): void {
    this.groups.push({ title, fields: [] });
  }

  add(
    name: string,
    outcome: Outcome,
    inForm: string | undefined,
    expected: string | undefined,
    place: Place | undefined,
  ): void {
    const group = this.groups.at(-1);
    group?.fields.push({ name, outcome, inForm, expected, place });
    const sentence = sentenceOf(outcome, `'${group?.title ?? ''}': ${name}`, inForm, expected);
    if (sentence !== undefined) {
      this.say(sentence.message, sentence.next, place);
    }
  }

  say(message: string, next: string, place?: Place): void {
    this.findings.push({ kind: 'form', severity: 'error', message, next, place, application: this.#application });
  }
}

/** What a field is a finding for; undefined where there is nothing to say. */
function sentenceOf(
  outcome: Outcome,
  name: string,
  inForm = '',
  expected = '',
): { readonly message: string; readonly next: string } | undefined {
  switch (outcome) {
    case 'agrees':
    case 'given':
      return undefined;
    case 'empty':
      return { message: `${name} is empty.`, next: 'Fill it in.' };
    case 'differs':
      return {
        message: `${name} is '${inForm}', but it should be '${expected}'.`,
        next: 'Correct whichever of the two is wrong.',
      };
    case 'unproven':
      return {
        message: `${name} is '${inForm}', which no report proves.`,
        next: 'Have the test state it, or fill the form in from a run that does.',
      };
    case 'unreadable':
      return {
        message: `${name} is '${inForm}', which can't be read as a date and time.`,
        next: "Write it as '20 November 2026 09:00:05 UTC'.",
      };
  }
}

export function outcomeOf(inForm: string | undefined, expected: string | undefined, agrees: boolean): Outcome {
  if (inForm === undefined) {
    return 'empty';
  }
  if (agrees) {
    return 'agrees';
  }
  return expected === undefined ? 'unproven' : 'differs';
}

export function answerOutcome(inForm: Answer | undefined, wanted: Answer | undefined): Outcome {
  if (inForm === undefined) {
    return 'empty';
  }
  if (wanted === undefined) {
    return 'given';
  }
  return sameText(String(inForm), String(wanted)) ? 'agrees' : 'differs';
}

export function spoken(answer: Answer | undefined): string | undefined {
  return answer === undefined ? undefined : spokenAnswer(answer);
}

/** An identifier as it is compared: without white space, in capitals. */
export function canonical(text: string): string {
  return text.replaceAll(/\s+/gu, '').toUpperCase();
}

/** Whether two texts say the same, white space, letter case and commas between lines aside. */
export function sameText(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && (onOneLine(a) === onOneLine(b) || canonical(a) === canonical(b));
}

function onOneLine(text: string): string {
  return plain(text.replaceAll(/,?\s*\n\s*/gu, ', ')).toLowerCase();
}

export function nameOf(label: string): string {
  return label.replace(/:\s*$/u, '');
}
