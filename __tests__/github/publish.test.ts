import { describe, expect, it } from 'vitest';
import * as build from '../builders.ts';
import { primaryLimit, secondaryLimit } from '../harness/github/server.ts';
import { repository, shaOf } from '../harness/github/state.ts';
import { buildContext, buildMissing, headSha, pullRequestEvent, quickPace, ready, useGitHub } from './world.ts';

const github = useGitHub();

const everything = { checkRun: true, commitStatus: true, comment: 'always', issue: true } as const;
const missing = buildMissing();

describe('publishStatus', () => {
  it('does nothing and asks nothing when nothing is asked for', async () => {
    expect(await github.publish(missing, {})).toEqual({ warnings: [], findings: [] });
    expect(github.server.calls).toEqual([]);
  });

  it('says the same thing everywhere', async () => {
    const { payload } = pullRequestEvent(github.server);
    const result = await github.publish(missing, everything, {
      context: buildContext(github.server, 'pull_request', payload),
    });
    expect(result.warnings).toEqual([]);
    const headline = 'Not ready – DSGB1 or DSXI1 missing';
    const [run] = github.server.state.checkRuns;
    expect(run).toMatchObject({ title: headline, conclusion: 'failure', headSha, status: 'completed' });
    expect(github.server.state.statuses).toMatchObject([{ sha: headSha, state: 'failure', description: headline }]);
    expect(run?.summary).toContain(headline);
    expect(github.bodies()).toEqual([expect.stringContaining(headline)]);
  });

  it.each([
    ['pull_request', 'pull'],
    ['pull_request_target', 'pull'],
    ['pull_request_review', 'pull'],
    ['push', 'after'],
    ['merge_group', 'merge'],
    ['workflow_run', 'run'],
    ['schedule', 'env'],
    ['workflow_dispatch', 'env'],
  ])('attaches to the head that %s is about', async (eventName, where) => {
    const sha = shaOf(where);
    const own = { id: repository.id };
    const payloads: Readonly<Record<string, unknown>> = {
      pull: { pull_request: { number: 1, head: { sha, repo: own }, base: { repo: own } } },
      after: { after: sha },
      merge: { merge_group: { head_sha: sha } },
      run: { workflow_run: { head_sha: sha, head_repository: own, event: 'push', pull_requests: [] }, repository: own },
      env: {},
    };
    const payload = payloads[where];
    const env = { GITHUB_SHA: where === 'env' ? sha : shaOf('merge commit') };
    const context = buildContext(github.server, eventName, payload, env);
    expect((await github.publish(ready, { checkRun: true, commitStatus: true }, { context })).warnings).toEqual([]);
    expect(github.server.state.checkRuns.map((run) => run.headSha)).toEqual([sha]);
    expect(github.server.state.statuses.map((status) => status.sha)).toEqual([sha]);
  });

  it('has no commit to attach to when a branch was deleted', async () => {
    const context = buildContext(github.server, 'push', { after: '0'.repeat(40) });
    const { warnings } = await github.publish(ready, { checkRun: true, commitStatus: true }, { context });
    expect(warnings).toEqual([expect.stringContaining('no commit'), expect.stringContaining('no commit')]);
    expect(github.server.calls).toEqual([]);
  });

  it('works through rate limits, errors, resets and slow answers', async () => {
    const { payload } = pullRequestEvent(github.server);
    github.server.fault('POST /statuses/{sha}', { status: 502 }, 2);
    github.server.fault('POST /check-runs', { reset: true }, 1);
    github.server.fault('GET /commits/{ref}/check-runs', primaryLimit(10), 1);
    github.server.fault('GET /issues/{issue_number}/comments', { delayMs: 1500 }, 1);
    github.server.fault('POST /issues/{issue_number}/comments', secondaryLimit(20), 1);
    const { warnings } = await github.publish(
      ready,
      { ...everything, issue: false },
      { context: buildContext(github.server, 'pull_request', payload), pace: { ...quickPace, timeoutMs: 1000 } },
    );
    expect(warnings).toEqual([]);
    expect([github.server.state.checkRuns.length, github.server.state.statuses.length, github.bodies().length]).toEqual(
      [1, 1, 1],
    );
  });

  it('names the permission that each thing needs, and does the others', async () => {
    const { payload } = pullRequestEvent(github.server);
    const context = buildContext(github.server, 'pull_request', payload);
    github.server.permissions = { statuses: 'write' };
    const { warnings } = await github.publish(missing, everything, { context });
    expect(warnings).toEqual([
      expect.stringMatching(/^Could not write the check run: .*403.* Grant `checks: write`/),
      expect.stringMatching(/^Could not write the comment: .*403.* Grant `pull-requests: write`/),
    ]);
    expect(github.server.state.statuses).toHaveLength(1);
    github.server.permissions = {};
    const nightly = await github.publish(missing, { commitStatus: true, issue: true });
    expect(nightly.warnings).toEqual([
      expect.stringMatching(/Grant `statuses: write`/),
      expect.stringMatching(/^Could not keep the tracking issue: .* Grant `issues: write`/),
    ]);
  });

  it('tells a pull request from a fork about workflow_run instead', async () => {
    const { number } = github.server.state.addPull({ headRepository: 'stranger/ncts-client' });
    github.server.permissions = { checks: 'read', 'pull-requests': 'read', statuses: 'read' };
    const payload = {
      pull_request: { number, head: { sha: headSha, repo: { id: 5 } }, base: { repo: { id: repository.id } } },
    };
    const { warnings } = await github.publish(
      missing,
      { ...everything, issue: false },
      { context: buildContext(github.server, 'pull_request', payload) },
    );
    expect(warnings).toHaveLength(3);
    expect(warnings.every((warning) => /fork can only read.*`workflow_run`/.test(warning))).toBe(true);
  });

  it.each([
    [404, '{"message":"Not Found"}', /Grant `checks: write`/],
    [410, '{"message":"Gone"}', /turned off/],
    [422, '{"message":"Validation Failed"}', /422: Validation Failed/],
    [401, '{"message":"Bad credentials"}', /does not accept the token/],
    [403, '{"message":"You must authenticate via a GitHub App."}', /only apps/],
    [500, '{"message":"Server Error"}', /next run tries it again/],
    [429, '{"message":"slow down"}', /rate limit/],
  ])('turns a lasting %i into one warning', async (status, body, why) => {
    github.server.fault('GET /commits/{ref}/check-runs', { status, body });
    github.server.fault('POST /check-runs', { status, body });
    const { warnings } = await github.publish(ready, { checkRun: true, commitStatus: true });
    expect(warnings).toEqual([expect.stringMatching(why)]);
    expect(github.server.state.statuses).toHaveLength(1);
  });

  it('needs a token and a run to publish, and says so once', async () => {
    const noToken = await github.publish(ready, { ...everything, token: undefined });
    expect(noToken.warnings).toEqual([
      expect.stringMatching(/^Nothing was published \(check run, commit status, comment, issue\).*github-token/),
    ]);
    const noRun = await github.publish(ready, everything, { context: undefined });
    expect(noRun.warnings).toEqual([expect.stringMatching(/not a run of GitHub Actions/)]);
    expect(github.server.calls).toEqual([]);
  });
});

describe('the commit status', () => {
  it('counts the days left, in 140 characters', async () => {
    await github.publish(ready, { commitStatus: true });
    const [status] = github.server.state.statuses;
    expect(status?.description).toMatch(/^Ready to submit – .*13 days left$/);
    expect(status).toMatchObject({ state: 'success', context: 'NCTS5 production checklist' });
    expect(status?.targetUrl).toMatch(
      /^https:\/\/github\.com\/transit-house\/ncts-client\/actions\/runs\/42\d+\/attempts\/1#/,
    );
  });

  it('is never green for what is not ready, whatever fail-on lets pass', async () => {
    const lenient = build.buildAssessment({ applications: missing.applications, failOn: new Set(['failed']) });
    await github.publish(lenient, { commitStatus: true, checkRun: true });
    expect(github.server.state.statuses[0]?.state).toBe('pending');
    expect(github.server.state.checkRuns[0]?.conclusion).toBe('neutral');
  });
});
