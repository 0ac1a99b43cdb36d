// src/requirements/flows.ts
/** The three process flows in the order of the form's mandatory tests. Source: FORM section 5. */
const flows = [
	{
		flow: "standard-departure",
		name: "standard departure",
		plural: "standard departures",
		direction: "outbound"
	},
	{
		flow: "pre-lodged-departure",
		name: "pre-lodged departure",
		plural: "pre-lodged departures",
		direction: "outbound"
	},
	{
		flow: "arrival",
		name: "arrival",
		plural: "arrivals",
		direction: "inbound"
	}
];

// src/settings/nearest.ts
/**
* The known word that somebody who wrote `word` most likely meant; undefined when none is near.
* Letter case doesn't count. A beginning (`max-age`) or another order of its parts (`days-max-age`) is near, too.
*/
function nearest(word, known) {
	return nearestOf(word, known, 1)[0];
}
/** The known words that somebody who wrote `word` may have meant, at most `count`, the nearest first. */
function nearestOf(word, known, count) {
	if (word.length > 60) return [];
	const wanted = word.toLowerCase();
	const near = Math.max(1, Math.min(3, Math.floor(wanted.length / 3)));
	return known.map((candidate) => ({
		candidate,
		distance: distanceOf(wanted, candidate.toLowerCase())
	})).filter(({ distance }) => distance <= near).toSorted((a, b) => a.distance - b.distance).slice(0, count).map(({ candidate }) => candidate);
}
/** A hint that names the nearest known word, or, when none is near, all of them. */
function suggestion(word, known) {
	const meant = nearest(word, known);
	return meant === void 0 ? `Known are: ${known.join(", ")}.` : `Did you mean '${meant}'?`;
}
function distanceOf(a, b) {
	const distance = editDistance(a, b);
	return a.length > 2 && b.startsWith(a) || parts(a) === parts(b) ? Math.min(1, distance) : distance;
}
function parts(text) {
	return text.split(/[^a-z0-9]+/).toSorted().join("-");
}
/** Letters to insert, delete, replace or swap with their neighbour. */
function editDistance(a, b) {
	let beforeLast = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			current[column] = Math.min(at(current, column - 1) + 1, at(last, column) + 1, at(last, column - 1) + (same ? 0 : 1), swapped ? at(beforeLast, column - 2) + 1 : Infinity);
		}
		beforeLast = last;
		last = current;
	}
	return at(last, b.length);
}
function at(row, column) {
	return row[column] ?? Infinity;
}

// src/settings/words.ts
/** What a setting with a choice accepts. One place for readers, help, action.yml and the JSON Schema. */
const flowNames = flows.map(({ flow }) => flow);
const procedureNames = ["normal", "simplified"];
const directionNames = ["inbound", "outbound"];
const combinationNames = [
	"auto",
	"A",
	"B"
];
const duplicatesNames = ["worst", "last"];
const commentNames = [
	"off",
	"always",
	"changes"
];
/** Short and plural names of flows that are accepted, too. */
const flowAliases = {
	standard: "standard-departure",
	"pre-lodged": "pre-lodged-departure",
	prelodged: "pre-lodged-departure",
	"prelodged-departure": "pre-lodged-departure",
	"pre-lodge": "pre-lodged-departure"
};
/** The flow that a word means, in any letter case, singular or plural, with hyphens, underscores or spaces. */
function flowOf(word) {
	const name = word.trim().toLowerCase().replaceAll(/[\s_]+/g, "-").replace(/s$/, "");
	return flowNames.find((flow) => flow === name) ?? (Object.hasOwn(flowAliases, name) ? flowAliases[name] : void 0);
}
/** The choice that a word means, in any letter case. */
function choiceOf(word, choices) {
	const wanted = word.trim().toLowerCase();
	return choices.find((choice) => choice.toLowerCase() === wanted);
}

export { duplicatesNames as a, procedureNames as c, suggestion as d, flows as f, directionNames as i, nearest as l, combinationNames as n, flowNames as o, commentNames as r, flowOf as s, choiceOf as t, nearestOf as u };