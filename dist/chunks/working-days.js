import { t as TZDate } from "./tz.js";

// src/requirements/manual-intervention.ts
/** Whom to ask for a step by hand, and how. Source: GUIDE, normal procedure. */
const mail = {
	address: "nctsp5tradertest@hmrc.gov.uk",
	subject: "Manual Intervention"
};
/**
* The e-mail that asks for a step by hand: number of the scenario, step and LRN, which only the sender knows.
* Source: GUIDE, normal procedure.
*
* @param step Its number in the scenario, from 1.
*/
function interventionMail({ id }, step) {
	return {
		to: mail.address,
		subject: `${mail.subject} ${id}`,
		body: [
			`Scenario number: ${id}`,
			`Step: ${step}`,
			"LRN: (the LRN of the declaration that you have sent)"
		]
	};
}

// src/time/working-days.ts
/** Trader Test is open 07:00-19:00 UK time, Monday to Friday. Source: GUIDE. */
const openingHours = {
	from: 7,
	to: 19,
	text: "07:00 to 19:00 UK time, Monday to Friday"
};
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
	const first = new TZDate(from, zone);
	for (let day = first.getDate();; day += 1) {
		const opens = new TZDate(first.getFullYear(), first.getMonth(), day, openingHours.from, zone);
		if (opens.getTime() >= to) return days;
		if (new TZDate(first.getFullYear(), first.getMonth(), day, openingHours.to, zone).getTime() > from && isWorkingDay(opens)) days += 1;
	}
}
/** The last moment before `by` at which Trader Test is open on a working day; undefined when it is before `from`. */
function lastOpenMoment(from, by) {
	const end = new TZDate(by, zone);
	for (let day = end.getDate();; day -= 1) {
		const opens = new TZDate(end.getFullYear(), end.getMonth(), day, openingHours.from, zone);
		const closes = new TZDate(end.getFullYear(), end.getMonth(), day, openingHours.to, zone);
		if (closes.getTime() <= from) return void 0;
		if (opens.getTime() < by && isWorkingDay(opens)) return Math.min(closes.getTime(), by);
	}
}
function isWorkingDay(date) {
	const weekday = date.getDay();
	if (weekday === 0 || weekday === 6) return false;
	return !bankHolidays(date.getFullYear()).includes(dayNumber(date.getFullYear(), date.getMonth(), date.getDate()));
}
/** Days since 1970, of a date of the calendar. */
function dayNumber(year, month, day) {
	return Date.UTC(year, month, day) / 864e5;
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

export { interventionMail as i, openingHours as n, workingDaysBetween as r, lastOpenMoment as t };