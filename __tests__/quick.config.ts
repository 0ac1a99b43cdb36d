import { defineConfig, mergeConfig } from 'vitest/config';
import all from './vitest.config.ts';

/** What takes more than its share of a minute: it runs programs, services or validators, or reads great texts. */
const slow = [
  '__tests__/{action,build,form,github,harness,hostile,package}/**',
  '__tests__/examples.test.ts',
  '__tests__/junit/robustness.test.ts',
  '__tests__/render/checklist.test.ts',
];

/** The tests of `npm run check`: those of every room that answer in seconds, a new room's among them. */
export default mergeConfig(all, defineConfig({ test: { exclude: slow } }));
