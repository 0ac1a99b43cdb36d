import type { ByHandField, EvidenceField, Form, FormQuestion, MandatoryTest } from '../../requirements/form.ts';
import type { MessageType } from '../../requirements/messages.ts';

/*
 * How the form's labels are compared: by letters and digits only. So neither white space, letter case, kinds of
 * dashes, quotes and full stops, nor a colon more or less keep a label from being found.
 */

/** Letters and digits of the text, compatibility forms and letter case folded. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A number or bullet that was typed before the text instead of being made by the list. */
const typedNumber = /^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[•●▪·*‐-―-])\s*/iu;

/** How far a label goes in a text that begins with it. */
export interface LabelEnd {
  /** After the label's own punctuation. */
  readonly labelEnd: number;
  /** After the white space that follows. */
  readonly valueStart: number;
}

/**
 * How far the label goes in the text; undefined if the text does not begin with it, or goes on without a break:
 * 'MRN' is not the label of 'MRN/LRN:'.
 *
 * @param wanted The label, folded.
 */
function endOfLabel(text: string, wanted: string): LabelEnd | undefined {
  return endAt(text, 0, wanted) ?? endAt(text, typedNumber.exec(text)?.[0].length ?? 0, wanted);
}

function endAt(text: string, from: number, wanted: string): LabelEnd | undefined {
  let found = '';
  let offset = from;
  for (const character of text.slice(from, from + wanted.length * 4 + 64)) {
    if (found.length >= wanted.length) {
      break;
    }
    found += folded(character);
    offset += character.length;
    if (!wanted.startsWith(found)) {
      return undefined;
    }
  }
  return found === wanted ? afterPunctuation(text, offset) : undefined;
}

function afterPunctuation(text: string, offset: number): LabelEnd | undefined {
  const rest = text.slice(offset);
  const mark = /^(?:\s*:|[.?!][.?!:'’‘"”)]*|[’'")\]]+[:.?!]*)/u.exec(rest)?.[0] ?? '';
  if (mark === '' && rest.trim() !== '' && !/^\s*\t/u.test(rest)) {
    return undefined;
  }
  const labelEnd = offset + mark.length;
  return { labelEnd, valueStart: labelEnd + (/^\s*/u.exec(text.slice(labelEnd))?.[0].length ?? 0) };
}

/** Whether a text of the form reads like the label of a field: it ends in a colon. */
export function looksLikeLabel(text: string): boolean {
  const line = text.trim();
  return line.length <= 160 && /\p{L}/u.test(line) && line.endsWith(':');
}

/** The same for the tables of tests, where a value may already stand after the label. */
export function looksLikeTestLabel(text: string): boolean {
  return looksLikeLabel(text) || /^\s*(?:IE\d{3}|CC\d{3}|scenario|MRN|LRN)\b[^:]{0,80}:/iu.test(text);
}

/** White space folded: how values are compared. */
export function plain(text: string): string {
  return text.replace(/[\s\u00A0]+/gu, ' ').trim();
}

/** What a label of a mandatory test is the label of. */
export type TestField = 'notApplicable' | 'scenario' | 'mrn' | MessageType;
export type SlotField = 'scenario' | 'identifier';

interface Known<Field> {
  readonly field: Field;
  /** Folded. */
  readonly wanted: string;
}

const known = <Field>(field: Field, label: string): Known<Field> => ({ field, wanted: folded(label) });

/** The labels of a form, ready to be looked for. */
export class KnownLabels {
  readonly #questions: readonly Known<FormQuestion>[];
  readonly #evidence: readonly Known<EvidenceField>[];
  readonly #byHand: readonly Known<ByHandField>[];
  readonly #notLabels: readonly string[];
  readonly #tests: ReadonlyMap<MandatoryTest['no'], readonly Known<TestField>[]>;
  readonly #slot: readonly Known<SlotField>[];
  readonly #titles: readonly { readonly no: MandatoryTest['no']; readonly key: string }[];
  readonly #slotTitle: RegExp | undefined;
  readonly #answerMark: string | undefined;

  constructor(form: Form) {
    const { questions, evidence, byHand, notLabels, mandatoryTests, recommendedLabels, answerMark } = form;
    this.#questions = questions.map((question) => known(question, question.label));
    this.#evidence = evidence.map((field) => known(field, field.label));
    this.#byHand = byHand.map((field) => known(field, field.label));
    this.#notLabels = notLabels.map(folded);
    this.#tests = new Map(mandatoryTests.map((test) => [test.no, testLabels(test)]));
    this.#slot =
      recommendedLabels === undefined
        ? []
        : [known('scenario', recommendedLabels.scenario), known('identifier', recommendedLabels.identifier)];
    this.#titles = mandatoryTests.map(({ no, title }) => ({ no, key: titleKey(title) }));
    // Letters and digits only, so nothing to escape.
    this.#slotTitle =
      recommendedLabels && new RegExp(`^(\\d{1,2})?${folded(recommendedLabels.title)}(?:tests?)?(\\d{1,2})?$`, 'u');
    this.#answerMark = answerMark && folded(answerMark);
  }

  question(text: string): Match<FormQuestion> | undefined {
    return longest(this.#questions, text);
  }

  evidence(text: string): Match<EvidenceField> | undefined {
    return longest(this.#evidence, text);
  }

  /** A statement has its box and its number before it, and may go on after its label. */
  byHand(text: string): Match<ByHandField> | undefined {
    const key = folded(text.slice(0, 400));
    const statement = this.#byHand.find(({ field, wanted }) => {
      const at = key.indexOf(wanted);
      return field.kind === 'tick' && at >= 0 && at <= 3;
    });
    if (statement !== undefined) {
      return { ...statement, labelEnd: text.length, valueStart: text.length };
    }
    return longest(
      this.#byHand.filter(({ field }) => field.kind !== 'tick'),
      text,
    );
  }

  /** Whether it only looks like the label of a field. */
  isNotLabel(text: string): boolean {
    return this.#notLabels.includes(folded(text));
  }

  test(no: MandatoryTest['no'], text: string): Match<TestField> | undefined {
    return longest(this.#tests.get(no) ?? [], text) ?? this.#message(no, text);
  }

  slot(text: string): Match<SlotField> | undefined {
    return longest(this.#slot, text);
  }

  answerMark(text: string): LabelEnd | undefined {
    return this.#answerMark === undefined ? undefined : endOfLabel(text, this.#answerMark);
  }

  testTitle(text: string): MandatoryTest['no'] | undefined {
    if (text.length > 120) {
      return undefined;
    }
    const key = titleKey(text);
    return this.#titles.find((title) => title.key === key)?.no;
  }

  /** Number of a recommended test by its title ('1. Recommended', 'Recommended test 1'); 'next' when a list numbers it. */
  slotTitle(text: string, isListItem: boolean): number | 'next' | undefined {
    if (text.length > 60) {
      return undefined;
    }
    const match = this.#slotTitle?.exec(folded(text));
    if (match === undefined || match === null) {
      return undefined;
    }
    const number = Number(match[1] ?? match[2] ?? 0);
    if (number > 0) {
      return number;
    }
    return isListItem ? 'next' : undefined;
  }

  /** Whether another label of the form stands somewhere in a text that should be a value. */
  isIn(text: string): boolean {
    const key = folded(text);
    const labels = [...this.#questions, ...this.#evidence, ...this.#slot, ...[...this.#tests.values()].flat()];
    return /\bMRN\s*:/iu.test(text) || labels.some(({ wanted }) => wanted.length > 6 && key.includes(wanted));
  }

  /** Words around the number of the message may change: 'IE015 Date and time of POST submission (UTC):'. */
  #message(no: MandatoryTest['no'], text: string): Match<TestField> | undefined {
    const label = /^\s*(?:IE|CC)\s?(\d{3})C?\b[^:]{0,120}?\bdate\b[^:]{0,120}(?::\s*|$)/iu.exec(text);
    const found = label === null ? undefined : this.#tests.get(no)?.find(({ field }) => field === `IE${label[1]}`);
    if (label === null || found === undefined) {
      return undefined;
    }
    return { ...found, labelEnd: label[0].trimEnd().length, valueStart: label[0].length };
  }
}

function testLabels({ labels }: MandatoryTest): readonly Known<TestField>[] {
  return [
    known<TestField>('notApplicable', labels.notApplicable),
    known<TestField>('scenario', labels.scenario),
    known<TestField>('mrn', labels.mrn),
    ...labels.messages.map(({ message, label }) => known<TestField>(message, label)),
  ];
}

export type Match<Field> = Known<Field> & LabelEnd;

function longest<Field>(candidates: readonly Known<Field>[], text: string): Match<Field> | undefined {
  let best: Match<Field> | undefined;
  for (const candidate of candidates) {
    if (best !== undefined && best.wanted.length >= candidate.wanted.length) {
      continue;
    }
    const end = endOfLabel(text, candidate.wanted);
    if (end !== undefined) {
      best = { ...candidate, ...end };
    }
  }
  return best;
}

/** Without its numbers, plural or not, 'pre-lodge' or 'pre-lodged'. */
function titleKey(text: string): string {
  return folded(text).replaceAll(/\d+/gu, '').replace(/s$/u, '').replace('prelodged', 'prelodge');
}
