import type { ByHandField, EvidenceField, Form, FormQuestion, MandatoryTest } from '../../requirements/form.ts';
import { folded, KnownLabels, type LabelEnd, type Match, type SlotField, type TestField } from './labels.ts';
import { type Label, restOf } from './text-field.ts';
import type { Paragraph } from '../word/model.ts';

interface QuestionLabel {
  readonly question: FormQuestion;
  readonly label: Label;
  /** Where 'Answer and evidence:' stands for it. */
  mark: Label | undefined;
}

/** Where labels and titles stand in a document. */
interface Labels {
  /** By key. */
  readonly questions: ReadonlyMap<string, QuestionLabel>;
  readonly evidence: ReadonlyMap<EvidenceField, Label>;
  readonly byHand: ReadonlyMap<ByHandField, Label>;
  readonly tests: ReadonlyMap<MandatoryTest['no'], ReadonlyMap<TestField, Label>>;
  /** By number. */
  readonly slots: ReadonlyMap<number, ReadonlyMap<SlotField, Label>>;
  /** Paragraphs that are labels or titles. */
  readonly claimed: ReadonlySet<Paragraph>;
  readonly inTests: ReadonlySet<Paragraph>;
  readonly appendix: ReadonlySet<Paragraph>;
}

/** Which labels there are, and to which test they belong, going by the last title above them. */
export function labelsIn(form: Form, paragraphs: readonly Paragraph[]): Labels {
  const finder = new LabelFinder(form);
  for (const paragraph of paragraphs) {
    if (paragraph.text.trim() !== '') {
      finder.look(paragraph);
    }
  }
  return finder;
}

/** What the paragraphs below a title belong to. */
type Scope =
  | { readonly of: 'test'; readonly no: MandatoryTest['no'] }
  | { readonly of: 'slot'; readonly no: number }
  | { readonly of: 'questions' | 'appendix' };

class LabelFinder implements Labels {
  readonly questions = new Map<string, QuestionLabel>();
  readonly evidence = new Map<EvidenceField, Label>();
  readonly byHand = new Map<ByHandField, Label>();
  readonly tests = new Map<MandatoryTest['no'], Map<TestField, Label>>();
  readonly slots = new Map<number, Map<SlotField, Label>>();
  readonly claimed = new Set<Paragraph>();
  readonly inTests = new Set<Paragraph>();
  readonly appendix = new Set<Paragraph>();
  readonly #known: KnownLabels;
  #scope: Scope = { of: 'questions' };
  #lastQuestion: QuestionLabel | undefined;

  constructor(form: Form) {
    this.#known = new KnownLabels(form);
  }

  look(paragraph: Paragraph): void {
    const titled = this.#titled(paragraph);
    if (titled !== undefined) {
      this.#scope = titled;
      this.claimed.add(paragraph);
      return;
    }
    if (this.#isOfTest(paragraph)) {
      return;
    }
    if (this.#scope.of === 'appendix') {
      this.appendix.add(paragraph);
    }
    if (!this.#isQuestion(paragraph) && !this.#isOnItsOwn(paragraph)) {
      this.#lookForMark(paragraph);
    }
  }

  #titled({ text, isListItem }: Paragraph): Scope | undefined {
    const test = this.#known.testTitle(text);
    if (test !== undefined) {
      return { of: 'test', no: test };
    }
    const slot = this.#known.slotTitle(text, isListItem && this.#scope.of !== 'appendix');
    if (slot !== undefined) {
      return { of: 'slot', no: slot === 'next' ? Math.max(0, ...this.slots.keys()) + 1 : slot };
    }
    return text.length <= 60 && /^appendix[a-z]?$/u.test(folded(text)) ? { of: 'appendix' } : undefined;
  }

  /** Of a mandatory or a recommended test. */
  #isOfTest(paragraph: Paragraph): boolean {
    const scope = this.#scope;
    if (scope.of === 'test') {
      this.inTests.add(paragraph);
      const match = this.#known.test(scope.no, paragraph.text);
      return this.#putIn(this.tests, scope.no, match, paragraph);
    }
    if (scope.of === 'slot') {
      this.inTests.add(paragraph);
      return this.#putIn(this.slots, scope.no, this.#known.slot(paragraph.text), paragraph);
    }
    return false;
  }

  #isQuestion(paragraph: Paragraph): boolean {
    const match = this.#known.question(paragraph.text);
    if (match === undefined) {
      return false;
    }
    this.#scope = { of: 'questions' };
    this.claimed.add(paragraph);
    const label = labelAt(paragraph, match);
    if (!this.questions.has(match.field.key) && !this.#known.isIn(after(label))) {
      this.#lastQuestion = { question: match.field, label, mark: undefined };
      this.questions.set(match.field.key, this.#lastQuestion);
    }
    return true;
  }

  /** Evidence at a label of its own, what a person does by hand, and what only looks like a label. */
  #isOnItsOwn(paragraph: Paragraph): boolean {
    const { text } = paragraph;
    const isKnown =
      this.#put(this.evidence, this.#known.evidence(text), paragraph) ||
      this.#put(this.byHand, this.#known.byHand(text), paragraph);
    if (!isKnown && this.#known.isNotLabel(text)) {
      this.claimed.add(paragraph);
      return true;
    }
    return isKnown;
  }

  #lookForMark(paragraph: Paragraph): void {
    const mark = this.#scope.of === 'appendix' ? undefined : this.#known.answerMark(paragraph.text);
    if (mark === undefined) {
      return;
    }
    this.claimed.add(paragraph);
    if (this.#lastQuestion !== undefined) {
      this.#lastQuestion.mark ??= labelAt(paragraph, mark);
    }
  }

  #putIn<Key, Field>(
    all: Map<Key, Map<Field, Label>>,
    key: Key,
    match: Match<Field> | undefined,
    paragraph: Paragraph,
  ): boolean {
    if (match === undefined) {
      return false;
    }
    const fields = all.get(key) ?? new Map<Field, Label>();
    all.set(key, fields);
    return this.#put(fields, match, paragraph);
  }

  /** Of a label that is there twice the first counts; two labels on one line are left alone. */
  #put<Field>(fields: Map<Field, Label>, match: Match<Field> | undefined, paragraph: Paragraph): boolean {
    if (match === undefined) {
      return false;
    }
    this.claimed.add(paragraph);
    const label = labelAt(paragraph, match);
    if (!fields.has(match.field) && !this.#known.isIn(after(label))) {
      fields.set(match.field, label);
    }
    return true;
  }
}

function labelAt(paragraph: Paragraph, { labelEnd, valueStart }: LabelEnd): Label {
  return { paragraph, labelEnd, valueStart };
}

function after(label: Label): string {
  const { paragraph, from } = restOf(label);
  return paragraph.text.slice(from);
}
