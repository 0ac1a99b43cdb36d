/*
 * Prints what the changelog says of the version in package.json, for the release on GitHub:
 * `node .github/build/release-notes.mjs [changelog] [version]`. Fails when it says nothing.
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const repository = new URL('../../', import.meta.url);
const own = JSON.parse(readFileSync(new URL('package.json', repository), 'utf8'));
const [, , changelog = fileURLToPath(new URL('.github/CHANGELOG.md', repository)), version = own.version] =
  process.argv;

const sections = readFileSync(changelog, 'utf8').split(/^(?=## )/m);
const section = sections.find((text) => text.startsWith(`## [${version}]`));
const notes = section?.slice(section.indexOf('\n')).trim() ?? '';
if (notes === '') {
  console.error(`${changelog} says nothing of ${version}. Give its changes a heading '## [${version}] - <date>'.`);
  process.exitCode = 1;
} else {
  console.log(notes);
}
