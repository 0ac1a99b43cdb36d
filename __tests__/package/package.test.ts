import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildForm } from '../form/template.ts';
import { nodesOfPeople } from '../harness/nodes.ts';
import { freshFolder, runNode, writeFiles } from '../harness/process.ts';
import {
  buildDist,
  command,
  install,
  leaveDemo,
  npm,
  pack,
  root,
  writePackage,
  type Built,
  type Packed,
} from './installed.ts';

const name = 'ncts5-production-checklist';
const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
let built: Built;
let folder: string;
let packed: Packed;
let installed: Awaited<ReturnType<typeof install>>;

beforeAll(async () => {
  built = await buildDist();
  folder = freshFolder('written');
  const written = await writePackage(folder, built.dist);
  expect(written).toMatchObject({ exitCode: 0, stderr: '' });
  packed = await pack(folder);
  installed = await install(packed.tarball);
}, 120_000);

describe('the package', () => {
  it('is at most 2 MB, 6 MB unpacked', () => {
    expect(packed.size).toBeLessThanOrEqual(2_000_000);
    expect(packed.unpackedSize).toBeLessThanOrEqual(6_000_000);
  });

  it('depends on nothing and runs nothing when it is installed', () => {
    const manifest = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    const without = /dependencies|scripts|private|bundle/i;
    expect(Object.keys(manifest).filter((key) => without.test(key))).toEqual([]);
    expect(packed.bundled).toEqual([]);
    expect(installed.modules).toEqual([name]);
  });

  it('has of dist what the command can reach, all of it and nothing else', () => {
    const reached = new Set(['cli.js']);
    for (const file of reached) {
      const { imports = [], dynamicImports = [] } = built.chunks.get(file) ?? {};
      for (const next of [...imports, ...dynamicImports]) if (built.chunks.has(next)) reached.add(next);
    }
    const code = packed.files.map(({ path }) => path).filter((path) => path.endsWith('.js'));
    expect(code.toSorted()).toEqual([...reached].map((path) => `dist/${path}`).toSorted());
    expect(code.filter((path) => /artifact|actions|octokit|github|index\.js/.test(path))).toEqual([]);
    expect(built.chunks.size).toBeGreaterThan(reached.size);
  });

  it('goes with its licence, those of others, the schemas and the README, and has no test in it', () => {
    const others = packed.files.map(({ path }) => path).filter((path) => !path.startsWith('dist/chunks/'));
    expect(others).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'package.json',
        'dist/LICENSES.txt',
        'dist/cli.js',
        '.github/ncts5.schema.json',
      ]),
    );
    expect(others.filter((path) => /test|fixture|\.ts$|\.tgz$/.test(path))).toEqual([]);
  });

  it("says where it comes from on GitHub, which npm holds the provenance to, and links to the version's files", async () => {
    const target = freshFolder('published');
    expect(await writePackage(target, built.dist, 'an-owner/a-repository')).toMatchObject({ exitCode: 0 });
    const { version, repository } = z
      .object({ version: z.string(), repository: z.object({ url: z.string() }) })
      .parse(JSON.parse(await readFile(join(target, 'package.json'), 'utf8')));
    expect(repository.url).toBe('git+https://github.com/an-owner/a-repository.git');
    const readme = await readFile(join(target, 'README.md'), 'utf8');
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !/^(https:\/\/|#)/.test(link))).toEqual([]);
    expect(links).toContain(`https://github.com/an-owner/a-repository/raw/v${version}/.github/images/summary.png`);
    expect(readme).not.toContain('OWNER/ncts5');
  });

  it('has init name the account that publishes it, in a repository of whomever', async () => {
    const target = freshFolder('published');
    await writePackage(target, built.dist, `customs-tools/${name}`);
    const { folder: own } = await install((await pack(target)).tarball);
    await writeFiles(own, { '.git/config': '[remote "origin"]\n\turl = git@github.com:acme/transit.git\n' });
    const { stdout } = await command(own, ['init', '--programme=ncts6', '--yes']);
    const gate = await readFile(join(own, '.github/workflows/ncts6-release-gate.yml'), 'utf8');
    expect(gate).toContain(`uses: customs-tools/${name}@v1`);
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(join(target, 'package.json'), 'utf8')));
    expect(await readFile(join(own, '.github/ncts6.yml'), 'utf8')).toContain(
      `$schema=https://raw.githubusercontent.com/customs-tools/${name}/v${version}/.github/ncts6.schema.json`,
    );
    expect(stdout).not.toMatch(/OWNER|acme/u);
  });

  it.each([
    ['an import of a name that is not known', 'const name = process.argv[2];\nawait import(name);\n', /say by name/],
    ['a package that would have to be installed', "import 'left-pad';\n", /left-pad.*not in dist/],
    ['a file that can not be read', "import './gone.js';\n", /gone\.js/],
    ['code that is broken', 'import {\n', /can't be parsed/],
  ])('is not written of %s', async (_, code, message) => {
    const [dist, target] = [freshFolder('dist'), join(freshFolder('none'), 'package')];
    await writeFiles(dist, { 'cli.js': code, 'LICENSES.txt': '' });
    const ended = await writePackage(target, dist);
    expect(ended.exitCode).not.toBe(0);
    expect(ended.stderr).toMatch(message);
    await expect(readFile(join(target, 'package.json'))).rejects.toThrow('ENOENT');
  });
});

describe.each(nodesOfPeople)('the installed command on $name', ({ path: node }) => {
  it('has its version', async () => {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
    expect(await command(installed.folder, ['--version'], node)).toMatchObject({
      exitCode: 0,
      stdout: `${version}\n`,
      stderr: '',
    });
  });

  it('writes the first settings, explains, and shows the matrix', async () => {
    const { folder: own } = await install(packed.tarball);
    const init = await command(own, ['init', '--flows=standard-departure', '--procedures=simplified'], node);
    expect(init).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(own, '.github/ncts5.yml'), 'utf8')).toContain('standard-departure');
    const explain = await command(own, ['explain', 'DSGB1'], node);
    expect(explain).toMatchObject({ exitCode: 0, stderr: '' });
    expect(explain.stdout).toContain('IE015');
    const matrix = await command(own, ['matrix'], node);
    expect(matrix).toMatchObject({ exitCode: 0 });
    expect(matrix.stdout).toContain('DSGB1');
  });

  it('checks, writes every file that a check can write, and verifies a filled-in form', async () => {
    await leaveDemo(installed.folder);
    const files = { checklist: 'checklist.docx', json: 'report.json', junit: 'verdict.xml', badge: 'badge.svg' };
    const written = Object.entries(files).map(([flag, file]) => `--${flag}=out/${file}`);
    const green = await command(installed.folder, ['check', '--config=demo.yml', ...written], node);
    expect(green).toMatchObject({ exitCode: 0 });
    for (const file of Object.values(files)) {
      expect((await readFile(join(installed.folder, 'out', file))).length).toBeGreaterThan(500);
    }
    const later = await command(installed.folder, ['check', '--config=demo.yml', `--as-of=${inAMonth}`], node);
    expect(later).toMatchObject({ exitCode: 1 });
    const form = join(installed.folder, 'form.docx');
    await writeFile(form, buildForm());
    const filled = ['--config=demo.yml', `--form-template=${form}`, '--checklist=out/filled.docx'];
    expect(await command(installed.folder, ['check', ...filled], node)).toMatchObject({ exitCode: 0 });
    const verified = await command(installed.folder, ['verify', 'out/filled.docx', '--config=demo.yml'], node);
    expect(verified.stdout).toContain('DNGB1');
    expect(verified).toMatchObject({ exitCode: 0, stderr: '' });

    const nothing = await command(installed.folder, ['check', '--config=demo.yml', '--results=none/*.xml'], node);
    expect(nothing).toMatchObject({ exitCode: 2 });
  });
});

describe('npx', () => {
  it('runs the one command of the package, and advice names it as it was called', async () => {
    expect(await npm(['exec', '--', name, 'matrix'], installed.folder)).toContain('DSGB1');
    const empty = freshFolder('npx');
    await writeFile(join(empty, 'package.json'), '{ "private": true }\n');
    const said = await npm(['exec', '--yes', `--package=${packed.tarball}`, '--', name, 'help'], empty);
    expect(said).toContain(`npx ${name}`);
  });
});

describe('the folder of the repository', () => {
  it('can not be published by mistake: a package is made only from what the build writes', async () => {
    const args = [
      '-e',
      "process.exit(JSON.parse(require('fs').readFileSync('package.json')).private === true ? 0 : 1)",
    ];
    expect(await runNode({ args, cwd: root, env: {} })).toMatchObject({ exitCode: 0 });
  });
});
