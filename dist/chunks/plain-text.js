// src/render/plain-text.ts
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
/** Lines of at most that many UTF-16 units, broken at spaces, or inside a word that is too long for a line. */
function wrap(text, columns) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ").flatMap((whole) => pieces(whole, columns))) if (line !== "" && line.length + 1 + word.length > columns) {
		lines.push(line);
		line = word;
	} else line = line === "" ? word : `${line} ${word}`;
	return line === "" ? lines : [...lines, line];
}
/** The text behind a label of that many columns, further lines of it under its first one. */
function hanging(label, text, indent, columns) {
	const [first = "", ...others] = wrap(text, columns - indent);
	return [`${label.padEnd(indent)}${first}`.trimEnd(), ...others.map((line) => " ".repeat(indent) + line)];
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

export { painter as n, wrap as r, hanging as t };