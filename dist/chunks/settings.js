import { C as bindingKinds, _ as listed } from "./matching.js";
import { D as flows, _ as defaultProgramme, b as phaseRange, c as requirementsFor, f as mayBeUnknown, v as programmes } from "./requirements.js";
import { m as dayLength, p as readTime } from "./time.js";
import { open, readlink, realpath, stat } from "node:fs/promises";
import path from "node:path";

// src/settings/nearest.ts
/**
* The known word that somebody who wrote `word` most likely meant; undefined when none is near.
* Letter case doesn't count. A beginning (`max-age`) or another order of its parts (`days-max-age`) is near, too.
*/
function nearest(word, known) {
	return nearestOf(word, known, 1)[0];
}
/** The known words that somebody who wrote `word` may have meant, at most `count`, the nearest first. */
function nearestOf(word, known, count) {
	if (word.length > 60) return [];
	const wanted = word.toLowerCase();
	const near = Math.max(1, Math.min(3, Math.floor(wanted.length / 3)));
	return known.map((candidate) => ({
		candidate,
		distance: distanceOf(wanted, candidate.toLowerCase())
	})).filter(({ distance }) => distance <= near).toSorted((a, b) => a.distance - b.distance).slice(0, count).map(({ candidate }) => candidate);
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
const flowNames = flows.map(({ id }) => id);
const procedureNames = ["normal", "simplified"];
const directionNames = ["inbound", "outbound"];
const combinationNames = [
	"auto",
	"A",
	"B"
];
const duplicatesNames = ["worst", "last"];
const artifactNames = [
	"auto",
	"always",
	"never"
];
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
/** What an input or flag gives; a blank one gives nothing. */
function givenAs(where, text) {
	return text === void 0 || text.trim() === "" ? void 0 : {
		where,
		texts: [text]
	};
}
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
	const next = new Date(midnight + dayLength).toISOString().slice(0, 10);
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

// src/settings/table.ts
const text = { is: "text" };
const path$1 = { is: "path" };
const date = { is: "date" };
const boolean = { is: "boolean" };
const list = { is: "list" };
/** What each programme calls something, as one default: 'ncts5-checklist.docx, ncts6-checklist.docx'. */
function ofEach(name) {
	return [...programmes.values()].map(({ names }) => names[name]).join(" or ");
}
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
		...everywhere("config", path$1, {
			description: "Configuration file (YAML). Holds everything that an input can set, and applications, answers to the questions of the form and the mapping of test names to scenarios. An input or flag wins over the file.",
			default: `${[...programmes.values()].map(({ names }) => names.configuration).join(" or ")}, if it exists`
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
	everywhere("programme", {
		is: "choice",
		of: [...programmes.keys()]
	}, {
		description: `What is checked: ${[...programmes.values()].map(({ id, api }) => `${id} (CTC Traders API ${api})`).join(" or ")}. One run checks one of them.`,
		default: `that of the configuration file, else ${defaultProgramme.id}`
	}),
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
		of: [...bindingKinds, "none"]
	}, {
		description: "Findings that fail the step: missing (also: not run), failed, stale (also: undated), unreadable, evidence, form, recommended, submittable (whatever keeps the form from being sent); or none, then only the output verdict tells.",
		default: "missing, failed, stale, unreadable"
	}),
	everywhere("checklist", path$1, {
		description: "Path of the Word document to write, inside the workspace. With several applications the name of each stands before the extension. The command writes it only when this or form-template is given.",
		default: ofEach("checklist")
	}),
	everywhere("form-template", path$1, { description: "Your copy of HMRC's form (.docx), to be filled in. Without it the checklist has a layout of its own." }),
	{
		...everywhere("report", path$1, {
			description: "Path of the JSON report to write, inside the workspace. The command writes it only when this is given.",
			default: ofEach("report")
		}),
		flag: "json"
	},
	everywhere("junit", path$1, { description: "Path of a JUnit XML file with the verdict to write, inside the workspace, for systems that show tests: a case for each mandatory test." }),
	{
		name: "summary",
		kind: path$1,
		description: "Path of a Markdown summary to write, inside the workspace.",
		input: false,
		flag: "summary",
		config: false
	},
	everywhere("badge", path$1, { description: "Path of a badge (.svg) with the verdict to write, inside the workspace; beside it, ending in .json, the same for the endpoint badge of shields.io." }),
	actionOnly("verify-form", path$1, { description: "A filled-in form (.docx) of the repository, whose every value is held against the reports: scenario numbers, MRNs, message times, answers." }),
	actionOnly("artifact", {
		is: "choice",
		of: artifactNames
	}, {
		description: "Whether the checklist is uploaded as an artifact: auto (where there is an artifact service), always (else the step fails), or never.",
		default: "auto"
	}),
	actionOnly("artifact-name", text, {
		description: "Name of the artifact that the checklist is uploaded as.",
		default: ofEach("artifact")
	}),
	actionOnly("artifact-retention-days", {
		is: "integer",
		min: 1,
		max: 400
	}, {
		description: "Days to keep the artifact.",
		default: "the repository's setting"
	}),
	actionOnly("name", text, {
		description: "Name of this use of the action, which check run, commit status, comment, issue and artifact bear, so that several uses in one repository stay apart.",
		default: "the path of the configuration file, unless it is the default one"
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
/** What a setting's value looks like for that programme: the table's word, but for what each has of its own. */
function kindFor({ phases, maxAgeDays }, { name, kind }) {
	const range = phaseRange(phases);
	if (name === "phase" && range !== void 0) return {
		is: "integer",
		...range
	};
	return name === "max-age-days" ? {
		is: "integer",
		min: 1,
		max: maxAgeDays
	} : kind;
}
/** The setting of that name; undefined when there is none. */
function settingOf(name) {
	return settingsTable.find((setting) => setting.name === name);
}
/** From where to where a setting that is a whole number goes in that programme. Throws for any other setting. */
function rangeFor(programme, name) {
	const setting = settingOf(name);
	const kind = setting && kindFor(programme, setting);
	if (kind?.is !== "integer") throw new Error(`${name} is no whole number`);
	return kind;
}
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

// src/settings/outputs.ts
/**
* Where documents are written to and read from. Relative paths start from the workspace; what is written must lie
* inside it, links followed, and nothing is written twice or over the user's copy of the form.
*
* @param writesUnasked Whether checklist and report are written though no setting names them: the action's are its
* product, a laptop's folder is nobody's to fill.
* @param spoken How a setting is called that has its default value: `input checklist`.
*/
async function readOutputs(programme, look, workspace, writesUnasked, spoken, complain) {
	const resolve = (name) => {
		const text = readText(look(name));
		return text === void 0 ? void 0 : path.resolve(workspace, text);
	};
	const formTemplate = resolve("form-template");
	const byDefault = (name, wanted) => wanted ? path.join(workspace, name) : void 0;
	const checklist = resolve("checklist") ?? byDefault(programme.names.checklist, writesUnasked || formTemplate !== void 0);
	const report = resolve("report") ?? byDefault(programme.names.report, writesUnasked);
	const summary = resolve("summary");
	const junit = resolve("junit");
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
			name: "junit",
			file: junit
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
	const realWorkspace = await realPath(workspace);
	const taken = new Map(formTemplate === void 0 ? [] : [[await realPath(formTemplate), "form-template"]]);
	for (const { name, file } of named) {
		if (file === void 0) continue;
		const real = await realPath(file);
		const isOutside = !isInside(file, workspace) || !isInside(real, realWorkspace);
		if (await isFolder(file)) complain(where(name), "is a folder, not a file.");
		else if (isOutside) complain(where(name), "lies outside of the workspace, where nothing is written.");
		const other = taken.get(real);
		if (other !== void 0) complain(where(name), `is the same file as ${other}, which would be overwritten.`);
		taken.set(real, name);
	}
	if (formTemplate !== void 0 && !await isFile(formTemplate)) complain(where("form-template"), `there is no file ${readText(look("form-template")) ?? ""}.`, "Give the path of your copy of HMRC's form (.docx).");
	return {
		checklist,
		formTemplate,
		report,
		summary,
		junit,
		badge,
		artifactName: readArtifactName(look("artifact-name"), complain) ?? programme.names.artifact,
		artifactRetentionDays: readInteger(look("artifact-retention-days"), rangeFor(programme, "artifact-retention-days"), complain)
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
function isInside(file, folder) {
	const relative = path.relative(folder, file);
	return relative !== "" && relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
/** As many as Linux follows. */
const mostLinks = 40;
/** With links followed as far as the path exists, also those to what isn't there yet: writing would make it there. */
async function realPath(file, links = 0) {
	try {
		return await realpath(file);
	} catch {
		const parent = path.dirname(file);
		if (parent === file) return file;
		const target = links > mostLinks ? void 0 : await readlink(file).catch(() => void 0);
		const folder = await realPath(parent, links);
		return target === void 0 ? path.join(folder, path.basename(file)) : realPath(path.resolve(folder, target), links + 1);
	}
}
async function isFolder(file) {
	return (await stat(file).catch(() => void 0))?.isDirectory() === true;
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

// src/settings/complaint.ts
/** Takes complaints down in that list. */
function complainInto(complaints) {
	return (where, message, hint) => {
		complaints.push({
			where,
			message,
			...hint === void 0 ? {} : { hint }
		});
	};
}
/** For people: a heading, then a line for each complaint. Plain text, in which no control character of a wrong value survives. */
function formatComplaints(complaints) {
	const lines = complaints.map(({ where, message, hint }) => {
		return `  ${`${where}: ${message}${hint === void 0 ? "" : ` ${hint}`}`.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")}`;
	});
	return [complaints.length === 1 ? "The settings have a mistake:" : `The settings have ${complaints.length} mistakes:`, ...lines].join("\n");
}

// src/settings/choose-programme.ts
/**
* Chooses the programme: an input or flag goes before the key of the configuration file. Without either the one whose
* configuration file lies in its place; where that is true of several, there is a complaint. Else the default.
*/
async function chooseProgramme(source) {
	const { only, given, complain, workspace } = source;
	const told = given("programme");
	const id = told === void 0 ? void 0 : readChoice(told, [...programmes.keys()], complain);
	const chosen = only ?? (id === void 0 ? void 0 : programmes.get(id));
	if (chosen !== void 0) return {
		file: chosen.names.configuration,
		programmeOf: (key) => agreeing(chosen, told, key, complain),
		remark: void 0
	};
	const inPlace = readText(given("config")) === void 0 ? await withFiles(workspace) : [];
	if (inPlace.length > 1 && told === void 0) complainOfSeveral(inPlace, source);
	const fallback = inPlace[0] ?? defaultProgramme;
	return {
		file: fallback.names.configuration,
		programmeOf: (key) => {
			const named = key === void 0 ? void 0 : readChoice(key, [...programmes.keys()], complain);
			return (named === void 0 ? void 0 : programmes.get(named)) ?? fallback;
		},
		remark: fallback === defaultProgramme ? notChosen(fallback) : void 0
	};
}
/** The programme that an input, flag or caller chose; a file of another one can't be meant. */
function agreeing(chosen, told, key, complain) {
	const named = key === void 0 ? void 0 : readChoice(key, [...programmes.keys()], complain);
	if (key !== void 0 && named !== void 0 && named !== chosen.id) complain(key.where, `is ${named}, but ${told === void 0 ? "what is checked" : told.where} is ${chosen.id}.`, "Leave one of the two out, or give the configuration file of that programme with config.");
	return chosen;
}
async function withFiles(workspace) {
	const all = [...programmes.values()];
	const there = await Promise.all(all.map(({ names }) => stat(path.resolve(workspace, names.configuration)).then(() => true, () => false)));
	return all.filter((_, index) => there[index]);
}
function complainOfSeveral(found, { spoken, complain }) {
	complain(spoken, `is missing: ${listed(found.map(({ names }) => names.configuration))} are both there, and nothing tells which of them is meant.`, `Give programme (${found.map(({ id }) => id).join(" or ")}), or name the file with config.`);
}
/** Source for the wording of versions: PAGE, PAGE6. */
function notChosen({ id, name, api }) {
	const hints = [...programmes.values()].filter((other) => other.id !== id).map((other) => `For API ${other.api} set programme: ${other.id}.`);
	return [`${name} is checked, for API ${api}.`, ...hints].join(" ");
}

// src/settings/unused.ts
/**
* What was given and means something in other programmes only, as one remark: such settings, the word `recommended` in
* fail-on where nothing is recommended, and answers to questions of other forms. So a file can be carried over. Undefined
* when there is nothing of the kind.
*/
function unusedIn(programme, outright, configuration) {
	const places = [[], ...(configuration?.structure.applications ?? []).map((_, index) => ["applications", index])];
	const has = (path) => configuration?.given(path) !== void 0 || configuration?.keys(path) !== void 0;
	const isGiven = (name) => settingNames(name).some((setting) => outright(setting) !== void 0) || places.some((place) => has([...place, name]));
	const failOn = outright("fail-on") ?? configuration?.given(["fail-on"]);
	const saysRecommended = programme.form.recommendedSlots === 0 && (failOn?.texts.some((text) => /\brecommended\b/iu.test(text)) ?? false);
	const answers = foreignQuestions(programme.form).filter((key) => places.some((place) => has([
		...place,
		"answers",
		...key.split(".")
	]) || has([
		...place,
		"answers",
		key
	])));
	const unused = [
		...programme.unused.filter(isGiven),
		...saysRecommended ? ["'recommended' in fail-on"] : [],
		...answers.map((key) => `the answer to ${key}`)
	];
	if (unused.length === 0) return void 0;
	return `${listed(unused)} ${unused.length === 1 ? "changes" : "change"} nothing in ${programme.name}.`;
}
/** The setting of that name, if an input or flag can give it. */
function settingNames(name) {
	return settingsTable.map((setting) => setting.name).filter((setting) => setting === name);
}
/** The keys of questions that only the forms of other programmes ask. */
function foreignQuestions(form) {
	const own = new Set(form.questions.map(({ key }) => key));
	const all = [...programmes.values()].flatMap((programme) => programme.form.questions.map(({ key }) => key));
	return [...new Set(all)].filter((key) => !own.has(key));
}

// src/settings/answers.ts
/**
* The answers to the form's questions under a path of the file, nested or with dotted keys. Blank ones and those
* without a value are left out: they are still open.
*/
function readAnswers(form, configuration, path, complain) {
	const answers = {};
	for (const question of form.questions) {
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
		const answer = given === void 0 ? readAnswer(form, question, again, configuration.written(dotted), complain) : readAnswer(form, question, given, configuration.written(nested), complain);
		if (answer !== void 0) answers[question.key] = answer;
	}
	return answers;
}
function readAnswer(form, question, given, written, complain) {
	if (given === void 0) return void 0;
	const value = given.texts.join("\n").trim();
	if (question.kind === "text") {
		const text = written?.trim() ?? value;
		if (question.shape !== void 0 && !/^[^\n@]+@[^\n@]+$/u.test(text)) complain(given.where, `must be ${question.shape}, not '${shorten(text)}'.`);
		return text;
	}
	if (question.kind === "integer") return Number(value);
	if (mayBeUnknown(form, question) && /^(?:unknown|unsure|don['’]?t know)$/i.test(value)) return "unknown";
	const answer = booleanOf(value);
	if (answer === void 0) complain(given.where, `must be yes or no${mayBeUnknown(form, question) ? ", or unknown" : ""}, not '${shorten(value)}'.`);
	return answer;
}

// src/settings/choices.ts
function readFlows$1(given, complain) {
	return inOrder(flowNames, readWords(given, flowOf, flowNames, complain));
}
function readProcedures(given, complain) {
	return inOrder(procedureNames, readChoices(given, procedureNames, complain));
}
function readDirections(given, complain) {
	return inOrder(directionNames, readChoices(given, directionNames, complain));
}
/** A list of words of which any may be chosen, in the order given. */
function readChoices(given, choices, complain) {
	return readWords(given, (word) => choiceOf(word, choices), choices, complain);
}
function inOrder(all, chosen) {
	return chosen && all.filter((word) => chosen.includes(word));
}

// src/settings/applications.ts
/**
* The applications to check: the one that inputs and the top of the file describe, or those of the file's list, or
* the one of them that is selected. Flows and procedures are never guessed.
*/
function readApplications(source) {
	const { configuration } = source;
	const listed = configuration?.structure.applications;
	const selected = source.outright("application");
	if (configuration === void 0 || listed === void 0) {
		if (selected !== void 0) source.complain(selected.where, "selects an application, but the configuration file lists none.", "Describe applications there, or leave this out.");
		return [readApplication({
			name: "default",
			path: [],
			outright: true
		}, source)].flat();
	}
	const names = listed.map(({ name }) => name.trim());
	checkList(names, configuration, source);
	const chosen = selectedName(names, selected, source.complain);
	if (chosen === void 0 && names.length > 1) refuseOutright(source);
	const only = names.length === 1;
	const applications = names.map((name, index) => {
		return {
			name,
			path: ["applications", index],
			outright: only || name === chosen
		};
	}).flatMap((entry) => readApplication(entry, source));
	return chosen === void 0 ? applications : applications.filter(({ application }) => application.name === chosen);
}
function checkList(names, configuration, { complain, programme }) {
	for (const key of [
		"flows",
		"procedures",
		"credentials-held",
		"not-applicable"
	]) {
		if (configuration.structure[key] === void 0 || programme.unused.includes(key)) continue;
		complain(configuration.where([key]), "can't stand beside applications.", "Move it into the applications that it is about.");
	}
	if (names.length === 0) complain(configuration.where(["applications"]), "is an empty list.");
	const seen = /* @__PURE__ */ new Map();
	for (const [index, name] of names.entries()) {
		const where = configuration.where([
			"applications",
			index,
			"name"
		]);
		if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(name)) complain(where, "must be 1 to 60 letters, digits, spaces, dots, hyphens and underscores, and begin with a letter or digit, since files bear it.");
		const inFiles = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
		const other = seen.get(inFiles);
		if (other !== void 0) complain(where, `'${name}' can't be told from '${other}' in the names of files.`);
		seen.set(inFiles, name);
	}
}
function selectedName(names, given, complain) {
	const wanted = readText(given);
	if (given === void 0 || wanted === void 0 || names.includes(wanted)) return wanted;
	complain(given.where, `the configuration file lists no application '${wanted}'.`, suggestion(wanted, names));
	return wanted;
}
function refuseOutright({ outright, complain, programme }) {
	for (const name of [
		"flows",
		"procedures",
		"combination"
	]) {
		const given = outright(name);
		if (given === void 0 || programme.unused.includes(name)) continue;
		complain(given.where, "can be about one application only, but the configuration file lists several.", "Select one with application, or tell it in the configuration file.");
	}
}
/** None, with complaints, when there is something wrong with it. */
function readApplication(entry, source) {
	const { configuration } = source;
	let sound = true;
	const complain = (...complaint) => {
		sound = false;
		source.complain(...complaint);
	};
	const at = (key) => configuration?.given([...entry.path, key]);
	const outright = (name) => entry.outright ? source.outright(name) : void 0;
	const combination = outright("combination") ?? at("combination") ?? configuration?.given(["combination"]);
	const asks = (name) => !source.programme.unused.includes(name);
	const application = {
		name: entry.name,
		flows: asks("flows") ? readFlows(entry, {
			...source,
			complain
		}) : [],
		credentialsHeld: asks("credentials-held") ? readDirections(at("credentials-held"), complain) ?? [] : [],
		combination: asks("combination") ? readChoice(combination, combinationNames, complain) ?? "auto" : "auto",
		notApplicable: asks("not-applicable") ? readNotApplicable(entry, configuration, complain) : {}
	};
	if (!sound) return [];
	const where = entry.path.length > 0 && configuration !== void 0 ? configuration.where(entry.path) : source.spoken("flows");
	const { complaints, notRequired, sets } = requirementsFor(source.programme, application);
	for (const complaint of complaints) complain(where, complaint);
	for (const flow of flowNames) {
		if (application.notApplicable[flow] === void 0 || notRequired.some((one) => one.flow === flow)) continue;
		complain(configuration?.where([...entry.path, "not-applicable"]) ?? where, `says why ${flow} is not applicable, but the application supports it and has to test it.`, "Leave one of the two out.");
	}
	if (application.combination !== "auto" && sets.every((set) => set.combination === void 0)) source.remark(`Application '${entry.name}': combination ${application.combination} changes nothing, the decision matrix has just one answer for its procedures.`);
	return sound ? [{
		application,
		path: entry.path
	}] : [];
}
function readFlows(entry, source) {
	const { configuration, complain } = source;
	const outrightFlows = entry.outright ? source.outright("flows") : void 0;
	const outrightProcedures = entry.outright ? source.outright("procedures") : void 0;
	const inMap = byFlow([...entry.path, "flows"], configuration, complain);
	if (inMap?.size === 0) complain(configuration?.where([...entry.path, "flows"]) ?? "flows", "names no flow.");
	const listed = outrightFlows ?? (inMap === void 0 ? configuration?.given([...entry.path, "flows"]) : void 0);
	const flows = listed === void 0 ? inMap && [...inMap.keys()] : readFlows$1(listed, complain);
	const where = (key) => entry.path.length > 0 && configuration !== void 0 ? configuration.where(entry.path) : source.spoken(key);
	if (flows === void 0) complain(where("flows"), "no flows are given.", `Tell which process flows the software supports: ${flowNames.join(", ")}.${withoutFlows()}`);
	const common = outrightProcedures ?? configuration?.given([...entry.path, "procedures"]);
	const commonProcedures = readProcedures(common, complain);
	const supported = flowNames.filter((flow) => flows?.includes(flow) ?? false).map((flow) => {
		return {
			flow,
			procedures: (outrightProcedures === void 0 ? readProcedures(inMap?.get(flow), complain) : void 0) ?? commonProcedures
		};
	});
	const without = supported.filter(({ procedures }) => procedures === void 0).map(({ flow }) => flow);
	if (without.length > 0 || flows === void 0 && commonProcedures === void 0) {
		const of = without.length > 0 ? ` for ${without.join(", ")}` : "";
		const hint = `Tell which procedures the software supports${of === "" ? "" : " there"}: normal, simplified, or both.`;
		complain(where("procedures"), `no procedures are given${of}.`, hint);
	}
	return supported.map(({ flow, procedures = [] }) => ({
		flow,
		procedures
	}));
}
/** The programmes that ask for no flows, for somebody who may mean one of them. */
function withoutFlows() {
	return [...programmes.values()].filter(({ unused }) => unused.includes("flows")).map(({ id, api }) => ` For API ${api}, which asks for none, set programme: ${id}.`).join("");
}
/** What the file gives for each flow in a map at that path; undefined when there is no map. */
function byFlow(path, configuration, complain) {
	const keys = configuration?.keys(path);
	if (configuration === void 0 || keys === void 0) return void 0;
	const map = /* @__PURE__ */ new Map();
	for (const key of keys) {
		const at = [...path, key];
		const flow = flowOf(key);
		if (flow === void 0) complain(configuration.where(at), `'${key}' is not known.`, suggestion(key, flowNames));
		else if (map.has(flow)) complain(configuration.where(at), `is ${flow}, which is given twice.`);
		else map.set(flow, configuration.given(at));
	}
	return map;
}
function readNotApplicable({ path }, configuration, complain) {
	const reasons = {};
	for (const [flow, given] of byFlow([...path, "not-applicable"], configuration, complain) ?? []) {
		const text = readText(given);
		if (text !== void 0) reasons[flow] = text;
	}
	return reasons;
}

// src/settings/load-configuration.ts
/** Written by hand, a file has a few hundred lines; beyond this it is something else. */
const maxBytes = 131072;
/**
* Reads the configuration file that is named, or the one in the default place if there is one.
*
* @param choice The default place, and whose questions may be answered in the file, going by its key `programme`.
* @returns 'none' when there is no file; 'broken' when it can't be used, after complaints that say why.
*/
async function loadConfiguration(named, workspace, choice, complain) {
	const file = readText(named) ?? choice.file;
	const where = named?.where ?? file;
	let handle;
	try {
		handle = await open(path.resolve(workspace, file));
	} catch (error) {
		const absent = error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
		if (absent && named === void 0) return "none";
		complain(where, absent ? `there is no file ${file}.` : `${file} can't be opened.`);
		return "broken";
	}
	let bytes;
	try {
		if ((await handle.stat()).isFile()) bytes = await readBytes(handle);
		else complain(where, `${file} is not a file.`);
	} catch {
		complain(where, `${file} can't be read.`);
	} finally {
		await handle.close();
	}
	if (bytes === void 0) return "broken";
	if (bytes.length > maxBytes) {
		complain(where, `${file} is larger than ${maxBytes / 1024} KiB, which no configuration is.`);
		return "broken";
	}
	return parse(file, bytes, choice, complain);
}
/** One byte more than allowed at most, whatever size the file is said to have. */
async function readBytes(handle) {
	const buffer = /* @__PURE__ */ new Uint8Array(131073);
	let length = 0;
	for (;;) {
		const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
		length += bytesRead;
		if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length);
	}
}
async function parse(file, bytes, { programmeOf }, complain) {
	let text;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		complain(file, "is not UTF-8 text.", "Save it with that encoding.");
		return "broken";
	}
	const { readConfiguration } = await import("./settings/configuration.js");
	return readConfiguration(file.replaceAll("\\", "/"), text, programmeOf, complain) ?? "broken";
}

// src/settings/mapping.ts
/** The user's own test names: a map from scenario number to pattern or patterns, or a list of `scenario` and `test`. */
function readMapping({ scenarios }, configuration, complain) {
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
		if (!scenarios.has(id)) {
			const meant = nearest(id, [...scenarios.keys()]);
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

// src/settings/read.ts
/**
* Makes one value of inputs or flags and the configuration file, where an input or flag wins. Either all is in order,
* or every mistake is in the complaints. Reads the file; never throws for what a user wrote.
*/
async function readSettings(source) {
	const complaints = [];
	const complain = complainInto(complaints);
	const remarks = [];
	const remark = (sentence) => void remarks.push(sentence);
	const workspace = path.resolve(source.workspace);
	const outright = (name) => outrightValue(source, name);
	const choice = await chooseProgramme({
		only: source.programme,
		given: outright,
		spoken: spokenName(source, "programme"),
		workspace,
		complain
	});
	const loaded = await loadConfiguration(outright("config"), workspace, choice, complain);
	const configuration = typeof loaded === "string" ? void 0 : loaded;
	const programme = configuration?.programme ?? choice.programmeOf(void 0);
	if (choice.remark !== void 0 && configuration?.given(["programme"]) === void 0) remark(choice.remark);
	const isPartial = loaded === "broken" || configuration?.incomplete === true;
	const look = (name) => programme.unused.includes(name) ? void 0 : outright(name) ?? configuration?.given([name]);
	const spoken = (name) => spokenName(source, name);
	const results = readList(look("results")) ?? [];
	const earlier = readEarlier(look, source.spokenAs, remark);
	if (results.length === 0 && earlier === void 0 && !isPartial) {
		const or = source.spokenAs === "input" ? " or results-artifact" : "";
		complain(spoken("results"), "no source of results is given.", `Give the globs of your JUnit reports${or}, for example results/**/*.xml.`);
	}
	const clock = readClock(look, programme, source.now, complain, remark);
	const failOn = readFailOn(look("fail-on"), complain, remark);
	const unused = unusedIn(programme, outright, configuration);
	if (unused !== void 0) remark(unused);
	const duplicates = readChoice(look("duplicates"), duplicatesNames, complain) ?? "worst";
	const output = await readOutputs(programme, look, workspace, source.spokenAs === "input", spoken, complain);
	const verified = readText(look("verify-form"));
	const publish = readPublish(look, programme, source.spokenAs, complain);
	const mapping = configuration === void 0 ? [] : readMapping(programme, configuration, complain);
	const answers = configuration === void 0 ? {} : readAnswers(programme.form, configuration, [], complain);
	const placed = isPartial ? complainOfWords(outright, complain) : readApplications({
		programme,
		outright,
		spoken,
		configuration,
		complain,
		remark
	});
	const applicationAnswers = answersOf(programme.form, placed, configuration, complain);
	if (complaints.length > 0) return { complaints };
	return { settings: {
		programme,
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
		verifyForm: verified === void 0 ? void 0 : path.resolve(workspace, verified),
		publish,
		remarks
	} };
}
function outrightValue(source, name) {
	return givenAs(spokenName(source, name), Object.hasOwn(source.values, name) ? source.values[name] : void 0);
}
function spokenName({ spokenAs }, name) {
	const flag = settingOf(name)?.flag ?? name;
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
function readClock(look, programme, now, complain, remark) {
	const timeZone = readZone(look("time-zone"), complain) ?? "UTC";
	const asOf = readInstant(look("as-of"), "end", timeZone, complain);
	const whole = (name) => readInteger(look(name), rangeFor(programme, name), complain);
	const maxAgeDays = whole("max-age-days") ?? programme.maxAgeDays;
	const warnDays = whole("warn-days") ?? 3;
	const phase = whole("phase") ?? phaseRange(programme.phases)?.max;
	const ofPhase = programme.phases.find(({ no }) => no === phase)?.remark;
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
	const known = [...bindingKinds, "none"];
	const words = readChoices(given, known, complain);
	if (given === void 0 || words === void 0) return new Set(byDefault);
	const kinds = words.filter((word) => word !== "none");
	if (kinds.length < words.length && kinds.length > 0) complain(given.where, "has 'none' beside other words.", "Leave out either 'none' or the others.");
	const lenient = byDefault.filter((kind) => !kinds.includes(kind));
	if (lenient.length > 0) remark(`fail-on leaves out ${lenient.join(", ")}: such findings make the verdict not-ready, but don't fail the run.`);
	return new Set(kinds);
}
function readPublish(look, programme, spokenAs, complain) {
	const action = spokenAs === "input";
	const flag = (name) => (readBoolean(look(name), complain) ?? false) && action;
	const comment = readChoice(look("comment"), commentNames, complain) ?? "off";
	const artifact = readChoice(look("artifact"), artifactNames, complain) ?? "auto";
	return {
		name: readText(look("name")) ?? ownName(readText(look("config")), programme),
		artifact: action ? artifact : "never",
		checkRun: flag("check-run"),
		commitStatus: flag("commit-status"),
		comment: action ? comment : "off",
		issue: flag("issue"),
		token: readText(look("github-token"))
	};
}
/** Two uses of the action in one repository differ in their configuration, so its path tells them apart. */
function ownName(configuration, { names }) {
	const file = configuration?.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
	return file === names.configuration ? void 0 : file;
}
/** What can be said of inputs and flags when the file that belongs to them is broken. */
function complainOfWords(outright, complain) {
	readFlows$1(outright("flows"), complain);
	readProcedures(outright("procedures"), complain);
	return [];
}
function answersOf(form, placed, configuration, complain) {
	if (configuration === void 0) return {};
	return Object.fromEntries(placed.filter(({ path: place }) => place.length > 0).map(({ application, path: place }) => [application.name, readAnswers(form, configuration, place, complain)]));
}

export { flowOf as C, suggestion as D, nearestOf as E, flowNames as S, nearest as T, readList as _, readFlows$1 as a, combinationNames as b, complainInto as c, realPath as d, kindFor as f, readChoice as g, givenAs as h, readDirections as i, formatComplaints as l, settingsTable as m, loadConfiguration as n, readProcedures as o, settingOf as p, readApplications as r, chooseProgramme as s, readSettings as t, isInside as u, shorten as v, procedureNames as w, directionNames as x, choiceOf as y };