import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import type { Problem } from './problem.ts';

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

/** Writes what can be written; what can't comes back as a problem, and the others are written all the same. */
export async function writeFiles(
  files: readonly OutputFile[],
  workspace: string,
): Promise<{ readonly written: readonly string[]; readonly problems: readonly Problem[] }> {
  const written: string[] = [];
  const problems: Problem[] = [];
  for (const { path, content } of files) {
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
      written.push(shownPath(path, workspace));
    } catch (error) {
      const message = `${shownPath(path, workspace)} could not be written: ${reasonOf(error)}.`;
      problems.push({ kind: 'publishing', severity: 'warning', message });
    }
  }
  return { written, problems };
}

/** Relative to the workspace with forward slashes, for people and outputs. */
export function shownPath(path: string, workspace: string): string {
  return relative(workspace, path).split(sep).join('/');
}

/** What the system says, without Node's call and path behind it. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split(',', 1)[0] ?? text).replace(/^[A-Z]+: /, '');
}
