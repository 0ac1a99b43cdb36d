import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Where .ci/run wants to read the counts from. */
const counts = process.env['VITEST_JSON'];

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
    include: ['__tests__/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    setupFiles: ['__tests__/setup.ts'],
    reporters: counts === undefined ? ['default'] : ['default', ['json', { outputFile: counts }]],
    // By default vitest leaves one core to whoever watches; nobody does.
    maxWorkers: '100%',
    // A test that needs more than this is a benchmark or a soak and belongs behind a script.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Nothing may lean on the zone of the machine: every time in the code says its own.
    env: { TZ: 'America/St_Johns' },
  },
});
