#!/usr/bin/env node
import { a as makeDocuments, i as renderReport, l as check, n as formatComplaints, o as shownPath, r as renderTerminal, s as writeOutput, t as readSettings } from "./chunks/read.js";
import { t as renderSummary } from "./chunks/summary.js";
import { S as suggestion, t as settingsTable, x as nearest } from "./chunks/table.js";
import { readFile } from "node:fs/promises";

// src/settings/arguments.ts
const commands = [
	"check",
	"help",
	"version"
];
const table = settingsTable;
const byFlag = new Map(table.flatMap((setting) => setting.flag === void 0 ? [] : [[setting.flag, setting]]));
/**
* Takes a command line apart: `check --results 'r/*.xml' --flows=arrival`. Values stand after `=` or as the next
* argument. A list's flag may be repeated. No argument at all, or `--help` anywhere, asks for help.
*
* @param args Without interpreter and script, as in `process.argv.slice(2)`.
*/
function parseArguments(args) {
	const [first] = args;
	if (first === void 0 || args.some((arg) => arg === "--help" || arg === "-h")) return only("help");
	if (args.some((arg) => arg === "--version" || arg === "-v")) return only("version");
	const command = commands.find((name) => name === first);
	const complaints = [];
	if (command === void 0) {
		const message = first.startsWith("-") ? `a command has to stand before ${first}.` : `there is no command '${first}'.`;
		complaints.push({
			where: "command line",
			message,
			hint: `${first.startsWith("-") ? "Write check first." : suggestion(first, commands)} See --help.`
		});
	}
	const values = /* @__PURE__ */ new Map();
	const rest = first.startsWith("-") ? args : args.slice(1);
	for (let index = 0; index < rest.length; index++) {
		const arg = rest[index] ?? "";
		if (!arg.startsWith("--")) {
			complaints.push(stray(arg));
			continue;
		}
		const [name, inline] = splitFlag(arg);
		const next = rest[index + 1];
		const follows = inline === void 0 && next !== void 0 && !next.startsWith("--");
		if (follows) index++;
		take(name, inline ?? (follows ? next : void 0), values, complaints);
	}
	return {
		command: command ?? "help",
		values: Object.fromEntries(values),
		complaints
	};
}
function only(command) {
	return {
		command,
		values: {},
		complaints: []
	};
}
function splitFlag(arg) {
	const equals = arg.indexOf("=");
	return equals < 0 ? [arg.slice(2), void 0] : [arg.slice(2, equals), arg.slice(equals + 1)];
}
function take(flag, value, values, complaints) {
	const where = `flag --${flag}`;
	const setting = byFlag.get(flag);
	if (setting === void 0) {
		complaints.push({
			where,
			...unknownFlag(flag)
		});
		return;
	}
	if (value === void 0 || value.trim() === "") {
		complaints.push({
			where,
			message: "needs a value.",
			hint: `Write --${flag}=… or leave the flag out.`
		});
		return;
	}
	const before = values.get(setting.name);
	if (before !== void 0 && setting.kind.is !== "list") {
		complaints.push({
			where,
			message: `is given twice: '${before}' and '${value}'.`,
			hint: "Leave one out."
		});
		return;
	}
	values.set(setting.name, before === void 0 ? value : `${before}\n${value}`);
}
function unknownFlag(flag) {
	const setting = table.find(({ name }) => name === flag);
	if (setting?.flag !== void 0) return {
		message: "is not known.",
		hint: `The flag is --${setting.flag}.`
	};
	if (setting !== void 0) return {
		message: "is only for the action, not for the command.",
		hint: "Leave it out."
	};
	const meant = nearest(flag, [...byFlag.keys()]);
	return {
		message: "is not known.",
		hint: meant === void 0 ? "See --help." : `Did you mean --${meant}?`
	};
}
function stray(arg) {
	return {
		where: "command line",
		message: `'${arg}' belongs to no flag.`,
		hint: arg.startsWith("-") ? "Flags begin with two hyphens." : "If a shell expanded a glob, put the glob in quotes: --results 'results/**/*.xml'."
	};
}

// src/settings/help.ts
const width = 96;
const indent = " ".repeat(6);
/**
* The command's help, made from the table of settings.
*
* @param command How the command is called, for the examples: `node dist/cli.js`.
*/
function helpText(command) {
	const flags = settingsTable.flatMap((setting) => setting.flag === void 0 ? [] : [flagHelp(setting, setting.flag)]);
	return [
		...wrap("Checks JUnit results of NCTS5 Trader Test against what HMRC demands for production credentials of the CTC Traders API, and fills in the form's checklist.", ""),
		"",
		"Usage:",
		`  ${command} check --results 'results/**/*.xml' --flows arrival --procedures normal,simplified`,
		`  ${command} help | version`,
		"",
		"Flags of check:",
		...flags,
		"",
		"Exit code: 0 ready (or nothing that fail-on names), 1 not ready, 2 wrong settings or nothing to check.",
		""
	].join("\n");
}
function flagHelp(setting, flag) {
	const fallback = setting.default === void 0 ? "" : ` Default: ${setting.default}.`;
	return [`  --${flag} ${placeholder(setting)}`, ...wrap(setting.description + fallback, indent)].join("\n");
}
function placeholder({ kind }) {
	if (kind.is === "integer") return `<${kind.min} to ${kind.max}>`;
	if (kind.is === "choice") return `<${kind.of.join("|")}>`;
	if (kind.is === "list") return kind.of === void 0 ? "<glob,…>" : "<name,…>";
	return `<${kind.is}>`;
}
function wrap(text, before) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) if (line !== "" && before.length + line.length + 1 + word.length > width) {
		lines.push(before + line);
		line = word;
	} else line = line === "" ? word : `${line} ${word}`;
	return [...lines, before + line];
}

// src/cli.ts
/** What the command answers with. */
const exitCodes = {
	ready: 0,
	notReady: 1,
	unusable: 2
};
const command = "node dist/cli.js";
async function run(args, now) {
	const { command: asked, values, complaints } = parseArguments(args);
	if (asked !== "check" && complaints.length > 0) return refuse(formatComplaints(complaints));
	if (asked === "help") return say(helpText(command));
	if (asked === "version") return say(await ownVersion());
	const read = await readSettings({
		values,
		spokenAs: "flag",
		workspace: process.cwd()
	});
	const all = [...complaints, ..."complaints" in read ? read.complaints : []];
	if ("complaints" in read || all.length > 0) return refuse(formatComplaints(all));
	return checkAndWrite(read.settings, now);
}
async function checkAndWrite(settings, now) {
	const { workspace, output } = settings;
	for (const remark of settings.remarks) note(remark);
	const assessment = await check(settings, {
		now,
		progress: note
	});
	const { checklists, problems } = await makeDocuments(assessment, settings);
	const shown = checklists.map(({ application, path, kind }) => ({
		application,
		kind,
		file: shownPath(path, workspace)
	}));
	const files = [...checklists.map(({ path, bytes }) => [path, bytes]), [output.report, renderReport(assessment, { checklists: shown })]];
	if (output.summary !== void 0) files.push([output.summary, renderSummary(assessment, { checklists: shown })]);
	const unwritten = [];
	const written = [];
	for (const [path, content] of files) {
		const problem = await writeOutput(path, content, workspace);
		if (problem === void 0) written.push(shownPath(path, workspace));
		else unwritten.push({
			...problem,
			severity: "error"
		});
	}
	say(renderTerminal(assessment, {
		colour: hasColour(),
		width: process.stdout.columns ?? 100
	}));
	if (written.length > 0) say(`\nWritten: ${written.join(", ")}\n`);
	for (const { message } of [...problems, ...unwritten]) note(message);
	if (assessment.files.length === 0) return exitCodes.unusable;
	if (assessment.fatal.length > 0) return exitCodes.notReady;
	return [...problems, ...unwritten].some(({ severity }) => severity === "error") ? exitCodes.unusable : exitCodes.ready;
}
/** dist and src stand beside package.json alike. */
async function ownVersion() {
	const text = await readFile(new URL("../package.json", import.meta.url), "utf8");
	return /"version": "([^"]+)"/.exec(text)?.[1] ?? "unknown";
}
function hasColour() {
	return process.stdout.isTTY && (process.env["NO_COLOR"] ?? "") === "" && process.env["TERM"] !== "dumb";
}
function say(text) {
	process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
	return exitCodes.ready;
}
/** Beside the result, so that the result can be piped on. */
function note(text) {
	process.stderr.write(`${text}\n`);
}
function refuse(text) {
	note(text);
	return exitCodes.unusable;
}
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void 0);
try {
	process.exitCode = await run(process.argv.slice(2), Date.now());
} catch (error) {
	note(`The check itself broke, which is a fault of this program: ${error instanceof Error ? error.stack ?? "" : String(error)}`);
	process.exitCode = exitCodes.unusable;
}

export {  };