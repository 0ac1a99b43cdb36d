import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Where .ci/run wants to read the counts from. */
const counts = process.env['VITEST_JSON'];

/**
 * In a process of their own: `@actions/artifact` downloads from the GitHub whose address stood in the environment when
 * `@actions/github` was first read, and each of these files has a GitHub of its own.
 */
const apart = ['__tests__/github/earlier-{results,trouble}.test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // As the build does it: a workflow or pipeline is taken in as it stands.
  plugins: [
    {
      name: 'text-of-workflows',
      transform: (code, id) =>
        /\.(?:yml|jenkinsfile)$/.test(id) ? `export default ${JSON.stringify(code)};` : undefined,
    },
  ],
  test: {
    setupFiles: ['__tests__/setup.ts'],
    reporters: counts === undefined ? ['default'] : ['default', ['json', { outputFile: counts }]],
    // By default vitest leaves one core to whoever watches; nobody does.
    maxWorkers: '100%',
    // A test that needs more than this is a benchmark or a soak and belongs behind a script.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Nothing may lean on the zone of the machine: every time in the code says its own.
    env: { TZ: 'America/St_Johns' },
    // Modules keep no state between tests: reading them again for each of 170 files would only take a tenth of the time.
    isolate: false,
    // What properties make up is soon of no use: with room for it, a tenth less time goes on collecting it.
    execArgv: ['--min-semi-space-size=64', '--max-semi-space-size=64'],
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['__tests__/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...apart],
        },
      },
      {
        extends: true,
        test: { name: 'apart', include: apart, isolate: true },
      },
    ],
  },
});
