import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runBuiltCli } from '../harness/cli.ts';
import { readElements } from '../harness/elements.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';
import { AS_OF, buildReport } from '../harness/reports.ts';
import { inputs, simplified, useStep } from './step.ts';

const { run } = useStep();

async function badge(folder: string): Promise<{ title: string | undefined; endpoint: unknown }> {
  const elements = readElements(await readFile(join(folder, 'docs/ncts5.svg'), 'utf8'));
  return {
    title: elements.find(({ name }) => name === 'title')?.text,
    endpoint: JSON.parse(await readFile(join(folder, 'docs/ncts5.json'), 'utf8')),
  };
}

/** What the form asks beside the tests. */
const answers = `answers:
  business: {name: Example Ltd, address: 1 Example Street}
  sandbox: {applicationName: Sandbox, applicationId: s-1}
  production: {applicationName: Product, applicationId: p-1}
  software: {saas: yes, onPremise: no}
  rateLimit: {standardIsEnough: yes}
  movementCap: {exceeds500: no, over5000InFlight: no}
`;

function badgeSaying(message: string, color: string) {
  const label = 'NCTS5 evidence';
  return { title: `${label}: ${message}`, endpoint: { schemaVersion: 1, label, message, color } };
}

const ready = badgeSaying('ready until 24 Mar 2025, 09:00 UTC', 'green');
const testsProven = badgeSaying('tests proven until 24 Mar 2025, 09:00 UTC', 'yellow');

describe('the badge', () => {
  it('is written by the action, green, yellow and red, and only when asked for', async () => {
    const green = await run({ with: { badge: 'docs/ncts5.svg' }, files: { '.github/ncts5.yml': answers } });
    expect(green).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await badge(green.workspace)).toEqual(ready);
    const yellow = await run({ with: { badge: 'docs/ncts5.svg' } });
    expect(await badge(yellow.workspace)).toEqual(testsProven);
    const red = await run({ with: { badge: 'docs/ncts5.svg' }, cases: ['DSGB1', 'ASGB1'] });
    expect(red.exitCode).toBe(1);
    expect(await badge(red.workspace)).toMatchObject({
      title: 'NCTS5 evidence: not ready, 2 of 3 proven',
      endpoint: { message: 'not ready, 2 of 3 proven', color: 'red' },
    });
    await expect(badge((await run()).workspace)).rejects.toThrow('ENOENT');
  });

  it('says not ready, rather than staying as it was, when there is no report at all', async () => {
    const files = { 'docs/ncts5.svg': '<svg>an old one</svg>' };
    const { workspace } = await run({ with: { badge: 'docs/ncts5.svg' }, cases: null, files });
    expect((await badge(workspace)).title).toBe('NCTS5 evidence: not ready, 0 of 3 proven');
  });

  it('is written by the command, too', async () => {
    const cwd = freshFolder('badge');
    await writeFiles(cwd, { 'results/a.xml': buildReport(simplified) });
    const flags = [
      `--results=${inputs.results}`,
      `--flows=${inputs.flows}`,
      '--procedures=simplified',
      `--as-of=${AS_OF}`,
    ];
    const ended = await runBuiltCli(['check', ...flags, '--badge=docs/ncts5.svg'], cwd);
    expect(ended.exitCode).toBe(0);
    expect(ended.stdout).toContain('docs/ncts5.svg, docs/ncts5.json');
    expect(await badge(cwd)).toEqual(testsProven);
  });
});
