import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import type { PublishedStatus } from '../../src/github/publish.ts';
import * as build from '../builders.ts';
import { type GitHubServer, startGitHub } from '../harness/github/server.ts';
import { actionsBot, repository, shaOf } from '../harness/github/state.ts';
import {
  buildContext,
  buildMissing,
  headSha,
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

const routes = (): string[] => server.calls.map(({ route }) => route);
const bodies = (): string[] => server.state.comments.map(({ body }) => body);

const missing = buildMissing();

function comment(
  assessment: Assessment,
  mode: 'always' | 'changes',
  event = pullRequestEvent(server),
): Promise<PublishedStatus> {
  return publish(assessment, { comment: mode }, { context: buildContext(server, 'pull_request', event.payload) });
}

/** As a workflow_run lists it. */
function pull(number: number, base: unknown, sha = headSha): unknown {
  return { number, base: { repo: base }, head: { sha } };
}

describe('the comment', () => {
  it('is one, updated in place, also after 250 others', async () => {
    const event = pullRequestEvent(server);
    await comment(missing, 'always', event);
    for (let index = 0; index < 250; index += 1) server.state.addComment(event.number, `Comment ${index}`);
    server.state.comments.push(...server.state.comments.splice(0, 1));
    const { commentUrls } = await comment(ready, 'always', event);
    expect(server.state.comments).toHaveLength(251);
    const ours = server.state.comments.filter(({ user }) => user.login === actionsBot.login);
    expect(ours.map(({ body }) => body)).toEqual([expect.stringContaining('Ready to submit')]);
    expect(commentUrls).toEqual([expect.stringContaining(`#issuecomment-${ours[0]?.id}`)]);
  });

  it('with `changes` is only touched when the state of affairs changes', async () => {
    const event = pullRequestEvent(server);
    const later = build.buildAssessment({ ...missing, evaluatedAt: build.NOW + build.HOUR });
    for (const assessment of [missing, later, ready, ready, missing]) await comment(assessment, 'changes', event);
    expect(routes().filter((route) => !route.startsWith('GET'))).toEqual([
      'POST /issues/{issue_number}/comments',
      'PATCH /issues/comments/{comment_id}',
      'PATCH /issues/comments/{comment_id}',
    ]);
    expect(bodies()).toEqual([expect.stringContaining('Not ready')]);
  });

  it('does not take a stranger for itself who copied its marker', async () => {
    const event = pullRequestEvent(server);
    await comment(missing, 'always', event);
    const [own] = server.state.comments.splice(0, 1);
    const copy = server.state.addComment(event.number, own?.body ?? '');
    server.state.addComment(event.number, `> ${own?.body}`, actionsBot);
    await comment(ready, 'always', event);
    expect(copy.body).toBe(own?.body);
    expect(bodies()).toHaveLength(3);
    expect(bodies()[2]).toContain('Ready to submit');
  });

  it("finds itself again when it goes by a person's token", async () => {
    server.account = { login: 'release-manager', type: 'User' };
    const event = pullRequestEvent(server);
    await comment(missing, 'always', event);
    await comment(ready, 'always', event);
    expect(bodies()).toEqual([expect.stringContaining('Ready to submit')]);
  });

  it('is one after two runs at once', async () => {
    const event = pullRequestEvent(server);
    const both = await Promise.all([comment(missing, 'always', event), comment(missing, 'always', event)]);
    expect(both.flatMap(({ warnings }) => warnings)).toEqual([]);
    await comment(missing, 'always', event);
    expect(bodies()).toHaveLength(1);
  });

  it('takes away its own when another run was faster', async () => {
    const event = pullRequestEvent(server);
    await comment(missing, 'always', event);
    const [first] = server.state.comments.splice(0, 1);
    server.meanwhile('POST /issues/{issue_number}/comments', (state) => {
      if (first !== undefined) state.comments.push(first);
    });
    await comment(ready, 'always', event);
    expect(server.state.comments.map(({ id }) => id)).toEqual([first?.id]);
    expect(bodies()).toEqual([expect.stringContaining('Ready to submit')]);
  });

  it('removes what earlier runs left twice', async () => {
    const event = pullRequestEvent(server);
    await comment(missing, 'always', event);
    server.state.addComment(event.number, bodies()[0] ?? '', actionsBot);
    await comment(missing, 'changes', event);
    expect(bodies()).toHaveLength(1);
  });

  it.each(['whole', 'half'] as const)('is not made twice when the answer is lost (%s)', async (how) => {
    server.loseAnswer('POST /issues/{issue_number}/comments', how);
    expect((await comment(missing, 'always')).warnings).toEqual([]);
    expect(bodies()).toHaveLength(1);
  });

  it('goes to every pull request of a workflow_run in this repository', async () => {
    const one = server.state.addPull({ headSha });
    const two = server.state.addPull({ headSha });
    const own = { id: repository.id };
    const listed = [pull(two.number, own), pull(one.number, own), pull(77, { id: 5 }), pull(78, own, shaOf('older'))];
    const payload = {
      workflow_run: { event: 'pull_request', head_sha: headSha, head_repository: own, pull_requests: listed },
      repository: own,
    };
    await publish(missing, { comment: 'always' }, { context: buildContext(server, 'workflow_run', payload) });
    expect(server.state.comments.map(({ issue }) => issue)).toEqual([one.number, two.number]);
  });

  it("looks a fork's pull request up, which a workflow_run does not name", async () => {
    const headRepository = 'stranger/ncts-client';
    server.state.addPull({ headRepository, headSha: shaOf('moved on') });
    const right = server.state.addPull({ headRepository, headSha });
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
    await publish(missing, { comment: 'always' }, { context: buildContext(server, 'workflow_run', payload) });
    expect(server.state.comments.map(({ issue }) => issue)).toEqual([right.number]);
  });

  it('is left out where there is no pull request', async () => {
    expect((await publish(missing, { comment: 'always' })).warnings).toEqual([]);
    expect(log.join('\n')).toContain('belongs to no open pull request');
  });
});
