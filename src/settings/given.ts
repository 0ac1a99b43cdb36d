import { readTime } from '../time/read.ts';
import { dayLength, type Instant } from '../time/instant.ts';
import type { Complain } from './complaint.ts';
import { nearest, suggestion } from './nearest.ts';
import type { SettingName } from './table.ts';
import { choiceOf } from './words.ts';

/** The value of one setting as somebody gave it, and where. Not there at all: undefined. */
export interface Given {
  readonly where: string;
  /** A list of the configuration file keeps its items, blank ones too; anything else is one text, never only white space. */
  readonly texts: readonly string[];
}

/** Looks up what was given for a setting. */
export type Look = (name: SettingName) => Given | undefined;

/** What an input or flag gives; a blank one gives nothing. */
export function givenAs(where: string, text: string | undefined): Given | undefined {
  return text === undefined || text.trim() === '' ? undefined : { where, texts: [text] };
}

/** Readers return undefined for what was not given and for what they complained about. */
export function readText(given: Given | undefined): string | undefined {
  return given?.texts.join('\n').trim();
}

/** The items of a list, without blank ones and repetitions. */
export function readList(given: Given | undefined): readonly string[] | undefined {
  if (given === undefined) return undefined;
  const [text] = given.texts;
  const items = given.texts.length === 1 && text !== undefined ? splitList(text) : given.texts;
  return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ''))];
}

/** A list of known words; every unknown one is complained about. Duplicates and order are as `read` gives them. */
export function readWords<Word extends string>(
  given: Given | undefined,
  read: (word: string) => Word | undefined,
  known: readonly string[],
  complain: Complain,
): readonly Word[] | undefined {
  const items = readList(given);
  if (given === undefined || items === undefined) return undefined;
  if (items.length === 0) complain(given.where, 'is an empty list.', `Known are: ${known.join(', ')}.`);
  const words = items.map((item) => {
    const word = read(item);
    if (word === undefined) complain(given.where, `'${shorten(item)}' is not known.`, suggestion(item, known));
    return word;
  });
  return [...new Set(words.filter((word) => word !== undefined))];
}

export function readBoolean(given: Given | undefined, complain: Complain): boolean | undefined {
  const text = readText(given);
  if (given === undefined || text === undefined) return undefined;
  const value = booleanOf(text);
  if (value === undefined) complain(given.where, `must be true or false, not '${shorten(text)}'.`);
  return value;
}

/** true, yes, on and false, no, off in any letter case. */
export function booleanOf(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  if (['true', 'yes', 'on'].includes(word)) return true;
  return ['false', 'no', 'off'].includes(word) ? false : undefined;
}

export function readInteger(
  given: Given | undefined,
  range: { readonly min: number; readonly max: number },
  complain: Complain,
): number | undefined {
  const text = readText(given);
  if (given === undefined || text === undefined) return undefined;
  const value = /^[0-9]{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= range.min && value <= range.max) return value;
  complain(given.where, `must be a whole number from ${range.min} to ${range.max}, not '${shorten(text)}'.`);
  return undefined;
}

export function readChoice<Choice extends string>(
  given: Given | undefined,
  choices: readonly Choice[],
  complain: Complain,
): Choice | undefined {
  const text = readText(given);
  if (given === undefined || text === undefined) return undefined;
  const choice = choiceOf(text, choices);
  if (choice === undefined) {
    complain(given.where, `must be one of ${choices.join(', ')}, not '${shorten(text)}'.`);
  }
  return choice;
}

/** An IANA zone, spelled as given; offsets such as +01:00 are no zones, since a zone's offset changes with the season. */
export function readZone(given: Given | undefined, complain: Complain): string | undefined {
  const text = readText(given);
  if (given === undefined || text === undefined || isZone(text)) return text;
  const meant = nearest(text, Intl.supportedValuesOf('timeZone'));
  const hint = meant === undefined ? 'Write an IANA name such as Europe/London or UTC.' : `Did you mean '${meant}'?`;
  complain(given.where, `'${shorten(text)}' is no time zone.`, hint);
  return undefined;
}

function isZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * An instant: a date and time with offset (ISO 8601), or a date, which means its start or its end (the last
 * millisecond) in the zone.
 */
export function readInstant(
  given: Given | undefined,
  dateMeans: 'start' | 'end',
  timeZone: string,
  complain: Complain,
): Instant | undefined {
  const text = readText(given);
  if (given === undefined || text === undefined) return undefined;
  const example = 'Write for example 2026-07-14T16:00:00Z or 2026-07-14.';
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? readTime(text, timeZone) : undefined;
  const instant = dateOnly && dateMeans === 'end' ? endOfDay(text, timeZone) : time?.instant;
  if (time === undefined || instant === undefined) {
    complain(given.where, `'${shorten(text)}' is no date, nor a date and time.`, example);
    return undefined;
  }
  if (time.assumedZone && !dateOnly) {
    complain(
      given.where,
      `'${shorten(text)}' has no offset, so it could be any of 26 hours.`,
      `Add Z or an offset. ${example}`,
    );
    return undefined;
  }
  return instant;
}

function endOfDay(date: string, timeZone: string): Instant | undefined {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight)) return undefined;
  const next = new Date(midnight + dayLength).toISOString().slice(0, 10);
  const start = readTime(next, timeZone)?.instant;
  return start === undefined ? undefined : start - 1;
}

/** At new lines, and at commas outside of brackets: `a/{b,c}.xml, d.xml` has two items. */
function splitList(text: string): readonly string[] {
  const items: string[] = [''];
  let depth = 0;
  for (const char of text) {
    if (char === '\n' || (char === ',' && depth === 0)) {
      items.push('');
      depth = 0;
      continue;
    }
    if ('{[('.includes(char)) depth++;
    if ('}])'.includes(char)) depth = Math.max(0, depth - 1);
    items[items.length - 1] += char;
  }
  return items;
}

/** As much of a wrong value as a message can hold; on one line. */
export function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
