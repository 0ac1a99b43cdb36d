import { r as escapeXml } from "./text.js";
import { n as removeText, r as runXml } from "./edits2.js";

// src/render/form/labels.ts
/**
* How the form's labels are compared: by letters and digits only. So neither white space, letter case, kinds of
* dashes, quotes and full stops, nor a colon more or less keep a label from being found.
*/
/** Letters and digits of the text, compatibility forms and letter case folded. */
function folded(text) {
	return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
/** A number or bullet that was typed before the text instead of being made by the list. */
const TYPED_NUMBER = /^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[•●▪·*‐-―-])\s*/iu;
/**
* How far the label goes in the text; undefined if the text does not begin with it, or goes on in the same breath:
* 'MRN' is no label of 'MRN/LRN:'.
*
* @param wanted The label, folded.
*/
function endOfLabel(text, wanted) {
	return endAt(text, 0, wanted) ?? endAt(text, TYPED_NUMBER.exec(text)?.[0].length ?? 0, wanted);
}
function endAt(text, from, wanted) {
	let found = "";
	let offset = from;
	for (const character of text.slice(from, from + wanted.length * 4 + 64)) {
		if (found.length >= wanted.length) break;
		found += folded(character);
		offset += character.length;
		if (!wanted.startsWith(found)) return void 0;
	}
	return found === wanted ? behindPunctuation(text, offset) : void 0;
}
function behindPunctuation(text, offset) {
	const rest = text.slice(offset);
	const mark = /^(?:\s*:|[.?!][.?!:'’‘"”)]*|[’'")\]]+[:.?!]*)/u.exec(rest)?.[0] ?? "";
	if (mark === "" && rest.trim() !== "" && !/^\s*\t/u.test(rest)) return void 0;
	const labelEnd = offset + mark.length;
	return {
		labelEnd,
		valueStart: labelEnd + (/^\s*/u.exec(text.slice(labelEnd))?.[0].length ?? 0)
	};
}
/** Whether a text of the form reads like the label of a field: it ends in a colon, or one stands behind its first words. */
function looksLikeLabel(text) {
	const line = text.trim();
	return line.length <= 160 && /\p{L}/u.test(line) && line.endsWith(":");
}
/** The same for the tables of tests, where a value may already stand behind the label. */
function looksLikeTestLabel(text) {
	return looksLikeLabel(text) || /^\s*(?:IE\d{3}|CC\d{3}|scenario|MRN|LRN)\b[^:]{0,80}:/iu.test(text);
}
/** White space folded: how values are compared. */
function plain(text) {
	return text.replace(/[\s\u00A0]+/gu, " ").trim();
}

// src/render/form/boxes.ts
const BOX = /[☐☑☒]/gu;
const TICKED = /[☑☒]/u;
const CHOICES = /* @__PURE__ */ new Map([
	["yes", "yes"],
	["no", "no"],
	["dontknow", "unknown"],
	["donotknow", "unknown"],
	["unknown", "unknown"],
	["unsure", "unknown"],
	["notsure", "unknown"]
]);
function hasBoxes({ text }) {
	return text.search(BOX) >= 0;
}
/** Whether there is nothing but boxes and their answers in it. */
function isOnlyBoxes({ text }) {
	return text.split(BOX).every((words) => folded(words) === "" || CHOICES.has(folded(words)));
}
/** No question of a form has more; a paragraph that has is not searched. */
const MAX_BOXES = 20;
/** The boxes of a question, from that offset in the first paragraph on. Boxes whose answer can't be told are left out. */
function readBoxes(paragraphs, from) {
	return paragraphs.flatMap((paragraph, index) => boxesOf(paragraph, index === 0 ? from : 0));
}
/** The answer stands before each box ('Yes ☐'), or behind each ('☐ Yes'). */
function boxesOf(paragraph, from) {
	const rest = paragraph.text.slice(from);
	const texts = rest.split(BOX);
	if (texts.length > MAX_BOXES) return [];
	const words = texts.map((text) => CHOICES.get(folded(text)));
	const shift = words[0] === void 0 ? 1 : 0;
	return [...rest.matchAll(BOX)].flatMap((match, number) => {
		const choice = words[number + shift];
		const index = from + match.index;
		const piece = paragraph.pieces.find((candidate) => candidate.from <= index && index < candidate.to);
		if (choice === void 0 || piece === void 0) return [];
		return [{
			choice,
			ticked: TICKED.test(match[0]),
			paragraph,
			piece,
			index
		}];
	});
}
/** The edits after which just the box of that answer is ticked. */
function tick(boxes, choice) {
	const changed = boxes.filter((box) => box.ticked !== (box.choice === choice));
	return [...[...new Set(changed.map(({ piece }) => piece))].flatMap((piece) => {
		const inPiece = changed.filter((box) => box.piece === piece);
		const [first] = inPiece;
		if (first === void 0 || piece.content === void 0) return [];
		const characters = first.paragraph.text.slice(piece.from, piece.to).split("");
		for (const box of inPiece) characters[box.index - piece.from] = glyph(box, choice);
		return [{
			start: piece.content.start,
			end: piece.content.end,
			text: escapeXml(characters.join(""))
		}];
	}), ...changed.flatMap((box) => setState(box, choice))];
}
function glyph({ piece, choice }, chosen) {
	const checkbox = checkboxOf(piece.run.control)?.checkbox;
	return choice === chosen ? checkbox?.on ?? "☒" : checkbox?.off ?? "☐";
}
/** Word's own check boxes keep their state beside the character that they show. */
function setState({ piece, choice }, chosen) {
	const checkbox = checkboxOf(piece.run.control)?.checkbox;
	if (checkbox === void 0) return [];
	const { element, prefix, state } = checkbox;
	const written = `<${prefix}checked ${prefix}val="${choice === chosen ? "1" : "0"}"/>`;
	if (state !== void 0) return [{
		start: state.start,
		end: state.end,
		text: written
	}];
	return [{
		start: element.end,
		end: element.end,
		text: written
	}];
}
function checkboxOf(control) {
	return control === void 0 || control.checkbox !== void 0 ? control : checkboxOf(control.outer);
}

// src/render/form/place.ts
/** How labels are marked and values aren't. */
const OF_LABELS_ONLY = new Set([
	"b",
	"bCs",
	"i",
	"iCs",
	"u",
	"strike",
	"dstrike",
	"caps",
	"smallCaps",
	"vanish",
	"webHidden",
	"highlight"
].map((name) => `w:${name}`));
/** Not allowed in a run, or the history of another one. */
const OF_MARKS_ONLY = /* @__PURE__ */ new Set([
	"w:ins",
	"w:del",
	"w:moveFrom",
	"w:moveTo",
	"w:rPrChange"
]);
const PROMPT_STYLE = "w:rStyle";
/** Lines to write on: `______`, `.......`. */
const BLANK = /^[\s_.…·–—-]*$/u;
/** Behind the label, in its paragraph. */
function placeBehind(label) {
	const range = restOf(label);
	return {
		existing: textOf([range]),
		fit: (value) => value.replace(/,?\s*\n\s*/gu, ", "),
		put: (value) => [...removeText(cut(label, range)), ...insertBehind(label, range, value)]
	};
}
/**
* In the paragraphs below the label (or in the cell beside it), the first of which takes the value.
* What stands behind the label counts as part of an earlier value.
*/
function placeIn(paragraphs, label) {
	const behind = restOf(label);
	const ranges = [behind, ...paragraphs.map(whole)];
	const [first] = paragraphs;
	return {
		existing: textOf(ranges),
		fit: (value) => value,
		put: (value) => [
			...removeText(cut(label, behind)),
			...paragraphs.flatMap((paragraph) => removeText(whole(paragraph))),
			...looksLikeTestLabel(value) ? insertBehind(label, behind, value) : insertInto(first, label, value)
		]
	};
}
/** What stands behind a label in its paragraph. */
function restOf({ paragraph, valueStart }) {
	return {
		paragraph,
		from: valueStart,
		to: paragraph.text.length
	};
}
function whole(paragraph) {
	return {
		paragraph,
		from: 0,
		to: paragraph.text.length
	};
}
function textOf(ranges) {
	return ranges.map(({ paragraph, from, to }) => {
		return paragraph.pieces.filter(({ run }) => !isPrompted(run.control)).map((piece) => paragraph.text.slice(Math.max(piece.from, from), Math.max(from, Math.min(piece.to, to)))).join("");
	}).filter((text) => !BLANK.test(text)).map((text) => text.trim()).join("\n");
}
function isPrompted(control) {
	return control !== void 0 && (control.prompt !== void 0 || isPrompted(control.outer));
}
/** With the white space before it, where value and label share a piece of text, so that none is left at its end. */
function cut(label, range) {
	if (range.from >= range.to) return range;
	const shared = label.paragraph.pieces.find((piece) => piece.from < range.from && piece.to > range.from);
	return shared === void 0 ? range : {
		...range,
		from: Math.max(label.labelEnd, shared.from)
	};
}
function insertBehind(label, range, value) {
	if (value === "") return [];
	const { paragraph, labelEnd } = label;
	const { text, pieces, prefix } = paragraph;
	const from = cut(label, range).from;
	const labelPiece = pieceAt(paragraph, labelEnd - 1);
	const before = pieceAt(paragraph, from - 1) ?? labelPiece;
	const first = pieces.find((piece) => piece.from >= from && piece.to > piece.from);
	const inControl = first !== void 0 && first.run.control !== labelPiece?.run.control ? first : void 0;
	const lead = text.slice(0, from);
	const colon = /[:?.!’'"”)\]]\s*$|\t\s*$/u.test(lead) ? "" : ":";
	const space = colon === "" && /\s$/u.test(lead) ? "" : " ";
	if (inControl?.run.control !== void 0) {
		const run = runXml(prefix, styleOf(inControl.run), value);
		return [{
			start: inControl.run.start,
			end: inControl.run.start,
			text: run
		}];
	}
	const style = first !== void 0 && first.run !== labelPiece?.run ? styleOf(first.run) : labelStyle(labelPiece?.run);
	const at = before?.run.childEnd ?? paragraph.insertAt;
	return [{
		start: at,
		end: at,
		text: runXml(prefix, style, `${colon}${space}${value}`)
	}];
}
function insertInto(paragraph, label, value) {
	if (value === "") return [];
	const { prefix, insertAt, isEmptyElement, pieces } = paragraph;
	const first = pieces.find((piece) => piece.to > piece.from)?.run;
	const style = first === void 0 ? labelStyle(labelRun(label)) : styleOf(first);
	const run = runXml(prefix, style, value);
	if (isEmptyElement) return [{
		start: insertAt,
		end: paragraph.end,
		text: `>${run}</${prefix}p>`
	}];
	const at = first?.start ?? insertAt;
	return [{
		start: at,
		end: at,
		text: run
	}];
}
function labelRun({ paragraph, labelEnd }) {
	return pieceAt(paragraph, labelEnd - 1)?.run;
}
function pieceAt({ pieces }, index) {
	return pieces.find((piece) => piece.from <= index && index < piece.to);
}
/** Of text that is being replaced: the same, but not the look of a prompt. */
function styleOf({ properties, control }) {
	return properties.filter(({ name }) => !OF_MARKS_ONLY.has(name) && !(name === PROMPT_STYLE && isPrompted(control)));
}
function labelStyle(run) {
	return (run?.properties ?? []).filter(({ name }) => !OF_MARKS_ONLY.has(name) && !OF_LABELS_ONLY.has(name));
}
/** Whether two values say the same, white space aside. */
function sameValue(a, b) {
	return plain(a) === plain(b);
}

export { hasBoxes as a, tick as c, looksLikeLabel as d, looksLikeTestLabel as f, sameValue as i, endOfLabel as l, placeIn as n, isOnlyBoxes as o, restOf as r, readBoxes as s, placeBehind as t, folded as u };