import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StoredRun } from '../harness/github/state.ts';
import { repository, shaOf } from '../harness/github/state.ts';
import { type GitHubServer, secondaryLimit, startGitHub } from '../harness/github/server.ts';
import { AS_OF, buildReport } from '../harness/reports.ts';
import type { ActionRun } from '../harness/runner.ts';
import { leaveArtifact, noViolations } from '../github/world.ts';
import { internals, type StepOptions, simplified, useStep } from './step.ts';

const { service, run } = useStep();
const asOf = Date.parse(AS_OF);
const day = 86_400_000;
const head = shaOf('head of the pull request');
const own = { id: repository.id };
const everywhere = { 'check-run': 'true', 'commit-status': 'true', comment: 'always', issue: 'true' };

let server: GitHubServer;
beforeAll(async () => {
  server = await startGitHub();
});
afterAll(() => server.stop());
afterEach(() => {
  noViolations(server, service());
  server.reset();
});

let runs = 0;

/** A step that may talk to GitHub, with the workflow's own token; each in a workflow run of its own. */
function publishing(options: StepOptions = {}): Promise<ActionRun> {
  runs += 1;
  const runId = 4_300_000 + runs;
  const env = { ...service().env(runId), GITHUB_RUN_ID: String(runId), GITHUB_API_URL: server.origin, ...options.env };
  return run({ token: 'ghs_loopback', hurry: true, ...options, env });
}

function nightly(options: StepOptions = {}): Promise<ActionRun> {
  return publishing({ event: { name: 'schedule', payload: {} }, ...options });
}

function pullRequest(
  number: number,
  headRepository: { readonly id: number } = own,
): { readonly name: string; readonly payload: unknown } {
  const pull = { number, head: { sha: head, repo: headRepository }, base: { repo: own } };
  return { name: 'pull_request', payload: { pull_request: pull, repository: own } };
}

/** The report of one scenario, left by a workflow run so many days before. */
async function leaveResults(scenario: string, daysAgo: number, from: StoredRun = server.state.addRun()): Promise<void> {
  const content = { [`${scenario.toLowerCase()}.xml`]: buildReport([scenario]) };
  await leaveArtifact(server, service(), { run: from, content, createdAt: new Date(asOf - daysAgo * day) });
}

const warningsOf = ({ annotations }: ActionRun): string =>
  annotations
    .filter(({ level }) => level === 'warning')
    .map(({ message }) => message)
    .join('\n');

describe('a nightly check', () => {
  it('puts the evidence of several runs together, found among 1,100 artifacts, and says where each comes from', async () => {
    const from = server.state.addRun({ headSha: shaOf('tested') });
    for (let index = 0; index < 1100; index += 1) {
      server.state.addArtifact({ name: `build-${index}`, createdAt: new Date(asOf - index * 60_000), run: from });
    }
    await leaveResults('DSGB1', 1, from);
    await leaveResults('PSGB1', 0.5);
    const step = await nightly({
      cases: ['ASGB1'],
      with: { 'results-artifact': 'trader-test-results', issue: 'true' },
    });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'ready' } });
    expect(server.calls.filter(({ route }) => route === 'GET /actions/artifacts')).toHaveLength(1);
    expect(step.log.join('\n')).toContain('Earlier results: 2 reports in 5 calls to GitHub.');
    expect(server.state.issues).toEqual([]);
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
    expect(server.state.issues).toMatchObject([{ state: 'open', title: expect.stringContaining('1 of 3') as unknown }]);
    expect(server.state.comments).toEqual([]);
    expect(await nightly(options)).toMatchObject({ exitCode: 0 });
    expect(server.state.issues).toMatchObject([{ state: 'closed' }]);
    expect(server.state.comments.map(({ body }) => body)).toEqual([expect.stringContaining('All is well again')]);
  });

  it('is not ready when an artifact that may hold a newer failure can not be read', async () => {
    const broken = { content: new Uint8Array([80, 75, 3, 4, 0]), createdAt: new Date(asOf - day) };
    await leaveArtifact(server, service(), broken);
    const step = await nightly({ with: { 'results-artifact': 'trader-test-results' } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready' } });
    expect(step.summary).toContain('is refused: it is no zip or breaks off');
  });

  it("does not count a stranger's results, and is not held up by them", async () => {
    const stranger = server.state.addRun({ headRepository: { id: 99, fullName: 'stranger/ncts-client' } });
    await leaveResults('DSGB1', 1, stranger);
    const options = { with: { 'results-artifact': 'trader-test-results' } };
    expect(await nightly({ ...options, cases: ['PSGB1', 'ASGB1'] })).toMatchObject({
      exitCode: 1,
      outputs: { missing: 'DSGB1 or DSXI1' },
    });
    const step = await nightly(options);
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'ready' } });
    expect(step.summary).toContain('started from a fork');
  });

  it('is not ready without the permission to look at artifacts, and says which', async () => {
    server.permissions = {};
    const step = await nightly({ with: { 'results-artifact': 'trader-test-results' } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready' } });
    expect(step.summary).toContain('actions: read');
  });
});

describe('a pull request', () => {
  it('gets one check run, one status and one comment on its head, however often it is checked', async () => {
    const { number } = server.state.addPull({ headSha: head });
    const event = pullRequest(number);
    const red = await publishing({ event, cases: ['DSGB1'], with: everywhere });
    expect(red).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready' } });
    expect(server.state.checkRuns).toMatchObject([{ headSha: head, conclusion: 'failure' }]);
    const green = await publishing({ event, with: everywhere });
    expect(green).toMatchObject({ exitCode: 0, outputs: { verdict: 'ready' } });
    expect(warningsOf(green)).toBe('');
    const headline = 'Ready to submit – evidence lasts until 24 March 2025, 09:00:00 UTC (12 days left)';
    expect(server.state.checkRuns.at(-1)).toMatchObject({ headSha: head, conclusion: 'success', title: headline });
    expect(server.state.checkRuns.filter(({ title }) => title !== 'Superseded')).toHaveLength(1);
    expect(server.state.statuses.at(-1)).toMatchObject({ sha: head, state: 'success', description: headline });
    expect(server.state.comments.map(({ body, issue }) => [issue, body.includes(headline)])).toEqual([[number, true]]);
    expect(green.summary).toContain(headline);
    expect(server.state.issues.filter(({ isPullRequest }) => !isPullRequest)).toEqual([]);
  });

  it.each([
    ['ready', simplified, 0],
    ['not-ready', ['DSGB1'], 1],
  ] as const)(
    'from a fork may only be read: the verdict %s stands, with warnings',
    async (verdict, cases, exitCode) => {
      server.permissions = {
        actions: 'read',
        checks: 'read',
        issues: 'read',
        'pull-requests': 'read',
        statuses: 'read',
      };
      const { number } = server.state.addPull({ headSha: head, headRepository: 'stranger/ncts-client' });
      const step = await publishing({ event: pullRequest(number, { id: 99 }), cases, with: everywhere });
      expect(step).toMatchObject({ exitCode, outputs: { verdict } });
      for (const permission of ['checks: write', 'statuses: write', 'pull-requests: write']) {
        expect(warningsOf(step)).toContain(permission);
      }
      expect(step.summary).toContain('can only read');
      expect(server.state.comments).toEqual([]);
      expect(internals(step)).toEqual([]);
    },
  );

  it('is published in spite of a GitHub in trouble', async () => {
    const { number } = server.state.addPull({ headSha: head });
    server.fault('GET /commits/{ref}/check-runs', { status: 503 }, 1);
    server.fault('POST /check-runs', { reset: true }, 1);
    server.fault('POST /statuses/{sha}', { status: 500 }, 2);
    server.fault('GET /issues/{issue_number}/comments', secondaryLimit(60, 429), 1);
    server.loseAnswer('POST /issues/{issue_number}/comments');
    const step = await publishing({ event: pullRequest(number), with: everywhere });
    expect(step).toMatchObject({ exitCode: 0 });
    expect(warningsOf(step)).toBe('');
    expect([server.state.checkRuns.length, server.state.statuses.length, server.state.comments.length]).toEqual([
      1, 1, 1,
    ]);
    expect(step.log.join('\n')).toContain('Secondary rate limit reached: GitHub asks to wait 60 s');
  });
});

describe('the verdict is attached to the right commit', () => {
  it.each([
    ['pull_request_target', { pull_request: { number: 1, head: { sha: head, repo: own }, base: { repo: own } } }],
    ['push', { after: head }],
    ['merge_group', { merge_group: { head_sha: head } }],
    ['workflow_run', { workflow_run: { head_sha: head, head_repository: own, event: 'push' }, repository: own }],
  ])('of %s', async (name, payload) => {
    const step = await publishing({
      event: { name, payload },
      with: { 'check-run': 'true', 'commit-status': 'true' },
    });
    expect(warningsOf(step)).toBe('');
    expect(server.state.checkRuns.map(({ headSha }) => headSha)).toEqual([head]);
    expect(server.state.statuses.map(({ sha }) => sha)).toEqual([head]);
  });
});

describe('publishing that can not be', () => {
  it.each([
    ['no token', { token: '' }, 'there is no token'],
    ['a GitHub that refuses the token', {}, 'does not accept the token'],
  ])('for %s leaves the verdict as it is', async (what, options, expected) => {
    if (what !== 'no token') {
      for (const route of ['GET /commits/{ref}/check-runs', 'POST /statuses/{sha}', 'GET /issues']) {
        server.fault(route, { status: 401, body: '{"message":"Bad credentials"}' });
      }
    }
    const step = await nightly({ ...options, with: { ...everywhere, comment: 'off' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'ready' } });
    expect(warningsOf(step)).toContain(expected);
    expect(step.summary).toContain(expected);
    expect(internals(step)).toEqual([]);
  });
});
