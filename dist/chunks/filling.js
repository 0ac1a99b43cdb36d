import { c as formQuestions, r as mandatoryTests } from "./form.js";
import { r as formatForForm } from "./format.js";

// src/render/form/filling.ts
/**
* Decides what of an assessment may stand in the form: only what satisfies a requirement, and of recommended tests only
* what passed and is fresh. Everything else is left open and said in `remarks`.
* Times are written as date, time and 'UTC'. Source: FORM section 5, PAGE.
*/
function formFilling(assessment, application, answers) {
	const remarks = [];
	const tests = /* @__PURE__ */ new Map();
	for (const test of mandatoryTests) {
		const { filling, open } = testFilling(test, application, assessment.clock.timeZone);
		if (filling !== void 0) tests.set(test.no, filling);
		remarks.push(...open);
	}
	const recommended = recommendedFillings(application.recommended);
	return {
		answers: fittingAnswers(answers, remarks),
		tests,
		recommended: recommended.fillings,
		remarks: [...remarks, ...recommended.open]
	};
}
function testFilling(test, { notRequired, requirements }, timeZone) {
	const exempt = notRequired.find(({ flow }) => flow === test.flow);
	if (exempt !== void 0) return {
		filling: {
			notApplicable: exempt.why,
			messages: /* @__PURE__ */ new Map()
		},
		open: []
	};
	const assessed = requirements.find(({ requirement }) => requirement.flow === test.flow);
	if (assessed === void 0) return { open: [`'${test.title}' is left open: nothing is known of this flow.`] };
	if (assessed.status !== "satisfied" || assessed.scenario === void 0) return { open: [leftOpen(test, assessed)] };
	const { scenario, evidence } = assessed.scenario;
	const times = test.labels.messages.map(({ message }) => ({
		message,
		time: evidence.messages.get(message)
	}));
	const missing = times.filter(({ time }) => time === void 0).map(({ message }) => `the time of ${message}`);
	if (evidence.mrn === void 0) missing.unshift("the MRN");
	const assumed = times.filter(({ time }) => time?.assumedZone === true).map(({ message }) => message);
	const open = evidence.findings.map(({ message }) => `'${test.title}': ${message}`);
	if (missing.length > 0) open.push(`'${test.title}': ${listed(missing)} can not be filled in: not in the evidence of ${scenario.id}.`);
	if (assumed.length > 0) open.push(`'${test.title}': the time of ${listed(assumed)} came without a zone and was read as ${timeZone}.`);
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
const statusWords = {
	satisfied: "nothing proves it",
	stale: "its evidence is too old or has no date",
	failed: "it failed",
	"not-run": "it has not run",
	missing: "there is no result"
};
function leftOpen(test, { requirement, scenario, status }) {
	const tried = scenario?.scenario.id ?? requirement.accepts.join(" or ");
	return `'${test.title}' is left open: ${tried}: ${statusWords[status]}.`;
}
/** The form wants recommended tests that were carried out successfully. Source: FORM section 5. */
function recommendedFillings(recommended) {
	const fillings = recommended.flatMap(({ status, scenario }) => status === "satisfied" && scenario !== void 0 ? [scenario] : []).slice(0, 12).map(({ scenario, evidence }) => ({
		scenario: scenario.id,
		mrnOrLrn: evidence.mrn?.value ?? evidence.lrn?.value
	}));
	const open = fillings.filter(({ mrnOrLrn }) => mrnOrLrn === void 0).map(({ scenario }) => `Recommended test ${scenario}: its evidence has neither MRN nor LRN; that field is left open.`);
	const unproven = recommended.filter(({ status }) => status === "stale" || status === "failed");
	for (const { recommendation, scenario, status } of unproven) open.push(`Recommended test ${scenario?.scenario.id ?? recommendation.accepts.join(" or ")} is left out: ${statusWords[status]}.`);
	return {
		fillings,
		open
	};
}
/** Without answers to questions that the other answers rule out; on paper they would contradict each other. */
function fittingAnswers(answers, remarks) {
	const fitting = {};
	for (const { key, onlyIf } of formQuestions) {
		const answer = Object.hasOwn(answers, key) ? answers[key] : void 0;
		if (answer === void 0) continue;
		const condition = onlyIf !== void 0 && Object.hasOwn(answers, onlyIf.key) ? answers[onlyIf.key] : void 0;
		if (onlyIf === void 0 || condition === void 0 || condition === onlyIf.is) fitting[key] = answer;
		else remarks.push(`The answer to '${key}' is left out: it is only asked when '${onlyIf.key}' is ${spoken(onlyIf.is)}, which is ${spoken(condition)}.`);
	}
	return fitting;
}
function spoken(answer) {
	if (typeof answer === "boolean") return answer ? "yes" : "no";
	return String(answer);
}
function listed(words) {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

export { formFilling };