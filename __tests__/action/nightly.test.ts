import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leaveArtifact } from '../github/world.ts';
import { shaOf, type StoredRun } from '../harness/github/state.ts';
import { AS_OF, buildReport } from '../harness/reports.ts';
import type { ActionRun } from '../harness/runner.ts';
import { everywhere, usePublishing, warningsOf } from './publishing.ts';
import { internals, type StepOptions } from './step.ts';

const { server, service, publishing } = usePublishing();
const asOf = Date.parse(AS_OF);
const day = 86_400_000;

function nightly(options: StepOptions = {}): Promise<ActionRun> {
  return publishing({ event: { name: 'schedule', payload: {} }, ...options });
}

/** The report of one scenario, left by a workflow run so many days before. */
async function leaveResults(
  scenario: string,
  daysAgo: number,
  from: StoredRun = server().state.addRun(),
): Promise<void> {
  const content = { [`${scenario.toLowerCase()}.xml`]: buildReport([scenario]) };
  await leaveArtifact(server(), service(), { run: from, content, createdAt: new Date(asOf - daysAgo * day) });
}

describe('a nightly check', () => {
  it('puts the evidence of several runs together, found among 1,100 artifacts, and says where each comes from', async () => {
    const from = server().state.addRun({ headSha: shaOf('tested') });
    for (let index = 0; index < 1100; index += 1) {
      server().state.addArtifact({ name: `build-${index}`, createdAt: new Date(asOf - index * 60_000), run: from });
    }
    await leaveResults('DSGB1', 1, from);
    await leaveResults('PSGB1', 0.5);
    const step = await nightly({
      cases: ['ASGB1'],
      with: { 'results-artifact': 'trader-test-results', issue: 'true' },
    });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'ready' } });
    expect(server().calls.filter(({ route }) => route === 'GET /actions/artifacts')).toHaveLength(1);
    expect(step.log.join('\n')).toContain('Earlier results: 2 reports in 5 calls to GitHub.');
    expect(server().state.issues).toEqual([]);
    const report = await readFile(join(step.workspace, 'ncts5-report.json'), 'utf8');
    expect(report).toContain(`trader-test-results (run ${from.id})/dsgb1.xml`);
    expect(step.summary).toContain(`actions/runs/${from.id}`);
    expect(step.summary).toContain(shaOf('tested').slice(0, 7));
    expect(internals(step)).toEqual([]);
  });

  it('opens one issue, keeps it up to date and closes it when all is well', async () => {
    const options = { with: { issue: 'true' } };
    expect(await nightly({ ...options, cases: ['DSGB1'] })).toMatchObject({ exitCode: 1 });
    expect(await nightly({ ...options, cases: ['DSGB1', 'PSGB1'] })).toMatchObject({ exitCode: 1 });
    expect(server().state.issues).toMatchObject([
      { state: 'open', title: 'NCTS5 production checklist needs attention' },
    ]);
    expect(server().state.comments).toEqual([]);
    expect(await nightly(options)).toMatchObject({ exitCode: 0 });
    expect(server().state.issues).toMatchObject([{ state: 'closed' }]);
    expect(server().state.comments.map(({ body }) => body)).toEqual([expect.stringContaining('Closed: ')]);
  });

  it('is not ready when an artifact that may hold a newer failure can not be read', async () => {
    const broken = { content: new Uint8Array([80, 75, 3, 4, 0]), createdAt: new Date(asOf - day) };
    await leaveArtifact(server(), service(), broken);
    const step = await nightly({ with: { 'results-artifact': 'trader-test-results' } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready' } });
    expect(step.summary).toContain('is refused: it is not a zip archive, or its end is missing');
  });

  it.each([
    ['cuts the connection', { reset: true }],
    ['is down', { status: 503 }],
    ['throttles', { status: 429, headers: { 'retry-after': '1' } }],
  ] as const)('gets its artifacts from a storage that %s twice', async (_, fault) => {
    service().fault('GetBlob', fault, 2);
    await leaveResults('DSGB1', 1);
    const step = await nightly({ cases: ['PSGB1', 'ASGB1'], with: { 'results-artifact': 'trader-test-results' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'ready' } });
    expect(internals(step)).toEqual([]);
  });

  it('gives a storage up that stays down, and is not ready', async () => {
    service().fault('GetBlob', { status: 503 });
    await leaveResults('DSGB1', 1);
    const step = await nightly({ with: { 'results-artifact': 'trader-test-results' } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready' } });
    expect(step.summary).toContain('Could not download Artifact trader-test-results');
    expect(internals(step)).toEqual([]);
  });

  it("does not count a stranger's results, and is not held up by them", async () => {
    const stranger = server().state.addRun({ headRepository: { id: 99, fullName: 'stranger/ncts-client' } });
    await leaveResults('DSGB1', 1, stranger);
    const options = { with: { 'results-artifact': 'trader-test-results' } };
    expect(await nightly({ ...options, cases: ['PSGB1', 'ASGB1'] })).toMatchObject({
      exitCode: 1,
      outputs: { missing: 'DSGB1 or DSXI1' },
    });
    const step = await nightly(options);
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'ready' } });
    expect(step.summary).toContain('a fork started the run');
  });

  it('is not ready without the permission to look at artifacts, and says which', async () => {
    server().permissions = {};
    const step = await nightly({ with: { 'results-artifact': 'trader-test-results' } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready' } });
    expect(step.summary).toContain('actions: read');
  });
});

describe('publishing that can not be', () => {
  it.each([
    ['no token', { token: '' }, 'there is no token'],
    ['a GitHub that refuses the token', {}, 'does not accept the token'],
  ])('for %s leaves the verdict as it is', async (what, options, expected) => {
    if (what !== 'no token') {
      for (const route of ['GET /commits/{ref}/check-runs', 'POST /statuses/{sha}', 'GET /issues']) {
        server().fault(route, { status: 401, body: '{"message":"Bad credentials"}' });
      }
    }
    const step = await nightly({ ...options, with: { ...everywhere, comment: 'off' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'ready' } });
    expect(warningsOf(step)).toContain(expected);
    expect(step.summary).toContain(expected);
    expect(internals(step)).toEqual([]);
  });
});
