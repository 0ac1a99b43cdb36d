import { c as exitCodes, f as parseArguments, l as note, p as commandOf, u as refuse } from "./commands.js";
import { C as mistakesInWords } from "./settings.js";

// src/command-line.ts
async function run(args, now) {
	const { command: name, ...given } = await parseArguments(args);
	const command = await commandOf(name);
	if (command === void 0 || given.mistakes.length > 0 && command.tellsMistakes === void 0) return refuse(mistakesInWords(given.mistakes));
	return command.run({
		...given,
		folder: process.cwd(),
		now
	});
}
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => void 0);
try {
	process.exitCode = await run(process.argv.slice(2), Date.now());
} catch (error) {
	note(`The command itself broke, which is a fault of this program: ${error instanceof Error ? error.stack ?? "" : String(error)}`);
	process.exitCode = exitCodes.unusable;
}

export {  };