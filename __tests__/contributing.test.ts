import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { repository } from './harness/action-metadata.ts';
import { blockIn, markdownTable, readPage } from './harness/written-blocks.ts';
import { rooms } from './rooms.ts';

/*
 * The map in CONTRIBUTING is written from the table of rooms. After a change of it:
 * `UPDATE_README=1 npx vitest run --config __tests__/vitest.config.ts __tests__/contributing.test.ts`.
 */

const page = new URL('.github/CONTRIBUTING.md', repository);

const pathOf = (room: string): string => (room === '.' ? '`src/*.ts`' : `\`src/${room}/\``);

/** The last room may know all others: a list of them says nothing. */
function known(room: string, knows: readonly string[]): string {
  if (room === '.') return 'all of them';
  return knows.map((other) => (other === '.' ? '`src/*.ts`' : `\`${other}\``)).join(', ');
}

const made = {
  rooms: () =>
    markdownTable(
      ['room', 'what is in it', 'may import', 'pure'],
      Object.entries(rooms).map(([room, { purpose, knows, pure }]) => [
        pathOf(room),
        purpose,
        known(room, knows),
        pure === undefined ? '' : 'yes',
      ]),
    ),
};

describe('CONTRIBUTING', () => {
  const text = readPage(page, made);

  it('has the map of the rooms as they are', () => {
    expect(blockIn(text, 'rooms')).toContain(made.rooms());
  });

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
