import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  readonly path: string;
  readonly content?: string | Buffer;
  /** The path in the local header, where it differs. */
  readonly localPath?: string;
  /** Unix mode, in the upper half of the external attributes. */
  readonly mode?: number;
  /** What the directory says about the size, where it lies. */
  readonly declaredSize?: number;
  readonly declaredCrc?: number;
  /** What its header says about the size, where it says something else than the directory. */
  readonly localSize?: number;
  /** Bytes between the entry before it and this one. */
  readonly before?: string;
  readonly encrypted?: boolean;
  readonly method?: number;
  /** Doesn't say that its path is UTF-8, as zips made by Info-ZIP or on a Mac don't. */
  readonly unflagged?: boolean;
  /** Has no bytes of its own but shares those of the first entry. */
  readonly sharesFirst?: boolean;
}

/** Writes a zip byte by byte, so that it can lie in every field. */
export function rawZip(entries: readonly RawEntry[], options: { readonly comment?: string } = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const before = Buffer.from(entry.before ?? '');
    parts.push(before);
    offset += before.length;
    const content = Buffer.from(entry.content ?? '<testsuite/>');
    const data = deflateRawSync(content);
    const name = Buffer.from(entry.path);
    const localName = Buffer.from(entry.localPath ?? entry.path);
    const flags = (entry.unflagged === true ? 0 : 0x0800) | (entry.encrypted === true ? 1 : 0);
    const method = entry.method ?? 8;
    const checksum = entry.declaredCrc ?? crc32(content);
    const size = entry.declaredSize ?? content.length;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(checksum, 14);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(entry.localSize ?? size, 22);
    local.writeUInt16LE(localName.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE((3 << 8) | 20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(checksum, 16);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    central.writeUInt32LE(entry.sharesFirst === true ? 0 : offset, 42);
    directory.push(central, name);
    if (entry.sharesFirst === true) continue;
    parts.push(local, localName, data);
    offset += local.length + localName.length + data.length;
  }
  const listing = Buffer.concat(directory);
  const comment = Buffer.from(options.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, listing, end, comment]);
}
