import { n as tzOffset } from "./tz.js";

// src/requirements/flows.ts
/** The three process flows in the order of the form's mandatory tests. Source: FORM section 5. */
const flows = [
	{
		flow: "standard-departure",
		name: "standard departure",
		plural: "standard departures",
		direction: "outbound"
	},
	{
		flow: "pre-lodged-departure",
		name: "pre-lodged departure",
		plural: "pre-lodged departures",
		direction: "outbound"
	},
	{
		flow: "arrival",
		name: "arrival",
		plural: "arrivals",
		direction: "inbound"
	}
];

// src/time/read.ts
/**
* Reads a time as test tools, the CTC Traders API and people write it. Source of the shapes: real reports of
* twenty tools, the API's `received`, NCTS message XML.
*
* - `2026-07-01T12:00:05.123456789Z`: separator `T`, a space or `T `; seconds may be missing (Java leaves out zero ones);
*   a fraction of 1 to 9 digits after `.` or `,`; then `Z`, `UTC`, `GMT`, `±hh:mm`, `±hhmm` or `±hh` (a space may
*   stand before it, and Java's `[Europe/London]` behind it, which tells nothing that the offset doesn't), or nothing.
* - `2026-07-01`: the start of that day in the zone, the earliest reading and so the conservative one.
* - `20260701T120005Z`: the same in ISO 8601's basic format.
* - `Wed, 01 Jul 2026 12:00:05 GMT` (RFC 1123; also `UTC`, `UT`, `±hhmm`): the weekday may be missing, but not be wrong.
* - `1782907205`, `1782907205.5`, `1782907205123`: seconds (10 digits) or milliseconds (13 digits) since 1970, from 2001 to 2065.
*
* Strict: days and hours that don't exist, second 60 (there was none since 2016), offsets beyond 14:00 and anything
* else, above all `01/07/2026`, are no time. 24:00:00 is the midnight that follows, as in ISO 8601.
* What is finer than a millisecond is cut off.
*
* @param timeZone IANA zone for texts without an offset. Where clocks go back, an hour exists twice: the earlier one
*   counts. A time that clocks skipped has two readings, by the offset before and by the one after: the earlier one
*   counts, too. So an assumption never makes evidence younger.
* @returns undefined for what is no time, or for an unknown zone where one is needed. Never throws.
*/
function readTime(text, timeZone) {
	if (text.length > 100) return void 0;
	const trimmed = text.trim();
	return readParts(isoShape.exec(trimmed), timeZone) ?? readParts(basicShape.exec(trimmed), timeZone) ?? readInternetDate(trimmed, timeZone) ?? readEpoch(trimmed);
}
const clockZone = String.raw`(?: ?(?<offset>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)(?:\[[\w+\-/]+\])?)?`;
const fractionShape = String.raw`(?:[.,](?<fraction>\d{1,9}))?`;
const isoShape = new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:(?:T ?| )(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)${fractionShape})?${clockZone})?$`, "i");
const basicShape = new RegExp(String.raw`^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)T(?<hour>\d\d)(?<minute>\d\d)(?:(?<second>\d\d)${fractionShape})?${clockZone}$`, "i");
const internetShape = /^(?:(?<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(?<day>\d\d?) (?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (?<year>\d{4}) (?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d))? (?<offset>GMT|UTC|UT|[+-]\d{4})$/i;
const epochShape = /^[12]\d{9}(?:(?<millis>\d{3})|\.(?<fraction>\d{1,9}))?$/;
function readParts(match, timeZone) {
	const parts = match?.groups;
	if (parts === void 0) return void 0;
	const day = startOfDay(Number(parts["year"]), Number(parts["month"]), Number(parts["day"]));
	const time = timeOfDay(parts);
	if (day === void 0 || time === void 0) return void 0;
	return fromWallClock(day + time, parts["offset"], timeZone);
}
function readInternetDate(text, timeZone) {
	const parts = internetShape.exec(text)?.groups;
	if (parts === void 0) return void 0;
	const month = monthNames.indexOf((parts["month"] ?? "").toLowerCase()) + 1;
	const day = startOfDay(Number(parts["year"]), month, Number(parts["day"]));
	const time = timeOfDay(parts);
	if (day === void 0 || time === void 0) return void 0;
	const weekday = parts["weekday"]?.toLowerCase();
	if (weekday !== void 0 && weekdayNames[new Date(day).getUTCDay()] !== weekday) return void 0;
	return fromWallClock(day + time, parts["offset"], timeZone);
}
const monthNames = [
	"jan",
	"feb",
	"mar",
	"apr",
	"may",
	"jun",
	"jul",
	"aug",
	"sep",
	"oct",
	"nov",
	"dec"
];
const weekdayNames = [
	"sun",
	"mon",
	"tue",
	"wed",
	"thu",
	"fri",
	"sat"
];
function readEpoch(text) {
	const match = epochShape.exec(text);
	if (match === null) return void 0;
	const millis = match.groups?.["millis"] ?? firstThree(match.groups?.["fraction"]);
	return {
		instant: Number(text.slice(0, 10)) * 1e3 + Number(millis),
		assumedZone: false
	};
}
/** Midnight UTC of a calendar day in milliseconds, or undefined when the calendar has no such day. */
function startOfDay(year, month, day) {
	const midnight = Date.UTC(year + 400, month - 1, day) - 146097 * dayLength;
	const check = new Date(midnight);
	return check.getUTCMonth() === month - 1 && check.getUTCDate() === day ? midnight : void 0;
}
const dayLength = 864e5;
function timeOfDay(parts) {
	const hour = Number(parts["hour"] ?? 0);
	const minute = Number(parts["minute"] ?? 0);
	const second = Number(parts["second"] ?? 0);
	if (hour > 24 || minute > 59 || second > 59) return void 0;
	const time = ((hour * 60 + minute) * 60 + second) * 1e3 + Number(firstThree(parts["fraction"]));
	return time > dayLength || hour === 24 && /[1-9]/.test(parts["fraction"] ?? "") ? void 0 : time;
}
function firstThree(fraction) {
	return (fraction ?? "").slice(0, 3).padEnd(3, "0");
}
/** @param wall what clock and calendar show, as if they stood in UTC, in milliseconds. */
function fromWallClock(wall, offset, timeZone) {
	if (offset === void 0) {
		const instant = /^(?:Etc\/)?(?:UTC|GMT)$/i.test(timeZone) ? wall : earliestReading(wall, timeZone);
		return instant === void 0 ? void 0 : {
			instant,
			assumedZone: true
		};
	}
	const ahead = offsetLength(offset);
	return ahead === void 0 ? void 0 : {
		instant: wall - ahead,
		assumedZone: false
	};
}
function offsetLength(offset) {
	if (!/^[+-]/.test(offset)) return 0;
	const minutes = Number(offset.slice(-2));
	const total = offset.length === 3 ? minutes * 60 : Number(offset.slice(1, 3)) * 60 + minutes;
	if (total > 840 || offset.length > 3 && minutes > 59) return void 0;
	return (offset.startsWith("-") ? -total : total) * 6e4;
}
/**
* Zones lie between -12 and +14 hours, so the offsets a day before and a day after the wall clock taken as UTC are
* all that can apply (two changes within two days don't happen).
*/
function earliestReading(wall, timeZone) {
	const readings = [wall - dayLength, wall + dayLength].map((near) => wall - zoneOffset(near, timeZone));
	if (readings.some(Number.isNaN)) return void 0;
	const real = readings.filter((instant) => instant + zoneOffset(instant, timeZone) === wall);
	return Math.min(...real.length > 0 ? real : readings);
}
function zoneOffset(instant, timeZone) {
	return Math.round(tzOffset(timeZone, new Date(instant)) * 6e4);
}

// src/settings/nearest.ts
/**
* The known word that somebody who wrote `word` most likely meant; undefined when none is near.
* Letter case doesn't count. A beginning (`max-age`) or another order of its parts (`days-max-age`) is near, too.
*/
function nearest(word, known) {
	if (word.length > 60) return void 0;
	const wanted = word.toLowerCase();
	const [best] = known.map((candidate) => ({
		candidate,
		distance: distanceOf(wanted, candidate.toLowerCase())
	})).toSorted((a, b) => a.distance - b.distance);
	if (best === void 0) return void 0;
	return best.distance <= Math.max(1, Math.min(3, Math.floor(wanted.length / 3))) ? best.candidate : void 0;
}
/** A hint that names the nearest known word, or, when none is near, all of them. */
function suggestion(word, known) {
	const meant = nearest(word, known);
	return meant === void 0 ? `Known are: ${known.join(", ")}.` : `Did you mean '${meant}'?`;
}
function distanceOf(a, b) {
	const distance = editDistance(a, b);
	return a.length > 2 && b.startsWith(a) || parts(a) === parts(b) ? Math.min(1, distance) : distance;
}
function parts(text) {
	return text.split(/[^a-z0-9]+/).toSorted().join("-");
}
/** Letters to insert, delete, replace or swap with their neighbour. */
function editDistance(a, b) {
	let beforeLast = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			current[column] = Math.min(at(current, column - 1) + 1, at(last, column) + 1, at(last, column - 1) + (same ? 0 : 1), swapped ? at(beforeLast, column - 2) + 1 : Infinity);
		}
		beforeLast = last;
		last = current;
	}
	return at(last, b.length);
}
function at(row, column) {
	return row[column] ?? Infinity;
}

// src/settings/words.ts
/** What a setting with a choice accepts. One place for readers, help, action.yml and the JSON Schema. */
const flowNames = flows.map(({ flow }) => flow);
const procedureNames = ["normal", "simplified"];
const directionNames = ["inbound", "outbound"];
const combinationNames = [
	"auto",
	"A",
	"B"
];
const duplicatesNames = ["worst", "last"];
const commentNames = [
	"off",
	"always",
	"changes"
];
/** Short and plural names of flows that are accepted, too. */
const flowAliases = {
	standard: "standard-departure",
	"pre-lodged": "pre-lodged-departure",
	prelodged: "pre-lodged-departure",
	"prelodged-departure": "pre-lodged-departure",
	"pre-lodge": "pre-lodged-departure"
};
/** The flow that a word means, in any letter case, singular or plural, with hyphens, underscores or spaces. */
function flowOf(word) {
	const name = word.trim().toLowerCase().replaceAll(/[\s_]+/g, "-").replace(/s$/, "");
	return flowNames.find((flow) => flow === name) ?? (Object.hasOwn(flowAliases, name) ? flowAliases[name] : void 0);
}
/** The choice that a word means, in any letter case. */
function choiceOf(word, choices) {
	const wanted = word.trim().toLowerCase();
	return choices.find((choice) => choice.toLowerCase() === wanted);
}

// src/settings/given.ts
/** Readers return undefined for what was not given and for what they complained about. */
function readText(given) {
	return given?.texts.join("\n").trim();
}
/** The items of a list, without blank ones and repetitions. */
function readList(given) {
	if (given === void 0) return void 0;
	const [text] = given.texts;
	const items = given.texts.length === 1 && text !== void 0 ? splitList(text) : given.texts;
	return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ""))];
}
/** A list of known words; every unknown one is complained about. Duplicates and order are as `read` gives them. */
function readWords(given, read, known, complain) {
	const items = readList(given);
	if (given === void 0 || items === void 0) return void 0;
	if (items.length === 0) complain(given.where, "is an empty list.", `Known are: ${known.join(", ")}.`);
	const words = items.map((item) => {
		const word = read(item);
		if (word === void 0) complain(given.where, `'${shorten(item)}' is not known.`, suggestion(item, known));
		return word;
	});
	return [...new Set(words.filter((word) => word !== void 0))];
}
function readBoolean(given, complain) {
	const text = readText(given);
	if (given === void 0 || text === void 0) return void 0;
	const value = booleanOf(text);
	if (value === void 0) complain(given.where, `must be true or false, not '${shorten(text)}'.`);
	return value;
}
/** true, yes, on and false, no, off in any letter case. */
function booleanOf(text) {
	const word = text.trim().toLowerCase();
	if ([
		"true",
		"yes",
		"on"
	].includes(word)) return true;
	return [
		"false",
		"no",
		"off"
	].includes(word) ? false : void 0;
}
function readInteger(given, range, complain) {
	const text = readText(given);
	if (given === void 0 || text === void 0) return void 0;
	const value = /^[0-9]{1,9}$/.test(text) ? Number(text) : NaN;
	if (value >= range.min && value <= range.max) return value;
	complain(given.where, `must be a whole number from ${range.min} to ${range.max}, not '${shorten(text)}'.`);
}
function readChoice(given, choices, complain) {
	const text = readText(given);
	if (given === void 0 || text === void 0) return void 0;
	const choice = choiceOf(text, choices);
	if (choice === void 0) complain(given.where, `must be one of ${choices.join(", ")}, not '${shorten(text)}'.`);
	return choice;
}
/** An IANA zone, spelled as given; offsets such as +01:00 are no zones, since a zone's offset changes with the season. */
function readZone(given, complain) {
	const text = readText(given);
	if (given === void 0 || text === void 0 || isZone(text)) return text;
	const meant = nearest(text, Intl.supportedValuesOf("timeZone"));
	const hint = meant === void 0 ? "Write an IANA name such as Europe/London or UTC." : `Did you mean '${meant}'?`;
	complain(given.where, `'${shorten(text)}' is no time zone.`, hint);
}
function isZone(name) {
	if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
	try {
		return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
	} catch {
		return false;
	}
}
/**
* An instant: a date and time with offset (ISO 8601), or a date, which means its start or its end (the last
* millisecond) in the zone.
*/
function readInstant(given, dateMeans, timeZone, complain) {
	const text = readText(given);
	if (given === void 0 || text === void 0) return void 0;
	const example = "Write for example 2026-07-14T16:00:00Z or 2026-07-14.";
	const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(text);
	const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? readTime(text, timeZone) : void 0;
	const instant = dateOnly && dateMeans === "end" ? endOfDay(text, timeZone) : time?.instant;
	if (time === void 0 || instant === void 0) {
		complain(given.where, `'${shorten(text)}' is no date, nor a date and time.`, example);
		return;
	}
	if (time.assumedZone && !dateOnly) {
		complain(given.where, `'${shorten(text)}' has no offset, so it could be any of 26 hours.`, `Add Z or an offset. ${example}`);
		return;
	}
	return instant;
}
function endOfDay(date, timeZone) {
	const midnight = Date.parse(`${date}T00:00:00Z`);
	if (Number.isNaN(midnight)) return void 0;
	const next = new Date(midnight + 864e5).toISOString().slice(0, 10);
	const start = readTime(next, timeZone)?.instant;
	return start === void 0 ? void 0 : start - 1;
}
/** At new lines, and at commas outside of brackets: `a/{b,c}.xml, d.xml` has two items. */
function splitList(text) {
	const items = [""];
	let depth = 0;
	for (const char of text) {
		if (char === "\n" || char === "," && depth === 0) {
			items.push("");
			depth = 0;
			continue;
		}
		if ("{[(".includes(char)) depth++;
		if ("}])".includes(char)) depth = Math.max(0, depth - 1);
		items[items.length - 1] += char;
	}
	return items;
}
/** As much of a wrong value as a message can hold; on one line. */
function shorten(text) {
	const line = text.replaceAll(/\s+/g, " ");
	return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

// src/settings/settings.ts
/** What can keep a verdict from being ready, and what `fail-on` can name. */
const findingKinds = [
	"missing",
	"failed",
	"stale",
	"unreadable",
	"evidence",
	"form",
	"recommended"
];

// src/settings/table.ts
const text = { is: "text" };
const path = { is: "path" };
const date = { is: "date" };
const boolean = { is: "boolean" };
const list = { is: "list" };
/**
* Every setting that an input or a flag can give: the one source of the action's inputs, the command's flags and help,
* and the keys of the configuration file. Lists, applications, answers and mappings, which only the file can hold,
* are in `configuration-schema.ts`.
*/
const settingsTable = [
	everywhere("results", list, { description: "Globs of JUnit XML reports, one a line, relative to the workspace. Needed unless results-artifact is given." }),
	actionOnly("results-artifact", list, { description: "Names or patterns (with *) of artifacts of earlier workflow runs of this repository, whose reports are checked together with those of this run. Needs github-token with actions: read." }),
	actionOnly("results-workflow", text, {
		description: "File name of the workflow whose artifacts results-artifact names, for example trader-test.yml.",
		default: "any workflow of this repository"
	}),
	actionOnly("results-branch", text, {
		description: "Branch whose runs results-artifact takes artifacts from.",
		default: "any branch of this repository"
	}),
	{
		...everywhere("config", path, {
			description: "Configuration file (YAML). Holds everything that an input can set, and applications, answers to the questions of the form and the mapping of test names to scenarios. An input or flag wins over the file.",
			default: ".github/ncts5.yml, if it exists"
		}),
		config: false
	},
	{
		...everywhere("application", text, {
			description: "Name of the one application in the configuration file that is to be checked.",
			default: "all of them"
		}),
		config: false
	},
	everywhere("flows", {
		is: "list",
		of: flowNames
	}, { description: "Process flows that the software supports: standard-departure, pre-lodged-departure, arrival. Needed here or in the configuration file." }),
	everywhere("procedures", {
		is: "list",
		of: procedureNames
	}, { description: "Procedures that the software supports in these flows: normal, simplified. The configuration file can tell them for each flow. Needed here or there." }),
	everywhere("combination", {
		is: "choice",
		of: combinationNames
	}, {
		description: "Combination of the decision matrix for software with both procedures: A, B, or auto for the one that is satisfied or nearest to it.",
		default: "auto"
	}),
	everywhere("as-of", date, {
		description: "Instant that the age of results is counted to, such as the day of the planned submission: a date and time with offset, or a date, which means its end in time-zone.",
		default: "now"
	}),
	everywhere("max-age-days", {
		is: "integer",
		min: 1,
		max: 14
	}, {
		description: "Age in days of 24 hours from which on a result is stale. HMRC takes results that are less than 14 days old; fewer days leave room for sending the form.",
		default: "14"
	}),
	everywhere("warn-days", {
		is: "integer",
		min: 0,
		max: 14
	}, {
		description: "Warn when evidence spoils within that many days.",
		default: "3"
	}),
	everywhere("not-before", date, { description: "Evidence from before is stale, because HMRC changed a process flow or its documentation: a date and time with offset, or a date, which means its start in time-zone." }),
	everywhere("phase", {
		is: "integer",
		min: 1,
		max: 2
	}, {
		description: "Phase of production access testing: 2 (final rules, evidence from 1 July 2024 on) or 1 (transition rules, closed since 3 June 2024).",
		default: "2"
	}),
	everywhere("time-zone", { is: "zone" }, {
		description: "IANA time zone in which times without an offset are read, for example Europe/London.",
		default: "UTC"
	}),
	everywhere("duplicates", {
		is: "choice",
		of: duplicatesNames
	}, {
		description: "Which result counts when one test has several at the same time or without a time: the worst, or the last one read.",
		default: "worst"
	}),
	everywhere("fail-on", {
		is: "list",
		of: [...findingKinds, "none"]
	}, {
		description: "Findings that fail the step: missing (also: not run), failed, stale (also: undated), unreadable, evidence, form, recommended; or none, then only the output verdict tells.",
		default: "missing, failed, stale, unreadable"
	}),
	everywhere("checklist", path, {
		description: "Path of the Word document to write, inside the workspace. With several applications the name of each stands before the extension.",
		default: "ncts5-checklist.docx"
	}),
	everywhere("form-template", path, { description: "Your copy of HMRC's form (.docx), to be filled in. Without it the checklist has a layout of its own." }),
	{
		...everywhere("report", path, {
			description: "Path of the JSON report to write, inside the workspace.",
			default: "ncts5-report.json"
		}),
		flag: "json"
	},
	{
		name: "summary",
		kind: path,
		description: "Path of a Markdown summary to write, inside the workspace.",
		input: false,
		flag: "summary",
		config: false
	},
	actionOnly("artifact-name", text, {
		description: "Name of the artifact that the checklist is uploaded as.",
		default: "ncts5-production-checklist"
	}),
	actionOnly("artifact-retention-days", {
		is: "integer",
		min: 1,
		max: 400
	}, {
		description: "Days to keep the artifact.",
		default: "the repository's setting"
	}),
	actionOnly("check-run", boolean, {
		description: "Publish the verdict as a check run on the commit. Needs checks: write.",
		default: "false"
	}),
	actionOnly("commit-status", boolean, {
		description: "Publish the days left as a commit status. Needs statuses: write.",
		default: "false"
	}),
	actionOnly("comment", {
		is: "choice",
		of: commentNames
	}, {
		description: "Keep one comment on the pull request up to date: off, always, or changes (only when the verdict changes). Needs pull-requests: write.",
		default: "off"
	}),
	actionOnly("issue", boolean, {
		description: "Keep one tracking issue: opened when evidence spoils, fails or is missing, closed when all is well. Needs issues: write.",
		default: "false"
	}),
	{
		...actionOnly("github-token", text, {
			description: "Token for earlier results, check run, commit status, comment and issue.",
			default: "${{ github.token }}"
		}),
		config: false
	}
];
function everywhere(name, kind, facts) {
	return {
		name,
		kind,
		...facts,
		input: true,
		flag: name,
		config: true
	};
}
function actionOnly(name, kind, facts) {
	return {
		name,
		kind,
		...facts,
		input: true,
		config: true
	};
}

export { readTime as C, suggestion as S, duplicatesNames as _, readChoice as a, procedureNames as b, readList as c, readZone as d, shorten as f, directionNames as g, commentNames as h, readBoolean as i, readText as l, combinationNames as m, findingKinds as n, readInstant as o, choiceOf as p, booleanOf as r, readInteger as s, settingsTable as t, readWords as u, flowNames as v, flows as w, nearest as x, flowOf as y };