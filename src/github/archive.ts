import { shownName, ZipFault } from '../zip/fault.ts';
import { readZip, type ZipEntry } from '../zip/read.ts';
import { isTooDense, unpack } from '../zip/unpack.ts';

/** An archive that is not taken: broken, or built to do harm. The message completes 'the archive is refused: '. */
export class ArchiveRefusal extends Error {}

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
  try {
    const archive = readZip(zip);
    const { length } = archive.entries;
    if (length > limits.entries) {
      throw new ArchiveRefusal(`it holds ${length} files; at most ${limits.entries} are taken`);
    }
    const entries = archive.entries.map((entry) => ({ ...entry, path: entry.name.replaceAll('\\', '/') }));
    refuseHostilePaths(entries.map(({ path }) => path));
    const files = entries.filter(({ path }) => !path.endsWith('/'));
    const reports = files.filter(({ path }) => /\.xml$/i.test(path));
    refuseBombs(reports, limits);
    return {
      reports: reports.map((entry) => ({ path: entry.path, bytes: unpack(archive, entry) })),
      nested: files.map(({ path }) => path).filter((path) => nestedArchive.test(path)),
    };
  } catch (error) {
    throw error instanceof ZipFault ? new ArchiveRefusal(error.message) : error;
  }
}

const nestedArchive = /\.(zip|jar|war|tar|tgz|tbz2?|txz|gz|bz2|xz|zst|7z|rar)$/i;

/** Reports are never written under these paths, but they are shown, and they say what the archive is made for. */
function refuseHostilePaths(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    const shown = shownName(path);
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

function refuseBombs(reports: readonly ZipEntry[], limits: ArchiveLimits): void {
  const total = reports.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.totalBytes) {
    throw new ArchiveRefusal(`its reports have ${total} bytes unpacked; at most ${limits.totalBytes} are taken`);
  }
  for (const report of reports) {
    const shown = shownName(report.name);
    if (report.size > limits.fileBytes) {
      throw new ArchiveRefusal(`${shown} has ${report.size} bytes unpacked; at most ${limits.fileBytes} are taken`);
    }
    if (isTooDense(report, limits.ratio)) {
      throw new ArchiveRefusal(`${shown} unpacks to more than ${limits.ratio} times its size, as bombs do`);
    }
  }
}
