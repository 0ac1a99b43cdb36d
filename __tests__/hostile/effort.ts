/**
 * How many times as long to search as in the suite. `npm run fuzz` sets it, with new seeds: see `__tests__/setup.ts` for
 * how to try a find again.
 */
export const effort = Number(process.env['FUZZ_EFFORT'] ?? 1);

/** Milliseconds for a test that searches. */
export const patience = 30_000 * effort;
