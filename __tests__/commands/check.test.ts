import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { repository } from '../harness/action-metadata.ts';
import { runBuiltCli } from '../harness/cli.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';

const root = fileURLToPath(repository);
const demonstration = ['check', '--config', '__tests__/fixtures/demo/ncts5.yml', '--as-of', '2025-03-20T12:00:00Z'];
const headline = 'Was ready to submit on 20 March 2025 – evidence until Monday 31 March 2025, 09:14 UTC\n';

describe('a mistyped command line', () => {
  it.each([
    [['--flows', '--procedures=both', '--results=r.xml'], ['flag --flows: needs a value.']],
    [['--flow=arrival', '--procedures=both', '--results=r.xml'], ['flag --flow: is not known. Did you mean --flows?']],
    [
      ['--flows=arrival', '--procedures=both', '--result=r.xml'],
      ['flag --result: is not known. Did you mean --results?'],
    ],
    [['--flows=arrival', '--procedures=both', 'r/a.xml'], ["command line: 'r/a.xml' belongs to no flag."]],
  ])('is told of what is wrong, and not of what then seems to be missing: %j', async (args, expected) => {
    for (const command of ['check', 'plan']) {
      const { stderr, exitCode } = await runBuiltCli([command, ...args], freshFolder('mistyped'));
      const lines = stderr.trim().split('\n').slice(1);
      expect([exitCode, lines.length]).toEqual([2, expected.length]);
      for (const [index, one] of expected.entries()) expect(lines[index]).toContain(one);
    }
  });
});

it('a name in the mapping that no test has is told, and changes no verdict', async () => {
  const folder = freshFolder('mapping');
  await writeFiles(folder, {
    'r.xml':
      '<testsuite name="s" timestamp="2026-11-20T09:00:00Z"><testcase name="Departure"/><testcase name="release"/></testsuite>',
    '.github/ncts5.yml':
      'results: r.xml\nflows: standard-departure\nprocedures: simplified\nscenarios:\n  DSGB1: [Departure, Release]\n',
  });
  const { stdout, exitCode } = await runBuiltCli(['check', '--as-of', '2026-11-21T12:00:00Z'], folder);
  expect(exitCode).toBe(0);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    "warning 'Release', which the configuration gives DSGB1, fits no test in the reports. (.github/ncts5.yml:5 scenarios.DSGB1) There is 'release': letter case and white space count.",
  );
});

describe('standard output', () => {
  it.each([
    ['--report', 'report.json'],
    ['--json', 'report.json'],
    ['--junit', 'verdict.xml'],
    ['--summary', 'summary.md'],
  ])('has what %s would write to a file, and nothing else', async (flag, name) => {
    const file = path.join(freshFolder('stdout'), name);
    const written = await runBuiltCli([...demonstration, flag, file], root);
    expect(written).toMatchObject({ exitCode: 0, stderr: '' });
    const shown = await runBuiltCli([...demonstration, flag, '-', '--quiet'], root);
    expect(shown).toMatchObject({ exitCode: 0, stderr: headline });
    expect(shown.stdout).toBe(await readFile(file, 'utf8'));
  });

  it('stays empty where nothing could be checked', async () => {
    const { exitCode, stdout, stderr } = await runBuiltCli(['check', '--json', '-', '--max-age-days', 'x'], root);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain('flag --max-age-days');
  });

  it.each(['report', 'json'])('is asked for by the name that was typed, also where it is wrong: --%s', async (flag) => {
    const { stderr } = await runBuiltCli(['check', '--summary', '-', `--${flag}`, '.git/x'], root);
    expect(stderr).toContain(`flag --${flag}: lies in .git or .github/workflows`);
  });

  it('has the line of the verdict alone with --quiet, and the exit code as without', async () => {
    expect(await runBuiltCli([...demonstration, '--quiet'], root)).toMatchObject({
      exitCode: 0,
      stdout: headline,
      stderr: '',
    });
    const late = [...demonstration.slice(0, -1), '2025-05-20', '--quiet'];
    const { exitCode, stdout } = await runBuiltCli(late, root);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^.*[Nn]ot ready.*\n$/);
  });
});

describe('a folder below the top of a repository', () => {
  const file = 'flows: standard-departure\nprocedures: simplified\nresults: results/*.xml\n';
  const report =
    '<testsuite name="s"><testcase classname="c" name="DSGB1" timestamp="2025-03-19T10:00:00Z"/></testsuite>';
  const args = ['check', '--as-of', '2025-03-20T12:00:00Z', '--quiet', '--fail-on', 'missing'];

  it('is checked by the configuration file of the top; what flags name starts here', async () => {
    const top = freshFolder('top');
    const here = path.join(top, 'service/deep');
    await writeFiles(top, { '.github/ncts5.yml': file, 'results/a.xml': report, 'service/deep/own/b.xml': report });
    await mkdir(path.join(top, '.git'));
    expect(await runBuiltCli(args, here)).toMatchObject({ exitCode: 0 });
    const own = await runBuiltCli([...args, '--results', 'own/*.xml', '--json', 'out.json'], here);
    expect(own).toMatchObject({ exitCode: 0 });
    expect(await readFile(path.join(here, 'out.json'), 'utf8')).toContain('service/deep/own/b.xml');
  });

  it('is its own where it has a configuration file, or the top has none', async () => {
    const top = freshFolder('own');
    const here = path.join(top, 'service');
    await writeFiles(top, { 'service/.github/ncts5.yml': file, 'service/results/a.xml': report });
    await mkdir(path.join(top, '.git'));
    expect(await runBuiltCli(args, here)).toMatchObject({ exitCode: 0 });
    expect(await runBuiltCli(args, top)).toMatchObject({ exitCode: 2 });
  });
});
