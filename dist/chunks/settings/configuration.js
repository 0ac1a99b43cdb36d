import { t as require_dist } from "../lib/yaml.js";
import { f as mayBeUnknown, m as questionOf, v as programmes } from "../requirements.js";
import { D as suggestion, S as flowNames, b as combinationNames, f as kindFor, m as settingsTable, p as settingOf, v as shorten, w as procedureNames, x as directionNames } from "../settings.js";
import { a as nullable, c as optional$1, d as strictObject, f as string, g as globalRegistry, h as _lte, i as int, l as partial, m as _gte, n as array, o as number, p as union, r as boolean, s as object, t as _null, u as record } from "../lib/zod.js";

// src/settings/configuration-schema.ts
var import_dist = require_dist();
const procedures = listOf(words(procedureNames));
/** The shape of a configuration file for a programme: the questions of its form, and its phases. */
function configurationShapes(programme) {
	const { form } = programme;
	const application = applicationShape(form);
	const structure = structureShape(application);
	/** The whole file; every key that it doesn't know is refused. */
	const file = strictObject({
		...settingShapes(programme),
		...structure
	});
	return {
		file,
		/** The parts of a file that are more than one value, typed. Only for a value that `file` accepts. */
		structure: object(structure),
		/** The keys that a map at a path of the file may have; none where any may stand. */
		knownKeys: (path) => {
			const [first, , ...inApplication] = path;
			if (path.length === 0) return Object.keys(file.shape);
			if (first === "applications" && path.length === 2) return ["name", ...Object.keys(application)];
			const [name, group, ...deeper] = first === "applications" ? inApplication : path;
			if (name !== "answers" || deeper.length > 0) return [];
			const keys = askedAnywhere(form).map(({ key }) => key);
			if (group === void 0) return [.../* @__PURE__ */ new Set([...keys.map(groupOf), ...keys])];
			return keys.filter((key) => groupOf(key) === group).map((key) => key.slice(key.indexOf(".") + 1));
		}
	};
}
function applicationShape(form) {
	return {
		flows: described(union([listOf(words(flowNames)), record(string(), nullable(procedures)).register(globalRegistry, { propertyNames: { enum: flowNames } })]), "Process flows that the software supports: a list, or a map from each flow to its procedures."),
		procedures: described(procedures, "Procedures that the software supports in flows that name none of their own."),
		"credentials-held": described(listOf(words(directionNames)), "Directions for which production credentials are already held: outbound (departures), inbound (arrivals). Their tests are not required."),
		combination: described(words(combinationNames), "Combination of the decision matrix for software with both procedures."),
		"not-applicable": described(record(string(), nullable(string())).register(globalRegistry, { propertyNames: { enum: flowNames } }), "Why a flow is not applicable, in your words, for the form; by flow."),
		answers: described(answers(form), "Answers to the form's questions, nested or with dotted keys.")
	};
}
function structureShape(application) {
	return {
		...optional(application),
		applications: optional$1(described(array(strictObject({
			name: described(string(), "Name of the application, for reports and files."),
			...optional(application)
		})), "Several applications for production credentials, such as versions of the software. Instead of flows, procedures, credentials-held and not-applicable at the top.")),
		scenarios: optional$1(described(union([array(strictObject({
			scenario: string(),
			test: listOf(string())
		})), record(string(), listOf(string()))]), "Which of your tests run which scenario: scenario number to test name or pattern (* stands for any text)."))
	};
}
function settingShapes(programme) {
	return Object.fromEntries(settingsTable.filter(({ config }) => config).map((setting) => [setting.name, optional$1(described(kindShape(kindFor(programme, setting)), setting.description))]));
}
function kindShape(kind) {
	if (kind.is === "boolean") return union([boolean(), words([
		"yes",
		"no",
		"on",
		"off"
	])]);
	if (kind.is === "integer") return int().check(_gte(kind.min), _lte(kind.max));
	if (kind.is === "choice") return words(kind.of);
	if (kind.is === "list") return listOf(kind.of === void 0 ? string() : words(kind.of));
	return string();
}
/** Nested (`business: {name: …}`) and dotted (`business.name: …`) keys of every question. */
function answers(form) {
	const questions = askedAnywhere(form);
	const nested = [...new Set(questions.map(({ key }) => groupOf(key)))].map((group) => [group, optional$1(nullable(answersOf(form, group)))]);
	return strictObject(Object.fromEntries([...nested, ...questions.map((one) => [one.key, answer(form, one)])]));
}
/** The form's questions, and those that only other programmes' forms ask: their answers may stay in a file that is carried over. */
function askedAnywhere(form) {
	const own = new Set(form.questions.map(({ key }) => key));
	const others = new Map([...programmes.values()].flatMap((programme) => programme.form.questions).filter(({ key }) => !own.has(key)).map((question) => [question.key, question]));
	return [...form.questions, ...others.values()];
}
function answersOf(form, group) {
	const questions = askedAnywhere(form).filter(({ key }) => groupOf(key) === group);
	return strictObject(Object.fromEntries(questions.map((one) => [one.key.slice(group.length + 1), answer(form, one)])));
}
function answer(form, question) {
	const unknown = mayBeUnknown(form, question) ? ["unknown"] : [];
	const yesNo = union([
		boolean(),
		words([
			"yes",
			"no",
			...unknown
		]),
		_null()
	]);
	const shape = {
		text: union([
			string(),
			number(),
			boolean(),
			_null()
		]),
		integer: union([int().check(_gte(0)), _null()]),
		"yes-no": yesNo,
		"yes-no-unknown": yesNo
	}[question.kind];
	return optional$1(described(shape, question.question));
}
function groupOf(key) {
	return key.slice(0, key.indexOf("."));
}
/** One or several. */
function listOf(item) {
	return union([item, array(item)]);
}
function words(of) {
	return string().register(globalRegistry, { enum: of });
}
function described(shape, description) {
	globalRegistry.add(shape, {
		...globalRegistry.get(shape),
		description
	});
	return shape;
}
function optional(shapes) {
	return partial(object(shapes)).shape;
}

// src/settings/expectation.ts
const ofStructure = {
	name: "a text",
	flows: "a list of flows, or a map from each flow to its procedures",
	procedures: "a list of procedures",
	"credentials-held": "a list of 'inbound' and 'outbound'",
	"not-applicable": "a map from flow to text",
	answers: "a map of answers to the form's questions",
	applications: "a list of applications, each with a name and its flows",
	scenarios: "a map from scenario number to test names, or a list of maps with scenario and test"
};
const ofSetting = {
	text: "a text (if it looks like a number or true, put it in quotes)",
	path: "a path",
	date: "a date, or a date and time",
	zone: "an IANA time zone",
	boolean: "true or false",
	integer: "a whole number",
	choice: "one word",
	list: "a text or a list of texts"
};
/** What may stand at a path of the configuration file in that programme, to follow 'must be'. */
function expectation(programme, path) {
	const keys = path.map(String);
	if (keys[0] === "applications" && keys.length === 2) return "a map of name, flows and so on";
	const [name = "applications", ...inner] = keys[0] === "applications" && keys.length > 2 ? keys.slice(2) : keys;
	if (inner.length === 0) return ofStructure[name] ?? ofTable(programme, name);
	return name === "answers" ? ofAnswer(programme.form, inner.join(".")) : innerOf(name);
}
function innerOf(name) {
	if (name === "flows") return "a list of procedures";
	return name === "scenarios" ? "a test name or a list of test names" : "a text";
}
function ofTable(programme, name) {
	const setting = settingOf(name);
	if (setting === void 0) return "something else";
	const kind = kindFor(programme, setting);
	if (kind.is === "integer") return `a whole number from ${kind.min} to ${kind.max}`;
	return kind.is === "choice" ? `one of ${kind.of.join(", ")}` : ofSetting[kind.is];
}
function ofAnswer(form, key) {
	const question = questionOf(form, key);
	if (question === void 0) return "a map of answers";
	if (question.kind === "text") return "a text";
	if (question.kind === "integer") return "a whole number from 0";
	return mayBeUnknown(form, question) ? "yes, no or unknown" : "yes or no";
}

// src/settings/yaml.ts
/** Aliases are a convenience for a few repeated lines. There may be that many, and one may be expanded as often. */
const maxAliases = 50;
/** Of what is wrong in the same way, enough is said after that many. */
const maxAlike = 20;
/**
* Parses one document of YAML 1.2 with the core schema, without what a configuration has no use for.
*
* @param lineCounter Filled with the file's lines.
* @param place File, line and column of an offset.
* @returns undefined after complaints.
*/
function parseYaml(file, text, lineCounter, place, complain) {
	let document;
	try {
		document = (0, import_dist.parseDocument)(text, {
			lineCounter,
			version: "1.2",
			schema: "core",
			uniqueKeys: false,
			prettyErrors: false
		});
	} catch {
		complain(file, tooDeep);
		return;
	}
	const faults = [...document.errors, ...document.warnings].map(({ message, pos }) => [pos[0], /call stack/.test(message) ? tooDeep : `is not the YAML that is read here: ${shorten(message)}`]);
	if (faults.length === 0) faults.push(...forbidden(document));
	for (const [offset, message] of faults.slice(0, 20)) complain(place(offset), message);
	if (faults.length > 20) complain(file, `has ${faults.length - 20} more mistakes.`);
	return faults.length === 0 ? document : void 0;
}
/** What YAML allows and a configuration has no use for. */
function forbidden(document) {
	const odd = [];
	const aliases = [];
	const doubled = [];
	(0, import_dist.visit)(document, {
		Map: (_, { items }) => {
			const seen = /* @__PURE__ */ new Set();
			for (const { key } of items) {
				if (!(0, import_dist.isScalar)(key)) continue;
				const name = String(key.value);
				if (seen.has(name)) doubled.push(key);
				seen.add(name);
			}
		},
		Pair: (_, { key }) => {
			if ((0, import_dist.isNode)(key) && (!(0, import_dist.isScalar)(key) || !isPlain(key.value))) odd.push(key);
		},
		Alias: (_, alias) => void aliases.push(alias)
	});
	const unresolved = aliases.length > maxAliases ? [] : aliases.filter((alias) => alias.resolve(document) === void 0);
	return [
		...doubled.map((key) => [offsetOf(key), `the key '${shorten(String(key.value))}' is given twice.`]),
		...odd.map((key) => [offsetOf(key), "a key must be a plain name, and not '__proto__'."]),
		...unresolved.map((alias) => [offsetOf(alias), `nothing is called &${shorten(alias.source)}.`]),
		...aliases.slice(maxAliases, 51).map((alias) => [offsetOf(alias), tooManyAliases])
	];
}
/** Not so the bytes of a `!!binary`. */
function isPlain(key) {
	return key !== "__proto__" && (typeof key !== "object" || key === null);
}
const tooManyAliases = `more than ${maxAliases} YAML aliases (*name) are not read. Write the values out.`;
const tooDeep = "is nested too deeply to be read.";
function offsetOf({ range }) {
	return range?.[0] ?? 0;
}
/** The document as plain values; undefined after a complaint. An empty document is an empty map. */
function plainValue(document, file, complain) {
	if (document.contents === null || (0, import_dist.isScalar)(document.contents) && document.contents.value === null) return {};
	if (!(0, import_dist.isMap)(document.contents)) {
		complain(`${file}:1:1`, "must be a map of settings, such as results: or flows: with their values.");
		return;
	}
	try {
		return document.toJS({ maxAliasCount: maxAliases });
	} catch (error) {
		if (!(error instanceof ReferenceError)) complain(file, tooDeep);
		else complain(file, tooManyAliases);
		return;
	}
}
/** Where a key stands, or else an item, or else what encloses it. */
function offsetAt(document, path) {
	const parent = path.length < 2 ? document.contents : document.getIn(path.slice(0, -1), true);
	const last = path.at(-1);
	const pair = (0, import_dist.isMap)(parent) ? parent.items.find(({ key }) => (0, import_dist.isScalar)(key) && String(key.value) === last) : void 0;
	if ((0, import_dist.isPair)(pair) && (0, import_dist.isScalar)(pair.key)) return pair.key.range?.[0] ?? 0;
	const node = document.getIn(path, true);
	if (isNodeWithRange(node)) return node.range[0];
	return path.length === 0 ? 0 : offsetAt(document, path.slice(0, -1));
}
function isNodeWithRange(node) {
	return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}

// src/settings/configuration.ts
/**
* Reads the text of a configuration file: YAML 1.2 with its core schema. One document; no custom tags, no doubled
* keys, few aliases, only known keys.
*
* @param file As shown in complaints.
* @param programmeOf Whose questions may be answered in it, given what its key `programme` says.
* @returns undefined when something was complained about.
*/
function readConfiguration(file, text, programmeOf, complain) {
	const lines = new import_dist.LineCounter();
	const place = (offset) => {
		const { line, col } = lines.linePos(offset);
		return `${file}:${line}:${col}`;
	};
	const document = parseYaml(file, text, lines, place, complain);
	if (document === void 0) return void 0;
	const where = (path) => {
		const label = labelOf(path);
		return `${place(offsetAt(document, path))}${label === "" ? "" : ` ${label}`}`;
	};
	const value = plainValue(document, file, complain);
	if (value === void 0) return void 0;
	const key = valueAt(value, ["programme"]);
	const programme = programmeOf(typeof key === "string" ? {
		where: where(["programme"]),
		texts: [key]
	} : void 0);
	const shapes = configurationShapes(programme);
	const checked = shapes.file.safeParse(value);
	const { knownKeys } = shapes;
	if (!checked.success) for (const issue of checked.error.issues) report(issue, {
		value,
		where,
		programme,
		knownKeys
	}, complain);
	const sound = checked.success ? value : withoutKeys(value, checked.error.issues);
	if (!checked.success && !shapes.file.safeParse(sound).success) return void 0;
	return {
		incomplete: !checked.success,
		programme,
		structure: shapes.structure.parse(sound),
		where,
		given: (path) => {
			const found = valueAt(sound, path);
			if (found === void 0 || found === null) return void 0;
			const texts = (Array.isArray(found) ? found : [found]).map(String);
			return texts.some((one) => one.trim() !== "") || Array.isArray(found) ? {
				where: where(path),
				texts
			} : void 0;
		},
		keys: (path) => {
			const found = valueAt(sound, path);
			return typeof found === "object" && found !== null && !Array.isArray(found) ? Object.keys(found) : void 0;
		},
		written: (path) => {
			const node = document.getIn(path, true);
			return (0, import_dist.isScalar)(node) ? node.source ?? String(node.value) : void 0;
		}
	};
}
/** The top of the file without the keys that an issue is about. */
function withoutKeys(value, issues) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
	const wrong = new Set(issues.flatMap((issue) => issue.path.length === 0 && issue.code === "unrecognized_keys" ? issue.keys : [issue.path[0]]));
	return Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key)));
}
function report(issue, { value, where, programme, knownKeys }, complain) {
	if (issue.code === "unrecognized_keys") {
		for (const key of issue.keys.slice(0, 20)) {
			const known = knownKeys(issue.path);
			const path = [...issue.path, key];
			const elsewhere = settingOf(key) !== void 0;
			const answered = path.slice(path.lastIndexOf("answers") + 1).join(".");
			const byHand = programme.form.byHand.find((field) => path.includes("answers") && (field.key === answered || field.key.startsWith(`${answered}.`)));
			if (byHand !== void 0) complain(where(path), "is not a question.", byHandOnly[byHand.kind]);
			else if (elsewhere && issue.path.length === 0) complain(where(path), "can only be given as an input or a flag.");
			else complain(where(path), "is not known.", suggestion(key, known));
		}
		const more = issue.keys.length - 20;
		if (more > 0) complain(where(issue.path), `has ${more} more keys that are not known.`);
		return;
	}
	const path = deepest(issue);
	complain(where(path), `must be ${expectation(programme, path)}, ${butIs(valueAt(value, path))}.`);
}
/** Why no answer can be given for what only a person may do in the form. */
const byHandOnly = {
	tick: "A person ticks the statements of the form that are true; no program does.",
	signature: "A person signs the form; no program does.",
	date: "A person who signs the form writes the date; no program does."
};
/** Where in the alternatives of a union it went wrong: the one that got furthest is the one that was meant. */
function deepest(issue) {
	if (issue.code !== "invalid_union") return issue.path;
	return issue.errors.flat().map((inner) => [...issue.path, ...deepest(inner)]).reduce((longest, path) => path.length > longest.length ? path : longest, issue.path);
}
function butIs(value) {
	if (value === void 0) return "but is missing";
	if (value === null) return "but is empty";
	if (Array.isArray(value)) return "not a list";
	if (typeof value === "string") return `not '${shorten(value)}'`;
	return typeof value === "number" || typeof value === "boolean" ? `not ${value}` : "not a map";
}
function valueAt(value, path) {
	return path.reduce((inner, key) => typeof inner === "object" && inner !== null && Object.hasOwn(inner, key) ? Reflect.get(inner, key) : void 0, value);
}
/** `applications[0].flows`, as people write it. */
function labelOf(path) {
	return path.reduce((label, key) => {
		if (typeof key === "number") return `${label}[${key}]`;
		return label === "" ? String(key) : `${label}.${String(key)}`;
	}, "");
}

export { readConfiguration };