import type { Complaint } from './complaint.ts';
import { nearest, suggestion } from './nearest.ts';
import { type Setting, settingsTable } from './table.ts';

/** The command line, taken apart. */
export interface Arguments {
  readonly command: 'check' | 'help' | 'version';
  /** By the names of settings (`--json` sets `report`), for `readSettings`. */
  readonly values: Readonly<Record<string, string>>;
  readonly complaints: readonly Complaint[];
}

const commands = ['check', 'help', 'version'] as const;
const table: readonly Setting[] = settingsTable;
const byFlag: ReadonlyMap<string, Setting> = new Map(
  table.flatMap((setting) => (setting.flag === undefined ? [] : [[setting.flag, setting] as const])),
);

/**
 * Takes a command line apart: `check --results 'r/*.xml' --flows=arrival`. Values stand after `=` or as the next
 * argument. A list's flag may be repeated. No argument at all, or `--help` anywhere, asks for help.
 *
 * @param args Without interpreter and script, as in `process.argv.slice(2)`.
 */
export function parseArguments(args: readonly string[]): Arguments {
  const [first] = args;
  if (first === undefined || args.some((arg) => arg === '--help' || arg === '-h')) return only('help');
  if (args.some((arg) => arg === '--version' || arg === '-v')) return only('version');
  const command = commands.find((name) => name === first);
  const complaints: Complaint[] = [];
  if (command === undefined) {
    const message = first.startsWith('-')
      ? `a command has to stand before ${first}.`
      : `there is no command '${first}'.`;
    complaints.push({
      where: 'command line',
      message,
      hint: `${first.startsWith('-') ? 'Write check first.' : suggestion(first, commands)} See --help.`,
    });
  }
  const values = new Map<string, string>();
  const rest = first.startsWith('-') ? args : args.slice(1);
  for (let index = 0; index < rest.length; index++) {
    const arg = rest[index] ?? '';
    if (!arg.startsWith('--')) {
      complaints.push(stray(arg));
      continue;
    }
    const [name, inline] = splitFlag(arg);
    const next = rest[index + 1];
    // An argument that looks like a flag is none's value: taking it for one would swallow the flag silently.
    const follows = inline === undefined && next !== undefined && !next.startsWith('--');
    if (follows) index++;
    take(name, inline ?? (follows ? next : undefined), values, complaints);
  }
  return { command: command ?? 'help', values: Object.fromEntries(values), complaints };
}

function only(command: 'help' | 'version'): Arguments {
  return { command, values: {}, complaints: [] };
}

function splitFlag(arg: string): [name: string, value: string | undefined] {
  const equals = arg.indexOf('=');
  return equals < 0 ? [arg.slice(2), undefined] : [arg.slice(2, equals), arg.slice(equals + 1)];
}

function take(flag: string, value: string | undefined, values: Map<string, string>, complaints: Complaint[]): void {
  const where = `flag --${flag}`;
  const setting = byFlag.get(flag);
  if (setting === undefined) {
    complaints.push({ where, ...unknownFlag(flag) });
    return;
  }
  if (value === undefined || value.trim() === '') {
    complaints.push({ where, message: 'needs a value.', hint: `Write --${flag}=… or leave the flag out.` });
    return;
  }
  const before = values.get(setting.name);
  if (before !== undefined && setting.kind.is !== 'list') {
    complaints.push({ where, message: `is given twice: '${before}' and '${value}'.`, hint: 'Leave one out.' });
    return;
  }
  values.set(setting.name, before === undefined ? value : `${before}\n${value}`);
}

function unknownFlag(flag: string): Pick<Complaint, 'message' | 'hint'> {
  const setting = table.find(({ name }) => name === flag);
  if (setting?.flag !== undefined) return { message: 'is not known.', hint: `The flag is --${setting.flag}.` };
  if (setting !== undefined) return { message: 'is only for the action, not for the command.', hint: 'Leave it out.' };
  const meant = nearest(flag, [...byFlag.keys()]);
  return { message: 'is not known.', hint: meant === undefined ? 'See --help.' : `Did you mean --${meant}?` };
}

function stray(arg: string): Complaint {
  const message = `'${arg}' belongs to no flag.`;
  const hint = arg.startsWith('-')
    ? 'Flags begin with two hyphens.'
    : "If a shell expanded a glob, put the glob in quotes: --results 'results/**/*.xml'.";
  return { where: 'command line', message, hint };
}
