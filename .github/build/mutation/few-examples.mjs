// fast-check for mutation runs: few examples of each property, and no text that needs the table of all graphemes, which
// takes seconds to make and would be made anew for each mutant.
import * as real from '../../../node_modules/fast-check/lib/fast-check.js';

export * from '../../../node_modules/fast-check/lib/fast-check.js';

const usually = 25;
/** Properties that ask for so many have to reach something rare before they say anything. */
const rare = 4000;
const forRare = 400;

export function assert(property, given = {}) {
  const wanted = given.numRuns ?? 100;
  return real.assert(property, {
    ...given,
    numRuns: wanted >= rare ? forRare : Math.min(wanted, usually),
    endOnFailure: true,
  });
}

export function string(given) {
  const slow = given?.unit === 'grapheme' || given?.unit === 'binary';
  return real.string(slow ? { ...given, unit: 'binary-ascii' } : given);
}

export default { ...real, assert, string };
