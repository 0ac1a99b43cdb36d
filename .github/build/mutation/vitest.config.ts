import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const room = process.env['ROOM'] ?? '';

/** The tests of one room, hurried: a mutant has to fall in a second or two, and there are thousands. */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  resolve: {
    alias: [{ find: /^fast-check$/, replacement: fileURLToPath(new URL('few-examples.mjs', import.meta.url)) }],
  },
  test: {
    include: [`__tests__/${room}/**/*.test.ts`],
    // These take seconds each, mostly over great texts, so what they alone would notice is left unnoticed here.
    exclude: [
      '**/node_modules/**',
      '**/.stryker*/**',
      '**/junit/robustness.test.ts',
      '**/statements/long-texts.test.ts',
    ],
    setupFiles: ['__tests__/setup.ts'],
    testTimeout: 30_000,
    env: { TZ: 'America/St_Johns' },
  },
});
