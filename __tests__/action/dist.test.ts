import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { repository } from '../harness/action-metadata.ts';
import { freshFolder, runNode } from '../harness/process.ts';

const root = fileURLToPath(repository);

async function contents(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [file.slice(folder.length + 1), readFileSync(file, 'utf8')]));
}

it('dist is what src builds: the tests in this folder are about today’s code', async () => {
  const fresh = join(freshFolder('build'), 'dist');
  const rolldown = join(root, 'node_modules/rolldown/bin/cli.mjs');
  const args = [rolldown, '-c', '.github/build/rolldown.config.ts', '-d', fresh];
  const built = await runNode({ args, cwd: root, env: { PATH: process.env['PATH'] ?? '' } });
  expect({ ...built, stdout: '', milliseconds: 0 }).toMatchObject({ exitCode: 0 });
  const [committed, current] = [await contents(join(root, 'dist')), await contents(fresh)];
  const names = new Set([...Object.keys(committed), ...Object.keys(current)]);
  const stale = [...names].filter((name) => committed[name] !== current[name]);
  expect(stale, 'these files of dist are older than src: run `npm run build` and commit dist').toEqual([]);
});
