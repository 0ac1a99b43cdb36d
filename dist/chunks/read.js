import { o as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { a as oneLine, t as guardLine } from "./escape.js";
import { n as formMessages, r as messageOf, t as ageMessages } from "./messages.js";
import { a as isoUtc, i as formatUtc, n as formatDuration } from "./format.js";
import { n as hasMrn, t as departureCountry } from "./movement.js";
import { n as scenarioById, r as scenarios, t as isScenarioId } from "./catalogue.js";
import { a as openQuestions, c as formQuestions, i as mayBeUnknown } from "./form.js";
import { a as duplicatesNames, c as procedureNames, f as flows, l as nearest$1, o as flowNames, r as commentNames, s as flowOf, t as choiceOf } from "./words.js";
import { i as requirementsFor, n as loadConfiguration, r as recommendationsFor } from "./load-configuration.js";
import { a as readInteger, c as readWords, d as readTime, i as readInstant, l as readZone, n as readBoolean, o as readList, r as readChoice, s as readText, t as booleanOf, u as shorten } from "./given.js";
import { n as mappedScenarios } from "./mapping.js";
import { n as reasonOf$1, r as shownPath } from "./files.js";
import { a as plural, d as verdictWord, i as flowNames$1, l as statusWord, n as bySeverity, r as eitherOf, t as applicationLabel, u as timeLeft } from "./words2.js";
import { n as painter, r as wrap } from "./plain-text.js";
import { t as readApplications } from "./applications.js";
import { n as findingKinds, t as settingsTable } from "./table.js";
import { open, readFile, realpath, stat } from "node:fs/promises";
import * as nativeFs$1 from "fs";
import { readdir as readdir$1, readdirSync, realpath as realpath$1, realpathSync, stat as stat$1, statSync } from "fs";
import { basename, dirname, isAbsolute, normalize, posix, relative, resolve, sep } from "path";
import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { performance } from "node:perf_hooks";
import { createHash } from "node:crypto";
import path, { basename as basename$1, dirname as dirname$1, extname, join, resolve as resolve$1, sep as sep$1 } from "node:path";
import { fileURLToPath } from "url";
import { createRequire } from "module";
import * as nativeFs from "node:fs";
import { constants as constants$1 } from "node:fs";

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
function sourced$1({ value, source, derived, file, line, provenance }) {
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
* @param place where to point when something is missing.
*/
function messageFindings(scenario, messages, { times }, place) {
	const sequence = messagesInOrder(scenario);
	return [
		...missing$1(scenario, sequence, messages, place),
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
function missing$1({ id, flow }, sequence, messages, place) {
	const expected = formMessages(flow).filter((type) => sequence.includes(type));
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
const places = [
	[
		2,
		/^\d\d$/,
		"two digits of the year"
	],
	[
		2,
		/^[A-Z]{2}$/,
		"the two capitals of a country"
	],
	[
		12,
		/^[0-9A-Z]{12}$/,
		"twelve capitals or digits"
	],
	[
		1,
		/^[J-M]$/,
		"a procedure letter J, K, L or M"
	],
	[
		1,
		/^\d$/,
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
		...conflict$1("mrn", candidates),
		...lrn === void 0 ? [] : lrnFindings(lrn),
		...conflict$1("lrn", candidates)
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
function conflict$1(key, { mrns, lrns }) {
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
	for (const gathered of all.values()) {
		const mrn = gathered.evidence.mrn?.value.toUpperCase();
		if (mrn === void 0) continue;
		const key = `${gathered.scenario.flow === "arrival" ? "arrival" : "departure"} ${mrn}`;
		const others = users.get(key);
		if (others === void 0) users.set(key, [gathered]);
		else others.push(gathered);
	}
	const findings = /* @__PURE__ */ new Map();
	for (const group of users.values()) {
		if (group.length < 2) continue;
		for (const gathered of group) findings.set(gathered.scenario.id, [reused(gathered, group)]);
	}
	return findings;
}
function reused({ scenario, evidence: { mrn } }, group) {
	const others = group.map((gathered) => gathered.scenario.id).filter((id) => id !== scenario.id);
	const kind = scenario.flow === "arrival" ? "arrival" : "departure";
	return {
		code: "mrn-reused",
		message: `MRN ${quoted(mrn?.value ?? "")} is also that of ${listed(others)}, expected a movement of its own for each ${kind}.`,
		...mrn === void 0 ? {} : where(mrn)
	};
}

// src/evidence/gather.ts
/**
* What the counted attempts at a scenario say about its movement, as HMRC's form asks for it, and what is wrong with it.
*
* Of several values the most trusted one is taken: given outright before read out of a message, then by source (see
* `StatementSource`), then the later attempt. Others that contradict it are reported. Without any attempt there is no
* evidence and nothing to complain of: that the scenario hasn't run is said elsewhere.
*/
function gatherEvidence(scenario, attempts) {
	const candidates = collectCandidates(attempts);
	const [mrn] = candidates.mrns;
	const [lrn] = candidates.lrns;
	const evidence = {
		mrn: mrn && sourced$1(mrn),
		lrn: lrn && sourced$1(lrn),
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
			...messageFindings(scenario, evidence.messages, candidates, place),
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
			...sourced$1(candidate),
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

// src/requirements/phase.ts
/**
* The window in which evidence for a phase must have been gained. Source: PAGE.
*
* Phase 1 (transition rules): 30 October 2023 to 3 June 2024, that day included.
* Phase 2 (final rules): HMRC says only 'summer 2024', without an end; NCTS5 went live in the UK on 1 July 2024.
*/
function phaseWindow(phase) {
	return phase === 1 ? {
		from: Date.UTC(2023, 9, 30),
		to: Date.UTC(2024, 5, 4)
	} : { from: Date.UTC(2024, 6, 1) };
}
/** What somebody who chose the phase should know, one sentence; undefined when there is nothing to say. */
function phaseRemark(phase) {
	if (phase === 2) return void 0;
	return "Phase 1 (transition rules) closed on 3 June 2024: only evidence from 30 October 2023 to that day counts for it, and HMRC takes no new applications under it; phase 2 is the current one.";
}

// src/assessment/freshness.ts
const day = 864e5;
/**
* The first instant at which evidence of that time is stale: exactly `maxAgeDays` × 24 h later.
* Source: PAGE, 'less than 14 days old'.
*/
function expiryOf(testedAt, clock) {
	return testedAt + clock.maxAgeDays * day;
}
/** Why evidence of that time doesn't count at the reference instant; empty when it is fresh. */
function staleReasons(testedAt, evaluatedAt, clock) {
	const reasons = [];
	if (evaluatedAt >= expiryOf(testedAt, clock)) {
		const age = formatDuration(evaluatedAt - testedAt);
		reasons.push(`it was tested on ${formatUtc(testedAt)}, ${age} before ${formatUtc(evaluatedAt)}: evidence must be less than ${clock.maxAgeDays} days old`);
	}
	if (clock.notBefore !== void 0 && testedAt < clock.notBefore) reasons.push(`it was tested on ${formatUtc(testedAt)}, before ${formatUtc(clock.notBefore)}, from when on evidence counts (not-before)`);
	const window = phaseWindow(clock.phase);
	if (testedAt < window.from || window.to !== void 0 && testedAt >= window.to) {
		const until = window.to === void 0 ? "" : ` to ${formatUtc(window.to)}`;
		reasons.push(`it was tested on ${formatUtc(testedAt)}, outside of phase ${clock.phase} (${formatUtc(window.from)}${until})`);
	}
	return reasons;
}

// src/assessment/reasons.ts
/** What stands between one requirement and ready; findings in its evidence only where they are binding. */
function requirementReasons(item, application, binding) {
	const { requirement, status, scenario } = item;
	const name = `${flowName(requirement.flow)} (${requirement.accepts.join(" or ")})`;
	const shared = {
		application,
		...place(item)
	};
	if (status !== "satisfied") return [{
		kind: status === "not-run" ? "missing" : status,
		message: `${name}: ${{
			missing: "missing",
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
		message: `${name}: ${scenario?.scenario.id ?? ""}: ${finding.message}`,
		next: "Correct what the tests hand over as evidence, or run the scenario again, and check again.",
		application,
		...finding.file === void 0 ? {} : { file: finding.file },
		...finding.line === void 0 ? {} : { line: finding.line }
	}));
}
/** The result to point at: the first that stands in the way. */
function place({ scenario, status }) {
	const guilty = scenario?.counted.find(({ attempt, time }) => status === "failed" ? attempt.outcome === "failed" : status === "not-run" ? attempt.outcome === "not-run" : scenario.undated ? time === void 0 : time === scenario.testedAt) ?? scenario?.counted[0];
	return guilty === void 0 ? {} : {
		file: guilty.attempt.file,
		line: guilty.attempt.line
	};
}
function formReason({ key, label }, application) {
	return {
		kind: "form",
		message: `A question of the form is unanswered: ${label}`,
		next: `Answer it in the configuration file under answers: '${key}'.`,
		application
	};
}
function recommendedReason(item, application) {
	if (item.status === "satisfied") return [];
	return [{
		kind: "recommended",
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
/** To begin a sentence with. */
function flowName(flow) {
	const name = flows.find((item) => item.flow === flow)?.name ?? flow;
	return name.slice(0, 1).toUpperCase() + name.slice(1);
}

// src/assessment/requirement.ts
/** From proven to nothing known: how far a requirement is from being satisfied. Source: design, 'What is required'. */
const distance = {
	satisfied: 0,
	stale: 1,
	failed: 2,
	"not-run": 3,
	missing: 4
};
function statusOf(scenario) {
	if (scenario === void 0) return "missing";
	return scenario.status === "passed" ? "satisfied" : scenario.status;
}
/** Of the scenarios that would do, the one that satisfies and lasts longest, else the nearest to it; ties: the first, GB. */
function nearest(accepts, scenarios) {
	let best;
	for (const id of accepts) {
		const candidate = scenarios.get(id);
		if (candidate === void 0) continue;
		const nearer = best === void 0 ? -1 : distance[statusOf(candidate)] - distance[statusOf(best)];
		if (nearer < 0 || nearer === 0 && (candidate.expiresAt ?? 0) > (best?.expiresAt ?? 0)) best = candidate;
	}
	return best;
}
function assessRequirement(requirement, scenarios) {
	const scenario = nearest(requirement.accepts, scenarios);
	const status = statusOf(scenario);
	if (status === "satisfied") return {
		requirement,
		status,
		scenario,
		expiresAt: scenario?.expiresAt,
		reasons: [],
		next: void 0
	};
	const [gb, xi] = requirement.accepts;
	return {
		requirement,
		status,
		scenario,
		expiresAt: void 0,
		reasons: scenario?.reasons ?? [`no report has a result for ${gb} or ${xi}`],
		next: nextStep(requirement, status, scenario)
	};
}
function nextStep(requirement, status, scenario) {
	const [gb, xi] = requirement.accepts;
	const help = manualHelp(scenario?.scenario ?? scenarioById(gb));
	const id = scenario?.scenario.id ?? gb;
	switch (status) {
		case "missing": return `Run ${gb} or ${xi} in Trader Test, name it in the test (or map your test name to it), and add its report to results.${help}`;
		case "not-run": return `Have ${id} really run in Trader Test (it was skipped or not listed), then check again.${help}`;
		case "failed": return `Find out why ${id} failed, run it again in Trader Test until it passes, then check again.${help}`;
		case "stale": return scenario?.undated === true ? `Have your test tool write when ${id} ran (a timestamp in the report, or its message times as evidence), then check again.` : `Run ${id} again in Trader Test: its evidence doesn't count any more.${help}`;
	}
}
/** Source: GUIDE, normal procedure: a person at HMRC releases the movement after an e-mail. */
function manualHelp(scenario) {
	return scenario?.steps.some(({ manualIntervention }) => manualIntervention) === true ? ` HMRC has to act by hand in it: e-mail nctsp5tradertest@hmrc.gov.uk, 'Manual Intervention' in the subject, and reckon with a working day.` : "";
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

// src/assessment/application.ts
/** Holds one application (one version of the software) against the matrix. */
function assessApplication(application, context) {
	const { sets, notRequired } = requirementsFor(application);
	const candidates = sets.map((set) => assessSet(set, context.scenarios)).toSorted(byNearness);
	const [chosen] = candidates;
	if (chosen === void 0 || chosen.requirements.length === 0) throw new Error(`Application '${application.name}' has no mandatory test: nothing to be ready for.`);
	const recommended = recommendationsFor(application, chosen.set).map((item) => assessRecommendation(item, context.scenarios));
	const unanswered = openQuestions(context.answers).map(({ key, question }) => ({
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
/** Whole days of 24 hours, rounded down. */
function wholeDays(from, to) {
	return Math.floor((to - from) / day);
}
function assessSet(set, scenarios) {
	return {
		set,
		requirements: set.requirements.map((requirement) => assessRequirement(requirement, scenarios))
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
		const lead = byDistance(chosen, other) === 0 ? "is as near to being satisfied as" : "is nearer to being satisfied than";
		return `${name} (${openCount(chosen)} open) ${lead} ${against} (${openCount(other)} open).`;
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
/** One name with MRN, LRN, time-like and other tokens of a single run replaced by fixed marks. */
function neutralise(name, lrns) {
	let text = name;
	for (const lrn of lrns) if (lrn.length >= 4) text = text.replaceAll(lrn, "‹lrn›");
	return text.replace(mrnLike, "‹mrn›").replace(uuid, "‹id›").replace(afterLrnKey, "$1$2‹lrn›").replace(dateAndTime, "‹time›").replace(timeOfDay, "‹time›").replace(longNumber, "‹number›").replace(/\s+/g, " ").trim();
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
	const current = counted.filter((item) => !isOutlivedDeclaration(item, attempts));
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
/**
* A suite's claim of failures beyond its cases has no counterpart in a later, sound report of that suite. It is outlived
* when such a report has a result of the same suite.
*/
function isOutlivedDeclaration({ attempt, time }, all) {
	if (attempt.declared === void 0 || time.latest === void 0) return false;
	const declaredAt = time.latest;
	const suites = JSON.stringify(attempt.suites);
	return all.some((other) => other.attempt.declared === void 0 && reportOf(other.attempt) !== reportOf(attempt) && JSON.stringify(other.attempt.suites.slice(0, attempt.suites.length)) === suites && other.time.latest !== void 0 && other.time.latest > declaredAt);
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
		...first === void 0 ? {} : {
			file: first.attempt.file,
			line: first.attempt.line
		}
	};
}

// src/assessment/times.ts
/** Clocks of runners and of HMRC differ a little; what is further ahead than this hasn't happened yet. */
const skew = 3e5;
/** NCTS5 scenarios can't have run before 2023: phase 1 opened on 30 October 2023, Trader Test in that year. Source: PAGE. */
const beforeNcts5 = Date.UTC(2023, 0, 1);
/**
* Nothing can have happened after now; and where the reference instant lies in the past, nothing after that either.
*/
function credibleTimes(now, evaluatedAt) {
	return {
		from: beforeNcts5,
		to: Math.min(now, evaluatedAt) + skew
	};
}
function isCredible(instant, credible) {
	return instant !== void 0 && instant >= credible.from && instant <= credible.to;
}
/**
* The time of a result, most trusted first: the message times in its evidence, then what the report says. Where the most
* trusted place has only a time that can't be (unreadable, in the future, before 2023), the result has none: falling back
* would pick the kinder of two contradictory dates. Source: design, 'When'.
*/
function timeOf$1(attempt, flow, credible) {
	const messages = ageStatements(attempt, flow);
	const { reported } = attempt;
	const ranAt = isCredible(reported?.instant, credible) ? reported?.instant : void 0;
	if (messages.length > 0) {
		const times = messages.flatMap(({ at }) => isCredible(at, credible) ? [at] : []);
		if (times.length === 0) {
			const [first] = messages;
			return {
				age: void 0,
				latest: ranAt,
				from: void 0,
				assumedZone: false,
				why: `the time given for ${first?.message ?? "its message"} ${first === void 0 ? "" : whyNot(first.at, first.text, credible)}`
			};
		}
		return {
			age: Math.min(...times),
			latest: Math.max(...times, ranAt ?? -Infinity),
			from: "messages",
			assumedZone: messages.some(({ at, assumedZone }) => assumedZone && isCredible(at, credible)),
			why: void 0
		};
	}
	if (reported === void 0) return {
		age: void 0,
		latest: void 0,
		from: void 0,
		assumedZone: false,
		why: "neither the report nor any evidence says when it ran"
	};
	if (ranAt === void 0) return {
		age: void 0,
		latest: void 0,
		from: void 0,
		assumedZone: false,
		why: `its timestamp ${whyNot(reported.instant, reported.text, credible)}`
	};
	return {
		age: ranAt,
		latest: ranAt,
		from: reported.from,
		assumedZone: reported.assumedZone,
		why: void 0
	};
}
/** Message statements that count for the age; of each type those given outright, derived ones only where there are none. */
function ageStatements(attempt, flow) {
	const ages = ageMessages(flow);
	const messages = attempt.statements.filter((statement) => statement.key === "message" && ages.has(statement.message));
	const outright = new Set(messages.flatMap(({ derived, message }) => derived ? [] : [message]));
	return messages.filter(({ derived, message }) => !derived || !outright.has(message));
}
function whyNot(instant, text, credible) {
	const quoted = `'${text.slice(0, 60)}'`;
	if (instant === void 0) return `is unreadable: ${quoted}`;
	if (instant > credible.to) return `lies in the future: ${quoted} (a local time without offset? set time-zone, or write the offset)`;
	return `lies before 2023, before NCTS5: ${quoted}`;
}

// src/assessment/scenario.ts
/** Judges one scenario by all attempts at it. */
function assessScenario(scenario, attempts, context) {
	const selected = select(attempts.map((attempt) => ({
		attempt,
		time: timeOf$1(attempt, scenario.flow, context.credible)
	})), context.duplicates);
	const { counted } = selected;
	const testedAt = earliest(counted);
	const judged = judge(counted, testedAt, context);
	const evidence = gatherEvidence(scenario, counted.map(({ attempt }) => attempt));
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
			reasons: [...judged.reasons, ...remarks(scenario, attempts, counted, evidence, testedAt)]
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
function judge(counted, testedAt, { clock, evaluatedAt }) {
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
	const stale = staleReasons(testedAt, evaluatedAt, clock);
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
function remarks(scenario, attempts, counted, evidence, testedAt) {
	const notes = [];
	const flaky = counted.filter(({ attempt }) => attempt.flaky);
	for (const { attempt } of flaky) notes.push(describe(attempt, "passed only after failed tries"));
	const ambiguous = attempts.filter((attempt) => attempt.ambiguous && attempt.outcome !== "failed");
	for (const attempt of ambiguous) notes.push(describe(attempt, "names several scenarios and was not counted"));
	const declaredAt = scenario.flow === "arrival" ? evidence.messages.get("IE015")?.value : void 0;
	if (declaredAt !== void 0 && testedAt !== void 0 && declaredAt < testedAt) notes.push(`the departure behind this arrival was declared on ${formatUtc(declaredAt)}: noted, not held against it, since the form doesn't ask for it`);
	return notes;
}
function timeProblems(counted) {
	return counted.flatMap(({ attempt, time }) => time.why === void 0 ? [] : [{
		kind: "time",
		severity: "warning",
		message: `${describe(attempt, "has no usable date")}: ${time.why}.`,
		file: attempt.file,
		line: attempt.line
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
	const { clock, failOn, duplicates } = input.settings;
	const evaluatedAt = clock.asOf ?? now;
	const context = {
		clock,
		evaluatedAt,
		credible: credibleTimes(now, evaluatedAt),
		duplicates
	};
	const { scenarios, problems } = assessScenarios(input.attempts, context);
	const binding = new Set([
		"evidence",
		"form",
		"recommended"
	].filter((kind) => failOn.has(kind)));
	const applications = input.settings.applications.map((application) => assessApplication(application, {
		scenarios,
		evaluatedAt,
		binding,
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
		evaluatedAt,
		verdict: reasons.length === 0 && applications.length > 0 ? "ready" : "not-ready",
		reasons,
		fatal: reasons.filter(({ kind }, index) => failOn.has(kind) || input.nothingFound !== void 0 && index === 0),
		failOn: [...failOn],
		expiresAt,
		daysLeft: expiresAt === void 0 ? void 0 : wholeDays(evaluatedAt, expiresAt),
		expiringSoon: expiresAt !== void 0 && reasons.length === 0 && expiresAt - evaluatedAt <= clock.warnDays * 864e5,
		clock,
		applications,
		scenarios,
		files: input.files,
		problems: allProblems
	};
}
function assessScenarios(attempts, context) {
	const byScenario = grouped(attempts, ({ scenario }) => scenario);
	const scenarios$1 = /* @__PURE__ */ new Map();
	const problems = [];
	for (const scenario of scenarios) {
		const own = byScenario.get(scenario.id);
		if (own === void 0) continue;
		const judged = assessScenario(scenario, own, context);
		scenarios$1.set(scenario.id, judged.assessment);
		for (const problem of judged.problems) problems.push(problem);
	}
	for (const [id, findings] of findReusedMrns(scenarios$1)) {
		const assessment = scenarios$1.get(id);
		if (assessment === void 0) continue;
		const evidence = {
			...assessment.evidence,
			findings: [...assessment.evidence.findings, ...findings]
		};
		scenarios$1.set(id, {
			...assessment,
			evidence
		});
	}
	return {
		scenarios: scenarios$1,
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
		kind: "unreadable",
		message: nothingFound,
		next: "Check the results globs, and that the tests ran before this check and wrote their JUnit reports."
	}];
}
function unreadableReasons(files, problems) {
	const ofFiles = files.flatMap(({ problem }) => problem === void 0 ? [] : [problem]);
	const others = problems.filter(({ severity }) => severity === "error");
	return [...ofFiles, ...others].map((problem) => ({
		kind: "unreadable",
		message: problem.file === void 0 ? problem.message : `${problem.file}: ${problem.message}`,
		next: "Have the test run write a whole, sound JUnit report, or narrow the results globs to JUnit reports.",
		...problem.file === void 0 ? {} : { file: problem.file },
		...problem.line === void 0 ? {} : { line: problem.line }
	}));
}

// src/evidence/escapes.ts
/**
* What logs do to quotes and brackets: JSON inside a log line escapes them with backslashes (once per level) or \u0022,
* HTML-minded tools with entities. The scanners take each of these spellings for the character itself, so that nothing
* has to be unescaped, whatever the level. Sources of regular expressions, without capturing groups. Each takes a run of
* backslashes as a whole, never a part of it: so a long run is looked at once, and a quotation mark shows its level.
*/
/** A quotation mark in any spelling. */
const quote$1 = String.raw`(?:(?<!\\)\\*["'${"`"}]|&(?:amp;)*(?:quot|apos|#34|#39);|(?<!\\)\\+u002[27])`;
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
function detached$1(text) {
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
			this.#scenario = detached$1(draft.value);
			this.#seen.clear();
		}
		const same = identity(draft);
		if (this.#seen.has(same)) return;
		if (this.#statements.length >= 1e4) {
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
	const text = detached$1(draft.text.slice(0, textLimit));
	if (draft.key !== "message") return {
		...draft,
		text,
		value: detached$1(draft.value.slice(0, valueLimit$1))
	};
	return {
		...draft,
		text,
		...draft.mrn === void 0 ? {} : { mrn: detached$1(draft.mrn) },
		...draft.lrn === void 0 ? {} : { lrn: detached$1(draft.lrn) }
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

// src/evidence/scenario-number.ts
/**
* The shape of HMRC's scenario numbers: flow and procedure (one or two letters), region, T for a transition rule, a count.
* Not anchored: what stands around a candidate is judged in code, since JavaScript's \b knows nothing of letters beyond ASCII.
*/
const candidates = /(?:DS|DN|PS|PN|AS|AN|NC|WC|A)(?:GB|XI)T?\d{1,4}/gi;
/** Every number has one; most names of a large report have none and are done with. */
const region = /gb|xi/i;
const none = {
	ids: [],
	leading: void 0,
	lookAlikes: []
};
/** A mark belongs to the letter before it, as in é written as two characters; not so the selectors behind emoji. */
const wordCharacter = /[\p{L}\p{N}]|(?![\uFE00-\uFE0F])[\p{Mn}\p{Mc}]/u;
const upperCaseId = /^[A-Z]+\d+$/;
const lowerCase = /\p{Ll}/u;
const upperCase = /\p{Lu}/u;
/** What may stand before a leading number: numbering such as `09A - ` or `3. `, brackets, tag marks. */
const leadIn = /^[\s[({<"'@#]*(?:\d{1,3}[A-Za-z]?\s*[-–—.:)]\s*)?[\s[({<"'@#]*$/;
const leadOut = /^[\])}>"']*\s*(?::|[-–—]\s)/;
/** So many are told; a hostile name may have hundreds of thousands. */
const mostLookAlikes = 20;
/**
* Finds scenario numbers in a name. In any letter case where they stand by themselves (`test_dsgb1_simplified`,
* `[DSGB1: …]`, `@DSGB1`), in upper case also as a hump of camel case (`testDSGB1Simplified`); never as a part of a
* longer word or number (`DSGB10` has no DSGB1, `TRATESTGB1` none at all). Source: design, 'Scenario number in a text'.
*/
function findScenarioNumbers(name) {
	if (!region.test(name)) return none;
	const text = name.normalize("NFC");
	const ids = /* @__PURE__ */ new Set();
	const lookAlikes = /* @__PURE__ */ new Set();
	let leading;
	for (const match of text.matchAll(candidates)) {
		const found = match[0];
		const id = found.toUpperCase();
		const before = codePointBefore(text, match.index);
		const rest = text.slice(match.index + found.length, match.index + found.length + 4);
		if (!isWordCharacter(before) && !isWordCharacter(Array.from(rest)[0]) || upperCaseId.test(found) && isHump(before, rest)) {
			if (!isScenarioId(id)) {
				if (lookAlikes.size < mostLookAlikes) lookAlikes.add(found);
				continue;
			}
			if (ids.size === 0 && leads(text, match.index, found.length)) leading = id;
			ids.add(id);
		} else if (isScenarioId(id) && isMixedCaseHump(found, before, rest)) {
			if (lookAlikes.size < mostLookAlikes) lookAlikes.add(found);
		}
	}
	return {
		ids: [...ids],
		leading,
		lookAlikes: [...lookAlikes]
	};
}
function codePointBefore(text, index) {
	return Array.from(text.slice(Math.max(0, index - 2), index)).at(-1);
}
function isWordCharacter(character) {
	return character !== void 0 && wordCharacter.test(character);
}
/** `testDSGB1Simplified`: a lower-case letter (or nothing) before, the capital of the next word (or nothing) behind. */
function isHump(before, rest) {
	const [next, afterNext] = Array.from(rest);
	const startsHere = !isWordCharacter(before) || before !== void 0 && lowerCase.test(before);
	const endsHere = !isWordCharacter(next) || next !== void 0 && upperCase.test(next) && afterNext !== void 0 && lowerCase.test(afterNext);
	return startsHere && endsHere;
}
/** `testDsgb1Simplified`, `dsgb1Simplified`: probably meant as the number, but not written so that it can be relied on. */
function isMixedCaseHump(found, before, rest) {
	const [next] = Array.from(rest);
	const startsHere = !isWordCharacter(before) || before !== void 0 && lowerCase.test(before) && /^[A-Z]/.test(found);
	const endsHere = !isWordCharacter(next) || next !== void 0 && upperCase.test(next);
	return startsHere && endsHere;
}
function leads(text, index, length) {
	if (index > 40) return false;
	return leadIn.test(text.slice(0, index)) && leadOut.test(text.slice(index + length, index + length + 10));
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
const meantAsTime = /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,2}:\d{2}|\d{8,14}\b|\d{1,2} [a-z]{3,9} \d{4}|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )/i;
/** No shape of time has more words, one of them empty where `date` pads the day. */
const mostWords = 8;
/**
* The time at the start of a text, of as many words as make one, whatever follows.
*
* @returns undefined when nothing there is meant as a time; without `read` for what is meant as one, but can't be read
*   (`01/07/2026`) or means different times to different people (`2026-07-01 12:00 BST`).
*/
function timeAtStart(text, timeZone) {
	const words = withoutTail(text).split(/[ \t\u00a0]/, 9);
	for (let count = Math.min(words.length, mostWords); count > 0; count--) {
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
	return text.replace(/^[[(]\s*/, "").replace(/["'`<>()[\]{}|;\\].*$/s, (tail) => {
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
	const closing = separation.groups?.["closing"];
	if (closing !== void 0 && closing !== opening.quote) return void 0;
	const mark = separation.groups?.["mark"] ?? "";
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
function valueOf(key, found, { source, timeZone }) {
	if (key === "mrn") return textValue(mrnValue(found));
	if (key === "lrn") return textValue(lrnValue(found));
	if (key === "scenario") return source === "name" ? void 0 : textValue(scenarioValue(found));
	return timeAtStart(upToNextPair(found.region), timeZone);
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
const separator = new RegExp(String.raw`^${timeSuffix}(?<closing>${quote$1})?${blank}{0,20}${markShape}${blank}{0,20}`, "i");
const separatorInName = new RegExp(String.raw`^${timeSuffix}(?<closing>${quote$1})?(?:${blank}{0,20}${markShape}${blank}{0,20}|${blank}{1,20}(?:at${blank}{1,20})?)`, "i");
const colours = new RegExp(colour, "gi");
const quotes$1 = new RegExp(quote$1, "gi");
const prefixAtEnd = /ncts5?\.$/i;
const quoteAtEnd = new RegExp(`${quote$1}$`, "i");
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
	const line = /^[^\r\n]*/.exec(rest)?.[0] ?? "";
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
const startingQuote = new RegExp(`^${quote$1}`, "i");
const nextPair = new RegExp(String.raw`[\s,;|&](?:ncts5?\.)?(?:mrn|lrn|scenario|(?:ie|cc)\d{3})${timeSuffix}c?(?:${quote$1})?\s{0,9}[=:]`, "i");
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
function scenarioValue(found) {
	if (found.mark === ":" && !(found.quoted || isLogPrefix(found.lineStart))) return void 0;
	const value = upToNextPair(found.region).trim();
	const { ids, lookAlikes } = findScenarioNumbers(value);
	return ids.length + lookAlikes.length > 0 ? value : void 0;
}
/** Nothing but what loggers and lists put before a message: times, levels, `[thread]`, bullets. */
function isLogPrefix(lineStart) {
	if (lineStart === void 0) return false;
	return lineStart.split(/\s+/).filter((word) => word !== "").every((word) => /^(?:[\d:.,TZ+/-]+|\[[^\]]*\]:?|[A-Z]{3,8}:?|[-*>|•]+)$/.test(word));
}

// src/evidence/api-json.ts
const bareBefore = /(?:^|[\s{,])$/;
const keyBefore = new RegExp(String.raw`(?<key>${quote$1})$`, "i");
const typeBefore = new RegExp(String.raw`(?<key>${quote$1})?type(?:\k<key>)?\s{0,9}:\s{0,9}(?<value>${quote$1})$`, "i");
const receivedHere = new RegExp(String.raw`^received(?<key>${quote$1})?\s{0,9}:\s{0,9}(?<value>${quote$1})(?<time>[\w:.,+\- ]{1,40})\k<value>`);
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
	const first = /^received$/i.test(place.anchor) ? receivedField(place) : typeField(place);
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
	const { key, value: delimiter, time } = match?.groups ?? {};
	if (match === null || delimiter === void 0 || time === void 0 || !opensKey(before, key)) return void 0;
	return {
		name: "received",
		value: time,
		length: match[0].length,
		delimiter
	};
}
function typeField({ before, after, anchor }) {
	if (!anchor.startsWith("IE")) return void 0;
	const match = typeBefore.exec(before);
	const { key, value: delimiter } = match?.groups ?? {};
	if (match === null || delimiter === void 0 || !after.startsWith(delimiter, anchor.length)) return void 0;
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
const tokens = new RegExp(String.raw`[{}[\]]|${quote$1}|\b(?:type|received)\b`, "gi");
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
		const isBare = /^\w+$/.test(found);
		const kind = isBare ? "same" : sameMark(found, delimiter);
		if (kind === "outer") return nowhere;
		if (kind === "inner") continue;
		const start = isBare ? match.index : tokens.lastIndex;
		const end = isBare ? tokens.lastIndex : endOfString(text, start, delimiter);
		if (end === void 0) return {
			value: void 0,
			end: text.length
		};
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
		end: end + delimiter.length
	};
}
const quotes = new RegExp(quote$1, "gi");
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
	const backslashes = /^\\*/.exec(mark)?.[0].length ?? 0;
	return [backslashes, mark.slice(backslashes).toLowerCase()];
}

// src/evidence/display-name.ts
/**
* Reads `display-name: …`, which the JUnit platform's console writer puts into system-out: the name that people gave the
* test, while the report's own name is the method's.
*/
function readDisplayName({ anchor, before, after, line }) {
	if (anchor !== "display-name" || !/(?:^|[\r\n])[ \t]*$/.test(before)) return void 0;
	const value = /^display-name:[ \t]*(?<value>[^\r\n]*)/.exec(after)?.groups?.["value"]?.trim();
	if (value === void 0 || value === "") return void 0;
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
			if (found < 0 || this.#nextBreak >= offset) break;
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
function readMarker({ anchor, after, line }, timeZone) {
	if (!anchor.startsWith("[")) return void 0;
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
		if (/^CC\d{3}C$/.test(place.anchor)) drafts.push(...this.#root(place, offset, closing));
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
	#root({ anchor, after, line }, offset, closing) {
		const drafts = this.end();
		const type = messageType(anchor.slice(2, 5));
		if (!closing && type !== void 0 && isInNamespace(after)) this.#open = {
			type,
			root: anchor,
			line,
			offset,
			inOperation: false
		};
		return drafts;
	}
	#close(name) {
		return name === "TransitOperation" ? this.end() : [];
	}
	#field(message, { anchor, after }) {
		const value = valueShape.exec(after.slice(anchor.length))?.groups?.["value"]?.trim();
		if (anchor === "TransitOperation") message.inOperation = true;
		else if (anchor === "preparationDateAndTime" && !message.inOperation) message.prepared ??= value ?? "";
		else if (value === void 0 || value === "" || !message.inOperation) return;
		else if (anchor === "LRN") message.lrn ??= value;
		else if (anchor === "MRN") message.mrn ??= value;
	}
};
const tagBefore = new RegExp(String.raw`${lessThan}(?<slash>\\*/)?(?:[A-Za-z_][\w.-]{0,30}:)?$`, "i");
/** No bracket with a prefix behind it is longer; the expression tries every bracket before the name. */
const tagReach = 60;
const nameEnd = /^[\s>/&\\]$/;
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
function isPlaceholder(text) {
	return /[{}$%]/.test(text);
}
function draftsOf(message) {
	const { type, root, line, prepared, lrn, mrn } = message;
	if ([
		prepared,
		lrn,
		mrn
	].some((text) => text !== void 0 && isPlaceholder(text))) return [];
	return [{
		key: "message",
		message: type,
		at: prepared === void 0 ? void 0 : readTime(prepared, "UTC")?.instant,
		assumedZone: false,
		source: "message-xml",
		derived: true,
		line,
		text: prepared === void 0 ? `${root} without preparationDateAndTime` : `${root} prepared ${prepared}`,
		...lrn === void 0 ? {} : { lrn },
		...mrn === void 0 ? {} : { mrn }
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
	/** Up to where, in the text, places belong to something that has been read whole. */
	#taken = 0;
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
		let last = this.#resume;
		for (let match = anchors.exec(this.#window); match !== null; match = anchors.exec(this.#window)) {
			if (!complete && match.index + lookAhead > this.#window.length) {
				open = match.index;
				break;
			}
			last = anchors.lastIndex;
			this.#read(match.index, match[0]);
			anchors.lastIndex = last;
		}
		this.#resume = open ?? Math.max(last, this.#window.length - anchorLength);
		this.#forget(Math.max(0, this.#resume - 128));
	}
	#forget(until) {
		this.#lines.forget(this.#window, this.#base, until);
		this.#window = detached$1(this.#window.slice(until));
		this.#base += until;
		this.#resume -= until;
	}
	#read(index, anchor) {
		const offset = this.#base + index;
		if (offset < this.#taken) return;
		const place = {
			before: this.#window.slice(Math.max(0, index - 128), index),
			after: this.#window.slice(index, index + lookAhead),
			anchor,
			line: this.#lines.at(this.#window, this.#base, offset)
		};
		const marker = readMarker(place, this.#options.timeZone);
		if (marker !== void 0) {
			this.#taken = offset + marker.length;
			this.#add(marker.draft);
			return;
		}
		const tag = this.#messages.read(place, offset);
		if (tag !== void 0) {
			for (const draft of tag.drafts) this.#add(draft);
			return;
		}
		const message = readApiMessage(place, this.#options.timeZone, this.#reach(offset));
		if (message !== void 0) {
			this.#walked += message.length;
			if (message.draft !== void 0) this.#taken = offset + message.length;
			this.#add(message.draft);
			return;
		}
		this.#add(readDisplayName(place) ?? readPair(place, this.#options));
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
function statementListener({ timeZone }) {
	return new StatementListener(timeZone);
}
var StatementListener = class {
	#timeZone;
	#collector = new StatementCollector();
	#scanner;
	constructor(timeZone) {
		this.#timeZone = timeZone;
	}
	property(name, value, line) {
		const draft = readOutright(name, value, {
			source: "property",
			line,
			timeZone: this.#timeZone
		});
		if (draft !== void 0) this.#collector.add(draft);
	}
	text(chunk, line) {
		this.#scanner ??= new TextScanner({
			source: "line",
			timeZone: this.#timeZone
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
			timeZone: this.#timeZone
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

// src/evidence/attempt-of.ts
/** A result as an attempt at a scenario, with what it wrote and what its name says (all that newman and Bruno keep). */
function attemptOf(result, found, { file, provenance, timeZone }) {
	const { className, name, outcome, flaky, declared, message, line } = result;
	const inName = declared === void 0 && name !== "" ? statementsInName(name, line, { timeZone }) : [];
	const statements = [...result.notes ?? [], ...inName];
	const lrns = statements.flatMap((statement) => statement.key === "lrn" ? [statement.value] : []);
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
	constructor(file) {
		this.#file = file;
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
			const why = findScenarioNumbers(number).ids.length > 0 ? `looks like ${number} but is not counted: write the number in capitals ('${number}') or set it off ('${number.toLowerCase()}_…').` : `looks like a scenario number but is not in HMRC's testing guide: not counted.`;
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

// src/evidence/suite-statements.ts
/** Whether a suite is another one or stands inside it. */
function isWithin(suite, outer) {
	if (outer === void 0) return true;
	for (let at = suite; at !== void 0; at = at.parent) if (at === outer) return true;
	return false;
}
/**
* Gives what suites wrote to the attempts it belongs to. Several tools (Gradle, jest-junit) keep output per suite only.
* A statement `scenario=…` opens a section that lasts to the next one; before the first, and without any, the output
* belongs to the suite's one scenario. With several scenarios in the suite nobody can tell whose it is: reported, not used.
*/
function assignSuiteStatements(placed, file) {
	const given = /* @__PURE__ */ new Map();
	const problems = [];
	for (const suite of speakingSuites(placed)) {
		const inside = placed.filter((item) => item.attempt.declared === void 0 && isWithin(item.suite, suite));
		const scenarios = new Set(inside.map(({ attempt }) => attempt.scenario));
		const unassigned = [];
		for (const section of sections(suite.notes ?? [])) {
			const scenario = section.scenario ?? (scenarios.size === 1 ? [...scenarios][0] : void 0);
			const receivers = inside.filter(({ attempt }) => attempt.scenario === scenario);
			if (receivers.length === 0) unassigned.push(...section.statements);
			for (const receiver of receivers) {
				const list = given.get(receiver);
				if (list === void 0) given.set(receiver, [...section.statements]);
				else list.push(...section.statements);
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
/** Suites that wrote something, from the inside out, each once. */
function speakingSuites(placed) {
	const suites = /* @__PURE__ */ new Set();
	for (const { suite } of placed) for (let at = suite; at !== void 0; at = at.parent) if ((at.notes?.length ?? 0) > 0) suites.add(at);
	return suites;
}
function sections(notes) {
	const all = [{
		scenario: void 0,
		statements: []
	}];
	for (const note of notes) {
		if (note.key === "display-name") continue;
		if (note.key !== "scenario") {
			all.at(-1)?.statements.push(note);
			continue;
		}
		const { leading, ids } = findScenarioNumbers(note.value);
		const scenario = leading ?? (ids.length === 1 ? ids[0] : void 0);
		all.push({
			scenario: scenario ?? nobody,
			statements: []
		});
	}
	return all.filter(({ statements }) => statements.length > 0);
}
function unassignedProblem(statements, suite, scenarios, file) {
	const first = statements[0];
	return {
		kind: "evidence",
		severity: "warning",
		message: `${[...new Set(statements.map((s) => s.key === "message" ? s.message : s.key.toUpperCase()))].join(", ")} in the output of suite '${suite.name}' can't be assigned to one scenario` + (scenarios.length > 1 ? ` (its tests are ${scenarios.join(", ")})` : "") + `, so it is not used. Write 'scenario=…' on a line before it, or give it to the test itself.`,
		file,
		line: first?.line ?? suite.line
	};
}

// src/evidence/match.ts
/**
* Where a scenario number is looked for, most trusted first: a property or marker `scenario` of the case, then of its
* suites; the user's mapping; test name; class name; suite names from the inside out; report file name. The first place
* that has one decides. Several in one place with none leading make the result ambiguous: it can only count against them.
* Source: design, 'Scenario number in a text'.
*/
function matchReport(options) {
	const matching = new Matching(options);
	return {
		on: {
			listen: () => statementListener({ timeZone: options.timeZone }),
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
const placeNames = {
	name: "the name of a test",
	class: "the name of a class",
	suite: "the name of a suite",
	file: "the file name"
};
var Matching = class {
	#options;
	#numbers = /* @__PURE__ */ new Map();
	#suiteNames = /* @__PURE__ */ new Map();
	#problems = [];
	#lookAlikes;
	#placed = [];
	#results = [];
	/** Suites of results that were let go, with the line of the first. */
	#crowds = /* @__PURE__ */ new Map();
	#bystanders = 0;
	constructor(options) {
		this.#options = options;
		this.#lookAlikes = new LookAlikes(options.file);
	}
	add(result) {
		if (result.declared !== void 0 || (result.notes?.length ?? 0) > 0 || this.#mentionsScenario(result)) this.#results.push(result);
		else if (this.#bystanders < keptBystanders) {
			this.#bystanders++;
			this.#results.push(result);
		} else if (result.suite !== void 0 && !this.#crowds.has(result.suite)) this.#crowds.set(result.suite, result.line);
	}
	finish() {
		const unplaced = [];
		for (const result of this.#results) {
			const match = this.#match(result);
			if (match !== void 0) this.#place(result, match);
			else if (result.declared !== void 0) unplaced.push(result);
		}
		for (const result of unplaced) this.#placeDeclared(result);
		const assigned = assignSuiteStatements(this.#placed, this.#options.file);
		return {
			attempts: assigned.attempts,
			problems: [
				...this.#problems,
				...this.#crowdProblems(),
				...this.#lookAlikes.problems(),
				...assigned.problems
			]
		};
	}
	/** Whether a number, or what looks like one, stands in any of its names, or the mapping knows one of them. */
	#mentionsScenario({ name, className, suite }) {
		if (mentionsAny(findScenarioNumbers(name)) || mentionsAny(this.#find(className))) return true;
		const suites = this.#suitePath(suite);
		if (suites.some((one) => mentionsAny(this.#find(one))) || mentionsAny(this.#find(fileName(this.#options.file)))) return true;
		const { mapping } = this.#options;
		return mapping.length > 0 && mappedScenarios(mapping, {
			name,
			className,
			suites
		}).length > 0;
	}
	/** Results that were let go and, as their suite turns out, should not have been. */
	*#crowdProblems() {
		for (const [suite, line] of this.#crowds) {
			if (this.#ofSuites(suite, false).match === void 0) continue;
			yield {
				kind: "unreadable",
				severity: "error",
				message: `The suite '${suite.name}' gives its scenario to more tests than can be told apart (${keptBystanders} in a report). Put the number into the names of the tests.`,
				file: this.#options.file,
				line
			};
		}
	}
	#place(result, match) {
		const order = this.#options.nextOrder();
		if (match.ambiguous) this.#problems.push({
			kind: "ambiguous",
			severity: "warning",
			message: `'${result.name || result.className}' names ${match.scenarios.join(" and ")} and doesn't say which it is: ` + (result.outcome === "failed" ? `its failure counts against each.` : `it counts for none.`) + ` Lead with the number and a colon ('${match.scenarios[0] ?? "DSGB1"}: …') or give the test a property 'scenario'.`,
			file: this.#options.file,
			line: result.line
		});
		for (const scenario of match.scenarios) this.#placed.push({
			attempt: this.#attempt(result, scenario, match, order),
			suite: result.suite
		});
	}
	/** What a suite says of itself beyond its cases counts against every scenario that its cases belong to. */
	#placeDeclared(result) {
		const order = this.#options.nextOrder();
		const inside = /* @__PURE__ */ new Set();
		for (const { attempt, suite } of this.#placed) if (attempt.declared === void 0 && isWithin(suite, result.suite)) inside.add(attempt.scenario);
		if (inside.size > 0) {
			const match = {
				scenarios: [...inside],
				by: "enclosing-suite",
				ambiguous: false
			};
			for (const scenario of inside) this.#placed.push({
				attempt: this.#attempt(result, scenario, match, order),
				suite: result.suite
			});
			return;
		}
		this.#problems.push({
			kind: "counts",
			severity: result.declared === "failures" ? "error" : "warning",
			message: `${result.message ?? result.name} Which scenario that concerns can't be told from its names. Look into the test run, and have it write a complete report.`,
			file: this.#options.file,
			line: result.line
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
	#match(result) {
		const own = scenarioStatements(result.notes);
		let doubted = own.some((text) => this.#isLookAlikeOnly(text, result.line, "the property 'scenario'"));
		const found = this.#decide(own.length > 0 ? [own] : [], "property", false);
		if (found !== void 0) return found;
		const ofSuites = this.#ofSuites(result.suite, doubted);
		if (ofSuites.match !== void 0) return this.#contradicted(ofSuites.match, result);
		doubted = ofSuites.doubted;
		const suites = this.#suitePath(result.suite);
		const mapped = mappedScenarios(this.#options.mapping, {
			name: result.name,
			className: result.className,
			suites
		});
		if (mapped.length > 0) return {
			scenarios: mapped,
			by: "mapping",
			ambiguous: doubted || mapped.length > 1
		};
		const displayNames = (result.notes ?? []).flatMap((note) => note.key === "display-name" ? [note.value] : []);
		const declared = result.declared !== void 0;
		const places = [
			["name", declared ? [] : [result.name, ...displayNames]],
			["class", declared ? [] : [result.className]],
			["suite", suites.toReversed()],
			["file", [fileName(this.#options.file)]]
		];
		for (const [by, texts] of places) for (const text of texts) {
			const match = this.#decide([[text]], by, doubted);
			if (match !== void 0) return match;
		}
		for (const [by, texts] of places) for (const text of texts) this.#isLookAlikeOnly(text, result.line, placeNames[by]);
	}
	/** What the properties and markers of a suite, else of those around it, say. */
	#ofSuites(innermost, before) {
		let doubted = before;
		for (let suite = innermost; suite !== void 0; suite = suite.parent) {
			if (suite.notes === void 0) continue;
			const texts = scenarioStatements(suite.notes.filter(({ source }) => source === "property" || source === "marker"));
			const { line } = suite;
			if (texts.some((text) => this.#isLookAlikeOnly(text, line, "the suite's property 'scenario'"))) doubted = true;
			const match = this.#decide([texts], "property", doubted);
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
	/** A suite's property against another number in the test's own name: neither is certain. */
	#contradicted(match, result) {
		if (result.declared !== void 0) return match;
		const named = this.#find(result.name);
		const other = named.leading ?? (named.ids.length === 1 ? named.ids[0] : void 0);
		if (other === void 0 || match.scenarios.includes(other)) return match;
		return {
			scenarios: [...match.scenarios, other],
			by: match.by,
			ambiguous: true
		};
	}
	#decide(groups, by, doubted) {
		for (const texts of groups) {
			const ids = /* @__PURE__ */ new Set();
			for (const text of texts) {
				const numbers = this.#find(text);
				if (numbers.leading === void 0) for (const id of numbers.ids) ids.add(id);
				else ids.add(numbers.leading);
			}
			if (ids.size > 0) return {
				scenarios: [...ids],
				by,
				ambiguous: doubted || ids.size > 1
			};
		}
	}
	#find(text) {
		let numbers = this.#numbers.get(text);
		if (numbers === void 0) {
			numbers = findScenarioNumbers(text);
			if (this.#numbers.size < 1e3) this.#numbers.set(text, numbers);
		}
		return numbers;
	}
	#isLookAlikeOnly(text, line, where) {
		return this.#lookAlikes.note(this.#find(text), line, where);
	}
	#suitePath(suite) {
		if (suite === void 0) return [];
		let path = this.#suiteNames.get(suite);
		if (path === void 0) {
			const outer = this.#suitePath(suite.parent);
			path = suite.name.trim() === "" ? outer : [...outer, suite.name];
			this.#suiteNames.set(suite, path);
		}
		return path;
	}
};
function scenarioStatements(notes) {
	return (notes ?? []).flatMap((note) => note.key === "scenario" ? [note.value] : []);
}
function mentionsAny({ ids, lookAlikes }) {
	return ids.length > 0 || lookAlikes.length > 0;
}
function fileName(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}

// node_modules/fdir/dist/index.mjs
var __require = /* @__PURE__ */ createRequire(import.meta.url);
function cleanPath(path) {
	let normalized = normalize(path);
	if (normalized.length > 1 && normalized[normalized.length - 1] === sep) normalized = normalized.substring(0, normalized.length - 1);
	return normalized;
}
const SLASHES_REGEX = /[\\/]/g;
function convertSlashes(path, separator) {
	return path.replace(SLASHES_REGEX, separator);
}
const WINDOWS_ROOT_DIR_REGEX = /^[a-z]:[\\/]$/i;
function isRootDirectory(path) {
	return path === "/" || WINDOWS_ROOT_DIR_REGEX.test(path);
}
function normalizePath(path, options) {
	const { resolvePaths, normalizePath: normalizePath$1, pathSeparator } = options;
	const pathNeedsCleaning = process.platform === "win32" && path.includes("/") || path.startsWith(".");
	if (resolvePaths) path = resolve(path);
	if (normalizePath$1 || pathNeedsCleaning) path = cleanPath(path);
	if (path === ".") return "";
	return convertSlashes(path[path.length - 1] !== pathSeparator ? path + pathSeparator : path, pathSeparator);
}
function joinPathWithBasePath(filename, directoryPath) {
	return directoryPath + filename;
}
function joinPathWithRelativePath(root, options) {
	return function(filename, directoryPath) {
		if (directoryPath.startsWith(root)) return directoryPath.slice(root.length) + filename;
		else return convertSlashes(relative(root, directoryPath), options.pathSeparator) + options.pathSeparator + filename;
	};
}
function joinPath(filename) {
	return filename;
}
function joinDirectoryPath(filename, directoryPath, separator) {
	return directoryPath + filename + separator;
}
function build$7(root, options) {
	const { relativePaths, includeBasePath } = options;
	return relativePaths && root ? joinPathWithRelativePath(root, options) : includeBasePath ? joinPathWithBasePath : joinPath;
}
function pushDirectoryWithRelativePath(root) {
	return function(directoryPath, paths) {
		paths.push(directoryPath.substring(root.length) || ".");
	};
}
function pushDirectoryFilterWithRelativePath(root) {
	return function(directoryPath, paths, filters) {
		const relativePath = directoryPath.substring(root.length) || ".";
		if (filters.every((filter) => filter(relativePath, true))) paths.push(relativePath);
	};
}
const pushDirectory = (directoryPath, paths) => {
	paths.push(directoryPath || ".");
};
const pushDirectoryFilter = (directoryPath, paths, filters) => {
	const path = directoryPath || ".";
	if (filters.every((filter) => filter(path, true))) paths.push(path);
};
const empty$2 = () => {};
function build$6(root, options) {
	const { includeDirs, filters, relativePaths } = options;
	if (!includeDirs) return empty$2;
	if (relativePaths) return filters && filters.length ? pushDirectoryFilterWithRelativePath(root) : pushDirectoryWithRelativePath(root);
	return filters && filters.length ? pushDirectoryFilter : pushDirectory;
}
const pushFileFilterAndCount = (filename, _paths, counts, filters) => {
	if (filters.every((filter) => filter(filename, false))) counts.files++;
};
const pushFileFilter = (filename, paths, _counts, filters) => {
	if (filters.every((filter) => filter(filename, false))) paths.push(filename);
};
const pushFileCount = (_filename, _paths, counts, _filters) => {
	counts.files++;
};
const pushFile = (filename, paths) => {
	paths.push(filename);
};
const empty$1 = () => {};
function build$5(options) {
	const { excludeFiles, filters, onlyCounts } = options;
	if (excludeFiles) return empty$1;
	if (filters && filters.length) return onlyCounts ? pushFileFilterAndCount : pushFileFilter;
	else if (onlyCounts) return pushFileCount;
	else return pushFile;
}
const getArray = (paths) => {
	return paths;
};
const getArrayGroup = () => {
	return [""].slice(0, 0);
};
function build$4(options) {
	return options.group ? getArrayGroup : getArray;
}
const groupFiles = (groups, directory, files) => {
	groups.push({
		directory,
		files,
		dir: directory
	});
};
const empty = () => {};
function build$3(options) {
	return options.group ? groupFiles : empty;
}
const resolveSymlinksAsync = function(path, state, callback$1) {
	const { queue, fs, options: { suppressErrors } } = state;
	queue.enqueue();
	fs.realpath(path, (error, resolvedPath) => {
		if (error) return queue.dequeue(suppressErrors ? null : error, state);
		fs.stat(resolvedPath, (error$1, stat) => {
			if (error$1) return queue.dequeue(suppressErrors ? null : error$1, state);
			if (stat.isDirectory() && isRecursive(path, resolvedPath, state)) return queue.dequeue(null, state);
			callback$1(stat, resolvedPath);
			queue.dequeue(null, state);
		});
	});
};
const resolveSymlinks = function(path, state, callback$1) {
	const { queue, fs, options: { suppressErrors } } = state;
	queue.enqueue();
	try {
		const resolvedPath = fs.realpathSync(path);
		const stat = fs.statSync(resolvedPath);
		if (stat.isDirectory() && isRecursive(path, resolvedPath, state)) return;
		callback$1(stat, resolvedPath);
	} catch (e) {
		if (!suppressErrors) throw e;
	}
};
function build$2(options, isSynchronous) {
	if (!options.resolveSymlinks || options.excludeSymlinks) return null;
	return isSynchronous ? resolveSymlinks : resolveSymlinksAsync;
}
function isRecursive(path, resolved, state) {
	if (state.options.useRealPaths) return isRecursiveUsingRealPaths(resolved, state);
	let parent = dirname(path);
	let depth = 1;
	while (parent !== state.root && depth < 2) {
		const resolvedPath = state.symlinks.get(parent);
		if (!!resolvedPath && (resolvedPath === resolved || resolvedPath.startsWith(resolved) || resolved.startsWith(resolvedPath))) depth++;
		else parent = dirname(parent);
	}
	state.symlinks.set(path, resolved);
	return depth > 1;
}
function isRecursiveUsingRealPaths(resolved, state) {
	return state.visited.includes(resolved + state.options.pathSeparator);
}
const onlyCountsSync = (state) => {
	return state.counts;
};
const groupsSync = (state) => {
	return state.groups;
};
const defaultSync = (state) => {
	return state.paths;
};
const limitFilesSync = (state) => {
	return state.paths.slice(0, state.options.maxFiles);
};
const onlyCountsAsync = (state, error, callback$1) => {
	report(error, callback$1, state.counts, state.options.suppressErrors);
	return null;
};
const defaultAsync = (state, error, callback$1) => {
	report(error, callback$1, state.paths, state.options.suppressErrors);
	return null;
};
const limitFilesAsync = (state, error, callback$1) => {
	report(error, callback$1, state.paths.slice(0, state.options.maxFiles), state.options.suppressErrors);
	return null;
};
const groupsAsync = (state, error, callback$1) => {
	report(error, callback$1, state.groups, state.options.suppressErrors);
	return null;
};
function report(error, callback$1, output, suppressErrors) {
	if (error && !suppressErrors) callback$1(error, output);
	else callback$1(null, output);
}
function build$1(options, isSynchronous) {
	const { onlyCounts, group, maxFiles } = options;
	if (onlyCounts) return isSynchronous ? onlyCountsSync : onlyCountsAsync;
	else if (group) return isSynchronous ? groupsSync : groupsAsync;
	else if (maxFiles) return isSynchronous ? limitFilesSync : limitFilesAsync;
	else return isSynchronous ? defaultSync : defaultAsync;
}
const readdirOpts = { withFileTypes: true };
const walkAsync = (state, crawlPath, directoryPath, currentDepth, callback$1) => {
	state.queue.enqueue();
	if (currentDepth < 0) return state.queue.dequeue(null, state);
	const { fs } = state;
	state.visited.push(crawlPath);
	state.counts.directories++;
	fs.readdir(crawlPath || ".", readdirOpts, (error, entries = []) => {
		callback$1(entries, directoryPath, currentDepth);
		state.queue.dequeue(state.options.suppressErrors ? null : error, state);
	});
};
const walkSync = (state, crawlPath, directoryPath, currentDepth, callback$1) => {
	const { fs } = state;
	if (currentDepth < 0) return;
	state.visited.push(crawlPath);
	state.counts.directories++;
	let entries = [];
	try {
		entries = fs.readdirSync(crawlPath || ".", readdirOpts);
	} catch (e) {
		if (!state.options.suppressErrors) throw e;
	}
	callback$1(entries, directoryPath, currentDepth);
};
function build(isSynchronous) {
	return isSynchronous ? walkSync : walkAsync;
}
/**
* This is a custom stateless queue to track concurrent async fs calls.
* It increments a counter whenever a call is queued and decrements it
* as soon as it completes. When the counter hits 0, it calls onQueueEmpty.
*/
var Queue = class {
	count = 0;
	constructor(onQueueEmpty) {
		this.onQueueEmpty = onQueueEmpty;
	}
	enqueue() {
		this.count++;
		return this.count;
	}
	dequeue(error, output) {
		if (this.onQueueEmpty && (--this.count <= 0 || error)) {
			this.onQueueEmpty(error, output);
			if (error) {
				output.controller.abort();
				this.onQueueEmpty = void 0;
			}
		}
	}
};
var Counter = class {
	_files = 0;
	_directories = 0;
	set files(num) {
		this._files = num;
	}
	get files() {
		return this._files;
	}
	set directories(num) {
		this._directories = num;
	}
	get directories() {
		return this._directories;
	}
	/**
	* @deprecated use `directories` instead
	*/
	/* c8 ignore next 3 */
	get dirs() {
		return this._directories;
	}
};
/**
* AbortController is not supported on Node 14 so we use this until we can drop
* support for Node 14.
*/
var Aborter = class {
	aborted = false;
	abort() {
		this.aborted = true;
	}
};
var Walker = class {
	root;
	isSynchronous;
	state;
	joinPath;
	pushDirectory;
	pushFile;
	getArray;
	groupFiles;
	resolveSymlink;
	walkDirectory;
	callbackInvoker;
	constructor(root, options, callback$1) {
		this.isSynchronous = !callback$1;
		this.callbackInvoker = build$1(options, this.isSynchronous);
		this.root = normalizePath(root, options);
		this.state = {
			root: isRootDirectory(this.root) ? this.root : this.root.slice(0, -1),
			paths: [""].slice(0, 0),
			groups: [],
			counts: new Counter(),
			options,
			queue: new Queue((error, state) => this.callbackInvoker(state, error, callback$1)),
			symlinks: /* @__PURE__ */ new Map(),
			visited: [""].slice(0, 0),
			controller: new Aborter(),
			fs: options.fs || nativeFs$1
		};
		this.joinPath = build$7(this.root, options);
		this.pushDirectory = build$6(this.root, options);
		this.pushFile = build$5(options);
		this.getArray = build$4(options);
		this.groupFiles = build$3(options);
		this.resolveSymlink = build$2(options, this.isSynchronous);
		this.walkDirectory = build(this.isSynchronous);
	}
	start() {
		this.pushDirectory(this.root, this.state.paths, this.state.options.filters);
		this.walkDirectory(this.state, this.root, this.root, this.state.options.maxDepth, this.walk);
		return this.isSynchronous ? this.callbackInvoker(this.state, null) : null;
	}
	walk = (entries, directoryPath, depth) => {
		const { paths, options: { filters, resolveSymlinks: resolveSymlinks$1, excludeSymlinks, exclude, maxFiles, signal, useRealPaths, pathSeparator }, controller } = this.state;
		if (controller.aborted || signal && signal.aborted || maxFiles && paths.length > maxFiles) return;
		const files = this.getArray(this.state.paths);
		for (let i = 0; i < entries.length; ++i) {
			const entry = entries[i];
			if (entry.isFile() || entry.isSymbolicLink() && !resolveSymlinks$1 && !excludeSymlinks) {
				const filename = this.joinPath(entry.name, directoryPath);
				this.pushFile(filename, files, this.state.counts, filters);
			} else if (entry.isDirectory()) {
				let path = joinDirectoryPath(entry.name, directoryPath, this.state.options.pathSeparator);
				if (exclude && exclude(entry.name, path)) continue;
				this.pushDirectory(path, paths, filters);
				this.walkDirectory(this.state, path, path, depth - 1, this.walk);
			} else if (this.resolveSymlink && entry.isSymbolicLink()) {
				let path = joinPathWithBasePath(entry.name, directoryPath);
				this.resolveSymlink(path, this.state, (stat, resolvedPath) => {
					if (stat.isDirectory()) {
						resolvedPath = normalizePath(resolvedPath, this.state.options);
						if (exclude && exclude(entry.name, useRealPaths ? resolvedPath : path + pathSeparator)) return;
						this.walkDirectory(this.state, resolvedPath, useRealPaths ? resolvedPath : path + pathSeparator, depth - 1, this.walk);
					} else {
						resolvedPath = useRealPaths ? resolvedPath : path;
						const filename = basename(resolvedPath);
						const directoryPath$1 = normalizePath(dirname(resolvedPath), this.state.options);
						resolvedPath = this.joinPath(filename, directoryPath$1);
						this.pushFile(resolvedPath, files, this.state.counts, filters);
					}
				});
			}
		}
		this.groupFiles(this.state.groups, directoryPath, files);
	};
};
function promise(root, options) {
	return new Promise((resolve$1, reject) => {
		callback(root, options, (err, output) => {
			if (err) return reject(err);
			resolve$1(output);
		});
	});
}
function callback(root, options, callback$1) {
	new Walker(root, options, callback$1).start();
}
function sync(root, options) {
	return new Walker(root, options).start();
}
var APIBuilder = class {
	constructor(root, options) {
		this.root = root;
		this.options = options;
	}
	withPromise() {
		return promise(this.root, this.options);
	}
	withCallback(cb) {
		callback(this.root, this.options, cb);
	}
	sync() {
		return sync(this.root, this.options);
	}
};
let pm = null;
/* c8 ignore next 6 */
try {
	__require.resolve("picomatch");
	pm = __require("picomatch");
} catch {}
var Builder = class {
	globCache = {};
	options = {
		maxDepth: Infinity,
		suppressErrors: true,
		pathSeparator: sep,
		filters: []
	};
	globFunction;
	constructor(options) {
		this.options = {
			...this.options,
			...options
		};
		this.globFunction = this.options.globFunction;
	}
	group() {
		this.options.group = true;
		return this;
	}
	withPathSeparator(separator) {
		this.options.pathSeparator = separator;
		return this;
	}
	withBasePath() {
		this.options.includeBasePath = true;
		return this;
	}
	withRelativePaths() {
		this.options.relativePaths = true;
		return this;
	}
	withDirs() {
		this.options.includeDirs = true;
		return this;
	}
	withMaxDepth(depth) {
		this.options.maxDepth = depth;
		return this;
	}
	withMaxFiles(limit) {
		this.options.maxFiles = limit;
		return this;
	}
	withFullPaths() {
		this.options.resolvePaths = true;
		this.options.includeBasePath = true;
		return this;
	}
	withErrors() {
		this.options.suppressErrors = false;
		return this;
	}
	withSymlinks({ resolvePaths = true } = {}) {
		this.options.resolveSymlinks = true;
		this.options.useRealPaths = resolvePaths;
		return this.withFullPaths();
	}
	withAbortSignal(signal) {
		this.options.signal = signal;
		return this;
	}
	normalize() {
		this.options.normalizePath = true;
		return this;
	}
	filter(predicate) {
		this.options.filters.push(predicate);
		return this;
	}
	onlyDirs() {
		this.options.excludeFiles = true;
		this.options.includeDirs = true;
		return this;
	}
	exclude(predicate) {
		this.options.exclude = predicate;
		return this;
	}
	onlyCounts() {
		this.options.onlyCounts = true;
		return this;
	}
	crawl(root) {
		return new APIBuilder(root || ".", this.options);
	}
	withGlobFunction(fn) {
		this.globFunction = fn;
		return this;
	}
	/**
	* @deprecated Pass options using the constructor instead:
	* ```ts
	* new fdir(options).crawl("/path/to/root");
	* ```
	* This method will be removed in v7.0
	*/
	/* c8 ignore next 4 */
	crawlWithOptions(root, options) {
		this.options = {
			...this.options,
			...options
		};
		return new APIBuilder(root || ".", this.options);
	}
	glob(...patterns) {
		if (this.globFunction) return this.globWithOptions(patterns);
		return this.globWithOptions(patterns, ...[{ dot: true }]);
	}
	globWithOptions(patterns, ...options) {
		const globFn = this.globFunction || pm;
		/* c8 ignore next 5 */
		if (!globFn) throw new Error("Please specify a glob function to use glob matching.");
		var isMatch = this.globCache[patterns.join("\0")];
		if (!isMatch) {
			isMatch = globFn(patterns, ...options);
			this.globCache[patterns.join("\0")] = isMatch;
		}
		this.options.filters.push((path) => isMatch(path));
		return this;
	}
};

// node_modules/picomatch/lib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const WIN_SLASH = "\\\\/";
	const WIN_NO_SLASH = `[^${WIN_SLASH}]`;
	const DEFAULT_MAX_EXTGLOB_RECURSION = 0;
	/**
	* Posix glob regex
	*/
	const DOT_LITERAL = "\\.";
	const PLUS_LITERAL = "\\+";
	const QMARK_LITERAL = "\\?";
	const SLASH_LITERAL = "\\/";
	const ONE_CHAR = "(?=.)";
	const QMARK = "[^/]";
	const END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
	const START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
	const DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
	const POSIX_CHARS = {
		DOT_LITERAL,
		PLUS_LITERAL,
		QMARK_LITERAL,
		SLASH_LITERAL,
		ONE_CHAR,
		QMARK,
		END_ANCHOR,
		DOTS_SLASH,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!${START_ANCHOR}${DOTS_SLASH})`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`,
		NO_DOTS_SLASH: `(?!${DOTS_SLASH})`,
		QMARK_NO_DOT: `[^.${SLASH_LITERAL}]`,
		STAR: `${QMARK}*?`,
		START_ANCHOR,
		SEP: "/"
	};
	/**
	* Windows glob regex
	*/
	const WINDOWS_CHARS = {
		...POSIX_CHARS,
		SLASH_LITERAL: `[${WIN_SLASH}]`,
		QMARK: WIN_NO_SLASH,
		STAR: `${WIN_NO_SLASH}*?`,
		DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
		NO_DOT: `(?!${DOT_LITERAL})`,
		NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
		NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
		QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
		START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
		END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
		SEP: "\\"
	};
	/**
	* POSIX Bracket Regex
	*/
	const POSIX_REGEX_SOURCE = {
		__proto__: null,
		alnum: "a-zA-Z0-9",
		alpha: "a-zA-Z",
		ascii: "\\x00-\\x7F",
		blank: " \\t",
		cntrl: "\\x00-\\x1F\\x7F",
		digit: "0-9",
		graph: "\\x21-\\x7E",
		lower: "a-z",
		print: "\\x20-\\x7E ",
		punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
		space: " \\t\\r\\n\\v\\f",
		upper: "A-Z",
		word: "A-Za-z0-9_",
		xdigit: "A-Fa-f0-9"
	};
	module.exports = {
		DEFAULT_MAX_EXTGLOB_RECURSION,
		MAX_LENGTH: 65536,
		POSIX_REGEX_SOURCE,
		REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
		REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
		REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
		REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
		REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
		REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
		REPLACEMENTS: {
			__proto__: null,
			"***": "*",
			"**/**": "**",
			"**/**/**": "**"
		},
		CHAR_0: 48,
		CHAR_9: 57,
		CHAR_UPPERCASE_A: 65,
		CHAR_LOWERCASE_A: 97,
		CHAR_UPPERCASE_Z: 90,
		CHAR_LOWERCASE_Z: 122,
		CHAR_LEFT_PARENTHESES: 40,
		CHAR_RIGHT_PARENTHESES: 41,
		CHAR_ASTERISK: 42,
		CHAR_AMPERSAND: 38,
		CHAR_AT: 64,
		CHAR_BACKWARD_SLASH: 92,
		CHAR_CARRIAGE_RETURN: 13,
		CHAR_CIRCUMFLEX_ACCENT: 94,
		CHAR_COLON: 58,
		CHAR_COMMA: 44,
		CHAR_DOT: 46,
		CHAR_DOUBLE_QUOTE: 34,
		CHAR_EQUAL: 61,
		CHAR_EXCLAMATION_MARK: 33,
		CHAR_FORM_FEED: 12,
		CHAR_FORWARD_SLASH: 47,
		CHAR_GRAVE_ACCENT: 96,
		CHAR_HASH: 35,
		CHAR_HYPHEN_MINUS: 45,
		CHAR_LEFT_ANGLE_BRACKET: 60,
		CHAR_LEFT_CURLY_BRACE: 123,
		CHAR_LEFT_SQUARE_BRACKET: 91,
		CHAR_LINE_FEED: 10,
		CHAR_NO_BREAK_SPACE: 160,
		CHAR_PERCENT: 37,
		CHAR_PLUS: 43,
		CHAR_QUESTION_MARK: 63,
		CHAR_RIGHT_ANGLE_BRACKET: 62,
		CHAR_RIGHT_CURLY_BRACE: 125,
		CHAR_RIGHT_SQUARE_BRACKET: 93,
		CHAR_SEMICOLON: 59,
		CHAR_SINGLE_QUOTE: 39,
		CHAR_SPACE: 32,
		CHAR_TAB: 9,
		CHAR_UNDERSCORE: 95,
		CHAR_VERTICAL_LINE: 124,
		CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
		/**
		* Create EXTGLOB_CHARS
		*/
		extglobChars(chars) {
			return {
				"!": {
					type: "negate",
					open: "(?:(?!(?:",
					close: `))${chars.STAR})`
				},
				"?": {
					type: "qmark",
					open: "(?:",
					close: ")?"
				},
				"+": {
					type: "plus",
					open: "(?:",
					close: ")+"
				},
				"*": {
					type: "star",
					open: "(?:",
					close: ")*"
				},
				"@": {
					type: "at",
					open: "(?:",
					close: ")"
				}
			};
		},
		/**
		* Create GLOB_CHARS
		*/
		globChars(win32) {
			return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
		}
	};
}));

// node_modules/picomatch/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports) => {
	const { REGEX_BACKSLASH, REGEX_REMOVE_BACKSLASH, REGEX_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_GLOBAL } = require_constants();
	exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
	exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
	exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
	exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
	exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
	exports.isWindows = () => {
		if (typeof navigator !== "undefined" && navigator.platform) {
			const platform = navigator.platform.toLowerCase();
			return platform === "win32" || platform === "windows";
		}
		if (typeof process !== "undefined" && process.platform) return process.platform === "win32";
		return false;
	};
	exports.removeBackslashes = (str) => {
		return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
			return match === "\\" ? "" : match;
		});
	};
	exports.escapeLast = (input, char, lastIdx) => {
		const idx = input.lastIndexOf(char, lastIdx);
		if (idx === -1) return input;
		if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
		return `${input.slice(0, idx)}\\${input.slice(idx)}`;
	};
	exports.removePrefix = (input, state = {}) => {
		let output = input;
		if (output.startsWith("./")) {
			output = output.slice(2);
			state.prefix = "./";
		}
		return output;
	};
	exports.wrapOutput = (input, state = {}, options = {}) => {
		let output = `${options.contains ? "" : "^"}(?:${input})${options.contains ? "" : "$"}`;
		if (state.negated === true) output = `(?:^(?!${output}).*$)`;
		return output;
	};
	exports.basename = (path, { windows } = {}) => {
		const segs = path.split(windows ? /[\\/]/ : "/");
		const last = segs[segs.length - 1];
		if (last === "") return segs[segs.length - 2];
		return last;
	};
}));

// node_modules/picomatch/lib/scan.js
var require_scan = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const utils = require_utils();
	const { CHAR_ASTERISK, CHAR_AT, CHAR_BACKWARD_SLASH, CHAR_COMMA, CHAR_DOT, CHAR_EXCLAMATION_MARK, CHAR_FORWARD_SLASH, CHAR_LEFT_CURLY_BRACE, CHAR_LEFT_PARENTHESES, CHAR_LEFT_SQUARE_BRACKET, CHAR_PLUS, CHAR_QUESTION_MARK, CHAR_RIGHT_CURLY_BRACE, CHAR_RIGHT_PARENTHESES, CHAR_RIGHT_SQUARE_BRACKET } = require_constants();
	const isPathSeparator = (code) => {
		return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
	};
	const depth = (token) => {
		if (token.isPrefix !== true) token.depth = token.isGlobstar ? Infinity : 1;
	};
	/**
	* Quickly scans a glob pattern and returns an object with a handful of
	* useful properties, like `isGlob`, `path` (the leading non-glob, if it exists),
	* `glob` (the actual pattern), `negated` (true if the path starts with `!` but not
	* with `!(`) and `negatedExtglob` (true if the path starts with `!(`).
	*
	* ```js
	* const pm = require('picomatch');
	* console.log(pm.scan('foo/bar/*.js'));
	* { isGlob: true, input: 'foo/bar/*.js', base: 'foo/bar', glob: '*.js' }
	* ```
	* @param {String} `str`
	* @param {Object} `options`
	* @return {Object} Returns an object with tokens and regex source string.
	* @api public
	*/
	const scan = (input, options) => {
		const opts = options || {};
		const length = input.length - 1;
		const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
		const slashes = [];
		const tokens = [];
		const parts = [];
		let str = input;
		let index = -1;
		let start = 0;
		let lastIndex = 0;
		let isBrace = false;
		let isBracket = false;
		let isGlob = false;
		let isExtglob = false;
		let isGlobstar = false;
		let braceEscaped = false;
		let backslashes = false;
		let negated = false;
		let negatedExtglob = false;
		let finished = false;
		let braces = 0;
		let prev;
		let code;
		let token = {
			value: "",
			depth: 0,
			isGlob: false
		};
		const eos = () => index >= length;
		const peek = () => str.charCodeAt(index + 1);
		const advance = () => {
			prev = code;
			return str.charCodeAt(++index);
		};
		while (index < length) {
			code = advance();
			let next;
			if (code === CHAR_BACKWARD_SLASH) {
				backslashes = token.backslashes = true;
				code = advance();
				if (code === CHAR_LEFT_CURLY_BRACE) braceEscaped = true;
				continue;
			}
			if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
				braces++;
				while (eos() !== true && (code = advance())) {
					if (code === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (code === CHAR_LEFT_CURLY_BRACE) {
						braces++;
						continue;
					}
					if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (braceEscaped !== true && code === CHAR_COMMA) {
						isBrace = token.isBrace = true;
						isGlob = token.isGlob = true;
						finished = true;
						if (scanToEnd === true) continue;
						break;
					}
					if (code === CHAR_RIGHT_CURLY_BRACE) {
						braces--;
						if (braces === 0) {
							braceEscaped = false;
							isBrace = token.isBrace = true;
							finished = true;
							break;
						}
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_FORWARD_SLASH) {
				slashes.push(index);
				tokens.push(token);
				token = {
					value: "",
					depth: 0,
					isGlob: false
				};
				if (finished === true) continue;
				if (prev === CHAR_DOT && index === start + 1) {
					start += 2;
					continue;
				}
				lastIndex = index + 1;
				continue;
			}
			if (opts.noext !== true) {
				if ((code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK) === true && peek() === CHAR_LEFT_PARENTHESES) {
					isGlob = token.isGlob = true;
					isExtglob = token.isExtglob = true;
					finished = true;
					if (code === CHAR_EXCLAMATION_MARK && index === start) negatedExtglob = true;
					if (scanToEnd === true) {
						let parens = 0;
						while (eos() !== true && (code = advance())) {
							if (code === CHAR_BACKWARD_SLASH) {
								backslashes = token.backslashes = true;
								advance();
								continue;
							}
							if (code === CHAR_LEFT_PARENTHESES) {
								parens++;
								continue;
							}
							if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
								finished = true;
								break;
							}
						}
						continue;
					}
					break;
				}
			}
			if (code === CHAR_ASTERISK) {
				if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_QUESTION_MARK) {
				isGlob = token.isGlob = true;
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
			if (code === CHAR_LEFT_SQUARE_BRACKET) {
				while (eos() !== true && (next = advance())) {
					if (next === CHAR_BACKWARD_SLASH) {
						backslashes = token.backslashes = true;
						advance();
						continue;
					}
					if (next === CHAR_RIGHT_SQUARE_BRACKET) {
						isBracket = token.isBracket = true;
						isGlob = token.isGlob = true;
						finished = true;
						break;
					}
				}
				if (scanToEnd === true) continue;
				break;
			}
			if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
				negated = token.negated = true;
				start++;
				continue;
			}
			if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
				isGlob = token.isGlob = true;
				if (scanToEnd === true) {
					let parens = 1;
					while (eos() !== true && (code = advance())) {
						if (code === CHAR_BACKWARD_SLASH) {
							backslashes = token.backslashes = true;
							advance();
							continue;
						}
						if (code === CHAR_LEFT_PARENTHESES) {
							parens++;
							continue;
						}
						if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
							finished = true;
							break;
						}
					}
					continue;
				}
				break;
			}
			if (isGlob === true) {
				finished = true;
				if (scanToEnd === true) continue;
				break;
			}
		}
		if (opts.noext === true) {
			isExtglob = false;
			isGlob = false;
		}
		let base = str;
		let prefix = "";
		let glob = "";
		if (start > 0) {
			prefix = str.slice(0, start);
			str = str.slice(start);
			lastIndex -= start;
		}
		if (base && isGlob === true && lastIndex > 0) {
			base = str.slice(0, lastIndex);
			glob = str.slice(lastIndex);
		} else if (isGlob === true) {
			base = "";
			glob = str;
		} else base = str;
		if (base && base !== "" && base !== "/" && base !== str) {
			if (isPathSeparator(base.charCodeAt(base.length - 1))) base = base.slice(0, -1);
		}
		if (opts.unescape === true) {
			if (glob) glob = utils.removeBackslashes(glob);
			if (base && backslashes === true) base = utils.removeBackslashes(base);
		}
		const state = {
			prefix,
			input,
			start,
			base,
			glob,
			isBrace,
			isBracket,
			isGlob,
			isExtglob,
			isGlobstar,
			negated,
			negatedExtglob
		};
		if (opts.tokens === true) {
			state.maxDepth = 0;
			if (!isPathSeparator(code)) tokens.push(token);
			state.tokens = tokens;
		}
		if (opts.parts === true || opts.tokens === true) {
			let prevIndex;
			for (let idx = 0; idx < slashes.length; idx++) {
				const n = prevIndex !== void 0 ? prevIndex + 1 : start;
				const i = slashes[idx];
				const value = input.slice(n, i);
				if (opts.tokens) {
					if (idx === 0 && start !== 0) {
						tokens[idx].isPrefix = true;
						tokens[idx].value = prefix;
					} else tokens[idx].value = value;
					depth(tokens[idx]);
					state.maxDepth += tokens[idx].depth;
				}
				if (i >= start) {
					parts.push(value);
					prevIndex = i;
				}
			}
			const n = prevIndex !== void 0 ? prevIndex + 1 : start;
			const value = input.slice(n);
			parts.push(value);
			if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
				tokens[tokens.length - 1].value = value;
				depth(tokens[tokens.length - 1]);
				state.maxDepth += tokens[tokens.length - 1].depth;
			}
			state.slashes = slashes;
			state.parts = parts;
		}
		return state;
	};
	module.exports = scan;
}));

// node_modules/picomatch/lib/parse.js
var require_parse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = require_constants();
	const utils = require_utils();
	/**
	* Constants
	*/
	const { MAX_LENGTH, POSIX_REGEX_SOURCE, REGEX_NON_SPECIAL_CHARS, REGEX_SPECIAL_CHARS_BACKREF, REPLACEMENTS } = constants;
	/**
	* Helpers
	*/
	const expandRange = (args, options) => {
		if (typeof options.expandRange === "function") return options.expandRange(...args, options);
		args.sort();
		const value = `[${args.join("-")}]`;
		try {
			new RegExp(value);
		} catch (ex) {
			return args.map((v) => utils.escapeRegex(v)).join("..");
		}
		return value;
	};
	/**
	* Create the message for a syntax error
	*/
	const syntaxError = (type, char) => {
		return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
	};
	const splitTopLevel = (input) => {
		const parts = [];
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let value = "";
		let escaped = false;
		for (const ch of input) {
			if (escaped === true) {
				value += ch;
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				value += ch;
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				value += ch;
				continue;
			}
			if (quote === 0) {
				if (ch === "[") bracket++;
				else if (ch === "]" && bracket > 0) bracket--;
				else if (bracket === 0) {
					if (ch === "(") paren++;
					else if (ch === ")" && paren > 0) paren--;
					else if (ch === "|" && paren === 0) {
						parts.push(value);
						value = "";
						continue;
					}
				}
			}
			value += ch;
		}
		parts.push(value);
		return parts;
	};
	const isPlainBranch = (branch) => {
		let escaped = false;
		for (const ch of branch) {
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (/[?*+@!()[\]{}]/.test(ch)) return false;
		}
		return true;
	};
	const normalizeSimpleBranch = (branch) => {
		let value = branch.trim();
		let changed = true;
		while (changed === true) {
			changed = false;
			if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
				value = value.slice(2, -1);
				changed = true;
			}
		}
		if (!isPlainBranch(value)) return;
		return value.replace(/\\(.)/g, "$1");
	};
	const hasRepeatedCharPrefixOverlap = (branches) => {
		const values = branches.map(normalizeSimpleBranch).filter(Boolean);
		for (let i = 0; i < values.length; i++) for (let j = i + 1; j < values.length; j++) {
			const a = values[i];
			const b = values[j];
			const char = a[0];
			if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) continue;
			if (a === b || a.startsWith(b) || b.startsWith(a)) return true;
		}
		return false;
	};
	const parseRepeatedExtglob = (pattern, requireEnd = true) => {
		if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") return;
		let bracket = 0;
		let paren = 0;
		let quote = 0;
		let escaped = false;
		for (let i = 1; i < pattern.length; i++) {
			const ch = pattern[i];
			if (escaped === true) {
				escaped = false;
				continue;
			}
			if (ch === "\\") {
				escaped = true;
				continue;
			}
			if (ch === "\"") {
				quote = quote === 1 ? 0 : 1;
				continue;
			}
			if (quote === 1) continue;
			if (ch === "[") {
				bracket++;
				continue;
			}
			if (ch === "]" && bracket > 0) {
				bracket--;
				continue;
			}
			if (bracket > 0) continue;
			if (ch === "(") {
				paren++;
				continue;
			}
			if (ch === ")") {
				paren--;
				if (paren === 0) {
					if (requireEnd === true && i !== pattern.length - 1) return;
					return {
						type: pattern[0],
						body: pattern.slice(2, i),
						end: i
					};
				}
			}
		}
	};
	const buildCharClassStar = (chars) => {
		return `${chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`}*`;
	};
	const getStarExtglobSequenceChars = (pattern) => {
		let index = 0;
		const chars = [];
		while (index < pattern.length) {
			const match = parseRepeatedExtglob(pattern.slice(index), false);
			if (!match || match.type !== "*") return;
			const branches = splitTopLevel(match.body).map((branch) => branch.trim());
			if (branches.length !== 1) return;
			const branch = normalizeSimpleBranch(branches[0]);
			if (!branch || branch.length !== 1) return;
			chars.push(branch);
			index += match.end + 1;
		}
		if (chars.length < 1) return;
		return chars;
	};
	const repeatedExtglobRecursion = (pattern) => {
		let depth = 0;
		let value = pattern.trim();
		let match = parseRepeatedExtglob(value);
		while (match) {
			depth++;
			value = match.body.trim();
			match = parseRepeatedExtglob(value);
		}
		return depth;
	};
	const analyzeRepeatedExtglob = (body, options) => {
		if (options.maxExtglobRecursion === false) return { risky: false };
		const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
		const branches = splitTopLevel(body).map((branch) => branch.trim());
		if (branches.length > 1) {
			if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) return { risky: true };
		}
		const safeChars = [];
		let sawStarSequence = false;
		let combinable = true;
		for (const branch of branches) {
			const chars = getStarExtglobSequenceChars(branch);
			if (chars) {
				sawStarSequence = true;
				safeChars.push(...chars);
				continue;
			}
			const literal = normalizeSimpleBranch(branch);
			if (literal && literal.length === 1) {
				safeChars.push(literal);
				continue;
			}
			combinable = false;
			if (repeatedExtglobRecursion(branch) > max) return { risky: true };
		}
		if (sawStarSequence) return combinable ? {
			risky: true,
			safeOutput: buildCharClassStar([...new Set(safeChars)])
		} : { risky: true };
		return { risky: false };
	};
	/**
	* Parse the given input string.
	* @param {String} input
	* @param {Object} options
	* @return {Object}
	*/
	const parse = (input, options) => {
		if (typeof input !== "string") throw new TypeError("Expected a string");
		input = REPLACEMENTS[input] || input;
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		let len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		const bos = {
			type: "bos",
			value: "",
			output: opts.prepend || ""
		};
		const tokens = [bos];
		const capture = opts.capture ? "" : "?:";
		const PLATFORM_CHARS = constants.globChars(opts.windows);
		const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
		const { DOT_LITERAL, PLUS_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOT_SLASH, NO_DOTS_SLASH, QMARK, QMARK_NO_DOT, STAR, START_ANCHOR } = PLATFORM_CHARS;
		const globstar = (opts) => {
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const nodot = opts.dot ? "" : NO_DOT;
		const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
		let star = opts.bash === true ? globstar(opts) : STAR;
		if (opts.capture) star = `(${star})`;
		if (typeof opts.noext === "boolean") opts.noextglob = opts.noext;
		const state = {
			input,
			index: -1,
			start: 0,
			dot: opts.dot === true,
			consumed: "",
			output: "",
			prefix: "",
			backtrack: false,
			negated: false,
			brackets: 0,
			braces: 0,
			parens: 0,
			quotes: 0,
			globstar: false,
			tokens
		};
		input = utils.removePrefix(input, state);
		len = input.length;
		const extglobs = [];
		const braces = [];
		const stack = [];
		let prev = bos;
		let value;
		/**
		* Tokenizing helpers
		*/
		const eos = () => state.index === len - 1;
		const peek = state.peek = (n = 1) => input[state.index + n];
		const advance = state.advance = () => input[++state.index] || "";
		const remaining = () => input.slice(state.index + 1);
		const consume = (value = "", num = 0) => {
			state.consumed += value;
			state.index += num;
		};
		const append = (token) => {
			state.output += token.output != null ? token.output : token.value;
			consume(token.value);
		};
		const negate = () => {
			let count = 1;
			while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
				advance();
				state.start++;
				count++;
			}
			if (count % 2 === 0) return false;
			state.negated = true;
			state.start++;
			return true;
		};
		const increment = (type) => {
			state[type]++;
			stack.push(type);
		};
		const decrement = (type) => {
			state[type]--;
			stack.pop();
		};
		/**
		* Push tokens onto the tokens array. This helper speeds up
		* tokenizing by 1) helping us avoid backtracking as much as possible,
		* and 2) helping us avoid creating extra tokens when consecutive
		* characters are plain text. This improves performance and simplifies
		* lookbehinds.
		*/
		const push = (tok) => {
			if (prev.type === "globstar") {
				const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
				const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
				if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
					state.output = state.output.slice(0, -prev.output.length);
					prev.type = "star";
					prev.value = "*";
					prev.output = star;
					state.output += prev.output;
				}
			}
			if (extglobs.length && tok.type !== "paren") extglobs[extglobs.length - 1].inner += tok.value;
			if (tok.value || tok.output) append(tok);
			if (prev && prev.type === "text" && tok.type === "text") {
				prev.output = (prev.output || prev.value) + tok.value;
				prev.value += tok.value;
				return;
			}
			tok.prev = prev;
			tokens.push(tok);
			prev = tok;
		};
		const extglobOpen = (type, value) => {
			const token = {
				...EXTGLOB_CHARS[value],
				conditions: 1,
				inner: ""
			};
			token.prev = prev;
			token.parens = state.parens;
			token.output = state.output;
			token.startIndex = state.index;
			token.tokensIndex = tokens.length;
			const output = (opts.capture ? "(" : "") + token.open;
			increment("parens");
			push({
				type,
				value,
				output: state.output ? "" : ONE_CHAR
			});
			push({
				type: "paren",
				extglob: true,
				value: advance(),
				output
			});
			extglobs.push(token);
		};
		const extglobClose = (token) => {
			const literal = input.slice(token.startIndex, state.index + 1);
			const body = input.slice(token.startIndex + 2, state.index);
			const analysis = analyzeRepeatedExtglob(body, opts);
			if ((token.type === "plus" || token.type === "star") && analysis.risky) {
				const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
				const open = tokens[token.tokensIndex];
				open.type = "text";
				open.value = literal;
				open.output = safeOutput || utils.escapeRegex(literal);
				for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
					tokens[i].value = "";
					tokens[i].output = "";
					delete tokens[i].suffix;
				}
				state.output = token.output + open.output;
				state.backtrack = true;
				push({
					type: "paren",
					extglob: true,
					value,
					output: ""
				});
				decrement("parens");
				return;
			}
			let output = token.close + (opts.capture ? ")" : "");
			let rest;
			if (token.type === "negate") {
				let extglobStar = star;
				if (token.inner && token.inner.length > 1 && token.inner.includes("/")) extglobStar = globstar(opts);
				if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) output = token.close = `)$))${extglobStar}`;
				if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) output = token.close = `)${parse(rest, {
					...options,
					fastpaths: false
				}).output})${extglobStar})`;
				if (token.prev.type === "bos") state.negatedExtglob = true;
			}
			push({
				type: "paren",
				extglob: true,
				value,
				output
			});
			decrement("parens");
		};
		/**
		* Fast paths
		*/
		if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
			let backslashes = false;
			let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
				if (first === "\\") {
					backslashes = true;
					return m;
				}
				if (first === "?") {
					if (esc) return esc + first + (rest ? QMARK.repeat(rest.length) : "");
					if (index === 0) return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
					return QMARK.repeat(chars.length);
				}
				if (first === ".") return DOT_LITERAL.repeat(chars.length);
				if (first === "*") {
					if (esc) return esc + first + (rest ? star : "");
					return star;
				}
				return esc ? m : `\\${m}`;
			});
			if (backslashes === true) {
				if (opts.unescape === true) output = output.replace(/\\/g, "");
				else output = output.replace(/\\+/g, (m) => {
					return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
				});
			}
			if (output === input && opts.contains === true) {
				state.output = input;
				return state;
			}
			state.output = utils.wrapOutput(output, state, options);
			return state;
		}
		/**
		* Tokenize input until we reach end-of-string
		*/
		while (!eos()) {
			value = advance();
			if (value === "\0") continue;
			/**
			* Escaped characters
			*/
			if (value === "\\") {
				const next = peek();
				if (next === "/" && opts.bash !== true) continue;
				if (next === "." || next === ";") continue;
				if (!next) {
					value += "\\";
					push({
						type: "text",
						value
					});
					continue;
				}
				const match = /^\\+/.exec(remaining());
				let slashes = 0;
				if (match && match[0].length > 2) {
					slashes = match[0].length;
					state.index += slashes;
					if (slashes % 2 !== 0) value += "\\";
				}
				if (opts.unescape === true) value = advance();
				else value += advance();
				if (state.brackets === 0) {
					push({
						type: "text",
						value
					});
					continue;
				}
			}
			/**
			* If we're inside a regex character class, continue
			* until we reach the closing bracket.
			*/
			if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
				if (opts.posix !== false && value === ":") {
					const inner = prev.value.slice(1);
					if (inner.includes("[")) {
						prev.posix = true;
						if (inner.includes(":")) {
							const idx = prev.value.lastIndexOf("[");
							const pre = prev.value.slice(0, idx);
							const rest = prev.value.slice(idx + 2);
							const posix = POSIX_REGEX_SOURCE[rest];
							if (posix) {
								prev.value = pre + posix;
								state.backtrack = true;
								advance();
								if (!bos.output && tokens.indexOf(prev) === 1) bos.output = ONE_CHAR;
								continue;
							}
						}
					}
				}
				if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") value = `\\${value}`;
				if (value === "]" && (prev.value === "[" || prev.value === "[^")) value = `\\${value}`;
				if (opts.posix === true && value === "!" && prev.value === "[") value = "^";
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* If we're inside a quoted string, continue
			* until we reach the closing double quote.
			*/
			if (state.quotes === 1 && value !== "\"") {
				value = utils.escapeRegex(value);
				prev.value += value;
				append({ value });
				continue;
			}
			/**
			* Double quotes
			*/
			if (value === "\"") {
				state.quotes = state.quotes === 1 ? 0 : 1;
				if (opts.keepQuotes === true) push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Parentheses
			*/
			if (value === "(") {
				increment("parens");
				push({
					type: "paren",
					value
				});
				continue;
			}
			if (value === ")") {
				if (state.parens === 0 && opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "("));
				const extglob = extglobs[extglobs.length - 1];
				if (extglob && state.parens === extglob.parens + 1) {
					extglobClose(extglobs.pop());
					continue;
				}
				push({
					type: "paren",
					value,
					output: state.parens ? ")" : "\\)"
				});
				decrement("parens");
				continue;
			}
			/**
			* Square brackets
			*/
			if (value === "[") {
				if (opts.nobracket === true || !remaining().includes("]")) {
					if (opts.nobracket !== true && opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
					value = `\\${value}`;
				} else increment("brackets");
				push({
					type: "bracket",
					value
				});
				continue;
			}
			if (value === "]") {
				if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				if (state.brackets === 0) {
					if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("opening", "["));
					push({
						type: "text",
						value,
						output: `\\${value}`
					});
					continue;
				}
				decrement("brackets");
				const prevValue = prev.value.slice(1);
				if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) value = `/${value}`;
				prev.value += value;
				append({ value });
				if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) continue;
				const escaped = utils.escapeRegex(prev.value);
				state.output = state.output.slice(0, -prev.value.length);
				if (opts.literalBrackets === true) {
					state.output += escaped;
					prev.value = escaped;
					continue;
				}
				prev.value = `(${capture}${escaped}|${prev.value})`;
				state.output += prev.value;
				continue;
			}
			/**
			* Braces
			*/
			if (value === "{" && opts.nobrace !== true) {
				increment("braces");
				const open = {
					type: "brace",
					value,
					output: "(",
					outputIndex: state.output.length,
					tokensIndex: state.tokens.length
				};
				braces.push(open);
				push(open);
				continue;
			}
			if (value === "}") {
				const brace = braces[braces.length - 1];
				if (opts.nobrace === true || !brace) {
					push({
						type: "text",
						value,
						output: value
					});
					continue;
				}
				let output = ")";
				if (brace.dots === true) {
					const arr = tokens.slice();
					const range = [];
					for (let i = arr.length - 1; i >= 0; i--) {
						tokens.pop();
						if (arr[i].type === "brace") break;
						if (arr[i].type !== "dots") range.unshift(arr[i].value);
					}
					output = expandRange(range, opts);
					state.backtrack = true;
				}
				if (brace.comma !== true && brace.dots !== true) {
					const out = state.output.slice(0, brace.outputIndex);
					const toks = state.tokens.slice(brace.tokensIndex);
					brace.value = brace.output = "\\{";
					value = output = "\\}";
					state.output = out;
					for (const t of toks) state.output += t.output || t.value;
				}
				push({
					type: "brace",
					value,
					output
				});
				decrement("braces");
				braces.pop();
				continue;
			}
			/**
			* Pipes
			*/
			if (value === "|") {
				if (extglobs.length > 0) extglobs[extglobs.length - 1].conditions++;
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Commas
			*/
			if (value === ",") {
				let output = value;
				const brace = braces[braces.length - 1];
				if (brace && stack[stack.length - 1] === "braces") {
					brace.comma = true;
					output = "|";
				}
				push({
					type: "comma",
					value,
					output
				});
				continue;
			}
			/**
			* Slashes
			*/
			if (value === "/") {
				if (prev.type === "dot" && state.index === state.start + 1) {
					state.start = state.index + 1;
					state.consumed = "";
					state.output = "";
					tokens.pop();
					prev = bos;
					continue;
				}
				push({
					type: "slash",
					value,
					output: SLASH_LITERAL
				});
				continue;
			}
			/**
			* Dots
			*/
			if (value === ".") {
				if (state.braces > 0 && prev.type === "dot") {
					if (prev.value === ".") prev.output = DOT_LITERAL;
					const brace = braces[braces.length - 1];
					prev.type = "dots";
					prev.output += value;
					prev.value += value;
					brace.dots = true;
					continue;
				}
				if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
					push({
						type: "text",
						value,
						output: DOT_LITERAL
					});
					continue;
				}
				push({
					type: "dot",
					value,
					output: DOT_LITERAL
				});
				continue;
			}
			/**
			* Question marks
			*/
			if (value === "?") {
				if (!(prev && prev.value === "(") && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("qmark", value);
					continue;
				}
				if (prev && prev.type === "paren") {
					const next = peek();
					let output = value;
					if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) output = `\\${value}`;
					push({
						type: "text",
						value,
						output
					});
					continue;
				}
				if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
					push({
						type: "qmark",
						value,
						output: QMARK_NO_DOT
					});
					continue;
				}
				push({
					type: "qmark",
					value,
					output: QMARK
				});
				continue;
			}
			/**
			* Exclamation
			*/
			if (value === "!") {
				if (opts.noextglob !== true && peek() === "(") {
					if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
						extglobOpen("negate", value);
						continue;
					}
				}
				if (opts.nonegate !== true && state.index === 0) {
					negate();
					continue;
				}
			}
			/**
			* Plus
			*/
			if (value === "+") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					extglobOpen("plus", value);
					continue;
				}
				if (prev && prev.value === "(" || opts.regex === false) {
					push({
						type: "plus",
						value,
						output: PLUS_LITERAL
					});
					continue;
				}
				if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
					push({
						type: "plus",
						value
					});
					continue;
				}
				push({
					type: "plus",
					value: PLUS_LITERAL
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value === "@") {
				if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
					push({
						type: "at",
						extglob: true,
						value,
						output: ""
					});
					continue;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Plain text
			*/
			if (value !== "*") {
				if (value === "$" || value === "^") value = `\\${value}`;
				const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
				if (match) {
					value += match[0];
					state.index += match[0].length;
				}
				push({
					type: "text",
					value
				});
				continue;
			}
			/**
			* Stars
			*/
			if (prev && (prev.type === "globstar" || prev.star === true)) {
				prev.type = "star";
				prev.star = true;
				prev.value += value;
				prev.output = star;
				state.backtrack = true;
				state.globstar = true;
				consume(value);
				continue;
			}
			let rest = remaining();
			if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
				extglobOpen("star", value);
				continue;
			}
			if (prev.type === "star") {
				if (opts.noglobstar === true) {
					consume(value);
					continue;
				}
				const prior = prev.prev;
				const before = prior.prev;
				const isStart = prior.type === "slash" || prior.type === "bos";
				const afterStar = before && (before.type === "star" || before.type === "globstar");
				if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
				const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
				if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
					push({
						type: "star",
						value,
						output: ""
					});
					continue;
				}
				while (rest.slice(0, 3) === "/**") {
					const after = input[state.index + 4];
					if (after && after !== "/") break;
					rest = rest.slice(3);
					consume("/**", 3);
				}
				const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
				if (prior.type === "bos" && eos()) {
					prev.type = "globstar";
					prev.value += value;
					prev.output = globstar(opts);
					state.output = prev.output;
					state.globstar = true;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
					prev.value += value;
					state.globstar = true;
					state.output += prior.output + prev.output;
					consume(value);
					continue;
				}
				if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
					const end = rest[1] !== void 0 ? "|$" : "";
					state.output = state.output.slice(0, -(prior.output + prev.output).length);
					prior.output = `(?:${prior.output}`;
					prev.type = "globstar";
					prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
					prev.value += value;
					state.output += prior.output + prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				if (prior.type === "bos" && rest[0] === "/") {
					prev.type = "globstar";
					prev.value += value;
					prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
					state.output = prev.output;
					state.globstar = true;
					consume(value + advance());
					push({
						type: "slash",
						value: "/",
						output: ""
					});
					continue;
				}
				state.output = state.output.slice(0, -prev.output.length);
				prev.type = "globstar";
				prev.output = globstar(opts);
				prev.value += value;
				state.output += prev.output;
				state.globstar = true;
				consume(value);
				continue;
			}
			const token = {
				type: "star",
				value,
				output: star
			};
			if (opts.bash === true) {
				token.output = ".*?";
				if (prev.type === "bos" || prev.type === "slash") token.output = nodot + token.output;
				push(token);
				continue;
			}
			if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
				token.output = value;
				push(token);
				continue;
			}
			if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
				if (prev.type === "dot") {
					state.output += NO_DOT_SLASH;
					prev.output += NO_DOT_SLASH;
				} else if (opts.dot === true) {
					state.output += NO_DOTS_SLASH;
					prev.output += NO_DOTS_SLASH;
				} else {
					state.output += nodot;
					prev.output += nodot;
				}
				if (peek() !== "*") {
					state.output += ONE_CHAR;
					prev.output += ONE_CHAR;
				}
			}
			push(token);
		}
		while (state.brackets > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
			state.output = utils.escapeLast(state.output, "[");
			decrement("brackets");
		}
		while (state.parens > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
			state.output = utils.escapeLast(state.output, "(");
			decrement("parens");
		}
		while (state.braces > 0) {
			if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
			state.output = utils.escapeLast(state.output, "{");
			decrement("braces");
		}
		if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) push({
			type: "maybe_slash",
			value: "",
			output: `${SLASH_LITERAL}?`
		});
		if (state.backtrack === true) {
			state.output = "";
			for (const token of state.tokens) {
				state.output += token.output != null ? token.output : token.value;
				if (token.suffix) state.output += token.suffix;
			}
		}
		return state;
	};
	/**
	* Fast paths for creating regular expressions for common glob patterns.
	* This can significantly speed up processing and has very little downside
	* impact when none of the fast paths match.
	*/
	parse.fastpaths = (input, options) => {
		const opts = { ...options };
		const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
		const len = input.length;
		if (len > max) throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
		input = REPLACEMENTS[input] || input;
		const { DOT_LITERAL, SLASH_LITERAL, ONE_CHAR, DOTS_SLASH, NO_DOT, NO_DOTS, NO_DOTS_SLASH, STAR, START_ANCHOR } = constants.globChars(opts.windows);
		const nodot = opts.dot ? NO_DOTS : NO_DOT;
		const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
		const capture = opts.capture ? "" : "?:";
		const state = {
			negated: false,
			prefix: ""
		};
		let star = opts.bash === true ? ".*?" : STAR;
		if (opts.capture) star = `(${star})`;
		const globstar = (opts) => {
			if (opts.noglobstar === true) return star;
			return `(${capture}(?:(?!${START_ANCHOR}${opts.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
		};
		const create = (str) => {
			switch (str) {
				case "*": return `${nodot}${ONE_CHAR}${star}`;
				case ".*": return `${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*.*": return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "*/*": return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
				case "**": return nodot + globstar(opts);
				case "**/*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
				case "**/*.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
				case "**/.*": return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
				default: {
					const match = /^(.*?)\.(\w+)$/.exec(str);
					if (!match) return;
					const source = create(match[1]);
					if (!source) return;
					return source + DOT_LITERAL + match[2];
				}
			}
		};
		let source = create(utils.removePrefix(input, state));
		if (source && opts.strictSlashes !== true) source += `${SLASH_LITERAL}?`;
		return source;
	};
	module.exports = parse;
}));

// node_modules/picomatch/lib/picomatch.js
var require_picomatch$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const scan = require_scan();
	const parse = require_parse();
	const utils = require_utils();
	const constants = require_constants();
	const isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
	/**
	* Creates a matcher function from one or more glob patterns. The
	* returned function takes a string to match as its first argument,
	* and returns true if the string is a match. The returned matcher
	* function also takes a boolean as the second argument that, when true,
	* returns an object with additional information.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch(glob[, options]);
	*
	* const isMatch = picomatch('*.!(*a)');
	* console.log(isMatch('a.a')); //=> false
	* console.log(isMatch('a.b')); //=> true
	*
	* // For environments without `node.js`, `picomatch/posix` provides you a dependency-free matcher, without automatic OS detection.
	* const picomatch = require('picomatch/posix');
	* // the same API, defaulting to posix paths
	* const isMatch = picomatch('a/*');
	* console.log(isMatch('a\\b')); //=> false
	* console.log(isMatch('a/b')); //=> true
	*
	* // you can still configure the matcher function to accept windows paths
	* const isMatch = picomatch('a/*', { options: windows });
	* console.log(isMatch('a\\b')); //=> true
	* console.log(isMatch('a/b')); //=> true
	* ```
	* @name picomatch
	* @param {String|Array} `globs` One or more glob patterns.
	* @param {Object=} `options`
	* @return {Function=} Returns a matcher function.
	* @api public
	*/
	const picomatch = (glob, options, returnState = false) => {
		if (Array.isArray(glob)) {
			const fns = glob.map((input) => picomatch(input, options, returnState));
			const arrayMatcher = (str) => {
				for (const isMatch of fns) {
					const state = isMatch(str);
					if (state) return state;
				}
				return false;
			};
			return arrayMatcher;
		}
		const isState = isObject(glob) && glob.tokens && glob.input;
		if (glob === "" || typeof glob !== "string" && !isState) throw new TypeError("Expected pattern to be a non-empty string");
		const opts = options || {};
		const posix = opts.windows;
		const regex = isState ? picomatch.compileRe(glob, options) : picomatch.makeRe(glob, options, false, true);
		const state = regex.state;
		delete regex.state;
		let isIgnored = () => false;
		if (opts.ignore) {
			const ignoreOpts = {
				...options,
				ignore: null,
				onMatch: null,
				onResult: null
			};
			isIgnored = picomatch(opts.ignore, ignoreOpts, returnState);
		}
		const matcher = (input, returnObject = false) => {
			const { isMatch, match, output } = picomatch.test(input, regex, options, {
				glob,
				posix
			});
			const result = {
				glob,
				state,
				regex,
				posix,
				input,
				output,
				match,
				isMatch
			};
			if (typeof opts.onResult === "function") opts.onResult(result);
			if (isMatch === false) {
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (isIgnored(input)) {
				if (typeof opts.onIgnore === "function") opts.onIgnore(result);
				result.isMatch = false;
				return returnObject ? result : false;
			}
			if (typeof opts.onMatch === "function") opts.onMatch(result);
			return returnObject ? result : true;
		};
		if (returnState) matcher.state = state;
		return matcher;
	};
	/**
	* Test `input` with the given `regex`. This is used by the main
	* `picomatch()` function to test the input string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.test(input, regex[, options]);
	*
	* console.log(picomatch.test('foo/bar', /^(?:([^/]*?)\/([^/]*?))$/));
	* // { isMatch: true, match: [ 'foo/', 'foo', 'bar' ], output: 'foo/bar' }
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp} `regex`
	* @return {Object} Returns an object with matching info.
	* @api public
	*/
	picomatch.test = (input, regex, options, { glob, posix } = {}) => {
		if (typeof input !== "string") throw new TypeError("Expected input to be a string");
		if (input === "") return {
			isMatch: false,
			output: ""
		};
		const opts = options || {};
		const format = opts.format || (posix ? utils.toPosixSlashes : null);
		let match = input === glob;
		let output = match && format ? format(input) : input;
		if (match === false) {
			output = format ? format(input) : input;
			match = output === glob;
		}
		if (match === false || opts.capture === true) {
			if (opts.matchBase === true || opts.basename === true) match = picomatch.matchBase(input, regex, options, posix);
			else match = regex.exec(output);
		}
		return {
			isMatch: Boolean(match),
			match,
			output
		};
	};
	/**
	* Match the basename of a filepath.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.matchBase(input, glob[, options]);
	* console.log(picomatch.matchBase('foo/bar.js', '*.js'); // true
	* ```
	* @param {String} `input` String to test.
	* @param {RegExp|String} `glob` Glob pattern or regex created by [.makeRe](#makeRe).
	* @return {Boolean}
	* @api public
	*/
	picomatch.matchBase = (input, glob, options, posix = options && options.windows) => {
		return (glob instanceof RegExp ? glob : picomatch.makeRe(glob, options)).test(utils.basename(input, { windows: posix }));
	};
	/**
	* Returns true if **any** of the given glob `patterns` match the specified `string`.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.isMatch(string, patterns[, options]);
	*
	* console.log(picomatch.isMatch('a.a', ['b.*', '*.a'])); //=> true
	* console.log(picomatch.isMatch('a.a', 'b.*')); //=> false
	* ```
	* @param {String|Array} str The string to test.
	* @param {String|Array} patterns One or more glob patterns to use for matching.
	* @param {Object} [options] See available [options](#options).
	* @return {Boolean} Returns true if any patterns match `str`
	* @api public
	*/
	picomatch.isMatch = (str, patterns, options) => picomatch(patterns, options)(str);
	/**
	* Parse a glob pattern to create the source string for a regular
	* expression.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const result = picomatch.parse(pattern[, options]);
	* ```
	* @param {String} `pattern`
	* @param {Object} `options`
	* @return {Object} Returns an object with useful properties and output to be used as a regex source string.
	* @api public
	*/
	picomatch.parse = (pattern, options) => {
		if (Array.isArray(pattern)) return pattern.map((p) => picomatch.parse(p, options));
		return parse(pattern, {
			...options,
			fastpaths: false
		});
	};
	/**
	* Scan a glob pattern to separate the pattern into segments.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.scan(input[, options]);
	*
	* const result = picomatch.scan('!./foo/*.js');
	* console.log(result);
	* { prefix: '!./',
	*   input: '!./foo/*.js',
	*   start: 3,
	*   base: 'foo',
	*   glob: '*.js',
	*   isBrace: false,
	*   isBracket: false,
	*   isGlob: true,
	*   isExtglob: false,
	*   isGlobstar: false,
	*   negated: true }
	* ```
	* @param {String} `input` Glob pattern to scan.
	* @param {Object} `options`
	* @return {Object} Returns an object with
	* @api public
	*/
	picomatch.scan = (input, options) => scan(input, options);
	/**
	* Compile a regular expression from the `state` object returned by the
	* [parse()](#parse) method.
	*
	* ```js
	* const picomatch = require('picomatch');
	* const state = picomatch.parse('*.js');
	* // picomatch.compileRe(state[, options]);
	*
	* console.log(picomatch.compileRe(state));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {Object} `state`
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Intended for implementors, this argument allows you to return the raw output from the parser.
	* @param {Boolean} `returnState` Adds the state to a `state` property on the returned regex. Useful for implementors and debugging.
	* @return {RegExp}
	* @api public
	*/
	picomatch.compileRe = (state, options, returnOutput = false, returnState = false) => {
		if (returnOutput === true) return state.output;
		const opts = options || {};
		const prepend = opts.contains ? "" : "^";
		const append = opts.contains ? "" : "$";
		let source = `${prepend}(?:${state.output})${append}`;
		if (state && state.negated === true) source = `^(?!${source}).*$`;
		const regex = picomatch.toRegex(source, options);
		if (returnState === true) regex.state = state;
		return regex;
	};
	/**
	* Create a regular expression from a parsed glob pattern.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.makeRe(state[, options]);
	*
	* const result = picomatch.makeRe('*.js');
	* console.log(result);
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `state` The object returned from the `.parse` method.
	* @param {Object} `options`
	* @param {Boolean} `returnOutput` Implementors may use this argument to return the compiled output, instead of a regular expression. This is not exposed on the options to prevent end-users from mutating the result.
	* @param {Boolean} `returnState` Implementors may use this argument to return the state from the parsed glob with the returned regular expression.
	* @return {RegExp} Returns a regex created from the given pattern.
	* @api public
	*/
	picomatch.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
		if (!input || typeof input !== "string") throw new TypeError("Expected a non-empty string");
		let parsed = {
			negated: false,
			fastpaths: true
		};
		if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) parsed.output = parse.fastpaths(input, options);
		if (!parsed.output) parsed = parse(input, options);
		return picomatch.compileRe(parsed, options, returnOutput, returnState);
	};
	/**
	* Create a regular expression from the given regex source string.
	*
	* ```js
	* const picomatch = require('picomatch');
	* // picomatch.toRegex(source[, options]);
	*
	* const { output } = picomatch.parse('*.js');
	* console.log(picomatch.toRegex(output));
	* //=> /^(?:(?!\.)(?=.)[^/]*?\.js)$/
	* ```
	* @param {String} `source` Regular expression source string.
	* @param {Object} `options`
	* @return {RegExp}
	* @api public
	*/
	picomatch.toRegex = (source, options) => {
		try {
			const opts = options || {};
			return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
		} catch (err) {
			if (options && options.debug === true) throw err;
			return /$^/;
		}
	};
	/**
	* Picomatch constants.
	* @return {Object}
	*/
	picomatch.constants = constants;
	/**
	* Expose "picomatch"
	*/
	module.exports = picomatch;
}));

// node_modules/picomatch/index.js
var require_picomatch = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const pico = require_picomatch$1();
	const utils = require_utils();
	function picomatch(glob, options, returnState = false) {
		if (options && (options.windows === null || options.windows === void 0)) options = {
			...options,
			windows: utils.isWindows()
		};
		return pico(glob, options, returnState);
	}
	Object.assign(picomatch, pico);
	module.exports = picomatch;
}));

// node_modules/tinyglobby/dist/index.mjs
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
const isReadonlyArray = Array.isArray;
const BACKSLASHES = /\\/g;
const DRIVE_RELATIVE_PATH = /^[A-Za-z]:$/;
const isWin = process.platform === "win32";
const ONLY_PARENT_DIRECTORIES = /^(\/?\.\.)+$/;
function getPartialMatcher(patterns, options = {}) {
	const patternsCount = patterns.length;
	const patternsParts = Array(patternsCount);
	const matchers = Array(patternsCount);
	let i, j;
	for (i = 0; i < patternsCount; i++) {
		const parts = splitPattern(patterns[i]);
		patternsParts[i] = parts;
		const partsCount = parts.length;
		const partMatchers = Array(partsCount);
		for (j = 0; j < partsCount; j++) partMatchers[j] = (0, import_picomatch.default)(parts[j], options);
		matchers[i] = partMatchers;
	}
	return (input) => {
		const inputParts = input.split("/");
		if (inputParts[0] === ".." && ONLY_PARENT_DIRECTORIES.test(input)) return true;
		for (i = 0; i < patternsCount; i++) {
			const patternParts = patternsParts[i];
			const matcher = matchers[i];
			const inputPatternCount = inputParts.length;
			const minParts = Math.min(inputPatternCount, patternParts.length);
			j = 0;
			while (j < minParts) {
				const part = patternParts[j];
				if (part.includes("/")) return true;
				if (!matcher[j](inputParts[j])) break;
				if (!options.noglobstar && part === "**") return true;
				j++;
			}
			if (j === inputPatternCount) return true;
		}
		return false;
	};
}
/* node:coverage ignore next 2 */
const WIN32_ROOT_DIR = /^[A-Z]:\/$/i;
const isRoot = isWin ? (p) => WIN32_ROOT_DIR.test(p) : (p) => p === "/";
function buildFormat(cwd, root, absolute) {
	if (cwd === root || root.startsWith(`${cwd}/`)) {
		if (absolute) {
			const start = cwd.length + +!isRoot(cwd);
			return (p, isDir) => p.slice(start, isDir ? -1 : void 0) || ".";
		}
		const prefix = root.slice(cwd.length + 1);
		if (prefix) return (p, isDir) => {
			if (p === ".") return prefix;
			const result = `${prefix}/${p}`;
			return isDir ? result.slice(0, -1) : result;
		};
		return (p, isDir) => isDir && p !== "." ? p.slice(0, -1) : p;
	}
	if (absolute) return (p) => posix.relative(cwd, p) || ".";
	return (p) => posix.relative(cwd, `${root}/${p}`) || ".";
}
function buildRelative(cwd, root) {
	if (root.startsWith(`${cwd}/`)) {
		const prefix = root.slice(cwd.length + 1);
		return (p) => `${prefix}/${p}`;
	}
	return (p) => {
		const result = posix.relative(cwd, `${root}/${p}`);
		return p[p.length - 1] === "/" && result !== "" ? `${result}/` : result || ".";
	};
}
function ensureNonDriveRelativePath(path) {
	return path.replace(DRIVE_RELATIVE_PATH, (match) => `${match}/`);
}
const splitPatternOptions = { parts: true };
function splitPattern(path) {
	var _result$parts;
	const result = import_picomatch.default.scan(path, splitPatternOptions);
	return ((_result$parts = result.parts) === null || _result$parts === void 0 ? void 0 : _result$parts.length) ? result.parts : [path];
}
const POSIX_UNESCAPED_GLOB_SYMBOLS = /(?<!\\)([()[\]{}*?|]|^!|[!+@](?=\()|\\(?![()[\]{}!*+?@|]))/g;
const WIN32_UNESCAPED_GLOB_SYMBOLS = /(?<!\\)([()[\]{}]|^!|[!+@](?=\())/g;
const escapePosixPath = (path) => path.replace(POSIX_UNESCAPED_GLOB_SYMBOLS, "\\$&");
const escapeWin32Path = (path) => path.replace(WIN32_UNESCAPED_GLOB_SYMBOLS, "\\$&");
/**
* Escapes a path's special characters depending on the platform.
* @see {@link https://superchupu.dev/tinyglobby/documentation#escapePath}
*/
/* node:coverage ignore next */
const escapePath = isWin ? escapeWin32Path : escapePosixPath;
/**
* Checks if a pattern has dynamic parts.
*
* Has a few minor differences with [`fast-glob`](https://github.com/mrmlnc/fast-glob) for better accuracy:
*
* - Doesn't necessarily return `false` on patterns that include `\`.
* - Returns `true` if the pattern includes parentheses, regardless of them representing one single pattern or not.
* - Returns `true` for unfinished glob extensions i.e. `(h`, `+(h`.
* - Returns `true` for unfinished brace expansions as long as they include `,` or `..`.
*
* @see {@link https://superchupu.dev/tinyglobby/documentation#isDynamicPattern}
*/
function isDynamicPattern(pattern, options) {
	if ((options === null || options === void 0 ? void 0 : options.caseSensitiveMatch) === false) return true;
	const scan = import_picomatch.default.scan(pattern);
	return scan.isGlob || scan.negated;
}
function log(...tasks) {
	console.log(`[tinyglobby ${(/* @__PURE__ */ new Date()).toLocaleTimeString("es")}]`, ...tasks);
}
function ensureStringArray(value) {
	return typeof value === "string" ? [value] : value !== null && value !== void 0 ? value : [];
}
const PARENT_DIRECTORY = /^(\/?\.\.)+/;
const ESCAPING_BACKSLASHES = /\\(?=[()[\]{}!*+?@|])/g;
function normalizePattern(pattern, opts, props, isIgnore) {
	var _PARENT_DIRECTORY$exe;
	const cwd = opts.cwd;
	let result = pattern;
	if (pattern[pattern.length - 1] === "/") result = pattern.slice(0, -1);
	if (result[result.length - 1] !== "*" && opts.expandDirectories) result += "/**";
	const escapedCwd = escapePath(cwd);
	result = isAbsolute(result.replace(ESCAPING_BACKSLASHES, "")) ? posix.relative(escapedCwd, result) : posix.normalize(result);
	const parentDir = (_PARENT_DIRECTORY$exe = PARENT_DIRECTORY.exec(result)) === null || _PARENT_DIRECTORY$exe === void 0 ? void 0 : _PARENT_DIRECTORY$exe[0];
	const parts = splitPattern(result);
	if (parentDir) {
		const n = (parentDir.length + 1) / 3;
		let i = 0;
		const cwdParts = escapedCwd.split("/");
		while (i < n && parts[i + n] === cwdParts[cwdParts.length + i - n]) {
			result = result.slice(0, (n - i - 1) * 3) + result.slice((n - i) * 3 + parts[i + n].length + 1) || ".";
			i++;
		}
		const potentialRoot = posix.join(cwd, parentDir.slice(i * 3));
		if (potentialRoot[0] !== "." && props.root.length > potentialRoot.length) {
			props.root = ensureNonDriveRelativePath(potentialRoot);
			props.depthOffset = -n + i;
		}
	}
	if (!isIgnore && props.depthOffset >= 0) {
		var _props$commonPath;
		(_props$commonPath = props.commonPath) !== null && _props$commonPath !== void 0 || (props.commonPath = parts);
		const newCommonPath = [];
		const length = Math.min(props.commonPath.length, parts.length);
		for (let i = 0; i < length; i++) {
			const part = parts[i];
			if (part === "**" && !parts[i + 1]) {
				newCommonPath.pop();
				break;
			}
			if (i === parts.length - 1 || part !== props.commonPath[i] || isDynamicPattern(part)) break;
			newCommonPath.push(part);
		}
		props.depthOffset = newCommonPath.length;
		props.commonPath = newCommonPath;
		props.root = ensureNonDriveRelativePath(newCommonPath.length > 0 ? posix.join(cwd, ...newCommonPath) : cwd);
	}
	return result;
}
function processPatterns(options, patterns, props) {
	const matchPatterns = [];
	const ignorePatterns = [];
	for (const pattern of options.ignore) {
		if (!pattern) continue;
		if (pattern[0] !== "!" || pattern[1] === "(") ignorePatterns.push(normalizePattern(pattern, options, props, true));
	}
	for (const pattern of patterns) {
		if (!pattern) continue;
		if (pattern[0] !== "!" || pattern[1] === "(") matchPatterns.push(normalizePattern(pattern, options, props, false));
		else if (pattern[1] !== "!" || pattern[2] === "(") ignorePatterns.push(normalizePattern(pattern.slice(1), options, props, true));
	}
	return {
		match: matchPatterns,
		ignore: ignorePatterns
	};
}
function buildCrawler(options, patterns) {
	const cwd = options.cwd;
	const props = {
		root: cwd,
		depthOffset: 0
	};
	const processed = processPatterns(options, patterns, props);
	if (options.debug) log("internal processing patterns:", processed);
	const { absolute, caseSensitiveMatch, debug, dot, followSymbolicLinks, onlyDirectories } = options;
	const root = props.root.replace(BACKSLASHES, "");
	const matchOptions = {
		dot,
		nobrace: options.braceExpansion === false,
		nocase: !caseSensitiveMatch,
		noextglob: options.extglob === false,
		noglobstar: options.globstar === false,
		posix: true
	};
	const matcher = (0, import_picomatch.default)(processed.match, matchOptions);
	const ignore = (0, import_picomatch.default)(processed.ignore, matchOptions);
	const partialMatcher = getPartialMatcher(processed.match, matchOptions);
	const format = buildFormat(cwd, root, absolute);
	const excludeFormatter = absolute ? format : buildFormat(cwd, root, true);
	const excludePredicate = (_, p) => {
		const relativePath = excludeFormatter(p, true);
		return relativePath !== "." && !partialMatcher(relativePath) || ignore(relativePath);
	};
	let maxDepth;
	if (options.deep !== void 0) maxDepth = Math.round(options.deep - props.depthOffset);
	const crawler = new Builder({
		filters: [debug ? (p, isDirectory) => {
			const path = format(p, isDirectory);
			const matches = matcher(path) && !ignore(path);
			if (matches) log(`matched ${path}`);
			return matches;
		} : (p, isDirectory) => {
			const path = format(p, isDirectory);
			return matcher(path) && !ignore(path);
		}],
		exclude: debug ? (_, p) => {
			const skipped = excludePredicate(_, p);
			log(`${skipped ? "skipped" : "crawling"} ${p}`);
			return skipped;
		} : excludePredicate,
		fs: options.fs,
		pathSeparator: "/",
		relativePaths: !absolute,
		resolvePaths: absolute,
		includeBasePath: absolute,
		resolveSymlinks: followSymbolicLinks,
		excludeSymlinks: !followSymbolicLinks,
		excludeFiles: onlyDirectories,
		includeDirs: onlyDirectories || !options.onlyFiles,
		maxDepth,
		signal: options.signal
	}).crawl(root);
	if (options.debug) log("internal properties:", {
		...props,
		root
	});
	return [crawler, cwd !== root && !absolute && buildRelative(cwd, root)];
}
function formatPaths(paths, mapper) {
	if (mapper) for (let i = paths.length - 1; i >= 0; i--) paths[i] = mapper(paths[i]);
	return paths;
}
const defaultOptions = {
	caseSensitiveMatch: true,
	debug: !!process.env.TINYGLOBBY_DEBUG,
	expandDirectories: true,
	followSymbolicLinks: true,
	onlyFiles: true
};
function getOptions(options) {
	const opts = Object.assign({}, options);
	for (const key in defaultOptions) if (opts[key] === void 0) Object.assign(opts, { [key]: defaultOptions[key] });
	opts.cwd = (opts.cwd instanceof URL ? fileURLToPath(opts.cwd) : resolve(opts.cwd || process.cwd())).replace(BACKSLASHES, "/");
	opts.ignore = ensureStringArray(opts.ignore);
	opts.fs && (opts.fs = {
		readdir: opts.fs.readdir || readdir$1,
		readdirSync: opts.fs.readdirSync || readdirSync,
		realpath: opts.fs.realpath || realpath$1,
		realpathSync: opts.fs.realpathSync || realpathSync,
		stat: opts.fs.stat || stat$1,
		statSync: opts.fs.statSync || statSync
	});
	if (opts.debug) log("globbing with options:", opts);
	return opts;
}
function getCrawler(globInput, inputOptions = {}) {
	var _ref;
	if (globInput && (inputOptions === null || inputOptions === void 0 ? void 0 : inputOptions.patterns)) throw new Error("Cannot pass patterns as both an argument and an option");
	const isModern = isReadonlyArray(globInput) || typeof globInput === "string";
	const patterns = ensureStringArray((_ref = isModern ? globInput : globInput.patterns) !== null && _ref !== void 0 ? _ref : "**/*");
	const options = getOptions(isModern ? inputOptions : globInput);
	return patterns.length > 0 ? buildCrawler(options, patterns) : [];
}
async function glob(globInput, options) {
	const [crawler, relative] = getCrawler(globInput, options);
	return crawler ? formatPaths(await crawler.withPromise(), relative) : [];
}

// src/junit/walk.ts
/** How often one directory is entered through links: enough for every honest layout, and an end to circles. */
const MOST_VISITS = 16;
/** Whether `path` is `root` or lies below; both absolute and real. */
function isInside$1(path, root) {
	return path === root || path.startsWith(root.endsWith(sep$1) ? root : root + sep$1);
}
/** What is at a path, links followed; undefined when there is nothing or it can't be seen. */
async function kindOf(path) {
	try {
		return (await stat(path)).isDirectory() ? "directory" : "file";
	} catch {
		return;
	}
}
/**
* File functions for tinyglobby that keep it inside `root`: it follows links to directories wherever they lead, in
* circles too, and passes over directories that it can't read without a word.
*/
function guardedFs(root, tell) {
	const visits = /* @__PURE__ */ new Map();
	const relative = (path) => path.slice(root.length + 1).replaceAll(sep$1, "/");
	const refusal = (link, target) => {
		if (!isInside$1(target, root)) {
			tell.outside(relative(link), target);
			return true;
		}
		const count = (visits.get(target) ?? 0) + 1;
		visits.set(target, count);
		return count > MOST_VISITS || isInside$1(dirname$1(link), target);
	};
	const realpath = (link, done) => {
		nativeFs.realpath(link, (error, target) => {
			if (error !== null) return done(null, link);
			nativeFs.stat(target, (noStat, stats) => {
				if (noStat === null && stats.isDirectory() && refusal(link, target)) done(/* @__PURE__ */ new Error("refused"));
				else done(null, target);
			});
		});
	};
	const stat = (path, done) => {
		nativeFs.stat(path, (error, stats) => done(null, error === null ? stats : { isDirectory: () => false }));
	};
	const readdir = (path, options, done) => {
		nativeFs.readdir(path, options, (error, entries) => {
			if (error !== null && error.code !== "ENOENT" && error.code !== "ENOTDIR") tell.unreadable(relative(path.endsWith(sep$1) ? path.slice(0, -1) : path) || ".", error.code ?? error.message);
			done(error, entries);
		});
	};
	return Object.assign({}, {
		realpath,
		stat,
		readdir
	});
}

// src/junit/find.ts
/** Searched only when the glob names them: nobody's results are there, and they are large. */
const unlessNamed = ["node_modules", ".git"];
/**
* Finds report files. A glob is relative to the workspace or an absolute path inside of it; `!` in front excludes,
* wherever it stands in the list; a directory means the `.xml` files anywhere in it; files and folders that begin with a
* dot are seen. What can't be searched, leads outside of the workspace or matches nothing is a problem by name.
*
* @param workspace absolute path
*/
async function findReports(globs, workspace) {
	const search = await Search.in(workspace);
	const patterns = globs.map((text) => text.trim()).filter((text) => text !== "");
	for (const text of patterns.filter(isExclusion)) await search.exclude(text);
	const searched = [];
	for (const text of patterns.filter((pattern) => !isExclusion(pattern))) searched.push({
		glob: text,
		files: await search.include(text)
	});
	return {
		files: search.sortedFiles(),
		problems: search.problems,
		searched
	};
}
function isExclusion(text) {
	return text.startsWith("!") && !text.startsWith("!(");
}
var Search = class Search {
	problems = [];
	#given;
	#root;
	#excluded = [];
	/** By real path, so that a link and its target are one file. */
	#files = /* @__PURE__ */ new Map();
	/** Refused real paths, so that two globs complain once. */
	#refused = /* @__PURE__ */ new Set();
	static async in(workspace) {
		const given = resolve$1(workspace);
		return new Search(given, await realpath(given).catch(() => given));
	}
	constructor(given, root) {
		this.#given = given;
		this.#root = root;
	}
	async exclude(text) {
		const pattern = this.#relative(text.slice(1));
		if (pattern === void 0) return;
		const isDirectory = await kindOf(resolve$1(this.#root, pattern)) === "directory";
		this.#excluded.push(isDirectory ? `${escapePath(pattern)}/**` : pattern);
	}
	/** @returns the number of files that the glob matches */
	async include(text) {
		const pattern = this.#relative(text);
		if (pattern === void 0) {
			this.#complain(`"${text}" leads outside of the workspace, where no report is read. Copy the reports into it.`);
			return 0;
		}
		const matched = await this.#match(pattern, text);
		if (matched === void 0) return 0;
		let files = 0;
		for (const path of matched) if (await this.#take(path)) files++;
		if (matched.length === 0) this.#complain(`"${text}" matches no file in the workspace. Check the path, and that the tests have run before.`);
		return files;
	}
	sortedFiles() {
		return [...this.#files.values()].toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
	}
	/** Undefined when the glob can't be searched, which has been said by then. */
	async #match(pattern, text) {
		if (!await this.#startsInside(pattern, text)) return void 0;
		const kind = await kindOf(resolve$1(this.#root, pattern));
		const wanted = kind === "directory" ? `${pattern === "." ? "" : `${escapePath(pattern)}/`}**/*.xml` : kind === "file" ? escapePath(pattern) : pattern;
		const fs = guardedFs(this.#root, {
			outside: (link, target) => this.#refuse(link, target, "warning", "is a link to a directory outside of the workspace"),
			unreadable: (directory, why) => this.#unreadable(directory, why)
		});
		const ignored = unlessNamed.filter((name) => !pattern.split("/").includes(name)).map((name) => `**/${name}/**`);
		return glob([wanted], {
			cwd: this.#root,
			dot: true,
			expandDirectories: false,
			ignore: [...this.#excluded, ...ignored],
			fs
		});
	}
	/** Checks the part in front of the first wildcard: a link there would send the whole search outside. */
	async #startsInside(pattern, text) {
		const segments = pattern.split("/");
		const wildcard = segments.findIndex((segment) => isDynamicPattern(segment));
		const base = resolve$1(this.#root, ...segments.slice(0, wildcard === -1 ? segments.length : wildcard));
		const target = await realpath(base).catch(() => base);
		if (isInside$1(target, this.#root)) return true;
		this.#complain(`"${text}" leads through a link outside of the workspace, where no report is read. Copy the reports into it.`);
		return false;
	}
	async #take(path) {
		const real = await realpath(resolve$1(this.#root, path)).catch(() => void 0) ?? resolve$1(this.#root, path);
		if (!isInside$1(real, this.#root)) {
			this.#refuse(path, real, "error", "is a link to a file outside of the workspace");
			return false;
		}
		const known = this.#files.get(real);
		if (known === void 0 || path < known) this.#files.set(real, path);
		return true;
	}
	/** The glob relative to the workspace, with forward slashes; undefined when it leads outside. */
	#relative(text) {
		let pattern = sep$1 === "\\" ? text.replaceAll("\\", "/") : text;
		for (const root of [this.#given, this.#root]) {
			const prefix = sep$1 === "\\" ? root.replaceAll("\\", "/") : root;
			if (pattern === prefix || pattern.startsWith(`${prefix}/`)) pattern = `.${pattern.slice(prefix.length)}`;
		}
		if (/^(?:\/|[A-Za-z]:\/)/.test(pattern)) return void 0;
		const segments = [];
		for (const segment of pattern.split("/")) {
			if (segment === "" || segment === ".") continue;
			if (segment !== "..") segments.push(segment);
			else if (segments.pop() === void 0) return void 0;
		}
		return segments.length === 0 ? "." : segments.join("/");
	}
	#complain(message) {
		this.problems.push({
			kind: "settings",
			severity: "warning",
			message: `In "results", ${message}`
		});
	}
	#refuse(path, target, severity, why) {
		if (this.#refused.has(target)) return;
		this.#refused.add(target);
		const message = `It ${why} and is not read. Copy what it points to into the workspace.`;
		this.problems.push({
			kind: "unreadable",
			severity,
			message,
			file: path
		});
	}
	#unreadable(directory, why) {
		if (this.#refused.has(directory)) return;
		this.#refused.add(directory);
		const message = `The directory can't be searched for reports (${why}). Make it readable, or exclude it: !${directory}/**`;
		this.problems.push({
			kind: "unreadable",
			severity: "error",
			message,
			file: directory
		});
	}
};

// src/junit/broken.ts
/**
* Thrown inside this folder when a report can't be read any further, and turned into a Problem by `readReport`:
* callers of this folder never see it.
*/
var ReportBroken = class extends Error {
	kind;
	/** 1-based, undefined where no place can be named. */
	line;
	/** 1-based, in code points. */
	column;
	constructor(kind, message, line, column) {
		super(message);
		this.kind = kind;
		this.line = line;
		this.column = column;
	}
};

// src/junit/outcome.ts
const failedWords = new Set("fail failed failing failure failures error errored errors erroneous broken timeout timedout aborted abort crashed crash interrupted unexpected ko nok notok notpassed unsuccessful rejected killed exception panic panicked".split(" "));
const notRunWords = new Set("disabled skip skipped skipping notrun notexecuted norun unrun ignored ignore pending todo inconclusive cancelled canceled suppressed untested undefined blocked deferred excluded omitted incomplete xfail xfailed expectedfailure".split(" "));
/** These say that it passed, or only that it ran (`run` and `completed` are googletest's): elements decide. */
const harmlessWords = new Set("pass passed passing ok success successful succeeded green expected run ran executed completed complete".split(" "));
/** Attributes whose every value has to be understood. */
const verdictAttributes = /* @__PURE__ */ new Set([
	"status",
	"result",
	"outcome"
]);
/** Attributes that may mean something else, so that only a clear word counts. */
const hintAttributes = /* @__PURE__ */ new Set([
	"state",
	"verdict",
	"conclusion"
]);
const successFlags = /* @__PURE__ */ new Set([
	"success",
	"passed",
	"successful"
]);
const ranFlags = /* @__PURE__ */ new Set(["executed", "run"]);
const skipFlags = /* @__PURE__ */ new Set([
	"skipped",
	"disabled",
	"ignored",
	"pending"
]);
/**
* Reads the attributes in which tools put an outcome: `status`, `result` and their like; googletest's `status="notrun"`;
* node:test's `failure="message"`. A verdict in words that are not known counts as not run and says so, because a pass
* has to be clear. Failed beats not run. Undefined when nothing speaks against a pass.
*/
function claimOf(attributes) {
	let claim;
	for (const [name, value] of attributes) {
		const found = claimOfAttribute(plainName(name), value);
		if (found?.says === "failed") return found;
		claim ??= found;
	}
	return claim;
}
/** Prefixes and letter case don't matter, as with elements: no failure may hide behind a spelling. */
function plainName(name) {
	return name.slice(name.indexOf(":") + 1).toLowerCase();
}
/** The attributes by their plain names; values of several that come to the same name stand one after the other. */
function plainNamed(attributes) {
	const plain = /* @__PURE__ */ new Map();
	for (const [name, value] of attributes) {
		const key = plainName(name);
		const before = plain.get(key);
		plain.set(key, before === void 0 || before === value ? value : `${before} ${value}`);
	}
	return plain;
}
/**
* What a suite says outright about itself, given by plain names. Narrower than for a case: on a suite, `failures`, `skipped` or `passed` are
* counts, and words that are not known mean nothing.
*/
function suiteClaim(attributes) {
	let claim;
	for (const name of [...verdictAttributes, ...hintAttributes]) {
		const found = claimOfWord(name, attributes.get(name) ?? "", false);
		if (found?.says === "failed") return found;
		claim ??= found;
	}
	return attributes.get("success")?.trim().toLowerCase() === "false" ? {
		says: "failed",
		because: "success=\"false\""
	} : claim;
}
function claimOfAttribute(name, value) {
	if (verdictAttributes.has(name)) return claimOfWord(name, value, true);
	if (hintAttributes.has(name)) return claimOfWord(name, value, false);
	if (name === "failure" || name === "error") return isNo(value) ? void 0 : {
		says: "failed",
		because: value.trim() === "" ? `It has the attribute ${name}.` : value
	};
	if (name === "failures" || name === "errors") return Number(value) > 0 ? {
		says: "failed",
		because: quote(name, value)
	} : void 0;
	if (successFlags.has(name)) return isNo(value) ? {
		says: "failed",
		because: quote(name, value)
	} : void 0;
	if (ranFlags.has(name)) return isNo(value) ? {
		says: "not-run",
		because: quote(name, value)
	} : void 0;
	if (skipFlags.has(name)) return isYes(value) ? {
		says: "not-run",
		because: quote(name, value)
	} : void 0;
}
function claimOfWord(name, value, hasToBeClear) {
	const word = value.toLowerCase().replace(/[^a-z0-9]/g, "");
	if (failedWords.has(word)) return {
		says: "failed",
		because: quote(name, value)
	};
	if (notRunWords.has(word)) return {
		says: "not-run",
		because: quote(name, value)
	};
	if (value.trim() === "" || harmlessWords.has(word) || !hasToBeClear) return void 0;
	return {
		says: "not-run",
		because: `${quote(name, value)} does not clearly say that it passed`
	};
}
const caseElements = new Map([
	["failure", "failed"],
	["error", "failed"],
	...[
		"fail",
		"failed",
		"fatal",
		"exception",
		"crash",
		"crashed",
		"abort",
		"aborted",
		"timeout",
		"timedout"
	].map((name) => [name, "failed"]),
	["rerunfailure", "retried"],
	["rerunerror", "retried"],
	["flakyfailure", "retried"],
	["flakyerror", "retried"],
	["skipped", "not-run"],
	["disabled", "not-run"],
	["ignored", "not-run"],
	["pending", "not-run"],
	["incomplete", "not-run"],
	["inconclusive", "not-run"],
	["notrun", "not-run"],
	["warning", "not-run"],
	["risky", "not-run"]
]);
function caseElement(lowerCaseName) {
	return caseElements.get(lowerCaseName);
}
/** What is known of one case's outcome so far. */
var CaseFindings = class {
	failed = 0;
	retried = 0;
	notRun = 0;
	failedMessage;
	notRunMessage;
	#claim;
	constructor(attributes) {
		this.#claim = claimOf(attributes);
	}
	count(meaning) {
		if (meaning === "failed") this.failed++;
		else if (meaning === "retried") this.retried++;
		else this.notRun++;
	}
	/** Keeps the first message that an element of this meaning has. */
	note(meaning, message) {
		if (meaning === "failed") this.failedMessage ??= message;
		else if (meaning === "not-run") this.notRunMessage ??= message;
	}
	/**
	* A failure or error counts also beside `skipped`; only skipped is not run; failed tries beside a final pass make it
	* flaky. Source: design, 'Outcome'.
	*/
	conclude() {
		const because = firstLine(this.#claim?.because);
		if (this.failed > 0 || this.#claim?.says === "failed") return {
			outcome: "failed",
			flaky: false,
			message: this.failedMessage ?? because
		};
		if (this.notRun > 0 || this.#claim !== void 0) return {
			outcome: "not-run",
			flaky: false,
			message: this.notRunMessage ?? because
		};
		return {
			outcome: "passed",
			flaky: this.retried > 0,
			message: void 0
		};
	}
};
const LONGEST_MESSAGE = 300;
/** The first line that isn't blank, without control characters, at most 300 characters; undefined when there is none. */
function firstLine(text) {
	const clean = (/[^\r\n\u2028\u2029]+/.exec((text ?? "").trimStart())?.[0] ?? "").slice(0, 4 * LONGEST_MESSAGE).replace(/\p{Cc}/gu, " ").trim();
	if (clean === "") return void 0;
	const points = Array.from(clean);
	return points.length <= LONGEST_MESSAGE ? clean : `${points.slice(0, 299).join("")}…`;
}
function quote(name, value) {
	return `${name}="${value.slice(0, 80)}"`;
}
function isNo(value) {
	return /^\s*(?:0|false|no|none|n)\s*$/i.test(value);
}
function isYes(value) {
	return /^\s*(?:1|true|yes|y)\s*$/i.test(value);
}

// src/junit/intake.ts
/** For an element whose text is not wanted: it is only waited for its end. */
function nothing() {
	return {
		depth: 0,
		verbatim: false,
		text: () => void 0,
		end: () => void 0
	};
}
/** Takes in the text up to a limit and hands it over in the end. */
function collect(limit, done) {
	let collected = "";
	return {
		depth: 0,
		verbatim: false,
		text: (text) => {
			const piece = collected === "" ? text.trimStart() : text;
			if (collected.length < limit) collected += piece.slice(0, limit - collected.length);
		},
		end: () => done(collected)
	};
}

// src/junit/detached.ts
/**
* The same text in memory of its own. What is cut out of a piece of the report keeps the whole piece (64 KB) alive for
* as long as it is kept itself, because V8 shares the characters: one name kept of each piece would keep the file.
*/
function detached(text) {
	return text.length < 13 ? text : ` ${text}`.slice(1);
}

// src/junit/counts.ts
const notRunAttributes = [
	"skipped",
	"skips",
	"skip",
	"disabled",
	"ignored",
	"pending",
	"notrun",
	"not-run",
	"inconclusive"
];
function declaredCounts(attributes) {
	const absurd = [];
	const read = (name) => {
		const text = attributes.get(name)?.trim() ?? "";
		if (text === "") return void 0;
		const value = /^\d+(?:\.0*)?$/.test(text) ? Number(text) : NaN;
		if (Number.isSafeInteger(value)) return value;
		absurd.push(`${name}="${text.slice(0, 40)}"`);
	};
	const tests = read("tests");
	const beforeFailing = absurd.length;
	const failures = read("failures");
	const failed = read("failed");
	const errors = read("errors");
	const failingUnclear = absurd.length > beforeFailing;
	const failing = [
		failures,
		failed,
		errors
	].some((count) => count !== void 0) ? Math.max((failures ?? failed ?? 0) + (errors ?? 0), failed ?? 0) : void 0;
	const skips = notRunAttributes.map((name) => read(name) ?? 0);
	return {
		tests,
		failing,
		notRun: skips.reduce((sum, count) => sum + count, 0),
		notRunAtLeast: Math.max(...skips),
		absurd,
		failingUnclear
	};
}
/** What has been listed in a suite, suites inside it included. */
var Tally = class {
	cases = 0;
	failedCases = 0;
	flakyCases = 0;
	notRun = 0;
	/** Failure and error elements, at least one per failed case. */
	failingElements = 0;
	/** Elements about failed tries that were repeated. */
	retries = 0;
	/** Failures and tests that inner suites have been found to declare without listing them; skipped ones are in `notRun`. */
	unlistedFailures = 0;
	unlistedTests = 0;
	addCase(outcome, flaky, failingElements, retries) {
		this.cases++;
		if (flaky) this.flakyCases++;
		this.retries += retries;
		if (outcome === "not-run") this.notRun++;
		if (outcome !== "failed") return;
		this.failedCases++;
		this.failingElements += Math.max(1, failingElements);
	}
	add(inner) {
		this.cases += inner.cases;
		this.failedCases += inner.failedCases;
		this.flakyCases += inner.flakyCases;
		this.notRun += inner.notRun;
		this.failingElements += inner.failingElements;
		this.retries += inner.retries;
		this.unlistedFailures += inner.unlistedFailures;
		this.unlistedTests += inner.unlistedTests;
	}
};
/**
* How many failures and errors a suite declares beyond those it lists: 0 when it lists them all. Some tools count every
* failure element of a case, or every try of a repeated test (Surefire 3), or flaky tests: a count that comes out
* exactly in one of these ways is complete.
*/
function failuresBeyond(declared, listed) {
	const beyond = (declared.failing ?? 0) - listed.unlistedFailures;
	if (beyond <= listed.failedCases) return 0;
	return [
		listed.failingElements,
		listed.failingElements + listed.retries,
		listed.failedCases + listed.flakyCases
	].includes(beyond) ? 0 : beyond - listed.failedCases;
}
/**
* How many tests a suite declares beyond the cases it lists. Tries of repeated tests may be counted (Surefire 3).
* Tests that were skipped may be counted and not listed, but only an outer suite may say so (mocha-junit-reporter);
* that is for the caller to balance, with `unlistedSkips`.
*/
function testsBeyond(declared, listed) {
	const beyond = (declared.tests ?? 0) - listed.cases - listed.unlistedTests;
	return beyond <= 0 || beyond === listed.retries ? 0 : beyond;
}
/** How many tests a suite says were skipped without listing them as such; enough to explain tests that it doesn't list. */
function unlistedSkips(declared, listed) {
	return Math.max(0, declared.notRun - listed.notRun);
}
/**
* How many of the cases that look passed a suite says were skipped: its count of skips goes beyond both what it lists
* as skipped and the tests that it doesn't list. Only for a suite that counts its tests.
*/
function skipsBeyond(declared, listed) {
	return declared.tests === void 0 ? 0 : Math.max(0, declared.notRunAtLeast - listed.notRun);
}
/**
* pytest counts passed subtests as tests and lists none of them, so its shortfall means nothing. It calls its suite
* "pytest" and, from version 8 on, its root "pytest tests", whatever the suite has been renamed to.
*/
function countsSubtests(suiteName, rootName) {
	return suiteName === "pytest" || rootName === "pytest tests";
}

// src/junit/suites.ts
/** The names of all suites around a test are what tells it from others. No tool nests them a tenth as deep. */
const deepestNames = 500;
/** @throws ReportBroken */
function openSuite(kind, attributes, line, parent) {
	const timestamp = attributes.get("timestamp");
	const suite = {
		name: detached(attributes.get("name") ?? ""),
		line,
		kind
	};
	if (timestamp !== void 0 && timestamp.trim() !== "") suite.timestamp = detached(timestamp);
	if (parent !== void 0) suite.parent = parent.suite;
	const namedDepth = (parent?.namedDepth ?? 0) + (suite.name === "" ? 0 : 1);
	if (namedDepth > deepestNames) throw new ReportBroken("not-junit", `Suites with names are nested more than ${deepestNames} deep. Have the tool write fewer levels.`, line);
	return {
		suite,
		parent,
		attributes: plainNamed(attributes),
		namedDepth,
		tally: new Tally(),
		listener: void 0,
		ownFailures: 0,
		ownMessage: void 0,
		ownSkips: 0,
		unlisted: []
	};
}
/**
* Ends a suite: fills its notes in, balances what it declares against what it listed, and adds it to its parent.
* @returns results that the suite declares beyond its cases; those about unlisted tests come with the outermost suite,
* because an outer one may still say that they were skipped.
* @param whole false when the report broke off inside the suite
*/
function closeSuite(open, remark, whole) {
	const { suite, parent, tally } = open;
	if (open.listener !== void 0) suite.notes = open.listener.finish();
	const results = [...unlistedFailures(open, remark), ...unlistedSkipped(open, remark, whole)];
	if (parent === void 0) {
		const tests = open.unlisted.map((entry) => notRunBeside(entry.suite, `${count(entry.count, "test")} more than it lists`));
		return [...results, ...tests];
	}
	parent.tally.add(tally);
	if (parent.unlisted.length < open.unlisted.length) [parent.unlisted, open.unlisted] = [open.unlisted, parent.unlisted];
	for (const entry of open.unlisted) parent.unlisted.push(entry);
	return results;
}
function* unlistedFailures(open, remark) {
	const { suite, tally, ownFailures } = open;
	if (ownFailures > 0) {
		tally.failedCases += ownFailures;
		tally.failingElements += ownFailures;
		yield failedBeside(suite, `${title(suite)} reports a failure or error outside of its cases`, open.ownMessage);
	}
	const declared = declaredCounts(open.attributes);
	if (declared.absurd.length > 0) remark("warning", `${title(suite)} has counts that are none: ${declared.absurd.join(", ")}.`, suite.line);
	const beyond = failuresBeyond(declared, tally);
	tally.unlistedFailures += beyond;
	if (beyond > 0) {
		const failures = beyond === 1 ? "one failure or error" : `${beyond} failures or errors`;
		yield failedBeside(suite, `${title(suite)} declares ${failures} more than its cases show`, void 0);
		return;
	}
	if (tally.failedCases + tally.unlistedFailures > 0) return;
	const claim = suiteClaim(open.attributes);
	if (claim?.says !== "failed" && !declared.failingUnclear) return;
	tally.unlistedFailures++;
	const why = claim?.says === "failed" ? `says that it failed (${claim.because})` : "has a count of failures or errors that is none";
	yield failedBeside(suite, `${title(suite)} ${why}, but none of its cases did`, void 0);
}
function* unlistedSkipped(open, remark, whole) {
	const { suite, tally } = open;
	const declared = declaredCounts(open.attributes);
	const beyond = testsBeyond(declared, tally);
	tally.unlistedTests += beyond;
	if (beyond > 0) {
		if (whole && tally.cases > 0 && countsSubtests(suite.name, outermost(open).suite.name)) remark("notice", `${title(suite)} lists ${tally.cases} of ${declared.tests} tests; pytest lists no subtests.`, suite.line);
		else open.unlisted.push({
			suite,
			count: beyond
		});
	}
	let skips = unlistedSkips(declared, tally);
	while (skips > 0) {
		const entry = open.unlisted.at(-1);
		if (entry === void 0) break;
		const explained = Math.min(skips, entry.count);
		skips -= explained;
		entry.count -= explained;
		tally.notRun += explained;
		remark("notice", `${title(entry.suite)} had ${explained === 1 ? "a test" : `${explained} tests`} skipped that it does not list.`, entry.suite.line);
		if (entry.count === 0) open.unlisted.pop();
	}
	const claim = suiteClaim(open.attributes);
	if (tally.cases > tally.failedCases + tally.notRun && (open.ownSkips > 0 || claim?.says === "not-run")) yield notRunBeside(suite, `by ${open.ownSkips > 0 ? "an element of its own" : claim?.because} that it was not run, but none of its cases shows it`);
	const beyondListed = whole ? skipsBeyond(declared, tally) : 0;
	tally.notRun += beyondListed;
	if (beyondListed > 0) yield notRunBeside(suite, `${count(beyondListed, "skipped test")} more than its cases show`);
}
function outermost(open) {
	let outer = open;
	while (outer.parent !== void 0) outer = outer.parent;
	return outer;
}
function failedBeside(suite, sentence, message) {
	const failed = {
		suite,
		className: "",
		name: sentence,
		flaky: false,
		line: suite.line,
		outcome: "failed",
		declared: "failures"
	};
	return message === void 0 ? failed : {
		...failed,
		message
	};
}
function notRunBeside(suite, what) {
	return {
		suite,
		className: "",
		name: `${title(suite)} declares ${what}`,
		outcome: "not-run",
		flaky: false,
		line: suite.line,
		declared: "tests"
	};
}
function count(number, what) {
	return number === 1 ? `one ${what}` : `${number} ${what}s`;
}
function title(suite) {
	return suite.name === "" ? `The ${suite.kind} of line ${suite.line}` : `The suite "${suite.name.slice(0, 120)}"`;
}

// src/junit/assemble.ts
const MOST_REMARKS = 20;
/** Enough for the first line of a message, in characters. */
const MESSAGE_LIMIT = 4096;
const PROPERTY_LIMIT = 1048576;
/**
* Turns the elements of a report into results. Unknown elements are looked through, so that no failure hides in them;
* names are compared without prefix and letter case.
*/
var Assembly = class {
	remarks = [];
	cases = 0;
	failed = 0;
	notRun = 0;
	#consumer;
	#wantText;
	#remarksLeftOut = 0;
	#suite;
	#case;
	/** Ended, but comments that follow still belong to it: node:test writes a test's diagnostics behind it. */
	#ended;
	#intake;
	constructor(consumer, wantText) {
		this.#consumer = consumer;
		this.#wantText = wantText;
	}
	open(name, attributes, line) {
		if (this.#intake !== void 0) {
			this.#intake.depth++;
			if (this.#intake.verbatim) this.#intake.text(`<${name}>`, line);
			this.#intake.inner?.(name);
			return;
		}
		this.#handOn();
		const lower = name.toLowerCase();
		const isSuite = lower === "testsuite" || lower === "testsuites";
		if (this.#suite === void 0 && !isSuite) throw notJUnit(name, line);
		if (isSuite || lower === "testcase") this.#refuseInsideCase(name, line);
		if (isSuite) this.#suite = openSuite(lower, attributes, line, this.#suite);
		else if (lower === "testcase") this.#openCase(attributes, line);
		else if (lower === "property") this.#property(attributes, line);
		else if (lower === "system-out" || lower === "system-err") this.#take(this.#output());
		else {
			const meaning = caseElement(lower);
			if (meaning !== void 0) this.#take(this.#verdictElement(meaning, attributes));
		}
	}
	close(name, line) {
		const intake = this.#intake;
		if (intake !== void 0) {
			if (intake.depth-- > 0) {
				if (intake.verbatim) intake.text(`</${name}>`, line);
				return;
			}
			this.#intake = void 0;
			this.#wantText(false);
			intake.end();
			return;
		}
		this.#handOn();
		const lower = name.toLowerCase();
		if (lower === "testcase") {
			this.#ended = this.#case;
			this.#case = void 0;
		} else if (lower === "testsuite" || lower === "testsuites") this.#closeSuite(true);
	}
	text(text, line) {
		this.#intake?.text(text, line);
	}
	comment(text, line) {
		const owner = this.#case ?? this.#ended ?? this.#suite;
		if (owner !== void 0 && text.trim() !== "") this.#listener(owner).comment(text, line);
	}
	/** Ends everything that is open when a report can't be read on. What hasn't shown a failure by now is no pass. */
	breakOff() {
		this.#intake = void 0;
		const open = this.#case ?? this.#ended;
		this.#case = this.#ended = void 0;
		if (open !== void 0) {
			open.findings.notRun++;
			open.findings.notRunMessage ??= "The report breaks off here.";
			this.#emit(open);
		}
		while (this.#suite !== void 0) this.#closeSuite(false);
	}
	/** Everything that looks wrong, with a word on what was left out of a long list. */
	get allRemarks() {
		if (this.#remarksLeftOut === 0) return this.remarks;
		const message = `${this.#remarksLeftOut} more remarks like these on the same report are left out.`;
		return [...this.remarks, {
			kind: "counts",
			severity: "notice",
			message
		}];
	}
	#openCase(attributes, line) {
		const parent = this.#suite;
		if (parent === void 0) return;
		this.#case = {
			parent,
			attributes,
			line,
			findings: new CaseFindings(attributes),
			listener: void 0
		};
	}
	#refuseInsideCase(name, line) {
		if (this.#case === void 0) return;
		const message = `<${name}> stands inside a <testcase>, so it is unclear which of the two passed. Write them side by side.`;
		throw new ReportBroken("not-junit", message, line);
	}
	#property(attributes, line) {
		const owner = this.#case ?? this.#suite;
		const name = attributes.get("name") ?? "";
		const value = attributes.get("value");
		if (owner === void 0) return;
		if (value !== void 0) {
			this.#listener(owner).property(name, value, line);
			this.#take({
				...nothing(),
				inner: (element) => this.#failureInside(element)
			});
			return;
		}
		const content = collect(PROPERTY_LIMIT, (text) => this.#listener(owner).property(name, text, line));
		this.#take({
			...content,
			inner: (element) => this.#failureInside(element)
		});
	}
	/** A property has no business with a failure, so one inside of it is one of its owner's. */
	#failureInside(element) {
		if (caseElement(element.toLowerCase()) !== "failed") return;
		if (this.#case !== void 0) this.#case.findings.count("failed");
		else if (this.#suite !== void 0) this.#suite.ownFailures++;
	}
	#output() {
		const owner = this.#case ?? this.#suite;
		if (owner === void 0) return nothing();
		let heard = false;
		return {
			depth: 0,
			verbatim: true,
			text: (text, line) => {
				heard = true;
				this.#listener(owner).text(text, line);
			},
			end: () => {
				if (heard) this.#listener(owner).endOfText();
			}
		};
	}
	#verdictElement(meaning, attributes) {
		const message = firstLine(attributes.get("message"));
		const note = (text) => {
			const suite = this.#suite;
			if (this.#case !== void 0) this.#case.findings.note(meaning, text);
			else if (suite !== void 0 && meaning === "failed") suite.ownMessage ??= text;
		};
		if (this.#case !== void 0) this.#case.findings.count(meaning);
		else if (this.#suite !== void 0 && meaning === "failed") this.#suite.ownFailures++;
		else if (this.#suite !== void 0 && meaning === "not-run") this.#suite.ownSkips++;
		note(message);
		return message === void 0 ? collect(MESSAGE_LIMIT, (text) => note(firstLine(text))) : nothing();
	}
	#take(intake) {
		this.#intake = intake;
		this.#wantText(true);
	}
	#listener(owner) {
		return owner.listener ??= this.#consumer.listen();
	}
	#handOn() {
		const ended = this.#ended;
		this.#ended = void 0;
		if (ended !== void 0) this.#emit(ended);
	}
	#emit({ parent, attributes, line, findings, listener }) {
		const { outcome, flaky, message } = findings.conclude();
		const className = detached(attributes.get("classname") ?? attributes.get("class") ?? "");
		const result = {
			suite: parent.suite,
			className,
			name: detached(attributes.get("name") ?? ""),
			outcome,
			flaky,
			line
		};
		const timestamp = attributes.get("timestamp");
		if (message !== void 0) result.message = detached(message);
		if (timestamp !== void 0 && timestamp.trim() !== "") result.timestamp = detached(timestamp);
		if (listener !== void 0) result.notes = listener.finish();
		this.cases++;
		if (outcome === "failed") this.failed++;
		if (outcome === "not-run") this.notRun++;
		parent.tally.addCase(outcome, flaky, findings.failed, findings.retried);
		this.#consumer.result(result);
	}
	#closeSuite(whole) {
		const suite = this.#suite;
		if (suite === void 0) return;
		this.#suite = suite.parent;
		const results = closeSuite(suite, (severity, message, line) => this.#remark({
			kind: "counts",
			severity,
			message,
			line
		}), whole);
		for (const result of results) this.#consumer.result(result);
	}
	#remark(remark) {
		if (this.remarks.length >= MOST_REMARKS) this.#remarksLeftOut++;
		else this.remarks.push(remark);
	}
};
function notJUnit(name, line) {
	const what = `Its root element is <${name}>, so it is no JUnit report, which has <testsuites> or <testsuite>.`;
	return new ReportBroken("not-junit", `${what} Have the tool write JUnit XML, or leave the file out of "results".`, line);
}

// src/junit/decode.ts
/** Bytes that are none of the file's encoding. `text` is what could be decoded before them in the same call. */
var Undecodable = class extends Error {
	text;
	constructor(text, message) {
		super(message);
		this.text = text;
	}
};
/** An XML declaration is never longer in practice; without this limit a file without `>` would be held as a whole. */
const DECLARATION_LIMIT = 1024;
/**
* Bytes of an XML file to text, piece by piece, never guessing: an invalid sequence is an error, not a replacement
* character, because a garbled failure could read as a pass. Encoding by byte order mark, else by the shape of the
* first bytes (UTF-16), else as declared, else UTF-8 (XML 1.0, appendix F); a mark beats a declaration.
*/
var ReportDecoder = class {
	#decoding;
	#head = Buffer.alloc(0);
	/** @throws Undecodable, or ReportBroken for an encoding that can't be read at all */
	write(bytes) {
		const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		if (this.#decoding !== void 0) return this.#decoding.write(piece);
		this.#head = Buffer.concat([this.#head, piece]);
		return isDecidable(this.#head) ? this.#begin() : "";
	}
	/** @throws Undecodable when the file ends inside a character */
	end() {
		const text = this.#decoding === void 0 ? this.#begin() : "";
		this.#decoding?.end();
		return text;
	}
	#begin() {
		const { decoding, markLength } = chooseDecoding(this.#head);
		this.#decoding = decoding;
		const rest = this.#head.subarray(markLength);
		this.#head = Buffer.alloc(0);
		return decoding.write(rest);
	}
};
function isDecidable(head) {
	if (head.length < 4) return false;
	return !head.toString("latin1", 0, 4).startsWith("<?xm") || head.includes(">") || head.length >= DECLARATION_LIMIT;
}
function chooseDecoding(head) {
	const start = head.subarray(0, 4).toString("hex").padEnd(8, "-");
	if (start === "fffe0000" || start === "0000feff" || start === "3c000000" || start === "0000003c") throw new ReportBroken("unreadable", "The file is UTF-32, which is not supported. Write the report in UTF-8.", 1);
	if (start.startsWith("efbbbf")) return {
		decoding: new Utf8(3, "as its byte order mark says"),
		markLength: 3
	};
	if (start.startsWith("fffe")) return {
		decoding: new Utf16("UTF-16LE", 2),
		markLength: 2
	};
	if (start.startsWith("feff")) return {
		decoding: new Utf16("UTF-16BE", 2),
		markLength: 2
	};
	if (/^3c00..(?!-)/.test(start)) return {
		decoding: new Utf16("UTF-16LE", 0),
		markLength: 0
	};
	if (start.startsWith("003c")) return {
		decoding: new Utf16("UTF-16BE", 0),
		markLength: 0
	};
	return {
		decoding: declaredDecoding(head),
		markLength: 0
	};
}
function declaredDecoding(head) {
	const text = head.toString("latin1", 0, DECLARATION_LIMIT);
	const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']/.exec(text)?.[1]?.toLowerCase();
	if (declared === void 0) return new Utf8(0, "which it has to be, declaring nothing else");
	if (/^(utf-?8|utf-?16(le|be)?|ucs-?2|iso-10646-ucs-2|(us-)?ascii)$/.test(declared)) return new Utf8(0, `though it declares ${declared}`);
	let decoder;
	try {
		decoder = new TextDecoder(declared, {
			fatal: true,
			ignoreBOM: true
		});
	} catch {
		const what = `The file declares the encoding "${declared.slice(0, 40)}", which is not known.`;
		throw new ReportBroken("unreadable", `${what} Write the report in UTF-8.`, 1);
	}
	return new Declared(declared, decoder);
}
var Utf8 = class {
	name = "UTF-8";
	#why;
	#offset;
	#carry = Buffer.alloc(0);
	constructor(offset, why) {
		this.#offset = offset;
		this.#why = why;
	}
	write(bytes) {
		const joined = this.#carry.length === 0 ? bytes : Buffer.concat([this.#carry, bytes]);
		const whole = joined.length - unfinishedTail(joined, joined.length);
		const complete = joined.subarray(0, whole);
		if (!isUtf8(complete)) {
			const good = validPrefix(complete);
			throw this.#invalid(complete.toString("utf8", 0, good), this.#offset + good, complete[good]);
		}
		this.#offset += whole;
		this.#carry = Buffer.from(joined.subarray(whole));
		return complete.toString("utf8");
	}
	end() {
		if (this.#carry.length > 0) throw this.#invalid("", this.#offset, this.#carry[0]);
	}
	#invalid(text, offset, byte) {
		const hex = (byte ?? 0).toString(16).toUpperCase().padStart(2, "0");
		return new Undecodable(text, `Byte ${offset + 1} of the file (0x${hex}) is not valid UTF-8, ${this.#why}.`);
	}
};
/** How many of the last bytes before `end` begin a character that needs more bytes: 0 to 3. */
function unfinishedTail(bytes, end) {
	for (let back = 1; back <= 3 && back <= end; back++) {
		const byte = bytes[end - back] ?? 0;
		if (byte < 128) return 0;
		if (byte >= 192) return back < (byte >= 240 ? 4 : byte >= 224 ? 3 : 2) ? back : 0;
	}
	return 0;
}
/** Length of the longest start of `bytes` that is valid UTF-8. By bisection, since only the native check is fast. */
function validPrefix(bytes) {
	let valid = 0;
	let invalid = bytes.length;
	while (invalid - valid > 1) {
		const middle = valid + invalid >> 1;
		if (isUtf8(bytes.subarray(0, middle - unfinishedTail(bytes, middle)))) valid = middle;
		else invalid = middle;
	}
	return valid - unfinishedTail(bytes, valid);
}
var Utf16 = class {
	name;
	#offset;
	#carry = Buffer.alloc(0);
	constructor(name, offset) {
		this.name = name;
		this.#offset = offset;
	}
	write(bytes) {
		const joined = Buffer.concat([this.#carry, bytes]);
		let whole = joined.length - joined.length % 2;
		const lastUnit = joined[this.name === "UTF-16LE" ? whole - 1 : whole - 2] ?? 0;
		if (whole > 0 && lastUnit >= 216 && lastUnit <= 219) whole -= 2;
		const complete = Buffer.from(joined.subarray(0, whole));
		if (this.name === "UTF-16BE") complete.swap16();
		const text = complete.toString("utf16le");
		const lone = text.search(/[\uD800-\uDFFF]/u);
		if (lone !== -1) throw this.#invalid(text.slice(0, lone), this.#offset + lone * 2, "half of a surrogate pair");
		this.#offset += whole;
		this.#carry = joined.subarray(whole);
		return text;
	}
	end() {
		if (this.#carry.length > 0) throw this.#invalid("", this.#offset, "an unfinished character");
	}
	#invalid(text, offset, what) {
		return new Undecodable(text, `Byte ${offset + 1} of the file is not valid ${this.name}: ${what}.`);
	}
};
/** Any other encoding that the platform knows, ISO-8859-1 (read as its superset Windows-1252, as everywhere) among them. */
var Declared = class {
	name;
	#decoder;
	#offset = 0;
	constructor(name, decoder) {
		this.name = name;
		this.#decoder = decoder;
	}
	write(bytes) {
		return this.#decode(bytes, true);
	}
	end() {
		this.#decode(Buffer.alloc(0), false);
	}
	#decode(bytes, stream) {
		try {
			const text = this.#decoder.decode(bytes, { stream });
			this.#offset += bytes.length;
			return text;
		} catch {
			throw new Undecodable("", `After byte ${this.#offset} the file is not valid ${this.name}, the encoding it declares.`);
		}
	}
};

// src/junit/xml/mistake.ts
/** A mistake in markup, with its index in the text that was looked at. Never leaves this folder. */
var Mistake = class extends Error {
	index;
	constructor(message, index) {
		super(message);
		this.index = index;
	}
};

// src/junit/xml/names.ts
const NAME = 2;
const ascii = /* @__PURE__ */ new Uint8Array(128);
for (const letter of ":ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz") ascii[letter.charCodeAt(0)] = 3;
for (const other of "-.0123456789") ascii[other.charCodeAt(0)] = NAME;
const startBeyondAscii = "\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const anyName = new RegExp(`[:A-Z_a-z${startBeyondAscii}][-.0-9:A-Z_a-z\\u00B7\\u0300-\\u036F\\u203F-\\u2040${startBeyondAscii}]*`, "uy");
/** The index behind the name that begins at `at`; `at` itself when none begins there. */
function endOfName(text, at) {
	let end = at;
	let code = text.charCodeAt(end);
	if (code < 128 && (ascii[code] ?? 0) < 3) return at;
	while (code < 128 && ascii[code] !== 0) code = text.charCodeAt(++end);
	if (!(code >= 128)) return end;
	anyName.lastIndex = at;
	return at + (anyName.exec(text)?.[0].length ?? 0);
}
/** The index of the first character from `at` on that is no white space. Carriage returns are gone by now. */
function skipSpace(text, at) {
	let end = at;
	while (true) {
		const code = text.charCodeAt(end);
		if (code !== 32 && code !== 10 && code !== 9) return end;
		end++;
	}
}

// src/junit/xml/ahead.ts
/** Where the next of some marks is, without looking for it again and again. Asked for places further and further on. */
var Ahead = class {
	#text;
	#ampersand = -1;
	#cdataEnd = -1;
	#tab = -1;
	constructor(text) {
		this.#text = text;
	}
	/** Index of the first `&` from `at` on; infinite when there is none. */
	ampersand(at) {
		if (this.#ampersand < at) this.#ampersand = this.#find("&", at);
		return this.#ampersand;
	}
	/** Index of the first `]]>` from `at` on; infinite when there is none. */
	cdataEnd(at) {
		if (this.#cdataEnd < at) this.#cdataEnd = this.#find("]]>", at);
		return this.#cdataEnd;
	}
	/** Index of the first tab from `at` on; infinite when there is none. */
	tab(at) {
		if (this.#tab < at) this.#tab = this.#find("	", at);
		return this.#tab;
	}
	#find(mark, at) {
		const found = this.#text.indexOf(mark, at);
		return found === -1 ? Infinity : found;
	}
};

// src/junit/xml/place.ts
/**
* Line and column while a text goes by in pieces. Asked only for places further and further on. Lines end with a line
* feed; columns count code points.
*/
var Place = class {
	#piece = "";
	#line = 1;
	/** Index in the piece where the current line begins, or 0 when it began in an earlier piece. */
	#lineStart = 0;
	/** Code points of the current line in earlier pieces. */
	#before = 0;
	#nextBreak = Infinity;
	/** Goes on with another piece, which begins at the index `from` of the one before. */
	moveTo(piece, from) {
		this.line(from);
		this.#before += codePoints(this.#piece.slice(this.#lineStart, from));
		this.#lineStart = 0;
		this.#piece = piece;
		this.#nextBreak = this.#find(0);
	}
	/** 1-based. */
	line(index) {
		while (this.#nextBreak < index) {
			this.#line++;
			this.#lineStart = this.#nextBreak + 1;
			this.#before = 0;
			this.#nextBreak = this.#find(this.#lineStart);
		}
		return this.#line;
	}
	/** 1-based. */
	column(index) {
		this.line(index);
		return this.#before + codePoints(this.#piece.slice(this.#lineStart, index)) + 1;
	}
	/** The index of the first line feed that hasn't been passed; infinite when there is none. */
	get nextBreak() {
		return this.#nextBreak;
	}
	#find(from) {
		const found = this.#piece.indexOf("\n", from);
		return found === -1 ? Infinity : found;
	}
};
function codePoints(text) {
	let pairs = 0;
	for (let at = text.search(/[\uDC00-\uDFFF]/); at < text.length && at !== -1; at++) {
		const code = text.charCodeAt(at);
		if (code >= 56320 && code <= 57343) pairs++;
	}
	return text.length - pairs;
}

// src/junit/xml/prolog.ts
const DOCTYPE = /<!DOCTYPE\s+[^\s"'[>]+[^"'[>]*(?:"[^"]*"[^"'[>]*|'[^']*'[^"'[>]*)*([[>])/y;
const DECLARATION = /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>$/;
/**
* Reads the document type declaration at `at`. Nothing is ever fetched for it.
* @returns undefined when the text ends before it does; `declares` when it has an internal subset
*/
function readDoctype(text, at) {
	DOCTYPE.lastIndex = at;
	const match = DOCTYPE.exec(text);
	return match === null ? void 0 : {
		declares: match[1] === "[",
		end: DOCTYPE.lastIndex
	};
}
/**
* The index behind the processing instruction or XML declaration at `at`; undefined when the text ends before it does.
* @throws Mistake
*/
function endOfInstruction(text, at, atStartOfDocument) {
	const end = text.indexOf("?>", at + 2);
	if (end === -1) return void 0;
	const nameEnd = endOfName(text, at + 2);
	if (nameEnd === at + 2 || nameEnd !== end && skipSpace(text, nameEnd) === nameEnd) throw new Mistake("a processing instruction has no valid name", at);
	if (text.slice(at + 2, nameEnd).toLowerCase() === "xml") {
		if (!atStartOfDocument) throw new Mistake("an XML declaration stands elsewhere than at the very start", at);
		if (!DECLARATION.test(text.slice(at, end + 2))) throw new Mistake("the XML declaration is malformed", at);
	}
	return end + 2;
}

// src/junit/xml/references.ts
const predefined = /* @__PURE__ */ new Map([
	["amp", "&"],
	["lt", "<"],
	["gt", ">"],
	["quot", "\""],
	["apos", "'"]
]);
/** In characters. Longer than any reference that means something. */
const LONGEST_REFERENCE = 64;
/**
* Replaces character references and the five entities that XML defines itself. There are no others: a document that
* declares entities is refused, so nothing can ever be expanded to more than it is.
*
* @param base where `text` begins, for the place of a mistake
* @throws Mistake
*/
function resolveReferences(text, base) {
	let resolved = "";
	let from = 0;
	for (let at = text.indexOf("&"); at !== -1; at = text.indexOf("&", from)) {
		const end = text.indexOf(";", at);
		const name = end === -1 || end - at > 64 ? "" : text.slice(at + 1, end);
		const value = predefined.get(name) ?? characterOf(name);
		if (value === void 0) throw new Mistake(explain(name), base + at);
		resolved += text.slice(from, at) + value;
		from = end + 1;
	}
	return resolved + text.slice(from);
}
function characterOf(reference) {
	const match = /^#(?:x([\dA-Fa-f]+)|(\d+))$/.exec(reference);
	if (match === null) return void 0;
	const code = match[1] === void 0 ? Number(match[2]) : Number.parseInt(match[1], 16);
	return isCharacter(code) ? String.fromCodePoint(code) : void 0;
}
/** XML 1.0, production 2. */
function isCharacter(code) {
	if (code < 32) return code === 9 || code === 10 || code === 13;
	return code < 55296 || code > 57343 && code < 65534 || code > 65535 && code <= 1114111;
}
function explain(name) {
	if (/^#x?[\dA-Fa-f]+$/.test(name)) return "a reference is to no character that XML allows";
	if (/^[\p{L}_:][\p{L}\p{N}_:.-]*$/u.test(name)) return `the entity &${name}; is none of XML's own, and declared ones are never expanded`;
	return "an ampersand stands alone; it has to be written as &amp;";
}

// src/junit/xml/tag.ts
const MOST_ATTRIBUTES = 1e4;
const [DOUBLE_QUOTE, SINGLE_QUOTE, SLASH$1, EQUALS, GREATER$1] = [
	34,
	39,
	47,
	61,
	62
];
/**
* Reads the start tag whose `<` is at `at`.
* @param value makes the value of an attribute from its text between the quotes, which are at `start - 1` and `end`
* @returns undefined when the text ends before the tag does
* @throws Mistake
*/
function readStartTag(text, at, value) {
	const nameEnd = endOfName(text, at + 1);
	if (nameEnd === at + 1) throw new Mistake("a tag has no valid name", at);
	const name = text.slice(at + 1, nameEnd);
	const attributes = /* @__PURE__ */ new Map();
	const nextTag = text.indexOf("<", nameEnd);
	let index = nameEnd;
	while (true) {
		const spaceEnd = skipSpace(text, index);
		const code = text.charCodeAt(spaceEnd);
		if (code === GREATER$1) return {
			name,
			attributes,
			selfClosing: false,
			end: spaceEnd + 1
		};
		if (spaceEnd >= text.length) return void 0;
		if (code === SLASH$1) {
			if (spaceEnd + 1 >= text.length) return void 0;
			if (text.charCodeAt(spaceEnd + 1) !== GREATER$1) throw new Mistake("a slash stands in the middle of a tag", spaceEnd);
			return {
				name,
				attributes,
				selfClosing: true,
				end: spaceEnd + 2
			};
		}
		const end = endOfName(text, spaceEnd);
		if (end === spaceEnd) throw new Mistake("a tag contains something that is no attribute", spaceEnd);
		if (spaceEnd === index) throw new Mistake("two attributes have no space between them", spaceEnd);
		const attribute = text.slice(spaceEnd, end);
		index = skipSpace(text, end);
		if (index >= text.length) return void 0;
		if (text.charCodeAt(index) !== EQUALS) throw new Mistake(`the attribute ${attribute} has no value`, end);
		index = skipSpace(text, index + 1);
		if (index >= text.length) return void 0;
		const quote = text.charCodeAt(index);
		if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) throw new Mistake(`the value of the attribute ${attribute} has no quotes`, index);
		const start = index + 1;
		const close = text.indexOf(quote === DOUBLE_QUOTE ? "\"" : "'", start);
		if (nextTag !== -1 && (close === -1 || nextTag < close)) throw new Mistake(`the value of the attribute ${attribute} contains a "<", which has to be written as &lt;`, nextTag);
		if (close === -1) return void 0;
		if (attributes.has(attribute)) throw new Mistake(`the attribute ${attribute} is given twice`, spaceEnd);
		if (attributes.size >= MOST_ATTRIBUTES) throw new Mistake(`a tag has more than ${MOST_ATTRIBUTES} attributes`, spaceEnd);
		attributes.set(attribute, value(start, close));
		index = close + 1;
	}
}

// src/junit/xml/reader.ts
/** Characters that XML 1.0 forbids everywhere, in text that has no lone surrogates (production 2). */
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;
/** In characters. A tag, comment or instruction is looked at as a whole, so it has to end somewhere. */
const LONGEST_MARKUP = 16777216;
const DEEPEST_NESTING = 1e5;
const [LESS, GREATER, SLASH, BANG, QUESTION] = [
	60,
	62,
	47,
	33,
	63
];
const NEXT_STEP = "Have the test tool write the report again.";
/**
* Reads XML 1.0 strictly while it streams by: whatever a conforming processor has to refuse is refused, at a place that
* doesn't depend on how the text was cut into pieces. Declarations of entities are refused as well. Text and CDATA are
* passed on piece by piece and never collected. It does what saxes does at several times its speed, because it
* looks for the next mark of markup instead of looking at each character; tests hold the two against each other.
*/
var XmlReader = class {
	/** Whether character data is wanted from here on. Set from within `open` and `close`. */
	wantText = false;
	#events;
	#place = new Place();
	/** Qualified names and lines of the elements that are open. */
	#names = [];
	#lines = [];
	#value = (start, end) => this.#attributeValue(start, end);
	/** The text at hand: what was held back from earlier pieces, and the latest piece. */
	#piece = "";
	#at = 0;
	#ahead = new Ahead("");
	/** Markup that is not whole yet is tried again at this length only, so that it isn't read over and over. */
	#retryLength = 0;
	#waiting = "";
	#endsWithReturn = false;
	#inCdata = false;
	#atStart = true;
	#sawDoctype = false;
	#sawRoot = false;
	constructor(events) {
		this.#events = events;
	}
	/** @throws ReportBroken */
	write(text) {
		const added = this.#withLineFeeds(text);
		const forbidden = added.search(FORBIDDEN);
		this.#waiting += forbidden === -1 ? added : added.slice(0, forbidden);
		if (forbidden === -1 && this.#piece.length - this.#at + this.#waiting.length < this.#retryLength) return;
		this.#read();
		if (forbidden !== -1) throw this.#broken("it contains a control character or another that XML forbids", this.#piece.length);
		const left = this.#piece.length - this.#at;
		if (left > LONGEST_MARKUP) throw this.#broken("a tag or comment is longer than 16 MB", this.#at);
		this.#retryLength = 2 * left;
	}
	/** @throws ReportBroken */
	end() {
		if (this.#endsWithReturn) this.#waiting += "\n";
		this.#read();
		const innermost = this.#names.at(-1);
		if (innermost !== void 0) {
			const message = `The file ends ${`inside <${innermost}>, which begins in line ${this.#lines.at(-1)}`}: it was cut off or is still being written. Check again when it is whole.`;
			throw this.brokenAtEnd(message);
		}
		if (this.#at < this.#piece.length) throw this.#broken("it ends in the middle of markup", this.#piece.length);
		if (!this.#sawRoot) throw this.#broken("it contains no element", this.#piece.length);
	}
	/** An error behind everything that was written. */
	brokenAtEnd(message) {
		this.#take();
		return this.#brokenAt(message, this.#piece.length);
	}
	#broken(what, index) {
		return this.#brokenAt(`It is not well-formed XML: ${what}. ${NEXT_STEP}`, index);
	}
	#brokenAt(message, index) {
		const line = this.#place.line(index);
		return new ReportBroken("unreadable", message, line, this.#place.column(index));
	}
	/** Line ends as XML wants them: CR LF and CR are LF (2.11). */
	#withLineFeeds(text) {
		const whole = this.#endsWithReturn ? `\r${text}` : text;
		this.#endsWithReturn = whole.endsWith("\r");
		const sure = this.#endsWithReturn ? whole.slice(0, -1) : whole;
		return sure.includes("\r") ? sure.replace(/\r\n?/g, "\n") : sure;
	}
	#take() {
		if (this.#waiting === "") return;
		const piece = this.#at === this.#piece.length ? this.#waiting : this.#piece.slice(this.#at) + this.#waiting;
		this.#waiting = "";
		this.#place.moveTo(piece, this.#at);
		this.#ahead = new Ahead(piece);
		this.#piece = piece;
		this.#at = 0;
	}
	/** Reads on until the piece ends or what is left has to wait for the next one. */
	#read() {
		this.#take();
		try {
			while (this.#at < this.#piece.length) {
				const before = this.#at;
				if (this.#inCdata) this.#readCdata();
				else if (this.#piece.charCodeAt(before) === LESS) this.#readMarkup(before);
				else if (this.#names.length === 0) this.#readOutside();
				else this.#readText();
				if (this.#at === before) return;
				this.#atStart = false;
			}
		} catch (error) {
			if (error instanceof Mistake) throw this.#broken(error.message, error.index);
			throw error;
		}
	}
	#readOutside() {
		const end = skipSpace(this.#piece, this.#at);
		if (end < this.#piece.length && this.#piece.charCodeAt(end) !== LESS) throw new Mistake("text stands outside of the root element", end);
		this.#at = end;
	}
	#readText() {
		const [at, piece] = [this.#at, this.#piece];
		const mark = piece.indexOf("<", at);
		const end = mark === -1 ? this.#endOfSureText(at) : mark;
		const cdataEnd = this.#ahead.cdataEnd(at);
		if (cdataEnd < end) {
			resolveReferences(piece.slice(at, cdataEnd), at);
			throw new Mistake("text contains \"]]>\", which has to be written as ]]&gt;", cdataEnd);
		}
		if (this.#ahead.ampersand(at) < end) {
			const text = resolveReferences(piece.slice(at, end), at);
			if (this.wantText) this.#emit(text, at);
		} else if (this.wantText) this.#emit(piece.slice(at, end), at);
		this.#at = end;
	}
	/** How far text that goes on in the next piece can be read: not into a reference or towards `]]>`. */
	#endOfSureText(at) {
		const piece = this.#piece;
		const ampersand = piece.lastIndexOf("&");
		if (ampersand >= at && piece.indexOf(";", ampersand) === -1) {
			if (piece.length - ampersand <= 64) return ampersand;
			resolveReferences(piece.slice(ampersand), ampersand);
		}
		return endWithoutBrackets(piece, at);
	}
	#readCdata() {
		const at = this.#at;
		const mark = this.#ahead.cdataEnd(at);
		const end = mark === Infinity ? endWithoutBrackets(this.#piece, at) : mark;
		if (this.wantText) this.#emit(this.#piece.slice(at, end), at);
		this.#inCdata = mark === Infinity;
		this.#at = this.#inCdata ? end : end + 3;
	}
	#emit(text, at) {
		if (text !== "") this.#events.text(text, this.#place.line(at));
	}
	#readMarkup(at) {
		if (at + 1 >= this.#piece.length) return;
		const next = this.#piece.charCodeAt(at + 1);
		if (next === SLASH) this.#readEndTag(at);
		else if (next === BANG) this.#readDeclaration(at);
		else if (next === QUESTION) this.#readInstruction(at);
		else this.#readStartTag(at);
	}
	#readStartTag(at) {
		const root = this.#names.length === 0;
		if (root && this.#sawRoot) throw new Mistake("a second root element begins, as if reports had been glued together", at);
		if (this.#names.length >= DEEPEST_NESTING) throw new Mistake(`elements are nested ${DEEPEST_NESTING} deep`, at);
		const line = this.#place.line(at);
		const tag = readStartTag(this.#piece, at, this.#value);
		if (tag === void 0) return;
		this.#at = tag.end;
		if (root) this.#sawRoot = true;
		const name = localName(tag.name);
		if (tag.selfClosing) {
			this.#events.open(name, tag.attributes, line);
			this.#events.close(name, this.#place.line(tag.end));
			return;
		}
		this.#names.push(tag.name);
		this.#lines.push(line);
		this.#events.open(name, tag.attributes, line);
	}
	#attributeValue(start, end) {
		const raw = this.#piece.slice(start, end);
		const value = this.#place.nextBreak < end || this.#ahead.tab(start) < end ? raw.replace(/[\n\t]/g, " ") : raw;
		return this.#ahead.ampersand(start) < end ? resolveReferences(value, start) : value;
	}
	#readEndTag(at) {
		const piece = this.#piece;
		const expected = this.#names.at(-1);
		if (expected !== void 0 && piece.startsWith(expected, at + 2)) {
			const end = skipSpace(piece, at + 2 + expected.length);
			if (piece.charCodeAt(end) === GREATER) {
				this.#names.pop();
				this.#lines.pop();
				this.#at = end + 1;
				this.#events.close(localName(expected), this.#place.line(at));
				return;
			}
		}
		const end = piece.indexOf(">", at);
		if (end === -1) return;
		const nameEnd = endOfName(piece, at + 2);
		if (nameEnd === at + 2 || skipSpace(piece, nameEnd) !== end) throw new Mistake("an end tag is malformed", at);
		const name = piece.slice(at + 2, nameEnd);
		if (expected === void 0) throw new Mistake(`</${name}> ends nothing`, at);
		throw new Mistake(`<${expected}> of line ${this.#lines.at(-1)} is ended by </${name}>`, at);
	}
	#readDeclaration(at) {
		const piece = this.#piece;
		if (piece.startsWith("<!--", at)) this.#readComment(at);
		else if (piece.startsWith("<![CDATA[", at)) {
			if (this.#names.length === 0) throw new Mistake("text stands outside of the root element", at);
			this.#inCdata = true;
			this.#at = at + 9;
		} else if (piece.startsWith("<!DOCTYPE", at)) this.#readDoctype(at);
		else if (![
			"<!--",
			"<![CDATA[",
			"<!DOCTYPE"
		].some((start) => start.startsWith(piece.slice(at, at + 9)))) throw new Mistake("a declaration is none that may stand there", at);
	}
	#readComment(at) {
		const end = this.#piece.indexOf("--", at + 4);
		if (end === -1 || end + 2 >= this.#piece.length) return;
		if (this.#piece.charCodeAt(end + 2) !== GREATER) throw new Mistake("a comment contains two hyphens", end);
		this.#at = end + 3;
		this.#events.comment(this.#piece.slice(at + 4, end), this.#place.line(at));
	}
	#readDoctype(at) {
		if (this.#sawDoctype || this.#sawRoot) throw new Mistake("a document type declaration is out of place", at);
		const doctype = readDoctype(this.#piece, at);
		if (doctype === void 0) return;
		if (doctype.declares) throw this.#brokenAt("It declares its own entities or markup (<!DOCTYPE … [), which is refused. Write it without.", at);
		this.#sawDoctype = true;
		this.#at = doctype.end;
	}
	#readInstruction(at) {
		this.#at = endOfInstruction(this.#piece, at, this.#atStart) ?? at;
	}
};
function localName(name) {
	const colon = name.indexOf(":");
	return colon === -1 ? name : name.slice(colon + 1);
}
/** The end of the text, up to two closing brackets before it: `>` may follow. */
function endWithoutBrackets(text, from) {
	const end = text.length;
	if (!text.endsWith("]")) return end;
	return Math.max(from, text.endsWith("]]") ? end - 2 : end - 1);
}

// src/junit/read.ts
/** In bytes. Larger pieces make larger strings, which V8 keeps longer. */
const PIECE = 65536;
/**
* Reads one JUnit report while it streams by. Results go to `on.result` in document order, each as soon as nothing can
* be added to it; nothing of the report is kept. Whatever is wrong with the report is in `problem` (which then also
* tells how far it could be read) or `remarks`: nothing is thrown but what `on` itself throws.
*
* @param source the bytes of the file; a piece may be overwritten once the next one is asked for
* @param path relative to the workspace, with forward slashes; only for messages
*/
async function readReport(source, path, on) {
	const reading = new Reading(on);
	const hash = createHash("sha256");
	const pieces = source[Symbol.asyncIterator]();
	let bytes = 0;
	try {
		while (true) {
			const next = await nextPiece(pieces);
			if (next instanceof ReportBroken) {
				reading.giveUp(next);
				break;
			}
			if (next === void 0) break;
			bytes += next.length;
			hash.update(next);
			for (let at = 0; at < next.length; at += PIECE) reading.write(next.subarray(at, at + PIECE));
		}
	} finally {
		await pieces.return?.();
	}
	if (bytes === 0 && reading.broken === void 0) reading.giveUp(new ReportBroken("unreadable", "The file is empty. Check whether the test run finished.", 1, 1));
	reading.end();
	const { cases, failed, notRun, allRemarks } = reading.assembly;
	const file = {
		path,
		sha256: hash.digest("hex"),
		bytes,
		cases,
		failed,
		notRun
	};
	const remarks = allRemarks.map((remark) => ({
		...remark,
		file: path
	}));
	if (reading.broken === void 0 && cases === 0) remarks.push(noCase(path));
	return {
		...file,
		...reading.broken === void 0 ? {} : { problem: toProblem(reading.broken, path) },
		...remarks.length === 0 ? {} : { remarks }
	};
}
/** The way of one report's bytes through decoder, XML reader and assembly, up to where it breaks. */
var Reading = class {
	broken;
	assembly;
	#decoder = new ReportDecoder();
	#xml;
	constructor(on) {
		this.assembly = new Assembly(on, (wanted) => {
			this.#xml.wantText = wanted;
		});
		this.#xml = new XmlReader(this.assembly);
	}
	write(bytes) {
		this.#step(() => this.#xml.write(this.#decoder.write(bytes)));
	}
	end() {
		this.#step(() => this.#xml.write(this.#decoder.end()));
		this.#step(() => this.#xml.end());
	}
	giveUp(broken) {
		this.broken = broken;
		this.assembly.breakOff();
	}
	#step(read) {
		if (this.broken !== void 0) return;
		try {
			read();
		} catch (error) {
			if (error instanceof Undecodable) this.#step(() => this.#breakBehind(error));
			else if (error instanceof ReportBroken) this.giveUp(error);
			else throw error;
		}
	}
	/** What stands before the invalid bytes is read first: it may hold a failure, or an earlier mistake. */
	#breakBehind(error) {
		this.#xml.write(error.text);
		throw this.#xml.brokenAtEnd(`${error.message} Write the report in the encoding that it declares.`);
	}
};
async function nextPiece(pieces) {
	try {
		const next = await pieces.next();
		return next.done === true ? void 0 : next.value;
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return new ReportBroken("unreadable", `Reading the file failed: ${why}`);
	}
}
function toProblem(broken, file) {
	const { kind, message, line, column } = broken;
	return {
		kind,
		severity: "error",
		message,
		file,
		...line === void 0 ? {} : { line },
		...column === void 0 ? {} : { column }
	};
}
function noCase(file) {
	return {
		kind: "counts",
		severity: "warning",
		message: "The report lists no test case. Check whether any test was run.",
		file
	};
}

// src/junit/read-file.ts
/** In bytes. */
const BUFFER = 262144;
/**
* `readReport` on a file. A file that can't be opened or read is a problem of kind 'unreadable', not an exception.
*
* @param path absolute, or relative to the workspace
* @param displayPath how the file is called in what people read; default: `path`
*/
async function readReportFile(path, workspace, on, displayPath = path) {
	let handle;
	try {
		handle = await open(resolve$1(workspace, path), constants$1.O_RDONLY | (constants$1.O_NONBLOCK ?? 0));
		const stats = await handle.stat();
		if (!stats.isFile()) return notOpened(displayPath, stats.isDirectory() ? "it is a directory" : "it is no regular file");
		return await readReport(pieces(handle), displayPath, on);
	} catch (error) {
		const why = whyNotOpened(error);
		if (why === void 0 || handle !== void 0) throw error;
		return notOpened(displayPath, why);
	} finally {
		await handle?.close();
	}
}
/** The next piece is fetched while one is looked at. Two buffers are filled in turn, so a piece is good for one turn. */
async function* pieces(handle) {
	let [ready, spare] = [Buffer.allocUnsafe(BUFFER), Buffer.allocUnsafe(BUFFER)];
	let reading = handle.read(ready, 0, BUFFER, null);
	try {
		while (true) {
			const { bytesRead } = await reading;
			if (bytesRead === 0) return;
			reading = handle.read(spare, 0, BUFFER, null);
			yield ready.subarray(0, bytesRead);
			[ready, spare] = [spare, ready];
		}
	} finally {
		await reading.catch(() => void 0);
	}
}
function notOpened(path, why) {
	return {
		path,
		bytes: 0,
		cases: 0,
		failed: 0,
		notRun: 0,
		problem: {
			kind: "unreadable",
			severity: "error",
			message: `The file can't be opened: ${why}. Make it readable for this step, or leave it out of "results".`,
			file: path
		}
	};
}
/** Undefined when the error is none of the file system's. */
function whyNotOpened(error) {
	if (!(error instanceof Error) || !("code" in error)) return void 0;
	switch (error.code) {
		case "ENOENT": return "it is not there any more, or it is a link to nothing";
		case "EACCES":
		case "EPERM": return "permission is denied";
		case "EISDIR": return "it is a directory";
		case "ELOOP": return "it is a symbolic link that leads in circles";
		default: return typeof error.code === "string" ? `${error.message} (${error.code})` : void 0;
	}
}

// src/check.ts
/**
* The check itself, the same for the action and the command line: find the reports, read and match them while they
* stream by, assess. What is wrong with the reports comes out in the assessment; nothing here throws for bad input.
*/
async function check(settings, options) {
	const found = await findReports(settings.results, settings.workspace);
	const earlier = options.earlier ?? {
		files: [],
		problems: []
	};
	const sources = [...found.files.map((file) => ({
		path: file,
		displayPath: file
	})), ...earlier.files.map(({ absolutePath, displayPath, provenance }) => ({
		path: absolutePath,
		displayPath,
		provenance
	}))];
	const read = await readAll(sources, settings, options);
	return assess({
		attempts: read.attempts,
		files: read.files,
		problems: [
			...found.problems,
			...earlier.problems,
			...read.problems
		],
		nothingFound: sources.length === 0 ? nothingFound(settings) : void 0,
		settings
	}, options.now);
}
async function readAll(sources, settings, options) {
	const attempts = [];
	const files = [];
	const problems = [];
	const tell = progressTeller(sources.length, options.progress);
	let order = 0;
	let bytes = 0;
	for (const { path, displayPath, provenance } of sources) {
		const shared = provenance === void 0 ? {} : { provenance };
		const matcher = matchReport({
			file: displayPath,
			...shared,
			mapping: settings.mapping,
			timeZone: settings.clock.timeZone,
			nextOrder: () => ++order
		});
		const file = await readReportFile(path, settings.workspace, matcher.on, displayPath);
		const matched = matcher.finish();
		files.push({
			...file,
			...shared
		});
		for (const attempt of matched.attempts) attempts.push(attempt);
		for (const problem of [...file.remarks ?? [], ...matched.problems]) problems.push(problem);
		bytes += file.bytes;
		tell(files.length, bytes);
	}
	return {
		attempts,
		files,
		problems
	};
}
function progressTeller(total, progress) {
	const pause = 2e3;
	let last = performance.now();
	return (done, bytes) => {
		if (progress === void 0 || performance.now() - last < pause) return;
		last = performance.now();
		progress(`Read ${done} of ${total} reports, ${Math.round(bytes / 1e6)} MB`);
	};
}
function nothingFound({ results, workspace, earlier }) {
	const places = [];
	if (results.length > 0) places.push(`${results.map((glob) => `'${glob}'`).join(", ")} in ${workspace}`);
	if (earlier !== void 0) places.push(`artifacts ${earlier.artifacts.map((name) => `'${name}'`).join(", ")} of earlier runs`);
	return `No report was found: looked for ${places.join(" and for ")}.`;
}

// src/render/document-names.ts
/**
* File and artifact names for one document per application: `<stem>.docx` for a single one, `<stem>-<application>.docx`
* for several. Characters that artifact names must not hold become `-`; names
* that would meet get a number.
*/
function documentNames(stem, applications, extension) {
	const taken = /* @__PURE__ */ new Set();
	return applications.map((application) => {
		const base = fileStem(applications.length === 1 ? stem : `${stem}-${application}`);
		let name = `${base}${extension}`;
		for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}-${number}${extension}`;
		taken.add(name.toLowerCase());
		return name;
	});
}
function fileStem(text) {
	const stem = oneLine(text, 100).replace(/[":<>|*?\\/\s]+/gu, "-").replace(/^[.-]+|[.-]+$/gu, "");
	return stem === "" ? "checklist" : stem;
}

// src/documents.ts
/**
* Makes the checklist of each application: the user's copy of HMRC's form filled in where one is given, else our own.
* A form that can't be filled in is an error, and our own checklist stands in for it: nothing gathered is lost. Beside a
* filled-in form stands a note on how to submit it and, once nothing is in the way, a draft mail.
*/
async function makeDocuments(assessment, settings) {
	const { checklist, formTemplate } = settings.output;
	if (checklist === void 0) return {
		files: [],
		problems: []
	};
	const template = formTemplate === void 0 ? void 0 : await readTemplate(formTemplate, settings.workspace);
	const problems = template?.problem === void 0 ? [] : [template.problem];
	const files = [];
	for (const [index, application] of assessment.applications.entries()) {
		const task = {
			assessment,
			application,
			answers: answersOf$1(settings, application.name),
			placeOf: placer(settings, checklist, index)
		};
		const filled = template?.bytes === void 0 ? void 0 : await fillIn(template.bytes, template.path, task);
		problems.push(...filled?.problems ?? []);
		files.push(...filled?.files ?? [await ownChecklist(task)]);
	}
	return {
		files,
		problems
	};
}
/** The badge as SVG and for shields.io, where one is asked for. */
async function makeBadge(assessment, { output: { badge } }) {
	if (badge === void 0) return [];
	const { renderBadgeJson, renderBadgeSvg } = await import("./badge.js");
	return [{
		path: badge.svg,
		content: renderBadgeSvg(assessment)
	}, {
		path: badge.json,
		content: renderBadgeJson(assessment)
	}];
}
/** The checklists among the documents, as renderers show them. */
function shownChecklists(documents, workspace) {
	return documents.flatMap(({ application, kind, path }) => kind === "form" || kind === "own" ? [{
		application,
		kind,
		file: shownPath(path, workspace)
	}] : []);
}
/**
* Paths and artifact names of one application's documents. The checklist of a single application keeps the user's own
* path to the letter; several have their names in theirs.
*/
function placer({ output, applications }, checklist, index) {
	const names = applications.map(({ name }) => name);
	const { artifactName } = output;
	const stem = basename$1(checklist, extname(checklist));
	return (ending) => {
		const own = names.length === 1 ? `${stem}${ending}` : documentNames(stem, names, ending)[index];
		return {
			application: names[index] ?? "",
			path: join(dirname$1(checklist), own ?? `${stem}${ending}`),
			artifactName: documentNames(artifactName, names, ending)[index] ?? `${artifactName}${ending}`
		};
	};
}
/** Answers to the form's questions for one application: its own go before the shared ones. */
function answersOf$1(settings, application) {
	return {
		...settings.answers,
		...settings.applicationAnswers[application]
	};
}
async function ownChecklist({ assessment, application, answers, placeOf }) {
	const { renderChecklist } = await import("./checklist.js");
	return {
		kind: "own",
		...placeOf(".docx"),
		content: await renderChecklist(assessment, application, answers)
	};
}
async function readTemplate(path, workspace) {
	const shown = shownPath(path, workspace);
	try {
		return {
			path: shown,
			bytes: await readFile(path)
		};
	} catch (error) {
		return {
			path: shown,
			problem: {
				kind: "form",
				severity: "error",
				message: `form-template '${shown}' can't be read: ${reasonOf$1(error)}. Put your copy of HMRC's form there, or leave form-template out for our own checklist.`
			}
		};
	}
}
async function fillIn(template, path, task) {
	const { assessment, application, answers, placeOf } = task;
	const { fillForm } = await import("./fill.js");
	const { formFilling } = await import("./filling.js");
	const filled = await fillForm(template, formFilling(assessment, application, answers));
	if ("refused" in filled) return { problems: [{
		kind: "form",
		severity: "error",
		message: `form-template '${path}' was not filled in: ${filled.refused}`
	}] };
	const toCheck = [
		...filled.notFound.map((field) => `The form has no field '${field}' that could be found: fill it in by hand.`),
		...filled.unknownLabels.map((label) => `The form has a field '${label}' that is not known: fill it in by hand.`),
		...filled.remarks
	];
	const form = {
		kind: "form",
		...placeOf(".docx"),
		content: filled.document
	};
	const { renderSubmissionNote, renderDraftMail } = await import("./submission.js");
	const attachment = {
		name: basename$1(form.path),
		bytes: filled.document
	};
	const mail = renderDraftMail(assessment, application, answers, attachment);
	const draft = placeOf(".eml");
	const note = renderSubmissionNote(assessment, application, {
		document: {
			name: attachment.name,
			kind: "form"
		},
		draft: mail === void 0 ? void 0 : basename$1(draft.path),
		toCheck
	});
	return {
		files: [
			form,
			{
				kind: "note",
				...placeOf("-submission.md"),
				content: note
			},
			...mail === void 0 ? [] : [{
				kind: "mail",
				...draft,
				content: mail
			}]
		],
		problems: toCheck.map((message) => ({
			kind: "form",
			severity: "warning",
			message: `${path}: ${message}`
		}))
	};
}

// src/render/report.ts
/** Counted up whenever a reader of older reports could stumble. */
const SCHEMA_VERSION = 1;
/**
* The whole assessment as JSON for machines, pretty-printed, with an end of line. Every key is always there, `null` where there is nothing
* to say; times are ISO 8601 in UTC. The schema is `.github/ncts5-report.schema.json`.
*/
function renderReport(assessment, context = {}) {
	const { clock, scenarios } = assessment;
	const report = {
		schemaVersion: SCHEMA_VERSION,
		verdict: assessment.verdict,
		evaluatedAt: isoUtc(assessment.evaluatedAt),
		expiresAt: time(assessment.expiresAt),
		daysLeft: assessment.daysLeft ?? null,
		expiringSoon: assessment.expiringSoon,
		failOn: assessment.failOn,
		reasons: assessment.reasons.map((reason) => ({
			...reasonOf(reason),
			fatal: assessment.fatal.includes(reason)
		})),
		clock: {
			asOf: time(clock.asOf),
			maxAgeDays: clock.maxAgeDays,
			warnDays: clock.warnDays,
			notBefore: time(clock.notBefore),
			phase: clock.phase,
			timeZone: clock.timeZone
		},
		applications: assessment.applications.map(applicationOf),
		scenarios: Object.fromEntries([...scenarios].map(([id, scenario]) => [id, scenarioOf(scenario)])),
		files: assessment.files.map(fileOf),
		problems: assessment.problems.map(problemOf),
		checklists: (context.checklists ?? []).map(({ application, file, kind }) => ({
			application,
			file,
			kind
		})),
		artifacts: (context.artifacts ?? []).map(({ name, id, url }) => ({
			name,
			id,
			url
		}))
	};
	return `${JSON.stringify(report, null, 2)}\n`;
}
function reasonOf({ kind, message, next, application, file, line }) {
	return {
		kind,
		message,
		next,
		application: application ?? null,
		file: file ?? null,
		line: line ?? null
	};
}
function applicationOf(assessed) {
	return {
		name: assessed.name,
		verdict: assessed.verdict,
		flows: assessed.application.flows.map(({ flow, procedures }) => ({
			flow,
			procedures
		})),
		credentialsHeld: assessed.application.credentialsHeld,
		combination: assessed.combination ?? null,
		combinationBecause: assessed.combinationBecause ?? null,
		expiresAt: time(assessed.expiresAt),
		daysLeft: assessed.daysLeft ?? null,
		requirements: assessed.requirements.map(requirementOf),
		notRequired: assessed.notRequired.map(({ flow, why, cause }) => ({
			flow,
			cause,
			why
		})),
		recommended: assessed.recommended.map(recommendedOf),
		reasons: assessed.reasons.map(reasonOf),
		unanswered: assessed.unanswered.map(({ key, label }) => ({
			key,
			label
		}))
	};
}
function requirementOf({ requirement, status, scenario, expiresAt, reasons, next }) {
	return {
		flow: requirement.flow,
		accepts: requirement.accepts,
		column: requirement.column,
		because: requirement.because,
		status,
		...proofOf(scenario),
		expiresAt: time(expiresAt ?? scenario?.expiresAt),
		messages: scenario === void 0 ? {} : messageTimes(scenario.evidence),
		reasons,
		next: next ?? null
	};
}
function recommendedOf({ recommendation, status, scenario, note }) {
	return {
		flow: recommendation.flow,
		procedure: recommendation.procedure,
		accepts: recommendation.accepts,
		xiAsPrinted: recommendation.xiAsPrinted ?? null,
		status,
		...proofOf(scenario),
		expiresAt: time(scenario?.expiresAt),
		note: note ?? null
	};
}
function proofOf(scenario) {
	return {
		scenario: scenario?.scenario.id ?? null,
		mrn: scenario?.evidence.mrn?.value ?? null,
		lrn: scenario?.evidence.lrn?.value ?? null,
		testedAt: time(scenario?.testedAt)
	};
}
function messageTimes({ messages }) {
	return Object.fromEntries([...messages].map(([type, { value }]) => [type, isoUtc(value)]));
}
function scenarioOf(assessed) {
	const { scenario, evidence } = assessed;
	return {
		title: scenario.title,
		flow: scenario.flow,
		procedure: scenario.procedure,
		region: scenario.region,
		status: assessed.status,
		undated: assessed.undated,
		testedAt: time(assessed.testedAt),
		expiresAt: time(assessed.expiresAt),
		assumedZone: assessed.assumedZone,
		superseded: assessed.superseded,
		reasons: assessed.reasons,
		tests: assessed.counted.map(testOf),
		evidence: {
			mrn: sourced(evidence.mrn),
			lrn: sourced(evidence.lrn),
			messages: Object.fromEntries([...evidence.messages].map(([type, message]) => [type, {
				...sourcedOf(message, isoUtc(message.value)),
				assumedZone: message.assumedZone
			}])),
			findings: evidence.findings.map(({ code, message, file, line }) => ({
				code,
				message,
				file: file ?? null,
				line: line ?? null
			}))
		}
	};
}
function testOf({ attempt, time: at, timeFrom }) {
	return {
		file: attempt.file,
		line: attempt.line,
		suite: attempt.suites.join(" › "),
		className: attempt.className,
		name: attempt.name,
		matchedBy: attempt.matchedBy,
		outcome: attempt.outcome,
		flaky: attempt.flaky,
		ambiguous: attempt.ambiguous,
		declared: attempt.declared ?? null,
		message: attempt.message ?? null,
		time: time(at),
		timeFrom: timeFrom ?? null,
		provenance: provenanceOf(attempt.provenance)
	};
}
function sourced(value) {
	return value === void 0 ? null : sourcedOf(value, value.value);
}
function sourcedOf({ source, derived, file, line, provenance }, value) {
	return {
		value,
		source,
		derived,
		file,
		line,
		provenance: provenanceOf(provenance)
	};
}
function provenanceOf(provenance) {
	if (provenance === void 0) return null;
	const { artifact, artifactId, runId, runAttempt, runUrl, commit, branch } = provenance;
	return {
		artifact,
		artifactId,
		runId,
		runAttempt: runAttempt ?? null,
		runUrl,
		commit,
		branch
	};
}
function fileOf({ path, sha256, bytes, cases, failed, notRun, problem, provenance }) {
	return {
		path,
		sha256: sha256 ?? null,
		bytes,
		cases,
		failed,
		notRun,
		problem: problem === void 0 ? null : problemOf(problem),
		provenance: provenanceOf(provenance)
	};
}
function problemOf({ kind, severity, message, file, line, column }) {
	return {
		kind,
		severity,
		message,
		file: file ?? null,
		line: line ?? null,
		column: column ?? null
	};
}
function time(instant) {
	return instant === void 0 ? null : isoUtc(instant);
}

// src/render/terminal.ts
/**
* The verdict for a terminal or a log: verdict, table of mandatory tests, next steps, problems. Ends with an end of line. Text of
* reports carries no escape sequences, and no line is a workflow command.
*/
function renderTerminal(assessment, { colour, width }) {
	const columns = Math.max(40, width);
	const paint = painter(colour);
	return `${[
		verdictLines(assessment, columns, paint),
		...assessment.applications.map((application) => applicationLines(assessment, application, columns, paint)),
		nextLines(assessment, columns, paint),
		problemLines(assessment, columns, paint)
	].filter((lines) => lines.length > 0).map((lines) => lines.map(guardLine).join("\n")).join("\n\n")}\n`;
}
function verdictLines(assessment, columns, paint) {
	const { text } = verdictWord(assessment);
	const ready = assessment.expiringSoon ? "yellow" : "green";
	const cases = assessment.files.reduce((sum, file) => sum + file.cases, 0);
	const read = `${plural(assessment.files.length, "report")} with ${plural(cases, "case")} read, as of ${formatUtc(assessment.evaluatedAt)}`;
	return [...wrap(text, columns).map((line) => paint(assessment.verdict === "ready" ? ready : "red", paint("bold", line))), ...wrap(read, columns).map((line) => paint("dim", line))];
}
function applicationLines(assessment, application, columns, paint) {
	const label = applicationLabel(assessment, application.name);
	const rows = application.requirements.map((assessed) => {
		const { requirement, scenario, status } = assessed;
		const mrn = scenario?.evidence.mrn?.value;
		const left = status === "satisfied" && assessed.expiresAt !== void 0 ? timeLeft(assessed.expiresAt, assessment.evaluatedAt) : "";
		return {
			status,
			cells: [
				flowNames$1[requirement.flow],
				statusWord(assessed).text,
				scenario?.scenario.id ?? eitherOf(requirement.accepts),
				mrn === void 0 ? "" : oneLine(mrn, 24),
				left
			]
		};
	});
	const widths = rows.reduce((widest, { cells }) => cells.map((cell, index) => Math.max(cell.length, widest[index] ?? 0)), []);
	const notRequired = application.notRequired.flatMap(({ flow, why }) => wrap(`${flowNames$1[flow]}: not required. ${oneLine(why)}`, columns - 2).map((line) => `  ${paint("dim", line)}`));
	return [
		...label === void 0 ? [] : [paint("bold", label)],
		...rows.map(({ status, cells }) => {
			return `  ${cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).map((cell, index) => index === 1 ? paint(statusColours[status], cell) : cell).join("  ").trimEnd()}`;
		}),
		...notRequired
	];
}
const statusColours = {
	satisfied: "green",
	stale: "yellow",
	failed: "red",
	"not-run": "yellow",
	missing: "red"
};
function nextLines(assessment, columns, paint) {
	if (assessment.reasons.length === 0) return [];
	const steps = assessment.reasons.flatMap(({ application, message, next, file, line }, index) => {
		const label = application === void 0 ? void 0 : applicationLabel(assessment, application);
		const place = file === void 0 || message.includes(file) ? "" : ` (${at(file, line)})`;
		const number = `${index + 1}.`.padStart(3);
		const [first = "", ...others] = wrap(oneLine(`${label === void 0 ? "" : `${label}: `}${message}${place}`, 1e3), columns - 4);
		const todo = wrap(`→ ${oneLine(next, 1e3)}`, columns - 4).map((text) => `    ${text}`);
		return [
			`${number} ${first}`,
			...others.map((text) => `    ${text}`),
			...todo
		];
	});
	return [paint("bold", "What to do next"), ...steps];
}
/** As many problems as a screen holds; the JSON report has them all. */
const SHOWN = 20;
function problemLines({ problems }, columns, paint) {
	if (problems.length === 0) return [];
	const severityColours = {
		error: "red",
		warning: "yellow",
		notice: "dim"
	};
	const lines = bySeverity(problems).slice(0, SHOWN).flatMap(({ severity, message, file, line }) => {
		const place = file === void 0 || message.includes(file) ? "" : ` (${at(file, line)})`;
		const [first = "", ...others] = wrap(oneLine(`${message}${place}`, 1e3), columns - 11);
		return [`  ${paint(severityColours[severity], severity.padEnd(7))}  ${first}`, ...others.map((text) => `           ${text}`)];
	});
	const left = problems.length - SHOWN;
	return [
		paint("bold", "Problems"),
		...lines,
		...left > 0 ? [`  … and ${left} more; the JSON report and the summary list them.`] : []
	];
}
function at(file, line) {
	return oneLine(line === void 0 ? file : `${file}:${line}`, 200);
}

// src/settings/answers.ts
/**
* The answers to the form's questions under a path of the file, nested or with dotted keys. Blank ones and those
* without a value are left out: they are still open.
*/
function readAnswers(configuration, path, complain) {
	const answers = {};
	for (const question of formQuestions) {
		const nested = [
			...path,
			"answers",
			...question.key.split(".")
		];
		const dotted = [
			...path,
			"answers",
			question.key
		];
		const given = configuration.given(nested);
		const again = configuration.given(dotted);
		if (given !== void 0 && again !== void 0) complain(again.where, "is answered twice.");
		const answer = given === void 0 ? readAnswer(question, again, configuration.written(dotted), complain) : readAnswer(question, given, configuration.written(nested), complain);
		if (answer !== void 0) answers[question.key] = answer;
	}
	return answers;
}
function readAnswer(question, given, written, complain) {
	if (given === void 0) return void 0;
	const value = given.texts.join("\n").trim();
	if (question.kind === "text") return written?.trim() ?? value;
	if (question.kind === "integer") return Number(value);
	if (mayBeUnknown(question) && /^(?:unknown|unsure|don['’]?t know)$/i.test(value)) return "unknown";
	const answer = booleanOf(value);
	if (answer === void 0) complain(given.where, `must be yes or no${mayBeUnknown(question) ? ", or unknown" : ""}, not '${shorten(value)}'.`);
	return answer;
}

// src/settings/mapping.ts
/** The user's own test names: a map from scenario number to pattern or patterns, or a list of `scenario` and `test`. */
function readMapping(configuration, complain) {
	const listed = configuration.structure.scenarios;
	if (listed === void 0) return [];
	const entries = Array.isArray(listed) ? listed.map(({ scenario }, index) => ({
		scenario,
		named: [
			"scenarios",
			index,
			"scenario"
		],
		path: [
			"scenarios",
			index,
			"test"
		]
	})) : Object.keys(listed).map((scenario) => ({
		scenario,
		named: ["scenarios", scenario],
		path: ["scenarios", scenario]
	}));
	const taken = /* @__PURE__ */ new Map();
	return entries.flatMap(({ scenario, named, path }) => {
		const id = scenario.trim().toUpperCase();
		if (!isScenarioId(id)) {
			const meant = nearest$1(id, scenarios.map((one) => one.id));
			const hint = meant === void 0 ? "Scenario numbers are in HMRC's testing guide." : `Did you mean '${meant}'?`;
			complain(configuration.where(named), `there is no scenario '${shorten(scenario)}'.`, hint);
			return [];
		}
		return patterns(configuration.given(path), configuration.where(path), complain).flatMap((test) => {
			const other = taken.get(test);
			if (other !== void 0 && other !== id) complain(configuration.where(path), `'${shorten(test)}' already stands for ${other}.`);
			taken.set(test, id);
			return other === id ? [] : [{
				scenario: id,
				test
			}];
		});
	});
}
function patterns(given, where, complain) {
	const texts = given?.texts.map((text) => text.trim()) ?? [];
	if (texts.length === 0) complain(where, "names no test.");
	for (const text of texts) if (/^[*\s]*$/.test(text)) complain(where, `'${text}' fits every test.`, "Write the name of a test, * for parts that vary.");
	return texts;
}

// src/settings/outputs.ts
/**
* Where documents are written to and read from. Relative paths start from the workspace; what is written must lie
* inside it, links followed, and nothing is written twice or over the user's copy of the form.
*
* @param writesUnasked Whether checklist and report are written though no setting names them: the action's are its
* product, a laptop's folder is nobody's to fill.
* @param spoken How a setting is called that has its default value: `input checklist`.
*/
async function readOutputs(look, workspace, writesUnasked, spoken, complain) {
	const resolve = (name) => {
		const text = readText(look(name));
		return text === void 0 ? void 0 : path.resolve(workspace, text);
	};
	const formTemplate = resolve("form-template");
	const byDefault = (name, wanted) => wanted ? path.join(workspace, name) : void 0;
	const checklist = resolve("checklist") ?? byDefault("ncts5-checklist.docx", writesUnasked || formTemplate !== void 0);
	const report = resolve("report") ?? byDefault("ncts5-report.json", writesUnasked);
	const summary = resolve("summary");
	const badge = badgeFiles(resolve("badge"));
	const where = (name) => look(name)?.where ?? spoken(name);
	if (checklist !== void 0 && path.extname(checklist).toLowerCase() !== ".docx") complain(where("checklist"), "must end in .docx, or Word will not open it.");
	if (badge !== void 0 && path.extname(badge.svg).toLowerCase() !== ".svg") complain(where("badge"), "must end in .svg, or no page will show it.");
	const named = [
		{
			name: "checklist",
			file: checklist
		},
		{
			name: "report",
			file: report
		},
		{
			name: "summary",
			file: summary
		},
		{
			name: "badge",
			file: badge?.svg
		},
		{
			name: "badge",
			file: badge?.json
		}
	];
	const taken = new Map(formTemplate === void 0 ? [] : [[formTemplate, "form-template"]]);
	for (const { name, file } of named) {
		if (file === void 0) continue;
		const problem = await whyNotWritable(file, workspace);
		if (problem !== void 0) complain(where(name), problem);
		const other = taken.get(file);
		if (other !== void 0) complain(where(name), `is the same file as ${other}, which would be overwritten.`);
		taken.set(file, name);
	}
	if (formTemplate !== void 0 && !await isFile(formTemplate)) complain(where("form-template"), `there is no file ${readText(look("form-template")) ?? ""}.`, "Give the path of your copy of HMRC's form (.docx).");
	return {
		checklist,
		formTemplate,
		report,
		summary,
		badge,
		artifactName: readArtifactName(look("artifact-name"), complain) ?? "ncts5-production-checklist",
		artifactRetentionDays: readInteger(look("artifact-retention-days"), {
			min: 1,
			max: 400
		}, complain)
	};
}
function badgeFiles(svg) {
	if (svg === void 0) return void 0;
	const { dir, name } = path.parse(svg);
	return {
		svg,
		json: path.join(dir, `${name}.json`)
	};
}
async function whyNotWritable(file, workspace) {
	if ((await stat(file).catch(() => void 0))?.isDirectory() === true) return "is a folder, not a file.";
	return !isInside(file, workspace) || !isInside(await realPath(file), await realPath(workspace)) ? "lies outside of the workspace, where nothing is written." : void 0;
}
function isInside(file, folder) {
	const relative = path.relative(folder, file);
	return relative !== "" && relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
/** With links followed as far as the path exists. */
async function realPath(file) {
	try {
		return await realpath(file);
	} catch {
		const parent = path.dirname(file);
		return parent === file ? file : path.join(await realPath(parent), path.basename(file));
	}
}
async function isFile(file) {
	return (await stat(file).catch(() => void 0))?.isFile() === true;
}
/** Source of the forbidden characters: GitHub's artifact service, which must serve Windows' file systems, too. */
function readArtifactName(given, complain) {
	const name = readText(given);
	if (given === void 0 || name === void 0) return void 0;
	if (/["<>|*?:\\/\r\n]/.test(name) || name.length > 200) complain(given.where, "must be at most 200 characters, without \" < > | * ? : \\ / and line breaks.");
	return name;
}

// src/settings/read.ts
/**
* Makes one value of inputs or flags and the configuration file, where an input or flag wins. Either all is in order,
* or every mistake is in the complaints. Reads the file; never throws for what a user wrote.
*/
async function readSettings(source) {
	const complaints = [];
	const complain = (where, message, hint) => {
		complaints.push({
			where,
			message,
			...hint === void 0 ? {} : { hint }
		});
	};
	const remarks = [];
	const remark = (sentence) => void remarks.push(sentence);
	const workspace = path.resolve(source.workspace);
	const outright = (name) => outrightValue(source, name);
	const loaded = await loadConfiguration(outright("config"), workspace, complain);
	const configuration = typeof loaded === "string" ? void 0 : loaded;
	const look = (name) => outright(name) ?? configuration?.given([name]);
	const spoken = (name) => spokenName(source, name);
	const results = readList(look("results")) ?? [];
	const earlier = readEarlier(look, source.spokenAs, remark);
	if (results.length === 0 && earlier === void 0 && loaded !== "broken") {
		const or = source.spokenAs === "input" ? " or results-artifact" : "";
		complain(spoken("results"), "no source of results is given.", `Give the globs of your JUnit reports${or}, for example results/**/*.xml.`);
	}
	const clock = readClock(look, source.now, complain, remark);
	const failOn = readFailOn(look("fail-on"), complain, remark);
	const duplicates = readChoice(look("duplicates"), duplicatesNames, complain) ?? "worst";
	const output = await readOutputs(look, workspace, source.spokenAs === "input", spoken, complain);
	const publish = readPublish(look, source.spokenAs, complain);
	const mapping = configuration === void 0 ? [] : readMapping(configuration, complain);
	const answers = configuration === void 0 ? {} : readAnswers(configuration, [], complain);
	const placed = loaded === "broken" ? complainOfWords(outright, complain) : readApplications({
		outright,
		spoken,
		configuration,
		complain,
		remark
	});
	const applicationAnswers = answersOf(placed, configuration, complain);
	if (complaints.length > 0) return { complaints };
	return { settings: {
		workspace,
		results,
		earlier,
		applications: placed.map(({ application }) => application),
		mapping,
		clock,
		failOn,
		duplicates,
		answers,
		applicationAnswers,
		output,
		publish,
		remarks
	} };
}
function outrightValue(source, name) {
	const text = Object.hasOwn(source.values, name) ? source.values[name] : void 0;
	return text === void 0 || text.trim() === "" ? void 0 : {
		where: spokenName(source, name),
		texts: [text]
	};
}
function spokenName({ spokenAs }, name) {
	const flag = settingsTable.find((setting) => setting.name === name)?.flag ?? name;
	return spokenAs === "flag" ? `flag --${flag}` : `input ${name}`;
}
function readEarlier(look, spokenAs, remark) {
	const artifacts = readList(look("results-artifact")) ?? [];
	const workflow = readText(look("results-workflow"));
	const branch = readText(look("results-branch"));
	if (artifacts.length === 0) {
		if (workflow !== void 0 || branch !== void 0) remark("results-workflow and results-branch change nothing without results-artifact.");
		return;
	}
	if (spokenAs === "input") return {
		artifacts,
		workflow,
		branch
	};
	remark("results-artifact is left out: only the action can fetch the results of earlier workflow runs.");
}
function readClock(look, now, complain, remark) {
	const timeZone = readZone(look("time-zone"), complain) ?? "UTC";
	const asOf = readInstant(look("as-of"), "end", timeZone, complain);
	const maxAgeDays = readInteger(look("max-age-days"), {
		min: 1,
		max: 14
	}, complain) ?? 14;
	const warnDays = readInteger(look("warn-days"), {
		min: 0,
		max: 14
	}, complain) ?? 3;
	const phase = readInteger(look("phase"), {
		min: 1,
		max: 2
	}, complain) === 1 ? 1 : 2;
	const ofPhase = phaseRemark(phase);
	if (ofPhase !== void 0) remark(ofPhase);
	if (warnDays >= maxAgeDays) remark(`warn-days ${warnDays} is not less than max-age-days ${maxAgeDays}: it warns from the first day on.`);
	if (asOf !== void 0 && now !== void 0 && asOf < now) remark(`as-of lies in the past (${new Date(asOf).toISOString()}): evidence that has spoiled since then still counts as fresh.`);
	return {
		asOf,
		maxAgeDays,
		warnDays,
		notBefore: readInstant(look("not-before"), "start", timeZone, complain),
		phase,
		timeZone
	};
}
const byDefault = [
	"missing",
	"failed",
	"stale",
	"unreadable"
];
/** The word `none` alone makes the step succeed whatever is found; nothing at all means the default, never 'nothing'. */
function readFailOn(given, complain, remark) {
	const known = [...findingKinds, "none"];
	const words = readWords(given, (word) => choiceOf(word, known), known, complain);
	if (given === void 0 || words === void 0) return new Set(byDefault);
	const kinds = words.filter((word) => word !== "none");
	if (kinds.length < words.length && kinds.length > 0) complain(given.where, "has 'none' beside other words.", "Leave out either 'none' or the others.");
	const lenient = byDefault.filter((kind) => !kinds.includes(kind));
	if (lenient.length > 0) remark(`fail-on leaves out ${lenient.join(", ")}: such findings make the verdict not-ready, but don't fail the run.`);
	return new Set(kinds);
}
function readPublish(look, spokenAs, complain) {
	const action = spokenAs === "input";
	const flag = (name) => (readBoolean(look(name), complain) ?? false) && action;
	const comment = readChoice(look("comment"), commentNames, complain) ?? "off";
	return {
		artifact: action,
		checkRun: flag("check-run"),
		commitStatus: flag("commit-status"),
		comment: action ? comment : "off",
		issue: flag("issue"),
		token: readText(look("github-token"))
	};
}
/** What can be said of inputs and flags when the file that belongs to them is broken. */
function complainOfWords(outright, complain) {
	readWords(outright("flows"), flowOf, flowNames, complain);
	readWords(outright("procedures"), (word) => choiceOf(word, procedureNames), procedureNames, complain);
	return [];
}
function answersOf(placed, configuration, complain) {
	if (configuration === void 0) return {};
	return Object.fromEntries(placed.filter(({ path: place }) => place.length > 0).map(({ application, path: place }) => [application.name, readAnswers(configuration, place, complain)]));
}

export { makeDocuments as a, makeBadge as i, renderTerminal as n, shownChecklists as o, renderReport as r, check as s, readSettings as t };