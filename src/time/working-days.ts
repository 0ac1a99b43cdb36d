import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { isWeekend } from 'date-fns/isWeekend';
import { setHours } from 'date-fns/setHours';
import { startOfDay } from 'date-fns/startOfDay';
import { dayLength, type Instant } from './instant.ts';

/** Trader Test is open 07:00-19:00 UK time, Monday to Friday. Source: GUIDE. */
export const openingHours = { from: 7, to: 19, text: '07:00 to 19:00 UK time, Monday to Friday' } as const;

/** When the mailbox for steps by hand is watched. Source: GUIDE, GUIDE6. */
export const mailboxHours = '09:00 to 17:00 UK time, Monday to Friday';

const zone = 'Europe/London';

/**
 * How many days are left to work with Trader Test in: those of which at least a part of the opening hours lies
 * after `from` and before `to`. Friday 18:00 to Monday 08:00 are two, Friday 20:00 to Monday 06:00 none.
 *
 * Saturdays, Sundays and the bank holidays of England and Wales don't count. The guide doesn't say that Trader Test itself closes on
 * bank holidays; the people who release movements by hand are off. Holidays are computed by the rules of
 * the Banking and Financial Dealings Act 1971 and the proclamations that repeat every year; one that is
 * proclaimed for a single year (a coronation) isn't known, nor are Scotland's and Northern Ireland's own.
 *
 * @returns 0 when `to` is not after `from`.
 */
export function workingDaysBetween(from: Instant, to: Instant): number {
  if (to <= from) return 0;
  let days = 0;
  for (let day = londonDay(from); ; day = addDays(day, 1)) {
    const opens = setHours(day, openingHours.from);
    if (opens.getTime() >= to) return days;
    if (setHours(day, openingHours.to).getTime() > from && isWorkingDay(day)) days += 1;
  }
}

/** The last moment before `by` at which Trader Test is open on a working day; undefined when it is before `from`. */
export function lastOpenMoment(from: Instant, by: Instant): Instant | undefined {
  for (let day = londonDay(by); ; day = addDays(day, -1)) {
    const closes = setHours(day, openingHours.to).getTime();
    if (closes <= from) return undefined;
    if (setHours(day, openingHours.from).getTime() < by && isWorkingDay(day)) return Math.min(closes, by);
  }
}

/** The midnight in London before an instant; days are added to it by the calendar, over changes of the clocks. */
function londonDay(instant: Instant): TZDate {
  return startOfDay(new TZDate(instant, zone));
}

function isWorkingDay(date: TZDate): boolean {
  if (isWeekend(date)) return false;
  return !bankHolidays(date.getFullYear()).includes(dayNumber(date.getFullYear(), date.getMonth(), date.getDate()));
}

/** Days since 1970, of a date of the calendar. */
function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month, day) / dayLength;
}

/** 0 is Sunday. 1 January 1970 was a Thursday. */
function weekdayOf(number: number): number {
  return (number + 4) % 7;
}

function bankHolidays(year: number): readonly number[] {
  const easter = easterSunday(year);
  const newYear = movedToWeekday(dayNumber(year, 0, 1));
  const christmas = movedToWeekday(dayNumber(year, 11, 25));
  // Boxing Day gives way to a Christmas Day that was moved to the same day.
  const boxing = movedToWeekday(dayNumber(year, 11, 26));
  return [
    newYear,
    easter - 2,
    easter + 1,
    firstMonday(dayNumber(year, 4, 1)),
    firstMonday(dayNumber(year, 4, 25)),
    firstMonday(dayNumber(year, 7, 25)),
    christmas,
    boxing === christmas ? boxing + 1 : boxing,
  ];
}

/** Saturday and Sunday give way to the Monday after; for two holidays in a row see Boxing Day. */
function movedToWeekday(number: number): number {
  const weekday = weekdayOf(number);
  if (weekday === 6) return number + 2;
  return weekday === 0 ? number + 1 : number;
}

/** The first Monday on that day or after it. */
function firstMonday(number: number): number {
  return number + ((8 - weekdayOf(number)) % 7);
}

/** The Gregorian computus in the form of Meeus, Jones and Butcher. */
function easterSunday(year: number): number {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * century + 13) / 25);
  const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30;
  const l = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(n / 31) - 1, (n % 31) + 1);
}
