import { c as formQuestions, r as mandatoryTests, s as recommendedLabels } from "./form.js";
import { c as tick, i as sameValue } from "./place.js";
import { t as cleanValue } from "./text.js";

// src/render/form/plan.ts
/** Compares what should be in the form with what is there. */
function planFilling(fields, filling) {
	const plan = new Planner();
	for (const question of formQuestions) {
		const answer = Object.hasOwn(filling.answers, question.key) ? filling.answers[question.key] : void 0;
		const isOptional = question.onlyIn !== void 0;
		plan.question(nameOf(question.label), fields.questions.get(question.key), answer, isOptional);
	}
	for (const test of mandatoryTests) plan.test(test, fields.tests.get(test.no) ?? /* @__PURE__ */ new Map(), filling.tests.get(test.no) ?? { messages: /* @__PURE__ */ new Map() });
	plan.recommended(fields.slots, filling.recommended);
	return plan;
}
var Planner = class {
	edits = [];
	filled = [];
	notFound = [];
	remarks = [];
	question(name, field, answer, isOptional) {
		if (field === void 0) {
			if (!isOptional || answer !== void 0) this.notFound.push(name);
			return;
		}
		if (answer === void 0) return;
		if (field.kind === "place") this.#put(name, field.place, String(answer));
		else this.#tick(name, field, answer);
	}
	test(test, places, filling) {
		const title = test.title;
		if (places.size === 0) {
			this.notFound.push(title);
			return;
		}
		const wanted = new Map([
			["notApplicable", filling.notApplicable],
			["scenario", filling.scenario],
			["mrn", filling.mrn],
			...test.labels.messages.map(({ message }) => [message, filling.messages.get(message)])
		]);
		const labels = new Map([
			["notApplicable", test.labels.notApplicable],
			["scenario", test.labels.scenario],
			["mrn", test.labels.mrn],
			...test.labels.messages.map(({ message, label }) => [message, label])
		]);
		const isOther = this.#remarkOnEarlier(title, places, filling);
		for (const [field, value] of wanted) {
			const name = `${title}: ${nameOf(labels.get(field) ?? field)}`;
			const place = places.get(field);
			if (place === void 0) this.notFound.push(name);
			else if (value !== void 0) this.#put(name, place, value);
			else if (isOther && field !== "notApplicable") this.#clear(name, place);
		}
	}
	/** Whether the fields hold the evidence of another movement than the one to be filled in. */
	#remarkOnEarlier(title, places, filling) {
		const earlier = (field) => places.get(field)?.existing ?? "";
		const { notApplicable, scenario, mrn } = filling;
		const evidence = [earlier("scenario"), earlier("mrn")].filter((value) => value !== "").join(", ");
		if (scenario === void 0 && evidence !== "") this.remarks.push(notApplicable === void 0 ? `'${title}' still shows earlier evidence (${evidence}) that this run does not confirm; it was left as it is: remove it before you send the form.` : `'${title}' is filled in as not applicable but still shows earlier evidence (${evidence}); remove it before you send the form.`);
		if (scenario !== void 0 && notApplicable === void 0 && earlier("notApplicable") !== "") this.remarks.push(`'${title}' has evidence but still says why it is not applicable ('${earlier("notApplicable")}'); remove that before you send the form.`);
		const differs = (field, value) => value !== void 0 && earlier(field) !== "" && !sameValue(earlier(field), value);
		return scenario !== void 0 && (differs("scenario", scenario) || differs("mrn", mrn));
	}
	/** A test goes where its scenario stands already, or else into the first free place. */
	recommended(slots, tests) {
		const numbers = [...slots.keys()].toSorted((a, b) => a - b);
		for (const number of numbers) for (const field of ["scenario", "identifier"]) if (slots.get(number)?.has(field) !== true) this.notFound.push(slotName(number, field));
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
				this.notFound.push(`a free place for the recommended test ${test.scenario}`);
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
			const [place, value] = [slot.get(field), values[field]];
			if (place !== void 0 && value !== void 0) this.#put(slotName(number, field), place, value);
			else if (place !== void 0 && isUpdate) this.#clear(slotName(number, field), place);
		}
	}
	#put(name, place, text) {
		const value = place.fit(cleanValue(text));
		if (value === "") return;
		this.filled.push({
			name,
			value
		});
		if (sameValue(place.existing, value)) return;
		if (place.existing !== "") this.remarks.push(`${name}: '${value}' replaces '${place.existing}'.`);
		this.edits.push(...place.put(value));
	}
	#clear(name, place) {
		if (place.existing === "") return;
		this.remarks.push(`${name}: '${place.existing}' was removed, it belonged to other evidence.`);
		this.edits.push(...place.put(""));
	}
	#tick(name, { boxes }, answer) {
		const choice = choiceOf(answer);
		if (choice === void 0) {
			this.remarks.push(`${name}: '${String(answer)}' is neither yes, no nor unknown; no box was ticked.`);
			return;
		}
		this.filled.push({
			name,
			value: choice
		});
		this.edits.push(...tick(boxes, choice));
		const other = boxes.find((box) => box.ticked && box.choice !== choice);
		if (other !== void 0) this.remarks.push(`${name}: '${choice}' replaces '${other.choice}'.`);
	}
};
/** An identifier without its scenario would be worth nothing: a slot needs a field for the scenario. */
function isEmpty(slot) {
	return slot?.has("scenario") === true && [...slot.values()].every(({ existing }) => existing === "");
}
function slotName(number, field) {
	return `${number}. ${recommendedLabels.title}: ${nameOf(recommendedLabels[field])}`;
}
function choiceOf(answer) {
	if (typeof answer === "boolean") return answer ? "yes" : "no";
	return answer === "unknown" ? "unknown" : void 0;
}
/** A label as the name of its field: without its colon. */
function nameOf(label) {
	return label.replace(/:\s*$/u, "");
}

export { planFilling };