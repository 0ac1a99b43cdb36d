import { listed } from '../text/wording.ts';
import { parseArgs } from 'node:util';
import { nearest, suggestion } from '../settings/nearest.ts';
import { settingOf } from '../settings/table.ts';
import type { Call, Command, Flag, Mistyped } from './command.ts';
import { allCommands, commandNames, commandOf } from './commands.ts';

/** The command line, taken apart. */
type Arguments = Omit<Call, 'folder' | 'now'> & {
  /** Help, where no command of that name exists. */
  readonly command: string;
};

/**
 * Takes a command line apart: `check --results 'r/*.xml' --flows=arrival`. Values stand after `=` or as the next
 * argument. A list's flag may be repeated. No argument at all, or `--help` anywhere, asks for help, on the command
 * that it stands with.
 *
 * @param args Without interpreter and script, as in `process.argv.slice(2)`.
 */
export async function parseArguments(args: readonly string[]): Promise<Arguments> {
  const [first] = args;
  const found = first === undefined ? undefined : await commandOf(first);
  if (first === undefined || args.some((arg) => arg === '--help' || arg === '-h')) {
    return only('help', found === undefined || found.name === 'help' ? [] : [found.name]);
  }
  if (args.some((arg) => arg === '--version' || arg === '-v')) {
    return only('version', []);
  }
  // Whoever mistypes the command most likely means the one with flags, and learns of mistakes in them at once.
  const command = found ?? (await commandOf('check'));
  const taken = new TakenFlags(command?.flags ?? []);
  const mistakes: Mistyped[] = found === undefined ? [noCommand(first)] : [];
  const positionals: string[] = [];
  for (const part of partsOf(first.startsWith('-') ? args : args.slice(1))) {
    if (part.is === 'argument') {
      const isTaken = !part.text.startsWith('-') && positionals.length < (command?.positionals?.max ?? 0);
      if (isTaken) {
        positionals.push(part.text);
      } else {
        mistakes.push(stray(part.text, command?.flags ?? []));
      }
    } else {
      mistakes.push(...(taken.take(part) ?? [await unknownFlag(part.name, command)]));
    }
    // A switch has no use for what follows it.
    if (part.is === 'flag' && part.follows !== undefined && taken.isSwitch(part.name)) {
      mistakes.push(stray(part.follows, command?.flags ?? []));
    }
  }
  return { command: found?.name ?? 'help', ...taken.given(), positionals, mistakes };
}

function only(command: 'help' | 'version', positionals: readonly string[]): Arguments {
  return { command, values: {}, flagNames: {}, positionals, mistakes: [] };
}

type Part =
  | { readonly is: 'argument'; readonly text: string }
  | {
      readonly is: 'flag';
      readonly name: string;
      /** After `=`. */
      readonly inline: string | undefined;
      /** The next argument, where it is no flag itself. */
      readonly follows: string | undefined;
    };

/**
 * Flags, each with the argument after it, and what belongs to none. An argument that looks like a flag is none's value:
 * taking it for one would swallow the flag silently.
 */
function partsOf(args: readonly string[]): readonly Part[] {
  const { tokens } = parseArgs({ args: [...args], strict: false, tokens: true });
  const parts: Part[] = [];
  let used = -1;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'option-terminator' || token.index === used) {
      continue;
    }
    if (token.kind === 'positional') {
      parts.push({ is: 'argument', text: token.value });
    } else if (!token.rawName.startsWith('--')) {
      // Several letters after one hyphen are one argument.
      used = token.index;
      parts.push({ is: 'argument', text: args[token.index] ?? '' });
    } else {
      const next = token.value === undefined ? tokens[at + 1] : undefined;
      const follows = next?.kind === 'positional' && next.index === token.index + 1 ? next : undefined;
      used = follows?.index ?? used;
      parts.push({ is: 'flag', name: token.name, inline: token.value, follows: follows?.value });
    }
  }
  return parts;
}

class TakenFlags {
  readonly #flags: readonly Flag[];
  readonly #values = new Map<string, string>();
  readonly #names = new Map<string, string>();

  constructor(flags: readonly Flag[]) {
    this.#flags = flags;
  }

  given(): Pick<Call, 'values' | 'flagNames'> {
    return { values: Object.fromEntries(this.#values), flagNames: Object.fromEntries(this.#names) };
  }

  isSwitch(name: string): boolean {
    return flagCalled(name, this.#flags)?.kind.is === 'switch';
  }

  /** @returns what is wrong with it; undefined when there is no such flag. */
  take({ name: asked, inline, follows }: Part & { is: 'flag' }): readonly Mistyped[] | undefined {
    const found = flagCalled(asked, this.#flags);
    if (found === undefined) {
      return undefined;
    }
    const { name, kind } = found;
    if (asked !== name) {
      this.#names.set(name, asked);
    }
    const mistake = (message: string, next: string) => [wrong(`flag --${asked}`, message, next, name)];
    if (kind.is === 'switch') {
      this.#values.set(name, 'true');
      return inline === undefined ? [] : mistake('takes no value.', `Write just --${asked}.`);
    }
    const value = inline ?? follows;
    if (value === undefined || value.trim() === '') {
      return mistake('needs a value.', `Write --${asked}=… or leave the flag out.`);
    }
    const before = this.#values.get(name);
    if (before !== undefined && kind.is !== 'list') {
      return mistake(`is given twice: '${before}' and '${value}'.`, 'Leave one out.');
    }
    this.#values.set(name, before === undefined ? value : `${before}\n${value}`);
    return [];
  }
}

function flagCalled(name: string, flags: readonly Flag[]): Flag | undefined {
  return flags.find(({ flag, also }) => flag === name || also === name);
}

function wrong(setting: string, message: string, next: string, meant?: string): Mistyped {
  return { kind: 'settings', severity: 'error', message, next, place: { setting }, meant };
}

function noCommand(first: string): Mistyped {
  return first.startsWith('-')
    ? wrong('command line', `a command has to stand before ${first}.`, 'Write check first. See --help.')
    : wrong('command line', `there is no command '${first}'.`, `${suggestion(first, commandNames)} See --help.`);
}

async function unknownFlag(name: string, command: Command | undefined): Promise<Mistyped> {
  const flags = command?.flags ?? [];
  const setting = `flag --${name}`;
  if (settingOf(name)?.flag === false) {
    return wrong(setting, 'is only for the action, not for the command.', 'Leave it out.');
  }
  const others = (await allCommands()).filter((one) => flagCalled(name, one.flags) !== undefined);
  if (others.length > 0) {
    const names = listed(others.map((one) => one.name));
    return wrong(setting, `belongs to ${names}, not to ${command?.name ?? 'this command'}.`, 'Leave it out.');
  }
  const near = nearest(
    name,
    flags.map((one) => one.flag),
  );
  const meant = near === undefined ? undefined : flagCalled(near, flags)?.name;
  return wrong(setting, 'is not known.', near === undefined ? 'See --help.' : `Did you mean --${near}?`, meant);
}

function stray(arg: string, flags: readonly Flag[]): Mistyped {
  const globs = flags.some((flag) => flag.name === 'results');
  const hint = globs
    ? "If a shell expanded a glob, put the glob in quotes: --results 'results/**/*.xml'."
    : 'Leave it out, or see --help.';
  return wrong(
    'command line',
    `'${arg}' belongs to no flag.`,
    arg.startsWith('-') && arg !== '-' ? 'Flags begin with two hyphens.' : hint,
    globs && !arg.startsWith('-') ? 'results' : undefined,
  );
}
