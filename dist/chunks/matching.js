import { i as statementsInName, n as valuesOf, r as statementListener, t as nothingStated } from "./statements.js";
import { p as readTime } from "./time.js";
import { t as scenarioFinder } from "./requirements.js";

// src/finding.ts
/** The kinds that `fail-on` can name. */
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
/** Kinds whose findings are remarks unless `fail-on` names them. */
const optionalKinds = /* @__PURE__ */ new Set([
	"evidence",
	"form",
	"recommended"
]);
/** Whether a finding keeps the verdict from being ready: `fail-on` can make a verdict stricter, never milder. */
function blocks({ kind, severity }, failOn) {
	return severity === "error" || severity === "warning" && optionalKinds.has(kind) && failOn.has(kind);
}
/**
* Whether it fails the step as well. That there was no report always does; errors of kinds that `fail-on` has no word
* for mean that a result may be missing from what was judged, and go by `unreadable`.
*/
function isFatal(finding, failOn) {
	return blocks(finding, failOn) && (finding.kind === "no-report" || failOn.has(bindingKindOf(finding.kind)));
}
/** The kind under which `fail-on` has it. */
function bindingKindOf(kind) {
	return bindingKinds.find((binding) => binding === kind) ?? "unreadable";
}
/** The place as people write it: `results/a.xml:12:5`, `.github/ncts5.yml:3:1 flows`, `input flows`; undefined where there is none. */
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
/** Errors, then warnings, then notices; otherwise in their order. */
function bySeverity(findings) {
	const rank = {
		error: 0,
		warning: 1,
		notice: 2
	};
	return findings.toSorted((a, b) => rank[a.severity] - rank[b.severity]);
}
/** Of one kind and severity about one thing so many are kept; a hostile report may have hundreds of thousands. */
const maxAlike = 50;
/** The first few and how many more there are: for a place that has no room for all. */
function firstOf(items, max) {
	const shown = items.slice(0, max);
	return {
		shown,
		more: items.length - shown.length
	};
}
/**
* Findings in the order in which they were made, long lists of the same kind cut short: the one place that shows some and
* counts the rest.
*/
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

// src/text/credentials.ts
const hidden = "***";
/** Most text has none of these in it, and is not looked at any further. */
const suspicious = /authorization|bearer|basic|cookie|token|secret|passw|passphrase|passcode|pwd|key|credential|signature|sig=|code=|eyJ|gh[pousr]_|github_pat|glpat-|xox[abprs]-|AKIA|:\/\/[^\s/]*@|-u |--user/i;
/** Between a name and its value: `=`, `: `, `": "`, `\":\"`, `=>`, `%3D`, `=[`. */
const separator = String.raw`\\{0,3}["'\x60]?\]?\s{0,3}(?:=>|[:=]|%3[ad])\s{0,3}[[({]?\\{0,3}["'\x60]?`;
const value = String.raw`[^\s"'\x60&,;<>()[\]{}\\]+`;
/** Names that are given to nothing but secrets. */
const secretName = String.raw`(?:(?:access|refresh|id|auth|oauth|server|session|csrf|xsrf|api|app|bearer|security|client|user)[-_. ]?token|[\w-]{0,40}secret|pass(?:word|wd|phrase|code)|\bpwd|api[-_ ]?key|(?:access|private|subscription|account)[-_ ]?key|credentials?|client[-_]?assertion|\bsig(?:nature)?)`;
const schemes = String.raw`bearer|basic|token|apikey|api-key|negotiate|digest|hawk|ntlm|aws4-hmac-sha256`;
/** Words that follow 'Bearer' or 'Basic' in sentences about them. */
const plainWords = /^(?:tokens?|auth|authenti\w*|authori\w*|schemes?|headers?|credentials?|realm|error|errors|is|was|not|no|and|or|with|without|missing|expired|invalid|required|access|format|prefix|of|in|for|the|a|an|test|tests|check|checks|case|cases|flow|validation|functionality|scenario|departure|arrival)$/i;
const rules = [
	[new RegExp(`((?:proxy-)?authorization${separator}(?:(?:${schemes})\\b[\\s:]*)?)(${value})`, "gi"), `$1${hidden}`],
	[/((?:set-)?cookie\\{0,3}["']?\s{0,3}:\s{0,3}\\{0,3}["']?)[^"'<>\\]+/gi, `$1${hidden}`],
	[/\b(bearer|basic)((?:\s|:|=|\+|%20){1,3})([\w~+/.=-]{4,})/gi, hideAfterScheme],
	[new RegExp(`(${secretName}[\\w-]{0,40}${separator})(${value})`, "gi"), `$1${hidden}`],
	[new RegExp(`(\\btoken${separator})(${value})`, "gi"), hideUnlessWord],
	[new RegExp(`(<[\\w:.-]{0,40}(?:token|secret|password|api-?key)[\\w-]{0,20}>)[^<\\s]+`, "gi"), `$1${hidden}`],
	[/([?&]code=|\bauthorization[-_]code["']?\s{0,3}[:=]\s{0,3}["']?)[^&\s"']+/gi, `$1${hidden}`],
	[/((?:^|\s)(?:-u|--user)[ =]["']?)[^\s"']+/g, `$1${hidden}`],
	[/(:\/\/[^\s/:@]{0,200}:)[^\s/@]+(?=@)/g, `$1${hidden}`],
	[/\beyJ[\w-]{6,}(?:\.[\w-]*){0,2}/g, hidden],
	[/\b(?:gh[pousr]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{12,})/g, hidden],
	[/(-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----).*/gs, `$1${hidden}`]
];
/**
* The text with what looks like a credential replaced by `***`: values of `Authorization`, `access_token`, `client_secret`
* and their like in any notation, tokens and keys of known shapes, passwords in addresses. Doing it twice changes nothing.
*/
function withoutCredentials(text) {
	if (!suspicious.test(text)) return text;
	return rules.reduce((left, [pattern, to]) => {
		return typeof to === "string" ? left.replace(pattern, to) : left.replace(pattern, to);
	}, text);
}
function hideAfterScheme(found, scheme, between, said) {
	return plainWords.test(said.replace(/[.:=-]+$/, "")) ? found : `${scheme}${between}${hidden}`;
}
/** 'Unexpected token: end of file' is about syntax. */
function hideUnlessWord(found, name, said) {
	return said.length < 20 && /^[a-z]*\.?$/i.test(said) ? found : `${name}${hidden}`;
}

// src/text/wording.ts
/** A value out of a report as part of a sentence: on one line, not endless. Renderers escape it. */
function quoted(text) {
	const line = withoutCredentials(text).replaceAll(/\s+/g, " ").replaceAll(/\p{C}/gu, "�").trim();
	return `'${line.length > 60 ? `${line.slice(0, 57)}…` : line}'`;
}
/** `IE015, IE928 and IE028` */
function listed(words) {
	const last = words.at(-1) ?? "";
	return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
/** `1 report`, `3 reports` */
function plural(count, singular, several = `${singular}s`) {
	return `${count} ${count === 1 ? singular : several}`;
}

// src/matching/identity.ts
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

// src/matching/reported-time.ts
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

// src/matching/attempt-of.ts
/** A result as an attempt at a scenario, with what it wrote and what its name says (all that newman and Bruno keep). */
function attemptOf(result, found, { file, provenance, timeZone }) {
	const { className, name, outcome, flaky, declared, message, line } = result;
	const inName = declared === void 0 ? statementsInName(name, line, { timeZone }) : [];
	const stated = result.notes ?? nothingStated;
	const statements = [...stated.statements, ...inName];
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
		dropped: stated.dropped,
		...provenance === void 0 ? {} : { provenance }
	};
}

// src/matching/look-alikes.ts
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
				place: {
					file: this.#file,
					line
				}
			};
		}
	}
};

// src/matching/match-problems.ts
/** What is wrong with the names and counts of one report, in the order found, long lists cut short. */
var MatchProblems = class {
	#file;
	#findings = new Findings();
	constructor(file) {
		this.#file = file;
	}
	ambiguous({ name, className, outcome, line }, scenarios) {
		const message = `'${name || className}' names ${scenarios.join(" and ")} and doesn't say which it is: ` + (outcome === "failed" ? `its failure counts against each.` : `it counts for none.`) + ` Lead with the number and a colon ('${scenarios[0] ?? "DSGB1"}: …') or give the test a property 'scenario'.`;
		this.#add({
			kind: "ambiguous",
			severity: "warning",
			message,
			place: {
				file: this.#file,
				line
			}
		});
	}
	/** What a suite declares and no scenario can be held against: a failure that can't be placed may be any scenario's. */
	unplaced({ name, message, line, declared }) {
		const what = (message ?? name).replace(/[.!?]?$/, ".");
		this.#add({
			kind: "counts",
			severity: declared === "failures" ? "error" : "warning",
			message: `${what} Which scenario that concerns can't be told from its names. Look into the test run, and have it write a complete report.`,
			place: {
				file: this.#file,
				line
			}
		});
	}
	tooManyInSuite(suite, kept, line) {
		this.#add({
			kind: "unreadable",
			severity: "error",
			message: `The suite '${suite}' gives its scenario to more tests than can be told apart (${kept} in a report). Put the number into the names of the tests.`,
			place: {
				file: this.#file,
				line
			}
		});
	}
	tooMany(most, line) {
		this.#add({
			kind: "unreadable",
			severity: "error",
			message: `The reports have more than ${most} results that may concern scenarios; those from here on are not looked at. Narrow the results globs to the reports of Trader Test.`,
			place: {
				file: this.#file,
				line
			}
		});
	}
	all() {
		return this.#findings.list();
	}
	#add(finding) {
		this.#findings.add(finding);
	}
};

// src/matching/suite-statements.ts
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
* belongs to the suite's one scenario, where all of its tests are that scenario's. Otherwise nobody can tell whose it is:
* reported, not used.
*
* @param shared suites that have tests of no scenario inside of them
*/
function assignSuiteStatements(placed, shared, file, findNumbers) {
	const given = /* @__PURE__ */ new Map();
	const problems = [];
	for (const [suite, inside] of speakingSuites(placed)) {
		const scenarios = new Set(inside.map(({ attempt }) => attempt.scenario));
		const only = scenarios.size === 1 && !shared.has(suite) ? [...scenarios][0] : void 0;
		const unassigned = [];
		for (const section of sections(suite.notes?.statements ?? [], findNumbers)) {
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
			problems.push(unassignedProblem(unassigned, suite, tests, file));
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
				dropped: dropped ?? more.dropped
			};
		}),
		problems
	};
}
/** These suites and all around them. */
function withOuterSuites(suites) {
	const all = /* @__PURE__ */ new Set();
	for (const innermost of suites) for (let suite = innermost; suite !== void 0; suite = suite.parent) {
		if (all.has(suite)) break;
		all.add(suite);
	}
	return all;
}
/** Suites that wrote something, from the inside out, each once, with the attempts inside of them. */
function speakingSuites(placed) {
	const suites = /* @__PURE__ */ new Map();
	for (const item of placed) for (let at = item.suite; at !== void 0; at = at.parent) {
		if ((at.notes?.statements.length ?? 0) === 0) continue;
		const inside = suites.get(at) ?? [];
		suites.set(at, inside);
		if (item.attempt.declared === void 0) inside.push(item);
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
function unassignedProblem(statements, suite, tests, file) {
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

// src/text/wildcard.ts
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

// src/matching/mapping.ts
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

// src/matching/which-scenario.ts
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
	/** Whether a scenario or display name that it states has a number, or what looks like one. */
	hasScenario(notes) {
		for (const { value } of notes?.statements.filter(isName) ?? []) if (mentionsAny(this.#findNumbers(value))) return true;
		return false;
	}
	/** @param path Names of the suites that it is in, from the outside in. */
	of(result, path) {
		const notes = result.notes?.statements ?? [];
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
			const texts = valuesOf(suite.notes.statements.filter(isOutright), "scenario");
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
function isName(statement) {
	return statement.key === "scenario" || statement.key === "display-name";
}
function isOutright({ source }) {
	return source === "property" || source === "marker";
}
function mentionsAny({ ids, lookAlikes }) {
	return ids.length > 0 || lookAlikes.length > 0;
}

// src/matching/match.ts
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
const maxUnmatched = 5e3;
/** Of what these state, so much is kept with them. */
const maxUnmatchedStatements = 5e4;
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
	#droppedSuites = /* @__PURE__ */ new Map();
	#unmatched = 0;
	#unmatchedStatements = 0;
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
		if (result.declared !== void 0 || this.#which.hasScenario(result.notes) || this.#which.isMentionedIn(result, this.#suitePath(result.suite))) {
			this.#results.push(result);
			return;
		}
		const statements = result.notes?.statements.length ?? 0;
		if (this.#unmatched < maxUnmatched && this.#unmatchedStatements + statements <= maxUnmatchedStatements) {
			this.#unmatched++;
			this.#unmatchedStatements += statements;
			this.#results.push(result);
		} else if (result.suite !== void 0 && !this.#droppedSuites.has(result.suite)) this.#droppedSuites.set(result.suite, result.line);
	}
	finish() {
		const unplaced = [];
		const others = new Set(this.#droppedSuites.keys());
		for (const result of this.#results) {
			const match = this.#which.of(result, this.#suitePath(result.suite));
			if (match !== void 0) this.#place(result, match);
			else if (result.declared !== void 0) unplaced.push(result);
			else if (result.suite !== void 0) others.add(result.suite);
		}
		const scenarios = scenariosInside(this.#placed);
		for (const result of unplaced) this.#placeDeclared(result, scenarios);
		const assigned = assignSuiteStatements(this.#placed, withOuterSuites(others), this.#options.file, this.#findNumbers);
		if (this.#overfull !== void 0) this.#problems.tooMany(mostResults, this.#overfull);
		this.#reportDropped();
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
	#reportDropped() {
		for (const [suite, line] of this.#droppedSuites) if (this.#which.ofSuites(suite, false).match !== void 0) this.#problems.tooManyInSuite(suite.name, maxUnmatched, line);
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

export { placeInWords as _, rawIdentityOf as a, quoted as c, bindingKindOf as d, bindingKinds as f, isFatal as g, firstOf as h, isOfSuite as i, withoutCredentials as l, bySeverity as m, mostResults as n, listed as o, blocks as p, fits as r, plural as s, matchReport as t, Findings as u };