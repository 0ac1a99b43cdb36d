import { h as checkMrn, r as scenarioFinder } from "./requirements.js";
import { _ as dayLength, c as formatUtc, d as readTime, f as zoneOffset } from "./time.js";
import { c as lrnOf, i as droppedTogether, l as nothingStated, n as statementsInName, r as StatementBudget, s as withoutCredentials, t as statementListener } from "./statements.js";

// src/finding.ts
const bindingKinds = [
	"missing",
	"failed",
	"stale",
	"unreadable",
	"evidence",
	"form",
	"recommended",
	"submittable"
];
const optionalKinds = /* @__PURE__ */ new Set([
	"evidence",
	"form",
	"recommended"
]);
function isAfterwards({ kind }) {
	return kind === "document" || kind === "publishing";
}
function blocks({ kind, severity }, failOn) {
	if (isAfterwards({ kind })) return false;
	return severity === "error" || severity === "warning" && optionalKinds.has(kind) && failOn.has(kind);
}
function isFatal(finding, failOn) {
	return blocks(finding, failOn) && (finding.kind === "no-report" || failOn.has(bindingKindOf(finding.kind)));
}
function bindingKindOf(kind) {
	return bindingKinds.find((binding) => binding === kind) ?? "unreadable";
}
function placeInWords(place) {
	if (place === void 0) return void 0;
	const { file, line, column, setting } = place;
	const parts = [[
		file,
		line,
		line === void 0 ? void 0 : column
	].filter((part) => part !== void 0).join(":"), setting ?? ""].filter((part) => part !== "");
	return parts.length === 0 ? void 0 : parts.join(" ");
}
function bySeverity(findings) {
	const rank = {
		error: 0,
		warning: 1,
		notice: 2
	};
	return findings.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}
const maxAlike = 50;
function firstOf(items, max) {
	const shown = items.slice(0, max);
	return {
		shown,
		more: items.length - shown.length
	};
}
var Findings = class {
	#max;
	#list = [];
	#leftOut = /* @__PURE__ */ new Map();
	#made = /* @__PURE__ */ new Map();
	constructor(max = maxAlike) {
		this.#max = max;
	}
	add(finding) {
		const sort = `${finding.kind} ${finding.severity} ${finding.scenario ?? ""}`;
		const made = (this.#made.get(sort) ?? 0) + 1;
		this.#made.set(sort, made);
		const more = this.#leftOut.get(sort);
		if (made <= this.#max) this.#list.push(finding);
		else if (more === void 0) this.#leftOut.set(sort, {
			finding,
			count: 1
		});
		else more.count++;
	}
	list() {
		const rest = [...this.#leftOut.values()].map(({ finding, count }) => ({
			...finding,
			message: `${count} more like this, the first of them here: ${finding.message}`
		}));
		return [...this.#list, ...rest];
	}
};

// src/matching/names.ts
const mrnLike = /\b\d{2}[A-Z]{2}[A-Z0-9]{14}\b/g;
const dateAndTime = /\b\d{4}-\d{2}-\d{2}(?:(?:[T ]\s?\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?|T\d{4}(?:\d{2}(?:[.,]\d{1,9})?)?)(?:\s?(?:Z|[+-]\d{2}:?\d{2}))?)?(?!-?\d)/g;
const digitsOnly = /(?<![\d.])(?<date>\d{8})[T_-]?(?<time>\d{6})(?:Z|[+-]\d{4})?(?![\d.])/g;
const timeOfDay = /\b\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?\b/g;
const emptyAfterKey = /\b(MRN|LRN|(?:IE|CC)\d{3}C?)(\s{0,20}[=:]?\s{0,20})(?:undefined|null|none|nil)\b/gi;
const second = 1e3;
const shortestLrn = 4;
const maybe = /\d{2}|undefined|null|none|nil/i;
var EvidenceOf = class {
	#results;
	#lrns;
	#times;
	#ahead;
	constructor(results) {
		this.#results = results;
	}
	get lrns() {
		this.#lrns ??= distinct$1(this.#results, ({ statements }) => statements.flatMap((one) => lrnOf(one) ?? []));
		return this.#lrns;
	}
	get times() {
		this.#times ??= distinct$1(this.#results, timesOf);
		return this.#times;
	}
	get ahead() {
		this.#ahead ??= distinct$1(this.#results, ({ reported }) => [aheadOf(reported)]);
		return this.#ahead;
	}
};
function distinct$1(results, of) {
	const all = /* @__PURE__ */ new Set();
	for (const result of results) for (const one of of(result)) all.add(one);
	return [...all];
}
function* timesOf({ statements, reported }) {
	if (reported?.instant !== void 0) yield* [reported.instant, reported.instant + (reported.lasts ?? 0)];
	for (const statement of statements) if (statement.key === "message" && statement.at !== void 0) yield statement.at;
}
function aheadOf(reported) {
	if (reported?.instant === void 0) return 0;
	const [shown = ""] = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?/.exec(reported.text) ?? [];
	return (readTime(shown, "UTC")?.instant ?? reported.instant) - reported.instant;
}
function neutralName(name, ofRun) {
	const stated = ofRun.lrns.filter((lrn) => lrn.length >= shortestLrn && name.includes(lrn));
	if (stated.length === 0 && !maybe.test(name)) return name;
	let text = name;
	for (const lrn of stated.toSorted((a, b) => b.length - a.length)) text = text.replaceAll(lrn, "‹lrn›");
	const near = (found) => {
		const at = (readTime(found, "UTC") ?? readTime(readable(found), "UTC"))?.instant;
		return at !== void 0 && ofRun.times.some((time) => Math.abs(time - at) <= 864e5);
	};
	return text.replace(emptyAfterKey, (_found, key, between) => `${key}${between}${markOf(key)}`).replace(mrnLike, (found) => checkMrn(found).ok ? "‹mrn›" : found).replace(dateAndTime, (found) => near(found) ? "‹time›" : found).replace(digitsOnly, (found, date, time) => near(`${date}T${time}`) ? "‹time›" : found).replace(timeOfDay, (found) => isOwnTimeOfDay(found, ofRun) ? "‹time›" : found);
}
function readable(dated) {
	return dated.replaceAll(/\s+/g, " ").replace(/(\d{4})-(\d{2})-(\d{2})(?=T\d{4})/, "$1$2$3");
}
function isOwnTimeOfDay(found, { times, ahead = [] }) {
	const at = readTime(`1970-01-01 ${found.replace(/^\d:/, "0$&")}`, "UTC")?.instant;
	if (at === void 0) return false;
	const isAt = (time) => ((time - at) % dayLength + dayLength + second) % dayLength < 2 * second;
	return times.some((time) => isAt(time) || ahead.some((by) => isAt(time + by)));
}
function markOf(key) {
	const lower = key.toLowerCase();
	return lower === "mrn" || lower === "lrn" ? `‹${lower}›` : "‹time›";
}
var TestKeys = class {
	#numbers = /* @__PURE__ */ new Map();
	#paths = /* @__PURE__ */ new WeakMap();
	of({ suites, className, name }) {
		const path = this.#paths.get(suites) ?? suites.reduce((outer, suite) => this.pathOf(suite, outer), 0);
		this.#paths.set(suites, path);
		return this.in(path, className, name);
	}
	in(path, className, name) {
		return `${path} ${className.length} ${className}${name}`;
	}
	pathOf(suite, outer = 0) {
		const path = `${outer} ${suite}`;
		const known = this.#numbers.get(path) ?? this.#numbers.size + 1;
		this.#numbers.set(path, known);
		return known;
	}
};
const outermost = 0;
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

// src/text/wording.ts
function quoted(text) {
	const line = withoutCredentials(text).replaceAll(/\s+/g, " ").replaceAll(/\p{C}/gu, "�").trim();
	return `'${line.length > 60 ? `${line.slice(0, 57)}…` : line}'`;
}
function listed(words) {
	const last = words.at(-1) ?? "";
	return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
function plural(count, singular, several = `${singular}s`) {
	return `${count} ${count === 1 ? singular : several}`;
}

// src/matching/attempt.ts
function attemptOf(listed, { flaky, notes }, { scenario, named, matchedBy, ambiguous, decision }) {
	const { file, line, suites, className, sourceFile, name, outcome, message, declared, reported, statements } = listed;
	const { properties, provenance, order } = listed;
	return {
		file,
		line,
		suites,
		className,
		sourceFile,
		name,
		outcome,
		message,
		declared,
		reported,
		statements,
		properties,
		provenance,
		order,
		scenario,
		named,
		matchedBy,
		ambiguous,
		decision,
		flaky,
		dropped: notes?.dropped
	};
}
function otherOf(listed, { finding, decision }) {
	const { file, line, suites, className, sourceFile, name, outcome, message, declared, reported } = listed;
	const { properties, provenance, order } = listed;
	return {
		file,
		line,
		suites,
		className,
		sourceFile,
		name,
		outcome,
		message,
		declared,
		reported,
		statements: lrnsInNames(listed),
		properties,
		provenance,
		order,
		finding,
		decision
	};
}
const nothing = [];
function lrnsInNames({ statements, suites, className, name }) {
	const found = statements.filter((statement) => {
		const lrn = lrnOf(statement);
		return lrn !== void 0 && [
			name,
			className,
			...suites
		].some((text) => text.includes(lrn));
	});
	return found.length === 0 ? nothing : found;
}
const maxOthers = {
	unrelated: 1e4,
	all: 3e4
};
function nameOfRest(count) {
	return `${count} tests that name no scenario`;
}
function inShort(others) {
	const counts = /* @__PURE__ */ new Map();
	const kept = others.filter((other) => {
		if (other.outcome === "failed" || other.finding !== void 0 || other.decision !== void 0) return true;
		const known = counts.get(other.suites);
		if (known === void 0) counts.set(other.suites, {
			first: other,
			count: 1
		});
		else known.count++;
		return false;
	});
	for (const { first, count } of counts.values()) kept.push({
		...first,
		className: "",
		name: `${nameOfRest(count)}, of ${reportOf(first)}`,
		outcome: "passed"
	});
	return kept;
}
function isPrimary({ decision, scenario }) {
	if (decision?.rule === "only-look-alike") return false;
	return decision?.passes === void 0 || decision.passes === scenario;
}
function isDisputed(attempt) {
	return attempt.ambiguous && attempt.outcome !== "failed" && attempt.decision?.passes === void 0 && isPrimary(attempt);
}
function matchedByOf(kind) {
	if (kind === "line") return "property";
	return kind === "suite-property" ? "property" : kind;
}
function reportOf({ file, provenance }) {
	return provenance === void 0 ? file : `${provenance.artifactId}:${file}`;
}
const setUpName = new RegExp([
	String.raw`(?:^|\s)"(?:before|after) (?:all|each)" hook\b`,
	String.raw`^(?:initializationError|executionError|classMethod|TestMain|\[(?:build|setup) failed\])`,
	String.raw`^Test suite (?:failed to run|execution failure)`,
	String.raw`^(?:Test suite has no errors|Test Script Error|Post-Response Script Error)$`,
	String.raw`^(?:setUp|tearDown)(?:Class|Module) \(`
].join("|"), "i");
const setUpFile = /^[\w@./\\-]+\.[cm]?[jt]sx?$/;
const setUpMessage = /^(?:collection (?:failure|error)$|Test suite failed to run)/i;
function isSetUp(result) {
	const { declared, outcome, name, className, sourceFile, message = "" } = result;
	if (declared !== void 0) return true;
	if (outcome !== "failed") return false;
	if (name.trim() === "" || setUpFile.test(name) || isFile(sourceFile, name) || isApart({ className })) return true;
	return setUpName.test(name) || setUpName.test(className) || setUpMessage.test(message);
}
function isApart({ className }) {
	return /^unittest\.(?:suite\._ErrorHolder|loader\._FailedTest)$/.test(className);
}
function ownersOf({ className, name }) {
	return [
		className,
		name,
		/^\w+ \((?<owner>[\w.]+)\)$/.exec(name)?.groups?.["owner"] ?? ""
	].filter((owner) => owner.trim() !== "");
}
function isOfOwner({ className, sourceFile }, owners) {
	return owners.some((owner) => className === owner || className.startsWith(`${owner}.`) || isFile(sourceFile, owner));
}
function isFile(sourceFile = "", name) {
	return /\.\w+$/.test(name) && `/${sourceFile}`.replaceAll("\\", "/").endsWith(`/${name.replaceAll("\\", "/")}`);
}
const genericSuite = /^(?:pytest(?: tests)?|newman|(?:jest|vitest|mocha|bruno|cypress|unit|integration|e2e|all) tests|root suite|(?:test ?)?suites?|tests?|specs?|default(?: suite)?|results?|junit\S*|surefire|rspec|phpunit|bats|playwright|xunit|nunit|go|it|undefined|null)$/i;
function isGenericSuite(name) {
	return name.trim() === "" || genericSuite.test(name.trim());
}

// src/matching/decide.ts
const ownKinds = /* @__PURE__ */ new Set([
	"property",
	"mapping",
	"line",
	"name"
]);
const rules = [
	["nothing", ({ places }) => places.length === 0 ? {
		passes: void 0,
		because: []
	} : void 0],
	["only-look-alike", onlyLookAlike],
	["own-disagree", ({ leads, own }) => severalGiven(own) ?? disagreement(leads)],
	["mapping-against-name", mappingAgainstName],
	["weak-against-outer", weakAgainstOuter],
	["against-suite-property", againstSuiteProperty],
	["own-leads", ({ leads: [first] }) => decided(first)],
	["outer-leads", ({ outer }) => decided(outer.find(leadingOf))],
	["same-mention", sameMention]
];
function decide(all) {
	const places = all.filter(({ numbers }) => numbers.ids.length + numbers.lookAlikes.length > 0);
	const own = places.filter(({ kind }) => ownKinds.has(kind));
	const seen = {
		places: places.filter(({ claims }) => claims),
		own,
		outer: places.filter(({ kind }) => !ownKinds.has(kind)),
		leads: own.filter((place) => place.claims && leadingOf(place) !== void 0)
	};
	for (const [rule, judge] of rules) {
		const verdict = judge(seen);
		if (verdict !== void 0) return decision(rule, verdict, seen, places);
	}
	return decision("mentions-differ", {
		passes: void 0,
		because: differing(seen.places)
	}, seen, places);
}
function decision(rule, verdict, seen, places) {
	const doubt = verdict.passes === void 0 ? void 0 : lookAlikeBefore(verdict, seen);
	return {
		rule: doubt === void 0 ? rule : "look-alike",
		passes: doubt === void 0 ? verdict.passes : void 0,
		fails: couldConcern(verdict.passes, seen),
		notRun: verdict.passes === void 0 ? leadingAnywhere(seen) : [verdict.passes],
		because: doubt === void 0 ? verdict.because : [doubt, ...verdict.because],
		places
	};
}
function onlyLookAlike({ places }) {
	return places.every(({ numbers }) => numbers.ids.length === 0) ? {
		passes: void 0,
		because: places.slice(0, 1)
	} : void 0;
}
function leadingOf({ numbers }) {
	return numbers.leading;
}
function decided(place) {
	return place?.numbers.leading === void 0 ? void 0 : {
		passes: place.numbers.leading,
		because: [place]
	};
}
function severalGiven(own) {
	const several = own.find(({ kind, numbers }) => kind === "property" && numbers.ids.length > 1);
	return several === void 0 ? void 0 : {
		passes: void 0,
		because: [several]
	};
}
function againstSuiteProperty({ leads, outer }) {
	const [first] = leads;
	if (first === void 0 || leads.some(({ kind }) => kind === "property" || kind === "mapping")) return void 0;
	const given = outer.find((place) => place.kind === "suite-property" && leadingOf(place) !== void 0);
	return given === void 0 || leadingOf(given) === leadingOf(first) ? void 0 : {
		passes: void 0,
		because: [first, given]
	};
}
function disagreement(leads) {
	const [first] = leads;
	const other = first && leads.find((place) => leadingOf(place) !== leadingOf(first));
	return first === void 0 || other === void 0 ? void 0 : {
		passes: void 0,
		because: [first, other]
	};
}
function mappingAgainstName({ own }) {
	const mapped = own.find(({ kind }) => kind === "mapping");
	if (mapped === void 0) return void 0;
	const scenario = leadingOf(mapped);
	const name = own.find(({ kind, numbers }) => kind === "name" && [...numbers.ids, ...numbers.mayMean].some((id) => id !== void 0 && id !== scenario));
	return name === void 0 ? void 0 : {
		passes: void 0,
		because: [mapped, name]
	};
}
function weakAgainstOuter({ leads, outer }) {
	const [first] = leads;
	if (first === void 0 || leads.some(({ kind, numbers }) => kind !== "line" && numbers.lead === "heading")) return;
	const around = outer.find(leadingOf);
	return around === void 0 || leadingOf(around) === leadingOf(first) ? void 0 : {
		passes: void 0,
		because: [first, around]
	};
}
function sameMention({ places }) {
	const named = places.filter(({ numbers }) => numbers.ids.length > 0);
	const ids = new Set(named.flatMap(({ numbers }) => numbers.ids));
	const [only] = ids;
	return ids.size === 1 ? {
		passes: only,
		because: named.slice(0, 1)
	} : void 0;
}
function differing(places) {
	const named = places.filter(({ numbers }) => numbers.ids.length > 0);
	const [first] = named;
	return [first, named.find(({ numbers }) => numbers.ids.some((id) => first?.numbers.ids.includes(id) === false))].filter((place) => place !== void 0);
}
function lookAlikeBefore({ passes, because: [by] }, { places }) {
	return (by?.numbers.leading === void 0 ? places : places.slice(0, places.indexOf(by) + 1)).find(({ numbers }) => numbers.mayMean.some((id) => id !== passes));
}
function leadingAnywhere({ leads, outer }) {
	const nearest = outer.find(leadingOf);
	return distinct([...leads, ...nearest === void 0 ? [] : [nearest]].map(leadingOf));
}
function couldConcern(passes, { own, leads, outer }) {
	const ids = [passes, ...own.flatMap(({ numbers }) => [...numbers.ids, ...numbers.mayMean])];
	let led = leads.length > 0;
	for (const { numbers } of outer) {
		if (numbers.ids.length === 1 || !led) ids.push(...numbers.ids);
		if (!led) ids.push(...numbers.mayMean);
		led ||= numbers.leading !== void 0;
	}
	return distinct(ids);
}
function distinct(ids) {
	return [...new Set(ids.filter((id) => id !== void 0))];
}
const placeWords = {
	property: "its property 'scenario'",
	mapping: "the mapping in the configuration file",
	line: "a line that it printed",
	name: "its name",
	class: "its class",
	"suite-property": "its suite's property 'scenario'",
	suite: "its suite",
	file: "the file name"
};
function placeSays({ kind, text, numbers }) {
	const said = numbers.leading ?? numbers.ids.join(" and ");
	const what = said === "" ? `'${numbers.lookAlikes[0] ?? ""}'` : said;
	const quoted = kind === "name" || text === said ? "" : ` '${clipped(text)}'`;
	return `${placeWords[kind]}${quoted} says ${what}`;
}
function clipped(text) {
	return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
function placeNaming({ because, places }, scenario) {
	return [...because, ...places].find(({ numbers }) => numbers.ids.includes(scenario) || numbers.mayMean.includes(scenario));
}
const decidedByName = /* @__PURE__ */ new WeakMap();
function withoutOthers({ rule, passes, fails, because }) {
	const [by, ...more] = because;
	const short = {
		rule,
		passes,
		fails,
		because
	};
	if (by === void 0 || by.text !== "" || more.length > 0) return short;
	const known = decidedByName.get(by.numbers);
	if (known?.rule === rule && known.passes === passes && known.because[0]?.kind === by.kind && known.because[0].claims === by.claims && known.fails.length === fails.length && known.fails.every((id, index) => id === fails[index])) return known;
	decidedByName.set(by.numbers, short);
	return short;
}

// src/matching/findings.ts
var MatchFindings = class {
	#file;
	#findings = new Findings();
	constructor(file) {
		this.#file = file;
	}
	disputed({ name, className, outcome, line }, decision) {
		const becomes = {
			passed: "it counts for none",
			failed: `its failure counts against ${listed(decision.fails)}`,
			"not-run": decision.notRun.length === 0 ? "it counts for none" : `it counts as not run for ${listed(decision.notRun)}`
		}[outcome];
		this.#findings.add({
			kind: "ambiguous",
			severity: "warning",
			message: `'${name || className}': ${whyDisputed(decision)}, so ${becomes}. ${nextForDisputed(decision)}`,
			place: {
				file: this.#file,
				line
			}
		});
	}
	unplaced({ name, message, line, declared }) {
		const what = (message ?? (name || "A test without a name failed")).replace(/[.!?]?$/, ".");
		return {
			kind: "counts",
			severity: declared === "tests" ? "warning" : "error",
			message: `${what} Which scenario that concerns can't be told from its names. Look into the test run, and have it write a complete report.`,
			place: {
				file: this.#file,
				line
			}
		};
	}
	tooManyInSuite(suite, kept, line) {
		this.#findings.add({
			kind: "unreadable",
			severity: "error",
			message: `The suite '${suite}' gives its scenario to more tests than can be told apart (${kept} in a report).`,
			next: "Put the number into the names of the tests.",
			place: {
				file: this.#file,
				line
			}
		});
	}
	tooMuch(what, line) {
		this.#findings.add({
			kind: "unreadable",
			severity: "error",
			message: `The reports ${what}; results from here on are not looked at.`,
			next: "Narrow the results globs to the reports of Trader Test.",
			place: {
				file: this.#file,
				line
			}
		});
	}
	containers(placed, others) {
		const failed = others.filter(({ outcome, declared }) => outcome === "failed" && declared === void 0);
		if (failed.length === 0) return;
		const passed = /* @__PURE__ */ new Map();
		for (const { attempt } of placed) {
			const { outcome, ambiguous, suites, className, name } = attempt;
			if (outcome === "passed" && !ambiguous) passed.set(JSON.stringify([suites, className]), name);
		}
		for (const { suites, className, name, line } of failed) {
			const container = passed.get(JSON.stringify([suites, className]));
			if (container !== void 0) this.#besideFailed(name, container, line);
		}
	}
	#besideFailed(name, container, line) {
		this.#findings.add({
			kind: "counts",
			severity: "warning",
			message: `'${name}' failed beside '${container}', which passed in the same class, and names no scenario: it counts against none. If it is a part of that scenario, give it the number.`,
			place: {
				file: this.#file,
				line
			}
		});
	}
	noAssertions({ name, line }, count) {
		const others = count === 1 ? "" : ` (so do ${count - 1} more)`;
		this.#findings.add({
			kind: "counts",
			severity: "notice",
			message: `'${name}' passed and reports that it made no assertion${others}. Check that it tests anything.`,
			place: {
				file: this.#file,
				line
			}
		});
	}
	list() {
		return this.#findings.list();
	}
};
function whyDisputed({ rule, because }) {
	const [first, other] = because;
	if (first === void 0) return "its output names a scenario, but not on a line of its own";
	if (rule === "look-alike") return `'${first.numbers.lookAlikes[0] ?? first.text}' may mean another scenario than ${other === void 0 ? "it seems" : placeSays(other).replace(/ says /, ", which says ")}`;
	if (other !== void 0) return `${placeSays(first)}, ${placeSays(other)}`;
	const { ids, lookAlikes } = first.numbers;
	return ids.length > 1 ? `it names ${listed(ids)} and doesn't say which it is` : `'${lookAlikes[0] ?? first.text}' is no number that can be relied on`;
}
function nextForDisputed({ rule, because, fails }) {
	const [meant] = because[0]?.numbers.mayMean ?? [];
	const [id = meant] = fails;
	const colon = id === void 0 ? "a colon" : `a colon ('${id}: …')`;
	if (rule === "mapping-against-name") return "Narrow the pattern in the configuration file, or correct the name of the test.";
	if (rule === "look-alike") {
		const full = meant ?? id;
		return `Write the number in full and in capitals${full === void 0 ? "" : ` ('${full}: …')`}, or take it out of the name.`;
	}
	return because.length > 1 ? `Make the two agree, or lead the name of the test with its number and ${colon}.` : `Lead with the number and ${colon} or give the test a property 'scenario'.`;
}
var LookAlikes = class {
	#found = /* @__PURE__ */ new Map();
	#file;
	#findNumbers;
	constructor(file, findNumbers) {
		this.#file = file;
		this.#findNumbers = findNumbers;
	}
	note({ ids, lookAlikes }, line, where) {
		if (ids.length > 0) return;
		for (const text of lookAlikes) {
			const known = this.#found.get(text);
			if (known === void 0) this.#found.set(text, {
				line,
				times: 1,
				where
			});
			else known.times++;
		}
	}
	*findings() {
		for (const [text, { line, times, where }] of this.#found) yield {
			kind: "look-alike",
			severity: "warning",
			message: `'${text}' in ${where}${times > 1 ? ` (${times} results)` : ""} ${this.#why(text)}`,
			place: {
				file: this.#file,
				line
			}
		};
	}
	#why(text) {
		const [inCapitals] = this.#findNumbers(text.toUpperCase()).ids;
		const [meant] = this.#findNumbers(text).mayMean;
		if (inCapitals === text) return `runs into the letter behind it and is not counted: if it is meant, set it off ('${text}: …').`;
		if (inCapitals !== void 0) return `looks like ${inCapitals} but is not counted: write the number in capitals ('${inCapitals}') or set it off ('${inCapitals.toLowerCase()}_…').`;
		return meant === void 0 ? `looks like a scenario number but is not in HMRC's testing guide: not counted.` : `looks like ${meant} but is not counted: if it is meant, write the number as HMRC does ('${meant}: …').`;
	}
};
const maxNamed = 3;
var OtherProgrammes = class {
	#file;
	#found = /* @__PURE__ */ new Map();
	constructor(file) {
		this.#file = file;
	}
	note(numbers, line) {
		for (const setting of new Set(numbers.map((number) => number.setting))) {
			const own = numbers.filter((number) => number.setting === setting);
			const [first] = own;
			if (first === void 0) continue;
			const known = this.#found.get(setting) ?? {
				first,
				line,
				ids: /* @__PURE__ */ new Set(),
				times: 0
			};
			known.times += 1;
			for (const { id } of own) if (known.ids.size <= maxNamed) known.ids.add(id);
			this.#found.set(setting, known);
		}
	}
	*findings() {
		for (const [setting, { first, line, ids, times }] of this.#found) {
			const named = [...ids].slice(0, maxNamed).join(", ");
			const more = ids.size > maxNamed ? ", …" : "";
			yield {
				kind: "elsewhere",
				code: "other-programme",
				severity: "notice",
				message: `${times} ${times === 1 ? "result names" : "results name"} ${first.programme} scenarios (${named}${more}): ${times === 1 ? "it counts" : "they count"} for ${first.programme} only.`,
				next: `To check them, set programme: ${setting}.`,
				place: {
					file: this.#file,
					line
				}
			};
		}
	}
};

// src/matching/standing.ts
function standingOfAmbiguous({ decision }) {
	return { is: decision?.passes === void 0 ? "for-none" : "for-another" };
}
function decisionInWords({ attempt, standing }) {
	const { scenario, decision } = attempt;
	switch (standing.is) {
		case "counts": return `counts ${attempt.outcome === "passed" ? "for" : "against"} ${scenario}, because ${whyConcerned(attempt)}`;
		case "superseded": return supersededInWords(standing);
		case "too-old": return `is set aside, because it did not pass and was over before ${formatUtc(standing.notBefore)}, from when on results count (not-before)`;
		case "for-none": return `counts for none, because ${decision === void 0 ? "it names several scenarios" : whyDisputed(decision)}`;
		case "for-another": {
			const [by] = decision?.because ?? [];
			const why = by === void 0 ? "" : `, because ${placeSays(by)}`;
			return `is set aside, because it counts for ${decision?.passes ?? "another scenario"} and only mentions ${scenario}${why}`;
		}
	}
}
function supersededInWords({ by, how }) {
	const name = quoted(by.name === "" ? by.className : by.name);
	const at = startOf$1(by);
	return `is superseded by ${name} (${by.file}:${by.line})${at === void 0 ? "" : ` of ${formatUtc(at)}`}: ${hows[how]}`;
}
const hows = {
	"later-try": "a later result of the same test",
	"listed-last": "it is listed last, and duplicates is set to last",
	"whole-report": "its report has all tests of the suite, began later and has no failure"
};
function startOf$1({ reported, statements }) {
	if (reported?.instant !== void 0) return reported.instant;
	const times = statements.flatMap((statement) => statement.key === "message" && statement.at !== void 0 ? [statement.at] : []);
	return times.length === 0 ? void 0 : times.reduce((a, b) => Math.min(a, b));
}
function whyConcerned(attempt) {
	const { scenario, named, matchedBy, outcome } = attempt;
	if (named === void 0) return matchedBy === "enclosing-suite" ? `it is no test of its own, and the tests of its suite, class or file are of ${scenario}` : `its ${matchedBy} says ${scenario}`;
	const says = placeSays(named);
	if (outcome !== "failed" || !attempt.ambiguous && isPrimary(attempt)) return says;
	return `${says}, and a failure counts against every scenario that it could concern`;
}
function nextFor({ attempt, standing }) {
	switch (standing.is) {
		case "counts": return attempt.outcome === "passed" ? void 0 : replacedBy(attempt);
		case "superseded": return "The later result decides: nothing has to be done about this one.";
		case "too-old": return "Set not-before to an earlier time, or leave it out, to have it count.";
		case "for-none": return attempt.decision === void 0 ? void 0 : nextForDisputed(attempt.decision);
		case "for-another": return `If it is a test of ${attempt.scenario}, lead its name with that number and a colon ('${attempt.scenario}: …').`;
	}
}
function replacedBy(attempt) {
	if (isSetUp(attempt)) return "A later report of the same suite takes its place, if it lists every other test of this one and has no failure.";
	return "A later result of the same test (same suites, class and name) takes its place, if it began after this one had ended.";
}
function resultsOfNone(attempts, others, superseded, programme) {
	const looks = /* @__PURE__ */ new Map();
	for (const attempt of attempts) if (onlyLooks(attempt)) looks.set(attempt.order, attempt);
	const failures = others.some(({ outcome }) => outcome === "failed");
	const reports = /* @__PURE__ */ new Set();
	if (failures) for (const attempt of attempts) reports.add(reportOf(attempt));
	return [...looks.values(), ...others].flatMap((result) => {
		const later = superseded.get(result);
		const { decision } = result;
		if (decision !== void 0) return {
			result,
			because: `counts for none, because ${whyDisputed(decision)}`,
			next: nextForDisputed(decision)
		};
		const mayBeAny = "finding" in result && result.finding !== void 0;
		if (!mayBeAny && (result.outcome !== "failed" || !reports.has(reportOf(result)))) return [];
		if (later !== void 0) return {
			result,
			because: supersededInWords(later),
			next: void 0
		};
		return mayBeAny ? {
			result,
			because: "may concern any scenario, because its names don't tell which",
			next: completeReport
		} : {
			result,
			because: `counts against none, because ${namesNone}`,
			next: giveNumber(programme)
		};
	});
}
const namesNone = "nothing in its properties, output, name, class, suites or file names a scenario of this programme";
function giveNumber({ scenarios }) {
	const [example = ""] = scenarios.keys();
	return `If it is a test of a scenario, lead its name with the number and a colon ('${example}: …'), or map its name in the configuration file.`;
}
const completeReport = "Look into the test run, and have it write a complete report.";
function onlyLooks(attempt) {
	return attempt.decision?.rule === "only-look-alike" && attempt.outcome !== "failed";
}

// src/matching/suite-tree.ts
var SuiteNode = class SuiteNode {
	name;
	parent;
	depth;
	#own;
	#children;
	#keys;
	#neutral;
	#key;
	#ofRun;
	constructor(name, parent, keys) {
		this.name = name;
		this.parent = parent;
		this.depth = parent === void 0 ? 0 : parent.depth + 1;
		this.#keys = keys;
	}
	get own() {
		return this.#own ?? [];
	}
	add(item) {
		if (this.#own === void 0) this.#own = [item];
		else this.#own.push(item);
	}
	get children() {
		return this.#children?.values() ?? [];
	}
	child(name) {
		return this.#children?.get(name);
	}
	within(name) {
		this.#children ??= /* @__PURE__ */ new Map();
		let child = this.#children.get(name);
		if (child === void 0) {
			child = new SuiteNode(name, this, this.#keys);
			this.#children.set(name, child);
		}
		return child;
	}
	get neutral() {
		this.#neutral ??= neutralName(this.name, new EvidenceOf(everythingIn(this).map(({ result }) => result)));
		return this.#neutral;
	}
	get key() {
		this.#key ??= this.path.reduce((outer, { neutral }) => this.#keys.pathOf(neutral, outer), 0);
		return this.#key;
	}
	get path() {
		return pathOf(this);
	}
	get ofRun() {
		this.#ofRun ??= this.path.filter(({ name, neutral }) => name !== neutral);
		return this.#ofRun;
	}
	neutralNames(result) {
		const own = new EvidenceOf([result]);
		const neutralOf = (text) => {
			let rest = text;
			for (const { name, neutral } of this.ofRun) rest = rest.replaceAll(name, () => neutral);
			return neutralName(rest, own);
		};
		return [neutralOf(result.className), neutralOf(result.name)];
	}
};
var SuiteTree = class {
	root;
	#named;
	#suites;
	constructor(keys) {
		this.root = new SuiteNode("", void 0, keys);
	}
	of(path) {
		return path.reduce((outer, name) => outer.within(name), this.root);
	}
	at(path) {
		let node = this.root;
		for (const name of path) node = node?.child(name);
		return node;
	}
	same(other) {
		return this.at(other.path.map(({ name }) => name));
	}
	alike(other) {
		return this.named(other.neutral).filter(({ key }) => key === other.key);
	}
	named(neutral) {
		this.#named ??= grouped(this.suites(), (suite) => suite.neutral);
		return this.#named.get(neutral) ?? [];
	}
	suites() {
		this.#suites ??= outsideIn(this.root);
		return this.#suites;
	}
};
var Suites = class {
	keys;
	#trees = /* @__PURE__ */ new Map();
	constructor(items, keys = new TestKeys()) {
		this.keys = keys;
		for (const item of items) this.of(item.result).add(item);
	}
	get trees() {
		return this.#trees.values();
	}
	of(result) {
		const report = reportOf(result);
		const tree = this.#trees.get(report) ?? new SuiteTree(this.keys);
		this.#trees.set(report, tree);
		return tree.of(result.suites);
	}
	between(result) {
		const suite = this.of(result);
		return this.keys.in(suite.key, ...suite.neutralNames(result));
	}
};
function pathOf(innermost) {
	const path = [];
	for (let node = innermost; node.parent !== void 0; node = node.parent) path.push(node);
	return path.toReversed();
}
function outsideIn(root) {
	const suites = [root];
	for (const suite of suites) for (const child of suite.children) suites.push(child);
	return suites;
}
function fromInside(of) {
	const known = /* @__PURE__ */ new Map();
	const at = (suite) => {
		const found = known.get(suite) ?? of(suite, [...suite.children].map(at));
		known.set(suite, found);
		return found;
	};
	return at;
}
function everythingIn(suite) {
	return outsideIn(suite).flatMap(({ own }) => own);
}

// src/matching/set-ups.ts
function placedSetUps(attempts, others) {
	const own = attempts.filter((attempt) => isSetUp(attempt) && attempt.matchedBy === "enclosing-suite");
	const unplaced = others.filter((other) => isSetUp(other));
	if (own.length + unplaced.length === 0) return {
		attempts,
		others
	};
	const listed = new Set(own.map((attempt) => keyOf(attempt) + attempt.scenario));
	const tests = new Tests(attempts, others);
	const added = [];
	const placed = /* @__PURE__ */ new Set();
	for (const result of unplaced) for (const scenario of tests.of(result)) {
		placed.add(result);
		added.push(placedAt(result, scenario));
	}
	for (const result of new Map(own.map((attempt) => [keyOf(attempt), attempt])).values()) for (const scenario of tests.of(result)) if (!listed.has(keyOf(result) + scenario)) added.push(placedAt(result, scenario));
	return {
		attempts: [...attempts, ...added],
		others: others.filter((other) => !placed.has(other))
	};
}
function keyOf(result) {
	return JSON.stringify([
		reportOf(result),
		result.line,
		result.order,
		result.name
	]);
}
function placedAt(result, scenario) {
	return {
		flaky: false,
		dropped: void 0,
		...result,
		scenario,
		matchedBy: "enclosing-suite",
		ambiguous: false,
		decision: void 0
	};
}
var Tests = class {
	#suites;
	#byPath = /* @__PURE__ */ new Map();
	#byOwner = /* @__PURE__ */ new Map();
	constructor(attempts, others) {
		this.#suites = new Suites([...attempts, ...others].map((result) => ({ result })));
		for (const attempt of attempts) {
			if (!isTest(attempt)) continue;
			const owner = JSON.stringify([attempt.className, attempt.sourceFile]);
			const known = this.#byOwner.get(owner) ?? {
				test: attempt,
				scenarios: /* @__PURE__ */ new Set()
			};
			this.#byOwner.set(owner, known);
			known.scenarios.add(attempt.scenario);
		}
		for (const tree of this.#suites.trees) {
			const inside = fromInside(({ own }, inner) => {
				const tests = own.flatMap(({ result }) => isTest(result) ? [result.scenario] : []);
				return /* @__PURE__ */ new Set([...tests, ...inner.flatMap((scenarios) => [...scenarios])]);
			});
			for (const suite of tree.suites()) this.#byPath.set(suite.key, /* @__PURE__ */ new Set([...this.#byPath.get(suite.key) ?? [], ...inside(suite)]));
		}
	}
	of(result) {
		const found = /* @__PURE__ */ new Set();
		const suite = this.#suites.of(result);
		if (!isGenericSuite(suite.name)) for (const scenario of this.#byPath.get(suite.key) ?? []) found.add(scenario);
		const owners = ownersOf(result);
		for (const { test, scenarios } of this.#byOwner.values()) if (isOfOwner(test, owners)) for (const scenario of scenarios) found.add(scenario);
		return found;
	}
};
function isTest(result) {
	return "scenario" in result && !result.ambiguous && !isSetUp(result);
}

// src/text/remembered.ts
function remembered(most, of) {
	const known = /* @__PURE__ */ new Map();
	return (key) => {
		let answer = known.get(key);
		if (answer === void 0) {
			answer = of(key);
			if (known.size < most) known.set(key, answer);
		}
		return answer;
	};
}

// src/matching/spans.ts
const minute = 6e4;
const hour = 60 * minute;
const skew = 5 * minute;
const zonesApart = 26 * hour;
const runLength = 6 * hour;
function credibleUntil({ provenance }, { to }) {
	return Math.min(to, provenance?.createdAt === void 0 ? Infinity : provenance.createdAt + skew);
}
function isCredible(instant, result, credible) {
	return instant !== void 0 && instant >= credible.from && instant <= credibleUntil(result, credible);
}
function reportedTime(result, timeZone) {
	const { timestamp, duration } = result;
	let { suite } = result;
	const host = hostOf(result);
	if (timestamp !== void 0) return timeOf(timestamp, "case", {
		timeZone,
		lasts: duration,
		host
	});
	for (; suite !== void 0; suite = suite.parent) {
		if (suite.timestamp === void 0) continue;
		const lasts = Math.max(duration ?? 0, suite.duration ?? 0);
		const known = ofSuites.get(suite);
		if (known?.lasts === lasts && known.time.host === host) return known.time;
		const time = timeOf(suite.timestamp, suite.parent === void 0 ? "root" : "suite", {
			timeZone,
			lasts,
			host
		});
		ofSuites.set(suite, {
			time,
			lasts
		});
		return time;
	}
}
const ofSuites = /* @__PURE__ */ new WeakMap();
function hostOf({ suite }) {
	for (let at = suite; at !== void 0; at = at.parent) if (at.host !== void 0) return at.host;
}
function timeOf(text, from, { timeZone, lasts, host }) {
	const read = readTime(text, timeZone);
	const assumedZone = read?.assumedZone ?? false;
	const atLeast = (lasts ?? 0) + (read?.assumedZone === true ? shownTwice(read.instant, timeZone) : 0);
	return {
		text,
		from,
		instant: read?.instant,
		assumedZone,
		lasts: atLeast,
		host
	};
}
function shownTwice(instant, timeZone) {
	if (timeZone === "UTC") return 0;
	return zoneOffset(instant, timeZone) - zoneOffset(instant + hour, timeZone) === hour ? hour : 0;
}
function clockKey({ shape, host }) {
	return `${shape ?? ""} ${host ?? ""}`;
}
var Timed = class {
	result;
	key;
	credible;
	known = void 0;
	constructor(result, key, credible) {
		this.result = result;
		this.key = key;
		this.credible = credible;
	}
	get span() {
		this.known ??= spanOf(this.result, this.credible);
		return this.known;
	}
};
function startOf({ span }) {
	return span.start?.at ?? -Infinity;
}
const noMoments = [];
function spanOf(result, credible) {
	const { reported, provenance, statements } = result;
	const until = credibleUntil(result, credible);
	const messages = statements.length === 0 ? noMoments : statements.flatMap((statement) => {
		if (statement.key !== "message" || !isCredible(statement.at, result, credible)) return noMoments;
		const clock = statement.assumedZone ? {
			shape: void 0,
			host: void 0
		} : void 0;
		return [{
			at: statement.at,
			clock
		}];
	});
	const madeBy = provenance?.createdAt;
	const overBy = madeBy !== void 0 && madeBy <= credible.to ? {
		at: madeBy + skew,
		clock: void 0
	} : void 0;
	const began = isCredible(reported?.instant, result, credible) ? reported : void 0;
	if (began?.instant === void 0) {
		const start = messages.reduce((a, b) => a === void 0 || b.at < a.at ? b : a, void 0);
		return {
			start,
			ends: latestOf(start === void 0 ? overBy === void 0 ? [] : [overBy] : messages),
			overBy
		};
	}
	const clock = began.assumedZone ? {
		shape: shapeOf(began.text),
		host: provenance === void 0 ? began.host : void 0
	} : void 0;
	const start = {
		at: began.instant,
		clock
	};
	const end = Math.max(start.at, Math.min(start.at + (began.lasts ?? 0), until));
	return {
		start,
		ends: latestOf([end === start.at ? start : {
			at: end,
			clock
		}, ...messages]),
		overBy
	};
}
function latestOf(moments) {
	if (moments.length < 2) return moments;
	const latest = /* @__PURE__ */ new Map();
	for (const moment of moments) {
		const key = moment.clock === void 0 ? "zone" : moment.clock.shape ?? "printed";
		const known = latest.get(key);
		if (known === void 0 || known.at < moment.at) latest.set(key, moment);
	}
	return [...latest.values()];
}
function shapeOf(text) {
	return text.trim().replace(/\d+/g, "9").replace(/[.,]9$/, "");
}
function areComparable(a, b) {
	if (a.clock === void 0 || b.clock === void 0) return a.clock === b.clock;
	return same(a.clock.shape, b.clock.shape) && same(a.clock.host, b.clock.host);
}
function same(a, b) {
	return a === void 0 || b === void 0 || a === b;
}
function isBefore(a, b, margin = 0) {
	return a.at + margin + (areComparable(a, b) ? 0 : zonesApart) < b.at;
}
function startsAfter(b, a) {
	const { start } = b;
	if (start === void 0) return false;
	if (a.overBy !== void 0 && isBefore(a.overBy, start)) return true;
	return a.ends.length > 0 && a.ends.every((end) => isBefore(end, start));
}
function isOver({ ends, overBy }, by) {
	if (by === void 0) return false;
	const then = {
		at: by,
		clock: void 0
	};
	if (overBy !== void 0 && isBefore(overBy, then)) return true;
	return ends.length > 0 && ends.every((end) => isBefore(end, then));
}
function isLaterRun(b, a) {
	const [runA, runB] = [a.result.provenance?.runId, b.result.provenance?.runId];
	if (runA !== void 0 || runB !== void 0) return runA !== runB;
	return a.span.start !== void 0 && b.span.start !== void 0 && isBefore(a.span.start, b.span.start, runLength);
}

// src/matching/whole-reports.ts
var WholeReports = class {
	#reports;
	constructor(suites) {
		this.#reports = [...suites.trees].map((tree) => new Report(tree, suites));
	}
	inPlaceOf(failures) {
		const asked = new Set(failures);
		const superseded = /* @__PURE__ */ new Map();
		for (const home of this.#reports) for (const older of home.tree.suites()) {
			const failed = older.own.filter((item) => asked.has(item));
			if (failed.length === 0) continue;
			const counterparts = [...this.#counterpartsOf(older, home)].toSorted((a, b) => startOf(b.passed) - startOf(a.passed));
			for (const failure of failed) {
				const by = counterparts.find((one) => {
					return supersedes(one, failure, home) && (one.found !== "elsewhere" || this.#isMoved(one.suite, failure));
				});
				if (by !== void 0) superseded.set(failure.result, by.passed.result);
			}
		}
		return superseded;
	}
	*#counterpartsOf(older, home) {
		for (const report of this.#reports) {
			const same = sameSuites(report, home, older);
			for (const found of same.length === 0 ? otherwiseFound(report, home, older) : same) {
				const { passed, ...inside } = report.outlineOf(found.suite);
				if (passed !== void 0) yield {
					...found,
					...inside,
					passed,
					missing: missingOf(found, report, home)
				};
			}
		}
	}
	#isMoved(suite, failure) {
		return this.#reports.every((report) => {
			const isLater = (node) => report.outlineOf(node).earliest.every((item) => isLaterRun(item, failure));
			const stays = report.tree.at(failure.result.suites);
			return report.tree.alike(suite).every(isLater) && (stays === void 0 || !isLater(stays));
		});
	}
};
var Report = class {
	tree;
	outlineOf;
	#suites;
	#missing = /* @__PURE__ */ new Map();
	#listed;
	constructor(tree, suites) {
		this.tree = tree;
		this.#suites = suites;
		this.outlineOf = fromInside(outline);
	}
	isFirm(key) {
		return this.#lists().firm.has(key);
	}
	missingOf(older, suite) {
		let missing = this.#missing.get(older);
		if (missing === void 0) {
			missing = fromInside(({ own }, inner) => this.#lacking(own, older, inner));
			this.#missing.set(older, missing);
		}
		return missing(suite);
	}
	#lacking(own, older, inner) {
		const keys = /* @__PURE__ */ new Set();
		const lacking = /* @__PURE__ */ new Set();
		for (const { key, result } of own) {
			if (isSetUp(result)) continue;
			keys.add(key);
			if (lacking.size < 2 && !this.#has(key, result)) lacking.add(key);
		}
		let tests = keys.size;
		let firm = [...keys].filter((key) => older.isFirm(key)).length;
		for (const further of inner) {
			tests += further.tests;
			firm += further.firm;
			for (const key of further.lacking) if (lacking.size < 2) lacking.add(key);
		}
		return {
			tests,
			firm,
			lacking
		};
	}
	#has(key, result) {
		const listed = this.#lists();
		if (listed.tests.has(key)) return true;
		listed.between ??= new Set(this.#tests().map((test) => this.#suites.between(test.result)));
		return listed.between.has(this.#suites.between(result));
	}
	#lists() {
		if (this.#listed === void 0) {
			const tests = this.#tests();
			const firm = tests.filter(({ result }) => result.outcome !== "failed");
			this.#listed = {
				tests: keysOf$1(tests),
				firm: keysOf$1(firm),
				between: void 0
			};
		}
		return this.#listed;
	}
	#tests() {
		return this.tree.suites().flatMap(({ own }) => own.filter(({ result }) => !isSetUp(result)));
	}
};
function keysOf$1(tests) {
	return new Set(tests.map(({ key }) => key));
}
function sameSuites(report, home, older) {
	const same = report.tree.same(older);
	if (same !== void 0) return [{
		suite: same,
		older,
		found: "same"
	}];
	const mine = report.tree.alike(older).filter((suite) => home.tree.same(suite) === void 0);
	const theirs = home.tree.alike(older).filter((suite) => report.tree.same(suite) === void 0);
	return mine.length < theirs.length ? [] : mine.map((suite) => ({
		suite,
		older,
		found: "alike"
	}));
}
function otherwiseFound(report, home, older) {
	const moved = isGenericSuite(older.name) ? [] : onlyOf(report, home, older);
	const isAlone = older.own.some(({ result }) => isApart(result));
	return [...moved.map((suite) => ({
		suite,
		older,
		found: "elsewhere"
	})), ...isAlone ? [{
		suite: report.tree.root,
		older: home.tree.root,
		found: "same"
	}] : []];
}
function onlyOf(report, home, older) {
	const named = report.tree.named(older.neutral);
	if (named.length > 1 || home.tree.named(older.neutral).length > 1) return [];
	return named.filter((only) => haveSameClasses(older, only));
}
function haveSameClasses(older, later) {
	const tests = /* @__PURE__ */ new Set();
	const setUps = /* @__PURE__ */ new Set();
	for (const { result } of everythingIn(older)) (isSetUp(result) ? setUps : tests).add(result.className);
	const now = new Set(everythingIn(later).map(({ result }) => result.className));
	return [...tests].every((one) => now.has(one)) && [...now].every((one) => tests.has(one) || setUps.has(one));
}
function outline({ own }, inner) {
	const isSound = inner.every((one) => one.isSound) && own.every(({ result, span }) => result.outcome !== "failed" && result.declared === void 0 && span.start !== void 0);
	const passed = own.find(({ result }) => result.outcome === "passed") ?? inner.find((one) => one.passed)?.passed;
	const earliest = /* @__PURE__ */ new Map();
	for (const item of own) first(earliest, item);
	const scenarios = new Set(own.flatMap(({ result }) => "scenario" in result ? [result.scenario] : []));
	for (const one of inner) {
		for (const item of one.earliest) first(earliest, item);
		for (const scenario of one.scenarios) scenarios.add(scenario);
	}
	return {
		isSound,
		passed: isSound ? passed : void 0,
		earliest: [...earliest.values()],
		scenarios
	};
}
function first(earliest, item) {
	const { start } = item.span;
	if (start === void 0) return;
	const clock = start.clock === void 0 ? "zone" : clockKey(start.clock);
	const known = earliest.get(clock)?.span.start;
	if (known === void 0 || start.at < known.at) earliest.set(clock, item);
}
function missingOf({ suite, older, found }, report, home) {
	if (found !== "elsewhere") return report.missingOf(home, older);
	const listed = new Set(testsIn$1(suite).map(({ inside }) => inside));
	const tests = testsIn$1(older);
	const lacking = tests.filter(({ inside }) => !listed.has(inside)).map(({ key }) => key);
	const keys = [...new Set(tests.map(({ key }) => key))];
	return {
		tests: keys.length,
		firm: keys.filter((key) => home.isFirm(key)).length,
		lacking: new Set(lacking)
	};
}
function testsIn$1(suite) {
	return outsideIn(suite).flatMap((node) => {
		const path = node.path.slice(suite.depth).map(({ neutral }) => neutral);
		return node.own.flatMap(({ key, result }) => isSetUp(result) ? [] : [{
			key,
			inside: JSON.stringify([path, ...node.neutralNames(result)])
		}]);
	});
}
function supersedes(counterpart, failure, home) {
	const { suite, earliest, missing, found } = counterpart;
	const { result, span } = failure;
	const own = isSetUp(result) ? void 0 : failure.key;
	const isGone = own !== void 0 && missing.lacking.has(own);
	if (own !== void 0 && !isGone && found !== "elsewhere") return false;
	if (found !== "same" && "scenario" in result && !counterpart.scenarios.has(result.scenario)) return false;
	if (missing.lacking.size > (isGone ? 1 : 0)) return false;
	if (!earliest.every((item) => startsAfter(item.span, span) && isLaterRun(item, failure))) return false;
	if (isApart(result)) return hasOwner(result, suite);
	if (own === void 0) return missing.tests > 0 || isSpecific(result, suite);
	return !isGone || missing.firm > (home.isFirm(own) ? 1 : 0);
}
function isSpecific(failure, later) {
	return !isGenericSuite(failure.suites.at(-1) ?? "") || hasOwner(failure, later);
}
function hasOwner(failure, later) {
	const owners = ownersOf(failure);
	return everythingIn(later).some(({ result }) => isOfOwner(result, owners));
}

// src/matching/supersede.ts
function supersessions(results, credible, duplicates) {
	const superseded = /* @__PURE__ */ new Map();
	const keys = new TestKeys();
	const timed = results.map((result) => new Timed(result, keys.of(result), credible));
	laterTries(timed, superseded, duplicates);
	if (new Set(results.map(reportOf)).size < 2) return superseded;
	const suites = new Suites(timed, keys);
	betweenRuns(timed, suites, superseded);
	const standing = timed.filter(({ result }) => result.outcome !== "passed" && !superseded.has(result));
	if (standing.length > 0) {
		const whole = new WholeReports(suites);
		for (const [result, by] of whole.inPlaceOf(standing)) superseded.set(result, {
			by,
			how: "whole-report"
		});
		standAlone({
			timed,
			suites,
			whole
		}, duplicates, superseded);
	}
	return superseded;
}
function standAlone({ timed, suites, whole }, duplicates, superseded) {
	const taken = timed.filter(({ result }) => isGone(superseded.get(result), superseded));
	if (taken.length === 0) return;
	const passes = /* @__PURE__ */ new Map();
	laterTries(timed, passes, duplicates, hasPassed);
	betweenRuns(timed, suites, passes, hasPassed);
	const left = taken.filter(({ result }) => !passes.has(result));
	const over = whole.inPlaceOf(left.filter(({ result }) => result.outcome !== "passed"));
	for (const { result } of left) {
		const by = over.get(result);
		if (by === void 0) superseded.delete(result);
		else superseded.set(result, {
			by,
			how: "whole-report"
		});
	}
}
function isGone(later, superseded) {
	for (let next = later && superseded.get(later.by); next !== void 0; next = superseded.get(next.by)) if (next.how === "whole-report") return true;
	return false;
}
function hasPassed({ result }) {
	return result.outcome === "passed";
}
function laterTries(timed, superseded, duplicates, mayTake = () => true) {
	const seen = /* @__PURE__ */ new Set();
	const again = /* @__PURE__ */ new Set();
	for (const { key } of timed) (seen.has(key) ? again : seen).add(key);
	if (again.size === 0) return;
	const repeated = timed.filter(({ key }) => again.has(key));
	const tries = grouped(repeated, ({ key, result }) => key + labelOf(result));
	const latest = /* @__PURE__ */ new Map();
	for (const [labelled, items] of tries) latest.set(labelled, latestByClock(items, mayTake));
	for (const [labelled, items] of tries) for (const item of items) {
		const { key, result } = item;
		let by = lastAfter(item, latest.get(labelled));
		for (const label of otherLabels(result)) by = lastAfter(item, latest.get(key + label), by);
		if (by !== void 0) superseded.set(result, {
			by: by.result,
			how: "later-try"
		});
	}
	if (duplicates === "last") for (const items of tries.values()) lastListed(items, superseded, mayTake);
}
function labelOf(result) {
	if (!("scenario" in result)) return "";
	const { decision, ambiguous, scenario } = result;
	const passes = decision === void 0 && !ambiguous ? scenario : decision?.passes;
	return passes === void 0 ? ` may concern ${scenario}` : ` of ${passes}`;
}
function otherLabels(result) {
	if (!("decision" in result) || result.decision === void 0 || result.decision.passes !== void 0) return [];
	return result.decision.fails.map((scenario) => ` of ${scenario}`);
}
function lastListed(tries, superseded, mayTake) {
	const standing = tries.filter(({ result }) => !superseded.has(result));
	for (const same of grouped(standing, ({ result }) => reportOf(result)).values()) {
		const last = same.filter(mayTake).reduce((a, b) => {
			return a === void 0 || b.result.order > a.result.order ? b : a;
		}, void 0);
		for (const { result } of same) if (last !== void 0 && result.order < last.result.order) superseded.set(result, {
			by: last.result,
			how: "listed-last"
		});
	}
}
function betweenRuns(timed, suites, superseded, mayTake = () => true) {
	const runs = runsOf(timed);
	if (runs.size < 2) return;
	const open = timed.filter(({ result, key }) => !superseded.has(result) && suites.between(result) !== key);
	if (open.length === 0) return;
	const between = new Map(timed.map((item) => [item, suites.between(item.result)]));
	const byTest = grouped(timed, (item) => (between.get(item) ?? "") + labelOf(item.result));
	const byRun = remembered(Infinity, (test) => {
		return [...grouped(byTest.get(test) ?? [], (item) => runs.of(item))].map(([run, items]) => ({
			run,
			tests: testsIn(items),
			latest: latestByClock(items, mayTake)
		}));
	});
	for (const item of open) {
		const key = between.get(item) ?? "";
		const own = runs.of(item);
		const label = labelOf(item.result);
		const least = byRun(key + label).find(({ run }) => run === own)?.tests ?? 0;
		let by;
		for (const { run, tests, latest } of [label, ...otherLabels(item.result)].flatMap((of) => byRun(key + of))) {
			if (run === own || tests < least) continue;
			by = lastAfter(item, latest.filter((other) => isLaterRun(other, item)), by);
		}
		if (by !== void 0) superseded.set(item.result, {
			by: by.result,
			how: "later-try"
		});
	}
}
function testsIn(items) {
	return new Set(items.map(({ key }) => key)).size;
}
function runsOf(timed) {
	const runLength = 216e5;
	const starts = [];
	for (const { result, span } of timed) if (result.provenance === void 0 && span.start !== void 0) starts.push(span.start.at);
	const begins = [];
	let last = -Infinity;
	for (const start of starts.toSorted((a, b) => a - b)) {
		if (start - last > runLength) begins.push(start);
		last = start;
	}
	const names = begins.map((_, index) => `workspace ${index}`);
	const of = (item) => {
		const { provenance } = item.result;
		if (provenance !== void 0) return `run ${provenance.runId}`;
		const at = startOf(item);
		let [low, high] = [0, begins.length - 1];
		while (low < high) {
			const middle = low + high + 1 >> 1;
			if ((begins[middle] ?? Infinity) <= at) low = middle;
			else high = middle - 1;
		}
		return names[low] ?? "workspace";
	};
	return {
		size: new Set(timed.map(of)).size,
		of
	};
}
function lastAfter({ span }, tries = [], known) {
	let last = known;
	for (const other of tries) if ((last === void 0 || startOf(other) > startOf(last)) && startsAfter(other.span, span)) last = other;
	return last;
}
function latestByClock(tries, mayTake) {
	let zoned;
	let others;
	for (const item of tries) {
		const { start } = item.span;
		if (start === void 0 || !mayTake(item)) continue;
		if (start.clock === void 0) {
			if (zoned === void 0 || startOf(zoned) < start.at) zoned = item;
			continue;
		}
		others ??= /* @__PURE__ */ new Map();
		const key = clockKey(start.clock);
		const known = others.get(key)?.span.start;
		if (known === void 0 || known.at < start.at) others.set(key, item);
	}
	return [...zoned === void 0 ? [] : [zoned], ...others?.values() ?? []];
}

// src/text/wildcard.ts
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

// src/matching/mapping.ts
const keyLength = 3;
const maxRemembered$1 = 5e3;
function mappedScenarios(mapping, fitting) {
	if (mapping.length === 0) return () => [];
	const index = indexed(mapping);
	const ofName = remembered(maxRemembered$1, (text) => hitsOf(text, index));
	return ({ name, className, suites }) => {
		const found = /* @__PURE__ */ new Set();
		for (const hit of hitsOf(name, index)) found.add(hit);
		for (const hit of hitsOf(`${className} ${name}`, index)) found.add(hit);
		for (const text of [className, ...suites]) for (const hit of ofName(text)) found.add(hit);
		for (const one of found) fitting?.add(one);
		if (found.size === 0) return [];
		return [...new Set(mapping.filter((one) => found.has(one)).map(({ scenario }) => scenario))];
	};
}
function indexed(mapping) {
	const uses = /* @__PURE__ */ new Map();
	for (const { test } of mapping) for (const key of keysOf(test)) uses.set(key, (uses.get(key) ?? 0) + 1);
	const byKey = /* @__PURE__ */ new Map();
	const others = [];
	for (const one of mapping) {
		const [first, ...rest] = keysOf(one.test);
		if (first === void 0) {
			others.push(one);
			continue;
		}
		const key = rest.reduce((a, b) => (uses.get(b) ?? 0) < (uses.get(a) ?? 0) ? b : a, first);
		const list = byKey.get(key);
		if (list === void 0) byKey.set(key, [one]);
		else list.push(one);
	}
	return {
		byKey,
		others
	};
}
function keysOf(pattern) {
	const keys = /* @__PURE__ */ new Set();
	for (const piece of pattern.split("*")) for (let at = 0; at + keyLength <= piece.length; at++) keys.add(piece.slice(at, at + keyLength));
	return keys;
}
function hitsOf(text, { byKey, others }) {
	if (text === "") return [];
	const hits = /* @__PURE__ */ new Set();
	const compare = (patterns) => {
		for (const one of patterns) if (fits(one.test, text)) hits.add(one);
	};
	compare(others);
	for (const key of keysOf(text)) compare(byKey.get(key) ?? []);
	return [...hits];
}
function unfitting(mapping, fitting, results) {
	const unfit = mapping.filter((one) => !fitting.has(one));
	if (unfit.length === 0 || results.length === 0) return [];
	const tested = new Set(results.map(({ scenario }) => scenario));
	const names = namesOf(results);
	const findings = new Findings(maxTold);
	for (const { scenario, test, place } of unfit) {
		const near = names.find(([name]) => fits(alike(test), name))?.[1];
		findings.add({
			kind: "settings",
			severity: tested.has(scenario) ? "warning" : "notice",
			message: `${quoted(test)}, which the configuration gives ${scenario}, fits no test in the reports.`,
			next: near === void 0 ? "Write the name as the report has it, or leave it out where the test is gone." : `There is ${quoted(near)}: letter case and white space count.`,
			place
		});
	}
	return findings.list();
}
function namesOf(results) {
	const names = /* @__PURE__ */ new Map();
	for (const { name, className, suites } of results) for (const text of [
		name,
		className,
		`${className} ${name}`,
		...suites
	]) if (names.size < maxRemembered$1) names.set(alike(text), text);
	return [...names];
}
function alike(text) {
	return text.toLowerCase().replaceAll(/\s+/g, "");
}
const maxTold = 20;

// src/matching/suite-statements.ts
var SuitePaths = class {
	#known = /* @__PURE__ */ new Map();
	of(suite) {
		const unknown = [];
		let at = suite;
		for (; at !== void 0 && !this.#known.has(at); at = at.parent) unknown.push(at);
		let path = (at === void 0 ? void 0 : this.#known.get(at)) ?? [];
		for (const inner of unknown.toReversed()) {
			if (inner.name.trim() !== "") path = path.concat(inner.name);
			this.#known.set(inner, path);
		}
		return path;
	}
};
function scenariosInside(placed) {
	const inside = /* @__PURE__ */ new Map();
	for (const { attempt, suite } of placed) {
		if (attempt.declared !== void 0 || !isPrimary(attempt)) continue;
		for (let at = suite; at !== void 0; at = at.parent) {
			const known = inside.get(at);
			if (known?.has(attempt.scenario) === true) break;
			if (known === void 0) inside.set(at, /* @__PURE__ */ new Set([attempt.scenario]));
			else known.add(attempt.scenario);
		}
	}
	return inside;
}
function assignSuiteStatements(placed, shared, file, findNumbers) {
	const given = /* @__PURE__ */ new Map();
	const findings = [];
	for (const [suite, inside] of speakingSuites(placed)) {
		const scenarios = new Set(inside.map(({ attempt }) => attempt.scenario));
		const only = scenarios.size === 1 && !shared.has(suite) ? [...scenarios][0] : void 0;
		const unassigned = [];
		for (const section of sections((suite.notes ?? nothingStated).statements, findNumbers)) {
			const scenario = section.opened ? section.scenario : only;
			const receivers = inside.filter(({ attempt }) => attempt.scenario === scenario);
			if (receivers.length === 0) for (const statement of section.statements) unassigned.push(statement);
			for (const receiver of receivers) {
				const own = given.get(receiver) ?? {
					statements: [],
					dropped: void 0
				};
				given.set(receiver, own);
				for (const statement of section.statements) own.statements.push(statement);
				own.dropped ??= suite.notes?.dropped;
			}
		}
		if (unassigned.length > 0) {
			const tests = [...scenarios, ...shared.has(suite) ? ["others without a number"] : []];
			findings.push(unassignedFinding(unassigned, suite, tests, file));
		}
	}
	return {
		attempts: placed.map((item) => {
			const more = given.get(item);
			if (more === void 0) return item.attempt;
			const { statements, dropped } = item.attempt;
			return {
				...item.attempt,
				statements: [...statements, ...more.statements],
				dropped: droppedTogether(dropped, more.dropped)
			};
		}),
		findings
	};
}
function propertiesAround({ suite, notes }) {
	const all = new Map(notes?.properties);
	for (let at = suite; at !== void 0; at = at.parent) for (const [name, value] of at.notes?.properties ?? []) if (!all.has(name)) all.set(name, value);
	return all;
}
function withOuterSuites(suites) {
	const all = /* @__PURE__ */ new Set();
	for (const innermost of suites) for (let suite = innermost; suite !== void 0; suite = suite.parent) {
		if (all.has(suite)) break;
		all.add(suite);
	}
	return all;
}
function speakingSuites(placed) {
	const suites = /* @__PURE__ */ new Map();
	for (const item of placed) for (let at = item.suite; at !== void 0; at = at.parent) {
		if ((at.notes ?? nothingStated).statements.length === 0) continue;
		const inside = suites.get(at) ?? [];
		suites.set(at, inside);
		if (item.attempt.declared === void 0 && isPrimary(item.attempt)) inside.push(item);
	}
	return suites;
}
function sections(notes, findNumbers) {
	let section = {
		opened: false,
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
			opened: true,
			scenario: leading ?? (ids.length === 1 ? ids[0] : void 0),
			statements: []
		};
		all.push(section);
	}
	return all;
}
function unassignedFinding(statements, suite, tests, file) {
	const first = statements[0];
	return {
		kind: "evidence",
		severity: "warning",
		message: `${[...new Set(statements.map(keyInWords))].join(", ")} in the output of ${suite.name === "" ? "the whole report" : `suite '${suite.name}'`} can't be assigned to one scenario` + (tests.length > 1 ? ` (its tests are ${listed(tests)})` : "") + `, so it is not used. Write 'scenario=…' on a line before it, or give it to the test itself.`,
		place: {
			file,
			line: first?.line ?? suite.line
		}
	};
}
function keyInWords(statement) {
	return statement.key === "message" ? statement.message : statement.key.toUpperCase();
}

// src/matching/which-scenario.ts
const maxLinesBetween = 3;
const maxRemembered = 1e3;
const placeNames = {
	property: "the property 'scenario'",
	mapping: "the mapping",
	line: "a line of output",
	name: "the name of a test",
	class: "the name of a class",
	"suite-property": "the suite's property 'scenario'",
	suite: "the name of a suite",
	file: "the file name"
};
var WhichScenario = class {
	#mapped;
	#file;
	#findNumbers;
	#lookAlikes;
	#find;
	#hasOwnPlaces;
	#decided;
	#around;
	constructor({ file, mapping, fitting }, findNumbers, lookAlikes) {
		this.#mapped = mappedScenarios(mapping, fitting);
		this.#hasOwnPlaces = mapping.length > 0;
		this.#findNumbers = findNumbers;
		this.#find = remembered(maxRemembered, findNumbers);
		this.#lookAlikes = lookAlikes;
		this.#file = this.#placeOf("file", file.slice(file.lastIndexOf("/") + 1));
	}
	numbersIn({ name }) {
		return this.#findNumbers(name);
	}
	isMentionedIn({ name, className }, ofName, path) {
		if (mentionsAny(ofName) || mentionsAny(this.#find(className))) return true;
		if (path.some((one) => mentionsAny(this.#find(one))) || mentionsAny(this.#file.numbers)) return true;
		return this.#mapped({
			name,
			className,
			suites: path
		}).length > 0;
	}
	othersIn({ className, notes }, ofName, path) {
		const found = [];
		const add = ({ others }) => {
			for (const other of others) found.push(other);
		};
		add(ofName);
		for (const statement of (notes ?? nothingStated).statements) if (tellsScenario(statement)) add(this.#findNumbers(statement.value));
		add(this.#find(className));
		for (const one of path) add(this.#find(one));
		add(this.#file.numbers);
		return found;
	}
	hasScenario(notes) {
		return (notes ?? nothingStated).statements.some((statement) => tellsScenario(statement) && mentionsAny(this.#findNumbers(statement.value)));
	}
	of(result, ofName, path) {
		const decision = this.#decisionOn(result, ofName, path);
		if (decision.passes === void 0) for (const place of decision.places) this.#lookAlikes.note(place.numbers, result.line, placeNames[place.kind]);
		return decision.fails.length === 0 && decision.rule === "nothing" ? void 0 : decision;
	}
	#decisionOn(result, ofName, path) {
		const around = this.#aroundOf(result.suite);
		if (result.declared !== void 0) return decide(around);
		const { className } = result;
		if (this.#hasOwnPlaces || this.hasScenario(result.notes)) return decide([...this.#ownPlaces(result, ofName, path), ...around]);
		if (this.#decided?.around !== around || this.#decided.className !== className) {
			const by = remembered(maxRemembered, (name) => decide([...this.#ownPlaces(result, name, path), ...around]));
			this.#decided = {
				around,
				className,
				by
			};
		}
		return this.#decided.by(ofName);
	}
	isGiven(suite) {
		return this.#aroundOf(suite).some(({ numbers: { ids, mayMean } }) => {
			return ids.length > 0 || mayMean.some((id) => id !== void 0);
		});
	}
	#ownPlaces({ name, className, notes }, ofName, path) {
		const { statements } = notes ?? nothingStated;
		const [given, printed, displayed] = [
			[],
			[],
			[]
		];
		for (const statement of statements) if (statement.key === "display-name") {
			const text = statement.value;
			displayed.push({
				kind: "name",
				text,
				numbers: this.#findNumbers(text),
				claims: true
			});
		} else if (statement.key === "scenario") {
			if (isGiven(statement)) given.push(this.#given("property", statement.value));
			else printed.push(this.#printed(statement, statements));
		}
		const mapped = this.#mapped({
			name,
			className,
			suites: path
		});
		return [
			...given,
			...mapped.map((id) => ({
				kind: "mapping",
				text: id,
				numbers: leadingNumber(id),
				claims: true
			})),
			...printed,
			{
				kind: "name",
				text: "",
				numbers: ofName,
				claims: true
			},
			...displayed,
			this.#placeOf("class", className)
		];
	}
	#aroundOf(innermost) {
		if (this.#around !== void 0 && this.#around.suite === innermost) return this.#around.places;
		const places = [];
		for (let suite = innermost; suite !== void 0; suite = suite.parent) {
			for (const statement of (suite.notes ?? nothingStated).statements) if (statement.key === "scenario" && isGiven(statement)) places.push(this.#given("suite-property", statement.value));
			places.push(this.#placeOf("suite", suite.name));
		}
		places.push(this.#file);
		const telling = places.filter(({ numbers }) => mentionsAny(numbers));
		this.#around = {
			suite: innermost,
			places: telling
		};
		return telling;
	}
	#placeOf(kind, text) {
		return {
			kind,
			text,
			numbers: this.#find(text),
			claims: true
		};
	}
	#given(kind, text) {
		const numbers = this.#find(text);
		const [only, ...others] = numbers.ids;
		const leading = numbers.leading ?? (others.length === 0 ? only : void 0);
		return {
			kind,
			text,
			numbers: {
				...numbers,
				leading,
				lead: leading === void 0 ? void 0 : "heading"
			},
			claims: true
		};
	}
	#printed(statement, all) {
		const place = this.#given("property", statement.value);
		const beside = ({ key, line }) => (key === "mrn" || key === "lrn" || key === "message") && Math.abs(line - statement.line) <= maxLinesBetween;
		return {
			...place,
			kind: "line",
			claims: statement.heading === true || all.some(beside)
		};
	}
};
function leadingNumber(id) {
	return {
		ids: [id],
		leading: id,
		lead: "heading",
		lookAlikes: [],
		mayMean: [],
		others: []
	};
}
function tellsScenario(statement) {
	return statement.key === "scenario" || statement.key === "display-name";
}
function isGiven({ source }) {
	return source === "property" || source === "marker";
}
function mentionsAny({ ids, lookAlikes }) {
	return ids.length > 0 || lookAlikes.length > 0;
}

// src/matching/match.ts
const maxResults = 1e5;
const maxUnmatched = 5e3;
const maxUnmatchedStatements = 2e4;
function matchReport(options) {
	const findNumbers = scenarioFinder(options.programme);
	const { timeZone, budget = new StatementBudget() } = options;
	const matching = new Matching(options, findNumbers, budget);
	return {
		on: {
			listen: (of) => statementListener({
				of,
				timeZone,
				findNumbers,
				budget,
				properties: options.properties
			}),
			result: (result) => matching.add(result)
		},
		finish: () => matching.finish()
	};
}
var Matching = class {
	#options;
	#findNumbers;
	#budget;
	#which;
	#paths = new SuitePaths();
	#findings;
	#lookAlikes;
	#otherProgrammes;
	#placed = [];
	#others = [];
	#results = [];
	#withoutAssertions = [];
	#dropped = /* @__PURE__ */ new Map();
	#uncharged = /* @__PURE__ */ new Set();
	#short;
	#unmatchedStatements = 0;
	#beyond;
	constructor(options, findNumbers, budget) {
		this.#options = options;
		this.#budget = budget;
		this.#findNumbers = findNumbers;
		this.#lookAlikes = new LookAlikes(options.file, findNumbers);
		this.#otherProgrammes = new OtherProgrammes(options.file);
		this.#which = new WhichScenario(options, findNumbers, this.#lookAlikes);
		this.#findings = new MatchFindings(options.file);
	}
	add(result) {
		const what = this.#results.length >= (this.#options.room ?? 1e5) ? `have more than ${maxResults} results that may concern scenarios` : this.#budget.tooMuch;
		if (what !== void 0) {
			this.#beyond ??= {
				line: result.line,
				what
			};
			return;
		}
		const [ofName, path] = [this.#which.numbersIn(result), this.#paths.of(result.suite)];
		if (isSetUp(result) || this.#which.hasScenario(result.notes) || this.#which.isMentionedIn(result, ofName, path)) {
			this.#keep({
				result,
				ofName
			});
			return;
		}
		this.#otherProgrammes.note(this.#which.othersIn(result, ofName, path), result.line);
		const statements = result.notes?.statements.length ?? 0;
		this.#budget.release(result.notes);
		if (this.#uncharged.size < maxUnmatched && this.#unmatchedStatements + statements <= maxUnmatchedStatements) {
			this.#unmatchedStatements += statements;
			this.#uncharged.add(result);
			this.#keep({
				result,
				ofName
			});
		} else if (result.suite !== void 0) {
			const known = this.#dropped.get(result.suite);
			if (known === void 0) this.#dropped.set(result.suite, {
				line: result.line,
				count: 1
			});
			else known.count++;
		}
	}
	#keep(kept) {
		this.#results.push(kept);
		if (kept.result.assertions === 0) this.#withoutAssertions.push(kept.result);
	}
	finish() {
		const unplaced = [];
		const shared = new Set(this.#dropped.keys());
		this.#results.reverse();
		for (let kept = this.#results.pop(); kept !== void 0; kept = this.#results.pop()) {
			const { result } = kept;
			const decision = this.#which.of(result, kept.ofName, this.#paths.of(result.suite));
			if (isSetUp(result)) unplaced.push(kept);
			else if (decision !== void 0 && decision.fails.length > 0) {
				this.#place(this.#charged(result), decision);
				if (decision.rule === "only-look-alike") shared.add(result.suite);
			} else {
				this.#addOther(result, { decision: decision === void 0 ? void 0 : withoutOthers(decision) });
				shared.add(result.suite);
			}
		}
		const scenarios = scenariosInside(this.#placed);
		for (const kept of unplaced) this.#placeBySuite(kept, scenarios);
		const outer = withOuterSuites(shared);
		const assigned = assignSuiteStatements(this.#placed, outer, this.#options.file, this.#findNumbers);
		if (this.#beyond !== void 0) this.#findings.tooMuch(this.#beyond.what, this.#beyond.line);
		this.#reportDropped();
		this.#findings.containers(this.#placed, this.#others);
		this.#reportAssertions();
		return {
			attempts: assigned.attempts,
			others: this.#others,
			findings: [
				...this.#findings.list(),
				...this.#lookAlikes.findings(),
				...this.#otherProgrammes.findings(),
				...assigned.findings
			]
		};
	}
	#reportDropped() {
		for (const [suite, { line, count }] of this.#dropped) {
			if (this.#which.isGiven(suite)) this.#findings.tooManyInSuite(suite.name, maxUnmatched, line);
			const rest = {
				className: "",
				name: nameOfRest(count),
				outcome: "not-run",
				flaky: false
			};
			this.#others.push(this.#listed({
				...rest,
				suite,
				line
			}));
		}
	}
	#place(result, decision) {
		const { passes, fails, notRun } = decision;
		if (this.#short?.of !== decision) this.#short = {
			of: decision,
			as: withoutOthers(decision)
		};
		const short = this.#short.as;
		const listed = this.#listed(result, this.#options.nextOrder());
		const counting = {
			passed: [passes],
			failed: fails,
			"not-run": notRun
		}[result.outcome];
		const onlyLooks = decision.rule === "only-look-alike";
		if (passes === void 0 && (!onlyLooks || result.outcome === "failed")) this.#findings.disputed(result, decision);
		for (const scenario of fails) {
			const named = placeNaming({
				because: short.because,
				places: decision.places
			}, scenario);
			const found = {
				scenario,
				named,
				matchedBy: named === void 0 ? "name" : matchedByOf(named.kind),
				ambiguous: !counting.includes(scenario),
				decision: short
			};
			this.#placed.push({
				attempt: attemptOf(listed, result, found),
				suite: result.suite
			});
		}
	}
	#placeBySuite({ result, ofName }, scenarios) {
		const decision = this.#which.of(result, ofName, this.#paths.of(result.suite));
		const ids = result.outcome === "failed" ? decision?.fails : decision?.notRun;
		const inside = scenarios.get(result.suite);
		const all = /* @__PURE__ */ new Set([...ids ?? [], ...inside ?? []]);
		if (all.size === 0) {
			const mayBeAny = result.declared !== void 0 || result.name.trim() === "";
			this.#addOther(result, { finding: mayBeAny ? this.#findings.unplaced(result) : void 0 });
			return;
		}
		const listed = this.#listed(result, this.#options.nextOrder());
		for (const scenario of all) {
			const named = decision && placeNaming(decision, scenario);
			const found = {
				scenario,
				named,
				matchedBy: named === void 0 ? "enclosing-suite" : matchedByOf(named.kind),
				ambiguous: false,
				decision: void 0
			};
			this.#placed.push({
				attempt: attemptOf(listed, result, found),
				suite: result.suite
			});
		}
	}
	#reportAssertions() {
		const placed = new Set(this.#placed.flatMap(({ attempt }) => attempt.outcome === "passed" ? [attempt.line] : []));
		const without = this.#withoutAssertions.filter(({ line }) => placed.has(line));
		const [first] = without;
		if (first !== void 0) this.#findings.noAssertions(first, without.length);
	}
	#charged(result) {
		const { notes } = result;
		return notes !== void 0 && this.#uncharged.has(result) ? {
			...result,
			notes: this.#budget.take(notes)
		} : result;
	}
	#addOther(result, more) {
		if (!this.#uncharged.has(result)) this.#budget.release(result.notes);
		this.#others.push(otherOf(this.#listed(result), more));
	}
	#listed(result, order = 0) {
		const { className, sourceFile, name, outcome, declared, line, message } = result;
		const { file, provenance, timeZone, properties } = this.#options;
		const inName = declared === void 0 ? statementsInName(name, line, { timeZone }) : [];
		const { statements: stated } = result.notes ?? nothingStated;
		return {
			file,
			line,
			suites: this.#paths.of(result.suite),
			className,
			sourceFile,
			name,
			outcome,
			message,
			declared,
			reported: reportedTime(result, timeZone),
			statements: inName.length === 0 ? stated : [...stated, ...inName],
			properties: properties && propertiesAround(result),
			provenance,
			order
		};
	}
};

export { listed as A, firstOf as B, whyConcerned as C, isSetUp as D, isDisputed as E, Findings as F, isFatal as H, bindingKindOf as I, bindingKinds as L, quoted as M, TestKeys as N, maxOthers as O, grouped as P, blocks as R, startOf$1 as S, inShort as T, placeInWords as U, isAfterwards as V, namesNone as _, supersessions as a, resultsOfNone as b, isCredible as c, spanOf as d, startsAfter as f, giveNumber as g, decisionInWords as h, fits as i, plural as j, reportOf as k, isOver as l, placedSetUps as m, maxResults as n, areComparable as o, remembered as p, unfitting as r, credibleUntil as s, matchReport as t, skew as u, nextFor as v, whyDisputed as w, standingOfAmbiguous as x, onlyLooks as y, bySeverity as z };