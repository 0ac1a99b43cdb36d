#!/usr/bin/env node
import { a as refuse, n as exitCodes, o as say, r as note } from "./chunks/console.js";
import { i as commands, n as commandNames, r as commandOf, t as checkCommand } from "./chunks/commands.js";
import { E as suggestion, l as formatComplaints, p as settingOf, w as nearest } from "./chunks/settings.js";
import { readFile } from "node:fs/promises";

// src/commands/arguments.ts
/**
* Takes a command line apart: `check --results 'r/*.xml' --flows=arrival`. Values stand after `=` or as the next
* argument. A list's flag may be repeated. No argument at all, or `--help` anywhere, asks for help, on the command
* that it stands with.
*
* @param args Without interpreter and script, as in `process.argv.slice(2)`.
*/
function parseArguments(args) {
	const [first] = args;
	const found = first === void 0 ? void 0 : commandOf(first);
	if (first === void 0 || args.some((arg) => arg === "--help" || arg === "-h")) return only("help", found === void 0 || found.name === "help" ? [] : [found.name]);
	if (args.some((arg) => arg === "--version" || arg === "-v")) return only("version", []);
	const complaints = found === void 0 ? [noCommand(first)] : [];
	const command = found ?? checkCommand;
	const values = /* @__PURE__ */ new Map();
	const positionals = [];
	const rest = first.startsWith("-") ? args : args.slice(1);
	for (let index = 0; index < rest.length; index++) {
		const arg = rest[index] ?? "";
		if (!arg.startsWith("--")) {
			if (!arg.startsWith("-") && positionals.length < (command.positionals?.max ?? 0)) positionals.push(arg);
			else complaints.push(stray(arg, command));
			continue;
		}
		const [name, inline] = splitFlag(arg);
		const flag = command.flags.find((one) => one.flag === name);
		const next = rest[index + 1];
		const follows = flag?.kind.is !== "switch" && inline === void 0 && next !== void 0 && !next.startsWith("--");
		if (follows) index++;
		const value = inline ?? (follows ? next : void 0);
		if (flag === void 0) complaints.push({
			where: `flag --${name}`,
			...unknownFlag(name, command)
		});
		else take(flag, value, values, complaints);
	}
	return {
		command: found?.name ?? "help",
		values: Object.fromEntries(values),
		positionals,
		complaints
	};
}
function only(command, positionals) {
	return {
		command,
		values: {},
		positionals,
		complaints: []
	};
}
function noCommand(first) {
	const flag = first.startsWith("-");
	return {
		where: "command line",
		message: flag ? `a command has to stand before ${first}.` : `there is no command '${first}'.`,
		hint: `${flag ? "Write check first." : suggestion(first, commandNames)} See --help.`
	};
}
function splitFlag(arg) {
	const equals = arg.indexOf("=");
	return equals < 0 ? [arg.slice(2), void 0] : [arg.slice(2, equals), arg.slice(equals + 1)];
}
function take({ flag, name, kind }, value, values, complaints) {
	const where = `flag --${flag}`;
	if (kind.is === "switch") {
		if (value !== void 0) complaints.push({
			where,
			message: "takes no value.",
			hint: `Write just --${flag}.`
		});
		values.set(name, "true");
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
	const before = values.get(name);
	if (before !== void 0 && kind.is !== "list") {
		complaints.push({
			where,
			message: `is given twice: '${before}' and '${value}'.`,
			hint: "Leave one out."
		});
		return;
	}
	values.set(name, before === void 0 ? value : `${before}\n${value}`);
}
function unknownFlag(flag, { name: asked, flags }) {
	const setting = settingOf(flag);
	if (setting?.flag === void 0 && setting !== void 0) return {
		message: "is only for the action, not for the command.",
		hint: "Leave it out."
	};
	if (setting?.flag !== void 0 && flags.some((one) => one.flag === setting.flag)) return {
		message: "is not known.",
		hint: `The flag is --${setting.flag}.`
	};
	const others = commands.filter((command) => command.flags.some((one) => one.flag === flag)).map(({ name }) => name);
	if (others.length > 0) return {
		message: `belongs to ${others.join(" and ")}, not to ${asked}.`,
		hint: "Leave it out."
	};
	const meant = nearest(flag, flags.map((one) => one.flag));
	return {
		message: "is not known.",
		hint: meant === void 0 ? "See --help." : `Did you mean --${meant}?`
	};
}
function stray(arg, { flags }) {
	const message = `'${arg}' belongs to no flag.`;
	const hint = flags.some((flag) => flag.name === "results") ? "If a shell expanded a glob, put the glob in quotes: --results 'results/**/*.xml'." : "Leave it out, or see --help.";
	return {
		where: "command line",
		message,
		hint: arg.startsWith("-") ? "Flags begin with two hyphens." : hint
	};
}

// src/cli.ts
/** Where this program is installed: dist and src stand beside package.json alike. */
const home = new URL("..", import.meta.url);
/** Each command is loaded when it is asked for: a check shouldn't wait for the words of the help. */
async function run(args, now) {
	const { command, values, positionals, complaints } = parseArguments(args);
	if (command === "check") {
		const { checkAndWrite } = await import("./chunks/commands/check-command.js");
		return checkAndWrite(values, complaints, process.cwd(), now);
	}
	if (complaints.length > 0) return refuse(formatComplaints(complaints));
	if (command === "init") {
		const { init } = await import("./chunks/commands/init-command.js");
		return init(values, process.cwd(), home);
	}
	if (command === "matrix") {
		const { matrix } = await import("./chunks/commands/matrix-command.js");
		return matrix(values, process.cwd());
	}
	if (command === "explain") {
		const { explain } = await import("./chunks/commands/explain-command.js");
		return explain(positionals);
	}
	if (command === "version") return say(await ownVersion());
	const { help } = await import("./chunks/commands/help-command.js");
	return help(positionals[0]);
}
async function ownVersion() {
	const text = await readFile(new URL("package.json", home), "utf8");
	return /"version": "([^"]+)"/.exec(text)?.[1] ?? "unknown";
}
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void 0);
try {
	process.exitCode = await run(process.argv.slice(2), Date.now());
} catch (error) {
	note(`The command itself broke, which is a fault of this program: ${error instanceof Error ? error.stack ?? "" : String(error)}`);
	process.exitCode = exitCodes.unusable;
}

export {  };