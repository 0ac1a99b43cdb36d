import { c as reasonOf, l as shownPath, o as existing } from "../check.js";
import { f as spokenAnswer, l as mayBeUnknown, o as requirementsFor, t as ncts5 } from "../requirements.js";
import { i as wrap, n as numbered, r as painter, t as hanging } from "../text.js";
import { t as renderChoice } from "../matrix.js";
import { C as procedureNames, E as suggestion, S as flowOf, _ as shorten, a as readDirections, b as directionNames, c as complainInto, g as readList, h as givenAs, l as formatComplaints, n as defaultConfiguration, o as readFlows$1, s as readProcedures$1, v as choiceOf, x as flowNames } from "../settings.js";
import { a as refuse, i as program, o as say, r as note, t as appearance } from "../console.js";
import { lstat, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path, { dirname } from "node:path";

// src/commands/configuration-file.ts
/** The repository of this action, which has no public address yet: whoever copies the text puts the owner in. */
const actionRepository = "OWNER/ncts5-production-checklist";
const columns = 100;
/**
* A first configuration file: YAML with what is known, comments that say what each part is for, what may be added,
* and the questions of the form, waiting for answers.
*/
function renderConfiguration({ form }, { flows, credentialsHeld, results }) {
	const held = `credentials-held: [${credentialsHeld.join(", ")}]`;
	return [
		`# yaml-language-server: $schema=https://raw.githubusercontent.com/${actionRepository}/v1/.github/ncts5.schema.json`,
		...comment("With the line above, editors check and complete this file. Replace OWNER in it by the owner of the repository that holds the action, or put the path of your copy of ncts5.schema.json there."),
		"",
		...comment("JUnit reports to check, relative to the repository."),
		"results:",
		...results.map((glob) => `  - ${quoted(glob)}`),
		"",
		...comment("What the software supports: process flows, and the procedures of each (normal, simplified). The decision matrix of the form picks the mandatory tests by it."),
		"flows:",
		...flows.map(({ flow, procedures }) => `  ${flow}: [${procedures.join(", ")}]`),
		"",
		...comment("Directions for which production credentials are held already: outbound (departures), inbound (arrivals). Their tests are not demanded again."),
		credentialsHeld.length === 0 ? "# credentials-held: [outbound]" : held,
		"",
		...comment("More that can be set; without it, these values hold."),
		"# combination: auto  # or A, B: for software with both procedures",
		"# warn-days: 3",
		"# time-zone: UTC  # in which times without an offset are read",
		"# fail-on: [missing, failed, stale, unreadable]  # also: evidence, form, recommended",
		"# form-template: path/to/your-copy.docx  # HMRC's form, to be filled in",
		...comment(`The form is on the ${form.info.page.name}:`),
		`# ${form.info.page.url}`,
		"",
		...comment("Which of your tests run which scenario, where their names do not say so (* stands for any text)."),
		"# scenarios:",
		"#   DSGB1: 'release of a simplified departure *'",
		"",
		...comment("Answers for the form, which wants all of its questions answered. Take the # away from a key and write the answer behind it."),
		"answers:",
		...answerLines(form),
		""
	].join("\n");
}
function answerLines(form) {
	const groups = /* @__PURE__ */ new Map();
	for (const question of form.questions) {
		const group = question.key.slice(0, question.key.indexOf("."));
		groups.set(group, [...groups.get(group) ?? [], question]);
	}
	let section = 0;
	return [...groups].flatMap(([group, questions]) => {
		const [first] = questions;
		const begins = first !== void 0 && first.section !== section;
		if (first !== void 0) ({section} = first);
		const title = form.sections.find(({ no }) => no === section)?.title;
		return [
			...begins && title !== void 0 ? [`  # -- ${section}. ${title}`] : [],
			`  ${group}:`,
			...questions.flatMap((question) => [...comment(`${question.question}${howToAnswer(form, question)}`, "    "), `    # ${question.key.slice(group.length + 1)}:`])
		];
	});
}
/** ` (yes or no; only if software.onPremise is yes)` */
function howToAnswer(form, question) {
	const { kind, onlyIf, onlyIn } = question;
	const notes = [...{
		text: [],
		integer: ["a whole number"],
		"yes-no": yesOrNo(form, question),
		"yes-no-unknown": yesOrNo(form, question)
	}[kind]];
	if (onlyIf !== void 0) notes.push(`only if ${onlyIf.key} is ${spokenAnswer(onlyIf.is)}`);
	if (onlyIn !== void 0) notes.push(`only in the form's ${onlyIn}`);
	return notes.length === 0 ? "" : ` (${notes.join("; ")})`;
}
function yesOrNo(form, question) {
	return [mayBeUnknown(form, question) ? "yes, no or unknown" : "yes or no"];
}
function comment(text, indent = "") {
	return wrap(text, columns - indent.length - 2).map((line) => `${indent}# ${line}`);
}
/** A YAML scalar that is this text and nothing else: a glob may begin with `*`, which would be an alias. */
function quoted(text) {
	return /^[ -~]*$/u.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

// src/commands/started.ts
/**
* What `init` says when it is done: the files, the tests that the matrix now demands, and what to do next. Plain text,
* ends with an end of line.
*
* @param files The configuration file first.
*/
function renderStarted(programme, files, choice, options) {
	const { program, colour, width } = options;
	const columns = Math.max(80, width);
	const paint = painter(colour);
	const [configuration = ""] = files;
	const [owner = ""] = actionRepository.split("/");
	const [scenario = "DSGB1"] = choice.requirements.sets[0]?.requirements[0]?.accepts ?? [];
	const steps = [
		{ why: `Replace ${owner} in these files by the owner of the repository that holds the action: nothing runs before.` },
		{
			why: "See what to run, and how your tests hand the evidence over:",
			args: `explain ${scenario}`
		},
		{ why: "Let the workflow that runs your tests keep its reports: the new workflows take the artifact trader-test-results of trader-test.yml on main. Change that where yours have other names." },
		{ why: `Answer the questions of the form in ${configuration}, under answers.` },
		{
			why: "Check what there is:",
			args: "check"
		},
		{ why: "Commit the files. Pull requests from forks get a token that can only read; the action has a workflow for them, too: .github/examples/pull-request-from-forks.yml in its repository." }
	];
	return [
		...hanging("Written:", files.join(", "), 9, columns),
		"",
		renderChoice(programme, choice, options),
		paint("bold", "What to do next"),
		...numbered(steps, program, columns, paint),
		""
	].join("\n");
}

// src/commands/interview.ts
const defaultResults = ["results/**/*.xml"];
/**
* Asks for what flags don't tell. A question is asked again until its answer can be understood. Flows and procedures
* are never guessed; for the rest Enter takes what stands in brackets.
*
* @returns undefined when the answers ended early.
*/
async function interview(told, person) {
	const flows = await askSupport(told, person);
	if (flows === void 0) return void 0;
	const credentialsHeld = told.credentialsHeld ?? await askCredentials(person);
	if (credentialsHeld === void 0) return void 0;
	const results = told.results ?? await askResults(person);
	return results === void 0 ? void 0 : {
		flows,
		credentialsHeld,
		results
	};
}
/** Yes, or Enter. */
async function confirmed(question, person) {
	return await until(person, `${question} [yes] `, (text) => {
		const word = text.toLowerCase();
		if (word === "" || word === "y" || word === "yes") return true;
		return word === "n" || word === "no" ? false : new Doubt("Please answer 'yes' or 'no'.");
	}) ?? false;
}
async function askSupport(told, person) {
	const flows = told.flows ?? await askFlows(person);
	if (flows === void 0) return void 0;
	const supported = [];
	let last;
	if (told.procedures === void 0) person.tell("Which procedures does it support: normal, simplified, or both?");
	for (const flow of flows) {
		last = told.procedures ?? await askProcedures(flow, last, person);
		if (last === void 0) return void 0;
		supported.push({
			flow,
			procedures: last
		});
	}
	return supported;
}
async function askFlows(person) {
	person.tell("Which process flows does your software support?");
	for (const [index, flow] of flowNames.entries()) person.tell(`  ${index + 1}  ${flow}`);
	return until(person, "Numbers or names, separated by commas, or 'all': ", readFlows);
}
/** Enter repeats the answer of the flow before. */
async function askProcedures(flow, last, person) {
	return until(person, procedureQuestion(flow, last), (text) => readProcedures(text, last));
}
function procedureQuestion(flow, last) {
	return `  ${flow}${last === void 0 ? "" : ` [${last.length > 1 ? "both" : last.join("")}]`}: `;
}
function readFlows(text) {
	const words = items(text);
	if (words.length === 0) return new Doubt("At least one flow is needed.");
	if (text.toLowerCase() === "all") return flowNames;
	const read = words.map((item) => flowNames[Number(item) - 1] ?? flowOf(item) ?? notKnown(item, flowNames));
	return read.find((one) => one instanceof Doubt) ?? flowNames.filter((flow) => read.includes(flow));
}
function readProcedures(text, fallback) {
	const words = items(text);
	if (words.length === 0) return fallback ?? new Doubt("At least one procedure is needed.");
	if (text.toLowerCase() === "both") return procedureNames;
	const known = [...procedureNames, "both"];
	const read = words.map((item) => choiceOf(item, procedureNames) ?? notKnown(item, known));
	return read.find((one) => one instanceof Doubt) ?? procedureNames.filter((procedure) => read.includes(procedure));
}
async function askCredentials(person) {
	person.tell("For which directions do you hold production credentials already?");
	return until(person, "outbound (departures), inbound (arrivals), or none [none]: ", (text) => {
		if (text === "" || text.toLowerCase() === "none") return [];
		const read = items(text).map((item) => choiceOf(item, directionNames) ?? notKnown(item, [...directionNames, "none"]));
		return read.find((one) => one instanceof Doubt) ?? directionNames.filter((direction) => read.includes(direction));
	});
}
async function askResults(person) {
	return until(person, `Where are your JUnit reports? [${defaultResults.join(", ")}] `, (text) => {
		const globs = items(text);
		return globs.length === 0 ? defaultResults : globs;
	});
}
/** What is wrong with an answer, for the person who gave it. */
var Doubt = class {
	message;
	constructor(message) {
		this.message = message;
	}
};
function notKnown(item, known) {
	return new Doubt(`'${shorten(item)}' is not known. ${suggestion(item, known)}`);
}
async function until(person, question, read) {
	for (;;) {
		const line = await person.ask(question);
		if (line === void 0) return void 0;
		const value = read(line.trim());
		if (!(value instanceof Doubt)) return value;
		person.tell(value.message);
	}
}
function items(text) {
	return readList({
		where: "",
		texts: [text]
	}) ?? [];
}

// src/commands/terminal.ts
/** Somebody at this terminal, until `close`; undefined where nobody could answer: questions would wait forever. */
async function personHere() {
	const { stdin, stderr } = process;
	if (!stdin.isTTY || !stderr.isTTY) return void 0;
	const { createInterface } = await import("node:readline/promises");
	const lines = createInterface({
		input: stdin,
		output: stderr
	});
	const closed = new Promise((resolve) => {
		lines.once("close", () => resolve(void 0));
	});
	return {
		ask: async (question) => {
			const answer = await Promise.race([lines.question(question).catch(() => void 0), closed]);
			if (answer === void 0) stderr.write("\n");
			return answer;
		},
		tell: (text) => void stderr.write(`${text}\n`),
		close: () => lines.close()
	};
}

// src/commands/write-together.ts
/**
* Writes all the files or none: they are written beside their places and moved there only when all of them are. What
* is there is overwritten; folders on the way are made.
*
* @returns why nothing was written.
*/
async function writeTogether(files, workspace) {
	const staged = files.map(({ path, content }) => ({
		path,
		content,
		beside: `${path}.${process.pid}.new`
	}));
	for (const { path } of files) if ((await lstat(path).catch(() => void 0))?.isDirectory() === true) return `${shownPath(path, workspace)} is a folder`;
	for (const { path, content, beside } of staged) try {
		await mkdir(dirname(beside), { recursive: true });
		await writeFile(beside, content, { flag: "wx" });
	} catch (error) {
		for (const one of staged) await rm(one.beside, { force: true }).catch(() => void 0);
		return `${shownPath(path, workspace)} can't be written (${reasonOf(error)})`;
	}
	for (const { path, beside } of staged) await rename(beside, path);
}

// src/commands/init-command.ts
/** The examples of this repository that are copied, and where to: names of their own, for a repository has others. */
const workflows = [
	{
		example: "release-gate.yml",
		target: ".github/workflows/ncts5-release-gate.yml"
	},
	{
		example: "nightly-freshness.yml",
		target: ".github/workflows/ncts5-nightly-freshness.yml"
	},
	{
		example: "pull-request.yml",
		target: ".github/workflows/ncts5-pull-request.yml"
	}
];
const nothingWritten = "Nothing was written";
/**
* Writes the configuration file and three workflows, of flags and, on a terminal, answers. Either all files are written or
* none, and none that exists without `--force`.
*
* @param values Of the flags, by name.
* @param workspace The top of the user's repository.
* @param home Where this program is installed, with its `.github/examples`.
* @param findPerson Whom to ask; nobody is asked with `--yes`.
* @returns The exit code.
*/
async function init(values, workspace, home, findPerson = personHere) {
	const complaints = [];
	const told = readTold(values, complainInto(complaints));
	if (complaints.length > 0) return refuse(formatComplaints(complaints));
	const targets = [defaultConfiguration, ...workflows.map(({ target }) => target)];
	const inTheWay = values["force"] === void 0 ? await existing(targets.map((one) => path.join(workspace, one))) : [];
	if (inTheWay.length > 0) {
		const names = inTheWay.map((one) => shownPath(one, workspace));
		return refuse(`${nothingWritten}, since there is already: ${names.join(", ")}. Give --force to overwrite.`);
	}
	const person = values["yes"] === void 0 ? await findPerson() : void 0;
	try {
		const beginning = await beginningOf(told, person);
		if (typeof beginning === "string") return refuse(beginning);
		return await write(beginning, targets, workspace, home, person);
	} finally {
		person?.close();
	}
}
function readTold(values, complain) {
	const given = (name) => givenAs(`flag --${name}`, values[name]);
	const noneHeld = values["credentials-held"]?.trim().toLowerCase() === "none";
	const results = readList(given("results"));
	if (results?.length === 0) complain("flag --results", "names no glob.", "Write for example 'results/**/*.xml'.");
	return {
		flows: readFlows$1(given("flows"), complain),
		procedures: readProcedures$1(given("procedures"), complain),
		credentialsHeld: noneHeld ? [] : readDirections(given("credentials-held"), complain),
		results
	};
}
/** What to write, or why there is nothing to. */
async function beginningOf(told, person) {
	if (person !== void 0) return await interview(told, person) ?? `${nothingWritten}.`;
	const { flows, procedures, credentialsHeld = [], results = defaultResults } = told;
	if (flows !== void 0 && procedures !== void 0) return {
		flows: flows.map((flow) => ({
			flow,
			procedures
		})),
		credentialsHeld,
		results
	};
	const missing = [...flows === void 0 ? [`--flows ${flowNames.join(",")}`] : [], ...procedures === void 0 ? [`--procedures ${procedureNames.join(",")}`] : []];
	return [
		`${nothingWritten}: init needs to know what your software supports, and nobody is asked here. Tell it by flags, with those that hold:`,
		...missing.map((flag) => `  ${flag}`),
		`Also possible: --credentials-held ${directionNames.join(",")} and --results 'results/**/*.xml'. See ${program()} help init.`
	].join("\n");
}
async function write(beginning, targets, workspace, home, person) {
	const { flows, credentialsHeld } = beginning;
	const application = {
		name: "default",
		flows,
		credentialsHeld,
		combination: "auto",
		notApplicable: {}
	};
	const requirements = requirementsFor(ncts5, application);
	if (requirements.complaints.length > 0) return refuse(`${nothingWritten}. ${requirements.complaints.join(" ")}`);
	const files = await filesOf(beginning, workspace, home);
	if (typeof files === "string") return refuse(files);
	if (person !== void 0) {
		person.tell(`To be written: ${targets.join(", ")}.`);
		if (!await confirmed("Write them?", person)) return refuse(`${nothingWritten}.`);
	}
	const problem = await writeTogether(files, workspace);
	if (problem !== void 0) return refuse(`${nothingWritten}: ${problem}.`);
	if ((await existing([path.join(workspace, ".git")])).length === 0) note("This folder is not the top of a Git repository: GitHub looks for .github only there.");
	return say(renderStarted(ncts5, targets, {
		application,
		requirements
	}, {
		program: program(),
		...appearance()
	}));
}
async function filesOf(beginning, workspace, home) {
	const files = [{
		path: path.join(workspace, defaultConfiguration),
		content: renderConfiguration(ncts5, beginning)
	}];
	for (const { example, target } of workflows) try {
		const text = await readFile(new URL(`.github/examples/${example}`, home), "utf8");
		files.push({
			path: path.join(workspace, target),
			content: withoutChoice(text)
		});
	} catch (error) {
		return `${nothingWritten}: the workflow ${example} can't be read (${reasonOf(error)}). This program needs .github/examples of its own repository beside its folder dist.`;
	}
	return files;
}
/** What the examples say the software supports stands in the configuration file; an input would win over it. */
function withoutChoice(workflow) {
	return workflow.replace(/^ +(?:flows|procedures): .*\n/gmu, "");
}

export { init };