import { messages, type MessageType } from '../requirements/messages.ts';
import { readTime } from '../time/read.ts';
import { textBefore, textFrom, type Place } from './escapes.ts';
import type { Statement } from './statement.ts';
import { timeAtStart } from './time-value.ts';

/** What a statement can be about. */
export type EvidenceKey = 'scenario' | 'mrn' | 'lrn' | MessageType;

/** The number of a message, and what may follow it where somebody names its time: `IE015-time`, `ie015_at`, `IE015 date and time`. */
export const timeSuffix = String.raw`(?:[-_. ]?(?:timestamp|time|at|date(?:[-_ ]?(?:and[-_ ]?)?time)?))?`;
const wholeKey = new RegExp(
  String.raw`^(?:ncts[56]?\.)?(?:(?<plain>scenario|mrn|lrn)|(?:ie|cc(?=\d{3}c))(?<number>\d{3})c?${timeSuffix})$`,
  'i',
);

const limits = {
  /** Of the name of a property. */
  name: 60,
  /** No value is longer; what is beyond is not looked at. */
  value: 2000,
};

/**
 * The name of a property or marker as a key of evidence: `scenario`, `mrn`, `lrn`, a message number (`IE015`) or the
 * root of its XML (`CC015C`), in any letter case, with or without prefix `ncts.`, `ncts5.` or `ncts6.`; a message number
 * also with `time`, `at`, `timestamp`, `date` or `date and time` after it. Any other name is undefined: reports carry
 * whole environments, of which nothing else is looked at.
 */
export function readKey(name: string): EvidenceKey | undefined {
  if (name.length > limits.name) return undefined;
  const groups = wholeKey.exec(name.trim())?.groups;
  if (groups === undefined) return undefined;
  return plainKey(groups['plain']) ?? messageType(groups['number'] ?? '');
}

/** A key by its bare text: `MRN`, `ie015`, `CC015C`. */
export function keyOfAnchor(text: string): EvidenceKey | undefined {
  return plainKey(text) ?? messageType(text.slice(2, 5));
}

function plainKey(text: string | undefined): 'scenario' | 'mrn' | 'lrn' | undefined {
  const key = text?.toLowerCase();
  return key === 'scenario' || key === 'mrn' || key === 'lrn' ? key : undefined;
}

const knownTypes = new Map(messages.map(({ type }) => [type.slice(2), type]));

/** `015` → `IE015`. */
export function messageType(number: string): MessageType | undefined {
  const known = knownTypes.get(number);
  if (known !== undefined) return known;
  const type = `IE${number}`;
  return isMessageType(type) ? type : undefined;
}

function isMessageType(text: string): text is MessageType {
  return /^IE\d{3}$/.test(text);
}

/**
 * A property or marker: key and value as somebody wrote them on purpose, so a value counts as it is, right or wrong. A
 * time may be followed by whatever doesn't change its meaning, as on a printed line; an unreadable one is a statement
 * without `at`, which becomes a finding. An empty value says nothing.
 *
 * @returns undefined for a name that is no key of evidence.
 */
export function readGiven(
  name: string,
  value: string,
  { source, line, timeZone }: { source: 'property' | 'marker'; line: number; timeZone: string },
): Statement | undefined {
  const key = readKey(name);
  const text = value.slice(0, limits.value).trim();
  if (key === undefined || text === '') return undefined;
  const common = { source, derived: false, line } as const;
  if (key === 'scenario' || key === 'mrn' || key === 'lrn') return { ...common, key, value: text };
  const read = readTime(text, timeZone) ?? timeAtStart(text, timeZone)?.read;
  const found = `${name.trim()}=${text}`;
  const [at, assumedZone] = [read?.instant, read?.assumedZone ?? false];
  return { ...common, key: 'message', message: key, at, assumedZone, text: found };
}

const marker = /^\[\[property\|(?<name>[^=\r\n\]]{1,100})(?:=|\r?\n)(?<value>[\s\S]*?)\]\]/i;

/**
 * Reads `[[PROPERTY|key=value]]`, the convention for tools whose tests can only print: a property in system-out. The
 * value may span lines, also with the key alone on the first one.
 *
 * @returns undefined when there is no marker; no statement when there is one of another name. `length` covers it either way.
 */
export function readMarker(
  place: Place,
  timeZone: string,
): { readonly statement: Statement | undefined; readonly length: number } | undefined {
  const match = marker.exec(textFrom(place));
  if (match === null) return undefined;
  const { name = '', value = '' } = match.groups ?? {};
  const statement = readGiven(name, value, { source: 'marker', line: place.line, timeZone });
  return { statement, length: match[0].length };
}

const displayName = 'display-name:';

/**
 * Reads `display-name: …`, which the JUnit platform's console writer puts into system-out: the name that people gave the
 * test, while the report's own name is the method's.
 */
export function readDisplayName(place: Place): Statement | undefined {
  if (!place.text.startsWith(displayName, place.start)) return undefined;
  if (!/(?:^|[\r\n])[ \t]*$/.test(textBefore(place))) return undefined;
  const [rest = ''] = textFrom(place)
    .slice(displayName.length)
    .split(/[\r\n]/, 1);
  const value = rest.trim();
  if (value === '') return undefined;
  return {
    key: 'display-name',
    value,
    source: 'line',
    derived: false,
    line: place.line,
  };
}
