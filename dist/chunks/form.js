import { A as listed } from "./matching.js";
import { d as visibleText, l as oneLine } from "./text.js";
import { d as answerTo, m as spokenAnswer, y as programmes } from "./requirements.js";
import { a as formatForForm } from "./time.js";
import { t as require_saxes } from "./lib/saxes.js";
import { a as ZipFault, i as readZip, n as unpack, r as UTF8, t as isTooDense } from "./zip.js";
import { t as deflateSync } from "./lib/fflate.js";
import { crc32 } from "node:zlib";

// src/form/fields/labels.ts
function folded(text) {
	return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
const typedNumber = /^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|[•●▪·*‐-―-])\s*/iu;
function endOfLabel(text, wanted) {
	return endAt(text, 0, wanted) ?? endAt(text, typedNumber.exec(text)?.[0].length ?? 0, wanted);
}
function endAt(text, from, wanted) {
	let found = "";
	let offset = from;
	for (const character of text.slice(from, from + wanted.length * 4 + 64)) {
		if (found.length >= wanted.length) break;
		found += folded(character);
		offset += character.length;
		if (!wanted.startsWith(found)) return;
	}
	return found === wanted ? afterPunctuation(text, offset) : void 0;
}
function afterPunctuation(text, offset) {
	const rest = text.slice(offset);
	const mark = /^(?:\s*:|[.?!][.?!:'’‘"”)]*|[’'")\]]+[:.?!]*)/u.exec(rest)?.[0] ?? "";
	if (mark === "" && rest.trim() !== "" && !/^\s*\t/u.test(rest)) return;
	const labelEnd = offset + mark.length;
	return {
		labelEnd,
		valueStart: labelEnd + (/^\s*/u.exec(text.slice(labelEnd))?.[0].length ?? 0)
	};
}
function looksLikeLabel(text) {
	const line = text.trim();
	return line.length <= 160 && /\p{L}/u.test(line) && line.endsWith(":");
}
function looksLikeTestLabel(text) {
	return looksLikeLabel(text) || /^\s*(?:IE\d{3}|CC\d{3}|scenario|MRN|LRN)\b[^:]{0,80}:/iu.test(text);
}
function plain(text) {
	return text.replace(/[\s\u00A0]+/gu, " ").trim();
}
const known = (field, label) => ({
	field,
	wanted: folded(label)
});
var KnownLabels = class {
	#questions;
	#evidence;
	#byHand;
	#notLabels;
	#tests;
	#slot;
	#titles;
	#slotTitle;
	#answerMark;
	constructor(form) {
		const { questions, evidence, byHand, notLabels, mandatoryTests, recommendedLabels, answerMark } = form;
		this.#questions = questions.map((question) => known(question, question.label));
		this.#evidence = evidence.map((field) => known(field, field.label));
		this.#byHand = byHand.map((field) => known(field, field.label));
		this.#notLabels = notLabels.map(folded);
		this.#tests = new Map(mandatoryTests.map((test) => [test.no, testLabels(test)]));
		this.#slot = recommendedLabels === void 0 ? [] : [known("scenario", recommendedLabels.scenario), known("identifier", recommendedLabels.identifier)];
		this.#titles = mandatoryTests.map(({ no, title }) => ({
			no,
			key: titleKey(title)
		}));
		this.#slotTitle = recommendedLabels && new RegExp(`^(\\d{1,2})?${folded(recommendedLabels.title)}(?:tests?)?(\\d{1,2})?$`, "u");
		this.#answerMark = answerMark && folded(answerMark);
	}
	question(text) {
		return longest(this.#questions, text);
	}
	evidence(text) {
		return longest(this.#evidence, text);
	}
	byHand(text) {
		const key = folded(text.slice(0, 400));
		const statement = this.#byHand.find(({ field, wanted }) => {
			const at = key.indexOf(wanted);
			return field.kind === "tick" && at >= 0 && at <= 3;
		});
		if (statement !== void 0) return {
			...statement,
			labelEnd: text.length,
			valueStart: text.length
		};
		return longest(this.#byHand.filter(({ field }) => field.kind !== "tick"), text);
	}
	isNotLabel(text) {
		return this.#notLabels.includes(folded(text));
	}
	test(no, text) {
		return longest(this.#tests.get(no) ?? [], text) ?? this.#message(no, text);
	}
	slot(text) {
		return longest(this.#slot, text);
	}
	answerMark(text) {
		return this.#answerMark === void 0 ? void 0 : endOfLabel(text, this.#answerMark);
	}
	testTitle(text) {
		if (text.length > 120) return;
		const key = titleKey(text);
		return this.#titles.find((title) => title.key === key)?.no;
	}
	slotTitle(text, isListItem) {
		if (text.length > 60) return;
		const match = this.#slotTitle?.exec(folded(text));
		if (match === void 0 || match === null) return;
		const number = Number(match[1] ?? match[2] ?? 0);
		if (number > 0) return number;
		return isListItem ? "next" : void 0;
	}
	isIn(text) {
		const key = folded(text);
		const labels = [
			...this.#questions,
			...this.#evidence,
			...this.#slot,
			...[...this.#tests.values()].flat()
		];
		return /\bMRN\s*:/iu.test(text) || labels.some(({ wanted }) => wanted.length > 6 && key.includes(wanted));
	}
	#message(no, text) {
		const label = /^\s*(?:IE|CC)\s?(\d{3})C?\b[^:]{0,120}?\bdate\b[^:]{0,120}(?::\s*|$)/iu.exec(text);
		const found = label === null ? void 0 : this.#tests.get(no)?.find(({ field }) => field === `IE${label[1]}`);
		if (label === null || found === void 0) return;
		return {
			...found,
			labelEnd: label[0].trimEnd().length,
			valueStart: label[0].length
		};
	}
};
function testLabels({ labels }) {
	return [
		known("notApplicable", labels.notApplicable),
		known("scenario", labels.scenario),
		known("mrn", labels.mrn),
		...labels.messages.map(({ message, label }) => known(message, label))
	];
}
function longest(candidates, text) {
	let best;
	for (const candidate of candidates) {
		if (best !== void 0 && best.wanted.length >= candidate.wanted.length) continue;
		const end = endOfLabel(text, candidate.wanted);
		if (end !== void 0) best = {
			...candidate,
			...end
		};
	}
	return best;
}
function titleKey(text) {
	return folded(text).replaceAll(/\d+/gu, "").replace(/s$/u, "").replace("prelodged", "prelodge");
}

// src/form/word/xml.ts
var import_saxes = require_saxes();
var FormRefused = class extends Error {
	constructor(what, next) {
		super(`${what} ${next}`);
		this.name = "FormRefused";
	}
};
const downloadAgain = "Download HMRC's form again, or open it in Word and save it as .docx.";
const takeHmrcs = "Use the form as HMRC offers it, a plain Word document (.docx) without macros.";
const maxDepth = 400;
function readXml(text, part, handler) {
	const parser = new import_saxes.SaxesParser({
		xmlns: true,
		position: true
	});
	let depth = 0;
	parser.on("error", (error) => {
		throw new FormRefused(`The template is damaged: '${part}' is not well-formed XML (${error.message}).`, downloadAgain);
	});
	parser.on("doctype", () => {
		throw doctype(part);
	});
	parser.on("xmldecl", ({ encoding }) => {
		if (encoding !== void 0 && !/^(?:utf-8|us-ascii)$/iu.test(encoding)) throw encodingRefused(part);
	});
	parser.on("opentag", (tag) => {
		depth++;
		if (depth > maxDepth) throw new FormRefused(`The template's '${part}' is nested too deeply.`, takeHmrcs);
		const end = parser.position;
		handler.open(tag, text.lastIndexOf("<", end - 1), end);
	});
	parser.on("closetag", (tag) => {
		depth--;
		const end = parser.position;
		handler.close(tag, tag.isSelfClosing ? end : text.lastIndexOf("<", end - 1), end);
	});
	if (handler.text !== void 0) {
		const told = handler.text.bind(handler);
		parser.on("text", told);
		parser.on("cdata", told);
	}
	parser.write(text).close();
}
function decodePart(bytes, part) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw encodingRefused(part);
	}
}
function refuseDoctype(bytes, part) {
	const text = new TextDecoder("latin1").decode(bytes).replaceAll("\0", "");
	if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw doctype(part);
}
function encodingRefused(part) {
	return new FormRefused(`The template's '${part}' is not UTF-8.`, "Open it in Word and save it as .docx.");
}
function doctype(part) {
	return new FormRefused(`The template's '${part}' declares a document type or entities, which no Word document does.`, takeHmrcs);
}
const token = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|&(#x?[0-9a-f]+|\w+);|[\s\S]/giu;
const entities = /* @__PURE__ */ new Map([
	["amp", "&"],
	["lt", "<"],
	["gt", ">"],
	["quot", "\""],
	["apos", "'"]
]);
function decodeText(source) {
	if (!/[<&]/u.test(source)) return source;
	return source.replace(token, (whole, characters, entity) => {
		if (characters !== void 0) return characters;
		if (entity !== void 0) return entities.get(entity) ?? numbered(entity);
		return whole.startsWith("<") ? "" : whole;
	});
}
function numbered(entity) {
	const code = /^#x/iu.test(entity) ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
	return code > 0 && code <= 1114111 ? String.fromCodePoint(code) : "";
}
function escapeXml(text) {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

// src/form/fields/boxes.ts
const anyBox = /[☐☑☒]/gu;
const tickedBox = /[☑☒]/u;
const choices = /* @__PURE__ */ new Map([
	["yes", "yes"],
	["no", "no"],
	["dontknow", "unknown"],
	["donotknow", "unknown"],
	["unknown", "unknown"],
	["unsure", "unknown"],
	["notsure", "unknown"]
]);
function hasBoxes({ text }) {
	return text.search(anyBox) >= 0;
}
function isOnlyBoxes({ text }) {
	return text.split(anyBox).every((words) => folded(words) === "" || choices.has(folded(words)));
}
function isTicked({ text, pieces }) {
	return pieces.map(({ run }) => checkboxOf(run.control)?.checkbox?.isTicked).find((state) => state !== void 0) ?? tickedBox.test(text);
}
const maxBoxes = 20;
function readBoxes(paragraphs, from) {
	return paragraphs.flatMap((paragraph, index) => boxesOf(paragraph, index === 0 ? from : 0));
}
function boxesOf(paragraph, from) {
	const rest = paragraph.text.slice(from);
	const texts = rest.split(anyBox);
	if (texts.length > maxBoxes) return [];
	const words = texts.map((text) => choices.get(folded(text)));
	const shift = words[0] === void 0 ? 1 : 0;
	return [...rest.matchAll(anyBox)].flatMap((match, number) => {
		const choice = words[number + shift];
		const index = from + match.index;
		const piece = paragraph.pieces.find((candidate) => candidate.from <= index && index < candidate.to);
		if (choice === void 0 || piece === void 0) return [];
		return [{
			choice,
			ticked: tickedBox.test(match[0]),
			paragraph,
			piece,
			index
		}];
	});
}
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

// src/form/word/edits.ts
function applyEdits(source, edits) {
	let result = "";
	let offset = 0;
	let before;
	for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
		if (edit.start === before?.start && edit.end === before.end && edit.text === before.text) continue;
		if (edit.start < offset) throw new FormRefused("Two fields of the template share one place.", "Fill it in by hand.");
		result += source.slice(offset, edit.start) + edit.text;
		offset = edit.end;
		before = edit;
	}
	return result + source.slice(offset);
}
function runXml(prefix, properties, text) {
	const w = prefix;
	const format = properties.map(({ source }) => source).join("");
	const lines = text.replaceAll("	", " ").split("\n").map((line) => `<${w}t xml:space="preserve">${escapeXml(line)}</${w}t>`);
	return `<${w}r>${format === "" ? "" : `<${w}rPr>${format}</${w}rPr>`}${lines.join(`<${w}br/>`)}</${w}r>`;
}
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
		...[...controls].flatMap((control) => freeControl(control))
	];
}
function chain(control) {
	return control === void 0 ? [] : [control, ...chain(control.outer)];
}
function freeControl({ prompt, binding }) {
	return [prompt, binding].flatMap((element) => element === void 0 ? [] : [{
		...span(element),
		text: ""
	}]);
}
function span({ start, end }) {
	return {
		start,
		end
	};
}

// src/form/fields/text-field.ts
const ofLabelsOnly = new Set([
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
const ofMarksOnly = /* @__PURE__ */ new Set([
	"w:ins",
	"w:del",
	"w:moveFrom",
	"w:moveTo",
	"w:rPrChange"
]);
const promptStyle = "w:rStyle";
const prompt = /^click (?:or tap )?(?:here )?to enter (?:text|a date)\.?$/iu;
const blank = /^[\s_.…·–—-]*$/u;
const lineEnds = /^(?:_{2,}|\.{4,}|…{2,}|\s)+|(?:_{2,}|\.{4,}|…{2,}|\s)+$/gu;
function fieldAfter(label) {
	const range = restOf(label);
	return {
		existing: textOf([range]),
		fit: (value) => value.replace(/,?\s*\n\s*/gu, ", "),
		put: (value) => [...removeText(cut(label, range)), ...insertAfter(label, range, value)]
	};
}
function fieldIn(paragraphs, label) {
	const after = restOf(label);
	const ranges = [after, ...paragraphs.map(whole)];
	const [first] = paragraphs;
	return {
		existing: textOf(ranges),
		fit: (value) => value,
		put: (value) => [
			...removeText(cut(label, after)),
			...paragraphs.flatMap((paragraph) => removeText(whole(paragraph))),
			...looksLikeTestLabel(value) ? insertAfter(label, after, value) : insertInto(first, label, value)
		]
	};
}
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
	}).map((text) => text.replace(lineEnds, "").trim()).filter((text) => !blank.test(text) && !prompt.test(text)).join("\n");
}
function isPrompted(control) {
	return control !== void 0 && (control.prompt !== void 0 || isPrompted(control.outer));
}
function cut(label, range) {
	if (range.from >= range.to) return range;
	const shared = label.paragraph.pieces.find((piece) => piece.from < range.from && piece.to > range.from);
	return shared === void 0 ? range : {
		...range,
		from: Math.max(label.labelEnd, shared.from)
	};
}
function insertAfter(label, range, value) {
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
function styleOf({ properties, control }) {
	return properties.filter(({ name }) => !ofMarksOnly.has(name) && !(name === promptStyle && isPrompted(control)));
}
function labelStyle(run) {
	return (run?.properties ?? []).filter(({ name }) => !ofMarksOnly.has(name) && !ofLabelsOnly.has(name));
}
function sameValue(a, b) {
	return plain(a.replace(lineEnds, "")) === plain(b.replace(lineEnds, ""));
}

// src/form/fields/find-labels.ts
function labelsIn(form, paragraphs) {
	const finder = new LabelFinder(form);
	for (const paragraph of paragraphs) if (paragraph.text.trim() !== "") finder.look(paragraph);
	return finder;
}
var LabelFinder = class {
	questions = /* @__PURE__ */ new Map();
	evidence = /* @__PURE__ */ new Map();
	byHand = /* @__PURE__ */ new Map();
	tests = /* @__PURE__ */ new Map();
	slots = /* @__PURE__ */ new Map();
	claimed = /* @__PURE__ */ new Set();
	inTests = /* @__PURE__ */ new Set();
	appendix = /* @__PURE__ */ new Set();
	#known;
	#scope = { of: "questions" };
	#lastQuestion;
	constructor(form) {
		this.#known = new KnownLabels(form);
	}
	look(paragraph) {
		const titled = this.#titled(paragraph);
		if (titled !== void 0) {
			this.#scope = titled;
			this.claimed.add(paragraph);
			return;
		}
		if (this.#isOfTest(paragraph)) return;
		if (this.#scope.of === "appendix") this.appendix.add(paragraph);
		if (!this.#isQuestion(paragraph) && !this.#isOnItsOwn(paragraph)) this.#lookForMark(paragraph);
	}
	#titled({ text, isListItem }) {
		const test = this.#known.testTitle(text);
		if (test !== void 0) return {
			of: "test",
			no: test
		};
		const slot = this.#known.slotTitle(text, isListItem && this.#scope.of !== "appendix");
		if (slot !== void 0) return {
			of: "slot",
			no: slot === "next" ? Math.max(0, ...this.slots.keys()) + 1 : slot
		};
		return text.length <= 60 && /^appendix[a-z]?$/u.test(folded(text)) ? { of: "appendix" } : void 0;
	}
	#isOfTest(paragraph) {
		const scope = this.#scope;
		if (scope.of === "test") {
			this.inTests.add(paragraph);
			const match = this.#known.test(scope.no, paragraph.text);
			return this.#putIn(this.tests, scope.no, match, paragraph);
		}
		if (scope.of === "slot") {
			this.inTests.add(paragraph);
			return this.#putIn(this.slots, scope.no, this.#known.slot(paragraph.text), paragraph);
		}
		return false;
	}
	#isQuestion(paragraph) {
		const match = this.#known.question(paragraph.text);
		if (match === void 0) return false;
		this.#scope = { of: "questions" };
		this.claimed.add(paragraph);
		const label = labelAt(paragraph, match);
		if (!this.questions.has(match.field.key) && !this.#known.isIn(after(label))) {
			this.#lastQuestion = {
				question: match.field,
				label,
				mark: void 0
			};
			this.questions.set(match.field.key, this.#lastQuestion);
		}
		return true;
	}
	#isOnItsOwn(paragraph) {
		const { text } = paragraph;
		const isKnown = this.#put(this.evidence, this.#known.evidence(text), paragraph) || this.#put(this.byHand, this.#known.byHand(text), paragraph);
		if (!isKnown && this.#known.isNotLabel(text)) {
			this.claimed.add(paragraph);
			return true;
		}
		return isKnown;
	}
	#lookForMark(paragraph) {
		const mark = this.#scope.of === "appendix" ? void 0 : this.#known.answerMark(paragraph.text);
		if (mark === void 0) return;
		this.claimed.add(paragraph);
		if (this.#lastQuestion !== void 0) this.#lastQuestion.mark ??= labelAt(paragraph, mark);
	}
	#putIn(all, key, match, paragraph) {
		if (match === void 0) return false;
		const fields = all.get(key) ?? /* @__PURE__ */ new Map();
		all.set(key, fields);
		return this.#put(fields, match, paragraph);
	}
	#put(fields, match, paragraph) {
		if (match === void 0) return false;
		this.claimed.add(paragraph);
		const label = labelAt(paragraph, match);
		if (!fields.has(match.field) && !this.#known.isIn(after(label))) fields.set(match.field, label);
		return true;
	}
};
function labelAt(paragraph, { labelEnd, valueStart }) {
	return {
		paragraph,
		labelEnd,
		valueStart
	};
}
function after(label) {
	const { paragraph, from } = restOf(label);
	return paragraph.text.slice(from);
}

// src/form/fields/find-fields.ts
function findFields(form, paragraphs) {
	const labels = labelsIn(form, paragraphs);
	const finder = new FieldFinder(paragraphs, labels.claimed);
	const questions = /* @__PURE__ */ new Map();
	for (const [key, { question, label, mark }] of labels.questions) {
		const field = finder.questionField(question, label, mark);
		if (field !== void 0) questions.set(key, field);
	}
	const tests = mapValues(labels.tests, (found) => finder.textFields(found, (field) => field === "notApplicable"));
	const slots = mapValues(labels.slots, (found) => finder.textFields(found, () => false));
	return {
		questions,
		evidence: finder.textFields(labels.evidence, () => false),
		byHand: mapValues(labels.byHand, (label, { kind }) => byHandState(label, kind)),
		tests,
		slots,
		unknownLabels: finder.unknownLabels(labels.inTests, labels.appendix)
	};
}
var FieldFinder = class {
	#paragraphs;
	#order;
	#claimed;
	#used = /* @__PURE__ */ new Set();
	constructor(paragraphs, claimed) {
		this.#paragraphs = paragraphs;
		this.#order = new Map(paragraphs.map((paragraph, index) => [paragraph, index]));
		this.#claimed = claimed;
	}
	questionField(question, label, mark) {
		if (question.kind === "yes-no" || question.kind === "yes-no-unknown") {
			const boxes = this.#boxes(label);
			const choices = new Set(boxes.map(({ choice }) => choice));
			return choices.has("yes") && choices.has("no") ? {
				kind: "boxes",
				boxes
			} : void 0;
		}
		const isLong = question.kind === "text" && question.onlyIf !== void 0;
		const field = this.#textField(mark ?? label, isLong);
		return field && {
			kind: "text",
			field
		};
	}
	textFields(labels, isLong) {
		const fields = /* @__PURE__ */ new Map();
		for (const [field, label] of labels) {
			const found = this.#textField(label, isLong(field));
			if (found !== void 0) fields.set(field, found);
		}
		return fields;
	}
	#textField(label, isLong) {
		if (hasBoxes(label.paragraph)) return;
		const [beside, ...others] = this.#cellBeside(label);
		if (beside !== void 0) return this.#fieldIn([beside, ...others], label);
		const [below, ...further] = isLong ? this.#below(label.paragraph) : [];
		return below === void 0 ? fieldAfter(label) : this.#fieldIn([below, ...further], label);
	}
	#fieldIn(paragraphs, label) {
		for (const paragraph of paragraphs) this.#used.add(paragraph);
		return fieldIn(paragraphs, label);
	}
	#cellBeside({ paragraph, valueStart }) {
		const { row, blocks } = paragraph.container;
		const isAlone = blocks.every((block) => block === paragraph || block !== "table" && block.text.trim() === "");
		if (row === void 0 || !isAlone || paragraph.text.slice(valueStart).trim() !== "") return [];
		const beside = row[row.indexOf(paragraph.container) + 1]?.blocks ?? [];
		const paragraphs = beside.filter((block) => block !== "table");
		return paragraphs.length < beside.length || paragraphs.some((other) => this.#isLabel(other)) ? [] : paragraphs;
	}
	#below(paragraph) {
		const { row, blocks } = paragraph.container;
		if (row === void 0) return [];
		const found = [];
		for (const block of blocks.slice(blocks.indexOf(paragraph) + 1)) {
			if (block === "table" || this.#isLabel(block)) break;
			if (this.#order.has(block)) found.push(block);
		}
		return found;
	}
	#isLabel(paragraph) {
		return this.#claimed.has(paragraph) || hasBoxes(paragraph) || looksLikeTestLabel(paragraph.text);
	}
	#boxes(label) {
		const start = this.#order.get(label.paragraph) ?? 0;
		const found = readBoxes([label.paragraph], label.labelEnd).length > 0 ? [label.paragraph] : [];
		for (const paragraph of this.#paragraphs.slice(start + 1)) {
			if (this.#claimed.has(paragraph)) break;
			if (hasBoxes(paragraph) && isOnlyBoxes(paragraph)) found.push(paragraph);
			else if (found.length > 0 || paragraph.text.trim() !== "") break;
		}
		for (const paragraph of found) this.#used.add(paragraph);
		return readBoxes(found, found[0] === label.paragraph ? label.labelEnd : 0);
	}
	unknownLabels(inTests, appendix) {
		const found = /* @__PURE__ */ new Set();
		for (const [index, paragraph] of this.#paragraphs.entries()) {
			if (this.#claimed.has(paragraph) || this.#used.has(paragraph) || appendix.has(paragraph)) continue;
			if (hasBoxes(paragraph)) found.add(shown$1(this.#questionOf(index)));
			else if (inTests.has(paragraph) ? looksLikeTestLabel(paragraph.text) : this.#looksOpen(index)) found.add(shown$1(paragraph.text));
		}
		return [...found];
	}
	#looksOpen(index) {
		const paragraph = this.#paragraphs[index];
		if (paragraph === void 0 || !looksLikeLabel(paragraph.text)) return false;
		const next = this.#paragraphs.slice(index + 1, index + 6).find(({ text }) => text.trim() !== "");
		return next === void 0 || paragraph.isListItem || !next.isListItem;
	}
	#questionOf(index) {
		const own = this.#paragraphs[index];
		if (own === void 0 || !isOnlyBoxes(own)) return own?.text ?? "";
		return this.#paragraphs.slice(Math.max(0, index - 5), index).findLast(({ text }) => text.trim() !== "")?.text ?? own.text;
	}
};
function byHandState(label, kind) {
	if (kind !== "tick") return {
		isDone: fieldAfter(label).existing !== "",
		isOdd: false
	};
	const isDone = isTicked(label.paragraph);
	return {
		isDone,
		isOdd: isDone && !/[☑☒]/u.test(label.paragraph.text)
	};
}
function shown$1(text) {
	const line = text.replace(/[☐☑☒]/gu, "").replace(/[\s\u00A0]+/gu, " ").trim();
	return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
function mapValues(map, make) {
	return new Map([...map].map(([key, value]) => [key, make(value, key)]));
}

// src/form/word/model.ts
function noteControl(control, name, tag, { start, end }) {
	switch (name) {
		case "w:showingPlcHdr": return (whole) => {
			control.prompt = whole;
		};
		case "w:dataBinding":
		case "w15:dataBinding": return (whole) => {
			control.binding = whole;
		};
		case "w14:checkbox": {
			const prefix = tag.prefix === "" ? "" : `${tag.prefix}:`;
			control.checkbox = {
				state: void 0,
				isTicked: false,
				element: {
					start,
					end
				},
				prefix,
				on: "☒",
				off: "☐"
			};
			return;
		}
		default: return control.checkbox === void 0 ? void 0 : noteCheckbox(control.checkbox, name, tag);
	}
}
function noteCheckbox(checkbox, name, tag) {
	switch (name) {
		case "w14:checked": return (whole) => {
			checkbox.state = whole;
			checkbox.isTicked = /^(?:1|true|on)$/u.test(valueOf(tag) ?? "1");
		};
		case "w14:checkedState":
			checkbox.on = glyphOf(tag) ?? checkbox.on;
			return;
		case "w14:uncheckedState":
			checkbox.off = glyphOf(tag) ?? checkbox.off;
			return;
		default: return;
	}
}
function glyphOf(tag) {
	const value = valueOf(tag);
	return [
		"☐",
		"☑",
		"☒"
	].find((box) => box.codePointAt(0)?.toString(16) === value?.toLowerCase());
}
function valueOf(tag) {
	return Object.values(tag.attributes).find(({ local }) => local === "val")?.value;
}

// src/form/word/document.ts
const vocabularies = /* @__PURE__ */ new Map([
	["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
	["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
	["http://schemas.microsoft.com/office/word/2010/wordml", "w14"],
	["http://schemas.microsoft.com/office/word/2012/wordml", "w15"],
	["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"]
]);
const maxParagraphs = 2e4;
function readDocument(source, part) {
	const reader = new DocumentReader(source, part);
	readXml(source, part, reader);
	if (!reader.isDocument) throw new FormRefused(`The template's '${part}' is not a Word document.`, "Give the Word form that HMRC offers.");
	return reader.paragraphs;
}
var DocumentReader = class {
	paragraphs = [];
	isDocument = false;
	#source;
	#part;
	#stack = [];
	#container = {
		row: void 0,
		blocks: []
	};
	#row;
	#paragraph;
	#childRuns = [];
	#childDepth = 0;
	#run;
	#control;
	#branch;
	#hidden = 0;
	constructor(source, part) {
		this.#source = source;
		this.#part = part;
	}
	open(tag, start, end) {
		const name = this.#nameOf(tag);
		const close = this.#entered(name, tag, {
			start,
			end
		});
		this.#stack.push({
			name,
			start,
			close
		});
		if (this.#paragraph !== void 0 && this.#stack.length === this.#childDepth + 1) this.#childRuns = [];
		if (this.#run !== void 0 && name === "w:r") this.#childRuns.push(this.#run);
	}
	close(_tag, start, end) {
		const open = this.#stack.pop();
		open?.close?.({
			start: open.start,
			end
		}, start);
		if (this.#paragraph !== void 0 && this.#stack.length === this.#childDepth) for (const run of this.#childRuns) run.childEnd = end;
	}
	#nameOf({ uri, local }) {
		const vocabulary = vocabularies.get(uri);
		return vocabulary === void 0 ? "" : `${vocabulary}:${local}`;
	}
	#parent() {
		return this.#stack.at(-1)?.name ?? "";
	}
	#entered(name, tag, span) {
		switch (name) {
			case "w:document":
				this.isDocument ||= this.#stack.length === 0;
				return;
			case "mc:Choice":
			case "mc:Fallback": return this.#enterBranch(name === "mc:Choice" ? "choice" : "fallback");
			case "w:tbl":
				this.#container.blocks.push("table");
				return;
			case "w:tr": return this.#enterRow();
			case "w:tc": return this.#enterCell();
			case "w:txbxContent": return this.#enterContainer({
				row: void 0,
				blocks: []
			});
			case "w:p": return this.#enterParagraph(tag, span);
			case "w:numPr":
				if (this.#paragraph !== void 0) this.#paragraph.isListItem = true;
				return;
			case "w:pPr": return this.#parent() === "w:p" ? (whole) => this.#afterProperties(whole.end) : void 0;
			case "w:del":
			case "w:moveFrom":
				this.#hidden++;
				return () => {
					this.#hidden--;
				};
			case "w:sdt": return this.#enterControl();
			case "w:r": return this.#enterRun(span);
			default: return this.#inside(name, tag, span);
		}
	}
	#enterBranch(branch) {
		const before = this.#branch;
		this.#branch = before === "fallback" ? before : branch;
		return () => {
			this.#branch = before;
		};
	}
	#enterRow() {
		const before = this.#row;
		this.#row = [];
		return () => {
			this.#row = before;
		};
	}
	#enterCell() {
		const row = this.#row ?? [];
		const cell = {
			row,
			blocks: []
		};
		row.push(cell);
		return this.#enterContainer(cell);
	}
	#enterContainer(container) {
		const before = {
			container: this.#container,
			paragraph: this.#paragraph,
			run: this.#run,
			childRuns: this.#childRuns,
			childDepth: this.#childDepth
		};
		this.#container = container;
		this.#paragraph = void 0;
		this.#run = void 0;
		return () => {
			this.#container = before.container;
			this.#paragraph = before.paragraph;
			this.#run = before.run;
			this.#childRuns = before.childRuns;
			this.#childDepth = before.childDepth;
		};
	}
	#enterParagraph(tag, { start, end }) {
		if (this.paragraphs.length >= maxParagraphs) throw new FormRefused(`The template's '${this.#part}' has more than ${maxParagraphs} paragraphs.`, takeHmrcs);
		const paragraph = {
			start,
			end,
			text: "",
			pieces: [],
			insertAt: tag.isSelfClosing ? end - 2 : end,
			isEmptyElement: tag.isSelfClosing,
			prefix: tag.prefix === "" ? "" : `${tag.prefix}:`,
			container: this.#container,
			isListItem: false,
			branch: this.#branch
		};
		this.#container.blocks.push(paragraph);
		this.paragraphs.push(paragraph);
		this.#paragraph = paragraph;
		this.#childDepth = this.#stack.length + 1;
		this.#childRuns = [];
		return (span) => {
			paragraph.end = span.end;
			this.#paragraph = void 0;
		};
	}
	#afterProperties(end) {
		if (this.#paragraph !== void 0) this.#paragraph.insertAt = end;
	}
	#enterControl() {
		const before = this.#control;
		this.#control = {
			outer: before,
			prompt: void 0,
			binding: void 0,
			checkbox: void 0
		};
		return () => {
			this.#control = before;
		};
	}
	#enterRun({ start, end }) {
		if (this.#paragraph === void 0) return;
		const before = this.#run;
		const run = {
			start,
			end,
			properties: [],
			control: this.#control,
			pieces: [],
			hasOther: false,
			childEnd: end
		};
		this.#run = run;
		return (span) => {
			run.end = span.end;
			this.#run = before;
		};
	}
	#inside(name, tag, span) {
		const parent = this.#parent();
		const paragraph = this.#paragraph;
		const run = this.#run;
		if (parent === "w:rPr" && run !== void 0 && this.#stack.at(-2)?.name === "w:r") return (whole) => run.properties.push({
			name,
			source: this.#source.slice(whole.start, whole.end)
		});
		if (this.#control !== void 0 && /^w:sdtPr$|^w14:checkbox$/u.test(parent)) return noteControl(this.#control, name, tag, span);
		if (parent !== "w:r" || paragraph === void 0 || run === void 0 || name === "w:rPr") return;
		if (this.#hidden > 0) {
			run.hasOther = true;
			return;
		}
		switch (name) {
			case "w:t": return (whole, endTagStart) => this.#addText(paragraph, run, whole, span.end, endTagStart);
			case "w:tab":
			case "w:ptab": return (whole) => this.#addPiece(paragraph, run, whole, "	");
			case "w:br":
			case "w:cr": return (whole) => this.#addPiece(paragraph, run, whole, "\n");
			case "w:noBreakHyphen": return (whole) => this.#addPiece(paragraph, run, whole, "-");
			case "w:softHyphen":
			case "w:lastRenderedPageBreak": return;
			default:
				run.hasOther = true;
				return;
		}
	}
	#addText(paragraph, run, element, from, to) {
		const content = {
			start: from,
			end: Math.max(from, to)
		};
		this.#addPiece(paragraph, run, element, decodeText(this.#source.slice(content.start, content.end)), content);
	}
	#addPiece(paragraph, run, element, text, content) {
		const from = paragraph.text.length;
		paragraph.text += text;
		const piece = {
			run,
			element,
			content,
			from,
			to: paragraph.text.length
		};
		paragraph.pieces.push(piece);
		run.pieces.push(piece);
	}
};

// src/zip/replace.ts
function replaceEntry(archive, replaced, content) {
	const { bytes, entries } = archive;
	const packed = deflateSync(content, { level: 9 });
	const fields = {
		flags: replaced.flags & UTF8,
		crc: crc32(content),
		packedSize: packed.length,
		size: content.length
	};
	const parts = [];
	let length = 0;
	const add = (...added) => {
		parts.push(...added);
		for (const part of added) length += part.length;
	};
	const starts = /* @__PURE__ */ new Map();
	for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
		starts.set(entry, length);
		if (entry === replaced) add(patched(bytes, entry.start, local, fields), packed);
		else add(bytes.subarray(entry.start, entry.end));
	}
	const directory = length;
	for (const entry of entries) {
		const { start, end } = entry.central;
		const record = entry === replaced ? patched(bytes, start, central, fields) : Buffer.from(bytes.subarray(start, end));
		if (entry === replaced) record.writeUInt16LE(0, 32);
		record.writeUInt32LE(starts.get(entry) ?? 0, 42);
		add(record);
	}
	const last = Buffer.from(bytes.subarray(archive.endRecord));
	last.writeUInt32LE(length - directory, 12);
	last.writeUInt32LE(directory, 16);
	return Buffer.concat([...parts, last]);
}
const local = {
	shift: 0,
	nameStart: 30
};
const central = {
	shift: 2,
	nameStart: 46
};
function patched(bytes, start, { shift, nameStart }, fields) {
	const header = Buffer.from(bytes.subarray(start, start + nameStart + bytes.readUInt16LE(start + shift + 26)));
	header.writeUInt16LE(fields.flags, shift + 6);
	header.writeUInt16LE(8, shift + 8);
	header.writeUInt32LE(fields.crc, shift + 14);
	header.writeUInt32LE(fields.packedSize, shift + 18);
	header.writeUInt32LE(fields.size, shift + 22);
	header.writeUInt16LE(0, shift + 28);
	return header;
}

// src/form/word/harmless.ts
const relationshipTypes = /* @__PURE__ */ new Set([
	"officeDocument",
	"core-properties",
	"extended-properties",
	"custom-properties",
	"classificationlabels",
	"thumbnail",
	"styles",
	"stylesWithEffects",
	"settings",
	"webSettings",
	"fontTable",
	"font",
	"theme",
	"numbering",
	"header",
	"footer",
	"footnotes",
	"endnotes",
	"comments",
	"commentsExtended",
	"commentsExtensible",
	"commentsIds",
	"people",
	"glossaryDocument",
	"image",
	"hyperlink",
	"customXml",
	"customXmlProps",
	"origin",
	"signature",
	"certificate"
]);
const relationshipType = /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml|schemas\.microsoft\.com)\/(?:[\w-]+\/)*relationships\/(?:metadata\/|digital-signature\/)?([\w-]+)$/u;
const contentTypes = new RegExp(`^(?:${[
	"application/xml",
	"text/xml",
	String.raw`application/inkml\+xml`,
	"image/(?:png|jpe?g|pjpeg|gif|bmp|x-bmp|tiff|x-emf|x-wmf|emf|wmf)",
	String.raw`application/vnd\.openxmlformats-package\.(?:relationships|core-properties|digital-signature-(?:origin|xmlsignature\+xml|certificate))(?:\+xml)?`,
	String.raw`application/vnd\.openxmlformats-officedocument\.(?:theme|extended-properties|custom-properties|customXmlProperties)\+xml`,
	String.raw`application/vnd\.openxmlformats-officedocument\.wordprocessingml\.(?:document\.main|document\.glossary|styles|stylesWithEffects|settings|webSettings|fontTable|numbering|header|footer|footnotes|endnotes|comments|commentsExtended|commentsExtensible|commentsIds|people)\+xml`,
	String.raw`application/vnd\.ms-word\.stylesWithEffects\+xml`,
	String.raw`application/vnd\.ms-office\.classificationlabels\+xml`,
	String.raw`application/vnd\.openxmlformats-officedocument\.obfuscatedFont`,
	"application/x-font(?:data|-ttf)"
].join("|")})$`, "iu");
const fields = new Set("= ADVANCE AUTHOR COMMENTS CREATEDATE DATE DOCPROPERTY DOCVARIABLE EDITTIME EQ FILENAME FILESIZE FORMCHECKBOX FORMDROPDOWN FORMTEXT HYPERLINK INDEX INFO KEYWORDS LASTSAVEDBY LISTNUM NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINTDATE REF REVNUM SAVEDATE SECTION SECTIONPAGES SEQ SHAPE STYLEREF SUBJECT SYMBOL TC TEMPLATE TIME TITLE TOC USERADDRESS USERINITIALS USERNAME XE".split(" "));
const linkTarget = /^(?:https?:\/\/|mailto:|#)/iu;
function attributesOf(content, part) {
	const found = [];
	readXml(decodePart(content, part), part, {
		open(tag) {
			found.push(Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value])));
		},
		close() {}
	});
	return found;
}
function refuseHarmful(names, contents, types) {
	refuseDoubles(types);
	for (const [name, content] of contents) if (name.toLowerCase().endsWith(".rels")) for (const relationship of attributesOf(content, name)) checkRelationship(relationship, name);
	for (const name of names) checkType(name, typeOf(name, types));
	for (const [name, content] of contents) if (typeOf(name, types)?.includes("wordprocessingml") === true) checkFields(content, name);
}
function refuseDoubles(types) {
	const seen = /* @__PURE__ */ new Set();
	for (const { PartName: name, Extension: extension } of types) {
		const key = (name ?? (extension === void 0 ? void 0 : `.${extension}`))?.toLowerCase();
		if (key !== void 0 && seen.has(key)) throw new FormRefused(`The template gives '${shown(key)}' two types.`, downloadAgain);
		seen.add(key ?? "");
	}
}
function checkRelationship({ Type: type, Target: target = "", TargetMode: mode }, part) {
	if (type === void 0) return;
	const kind = relationshipType.exec(type)?.[1];
	const name = shown(type.slice(type.lastIndexOf("/") + 1));
	const isOutside = mode !== void 0 && mode !== "Internal" || /^(?:[a-z][a-z\d+.-]*:|\/\/|\\)/iu.test(target);
	if (isOutside && kind !== "hyperlink") throw fetches(name, target, part);
	if (kind === void 0 || !relationshipTypes.has(kind)) throw unneeded(name, part);
	if (isOutside && !linkTarget.test(target)) throw strangeLink(target, part);
}
function typeOf(part, types) {
	const override = types.find(({ PartName }) => PartName?.toLowerCase() === `/${part}`.toLowerCase());
	const extension = part.slice(part.lastIndexOf(".") + 1).toLowerCase();
	return (override ?? types.find(({ Extension }) => Extension?.toLowerCase() === extension))?.["ContentType"];
}
function checkType(part, type) {
	if (part.endsWith("/") || part === "[Content_Types].xml" || type !== void 0 && contentTypes.test(type)) return;
	throw unneeded(shown(type ?? "of no type"), part);
}
function checkFields(content, part) {
	if (!/instr|fldSimple|mailMerge|subDoc|altChunk|\bsrc\b|href/iu.test(Buffer.from(content).toString("latin1"))) return;
	const open = [];
	let isInstruction = false;
	readXml(decodePart(content, part), part, {
		open(tag) {
			checkElement(tag, part);
			if (tag.local === "fldChar") noteField(attribute(tag, "fldCharType"), open, part);
			isInstruction = tag.local === "instrText" || tag.local === "delInstrText";
		},
		close() {
			isInstruction = false;
		},
		text(written) {
			const field = open.at(-1);
			if (isInstruction && field?.isDone === false) field.instruction += written;
			else if (isInstruction) checkInstruction(written, part);
		}
	});
	for (const { instruction } of open) checkInstruction(instruction, part);
}
function noteField(type, open, part) {
	const outer = open.at(-1);
	if (type === "begin") {
		if (outer?.isDone === false) outer.instruction += "\0";
		open.push({
			instruction: "",
			isDone: false
		});
	} else if (outer !== void 0 && !outer.isDone) {
		checkInstruction(outer.instruction, part);
		outer.isDone = true;
	}
	if (type === "end") open.pop();
}
function checkElement(tag, part) {
	if (tag.local === "fldSimple") checkInstruction(attribute(tag, "instr") ?? "", part);
	if (tag.local === "mailMerge" || tag.local === "subDoc" || tag.local === "altChunk") throw fetches(tag.local, "", part);
	if (tag.uri.startsWith("urn:schemas-microsoft-com:")) checkDrawing(tag, part);
}
function checkDrawing(tag, part) {
	const isPicture = /^(?:imagedata|fill|stroke)$/u.test(tag.local);
	const source = attribute(tag, "src") ?? attribute(tag, "althref") ?? (isPicture ? attribute(tag, "href") : void 0);
	if (source !== void 0 && source !== "") throw fetches("image", source, part);
	const link = attribute(tag, "href") ?? "";
	if (link !== "" && !linkTarget.test(link)) throw strangeLink(link, part);
}
function checkInstruction(instruction, part) {
	const text = instruction.trim();
	if (text === "") return;
	const [name = ""] = /^(?:=|[^\s=]+)/u.exec(text) ?? [];
	if (!fields.has(name.toUpperCase())) throw harmful(`The template has a field that can fetch or run something: '${shown(text)}'`, part);
	if (name.toUpperCase() === "HYPERLINK") {
		const wrong = linkTargets(text.slice(name.length)).find((target) => !linkTarget.test(target));
		if (wrong !== void 0) throw strangeLink(wrong, part);
	}
}
function linkTargets(text) {
	const words = text.match(/"[^"]*"?|[^\s"]+/gu) ?? [];
	return words.filter((word, index) => !/^\\[a-z]$/iu.test(word) && !/^\\[lot]$/iu.test(words[index - 1] ?? "")).map((word) => word.replaceAll("\"", ""));
}
function attribute(tag, name) {
	return Object.values(tag.attributes).find(({ local }) => local === name)?.value;
}
function shown(text) {
	return oneLine(text.replaceAll("\0", "…"), 80);
}
function harmful(what, part) {
	return new FormRefused(`${what}, in its part '${shown(part)}'. It would be sent on with the form.`, takeHmrcs);
}
function fetches(what, target, part) {
	return harmful(`The template fetches something from elsewhere: '${what}'${target === "" ? "" : ` from '${shown(target)}'`}`, part);
}
function unneeded(what, part) {
	return harmful(`The template has content that no form needs: '${what}'`, part);
}
function strangeLink(target, part) {
	return harmful(`The template has a link to '${shown(target)}', neither a web page nor a mail address`, part);
}

// src/form/word/package.ts
const wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const macroType = /macroEnabled|vbaProject|vbaData|activeX/iu;
const macroPart = /(?:^|\/)(?:vbaProject[^/]*\.bin|vbaData[^/]*\.xml|activeX\/.*)$/iu;
const mainPartType = /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/officeDocument\/(?:2006\/)?relationships\/officeDocument$/u;
const byteOrderMark = [
	239,
	187,
	191
];
function openPackage(bytes) {
	refuseOtherFormats(bytes);
	const { archive, contents } = takeApart(bytes);
	const types = needed(contents, "[Content_Types].xml");
	const part = mainPart(contents, types);
	refuseHarmful(archive.entries.map(({ name }) => name), contents, types);
	const entry = archive.entries.find(({ name }) => name === part);
	const content = contents.get(part);
	if (entry === void 0 || content === void 0) throw noDocument(`its main part '${part}' is missing`);
	const marked = byteOrderMark.every((byte, index) => content[index] === byte);
	return {
		part,
		xml: decodePart(content, part),
		remarks: archive.entries.some(({ name }) => name.startsWith("_xmlsignatures/")) ? ["The template is digitally signed; filling it in makes that signature invalid."] : [],
		withText: (xml) => replaceEntry(archive, entry, encode(xml, marked))
	};
}
function takeApart(bytes) {
	try {
		const archive = readZip(bytes);
		checkNames(archive);
		refuseBombs(archive);
		const contents = /* @__PURE__ */ new Map();
		for (const entry of archive.entries) {
			const content = unpack(archive, entry);
			if (!/\.(?:xml|rels)$/iu.test(entry.name)) continue;
			refuseDoctype(content, entry.name);
			contents.set(entry.name, content);
		}
		return {
			archive,
			contents
		};
	} catch (error) {
		throw error instanceof ZipFault ? refusalOf(error) : error;
	}
}
function encode(xml, marked) {
	return new TextEncoder().encode(marked ? `\uFEFF${xml}` : xml);
}
function refuseOtherFormats(bytes) {
	const starts = (...signature) => signature.every((byte, index) => bytes[index] === byte);
	if (bytes.length === 0) throw new FormRefused("The template is empty.", downloadAgain);
	if (bytes.length > limits.archive) throw new FormRefused(`The template has ${bytes.length} bytes; more than ${limits.archive} are not read.`, takeHmrcs);
	if (starts(208, 207, 17, 224)) throw new FormRefused("The template is protected by a password, or a document of Word 97 to 2003 (.doc).", "Open it in Word and save it as .docx without a password.");
	if (!starts(80, 75)) throw new FormRefused("The template is not a Word document (.docx).", "Give the Word form that HMRC offers.");
}
function checkNames({ entries }) {
	const seen = /* @__PURE__ */ new Set();
	for (const { name, size } of entries) {
		if (name.split("/").some((segment) => segment === ".." || segment === ".") || /^\/|^[a-z]:|\\/iu.test(name) || name === "" || /\p{Cc}/u.test(name)) throw new FormRefused(`The template has an entry with the name '${name}', which leads out of it.`, takeHmrcs);
		if (name.endsWith("/") && size > 0) throw new FormRefused(`The template's folder '${name}' has content.`, takeHmrcs);
		const key = name.toLowerCase();
		if (seen.has(key)) throw new FormRefused(`The template has the entry '${name}' twice.`, downloadAgain);
		seen.add(key);
		if (macroPart.test(name)) throw macros(name);
	}
	if (seen.has("mimetype") && !seen.has("[content_types].xml")) throw new FormRefused("The template is an OpenDocument text.", "Save it as .docx.");
}
function mainPart(contents, types) {
	const macro = types.find(({ ContentType = "" }) => macroType.test(ContentType));
	if (macro !== void 0) throw macros(macro["ContentType"] ?? "");
	const targets = needed(contents, "_rels/.rels").filter(({ Type = "" }) => mainPartType.test(Type)).map(({ Target = "" }) => Target.replace(/^\//u, ""));
	const [part] = targets;
	if (part === void 0) throw noDocument("it names no main part");
	if (targets.length > 1) throw noDocument("it names more than one main part");
	const type = typeOf(part, types);
	if (type !== wordType) throw noDocument(`its main part is of the type '${type ?? "unknown"}'`);
	return part;
}
function needed(contents, part) {
	const content = contents.get(part);
	if (content === void 0) throw noDocument(`'${part}' is missing`);
	return attributesOf(content, part);
}
function macros(where) {
	return new FormRefused(`The template can carry macros or active content ('${where}').`, takeHmrcs);
}
function noDocument(detail) {
	return new FormRefused(`The template is not a Word document (.docx): ${detail}.`, "Give the Word form that HMRC offers.");
}
const limits = {
	archive: 20971520,
	entries: 1e3,
	entry: 25165824,
	unpacked: 67108864,
	density: {
		from: 2 ** 20,
		ratio: 200
	}
};
function refuseBombs({ entries }) {
	const { length } = entries;
	if (length > limits.entries) throw new FormRefused(`The template has ${length} entries; more than ${limits.entries} are not unpacked.`, takeHmrcs);
	const bomb = entries.find((entry) => entry.size > limits.entry || isTooDense(entry, limits.density));
	if (bomb !== void 0) throw tooLong(bomb.name);
	if (entries.reduce((total, { size }) => total + size, 0) > limits.unpacked) throw new FormRefused("The template unpacks to far more than a form can need.", takeHmrcs);
}
function refusalOf({ kind, message, entry }) {
	switch (kind) {
		case "encrypted": return new FormRefused(`The template is encrypted (its entry '${entry}' is).`, "Save it without a password.");
		case "zip64": return new FormRefused("The template is a zip64 archive, which no Word document of this size is.", downloadAgain);
		case "longer-than-said": return tooLong(entry);
		case "refused":
		case "damaged": return new FormRefused(`The template is damaged or cut off: ${message}.`, downloadAgain);
	}
}
function tooLong(name) {
	return new FormRefused(`The template's entry '${name}' unpacks to far more than a form can need.`, takeHmrcs);
}

// src/form/open-form.ts
function openForm(template, programme) {
	const opened = openPackage(template);
	const [view, ...others] = viewsOf(readDocument(opened.xml, opened.part));
	const fields = findFields(programme.form, view);
	if (fields.tests.size === 0 && fields.evidence.size === 0) throw otherDocument(programme, view);
	return {
		package: opened,
		views: [fields, ...others.map((other) => findFields(programme.form, other))],
		version: versionOf(programme.form, view, fields)
	};
}
function viewsOf(paragraphs) {
	const ours = paragraphs.filter(({ branch }) => branch !== "fallback");
	const others = paragraphs.filter(({ branch }) => branch !== "choice");
	return others.length === paragraphs.length && ours.length === paragraphs.length ? [ours] : [ours, others];
}
function otherDocument(programme, paragraphs) {
	const other = [...programmes.values()].find(({ id, form }) => id !== programme.id && isForm(form, paragraphs));
	if (other !== void 0) return new FormRefused(`It is HMRC's ${other.name} ${other.names.paper}, but the programme is ${programme.id}.`, `Set programme: ${other.id}, or give ${programme.name}'s form.`);
	const title = hasTitle(programme.form, paragraphs) ? `It has the title of HMRC's ${programme.name} ${programme.names.paper}, but no field for a mandatory test could be found in it.` : `It is a Word document, but has no field of HMRC's form for the mandatory tests of ${programme.name}${beginning(paragraphs)}.`;
	return new FormRefused(title, `Give the '${programme.form.info.name}' that HMRC offers.`);
}
function isForm(form, paragraphs) {
	const known = new KnownLabels(form);
	const found = new Set(paragraphs.flatMap(({ text }) => known.evidence(text)?.field ?? []));
	return hasTitle(form, paragraphs) || form.evidence.length > 0 && found.size === form.evidence.length;
}
function hasTitle({ info }, paragraphs) {
	const title = folded(info.title);
	return paragraphs.some(({ text }) => text.length < 400 && folded(text).includes(title));
}
function beginning(paragraphs) {
	const first = paragraphs.find(({ text }) => /[\p{L}\p{N}]/u.test(text));
	return first === void 0 ? ": it has no text" : `: it begins with '${oneLine(first.text, 80)}'`;
}
function versionOf({ info, questions }, paragraphs, fields) {
	const lines = new Set(paragraphs.slice(0, 40).map(({ text }) => folded(text)));
	const printed = info.versions.filter(({ date }) => lines.has(folded(date)));
	const asked = new Set(questions.flatMap(({ key, onlyIn }) => fields.questions.has(key) ? onlyIn ?? [] : []));
	const candidates = [
		printed,
		info.versions.filter(({ version }) => asked.has(version)),
		info.versions.filter(({ version }) => !questions.some(({ onlyIn }) => onlyIn === version))
	].find(({ length }) => length > 0) ?? [];
	const version = candidates.at(-1)?.version;
	const names = candidates.map((one) => one.version === one.date ? one.date : `${one.version} (${one.date})`);
	return version === void 0 ? void 0 : {
		version,
		name: names.join(" or ")
	};
}

// src/form/read-form.ts
function readForm(document, programme) {
	try {
		const { views, version } = openForm(document, programme);
		const [fields] = views;
		const questions = programme.form.questions.map((question) => ({
			key: question.key,
			...answerIn(question, fields.questions.get(question.key))
		}));
		return {
			version,
			answers: Object.fromEntries(questions.flatMap(({ key, answer }) => answer === void 0 ? [] : [[key, answer]])),
			contradictory: questions.filter(({ isContradictory }) => isContradictory).map(({ key }) => key),
			tests: new Map([...fields.tests].map(([no, test]) => [no, valuesOf(test)])),
			evidence: valuesOf(fields.evidence),
			slots: new Map([...fields.slots].map(([no, slot]) => [no, valuesOf(slot)])),
			byHand: [...fields.byHand].map(([field, state]) => ({
				field,
				...state
			})),
			missing: missingIn(programme.form, fields)
		};
	} catch (error) {
		if (error instanceof FormRefused) return { refused: error.message };
		throw error;
	}
}
function missingIn({ mandatoryTests, evidence }, fields) {
	const ofTests = mandatoryTests.flatMap(({ no, title, labels }) => {
		const found = fields.tests.get(no);
		const wanted = [
			["scenario", labels.scenario],
			["mrn", labels.mrn],
			...labels.messages.map(({ message, label }) => [message, label])
		];
		const missing = wanted.filter(([field]) => found?.has(field) !== true);
		return missing.length === wanted.length ? [title] : missing.map(([, label]) => `${title}: ${nameOf$1(label)}`);
	});
	const ofEvidence = evidence.filter((field) => !fields.evidence.has(field)).map(({ label }) => nameOf$1(label));
	return [...ofTests, ...ofEvidence];
}
function nameOf$1(label) {
	return label.replace(/:\s*$/u, "");
}
function valuesOf(fields) {
	return new Map([...fields].flatMap(([field, { existing }]) => existing === "" ? [] : [[field, existing]]));
}
function answerIn({ kind }, field) {
	if (field?.kind === "boxes") {
		const ticked = field.boxes.filter((box) => box.ticked).map(({ choice }) => choice);
		const [choice] = ticked;
		if (choice === void 0 || ticked.length > 1) return {
			answer: void 0,
			isContradictory: ticked.length > 1
		};
		return {
			answer: choice === "unknown" ? "unknown" : choice === "yes",
			isContradictory: false
		};
	}
	const text = field?.field.existing ?? "";
	const answer = kind === "integer" && /^\d{1,9}$/u.test(text) ? Number(text) : text;
	return {
		answer: text === "" ? void 0 : answer,
		isContradictory: false
	};
}

// src/form/plan.ts
function planFilling(fields, filling, version) {
	const { form } = filling.programme;
	const plan = new Planner(form);
	for (const question of form.questions) {
		const answer = answerTo(filling.answers, question.key);
		const isAsked = question.onlyIn === void 0 || question.onlyIn === version;
		plan.question(nameOf(question.label), fields.questions.get(question.key), answer, isAsked);
	}
	for (const test of form.mandatoryTests) plan.test(test, fields.tests.get(test.no) ?? /* @__PURE__ */ new Map(), filling.tests.get(test.no) ?? { messages: /* @__PURE__ */ new Map() });
	plan.evidence(form, fields.evidence, filling.evidence);
	plan.recommended(fields.slots, filling.recommended);
	return plan;
}
var Planner = class {
	edits = [];
	notFound = [];
	lacking = [];
	remarks = [];
	#slotLabels;
	constructor({ recommendedLabels }) {
		this.#slotLabels = recommendedLabels;
	}
	question(name, field, answer, isAsked) {
		if (field === void 0) {
			if (isAsked) this.notFound.push(name);
			return;
		}
		if (answer === void 0) {
			if (field.kind === "boxes" && field.boxes.filter((box) => box.ticked).length > 1) this.remarks.push(`${name}: more than one box is ticked; leave one of them.`);
			return;
		}
		if (field.kind === "text") this.#put(name, field.field, String(answer));
		else this.#tick(name, field, answer);
	}
	test(test, fields, filling) {
		const { title, labels } = test;
		if (filling.scenario === void 0 && filling.notApplicable === void 0) this.lacking.push(title);
		if (fields.size === 0) {
			this.notFound.push(title);
			return;
		}
		const isOther = this.#remarkOnEarlier(title, fields, filling);
		const wanted = [
			[
				"notApplicable",
				labels.notApplicable,
				filling.notApplicable
			],
			[
				"scenario",
				labels.scenario,
				filling.scenario
			],
			[
				"mrn",
				labels.mrn,
				filling.mrn
			],
			...labels.messages.map(({ message, label }) => [
				message,
				label,
				filling.messages.get(message)
			])
		];
		for (const [field, label, value] of wanted) {
			const isEvidence = field !== "notApplicable";
			const name = `${title}: ${nameOf(label)}`;
			const isNeeded = isEvidence ? filling.scenario !== void 0 : filling.notApplicable !== void 0;
			this.#evidenceField(name, fields.get(field), value, {
				isNeeded,
				isOther: isOther && isEvidence
			});
		}
	}
	evidence(form, fields, values) {
		for (const requirement of new Set(form.evidence.map((field) => field.requirement))) {
			const own = form.evidence.filter((field) => field.requirement === requirement);
			const isFilled = own.some(({ key }) => values.has(key));
			const earlier = own.flatMap((field) => fields.get(field)?.existing ?? []).filter((value) => value !== "");
			if (!isFilled && earlier.length > 0) this.remarks.push(`The form still shows earlier evidence (${earlier.join(", ")}) that this run does not confirm; it was left as it is: remove it before you send the form.`);
			const isOther = own.some((field) => differs(fields.get(field), values.get(field.key)));
			for (const field of own) {
				const value = values.get(field.key);
				this.#evidenceField(nameOf(field.label), fields.get(field), value, {
					isNeeded: true,
					isOther,
					isFilled
				});
			}
		}
	}
	#evidenceField(name, target, value, { isNeeded, isOther, isFilled = true }) {
		const remaining = isOther || !isFilled ? "" : target?.existing ?? "";
		if (isNeeded && (target === void 0 || (value ?? remaining) === "")) this.lacking.push(name);
		if (target === void 0) this.notFound.push(name);
		else if (value !== void 0) this.#put(name, target, value);
		else if (isOther) this.#clear(name, target);
	}
	#remarkOnEarlier(title, fields, filling) {
		const earlier = (field) => fields.get(field)?.existing ?? "";
		const { notApplicable, scenario, mrn } = filling;
		const evidence = [earlier("scenario"), earlier("mrn")].filter((value) => value !== "").join(", ");
		if (scenario === void 0 && evidence !== "") this.remarks.push(notApplicable === void 0 ? `'${title}' still shows earlier evidence (${evidence}) that this run does not confirm; it was left as it is: remove it before you send the form.` : `'${title}' is filled in as not applicable but still shows earlier evidence (${evidence}); remove it before you send the form.`);
		if (scenario !== void 0 && notApplicable === void 0 && earlier("notApplicable") !== "") this.remarks.push(`'${title}' has evidence but still says why it is not applicable ('${earlier("notApplicable")}'); remove that before you send the form.`);
		return scenario !== void 0 && (differs(fields.get("scenario"), scenario) || differs(fields.get("mrn"), mrn));
	}
	recommended(slots, tests) {
		const numbers = [...slots.keys()].toSorted((a, b) => a - b);
		for (const number of numbers) for (const field of ["scenario", "identifier"]) if (slots.get(number)?.has(field) !== true) this.notFound.push(this.#slotName(number, field));
		const inSlot = (number) => slots.get(number)?.get("scenario")?.existing ?? "";
		const taken = /* @__PURE__ */ new Set();
		const placed = /* @__PURE__ */ new Map();
		for (const test of tests) {
			const number = numbers.find((candidate) => !taken.has(candidate) && sameValue(inSlot(candidate), test.scenario));
			if (number === void 0) continue;
			taken.add(number);
			placed.set(test, number);
		}
		for (const test of tests) {
			const isFree = (number) => !taken.has(number) && isEmpty(slots.get(number));
			const number = placed.get(test) ?? numbers.find(isFree);
			if (number === void 0) {
				this.notFound.push(`a free slot for the recommended test ${test.scenario}`);
				continue;
			}
			taken.add(number);
			this.#fillSlot(number, slots.get(number) ?? /* @__PURE__ */ new Map(), test, placed.has(test));
		}
		const left = numbers.filter((number) => !taken.has(number) && inSlot(number) !== "");
		if (left.length > 0) this.remarks.push(`Recommended tests that this run does not confirm were left as they are: ${left.map((number) => `${number} (${inSlot(number)})`).join(", ")}; remove those whose evidence is too old.`);
	}
	#fillSlot(number, slot, test, isUpdate) {
		const values = {
			scenario: test.scenario,
			identifier: test.mrnOrLrn
		};
		for (const field of ["scenario", "identifier"]) {
			const [target, value] = [slot.get(field), values[field]];
			if (target !== void 0 && value !== void 0) this.#put(this.#slotName(number, field), target, value);
			else if (target !== void 0 && isUpdate) this.#clear(this.#slotName(number, field), target);
		}
	}
	#slotName(number, field) {
		return `${number}. ${this.#slotLabels?.title ?? ""}: ${nameOf(this.#slotLabels?.[field] ?? "")}`;
	}
	#put(name, target, text) {
		const value = target.fit(cleanValue(text));
		if (value === "") return;
		if (sameValue(target.existing, value)) return;
		if (target.existing !== "") this.remarks.push(`${name}: '${value}' replaces '${target.existing}'.`);
		this.edits.push(...target.put(value));
	}
	#clear(name, target) {
		if (target.existing === "") return;
		this.remarks.push(`${name}: '${target.existing}' was removed: it belonged to other evidence.`);
		this.edits.push(...target.put(""));
	}
	#tick(name, { boxes }, answer) {
		const choice = choiceOf(answer);
		if (choice === void 0) {
			this.remarks.push(`${name}: '${String(answer)}' is neither yes, no nor unknown; no box was ticked.`);
			return;
		}
		this.edits.push(...tick(boxes, choice));
		const other = boxes.find((box) => box.ticked && box.choice !== choice);
		if (other !== void 0) this.remarks.push(`${name}: '${choice}' replaces '${other.choice}'.`);
	}
};
function differs(field, value) {
	const existing = field?.existing ?? "";
	return value !== void 0 && existing !== "" && !sameValue(existing, value);
}
function isEmpty(slot) {
	return slot?.has("scenario") === true && [...slot.values()].every(({ existing }) => existing === "");
}
function choiceOf(answer) {
	if (typeof answer === "boolean") return answer ? "yes" : "no";
	return answer === "unknown" ? "unknown" : void 0;
}
function nameOf(label) {
	return label.replace(/:\s*$/u, "");
}
function cleanValue(text) {
	return visibleText(text).trim();
}

// src/form/fill.ts
function fillForm(template, filling) {
	try {
		const opened = openForm(template, filling.programme);
		const [fields] = opened.views;
		const [plan, ...others] = opened.views.map((view) => planFilling(view, filling, opened.version?.version));
		const edits = [plan, ...others].flatMap((each) => each?.edits ?? []);
		const source = opened.package;
		return {
			document: edits.length === 0 ? new Uint8Array(template) : source.withText(applyEdits(source.xml, edits)),
			version: opened.version,
			notFound: plan?.notFound ?? [],
			lacking: plan?.lacking ?? [],
			unknownLabels: fields.unknownLabels,
			byHand: [...fields.byHand].map(([field, state]) => ({
				field,
				...state
			})),
			remarks: [
				...source.remarks,
				...filling.remarks,
				...plan?.remarks ?? [],
				...oddities(fields.byHand)
			]
		};
	} catch (error) {
		if (error instanceof FormRefused) return { refused: error.message };
		throw error;
	}
}
function oddities(byHand) {
	return [...byHand].flatMap(([{ remark }, { isOdd }]) => isOdd && remark !== void 0 ? [remark] : []);
}

// src/form/filling.ts
function formFilling(assessment, application, answers) {
	const { form } = assessment.programme;
	const remarks = [];
	const tests = /* @__PURE__ */ new Map();
	for (const test of form.mandatoryTests) {
		const { filling, open } = testFilling(test, application, assessment);
		if (filling !== void 0) tests.set(test.no, filling);
		remarks.push(...open);
	}
	const evidence = evidenceFilling(form, application, assessment);
	remarks.push(...evidence.open);
	const recommended = recommendedFillings(form, application.recommended);
	return {
		programme: assessment.programme,
		answers: fittingAnswers(form, answers, remarks),
		tests,
		evidence: evidence.values,
		recommended: recommended.fillings,
		remarks: [...remarks, ...recommended.open]
	};
}
function testFilling(test, { notRequired, requirements }, assessment) {
	const exempt = notRequired.find(({ flow }) => flow === test.flow);
	if (exempt !== void 0) return {
		filling: {
			notApplicable: exempt.why,
			messages: /* @__PURE__ */ new Map()
		},
		open: []
	};
	const assessed = requirements.find(({ requirement }) => requirement.cell?.flow === test.flow);
	if (assessed === void 0) return { open: [`'${test.title}' is left open: nothing is known of this flow.`] };
	if (assessed.status !== "satisfied" || assessed.scenario === void 0) return { open: [] };
	const { scenario, evidence } = assessed.scenario;
	const times = test.labels.messages.map(({ message }) => ({
		message,
		time: evidence.messages.get(message)
	}));
	const open = zoneAssumed(test.title, times, assessment.clock.timeZone);
	const messages = new Map(times.flatMap(({ message, time }) => time === void 0 ? [] : [[message, formatForForm(time.value)]]));
	const mrn = evidence.mrn?.value;
	return {
		filling: {
			scenario: scenario.id,
			...mrn !== void 0 && { mrn },
			messages
		},
		open
	};
}
function zoneAssumed(title, times, timeZone) {
	const assumed = times.filter(({ time }) => time?.assumedZone === true).map(({ message }) => message);
	return assumed.length === 0 ? [] : [`'${title}': the time of ${listed(assumed)} has no time zone and was read as ${timeZone}.`];
}
function evidenceFilling({ evidence: fields }, { requirements }, assessment) {
	const values = /* @__PURE__ */ new Map();
	const open = /* @__PURE__ */ new Set();
	for (const { key, requirement: id, holds, messages } of fields) {
		const assessed = requirements.find(({ requirement }) => requirement.id === id);
		if (assessed === void 0) continue;
		const { title } = assessed.requirement;
		if (assessed.status !== "satisfied" || assessed.scenario === void 0) continue;
		const { evidence } = assessed.scenario;
		const times = messages.map((message) => ({
			message,
			time: evidence.messages.get(message)
		}));
		for (const said of zoneAssumed(title, times, assessment.clock.timeZone)) open.add(said);
		const value = holds === "mrn" ? evidence.mrn?.value : timesInWords(times);
		if (value !== void 0) values.set(key, value);
	}
	return {
		values,
		open: [...open]
	};
}
function timesInWords(times) {
	const known = times.flatMap(({ message, time }) => time === void 0 ? [] : [`${message} ${formatForForm(time.value)}`]);
	return known.length < times.length || known.length === 0 ? void 0 : known.join(", ");
}
function recommendedFillings({ recommendedSlots }, recommended) {
	const fillings = recommended.flatMap(({ status, scenario }) => status === "satisfied" && scenario !== void 0 ? [scenario] : []).slice(0, recommendedSlots).map(({ scenario, evidence }) => ({
		scenario: scenario.id,
		mrnOrLrn: evidence.mrn?.value ?? evidence.lrn?.value
	}));
	const open = fillings.filter(({ mrnOrLrn }) => mrnOrLrn === void 0).map(({ scenario }) => `Recommended test ${scenario}: its evidence has neither MRN nor LRN; that field is left open.`);
	const unproven = recommended.filter(({ status }) => status === "stale" || status === "failed");
	for (const { recommendation, scenario, status } of unproven) {
		const name = scenario?.scenario.id ?? recommendation.accepts.join(" or ");
		const why = status === "failed" ? "it failed" : "its evidence is too old or has no date";
		open.push(`Recommended test ${name} is left out: ${why}.`);
	}
	return {
		fillings,
		open
	};
}
function fittingAnswers(form, answers, remarks) {
	const fitting = {};
	for (const { key, onlyIf } of form.questions) {
		const answer = answerTo(answers, key);
		if (answer === void 0) continue;
		const condition = onlyIf === void 0 ? void 0 : answerTo(answers, onlyIf.key);
		if (onlyIf === void 0 || condition === void 0 || condition === onlyIf.is) fitting[key] = answer;
		else remarks.push(`The answer to '${key}' is left out: it is only asked when '${onlyIf.key}' is ${spokenAnswer(onlyIf.is)}, which is ${spokenAnswer(condition)}.`);
	}
	return fitting;
}

export { plain as i, fillForm as n, readForm as r, formFilling as t };