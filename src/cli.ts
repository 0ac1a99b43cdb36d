#!/usr/bin/env node

/*
 * Read by whatever Node there is, from version 12 on: nothing newer stands here, and nothing is imported before it is known
 * that the rest can be read.
 */

/** The sentence for a Node that is too old; undefined for one that will do. The same range stands in package.json. */
function whyNot(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 2) || major > 22;
  return isEnough
    ? undefined
    : `This is Node ${version}, which is too old for this program. Install Node 20.19 or a later 20, or Node 22.2 or later.`;
}

const refusal = whyNot(process.versions.node);
if (refusal === undefined) {
  void import('./command-line.ts');
} else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 2;
}
