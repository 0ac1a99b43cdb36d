import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding } from '../finding.ts';
import { XmlError } from '../xml/error.ts';
import { XmlReader } from '../xml/reader.ts';
import { Assembly, type ReportConsumer } from './assemble.ts';
import { ReportDecoder, type Decoded } from './decode.ts';
import type { ReportFile } from './report.ts';

export type { ReportConsumer } from './assemble.ts';

/** Looked at at once, in bytes. Larger pieces make larger strings, which V8 keeps longer. */
const pieceLength = 64 * 1024;

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
  let file: number | undefined;
  try {
    // Not blocking, because opening a named pipe would wait for a writer for ever.
    file = openSync(resolve(workspace, path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(file);
    if (!stats.isFile()) {
      return notOpened(displayPath, stats.isDirectory() ? 'it is a directory' : 'it is not a regular file');
    }
    return await readReport(piecesOf(file, stats.size), displayPath, on);
  } catch (error) {
    if (file !== undefined) throw error;
    return notOpened(displayPath, whyNotOpened(error));
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * Reads one JUnit report while it streams by. Results go to `on.result` in document order, each as soon as nothing can
 * be added to it; nothing of the report is kept. Whatever is wrong with the report is in `problem` (which then also
 * tells how far it could be read) or `remarks`: nothing is thrown but what `on` itself throws.
 *
 * @param source the bytes of the file; a piece may be overwritten once the next one is asked for
 * @param path relative to the workspace, with forward slashes; only for messages
 */
export async function readReport<Notes>(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  path: string,
  on: ReportConsumer<Notes>,
): Promise<ReportFile> {
  const reading = new Reading(on);
  const hash = createHash('sha256');
  const pieces = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let bytes = 0;
  try {
    while (true) {
      const next = await nextPiece(pieces);
      if (next instanceof XmlError) {
        reading.giveUp(next);
        break;
      }
      if (next === undefined) break;
      bytes += next.length;
      hash.update(next);
      // After a break only the hash goes on, so that it is the file's.
      for (let at = 0; at < next.length; at += pieceLength) reading.write(next.subarray(at, at + pieceLength));
    }
  } finally {
    await pieces.return?.();
  }
  if (bytes === 0 && reading.broken === undefined) {
    const next = 'Check whether the test run finished.';
    reading.giveUp(new XmlError('malformed', 'The file is empty.', { line: 1, column: 1 }, next));
  }
  reading.end();
  // Field by field, for there may be tens of thousands, and an object that is spread out takes more memory.
  const { cases, failed, notRun, problem, remarks } = reading.outcome(path);
  return { path, sha256: hash.digest('hex'), bytes, cases, failed, notRun, problem, remarks };
}

/** The way of one report's bytes through decoder, XML reader and assembly, up to where it breaks. */
class Reading<Notes> {
  broken: XmlError | undefined;
  readonly assembly: Assembly<Notes>;
  readonly xml: XmlReader;
  readonly #decoder = new ReportDecoder();

  constructor(on: ReportConsumer<Notes>) {
    this.assembly = new Assembly(on, (wanted) => {
      this.xml.wantText = wanted;
    });
    this.xml = new XmlReader(this.assembly);
  }

  write(bytes: Uint8Array): void {
    if (this.broken === undefined) this.#step(() => this.#take(this.#decoder.write(bytes)));
  }

  end(): void {
    if (this.broken !== undefined) return;
    this.#step(() => {
      this.#take(this.#decoder.end());
      this.xml.end();
    });
  }

  giveUp(broken: XmlError): void {
    this.broken = broken;
    this.assembly.breakOff();
  }

  /** What was read, and what is wrong with it. */
  outcome(path: string): Omit<ReportFile, 'path' | 'sha256' | 'bytes'> {
    const { cases, failed, notRun, allRemarks } = this.assembly;
    const remarks = [...allRemarks, ...lenienciesOf(this.xml)].map((remark): Finding => ({
      ...remark,
      place: { ...remark.place, file: path },
    }));
    if (this.broken === undefined && cases === 0) remarks.push(noCase(path));
    return {
      cases,
      failed,
      notRun,
      problem: this.broken && toProblem(this.broken, path),
      remarks: remarks.length === 0 ? undefined : remarks,
    };
  }

  /** What stands before the invalid bytes is read first: it may hold a failure, or an earlier mistake. */
  #take({ text, broken }: Decoded): void {
    this.xml.write(text);
    if (broken !== undefined) throw this.xml.errorAtEnd(broken, encodeIt);
  }

  #step(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      this.giveUp(error);
    }
  }
}

/**
 * Waits for each piece, for nothing else goes on meanwhile: there may be tens of thousands of small files, and to be told
 * of each step would take longer than the steps. The same buffer is filled again and again.
 *
 * @param size of the file when it was opened, in bytes; it is read to its end also where it grows
 */
function* piecesOf(file: number, size: number): Generator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(Math.min(pieceLength, size + 1));
  for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) yield buffer.subarray(0, read);
}

async function nextPiece(
  pieces: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
): Promise<Uint8Array | XmlError | undefined> {
  try {
    const next = await pieces.next();
    return next.done === true ? undefined : next.value;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return new XmlError('malformed', `Reading the file failed: ${why}.`, {}, 'Check again.');
  }
}

const encodeIt = 'Write the report in UTF-8, or in the encoding that it declares.';

function toProblem({ kind, message, place, next }: XmlError, file: string): Finding {
  const { line, column } = place;
  return {
    kind: kind === 'unexpected' ? 'not-junit' : 'unreadable',
    severity: 'error',
    message,
    next,
    place: { file, line, column },
  };
}

/** What is not well-formed and was read all the same. */
function* lenienciesOf({ replaced, lateDeclaration }: XmlReader): Generator<Finding> {
  if (replaced !== undefined) {
    const { count, line, column } = replaced;
    const what =
      count === 1
        ? 'It contains a character that XML forbids, which was read'
        : `It contains ${count} characters that XML forbids, the first of them here, which were read`;
    const message = `${what} as U+FFFD.`;
    const next = 'If they are terminal colours, turn colours off in the test run.';
    yield { kind: 'unreadable', severity: 'notice', message, next, place: { line, column } };
  }
  if (lateDeclaration) {
    const message = 'White space stands before its XML declaration, where XML allows none.';
    const next = 'Have the test tool begin with the declaration.';
    yield { kind: 'unreadable', severity: 'notice', message, next, place: { line: 1, column: 1 } };
  }
}

function noCase(file: string): Finding {
  const message = 'The report lists no test case.';
  return { kind: 'counts', severity: 'warning', message, next: 'Check whether any test was run.', place: { file } };
}

function notOpened(path: string, why: string): ReportFile {
  const message = `The file can't be opened: ${why}.`;
  const next = 'Make it readable for this step, or leave it out of "results".';
  const problem: Finding = { kind: 'unreadable', severity: 'error', message, next, place: { file: path } };
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
