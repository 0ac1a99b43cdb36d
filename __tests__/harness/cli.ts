import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { repository } from './action-metadata.ts';
import { type Ended, lastingFolder, runNode } from './process.ts';

let built: Promise<string> | undefined;

/** The command line as it stands in `src/`, built beside what an installation has: no test of it waits for dist. */
async function buildCli(): Promise<string> {
  const home = lastingFolder('installed');
  const root = fileURLToPath(repository);
  await mkdir(join(home, 'dist'));
  await copyFile(join(root, 'package.json'), join(home, 'package.json'));
  await build({
    input: join(root, 'src/cli.ts'),
    platform: 'node',
    moduleTypes: { '.yml': 'text', '.jenkinsfile': 'text' },
    resolve: { conditionNames: ['node', 'import', 'default'] },
    output: { dir: join(home, 'dist'), format: 'esm', entryFileNames: 'cli.js', chunkFileNames: 'chunks/[name].js' },
    logLevel: 'silent',
  });
  return join(home, 'dist/cli.js');
}

/** Path of the command as built once. */
export function builtCli(): Promise<string> {
  built ??= buildCli();
  return built;
}

/** Runs the command in a folder, without a terminal: standard input is closed, output is a pipe. */
export async function runBuiltCli(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const ground = { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', TZ: 'America/St_Johns' };
  return runNode({ args: [await builtCli(), ...args], cwd, env: { ...ground, ...env }, timeout: 20_000 });
}
