import { statSync, type BigIntStats } from 'node:fs';
import { lstat, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import type { Finding } from './finding.ts';
import { isInside, isProtected, realPath } from './settings/paths.ts';
import { writingWhole, type Staged, type WholeWriter } from './write-whole.ts';

/** A file to be written. */
export interface OutputFile {
  /** Absolute; folders on its way are made. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Its path was made of one that the user named: nobody said that a link may stand there. */
  readonly derived?: boolean | undefined;
}

/** A file where one is asked for; its content is only made then. */
export function fileAt(path: string | undefined, content: () => string): readonly OutputFile[] {
  return path === undefined ? [] : [{ path, content: content() }];
}

export interface WriteOptions {
  readonly workspace: string;
  /** What the run reads, absolute, and what it is to the user: `your form-template`. Never written over. */
  readonly inputs: () => Iterable<readonly [path: string, name: string]>;
  /** Paths of documents that an earlier run may have derived and this one may not: removed where this one writes none. */
  readonly obsolete?: readonly string[];
}

/**
 * Writes what can be written; what can't comes back as a problem, and the others are written all the same. Each file is
 * the old one or the whole new one at any time, and all of them are of one run. No file is written twice: names made of
 * the applications' may meet those of other documents.
 *
 * @returns The paths written, relative to the workspace; an error for each that was promised and isn't there.
 */
export async function writeFiles(
  files: readonly OutputFile[],
  options: WriteOptions,
): Promise<{ readonly written: readonly string[]; readonly findings: readonly Finding[] }> {
  const targets = new Targets(options);
  const findings: Finding[] = [];
  const failed: Failed = (path, why, what = 'could not be written') => {
    const message = `${shownPath(path, options.workspace)} ${what}: ${why}.`;
    findings.push({ kind: 'publishing', severity: 'error', message });
  };
  const written = await writingWhole(async (writer) => {
    const { direct, staged } = await stageAll(files, targets, writer, failed);
    const folders = [
      ...[...staged.values()].map(({ path }) => dirname(path)),
      ...(await Promise.all((options.obsolete ?? []).map((path) => realPath(dirname(path))))),
    ];
    const moved = await writer.alone(folders, async () => {
      // Asked only now: another run may have written one of them a moment ago.
      await removeAll(await obsoleteIn(options, targets, failed), failed);
      return finishAll(staged, writer, failed);
    });
    return new Set([...direct, ...moved]);
  });
  return {
    written: files.filter((file) => written.has(file)).map(({ path }) => shownPath(path, options.workspace)),
    findings,
  };
}

/** Told of a path that something could not be done with, why, and what. */
type Failed = (path: string, why: string, what?: string) => void;

/** Files beside their places; those that went into a device or a pipe are there already. */
async function stageAll(
  files: readonly OutputFile[],
  targets: Targets,
  writer: WholeWriter,
  failed: Failed,
): Promise<{ readonly direct: readonly OutputFile[]; readonly staged: ReadonlyMap<OutputFile, Staged> }> {
  const direct: OutputFile[] = [];
  const staged = new Map<OutputFile, Staged>();
  for (const file of files) {
    const target = await targets.of(file);
    if ('refused' in target) {
      failed(file.path, target.refused);
      continue;
    }
    try {
      if (target.isStream) {
        await writeFile(target.path, file.content);
        direct.push(file);
      } else {
        staged.set(file, await writer.stage(target.path, file.content));
      }
    } catch (error) {
      failed(file.path, reasonOf(error));
    }
  }
  return { direct, staged };
}

async function finishAll(
  staged: ReadonlyMap<OutputFile, Staged>,
  writer: WholeWriter,
  failed: Failed,
): Promise<readonly OutputFile[]> {
  const done: OutputFile[] = [];
  for (const [file, one] of staged) {
    try {
      await writer.finish(one);
      done.push(file);
    } catch (error) {
      failed(file.path, reasonOf(error));
    }
  }
  return done;
}

async function removeAll(paths: readonly string[], failed: Failed): Promise<void> {
  for (const path of paths) {
    try {
      await rm(path, { force: true });
    } catch (error) {
      failed(path, reasonOf(error), 'could not be removed');
    }
  }
}

/** Those of the obsolete paths where a file is that this run neither reads nor writes. A link among them is told of. */
async function obsoleteIn(
  { obsolete = [], workspace }: WriteOptions,
  targets: Targets,
  failed: Failed,
): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const path of obsolete) {
    const found = await lstat(path).catch(() => undefined);
    if (found?.isSymbolicLink() === true) {
      const target = await targets.of({ path, content: '', derived: true });
      if ('refused' in target && !isInside(await realPath(path), await realPath(workspace))) {
        failed(path, target.refused, 'was left alone');
      }
    } else if (found?.isFile() === true && !(await targets.isTaken(path))) {
      gone.push(path);
    }
  }
  return gone;
}

type Target = { readonly path: string; readonly isStream: boolean } | { readonly refused: string };

/** Where the files of a run may go. */
class Targets {
  readonly #workspace: string;
  readonly #inputs: WriteOptions['inputs'];
  /** What this run writes, by path and by number. */
  readonly #written = new Set<string>();
  /** Names of what it reads, by number: nothing that is read has to be asked for unless something is to be written over. */
  #read: ReadonlyMap<string, string> | undefined;

  constructor({ workspace, inputs }: WriteOptions) {
    this.#workspace = workspace;
    this.#inputs = inputs;
  }

  async of({ path, derived }: OutputFile): Promise<Target> {
    const real = await realPath(path);
    const refused = await this.#forbidden(path, real, derived === true);
    if (refused !== undefined) {
      return { refused };
    }
    const keys = await keysOf(real);
    const other = this.#takenBy(keys);
    if (other !== undefined) {
      return { refused: `it would be written over ${other}. Give one of them another name` };
    }
    for (const key of keys) {
      this.#written.add(key);
    }
    const found = await stat(real).catch(() => undefined);
    if (found?.isDirectory() === true) {
      return { refused: 'it is a folder' };
    }
    return { path: real, isStream: found !== undefined && !found.isFile() };
  }

  /** Whether this run reads the file or writes it. */
  async isTaken(path: string): Promise<boolean> {
    return this.#takenBy(await keysOf(await realPath(path))) !== undefined;
  }

  #takenBy(keys: readonly string[]): string | undefined {
    if (keys.some((key) => this.#written.has(key))) return 'another document of this run';
    const [, number] = keys;
    if (number === undefined) return undefined;
    this.#read ??= this.#numbersOfInputs();
    return this.#read.get(number);
  }

  async #forbidden(path: string, real: string, derived: boolean): Promise<string | undefined> {
    const workspace = await realPath(this.#workspace);
    if (isInside(path, this.#workspace) && !isInside(real, workspace)) {
      return 'it lies outside of the workspace, where nothing is written: there is a link on its way. Remove that link';
    }
    if (await isProtected(real, this.#workspace)) {
      return 'nothing is written in .git or .github/workflows. Give another path';
    }
    const isLink = (await lstat(path).catch(() => undefined))?.isSymbolicLink() === true;
    return derived && isLink ? 'there is a link in its place. Remove that link' : undefined;
  }

  #numbersOfInputs(): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    for (const [path, name] of this.#inputs()) {
      const number = numberAt(path);
      if (number !== undefined) names.set(number, name);
    }
    return names;
  }
}

/** Not by way of the thread pool: there may be tens of thousands of reports. */
function numberAt(path: string): string | undefined {
  try {
    return numberOf(statSync(path, { bigint: true }));
  } catch {
    return undefined;
  }
}

/** What a file is known by: its path, and where it exists its number, which it has under every name. */
async function keysOf(real: string): Promise<readonly string[]> {
  const found = await stat(real, { bigint: true }).catch(() => undefined);
  return found?.isFile() === true ? [real, numberOf(found)] : [real];
}

function numberOf({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`;
}

/** Those of the paths where something is already. */
export async function existing(paths: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(paths.map((path) => lstat(path).then(Boolean, () => false)));
  return paths.filter((_, index) => found[index]);
}

/** For people and outputs, with forward slashes: relative to the workspace where it lies in it or beside it, else absolute. */
export function shownPath(path: string, workspace: string): string {
  const shown = relative(workspace, path).split(sep).join('/');
  return shown.startsWith('../../') ? path.split(sep).join('/') : shown;
}

/** What the system says, without Node's call and path after it. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && 'code' in error && error.code === 'EISDIR') return 'it is a folder';
  return (text.split(',', 1)[0] ?? text).replace(/^[A-Z]+: /, '');
}
