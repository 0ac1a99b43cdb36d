import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { useOf } from '../../src/publishing.ts';
import * as build from '../builders.ts';
import { buildContext, headSha, pullRequestEvent, ready, useGitHub } from './world.ts';

const github = useGitHub();

/** An assessment with that many annotations at lines of a report, told apart by `word`. */
function annotated(count: number, word = 'missing'): Assessment {
  const findings = Array.from({ length: count }, (_, index) =>
    build.buildReason({
      kind: 'unreadable',
      message: `${word} ${index}.`,
      place: { file: '.github/ncts5.yml', line: index + 1, setting: 'results' },
    }),
  );
  return build.buildAssessment({ findings });
}

describe('the check run', () => {
  it.each([0, 1, 49, 50, 51, 120])('carries %i annotations in chunks of 50', async (count) => {
    await github.publish(annotated(count), { checkRun: true });
    expect(github.server.state.checkRuns).toHaveLength(1);
    expect(github.server.state.checkRuns[0]?.annotations.map(({ start_line: line }) => line)).toEqual(
      Array.from({ length: count }, (_, index) => index + 1),
    );
    const writes = github.routes().filter((route) => !route.startsWith('GET'));
    expect(writes).toHaveLength(Math.max(1, Math.ceil(count / 50)));
  });

  it('is updated in place by the next attempt, with no annotation twice', async () => {
    await github.publish(annotated(60), { checkRun: true });
    await github.publish(annotated(60), { checkRun: true });
    await github.publish(annotated(70), { checkRun: true });
    expect(github.server.state.checkRuns).toHaveLength(1);
    expect(github.server.state.checkRuns[0]?.annotations).toHaveLength(70);
  });

  it('gives way to a new one when its annotations no longer hold', async () => {
    await github.publish(annotated(3, 'old'), { checkRun: true });
    await github.publish(ready, { checkRun: true });
    const [old, current] = github.server.state.checkRuns;
    expect(old).toMatchObject({ title: 'Superseded', conclusion: 'neutral' });
    expect(current).toMatchObject({ conclusion: 'success', annotations: [] });
    await github.publish(ready, { checkRun: true });
    expect(github.server.state.checkRuns).toHaveLength(2);
  });

  it('is one after two runs at once, the newest counting', async () => {
    github.server.meanwhile('POST /check-runs', (state) => {
      const other = { name: 'NCTS5 production checklist', headSha, status: 'completed', conclusion: 'success' };
      const rest = { detailsUrl: undefined, title: 'Other', summary: '', text: '', annotations: [] };
      state.checkRuns.push({ ...other, ...rest, id: state.nextId(), externalId: 'stranger' });
    });
    const both = await Promise.all([
      github.publish(ready, { checkRun: true }),
      github.publish(ready, { checkRun: true }),
    ]);
    await github.publish(ready, { checkRun: true });
    expect(both.flatMap(({ warnings }) => warnings)).toEqual([]);
    const ours = github.server.state.checkRuns.filter(({ externalId }) => externalId !== 'stranger');
    const living = ours.filter(({ title }) => title !== 'Superseded');
    expect(living.map(({ id }) => id)).toEqual([Math.max(...ours.map(({ id }) => id))]);
    // Somebody else's check run of the same name is left alone.
    expect(github.server.state.checkRuns.find(({ externalId }) => externalId === 'stranger')?.title).toBe('Other');
  });

  it('is not made twice when the answer to its making is lost', async () => {
    github.server.loseAnswer('POST /check-runs');
    expect((await github.publish(annotated(10), { checkRun: true })).warnings).toEqual([]);
    expect(github.server.state.checkRuns).toHaveLength(1);
    expect(github.server.state.checkRuns[0]?.annotations).toHaveLength(10);
  });

  it('stays within the limits to the byte, in any script', async () => {
    const reasons = Array.from({ length: 400 }, (_, index) =>
      build.buildReason({ message: `${'貨物と通過 🚛'.repeat(40)} ${index}`, place: { file: `r/${index}.xml` } }),
    );
    const problems = Array.from({ length: 400 }, (_, index) =>
      build.buildProblem({
        message: `${'é'.repeat(500)} ${index}`,
        place: { file: 'results/trader-test.xml', line: index },
      }),
    );
    const huge = build.buildAssessment({ findings: [...reasons, ...problems] });
    const { payload } = pullRequestEvent(github.server);
    const context = buildContext(github.server, 'pull_request', payload);
    expect((await github.publish(huge, { checkRun: true, comment: 'always' }, { context })).warnings).toEqual([]);
    expect((await github.publish(huge, { issue: true })).warnings).toEqual([]);
    expect(Buffer.byteLength(github.server.state.checkRuns[0]?.summary ?? '')).toBeGreaterThan(60_000);
    expect(Buffer.byteLength(github.server.state.checkRuns[0]?.text ?? '')).toBeGreaterThan(60_000);
    expect(Buffer.byteLength(github.bodies()[0] ?? '')).toBeGreaterThan(60_000);
  });

  it('has a name of its own for each application', async () => {
    const named = (name: string) => {
      const applications = [build.buildApplication({ name })];
      return useOf({ programme: ready.programme, applications, publish: { name: undefined } }, { application: name });
    };
    for (const use of [named('outbound'), named('default')]) {
      await github.publish(ready, { checkRun: true, commitStatus: true }, { use });
    }
    const names = ['NCTS5 production checklist (outbound)', 'NCTS5 production checklist'];
    expect(github.server.state.checkRuns.map(({ name }) => name)).toEqual(names);
    expect(github.server.state.statuses.map((status) => status.context)).toEqual(names);
  });
});
