import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '../harness/process.ts';
import { repository, shaOf } from '../harness/github/state.ts';
import { everywhere, usePublishing, warningsOf } from './publishing.ts';
import { internals, type StepOptions } from './step.ts';

const { server, publishing } = usePublishing();
const head = shaOf('head of the pull request');
const own = { id: repository.id };
const surfaces = { 'check-run': 'true', 'commit-status': 'true', comment: 'changes' };
/** A mistake in the configuration file, which the first run didn't have. */
const broken = { '.github/ncts5.yml': 'flows: [standard-departure\n' };

function pullRequest(): NonNullable<StepOptions['event']> {
  const number = server().state.pulls[0]?.number ?? server().state.addPull({ headSha: head }).number;
  const pull = { number, head: { sha: head, repo: own }, base: { repo: own } };
  return { name: 'pull_request', payload: { pull_request: pull, repository: own } };
}

describe("a 'ready' of an earlier run", () => {
  it.each<[string, StepOptions]>([
    ['a broken configuration', { files: broken }],
    ['a mistake in an input', { with: { 'max-age-days': '99' } }],
    ['a configuration that is not there', { files: {}, with: { flows: '' } }],
  ])('is withdrawn when a later run ends at %s', async (_, mistake) => {
    const event = pullRequest();
    expect(await publishing({ event, with: surfaces })).toMatchObject({ exitCode: 0 });
    const step = await publishing({ event, ...mistake, with: { ...surfaces, ...mistake.with } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready' } });
    expect(server().state.checkRuns.at(-1)).toMatchObject({ headSha: head, conclusion: 'failure' });
    expect(server().state.statuses.at(-1)).toMatchObject({ state: 'failure' });
    expect(server().state.comments).toHaveLength(1);
    expect(server().state.comments[0]?.body).toContain('could not be checked');
    expect(server().state.comments[0]?.body).not.toContain('Mandatory tests');
    expect(internals(step)).toEqual([]);
  });

  it('is withdrawn although only the broken configuration asked for publishing and names the applications', async () => {
    const event = pullRequest();
    const good = [
      'check-run: true',
      'commit-status: true',
      'comment: always',
      'applications:',
      '  - name: outbound',
      '    flows: [standard-departure]',
      '    procedures: [simplified]',
    ].join('\n');
    const options = { event, with: { flows: '', procedures: '' } };
    const first = await publishing({ ...options, files: { '.github/ncts5.yml': good } });
    expect(first).toMatchObject({ exitCode: 0 });
    expect(server().state.checkRuns).toMatchObject([{ conclusion: 'success' }]);
    await publishing({ ...options, files: broken });
    expect(server().state.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['failure']);
    expect(server().state.statuses.at(-1)).toMatchObject({
      state: 'failure',
      context: server().state.checkRuns[0]?.name,
    });
    expect(server().state.comments[0]?.body).toContain('could not be checked');
  });

  it('is withdrawn when a fault of the action ends the run', async () => {
    const event = pullRequest();
    await publishing({ event, with: surfaces });
    const fault =
      'const { flatMap } = Array.prototype; Array.prototype.flatMap = function (...given) {' +
      ' if (/ assess \\(.*assessment\\.js/.test(new Error().stack)) throw new Error("a fault"); return flatMap.apply(this, given); };';
    const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(fault)}` };
    const step = await publishing({ event, with: surfaces, env });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready' } });
    expect(step.stdout).toContain('fault of this action');
    expect(server().state.checkRuns.at(-1)).toMatchObject({ conclusion: 'failure' });
    expect(server().state.statuses.at(-1)).toMatchObject({ state: 'failure' });
    expect(server().state.comments[0]?.body).toContain('could not be checked');
  });

  it('of another use is left alone', async () => {
    const event = pullRequest();
    await publishing({ event, with: { ...surfaces, name: 'Arrivals' } });
    const before = structuredClone(server().state.checkRuns);
    await publishing({ event, files: broken, with: { comment: 'always' } });
    expect(server().state.checkRuns).toEqual(before);
    expect(server().state.comments[0]?.body).toContain('Mandatory tests');
  });

  it('at night: the issue that was closed is opened again', async () => {
    const event = { name: 'schedule', payload: {} };
    await publishing({ event, cases: ['DSGB1'], with: { issue: 'true' } });
    await publishing({ event, with: { issue: 'true' } });
    expect(server().state.issues).toMatchObject([{ state: 'closed' }]);
    await publishing({ event, files: broken, with: { issue: 'true' } });
    expect(server().state.issues).toMatchObject([{ state: 'open' }]);
    expect(server().state.issues[0]?.body).toContain('could not be checked');
  });

  it('is said to stand where publishing is refused, and where', async () => {
    const event = pullRequest();
    await publishing({ event, with: surfaces });
    const url = `https://github.com/transit-house/ncts-client/runs/${server().state.checkRuns[0]?.id}`;
    server().permissions = { checks: 'read', statuses: 'read', 'pull-requests': 'read' };
    for (const options of [{ cases: ['DSGB1'] }, { files: broken }]) {
      const step = await publishing({ event, with: surfaces, ...options });
      expect(step).toMatchObject({ exitCode: 1 });
      expect(warningsOf(step)).toMatch(/'ready' of workflow run \d+ still stands there/);
      expect(step.annotations.map(({ message }) => message).join('\n')).toContain(url);
    }
  });

  it('may stand where the token may not even look: the log says so in a line', async () => {
    server().permissions = {};
    const step = await publishing({ event: pullRequest(), files: broken });
    expect(warningsOf(step)).toBe('');
    expect(step.log.join('\n')).toMatch(/Could not look at check run, commit status and comment .* it still stands\./);
  });

  it('is not written where none stands and nothing was asked for', async () => {
    await publishing({ event: pullRequest(), files: broken });
    expect(server().calls.filter(({ route }) => !route.startsWith('GET'))).toEqual([]);
  });
});

describe('publishing', () => {
  it('comes after outputs, summary and files, and ends in time when GitHub does not answer', async () => {
    for (const route of [
      'GET /commits/{ref}/check-runs',
      'GET /commits/{ref}/statuses',
      'GET /issues/{issue_number}/comments',
    ]) {
      server().fault(route, { delayMs: 30_000 });
    }
    const step = await publishing({ event: pullRequest(), with: everywhere, hurry: 'deadlines' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'ready' } });
    expect(step.summary).toContain('Mandatory tests');
    expect(warningsOf(step).match(/did not answer (?:in time|properly)/g)).toHaveLength(3);
    // Two minutes, here a hundredth of them, beside what the step takes anyway.
    expect(step.milliseconds).toBeLessThan(10_000);
  });

  it('has set outputs and summary when the first request comes in', async () => {
    const event = pullRequest();
    const path = join(freshFolder('outputs'), 'output');
    await writeFile(path, '');
    let outputs = '';
    server().meanwhile('POST /check-runs', () => {
      outputs = readFileSync(path, 'utf8');
    });
    await publishing({ event, with: surfaces, env: { GITHUB_OUTPUT: path } });
    expect(outputs).toContain('ready');
  });

  it('names a conversation that is locked', async () => {
    const event = pullRequest();
    const body = JSON.stringify({ message: 'Unable to create comment because issue is locked.' });
    server().fault('POST /issues/{issue_number}/comments', { status: 403, body });
    expect(warningsOf(await publishing({ event, with: { comment: 'always' } }))).toContain(
      'the conversation is locked',
    );
  });
});
