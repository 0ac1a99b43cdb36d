import type { Draft } from './collector.ts';
import type { Place } from './pairs.ts';

/**
 * Reads `display-name: …`, which the JUnit platform's console writer puts into system-out: the name that people gave the
 * test, while the report's own name is the method's.
 */
export function readDisplayName({ anchor, before, after, line }: Place): Draft | undefined {
  if (anchor !== 'display-name' || !/(?:^|[\r\n])[ \t]*$/.test(before)) return undefined;
  const value = /^display-name:[ \t]*(?<value>[^\r\n]*)/.exec(after)?.groups?.['value']?.trim();
  if (value === undefined || value === '') return undefined;
  return { key: 'display-name', value, source: 'line', derived: false, line, text: `display-name: ${value}` };
}
