import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GitHubServer, startGitHub } from '../harness/github/server.ts';
import { actionsBot } from '../harness/github/state.ts';
import {
  buildContext,
  buildExpiring,
  buildMissing,
  noViolations,
  type Publish,
  publisher,
  pullRequestEvent,
  ready,
} from './world.ts';

let server: GitHubServer;
let log: string[];
let publish: Publish;

beforeAll(async () => {
  server = await startGitHub();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.reset();
  log = [];
  publish = publisher(server, log);
});
afterEach(() => noViolations(server));

const bodies = (): string[] => server.state.comments.map(({ body }) => body);

const missing = buildMissing();
const expiring = buildExpiring();

describe('the tracking issue', () => {
  it('is not opened while all is well', async () => {
    await publish(ready, { issue: true });
    expect(server.state.issues).toEqual([]);
  });

  it('is opened, updated in place, closed with a note and opened again: always the same one', async () => {
    await publish(missing, { issue: true });
    expect(server.state.issues).toMatchObject([{ state: 'open', labels: ['ncts5-checklist'] }]);
    await publish(expiring, { issue: true });
    expect(server.state.issues[0]?.title).toContain('Ready, but not for long');
    expect(bodies()).toEqual([]);
    const { issueUrl } = await publish(ready, { issue: true });
    expect(server.state.issues).toMatchObject([{ state: 'closed', stateReason: 'completed' }]);
    expect(bodies()).toEqual([expect.stringMatching(/^All is well again/)]);
    await publish(ready, { issue: true });
    expect(bodies()).toHaveLength(1);
    await publish(missing, { issue: true });
    expect(server.state.issues).toMatchObject([{ state: 'open' }]);
    expect(bodies()[1]).toMatch(/^Opened again/);
    expect(issueUrl).toContain(`/issues/${server.state.issues[0]?.number}`);
  });

  it('is found among many, without its label, too', async () => {
    await publish(missing, { issue: true });
    const [issue] = server.state.issues;
    if (issue !== undefined) issue.labels = ['urgent'];
    for (let index = 0; index < 250; index += 1) server.state.addIssue();
    await publish(missing, { issue: true });
    expect(server.state.issues).toHaveLength(251);
    expect(issue?.labels).toEqual(['urgent', 'ncts5-checklist']);
  });

  it('does not take a pull request or a stranger for itself', async () => {
    await publish(missing, { issue: true });
    const body = server.state.issues[0]?.body ?? '';
    server.state.issues.length = 0;
    server.state.addIssue({ body, labels: ['ncts5-checklist'] });
    server.state.addIssue({ body, labels: ['ncts5-checklist'], isPullRequest: true, user: actionsBot });
    await publish(missing, { issue: true });
    expect(server.state.issues).toHaveLength(3);
  });

  it('is one after two runs at once, and after runs that were cut off', async () => {
    await Promise.all([publish(missing, { issue: true }), publish(missing, { issue: true })]);
    await publish(missing, { issue: true });
    expect(server.state.issues.filter(({ state }) => state === 'open')).toHaveLength(1);
    const issue = server.state.issues.find(({ state }) => state === 'open');
    server.state.addIssue({ body: issue?.body ?? '', labels: ['ncts5-checklist'], user: actionsBot });
    await publish(missing, { issue: true });
    expect(server.state.issues.filter(({ state }) => state === 'open')).toEqual([issue]);
    await publish(ready, { issue: true });
    await publish(missing, { issue: true });
    expect(server.state.issues.filter(({ state }) => state === 'open')).toEqual([issue]);
  });

  it('is not made twice when the answer is lost', async () => {
    server.loseAnswer('POST /issues');
    expect((await publish(missing, { issue: true })).warnings).toEqual([]);
    expect(server.state.issues).toHaveLength(1);
  });

  it('is left alone when a person closed it as not planned', async () => {
    await publish(missing, { issue: true });
    const [issue] = server.state.issues;
    Object.assign(issue ?? {}, { state: 'closed', stateReason: 'not_planned' });
    await publish(missing, { issue: true });
    expect(server.state.issues).toMatchObject([{ state: 'closed' }]);
    expect(log.join('\n')).toContain('not planned');
  });

  it('is not for pull requests', async () => {
    const { payload } = pullRequestEvent(server);
    await publish(missing, { issue: true }, { context: buildContext(server, 'pull_request', payload) });
    expect(server.calls).toEqual([]);
  });

  it('says when issues are turned off', async () => {
    server.fault('GET /issues', { status: 410, body: '{"message":"Issues are disabled for this repo"}' });
    const { warnings } = await publish(missing, { issue: true });
    expect(warnings).toEqual([expect.stringMatching(/turned off in this repository .*Issues are disabled/)]);
  });
});
