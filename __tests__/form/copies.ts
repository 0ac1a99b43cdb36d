import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { mainXml, paragraphTexts } from './template.ts';

const run = promisify(execFile);

/**
 * The same forms as LibreOffice saves them; undefined where there is no LibreOffice. It takes longer to start than to
 * save, so give all forms at once.
 */
export async function savedByLibreOffice(
  folder: string,
  documents: readonly Uint8Array[],
): Promise<readonly Uint8Array[] | undefined> {
  const names = documents.map((_, index) => `${index}.docx`);
  const sources = names.map((name) => join(folder, name));
  for (const [index, document] of documents.entries()) {
    await writeFile(sources[index] ?? '', document);
  }
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const out = join(folder, 'saved');
  try {
    await run('soffice', ['--headless', profile, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', out, ...sources]);
  } catch {
    return undefined;
  }
  return Promise.all(names.map((name) => readFile(join(out, name))));
}

/** Each entry from its local header up to the next one. */
export function entriesOf(archive: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(archive);
  const entries = new Map<string, Buffer>();
  const directory = bytes.readUInt32LE(bytes.length - 22 + 16);
  let offset = 0;
  while (offset < directory) {
    const next = bytes.indexOf('PK\u0003\u0004', offset + 4, 'latin1');
    const end = next < 0 || next > directory ? directory : next;
    const nameEnd = offset + 30 + bytes.readUInt16LE(offset + 26);
    entries.set(bytes.toString('latin1', offset + 30, nameEnd), bytes.subarray(offset, end));
    offset = end;
  }
  return entries;
}

/** Paragraphs, as written, that are not the same in both. */
export function changed(before: Uint8Array, after: Uint8Array): number {
  const paragraphs = (document: Uint8Array): string[] => mainXml(document).match(/<w:p[ >].*?<\/w:p>/gsu) ?? [];
  const was = paragraphs(before);
  return paragraphs(after).filter((one, index) => one !== was[index]).length;
}

/** Boxes, and what stands after signature and date. */
export function personal(document: Uint8Array): string[] {
  return [
    ...(mainXml(document).match(/<w14:checked [^>]*>/gu) ?? []),
    ...paragraphTexts(document).filter((text) => /^(?:Electronic Signature|Date):|^[☐☑☒ᘒ]/u.test(text)),
  ];
}
