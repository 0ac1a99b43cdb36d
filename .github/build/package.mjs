/*
 * Writes the npm package of the command into a folder, from which `npm pack` makes it:
 * `node .github/build/package.mjs <folder> [dist]`. In it is what `dist/cli.js` can load; there is nothing to install.
 * GITHUB_REPOSITORY, where it is set, becomes the package's repository. Why so: .github/decisions/package.md.
 */

import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'rolldown/utils';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Beside the program: what editors check files with, and what has to go with the code. */
const beside = ['LICENSE', '.github/ncts5.schema.json', '.github/ncts6.schema.json', '.github/report.schema.json'];

/**
 * What a built module imports, by `import`, `export … from` and `import()`.
 *
 * @param {string} file path, for the message
 * @param {string} code
 * @returns {string[]} specifiers as they are written
 * @throws for an `import()` of anything but a plain text: what it loads can't be known.
 */
function importsOf(file, code) {
  const { module, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file} can't be parsed: ${errors[0].message}`);
  const written = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
  ];
  const loaded = module.dynamicImports.map(({ moduleRequest: { start, end } }) => {
    const literal = /^(['"`])([^'"`$\\]+)\1$/.exec(code.slice(start, end));
    if (literal === null) throw new Error(`${file} loads ${code.slice(start, end)}: say by name what it loads.`);
    return literal[2];
  });
  return [...written, ...loaded];
}

/**
 * Every file of dist that the command can load.
 *
 * @param {string} dist folder
 * @returns {string[]} paths relative to dist, with forward slashes; ordered
 * @throws when something is imported that is neither in dist nor part of Node: it would have to be installed.
 */
function reachable(dist) {
  const files = new Set(['cli.js']);
  for (const file of files) {
    for (const what of importsOf(file, readFileSync(path.join(dist, file), 'utf8'))) {
      if (what.startsWith('.')) files.add(path.posix.join(path.posix.dirname(file), what));
      else if (!isBuiltin(what)) throw new Error(`${file} imports ${what}, which is not in dist.`);
    }
  }
  return [...files].toSorted();
}

/**
 * The package's own package.json: nothing to install, nothing to run on installation.
 *
 * @param {Record<string, unknown>} own the repository's package.json
 * @param {string | undefined} name of the repository on GitHub, `owner/name`; npm holds provenance to it
 */
function manifest(own, name) {
  const { name: packageName, version, description, license, type, bin, engines } = own;
  const where =
    name === undefined
      ? {}
      : {
          homepage: `https://github.com/${name}#readme`,
          bugs: `https://github.com/${name}/issues`,
          repository: { type: 'git', url: `git+https://github.com/${name}.git` },
        };
  const keywords = ['hmrc', 'ncts5', 'ctc-traders-api', 'customs', 'transit', 'junit', 'checklist'];
  return { name: packageName, version, description, keywords, ...where, license, type, bin, engines };
}

/**
 * The README with links that hold outside of the repository, at the version's tag.
 *
 * @param {string} text
 * @param {string} version
 * @param {string | undefined} name of the repository on GitHub; without it links stay as they are
 */
function readmeOutside(text, version, name) {
  if (name === undefined) return text;
  const at = (target, kind) => `https://github.com/${name}/${kind}/v${version}/${target}`;
  return text
    .replaceAll(/(!\[[^\]]*\]\()([^):#]+)\)/g, (_, open, target) => `${open}${at(target, 'raw')})`)
    .replaceAll(
      /(?<!!\[[^\]]*)(\]\()([^):#]+)(#[^)]*)?\)/g,
      (_, open, target, part = '') => `${open}${at(target, 'blob')}${part})`,
    )
    .replaceAll('OWNER/ncts5-production-checklist', name);
}

/**
 * Writes the package anew.
 *
 * @param {string} target folder
 * @param {string} dist folder
 * @param {string | undefined} name of the repository on GitHub
 */
function writePackage(target, dist, name) {
  const own = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8'));
  const files = [...reachable(dist), 'LICENSES.txt'];
  rmSync(target, { recursive: true, force: true });
  const put = (from, to) => {
    mkdirSync(path.dirname(path.join(target, to)), { recursive: true });
    copyFileSync(from, path.join(target, to));
  };
  for (const file of files) put(path.join(dist, file), `dist/${file}`);
  for (const file of beside) put(path.join(repository, file), file);
  writeFileSync(path.join(target, 'package.json'), `${JSON.stringify(manifest(own, name), null, 2)}\n`);
  const readme = readFileSync(path.join(repository, 'README.md'), 'utf8');
  writeFileSync(path.join(target, 'README.md'), readmeOutside(readme, own.version, name));
}

const [, , target, dist = path.join(repository, 'dist')] = process.argv;
if (target === undefined) throw new Error('Say into which folder: node .github/build/package.mjs <folder>');
writePackage(target, dist, process.env['GITHUB_REPOSITORY']);
