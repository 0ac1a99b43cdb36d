// src/settings/complaint.ts
/** For people: a heading, then a line for each complaint. Plain text, in which no control character of a wrong value survives. */
function formatComplaints(complaints) {
	const lines = complaints.map(({ where, message, hint }) => {
		return `  ${`${where}: ${message}${hint === void 0 ? "" : ` ${hint}`}`.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")}`;
	});
	return [complaints.length === 1 ? "The settings have a mistake:" : `The settings have ${complaints.length} mistakes:`, ...lines].join("\n");
}

export { formatComplaints as t };