import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Finding } from '../finding.ts';
import { readReport, type ReportConsumer } from './read.ts';
import type { ReportFile } from './report.ts';

/** In bytes. */
const BUFFER = 256 * 1024;

/**
 * `readReport` on a file. A file that can't be opened or read is a problem of kind 'unreadable', not an exception.
 *
 * @param path absolute, or relative to the workspace
 * @param displayPath how the file is called in what people read; default: `path`
 */
export async function readReportFile<Notes>(
  path: string,
  workspace: string,
  on: ReportConsumer<Notes>,
  displayPath: string = path,
): Promise<ReportFile> {
  let handle: FileHandle | undefined;
  try {
    // Not blocking, because opening a named pipe would wait for a writer for ever.
    handle = await open(resolve(workspace, path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = await handle.stat();
    if (!stats.isFile()) {
      return notOpened(displayPath, stats.isDirectory() ? 'it is a directory' : 'it is no regular file');
    }
    return await readReport(pieces(handle), displayPath, on);
  } catch (error) {
    if (handle !== undefined) throw error;
    return notOpened(displayPath, whyNotOpened(error));
  } finally {
    await handle?.close();
  }
}

/** The next piece is fetched while one is looked at. Two buffers are filled in turn, so a piece is good for one turn. */
async function* pieces(handle: FileHandle): AsyncGenerator<Uint8Array> {
  let [ready, spare] = [Buffer.allocUnsafe(BUFFER), Buffer.allocUnsafe(BUFFER)];
  let reading = handle.read(ready, 0, BUFFER, null);
  try {
    while (true) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      reading = handle.read(spare, 0, BUFFER, null);
      yield ready.subarray(0, bytesRead);
      [ready, spare] = [spare, ready];
    }
  } finally {
    // When nobody asks for more, the fetch that is under way must still end before the file is closed.
    await reading.catch(() => undefined);
  }
}

function notOpened(path: string, why: string): ReportFile {
  const message = `The file can't be opened: ${why}. Make it readable for this step, or leave it out of "results".`;
  const problem: Finding = { kind: 'unreadable', severity: 'error', message, place: { file: path } };
  return { path, bytes: 0, cases: 0, failed: 0, notRun: 0, problem };
}

function whyNotOpened(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  switch ('code' in error ? error.code : undefined) {
    case 'ENOENT':
      return 'it is not there any more, or it is a link to nothing';
    case 'EACCES':
    case 'EPERM':
      return 'permission is denied';
    case 'EISDIR':
      return 'it is a directory';
    case 'ELOOP':
      return 'it is a symbolic link that leads in circles';
    default:
      return error.message;
  }
}
