import { crc32, inflateRawSync } from 'node:zlib';
import { ArchiveRefusal, dataRange, readDirectory, type ZipEntry } from './zip-directory.ts';

/** What an artifact may hold at most. Bytes. */
export interface ArchiveLimits {
  readonly archiveBytes: number;
  readonly entries: number;
  /** Of one report, unpacked. */
  readonly fileBytes: number;
  /** Of all reports of the archive, unpacked. */
  readonly totalBytes: number;
  /** Unpacked to packed size. Reports of many like cases come to 100; a bomb to 1000. */
  readonly ratio: number;
}

/** Generous for reports (the greatest real one seen has 66 MB), tight for a runner's memory. */
export const archiveLimits: ArchiveLimits = {
  archiveBytes: 100 * 2 ** 20,
  entries: 10_000,
  fileBytes: 100 * 2 ** 20,
  totalBytes: 250 * 2 ** 20,
  ratio: 300,
};

export interface UnpackedReport {
  /** Path inside of the archive: relative, forward slashes, without `..`. */
  readonly path: string;
  readonly bytes: Buffer;
}

export interface Unpacked {
  readonly reports: readonly UnpackedReport[];
  /** Paths of archives inside of the archive, which are not opened. */
  readonly nested: readonly string[];
}

/**
 * Takes the XML files out of an artifact's zip, in memory, without trusting it. One hostile entry and nothing is
 * taken: whoever put it there may have touched the rest.
 *
 * @throws ArchiveRefusal
 */
export function unpackReports(zip: Buffer, limits: ArchiveLimits = archiveLimits): Unpacked {
  if (zip.length > limits.archiveBytes) {
    throw new ArchiveRefusal(`it has ${zip.length} bytes; at most ${limits.archiveBytes} are taken`);
  }
  const entries = readDirectory(zip, limits.entries);
  refuseHostilePaths(entries);
  const files = entries.filter((entry) => !entry.isDirectory);
  const reports = files.filter((entry) => /\.xml$/i.test(entry.path));
  const total = reports.reduce((sum, entry) => sum + entry.size, 0);
  if (total > limits.totalBytes) {
    throw new ArchiveRefusal(`its reports have ${total} bytes unpacked; at most ${limits.totalBytes} are taken`);
  }
  return {
    reports: reports.map((entry) => ({ path: entry.path, bytes: unpack(zip, entry, limits) })),
    nested: files.map(({ path }) => path).filter((path) => nestedArchive.test(path)),
  };
}

const nestedArchive = /\.(zip|jar|war|tar|tgz|tbz2?|txz|gz|bz2|xz|zst|7z|rar)$/i;

/** Reports are never written under these paths, but they are shown, and they say what the archive is made for. */
function refuseHostilePaths(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { path, isSpecial } of entries) {
    const shown = JSON.stringify(path.slice(0, 100));
    if (isSpecial) throw new ArchiveRefusal(`${shown} is a link or a device, not a file`);
    if (path.startsWith('/') || /^[a-z]:/i.test(path)) throw new ArchiveRefusal(`${shown} is an absolute path`);
    if (path.split('/').includes('..')) throw new ArchiveRefusal(`${shown} leads out of the archive`);
    // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
    if (path === '' || path.length > 1024 || /[\u0000-\u001f\u007f]/.test(path)) {
      throw new ArchiveRefusal(`${shown} is no usable path`);
    }
    if (seen.has(path)) throw new ArchiveRefusal(`${shown} is in it twice`);
    seen.add(path);
  }
}

function unpack(zip: Buffer, entry: ZipEntry, limits: ArchiveLimits): Buffer {
  const shown = JSON.stringify(entry.path.slice(0, 100));
  if (entry.size > limits.fileBytes) {
    throw new ArchiveRefusal(`${shown} has ${entry.size} bytes unpacked; at most ${limits.fileBytes} are taken`);
  }
  // Below a megabyte there is nothing to fear, and tiny files of one letter do reach such ratios.
  if (entry.size > 2 ** 20 && entry.size > entry.compressedSize * limits.ratio) {
    throw new ArchiveRefusal(`${shown} unpacks to more than ${limits.ratio} times its size, as bombs do`);
  }
  const data = zip.subarray(...dataRange(zip, entry));
  const bytes = entry.method === 0 ? data : inflate(data, entry, shown);
  if (bytes.length !== entry.size) throw new ArchiveRefusal(`${shown} is not as long as the directory says`);
  if (crc32(bytes) !== entry.crc32) throw new ArchiveRefusal(`${shown} is damaged: its checksum differs`);
  return bytes;
}

function inflate(data: Buffer, entry: ZipEntry, shown: string): Buffer {
  if (entry.method !== 8) throw new ArchiveRefusal(`${shown} is packed in a way (${entry.method}) that is not known`);
  try {
    // The limit holds whatever the directory says: nothing beyond the declared size is ever unpacked.
    return inflateRawSync(data, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    throw new ArchiveRefusal(`${shown} is damaged, or longer than the directory says`);
  }
}
