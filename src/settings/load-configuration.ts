import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { ProgrammeChoice } from './choose-programme.ts';
import type { Complain } from './complaint.ts';
import type { Configuration } from './configuration.ts';
import { type Given, readText } from './given.ts';

/** Written by hand, a file has a few hundred lines; beyond this it is something else. */
const maxBytes = 128 * 1024;

/**
 * Reads the configuration file that is named, or the one in the default place if there is one.
 *
 * @param choice The default place, and whose questions may be answered in the file, going by its key `programme`.
 * @returns 'none' when there is no file; 'broken' when it can't be used, after complaints that say why.
 */
export async function loadConfiguration(
  named: Given | undefined,
  workspace: string,
  choice: Pick<ProgrammeChoice, 'file' | 'programmeOf'>,
  complain: Complain,
): Promise<Configuration | 'none' | 'broken'> {
  const file = readText(named) ?? choice.file;
  const where = named?.where ?? file;
  let handle: FileHandle;
  try {
    handle = await open(path.resolve(workspace, file));
  } catch (error) {
    const absent = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    if (absent && named === undefined) return 'none';
    complain(where, absent ? `there is no file ${file}.` : `${file} can't be opened.`);
    return 'broken';
  }
  let bytes: Uint8Array | undefined;
  try {
    if ((await handle.stat()).isFile()) bytes = await readBytes(handle);
    else complain(where, `${file} is not a file.`);
  } catch {
    complain(where, `${file} can't be read.`);
  } finally {
    await handle.close();
  }
  if (bytes === undefined) return 'broken';
  if (bytes.length > maxBytes) {
    complain(where, `${file} is larger than ${maxBytes / 1024} KiB, which no configuration is.`);
    return 'broken';
  }
  return parse(file, bytes, choice, complain);
}

/** One byte more than allowed at most, whatever size the file is said to have. */
async function readBytes(handle: FileHandle): Promise<Uint8Array> {
  const buffer = new Uint8Array(maxBytes + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
    length += bytesRead;
    if (bytesRead === 0 || length === buffer.length) return buffer.subarray(0, length);
  }
}

async function parse(
  file: string,
  bytes: Uint8Array,
  { programmeOf }: Pick<ProgrammeChoice, 'programmeOf'>,
  complain: Complain,
): Promise<Configuration | 'broken'> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    complain(file, 'is not UTF-8 text.', 'Save it with that encoding.');
    return 'broken';
  }
  // yaml and zod cost start-up time that a run without a file need not pay.
  const { readConfiguration } = await import('./configuration.ts');
  return readConfiguration(file.replaceAll('\\', '/'), text, programmeOf, complain) ?? 'broken';
}
