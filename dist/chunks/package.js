import { n as Refused, r as TAKE_HMRCS, t as DOWNLOAD_AGAIN } from "./refused2.js";
import { n as readXml, r as refuseDoctype, t as decodePart } from "./xml.js";
import { n as deflateSync, t as Inflate } from "./esm.js";

// src/render/form/crc32.ts
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = (value & 1) === 0 ? value >>> 1 : value >>> 1 ^ 3988292384;
	return value;
});
/** The checksum of zip archives (ISO 3309, polynomial 0xEDB88320), as an unsigned 32-bit number. */
function crc32(bytes) {
	let value = 4294967295;
	for (const byte of bytes) value = (table[(value ^ byte) & 255] ?? 0) ^ value >>> 8;
	return (value ^ 4294967295) >>> 0;
}

// src/render/form/zip.ts
/** Sizes in bytes. HMRC's form is 121 KB in 34 entries, 605 KB unpacked, its densest entry 17 : 1. */
const limits = {
	archive: 20971520,
	entries: 1e3,
	entry: 25165824,
	unpacked: 67108864,
	/** Unpacked to packed, of entries that unpack to more than `ratioFrom`. */
	ratio: 200,
	ratioFrom: 1048576
};
const LOCAL = 67324752;
const CENTRAL = 33639248;
const END = 101010256;
const ENCRYPTED = 8257;
const DESCRIPTOR = 8;
/** The name is UTF-8. */
const UTF8 = 2048;
/**
* Reads where everything stands, and trusts nothing: every byte has to belong to one entry or to the directory, and
* local headers have to agree with it. What programs read differently (gaps, overlaps, two names, zip64) is refused.
* Source: PKWARE's APPNOTE 6.3, sections 4.3 and 4.4.
*
* @throws Refused
*/
function readZip(bytes) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const endRecord = findEndRecord(view);
	const records = readDirectory(bytes, view, endRecord);
	const inFileOrder = records.toSorted((a, b) => a.start - b.start);
	const entries = /* @__PURE__ */ new Map();
	const directory = view.getUint32(endRecord + 16, true);
	for (const [index, record] of inFileOrder.entries()) {
		const end = inFileOrder[index + 1]?.start ?? directory;
		if (index === 0 && record.start !== 0) throw damaged("it starts with something that is no part of it");
		entries.set(record, readLocal(bytes, view, record, end));
	}
	return {
		bytes,
		entries: records.flatMap((record) => entries.get(record) ?? []),
		endRecord
	};
}
/**
* The content of an entry, checked against its size and checksum.
*
* @throws Refused
*/
function unpack({ bytes }, entry) {
	const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
	const content = entry.method === 0 ? packed : inflate(packed, entry);
	if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(`the content of '${entry.name}' does not match its checksum`);
	return content;
}
function findEndRecord(view) {
	const last = view.byteLength - 22;
	for (let offset = last; offset >= 0 && offset >= last - 65535; offset--) {
		if (view.getUint32(offset, true) !== END) continue;
		if (view.getUint16(offset + 20, true) === last - offset) return offset;
		throw damaged("bytes follow its end or are missing there");
	}
	throw damaged("its end is missing");
}
function readDirectory(bytes, view, endRecord) {
	const count = view.getUint16(endRecord + 10, true);
	const size = view.getUint32(endRecord + 12, true);
	const directory = view.getUint32(endRecord + 16, true);
	if (count === 65535 || size === 4294967295 || directory === 4294967295) throw zip64();
	if (view.getUint32(endRecord + 4, true) !== 0 || view.getUint16(endRecord + 8, true) !== count) throw damaged("it says that it is one of several volumes");
	if (directory + size !== endRecord) throw damaged("its directory is not where it should be");
	if (count > limits.entries) throw new Refused(`The template has ${count} entries; more than ${limits.entries} are not unpacked.`, TAKE_HMRCS);
	const records = [];
	let offset = directory;
	for (let index = 0; index < count; index++) {
		if (offset + 46 > endRecord || view.getUint32(offset, true) !== CENTRAL) throw damaged("its directory is broken");
		const nameEnd = offset + 46 + view.getUint16(offset + 28, true);
		const end = nameEnd + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
		if (end > endRecord) throw damaged("its directory is broken");
		const flags = view.getUint16(offset + 8, true);
		const record = {
			name: decodeName(bytes.subarray(offset + 46, nameEnd), flags),
			flags,
			method: view.getUint16(offset + 10, true),
			crc: view.getUint32(offset + 16, true),
			compressedSize: view.getUint32(offset + 20, true),
			size: view.getUint32(offset + 24, true),
			start: view.getUint32(offset + 42, true),
			record: {
				start: offset,
				end
			}
		};
		if (view.getUint16(offset + 34, true) !== 0) throw damaged("it says that it is one of several volumes");
		checkRecord(record);
		records.push(record);
		offset = end;
	}
	if (offset !== endRecord) throw damaged("its directory is broken");
	return records;
}
function checkRecord({ name, flags, method, compressedSize, size, start }) {
	if ((flags & ENCRYPTED) !== 0) throw new Refused(`The template is encrypted (its entry '${name}' is).`, "Save it without a password.");
	if (compressedSize === 4294967295 || size === 4294967295 || start === 4294967295) throw zip64();
	if (method !== 0 && method !== 8) throw damaged(`its entry '${name}' is packed in a way that Word does not use (method ${method})`);
	if (method === 0 && size !== compressedSize) throw damaged(`the sizes of '${name}' contradict each other`);
	if (size > limits.ratioFrom && size > compressedSize * limits.ratio || size > limits.entry) throw bomb(name);
}
function readLocal(bytes, view, record, end) {
	const { start, name, flags, method, compressedSize } = record;
	if (start + 30 > end || view.getUint32(start, true) !== LOCAL) throw damaged(`the start of '${name}' is broken`);
	const nameEnd = start + 30 + view.getUint16(start + 26, true);
	const dataStart = nameEnd + view.getUint16(start + 28, true);
	const gap = end - dataStart - compressedSize;
	if (dataStart > end || gap < 0) throw damaged(`the content of '${name}' overlaps with what follows`);
	const hasDescriptor = (flags & DESCRIPTOR) !== 0;
	if (!(hasDescriptor ? [
		0,
		12,
		16,
		20,
		24
	] : [0]).includes(gap)) throw damaged(`something hides behind the content of '${name}'`);
	const localFlags = view.getUint16(start + 6, true);
	if (decodeName(bytes.subarray(start + 30, nameEnd), localFlags) !== name || view.getUint16(start + 8, true) !== method || (localFlags & ENCRYPTED) !== 0) throw damaged(`it describes '${name}' in two ways`);
	const sizes = [
		view.getUint32(start + 14, true),
		view.getUint32(start + 18, true),
		view.getUint32(start + 22, true)
	];
	const expected = [
		record.crc,
		compressedSize,
		record.size
	];
	if (!hasDescriptor && sizes.some((value, index) => value !== expected[index])) throw damaged(`it describes '${name}' in two ways`);
	return {
		...record,
		dataStart,
		end
	};
}
function decodeName(bytes, flags) {
	if ((flags & 2048) === 0) return new TextDecoder("latin1").decode(bytes);
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw damaged("the name of an entry can not be read");
	}
}
/** In steps, so that what unpacks to more than it says is stopped on the way. */
function inflate(packed, { name, size }) {
	const STEP = 4096;
	const content = new Uint8Array(size);
	let length = 0;
	const inflater = new Inflate((chunk) => {
		if (length + chunk.length > size) throw bomb(name);
		content.set(chunk, length);
		length += chunk.length;
	});
	try {
		for (let offset = 0; offset < packed.length; offset += STEP) inflater.push(packed.subarray(offset, offset + STEP), offset + STEP >= packed.length);
	} catch (error) {
		if (error instanceof Refused) throw error;
		throw damaged(`the content of '${name}' can not be unpacked`);
	}
	return content.subarray(0, length);
}
function damaged(detail) {
	return new Refused(`The template is damaged or cut off: ${detail}.`, DOWNLOAD_AGAIN);
}
function bomb(name) {
	return new Refused(`The template's entry '${name}' unpacks to far more than a form can need.`, TAKE_HMRCS);
}
function zip64() {
	return new Refused("The template is a zip64 archive, which no Word document of this size is.", DOWNLOAD_AGAIN);
}

// src/render/form/zip-write.ts
/** The archive with the content of one entry replaced; all others keep their very bytes, packed as they are. */
function replaceEntry(archive, replaced, content) {
	const { bytes, entries } = archive;
	const packed = deflateSync(content, { level: 9 });
	const patch = (header, at) => {
		const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
		view.setUint16(at.flags, replaced.flags & UTF8, true);
		view.setUint16(at.flags + 2, 8, true);
		view.setUint32(at.crc, crc32(content), true);
		view.setUint32(at.crc + 4, packed.length, true);
		view.setUint32(at.crc + 8, content.length, true);
		view.setUint16(at.extra, 0, true);
		return header;
	};
	const nameLength = (offset) => (bytes[offset] ?? 0) | (bytes[offset + 1] ?? 0) << 8;
	const parts = [];
	const starts = /* @__PURE__ */ new Map();
	let length = 0;
	const add = (part) => {
		parts.push(part);
		length += part.length;
	};
	for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
		starts.set(entry, length);
		if (entry === replaced) {
			add(patch(bytes.slice(entry.start, entry.start + 30 + nameLength(entry.start + 26)), {
				flags: 6,
				crc: 14,
				extra: 28
			}));
			add(packed);
		} else add(bytes.subarray(entry.start, entry.end));
	}
	const directory = length;
	for (const entry of entries) {
		const { start, end } = entry.record;
		const isReplaced = entry === replaced;
		const record = bytes.slice(start, isReplaced ? start + 46 + nameLength(start + 28) : end);
		const view = new DataView(record.buffer);
		if (isReplaced) {
			patch(record, {
				flags: 8,
				crc: 16,
				extra: 30
			});
			view.setUint16(32, 0, true);
		}
		view.setUint32(42, starts.get(entry) ?? 0, true);
		add(record);
	}
	const last = bytes.slice(archive.endRecord);
	const view = new DataView(last.buffer);
	view.setUint32(12, length - directory, true);
	view.setUint32(16, directory, true);
	add(last);
	const whole = new Uint8Array(length);
	let offset = 0;
	for (const part of parts) {
		whole.set(part, offset);
		offset += part.length;
	}
	return whole;
}

// src/render/form/package.ts
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const MACRO_TYPE = /macroEnabled|vbaProject|vbaData|activeX/iu;
const MACRO_PART = /(?:^|\/)(?:vbaProject[^/]*\.bin|vbaData[^/]*\.xml|activeX\/.*)$/iu;
const MAIN_PART = /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml)\/officeDocument\/(?:2006\/)?relationships\/officeDocument$/u;
/** What Word fetches by itself when it opens a document. */
const FETCHED = /\/(?:attachedTemplate|oleObject|subDocument|frame|aFChunk)$/u;
const REMOTE = /^(?:https?|ftp):|^\\\\|^file:\/\/(?:[^/]|\/[\\/])/iu;
const BYTE_ORDER_MARK = [
	239,
	187,
	191
];
/**
* Opens the user's copy of HMRC's form. Everything in it is checked, only the main part is read.
*
* @throws Refused
*/
function openPackage(bytes) {
	refuseOtherFormats(bytes);
	const archive = readZip(bytes);
	checkNames(archive);
	const contents = checkContents(archive);
	refuseFetching(contents);
	const part = mainPart(contents);
	const entry = archive.entries.find(({ name }) => name === part);
	const content = contents.get(part);
	if (entry === void 0 || content === void 0) throw noDocument(`its main part '${part}' is missing`);
	const marked = BYTE_ORDER_MARK.every((byte, index) => content[index] === byte);
	return {
		part,
		xml: decodePart(content, part),
		remarks: archive.entries.some(({ name }) => name.startsWith("_xmlsignatures/")) ? ["The template is digitally signed; filling it in makes that signature invalid."] : [],
		withText: (xml) => replaceEntry(archive, entry, encode(xml, marked))
	};
}
function encode(xml, marked) {
	return new TextEncoder().encode(marked ? `\uFEFF${xml}` : xml);
}
function refuseOtherFormats(bytes) {
	const starts = (...signature) => signature.every((byte, index) => bytes[index] === byte);
	if (bytes.length === 0) throw new Refused("The template is empty.", DOWNLOAD_AGAIN);
	if (bytes.length > limits.archive) throw new Refused(`The template has ${bytes.length} bytes; more than ${limits.archive} are not read.`, TAKE_HMRCS);
	if (starts(208, 207, 17, 224)) throw new Refused("The template is protected by a password, or a document of Word 97 to 2003 (.doc).", "Open it in Word and save it as .docx without a password.");
	if (!starts(80, 75)) throw new Refused("The template is not a Word document (.docx).", "Name the Word form that HMRC offers.");
}
/** Names that lead out of the package or mean the same part twice. Source: OPC (ISO/IEC 29500-2), part names. */
function checkNames({ entries }) {
	const seen = /* @__PURE__ */ new Set();
	for (const { name, size } of entries) {
		if (name.split("/").some((segment) => segment === ".." || segment === ".") || /^\/|^[a-z]:|\\/iu.test(name) || name === "" || /[\u0000-\u001F\u007F]/u.test(name)) throw new Refused(`The template has an entry with the name '${name}', which leads out of it.`, TAKE_HMRCS);
		if (name.endsWith("/") && size > 0) throw new Refused(`The template's folder '${name}' has content.`, TAKE_HMRCS);
		const key = name.toLowerCase();
		if (seen.has(key)) throw new Refused(`The template has the entry '${name}' twice.`, DOWNLOAD_AGAIN);
		seen.add(key);
		if (MACRO_PART.test(name)) throw macros(name);
	}
	if (seen.has("mimetype") && !seen.has("[content_types].xml")) throw new Refused("The template is an OpenDocument text.", "Save it as .docx.");
}
/** Unpacks every part once, so that nothing is passed on that could not be opened. */
function checkContents(archive) {
	const kept = /* @__PURE__ */ new Map();
	let total = 0;
	for (const entry of archive.entries) {
		total += entry.size;
		if (total > limits.unpacked) throw new Refused("The template unpacks to far more than a form can need.", TAKE_HMRCS);
		const content = unpack(archive, entry);
		if (!/\.(?:xml|rels)$/iu.test(entry.name)) continue;
		refuseDoctype(content, entry.name);
		kept.set(entry.name, content);
	}
	return kept;
}
/** A template or an object from elsewhere can bring in what the document itself may not have. */
function refuseFetching(contents) {
	for (const [name, content] of contents) {
		if (!name.endsWith(".rels")) continue;
		const fetched = attributesOf(content, name).find(({ Type = "", Target = "", TargetMode }) => TargetMode === "External" && FETCHED.test(Type) && REMOTE.test(Target));
		if (fetched !== void 0) throw new Refused(`The template fetches something from elsewhere: '${fetched["Target"] ?? ""}'.`, TAKE_HMRCS);
	}
}
/** Name of the main document part, found the way Word does: by relationship and content type, not by its usual name. */
function mainPart(contents) {
	const typesName = "[Content_Types].xml";
	const types = attributesOf(contents.get(typesName), typesName);
	const macro = types.find(({ ContentType = "" }) => MACRO_TYPE.test(ContentType));
	if (macro !== void 0) throw macros(macro["ContentType"] ?? "");
	const relationsName = "_rels/.rels";
	const targets = attributesOf(contents.get(relationsName), relationsName).filter(({ Type = "" }) => MAIN_PART.test(Type)).map(({ Target = "" }) => Target.replace(/^\//u, ""));
	const [part] = targets;
	if (part === void 0) throw noDocument("it names no main part");
	if (targets.length > 1) throw noDocument("it names more than one main part");
	const isPart = ({ PartName = "" }) => PartName.toLowerCase() === `/${part}`.toLowerCase();
	const extension = part.slice(part.lastIndexOf(".") + 1).toLowerCase();
	const overrides = types.filter(isPart);
	if (overrides.length > 1) throw noDocument(`it gives '${part}' more than one type`);
	const type = overrides[0] ?? types.find(({ Extension }) => Extension?.toLowerCase() === extension);
	if (type?.["ContentType"] !== WORD_TYPE) throw noDocument(`its main part is of the type '${type?.["ContentType"] ?? "unknown"}'`);
	return part;
}
function attributesOf(content, part) {
	if (content === void 0) throw noDocument(`'${part}' is missing`);
	const found = [];
	readXml(decodePart(content, part), part, {
		open(tag) {
			found.push(Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value])));
		},
		close() {}
	});
	return found;
}
function macros(where) {
	return new Refused(`The template can carry macros or active content ('${where}').`, TAKE_HMRCS);
}
function noDocument(detail) {
	return new Refused(`The template is not a Word document (.docx): ${detail}.`, "Name the Word form that HMRC offers.");
}

export { openPackage };