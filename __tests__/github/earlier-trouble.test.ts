import { beforeEach, describe, expect, it } from 'vitest';
import { primaryLimit, secondaryLimit } from '../harness/github/server.ts';
import { told, day, now, report, useEarlier, zipRoute } from './earlier.ts';
import { buildContext, leaveArtifact, quickPace } from './world.ts';

const earlier = useEarlier();

describe('fetchEarlierResults in trouble', () => {
  beforeEach(async () => {
    const { server, service } = earlier();
    await leaveArtifact(server, service, { content: { 'a.xml': report } });
  });

  it.each([
    ['server errors', { status: 500 }],
    ['bad gateways', { status: 502 }],
    ['resets', { reset: true } as const],
    ['a secondary rate limit', secondaryLimit(30)],
    ['a secondary rate limit as 429', secondaryLimit(30, 429)],
    ['a 429 of somebody in between', { status: 429, headers: { 'retry-after': '5' } }],
    ['a primary rate limit that starts again soon', primaryLimit(20)],
  ])('survives %s', async (_what, fault) => {
    const { server, fetchAll } = earlier();
    server.fault('GET /actions/artifacts', fault, 2);
    server.fault('GET /actions/runs/{run_id}', fault, 1);
    server.fault(zipRoute, fault, 1);
    const result = await fetchAll();
    expect(result.files).toHaveLength(1);
    expect(told(result)).toEqual([]);
  });

  it('survives slow answers', async () => {
    const { server, log, fetchAll } = earlier();
    server.fault('GET /actions/artifacts', { delayMs: 1500 }, 1);
    const result = await fetchAll({}, { pace: { ...quickPace, timeoutMs: 1000 } });
    expect(result.files).toHaveLength(1);
    expect(log.join('\n')).toContain('Trying GET /repos/transit-house/ncts-client/actions/artifacts again (2 of 4).');
  });

  it('survives answers that break off in the middle', async () => {
    const { server, log, fetchAll } = earlier();
    server.loseAnswer('GET /actions/artifacts', 'half', 2);
    expect((await fetchAll()).files).toHaveLength(1);
    expect(log.join('\n')).toContain('the answer broke off');
  });

  it.each([
    ['a primary rate limit that starts again in an hour', primaryLimit(3600), /rate limit is used up/],
    ['a secondary one that never ends', secondaryLimit(60), /rate limit is used up/],
    [
      'missing permission',
      { status: 403, body: '{"message":"Resource not accessible by integration"}' },
      /Grant `actions: read`/,
    ],
    ['a private repository out of reach', { status: 404, body: '{"message":"Not Found"}' }, /Grant `actions: read`/],
    ['a bad token', { status: 401, body: '{"message":"Bad credentials"}' }, /does not accept the token/],
    [
      'an answer that makes no sense',
      { status: 422, body: '{"message":"Validation Failed"}' },
      /422: Validation Failed/,
    ],
    ['a GitHub that is down', { status: 503 }, /after several tries/],
  ])('gives up on %s in bounded time, with an error', async (_what, fault, why) => {
    const { server, fetchAll } = earlier();
    server.fault('GET /actions/artifacts', fault);
    const result = await fetchAll();
    expect(result.files).toEqual([]);
    expect(told(result)).toEqual([expect.stringMatching(why)]);
    expect(result.findings[0]?.severity).toBe('error');
    expect(server.calls.length).toBeLessThanOrEqual(4);
  });

  it('does not wait for an hour, nor often', async () => {
    const { server, service, log, fetchAll } = earlier();
    server.fault('GET /actions/artifacts', primaryLimit(3600), 1);
    expect((await fetchAll()).files).toEqual([]);
    expect(log.join('\n')).toContain('That is longer than this action waits, so it goes on without the answer.');
    server.reset();
    const before = log.length;
    await leaveArtifact(server, service, { content: { 'a.xml': report } });
    for (const route of ['GET /actions/artifacts', 'GET /actions/runs/{run_id}']) {
      server.fault(route, secondaryLimit(80), 1);
    }
    expect((await fetchAll()).files).toEqual([]);
    expect(log.slice(before).filter((line) => line.endsWith('Waiting.'))).toHaveLength(1);
  });

  it('says what it waits for', async () => {
    const { server, log, fetchAll } = earlier();
    server.fault('GET /actions/artifacts', secondaryLimit(30), 1);
    await fetchAll();
    expect(log).toContainEqual(
      'Secondary rate limit reached: GitHub asks to wait 30 s before GET /repos/transit-house/ncts-client/actions/artifacts. Waiting.',
    );
  });

  it.each([
    [
      'a page of HTML',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' },
      /proxy/,
    ],
    ['nothing', { status: 200, body: '' }, /broke off/],
    ['null', { status: 200, body: 'null' }, /broke off/],
    ['something that is no list', { status: 200, body: '{"login":"portal"}' }, /not a list/],
    ['a conflict', { status: 409, body: '{"message":"busy"}' }, /409/],
  ])('takes %s for an error, never for an empty list', async (_, fault, expected) => {
    const { server, fetchAll } = earlier();
    server.fault('GET /actions/artifacts', fault);
    const result = await fetchAll();
    expect(told(result)).toEqual([expect.stringMatching(/^error: Could not fetch earlier results/)]);
    expect(told(result)[0]).toMatch(expected);
  });

  it('ends in time when nothing is answered, with what it has', async () => {
    const { server, fetchAll } = earlier();
    server.fault(zipRoute, { delayMs: 5000 });
    const began = Date.now();
    const result = await fetchAll({}, { pace: { ...quickPace, earlierMs: 400 } });
    expect(Date.now() - began).toBeLessThan(2000);
    expect(told(result)).toEqual([expect.stringMatching(/^error: Could not fetch earlier results: it took/)]);
  });

  it('reports the artifact whose download fails, and keeps the others', async () => {
    const { server, service, fetchAll } = earlier();
    await leaveArtifact(server, service, { content: { 'b.xml': report }, createdAt: new Date(now - day) });
    server.fault(zipRoute, { status: 403, body: '{"message":"Resource not accessible by integration"}' }, 1);
    const result = await fetchAll();
    expect(result.files).toHaveLength(1);
    expect(told(result)).toEqual([expect.stringMatching(/^error: Could not download Artifact .* `actions: read`/)]);
  });

  it('needs a token and a run', async () => {
    const { fetchAll } = earlier();
    expect(told(await fetchAll({}, { token: undefined }))).toEqual([expect.stringMatching(/^error: .*github-token/)]);
    expect(told(await fetchAll({}, { context: undefined }))).toEqual([expect.stringMatching(/^error: .*`results`/)]);
  });

  it('says at once that GHES has no such artifacts', async () => {
    const { server, fetchAll } = earlier();
    const context = buildContext(server, 'schedule', {}, { GITHUB_SERVER_URL: 'https://github.example.com' });
    const result = await fetchAll({}, { context });
    expect(told(result)).toEqual([expect.stringMatching(/^error: GitHub Enterprise Server .*`results`/)]);
    expect(server.calls).toEqual([]);
  });

  it('needs the permission that its message names', async () => {
    const { server, fetchAll } = earlier();
    server.permissions = { checks: 'write' };
    expect(told(await fetchAll())).toEqual([expect.stringMatching(/^error: .*403.*`actions: read`/)]);
    server.permissions = { actions: 'read' };
    expect((await fetchAll()).files).toHaveLength(1);
  });
});
