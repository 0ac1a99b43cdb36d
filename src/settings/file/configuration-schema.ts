import * as z from 'zod/mini';
import { type Form, type FormQuestion, mayBeUnknown } from '../../requirements/form.ts';
import type { Programme } from '../../requirements/programme.ts';
import { programmes } from '../../requirements/programmes.ts';
import type { Flow, Procedure, ScenarioId } from '../../requirements/scenario.ts';
import { booleanOf, refuse, spelled, words, wordsOf, yesOrNo } from '../kinds.ts';
import { clip, nearest, suggestion } from '../nearest.ts';
import type { ScenarioMapping } from '../settings.ts';
import { ownResultsShape } from './own-results.ts';
import { type Setting, settingsFor } from '../table.ts';
import { directionWords, flowNames, flowWords, procedureWords } from '../words.ts';

/*
 * The configuration file: what the program reads and, as JSON Schema, what editors offer. Settings that are single values
 * have their rows in `table.ts`; here stands what only the file can hold.
 */

/** The schema of a configuration file; every key that it doesn't know is refused. */
export const fileSchema = perProgramme(makeFileSchema);

/** The parts of an application, at the top of the file or in its list. */
export const applicationSchema = perProgramme((programme) => z.object(applicationShape(programme)));

/** Made once for each programme: the answers alone are fifty schemas. */
function perProgramme<Value>(make: (programme: Programme) => Value): (programme: Programme) => Value {
  const made = new WeakMap<Programme, Value>();
  return (programme) => {
    const value = made.get(programme) ?? make(programme);
    made.set(programme, value);
    return value;
  };
}

function makeFileSchema(programme: Programme) {
  const rows: readonly Setting[] = Object.values(settingsFor(programme));
  const settings = rows
    .filter(({ config }) => config)
    .map(({ name, kind, description }) => [name, z.optional(described(kind.schema, description))] as const);
  return z.strictObject(
    {
      $schema: z.optional(described(z.string('a text'), 'Address of this schema, for editors; nothing else reads it.')),
      ...Object.fromEntries(settings),
      ...applicationShape(programme),
      applications: z.optional(
        described(
          z.array(
            z.strictObject(
              {
                name: described(z.string('a text'), 'Name of the application, for reports and files.'),
                ...applicationShape(programme),
                ...ownResultsShape,
              },
              'a map of name, flows and so on',
            ),
            'a list of applications, each with a name and its flows',
          ),
          'Several applications for production credentials, such as versions of the software. Instead of flows, procedures, credentials-held and not-applicable at the top. Each can have results of its own, told by results, results-artifact, property (name=value of the test or a suite) or suite (a name or pattern).',
        ),
      ),
      scenarios: z.optional(
        described(
          mappingSchema(programme),
          'Which of your tests run which scenario: scenario number to test name or pattern (* stands for any text).',
        ),
      ),
    },
    'a map of settings, such as results: or flags:',
  );
}

function applicationShape(programme: Programme) {
  const { combination, alsoRequired } = settingsFor(programme);
  return {
    flows: z.optional(
      described(
        flowsSchema(),
        'Process flows that the software supports: a list, or a map from each flow to its procedures.',
      ),
    ),
    procedures: z.optional(
      described(
        words(procedureWords).schema,
        'Procedures that the software supports in flows that name none of their own.',
      ),
    ),
    'credentials-held': z.optional(
      described(
        words(directionWords).schema,
        'Directions for which production credentials are already held: outbound (departures), inbound (arrivals). Their tests are not mandatory again.',
      ),
    ),
    'not-applicable': z.optional(
      described(reasonsSchema(), 'Why a flow is not applicable, in your words, for the form; by flow.'),
    ),
    combination: z.optional(described(combination.kind.schema, combination.description)),
    'also-required': z.optional(described(alsoRequired.kind.schema, alsoRequired.description)),
    answers: z.optional(
      described(answersSchema(programme), "Answers to the form's questions, nested or with dotted keys."),
    ),
  };
}

/** Flows, and the procedures of those that have some of their own. */
export type GivenFlows = ReadonlyMap<Flow, readonly Procedure[] | undefined>;

function flowsSchema(): z.ZodMiniType<GivenFlows> {
  const listed = z.pipe(
    words(flowWords).schema,
    z.transform((flows: readonly Flow[]): GivenFlows => new Map(flows.map((flow) => [flow, undefined]))),
  );
  const procedures = words(procedureWords).schema;
  const what = 'a list of flows, or a map from each flow to its procedures';
  return z.union([listed, byFlow(z.nullable(procedures), (given) => given ?? undefined, what)], what);
}

function reasonsSchema(): z.ZodMiniType<ReadonlyMap<Flow, string>> {
  const given = byFlow(z.nullable(z.string('a text')), (text) => (text ?? '').trim(), 'a map from flow to text');
  return z.pipe(
    given,
    z.transform((reasons: ReadonlyMap<Flow, string>) => new Map([...reasons].filter(([, text]) => text !== ''))),
  );
}

/** A map from flows, in any of their spellings, each once. */
function byFlow<Given, Value>(
  value: z.ZodMiniType<Given>,
  read: (given: Given) => Value,
  what: string,
): z.ZodMiniType<ReadonlyMap<Flow, Value>> {
  return z.pipe(
    z.record(flowKey(), value, what),
    z.transform((given: Record<string, Given>, context) => {
      const found = new Map<Flow, Value>();
      for (const [key, one] of Object.entries(given)) {
        for (const flow of wordsOf(key, flowWords) ?? []) {
          if (found.has(flow)) {
            refuse(context, given, `is ${flow}, which is given twice.`, { path: [key] });
          }
          found.set(flow, read(one));
        }
      }
      if (Object.keys(given).length === 0) {
        refuse(context, given, 'names no flow.');
      }
      return found;
    }),
  );
}

/** The name of a flow as a key. */
function flowKey(): z.ZodMiniType<string, string> {
  return spelled([...flowNames, ...Object.keys(flowWords.aliases ?? {})], flowNames).check((context) => {
    if (wordsOf(context.value, flowWords) === undefined) {
      const message = `'${clip(context.value)}' is not known.`;
      const params = { next: suggestion(context.value, flowNames) };
      context.issues.push({ code: 'custom', input: context.value, message, params });
    }
  });
}

/** The user's own test names: a map from scenario number to pattern or patterns, or a list of `scenario` and `test`. */
export function mappingSchema({ scenarios }: Programme): z.ZodMiniType<readonly ScenarioMapping[]> {
  const patterns = z.union([z.string(), z.array(z.string('a test name'))], 'a test name or a list of test names');
  const what = 'a map from scenario number to test names, or a list of maps with scenario and test';
  const entry = z.strictObject({ scenario: z.string('a text'), test: patterns }, 'a map with scenario and test');
  return z.pipe(
    z.union([z.array(entry, what), z.record(z.string(), patterns, what)], what),
    z.transform((given, context) => {
      const entries = Array.isArray(given)
        ? given.map(({ scenario, test }, index) => ({
            scenario,
            test,
            named: [index, 'scenario'],
            at: [index, 'test'],
          }))
        : Object.entries(given).map(([scenario, test]) => ({ scenario, test, named: [scenario], at: [scenario] }));
      const taken = new Map<string, ScenarioId>();
      return entries.flatMap(({ scenario, test, named, at }): readonly ScenarioMapping[] => {
        const id = scenario.trim().toUpperCase();
        if (!scenarios.has(id)) {
          refuse(context, given, `there is no scenario '${clip(scenario)}'.`, {
            next: nearScenario(id, scenarios),
            path: named,
          });
          return [];
        }
        return patternsOf(test).flatMap((one) => {
          const fault = 'fault' in one ? one : takenBy(one.pattern, id, taken);
          if (fault !== undefined) {
            refuse(context, given, fault.fault, { next: fault.next, path: at });
          }
          return 'pattern' in one && fault === undefined ? [{ scenario: id, test: one.pattern }] : [];
        });
      });
    }),
  );
}

interface Fault {
  readonly fault: string;
  readonly next?: string | undefined;
}

function patternsOf(test: string | readonly string[]): readonly ({ readonly pattern: string } | Fault)[] {
  const texts = [test].flat().map((one) => one.trim());
  if (texts.length === 0) {
    return [{ fault: 'names no test.' }];
  }
  return texts.map((pattern) =>
    // A pattern that fits every test would make one green test prove anything.
    /^[*\s]*$/.test(pattern)
      ? { fault: `'${pattern}' fits every test.`, next: 'Write the name of a test, * for parts that vary.' }
      : { pattern },
  );
}

function takenBy(pattern: string, id: ScenarioId, taken: Map<string, ScenarioId>): Fault | undefined {
  const other = taken.get(pattern);
  taken.set(pattern, id);
  return other === undefined || other === id ? undefined : { fault: `'${clip(pattern)}' already stands for ${other}.` };
}

/** What somebody who wrote a number that doesn't exist should write. */
export function nearScenario(id: string, scenarios: Programme['scenarios']): string {
  const near = nearest(id, [...scenarios.keys()]);
  return near === undefined ? "Scenario numbers are in HMRC's testing guide." : `Did you mean '${near}'?`;
}

/** A question of some programme's form. */
export interface AskedQuestion {
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
function answersSchema(programme: Programme) {
  const asked = allQuestions(programme);
  const groups = [...new Set(asked.map(({ question }) => groupOf(question.key)))];
  const nested = groups.map((group) => {
    const inGroup = asked.filter(({ question }) => groupOf(question.key) === group);
    const shape = inGroup.map((one) => [one.question.key.slice(group.length + 1), answerSchema(one)] as const);
    return [group, z.optional(z.nullable(z.strictObject(Object.fromEntries(shape), 'a map of answers')))] as const;
  });
  const dotted = asked.map((one) => [one.question.key, answerSchema(one)] as const);
  return z.strictObject(Object.fromEntries([...nested, ...dotted]), "a map of answers to the form's questions");
}

function answerSchema(asked: AskedQuestion) {
  return z.optional(z.nullable(described(answerOf(asked), asked.question.question)));
}

/** Reads the answer to a question. */
export function answerOf({ form, question }: AskedQuestion): z.ZodMiniType<string | number | boolean> {
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

function described<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  // Metadata is read beside what the schema itself registered, hence merged.
  z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), description });
  return schema;
}

/** The keys that a map at a path of the file may have; none where any may stand. */
export function knownKeys(programme: Programme, path: readonly PropertyKey[]): readonly string[] {
  const application = Object.keys(applicationShape(programme));
  const [first, , ...inApplication] = path;
  if (path.length === 0) {
    return Object.keys(fileSchema(programme).shape).filter((key) => key !== '$schema');
  }
  if (first === 'applications' && path.length === 2) {
    return ['name', ...application, ...Object.keys(ownResultsShape)];
  }
  const [name, group, ...deeper] = first === 'applications' ? inApplication : path;
  if (name !== 'answers' || deeper.length > 0) {
    return [];
  }
  const keys = allQuestions(programme).map(({ question }) => question.key);
  return group === undefined
    ? [...new Set([...keys.map(groupOf), ...keys])]
    : keys.filter((key) => groupOf(key) === group).map((key) => key.slice(key.indexOf('.') + 1));
}

/**
 * JSON Schema (draft 7, which editors' YAML plug-ins know best) of the configuration file, made from the schema that the
 * program itself reads it by.
 */
export function configurationSchema(programme: Programme): object {
  const { names } = programme;
  return {
    title: `Configuration of the ${names.check} (${names.configuration})`,
    ...z.toJSONSchema(fileSchema(programme), { target: 'draft-7', io: 'input' }),
  };
}
