// src/requirements/scenario.ts
/** The three process flows in the order of the form's mandatory tests. Source: FORM section 5. */
const flows = [
	{
		id: "standard-departure",
		title: "Standard departure",
		name: "standard departure",
		plural: "standard departures",
		direction: "outbound"
	},
	{
		id: "pre-lodged-departure",
		title: "Pre-lodged departure",
		name: "pre-lodged departure",
		plural: "pre-lodged departures",
		direction: "outbound"
	},
	{
		id: "arrival",
		title: "Arrival",
		name: "arrival",
		plural: "arrivals",
		direction: "inbound"
	}
];
/** The title of a flow: 'Pre-lodged departure'. */
function flowTitle(flow) {
	return flows.find(({ id }) => id === flow)?.title ?? flow;
}
/**
* The country in a movement's MRN. A departure bears the region of its scenario; an arrival the other one: ASGB1 is a
* movement from Northern Ireland to Great Britain. Source: GUIDE.
*/
function departureCountry({ flow, region }) {
	if (flow !== "arrival") return region;
	return region === "GB" ? "XI" : "GB";
}
/** A movement gets its MRN with IE028; an arrival starts from one. A declaration that is rejected has only its LRN. */
function hasMrn({ flow, steps }) {
	return flow === "arrival" || steps.some(({ receives }) => receives.includes("IE028"));
}

// src/requirements/programme.ts
/** Scenarios by their numbers, in their order. Throws when two have the same number: one would hide the other. */
function byNumber(scenarios) {
	const numbered = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
	if (numbered.size < scenarios.length) throw new Error("Two scenarios of a programme have the same number.");
	return numbered;
}
/** The lowest and the highest number of phases that can be chosen; the highest is the current one. */
function phaseRange(offered) {
	const numbers = offered.map(({ no }) => no);
	return {
		min: Math.min(...numbers),
		max: Math.max(...numbers)
	};
}

// src/requirements/messages.ts
/** The messages that scenarios consist of, in the order of their numbers. Source: facts of TIS and GUIDE. */
const messages = [
	{
		type: "IE004",
		name: "amendment accepted",
		direction: "received",
		phase: "departure"
	},
	{
		type: "IE007",
		name: "arrival notification",
		direction: "sent",
		phase: "arrival"
	},
	{
		type: "IE009",
		name: "invalidation decision",
		direction: "received",
		phase: "departure"
	},
	{
		type: "IE013",
		name: "amendment of the declaration",
		direction: "sent",
		phase: "departure"
	},
	{
		type: "IE014",
		name: "invalidation request",
		direction: "sent",
		phase: "departure"
	},
	{
		type: "IE015",
		name: "declaration",
		direction: "sent",
		phase: "departure"
	},
	{
		type: "IE019",
		name: "discrepancies",
		direction: "received",
		phase: "arrival"
	},
	{
		type: "IE025",
		name: "goods released",
		direction: "received",
		phase: "arrival"
	},
	{
		type: "IE028",
		name: "MRN allocated",
		direction: "received",
		phase: "departure"
	},
	{
		type: "IE029",
		name: "released for transit",
		direction: "received",
		phase: "departure"
	},
	{
		type: "IE035",
		name: "recovery",
		direction: "received",
		phase: "arrival"
	},
	{
		type: "IE043",
		name: "unloading permission",
		direction: "received",
		phase: "arrival"
	},
	{
		type: "IE044",
		name: "unloading remarks",
		direction: "sent",
		phase: "arrival"
	},
	{
		type: "IE045",
		name: "write-off",
		direction: "received",
		phase: "arrival"
	},
	{
		type: "IE051",
		name: "no release for transit",
		direction: "received",
		phase: "departure"
	},
	{
		type: "IE055",
		name: "guarantee not valid",
		direction: "received",
		phase: "departure"
	},
	{
		type: "IE056",
		name: "rejection by the office of departure",
		direction: "received",
		phase: "departure"
	},
	{
		type: "IE057",
		name: "rejection by the office of destination",
		direction: "received",
		phase: "arrival"
	},
	{
		type: "IE060",
		name: "control decision",
		direction: "received",
		phase: "departure"
	},
	{
		type: "IE170",
		name: "presentation notification",
		direction: "sent",
		phase: "departure"
	},
	{
		type: "IE182",
		name: "incident on the way",
		direction: "received",
		phase: "departure"
	},
	{
		type: "IE928",
		name: "positive acknowledgement",
		direction: "received",
		phase: "departure"
	}
];
const byType = new Map(messages.map((message) => [message.type, message]));
/** What is known of a message type (`IE028`); undefined for one that no scenario has. */
function messageOf(type) {
	return byType.get(type);
}
const departureAge = { has: () => true };
const arrivalAge = { has: (type) => byType.get(type)?.phase !== "departure" };
/**
* Which message types in a scenario's evidence count for its age. Of a departure all; of an arrival those of the
* arrival itself: the departure behind it may be older, the form doesn't ask for it. A type that nobody knows counts,
* since evidence may be thought older than it is, but never fresher.
*/
function ageMessages(flow) {
	return flow === "arrival" ? arrivalAge : departureAge;
}

// src/requirements/form.ts
/** The messages whose date and time a form asks for in the mandatory test of a flow, in the form's order. */
function formMessages(form, flow) {
	return form.mandatoryTests.find((one) => one.flow === flow)?.labels.messages.map(({ message }) => message) ?? [];
}
/** The question of that key; undefined when the form has none. */
function questionOf(form, key) {
	return form.questions.find((question) => question.key === key);
}
/** The answer to a question; undefined when there is none, also for a text of white space only. */
function answerTo(answers, key) {
	const answer = Object.hasOwn(answers, key) ? answers[key] : void 0;
	return answer === void 0 || String(answer).trim() === "" ? void 0 : answer;
}
/** An answer as people write it: yes or no for true and false. */
function spokenAnswer(answer) {
	if (typeof answer === "boolean") return answer ? "yes" : "no";
	return String(answer);
}
/** Whether a question may be answered with 'unknown', which means: unsure, neither yes nor no. */
function mayBeUnknown(form, question) {
	if (question.kind === "yes-no-unknown") return true;
	return form.questions.some(({ onlyIf }) => onlyIf?.key === question.key && onlyIf.is === "unknown");
}
/**
* The questions that apply, going by the answers given, and have no answer yet, in the form's order.
* An explanation of being unsure answers the question that it explains, too. Text of white space only is no answer.
*
* @param version Of the form that is to be filled in; questions of other versions are left out. Default: the latest.
*/
function openQuestions(form, answers, version = form.info.versions.at(-1)?.version) {
	const isAnswered = ({ key }) => answerTo(answers, key) !== void 0;
	const isExplained = ({ key }) => form.questions.some((other) => other.onlyIf?.key === key && other.onlyIf.is === "unknown" && isAnswered(other));
	const applies = ({ onlyIf, onlyIn }) => (onlyIn ?? version) === version && (onlyIf === void 0 || answerTo(answers, onlyIf.key) === onlyIf.is);
	return form.questions.filter((question) => applies(question) && !isAnswered(question) && !isExplained(question));
}

// src/requirements/matrix.ts
/**
* Reads a programme's decision matrix for an application. Source: FORM appendix A; PAGE for credentials that are already held.
*
* One procedure in all supported flows: that procedure's column. Both: combination A or B. A combination is on offer
* when every supported flow supports the procedure of its cell; if neither is, a flow that can't follow uses the
* column of its own procedure. Flows whose credentials are held need no test, but still count for what is on offer.
*/
function requirementsFor(programme, application) {
	const needed = inFormOrder(application.flows.filter(({ flow }) => !isHeld(application, flow)));
	const complaints = needed.length === 0 ? [nothingToTest(application)] : [];
	const common = {
		notRequired: notRequired(application),
		complaints
	};
	const only = singleProcedure(application);
	if (only !== void 0) {
		const why = `all supported flows have the ${only} procedure only`;
		return {
			sets: [{
				combination: void 0,
				requirements: needed.map(({ flow }) => requirement(programme, flow, `${only} only`, why))
			}],
			...common
		};
	}
	const onOffer = combinations.filter((combination) => misfits(programme, application, combination).length === 0);
	const candidates = onOffer.length > 0 ? onOffer : combinations;
	const { combination: wanted } = application;
	if (wanted === "auto") return {
		sets: setsFrom(programme, needed, candidates),
		...common
	};
	if (candidates.includes(wanted)) return {
		sets: setsFrom(programme, needed, [wanted]),
		...common
	};
	complaints.push(notOnOffer(programme, application, wanted));
	return {
		sets: setsFrom(programme, needed, candidates),
		...common
	};
}
/**
* The tests that HMRC recommends beyond the mandatory ones of the set, in the order of the form's list. Those that the
* software can't run are left out: other flows, other procedures, flows whose credentials are held. Source: FORM appendix A.
*/
function recommendationsFor(programme, application, set) {
	const mandatory = new Set(set.requirements.flatMap(({ accepts }) => accepts));
	return programme.listedTests.filter(({ need, accepts, flow }) => {
		const runs = (application.flows.find((supported) => supported.flow === flow)?.procedures ?? []).some((procedure) => procedure === programme.scenarios.get(accepts[0])?.procedure);
		return need === "recommended" && runs && !isHeld(application, flow) && !accepts.some((id) => mandatory.has(id));
	}).map(({ group: _group, need: _need, ...recommendation }) => recommendation);
}
const combinations = ["A", "B"];
/** A set for each combination, or just one without a name when they demand the same: then there is nothing to choose. */
function setsFrom(programme, needed, offered) {
	const sets = offered.map((combination) => ({
		combination,
		requirements: needed.map((supported) => combinedRequirement(programme, supported, combination))
	}));
	const [first, second] = sets;
	const agree = needed.every((_, index) => gbOf(first, index) === gbOf(second, index));
	if (first === void 0 || second === void 0 || !agree) return sets;
	return [{
		combination: void 0,
		requirements: needed.map((supported) => offered.every((combination) => follows(programme, supported, combination)) ? combinedRequirement(programme, supported, "A", bothColumns(programme)) : combinedRequirement(programme, supported, "A"))
	}];
}
function bothColumns({ matrix }) {
	const [a, b] = combinations.map((combination) => columnTitle(matrix, `combination ${combination}`));
	return `columns '${a}' and '${b}' (which agree)`;
}
/**
* Whether a cell of the matrix is what demands one of the requirements. Combinations that demand the same of the software
* are one set without a name: the cells of both do then.
*/
function demands({ cells }, { flow, column }, { combination, requirements }) {
	return requirements.some((one) => {
		const agreed = combination === void 0 && isCombination(one.column) && isCombination(column);
		return one.flow === flow && (one.column === column || agreed && one.accepts[0] === cells[column][flow][0]);
	});
}
function isCombination(column) {
	return combinations.some((combination) => column === `combination ${combination}`);
}
function gbOf(set, index) {
	return set?.requirements[index]?.accepts[0];
}
/** @param words How the columns are called in the explanation, when it isn't just the combination's. */
function combinedRequirement(programme, supported, combination, words) {
	const own = `this flow supports ${procedureWords(supported)}`;
	if (follows(programme, supported, combination)) {
		const why = `the software has both procedures, and ${own}`;
		return requirement(programme, supported.flow, `combination ${combination}`, why, words);
	}
	const [procedure = "normal"] = supported.procedures;
	const why = `the software has both procedures, but ${own}, and the flows together can follow neither combination`;
	return requirement(programme, supported.flow, `${procedure} only`, why);
}
function requirement({ matrix }, flow, column, why, words = `column '${columnTitle(matrix, column)}'`) {
	const because = `Row '${rowTitle(matrix, flow)}', ${words} of the decision matrix: ${why}.`;
	return {
		flow,
		accepts: matrix.cells[column][flow],
		column,
		because
	};
}
function columnTitle({ columns }, column) {
	return columns.find((one) => one.column === column)?.title ?? column;
}
/** The procedure that all supported flows have in common, when none has the other one, too. */
function singleProcedure({ flows }) {
	const [procedure, other] = new Set(flows.flatMap(({ procedures }) => procedures));
	return other === void 0 ? procedure : void 0;
}
function misfits(programme, { flows }, combination) {
	return flows.filter((flow) => !follows(programme, flow, combination));
}
function follows(programme, { flow, procedures }, combination) {
	return procedures.some((procedure) => procedure === cellProcedure(programme, flow, combination));
}
function cellProcedure({ matrix, scenarios }, flow, combination) {
	const cell = matrix.cells[`combination ${combination}`][flow];
	return scenarios.get(cell[0])?.procedure;
}
function isHeld({ credentialsHeld }, flow) {
	const direction = directionOf(flow);
	return credentialsHeld.some((held) => held === direction);
}
function notRequired(application) {
	return flows.flatMap(({ id: flow, plural, direction }) => {
		const own = application.notApplicable[flow];
		if (isHeld(application, flow)) return [{
			flow,
			cause: "credentials-held",
			why: own ?? `Production credentials for ${direction} movements are already held.`
		}];
		if (application.flows.some((supported) => supported.flow === flow)) return [];
		return [{
			flow,
			cause: "not-supported",
			why: own ?? `The software does not support ${plural}.`
		}];
	});
}
function nothingToTest({ name, flows, credentialsHeld }) {
	return `Application '${name}' has no mandatory test left, because ${flows.length === 0 ? "it supports no flow" : `production credentials are already held for every flow that it supports (credentials held: ${credentialsHeld.join(" and ")})`}. A check of nothing would always pass, so it is refused: add the flows that it applies for.`;
}
function notOnOffer(programme, application, wanted) {
	const other = wanted === "A" ? "B" : "A";
	const why = misfits(programme, application, wanted).map((supported) => {
		const needs = cellProcedure(programme, supported.flow, wanted) ?? "";
		return `${supported.flow} would need the ${needs} procedure, but supports ${procedureWords(supported)}`;
	});
	return `Application '${application.name}' can't use combination ${wanted}: ${why.join("; ")}. Combination ${other} is on offer: choose that, or 'auto'.`;
}
function inFormOrder(supported) {
	return flows.flatMap(({ id }) => supported.filter(({ flow }) => flow === id));
}
function procedureWords({ procedures }) {
	return procedures.length > 1 ? "both procedures" : `the ${procedures.join("")} procedure only`;
}
function directionOf(flow) {
	return flows.find(({ id }) => id === flow)?.direction;
}
function rowTitle({ rows }, flow) {
	return rows.find((row) => row.flow === flow)?.title ?? flow;
}

// src/requirements/intervention.ts
/** Whom to ask for a step by hand, and how. Source: GUIDE, normal procedure. */
const mail = {
	address: "nctsp5tradertest@hmrc.gov.uk",
	subject: "Manual Intervention"
};
/**
* The e-mail that asks for a step by hand: number of the scenario, step and LRN, which only the sender knows.
* Source: GUIDE, normal procedure.
*
* @param step Its number in the scenario, from 1.
*/
function interventionMail({ id }, step) {
	return {
		to: mail.address,
		subject: `${mail.subject} ${id}`,
		body: [
			`Scenario number: ${id}`,
			`Step: ${step}`,
			"LRN: (the LRN of the declaration that you have sent)"
		]
	};
}

// src/requirements/scenario-number.ts
const finders = /* @__PURE__ */ new WeakMap();
const none = {
	ids: [],
	leading: void 0,
	lookAlikes: []
};
/** A mark belongs to the letter before it, as in é written as two characters; not so the selectors behind emoji. */
const wordCharacter = /[\p{L}\p{N}]|(?![\uFE00-\uFE0F])[\p{Mn}\p{Mc}]/u;
const lowerCase = /\p{Ll}/u;
const upperCase = /\p{Lu}/u;
/** What may stand before a leading number: numbering such as `09A - ` or `3. `, brackets, tag marks. */
const leadIn = /^[\s[({<"'@#]*(?:\d{1,3}[A-Za-z]?\s*[-–—.:)])?[\s[({<"'@#]*$/;
const leadOut = /^[\])}>"']*\s*(?::|[-–—]\s)/;
/** So many are told; a hostile name may have hundreds of thousands. */
const mostLookAlikes = 20;
/**
* What finds the numbers of that programme's scenarios in names; made once for each programme. In any letter case where
* they stand by themselves (`test_dsgb1_simplified`,
* `[DSGB1: …]`, `@DSGB1`), in upper case also as a hump of camel case (`testDSGB1Simplified`); never as a part of a
* longer word or number (`DSGB10` has no DSGB1, `TRATESTGB1` none at all).
*/
function scenarioFinder(programme) {
	let finder = finders.get(programme);
	if (finder === void 0) {
		const shape = shapeOf(programme);
		finder = (name) => find(name, programme, shape);
		finders.set(programme, finder);
	}
	return finder;
}
/**
* What numbers of a programme look like, going by those that it has: letters, the region, perhaps letters again (T for a
* transition rule in NCTS5), a count. Whatever is put together of such parts looks like a number without being one.
*/
function shapeOf({ name, scenarios }) {
	const [heads, regions, tails, whole] = [
		/* @__PURE__ */ new Set(),
		/* @__PURE__ */ new Set(),
		/* @__PURE__ */ new Set(),
		/* @__PURE__ */ new Set()
	];
	for (const { id, region } of scenarios.values()) {
		const letters = /^([A-Z]+)\d{1,4}$/.exec(id)?.[1];
		if (letters === void 0) throw new Error(`${name}: '${id}' is not capital letters and 1 to 4 digits.`);
		const at = letters.lastIndexOf(region);
		if (at < 0) whole.add(letters);
		else {
			heads.add(letters.slice(0, at));
			regions.add(region);
			tails.add(letters.slice(at + region.length));
		}
	}
	const ofRegions = heads.size === 0 ? [] : [`${anyOf(heads)}${anyOf(regions)}${anyOf(tails)}`];
	return {
		hint: new RegExp(anyOf([...regions, ...whole]), "i"),
		candidates: new RegExp(`${anyOf([...ofRegions, ...whole])}\\d{1,4}`, "gi")
	};
}
/** Letters only, so nothing to escape; in any order, for digits follow: one of them fits or none does. */
function anyOf(parts) {
	return `(?:${[...parts].join("|")})`;
}
function find(name, { scenarios }, { hint, candidates }) {
	if (!hint.test(name)) return none;
	const text = name.normalize("NFC");
	const ids = /* @__PURE__ */ new Set();
	const lookAlikes = /* @__PURE__ */ new Set();
	let leading;
	for (const match of text.matchAll(candidates)) {
		const found = match[0];
		const id = found.toUpperCase();
		const before = codePointBefore(text, match.index);
		const rest = text.slice(match.index + found.length, match.index + found.length + 4);
		const exists = scenarios.has(id);
		const standsOut = isDelimited(before, rest) || found === id && isHump(before, rest);
		if (standsOut && exists) {
			if (leads(text, match.index, found.length)) leading = id;
			ids.add(id);
		} else if (standsOut || exists && isMixedCaseHump(found, before, rest)) {
			if (lookAlikes.size < mostLookAlikes) lookAlikes.add(found);
		}
	}
	return {
		ids: [...ids],
		leading,
		lookAlikes: [...lookAlikes]
	};
}
/** Empty at the start of the text. */
function codePointBefore(text, index) {
	return Array.from(text.slice(Math.max(0, index - 2), index)).at(-1) ?? "";
}
function isDelimited(before, rest) {
	const [next = ""] = Array.from(rest);
	return !wordCharacter.test(before) && !wordCharacter.test(next);
}
/** `testDSGB1Simplified`: a lower-case letter (or nothing) before, the capital of the next word (or nothing) behind. */
function isHump(before, rest) {
	const [next = "", afterNext = ""] = Array.from(rest);
	const startsHere = !wordCharacter.test(before) || lowerCase.test(before);
	const endsHere = !wordCharacter.test(next) || upperCase.test(next) && lowerCase.test(afterNext);
	return startsHere && endsHere;
}
/** `testDsgb1Simplified`, `dsgb1Simplified`: probably meant as the number, but not written so that it can be relied on. */
function isMixedCaseHump(found, before, rest) {
	const [next = ""] = Array.from(rest);
	const startsHere = !wordCharacter.test(before) || lowerCase.test(before) && /^[A-Z]/.test(found);
	const endsHere = !wordCharacter.test(next) || upperCase.test(next);
	return startsHere && endsHere;
}
function leads(text, index, length) {
	if (index > 40) return false;
	return leadIn.test(text.slice(0, index)) && leadOut.test(text.slice(index + length, index + length + 10));
}

// src/requirements/ncts5/appendix-a.ts
/** The rows of the decision matrix, in the form's order. Source: FORM appendix A. */
const matrixRows = [
	{
		flow: "pre-lodged-departure",
		title: "Pre-lodge Departure"
	},
	{
		flow: "standard-departure",
		title: "Standard Departure"
	},
	{
		flow: "arrival",
		title: "Arrival"
	}
];
/** The columns of the decision matrix; the combinations are for software with both procedures. Source: FORM appendix A. */
const matrixColumns = [
	{
		column: "normal only",
		title: "Normal Procedure only"
	},
	{
		column: "simplified only",
		title: "Simplified Procedure only"
	},
	{
		column: "combination A",
		title: "Combination A"
	},
	{
		column: "combination B",
		title: "Combination B"
	}
];
/** Which scenarios are mandatory. Source: FORM v1.1, appendix A, decision matrix. */
const decisionMatrix = {
	"normal only": {
		"pre-lodged-departure": ["PNGB1", "PNXI1"],
		"standard-departure": ["DNGB1", "DNXI1"],
		arrival: ["ANGB1", "ANXI1"]
	},
	"simplified only": {
		"pre-lodged-departure": ["PSGB1", "PSXI1"],
		"standard-departure": ["DSGB1", "DSXI1"],
		arrival: ["ASGB1", "ASXI1"]
	},
	"combination A": {
		"pre-lodged-departure": ["PSGB1", "PSXI1"],
		"standard-departure": ["DNGB1", "DNXI1"],
		arrival: ["ASGB1", "ASXI1"]
	},
	"combination B": {
		"pre-lodged-departure": ["PNGB1", "PNXI1"],
		"standard-departure": ["DSGB1", "DSXI1"],
		arrival: ["ASGB1", "ASXI1"]
	}
};
const simplifiedAmendment = "The form prints DNXI10 as the XI number here. In the testing guide DNXI10 is a release refused after the guarantee check failed; the XI amendment of the simplified procedure is DSXI10.";
const normalAmendment = "The form prints DNXI10 as the XI number here. In the testing guide DNXI10 is a release refused after the guarantee check failed; the XI amendment of the normal procedure is DNXI11.";
const normalArrival = "The form lists ANGB1 and ANXI1 as recommended, yet its matrix demands one of them of software with the normal procedure only. The matrix decides.";
/** The form's list of tests in its order, with the testing guide's numbers where it errs. Source: FORM v1.1, appendix A. */
const listedTests = [
	departure("as per matrix", "DSGB1", "DSXI1"),
	departure("as per matrix", "DNGB1", "DNXI1"),
	departure("as per matrix", "PSGB1", "PSXI1"),
	departure("as per matrix", "PNGB1", "PNXI1"),
	departure("recommended", "PSGB3", "PSXI3"),
	departure("recommended", "PNGB3", "PNXI3"),
	departure("recommended", "DSGB4", "DSXI4"),
	departure("recommended", "DSGB6", "DSXI6"),
	departure("recommended", "DNGB6", "DNXI6"),
	departure("recommended", "DSGB7", "DSXI7"),
	departure("recommended", "DNGB7", "DNXI7"),
	{
		...departure("recommended", "DSGB10", "DSXI10"),
		xiAsPrinted: "DNXI10",
		note: simplifiedAmendment
	},
	{
		...departure("recommended", "DNGB10", "DNXI11"),
		xiAsPrinted: "DNXI10",
		note: normalAmendment
	},
	arrival("as per matrix", "ASGB1", "ASXI1"),
	{
		...arrival("recommended", "ANGB1", "ANXI1"),
		note: normalArrival
	},
	arrival("recommended", "ASGB3", "ASXI3"),
	arrival("recommended", "ASGB4", "ASXI4")
];
/** What is wrong in the form's appendix A, each once, in our words. Source: FORM beside GUIDE. */
const errata = ["The form prints DNXI10 as the XI number of both amendment tests. In the testing guide DNXI10 is a release refused after the guarantee check failed; the XI amendments are DSXI10 (simplified) and DNXI11 (normal).", normalArrival];
function departure(need, gb, xi) {
	const flow = gb.startsWith("P") ? "pre-lodged-departure" : "standard-departure";
	return {
		group: "Departures",
		need,
		accepts: [gb, xi],
		flow,
		procedure: `${flow === "standard-departure" ? "Standard" : "Pre-lodge"} ${procedureOf(gb)}`
	};
}
function arrival(need, gb, xi) {
	return {
		group: "Arrivals",
		need,
		accepts: [gb, xi],
		flow: "arrival",
		procedure: procedureOf(gb)
	};
}
/** As the list words it. The second letter of the numbers in the list tells the procedure. */
function procedureOf(gb) {
	return gb.charAt(1) === "N" ? "Normal" : "Simplified";
}

// src/requirements/ncts5/form.ts
/** HMRC's form and where it comes from and goes to. Source: PAGE, FORM. */
const info = {
	name: "CTC Traders API v2.0 Application for Production Credentials Checklist",
	versions: [{
		version: "v1.0",
		date: "October 2023"
	}, {
		version: "v1.1",
		date: "January 2024"
	}],
	/** Where HMRC offers the form, by name and address. */
	page: {
		name: "page 'Apply for production credentials' of HMRC's CTC Traders API phase 5 testing guide",
		url: "https://developer.service.hmrc.gov.uk/guides/ctc-traders-phase5-testing-guide/documentation/apply-for-production-credentials.html"
	},
	/** Whom the filled-in form is sent to, by e-mail. */
	recipient: "SDSTeam@hmrc.gov.uk"
};
/** The form's numbered sections. Source: FORM. */
const sections = [
	{
		no: 1,
		title: "Information about your business"
	},
	{
		no: 2,
		title: "Information about your software application"
	},
	{
		no: 3,
		title: "Rate limit"
	},
	{
		no: 4,
		title: "Movement data capping limit"
	},
	{
		no: 5,
		title: "Testing production access scenarios"
	}
];
const aboveStandardRate = {
	key: "rateLimit.standardIsEnough",
	is: false
};
/** Sections 1 to 4 of the form, in its order. Source: FORM v1.0 and v1.1. */
const questions = [
	{
		key: "business.name",
		section: 1,
		label: "business name:",
		question: "What is your business called?",
		kind: "text"
	},
	{
		key: "business.address",
		section: 1,
		label: "business address:",
		question: "What is the address of your business?",
		kind: "text"
	},
	{
		key: "sandbox.applicationName",
		section: 2,
		label: "sandbox Application Name:",
		question: "Name of the sandbox application that you tested with",
		kind: "text"
	},
	{
		key: "sandbox.applicationId",
		section: 2,
		label: "sandbox Application ID:",
		question: "ID of the sandbox application that you tested with",
		kind: "text"
	},
	{
		key: "production.applicationName",
		section: 2,
		label: "Production Application Name:",
		question: "Name of the production application that needs credentials",
		kind: "text"
	},
	{
		key: "production.applicationId",
		section: 2,
		label: "Production Application ID:",
		question: "ID of the production application that needs credentials",
		kind: "text"
	},
	{
		key: "software.saas",
		section: 2,
		label: "Are you using Software as a Service (SaaS) software?",
		question: "Is the software offered as a service (SaaS)?",
		kind: "yes-no"
	},
	{
		key: "software.onPremise",
		section: 2,
		label: "Are you using an on-premise software solution?",
		question: "Is the software installed on premises?",
		kind: "yes-no"
	},
	{
		key: "software.productionApplications",
		section: 2,
		label: "If on-premise, how many production applications do you require?",
		question: "How many production applications does the on-premises software need?",
		kind: "integer",
		onlyIf: {
			key: "software.onPremise",
			is: true
		}
	},
	{
		key: "rateLimit.standardIsEnough",
		section: 3,
		label: "Will this be enough for your production application?",
		question: "Can production live with the standard limit of 3 requests per second for each application?",
		kind: "yes-no"
	},
	{
		key: "rateLimit.unsure",
		section: 3,
		label: "If unsure explain why:",
		question: "If you can not tell whether the standard limit will do: why?",
		kind: "text",
		onlyIf: {
			key: "rateLimit.standardIsEnough",
			is: "unknown"
		}
	},
	{
		key: "rateLimit.whyExceed",
		section: 3,
		label: "Why will your application exceed the 3 requests per second standard rate limit?",
		question: "What makes the application send more than 3 requests per second?",
		kind: "text",
		onlyIf: aboveStandardRate
	},
	{
		key: "rateLimit.history",
		section: 3,
		label: "Provide historical data to provide evidence your application has exceeded this rate limit previously.",
		question: "Which figures from the past show that the limit was exceeded?",
		kind: "text",
		onlyIf: aboveStandardRate
	},
	{
		key: "rateLimit.usage",
		section: 3,
		label: "Provide usage data showing the number of API calls made. Give details of your forecasts showing the calculation of what peak scenario traffic might look like.",
		question: "How many API calls are made, and how did you work out the traffic to expect at peak times?",
		kind: "text",
		onlyIf: aboveStandardRate
	},
	{
		key: "rateLimit.callsPerSession",
		section: 3,
		label: "How many times does your application call the API in one session?",
		question: "How many API calls does one session make?",
		kind: "text",
		onlyIf: aboveStandardRate
	},
	{
		key: "rateLimit.batch",
		section: 3,
		label: "Do you use batch processing? If yes, provide more details about how you do this and how often.",
		question: "Are messages processed in batches, and if so, how and how often?",
		kind: "text",
		onlyIf: aboveStandardRate
	},
	{
		key: "rateLimit.impact",
		section: 3,
		label: "If the standard rate limit is not increased from 3 requests per second, how will this impact your business?",
		question: "What would it mean for your business to stay at 3 requests per second?",
		kind: "text",
		onlyIf: aboveStandardRate
	},
	{
		key: "movementCap.exceeds500",
		section: 4,
		label: "Do you expect to exceed this limit for your GET all movements?",
		question: "Will 'GET all movements' find more than the 500 movements that it returns at most?",
		kind: "yes-no-unknown"
	},
	{
		key: "movementCap.over5000InFlight",
		section: 4,
		label: "Do you expect to have more than 5000 movements in flight at the same time?",
		question: "Will more than 5000 movements be under way at once?",
		kind: "yes-no-unknown"
	},
	{
		key: "software.eoriEnrolments",
		section: 4,
		label: "How many EORI enrolments do you expect to be required in a 28 day period?",
		question: "How many EORI enrolments will be needed within 28 days?",
		kind: "integer",
		onlyIn: "v1.0"
	}
];
/** The messages whose date and time the form asks for in a mandatory test, in the form's order. Source: FORM section 5. */
const onForm = {
	"standard-departure": [
		"IE015",
		"IE928",
		"IE028",
		"IE029"
	],
	"pre-lodged-departure": [
		"IE015",
		"IE928",
		"IE170",
		"IE028",
		"IE029"
	],
	arrival: ["IE007", "IE045"]
};
/** Source: FORM section 5. The form words the IE015 of test 1 differently from that of test 2. */
const mandatoryTests = [
	mandatoryTest(1, "standard-departure", "1. Mandatory test – Standard Departure", { IE015: "IE015 Date and time of submission:" }),
	mandatoryTest(2, "pre-lodged-departure", "2. Mandatory test – Pre-lodged Departure"),
	mandatoryTest(3, "arrival", "3. Mandatory test 3 – Arrivals")
];
/** HMRC's checklist for NCTS5. Source: FORM v1.0 and v1.1. */
const checklistForm = {
	info,
	sections,
	questions,
	mandatoryTests,
	recommendedSlots: 12,
	recommendedLabels: {
		title: "Recommended",
		scenario: "Scenario Number:",
		identifier: "MRN/LRN:"
	},
	answerMark: "Answer and evidence:"
};
function mandatoryTest(no, flow, title, exceptions = {}) {
	const labelOf = (message) => exceptions[message] ?? `${message} Date and time of ${isSent(message) ? "post" : "get"} submission:`;
	return {
		no,
		flow,
		title,
		labels: {
			notApplicable: "If not applicable please tell us why:",
			scenario: "Scenario Number:",
			mrn: "MRN:",
			messages: onForm[flow].map((message) => ({
				message,
				label: labelOf(message)
			}))
		}
	};
}
function isSent(message) {
	return messageOf(message)?.direction === "sent";
}

// src/requirements/ncts5/scenario-table.ts
const always = ["transition", "final"];
const transitionOnly = ["transition"];
const finalOnly = ["final"];
const guide = "testing guide";
const spreadsheet = "test data spreadsheet v9";
/**
* Every scenario of NCTS5 Trader Test, in the order in which HMRC lists them.
* Source: GUIDE (its scenario pages) and, for those that it doesn't describe yet, the test pack's data spreadsheet v9 (PACK).
*
* A line each: number, title, steps. Steps are separated by `;` and read: messages sent, `by hand` where HMRC has to be
* asked by e-mail, `>`, messages received. GB and XI don't always run in parallel (DNGB8 is not the twin of DNXI8),
* hence one line per number.
*/
const scenarios = [
	...group("standard-departure", "simplified", "GB", always, guide)`
    DSGB1 | Simplified departure declaration | IE015 > IE928 IE028 IE029
    DSGB2 | Simplified departure declaration with safety and security data | IE015 > IE928 IE028 IE029
    DSGB4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928 IE028; IE014 by hand > IE009
    DSGB5 | Cancellation of a transit declaration after release for transit | IE015 > IE928 IE028 IE029; IE014 > IE056
    DSGB6 | Control by office of departure satisfactory | IE015 > IE928 IE028; by hand > IE060 IE029
    DSGB7 | Control by office of departure unsatisfactory | IE015 > IE928 IE028; by hand > IE060 IE051
    DSGB8 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928 IE028 IE029; by hand > IE009
    DSGB9 | Release for transit refused due to guarantee checks failure | IE015 > IE928 IE028 IE055 IE051
    DSGB10 | Simplified departures amendments | IE015 > IE928 IE028; IE013 > IE004 IE029`,
	...group("standard-departure", "normal", "GB", always, guide)`
    DNGB1 | Normal departure declaration | IE015 > IE928; by hand > IE028 IE029
    DNGB2 | Normal departure declaration with safety and security data | IE015 > IE928; by hand > IE028 IE029
    DNGB4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928; by hand > IE028; IE014 >; by hand > IE009
    DNGB5 | Cancellation of a transit declaration after release for transit | IE015 > IE928; by hand > IE028 IE029; IE014 > IE056
    DNGB6 | Control by office of departure satisfactory | IE015 > IE928; by hand > IE028 IE060 IE029
    DNGB7 | Control by office of departure unsatisfactory | IE015 > IE928; by hand > IE028 IE060 IE051
    DNGB8 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928; by hand > IE028 IE029
    DNGB9 | Release for transit refused due to guarantee checks failure | IE015 > IE928; by hand > IE028 IE055 IE051
    DNGB10 | Normal departures amendments | IE015 > IE928; by hand > IE028; IE013 > IE004; by hand > IE029`,
	...group("standard-departure", "simplified", "XI", always, guide)`
    DSXI1 | Simplified departure declaration | IE015 > IE928 IE028 IE029
    DSXI2 | Simplified departure declaration with safety and security data | IE015 > IE928 IE028 IE029
    DSXI4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928 IE028; IE014 by hand > IE009
    DSXI5 | Cancellation of a transit declaration after release for transit | IE015 > IE928 IE028 IE029; IE014 > IE056
    DSXI6 | Control by office of departure satisfactory | IE015 > IE928 IE028; by hand > IE060 IE029
    DSXI7 | Control by office of departure unsatisfactory | IE015 > IE928 IE028; by hand > IE060 IE051
    DSXI8 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928 IE028 IE029; by hand > IE009
    DSXI9 | Release for transit refused due to guarantee checks failure | IE015 > IE928 IE028 IE055 IE051
    DSXI10 | Simplified departures amendments | IE015 > IE928 IE028; IE013 > IE004 IE029`,
	...group("standard-departure", "normal", "XI", always, guide)`
    DNXI1 | Normal departure declaration | IE015 > IE928; by hand > IE028 IE029
    DNXI2 | Normal departure declaration with safety and security data | IE015 > IE928; by hand > IE028 IE029
    DNXI4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928; by hand > IE028; IE014 >; by hand > IE009
    DNXI5 | Cancellation of a transit declaration after release for transit | IE015 > IE928; by hand > IE028 IE029; IE014 > IE056
    DNXI6 | Control by office of departure satisfactory | IE015 > IE928; by hand > IE028 IE060 IE029
    DNXI7 | Control by office of departure unsatisfactory | IE015 > IE928; by hand > IE028 IE060 IE051
    DNXI8 | Normal departure declaration TIR | IE015 > IE928; by hand > IE028 IE029
    DNXI9 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928; by hand > IE028 IE029 IE009
    DNXI10 | Release for transit refused due to guarantee checks failure | IE015 > IE928; by hand > IE028 IE055 IE051
    DNXI11 | Normal departures amendments | IE015 > IE928; by hand > IE028; IE013 > IE004; by hand > IE029`,
	...group("pre-lodged-departure", "simplified", "GB", always, guide)`
    PSGB1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028 IE029
    PSGB2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PSGB3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028 IE029
    PSGB4 | Cancellation | IE015 > IE928; IE014 > IE009`,
	...group("pre-lodged-departure", "normal", "GB", always, guide)`
    PNGB1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028; by hand > IE029
    PNGB2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PNGB3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028; by hand > IE029
    PNGB4 | Cancellation | IE015 > IE928; IE014 > IE009`,
	...group("pre-lodged-departure", "simplified", "XI", always, guide)`
    PSXI1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028 IE029
    PSXI2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PSXI3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028 IE029
    PSXI4 | Cancellation | IE015 > IE928; IE014 > IE009`,
	...group("pre-lodged-departure", "normal", "XI", always, guide)`
    PNXI1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028; by hand > IE029
    PNXI2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PNXI3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028; by hand > IE029
    PNXI4 | Cancellation | IE015 > IE928; IE014 > IE009`,
	...group("arrival", "simplified", "GB", always, guide)`
    ASGB1 | Simplified arrival | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045
    ASGB2 | Unloading remarks rejected/accepted | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE057; IE044 > IE025 IE045
    ASGB3 | Major discrepancies resolved | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand > IE025 IE019 IE025 IE045
    ASGB4 | Major discrepancies confirmed | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand > IE025 IE019 IE035
    ASGB5 | Non-conformance | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand > IE025 IE045`,
	...group("arrival", "normal", "GB", always, guide)`
    ANGB1 | Normal arrival | IE015 > IE928 IE028 IE029; IE007 by hand > IE025 IE045`,
	...group("arrival", "either", "GB", always, guide)`
    AGB1 | Rejection of arrival notification | IE015 > IE928 IE028 IE029; by hand > IE009; IE007 > IE057`,
	...group("arrival", "simplified", "XI", always, guide)`
    ASXI1 | Simplified arrival | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045
    ASXI2 | Unloading remarks rejected/accepted | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE057; IE044 > IE025 IE045
    ASXI3 | Major discrepancies resolved | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand > IE025 IE019 IE025 IE045
    ASXI4 | Major discrepancies confirmed | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand > IE025 IE019 IE035
    ASXI5 | Non-conformance | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand > IE025 IE045`,
	...group("arrival", "normal", "XI", always, guide)`
    ANXI1 | Normal arrival | IE015 > IE928 IE028 IE029; IE007 by hand > IE025 IE045`,
	...group("arrival", "either", "XI", always, guide)`
    AXI1 | Rejection of arrival notification | IE015 > IE928 IE028 IE029; by hand > IE009; IE007 > IE057`,
	...group("standard-departure", "simplified", "GB", transitionOnly, guide)`
    DSGBT1 | Violation of transition rule B1895 | IE015 > IE056
    DSGBT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DSGBT3 | Violation of transition rule B1892 | IE015 > IE056
    DSGBT4 | Violation of transition rule B1897 | IE015 > IE056
    DSGBT5 | Violation of transition rule B1848 | IE015 > IE056
    DSGBT6 | Violation of transition rule E1406 | IE015 > IE056
    DSGBT7 | Violation of transition rule E1301 | IE015 > IE056
    DSGBT8 | Validation of transition rule B1964 | IE015 > IE928 IE028 IE029`,
	...group("standard-departure", "normal", "GB", transitionOnly, guide)`
    DNGBT1 | Violation of transition rule B1895 | IE015 > IE056
    DNGBT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DNGBT3 | Violation of transition rule B1892 | IE015 > IE056
    DNGBT4 | Violation of transition rule B1897 | IE015 > IE056
    DNGBT5 | Violation of transition rule B1848 | IE015 > IE056
    DNGBT6 | Violation of transition rule E1406 | IE015 > IE056
    DNGBT7 | Violation of transition rule E1301 | IE015 > IE056
    DNGBT8 | Validation of transition rule B1964 | IE015 > IE928; by hand > IE028 IE029`,
	...group("standard-departure", "simplified", "XI", transitionOnly, guide)`
    DSXIT1 | Violation of transition rule B1895 | IE015 > IE056
    DSXIT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DSXIT3 | Violation of transition rule B1892 | IE015 > IE056
    DSXIT4 | Violation of transition rule B1897 | IE015 > IE056
    DSXIT5 | Violation of transition rule B1848 | IE015 > IE056
    DSXIT6 | Violation of transition rule E1406 | IE015 > IE056
    DSXIT7 | Violation of transition rule E1301 | IE015 > IE056
    DSXIT8 | Validation of transition rule B1964 | IE015 > IE928 IE028 IE029`,
	...group("standard-departure", "normal", "XI", transitionOnly, guide)`
    DNXIT1 | Violation of transition rule B1895 | IE015 > IE056
    DNXIT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DNXIT3 | Violation of transition rule B1892 | IE015 > IE056
    DNXIT4 | Violation of transition rule B1897 | IE015 > IE056
    DNXIT5 | Violation of transition rule B1848 | IE015 > IE056
    DNXIT6 | Violation of transition rule E1406 | IE015 > IE056
    DNXIT7 | Violation of transition rule E1301 | IE015 > IE056
    DNXIT8 | Validation of transition rule B1964 | IE015 > IE928; by hand > IE028 IE029`,
	...group("arrival", "simplified", "GB", transitionOnly, guide)`
    ASGBT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
	...group("arrival", "normal", "GB", transitionOnly, guide)`
    ANGBT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 >; by hand > IE025 IE045`,
	...group("arrival", "simplified", "XI", transitionOnly, guide)`
    ASXIT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
	...group("arrival", "normal", "XI", transitionOnly, guide)`
    ANXIT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 >; by hand > IE025 IE045`,
	...group("standard-departure", "simplified", "GB", finalOnly, guide)`
    DSGB3 | Simplified departure declaration - Multiple house consignment | IE015 > IE928 IE028 IE029`,
	...group("standard-departure", "normal", "GB", finalOnly, guide)`
    DNGB3 | Normal departure declaration - Multiple house consignment | IE015 > IE928; by hand > IE028 IE029`,
	...group("standard-departure", "simplified", "XI", finalOnly, guide)`
    DSXI3 | Simplified departure declaration - Multiple house consignment | IE015 > IE928 IE028 IE029`,
	...group("standard-departure", "normal", "XI", finalOnly, guide)`
    DNXI3 | Normal departure declaration - Multiple house consignment | IE015 > IE928; by hand > IE028 IE029`,
	...group("standard-departure", "simplified", "GB", finalOnly, spreadsheet)`
    DSGB12 | Multiple house consignment simplified departure | IE015 > IE928 IE028 IE029`,
	...group("standard-departure", "normal", "GB", finalOnly, spreadsheet)`
    DNGB12 | Multiple house consignment normal departure | IE015 > IE928; by hand > IE028 IE029`,
	...group("pre-lodged-departure", "simplified", "GB", finalOnly, spreadsheet)`
    PSGB5 | Multiple house consignment pre-lodged simplified departure | IE015 > IE928; IE170 > IE028 IE029`,
	...group("pre-lodged-departure", "normal", "GB", finalOnly, spreadsheet)`
    PNGB5 | Multiple house consignment pre-lodged normal departure | IE015 > IE928; IE170 > IE028; by hand > IE029`,
	...group("arrival", "simplified", "GB", finalOnly, spreadsheet)`
    ASGB6 | Multiple house consignment simplified arrival (no discrepancies) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
	...group("arrival", "normal", "GB", finalOnly, spreadsheet)`
    ANGB2 | Multiple house consignment normal arrival (no discrepancies) | IE015 > IE928 IE028 IE029; by hand > IE045`,
	...group("arrival", "simplified", "GB", finalOnly, spreadsheet)`
    NCGB1 | Non-conformance: unloading remarks with combined major discrepancies | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 >; by hand > IE025 IE025 IE045
    WCGB1 | Movement of goods without container (container indicator 0) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
	...group("standard-departure", "simplified", "XI", finalOnly, spreadsheet)`
    DSXI12 | Multiple house consignment simplified departure | IE015 > IE928 IE028 IE029`,
	...group("standard-departure", "normal", "XI", finalOnly, spreadsheet)`
    DNXI12 | Multiple house consignment normal departure | IE015 > IE928; by hand > IE028 IE029`,
	...group("pre-lodged-departure", "simplified", "XI", finalOnly, spreadsheet)`
    PSXI5 | Multiple house consignment pre-lodged simplified departure | IE015 > IE928; IE170 > IE028 IE029`,
	...group("pre-lodged-departure", "normal", "XI", finalOnly, spreadsheet)`
    PNXI5 | Multiple house consignment pre-lodged normal departure | IE015 > IE928; IE170 > IE028; by hand > IE029`,
	...group("arrival", "simplified", "XI", finalOnly, spreadsheet)`
    ASXI6 | Multiple house consignment simplified arrival (no discrepancies) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
	...group("arrival", "normal", "XI", finalOnly, spreadsheet)`
    ANXI2 | Multiple house consignment normal arrival (no discrepancies) | IE015 > IE928 IE028 IE029; by hand > IE045`,
	...group("arrival", "simplified", "XI", finalOnly, spreadsheet)`
    NCXI1 | Non-conformance: unloading remarks with combined major discrepancies | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 >; by hand > IE025 IE025 IE045
    WCXI1 | Movement of goods without container (container indicator 0) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`
];
/** Reads the lines of scenarios that share everything but number, title and steps. */
function group(flow, procedure, region, modes, source) {
	return (lines) => lines.join("").split("\n").filter((line) => line.includes("|")).map((line) => {
		const [id = "", title = "", steps = ""] = line.split("|").map((cell) => cell.trim());
		return {
			id,
			title,
			flow,
			procedure,
			region,
			modes,
			steps: steps.split(";").map(stepOf),
			source
		};
	});
}
function stepOf(notation) {
	const [before = "", after = ""] = notation.split(">");
	return {
		sends: words(before.replace("by hand", "")),
		manualIntervention: before.includes("by hand"),
		receives: words(after)
	};
}
function words(text) {
	return text.split(" ").filter((word) => word !== "");
}

// src/requirements/ncts5/ncts5.ts
/**
* The phases of NCTS5 and the windows in which evidence for them must have been gained. Source: PAGE.
*
* Phase 1 (transition rules): 30 October 2023 to 3 June 2024, that day included.
* Phase 2 (final rules): HMRC says only 'summer 2024', without an end; NCTS5 went live in the UK on 1 July 2024.
*/
const phases = [{
	no: 1,
	from: Date.UTC(2023, 9, 30),
	to: Date.UTC(2024, 5, 4),
	remark: "Phase 1 (transition rules) closed on 3 June 2024: only evidence from 30 October 2023 to that day counts for it, and HMRC takes no new applications under it; phase 2 is the current one."
}, {
	no: 2,
	from: Date.UTC(2024, 6, 1)
}];
/** Phase 5 of the New Computerised Transit System. Source: PAGE, FORM, GUIDE, PACK. */
const ncts5 = {
	name: "NCTS5",
	begins: Date.UTC(2023, 0, 1),
	maxAgeDays: 14,
	scenarios: byNumber(scenarios),
	matrix: {
		rows: matrixRows,
		columns: matrixColumns,
		cells: decisionMatrix
	},
	listedTests,
	errata,
	form: checklistForm,
	phases
};

export { flowTitle as _, recommendationsFor as a, formMessages as c, questionOf as d, spokenAnswer as f, departureCountry as g, phaseRange as h, demands as i, mayBeUnknown as l, messageOf as m, scenarioFinder as n, requirementsFor as o, ageMessages as p, interventionMail as r, answerTo as s, ncts5 as t, openQuestions as u, flows as v, hasMrn as y };