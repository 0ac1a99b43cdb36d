import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import { UTF8, type ZipArchive, type ZipEntry } from './read.ts';

/** The archive with the content of one entry replaced; all others keep their very bytes, packed as they are. */
export function replaceEntry(archive: ZipArchive, replaced: ZipEntry, content: Uint8Array): Buffer {
  const { bytes, entries } = archive;
  // Not by node:zlib, which packs to other bytes from one version of Node to the next.
  const packed = deflateSync(content, { level: 9 });
  const fields = { flags: replaced.flags & UTF8, crc: crc32(content), packedSize: packed.length, size: content.length };
  const parts: Uint8Array[] = [];
  let length = 0;
  const add = (...added: readonly Uint8Array[]): void => {
    parts.push(...added);
    for (const part of added) {
      length += part.length;
    }
  };
  const starts = new Map<ZipEntry, number>();
  for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
    starts.set(entry, length);
    if (entry === replaced) {
      add(patched(bytes, entry.start, local, fields), packed);
    } else {
      add(bytes.subarray(entry.start, entry.end));
    }
  }
  const directory = length;
  for (const entry of entries) {
    const { start, end } = entry.central;
    const record =
      entry === replaced ? patched(bytes, start, central, fields) : Buffer.from(bytes.subarray(start, end));
    if (entry === replaced) {
      record.writeUInt16LE(0, 32);
    }
    record.writeUInt32LE(starts.get(entry) ?? 0, 42);
    add(record);
  }
  const last = Buffer.from(bytes.subarray(archive.endRecord));
  last.writeUInt32LE(length - directory, 12);
  last.writeUInt32LE(directory, 16);
  return Buffer.concat([...parts, last]);
}

interface Header {
  /** How much further on than in a local header the fields are that both kinds have. */
  readonly shift: number;
  readonly nameStart: number;
}

const local: Header = { shift: 0, nameStart: 30 };
const central: Header = { shift: 2, nameStart: 46 };

/** A copy of a header with other fields: neither data descriptor nor extra field, which could hold sizes. */
function patched(
  bytes: Buffer,
  start: number,
  { shift, nameStart }: Header,
  fields: { readonly flags: number; readonly crc: number; readonly packedSize: number; readonly size: number },
): Buffer {
  const header = Buffer.from(bytes.subarray(start, start + nameStart + bytes.readUInt16LE(start + shift + 26)));
  header.writeUInt16LE(fields.flags, shift + 6);
  header.writeUInt16LE(8, shift + 8);
  header.writeUInt32LE(fields.crc, shift + 14);
  header.writeUInt32LE(fields.packedSize, shift + 18);
  header.writeUInt32LE(fields.size, shift + 22);
  header.writeUInt16LE(0, shift + 28);
  return header;
}
