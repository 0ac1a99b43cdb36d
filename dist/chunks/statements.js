import { f as readTime } from "./time.js";

// src/statements/given.ts
/** The number of a message, and what may follow it where somebody names its time: `IE015-time`, `ie015_at`, `IE015 date and time`. */
const timeSuffix = String.raw`(?:[-_. ]?(?:timestamp|time|at|date(?:[-_ ]?(?:and[-_ ]?)?time)?))?`;
const wholeKey = new RegExp(String.raw`^(?:ncts[56]?\.)?(?:(?<plain>scenario|mrn|lrn)|(?:ie|cc(?=\d{3}c))(?<number>\d{3})c?${timeSuffix})$`, "i");
/**
* The name of a property or marker as a key of evidence: `scenario`, `mrn`, `lrn`, a message number (`IE015`) or the
* root of its XML (`CC015C`), in any letter case, with or without prefix `ncts.`, `ncts5.` or `ncts6.`; a message number also
* with `time`, `at`, `timestamp`, `date` or `date and time` after it. Any other name is undefined: reports carry whole
* environments, of which nothing else is looked at.
*/
function readKey(name) {
	if (name.length > 60) return void 0;
	const groups = wholeKey.exec(name.trim())?.groups;
	if (groups === void 0) return void 0;
	return plainKey(groups["plain"]) ?? messageType(groups["number"]);
}
/** A key by its bare text: `MRN`, `ie015`, `CC015C`. */
function keyOfAnchor(text) {
	return plainKey(text) ?? messageType(text.slice(2, 5));
}
function plainKey(text) {
	const key = text?.toLowerCase();
	return key === "scenario" || key === "mrn" || key === "lrn" ? key : void 0;
}
/** `015` → `IE015`. */
function messageType(number) {
	const type = `IE${number ?? ""}`;
	return isMessageType(type) ? type : void 0;
}
function isMessageType(text) {
	return /^IE\d{3}$/.test(text);
}
/** No value is longer; what is beyond is not looked at. */
const valueLimit = 2e3;
/**
* A property or marker: key and value as somebody wrote them on purpose, so a value counts as it is, right or wrong. An
* unreadable time is a statement without `at`, a finding. An empty value says nothing.
*
* @returns undefined for a name that is no key of evidence.
*/
function readGiven(name, value, { source, line, timeZone }) {
	const key = readKey(name);
	const text = value.slice(0, valueLimit).trim();
	if (key === void 0 || text === "") return void 0;
	const common = {
		source,
		derived: false,
		line,
		text: `${name.trim()}=${text}`
	};
	if (key === "scenario" || key === "mrn" || key === "lrn") return {
		...common,
		key,
		value: text
	};
	const read = readTime(text, timeZone);
	return {
		...common,
		key: "message",
		message: key,
		at: read?.instant,
		assumedZone: read?.assumedZone ?? false
	};
}
const marker = /^\[\[property\|(?<name>[^=\r\n\]]{1,100})(?:=|\r?\n)(?<value>[\s\S]*?)\]\]/i;
/**
* Reads `[[PROPERTY|key=value]]`, the convention for tools whose tests can only print: a property in system-out. The
* value may span lines, also with the key alone on the first one.
*
* @returns undefined when there is no marker; no statement when there is one of another name. `length` covers it either way.
*/
function readMarker({ after, line }, timeZone) {
	const match = marker.exec(after);
	if (match === null) return void 0;
	const { name = "", value = "" } = match.groups ?? {};
	return {
		statement: readGiven(name, value, {
			source: "marker",
			line,
			timeZone
		}),
		length: match[0].length
	};
}
const displayName = "display-name:";
/**
* Reads `display-name: …`, which the JUnit platform's console writer puts into system-out: the name that people gave the
* test, while the report's own name is the method's.
*/
function readDisplayName({ before, after, line }) {
	if (!after.startsWith(displayName) || !/(?:^|[\r\n])[ \t]*$/.test(before)) return void 0;
	const [rest = ""] = after.slice(13).split(/[\r\n]/, 1);
	const value = rest.trim();
	if (value === "") return void 0;
	return {
		key: "display-name",
		value,
		source: "line",
		derived: false,
		line,
		text: `display-name: ${value}`
	};
}

// src/statements/escapes.ts
/**
* What logs do to quotes and brackets: JSON inside a log line escapes them with backslashes (once per level) or \u0022,
* HTML-minded tools with entities. The scanners take each of these spellings for the character itself, so that nothing
* has to be unescaped, whatever the level. Sources of regular expressions, without capturing groups. Each takes a run of
* backslashes as a whole, never a part of it: so a long run is looked at once, and a quotation mark shows its level.
*/
/** A quotation mark in any spelling. */
const quote = String.raw`(?:(?<!\\)\\*["'${"`"}]|&(?:amp;)*(?:quot|apos|#34|#39);|(?<!\\)\\+u002[27])`;
/** `<` in any spelling. */
const lessThan = String.raw`(?:<|&(?:amp;)*(?:lt|#60|#x3c);|(?<!\\)\\+u003c)`;
/** `>` in any spelling. */
const greaterThan = String.raw`(?:>|&(?:amp;)*(?:gt|#62|#x3e);|(?<!\\)\\+u003e)`;
/** A colour code, also where the escape character itself was escaped or lost on the way into XML. */
const colour = String.raw`(?:\x1b|\\u001b|\\x1b|#x1b;?|\ufffd)?\[\d[\d;]{0,11}m`;

// src/statements/pairs.ts
/**
* Reads `key=value` or `key: value` where a key was found: in the middle of a log line, after bullets, inside quotes of
* any escaping, coloured. Several pairs may share a line. A line is not a form: prose says 'MRN: expected …', source code
* 'lrn = makeLrn()', so a value has to look like one to count.
*
* In a name (of tools that keep nothing else) a blank will do between key and value, and `scenario` is no key: the
* name itself is searched for scenario numbers.
*/
function readPair(place, options) {
	const key = keyOfAnchor(place.anchor);
	if (key === void 0) return void 0;
	const opening = keyOpening(place.before);
	if (opening === void 0) return void 0;
	const rest = withoutColours(place.after.slice(place.anchor.length, lookAhead$1));
	const separation = (options.source === "name" ? separatorInName : separator).exec(rest);
	if (separation === null) return void 0;
	const [between] = separation;
	const { closing, mark = "" } = separation.groups ?? {};
	if (closing !== void 0 && closing !== opening.quote) return void 0;
	if (opening.afterColon && mark !== "=") return void 0;
	const value = valueOf(key, {
		mark,
		...valueAfter(rest.slice(between.length), closing === void 0 ? opening.quote : void 0),
		lineStart: opening.lineStart
	}, options);
	if (value === void 0) return void 0;
	const common = {
		source: options.source,
		derived: false,
		line: place.line,
		text: `${place.anchor}${between.replace(quotes$1, "")}${value.text}`
	};
	if (key === "mrn" || key === "lrn" || key === "scenario") return {
		...common,
		key,
		value: value.text
	};
	const { read } = value;
	return {
		...common,
		key: "message",
		message: key,
		at: read?.instant,
		assumedZone: read?.assumedZone ?? false
	};
}
function valueOf(key, found, options) {
	if (key === "mrn") return textValue(mrnValue(found));
	if (key === "lrn") return textValue(lrnValue(found));
	if (key === "scenario") return options.source === "name" ? void 0 : textValue(scenarioValue(found, options.findNumbers));
	return timeAtStart(upToNextPair(found.region), options.timeZone);
}
function textValue(text) {
	return text === void 0 ? void 0 : { text };
}
/** How far what stands before a key is looked at. */
const lookBehind = 128;
/** How far a pair reaches beyond its key. */
const lookAhead$1 = 400;
const blank = String.raw`[ \t\u00a0]`;
const markShape = String.raw`(?<mark>=>|[=:])(?![=:~])`;
const separator = new RegExp(String.raw`^${timeSuffix}(?<closing>${quote})?${blank}{0,20}${markShape}${blank}{0,20}`, "i");
const separatorInName = new RegExp(String.raw`^${timeSuffix}(?<closing>${quote})?(?:${blank}{0,20}${markShape}${blank}{0,20}|${blank}{1,20}(?:at${blank}{1,20})?)`, "i");
const colours = new RegExp(colour, "gi");
const quotes$1 = new RegExp(quote, "gi");
const prefixAtEnd = /ncts[56]?\.$/i;
const quoteAtEnd = new RegExp(`${quote}$`, "i");
function withoutColours(text) {
	return text.includes("[") ? text.replace(colours, "") : text;
}
/** What stands before a key must not make it a part of something else: `parentMRN`, `movement.mrn`, `/mrn`, `urn:mrn:`. */
function keyOpening(before) {
	const plain = withoutColours(before).replace(prefixAtEnd, "");
	const mark = quoteAtEnd.exec(plain)?.[0];
	const left = plain.slice(0, plain.length - (mark?.length ?? 0));
	const lineBreak = Math.max(left.lastIndexOf("\n"), left.lastIndexOf("\r"));
	const lineStart = lineBreak < 0 && before.length >= 128 ? void 0 : left.slice(lineBreak + 1);
	const afterColon = left.endsWith(":");
	if (mark === void 0 && !afterColon && !/(?:^|[\s[({<,;|>*\])]|\\[nrt])$/.test(left)) return void 0;
	return {
		quote: mark,
		afterColon: mark === void 0 && afterColon,
		lineStart
	};
}
/** The rest of the line, or of the quotation that the value (or, with `outer`, the whole pair) stands in. */
function valueAfter(rest, outer) {
	const [line = ""] = rest.split(/[\r\n]/, 1);
	const own = startingQuote.exec(line)?.[0];
	if (own !== void 0 && own !== outer) {
		const end = line.indexOf(own, own.length);
		return {
			region: line.slice(own.length, end < 0 ? void 0 : end),
			quoted: end >= 0
		};
	}
	const end = outer === void 0 ? -1 : line.indexOf(outer);
	const escapedBreak = /\\[nrt]/.exec(line)?.index ?? line.length;
	return {
		region: line.slice(0, end < 0 ? escapedBreak : Math.min(end, escapedBreak)),
		quoted: false
	};
}
const startingQuote = new RegExp(`^${quote}`, "i");
const nextPair = new RegExp(String.raw`[\s,;|&](?:ncts[56]?\.)?(?:mrn|lrn|scenario|(?:ie|cc)\d{3})${timeSuffix}c?(?:${quote})?\s{0,9}[=:]`, "i");
function upToNextPair(region) {
	return region.slice(0, nextPair.exec(region)?.index ?? region.length);
}
const token = /^[^\s"'`,;|<>()[\]{}\\&]+/;
/** The first word of a value without the punctuation of the sentence around it. */
function firstToken(region) {
	return withoutTrailing(token.exec(region)?.[0] ?? "", ".:!?");
}
/** Letters and digits, a digit among them, at least six: what is that and no MRN is one with a mistake, to be complained of. */
function mrnValue(found) {
	const value = found.quoted ? found.region.trim() : firstToken(found.region);
	if (found.mark === "" && !/^\d{2}[A-Za-z]{2}[A-Za-z0-9]{12,16}$/.test(value)) return void 0;
	if (!/^(?=.*\d)[A-Za-z0-9]{6,60}$/.test(value)) return void 0;
	return /^[a-z]/.test(value) ? void 0 : value;
}
function lrnValue(found) {
	if (found.quoted) {
		const whole = found.region.trim();
		return /^[^\s{}$]{1,60}$/.test(whole) && !emptyWords.test(whole) ? whole : void 0;
	}
	const value = firstToken(found.region);
	if (value.length > 60 || !/\d/.test(value) || found.region.startsWith("(", value.length)) return void 0;
	return found.mark === "" && value.length < 4 ? void 0 : value;
}
const emptyWords = /^(?:null|undefined|none|nil|n\/a|-+)$/i;
function scenarioValue(found, findNumbers) {
	if (found.mark === ":" && !(found.quoted || isLogPrefix(found.lineStart))) return void 0;
	const value = upToNextPair(found.region).trim();
	const { ids, lookAlikes } = findNumbers(value);
	return ids.length + lookAlikes.length > 0 ? value : void 0;
}
/** Nothing but what loggers and lists put before a message: times, levels, `[thread]`, bullets. */
function isLogPrefix(lineStart) {
	if (lineStart === void 0) return false;
	return lineStart.split(/\s/).filter((word) => word !== "").every((word) => /^(?:[\d:.,TZ+/-]+|\[[^\]]*\]:?|[A-Z]{3,8}:?|[-*>|•]+)$/.test(word));
}
/** Abbreviations of zones mean different offsets in different places; the form needs certainty. */
const abbreviation = "(?:BST|IST|CES?T|WES?T|EES?T|MSK|[ECMP][SD]T)";
/** Behind a time without offset: a zone, an offset or a time of day in a shape that could not be read with it. */
const changesMeaning = new RegExp(String.raw`^(?:\d{1,2}[:.]|[AP]M\b|${abbreviation}\b|(?:GMT|UTC)?[+-]\d)`, "i");
const bracketedZone = new RegExp(String.raw`^\((${abbreviation})\b`, "i");
const javaZone = /^\[[\w+\-/]+\]/;
const meantAsTime = /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d|\d{1,2}:\d{2}|\d{8,14}\b|\d{1,2} [a-z]{3,9} \d{4}|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )/i;
/** No shape of time has more than eight, one of them empty where `date` pads the day; and the word after it. */
const mostWords = 9;
/**
* The time at the start of a text, of as many words as make one, whatever follows.
*
* @returns undefined when nothing there is meant as a time; without `read` for what is meant as one, but can't be read
*   (`01/07/2026`) or means different times to different people (`2026-07-01 12:00 BST`).
*/
function timeAtStart(text, timeZone) {
	const words = withoutTail(text).split(/[ \t\u00a0]/, mostWords);
	for (let count = words.length; count > 0; count--) {
		const candidate = withoutTrailing(words.slice(0, count).join(" "), ".,:&");
		const read = readTime(candidate, timeZone);
		if (read === void 0) continue;
		const next = words[count] ?? "";
		if (read.assumedZone && changesMeaning.test(next)) return {
			text: `${candidate} ${next}`,
			read: void 0
		};
		return {
			text: candidate,
			read
		};
	}
	const all = words.join(" ").trim();
	return meantAsTime.test(all) ? {
		text: all,
		read: void 0
	} : void 0;
}
/** Cut at the first sign that no time has, but for a zone in brackets. */
function withoutTail(text) {
	return text.replace(/^[[(]\s*/, "").replace(/["'`<>()[\]{}|;\\].*/s, (tail) => {
		return javaZone.exec(tail)?.[0] ?? bracketedZone.exec(tail)?.[1] ?? "";
	});
}
/** The text without any of these signs at its end. A regular expression would look at a long run of them once for each. */
function withoutTrailing(text, signs) {
	let end = text.length;
	while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
	return text.slice(0, end);
}

// src/statements/api-json.ts
const bareBefore = /(?:^|[\s{,])$/;
const keyBefore = new RegExp(String.raw`(?<key>${quote})$`, "i");
const typeBefore = new RegExp(String.raw`(?<key>${quote})?type(?:\k<key>)?\s{0,9}:\s{0,9}(?<value>${quote})$`, "i");
const receivedHere = new RegExp(String.raw`^received(?<key>${quote})?\s{0,9}:\s{0,9}(?<value>${quote})(?<time>[\w:.,+\- ]{1,40})\k<value>`);
/**
* Reads one message as the CTC Traders API returns it, alone or in a list: an object with `type` (`IE928`) and `received`
* (ISO 8601 with offset), in either order, pretty-printed or not, at any level of escaping (JSON inside a log's JSON), also
* as Node's inspector or Python print it. The anchor is either `received` or the value of `type`, whichever comes first.
* Both must be fields of the same object: what stands between them is read as JSON, not searched.
*
* The time of the message is the API's `received`: for what was sent, when HMRC took it in, which is the submission that
* the form asks for (the XML's own preparation time comes from the sender's clock); for what HMRC sent, when the API had
* it, from where on the software could get it. So it goes before the preparation time of the XML in `body`.
*
* @param reach how far to look for the second field.
* @returns undefined when the place is not such a field.
*/
function readApiMessage(place, timeZone, reach) {
	const first = place.anchor.toLowerCase() === "received" ? receivedField(place) : typeField(place);
	if (first === void 0) return void 0;
	const { name, value, length, delimiter } = first;
	const second = findSibling(place.after.slice(0, reach), length, delimiter, name === "type" ? "received" : "type");
	if (second.value === void 0) return {
		statement: void 0,
		length: second.end
	};
	const [type, received] = name === "type" ? [value, second.value] : [second.value, value];
	return {
		statement: statementOf(type, received, place.line, timeZone),
		length: second.end
	};
}
function receivedField({ before, after }) {
	const match = receivedHere.exec(after);
	if (match === null) return void 0;
	const { key, value: delimiter = "", time = "" } = match.groups ?? {};
	return opensKey(before, key) ? {
		name: "received",
		value: time,
		length: match[0].length,
		delimiter
	} : void 0;
}
function typeField({ before, after, anchor }) {
	if (!anchor.startsWith("IE")) return void 0;
	const match = typeBefore.exec(before);
	if (match === null) return void 0;
	const { key, value: delimiter = "" } = match.groups ?? {};
	if (!after.startsWith(delimiter, anchor.length)) return void 0;
	if (key === void 0 && !bareBefore.test(before.slice(0, match.index))) return void 0;
	return {
		name: "type",
		value: anchor,
		length: anchor.length + delimiter.length,
		delimiter
	};
}
function opensKey(before, closing) {
	return closing === void 0 ? bareBefore.test(before) : keyBefore.exec(before)?.groups?.["key"] === closing;
}
function statementOf(type, received, line, timeZone) {
	const message = type.startsWith("IE") ? messageType(type.slice(2)) : void 0;
	if (message === void 0) return void 0;
	const read = readTime(received, timeZone);
	return {
		key: "message",
		message,
		at: read?.instant,
		assumedZone: read?.assumedZone ?? false,
		source: "api-json",
		derived: true,
		line,
		text: `${type} received ${received}`
	};
}
/** Deeper than the API nests anything between the two fields (`_links` is 2). */
const deepest = 4;
const tokens = new RegExp(String.raw`[{}[\]]|${quote}|\b(?:type|received)\b`, "gi");
/**
* Walks through the rest of an object, from after a field's value, to another field of it. Strings are skipped
* whole, by the very quotation mark that the object is written with; nested objects are entered only to leave them again.
*/
function findSibling(text, from, delimiter, wanted) {
	const other = wanted === "type" ? "received" : "type";
	let depth = 0;
	tokens.lastIndex = from;
	for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
		const [found] = match;
		const nowhere = {
			value: void 0,
			end: tokens.lastIndex
		};
		if (found === "{" || found === "[") {
			if (++depth > deepest) return nowhere;
			continue;
		}
		if (found === "}" || found === "]") {
			if (--depth < 0) return nowhere;
			continue;
		}
		const isBare = /^\w/.test(found);
		const kind = isBare ? "same" : sameMark(found, delimiter);
		if (kind === "outer") return nowhere;
		if (kind === "inner") continue;
		const start = isBare ? match.index : tokens.lastIndex;
		const end = isBare ? tokens.lastIndex : endOfString(text, start, delimiter);
		if (end === void 0) break;
		const name = text.slice(start, end);
		tokens.lastIndex = isBare ? end : end + delimiter.length;
		if (depth !== 0 || name !== wanted && name !== other) continue;
		const value = valueAt(text, tokens.lastIndex, delimiter);
		if (value === void 0) continue;
		return name === wanted ? value : nowhere;
	}
	return {
		value: void 0,
		end: text.length
	};
}
/** A field's string value, when a colon and the delimiter follow. */
function valueAt(text, from, delimiter) {
	const colon = /^\s{0,9}:\s{0,9}/.exec(text.slice(from, from + 20));
	if (colon === null) return void 0;
	const start = from + colon[0].length + delimiter.length;
	if (!text.startsWith(delimiter, start - delimiter.length)) return void 0;
	const end = endOfString(text, start, delimiter);
	if (end === void 0 || end - start > 60) return void 0;
	return {
		value: text.slice(start, end),
		end
	};
}
const quotes = new RegExp(quote, "gi");
/** Where the string that starts at `from` ends; undefined when it doesn't within the text, or the string around it ends first. */
function endOfString(text, from, delimiter) {
	quotes.lastIndex = from;
	for (let match = quotes.exec(text); match !== null; match = quotes.exec(text)) {
		const kind = sameMark(match[0], delimiter);
		if (kind === "same") return quotes.lastIndex - delimiter.length;
		if (kind === "outer") return void 0;
	}
}
/**
* Whether a quotation mark found is the delimiter itself, one of a deeper level (or another kind), which is content, or
* one of the level around, which ends everything. At the outermost level an even number of backslashes are content.
*/
function sameMark(found, delimiter) {
	const [count, kind] = level(found);
	const [own, ownKind] = level(delimiter);
	if (kind !== ownKind) return "inner";
	if (count === own || own === 0 && count % 2 === 0) return "same";
	return count < own ? "outer" : "inner";
}
function level(mark) {
	const backslashes = mark.lastIndexOf("\\") + 1;
	return [backslashes, mark.slice(backslashes).toLowerCase()];
}

// src/text/detached.ts
/**
* The same text in memory of its own. What is cut out of a longer text keeps all of it alive for as long as it is kept
* itself, because V8 shares the characters: one name kept of each piece (64 KB) of a report would keep the report.
*/
function detached(text) {
	return ` ${text}`.slice(1);
}

// src/statements/message-xml.ts
/** What is looked for stands at the head of a message, before any consignment; what comes later than this is something else. */
const headLimit = 65536;
/**
* Reads the heads of NCTS messages out of a text, wherever they stand and however often their brackets were escaped:
* root (`CC028C`, any prefix, in the namespace of NCTS), `preparationDateAndTime`, `TransitOperation/LRN` and `/MRN`.
* The preparation time bears no offset and is UTC, always, also in British Summer Time. Source: GUIDE, TIS.
*
* Fed with the places of element names in the order of the text; keeps nothing but the one message it is in.
*/
var MessageXmlReader = class {
	#open;
	/**
	* @param offset where the place stands in the text.
	* @returns what the place is: `undefined` means it is no tag that matters here, and may be something else.
	*/
	read(place, offset) {
		const tag = tagBefore.exec(place.before.slice(-tagReach));
		if (tag === null || !nameEnd.test(place.after.charAt(place.anchor.length))) return void 0;
		const statements = [];
		if (this.#open !== void 0 && offset - this.#open.offset > headLimit) statements.push(...this.end());
		const closing = tag.groups?.["slash"] !== void 0;
		if (/CC\d{3}C/.test(place.anchor)) statements.push(...this.#root(place, offset));
		else if (this.#open !== void 0 && closing) statements.push(...this.#close(place.anchor));
		else if (this.#open !== void 0) this.#field(this.#open, place);
		return { statements };
	}
	/** The end of the text: a message cut off there counts with what it has told. */
	end() {
		const message = this.#open;
		this.#open = void 0;
		return message === void 0 ? [] : statementsOf(message);
	}
	/** A closing tag tells no namespace, and so opens nothing. */
	#root({ anchor, after, line }, offset) {
		const statements = this.end();
		const type = messageType(anchor.slice(2, 5));
		if (type !== void 0 && isInNamespace(after)) this.#open = {
			type,
			root: anchor,
			line,
			offset,
			inOperation: false,
			ids: {}
		};
		return statements;
	}
	#close(name) {
		return name === "TransitOperation" ? this.end() : [];
	}
	#field(message, { anchor, after }) {
		const { value = "" } = valueShape.exec(after.slice(anchor.length))?.groups ?? {};
		const text = value.trim();
		if (anchor === "TransitOperation") message.inOperation = true;
		else if (anchor === "preparationDateAndTime" && !message.inOperation) message.prepared ??= text;
		else if (text === "" || !message.inOperation) return;
		else if (anchor === "LRN") message.ids.lrn ??= text;
		else if (anchor === "MRN") message.ids.mrn ??= text;
	}
};
const tagBefore = new RegExp(String.raw`${lessThan}(?<slash>\\*/)?(?:[A-Za-z_][\w.-]{0,30}:)?$`, "i");
/** No bracket with a prefix after it is longer; the expression tries every bracket before the name. */
const tagReach = 60;
const nameEnd = /[\s>/&\\]/;
const valueShape = new RegExp(String.raw`^${greaterThan}(?<value>[^<>&\\]{0,100})${lessThan}`, "i");
const tagEnd = new RegExp(greaterThan, "i");
/** A start tag with declarations is not longer. */
const tagLimit = 1e3;
function isInNamespace(startTag) {
	const head = startTag.slice(0, tagLimit);
	const end = tagEnd.exec(head);
	return end !== null && head.slice(0, end.index).includes("ncts.dgtaxud.ec");
}
/** `{{lrn}}`, `${mrn}`: a template somebody printed is not a message. */
function isPlaceholder(text = "") {
	return /[{}$%]/.test(text);
}
function statementsOf(message) {
	const { type, root, line, prepared, ids } = message;
	if ([
		prepared,
		ids.lrn,
		ids.mrn
	].some(isPlaceholder)) return [];
	return [{
		key: "message",
		message: type,
		at: prepared === void 0 ? void 0 : readTime(prepared, "UTC")?.instant,
		assumedZone: false,
		source: "message-xml",
		derived: true,
		line,
		text: prepared === void 0 ? `${root} without preparationDateAndTime` : `${root} prepared ${prepared}`,
		...ids
	}];
}

// src/statements/scanner.ts
/** Every place where something may be said starts with one of these; all else is passed over at the speed of the regular expression. */
const anchors = /\[\[property\||display-name|preparationDateAndTime|TransitOperation|scenario|received|[ml]rn|ie\d{3}|cc\d{3}c/gi;
/** Longer than any anchor. */
const anchorLength = 32;
/** How far any reader looks ahead of its anchor. A place is read when that much is there, or the text has ended. */
const lookAhead = 4096;
/** Pieces are put together before they are searched: parsers hand text over in crumbs. */
const batch = 65536;
const freeWalk = 1e6;
/**
* Finds statements in one text that comes in pieces. What is found doesn't depend on where the pieces were cut, since every
* place is read with the same surroundings. Keeps about 70 KB of text at most, however long the text is.
*/
var TextScanner = class {
	#options;
	#collector;
	#messages = new MessageXmlReader();
	#lines = new LineCounter();
	#window = "";
	/** Where the window starts in the text. */
	#base = 0;
	/** Up to where, in the window, all has been read. */
	#resume = 0;
	/** Up to where, in the text, a marker reaches: what it holds is its property's value and nothing else. */
	#marked = 0;
	/** Up to where a message of the API was read: its second field begins no other. What else stands between them counts. */
	#answered = 0;
	#walked = 0;
	constructor(options, collector) {
		this.#options = options;
		this.#collector = collector;
	}
	/** @param line 1-based line at which the piece starts. */
	push(piece, line) {
		this.#lines.piece(this.#base + this.#window.length, line);
		this.#window += piece;
		if (this.#window.length - this.#resume >= batch) this.#scan(false);
	}
	/** The text is complete. The scanner is of no use afterwards. */
	end() {
		this.#scan(true);
		for (const statement of this.#messages.end()) this.#collector.add(statement);
	}
	#scan(complete) {
		anchors.lastIndex = this.#resume;
		let open;
		for (let match = anchors.exec(this.#window); match !== null; match = anchors.exec(this.#window)) {
			if (!complete && match.index + lookAhead > this.#window.length) {
				open = match.index;
				break;
			}
			const next = anchors.lastIndex;
			this.#read(match.index, match[0]);
			anchors.lastIndex = next;
		}
		this.#resume = open ?? this.#window.length - anchorLength;
		this.#forget(Math.max(0, this.#resume - 128));
	}
	#forget(until) {
		this.#lines.forget(this.#window, this.#base, until);
		this.#window = detached(this.#window.slice(until));
		this.#base += until;
		this.#resume -= until;
	}
	#read(index, anchor) {
		const offset = this.#base + index;
		if (offset < this.#marked) return;
		const place = {
			before: this.#window.slice(Math.max(0, index - 128), index),
			after: this.#window.slice(index, index + lookAhead),
			anchor,
			line: this.#lines.at(this.#window, this.#base, offset)
		};
		const marker = readMarker(place, this.#options.timeZone);
		if (marker !== void 0) {
			this.#marked = offset + marker.length;
			this.#add(marker.statement);
			return;
		}
		const tag = this.#messages.read(place, offset);
		if (tag !== void 0) {
			for (const statement of tag.statements) this.#add(statement);
			return;
		}
		this.#add(this.#readApi(place, offset) ?? readDisplayName(place) ?? readPair(place, this.#options));
	}
	#readApi(place, offset) {
		if (offset < this.#answered) return void 0;
		const message = readApiMessage(place, this.#options.timeZone, this.#reach(offset));
		if (message === void 0) return void 0;
		this.#walked += message.length;
		if (message.statement !== void 0) this.#answered = offset + message.length;
		return message.statement;
	}
	/**
	* How far to walk through an object for its second field: a hostile text could make each of its places walk the same
	* long way, so after too much walking only the next few fields are looked at.
	*/
	#reach(offset) {
		return this.#walked > freeWalk + 4 * offset ? 256 : lookAhead;
	}
	#add(statement) {
		if (statement !== void 0) this.#collector.add(statement);
	}
};
/**
* Tells the lines of places in a text that comes in pieces of known lines, while only a window of it is kept. Asked in
* the order of the text, so that no line break is counted twice.
*/
var LineCounter = class {
	#pieces = [];
	#next = 0;
	#line = 1;
	/** No line break from the last place asked for up to here; all before it is counted. */
	#nextBreak = 0;
	/** A piece starts at this offset of the text, on this line. */
	piece(offset, line) {
		this.#pieces.push({
			offset,
			line
		});
	}
	/** @param base where the window starts in the text; `offset` lies in the window and not before any asked earlier. */
	at(window, base, offset) {
		for (let piece = this.#pieces[this.#next]; piece !== void 0; piece = this.#pieces[this.#next]) {
			if (piece.offset > offset) break;
			this.#line = piece.line;
			this.#nextBreak = piece.offset;
			this.#next++;
		}
		while (this.#nextBreak < offset) {
			const found = window.indexOf("\n", this.#nextBreak - base);
			this.#nextBreak = found < 0 ? base + window.length : base + found;
			if (this.#nextBreak >= offset) break;
			this.#line++;
			this.#nextBreak++;
		}
		return this.#line;
	}
	/** The window is about to lose everything before `until` (counted in the window). */
	forget(window, base, until) {
		this.at(window, base, base + until);
		this.#pieces = this.#pieces.slice(this.#next);
		this.#next = 0;
	}
};

// src/statements/statement.ts
const nothingStated = {
	statements: [],
	dropped: void 0
};
/** The values of one key, in the order in which they were stated. */
function valuesOf(statements, key) {
	return statements.flatMap((statement) => statement.key === key ? [statement.value] : []);
}
const limits = {
	/** More distinct statements than any honest test makes; beyond it they are counted, not kept. */
	statements: 1e4,
	text: 200,
	/** Names of scenarios may be long; an MRN or LRN that is longer is wrong in any case. */
	value: 1e3
};
/**
* Keeps statements in order, each once per section: polling tests print the same message again and again. A statement
* `scenario` opens a section (the output of one suite may tell of several scenarios), so the same one counts anew there.
*/
var StatementCollector = class {
	#statements = [];
	#seen = /* @__PURE__ */ new Set();
	#scenario;
	#dropped;
	add(statement) {
		if (statement.key === "scenario" && statement.value !== this.#scenario) {
			this.#scenario = detached(statement.value);
			this.#seen.clear();
		}
		const same = identity(statement);
		if (this.#seen.has(same)) return;
		if (this.#statements.length >= limits.statements) {
			const { count, line } = this.#dropped ?? {
				count: 0,
				line: statement.line
			};
			this.#dropped = {
				count: count + 1,
				line
			};
			return;
		}
		this.#seen.add(same);
		this.#statements.push(trimmed(statement));
	}
	finish() {
		return {
			statements: this.#statements,
			dropped: this.#dropped
		};
	}
};
function identity(statement) {
	return statement.key === "message" ? JSON.stringify([
		statement.message,
		statement.source,
		statement.at ?? statement.text,
		statement.mrn,
		statement.lrn
	]) : JSON.stringify([
		statement.key,
		statement.source,
		statement.value
	]);
}
function trimmed(statement) {
	const text = detached(statement.text.slice(0, limits.text));
	if (statement.key !== "message") return {
		...statement,
		text,
		value: detached(statement.value.slice(0, limits.value))
	};
	return {
		...statement,
		text,
		...statement.mrn === void 0 ? {} : { mrn: detached(statement.mrn) },
		...statement.lrn === void 0 ? {} : { lrn: detached(statement.lrn) }
	};
}

// src/statements/listener.ts
/**
* Takes what one case or suite writes and keeps what it states about its scenario: scenario number, MRN, LRN and when
* which message was exchanged. Sources, see `StatementSource`: properties, markers, lines and comments (given by a person),
* API JSON and NCTS message XML (derived). Text is searched while it streams by and not kept. Never throws.
*
* At most 10,000 distinct statements are kept; `dropped` says how many were not.
*/
function statementListener(options) {
	return new StatementListener(options);
}
var StatementListener = class {
	#options;
	#collector = new StatementCollector();
	#scanner;
	constructor(options) {
		this.#options = options;
	}
	property(name, value, line) {
		const statement = readGiven(name, value, {
			source: "property",
			line,
			timeZone: this.#options.timeZone
		});
		if (statement !== void 0) this.#collector.add(statement);
	}
	text(chunk, line) {
		this.#scanner ??= new TextScanner({
			source: "line",
			...this.#options
		}, this.#collector);
		this.#scanner.push(chunk, line);
	}
	endOfText() {
		this.#scanner?.end();
		this.#scanner = void 0;
	}
	comment(text, line) {
		const scanner = new TextScanner({
			source: "comment",
			...this.#options
		}, this.#collector);
		scanner.push(text, line);
		scanner.end();
	}
	finish() {
		this.endOfText();
		return this.#collector.finish();
	}
};
const keysInName = /[ml]rn|(?:ie|cc(?=\d{3}c))\d{3}c?/gi;
/** Nobody writes a longer name by hand. */
const nameLimit = 2e3;
/**
* Evidence in the name of a test, for tools that keep nothing but names (newman, Bruno): `declaration accepted MRN
* 26GB…`, `LRN LRN-0001`, `IE015 2026-07-01T12:00:05Z`, also with `=` or `:`. Conservative: names are written to be read,
* so only what looks like a value is one ('LRN must be unique' says nothing).
*/
function statementsInName(name, line, { timeZone }) {
	const within = name.slice(0, nameLimit);
	const found = [];
	for (const match of within.matchAll(keysInName)) {
		const place = {
			before: within.slice(Math.max(0, match.index - 128), match.index),
			after: within.slice(match.index),
			anchor: match[0],
			line
		};
		const pair = readPair(place, {
			source: "name",
			timeZone
		});
		if (pair !== void 0) found.push(pair);
	}
	const collector = new StatementCollector();
	for (const statement of found) collector.add(statement);
	return collector.finish().statements;
}

export { detached as a, valuesOf as i, statementsInName as n, nothingStated as r, statementListener as t };