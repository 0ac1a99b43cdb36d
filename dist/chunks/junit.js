import { p as remembered } from "./matching.js";
import { a as detached, o as detachedInARow, s as withoutCredentials } from "./statements.js";
import { n as glob, r as isDynamicPattern, t as escapePath } from "./lib/tinyglobby.js";
import { realpath, stat } from "node:fs/promises";
import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { createHash } from "node:crypto";
import * as nativeFs from "node:fs";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

// src/junit/walk.ts
const limits$3 = { visits: 16 };
function isAtOrBelow(path, root) {
	return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
async function kindOf(path) {
	try {
		return (await stat(path)).isDirectory() ? "directory" : "file";
	} catch {
		return;
	}
}
function realPathOf(path) {
	try {
		return nativeFs.realpathSync.native(path);
	} catch {
		return path;
	}
}
function statOf(path, done) {
	nativeFs.stat(path, (error, stats) => done(null, error === null ? stats : { isDirectory: () => false }));
}
function guardedFs(root, tell) {
	const visits = /* @__PURE__ */ new Map();
	const shown = (path) => relative(root, path).replaceAll(sep, "/") || ".";
	const refusal = (link, target) => {
		if (!isAtOrBelow(target, root)) {
			tell.outside(shown(link), target);
			return true;
		}
		const count = (visits.get(target) ?? 0) + 1;
		visits.set(target, count);
		return count > limits$3.visits || isAtOrBelow(dirname(link), target);
	};
	const follow = (link, done) => {
		nativeFs.realpath(link, (error, target) => {
			if (error !== null) return done(null, link);
			nativeFs.stat(target, (noStat, stats) => {
				if (noStat === null && stats.isDirectory() && refusal(link, target)) done(/* @__PURE__ */ new Error("refused"));
				else done(null, target);
			});
		});
	};
	const readdir = (path, options, done) => {
		nativeFs.readdir(path, options, (error, entries) => {
			if (error !== null && error.code !== "ENOENT" && error.code !== "ENOTDIR") tell.unreadable(shown(path), error.code ?? error.message);
			done(error, entries);
		});
	};
	return Object.assign({}, {
		realpath: follow,
		stat: statOf,
		readdir
	});
}

// src/junit/find.ts
const unlessNamed = ["node_modules", ".git"];
async function findReports(globs, workspace, { others = false, anywhere = false, needed = false } = {}) {
	const inside = await Search.in(workspace);
	const patterns = globs.map((text) => text.trim()).filter((text) => text !== "");
	const exclusions = patterns.filter(isExclusion);
	for (const text of exclusions) await inside.exclude(text);
	const files = [];
	const findings = [];
	for (const text of patterns.filter((pattern) => !isExclusion(pattern))) if (anywhere && inside.isOutside(text)) {
		const found = await searchOutside(text, exclusions, workspace, others);
		files.push(...found.files);
		findings.push(...found.findings);
	} else await inside.include(text, others);
	const all = [...inside.sortedFiles(), ...new Set(files.toSorted())];
	return {
		files: all,
		findings: strict([...inside.findings, ...findings], needed || all.length > 0)
	};
}
async function searchOutside(text, exclusions, workspace, others) {
	const absolute = resolve(workspace, text);
	const segments = absolute.split(sep);
	const wildcard = segments.findIndex((segment) => isDynamicPattern(segment));
	const base = segments.slice(0, wildcard === -1 ? -1 : wildcard).join(sep) || sep;
	const search = await Search.in(base);
	for (const exclusion of exclusions) await search.exclude(`!${resolve(workspace, exclusion.slice(1))}`);
	await search.include(absolute, others);
	const shown = (file) => join(base, file).replaceAll(sep, "/");
	return {
		files: search.sortedFiles().map(shown),
		findings: search.findings.map((finding) => ({
			...finding,
			place: finding.place?.file === void 0 ? finding.place : {
				...finding.place,
				file: shown(finding.place.file)
			}
		}))
	};
}
function strict(findings, isAnyFound) {
	return findings.map(({ isEmpty, ...finding }) => isEmpty === true && isAnyFound && finding.severity === "warning" ? {
		...finding,
		kind: "unreadable",
		severity: "error",
		next: `${finding.next ?? ""} Leave it out of results if it is meant to be empty: what is missing may hide a newer failure.`.trim()
	} : finding);
}
function isExclusion(text) {
	return text.startsWith("!") && !text.startsWith("!(");
}
var Search = class Search {
	findings = [];
	#given;
	#root;
	#excluded = [];
	#files = /* @__PURE__ */ new Map();
	#refused = /* @__PURE__ */ new Set();
	static async in(workspace) {
		const given = resolve(workspace);
		return new Search(given, await realpath(given).catch(() => given));
	}
	constructor(given, root) {
		this.#given = given;
		this.#root = root;
	}
	async exclude(text) {
		const pattern = this.#relative(text.slice(1));
		if (pattern === void 0) return;
		const isDirectory = await kindOf(resolve(this.#root, pattern)) === "directory";
		this.#excluded.push(isDirectory ? `${escapePath(pattern)}/**` : pattern);
	}
	async include(text, others) {
		const pattern = this.#relative(text);
		if (pattern === void 0) {
			this.#add(`"${text}" leads outside of the workspace, where no report is read.`, "Copy the reports into it, or name them by an input or a flag.");
			return;
		}
		const matched = await this.#match(pattern, text);
		if (matched === void 0) return;
		for (const path of matched) this.#take(path);
		if (matched.length === 0 && this.#refused.size === 0) {
			const near = await this.#near(pattern);
			const hint = others ? "Reports from elsewhere were checked without it." : "Check the path, and that the tests have run before.";
			this.#add(`"${text}" matches no file.`, near ?? hint, others ? "notice" : "warning");
		}
	}
	async #near(pattern) {
		const find = (one) => this.#glob(one, {
			outside: () => void 0,
			unreadable: () => void 0
		});
		const anyCase = pattern.replaceAll(/[a-z]/giu, (char) => `[${char.toLowerCase()}${char.toUpperCase()}]`);
		const [other] = /[[{(]/.test(pattern) ? [] : await find(anyCase);
		if (other !== void 0) return `There is ${other}: upper and lower case count.`;
		const below = `${dirname(pattern)}/**/*.xml`;
		const [deeper] = /\*\*/.test(pattern) ? [] : await find(below);
		return deeper === void 0 ? this.#alike(pattern, find) : `There is ${deeper}, which ${below.replace(/^\.\//, "")} would find.`;
	}
	async #alike(pattern, find) {
		const segments = pattern.split("/");
		for (const [index, segment] of segments.entries()) {
			if (isDynamicPattern(segment)) return void 0;
			if (await kindOf(resolve(this.#root, ...segments.slice(0, index + 1))) !== void 0) continue;
			const beginning = segment.slice(0, Math.max(3, Math.ceil(segment.length * 2 / 3)));
			const [found] = await find(segments.with(index, `${escapePath(beginning)}*`).join("/"));
			const name = found?.split("/")[index];
			return name === void 0 ? void 0 : `Did you mean ${segments.with(index, name).join("/")}?`;
		}
	}
	isOutside(text) {
		return this.#relative(text) === void 0 && !/^[A-Za-z]:/.test(text);
	}
	sortedFiles() {
		const files = [...this.#files.values()];
		return files.some((path) => /[\uD800-\uDFFF]/.test(path)) ? files.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))) : files.toSorted();
	}
	async #match(pattern, text) {
		if (!await this.#startsInside(pattern, text)) return void 0;
		const kind = await kindOf(resolve(this.#root, pattern));
		const wanted = kind === "directory" ? `${escapePath(pattern)}/**/*.[xX][mM][lL]` : kind === "file" ? escapePath(pattern) : pattern;
		return this.#glob(wanted, {
			outside: (link, target) => this.#refuse(link, target, "is a link to a directory outside of the workspace"),
			unreadable: (directory, why) => this.#unreadable(directory, why)
		});
	}
	#glob(wanted, tell) {
		const ignored = unlessNamed.filter((name) => !wanted.split("/").includes(name)).map((name) => `**/${name}/**`);
		return glob([wanted], {
			cwd: this.#root,
			dot: true,
			expandDirectories: false,
			ignore: [...this.#excluded, ...ignored],
			fs: guardedFs(this.#root, tell)
		});
	}
	async #startsInside(pattern, text) {
		const segments = pattern.split("/");
		const wildcard = segments.findIndex((segment) => isDynamicPattern(segment));
		const base = resolve(this.#root, ...segments.slice(0, wildcard === -1 ? segments.length : wildcard));
		const target = await realpath(base).catch(() => base);
		if (isAtOrBelow(target, this.#root)) return true;
		const message = `"${text}" leads through a link outside of the workspace, where no report is read.`;
		this.#add(message, "Copy the reports into it.");
		return false;
	}
	#take(path) {
		const real = realPathOf(resolve(this.#root, path));
		if (!isAtOrBelow(real, this.#root)) {
			this.#refuse(path, real, "is a link to a file outside of the workspace");
			return;
		}
		const place = detached(relative(this.#root, real));
		const known = this.#files.get(place);
		if (known === void 0 || path < known) this.#files.set(place, path === place ? place : path);
	}
	#relative(text) {
		let pattern = text.replaceAll(sep, "/");
		for (const root of [this.#given, this.#root]) {
			const prefix = root.replaceAll(sep, "/").replace(/\/$/, "");
			if (pattern === prefix || pattern.startsWith(`${prefix}/`)) pattern = `.${pattern.slice(prefix.length)}`;
		}
		if (/^(?:\/|[A-Za-z]:\/)/.test(pattern)) return void 0;
		const segments = [];
		for (const segment of pattern.split("/")) {
			if (segment === "" || segment === ".") continue;
			if (segment !== "..") segments.push(segment);
			else if (segments.pop() === void 0) return void 0;
		}
		return segments.length === 0 ? "." : segments.join("/");
	}
	#add(message, next, severity = "warning") {
		this.findings.push({
			kind: "settings",
			severity,
			message: `In "results", ${message}`,
			next,
			isEmpty: true
		});
	}
	#refuse(path, target, why) {
		if (this.#refused.has(target)) return;
		this.#refused.add(target);
		const message = `It ${why} and is not read.`;
		this.findings.push({
			kind: "unreadable",
			severity: "error",
			message,
			next: "Copy what it points to into the workspace.",
			place: { file: path }
		});
	}
	#unreadable(directory, why) {
		if (this.#refused.has(directory)) return;
		this.#refused.add(directory);
		const message = `The directory can't be searched for reports (${why}).`;
		const next = `Make it readable, or exclude it: !${directory}/**`;
		this.findings.push({
			kind: "unreadable",
			severity: "error",
			message,
			next,
			place: { file: directory }
		});
	}
};

// src/xml/error.ts
var XmlError = class extends Error {
	kind;
	place;
	next;
	constructor(kind, message, place = {}, next) {
		super(message);
		this.kind = kind;
		this.place = place;
		this.next = next;
	}
};
function malformed(what, index) {
	return new XmlError("malformed", what, { index });
}

// src/xml/characters.ts
const forbiddenRanges = [
	String.raw`\0-\x08`,
	String.raw`\x0B\x0C`,
	String.raw`\x0E-\x1F`,
	String.raw`\uFFFE\uFFFF`
];
const forbidden = new RegExp(`[${forbiddenRanges.join("")}]`);
const everyForbidden = new RegExp(forbidden, "g");
const replacement = "�";
var ForbiddenCharacters = class {
	#mayHave = false;
	#replaced;
	#pending = [];
	get replaced() {
		return this.#replaced;
	}
	get mayHave() {
		return this.#mayHave;
	}
	lookAt(added) {
		this.#mayHave ||= forbidden.test(added);
	}
	moveTo(piece) {
		this.#mayHave &&= forbidden.test(piece);
	}
	isOne(character) {
		return forbidden.test(character);
	}
	refuse(piece, start, end) {
		const found = this.#mayHave ? piece.slice(start, end).search(forbidden) : -1;
		if (found >= 0) throw malformed("a character that XML forbids stands in its markup", start + found);
	}
	without(text, start) {
		if (!this.#mayHave) return text;
		return text.replace(everyForbidden, (_character, index) => {
			this.note(start + index);
			return "�";
		});
	}
	note = (index) => {
		this.#pending.push(index);
	};
	confirm(position) {
		if (this.#pending.length === 0) return;
		const first = this.#pending.reduce((a, b) => Math.min(a, b));
		const { count, line, column } = this.#replaced ?? {
			count: 0,
			...position.lineAndColumn(first)
		};
		this.#replaced = {
			count: count + this.#pending.length,
			line,
			column
		};
		this.#pending = [];
	}
	discard() {
		this.#pending = [];
	}
};
var LineEnds = class {
	#endsWithReturn = false;
	unify(text) {
		const whole = this.#endsWithReturn ? `\r${text}` : text;
		this.#endsWithReturn = whole.endsWith("\r");
		const sure = this.#endsWithReturn ? whole.slice(0, -1) : whole;
		return sure.includes("\r") ? sure.replace(/\r\n?/g, "\n") : sure;
	}
	end() {
		return this.#endsWithReturn ? "\n" : "";
	}
};

// src/xml/markup.ts
const limits$2 = {
	reference: 64,
	attributes: 1e4
};
const [doubleQuote, singleQuote, slash$1, equals, greater] = [
	34,
	39,
	47,
	61,
	62
];
const nameCharacter = 2;
const ascii = /* @__PURE__ */ new Uint8Array(128);
for (const letter of ":ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz") ascii[letter.charCodeAt(0)] = 3;
for (const other of "-.0123456789") ascii[other.charCodeAt(0)] = nameCharacter;
const startBeyondAscii = "\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const anyName = new RegExp(`[:A-Z_a-z${startBeyondAscii}][-.0-9:A-Z_a-z\\u00B7\\u0300-\\u036F\\u203F-\\u2040${startBeyondAscii}]*`, "uy");
function endOfName(text, at) {
	let end = at;
	let code = text.charCodeAt(end);
	if (code < 128 && (ascii[code] ?? 0) < 3) return at;
	while (code < 128 && ascii[code] !== 0) code = text.charCodeAt(++end);
	if (!(code >= 128)) return end;
	anyName.lastIndex = at;
	return at + (anyName.exec(text)?.[0].length ?? 0);
}
function localName(name) {
	return name.slice(name.indexOf(":") + 1);
}
function skipSpace(text, at) {
	let end = at;
	while (true) {
		const code = text.charCodeAt(end);
		if (code !== 32 && code !== 10 && code !== 9) return end;
		end++;
	}
}
const predefined = /* @__PURE__ */ new Map([
	["amp", "&"],
	["lt", "<"],
	["gt", ">"],
	["quot", "\""],
	["apos", "'"]
]);
function resolveReferences(text, base, onForbidden) {
	let resolved = "";
	let from = 0;
	for (let at = text.indexOf("&"); at !== -1; at = text.indexOf("&", from)) {
		const end = text.indexOf(";", at);
		const name = end === -1 || end - at > limits$2.reference ? "" : text.slice(at + 1, end);
		const code = codeOf(name);
		const value = predefined.get(name) ?? (code === void 0 || !isCharacter(code) ? void 0 : String.fromCodePoint(code));
		if (value === void 0 && code === void 0) throw malformed(explainReference(name), base + at);
		if (value === void 0) onForbidden(base + at);
		resolved += text.slice(from, at) + (value ?? "�");
		from = end + 1;
	}
	return resolved + text.slice(from);
}
function codeOf(reference) {
	const match = /^#(?:x([\dA-Fa-f]+)|(\d+))$/.exec(reference);
	if (match === null) return void 0;
	const code = match[1] === void 0 ? Number(match[2]) : Number.parseInt(match[1], 16);
	return code > 1114111 ? void 0 : code;
}
function isCharacter(code) {
	if (code < 32) return code === 9 || code === 10 || code === 13;
	return code < 55296 || code > 57343 && code < 65534 || code > 65535;
}
function explainReference(name) {
	if (/^#\w*$/.test(name)) return "a reference is to no character";
	if (name !== "" && endOfName(name, 0) === name.length) return `the entity &${name}; is not one of the five that XML defines, and entities that a document declares are never expanded`;
	return "an ampersand stands alone; it has to be written as &amp;";
}
function readStartTag(text, at, value) {
	const nameEnd = endOfName(text, at + 1);
	if (nameEnd === at + 1) throw malformed("a tag has no valid name", at);
	const name = text.slice(at + 1, nameEnd);
	const attributes = /* @__PURE__ */ new Map();
	const nextTag = text.indexOf("<", nameEnd);
	let index = nameEnd;
	while (true) {
		const spaceEnd = skipSpace(text, index);
		const code = text.charCodeAt(spaceEnd);
		if (code === greater) return {
			name,
			attributes,
			selfClosing: false,
			end: spaceEnd + 1
		};
		if (spaceEnd >= text.length) return void 0;
		if (code === slash$1) {
			if (spaceEnd + 1 >= text.length) return void 0;
			if (text.charCodeAt(spaceEnd + 1) !== greater) throw malformed("a slash stands inside a tag", spaceEnd);
			return {
				name,
				attributes,
				selfClosing: true,
				end: spaceEnd + 2
			};
		}
		const end = endOfName(text, spaceEnd);
		if (end === spaceEnd) throw malformed("a tag contains something that is not an attribute", spaceEnd);
		if (spaceEnd === index) throw malformed("there is no space between two attributes", spaceEnd);
		const attribute = text.slice(spaceEnd, end);
		const start = startOfValue(text, end, attribute);
		if (start === void 0) return void 0;
		const close = endOfValue(text, start, nextTag, attribute);
		if (close === void 0) return void 0;
		if (attributes.has(attribute)) throw malformed(`the attribute ${attribute} is given twice`, spaceEnd);
		if (attributes.size >= limits$2.attributes) throw malformed(`a tag has more than ${limits$2.attributes} attributes`, spaceEnd);
		attributes.set(attribute, value(start, close));
		index = close + 1;
	}
}
function startOfValue(text, nameEnd, attribute) {
	const sign = skipSpace(text, nameEnd);
	if (sign >= text.length) return void 0;
	if (text.charCodeAt(sign) !== equals) throw malformed(`the attribute ${attribute} has no value`, nameEnd);
	const index = skipSpace(text, sign + 1);
	if (index >= text.length) return void 0;
	const quote = text.charCodeAt(index);
	if (quote !== doubleQuote && quote !== singleQuote) throw malformed(`the value of the attribute ${attribute} has no quotes`, index);
	return index + 1;
}
function endOfValue(text, start, nextTag, attribute) {
	const close = text.indexOf(text.charCodeAt(start - 1) === doubleQuote ? "\"" : "'", start);
	if (nextTag !== -1 && (close === -1 || nextTag < close)) {
		const what = `the value of the attribute ${attribute} contains a "<", which has to be written as &lt;`;
		throw malformed(what, nextTag);
	}
	return close === -1 ? void 0 : close;
}
function readEndTag(text, at, open) {
	if (open !== void 0 && text.startsWith(open.name, at + 2)) {
		const end = skipSpace(text, at + 2 + open.name.length);
		if (text.charCodeAt(end) === greater) return end + 1;
	}
	const end = text.indexOf(">", at);
	if (end === -1) return void 0;
	const nameEnd = endOfName(text, at + 2);
	if (nameEnd === at + 2 || skipSpace(text, nameEnd) !== end) throw malformed("an end tag is malformed", at);
	const name = text.slice(at + 2, nameEnd);
	if (open === void 0) throw malformed(`</${name}> ends nothing`, at);
	throw malformed(`<${open.name}> of line ${open.line} is ended by </${name}>`, at);
}
const doctype = /<!DOCTYPE[^"'[>]*(?:"[^"]*"[^"'[>]*|'[^']*'[^"'[>]*)*([[>])/y;
const externalId = /^(?:[ \t\n]+(?:SYSTEM|PUBLIC[ \t\n]+(?:"[-'()+,./:=?;!*#@$_% \n\w]*"|'[-()+,./:=?;!*#@$_% \n\w]*'))[ \t\n]+(?:"[^"]*"|'[^']*'))?[ \t\n]*$/;
const declaration = /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.\d+\1(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])[A-Za-z][\w.-]*\2)?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(?:yes|no)\3)?[ \t\n]*\?>$/;
function readDoctype(text, at) {
	doctype.lastIndex = at;
	const match = doctype.exec(text);
	if (match === null) return void 0;
	const end = doctype.lastIndex;
	const name = at + 9;
	const nameStart = skipSpace(text, name);
	const nameEnd = endOfName(text, nameStart);
	if (nameStart === name || nameEnd === nameStart || !externalId.test(text.slice(nameEnd, end - 1))) throw malformed("the document type declaration is malformed", at);
	return {
		declares: match[1] === "[",
		end
	};
}
function readInstruction(text, at, mayDeclare) {
	const end = text.indexOf("?>", at + 2);
	if (end === -1) return void 0;
	const nameEnd = endOfName(text, at + 2);
	if (nameEnd === at + 2 || nameEnd !== end && skipSpace(text, nameEnd) === nameEnd) throw malformed("a processing instruction has no valid name", at);
	const isDeclaration = text.slice(at + 2, nameEnd).toLowerCase() === "xml";
	if (isDeclaration) {
		if (!mayDeclare) throw malformed("an XML declaration stands somewhere other than at the very start", at);
		if (!declaration.test(text.slice(at, end + 2))) throw malformed("the XML declaration is malformed", at);
	}
	return {
		isDeclaration,
		end: end + 2
	};
}

// src/xml/position.ts
var Position = class {
	#piece = "";
	#line = 1;
	#lineStart = 0;
	#before = 0;
	#nextBreak = Infinity;
	moveTo(piece, from) {
		this.line(from);
		this.#before += codePoints(this.#piece.slice(this.#lineStart, from));
		this.#lineStart = 0;
		this.#piece = piece;
		this.#nextBreak = this.#find(0);
	}
	line(index) {
		while (this.#nextBreak < index) {
			this.#line++;
			this.#lineStart = this.#nextBreak + 1;
			this.#before = 0;
			this.#nextBreak = this.#find(this.#lineStart);
		}
		return this.#line;
	}
	lineAndColumn(index) {
		return {
			line: this.line(index),
			column: this.#before + codePoints(this.#piece.slice(this.#lineStart, index)) + 1
		};
	}
	get nextBreak() {
		return this.#nextBreak;
	}
	#find(from) {
		const found = this.#piece.indexOf("\n", from);
		return found === -1 ? Infinity : found;
	}
};
function codePoints(text) {
	const pairs = text.match(/[\uDC00-\uDFFF]/g);
	return text.length - (pairs?.length ?? 0);
}
var NextIndex = class {
	#text;
	#mark;
	#found = -1;
	constructor(text, mark) {
		this.#text = text;
		this.#mark = mark;
	}
	from(at) {
		if (this.#found < at) {
			const found = this.#text.indexOf(this.#mark, at);
			this.#found = found === -1 ? Infinity : found;
		}
		return this.#found;
	}
};

// src/xml/reader.ts
const limits$1 = {
	markup: 16777216,
	nesting: 1e5
};
const [lessThan, greaterThan, slash, exclamation, question] = [
	60,
	62,
	47,
	33,
	63
];
var XmlReader = class {
	wantText = false;
	lateDeclaration = false;
	#events;
	#position = new Position();
	#open = [];
	#forbidden = new ForbiddenCharacters();
	#lineEnds = new LineEnds();
	#value = (start, end) => this.#attributeValue(start, end);
	#piece = "";
	#at = 0;
	#ampersand = new NextIndex("", "&");
	#cdataEnd = new NextIndex("", "]]>");
	#tab = new NextIndex("", "	");
	#retryLength = 0;
	#waiting = "";
	#inCdata = false;
	#sawMarkup = false;
	#sawDoctype = false;
	#sawRoot = false;
	constructor(events) {
		this.#events = events;
	}
	get replaced() {
		return this.#forbidden.replaced;
	}
	write(text) {
		const added = this.#lineEnds.unify(text);
		this.#forbidden.lookAt(added);
		this.#waiting += added;
		if (this.#piece.length - this.#at + this.#waiting.length < this.#retryLength) return;
		this.#read();
		const left = this.#piece.length - this.#at;
		if (left > limits$1.markup) throw this.#broken("a tag or comment is longer than 16 MB", this.#at);
		this.#retryLength = 2 * left;
	}
	end() {
		this.#waiting += this.#lineEnds.end();
		this.#read();
		const open = this.#open.at(-1);
		if (open !== void 0) {
			const where = `inside <${open.name}>, which begins in line ${open.line}`;
			throw this.errorAtEnd(`The file ends ${where}: it was cut off or is still being written.`);
		}
		if (this.#at < this.#piece.length) throw this.#broken("it ends in the middle of markup", this.#piece.length);
		if (!this.#sawRoot) throw this.#broken("it contains no element", this.#piece.length);
	}
	errorAtEnd(message, next) {
		this.#take();
		return new XmlError("malformed", message, this.#position.lineAndColumn(this.#piece.length), next);
	}
	#broken(what, index) {
		const message = `It is not well-formed XML: ${what}.`;
		return new XmlError("malformed", message, this.#position.lineAndColumn(index), "Have the test tool write the report again.");
	}
	#take() {
		const piece = this.#piece.slice(this.#at) + this.#waiting;
		this.#waiting = "";
		this.#position.moveTo(piece, this.#at);
		this.#ampersand = new NextIndex(piece, "&");
		this.#cdataEnd = new NextIndex(piece, "]]>");
		this.#tab = new NextIndex(piece, "	");
		this.#forbidden.moveTo(piece);
		this.#piece = piece;
		this.#at = 0;
	}
	#read() {
		this.#take();
		try {
			while (this.#at < this.#piece.length) {
				const before = this.#at;
				if (this.#inCdata) this.#readCdata();
				else if (this.#piece.charCodeAt(before) === lessThan) this.#readMarkup(before);
				else if (this.#open.length === 0) this.#readOutside();
				else this.#readText();
				if (this.#at === before) return;
			}
		} catch (error) {
			if (!(error instanceof XmlError) || error.place.index === void 0) throw error;
			const { index } = error.place;
			const isForbidden = this.#forbidden.isOne(this.#piece.charAt(index));
			throw this.#broken(isForbidden ? "a character that XML forbids stands in its markup" : error.message, index);
		}
	}
	#readOutside() {
		const end = skipSpace(this.#piece, this.#at);
		if (end < this.#piece.length && this.#piece.charCodeAt(end) !== lessThan) throw malformed("text stands outside of the root element", end);
		this.#at = end;
	}
	#readText() {
		const [at, piece] = [this.#at, this.#piece];
		const mark = piece.indexOf("<", at);
		const end = mark === -1 ? this.#endOfSureText(at) : mark;
		const cdataEnd = this.#cdataEnd.from(at);
		if (cdataEnd < end) {
			this.#characters(at, cdataEnd);
			throw malformed("text contains \"]]>\", which has to be written as ]]&gt;", cdataEnd);
		}
		const hasReference = this.#ampersand.from(at) < end;
		if (this.wantText || hasReference || this.#forbidden.mayHave) this.#emit(this.#characters(at, end), at);
		this.#at = end;
	}
	#endOfSureText(at) {
		const piece = this.#piece;
		const ampersand = piece.lastIndexOf("&");
		if (ampersand >= at && piece.indexOf(";", ampersand) === -1) {
			if (piece.length - ampersand <= limits$2.reference) return ampersand;
			resolveReferences(piece.slice(ampersand), ampersand, this.#forbidden.note);
		}
		return endWithoutBrackets(piece);
	}
	#readCdata() {
		const at = this.#at;
		const mark = this.#cdataEnd.from(at);
		const end = mark === Infinity ? endWithoutBrackets(this.#piece) : mark;
		if (this.wantText || this.#forbidden.mayHave) this.#emit(this.#forbidden.without(this.#piece.slice(at, end), at), at);
		this.#inCdata = mark === Infinity;
		this.#at = this.#inCdata ? end : end + 3;
	}
	#emit(text, at) {
		const line = this.#position.line(at);
		this.#forbidden.confirm(this.#position);
		if (this.wantText && text !== "") this.#events.text(text, line);
	}
	#characters(start, end) {
		const raw = this.#forbidden.without(this.#piece.slice(start, end), start);
		return this.#ampersand.from(start) < end ? resolveReferences(raw, start, this.#forbidden.note) : raw;
	}
	#readMarkup(at) {
		if (at + 1 >= this.#piece.length) return;
		const next = this.#piece.charCodeAt(at + 1);
		if (next === slash) this.#readEndTag(at);
		else if (next === exclamation) this.#readDeclaration(at);
		else if (next === question) this.#readInstruction(at);
		else this.#readStartTag(at);
		if (this.#at > at) this.#sawMarkup = true;
	}
	#readStartTag(at) {
		if (this.#open.length === 0 && this.#sawRoot) throw malformed("a second root element begins, as if reports had been glued together", at);
		if (this.#open.length >= limits$1.nesting) throw malformed(`elements are nested ${limits$1.nesting} deep`, at);
		const line = this.#position.line(at);
		const tag = readStartTag(this.#piece, at, this.#value);
		if (tag === void 0) return this.#forbidden.discard();
		this.#forbidden.confirm(this.#position);
		this.#at = tag.end;
		this.#sawRoot = true;
		const name = localName(tag.name);
		if (!tag.selfClosing) this.#open.push({
			name: tag.name,
			line
		});
		this.#events.open(name, tag.attributes, line);
		if (tag.selfClosing) this.#events.close(name, this.#position.line(tag.end));
	}
	#attributeValue(start, end) {
		const piece = this.#piece.slice(start, end);
		const hasSpace = this.#position.nextBreak < end || this.#tab.from(start) < end;
		const raw = this.#forbidden.without(hasSpace ? piece.replace(/[\n\t]/g, " ") : piece, start);
		return this.#ampersand.from(start) < end ? resolveReferences(raw, start, this.#forbidden.note) : raw;
	}
	#readEndTag(at) {
		const open = this.#open.at(-1);
		const end = readEndTag(this.#piece, at, open);
		if (end === void 0 || open === void 0) return;
		this.#open.pop();
		this.#at = end;
		this.#events.close(localName(open.name), this.#position.line(at));
	}
	#readDeclaration(at) {
		const piece = this.#piece;
		if (piece.startsWith("<!--", at)) this.#readComment(at);
		else if (piece.startsWith("<![CDATA[", at)) {
			if (this.#open.length === 0) throw malformed("text stands outside of the root element", at);
			this.#inCdata = true;
			this.#at = at + 9;
		} else if (piece.startsWith("<!DOCTYPE", at)) this.#readDoctype(at);
		else if (![
			"<!--",
			"<![CDATA[",
			"<!DOCTYPE"
		].some((start) => start.startsWith(piece.slice(at, at + 9)))) throw malformed("\"<!\" begins nothing that is allowed there", at);
	}
	#readComment(at) {
		const end = this.#piece.indexOf("--", at + 4);
		if (end === -1 || end + 2 >= this.#piece.length) return;
		if (this.#piece.charCodeAt(end + 2) !== greaterThan) throw malformed("a comment contains two hyphens", end);
		this.#at = end + 3;
		const line = this.#position.line(at);
		const text = this.#forbidden.without(this.#piece.slice(at + 4, end), at + 4);
		this.#forbidden.confirm(this.#position);
		this.#events.comment(text, line);
	}
	#readDoctype(at) {
		if (this.#sawDoctype || this.#sawRoot) throw malformed("a document type declaration is out of place", at);
		const doctype = readDoctype(this.#piece, at);
		if (doctype?.declares === true) throw new XmlError("malformed", "It declares its own entities or markup (<!DOCTYPE … [), which is refused.", this.#position.lineAndColumn(at), "Write the report without them.");
		if (doctype === void 0) return;
		this.#forbidden.refuse(this.#piece, at, doctype.end);
		this.#sawDoctype = true;
		this.#at = doctype.end;
	}
	#readInstruction(at) {
		const instruction = readInstruction(this.#piece, at, !this.#sawMarkup);
		if (instruction === void 0) return;
		this.#forbidden.refuse(this.#piece, at, instruction.end);
		const { line, column } = this.#position.lineAndColumn(at);
		if (instruction.isDeclaration && (line > 1 || column > 1)) this.lateDeclaration = true;
		this.#at = instruction.end;
	}
};
function endWithoutBrackets(text) {
	if (!text.endsWith("]")) return text.length;
	return text.length - (text.endsWith("]]") ? 2 : 1);
}

// src/junit/outcome-words.ts
const failedWords = new Set("fail failed failing failure failures error errors errored erroneous broken timeout timedout aborted abort crashed crash interrupted unexpected ko nok notok notpassed unsuccessful rejected killed exception panic panicked fatal problem hung unstable invalid xpass xpassed unexpectedpass unexpectedsuccess".split(" "));
const notRunWords = new Set("disabled skip skipped skipping notrun notexecuted norun unrun ignored ignore pending todo inconclusive cancelled canceled suppressed untested undefined blocked deferred excluded omitted incomplete xfail xfailed expectedfail expectedfailure fixme knownissue knownfailure knownbug quarantined muted".split(" "));
const harmlessWords = new Set("pass passed passing ok success successful succeeded green expected run ran executed completed complete".split(" "));
const passFlags = /* @__PURE__ */ new Set([
	"success",
	"pass",
	"passed",
	"successful",
	"succeeded",
	"ok",
	"green",
	"valid"
]);
const ranFlags = /* @__PURE__ */ new Set([
	"executed",
	"run",
	"ran",
	"completed",
	"complete",
	"finished"
]);
const asked = /^(?:is|has|had|was|did|are)/;
const counted = /^(?:num(?:ber)?(?:of)?|n[or]of|nr|cnt|count(?:of)?|total|test(?:case)?s?|cases?|steps?|assertions?)+/;
const countedBehind = /(?:counts?|cnt|num(?:ber)?s?|nos?|nr|tally|sum|amount|total|test(?:case)?s?|cases?|steps?|assertions?)+$/;
const reasonBehind = /(?:message|reason|because|text|details?|type|cause|trace)$/;
const maxNames = 1e3;
const readName = remembered(maxNames, (name) => {
	const bare = bareOf(name);
	return {
		bare,
		said: saidBy(bare),
		flag: flagBy(bare.replace(asked, ""))
	};
});
function saidBy(bare) {
	const isPart = /step|assertion/.test(bare);
	const whole = saysWord(bare) ?? saysWord(bare.replace(asked, ""));
	if (whole !== void 0) return {
		says: whole,
		isReason: false,
		isLimit: bare.endsWith("timeout"),
		isPart
	};
	const isReason = reasonBehind.test(bare);
	const core = bare.replace(asked, "").replace(counted, "").replace(isReason ? reasonBehind : countedBehind, "");
	const says = saysWord(core);
	return says === void 0 ? void 0 : {
		says,
		isReason,
		isLimit: core === "timeout",
		isPart
	};
}
function saidByElement(name) {
	const bare = bareOf(name);
	return saysWord(bare) ?? saysWord(bare.replace(asked, "")) ?? saysWord(bare.replace(/^(?:test|assertion|step)/, ""));
}
function flagBy(bare) {
	if (passFlags.has(bare)) return "failed";
	return ranFlags.has(bare) ? "not-run" : void 0;
}
function saysWord(bare) {
	for (const word of [
		bare,
		bare.replace(/e?s$/, ""),
		bare.replace(/s$/, "")
	]) {
		if (failedWords.has(word)) return "failed";
		if (notRunWords.has(word)) return "not-run";
	}
}
function bareOf(name) {
	return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

// src/junit/outcome.ts
const verdictAttributes = /* @__PURE__ */ new Set([
	"status",
	"result",
	"outcome"
]);
const hintAttributes = new Set("state verdict conclusion teststatus testresult testoutcome finalstatus finalresult expectedstatus expectedresult expectedoutcome".split(" "));
const exitCodes = /* @__PURE__ */ new Set([
	"exitcode",
	"returncode",
	"exitstatus"
]);
function claimOf(attributes) {
	return strongest(attributes, claimOfAttribute);
}
function strongest(attributes, claimOfOne) {
	let claim;
	for (const [name, value] of attributes) for (const one of value.split("\n")) {
		const found = claimOfOne(name, one);
		if (found?.says === "failed") return found;
		claim ??= found;
	}
	return claim;
}
const plainName = remembered(1e3, (name) => {
	return /^xmlns(?::|$)/i.test(name) ? { key: void 0 } : { key: name.slice(name.indexOf(":") + 1).toLowerCase() };
});
function plainNamed(attributes) {
	const plain = /* @__PURE__ */ new Map();
	for (const [name, value] of attributes) {
		const { key } = plainName(name);
		if (key === void 0) continue;
		const before = plain.get(key);
		plain.set(key, before === void 0 || before === value ? value : `${before}\n${value}`);
	}
	return plain;
}
function suiteClaim(attributes) {
	return strongest(attributes, claimOfSuiteAttribute);
}
function claimOfSuiteAttribute(name, value) {
	const { bare, flag, said } = readName(name);
	if (verdictAttributes.has(name) || hintAttributes.has(bare)) return claimOfWord(name, value, false);
	const isWord = /[a-z]/i.test(value);
	if (flag !== void 0) return isWord && isNo(value) ? {
		says: flag,
		because: quote(name, value)
	} : void 0;
	if (exitCodes.has(bare)) return claimOfExitCode(name, value);
	return said !== void 0 && isYes(value) ? {
		says: said.says,
		because: quote(name, value)
	} : void 0;
}
function claimOfAttribute(name, value) {
	if (verdictAttributes.has(name)) return claimOfWord(name, value, true);
	if (name === "failure" || name === "error") {
		const because = value.trim() === "" ? `It has the attribute ${name}.` : value;
		return isNo(value) ? void 0 : {
			says: "failed",
			because
		};
	}
	const { bare, flag, said } = readName(name);
	if (flag !== void 0) return isNo(value) ? {
		says: flag,
		because: quote(name, value)
	} : claimOfWord(name, value, false);
	if (hintAttributes.has(bare)) return claimOfWord(name, value, false);
	if (exitCodes.has(bare)) return claimOfExitCode(name, value);
	if (said === void 0 || isNo(value)) return void 0;
	const { says, isReason, isLimit } = said;
	if (value.trim() === "" && (isReason || says === "not-run" || /s$/i.test(name))) return void 0;
	if (isLimit && !isYes(value) || /^\s*0+(?:\.0*)?\s*$/.test(value)) return void 0;
	return {
		says,
		because: quote(name, value)
	};
}
function claimOfExitCode(name, value) {
	return /^\s*-?\d+\s*$/.test(value) && Number(value) !== 0 ? {
		says: "failed",
		because: quote(name, value)
	} : void 0;
}
function claimOfWord(name, value, hasToBeClear) {
	const word = value.toLowerCase().replace(/[^a-z0-9]/g, "");
	if (failedWords.has(word)) return {
		says: "failed",
		because: quote(name, value)
	};
	if (notRunWords.has(word)) return {
		says: "not-run",
		because: quote(name, value)
	};
	if (value.trim() === "" || harmlessWords.has(word) || !hasToBeClear) return void 0;
	return {
		says: "not-run",
		because: `${quote(name, value)} does not clearly say that it passed`
	};
}
const caseElements = /* @__PURE__ */ new Map([
	["rerunfailure", "rerun"],
	["rerunerror", "rerun"],
	["flakyfailure", "flaky"],
	["flakyerror", "flaky"],
	["warning", "not-run"],
	["risky", "not-run"]
]);
function caseElement(name) {
	return caseElements.get(name) ?? saidByElement(name);
}
function isVerdictElement(name) {
	const { bare, flag } = readName(name);
	return verdictAttributes.has(name) || hintAttributes.has(bare) || flag !== void 0;
}
const verdictValues = [
	"value",
	"status",
	"result",
	"outcome",
	"name"
];
const told = String.raw`(?:fail(?:s|ing|ed)?|fixme|skip(?:ped)?|todo|xfail(?:ed)?|(?:expected|known)[-_ .]?fail(?:ure|ed|ing)?)`;
const toldByProperty = new RegExp(`^${told}$`, "i");
const listsAnnotations = /^(?:tags?|labels?|mark(?:er)?s?|annotations?)$/i;
const toldInList = new RegExp(`(?:^|[\\s,;@])${told}(?:$|[\\s,;@(:])`, "i");
const endedByProperty = /^(?:(?:test|testcase|case|final)(?:status|result|outcome|verdict|state)|outcome|verdict|conclusion)$/;
const partVerdicts = [
	"status",
	"result",
	"outcome",
	"verdict"
];
const triesAgain = /^(?:attempt|try|tries|retr|rerun|previous)/;
var CaseFindings = class {
	failed = 0;
	rerun = 0;
	flaky = 0;
	notRun = 0;
	failedMessage;
	notRunMessage;
	#told;
	#claim;
	constructor(attributes) {
		this.#claim = claimOf(attributes);
	}
	count(meaning) {
		if (meaning === "failed") this.failed++;
		else if (meaning === "rerun") this.rerun++;
		else if (meaning === "flaky") this.flaky++;
		else this.notRun++;
	}
	verdict(name, values) {
		const texts = typeof values === "string" ? [values] : verdictValues.map((one) => values.get(one) ?? "");
		for (const text of texts) {
			const flag = isNo(text) ? readName(name).flag : void 0;
			const found = flag === void 0 ? claimOfWord(name, text, false) : {
				says: flag,
				because: quote(name, text)
			};
			if (found !== void 0) this.#add(found);
		}
	}
	part(name, values) {
		if (triesAgain.test(name)) return;
		for (const key of partVerdicts) {
			const found = claimOfWord(key, values.get(key) ?? "", false);
			if (found?.says === "failed") this.#add({
				says: "failed",
				because: `Its <${name}> has ${found.because}`
			});
		}
	}
	#add(claim) {
		if (this.#claim?.says !== "failed") this.#claim = claim;
	}
	property(given, value) {
		const name = given.trim();
		if (endedByProperty.test(readName(name).bare)) {
			const ended = claimOfWord(name, value, false);
			if (ended !== void 0) this.#add({
				...ended,
				because: `Its property says ${ended.because}`
			});
		}
		if (!(toldByProperty.test(name) || listsAnnotations.test(name) && toldInList.test(value)) || isNo(value)) return;
		const why = value.trim() === "" ? "" : `: ${value.trim()}`;
		this.#told ??= firstLine(`Its property '${name}' says that no pass is expected${why}`);
	}
	get retried() {
		return this.rerun + this.flaky;
	}
	note(meaning, message) {
		if (meaning === "failed") this.failedMessage ??= message;
		else if (meaning === "not-run") this.notRunMessage ??= message;
	}
	conclude() {
		const because = firstLine(this.#claim?.because);
		if (this.failed > 0 || this.#claim?.says === "failed") return {
			outcome: "failed",
			flaky: false,
			message: this.failedMessage ?? because
		};
		if (this.notRun > 0 || this.#claim !== void 0) return {
			outcome: "not-run",
			flaky: false,
			message: this.notRunMessage ?? because
		};
		if (this.#told !== void 0) return {
			outcome: "not-run",
			flaky: false,
			message: this.#told
		};
		if (this.rerun > 0 && this.flaky === 0) return {
			outcome: "not-run",
			flaky: false,
			message: "It has failed reruns and no failure, so how it ended is unclear"
		};
		return {
			outcome: "passed",
			flaky: this.flaky > 0,
			message: void 0
		};
	}
};
const maxMessage$1 = 300;
function firstLine(text) {
	const line = /[^\r\n\u2028\u2029]+/.exec((text ?? "").trimStart())?.[0] ?? "";
	const clean = withoutCredentials(line.slice(0, 4 * maxMessage$1).replace(/\p{Cc}/gu, " ")).trim();
	if (clean === "") return void 0;
	const points = Array.from(clean);
	return points.length <= maxMessage$1 ? clean : `${points.slice(0, 299).join("")}…`;
}
function quote(name, value) {
	return `${name}="${value.slice(0, 80)}"`;
}
function isNo(value) {
	return /^\s*(?:0|false|no|none|n)\s*$/i.test(value);
}
function isYes(value) {
	return /^\s*(?:true|yes|y|on)\s*$/i.test(value);
}

// src/junit/report.ts
const verdictMark = "ncts5-production-checklist.verdict";

// src/junit/intake.ts
function nothing() {
	return {
		depth: 0,
		verbatim: false,
		text: () => void 0,
		end: () => void 0
	};
}
function collect(limit, done) {
	let collected = "";
	return {
		depth: 0,
		verbatim: false,
		text: (text) => {
			const piece = collected === "" ? text.trimStart() : text;
			collected += piece.slice(0, limit - collected.length);
		},
		end: () => done(collected)
	};
}

// src/junit/counts.ts
const notRunAttributes = [
	"skipped",
	"skips",
	"skip",
	"disabled",
	"ignored",
	"pending",
	"notrun",
	"not-run",
	"inconclusive",
	"incomplete",
	"cancelled",
	"canceled",
	"blocked",
	"todo",
	"todos",
	"xfail",
	"xfails",
	"xfailed",
	"expectedfailures",
	"expected-failures"
];
const failedAttributes = [
	"broken",
	"aborted",
	"aborts",
	"crashed",
	"crashes",
	"timeouts",
	"timedout",
	"interrupted",
	"killed",
	"exceptions",
	"panics",
	"rejected",
	"unexpected",
	"problems",
	"fatal",
	"ko"
];
function declaredCounts(attributes) {
	const absurd = [];
	const read = (name) => {
		const text = attributes.get(name)?.trim() ?? "";
		if (text === "" || /^(?:true|false|yes|no|y|n|on|none)$/i.test(text)) return void 0;
		const value = /^\d+(?:\.0*)?$/.test(text) ? Number(text) : NaN;
		if (Number.isSafeInteger(value)) return value;
		absurd.push(`${name}="${text.slice(0, 40)}"`);
	};
	let failingUnclear = false;
	const readFailing = (name) => {
		const before = absurd.length;
		const count = read(name);
		if (absurd.length > before) failingUnclear = true;
		return count;
	};
	const tests = read("tests");
	const failures = readFailing("failures");
	const failed = readFailing("failed");
	const errors = readFailing("errors");
	const others = failedAttributes.reduce((sum, name) => sum + (readFailing(name) ?? 0), 0);
	const more = otherCounts(attributes, readFailing);
	const failing = Math.max((failures ?? failed ?? 0) + (errors ?? 0), failed ?? 0, others, more.failing);
	const skips = notRunAttributes.map((name) => read(name) ?? 0);
	return {
		tests,
		failing,
		notRun: skips.reduce((sum, count) => sum + count, 0),
		notRunAtLeast: Math.max(...skips, more.notRun),
		absurd,
		failingUnclear
	};
}
const readAbove = /* @__PURE__ */ new Set([
	...notRunAttributes,
	...failedAttributes,
	"failures",
	"failed",
	"errors"
]);
function otherCounts(attributes, readFailing) {
	const most = {
		failing: 0,
		notRun: 0
	};
	for (const [name, value] of attributes) {
		const said = readAbove.has(name) ? void 0 : readName(name).said;
		if (said === void 0 || said.isReason || said.isLimit) continue;
		const isFailing = said.says === "failed";
		const count = isFailing ? readFailing(name) : /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : void 0;
		if (count === void 0) continue;
		const key = isFailing ? "failing" : "notRun";
		most[key] = Math.max(most[key], said.isPart ? Math.min(1, count) : count);
	}
	return most;
}
var Tally = class {
	cases = 0;
	failedCases = 0;
	flakyCases = 0;
	notRun = 0;
	failingElements = 0;
	retries = 0;
	unlistedFailures = 0;
	unlistedTests = 0;
	addCase(outcome, flaky, failingElements, retries) {
		this.cases++;
		if (flaky) this.flakyCases++;
		this.retries += retries;
		if (outcome === "not-run") this.notRun++;
		if (outcome !== "failed") return;
		this.failedCases++;
		this.failingElements += Math.max(1, failingElements);
	}
	add(inner) {
		this.cases += inner.cases;
		this.failedCases += inner.failedCases;
		this.flakyCases += inner.flakyCases;
		this.notRun += inner.notRun;
		this.failingElements += inner.failingElements;
		this.retries += inner.retries;
		this.unlistedFailures += inner.unlistedFailures;
		this.unlistedTests += inner.unlistedTests;
	}
};
function failuresBeyond(declared, listed) {
	const beyond = declared.failing - listed.unlistedFailures;
	if (beyond <= listed.failedCases) return 0;
	return [
		listed.failingElements,
		listed.failingElements + listed.retries,
		listed.failedCases + listed.flakyCases
	].includes(beyond) ? 0 : beyond - listed.failedCases;
}
function testsBeyond(declared, listed) {
	const beyond = (declared.tests ?? 0) - listed.cases - listed.unlistedTests;
	return beyond <= 0 || beyond === listed.retries ? 0 : beyond;
}
function unlistedSkips(declared, listed) {
	return Math.max(0, declared.notRun - listed.notRun);
}
function skipsBeyond(declared, listed) {
	return declared.tests === void 0 ? 0 : Math.max(0, declared.notRunAtLeast - listed.notRun);
}
function countsSubtests(suiteName, rootName) {
	return suiteName === "pytest" || rootName === "pytest tests";
}

// src/junit/suites.ts
const deepest = 1e4;
const deepestNames = 500;
function durationOf(seconds) {
	const text = seconds?.trim().replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, "") ?? "";
	return /^\d+(?:\.\d*)?$|^\.\d+$/.test(text) ? Number(text) * 1e3 : void 0;
}
function suiteOf(kind, attributes, line) {
	const suite = {
		name: detached(withoutCredentials(attributes.get("name") ?? "")),
		line,
		kind
	};
	const timestamp = attributes.get("timestamp");
	const duration = durationOf(attributes.get("time"));
	const host = attributes.get("hostname")?.trim() ?? "";
	if (timestamp !== void 0 && timestamp.trim() !== "") suite.timestamp = detached(timestamp);
	if (duration !== void 0) suite.duration = duration;
	if (host !== "") suite.host = detached(host);
	return suite;
}
function openSuite(kind, attributes, line, parent) {
	const suite = suiteOf(kind, attributes, line);
	if (parent !== void 0) suite.parent = parent.suite;
	const depth = (parent?.depth ?? 0) + 1;
	const namedDepth = (parent?.namedDepth ?? 0) + (suite.name === "" ? 0 : 1);
	if (depth > 10001 || namedDepth > deepestNames) throw new XmlError("unexpected", `Suites are nested more than ${deepest} deep, or with names more than ${deepestNames}.`, { line }, "Have the tool write fewer levels.");
	return {
		suite,
		parent,
		declared: declaredCounts(attributes),
		claim: suiteClaim(attributes),
		depth,
		namedDepth,
		tally: new Tally(),
		listener: void 0,
		ownFailures: 0,
		ownMessage: void 0,
		ownSkips: 0,
		suites: 0,
		allAgree: true,
		unlisted: []
	};
}
function closeSuite(open, remark, whole) {
	const { suite, parent, tally, declared } = open;
	if (open.listener !== void 0) suite.notes = open.listener.finish();
	const agrees = open.allAgree && declared.tests !== void 0 && testsBeyond(declared, tally) === 0;
	const results = [...unlistedFailures(open, remark), ...unlistedSkipped(open, remark, whole)];
	if (parent === void 0) {
		const tests = open.unlisted.map((entry) => notRunBeside(entry.suite, `${count(entry.count, "test")} more than it lists`, countsSomethingElse));
		return [...results, ...tests];
	}
	parent.suites++;
	parent.allAgree &&= agrees;
	parent.tally.add(tally);
	if (parent.unlisted.length < open.unlisted.length) [parent.unlisted, open.unlisted] = [open.unlisted, parent.unlisted];
	for (const entry of open.unlisted) parent.unlisted.push(entry);
	return results;
}
function* unlistedFailures(open, remark) {
	const { suite, tally, ownFailures, declared, claim } = open;
	if (ownFailures > 0) {
		tally.failedCases += ownFailures;
		tally.failingElements += ownFailures;
		yield failedBeside(suite, `${title(suite)} reports a failure or error outside of its cases`, open.ownMessage);
	}
	if (declared.absurd.length > 0) remark("warning", `${title(suite)} has counts that are not whole numbers: ${declared.absurd.join(", ")}.`, suite.line);
	const beyond = failuresBeyond(declared, tally);
	tally.unlistedFailures += beyond;
	if (beyond > 0) {
		const failures = beyond === 1 ? "one failure or error" : `${beyond} failures or errors`;
		yield failedBeside(suite, `${title(suite)} declares ${failures} more than its cases show`, void 0);
		return;
	}
	if (tally.failedCases + tally.unlistedFailures > 0) return;
	if (claim?.says !== "failed" && !declared.failingUnclear) return;
	tally.unlistedFailures++;
	const why = claim?.says === "failed" ? `says that it failed (${claim.because})` : "has a count of failures or errors that is not a number";
	yield failedBeside(suite, `${title(suite)} ${why}, but none of its cases did`, void 0);
}
function* unlistedSkipped(open, remark, whole) {
	const { suite, tally, declared, claim } = open;
	const beyond = testsBeyond(declared, tally);
	tally.unlistedTests += beyond;
	if (beyond > 0) {
		if (whole && isRootOfSound(open)) remark("notice", `${title(suite)} counts ${declared.tests} tests where its suites list ${tally.cases}, as each of them says: it counts something else, such as scripts.`, suite.line);
		else if (whole && tally.cases > 0 && countsSubtests(suite.name, outermost(open).suite.name)) remark("notice", `${title(suite)} lists ${tally.cases} of ${declared.tests} tests; pytest lists no subtests.`, suite.line);
		else open.unlisted.push({
			suite,
			count: beyond
		});
	}
	explainBySkips(open, remark);
	if (tally.cases > tally.failedCases + tally.notRun && (open.ownSkips > 0 || claim?.says === "not-run")) yield notRunBeside(suite, `by ${open.ownSkips > 0 ? "an element of its own" : claim?.because} that it was not run, but none of its cases shows it`);
	const beyondListed = whole ? skipsBeyond(declared, tally) : 0;
	tally.notRun += beyondListed;
	if (beyondListed > 0) yield notRunBeside(suite, `${count(beyondListed, "skipped test")} more than its cases show`);
}
function explainBySkips({ unlisted, declared, tally }, remark) {
	let skips = unlistedSkips(declared, tally);
	while (skips > 0) {
		const entry = unlisted.at(-1);
		if (entry === void 0) break;
		const explained = Math.min(skips, entry.count);
		skips -= explained;
		entry.count -= explained;
		tally.notRun += explained;
		remark("notice", `${title(entry.suite)} had ${explained === 1 ? "a test" : `${explained} tests`} skipped that it does not list.`, entry.suite.line);
		if (entry.count === 0) unlisted.pop();
	}
}
function isRootOfSound({ suite, parent, suites, allAgree }) {
	return parent === void 0 && suite.kind === "testsuites" && suites > 0 && allAgree;
}
const countsSomethingElse = "where the tool counts something else there (Catch2 counts assertions), and the list is whole, take the attribute 'tests' out of the report";
function outermost(open) {
	let outer = open;
	while (outer.parent !== void 0) outer = outer.parent;
	return outer;
}
function failedBeside(suite, sentence, message) {
	const failed = {
		suite,
		className: "",
		name: sentence,
		flaky: false,
		line: suite.line,
		outcome: "failed",
		declared: "failures"
	};
	return message === void 0 ? failed : {
		...failed,
		message
	};
}
function notRunBeside(suite, what, message) {
	const notRun = {
		suite,
		className: "",
		name: `${title(suite)} declares ${what}`,
		flaky: false,
		line: suite.line,
		outcome: "not-run",
		declared: "tests"
	};
	return message === void 0 ? notRun : {
		...notRun,
		message
	};
}
function count(number, what) {
	return number === 1 ? `one ${what}` : `${number} ${what}s`;
}
function title(suite) {
	return suite.name === "" ? `The ${suite.kind} of line ${suite.line}` : `The suite "${suite.name.slice(0, 120)}"`;
}

// src/junit/assemble.ts
const wrappers = /* @__PURE__ */ new Set([
	"failures",
	"errors",
	"problems",
	"exceptions"
]);
const maxRemarks = 20;
const [maxMessage, maxProperty] = [4096, 1048576];
var Assembly = class {
	remarks = [];
	cases = 0;
	failed = 0;
	notRun = 0;
	#consumer;
	#wantText;
	#remarksLeftOut = 0;
	#suite;
	#case;
	#ended;
	#intake;
	#className = detachedInARow();
	#sourceFile = detachedInARow();
	constructor(consumer, wantText) {
		this.#consumer = consumer;
		this.#wantText = wantText;
	}
	open(name, attributes, line) {
		if (this.#intake !== void 0) {
			this.#intake.depth++;
			if (this.#intake.verbatim) this.#intake.text(`<${name}>`, line);
			this.#intake.inner?.(name);
			return;
		}
		this.#handOn();
		const lower = name.toLowerCase();
		const plain = plainNamed(attributes);
		if (lower === "testsuite" || lower === "testsuites") {
			this.#refuseInsideCase(name, line);
			this.#suite = openSuite(lower, plain, line, this.#suite);
		} else if (this.#suite === void 0) throw notJUnit(name, line);
		else this.#openInside(this.#suite, {
			name,
			lower,
			plain,
			line
		});
	}
	#openInside(suite, { name, lower, plain, line }) {
		const owner = this.#case ?? suite;
		if (lower === "testcase") {
			this.#refuseInsideCase(name, line);
			const findings = new CaseFindings(plain);
			this.#case = {
				parent: suite,
				attributes: plain,
				line,
				endLine: line,
				findings,
				listener: void 0
			};
		} else if (lower === "property") this.#property(owner, plain, line);
		else if (lower === "system-out" || lower === "system-err") this.#take(this.#output(owner));
		else if (!wrappers.has(lower)) {
			const meaning = caseElement(lower);
			if (meaning !== void 0) this.#take(this.#outcomeElement(suite, meaning, plain));
			else if (this.#case !== void 0 && isVerdictElement(lower)) this.#take(this.#verdictElement(this.#case, lower, plain));
			else this.#case?.findings.part(lower, plain);
		}
	}
	close(name, line) {
		const intake = this.#intake;
		if (intake !== void 0) {
			if (intake.depth-- > 0) {
				if (intake.verbatim) intake.text(`</${name}>`, line);
				return;
			}
			this.#intake = void 0;
			this.#wantText(false);
			intake.end();
			return;
		}
		this.#handOn();
		const lower = name.toLowerCase();
		if (lower === "testcase") {
			this.#ended = this.#case;
			if (this.#ended !== void 0) this.#ended.endLine = line;
			this.#case = void 0;
		} else if (this.#suite !== void 0 && (lower === "testsuite" || lower === "testsuites")) this.#closeSuite(this.#suite, true);
	}
	text(text, line) {
		this.#intake?.text(text, line);
	}
	comment(text, line) {
		const owner = this.#case ?? this.#ended ?? this.#suite;
		if (owner !== void 0 && text.trim() !== "") this.#listener(owner).comment(text, line);
	}
	breakOff() {
		this.#intake = void 0;
		const open = this.#case ?? this.#ended;
		this.#case = this.#ended = void 0;
		if (open !== void 0) {
			open.findings.notRun++;
			open.findings.notRunMessage ??= "The report breaks off here.";
			this.#emit(open);
		}
		while (this.#suite !== void 0) this.#closeSuite(this.#suite, false);
	}
	get allRemarks() {
		if (this.#remarksLeftOut === 0) return this.remarks;
		const message = `${this.#remarksLeftOut} more remarks like these on the same report are left out.`;
		return [...this.remarks, {
			kind: "counts",
			severity: "notice",
			message
		}];
	}
	#refuseInsideCase(name, line) {
		if (this.#case === void 0) return;
		const message = `<${name}> stands inside a <testcase>, so it is unclear which of the two passed.`;
		throw new XmlError("unexpected", message, { line }, "Have the tool write them side by side.");
	}
	#property(owner, attributes, line) {
		const name = attributes.get("name") ?? "";
		if (name === "ncts5-production-checklist.verdict") throw ownVerdict(line);
		const value = attributes.get("value");
		const tell = (text) => {
			this.#listener(owner).property(name, text, line);
			if ("findings" in owner) owner.findings.property(name, text);
		};
		if (value !== void 0) tell(value);
		const content = value === void 0 ? collect(maxProperty, tell) : nothing();
		this.#take({
			...content,
			inner: (element) => failureInside(owner, element)
		});
	}
	#output(owner) {
		let hasText = false;
		return {
			depth: 0,
			verbatim: true,
			text: (text, line) => {
				hasText = true;
				this.#listener(owner).text(text, line);
			},
			end: () => {
				if (hasText) this.#listener(owner).endOfText();
			}
		};
	}
	#verdictElement({ findings }, name, attributes) {
		findings.verdict(name, attributes);
		return {
			...collect(maxMessage, (text) => findings.verdict(name, text)),
			inner: (element) => this.#outcomeInside(element)
		};
	}
	#outcomeInside(element) {
		const meaning = caseElement(element.toLowerCase());
		if (meaning !== void 0) this.#case?.findings.count(meaning);
	}
	#outcomeElement(suite, meaning, attributes) {
		const findings = this.#case?.findings;
		const note = (text) => {
			if (findings !== void 0) findings.note(meaning, text);
			else if (meaning === "failed") suite.ownMessage ??= text;
		};
		if (findings !== void 0) findings.count(meaning);
		else if (meaning === "failed") suite.ownFailures++;
		else if (meaning === "not-run") suite.ownSkips++;
		const message = firstLine(attributes.get("message"));
		note(message);
		return message === void 0 ? collect(maxMessage, (text) => note(firstLine(text))) : nothing();
	}
	#take(intake) {
		this.#intake = intake;
		this.#wantText(true);
	}
	#listener(owner) {
		return owner.listener ??= this.#consumer.listen("findings" in owner ? "case" : "suite");
	}
	#handOn() {
		const ended = this.#ended;
		this.#ended = void 0;
		if (ended !== void 0) this.#emit(ended);
	}
	#emit({ parent, attributes, line, endLine, findings, listener }) {
		const { outcome, flaky, message } = findings.conclude();
		const className = withoutCredentials(attributes.get("classname") ?? attributes.get("class") ?? "");
		const result = {
			suite: parent.suite,
			className: this.#className(className),
			name: detached(withoutCredentials(attributes.get("name") ?? "")),
			outcome,
			flaky,
			line,
			endLine
		};
		const sourceFile = attributes.get("file") ?? "";
		if (sourceFile !== "") result.sourceFile = this.#sourceFile(sourceFile);
		const timestamp = attributes.get("timestamp");
		const duration = durationOf(attributes.get("time"));
		const assertions = attributes.get("assertions") ?? "";
		if (duration !== void 0) result.duration = duration;
		if (/^\s*\d{1,9}\s*$/.test(assertions)) result.assertions = Number(assertions);
		if (message !== void 0) result.message = detached(message);
		if (timestamp !== void 0 && timestamp.trim() !== "") result.timestamp = detached(timestamp);
		if (listener !== void 0) result.notes = listener.finish();
		this.cases++;
		if (outcome === "failed") this.failed++;
		if (outcome === "not-run") this.notRun++;
		parent.tally.addCase(outcome, flaky, findings.failed, findings.retried);
		this.#consumer.result(result);
	}
	#closeSuite(suite, whole) {
		this.#suite = suite.parent;
		const results = closeSuite(suite, (severity, message, line) => this.#remark({
			kind: "counts",
			severity,
			message,
			place: { line }
		}), whole);
		for (const result of results) this.#consumer.result(result);
	}
	#remark(remark) {
		if (this.remarks.length >= maxRemarks) this.#remarksLeftOut++;
		else this.remarks.push(remark);
	}
};
function failureInside(owner, element) {
	if (caseElement(element) !== "failed") return;
	if ("findings" in owner) owner.findings.count("failed");
	else owner.ownFailures++;
}
function ownVerdict(line) {
	return new XmlError("unexpected", "It is a verdict of this program (setting \"junit\") and no test report, so it proves nothing.", { line }, "Leave it out of \"results\", or write it where \"results\" does not look.");
}
function notJUnit(name, line) {
	const message = `Its root element is <${name}>, so it is no JUnit report, which has <testsuites> or <testsuite>.`;
	return new XmlError("unexpected", message, { line }, "Have the tool write JUnit XML, or leave the file out of \"results\".");
}

// src/junit/decode.ts
const limits = { declaration: 1024 };
var ReportDecoder = class {
	#decoding;
	#head = Buffer.alloc(0);
	write(bytes) {
		const piece = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		if (this.#decoding !== void 0) return this.#decoding.write(piece);
		this.#head = Buffer.concat([this.#head, piece]);
		return isDecidable(this.#head) ? this.#begin() : { text: "" };
	}
	end() {
		const rest = this.#decoding === void 0 ? this.#begin() : { text: "" };
		return {
			broken: this.#decoding?.end(),
			...rest
		};
	}
	#begin() {
		const chosen = chooseDecoding(this.#head);
		if (typeof chosen === "string") return {
			text: "",
			broken: chosen
		};
		this.#decoding = chosen.decoding;
		const rest = this.#head.subarray(chosen.markLength);
		this.#head = Buffer.alloc(0);
		return this.#decoding.write(rest);
	}
};
const beforeDeclaration = /^[ \t\r\n]*/;
function isDecidable(head) {
	if (head.length >= limits.declaration) return true;
	const start = head.toString("latin1").replace(beforeDeclaration, "");
	if (start.length < 4) return false;
	return !start.startsWith("<?xm") || start.includes(">");
}
function chooseDecoding(head) {
	const start = head.subarray(0, 4).toString("hex").padEnd(8, "-");
	if (start === "fffe0000" || start === "0000feff" || start === "3c000000" || start === "0000003c") return "The file is UTF-32, which is not supported.";
	if (start.startsWith("efbbbf")) return {
		decoding: new Utf8(3, "as its byte order mark says"),
		markLength: 3
	};
	if (start.startsWith("fffe")) return {
		decoding: new Utf16("UTF-16LE", 2),
		markLength: 2
	};
	if (start.startsWith("feff")) return {
		decoding: new Utf16("UTF-16BE", 2),
		markLength: 2
	};
	if (/^(?:3c|20|09|0a|0d)00..(?!-)/.test(start)) return {
		decoding: new Utf16("UTF-16LE", 0),
		markLength: 0
	};
	if (/^00(?:3c|20|09|0a|0d)/.test(start)) return {
		decoding: new Utf16("UTF-16BE", 0),
		markLength: 0
	};
	const decoding = declaredDecoding(head);
	return typeof decoding === "string" ? decoding : {
		decoding,
		markLength: 0
	};
}
function declaredDecoding(head) {
	const text = head.toString("latin1", 0, limits.declaration).replace(beforeDeclaration, "");
	const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']/.exec(text)?.[1]?.toLowerCase();
	if (declared === void 0) return new Utf8(0, "which it has to be, declaring nothing else");
	if (/^(utf-?8|utf-?16(le|be)?|ucs-?2|iso-10646-ucs-2|(us-)?ascii)$/.test(declared)) return new Utf8(0, `though it declares ${declared}`);
	let decoder;
	try {
		decoder = new TextDecoder(declared, { fatal: true });
	} catch {
		return `The file declares the encoding "${declared.slice(0, 40)}", which is not known.`;
	}
	return new Declared(declared, decoder);
}
var Utf8 = class {
	#why;
	#offset;
	#carry = Buffer.alloc(0);
	constructor(offset, why) {
		this.#offset = offset;
		this.#why = why;
	}
	write(bytes) {
		const joined = this.#carry.length === 0 ? bytes : Buffer.concat([this.#carry, bytes]);
		const whole = joined.length - unfinishedTail(joined, joined.length);
		const complete = joined.subarray(0, whole);
		if (!isUtf8(complete)) {
			const good = validPrefix(complete);
			return this.#invalid(complete.toString("utf8", 0, good), this.#offset + good, complete[good]);
		}
		this.#offset += whole;
		this.#carry = Buffer.from(joined.subarray(whole));
		return { text: complete.toString("utf8") };
	}
	end() {
		return this.#carry.length > 0 ? this.#invalid("", this.#offset, this.#carry[0]).broken : void 0;
	}
	#invalid(text, offset, byte) {
		const hex = (byte ?? 0).toString(16).toUpperCase().padStart(2, "0");
		return {
			text,
			broken: `Byte ${offset + 1} of the file (0x${hex}) is not valid UTF-8, ${this.#why}.`
		};
	}
};
function unfinishedTail(bytes, end) {
	for (let back = 1; back <= 3; back++) {
		const byte = bytes[end - back] ?? 0;
		if (byte < 128) return 0;
		if (byte >= 192) return back < (byte >= 240 ? 4 : byte >= 224 ? 3 : 2) ? back : 0;
	}
	return 0;
}
function validPrefix(bytes) {
	let valid = 0;
	let invalid = bytes.length;
	while (invalid - valid > 1) {
		const middle = valid + invalid >> 1;
		if (isUtf8(bytes.subarray(0, middle - unfinishedTail(bytes, middle)))) valid = middle;
		else invalid = middle;
	}
	return valid - unfinishedTail(bytes, valid);
}
var Utf16 = class {
	#name;
	#offset;
	#carry = Buffer.alloc(0);
	constructor(name, offset) {
		this.#name = name;
		this.#offset = offset;
	}
	write(bytes) {
		const joined = Buffer.concat([this.#carry, bytes]);
		let whole = joined.length - joined.length % 2;
		const lastUnit = joined[this.#name === "UTF-16LE" ? whole - 1 : whole - 2] ?? 0;
		if (lastUnit >= 216 && lastUnit <= 219) whole -= 2;
		const complete = Buffer.from(joined.subarray(0, whole));
		if (this.#name === "UTF-16BE") complete.swap16();
		const text = complete.toString("utf16le");
		const lone = text.search(/[\uD800-\uDFFF]/u);
		if (lone !== -1) return this.#invalid(text.slice(0, lone), this.#offset + lone * 2, "half of a surrogate pair");
		this.#offset += whole;
		this.#carry = joined.subarray(whole);
		return { text };
	}
	end() {
		return this.#carry.length > 0 ? this.#invalid("", this.#offset, "an unfinished character").broken : void 0;
	}
	#invalid(text, offset, what) {
		return {
			text,
			broken: `Byte ${offset + 1} of the file is not valid ${this.#name}: ${what}.`
		};
	}
};
var Declared = class {
	#name;
	#decoder;
	#offset = 0;
	constructor(name, decoder) {
		this.#name = name;
		this.#decoder = decoder;
	}
	write(bytes) {
		return this.#decode(bytes, true);
	}
	end() {
		return this.#decode(Buffer.alloc(0), false).broken;
	}
	#decode(bytes, stream) {
		try {
			const text = this.#decoder.decode(bytes, { stream });
			this.#offset += bytes.length;
			return { text };
		} catch {
			return {
				text: "",
				broken: `After byte ${this.#offset} the file is not valid ${this.#name}, the encoding it declares.`
			};
		}
	}
};

// src/junit/read.ts
const pieceLength = 65536;
async function readReportFile(path, workspace, on, displayPath = path) {
	let file;
	try {
		file = openSync(resolve(workspace, path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		const stats = fstatSync(file);
		if (!stats.isFile()) return notOpened(displayPath, stats.isDirectory() ? "it is a directory" : "it is not a regular file");
		return await readReport(piecesOf(file, stats.size), displayPath, on);
	} catch (error) {
		if (file !== void 0) throw error;
		return notOpened(displayPath, whyNotOpened(error));
	} finally {
		if (file !== void 0) closeSync(file);
	}
}
async function readReport(source, path, on) {
	const reading = new Reading(on);
	const hash = createHash("sha256");
	const pieces = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
	let bytes = 0;
	try {
		while (true) {
			const next = await nextPiece(pieces);
			if (next instanceof XmlError) {
				reading.giveUp(next);
				break;
			}
			if (next === void 0) break;
			bytes += next.length;
			hash.update(next);
			for (let at = 0; at < next.length; at += pieceLength) reading.write(next.subarray(at, at + pieceLength));
		}
	} finally {
		await pieces.return?.();
	}
	if (bytes === 0 && reading.broken === void 0) reading.giveUp(new XmlError("malformed", "The file is empty.", {
		line: 1,
		column: 1
	}, "Check whether the test run finished."));
	reading.end();
	const { cases, failed, notRun, problem, remarks } = reading.outcome(path);
	return {
		path,
		sha256: hash.digest("hex"),
		bytes,
		cases,
		failed,
		notRun,
		problem,
		remarks
	};
}
var Reading = class {
	broken;
	assembly;
	xml;
	#decoder = new ReportDecoder();
	constructor(on) {
		this.assembly = new Assembly(on, (wanted) => {
			this.xml.wantText = wanted;
		});
		this.xml = new XmlReader(this.assembly);
	}
	write(bytes) {
		if (this.broken === void 0) this.#step(() => this.#take(this.#decoder.write(bytes)));
	}
	end() {
		if (this.broken !== void 0) return;
		this.#step(() => {
			this.#take(this.#decoder.end());
			this.xml.end();
		});
	}
	giveUp(broken) {
		this.broken = broken;
		this.assembly.breakOff();
	}
	outcome(path) {
		const { cases, failed, notRun, allRemarks } = this.assembly;
		const remarks = [...allRemarks, ...lenienciesOf(this.xml)].map((remark) => ({
			...remark,
			place: {
				...remark.place,
				file: path
			}
		}));
		if (this.broken === void 0 && cases === 0) remarks.push(noCase(path));
		return {
			cases,
			failed,
			notRun,
			problem: this.broken && toProblem(this.broken, path),
			remarks: remarks.length === 0 ? void 0 : remarks
		};
	}
	#take({ text, broken }) {
		this.xml.write(text);
		if (broken !== void 0) throw this.xml.errorAtEnd(broken, encodeIt);
	}
	#step(read) {
		try {
			read();
		} catch (error) {
			if (!(error instanceof XmlError)) throw error;
			this.giveUp(error);
		}
	}
};
function* piecesOf(file, size) {
	const buffer = Buffer.allocUnsafe(Math.min(pieceLength, size + 1));
	for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) yield buffer.subarray(0, read);
}
async function nextPiece(pieces) {
	try {
		const next = await pieces.next();
		return next.done === true ? void 0 : next.value;
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return new XmlError("malformed", `Reading the file failed: ${why}.`, {}, "Check again.");
	}
}
const encodeIt = "Write the report in UTF-8, or in the encoding that it declares.";
function toProblem({ kind, message, place, next }, file) {
	const { line, column } = place;
	return {
		kind: kind === "unexpected" ? "not-junit" : "unreadable",
		severity: "error",
		message,
		next,
		place: {
			file,
			line,
			column
		}
	};
}
function* lenienciesOf({ replaced, lateDeclaration }) {
	if (replaced !== void 0) {
		const { count, line, column } = replaced;
		yield {
			kind: "unreadable",
			severity: "notice",
			message: `${count === 1 ? "It contains a character that XML forbids, which was read" : `It contains ${count} characters that XML forbids, the first of them here, which were read`} as U+FFFD.`,
			next: "If they are terminal colours, turn colours off in the test run.",
			place: {
				line,
				column
			}
		};
	}
	if (lateDeclaration) yield {
		kind: "unreadable",
		severity: "notice",
		message: "White space stands before its XML declaration, where XML allows none.",
		next: "Have the test tool begin with the declaration.",
		place: {
			line: 1,
			column: 1
		}
	};
}
function noCase(file) {
	return {
		kind: "counts",
		severity: "warning",
		message: "The report lists no test case.",
		next: "Check whether any test was run.",
		place: { file }
	};
}
function notOpened(path, why) {
	return {
		path,
		bytes: 0,
		cases: 0,
		failed: 0,
		notRun: 0,
		problem: {
			kind: "unreadable",
			severity: "error",
			message: `The file can't be opened: ${why}.`,
			next: "Make it readable for this step, or leave it out of \"results\".",
			place: { file: path }
		}
	};
}
function whyNotOpened(error) {
	if (!(error instanceof Error)) return String(error);
	switch ("code" in error ? error.code : void 0) {
		case "ENOENT": return "it is not there any more, or it is a link to nothing";
		case "EACCES":
		case "EPERM": return "permission is denied";
		case "EISDIR": return "it is a directory";
		case "ELOOP": return "it is a symbolic link that leads in circles";
		default: return error.message;
	}
}

export { verdictMark as n, findReports as r, readReportFile as t };