import * as z from 'zod/mini';
import { readTime } from '../time/read.ts';
import { dayLength, type Instant } from '../time/instant.ts';
import { clip, nearest, suggestion } from './nearest.ts';
import { alsoChecked, type Context, refuse, spelled, spelledList } from './schema.ts';
import { type Vocabulary, wordsOf } from './vocabularies.ts';

/*
 * What values of settings look like. Each kind is one zod schema that reads what inputs, flags and the configuration file give,
 * and from which the JSON Schema is made. A schema's message says what must stand there, to follow 'must be'; what is wrong
 * with a value of the right type is a whole sentence.
 */

/** What a value looks like, for help and placeholders. */
export type Look =
  | { readonly is: 'text' | 'path' | 'date' | 'zone' | 'boolean' }
  | { readonly is: 'integer'; readonly min: number; readonly max: number }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  /** Separated by commas or new lines; a comma inside brackets (`{a,b}`) or quotes separates nothing. */
  | { readonly is: 'list'; readonly of?: readonly string[] };

export interface Kind<Value> {
  readonly look: Look;
  readonly schema: z.ZodMiniType<Value>;
}

/** Most kinds of a run are of settings that nobody gives: a schema is made when it is first asked for. */
export function kindOf<Value>(look: Look, make: () => z.ZodMiniType<Value>): Kind<Value> {
  let made: z.ZodMiniType<Value> | undefined;
  return {
    look,
    get schema() {
      return (made ??= make());
    },
  };
}

const aText = 'a text (if it looks like a number or true, put it in quotes)';

/** A text without blanks around it. */
export function text(is: 'text' | 'path' = 'text'): Kind<string> {
  return kindOf({ is }, () =>
    z.pipe(
      z.string(is === 'path' ? 'a path' : aText),
      z.transform((value: string) => value.trim()),
    ),
  );
}

/** Of an artifact. Source of the forbidden characters: GitHub's artifact service, which must serve Windows' file systems, too. */
export function artifactName(): Kind<string> {
  return kindOf({ is: 'text' }, () =>
    z.pipe(
      z.string(aText),
      z.transform((value: string, context) => {
        if (/["<>|*?:\\/\r\n]/.test(value) || value.length > 200) {
          refuse(context, value, 'must be at most 200 characters, without " < > | * ? : \\ / and line breaks.');
        }
        return value.trim();
      }),
    ),
  );
}

export function integer(min: number, max: number): Kind<number> {
  const what = max - min === 1 ? `${min} or ${max}` : `a whole number from ${min} to ${max}`;
  return kindOf({ is: 'integer', min, max }, () => z.int(what).check(z.gte(min, what), z.lte(max, what)));
}

const yesWords = ['yes', 'on', 'true'];
const noWords = ['no', 'off', 'false'];

/** true, yes, on and false, no, off in any letter case. */
export function booleanOf(word: string): boolean | undefined {
  const found = word.trim().toLowerCase();
  return yesWords.includes(found) ? true : noWords.includes(found) ? false : undefined;
}

export function boolean(): Kind<boolean> {
  return kindOf({ is: 'boolean' }, () => yesOrNo(booleanOf, 'true or false'));
}

/** A boolean of YAML, or a word that stands for one, or for something else that may stand there. */
export function yesOrNo<Value>(
  read: (word: string) => Value | undefined,
  what: string,
  more: readonly string[] = [],
): z.ZodMiniType<Value | boolean> {
  return z.pipe(
    z.union([z.boolean(), spelled([...yesWords, ...noWords, ...more])], what),
    z.transform((value: boolean | string, context) => {
      const found = typeof value === 'boolean' ? value : read(value);
      if (found === undefined) {
        refuse(context, value, `must be ${what}, not '${clip(String(value))}'.`);
        return z.NEVER;
      }
      return found;
    }),
  );
}

/** One of several words, in any letter case; YAML's true and false may stand for two of them. */
export function choice<const Word extends string>(
  known: readonly Word[],
  booleans?: { readonly true: NoInfer<Word>; readonly false: NoInfer<Word> },
): Kind<Word> {
  const what = `one of ${known.join(', ')}`;
  return kindOf({ is: 'choice', of: known }, () => {
    const word = spelled(booleans === undefined ? known : [...known, 'true', 'false']);
    return z.pipe(
      booleans === undefined ? word : z.union([word, z.boolean()], what),
      z.transform((value: string | boolean, context): Word => {
        const asked = String(value).trim().toLowerCase();
        const meant = asked === 'true' ? booleans?.true : asked === 'false' ? booleans?.false : undefined;
        const found = meant ?? known.find((one) => one.toLowerCase() === asked);
        if (found === undefined) {
          refuse(context, value, `must be ${what}, not '${clip(String(value))}'.`);
          return z.NEVER;
        }
        return found;
      }),
    );
  });
}

/**
 * Texts, as a list or as one text with commas or new lines between them; without blank ones and repetitions.
 *
 * @param check What else may be wrong with one of them.
 */
export function list(check: (item: string, context: Context) => void = () => undefined): Kind<readonly string[]> {
  const what = 'a text or a list of texts';
  return kindOf({ is: 'list' }, () =>
    z.pipe(
      alsoChecked(z.union([z.string(), z.array(z.string(what))], what), (given, context) => {
        for (const item of itemsIn(given)) check(item, context);
      }),
      z.transform((value: string | string[]) => itemsOf(value)),
    ),
  );
}

/** A list of known words, each once, in their own order; in any letter case, with blanks or underscores for hyphens. */
export function words<Word extends string>(vocabulary: Vocabulary<Word>): Kind<readonly Word[]> {
  const { known, aliases = {} } = vocabulary;
  const spellings = [...known, ...Object.keys(aliases)];
  const what = `one of ${known.join(', ')}, or a list of them`;
  return kindOf({ is: 'list', of: known }, () =>
    z.pipe(
      alsoChecked(
        z.union([spelledList(spellings, known), z.array(spelled(spellings, known), what)], what),
        (given, context) => checkWords(given, vocabulary, context),
      ),
      z.transform((value: string | string[]) => {
        const found = new Set(itemsOf(value).flatMap((item) => wordsOf(item, vocabulary) ?? []));
        return known.filter((word) => found.has(word));
      }),
    ),
  );
}

function checkWords<Word extends string>(given: unknown, vocabulary: Vocabulary<Word>, context: Context): void {
  const { known } = vocabulary;
  if (isBlank(given)) {
    refuse(context, given, 'is an empty list.', { next: `Known are: ${known.join(', ')}.` });
  }
  for (const item of itemsIn(given)) {
    if (wordsOf(item, vocabulary) === undefined) {
      refuse(context, given, `'${clip(item)}' is not known.`, { next: suggestion(item, known) });
    }
  }
}

/** A text or a list of texts, without anything in it. */
function isBlank(given: unknown): boolean {
  const texts: readonly unknown[] = Array.isArray(given) ? given : [given];
  return texts.every((one) => typeof one === 'string') && itemsIn(given).length === 0;
}

/** An IANA zone, spelled as given; offsets such as +01:00 are none, since a zone's offset changes with the season. */
export function zone(): Kind<string> {
  return kindOf({ is: 'zone' }, () =>
    z.pipe(
      z.string('an IANA time zone'),
      z.transform((value: string, context) => {
        const name = value.trim();
        if (isAbbreviation(name)) {
          const next = 'Write an IANA name such as Europe/London or UTC.';
          refuse(context, value, `'${clip(name)}' is an abbreviation, which can mean several zones.`, { next });
        } else if (!isZone(name)) {
          const meant = nearest(name, Intl.supportedValuesOf('timeZone'));
          const next =
            meant === undefined ? 'Write an IANA name such as Europe/London or UTC.' : `Did you mean '${meant}'?`;
          refuse(context, value, `'${clip(name)}' is not a time zone.`, { next });
        }
        return name;
      }),
    ),
  );
}

/** Names of the IANA with three letters, whose time in Europe nobody mistakes, and those of UTC. */
const shortZones: ReadonlySet<string> = new Set(['UTC', 'GMT', 'UCT', 'WET', 'CET', 'MET', 'EET']);

/** Three letters are known to platforms from elsewhere: BST as the time of Dhaka, six hours from London's winter. */
function isAbbreviation(name: string): boolean {
  return /^[A-Z]{3}$/i.test(name) && !shortZones.has(name.toUpperCase());
}

function isZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(name)) {
    return false;
  }
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A date, or a date and time with offset, that is known to be one. */
export interface GivenDate {
  readonly text: string;
  readonly isDay: boolean;
}

/** A date and time with offset (ISO 8601), or a date. */
export function date(): Kind<GivenDate> {
  const example = 'Write for example 2026-07-14T16:00:00Z or 2026-07-14.';
  return kindOf({ is: 'date' }, () =>
    z.pipe(
      z.string('a date, or a date and time'),
      z.transform((value: string, context): GivenDate => {
        const given = { text: value.trim(), isDay: /^\d{4}-\d{2}-\d{2}$/.test(value.trim()) };
        const time = /^\d{4}-\d{2}-\d{2}/.test(given.text) ? readTime(given.text, 'UTC') : undefined;
        if (time === undefined || (given.isDay && instantOf(given, 'end', 'UTC') === undefined)) {
          refuse(context, value, `'${clip(given.text)}' is neither a date nor a date and time.`, { next: example });
        } else if (time.assumedZone && !given.isDay) {
          const message = `'${clip(given.text)}' doesn't say in which time zone it is.`;
          const next = `Add Z for UTC, or an offset such as +01:00. ${example}`;
          refuse(context, value, message, { next });
        }
        return given;
      }),
    ),
  );
}

/** The instant of a date and time; of a date its start or its end (the last millisecond) in the zone. */
export function instantOf(given: GivenDate, dateMeans: 'start' | 'end', timeZone: string): Instant | undefined {
  if (!given.isDay || dateMeans === 'start') {
    return readTime(given.text, timeZone)?.instant;
  }
  const midnight = Date.parse(`${given.text}T00:00:00Z`);
  if (Number.isNaN(midnight)) {
    return undefined;
  }
  const start = readTime(new Date(midnight + dayLength).toISOString().slice(0, 10), timeZone)?.instant;
  return start === undefined ? undefined : start - 1;
}

/** The items of a list, without blank ones and repetitions. */
export function itemsOf(value: string | readonly string[]): readonly string[] {
  const items = typeof value === 'string' ? splitList(value) : value;
  return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ''))];
}

/** The items of a text or a list, as far as these are texts. */
function itemsIn(given: unknown): readonly string[] {
  if (typeof given === 'string') return itemsOf(given);
  const listed: readonly unknown[] = Array.isArray(given) ? given : [];
  return itemsOf(listed.filter((one) => typeof one === 'string'));
}

/** At new lines, and at commas outside of brackets and quotes: `a/{b,c}.xml, "d,e.xml"` has two items. */
function splitList(value: string): readonly string[] {
  return value.split(/\r?\n/).flatMap((line) => {
    const items: string[] = [''];
    let depth = 0;
    let rest = line;
    while (rest !== '') {
      const isQuoted = depth === 0 && items.at(-1)?.trim() === '' ? /^(["'])(.*?)\1\s*(?=,|$)/.exec(rest) : null;
      const [char = ''] = rest;
      if (isQuoted !== null) {
        items[items.length - 1] = isQuoted[2] ?? '';
      } else if (char === ',' && depth === 0) {
        items.push('');
      } else {
        depth = Math.max(0, depth + ('{[('.includes(char) ? 1 : '}])'.includes(char) ? -1 : 0));
        items[items.length - 1] += char;
      }
      rest = rest.slice(isQuoted?.[0].length ?? char.length);
    }
    return items;
  });
}
