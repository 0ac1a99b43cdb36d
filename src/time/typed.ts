import { tzOffset } from '@date-fns/tz';
import { type Instant, dayLength } from './instant.ts';

/** A date and time as a person typed it. */
interface TypedTime {
  /** What calendar and clock show, as if they stood in UTC, in milliseconds; cut off to the precision. */
  readonly wall: number;
  /** How exactly it is given. */
  readonly precision: 'day' | 'minute' | 'second';
  /** Minutes ahead of UTC, or an IANA zone; undefined where nothing was typed. */
  readonly zone: number | string | undefined;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const between = String.raw`[\s./,-]*`;

/** In the order in which they are tried. */
const dates = [
  String.raw`(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})`,
  String.raw`(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?=t|\s|$)`,
  String.raw`(?<year>\d{4})${between}${month}${between}(?<day>\d{1,2})`,
  String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?${between}${month}${between}(?<year>\d{4}|\d\d)`,
  String.raw`${month}${between}(?<day>\d{1,2})(?:st|nd|rd|th)?[\s,]+(?<year>\d{4})`,
  String.raw`(?<day>\d{1,2})\s?[-/.]\s?(?<month>\d{1,2})\s?[-/.]\s?(?<year>\d{4}|\d\d)`,
].map((shape) => new RegExp(String.raw`(?<!\d)${shape}(?!\d)`, 'u'));

const half = String.raw`(?:\s*(?<half>[ap])\.?m\b\.?)?`;
const clocks = [
  String.raw`(?<hour>\d{1,2})\s?[:.h]\s?(?<minute>\d\d)(?:[:.](?<second>\d\d)(?:[.,]\d{1,9})?)?${half}`,
  String.raw`(?<hour>\d{1,2})\s*(?<half>[ap])\.?m\b\.?`,
  String.raw`(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?`,
].map((shape) => new RegExp(String.raw`(?<!\d)${shape}(?!\d)`, 'u'));

const zoneShape =
  /(?:gmt|utc)?\s*(?<offset>[+-]\d\d(?::?\d\d)?)(?:\s*\([^()]*\)|\[[^\]]*\])?|\b(?<utc>utc|gmt|zulu|z)\b|(?<=\d)(?<zulu>z)\b|\b(?<bst>bst)\b|\b(?<uk>uk|london|local)\b/u;
/** Words around a date that say nothing about it. */
const filler =
  /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:at|on|the|of|o'?clock|hrs?|hours?|h|time|date|t)\b|[\s,.;:()/[\]|&-]+/gu;

/**
 * Reads a date and time however a person writes it: `20 November 2026 09:00:05 UTC`, `20/11/2026 9.00`, `2026-11-20T09:00Z`,
 * `Nov 20th, 2026 at 9:00 am GMT`, `20.11.26`. Between figures the day comes first, as in the UK, unless there is no such
 * month. Text that says anything else is no time.
 */
export function readTypedTime(text: string): TypedTime | undefined {
  if (text.length > 100) {
    return undefined;
  }
  const line = text.normalize('NFKC').toLowerCase().replaceAll(/[‐-―]/gu, '-');
  const date = firstMatch(dates, line);
  const day = date && dayOf(date.groups);
  if (date === undefined || day === undefined) {
    return undefined;
  }
  const clock = firstMatch(clocks, date.rest.replace(/^\s*t(?=\d)/u, ' '));
  const time = clock === undefined ? 0 : timeOf(clock.groups);
  if (time === undefined) {
    return undefined;
  }
  const zone = firstMatch([zoneShape], clock?.rest ?? date.rest);
  const rest = zone?.rest ?? clock?.rest ?? date.rest;
  if (rest.replaceAll(filler, '') !== '') {
    return undefined;
  }
  const hasSeconds = clock?.groups['second'] !== undefined;
  return {
    wall: day + time,
    precision: clock === undefined ? 'day' : hasSeconds ? 'second' : 'minute',
    zone: zone === undefined ? undefined : zoneOf(zone.groups),
  };
}

/**
 * Whether a typed time means that instant, as exactly as it is given. One without a zone may be in UTC or in any of the zones.
 *
 * @param zones IANA zones.
 */
export function meansInstant(typed: TypedTime, instant: Instant, zones: readonly string[]): boolean {
  const length = { day: dayLength, minute: 60_000, second: 1000 }[typed.precision];
  const offsets = typed.zone === undefined ? [0, ...zones] : [typed.zone];
  return offsets.some((zone) => {
    const ahead = typeof zone === 'number' ? zone : tzOffset(zone, new Date(instant));
    const wall = instant + ahead * 60_000;
    // Seconds may be cut off or rounded.
    const rounded = typed.precision === 'minute' ? Math.round(wall / length) * length : undefined;
    return Math.floor(wall / length) * length === typed.wall || rounded === typed.wall;
  });
}

interface Found {
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** The text without it. */
  readonly rest: string;
}

function firstMatch(shapes: readonly RegExp[], text: string): Found | undefined {
  for (const shape of shapes) {
    const match = shape.exec(text);
    if (match?.groups !== undefined) {
      const { index } = match;
      return { groups: match.groups, rest: `${text.slice(0, index)} ${text.slice(index + match[0].length)}` };
    }
  }
  return undefined;
}

/** Midnight of the day; undefined when the calendar has no such day. */
function dayOf({ year = '', month: number, name, day: date = '' }: Found['groups']): number | undefined {
  const written = name === undefined ? Number(number) : monthNames.indexOf(name.slice(0, 3)) + 1;
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const isAmerican = name === undefined && written > 12 && Number(date) <= 12;
  const [months, days] = isAmerican ? [Number(date), written] : [written, Number(date)];
  const midnight = Date.UTC(full, months - 1, days);
  const check = new Date(midnight);
  return check.getUTCMonth() === months - 1 && check.getUTCDate() === days ? midnight : undefined;
}

function timeOf({ hour = '', minute = '0', second = '0', half: of }: Found['groups']): number | undefined {
  const given = Number(hour);
  if (of !== undefined && (given < 1 || given > 12)) {
    return undefined;
  }
  const hours = of === undefined ? given : (given % 12) + (of === 'p' ? 12 : 0);
  const [minutes, seconds] = [Number(minute), Number(second)];
  return hours > 23 || minutes > 59 || seconds > 59 ? undefined : ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

function zoneOf({ offset, bst, uk }: Found['groups']): number | string {
  if (offset !== undefined) {
    const digits = offset.replaceAll(/\D/gu, '').padEnd(4, '0');
    const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
    return offset.startsWith('-') ? -minutes : minutes;
  }
  if (uk !== undefined) {
    return 'Europe/London';
  }
  return bst === undefined ? 0 : 60;
}
