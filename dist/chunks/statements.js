import { A as messages } from "./requirements.js";
import { d as readTime, l as isoUtc, u as isDay } from "./time.js";

// src/statements/statement.ts
function lrnOf(statement) {
	if (statement.key === "lrn") return statement.value;
	return statement.key === "message" ? statement.lrn : void 0;
}
function textOf({ source, message, at, text }) {
	if (text !== void 0) return text;
	const time = at === void 0 ? void 0 : isoUtc(at);
	if (source !== "message-xml") return `${message} received ${time ?? "at no time"}`;
	const root = `CC${message.slice(2)}C`;
	return time === void 0 ? `${root} without preparationDateAndTime` : `${root} prepared ${time.replace("Z", "")}`;
}
const nothingStated = {
	statements: [],
	dropped: void 0
};

// src/text/credentials.ts
const hidden = "***";
const suspicious = /authorization|bearer|basic|cookie|token|secret|passw|passphrase|passcode|pwd|key|credential|signature|sig=|code=|eyJ|gh[pousr]_|github_pat|glpat-|xox[abprs]-|AKIA|:\/\/[^\s/]*@|-u |--user/i;
const separator$1 = String.raw`\\{0,3}["'\x60]?\]?\s{0,3}(?:=>|[:=]|%3[ad])\s{0,3}[[({]?\\{0,3}["'\x60]?`;
const value = String.raw`[^\s"'\x60&,;<>()[\]{}\\]+`;
const secretName = String.raw`(?:(?:access|refresh|id|auth|oauth|server|session|csrf|xsrf|api|app|bearer|security|client|user)[-_. ]?token|[\w-]{0,40}secret|pass(?:word|wd|phrase|code)|\bpwd|api[-_ ]?key|(?:access|private|subscription|account)[-_ ]?key|credentials?|client[-_]?assertion|\bsig(?:nature)?)`;
const schemes = String.raw`bearer|basic|token|apikey|api-key|negotiate|digest|hawk|ntlm|aws4-hmac-sha256`;
const plainWords = /^(?:tokens?|auth|authenti\w*|authori\w*|schemes?|headers?|credentials?|realm|error|errors|is|was|not|no|and|or|with|without|missing|expired|invalid|required|access|format|prefix|of|in|for|the|a|an|test|tests|check|checks|case|cases|flow|validation|functionality|scenario|departure|arrival)$/i;
const rules = [
	[new RegExp(`((?:proxy-)?authorization${separator$1}(?:(?:${schemes})\\b[\\s:]*)?)(${value})`, "gi"), `$1${hidden}`],
	[/((?:set-)?cookie\\{0,3}["']?\s{0,3}:\s{0,3}\\{0,3}["']?)[^"'<>\\]+/gi, `$1${hidden}`],
	[/\b(bearer|basic)((?:\s|:|=|\+|%20){1,3})([\w~+/.=-]{4,})/gi, hideAfterScheme],
	[new RegExp(`(${secretName}[\\w-]{0,40}${separator$1})(${value})`, "gi"), `$1${hidden}`],
	[new RegExp(`(\\btoken${separator$1})(${value})`, "gi"), hideUnlessWord],
	[new RegExp(`(<[\\w:.-]{0,40}(?:token|secret|password|api-?key)[\\w-]{0,20}>)[^<\\s]+`, "gi"), `$1${hidden}`],
	[/([?&]code=|\bauthorization[-_]code["']?\s{0,3}[:=]\s{0,3}["']?)[^&\s"']+/gi, `$1${hidden}`],
	[/((?:^|\s)(?:-u|--user)[ =]["']?)[^\s"']+/g, `$1${hidden}`],
	[/(:\/\/[^\s/:@]{0,200}:)[^\s/@]+(?=@)/g, `$1${hidden}`],
	[/\beyJ[\w-]{6,}(?:\.[\w-]*){0,2}/g, hidden],
	[/\b(?:gh[pousr]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|xox[abprs]-[\w-]{10,}|AKIA[0-9A-Z]{12,})/g, hidden],
	[/(-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----).*/gs, `$1${hidden}`]
];
function withoutCredentials(text) {
	if (!suspicious.test(text)) return text;
	return rules.reduce((left, [pattern, to]) => {
		return typeof to === "string" ? left.replace(pattern, to) : left.replace(pattern, to);
	}, text);
}
function hideAfterScheme(found, scheme, between, said) {
	return plainWords.test(said.replace(/[.:=-]+$/, "")) ? found : `${scheme}${between}${hidden}`;
}
function hideUnlessWord(found, name, said) {
	return said.length < 20 && /^[a-z]*\.?$/i.test(said) ? found : `${name}${hidden}`;
}

// src/text/detached.ts
function detached(text) {
	if (text.length < 13) return text;
	return [text.slice(0, 1), text.slice(1)].join("");
}
function detachedInARow() {
	let last = "";
	return (text) => {
		if (text !== last) last = detached(text);
		return last;
	};
}

// src/statements/collector.ts
const limits$8 = {
	statements: {
		case: 3e3,
		suite: 5e3
	},
	text: 200,
	value: 1e3,
	alike: 8
};
var StatementCollector = class {
	#statements = [];
	#copies = new Copies();
	#seen = new Seen();
	#scenario;
	#names = 0;
	#dropped;
	#max;
	constructor(of = "suite") {
		this.#max = limits$8.statements[of];
	}
	knows(key, source, value, near) {
		return this.#seen.has(hashOf(key, source, value, 0, void 0), (kept) => kept.key === key && kept.source === source && kept.value === value && isSameMovement(kept.near, near), () => exactKey({
			key,
			source,
			value,
			derived: false,
			line: 0,
			near
		}));
	}
	add(statement) {
		if (statement.key === "scenario" && statement.value !== this.#scenario) {
			this.#scenario = detached(statement.value);
			this.#seen.clear();
		}
		const same = trimmed(statement);
		const hash = hashOfStatement(same);
		const exact = () => exactKey(same);
		if (this.#seen.has(hash, (kept) => isSame(kept, same), exact)) return;
		const isName = statement.key === "scenario" || statement.key === "display-name";
		if ((isName ? this.#names : this.#statements.length - this.#names) >= this.#max) {
			this.#dropped = droppedWith(this.#dropped, statement);
			return;
		}
		if (isName) this.#names++;
		const copy = this.#copies.of(same);
		this.#seen.add(hash, copy, exact);
		this.#statements.push(copy);
	}
	finish() {
		return {
			statements: this.#statements.slice(),
			dropped: this.#dropped
		};
	}
};
var Seen = class {
	#byHash = /* @__PURE__ */ new Map();
	#exactly = /* @__PURE__ */ new Set();
	has(hash, isIt, exact) {
		for (let number = hash; number < hash + limits$8.alike; number++) {
			const kept = this.#byHash.get(number);
			if (kept === void 0) return false;
			if (isIt(kept)) return true;
		}
		return this.#exactly.has(exact());
	}
	add(hash, statement, exact) {
		for (let number = hash; number < hash + limits$8.alike; number++) {
			if (this.#byHash.has(number)) continue;
			this.#byHash.set(number, statement);
			return;
		}
		this.#exactly.add(exact());
	}
	clear() {
		this.#byHash.clear();
		this.#exactly.clear();
	}
};
function droppedWith(dropped, { key, line }) {
	if (dropped === void 0) return key === "message" ? {
		count: 1,
		line,
		messages: true
	} : {
		count: 1,
		line
	};
	const more = {
		...dropped,
		count: dropped.count + 1
	};
	return key === "message" ? {
		...more,
		messages: true
	} : more;
}
function droppedTogether(first, then) {
	if (first === void 0 || then === void 0) return first ?? then;
	return {
		...then,
		...first,
		count: first.count + then.count
	};
}
function isSame(a, b) {
	if (a.source !== b.source || a.mrn !== b.mrn || a.lrn !== b.lrn) return false;
	if (!isSameMovement(a.movement, b.movement)) return false;
	if (a.key === "message") {
		if (b.key !== "message" || a.message !== b.message || a.phaseId !== b.phaseId) return false;
		return a.at === b.at && (a.at !== void 0 || a.text === b.text);
	}
	if (b.key === "message" || a.key !== b.key || a.value !== b.value) return false;
	if (a.key === "scenario") return b.key === "scenario" && a.heading === b.heading;
	return b.key !== "scenario" && a.unclear === b.unclear && isSameMovement(a.near, b.near);
}
function isSameMovement(a, b) {
	return a?.id === b?.id && a?.kind === b?.kind;
}
function exactKey(statement) {
	const { key, source, mrn, lrn, movement } = statement;
	const named = [
		key,
		source,
		mrn,
		lrn,
		movement?.kind,
		movement?.id
	];
	if (statement.key !== "message") {
		const more = statement.key === "scenario" ? [statement.heading] : [
			statement.unclear,
			statement.near?.kind,
			statement.near?.id
		];
		return JSON.stringify([
			...named,
			statement.value,
			...more
		]);
	}
	const { message, phaseId, at, text } = statement;
	return JSON.stringify([
		...named,
		message,
		phaseId,
		at ?? text
	]);
}
function hashOfStatement(statement) {
	const { key, source } = statement;
	if (key !== "message") return hashOf(key, source, statement.value, 0, void 0);
	const { message, at, text, mrn, lrn } = statement;
	return hashOf(message, source, lrn ?? mrn ?? (at === void 0 ? text ?? "" : ""), at ?? 0, mrn);
}
function hashOf(key, source, value, at, more) {
	let hash = mixed(mixed(mixed(7, key), source), value);
	if (more !== void 0) hash = mixed(hash, more);
	return Math.imul(hash, 31) + at % 1000000007 & 1073741823;
}
function mixed(start, text) {
	let hash = start;
	for (let index = 0; index < text.length; index++) hash = Math.imul(hash, 31) + text.charCodeAt(index) | 0;
	return hash;
}
function trimmed(statement) {
	const { mrn, lrn } = statement;
	if (clean(mrn) !== mrn || clean(lrn) !== lrn) return trimmed({
		...statement,
		mrn: clean(mrn),
		lrn: clean(lrn)
	});
	if (statement.key === "message") {
		const text = clean(statement.text?.slice(0, limits$8.text));
		return text === statement.text ? statement : {
			...statement,
			text
		};
	}
	const value = withoutCredentials(statement.value.slice(0, limits$8.value));
	return value === statement.value ? statement : {
		...statement,
		value
	};
}
function clean(text) {
	return text === void 0 ? void 0 : withoutCredentials(text);
}
var Copies = class {
	#movement;
	#phaseId;
	of(statement) {
		const { source, derived, line } = statement;
		const movement = this.#sameMovement(statement.movement);
		const [mrn, lrn] = [ownCopy(statement.mrn), ownCopy(statement.lrn)];
		if (statement.key === "message") {
			const { key, message, at, assumedZone, text } = statement;
			const phaseId = this.#samePhase(statement.phaseId);
			return {
				key,
				message,
				at,
				assumedZone,
				source,
				derived,
				line,
				text: ownCopy(text),
				movement,
				mrn,
				lrn,
				phaseId
			};
		}
		const value = detached(statement.value);
		if (statement.key === "scenario") {
			const { key, heading } = statement;
			return {
				key,
				value,
				source,
				derived,
				line,
				movement,
				mrn,
				lrn,
				heading
			};
		}
		const { key, unclear } = statement;
		return {
			key,
			value,
			source,
			derived,
			line,
			movement,
			mrn,
			lrn,
			unclear,
			near: this.#sameMovement(statement.near)
		};
	}
	#sameMovement(movement) {
		if (movement === void 0) return void 0;
		const known = this.#movement;
		if (known?.id === movement.id && known.kind === movement.kind) return known;
		return this.#movement = {
			kind: movement.kind,
			id: detached(movement.id)
		};
	}
	#samePhase(phaseId) {
		if (phaseId === void 0 || phaseId === this.#phaseId) return phaseId && this.#phaseId;
		return this.#phaseId = detached(phaseId);
	}
};
function ownCopy(text) {
	return text === void 0 ? void 0 : detached(text);
}

// src/statements/budget.ts
const limits$7 = {
	statements: 5e4,
	share: 10,
	names: 2e4
};
var StatementBudget = class {
	#left = limits$7.statements;
	get tooMuch() {
		const max = limits$7.statements + limits$7.names;
		return this.#left <= -limits$7.names ? `name scenarios and movements more than ${max} times` : void 0;
	}
	get left() {
		return this.#left;
	}
	take(stated) {
		const { statements } = stated;
		const room = Math.max(0, Math.ceil(this.#left / limits$7.share));
		const kept = statements.length <= room ? stated : firstOf(stated, room);
		this.#left -= kept.statements.length;
		return kept;
	}
	release(stated) {
		this.#left += stated?.statements.length ?? 0;
	}
	releaseAll(left) {
		this.#left = left;
	}
};
function firstOf(stated, room) {
	const { statements } = stated;
	let dropped;
	let messages = room;
	let others = Math.max(0, room - statements.filter(({ key }) => key === "message").length);
	const kept = statements.filter((statement) => {
		const { key } = statement;
		if (key === "scenario" || key === "display-name") return true;
		if (key === "message" ? messages-- > 0 : others-- > 0) return true;
		dropped = droppedWith(dropped, statement);
		return false;
	});
	return {
		...stated,
		statements: kept,
		dropped: droppedTogether(dropped, stated.dropped)
	};
}

// src/statements/escapes.ts
const quote = String.raw`(?:(?<!\\)\\*(?:["'${"`"}]|&(?:amp;)*(?:quot|apos|#34|#39);)|(?<!\\)\\+u002[27])`;
const [doubleQuote, singleQuote, backtick, backslash$1, ampersand] = [
	34,
	39,
	96,
	92,
	38
];
const entity = /&(?:amp;)*(?:quot|apos|#34|#39);/iy;
const codePoint = /u002[27]/iy;
const quoteAtEnd = new RegExp(`${quote}$`, "i");
function isQuote$1(code) {
	return code === doubleQuote || code === singleQuote || code === backtick;
}
function endOfQuote(text, start) {
	const end = endOfBackslashes(text, start);
	if (isQuote$1(text.charCodeAt(end))) return end + 1;
	if (text.charCodeAt(end) === ampersand) {
		entity.lastIndex = end;
		return entity.test(text) ? entity.lastIndex : 0;
	}
	codePoint.lastIndex = end;
	return end > start && codePoint.test(text) ? codePoint.lastIndex : 0;
}
function endOfBackslashes(text, start) {
	let end = start;
	while (text.charCodeAt(end) === backslash$1) end++;
	return end;
}
function closingQuote(text) {
	const last = text.length - 1;
	const code = text.charCodeAt(last);
	if (isQuote$1(code)) return text.slice(last - backslashesBefore(text, last));
	return code === 59 || code === 50 || code === 55 ? quoteAtEnd.exec(text)?.[0] : void 0;
}
function backslashesBefore(text, end) {
	let start = end;
	while (text.charCodeAt(start - 1) === backslash$1) start--;
	return end - start;
}
const lessThan = String.raw`(?:<|&(?:amp;)*(?:lt|#60|#x3c);|(?<!\\)\\+u003c)`;
const greaterThan = String.raw`(?:>|&(?:amp;)*(?:gt|#62|#x3e);|(?<!\\)\\+u003e)`;
const colour = String.raw`(?:\x1b|\\u001b|\\x1b|#x1b;?|\ufffd)?\[\d[\d;]{0,11}m`;
const reach = {
	behind: 128,
	ahead: 4096
};
function anchorOf({ text, start, end }) {
	return text.slice(start, end);
}
function textBefore({ text, from, start }, length = reach.behind) {
	return text.slice(Math.max(from, start - length), start);
}
function textFrom({ text, start, to }, length = reach.ahead) {
	return text.slice(start, Math.min(to, start + length));
}

// src/statements/time-value.ts
const abbreviation = "(?:BST|IST|CES?T|WES?T|EES?T|MSK|[ECMP][SD]T)";
const changesMeaning = new RegExp(String.raw`^(?:\d{1,2}[:.]|[AP]M\b|${abbreviation}\b|(?:GMT|UTC)?[+-]\d)`, "i");
const bracketedZone = new RegExp(String.raw`^\((${abbreviation})\b`, "i");
const javaZone = /^\[[\w+\-/]+\]/;
const meantAsTime = /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d|\d{1,2}:\d{2}|\d{8,14}\b|\d{1,2} [a-z]{3,9} \d{4}|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )/i;
const mostWords = 9;
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
function withoutTail(text) {
	return text.replace(/^[[(]\s*/, "").replace(/["'`<>()[\]{}|;\\].*/s, (tail) => {
		return javaZone.exec(tail)?.[0] ?? bracketedZone.exec(tail)?.[1] ?? "";
	});
}
function withoutTrailing(text, signs) {
	let end = text.length;
	while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
	return text.slice(0, end);
}

// src/statements/given.ts
const timeSuffix = String.raw`(?:[-_. ]?(?:timestamp|time|at|date(?:[-_ ]?(?:and[-_ ]?)?time)?))?`;
const wholeKey = new RegExp(String.raw`^(?:ncts[56]?\.)?(?:(?<plain>scenario|mrn|lrn)|(?:ie|cc(?=\d{3}c))(?<number>\d{3})c?${timeSuffix})$`, "i");
const limits$6 = {
	name: 60,
	value: 2e3
};
function readKey(name) {
	if (name.length > limits$6.name) return void 0;
	const groups = wholeKey.exec(name.trim())?.groups;
	if (groups === void 0) return void 0;
	return plainKey(groups["plain"]) ?? messageType(groups["number"] ?? "");
}
function keyOfAnchor(text) {
	return plainKey(text) ?? messageType(text.slice(2, 5));
}
function plainKey(text) {
	const key = text?.toLowerCase();
	return key === "scenario" || key === "mrn" || key === "lrn" ? key : void 0;
}
const knownTypes = new Map(messages.map(({ type }) => [type.slice(2), type]));
function messageType(number) {
	const known = knownTypes.get(number);
	if (known !== void 0) return known;
	const type = `IE${number}`;
	return isMessageType(type) ? type : void 0;
}
function isMessageType(text) {
	return /^IE\d{3}$/.test(text);
}
function readGiven(name, value, { source, line, timeZone }) {
	const key = readKey(name);
	const text = value.slice(0, limits$6.value).trim();
	if (key === void 0 || text === "") return void 0;
	const common = {
		source,
		derived: false,
		line
	};
	if (key === "scenario" || key === "mrn" || key === "lrn") return {
		...common,
		key,
		value: text
	};
	const read = readTime(text, timeZone) ?? timeAtStart(text, timeZone)?.read;
	const found = `${name.trim()}=${text}`;
	const [at, assumedZone] = [read?.instant, read?.assumedZone ?? false];
	return {
		...common,
		key: "message",
		message: key,
		at,
		assumedZone,
		text: found
	};
}
const marker = /^\[\[property\|(?<name>[^=\r\n\]]{1,100})(?:=|\r?\n)(?<value>[\s\S]*?)\]\]/i;
function readMarker(place, timeZone) {
	const match = marker.exec(textFrom(place));
	if (match === null) return void 0;
	const { name = "", value = "" } = match.groups ?? {};
	return {
		statement: readGiven(name, value, {
			source: "marker",
			line: place.line,
			timeZone
		}),
		length: match[0].length
	};
}
const displayName = "display-name:";
function readDisplayName(place) {
	if (!place.text.startsWith(displayName, place.start)) return void 0;
	if (!/(?:^|[\r\n])[ \t]*$/.test(textBefore(place))) return void 0;
	const [rest = ""] = textFrom(place).slice(13).split(/[\r\n]/, 1);
	const value = rest.trim();
	if (value === "") return void 0;
	return {
		key: "display-name",
		value,
		source: "line",
		derived: false,
		line: place.line
	};
}

// src/statements/pairs.ts
const limits$5 = {
	ahead: 400,
	value: 60
};
function readPair(place, options) {
	const anchor = anchorOf(place);
	const key = keyOfAnchor(anchor);
	if (key === void 0) return void 0;
	const opening = keyOpening(textBefore(place));
	if (opening === void 0) return void 0;
	const rest = withoutColours(textFrom(place, limits$5.ahead).slice(anchor.length));
	const separation = (options.source === "name" ? separatorInName : separator).exec(rest);
	if (separation === null) return void 0;
	const [between] = separation;
	const { closing, mark = "" } = separation.groups ?? {};
	if (closing !== void 0 && closing !== opening.quote) return void 0;
	if (opening.afterColon && mark !== "=") return void 0;
	const found = {
		mark,
		...valueAfter(rest.slice(between.length), closing === void 0 ? opening.quote : void 0),
		lineStart: opening.lineStart
	};
	const value = valueOf$1(key, found, options);
	if (value === void 0) return void 0;
	const common = {
		source: options.source,
		derived: false,
		line: place.line
	};
	if (key === "scenario") return {
		...common,
		key,
		value: value.text,
		heading: isHeading(found)
	};
	if (key === "mrn" || key === "lrn") return value.unclear === true ? {
		...common,
		key,
		value: value.text,
		unclear: true
	} : {
		...common,
		key,
		value: value.text
	};
	const { read } = value;
	const text = `${anchor}${between.replace(quotes$1, "")}${value.text}`;
	const [at, assumedZone] = [read?.instant, read?.assumedZone ?? false];
	return {
		...common,
		key: "message",
		message: key,
		at,
		assumedZone,
		text
	};
}
function valueOf$1(key, found, options) {
	if (key === "scenario") {
		if (options.source === "name") return void 0;
		const text = scenarioValue(found, options.findNumbers);
		return text === void 0 ? void 0 : { text };
	}
	if (key === "lrn") return lrnValue(found);
	if (key === "mrn") {
		const text = mrnValue(found);
		return text === void 0 ? void 0 : { text };
	}
	return timeAtStart(upToNextPair(found.region), options.timeZone);
}
const blank = String.raw`[ \t\u00a0]`;
const markShape = String.raw`(?<mark>=>|[=:])(?![=:~])`;
const separator = new RegExp(String.raw`^${timeSuffix}(?<closing>${quote})?${blank}{0,20}${markShape}${blank}{0,20}`, "i");
const separatorInName = new RegExp(String.raw`^${timeSuffix}(?<closing>${quote})?(?:${blank}{0,20}${markShape}${blank}{0,20}|${blank}{1,20}(?:at${blank}{1,20})?)`, "i");
const colours = new RegExp(colour, "gi");
const quotes$1 = new RegExp(quote, "gi");
const prefixAtEnd = /ncts[56]?\.$/i;
function withoutColours(text) {
	return text.includes("[") ? text.replace(colours, "") : text;
}
function keyOpening(before) {
	const plain = withoutColours(before).replace(prefixAtEnd, "");
	const mark = closingQuote(plain);
	const left = plain.slice(0, plain.length - (mark?.length ?? 0));
	const lineBreak = Math.max(left.lastIndexOf("\n"), left.lastIndexOf("\r"));
	const lineStart = lineBreak < 0 && before.length >= reach.behind ? void 0 : left.slice(lineBreak + 1);
	const afterColon = left.endsWith(":");
	if (mark === void 0 && !afterColon && !/(?:^|[\s[({<,;|>*\])]|\\[nrt])$/.test(left)) return void 0;
	return {
		quote: mark,
		afterColon: mark === void 0 && afterColon,
		lineStart
	};
}
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
function firstToken(region) {
	const word = token.exec(region)?.[0] ?? "";
	return withoutTrailing(word, ".:!?");
}
function mrnValue(found) {
	const value = found.quoted ? found.region.trim() : firstToken(found.region);
	if (found.mark === "" && !/^\d{2}[A-Za-z]{2}[A-Za-z0-9]{12,16}$/.test(value)) return void 0;
	if (!/^(?=.*\d)[A-Za-z0-9]{6,60}$/.test(value)) return void 0;
	return /^[a-z]/.test(value) ? void 0 : value;
}
function lrnValue(found) {
	if (found.quoted) {
		const whole = found.region.trim();
		return /^[^\s{}$]{1,60}$/.test(whole) && !emptyWords.test(whole) ? { text: whole } : void 0;
	}
	const value = firstToken(found.region);
	if (value.length > limits$5.value || !/\d/.test(value) || found.region.startsWith("(", value.length)) return void 0;
	if (found.mark === "" && value.length < 4) return void 0;
	const rest = found.region.slice(value.length);
	return goesOn(rest) ? {
		text: value + (/^\S{1,60}/.exec(rest)?.[0] ?? ""),
		unclear: true
	} : { text: value };
}
const emptyWords = /^(?:null|undefined|none|nil|n\/a|-+)$/i;
const anyPair = new RegExp(String.raw`^[,;|&]+(?:${quote})?[\w.-]{1,60}(?:${quote})?\s{0,9}[=:]`, "i");
const endOfValue = new RegExp(String.raw`^(?:${quote}|${lessThan}|[^,;|&\\([{])`, "i");
function goesOn(rest) {
	return /^[,;|&\\([{]+[\p{L}\p{N}]/u.test(rest) && !endOfValue.test(rest) && !anyPair.test(rest);
}
function scenarioValue(found, findNumbers) {
	if (found.mark === ":" && !(found.quoted || isLogPrefix(found.lineStart))) return void 0;
	const value = upToNextPair(found.region).trim();
	const { ids, lookAlikes } = findNumbers(value);
	return ids.length + lookAlikes.length > 0 ? value : void 0;
}
const sentence = /^[^\s:,;|]+\s+(?![\w.-]{1,60}(?:\s?[=:]))[\p{L}\p{N}]/u;
const denial = new RegExp(String.raw`^[^\s:,;|([{<]+(?=[\s:,;|([{<])[:,;|]?\s*(?:[-–—]\s+)?[([{<]?(?:(?:is|was|has|had|does|did|will|can|could|should|be|been)\s+)*` + String.raw`(?:not|never|no longer|cannot|\w{2,6}n['’]t|skipped|ignored|excluded|omitted|disabled|unsupported|pending|todo|out of scope|default)(?![\w-])`, "iu");
function isHeading({ mark, region, lineStart, quoted }) {
	if (denial.test(region) || mark === "=" && !quoted && sentence.test(region)) return false;
	const object = lineStart?.indexOf("{\"") ?? -1;
	return isLogPrefix(object >= 0 && quoted ? lineStart?.slice(0, object) : lineStart);
}
const logPrefix = new RegExp(String.raw`^(?:[\d:.,TZ+/-]+|\[[^\]]*\]:?|(?:${"TRACE|VERBOSE|DEBUG|FINE|CONFIG|INFO|LOG|NOTICE|WARN(?:ING)?|ERROR|SEVERE|FATAL"})(?::[\w.$]*)?:?|[-*>|•{]+|(?:[\w$]+\.)+[\w$]+:?|[\w.]+=[^=]+)$`, "i");
function isLogPrefix(lineStart) {
	if (lineStart === void 0) return false;
	return lineStart.split(/\s/).filter((word) => word !== "").every((word) => logPrefix.test(word));
}
const mayPrecede = tableOf("	\n\v\f\r [({<,;|>*])\"'`:.mMnrt27");
const mayFollow = tableOf("	 \"'`-_. =:&\\#[\x1BaAdDtT");
const mayFollowQuote = tableOf("	 =:\\#[\x1B");
const isQuote = tableOf("\"'`");
const isPlain = tableOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-");
const isWhite = tableOf("	\n\r ");
function tableOf(characters) {
	const table = /* @__PURE__ */ new Uint8Array(128);
	for (const character of characters) table[character.charCodeAt(0)] = 1;
	return table;
}
function isIn(table, code) {
	return code < 128 && table[code] === 1;
}
function isNoPair({ text, start, end, from, to }) {
	if (end >= to) return true;
	const next = text.charCodeAt(end);
	if (next < 128 && mayFollow[next] === 0) return true;
	if (isIn(isQuote, next) && end + 1 < to) {
		const afterQuote = text.charCodeAt(end + 1);
		if (afterQuote < 128 && mayFollowQuote[afterQuote] === 0) return true;
	}
	const before = start > from ? text.charCodeAt(start - 1) : 32;
	return before < 128 && mayPrecede[before] === 0;
}
const [equalsSign, colon$1, space, tab] = [
	61,
	58,
	32,
	9
];
function plainValue({ text, start, end, from, to }) {
	const mark = text.charCodeAt(end);
	if (mark !== equalsSign && mark !== colon$1) return void 0;
	if (start > from && !isIn(isWhite, text.charCodeAt(start - 1))) return void 0;
	const limit = Math.min(to, start + limits$5.ahead);
	let valueStart = end + 1;
	const lastBlank = Math.min(limit, valueStart + 20);
	for (let code = text.charCodeAt(valueStart); code === space || code === tab; code = text.charCodeAt(valueStart)) if (++valueStart >= lastBlank) return void 0;
	let valueEnd = valueStart;
	while (valueEnd < limit && isIn(isPlain, text.charCodeAt(valueEnd))) valueEnd++;
	const isComplete = valueEnd < limit ? isIn(isWhite, text.charCodeAt(valueEnd)) : limit < start + limits$5.ahead;
	if (valueEnd === valueStart || !isComplete) return void 0;
	return withoutTrailing(text.slice(valueStart, valueEnd), ".");
}
function readPlainPair(place, source, near, collector) {
	const key = (place.text.charCodeAt(place.start) | 32) === 109 ? "mrn" : "lrn";
	const value = plainValue(place);
	if (value === void 0) return "other";
	const found = {
		mark: "=",
		region: value,
		quoted: false,
		lineStart: void 0
	};
	if (collector.knows(key, source, value, key === "mrn" ? near : void 0)) return "known";
	if (!(key === "mrn" ? mrnValue(found) !== void 0 : lrnValue(found) !== void 0)) return void 0;
	return {
		key,
		value,
		source,
		derived: false,
		line: place.line
	};
}

// src/statements/strings.ts
function valueAt(text, from, delimiter, max) {
	const sign = /^\s{0,9}:\s{0,9}/.exec(text.slice(from, from + 20));
	if (sign === null) return void 0;
	const start = from + sign[0].length + delimiter.length;
	if (!text.startsWith(delimiter, start - delimiter.length)) return void 0;
	const end = endOfString(text, start, delimiter);
	if (end === void 0 || end - start > max) return void 0;
	return {
		value: text.slice(start, end),
		end
	};
}
const quotes = new RegExp(quote, "gi");
function endOfString(text, from, delimiter) {
	if (delimiter.length === 1) return endOfPlainString(text, from, delimiter);
	quotes.lastIndex = from;
	for (let match = quotes.exec(text); match !== null; match = quotes.exec(text)) {
		const kind = sameMark(match[0], delimiter);
		if (kind === "same") return quotes.lastIndex - delimiter.length;
		if (kind === "outer") return void 0;
	}
}
function endOfPlainString(text, from, delimiter) {
	let end = text.indexOf(delimiter, from);
	while (end >= 0 && backslashesBefore(text, end) % 2 === 1) end = text.indexOf(delimiter, end + 1);
	return end < 0 ? void 0 : end;
}
function sameMark(found, delimiter) {
	if (found === delimiter) return "same";
	const [count, kind] = level(found);
	const [own, ownKind] = level(delimiter);
	if (kind !== ownKind) return "inner";
	if (count < own) return "outer";
	return (count - own) % (2 * (own + 1)) === 0 ? "same" : "inner";
}
function level(mark) {
	const backslashes = mark.lastIndexOf("\\") + 1;
	return [backslashes, mark.slice(backslashes).toLowerCase()];
}

// src/statements/api-json.ts
const names = [
	"type",
	"received",
	"departureId",
	"arrivalId",
	"movementReferenceNumber",
	"localReferenceNumber"
];
const limits$4 = {
	depth: 4,
	value: 60,
	address: 300,
	firstField: 400
};
const keyShape = new RegExp(String.raw`^([A-Za-z]{8,23})(${quote})?\s{0,9}:\s{0,9}(${quote})([\w:.,+\- ]{1,60})\3`);
const typeBefore = new RegExp(String.raw`(?<key>${quote})?type(?:\k<key>)?\s{0,9}:\s{0,9}(?<value>${quote})$`, "i");
const idBefore = new RegExp(String.raw`(?<key>${quote})?\bid(?:\k<key>)?\s{0,9}:\s{0,9}(?<value>${quote})(?<id>[\w-]{1,60})\k<value>\s{0,9},\s{0,40}(?:${quote})?$`);
const plainTime = /^\d{4}-\d\d-\d\dT(?!24)\d\d:\d\d:\d\dZ$/;
const bareBefore = /(?:^|[\s{,])$/;
function readApiObject(place, ahead, last) {
	const first = firstField(place);
	if (first === void 0) return void 0;
	const { found, walked } = walkObject(place.text.slice(place.start, Math.min(place.to, place.start + ahead)), first);
	const { type, received, movementReferenceNumber: mrn, localReferenceNumber: lrn } = found.fields;
	const movement = movementOf(found, () => idOf(textBefore(place), found, last)) ?? last;
	const statements = [];
	const common = {
		source: "api-json",
		derived: true,
		line: place.line,
		movement
	};
	const message = type?.startsWith("IE") === true ? messageType(type.slice(2)) : void 0;
	if (message !== void 0 && received !== void 0) {
		const at = readTime(received, "UTC")?.instant;
		const said = at !== void 0 && plainTime.test(received) ? void 0 : `${message} received ${received}`;
		statements.push({
			...common,
			key: "message",
			message,
			at,
			assumedZone: false,
			text: said
		});
	}
	if (mrn !== void 0) statements.push({
		...common,
		key: "mrn",
		value: mrn,
		lrn
	});
	if (lrn !== void 0) statements.push({
		...common,
		key: "lrn",
		value: lrn,
		mrn
	});
	const body = found.body === void 0 ? void 0 : {
		start: place.start + found.body,
		movement
	};
	return {
		statements,
		end: place.start + found.end,
		walked,
		body
	};
}
const address = /movements\\*\/(departures|arrivals)(?:\\*\/([\w-]{1,60}))?/;
const linkBefore = /href\W{1,40}[^\s"'`]{0,100}$/i;
function readAddress(place) {
	const { text, start, to } = place;
	return {
		movement: movementIn(text.slice(start, Math.min(to, start + limits$4.address))),
		isLink: linkBefore.test(textBefore(place))
	};
}
function isSameObject(text) {
	let depth = 2;
	for (const character of text) if (character === "{" || character === "[") depth++;
	else if ((character === "}" || character === "]") && --depth < 0) return false;
	return depth === 0;
}
function movementIn(text) {
	const [, kinds, id] = address.exec(text) ?? [];
	if (id === void 0) return void 0;
	return {
		kind: kinds === "arrivals" ? "arrival" : "departure",
		id
	};
}
function firstField(place) {
	const { text, start, end, to } = place;
	if (end - start === 5) return typeField(place);
	const [whole = "", name = "", key, delimiter = "", value = ""] = keyShape.exec(text.slice(start, Math.min(to, start + limits$4.firstField))) ?? [];
	const field = fieldOf(name);
	if (field === void 0 || !opensKey(textBefore(place), key)) return void 0;
	return {
		name: field,
		value,
		length: whole.length,
		delimiter
	};
}
function typeField(place) {
	const { text, start, end } = place;
	if (!text.startsWith("IE", start)) return void 0;
	const before = textBefore(place);
	const match = typeBefore.exec(before);
	if (match === null) return void 0;
	const { key, value: delimiter = "" } = match.groups ?? {};
	if (!text.startsWith(delimiter, end)) return void 0;
	if (key === void 0 && !bareBefore.test(before.slice(0, match.index))) return void 0;
	return {
		name: "type",
		value: text.slice(start, end),
		length: end - start + delimiter.length,
		delimiter
	};
}
function opensKey(before, closing) {
	return closing === void 0 ? bareBefore.test(before) : closingQuote(before) === closing;
}
function movementOf({ fields, linked }, other) {
	if (fields.departureId !== void 0) return {
		kind: "departure",
		id: fields.departureId
	};
	if (fields.arrivalId !== void 0) return {
		kind: "arrival",
		id: fields.arrivalId
	};
	return linked ?? other();
}
function idOf(before, { fields }, last) {
	if (fields.movementReferenceNumber === void 0 && fields.localReferenceNumber === void 0) return void 0;
	const id = idBefore.exec(before)?.groups?.["id"];
	if (id === void 0 || id === last?.id) return void 0;
	return {
		kind: fields.localReferenceNumber === void 0 ? void 0 : "departure",
		id
	};
}
function fieldOf(name) {
	return names.find((field) => field === name);
}
function walkObject(text, first) {
	const { delimiter, length } = first;
	const found = new Collected(text, first);
	let [depth, at] = [0, length];
	while (at < text.length) {
		const code = text.charCodeAt(at);
		const kind = code < 128 ? kinds[code] : other;
		if (kind === other) {
			at++;
			continue;
		}
		if (kind === opening || kind === closing) {
			at++;
			depth += kind === opening ? 1 : -1;
			if (depth < 0 || depth > limits$4.depth) return {
				found,
				walked: at
			};
			continue;
		}
		const isBare = kind === wordCharacter;
		const start = isBare ? at : endOfQuote(text, at);
		if (start === 0) {
			at = Math.max(at + 1, endOfBackslashes(text, at));
			continue;
		}
		const mark = isBare ? "same" : sameMark(text.slice(at, start), delimiter);
		if (mark === "outer") return {
			found,
			walked: start
		};
		if (mark === "inner") {
			at = start;
			continue;
		}
		const close = isBare ? endOfWord(text, start) : endOfString(text, start, delimiter);
		if (close === void 0) break;
		at = isBare ? close : close + delimiter.length;
		const name = text.slice(start, close);
		if (depth > 0) found.takeNested(name, at);
		else if (!found.take(name, at)) return {
			found,
			walked: at
		};
	}
	return {
		found,
		walked: text.length
	};
}
var Collected = class {
	fields;
	linked;
	body;
	end;
	#text;
	#delimiter;
	constructor(text, { name, value, length, delimiter }) {
		this.fields = { [name]: value };
		this.end = length;
		this.#text = text;
		this.#delimiter = delimiter;
	}
	take(name, at) {
		if (name === "body") this.body = at;
		const field = fieldOf(name);
		const value = field === void 0 ? void 0 : valueAt(this.#text, at, this.#delimiter, limits$4.value);
		if (field !== void 0 && value !== void 0) {
			if (this.fields[field] !== void 0) return false;
			this.fields[field] = value.value;
			this.end = value.end;
		}
		return !isComplete(this);
	}
	takeNested(name, at) {
		if (name !== "href") return;
		this.linked ??= movementIn(valueAt(this.#text, at, this.#delimiter, limits$4.address)?.value ?? "");
	}
};
const [other, opening, closing, quoteCharacter, wordCharacter] = [
	0,
	1,
	2,
	3,
	4
];
const kinds = /* @__PURE__ */ new Uint8Array(128);
for (const [characters, kind] of [
	["{[", opening],
	["}]", closing],
	["\"'`\\&", quoteCharacter],
	["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_", wordCharacter]
]) for (const character of characters) kinds[character.charCodeAt(0)] = kind;
function endOfWord(text, start) {
	let end = start;
	for (let code = text.charCodeAt(end); code < 128 && kinds[code] === wordCharacter; code = text.charCodeAt(end)) end++;
	return end;
}
function isComplete({ fields, body, linked }) {
	const isMessage = fields.type !== void 0 && fields.received !== void 0;
	const isMovement = fields.movementReferenceNumber !== void 0 && fields.localReferenceNumber !== void 0;
	const isKnown = fields.departureId !== void 0 || fields.arrivalId !== void 0 || linked !== void 0;
	return isMessage && body !== void 0 || isMovement && isKnown;
}

// src/statements/message-xml.ts
const limits$3 = {
	head: 65536,
	tag: 1e3
};
var MessageXmlReader = class {
	#done;
	#open;
	#head;
	constructor(done) {
		this.#done = done;
	}
	root(place, offset, movement) {
		if (!isRoot(place)) return;
		this.end();
		const head = headOf(place);
		const message = head === void 0 ? void 0 : begin(place, head, movement);
		this.#open = message && {
			...message,
			offset,
			inOperation: false
		};
	}
	whole(place, movement) {
		const { text, start, to } = place;
		const type = isRoot(place) ? typeOfRoot(place) : void 0;
		const head = type === void 0 ? void 0 : this.#plainHead(place);
		if (type === void 0 || head === void 0) return void 0;
		const from = start + rootLength + head.text.length;
		const match = plainRest.exec(text.slice(from, to));
		if (match === null) return void 0;
		const [found, prepared, lrn, mrn] = match;
		const { phaseId } = head;
		this.end();
		this.#done(statementOf({
			type,
			line: place.line,
			movement,
			phaseId,
			prepared,
			lrn: filled(lrn),
			mrn: filled(mrn)
		}));
		return from + found.length;
	}
	field(place, offset, tag) {
		const message = this.#open;
		if (message === void 0) return;
		if (offset - message.offset > limits$3.head) return this.end();
		const { text, start, end } = place;
		const length = end - start;
		if (length === 16 && text.startsWith("TransitOperation", start)) {
			if (tag === "end") this.end();
			else message.inOperation = true;
		} else if (tag === "end") return;
		else if (length === 3 && message.inOperation) this.#number(message, place);
		else if (!message.inOperation && text.startsWith("preparationDateAndTime", start)) message.prepared ??= valueOf(place);
	}
	end() {
		const message = this.#open;
		this.#open = void 0;
		if (message !== void 0 && !isTemplate(message)) this.#done(statementOf(message));
	}
	#plainHead({ text, start, to }) {
		if (this.#head !== void 0 && text.startsWith(this.#head.text, start + rootLength)) return this.#head;
		const head = plainHead.exec(text.slice(start + rootLength, to))?.[0];
		if (head === void 0 || !isOfNcts(head) || keys.test(head)) return void 0;
		this.#head = {
			text: detached(head),
			phaseId: phaseOf(head)
		};
		return this.#head;
	}
	#number(message, place) {
		const key = place.text.startsWith("LRN", place.start) ? "lrn" : "mrn";
		if (key === "mrn" && !place.text.startsWith("MRN", place.start)) return;
		if (message[key] !== void 0) return;
		const value = valueOf(place);
		if (value !== "") message[key] = value;
	}
};
const tagEnd = new RegExp(greaterThan, "i");
function headOf({ text, end, to }) {
	const limit = Math.min(to, end + limits$3.tag);
	const close = text.indexOf(">", end);
	const head = text.slice(end, close >= 0 && close < limit ? close : limit);
	const escaped = head.includes("&") || head.includes("\\") ? tagEnd.exec(head)?.index : void 0;
	if (escaped !== void 0) return head.slice(0, escaped);
	return close >= 0 && close < limit ? head : void 0;
}
const plain = "[^<>&\\\\=:[]*";
const others = (...names) => `(?:<(?!${names.join("|")})${plain}>${plain})*`;
const numberValue = "([^<>&\\\\=:[{}$%]{1,60})";
const plainHead = /^[^<>&\\[]*>/;
const plainRest = new RegExp(`^${plain}${others("preparation", "/?TransitOperation")}(?:<preparationDateAndTime>([\\dTZ:.+-]{1,40})</preparationDateAndTime>${plain})?${others("preparation", "/?TransitOperation")}<TransitOperation>${plain}(?:<LRN>${numberValue}</LRN>${plain})?(?:<MRN>${numberValue}</MRN>${plain})?${others("/?TransitOperation", "LRN", "MRN")}</TransitOperation>`);
const keys = /[ml]rn|scenario|ie\d{3}|cc\d{3}c|received|display-name|departureId|arrivalId|movements|ReferenceNumber/i;
function isRoot({ text, start, end }) {
	return text.charCodeAt(start) === 67 && text.charCodeAt(start + 1) === 67 && text.charCodeAt(end - 1) === 67;
}
function begin(place, head, movement) {
	const type = typeOfRoot(place);
	if (type === void 0 || !isOfNcts(head)) return void 0;
	const [prepared, lrn, mrn] = [
		void 0,
		void 0,
		void 0
	];
	return {
		type,
		line: place.line,
		movement,
		phaseId: phaseOf(head),
		prepared,
		lrn,
		mrn
	};
}
const rootLength = 6;
function typeOfRoot({ text, start }) {
	return messageType(text.slice(start + 2, start + 5));
}
function isOfNcts(head) {
	return head.includes("ncts.dgtaxud.ec");
}
function filled(text) {
	const trimmed = text?.trim();
	return trimmed === "" ? void 0 : trimmed;
}
const phase = new RegExp(String.raw`^PhaseID\s{0,9}=\s{0,9}${quote}([\w.-]{1,20})`, "i");
function phaseOf(head) {
	const at = head.indexOf("PhaseID");
	return at < 0 ? void 0 : phase.exec(head.slice(at))?.[1];
}
const escapedValue = new RegExp(String.raw`^${greaterThan}(?<value>[^<>&\\]{0,100})${lessThan}\\*/`, "i");
function valueOf(place) {
	return escapedValue.exec(textFrom(place).slice(place.end - place.start))?.groups?.["value"]?.trim() ?? "";
}
function isTemplate({ prepared, lrn, mrn }) {
	return hasTemplateSign(prepared) || hasTemplateSign(lrn) || hasTemplateSign(mrn);
}
function hasTemplateSign(text) {
	return text !== void 0 && /[{}$%]/.test(text);
}
function statementOf({ type, line, prepared, lrn, mrn, movement, phaseId }) {
	const plainly = prepared === void 0 ? void 0 : readPlainUtc(prepared);
	const isOdd = prepared !== void 0 && plainly === void 0;
	return {
		key: "message",
		message: type,
		at: isOdd ? readTime(prepared, "UTC")?.instant : plainly,
		assumedZone: false,
		source: "message-xml",
		derived: true,
		line,
		text: isOdd ? `CC${type.slice(2)}C prepared ${prepared}` : void 0,
		lrn,
		mrn,
		movement,
		phaseId
	};
}
function readPlainUtc(text) {
	if (text.length !== 19 || text.charCodeAt(10) !== 84 || !isPunctuated(text)) return void 0;
	const [year, month, day] = [
		digits(text, 0, 4),
		digits(text, 5, 2),
		digits(text, 8, 2)
	];
	const [hour, minute, second] = [
		digits(text, 11, 2),
		digits(text, 14, 2),
		digits(text, 17, 2)
	];
	if (!(year >= 1970 && isDay(year, month, day)) || !(hour < 24 && minute < 60 && second < 60)) return void 0;
	return Date.UTC(year, month - 1, day, hour, minute, second);
}
function digits(text, at, count) {
	let number = 0;
	for (let index = at; index < at + count; index++) {
		const digit = text.charCodeAt(index) - 48;
		if (!(digit >= 0 && digit <= 9)) return NaN;
		number = number * 10 + digit;
	}
	return number;
}
function isPunctuated(text) {
	return text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45 && text.charCodeAt(13) === 58 && text.charCodeAt(16) === 58;
}

// src/statements/scanned-place.ts
var ScannedPlace = class {
	text = "";
	start = 0;
	end = 0;
	from = 0;
	to = 0;
	#base = 0;
	#lines = new LineCounter();
	get offset() {
		return this.#base + this.start;
	}
	get line() {
		return this.#lines.at(this.text, this.#base, this.offset);
	}
	append(piece, line) {
		this.#lines.piece(this.#base + this.text.length, line);
		this.text += piece;
	}
	moveTo(start, end) {
		this.start = start;
		this.end = end;
		this.from = Math.max(0, start - reach.behind);
		this.to = Math.min(this.text.length, start + reach.ahead);
	}
	forget(until) {
		this.#lines.forget(this.text, this.#base, until);
		this.text = detached(this.text.slice(until));
		this.#base += until;
	}
};
var LineCounter = class {
	#pieces = [];
	#next = 0;
	#line = 1;
	#nextBreak = 0;
	piece(offset, line) {
		this.#pieces.push({
			offset,
			line
		});
	}
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
	forget(window, base, until) {
		this.at(window, base, base + until);
		this.#pieces = this.#pieces.slice(this.#next);
		this.#next = 0;
	}
};

// src/statements/tag.ts
const limits$2 = {
	bracket: 60,
	prefix: 32
};
const [lessThanSign, slash, colon, semicolon, backslash] = [
	60,
	47,
	58,
	59,
	92
];
const endsNames = /* @__PURE__ */ new Uint8Array(128);
for (const character of "	\n\v\f\r >/&\\") endsNames[character.charCodeAt(0)] = 1;
const white = /\s/;
const tagBefore = new RegExp(String.raw`${lessThan}(?<slash>\\*/)?(?:[A-Za-z_][\w.-]{0,30}:)?$`, "i");
function tagAt(place) {
	const { text, start, end, from, to } = place;
	if (start === from || end >= to) return void 0;
	const next = text.charCodeAt(end);
	if (!(next < 128 ? endsNames[next] === 1 : white.test(text.charAt(end)))) return void 0;
	const name = startOfPrefix(text, start, Math.max(from, start - limits$2.bracket));
	const before = name > from ? text.charCodeAt(name - 1) : 0;
	const isShort = start - name <= limits$2.prefix;
	if (before === lessThanSign) return isShort ? "start" : void 0;
	if (before === slash && name - 1 > from && text.charCodeAt(name - 2) === lessThanSign) return isShort ? "end" : void 0;
	if (before !== slash && before !== semicolon && before !== backslash && (before | 32) !== 99) return void 0;
	const match = tagBefore.exec(textBefore(place, limits$2.bracket));
	if (match === null) return void 0;
	return match.groups?.["slash"] === void 0 ? "start" : "end";
}
function startOfPrefix(text, at, from) {
	if (text.charCodeAt(at - 1) !== colon) return at;
	let start = at - 1;
	while (start > from && isNameCharacter(text.charCodeAt(start - 1))) start--;
	const first = text.charCodeAt(start) | 32;
	return start < at - 1 && (first >= 97 && first <= 122 || first === 127) ? start : at;
}
function isNameCharacter(code) {
	const lower = code | 32;
	return lower >= 97 && lower <= 122 || code >= 48 && code <= 57 || code === 95 || code === 45 || code === 46;
}

// src/statements/scanner.ts
const anchors = /\[\[property\||display-name|departureId|arrivalId|movements\\{0,9}\/|movementReferenceNumber|localReferenceNumber|preparationDateAndTime|TransitOperation|scenario|received|[ml]rn|ie\d{3}|cc\d{3}c/gi;
const limits$1 = {
	anchor: 32,
	batch: 65536,
	freeWalk: 1e6,
	shortWalk: 256,
	body: 300
};
var TextScanner = class {
	#options;
	#collector;
	#messages;
	#place = new ScannedPlace();
	#resume = 0;
	#marked = 0;
	#answered = 0;
	#walked = 0;
	#tried = 0;
	#requested;
	#linked;
	#fetched;
	#body;
	constructor(options, collector) {
		this.#options = options;
		this.#collector = collector;
		this.#messages = new MessageXmlReader((message) => collector.add(message));
	}
	push(piece, line) {
		this.#place.append(piece, line);
		if (this.#place.text.length - this.#resume >= limits$1.batch) this.#scan(false);
	}
	end() {
		this.#scan(true);
		this.#messages.end();
	}
	#scan(complete) {
		const { text } = this.#place;
		const sure = complete ? text.length : text.length - reach.ahead;
		let open;
		anchors.lastIndex = this.#resume;
		while (anchors.test(text)) {
			const end = anchors.lastIndex;
			const start = startOfAnchor(text, end);
			if (start > sure) {
				open = start;
				break;
			}
			this.#place.moveTo(start, end);
			if (this.#place.offset < this.#marked) continue;
			const resume = this.#read();
			if (resume !== void 0) anchors.lastIndex = resume;
		}
		this.#resume = open ?? text.length - limits$1.anchor;
		const until = Math.max(0, this.#resume - reach.behind);
		this.#place.forget(until);
		this.#resume -= until;
	}
	#read() {
		const place = this.#place;
		const first = place.text.charCodeAt(place.start) | 32;
		const tag = first === letters.bracket ? void 0 : tagAt(place);
		if (tag !== void 0) {
			if (first === letters.c) return this.#readMessage(tag);
			this.#messages.field(place, place.offset, tag);
		} else if (first === letters.bracket) this.#readMarker();
		else if (first === letters.l || first === letters.m) this.#readNumber();
		else if (first === letters.s || first === letters.c) this.#readPair();
		else if (first === letters.d && place.text.charCodeAt(place.start + 1) === letters.i) this.#readDisplayName();
		else if (!this.#readApi() && first === letters.i) this.#readPair();
	}
	#readMessage(tag) {
		const place = this.#place;
		const movement = this.#bodyMovement();
		const isWorthTrying = tag === "start" && this.#tried <= limits$1.freeWalk + 4 * place.offset;
		const end = isWorthTrying ? this.#messages.whole(place, movement) : void 0;
		if (end !== void 0) return end;
		if (isWorthTrying) this.#tried += reach.ahead;
		this.#messages.root(place, place.offset, movement);
	}
	#readMarker() {
		const marker = readMarker(this.#place, this.#options.timeZone);
		if (marker === void 0) return;
		this.#marked = this.#place.offset + marker.length;
		if (marker.statement !== void 0) this.#collector.add(marker.statement);
	}
	#readDisplayName() {
		const statement = readDisplayName(this.#place);
		if (statement !== void 0) this.#collector.add(statement);
	}
	#readNumber() {
		if (this.#place.end - this.#place.start > 3) return this.#readApiOrAddress();
		if (isNoPair(this.#place)) return;
		const statement = readPlainPair(this.#place, this.#options.source, this.#fetched, this.#collector);
		if (statement === "other") return this.#readPair();
		if (statement !== void 0 && statement !== "known") this.#add(statement);
	}
	#readPair() {
		if (isNoPair(this.#place)) return;
		const statement = readPair(this.#place, this.#options);
		if (statement !== void 0) this.#add(statement);
	}
	#add(statement) {
		this.#collector.add(statement.key === "mrn" ? {
			...statement,
			near: this.#fetched
		} : statement);
	}
	#readApiOrAddress() {
		const { text, start } = this.#place;
		if (!text.startsWith("s", start + 8)) return void this.#readApi();
		const { movement, isLink } = readAddress(this.#place);
		if (isLink) this.#linked = movement && {
			movement,
			offset: this.#place.offset
		};
		else this.#requested = this.#fetched = movement;
	}
	#readApi() {
		const place = this.#place;
		const { offset } = place;
		if (offset < this.#answered) return false;
		const object = readApiObject(place, this.#ahead(offset), this.#movementBefore());
		if (object === void 0) return false;
		this.#walked += object.walked;
		if (object.statements.length === 0) return false;
		for (const statement of object.statements) {
			this.#collector.add(statement);
			if (statement.key === "message") this.#fetched = statement.movement;
		}
		this.#answered = offset + object.end - place.start;
		if (object.body !== void 0) this.#body = {
			start: offset + object.body.start - place.start,
			movement: object.body.movement
		};
		return true;
	}
	#ahead(offset) {
		return this.#walked > limits$1.freeWalk + 4 * offset ? limits$1.shortWalk : reach.ahead;
	}
	#movementBefore() {
		if (this.#linked === void 0) return this.#requested;
		const from = this.#place.start - (this.#place.offset - this.#linked.offset);
		return from >= this.#place.from && isSameObject(this.#place.text.slice(from, this.#place.start)) ? this.#linked.movement : this.#requested;
	}
	#bodyMovement() {
		if (this.#body === void 0) return void 0;
		const distance = this.#place.offset - this.#body.start;
		return distance >= 0 && distance <= limits$1.body ? this.#body.movement : void 0;
	}
};
function startOfAnchor(text, end) {
	const before = (back) => text.charCodeAt(end - back) | 32;
	switch (before(1)) {
		case letters.n: return end - (before(2) === letters.r ? 3 : 16);
		case letters.c: return end - 6;
		case letters.o: return end - 8;
		case letters.d: return end - (before(2) === letters.e ? 8 : before(3) === letters.e ? 11 : 9);
		case letters.e: return end - (before(3) === letters.a ? 12 : 22);
		case letters.r: return end - (before(16) === letters.t ? 23 : 20);
		case letters.bar: return end - 11;
		case letters.slash: {
			let backslashes = end - 1;
			while (text.charCodeAt(backslashes - 1) === 92) backslashes--;
			return backslashes - 9;
		}
		default: return end - 5;
	}
}
const letters = {
	a: 97,
	c: 99,
	d: 100,
	e: 101,
	i: 105,
	l: 108,
	m: 109,
	n: 110,
	o: 111,
	r: 114,
	s: 115,
	t: 116,
	slash: 47,
	bracket: 123,
	bar: 124
};

// src/statements/listener.ts
function statementListener(options) {
	return new StatementListener(options);
}
var StatementListener = class {
	#options;
	#collector;
	#scanner;
	#properties;
	constructor(options) {
		this.#options = options;
		this.#collector = new StatementCollector(options.of);
	}
	property(name, value, line) {
		const statement = readGiven(name, value, {
			source: "property",
			line,
			timeZone: this.#options.timeZone
		});
		if (statement !== void 0) this.#collector.add(statement);
		if (this.#options.properties?.has(name.trim()) === true) {
			this.#properties ??= /* @__PURE__ */ new Map();
			this.#properties.set(name.trim(), detached(value.trim().slice(0, limits.property)));
		}
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
		const stated = this.#collector.finish();
		const kept = this.#options.budget?.take(stated) ?? stated;
		return this.#properties === void 0 ? kept : {
			...kept,
			properties: this.#properties
		};
	}
};
const keysInName = /[ml]rn|(?:ie|cc(?=\d{3}c))\d{3}c?/gi;
const limits = {
	name: 2e3,
	property: 1e3
};
function statementsInName(name, line, { timeZone }) {
	const within = name.slice(0, limits.name);
	if (within.search(keysInName) === -1) return nothingStated.statements;
	const collector = new StatementCollector();
	for (const match of within.matchAll(keysInName)) {
		const [start, end] = [match.index, match.index + match[0].length];
		const place = {
			text: within,
			start,
			end,
			from: Math.max(0, start - reach.behind),
			to: within.length,
			line
		};
		const pair = readPair(place, {
			source: "name",
			timeZone
		});
		if (pair !== void 0) collector.add(pair);
	}
	return collector.finish().statements;
}

export { detached as a, lrnOf as c, droppedTogether as i, nothingStated as l, statementsInName as n, detachedInARow as o, StatementBudget as r, withoutCredentials as s, statementListener as t, textOf as u };