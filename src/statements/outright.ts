import { readTime } from '../time/read.ts';
import type { Draft } from './collector.ts';
import { readKey } from './keys.ts';

/** No value is longer; what is beyond is not looked at. */
const valueLimit = 2000;

/**
 * A property or marker: key and value as somebody wrote them on purpose, so a value counts as it is, right or wrong. An
 * unreadable time is a statement without `at`, to be complained of. An empty value says nothing.
 *
 * @returns undefined for a name that is no key of evidence.
 */
export function readOutright(
  name: string,
  value: string,
  { source, line, timeZone }: { source: 'property' | 'marker'; line: number; timeZone: string },
): Draft | undefined {
  const key = readKey(name);
  const text = value.slice(0, valueLimit).trim();
  if (key === undefined || text === '') return undefined;
  const common = { source, derived: false, line, text: `${name.trim()}=${text}` } as const;
  if (key === 'scenario' || key === 'mrn' || key === 'lrn') return { ...common, key, value: text };
  const read = readTime(text, timeZone);
  return { ...common, key: 'message', message: key, at: read?.instant, assumedZone: read?.assumedZone ?? false };
}
