import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/*
 * Files that are there whole or not at all. Content is written beside its place, flushed, and renamed; whoever ends the
 * process, or a full disk, leaves what was there before. The files of one run are renamed together, and one run at a time
 * does it in a folder, so that what stands there is of one run.
 */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Gives work a writer, and removes what the writer left unfinished, however the work or the process ends. */
export async function writingWhole<Result>(work: (writer: WholeWriter) => Promise<Result>): Promise<Result> {
  const writer = new WholeWriter();
  const cleanUp = (signal: NodeJS.Signals): void => {
    writer.abandon();
    for (const one of signals) {
      process.off(one, cleanUp);
    }
    // Now that nobody listens, the signal does what it does.
    process.kill(process.pid, signal);
  };
  for (const signal of signals) {
    process.on(signal, cleanUp);
  }
  try {
    return await work(writer);
  } finally {
    writer.abandon();
    for (const signal of signals) {
      process.off(signal, cleanUp);
    }
  }
}

/** Content that lies beside its place, on the disk. */
export interface Staged {
  /** Absolute, without links. */
  readonly path: string;
  readonly beside: string;
}

/** A run holds a folder for milliseconds; longer than this, it is gone. */
const abandonedMs = 10_000;
const retryMs = 20;

export class WholeWriter {
  /** What is written beside its place and not yet moved there, and the marks of folders in use. */
  readonly #unfinished = new Set<string>();

  /**
   * Writes content beside its place; folders on the way are made.
   *
   * @throws what the system says.
   */
  async stage(path: string, content: string | Uint8Array): Promise<Staged> {
    const folder = dirname(path);
    await mkdir(folder, { recursive: true });
    const before = await stat(path).catch(() => undefined);
    // Who took the right to write from a file means it, even where its folder would let it be replaced.
    if (before !== undefined && (before.mode & 0o222) === 0) {
      throw new Error('EACCES: permission denied');
    }
    const beside = join(folder, `.${basename(path).slice(0, 40)}.${randomUUID()}.new`);
    this.#unfinished.add(beside);
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(content);
      if (before !== undefined) {
        await file.chmod(before.mode & 0o777);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    return { path, beside };
  }

  /** Moves staged content to its place. */
  async finish({ path, beside }: Staged): Promise<void> {
    await rename(beside, path);
    this.#unfinished.delete(beside);
  }

  /**
   * Does work while no other run does its own in these folders.
   *
   * @param folders Absolute, without links; they exist.
   */
  async alone<Result>(folders: readonly string[], work: () => Promise<Result>): Promise<Result> {
    const held: string[] = [];
    try {
      // Always in the same order, so that two runs never wait for each other.
      for (const folder of [...new Set(folders)].toSorted()) {
        const mark = join(folder, '.production-checklist.lock');
        if (await this.#hold(mark)) {
          held.push(mark);
        }
      }
      return await work();
    } finally {
      for (const mark of held) {
        await rm(mark, { recursive: true, force: true }).catch(() => undefined);
        this.#unfinished.delete(mark);
      }
    }
  }

  /** False where no mark can be made: nobody else can write there either. */
  async #hold(mark: string): Promise<boolean> {
    for (;;) {
      try {
        await mkdir(mark);
        this.#unfinished.add(mark);
        return true;
      } catch (error) {
        const since = await stat(mark).catch(() => undefined);
        if (since !== undefined && Date.now() - since.mtimeMs > abandonedMs) {
          await rm(mark, { recursive: true, force: true });
        } else if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
          return false;
        } else {
          await sleep(retryMs);
        }
      }
    }
  }

  /** Removes what is unfinished; in one go, since the process may be about to end. */
  abandon(): void {
    for (const path of this.#unfinished) {
      try {
        rmSync(path, { force: true, recursive: true });
      } catch {
        // What can't be removed is in nobody's way: it has a name of its own.
      }
    }
    this.#unfinished.clear();
  }
}
