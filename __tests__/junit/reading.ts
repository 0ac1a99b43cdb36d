import { readReport } from '../../src/junit/read.ts';
import type { ReportFile, TestResult } from '../../src/junit/report.ts';

/** What a listener heard, in order, as lines for people: `property k=v`, `text …`, `comment …`; text of one output is joined. */
export type Heard = readonly string[];

export interface Reading {
  readonly file: ReportFile;
  readonly results: readonly TestResult<Heard>[];
  /** Name and outcome of each result, declared ones in angle brackets. */
  readonly outcomes: readonly string[];
}

/** Somebody who takes results and writes down what there is to hear. */
export function recorder(): {
  results: TestResult<Heard>[];
  listen: () => Recorder;
  result: (r: TestResult<Heard>) => void;
} {
  const results: TestResult<Heard>[] = [];
  return { results, listen: () => new Recorder(), result: (result) => void results.push(result) };
}

class Recorder {
  readonly #heard: string[] = [];
  #text = '';
  #line = 0;

  property(name: string, value: string, line: number): void {
    this.#heard.push(`${line} property ${name}=${value}`);
  }

  text(chunk: string, line: number): void {
    if (this.#text === '') this.#line = line;
    this.#text += chunk;
  }

  endOfText(): void {
    this.#heard.push(`${this.#line} text ${this.#text}`);
    this.#text = '';
  }

  comment(text: string, line: number): void {
    this.#heard.push(`${line} comment ${text}`);
  }

  finish(): Heard {
    if (this.#text !== '') this.#heard.push(`${this.#line} unfinished text ${this.#text}`);
    return this.#heard;
  }
}

/** Reads a report given as text (UTF-8) or bytes, cut into pieces of the given lengths, the last of which repeats. */
export async function read(report: string | Uint8Array, lengths: readonly number[] = [1 << 20]): Promise<Reading> {
  const bytes = typeof report === 'string' ? Buffer.from(report) : report;
  const { results, ...on } = recorder();
  const file = await readReport(cut(bytes, lengths), 'results/report.xml', on);
  const outcomes = results.map(({ name, outcome, declared, flaky }) => {
    const text = `${name}: ${outcome}${flaky ? ' (flaky)' : ''}`;
    return declared === undefined ? text : `<${text}>`;
  });
  return { file, results, outcomes };
}

async function* cut(bytes: Uint8Array, lengths: readonly number[]): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(Math.min(Math.max(...lengths, 1), bytes.length));
  for (let at = 0, piece = 0; at < bytes.length; piece++) {
    const length = Math.max(1, lengths[Math.min(piece, lengths.length - 1)] ?? 1);
    // One buffer for all pieces, as a file reader may do it: nothing may be kept of it.
    buffer.fill(0x3c);
    const part = bytes.subarray(at, at + length);
    buffer.set(part);
    yield buffer.subarray(0, part.length);
    at += length;
  }
}

/** A report around some cases. */
export function suite(content: string, attributes = 'name="Departures"'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n<testsuite ${attributes}>\n${content}\n</testsuite>\n</testsuites>\n`;
}
