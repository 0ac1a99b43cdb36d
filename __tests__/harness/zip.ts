import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';

/** A zip as `actions/upload-artifact` makes it; reproducible, so that tests can name its digest. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries = Object.entries(files).map(
    ([path, content]) => [path, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return zipSync(Object.fromEntries(entries), { mtime: '2024-07-01T00:00:00Z' });
}

/** Hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
