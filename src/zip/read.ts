import { isAscii, isUtf8 } from 'node:buffer';
import { shownName, ZipFault } from './fault.ts';

/** One file of an archive. Sizes in bytes, offsets from the start of the archive. */
export interface ZipEntry {
  /** As written, `..`, backslashes and all: to be judged before use. */
  readonly name: string;
  readonly rawName: Buffer;
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Local header up to, not including, `end`: header, name, extra field, data, data descriptor. */
  readonly start: number;
  readonly dataStart: number;
  readonly end: number;
  /** Its record in the central directory. */
  readonly central: { readonly start: number; readonly end: number };
}

export interface ZipArchive {
  readonly bytes: Buffer;
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[];
  /** Where the end record starts. */
  readonly endRecord: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
const DESCRIPTOR = 0x0008;
/** The name is UTF-8. */
export const UTF8 = 0x0800;

/**
 * Reads where everything stands, and trusts nothing: every byte has to belong to one entry or to the directory, and
 * local headers have to agree with it. What programs read differently (gaps, overlaps, two names, zip64) and what no
 * plain file needs (encryption, links, volumes) is refused: each is a way to show different readers different files.
 * Source: PKWARE's APPNOTE 6.3, sections 4.3 and 4.4.
 *
 * @throws ZipFault
 */
export function readZip(archive: Uint8Array): ZipArchive {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const endRecord = findEndRecord(bytes);
  const count = bytes.readUInt16LE(endRecord + 10);
  const size = bytes.readUInt32LE(endRecord + 12);
  const directory = bytes.readUInt32LE(endRecord + 16);
  if (count === 0xffff || size === 0xffffffff || directory === 0xffffffff) {
    throw zip64();
  }
  if (bytes.readUInt32LE(endRecord + 4) !== 0 || bytes.readUInt16LE(endRecord + 8) !== count) {
    throw damaged('it says that it is one of several volumes');
  }
  if (directory + size !== endRecord) {
    throw damaged('its directory is not where its end says');
  }

  const records: CentralRecord[] = [];
  let next = directory;
  while (records.length < count) {
    const record = readRecord(bytes, next, endRecord);
    if (record === undefined) {
      throw damaged(`its directory breaks off after ${records.length} of ${count} files`);
    }
    records.push(record);
    next = record.central.end;
  }
  if (next !== endRecord) {
    throw damaged('its directory holds more than its end says');
  }

  const inFileOrder = records.toSorted((a, b) => a.start - b.start);
  if ((inFileOrder[0]?.start ?? directory) !== 0) {
    throw damaged('it starts with something that is not part of it');
  }
  const entries = inFileOrder.map((record, index) =>
    readLocal(bytes, record, Math.min(inFileOrder[index + 1]?.start ?? directory, directory)),
  );
  return { bytes, entries: entries.toSorted((a, b) => a.central.start - b.central.start), endRecord };
}

function findEndRecord(bytes: Buffer): number {
  const last = bytes.length - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at--) {
    if (bytes.readUInt32LE(at) !== END) {
      continue;
    }
    if (bytes.readUInt16LE(at + 20) === last - at) {
      return at;
    }
    throw damaged('bytes follow its end or are missing there');
  }
  throw damaged('it is not a zip archive, or its end is missing');
}

type CentralRecord = Omit<ZipEntry, 'dataStart' | 'end'>;

/** undefined where there is no whole record. */
function readRecord(bytes: Buffer, at: number, endRecord: number): CentralRecord | undefined {
  if (at + 46 > endRecord || bytes.readUInt32LE(at) !== CENTRAL) {
    return undefined;
  }
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const end = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  if (end > endRecord) {
    return undefined;
  }
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const rawName = bytes.subarray(at + 46, nameEnd);
  const name = decodeName(rawName, flags);
  const record = {
    name,
    rawName,
    flags,
    method,
    crc: bytes.readUInt32LE(at + 16),
    compressedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    start: bytes.readUInt32LE(at + 42),
    central: { start: at, end },
  };
  refuseStrange(record, bytes.readUInt16LE(at + 34), bytes[at + 5] === 3 ? bytes.readUInt16LE(at + 40) : 0);
  return record;
}

/**
 * @param volume on which its content starts
 * @param mode as Unix knows it; 0 where another system made it
 */
function refuseStrange(
  { name, flags, method, compressedSize, size, start }: CentralRecord,
  volume: number,
  mode: number,
): void {
  const shown = shownName(name);
  if ((flags & ENCRYPTED) !== 0) {
    throw new ZipFault('encrypted', `${shown} is encrypted`, name);
  }
  if ([compressedSize, size, start].includes(0xffffffff)) {
    throw zip64();
  }
  if (volume !== 0) {
    throw damaged('it says that it is one of several volumes');
  }
  if (method !== 0 && method !== 8) {
    throw damaged(`${shown} is packed in a way (method ${method}) that is not known`, name);
  }
  if (![0, 0x4000, 0x8000].includes(mode & 0xf000)) {
    throw damaged(`${shown} is a link or a device, not a file`, name);
  }
}

/** `end` is where the next entry or the directory starts: nothing may lie between. */
function readLocal(bytes: Buffer, record: CentralRecord, end: number): ZipEntry {
  const { start, name, flags, method, compressedSize } = record;
  const shown = shownName(name);
  const shared = () => damaged(`${shown} and what follows it share the same bytes`, name);
  if (start + 30 > end) {
    throw shared();
  }
  if (bytes.readUInt32LE(start) !== LOCAL) {
    throw damaged(`${shown} has no header of its own`, name);
  }
  const nameLength = bytes.readUInt16LE(start + 26);
  const dataStart = start + 30 + nameLength + bytes.readUInt16LE(start + 28);
  const gap = end - dataStart - compressedSize;
  if (gap < 0) {
    throw shared();
  }
  // Who writes in one go puts checksum and sizes after the content, with or without a signature.
  const hasDescriptor = (flags & DESCRIPTOR) !== 0;
  const mayFollow = hasDescriptor ? [0, 12, 16, 20, 24] : [0];
  if (!mayFollow.includes(gap)) {
    throw damaged(`something is hidden after the content of ${shown}`, name);
  }

  const otherFlags = bytes.readUInt16LE(start + 6) ^ flags;
  const rawName = bytes.subarray(start + 30, start + 30 + nameLength);
  const sizesAt = (at: number) => bytes.subarray(at, at + 12);
  const isSame =
    rawName.equals(record.rawName) &&
    // The flag says how to read a name, unless every way comes to the same.
    (isAscii(rawName) || (otherFlags & UTF8) === 0) &&
    (otherFlags & ENCRYPTED) === 0 &&
    bytes.readUInt16LE(start + 8) === method &&
    (hasDescriptor || sizesAt(start + 14).equals(sizesAt(record.central.start + 16)));
  if (!isSame) {
    throw damaged(`it describes ${shown} in two ways, one in its directory and another in its header`, name);
  }
  return { ...record, dataStart, end };
}

/** Many write UTF-8 without saying so. What paths are judged by is ASCII, the same in every encoding. */
function decodeName(name: Buffer, flags: number): string {
  if (isUtf8(name)) {
    return name.toString();
  }
  if ((flags & UTF8) !== 0) {
    throw damaged("the name of an entry can't be read");
  }
  return new TextDecoder('latin1').decode(name);
}

function damaged(what: string, entry?: string): ZipFault {
  return new ZipFault('damaged', what, entry);
}

function zip64(): ZipFault {
  return new ZipFault('zip64', 'it uses zip64, which only archives of more than 4 GB or 65,534 files need');
}
