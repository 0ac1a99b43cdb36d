import type { Programme } from '../requirements/programme.ts';
import type { Complain } from './complaint.ts';
import type { Configuration } from './configuration.ts';
import { type Given, shorten } from './given.ts';
import { nearest } from './nearest.ts';
import type { ScenarioMapping } from './settings.ts';

/** The user's own test names: a map from scenario number to pattern or patterns, or a list of `scenario` and `test`. */
export function readMapping(
  { scenarios }: Programme,
  configuration: Configuration,
  complain: Complain,
): readonly ScenarioMapping[] {
  const listed = configuration.structure.scenarios;
  if (listed === undefined) return [];
  const entries = Array.isArray(listed)
    ? listed.map(({ scenario }, index) => ({
        scenario,
        named: ['scenarios', index, 'scenario'],
        path: ['scenarios', index, 'test'],
      }))
    : Object.keys(listed).map((scenario) => ({
        scenario,
        named: ['scenarios', scenario],
        path: ['scenarios', scenario],
      }));
  const taken = new Map<string, string>();
  return entries.flatMap(({ scenario, named, path }) => {
    const id = scenario.trim().toUpperCase();
    if (!scenarios.has(id)) {
      const meant = nearest(id, [...scenarios.keys()]);
      const hint = meant === undefined ? "Scenario numbers are in HMRC's testing guide." : `Did you mean '${meant}'?`;
      complain(configuration.where(named), `there is no scenario '${shorten(scenario)}'.`, hint);
      return [];
    }
    return patterns(configuration.given(path), configuration.where(path), complain).flatMap((test) => {
      const other = taken.get(test);
      if (other !== undefined && other !== id) {
        complain(configuration.where(path), `'${shorten(test)}' already stands for ${other}.`);
      }
      taken.set(test, id);
      return other === id ? [] : [{ scenario: id, test }];
    });
  });
}

function patterns(given: Given | undefined, where: string, complain: Complain): readonly string[] {
  const texts = given?.texts.map((text) => text.trim()) ?? [];
  if (texts.length === 0) complain(where, 'names no test.');
  for (const text of texts) {
    // A pattern that fits every test would make one green test prove anything.
    if (/^[*\s]*$/.test(text)) {
      complain(where, `'${text}' fits every test.`, 'Write the name of a test, * for parts that vary.');
    }
  }
  return texts;
}
