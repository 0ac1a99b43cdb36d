import {
  checkCommand,
  type Command,
  type CommandName,
  commandNames,
  commandOf,
  commands,
  type Flag,
} from './commands.ts';
import type { Complaint } from '../settings/complaint.ts';
import { nearest, suggestion } from '../settings/nearest.ts';
import { settingOf } from '../settings/table.ts';

/** The command line, taken apart. */
export interface Arguments {
  readonly command: CommandName;
  /** By the names of settings (`--json` sets `report`), for `readSettings`; a switch is 'true'. */
  readonly values: Readonly<Record<string, string>>;
  /** What belongs to no flag, in its order: numbers of scenarios, or the command that help is asked for. */
  readonly positionals: readonly string[];
  readonly complaints: readonly Complaint[];
}

/**
 * Takes a command line apart: `check --results 'r/*.xml' --flows=arrival`. Values stand after `=` or as the next
 * argument. A list's flag may be repeated. No argument at all, or `--help` anywhere, asks for help, on the command
 * that it stands with.
 *
 * @param args Without interpreter and script, as in `process.argv.slice(2)`.
 */
export function parseArguments(args: readonly string[]): Arguments {
  const [first] = args;
  const found = first === undefined ? undefined : commandOf(first);
  if (first === undefined || args.some((arg) => arg === '--help' || arg === '-h')) {
    return only('help', found === undefined || found.name === 'help' ? [] : [found.name]);
  }
  if (args.some((arg) => arg === '--version' || arg === '-v')) return only('version', []);
  const complaints: Complaint[] = found === undefined ? [noCommand(first)] : [];
  // Whoever mistypes the command most likely means the one with flags, and learns of mistakes in them at once.
  const command = found ?? checkCommand;
  const values = new Map<string, string>();
  const positionals: string[] = [];
  const rest = first.startsWith('-') ? args : args.slice(1);
  for (let index = 0; index < rest.length; index++) {
    const arg = rest[index] ?? '';
    if (!arg.startsWith('--')) {
      if (!arg.startsWith('-') && positionals.length < (command.positionals?.max ?? 0)) positionals.push(arg);
      else complaints.push(stray(arg, command));
      continue;
    }
    const [name, inline] = splitFlag(arg);
    const flag = command.flags.find((one) => one.flag === name);
    const next = rest[index + 1];
    // An argument that looks like a flag is none's value: taking it for one would swallow the flag silently.
    const follows = flag?.kind.is !== 'switch' && inline === undefined && next !== undefined && !next.startsWith('--');
    if (follows) index++;
    const value = inline ?? (follows ? next : undefined);
    if (flag === undefined) complaints.push({ where: `flag --${name}`, ...unknownFlag(name, command) });
    else take(flag, value, values, complaints);
  }
  return { command: found?.name ?? 'help', values: Object.fromEntries(values), positionals, complaints };
}

function only(command: 'help' | 'version', positionals: readonly string[]): Arguments {
  return { command, values: {}, positionals, complaints: [] };
}

function noCommand(first: string): Complaint {
  const flag = first.startsWith('-');
  return {
    where: 'command line',
    message: flag ? `a command has to stand before ${first}.` : `there is no command '${first}'.`,
    hint: `${flag ? 'Write check first.' : suggestion(first, commandNames)} See --help.`,
  };
}

function splitFlag(arg: string): [name: string, value: string | undefined] {
  const equals = arg.indexOf('=');
  return equals < 0 ? [arg.slice(2), undefined] : [arg.slice(2, equals), arg.slice(equals + 1)];
}

function take(
  { flag, name, kind }: Flag,
  value: string | undefined,
  values: Map<string, string>,
  complaints: Complaint[],
): void {
  const where = `flag --${flag}`;
  if (kind.is === 'switch') {
    if (value !== undefined) complaints.push({ where, message: 'takes no value.', hint: `Write just --${flag}.` });
    values.set(name, 'true');
    return;
  }
  if (value === undefined || value.trim() === '') {
    complaints.push({ where, message: 'needs a value.', hint: `Write --${flag}=… or leave the flag out.` });
    return;
  }
  const before = values.get(name);
  if (before !== undefined && kind.is !== 'list') {
    complaints.push({ where, message: `is given twice: '${before}' and '${value}'.`, hint: 'Leave one out.' });
    return;
  }
  values.set(name, before === undefined ? value : `${before}\n${value}`);
}

function unknownFlag(flag: string, { name: asked, flags }: Command): Pick<Complaint, 'message' | 'hint'> {
  const setting = settingOf(flag);
  if (setting?.flag === undefined && setting !== undefined) {
    return { message: 'is only for the action, not for the command.', hint: 'Leave it out.' };
  }
  const same = setting?.flag !== undefined && flags.some((one) => one.flag === setting.flag);
  if (same) return { message: 'is not known.', hint: `The flag is --${setting.flag}.` };
  const others = commands.filter((command) => command.flags.some((one) => one.flag === flag)).map(({ name }) => name);
  if (others.length > 0) {
    return { message: `belongs to ${others.join(' and ')}, not to ${asked}.`, hint: 'Leave it out.' };
  }
  const meant = nearest(
    flag,
    flags.map((one) => one.flag),
  );
  return { message: 'is not known.', hint: meant === undefined ? 'See --help.' : `Did you mean --${meant}?` };
}

function stray(arg: string, { flags }: Command): Complaint {
  const message = `'${arg}' belongs to no flag.`;
  const globs = flags.some((flag) => flag.name === 'results');
  const hint = globs
    ? "If a shell expanded a glob, put the glob in quotes: --results 'results/**/*.xml'."
    : 'Leave it out, or see --help.';
  return { where: 'command line', message, hint: arg.startsWith('-') ? 'Flags begin with two hyphens.' : hint };
}
