import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import { UTF8, type ZipArchive, type ZipEntry } from './read.ts';

/** The archive with the content of one entry replaced; all others keep their very bytes, packed as they are. */
export function replaceEntry(archive: ZipArchive, replaced: ZipEntry, content: Uint8Array): Buffer {
  const { bytes, entries } = archive;
  // Not by node:zlib, which packs to other bytes from one version of Node to the next.
  const packed = deflateSync(content, { level: 9 });
  /** A copy of the replaced entry's header; the directory has the same fields, further on by `shift`. */
  const patched = (start: number, shift: number, nameStart: number): Buffer => {
    const at = start + shift;
    const header = Buffer.from(bytes.subarray(start, start + nameStart + bytes.readUInt16LE(at + 26)));
    // Neither data descriptor nor compression hint; the extra field could hold sizes and is dropped.
    header.writeUInt16LE(replaced.flags & UTF8, shift + 6);
    header.writeUInt16LE(8, shift + 8);
    header.writeUInt32LE(crc32(content), shift + 14);
    header.writeUInt32LE(packed.length, shift + 18);
    header.writeUInt32LE(content.length, shift + 22);
    header.writeUInt16LE(0, shift + 28);
    return header;
  };

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
      add(patched(entry.start, 0, 30), packed);
    } else {
      add(bytes.subarray(entry.start, entry.end));
    }
  }
  const directory = length;
  for (const entry of entries) {
    const { start, end } = entry.central;
    const record = entry === replaced ? patched(start, 2, 46) : Buffer.from(bytes.subarray(start, end));
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
