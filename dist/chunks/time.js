import { n as tzOffset, t as TZDate } from "./lib/date-fns-tz.js";

// node_modules/date-fns/constants.js
/**
* @constant
* @name maxTime
* @summary Maximum allowed time.
*
* @example
* import { maxTime } from "./constants/date-fns/constants";
*
* const isValid = 8640000000000001 <= maxTime;
* //=> false
*
* new Date(8640000000000001);
* //=> Invalid Date
*/
const maxTime = Math.pow(10, 8) * 24 * 60 * 60 * 1e3;
/**
* @constant
* @name minTime
* @summary Minimum allowed time.
*
* @example
* import { minTime } from "./constants/date-fns/constants";
*
* const isValid = -8640000000000001 >= minTime;
* //=> false
*
* new Date(-8640000000000001)
* //=> Invalid Date
*/
const minTime = -maxTime;
/**
* @constant
* @name constructFromSymbol
* @summary Symbol enabling Date extensions to inherit properties from the reference date.
*
* The symbol is used to enable the `constructFrom` function to construct a date
* using a reference date and a value. It allows to transfer extra properties
* from the reference date to the new date. It's useful for extensions like
* [`TZDate`](https://github.com/date-fns/tz) that accept a time zone as
* a constructor argument.
*/
const constructFromSymbol = Symbol.for("constructDateFrom");

// node_modules/date-fns/constructFrom.js
/**
* @name constructFrom
* @category Generic Helpers
* @summary Constructs a date using the reference date and the value
*
* @description
* The function constructs a new date using the constructor from the reference
* date and the given value. It helps to build generic functions that accept
* date extensions.
*
* It defaults to `Date` if the passed reference date is a number or a string.
*
* Starting from v3.7.0, it allows to construct a date using `[Symbol.for("constructDateFrom")]`
* enabling to transfer extra properties from the reference date to the new date.
* It's useful for extensions like [`TZDate`](https://github.com/date-fns/tz)
* that accept a time zone as a constructor argument.
*
* @typeParam DateType - The `Date` type, the function operates on. Gets inferred from passed arguments. Allows to use extensions like [`UTCDate`](https://github.com/date-fns/utc).
*
* @param date - The reference date to take constructor from
* @param value - The value to create the date
*
* @returns Date initialized using the given date and value
*
* @example
* import { constructFrom } from "./constructFrom/date-fns";
*
* // A function that clones a date preserving the original type
* function cloneDate<DateType extends Date>(date: DateType): DateType {
*   return constructFrom(
*     date, // Use constructor from the given date
*     date.getTime() // Use the date value to create a new date
*   );
* }
*/
function constructFrom(date, value) {
	if (typeof date === "function") return date(value);
	if (date && typeof date === "object" && constructFromSymbol in date) return date[constructFromSymbol](value);
	if (date instanceof Date) return new date.constructor(value);
	return new Date(value);
}

// node_modules/date-fns/toDate.js
/**
* @name toDate
* @category Common Helpers
* @summary Convert the given argument to an instance of Date.
*
* @description
* Convert the given argument to an instance of Date.
*
* If the argument is an instance of Date, the function returns its clone.
*
* If the argument is a number, it is treated as a timestamp.
*
* If the argument is none of the above, the function returns Invalid Date.
*
* Starting from v3.7.0, it clones a date using `[Symbol.for("constructDateFrom")]`
* enabling to transfer extra properties from the reference date to the new date.
* It's useful for extensions like [`TZDate`](https://github.com/date-fns/tz)
* that accept a time zone as a constructor argument.
*
* **Note**: *all* Date arguments passed to any *date-fns* function is processed by `toDate`.
*
* @typeParam DateType - The `Date` type, the function operates on. Gets inferred from passed arguments. Allows to use extensions like [`UTCDate`](https://github.com/date-fns/utc).
* @typeParam ResultDate - The result `Date` type, it is the type returned from the context function if it is passed, or inferred from the arguments.
*
* @param argument - The value to convert
*
* @returns The parsed date in the local time zone
*
* @example
* // Clone the date:
* const result = toDate(new Date(2014, 1, 11, 11, 30, 30))
* //=> Tue Feb 11 2014 11:30:30
*
* @example
* // Convert the timestamp to date:
* const result = toDate(1392098430000)
* //=> Tue Feb 11 2014 11:30:30
*/
function toDate(argument, context) {
	return constructFrom(context || argument, argument);
}

// node_modules/date-fns/addDays.js
/**
* The {@link addDays} function options.
*/
/**
* @name addDays
* @category Day Helpers
* @summary Add the specified number of days to the given date.
*
* @description
* Add the specified number of days to the given date.
*
* **You don't need date-fns\***:
*
* Temporal has a built-in `add` method on all its classes:
*
* - [`Temporal.Instant.prototype.add()`](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Temporal/Instant/add)
* - [`Temporal.PlainDate.prototype.add()`](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Temporal/PlainDate/add)
* - [`Temporal.PlainDateTime.prototype.add()`](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Temporal/PlainDateTime/add)
* - [`Temporal.PlainTime.prototype.add()`](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Temporal/PlainTime/add)
* - [`Temporal.PlainYearMonth.prototype.add()`](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Temporal/PlainYearMonth/add)
* - [`Temporal.ZonedDateTime.prototype.add()`](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Temporal/ZonedDateTime/add)
*
* \* **Not really**, see: https://date-fns.org/you-dont-need-date-fns
*
* @typeParam DateType - The `Date` type, the function operates on. Gets inferred from passed arguments. Allows to use extensions like [`UTCDate`](https://github.com/date-fns/utc).
* @typeParam ResultDate - The result `Date` type, it is the type returned from the context function if it is passed, or inferred from the arguments.
*
* @param date - The date to be changed
* @param amount - The amount of days to be added.
* @param options - An object with options
*
* @returns The new date with the days added
*
* @example
* // Add 10 days to 1 September 2014:
* const result = addDays(new Date(2014, 8, 1), 10)
* //=> Thu Sep 11 2014 00:00:00
*
* @example
* // Using Temporal:
* // Add 10 days to 1 September 2014:
* Temporal.PlainDate.from("2014-09-01").add({ days: 10 }).toString();
* //=> "2014-09-11"
*/
function addDays(date, amount, options) {
	const _date = toDate(date, options?.in);
	if (isNaN(amount)) return constructFrom(options?.in || date, NaN);
	if (!amount) return _date;
	_date.setDate(_date.getDate() + amount);
	return _date;
}

// node_modules/date-fns/isWeekend.js
/**
* The {@link isWeekend} function options.
*/
/**
* @name isWeekend
* @category Weekday Helpers
* @summary Does the given date fall on a weekend?
*
* @description
* Does the given date fall on a weekend? A weekend is either Saturday (`6`) or Sunday (`0`).
*
* @param date - The date to check
* @param options - An object with options
*
* @returns The date falls on a weekend
*
* @example
* // Does 5 October 2014 fall on a weekend?
* const result = isWeekend(new Date(2014, 9, 5))
* //=> true
*/
function isWeekend(date, options) {
	const day = toDate(date, options?.in).getDay();
	return day === 0 || day === 6;
}

// node_modules/date-fns/setHours.js
/**
* The {@link setHours} function options.
*/
/**
* @name setHours
* @category Hour Helpers
* @summary Set the hours to the given date.
*
* @description
* Set the hours to the given date.
*
* @typeParam DateType - The `Date` type, the function operates on. Gets inferred from passed arguments. Allows to use extensions like [`UTCDate`](https://github.com/date-fns/utc).
* @typeParam ResultDate - The result `Date` type, it is the type returned from the context function if it is passed, or inferred from the arguments.
*
* @param date - The date to be changed
* @param hours - The hours of the new date
* @param options - An object with options
*
* @returns The new date with the hours set
*
* @example
* // Set 4 hours to 1 September 2014 11:30:00:
* const result = setHours(new Date(2014, 8, 1, 11, 30), 4)
* //=> Mon Sep 01 2014 04:30:00
*/
function setHours(date, hours, options) {
	const _date = toDate(date, options?.in);
	_date.setHours(hours);
	return _date;
}

// node_modules/date-fns/startOfDay.js
/**
* The {@link startOfDay} function options.
*/
/**
* @name startOfDay
* @category Day Helpers
* @summary Return the start of a day for the given date.
*
* @description
* Return the start of a day for the given date.
* The result will be in the local timezone.
*
* @typeParam DateType - The `Date` type, the function operates on. Gets inferred from passed arguments. Allows to use extensions like [`UTCDate`](https://github.com/date-fns/utc).
* @typeParam ResultDate - The result `Date` type, it is the type returned from the context function if it is passed, or inferred from the arguments.
*
* @param date - The original date
* @param options - The options
*
* @returns The start of a day
*
* @example
* // The start of a day for 2 September 2014 11:55:00:
* const result = startOfDay(new Date(2014, 8, 2, 11, 55, 0))
* //=> Tue Sep 02 2014 00:00:00
*/
function startOfDay$1(date, options) {
	const _date = toDate(date, options?.in);
	_date.setHours(0, 0, 0, 0);
	return _date;
}

// src/time/instant.ts
/** Of 24 hours, in milliseconds. */
const dayLength = 864e5;
/** Whole days of 24 hours, rounded down. */
function wholeDays(from, to) {
	return Math.floor((to - from) / dayLength);
}

// src/time/working-days.ts
/** Trader Test is open 07:00-19:00 UK time, Monday to Friday. Source: GUIDE. */
const openingHours = {
	from: 7,
	to: 19,
	text: "07:00 to 19:00 UK time, Monday to Friday"
};
/** When the mailbox for steps by hand is watched. Source: GUIDE, GUIDE6. */
const mailboxHours = "09:00 to 17:00 UK time, Monday to Friday";
const zone = "Europe/London";
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
function workingDaysBetween(from, to) {
	if (to <= from) return 0;
	let days = 0;
	for (let day = londonDay(from);; day = addDays(day, 1)) {
		if (setHours(day, openingHours.from).getTime() >= to) return days;
		if (setHours(day, openingHours.to).getTime() > from && isWorkingDay(day)) days += 1;
	}
}
/** The last moment before `by` at which Trader Test is open on a working day; undefined when it is before `from`. */
function lastOpenMoment(from, by) {
	for (let day = londonDay(by);; day = addDays(day, -1)) {
		const closes = setHours(day, openingHours.to).getTime();
		if (closes <= from) return void 0;
		if (setHours(day, openingHours.from).getTime() < by && isWorkingDay(day)) return Math.min(closes, by);
	}
}
/** The midnight in London before an instant; days are added to it by the calendar, over changes of the clocks. */
function londonDay(instant) {
	return startOfDay$1(new TZDate(instant, zone));
}
function isWorkingDay(date) {
	if (isWeekend(date)) return false;
	return !bankHolidays(date.getFullYear()).includes(dayNumber(date.getFullYear(), date.getMonth(), date.getDate()));
}
/** Days since 1970, of a date of the calendar. */
function dayNumber(year, month, day) {
	return Date.UTC(year, month, day) / dayLength;
}
/** 0 is Sunday. 1 January 1970 was a Thursday. */
function weekdayOf(number) {
	return (number + 4) % 7;
}
function bankHolidays(year) {
	const easter = easterSunday(year);
	const newYear = movedToWeekday(dayNumber(year, 0, 1));
	const christmas = movedToWeekday(dayNumber(year, 11, 25));
	const boxing = movedToWeekday(dayNumber(year, 11, 26));
	return [
		newYear,
		easter - 2,
		easter + 1,
		firstMonday(dayNumber(year, 4, 1)),
		firstMonday(dayNumber(year, 4, 25)),
		firstMonday(dayNumber(year, 7, 25)),
		christmas,
		boxing === christmas ? boxing + 1 : boxing
	];
}
/** Saturday and Sunday give way to the Monday after; for two holidays in a row see Boxing Day. */
function movedToWeekday(number) {
	const weekday = weekdayOf(number);
	if (weekday === 6) return number + 2;
	return weekday === 0 ? number + 1 : number;
}
/** The first Monday on that day or after it. */
function firstMonday(number) {
	return number + (8 - weekdayOf(number)) % 7;
}
/** The Gregorian computus in the form of Meeus, Jones and Butcher. */
function easterSunday(year) {
	const a = year % 19;
	const century = Math.floor(year / 100);
	const c = year % 100;
	const g = Math.floor((8 * century + 13) / 25);
	const h = (19 * a + century - Math.floor(century / 4) - g + 15) % 30;
	const l = (32 + 2 * (century % 4) + 2 * Math.floor(c / 4) - h - c % 4) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const n = h + l - 7 * m + 114;
	return dayNumber(year, Math.floor(n / 31) - 1, n % 31 + 1);
}

// src/time/read.ts
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
function readTime(text, timeZone) {
	if (text.length > 100) return void 0;
	const trimmed = text.trim();
	return readParts(isoShape.exec(trimmed), timeZone) ?? readParts(basicShape.exec(trimmed), timeZone) ?? readNamedMonth(trimmed, timeZone) ?? readEpoch(trimmed);
}
const clockZone = String.raw`(?: ?(?<offset>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)(?:\[[\w+\-/]+\])?)?`;
const fractionShape = String.raw`(?:[.,](?<fraction>\d{1,9}))?`;
const isoShape = new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:(?:T ?| )(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d)${fractionShape})?${clockZone})?$`, "i");
const basicShape = new RegExp(String.raw`^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)T(?<hour>\d\d)(?<minute>\d\d)(?:(?<second>\d\d)${fractionShape})?${clockZone}$`, "i");
const weekday = "(?<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const monthName = "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const clock = String.raw`(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d))?`;
const namedMonthShapes = [
	String.raw`(?:${weekday}, )?(?<day>\d\d?) ${monthName} (?<year>\d{4}),? ${clock} (?<offset>GMT|UTC|UT|[+-]\d{4})`,
	String.raw`${weekday} ${monthName} (?<day>\d\d) (?<year>\d{4}) ${clock} GMT(?<offset>[+-]\d{4})(?: \([^()]*\))?`,
	String.raw`${weekday} ${monthName} {1,2}(?<day>\d\d?) ${clock} (?<offset>GMT|UTC) (?<year>\d{4})`
].map((shape) => new RegExp(`^${shape}$`, "i"));
const epochShape = /^[12]\d{9}(?:(?<millis>\d{3})|\.(?<fraction>\d{1,9}))?$/;
function readParts(match, timeZone) {
	const parts = match?.groups;
	if (parts === void 0) return void 0;
	const day = startOfDay(Number(parts["year"]), Number(parts["month"]), Number(parts["day"]));
	const time = timeOfDay(parts);
	if (day === void 0 || time === void 0) return void 0;
	return fromWallClock(day + time, parts["offset"], timeZone);
}
function readNamedMonth(text, timeZone) {
	for (const shape of namedMonthShapes) {
		const parts = shape.exec(text)?.groups;
		if (parts === void 0) continue;
		const month = monthNames$1.indexOf((parts["month"] ?? "").slice(0, 3).toLowerCase()) + 1;
		const day = startOfDay(Number(parts["year"]), month, Number(parts["day"]));
		const time = timeOfDay(parts);
		if (day === void 0 || time === void 0) return void 0;
		const named = parts["weekday"]?.toLowerCase();
		if (named !== void 0 && weekdayNames[new Date(day).getUTCDay()] !== named) return void 0;
		return fromWallClock(day + time, parts["offset"], timeZone);
	}
}
const monthNames$1 = [
	"jan",
	"feb",
	"mar",
	"apr",
	"may",
	"jun",
	"jul",
	"aug",
	"sep",
	"oct",
	"nov",
	"dec"
];
const weekdayNames = [
	"sun",
	"mon",
	"tue",
	"wed",
	"thu",
	"fri",
	"sat"
];
function readEpoch(text) {
	const match = epochShape.exec(text);
	if (match === null) return void 0;
	const millis = match.groups?.["millis"] ?? firstThree(match.groups?.["fraction"]);
	return {
		instant: Number(text.slice(0, 10)) * 1e3 + Number(millis),
		assumedZone: false
	};
}
/** Midnight UTC of a calendar day in milliseconds, or undefined when the calendar has no such day. */
function startOfDay(year, month, day) {
	const days = month === 2 && isLeap(year) ? 29 : daysOfMonth[month - 1];
	if (days === void 0 || day < 1 || day > days) return void 0;
	return Date.UTC(year + 400, month - 1, day) - 146097 * dayLength;
}
const daysOfMonth = [
	31,
	28,
	31,
	30,
	31,
	30,
	31,
	31,
	30,
	31,
	30,
	31
];
function isLeap(year) {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
function timeOfDay(parts) {
	const hour = Number(parts["hour"] ?? 0);
	const minute = Number(parts["minute"] ?? 0);
	const second = Number(parts["second"] ?? 0);
	if (minute > 59 || second > 59) return void 0;
	const time = ((hour * 60 + minute) * 60 + second) * 1e3 + Number(firstThree(parts["fraction"]));
	return time > 864e5 || hour === 24 && /[1-9]/.test(parts["fraction"] ?? "") ? void 0 : time;
}
function firstThree(fraction) {
	return (fraction ?? "").slice(0, 3).padEnd(3, "0");
}
/** @param wall what clock and calendar show, as if they stood in UTC, in milliseconds. */
function fromWallClock(wall, offset, timeZone) {
	if (offset === void 0) {
		const instant = /^(?:Etc\/)?(?:UTC|GMT)$/i.test(timeZone) ? wall : earliestReading(wall, timeZone);
		return instant === void 0 ? void 0 : {
			instant,
			assumedZone: true
		};
	}
	const ahead = offsetLength(offset);
	return ahead === void 0 ? void 0 : {
		instant: wall - ahead,
		assumedZone: false
	};
}
function offsetLength(offset) {
	if (!/^[+-]/.test(offset)) return 0;
	const minutes = Number(offset.slice(-2));
	const total = offset.length === 3 ? minutes * 60 : Number(offset.slice(1, 3)) * 60 + minutes;
	if (total > 840 || minutes > 59) return void 0;
	return (offset.startsWith("-") ? -total : total) * 6e4;
}
/**
* Zones lie between -12 and +14 hours, so the offsets a day before and a day after the wall clock taken as UTC are
* all that can apply (two changes within two days don't happen).
*/
function earliestReading(wall, timeZone) {
	const readings = [wall - dayLength, wall + dayLength].map((near) => wall - zoneOffset(near, timeZone));
	if (readings.some(Number.isNaN)) return void 0;
	const real = readings.filter((instant) => instant + zoneOffset(instant, timeZone) === wall);
	return Math.min(...real.length > 0 ? real : readings);
}
/** How far clocks of the zone are ahead of UTC at that instant, in milliseconds; NaN for an unknown zone. */
function zoneOffset(instant, timeZone) {
	return Math.round(tzOffset(timeZone, new Date(instant)) * 6e4);
}

// src/time/format.ts
const months = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December"
];
const weekdays = [
	"Sunday",
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday"
];
/** For people: `1 July 2026, 12:00:05 UTC`. Milliseconds are cut off. */
function formatUtc(instant) {
	const { day, month, year, clock } = parts(instant);
	return `${day} ${month} ${year}, ${clock} UTC`;
}
/** For the fields of HMRC's form, which ask for 'date & time': `01 July 2026 12:00:05 UTC`. Milliseconds are cut off. */
function formatForForm(instant) {
	const { day, month, year, clock } = parts(instant);
	return `${String(day).padStart(2, "0")} ${month} ${year} ${clock} UTC`;
}
/** Where room is scarce: `1 Jul 2026, 12:00 UTC`. Seconds are cut off. */
function formatBrief(instant) {
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
function formatMoment(instant, timeZone, names = "long") {
	const here = inUtc(instant, names);
	const text = `${here.day} ${here.year}, ${here.clock} UTC`;
	if (timeZone === "UTC") return text;
	const there = inZone(instant, timeZone, names);
	if (there.day === here.day && there.clock === here.clock) return text;
	return `${text} (${there.day === here.day ? "" : `${there.day}, `}${there.clock} ${there.zone})`;
}
/** The same moment in the United Kingdom: `Saturday 12 December 2026, 09:00 GMT`, in summer `… BST`. */
function formatUk(instant) {
	const { day, year, clock, zone } = inZone(instant, "Europe/London", "long");
	return `${day} ${year}, ${clock} ${zone}`;
}
function inUtc(instant, names) {
	const { day, month, year, clock } = parts(instant);
	const weekday = weekdays[new Date(instant).getUTCDay()] ?? "";
	const [dayName, monthName] = names === "long" ? [weekday, month] : [weekday.slice(0, 3), shortMonth(month)];
	return {
		day: `${dayName} ${day} ${monthName}`,
		year: String(year),
		clock: clock.slice(0, 5)
	};
}
/** As the platform has it for British English. */
function shortMonth(month) {
	return month === "September" ? "Sept" : month.slice(0, 3);
}
/** With the zone's short name: `GMT`. */
function inZone(instant, timeZone, names) {
	const format = new Intl.DateTimeFormat("en-GB", {
		timeZone,
		weekday: names,
		day: "numeric",
		month: names,
		year: "numeric",
		hour: "2-digit",
		minute: "2-digit",
		hourCycle: "h23",
		timeZoneName: "short"
	});
	const found = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
	const part = (type) => found.get(type) ?? "";
	return {
		day: `${part("weekday")} ${part("day")} ${part("month")}`,
		year: part("year"),
		clock: `${part("hour")}:${part("minute")}`,
		zone: part("timeZoneName")
	};
}
/** For machines: `2026-07-01T12:00:05Z`, with milliseconds (`12:00:05.250Z`) only when there are any. */
function isoUtc(instant) {
	return new Date(instant).toISOString().replace(".000Z", "Z");
}
/**
* For people, the two largest units rounded down: `13 days 4 hours`, `1 day`, `3 hours 20 minutes`, `59 minutes`,
* `less than a minute`. The sign is dropped: the sentence around it says 'ago' or 'left'.
*/
function formatDuration(milliseconds) {
	const minutes = Math.floor(Math.abs(milliseconds) / 6e4);
	const hours = Math.floor(minutes / 60);
	const days = Math.floor(hours / 24);
	if (days > 0) return joined(counted(days, "day"), counted(hours % 24, "hour"));
	if (hours > 0) return joined(counted(hours, "hour"), counted(minutes % 60, "minute"));
	return counted(minutes, "minute") ?? "less than a minute";
}
function counted(count, unit) {
	if (count === 0) return void 0;
	return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
function joined(...words) {
	return words.filter((word) => word !== void 0).join(" ");
}
function parts(instant) {
	const date = new Date(instant);
	return {
		day: date.getUTCDate(),
		month: months[date.getUTCMonth()] ?? "",
		year: date.getUTCFullYear(),
		clock: date.toISOString().slice(-13, -5)
	};
}

// src/time/typed.ts
const monthNames = [
	"jan",
	"feb",
	"mar",
	"apr",
	"may",
	"jun",
	"jul",
	"aug",
	"sep",
	"oct",
	"nov",
	"dec"
];
const month = "(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const between = String.raw`[\s./,-]*`;
/** In the order in which they are tried. */
const dates = [
	String.raw`(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})`,
	String.raw`(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?=t|\s|$)`,
	String.raw`(?<year>\d{4})${between}${month}${between}(?<day>\d{1,2})`,
	String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?${between}${month}${between}(?<year>\d{4}|\d\d)`,
	String.raw`${month}${between}(?<day>\d{1,2})(?:st|nd|rd|th)?[\s,]+(?<year>\d{4})`,
	String.raw`(?<day>\d{1,2})\s?[-/.]\s?(?<month>\d{1,2})\s?[-/.]\s?(?<year>\d{4}|\d\d)`
].map((shape) => new RegExp(String.raw`(?<!\d)${shape}(?!\d)`, "u"));
const half = String.raw`(?:\s*(?<half>[ap])\.?m\b\.?)?`;
const clocks = [
	String.raw`(?<hour>\d{1,2})\s?[:.h]\s?(?<minute>\d\d)(?:[:.](?<second>\d\d)(?:[.,]\d{1,9})?)?${half}`,
	String.raw`(?<hour>\d{1,2})\s*(?<half>[ap])\.?m\b\.?`,
	String.raw`(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?`
].map((shape) => new RegExp(String.raw`(?<!\d)${shape}(?!\d)`, "u"));
const zoneShape = /(?:gmt|utc)?\s*(?<offset>[+-]\d\d(?::?\d\d)?)(?:\s*\([^()]*\)|\[[^\]]*\])?|\b(?<utc>utc|gmt|zulu|z)\b|(?<=\d)(?<zulu>z)\b|\b(?<bst>bst)\b|\b(?<uk>uk|london|local)\b/u;
/** Words around a date that say nothing about it. */
const filler = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:at|on|the|of|o'?clock|hrs?|hours?|h|time|date|t)\b|[\s,.;:()/[\]|&-]+/gu;
/**
* Reads a date and time however a person writes it: `20 November 2026 09:00:05 UTC`, `20/11/2026 9.00`, `2026-11-20T09:00Z`,
* `Nov 20th, 2026 at 9:00 am GMT`, `20.11.26`. Between figures the day comes first, as in the UK, unless there is no such
* month. Text that says anything else is no time.
*/
function readTypedTime(text) {
	if (text.length > 100) return;
	const line = text.normalize("NFKC").toLowerCase().replaceAll(/[‐-―]/gu, "-");
	const date = firstMatch(dates, line);
	const day = date && dayOf(date.groups);
	if (date === void 0 || day === void 0) return;
	const clock = firstMatch(clocks, date.rest.replace(/^\s*t(?=\d)/u, " "));
	const time = clock === void 0 ? 0 : timeOf(clock.groups);
	if (time === void 0) return;
	const zone = firstMatch([zoneShape], clock?.rest ?? date.rest);
	if ((zone?.rest ?? clock?.rest ?? date.rest).replaceAll(filler, "") !== "") return;
	const hasSeconds = clock?.groups["second"] !== void 0;
	return {
		wall: day + time,
		precision: clock === void 0 ? "day" : hasSeconds ? "second" : "minute",
		zone: zone === void 0 ? void 0 : zoneOf(zone.groups)
	};
}
/**
* Whether a typed time means that instant, as exactly as it is given. One without a zone may be in UTC or in any of the zones.
*
* @param zones IANA zones.
*/
function meansInstant(typed, instant, zones) {
	const length = {
		day: dayLength,
		minute: 6e4,
		second: 1e3
	}[typed.precision];
	return (typed.zone === void 0 ? [0, ...zones] : [typed.zone]).some((zone) => {
		const wall = instant + (typeof zone === "number" ? zone : tzOffset(zone, new Date(instant))) * 6e4;
		const rounded = typed.precision === "minute" ? Math.round(wall / length) * length : void 0;
		return Math.floor(wall / length) * length === typed.wall || rounded === typed.wall;
	});
}
function firstMatch(shapes, text) {
	for (const shape of shapes) {
		const match = shape.exec(text);
		if (match?.groups !== void 0) {
			const { index } = match;
			return {
				groups: match.groups,
				rest: `${text.slice(0, index)} ${text.slice(index + match[0].length)}`
			};
		}
	}
}
/** Midnight of the day; undefined when the calendar has no such day. */
function dayOf({ year = "", month: number, name, day: date = "" }) {
	const written = name === void 0 ? Number(number) : monthNames.indexOf(name.slice(0, 3)) + 1;
	const full = year.length === 2 ? 2e3 + Number(year) : Number(year);
	const [months, days] = name === void 0 && written > 12 && Number(date) <= 12 ? [Number(date), written] : [written, Number(date)];
	const midnight = Date.UTC(full, months - 1, days);
	const check = new Date(midnight);
	return check.getUTCMonth() === months - 1 && check.getUTCDate() === days ? midnight : void 0;
}
function timeOf({ hour = "", minute = "0", second = "0", half: of }) {
	const given = Number(hour);
	if (of !== void 0 && (given < 1 || given > 12)) return;
	const hours = of === void 0 ? given : given % 12 + (of === "p" ? 12 : 0);
	const [minutes, seconds] = [Number(minute), Number(second)];
	return hours > 23 || minutes > 59 || seconds > 59 ? void 0 : ((hours * 60 + minutes) * 60 + seconds) * 1e3;
}
function zoneOf({ offset, bst, uk }) {
	if (offset !== void 0) {
		const digits = offset.replaceAll(/\D/gu, "").padEnd(4, "0");
		const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
		return offset.startsWith("-") ? -minutes : minutes;
	}
	if (uk !== void 0) return "Europe/London";
	return bst === void 0 ? 0 : 60;
}

export { wholeDays as _, formatForForm as a, formatUtc as c, zoneOffset as d, lastOpenMoment as f, dayLength as g, workingDaysBetween as h, formatDuration as i, isoUtc as l, openingHours as m, readTypedTime as n, formatMoment as o, mailboxHours as p, formatBrief as r, formatUk as s, meansInstant as t, readTime as u };