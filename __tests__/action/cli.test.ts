import { cpSync, existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { repository } from '../harness/action-metadata.ts';
import { nodes } from '../harness/nodes.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';
import { AS_OF, buildReport, type ScenarioCase } from '../harness/reports.ts';
import { runCli } from '../harness/runner.ts';
import { controls, internals, simplified } from './step.ts';

const flags = [
  'check',
  '--results=results/*.xml',
  '--flows=standard-departure,pre-lodged-departure,arrival',
  '--procedures=simplified',
  `--as-of=${AS_OF}`,
];

async function cli(
  args: readonly string[],
  cases: readonly (ScenarioCase | string)[] | null = simplified,
  node?: string,
) {
  const cwd = freshFolder('laptop');
  if (cases !== null) await writeFiles(cwd, { 'results/a.xml': buildReport(cases) });
  const ended = await runCli({ args, cwd, ...(node === undefined ? {} : { node }) });
  expect(internals(ended)).toEqual([]);
  return { ...ended, cwd, files: (await readdir(cwd)).toSorted() };
}

describe.each(nodes)('the command on $name', ({ path: node }) => {
  it('answers 0 when ready, and writes what was asked for', async () => {
    const files = ['--checklist', 'out/list.docx', '--json', 'out/report.json', '--summary', 'out/summary.md'];
    const { exitCode, stdout, cwd } = await cli([...flags, ...files], simplified, node);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/ready/i);
    expect(Object.keys(unzipSync(await readFile(join(cwd, 'out/list.docx'))))).toContain('word/document.xml');
    expect(JSON.parse(await readFile(join(cwd, 'out/report.json'), 'utf8'))).toMatchObject({ verdict: 'ready' });
    expect(await readFile(join(cwd, 'out/summary.md'), 'utf8')).toContain('DSGB1');
  });

  it('answers 1 when not ready, and says why', async () => {
    const { exitCode, stdout } = await cli(flags, ['DSGB1', 'ASGB1'], node);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('PSGB1');
  });

  it('answers 2 for wrong flags, all at once', async () => {
    const { exitCode, stderr, stdout, files } = await cli(
      [...flags, '--max-age-dayz', '3', '--combination', 'C'],
      simplified,
      node,
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('--max-age-days');
    expect(files).toEqual(['results']);
  });
});

describe('the command', () => {
  it('answers 2 without any report, and names the globs', async () => {
    const { exitCode, stdout, stderr } = await cli(flags, null);
    expect(exitCode).toBe(2);
    expect(stdout + stderr).toContain('results/*.xml');
  });

  it.each([['--help'], ['help'], []])('tells on %j what it is for, and its commands', async (...args) => {
    const { exitCode, stdout, stderr } = await cli(args, null);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const name of ['init', 'matrix', 'explain', 'check', 'help']) {
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    }
  });

  it.each([
    ['check', '--help'],
    ['help', 'check'],
  ])('tells on %s %s all flags', async (...args) => {
    const { exitCode, stdout, stderr } = await cli(args, null);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    for (const flag of ['--results', '--flows', '--as-of', '--checklist']) expect(stdout).toContain(flag);
  });

  it('tells its version', async () => {
    expect((await cli(['--version'], null)).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([['chekc'], ['check', 'stray.xml'], ['check', '--results'], ['check', '--github-token=x']])(
    'answers 2 on %j',
    async (...args) => {
      const { exitCode, stderr } = await cli(args, null);
      expect(exitCode).toBe(2);
      expect(stderr).not.toBe('');
    },
  );

  it('says 2 with settings wrong in several places', async () => {
    const { exitCode, stderr } = await cli([
      'check',
      '--results=r/*.xml',
      '--flows=departure',
      '--max-age-days=15',
      '--as-of=soon',
    ]);
    expect(exitCode).toBe(2);
    for (const flag of ['flows', 'max-age-days', 'as-of']) expect(stderr).toContain(flag);
  });

  it('does not act on control characters of a report', async () => {
    const cases = [
      {
        scenario: 'DSGB1',
        outcome: 'failed' as const,
        message: '\u009b2J\u202e::error::x',
        name: '[DSGB1] \u0085\u009b31m',
      },
    ];
    const { stdout, stderr } = await cli(flags, cases);
    expect(controls(stdout + stderr)).toEqual([]);
  });

  it('needs no token, no runner, and writes nothing outside of its folder', async () => {
    expect((await cli(flags)).files, 'unasked, nothing is written').toEqual(['results']);
    const { files } = await cli([...flags, '--checklist', 'out.docx', '--json', 'out.json']);
    expect(files).toEqual(['out.docx', 'out.json', 'results']);
    // Whoever runs the command may say otherwise.
    const told = await cli([...flags, '--checklist', '../elsewhere.docx']);
    expect(told.exitCode).toBe(0);
    expect(existsSync(join(told.cwd, '..', 'elsewhere.docx'))).toBe(true);
  });
});

describe('the demonstration behind npm start', () => {
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(readFileSync(new URL('package.json', repository), 'utf8')));

  it.each(nodes)('is ready on $name, without anything installed', async ({ path: node }) => {
    const cwd = freshFolder('clone');
    const demo = '__tests__/fixtures/demo';
    cpSync(fileURLToPath(new URL(demo, repository)), join(cwd, demo), { recursive: true });
    const [command, entry, ...args] = scripts.start.split(' ');
    expect([command, entry]).toEqual(['node', 'dist/cli.js']);
    const { exitCode, stdout } = await runCli({ node, args, cwd });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^NCTS5: Was ready to submit on/);
    for (const path of stdout.match(/^Written: (.*)$/m)?.[1]?.split(', ') ?? ['?']) {
      expect(existsSync(join(cwd, path))).toBe(true);
    }
  });
});
