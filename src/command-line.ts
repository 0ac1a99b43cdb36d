import { parseArguments } from './commands/arguments.ts';
import { commandOf } from './commands/commands.ts';
import { exitCodes, note, refuse } from './commands/console.ts';
import { mistakesInWords } from './settings/mistakes.ts';
import type { Instant } from './time/instant.ts';

/*
 * The command line, once: arguments → command → exit code. Each command is loaded when it is asked for: a check
 * shouldn't wait for the words of the help.
 */

async function run(args: readonly string[], now: Instant): Promise<number> {
  const { command: name, ...given } = await parseArguments(args);
  const command = await commandOf(name);
  if (command === undefined || (given.mistakes.length > 0 && command.tellsMistakes === undefined)) {
    return refuse(mistakesInWords(given.mistakes));
  }
  return command.run({ ...given, folder: process.cwd(), now });
}

// Whoever reads the output may have seen enough (`| head`); the exit code still has to come.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', () => undefined);
}

try {
  process.exitCode = await run(process.argv.slice(2), Date.now());
} catch (error) {
  // Nothing a user does should lead here; what does is a fault of the program, and mustn't pass for ready.
  note(
    `The command itself broke, which is a fault of this program: ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
  );
  process.exitCode = exitCodes.unusable;
}
