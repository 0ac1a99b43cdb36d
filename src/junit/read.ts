import { createHash } from 'node:crypto';
import type { Finding } from '../finding.ts';
import { Assembly, type ReportConsumer } from './assemble.ts';
import { ReportBroken } from '../xml/broken.ts';
import { ReportDecoder, Undecodable } from './decode.ts';
import type { ReportFile } from './report.ts';
import { XmlReader } from '../xml/reader.ts';

export type { ReportConsumer } from './assemble.ts';

/** In bytes. Larger pieces make larger strings, which V8 keeps longer. */
const PIECE = 64 * 1024;

/**
 * Reads one JUnit report while it streams by. Results go to `on.result` in document order, each as soon as nothing can
 * be added to it; nothing of the report is kept. Whatever is wrong with the report is in `problem` (which then also
 * tells how far it could be read) or `remarks`: nothing is thrown but what `on` itself throws.
 *
 * @param source the bytes of the file; a piece may be overwritten once the next one is asked for
 * @param path relative to the workspace, with forward slashes; only for messages
 */
export async function readReport<Notes>(
  source: AsyncIterable<Uint8Array>,
  path: string,
  on: ReportConsumer<Notes>,
): Promise<ReportFile> {
  const reading = new Reading(on);
  const hash = createHash('sha256');
  const pieces = source[Symbol.asyncIterator]();
  let bytes = 0;
  try {
    while (true) {
      const next = await nextPiece(pieces);
      if (next instanceof ReportBroken) {
        reading.giveUp(next);
        break;
      }
      if (next === undefined) break;
      bytes += next.length;
      hash.update(next);
      // After a break only the hash goes on, so that it is the file's.
      for (let at = 0; at < next.length; at += PIECE) reading.write(next.subarray(at, at + PIECE));
    }
  } finally {
    await pieces.return?.();
  }
  if (bytes === 0 && reading.broken === undefined) {
    reading.giveUp(new ReportBroken('unreadable', 'The file is empty. Check whether the test run finished.', 1, 1));
  }
  reading.end();
  const { cases, failed, notRun, allRemarks } = reading.assembly;
  const file = { path, sha256: hash.digest('hex'), bytes, cases, failed, notRun };
  const remarks = allRemarks.map((remark): Finding => ({ ...remark, place: { ...remark.place, file: path } }));
  if (reading.broken === undefined && cases === 0) remarks.push(noCase(path));
  return {
    ...file,
    ...(reading.broken === undefined ? {} : { problem: toProblem(reading.broken, path) }),
    ...(remarks.length === 0 ? {} : { remarks }),
  };
}

/** The way of one report's bytes through decoder, XML reader and assembly, up to where it breaks. */
class Reading<Notes> {
  broken: ReportBroken | undefined;
  readonly assembly: Assembly<Notes>;
  readonly #decoder = new ReportDecoder();
  readonly #xml: XmlReader;

  constructor(on: ReportConsumer<Notes>) {
    this.assembly = new Assembly(on, (wanted) => {
      this.#xml.wantText = wanted;
    });
    this.#xml = new XmlReader(this.assembly);
  }

  write(bytes: Uint8Array): void {
    this.#step(() => this.#xml.write(this.#decoder.write(bytes)));
  }

  end(): void {
    this.#step(() => this.#xml.write(this.#decoder.end()));
    this.#step(() => this.#xml.end());
  }

  giveUp(broken: ReportBroken): void {
    this.broken = broken;
    this.assembly.breakOff();
  }

  #step(read: () => void): void {
    if (this.broken !== undefined) return;
    try {
      read();
    } catch (error) {
      if (error instanceof Undecodable) this.#step(() => this.#breakBehind(error));
      else if (error instanceof ReportBroken) this.giveUp(error);
      else throw error;
    }
  }

  /** What stands before the invalid bytes is read first: it may hold a failure, or an earlier mistake. */
  #breakBehind(error: Undecodable): never {
    this.#xml.write(error.text);
    throw this.#xml.brokenAtEnd(`${error.message} Write the report in the encoding that it declares.`);
  }
}

async function nextPiece(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array | ReportBroken | undefined> {
  try {
    const next = await pieces.next();
    return next.done === true ? undefined : next.value;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return new ReportBroken('unreadable', `Reading the file failed: ${why}`);
  }
}

function toProblem(broken: ReportBroken, file: string): Finding {
  const { kind, message, line, column } = broken;
  return { kind, severity: 'error', message, place: { file, line, column } };
}

function noCase(file: string): Finding {
  const message = 'The report lists no test case. Check whether any test was run.';
  return { kind: 'counts', severity: 'warning', message, place: { file } };
}
