import { renderScenario, renderScenarioList } from './explain.ts';
import { ncts5 } from '../requirements/ncts5/ncts5.ts';
import { nearestOf } from '../settings/nearest.ts';
import { shorten } from '../settings/given.ts';
import { appearance, exitCodes, note, say } from './console.ts';

/**
 * Shows the scenarios of those numbers, in any letter case, or a list of all. A number that is not known doesn't keep the
 * others from being shown.
 *
 * @returns The exit code.
 */
export function explain(numbers: readonly string[]): number {
  const look = appearance();
  if (numbers.length === 0) return say(renderScenarioList(ncts5, look));
  const found = numbers.map((number) => ({ number, scenario: ncts5.scenarios.get(number.trim().toUpperCase()) }));
  const known = [...new Set(found.flatMap(({ scenario }) => scenario ?? []))];
  if (known.length > 0) say(known.map((scenario) => renderScenario(ncts5, scenario, look)).join('\n'));
  const unknown = found.filter(({ scenario }) => scenario === undefined);
  for (const { number } of unknown) note(unknownNumber(number));
  return unknown.length === 0 ? exitCodes.done : exitCodes.unusable;
}

function unknownNumber(number: string): string {
  const near = nearestOf(number.trim(), [...ncts5.scenarios.keys()], 4);
  const hint = near.length === 0 ? "'explain' alone lists all numbers." : `Near it are ${near.join(', ')}.`;
  return `There is no scenario '${shorten(number)}'. ${hint}`;
}
