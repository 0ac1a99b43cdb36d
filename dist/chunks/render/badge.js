import { y as isSubmittable } from "../assessment.js";
import { r as formatBrief } from "../time.js";

// src/render/badge.ts
const colours = {
	green: "#2a7d2e",
	yellow: "#8f6200",
	red: "#b3261e"
};
function renderBadgeSvg(assessment) {
	const { label, message, colour } = badgeOf(assessment);
	const name = `${label}: ${message}`;
	const left = textWidth(label) + 2 * padding;
	const right = textWidth(message) + 2 * padding;
	const width = left + right;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${name}">`,
		`  <title>${name}</title>`,
		`  <clipPath id="corners"><rect width="${width}" height="20" rx="3"/></clipPath>`,
		`  <g clip-path="url(#corners)">`,
		`    <rect width="${left}" height="20" fill="#444"/>`,
		`    <rect x="${left}" width="${right}" height="20" fill="${colours[colour]}"/>`,
		`  </g>`,
		`  <g fill="#fff" font-family="Verdana, 'DejaVu Sans', Geneva, sans-serif" font-size="11" aria-hidden="true">`,
		`    ${textElement(padding, label)}`,
		`    ${textElement(left + padding, message)}`,
		`  </g>`,
		`</svg>`,
		""
	].join("\n");
}
function renderBadgeJson(assessment) {
	const { label, message, colour } = badgeOf(assessment);
	return `${JSON.stringify({
		schemaVersion: 1,
		label,
		message,
		color: colour
	})}\n`;
}
function badgeOf(assessment) {
	const { verdict, expiresAt, expiringSoon, applications, programme } = assessment;
	const label = programme.names.badge;
	if (verdict === "ready") {
		const isComplete = isSubmittable(assessment);
		const word = isComplete ? "ready" : "tests proven";
		return {
			label,
			message: expiresAt === void 0 ? word : `${word} until ${formatBrief(expiresAt)}`,
			colour: isComplete && !expiringSoon ? "green" : "yellow"
		};
	}
	const requirements = applications.flatMap((application) => application.requirements);
	const proven = requirements.filter(({ status }) => status === "satisfied").length;
	return {
		label,
		message: proven === requirements.length ? "not ready" : `not ready, ${proven} of ${requirements.length} proven`,
		colour: "red"
	};
}
const padding = 6;
function textElement(x, text) {
	return `<text x="${x}" y="14" textLength="${textWidth(text)}" lengthAdjust="spacingAndGlyphs">${text}</text>`;
}
const widths = new Map([
	[30, "ijl"],
	[32, "IJ"],
	[35, " ,."],
	[37, "/:;"],
	[39, "f"],
	[40, "-"],
	[43, "()t"],
	[45, "r"],
	[57, "s"],
	[58, "z"],
	[60, "c"],
	[61, "L"],
	[63, "F"],
	[64, "k"],
	[65, "vxy"],
	[66, "P"],
	[67, "TYao"],
	[68, "e"],
	[70, "0123456789ESbdghnpqu"],
	[72, "K"],
	[75, "ABVXZ"],
	[76, "R"],
	[77, "C"],
	[81, "U"],
	[82, "N"],
	[83, "H"],
	[85, "DG"],
	[87, "OQ"],
	[90, "w"],
	[95, "M"],
	[107, "m"],
	[109, "W"]
].flatMap(([width, characters]) => Array.from(characters, (character) => [character, width])));
function textWidth(text) {
	return Math.ceil(Array.from(text).reduce((sum, character) => sum + (widths.get(character) ?? 110), 0) / 10);
}

export { renderBadgeJson, renderBadgeSvg };