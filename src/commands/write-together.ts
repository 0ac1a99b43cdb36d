import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type OutputFile, reasonOf, shownPath } from '../files.ts';

/**
 * Writes all the files or none: they are written beside their places and moved there only when all of them are. What
 * is there is overwritten; folders on the way are made.
 *
 * @returns why nothing was written.
 */
export async function writeTogether(files: readonly OutputFile[], workspace: string): Promise<string | undefined> {
  const staged = files.map(({ path, content }) => ({ path, content, beside: `${path}.${process.pid}.new` }));
  for (const { path } of files) {
    const found = await lstat(path).catch(() => undefined);
    if (found?.isDirectory() === true) return `${shownPath(path, workspace)} is a folder`;
  }
  for (const { path, content, beside } of staged) {
    try {
      await mkdir(dirname(beside), { recursive: true });
      await writeFile(beside, content, { flag: 'wx' });
    } catch (error) {
      // Where nothing could be written there is nothing to remove.
      for (const one of staged) await rm(one.beside, { force: true }).catch(() => undefined);
      return `${shownPath(path, workspace)} can't be written (${reasonOf(error)})`;
    }
  }
  for (const { path, beside } of staged) await rename(beside, path);
  return undefined;
}
