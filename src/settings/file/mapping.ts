import * as z from 'zod/mini';
import type { Programme } from '../../requirements/programme.ts';
import { programmes } from '../../requirements/programmes.ts';
import type { ScenarioId } from '../../requirements/scenario.ts';
import { isMap, valueAt } from '../mistakes.ts';
import { clip, nearest } from '../nearest.ts';
import { alsoChecked, type Context, refuse } from '../schema.ts';
import type { ScenarioMapping } from '../settings.ts';
import type { Path } from './yaml.ts';

interface MappingInFile extends Omit<ScenarioMapping, 'place'> {
  /** Below `scenarios`. */
  readonly at: Path;
}

/** The user's own test names: a map from scenario number to pattern or patterns, or a list of `scenario` and `test`. */
export function mappingSchema(programme: Programme): z.ZodMiniType<readonly MappingInFile[]> {
  const patterns = z.union([z.string(), z.array(z.string('a test name'))], 'a test name or a list of test names');
  const what = 'a map from scenario number to test names, or a list of maps with scenario and test';
  const entry = z.strictObject({ scenario: z.string('a text'), test: patterns }, 'a map with scenario and test');
  return z.pipe(
    alsoChecked(z.union([z.array(entry, what), z.record(z.string(), patterns, what)], what), (given, context) => {
      checkEntries(entriesOf(given), programme, context);
    }),
    z.transform((given): readonly MappingInFile[] =>
      entriesOf(given).flatMap(({ scenario, patterns: tests = [], at }) =>
        tests.map((test) => ({ scenario: idOf(scenario ?? ''), test, at })),
      ),
    ),
  );
}

/** An entry as far as it can be read; what has the wrong type is undefined. */
interface Entry {
  readonly scenario: string | undefined;
  /** Without blanks around them. */
  readonly patterns: readonly string[] | undefined;
  /** Where the number and the patterns stand, below `scenarios`. */
  readonly named: Path;
  readonly at: Path;
}

function entriesOf(given: unknown): readonly Entry[] {
  if (Array.isArray(given)) {
    return given.map((one: unknown, index) => {
      const scenario = valueAt(one, ['scenario']);
      return {
        scenario: typeof scenario === 'string' ? scenario : undefined,
        patterns: patternsIn(valueAt(one, ['test'])),
        named: [index, 'scenario'],
        at: [index, 'test'],
      };
    });
  }
  return Object.entries(isMap(given) ? given : {}).map(([scenario, test]) => {
    return { scenario, patterns: patternsIn(test), named: [scenario], at: [scenario] };
  });
}

function patternsIn(test: unknown): readonly string[] | undefined {
  const texts: readonly unknown[] = [test].flat();
  const read = texts.filter((one) => typeof one === 'string').map((one) => one.trim());
  return read.length === 0 && texts.length > 0 ? undefined : read;
}

export function idOf(scenario: string): ScenarioId {
  return scenario.trim().toUpperCase();
}

function checkEntries(entries: readonly Entry[], programme: Programme, context: Context): void {
  const taken = new Map<string, ScenarioId>();
  for (const { scenario, patterns, named, at } of entries) {
    const unknown = scenario === undefined ? undefined : unknownScenario(scenario, programme);
    if (unknown !== undefined) refuse(context, scenario, unknown.message, { next: unknown.next, path: named });
    if (patterns?.length === 0) refuse(context, patterns, 'names no test.', { path: at });
    for (const pattern of patterns ?? []) {
      // A pattern that fits every test would make one green test prove anything.
      if (/^[*\s]*$/.test(pattern)) {
        const next = 'Write the name of a test, * for parts that vary.';
        refuse(context, pattern, `'${pattern}' fits every test.`, { next, path: at });
      } else if (scenario !== undefined && unknown === undefined) {
        const other = taken.get(pattern) ?? idOf(scenario);
        if (other !== idOf(scenario)) {
          refuse(context, pattern, `'${clip(pattern)}' already stands for ${other}.`, { path: at });
        }
        taken.set(pattern, idOf(scenario));
      }
    }
  }
}

/** What is wrong with the number of a scenario that the programme doesn't have; undefined where it has it. */
export function unknownScenario(
  scenario: string,
  programme: Programme,
): { readonly message: string; readonly next: string } | undefined {
  const id = idOf(scenario);
  return programme.scenarios.has(id)
    ? undefined
    : { message: `there is no scenario '${clip(scenario)}'.`, next: nearScenario(id, programme) };
}

/** What somebody who wrote a number that doesn't exist should write. */
function nearScenario(id: string, { id: own, name, scenarios }: Programme): string {
  const other = [...programmes.values()].find((one) => one.id !== own && one.scenarios.has(id));
  if (other !== undefined) {
    const twin = [...scenarios.values()].find((one) => one.twin === id)?.id ?? other.scenarios.get(id)?.twin;
    const same =
      twin === undefined ? `Set programme: ${other.id}, or leave it out.` : `The same in ${name} is ${twin}.`;
    return `It is one of ${other.name}. ${same}`;
  }
  const near = nearest(id, [...scenarios.keys()]);
  return near === undefined ? "Scenario numbers are in HMRC's testing guide." : `Did you mean '${near}'?`;
}
