import {
  type Answer,
  answerTo,
  type EvidenceField,
  type Form,
  type FormVersion,
  type MandatoryTest,
} from '../requirements/form.ts';
import { visibleText } from '../text/escape.ts';
import { tick, type Choice } from './fields/boxes.ts';
import type { Fields, QuestionField } from './fields/find-fields.ts';
import type { FormFilling, RecommendedFilling, TestFilling } from './filling.ts';
import type { SlotField, TestField } from './fields/labels.ts';
import { type TextField, sameValue } from './fields/text-field.ts';
import type { Edit } from './word/edits.ts';

/** What is to be done to a document, and what there is to say about it. */
interface Plan {
  readonly edits: Edit[];
  /** Names of fields. */
  readonly notFound: string[];
  /** Names of fields for the evidence of mandatory tests that will hold no value. */
  readonly lacking: string[];
  readonly remarks: string[];
}

/**
 * Compares what should be in the form with what is there.
 *
 * @param version Of the form that it is; a question that it doesn't ask is not looked for. Undefined: not known.
 */
export function planFilling(fields: Fields, filling: FormFilling, version: FormVersion | undefined): Plan {
  const { form } = filling.programme;
  const plan = new Planner(form);
  for (const question of form.questions) {
    const answer = answerTo(filling.answers, question.key);
    const isAsked = question.onlyIn === undefined || question.onlyIn === version;
    plan.question(nameOf(question.label), fields.questions.get(question.key), answer, isAsked);
  }
  for (const test of form.mandatoryTests) {
    plan.test(test, fields.tests.get(test.no) ?? new Map(), filling.tests.get(test.no) ?? { messages: new Map() });
  }
  plan.evidence(form, fields.evidence, filling.evidence);
  plan.recommended(fields.slots, filling.recommended);
  return plan;
}

class Planner implements Plan {
  readonly edits: Edit[] = [];
  readonly notFound: string[] = [];
  readonly lacking: string[] = [];
  readonly remarks: string[] = [];
  readonly #slotLabels: Form['recommendedLabels'];

  constructor({ recommendedLabels }: Form) {
    this.#slotLabels = recommendedLabels;
  }

  question(name: string, field: QuestionField | undefined, answer: Answer | undefined, isAsked: boolean): void {
    if (field === undefined) {
      if (isAsked) {
        this.notFound.push(name);
      }
      return;
    }
    if (answer === undefined) {
      if (field.kind === 'boxes' && field.boxes.filter((box) => box.ticked).length > 1) {
        this.remarks.push(`${name}: more than one box is ticked; leave one of them.`);
      }
      return;
    }
    if (field.kind === 'text') {
      this.#put(name, field.field, String(answer));
    } else {
      this.#tick(name, field, answer);
    }
  }

  test(test: MandatoryTest, fields: ReadonlyMap<TestField, TextField>, filling: TestFilling): void {
    const { title, labels } = test;
    if (filling.scenario === undefined && filling.notApplicable === undefined) {
      this.lacking.push(title);
    }
    if (fields.size === 0) {
      this.notFound.push(title);
      return;
    }
    const isOther = this.#remarkOnEarlier(title, fields, filling);
    const wanted: readonly (readonly [TestField, string, string | undefined])[] = [
      ['notApplicable', labels.notApplicable, filling.notApplicable],
      ['scenario', labels.scenario, filling.scenario],
      ['mrn', labels.mrn, filling.mrn],
      ...labels.messages.map(({ message, label }) => [message, label, filling.messages.get(message)] as const),
    ];
    for (const [field, label, value] of wanted) {
      const isEvidence = field !== 'notApplicable';
      const name = `${title}: ${nameOf(label)}`;
      const isNeeded = isEvidence ? filling.scenario !== undefined : filling.notApplicable !== undefined;
      this.#evidenceField(name, fields.get(field), value, { isNeeded, isOther: isOther && isEvidence });
    }
  }

  /** Fields for evidence at labels of their own. */
  evidence(
    form: Form,
    fields: ReadonlyMap<EvidenceField, TextField>,
    values: ReadonlyMap<EvidenceField['key'], string>,
  ): void {
    for (const requirement of new Set(form.evidence.map((field) => field.requirement))) {
      const own = form.evidence.filter((field) => field.requirement === requirement);
      const isFilled = own.some(({ key }) => values.has(key));
      const earlier = own.flatMap((field) => fields.get(field)?.existing ?? []).filter((value) => value !== '');
      if (!isFilled && earlier.length > 0) {
        this.remarks.push(
          `The form still shows earlier evidence (${earlier.join(', ')}) that this run does not confirm; it was left as it is: remove it before you send the form.`,
        );
      }
      const isOther = own.some((field) => differs(fields.get(field), values.get(field.key)));
      for (const field of own) {
        const value = values.get(field.key);
        this.#evidenceField(nameOf(field.label), fields.get(field), value, { isNeeded: true, isOther, isFilled });
      }
    }
  }

  /** @param isOther The fields hold the evidence of another movement than the one to be filled in. */
  #evidenceField(
    name: string,
    target: TextField | undefined,
    value: string | undefined,
    { isNeeded, isOther, isFilled = true }: { isNeeded: boolean; isOther: boolean; isFilled?: boolean },
  ): void {
    const remaining = isOther || !isFilled ? '' : (target?.existing ?? '');
    if (isNeeded && (target === undefined || (value ?? remaining) === '')) {
      this.lacking.push(name);
    }
    if (target === undefined) {
      this.notFound.push(name);
    } else if (value !== undefined) {
      this.#put(name, target, value);
    } else if (isOther) {
      this.#clear(name, target);
    }
  }

  /** Whether the fields hold the evidence of another movement than the one to be filled in. */
  #remarkOnEarlier(title: string, fields: ReadonlyMap<TestField, TextField>, filling: TestFilling): boolean {
    const earlier = (field: TestField) => fields.get(field)?.existing ?? '';
    const { notApplicable, scenario, mrn } = filling;
    const evidence = [earlier('scenario'), earlier('mrn')].filter((value) => value !== '').join(', ');
    if (scenario === undefined && evidence !== '') {
      this.remarks.push(
        notApplicable === undefined
          ? `'${title}' still shows earlier evidence (${evidence}) that this run does not confirm; it was left as it is: remove it before you send the form.`
          : `'${title}' is filled in as not applicable but still shows earlier evidence (${evidence}); remove it before you send the form.`,
      );
    }
    if (scenario !== undefined && notApplicable === undefined && earlier('notApplicable') !== '') {
      this.remarks.push(
        `'${title}' has evidence but still says why it is not applicable ('${earlier('notApplicable')}'); remove that before you send the form.`,
      );
    }
    return scenario !== undefined && (differs(fields.get('scenario'), scenario) || differs(fields.get('mrn'), mrn));
  }

  /** A test goes where its scenario stands already, or else into the first free slot. */
  recommended(
    slots: ReadonlyMap<number, ReadonlyMap<SlotField, TextField>>,
    tests: readonly RecommendedFilling[],
  ): void {
    const numbers = [...slots.keys()].toSorted((a, b) => a - b);
    for (const number of numbers) {
      for (const field of ['scenario', 'identifier'] as const) {
        if (slots.get(number)?.has(field) !== true) {
          this.notFound.push(this.#slotName(number, field));
        }
      }
    }
    const inSlot = (number: number) => slots.get(number)?.get('scenario')?.existing ?? '';
    const taken = new Set<number>();
    const placed = new Map<RecommendedFilling, number>();
    for (const test of tests) {
      const number = numbers.find((candidate) => !taken.has(candidate) && sameValue(inSlot(candidate), test.scenario));
      if (number === undefined) {
        continue;
      }
      taken.add(number);
      placed.set(test, number);
    }
    for (const test of tests) {
      const isFree = (number: number) => !taken.has(number) && isEmpty(slots.get(number));
      const number = placed.get(test) ?? numbers.find(isFree);
      if (number === undefined) {
        this.notFound.push(`a free slot for the recommended test ${test.scenario}`);
        continue;
      }
      taken.add(number);
      this.#fillSlot(number, slots.get(number) ?? new Map(), test, placed.has(test));
    }
    const left = numbers.filter((number) => !taken.has(number) && inSlot(number) !== '');
    if (left.length > 0) {
      this.remarks.push(
        `Recommended tests that this run does not confirm were left as they are: ${left.map((number) => `${number} (${inSlot(number)})`).join(', ')}; remove those whose evidence is too old.`,
      );
    }
  }

  #fillSlot(
    number: number,
    slot: ReadonlyMap<SlotField, TextField>,
    test: RecommendedFilling,
    isUpdate: boolean,
  ): void {
    const values = { scenario: test.scenario, identifier: test.mrnOrLrn };
    for (const field of ['scenario', 'identifier'] as const) {
      const [target, value] = [slot.get(field), values[field]];
      if (target !== undefined && value !== undefined) {
        this.#put(this.#slotName(number, field), target, value);
      } else if (target !== undefined && isUpdate) {
        this.#clear(this.#slotName(number, field), target);
      }
    }
  }

  #slotName(number: number, field: SlotField): string {
    return `${number}. ${this.#slotLabels?.title ?? ''}: ${nameOf(this.#slotLabels?.[field] ?? '')}`;
  }

  #put(name: string, target: TextField, text: string): void {
    const value = target.fit(cleanValue(text));
    if (value === '') {
      return;
    }
    if (sameValue(target.existing, value)) {
      return;
    }
    if (target.existing !== '') {
      this.remarks.push(`${name}: '${value}' replaces '${target.existing}'.`);
    }
    this.edits.push(...target.put(value));
  }

  #clear(name: string, target: TextField): void {
    if (target.existing === '') {
      return;
    }
    this.remarks.push(`${name}: '${target.existing}' was removed: it belonged to other evidence.`);
    this.edits.push(...target.put(''));
  }

  #tick(name: string, { boxes }: Extract<QuestionField, { kind: 'boxes' }>, answer: Answer): void {
    const choice = choiceOf(answer);
    if (choice === undefined) {
      this.remarks.push(`${name}: '${String(answer)}' is neither yes, no nor unknown; no box was ticked.`);
      return;
    }
    this.edits.push(...tick(boxes, choice));
    const other = boxes.find((box) => box.ticked && box.choice !== choice);
    if (other !== undefined) {
      this.remarks.push(`${name}: '${choice}' replaces '${other.choice}'.`);
    }
  }
}

/** Whether a field holds another value than the one that is to stand there. */
function differs(field: TextField | undefined, value: string | undefined): boolean {
  const existing = field?.existing ?? '';
  return value !== undefined && existing !== '' && !sameValue(existing, value);
}

/** An identifier without its scenario would be worth nothing: a slot needs a field for the scenario. */
function isEmpty(slot: ReadonlyMap<SlotField, TextField> | undefined): boolean {
  return slot?.has('scenario') === true && [...slot.values()].every(({ existing }) => existing === '');
}

function choiceOf(answer: Answer): Choice | undefined {
  if (typeof answer === 'boolean') {
    return answer ? 'yes' : 'no';
  }
  return answer === 'unknown' ? 'unknown' : undefined;
}

/** A label as the name of its field: without its colon. */
function nameOf(label: string): string {
  return label.replace(/:\s*$/u, '');
}

/** A value as it may stand in the form: no invisible signs, line breaks as `\n`, no white space at its ends. */
function cleanValue(text: string): string {
  return visibleText(text).trim();
}
