#!/usr/bin/env node
import { a as refuse, n as exitCodes, o as say, r as note } from "./chunks/console.js";
import { D as formatComplaints, t as parseArguments } from "./chunks/settings.js";
import { readFile } from "node:fs/promises";

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