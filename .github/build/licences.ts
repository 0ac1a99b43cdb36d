import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputBundle, Plugin } from 'rolldown';
import * as z from 'zod';
import { copiesInside, ofBundler, standardTexts, undeclared, type Licence } from './licence-facts.ts';

/**
 * Licences under which code may come into dist: each lets it be passed on with its notice, and asks nothing of the
 * software that is checked. To allow another one is a decision for a person.
 */
const allowed: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
]);

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional().catch(undefined),
  author: z
    .union([z.string(), z.record(z.string(), z.string()).transform((parts) => Object.values(parts).join(' '))])
    .optional(),
});
type Manifest = z.infer<typeof manifestSchema>;

interface Bundled extends Licence {
  /** `name version`, and in what it is carried along. */
  readonly title: string;
}

/**
 * Writes `LICENSES.txt` beside the bundle: each package of which code really is in it, with version, licence and text.
 * The same bundle gives the same bytes.
 *
 * @throws (the build fails) for a package under a licence that nobody has allowed, under none, or that carries copies of
 * other packages in a version that nobody has looked at.
 */
export function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const found = packagesOf(bundle).flatMap(describe);
      const refused = found.filter(({ spdx }) => !isAllowed(spdx)).map(({ title, spdx }) => `${title}: ${spdx}`);
      if (refused.length > 0) {
        throw new Error(`In the bundle under a licence that is not allowed:\n${refused.join('\n')}`);
      }
      this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: write(found) });
    },
  };
}

/** Whether an SPDX expression (`MIT`, `(MIT OR GPL-3.0)`, `(Apache-2.0 AND BSD-3-Clause)`) can be kept to. */
export function isAllowed(expression: string): boolean {
  return expression
    .replaceAll(/[()]/g, '')
    .split(' AND ')
    .every((all) => all.split(' OR ').some((one) => allowed.has(one.trim())));
}

/** Folders of the packages that a bundle has code of, ordered by path. */
function packagesOf(bundle: OutputBundle): readonly string[] {
  const folders = new Set<string>();
  for (const output of Object.values(bundle)) {
    if (output.type !== 'chunk') continue;
    for (const [id, { renderedLength }] of Object.entries(output.modules)) {
      const folder = id.startsWith('\0rolldown/') ? ofBundler : /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0];
      if (folder !== undefined && renderedLength > 0) folders.add(folder);
    }
  }
  return [...folders].toSorted();
}

function describe(folder: string): readonly Bundled[] {
  const manifest = readManifest(folder);
  const { name, version } = manifest;
  const key = `${name}@${version}`;
  const copies = copiesInside.find((one) => one.name === name);
  if (copies !== undefined && copies.lookedAt !== version) {
    throw new Error(
      `${key} carries copies of other packages inside. Look which, and bring .github/build/licence-facts.ts up to date.`,
    );
  }
  return [
    { title: `${name} ${version}`, ...licenceOf(folder, manifest) },
    ...(copies?.of ?? []).map((copied) => {
      const from = join(folder, '..', copied);
      return { title: `${copied} (a copy inside ${name} ${version})`, ...licenceOf(from, readManifest(from)) };
    }),
  ];
}

function readManifest(folder: string): Manifest {
  return manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
}

function licenceOf(folder: string, { name, version, license, author }: Manifest): Licence {
  const known = undeclared[`${name}@${version}`];
  if (known !== undefined) return known;
  const spdx = license?.replace(/^MIT\/X11$/, 'MIT') ?? 'none declared';
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)(\W|$)/i.test(file))
    .toSorted()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  if (texts.length > 0) return { spdx, text: texts.join('\n\n') };
  const standard = standardTexts[spdx];
  return {
    spdx,
    text: `The package has no licence file. Its package.json declares ${spdx} and names as its author: ${author ?? 'nobody'}.${
      standard === undefined ? '' : `\n\n${standard}`
    }`,
  };
}

function write(found: readonly Bundled[]): string {
  // A package may be installed in two places at the same version.
  const unique = new Map(found.map((one) => [one.title, one]));
  const sorted = [...unique.values()].toSorted((a, b) => (a.title < b.title ? -1 : 1));
  const byText = new Map<string, Bundled[]>();
  for (const one of sorted) byText.set(one.text, [...(byText.get(one.text) ?? []), one]);
  const rule = '='.repeat(80);
  return [
    "What is in this folder beside the project's own code, with version and licence, written by the build from the\nmodules that are in the bundle. The texts follow, each once.",
    sorted.map(({ title, spdx }) => `${title}: ${spdx}`).join('\n'),
    ...[...byText].map(([text, of]) => `${rule}\n${of.map(({ title }) => title).join('\n')}\n${rule}\n\n${text}`),
    '',
  ].join('\n\n');
}
