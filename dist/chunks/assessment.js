import { a as rawIdentityOf, c as quoted, i as isOfSuite, o as listed } from "./matching.js";
import { E as hasMrn, S as messageOf, c as requirementsFor, n as interventionMail, p as openQuestions, s as recommendationsFor, x as ageMessages } from "./requirements.js";
import { i as formatDuration, m as wholeDays, o as formatUtc, p as dayLength } from "./time.js";

// src/assessment/evidence.ts
/** What is wrong with or missing from the evidence; the message says what was expected and what was found. */
function evidenceFinding(code, message, { file, line }) {
	return {
		kind: "evidence",
		code,
		severity: "warning",
		message,
		place: {
			file,
			line
		}
	};
}
/** Most trusted first, as `StatementSource` lists them. */
const trust = [
	"property",
	"marker",
	"line",
	"comment",
	"name",
	"api-json",
	"message-xml"
];
/**
* Collects what the attempts state and puts the most trusted first: what is given by a person before what was read out of
* a message, then by source, then the later attempt, then the later statement.
*/
function collectCandidates(attempts) {
	const mrns = [];
	const lrns = [];
	const times = [];
	const tooMuch = [];
	const latestFirst = attempts.toSorted((a, b) => b.order - a.order);
	for (const attempt of latestFirst) {
		if (attempt.dropped !== void 0) tooMuch.push({
			file: attempt.file,
			...attempt.dropped
		});
		for (const statement of attempt.statements.toReversed()) {
			const origin = originOf(statement, attempt);
			if (statement.key === "mrn") mrns.push({
				...origin,
				value: statement.value
			});
			if (statement.key === "lrn") lrns.push({
				...origin,
				value: statement.value
			});
			if (statement.key !== "message") continue;
			const { message, at, assumedZone, mrn, lrn } = statement;
			times.push({
				...origin,
				value: at,
				message,
				assumedZone
			});
			if (mrn !== void 0) mrns.push({
				...origin,
				value: mrn
			});
			if (lrn !== void 0) lrns.push({
				...origin,
				value: lrn
			});
		}
	}
	return {
		mrns: bestFirst(mrns),
		lrns: bestFirst(lrns),
		times: byMessage(bestFirst(times)),
		tooMuch
	};
}
/** What makes it into the evidence. */
function sourced({ value, source, derived, file, line, provenance }) {
	return {
		value,
		source,
		derived,
		file,
		line,
		...provenance === void 0 ? {} : { provenance }
	};
}
/** One of each distinct value, in the order given. */
function distinct(candidates, same) {
	const seen = /* @__PURE__ */ new Map();
	for (const candidate of candidates) {
		const key = same(candidate.value);
		if (!seen.has(key)) seen.set(key, candidate);
	}
	return [...seen.values()];
}
function originOf({ source, derived, line, text }, { file, provenance }) {
	return {
		source,
		derived,
		file,
		line,
		text,
		...provenance === void 0 ? {} : { provenance }
	};
}
/** Sorting keeps the order of equals: the later attempt and statement stay first. */
function bestFirst(candidates) {
	return candidates.toSorted((a, b) => Number(a.derived) - Number(b.derived) || trust.indexOf(a.source) - trust.indexOf(b.source));
}
function byMessage(times) {
	const groups = /* @__PURE__ */ new Map();
	for (const time of times) {
		const group = groups.get(time.message);
		if (group === void 0) groups.set(time.message, [time]);
		else group.push(time);
	}
	return groups;
}
/** Contradictory values, each with its place: `'A' (results/a.xml:12), 'B' (results/b.xml:3)`; beyond five only how many. */
function withPlaces(candidates, show) {
	const shown = candidates.slice(0, 5).map(({ value, file, line }) => `${show(value)} (${file}:${line})`);
	const more = candidates.length - shown.length;
	return listed(more > 0 ? [...shown, `${more} more`] : shown);
}

// src/assessment/check-messages.ts
/**
* Checks the messages of a scenario: those that the form asks for are there, times can be read and don't contradict each
* other, they follow the order of the scenario's steps, and there are none that the scenario doesn't have.
*
* @param asked The messages whose times the form asks for in the scenario's flow.
* @param place where to point when something is missing.
*/
function messageFindings(scenario, asked, messages, { times }, place) {
	const sequence = messagesInOrder(scenario);
	return [
		...missing$1(scenario, asked, sequence, messages, place),
		...unreadable(times),
		...conflicts(sequence, times),
		...outOfOrder(sequence, messages),
		...unexpected(scenario, sequence, times)
	];
}
/** All messages of the steps, one after the other: in each step what is sent, then what is received. */
function messagesInOrder({ steps }) {
	return steps.flatMap(({ sends, receives }) => [...sends, ...receives]);
}
/** Of what the form asks for in the flow, a scenario shows what its steps have: a rejected declaration gets no IE028. */
function missing$1({ id }, asked, sequence, messages, place) {
	const expected = asked.filter((type) => sequence.includes(type));
	const absent = expected.filter((type) => !messages.has(type));
	const [first] = absent;
	if (first === void 0) return [];
	const message = `Date and time of ${listed(absent.map(named$1))} ${absent.length > 1 ? "were" : "was"} not found. Expected, for the form, those of ${listed(expected)} of ${id}: a property or a printed line such as '${first}=2026-07-01T12:00:05Z', or the messages themselves.`;
	return [evidenceFinding("message-missing", message, place)];
}
/** What was given by a person and can't be read is complained of in any case; a message that can't be dated only when nothing else dates it. */
function unreadable(times) {
	const findings = [];
	for (const [type, candidates] of times) {
		const isDated = candidates.some(({ value }) => value !== void 0);
		const texts = /* @__PURE__ */ new Set();
		for (const { value, derived, text, file, line } of candidates) {
			if (value !== void 0 || derived && isDated || texts.has(text)) continue;
			texts.add(text);
			const message = `The time of ${named$1(type)} can't be read: expected one such as 2026-07-01T12:00:05Z or 2026-07-01 13:00:05+01:00, found ${quoted(text)}.`;
			findings.push(evidenceFinding("message-time", message, {
				file,
				line
			}));
		}
	}
	return findings;
}
/** Times are compared as the form records them: message XML has whole seconds, the API milliseconds. */
function inSeconds$1(instant) {
	return Math.floor(instant / 1e3);
}
/** Two times given by a person for a message that the scenario has once. Derived ones are copies of varying precision. */
function conflicts(sequence, times) {
	const findings = [];
	for (const [type, candidates] of times) {
		if (isRepeated(sequence, type)) continue;
		const given = candidates.filter(isGivenAndReadable);
		const [chosen] = given;
		const values = distinct(given, inSeconds$1);
		if (chosen === void 0 || values.length < 2) continue;
		const message = `${values.length} times are given for ${named$1(type)}, expected one: ${withPlaces(values, formatUtc)}. ${formatUtc(chosen.value)} is used.`;
		findings.push(evidenceFinding("message-conflict", message, chosen));
	}
	return findings;
}
function isGivenAndReadable(candidate) {
	return !candidate.derived && candidate.value !== void 0;
}
/** A message that comes twice (IE025 in ASGB3) has one time in the evidence, and nobody knows which of the two it is. */
function isRepeated(sequence, type) {
	return sequence.indexOf(type) !== sequence.lastIndexOf(type);
}
function outOfOrder(sequence, messages) {
	const findings = [];
	const shown = [...messages].filter(([type]) => sequence.includes(type) && !isRepeated(sequence, type)).toSorted(([a], [b]) => sequence.indexOf(a) - sequence.indexOf(b));
	for (const [index, [type, time]] of shown.entries()) {
		const [earlierType, earlier] = shown[index - 1] ?? [type, time];
		if (inSeconds$1(time.value) >= inSeconds$1(earlier.value)) continue;
		const message = `${named$1(type)} must not come before ${named$1(earlierType)}: expected ${formatUtc(earlier.value)} or later, found ${formatUtc(time.value)}.`;
		findings.push(evidenceFinding("message-order", message, time));
	}
	return findings;
}
function unexpected({ id, steps, misprint }, sequence, times) {
	const findings = [];
	for (const [type, [first]] of times) {
		if (first === void 0 || sequence.includes(type) || steps.length === 0) continue;
		if (misprint?.messages.includes(type) === true) continue;
		const message = `${named$1(type)} was found, which ${id} doesn't have: expected ${listed([...new Set(sequence)])} only.`;
		findings.push(evidenceFinding("message-unexpected", message, first));
	}
	return findings;
}
/** `IE028 (MRN allocated)` */
function named$1(type) {
	const name = messageOf(type)?.name;
	return name === void 0 ? type : `${type} (${name})`;
}

// src/assessment/mrn.ts
/**
* Checks an MRN's shape and check digit. 18 characters: year, country, 12 letters or digits, procedure letter J to M,
* check digit; capitals only. Source: TIS, rule R0028; it holds for every MRN in HMRC's example messages.
*/
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
		country: text.slice(2, 4),
		procedureLetter: text.slice(16, 17)
	};
}
/**
* The check digit of ISO 6346 over the first 17 characters: digits count for themselves, letters from A = 10 upwards
* leaving out the multiples of 11; each times 2 to the power of its position from 0; the sum modulo 11, and 10 becomes 0.
*
* What it can't see: a character replaced by one of the same value modulo 11 (1, B, L and V; 2, C, M and W; … 0 has
* no such letter), and a change that moves the sum between 10 and 0 modulo 11, which both give digit 0.
*/
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
/** Each pattern takes up the whole of its place. */
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

// src/assessment/check-movement.ts
/**
* Checks the identity of a scenario's movement: one MRN, valid, of the right country and year; one LRN of a length that
* NCTS takes.
*
* @param place where to point when something is missing.
*/
function movementFindings(scenario, { mrn, lrn, messages }, candidates, place) {
	return [
		...mrn === void 0 ? missing(scenario, lrn, place) : mrnFindings(scenario, mrn, messages),
		...conflict$1("mrn", candidates),
		...lrn === void 0 ? [] : lrnFindings(lrn),
		...conflict$1("lrn", candidates)
	];
}
function missing(scenario, lrn, place) {
	if (hasMrn(scenario)) return [evidenceFinding("mrn-missing", "No MRN was found, the form asks for one. Expected a property 'MRN' of the test, a printed line 'MRN=…' or the message that brings it (CC028C).", place)];
	if (lrn !== void 0) return [];
	const message = `Neither MRN nor LRN was found, the form asks for one of them. Expected a property 'LRN' of the test or a printed line 'LRN=…': ${scenario.id} ends before an MRN is allocated.`;
	return [evidenceFinding("mrn-missing", message, place)];
}
function mrnFindings(scenario, mrn, messages) {
	const check = checkMrn(mrn.value);
	const found = `MRN ${quoted(mrn.value)}`;
	if (!check.ok) return [evidenceFinding(check.code, `${found} is not valid: ${check.message}.`, mrn)];
	const findings = [];
	const expected = scenario.mrnCountry;
	if (expected !== void 0 && check.country !== expected) {
		const why = scenario.flow === "arrival" ? `${scenario.id} is an arrival in ${scenario.region} from ${expected}, and an MRN bears the country of departure` : `${scenario.id} is a departure from ${scenario.region}`;
		const message = `${found} bears country ${check.country}, expected ${expected}: ${why}.`;
		findings.push(evidenceFinding("mrn-country", message, mrn));
	}
	const years = possibleYears(messages);
	if (years !== void 0 && (check.year < years.first || check.year > years.last)) {
		const range = years.first === years.last ? `${years.last}` : `${years.first} to ${years.last}`;
		const message = `${found} is of the year ${check.year}, expected ${range}, going by the times of its messages.`;
		findings.push(evidenceFinding("mrn-year", message, mrn));
	}
	return findings;
}
/**
* An MRN bears the year in which it was allocated. The departure's messages lie around that moment; an arrival may follow
* in the next year. Undefined without any message.
*/
function possibleYears(messages) {
	const departure = [];
	const arrival = [];
	for (const [type, { value }] of messages) (messageOf(type)?.phase === "arrival" ? arrival : departure).push(yearOf(value));
	if (departure.length > 0) return {
		first: Math.min(...departure),
		last: Math.max(...departure)
	};
	if (arrival.length > 0) return {
		first: Math.min(...arrival) - 1,
		last: Math.max(...arrival)
	};
}
function yearOf(instant) {
	return new Date(instant).getUTCFullYear();
}
function lrnFindings(lrn) {
	const { length } = lrn.value;
	if (length > 22) {
		const message = `LRN ${quoted(lrn.value)} has ${length} characters, expected at most 22.`;
		return [evidenceFinding("lrn-length", message, lrn)];
	}
	if (/^[\x20-\x7e]+$/.test(lrn.value)) return [];
	const message = `LRN ${quoted(lrn.value)} has characters that NCTS doesn't take, expected plain letters, digits and signs.`;
	return [evidenceFinding("lrn-length", message, lrn)];
}
/** One movement per scenario: two numbers mean that results of two movements got mixed. */
function conflict$1(key, { mrns, lrns }) {
	const values = key === "mrn" ? distinct(mrns, (mrn) => mrn.toUpperCase()) : distinct(lrns, (lrn) => lrn);
	const [chosen] = values;
	if (chosen === void 0 || values.length < 2) return [];
	const name = key.toUpperCase();
	const message = `Its results state ${values.length} ${name}s, expected one movement per scenario: ${withPlaces(values, quoted)}. ${quoted(chosen.value)} is used.`;
	return [evidenceFinding(`${key}-conflict`, message, chosen)];
}

// src/assessment/gather.ts
/**
* What the counted attempts at a scenario say about its movement, as HMRC's form asks for it, and what is wrong with it.
*
* Of several values the most trusted one is taken: given by a person before read out of a message, then by source (see
* `StatementSource`), then the later attempt. Others that contradict it are reported. Without any attempt there is no
* evidence and nothing to complain of: that the scenario hasn't run is said elsewhere.
*
* @param asked The messages whose times the form asks for in the scenario's flow.
*/
function gatherEvidence(scenario, attempts, asked) {
	const candidates = collectCandidates(attempts);
	const [mrn] = candidates.mrns;
	const [lrn] = candidates.lrns;
	const evidence = {
		mrn: mrn && sourced(mrn),
		lrn: lrn && sourced(lrn),
		messages: readableTimes(candidates.times),
		seen: firstPlaces(candidates.times)
	};
	const [first] = attempts;
	if (first === void 0) return {
		...evidence,
		findings: []
	};
	const place = {
		file: first.file,
		line: first.line
	};
	return {
		...evidence,
		findings: [
			...movementFindings(scenario, evidence, candidates, place),
			...messageFindings(scenario, asked, evidence.messages, candidates, place),
			...tooMuchFindings(candidates)
		]
	};
}
function readableTimes(times) {
	const messages = /* @__PURE__ */ new Map();
	for (const [type, candidates] of times) for (const candidate of candidates) {
		const { value, assumedZone } = candidate;
		if (value === void 0) continue;
		messages.set(type, {
			...sourced(candidate),
			value,
			assumedZone
		});
		break;
	}
	return messages;
}
function firstPlaces(times) {
	return new Map([...times].flatMap(([type, [first]]) => first === void 0 ? [] : [[type, {
		file: first.file,
		line: first.line
	}]]));
}
function tooMuchFindings({ tooMuch }) {
	return tooMuch.map((dropped) => {
		const { count } = dropped;
		const message = `A test or suite wrote more evidence than is looked at: ${count === 1 ? "one statement was left out" : `${count} statements were left out`}, from here on. Expected the messages of one movement; let it print less.`;
		return evidenceFinding("too-much", message, dropped);
	});
}
/**
* Finds MRNs that serve as evidence twice: each departure scenario declares a movement of its own. An arrival may finish
* the movement of a departure scenario, but no movement arrives twice.
*
* @returns what to add to the findings of the scenarios concerned.
*/
function findReusedMrns(all) {
	const users = /* @__PURE__ */ new Map();
	for (const { scenario, evidence } of all.values()) {
		const { mrn } = evidence;
		if (mrn === void 0) continue;
		const key = `${kindOf(scenario)} ${mrn.value.toUpperCase()}`;
		const others = users.get(key);
		if (others === void 0) users.set(key, [{
			scenario,
			mrn
		}]);
		else others.push({
			scenario,
			mrn
		});
	}
	const findings = /* @__PURE__ */ new Map();
	for (const group of users.values()) {
		if (group.length < 2) continue;
		for (const user of group) findings.set(user.scenario.id, [reused(user, group)]);
	}
	return findings;
}
function kindOf({ flow }) {
	return flow === "arrival" ? "arrival" : "departure";
}
function reused({ scenario, mrn }, group) {
	const others = group.map((user) => user.scenario.id).filter((id) => id !== scenario.id);
	return evidenceFinding("mrn-reused", `MRN ${quoted(mrn.value)} is also that of ${listed(others)}, expected a movement of its own for each ${kindOf(scenario)}.`, mrn);
}

// src/assessment/requirement.ts
/** From proven to nothing known: how far a requirement is from being satisfied. */
const distance = {
	satisfied: 0,
	incomplete: 1,
	stale: 2,
	failed: 3,
	"not-run": 4,
	missing: 5
};
function statusOf(scenario) {
	if (scenario === void 0) return "missing";
	return scenario.status === "passed" ? "satisfied" : scenario.status;
}
/** The better of two comes first: nearer to being satisfied, then plainer, then lasting longer. */
function byProof(a, b) {
	return distance[a.status] - distance[b.status] || a.rank - b.rank || (b.scenario.expiresAt ?? 0) - (a.scenario.expiresAt ?? 0);
}
/** Of the scenarios that would do, the one that satisfies and lasts longest, else the nearest to it; ties: the first, GB. */
function nearest(accepts, scenarios) {
	return accepts.flatMap((id) => scenarios.get(id) ?? []).map((scenario) => ({
		scenario,
		status: statusOf(scenario),
		rank: 1
	})).toSorted(byProof)[0]?.scenario;
}
function assessRequirement(requirement, { scenarios, programme }) {
	const [best] = requirement.accepts.flatMap(({ id, rank }) => {
		const scenario = scenarios.get(id);
		return scenario === void 0 ? [] : [{
			scenario,
			status: proofOf(requirement, scenario),
			rank
		}];
	}).toSorted(byProof);
	const scenario = best?.scenario;
	const status = best?.status ?? "missing";
	if (status === "satisfied") {
		const remark = requirement.accepts.find(({ id }) => id === scenario?.scenario.id)?.remark;
		return {
			requirement,
			status,
			scenario,
			expiresAt: scenario?.expiresAt,
			reasons: [],
			next: void 0,
			remark
		};
	}
	return {
		requirement,
		status,
		scenario,
		expiresAt: void 0,
		reasons: reasonsOf(requirement, status, scenario, scenarios),
		next: nextStep(requirement, status, scenario, programme),
		remark: void 0
	};
}
function proofOf(requirement, scenario) {
	const status = statusOf(scenario);
	return status === "satisfied" && unmetNeeds(requirement, scenario).length > 0 ? "incomplete" : status;
}
function reasonsOf(requirement, status, scenario, scenarios) {
	if (scenario === void 0) return [`no report has a result for ${requirement.wanted}`, ...notCounting(requirement, scenarios)];
	return status === "incomplete" ? unmetNeeds(requirement, scenario).map(({ message }) => message) : scenario.reasons;
}
/** Passed scenarios that somebody may have taken for what is asked. */
function notCounting({ never }, scenarios) {
	return never.flatMap(({ scenarios: ids, why }) => ids.filter((id) => scenarios.get(id)?.status === "passed").map((id) => `${id} passed, but does not count: its movement is ${why}`));
}
/** Findings that leave open which MRN the movement has, or whether it is one. */
const aboutMrn = /* @__PURE__ */ new Set([
	"mrn-missing",
	"mrn-shape",
	"mrn-check-digit",
	"mrn-conflict"
]);
/** What the requirement needs and the evidence of a passed scenario doesn't have; empty where it proves it. */
function unmetNeeds({ needs }, { evidence, counted }) {
	const [first] = counted;
	const here = first && {
		file: first.attempt.file,
		line: first.attempt.line
	};
	const unmet = [];
	if (needs.mrn) {
		const wrong = evidence.findings.filter(({ code }) => code !== void 0 && aboutMrn.has(code));
		unmet.push(...wrong.map(({ message, place }) => ({
			message: clause(message),
			place
		})));
		if (evidence.mrn === void 0 && wrong.length === 0) unmet.push({
			message: "no MRN was found",
			place: here
		});
	}
	const absent = needs.messages.filter((type) => !evidence.messages.has(type));
	if (absent.length > 0) {
		const message = `no readable time of ${listed(absent.map(named))} was found`;
		unmet.push({
			message,
			place: unreadablePlace(evidence.findings, absent) ?? here
		});
	}
	for (const [index, type] of needs.messages.entries()) {
		const before = needs.messages[index - 1];
		const [earlier, later] = [before && evidence.messages.get(before), evidence.messages.get(type)];
		if (before === void 0 || earlier === void 0 || later === void 0) continue;
		if (inSeconds(later.value) >= inSeconds(earlier.value)) continue;
		const message = `${named(type)} of ${formatUtc(later.value)} comes before ${named(before)} of ${formatUtc(earlier.value)}`;
		unmet.push({
			message,
			place: {
				file: later.file,
				line: later.line
			}
		});
	}
	for (const { message: type, because } of needs.without) {
		const place = evidence.seen.get(type);
		if (place !== void 0) unmet.push({
			message: `${named(type)} was found: ${because}`,
			place
		});
	}
	return unmet;
}
function unreadablePlace(findings, types) {
	return findings.find(({ code, message }) => code === "message-time" && types.some((type) => message.includes(type)))?.place;
}
/** Times are compared as the form records them. */
function inSeconds(instant) {
	return Math.floor(instant / 1e3);
}
/** `IE028 (MRN allocated)` */
function named(type) {
	const name = messageOf(type)?.name;
	return name === void 0 ? type : `${type} (${name})`;
}
/** A sentence without its full stop. */
function clause(sentence) {
	return sentence.replace(/\.$/u, "");
}
function nextStep(requirement, status, scenario, programme) {
	const [first = ""] = requirement.first;
	const help = manualHelp(programme, scenario?.scenario ?? programme.scenarios.get(first));
	const id = scenario?.scenario.id ?? first;
	switch (status) {
		case "missing": return `${requirement.run}${help}`;
		case "incomplete": return `Have the tests of ${id} hand over ${needed(requirement)} of the movement, then check again; or run ${requirement.first.join(" or ")}.`;
		case "not-run": return `Have ${id} really run in Trader Test (it was skipped or not listed), then check again.${help}`;
		case "failed": return `Find out why ${id} failed, run it again in Trader Test until it passes, then check again.${help}`;
		case "stale": return scenario?.undated === true ? `Have your test tool write when ${id} ran (a timestamp in the report, or its message times as evidence), then check again.` : `Run ${id} again in Trader Test: its evidence doesn't count any more.${help}`;
	}
}
/** `its one MRN and the times of IE015 and IE029` */
function needed({ needs }) {
	return listed([...needs.mrn ? ["the one MRN"] : [], `the times of ${listed(needs.messages)}`]);
}
/** Source: GUIDE, normal procedure: a person at HMRC releases the movement after an e-mail. */
function manualHelp(programme, scenario) {
	const step = scenario?.steps.findIndex(({ manualIntervention }) => manualIntervention) ?? -1;
	if (scenario === void 0 || step < 0) return "";
	const { to, subject } = interventionMail(programme, scenario, step + 1);
	return ` HMRC has to act by hand in it: e-mail ${to} with the subject '${subject}', and reckon with a working day.`;
}
function isSatisfied({ requirements }) {
	return requirements.every(({ status }) => status === "satisfied");
}
/** When the first of its satisfied requirements spoils. */
function firstExpiry({ requirements }) {
	const times = requirements.flatMap(({ expiresAt }) => expiresAt === void 0 ? [] : [expiresAt]);
	return times.length === 0 ? void 0 : Math.min(...times);
}
/** How many requirements of a combination are not satisfied. */
function openCount({ requirements }) {
	return requirements.filter(({ status }) => status !== "satisfied").length;
}
/** How far two combinations are from being satisfied: fewer open requirements first, then nearer ones. */
function byDistance(a, b) {
	const far = (set) => set.requirements.reduce((sum, { status }) => sum + distance[status], 0);
	return openCount(a) - openCount(b) || far(a) - far(b);
}
/** The better of two combinations comes first: the nearer one, then the later expiry, then A. */
function byNearness(a, b) {
	return byDistance(a, b) || (firstExpiry(b) ?? 0) - (firstExpiry(a) ?? 0) || (a.set.combination ?? "").localeCompare(b.set.combination ?? "");
}

// src/assessment/reasons.ts
/** What stands between one requirement and ready; findings in its evidence only where they are binding. */
function requirementReasons(item, application, binding) {
	const { requirement, status, scenario } = item;
	const name = `${requirement.title} (${requirement.wanted})`;
	const shared = {
		severity: "error",
		application,
		place: placeOf(item)
	};
	if (status !== "satisfied") return [{
		kind: status === "not-run" || status === "incomplete" ? "missing" : status,
		message: `${name}: ${{
			missing: "missing",
			incomplete: `${scenario?.scenario.id ?? "its scenario"} passed, but proves nothing yet`,
			"not-run": `${scenario?.scenario.id ?? "its scenario"} has not run`,
			failed: `${scenario?.scenario.id ?? "its scenario"} failed`,
			stale: `${scenario?.scenario.id ?? "its scenario"} is ${scenario?.undated === true ? "undated" : "stale"}`
		}[status]}: ${inShort(item.reasons)}.`,
		next: item.next ?? "",
		...shared
	}];
	if (!binding.has("evidence")) return [];
	return (scenario?.evidence.findings ?? []).map((finding) => ({
		kind: "evidence",
		severity: "error",
		message: `${name}: ${scenario?.scenario.id ?? ""}: ${finding.message}`,
		next: "Correct what the tests hand over as evidence, or run the scenario again, and check again.",
		application,
		place: finding.place
	}));
}
/** The result to point at: the first that stands in the way. */
function placeOf({ requirement, scenario, status }) {
	if (scenario !== void 0 && status === "incomplete") return unmetNeeds(requirement, scenario)[0]?.place;
	const deciding = scenario?.counted.find(({ attempt, time }) => status === "failed" ? attempt.outcome === "failed" : status === "not-run" ? attempt.outcome === "not-run" : scenario.undated ? time === void 0 : time === scenario.testedAt) ?? scenario?.counted[0];
	return deciding === void 0 ? void 0 : {
		file: deciding.attempt.file,
		line: deciding.attempt.line
	};
}
function formReason({ key, label }, application) {
	return {
		kind: "form",
		severity: "error",
		message: `A question of the form is unanswered: ${label}`,
		next: `Answer it in the configuration file under answers: '${key}'.`,
		application
	};
}
function recommendedReason(item, application) {
	if (item.status === "satisfied") return [];
	return [{
		kind: "recommended",
		severity: "error",
		message: `Recommended test ${item.recommendation.accepts.join(" or ")} ${item.scenario === void 0 ? "has no result" : `is ${item.status} (${item.scenario.scenario.id})`}${item.scenario?.expiresAt === void 0 ? "" : `, evidence until ${formatUtc(item.scenario.expiresAt)}`}.`,
		next: `Run it, or leave 'recommended' out of fail-on: HMRC recommends it but doesn't require it.`,
		application
	}];
}
/** A scenario may have many tests: the first of what is wrong is enough to act on, and the scenario keeps the whole list. */
function inShort(reasons) {
	const shown = 2;
	const rest = reasons.length - shown;
	return reasons.slice(0, shown).join("; ") + (rest > 0 ? `; and ${rest} more like this` : "");
}

// src/assessment/application.ts
/** Holds one application (one version of the software) against the matrix. */
function assessApplication(application, context) {
	const { programme } = context;
	const { sets, notRequired } = requirementsFor(programme, application);
	const candidates = sets.map((set) => assessSet(set, context)).toSorted(byNearness);
	const [chosen] = candidates;
	if (chosen === void 0 || chosen.requirements.length === 0) throw new Error(`Application '${application.name}' has no mandatory test: nothing to be ready for.`);
	const recommended = recommendationsFor(programme, application, chosen.set).map((item) => assessRecommendation(item, context.scenarios));
	const unanswered = openQuestions(programme.form, context.answers, context.formVersion).map(({ key, question }) => ({
		key,
		label: question
	}));
	const reasons = [
		...chosen.requirements.flatMap((requirement) => requirementReasons(requirement, application.name, context.binding)),
		...context.binding.has("form") ? unanswered.map((question) => formReason(question, application.name)) : [],
		...context.binding.has("recommended") ? recommended.flatMap((item) => recommendedReason(item, application.name)) : []
	];
	const expiresAt = isSatisfied(chosen) ? firstExpiry(chosen) : void 0;
	return {
		name: application.name,
		verdict: reasons.length === 0 ? "ready" : "not-ready",
		application,
		combination: chosen.set.combination,
		combinationBecause: chosenBecause(application, candidates),
		requirements: chosen.requirements,
		notRequired,
		recommended,
		expiresAt,
		daysLeft: expiresAt === void 0 ? void 0 : wholeDays(context.evaluatedAt, expiresAt),
		reasons,
		unanswered
	};
}
function assessSet(set, context) {
	return {
		set,
		requirements: set.requirements.map((requirement) => assessRequirement(requirement, context))
	};
}
function chosenBecause(application, candidates) {
	const [chosen, other] = candidates;
	if (chosen?.set.combination === void 0) return void 0;
	const name = `Combination ${chosen.set.combination}`;
	if (application.combination !== "auto") return `${name} was chosen in the settings.`;
	if (other === void 0) return `${name} is the only one that the software's procedures allow.`;
	const against = `combination ${other.set.combination ?? ""}`;
	if (!isSatisfied(chosen)) {
		const isNearer = byDistance(chosen, other) !== 0;
		const lead = isNearer ? "is nearer to being satisfied than" : "is as near to being satisfied as";
		const why = isNearer && openCount(chosen) === openCount(other) ? ": its open tests have got further" : "";
		return `${name} (${openCount(chosen)} open) ${lead} ${against} (${openCount(other)} open)${why}.`;
	}
	if (!isSatisfied(other)) return `${name} is satisfied, ${against} is not.`;
	const lasts = firstExpiry(chosen) === firstExpiry(other) ? "as long" : "longer";
	return `Both combinations are satisfied; ${chosen.set.combination} is taken, since its evidence lasts ${lasts}.`;
}
function assessRecommendation(recommendation, scenarios) {
	const proper = nearest(recommendation.accepts, scenarios);
	const { xiAsPrinted } = recommendation;
	const printed = xiAsPrinted === void 0 || proper !== void 0 ? void 0 : scenarios.get(xiAsPrinted);
	const scenario = proper ?? printed;
	const note = printed === void 0 ? recommendation.note : `${printed.scenario.id} is what the form's list prints here; in the testing guide it is '${printed.scenario.title}', and the XI scenario meant is ${recommendation.accepts[1]}.`;
	return {
		recommendation,
		status: statusOf(scenario),
		scenario,
		note
	};
}

// src/assessment/freshness.ts
/**
* The first instant at which evidence of that time is stale: exactly `maxAgeDays` × 24 h later.
* Source: PAGE, 'less than 14 days old'.
*/
function expiryOf(testedAt, clock) {
	return testedAt + clock.maxAgeDays * dayLength;
}
/** Whether evidence that lasts until then spoils within the days of which the user wants to be warned, or has spoiled. */
function spoilsSoon(expiresAt, evaluatedAt, { warnDays }) {
	return expiresAt - evaluatedAt <= warnDays * dayLength;
}
/** Why evidence of that time doesn't count at the reference instant; empty when it is fresh. */
function staleReasons(testedAt, evaluatedAt, clock, { name, phases }) {
	const reasons = [];
	if (evaluatedAt >= expiryOf(testedAt, clock)) {
		const age = formatDuration(evaluatedAt - testedAt);
		reasons.push(`it was tested on ${formatUtc(testedAt)}, ${age} before ${formatUtc(evaluatedAt)}: evidence must be less than ${clock.maxAgeDays} days old`);
	}
	if (clock.notBefore !== void 0 && testedAt < clock.notBefore) reasons.push(`it was tested on ${formatUtc(testedAt)}, before ${formatUtc(clock.notBefore)}, from when on evidence counts (not-before)`);
	if (phases.length === 0) return reasons;
	const window = phases.find(({ no }) => no === clock.phase);
	if (window === void 0) return [...reasons, `${name} has no phase ${clock.phase}, so no time counts for it`];
	if (testedAt < window.from || window.to !== void 0 && testedAt >= window.to) {
		const until = window.to === void 0 ? "" : ` to ${formatUtc(window.to)}`;
		reasons.push(`it was tested on ${formatUtc(testedAt)}, outside of phase ${clock.phase} (${formatUtc(window.from)}${until})`);
	}
	return reasons;
}

// src/assessment/grouped.ts
/** Items with the same key together, groups in the order of their first item. (Map.groupBy needs Node 21.) */
function grouped(items, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [item]);
		else group.push(item);
	}
	return groups;
}

// src/assessment/counted.ts
/**
* Picks, out of all attempts at one scenario, the results that count: of each test the latest, so that an old pass
* never hides a new failure and a new pass heals an old failure.
*
* Results without a time are neither older nor newer than any other: they always count beside the latest. The same at
* the same time: all count, so the worst decides, unless the user asked for the last one in reading order.
* Names that differ only in what one run put into them (an MRN, a time) are one test between reports; inside one report
* they are several, and the report with the latest result counts with all of them.
* Source: design, 'Which result counts'.
*/
function selectCounted(attempts, duplicates) {
	const counted = [];
	const conflicts = [];
	for (const group of grouped(attempts, ({ attempt }) => attempt.identity).values()) for (const same of latestOf(group)) {
		const [first] = same;
		if (first === void 0) continue;
		if (new Set(same.map(({ attempt }) => attempt.outcome)).size > 1) conflicts.push(conflict(same, duplicates));
		const last = same.reduce((a, b) => b.attempt.order > a.attempt.order ? b : a);
		for (const result of duplicates === "last" ? [last] : same) counted.push(result);
	}
	const ofSuites = counted.filter(({ attempt }) => isOfSuite(attempt));
	const later = ofSuites.length === 0 ? void 0 : latestOfSuites(ofSuites, attempts);
	const current = later === void 0 ? counted : counted.filter((item) => !isOutlived(item, later));
	return {
		counted: current,
		superseded: attempts.length - current.length,
		conflicts
	};
}
/** The results of one test that stand against each other, none of them older than another: one list a test. */
function latestOf(group) {
	const latest = latestTime(group);
	const latestReports = new Set(group.filter(({ time }) => time.latest === latest).map(({ attempt }) => reportOf(attempt)));
	const standing = group.filter(({ attempt, time }) => time.latest === void 0 || latestReports.has(reportOf(attempt)));
	return [...grouped(standing, ({ attempt }) => rawIdentityOf(attempt)).values()].map((same) => {
		const ofTest = latestTime(same);
		return same.filter(({ time }) => time.latest === void 0 || time.latest === ofTest);
	});
}
/** -Infinity when none has a time. One by one: a report may list a test a million times. */
function latestTime(results) {
	return results.reduce((latest, { time }) => Math.max(latest, time.latest ?? -Infinity), -Infinity);
}
/** By the paths of the suites that something is said of. One walk, because a report may have thousands of each. */
function latestOfSuites(ofSuites, all) {
	const wanted = new Set(ofSuites.map(({ attempt }) => JSON.stringify(attempt.suites)));
	const depths = new Set(ofSuites.map(({ attempt }) => attempt.suites.length));
	const found = /* @__PURE__ */ new Map();
	for (const { attempt, time } of all) {
		if (isOfSuite(attempt) || time.latest === void 0) continue;
		const own = {
			report: reportOf(attempt),
			latest: time.latest
		};
		for (const depth of depths) {
			const path = JSON.stringify(attempt.suites.slice(0, depth));
			if (depth > attempt.suites.length || !wanted.has(path)) continue;
			const known = found.get(path) ?? [];
			const same = known.find(({ report }) => report === own.report);
			if (same !== void 0 && same.latest >= own.latest) continue;
			const others = known.filter(({ report }) => report !== own.report);
			found.set(path, [...others, own].toSorted((a, b) => b.latest - a.latest).slice(0, 2));
		}
	}
	return found;
}
/**
* A failure that is no test, such as a suite's claim of failures beyond its cases, has no counterpart in a later, sound
* report of that suite. It is outlived when such a report has a result of the same suite.
*/
function isOutlived({ attempt, time }, later) {
	const failedAt = time.latest;
	if (!isOfSuite(attempt) || failedAt === void 0) return false;
	return (later.get(JSON.stringify(attempt.suites)) ?? []).some(({ report, latest }) => report !== reportOf(attempt) && latest > failedAt);
}
/** Two artifacts may hold a report of the same path. */
function reportOf({ file, provenance }) {
	return provenance === void 0 ? file : `${provenance.artifactId}:${file}`;
}
function conflict(same, duplicates) {
	const places = same.map(({ attempt }) => `${attempt.outcome} in ${attempt.file}:${attempt.line}`);
	const [first] = same;
	const when = same.some(({ time }) => time.latest === void 0) ? "no time tells which is later" : "the time is the same";
	return {
		kind: "conflict",
		severity: "warning",
		message: `'${first?.attempt.name ?? ""}' has contradictory results and ${when}: ${places.join(", ")}. ` + (duplicates === "worst" ? `The worst counts; set duplicates to 'last' if your tool lists retries so.` : `The last one listed counts, as set by duplicates.`),
		place: first === void 0 ? void 0 : {
			file: first.attempt.file,
			line: first.attempt.line
		}
	};
}

// src/assessment/times.ts
/** Clocks of runners and of HMRC differ a little; what is further ahead than this hasn't happened yet. */
const skew = 3e5;
/**
* Nothing can have happened before the programme began, nor after now; and where the reference instant lies in the past, nothing after that either.
*/
function credibleTimes({ begins, beforeItBegan }, now, evaluatedAt) {
	return {
		from: begins,
		to: Math.min(now, evaluatedAt) + skew,
		before: beforeItBegan
	};
}
function isCredible(instant, credible) {
	return instant !== void 0 && instant >= credible.from && instant <= credible.to;
}
/**
* The time of a result, most trusted first: the message times in its evidence, then what the report says. Where the most
* trusted place has only a time that can't be (unreadable, in the future, before the programme), the result has none: falling back
* would pick the kinder of two contradictory dates, and so would passing over one message's impossible time when others
* have possible ones. (Messages that a test merely printed may be examples with dates of their own.) Source: design, 'When'.
*/
function timeOf(attempt, ages, credible) {
	const messages = ageStatements(attempt, ages);
	const { reported } = attempt;
	const ranAt = isCredible(reported?.instant, credible) ? reported?.instant : void 0;
	const madeBy = isCredible(attempt.provenance?.createdAt, credible) ? attempt.provenance?.createdAt : void 0;
	const undated = (why) => {
		return {
			age: void 0,
			latest: ranAt ?? madeBy,
			from: void 0,
			assumedZone: false,
			why
		};
	};
	if (messages.length > 0) {
		const times = messages.flatMap(({ at }) => isCredible(at, credible) ? [at] : []);
		const wrong = messages.find(({ at, derived }) => !derived && !isCredible(at, credible));
		if (times.length === 0 || wrong !== void 0) {
			const first = wrong ?? messages[0];
			return undated(`the time given for ${first?.message ?? "its message"} ${first === void 0 ? "" : whyNot(first.at, first.text, credible)}`);
		}
		return {
			age: Math.min(...times),
			latest: Math.max(...times, ranAt ?? -Infinity),
			from: "messages",
			assumedZone: messages.some(({ at, assumedZone }) => assumedZone && isCredible(at, credible)),
			why: void 0
		};
	}
	if (reported === void 0) return undated("neither the report nor any evidence says when it ran");
	if (ranAt === void 0) return undated(`its timestamp ${whyNot(reported.instant, reported.text, credible)}`);
	return {
		age: ranAt,
		latest: ranAt,
		from: reported.from,
		assumedZone: reported.assumedZone,
		why: void 0
	};
}
/** Message statements that count for the age; of each type those given outright, derived ones only where there are none. */
function ageStatements(attempt, ages) {
	const messages = attempt.statements.filter((statement) => statement.key === "message" && ages.has(statement.message));
	const outright = new Set(messages.flatMap(({ derived, message }) => derived ? [] : [message]));
	return messages.filter(({ derived, message }) => !derived || !outright.has(message));
}
function whyNot(instant, text, credible) {
	const quoted = `'${text.slice(0, 60)}'`;
	if (instant === void 0) return `is unreadable: ${quoted}`;
	if (instant > credible.to) return `lies in the future: ${quoted} (a local time without offset? set time-zone, or write the offset)`;
	return `lies ${credible.before}: ${quoted}`;
}

// src/assessment/scenario.ts
/** Judges one scenario by all attempts at it. */
function assessScenario(scenario, attempts, context) {
	const ages = ageMessages(scenario.flow, context.programme.arrivalAge);
	const selected = select(attempts.map((attempt) => ({
		attempt,
		time: timeOf(attempt, ages, context.credible)
	})), context.duplicates);
	const { counted } = selected;
	const testedAt = earliest(counted);
	const judged = judge(counted, testedAt, context);
	const evidence = gatherEvidence(scenario, counted.map(({ attempt }) => attempt), context.programme.expected[scenario.flow]);
	return {
		assessment: {
			scenario,
			status: judged.status,
			undated: judged.status === "stale" && testedAt === void 0,
			testedAt,
			expiresAt: testedAt === void 0 ? void 0 : expiryOf(testedAt, context.clock),
			assumedZone: counted.some(({ time }) => time.assumedZone),
			counted: counted.map(({ attempt, time }) => ({
				attempt,
				time: time.age,
				timeFrom: time.from
			})),
			superseded: selected.superseded,
			evidence,
			reasons: [...judged.reasons, ...remarks({
				scenario,
				arrivalAge: context.programme.arrivalAge
			}, attempts, counted, evidence, testedAt)]
		},
		problems: [...selected.conflicts, ...timeProblems(counted)]
	};
}
/**
* An ambiguous result can only count against a scenario: its pass heals an ambiguous failure of the same test, but
* neither counts nor replaces a clear result.
*/
function select(timed, duplicates) {
	const doubtful = selectCounted(timed.filter(({ attempt }) => attempt.ambiguous), duplicates);
	const against = doubtful.counted.filter(({ attempt }) => attempt.outcome === "failed");
	const selected = selectCounted([...timed.filter(({ attempt }) => !attempt.ambiguous), ...against], duplicates);
	return {
		counted: selected.counted,
		superseded: doubtful.superseded + selected.superseded,
		conflicts: [...doubtful.conflicts, ...selected.conflicts]
	};
}
/** The earliest time of all counted results; undefined when one of them has none, or there are none. */
function earliest(counted) {
	let first;
	for (const { time } of counted) {
		if (time.age === void 0) return void 0;
		first = Math.min(first ?? time.age, time.age);
	}
	return first;
}
function judge(counted, testedAt, { programme, clock, evaluatedAt }) {
	const failed = counted.filter(({ attempt }) => attempt.outcome === "failed");
	if (failed.length > 0) return {
		status: "failed",
		reasons: failed.map(({ attempt }) => describe(attempt, "failed"))
	};
	const notRun = counted.filter(({ attempt }) => attempt.outcome === "not-run");
	if (notRun.length > 0) return {
		status: "not-run",
		reasons: notRun.map(({ attempt }) => describe(attempt, "did not run"))
	};
	if (counted.length === 0) return {
		status: "not-run",
		reasons: ["only ambiguous results name it, and those count for no scenario"]
	};
	if (testedAt === void 0) return {
		status: "stale",
		reasons: counted.filter(({ time }) => time.age === void 0).map(({ attempt, time }) => `${describe(attempt, "has no usable date")}: ${time.why ?? ""}`)
	};
	const stale = staleReasons(testedAt, evaluatedAt, clock, programme);
	return stale.length > 0 ? {
		status: "stale",
		reasons: stale
	} : {
		status: "passed",
		reasons: []
	};
}
function describe(attempt, what) {
	return `'${attempt.name === "" ? attempt.className : attempt.name}' ${what} (${`${attempt.file}:${attempt.line}`})${attempt.outcome === "passed" || attempt.message === void 0 ? "" : `: ${attempt.message}`}`;
}
/** What a reader should know though it changes nothing. */
function remarks({ scenario, arrivalAge }, attempts, counted, evidence, testedAt) {
	const notes = [];
	const flaky = counted.filter(({ attempt }) => attempt.flaky);
	for (const { attempt } of flaky) notes.push(describe(attempt, "passed only after failed tries"));
	const ambiguous = attempts.filter((attempt) => attempt.ambiguous && attempt.outcome !== "failed");
	for (const attempt of ambiguous) notes.push(describe(attempt, "names several scenarios and was not counted"));
	const { misprint } = scenario;
	if (misprint !== void 0 && [...evidence.seen.keys()].some((type) => misprint.messages.includes(type))) notes.push(misprint.remark);
	const declaredAt = arrivalAge === "arrival" && scenario.flow === "arrival" ? evidence.messages.get("IE015")?.value : void 0;
	if (declaredAt !== void 0 && testedAt !== void 0 && declaredAt < testedAt) notes.push(`the departure behind this arrival was declared on ${formatUtc(declaredAt)}: noted, not held against it, since the form doesn't ask for it`);
	return notes;
}
function timeProblems(counted) {
	return counted.flatMap(({ attempt, time }) => time.why === void 0 ? [] : [{
		kind: "time",
		severity: "warning",
		message: `${describe(attempt, "has no usable date")}: ${time.why}.`,
		place: {
			file: attempt.file,
			line: attempt.line
		}
	}]);
}

// src/assessment/assess.ts
/**
* Results × requirements × clock → the one value that every renderer reads.
*
* The verdict says whether the evidence is ready for HMRC: every mandatory test of every application proven by a
* passed, dated, fresh scenario, every matched report readable, and whatever else `fail-on` makes binding.
* `fail-on` can make the verdict stricter but never milder; which reasons fail the step (`fatal`) is its to say.
*
* @param now The clock, UTC.
*/
function assess(input, now) {
	const { programme, clock, failOn, duplicates } = input.settings;
	const evaluatedAt = clock.asOf ?? now;
	const context = {
		programme,
		clock,
		evaluatedAt,
		credible: credibleTimes(programme, now, evaluatedAt),
		duplicates
	};
	const { scenarios, problems } = assessScenarios(input.attempts, context);
	const binding = new Set([
		"evidence",
		"form",
		"recommended"
	].filter((kind) => failOn.has(kind)));
	const applications = input.settings.applications.map((application) => assessApplication(application, {
		programme,
		scenarios,
		evaluatedAt,
		binding,
		formVersion: input.formVersion,
		answers: {
			...input.settings.answers,
			...input.settings.applicationAnswers[application.name]
		}
	}));
	const allProblems = [...input.problems, ...problems];
	const reasons = [
		...nothingReason(input.nothingFound),
		...applications.flatMap((application) => application.reasons),
		...unreadableReasons(input.files, allProblems)
	];
	const expiresAt = commonExpiry(applications);
	return {
		programme,
		evaluatedAt,
		verdict: reasons.length === 0 && applications.length > 0 ? "ready" : "not-ready",
		reasons,
		fatal: reasons.filter(({ kind }) => kind === "no-report" || failOn.has(kind)),
		failOn: [...failOn],
		expiresAt,
		daysLeft: expiresAt === void 0 ? void 0 : wholeDays(evaluatedAt, expiresAt),
		expiringSoon: expiresAt !== void 0 && reasons.length === 0 && spoilsSoon(expiresAt, evaluatedAt, clock),
		clock,
		applications,
		scenarios,
		files: input.files,
		problems: allProblems
	};
}
function assessScenarios(attempts, context) {
	const byScenario = grouped(attempts, ({ scenario }) => scenario);
	const scenarios = /* @__PURE__ */ new Map();
	const problems = [];
	for (const scenario of context.programme.scenarios.values()) {
		const own = byScenario.get(scenario.id);
		if (own === void 0) continue;
		const judged = assessScenario(scenario, own, context);
		scenarios.set(scenario.id, judged.assessment);
		for (const problem of judged.problems) problems.push(problem);
	}
	for (const [id, findings] of findReusedMrns(scenarios)) {
		const assessment = scenarios.get(id);
		if (assessment === void 0) continue;
		const evidence = {
			...assessment.evidence,
			findings: [...assessment.evidence.findings, ...findings]
		};
		scenarios.set(id, {
			...assessment,
			evidence
		});
	}
	return {
		scenarios,
		problems
	};
}
/** The moment until which all applications are ready; undefined when one of them isn't proven. */
function commonExpiry(applications) {
	let first;
	for (const { expiresAt } of applications) {
		if (expiresAt === void 0) return void 0;
		first = Math.min(first ?? expiresAt, expiresAt);
	}
	return first;
}
function nothingReason(nothingFound) {
	if (nothingFound === void 0) return [];
	return [{
		kind: "no-report",
		severity: "error",
		message: nothingFound,
		next: "Check the results globs, and that the tests ran before this check and wrote their JUnit reports."
	}];
}
function unreadableReasons(files, problems) {
	const ofFiles = files.flatMap(({ problem }) => problem === void 0 ? [] : [problem]);
	const others = problems.filter(({ severity }) => severity === "error");
	return [...ofFiles, ...others].map((problem) => ({
		kind: "unreadable",
		severity: "error",
		message: problem.place?.file === void 0 ? problem.message : `${problem.place.file}: ${problem.message}`,
		next: problem.kind === "earlier-results" ? "Put that right and run the job again, or run the scenarios again: what can't be had may hide a newer failure." : "Have the test run write a whole, sound JUnit report, or narrow the results globs to JUnit reports.",
		place: problem.place
	}));
}

export { spoilsSoon as n, assess as t };