import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from './harness/action-metadata.ts';
import { blockIn, markdownTable, readPage } from './harness/written-blocks.ts';
import { forAll, maxFiles, maxLines, platformPackages, rooms } from './rooms.ts';

const src = new URL('src/', repository);
const modules = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));

const roomOf = (file: string): string => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '.');
/** The two programs, and what only the build asks for. */
const entries = new Set(['index.ts', 'cli.ts', 'settings/file/configuration-schema.ts']);
const table = '__tests__/rooms.ts';

interface Import {
  readonly from: string;
  readonly what: string;
}

/** What a module imports: paths in `src`, else names of packages. */
const imports: readonly Import[] = modules.flatMap((from) => {
  const code = readFileSync(new URL(from, src), 'utf8');
  const found = code.matchAll(/^(?:import|export)\b[^'`;]*?'([^'\n]+)';|\bimport\('([^'\n]+)'\)/gmu);
  return [...found].map((match) => {
    const target = match[1] ?? match[2] ?? '';
    return { from, what: target.startsWith('.') ? path.posix.join(path.posix.dirname(from), target) : target };
  });
});

describe('the rooms of src', () => {
  it('are all named in the table, and the table names no other', () => {
    const found = new Set(modules.map(roomOf));
    const unknown = [...found].filter((room) => !(room in rooms));
    expect(unknown, `Say in ${table} what these folders are for and which rooms they may import`).toEqual([]);
    const gone = Object.keys(rooms).filter((room) => !found.has(room));
    expect(gone, `These folders are no more: take them out of ${table}`).toEqual([]);
  });

  it('import only rooms that the table allows', () => {
    const wrong = imports.flatMap(({ from, what }) => {
      if (!modules.includes(what) || forAll.includes(what)) return [];
      const [room, other] = [roomOf(from), roomOf(what)];
      if (room === other || rooms[room]?.knows.includes(other) === true) return [];
      return [`${from} imports ${what}: ${room} may not know ${other}`];
    });
    expect(wrong, `Move the code, or, if the arrow is right, say so in ${table}`).toEqual([]);
  });

  it('use every permission that the table gives', () => {
    const used = new Set(
      imports.filter(({ what }) => modules.includes(what)).map(({ from, what }) => `${roomOf(from)} → ${roomOf(what)}`),
    );
    const idle = Object.entries(rooms)
      .flatMap(([room, { knows }]) => knows.map((other) => `${room} → ${other}`))
      .filter((arrow) => !used.has(arrow));
    expect(idle, `Nobody needs these: take them out of ${table}`).toEqual([]);
  });

  it('are in an order in which each knows only those before it', () => {
    const order = Object.keys(rooms);
    const upward = Object.entries(rooms).flatMap(([room, { knows }]) =>
      knows
        .filter((other) => other !== '.' && order.indexOf(other) >= order.indexOf(room))
        .map((other) => `${room} → ${other}`),
    );
    expect(upward).toEqual([]);
  });

  it('have no platform module where they are pure', () => {
    const wrong = imports.flatMap(({ from, what }) => {
      const why = rooms[roomOf(from)]?.pure;
      return why !== undefined && /^(?:node:|fs$|path$)/u.test(what) ? [`${from} imports ${what}: ${why}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(platformPackages))('leave the platform to %s', (room, why) => {
    const wrong = imports.filter(({ from, what }) => roomOf(from) !== room && /^@(?:actions|octokit)\//u.test(what));
    expect(wrong, why).toEqual([]);
  });

  it(`hold at most ${maxFiles} files at one level`, () => {
    const perFolder = new Map<string, number>();
    for (const folder of modules.map((file) => path.posix.dirname(file))) {
      perFolder.set(folder, (perFolder.get(folder) ?? 0) + 1);
    }
    const full = [...perFolder].filter(([, count]) => count > maxFiles).map(([folder, count]) => `${folder}: ${count}`);
    expect(full).toEqual([]);
  });

  it(`hold files of at most ${maxLines} lines`, () => {
    const long = modules.filter((file) => readFileSync(new URL(file, src), 'utf8').split('\n').length - 1 > maxLines);
    expect(long, 'Find the seam: a long file holds two things').toEqual([]);
  });

  it('are imported by somebody, file by file', () => {
    const imported = new Set(imports.map(({ what }) => what));
    const orphans = modules.filter((file) => !imported.has(file) && !entries.has(file));
    expect(orphans, 'Nobody imports these').toEqual([]);
  });

  it('have no two modules that need each other, not even for a type', () => {
    const next = new Map(
      modules.map((file) => [file, imports.filter(({ from }) => from === file).map(({ what }) => what)]),
    );
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
      if (way.includes(file) || done.has(file)) return;
      for (const other of next.get(file) ?? []) visit(other, [...way, file]);
      done.add(file);
    };
    for (const file of modules) visit(file, []);
    expect(circles, 'Move what both need into a module below both').toEqual([]);
  });

  it("are drawn in CONTRIBUTING's map as they are", () => {
    const page = readPage(new URL('.github/CONTRIBUTING.md', repository), { rooms: map });
    expect(blockIn(page, 'rooms'), '`npm run docs` writes the map from the table').toContain(map());
  });
});

/** CONTRIBUTING's map. The last room may know all others: a list of them would say nothing. */
function map(): string {
  const pathOf = (room: string): string => (room === '.' ? '`src/*.ts`' : `\`src/${room}/\``);
  const known = (room: string, knows: readonly string[]): string =>
    room === '.' ? 'all of them' : knows.map((other) => (other === '.' ? '`src/*.ts`' : `\`${other}\``)).join(', ');
  return markdownTable(
    ['room', 'what is in it', 'may import', 'pure'],
    Object.entries(rooms).map(([room, { purpose, knows, pure }]) => [
      pathOf(room),
      purpose,
      known(room, knows),
      pure === undefined ? '' : 'yes',
    ]),
  );
}
