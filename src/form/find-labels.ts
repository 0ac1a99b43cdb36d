import type { Form, FormQuestion, MandatoryTest } from '../requirements/form.ts';
import { folded, KnownLabels, type LabelEnd, type Match, type SlotField, type TestField } from './labels.ts';
import { type Label, restOf } from './text-field.ts';
import type { Paragraph } from './word/model.ts';

type Scope = { test: MandatoryTest['no'] } | { slot: number } | 'questions' | 'appendix';

export interface QuestionLabel {
  readonly question: FormQuestion;
  readonly label: Label;
  /** Where 'Answer and evidence:' stands for it. */
  mark: Label | undefined;
}

/** Where labels and titles stand in a document. */
export interface Labels {
  readonly questions: Map<string, QuestionLabel>;
  readonly tests: Map<MandatoryTest['no'], Map<TestField, Label>>;
  readonly slots: Map<number, Map<SlotField, Label>>;
  /** Paragraphs that are labels or titles. */
  readonly claimed: Set<Paragraph>;
  readonly inTests: Set<Paragraph>;
  readonly appendix: Set<Paragraph>;
}

/** Which labels there are, and to which test they belong, going by the last title above them. */
export function labelsIn(form: Form, paragraphs: readonly Paragraph[]): Labels {
  const known = new KnownLabels(form);
  const found: Labels = {
    questions: new Map(),
    tests: new Map(),
    slots: new Map(),
    claimed: new Set(),
    inTests: new Set(),
    appendix: new Set(),
  };
  let scope: Scope = 'questions';
  let lastQuestion: QuestionLabel | undefined;
  const put = <Key, Field>(map: Map<Key, Map<Field, Label>>, key: Key, match: Match<Field>, label: Label): void => {
    found.claimed.add(label.paragraph);
    const fields = map.get(key) ?? new Map<Field, Label>();
    map.set(key, fields);
    if (!fields.has(match.field) && !known.isIn(after(label))) {
      fields.set(match.field, label);
    }
  };

  for (const paragraph of paragraphs) {
    const { text } = paragraph;
    if (text.trim() === '') {
      continue;
    }
    const titled = titleScope(known, paragraph, scope, found.slots);
    if (titled !== undefined) {
      scope = titled;
      found.claimed.add(paragraph);
      continue;
    }
    const at = (end: LabelEnd): Label => ({ paragraph, labelEnd: end.labelEnd, valueStart: end.valueStart });
    if (typeof scope === 'object') {
      found.inTests.add(paragraph);
      const test = 'test' in scope ? known.test(scope.test, text) : undefined;
      const slot = 'slot' in scope ? known.slot(text) : undefined;
      if ('test' in scope && test !== undefined) {
        put(found.tests, scope.test, test, at(test));
      }
      if ('slot' in scope && slot !== undefined) {
        put(found.slots, scope.slot, slot, at(slot));
      }
      if (test !== undefined || slot !== undefined) {
        continue;
      }
    }
    if (scope === 'appendix') {
      found.appendix.add(paragraph);
    }
    const question = known.question(text);
    if (question !== undefined) {
      scope = 'questions';
      found.claimed.add(paragraph);
      const label = at(question);
      if (found.questions.has(question.field.key) || known.isIn(after(label))) {
        continue;
      }
      lastQuestion = { question: question.field, label, mark: undefined };
      found.questions.set(question.field.key, lastQuestion);
      continue;
    }
    const mark = known.answerMark(text);
    if (mark === undefined || scope === 'appendix') {
      continue;
    }
    found.claimed.add(paragraph);
    if (lastQuestion !== undefined) {
      lastQuestion.mark ??= at(mark);
    }
  }
  return found;
}

function titleScope(
  known: KnownLabels,
  { text, isListItem }: Paragraph,
  scope: Scope,
  slots: ReadonlyMap<number, unknown>,
): Scope | undefined {
  const test = known.testTitle(text);
  if (test !== undefined) {
    return { test };
  }
  const slot = known.slotTitle(text, isListItem && scope !== 'appendix');
  if (slot !== undefined) {
    return { slot: slot === 'next' ? Math.max(0, ...slots.keys()) + 1 : slot };
  }
  return text.length <= 60 && /^appendix[a-z]?$/u.test(folded(text)) ? 'appendix' : undefined;
}

function after(label: Label): string {
  const { paragraph, from } = restOf(label);
  return paragraph.text.slice(from);
}
