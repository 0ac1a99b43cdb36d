import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildEntry } from '../harness/build.ts';
import { nodes } from '../harness/nodes.ts';
import { nowhere } from '../harness/process.ts';
import { type ActionOptions, runAction } from '../harness/runner.ts';

/** What a hostile report would like the runner to read. */
const hostile = [
  '::set-output name=verdict::ready',
  '\u00a0\t::error::injected',
  'before ##[set-env name=PATH]x',
  'one\r::add-mask::a\r\n::stop-commands::b\u2028::warning::c\u0085::notice::d',
  '\u200b::error::injected\u001b[2J',
  ':::error::injected',
].join('\n');

let main: string;
beforeAll(async () => {
  main = await buildEntry(`
    import * as step from 'src/github/step.ts';
    const { call, value } = JSON.parse(process.env.CALL ?? '{}');
    const say = (what: unknown) => process.stdout.write('answer ' + JSON.stringify(what ?? null) + '\\n');
    if (call === 'inputs') say([...step.readInputs(value)]);
    if (call === 'info') step.info(value);
    if (call === 'group') await step.group(value, () => step.info(value));
    if (call === 'annotate') step.annotate(value);
    if (call === 'outputs') step.setOutputs(value);
    if (call === 'summary') say(await step.writeSummary(typeof value === 'number' ? 'line\\n'.repeat(value) : value));
    if (call === 'fail') step.fail(value);
    if (call === 'mask') { step.maskToken(value); step.info('it is ' + value); }
    if (call === 'finish') { step.fail('late'); setInterval(() => {}, 1000); step.finish(); }
  `);
});

async function say(call: string, value: unknown, options: ActionOptions = {}) {
  const run = await runAction({ main, ...options, env: { CALL: JSON.stringify({ call, value }), ...options.env } });
  expect(run.stderr).toBe('');
  const answer = run.log.find((line) => line.startsWith('answer '))?.slice('answer '.length);
  return { ...run, answer: answer === undefined ? undefined : (JSON.parse(answer) as unknown) };
}

describe('inputs', () => {
  it('are read by their names, trimmed, absent ones as empty texts', async () => {
    const env = { 'INPUT_AS-OF': ' 2024-10-01\n', INPUT_CONFIG: '' };
    const run = await say('inputs', ['as-of', 'config', 'flows'], { env });
    expect(run.answer).toEqual([
      ['as-of', '2024-10-01'],
      ['config', ''],
      ['flows', ''],
    ]);
  });
});

describe('the log', () => {
  it.each(nodes)('lets no line through as a command on $name', async ({ path }) => {
    const run = await say('info', hostile, { node: path });
    expect(run).toMatchObject({ commands: [], outputs: {}, conclusion: 'success' });
    expect(run.stdout).toContain('set-output name=verdict');
    expect(run.stdout).not.toContain('\u001b');
  });

  it('opens folds whose titles stay titles', async () => {
    const run = await say('group', hostile);
    expect(run.commands.map((command) => command.name)).toEqual(['group', 'endgroup']);
    expect(run.groups).toHaveLength(1);
  });

  it('hides a token', async () => {
    const run = await say('mask', 'ghs_secret');
    expect(run.log).toContain('it is ***');
    expect((await say('mask', '')).commands).toEqual([]);
  });
});

describe('annotations', () => {
  it('carry file and line, and whatever text without breaking out', async () => {
    const file = 'results/a,b:c%0A.xml';
    const run = await say('annotate', [
      { severity: 'error', message: hostile, next: 'x, y', place: { file, line: 7 } },
    ]);
    expect(run.commands).toHaveLength(1);
    expect(run.annotations[0]).toMatchObject({ level: 'error', file, line: 7 });
    expect(run.annotations[0]?.message).toContain('x, y');
    expect(run.annotations[0]?.message).toContain('::error::injected');
  });

  it('keep within what GitHub shows, the most important ones first, the rest in the log', async () => {
    const many = Array.from({ length: 25 }, (_, index) => ({
      severity: 'warning',
      message: `finding ${index}`,
      place: { file: 'a.xml' },
    }));
    const run = await say('annotate', [...many, { severity: 'error', message: 'worst' }]);
    expect(run.annotations.map((one) => one.message)).toEqual([
      'worst',
      ...Array.from({ length: 8 }, (_, index) => `finding ${index}`),
      expect.stringContaining('17 more'),
    ]);
    expect(run.log).toContain('warning: a.xml: finding 24');
  });

  it('that just fit are all shown', async () => {
    const nine = Array.from({ length: 9 }, (_, index) => ({ severity: 'error', message: `finding ${index}` }));
    expect((await say('annotate', nine)).annotations.map((one) => one.message)).toEqual(nine.map((one) => one.message));
  });
});

describe('outputs', () => {
  it('take any text; what is undefined is empty', async () => {
    const run = await say('outputs', { verdict: 'ready', 'days-left': 3, text: 'a\nb=1\nEOF\nx<<EOF', gone: null });
    expect(run.outputs).toEqual({ verdict: 'ready', 'days-left': '3', text: 'a\nb=1\nEOF\nx<<EOF', gone: '' });
    expect(run.annotations).toEqual([]);
  });

  it.each([[undefined], [join(nowhere, 'output')]])('that cannot be set are a warning (%s)', async (path) => {
    const run = await say('outputs', { verdict: 'ready' }, { env: { GITHUB_OUTPUT: path } });
    expect(run.annotations.map(({ level, message }) => `${level}: ${message}`).join()).toMatch(
      /^warning: The outputs could not be set/,
    );
    expect(run).toMatchObject({ exitCode: 0, outputs: {} });
  });
});

describe('the summary', () => {
  it('is appended', async () => {
    const run = await say('summary', '# ready');
    expect(run.summary).toBe('# ready\n');
    expect(run.answer).toBeNull();
  });

  it('too long for GitHub is cut after a line and says so', async () => {
    const run = await say('summary', 300_000);
    expect(Buffer.byteLength(run.summary)).toBeLessThanOrEqual(1_048_576);
    expect(run.summary).toMatch(/line\n\n\n\*The rest did not fit/);
    expect(run.answer).toMatchObject({ severity: 'warning' });
  });

  it.each([
    ['a folder in its place', { summaryFile: 'folder' as const }],
    ['no variable', { env: { GITHUB_STEP_SUMMARY: undefined } }],
    ['no such folder', { env: { GITHUB_STEP_SUMMARY: join(nowhere, 'summary') } }],
  ])('that cannot be written is a warning: %s', async (_, options) => {
    const run = await say('summary', '# ready', options);
    expect(run.answer).toMatchObject({ kind: 'publishing', severity: 'warning' });
    expect(run.exitCode).toBe(0);
  });
});

describe('the end', () => {
  it('fails with one annotation', async () => {
    const run = await say('fail', hostile);
    expect(run).toMatchObject({ exitCode: 1, conclusion: 'failure' });
    expect(run.commands.map((command) => command.name)).toEqual(['error']);
  });

  it('comes even when something is still waiting, with the exit code that stands', async () => {
    const run = await say('finish', null, { timeout: 5000 });
    expect(run).toMatchObject({ exitCode: 1, annotations: [{ message: 'late' }] });
  });
});
