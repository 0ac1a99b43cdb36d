import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { repository } from './harness/action-metadata.ts';
import { lintWorkflows } from './harness/workflow-lint.ts';

const folder = new URL('.github/workflows/', repository);
const paths = readdirSync(folder).map((name) => `.github/workflows/${name}`);
const read = (path: string): string => readFileSync(new URL(path, repository), 'utf8');

const workflow = z.looseObject({
  permissions: z.unknown(),
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions: z.record(z.string(), z.string()).optional(),
      'timeout-minutes': z.number().optional(),
      steps: z.array(
        z.looseObject({
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ),
});

describe("GitHub's language service", () => {
  let found: Record<string, string[]>;
  const broken = {
    '.github/workflows/key.yml': 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepps: []\n',
    '.github/workflows/input.yml':
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./\n        with:\n          resultz: x\n',
    '.github/workflows/expression.yml':
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ steps.nobody.outputs.x }}\n',
  };
  beforeAll(async () => {
    const all = [...paths, 'action.yml'].map((path) => [path, read(path)] as const);
    found = await lintWorkflows({ ...Object.fromEntries(all), ...broken });
  });

  it.each([...paths, 'action.yml'])('has nothing against %s', (path) => {
    expect(found[path]).toEqual([]);
  });

  it.each(Object.keys(broken))('would have found what is wrong with a broken one: %s', (path) => {
    expect(found[path]).not.toEqual([]);
  });
});

describe.each(paths)('%s', (path) => {
  const { permissions, jobs } = workflow.parse(parse(read(path)));

  it('gives no permission to all jobs, and to each only what it names', () => {
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) expect(job.permissions).toBeDefined();
  });

  it('ends every job in bounded time', () => {
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
  });

  it("pins other people's actions to a commit and says which version that is", () => {
    const lines = read(path)
      .split('\n')
      .filter((line) => /\buses:/.test(line));
    for (const line of lines) {
      expect(line.trim()).toMatch(/uses: (\.\/|[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
    }
  });

  it('runs no code of a package in a job that may write or sign', () => {
    for (const job of Object.values(jobs)) {
      if (!Object.values(job.permissions ?? {}).includes('write')) continue;
      for (const { run = '' } of job.steps) {
        expect(run).not.toMatch(/\bnpm (ci|i|install|run|test|exec)\b|\bnpx\b|\bnode /);
      }
    }
  });

  it('puts no expression into a script, where a branch name could become a command', () => {
    for (const job of Object.values(jobs)) for (const step of job.steps) expect(step.run ?? '').not.toContain('${{');
  });
});

describe('the release', () => {
  const path = '.github/workflows/release.yml';
  const steps = Object.values(workflow.parse(parse(read(path))).jobs).flatMap((job) => job.steps);

  it('names the version of all that it runs with', () => {
    const versions = steps
      .filter(({ uses = '' }) => uses.includes('setup-node'))
      .map((step) => step.with?.['node-version']);
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    for (const { run = '' } of steps) expect(run).not.toMatch(/\bnpx\b|npm install|@latest/);
  });

  it('publishes the package with its provenance, without running a script of it', () => {
    const published = steps.filter(({ run = '' }) => run.includes('npm publish'));
    expect(published).toHaveLength(1);
    expect(published[0]?.run).toMatch(/\.tgz" --ignore-scripts --provenance --access public$/);
  });
});

describe('what the checks run on', () => {
  const lock = z.looseObject({ packages: z.record(z.string(), z.looseObject({ integrity: z.string().optional() })) });

  it('is fetched by version and hash', () => {
    const { packages } = lock.parse(JSON.parse(read('.ci/nodes/package-lock.json')));
    const fetched = Object.entries(packages).filter(([name]) => name !== '');
    expect(fetched.length).toBeGreaterThan(0);
    for (const [name, { integrity }] of fetched) expect(integrity, name).toMatch(/^sha512-/);
    expect(read('.ci/run')).not.toMatch(/npm (?:install|i)\b|npx|curl|wget/);
  });
});

describe.runIf(existsSync(new URL('README.md', repository)))("README.md's examples", () => {
  const examples = existsSync(new URL('README.md', repository)) ? workflowsIn(read('README.md')) : [];
  const others = /^(actions|docker|github)\//;
  const ours = new Set(
    examples.flatMap((text) => [...text.matchAll(/uses: ([\w.-]+\/[\w.-]+)@/g)].map(([, name]) => name ?? '')),
  );

  it('name this action, by one name', () => {
    expect([...ours].filter((name) => !others.test(name))).toHaveLength(1);
  });

  it("hold before GitHub's language service, inputs of this action included", async () => {
    const files = Object.fromEntries(
      examples.map((text, index) => [`.github/workflows/example-${index + 1}.yml`, text]),
    );
    const found = await lintWorkflows(
      files,
      [...ours].filter((name) => !others.test(name)),
    );
    expect(found).toEqual(Object.fromEntries(Object.keys(files).map((path) => [path, []])));
  });

  it('grant permissions by name, and no more than a job needs', () => {
    for (const text of examples) {
      const { permissions, jobs } = readmeWorkflow.parse(parse(text));
      for (const job of Object.values(jobs)) expect(job.permissions ?? permissions).toBeTypeOf('object');
    }
  });
});

const readmeWorkflow = z.looseObject({
  permissions: z.record(z.string(), z.enum(['read', 'write', 'none'])).optional(),
  jobs: z.record(
    z.string(),
    z.looseObject({ permissions: z.record(z.string(), z.enum(['read', 'write', 'none'])).optional() }),
  ),
});

/** The whole workflows among a Markdown text's YAML blocks. */
function workflowsIn(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```ya?ml\n(.*?)^```$/gms)].map(([, text]) => text ?? '');
  return blocks.filter((text) => /^jobs:/m.test(text));
}
