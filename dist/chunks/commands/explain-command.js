import { a as renderScenarioList, i as renderScenario } from "../render.js";
import { S as scenarios, x as scenarioById } from "../requirements.js";
import { f as shorten, y as nearestOf } from "../settings.js";
import { n as exitCodes, o as say, r as note, t as appearance } from "../console.js";

// src/commands/explain-command.ts
/**
* Shows the scenarios of those numbers, in any letter case, or a list of all. A number that is not known doesn't keep the
* others from being shown.
*
* @returns The exit code.
*/
function explain(numbers) {
	const look = appearance();
	if (numbers.length === 0) return say(renderScenarioList(look));
	const found = numbers.map((number) => ({
		number,
		scenario: scenarioById(number.trim().toUpperCase())
	}));
	const known = [...new Set(found.flatMap(({ scenario }) => scenario ?? []))];
	if (known.length > 0) say(known.map((scenario) => renderScenario(scenario, look)).join("\n"));
	const unknown = found.filter(({ scenario }) => scenario === void 0);
	for (const { number } of unknown) note(unknownNumber(number));
	return unknown.length === 0 ? exitCodes.done : exitCodes.unusable;
}
function unknownNumber(number) {
	const near = nearestOf(number.trim(), scenarios.map(({ id }) => id), 4);
	const hint = near.length === 0 ? "'explain' alone lists all numbers." : `Near it are ${near.join(", ")}.`;
	return `There is no scenario '${shorten(number)}'. ${hint}`;
}

export { explain };