import { fits } from '../text/wildcard.ts';
import type { ScenarioMapping } from '../settings/settings.ts';
import type { ScenarioId } from '../requirements/scenario.ts';

/** The names of a test that the user's own mapping is compared with. */
export interface MappedNames {
  readonly name: string;
  readonly className: string;
  readonly suites: readonly string[];
}

/** The scenarios that the user's mapping gives a test, without duplicates; usually none or one. */
export function mappedScenarios(mapping: readonly ScenarioMapping[], names: MappedNames): readonly ScenarioId[] {
  if (mapping.length === 0) return [];
  const candidates = [names.name, names.className, `${names.className} ${names.name}`, ...names.suites];
  const found = new Set<ScenarioId>();
  for (const { scenario, test } of mapping) {
    if (candidates.some((candidate) => candidate !== '' && fits(test, candidate))) found.add(scenario);
  }
  return [...found];
}
