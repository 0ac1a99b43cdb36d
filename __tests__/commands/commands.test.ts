import { describe, expect, it } from 'vitest';
import { hasColour } from '../../src/commands/console.ts';
import { renderMatrix } from '../../src/commands/matrix.ts';
import { renderScenario } from '../../src/commands/scenario.ts';
import { requirementsFor } from '../../src/requirements/demand.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { buildApplication, buildScenario } from '../builders.ts';
import { runBuiltCli } from '../harness/cli.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';

const plain = { colour: false, width: 100 };

describe('explain', () => {
  it('shows scenarios in any letter case, each once', async () => {
    const { exitCode, stdout, stderr } = await runBuiltCli(
      ['explain', 'dsgb1', 'ANXI1', 'DSGB1'],
      freshFolder('explain'),
    );
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toBe(
      [renderScenario(ncts5, buildScenario('DSGB1'), plain), renderScenario(ncts5, buildScenario('ANXI1'), plain)].join(
        '\n',
      ),
    );
  });

  it('shows what it knows, names what it does not with the nearest, and answers 2', async () => {
    const { exitCode, stdout, stderr } = await runBuiltCli(
      ['explain', 'DSGB1', 'DSGB99', 'constructor'],
      freshFolder('explain'),
    );
    expect(exitCode).toBe(2);
    expect(stdout).toBe(renderScenario(ncts5, buildScenario('DSGB1'), plain));
    expect(stderr).toMatch(
      /^There is no scenario 'DSGB99'\. Near it are DSGB\d+(?:, \w+){3}\.\nThere is no scenario 'constructor'\. 'explain' alone lists all numbers\.\n$/,
    );
  });

  it('lists all without a number', async () => {
    const { exitCode, stdout } = await runBuiltCli(['explain'], freshFolder('explain'));
    expect(exitCode).toBe(0);
    for (const id of ['DSGB1', 'ANXI2', 'WCXI1']) expect(stdout).toMatch(new RegExp(`\\b${id}\\b`));
  });

  it('lets nothing of a hostile number through to the terminal', async () => {
    const { stderr } = await runBuiltCli(['explain', '\u001B[31mDSGB\n::error::x'], freshFolder('explain'));
    expect(stderr).not.toMatch(/(?!\n)\p{Cc}|^::/mu);
  });
});

describe('matrix', () => {
  const arrivals = buildApplication({ flows: [{ flow: 'arrival', procedures: ['normal'] }] });
  const marked = renderMatrix(ncts5, { application: arrivals, requirements: requirementsFor(ncts5, arrivals) }, plain);

  it('shows just the matrix when nothing is told', async () => {
    const { exitCode, stdout } = await runBuiltCli(['matrix'], freshFolder('matrix'));
    expect([exitCode, stdout]).toEqual([0, renderMatrix(ncts5, undefined, plain)]);
  });

  it('marks the choice of flags', async () => {
    const args = ['matrix', '--flows=arrival', '--procedures', 'normal'];
    const { exitCode, stdout } = await runBuiltCli(args, freshFolder('matrix'));
    expect([exitCode, stdout]).toEqual([0, marked]);
  });

  it('marks the choice of the configuration file, where it is or where it is named', async () => {
    const cwd = freshFolder('matrix');
    await writeFiles(cwd, {
      '.github/ncts5.yml': 'flows: {arrival: normal}\n',
      'other.yml': 'flows: arrival\nprocedures: normal\n',
    });
    expect((await runBuiltCli(['matrix'], cwd)).stdout).toBe(marked);
    expect((await runBuiltCli(['matrix', '--config=other.yml'], cwd)).stdout).toBe(marked);
  });

  it('shows each application of several', async () => {
    const cwd = freshFolder('matrix');
    const applications = ['in: arrival', 'out: standard-departure'].map((one) => {
      const [name = '', flow = ''] = one.split(': ');
      return `  - name: ${name}\n    flows: ${flow}\n    procedures: simplified\n`;
    });
    await writeFiles(cwd, { '.github/ncts5.yml': `applications:\n${applications.join('')}` });
    const { stdout } = await runBuiltCli(['matrix'], cwd);
    expect(stdout).toContain('* mandatory for in: arrival (simplified)');
    expect(stdout).toContain('* mandatory for out: standard departure (simplified)');
    expect((await runBuiltCli(['matrix', '--application=out'], cwd)).stdout).not.toContain('mandatory for in:');
  });

  it.each([
    [['--flows', 'arival', '--procedures', 'normal'], "flag --flows: 'arival' is not known. Did you mean 'arrival'?"],
    [['--flows', 'arrival'], 'flag --procedures: no procedures are given'],
    [['--config', 'none.yml'], 'flag --config: there is no file none.yml.'],
    [['--results', 'x'], 'flag --results: belongs to init, explain, check, plan and verify, not to matrix.'],
    [['arrival'], "command line: 'arrival' belongs to no flag."],
  ])('answers 2 on %j', async (args, mistake) => {
    const { exitCode, stdout, stderr } = await runBuiltCli(['matrix', ...args], freshFolder('matrix'));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(mistake);
  });
});

describe('check', () => {
  it('without any settings tells what is needed and how to begin', async () => {
    const cwd = freshFolder('bare');
    const bare = await runBuiltCli(['check'], cwd);
    expect(bare.exitCode).toBe(2);
    expect(bare.stderr).toContain('flag --flows: no flows are given.');
    expect(bare.stderr).toMatch(
      /\nThere is no \.github\/ncts5\.yml or \.github\/ncts6\.yml in this folder: '\S.* init' asks what it needs to know and writes it\.\n$/,
    );
    // Whoever has a file, or uses flags, knows the way.
    expect((await runBuiltCli(['check', '--flows=arrival'], cwd)).stderr).not.toContain('init');
    await writeFiles(cwd, { '.github/ncts5.yml': 'flows: arrival\n' });
    expect((await runBuiltCli(['check'], cwd)).stderr).not.toContain('init');
  });
});

describe('help', () => {
  it('explains one command, and answers 2 for one that does not exist', async () => {
    const helped = await runBuiltCli(['help', 'init'], freshFolder('help'));
    expect(helped.exitCode).toBe(0);
    expect(helped.stdout).toMatch(/^Usage: node \S*cli\.js init /);
    expect(await runBuiltCli(['init', '--help'], freshFolder('help'))).toMatchObject({
      exitCode: 0,
      stdout: helped.stdout,
    });
    const wrong = await runBuiltCli(['help', 'matrx'], freshFolder('help'));
    expect(wrong).toMatchObject({ exitCode: 2, stdout: '' });
    expect(wrong.stderr).toBe("There is no command 'matrx'. Did you mean 'matrix'?\n");
  });
});

describe('colours', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ TERM: 'dumb' }, true, false],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: 'true', NO_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: 'false' }, true, false],
    [{ FORCE_COLOR: '', NO_COLOR: '1' }, true, false],
  ])('%j on a terminal (%s): %s', (env, isTerminal, expected) => {
    expect(hasColour(env, isTerminal)).toBe(expected);
  });

  it('are not written into a pipe, unless they are forced', async () => {
    const quiet = await runBuiltCli(['explain', 'DSGB1'], freshFolder('colours'));
    expect(quiet.stdout).not.toContain('\u001B');
    const forced = await runBuiltCli(['explain', 'DSGB1'], freshFolder('colours'), { FORCE_COLOR: '1' });
    expect(forced.stdout).toContain('\u001B[1m');
  });
});
