/**
 * Searches longer than the suite has time for: `npm run fuzz`, `npm run fuzz -- 50` (times the suite's effort, default 20),
 * `npm run fuzz -- 50 1234` (with that seed, to try a find again). Sizes are tried whole. The seed is told first, since a
 * find is only one together with it.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [effort = '20', seed = String(Math.trunc(Math.random() * 2 ** 31))] = process.argv.slice(2);
if (!/^\d+$/.test(effort) || !/^\d+$/.test(seed)) {
  console.error('Usage: npm run fuzz -- [times the effort of the suite] [seed]');
  process.exit(2);
}
console.info(`Effort ${effort}, seed ${seed}. Again with: npm run fuzz -- ${effort} ${seed}`);

const root = fileURLToPath(new URL('../..', import.meta.url));
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const folders = ['mutation', 'fuzz', 'sizes'].map((name) => `__tests__/hostile/${name}.test.ts`);
const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', '__tests__/vitest.config.ts', ...folders], {
  cwd: root,
  env: { ...process.env, FUZZ_EFFORT: effort, FUZZ_SEED: seed },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
