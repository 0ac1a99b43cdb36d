import { n as tzOffset, t as TZDate } from "./lib/date-fns-tz.js";

// node_modules/date-fns/constants.js
const maxTime = Math.pow(10, 8) * 24 * 60 * 60 * 1e3;
const minTime = -maxTime;
const constructFromSymbol = Symbol.for("constructDateFrom");

// node_modules/date-fns/constructFrom.js
function constructFrom(date, value) {
	if (typeof date === "function") return date(value);
	if (date && typeof date === "object" && constructFromSymbol in date) return date[constructFromSymbol](value);
	if (date instanceof Date) return new date.constructor(value);
	return new Date(value);
}

// node_modules/date-fns/toDate.js
function toDate(argument, context) {
	return constructFrom(context || argument, argument);
}

// node_modules/date-fns/addDays.js
function addDays(date, amount, options) {
	const _date = toDate(date, options?.in);
	if (isNaN(amount)) return constructFrom(options?.in || date, NaN);
	if (!amount) return _date;
	_date.setDate(_date.getDate() + amount);
	return _date;
}

// node_modules/date-fns/isWeekend.js
function isWeekend(date, options) {
	const day = toDate(date, options?.in).getDay();
	return day === 0 || day === 6;
}

// node_modules/date-fns/setHours.js
function setHours(date, hours, options) {
	const _date = toDate(date, options?.in);
	_date.setHours(hours);
	return _date;
}

// node_modules/date-fns/startOfDay.js
function startOfDay$1(date, options) {
	const _date = toDate(date, options?.in);
	_date.setHours(0, 0, 0, 0);
	return _date;
}

// src/time/instant.ts
const dayLength = 864e5;
function wholeDays(from, to) {
	return Math.floor((to - from) / dayLength);
}

// src/time/working-days.ts
const openingHours = {
	from: 7,
	to: 19,
	text: "07:00 to 19:00 UK time, Monday to Friday"
};
const mailboxHours = "09:00 to 17:00 UK time, Monday to Friday";
const zone = "Europe/London";
function workingDaysBetween(from, to) {
	if (to <= from) return 0;
	let days = 0;
	for (let day = londonDay(from);; day = addDays(day, 1)) {
		if (setHours(day, openingHours.from).getTime() >= to) return days;
		if (setHours(day, openingHours.to).getTime() > from && isWorkingDay(day)) days += 1;
	}
}
function lastOpenMoment(from, by) {
	for (let day = londonDay(by);; day = addDays(day, -1)) {
		const closes = setHours(day, openingHours.to).getTime();
		if (closes <= from) return void 0;
		if (setHours(day, openingHours.from).getTime() < by && isWorkingDay(day)) return Math.min(closes, by);
	}
}
function londonDay(instant) {
	return startOfDay$1(new TZDate(instant, zone));
}
function isWorkingDay(date) {
	if (isWeekend(date)) return false;
	return !bankHolidays(date.getFullYear()).includes(dayNumber(date.getFullYear(), date.getMonth(), date.getDate()));
}
function dayNumber(year, month, day) {
	return Date.UTC(year, month, day) / dayLength;
}
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
function movedToWeekday(number) {
	const weekday = weekdayOf(number);
	if (weekday === 6) return number + 2;
	return weekday === 0 ? number + 1 : number;
}
function firstMonday(number) {
	return number + (8 - weekdayOf(number)) % 7;
}
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
function startOfDay(year, month, day) {
	if (!isDay(year, month, day)) return void 0;
	return Date.UTC(year + 400, month - 1, day) - 146097 * dayLength;
}
function isDay(year, month, day) {
	const days = month === 2 && isLeap(year) ? 29 : daysOfMonth[month - 1];
	return days !== void 0 && day >= 1 && day <= days;
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
function earliestReading(wall, timeZone) {
	const readings = [wall - dayLength, wall + dayLength].map((near) => wall - zoneOffset(near, timeZone));
	if (readings.some(Number.isNaN)) return void 0;
	const real = readings.filter((instant) => instant + zoneOffset(instant, timeZone) === wall);
	return Math.min(...real.length > 0 ? real : readings);
}
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
function formatUtc(instant) {
	const { day, month, year, clock } = parts(instant);
	return `${day} ${month} ${year}, ${clock} UTC`;
}
function formatForForm(instant) {
	const { day, month, year, clock } = parts(instant);
	return `${String(day).padStart(2, "0")} ${month} ${year} ${clock} UTC`;
}
function formatBrief(instant) {
	const { day, month, year, clock } = parts(instant);
	return `${day} ${month.slice(0, 3)} ${year}, ${clock.slice(0, 5)} UTC`;
}
function formatMoment(instant, timeZone, names = "long") {
	const here = inUtc(instant, names);
	const text = `${here.day} ${here.year}, ${here.clock} UTC`;
	if (timeZone === "UTC") return text;
	const there = inZone(instant, timeZone, names);
	if (there.day === here.day && there.clock === here.clock) return text;
	return `${text} (${there.day === here.day ? "" : `${there.day}, `}${there.clock} ${there.zone})`;
}
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
function shortMonth(month) {
	return month === "September" ? "Sept" : month.slice(0, 3);
}
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
function isoUtc(instant) {
	return new Date(instant).toISOString().replace(".000Z", "Z");
}
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
const filler = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:at|on|the|of|o'?clock|hrs?|hours?|h|time|date|t)\b|[\s,.;:()/[\]|&-]+/gu;
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

export { dayLength as _, formatForForm as a, formatUtc as c, readTime as d, zoneOffset as f, workingDaysBetween as g, openingHours as h, formatDuration as i, isoUtc as l, mailboxHours as m, readTypedTime as n, formatMoment as o, lastOpenMoment as p, formatBrief as r, formatUk as s, meansInstant as t, isDay as u, wholeDays as v };