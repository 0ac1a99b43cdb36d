import type { ByHandField, EvidenceField, Form, FormQuestion, MandatoryTest } from '../../requirements/form.ts';
import { type Box, hasBoxes, isOnlyBoxes, isTicked, readBoxes } from './boxes.ts';
import { labelsIn } from './find-labels.ts';
import { looksLikeLabel, looksLikeTestLabel, type SlotField, type TestField } from './labels.ts';
import { type Label, type TextField, fieldAfter, fieldIn } from './text-field.ts';
import type { Paragraph } from '../word/model.ts';

/** Every field of a form that was found in a document. */
export interface Fields {
  readonly questions: ReadonlyMap<string, QuestionField>;
  readonly evidence: ReadonlyMap<EvidenceField, TextField>;
  readonly byHand: ReadonlyMap<ByHandField, ByHandState>;
  readonly tests: ReadonlyMap<MandatoryTest['no'], ReadonlyMap<TestField, TextField>>;
  /** By number. */
  readonly slots: ReadonlyMap<number, ReadonlyMap<SlotField, TextField>>;
  /** What looks like the label of a field and is none that is known; in the document's order, each once. */
  readonly unknownLabels: readonly string[];
}

/** What stands in a field that only a person may fill in. */
export interface ByHandState {
  /** Ticked, signed, dated. */
  readonly isDone: boolean;
  /** The box shows a sign that is no tick. */
  readonly isOdd: boolean;
}

export type QuestionField =
  | { readonly kind: 'text'; readonly field: TextField }
  | { readonly kind: 'boxes'; readonly boxes: readonly Box[] };

/**
 * Finds the form's fields by their labels, in reading order. Which test a label belongs to is told by the last title
 * above it, be it a heading, a row or a cell of its own. Of a field that is there twice the first counts.
 */
export function findFields(form: Form, paragraphs: readonly Paragraph[]): Fields {
  const labels = labelsIn(form, paragraphs);
  const finder = new FieldFinder(paragraphs, labels.claimed);
  const questions = new Map<string, QuestionField>();
  for (const [key, { question, label, mark }] of labels.questions) {
    const field = finder.questionField(question, label, mark);
    if (field !== undefined) {
      questions.set(key, field);
    }
  }
  const tests = mapValues(labels.tests, (found) => finder.textFields(found, (field) => field === 'notApplicable'));
  const slots = mapValues(labels.slots, (found) => finder.textFields(found, () => false));
  const evidence = finder.textFields(labels.evidence, () => false);
  const byHand = mapValues(labels.byHand, (label, { kind }) => byHandState(label, kind));
  return {
    questions,
    evidence,
    byHand,
    tests,
    slots,
    unknownLabels: finder.unknownLabels(labels.inTests, labels.appendix),
  };
}

/** Finds what belongs to a label among the paragraphs around it. */
class FieldFinder {
  readonly #paragraphs: readonly Paragraph[];
  readonly #order: ReadonlyMap<Paragraph, number>;
  readonly #claimed: ReadonlySet<Paragraph>;
  /** Paragraphs that hold values or boxes of known fields. */
  readonly #used = new Set<Paragraph>();

  constructor(paragraphs: readonly Paragraph[], claimed: ReadonlySet<Paragraph>) {
    this.#paragraphs = paragraphs;
    this.#order = new Map(paragraphs.map((paragraph, index) => [paragraph, index]));
    this.#claimed = claimed;
  }

  questionField(question: FormQuestion, label: Label, mark: Label | undefined): QuestionField | undefined {
    if (question.kind === 'yes-no' || question.kind === 'yes-no-unknown') {
      const boxes = this.#boxes(label);
      const choices = new Set(boxes.map(({ choice }) => choice));
      return choices.has('yes') && choices.has('no') ? { kind: 'boxes', boxes } : undefined;
    }
    const isLong = question.kind === 'text' && question.onlyIf !== undefined;
    const field = this.#textField(mark ?? label, isLong);
    return field && { kind: 'text', field };
  }

  textFields<Field>(labels: ReadonlyMap<Field, Label>, isLong: (field: Field) => boolean): Map<Field, TextField> {
    const fields = new Map<Field, TextField>();
    for (const [field, label] of labels) {
      const found = this.#textField(label, isLong(field));
      if (found !== undefined) {
        fields.set(field, found);
      }
    }
    return fields;
  }

  /** Long answers go below their label, others after it; in a table with the labels on the left both go to the right. */
  #textField(label: Label, isLong: boolean): TextField | undefined {
    // Boxes are neither written into nor written over.
    if (hasBoxes(label.paragraph)) {
      return undefined;
    }
    const [beside, ...others] = this.#cellBeside(label);
    if (beside !== undefined) {
      return this.#fieldIn([beside, ...others], label);
    }
    const [below, ...further] = isLong ? this.#below(label.paragraph) : [];
    return below === undefined ? fieldAfter(label) : this.#fieldIn([below, ...further], label);
  }

  #fieldIn(paragraphs: [Paragraph, ...Paragraph[]], label: Label): TextField {
    for (const paragraph of paragraphs) {
      this.#used.add(paragraph);
    }
    return fieldIn(paragraphs, label);
  }

  /** The paragraphs of the next cell, when the label has its own cell to itself and there is no label or box in the next. */
  #cellBeside({ paragraph, valueStart }: Label): Paragraph[] {
    const { row, blocks } = paragraph.container;
    const isAlone = blocks.every((block) => block === paragraph || (block !== 'table' && block.text.trim() === ''));
    if (row === undefined || !isAlone || paragraph.text.slice(valueStart).trim() !== '') {
      return [];
    }
    const beside = row[row.indexOf(paragraph.container) + 1]?.blocks ?? [];
    const paragraphs = beside.filter((block) => block !== 'table');
    return paragraphs.length < beside.length || paragraphs.some((other) => this.#isLabel(other)) ? [] : paragraphs;
  }

  /** The paragraphs between the label and the next one, only inside a cell: elsewhere there is no telling where to stop. */
  #below(paragraph: Paragraph): Paragraph[] {
    const { row, blocks } = paragraph.container;
    if (row === undefined) {
      return [];
    }
    const found: Paragraph[] = [];
    for (const block of blocks.slice(blocks.indexOf(paragraph) + 1)) {
      if (block === 'table' || this.#isLabel(block)) {
        break;
      }
      if (this.#order.has(block)) {
        found.push(block);
      }
    }
    return found;
  }

  #isLabel(paragraph: Paragraph): boolean {
    return this.#claimed.has(paragraph) || hasBoxes(paragraph) || looksLikeTestLabel(paragraph.text);
  }

  /** Boxes in the question's own paragraph, or else in the very next ones, when nothing but boxes and answers is there. */
  #boxes(label: Label): Box[] {
    const start = this.#order.get(label.paragraph) ?? 0;
    const found = readBoxes([label.paragraph], label.labelEnd).length > 0 ? [label.paragraph] : [];
    for (const paragraph of this.#paragraphs.slice(start + 1)) {
      if (this.#claimed.has(paragraph)) {
        break;
      }
      if (hasBoxes(paragraph) && isOnlyBoxes(paragraph)) {
        found.push(paragraph);
      } else if (found.length > 0 || paragraph.text.trim() !== '') {
        break;
      }
    }
    for (const paragraph of found) {
      this.#used.add(paragraph);
    }
    return readBoxes(found, found[0] === label.paragraph ? label.labelEnd : 0);
  }

  unknownLabels(inTests: ReadonlySet<Paragraph>, appendix: ReadonlySet<Paragraph>): string[] {
    const found = new Set<string>();
    for (const [index, paragraph] of this.#paragraphs.entries()) {
      if (this.#claimed.has(paragraph) || this.#used.has(paragraph) || appendix.has(paragraph)) {
        continue;
      }
      if (hasBoxes(paragraph)) {
        found.add(shown(this.#questionOf(index)));
      } else if (inTests.has(paragraph) ? looksLikeTestLabel(paragraph.text) : this.#looksOpen(index)) {
        found.add(shown(paragraph.text));
      }
    }
    return [...found];
  }

  /** A colon at the end, unless it leads over to a list or to known questions. */
  #looksOpen(index: number): boolean {
    const paragraph = this.#paragraphs[index];
    if (paragraph === undefined || !looksLikeLabel(paragraph.text)) {
      return false;
    }
    const next = this.#paragraphs.slice(index + 1, index + 6).find(({ text }) => text.trim() !== '');
    return next === undefined || paragraph.isListItem || !next.isListItem;
  }

  /** The text before boxes that stand alone. */
  #questionOf(index: number): string {
    const own = this.#paragraphs[index];
    if (own === undefined || !isOnlyBoxes(own)) {
      return own?.text ?? '';
    }
    const nearest = this.#paragraphs.slice(Math.max(0, index - 5), index);
    return nearest.findLast(({ text }) => text.trim() !== '')?.text ?? own.text;
  }
}

function byHandState(label: Label, kind: ByHandField['kind']): ByHandState {
  if (kind !== 'tick') {
    return { isDone: fieldAfter(label).existing !== '', isOdd: false };
  }
  const isDone = isTicked(label.paragraph);
  return { isDone, isOdd: isDone && !/[☑☒]/u.test(label.paragraph.text) };
}

function shown(text: string): string {
  const line = text
    .replace(/[☐☑☒]/gu, '')
    .replace(/[\s\u00A0]+/gu, ' ')
    .trim();
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

function mapValues<Key, From, To>(map: ReadonlyMap<Key, From>, make: (value: From, key: Key) => To): Map<Key, To> {
  return new Map([...map].map(([key, value]) => [key, make(value, key)]));
}
