import { fileURLToPath } from 'node:url';

export interface Licence {
  /** SPDX expression. */
  readonly spdx: string;
  readonly text: string;
}

/** A few lines of rolldown's own are in each bundle: how its modules find each other. */
export const ofBundler = fileURLToPath(new URL('../../node_modules/rolldown', import.meta.url));

/**
 * Packages that were bundled before they were published, so that the list of modules doesn't show what they carry. A new
 * version has to be looked at again: search its files for other packages' names and licence comments.
 */
export const copiesInside: readonly {
  readonly name: string;
  readonly lookedAt: string;
  /** Packages installed beside it, of whose code it has copies. */
  readonly of: readonly string[];
}[] = [
  // Its part taken from stream-browserify has the notice in a comment, which stays in the bundle.
  { name: 'docx', lookedAt: '9.15.2', of: ['events', 'fflate', 'nanoid'] },
];

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;

/** For packages that declare a licence and carry no text of it. */
export const standardTexts: Readonly<Record<string, string>> = {
  MIT: mit,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any
purpose with or without fee is hereby granted, provided that the above
copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH
REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY
AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM
LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR
OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR
PERFORMANCE OF THIS SOFTWARE.`,
};

/**
 * Packages that declare no licence, by name and version, with what is known of it and from where.
 *
 * buffers comes in through @actions/artifact → unzip-stream → binary. 0.1.1 was published in October 2011 without one. In
 * April 2012 its author, James Halliday, added `"license": "MIT/X11"` to package.json and to the README of his repository
 * substack/node-buffers (commit 1b745ee, titled 'license'), which still called itself 0.1.1 with the same index.js; it
 * was never published again.
 */
export const undeclared: Readonly<Record<string, Licence>> = {
  'buffers@0.1.1': {
    spdx: 'MIT',
    text: `The package declares no licence. Its author, James Halliday <mail@substack.net>, declared MIT/X11 in its repository
(github.com/substack/node-buffers, commit 1b745ee of April 2012), still as version 0.1.1.

${mit}`,
  },
};
