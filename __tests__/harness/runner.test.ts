import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { inputVariables } from './action-metadata.ts';
import { readFileCommands } from './file-commands.ts';
import { nodes } from './nodes.ts';
import { freshFolder } from './process.ts';
import { type ActionOptions, type ActionRun, runAction } from './runner.ts';
import { parseCommand, readCommands } from './workflow-commands.ts';

async function runScript(script: string, options: ActionOptions = {}): Promise<ActionRun> {
  const main = join(freshFolder('script'), 'main.mjs');
  writeFileSync(main, `import fs from 'node:fs';\n${script}`);
  return runAction({ main, ...options });
}

describe('the runner', () => {
  it.each(nodes)('runs a step on $name with nothing but its own environment', async ({ path }) => {
    vi.stubEnv('LEAKED', 'yes');
    onTestFinished(() => void vi.unstubAllEnvs());
    const run = await runScript(
      `console.log(JSON.stringify([process.env.LEAKED ?? null, process.env.GITHUB_WORKSPACE === process.cwd()]));
       fs.appendFileSync(process.env.GITHUB_OUTPUT, 'a=1\\nb<<E\\nx\\ny\\nE\\n');
       fs.appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# hello');
       console.log('::add-mask::s3cret'); console.log('it is s3cret');
       console.error(' ::warning file=a%2Cb.xml,line=3::from%0Astderr');
       process.exitCode = 3;`,
      { node: path },
    );
    expect(run.log).toContain('[null,true]');
    expect(run.log).toContain('it is ***');
    expect(run).toMatchObject({
      exitCode: 3,
      conclusion: 'failure',
      outputs: { a: '1', b: 'x\ny' },
      summary: '# hello',
    });
    expect(run.annotations).toEqual([{ level: 'warning', message: 'from\nstderr', file: 'a,b.xml', line: 3 }]);
  });

  it('fails a step that tries to set variables by commands, as the real one does', async () => {
    const run = await runScript(`console.log('text ##[set-env name=A]b')`);
    expect(run).toMatchObject({ exitCode: 0, conclusion: 'failure', refused: ['set-env'] });
  });

  it('kills what does not end', async () => {
    await expect(runScript('setInterval(() => {}, 1000)', { timeout: 500 })).rejects.toThrow(/still running/);
  });

  it('gives a workspace that really cannot be written to', async () => {
    const run = await runScript(
      `fs.appendFileSync(process.env.GITHUB_OUTPUT, 'ok=1\\n');
       try { fs.writeFileSync('new.txt', ''); } catch (error) { console.log(error.code); }`,
      { readOnlyWorkspace: true },
    );
    expect(run.log).toContain('EACCES');
    expect(run.outputs).toEqual({ ok: '1' });
  });

  it('lets long waits pass fast on demand', async () => {
    const run = await runScript('setTimeout(() => console.log("woke"), 20_000)', { hurry: true, timeout: 5000 });
    expect(run.log).toContain('woke');
  });
});

describe('inputs', () => {
  const declared = {
    'as-of': { description: '' },
    'github-token': { description: '', default: '${{ github.token }}' },
    config: { description: '', default: '.github/ncts5.yml' },
  };

  it('are set as the runner does: every declared one, an explicit empty text before a default', () => {
    const github = { token: 'ghs_1' };
    expect(inputVariables(declared, { config: '', 'not declared': 'x' }, github)).toEqual({
      'INPUT_AS-OF': '',
      'INPUT_GITHUB-TOKEN': 'ghs_1',
      INPUT_CONFIG: '',
      INPUT_NOT_DECLARED: 'x',
    });
  });
});

describe('workflow commands', () => {
  it.each([
    ['::error::x', 'error'],
    ['\u00a0 ::error::x', 'error'],
    ['::ERROR title=a::x', 'ERROR'],
    ['anything ##[add-mask]x', 'add-mask'],
    ['::unknown::x', undefined],
    ['text ::error::x', undefined],
    ['::error x', undefined],
    ['##[section]x', undefined],
  ])('%j is read as %j', (line, name) => {
    expect(parseCommand(line)?.name).toBe(name);
  });

  it('stop between stop-commands and its token', () => {
    const { commands, log } = readCommands('::stop-commands::tok\n::error::no\n::tok::\n::error::yes');
    expect(commands.map((command) => command.data)).toEqual(['tok', 'yes']);
    expect(log).toContain('::error::no');
  });

  it('open and close groups', () => {
    const { groups } = readCommands('::group::First\na\n::endgroup::\nb\n::group::Second\nc');
    expect(groups).toEqual([
      { title: 'First', lines: ['a'] },
      { title: 'Second', lines: ['c'] },
    ]);
  });
});

describe('file commands', () => {
  it('take name=value and heredocs, and the last one of a name', () => {
    expect(readFileCommands('a=1\n\nb<<D\nx=1\n\nD\na=<<2\n')).toEqual({ a: '<<2', b: 'x=1\n' });
    expect(readFileCommands('a<<D\nD\n')).toEqual({ a: '' });
  });

  it.each(['novalue\n', '<<D\nx\nD\n', 'a<<D\nx\n'])('%j fails the step', (text) => {
    expect(() => readFileCommands(text)).toThrow(/Invalid/);
  });
});
