#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { exitCodes, note, refuse, say } from './commands/console.ts';
import { parseArguments } from './commands/arguments.ts';
import { formatComplaints } from './settings/complaint.ts';
import type { Instant } from './time/instant.ts';

/** Where this program is installed: dist and src stand beside package.json alike. */
const home = new URL('..', import.meta.url);

/** Each command is loaded when it is asked for: a check shouldn't wait for the words of the help. */
async function run(args: readonly string[], now: Instant): Promise<number> {
  const { command, values, positionals, complaints } = parseArguments(args);
  if (command === 'check') {
    const { checkAndWrite } = await import('./commands/check-command.ts');
    return checkAndWrite(values, complaints, process.cwd(), now);
  }
  if (complaints.length > 0) return refuse(formatComplaints(complaints));
  if (command === 'init') {
    const { init } = await import('./commands/init-command.ts');
    return init(values, process.cwd(), home);
  }
  if (command === 'matrix') {
    const { matrix } = await import('./commands/matrix-command.ts');
    return matrix(values, process.cwd());
  }
  if (command === 'explain') {
    const { explain } = await import('./commands/explain-command.ts');
    return explain(positionals);
  }
  if (command === 'version') return say(await ownVersion());
  const { help } = await import('./commands/help-command.ts');
  return help(positionals[0]);
}

async function ownVersion(): Promise<string> {
  const text = await readFile(new URL('package.json', home), 'utf8');
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? 'unknown';
}

// Whoever reads the output may have seen enough (`| head`); the exit code still has to come.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  process.exitCode = await run(process.argv.slice(2), Date.now());
} catch (error) {
  // Nothing a user does should lead here; what does is a fault of the program, and mustn't pass for ready.
  note(
    `The command itself broke, which is a fault of this program: ${error instanceof Error ? (error.stack ?? '') : String(error)}`,
  );
  process.exitCode = exitCodes.unusable;
}
