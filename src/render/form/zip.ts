import { crc32 } from './crc32.ts';
import { DOWNLOAD_AGAIN, Refused, TAKE_HMRCS } from './refused.ts';
import { Inflate } from 'fflate';

/** One file of the archive, where it stands in the bytes. Offsets count from the start of the archive. */
export interface ZipEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Local header up to, not including, `end`: header, name, extra field, data, data descriptor. */
  readonly start: number;
  readonly dataStart: number;
  readonly end: number;
  /** Its record in the central directory. */
  readonly record: { readonly start: number; readonly end: number };
}

export interface ZipArchive {
  readonly bytes: Uint8Array;
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[];
  /** Where the end record starts. */
  readonly endRecord: number;
}

/** Sizes in bytes. HMRC's form is 121 KB in 34 entries, 605 KB unpacked, its densest entry 17 : 1. */
export const limits = {
  archive: 20 * 1024 * 1024,
  entries: 1000,
  entry: 24 * 1024 * 1024,
  unpacked: 64 * 1024 * 1024,
  /** Unpacked to packed, of entries that unpack to more than `ratioFrom`. */
  ratio: 200,
  ratioFrom: 1024 * 1024,
} as const;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
const DESCRIPTOR = 0x0008;
/** The name is UTF-8. */
export const UTF8 = 0x0800;

/**
 * Reads where everything stands, and trusts nothing: every byte has to belong to one entry or to the directory, and
 * local headers have to agree with it. What programs read differently (gaps, overlaps, two names, zip64) is refused.
 * Source: PKWARE's APPNOTE 6.3, sections 4.3 and 4.4.
 *
 * @throws Refused
 */
export function readZip(bytes: Uint8Array): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const endRecord = findEndRecord(view);
  const records = readDirectory(bytes, view, endRecord);
  const inFileOrder = records.toSorted((a, b) => a.start - b.start);
  const entries = new Map<CentralRecord, ZipEntry>();
  const directory = view.getUint32(endRecord + 16, true);
  for (const [index, record] of inFileOrder.entries()) {
    const end = inFileOrder[index + 1]?.start ?? directory;
    if (index === 0 && record.start !== 0) throw damaged('it starts with something that is no part of it');
    entries.set(record, readLocal(bytes, view, record, end));
  }
  return { bytes, entries: records.flatMap((record) => entries.get(record) ?? []), endRecord };
}

/**
 * The content of an entry, checked against its size and checksum.
 *
 * @throws Refused
 */
export function unpack({ bytes }: ZipArchive, entry: ZipEntry): Uint8Array {
  const packed = bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize);
  const content = entry.method === 0 ? packed : inflate(packed, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc)
    throw damaged(`the content of '${entry.name}' does not match its checksum`);
  return content;
}

function findEndRecord(view: DataView): number {
  const last = view.byteLength - 22;
  for (let offset = last; offset >= 0 && offset >= last - 0xffff; offset--) {
    if (view.getUint32(offset, true) !== END) continue;
    if (view.getUint16(offset + 20, true) === last - offset) return offset;
    throw damaged('bytes follow its end or are missing there');
  }
  throw damaged('its end is missing');
}

type CentralRecord = Omit<ZipEntry, 'dataStart' | 'end'>;

function readDirectory(bytes: Uint8Array, view: DataView, endRecord: number): CentralRecord[] {
  const count = view.getUint16(endRecord + 10, true);
  const size = view.getUint32(endRecord + 12, true);
  const directory = view.getUint32(endRecord + 16, true);
  if (count === 0xffff || size === 0xffffffff || directory === 0xffffffff) throw zip64();
  if (view.getUint32(endRecord + 4, true) !== 0 || view.getUint16(endRecord + 8, true) !== count)
    throw damaged('it says that it is one of several volumes');
  if (directory + size !== endRecord) throw damaged('its directory is not where it should be');
  if (count > limits.entries)
    throw new Refused(`The template has ${count} entries; more than ${limits.entries} are not unpacked.`, TAKE_HMRCS);

  const records: CentralRecord[] = [];
  let offset = directory;
  for (let index = 0; index < count; index++) {
    if (offset + 46 > endRecord || view.getUint32(offset, true) !== CENTRAL) throw damaged('its directory is broken');
    const nameEnd = offset + 46 + view.getUint16(offset + 28, true);
    const end = nameEnd + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
    if (end > endRecord) throw damaged('its directory is broken');
    const flags = view.getUint16(offset + 8, true);
    const record = {
      name: decodeName(bytes.subarray(offset + 46, nameEnd), flags),
      flags,
      method: view.getUint16(offset + 10, true),
      crc: view.getUint32(offset + 16, true),
      compressedSize: view.getUint32(offset + 20, true),
      size: view.getUint32(offset + 24, true),
      start: view.getUint32(offset + 42, true),
      record: { start: offset, end },
    };
    if (view.getUint16(offset + 34, true) !== 0) throw damaged('it says that it is one of several volumes');
    checkRecord(record);
    records.push(record);
    offset = end;
  }
  if (offset !== endRecord) throw damaged('its directory is broken');
  return records;
}

function checkRecord({ name, flags, method, compressedSize, size, start }: CentralRecord): void {
  if ((flags & ENCRYPTED) !== 0)
    throw new Refused(`The template is encrypted (its entry '${name}' is).`, 'Save it without a password.');
  if (compressedSize === 0xffffffff || size === 0xffffffff || start === 0xffffffff) throw zip64();
  if (method !== 0 && method !== 8)
    throw damaged(`its entry '${name}' is packed in a way that Word does not use (method ${method})`);
  if (method === 0 && size !== compressedSize) throw damaged(`the sizes of '${name}' contradict each other`);
  const tooDense = size > limits.ratioFrom && size > compressedSize * limits.ratio;
  if (tooDense || size > limits.entry) throw bomb(name);
}

function readLocal(bytes: Uint8Array, view: DataView, record: CentralRecord, end: number): ZipEntry {
  const { start, name, flags, method, compressedSize } = record;
  if (start + 30 > end || view.getUint32(start, true) !== LOCAL) throw damaged(`the start of '${name}' is broken`);
  const nameEnd = start + 30 + view.getUint16(start + 26, true);
  const dataStart = nameEnd + view.getUint16(start + 28, true);
  const gap = end - dataStart - compressedSize;
  if (dataStart > end || gap < 0) throw damaged(`the content of '${name}' overlaps with what follows`);
  const hasDescriptor = (flags & DESCRIPTOR) !== 0;
  const mayFollow = hasDescriptor ? [0, 12, 16, 20, 24] : [0];
  if (!mayFollow.includes(gap)) throw damaged(`something hides behind the content of '${name}'`);
  const localFlags = view.getUint16(start + 6, true);
  if (
    decodeName(bytes.subarray(start + 30, nameEnd), localFlags) !== name ||
    view.getUint16(start + 8, true) !== method ||
    (localFlags & ENCRYPTED) !== 0
  )
    throw damaged(`it describes '${name}' in two ways`);
  const sizes = [view.getUint32(start + 14, true), view.getUint32(start + 18, true), view.getUint32(start + 22, true)];
  const expected = [record.crc, compressedSize, record.size];
  if (!hasDescriptor && sizes.some((value, index) => value !== expected[index]))
    throw damaged(`it describes '${name}' in two ways`);
  return { ...record, dataStart, end };
}

function decodeName(bytes: Uint8Array, flags: number): string {
  if ((flags & UTF8) === 0) return new TextDecoder('latin1').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw damaged('the name of an entry can not be read');
  }
}

/** In steps, so that what unpacks to more than it says is stopped on the way. */
function inflate(packed: Uint8Array, { name, size }: ZipEntry): Uint8Array {
  const STEP = 4096;
  const content = new Uint8Array(size);
  let length = 0;
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length > size) throw bomb(name);
    content.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let offset = 0; offset < packed.length; offset += STEP)
      inflater.push(packed.subarray(offset, offset + STEP), offset + STEP >= packed.length);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw damaged(`the content of '${name}' can not be unpacked`);
  }
  return content.subarray(0, length);
}

function damaged(detail: string): Refused {
  return new Refused(`The template is damaged or cut off: ${detail}.`, DOWNLOAD_AGAIN);
}

function bomb(name: string): Refused {
  return new Refused(`The template's entry '${name}' unpacks to far more than a form can need.`, TAKE_HMRCS);
}

function zip64(): Refused {
  return new Refused('The template is a zip64 archive, which no Word document of this size is.', DOWNLOAD_AGAIN);
}
