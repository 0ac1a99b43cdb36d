import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import * as build from '../builders.ts';
import { actionsBot, repository, shaOf } from '../harness/github/state.ts';
import { buildContext, buildMissing, headSha, type Published, pullRequestEvent, ready, useGitHub } from './world.ts';

const github = useGitHub();

const missing = buildMissing();

function comment(
  assessment: Assessment,
  mode: 'always' | 'changes',
  event = pullRequestEvent(github.server),
): Promise<Published> {
  return github.publish(
    assessment,
    { comment: mode },
    { context: buildContext(github.server, 'pull_request', event.payload) },
  );
}

/** As a workflow_run lists it. */
function pull(number: number, base: unknown, sha = headSha): unknown {
  return { number, base: { repo: base }, head: { sha } };
}

describe('the comment', () => {
  it('is one, updated in place, also after 250 others', async () => {
    const event = pullRequestEvent(github.server);
    await comment(missing, 'always', event);
    for (let index = 0; index < 250; index += 1) github.server.state.addComment(event.number, `Comment ${index}`);
    github.server.state.comments.push(...github.server.state.comments.splice(0, 1));
    await comment(ready, 'always', event);
    expect(github.server.state.comments).toHaveLength(251);
    const ours = github.server.state.comments.filter(({ user }) => user.login === actionsBot.login);
    expect(ours.map(({ body }) => body)).toEqual([expect.stringContaining('Ready to submit')]);
    expect(github.log.at(-1)).toContain(`#issuecomment-${ours[0]?.id}`);
  });

  it('with `changes` is only touched when the state of affairs changes', async () => {
    const event = pullRequestEvent(github.server);
    const later = build.buildAssessment({ ...missing, evaluatedAt: build.NOW + build.HOUR });
    for (const assessment of [missing, later, ready, ready, missing]) await comment(assessment, 'changes', event);
    expect(github.routes().filter((route) => !route.startsWith('GET'))).toEqual([
      'POST /issues/{issue_number}/comments',
      'PATCH /issues/comments/{comment_id}',
      'PATCH /issues/comments/{comment_id}',
    ]);
    expect(github.bodies()).toEqual([expect.stringContaining('Not ready')]);
  });

  it('does not take a stranger for itself who copied its marker', async () => {
    const event = pullRequestEvent(github.server);
    await comment(missing, 'always', event);
    const [own] = github.server.state.comments.splice(0, 1);
    const copy = github.server.state.addComment(event.number, own?.body ?? '');
    github.server.state.addComment(event.number, `> ${own?.body}`, actionsBot);
    await comment(ready, 'always', event);
    expect(copy.body).toBe(own?.body);
    expect(github.bodies()).toHaveLength(3);
    expect(github.bodies()[2]).toContain('Ready to submit');
  });

  it("finds itself again when it goes by a person's token", async () => {
    github.server.account = { login: 'release-manager', type: 'User' };
    const event = pullRequestEvent(github.server);
    await comment(missing, 'always', event);
    await comment(ready, 'always', event);
    expect(github.bodies()).toEqual([expect.stringContaining('Ready to submit')]);
  });

  it('is one after two runs at once', async () => {
    const event = pullRequestEvent(github.server);
    const both = await Promise.all([comment(missing, 'always', event), comment(missing, 'always', event)]);
    expect(both.flatMap(({ warnings }) => warnings)).toEqual([]);
    await comment(missing, 'always', event);
    expect(github.bodies()).toHaveLength(1);
  });

  it('takes away its own when another run was faster', async () => {
    const event = pullRequestEvent(github.server);
    await comment(missing, 'always', event);
    const [first] = github.server.state.comments.splice(0, 1);
    github.server.meanwhile('POST /issues/{issue_number}/comments', (state) => {
      if (first !== undefined) state.comments.push(first);
    });
    await comment(ready, 'always', event);
    expect(github.server.state.comments.map(({ id }) => id)).toEqual([first?.id]);
    expect(github.bodies()).toEqual([expect.stringContaining('Ready to submit')]);
  });

  it('removes what earlier runs left twice', async () => {
    const event = pullRequestEvent(github.server);
    await comment(missing, 'always', event);
    github.server.state.addComment(event.number, github.bodies()[0] ?? '', actionsBot);
    await comment(missing, 'changes', event);
    expect(github.bodies()).toHaveLength(1);
  });

  it.each(['whole', 'half'] as const)('is not made twice when the answer is lost (%s)', async (how) => {
    github.server.loseAnswer('POST /issues/{issue_number}/comments', how);
    expect((await comment(missing, 'always')).warnings).toEqual([]);
    expect(github.bodies()).toHaveLength(1);
  });

  it('goes to every pull request of a workflow_run in this repository', async () => {
    const one = github.server.state.addPull({ headSha });
    const two = github.server.state.addPull({ headSha });
    const own = { id: repository.id };
    const listed = [pull(two.number, own), pull(one.number, own), pull(77, { id: 5 }), pull(78, own, shaOf('older'))];
    const payload = {
      workflow_run: { event: 'pull_request', head_sha: headSha, head_repository: own, pull_requests: listed },
      repository: own,
    };
    await github.publish(
      missing,
      { comment: 'always' },
      { context: buildContext(github.server, 'workflow_run', payload) },
    );
    expect(github.server.state.comments.map(({ issue }) => issue)).toEqual([one.number, two.number]);
  });

  it("looks a fork's pull request up, which a workflow_run does not name", async () => {
    const headRepository = 'stranger/ncts-client';
    github.server.state.addPull({ headRepository, headSha: shaOf('moved on') });
    const right = github.server.state.addPull({ headRepository, headSha });
    const payload = {
      workflow_run: {
        event: 'pull_request',
        head_sha: headSha,
        head_branch: 'feature',
        head_repository: { id: 5, owner: { login: 'stranger' } },
        pull_requests: [],
      },
      repository: { id: repository.id },
    };
    await github.publish(
      missing,
      { comment: 'always' },
      { context: buildContext(github.server, 'workflow_run', payload) },
    );
    expect(github.server.state.comments.map(({ issue }) => issue)).toEqual([right.number]);
  });

  it('is left out where there is no pull request', async () => {
    expect((await github.publish(missing, { comment: 'always' })).warnings).toEqual([]);
    expect(github.log.join('\n')).toContain('belongs to no open pull request');
  });
});
