import * as z from 'zod/mini';
import { type Answer, type Answers, type Form, type FormQuestion, mayBeUnknown } from '../../requirements/form.ts';
import type { Programme } from '../../requirements/programme.ts';
import { programmes } from '../../requirements/programmes.ts';
import { booleanOf, yesOrNo } from '../kinds.ts';
import { clip } from '../nearest.ts';
import type { AddMistake } from '../mistakes.ts';
import { described, ignored, refuse } from '../schema.ts';
import type { Configuration } from './configuration.ts';

/** A question of some programme's form. */
interface AskedQuestion {
  readonly form: Form;
  readonly question: FormQuestion;
}

/** The questions of a programme's form, and those of the others': a file can be carried over. Each key once. */
export function allQuestions(programme: Programme): readonly AskedQuestion[] {
  const byKey = new Map<string, AskedQuestion>();
  for (const { form } of [programme, ...programmes.values()]) {
    for (const question of form.questions) {
      if (!byKey.has(question.key)) {
        byKey.set(question.key, { form, question });
      }
    }
  }
  return [...byKey.values()];
}

/** Nested (`business: {name: …}`) and dotted (`business.name: …`) keys of every question. */
export function answersSchema(programme: Programme) {
  const dotted = allQuestions(programme).map((one) => [one.question.key, answerSchema(one, programme)] as const);
  const groups = [...new Set(dotted.map(([key]) => groupOf(key)))];
  const nested = groups.map((group) => {
    const inGroup = dotted.filter(([key]) => groupOf(key) === group);
    const shape = inGroup.map(([key, answer]) => [key.slice(group.length + 1), answer] as const);
    return [group, z.optional(z.nullable(z.strictObject(Object.fromEntries(shape), 'a map of answers')))] as const;
  });
  return z.strictObject(Object.fromEntries([...nested, ...dotted]), "a map of answers to the form's questions");
}

function answerSchema(asked: AskedQuestion, { form, name }: Programme) {
  return z.optional(
    asked.form === form ? z.nullable(described(answerOf(asked), asked.question.question)) : ignored(name),
  );
}

/** Reads the answer to a question. */
function answerOf({ form, question }: AskedQuestion): z.ZodMiniType<string | number | boolean> {
  if (question.kind === 'text') {
    const text = z.union([z.string(), z.number(), z.boolean()], 'a text');
    return question.shape === undefined ? text : shaped(text, question.shape);
  }
  if (question.kind === 'integer') {
    const what = 'a whole number from 0';
    return z.int(what).check(z.gte(0, what));
  }
  if (!mayBeUnknown(form, question)) {
    return yesOrNo((word) => booleanOf(word) ?? (word.trim() === '' ? '' : undefined), 'yes or no');
  }
  const unknown = ['unknown', 'unsure', "don't know", 'dont know', 'don’t know'];
  const read = (word: string) =>
    unknown.includes(word.trim().toLowerCase())
      ? 'unknown'
      : (booleanOf(word) ?? (word.trim() === '' ? '' : undefined));
  return yesOrNo(read, 'yes or no, or unknown', unknown);
}

/** An answer of a certain shape, such as an e-mail address: one line with @. */
function shaped<Value>(schema: z.ZodMiniType<Value>, shape: string): z.ZodMiniType<Value> {
  return z.pipe(
    schema,
    z.transform((value: Value, context) => {
      const text = String(value).trim();
      if (text !== '' && !/^[^\n@]+@[^\n@]+$/u.test(text)) {
        refuse(context, value, `must be ${shape}, not '${clip(text)}'.`);
      }
      return value;
    }),
  );
}

function groupOf(key: string): string {
  return key.slice(0, key.indexOf('.'));
}

/** The keys that the answers may have: groups and dotted keys, or those within a group. */
export function answerKeys(programme: Programme, group: PropertyKey | undefined): readonly string[] {
  const keys = allQuestions(programme).map(({ question }) => question.key);
  return group === undefined
    ? [...new Set([...keys.map(groupOf), ...keys])]
    : keys.filter((key) => groupOf(key) === group).map((key) => key.slice(key.indexOf('.') + 1));
}

/**
 * The answers to the form's questions under a path of the file, nested or with dotted keys. Blank ones and those
 * without a value are left out: they are still open.
 */
export function readAnswers(
  { programme, configuration }: { readonly programme: Programme; readonly configuration: Configuration | undefined },
  path: readonly PropertyKey[],
  addMistake: AddMistake,
): Answers {
  if (configuration === undefined) {
    return {};
  }
  const answers: Record<string, Answer> = {};
  for (const asked of allQuestions(programme)) {
    const { key, kind } = asked.question;
    const nested = [...path, 'answers', ...key.split('.')];
    const places = key.includes('.') ? [nested, [...path, 'answers', key]] : [nested];
    const given = places.filter((at) => (configuration.value(at) ?? undefined) !== undefined);
    const [at, again] = given;
    if (again !== undefined) {
      addMistake(configuration.place(again), 'is answered twice.');
    }
    if (at === undefined || !programme.form.questions.some((question) => question.key === key)) {
      continue;
    }
    const read = answerOf(asked).safeParse(configuration.value(at));
    if (read.success) {
      // As written: an application ID of 0042 is no number.
      answers[key] = kind === 'text' ? (configuration.written(at) ?? String(read.data)).trim() : read.data;
    }
  }
  return answers;
}
