import * as z from 'zod/mini';
import type { Finding } from '../../finding.ts';
import { type Programme, unusedIn } from '../../requirements/programme.ts';
import { list, words } from '../kinds.ts';
import { isMap, mistakesInto, maxAlike, type Mistake, mistakesOf } from '../mistakes.ts';
import { nearest } from '../nearest.ts';
import { described, ignored, refuse } from '../schema.ts';
import { type Setting, settingOf, settingsFor } from '../table.ts';
import { directionWords, procedureWords } from '../vocabularies.ts';
import { answerKeys, answersSchema } from './answers.ts';
import type { Configuration } from './configuration.ts';
import { flowsSchema, reasonsSchema } from './flows.ts';
import { mappingSchema, unknownScenario } from './mapping.ts';
import { globs, ownResultsShape } from './own-results.ts';
import type { Path } from './yaml.ts';

/*
 * The configuration file: what the program reads and, as JSON Schema, what editors offer. Settings that are single values
 * have their rows in `table.ts`; here stands what only the file can hold.
 */

/** The schema of a configuration file; every key that it doesn't know is refused. */
const fileSchema = perProgramme(makeFileSchema);

const applicationSchema = perProgramme((programme) => z.object(applicationShape(programme)));

interface ApplicationInFile extends z.infer<ReturnType<typeof applicationSchema>> {
  /** Keys whose values can't be read, which has been told: what they say isn't missing. */
  readonly unreadable: ReadonlySet<string>;
}

const nothing: ApplicationInFile = { unreadable: new Set() };

/**
 * What an application supports and holds, at the top of the file or in its list, as far as it can be read; its answers are
 * read by `readAnswers`.
 * @returns undefined where no application is described
 */
export function applicationAt(
  path: Path,
  configuration: Configuration | undefined,
  programme: Programme,
): ApplicationInFile | undefined {
  // Without a file the schemas, which take a while to make, are not needed.
  if (configuration === undefined) return nothing;
  const value = configuration.value(path);
  if (!isMap(value)) return undefined;
  const schema = applicationSchema(programme);
  const issues = schema.safeParse(value).error?.issues ?? [];
  const unreadable = new Set(issues.map(({ path: [key] }) => String(key)));
  const readable = Object.entries(value).filter(([key]) => !unreadable.has(key));
  return { ...schema.parse(Object.fromEntries(readable)), unreadable };
}

/** Fifty schemas, so made only where there is a file. */
const answers = perProgramme((programme) => ({
  answers: z.optional(
    described(answersSchema(programme), "Answers to the form's questions, nested or with dotted keys."),
  ),
}));

/** Made once for each programme. */
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
    .map(
      ({ name, kind, description }) =>
        [name, z.optional(meant(programme, name, (name === 'results' ? globs() : kind).schema, description))] as const,
    );
  return z.strictObject(
    {
      $schema: z.optional(described(z.string('a text'), 'Address of this schema, for editors; nothing else reads it.')),
      ...Object.fromEntries(settings),
      ...applicationShape(programme),
      ...answers(programme),
      applications: z.optional(
        described(
          z.array(
            z.strictObject(
              {
                name: described(z.string('a text'), 'Name of the application, for reports and files.'),
                ...applicationShape(programme),
                ...answers(programme),
                ...ownResultsShape(),
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
    'a map of settings, such as results: or flows:',
  );
}

function applicationShape(programme: Programme) {
  const { combination, alsoRequired } = settingsFor(programme);
  const setting = <Value>(name: string, schema: z.ZodMiniType<Value>, description: string) =>
    z.optional(meant(programme, name, schema, description));
  return {
    flows: setting(
      'flows',
      flowsSchema(),
      'Process flows that the software supports: a list, or a map from each flow to its procedures.',
    ),
    procedures: setting(
      'procedures',
      words(procedureWords).schema,
      'Procedures that the software supports in flows that name none of their own.',
    ),
    'credentials-held': setting(
      'credentials-held',
      words(directionWords).schema,
      'Directions for which production credentials are already held: outbound (departures), inbound (arrivals). Their tests are not mandatory again.',
    ),
    'not-applicable': setting(
      'not-applicable',
      reasonsSchema(),
      'Why a flow is not applicable, in your words, for the form; by flow.',
    ),
    combination: setting('combination', combination.kind.schema, combination.description),
    'also-required': z.optional(
      described(
        list((scenario, context) => {
          const unknown = unknownScenario(scenario, programme);
          if (unknown !== undefined) refuse(context, scenario, unknown.message, { next: unknown.next });
        }).schema,
        alsoRequired.description,
      ),
    ),
  };
}

/** The schema of a setting, or one that takes whatever stands there where the setting changes nothing. */
function meant<Value>(
  programme: Programme,
  name: string,
  schema: z.ZodMiniType<Value>,
  description: string,
): z.ZodMiniType<Value | undefined> {
  return unusedIn(programme).includes(name) ? ignored(programme.name) : described(schema, description);
}

/** Everything that is wrong with the file's keys and values, each where it stands. */
export function mistakesIn(configuration: Configuration, programme: Programme): readonly Finding[] {
  const value = configuration.value([]);
  const findings: Finding[] = [];
  const addMistake = mistakesInto(findings);
  const checked = fileSchema(programme).safeParse(value);
  const mistakes = mistakesOf(checked.error?.issues ?? [], value, {
    knownKeys: (path) => knownKeys(programme, path),
  });
  for (const mistake of mistakes) {
    const { path, message, next } = misplaced(mistake, configuration, programme) ?? mistake;
    addMistake(configuration.place(path), message, next);
  }
  return findings;
}

/** The settings that unknown keys of the file were most likely to give. */
export function misspelledIn(configuration: Configuration, programme: Programme): readonly string[] {
  const issues = fileSchema(programme).safeParse(configuration.value([])).error?.issues ?? [];
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.slice(0, maxAlike).flatMap((key) => {
          const near = nearest(key, knownKeys(programme, issue.path));
          return near === 'applications' ? ['flows', 'procedures'] : (near ?? []);
        })
      : [],
  );
}

/** Of a key that is something, but nothing of the file. */
function misplaced({ path, next }: Mistake, configuration: Configuration, { form }: Programme): Mistake | undefined {
  const [key] = path;
  const setting = path.length === 1 && typeof key === 'string' ? settingOf(key) : undefined;
  if (setting?.config === false) {
    // A list or a map is none of an input: it was written for a key of the file.
    const isMeantHere = typeof configuration.value(path) === 'object' && next?.startsWith('Did you mean') === true;
    return isMeantHere ? undefined : { path, message: 'can only be given as an input or a flag.' };
  }
  const answered = path.includes('answers') ? path.slice(path.lastIndexOf('answers') + 1).join('.') : undefined;
  const byHand = form.byHand.find((field) => field.key === answered || field.key.startsWith(`${answered}.`));
  return answered === undefined || byHand === undefined
    ? undefined
    : { path, message: 'is not a question.', next: byHandOnly[byHand.kind] };
}

/** Why no answer can be given for what only a person may do in the form. */
const byHandOnly = {
  tick: 'A person ticks the statements of the form that are true; no program does.',
  signature: 'A person signs the form; no program does.',
  date: 'A person who signs the form writes the date; no program does.',
};

/** The keys that a map at a path of the file may have; none where any may stand. */
function knownKeys(programme: Programme, path: readonly PropertyKey[]): readonly string[] {
  const application = Object.keys(applicationShape(programme));
  const [first, , ...inApplication] = path;
  if (path.length === 0) {
    return Object.keys(fileSchema(programme).shape).filter((key) => key !== '$schema');
  }
  if (first === 'applications' && path.length === 2) {
    return ['name', ...application, ...Object.keys(ownResultsShape())];
  }
  const [name, group, ...deeper] = first === 'applications' ? inApplication : path;
  if (name === 'scenarios') return ['scenario', 'test'];
  if (name === 'property') return ['name', 'value'];
  return name === 'answers' && deeper.length === 0 ? answerKeys(programme, group) : [];
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
