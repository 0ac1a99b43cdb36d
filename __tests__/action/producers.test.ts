import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { repository } from '../harness/action-metadata.ts';
import { nodes } from '../harness/nodes.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';
import { runCli } from '../harness/runner.ts';
import { internals, useStep } from './step.ts';

/** Every tool ran the same toy tests: DSGB1 passes, DSGB2 fails, DSGB3 is skipped, as far as the tool tells. */
const told = 'DSGB1 passed, DSGB2 failed, DSGB3 not-run';
const tools: readonly (readonly [tool: string, scenarios: string, verdict: 'ready' | 'not-ready'])[] = [
  ['bats', told, 'ready'],
  ['bruno', 'DSGB1 passed, DSGB2 failed', 'ready'],
  ['cucumber-js', 'DSGB1 passed, DSGB2 failed', 'ready'],
  ['gradle', told, 'ready'],
  ['jest-junit', told, 'ready'],
  ['junit5-console', 'DSGB1 passed, DSGB2 failed', 'ready'],
  ['mocha-junit-reporter', 'DSGB1 passed, DSGB2 failed', 'ready'],
  ['mocha-xunit', told, 'ready'],
  ['newman', 'DSGB1 passed, DSGB2 failed', 'ready'],
  ['newman-junitfull', 'DSGB1 passed, DSGB2 failed', 'ready'],
  // Writes no time at all.
  ['node-test-20', 'DSGB1 stale, DSGB2 failed, DSGB3 not-run', 'not-ready'],
  ['node-test-24', told, 'ready'],
  // Writes no time at all. `testDsgb2Fails` only looks like a number: its failure counts all the same, no pass would.
  ['phpunit', 'DSGB1 stale, DSGB2 failed', 'not-ready'],
  ['playwright', told, 'ready'],
  ['pytest-7', `${told}, DSGB4 passed`, 'ready'],
  ['pytest-9', `${told}, DSGB4 passed`, 'ready'],
  ['rspec', told, 'ready'],
  // Loses the display names, and with them the scenarios; the failure of `dsgb2Fails` may concern DSGB2.
  ['surefire', 'DSGB2 failed', 'not-ready'],
  ['vitest', told, 'ready'],
];

const read = (tool: string): string =>
  readFileSync(new URL(`__tests__/fixtures/producers/${tool}.utc.xml`, repository), 'utf8');

/** Some ran under a faked clock in July, some by the real one in November. */
const dayAfter = (xml: string): string =>
  xml.includes('2026-11-22') ? '2026-11-23T12:00:00Z' : '2026-07-02T12:00:00Z';

const report = z.object({
  verdict: z.string(),
  scenarios: z.record(z.string(), z.object({ status: z.string() })),
  files: z.array(z.object({ path: z.string(), problem: z.unknown() })),
});

describe('the report of', () => {
  it.each(tools)('%s is read as %j: %s', async (tool, scenarios, verdict) => {
    const xml = read(tool);
    const cwd = freshFolder('laptop');
    await writeFiles(cwd, { 'r.xml': xml });
    const flags = [
      '--results=r.xml',
      '--json=ncts5-report.json',
      '--flows=standard-departure',
      '--procedures=simplified',
      `--as-of=${dayAfter(xml)}`,
    ];
    const ended = await runCli({ cwd, args: ['check', ...flags] });
    const written = report.parse(JSON.parse(await readFile(join(cwd, 'ncts5-report.json'), 'utf8')));
    const found = Object.entries(written.scenarios).map(([id, { status }]) => `${id} ${status}`);
    expect({ verdict: written.verdict, scenarios: found.toSorted().join(', ') }).toEqual({ verdict, scenarios });
    expect(written.files).toMatchObject([{ path: 'r.xml', problem: null }]);
    expect(ended.exitCode).toBe(verdict === 'ready' ? 0 : 1);
    expect(internals(ended)).toEqual([]);
  });
});

const { run } = useStep();

describe.each(nodes)('all of July at once on $name', ({ path: node }) => {
  const inJuly = tools.map(([tool]) => tool).filter((tool) => dayAfter(read(tool)) === '2026-07-02T12:00:00Z');
  const together = async (which: readonly string[]) =>
    run({
      node,
      cases: null,
      files: Object.fromEntries(which.map((tool) => [`reports/${tool}.xml`, read(tool)])),
      with: { results: 'reports/*.xml', flows: 'standard-departure', 'as-of': '2026-07-02T12:00:00Z' },
    });

  it('are red, for two of them tell no time', async () => {
    const step = await together(inJuly);
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready', stale: 'DSGB1', failed: '' } });
    expect(step.summary).toContain(`${inJuly.length} reports`);
  });

  it('are green without these two, though DSGB2 fails in all: it is not required', async () => {
    const step = await together(inJuly.filter((tool) => tool !== 'node-test-20' && tool !== 'phpunit'));
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'ready', failed: '' } });
  });
});
