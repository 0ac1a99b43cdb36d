import type {
  Answer,
  Answers,
  ByHandField,
  EvidenceField,
  Form,
  FormQuestion,
  MandatoryTest,
} from '../requirements/form.ts';
import type { Programme } from '../requirements/programme.ts';
import type { ByHandState, Fields, QuestionField } from './fields/find-fields.ts';
import type { RefusedForm } from './fill.ts';
import type { SlotField, TestField } from './fields/labels.ts';
import { openForm, type RecognisedVersion } from './open-form.ts';
import type { TextField } from './fields/text-field.ts';
import { FormRefused } from './word/xml.ts';

/** What stands in a copy of the form. Fields that are empty, or show only a prompt or a line to write on, are left out. */
export interface FormReading {
  readonly version: RecognisedVersion | undefined;
  /** What is typed and ticked, by the keys of questions. */
  readonly answers: Answers;
  /** Keys of questions with more than one box ticked: that answers nothing. */
  readonly contradictory: readonly string[];
  readonly tests: ReadonlyMap<MandatoryTest['no'], ReadonlyMap<TestField, string>>;
  readonly evidence: ReadonlyMap<EvidenceField, string>;
  /** Recommended tests, by number. */
  readonly slots: ReadonlyMap<number, ReadonlyMap<SlotField, string>>;
  readonly byHand: readonly (ByHandState & { readonly field: ByHandField })[];
  /** Names of fields for the evidence of mandatory tests that the document should have and that could not be found. */
  readonly missing: readonly string[];
}

/**
 * Reads a form back, filled in by us, by hand, or saved by another program: with the code that finds the fields to fill.
 *
 * @param document A Word document (.docx), of any version of the form.
 */
export function readForm(document: Uint8Array, programme: Programme): FormReading | RefusedForm {
  try {
    const { views, version } = openForm(document, programme);
    const [fields] = views;
    const questions = programme.form.questions.map((question) => ({
      key: question.key,
      ...answerIn(question, fields.questions.get(question.key)),
    }));
    return {
      version,
      answers: Object.fromEntries(
        questions.flatMap(({ key, answer }) => (answer === undefined ? [] : [[key, answer] as const])),
      ),
      contradictory: questions.filter(({ isContradictory }) => isContradictory).map(({ key }) => key),
      tests: new Map([...fields.tests].map(([no, test]) => [no, valuesOf(test)])),
      evidence: valuesOf(fields.evidence),
      slots: new Map([...fields.slots].map(([no, slot]) => [no, valuesOf(slot)])),
      byHand: [...fields.byHand].map(([field, state]) => ({ field, ...state })),
      missing: missingIn(programme.form, fields),
    };
  } catch (error) {
    if (error instanceof FormRefused) {
      return { refused: error.message };
    }
    throw error;
  }
}

function missingIn({ mandatoryTests, evidence }: Form, fields: Fields): string[] {
  const ofTests = mandatoryTests.flatMap(({ no, title, labels }) => {
    const found = fields.tests.get(no);
    const wanted: readonly (readonly [TestField, string])[] = [
      ['scenario', labels.scenario],
      ['mrn', labels.mrn],
      ...labels.messages.map(({ message, label }) => [message, label] as const),
    ];
    const missing = wanted.filter(([field]) => found?.has(field) !== true);
    return missing.length === wanted.length ? [title] : missing.map(([, label]) => `${title}: ${nameOf(label)}`);
  });
  const ofEvidence = evidence.filter((field) => !fields.evidence.has(field)).map(({ label }) => nameOf(label));
  return [...ofTests, ...ofEvidence];
}

/** A label as the name of its field: without its colon. */
function nameOf(label: string): string {
  return label.replace(/:\s*$/u, '');
}

function valuesOf<Field>(fields: ReadonlyMap<Field, TextField>): Map<Field, string> {
  return new Map([...fields].flatMap(([field, { existing }]) => (existing === '' ? [] : [[field, existing] as const])));
}

interface GivenAnswer {
  readonly answer: Answer | undefined;
  readonly isContradictory: boolean;
}

function answerIn({ kind }: FormQuestion, field: QuestionField | undefined): GivenAnswer {
  if (field?.kind === 'boxes') {
    const ticked = field.boxes.filter((box) => box.ticked).map(({ choice }) => choice);
    const [choice] = ticked;
    if (choice === undefined || ticked.length > 1) {
      return { answer: undefined, isContradictory: ticked.length > 1 };
    }
    return { answer: choice === 'unknown' ? 'unknown' : choice === 'yes', isContradictory: false };
  }
  const text = field?.field.existing ?? '';
  const answer = kind === 'integer' && /^\d{1,9}$/u.test(text) ? Number(text) : text;
  return { answer: text === '' ? undefined : answer, isContradictory: false };
}
