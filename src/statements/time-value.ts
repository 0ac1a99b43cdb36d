import { readTime, type ReadTime } from '../time/read.ts';

export interface TimeValue {
  /** The words that make the time. */
  readonly text: string;
  /** Undefined when they are meant as a time but can't be relied on. */
  readonly read: ReadTime | undefined;
}

/** Abbreviations of zones mean different offsets in different places; the form needs certainty. */
const abbreviation = '(?:BST|IST|CES?T|WES?T|EES?T|MSK|[ECMP][SD]T)';
/** After a time without offset: a zone, an offset or a time of day in a shape that could not be read with it. */
const changesMeaning = new RegExp(String.raw`^(?:\d{1,2}[:.]|[AP]M\b|${abbreviation}\b|(?:GMT|UTC)?[+-]\d)`, 'i');
const bracketedZone = new RegExp(String.raw`^\((${abbreviation})\b`, 'i');
const javaZone = /^\[[\w+\-/]+\]/;
const meantAsTime =
  /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d|\d{1,2}:\d{2}|\d{8,14}\b|\d{1,2} [a-z]{3,9} \d{4}|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )/i;
/** No shape of time has more than eight, one of them empty where `date` pads the day; and the word after it. */
const mostWords = 9;

/**
 * The time at the start of a text, of as many words as make one, whatever follows.
 *
 * @returns undefined when nothing there is meant as a time; without `read` for what is meant as one, but can't be read
 *   (`01/07/2026`) or means different times to different people (`2026-07-01 12:00 BST`).
 */
export function timeAtStart(text: string, timeZone: string): TimeValue | undefined {
  const words = withoutTail(text).split(/[ \t\u00a0]/, mostWords);
  for (let count = words.length; count > 0; count--) {
    const candidate = withoutTrailing(words.slice(0, count).join(' '), '.,:&');
    const read = readTime(candidate, timeZone);
    if (read === undefined) continue;
    const next = words[count] ?? '';
    if (read.assumedZone && changesMeaning.test(next)) return { text: `${candidate} ${next}`, read: undefined };
    return { text: candidate, read };
  }
  const all = words.join(' ').trim();
  return meantAsTime.test(all) ? { text: all, read: undefined } : undefined;
}

/** Cut at the first sign that no time has, but for a zone in brackets. */
function withoutTail(text: string): string {
  return text.replace(/^[[(]\s*/, '').replace(/["'`<>()[\]{}|;\\].*/s, (tail) => {
    return javaZone.exec(tail)?.[0] ?? bracketedZone.exec(tail)?.[1] ?? '';
  });
}

/** The text without any of these signs at its end. A regular expression would look at a long run of them once for each. */
export function withoutTrailing(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
