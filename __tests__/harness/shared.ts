import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';

/** The folder of HMRC's and other people's data beside the checkout; it is not part of the repository. */
const root = fileURLToPath(new URL('../../../shared', import.meta.url));
const present = existsSync(root);
if (!present) console.info('Some tests are skipped: they need ../shared, which is not beside this checkout.');

/** Absolute path of something in ../shared. Only good inside `sharedIt` and `sharedDescribe`. */
export function sharedPath(...parts: string[]): string {
  return join(root, ...parts);
}

/** `it` for tests that need ../shared: skipped where it isn't there. */
export const sharedIt = present ? it : it.skip;

/** `describe` for tests that need ../shared: skipped where it isn't there; read files inside the tests, not in its body. */
export const sharedDescribe = present ? describe : describe.skip;
