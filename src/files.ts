import { lstat, mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import type { Finding } from './finding.ts';

/** A file to be written. */
export interface OutputFile {
  /** Absolute; folders on its way are made. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A file where one is asked for; its content is only made then. */
export function fileAt(path: string | undefined, content: () => string): readonly OutputFile[] {
  return path === undefined ? [] : [{ path, content: content() }];
}

/**
 * Writes what can be written; what can't comes back as a problem, and the others are written all the same. No file is
 * written twice: names made of the applications' may meet those of other documents.
 *
 * @param template The user's copy of the form, which is never written over.
 */
export async function writeFiles(
  files: readonly OutputFile[],
  workspace: string,
  template: string | undefined,
): Promise<{ readonly written: readonly string[]; readonly problems: readonly Finding[] }> {
  const taken = new Map(template === undefined ? [] : [[template, 'your form-template']]);
  const written: string[] = [];
  const problems: Finding[] = [];
  for (const { path, content } of files) {
    const shown = shownPath(path, workspace);
    const other = taken.get(path);
    const problem =
      other === undefined
        ? await write(path, content)
        : `it would be written over ${other}. Give one of them another name`;
    taken.set(path, 'another document of this run');
    if (problem === undefined) written.push(shown);
    else
      problems.push({ kind: 'publishing', severity: 'warning', message: `${shown} could not be written: ${problem}.` });
  }
  return { written, problems };
}

/** Why it could not be written; undefined when it was. */
async function write(path: string, content: OutputFile['content']): Promise<string | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

/** Those of the paths where something is already. */
export async function existing(paths: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(paths.map((path) => lstat(path).then(Boolean, () => false)));
  return paths.filter((_, index) => found[index]);
}

/** Relative to the workspace with forward slashes, for people and outputs. */
export function shownPath(path: string, workspace: string): string {
  return relative(workspace, path).split(sep).join('/');
}

/** What the system says, without Node's call and path after it. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split(',', 1)[0] ?? text).replace(/^[A-Z]+: /, '');
}
