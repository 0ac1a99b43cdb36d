import { describe, expect, it } from 'vitest';
import { repository, shaOf } from '../harness/github/state.ts';
import { buildReport } from '../harness/reports.ts';
import { everywhere, usePublishing } from './publishing.ts';
import type { StepOptions } from './step.ts';

const { server, service, publishing } = usePublishing();
const head = shaOf('head of the pull request');
const own = { id: repository.id };

const declared = '2026-11-04T09:00:03Z';

/** A passed test of NCTS6; without the time of release it proves nothing. */
function movement(release?: string): string {
  const evidence = { MRN: '26GB002460DEMO61J7', IE015: declared, ...(release === undefined ? {} : { IE029: release }) };
  return buildReport([{ scenario: 'P6-DSGB-01', timestamp: declared, properties: evidence }], { timestamp: declared });
}

const ofNcts6 = { results: 'ncts6/*.xml', 'as-of': '2026-11-10T12:00:00Z', flows: '', procedures: '' };

function onPullRequest(): NonNullable<StepOptions['event']> {
  const number = server().state.pulls[0]?.number ?? server().state.addPull({ headSha: head }).number;
  const pull = { number, head: { sha: head, repo: own }, base: { repo: own } };
  return { name: 'pull_request', payload: { pull_request: pull, repository: own } };
}

/** As a step of the one workflow run of that event. */
async function step(event: NonNullable<StepOptions['event']>, runId: number, options: StepOptions) {
  const env = { ...service().env(runId), GITHUB_RUN_ID: String(runId) };
  const { exitCode, outputs, annotations } = await publishing({ event, env, ...options });
  const errors = annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
  return { exitCode, verdict: outputs['verdict'], errors };
}

const names = ['NCTS5 production checklist', 'NCTS6 readiness checklist'];
const red = { exitCode: 1, verdict: 'not-ready' };
const green = { exitCode: 0, verdict: 'ready', errors: [] };

describe('both programmes in one workflow', () => {
  it.each([
    ['that say which they are', { programme: 'ncts6' }, {}],
    [
      'of which one names its configuration',
      { config: '.github/ncts6.yml' },
      { '.github/ncts6.yml': 'programme: ncts6\n' },
    ],
  ])('touch nothing of each other on a pull request, as steps %s', async (_, second, configuration) => {
    const event = onPullRequest();
    const files = { ...configuration, 'ncts6/r.xml': movement('2026-11-04T09:45:58Z') };
    const first = { cases: ['DSGB8'], with: { ...everywhere, programme: 'ncts5' }, files };
    expect(await step(event, 7001, first)).toMatchObject(red);
    expect(await step(event, 7001, { with: { ...everywhere, ...ofNcts6, ...second }, files })).toEqual(green);
    const { checkRuns, statuses, comments } = server().state;
    expect(checkRuns.map(({ name, conclusion }) => [name, conclusion])).toEqual([
      [names[0], 'failure'],
      [names[1], 'success'],
    ]);
    expect(statuses.map(({ context, state }) => [context, state])).toEqual([
      [names[0], 'failure'],
      [names[1], 'success'],
    ]);
    expect(comments.map(({ body }) => /DSGB1 or DSXI1|P6-DSGB-01/u.exec(body)?.[0])).toEqual([
      'DSGB1 or DSXI1',
      'P6-DSGB-01',
    ]);
    const artifacts = service()
      .artifacts()
      .map(({ name }) => name);
    expect(artifacts.filter((name) => name.startsWith('ncts5-checklist'))).not.toEqual([]);
    expect(artifacts.filter((name) => name.startsWith('ncts6-checklist'))).not.toEqual([]);
  });

  it('keep an issue each, and close only their own', async () => {
    const event = { name: 'schedule', payload: {} };
    const ours = () =>
      server().state.issues.flatMap(({ title, state }) =>
        names.flatMap((name) => (title.startsWith(name) ? [[name, state]] : [])),
      );
    const issue = { issue: 'true' };
    const second = { ...issue, ...ofNcts6, programme: 'ncts6' };
    await step(event, 7001, { cases: ['DSGB8'], with: { ...issue, programme: 'ncts5' } });
    await step(event, 7001, { with: second, files: { 'ncts6/r.xml': movement() } });
    expect(ours()).toEqual([
      [names[0], 'open'],
      [names[1], 'open'],
    ]);
    await step(event, 7002, { with: second, files: { 'ncts6/r.xml': movement('2026-11-04T09:45:58Z') } });
    expect(ours()).toEqual([
      [names[0], 'open'],
      [names[1], 'closed'],
    ]);
  });
});
