import { describe, expect, it } from 'vitest';
import { actionsBot } from '../harness/github/state.ts';
import { buildContext, buildExpiring, buildMissing, pullRequestEvent, ready, useGitHub } from './world.ts';

const github = useGitHub();

const missing = buildMissing();
const expiring = buildExpiring();

describe('the tracking issue', () => {
  it('is not opened while all is well', async () => {
    await github.publish(ready, { issue: true });
    expect(github.server.state.issues).toEqual([]);
  });

  it('is opened, updated in place, closed with a note and opened again: always the same one', async () => {
    await github.publish(missing, { issue: true });
    expect(github.server.state.issues).toMatchObject([{ state: 'open', labels: ['ncts5-checklist'] }]);
    await github.publish(expiring, { issue: true });
    expect(github.server.state.issues[0]?.title).toBe('NCTS5 production checklist needs attention');
    expect(github.bodies()).toEqual([]);
    await github.publish(ready, { issue: true });
    expect(github.server.state.issues).toMatchObject([{ state: 'closed', stateReason: 'completed' }]);
    expect(github.bodies()).toEqual([expect.stringMatching(/^Closed: /)]);
    await github.publish(ready, { issue: true });
    expect(github.bodies()).toHaveLength(1);
    await github.publish(missing, { issue: true });
    expect(github.server.state.issues).toMatchObject([{ state: 'open' }]);
    expect(github.bodies()[1]).toMatch(/^Opened again/);
    expect(github.log.at(-1)).toContain(`/issues/${github.server.state.issues[0]?.number}`);
  });

  it('is found among many, without its label, too', async () => {
    await github.publish(missing, { issue: true });
    const [issue] = github.server.state.issues;
    if (issue !== undefined) issue.labels = ['urgent'];
    for (let index = 0; index < 250; index += 1) github.server.state.addIssue();
    await github.publish(missing, { issue: true });
    expect(github.server.state.issues).toHaveLength(251);
    expect(issue?.labels).toEqual(['urgent', 'ncts5-checklist']);
  });

  it('does not take a pull request or a stranger for itself', async () => {
    await github.publish(missing, { issue: true });
    const body = github.server.state.issues[0]?.body ?? '';
    github.server.state.issues.length = 0;
    github.server.state.addIssue({ body, labels: ['ncts5-checklist'] });
    github.server.state.addIssue({ body, labels: ['ncts5-checklist'], isPullRequest: true, user: actionsBot });
    await github.publish(missing, { issue: true });
    expect(github.server.state.issues).toHaveLength(3);
  });

  it('is one after two runs at once, and after runs that were cut off', async () => {
    await Promise.all([github.publish(missing, { issue: true }), github.publish(missing, { issue: true })]);
    await github.publish(missing, { issue: true });
    expect(github.server.state.issues.filter(({ state }) => state === 'open')).toHaveLength(1);
    const issue = github.server.state.issues.find(({ state }) => state === 'open');
    github.server.state.addIssue({ body: issue?.body ?? '', labels: ['ncts5-checklist'], user: actionsBot });
    await github.publish(missing, { issue: true });
    expect(github.server.state.issues.filter(({ state }) => state === 'open')).toEqual([issue]);
    await github.publish(ready, { issue: true });
    await github.publish(missing, { issue: true });
    expect(github.server.state.issues.filter(({ state }) => state === 'open')).toEqual([issue]);
  });

  it('is not made twice when the answer is lost', async () => {
    github.server.loseAnswer('POST /issues');
    expect((await github.publish(missing, { issue: true })).warnings).toEqual([]);
    expect(github.server.state.issues).toHaveLength(1);
  });

  it('is left alone when a person closed it as not planned', async () => {
    await github.publish(missing, { issue: true });
    const [issue] = github.server.state.issues;
    Object.assign(issue ?? {}, { state: 'closed', stateReason: 'not_planned' });
    await github.publish(missing, { issue: true });
    expect(github.server.state.issues).toMatchObject([{ state: 'closed' }]);
    expect(github.log.join('\n')).toContain('not planned');
  });

  it('is not for pull requests', async () => {
    const { payload } = pullRequestEvent(github.server);
    await github.publish(missing, { issue: true }, { context: buildContext(github.server, 'pull_request', payload) });
    expect(github.server.calls).toEqual([]);
  });

  it('says when issues are turned off', async () => {
    github.server.fault('GET /issues', { status: 410, body: '{"message":"Issues are disabled for this repo"}' });
    const { warnings } = await github.publish(missing, { issue: true });
    expect(warnings).toEqual([expect.stringMatching(/turned off in this repository .*Issues are disabled/)]);
  });
});
