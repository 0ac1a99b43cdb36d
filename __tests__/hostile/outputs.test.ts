import { chmodSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { internals, simplified, useStep } from '../action/step.ts';
import { runBuiltCli } from '../harness/cli.ts';
import { freshFolder } from '../harness/process.ts';
import { buildReport } from '../harness/reports.ts';
import { good, workspaceOf } from './checking.ts';
import { honest, hostilePath, usualSettings } from './corpus/hostile-case.ts';

const { service, run } = useStep();

const verdicts = [
  { verdict: 'ready', cases: simplified },
  { verdict: 'not-ready', cases: ['DSGB1'] },
] as const;

/** A Node that can write no file longer than so many KiB: what a full disk does to a process. */
function crampedNode(kibibytes: number): string {
  const path = join(freshFolder('cramped'), 'node');
  writeFileSync(path, `#!/bin/bash\nulimit -f ${kibibytes}\nexec "${process.execPath}" "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

describe.each(verdicts)('the verdict $verdict', ({ verdict, cases }) => {
  it('stands on a disk that takes the outputs and nothing longer', async () => {
    const step = await run({ cases, node: crampedNode(2) });
    expect(step.signal).toBe(null);
    expect(step.outputs).toMatchObject({ verdict });
    const said = step.annotations.map(({ message }) => message).join('\n');
    expect(said).toContain('ncts5-checklist.docx could not be written');
    expect(said).toContain('ncts5-report.json could not be written');
    expect(said).toContain('job summary could not be written');
    expect(internals(step)).toEqual([]);
  });

  it('stands on a disk that takes nothing at all', async () => {
    const step = await run({ cases, node: crampedNode(0) });
    expect(step.signal).toBe(null);
    expect(step.log.join('\n')).toContain('outputs could not be set');
    expect(step.log.join('\n')).toMatch(verdict === 'ready' ? /Mandatory tests (?:were )?proven/ : /Not ready/);
    expect(internals(step)).toEqual([]);
  });
});

describe('an upload that fails late', () => {
  it.each([
    ['FinalizeArtifact', { status: 500 }],
    ['FinalizeArtifact', { reset: true }],
    ['PutBlock', { status: 503 }],
    ['PutBlock', { reset: true }],
    ['PutBlock', { status: 409 }],
  ] as const)('leaves the verdict alone when %s meets %j, and is told', async (route, fault) => {
    service().fault(route, fault);
    const step = await run({ hurry: true });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'ready', 'artifact-id': '', 'artifact-url': '' } });
    expect(step.annotations.map(({ message }) => message).join('\n')).toContain('could not be uploaded');
    expect(step.summary).toContain('could not be uploaded');
    expect(internals(step)).toEqual([]);
  });
});

describe('nothing is written outside of the workspace', () => {
  const lures: readonly (readonly [string, string, (workspace: string, outside: string) => Promise<void>])[] = [
    ['a linked folder', 'out/list.docx', (workspace, outside) => symlink(outside, join(workspace, 'out'))],
    [
      'a folder behind two links',
      'a/b/list.docx',
      async (workspace, outside) => {
        await mkdir(join(workspace, 'real'));
        await symlink('real', join(workspace, 'a'));
        await symlink(outside, join(workspace, 'real/b'));
      },
    ],
    [
      'a link to a file',
      'list.docx',
      async (workspace, outside) => {
        await writeFile(join(outside, 'list.docx'), 'theirs');
        await symlink(join(outside, 'list.docx'), join(workspace, 'list.docx'));
      },
    ],
    [
      'a link to a file that is not there yet',
      'list.docx',
      (workspace, outside) => symlink(join(outside, 'list.docx'), join(workspace, 'list.docx')),
    ],
    [
      'a link to a folder that is not there yet',
      'new/list.docx',
      (workspace, outside) => symlink(join(outside, 'new'), join(workspace, 'new')),
    ],
  ];

  it.each(lures)('through %s', async (_, checklist, prepare) => {
    const outside = freshFolder('outside');
    const before = (): Promise<string[]> => readdir(outside, { recursive: true });
    const workspace = await workspaceOf({ ...good, [hostilePath]: honest }, (at) => prepare(at, outside));
    const [files, content] = [
      await before(),
      await readFile(join(outside, 'list.docx'), 'utf8').catch(() => undefined),
    ];
    const flags = Object.entries({ ...usualSettings, checklist }).map(([name, value]) => `--${name}=${value}`);
    const ended = await runBuiltCli(['check', ...flags], workspace);
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr).toMatch(/checklist.*outside of the workspace/);
    expect(await before()).toEqual(files);
    expect(await readFile(join(outside, 'list.docx'), 'utf8').catch(() => undefined)).toBe(content);
    expect(internals(ended)).toEqual([]);
  });

  it('nor is the report, the summary or the badge', async () => {
    const outside = freshFolder('outside');
    const workspace = await workspaceOf({ 'results/a.xml': buildReport(simplified) }, (at) =>
      symlink(outside, join(at, 'out')),
    );
    const { checklist: _, ...settings } = usualSettings;
    const flags = Object.entries({ ...settings, report: 'out/r.json', summary: 'out/s.md', badge: 'out/b.svg' });
    const ended = await runBuiltCli(['check', ...flags.map(([name, value]) => `--${name}=${value}`)], workspace);
    expect(ended.exitCode).toBe(2);
    const told = ended.stderr.match(/--[a-z]+(?=: leads outside of the workspace through a link)/g);
    expect(told).toEqual(['--report', '--summary', '--badge']);
    expect(await readdir(outside)).toEqual([]);
  });
});
