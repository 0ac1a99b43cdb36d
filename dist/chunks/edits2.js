import { n as Refused } from "./refused2.js";
import { r as escapeXml } from "./text.js";

// src/render/form/edits.ts
/**
* The source with all edits made. The same edit twice counts once.
*
* @throws Refused when two fields claim the same text.
*/
function applyEdits(source, edits) {
	let result = "";
	let offset = 0;
	let before;
	for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
		if (edit.start === before?.start && edit.end === before.end && edit.text === before.text) continue;
		if (edit.start < offset) throw new Refused("Two fields of the template share one place.", "Fill it in by hand.");
		result += source.slice(offset, edit.start) + edit.text;
		offset = edit.end;
		before = edit;
	}
	return result + source.slice(offset);
}
/** A run with that text, in lines. */
function runXml(prefix, properties, text) {
	const w = prefix;
	const format = properties.map(({ source }) => source).join("");
	const lines = text.replaceAll("	", " ").split("\n").map((line) => `<${w}t xml:space="preserve">${escapeXml(line)}</${w}t>`);
	return `<${w}r>${format === "" ? "" : `<${w}rPr>${format}</${w}rPr>`}${lines.join(`<${w}br/>`)}</${w}r>`;
}
/** Takes text out of a paragraph: whole runs where nothing else is in them, so that no empty ones pile up. */
function removeText({ paragraph, from, to }) {
	const touched = paragraph.pieces.filter((piece) => piece.to > from && piece.from < to);
	const runs = new Set(touched.map(({ run }) => run));
	const emptied = new Set([...runs].filter((run) => !run.hasOther && run.pieces.every((piece) => piece.from >= from && piece.to <= to)));
	const rests = touched.filter(({ run }) => !emptied.has(run)).map((piece) => {
		if (piece.content === void 0) return {
			...span(piece.element),
			text: ""
		};
		const text = paragraph.text.slice(piece.from, piece.to);
		const rest = text.slice(0, Math.max(0, from - piece.from)) + text.slice(Math.max(0, to - piece.from));
		return {
			...span(piece.content),
			text: escapeXml(rest)
		};
	});
	const controls = new Set([...runs].flatMap(({ control }) => chain(control)));
	return [
		...[...emptied].map((run) => ({
			...span(run),
			text: ""
		})),
		...rests,
		...[...controls].flatMap((control) => removePrompt(control))
	];
}
function chain(control) {
	return control === void 0 ? [] : [control, ...chain(control.outer)];
}
/** A control that holds a value no longer shows a prompt. */
function removePrompt({ prompt }) {
	return prompt === void 0 ? [] : [{
		...span(prompt),
		text: ""
	}];
}
function span({ start, end }) {
	return {
		start,
		end
	};
}

export { removeText as n, runXml as r, applyEdits as t };