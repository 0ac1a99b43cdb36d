/* Two versions of the software in one configuration, each proven by its own reports: the built command. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freshFolder, writeFiles } from '../harness/process.ts';
import { AS_OF, buildReport } from '../harness/reports.ts';
import { runCli } from '../harness/runner.ts';
import { internals } from './step.ts';

const reportShape = z.object({
  verdict: z.string(),
  applications: z.array(z.object({ name: z.string(), verdict: z.string() })),
});

function configuration(first: string, second: string, more = ''): string {
  const own = (name: string, claim: string) =>
    `  - { name: ${name}, flows: standard-departure, procedures: simplified, ${claim} }\n`;
  return `${more}applications:\n${own('one', first)}${own('two', second)}`;
}

async function check(files: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const cwd = freshFolder('versions');
  await writeFiles(cwd, files);
  const ended = await runCli({ args: ['check', `--as-of=${AS_OF}`, '--report=report.json', ...args], cwd });
  expect(internals(ended)).toEqual([]);
  const text = await readFile(join(cwd, 'report.json'), 'utf8').catch(() => '');
  const report = text === '' ? undefined : reportShape.parse(JSON.parse(text));
  return { ...ended, verdicts: report?.applications.map(({ name, verdict }) => [name, verdict]) };
}

describe('two applications', () => {
  const byFolder = configuration('results: one/*.xml', 'results: two/*.xml');

  it('are both ready, each by its own reports', async () => {
    const run = await check({
      '.github/ncts5.yml': byFolder,
      'one/a.xml': buildReport(['DSGB1']),
      'two/a.xml': buildReport(['DSXI1']),
    });
    expect([run.exitCode, run.verdicts]).toEqual([
      0,
      [
        ['one', 'ready'],
        ['two', 'ready'],
      ],
    ]);
  });

  it('are not both ready by the reports of one', async () => {
    const run = await check({ '.github/ncts5.yml': byFolder, 'one/a.xml': buildReport(['DSGB1']) });
    expect([run.exitCode, run.verdicts]).toEqual([
      1,
      [
        ['one', 'ready'],
        ['two', 'not-ready'],
      ],
    ]);
    expect(run.stdout).toContain('two: In "results", "two/*.xml" matches no file.');
  });

  it('are both blocked by one report in two folders', async () => {
    const report = buildReport(['DSGB1']);
    const run = await check({ '.github/ncts5.yml': byFolder, 'one/a.xml': report, 'two/a.xml': report });
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/used for one and two/);
  });

  it('are told apart in one report by a property of their suites, and checked one by one as well', async () => {
    const suite = (version: string, scenario: string) =>
      buildReport([scenario])
        .replace(/<\?xml[^>]*\?>\s*/u, '')
        .replace(/(<testsuite\b[^>]*>)/u, `$1<properties><property name="version" value="${version}"/></properties>`);
    const inner = (text: string) => text.replaceAll(/<\/?testsuites\b[^>]*>/gu, '');
    const files = {
      '.github/ncts5.yml': configuration(
        'property: version=1',
        'property: { name: version, value: 2* }',
        'results: r/*.xml\n',
      ),
      'r/a.xml': `<testsuites>${inner(suite('1', 'DSGB1'))}${inner(suite('2.1', 'DSXI1'))}</testsuites>`,
    };
    const run = await check(files);
    expect([run.exitCode, run.verdicts?.map(([, verdict]) => verdict)]).toEqual([0, ['ready', 'ready']]);
    const single = await check({ ...files, 'r/a.xml': inner(suite('1', 'DSGB1')) }, ['--application=two']);
    expect([single.exitCode, single.verdicts]).toEqual([1, [['two', 'not-ready']]]);
  });

  it('say what is wrong with what tells them apart', async () => {
    const run = await check({
      '.github/ncts5.yml': configuration('property: version', "suite: '*'", 'results: r/*.xml\n'),
    });
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toContain(
      "applications[0].property: must be name=value, or a map of name and value, not 'version'.",
    );
    expect(run.stderr).toContain("applications[1].suite: '*' fits everything.");
  });
});
