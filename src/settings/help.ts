import { type Setting, settingsTable } from './table.ts';

const width = 96;
const indent = ' '.repeat(6);

/**
 * The command's help, made from the table of settings.
 *
 * @param command How the command is called, for the examples: `node dist/cli.js`.
 */
export function helpText(command: string): string {
  const table: readonly Setting[] = settingsTable;
  const flags = table.flatMap((setting) => (setting.flag === undefined ? [] : [flagHelp(setting, setting.flag)]));
  return [
    ...wrap(
      "Checks JUnit results of NCTS5 Trader Test against what HMRC demands for production credentials of the CTC Traders API, and fills in the form's checklist.",
      '',
    ),
    '',
    'Usage:',
    `  ${command} check --results 'results/**/*.xml' --flows arrival --procedures normal,simplified`,
    `  ${command} help | version`,
    '',
    'Flags of check:',
    ...flags,
    '',
    'Exit code: 0 ready (or nothing that fail-on names), 1 not ready, 2 wrong settings or nothing to check.',
    '',
  ].join('\n');
}

function flagHelp(setting: Setting, flag: string): string {
  const fallback = setting.default === undefined ? '' : ` Default: ${setting.default}.`;
  return [`  --${flag} ${placeholder(setting)}`, ...wrap(setting.description + fallback, indent)].join('\n');
}

function placeholder({ kind }: Setting): string {
  if (kind.is === 'integer') return `<${kind.min} to ${kind.max}>`;
  if (kind.is === 'choice') return `<${kind.of.join('|')}>`;
  if (kind.is === 'list') return kind.of === undefined ? '<glob,…>' : '<name,…>';
  return `<${kind.is}>`;
}

function wrap(text: string, before: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && before.length + line.length + 1 + word.length > width) {
      lines.push(before + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, before + line];
}
