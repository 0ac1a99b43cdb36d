import type { Instant } from './instant.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** For people: `1 July 2026, 12:00:05 UTC`. Milliseconds are cut off. */
export function formatUtc(instant: Instant): string {
  const { day, month, year, clock } = parts(instant);
  return `${day} ${month} ${year}, ${clock} UTC`;
}

/** For the fields of HMRC's form, which ask for 'date & time': `01 July 2026 12:00:05 UTC`. Milliseconds are cut off. */
export function formatForForm(instant: Instant): string {
  const { day, month, year, clock } = parts(instant);
  return `${String(day).padStart(2, '0')} ${month} ${year} ${clock} UTC`;
}

/** Where room is scarce: `1 Jul 2026, 12:00 UTC`. Seconds are cut off. */
export function formatBrief(instant: Instant): string {
  const { day, month, year, clock } = parts(instant);
  return `${day} ${month.slice(0, 3)} ${year}, ${clock.slice(0, 5)} UTC`;
}

/**
 * For people, of a deadline or a day to remember: `Saturday 12 December 2026, 09:00 UTC`, beside it the same in their own
 * zone where that differs: `(10:00 CET)`, `(Sunday 13 December, 08:00 AEDT)`. Seconds are cut off.
 *
 * @param timeZone IANA zone.
 * @param names of weekday and month; short ones for tables: `Sat 12 Dec 2026, 09:00 UTC`
 */
export function formatMoment(instant: Instant, timeZone: string, names: 'long' | 'short' = 'long'): string {
  const here = inUtc(instant, names);
  const text = `${here.day} ${here.year}, ${here.clock} UTC`;
  // Most often so, and then the platform's tables of all languages and zones are not loaded: 8 MB and 10 ms.
  if (timeZone === 'UTC') return text;
  const there = inZone(instant, timeZone, names);
  if (there.day === here.day && there.clock === here.clock) return text;
  return `${text} (${there.day === here.day ? '' : `${there.day}, `}${there.clock} ${there.zone})`;
}

/** The same moment in the United Kingdom: `Saturday 12 December 2026, 09:00 GMT`, in summer `… BST`. */
export function formatUk(instant: Instant): string {
  const { day, year, clock, zone } = inZone(instant, 'Europe/London', 'long');
  return `${day} ${year}, ${clock} ${zone}`;
}

/** `Saturday 12 December`, `2026`, `09:00`. */
interface Moment {
  readonly day: string;
  readonly year: string;
  readonly clock: string;
}

function inUtc(instant: Instant, names: 'long' | 'short'): Moment {
  const { day, month, year, clock } = parts(instant);
  const weekday = weekdays[new Date(instant).getUTCDay()] ?? '';
  const [dayName, monthName] = names === 'long' ? [weekday, month] : [weekday.slice(0, 3), shortMonth(month)];
  return { day: `${dayName} ${day} ${monthName}`, year: String(year), clock: clock.slice(0, 5) };
}

/** As the platform has it for British English. */
function shortMonth(month: string): string {
  return month === 'September' ? 'Sept' : month.slice(0, 3);
}

/** With the zone's short name: `GMT`. */
function inZone(instant: Instant, timeZone: string, names: 'long' | 'short'): Moment & { readonly zone: string } {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: names,
    day: 'numeric',
    month: names,
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  const found = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => found.get(type) ?? '';
  return {
    day: `${part('weekday')} ${part('day')} ${part('month')}`,
    year: part('year'),
    clock: `${part('hour')}:${part('minute')}`,
    zone: part('timeZoneName'),
  };
}

/** For machines: `2026-07-01T12:00:05Z`, with milliseconds (`12:00:05.250Z`) only when there are any. */
export function isoUtc(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/**
 * For people, the two largest units rounded down: `13 days 4 hours`, `1 day`, `3 hours 20 minutes`, `59 minutes`,
 * `less than a minute`. The sign is dropped: the sentence around it says 'ago' or 'left'.
 */
export function formatDuration(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return joined(counted(days, 'day'), counted(hours % 24, 'hour'));
  if (hours > 0) return joined(counted(hours, 'hour'), counted(minutes % 60, 'minute'));
  return counted(minutes, 'minute') ?? 'less than a minute';
}

function counted(count: number, unit: string): string | undefined {
  if (count === 0) return undefined;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

function joined(...words: readonly (string | undefined)[]): string {
  return words.filter((word) => word !== undefined).join(' ');
}

function parts(instant: Instant): { day: number; month: string; year: number; clock: string } {
  const date = new Date(instant);
  return {
    day: date.getUTCDate(),
    month: months[date.getUTCMonth()] ?? '',
    year: date.getUTCFullYear(),
    clock: date.toISOString().slice(-13, -5),
  };
}
