import { shownName, ZipFault } from '../../zip/fault.ts';
import { readZip, type ZipArchive, type ZipEntry } from '../../zip/read.ts';
import { type Density, isTooDense, unpack } from '../../zip/unpack.ts';

/** What an artifact may hold at most. Bytes. */
interface ArchiveLimits {
  readonly archiveBytes: number;
  readonly entries: number;
  /** Of one report, unpacked. */
  readonly fileBytes: number;
  /** Of all reports of the archive, unpacked. */
  readonly totalBytes: number;
  /** Reports of many like cases come to 100 times their packed size, one repeated line to 1000, as a bomb does. */
  readonly density: Density;
}

/** Generous for reports (the greatest real one seen has 66 MB), tight for a runner's memory. */
export const archiveLimits: ArchiveLimits = {
  archiveBytes: 100 * 2 ** 20,
  entries: 10_000,
  fileBytes: 100 * 2 ** 20,
  totalBytes: 250 * 2 ** 20,
  density: { from: 32 * 2 ** 20, ratio: 300 },
};

export interface UnpackedReport {
  /** Path inside of the archive: relative, forward slashes, without `..`. */
  readonly path: string;
  readonly bytes: Buffer;
}

interface Unpacked {
  readonly reports: readonly UnpackedReport[];
  /** Paths of archives inside of the archive that are not opened. */
  readonly nested: readonly string[];
}

/**
 * Takes the XML files out of an artifact's zip, in memory, without trusting it. Where it has none itself, out of the zips
 * in it: who uploads a zip gets it zipped again. One hostile entry and nothing is taken: whoever put it there may have
 * touched the rest.
 *
 * @throws ZipFault whose message completes 'the archive is refused: '
 */
export function unpackReports(zip: Buffer, limits: ArchiveLimits = archiveLimits): Unpacked {
  const outer = open(zip, limits);
  const inner = outer.files.some(isReport) ? [] : outer.files.filter(({ path }) => /\.zip$/i.test(path));
  checkSizes(inner, limits);
  const opened = inner.map(({ path, entry }) => open(unpack(outer.archive, entry), limits, path));
  const taken = [outer, ...opened].flatMap(({ archive, files }) =>
    files.filter(isReport).map((file) => ({ ...file, archive })),
  );
  checkSizes(taken, limits);
  return {
    reports: taken.map(({ path, entry, archive }) => ({ path, bytes: unpack(archive, entry) })),
    nested: [outer, ...opened]
      .flatMap(({ files }) => files)
      .filter((file) => nestedArchive.test(file.path) && !inner.includes(file))
      .map(({ path }) => path),
  };
}

const nestedArchive = /\.(zip|jar|war|tar|tgz|tbz2?|txz|gz|bz2|xz|zst|7z|rar)$/i;

function isReport({ path }: ArchivedFile): boolean {
  return /\.xml$/i.test(path);
}

interface ArchivedFile {
  /** With the path of the zip that it is in, where that is in the archive itself. */
  readonly path: string;
  readonly entry: ZipEntry;
}

function open(
  zip: Buffer,
  limits: ArchiveLimits,
  within?: string,
): { readonly archive: ZipArchive; readonly files: readonly ArchivedFile[] } {
  refuseAbove(limits.archiveBytes, zip.length);
  const archive = readZip(zip);
  const { length } = archive.entries;
  if (length > limits.entries) {
    throw refused(`it holds ${length} files; at most ${limits.entries} are taken`);
  }
  const entries = archive.entries.map((entry) => ({ entry, path: entry.name.replaceAll('\\', '/') }));
  refuseHostilePaths(entries.map(({ path }) => path));
  return {
    archive,
    files: entries
      .filter(({ path }) => !path.endsWith('/') && !isMacsOwn(path))
      .map(({ entry, path }) => ({ entry, path: within === undefined ? path : `${within}/${path}` })),
  };
}

/** @throws ZipFault for an archive of more bytes than are taken */
export function refuseAbove(maxBytes: number, size: number): void {
  if (size > maxBytes) {
    throw refused(`it has ${size} bytes; at most ${maxBytes} are taken`);
  }
}

/** What a Mac puts beside each file of an archive: its own notes, under the file's name. */
function isMacsOwn(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\._[^/]*$)/.test(path);
}

function refused(why: string): ZipFault {
  return new ZipFault('refused', why);
}

/** Reports are never written under these paths, but they are shown, and they say what the archive is made for. */
function refuseHostilePaths(paths: readonly string[]): void {
  const seen = new Set<string>();
  for (const path of paths) {
    const shown = shownName(path);
    if (path.startsWith('/') || /^[a-z]:/i.test(path)) {
      throw refused(`${shown} is an absolute path`);
    }
    if (path.split('/').includes('..')) {
      throw refused(`${shown} leads out of the archive`);
    }
    if (path === '' || path.length > 1024 || /\p{Cc}/u.test(path)) {
      throw refused(`${shown} is not a usable path`);
    }
    if (seen.has(path)) {
      throw refused(`${shown} is in it twice`);
    }
    seen.add(path);
  }
}

function checkSizes(files: readonly ArchivedFile[], limits: ArchiveLimits): void {
  const total = files.reduce((sum, { entry }) => sum + entry.size, 0);
  if (total > limits.totalBytes) {
    throw refused(`its reports have ${total} bytes unpacked; at most ${limits.totalBytes} are taken`);
  }
  for (const { entry } of files) {
    const shown = shownName(entry.name);
    if (entry.size > limits.fileBytes) {
      throw refused(`${shown} has ${entry.size} bytes unpacked; at most ${limits.fileBytes} are taken`);
    }
    if (isTooDense(entry, limits.density)) {
      throw refused(`${shown} unpacks to more than ${limits.density.ratio} times its size, as bombs do`);
    }
  }
}
