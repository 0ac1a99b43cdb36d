import * as z from 'zod/mini';
import { type Form, type FormQuestion, mayBeUnknown } from '../requirements/form.ts';
import type { Programme } from '../requirements/programme.ts';
import { programmes } from '../requirements/programmes.ts';
import { kindFor, type Setting, type SettingKind, settingsTable } from './table.ts';
import { combinationNames, directionNames, flowNames, procedureNames } from './words.ts';

/*
 * The shape of the configuration file: what the program checks and, as JSON Schema, what editors offer. Known words are
 * only listed for editors here; the program reads them later, in any letter case and with suggestions for wrong ones,
 * the same way as those of inputs and flags.
 */

const procedures = listOf(words(procedureNames));

/** The shape of a configuration file for a programme: the questions of its form, and its phases. */
export function configurationShapes(programme: Programme) {
  const { form } = programme;
  const application = applicationShape(form);
  const structure = structureShape(application);
  /** The whole file; every key that it doesn't know is refused. */
  const file = z.strictObject({ ...settingShapes(programme), ...structure });
  return {
    file,
    /** The parts of a file that are more than one value, typed. Only for a value that `file` accepts. */
    structure: z.object(structure),
    /** The keys that a map at a path of the file may have; none where any may stand. */
    knownKeys: (path: readonly PropertyKey[]): readonly string[] => {
      const [first, , ...inApplication] = path;
      if (path.length === 0) return Object.keys(file.shape);
      if (first === 'applications' && path.length === 2) return ['name', ...Object.keys(application)];
      const [name, group, ...deeper] = first === 'applications' ? inApplication : path;
      if (name !== 'answers' || deeper.length > 0) return [];
      const keys = askedAnywhere(form).map(({ key }) => key);
      if (group === undefined) return [...new Set([...keys.map(groupOf), ...keys])];
      return keys.filter((key) => groupOf(key) === group).map((key) => key.slice(key.indexOf('.') + 1));
    },
  };
}

export type Structure = z.infer<ReturnType<typeof configurationShapes>['structure']>;

function applicationShape(form: Form) {
  return {
    flows: described(
      z.union([
        listOf(words(flowNames)),
        z.record(z.string(), z.nullable(procedures)).register(z.globalRegistry, { propertyNames: { enum: flowNames } }),
      ]),
      'Process flows that the software supports: a list, or a map from each flow to its procedures.',
    ),
    procedures: described(procedures, 'Procedures that the software supports in flows that name none of their own.'),
    'credentials-held': described(
      listOf(words(directionNames)),
      'Directions for which production credentials are already held: outbound (departures), inbound (arrivals). Their tests are not required.',
    ),
    combination: described(
      words(combinationNames),
      'Combination of the decision matrix for software with both procedures.',
    ),
    'not-applicable': described(
      z.record(z.string(), z.nullable(z.string())).register(z.globalRegistry, { propertyNames: { enum: flowNames } }),
      'Why a flow is not applicable, in your words, for the form; by flow.',
    ),
    answers: described(answers(form), "Answers to the form's questions, nested or with dotted keys."),
  };
}

function structureShape(application: ReturnType<typeof applicationShape>) {
  return {
    ...optional(application),
    applications: z.optional(
      described(
        z.array(
          z.strictObject({
            name: described(z.string(), 'Name of the application, for reports and files.'),
            ...optional(application),
          }),
        ),
        'Several applications for production credentials, such as versions of the software. Instead of flows, procedures, credentials-held and not-applicable at the top.',
      ),
    ),
    scenarios: z.optional(
      described(
        z.union([
          z.array(z.strictObject({ scenario: z.string(), test: listOf(z.string()) })),
          z.record(z.string(), listOf(z.string())),
        ]),
        'Which of your tests run which scenario: scenario number to test name or pattern (* stands for any text).',
      ),
    ),
  };
}

function settingShapes(programme: Programme) {
  const table: readonly Setting[] = settingsTable;
  return Object.fromEntries(
    table
      .filter(({ config }) => config)
      .map((setting) => [
        setting.name,
        z.optional(described(kindShape(kindFor(programme, setting)), setting.description)),
      ]),
  );
}

function kindShape(kind: SettingKind) {
  if (kind.is === 'boolean') return z.union([z.boolean(), words(['yes', 'no', 'on', 'off'])]);
  if (kind.is === 'integer') return z.int().check(z.gte(kind.min), z.lte(kind.max));
  if (kind.is === 'choice') return words(kind.of);
  if (kind.is === 'list') return listOf(kind.of === undefined ? z.string() : words(kind.of));
  return z.string();
}

/** Nested (`business: {name: …}`) and dotted (`business.name: …`) keys of every question. */
function answers(form: Form) {
  const questions = askedAnywhere(form);
  const groups = [...new Set(questions.map(({ key }) => groupOf(key)))];
  const nested = groups.map((group) => [group, z.optional(z.nullable(answersOf(form, group)))]);
  return z.strictObject(Object.fromEntries([...nested, ...questions.map((one) => [one.key, answer(form, one)])]));
}

/** The form's questions, and those that only other programmes' forms ask: their answers may stay in a file that is carried over. */
function askedAnywhere(form: Form): readonly FormQuestion[] {
  const own = new Set(form.questions.map(({ key }) => key));
  const others = new Map(
    [...programmes.values()]
      .flatMap((programme) => programme.form.questions)
      .filter(({ key }) => !own.has(key))
      .map((question) => [question.key, question]),
  );
  return [...form.questions, ...others.values()];
}

function answersOf(form: Form, group: string) {
  const questions = askedAnywhere(form).filter(({ key }) => groupOf(key) === group);
  return z.strictObject(
    Object.fromEntries(questions.map((one) => [one.key.slice(group.length + 1), answer(form, one)])),
  );
}

function answer(form: Form, question: FormQuestion) {
  const unknown = mayBeUnknown(form, question) ? ['unknown'] : [];
  const yesNo = z.union([z.boolean(), words(['yes', 'no', ...unknown]), z.null()]);
  const shape = {
    text: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    integer: z.union([z.int().check(z.gte(0)), z.null()]),
    'yes-no': yesNo,
    'yes-no-unknown': yesNo,
  }[question.kind];
  return z.optional(described(shape, question.question));
}

function groupOf(key: string): string {
  return key.slice(0, key.indexOf('.'));
}

/** One or several. */
function listOf<Item extends z.ZodMiniType>(item: Item) {
  return z.union([item, z.array(item)]);
}

function words(of: readonly string[]) {
  return z.string().register(z.globalRegistry, { enum: of });
}

function described<Shape extends z.ZodMiniType>(shape: Shape, description: string): Shape {
  // Metadata is read beside what the shape itself registered, hence merged.
  z.globalRegistry.add(shape, { ...z.globalRegistry.get(shape), description });
  return shape;
}

function optional<Shapes extends Record<string, z.ZodMiniType>>(shapes: Shapes) {
  return z.partial(z.object(shapes)).shape;
}
