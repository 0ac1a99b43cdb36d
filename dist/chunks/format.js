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

export { isoUtc as a, formatUtc as i, formatDuration as n, formatForForm as r, formatBrief as t };