import { A as listed, B as firstOf, D as isSetUp, E as isDisputed, F as Findings, H as isFatal, M as quoted, N as TestKeys, P as grouped, R as blocks, a as supersessions, b as resultsOfNone, c as isCredible, d as spanOf, f as startsAfter, i as fits$1, k as reportOf, l as isOver, m as placedSetUps, o as areComparable, s as credibleUntil, u as skew, w as whyDisputed, x as standingOfAmbiguous, y as onlyLooks, z as bySeverity } from "./matching.js";
import { O as ageMessages, S as hasMrn, c as recommendationsFor, h as checkMrn, i as interventionMail, k as messageOf, l as requirementsFor, p as openQuestions, s as movementDemandOf } from "./requirements.js";
import { _ as dayLength, c as formatUtc, f as zoneOffset, i as formatDuration, o as formatMoment, p as lastOpenMoment, v as wholeDays } from "./time.js";
import { u as textOf } from "./statements.js";

// src/assessment/assessment.ts
function reasonsOf({ findings, failOn }) {
	return findings.filter((finding) => blocks(finding, failOn));
}
function fatalOf({ findings, failOn }) {
	const mustBeSubmittable = failOn.has("submittable");
	return findings.filter((finding) => isFatal(finding, failOn) || mustBeSubmittable && keepsFromSending(finding));
}
function reasonsFor(assessment, application) {
	return findingsFor(assessment, application).filter((finding) => blocks(finding, assessment.failOn));
}
function findingsFor({ findings }, { name, requirements }) {
	const own = new Set(requirements.map(({ scenario }) => scenario?.scenario.id));
	return findings.filter(({ application, scenario }) => application === void 0 ? scenario === void 0 || own.has(scenario) : application === name);
}
function findingOf({ findings }, { name }, { requirement }) {
	return findings.find(({ application, requirement: about, severity }) => about === requirement.id && application === name && severity === "error");
}
function isSubmittable(assessment, application) {
	const { verdict } = application ?? assessment;
	return verdict === "ready" && openOf(assessment, application).length === 0;
}
const submissionKinds = /* @__PURE__ */ new Set([
	"evidence",
	"form",
	"document"
]);
function openOf(assessment, application) {
	return (application === void 0 ? assessment.findings : findingsFor(assessment, application)).filter(keepsFromSending);
}
function keepsFromSending({ kind, severity }) {
	return severity === "error" || severity === "warning" && submissionKinds.has(kind);
}
function statusText(status, scenario) {
	return status === "stale" && scenario?.undated === true ? "undated" : statusTexts[status];
}
const statusTexts = {
	satisfied: "proven",
	passed: "passed",
	stale: "stale",
	incomplete: "incomplete",
	failed: "failed",
	"not-run": "not run",
	missing: "no result"
};
function isAbout({ scenario: id, application }, { scenario, application: whose }) {
	return id === scenario.id && (whose === void 0 || application === void 0 || application === whose);
}
function evidenceFindings({ findings }, assessed) {
	return findings.filter(({ kind, requirement, ...finding }) => {
		return kind === "evidence" && requirement === void 0 && isAbout(finding, assessed);
	});
}

// src/assessment/steps.ts
const readingKinds = /* @__PURE__ */ new Set([
	"no-report",
	"unreadable",
	"not-junit",
	"earlier-results",
	"settings"
]);
function stepsOf(assessment, application) {
	const { failOn } = assessment;
	const findings = application === void 0 ? assessment.findings : findingsFor(assessment, application);
	const missing = findings.filter(isWithoutResult);
	const broughtAbout = (cause) => cause.kind === "unreadable" ? findings.filter((finding) => isCutOff(finding, cause)) : [];
	const causing = findings.filter((finding) => isAboutReading(finding) && (blocks(finding, failOn) || missing.length > 0 && isWarning(finding))).map((finding, index) => ({
		finding,
		consequences: [...broughtAbout(finding), ...index === 0 ? missing : []]
	}));
	const told = new Set(causing.flatMap(({ finding, consequences }) => [finding, ...consequences]));
	const ordered = findings.filter((finding) => !told.has(finding) && (blocks(finding, failOn) || isToDo(finding))).toSorted((a, b) => rankOf(a) - rankOf(b));
	return [...causing, ...together(ofApplications(ordered)).map(alone)];
}
function isCutOff({ kind, severity, requirement, scenario, place }, cause) {
	return kind === "missing" && severity === "error" && requirement !== void 0 && scenario !== void 0 && place?.file !== void 0 && place.file === cause.place?.file;
}
function ofApplications(findings) {
	return [...grouped(findings, ({ kind, message, next }) => JSON.stringify([
		kind,
		message,
		next
	])).values()].flatMap((all) => {
		const [first] = all;
		const names = [...new Set(all.flatMap(({ application }) => application ?? []))];
		return first === void 0 || names.length < 2 ? all : [{
			...first,
			application: listed(names)
		}];
	});
}
function rankOf({ kind }) {
	return 1 + laterKinds.indexOf(kind);
}
const laterKinds = [
	"expiring",
	"evidence",
	"document",
	"publishing",
	"form",
	"recommended"
];
function alone(finding) {
	return {
		finding,
		consequences: []
	};
}
function isWithoutResult({ kind, severity, requirement, scenario }) {
	return kind === "missing" && severity === "error" && requirement !== void 0 && scenario === void 0;
}
function isAboutReading({ kind, application, scenario }) {
	return readingKinds.has(kind) && application === void 0 && scenario === void 0;
}
function isWarning({ severity }) {
	return severity === "warning";
}
const toDoKinds = /* @__PURE__ */ new Set([
	"expiring",
	"evidence",
	"form",
	"document",
	"publishing"
]);
function isToDo({ kind, severity }) {
	if (severity === "error") return true;
	return severity === "warning" && toDoKinds.has(kind);
}
function isQuestion({ kind, code }) {
	return kind === "form" && code !== void 0;
}
function inFull(questions) {
	if (questions.length > maxInFull) return ".";
	const texts = questions.map(({ message }) => message.slice(message.indexOf(": ") + 2)).join("; ");
	return `: ${texts}${texts.endsWith("?") ? "" : "."}`;
}
const maxInFull = 3;
function together(findings) {
	return findings.flatMap((finding, index) => {
		if (!isQuestion(finding)) return [finding];
		const same = findings.filter((other) => isQuestion(other) && other.application === finding.application);
		if (same.length === 1) return [finding];
		if (findings.indexOf(same[0] ?? finding) !== index) return [];
		return [{
			...finding,
			code: void 0,
			message: `${same.length} questions of HMRC's form are not answered${inFull(same)}`,
			next: `Answer them under answers in the configuration file: ${same.map(({ code }) => code).join(", ")}.`
		}];
	});
}
function adviceOf({ finding: { next }, consequences }) {
	if (consequences.length === 0) return next;
	const rest = "run in Trader Test what still has no result.";
	return next === void 0 ? `Put that right, then ${rest}` : `${next} Then ${rest}`;
}
function nextOf(steps, step) {
	const advice = adviceOf(step);
	const first = steps.findIndex((other) => advice !== void 0 && adviceOf(other) === advice);
	return first < 0 || first === steps.indexOf(step) ? advice : `As for ${first + 1}.`;
}
function remarksOf(assessment, steps) {
	return notIn(steps, assessment.findings).filter(({ application, scenario, requirement }) => (application ?? scenario ?? requirement) === void 0);
}
function scenarioRemarksOf(assessment, steps) {
	const told = new Set(steps.map(({ finding }) => finding.scenario));
	const inForm = new Set(assessment.applications.flatMap(({ requirements, recommended }) => [...requirements, ...recommended].flatMap(({ scenario }) => scenario?.scenario.id ?? [])));
	return notIn(steps, assessment.findings).filter(({ kind, scenario, application }) => scenario !== void 0 && application === void 0 && kind !== "failed" && kind !== "missing" && kind !== "stale" && !(kind === "evidence" && !inForm.has(scenario)) && !((kind === "time" || kind === "conflict") && told.has(scenario)));
}
function notIn(steps, findings) {
	const inSteps = new Set(steps.flatMap(({ finding, consequences }) => [finding, ...consequences]));
	return findings.filter((finding) => !inSteps.has(finding));
}

// src/assessment/freshness.ts
function expiryOf(testedAt, clock) {
	return testedAt + clock.maxAgeDays * dayLength;
}
function expiresSoon(expiresAt, evaluatedAt, { warnDays }) {
	return expiresAt - evaluatedAt <= warnDays * dayLength;
}
function staleReasons(testedAt, evaluatedAt, clock, { name, phases }) {
	const reasons = [];
	if (evaluatedAt >= expiryOf(testedAt, clock)) {
		const age = formatDuration(evaluatedAt - testedAt);
		reasons.push(`it was tested on ${formatMoment(testedAt, clock.timeZone)}, ${age} ago, and evidence must be less than ${clock.maxAgeDays} days old`);
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

// src/assessment/others.ts
const maxNamed = 10;
function otherFindings(programme, applications, scenarios, files) {
	if (!programme.tellsOthers) return [];
	const words = otherScenarios(applications, scenarios);
	return [...words.failed.length === 0 ? [] : [told(`Other scenarios run: ${othersInWords(words)}. You can submit all the same.`)], ...sharedMovements(applications, files).map((shared) => told(sharedInWords(shared)))];
}
function otherScenarios(applications, scenarios) {
	const shown = new Set(applications.flatMap(({ requirements, alsoRequired }) => [...requirements, ...alsoRequired].map(({ scenario }) => scenario?.scenario.id)));
	const others = [...scenarios.values()].filter(({ scenario }) => !shown.has(scenario.id));
	const ids = (is) => others.filter(({ status }) => is(status)).map(({ scenario }) => scenario.id);
	return {
		passed: ids((status) => status === "passed"),
		failed: ids((status) => status === "failed"),
		open: ids((status) => status === "not-run" || status === "stale")
	};
}
function othersInWords({ passed, failed, open }) {
	return [
		...passed.length === 0 ? [] : [`${passed.length} passed`],
		...failed.length === 0 ? [] : [`${failed.length} failed (${named$2(failed)})`],
		...open.length === 0 ? [] : [`${open.length} not run or too old (${named$2(open)})`]
	].join(", ");
}
function named$2(ids) {
	return ids.length > maxNamed ? `${ids.slice(0, maxNamed).join(", ")}, …` : ids.join(", ");
}
const sharedMovement = "shared-movement";
function sharedMovements(applications, files) {
	if (applications.length < 2) return [];
	const bytes = new Map(files.map((file) => [reportOf({
		...file,
		file: file.path
	}), file.sha256]));
	const movements = /* @__PURE__ */ new Map();
	for (const application of applications) for (const { status, scenario, requirement } of application.requirements) {
		if (status !== "satisfied" || scenario === void 0) continue;
		for (const key of keysOf$1(scenario, bytes)) {
			const known = movements.get(key) ?? {
				scenario,
				users: []
			};
			movements.set(key, {
				...known,
				users: [...known.users, {
					application,
					requirement,
					scenario
				}]
			});
		}
	}
	const distinct = /* @__PURE__ */ new Map();
	for (const movement of movements.values()) {
		const key = usersInWords(movement);
		if (applicationsOf(movement.users).length > 1 && !distinct.has(key)) distinct.set(key, movement);
	}
	return [...distinct.values()];
}
function keysOf$1({ scenario, evidence, counted }, bytes) {
	const flow = scenario.flow === "arrival" ? "arrival" : "departure";
	const { mrn } = evidence;
	return [...mrn === void 0 ? [] : [`${flow} ${mrn.value.toUpperCase()}`], ...counted.map(({ attempt }) => {
		const report = reportOf(attempt);
		return `${flow} ${bytes.get(report) ?? report}:${attempt.line} ${scenario.id}`;
	})];
}
function usersInWords({ users }) {
	return users.map(({ application, requirement }) => `${requirement.id} ${application.name}`).join("\n");
}
function applicationsOf(users) {
	return [...new Set(users.map(({ application }) => application.name))];
}
function sharedInWords({ scenario, users }) {
	return `The movement of ${scenario.scenario.id} proves ${listed(applicationsOf(users))}. Whether HMRC wants one for each product is not known: it doesn't say.`;
}
function borrowedFindings(programme, applications, files) {
	if (programme.tellsOthers) return [];
	return sharedMovements(applications, files).flatMap(({ scenario: first, users }) => {
		const names = applicationsOf(users);
		return users.map(({ application, requirement, scenario }) => {
			const counted = scenario.counted[0]?.attempt;
			return {
				kind: "missing",
				code: sharedMovement,
				severity: "error",
				message: `${requirement.title}: the movement of ${first.scenario.id} is used for ${listed(names)}, but HMRC wants each to run its own tests.`,
				next: ownTest(application, requirement),
				place: counted === void 0 ? void 0 : {
					file: counted.file,
					line: counted.line
				},
				scenario: scenario.scenario.id,
				requirement: requirement.id,
				application: application.name
			};
		});
	});
}
function ownTest({ application }, { wanted }) {
	return application.ownership?.own === void 0 ? `Run ${wanted} with each of them, and say in the configuration file whose results are whose: by results, results-artifact, property or suite of each application.` : `Run ${wanted} with each of them: the same test counts for both now.`;
}
function told(message) {
	return {
		kind: "elsewhere",
		severity: "notice",
		message
	};
}

// src/assessment/evidence/movement.ts
const hmrcId = /^[0-9a-f]{16}$/i;
const kinds = [
	"departure",
	"arrival",
	"placeholder",
	"mrn",
	"lrn"
];
function chooseMovement(attempts) {
	if (isOneMovement(attempts)) return {
		belongs: () => true,
		unclear: /* @__PURE__ */ new Map()
	};
	const latestFirst = attempts.filter(({ statements }) => statements.length > 0).toSorted((a, b) => b.order - a.order);
	const movements = new Movements();
	const open = /* @__PURE__ */ new Set();
	for (const { statements } of latestFirst) for (const keys of statements.map(keysOf)) {
		movements.join(keys);
		for (const key of keys) open.add(kindOf$1(key));
	}
	for (const attempt of latestFirst) {
		const [one, ...others] = givenTogether(attempt);
		if (one === void 0) continue;
		for (const other of others) if (fits(movements.of(one), movements.of(other))) movements.join([one, other]);
	}
	const chosen = new Keys();
	const unclear = /* @__PURE__ */ new Map();
	for (const trusted of byTrust(latestFirst)) {
		choose(trusted, open, movements, chosen, unclear);
		for (const kind of open) if (chosen.hasKind(kind) || kind !== "placeholder" && unclear.has(kind)) open.delete(kind);
		if (open.size === 0) break;
	}
	return {
		belongs: (statement) => keysOf(statement).every((key) => chosen.has(key)),
		unclear
	};
}
function* byTrust(attempts) {
	for (let distrust = 0; distrust <= mostDistrusted; distrust++) for (const attempt of attempts) {
		const own = attempt.statements.flatMap((statement) => {
			const [first, ...others] = distrustOf(statement) === distrust ? keysOf(statement) : [];
			return first === void 0 ? [] : [{
				statement,
				keys: [first, ...others]
			}];
		});
		if (own.length > 0) yield {
			attempt,
			own
		};
	}
}
function choose({ attempt, own }, open, movements, chosen, unclear) {
	for (const kind of kinds) {
		if (!open.has(kind) || chosen.hasKind(kind)) continue;
		const groups = /* @__PURE__ */ new Map();
		for (const one of own) {
			if (!one.keys.some((key) => kindOf$1(key) === kind)) continue;
			const group = movements.of(one.keys[0]);
			if (!groups.has(group) && fits(group, chosen)) groups.set(group, one);
		}
		if (groups.size === 0) continue;
		const only = groups.size === 1 ? [...groups.keys()][0] : hinted(attempt, [...groups.keys()], chosen);
		for (const key of only === void 0 ? [] : keysIn(only)) chosen.add(key);
		if (groups.size < 2 || only !== void 0) continue;
		const places = [...groups.values()].flatMap(({ keys, statement }) => namesOf(keys, kind, statement, attempt));
		for (const { name } of places.slice(0, 1)) unclear.set(name, places);
	}
}
function hinted(attempt, groups, chosen) {
	const hints = attempt.statements.flatMap((statement) => statement.key === "mrn" && statement.near !== void 0 && keysOf(statement).every((key) => chosen.has(key)) ? [keyOfMovement(statement.near)] : []);
	const found = groups.filter((group) => hints.some((hint) => keysIn(group).has(hint)));
	return found.length === 1 ? found[0] : void 0;
}
function fits(group, other) {
	const [some, chosen] = [keysIn(group), keysIn(other)];
	return !kinds.some((kind) => some.hasKind(kind) && chosen.hasKind(kind));
}
const givenSources = [
	"property",
	"marker",
	"line",
	"comment",
	"name"
];
const mostDistrusted = givenSources.length + 2;
function distrustOf({ source, derived, key }) {
	if (!derived) return givenSources.indexOf(source);
	if (key === "message") return givenSources.length;
	return source === "api-json" ? mostDistrusted - 1 : mostDistrusted;
}
function givenTogether({ statements }) {
	const given = /* @__PURE__ */ new Map();
	for (const statement of statements) if (!statement.derived && !addOnly(given, keysOf(statement))) return [];
	return [...given.values()];
}
function isOneMovement(attempts) {
	const ids = /* @__PURE__ */ new Map();
	return attempts.every(({ statements }) => statements.every((statement) => addOnly(ids, keysOf(statement))));
}
function addOnly(known, keys) {
	return keys.every((key) => {
		const kind = kindOf$1(key);
		const only = known.get(kind) ?? key;
		known.set(kind, only);
		return only === key;
	});
}
function keysOf(statement) {
	const { key, mrn, lrn, movement } = statement;
	if (key === "scenario" || key === "display-name" || key !== "message" && statement.unclear === true) return [];
	const keys = [];
	const numbers = {
		mrn: key === "mrn" ? statement.value : mrn,
		lrn: key === "lrn" ? statement.value : lrn
	};
	if (numbers.mrn !== void 0) keys.push(`mrn ${numbers.mrn.toUpperCase()}`);
	if (numbers.lrn !== void 0) keys.push(`lrn ${numbers.lrn}`);
	if (movement !== void 0) keys.push(keyOfMovement(movement));
	return keys;
}
function keyOfMovement({ kind, id }) {
	return `${hmrcId.test(id) ? kind ?? "departure" : "placeholder"} ${id}`;
}
const kindsByStart = new Map(kinds.map((kind) => [kind.charCodeAt(0), kind]));
function kindOf$1(key) {
	return kindsByStart.get(key.charCodeAt(0)) ?? "placeholder";
}
function namesOf(keys, kind, { line, movement }, { file }) {
	const name = kind === "placeholder" ? movement?.kind ?? "departure" : kind;
	return keys.filter((key) => kindOf$1(key) === kind).map((key) => ({
		name,
		id: key.slice(kind.length + 1),
		file,
		line
	}));
}
var Keys = class {
	#all;
	#kinds;
	constructor(...keys) {
		this.#all = new Set(keys);
		this.#kinds = new Set(keys.map(kindOf$1));
	}
	get size() {
		return this.#all.size;
	}
	has(key) {
		return this.#all.has(key);
	}
	hasKind(kind) {
		return this.#kinds.has(kind);
	}
	add(key) {
		this.#all.add(key);
		this.#kinds.add(kindOf$1(key));
	}
	[Symbol.iterator]() {
		return this.#all.values();
	}
};
function keysIn(group) {
	return typeof group === "string" ? new Keys(group) : group;
}
var Movements = class {
	#groups = /* @__PURE__ */ new Map();
	join(keys) {
		const [first, ...others] = keys;
		if (first === void 0 || others.length === 0) return;
		let group = this.#groupOf(first);
		for (const key of others) {
			const other = this.#groupOf(key);
			if (other === group) continue;
			const [large, small] = group.size >= other.size ? [group, other] : [other, group];
			for (const moved of small) {
				large.add(moved);
				this.#groups.set(moved, large);
			}
			group = large;
		}
	}
	of(key) {
		return this.#groups.get(key) ?? key;
	}
	#groupOf(key) {
		const group = this.#groups.get(key) ?? new Keys(key);
		this.#groups.set(key, group);
		return group;
	}
};

// src/assessment/evidence/evidence.ts
function evidenceFinding(code, message, { file, line }, next) {
	return {
		kind: "evidence",
		code,
		severity: "warning",
		message,
		next,
		place: {
			file,
			line
		}
	};
}
const trust = [
	"property",
	"marker",
	"line",
	"comment",
	"name",
	"api-json",
	"message-xml"
];
function collectCandidates(attempts) {
	const { belongs, unclear } = chooseMovement(attempts);
	const mrns = [];
	const lrns = [];
	const unclearLrns = [];
	const times = [];
	const leftOut = /* @__PURE__ */ new Set();
	const latestFirst = attempts.filter(({ statements, dropped }) => statements.length > 0 || dropped !== void 0).toSorted((a, b) => b.order - a.order);
	for (const attempt of latestFirst) for (const statement of attempt.statements.toReversed()) {
		if (statement.key === "scenario" || statement.key === "display-name") continue;
		const own = belongs(statement);
		if (statement.key !== "message") {
			(statement.key === "mrn" ? mrns : statement.unclear === true ? unclearLrns : lrns).push(candidateOf(statement.value, statement, attempt, own));
			continue;
		}
		const { message, at, assumedZone, mrn, lrn } = statement;
		if (own) {
			const text = at === void 0 ? textOf(statement) : void 0;
			times.push({
				...candidateOf(at, statement, attempt, own),
				message,
				assumedZone,
				text
			});
		} else if (unclear.size > 0) leftOut.add(message);
		if (mrn !== void 0) mrns.push(candidateOf(mrn, statement, attempt, own));
		if (lrn !== void 0) lrns.push(candidateOf(lrn, statement, attempt, own));
	}
	return {
		mrns: bestFirst(mrns),
		lrns: bestFirst(lrns),
		unclearLrns: bestFirst(unclearLrns),
		times: byMessage(bestFirst(times)),
		unclear,
		leftOut,
		tooMuch: droppedIn(latestFirst)
	};
}
function droppedIn(latestFirst) {
	let found;
	for (const { file, dropped } of latestFirst) if (dropped !== void 0) found = {
		file,
		line: dropped.line,
		count: dropped.count + (found?.count ?? 0)
	};
	return found;
}
function distrust(source, derived) {
	return (derived ? trust.length : 0) + trust.indexOf(source);
}
function sourced({ value, source, derived, file, line, provenance }) {
	return {
		value,
		source,
		derived,
		file,
		line,
		provenance
	};
}
function distinct(candidates, same) {
	const seen = /* @__PURE__ */ new Map();
	for (const candidate of candidates) {
		const key = same(candidate.value);
		if (!seen.has(key)) seen.set(key, candidate);
	}
	return [...seen.values()];
}
function candidateOf(value, { source, derived, line }, { file, provenance }, own) {
	return {
		value,
		source,
		derived,
		file,
		line,
		provenance,
		own
	};
}
function bestFirst(candidates) {
	return candidates.toSorted((a, b) => distrust(a.source, a.derived) - distrust(b.source, b.derived));
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
function withPlaces(candidates, show) {
	const shown = candidates.slice(0, 5).map(({ value, file, line }) => `${show(value)} (${file}:${line})`);
	const more = candidates.length - shown.length;
	return listed(more > 0 ? [...shown, `${more} more`] : shown);
}

// src/assessment/evidence/messages.ts
function messageFindings({ scenario, evidence: { messages }, candidates: { times, leftOut }, place, strict }, asked, formAsks) {
	const sequence = messagesInOrder(scenario);
	return [
		...missing$1({
			asked,
			formAsks
		}, sequence, {
			messages,
			leftOut,
			times
		}, place),
		...unreadable(times),
		...conflicts(sequence, times),
		...outOfOrder(sequence, messages),
		...unexpected(scenario, sequence, times),
		...strict ? atOnce(messages) : []
	];
}
function messagesInOrder({ steps }) {
	return steps.flatMap(({ sends, receives }) => [...sends, ...receives]);
}
function missing$1({ asked, formAsks }, sequence, { messages, leftOut, times }, place) {
	const expected = asked.filter((type) => sequence.includes(type));
	const absent = expected.filter((type) => !messages.has(type) && !leftOut.has(type) && !times.has(type));
	const [first] = absent;
	if (first === void 0) return [];
	const several = absent.length > 1;
	const why = expected.every((type) => formAsks.includes(type)) ? `, and the form asks for ${several ? "them" : "it"}` : "";
	const message = several ? `The times of ${listed(absent.map(named$1))} were not found${why}.` : `The time of ${named$1(first)} was not found${why}.`;
	const next = `Give the test a property ${several ? "for each" : `'${first}'`}, or have it print a line such as '${first}=2026-07-01T12:00:05Z'${several ? " for each" : ""} or the ${several ? "messages themselves" : "message itself"}.`;
	const finding = evidenceFinding("message-missing", message, place, next);
	return [absent.some((type) => formAsks.includes(type)) ? finding : {
		...finding,
		severity: "notice"
	}];
}
function unreadable(times) {
	const findings = [];
	for (const [type, candidates] of times) {
		const isDated = candidates.some(({ value }) => value !== void 0);
		const texts = /* @__PURE__ */ new Set();
		for (const { value, derived, text, file, line } of candidates) {
			if (value !== void 0 || derived && isDated || text === void 0 || texts.has(text)) continue;
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
function inSeconds$1(instant) {
	return Math.floor(instant / 1e3);
}
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
const questions = [
	["IE015", "IE029"],
	["IE007", "IE025"],
	["IE007", "IE045"]
];
function atOnce(messages) {
	return questions.flatMap(([request, answer]) => {
		const [asked, answered] = [messages.get(request), messages.get(answer)];
		if (asked === void 0 || answered === void 0) return [];
		if (inSeconds$1(asked.value) !== inSeconds$1(answered.value)) return [];
		const message = `${named$1(answer)} has the very time of ${named$1(request)}, ${formatUtc(answered.value)}: expected the time at which it could be fetched from the API, some time later.`;
		return [evidenceFinding("message-instant", message, answered)];
	});
}
function named$1(type) {
	const name = messageOf(type)?.name;
	return name === void 0 ? type : `${type} (${name})`;
}

// src/assessment/evidence/identity.ts
function movementFindings({ scenario, evidence, candidates, place, strict }) {
	const { mrn, lrn, messages } = evidence;
	return [
		...mrn === void 0 ? missing(scenario, lrn, candidates, place) : mrnFindings(scenario, mrn, messages),
		...conflict("mrn", mrn, candidates),
		...lrn === void 0 ? unclearLrns(candidates) : lrnFindings(lrn),
		...conflict("lrn", lrn, candidates),
		...severalMovements("departure", candidates),
		...severalMovements("arrival", candidates),
		...strict && mrn !== void 0 ? madeUp(mrn) : []
	];
}
function missing(scenario, lrn, { unclear, unclearLrns: found }, place) {
	if (unclear.has("mrn")) return [];
	if (hasMrn(scenario)) return [evidenceFinding("mrn-missing", "No MRN was found, and the form asks for one.", place, "Give the test a property 'MRN', or have it print a line 'MRN=…' or the message with it (CC028C).")];
	if (lrn !== void 0 || unclear.has("lrn") || found.length > 0) return [];
	const message = "Neither MRN nor LRN was found, and the form asks for one of them.";
	const next = `Give the test a property 'LRN', or have it print a line 'LRN=…': ${scenario.id} ends before an MRN is allocated.`;
	return [evidenceFinding("mrn-missing", message, place, next)];
}
function mrnFindings(scenario, mrn, messages) {
	const check = checkMrn(mrn.value);
	const found = `MRN ${quoted(mrn.value)}`;
	if (!check.ok) return [evidenceFinding(check.code, `${found} is not valid: ${check.message}.`, mrn)];
	const findings = [];
	const expected = scenario.mrnCountry;
	if (expected !== void 0 && check.country !== expected) {
		const why = scenario.flow === "arrival" ? `${scenario.id} is an arrival in ${scenario.region} from ${expected}, and an MRN has the country of departure` : `${scenario.id} is a departure from ${scenario.region}`;
		const message = `${found} has country ${check.country}, expected ${expected}: ${why}.`;
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
function conflict(key, chosen, { mrns, lrns }) {
	const stated = (key === "mrn" ? mrns : lrns).filter(({ own, source }) => own || source !== "api-json");
	const values = distinct(stated, (value) => key === "mrn" ? value.toUpperCase() : value);
	const [first] = values;
	if (first === void 0 || values.length < 2) return [];
	const name = key.toUpperCase();
	const use = chosen === void 0 ? `None is used, since nothing says which is its own: give the test a property '${name}'.` : `${quoted(chosen.value)} is used.`;
	const message = `Its results state ${values.length} ${name}s, expected one movement per scenario: ${withPlaces(values, quoted)}. ${use}`;
	return [evidenceFinding(`${key}-conflict`, message, chosen ?? first)];
}
function unclearLrns({ unclearLrns: found }) {
	const [first] = found;
	if (first === void 0) return [];
	const message = `LRN ${quoted(first.value)} is not used, since it can't be told where it ends. Put it into quotation marks (LRN="…"), or give the test a property 'LRN'.`;
	return [evidenceFinding("lrn-unclear", message, first)];
}
function severalMovements(name, { unclear }) {
	const found = unclear.get(name);
	const [first] = found ?? [];
	if (found === void 0 || first === void 0) return [];
	const shown = found.slice(0, 5).map(({ id, file, line }) => `${quoted(id)} (${file}:${line})`);
	const places = listed(found.length > shown.length ? [...shown, `${found.length - shown.length} more`] : shown);
	const message = `Its results have messages of ${found.length} ${name}s, expected one: ${places}. Their times are not used, since nothing says which is its own: let the test print only its own, or its ${name} from the API with LRN and MRN.`;
	return [evidenceFinding("movement-conflict", message, first)];
}
const exampleWords = /EXAMPL|DEMO|DSGB|DSXI/;
function madeUp(mrn) {
	const free = mrn.value.slice(4, 16).toUpperCase();
	const isSame = free.length === 12 && new Set(free).size === 1;
	if (!isSame && !exampleWords.test(free)) return [];
	const what = isSame ? "has the same character in all of its free places" : "is that of an example";
	const message = `MRN ${quoted(mrn.value)} ${what}, expected the one that HMRC allocated in Trader Test.`;
	return [evidenceFinding("mrn-example", message, mrn)];
}

// src/assessment/evidence/gather.ts
function gatherEvidence(scenario, attempts, asked, { strict = false, formAsks = asked } = {}) {
	const candidates = collectCandidates(attempts);
	const mrn = candidates.mrns.find(({ own }) => own);
	const lrn = candidates.lrns.find(({ own }) => own);
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
	const examined = {
		scenario,
		evidence,
		candidates,
		place: {
			file: first.file,
			line: first.line
		},
		strict
	};
	return {
		...evidence,
		findings: [
			...movementFindings(examined),
			...messageFindings(examined, asked, formAsks),
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
	if (tooMuch === void 0) return [];
	const { count } = tooMuch;
	const message = `Its tests or suites wrote more evidence than is kept: ${count === 1 ? "one statement was left out" : `${count} statements were left out`}, from here on. Expected the messages of one movement; let them print less, or leave reports of other tests out of "results".`;
	return [evidenceFinding("too-much", message, tooMuch)];
}
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
function byProof(a, b) {
	return distance[a.status] - distance[b.status] || a.rank - b.rank || (b.scenario.expiresAt ?? 0) - (a.scenario.expiresAt ?? 0);
}
function nearest(accepts, scenarios) {
	return accepts.flatMap((id) => scenarios.get(id) ?? []).map((scenario) => ({
		scenario,
		status: statusOf(scenario),
		rank: 1
	})).toSorted(byProof)[0]?.scenario;
}
function assessRequirement(requirement, judged) {
	const [best] = requirement.accepts.flatMap(({ id, rank }) => {
		const scenario = judged.scenarios.get(id);
		return scenario === void 0 ? [] : [{
			scenario,
			status: proofOf(requirement, scenario, judged),
			rank
		}];
	}).toSorted(byProof);
	const scenario = best?.scenario;
	const status = best?.status ?? "missing";
	const proves = status === "satisfied";
	return {
		requirement,
		status,
		scenario,
		expiresAt: proves ? scenario?.expiresAt : void 0,
		remark: proves ? requirement.accepts.find(({ id }) => id === scenario?.scenario.id)?.remark : void 0
	};
}
function ownRequirement(id) {
	return {
		id: `also-${id.toLowerCase()}`,
		title: "Also required",
		accepts: [{
			id,
			rank: 1,
			remark: void 0
		}],
		wanted: id,
		first: [id],
		run: `Run ${id} in Trader Test.`,
		messages: [],
		needs: {
			mrn: false,
			messages: [],
			without: []
		},
		never: [],
		output: void 0,
		because: "also-required names it.",
		cell: void 0
	};
}
function proofOf(requirement, scenario, judged) {
	const status = statusOf(scenario);
	return status === "satisfied" && unmetNeeds(requirement, scenario, judged).length > 0 ? "incomplete" : status;
}
function notCounting({ never }, { scenarios }) {
	return never.flatMap(({ scenarios: ids, why }) => ids.filter((id) => scenarios.get(id)?.status === "passed").map((id) => ({
		message: `${id} passed, but its movement is ${why}`,
		place: placeOf(scenarios.get(id))
	})));
}
function placeOf(scenario) {
	const attempt = scenario?.counted[0]?.attempt;
	return attempt === void 0 ? void 0 : {
		file: attempt.file,
		line: attempt.line
	};
}
const aboutMrn = /* @__PURE__ */ new Set([
	"mrn-missing",
	"mrn-shape",
	"mrn-check-digit",
	"mrn-conflict"
]);
function unmetNeeds({ needs }, scenario, { ofScenarios }) {
	const { evidence } = scenario;
	const findings = (ofScenarios.get(scenario.scenario.id) ?? []).filter(({ kind }) => kind === "evidence");
	const here = placeOf(scenario);
	const unmet = [];
	if (needs.mrn) {
		const wrong = findings.filter(({ code }) => code !== void 0 && aboutMrn.has(code));
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
			place: unreadablePlace(findings, absent) ?? here
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
	return [...needs.without.flatMap(({ message: type, because, insteadOf }) => {
		const place = evidence.seen.get(type);
		const isMoot = insteadOf !== void 0 && evidence.messages.has(insteadOf);
		return place === void 0 || isMoot ? [] : [{
			message: `${named(type)} was found: ${because}`,
			place,
			isFinal: true
		}];
	}), ...unmet];
}
function unreadablePlace(findings, types) {
	return findings.find(({ code, message }) => code === "message-time" && types.some((type) => message.includes(type)))?.place;
}
function inSeconds(instant) {
	return Math.floor(instant / 1e3);
}
function named(type) {
	const name = messageOf(type)?.name;
	return name === void 0 ? type : `${type} (${name})`;
}
function clause(sentence) {
	return sentence.replace(/\.$/u, "").replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
}
function nextStep$1(requirement, status, scenario, programme) {
	const [first = ""] = requirement.first;
	const help = manualHelp(programme, scenario?.scenario ?? programme.scenarios.get(first));
	const id = scenario?.scenario.id ?? first;
	switch (status) {
		case "missing": return `${requirement.run}${help}`;
		case "incomplete": return `Have the test of ${id} hand over ${needed(requirement)} of its movement, then check again; or run ${requirement.first.join(" or ")}.`;
		case "not-run": return `Have ${id} really run in Trader Test (it was skipped or not listed), then check again.${help}`;
		case "failed": return `Find out why ${id} failed, run it again in Trader Test until it passes, then check again.${help}`;
		case "stale": return scenario?.undated === true ? `Have your test tool write when ${id} ran (a timestamp in the report, or its message times as evidence) and correct any time that is wrong, then check again.` : `Run ${id} again in Trader Test: its evidence doesn't count any more.${help}`;
	}
}
function needed({ needs }) {
	return listed([...needs.mrn ? ["the MRN"] : [], `the times of ${listed(needs.messages)}`]);
}
function manualHelp(programme, scenario) {
	const step = scenario?.steps.findIndex(({ manualIntervention }) => manualIntervention) ?? -1;
	if (scenario === void 0 || step < 0) return "";
	const { to, subject } = interventionMail(programme, scenario, step + 1);
	return ` HMRC moves it on by hand: e-mail ${to} with the subject '${subject}', and allow one working day.`;
}
function isSatisfied({ requirements }) {
	return requirements.every(({ status }) => status === "satisfied");
}
function firstExpiry({ requirements }) {
	const times = requirements.flatMap(({ expiresAt }) => expiresAt === void 0 ? [] : [expiresAt]);
	return times.length === 0 ? void 0 : Math.min(...times);
}
function openCount({ requirements }) {
	return requirements.filter(({ status }) => status !== "satisfied").length;
}
function byDistance(a, b) {
	const far = (set) => set.requirements.reduce((sum, { status }) => sum + distance[status], 0);
	return openCount(a) - openCount(b) || far(a) - far(b);
}
function byNearness(a, b) {
	return byDistance(a, b) || (firstExpiry(b) ?? 0) - (firstExpiry(a) ?? 0) || (a.set.combination ?? "").localeCompare(b.set.combination ?? "");
}

// src/assessment/findings.ts
function requirementFindings(assessed, application, { programme, ...judged }) {
	const { requirement, status, scenario } = assessed;
	if (status === "satisfied") return [];
	const about = {
		scenario: scenario?.scenario.id,
		requirement: requirement.id,
		application
	};
	const unmet = unmetOf(assessed, judged);
	const own = unmet.map(({ message, place }) => {
		return {
			kind: "missing",
			severity: "notice",
			message,
			place,
			...about
		};
	});
	const ofScenario = judged.ofScenarios.get(scenario?.scenario.id ?? "") ?? [];
	const deciding = own.length > 0 ? own : explaining(status, ofScenario);
	return [{
		kind: status === "not-run" || status === "incomplete" ? "missing" : status,
		severity: "error",
		message: `${requirement.title} (${requirement.wanted}): ${whatOf(assessed, deciding)}.`,
		next: unmet.some(({ isFinal }) => isFinal) ? requirement.run : scenario?.next ?? nextStep$1(requirement, status, scenario, programme),
		place: deciding[0]?.place ?? firstPlace(assessed),
		...about
	}, ...own];
}
function unmetOf({ requirement, status, scenario }, judged) {
	if (scenario === void 0) return notCounting(requirement, judged);
	return status === "incomplete" ? unmetNeeds(requirement, scenario, judged) : [];
}
function explaining(status, ofScenario) {
	const kinds = explainingKinds[status];
	return ofScenario.filter(({ kind, requirement }) => requirement === void 0 && kinds.has(kind));
}
const explainingKinds = {
	satisfied: /* @__PURE__ */ new Set(),
	incomplete: /* @__PURE__ */ new Set(),
	missing: /* @__PURE__ */ new Set(),
	"not-run": /* @__PURE__ */ new Set(["missing"]),
	failed: /* @__PURE__ */ new Set(["failed"]),
	stale: /* @__PURE__ */ new Set(["stale", "time"])
};
function explanationOf({ requirement, status, scenario }, application, findings) {
	const own = findings.filter((finding) => finding.requirement === requirement.id && finding.application === application && finding.severity === "notice");
	const ofScenario = findings.filter((finding) => finding.scenario === scenario?.scenario.id);
	return [...own, ...scenario === void 0 ? [] : explaining(status, ofScenario)];
}
function whatOf({ status, scenario }, deciding) {
	const { shown, more } = firstOf(deciding, status === "incomplete" ? 4 : 1);
	const why = shown.map(({ message }) => message).join("; ");
	const rest = more > 0 ? `; and ${more} more like this` : "";
	if (scenario === void 0) return why === "" ? "no report has a result" : `no result counts (${why}${rest})`;
	const how = howOf(status, why, statusText(status, scenario));
	return `${scenario.scenario.id}${how}${why === "" ? "" : `: ${why}${rest}`}`;
}
function howOf(status, why, text) {
	if (status === "incomplete") return " passed, but its evidence is incomplete";
	if (status === "stale") return ` is ${text}`;
	return why === "" ? ` ${status === "failed" ? "" : "was "}${text}` : "";
}
function firstPlace({ scenario }) {
	const attempt = scenario?.counted[0]?.attempt;
	return attempt === void 0 ? void 0 : {
		file: attempt.file,
		line: attempt.line
	};
}
function expiringFinding({ requirement, scenario, expiresAt }, application, { evaluatedAt, clock }) {
	if (scenario === void 0 || expiresAt === void 0 || !expiresSoon(expiresAt, evaluatedAt, clock)) return;
	const { id } = scenario.scenario;
	const last = lastOpenMoment(evaluatedAt, expiresAt);
	const again = last === void 0 ? "Trader Test does not open again before then." : runAgain(id, last, expiresAt, clock);
	return {
		kind: "expiring",
		severity: "warning",
		message: `${requirement.title}: the evidence of ${id} expires on ${formatMoment(expiresAt, clock.timeZone)}.`,
		next: `Send the form before then. ${again}`,
		scenario: id,
		requirement: requirement.id,
		application
	};
}
function runAgain(id, last, expiresAt, { timeZone }) {
	return last === expiresAt ? `If that is too soon, run ${id} again before then.` : `If that is too soon, run ${id} again before ${formatMoment(last, timeZone)}: then Trader Test closes until the evidence has expired.`;
}
function formFindings(unanswered, application) {
	return unanswered.map(({ key, label }) => ({
		kind: "form",
		code: key,
		severity: "warning",
		message: `A question of the form is unanswered: ${label}`,
		next: `Answer it in the configuration file under answers: '${key}'.`,
		application
	}));
}
function recommendedFinding(item, application) {
	if (item.status === "satisfied") return;
	const accepts = item.recommendation.accepts.join(" or ");
	const { scenario } = item;
	return {
		kind: "recommended",
		severity: "warning",
		message: `Recommended test ${accepts} ${scenario === void 0 ? "has no result" : `is ${item.status} (${scenario.scenario.id})`}${scenario?.expiresAt === void 0 ? "" : `, evidence until ${formatMoment(scenario.expiresAt, "UTC")}`}.`,
		next: `Run it, or leave 'recommended' out of fail-on: HMRC recommends it but doesn't require it.`,
		application
	};
}

// src/assessment/application.ts
function assessApplication(application, context) {
	const { programme, scenarios } = context;
	const { sets, notRequired } = requirementsFor(programme, application);
	const candidates = sets.map((set) => assessSet(set, context)).toSorted(byNearness);
	const [chosen] = candidates;
	if (chosen === void 0 || chosen.requirements.length === 0) throw new Error(`Application '${application.name ?? ""}' has no mandatory test: nothing to be ready for.`);
	const recommended = recommendationsFor(programme, application, chosen.set).map((item) => assessRecommendation(item, scenarios));
	const unanswered = openQuestions(programme.form, context.answers, context.formVersion).map(({ key, question }) => ({
		key,
		label: question
	}));
	const alsoRequired = application.alsoRequired.map((id) => assessRequirement(ownRequirement(id), context));
	const parts = {
		requirements: chosen.requirements,
		alsoRequired,
		recommended,
		unanswered
	};
	const name = application.name ?? context.programme.name;
	const findings = findingsOf$1(name, parts, context);
	const all = { requirements: [...chosen.requirements, ...alsoRequired] };
	const expiresAt = isSatisfied(all) ? firstExpiry(all) : void 0;
	return {
		assessment: {
			name,
			verdict: isReady(chosen, findings, context) ? "ready" : "not-ready",
			application,
			combination: chosen.set.combination,
			combinationBecause: chosenBecause(application, candidates),
			...parts,
			notRequired,
			expiresAt,
			daysLeft: expiresAt === void 0 ? void 0 : wholeDays(context.evaluatedAt, expiresAt)
		},
		findings
	};
}
function findingsOf$1(name, { requirements, alsoRequired, recommended, unanswered }, context) {
	const { failOn } = context;
	const asked = [...requirements, ...alsoRequired];
	return [
		...asked.flatMap((assessed) => requirementFindings(assessed, name, context)),
		...asked.flatMap((assessed) => expiringFinding(assessed, name, context) ?? []),
		...formFindings(unanswered, name),
		...failOn.has("recommended") ? recommended.flatMap((item) => recommendedFinding(item, name) ?? []) : []
	];
}
function isReady({ requirements }, own, { ofScenarios, failOn }) {
	const ofEvidence = requirements.flatMap(({ scenario }) => ofScenarios.get(scenario?.scenario.id ?? "") ?? []);
	return ![...own, ...ofEvidence].some((finding) => blocks(finding, failOn));
}
function assessSet(set, judged) {
	return {
		set,
		requirements: set.requirements.map((requirement) => assessRequirement(requirement, judged))
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
	return `Both combinations are satisfied; ${chosen.set.combination} is used, because its evidence lasts ${lasts}.`;
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

// src/assessment/ownership.ts
function scopesOf(applications) {
	if (applications.every(({ ownership }) => ownership === void 0)) return [{
		name: void 0,
		applications,
		has: () => true
	}];
	return applications.map((application) => ({
		name: application.name,
		applications: [application],
		has: (result) => counts(application, result)
	}));
}
function counts({ ownership }, result) {
	if (ownership === void 0) return true;
	const { own, others } = ownership;
	if (own !== void 0 && claims(own, result)) return true;
	return (own === void 0 || result.outcome !== "passed") && !others.some((other) => claims(other, result));
}
function claims(claim, { file, provenance, suites, properties }) {
	const { artifacts, property, suite } = claim;
	if (claim.results !== void 0 || artifacts !== void 0) {
		if (!(provenance === void 0 ? claim.files?.has(file) === true : artifacts?.some((name) => fits$1(name, provenance.artifact)) === true)) return false;
	}
	if (property !== void 0 && !fits$1(property.value, properties?.get(property.name) ?? "")) return false;
	return suite === void 0 || suites.some((name) => fits$1(suite, name));
}
function unclaimedFindings(applications, attempts) {
	if (applications.some(({ ownership }) => ownership === void 0)) return [];
	const unclaimed = attempts.filter((attempt) => attempt.outcome === "passed" && !applications.some((application) => mayBeOf(application, attempt)));
	const [first] = unclaimed;
	if (first === void 0) return [];
	const count = new Set(unclaimed.map(({ order }) => order)).size;
	return [{
		kind: "elsewhere",
		severity: "warning",
		message: `${count === 1 ? "1 passed result is" : `${count} passed results are`} of no application, and ${count === 1 ? "proves" : "prove"} nothing; a failure among such results counts against each.`,
		next: "Say whose they are: by results, results-artifact, property or suite of an application in the configuration file.",
		place: {
			file: first.file,
			line: first.line
		}
	}];
}
function mayBeOf(application, result) {
	return counts(application, result) || (application.ownership?.others ?? []).some((other) => claims(other, result));
}

// src/assessment/counted.ts
function selectCounted(attempts, { supersessions, credible, duplicates, notBefore }) {
	const counted = [];
	const setAside = [];
	const outdated = [];
	for (const item of attempts) {
		const { attempt } = item;
		if (attempt.ambiguous && attempt.outcome !== "failed") {
			if (!onlyLooks(attempt)) setAside.push({
				attempt,
				standing: standingOfAmbiguous(attempt)
			});
			continue;
		}
		const later = supersessions.get(attempt);
		if (later !== void 0) setAside.push({
			attempt,
			standing: {
				is: "superseded",
				...later
			}
		});
		else if (attempt.outcome !== "passed" && notBefore !== void 0 && isOver(spanOf(attempt, credible), notBefore)) {
			outdated.push(item);
			setAside.push({
				attempt,
				standing: {
					is: "too-old",
					notBefore
				}
			});
		} else counted.push(item);
	}
	const conflicts = contradictions$1(counted, credible, duplicates);
	return {
		counted,
		setAside,
		outdated,
		conflicts: conflicts.map(({ finding }) => finding),
		next: conflicts.find(({ next }) => next !== void 0)?.next
	};
}
function contradictions$1(counted, credible, duplicates) {
	if (new Set(counted.map(({ attempt }) => attempt.outcome)).size < 2) return [];
	const found = [];
	const keys = new TestKeys();
	for (const same of grouped(counted, ({ attempt }) => keys.of(attempt)).values()) {
		const [first] = same;
		const other = same.find(({ attempt }) => attempt.outcome !== first?.attempt.outcome);
		if (first === void 0 || other === void 0) continue;
		const places = same.map(({ attempt }) => `${attempt.outcome} in ${attempt.file}:${attempt.line}`);
		const shown = places.length > 5 ? [...places.slice(0, 5), `${places.length - 5} more`] : places;
		const { why, tells, next } = whyBoth(first.attempt, other.attempt, credible, duplicates);
		const message = `'${first.attempt.name}' has contradictory results and ${why}: ${shown.join(", ")}. The worst counts${tells}.`;
		const place = {
			file: first.attempt.file,
			line: first.attempt.line
		};
		found.push({
			finding: {
				kind: "conflict",
				severity: "warning",
				message,
				place
			},
			next
		});
	}
	return found;
}
function whyBoth(a, b, credible, duplicates) {
	const [startA, startB] = [spanOf(a, credible).start, spanOf(b, credible).start];
	const retries = reportOf(a) === reportOf(b) && duplicates === "worst" ? "set duplicates to 'last' if your tool lists retries so" : "";
	const retriesNext = retries === "" ? void 0 : `If your tool lists retries one after the other, set duplicates to 'last'; else run the test again until it passes, then check again.`;
	if (startA === void 0 || startB === void 0) return {
		why: "no time tells which is later",
		tells: retries === "" ? "; have the report write when each ran" : `; ${retries}`,
		next: retriesNext
	};
	if (!areComparable(startA, startB)) return {
		why: "their times can't be compared, since at least one has no zone",
		tells: "; have the reports write times with a zone",
		next: `Have the reports write their times with a zone (or run '${a.name}' again a day later), then check again: which of its results is the later one can't be told.`
	};
	return {
		why: startA.at === startB.at ? "the time is the same" : "they ran side by side",
		tells: retries === "" ? ", and a later run of the test replaces both" : `; ${retries}`,
		next: retriesNext
	};
}

// src/assessment/next-step.ts
function nextStep({ counted, next }, disputed, testedAt, { credible }) {
	if (next !== void 0) return next;
	const [unclear] = disputed;
	if (counted.length === 0 && unclear !== void 0) return `Make clear which scenario '${unclear.name || unclear.className}' is (lead its name with the number and a colon, '${unclear.scenario}: …'), then check again.`;
	const failed = counted.filter(({ attempt }) => attempt.outcome === "failed");
	if (failed.length > 0) return leftOver(failed, passedOf(counted), credible);
	if (testedAt === void 0 || counted.some(({ attempt }) => attempt.outcome === "not-run")) return void 0;
	return leftOver(counted.filter(({ time }) => time.age === testedAt), passedOf(counted.filter(({ time }) => time.age !== testedAt)), credible);
}
function passedOf(items) {
	return items.filter(({ attempt }) => attempt.outcome === "passed");
}
function leftOver(standing, others, credible) {
	const [first] = standing;
	const last = lastToStart(others, credible);
	if (first === void 0 || last?.start === void 0) return void 0;
	if (!standing.every(({ attempt }) => startsAfter(last, spanOf(attempt, credible)))) return void 0;
	const { attempt } = first;
	const { again, lost } = waysOut(attempt);
	const more = standing.length === 1 ? "" : ` (and ${standing.length - 1} more)`;
	const report = attempt.provenance === void 0 ? `leave ${attempt.file} out of the results` : `leave the artifact '${attempt.provenance.artifact}' of run ${attempt.provenance.runId} out`;
	return `No later result takes the place of '${attempt.name || attempt.className}'${more}: ${again}. If ${lost}, ${report}, or set not-before to ${formatUtc(last.start.at)}.`;
}
function waysOut(attempt) {
	if (isSetUp(attempt)) return {
		again: "run the whole suite again, with every test that the old report lists",
		lost: "the suite is gone, was renamed or lists no test there"
	};
	const again = "run it again under the same name";
	if (attempt.outcome === "passed") return {
		again,
		lost: "the test is gone or was renamed"
	};
	return {
		again: `${again}, or its whole suite with every other test that the old report lists, if any of these did not fail`,
		lost: "it is a hook, or a test that is gone or was renamed"
	};
}
function lastToStart(items, credible) {
	let last;
	for (const { attempt } of items) {
		const span = spanOf(attempt, credible);
		if (span.start !== void 0 && span.start.at > (last?.start?.at ?? -Infinity)) last = span;
	}
	return last;
}

// src/assessment/times.ts
function credibleTimes({ begins, beforeItBegan }, now, evaluatedAt) {
	return {
		from: begins,
		to: Math.min(now, evaluatedAt) + skew,
		before: beforeItBegan
	};
}
function timeOf(attempt, ages, credible) {
	if (attempt.dropped?.messages === true) return undated(leftOut);
	const messages = ageStatements(attempt, ages);
	const { reported } = attempt;
	const ranAt = isCredible(reported?.instant, attempt, credible) ? reported?.instant : void 0;
	if (messages.length > 0) {
		const times = messages.flatMap(({ at }) => isCredible(at, attempt, credible) ? [at] : []);
		const wrong = messages.find(({ at, derived }) => !derived && !isCredible(at, attempt, credible));
		if (times.length === 0 || wrong !== void 0) {
			const first = wrong ?? messages[0];
			const rest = times.length > 0 || ranAt !== void 0 ? notInstead : "";
			return undated(`the time given for ${first?.message ?? "its message"} ${first === void 0 ? "" : whyNot({
				at: first.at,
				text: textOf(first)
			}, attempt, credible)}${rest}`);
		}
		const first = times.reduce((a, b) => Math.min(a, b));
		const earliest = messages.find(({ at }) => at === first);
		if (reported !== void 0 && ranAt !== void 0) {
			const contradiction = contradictionOf(ranAt, earliest);
			if (contradiction !== void 0) return fromReport(ranAt, reported, contradiction);
		}
		return {
			age: first,
			from: "messages",
			assumedZone: messages.some(({ at, assumedZone }) => assumedZone && isCredible(at, attempt, credible)),
			origin: earliest === void 0 ? void 0 : {
				message: earliest.message,
				line: earliest.line
			},
			contradiction: void 0,
			why: void 0
		};
	}
	if (reported === void 0) return undated("neither the report nor any evidence says when it ran");
	if (ranAt === void 0) return undated(`its timestamp ${whyNot({
		at: reported.instant,
		text: reported.text
	}, attempt, credible)}`);
	return fromReport(ranAt, reported);
}
const notInstead = ". Its other times don't count instead, because this one may be the earliest";
const leftOut = "it printed more messages than are kept, and one that was left out may be the earliest. Let it print less";
function undated(why) {
	return {
		age: void 0,
		from: void 0,
		assumedZone: false,
		origin: void 0,
		contradiction: void 0,
		why
	};
}
function fromReport(age, { from, assumedZone }, contradiction) {
	return {
		age,
		from,
		assumedZone,
		origin: void 0,
		contradiction,
		why: void 0
	};
}
const maxLater = 2 * dayLength;
function contradictionOf(ranAt, earliest) {
	if (earliest?.at === void 0) return void 0;
	if (earliest.at - ranAt <= maxLater) return void 0;
	return {
		message: `The report says that it ran on ${formatUtc(ranAt)}, its ${earliest.message} that it was on ${formatUtc(earliest.at)}, more than two days later: the earlier time counts. Expected times of one run.`,
		line: earliest.line
	};
}
function ageStatements(attempt, ages) {
	const stated = attempt.statements.filter((statement) => statement.key === "message" && ages.has(statement.message));
	if (stated.length === 0) return stated;
	const { belongs, unclear } = chooseMovement([attempt]);
	const messages = stated.filter((statement) => unclear.size > 0 || belongs(statement));
	const best = /* @__PURE__ */ new Map();
	for (const { message, source, derived } of messages) best.set(message, Math.min(best.get(message) ?? Infinity, distrust(source, derived)));
	return messages.filter(({ message, source, derived }) => best.get(message) === distrust(source, derived));
}
function whyNot({ at, text }, attempt, credible) {
	const quoted = `'${text.slice(0, 60)}'`;
	if (at === void 0) return `is unreadable: ${quoted}`;
	if (at > credible.to) return `lies in the future: ${quoted} (a local time without offset? set time-zone, or write the offset)`;
	if (at > credibleUntil(attempt, credible)) return `lies after ${formatUtc(attempt.provenance?.createdAt ?? at)}, when its artifact was made: ${quoted} (a local time without offset, or a clock ahead?)`;
	return `lies ${credible.before}: ${quoted}`;
}

// src/assessment/scenario.ts
function assessScenario(scenario, attempts, context) {
	const ages = ageMessages(scenario.flow, context.programme.arrivalAge);
	const timed = attempts.map((attempt) => ({
		attempt,
		time: timeOf(attempt, ages, context.credible)
	}));
	const selected = selectCounted(timed, {
		...context,
		notBefore: context.clock.notBefore
	});
	const { counted } = selected;
	const testedAt = earliest(counted);
	const disputed = attempts.filter(isDisputed);
	const judged = judge(selected, disputed, testedAt, context);
	const evidence = evidenceOf(scenario, counted, context);
	const assessment = {
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
		superseded: selected.setAside.filter(({ standing }) => standing.is === "superseded").length,
		setAside: selected.setAside,
		next: judged.status === "passed" ? void 0 : judged.next ?? nextStep(selected, disputed, testedAt, context),
		evidence: {
			mrn: evidence.mrn,
			lrn: evidence.lrn,
			messages: evidence.messages,
			seen: evidence.seen
		}
	};
	const findings = new Findings();
	const said = [
		...judged.findings,
		...selected.conflicts,
		...relevant(evidence.findings, judged.status),
		...judged.status === "passed" ? zoneDoubts(scenario, counted, context) : [],
		...remarks({
			scenario,
			programme: context.programme
		}, counted, evidence, testedAt)
	];
	for (const finding of said) findings.add({
		...finding,
		scenario: scenario.id
	});
	return {
		assessment,
		findings: findings.list()
	};
}
function evidenceOf(scenario, counted, { programme, strict }) {
	const attempts = counted.map(({ attempt }) => attempt);
	const gathered = gatherEvidence(scenario, attempts, programme.expected[scenario.flow], {
		strict,
		formAsks: movementDemandOf(programme)?.messages
	});
	return {
		...gathered,
		findings: [...gathered.findings, ...contradictions(counted)]
	};
}
function relevant(findings, status) {
	if (status === "passed" || status === "stale") return findings;
	return findings.filter(({ code }) => code !== "mrn-missing" && code !== "message-missing");
}
function earliest(counted) {
	let first;
	for (const { time } of counted) {
		if (time.age === void 0) return void 0;
		first = Math.min(first ?? time.age, time.age);
	}
	return first;
}
function judge({ counted, outdated }, disputed, testedAt, { programme, clock, evaluatedAt }) {
	const failed = counted.filter(({ attempt }) => attempt.outcome === "failed");
	if (failed.length > 0) return {
		status: "failed",
		findings: failed.map(({ attempt }) => ofResult("failed", attempt, "failed"))
	};
	const notRun = counted.filter(({ attempt }) => attempt.outcome === "not-run");
	if (notRun.length > 0) return {
		status: "not-run",
		findings: notRun.map(({ attempt }) => ofResult("missing", attempt, "did not run"))
	};
	if (counted.length === 0) {
		const since = `ran before ${formatUtc(clock.notBefore ?? evaluatedAt)}, from when on results count (not-before)`;
		const old = outdated.map(({ attempt }) => ofResult("missing", attempt, since));
		return {
			status: "not-run",
			findings: disputed.length > 0 ? disputed.map(ofDisputed) : old
		};
	}
	const foreign = counted.flatMap(({ attempt }) => sentElsewhere(attempt, programme, true));
	if (foreign.length > 0) return {
		status: "not-run",
		findings: foreign,
		next: `Send its messages as ${programme.name} and run it again, or choose the other programme with the setting programme.`
	};
	if (testedAt === void 0) return {
		status: "stale",
		findings: counted.filter(({ time }) => time.age === void 0).map(({ attempt, time }) => ofResult("time", attempt, "has no usable date", time.why))
	};
	const oldest = counted.find(({ time }) => time.age === testedAt);
	const origin = oldest?.time.origin;
	const stale = staleReasons(testedAt, evaluatedAt, clock, programme).map((message) => ({
		kind: "stale",
		severity: "notice",
		message: origin === void 0 ? message : `${message} (counted from its ${origin.message})`,
		place: oldest && {
			file: oldest.attempt.file,
			line: origin?.line ?? oldest.attempt.line
		}
	}));
	return {
		status: stale.length > 0 ? "stale" : "passed",
		findings: stale
	};
}
function sentElsewhere(attempt, { name, api, foreign }, refused) {
	if (!attempt.statements.some(({ key }) => key === "message")) return nothingToSay;
	return foreign.filter((other) => other.refused === refused).flatMap((other) => {
		const sent = attempt.statements.find((statement) => statement.key === "message" && messageOf(statement.message)?.direction === "sent" && statement.phaseId?.toUpperCase().startsWith(other.phaseId) === true);
		if (sent?.key !== "message") return [];
		const verdict = refused ? `it proves nothing for ${name}` : `API ${api} takes that, too`;
		const message = `${`the ${sent.message} of '${attempt.name === "" ? attempt.className : attempt.name}'`} was sent as ${other.name}: ${verdict}`;
		const place = {
			file: attempt.file,
			line: sent.line
		};
		return [{
			kind: refused ? "missing" : "elsewhere",
			severity: "notice",
			message,
			place
		}];
	});
}
const nothingToSay = [];
function ofDisputed(attempt) {
	return ofResult("missing", attempt, `counts for none, because ${attempt.decision === void 0 ? "it names several scenarios" : whyDisputed(attempt.decision)}`);
}
function ofResult(kind, attempt, what, why = ownWords(attempt)) {
	return {
		kind,
		severity: "notice",
		message: `'${attempt.name === "" ? attempt.className : attempt.name}' ${what}${why === void 0 ? "" : `: ${why.replace(/\.$/u, "")}`}`,
		place: {
			file: attempt.file,
			line: attempt.line
		}
	};
}
function ownWords({ outcome, message }) {
	return outcome === "passed" ? void 0 : message;
}
function remarks({ scenario, programme }, counted, evidence, testedAt) {
	const notes = counted.filter(({ attempt }) => attempt.flaky).map(({ attempt }) => ofResult("flaky", attempt, "passed only after failed tries"));
	for (const { attempt } of counted) notes.push(...sentElsewhere(attempt, programme, false));
	const { misprint } = scenario;
	if (misprint !== void 0 && [...evidence.seen.keys()].some((type) => misprint.messages.includes(type))) notes.push({
		kind: "elsewhere",
		severity: "notice",
		message: `${scenario.id} ${misprint.remark}`
	});
	const declaredAt = programme.arrivalAge === "arrival" && scenario.flow === "arrival" ? evidence.messages.get("IE015")?.value : void 0;
	if (declaredAt !== void 0 && testedAt !== void 0 && declaredAt < testedAt) {
		const message = `the departure before this arrival was declared on ${formatUtc(declaredAt)}, which is not held against it: the form doesn't ask for it`;
		notes.push({
			kind: "time",
			severity: "notice",
			message
		});
	}
	return notes;
}
function zoneDoubts({ id }, counted, { clock, evaluatedAt }) {
	const assumed = counted.filter(({ time }) => time.assumedZone);
	const age = earliest(assumed);
	const oldest = assumed.find(({ time }) => time.age === age);
	if (age === void 0 || oldest === void 0) return [];
	const mayBeOlder = furthestZone - zoneOffset(age, clock.timeZone);
	if (expiryOf(age, clock) - evaluatedAt > mayBeOlder) return [];
	return [{
		kind: "time",
		code: "zone-in-doubt",
		severity: "warning",
		message: `${id} was tested at a time without a zone, read in ${clock.timeZone}: ${formatUtc(age)}. In another zone its evidence may have expired already. Have the test tool write the offset, or set time-zone to the zone that it writes in.`,
		place: {
			file: oldest.attempt.file,
			line: oldest.time.origin?.line ?? oldest.attempt.line
		}
	}];
}
const furthestZone = 504e5;
function contradictions(counted) {
	return counted.flatMap(({ attempt: { file }, time: { contradiction } }) => contradiction === void 0 ? [] : [evidenceFinding("time-conflict", contradiction.message, {
		file,
		line: contradiction.line
	})]);
}

// src/assessment/assess.ts
function assess(input, now) {
	const { programme, clock, failOn } = input.settings;
	const { evaluatedAt } = clock;
	const credible = credibleTimes(programme, now, evaluatedAt);
	const { attempts, others } = placedSetUps(input.attempts, input.others ?? []);
	const scopes = scopesOf(input.settings.applications).map((scope) => assessScope(scope, {
		attempts,
		others,
		credible
	}, input));
	const scenarios = togetherOf(scopes);
	const judged = scopes.flatMap(({ assessed }) => assessed.map(({ assessment }) => assessment));
	const borrowed = borrowedFindings(programme, judged, input.files);
	const applications = judged.map((one) => borrowed.some(({ application }) => application === one.name) ? {
		...one,
		verdict: "not-ready"
	} : one);
	const findings = [
		...findingsOf(scopes, scenarios, borrowed, input),
		...unclaimedFindings(input.settings.applications, attempts),
		...otherFindings(programme, applications, scenarios, input.files)
	];
	const isReady = applications.length > 0 && reasonsOf({
		findings,
		failOn
	}).length === 0;
	const expiresAt = commonExpiry(applications);
	return {
		programme,
		evaluatedAt,
		looksBack: evaluatedAt < now,
		verdict: isReady ? "ready" : "not-ready",
		findings,
		failOn,
		expiresAt,
		daysLeft: expiresAt === void 0 ? void 0 : wholeDays(evaluatedAt, expiresAt),
		expiringSoon: expiresAt !== void 0 && isReady && expiresSoon(expiresAt, evaluatedAt, clock),
		clock,
		applications,
		scenarios,
		perScope: scopes.flatMap((scope) => [...scope.scenarios.values()]),
		ofNone: [...new Map(scopes.flatMap(({ ofNone }) => ofNone.map((one) => [one.result, one]))).values()],
		files: input.files
	};
}
function assessScope(scope, all, { settings: { programme, clock, failOn, duplicates }, formVersion }) {
	const { evaluatedAt } = clock;
	const { credible } = all;
	const others = all.others.filter(scope.has);
	const attempts = all.attempts.filter(scope.has);
	const superseded = supersessions([...attempts, ...others], credible, duplicates);
	const { scenarios, ofScenarios } = assessScenarios(attempts, {
		programme,
		clock,
		evaluatedAt,
		credible,
		duplicates,
		supersessions: superseded,
		strict: failOn.has("evidence")
	}, scope.name);
	const judged = {
		programme,
		scenarios,
		ofScenarios,
		evaluatedAt,
		clock,
		failOn,
		formVersion
	};
	return {
		scenarios,
		ofScenarios,
		assessed: scope.applications.map((application) => assessApplication(application, {
			...judged,
			answers: application.answers
		})),
		unplaced: unplacedFindings(others, superseded),
		ofNone: resultsOfNone(attempts, others, superseded, programme)
	};
}
function findingsOf(scopes, scenarios, borrowed, input) {
	const elsewhere = scenarios.size === 0 ? input.findings.find(({ code }) => code === "other-programme") : void 0;
	const unplaced = new Set(scopes.flatMap((scope) => scope.unplaced));
	return [
		...ofReports({
			...input,
			findings: [...input.findings, ...unplaced]
		}),
		...scopes.flatMap(({ assessed }) => assessed.flatMap((one) => one.findings)).map((finding) => withHint(finding, elsewhere)),
		...borrowed,
		...scopes.flatMap(({ ofScenarios, assessed }) => bound(ofScenarios, assessed.map(({ assessment }) => assessment)))
	];
}
const worstFirst = [
	"failed",
	"stale",
	"not-run",
	"passed"
];
function togetherOf(scopes) {
	const all = /* @__PURE__ */ new Map();
	for (const [id, scenario] of scopes.flatMap(({ scenarios }) => [...scenarios])) {
		const known = all.get(id);
		if (known === void 0 || worstFirst.indexOf(scenario.status) < worstFirst.indexOf(known.status)) all.set(id, scenario);
	}
	return all;
}
function mayCount(attempt) {
	return !attempt.ambiguous || attempt.outcome === "failed" || isDisputed(attempt);
}
function unplacedFindings(others, superseded) {
	const findings = new Findings();
	for (const other of others) if (other.finding !== void 0 && !superseded.has(other)) findings.add(other.finding);
	return findings.list();
}
function assessScenarios(attempts, context, application) {
	const byScenario = grouped(attempts, ({ scenario }) => scenario);
	const scenarios = /* @__PURE__ */ new Map();
	const ofScenarios = /* @__PURE__ */ new Map();
	for (const scenario of context.programme.scenarios.values()) {
		const own = byScenario.get(scenario.id);
		if (own?.some(mayCount) !== true) continue;
		const { assessment, findings } = assessScenario(scenario, own, context);
		scenarios.set(scenario.id, {
			...assessment,
			application
		});
		ofScenarios.set(scenario.id, findings);
	}
	for (const [id, reused] of findReusedMrns(scenarios)) {
		const findings = reused.map((finding) => ({
			...finding,
			scenario: id
		}));
		ofScenarios.set(id, [...ofScenarios.get(id) ?? [], ...findings]);
	}
	if (application !== void 0) for (const [id, findings] of ofScenarios) {
		const named = findings.map((finding) => ({
			...finding,
			application
		}));
		ofScenarios.set(id, named);
	}
	return {
		scenarios,
		ofScenarios
	};
}
function withHint(finding, elsewhere) {
	if (elsewhere?.next === void 0 || finding.kind !== "missing" || finding.severity !== "error") return finding;
	return {
		...finding,
		next: `${finding.next ?? ""} Results name scenarios of another programme. ${elsewhere.next}`.trim()
	};
}
function ofReports({ files, findings }) {
	const ofFiles = files.flatMap(({ problem }) => problem === void 0 ? [] : [problem]);
	return bySeverity([...findings, ...ofFiles]).map((finding) => ({
		...finding,
		next: finding.next ?? (finding.severity === "error" ? nextSteps[finding.kind] : void 0)
	}));
}
const nextSteps = {
	"no-report": "Check the results globs, and that the tests ran before this check and wrote their JUnit reports.",
	"earlier-results": "Put that right and run the job again, or run the scenarios again: what can't be had may hide a newer failure.",
	unreadable: "Make sure that the test run writes a complete JUnit report and has ended, or narrow the results globs to JUnit reports."
};
function bound(ofScenarios, applications) {
	const proving = new Set(applications.flatMap(({ requirements }) => requirements.flatMap(({ status, scenario }) => status === "satisfied" ? scenario?.scenario.id ?? [] : [])));
	return [...ofScenarios].flatMap(([id, findings]) => findings.map((finding) => {
		return finding.kind === "evidence" && !proving.has(id) ? {
			...finding,
			severity: "notice"
		} : finding;
	}));
}
function commonExpiry(applications) {
	let first;
	for (const { expiresAt } of applications) {
		if (expiresAt === void 0) return void 0;
		first = Math.min(first ?? expiresAt, expiresAt);
	}
	return first;
}

// src/assessment/tasks.ts
function tasksOf(assessment, application, submitAt) {
	const { evaluatedAt, clock, programme } = assessment;
	const asked = [...application.requirements, ...application.alsoRequired];
	const proven = asked.flatMap(({ expiresAt }) => expiresAt === void 0 ? [] : [expiresAt]);
	const firstExpiry = proven.length === 0 ? void 0 : Math.min(...proven);
	const isTooShort = (expiresAt) => submitAt === void 0 ? expiresSoon(expiresAt, evaluatedAt, clock) : expiresAt <= submitAt;
	const earliest = submitAt === void 0 ? void 0 : submitAt - clock.maxAgeDays * dayLength + 1;
	return asked.filter(({ status, expiresAt }) => status !== "satisfied" || expiresAt !== void 0 && isTooShort(expiresAt)).map((assessed) => {
		const scenario = assessed.scenario?.scenario ?? programme.scenarios.get(assessed.requirement.first[0] ?? "");
		return {
			application,
			assessed,
			scenario,
			after: earliest !== void 0 && earliest > evaluatedAt ? earliest : void 0,
			by: submitAt ?? assessed.expiresAt ?? firstExpiry,
			finding: findingOf(assessment, application, assessed),
			byHand: byHandOf(programme, scenario)
		};
	});
}
function byHandOf(programme, scenario) {
	if (scenario === void 0) return [];
	return scenario.steps.flatMap((step, index) => step.manualIntervention ? [{
		number: index + 1,
		step,
		mail: interventionMail(programme, scenario, index + 1)
	}] : []);
}
function beginningOf({ byHand, by, after }, from) {
	if (by === void 0) return void 0;
	const start = Math.max(from, after ?? from);
	const lastOpen = lastOpenMoment(start, by);
	return {
		lastOpen,
		latest: byHand.length === 0 ? lastOpen : lastOpenMoment(start, by - dayLength)
	};
}

export { statusText as C, reasonsOf as S, findingsFor as _, otherScenarios as a, openOf as b, expiresSoon as c, remarksOf as d, scenarioRemarksOf as f, findingOf as g, fatalOf as h, explanationOf as i, adviceOf as l, evidenceFindings as m, tasksOf as n, othersInWords as o, stepsOf as p, assess as r, sharedMovement as s, beginningOf as t, nextOf as u, isAbout as v, reasonsFor as x, isSubmittable as y };