import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRunContext, runContext } from '../../src/github/context.ts';
import { shaOf } from '../harness/github/state.ts';

const env = {
  GITHUB_REPOSITORY: 'transit-house/ncts-client',
  GITHUB_RUN_ID: '42',
  GITHUB_RUN_ATTEMPT: '3',
  GITHUB_EVENT_NAME: 'schedule',
  GITHUB_SHA: shaOf('tip'),
};
const own = { id: 1 };
const fork = { id: 2 };

function pull(repo: unknown): unknown {
  return { pull_request: { number: 7, head: { sha: shaOf('head'), repo }, base: { repo: own } }, repository: own };
}

function run(overrides: Readonly<Record<string, unknown>>): unknown {
  const usual = { event: 'pull_request', head_sha: shaOf('head'), head_branch: 'feature', head_repository: own };
  return { workflow_run: { ...usual, pull_requests: [], ...overrides }, repository: own };
}

function listed(number: number, base: unknown, sha = shaOf('head')): unknown {
  return { number, base: { repo: base }, head: { sha } };
}

const of = (eventName: string, payload: unknown, more: Readonly<Record<string, string>> = {}) =>
  runContext({ ...env, GITHUB_EVENT_NAME: eventName, ...more }, payload);

describe('runContext', () => {
  it('knows the run', () => {
    expect(of('schedule', {})).toEqual({
      eventName: 'schedule',
      owner: 'transit-house',
      repo: 'ncts-client',
      runId: 42,
      runAttempt: 3,
      step: expect.stringMatching(/^[0-9a-f]{8}$/) as unknown,
      runUrl: 'https://github.com/transit-house/ncts-client/actions/runs/42',
      apiUrl: 'https://api.github.com',
      headSha: shaOf('tip'),
      pullRequests: [],
      pullRequestHead: undefined,
      isPullRequest: false,
      tokenOnlyReads: false,
      isGhes: false,
    });
  });

  it('is none outside of GitHub Actions', () => {
    expect(runContext({}, {})).toBeUndefined();
    expect(runContext({ ...env, GITHUB_RUN_ID: 'x' }, {})).toBeUndefined();
    expect(runContext({ ...env, GITHUB_REPOSITORY: 'no-slash' }, {})).toBeUndefined();
  });

  it.each([
    ['pull_request', pull(own), false],
    ['pull_request', pull(fork), true],
    ['pull_request', pull(null), true],
    ['pull_request_review', pull(fork), true],
    ['pull_request_target', pull(fork), false],
  ])('%s: the number, the head, and whether the token only reads', (eventName, payload, tokenOnlyReads) => {
    const expected = { headSha: shaOf('head'), pullRequests: [7], isPullRequest: true, tokenOnlyReads };
    expect(of(eventName, payload)).toMatchObject(expected);
  });

  it('workflow_run: of the pull requests listed, those of this repository and this head, in order', () => {
    const pulls = [listed(9, own), listed(4, own), listed(5, fork), listed(6, own, shaOf('older'))];
    expect(of('workflow_run', run({ pull_requests: pulls }))).toMatchObject({
      pullRequests: [4, 9],
      pullRequestHead: undefined,
      isPullRequest: true,
    });
  });

  it('workflow_run from a fork: where to look, since GitHub lists none', () => {
    const owner = { login: 'stranger' };
    expect(of('workflow_run', run({ head_repository: { ...fork, owner } }))).toMatchObject({
      headSha: shaOf('head'),
      pullRequests: [],
      pullRequestHead: { owner: 'stranger', branch: 'feature', sha: shaOf('head') },
      tokenOnlyReads: false,
    });
  });

  it('workflow_run after a schedule is about no pull request', () => {
    expect(of('workflow_run', run({ event: 'schedule' }))).toMatchObject({
      pullRequestHead: undefined,
      isPullRequest: false,
    });
  });

  it('issue_comment: about a pull request only when it is on one', () => {
    expect(of('issue_comment', { issue: { number: 3, pull_request: {} } })).toMatchObject({
      pullRequests: [3],
      isPullRequest: true,
    });
    expect(of('issue_comment', { issue: { number: 3 } })).toMatchObject({ pullRequests: [], isPullRequest: false });
  });

  it.each([
    ['https://github.com', false],
    ['https://acme.ghe.com', false],
    ['https://github.example.com', true],
    ['not an address', false],
  ])('%s is GHES: %s', (server, isGhes) => {
    expect(of('push', {}, { GITHUB_SERVER_URL: server })).toMatchObject({ isGhes });
  });

  it('stands any payload', () => {
    const names = fc.constantFrom('pull_request', 'push', 'merge_group', 'workflow_run', 'issue_comment', 'schedule');
    fc.assert(
      fc.property(names, fc.jsonValue(), fc.jsonValue(), (eventName, payload, part) => {
        const wrapped = { pull_request: part, workflow_run: part, merge_group: part, issue: part, after: part };
        for (const one of [payload, wrapped]) expect(of(eventName, one)?.runId).toBe(42);
      }),
    );
  });
});

describe('readRunContext', () => {
  it.each([
    ['the payload', JSON.stringify({ after: shaOf('pushed') }), shaOf('pushed')],
    ['a broken payload as none', '{"after":', shaOf('tip')],
  ])('reads %s', async (_what, text, sha) => {
    const folder = await mkdtemp(join(tmpdir(), 'context-'));
    const path = join(folder, 'event.json');
    await writeFile(path, text);
    const read = await readRunContext({ ...env, GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: path });
    await rm(folder, { recursive: true });
    expect(read?.headSha).toBe(sha);
  });

  it('does without a payload that is not there', async () => {
    expect((await readRunContext({ ...env, GITHUB_EVENT_PATH: '/nowhere/event.json' }))?.headSha).toBe(shaOf('tip'));
  });
});
