import { h as openingHours, m as mailboxHours } from "./time.js";

// src/requirements/ncts5/appendix-a.ts
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
function procedureOf(gb) {
	return gb.charAt(1) === "N" ? "Normal" : "Simplified";
}

// src/requirements/messages.ts
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
function messageOf(type) {
	return byType.get(type);
}
const wholeMovement = { has: () => true };
const arrivalAlone = { has: (type) => byType.get(type)?.phase !== "departure" };
function ageMessages(flow, arrivalAge) {
	return flow === "arrival" && arrivalAge === "arrival" ? arrivalAlone : wholeMovement;
}

// src/requirements/ncts5/form.ts
const info$1 = {
	name: "CTC Traders API v2.0 Application for Production Credentials Checklist",
	title: "Application for Production Credentials Checklist",
	versions: [{
		version: "v1.0",
		date: "October 2023"
	}, {
		version: "v1.1",
		date: "January 2024"
	}],
	page: {
		name: "page 'Apply for production credentials' of HMRC's CTC Traders API phase 5 testing guide",
		url: "https://developer.service.hmrc.gov.uk/guides/ctc-traders-phase5-testing-guide/documentation/apply-for-production-credentials.html"
	}
};
const sections$1 = [
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
const questions$1 = [
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
const mandatoryTests = [
	mandatoryTest(1, "standard-departure", "1. Mandatory test – Standard Departure", { IE015: "IE015 Date and time of submission:" }),
	mandatoryTest(2, "pre-lodged-departure", "2. Mandatory test – Pre-lodged Departure"),
	mandatoryTest(3, "arrival", "3. Mandatory test 3 – Arrivals")
];
const checklistForm = {
	info: info$1,
	sections: sections$1,
	questions: questions$1,
	mandatoryTests,
	evidence: [],
	byHand: [],
	notLabels: [],
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

// src/requirements/programme.ts
function submitsWords(submission) {
	return submission.kind === "mail" ? `send the form to ${submission.to}` : `upload the form in the ${submission.name} (${submission.url})`;
}
function handInWords(submission) {
	if (submission.kind === "mail") return `The form is sent by e-mail to ${submission.to}.`;
	const { name, url, condition, warning } = submission;
	return `The form is uploaded in the ${name} (${url}), ${condition}. ${warning}`;
}
function sentWords(submission) {
	return submission.kind === "mail" ? `sent by e-mail to ${submission.to}` : `uploaded in the ${submission.name} (${submission.url})`;
}
function unusedIn({ unused, phases }) {
	return [.../* @__PURE__ */ new Set([...unused, ...phases.length === 0 ? ["phase"] : []])];
}
function byNumber(scenarios) {
	const numbered = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
	if (numbered.size < scenarios.length) throw new Error("Two scenarios of a programme have the same number.");
	return numbered;
}
function phaseRange(offered) {
	const numbers = offered.map(({ no }) => no);
	return numbers.length === 0 ? void 0 : {
		min: Math.min(...numbers),
		max: Math.max(...numbers)
	};
}

// src/requirements/scenario.ts
const factsOfFlows = {
	"standard-departure": {
		id: "standard-departure",
		title: "Standard departure",
		name: "standard departure",
		plural: "standard departures",
		direction: "outbound"
	},
	"pre-lodged-departure": {
		id: "pre-lodged-departure",
		title: "Pre-lodged departure",
		name: "pre-lodged departure",
		plural: "pre-lodged departures",
		direction: "outbound"
	},
	arrival: {
		id: "arrival",
		title: "Arrival",
		name: "arrival",
		plural: "arrivals",
		direction: "inbound"
	}
};
const flows = Object.values(factsOfFlows);
function flowFacts(flow) {
	return factsOfFlows[flow];
}
function flowTitle(flow) {
	return factsOfFlows[flow].title;
}
function departureCountry({ flow, region }) {
	if (flow !== "arrival") return region;
	return region === "GB" ? "XI" : "GB";
}
function hasMrn({ flow, steps }) {
	return flow === "arrival" || steps.some(({ receives }) => receives.includes("IE028"));
}
function readScenarios(group, contradictory, lines) {
	return lines.join("").split("\n").filter((line) => line.includes("|")).map((line) => {
		const [id = "", title = "", steps = "", minutes = "", twin = ""] = line.split("|").map((cell) => cell.trim());
		return {
			...group,
			id,
			title,
			mrnCountry: contradictory.has(id) ? void 0 : departureCountry(group),
			steps: readSteps(steps),
			minutes: minutes === "" ? void 0 : Number(minutes),
			twin: twin === "" ? void 0 : twin,
			misprint: void 0
		};
	});
}
function readSteps(notation) {
	const steps = knownSteps.get(notation) ?? newSteps(notation);
	knownSteps.set(notation, steps);
	return steps;
}
const knownSteps = /* @__PURE__ */ new Map();
function newSteps(notation) {
	return notation.split(";").map((step) => {
		const [before = "", after = ""] = step.split(">");
		const [, sends = "", byHand, asks = ""] = /^([^(]*?)(by hand)?\s*(?:\(([^)]*)\))?\s*$/u.exec(before) ?? [];
		return {
			sends: words(sends),
			manualIntervention: byHand !== void 0,
			asks: asks.split(",").flatMap((ask) => ask.trim() || []),
			receives: words(after)
		};
	});
}
function words(text) {
	return text.split(" ").filter((word) => word !== "");
}

// src/requirements/ncts5/scenario-table.ts
const always = ["transition", "final"];
const transitionOnly = ["transition"];
const finalOnly = ["final"];
const guide = "testing guide";
const spreadsheet$1 = "test data spreadsheet v9";
const contradictory$1 = /* @__PURE__ */ new Set(["WCGB1", "WCXI1"]);
const scenarios$1 = [
	...group$1("standard-departure", "simplified", "GB", always, guide)`
    DSGB1 | Simplified departure declaration | IE015 > IE928 IE028 IE029
    DSGB2 | Simplified departure declaration with safety and security data | IE015 > IE928 IE028 IE029
    DSGB4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928 IE028; IE014 by hand (accept the cancellation) > IE009
    DSGB5 | Cancellation of a transit declaration after release for transit | IE015 > IE928 IE028 IE029; IE014 > IE056
    DSGB6 | Control by office of departure satisfactory | IE015 > IE928 IE028; by hand (control, release) > IE060 IE029
    DSGB7 | Control by office of departure unsatisfactory | IE015 > IE928 IE028; by hand (control, end) > IE060 IE051
    DSGB8 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009
    DSGB9 | Release for transit refused due to guarantee checks failure | IE015 > IE928 IE028 IE055 IE051
    DSGB10 | Simplified departures amendments | IE015 > IE928 IE028; IE013 > IE004 IE029`,
	...group$1("standard-departure", "normal", "GB", always, guide)`
    DNGB1 | Normal departure declaration | IE015 > IE928; by hand (accept, release) > IE028 IE029
    DNGB2 | Normal departure declaration with safety and security data | IE015 > IE928; by hand (accept, release) > IE028 IE029
    DNGB4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928; by hand (accept) > IE028; IE014 >; by hand (accept the cancellation) > IE009
    DNGB5 | Cancellation of a transit declaration after release for transit | IE015 > IE928; by hand (accept, release) > IE028 IE029; IE014 > IE056
    DNGB6 | Control by office of departure satisfactory | IE015 > IE928; by hand (accept, control, release) > IE028 IE060 IE029
    DNGB7 | Control by office of departure unsatisfactory | IE015 > IE928; by hand (accept, control, end) > IE028 IE060 IE051
    DNGB8 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928; by hand (accept, release, cancel) > IE028 IE029
    DNGB9 | Release for transit refused due to guarantee checks failure | IE015 > IE928; by hand (accept, release) > IE028 IE055 IE051
    DNGB10 | Normal departures amendments | IE015 > IE928; by hand (accept) > IE028; IE013 > IE004; by hand (release) > IE029`,
	...group$1("standard-departure", "simplified", "XI", always, guide)`
    DSXI1 | Simplified departure declaration | IE015 > IE928 IE028 IE029
    DSXI2 | Simplified departure declaration with safety and security data | IE015 > IE928 IE028 IE029
    DSXI4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928 IE028; IE014 by hand (accept the cancellation) > IE009
    DSXI5 | Cancellation of a transit declaration after release for transit | IE015 > IE928 IE028 IE029; IE014 > IE056
    DSXI6 | Control by office of departure satisfactory | IE015 > IE928 IE028; by hand (control, release) > IE060 IE029
    DSXI7 | Control by office of departure unsatisfactory | IE015 > IE928 IE028; by hand (control, end) > IE060 IE051
    DSXI8 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009
    DSXI9 | Release for transit refused due to guarantee checks failure | IE015 > IE928 IE028 IE055 IE051
    DSXI10 | Simplified departures amendments | IE015 > IE928 IE028; IE013 > IE004 IE029`,
	...group$1("standard-departure", "normal", "XI", always, guide)`
    DNXI1 | Normal departure declaration | IE015 > IE928; by hand (accept, release) > IE028 IE029
    DNXI2 | Normal departure declaration with safety and security data | IE015 > IE928; by hand (accept, release) > IE028 IE029
    DNXI4 | Cancellation request by the holder of the transit procedure before release for transit | IE015 > IE928; by hand (accept) > IE028; IE014 >; by hand (accept the cancellation) > IE009
    DNXI5 | Cancellation of a transit declaration after release for transit | IE015 > IE928; by hand (accept, release) > IE028 IE029; IE014 > IE056
    DNXI6 | Control by office of departure satisfactory | IE015 > IE928; by hand (accept, control, release) > IE028 IE060 IE029
    DNXI7 | Control by office of departure unsatisfactory | IE015 > IE928; by hand (accept, control, reject) > IE028 IE060 IE051
    DNXI8 | Normal departure declaration TIR | IE015 > IE928; by hand (accept, release) > IE028 IE029
    DNXI9 | Cancellation of a transit declaration after release for transit by office of departure | IE015 > IE928; by hand (accept, release, cancel) > IE028 IE029 IE009
    DNXI10 | Release for transit refused due to guarantee checks failure | IE015 > IE928; by hand (accept, release) > IE028 IE055 IE051
    DNXI11 | Normal departures amendments | IE015 > IE928; by hand (accept) > IE028; IE013 > IE004; by hand (release) > IE029`,
	...group$1("pre-lodged-departure", "simplified", "GB", always, guide)`
    PSGB1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028 IE029
    PSGB2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PSGB3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028 IE029
    PSGB4 | Cancellation | IE015 > IE928; IE014 > IE009`,
	...group$1("pre-lodged-departure", "normal", "GB", always, guide)`
    PNGB1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028; by hand (release) > IE029
    PNGB2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PNGB3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028; by hand (release) > IE029
    PNGB4 | Cancellation | IE015 > IE928; IE014 > IE009`,
	...group$1("pre-lodged-departure", "simplified", "XI", always, guide)`
    PSXI1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028 IE029
    PSXI2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PSXI3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028 IE029
    PSXI4 | Cancellation | IE015 > IE928; IE014 > IE009`,
	...group$1("pre-lodged-departure", "normal", "XI", always, guide)`
    PNXI1 | Pre-lodged declaration | IE015 > IE928; IE170 > IE028; by hand (release) > IE029
    PNXI2 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056
    PNXI3 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028; by hand (release) > IE029
    PNXI4 | Cancellation | IE015 > IE928; IE014 > IE009`,
	...group$1("arrival", "simplified", "GB", always, guide)`
    ASGB1 | Simplified arrival | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045
    ASGB2 | Unloading remarks rejected/accepted | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE057; IE044 > IE025 IE045
    ASGB3 | Major discrepancies resolved | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, resolve them) > IE025 IE019 IE025 IE045
    ASGB4 | Major discrepancies confirmed | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, confirm them) > IE025 IE019 IE035
    ASGB5 | Non-conformance | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (release) > IE025 IE045`,
	...group$1("arrival", "normal", "GB", always, guide)`
    ANGB1 | Normal arrival | IE015 > IE928 IE028 IE029; IE007 by hand (accept the arrival, release) > IE025 IE045`,
	...group$1("arrival", "either", "GB", always, guide)`
    AGB1 | Rejection of arrival notification | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009; IE007 > IE057`,
	...group$1("arrival", "simplified", "XI", always, guide)`
    ASXI1 | Simplified arrival | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045
    ASXI2 | Unloading remarks rejected/accepted | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE057; IE044 > IE025 IE045
    ASXI3 | Major discrepancies resolved | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, resolve them) > IE025 IE019 IE025 IE045
    ASXI4 | Major discrepancies confirmed | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, confirm them) > IE025 IE019 IE035
    ASXI5 | Non-conformance | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (release) > IE025 IE045`,
	...group$1("arrival", "normal", "XI", always, guide)`
    ANXI1 | Normal arrival | IE015 > IE928 IE028 IE029; IE007 by hand (accept the arrival, release) > IE025 IE045`,
	...group$1("arrival", "either", "XI", always, guide)`
    AXI1 | Rejection of arrival notification | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009; IE007 > IE057`,
	...group$1("standard-departure", "simplified", "GB", transitionOnly, guide)`
    DSGBT1 | Violation of transition rule B1895 | IE015 > IE056
    DSGBT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DSGBT3 | Violation of transition rule B1892 | IE015 > IE056
    DSGBT4 | Violation of transition rule B1897 | IE015 > IE056
    DSGBT5 | Violation of transition rule B1848 | IE015 > IE056
    DSGBT6 | Violation of transition rule E1406 | IE015 > IE056
    DSGBT7 | Violation of transition rule E1301 | IE015 > IE056
    DSGBT8 | Validation of transition rule B1964 | IE015 > IE928 IE028 IE029`,
	...group$1("standard-departure", "normal", "GB", transitionOnly, guide)`
    DNGBT1 | Violation of transition rule B1895 | IE015 > IE056
    DNGBT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DNGBT3 | Violation of transition rule B1892 | IE015 > IE056
    DNGBT4 | Violation of transition rule B1897 | IE015 > IE056
    DNGBT5 | Violation of transition rule B1848 | IE015 > IE056
    DNGBT6 | Violation of transition rule E1406 | IE015 > IE056
    DNGBT7 | Violation of transition rule E1301 | IE015 > IE056
    DNGBT8 | Validation of transition rule B1964 | IE015 > IE928; by hand (accept, release) > IE028 IE029`,
	...group$1("standard-departure", "simplified", "XI", transitionOnly, guide)`
    DSXIT1 | Violation of transition rule B1895 | IE015 > IE056
    DSXIT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DSXIT3 | Violation of transition rule B1892 | IE015 > IE056
    DSXIT4 | Violation of transition rule B1897 | IE015 > IE056
    DSXIT5 | Violation of transition rule B1848 | IE015 > IE056
    DSXIT6 | Violation of transition rule E1406 | IE015 > IE056
    DSXIT7 | Violation of transition rule E1301 | IE015 > IE056
    DSXIT8 | Validation of transition rule B1964 | IE015 > IE928 IE028 IE029`,
	...group$1("standard-departure", "normal", "XI", transitionOnly, guide)`
    DNXIT1 | Violation of transition rule B1895 | IE015 > IE056
    DNXIT2 | Violation of transition rules B1890 and B1891 | IE015 > IE056
    DNXIT3 | Violation of transition rule B1892 | IE015 > IE056
    DNXIT4 | Violation of transition rule B1897 | IE015 > IE056
    DNXIT5 | Violation of transition rule B1848 | IE015 > IE056
    DNXIT6 | Violation of transition rule E1406 | IE015 > IE056
    DNXIT7 | Violation of transition rule E1301 | IE015 > IE056
    DNXIT8 | Validation of transition rule B1964 | IE015 > IE928; by hand (accept, release) > IE028 IE029`,
	...group$1("arrival", "simplified", "GB", transitionOnly, guide)`
    ASGBT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
	...group$1("arrival", "normal", "GB", transitionOnly, guide)`
    ANGBT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 >; by hand (accept, release) > IE025 IE045`,
	...group$1("arrival", "simplified", "XI", transitionOnly, guide)`
    ASXIT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
	...group$1("arrival", "normal", "XI", transitionOnly, guide)`
    ANXIT1 | Incident en route | IE015 > IE928 IE028 IE029; IE007 >; by hand (accept, release) > IE025 IE045`,
	...group$1("standard-departure", "simplified", "GB", finalOnly, guide)`
    DSGB3 | Simplified departure declaration - Multiple house consignment | IE015 > IE928 IE028 IE029`,
	...group$1("standard-departure", "normal", "GB", finalOnly, guide)`
    DNGB3 | Normal departure declaration - Multiple house consignment | IE015 > IE928; by hand (accept, release) > IE028 IE029`,
	...group$1("standard-departure", "simplified", "XI", finalOnly, guide)`
    DSXI3 | Simplified departure declaration - Multiple house consignment | IE015 > IE928 IE028 IE029`,
	...group$1("standard-departure", "normal", "XI", finalOnly, guide)`
    DNXI3 | Normal departure declaration - Multiple house consignment | IE015 > IE928; by hand (accept, release) > IE028 IE029`,
	...group$1("standard-departure", "simplified", "GB", finalOnly, spreadsheet$1)`
    DSGB12 | Multiple house consignment simplified departure | IE015 > IE928 IE028 IE029`,
	...group$1("standard-departure", "normal", "GB", finalOnly, spreadsheet$1)`
    DNGB12 | Multiple house consignment normal departure | IE015 > IE928; by hand (accept, release) > IE028 IE029`,
	...group$1("pre-lodged-departure", "simplified", "GB", finalOnly, spreadsheet$1)`
    PSGB5 | Multiple house consignment pre-lodged simplified departure | IE015 > IE928; IE170 > IE028 IE029`,
	...group$1("pre-lodged-departure", "normal", "GB", finalOnly, spreadsheet$1)`
    PNGB5 | Multiple house consignment pre-lodged normal departure | IE015 > IE928; IE170 > IE028; by hand (release) > IE029`,
	...group$1("arrival", "simplified", "GB", finalOnly, spreadsheet$1)`
    ASGB6 | Multiple house consignment simplified arrival (no discrepancies) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
	...group$1("arrival", "normal", "GB", finalOnly, spreadsheet$1)`
    ANGB2 | Multiple house consignment normal arrival (no discrepancies) | IE015 > IE928 IE028 IE029; by hand (complete a normal arrival) > IE045`,
	...group$1("arrival", "simplified", "GB", finalOnly, spreadsheet$1)`
    NCGB1 | Non-conformance: unloading remarks with combined major discrepancies | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 >; by hand (record major discrepancies, resolve them) > IE025 IE025 IE045
    WCGB1 | Movement of goods without container (container indicator 0) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
	...group$1("standard-departure", "simplified", "XI", finalOnly, spreadsheet$1)`
    DSXI12 | Multiple house consignment simplified departure | IE015 > IE928 IE028 IE029`,
	...group$1("standard-departure", "normal", "XI", finalOnly, spreadsheet$1)`
    DNXI12 | Multiple house consignment normal departure | IE015 > IE928; by hand (accept, release) > IE028 IE029`,
	...group$1("pre-lodged-departure", "simplified", "XI", finalOnly, spreadsheet$1)`
    PSXI5 | Multiple house consignment pre-lodged simplified departure | IE015 > IE928; IE170 > IE028 IE029`,
	...group$1("pre-lodged-departure", "normal", "XI", finalOnly, spreadsheet$1)`
    PNXI5 | Multiple house consignment pre-lodged normal departure | IE015 > IE928; IE170 > IE028; by hand (release) > IE029`,
	...group$1("arrival", "simplified", "XI", finalOnly, spreadsheet$1)`
    ASXI6 | Multiple house consignment simplified arrival (no discrepancies) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`,
	...group$1("arrival", "normal", "XI", finalOnly, spreadsheet$1)`
    ANXI2 | Multiple house consignment normal arrival (no discrepancies) | IE015 > IE928 IE028 IE029; by hand (complete a normal arrival) > IE045`,
	...group$1("arrival", "simplified", "XI", finalOnly, spreadsheet$1)`
    NCXI1 | Non-conformance: unloading remarks with combined major discrepancies | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 >; by hand (record major discrepancies, resolve them) > IE025 IE025 IE045
    WCXI1 | Movement of goods without container (container indicator 0) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045`
];
function group$1(flow, procedure, region, modes, source) {
	return (lines) => readScenarios({
		flow,
		procedure,
		region,
		modes,
		source
	}, contradictory$1, lines).map((scenario) => ({
		...scenario,
		minutes: isReleasedByItself(scenario) ? 45 : void 0
	}));
}
function isReleasedByItself({ steps }) {
	return steps[0]?.receives.includes("IE029") === true && steps.every(({ manualIntervention }) => !manualIntervention);
}

// src/requirements/ncts5/ncts5.ts
const phases = [{
	no: 1,
	from: Date.UTC(2023, 9, 30),
	to: Date.UTC(2024, 5, 4),
	about: "transition rules, closed since 3 June 2024",
	remark: "Phase 1 (transition rules) closed on 3 June 2024: only evidence from 30 October 2023 to that day counts for it, and HMRC takes no new applications under it; phase 2 is the current one."
}, {
	no: 2,
	from: Date.UTC(2024, 6, 1),
	about: "final rules, evidence from 1 July 2024 on"
}];
const ncts5 = {
	id: "ncts5",
	name: "NCTS5",
	api: "v2.1",
	begins: Date.UTC(2023, 0, 1),
	beforeItBegan: "before 2023, before NCTS5",
	maxAgeDays: 14,
	arrivalAge: "arrival",
	numbers: {
		prefix: void 0,
		separators: "",
		digits: void 0
	},
	scenarios: byNumber(scenarios$1),
	demand: {
		kind: "matrix",
		heading: "The form's appendix A",
		rows: matrixRows,
		columns: matrixColumns,
		cells: decisionMatrix,
		listedTests
	},
	errata,
	form: checklistForm,
	expected: onForm,
	phases,
	submission: {
		kind: "mail",
		to: "SDSTeam@hmrc.gov.uk"
	},
	interventions: {
		to: "nctsp5tradertest@hmrc.gov.uk",
		subject: "Manual Intervention",
		arrivals: [],
		urgent: []
	},
	trading: {
		open: openingHours.text,
		mailbox: mailboxHours
	},
	names: {
		configuration: ".github/ncts5.yml",
		checklist: "ncts5-checklist.docx",
		report: "ncts5-report.json",
		badge: "NCTS5 evidence",
		check: "NCTS5 production checklist",
		issueLabel: "ncts5-checklist",
		paper: "production checklist"
	},
	tellsOthers: false,
	unused: [],
	foreign: [{
		phaseId: "NCTS6",
		name: "NCTS6",
		refused: true
	}]
};

// src/requirements/ncts6/released.ts
const released = {
	kind: "movement",
	heading: "The readiness checklist",
	id: "outbound-released",
	title: "Released outbound movement",
	wanted: "a released departure, such as P6-DSGB-01",
	first: ["P6-DSGB-01", "P6-DSXI-01"],
	run: "Run P6-DSGB-01 or P6-DSXI-01: it is released by itself, 45 minutes after the IE015.",
	messages: ["IE015", "IE029"],
	needs: {
		mrn: true,
		messages: ["IE015", "IE029"],
		without: [{
			message: "IE009",
			because: "a cancelled movement is not a completed one"
		}, {
			message: "IE051",
			because: "a movement whose release was refused is not a completed one",
			insteadOf: "IE029"
		}]
	},
	because: "The readiness checklist asks for the evidence of one completed outbound movement (IE015 to IE029), whatever the software supports.",
	ranks: [
		{
			counts: "yes, plainly",
			remark: "it shows what is asked for and nothing else",
			scenarios: [
				"P6-DSGB-01",
				"P6-DSXI-01",
				"P6-DNGB-01",
				"P6-DNXI-01",
				"P6-DNXI-06",
				"P6-PSGB-01",
				"P6-PSXI-01",
				"P6-PNGB-01",
				"P6-PNXI-01"
			]
		},
		{
			counts: "yes, it shows more than is asked",
			remark: "it shows more than is asked for, which does no harm",
			scenarios: [
				"P6-DSGB-03",
				"P6-DSGB-04",
				"P6-DSGB-08",
				"P6-DSXI-03",
				"P6-DSXI-04",
				"P6-DSXI-08",
				"P6-DNGB-03",
				"P6-DNGB-04",
				"P6-DNGB-08",
				"P6-DNXI-03",
				"P6-DNXI-04",
				"P6-DNXI-09",
				"P6-PSGB-03",
				"P6-PSXI-03",
				"P6-PNGB-03",
				"P6-PNXI-03"
			]
		},
		{
			counts: "its departure would do",
			remark: "the departure of an arrival test is taken; a departure test of its own is plainer",
			scenarios: [
				"P6-ASGB-01",
				"P6-ASGB-02",
				"P6-ASGB-03",
				"P6-ASGB-04",
				"P6-ASGB-05",
				"P6-ASGB-06",
				"P6-ANGB-01",
				"P6-ASXI-01",
				"P6-ASXI-02",
				"P6-ASXI-03",
				"P6-ASXI-04",
				"P6-ASXI-05",
				"P6-ASXI-06",
				"P6-ANXI-01",
				"P6-ANXI-02",
				"P6-WCGB-01",
				"P6-WCXI-01"
			]
		}
	],
	never: [{
		why: "cancelled after release",
		scenarios: [
			"P6-DSGB-06",
			"P6-DSXI-06",
			"P6-DNGB-06",
			"P6-DNXI-07",
			"P6-AGB-01",
			"P6-AXI-01"
		]
	}, {
		why: "never released",
		scenarios: [
			"P6-DSGB-02",
			"P6-DSGB-05",
			"P6-DSGB-07",
			"P6-DSXI-02",
			"P6-DSXI-05",
			"P6-DSXI-07",
			"P6-DNGB-02",
			"P6-DNGB-05",
			"P6-DNGB-07",
			"P6-DNXI-02",
			"P6-DNXI-05",
			"P6-DNXI-08",
			"P6-PSGB-02",
			"P6-PSGB-04",
			"P6-PSXI-02",
			"P6-PSXI-04",
			"P6-PNGB-02",
			"P6-PNGB-04",
			"P6-PNXI-02",
			"P6-PNXI-04"
		]
	}],
	paper: "readiness checklist",
	summary: "NCTS6 has no decision matrix: one released outbound movement is enough.",
	rules: [
		"The movement is proven by one scenario, of which every result that counts has passed. The plainest that is proven is taken; of equally plain ones the one that lasts longest.",
		"Its evidence has exactly one MRN, of right shape and check digit, and the times of IE015 and IE029, the IE029 not before the IE015.",
		"Its evidence has no IE009: a cancelled movement is not a completed one. An IE056 that refuses a late IE014 does no harm.",
		"It is less than 14 days old, counted from the earliest of IE015, the other messages of its evidence and the time of the test itself; the IE015 counts for an arrival as well.",
		"Flow, procedure and region do not matter, and the other scenarios need not be run. A failure of one of them is reported, but does not keep you from submitting."
	],
	unknown: [
		"HMRC names no scenario for this evidence, on the form or on the page.",
		"HMRC does not say whether software for arrivals only needs it as well: the form has no \"not applicable\".",
		"HMRC does not say which moment Date/Time means, sending the IE015 or getting the IE029: both are written, named.",
		"HMRC does not say whether a GB or an XI movement is enough for software that is used in both: nothing asks for more.",
		"HMRC does not say whether one checklist covers several products or versions of them.",
		"HMRC names no date by which the checklist has to be in, nor what happens to those who hold access to v2.1 and do not send it.",
		"HMRC does not say whether the 14 days are counted to the upload or to its own check."
	]
};

// src/requirements/ncts6/form.ts
const info = {
	name: "Readiness Checklist for NCTS6 Integration",
	title: "Readiness Checklist for NCTS6 Integration",
	versions: [
		{
			version: "24 March 2026",
			date: "24 March 2026"
		},
		{
			version: "7 April 2026",
			date: "7 April 2026"
		},
		{
			version: "14 April 2026",
			date: "14 April 2026"
		}
	],
	page: {
		name: "page 'Apply for production credentials' of HMRC's CTC Traders API testing guide",
		url: "https://developer.service.hmrc.gov.uk/guides/ctc-traders-testing-guide/documentation/apply-for-production-credentials.html"
	}
};
const latest = "14 April 2026";
const sections = [
	{
		no: 1,
		title: "Software developer"
	},
	{
		no: 2,
		title: "Sandbox and production application"
	},
	{
		no: 3,
		title: "Evidence of a completed outbound transit movement"
	}
];
const questions = [
	{
		key: "business.name",
		section: 1,
		label: "SWD Name:",
		question: "What is your business, the software developer (SWD), called?",
		kind: "text"
	},
	{
		key: "business.email",
		section: 1,
		label: "Contact Email:",
		question: "At which e-mail address can HMRC reach you?",
		kind: "text",
		shape: "one line with @"
	},
	{
		key: "sandbox.applicationName",
		section: 2,
		label: "Sandbox Application Name:",
		question: "Name of the sandbox application that you tested with",
		kind: "text",
		onlyIn: latest
	},
	{
		key: "sandbox.applicationId",
		section: 2,
		label: "Sandbox Application ID:",
		question: "ID of the sandbox application that you tested with",
		kind: "text",
		onlyIn: latest
	},
	{
		key: "production.applicationName",
		section: 2,
		label: "Production Application Name:",
		question: "Name of the production application",
		kind: "text",
		onlyIn: latest
	},
	{
		key: "production.applicationId",
		section: 2,
		label: "Production Application ID:",
		question: "ID of the production application",
		kind: "text",
		onlyIn: latest
	}
];
const byHand = [
	tick("confirm.aligned", "Our NCTS6 Software product is aligned with developer hub resources detailed below", { remark: "Item 1 is already ticked in HMRC's file, but its tick does not show well. Check that it is true, then untick it and tick it again." }),
	tick("confirm.sandbox", "Please tell us the sandbox name and ID you used when testing our CTC traders API", { onlyIn: latest }),
	tick("confirm.production", "Please tell us your Production Application Name and ID.", { onlyIn: latest }),
	tick("confirm.tested", "We have carried out testing and integration of the product to meet our in-house standards."),
	tick("confirm.evidence", "Evidence of a completed Outbound Transit Movement (IE015 to IE029)"),
	tick("confirm.ready", "Our NCTS6 product is ready for the Go Live of NCTS6."),
	{
		key: "signature",
		kind: "signature",
		label: "Electronic Signature:",
		onlyIn: void 0,
		remark: void 0
	},
	{
		key: "signatureDate",
		kind: "date",
		label: "Date:",
		onlyIn: void 0,
		remark: void 0
	}
];
const readinessChecklist = {
	info,
	sections,
	questions,
	mandatoryTests: [],
	evidence: [{
		key: "evidence.mrn",
		label: "MRN used:",
		requirement: released.id,
		holds: "mrn",
		messages: []
	}, {
		key: "evidence.time",
		label: "Date/Time:",
		requirement: released.id,
		holds: "times",
		messages: released.messages
	}],
	byHand,
	notLabels: ["Declaration:", "Please confirm the following by checking the boxes and signing electronically:"],
	recommendedSlots: 0,
	recommendedLabels: void 0,
	answerMark: void 0
};
function tick(key, label, { onlyIn, remark } = {}) {
	return {
		key,
		kind: "tick",
		label,
		onlyIn,
		remark
	};
}

// src/requirements/ncts6/scenario-table.ts
const both = "testing guide and data spreadsheet";
const spreadsheet = "data spreadsheet only";
const contradictory = /* @__PURE__ */ new Set(["P6-WCGB-01", "P6-WCXI-01"]);
const printedTwice = {
	messages: ["IE060"],
	remark: "has an IE060 in its evidence: HMRC's guide prints P6-DSXI-01 for the control by the office of departure as well, where P6-DSXI-04 is meant"
};
const scenarios = [
	...group("standard-departure", "simplified", "GB", both)`
    P6-DSGB-01 | Simplified Departures | IE015 > IE928 IE028 IE029 | 45 | DSGB1
    P6-DSGB-02 | Cancellation request by the Holder of the Transit Procedure before release for transit | IE015 > IE928 IE028; IE014 by hand (accept the cancellation) > IE009 |  | DSGB4
    P6-DSGB-03 | Cancellation request by the holder of the transit procedure after release for transit | IE015 > IE928 IE028 IE029; IE014 > IE056 | 45 | DSGB5
    P6-DSGB-04 | Control by Office of Departure - Satisfactory | IE015 > IE928 IE028; by hand (control, release) > IE060 IE029 |  | DSGB6
    P6-DSGB-05 | Control by Office of Departure - Unsatisfactory | IE015 > IE928 IE028; by hand (control, end) > IE060 IE051 |  | DSGB7
    P6-DSGB-06 | Cancellation of a transit declaration after release for transit by OoDep | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009 | 45 | DSGB8
    P6-DSGB-07 | Release for transit refused due to guarantee checks failure | IE015 > IE928 IE028 IE055 IE051 | 60 | DSGB9
    P6-DSGB-08 | Simplified Departures - Amendments | IE015 > IE928 IE028; IE013 > IE004 IE029 | 45 | DSGB10`,
	...group("standard-departure", "simplified", "XI", both)`
    P6-DSXI-01 | Simplified Departures | IE015 > IE928 IE028 IE029 | 45 | DSXI1
    P6-DSXI-02 | Cancellation request by the Holder of the Transit Procedure before release for transit | IE015 > IE928 IE028; IE014 by hand (accept the cancellation) > IE009 |  | DSXI4
    P6-DSXI-03 | Cancellation request by the holder of the transit procedure after release for transit | IE015 > IE928 IE028 IE029; IE014 > IE056 | 45 | DSXI5
    P6-DSXI-04 | Control by Office of Departure - Satisfactory | IE015 > IE928 IE028; by hand (control, release) > IE060 IE029 |  | DSXI6
    P6-DSXI-05 | Control by Office of Departure - Unsatisfactory | IE015 > IE928 IE028; by hand (control, end) > IE060 IE051 |  | DSXI7
    P6-DSXI-06 | Cancellation of a transit declaration after release for transit by OoDep | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009 | 45 | DSXI8
    P6-DSXI-07 | Release for transit refused due to guarantee checks failure | IE015 > IE928 IE028 IE055 IE051 | 60 | DSXI9
    P6-DSXI-08 | Simplified Departures - Amendments | IE015 > IE928 IE028; IE013 > IE004 IE029 | 45 | DSXI10`,
	...group("standard-departure", "normal", "GB", both)`
    P6-DNGB-01 | Normal Departures | IE015 > IE928; by hand (accept, release) > IE028 IE029 |  | DNGB1
    P6-DNGB-02 | Cancellation request by the Holder of the Transit Procedure before release for transit | IE015 > IE928; by hand (accept) > IE028; IE014 >; by hand (accept the cancellation) > IE009 |  | DNGB4
    P6-DNGB-03 | Cancellation request by the Holder of the Transit Procedure after release for transit | IE015 > IE928; by hand (accept, release) > IE028 IE029; IE014 > IE056 |  | DNGB5
    P6-DNGB-04 | Control by Office of Departure - Satisfactory | IE015 > IE928; by hand (accept, control, release) > IE028 IE060 IE029 |  | DNGB6
    P6-DNGB-05 | Control by Office of Departure - Unsatisfactory | IE015 > IE928; by hand (accept, control, end) > IE028 IE060 IE051 |  | DNGB7
    P6-DNGB-06 | Cancellation of a transit declaration after release for transit by OoDep | IE015 > IE928; by hand (accept, release, cancel) > IE028 IE029 IE009 |  | DNGB8
    P6-DNGB-07 | Release for transit refused due to guarantee checks failure | IE015 > IE928; by hand (accept, release) > IE028 IE055 IE051 | 60 | DNGB9
    P6-DNGB-08 | Normal Departures - Amendments | IE015 > IE928; by hand (accept) > IE028; IE013 > IE004; by hand (release) > IE029 |  | DNGB10`,
	...group("standard-departure", "normal", "XI", both)`
    P6-DNXI-01 | Normal Departures | IE015 > IE928; by hand (accept, release) > IE028 IE029 |  | DNXI1
    P6-DNXI-02 | Cancellation request by the Holder of the Transit Procedure before release for transit | IE015 > IE928; by hand (accept) > IE028; IE014 >; by hand (accept the cancellation) > IE009 |  | DNXI4
    P6-DNXI-03 | Cancellation request by the Holder of the Transit Procedure after release for transit | IE015 > IE928; by hand (accept, release) > IE028 IE029; IE014 > IE056 |  | DNXI5
    P6-DNXI-04 | Control by Office of Departure - Satisfactory | IE015 > IE928; by hand (accept, control, release) > IE028 IE060 IE029 |  | DNXI6
    P6-DNXI-05 | Control by Office of Departure - Unsatisfactory | IE015 > IE928; by hand (accept, control, reject) > IE028 IE060 IE051 |  | DNXI7
    P6-DNXI-06 | Normal Departures - Transports Internationaux Routiers (TIR) | IE015 > IE928; by hand (accept, release) > IE028 IE029 |  | DNXI8
    P6-DNXI-07 | Cancellation of a transit declaration after release for transit by OoDep | IE015 > IE928; by hand (accept, release, cancel) > IE028 IE029 IE009 |  | DNXI9
    P6-DNXI-08 | Release for transit refused due to guarantee checks failure | IE015 > IE928; by hand (accept, release) > IE028 IE055 IE051 | 60 | DNXI10
    P6-DNXI-09 | Normal Departures - Amendments | IE015 > IE928; by hand (accept) > IE028; IE013 > IE004; by hand (release) > IE029 |  | DNXI11`,
	...group("pre-lodged-departure", "simplified", "GB", both)`
    P6-PSGB-01 | Prelodged Declaration | IE015 > IE928; IE170 > IE028 IE029 |  | PSGB1
    P6-PSGB-02 | Transit presentation notification not valid/rejected | IE015 > IE928; IE170 > IE056 IE056 |  | PSGB2
    P6-PSGB-03 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028 IE029 |  | PSGB3
    P6-PSGB-04 | Cancellation of a Prelodged Declaration (Simplified) | IE015 > IE928; IE014 > IE009 |  | PSGB4`,
	...group("pre-lodged-departure", "simplified", "XI", both)`
    P6-PSXI-01 | Prelodged Declaration | IE015 > IE928; IE170 > IE028 IE029 |  | PSXI1
    P6-PSXI-02 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056 |  | PSXI2
    P6-PSXI-03 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028 IE029 |  | PSXI3
    P6-PSXI-04 | Cancellation of a Prelodged Declaration (Simplified) | IE015 > IE928; IE014 > IE009 |  | PSXI4`,
	...group("pre-lodged-departure", "normal", "GB", both)`
    P6-PNGB-01 | Prelodged Declaration | IE015 > IE928; IE170 > IE028; by hand (release) > IE029 |  | PNGB1
    P6-PNGB-02 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056 |  | PNGB2
    P6-PNGB-03 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028; by hand (release) > IE029 |  | PNGB3
    P6-PNGB-04 | Cancellation of a Prelodged Declaration (Normal) | IE015 > IE928; IE014 > IE009 |  | PNGB4`,
	...group("pre-lodged-departure", "normal", "XI", both)`
    P6-PNXI-01 | Prelodged Declaration | IE015 > IE928; IE170 > IE028; by hand (release) > IE029 |  | PNXI1
    P6-PNXI-02 | Transit presentation not valid/rejected | IE015 > IE928; IE170 > IE056 IE056 |  | PNXI2
    P6-PNXI-03 | Corrections (Amendments) | IE015 > IE928; IE013 > IE004; IE170 > IE028; by hand (release) > IE029 |  | PNXI3
    P6-PNXI-04 | Cancellation of a Prelodged Declaration (Normal) | IE015 > IE928; IE014 > IE009 |  | PNXI4`,
	...group("arrival", "simplified", "GB", both)`
    P6-ASGB-01 | Simplified Arrival | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045 | 45 | ASGB1
    P6-ASGB-02 | Unloading Remarks Rejected/Accepted | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE057; IE044 > IE025 IE045 | 45 | ASGB2
    P6-ASGB-03 | Major discrepancies resolved | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, resolve them) > IE025 IE019 IE025 IE045 | 45 | ASGB3
    P6-ASGB-04 | Major discrepancies confirmed | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, confirm them) > IE025 IE019 IE035 | 45 | ASGB4
    P6-ASGB-05 | Non Conformance | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (release) > IE025 IE045 | 45 | ASGB5
    P6-ASGB-06 | Multiple House Consignment Simplified Arrival (No Discrepancies) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045 | 45 | ASGB6`,
	...group("arrival", "normal", "GB", both)`
    P6-ANGB-01 | Multiple House Consignment Normal Arrival (No Discrepancies) | IE015 > IE928 IE028 IE029; by hand (complete a normal arrival) > IE045 | 45 | ANGB2`,
	...group("arrival", "either", "GB", both)`
    P6-AGB-01 | Rejection of the Arrival Notification | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009; IE007 > IE057 | 45 | AGB1`,
	...group("arrival", "simplified", "XI", both)`
    P6-ASXI-01 | Simplified Arrival | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045 | 45 | ASXI1
    P6-ASXI-02 | Unloading Remarks Rejected/Accepted | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE057; IE044 > IE025 IE045 | 45 | ASXI2
    P6-ASXI-03 | Major discrepancies resolved | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, resolve them) > IE025 IE019 IE025 IE045 | 45 | ASXI3
    P6-ASXI-04 | Major discrepancies confirmed | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (record major discrepancies, confirm them) > IE025 IE019 IE035 | 45 | ASXI4
    P6-ASXI-05 | Non Conformance | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 by hand (release) > IE025 IE045 | 45 | ASXI5
    P6-ASXI-06 | Multiple House Consignment Simplified Arrival (No Discrepancies) | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045 | 45 | ASXI6`,
	...group("arrival", "normal", "XI", spreadsheet)`
    P6-ANXI-01 | Normal Arrival | IE015 > IE928 IE028 IE029; IE007 by hand (accept the arrival, release) > IE025 IE045 | 45 | ANXI1`,
	...group("arrival", "normal", "XI", both)`
    P6-ANXI-02 | Multiple House Consignment Normal Arrival (No Discrepancies) | IE015 > IE928 IE028 IE029; by hand (complete a normal arrival) > IE045 | 45 | ANXI2`,
	...group("arrival", "either", "XI", both)`
    P6-AXI-01 | Rejection of the Arrival Notification | IE015 > IE928 IE028 IE029; by hand (cancel) > IE009; IE007 > IE057 | 45 | AXI1`,
	...group("arrival", "simplified", "GB", both)`
    P6-WCGB-01 | Departure and arrival / unloading with sealed transport but non-containerised goods | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045 | 45 | WCGB1`,
	...group("arrival", "simplified", "XI", both)`
    P6-WCXI-01 | Departure and arrival / unloading with sealed transport but non-containerised goods | IE015 > IE928 IE028 IE029; IE007 > IE043; IE044 > IE025 IE045 | 45 | WCXI1`
];
function group(flow, procedure, region, source) {
	return (lines) => readScenarios({
		flow,
		procedure,
		region,
		modes: [],
		source
	}, contradictory, lines).map((scenario) => ({
		...scenario,
		misprint: scenario.id === "P6-DSXI-01" ? printedTwice : void 0
	}));
}

// src/requirements/ncts6/ncts6.ts
const untilReleased = [
	"IE015",
	"IE928",
	"IE028",
	"IE029"
];
const ncts6 = {
	id: "ncts6",
	name: "NCTS6",
	api: "v3.0",
	begins: Date.UTC(2026, 3, 14),
	beforeItBegan: "before 14 April 2026, when NCTS6 Trader Test opened",
	maxAgeDays: 14,
	arrivalAge: "movement",
	numbers: {
		prefix: "P6",
		separators: "-_. ",
		digits: 2
	},
	scenarios: byNumber(scenarios),
	demand: released,
	errata: [
		"HMRC's guide and spreadsheet print P6-DSXI-01 a second time, for the satisfactory control by the office of departure; P6-DSXI-04 is meant, as P6-DSGB-04 is for GB.",
		"HMRC's guide has no section for P6-ANXI-01, a normal arrival with IE007; the data spreadsheet has it. Its tab IE007 says that a normal arrival needs no IE007 at all.",
		"HMRC's guide prints three more steps below P6-WCXI-01, under the number WCGB1: they are left over from NCTS5.",
		"The test purposes of P6-DSGB-06, P6-DSXI-06, P6-DNXI-07 and P6-DNGB-06 name a scenario 02 of their group; 03 is meant, which the trader can't cancel.",
		"The titles of P6-PSXI-03 and P6-ASGB-06 begin with PSXI03 and ASGB06, which are no numbers of NCTS5 or NCTS6.",
		"Step 1 of P6-PNXI-02 names the data column 'Normal GB-XI Pre-lodged'; 'Normal XI-GB Pre-lodged' is meant.",
		"Item 1 of the form of 14 April 2026 comes ticked; the versions before it had an empty box.",
		"The example response IE029.xml has blanks inside its preparation time, which make it unreadable."
	],
	form: readinessChecklist,
	expected: {
		"standard-departure": untilReleased,
		"pre-lodged-departure": untilReleased,
		arrival: untilReleased
	},
	phases: [],
	submission: {
		kind: "upload",
		name: "Support Form",
		url: "https://developer.service.hmrc.gov.uk/devhub-support/start",
		condition: "logged in to the Developer Hub",
		repliesFrom: "softwaredevelopersupport@service.hmrc.gov.uk",
		maxFiles: 5,
		warning: "HMRC says that SDSTeam@hmrc.gov.uk will no longer be monitored: don't send it there."
	},
	interventions: {
		to: "nctstradertest@hmrc.gov.uk",
		subject: "Manual Intervention",
		arrivals: [
			"P6-ANGB-01",
			"P6-ANXI-01",
			"P6-ANXI-02"
		],
		urgent: [{
			scenarios: [
				"P6-DSGB-04",
				"P6-DSGB-05",
				"P6-DSXI-04",
				"P6-DSXI-05"
			],
			when: "at once after the IE015, before the 45 minutes are over"
		}]
	},
	trading: {
		open: openingHours.text,
		mailbox: mailboxHours
	},
	names: {
		configuration: ".github/ncts6.yml",
		checklist: "ncts6-checklist.docx",
		report: "ncts6-report.json",
		badge: "NCTS6 evidence",
		check: "NCTS6 readiness checklist",
		issueLabel: "ncts6-checklist",
		paper: "readiness checklist"
	},
	tellsOthers: true,
	unused: [
		"flows",
		"procedures",
		"combination",
		"credentials-held",
		"not-applicable"
	],
	foreign: [{
		phaseId: "NCTS5",
		name: "NCTS5",
		refused: false
	}]
};

// src/requirements/programmes.ts
const programmes = new Map([ncts5, ncts6].map((one) => [one.id, one]));
const defaultProgramme = ncts5;
function eachOf(words) {
	return [...programmes.values()].map(words).join(" or ");
}
function namesWhere(setting, { isUsed }) {
	return [...programmes.values()].filter((one) => unusedIn(one).includes(setting) !== isUsed).map(({ name }) => name).join(" and ");
}

// src/requirements/mrn.ts
function checkMrn(text) {
	const wrong = shapeProblem(text);
	if (wrong !== void 0) return {
		ok: false,
		code: "mrn-shape",
		message: wrong
	};
	const expected = expectedCheckDigit(text.slice(0, 17));
	const found = text.slice(17);
	if (found !== String(expected)) return {
		ok: false,
		code: "mrn-check-digit",
		message: `its check digit must be ${expected}, but is ${found}: at least one character is wrong`
	};
	return {
		ok: true,
		mrn: text,
		year: 2e3 + Number(text.slice(0, 2)),
		country: text.slice(2, 4)
	};
}
function expectedCheckDigit(first17) {
	let sum = 0;
	let weight = 1;
	for (const character of first17) {
		sum = (sum + valueOf(character) * weight) % 11;
		weight = weight * 2 % 11;
	}
	return sum % 10;
}
function valueOf(character) {
	const ordinal = Number.parseInt(character, 36);
	if (ordinal < 11) return ordinal;
	return ordinal + 1 + Math.floor((ordinal - 11) / 10);
}
const places = [
	[
		2,
		/\d\d/,
		"two digits of the year"
	],
	[
		2,
		/[A-Z]{2}/,
		"the two capitals of a country"
	],
	[
		12,
		/[0-9A-Z]{12}/,
		"twelve capitals or digits"
	],
	[
		1,
		/[J-M]/,
		"a procedure letter J, K, L or M"
	],
	[
		1,
		/\d/,
		"a check digit"
	]
];
function shapeProblem(text) {
	if (text.length !== 18) return `an MRN has 18 characters, this has ${text.length}`;
	let start = 0;
	for (const [length, pattern, what] of places) {
		const found = text.slice(start, start + length);
		if (!pattern.test(found)) return `${length === 1 ? `character ${start + 1}` : `characters ${start + 1} to ${start + length}`} must be ${what}, but ${length === 1 ? "is" : "are"} '${found}'`;
		start += length;
	}
}

// src/requirements/form.ts
function answerTo(answers, key) {
	const answer = Object.hasOwn(answers, key) ? answers[key] : void 0;
	return String(answer ?? "").trim() === "" ? void 0 : answer;
}
function spokenAnswer(answer) {
	if (typeof answer === "boolean") return answer ? "yes" : "no";
	return String(answer);
}
function mayBeUnknown(form, question) {
	if (question.kind === "yes-no-unknown") return true;
	return form.questions.some(({ onlyIf }) => onlyIf?.key === question.key && onlyIf.is === "unknown");
}
function openQuestions(form, answers, version = form.info.versions.at(-1)?.version) {
	const isAnswered = ({ key }) => answerTo(answers, key) !== void 0;
	const isExplained = ({ key }) => form.questions.some((other) => other.onlyIf?.key === key && other.onlyIf.is === "unknown" && isAnswered(other));
	const applies = ({ onlyIf, onlyIn }) => (onlyIn ?? version) === version && (onlyIf === void 0 || answerTo(answers, onlyIf.key) === onlyIf.is);
	return form.questions.filter((question) => applies(question) && !isAnswered(question) && !isExplained(question));
}

// src/requirements/matrix.ts
const noNeeds = {
	mrn: false,
	messages: [],
	without: []
};
function requirementsFor$1(programme, application) {
	const needed = inFormOrder(application.flows.filter(({ flow }) => !isHeld(application, flow)));
	const mistakes = needed.length === 0 ? [nothingToTest(application)] : [];
	const common = {
		notRequired: notRequired(application),
		mistakes
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
	mistakes.push(notOnOffer(programme, application, wanted));
	return {
		sets: setsFrom(programme, needed, candidates),
		...common
	};
}
function recommendationsFor$1(programme, application, set) {
	const mandatory = new Set(set.requirements.flatMap(({ accepts }) => accepts.map(({ id }) => id)));
	return programme.matrix.listedTests.filter(({ need, accepts, flow }) => {
		const wanted = programme.scenarios.get(accepts[0])?.procedure;
		const runs = application.flows.some((supported) => supported.flow === flow && supported.procedures.some((procedure) => procedure === wanted));
		return need === "recommended" && runs && !isHeld(application, flow) && !accepts.some((id) => mandatory.has(id));
	}).map(({ group: _group, need: _need, ...recommendation }) => recommendation);
}
const combinations = ["A", "B"];
function setsFrom(programme, needed, offered) {
	const sets = offered.map((combination) => ({
		combination,
		requirements: needed.map((supported) => combinedRequirement(programme, supported, combination))
	}));
	const demanded = new Set(sets.map((set) => set.requirements.map(({ wanted }) => wanted).join("; ")));
	if (sets.length === 1 || demanded.size > 1) return sets;
	return [{
		combination: void 0,
		requirements: needed.map((supported) => offered.every((combination) => follows(programme, supported, combination)) ? combinedRequirement(programme, supported, "A", bothColumns(programme)) : combinedRequirement(programme, supported, "A"))
	}];
}
function bothColumns({ matrix }) {
	const [a, b] = combinations.map((combination) => columnTitle(matrix, `combination ${combination}`));
	return `columns '${a}' and '${b}' (which agree)`;
}
function demands({ cells }, { flow, column }, { combination, requirements }) {
	return requirements.some(({ cell, accepts }) => {
		if (cell?.flow !== flow) return false;
		const agreed = combination === void 0 && isCombination(cell.column) && isCombination(column);
		return cell.column === column || agreed && accepts[0]?.id === cells[column][flow][0];
	});
}
function isCombination(column) {
	return combinations.some((combination) => column === `combination ${combination}`);
}
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
function requirement({ matrix, expected }, flow, column, why, words = `column '${columnTitle(matrix, column)}'`) {
	const because = `Row '${rowTitle(matrix, flow)}', ${words} of the decision matrix: ${why}.`;
	const cell = matrix.cells[column][flow];
	const wanted = cell.join(" or ");
	return {
		id: flow,
		title: flowTitle(flow),
		accepts: cell.map((id) => ({
			id,
			rank: 1,
			remark: void 0
		})),
		wanted,
		first: cell,
		run: `Run ${wanted} in Trader Test, name it in the test (or map your test name to it), and add its report to results.`,
		messages: expected[flow],
		needs: noNeeds,
		never: [],
		output: void 0,
		because,
		cell: {
			flow,
			column
		}
	};
}
function columnTitle({ columns }, column) {
	return columns.find((one) => one.column === column)?.title ?? column;
}
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
	return credentialsHeld.includes(flowFacts(flow).direction);
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
	const isHeldAll = flows.length > 0;
	const why = isHeldAll ? `production credentials are already held for every flow that it supports (credentials held: ${credentialsHeld.join(" and ")})` : "it supports no flow";
	const or = isHeldAll ? ", or leave out credentials that it doesn't hold" : "";
	return {
		about: isHeldAll ? "credentialsHeld" : "flows",
		message: `${nameOf(name)} has no mandatory test left, because ${why}. A check of nothing would always pass, so it is refused: add the flows that it applies for${or}.`
	};
}
function notOnOffer(programme, application, wanted) {
	const other = wanted === "A" ? "B" : "A";
	const why = misfits(programme, application, wanted).map((supported) => {
		const needs = cellProcedure(programme, supported.flow, wanted) ?? "";
		return `${supported.flow} would need the ${needs} procedure, but supports ${procedureWords(supported)}`;
	});
	return {
		about: "combination",
		message: `${nameOf(application.name)} can't use combination ${wanted}: ${why.join("; ")}. Combination ${other} is on offer: choose that, or 'auto'.`
	};
}
function inFormOrder(supported) {
	return flows.flatMap(({ id }) => supported.filter(({ flow }) => flow === id));
}
function procedureWords({ procedures }) {
	return procedures.length > 1 ? "both procedures" : `the ${procedures.join("")} procedure only`;
}
function rowTitle({ rows }, flow) {
	return rows.find((row) => row.flow === flow)?.title ?? flow;
}
function nameOf(name) {
	return name === void 0 ? "The software" : `Application '${name}'`;
}

// src/requirements/demand.ts
function requirementsFor(programme, application) {
	const { demand } = programme;
	return demand.kind === "matrix" ? requirementsFor$1({
		...programme,
		matrix: demand
	}, application) : requirementsOfMovement(demand);
}
function recommendationsFor(programme, application, set) {
	const { demand } = programme;
	return demand.kind === "matrix" ? recommendationsFor$1({
		...programme,
		matrix: demand
	}, application, set) : [];
}
function matrixOf({ demand }) {
	return demand.kind === "matrix" ? demand : void 0;
}
function movementDemandOf({ demand }) {
	return demand.kind === "movement" ? demand : void 0;
}
function requirementsOfMovement(demand) {
	const { id, title, wanted, first, run, messages, needs, never, because, ranks } = demand;
	return {
		sets: [{
			combination: void 0,
			requirements: [{
				id,
				title,
				accepts: ranks.flatMap(({ scenarios, remark }, index) => scenarios.map((scenario) => ({
					id: scenario,
					rank: index + 1,
					remark
				}))),
				wanted,
				first,
				run,
				messages,
				needs,
				never,
				output: id,
				because,
				cell: void 0
			}]
		}],
		notRequired: [],
		mistakes: []
	};
}

// src/requirements/intervention.ts
function interventionMail({ interventions }, scenario, step) {
	const { id, region } = scenario;
	const arrival = interventions.arrivals.includes(id) ? ["MRN: (the MRN of the movement)", `Country of arrival: ${region}`] : [];
	return {
		to: interventions.to,
		subject: `${interventions.subject} ${id}`,
		body: [
			`Test scenario number: ${id}`,
			`Step ${step}, please: ${actionOf(scenario, step)}`,
			"LRN: (the LRN of the declaration that you have sent)",
			...arrival
		],
		when: interventions.urgent.find(({ scenarios }) => scenarios.includes(id))?.when
	};
}
function interventionRules({ trading }) {
	return [`The mailbox is watched ${trading.mailbox}, and is for this only.`, "Allow one working day, and ask again after it."];
}
function actionOf({ flow, steps }, step) {
	const asks = steps[step - 1]?.asks ?? [];
	const last = asks.at(-1) ?? "";
	const all = asks.length < 2 ? last : `${asks.slice(0, -1).join(", ")} and ${last}`;
	return last.includes(" ") ? all : `${all} ${flow === "arrival" ? "the movement" : "the declaration"}`;
}

// src/requirements/numbers-in-text.ts
const maxTold$1 = 20;
const maxLeadIn = 120;
const maxRange = 100;
const noNumbers = {
	ids: [],
	leading: void 0,
	lead: void 0,
	lookAlikes: [],
	mayMean: []
};
const opening = String.raw`(?:[\s[({<"'@#*•\p{So}]|\[[^\[\]]{1,40}\])*`;
const numbering = String.raw`(?:\d{1,3}[A-Za-z]?\s*[-–—.:)])?`;
const keyword = String.raw`(?:(?:tests?|it|should|specs?|scenario|feature|example|case|describe)[\s_:.#-]{0,4})?`;
const packageName = String.raw`(?:(?:TEST-)?(?:[\p{L}_][\p{L}\p{N}_-]{0,60}[.$])+)?`;
const leadIn = new RegExp(`^${opening}${numbering}${opening}${packageName}${keyword}${opening}$`, "iu");
const pathMark = /[/\\›»>|→\r\n]|::/g;
const headingOut = /^(?:[\])}>"']*\s*(?::(?!:)|[-–—]\s)|["'\s]*(?:[/\\›»>|→\r\n]|::|$)|[\])}>])/;
const joiner = /^[^\p{L}\p{N}:]*(?:(?:to|and|or|und|bis|then|through|thru|until|vs)(?![\p{L}\p{N}]))?[^\p{L}\p{N}:]*(?:and|or)?[^\p{L}\p{N}:]*$/iu;
const rangeJoiner = /^[\s\])}>"'_]*(?:\.{2,3}|…|[-‐-―~]|to|bis|through|thru|until)[\s[({<"'@#_]*$/i;
const listEnd = String.raw`(?=\s*(?:$|[:,;)\]&+]|(?:and|or|to|und|bis)(?![\p{L}\p{N}])))`;
const shortened = new RegExp("^(?:" + [
	String.raw`(?<range>\s?(?:\.{2,3}|…|~)\s?|[-‐-―]|[\s_]+(?:to|bis|through|thru|until)[\s_]+|(?:To|Bis|Through|Until)(?=\d))`,
	String.raw`(?<sign>[,;/|]|\s?[&+]\s?|_+(?:and|or|und)_+|(?:And|Or|Und)(?=\d))`,
	String.raw`(?<apart>\s*[,;/|]\s*|\s+(?:and|or|und)\s+|\s+[-‐-―]\s+)(?=\d{1,4}${listEnd})`
].join("|") + String.raw`)(?<count>0?[1-9]\d{0,3})(?![\p{Ll}\p{N}]|[.\-‐-―]\d)`, "u");
const continued = /^[.\-‐-―](?=\d)[\d.\-‐-―]{1,12}/;
function readNumbers(text, candidates, isNumber) {
	const items = withLists(text, candidates, isNumber);
	const headings = items.filter((item) => item.id !== void 0 && !item.listed && isHeading(text, item));
	const [first] = headings;
	if (first?.id !== void 0 && headings.every(({ id }) => id === first.id)) {
		const told = summary(items.filter(({ end }) => end <= first.start));
		return {
			...told,
			ids: distinct([...told.ids, first.id]),
			leading: first.id,
			lead: "heading"
		};
	}
	const told = summary(items);
	const [only] = items;
	if (only?.id !== void 0 && !only.listed && startsSegment(text, only) && told.ids.length === 1 && told.mayMean.every((id) => id === only.id)) return {
		...told,
		leading: only.id,
		lead: "start"
	};
	return {
		...told,
		leading: void 0,
		lead: void 0
	};
}
function summary(items) {
	const lookAlikes = /* @__PURE__ */ new Map();
	for (const { id, text, mayMean } of items) if (id === void 0 && lookAlikes.size < maxTold$1) lookAlikes.set(text, mayMean);
	return {
		ids: distinct(items.flatMap(({ id }) => id === void 0 ? [] : [id])),
		lookAlikes: [...lookAlikes.keys()],
		mayMean: [...lookAlikes.values()]
	};
}
function distinct(values) {
	return [...new Set(values)];
}
function withLists(text, candidates, isNumber) {
	const items = [];
	let last;
	for (const candidate of candidates) {
		const between = last === void 0 ? "" : text.slice(last.end, candidate.start);
		const before = candidate.id !== last?.id && isJoint(between) ? last : void 0;
		if (before !== void 0) {
			before.item.listed = true;
			const ids = rangeJoiner.test(between) ? within(before.id, candidate.id ?? candidate.text, isNumber) : [];
			for (const id of ids) items.push({
				...candidate,
				id,
				listed: true
			});
		}
		const joined = before !== void 0;
		const short = candidate.id === void 0 ? void 0 : shortenedAfter(text, candidate.id, candidate.end, isNumber);
		const tail = short === void 0 ? continued.exec(text.slice(candidate.end, candidate.end + 14))?.[0] ?? "" : "";
		if (candidate.id === void 0 || tail !== "") {
			const mayMean = candidate.mayMean ?? candidate.id;
			const item = {
				...candidate,
				text: candidate.text + tail,
				id: void 0,
				mayMean,
				listed: joined
			};
			items.push(item);
			last = joined ? {
				item,
				id: candidate.text,
				end: candidate.end + tail.length
			} : void 0;
			continue;
		}
		const item = {
			...candidate,
			listed: joined || short !== void 0
		};
		items.push(item);
		for (const id of short?.ids ?? []) items.push({
			...candidate,
			id,
			listed: true
		});
		last = {
			item,
			id: candidate.id,
			end: short?.end ?? candidate.end
		};
	}
	return items;
}
function isJoint(between) {
	return between.length <= 24 && joiner.test(between);
}
function within(from, to, isNumber) {
	const [letters, low] = parts(from);
	const [others, high] = parts(to);
	if (letters !== others) return [];
	const found = [];
	const end = Math.min(Number(high), Number(low) + maxRange);
	for (let count = Number(low) + 1; count < end; count++) {
		const id = letters + String(count).padStart(low.length, "0");
		if (isNumber(id)) found.push(id);
	}
	return found;
}
function parts(id) {
	const letters = id.replace(/\d+$/, "");
	return [letters, id.slice(letters.length)];
}
function shortenedAfter(text, id, end, isNumber) {
	const ids = [];
	let last = {
		id,
		end
	};
	for (let next = oneMore(text, last, isNumber); next !== void 0; next = oneMore(text, last, isNumber)) {
		ids.push(...next.ids);
		last = next;
	}
	return last.end === end ? void 0 : {
		ids,
		end: last.end
	};
}
function oneMore(text, { id, end }, isNumber) {
	const match = shortened.exec(text.slice(end, end + 24));
	if (match === null) return void 0;
	const { range, apart, count = "" } = match.groups ?? {};
	const isRange = range !== void 0 || /[-‐-―]/.test(apart ?? "");
	const [letters, from] = parts(id);
	if (count.startsWith("0") && count.length !== from.length) return void 0;
	const padded = letters + count.padStart(from.length, "0");
	const other = isNumber(padded) ? padded : letters + count;
	const rises = Number(count) > Number(from);
	if (!(isNumber(other) ? !isRange || rises : isRange && rises && count.length > 1)) return void 0;
	return {
		ids: (isRange ? [...within(id, other, isNumber), other] : [other]).filter(isNumber),
		id: other,
		end: end + match[0].length
	};
}
function segmentStart(text, start) {
	const from = Math.max(0, start - maxLeadIn);
	let begins = from === 0 ? 0 : -1;
	for (const mark of text.slice(from, start).matchAll(pathMark)) begins = from + mark.index + mark[0].length;
	return begins;
}
function startsSegment(text, { start }) {
	const from = segmentStart(text, start);
	return from >= 0 && leadIn.test(text.slice(from, start));
}
function isHeading(text, candidate) {
	const { start, end } = candidate;
	const after = text.slice(end, end + 10);
	if (/[,;]\s*$/.test(text.slice(Math.max(0, start - 4), start)) && /^[\])}>"']*\s*:(?!:)/.test(after) || /(?:^|\s)@$/.test(text.slice(Math.max(0, start - 2), start))) return true;
	if (!startsSegment(text, candidate)) return false;
	if (headingOut.test(after)) return true;
	return isIdentifier(text, end) && !/\s/.test(text.slice(Math.max(segmentStart(text, start), 0), start).trim());
}
function isIdentifier(text, end) {
	const [rest = ""] = text.slice(end, end + 300).split(pathMark, 1);
	return !/\s/.test(rest.trimEnd());
}

// src/requirements/scenario-number.ts
const finders = /* @__PURE__ */ new WeakMap();
const none = {
	...noNumbers,
	others: []
};
const wordCharacter = /[\p{L}\p{N}\p{Mn}\p{Mc}]/u;
const lowerCase = /\p{Ll}/u;
const upperCase = /\p{Lu}/u;
const invisible = /\p{Cf}|\p{Me}|\p{Variation_Selector}|\u034F/gu;
const beyondAscii = /[^\0-\x7F]/;
const apart = String.raw`[\s_.#\u00B7\-‐-―]`;
const maxTold = 20;
function scenarioFinder(programme) {
	let finder = finders.get(programme);
	if (finder === void 0) {
		const own = searchFor(programme);
		const others = [...programmes.values()].filter(({ id }) => id !== programme.id).map(searchFor);
		const hint = new RegExp([own, ...others].map((search) => search.hint).join("|"), "i");
		finder = (name) => find(name, {
			own,
			others,
			hint
		});
		finders.set(programme, finder);
	}
	return finder;
}
function searchFor(programme) {
	const { name, numbers, scenarios } = programme;
	const [heads, regions, tails, whole] = [
		/* @__PURE__ */ new Set(),
		/* @__PURE__ */ new Set(),
		/* @__PURE__ */ new Set(),
		/* @__PURE__ */ new Set()
	];
	const shape = new RegExp(`^${inFull(numbers, "([A-Z]+)", digitsOf(numbers))}$`, "u");
	for (const { id, region } of scenarios.values()) {
		const letters = shape.exec(id)?.[1];
		if (letters === void 0) throw new Error(`${name}: '${id}' is not ${inWords(numbers)}.`);
		const at = letters.lastIndexOf(region);
		if (at < 0) whole.add(letters);
		else {
			heads.add(letters.slice(0, at));
			regions.add(region);
			tails.add(letters.slice(at + region.length));
		}
	}
	const ofRegions = heads.size === 0 ? [] : [`${anyOf(heads)}${anyOf(regions)}${anyOf(tails)}`];
	const between = numbers.separators === "" ? "" : `[${escaped(numbers.separators)}]?`;
	const before = numbers.prefix === void 0 ? "()" : `(?:(${numbers.prefix})${between})?`;
	return {
		programme,
		hint: anyOf([...regions, ...whole]),
		candidates: new RegExp(`${before}(${[...ofRegions, ...whole].join("|")})(${apart}?)(\\d{1,4})`, "gi"),
		headings: ledOnly(scenarios.keys(), "heading"),
		starts: ledOnly(scenarios.keys(), "start"),
		shared: new SharedNumbers()
	};
}
function ledOnly(ids, lead) {
	return new Map(Array.from(ids, (id) => [id, {
		...none,
		ids: [id],
		leading: id,
		lead
	}]));
}
function digitsOf({ digits }) {
	return digits === void 0 ? "\\d{1,4}" : `\\d{${digits}}`;
}
function inFull({ prefix, separators }, letters, count) {
	const joint = separators.slice(0, 1);
	return [
		...prefix === void 0 ? [] : [prefix],
		letters,
		count
	].join(joint);
}
function inWords({ prefix, digits }) {
	const count = digits === void 0 ? "1 to 4 digits" : `${digits} digits`;
	return prefix === void 0 ? `capital letters and ${count}` : `${prefix}, capital letters and ${count}`;
}
function anyOf(parts) {
	return `(?:${[...parts].join("|")})`;
}
function escaped(separators) {
	return separators.replaceAll(/[\\\]^-]/gu, "\\$&");
}
function find(name, { own, hint, ...searches }) {
	const visible = beyondAscii.test(name) ? name.replace(invisible, "") : name;
	if (!hint.test(visible)) return none;
	const plain = plainLead(visible, own, hint);
	if (plain !== void 0) return plain;
	const text = visible.normalize("NFC");
	const found = candidatesIn(text, own);
	const foreign = searches.others.map((other) => ({
		programme: other.programme,
		found: candidatesIn(text, other)
	}));
	const others = othersIn(found, foreign);
	if (found.length === 0 && others.length === 0) return none;
	const covers = foreign.map((other) => coveringIn(other.found));
	const candidates = found.flatMap((candidate) => {
		const longer = covers.map((coverOf) => coverOf(candidate)).find((cover) => cover !== void 0);
		if (longer === void 0) return [candidate];
		return longer.id === void 0 ? [{
			...longer,
			mayMean: void 0
		}] : [];
	});
	const { scenarios } = own.programme;
	return own.shared.of({
		...readNumbers(text, candidates, (id) => scenarios.has(id)),
		others
	});
}
var SharedNumbers = class {
	#known = /* @__PURE__ */ new Map();
	of(numbers) {
		const { ids, leading = "", lead = "", lookAlikes, mayMean, others } = numbers;
		const more = others.map(({ setting, id }) => `${setting} ${id}`);
		const key = [
			ids.join(" "),
			leading,
			lead,
			lookAlikes.join("\n"),
			mayMean.join(" "),
			more.join(" ")
		].join("\0");
		const known = this.#known.get(key);
		if (known !== void 0) return known;
		if (this.#known.size < maxShared) this.#known.set(key, numbers);
		return numbers;
	}
};
const maxShared = 1e3;
function candidatesIn(text, { programme, candidates }) {
	const { numbers, scenarios } = programme;
	const made = [];
	for (const match of text.matchAll(candidates)) {
		const [found, prefix, letters = "", between = "", count = ""] = match;
		const number = inFull(numbers, letters.toUpperCase(), count);
		const before = codePointBefore(text, match.index);
		const end = match.index + found.length;
		const rest = text.slice(end, end + 4);
		const mayMean = meantBy(programme, letters.toUpperCase(), count);
		const standsOut = isDelimited(before, rest) || found === found.toUpperCase() && isHump(before, rest);
		const joined = numbers.separators.includes(between);
		const isNumber = standsOut && prefix !== void 0 && joined && scenarios.has(number);
		const looksLikeOne = standsOut ? joined || mayMean !== void 0 : isMixedCase(found, before, rest) || isVariant(found, before, rest);
		if (!isNumber && !(looksLikeOne && (standsOut || mayMean !== void 0))) continue;
		made.push({
			start: match.index,
			end,
			text: found,
			id: isNumber ? number : void 0,
			mayMean
		});
	}
	return made;
}
const ledBy = /^((?:[A-Za-z][A-Za-z -]{0,40} \/ )?)(?:\[?([A-Z\d-]{4,12})[:\]] (?=[A-Za-z])|([A-Z\d-]{4,12}) (?=[A-Za-z\d])(?!(?:to|bis|thr|until|and|or|und)))/i;
function plainLead(name, own, hint) {
	const match = ledBy.exec(name);
	if (match === null) return void 0;
	const [whole, before = "", heading, start = ""] = match;
	if (hint.test(before + name.slice(whole.length))) return void 0;
	return heading === void 0 ? own.starts.get(start) : own.headings.get(heading);
}
function meantBy({ numbers, scenarios }, letters, count) {
	const plain = count.replace(/^0+/, "");
	return [
		count,
		plain,
		plain.padStart(numbers.digits ?? 0, "0")
	].map((text) => inFull(numbers, letters, text)).find((id) => scenarios.has(id));
}
function coveringIn(candidates) {
	let next = 0;
	return ({ start, end, id }) => {
		while ((candidates[next]?.end ?? Infinity) <= start) next += 1;
		const other = candidates[next];
		if (other === void 0 || other.start >= end) return void 0;
		const excess = other.end - other.start - (end - start);
		return excess > 0 || excess === 0 && id === void 0 && other.id !== void 0 ? other : void 0;
	};
}
function othersIn(own, foreign) {
	return foreign.flatMap(({ programme, found }) => {
		const coverOf = coveringIn(own);
		const ids = /* @__PURE__ */ new Set();
		for (const candidate of found) if (candidate.id !== void 0 && ids.size < maxTold && coverOf(candidate) === void 0) ids.add(candidate.id);
		return [...ids].map((id) => ({
			programme: programme.name,
			setting: programme.id,
			id
		}));
	});
}
function codePointBefore(text, index) {
	return Array.from(text.slice(Math.max(0, index - 2), index)).at(-1) ?? "";
}
function isDelimited(before, rest) {
	const [next = ""] = Array.from(rest);
	return !wordCharacter.test(before) && !wordCharacter.test(next);
}
function isHump(before, rest) {
	const [next = "", afterNext = ""] = Array.from(rest);
	const startsHere = !wordCharacter.test(before) || lowerCase.test(before);
	const endsHere = !wordCharacter.test(next) || upperCase.test(next) && lowerCase.test(afterNext);
	return startsHere && endsHere;
}
function isVariant(found, before, rest) {
	const [next = "", afterNext = ""] = Array.from(rest);
	return (wordCharacter.test(before) ? lowerCase.test(before) && found === found.toUpperCase() : found === found.toUpperCase() || found === found.toLowerCase()) && lowerCase.test(next) && !wordCharacter.test(afterNext);
}
function isMixedCase(found, before, rest) {
	const [next = ""] = Array.from(rest);
	const startsHere = !wordCharacter.test(before) || lowerCase.test(before) && /^[A-Z]/.test(found);
	const endsHere = !wordCharacter.test(next) || upperCase.test(next);
	return startsHere && endsHere;
}

// src/requirements/role-in-form.ts
function roleInForm(programme, scenario) {
	const { errata } = programme;
	const [matrix, movement] = [matrixOf(programme), movementDemandOf(programme)];
	return [...matrix === void 0 ? [] : roleInMatrix(matrix, errata, scenario), ...movement === void 0 ? [] : roleOfMovement(movement, errata, scenario)];
}
function askedOf(programme, scenario) {
	const movement = movementDemandOf(programme);
	const matrix = matrixOf(programme);
	if (movement !== void 0) return askedOfMovement(movement, scenario);
	return matrix === void 0 ? "asks for nothing of it" : askedInMatrix(matrix, programme, scenario);
}
function roleInMatrix(matrix, errata, { id }) {
	const sentences = cellsOf(matrix, id).map(({ row, columns, other }) => {
		const titles = columns.map((title) => `'${title}'`).join(", ");
		return `Mandatory in row '${row}', ${columns.length === 1 ? "column" : "columns"} ${titles}; ${other} would do as well.`;
	});
	const listed = matrix.listedTests.filter(({ accepts }) => accepts.includes(id));
	for (const { accepts, procedure, flow } of listed.filter(({ need }) => need === "recommended")) {
		const other = accepts.find((one) => one !== id);
		const what = `${flowFacts(flow).plural}, ${procedure}`;
		sentences.push(`Recommended in the list of tests (${what}); ${other} would do as well.`);
	}
	if (sentences.length === 0) sentences.push("Neither mandatory nor recommended there.");
	const notes = listed.flatMap(({ note }) => note ?? []);
	return [...sentences, ...notes.length > 0 ? notes : about(id, errata)];
}
function about(id, errata) {
	return errata.filter((erratum) => erratum.split(/[^A-Za-z\d-]/u).includes(id));
}
function cellsOf(matrix, id) {
	return matrix.rows.flatMap(({ flow, title }) => {
		const columns = matrix.columns.filter(({ column }) => matrix.cells[column][flow].includes(id));
		const [first] = columns;
		if (first === void 0) return [];
		const [gb, xi] = matrix.cells[first.column][flow];
		return [{
			row: title,
			columns: columns.map((column) => column.title),
			other: gb === id ? xi : gb
		}];
	});
}
function askedInMatrix(matrix, { expected }, { id, flow, steps }) {
	const inSteps = new Set(steps.flatMap(({ sends, receives }) => [...sends, ...receives]));
	const dated = `date and time of ${expected[flow].filter((type) => inSteps.has(type)).join(", ")}`;
	if (cellsOf(matrix, id).length > 0) return `asks for scenario number, MRN, and ${dated}`;
	return matrix.listedTests.some(({ accepts }) => accepts.includes(id)) ? `asks for scenario number and MRN or LRN; ${dated} are looked for as well, to see that it ran as it should` : `has no field for it; ${hasMrn({
		flow,
		steps
	}) ? "MRN" : "LRN"} and ${dated} are looked for all the same`;
}
function roleOfMovement({ ranks, never, paper }, errata, { id }) {
	const counts = ranks.find(({ scenarios }) => scenarios.includes(id))?.counts;
	const why = never.find(({ scenarios }) => scenarios.includes(id))?.why;
	return [`Counts for the ${paper}: ${counts ?? `no: ${why ?? "not asked for"}`}.`, ...about(id, errata)];
}
function askedOfMovement({ ranks, messages }, { id }) {
	return ranks.some(({ scenarios }) => scenarios.includes(id)) ? `asks for MRN and date and time of ${messages.join(" and ")}, of one movement` : "has no field for it";
}

export { messages as A, handInWords as C, unusedIn as D, submitsWords as E, ageMessages as O, hasMrn as S, sentWords as T, eachOf as _, interventionRules as a, flowTitle as b, recommendationsFor as c, answerTo as d, mayBeUnknown as f, defaultProgramme as g, checkMrn as h, interventionMail as i, messageOf as k, requirementsFor as l, spokenAnswer as m, roleInForm as n, matrixOf as o, openQuestions as p, scenarioFinder as r, movementDemandOf as s, askedOf as t, demands as u, namesWhere as v, phaseRange as w, flows as x, programmes as y };