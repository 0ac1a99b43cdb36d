import { type Answer, type Answers, type Form, type FormQuestion, mayBeUnknown } from '../requirements/form.ts';
import type { Complain } from './complaint.ts';
import type { Configuration } from './configuration.ts';
import { booleanOf, type Given, shorten } from './given.ts';

/**
 * The answers to the form's questions under a path of the file, nested or with dotted keys. Blank ones and those
 * without a value are left out: they are still open.
 */
export function readAnswers(
  form: Form,
  configuration: Configuration,
  path: readonly PropertyKey[],
  complain: Complain,
): Answers {
  const answers: Record<string, Answer> = {};
  for (const question of form.questions) {
    const nested = [...path, 'answers', ...question.key.split('.')];
    const dotted = [...path, 'answers', question.key];
    const given = configuration.given(nested);
    const again = configuration.given(dotted);
    if (given !== undefined && again !== undefined) complain(again.where, 'is answered twice.');
    const answer =
      given === undefined
        ? readAnswer(form, question, again, configuration.written(dotted), complain)
        : readAnswer(form, question, given, configuration.written(nested), complain);
    if (answer !== undefined) answers[question.key] = answer;
  }
  return answers;
}

function readAnswer(
  form: Form,
  question: FormQuestion,
  given: Given | undefined,
  written: string | undefined,
  complain: Complain,
): Answer | undefined {
  if (given === undefined) return undefined;
  const value = given.texts.join('\n').trim();
  // As written: an application ID of 0042 is no number.
  if (question.kind === 'text') {
    const text = written?.trim() ?? value;
    if (question.shape !== undefined && !/^[^\n@]+@[^\n@]+$/u.test(text)) {
      complain(given.where, `must be ${question.shape}, not '${shorten(text)}'.`);
    }
    return text;
  }
  if (question.kind === 'integer') return Number(value);
  if (mayBeUnknown(form, question) && /^(?:unknown|unsure|don['’]?t know)$/i.test(value)) return 'unknown';
  const answer = booleanOf(value);
  if (answer === undefined) {
    complain(
      given.where,
      `must be yes or no${mayBeUnknown(form, question) ? ', or unknown' : ''}, not '${shorten(value)}'.`,
    );
  }
  return answer;
}
