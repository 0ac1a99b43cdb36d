import { n as tzOffset } from "./tz.js";
import { d as suggestion, l as nearest, t as choiceOf } from "./words.js";

// src/time/read.ts
/**
* Reads a time as test tools, the CTC Traders API and people write it. Source of the shapes: real reports of
* twenty tools, the API's `received`, NCTS message XML.
*
* - `2026-07-01T12:00:05.123456789Z`: separator `T`, a space or `T `; seconds may be missing (Java leaves out zero ones);
*   a fraction of 1 to 9 digits after `.` or `,`; then `Z`, `UTC`, `GMT`, `±hh:mm`, `±hhmm` or `±hh` (a space may
*   stand before it, and Java's `[Europe/London]` behind it, which tells nothing that the offset doesn't), or nothing.
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
		const month = monthNames.indexOf((parts["month"] ?? "").slice(0, 3).toLowerCase()) + 1;
		const day = startOfDay(Number(parts["year"]), month, Number(parts["day"]));
		const time = timeOfDay(parts);
		if (day === void 0 || time === void 0) return void 0;
		const named = parts["weekday"]?.toLowerCase();
		if (named !== void 0 && weekdayNames[new Date(day).getUTCDay()] !== named) return void 0;
		return fromWallClock(day + time, parts["offset"], timeZone);
	}
}
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
	const midnight = Date.UTC(year + 400, month - 1, day) - 146097 * dayLength;
	const check = new Date(midnight);
	return check.getUTCMonth() === month - 1 && check.getUTCDate() === day ? midnight : void 0;
}
const dayLength = 864e5;
function timeOfDay(parts) {
	const hour = Number(parts["hour"] ?? 0);
	const minute = Number(parts["minute"] ?? 0);
	const second = Number(parts["second"] ?? 0);
	if (hour > 24 || minute > 59 || second > 59) return void 0;
	const time = ((hour * 60 + minute) * 60 + second) * 1e3 + Number(firstThree(parts["fraction"]));
	return time > dayLength || hour === 24 && /[1-9]/.test(parts["fraction"] ?? "") ? void 0 : time;
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
	if (total > 840 || offset.length > 3 && minutes > 59) return void 0;
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
function zoneOffset(instant, timeZone) {
	return Math.round(tzOffset(timeZone, new Date(instant)) * 6e4);
}

// src/settings/given.ts
/** Readers return undefined for what was not given and for what they complained about. */
function readText(given) {
	return given?.texts.join("\n").trim();
}
/** The items of a list, without blank ones and repetitions. */
function readList(given) {
	if (given === void 0) return void 0;
	const [text] = given.texts;
	const items = given.texts.length === 1 && text !== void 0 ? splitList(text) : given.texts;
	return [...new Set(items.map((item) => item.trim()).filter((item) => item !== ""))];
}
/** A list of known words; every unknown one is complained about. Duplicates and order are as `read` gives them. */
function readWords(given, read, known, complain) {
	const items = readList(given);
	if (given === void 0 || items === void 0) return void 0;
	if (items.length === 0) complain(given.where, "is an empty list.", `Known are: ${known.join(", ")}.`);
	const words = items.map((item) => {
		const word = read(item);
		if (word === void 0) complain(given.where, `'${shorten(item)}' is not known.`, suggestion(item, known));
		return word;
	});
	return [...new Set(words.filter((word) => word !== void 0))];
}
function readBoolean(given, complain) {
	const text = readText(given);
	if (given === void 0 || text === void 0) return void 0;
	const value = booleanOf(text);
	if (value === void 0) complain(given.where, `must be true or false, not '${shorten(text)}'.`);
	return value;
}
/** true, yes, on and false, no, off in any letter case. */
function booleanOf(text) {
	const word = text.trim().toLowerCase();
	if ([
		"true",
		"yes",
		"on"
	].includes(word)) return true;
	return [
		"false",
		"no",
		"off"
	].includes(word) ? false : void 0;
}
function readInteger(given, range, complain) {
	const text = readText(given);
	if (given === void 0 || text === void 0) return void 0;
	const value = /^[0-9]{1,9}$/.test(text) ? Number(text) : NaN;
	if (value >= range.min && value <= range.max) return value;
	complain(given.where, `must be a whole number from ${range.min} to ${range.max}, not '${shorten(text)}'.`);
}
function readChoice(given, choices, complain) {
	const text = readText(given);
	if (given === void 0 || text === void 0) return void 0;
	const choice = choiceOf(text, choices);
	if (choice === void 0) complain(given.where, `must be one of ${choices.join(", ")}, not '${shorten(text)}'.`);
	return choice;
}
/** An IANA zone, spelled as given; offsets such as +01:00 are no zones, since a zone's offset changes with the season. */
function readZone(given, complain) {
	const text = readText(given);
	if (given === void 0 || text === void 0 || isZone(text)) return text;
	const meant = nearest(text, Intl.supportedValuesOf("timeZone"));
	const hint = meant === void 0 ? "Write an IANA name such as Europe/London or UTC." : `Did you mean '${meant}'?`;
	complain(given.where, `'${shorten(text)}' is no time zone.`, hint);
}
function isZone(name) {
	if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
	try {
		return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
	} catch {
		return false;
	}
}
/**
* An instant: a date and time with offset (ISO 8601), or a date, which means its start or its end (the last
* millisecond) in the zone.
*/
function readInstant(given, dateMeans, timeZone, complain) {
	const text = readText(given);
	if (given === void 0 || text === void 0) return void 0;
	const example = "Write for example 2026-07-14T16:00:00Z or 2026-07-14.";
	const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(text);
	const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? readTime(text, timeZone) : void 0;
	const instant = dateOnly && dateMeans === "end" ? endOfDay(text, timeZone) : time?.instant;
	if (time === void 0 || instant === void 0) {
		complain(given.where, `'${shorten(text)}' is no date, nor a date and time.`, example);
		return;
	}
	if (time.assumedZone && !dateOnly) {
		complain(given.where, `'${shorten(text)}' has no offset, so it could be any of 26 hours.`, `Add Z or an offset. ${example}`);
		return;
	}
	return instant;
}
function endOfDay(date, timeZone) {
	const midnight = Date.parse(`${date}T00:00:00Z`);
	if (Number.isNaN(midnight)) return void 0;
	const next = new Date(midnight + 864e5).toISOString().slice(0, 10);
	const start = readTime(next, timeZone)?.instant;
	return start === void 0 ? void 0 : start - 1;
}
/** At new lines, and at commas outside of brackets: `a/{b,c}.xml, d.xml` has two items. */
function splitList(text) {
	const items = [""];
	let depth = 0;
	for (const char of text) {
		if (char === "\n" || char === "," && depth === 0) {
			items.push("");
			depth = 0;
			continue;
		}
		if ("{[(".includes(char)) depth++;
		if ("}])".includes(char)) depth = Math.max(0, depth - 1);
		items[items.length - 1] += char;
	}
	return items;
}
/** As much of a wrong value as a message can hold; on one line. */
function shorten(text) {
	const line = text.replaceAll(/\s+/g, " ");
	return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

export { readInteger as a, readWords as c, readTime as d, readInstant as i, readZone as l, readBoolean as n, readList as o, readChoice as r, readText as s, booleanOf as t, shorten as u };