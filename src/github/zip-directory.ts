/** An archive that is not taken: broken, or built to do harm. The message completes 'the archive is refused: '. */
export class ArchiveRefusal extends Error {}

/** One entry as the central directory tells it. The local headers are only trusted to agree with it. */
export interface ZipEntry {
  /** Forward slashes, as written, `..` and all: to be judged before use. */
  readonly path: string;
  readonly isDirectory: boolean;
  /** Symbolic link, device, pipe: anything that is neither file nor directory. */
  readonly isSpecial: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  /** Bytes. */
  readonly compressedSize: number;
  readonly size: number;
  /** Of the local header. */
  readonly offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endLength = 22;
const entryLength = 46;
const localLength = 30;

/**
 * Reads the directory of a zip. What an archive of reports never needs (encryption, several disks, Zip64, bytes that
 * belong to nobody) is refused rather than understood: each is a way to show different readers different files.
 *
 * @throws ArchiveRefusal
 */
export function readDirectory(zip: Buffer, maxEntries: number): ZipEntry[] {
  const end = findEnd(zip);
  const count = zip.readUInt16LE(end + 10);
  const size = zip.readUInt32LE(end + 12);
  const start = zip.readUInt32LE(end + 16);
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
    throw new ArchiveRefusal('it uses Zip64, which only archives of more than 4 GB or 65,534 files need');
  }
  if (zip.readUInt16LE(end + 4) !== 0 || zip.readUInt16LE(end + 8) !== count) {
    throw new ArchiveRefusal('it is spread over several disks');
  }
  if (count > maxEntries) throw new ArchiveRefusal(`it holds ${count} files; at most ${maxEntries} are taken`);
  if (start + size !== end) throw new ArchiveRefusal('its directory does not lie where its end says');

  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + entryLength > end || zip.readUInt32LE(at) !== entrySignature) {
      throw new ArchiveRefusal(`its directory breaks off after ${index} of ${count} files`);
    }
    const next = at + entryLength + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    if (next > end) throw new ArchiveRefusal(`its directory breaks off after ${index} of ${count} files`);
    entries.push(entryAt(zip, at));
    at = next;
  }
  if (at !== end) throw new ArchiveRefusal('its directory holds more than its end says');
  refuseOverlaps(entries, start);
  return entries;
}

/**
 * Where the bytes of an entry begin and end.
 *
 * @throws ArchiveRefusal when the local header contradicts the directory.
 */
export function dataRange(zip: Buffer, entry: ZipEntry): readonly [start: number, end: number] {
  const { offset } = entry;
  if (offset + localLength > zip.length || zip.readUInt32LE(offset) !== localSignature) {
    throw new ArchiveRefusal('an entry has no header of its own');
  }
  const nameLength = zip.readUInt16LE(offset + 26);
  const name = zip.subarray(offset + localLength, offset + localLength + nameLength);
  if (decodeName(name) !== entry.path || zip.readUInt16LE(offset + 8) !== entry.method) {
    throw new ArchiveRefusal('an entry is called one thing in the directory and another in its header');
  }
  const start = offset + localLength + nameLength + zip.readUInt16LE(offset + 28);
  if (start + entry.compressedSize > zip.length) throw new ArchiveRefusal('an entry reaches beyond its end');
  return [start, start + entry.compressedSize];
}

function findEnd(zip: Buffer): number {
  const first = Math.max(0, zip.length - endLength - 0xffff);
  for (let at = zip.length - endLength; at >= first; at -= 1) {
    if (zip.readUInt32LE(at) === endSignature && at + endLength + zip.readUInt16LE(at + 20) === zip.length) return at;
  }
  throw new ArchiveRefusal('it is no zip or breaks off');
}

function entryAt(zip: Buffer, at: number): ZipEntry {
  const flags = zip.readUInt16LE(at + 8);
  if ((flags & 1) !== 0) throw new ArchiveRefusal('it is encrypted');
  const path = decodeName(zip.subarray(at + entryLength, at + entryLength + zip.readUInt16LE(at + 28)));
  const madeOnUnix = zip.readUInt16LE(at + 4) >>> 8 === 3;
  const fileType = madeOnUnix ? (zip.readUInt32LE(at + 38) >>> 16) & 0xf000 : 0;
  return {
    path,
    isDirectory: path.endsWith('/'),
    isSpecial: fileType !== 0 && fileType !== 0x8000 && fileType !== 0x4000,
    method: zip.readUInt16LE(at + 10),
    crc32: zip.readUInt32LE(at + 16),
    compressedSize: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    offset: zip.readUInt32LE(at + 42),
  };
}

/** Names in other encodings than UTF-8 keep a replacement character; the ASCII that paths are judged by is the same. */
function decodeName(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\\', '/');
}

/** Entries that share bytes make a bomb of a small archive, each file by itself looking harmless. */
function refuseOverlaps(entries: readonly ZipEntry[], directoryStart: number): void {
  let free = 0;
  for (const entry of entries.toSorted((left, right) => left.offset - right.offset)) {
    if (entry.offset < free) throw new ArchiveRefusal('entries share the same bytes');
    free = entry.offset + localLength + entry.compressedSize;
  }
  if (free > directoryStart) throw new ArchiveRefusal('an entry reaches beyond its end');
}
