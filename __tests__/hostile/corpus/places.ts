import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freshFolder } from '../../harness/process.ts';
import { failing, honest, ofKind, type HostileCase } from './hostile-case.ts';

const place = ofKind('places');

const fileNames = [
  '::set-output name=verdict::ready.xml',
  '##[error]injected.xml',
  'a\n::error file=x::injected\nb.xml',
  'a\r::warning file=x::injected.xml',
  '<script>alert(1)<script>.xml',
  '[x](javascript:alert(1)).xml',
  '`id` $(id) ${{ github.token }}.xml',
  '| a | b |.xml',
  '@octocat #1.xml',
  '__proto__.xml',
  '-rf.xml',
  '!(a|b).xml',
  '{a,b}*?[c].xml',
  ' .xml',
  '\\.xml',
  '\u202elmx.xml',
  'DSGB1 DSXI1.xml',
  `${'n'.repeat(251)}.xml`,
] as const;

const nothing = {};

/** Where reports lie, and what lies there instead. */
export const placeCases: readonly HostileCase[] = [
  ...fileNames.map((name) =>
    place(`a failing report called ${JSON.stringify(name.slice(0, 40))}`, { [`results/${name}`]: failing }),
  ),
  ...fileNames.map((name) =>
    place(`an unreadable report called ${JSON.stringify(name.slice(0, 40))}`, {
      [`results/${name}`]: honest.slice(0, -5),
    }),
  ),
  place('a folder called like a report', nothing, {
    prepare: async (workspace) => void (await mkdir(join(workspace, 'results/hostile.xml'), { recursive: true })),
  }),
  place('a pipe that nobody writes to', nothing, {
    prepare: async (workspace) => void execFileSync('mkfifo', [join(workspace, 'results/hostile.xml')]),
    values: { results: 'results/good.xml\nresults/hostile.xml' },
    named: 'results/hostile.xml',
  }),
  place('a link to a report outside of the workspace', nothing, {
    prepare: async (workspace) => {
      const elsewhere = join(freshFolder('elsewhere'), 'report.xml');
      await writeFile(elsewhere, honest);
      await symlink(elsewhere, join(workspace, 'results/hostile.xml'));
    },
    named: 'results/hostile.xml',
  }),
  place('a link to a folder outside of the workspace', nothing, {
    prepare: async (workspace) => {
      const elsewhere = freshFolder('elsewhere');
      await writeFile(join(elsewhere, 'report.xml'), honest);
      await symlink(elsewhere, join(workspace, 'results/more'));
    },
  }),
  place('a link to an endless device', nothing, {
    prepare: (workspace) => symlink('/dev/zero', join(workspace, 'results/hostile.xml')),
    named: 'results/hostile.xml',
  }),
  place('a link to nothing', nothing, {
    prepare: (workspace) => symlink('nowhere.xml', join(workspace, 'results/hostile.xml')),
    named: 'results/hostile.xml',
  }),
  place('a link to itself', nothing, {
    prepare: (workspace) => symlink('hostile.xml', join(workspace, 'results/hostile.xml')),
    named: 'results/hostile.xml',
  }),
  place(
    'a folder linked into itself',
    { 'results/hostile.xml': failing },
    {
      prepare: (workspace) => symlink('.', join(workspace, 'results/again')),
    },
  ),
  place('a name that is not UTF-8', nothing, {
    prepare: async (workspace) => {
      const path = Buffer.concat([
        Buffer.from(join(workspace, 'results/')),
        Buffer.from([0xff, 0xfe]),
        Buffer.from('.xml'),
      ]);
      await writeFile(path, failing);
    },
    named: '.xml',
  }),
];
