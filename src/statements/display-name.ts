import type { Draft } from './collector.ts';
import type { Place } from './pairs.ts';

const key = 'display-name:';

/**
 * Reads `display-name: …`, which the JUnit platform's console writer puts into system-out: the name that people gave the
 * test, while the report's own name is the method's.
 */
export function readDisplayName({ before, after, line }: Place): Draft | undefined {
  if (!after.startsWith(key) || !/(?:^|[\r\n])[ \t]*$/.test(before)) return undefined;
  const [rest = ''] = after.slice(key.length).split(/[\r\n]/, 1);
  const value = rest.trim();
  if (value === '') return undefined;
  return { key: 'display-name', value, source: 'line', derived: false, line, text: `display-name: ${value}` };
}
