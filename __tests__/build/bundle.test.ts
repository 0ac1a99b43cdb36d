import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, rolldown, type OutputChunk } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';
import { chunkFile } from '../../.github/build/chunks.ts';
import { isAllowed, licences } from '../../.github/build/licences.ts';
import config from '../../.github/build/rolldown.config.ts';
import { repository } from '../harness/action-metadata.ts';
import { freshFolder, runNode } from '../harness/process.ts';

describe('the bundle', () => {
  const chunks = new Map<string, OutputChunk>();
  let licenceList = '';

  beforeAll(async () => {
    const { output: options, ...input } = config;
    const bundle = await rolldown({ ...input, cwd: fileURLToPath(repository), logLevel: 'silent' });
    const { output } = await bundle.generate(Array.isArray(options) ? options[0] : options);
    await bundle.close();
    for (const part of output) {
      if (part.type === 'chunk') chunks.set(part.fileName, part);
      else licenceList = String(part.source);
    }
  }, 60_000);

  /** What is read before the first line of a chunk runs. */
  function readBefore(entry: string): ReadonlySet<string> {
    const seen = new Set([entry]);
    for (const file of seen) for (const next of chunks.get(file)?.imports ?? []) if (chunks.has(next)) seen.add(next);
    return seen;
  }
  const librariesOf = (entry: string): readonly string[] =>
    [...readBefore(entry)].filter((file) => file.startsWith('chunks/lib/')).toSorted();

  it('is laid out by rooms and libraries, under names that numbers need not tell apart', () => {
    const names = [...chunks.keys()];
    expect(names).toEqual(expect.arrayContaining(['index.js', 'cli.js', 'chunks/junit.js', 'chunks/lib/docx.js']));
    expect(names.filter((name) => /\d\.js$/.test(name))).toEqual([]);
  });

  it('holds each entry in a file of its own: what belongs to one never runs in the other', () => {
    expect([...readBefore('cli.js')]).not.toContain('index.js');
    expect([...readBefore('index.js')]).not.toContain('cli.js');
    for (const entry of ['src/cli.ts', 'src/index.ts', 'src/main.ts']) {
      const holders = [...chunks.values()].filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(entry)));
      expect(holders.map(({ fileName }) => fileName)).toEqual([entry === 'src/cli.ts' ? 'cli.js' : 'index.js']);
    }
  });

  it('makes nobody wait for libraries that a command does not need', () => {
    expect([...readBefore('cli.js')]).toEqual(['cli.js']);
    expect(librariesOf('chunks/command-line.js')).toEqual(['chunks/lib/date-fns-tz.js', 'chunks/lib/zod.js']);
    expect(librariesOf('chunks/commands/check.js')).toEqual([
      'chunks/lib/date-fns-tz.js',
      'chunks/lib/tinyglobby.js',
      'chunks/lib/zod.js',
    ]);
    expect(librariesOf('index.js')).toEqual([
      'chunks/lib/actions-core.js',
      'chunks/lib/date-fns-tz.js',
      'chunks/lib/tinyglobby.js',
      'chunks/lib/zod.js',
    ]);
  });

  it('fills HMRC’s form in without the library that makes our own checklist', () => {
    const parts = ['read-form', 'fill', 'filling', 'submission', 'note'].map((name) => `chunks/form/${name}.js`);
    for (const part of parts) {
      expect(chunks.has(part) ? librariesOf(part) : []).not.toContain('chunks/lib/docx.js');
    }
    expect(parts.filter((part) => chunks.has(part)).length).toBeGreaterThan(3);
    expect(librariesOf('chunks/render/checklist.js')).toContain('chunks/lib/docx.js');
  });

  it('has an entry that a Node of long ago can read, which refuses it with a sentence', async () => {
    const code = chunks.get('cli.js')?.code ?? '';
    expect(code).not.toMatch(/\?\?|\?\.|^import |\bstatic\b|#\w+[ =(;]|\|\|=|&&=/m);
    const folder = freshFolder('old-node');
    writeFileSync(join(folder, 'cli.mjs'), code);
    for (const version of ['12.22.12', '14.21.3', '18.20.8', '20.18.3', '21.7.3', '22.1.0']) {
      const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`;
      const ended = await runNode({
        args: ['--import', pretend, join(folder, 'cli.mjs'), 'check'],
        cwd: folder,
        env: {},
      });
      expect(ended).toMatchObject({
        exitCode: 2,
        stdout: '',
        stderr: `This is Node ${version}, which is too old for this program. Install Node 20.19 or a later 20, or Node 22.2 or later.\n`,
      });
    }
  });

  it('gives the command nothing to reach the network with', () => {
    const reachable = new Set(['cli.js']);
    const outside = new Set<string>();
    for (const file of reachable) {
      for (const next of [...(chunks.get(file)?.imports ?? []), ...(chunks.get(file)?.dynamicImports ?? [])]) {
        (chunks.has(next) ? reachable : outside).add(next);
      }
    }
    expect(reachable.size).toBeGreaterThan(15);
    expect([...reachable].filter((file) => /actions|octokit|artifact|github/.test(file))).toEqual([]);
    expect(
      [...outside].filter((name) =>
        /^(node:)?(http2?|https|net|tls|dgram|dns|child_process|worker_threads)\b/.test(name),
      ),
    ).toEqual([]);
    for (const file of reachable) expect(chunks.get(file)?.code).not.toMatch(/\bfetch\(|\bnew WebSocket\(|\beval\(/);
  });

  it('never waits in a circle of files', () => {
    for (const [file, { imports }] of chunks) {
      for (const next of imports.filter((name) => chunks.has(name))) expect([...readBefore(next)]).not.toContain(file);
    }
  });

  it('tells the licence of each package in it, also of those that come inside others or declare none', () => {
    const packages = [...chunks.values()]
      .flatMap(({ modules }) => Object.entries(modules))
      .filter(([, { renderedLength }]) => renderedLength > 0)
      .flatMap(([id]) => /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? []);
    expect(new Set(packages).size).toBeGreaterThan(100);
    for (const name of new Set(packages)) expect(licenceList).toContain(`\n${name} `);
    expect(licenceList).toContain('\nbuffers 0.1.1: MIT\n');
    expect(licenceList).toMatch(/\nnanoid \(a copy inside docx [\d.]+\): MIT\n/);
    expect(licenceList).toMatch(/\nrolldown [\d.]+: MIT\n/);
  });
});

describe('a licence', () => {
  it.each(['MIT', '(MIT OR GPL-3.0-or-later)', '(Apache-2.0 AND BSD-3-Clause)', 'BlueOak-1.0.0'])(
    'can be %s',
    (one) => {
      expect(isAllowed(one)).toBe(true);
    },
  );
  it.each([
    'GPL-3.0-only',
    'AGPL-3.0-or-later',
    '(MIT AND GPL-2.0)',
    'SEE LICENSE IN x',
    'UNLICENSED',
    'none declared',
    '',
  ])("can't be %s", (one) => {
    expect(isAllowed(one)).toBe(false);
  });
});

describe('the list of licences', () => {
  interface Fake {
    readonly manifest: Readonly<Record<string, unknown>>;
    readonly files?: Readonly<Record<string, string>>;
  }
  /** Bundles an entry that uses one made-up package, and returns the list. */
  async function listFor({ manifest, files = {} }: Fake): Promise<string> {
    const root = freshFolder('licences');
    const folder = join(root, 'node_modules', 'made-up');
    mkdirSync(folder, { recursive: true });
    const written = {
      'package.json': JSON.stringify({
        name: 'made-up',
        version: '1.2.3',
        type: 'module',
        main: 'index.js',
        ...manifest,
      }),
      'index.js': 'export const made = Math.random();',
      ...files,
    };
    for (const [name, text] of Object.entries(written)) writeFileSync(join(folder, name), text);
    writeFileSync(join(root, 'entry.js'), "import { made } from 'made-up';\nconsole.log(made);\n");
    const { output } = await build({
      input: 'entry.js',
      cwd: root,
      write: false,
      logLevel: 'silent',
      plugins: [licences()],
    });
    return output.map((part) => (part.type === 'asset' ? String(part.source) : '')).join('');
  }

  it("has the package's own text, and its notice", async () => {
    const text = await listFor({
      manifest: { license: 'Apache-2.0' },
      files: { LICENSE: 'Terms\r\nand conditions\r\n', 'NOTICE.txt': 'Made by us', 'licenser.js': 'no licence' },
    });
    expect(text).toContain('made-up 1.2.3: Apache-2.0\n');
    expect(text).toContain('\n\nTerms\nand conditions\n\nMade by us\n');
    expect(text).not.toContain('no licence');
  });

  it('has the standard text where the package has none, with its author', async () => {
    const text = await listFor({
      manifest: { license: 'MIT/X11', author: { name: 'Ann Author', email: 'ann@example' } },
    });
    expect(text).toContain('made-up 1.2.3: MIT\n');
    expect(text).toContain('names as its author: Ann Author ann@example.');
    expect(text).toContain('Permission is hereby granted');
  });

  it.each([{ license: 'GPL-3.0-only' }, {}, { licenses: [{ type: 'MIT' }] }])(
    'stops the build for %j',
    async (manifest) => {
      await expect(listFor({ manifest })).rejects.toThrow(/made-up 1\.2\.3: (GPL-3\.0-only|none declared)/);
    },
  );

  it('stops the build for a version that nobody has looked into', async () => {
    const unseen = { name: 'docx', version: '99.0.0', license: 'MIT' };
    await expect(listFor({ manifest: unseen })).rejects.toThrow('docx@99.0.0 carries copies of other packages');
  });
});

describe('the name of a chunk', () => {
  it.each([
    ['render', null, 'chunks/render.js'],
    ['plan', '/x/src/form/plan.ts', 'chunks/form/plan.js'],
    [
      'dist-bundle2',
      '/x/node_modules/@octokit/plugin-retry/dist-bundle/index.js',
      'chunks/lib/octokit-plugin-retry.js',
    ],
    ['esm', '/x/node_modules/a/node_modules/fflate/esm/index.mjs', 'chunks/lib/fflate.js'],
  ])('%s of module %s is %s', (name, facadeModuleId, file) => {
    expect(chunkFile({ name, facadeModuleId })).toBe(file);
  });
});
