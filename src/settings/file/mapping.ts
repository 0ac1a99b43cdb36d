import * as z from 'zod/mini';
import type { Programme } from '../../requirements/programme.ts';
import { programmes } from '../../requirements/programmes.ts';
import type { ScenarioId } from '../../requirements/scenario.ts';
import { clip, nearest } from '../nearest.ts';
import { refuse } from '../schema.ts';
import type { ScenarioMapping } from '../settings.ts';
import type { Path } from './yaml.ts';

interface MappingInFile extends Omit<ScenarioMapping, 'place'> {
  /** Below `scenarios`. */
  readonly at: Path;
}

/** The user's own test names: a map from scenario number to pattern or patterns, or a list of `scenario` and `test`. */
export function mappingSchema(programme: Programme): z.ZodMiniType<readonly MappingInFile[]> {
  const { scenarios } = programme;
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
      return entries.flatMap(({ scenario, test, named, at }): readonly MappingInFile[] => {
        const id = scenario.trim().toUpperCase();
        if (!scenarios.has(id)) {
          refuse(context, given, `there is no scenario '${clip(scenario)}'.`, {
            next: nearScenario(id, programme),
            path: named,
          });
          return [];
        }
        return patternsOf(test).flatMap((one) => {
          const fault = 'fault' in one ? one : takenBy(one.pattern, id, taken);
          if (fault !== undefined) {
            refuse(context, given, fault.fault, { next: fault.next, path: at });
          }
          return 'pattern' in one && fault === undefined ? [{ scenario: id, test: one.pattern, at }] : [];
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
export function nearScenario(id: string, { id: own, name, scenarios }: Programme): string {
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
