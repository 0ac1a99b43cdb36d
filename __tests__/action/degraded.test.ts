import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nowhere } from '../harness/process.ts';
import { internals, simplified, useStep } from './step.ts';

const { service, run } = useStep();
const verdicts = [
  { verdict: 'ready', cases: simplified, exitCode: 0 },
  { verdict: 'not-ready', cases: ['DSGB1'], exitCode: 1 },
] as const;

describe.each(verdicts)('with the verdict $verdict', ({ verdict, cases, exitCode }) => {
  it.each([
    ['refuses', { status: 403 }],
    ['is down', { status: 503 }],
    ['cuts the connection', { reset: true }],
    // The step gives up after five minutes, here three seconds, and doesn't wait for the answer to end. Once is enough.
    ...(verdict === 'ready' ? ([['does not answer', { delayMs: 20_000 }]] as const) : []),
  ] as const)('an artifact service that %s fails the step, says so, and changes nothing else', async (_, fault) => {
    service().fault('CreateArtifact', fault);
    const step = await run({ cases, hurry: 'deadlines' });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict, 'artifact-id': '', 'artifact-url': '' } });
    expect(step.outputs['checklist']).toBe('ncts5-checklist.docx');
    const errors = step.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
    expect(errors.join('\n')).toContain('ncts5-checklist.docx could not be uploaded');
    expect(step.summary).toContain('could not be uploaded');
    expect(internals(step)).toEqual([]);
  });

  it('a connection cut in the middle of a block, likewise', async () => {
    service().fault('PutBlock', { reset: true, afterBytes: 2000 });
    const step = await run({ cases, hurry: true });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict, 'artifact-id': '' } });
    expect(
      service()
        .artifacts()
        .filter(({ finalized }) => finalized),
    ).toEqual([]);
    expect(internals(step)).toEqual([]);
  });

  it('a summary that cannot be written is a warning', async () => {
    const step = await run({ cases, summaryFile: 'folder' });
    expect(step).toMatchObject({ exitCode, outputs: { verdict } });
    const warnings = step.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
    expect(warnings.join('\n')).toContain('The job summary could not be written');
    expect(internals(step)).toEqual([]);
  });

  it('a workspace that cannot be written to keeps verdict, outputs, summary and artifact', async () => {
    const step = await run({ cases, readOnlyWorkspace: true });
    expect(step.outputs['verdict']).toBe(verdict);
    expect(step.outputs['artifact-id']).not.toBe('');
    expect(step.summary).toContain('could not be written');
    expect(step.log.join('\n')).toContain('ncts5-checklist.docx could not be written');
    expect(internals(step)).toEqual([]);
  });

  const absences = [
    ['no runtime token', { ACTIONS_RUNTIME_TOKEN: undefined }, /no access to an artifact service/],
    ['GitHub Enterprise Server', { GITHUB_SERVER_URL: 'https://ghes.example' }, /ghes\.example is not GitHub\.com/],
    ['Gitea', { GITHUB_SERVER_URL: 'http://gitea.example:3000', ACTIONS_RESULTS_URL: undefined }, /gitea\.example/],
  ] as const;

  it.each(absences)('%s changes nothing but where the file lies, which is said', async (_, env, expected) => {
    const step = await run({ cases, env });
    expect(step).toMatchObject({
      exitCode,
      outputs: { verdict, checklist: 'ncts5-checklist.docx', 'artifact-id': '' },
    });
    const notices = step.annotations.filter(({ level }) => level === 'notice').map(({ message }) => message);
    expect(notices.filter((message) => expected.test(message))).toEqual([
      expect.stringContaining('ncts5-checklist.docx'),
    ]);
  });

  it.each(absences)('%s fails the step where an artifact was promised', async (_, env, expected) => {
    const step = await run({ cases, env, with: { artifact: 'always' } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict, checklist: 'ncts5-checklist.docx' } });
    expect(step.annotations.map(({ message }) => message).join('\n')).toMatch(expected);
  });

  it('nothing is uploaded where nobody wants it', async () => {
    const step = await run({ cases, with: { artifact: 'never' } });
    expect(step).toMatchObject({ exitCode, outputs: { verdict, 'artifact-id': '' } });
    expect(service().calls).toEqual([]);
  });

  it('a checklist that cannot be written fails the step, and no old one passes for it', async () => {
    const files = { out: 'a file where a folder should be' };
    const step = await run({ cases, files, with: { checklist: 'out/a.docx' } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict, checklist: '' } });
    expect(step.log.join('\n')).toContain('out/a.docx could not be written');
  });
});

describe('nothing to go on', () => {
  it.each([
    ['no report', { cases: null }, /results\/(\*|&#42;)\.xml/],
    ['an empty one', { cases: null, files: { 'results/a.xml': '' } }, /results\/a\.xml/],
    ['no XML', { cases: null, files: { 'results/a.xml': 'PK\u0003\u0004' } }, /results\/a\.xml/],
    [
      'a truncated one',
      { cases: null, files: { 'results/a.xml': '<testsuite><testcase name="[DSGB1]"' } },
      /results\/a\.xml/,
    ],
  ] as const)('%s is red and named', async (_, options, expected) => {
    const step = await run(options);
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready' } });
    expect(step.annotations.map(({ message, file }) => `${file ?? ''} ${message}`).join('\n')).toMatch(expected);
    expect(step.summary).toMatch(expected);
    expect(internals(step)).toEqual([]);
  });

  it('no inputs: the mistakes name what is missing', async () => {
    const step = await run({ inputs: {} });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready' }, stderr: '' });
    for (const [index, name] of ['results', 'flows'].entries()) {
      expect(step.annotations[index]?.message).toContain(`input ${name}: `);
    }
    expect(internals(step)).toEqual([]);
  });

  it('no runner at all: a failure in words', async () => {
    const step = await run({ bare: true, env: { ACTIONS_RESULTS_URL: undefined, ACTIONS_RUNTIME_TOKEN: undefined } });
    expect(step.exitCode).toBe(1);
    expect(internals(step)).toEqual([]);
    expect(step.annotations.length).toBeGreaterThan(0);
  });

  it('outputs that cannot be set are said, and the verdict stands', async () => {
    const step = await run({ env: { GITHUB_OUTPUT: join(nowhere, 'output') } });
    expect(step.summary).toMatch(/ready/i);
    expect(step.log.join('\n')).toContain('outputs could not be set');
    expect(internals(step)).toEqual([]);
  });

  it('a path that the configuration file names outside of the workspace is refused, one of the workflow is not', async () => {
    const configuration = 'checklist: ../outside.docx\nflows: [arrival]\nprocedures: [simplified]\n';
    const refused = await run({ files: { '.github/ncts5.yml': configuration } });
    expect(refused).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready' } });
    expect(refused.annotations[0]?.message).toContain('checklist');
    await expect(readFile(join(refused.workspace, '../outside.docx'))).rejects.toThrow(/ENOENT/);
    const step = await run({ with: { checklist: '../outside.docx' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'ready' } });
    expect((await readFile(join(step.workspace, '../outside.docx'))).length).toBeGreaterThan(1000);
  });
});
