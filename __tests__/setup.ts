import fc from 'fast-check';
import { afterAll } from 'vitest';
import { removeFreshFolders } from './harness/process.ts';

/**
 * The suite tries the same examples each time, so that a red run is the change's fault and not the dice's. Searching for
 * new ones is a job of its own: `FUZZ_SEED=random npm test`, or a number to try a find again.
 */
const given = process.env['FUZZ_SEED'] ?? '20261122';
fc.configureGlobal({ seed: given === 'random' ? Date.now() % 2 ** 31 : Number(given) });

afterAll(removeFreshFolders);
