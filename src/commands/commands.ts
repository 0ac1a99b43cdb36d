import type { Command } from './command.ts';

/** Every command, in the order in which a newcomer meets them. Each is loaded when it is asked for. */
const commands = {
  init: async () => (await import('./init/init.ts')).init,
  matrix: async () => (await import('./matrix.ts')).matrix,
  explain: async () => (await import('./explain.ts')).explain,
  check: async () => (await import('./check.ts')).check,
  plan: async () => (await import('./plan.ts')).plan,
  verify: async () => (await import('./verify.ts')).verify,
  help: async () => (await import('./help.ts')).helpOn({ names: commandNames, of: commandOf, all: allCommands }),
  version: async () => (await import('./version.ts')).version,
} satisfies Record<string, () => Promise<Command>>;

type CommandName = keyof typeof commands;

export const commandNames: readonly string[] = Object.keys(commands);

function isName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

/** The command of that name; undefined when there is none. */
export async function commandOf(name: string): Promise<Command | undefined> {
  return isName(name) ? commands[name]() : undefined;
}

/** All of them, in their order. */
export async function allCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(commands).map((load) => load()));
}
