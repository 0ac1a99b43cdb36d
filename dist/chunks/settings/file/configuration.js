import { A as clip, S as labelOf, T as valueAt } from "../../settings.js";
import { t as require_dist } from "../../lib/yaml.js";
import { j as plural } from "../../matching.js";

// src/settings/file/yaml-faults.ts
var import_dist = require_dist();
const tooDeep = "is nested too deeply to be read.";
function syntaxFaults(document, text) {
	const lines = new Lines(text);
	const faults = [];
	let last = -1;
	for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
		const [offset] = pos;
		const line = lines.at(offset);
		if (last < 0 || line > last + 1) {
			const found = faults.length < 20 ? syntaxFault(code, message, offset, document) ?? layoutFault(code, line, lines) : void 0;
			faults.push(found ?? lineFault(code, message, offset, text));
		}
		last = line;
	}
	return faults;
}
function syntaxFault(code, message, offset, document) {
	if (/call stack/.test(message)) return {
		offset,
		message: tooDeep
	};
	const opened = code === "MISSING_CHAR" || code === "BAD_INDENT" || code === "UNEXPECTED_TOKEN" ? openedBefore(document, offset) : void 0;
	if (opened !== void 0 && /closing|end with/i.test(message)) return {
		offset: opened,
		message: "a list, a map or a quoted text begins here and is never closed.",
		next: `Close it with ${/end with a (.)/.exec(message)?.[1] ?? "the same quote"}.`
	};
}
function lineFault(code, message, offset, text) {
	const line = /^.*/u.exec(text.slice(offset))?.[0] ?? "";
	const [, key, value] = /^([\w.$-]+):(\S.*)$/u.exec(line) ?? [];
	if (code === "MULTILINE_IMPLICIT_KEY" && key !== void 0 && value !== void 0) return {
		offset,
		message: "this line has no space after its colon.",
		next: `Write ${key}: ${clip(value)}`
	};
	if (code === "UNEXPECTED_TOKEN" && /scalar at node end/u.test(message)) return {
		offset,
		message: "a quoted text ends before this.",
		next: "Within single quotes write '' for a ', or put the text in double quotes."
	};
	if (/without - indicator/u.test(message)) return {
		offset,
		message: "is not indented like the keys of the list item above it.",
		next: "Line the keys up."
	};
	const said = inWords[code];
	return said === void 0 ? {
		offset,
		message: `is not the YAML that is read here: ${clip(message)}`
	} : {
		offset,
		...said
	};
}
const inWords = {
	MULTIPLE_DOCS: {
		message: "a second document begins here.",
		next: "Leave one: a line --- may stand before the first setting only."
	},
	MULTILINE_IMPLICIT_KEY: {
		message: "this line has no colon.",
		next: "Write a name, a colon, a space and the value: warn-days: 3."
	},
	BLOCK_AS_IMPLICIT_KEY: {
		message: "is more than one value on a line, or the next line is indented too far.",
		next: "Put a text that has a colon in it in quotes, or line the keys up."
	},
	TAB_AS_INDENT: {
		message: "is a tab, which YAML does not allow.",
		next: "Indent with spaces."
	},
	BAD_INDENT: {
		message: "is not indented like the lines that it belongs to.",
		next: "Line the keys up."
	},
	BAD_SCALAR_START: {
		message: "a text may not begin with this character.",
		next: "Put the text in quotes."
	},
	BAD_DQ_ESCAPE: {
		message: "a backslash means something else in double quotes.",
		next: "Write a path with forward slashes, out/form.docx, or put the text in single quotes."
	}
};
function openedBefore(document, offset) {
	let found;
	(0, import_dist.visit)(document, (_, node) => {
		const isOpen = (0, import_dist.isScalar)(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE") || (0, import_dist.isCollection)(node) && node.flow === true;
		const start = isOpen && (0, import_dist.isNode)(node) ? node.range?.[0] ?? offset : offset;
		const end = isOpen && (0, import_dist.isNode)(node) ? node.range?.[1] ?? 0 : 0;
		if (start < offset && end >= offset - 1) found = start;
	});
	return found;
}
function misplacedItems(document, text) {
	const lines = new Lines(text);
	const faults = [];
	(0, import_dist.visit)(document, { Scalar: (_, { type, range }) => {
		const source = type === "PLAIN" && range ? text.slice(range[0], range[1]) : "";
		const item = /\n *-(?=\s)/u.exec(source);
		if (item === null || !range) return;
		const line = lines.at(range[0] + item.index + 1);
		faults.push(itemFault(line, lines) ?? {
			offset: lines.start(line),
			...notAText
		});
	} });
	return faults;
}
const notAText = {
	message: "a list item is part of a text.",
	next: "Line the dashes up, or put the text in quotes."
};
function layoutFault(code, line, lines) {
	const after = lines.next(line);
	const item = itemFault(line, lines) ?? (after === void 0 ? void 0 : itemFault(after, lines));
	if (item !== void 0 || code !== "BLOCK_AS_IMPLICIT_KEY" || after === void 0) return item;
	const [lead = ""] = /^ *(?:- +)*/u.exec(lines.text(line)) ?? [];
	return indentOf(lines.text(after)) > lead.length && !/:\s.*:\s/u.test(lines.text(line)) ? {
		offset: lines.start(after),
		message: "is indented further than the line before it, which has a value already.",
		next: "Line the keys up."
	} : void 0;
}
function itemFault(line, lines) {
	const [, indent, space] = /^( *)-(\s|$|[^\s-])/u.exec(lines.text(line)) ?? [];
	if (indent === void 0 || space === void 0) return void 0;
	const { first, other } = listAbove(line, indent.length, lines);
	if ((first < line || other !== void 0) && /\S/u.test(space)) return {
		offset: lines.start(line),
		message: "this list item has no space after its dash.",
		next: "Write a dash, a space and the value."
	};
	const offset = lines.start(first);
	if (other !== void 0) return {
		offset,
		message: `this list item is indented by ${plural(indent.length, "space")}, the one before it by ${other}.`,
		next: "Line the dashes up."
	};
	const above = lines.previous(first);
	const [, key] = /^ *(?:- +)*([\w.$-]+):\s+[^\s#|>]/u.exec(above === void 0 ? "" : lines.text(above)) ?? [];
	return key === void 0 ? void 0 : {
		offset,
		message: `a list item is below ${key}, which has a value already.`,
		next: `Write ${key}: alone on its line, and every item below it with a dash.`
	};
}
const maxListLines = 200;
function listAbove(line, indent, lines) {
	let first = line;
	for (let at = lines.previous(line); at !== void 0 && at > line - maxListLines; at = lines.previous(at)) {
		const text = lines.text(at);
		const depth = indentOf(text);
		if (!/^ *-(?:\s|$)/u.test(text)) {
			if (depth < indent) break;
		} else if (depth === indent) first = at;
		else return {
			first,
			other: depth
		};
	}
	return {
		first,
		other: void 0
	};
}
function indentOf(line) {
	return line.length - line.trimStart().length;
}
var Lines = class {
	#texts;
	#starts = [];
	constructor(text) {
		this.#texts = text.split("\n");
		let start = 0;
		for (const { length } of this.#texts) {
			this.#starts.push(start);
			start += length + 1;
		}
	}
	text(line) {
		return this.#texts[line] ?? "";
	}
	start(line) {
		return (this.#starts[line] ?? 0) + indentOf(this.text(line));
	}
	at(offset) {
		return Math.max(0, this.#starts.findLastIndex((start) => start <= offset));
	}
	previous(line) {
		let at = line - 1;
		while (at >= 0 && !isContent(this.text(at))) at -= 1;
		return at < 0 ? void 0 : at;
	}
	next(line) {
		let at = line + 1;
		while (at < this.#texts.length && !isContent(this.text(at))) at += 1;
		return at < this.#texts.length ? at : void 0;
	}
};
function isContent(line) {
	return /^\s*[^\s#]/u.test(line);
}

// src/settings/file/yaml.ts
const maxAliases = 50;
function parseYaml(file, text, addMistake) {
	const lineCounter = new import_dist.LineCounter();
	const placeAt = (offset) => {
		const { line, col } = lineCounter.linePos(offset);
		return {
			file,
			line,
			column: col
		};
	};
	let document;
	try {
		document = (0, import_dist.parseDocument)(text, {
			lineCounter,
			version: "1.2",
			schema: "core",
			uniqueKeys: false,
			prettyErrors: false
		});
	} catch {
		addMistake({ file }, tooDeep);
		return;
	}
	const faults = [...syntaxFaults(document, text)];
	if (faults.length === 0) faults.push(...forbidden(document), ...misplacedItems(document, text));
	for (const { offset, message, next } of faults.slice(0, 20)) addMistake(placeAt(offset), message, next);
	if (faults.length > 20) addMistake({ file }, `has ${plural(faults.length - 20, "more mistake")}.`);
	return faults.length === 0 ? {
		document,
		placeAt
	} : void 0;
}
function forbidden(document) {
	const odd = [];
	const aliases = [];
	const doubled = [];
	const merges = [];
	(0, import_dist.visit)(document, {
		Map: (_, { items }) => {
			const seen = /* @__PURE__ */ new Set();
			for (const { key } of items) {
				if (!(0, import_dist.isScalar)(key)) continue;
				const name = String(key.value);
				if (seen.has(name)) doubled.push(key);
				if (name === "<<") merges.push(key);
				seen.add(name);
			}
		},
		Pair: (_, { key }) => {
			if ((0, import_dist.isNode)(key) && (!(0, import_dist.isScalar)(key) || !isPlain(key.value))) odd.push(key);
		},
		Alias: (_, alias) => void aliases.push(alias)
	});
	const unresolved = aliases.length > maxAliases ? [] : aliases.filter((alias) => alias.resolve(document) === void 0);
	return [
		...doubled.map((key) => ({
			offset: offsetOf(key),
			message: `the key '${clip(String(key.value))}' is given twice.`
		})),
		...merges.map((key) => ({
			offset: offsetOf(key),
			message: "the merge key << is not read here.",
			next: "Write the settings out; an alias (*name) may stand for a whole value."
		})),
		...odd.map((key) => ({
			offset: offsetOf(key),
			message: "a key must be a plain name, and not '__proto__'."
		})),
		...unresolved.map((alias) => ({
			offset: offsetOf(alias),
			message: `nothing is called &${clip(alias.source)}.`,
			next: `Put a text that begins with * in quotes: '*${clip(alias.source)}'.`
		})),
		...aliases.slice(maxAliases, 51).map((alias) => ({
			offset: offsetOf(alias),
			message: tooManyAliases
		}))
	];
}
function isPlain(key) {
	return key !== "__proto__" && (typeof key !== "object" || key === null);
}
const tooManyAliases = `more than ${maxAliases} YAML aliases (*name) are not read. Write the values out.`;
function offsetOf({ range }) {
	return range?.[0] ?? 0;
}
function plainValue(document, file, addMistake) {
	if (document.contents === null || (0, import_dist.isScalar)(document.contents) && document.contents.value === null) return {};
	if (!(0, import_dist.isMap)(document.contents)) {
		addMistake({
			file,
			line: 1,
			column: 1
		}, "must be a map of settings, such as results: or flows: with their values.");
		return;
	}
	try {
		return document.toJS({ maxAliasCount: maxAliases });
	} catch (error) {
		if (!(error instanceof ReferenceError)) addMistake({ file }, tooDeep);
		else addMistake({ file }, tooManyAliases);
		return;
	}
}
function writtenAt(document, path) {
	const resolved = (node) => (0, import_dist.isAlias)(node) ? node.resolve(document) : node;
	const found = path.reduce((node, key) => resolved((0, import_dist.isCollection)(node) ? node.get(key, true) : void 0), document.contents);
	return (0, import_dist.isScalar)(found) ? found.source ?? String(found.value) : void 0;
}
function offsetAt(document, path) {
	const parent = path.length < 2 ? document.contents : document.getIn(path.slice(0, -1), true);
	const last = path.at(-1);
	const pair = (0, import_dist.isMap)(parent) ? parent.items.find(({ key }) => (0, import_dist.isScalar)(key) && String(key.value) === last) : void 0;
	if ((0, import_dist.isPair)(pair) && (0, import_dist.isScalar)(pair.key)) return pair.key.range?.[0] ?? 0;
	const node = document.getIn(path, true);
	if (isNodeWithRange(node)) return node.range[0];
	return path.length === 0 ? 0 : offsetAt(document, path.slice(0, -1));
}
function isNodeWithRange(node) {
	return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}

// src/settings/file/configuration.ts
function parseConfiguration(file, text, addMistake) {
	const parsed = parseYaml(file, text, addMistake);
	const value = parsed === void 0 ? void 0 : plainValue(parsed.document, file, addMistake);
	if (parsed === void 0 || value === void 0) return;
	const { document, placeAt } = parsed;
	return {
		file,
		value: (path) => {
			const found = valueAt(value, path);
			return typeof found === "string" && found.trim() === "" ? void 0 : found;
		},
		place: (path) => ({
			...placeAt(offsetAt(document, path)),
			setting: labelOf(path) || void 0
		}),
		written: (path) => writtenAt(document, path)
	};
}

export { parseConfiguration };