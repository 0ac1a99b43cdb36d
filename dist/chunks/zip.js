import { isAscii, isUtf8 } from "node:buffer";
import { crc32, inflateRawSync } from "node:zlib";

// src/zip/fault.ts
var ZipFault = class extends Error {
	kind;
	entry;
	constructor(kind, message, entry = "") {
		super(message);
		this.name = "ZipFault";
		this.kind = kind;
		this.entry = entry;
	}
};
function shownName(name) {
	return JSON.stringify(name.slice(0, 100));
}

// src/zip/read.ts
const LOCAL = 67324752;
const CENTRAL = 33639248;
const END = 101010256;
const ENCRYPTED = 8257;
const DESCRIPTOR = 8;
const UTF8 = 2048;
function readZip(archive) {
	const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
	const endRecord = findEndRecord(bytes);
	const count = bytes.readUInt16LE(endRecord + 10);
	const size = bytes.readUInt32LE(endRecord + 12);
	const directory = bytes.readUInt32LE(endRecord + 16);
	if (count === 65535 || size === 4294967295 || directory === 4294967295) throw zip64();
	if (bytes.readUInt32LE(endRecord + 4) !== 0 || bytes.readUInt16LE(endRecord + 8) !== count) throw damaged("it says that it is one of several volumes");
	if (directory + size !== endRecord) throw damaged("its directory is not where its end says");
	const records = [];
	let next = directory;
	while (records.length < count) {
		const record = readRecord(bytes, next, endRecord);
		if (record === void 0) throw damaged(`its directory breaks off after ${records.length} of ${count} files`);
		records.push(record);
		next = record.central.end;
	}
	if (next !== endRecord) throw damaged("its directory holds more than its end says");
	const inFileOrder = records.toSorted((a, b) => a.start - b.start);
	if ((inFileOrder[0]?.start ?? directory) !== 0) throw damaged("it starts with something that is not part of it");
	return {
		bytes,
		entries: inFileOrder.map((record, index) => readLocal(bytes, record, Math.min(inFileOrder[index + 1]?.start ?? directory, directory))).toSorted((a, b) => a.central.start - b.central.start),
		endRecord
	};
}
function findEndRecord(bytes) {
	const last = bytes.length - 22;
	for (let at = last; at >= 0 && at >= last - 65535; at--) {
		if (bytes.readUInt32LE(at) !== END) continue;
		if (bytes.readUInt16LE(at + 20) === last - at) return at;
		throw damaged("bytes follow its end or are missing there");
	}
	throw damaged("it is not a zip archive, or its end is missing");
}
function readRecord(bytes, at, endRecord) {
	if (at + 46 > endRecord || bytes.readUInt32LE(at) !== CENTRAL) return;
	const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
	const end = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
	if (end > endRecord) return;
	const flags = bytes.readUInt16LE(at + 8);
	const method = bytes.readUInt16LE(at + 10);
	const rawName = bytes.subarray(at + 46, nameEnd);
	const record = {
		name: decodeName(rawName, flags),
		rawName,
		flags,
		method,
		crc: bytes.readUInt32LE(at + 16),
		compressedSize: bytes.readUInt32LE(at + 20),
		size: bytes.readUInt32LE(at + 24),
		start: bytes.readUInt32LE(at + 42),
		central: {
			start: at,
			end
		}
	};
	refuseStrange(record, bytes.readUInt16LE(at + 34), bytes[at + 5] === 3 ? bytes.readUInt16LE(at + 40) : 0);
	return record;
}
function refuseStrange({ name, flags, method, compressedSize, size, start }, volume, mode) {
	const shown = shownName(name);
	if ((flags & ENCRYPTED) !== 0) throw new ZipFault("encrypted", `${shown} is encrypted`, name);
	if ([
		compressedSize,
		size,
		start
	].includes(4294967295)) throw zip64();
	if (volume !== 0) throw damaged("it says that it is one of several volumes");
	if (method !== 0 && method !== 8) throw damaged(`${shown} is packed in a way (method ${method}) that is not known`, name);
	if (![
		0,
		16384,
		32768
	].includes(mode & 61440)) throw damaged(`${shown} is a link or a device, not a file`, name);
}
function readLocal(bytes, record, end) {
	const { start, name, flags, method, compressedSize } = record;
	const shown = shownName(name);
	const shared = () => damaged(`${shown} and what follows it share the same bytes`, name);
	if (start + 30 > end) throw shared();
	if (bytes.readUInt32LE(start) !== LOCAL) throw damaged(`${shown} has no header of its own`, name);
	const nameLength = bytes.readUInt16LE(start + 26);
	const dataStart = start + 30 + nameLength + bytes.readUInt16LE(start + 28);
	const gap = end - dataStart - compressedSize;
	if (gap < 0) throw shared();
	const hasDescriptor = (flags & DESCRIPTOR) !== 0;
	if (!(hasDescriptor ? [
		0,
		12,
		16,
		20,
		24
	] : [0]).includes(gap)) throw damaged(`something is hidden after the content of ${shown}`, name);
	const otherFlags = bytes.readUInt16LE(start + 6) ^ flags;
	const rawName = bytes.subarray(start + 30, start + 30 + nameLength);
	const sizesAt = (at) => bytes.subarray(at, at + 12);
	if (!(rawName.equals(record.rawName) && (isAscii(rawName) || (otherFlags & 2048) === 0) && (otherFlags & ENCRYPTED) === 0 && bytes.readUInt16LE(start + 8) === method && (hasDescriptor || sizesAt(start + 14).equals(sizesAt(record.central.start + 16))))) throw damaged(`it describes ${shown} in two ways, one in its directory and another in its header`, name);
	return {
		...record,
		dataStart,
		end
	};
}
function decodeName(name, flags) {
	if (isUtf8(name)) return name.toString();
	if ((flags & 2048) !== 0) throw damaged("the name of an entry can't be read");
	return new TextDecoder("latin1").decode(name);
}
function damaged(what, entry) {
	return new ZipFault("damaged", what, entry);
}
function zip64() {
	return new ZipFault("zip64", "it uses zip64, which only archives of more than 4 GB or 65,534 files need");
}

// src/zip/unpack.ts
function unpack({ bytes }, entry) {
	const { name, dataStart, compressedSize } = entry;
	const packed = bytes.subarray(dataStart, dataStart + compressedSize);
	const content = entry.method === 0 ? packed : inflate(packed, entry);
	const fault = (what) => new ZipFault("damaged", `${shownName(name)} ${what}`, name);
	if (content.length !== entry.size) throw fault("is not as long as the directory says");
	if (crc32(content) !== entry.crc) throw fault("is damaged: its checksum differs");
	return content;
}
function isTooDense({ size, compressedSize }, { from, ratio }) {
	return size > from && size > compressedSize * ratio;
}
function inflate(packed, { name, size }) {
	try {
		return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
	} catch (error) {
		const shown = shownName(name);
		throw error instanceof RangeError ? new ZipFault("longer-than-said", `${shown} is longer than the directory says`, name) : new ZipFault("damaged", `${shown} can't be unpacked`, name);
	}
}

export { ZipFault as a, readZip as i, unpack as n, shownName as o, UTF8 as r, isTooDense as t };