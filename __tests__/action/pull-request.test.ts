import { describe, expect, it } from 'vitest';
import { secondaryLimit } from '../harness/github/server.ts';
import { repository, shaOf } from '../harness/github/state.ts';
import { everywhere, usePublishing, warningsOf } from './publishing.ts';
import { internals, simplified } from './step.ts';

const { server, publishing } = usePublishing();
const head = shaOf('head of the pull request');
const own = { id: repository.id };

function pullRequest(
  number: number,
  headRepository: { readonly id: number } = own,
): { readonly name: string; readonly payload: unknown } {
  const pull = { number, head: { sha: head, repo: headRepository }, base: { repo: own } };
  return { name: 'pull_request', payload: { pull_request: pull, repository: own } };
}

describe('a pull request', () => {
  it('gets one check run, one status and one comment on its head, however often it is checked', async () => {
    const { number } = server().state.addPull({ headSha: head });
    const event = pullRequest(number);
    const red = await publishing({ event, cases: ['DSGB1'], with: everywhere });
    expect(red).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready' } });
    expect(server().state.checkRuns).toMatchObject([{ headSha: head, conclusion: 'failure' }]);
    const green = await publishing({ event, with: everywhere });
    expect(green).toMatchObject({ exitCode: 0, outputs: { verdict: 'ready' } });
    expect(warningsOf(green)).toBe('');
    const headline = 'Mandatory tests proven – not ready to submit: 11 questions';
    expect(server().state.checkRuns.at(-1)).toMatchObject({ headSha: head, conclusion: 'success', title: headline });
    expect(server().state.checkRuns.filter(({ title }) => title !== 'Superseded')).toHaveLength(1);
    expect(server().state.statuses.at(-1)).toMatchObject({ sha: head, state: 'success', description: headline });
    expect(server().state.comments.map(({ body, issue }) => [issue, body.includes(headline)])).toEqual([
      [number, true],
    ]);
    expect(green.summary).toContain(headline);
    expect(server().state.issues.filter(({ isPullRequest }) => !isPullRequest)).toEqual([]);
  });

  it.each([
    ['ready', simplified, 0],
    ['not-ready', ['DSGB1'], 1],
  ] as const)(
    'from a fork may only be read: the verdict %s stands, with warnings',
    async (verdict, cases, exitCode) => {
      server().permissions = {
        actions: 'read',
        checks: 'read',
        issues: 'read',
        'pull-requests': 'read',
        statuses: 'read',
      };
      const { number } = server().state.addPull({ headSha: head, headRepository: 'stranger/ncts-client' });
      const step = await publishing({ event: pullRequest(number, { id: 99 }), cases, with: everywhere });
      expect(step).toMatchObject({ exitCode, outputs: { verdict } });
      for (const permission of ['checks: write', 'statuses: write', 'pull-requests: write']) {
        expect(warningsOf(step)).toContain(permission);
      }
      expect(step.summary).toContain('can only read');
      expect(server().state.comments).toEqual([]);
      expect(internals(step)).toEqual([]);
    },
  );

  it('checked twice at once still has one of each, at the latest after the next run', async () => {
    const { number } = server().state.addPull({ headSha: head });
    const options = { event: pullRequest(number), with: { 'check-run': 'true', comment: 'always' } };
    const both = await Promise.all([publishing(options), publishing(options)]);
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    await publishing(options);
    expect(server().state.comments.filter((comment) => comment.issue === number)).toHaveLength(1);
    expect(server().state.checkRuns.filter(({ title }) => title !== 'Superseded')).toHaveLength(1);
  });

  it('is published in spite of a GitHub in trouble', async () => {
    const { number } = server().state.addPull({ headSha: head });
    server().fault('GET /commits/{ref}/check-runs', { status: 503 }, 1);
    server().fault('POST /check-runs', { reset: true }, 1);
    server().fault('POST /statuses/{sha}', { status: 500 }, 2);
    server().fault('GET /issues/{issue_number}/comments', secondaryLimit(60, 429), 1);
    server().loseAnswer('POST /issues/{issue_number}/comments');
    const step = await publishing({ event: pullRequest(number), with: everywhere });
    expect(step).toMatchObject({ exitCode: 0 });
    expect(warningsOf(step)).toBe('');
    expect([server().state.checkRuns.length, server().state.statuses.length, server().state.comments.length]).toEqual([
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
    expect(server().state.checkRuns.map(({ headSha }) => headSha)).toEqual([head]);
    expect(server().state.statuses.map(({ sha }) => sha)).toEqual([head]);
  });
});
