import { tzOffset } from '@date-fns/tz';
import { dayLength, type Instant } from './instant.ts';

export interface ReadTime {
  readonly instant: Instant;
  /** The text carries no offset, or no time of day: it was read in the given zone. */
  readonly assumedZone: boolean;
}

/**
 * Reads a time as test tools, the CTC Traders API and people write it. Source of the shapes: real reports of
 * twenty tools, the API's `received`, NCTS message XML.
 *
 * - `2026-07-01T12:00:05.123456789Z`: separator `T`, a space or `T `; seconds may be missing (Java leaves out zero ones);
 *   a fraction of 1 to 9 digits after `.` or `,`; then `Z`, `UTC`, `GMT`, `±hh:mm`, `±hhmm` or `±hh` (a space may
 *   stand before it, and Java's `[Europe/London]` after it, which tells nothing that the offset doesn't), or nothing.
 * - `2026-07-01`: the start of that day in the zone, the earliest reading and so the conservative one.
 * - `20260701T120005Z`: the same in ISO 8601's basic format.
 * - `Wed, 01 Jul 2026 12:00:05 GMT` (RFC 1123; also `UTC`, `UT`, `±hhmm`): the weekday may be missing, but not be wrong.
 * - `01 July 2026 12:00:05 UTC`, `1 July 2026, 12:00:05 UTC`: as this project writes times for people and for the form.
 * - `Wed Jul 01 2026 13:00:05 GMT+0100 (British Summer Time)`, `Wed Jul  1 12:00:05 UTC 2026`: what JavaScript and the
 *   command `date` print when nobody says how; the latter only in UTC, other abbreviations mean several zones.
 * - `1782907205`, `1782907205.5`, `1782907205123`: seconds (10 digits) or milliseconds (13 digits) since 1970, from 2001 to 2065.
 *
 * Strict: days and hours that don't exist, second 60 (there was none since 2016), offsets beyond 14:00 and anything
 * else, above all `01/07/2026`, are no time. 24:00:00 is the midnight that follows, as in ISO 8601.
 * What is finer than a millisecond is cut off.
 *
 * @param timeZone IANA zone for texts without an offset. Where clocks go back, an hour exists twice: the earlier one
 *   counts. A time that clocks skipped has two readings, by the offset before and by the one after: the earlier one
 *   counts, too. So an assumption never makes evidence younger.
 * @returns undefined for what is no time, or for an unknown zone where one is needed. Never throws.
 */
export function readTime(text: string, timeZone: string): ReadTime | undefined {
  // No time is longer; a hostile text of megabytes is not even trimmed.
  if (text.length > 100) return undefined;
  const trimmed = text.trim();
  return (
    readParts(isoShape.exec(trimmed), timeZone) ??
    readParts(basicShape.exec(trimmed), timeZone) ??
    readNamedMonth(trimmed, timeZone) ??
    readEpoch(trimmed)
  );
}

const clockZone = String.raw`(?: ?(?<offset>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)(?:\[[\w+\-/]+\])?)?`;
const fractionShape = String.raw`(?:[.,](?<fraction>\d{1,9}))?`;
const isoShape = new RegExp(
  String.raw`^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:(?:T ?| )(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)${fractionShape})?${clockZone})?$`,
  'i',
);
const basicShape = new RegExp(
  String.raw`^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)T(?<hour>\d\d)(?<minute>\d\d)(?:(?<second>\d\d)${fractionShape})?${clockZone}$`,
  'i',
);
const weekday = '(?<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const monthName =
  '(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const clock = String.raw`(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d))?`;
const namedMonthShapes = [
  // RFC 1123, the form and our own sentences
  String.raw`(?:${weekday}, )?(?<day>\d\d?) ${monthName} (?<year>\d{4}),? ${clock} (?<offset>GMT|UTC|UT|[+-]\d{4})`,
  // JavaScript
  String.raw`${weekday} ${monthName} (?<day>\d\d) (?<year>\d{4}) ${clock} GMT(?<offset>[+-]\d{4})(?: \([^()]*\))?`,
  // date
  String.raw`${weekday} ${monthName} {1,2}(?<day>\d\d?) ${clock} (?<offset>GMT|UTC) (?<year>\d{4})`,
].map((shape) => new RegExp(`^${shape}$`, 'i'));
const epochShape = /^[12]\d{9}(?:(?<millis>\d{3})|\.(?<fraction>\d{1,9}))?$/;

function readParts(match: RegExpExecArray | null, timeZone: string): ReadTime | undefined {
  const parts = match?.groups;
  if (parts === undefined) return undefined;
  const day = startOfDay(Number(parts['year']), Number(parts['month']), Number(parts['day']));
  const time = timeOfDay(parts);
  if (day === undefined || time === undefined) return undefined;
  return fromWallClock(day + time, parts['offset'], timeZone);
}

function readNamedMonth(text: string, timeZone: string): ReadTime | undefined {
  for (const shape of namedMonthShapes) {
    const parts = shape.exec(text)?.groups;
    if (parts === undefined) continue;
    const month = monthNames.indexOf((parts['month'] ?? '').slice(0, 3).toLowerCase()) + 1;
    const day = startOfDay(Number(parts['year']), month, Number(parts['day']));
    const time = timeOfDay(parts);
    if (day === undefined || time === undefined) return undefined;
    const named = parts['weekday']?.toLowerCase();
    if (named !== undefined && weekdayNames[new Date(day).getUTCDay()] !== named) return undefined;
    return fromWallClock(day + time, parts['offset'], timeZone);
  }
  return undefined;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

function readEpoch(text: string): ReadTime | undefined {
  const match = epochShape.exec(text);
  if (match === null) return undefined;
  const millis = match.groups?.['millis'] ?? firstThree(match.groups?.['fraction']);
  return { instant: Number(text.slice(0, 10)) * 1000 + Number(millis), assumedZone: false };
}

/** Midnight UTC of a calendar day in milliseconds, or undefined when the calendar has no such day. */
function startOfDay(year: number, month: number, day: number): number | undefined {
  if (!isDay(year, month, day)) return undefined;
  // The calendar repeats every 400 years; Date.UTC takes the years 0 to 99 for 1900 to 1999.
  return Date.UTC(year + 400, month - 1, day) - 146_097 * dayLength;
}

/** Whether the calendar has that day; months and days count from 1. */
export function isDay(year: number, month: number, day: number): boolean {
  const days = month === 2 && isLeap(year) ? 29 : daysOfMonth[month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function timeOfDay(parts: Readonly<Record<string, string | undefined>>): number | undefined {
  const hour = Number(parts['hour'] ?? 0);
  const minute = Number(parts['minute'] ?? 0);
  const second = Number(parts['second'] ?? 0);
  if (minute > 59 || second > 59) return undefined;
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + Number(firstThree(parts['fraction']));
  // Nothing is later than 24:00:00, nor 24:00:00.0001, whose fraction was cut off.
  return time > dayLength || (hour === 24 && /[1-9]/.test(parts['fraction'] ?? '')) ? undefined : time;
}

function firstThree(fraction: string | undefined): string {
  return (fraction ?? '').slice(0, 3).padEnd(3, '0');
}

/** @param wall what clock and calendar show, as if they stood in UTC, in milliseconds. */
function fromWallClock(wall: number, offset: string | undefined, timeZone: string): ReadTime | undefined {
  if (offset === undefined) {
    const instant = /^(?:Etc\/)?(?:UTC|GMT)$/i.test(timeZone) ? wall : earliestReading(wall, timeZone);
    return instant === undefined ? undefined : { instant, assumedZone: true };
  }
  const ahead = offsetLength(offset);
  return ahead === undefined ? undefined : { instant: wall - ahead, assumedZone: false };
}

function offsetLength(offset: string): number | undefined {
  if (!/^[+-]/.test(offset)) return 0;
  const minutes = Number(offset.slice(-2));
  const total = offset.length === 3 ? minutes * 60 : Number(offset.slice(1, 3)) * 60 + minutes;
  if (total > 14 * 60 || minutes > 59) return undefined;
  return (offset.startsWith('-') ? -total : total) * 60_000;
}

/**
 * Zones lie between -12 and +14 hours, so the offsets a day before and a day after the wall clock taken as UTC are
 * all that can apply (two changes within two days don't happen).
 */
function earliestReading(wall: number, timeZone: string): number | undefined {
  const readings = [wall - dayLength, wall + dayLength].map((near) => wall - zoneOffset(near, timeZone));
  if (readings.some(Number.isNaN)) return undefined;
  const real = readings.filter((instant) => instant + zoneOffset(instant, timeZone) === wall);
  return Math.min(...(real.length > 0 ? real : readings));
}

/** How far clocks of the zone are ahead of UTC at that instant, in milliseconds; NaN for an unknown zone. */
export function zoneOffset(instant: Instant, timeZone: string): number {
  return Math.round(tzOffset(timeZone, new Date(instant)) * 60_000);
}
