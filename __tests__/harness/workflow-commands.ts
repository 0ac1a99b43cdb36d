/**
 * Reads a step's output as GitHub's runner does, which is more liberal than its documentation: besides
 * `::name key=value::data` at the start of a line (after white space), `##[name key=value;]data` counts anywhere in one.
 * Source: actions/runner, ActionCommand.cs and ActionCommandManager.cs.
 */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** What the runner made of a step's output. */
export interface CommandLog {
  readonly commands: readonly WorkflowCommand[];
  /** What a person sees: groups, annotations and plain lines, masked values as `***`. */
  readonly log: readonly string[];
  readonly groups: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly masked: readonly string[];
  /** Commands that make the runner fail the step by themselves (`set-env`, `add-path`). */
  readonly refused: readonly string[];
}

const registered = new Set(
  'add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output stop-commands warning'.split(
    ' ',
  ),
);

/** One line as the runner would take it; undefined: plain text. */
export function parseCommand(line: string, known: ReadonlySet<string> = registered): WorkflowCommand | undefined {
  return parseColons(line.trimStart(), known) ?? parseBrackets(line, known);
}

/** A whole stream's text, in the runner's order; give stdout and stderr one after the other. */
export function readCommands(output: string): CommandLog {
  const known = new Set(registered);
  let resume: string | undefined;
  const commands: WorkflowCommand[] = [];
  const log: string[] = [];
  const groups: { title: string; lines: string[] }[] = [];
  const masked: string[] = [];
  const refused: string[] = [];
  let group: { title: string; lines: string[] } | undefined;
  const show = (line: string): void => {
    const visible = masked.reduce((text, secret) => text.replaceAll(secret, '***'), line);
    log.push(visible);
    group?.lines.push(visible);
  };

  for (const line of output.split(/\r\n|\n|\r/)) {
    const command = line === '' ? undefined : parseCommand(line, known);
    if (resume !== undefined) {
      if (command?.name.toLowerCase() === resume.toLowerCase()) resume = undefined;
      show(line);
      continue;
    }
    if (command === undefined) {
      show(line);
      continue;
    }
    commands.push(command);
    switch (command.name.toLowerCase()) {
      case 'stop-commands':
        resume = command.data;
        known.add(resume.toLowerCase());
        break;
      case 'add-mask':
        if (command.data.trim() !== '') masked.push(command.data);
        break;
      case 'group':
        group = { title: command.data, lines: [] };
        groups.push(group);
        log.push(`> ${command.data}`);
        break;
      case 'endgroup':
        group = undefined;
        break;
      case 'set-env':
      case 'add-path':
        refused.push(command.name);
        break;
      default:
        if (command.name !== 'debug') show(`${command.name}: ${command.data}`);
    }
  }
  return { commands, log, groups, masked, refused };
}

type Escapes = readonly (readonly [escaped: string, plain: string])[];
const inData: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];
const inProperty: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];
const inBrackets: Escapes = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
];

function parseColons(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  if (!line.startsWith('::')) return undefined;
  const end = line.indexOf('::', 2);
  if (end < 0) return undefined;
  const { name, rest } = splitInfo(line.slice(2, end));
  if (!known.has(name.toLowerCase())) return undefined;
  return { name, properties: properties(rest.trim(), ',', inProperty), data: unescape(line.slice(end + 2), inData) };
}

function parseBrackets(line: string, known: ReadonlySet<string>): WorkflowCommand | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const { name, rest } = splitInfo(line.slice(start + 3, end));
  if (!known.has(name.toLowerCase())) return undefined;
  return { name, properties: properties(rest, ';', inBrackets), data: unescape(line.slice(end + 1), inBrackets) };
}

function splitInfo(info: string): { name: string; rest: string } {
  const space = info.indexOf(' ');
  return space < 0 ? { name: info, rest: '' } : { name: info.slice(0, space), rest: info.slice(space + 1) };
}

function properties(text: string, separator: string, escapes: Escapes): Record<string, string> {
  const pairs = text
    .split(separator)
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const)
    .filter(([key, value]) => key !== '' && value !== '');
  return Object.fromEntries(pairs.map(([key, value]) => [key, unescape(value, escapes)]));
}

function unescape(text: string, escapes: Escapes): string {
  return escapes.reduce((result, [escaped, plain]) => result.replaceAll(escaped, plain), text);
}
