import { i as readTime, u as formatUtc } from "./time.js";
import { _ as messageOf, h as hasMrn, m as departureCountry } from "./requirements.js";

// src/evidence/candidates.ts
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
* Collects what the attempts state and puts the most trusted first: what is given outright before what was read out of
* a message, then by source, then the later attempt, then the later statement.
*/
function collectCandidates(attempts) {
	const mrns = [];
	const lrns = [];
	const times = [];
	const tooMuch = [];
	const latestFirst = attempts.toSorted((a, b) => b.order - a.order);
	for (const attempt of latestFirst) for (const statement of attempt.statements.toReversed()) {
		const origin = originOf(statement, attempt);
		if (statement.key === "mrn") mrns.push({
			...origin,
			value: statement.value
		});
		if (statement.key === "lrn") lrns.push({
			...origin,
			value: statement.value
		});
		if (statement.key === "more") tooMuch.push({
			...origin,
			value: statement.dropped
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

// src/evidence/wording.ts
function where({ file, line }) {
	return {
		file,
		line
	};
}
/** A value out of a report as part of a sentence: on one line, not endless. Renderers escape it. */
function quoted(text) {
	const line = text.replaceAll(/\s+/g, " ").replaceAll(/\p{C}/gu, "�").trim();
	return `'${line.length > 60 ? `${line.slice(0, 57)}…` : line}'`;
}
/** `IE015, IE928 and IE028` */
function listed(words) {
	const last = words.at(-1) ?? "";
	return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
/** Contradictory values, each with its place: `'A' (results/a.xml:12), 'B' (results/b.xml:3)`; beyond five only how many. */
function withPlaces(candidates, show) {
	const shown = candidates.slice(0, 5).map(({ value, file, line }) => `${show(value)} (${file}:${line})`);
	const more = candidates.length - shown.length;
	return listed(more > 0 ? [...shown, `${more} more`] : shown);
}

// src/evidence/check-messages.ts
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
	return [{
		code: "message-missing",
		message: `Date and time of ${listed(absent.map(named))} ${absent.length > 1 ? "were" : "was"} not found. Expected, for the form, those of ${listed(expected)} of ${id}: a property or a printed line such as '${first}=2026-07-01T12:00:05Z', or the messages themselves.`,
		...where(place)
	}];
}
/** What was given outright and can't be read is complained of in any case; a message that can't be dated only when nothing else dates it. */
function unreadable(times) {
	const findings = [];
	for (const [type, candidates] of times) {
		const isDated = candidates.some(({ value }) => value !== void 0);
		const texts = /* @__PURE__ */ new Set();
		for (const { value, derived, text, file, line } of candidates) {
			if (value !== void 0 || derived && isDated || texts.has(text)) continue;
			texts.add(text);
			const message = `The time of ${named(type)} can't be read: expected one such as 2026-07-01T12:00:05Z or 2026-07-01 13:00:05+01:00, found ${quoted(text)}.`;
			findings.push({
				code: "message-time",
				message,
				...where({
					file,
					line
				})
			});
		}
	}
	return findings;
}
/** Times are compared as the form records them: message XML has whole seconds, the API milliseconds. */
function inSeconds(instant) {
	return Math.floor(instant / 1e3);
}
/** Two times given outright for a message that the scenario has once. Derived ones are copies of varying precision. */
function conflicts(sequence, times) {
	const findings = [];
	for (const [type, candidates] of times) {
		if (isRepeated(sequence, type)) continue;
		const given = candidates.filter(isGivenAndReadable);
		const [chosen] = given;
		const values = distinct(given, inSeconds);
		if (chosen === void 0 || values.length < 2) continue;
		const message = `${values.length} times are given for ${named(type)}, expected one: ${withPlaces(values, formatUtc)}. ${formatUtc(chosen.value)} is used.`;
		findings.push({
			code: "message-conflict",
			message,
			...where(chosen)
		});
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
		if (inSeconds(time.value) >= inSeconds(earlier.value)) continue;
		const message = `${named(type)} must not come before ${named(earlierType)}: expected ${formatUtc(earlier.value)} or later, found ${formatUtc(time.value)}.`;
		findings.push({
			code: "message-order",
			message,
			...where(time)
		});
	}
	return findings;
}
function unexpected({ id, steps }, sequence, times) {
	const findings = [];
	for (const [type, [first]] of times) {
		if (first === void 0 || sequence.includes(type) || steps.length === 0) continue;
		const message = `${named(type)} was found, which ${id} doesn't have: expected ${listed([...new Set(sequence)])} only.`;
		findings.push({
			code: "message-unexpected",
			message,
			...where(first)
		});
	}
	return findings;
}
/** `IE028 (MRN allocated)` */
function named(type) {
	const name = messageOf(type)?.name;
	return name === void 0 ? type : `${type} (${name})`;
}

// src/evidence/mrn.ts
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
		sum = (sum + valueOf$1(character) * weight) % 11;
		weight = weight * 2 % 11;
	}
	return sum % 10;
}
function valueOf$1(character) {
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

// src/evidence/check-movement.ts
/**
* Checks the identity of a scenario's movement: one MRN, valid, of the right country and year; one LRN of a length that
* NCTS takes.
*
* @param place where to point when something is missing.
*/
function movementFindings(scenario, { mrn, lrn, messages }, candidates, place) {
	return [
		...mrn === void 0 ? missing(scenario, lrn, place) : mrnFindings(scenario, mrn, messages),
		...conflict("mrn", candidates),
		...lrn === void 0 ? [] : lrnFindings(lrn),
		...conflict("lrn", candidates)
	];
}
function missing(scenario, lrn, place) {
	if (hasMrn(scenario)) return [{
		code: "mrn-missing",
		message: "No MRN was found, the form asks for one. Expected a property 'MRN' of the test, a printed line 'MRN=…' or the message that brings it (CC028C).",
		...where(place)
	}];
	if (lrn !== void 0) return [];
	return [{
		code: "mrn-missing",
		message: `Neither MRN nor LRN was found, the form asks for one of them. Expected a property 'LRN' of the test or a printed line 'LRN=…': ${scenario.id} ends before an MRN is allocated.`,
		...where(place)
	}];
}
function mrnFindings(scenario, mrn, messages) {
	const check = checkMrn(mrn.value);
	const found = `MRN ${quoted(mrn.value)}`;
	if (!check.ok) return [{
		code: check.code,
		message: `${found} is not valid: ${check.message}.`,
		...where(mrn)
	}];
	const findings = [];
	const expected = departureCountry(scenario);
	if (check.country !== expected) {
		const why = scenario.flow === "arrival" ? `${scenario.id} is an arrival in ${scenario.region} from ${expected}, and an MRN bears the country of departure` : `${scenario.id} is a departure from ${scenario.region}`;
		const message = `${found} bears country ${check.country}, expected ${expected}: ${why}.`;
		findings.push({
			code: "mrn-country",
			message,
			...where(mrn)
		});
	}
	const years = possibleYears(messages);
	if (years !== void 0 && (check.year < years.first || check.year > years.last)) {
		const range = years.first === years.last ? `${years.last}` : `${years.first} to ${years.last}`;
		const message = `${found} is of the year ${check.year}, expected ${range}, going by the times of its messages.`;
		findings.push({
			code: "mrn-year",
			message,
			...where(mrn)
		});
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
	if (length > 22) return [{
		code: "lrn-length",
		message: `LRN ${quoted(lrn.value)} has ${length} characters, expected at most 22.`,
		...where(lrn)
	}];
	if (/^[\x20-\x7e]+$/.test(lrn.value)) return [];
	return [{
		code: "lrn-length",
		message: `LRN ${quoted(lrn.value)} has characters that NCTS doesn't take, expected plain letters, digits and signs.`,
		...where(lrn)
	}];
}
/** One movement per scenario: two numbers mean that results of two movements got mixed. */
function conflict(key, { mrns, lrns }) {
	const values = key === "mrn" ? distinct(mrns, (mrn) => mrn.toUpperCase()) : distinct(lrns, (lrn) => lrn);
	const [chosen] = values;
	if (chosen === void 0 || values.length < 2) return [];
	const name = key.toUpperCase();
	const message = `Its results state ${values.length} ${name}s, expected one movement per scenario: ${withPlaces(values, quoted)}. ${quoted(chosen.value)} is used.`;
	return [{
		code: `${key}-conflict`,
		message,
		...where(chosen)
	}];
}

// src/evidence/reused-mrns.ts
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
	return {
		code: "mrn-reused",
		message: `MRN ${quoted(mrn.value)} is also that of ${listed(others)}, expected a movement of its own for each ${kindOf(scenario)}.`,
		...where(mrn)
	};
}

// src/evidence/gather.ts
/**
* What the counted attempts at a scenario say about its movement, as HMRC's form asks for it, and what is wrong with it.
*
* Of several values the most trusted one is taken: given outright before read out of a message, then by source (see
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
		messages: readableTimes(candidates.times)
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
function tooMuchFindings({ tooMuch }) {
	return tooMuch.map((candidate) => ({
		code: "too-much",
		message: `A test or suite wrote more evidence than is looked at: ${candidate.value} statements were left out, from here on. Expected the messages of one movement; let it print less.`,
		...where(candidate)
	}));
}

// src/evidence/identity.ts
/**
* Makes names comparable between runs: tools like newman put the MRN, the LRN or a time of this very run into the test's
* name, and the same test would otherwise look like a new one each night, so that an old failure (or pass) never went away.
*/
const mrnLike = /\b\d{2}[A-Z]{2}[A-Z0-9]{14}\b/gi;
const uuid = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;
const dateAndTime = /\b\d{4}-\d{2}-\d{2}(?:[T ]\s?\d{2}:?\d{2}(?::?\d{2}(?:[.,]\d{1,9})?)?(?:\s?(?:Z|[+-]\d{2}:?\d{2}))?)?(?![\d-])/gi;
const timeOfDay = /\b\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?\b/g;
const longNumber = /\d{10,}/g;
/** Every part is bounded: `LRN` a hundred thousand times, or blanks by the megabyte behind it, must not be tried in all ways. */
const afterLrnKey = /\b(LRN)(\s{0,20}[=:]?\s{0,20})(?!is\b|was\b|must\b|has\b|of\b)(?=[^\s,;]{0,40}\d)[^\s,;]{1,40}/gi;
/** What a name says where a failed run had nothing to put into it: `MRN ${mrn}` becomes 'MRN undefined'. */
const emptyAfterKey = /\b(MRN|LRN|(?:IE|CC)\d{3}C?)(\s{0,20}[=:]?\s{0,20})(?:undefined|null|none|nil)\b/gi;
const marks = {
	mrn: "‹mrn›",
	lrn: "‹lrn›"
};
/** One name with MRN, LRN, time-like and other tokens of a single run replaced by fixed marks. */
function neutralise(name, lrns) {
	let text = name;
	for (const lrn of lrns) if (lrn.length >= 4) text = text.replaceAll(lrn, "‹lrn›");
	return text.replace(emptyAfterKey, (_found, key, between) => `${key}${between}${marks[key.toLowerCase()] ?? "‹time›"}`).replace(mrnLike, "‹mrn›").replace(uuid, "‹id›").replace(afterLrnKey, "$1$2‹lrn›").replace(dateAndTime, "‹time›").replace(timeOfDay, "‹time›").replace(longNumber, "‹number›").replace(/\s+/g, " ").trim();
}
/** Suite path, class name and name as one key. JSON, so that no separator inside a name can make two tests one. */
function identityOf(parts, lrns) {
	return JSON.stringify([
		parts.suites.map((suite) => neutralise(suite, lrns)),
		neutralise(parts.className, lrns),
		neutralise(parts.name, lrns)
	]);
}
/** The same without neutralising: two results of one report that differ here are two tests. */
function rawIdentityOf(parts) {
	return JSON.stringify([
		parts.suites,
		parts.className,
		parts.name
	]);
}
/** What Bruno calls a request that never came to its tests, or whose script broke off; its suites are single requests. */
const brokenRequest = /* @__PURE__ */ new Set([
	"Test suite has no errors",
	"Test Script Error",
	"Post-Response Script Error"
]);
/**
* Whether a good run of the same suite has no result of that name: a failure that was no test. It can't be healed by a
* later result of the same test, only by a later report of the same suite.
*/
function isOfSuite({ declared, outcome, name }) {
	return declared !== void 0 || outcome === "failed" && brokenRequest.has(name);
}

// src/evidence/escapes.ts
/**
* What logs do to quotes and brackets: JSON inside a log line escapes them with backslashes (once per level) or \u0022,
* HTML-minded tools with entities. The scanners take each of these spellings for the character itself, so that nothing
* has to be unescaped, whatever the level. Sources of regular expressions, without capturing groups. Each takes a run of
* backslashes as a whole, never a part of it: so a long run is looked at once, and a quotation mark shows its level.
*/
/** A quotation mark in any spelling. */
const quote = String.raw`(?:(?<!\\)\\*["'${"`"}]|&(?:amp;)*(?:quot|apos|#34|#39);|(?<!\\)\\+u002[27])`;
/** `<` in any spelling. */
const lessThan = String.raw`(?:<|&(?:amp;)*(?:lt|#60|#x3c);|(?<!\\)\\+u003c)`;
/** `>` in any spelling. */
const greaterThan = String.raw`(?:>|&(?:amp;)*(?:gt|#62|#x3e);|(?<!\\)\\+u003e)`;
/** A colour code, also where the escape character itself was escaped or lost on the way into XML. */
const colour = String.raw`(?:\x1b|\\u001b|\\x1b|#x1b;?|\ufffd)?\[\d[\d;]{0,11}m`;
/**
* A copy that shares no memory with the text it was cut from. V8 keeps the whole parent of a slice alive: a value of ten
* characters would hold megabytes of output.
*/
function detached(text) {
	return Buffer.from(text, "utf16le").toString("utf16le");
}

// src/evidence/collector.ts
/** More distinct statements than any honest test makes; beyond it they are counted, not kept. */
const statementLimit = 1e4;
/**
* Keeps statements in order, each once per section: polling tests print the same message again and again. A statement
* `scenario` opens a section (the output of one suite may tell of several scenarios), so the same one counts anew there.
*/
var StatementCollector = class {
	#statements = [];
	#seen = /* @__PURE__ */ new Set();
	#scenario;
	#dropped = 0;
	#firstDropped;
	add(draft) {
		if (draft.key === "scenario" && draft.value !== this.#scenario) {
			this.#scenario = detached(draft.value);
			this.#seen.clear();
		}
		const same = identity(draft);
		if (this.#seen.has(same)) return;
		if (this.#statements.length >= statementLimit) {
			this.#firstDropped ??= trimmed(draft);
			this.#dropped++;
			return;
		}
		this.#seen.add(same);
		this.#statements.push(trimmed(draft));
	}
	finish() {
		if (this.#firstDropped === void 0) return this.#statements;
		const { source, derived, line, text } = this.#firstDropped;
		return [...this.#statements, {
			key: "more",
			dropped: this.#dropped,
			source,
			derived,
			line,
			text
		}];
	}
};
function identity(draft) {
	return draft.key === "message" ? JSON.stringify([
		draft.message,
		draft.source,
		draft.at ?? draft.text,
		draft.mrn,
		draft.lrn
	]) : JSON.stringify([
		draft.key,
		draft.source,
		draft.value
	]);
}
const textLimit = 200;
/** Names of scenarios may be long; an MRN or LRN that is longer is wrong in any case. */
const valueLimit$1 = 1e3;
function trimmed(draft) {
	const text = detached(draft.text.slice(0, textLimit));
	if (draft.key !== "message") return {
		...draft,
		text,
		value: detached(draft.value.slice(0, valueLimit$1))
	};
	return {
		...draft,
		text,
		...draft.mrn === void 0 ? {} : { mrn: detached(draft.mrn) },
		...draft.lrn === void 0 ? {} : { lrn: detached(draft.lrn) }
	};
}

// src/evidence/keys.ts
/** The number of a message, and what may follow it where somebody names its time: `IE015-time`, `ie015_at`, `IE015 date and time`. */
const timeSuffix = String.raw`(?:[-_. ]?(?:timestamp|time|at|date(?:[-_ ]?(?:and[-_ ]?)?time)?))?`;
const wholeKey = new RegExp(String.raw`^(?:ncts5?\.)?(?:(?<plain>scenario|mrn|lrn)|(?:ie|cc(?=\d{3}c))(?<number>\d{3})c?${timeSuffix})$`, "i");
/**
* The name of a property or marker as a key of evidence: `scenario`, `mrn`, `lrn`, a message number (`IE015`) or the
* root of its XML (`CC015C`), in any letter case, with or without prefix `ncts.` or `ncts5.`; a message number also
* with `time`, `at`, `timestamp`, `date` or `date and time` behind it. Any other name is undefined: reports carry whole
* environments, of which nothing else is looked at.
*/
function readKey(name) {
	if (name.length > 60) return void 0;
	const groups = wholeKey.exec(name.trim())?.groups;
	if (groups === void 0) return void 0;
	return plainKey(groups["plain"]) ?? messageType(groups["number"]);
}
/** A key by its bare text: `MRN`, `ie015`, `CC015C`. */
function keyOfAnchor(text) {
	return plainKey(text) ?? messageType(text.slice(2, 5));
}
function plainKey(text) {
	const key = text?.toLowerCase();
	return key === "scenario" || key === "mrn" || key === "lrn" ? key : void 0;
}
/** `015` → `IE015`. */
function messageType(number) {
	const type = `IE${number ?? ""}`;
	return isMessageType(type) ? type : void 0;
}
function isMessageType(text) {
	return /^IE\d{3}$/.test(text);
}

// src/evidence/outright.ts
/** No value is longer; what is beyond is not looked at. */
const valueLimit = 2e3;
/**
* A property or marker: key and value as somebody wrote them on purpose, so a value counts as it is, right or wrong. An
* unreadable time is a statement without `at`, to be complained of. An empty value says nothing.
*
* @returns undefined for a name that is no key of evidence.
*/
function readOutright(name, value, { source, line, timeZone }) {
	const key = readKey(name);
	const text = value.slice(0, valueLimit).trim();
	if (key === void 0 || text === "") return void 0;
	const common = {
		source,
		derived: false,
		line,
		text: `${name.trim()}=${text}`
	};
	if (key === "scenario" || key === "mrn" || key === "lrn") return {
		...common,
		key,
		value: text
	};
	const read = readTime(text, timeZone);
	return {
		...common,
		key: "message",
		message: key,
		at: read?.instant,
		assumedZone: read?.assumedZone ?? false
	};
}

// src/evidence/trailing.ts
/** The text without any of these signs at its end. A regular expression would look at a long run of them once for each. */
function withoutTrailing(text, signs) {
	let end = text.length;
	while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
	return text.slice(0, end);
}

// src/evidence/time-value.ts
/** Abbreviations of zones mean different offsets in different places; the form needs certainty. */
const abbreviation = "(?:BST|IST|CES?T|WES?T|EES?T|MSK|[ECMP][SD]T)";
/** Behind a time without offset: a zone, an offset or a time of day in a shape that could not be read with it. */
const changesMeaning = new RegExp(String.raw`^(?:\d{1,2}[:.]|[AP]M\b|${abbreviation}\b|(?:GMT|UTC)?[+-]\d)`, "i");
const bracketedZone = new RegExp(String.raw`^\((${abbreviation})\b`, "i");
const javaZone = /^\[[\w+\-/]+\]/;
const meantAsTime = /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d|\d{1,2}:\d{2}|\d{8,14}\b|\d{1,2} [a-z]{3,9} \d{4}|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )/i;
/** No shape of time has more than eight, one of them empty where `date` pads the day; and the word behind it. */
const mostWords = 9;
/**
* The time at the start of a text, of as many words as make one, whatever follows.
*
* @returns undefined when nothing there is meant as a time; without `read` for what is meant as one, but can't be read
*   (`01/07/2026`) or means different times to different people (`2026-07-01 12:00 BST`).
*/
function timeAtStart(text, timeZone) {
	const words = withoutTail(text).split(/[ \t\u00a0]/, mostWords);
	for (let count = words.length; count > 0; count--) {
		const candidate = withoutTrailing(words.slice(0, count).join(" "), ".,:&");
		const read = readTime(candidate, timeZone);
		if (read === void 0) continue;
		const next = words[count] ?? "";
		if (read.assumedZone && changesMeaning.test(next)) return {
			text: `${candidate} ${next}`,
			read: void 0
		};
		return {
			text: candidate,
			read
		};
	}
	const all = words.join(" ").trim();
	return meantAsTime.test(all) ? {
		text: all,
		read: void 0
	} : void 0;
}
/** Cut at the first sign that no time has, but for a zone in brackets. */
function withoutTail(text) {
	return text.replace(/^[[(]\s*/, "").replace(/["'`<>()[\]{}|;\\].*/s, (tail) => {
		return javaZone.exec(tail)?.[0] ?? bracketedZone.exec(tail)?.[1] ?? "";
	});
}

// src/evidence/pairs.ts
/**
* Reads `key=value` or `key: value` where a key was found: in the middle of a log line, behind bullets, inside quotes of
* any escaping, coloured. Several pairs may share a line. A line is not a form: prose says 'MRN: expected …', source code
* 'lrn = makeLrn()', so a value has to look like one to count.
*
* In a name (of tools that keep nothing else) a blank will do between key and value, and `scenario` is no key: the
* name itself is searched for scenario numbers.
*/
function readPair(place, options) {
	const key = keyOfAnchor(place.anchor);
	if (key === void 0) return void 0;
	const opening = keyOpening(place.before);
	if (opening === void 0) return void 0;
	const rest = withoutColours(place.after.slice(place.anchor.length, lookAhead$1));
	const separation = (options.source === "name" ? separatorInName : separator).exec(rest);
	if (separation === null) return void 0;
	const [between] = separation;
	const { closing, mark = "" } = separation.groups ?? {};
	if (closing !== void 0 && closing !== opening.quote) return void 0;
	if (opening.afterColon && mark !== "=") return void 0;
	const value = valueOf(key, {
		mark,
		...valueAfter(rest.slice(between.length), closing === void 0 ? opening.quote : void 0),
		lineStart: opening.lineStart
	}, options);
	if (value === void 0) return void 0;
	const common = {
		source: options.source,
		derived: false,
		line: place.line,
		text: `${place.anchor}${between.replace(quotes$1, "")}${value.text}`
	};
	if (key === "mrn" || key === "lrn" || key === "scenario") return {
		...common,
		key,
		value: value.text
	};
	const { read } = value;
	return {
		...common,
		key: "message",
		message: key,
		at: read?.instant,
		assumedZone: read?.assumedZone ?? false
	};
}
function valueOf(key, found, options) {
	if (key === "mrn") return textValue(mrnValue(found));
	if (key === "lrn") return textValue(lrnValue(found));
	if (key === "scenario") return options.source === "name" ? void 0 : textValue(scenarioValue(found, options.findNumbers));
	return timeAtStart(upToNextPair(found.region), options.timeZone);
}
function textValue(text) {
	return text === void 0 ? void 0 : { text };
}
/** How far what stands before a key is looked at. */
const lookBehind = 128;
/** How far a pair reaches beyond its key. */
const lookAhead$1 = 400;
const blank = String.raw`[ \t\u00a0]`;
const markShape = String.raw`(?<mark>=>|[=:])(?![=:~])`;
const separator = new RegExp(String.raw`^${timeSuffix}(?<closing>${quote})?${blank}{0,20}${markShape}${blank}{0,20}`, "i");
const separatorInName = new RegExp(String.raw`^${timeSuffix}(?<closing>${quote})?(?:${blank}{0,20}${markShape}${blank}{0,20}|${blank}{1,20}(?:at${blank}{1,20})?)`, "i");
const colours = new RegExp(colour, "gi");
const quotes$1 = new RegExp(quote, "gi");
const prefixAtEnd = /ncts5?\.$/i;
const quoteAtEnd = new RegExp(`${quote}$`, "i");
function withoutColours(text) {
	return text.includes("[") ? text.replace(colours, "") : text;
}
/** What stands before a key must not make it a part of something else: `parentMRN`, `movement.mrn`, `/mrn`, `urn:mrn:`. */
function keyOpening(before) {
	const plain = withoutColours(before).replace(prefixAtEnd, "");
	const mark = quoteAtEnd.exec(plain)?.[0];
	const left = plain.slice(0, plain.length - (mark?.length ?? 0));
	const lineBreak = Math.max(left.lastIndexOf("\n"), left.lastIndexOf("\r"));
	const lineStart = lineBreak < 0 && before.length >= 128 ? void 0 : left.slice(lineBreak + 1);
	const afterColon = left.endsWith(":");
	if (mark === void 0 && !afterColon && !/(?:^|[\s[({<,;|>*\])]|\\[nrt])$/.test(left)) return void 0;
	return {
		quote: mark,
		afterColon: mark === void 0 && afterColon,
		lineStart
	};
}
/** The rest of the line, or of the quotation that the value (or, with `outer`, the whole pair) stands in. */
function valueAfter(rest, outer) {
	const [line = ""] = rest.split(/[\r\n]/, 1);
	const own = startingQuote.exec(line)?.[0];
	if (own !== void 0 && own !== outer) {
		const end = line.indexOf(own, own.length);
		return {
			region: line.slice(own.length, end < 0 ? void 0 : end),
			quoted: end >= 0
		};
	}
	const end = outer === void 0 ? -1 : line.indexOf(outer);
	const escapedBreak = /\\[nrt]/.exec(line)?.index ?? line.length;
	return {
		region: line.slice(0, end < 0 ? escapedBreak : Math.min(end, escapedBreak)),
		quoted: false
	};
}
const startingQuote = new RegExp(`^${quote}`, "i");
const nextPair = new RegExp(String.raw`[\s,;|&](?:ncts5?\.)?(?:mrn|lrn|scenario|(?:ie|cc)\d{3})${timeSuffix}c?(?:${quote})?\s{0,9}[=:]`, "i");
function upToNextPair(region) {
	return region.slice(0, nextPair.exec(region)?.index ?? region.length);
}
const token = /^[^\s"'`,;|<>()[\]{}\\&]+/;
/** The first word of a value without the punctuation of the sentence around it. */
function firstToken(region) {
	const word = token.exec(region)?.[0] ?? "";
	return withoutTrailing(word, ".:!?");
}
/** Letters and digits, a digit among them, at least six: what is that and no MRN is one with a mistake, to be complained of. */
function mrnValue(found) {
	const value = found.quoted ? found.region.trim() : firstToken(found.region);
	if (found.mark === "" && !/^\d{2}[A-Za-z]{2}[A-Za-z0-9]{12,16}$/.test(value)) return void 0;
	if (!/^(?=.*\d)[A-Za-z0-9]{6,60}$/.test(value)) return void 0;
	return /^[a-z]/.test(value) ? void 0 : value;
}
function lrnValue(found) {
	if (found.quoted) {
		const whole = found.region.trim();
		return /^[^\s{}$]{1,60}$/.test(whole) && !emptyWords.test(whole) ? whole : void 0;
	}
	const value = firstToken(found.region);
	if (value.length > 60 || !/\d/.test(value) || found.region.startsWith("(", value.length)) return void 0;
	return found.mark === "" && value.length < 4 ? void 0 : value;
}
const emptyWords = /^(?:null|undefined|none|nil|n\/a|-+)$/i;
function scenarioValue(found, findNumbers) {
	if (found.mark === ":" && !(found.quoted || isLogPrefix(found.lineStart))) return void 0;
	const value = upToNextPair(found.region).trim();
	const { ids, lookAlikes } = findNumbers(value);
	return ids.length + lookAlikes.length > 0 ? value : void 0;
}
/** Nothing but what loggers and lists put before a message: times, levels, `[thread]`, bullets. */
function isLogPrefix(lineStart) {
	if (lineStart === void 0) return false;
	return lineStart.split(/\s/).filter((word) => word !== "").every((word) => /^(?:[\d:.,TZ+/-]+|\[[^\]]*\]:?|[A-Z]{3,8}:?|[-*>|•]+)$/.test(word));
}

// src/evidence/api-json.ts
const bareBefore = /(?:^|[\s{,])$/;
const keyBefore = new RegExp(String.raw`(?<key>${quote})$`, "i");
const typeBefore = new RegExp(String.raw`(?<key>${quote})?type(?:\k<key>)?\s{0,9}:\s{0,9}(?<value>${quote})$`, "i");
const receivedHere = new RegExp(String.raw`^received(?<key>${quote})?\s{0,9}:\s{0,9}(?<value>${quote})(?<time>[\w:.,+\- ]{1,40})\k<value>`);
/**
* Reads one message as the CTC Traders API returns it, alone or in a list: an object with `type` (`IE928`) and `received`
* (ISO 8601 with offset), in either order, pretty-printed or not, at any level of escaping (JSON inside a log's JSON), also
* as Node's inspector or Python print it. The anchor is either `received` or the value of `type`, whichever comes first.
* Both must be fields of the same object: what stands between them is read as JSON, not searched.
*
* The time of the message is the API's `received`: for what was sent, when HMRC took it in, which is the submission that
* the form asks for (the XML's own preparation time comes from the sender's clock); for what HMRC sent, when the API had
* it, from where on the software could get it. So it goes before the preparation time of the XML in `body`.
*
* @param reach how far to look for the second field.
* @returns undefined when the place is not such a field.
*/
function readApiMessage(place, timeZone, reach) {
	const first = place.anchor.toLowerCase() === "received" ? receivedField(place) : typeField(place);
	if (first === void 0) return void 0;
	const { name, value, length, delimiter } = first;
	const second = findSibling(place.after.slice(0, reach), length, delimiter, name === "type" ? "received" : "type");
	if (second.value === void 0) return {
		draft: void 0,
		length: second.end
	};
	const [type, received] = name === "type" ? [value, second.value] : [second.value, value];
	return {
		draft: draftOf(type, received, place.line, timeZone),
		length: second.end
	};
}
function receivedField({ before, after }) {
	const match = receivedHere.exec(after);
	if (match === null) return void 0;
	const { key, value: delimiter = "", time = "" } = match.groups ?? {};
	return opensKey(before, key) ? {
		name: "received",
		value: time,
		length: match[0].length,
		delimiter
	} : void 0;
}
function typeField({ before, after, anchor }) {
	if (!anchor.startsWith("IE")) return void 0;
	const match = typeBefore.exec(before);
	if (match === null) return void 0;
	const { key, value: delimiter = "" } = match.groups ?? {};
	if (!after.startsWith(delimiter, anchor.length)) return void 0;
	if (key === void 0 && !bareBefore.test(before.slice(0, match.index))) return void 0;
	return {
		name: "type",
		value: anchor,
		length: anchor.length + delimiter.length,
		delimiter
	};
}
function opensKey(before, closing) {
	return closing === void 0 ? bareBefore.test(before) : keyBefore.exec(before)?.groups?.["key"] === closing;
}
function draftOf(type, received, line, timeZone) {
	const message = type.startsWith("IE") ? messageType(type.slice(2)) : void 0;
	if (message === void 0) return void 0;
	const read = readTime(received, timeZone);
	return {
		key: "message",
		message,
		at: read?.instant,
		assumedZone: read?.assumedZone ?? false,
		source: "api-json",
		derived: true,
		line,
		text: `${type} received ${received}`
	};
}
/** Deeper than the API nests anything between the two fields (`_links` is 2). */
const deepest = 4;
const tokens = new RegExp(String.raw`[{}[\]]|${quote}|\b(?:type|received)\b`, "gi");
/**
* Walks through the rest of an object, from behind a field's value, to another field of it. Strings are skipped
* whole, by the very quotation mark that the object is written with; nested objects are entered only to leave them again.
*/
function findSibling(text, from, delimiter, wanted) {
	const other = wanted === "type" ? "received" : "type";
	let depth = 0;
	tokens.lastIndex = from;
	for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
		const [found] = match;
		const nowhere = {
			value: void 0,
			end: tokens.lastIndex
		};
		if (found === "{" || found === "[") {
			if (++depth > deepest) return nowhere;
			continue;
		}
		if (found === "}" || found === "]") {
			if (--depth < 0) return nowhere;
			continue;
		}
		const isBare = /^\w/.test(found);
		const kind = isBare ? "same" : sameMark(found, delimiter);
		if (kind === "outer") return nowhere;
		if (kind === "inner") continue;
		const start = isBare ? match.index : tokens.lastIndex;
		const end = isBare ? tokens.lastIndex : endOfString(text, start, delimiter);
		if (end === void 0) break;
		const name = text.slice(start, end);
		tokens.lastIndex = isBare ? end : end + delimiter.length;
		if (depth !== 0 || name !== wanted && name !== other) continue;
		const value = valueAt(text, tokens.lastIndex, delimiter);
		if (value === void 0) continue;
		return name === wanted ? value : nowhere;
	}
	return {
		value: void 0,
		end: text.length
	};
}
/** A field's string value, when a colon and the delimiter follow. */
function valueAt(text, from, delimiter) {
	const colon = /^\s{0,9}:\s{0,9}/.exec(text.slice(from, from + 20));
	if (colon === null) return void 0;
	const start = from + colon[0].length + delimiter.length;
	if (!text.startsWith(delimiter, start - delimiter.length)) return void 0;
	const end = endOfString(text, start, delimiter);
	if (end === void 0 || end - start > 60) return void 0;
	return {
		value: text.slice(start, end),
		end
	};
}
const quotes = new RegExp(quote, "gi");
/** Where the string that starts at `from` ends; undefined when it doesn't within the text, or the string around it ends first. */
function endOfString(text, from, delimiter) {
	quotes.lastIndex = from;
	for (let match = quotes.exec(text); match !== null; match = quotes.exec(text)) {
		const kind = sameMark(match[0], delimiter);
		if (kind === "same") return quotes.lastIndex - delimiter.length;
		if (kind === "outer") return void 0;
	}
}
/**
* Whether a quotation mark found is the delimiter itself, one of a deeper level (or another kind), which is content, or
* one of the level around, which ends everything. At the outermost level an even number of backslashes are content.
*/
function sameMark(found, delimiter) {
	const [count, kind] = level(found);
	const [own, ownKind] = level(delimiter);
	if (kind !== ownKind) return "inner";
	if (count === own || own === 0 && count % 2 === 0) return "same";
	return count < own ? "outer" : "inner";
}
function level(mark) {
	const backslashes = mark.lastIndexOf("\\") + 1;
	return [backslashes, mark.slice(backslashes).toLowerCase()];
}

// src/evidence/display-name.ts
const key = "display-name:";
/**
* Reads `display-name: …`, which the JUnit platform's console writer puts into system-out: the name that people gave the
* test, while the report's own name is the method's.
*/
function readDisplayName({ before, after, line }) {
	if (!after.startsWith(key) || !/(?:^|[\r\n])[ \t]*$/.test(before)) return void 0;
	const [rest = ""] = after.slice(13).split(/[\r\n]/, 1);
	const value = rest.trim();
	if (value === "") return void 0;
	return {
		key: "display-name",
		value,
		source: "line",
		derived: false,
		line,
		text: `display-name: ${value}`
	};
}

// src/evidence/line-counter.ts
/**
* Tells the lines of places in a text that comes in pieces of known lines, while only a window of it is kept. Asked in
* the order of the text, so that no line break is counted twice.
*/
var LineCounter = class {
	#pieces = [];
	#next = 0;
	#line = 1;
	/** No line break from the last place asked for up to here; all before it is counted. */
	#nextBreak = 0;
	/** A piece starts at this offset of the text, on this line. */
	piece(offset, line) {
		this.#pieces.push({
			offset,
			line
		});
	}
	/** @param base where the window starts in the text; `offset` lies in the window and not before any asked earlier. */
	at(window, base, offset) {
		for (let piece = this.#pieces[this.#next]; piece !== void 0; piece = this.#pieces[this.#next]) {
			if (piece.offset > offset) break;
			this.#line = piece.line;
			this.#nextBreak = piece.offset;
			this.#next++;
		}
		while (this.#nextBreak < offset) {
			const found = window.indexOf("\n", this.#nextBreak - base);
			this.#nextBreak = found < 0 ? base + window.length : base + found;
			if (this.#nextBreak >= offset) break;
			this.#line++;
			this.#nextBreak++;
		}
		return this.#line;
	}
	/** The window is about to lose everything before `until` (counted in the window). */
	forget(window, base, until) {
		this.at(window, base, base + until);
		this.#pieces = this.#pieces.slice(this.#next);
		this.#next = 0;
	}
};

// src/evidence/marker.ts
const shape = /^\[\[property\|(?<name>[^=\r\n\]]{1,100})(?:=|\r?\n)(?<value>[\s\S]*?)\]\]/i;
/**
* Reads `[[PROPERTY|key=value]]`, the convention for tools whose tests can only print: a property in system-out. The
* value may span lines, also with the key alone on the first one.
*
* @returns undefined when there is no marker; no draft when there is one of another name. `length` covers it either way.
*/
function readMarker({ after, line }, timeZone) {
	const match = shape.exec(after);
	if (match === null) return void 0;
	const { name = "", value = "" } = match.groups ?? {};
	return {
		draft: readOutright(name, value, {
			source: "marker",
			line,
			timeZone
		}),
		length: match[0].length
	};
}

// src/evidence/message-xml.ts
/** What is looked for stands at the head of a message, before any consignment; what comes later than this is something else. */
const headLimit = 65536;
/**
* Reads the heads of NCTS messages out of a text, wherever they stand and however often their brackets were escaped:
* root (`CC028C`, any prefix, in the namespace of NCTS), `preparationDateAndTime`, `TransitOperation/LRN` and `/MRN`.
* The preparation time bears no offset and is UTC, always, also in British Summer Time. Source: GUIDE, TIS.
*
* Fed with the places of element names in the order of the text; keeps nothing but the one message it is in.
*/
var MessageXmlReader = class {
	#open;
	/**
	* @param offset where the place stands in the text.
	* @returns what the place is: `undefined` means it is no tag that matters here, and may be something else.
	*/
	read(place, offset) {
		const tag = tagBefore.exec(place.before.slice(-tagReach));
		if (tag === null || !nameEnd.test(place.after.charAt(place.anchor.length))) return void 0;
		const drafts = [];
		if (this.#open !== void 0 && offset - this.#open.offset > headLimit) drafts.push(...this.end());
		const closing = tag.groups?.["slash"] !== void 0;
		if (/CC\d{3}C/.test(place.anchor)) drafts.push(...this.#root(place, offset));
		else if (this.#open !== void 0 && closing) drafts.push(...this.#close(place.anchor));
		else if (this.#open !== void 0) this.#field(this.#open, place);
		return { drafts };
	}
	/** The end of the text: a message cut off there counts with what it has told. */
	end() {
		const message = this.#open;
		this.#open = void 0;
		return message === void 0 ? [] : draftsOf(message);
	}
	/** A closing tag tells no namespace, and so opens nothing. */
	#root({ anchor, after, line }, offset) {
		const drafts = this.end();
		const type = messageType(anchor.slice(2, 5));
		if (type !== void 0 && isInNamespace(after)) this.#open = {
			type,
			root: anchor,
			line,
			offset,
			inOperation: false,
			ids: {}
		};
		return drafts;
	}
	#close(name) {
		return name === "TransitOperation" ? this.end() : [];
	}
	#field(message, { anchor, after }) {
		const { value = "" } = valueShape.exec(after.slice(anchor.length))?.groups ?? {};
		const text = value.trim();
		if (anchor === "TransitOperation") message.inOperation = true;
		else if (anchor === "preparationDateAndTime" && !message.inOperation) message.prepared ??= text;
		else if (text === "" || !message.inOperation) return;
		else if (anchor === "LRN") message.ids.lrn ??= text;
		else if (anchor === "MRN") message.ids.mrn ??= text;
	}
};
const tagBefore = new RegExp(String.raw`${lessThan}(?<slash>\\*/)?(?:[A-Za-z_][\w.-]{0,30}:)?$`, "i");
/** No bracket with a prefix behind it is longer; the expression tries every bracket before the name. */
const tagReach = 60;
const nameEnd = /[\s>/&\\]/;
const valueShape = new RegExp(String.raw`^${greaterThan}(?<value>[^<>&\\]{0,100})${lessThan}`, "i");
const tagEnd = new RegExp(greaterThan, "i");
/** A start tag with declarations is not longer. */
const tagLimit = 1e3;
function isInNamespace(startTag) {
	const head = startTag.slice(0, tagLimit);
	const end = tagEnd.exec(head);
	return end !== null && head.slice(0, end.index).includes("ncts.dgtaxud.ec");
}
/** `{{lrn}}`, `${mrn}`: a template somebody printed is not a message. */
function isPlaceholder(text = "") {
	return /[{}$%]/.test(text);
}
function draftsOf(message) {
	const { type, root, line, prepared, ids } = message;
	if ([
		prepared,
		ids.lrn,
		ids.mrn
	].some(isPlaceholder)) return [];
	return [{
		key: "message",
		message: type,
		at: prepared === void 0 ? void 0 : readTime(prepared, "UTC")?.instant,
		assumedZone: false,
		source: "message-xml",
		derived: true,
		line,
		text: prepared === void 0 ? `${root} without preparationDateAndTime` : `${root} prepared ${prepared}`,
		...ids
	}];
}

// src/evidence/text-scanner.ts
/** Every place where something may be said starts with one of these; all else is passed over at the speed of the regular expression. */
const anchors = /\[\[property\||display-name|preparationDateAndTime|TransitOperation|scenario|received|[ml]rn|ie\d{3}|cc\d{3}c/gi;
/** Longer than any anchor. */
const anchorLength = 32;
/** How far any reader looks ahead of its anchor. A place is read when that much is there, or the text has ended. */
const lookAhead = 4096;
/** Pieces are put together before they are searched: parsers hand text over in crumbs. */
const batch = 65536;
const freeWalk = 1e6;
/**
* Finds statements in one text that comes in pieces. What is found doesn't depend on where the pieces were cut, since every
* place is read with the same surroundings. Keeps about 70 KB of text at most, however long the text is.
*/
var TextScanner = class {
	#options;
	#collector;
	#messages = new MessageXmlReader();
	#lines = new LineCounter();
	#window = "";
	/** Where the window starts in the text. */
	#base = 0;
	/** Up to where, in the window, all has been read. */
	#resume = 0;
	/** Up to where, in the text, a marker reaches: what it holds is its property's value and nothing else. */
	#marked = 0;
	/** Up to where a message of the API was read: its second field begins no other. What else stands between them counts. */
	#answered = 0;
	#walked = 0;
	constructor(options, collector) {
		this.#options = options;
		this.#collector = collector;
	}
	/** @param line 1-based line at which the piece starts. */
	push(piece, line) {
		this.#lines.piece(this.#base + this.#window.length, line);
		this.#window += piece;
		if (this.#window.length - this.#resume >= batch) this.#scan(false);
	}
	/** The text is complete. The scanner is of no use afterwards. */
	end() {
		this.#scan(true);
		for (const draft of this.#messages.end()) this.#collector.add(draft);
	}
	#scan(complete) {
		anchors.lastIndex = this.#resume;
		let open;
		for (let match = anchors.exec(this.#window); match !== null; match = anchors.exec(this.#window)) {
			if (!complete && match.index + lookAhead > this.#window.length) {
				open = match.index;
				break;
			}
			const behind = anchors.lastIndex;
			this.#read(match.index, match[0]);
			anchors.lastIndex = behind;
		}
		this.#resume = open ?? this.#window.length - anchorLength;
		this.#forget(Math.max(0, this.#resume - 128));
	}
	#forget(until) {
		this.#lines.forget(this.#window, this.#base, until);
		this.#window = detached(this.#window.slice(until));
		this.#base += until;
		this.#resume -= until;
	}
	#read(index, anchor) {
		const offset = this.#base + index;
		if (offset < this.#marked) return;
		const place = {
			before: this.#window.slice(Math.max(0, index - 128), index),
			after: this.#window.slice(index, index + lookAhead),
			anchor,
			line: this.#lines.at(this.#window, this.#base, offset)
		};
		const marker = readMarker(place, this.#options.timeZone);
		if (marker !== void 0) {
			this.#marked = offset + marker.length;
			this.#add(marker.draft);
			return;
		}
		const tag = this.#messages.read(place, offset);
		if (tag !== void 0) {
			for (const draft of tag.drafts) this.#add(draft);
			return;
		}
		this.#add(this.#readApi(place, offset) ?? readDisplayName(place) ?? readPair(place, this.#options));
	}
	#readApi(place, offset) {
		if (offset < this.#answered) return void 0;
		const message = readApiMessage(place, this.#options.timeZone, this.#reach(offset));
		if (message === void 0) return void 0;
		this.#walked += message.length;
		if (message.draft !== void 0) this.#answered = offset + message.length;
		return message.draft;
	}
	/**
	* How far to walk through an object for its second field: a hostile text could make each of its places walk the same
	* long way, so after too much walking only the next few fields are looked at.
	*/
	#reach(offset) {
		return this.#walked > freeWalk + 4 * offset ? 256 : lookAhead;
	}
	#add(draft) {
		if (draft !== void 0) this.#collector.add(draft);
	}
};

// src/evidence/listen.ts
/**
* Hears what one case or suite writes and notes what it says about its scenario: scenario number, MRN, LRN and when
* which message was exchanged. Sources, see `StatementSource`: properties, markers, lines and comments (given outright),
* API JSON and NCTS message XML (derived). Text is searched while it streams by and not kept. Never throws.
*
* At most 10,000 distinct statements are kept; a last one with key `more` says how many were not.
*/
function statementListener(options) {
	return new StatementListener(options);
}
var StatementListener = class {
	#options;
	#collector = new StatementCollector();
	#scanner;
	constructor(options) {
		this.#options = options;
	}
	property(name, value, line) {
		const draft = readOutright(name, value, {
			source: "property",
			line,
			timeZone: this.#options.timeZone
		});
		if (draft !== void 0) this.#collector.add(draft);
	}
	text(chunk, line) {
		this.#scanner ??= new TextScanner({
			source: "line",
			...this.#options
		}, this.#collector);
		this.#scanner.push(chunk, line);
	}
	endOfText() {
		this.#scanner?.end();
		this.#scanner = void 0;
	}
	comment(text, line) {
		const scanner = new TextScanner({
			source: "comment",
			...this.#options
		}, this.#collector);
		scanner.push(text, line);
		scanner.end();
	}
	finish() {
		this.endOfText();
		return this.#collector.finish();
	}
};
const keysInName = /[ml]rn|(?:ie|cc(?=\d{3}c))\d{3}c?/gi;
/** Nobody writes a longer name by hand. */
const nameLimit = 2e3;
/**
* Evidence in the name of a test, for tools that keep nothing but names (newman, Bruno): `declaration accepted MRN
* 26GB…`, `LRN LRN-0001`, `IE015 2026-07-01T12:00:05Z`, also with `=` or `:`. Conservative: names are written to be read,
* so only what looks like a value is one ('LRN must be unique' says nothing).
*/
function statementsInName(name, line, { timeZone }) {
	const within = name.slice(0, nameLimit);
	const found = [];
	for (const match of within.matchAll(keysInName)) {
		const place = {
			before: within.slice(Math.max(0, match.index - 128), match.index),
			after: within.slice(match.index),
			anchor: match[0],
			line
		};
		const pair = readPair(place, {
			source: "name",
			timeZone
		});
		if (pair !== void 0) found.push(pair);
	}
	const collector = new StatementCollector();
	for (const draft of found) collector.add(draft);
	return collector.finish();
}

// src/evidence/reported-time.ts
/**
* When the report says that a test ran: the timestamp of the case, else of the nearest suite, else of the root. The first
* that is there decides, even when it can't be read: a kinder one further out would be a guess.
*
* @param timeZone IANA zone for times without an offset.
*/
function reportedTime(result, timeZone) {
	if (result.timestamp !== void 0) return timeOf(result.timestamp, "case", timeZone);
	for (let suite = result.suite; suite !== void 0; suite = suite.parent) if (suite.timestamp !== void 0) return timeOf(suite.timestamp, suite.parent === void 0 ? "root" : "suite", timeZone);
}
function timeOf(text, from, timeZone) {
	const read = readTime(text, timeZone);
	return {
		text,
		from,
		instant: read?.instant,
		assumedZone: read?.assumedZone ?? false
	};
}

// src/evidence/statement.ts
/** The values of one key, in the order in which they were said. */
function valuesOf(statements, key) {
	return statements.flatMap((statement) => statement.key === key ? [statement.value] : []);
}

// src/evidence/attempt-of.ts
/** A result as an attempt at a scenario, with what it wrote and what its name says (all that newman and Bruno keep). */
function attemptOf(result, found, { file, provenance, timeZone }) {
	const { className, name, outcome, flaky, declared, message, line } = result;
	const inName = declared === void 0 ? statementsInName(name, line, { timeZone }) : [];
	const statements = [...result.notes ?? [], ...inName];
	const lrns = valuesOf(statements, "lrn");
	const reported = reportedTime(result, timeZone);
	return {
		...found,
		file,
		line,
		className,
		name,
		identity: identityOf({
			suites: found.suites,
			className,
			name
		}, lrns),
		outcome,
		flaky,
		...declared === void 0 ? {} : { declared },
		...message === void 0 ? {} : { message },
		...reported === void 0 ? {} : { reported },
		statements,
		...provenance === void 0 ? {} : { provenance }
	};
}

// src/evidence/look-alikes.ts
/** Texts of one report that look like a scenario number but count as none, each told once. */
var LookAlikes = class {
	#found = /* @__PURE__ */ new Map();
	#file;
	#findNumbers;
	constructor(file, findNumbers) {
		this.#file = file;
		this.#findNumbers = findNumbers;
	}
	/**
	* Takes down what looks like a number in a text that has none.
	*
	* @param where 'the name of a test'
	* @returns whether there was any.
	*/
	note({ ids, lookAlikes }, line, where) {
		if (ids.length > 0 || lookAlikes.length === 0) return false;
		for (const text of lookAlikes) {
			const known = this.#found.get(text);
			if (known === void 0) this.#found.set(text, {
				line,
				times: 1,
				where
			});
			else known.times++;
		}
		return true;
	}
	*problems() {
		for (const [text, { line, times, where }] of this.#found) {
			const number = text.toUpperCase();
			const why = this.#findNumbers(number).ids.length > 0 ? `looks like ${number} but is not counted: write the number in capitals ('${number}') or set it off ('${number.toLowerCase()}_…').` : `looks like a scenario number but is not in HMRC's testing guide: not counted.`;
			yield {
				kind: "look-alike",
				severity: "warning",
				message: `'${text}' in ${where}${times > 1 ? ` (${times} results)` : ""} ${why}`,
				file: this.#file,
				line
			};
		}
	}
};

// src/evidence/match-problems.ts
/** Of one sort and one report, so many are told; a hostile report may have hundreds of thousands. */
const mostAlike = 50;
/** What is wrong with the names and counts of one report, in the order found, long lists cut short. */
var MatchProblems = class {
	#file;
	#list = [];
	#leftOut = /* @__PURE__ */ new Map();
	#told = /* @__PURE__ */ new Map();
	constructor(file) {
		this.#file = file;
	}
	ambiguous({ name, className, outcome, line }, scenarios) {
		const message = `'${name || className}' names ${scenarios.join(" and ")} and doesn't say which it is: ` + (outcome === "failed" ? `its failure counts against each.` : `it counts for none.`) + ` Lead with the number and a colon ('${scenarios[0] ?? "DSGB1"}: …') or give the test a property 'scenario'.`;
		this.#add({
			kind: "ambiguous",
			severity: "warning",
			message,
			file: this.#file,
			line
		});
	}
	/** What a suite declares and no scenario can be held against: a failure that can't be placed may be any scenario's. */
	unplaced({ name, message, line, declared }) {
		const what = (message ?? name).replace(/[.!?]?$/, ".");
		this.#add({
			kind: "counts",
			severity: declared === "failures" ? "error" : "warning",
			message: `${what} Which scenario that concerns can't be told from its names. Look into the test run, and have it write a complete report.`,
			file: this.#file,
			line
		});
	}
	tooManyInSuite(suite, kept, line) {
		this.#add({
			kind: "unreadable",
			severity: "error",
			message: `The suite '${suite}' gives its scenario to more tests than can be told apart (${kept} in a report). Put the number into the names of the tests.`,
			file: this.#file,
			line
		});
	}
	tooMany(most, line) {
		this.#add({
			kind: "unreadable",
			severity: "error",
			message: `The reports have more than ${most} results that may concern scenarios; those from here on are not looked at. Narrow the results globs to the reports of Trader Test.`,
			file: this.#file,
			line
		});
	}
	all() {
		const rest = [...this.#leftOut.values()].map(({ problem, count }) => ({
			...problem,
			message: `${count} more like this in the same report, the first of them here: ${problem.message}`
		}));
		return [...this.#list, ...rest];
	}
	#add(problem) {
		const sort = `${problem.kind} ${problem.severity}`;
		const told = (this.#told.get(sort) ?? 0) + 1;
		this.#told.set(sort, told);
		const more = this.#leftOut.get(sort);
		if (told <= mostAlike) this.#list.push(problem);
		else if (more === void 0) this.#leftOut.set(sort, {
			problem,
			count: 1
		});
		else more.count++;
	}
};

// src/evidence/scenario-number.ts
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
* longer word or number (`DSGB10` has no DSGB1, `TRATESTGB1` none at all). Source: design, 'Scenario number in a text'.
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

// src/evidence/suite-statements.ts
/** The scenarios of the cases in each suite, those in suites inside it included. */
function scenariosInside(placed) {
	const inside = /* @__PURE__ */ new Map();
	for (const { attempt, suite } of placed) {
		if (attempt.declared !== void 0) continue;
		for (let at = suite; at !== void 0; at = at.parent) {
			const known = inside.get(at);
			if (known?.has(attempt.scenario) === true) break;
			if (known === void 0) inside.set(at, /* @__PURE__ */ new Set([attempt.scenario]));
			else known.add(attempt.scenario);
		}
	}
	return inside;
}
/**
* Gives what suites wrote to the attempts it belongs to. Several tools (Gradle, jest-junit) keep output per suite only.
* A statement `scenario=…` opens a section that lasts to the next one; before the first, and without any, the output
* belongs to the suite's one scenario. With several scenarios in the suite nobody can tell whose it is: reported, not used.
*/
function assignSuiteStatements(placed, file, findNumbers) {
	const given = /* @__PURE__ */ new Map();
	const problems = [];
	for (const [suite, inside] of speakingSuites(placed)) {
		const scenarios = new Set(inside.map(({ attempt }) => attempt.scenario));
		const unassigned = [];
		for (const section of sections(suite.notes ?? [], findNumbers)) {
			const scenario = section.scenario ?? (scenarios.size === 1 ? [...scenarios][0] : void 0);
			const receivers = inside.filter(({ attempt }) => attempt.scenario === scenario);
			if (receivers.length === 0) for (const statement of section.statements) unassigned.push(statement);
			for (const receiver of receivers) {
				const list = given.get(receiver);
				if (list === void 0) given.set(receiver, [...section.statements]);
				else for (const statement of section.statements) list.push(statement);
			}
		}
		if (unassigned.length > 0) problems.push(unassignedProblem(unassigned, suite, [...scenarios], file));
	}
	return {
		attempts: placed.map((item) => {
			const more = given.get(item);
			return more === void 0 ? item.attempt : {
				...item.attempt,
				statements: [...item.attempt.statements, ...more]
			};
		}),
		problems
	};
}
/** The scenario of a section whose number is unknown: its statements mustn't fall to the suite's one scenario. */
const nobody = "";
/** Suites that wrote something, from the inside out, each once, with the attempts inside of them. */
function speakingSuites(placed) {
	const suites = /* @__PURE__ */ new Map();
	for (const item of placed) for (let at = item.suite; at !== void 0; at = at.parent) {
		if ((at.notes?.length ?? 0) === 0) continue;
		const inside = suites.get(at) ?? [];
		suites.set(at, inside);
		if (item.attempt.declared === void 0) inside.push(item);
	}
	return suites;
}
function sections(notes, findNumbers) {
	let section = {
		scenario: void 0,
		statements: []
	};
	const all = [section];
	for (const note of notes) {
		if (note.key === "display-name") continue;
		if (note.key !== "scenario") {
			section.statements.push(note);
			continue;
		}
		const { leading, ids } = findNumbers(note.value);
		section = {
			scenario: leading ?? (ids.length === 1 ? ids[0] : void 0) ?? nobody,
			statements: []
		};
		all.push(section);
	}
	return all;
}
function unassignedProblem(statements, suite, scenarios, file) {
	const first = statements[0];
	return {
		kind: "evidence",
		severity: "warning",
		message: `${[...new Set(statements.map(keyInWords))].join(", ")} in the output of ${suite.name === "" ? "the whole report" : `suite '${suite.name}'`} can't be assigned to one scenario` + (scenarios.length > 1 ? ` (its tests are ${scenarios.join(", ")})` : "") + `, so it is not used. Write 'scenario=…' on a line before it, or give it to the test itself.`,
		file,
		line: first?.line ?? suite.line
	};
}
function keyInWords(statement) {
	if (statement.key === "message") return statement.message;
	return statement.key === "more" ? "more" : statement.key.toUpperCase();
}

// src/evidence/mapping.ts
/** The scenarios that the user's mapping gives a test, without duplicates; usually none or one. */
function mappedScenarios(mapping, names) {
	if (mapping.length === 0) return [];
	const candidates = [
		names.name,
		names.className,
		`${names.className} ${names.name}`,
		...names.suites
	];
	const found = /* @__PURE__ */ new Set();
	for (const { scenario, test } of mapping) if (candidates.some((candidate) => candidate !== "" && fits(test, candidate))) found.add(scenario);
	return [...found];
}
/**
* Whether a text fits a pattern in which `*` stands for any text, also none. By searching for the pieces one after the
* other rather than by a regular expression, so that no pattern can make it slow.
*/
function fits(pattern, text) {
	const pieces = pattern.split("*");
	const first = pieces[0] ?? "";
	if (pieces.length === 1) return text === pattern;
	const last = pieces.at(-1) ?? "";
	if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
	let from = first.length;
	const end = text.length - last.length;
	for (const piece of pieces.slice(1, -1)) {
		const at = text.indexOf(piece, from);
		if (at < 0 || at + piece.length > end) return false;
		from = at + piece.length;
	}
	return true;
}

// src/evidence/which-scenario.ts
const placeNames = {
	name: "the name of a test",
	class: "the name of a class",
	suite: "the name of a suite",
	file: "the file name"
};
/**
* Decides which scenario a result belongs to. Where a number is looked for, most trusted first: a property or marker `scenario`
* of the case, then of its suites; the user's mapping; test name; class name; suite names from the inside out; report
* file name. The first place that has one decides. Several in one place with none leading make the result ambiguous: it
* can only count against them. Source: design, 'Scenario number in a text'.
*/
var WhichScenario = class {
	#mapping;
	#fileName;
	#findNumbers;
	#lookAlikes;
	#numbers = /* @__PURE__ */ new Map();
	constructor({ file, mapping }, findNumbers, lookAlikes) {
		this.#mapping = mapping;
		this.#fileName = file.slice(file.lastIndexOf("/") + 1);
		this.#findNumbers = findNumbers;
		this.#lookAlikes = lookAlikes;
	}
	/** Whether a number, or what looks like one, stands in any of its names, or the mapping knows one of them. */
	isMentionedIn({ name, className }, path) {
		if (mentionsAny(this.#findNumbers(name)) || mentionsAny(this.#find(className))) return true;
		if (path.some((one) => mentionsAny(this.#find(one))) || mentionsAny(this.#find(this.#fileName))) return true;
		return mappedScenarios(this.#mapping, {
			name,
			className,
			suites: path
		}).length > 0;
	}
	/** @param path Names of the suites that it is in, from the outside in. */
	of(result, path) {
		const notes = result.notes ?? [];
		const own = valuesOf(notes, "scenario");
		const outright = valuesOf(notes.filter(isOutright), "scenario");
		let doubted = own.some((text) => this.#isLookAlikeOnly(text, result.line, "the property 'scenario'"));
		const given = this.#decide(outright, "property", false);
		if (given !== void 0) return given;
		const { name, className } = result;
		const names = [name, ...valuesOf(notes, "display-name")];
		const suites = path.toReversed();
		const file = this.#fileName;
		const ofSuites = this.ofSuites(result.suite, doubted);
		const mapped = mappedScenarios(this.#mapping, {
			name,
			className,
			suites
		});
		const printed = this.#decide(own, "property", doubted);
		if (printed !== void 0) {
			const around = this.#idsOf([
				className,
				...suites,
				file
			]);
			return contradicted(printed, [
				...this.#idsOf(names),
				ofSuites.match?.scenarios ?? [],
				mapped,
				...around
			]);
		}
		if (ofSuites.match !== void 0) return result.declared === void 0 ? contradicted(ofSuites.match, this.#idsOf(names)) : ofSuites.match;
		doubted = ofSuites.doubted;
		if (mapped.length > 0) return {
			scenarios: mapped,
			by: "mapping",
			ambiguous: doubted || mapped.length > 1
		};
		const ownNames = [["name", names], ["class", [className]]];
		const places = [
			...result.declared === void 0 ? ownNames : [],
			["suite", suites],
			["file", [file]]
		];
		for (const [by, texts] of places) for (const text of texts) {
			const match = this.#decide([text], by, doubted);
			if (match !== void 0) return match;
		}
		for (const [by, texts] of places) for (const text of texts) this.#isLookAlikeOnly(text, result.line, placeNames[by]);
	}
	/** What the properties and markers of a suite, else of those around it, say. */
	ofSuites(innermost, before) {
		let doubted = before;
		for (let suite = innermost; suite !== void 0; suite = suite.parent) {
			if (suite.notes === void 0) continue;
			const texts = valuesOf(suite.notes.filter(isOutright), "scenario");
			const { line } = suite;
			if (texts.some((text) => this.#isLookAlikeOnly(text, line, "the suite's property 'scenario'"))) doubted = true;
			const match = this.#decide(texts, "property", doubted);
			if (match !== void 0) return {
				match,
				doubted
			};
		}
		return {
			match: void 0,
			doubted
		};
	}
	/** The scenarios that each of the texts names. */
	#idsOf(texts) {
		return texts.map((text) => this.#decide([text], "name", false)?.scenarios ?? []);
	}
	#decide(texts, by, doubted) {
		const ids = /* @__PURE__ */ new Set();
		for (const text of texts) {
			const numbers = this.#find(text);
			if (numbers.leading === void 0) for (const id of numbers.ids) ids.add(id);
			else ids.add(numbers.leading);
		}
		return ids.size > 0 ? {
			scenarios: [...ids],
			by,
			ambiguous: doubted || ids.size > 1
		} : void 0;
	}
	#find(text) {
		let numbers = this.#numbers.get(text);
		if (numbers === void 0) {
			numbers = this.#findNumbers(text);
			if (this.#numbers.size < 1e3) this.#numbers.set(text, numbers);
		}
		return numbers;
	}
	#isLookAlikeOnly(text, line, where) {
		return this.#lookAlikes.note(this.#find(text), line, where);
	}
};
/** What a suite's property or a printed line says against what other places say: where they differ, neither is certain. */
function contradicted(match, elsewhere) {
	for (const ids of elsewhere) {
		if (ids.some((id) => match.scenarios.includes(id))) return match;
		if (ids.length === 1) return {
			scenarios: [...match.scenarios, ...ids],
			by: match.by,
			ambiguous: true
		};
	}
	return match;
}
function isOutright({ source }) {
	return source === "property" || source === "marker";
}
function mentionsAny({ ids, lookAlikes }) {
	return ids.length > 0 || lookAlikes.length > 0;
}

// src/evidence/match.ts
/** No scenario has a hundredth of these tests. A report that claims more mustn't exhaust the memory. */
const mostResults = 1e5;
/** Which scenario a result belongs to is told in `which-scenario.ts`. */
function matchReport(options) {
	const findNumbers = scenarioFinder(options.programme);
	const matching = new Matching(options, findNumbers);
	return {
		on: {
			listen: () => statementListener({
				timeZone: options.timeZone,
				findNumbers
			}),
			result: (result) => matching.add(result)
		},
		finish: () => matching.finish()
	};
}
/**
* Of results that mention no scenario anywhere, so many are kept until the report's end, when a suite's property may still
* give them one. Reports have hundreds of thousands of cases that are none of our business.
*/
const keptBystanders = 5e3;
var Matching = class {
	#options;
	#findNumbers;
	#which;
	#suiteNames = /* @__PURE__ */ new Map();
	#problems;
	#lookAlikes;
	#placed = [];
	#results = [];
	/** Suites of results that were let go, with the line of the first. */
	#crowds = /* @__PURE__ */ new Map();
	#bystanders = 0;
	/** The line of the first result that there was no room for. */
	#overfull;
	constructor(options, findNumbers) {
		this.#options = options;
		this.#findNumbers = findNumbers;
		this.#lookAlikes = new LookAlikes(options.file, findNumbers);
		this.#which = new WhichScenario(options, findNumbers, this.#lookAlikes);
		this.#problems = new MatchProblems(options.file);
	}
	add(result) {
		if (this.#results.length >= (this.#options.room ?? 1e5)) {
			this.#overfull ??= result.line;
			return;
		}
		if (result.declared !== void 0 || (result.notes?.length ?? 0) > 0 || this.#which.isMentionedIn(result, this.#suitePath(result.suite))) this.#results.push(result);
		else if (this.#bystanders < keptBystanders) {
			this.#bystanders++;
			this.#results.push(result);
		} else if (result.suite !== void 0 && !this.#crowds.has(result.suite)) this.#crowds.set(result.suite, result.line);
	}
	finish() {
		const unplaced = [];
		for (const result of this.#results) {
			const match = this.#which.of(result, this.#suitePath(result.suite));
			if (match !== void 0) this.#place(result, match);
			else if (result.declared !== void 0) unplaced.push(result);
		}
		const scenarios = scenariosInside(this.#placed);
		for (const result of unplaced) this.#placeDeclared(result, scenarios);
		const assigned = assignSuiteStatements(this.#placed, this.#options.file, this.#findNumbers);
		if (this.#overfull !== void 0) this.#problems.tooMany(mostResults, this.#overfull);
		this.#lookAtCrowds();
		return {
			attempts: assigned.attempts,
			problems: [
				...this.#problems.all(),
				...this.#lookAlikes.problems(),
				...assigned.problems
			]
		};
	}
	/** Results that were let go and, as their suite turns out, should not have been. */
	#lookAtCrowds() {
		for (const [suite, line] of this.#crowds) if (this.#which.ofSuites(suite, false).match !== void 0) this.#problems.tooManyInSuite(suite.name, keptBystanders, line);
	}
	#place(result, match) {
		const order = this.#options.nextOrder();
		if (match.ambiguous) this.#problems.ambiguous(result, match.scenarios);
		for (const scenario of match.scenarios) this.#placed.push({
			attempt: this.#attempt(result, scenario, match, order),
			suite: result.suite
		});
	}
	/** What a suite says of itself beyond its cases counts against every scenario that its cases belong to. */
	#placeDeclared(result, scenarios) {
		const inside = scenarios.get(result.suite);
		if (inside === void 0) this.#problems.unplaced(result);
		else this.#place(result, {
			scenarios: [...inside],
			by: "enclosing-suite",
			ambiguous: false
		});
	}
	#attempt(result, scenario, { by, ambiguous }, order) {
		const suites = this.#suitePath(result.suite);
		return attemptOf(result, {
			scenario,
			matchedBy: by,
			ambiguous,
			suites,
			order
		}, this.#options);
	}
	/** Not by recursion: suites may be nested thousands of levels deep. */
	#suitePath(suite) {
		const unknown = [];
		let at = suite;
		for (; at !== void 0 && !this.#suiteNames.has(at); at = at.parent) unknown.push(at);
		let path = (at === void 0 ? void 0 : this.#suiteNames.get(at)) ?? [];
		for (const inner of unknown.toReversed()) {
			if (inner.name.trim() !== "") path = [...path, inner.name];
			this.#suiteNames.set(inner, path);
		}
		return path;
	}
};

export { rawIdentityOf as a, listed as c, isOfSuite as i, mostResults as n, gatherEvidence as o, fits as r, findReusedMrns as s, matchReport as t };