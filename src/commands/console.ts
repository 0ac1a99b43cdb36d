import path from 'node:path';
import { guardLine, visibleText } from '../text/escape.ts';

/** What a command can end with; 1 is for `check` alone. */
export const exitCodes = { done: 0, notReady: 1, unusable: 2 } as const;

/** How the program was called, for examples and next steps: by npx, by its own name, or by its path from here. */
export function calledAs(): string {
  const [, script = ''] = process.argv;
  // npx puts the program on no path: the next call needs it again.
  const byNpx = process.env['npm_command'] === 'exec' ? 'npx ' : '';
  if (path.extname(script) === '') return `${byNpx}${path.basename(script)}`;
  const fromHere = path.relative(process.cwd(), script).split(path.sep).join('/');
  return `node ${/\s/u.test(fromHere) ? `'${fromHere}'` : fromHere}`;
}

/** Writes a result, with an end of line. */
export function say(text: string): number {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  return exitCodes.done;
}

/** Beside the result, so that the result can be piped on. In a workflow's `run:` no line of it is a command to the runner. */
export function note(text: string): void {
  const lines = visibleText(text).split('\n').map(guardLine);
  process.stderr.write(`${lines.join('\n')}\n`);
}

export function refuse(text: string): number {
  note(text);
  return exitCodes.unusable;
}

/** Colours and width of what results are written to. */
export function appearance(): { readonly colour: boolean; readonly width: number } {
  return { colour: hasColour(process.env, process.stdout.isTTY), width: process.stdout.columns ?? 100 };
}

/**
 * Colours only on a terminal, unless the user says otherwise: FORCE_COLOR (anything but 0 or false) goes before NO_COLOR, as in
 * Node itself; a variable that is empty says nothing.
 */
export function hasColour(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const forced = env['FORCE_COLOR'] ?? '';
  if (forced !== '') return forced !== '0' && forced !== 'false';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  return isTerminal && env['TERM'] !== 'dumb';
}
