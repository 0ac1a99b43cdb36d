import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { repository } from './harness/action-metadata.ts';
import { blockIn } from './harness/written-blocks.ts';

const page = new URL('.github/CONTRIBUTING.md', repository);

describe('CONTRIBUTING', () => {
  const text = readFileSync(page, 'utf8');

  it('names only scripts that package.json has', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(new URL('package.json', repository), 'utf8')));
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script);
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

describe('the linter', () => {
  // Put together here, or this file would have one as well.
  const directive = new RegExp(
    ['oxlint', 'eslint', '@ts', 'v8'].map((tool) => `${tool}-?(?:disable|ignore| ignore)`).join('|'),
  );

  it('is switched off nowhere', () => {
    const files = ['src', '__tests__', '.github/build'].flatMap((folder) =>
      readdirSync(new URL(folder, repository), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|mjs)$/.test(name))
        .map((name) => `${folder}/${name}`),
    );
    expect(files.length).toBeGreaterThan(300);
    const off = files.filter((name) => directive.test(readFileSync(new URL(name, repository), 'utf8')));
    expect(off).toEqual([]);
  });
});

describe('the pages for those who work on it', () => {
  const decisions = readdirSync(new URL('.github/decisions/', repository)).map((name) => `.github/decisions/${name}`);
  const pages = ['.github/CONTRIBUTING.md', '.github/SECURITY.md', ...decisions];
  const folders = ['', 'src/', '.github/', '.github/build/', '__tests__/', 'src/requirements/'];
  const exists = (path: string): boolean =>
    folders.some((folder) => existsSync(new URL(`${folder}${path}`, repository)));

  it.each(pages)('%s names only files that are there', (name) => {
    const text = readFileSync(new URL(name, repository), 'utf8');
    const written = text.replace(blockIn(text, 'rooms') ?? '', '');
    // A path of ours: with a folder in it, and not one of the user's, of GitHub's or of a package.
    const paths = [
      ...written.matchAll(/`((?:src|__tests__|\.github|\.ci|[a-z]+)\/[\w./-]*\.(?:ts|mjs|md|json|yml))`/g),
    ];
    const links = [...written.matchAll(/\]\(([^)#:]+)\)/g)].map(
      ([, path = '']) => new URL(path, new URL(name, repository)),
    );
    const ours = paths.map(([, path = '']) => path).filter((path) => !/^\.github\/ncts\d\.yml$/.test(path));
    expect(ours.filter((path) => !exists(path))).toEqual([]);
    expect(links.filter((link) => !existsSync(link)).map(String)).toEqual([]);
  });
});

describe('the mutation runs', () => {
  it('leave out only tests that are there', () => {
    const text = readFileSync(new URL('.github/build/mutation/vitest.config.ts', repository), 'utf8');
    const left = [...text.matchAll(/'\*\*\/([\w/-]+\.test\.ts)'/g)].map(([, path = '']) => path);
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter((path) => !existsSync(new URL(`__tests__/${path}`, repository)))).toEqual([]);
  });
});
