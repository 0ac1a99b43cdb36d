import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { repository } from '../harness/action-metadata.ts';
import { runBuiltCli } from '../harness/cli.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';
import { lintWorkflows } from '../harness/workflow-lint.ts';
import { readSettings } from '../../src/settings/read.ts';

const configuration = '.github/ncts5.yml';
const judging = [
  '.github/workflows/ncts5-nightly-freshness.yml',
  '.github/workflows/ncts5-pull-request.yml',
  '.github/workflows/ncts5-release-gate.yml',
];
const tests = '.github/workflows/trader-test.yml';
const workflows = [...judging, tests];
const enough = ['init', '--flows=standard-departure,arrival', '--procedures=normal,simplified'];

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted();
}

const read = (folder: string, file: string): Promise<string> => readFile(path.join(folder, file), 'utf8');

describe('init', () => {
  const cwd = freshFolder('init');
  let stdout = '';
  beforeAll(async () => {
    await mkdir(path.join(cwd, '.git'));
    const ended = await runBuiltCli([...enough, '--credentials-held', 'outbound'], cwd);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    ({ stdout } = ended);
  });

  it('writes the configuration and four workflows, and nothing else', async () => {
    expect(await filesIn(cwd)).toEqual([configuration, ...workflows]);
  });

  it('tells the mandatory tests and what to do next', async () => {
    const said = stdout.replaceAll(/node \S*cli\.js/g, 'node dist/cli.js');
    await expect(said).toMatchFileSnapshot('../golden/commands/init.txt');
  });

  it('writes a configuration that is read without a word, and says what the flags said', async () => {
    const found = await readSettings({ values: {}, host: 'action', now: Date.now(), workspace: cwd });
    if ('findings' in found) throw new Error(JSON.stringify(found.findings));
    const { applications, results, findings } = found.settings;
    expect(findings).toEqual([]);
    expect(results).toEqual(['results/**/*.xml']);
    expect(applications).toMatchObject([
      {
        credentialsHeld: ['outbound'],
        flows: [
          { flow: 'standard-departure', procedures: ['normal', 'simplified'] },
          { flow: 'arrival', procedures: ['normal', 'simplified'] },
        ],
      },
    ]);
  });

  it("writes workflows that GitHub's linter has nothing against", async () => {
    const texts = await Promise.all(workflows.map(async (file) => [file, await read(cwd, file)] as const));
    const found = await lintWorkflows(Object.fromEntries(texts), ['OWNER/ncts5-production-checklist']);
    expect(found).toEqual(Object.fromEntries(workflows.map((file) => [file, []])));
  });

  it('leaves the choice to the configuration, over which an input would win', async () => {
    const step = z.looseObject({ uses: z.string(), with: z.record(z.string(), z.unknown()).optional() });
    const workflow = z.looseObject({ jobs: z.record(z.string(), z.looseObject({ steps: z.array(step) })) });
    for (const file of judging) {
      const { jobs } = workflow.parse(parse(await read(cwd, file)));
      const ours = Object.values(jobs).flatMap(({ steps }) => steps.filter(({ uses }) => uses.startsWith('OWNER/')));
      expect(ours).toHaveLength(1);
      const inputs = Object.keys(ours[0]?.with ?? {});
      expect(inputs).toContain('results-artifact');
      expect(inputs).not.toContain('flows');
      expect(inputs).not.toContain('procedures');
    }
  });

  it('copies the examples otherwise, word for word', async () => {
    for (const file of judging) {
      const example = await readFile(
        new URL(`.github/examples/${path.basename(file).replace('ncts5-', '')}`, repository),
        'utf8',
      );
      const lines = example
        .split('\n')
        .map((line) => line.replace(/^( +)flows: .*/u, '$1programme: ncts5'))
        .filter((line) => !/^ +procedures: /.test(line));
      expect((await read(cwd, file)).split('\n')).toEqual(lines);
      expect(example.split('\n').length - lines.length).toBe(1);
    }
    const example = await readFile(new URL('.github/examples/trader-test.yml', repository), 'utf8');
    expect(await read(cwd, tests)).toBe(example);
  });

  it('does not overwrite, names what is in the way, and touches nothing', async () => {
    const before = await Promise.all([configuration, ...workflows].map((file) => read(cwd, file)));
    const ended = await runBuiltCli(['init', '--flows=arrival', '--procedures=normal'], cwd);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    for (const file of [configuration, ...judging]) expect(ended.stderr).toContain(file);
    expect(ended.stderr).not.toContain(tests);
    expect(ended.stderr).toContain('--force');
    expect(await Promise.all([configuration, ...workflows].map((file) => read(cwd, file)))).toEqual(before);
    expect(await filesIn(cwd)).toEqual([configuration, ...workflows]);
  });
});

describe('the workflow that runs the tests', () => {
  const job = z.looseObject({
    'timeout-minutes': z.number(),
    steps: z.array(
      z.looseObject({
        uses: z.string().optional(),
        run: z.string().optional(),
        if: z.string().optional(),
        with: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
  });
  const workflow = z.looseObject({
    on: z.looseObject({ schedule: z.array(z.object({ cron: z.string() })) }),
    permissions: z.strictObject({}),
    jobs: z.strictObject({ scenarios: job }),
  });
  const written = async (...flags: readonly string[]) => {
    const cwd = freshFolder('init');
    expect(await runBuiltCli([...enough, ...flags], cwd)).toMatchObject({ exitCode: 0 });
    return workflow.parse(parse(await read(cwd, tests)));
  };
  const upload = async (...flags: readonly string[]) =>
    (await written(...flags)).jobs.scenarios.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'));

  it('keeps the reports of failed tests, too, for longer than evidence counts', async () => {
    const step = await upload();
    expect(step).toMatchObject({ if: 'always()', with: { name: 'trader-test-results', path: 'results/**/*.xml' } });
    expect(step?.with?.['retention-days']).toBeGreaterThan(14);
    expect(step?.uses).toMatch(/@[0-9a-f]{40}$/u);
  });

  it('runs in two halves at an odd minute of working days while Trader Test is open, in summer and winter', async () => {
    const { on, jobs } = await written();
    const [minute = 0, hour = 0, ...days] = (on.schedule[0]?.cron ?? '').split(' ');
    expect(days).toEqual(['*', '*', '1-5']);
    expect(Number(minute) % 5).not.toBe(0);
    const { steps, 'timeout-minutes': longest } = jobs.scenarios;
    const commands = steps.flatMap(({ run }) => run ?? []);
    expect(commands).toHaveLength(3);
    // The release follows 45 minutes after the declaration.
    const waits = Number(/^sleep (\d+)m$/u.exec(commands[1] ?? '')?.[1]);
    expect(waits).toBeGreaterThan(45);
    expect(longest).toBeGreaterThan(waits);
    // UTC, which is UK time in winter and an hour behind it in summer: open from 07:00 to 19:00.
    expect(Number(hour)).toBeGreaterThanOrEqual(7);
    expect((Number(hour) + 1) * 60 + Number(minute) + longest).toBeLessThan(19 * 60);
  });

  it.each([
    [['--results=build/*.xml'], 'build/*.xml'],
    [["--results=it's/*.xml"], "it's/*.xml"],
    [['--results=a/**/*.xml', '--results=!a/old/**'], 'a/**/*.xml\n!a/old/**\n'],
    // upload-artifact knows no braces.
    [['--results=out/{a,b}/*.xml'], 'out/**/*.xml'],
    [['--results={a,b}.xml'], '**/*.xml'],
  ])('keeps the reports of %j', async (flags, kept) => {
    expect((await upload(...flags))?.with?.['path']).toBe(kept);
  });

  it('is never written over, and the next steps say what it has to do', async () => {
    const cwd = freshFolder('init');
    await writeFiles(cwd, { [tests]: 'mine\n' });
    for (const flags of [[], ['--force']]) {
      const ended = await runBuiltCli([...enough, ...flags], cwd);
      expect(ended.exitCode).toBe(0);
      expect(ended.stdout.replaceAll(/\s+/gu, ' ')).toContain(`${tests} was there and is left as it is`);
      expect(ended.stdout.split('\n\n')[0]).not.toContain('trader-test.yml');
      expect(await filesIn(cwd)).toEqual([configuration, ...workflows]);
      expect(await read(cwd, tests)).toBe('mine\n');
    }
  });
});

describe('the account that holds the action', () => {
  const used = async (cwd: string): Promise<string | undefined> =>
    /uses: (\S+)\/ncts5-production-checklist@v1/u.exec(await read(cwd, judging[0] ?? ''))?.[1];
  const repositoryWith = async (config: string): Promise<string> => {
    const cwd = freshFolder('init');
    await writeFiles(cwd, { '.git/config': config });
    return cwd;
  };
  const origin = (url: string) => `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n\tfetch = +refs\n`;

  it.each([
    ['https://github.com/acme-ltd/transit.git', 'acme-ltd'],
    ['https://user:secret@github.com/acme-ltd/transit', 'acme-ltd'],
    ['git@github.com:acme-ltd/transit.git', 'acme-ltd'],
    ['ssh://git@github.acme.example:2222/Customs_acme/transit.git', 'Customs_acme'],
    ['https://gitlab.com/acme-ltd/transit.git', 'OWNER'],
    ['https://github.com/acme-ltd/group/transit.git', 'OWNER'],
    ['/srv/git/transit.git', 'OWNER'],
  ])('of the remote %s is %s', async (url, owner) => {
    const cwd = await repositoryWith(origin(url));
    const { stdout } = await runBuiltCli(enough, cwd);
    expect(await used(cwd)).toBe(owner);
    const said = stdout.replaceAll(/\s+/gu, ' ');
    expect(said.includes(`since this repository belongs to ${owner}`)).toBe(owner !== 'OWNER');
    expect(said.includes('Replace OWNER in these files')).toBe(owner === 'OWNER');
    expect(said).not.toContain('secret');
  });

  it('is not that of another remote', async () => {
    const cwd = await repositoryWith('[remote "upstream"]\n\turl = git@github.com:acme/transit.git\n');
    await runBuiltCli(enough, cwd);
    expect(await used(cwd)).toBe('OWNER');
  });

  it('is found from a work tree', async () => {
    const cwd = freshFolder('init');
    await writeFiles(cwd, {
      'main/.git/config': origin('git@github.com:acme/transit.git'),
      'main/.git/worktrees/tree/commondir': '../..\n',
      'tree/.git': `gitdir: ${path.join(cwd, 'main/.git/worktrees/tree')}\n`,
    });
    await runBuiltCli(enough, path.join(cwd, 'tree'));
    expect(await used(path.join(cwd, 'tree'))).toBe('acme');
  });

  it('is what --owner says, in the workflows and for editors, and nothing is left to do', async () => {
    const cwd = await repositoryWith(origin('git@github.com:acme/transit.git'));
    const { stdout } = await runBuiltCli([...enough, '--owner=customs-tools'], cwd);
    for (const file of judging) {
      expect(await read(cwd, file)).toContain('uses: customs-tools/ncts5-production-checklist@v1');
    }
    expect(await read(cwd, configuration)).toContain('/customs-tools/ncts5-production-checklist/v');
    for (const file of await filesIn(cwd)) expect(await read(cwd, file)).not.toContain('OWNER');
    expect(stdout).not.toMatch(/OWNER|owner/u);
  });

  it.each(['acme/tools', '-acme', 'https://github.com/acme'])('is not %s, and nothing is written', async (owner) => {
    const cwd = freshFolder('init');
    const { exitCode, stderr } = await runBuiltCli([...enough, `--owner=${owner}`], cwd);
    expect([exitCode, await filesIn(cwd)]).toEqual([2, []]);
    expect(stderr).toContain('flag --owner: is not the name of a GitHub account.');
  });
});

describe('init for NCTS6', () => {
  const cwd = freshFolder('init');
  const written = ['nightly-freshness', 'pull-request', 'release-gate'].map(
    (name) => `.github/workflows/ncts6-${name}.yml`,
  );
  let stdout = '';
  beforeAll(async () => {
    await mkdir(path.join(cwd, '.git'));
    const ended = await runBuiltCli(['init', '--programme', 'ncts6', '--yes'], cwd);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    ({ stdout } = ended);
  });

  it('writes its own files, and says what comes next', async () => {
    expect(await filesIn(cwd)).toEqual(['.github/ncts6.yml', ...written, tests]);
    const said = stdout.replaceAll(/node \S*cli\.js/g, 'node dist/cli.js');
    await expect(said).toMatchFileSnapshot('../golden/commands/init-ncts6.txt');
    await expect(await read(cwd, '.github/ncts6.yml')).toMatchFileSnapshot(
      '../golden/commands/configuration/ncts6.yml',
    );
  });

  it('writes a configuration that is read without a word', async () => {
    const found = await readSettings({ values: {}, host: 'action', now: Date.now(), workspace: cwd });
    if ('findings' in found) throw new Error(JSON.stringify(found.findings));
    expect(found.settings).toMatchObject({ programme: { id: 'ncts6' }, findings: [], results: ['results/**/*.xml'] });
  });

  it('names nothing of NCTS5 in its files, and stands beside it', async () => {
    for (const file of ['.github/ncts6.yml', ...written]) {
      const text = (await read(cwd, file)).replaceAll('OWNER/ncts5-production-checklist', '');
      expect(text).not.toMatch(/ncts5|DSGB1\b/iu);
      expect(text).toContain('programme: ncts6');
    }
    const beside = await runBuiltCli(enough, cwd);
    expect(beside.exitCode).toBe(0);
    expect(await filesIn(cwd)).toEqual([configuration, '.github/ncts6.yml', ...judging, ...written, tests]);
  });
});

describe('init for other CI systems', () => {
  const systems = [
    ['gitlab', '.gitlab-ci.yml', 'gitlab-ci.yml'],
    ['jenkins', 'Jenkinsfile', 'jenkins.jenkinsfile'],
    ['azure', 'azure-pipelines.yml', 'azure-pipelines.yml'],
    ['bitbucket', 'bitbucket-pipelines.yml', 'bitbucket-pipelines.yml'],
  ] as const;
  const recipe = (name: string): Promise<string> => readFile(new URL(`.github/recipes/ci/${name}`, repository), 'utf8');

  it.each(systems)(
    '%s: writes the recipe word for word, and the configuration that it names',
    async (ci, file, source) => {
      const cwd = freshFolder('init');
      const ended = await runBuiltCli([...enough, `--ci=${ci}`], cwd);
      expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
      expect(await filesIn(cwd)).toEqual([file, 'ncts5.yml'].toSorted());
      const text = await read(cwd, file);
      expect(text).toBe(await recipe(source));
      expect(text).toContain('--config ncts5.yml');
      expect(ended.stdout).toContain('check --config ncts5.yml');
      expect(ended.stdout).not.toMatch(/GitHub|github|trader-test\.yml/);
      // And the check that it tells to run finds the configuration.
      const checked = await runBuiltCli(['check', '--config', 'ncts5.yml'], cwd);
      expect(checked.stdout).toContain('No report was found. In "results"');
    },
  );

  it.each(systems)(
    '%s: names nothing of NCTS5 in a pipeline for NCTS6 but the package and its token',
    async (ci, file, source) => {
      const cwd = freshFolder('init');
      const ended = await runBuiltCli(['init', '--yes', '--programme=ncts6', `--ci=${ci}`], cwd);
      expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
      expect(await filesIn(cwd)).toEqual([file, 'ncts6.yml'].toSorted());
      const text = await read(cwd, file);
      expect(text.replaceAll(/ncts5-production-checklist|CHECKLIST_TOKEN/g, '')).not.toMatch(/ncts5/iu);
      expect(text).toContain('npx --yes ncts5-production-checklist@1 check --config ncts6.yml');
      expect(text.split('\n')).toHaveLength((await recipe(source)).split('\n').length);
    },
  );

  it('says what comes next', async () => {
    const { stdout } = await runBuiltCli([...enough, '--ci=gitlab'], freshFolder('init'));
    const said = stdout.replaceAll(/node \S*cli\.js/g, 'node dist/cli.js');
    await expect(said).toMatchFileSnapshot('../golden/commands/init-gitlab.txt');
  });

  it('none: writes the configuration alone, where a check looks for it', async () => {
    const cwd = freshFolder('init');
    expect(await runBuiltCli([...enough, '--ci=none'], cwd)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await filesIn(cwd)).toEqual([configuration]);
    expect((await runBuiltCli(['check'], cwd)).stdout).toContain('No report was found. In "results"');
  });

  it("doesn't write over a pipeline that is there, and says how to go on", async () => {
    const cwd = freshFolder('init');
    await writeFiles(cwd, { '.gitlab-ci.yml': 'mine\n' });
    const ended = await runBuiltCli([...enough, '--ci=gitlab'], cwd);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.stderr).toContain('there is already: .gitlab-ci.yml. Give --ci none');
    expect(await filesIn(cwd)).toEqual(['.gitlab-ci.yml']);
    expect(await read(cwd, '.gitlab-ci.yml')).toBe('mine\n');
  });

  it('refuses a system that it has no pipeline for, by name', async () => {
    const cwd = freshFolder('init');
    const ended = await runBuiltCli([...enough, '--ci=travis'], cwd);
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr).toContain('github, gitlab, jenkins, azure, bitbucket, none');
    expect(await filesIn(cwd)).toEqual([]);
  });
});

describe('init elsewhere', () => {
  it('writes none of its files when one is in the way, all with --force', async () => {
    const cwd = freshFolder('init');
    await writeFiles(cwd, { '.github/workflows/ncts5-pull-request.yml': 'mine\n' });
    const refused = await runBuiltCli(enough, cwd);
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toBe(
      'Nothing was written, since there is already: .github/workflows/ncts5-pull-request.yml. Give --force to overwrite.\n',
    );
    expect(await filesIn(cwd)).toEqual(['.github/workflows/ncts5-pull-request.yml']);
    expect((await runBuiltCli([...enough, '--force'], cwd)).exitCode).toBe(0);
    expect(await filesIn(cwd)).toEqual([configuration, ...workflows]);
    expect(await read(cwd, '.github/workflows/ncts5-pull-request.yml')).not.toContain('mine');
  });

  it('overwrites no folder, and then writes nothing', async () => {
    const cwd = freshFolder('init');
    await mkdir(path.join(cwd, '.github/workflows/ncts5-release-gate.yml'), { recursive: true });
    const ended = await runBuiltCli([...enough, '--force'], cwd);
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr).toBe('Nothing was written: .github/workflows/ncts5-release-gate.yml is a folder.\n');
    expect(await filesIn(cwd)).toEqual([]);
  });

  it('leaves nothing behind when the disk refuses', async () => {
    const cwd = freshFolder('init');
    // A file where a folder is needed: root may write into read-only folders.
    await writeFiles(cwd, { '.github/workflows': 'a file\n' });
    const ended = await runBuiltCli(enough, cwd);
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr).toMatch(/^Nothing was written: \.github\/workflows\/\S+ can't be written \([\w ]+\)\.\n$/);
    expect(await filesIn(cwd)).toEqual(['.github/workflows']);
  });

  it.each([
    [[], ['--flows standard-departure,pre-lodged-departure,arrival', '--procedures normal,simplified']],
    [['--yes'], ['--flows standard-departure', '--procedures normal']],
    [['--flows', 'arrival'], ['--procedures normal,simplified']],
    [['--procedures', 'normal', '--force'], ['--flows standard-departure']],
  ])('does not wait where nobody can answer: %j', async (flags, told) => {
    const cwd = freshFolder('init');
    const ended = await runBuiltCli(['init', ...flags], cwd);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ended.milliseconds).toBeLessThan(10_000);
    const lines = ended.stderr.split('\n').filter((line) => line.startsWith('  '));
    expect(lines).toHaveLength(told.length);
    for (const [index, flag] of told.entries()) expect(lines[index]?.trim().startsWith(flag)).toBe(true);
    expect(await filesIn(cwd)).toEqual([]);
  });

  it('tells all mistakes in flags at once', async () => {
    const cwd = freshFolder('init');
    const flags = ['--flows=arival', '--procedures=bth', '--credentials-held=in', '--results=,', '--yess'];
    const { stderr: home } = await runBuiltCli(['init', '--programme=ncts6', '--results=~/r/*.xml'], cwd);
    expect(home).toContain("flag --results: '~/r/*.xml': ~ stands for nothing in the configuration file");
    const { exitCode, stderr } = await runBuiltCli(['init', ...flags], cwd);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('flag --yess: is not known. Did you mean --yes?');
    const { stderr: words } = await runBuiltCli(['init', ...flags.slice(0, 4)], cwd);
    expect(words).toContain("flag --flows: 'arival' is not known. Did you mean 'arrival'?");
    expect(words).toContain("flag --procedures: 'bth' is not known.");
    expect(words).toContain("flag --credentials-held: 'in' is not known.");
    expect(words).toContain('flag --results: names no glob.');
  });

  it('refuses software that has nothing left to test', async () => {
    const cwd = freshFolder('init');
    const flags = ['--flows=arrival', '--procedures=normal', '--credentials-held=inbound'];
    const { exitCode, stderr } = await runBuiltCli(['init', ...flags], cwd);
    expect([exitCode, await filesIn(cwd)]).toEqual([2, []]);
    expect(stderr).toContain('has no mandatory test left');
  });

  it('says when GitHub would not look here', async () => {
    const { exitCode, stderr } = await runBuiltCli(enough, freshFolder('init'));
    expect([exitCode, stderr]).toEqual([
      0,
      'This folder is not the top of a Git repository: GitHub looks for .github only there.\n',
    ]);
  });

  it('keeps globs as they were given, also those that YAML would take for something else', async () => {
    const cwd = freshFolder('init');
    const globs = ['**/*.xml', "it's/{a,b}.xml", '!x/**', '# no', '@a: b'];
    await runBuiltCli([...enough, ...globs.map((glob) => `--results=${glob}`)], cwd);
    const found = await readSettings({ values: {}, host: 'command', now: Date.now(), workspace: cwd });
    expect('settings' in found && found.settings.results).toEqual(globs);
  });

  it('has a check understand what it wrote at once', async () => {
    const cwd = freshFolder('init');
    await runBuiltCli(enough, cwd);
    const checked = await runBuiltCli(['check'], cwd);
    expect(checked.exitCode).toBe(2);
    expect(checked.stdout).toContain('No report was found. In "results", "results/**/*.xml" matches no file');
  });
});
