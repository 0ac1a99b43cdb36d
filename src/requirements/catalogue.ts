import { scenarios } from './scenario-table.ts';
import type { Scenario, ScenarioId } from './scenario.ts';

export { scenarios };

const byId: ReadonlyMap<ScenarioId, Scenario> = new Map(scenarios.map((scenario) => [scenario.id, scenario]));

/** The scenario of that number; undefined when there is none. Numbers are upper case: `dsgb1` is none. */
export function scenarioById(id: ScenarioId): Scenario | undefined {
  return byId.get(id);
}

/** Whether the text is, exactly and in upper case, the number of a scenario. */
export function isScenarioId(text: string): boolean {
  return byId.has(text);
}
