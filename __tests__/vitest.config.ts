import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['__tests__/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    // A test that needs more than this is a benchmark or a soak and belongs behind a script.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Nothing may lean on the zone of the machine: every time in the code says its own.
    env: { TZ: 'America/St_Johns' },
  },
});
