import { a as reasonOf, o as shownPath } from "./check.js";
import { U as placeInWords } from "./matching.js";
import { a as guardLine, c as markdownText, i as wrap, l as oneLine, o as markdownCode, r as painter } from "./text.js";
import { r as assess } from "./assessment.js";
import { d as answerTo, m as spokenAnswer, p as openQuestions } from "./requirements.js";
import { a as formatForForm, n as readTypedTime, o as formatMoment, t as meansInstant } from "./time.js";
import { i as plain, r as readForm } from "./form.js";
import { readFile } from "node:fs/promises";

// src/form/verify/text.ts
const words = {
	agrees: "agrees",
	given: "only here",
	differs: "differs",
	empty: "empty",
	unproven: "not proven",
	unreadable: "not a time"
};
const widest = Math.max(...Object.values(words).map(({ length }) => length));
function isWrong(outcome) {
	return outcome !== "agrees" && outcome !== "given";
}
function headline(form, { path, programme }) {
	const errors = form.findings.filter(({ severity }) => severity === "error").length;
	const version = form.version === void 0 ? "; its version is not known" : `, ${form.version}`;
	const until = form.expiresAt === void 0 ? "" : ` It may be sent before ${formatMoment(form.expiresAt, "UTC")}.`;
	return [
		errors === 0 ? `The form agrees with the reports.${until}` : `Do not send the form: ${errors} ${errors === 1 ? "thing has" : "things have"} to be corrected in it first.`,
		`${oneLine(path, 200)} is HMRC's ${programme.name} ${programme.names.paper}${version}.`,
		...form.byHand.length === 0 ? [] : [`To be done by hand: ${form.byHand.join("; ")}.`]
	];
}
function renderVerified(form, context, { colour, width }) {
	const columns = Math.max(40, width);
	const paint = painter(colour);
	const isSound = form.findings.every(({ severity }) => severity !== "error");
	const [first = "", ...others] = headline(form, context);
	const head = [...wrap(first, columns).map((line) => paint(isSound ? "green" : "red", paint("bold", line))), ...others.flatMap((text) => wrap(text, columns))];
	const groups = form.groups.map(({ title, fields }) => [paint("bold", title), ...fields.flatMap((field) => fieldLines(field, columns).map((line) => isWrong(field.outcome) ? paint("red", line) : line))]);
	const next = form.findings.map(({ message, next: step = "", place }) => {
		const at = placeInWords(place);
		return wrap(`${oneLine(message, 400)}${at === void 0 ? "" : ` (${oneLine(at, 200)})`} ${step}`, columns - 2).map((line, index) => `${index === 0 ? "- " : "  "}${line}`).join("\n");
	});
	return `${[
		head,
		...groups,
		...next.length === 0 ? [] : [[paint("bold", "To be put right"), ...next]]
	].map((lines) => lines.map(guardLine).join("\n")).join("\n\n")}\n`;
}
function fieldLines({ name, outcome, inForm, expected, place }, columns) {
	const indent = widest + 4;
	const at = placeInWords(place);
	const shown = inForm === void 0 ? "" : `${/[?!.]$/u.test(name) ? "" : ":"} ${oneLine(inForm, 200)}`;
	return [...wrap(`${name}${shown}`, columns - indent), ...isWrong(outcome) && expected !== void 0 ? wrap(`should be ${oneLine(expected, 200)}${at === void 0 ? "" : ` (${at})`}`, columns - indent) : []].map((line, index) => `  ${(index === 0 ? words[outcome] : "").padEnd(widest)}  ${line}`);
}
function renderVerifiedSummary(form, context) {
	const [first = "", ...others] = headline(form, context);
	const rows = form.groups.flatMap(({ title, fields }) => fields.map(({ name, outcome, inForm = "", expected = "", place }) => {
		const at = placeInWords(place);
		return `| ${[
			`${markdownText(title, 80)}: ${markdownText(name, 120)}`,
			isWrong(outcome) ? `**${words[outcome]}**` : words[outcome],
			inForm === "" ? "" : markdownCode(inForm),
			[expected === "" || outcome === "agrees" ? "" : markdownCode(expected), at === void 0 ? "" : markdownCode(at)].filter((part) => part !== "").join(" ")
		].join(" | ")} |`;
	}));
	const next = form.findings.map(({ message, next: step = "" }) => `- ${markdownText(message, 600)} ${markdownText(step, 300)}`);
	return [
		`## ${markdownText(first, 300)}`,
		others.map((text) => markdownText(text, 600)).join("\n\n"),
		...next.length === 0 ? [] : [`### To be put right\n\n${next.join("\n")}`],
		[
			"| Field | | In the form | In reports and configuration |",
			"| --- | --- | --- | --- |",
			...rows
		].join("\n"),
		""
	].join("\n\n");
}

// src/form/verify/outcome.ts
var FieldList = class {
	groups = [];
	findings = [];
	#application;
	constructor(application) {
		this.#application = application;
	}
	group(title) {
		this.groups.push({
			title,
			fields: []
		});
	}
	add(name, outcome, inForm, expected, place) {
		const group = this.groups.at(-1);
		group?.fields.push({
			name,
			outcome,
			inForm,
			expected,
			place
		});
		const sentence = sentenceOf(outcome, `'${group?.title ?? ""}': ${name}`, inForm, expected);
		if (sentence !== void 0) this.say(sentence.message, sentence.next, place);
	}
	say(message, next, place) {
		this.findings.push({
			kind: "form",
			severity: "error",
			message,
			next,
			place,
			application: this.#application
		});
	}
};
function sentenceOf(outcome, name, inForm = "", expected = "") {
	switch (outcome) {
		case "agrees":
		case "given": return;
		case "empty": return {
			message: `${name} is empty.`,
			next: "Fill it in."
		};
		case "differs": return {
			message: `${name} is '${inForm}', but it should be '${expected}'.`,
			next: "Correct whichever of the two is wrong."
		};
		case "unproven": return {
			message: `${name} is '${inForm}', which no report proves.`,
			next: "Have the test state it, or fill the form in from a run that does."
		};
		case "unreadable": return {
			message: `${name} is '${inForm}', which can't be read as a date and time.`,
			next: "Write it as '20 November 2026 09:00:05 UTC'."
		};
	}
}
function outcomeOf(inForm, expected, agrees) {
	if (inForm === void 0) return "empty";
	if (agrees) return "agrees";
	return expected === void 0 ? "unproven" : "differs";
}
function answerOutcome(inForm, wanted) {
	if (inForm === void 0) return "empty";
	if (wanted === void 0) return "given";
	return sameText(String(inForm), String(wanted)) ? "agrees" : "differs";
}
function spoken(answer) {
	return answer === void 0 ? void 0 : spokenAnswer(answer);
}
function canonical(text) {
	return text.replaceAll(/\s+/gu, "").toUpperCase();
}
function sameText(a, b) {
	return a !== void 0 && b !== void 0 && (onOneLine(a) === onOneLine(b) || canonical(a) === canonical(b));
}
function onOneLine(text) {
	return plain(text.replaceAll(/,?\s*\n\s*/gu, ", ")).toLowerCase();
}
function nameOf(label) {
	return label.replace(/:\s*$/u, "");
}

// src/form/verify/verify.ts
function verifyForm(reading, assessment, options) {
	const verifier = new Verifier(reading, assessment, options);
	verifier.questions();
	verifier.tests();
	verifier.evidence();
	verifier.recommended();
	return verifier.result();
}
var Verifier = class {
	#reading;
	#assessment;
	#options;
	#fields;
	#expiries = [];
	constructor(reading, assessment, options) {
		this.#reading = reading;
		this.#assessment = assessment;
		this.#options = options;
		this.#fields = new FieldList(options.application.name);
	}
	result() {
		const { version, byHand } = this.#reading;
		const proven = this.#expiries.filter((expiry) => expiry !== void 0);
		const isProven = proven.length === this.#expiries.length && proven.length > 0;
		return {
			version: version?.name,
			groups: this.#fields.groups.filter(({ fields }) => fields.length > 0),
			findings: this.#fields.findings,
			byHand: byHand.filter(({ isDone }) => !isDone).map(({ field }) => nameOf(field.label)),
			expiresAt: isProven ? Math.min(...proven) : void 0
		};
	}
	questions() {
		const { form } = this.#assessment.programme;
		const { answers: typed, version, contradictory } = this.#reading;
		const open = new Set(openQuestions(form, typed, version?.version).map(({ key }) => key));
		for (const section of form.sections) {
			this.#fields.group(section.title);
			for (const { key, label } of form.questions.filter((question) => question.section === section.no)) {
				const [inForm, wanted] = [answerTo(typed, key), answerTo(this.#options.answers, key)];
				const name = nameOf(label);
				if (inForm === void 0 && !open.has(key)) continue;
				if (contradictory.includes(key)) this.#fields.say(`'${name}': more than one box is ticked.`, "Leave one of them ticked.");
				this.#fields.add(name, answerOutcome(inForm, wanted), spoken(inForm), spoken(wanted), void 0);
			}
		}
	}
	tests() {
		const { form } = this.#assessment.programme;
		const { application } = this.#options;
		for (const test of form.mandatoryTests) {
			this.#fields.group(test.title);
			const values = this.#reading.tests.get(test.no) ?? /* @__PURE__ */ new Map();
			const exempt = application.notRequired.find(({ flow }) => flow === test.flow);
			const assessed = application.requirements.find(({ requirement }) => requirement.cell?.flow === test.flow);
			if (exempt !== void 0) {
				const why = values.get("notApplicable");
				this.#fields.add(nameOf(test.labels.notApplicable), why === void 0 ? "empty" : "given", why, exempt.why, void 0);
				if (values.has("scenario") || values.has("mrn")) this.#fields.say(`'${test.title}' has evidence, although the software doesn't support it.`, "Remove that evidence.");
			} else if (assessed !== void 0) {
				const scenario = values.get("scenario");
				const movement = this.#movement(assessed.requirement, scenario, values.get("mrn"));
				this.#scenario(nameOf(test.labels.scenario), scenario, assessed.requirement);
				this.#mrn(nameOf(test.labels.mrn), values.get("mrn"), movement);
				for (const { message, label } of test.labels.messages) this.#time(nameOf(label), values.get(message), [message], movement);
			}
		}
	}
	evidence() {
		const { form } = this.#assessment.programme;
		const values = new Map([...this.#reading.evidence].map(([{ key }, value]) => [key, value]));
		for (const { requirement } of this.#options.application.requirements) {
			const fields = form.evidence.filter((field) => field.requirement === requirement.id);
			if (fields.length === 0) continue;
			this.#fields.group(requirement.title);
			const mrn = fields.flatMap(({ key, holds }) => holds === "mrn" ? values.get(key) ?? [] : [])[0];
			const movement = this.#movement(requirement, void 0, mrn);
			for (const { key, label, holds, messages } of fields) if (holds === "mrn") this.#mrn(nameOf(label), values.get(key), movement);
			else this.#times(nameOf(label), values.get(key), messages, movement);
		}
	}
	recommended() {
		const labels = this.#assessment.programme.form.recommendedLabels;
		for (const [number, slot] of this.#reading.slots) {
			const [text, identifier] = [slot.get("scenario"), slot.get("identifier")];
			if (labels === void 0 || text === void 0) continue;
			this.#fields.group(`${number}. ${labels.title}`);
			const id = canonical(text);
			const latest = this.#assessment.scenarios.get(id);
			const own = identifier === void 0 ? void 0 : this.#stating(id, canonical(identifier));
			const isProven = (own ?? latest)?.status === "passed";
			this.#fields.add(nameOf(labels.scenario), isProven ? "agrees" : "unproven", text, void 0, placeOf(latest));
			const known = [latest?.evidence.mrn?.value, latest?.evidence.lrn?.value];
			const agrees = own !== void 0 || known.some((value) => value !== void 0 && value === identifier);
			const expected = known.find((value) => value !== void 0);
			this.#fields.add(nameOf(labels.identifier), outcomeOf(identifier, expected, agrees), identifier, expected, placeOf(latest));
		}
	}
	#movement(requirement, scenario, mrn) {
		const ids = requirement.accepts.map(({ id }) => id);
		const wanted = scenario === void 0 ? ids : ids.filter((id) => id === canonical(scenario));
		const latest = this.#judged(requirement, this.#options.application)?.scenario;
		const stated = mrn === void 0 ? [] : wanted.flatMap((id) => this.#stating(id, canonical(mrn)) ?? []);
		const isWanted = latest !== void 0 && wanted.includes(latest.scenario.id);
		const chosen = stated[0] ?? (isWanted ? latest : this.#assessment.scenarios.get(wanted[0] ?? ""));
		const why = chosen === void 0 ? void 0 : this.#unproven(requirement, chosen, mrn);
		this.#expiries.push(why === void 0 ? chosen?.expiresAt : void 0);
		if (chosen === void 0) this.#fields.say(`${requirement.title}: no report has a result of ${scenario ?? requirement.wanted}.`, requirement.run);
		else if (why !== void 0) {
			const { id } = chosen.scenario;
			const next = `Run ${id} again in Trader Test, then fill the form in again.`;
			this.#fields.say(`${requirement.title}: ${id} proves nothing: ${why}.`, next, placeOf(chosen));
		}
		return chosen;
	}
	#unproven(requirement, chosen, mrn) {
		if (this.#assessment.scenarios.get(chosen.scenario.id)?.status === "failed") return "its latest result is a failure";
		if (chosen.status !== "passed") {
			const { expiresAt, status } = chosen;
			return expiresAt === void 0 ? `it is ${status}` : `its evidence expired on ${formatMoment(expiresAt, "UTC")}`;
		}
		const [own] = mrn === void 0 ? [] : this.#options.ofMovement(canonical(mrn)).applications;
		const judged = this.#judged(requirement, own);
		return judged?.status === "incomplete" && judged.scenario?.scenario.id === chosen.scenario.id ? "its evidence lacks what HMRC asks for" : void 0;
	}
	#judged({ id }, application) {
		return application?.requirements.find(({ requirement }) => requirement.id === id);
	}
	#stating(id, mrn) {
		const latest = this.#assessment.scenarios.get(id);
		if (latest !== void 0 && sameText(latest.evidence.mrn?.value, mrn)) return latest;
		const own = this.#options.ofMovement(mrn).scenarios.get(id);
		return sameText(own?.evidence.mrn?.value, mrn) ? own : void 0;
	}
	#scenario(name, inForm, { accepts, wanted }) {
		const agrees = inForm !== void 0 && accepts.some(({ id }) => id === canonical(inForm));
		this.#fields.add(name, outcomeOf(inForm, wanted, agrees), inForm, wanted, void 0);
	}
	#mrn(name, inForm, movement) {
		const found = movement?.evidence.mrn;
		const agrees = sameText(inForm, found?.value);
		this.#fields.add(name, outcomeOf(inForm, found?.value, agrees), inForm, found?.value, placeIn(found));
	}
	#time(name, inForm, messages, movement) {
		const found = messages.flatMap((message) => movement?.evidence.messages.get(message) ?? []);
		const typed = inForm === void 0 ? void 0 : readTypedTime(inForm);
		const zones = ["Europe/London", this.#assessment.clock.timeZone];
		const match = typed && found.find(({ value }) => meansInstant(typed, value, zones));
		const expected = match ?? found[0];
		const shown = expected && formatForForm(expected.value);
		const outcome = inForm !== void 0 && typed === void 0 ? "unreadable" : outcomeOf(inForm, shown, match !== void 0);
		this.#fields.add(name, outcome, inForm, shown, placeIn(expected));
	}
	#times(name, inForm, messages, movement) {
		const parts = [...(inForm ?? "").matchAll(/\b(IE\d{3})\b[\s:]*([^]*?)(?=[\s,;]*\bIE\d{3}\b|$)/giu)];
		if (parts.length === 0) {
			this.#time(name, inForm, messages, movement);
			return;
		}
		for (const message of messages) {
			const part = parts.find(([, type = ""]) => type.toUpperCase() === message)?.[2];
			this.#time(`${name}, ${message}`, part === "" ? void 0 : part, [message], movement);
		}
	}
};
function placeIn(found) {
	return found && {
		file: found.file,
		line: found.line
	};
}
function placeOf(scenario) {
	return placeIn(scenario?.counted[0]?.attempt);
}

// src/verify.ts
async function verify(settings, file, { input, assessment, now }) {
	const path = shownPath(file, settings.workspace);
	const [application, ...others] = settings.applications;
	if (application === void 0 || others.length > 0) return { refused: `The configuration has several applications: say by 'application' which of them ${path} is for.` };
	const document = await readDocument(file);
	if ("reason" in document) return { refused: `${path} can't be read: ${document.reason}.` };
	const reading = readForm(document.bytes, settings.programme);
	if ("refused" in reading) return { refused: `${path} can't be verified: ${reading.refused}` };
	const [assessed] = assessment.applications;
	if (assessed === void 0) throw new Error("The assessment has no application.");
	const movements = /* @__PURE__ */ new Map();
	const ofMovement = (mrn) => {
		const known = movements.get(mrn) ?? assess({
			...input,
			attempts: input.attempts.filter(stating(mrn))
		}, now);
		movements.set(mrn, known);
		return known;
	};
	return {
		path,
		form: verifyForm(reading, assessment, {
			application: assessed,
			answers: application.answers,
			ofMovement
		})
	};
}
async function readDocument(file) {
	try {
		return { bytes: await readFile(file) };
	} catch (error) {
		return { reason: reasonOf(error) };
	}
}
function stating(mrn) {
	return ({ statements }) => statements.some((one) => (one.key === "mrn" ? one.value : one.key === "message" ? one.mrn : void 0) === mrn);
}

export { renderVerified as n, renderVerifiedSummary as r, verify as t };