import { i as wrap, n as numbered, r as painter, t as hanging } from "../text.js";
import { _ as eachOf } from "../requirements.js";
import { A as clip, N as suggestion } from "../settings.js";
import { d as say, o as appearance, r as mistake, s as calledAs, u as refuse } from "../commands.js";

// src/commands/help.ts
function helpOn(commands) {
	return {
		name: "help",
		summary: "Show this, or the help of a command",
		usage: "[<command>]",
		about: ["Shows what the commands are for, or all about one of them."],
		flags: [],
		positionals: { max: 1 },
		examples: [{
			args: "help check",
			why: "all flags of check"
		}],
		exitCodes: [[0, "printed"], mistake],
		run: (call) => show(call, commands)
	};
}
async function show({ positionals: [name] }, commands) {
	const options = {
		program: calledAs(),
		...appearance()
	};
	if (name === void 0) return say(renderOverview(await commands.all(), options));
	const command = await commands.of(name);
	if (command === void 0) return refuse(`There is no command '${clip(name)}'. ${suggestion(name, commands.names)}`);
	return say(renderHelp(command, options));
}
const widest = 100;
function renderOverview(commands, { program, colour, width }) {
	const columns = Math.min(widest, Math.max(40, width));
	const paint = painter(colour);
	const names = Math.max(...commands.map(({ name }) => name.length)) + 4;
	return [
		...wrap(`Checks JUnit results of ${eachOf(({ name }) => name)} Trader Test against HMRC's requirements for production credentials of the CTC Traders API, and fills in its form.`, columns),
		"",
		`${paint("bold", "Usage:")} ${program} <command> [flags]`,
		"",
		paint("bold", "Commands"),
		...commands.flatMap(({ name, summary }) => hanging(`  ${name}`, summary, names, columns)),
		"",
		paint("bold", "The first ten minutes"),
		...numbered(steps, program, columns, paint),
		"",
		...wrap(`All flags of a command: ${program} help <command>, such as help check.`, columns),
		...wrap("Exit codes: 0 ready or done, 1 not ready, 2 something to put right first.", columns),
		...wrap("Colours only on a terminal; NO_COLOR=1 turns them off, FORCE_COLOR=1 on.", columns),
		""
	].join("\n");
}
const steps = [
	{
		args: "init",
		why: "Write the configuration and the workflows; it says which tests are mandatory."
	},
	{
		args: "explain DSGB1",
		why: "See what to run, and how your tests hand the evidence over."
	},
	{ why: "Run your tests against Trader Test, with JUnit reports." },
	{
		args: "check --checklist checklist.docx",
		why: "See the verdict and what to do next, and get the Word document."
	}
];
function renderHelp(command, { program, colour, width }) {
	const columns = Math.min(widest, Math.max(40, width));
	const paint = painter(colour);
	const { name, usage, about, flags, examples, exitCodes } = command;
	const exampleWidth = Math.max(0, ...examples.map(({ args }) => args.length)) + program.length + 5;
	return [
		...hanging(paint("bold", "Usage:"), `${program} ${name} ${usage}`.trim(), 7 + (colour ? 8 : 0), columns),
		...about.flatMap((paragraph) => ["", ...wrap(paragraph, columns)]),
		...flags.length === 0 ? [] : ["", paint("bold", "Flags")],
		...flags.flatMap((flag) => flagLines(flag, columns, paint)),
		...examples.length === 0 ? [] : ["", paint("bold", "Examples")],
		...examples.flatMap(({ args, why }) => {
			const call = `  ${program} ${args}`;
			return exampleWidth + why.length <= columns ? [`${call.padEnd(exampleWidth)}${paint("dim", why)}`] : [...continued(call, columns), `      ${paint("dim", why)}`];
		}),
		"",
		paint("bold", "Exit codes"),
		...exitCodes.flatMap(([code, meaning]) => hanging(`  ${code}`, meaning, 5, columns)),
		""
	].join("\n");
}
function continued(call, columns) {
	if (call.length <= columns) return [call];
	const end = " \\";
	const [first = "", ...rest] = wrap(call.trim(), columns - 6 - 2);
	return [`  ${first}${end}`, ...rest.map((line, index) => `      ${line}${index === rest.length - 1 ? "" : end}`)];
}
function flagLines(flag, columns, paint) {
	const { flag: name, also, description, default: fallback } = flag;
	const names = [name, ...also === void 0 ? [] : [also]].map((one) => paint("cyan", `--${one}`));
	const text = fallback === void 0 ? description : `${description} Default: ${fallback}.`;
	return [`  ${names.join(", ")} ${placeholder(flag)}`.trimEnd(), ...wrap(text, columns - 6).map((line) => `      ${line}`)];
}
function placeholder({ name, kind }) {
	if (kind.is === "switch") return "";
	if (kind.is === "place") return "<report:line>";
	if (kind.is === "integer") return `<${kind.min} to ${kind.max}>`;
	if (kind.is === "choice") return `<${kind.of.join("|")}>`;
	if (kind.is === "list") return name === "results" ? "<glob,…>" : "<name,…>";
	return `<${kind.is}>`;
}

export { helpOn };