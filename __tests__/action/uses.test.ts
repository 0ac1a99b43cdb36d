import { describe, expect, it } from 'vitest';
import { repository, shaOf } from '../harness/github/state.ts';
import type { ActionRun } from '../harness/runner.ts';
import { everywhere, usePublishing } from './publishing.ts';
import type { StepOptions } from './step.ts';

const { server, publishing } = usePublishing();
const head = shaOf('head of the pull request');
const own = { id: repository.id };
const departures = { flows: 'standard-departure', 'artifact-name': 'departures' };
const arrivals = { flows: 'arrival', 'artifact-name': 'arrivals' };
const surfaces = { 'check-run': 'true', 'commit-status': 'true', comment: 'always' };

function pullRequest(headSha = head): NonNullable<StepOptions['event']> {
  const number = server().state.pulls[0]?.number ?? server().state.addPull({ headSha }).number;
  const pull = { number, head: { sha: headSha, repo: own }, base: { repo: own } };
  return { name: 'pull_request', payload: { pull_request: pull, repository: own } };
}

/** As steps or jobs of one workflow run. */
function inRun(runId: number, attempt = 1): NonNullable<StepOptions['env']> {
  return { GITHUB_RUN_ID: String(runId), GITHUB_RUN_ATTEMPT: String(attempt) };
}

function errorsOf({ annotations }: ActionRun): string {
  return annotations.flatMap(({ level, message }) => (level === 'error' ? [message] : [])).join('\n');
}

/** The newest check run of each name, the last status of each context, every comment: what people see. */
function shown(): Readonly<Record<string, unknown>> {
  const { checkRuns, statuses, comments } = server().state;
  return {
    checkRuns: Object.fromEntries(checkRuns.map(({ name, conclusion }) => [name, conclusion])),
    statuses: Object.fromEntries(statuses.map(({ context, state }) => [context, state])),
    comments: comments.map(({ body }) => /Mandatory tests|Not ready|share one name/.exec(body)?.[0]),
  };
}

describe('two uses of the action', () => {
  it.each([
    ['in one workflow run', 7001, 7001],
    ['in two workflow runs on one commit', 7001, 7002],
  ])('that share a name %s are told and fail, and red stays red', async (_, first, second) => {
    const event = pullRequest();
    const red = { event, cases: ['DSGB8'], with: { ...departures, ...surfaces }, env: inRun(first) };
    expect(await publishing(red)).toMatchObject({ exitCode: 1 });
    const before = shown();
    const green = await publishing({ event, with: { ...arrivals, ...surfaces }, env: inRun(second) });
    expect(green).toMatchObject({ exitCode: 1, outputs: { verdict: 'ready' } });
    expect(errorsOf(green)).toMatch(
      /Two uses of the action have the name 'NCTS5 production checklist'.*`name` of its own/,
    );
    expect(shown()).toEqual(before);
  });

  it('that share a name leave nothing green, whichever came first', async () => {
    const event = pullRequest();
    const env = inRun(7001);
    expect(await publishing({ event, with: { ...arrivals, ...surfaces }, env })).toMatchObject({ exitCode: 0 });
    const red = await publishing({ event, cases: ['DSGB8'], with: { ...departures, ...surfaces }, env });
    expect(errorsOf(red)).toContain('Two uses of the action');
    expect(shown()).toEqual({
      checkRuns: { 'NCTS5 production checklist': 'failure' },
      statuses: { 'NCTS5 production checklist': 'failure' },
      comments: ['share one name'],
    });
  });

  it('that share a name at night leave the issue of the red one open', async () => {
    const event = { name: 'schedule', payload: {} };
    const issue = { issue: 'true' };
    await publishing({ event, cases: ['DSGB8'], with: { ...departures, ...issue }, env: inRun(7001) });
    const green = await publishing({ event, with: { ...arrivals, ...issue }, env: inRun(7001) });
    expect(errorsOf(green)).toContain('Two uses of the action');
    expect(server().state.issues).toMatchObject([{ state: 'open' }]);
  });

  it.each([
    ['their names', { name: 'Departures' }, { name: 'Arrivals' }, ['(Departures)', '(Arrivals)']],
    [
      'the paths of their configurations',
      { config: 'departures.yml' },
      { config: 'arrivals.yml' },
      ['(departures.yml)', '(arrivals.yml)'],
    ],
  ])('are told apart by %s', async (_, first, second, names) => {
    const event = pullRequest();
    const files = { 'departures.yml': 'time-zone: UTC\n', 'arrivals.yml': 'time-zone: UTC\n' };
    const env = inRun(7001);
    const red = { event, files, cases: ['DSGB8'], with: { flows: departures.flows, ...everywhere, ...first }, env };
    expect(await publishing(red)).toMatchObject({ exitCode: 1 });
    const green = { event, files, with: { flows: arrivals.flows, ...everywhere, ...second }, env };
    expect(await publishing(green)).toMatchObject({ exitCode: 0 });
    const called = names.map((name) => `NCTS5 production checklist ${name}`);
    expect(shown()).toEqual({
      checkRuns: { [called[0] ?? '']: 'failure', [called[1] ?? '']: 'success' },
      statuses: { [called[0] ?? '']: 'failure', [called[1] ?? '']: 'success' },
      comments: ['Not ready', 'Mandatory tests'],
    });
    const told = server().state.comments.map(({ body }, index) => body.includes((names[index] ?? '').slice(1, -1)));
    expect(told).toEqual([true, true]);
  });

  it('each have an issue of their own, with the name in its title', async () => {
    const event = { name: 'schedule', payload: {} };
    for (const name of ['Departures', 'Arrivals']) {
      await publishing({
        event,
        cases: ['DSGB8'],
        with: { name, issue: 'true' },
        env: inRun(7001),
      });
    }
    expect(server().state.issues.map(({ title }) => title)).toEqual([
      expect.stringMatching(/ – Departures$/),
      expect.stringMatching(/ – Arrivals$/),
    ]);
  });

  it('may follow one another: the next commit may be checked otherwise', async () => {
    expect(await publishing({ event: pullRequest(), with: { ...departures, ...surfaces } })).toMatchObject({
      exitCode: 0,
    });
    const next = pullRequest(shaOf('next commit'));
    expect(await publishing({ event: next, with: { ...arrivals, ...surfaces } })).toMatchObject({ exitCode: 0 });
  });
});

describe('the slower of two runs', () => {
  it('leaves what a later run found, and says so', async () => {
    const event = pullRequest();
    await publishing({ event, cases: ['DSGB8'], with: surfaces, env: inRun(7002) });
    const before = shown();
    const slow = await publishing({ event, with: surfaces, env: inRun(7001) });
    expect(slow).toMatchObject({ exitCode: 0, outputs: { verdict: 'ready' } });
    expect(shown()).toEqual(before);
    const notices = slow.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message);
    for (const what of ['check run', 'commit status', 'comment']) {
      expect(notices.join('\n')).toMatch(new RegExp(`Left the ${what} as it is: workflow run 7002, attempt 1`));
    }
  });

  it('of one run is told by its attempt', async () => {
    const event = pullRequest();
    await publishing({ event, cases: ['DSGB8'], with: surfaces, env: inRun(7001, 2) });
    const before = shown();
    await publishing({ event, with: surfaces, env: inRun(7001, 1) });
    expect(shown()).toEqual(before);
    await publishing({ event, with: surfaces, env: inRun(7001, 3) });
    expect(shown()).not.toEqual(before);
  });

  it('gives way even when the later one wrote between its looking and its writing', async () => {
    const event = pullRequest();
    const red = { event, cases: ['DSGB8'], with: { 'check-run': 'true', 'commit-status': 'true' }, env: inRun(7002) };
    await publishing(red);
    const { checkRuns, statuses } = server().state;
    const [later, state] = [checkRuns.splice(0), statuses.splice(0)];
    server().meanwhile('POST /check-runs', (now) => void now.checkRuns.push(...later));
    server().meanwhile('POST /statuses/{sha}', (now) => void now.statuses.push(...state));
    await publishing({ event, with: { 'check-run': 'true', 'commit-status': 'true' }, env: inRun(7001) });
    expect(
      server()
        .state.checkRuns.toSorted((left, right) => left.id - right.id)
        .at(-1)?.conclusion,
    ).toBe('failure');
    expect(server().state.statuses.at(-1)?.state).toBe('failure');
  });

  it('does not close or rewrite the issue', async () => {
    const event = { name: 'schedule', payload: {} };
    await publishing({ event, cases: ['DSGB1'], with: { issue: 'true' }, env: inRun(7002) });
    const [issue] = structuredClone(server().state.issues);
    await publishing({ event, with: { issue: 'true' }, env: inRun(7001) });
    expect(server().state.issues).toEqual([issue]);
  });
});
