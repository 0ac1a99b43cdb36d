import { a as hasBoxes, d as looksLikeLabel, f as looksLikeTestLabel, l as endOfLabel, n as placeIn, o as isOnlyBoxes, r as restOf, s as readBoxes, t as placeBehind, u as folded } from "./place.js";
import { c as formQuestions, r as mandatoryTests, s as recommendedLabels } from "./form.js";

// src/render/form/known.ts
const known = (field, label) => ({
	field,
	label,
	wanted: folded(label)
});
/** What stands in the row below each question about the rate limit. Source: FORM section 3. */
const ANSWER_MARK = "Answer and evidence:";
/** The labels of the form, ready to be looked for. */
var KnownLabels = class {
	#questions = formQuestions.map((question) => known(question, question.label));
	#tests = new Map(mandatoryTests.map((test) => [test.no, [
		known("notApplicable", test.labels.notApplicable),
		known("scenario", test.labels.scenario),
		known("mrn", test.labels.mrn),
		...test.labels.messages.map(({ message, label }) => known(message, label))
	]]));
	#slot = [known("scenario", recommendedLabels.scenario), known("identifier", recommendedLabels.identifier)];
	#titles = mandatoryTests.map(({ no, title }) => ({
		no,
		key: titleKey(title)
	}));
	#answerMark = folded(ANSWER_MARK);
	question(text) {
		return longest(this.#questions, text);
	}
	test(no, text) {
		return longest(this.#tests.get(no) ?? [], text) ?? this.#message(no, text);
	}
	slot(text) {
		return longest(this.#slot, text);
	}
	answerMark(text) {
		return endOfLabel(text, this.#answerMark);
	}
	testTitle(text) {
		if (text.length > 120) return void 0;
		const key = titleKey(text);
		return this.#titles.find((title) => title.key === key)?.no;
	}
	/** Whether another label of the form stands somewhere in a text that should be a value. */
	isIn(text) {
		const key = folded(text);
		const labels = [
			...this.#questions,
			...this.#slot,
			...[...this.#tests.values()].flat()
		];
		return /\bMRN\s*:/iu.test(text) || labels.some(({ wanted }) => wanted.length > 6 && key.includes(wanted));
	}
	/** Words around the number of the message may change: 'IE015 Date and time of POST submission (UTC):'. */
	#message(no, text) {
		const label = /^\s*(?:IE|CC)\s?(\d{3})C?\b[^:]{0,120}?\bdate\b[^:]{0,120}(?::\s*|$)/iu.exec(text);
		const found = label === null ? void 0 : this.#tests.get(no)?.find(({ field }) => field === `IE${label[1]}`);
		if (label === null || found === void 0) return void 0;
		return {
			...found,
			labelEnd: label[0].trimEnd().length,
			valueStart: label[0].length
		};
	}
};
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
/** Without its numbers, plural or not, 'pre-lodge' or 'pre-lodged'. */
function titleKey(text) {
	return folded(text).replaceAll(/\d+/gu, "").replace(/s$/u, "").replace("prelodged", "prelodge");
}
/** Number of a recommended test by its title ('1. Recommended', 'Recommended test 1'); 'next' when a list numbers it. */
function slotTitle(text, isListItem) {
	if (text.length > 60) return void 0;
	const match = /^(\d{1,2})?recommended(?:tests?)?(\d{1,2})?$/u.exec(folded(text));
	if (match === null) return void 0;
	const number = Number(match[1] ?? match[2] ?? 0);
	if (number > 0) return number;
	return isListItem ? "next" : void 0;
}

// src/render/form/find-labels.ts
/** Which labels there are, and to which test they belong, going by the last title above them. */
function labelsIn(paragraphs) {
	const known = new KnownLabels();
	const found = {
		questions: /* @__PURE__ */ new Map(),
		tests: /* @__PURE__ */ new Map(),
		slots: /* @__PURE__ */ new Map(),
		claimed: /* @__PURE__ */ new Set(),
		inTests: /* @__PURE__ */ new Set(),
		appendix: /* @__PURE__ */ new Set()
	};
	let scope = "questions";
	let lastQuestion;
	const put = (map, key, match, label) => {
		found.claimed.add(label.paragraph);
		const fields = map.get(key) ?? /* @__PURE__ */ new Map();
		map.set(key, fields);
		if (!fields.has(match.field) && !known.isIn(behind(label))) fields.set(match.field, label);
	};
	for (const paragraph of paragraphs) {
		const { text } = paragraph;
		if (text.trim() === "") continue;
		const titled = titleScope(known, paragraph, scope, found.slots);
		if (titled !== void 0) {
			scope = titled;
			found.claimed.add(paragraph);
			continue;
		}
		const at = (end) => ({
			paragraph,
			labelEnd: end.labelEnd,
			valueStart: end.valueStart
		});
		if (typeof scope === "object") {
			found.inTests.add(paragraph);
			const test = "test" in scope ? known.test(scope.test, text) : void 0;
			const slot = "slot" in scope ? known.slot(text) : void 0;
			if ("test" in scope && test !== void 0) put(found.tests, scope.test, test, at(test));
			if ("slot" in scope && slot !== void 0) put(found.slots, scope.slot, slot, at(slot));
			if (test !== void 0 || slot !== void 0) continue;
		}
		if (scope === "appendix") found.appendix.add(paragraph);
		const question = known.question(text);
		if (question !== void 0) {
			scope = "questions";
			found.claimed.add(paragraph);
			const label = at(question);
			if (found.questions.has(question.field.key) || known.isIn(behind(label))) continue;
			lastQuestion = {
				question: question.field,
				label,
				mark: void 0
			};
			found.questions.set(question.field.key, lastQuestion);
			continue;
		}
		const mark = known.answerMark(text);
		if (mark === void 0 || scope === "appendix") continue;
		found.claimed.add(paragraph);
		if (lastQuestion !== void 0) lastQuestion.mark ??= at(mark);
	}
	return found;
}
function titleScope(known, { text, isListItem }, scope, slots) {
	const test = known.testTitle(text);
	if (test !== void 0) return { test };
	const slot = slotTitle(text, isListItem && scope !== "appendix");
	if (slot !== void 0) return { slot: slot === "next" ? Math.max(0, ...slots.keys()) + 1 : slot };
	return text.length <= 60 && /^appendix[a-z]?$/u.test(folded(text)) ? "appendix" : void 0;
}
function behind(label) {
	const { paragraph, from } = restOf(label);
	return paragraph.text.slice(from);
}

// src/render/form/fields.ts
/**
* Finds the form's fields by their labels, in reading order. Which test a label belongs to is told by the last title
* above it, be it a heading, a row or a cell of its own. Of a field that is there twice the first counts.
*/
function findFields(paragraphs) {
	const labels = labelsIn(paragraphs);
	const surroundings = new Surroundings(paragraphs, labels.claimed);
	const questions = /* @__PURE__ */ new Map();
	for (const [key, { question, label, mark }] of labels.questions) {
		const field = surroundings.questionField(question, label, mark);
		if (field !== void 0) questions.set(key, field);
	}
	return {
		questions,
		tests: mapValues(labels.tests, (found) => surroundings.places(found, (field) => field === "notApplicable")),
		slots: mapValues(labels.slots, (found) => surroundings.places(found, () => false)),
		unknownLabels: surroundings.unknownLabels(labels.inTests, labels.appendix)
	};
}
/** Finds what belongs to a label among the paragraphs around it. */
var Surroundings = class {
	#paragraphs;
	#order;
	#claimed;
	/** Paragraphs that hold values or boxes of known fields. */
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
		const place = this.#place(mark ?? label, isLong);
		return place && {
			kind: "place",
			place
		};
	}
	places(labels, isLong) {
		const places = /* @__PURE__ */ new Map();
		for (const [field, label] of labels) {
			const place = this.#place(label, isLong(field));
			if (place !== void 0) places.set(field, place);
		}
		return places;
	}
	/** Long answers go below their label, others behind it; in a table with the labels on the left both go to the right. */
	#place(label, isLong) {
		if (hasBoxes(label.paragraph)) return void 0;
		const [beside, ...others] = this.#cellBeside(label);
		if (beside !== void 0) return this.#placeIn([beside, ...others], label);
		const [below, ...further] = isLong ? this.#below(label.paragraph) : [];
		return below === void 0 ? placeBehind(label) : this.#placeIn([below, ...further], label);
	}
	#placeIn(paragraphs, label) {
		for (const paragraph of paragraphs) this.#used.add(paragraph);
		return placeIn(paragraphs, label);
	}
	/** The paragraphs of the next cell, when the label has its own cell to itself and there is no label or box in the next. */
	#cellBeside({ paragraph, valueStart }) {
		const { row, blocks } = paragraph.container;
		const isAlone = blocks.every((block) => block === paragraph || block !== "table" && block.text.trim() === "");
		if (row === void 0 || !isAlone || paragraph.text.slice(valueStart).trim() !== "") return [];
		const beside = row[row.indexOf(paragraph.container) + 1]?.blocks ?? [];
		const paragraphs = beside.filter((block) => block !== "table");
		return paragraphs.length < beside.length || paragraphs.some((other) => this.#isLabel(other)) ? [] : paragraphs;
	}
	/** The paragraphs between the label and the next one, only inside a cell: elsewhere there is no telling where to stop. */
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
	/** Boxes in the question's own paragraph, or else in the very next ones, when nothing but boxes and answers is there. */
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
			if (hasBoxes(paragraph)) found.add(shown(this.#questionOf(index)));
			else if (inTests.has(paragraph) ? looksLikeTestLabel(paragraph.text) : this.#looksOpen(index)) found.add(shown(paragraph.text));
		}
		return [...found];
	}
	/** A colon at the end, unless it leads over to a list or to known questions. */
	#looksOpen(index) {
		const paragraph = this.#paragraphs[index];
		if (paragraph === void 0 || !looksLikeLabel(paragraph.text)) return false;
		const next = this.#paragraphs.slice(index + 1, index + 6).find(({ text }) => text.trim() !== "");
		return next === void 0 || paragraph.isListItem || !next.isListItem;
	}
	/** The text before boxes that stand alone. */
	#questionOf(index) {
		const own = this.#paragraphs[index];
		if (own === void 0 || !isOnlyBoxes(own)) return own?.text ?? "";
		return this.#paragraphs.slice(Math.max(0, index - 5), index).findLast(({ text }) => text.trim() !== "")?.text ?? own.text;
	}
};
function shown(text) {
	const line = text.replace(/[☐☑☒]/gu, "").replace(/[\s\u00A0]+/gu, " ").trim();
	return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
function mapValues(map, make) {
	return new Map([...map].map(([key, value]) => [key, make(value, key)]));
}

export { findFields };