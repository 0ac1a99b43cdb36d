import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type OutputFile, reasonOf } from '../files.ts';

/** Those of the paths where something is already. */
export async function existing(paths: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(paths.map((path) => lstat(path).then(Boolean, () => false)));
  return paths.filter((_, index) => found[index]);
}

/**
 * Writes all the files or none: they are written beside their places and moved there only when all of them are. What
 * is there is overwritten; folders on the way are made.
 *
 * @returns why nothing was written.
 */
export async function writeTogether(files: readonly OutputFile[]): Promise<string | undefined> {
  const staged = files.map(({ path, content }) => ({ path, content, beside: `${path}.${process.pid}.new` }));
  try {
    for (const { path } of files) await refuseFolder(path);
    for (const { content, beside } of staged) {
      await mkdir(dirname(beside), { recursive: true });
      await writeFile(beside, content, { flag: 'wx' });
    }
    for (const { path, beside } of staged) await rename(beside, path);
    return undefined;
  } catch (error) {
    for (const { beside } of staged) await rm(beside, { force: true });
    return reasonOf(error);
  }
}

async function refuseFolder(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found?.isDirectory() === true) throw new Error(`${path} is a folder`);
}
