import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What became of a child process. */
export interface Ended {
  /** null: ended by a signal. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

export interface Spawned {
  readonly node?: string | undefined;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Milliseconds after which the process is killed and the call rejects; default 60,000. */
  readonly timeout?: number | undefined;
  /** Run without root's powers (root ignores file modes); needs to be root. */
  readonly unprivileged?: boolean | undefined;
}

/** A path at which nothing can be on any machine: it lies below a file. */
export const nowhere = join(process.execPath, 'nowhere');

/** Runs Node to its end. */
export async function runNode(spawned: Spawned): Promise<Ended> {
  const started = performance.now();
  const nobody = 65_534;
  const child = spawn(spawned.node ?? process.execPath, spawned.args, {
    cwd: spawned.cwd,
    env: { ...spawned.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(spawned.unprivileged === true ? { uid: nobody, gid: nobody } : undefined),
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    const limit = spawned.timeout ?? 60_000;
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`still running after ${limit} ms; it said:\n${text(out)}\n${text(err)}`));
    }, limit);
    child.once('error', reject);
    child.once('close', (exitCode, signal) => {
      clearTimeout(timer);
      const milliseconds = performance.now() - started;
      resolve({ exitCode, signal, stdout: text(out), stderr: text(err), milliseconds });
    });
  });
}

function text(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString();
}

let root: string | undefined;
const ofThisFile: string[] = [];

/** A fresh empty folder that everybody may read (for runs as an unprivileged user), removed after the test file. */
export function freshFolder(name: string): string {
  const folder = lastingFolder(name);
  ofThisFile.push(folder);
  return folder;
}

/** Likewise, removed when the test process ends: for what its test files share. */
export function lastingFolder(name: string): string {
  if (root === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'ncts5-test-'));
    chmodSync(made, 0o755);
    root = made;
    const clean = (): void => rmSync(made, { recursive: true, force: true });
    process.once('exit', clean);
    // How vitest ends its workers: 'exit' is not heard then.
    process.once('SIGTERM', () => {
      clean();
      process.kill(process.pid, 'SIGTERM');
    });
  }
  const folder = mkdtempSync(join(root, `${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

/** After each test file, since vitest does not wait until a process has removed those of a hundred. */
export function removeFreshFolders(): void {
  for (const folder of ofThisFile.splice(0)) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Files by path relative to the folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
}
