import { A as listed, L as bindingKinds, U as placeInWords } from "./matching.js";
import { D as unusedIn, _ as eachOf, f as mayBeUnknown, g as defaultProgramme, l as requirementsFor, v as namesWhere, w as phaseRange, x as flows, y as programmes } from "./requirements.js";
import { _ as dayLength, d as readTime, o as formatMoment } from "./time.js";
import { _ as _gte, b as NEVER, c as object, d as record, f as strictObject, g as unknown, h as union, i as int, l as optional, m as transform, n as boolean$1, o as nullable, p as string, r as check, s as number, t as array, u as pipe, v as _lte, y as globalRegistry } from "./lib/zod.js";
import { open, readdir, readlink, realpath, stat } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import { homedir } from "node:os";

// src/settings/nearest.ts
function nearest(word, known) {
	return nearestOf(word, known, 1)[0];
}
function nearestOf(word, known, count) {
	if (word.length > 60) return [];
	const wanted = word.toLowerCase();
	const near = Math.max(1, Math.min(3, Math.floor(wanted.length / 3)));
	return known.map((candidate) => ({
		candidate,
		distance: distanceOf(wanted, candidate.toLowerCase())
	})).filter(({ distance }) => distance <= near).toSorted((a, b) => a.distance - b.distance).slice(0, count).map(({ candidate }) => candidate);
}
function clip(text) {
	const line = text.replaceAll(/\s+/g, " ");
	return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
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
function editDistance(a, b) {
	let beforeLast = [];
	let last = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const same = a[row - 1] === b[column - 1];
			const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
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

// src/settings/paths.ts
async function isHeld(file, workspace) {
	return isInside(file, workspace) && isInside(await realPath(file), await realPath(workspace));
}
function resolvePath(given, addMistake) {
	const { text, place, by, from } = given;
	const windows = windowsPath(text);
	if (windows !== void 0) {
		addMistake(place, `'${text}' is a path with backslashes.`, `Write it with forward slashes: ${windows}.`);
		return;
	}
	const start = homeOrVariable(text);
	if (by === "file" && start !== void 0) {
		addMistake(place, notPutIn(text, start), fromTheTop);
		return;
	}
	return by === "file" ? path.resolve(from, text) : expanded(text, from, (name) => {
		addMistake(place, `'${text}': the variable ${name} is not set here.`, "Write the path out.");
	});
}
function homeOrVariable(text) {
	return /^(?:~|\$(?:\w+|\{\w+\}))(?=\/|$)/.exec(text)?.[0];
}
const fromTheTop = "Write a path that starts from the workspace, or give this as an input or a flag.";
function globFault(glob, { isInFile }) {
	const windows = windowsPath(glob);
	if (windows !== void 0) return {
		message: `'${glob}' has backslashes.`,
		next: `Write it with forward slashes: ${windows}.`
	};
	if (glob === "-") return {
		message: "can't be '-': reports are read from files.",
		next: "Give the path of a file, or a glob."
	};
	const start = isInFile ? homeOrVariable(glob.replace(/^!(?!\()/, "")) : void 0;
	return start === void 0 ? void 0 : {
		message: notPutIn(glob, start),
		next: fromTheTop
	};
}
function notPutIn(text, start) {
	return `'${clip(text)}': ${start} stands for nothing in the configuration file, only in an input or a flag.`;
}
function expanded(text, from, unset) {
	if (text === "~" || text.startsWith("~/")) return path.join(homedir(), text.slice(1));
	const [all = "", plain, braced] = /^\$(?:(\w+)|\{(\w+)\})(?=\/|$)/.exec(text) ?? [];
	const name = plain ?? braced;
	if (name === void 0) return path.resolve(from, text);
	const value = process.env[name];
	if (value === void 0 || value === "") {
		unset(`$${name}`);
		return;
	}
	return path.resolve(from, `${value}${text.slice(all.length)}`);
}
function windowsPath(text) {
	return path.sep === "/" && /\\(?![[\](){}!?+@])/.test(text) ? text.replaceAll("\\", "/") : void 0;
}
function isInside(file, folder) {
	const relative = path.relative(folder, file);
	return relative !== "" && relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
const maxLinks = 40;
async function realPath(file, links = 0) {
	try {
		return await realpath(file);
	} catch {
		const parent = path.dirname(file);
		if (parent === file) return file;
		const target = links > maxLinks ? void 0 : await readlink(file).catch(() => void 0);
		const folder = await realPath(parent, links);
		return target === void 0 ? path.join(folder, path.basename(file)) : realPath(path.resolve(folder, target), links + 1);
	}
}
async function isProtected(file, workspace) {
	const [real, top] = [await realPath(file), await realPath(workspace)];
	const folders = (isInside(real, top) ? path.relative(top, real) : real).toLowerCase().split(path.sep);
	return folders.some((name, index) => name === ".git" || name === ".github" && folders[index + 1] === "workflows");
}

// src/settings/mistakes.ts
function mistakesInto(findings) {
	return (place, message, next) => void findings.push({
		kind: "settings",
		severity: "error",
		message,
		next,
		place
	});
}
const maxAlike = 20;
function mistakesOf(issues, value, { knownKeys = () => [], isWritten = true } = {}) {
	return issues.flatMap(meant$1).flatMap((issue) => issue.code === "unrecognized_keys" ? unknownKeys(issue.keys, issue.path, knownKeys(issue.path)) : [mistakeOf(issue, valueAt(value, issue.path), isWritten)]);
}
function unknownKeys(keys, path, known) {
	const last = keys[20];
	const more = keys.length - 20 - 1;
	const rest = more < 1 ? "" : more === 1 ? ", nor is the key after it" : `, nor are the ${more} keys after it`;
	return [...keys.slice(0, 20).map((key) => ({
		path: [...path, key],
		message: "is not known.",
		next: suggestion(key, known)
	})), ...last === void 0 ? [] : [{
		path: [...path, last],
		message: `is not known${rest}.`
	}]];
}
function mistakeOf({ code, path, message, ...issue }, value, isWritten) {
	const params = "params" in issue ? issue.params : void 0;
	const next = typeof params === "object" && params !== null && "next" in params ? params.next : void 0;
	return code === "custom" ? {
		path,
		message,
		next: typeof next === "string" ? next : void 0
	} : {
		path,
		message: `must be ${message}, ${butIs(value)}.`,
		next: isWritten ? asTyped(path, message, value) : void 0
	};
}
function asTyped(path, expected, value) {
	const key = path.findLast((part) => typeof part === "string");
	if (/^(?:a whole number|\d+ or \d+$)/.test(expected) && typeof value === "string" && /^[0-9]{1,9}$/.test(value.trim())) return `Write it without quotes: ${String(key)}: ${value.trim()}.`;
	return (typeof value === "number" || typeof value === "boolean") && /^a (?:text|path|date)/.test(expected) ? `Put it in quotes: '${String(value)}'.` : void 0;
}
function meant$1(issue) {
	if (issue.code === "invalid_key") return issue.issues.flatMap(meant$1).map((inner) => ({
		...inner,
		path: issue.path
	}));
	if (issue.code !== "invalid_union") return [issue];
	const furthest = issue.errors.map((errors) => errors.flatMap(meant$1)).toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
	return depth(furthest) === 0 ? [issue] : furthest.map((inner) => ({
		...inner,
		path: [...issue.path, ...inner.path]
	}));
}
function depth(issues) {
	return Math.max(0, ...issues.map(({ path, code }) => path.length * 2 + (code === "custom" ? 1 : 0)));
}
function butIs(value) {
	if (value === void 0) return "but is missing";
	if (value === null) return "but is empty";
	if (Array.isArray(value)) return "not a list";
	if (typeof value === "string") return `not '${clip(value)}'`;
	return typeof value === "number" || typeof value === "boolean" ? `not ${value}` : "not a map";
}
function valueAt(value, path) {
	return path.reduce((inner, key) => typeof inner === "object" && inner !== null && Object.hasOwn(inner, key) ? Reflect.get(inner, key) : void 0, value);
}
function isMap(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function labelOf(path) {
	return path.reduce((label, key) => {
		if (typeof key === "number") return `${label}[${key}]`;
		return label === "" ? String(key) : `${label}.${String(key)}`;
	}, "");
}
function inOrder(findings) {
	return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()].toSorted((a, b) => {
		const [first, second] = [position(a), position(b)];
		const at = first.findIndex((part, index) => part !== second[index]);
		return at < 0 || first[at] === second[at] ? 0 : (first[at] ?? 0) < (second[at] ?? 0) ? -1 : 1;
	});
}
function position({ place }) {
	return [
		place?.file === void 0 ? 0 : 1,
		place?.line ?? Infinity,
		place?.column ?? 0
	];
}
function mistakesInWords(findings) {
	const lines = findings.map(({ place, message, next }) => {
		const where = placeInWords(place);
		return `  ${`${where === void 0 ? "" : `${where}: `}${message}${next === void 0 ? "" : ` ${next}`}`.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")}`;
	});
	return [findings.length === 1 ? "The settings have a mistake:" : `The settings have ${findings.length} mistakes:`, ...lines].join("\n");
}

// src/settings/schema.ts
function refuse(context, input, message, { next, path = [] } = {}) {
	context.issues.push({
		code: "custom",
		input,
		message,
		params: { next },
		path: [...path],
		continue: true
	});
}
function alsoChecked(schema, check$1) {
	return schema.check(check((context) => check$1(context.value, context), { when: () => true }));
}
function described$1(schema, description) {
	globalRegistry.add(schema, {
		...globalRegistry.get(schema),
		description
	});
	return schema;
}
function ignored(programme) {
	return described$1(pipe(unknown(), transform(() => void 0)), `Changes nothing in ${programme}.`);
}
function spelled(spellings, offered = spellings) {
	return string(`one of ${offered.join(", ")}`).register(globalRegistry, { anyOf: [{ enum: [...offered] }, { pattern: `^\\s*(?:${patternOf(spellings)})\\s*$` }] });
}
function spelledList(spellings, offered) {
	const one = `(?:${patternOf(spellings)})`;
	const pattern = `^[\\s,]*${one}(?:\\s*[,\\n]\\s*${one})*[\\s,]*$`;
	return string().register(globalRegistry, { anyOf: [{ enum: [...offered] }, { pattern }] });
}
function patternOf(spellings) {
	return spellings.map((word) => word.split("").map(patternOfChar).join("")).join("|");
}
function patternOfChar(char) {
	if (char === "-") return "[-_\\s]+";
	return /[a-z]/i.test(char) ? `[${char.toLowerCase()}${char.toUpperCase()}]` : char;
}

// src/settings/vocabularies.ts
const flowNames = flows.map(({ id }) => id);
const procedureNames = ["normal", "simplified"];
const directionNames = ["inbound", "outbound"];
const flowWords = {
	known: flowNames,
	aliases: {
		...Object.fromEntries(flowNames.map((name) => [`${name}s`, [name]])),
		standard: ["standard-departure"],
		"pre-lodged": ["pre-lodged-departure"],
		prelodged: ["pre-lodged-departure"],
		"prelodged-departure": ["pre-lodged-departure"],
		"prelodged-departures": ["pre-lodged-departure"],
		"pre-lodge": ["pre-lodged-departure"],
		all: flowNames
	}
};
const procedureWords = {
	known: procedureNames,
	aliases: { both: procedureNames }
};
const directionWords = {
	known: directionNames,
	aliases: {
		both: directionNames,
		none: []
	}
};
function plain(word) {
	return word.trim().toLowerCase().replaceAll(/[\s_]+/g, "-");
}
function wordsOf(item, { known, aliases = {} }) {
	const asked = plain(item);
	const found = known.find((word) => plain(word) === asked);
	return found === void 0 ? Object.hasOwn(aliases, asked) ? aliases[asked] : void 0 : [found];
}

// src/settings/kinds.ts
function kindOf(look, make) {
	let made;
	return {
		look,
		get schema() {
			return made ??= make();
		}
	};
}
const aText = "a text (if it looks like a number or true, put it in quotes)";
function text(is = "text") {
	return kindOf({ is }, () => pipe(string(is === "path" ? "a path" : aText), transform((value) => value.trim())));
}
function artifactName() {
	return kindOf({ is: "text" }, () => pipe(string(aText), transform((value, context) => {
		if (/["<>|*?:\\/\r\n]/.test(value) || value.length > 200) refuse(context, value, "must be at most 200 characters, without \" < > | * ? : \\ / and line breaks.");
		return value.trim();
	})));
}
function integer(min, max) {
	const what = max - min === 1 ? `${min} or ${max}` : `a whole number from ${min} to ${max}`;
	return kindOf({
		is: "integer",
		min,
		max
	}, () => int(what).check(_gte(min, what), _lte(max, what)));
}
const yesWords = [
	"yes",
	"on",
	"true"
];
const noWords = [
	"no",
	"off",
	"false"
];
function booleanOf(word) {
	const found = word.trim().toLowerCase();
	return yesWords.includes(found) ? true : noWords.includes(found) ? false : void 0;
}
function boolean() {
	return kindOf({ is: "boolean" }, () => yesOrNo(booleanOf, "true or false"));
}
function yesOrNo(read, what, more = []) {
	return pipe(union([boolean$1(), spelled([
		...yesWords,
		...noWords,
		...more
	])], what), transform((value, context) => {
		const found = typeof value === "boolean" ? value : read(value);
		if (found === void 0) {
			refuse(context, value, `must be ${what}, not '${clip(String(value))}'.`);
			return NEVER;
		}
		return found;
	}));
}
function choice(known, booleans) {
	const what = `one of ${known.join(", ")}`;
	return kindOf({
		is: "choice",
		of: known
	}, () => {
		const word = spelled(booleans === void 0 ? known : [
			...known,
			"true",
			"false"
		]);
		return pipe(booleans === void 0 ? word : union([word, boolean$1()], what), transform((value, context) => {
			const asked = String(value).trim().toLowerCase();
			const found = (asked === "true" ? booleans?.true : asked === "false" ? booleans?.false : void 0) ?? known.find((one) => one.toLowerCase() === asked);
			if (found === void 0) {
				refuse(context, value, `must be ${what}, not '${clip(String(value))}'.`);
				return NEVER;
			}
			return found;
		}));
	});
}
function list(check = () => void 0) {
	const what = "a text or a list of texts";
	return kindOf({ is: "list" }, () => pipe(alsoChecked(union([string(), array(string(what))], what), (given, context) => {
		for (const item of itemsIn(given)) check(item, context);
	}), transform((value) => itemsOf(value))));
}
function words(vocabulary) {
	const { known, aliases = {} } = vocabulary;
	const spellings = [...known, ...Object.keys(aliases)];
	const what = `one of ${known.join(", ")}, or a list of them`;
	return kindOf({
		is: "list",
		of: known
	}, () => pipe(alsoChecked(union([spelledList(spellings, known), array(spelled(spellings, known), what)], what), (given, context) => checkWords(given, vocabulary, context)), transform((value) => {
		const found = new Set(itemsOf(value).flatMap((item) => wordsOf(item, vocabulary) ?? []));
		return known.filter((word) => found.has(word));
	})));
}
function checkWords(given, vocabulary, context) {
	const { known } = vocabulary;
	if (isBlank(given)) refuse(context, given, "is an empty list.", { next: `Known are: ${known.join(", ")}.` });
	for (const item of itemsIn(given)) if (wordsOf(item, vocabulary) === void 0) refuse(context, given, `'${clip(item)}' is not known.`, { next: suggestion(item, known) });
}
function isBlank(given) {
	return (Array.isArray(given) ? given : [given]).every((one) => typeof one === "string") && itemsIn(given).length === 0;
}
function zone() {
	return kindOf({ is: "zone" }, () => pipe(string("an IANA time zone"), transform((value, context) => {
		const name = value.trim();
		if (isAbbreviation(name)) refuse(context, value, `'${clip(name)}' is an abbreviation, which can mean several zones.`, { next: "Write an IANA name such as Europe/London or UTC." });
		else if (!isZone(name)) {
			const meant = nearest(name, Intl.supportedValuesOf("timeZone"));
			const next = meant === void 0 ? "Write an IANA name such as Europe/London or UTC." : `Did you mean '${meant}'?`;
			refuse(context, value, `'${clip(name)}' is not a time zone.`, { next });
		}
		return name;
	})));
}
const shortZones = /* @__PURE__ */ new Set([
	"UTC",
	"GMT",
	"UCT",
	"WET",
	"CET",
	"MET",
	"EET"
]);
function isAbbreviation(name) {
	return /^[A-Z]{3}$/i.test(name) && !shortZones.has(name.toUpperCase());
}
function isZone(name) {
	if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
	try {
		return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
	} catch {
		return false;
	}
}
function date() {
	const example = "Write for example 2026-07-14T16:00:00Z or 2026-07-14.";
	return kindOf({ is: "date" }, () => pipe(string("a date, or a date and time"), transform((value, context) => {
		const given = {
			text: value.trim(),
			isDay: /^\d{4}-\d{2}-\d{2}$/.test(value.trim())
		};
		const time = /^\d{4}-\d{2}-\d{2}/.test(given.text) ? readTime(given.text, "UTC") : void 0;
		if (time === void 0 || given.isDay && instantOf(given, "end", "UTC") === void 0) refuse(context, value, `'${clip(given.text)}' is neither a date nor a date and time.`, { next: example });
		else if (time.assumedZone && !given.isDay) {
			const message = `'${clip(given.text)}' doesn't say in which time zone it is.`;
			refuse(context, value, message, { next: `Add Z for UTC, or an offset such as +01:00. ${example}` });
		}
		return given;
	})));
}
function instantOf(given, dateMeans, timeZone) {
	if (!given.isDay || dateMeans === "start") return readTime(given.text, timeZone)?.instant;
	const midnight = Date.parse(`${given.text}T00:00:00Z`);
	if (Number.isNaN(midnight)) return;
	const start = readTime(new Date(midnight + dayLength).toISOString().slice(0, 10), timeZone)?.instant;
	return start === void 0 ? void 0 : start - 1;
}
function itemsOf(value) {
	const items = typeof value === "string" ? splitList(value) : value;
	return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ""))];
}
function itemsIn(given) {
	if (typeof given === "string") return itemsOf(given);
	return itemsOf((Array.isArray(given) ? given : []).filter((one) => typeof one === "string"));
}
function splitList(value) {
	return value.split(/\r?\n/).flatMap((line) => {
		const items = [""];
		let depth = 0;
		let rest = line;
		while (rest !== "") {
			const isQuoted = depth === 0 && items.at(-1)?.trim() === "" ? /^(["'])(.*?)\1\s*(?=,|$)/.exec(rest) : null;
			const [char = ""] = rest;
			if (isQuoted !== null) items[items.length - 1] = isQuoted[2] ?? "";
			else if (char === "," && depth === 0) items.push("");
			else {
				depth = Math.max(0, depth + ("{[(".includes(char) ? 1 : "}])".includes(char) ? -1 : 0));
				items[items.length - 1] += char;
			}
			rest = rest.slice(isQuoted?.[0].length ?? char.length);
		}
		return items;
	});
}

// src/settings/file/answers.ts
function allQuestions(programme) {
	const byKey = /* @__PURE__ */ new Map();
	for (const { form } of [programme, ...programmes.values()]) for (const question of form.questions) if (!byKey.has(question.key)) byKey.set(question.key, {
		form,
		question
	});
	return [...byKey.values()];
}
function answersSchema(programme) {
	const dotted = allQuestions(programme).map((one) => [one.question.key, answerSchema(one, programme)]);
	const nested = [...new Set(dotted.map(([key]) => groupOf(key)))].map((group) => {
		const shape = dotted.filter(([key]) => groupOf(key) === group).map(([key, answer]) => [key.slice(group.length + 1), answer]);
		return [group, optional(nullable(strictObject(Object.fromEntries(shape), "a map of answers")))];
	});
	return strictObject(Object.fromEntries([...nested, ...dotted]), "a map of answers to the form's questions");
}
function answerSchema(asked, { form, name }) {
	return optional(asked.form === form ? nullable(described$1(answerOf(asked), asked.question.question)) : ignored(name));
}
function answerOf({ form, question }) {
	if (question.kind === "text") {
		const text = union([
			string(),
			number(),
			boolean$1()
		], "a text");
		return question.shape === void 0 ? text : shaped(text, question.shape);
	}
	if (question.kind === "integer") {
		const what = "a whole number from 0";
		return int(what).check(_gte(0, what));
	}
	if (!mayBeUnknown(form, question)) return yesOrNo((word) => booleanOf(word) ?? (word.trim() === "" ? "" : void 0), "yes or no");
	const unknown = [
		"unknown",
		"unsure",
		"don't know",
		"dont know",
		"don’t know"
	];
	const read = (word) => unknown.includes(word.trim().toLowerCase()) ? "unknown" : booleanOf(word) ?? (word.trim() === "" ? "" : void 0);
	return yesOrNo(read, "yes or no, or unknown", unknown);
}
function shaped(schema, shape) {
	return pipe(schema, transform((value, context) => {
		const text = String(value).trim();
		if (text !== "" && !/^[^\n@]+@[^\n@]+$/u.test(text)) refuse(context, value, `must be ${shape}, not '${clip(text)}'.`);
		return value;
	}));
}
function groupOf(key) {
	return key.slice(0, key.indexOf("."));
}
function answerKeys(programme, group) {
	const keys = allQuestions(programme).map(({ question }) => question.key);
	return group === void 0 ? [.../* @__PURE__ */ new Set([...keys.map(groupOf), ...keys])] : keys.filter((key) => groupOf(key) === group).map((key) => key.slice(key.indexOf(".") + 1));
}
function readAnswers({ programme, configuration }, path, addMistake) {
	if (configuration === void 0) return {};
	const answers = {};
	for (const asked of allQuestions(programme)) {
		const { key, kind } = asked.question;
		const nested = [
			...path,
			"answers",
			...key.split(".")
		];
		const [at, again] = (key.includes(".") ? [nested, [
			...path,
			"answers",
			key
		]] : [nested]).filter((at) => (configuration.value(at) ?? void 0) !== void 0);
		if (again !== void 0) addMistake(configuration.place(again), "is answered twice.");
		if (at === void 0 || !programme.form.questions.some((question) => question.key === key)) continue;
		const read = answerOf(asked).safeParse(configuration.value(at));
		if (read.success) answers[key] = kind === "text" ? (configuration.written(at) ?? String(read.data)).trim() : read.data;
	}
	return answers;
}

// src/settings/table.ts
function settingsFor(programme) {
	return {
		...whatToCheck(),
		...howToJudge(programme),
		...whatToWrite(),
		...howToPublish()
	};
}
const settingsTable = Object.values(settingsFor(defaultProgramme));
function settingOf(name) {
	return settingsTable.find((setting) => setting.name === name);
}
function whatToCheck() {
	return {
		programme: everywhere("programme", choice([...programmes.keys()]), {
			field: "programme",
			description: `What the results are checked for: ${eachOf(({ id, api }) => `${id} (API ${api})`)}.`,
			default: [...programmes.values()].map(({ id, names }) => id === defaultProgramme.id ? id : `${id} where only ${names.configuration} exists`).join(", or ")
		}),
		results: everywhere("results", list(), {
			field: "results",
			description: "Globs of JUnit XML reports, one a line, relative to the workspace. Needed unless results-artifact is given."
		}),
		resultsArtifact: actionOnly("results-artifact", list(), {
			field: "earlier.artifacts",
			description: "Names or patterns (with *) of artifacts of earlier workflow runs of this repository, whose reports are checked together with those of this run. Needs github-token with actions: read."
		}),
		resultsWorkflow: actionOnly("results-workflow", text(), {
			field: "earlier.workflow",
			description: "File name of the workflow whose artifacts results-artifact names, for example trader-test.yml.",
			default: "any workflow of this repository"
		}),
		resultsBranch: actionOnly("results-branch", text(), {
			field: "earlier.branch",
			description: "Branch whose runs results-artifact takes artifacts from.",
			default: "any branch of this repository"
		}),
		config: {
			...everywhere("config", text("path"), {
				field: "configuration",
				description: "Configuration file (YAML). Holds everything that an input can set, and applications, answers to the questions of the form and the mapping of test names to scenarios. An input or flag wins over the file. What it names has to lie in the workspace.",
				default: `${perProgramme$1("configuration")}, if it exists`
			}),
			config: false
		},
		application: {
			...everywhere("application", text(), {
				field: "applications",
				description: "Name of the one application in the configuration file that is to be checked.",
				default: "all of them"
			}),
			config: false
		},
		flows: everywhere("flows", words(flowWords), {
			field: "applications.flows",
			description: `Process flows that the software supports: standard-departure, pre-lodged-departure, arrival, or all. Needed for ${namesWhere("flows", { isUsed: true })}, here or in the configuration file.`
		}),
		procedures: everywhere("procedures", words(procedureWords), {
			field: "applications.flows",
			description: `Procedures that the software supports in these flows: normal, simplified, or both. The configuration file can tell them for each flow. Needed for ${namesWhere("procedures", { isUsed: true })}, here or there.`
		}),
		combination: everywhere("combination", choice([
			"auto",
			"A",
			"B"
		]), {
			field: "applications.combination",
			description: "Combination of the decision matrix for software with both procedures: A, B, or auto for the one that is satisfied or nearest to it.",
			default: "auto"
		}),
		alsoRequired: everywhere("also-required", list(), {
			field: "applications.alsoRequired",
			description: "Scenarios that have to be proven besides HMRC's mandatory tests, because your own rules want them, for example DSGB6, PNGB1. They are not entered among the form's mandatory tests."
		})
	};
}
function howToJudge({ phases, maxAgeDays }) {
	const { min, max } = phaseRange(phases) ?? {
		min: 1,
		max: 1
	};
	return {
		asOf: everywhere("as-of", date(), {
			field: "clock.evaluatedAt",
			description: "Instant that the age of results is counted to, such as the day of the planned submission: a date and time with offset, or a date, which means its end in time-zone. Once it is over, nothing is ready; only the flag of the command looks back.",
			default: "now"
		}),
		maxAgeDays: everywhere("max-age-days", integer(1, maxAgeDays), {
			field: "clock.maxAgeDays",
			description: `Age in days of 24 hours from which on a result is stale. HMRC takes results that are less than ${maxAgeDays} days old; fewer days leave room for sending the form.`,
			default: String(maxAgeDays)
		}),
		warnDays: everywhere("warn-days", integer(0, maxAgeDays), {
			field: "clock.warnDays",
			description: "Warn when evidence expires within that many days.",
			default: "3"
		}),
		notBefore: everywhere("not-before", date(), {
			field: "clock.notBefore",
			description: "Evidence from before is stale, because HMRC changed a process flow or its documentation: a date and time with offset, or a date, which means its start in time-zone."
		}),
		phase: everywhere("phase", integer(min, max), {
			field: "clock.phase",
			description: phaseWords(phases),
			default: String(max)
		}),
		timeZone: everywhere("time-zone", zone(), {
			field: "clock.timeZone",
			description: "IANA time zone in which times without an offset are read, for example Europe/London.",
			default: "UTC"
		}),
		duplicates: everywhere("duplicates", choice(["worst", "last"]), {
			field: "duplicates",
			description: "Which result counts when one test has several at the same time or without a time: the worst, or the last one read.",
			default: "worst"
		}),
		failOn: everywhere("fail-on", words({ known: [...bindingKinds, "none"] }), {
			field: "failOn",
			description: "Findings that fail the step: missing (also: not run), failed, stale (also: undated), unreadable, evidence, form, recommended, submittable (whatever keeps the form from being sent); or none, then only the output verdict tells.",
			default: "missing, failed, stale, unreadable"
		})
	};
}
function whatToWrite() {
	return {
		checklist: everywhere("checklist", text("path"), {
			field: "output.checklist",
			description: "Path of the Word document to write. With several applications each has a document, with its name before the extension. The command writes it only when this or form-template is given.",
			default: perProgramme$1("checklist")
		}),
		formTemplate: everywhere("form-template", text("path"), {
			field: "output.formTemplate",
			description: "Your copy of HMRC's form (.docx), to be filled in. Without it the checklist has a layout of its own."
		}),
		report: {
			...everywhere("report", text("path"), {
				field: "output.report",
				description: "Path of the JSON report to write. The command writes it only when this is given.",
				default: perProgramme$1("report")
			}),
			also: "json"
		},
		junit: everywhere("junit", text("path"), {
			field: "output.junit",
			description: "Path of a JUnit XML file with the verdict to write, for systems that show tests: a case for each mandatory test."
		}),
		summary: {
			...everywhere("summary", text("path"), {
				field: "output.summary",
				description: "Path of a Markdown summary to write. The path - stands for standard output, here and for report and junit."
			}),
			input: false,
			config: false
		},
		badge: everywhere("badge", text("path"), {
			field: "output.badge",
			description: "Path of a badge (.svg) with the verdict to write; beside it, ending in .json, the same for the endpoint badge of shields.io."
		}),
		verifyForm: actionOnly("verify-form", text("path"), {
			field: "verifyForm",
			description: "A filled-in form (.docx) of the repository, whose values are all compared with the reports: scenario numbers, MRNs, message times, answers."
		})
	};
}
function howToPublish() {
	return {
		artifact: actionOnly("artifact", choice([
			"auto",
			"always",
			"never"
		]), {
			field: "publish.artifact",
			description: "Whether the checklist is uploaded as an artifact: auto (where there is an artifact service), always (else the step fails), or never.",
			default: "auto"
		}),
		artifactName: actionOnly("artifact-name", artifactName(), {
			field: "output.artifactName",
			description: "What the names of the artifacts begin with.",
			default: "as the documents are called, with the name of the use of the action if it has one"
		}),
		artifactRetentionDays: actionOnly("artifact-retention-days", integer(1, 400), {
			field: "output.artifactRetentionDays",
			description: "Days to keep the artifact.",
			default: "the repository's setting"
		}),
		name: actionOnly("name", text(), {
			field: "publish.name",
			description: "Name of this use of the action, shown in its check run, commit status, comment, issue and artifact, so that several uses in one repository stay apart.",
			default: "the path of the configuration file, unless it is the default one"
		}),
		checkRun: actionOnly("check-run", boolean(), {
			field: "publish.checkRun",
			description: "Publish the verdict as a check run on the commit. Needs checks: write.",
			default: "false"
		}),
		commitStatus: actionOnly("commit-status", boolean(), {
			field: "publish.commitStatus",
			description: "Publish the days left as a commit status. Needs statuses: write.",
			default: "false"
		}),
		comment: actionOnly("comment", choice([
			"off",
			"always",
			"changes"
		], {
			true: "always",
			false: "off"
		}), {
			field: "publish.comment",
			description: "Keep one comment on the pull request up to date: off, always, or changes (only when the verdict changes). Needs pull-requests: write.",
			default: "off"
		}),
		issue: actionOnly("issue", boolean(), {
			field: "publish.issue",
			description: "Keep one tracking issue: opened when evidence expires, fails or is missing, closed when all is well. Needs issues: write.",
			default: "false"
		}),
		githubToken: {
			...actionOnly("github-token", text(), {
				field: "publish.token",
				description: "Token for earlier results, check run, commit status, comment and issue.",
				default: "${{ github.token }}"
			}),
			config: false
		}
	};
}
function everywhere(name, kind, facts) {
	return {
		name,
		kind,
		...facts,
		input: true,
		flag: true,
		config: true
	};
}
function actionOnly(name, kind, facts) {
	return {
		...everywhere(name, kind, facts),
		flag: false
	};
}
function perProgramme$1(name) {
	return eachOf(({ names }) => names[name]);
}
function phaseWords(phases) {
	const each = phases.map(({ no, about }) => about === void 0 ? String(no) : `${no} (${about})`);
	const offered = each.length === 0 ? "" : `: ${each.toReversed().join(" or ")}`;
	return `Phase of production access testing in ${namesWhere("phase", { isUsed: true })}${offered}.`;
}

// src/settings/file/flows.ts
function flowsSchema() {
	const listed = pipe(words(flowWords).schema, transform((flows) => new Map(flows.map((flow) => [flow, void 0]))));
	const procedures = words(procedureWords).schema;
	const what = "a list of flows, or a map from each flow to its procedures";
	return union([listed, byFlow(nullable(procedures), (given) => given ?? void 0, what)], what);
}
function reasonsSchema() {
	const given = byFlow(nullable(string("a text")), (text) => (text ?? "").trim(), "a map from flow to text");
	return pipe(given, transform((reasons) => new Map([...reasons].filter(([, text]) => text !== ""))));
}
function byFlow(value, read, what) {
	const checked = alsoChecked(record(flowKey(), value, what), (given, context) => {
		if (!isMap(given)) return;
		const found = /* @__PURE__ */ new Set();
		for (const key of Object.keys(given)) for (const flow of flowsOf(key)) {
			if (found.has(flow)) refuse(context, given, `is ${flow}, which is given twice.`, { path: [key] });
			found.add(flow);
		}
		if (Object.keys(given).length === 0 && context.issues.length === 0) refuse(context, given, "names no flow.");
	});
	return pipe(checked, transform((given) => new Map(Object.entries(given).flatMap(([key, one]) => flowsOf(key).map((flow) => [flow, read(one)])))));
}
function flowsOf(key) {
	return wordsOf(key, flowWords) ?? [];
}
function flowKey() {
	return spelled([...flowNames, ...Object.keys(flowWords.aliases ?? {})], flowNames).check((context) => {
		if (flowsOf(context.value).length === 0) {
			const message = `'${clip(context.value)}' is not known.`;
			const params = { next: suggestion(context.value, flowNames) };
			context.issues.push({
				code: "custom",
				input: context.value,
				message,
				params
			});
		}
	});
}

// src/settings/file/mapping.ts
function mappingSchema(programme) {
	const patterns = union([string(), array(string("a test name"))], "a test name or a list of test names");
	const what = "a map from scenario number to test names, or a list of maps with scenario and test";
	const entry = strictObject({
		scenario: string("a text"),
		test: patterns
	}, "a map with scenario and test");
	return pipe(alsoChecked(union([array(entry, what), record(string(), patterns, what)], what), (given, context) => {
		checkEntries(entriesOf(given), programme, context);
	}), transform((given) => entriesOf(given).flatMap(({ scenario, patterns: tests = [], at }) => tests.map((test) => ({
		scenario: idOf(scenario ?? ""),
		test,
		at
	})))));
}
function entriesOf(given) {
	if (Array.isArray(given)) return given.map((one, index) => {
		const scenario = valueAt(one, ["scenario"]);
		return {
			scenario: typeof scenario === "string" ? scenario : void 0,
			patterns: patternsIn(valueAt(one, ["test"])),
			named: [index, "scenario"],
			at: [index, "test"]
		};
	});
	return Object.entries(isMap(given) ? given : {}).map(([scenario, test]) => {
		return {
			scenario,
			patterns: patternsIn(test),
			named: [scenario],
			at: [scenario]
		};
	});
}
function patternsIn(test) {
	const texts = [test].flat();
	const read = texts.filter((one) => typeof one === "string").map((one) => one.trim());
	return read.length === 0 && texts.length > 0 ? void 0 : read;
}
function idOf(scenario) {
	return scenario.trim().toUpperCase();
}
function checkEntries(entries, programme, context) {
	const taken = /* @__PURE__ */ new Map();
	for (const { scenario, patterns, named, at } of entries) {
		const unknown = scenario === void 0 ? void 0 : unknownScenario(scenario, programme);
		if (unknown !== void 0) refuse(context, scenario, unknown.message, {
			next: unknown.next,
			path: named
		});
		if (patterns?.length === 0) refuse(context, patterns, "names no test.", { path: at });
		for (const pattern of patterns ?? []) if (/^[*\s]*$/.test(pattern)) refuse(context, pattern, `'${pattern}' fits every test.`, {
			next: "Write the name of a test, * for parts that vary.",
			path: at
		});
		else if (scenario !== void 0 && unknown === void 0) {
			const other = taken.get(pattern) ?? idOf(scenario);
			if (other !== idOf(scenario)) refuse(context, pattern, `'${clip(pattern)}' already stands for ${other}.`, { path: at });
			taken.set(pattern, idOf(scenario));
		}
	}
}
function unknownScenario(scenario, programme) {
	const id = idOf(scenario);
	return programme.scenarios.has(id) ? void 0 : {
		message: `there is no scenario '${clip(scenario)}'.`,
		next: nearScenario(id, programme)
	};
}
function nearScenario(id, { id: own, name, scenarios }) {
	const other = [...programmes.values()].find((one) => one.id !== own && one.scenarios.has(id));
	if (other !== void 0) {
		const twin = [...scenarios.values()].find((one) => one.twin === id)?.id ?? other.scenarios.get(id)?.twin;
		const same = twin === void 0 ? `Set programme: ${other.id}, or leave it out.` : `The same in ${name} is ${twin}.`;
		return `It is one of ${other.name}. ${same}`;
	}
	const near = nearest(id, [...scenarios.keys()]);
	return near === void 0 ? "Scenario numbers are in HMRC's testing guide." : `Did you mean '${near}'?`;
}

// src/settings/file/own-results.ts
const kinds = {
	results: globs(),
	artifacts: list(),
	property: property(),
	suite: pattern()
};
function ownResultsShape() {
	return {
		results: described(kinds.results, "Globs of reports of this application alone. Without any of results, results-artifact, property and suite it goes by what no other application claims; where several are given, all have to hold."),
		"results-artifact": described(kinds.artifacts, "Names or patterns (with *) of artifacts of earlier workflow runs with reports of this application alone."),
		property: described(kinds.property, "Property of a test or of a suite around it that identifies this application's results: name=value, or a map of name and value; * in the value stands for any text."),
		suite: described(kinds.suite, "Name or pattern (with *) of a suite around this application's tests.")
	};
}
function described({ schema }, description) {
	return described$1(optional(schema), description);
}
function globs() {
	return list((glob, context) => {
		const fault = globFault(glob, { isInFile: true });
		if (fault !== void 0) refuse(context, glob, fault.message, { next: fault.next });
	});
}
function refuseAll(value, context) {
	if (/^[*\s]*$/.test(value)) refuse(context, value, `'${value}' fits everything.`, { next: "Write what tells this application from the others." });
}
function pattern() {
	return kindOf({ is: "text" }, () => pipe(text().schema, transform((value, context) => {
		refuseAll(value, context);
		return value;
	})));
}
function property() {
	return kindOf({ is: "text" }, propertySchema);
}
function propertySchema() {
	const what = "name=value, or a map of name and value";
	const map = strictObject({
		name: string("a text"),
		value: string("a text")
	}, what);
	return pipe(union([string(), map], what), transform((given, context) => {
		const at = typeof given === "string" ? given.indexOf("=") : -1;
		const read = typeof given === "string" ? {
			name: given.slice(0, Math.max(at, 0)),
			value: given.slice(at + 1)
		} : given;
		const [name, value] = [read.name.trim(), read.value.trim()];
		if (name === "") {
			const message = typeof given === "string" ? `must be ${what}, not '${given}'.` : "has no name.";
			refuse(context, given, message);
		} else refuseAll(value, context);
		return {
			name,
			value
		};
	}));
}
function claimsIn(configuration) {
	const listed = configuration.value(["applications"]);
	return Array.isArray(listed) ? listed.map((_, index) => claimAt(configuration, index)) : [];
}
function claimAt(configuration, index) {
	const at = (key) => configuration.value([
		"applications",
		index,
		key
	]);
	const claim = {
		results: filled(kinds.results.schema.safeParse(at("results")).data),
		artifacts: filled(kinds.artifacts.schema.safeParse(at("results-artifact")).data),
		property: kinds.property.schema.safeParse(at("property")).data,
		suite: kinds.suite.schema.safeParse(at("suite")).data
	};
	return Object.values(claim).every((one) => one === void 0) ? void 0 : claim;
}
function checkedClaims(configuration, selected) {
	if (configuration === void 0) return [];
	return claimsIn(configuration).filter((claim, index) => {
		const name = configuration.value([
			"applications",
			index,
			"name"
		]);
		return claim !== void 0 && (selected === void 0 || typeof name === "string" && name.trim() === selected);
	});
}
function filled(items) {
	return items === void 0 || items.length === 0 ? void 0 : items;
}

// src/settings/file/configuration-schema.ts
const fileSchema = perProgramme(makeFileSchema);
const applicationSchema = perProgramme((programme) => object(applicationShape(programme)));
const nothing = { unreadable: /* @__PURE__ */ new Set() };
function applicationAt(path, configuration, programme) {
	if (configuration === void 0) return nothing;
	const value = configuration.value(path);
	if (!isMap(value)) return void 0;
	const schema = applicationSchema(programme);
	const issues = schema.safeParse(value).error?.issues ?? [];
	const unreadable = new Set(issues.map(({ path: [key] }) => String(key)));
	const readable = Object.entries(value).filter(([key]) => !unreadable.has(key));
	return {
		...schema.parse(Object.fromEntries(readable)),
		unreadable
	};
}
const answers = perProgramme((programme) => ({ answers: optional(described$1(answersSchema(programme), "Answers to the form's questions, nested or with dotted keys.")) }));
function perProgramme(make) {
	const made = /* @__PURE__ */ new WeakMap();
	return (programme) => {
		const value = made.get(programme) ?? make(programme);
		made.set(programme, value);
		return value;
	};
}
function makeFileSchema(programme) {
	const settings = Object.values(settingsFor(programme)).filter(({ config }) => config).map(({ name, kind, description }) => [name, optional(meant(programme, name, (name === "results" ? globs() : kind).schema, description))]);
	return strictObject({
		$schema: optional(described$1(string("a text"), "Address of this schema, for editors; nothing else reads it.")),
		...Object.fromEntries(settings),
		...applicationShape(programme),
		...answers(programme),
		applications: optional(described$1(array(strictObject({
			name: described$1(string("a text"), "Name of the application, for reports and files."),
			...applicationShape(programme),
			...answers(programme),
			...ownResultsShape()
		}, "a map of name, flows and so on"), "a list of applications, each with a name and its flows"), "Several applications for production credentials, such as versions of the software. Instead of flows, procedures, credentials-held and not-applicable at the top. Each can have results of its own, told by results, results-artifact, property (name=value of the test or a suite) or suite (a name or pattern).")),
		scenarios: optional(described$1(mappingSchema(programme), "Which of your tests run which scenario: scenario number to test name or pattern (* stands for any text)."))
	}, "a map of settings, such as results: or flows:");
}
function applicationShape(programme) {
	const { combination, alsoRequired } = settingsFor(programme);
	const setting = (name, schema, description) => optional(meant(programme, name, schema, description));
	return {
		flows: setting("flows", flowsSchema(), "Process flows that the software supports: a list, or a map from each flow to its procedures."),
		procedures: setting("procedures", words(procedureWords).schema, "Procedures that the software supports in flows that name none of their own."),
		"credentials-held": setting("credentials-held", words(directionWords).schema, "Directions for which production credentials are already held: outbound (departures), inbound (arrivals). Their tests are not mandatory again."),
		"not-applicable": setting("not-applicable", reasonsSchema(), "Why a flow is not applicable, in your words, for the form; by flow."),
		combination: setting("combination", combination.kind.schema, combination.description),
		"also-required": optional(described$1(list((scenario, context) => {
			const unknown = unknownScenario(scenario, programme);
			if (unknown !== void 0) refuse(context, scenario, unknown.message, { next: unknown.next });
		}).schema, alsoRequired.description))
	};
}
function meant(programme, name, schema, description) {
	return unusedIn(programme).includes(name) ? ignored(programme.name) : described$1(schema, description);
}
function mistakesIn(configuration, programme) {
	const value = configuration.value([]);
	const findings = [];
	const addMistake = mistakesInto(findings);
	const checked = fileSchema(programme).safeParse(value);
	const mistakes = mistakesOf(checked.error?.issues ?? [], value, { knownKeys: (path) => knownKeys(programme, path) });
	for (const mistake of mistakes) {
		const { path, message, next } = misplaced(mistake, configuration, programme) ?? mistake;
		addMistake(configuration.place(path), message, next);
	}
	return findings;
}
function misspelledIn(configuration, programme) {
	return (fileSchema(programme).safeParse(configuration.value([])).error?.issues ?? []).flatMap((issue) => issue.code === "unrecognized_keys" ? issue.keys.slice(0, 20).flatMap((key) => {
		const near = nearest(key, knownKeys(programme, issue.path));
		return near === "applications" ? ["flows", "procedures"] : near ?? [];
	}) : []);
}
function misplaced({ path, next }, configuration, { form }) {
	const [key] = path;
	if ((path.length === 1 && typeof key === "string" ? settingOf(key) : void 0)?.config === false) return typeof configuration.value(path) === "object" && next?.startsWith("Did you mean") === true ? void 0 : {
		path,
		message: "can only be given as an input or a flag."
	};
	const answered = path.includes("answers") ? path.slice(path.lastIndexOf("answers") + 1).join(".") : void 0;
	const byHand = form.byHand.find((field) => field.key === answered || field.key.startsWith(`${answered}.`));
	return answered === void 0 || byHand === void 0 ? void 0 : {
		path,
		message: "is not a question.",
		next: byHandOnly[byHand.kind]
	};
}
const byHandOnly = {
	tick: "A person ticks the statements of the form that are true; no program does.",
	signature: "A person signs the form; no program does.",
	date: "A person who signs the form writes the date; no program does."
};
function knownKeys(programme, path) {
	const application = Object.keys(applicationShape(programme));
	const [first, , ...inApplication] = path;
	if (path.length === 0) return Object.keys(fileSchema(programme).shape).filter((key) => key !== "$schema");
	if (first === "applications" && path.length === 2) return [
		"name",
		...application,
		...Object.keys(ownResultsShape())
	];
	const [name, group, ...deeper] = first === "applications" ? inApplication : path;
	if (name === "scenarios") return ["scenario", "test"];
	if (name === "property") return ["name", "value"];
	return name === "answers" && deeper.length === 0 ? answerKeys(programme, group) : [];
}

// src/settings/applications.ts
function readApplications(source) {
	const { configuration, givenDirectly } = source;
	const listed = configuration?.value(["applications"]);
	if (configuration === void 0 || !Array.isArray(listed)) {
		const selected = givenDirectly.application;
		if (selected !== void 0 && listed === void 0) source.addMistake(selected.place, "selects an application, but the configuration file lists none.", "Describe applications there, or leave this out.");
		const top = listed === void 0 ? describedAt([], void 0, source, givenDirectly) : void 0;
		return top === void 0 ? [] : readApplication(top, source);
	}
	const names = listed.map((_, index) => {
		const name = configuration.value([
			"applications",
			index,
			"name"
		]);
		return typeof name === "string" ? name.trim() : "";
	});
	checkList(names, configuration, source);
	const chosen = selectedName(names, givenDirectly.application, source.addMistake);
	if (chosen === void 0 && names.length > 1) refuseGivenDirectly(source);
	const only = names.length === 1;
	const claims = claimsIn(configuration);
	const applications = names.flatMap((name, index) => {
		const own = only || name === chosen ? givenDirectly : { alsoRequired: givenDirectly.alsoRequired };
		const entry = describedAt(["applications", index], name, source, own);
		return (entry === void 0 ? [] : readApplication(entry, source)).map((application) => ({
			...application,
			ownership: ownershipOf(claims, index, own.results !== void 0)
		}));
	});
	return chosen === void 0 ? applications : applications.filter(({ name }) => name === chosen);
}
function ownershipOf(claims, index, isSourceGiven) {
	const others = claims.filter((claim, no) => claim !== void 0 && no !== index);
	const claim = claims[index];
	const own = claim !== void 0 && isSourceGiven ? {
		...claim,
		results: void 0,
		artifacts: void 0
	} : claim;
	return own === void 0 && others.length === 0 ? void 0 : {
		own,
		others
	};
}
function describedAt(path, name, source, givenDirectly) {
	const { configuration, programme } = source;
	const [own, shared] = [path, []].map((at) => applicationAt(at, configuration, programme));
	if (own === void 0) return void 0;
	const { flows, procedures, combination, unreadable } = own;
	return {
		name,
		path,
		flows,
		procedures,
		credentialsHeld: own["credentials-held"] ?? [],
		notApplicable: own["not-applicable"] ?? /* @__PURE__ */ new Map(),
		combination: combination ?? shared?.combination,
		alsoRequired: own["also-required"] ?? shared?.["also-required"] ?? [],
		unreadable,
		givenDirectly
	};
}
function checkList(names, configuration, { addMistake, programme }) {
	for (const key of [
		"flows",
		"procedures",
		"credentials-held",
		"not-applicable"
	]) if (configuration.value([key]) !== void 0 && !unusedIn(programme).includes(key)) addMistake(configuration.place([key]), "can't be used beside applications.", "Move it into the applications that it is about.");
	if (names.length === 0) addMistake(configuration.place(["applications"]), "is an empty list.");
	const seen = /* @__PURE__ */ new Map();
	for (const [index, name] of names.entries()) {
		if (typeof valueAt(configuration.value(["applications", index]), ["name"]) !== "string") continue;
		const place = configuration.place([
			"applications",
			index,
			"name"
		]);
		if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(name)) addMistake(place, "must be 1 to 60 letters, digits, spaces, dots, hyphens and underscores, and begin with a letter or digit, since files are named after it.");
		const inFiles = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
		const other = seen.get(inFiles);
		if (other !== void 0) addMistake(place, `'${name}' would give files the same names as '${other}'.`);
		seen.set(inFiles, name);
	}
}
function selectedName(names, given, addMistake) {
	if (given !== void 0 && !names.includes(given.value)) {
		const message = `the configuration file lists no application '${clip(given.value)}'.`;
		addMistake(given.place, message, suggestion(given.value, names));
	}
	return given?.value;
}
function refuseGivenDirectly({ givenDirectly, addMistake }) {
	for (const given of [
		givenDirectly.flows,
		givenDirectly.procedures,
		givenDirectly.combination
	]) if (given !== void 0) addMistake(given.place, "can be about one application only, but the configuration file lists several.", "Select one with application, or say it in the configuration file.");
}
function readApplication(entry, source) {
	const { programme } = source;
	let isSound = true;
	const addMistake = (...mistake) => {
		isSound = false;
		source.addMistake(...mistake);
	};
	const wrong = /* @__PURE__ */ new Set([...source.wrong, ...entry.unreadable]);
	const flows = unusedIn(programme).includes("flows") ? [] : supportedFlows(entry, {
		...source,
		addMistake,
		wrong
	});
	const isSupportKnown = isSound && ![
		"flows",
		"procedures",
		"combination"
	].some((name) => wrong.has(name));
	const application = {
		name: entry.name,
		flows,
		credentialsHeld: entry.credentialsHeld,
		combination: entry.givenDirectly.combination?.value ?? entry.combination ?? "auto",
		notApplicable: Object.fromEntries(entry.notApplicable),
		alsoRequired: scenariosOf(entry, programme, addMistake),
		answers: {
			...readAnswers(source, [], addMistake),
			...readAnswers(source, entry.path, addMistake)
		}
	};
	if (isSupportKnown) checkDemand(application, entry, {
		...source,
		addMistake
	});
	return isSupportKnown && isSound ? [application] : [];
}
function checkDemand(application, { path, givenDirectly }, source) {
	const { programme, configuration, addMistake } = source;
	const { name, notApplicable, combination } = application;
	const placeOf = (key) => {
		const at = [path, []].find((one) => configuration?.value([...one, key]) !== void 0) ?? path;
		return configuration?.place([...at, key]) ?? source.placeOf(key);
	};
	const { mistakes, notRequired, sets } = requirementsFor(programme, application);
	for (const { about, message } of mistakes) addMistake((about === "credentialsHeld" ? void 0 : givenDirectly[about])?.place ?? placeOf(about === "credentialsHeld" ? "credentials-held" : about), message);
	for (const flow of Object.keys(notApplicable)) if (!notRequired.some((one) => one.flow === flow)) addMistake(placeOf("not-applicable"), `says why ${flow} is not applicable, but the application supports it and has to test it.`, "Leave one of the two out.");
	if (combination !== "auto" && sets.every((set) => set.combination === void 0)) {
		const whose = name === void 0 ? "Combination" : `Application '${name}': combination`;
		source.remark(`${whose} ${combination} changes nothing: the decision matrix has just one answer for these procedures.`);
	}
}
function supportedFlows(entry, source) {
	const { configuration, addMistake, wrong } = source;
	const { givenDirectly, path } = entry;
	const flows = givenDirectly.flows?.value ?? (entry.flows && [...entry.flows.keys()]);
	const placeOf = (key) => path.length > 0 && configuration !== void 0 ? configuration.place(path) : source.placeOf(key);
	if (flows === void 0 && !wrong.has("flows")) {
		const others = [...programmes.values()].filter((one) => unusedIn(one).includes("flows")).map(({ id, api }) => ` For API ${api}, which asks for none, set programme: ${id}.`).join("");
		addMistake(placeOf("flows"), "no flows are given.", `Say which process flows the software supports: ${flowNames.join(", ")}.${others}`);
	}
	const common = givenDirectly.procedures?.value ?? entry.procedures;
	const supported = flowNames.filter((flow) => flows?.includes(flow) ?? false).map((flow) => ({
		flow,
		procedures: (givenDirectly.procedures === void 0 ? entry.flows?.get(flow) : void 0) ?? common
	}));
	const without = supported.filter(({ procedures }) => procedures === void 0).map(({ flow }) => flow);
	if ((without.length > 0 || flows === void 0 && common === void 0 && !wrong.has("flows")) && !wrong.has("procedures")) {
		const of = without.length > 0 ? ` for ${without.join(", ")}` : "";
		const next = `Say which procedures the software supports${of === "" ? "" : " there"}: normal, simplified, or both.`;
		addMistake(placeOf("procedures"), `no procedures are given${of}.`, next);
	}
	return supported.map(({ flow, procedures = [] }) => ({
		flow,
		procedures
	}));
}
function scenariosOf({ givenDirectly, alsoRequired }, programme, addMistake) {
	const given = givenDirectly.alsoRequired;
	if (given !== void 0) for (const { message, next } of given.value.flatMap((text) => unknownScenario(text, programme) ?? [])) addMistake(given.place, message, next);
	const wanted = new Set((given?.value ?? alsoRequired).map(idOf));
	return [...programme.scenarios.keys()].filter((id) => wanted.has(id));
}

// src/settings/clock.ts
function readClock(reading, rows, programme, now) {
	const timeZone = reading.value(rows.timeZone) ?? "UTC";
	const maxAgeDays = reading.value(rows.maxAgeDays) ?? programme.maxAgeDays;
	const warnDays = reading.value(rows.warnDays) ?? 3;
	if (warnDays >= maxAgeDays) reading.remark(`warn-days ${warnDays} is not less than max-age-days ${maxAgeDays}: it warns from the first day on.`);
	const reference = readReference(reading, reading.given(rows.asOf), timeZone, now);
	const notBefore = reading.value(rows.notBefore);
	const clock = {
		...reference,
		maxAgeDays,
		warnDays,
		notBefore: notBefore === void 0 ? void 0 : instantOf(notBefore, "start", timeZone),
		timeZone
	};
	return {
		...clock,
		phase: readPhase(reading, rows, programme, clock)
	};
}
function readReference(reading, given, timeZone, now) {
	const asOf = given === void 0 ? void 0 : instantOf(given.value, "end", timeZone);
	if (given === void 0 || asOf === void 0) return {
		evaluatedAt: now,
		reference: "now"
	};
	if (asOf >= now) return {
		evaluatedAt: asOf,
		reference: "ahead"
	};
	const when = formatMoment(asOf, timeZone);
	if (given.by === "flag") {
		reading.remark(`as-of is in the past (${when}): evidence that has expired since then still counts as fresh.`);
		return {
			evaluatedAt: asOf,
			reference: "back"
		};
	}
	reading.remarks.push({
		kind: "stale",
		severity: "error",
		message: `The planned day of submission is over: as-of is ${when}.`,
		next: "Set as-of to the new day of submission, or leave it out.",
		place: given.place
	});
	return {
		evaluatedAt: asOf,
		reference: "over"
	};
}
function readPhase(reading, rows, { phases }, { evaluatedAt, reference }) {
	const latest = phaseRange(phases)?.max;
	if (latest === void 0) return;
	const given = reading.given(rows.phase);
	const chosen = phases.find(({ no }) => no === (given?.value ?? latest));
	const isOver = chosen?.to !== void 0 && chosen.to <= evaluatedAt && reference !== "back";
	if (given !== void 0 && given.by !== "flag" && isOver) reading.remarks.push({
		kind: "stale",
		severity: "error",
		message: chosen.remark ?? `Phase ${chosen.no} is over.`,
		next: `Leave phase out: nothing can be ready for a phase that is closed.`,
		place: given.place
	});
	else if (chosen?.remark !== void 0) reading.remark(chosen.remark);
	return given?.value ?? latest;
}

// src/settings/file/configuration-file.ts
const maxBytes = 131072;
async function repositoryOf(folder) {
	const isTop = await stat(path.join(folder, ".git")).then(Boolean, () => false);
	const parent = path.dirname(folder);
	return isTop ? folder : parent === folder ? void 0 : repositoryOf(parent);
}
async function workspaceOf(folder) {
	const top = await repositoryOf(folder);
	return top !== void 0 && !await isConfigured(folder) && await isConfigured(top) ? top : folder;
}
async function isConfigured(folder) {
	return (await havingFile([...programmes.values()], folder)).length > 0;
}
async function havingFile(among, folder) {
	const files = among.map(({ names }) => path.join(folder, names.configuration));
	const found = await Promise.all(files.map((file) => stat(file).then(Boolean, () => false)));
	return among.filter((_, index) => found[index]);
}
async function loadConfiguration(asked, workspace, addMistake) {
	const { file, named } = asked.config === void 0 ? await findFile(asked, workspace, addMistake) : {
		file: givenFile(asked.config, workspace, addMistake),
		named: void 0
	};
	const configuration = typeof file === "string" ? file : await readFileAt(file, workspace, addMistake);
	const passedOver = await havingFile(file === "none" ? [...programmes.values()].filter((one) => one !== asked.programme?.value) : [], workspace);
	return {
		...programmeOf(asked, configuration, named, addMistake),
		configuration,
		passedOver
	};
}
function givenFile(config, workspace, addMistake) {
	const absolute = resolvePath(config, addMistake);
	return absolute === void 0 ? "broken" : {
		file: shownIn(workspace, absolute),
		said: config.text,
		absolute,
		place: config.place
	};
}
async function findFile(asked, workspace, addMistake) {
	const candidates = asked.programme === void 0 ? [...programmes.values()] : [asked.programme.value];
	const found = [];
	const near = [];
	for (const programme of candidates) {
		const folder = path.resolve(workspace, path.dirname(programme.names.configuration));
		if ((await readdir(folder).catch(() => [])).includes(path.basename(programme.names.configuration))) found.push(programme);
		else if (await addNearNames(programme.names.configuration, workspace, addMistake)) near.push(programme);
	}
	const [named, other] = found;
	if (named === void 0) return {
		file: near.length === 0 ? "none" : "broken",
		named: near[0]
	};
	if (other !== void 0) {
		const names = listed(found.map(({ names: { configuration } }) => configuration));
		addMistake(asked.missing, `is missing: ${names} are both there, and nothing tells which of them is meant.`, `Give programme (${found.map(({ id }) => id).join(" or ")}), or name the file with config.`);
		return {
			file: "broken",
			named
		};
	}
	const file = named.names.configuration;
	return {
		file: {
			file,
			said: file,
			absolute: path.resolve(workspace, file),
			place: { file }
		},
		named
	};
}
function programmeOf(asked, configuration, named, addMistake) {
	const isRead = typeof configuration !== "string";
	const key = isRead ? configuration.value(["programme"]) : void 0;
	const said = typeof key === "string" ? programmes.get(key.trim().toLowerCase()) : void 0;
	if (said !== void 0 && asked.programme !== void 0 && said !== asked.programme.value && isRead) addMistake(configuration.place(["programme"]), `is ${said.id}, but ${asked.programme.place.setting ?? "what is checked"} is ${asked.programme.value.id}.`, "Leave one of the two out, or give the configuration file of that programme with config.");
	const programme = asked.programme?.value ?? said ?? named ?? defaultProgramme;
	return {
		programme,
		isProgrammeAssumed: asked.programme === void 0 && said === void 0 && programme === defaultProgramme
	};
}
async function addNearNames(file, workspace, addMistake) {
	const { name, dir } = path.parse(file);
	const folders = [...new Set(await namesLike(workspace, dir)), ""];
	let isThere = false;
	for (const folder of folders) {
		const near = (await readdir(path.join(workspace, folder)).catch(() => [])).filter((entry) => {
			const { name: stem, ext } = path.parse(entry.toLowerCase());
			return stem === name.toLowerCase() && (ext === ".yml" || ext === ".yaml");
		});
		for (const entry of near) {
			isThere = true;
			const found = folder === "" ? entry : `${folder}/${entry}`;
			const next = `Rename it to ${file}, or name it with config: ${found}.`;
			addMistake({ file: found }, "looks like the configuration file, but is not read under this name.", next);
		}
	}
	return isThere;
}
async function namesLike(workspace, folder) {
	return [folder, ...(await readdir(workspace).catch(() => [])).filter((entry) => entry.toLowerCase() === folder.toLowerCase())];
}
function shownIn(workspace, absolute) {
	return (isInside(absolute, workspace) ? path.relative(workspace, absolute) : absolute).split(path.sep).join("/");
}
async function readFileAt({ file, said, absolute, place }, workspace, addMistake) {
	const real = await realpath(absolute).catch(() => absolute);
	const root = await realpath(workspace).catch(() => workspace);
	if ((isInside(absolute, workspace) || isInside(absolute, root)) && !isInside(real, root)) {
		addMistake(place, `${said} is a link that leads outside of the workspace, where no configuration is read.`);
		return "broken";
	}
	const bytes = await bytesOf(absolute, said, place, addMistake);
	return bytes === void 0 ? "broken" : parse(file, bytes, addMistake);
}
async function bytesOf(absolute, file, place, addMistake) {
	let handle;
	try {
		handle = await open(absolute);
	} catch (error) {
		addMistake(place, error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR") ? `there is no file ${file}.` : `${file} can't be opened.`);
		return;
	}
	try {
		if (!(await handle.stat()).isFile()) {
			addMistake(place, `${file} is not a file.`);
			return;
		}
		const bytes = await readBytes(handle);
		if (bytes.length > maxBytes) {
			addMistake(place, `${file} is larger than ${maxBytes / 1024} KiB, which no configuration is.`);
			return;
		}
		return bytes;
	} catch {
		addMistake(place, `${file} can't be read.`);
		return;
	} finally {
		await handle.close();
	}
}
async function readBytes(handle) {
	const buffer = /* @__PURE__ */ new Uint8Array(131073);
	let length = 0;
	for (;;) {
		const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
		length += bytesRead;
		if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length);
	}
}
async function parse(file, bytes, addMistake) {
	let text;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		addMistake({ file }, "is not UTF-8 text.", "Save it with that encoding.");
		return "broken";
	}
	const { parseConfiguration } = await import("./settings/file/configuration.js");
	return parseConfiguration(file, text, addMistake) ?? "broken";
}

// src/settings/outputs.ts
const streams = [
	"report",
	"summary",
	"junit"
];
async function readOutputs(reading, rows, { names }) {
	const given = givenPaths(reading, rows);
	const toStandardOutput = standardOutput(given, reading.addMistake);
	const at = (name) => {
		const one = given[name];
		return one === void 0 || one.text === "-" ? void 0 : resolvePath(one, reading.addMistake);
	};
	const formTemplate = at("formTemplate");
	const verifyForm = at("verifyForm");
	const byDefault = (name, isWanted) => isWanted ? path.join(reading.source.workspace, name) : void 0;
	const paths = {
		checklist: at("checklist") ?? byDefault(names.checklist, reading.isAction || given.formTemplate !== void 0),
		report: at("report") ?? byDefault(names.report, reading.isAction && given.report === void 0),
		summary: at("summary"),
		junit: at("junit"),
		badge: badgeFiles(at("badge"))
	};
	checkExtensions(reading, given, paths);
	await checkWritten(reading, given, paths, formTemplate);
	await checkRead(reading, given.formTemplate, formTemplate);
	await checkRead(reading, given.verifyForm, verifyForm);
	const artifactName = reading.value(rows.artifactName);
	const artifactRetentionDays = reading.value(rows.artifactRetentionDays);
	return {
		output: {
			...paths,
			formTemplate,
			toStandardOutput,
			artifactName,
			artifactRetentionDays
		},
		verifyForm
	};
}
function givenPaths(reading, rows) {
	return {
		checklist: reading.path(rows.checklist),
		formTemplate: reading.path(rows.formTemplate),
		report: reading.path(rows.report),
		summary: reading.path(rows.summary),
		junit: reading.path(rows.junit),
		badge: reading.path(rows.badge),
		verifyForm: reading.path(rows.verifyForm)
	};
}
function standardOutput(given, addMistake) {
	for (const [name, one] of Object.entries(given)) if (one?.text === "-" && (one.by !== "flag" || !streams.some((stream) => stream === name))) addMistake(one.place, "can't be '-', which stands for standard output.", "Give the path of a file.");
	const [first, second] = streams.filter((name) => given[name]?.text === "-" && given[name].by === "flag");
	const place = second === void 0 ? void 0 : given[second]?.place;
	if (place !== void 0) addMistake(place, `can't go to standard output, where ${first ?? ""} goes already.`, "Give one of them a file.");
	return first;
}
function checkExtensions(reading, given, { checklist, badge }) {
	if (checklist !== void 0 && path.extname(checklist).toLowerCase() !== ".docx") reading.addMistake(given.checklist?.place ?? reading.placeOf("checklist"), "must end in .docx, or Word will not open it.");
	if (badge !== void 0 && path.extname(badge.svg).toLowerCase() !== ".svg") reading.addMistake(given.badge?.place ?? reading.placeOf("badge"), "must end in .svg, or no page will show it.");
}
async function checkWritten(reading, given, paths, formTemplate) {
	const named = [
		{
			name: "checklist",
			file: paths.checklist
		},
		{
			name: "report",
			file: paths.report
		},
		{
			name: "summary",
			file: paths.summary
		},
		{
			name: "junit",
			file: paths.junit
		},
		{
			name: "badge",
			file: paths.badge?.svg
		},
		{
			name: "badge",
			file: paths.badge?.json
		}
	];
	const taken = new Map(formTemplate === void 0 ? [] : [[await realPath(formTemplate), "form-template"]]);
	const wrong = /* @__PURE__ */ new Set();
	for (const { name, file } of named) {
		if (file === void 0 || wrong.has(name)) continue;
		const real = await realPath(file);
		const other = taken.get(real);
		const faults = [await faultOfPath(file, given[name], reading.source.workspace), other === void 0 ? void 0 : { message: `is the same file as ${other}, which would be overwritten.` }];
		for (const fault of faults) if (fault !== void 0) {
			wrong.add(name);
			reading.addMistake(given[name]?.place ?? reading.placeOf(name), fault.message, fault.next);
		}
		taken.set(real, name);
	}
}
async function faultOfPath(file, given, workspace) {
	if (await isFolder(file)) return { message: "is a folder, not a file." };
	if (given?.by === "file" && !isInside(file, workspace)) return {
		message: outside,
		next: "Choose a path inside of it, or give this as an input or a flag."
	};
	if (isInside(file, workspace) && !await isHeld(file, workspace)) return {
		message: "leads outside of the workspace through a link.",
		next: "Remove the link, or write where it leads."
	};
	return await isProtected(file, workspace) ? {
		message: "lies in .git or .github/workflows, where nothing is written.",
		next: "Give another path."
	} : void 0;
}
const outside = "lies outside of the workspace, where the configuration file can name nothing.";
async function checkRead(reading, given, file) {
	if (given?.by === "file" && file !== void 0 && !await isHeld(file, reading.source.workspace)) reading.addMistake(given.place, outside, "Choose a path inside of it, or give this as an input or a flag.");
}
function badgeFiles(svg) {
	if (svg === void 0) return;
	const { dir, name } = path.parse(svg);
	return {
		svg,
		json: path.join(dir, `${name}.json`)
	};
}
async function isFolder(file) {
	return (await stat(file).catch(() => void 0))?.isDirectory() === true;
}

// src/settings/reading.ts
function nameOf(setting, host) {
	return host === "action" ? `input ${setting}` : `flag --${setting}`;
}
var Reading = class {
	mistakes = [];
	remarks = [];
	causes = [];
	addMistake = mistakesInto(this.mistakes);
	wrong;
	source;
	configuration;
	constructor(source) {
		const workspace = path.resolve(source.workspace);
		this.source = {
			...source,
			workspace,
			folder: path.resolve(source.folder ?? workspace)
		};
		this.wrong = new Set(source.mistyped);
	}
	get isAction() {
		return this.source.host === "action";
	}
	placeOf(name) {
		const { host, flagNames } = this.source;
		return { setting: nameOf(flagNames?.[name] ?? name, host) };
	}
	remark(message, severity = "notice") {
		this.remarks.push({
			kind: "settings",
			severity,
			message
		});
	}
	givenDirectly({ name, kind }) {
		const { values, host } = this.source;
		const text = Object.hasOwn(values, name) ? values[name] : void 0;
		if (text === void 0 || text.trim() === "" || this.wrong.has(name)) return;
		const place = this.placeOf(name);
		const read = kind.schema.safeParse(typed(text, kind));
		if (read.success) return {
			value: read.data,
			place,
			by: host === "action" ? "input" : "flag"
		};
		this.wrong.add(name);
		for (const { message, next } of mistakesOf(read.error.issues, text, { isWritten: false })) this.addMistake(place, message, next);
	}
	given(setting) {
		return this.givenDirectly(setting) ?? (this.wrong.has(setting.name) ? void 0 : this.#inFile(setting));
	}
	isUnreadable(setting) {
		const isWritten = (this.configuration?.value([setting.name]) ?? void 0) !== void 0;
		return this.wrong.has(setting.name) || isWritten && this.given(setting) === void 0;
	}
	value(setting) {
		return this.given(setting)?.value;
	}
	path(setting) {
		const given = this.given(setting);
		if (given === void 0) return;
		const { value: text, place, by } = given;
		return {
			text,
			place,
			by,
			from: by === "file" ? this.source.workspace : this.source.folder
		};
	}
	#inFile({ name, kind, config }) {
		const found = config ? this.configuration?.value([name]) : void 0;
		if (this.configuration === void 0 || found === void 0) return;
		const read = kind.schema.safeParse(found);
		return read.success ? {
			value: read.data,
			place: this.configuration.place([name]),
			by: "file"
		} : void 0;
	}
};
function typed(text, { look }) {
	return look.is === "integer" && /^[0-9]{1,9}$/.test(text.trim()) ? Number(text) : text;
}

// src/settings/sources.ts
function readSources(reading, rows, { isPartial }) {
	const results = readResults(reading, rows);
	const claims = checkedClaims(reading.configuration, reading.givenDirectly(rows.application)?.value);
	const earlier = readEarlier(reading, rows, claims);
	if (results.length === 0 && earlier === void 0 && !claims.some((claim) => (claim.results ?? claim.artifacts) !== void 0) && !isPartial && ![rows.results, rows.resultsArtifact].some((row) => reading.isUnreadable(row))) {
		const next = `Give the globs of your JUnit reports${reading.isAction ? " or results-artifact" : ""}, for example results/**/*.xml.`;
		reading.addMistake(reading.placeOf("results"), "no source of results is given.", next);
	}
	return {
		results,
		resultsAnywhere: reading.given(rows.results)?.by !== "file",
		earlier
	};
}
function readResults(reading, rows) {
	const given = reading.given(rows.results);
	const { folder, workspace, values } = reading.source;
	const whole = (values["results"] ?? "").split(/\r?\n/).map((line) => line.trim());
	const isWhole = (line) => line.includes(",") && existsSync(path.resolve(folder, line));
	const items = given === void 0 || given.by === "file" || !whole.some(isWhole) ? given?.value ?? [] : whole.flatMap((line) => isWhole(line) ? [line] : itemsOf(line));
	if (given === void 0) return items;
	const { place, by } = given;
	if (by === "file") return items;
	for (const item of items) {
		const fault = globFault(item, { isInFile: false });
		if (fault !== void 0) reading.addMistake(place, fault.message, fault.next);
	}
	return items.flatMap((item) => {
		const [, not = "", glob = ""] = /^(!(?!\())?([^]*)$/.exec(item) ?? [];
		if (folder === workspace && !/^[~$]/.test(glob)) return [item];
		const found = expanded(glob, folder, (name) => {
			reading.addMistake(place, `the variable ${name} is not set here.`, "Write the path out.");
		});
		return found === void 0 ? [] : [`${not}${found}`];
	});
}
function readEarlier(reading, rows, claims) {
	const shared = reading.given(rows.resultsArtifact);
	const own = shared === void 0 || shared.by === "file" ? claims.flatMap((claim) => claim.artifacts ?? []) : [];
	const artifacts = [.../* @__PURE__ */ new Set([...shared?.value ?? [], ...own])];
	const workflow = reading.value(rows.resultsWorkflow);
	const branch = reading.value(rows.resultsBranch);
	if (artifacts.length === 0) {
		if (workflow !== void 0 || branch !== void 0) reading.remark("results-workflow and results-branch change nothing without results-artifact.");
		return;
	}
	if (!reading.isAction) {
		reading.remark("results-artifact is left out: only the action can fetch the results of earlier workflow runs.");
		return;
	}
	return {
		artifacts,
		workflow,
		branch
	};
}

// src/settings/read.ts
async function readSettings(source) {
	const reading = new Reading(source);
	const { programme, isProgrammeAssumed, configuration } = await load(reading, source.programme);
	const rows = settingsFor(programme);
	checkGiven(reading, rows, programme);
	if (isProgrammeAssumed) reading.remark(otherProgrammes(programme));
	remarkOnUnused(reading, programme);
	const isPartial = configuration === "broken";
	const sources = readSources(reading, rows, { isPartial });
	const clock = readClock(reading, rows, programme, source.now);
	const applications = isPartial ? [] : applicationsOf(reading, rows, programme);
	const outputs = await readOutputs(reading, rows, programme);
	const publish = readPublish(reading, rows, programme);
	const settings = {
		programme,
		configuration: reading.configuration?.file,
		workspace: reading.source.workspace,
		...sources,
		applications,
		mapping: readMapping(reading, programme),
		clock,
		failOn: readFailOn(reading, rows),
		duplicates: reading.value(rows.duplicates) ?? "worst",
		...outputs,
		publish,
		findings: [...reading.causes, ...reading.remarks]
	};
	return reading.mistakes.length > 0 ? refused(reading) : { settings };
}
function checkGiven(reading, rows, programme) {
	for (const row of Object.values(rows)) if (!unusedIn(programme).includes(row.name)) reading.givenDirectly(row);
}
async function readSupport(source, { programmeOnly = false } = {}) {
	const reading = new Reading({
		...source,
		host: "command"
	});
	const { programme, configuration } = await load(reading, void 0);
	if (programmeOnly) {
		const findings = reading.mistakes.filter(({ place }) => place?.file === void 0);
		return findings.length > 0 ? { findings } : {
			programme,
			applications: [],
			remarks: []
		};
	}
	const isDescribed = [
		"flows",
		"procedures",
		"combination",
		"application"
	].some((name) => (source.values[name] ?? "") !== "");
	const applications = configuration === "broken" || configuration === "none" && !isDescribed ? [] : applicationsOf(reading, settingsFor(programme), programme);
	return reading.mistakes.length > 0 ? refused(reading) : {
		programme,
		applications,
		remarks: [...reading.causes, ...reading.remarks]
	};
}
function refused({ causes, mistakes }) {
	return { findings: [...causes.map((one) => ({
		...one,
		severity: "error"
	})), ...inOrder(mistakes)] };
}
async function load(reading, fixed) {
	const rows = settingsFor(fixed ?? defaultProgramme);
	const id = reading.givenDirectly(rows.programme);
	const said = id === void 0 ? void 0 : programmes.get(id.value);
	const programme = fixed === void 0 ? id !== void 0 && said !== void 0 ? {
		value: said,
		place: id.place
	} : void 0 : {
		value: fixed,
		place: reading.placeOf("programme")
	};
	const loaded = await loadConfiguration({
		config: reading.path(rows.config),
		programme,
		missing: reading.placeOf("programme")
	}, reading.source.workspace, reading.addMistake);
	const { place } = programme ?? {};
	for (const { name, names } of loaded.passedOver) {
		const message = `${names.configuration} is not read: it is the configuration file of ${name}, but ${place?.setting ?? "what is checked"} is ${loaded.programme.id}, whose file is ${loaded.programme.names.configuration}. If it is meant, name it with config.`;
		reading.causes.push({
			kind: "settings",
			severity: "notice",
			message
		});
	}
	if (typeof loaded.configuration !== "string") {
		reading.configuration = loaded.configuration;
		const mistakes = mistakesIn(loaded.configuration, loaded.programme);
		reading.mistakes.push(...mistakes);
		for (const name of mistakes.length === 0 ? [] : misspelledIn(loaded.configuration, loaded.programme)) reading.wrong.add(name);
	}
	return loaded;
}
function otherProgrammes(programme) {
	const hints = [...programmes.values()].filter((one) => one !== programme).map(({ id, api }) => ` For API ${api} set programme: ${id}.`);
	return `${programme.name} is checked, for API ${programme.api}.${hints.join("")}`;
}
function remarkOnUnused(reading, programme) {
	const { values } = reading.source;
	const applications = reading.configuration?.value(["applications"]);
	const places = [[], ...Array.isArray(applications) ? applications.map((_, index) => ["applications", index]) : []];
	const inFile = (...keys) => places.some((place) => (reading.configuration?.value([...place, ...keys]) ?? void 0) !== void 0);
	const failOn = `${values["fail-on"] ?? ""} ${JSON.stringify(reading.configuration?.value(["fail-on"]) ?? "")}`;
	const answers = allQuestions(programme).map(({ question }) => question.key).filter((key) => !programme.form.questions.some((question) => question.key === key)).filter((key) => inFile("answers", key) || inFile("answers", ...key.split(".")));
	const unused = [
		...unusedIn(programme).filter((name) => (values[name] ?? "").trim() !== "" || inFile(name)),
		...programme.form.recommendedSlots === 0 && /\brecommended\b/iu.test(failOn) ? ["'recommended' in fail-on"] : [],
		...answers.map((key) => `the answer to ${key}`)
	];
	if (unused.length > 0) reading.remark(`${listed(unused)} ${unused.length === 1 ? "changes" : "change"} nothing in ${programme.name}. Leave out what is for another programme.`);
}
const byDefault = [
	"missing",
	"failed",
	"stale",
	"unreadable"
];
function readFailOn(reading, rows) {
	const given = reading.given(rows.failOn);
	if (given === void 0) return new Set(byDefault);
	const kinds = bindingKinds.filter((kind) => given.value.includes(kind));
	if (kinds.length < given.value.length && kinds.length > 0) reading.addMistake(given.place, "has 'none' beside other words.", "Leave out either 'none' or the others.");
	const lenient = byDefault.filter((kind) => !kinds.includes(kind));
	if (lenient.length > 0) reading.remark(`fail-on leaves out ${lenient.join(", ")}: such findings make the verdict not-ready, but don't fail the run.`);
	return new Set(kinds);
}
function applicationsOf(reading, rows, programme) {
	const meant = (row) => unusedIn(programme).includes(row.name) ? void 0 : reading.givenDirectly(row);
	return readApplications({
		programme,
		givenDirectly: {
			application: reading.givenDirectly(rows.application),
			results: reading.givenDirectly(rows.results) ?? reading.givenDirectly(rows.resultsArtifact),
			flows: meant(rows.flows),
			procedures: meant(rows.procedures),
			combination: meant(rows.combination),
			alsoRequired: reading.givenDirectly(rows.alsoRequired)
		},
		wrong: reading.isUnreadable(rows.programme) ? /* @__PURE__ */ new Set([
			...reading.wrong,
			"flows",
			"procedures"
		]) : reading.wrong,
		placeOf: (name) => reading.placeOf(name),
		configuration: reading.configuration,
		addMistake: reading.addMistake,
		remark: (sentence) => reading.remark(sentence)
	});
}
function readMapping(reading, programme) {
	const { configuration } = reading;
	const mapping = configuration?.value(["scenarios"]);
	return (mapping === void 0 ? [] : mappingSchema(programme).safeParse(mapping).data ?? []).map(({ at, ...one }) => ({
		...one,
		place: configuration?.place(["scenarios", ...at])
	}));
}
function readPublish(reading, rows, { names }) {
	const flag = (setting) => (reading.value(setting) ?? false) && reading.isAction;
	const comment = reading.value(rows.comment) ?? "off";
	const artifact = reading.value(rows.artifact) ?? "auto";
	const file = reading.configuration?.file;
	return {
		name: reading.value(rows.name) ?? (file === names.configuration ? void 0 : file),
		artifact: reading.isAction ? artifact : "never",
		checkRun: flag(rows.checkRun),
		commitStatus: flag(rows.commitStatus),
		comment: reading.isAction ? comment : "off",
		issue: flag(rows.issue),
		token: reading.value(rows.githubToken)
	};
}

export { clip as A, mistakesInWords as C, isInside as D, globFault as E, nearestOf as M, suggestion as N, isProtected as O, labelOf as S, valueAt as T, flowNames as _, workspaceOf as a, procedureWords as b, settingsTable as c, instantOf as d, itemsOf as f, directionWords as g, directionNames as h, repositoryOf as i, nearest as j, realPath as k, choice as l, words as m, readSupport as n, settingOf as o, text as p, Reading as r, settingsFor as s, readSettings as t, date as u, flowWords as v, mistakesOf as w, wordsOf as x, procedureNames as y };