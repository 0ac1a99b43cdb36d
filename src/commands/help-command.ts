import { renderHelp, renderOverview } from './help.ts';
import { commandNames, commandOf } from './commands.ts';
import { shorten } from '../settings/given.ts';
import { suggestion } from '../settings/nearest.ts';
import { appearance, program, refuse, say } from './console.ts';

/**
 * Shows the overview, or all about the command of that name.
 *
 * @returns The exit code.
 */
export function help(name: string | undefined): number {
  const options = { program: program(), ...appearance() };
  if (name === undefined) return say(renderOverview(options));
  const command = commandOf(name);
  if (command === undefined) return refuse(`There is no command '${shorten(name)}'. ${suggestion(name, commandNames)}`);
  return say(renderHelp(command, options));
}
