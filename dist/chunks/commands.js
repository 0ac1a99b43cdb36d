import { N as suggestion, a as workspaceOf, j as nearest, o as settingOf, t as readSettings } from "./settings.js";
import { A as listed } from "./matching.js";
import { a as guardLine, d as visibleText } from "./text.js";
import { parseArgs } from "node:util";
import path from "node:path";

// src/commands/commands.ts
const commands = {
	init: async () => (await import("./commands/init/init.js")).init,
	matrix: async () => (await import("./commands/matrix.js")).matrix,
	explain: async () => (await import("./commands/explain.js")).explain,
	check: async () => (await import("./commands/check.js")).check,
	plan: async () => (await import("./commands/plan.js")).plan,
	verify: async () => (await import("./commands/verify.js")).verify,
	help: async () => (await import("./commands/help.js")).helpOn({
		names: commandNames,
		of: commandOf,
		all: allCommands
	}),
	version: async () => (await import("./commands/version.js")).version
};
const commandNames = Object.keys(commands);
function isName(name) {
	return Object.hasOwn(commands, name);
}
async function commandOf(name) {
	return isName(name) ? commands[name]() : void 0;
}
async function allCommands() {
	return Promise.all(Object.values(commands).map((load) => load()));
}

// src/commands/arguments.ts
async function parseArguments(args) {
	const [first] = args;
	const found = first === void 0 ? void 0 : await commandOf(first);
	if (first === void 0 || args.some((arg) => arg === "--help" || arg === "-h")) return only("help", found === void 0 || found.name === "help" ? [] : [found.name]);
	if (args.some((arg) => arg === "--version" || arg === "-v")) return only("version", []);
	const command = found ?? await commandOf("check");
	const taken = new TakenFlags(command?.flags ?? []);
	const mistakes = found === void 0 ? [noCommand(first)] : [];
	const positionals = [];
	for (const part of partsOf(first.startsWith("-") ? args : args.slice(1))) {
		if (part.is === "argument") {
			if (!part.text.startsWith("-") && positionals.length < (command?.positionals?.max ?? 0)) positionals.push(part.text);
			else mistakes.push(stray(part.text, command?.flags ?? []));
		} else mistakes.push(...taken.take(part) ?? [await unknownFlag(part.name, command)]);
		if (part.is === "flag" && part.follows !== void 0 && taken.isSwitch(part.name)) mistakes.push(stray(part.follows, command?.flags ?? []));
	}
	return {
		command: found?.name ?? "help",
		...taken.given(),
		positionals,
		mistakes
	};
}
function only(command, positionals) {
	return {
		command,
		values: {},
		flagNames: {},
		positionals,
		mistakes: []
	};
}
function partsOf(args) {
	const { tokens } = parseArgs({
		args: [...args],
		strict: false,
		tokens: true
	});
	const parts = [];
	let used = -1;
	for (const [at, token] of tokens.entries()) {
		if (token.kind === "option-terminator" || token.index === used) continue;
		if (token.kind === "positional") parts.push({
			is: "argument",
			text: token.value
		});
		else if (!token.rawName.startsWith("--")) {
			used = token.index;
			parts.push({
				is: "argument",
				text: args[token.index] ?? ""
			});
		} else {
			const next = token.value === void 0 ? tokens[at + 1] : void 0;
			const follows = next?.kind === "positional" && next.index === token.index + 1 ? next : void 0;
			used = follows?.index ?? used;
			parts.push({
				is: "flag",
				name: token.name,
				inline: token.value,
				follows: follows?.value
			});
		}
	}
	return parts;
}
var TakenFlags = class {
	#flags;
	#values = /* @__PURE__ */ new Map();
	#names = /* @__PURE__ */ new Map();
	constructor(flags) {
		this.#flags = flags;
	}
	given() {
		return {
			values: Object.fromEntries(this.#values),
			flagNames: Object.fromEntries(this.#names)
		};
	}
	isSwitch(name) {
		return flagCalled(name, this.#flags)?.kind.is === "switch";
	}
	take({ name: asked, inline, follows }) {
		const found = flagCalled(asked, this.#flags);
		if (found === void 0) return;
		const { name, kind } = found;
		if (asked !== name) this.#names.set(name, asked);
		const mistake = (message, next) => [wrong(`flag --${asked}`, message, next, name)];
		if (kind.is === "switch") {
			this.#values.set(name, "true");
			return inline === void 0 ? [] : mistake("takes no value.", `Write just --${asked}.`);
		}
		const value = inline ?? follows;
		if (value === void 0 || value.trim() === "") return mistake("needs a value.", `Write --${asked}=… or leave the flag out.`);
		const before = this.#values.get(name);
		if (before !== void 0 && kind.is !== "list") return mistake(`is given twice: '${before}' and '${value}'.`, "Leave one out.");
		this.#values.set(name, before === void 0 ? value : `${before}\n${value}`);
		return [];
	}
};
function flagCalled(name, flags) {
	return flags.find(({ flag, also }) => flag === name || also === name);
}
function wrong(setting, message, next, meant) {
	return {
		kind: "settings",
		severity: "error",
		message,
		next,
		place: { setting },
		meant
	};
}
function noCommand(first) {
	return first.startsWith("-") ? wrong("command line", `a command has to stand before ${first}.`, "Write check first. See --help.") : wrong("command line", `there is no command '${first}'.`, `${suggestion(first, commandNames)} See --help.`);
}
async function unknownFlag(name, command) {
	const flags = command?.flags ?? [];
	const setting = `flag --${name}`;
	if (settingOf(name)?.flag === false) return wrong(setting, "is only for the action, not for the command.", "Leave it out.");
	const others = (await allCommands()).filter((one) => flagCalled(name, one.flags) !== void 0);
	if (others.length > 0) return wrong(setting, `belongs to ${listed(others.map((one) => one.name))}, not to ${command?.name ?? "this command"}.`, "Leave it out.");
	const near = nearest(name, flags.map((one) => one.flag));
	const meant = near === void 0 ? void 0 : flagCalled(near, flags)?.name;
	return wrong(setting, "is not known.", near === void 0 ? "See --help." : `Did you mean --${near}?`, meant);
}
function stray(arg, flags) {
	const globs = flags.some((flag) => flag.name === "results");
	const hint = globs ? "If a shell expanded a glob, put the glob in quotes: --results 'results/**/*.xml'." : "Leave it out, or see --help.";
	return wrong("command line", `'${arg}' belongs to no flag.`, arg.startsWith("-") && arg !== "-" ? "Flags begin with two hyphens." : hint, globs && !arg.startsWith("-") ? "results" : void 0);
}

// src/commands/console.ts
const exitCodes = {
	done: 0,
	notReady: 1,
	unusable: 2
};
function calledAs() {
	const [, script = ""] = process.argv;
	const byNpx = process.env["npm_command"] === "exec" ? "npx " : "";
	if (path.extname(script) === "") return `${byNpx}${path.basename(script)}`;
	const fromHere = path.relative(process.cwd(), script).split(path.sep).join("/");
	return `node ${/\s/u.test(fromHere) ? `'${fromHere}'` : fromHere}`;
}
function say(text) {
	process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
	return exitCodes.done;
}
function note(text) {
	const lines = visibleText(text).split("\n").map(guardLine);
	process.stderr.write(`${lines.join("\n")}\n`);
}
function refuse(text) {
	note(text);
	return exitCodes.unusable;
}
function appearance() {
	return {
		colour: hasColour(process.env, process.stdout.isTTY),
		width: process.stdout.columns ?? 100
	};
}
function hasColour(env, isTerminal) {
	const forced = env["FORCE_COLOR"] ?? "";
	if (forced !== "") return forced !== "0" && forced !== "false";
	if ((env["NO_COLOR"] ?? "") !== "") return false;
	return isTerminal && env["TERM"] !== "dumb";
}

// src/commands/command.ts
function meantBy(mistakes) {
	return mistakes.flatMap(({ meant }) => meant ?? []);
}
const mistake = [2, "the command line or the configuration file has a mistake"];
const supportFlags = [settingFlag("flows", "Process flows that the software supports: standard-departure, pre-lodged-departure, arrival."), settingFlag("procedures", "Procedures that the software supports in these flows: normal, simplified.")];
function settingFlag(name, description, fallback) {
	const one = settingOf(name);
	if (one === void 0) throw new Error(`no setting ${name}`);
	const found = flagOf(one);
	return description === void 0 ? found : {
		...found,
		description,
		default: fallback
	};
}
function flagOf({ name, kind, also, description, default: fallback }) {
	return {
		flag: name,
		also,
		name,
		kind: kind.look,
		description,
		default: fallback
	};
}

// src/commands/call-settings.ts
async function callSettings({ values, flagNames, mistakes, folder, now }, wrong = []) {
	const workspace = await workspaceOf(folder);
	const mistyped = meantBy(mistakes);
	const read = await readSettings({
		values,
		flagNames,
		host: "command",
		workspace,
		folder,
		now,
		mistyped
	});
	const findings = [
		...mistakes,
		...wrong,
		..."findings" in read ? read.findings : []
	];
	return findings.length > 0 ? { findings } : read;
}

export { supportFlags as a, exitCodes as c, say as d, parseArguments as f, settingFlag as i, note as l, flagOf as n, appearance as o, commandOf as p, mistake as r, calledAs as s, callSettings as t, refuse as u };