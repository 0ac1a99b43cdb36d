// src/text/escape.ts
const zeroWidthSpace = "​";
const lineBreak = /\r\n?|[\n\v\f\u0085\u2028\u2029]/gu;
const suspicious = /[\p{Cc}\p{Cf}\p{Cs}\uFFFE\uFFFF]/gu;
const dropped = /[\u00AD\u200B-\u200D\u2060-\u2064\uFEFF\u{E0000}-\u{E007F}]/u;
const stacked = /(\p{M}{3})\p{M}+/gu;
function visibleText(text) {
	return text.replace(lineBreak, "\n").replace(suspicious, (character) => {
		const code = character.codePointAt(0) ?? 0;
		if (code === 10 || code === 9) return character;
		if (code < 32) return String.fromCodePoint(9216 + code);
		if (code === 127) return "␡";
		if (dropped.test(character)) return "";
		return /\p{Cf}/u.test(character) ? `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩` : "�";
	}).replace(stacked, "$1");
}
function paragraphs(text, max = 4e3) {
	return capped(text, max, (head) => visibleText(head).replace(/\t/gu, " ").trim());
}
function oneLine(text, max = 300) {
	return capped(text, max, (head) => visibleText(head).replace(/\s+/gu, " ").trim());
}
function capped(text, max, clean) {
	const head = text.length > max * 4 + 64 ? text.slice(0, max * 4 + 64).replace(/[\uD800-\uDBFF]$/u, "") : text;
	const cleaned = clean(head);
	if (head.length === text.length && cleaned.length <= max) return cleaned;
	const characters = Array.from(cleaned);
	if (head.length === text.length && characters.length <= max) return cleaned;
	return `${characters.slice(0, max - 1).join("").trimEnd()}…`;
}
function guardLine(line) {
	return line.replace(/^(\s*):(?=:)/u, "$1: ").replace(/##(?=\[)/gu, "## ");
}
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;"
};
function entity(character) {
	return entities[character] ?? `&#${character.codePointAt(0) ?? 65533};`;
}
function xmlText(text, max) {
	return oneLine(text, max).replace(/[&<>"]/gu, entity);
}
const mention = /@(?=\S)(?!(?<=\w@)hmrc\.gov\.uk(?![\w-]|\.\w))/gu;
function markdownText(text, max = 300) {
	return oneLine(text, max).replace(/[&<>"`*_[\]|~$\\]/gu, entity).replace(mention, `@${zeroWidthSpace}`).replace(/(?<!&)#(?=\d)/gu, `#${zeroWidthSpace}`).replace(/\bGH-(?=\d)/giu, (found) => found + zeroWidthSpace).replace(/:(?=\/\/)/gu, `:${zeroWidthSpace}`).replace(/\bwww(?=\.)/giu, (found) => found + zeroWidthSpace).replace(/:(?!\d\d:)(?=[\w+-]+:)/gu, `:${zeroWidthSpace}`).replace(/^[-+=#]/u, entity).replace(/^(\d+)([.)])/u, (_, digits, mark) => digits + entity(mark));
}
function markdownCode(text, max = 120) {
	const safe = markdownText(text, max);
	return safe === "" ? "" : `<code>${safe}</code>`;
}
function markdownLink(text, address, max = 120) {
	const label = markdownText(text, max);
	const href = webAddress(address);
	return href === void 0 ? label : `[${label}](<${href.replaceAll("&", "&amp;")}>)`;
}
function webAddress(address) {
	if (address === void 0 || !URL.canParse(address)) return void 0;
	const url = new URL(address);
	if (url.protocol !== "https:" && url.protocol !== "http:") return void 0;
	if (url.username !== "" || url.password !== "") return void 0;
	return url.href.replace(/[<>"|`\\\s]/gu, encodeURIComponent);
}

// src/text/plain-text.ts
const colours = {
	bold: 1,
	dim: 2,
	red: 31,
	green: 32,
	yellow: 33,
	cyan: 36
};
function painter(colour) {
	return (name, text) => colour ? `\u001B[${colours[name]}m${text}\u001B[0m` : text;
}
function wrap(text, columns) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ").flatMap((whole) => pieces(whole, columns))) if (line !== "" && line.length + 1 + word.length > columns) {
		lines.push(line);
		line = word;
	} else line = line === "" ? word : `${line} ${word}`;
	return line === "" ? lines : [...lines, line];
}
function hanging(label, text, indent, columns) {
	const [first = "", ...others] = wrap(text, columns - indent);
	return [`${label.padEnd(indent)}${first}`.trimEnd(), ...others.map((line) => " ".repeat(indent) + line)];
}
function numbered(steps, program, columns, paint) {
	return steps.flatMap(({ why, args }, index) => [...hanging(`  ${index + 1}.`, why, 5, columns), ...args === void 0 ? [] : [`     ${paint("cyan", `${program} ${args}`)}`]]);
}
function pieces(word, columns) {
	if (word.length <= columns) return [word];
	const found = [];
	let piece = "";
	for (const character of word) {
		if (piece.length + character.length > columns) {
			found.push(piece);
			piece = "";
		}
		piece += character;
	}
	return [...found, piece];
}

export { guardLine as a, markdownText as c, visibleText as d, webAddress as f, wrap as i, oneLine as l, numbered as n, markdownCode as o, xmlText as p, painter as r, markdownLink as s, hanging as t, paragraphs as u };