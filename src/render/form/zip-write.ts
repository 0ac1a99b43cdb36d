import { deflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import { UTF8, type ZipArchive, type ZipEntry } from './zip.ts';

/** The archive with the content of one entry replaced; all others keep their very bytes, packed as they are. */
export function replaceEntry(archive: ZipArchive, replaced: ZipEntry, content: Uint8Array): Uint8Array {
  const { bytes, entries } = archive;
  const packed = deflateSync(content, { level: 9 });
  const patch = (header: Uint8Array, at: { flags: number; crc: number; extra: number }): Uint8Array => {
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
    // Neither data descriptor nor compression hint; the extra field could hold sizes and is dropped.
    view.setUint16(at.flags, replaced.flags & UTF8, true);
    view.setUint16(at.flags + 2, 8, true);
    view.setUint32(at.crc, crc32(content), true);
    view.setUint32(at.crc + 4, packed.length, true);
    view.setUint32(at.crc + 8, content.length, true);
    view.setUint16(at.extra, 0, true);
    return header;
  };
  const nameLength = (offset: number) => (bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8);

  const parts: Uint8Array[] = [];
  const starts = new Map<ZipEntry, number>();
  let length = 0;
  const add = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
  };
  for (const entry of entries.toSorted((a, b) => a.start - b.start)) {
    starts.set(entry, length);
    if (entry === replaced) {
      const header = bytes.slice(entry.start, entry.start + 30 + nameLength(entry.start + 26));
      add(patch(header, { flags: 6, crc: 14, extra: 28 }));
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
      patch(record, { flags: 8, crc: 16, extra: 30 });
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
