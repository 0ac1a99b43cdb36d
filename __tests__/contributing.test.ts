import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { repository } from './harness/action-metadata.ts';
import { blockIn } from './harness/written-blocks.ts';

const page = new URL('.github/CONTRIBUTING.md', repository);

describe('CONTRIBUTING', () => {
  const text = readFileSync(page, 'utf8');

  it('names only files that are there', () => {
    const folders = ['', 'src/', '.github/', '__tests__/', 'src/requirements/ncts5/'];
    const written = text.replace(blockIn(text, 'rooms') ?? '', '');
    const paths = [...written.matchAll(/`([\w./-]+\/[\w./-]*|[\w-]+\.\w+)`/g)].map(([, path = '']) => path);
    const links = [...written.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(20);
    const exists = (path: string): boolean =>
      folders.some((folder) => existsSync(new URL(`${folder}${path}`, repository)));
    expect([...paths, ...links].filter((path) => !exists(path))).toEqual([]);
  });

  it('names only scripts that package.json has', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(readFileSync(new URL('package.json', repository), 'utf8')));
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script);
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});
