import type { Draft } from './collector.ts';
import { readOutright } from './outright.ts';
import type { Place } from './pairs.ts';

const shape = /^\[\[property\|(?<name>[^=\r\n\]]{1,100})(?:=|\r?\n)(?<value>[\s\S]*?)\]\]/i;

/**
 * Reads `[[PROPERTY|key=value]]`, the convention for tools whose tests can only print: a property in system-out. The
 * value may span lines, also with the key alone on the first one.
 *
 * @returns undefined when there is no marker; no draft when there is one of another name. `length` covers it either way.
 */
export function readMarker(
  { after, line }: Place,
  timeZone: string,
): { readonly draft: Draft | undefined; readonly length: number } | undefined {
  const match = shape.exec(after);
  if (match === null) return undefined;
  const { name = '', value = '' } = match.groups ?? {};
  return { draft: readOutright(name, value, { source: 'marker', line, timeZone }), length: match[0].length };
}
