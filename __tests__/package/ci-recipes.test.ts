import { chmod, cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { repository } from '../harness/action-metadata.ts';
import { readElements } from '../harness/elements.ts';
import { freshFolder } from '../harness/process.ts';
import { blockIn, readPage } from '../harness/written-blocks.ts';
import { buildDist, demoSettings, freshReport, writePackage } from './installed.ts';

/* The pipelines that are offered for copying: their commands run here, on two halves of the demonstration. */

const folder = new URL('.github/recipes/ci/', repository);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const day = () => new Date().toISOString().slice(0, 10).replaceAll('-', '.');

/** A pipeline's commands, in two steps: the scenarios, and the verdict on what is kept. */
interface Pipeline {
  readonly system: string;
  readonly file: string;
  readonly language: string;
  /** One shell script for each step. */
  steps(): readonly string[];
  /** What the system tells commands by. */
  env(run: number, store: string): Readonly<Record<string, string>>;
  /** The system itself hands `kept` from run to run, instead of commands that keep it elsewhere. */
  readonly hands: boolean;
  readonly verdict: string;
}

const scripts = z.array(z.string());

const pipelines: readonly Pipeline[] = [
  {
    system: 'gitlab',
    file: 'gitlab-ci.yml',
    language: 'yaml',
    steps: () => {
      const job = z.looseObject({ script: scripts });
      const jobs = z.looseObject({ 'trader-test': job, ncts5: job }).parse(parse(read('gitlab-ci.yml')));
      return [jobs['trader-test'].script.join('\n'), jobs.ncts5.script.join('\n')];
    },
    env: (run, store) => ({
      CI_JOB_TOKEN: 'token',
      CI_PIPELINE_ID: String(run),
      // What GitLab makes of the job's variables.
      KEPT: z
        .looseObject({ ncts5: z.looseObject({ variables: z.object({ KEPT: z.string() }) }) })
        .parse(parse(read('gitlab-ci.yml')))
        .ncts5.variables.KEPT.replace('$CI_API_V4_URL', store)
        .replace('$CI_PROJECT_ID', '1'),
    }),
    hands: false,
    verdict: 'ncts5/verdict.xml',
  },
  {
    system: 'bitbucket',
    file: 'bitbucket-pipelines.yml',
    language: 'yaml',
    steps: () => {
      const step = z.object({ step: z.looseObject({ script: scripts }) });
      const all = z.looseObject({ pipelines: z.object({ custom: z.object({ ncts5: z.array(step) }) }) });
      return all
        .parse(parse(read('bitbucket-pipelines.yml')))
        .pipelines.custom.ncts5.map((one) => one.step.script.join('\n'));
    },
    env: (run) => ({ BITBUCKET_BUILD_NUMBER: String(run), BITBUCKET_REPO_FULL_NAME: 'a/b', CHECKLIST_TOKEN: 'token' }),
    hands: false,
    verdict: 'test-results/ncts5.xml',
  },
  {
    system: 'azure-devops',
    file: 'azure-pipelines.yml',
    language: 'yaml',
    steps: () => {
      const steps = z.looseObject({ steps: z.array(z.looseObject({ script: z.string().optional() })) });
      const found = steps.parse(parse(read('azure-pipelines.yml'))).steps.flatMap(({ script }) => script ?? []);
      return [found[0] ?? '', found.slice(1).join('\n')];
    },
    env: (run) => ({ BUILD_BUILDID: String(run) }),
    hands: true,
    verdict: 'ncts5/verdict.xml',
  },
  {
    system: 'jenkins',
    file: 'jenkins.jenkinsfile',
    language: 'groovy',
    steps: () => {
      // In Groovy's quotes of three a backslash stands before a backslash.
      const found = [...read('jenkins.jenkinsfile').matchAll(/\bsh ('''|')([^]*?)\1/g)].map(([, , text = '']) =>
        text.replaceAll('\\\\', '\\'),
      );
      return [found.slice(0, 2).join('\n'), found.slice(2).join('\n')];
    },
    env: (run) => ({ BUILD_NUMBER: String(run) }),
    hands: true,
    verdict: 'ncts5/verdict.xml',
  },
];

/** Keeps what is put at an address and gives it back, as a package registry and a list of downloads do. */
class Store {
  readonly files = new Map<string, Buffer>();
  /** Answered instead of anything else. */
  broken: number | undefined;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request).then(({ status, body }) => response.writeHead(status).end(body));
    });
  }

  async #answer(request: IncomingMessage): Promise<{ status: number; body?: Buffer }> {
    const pieces: Buffer[] = [];
    for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
    const body = Buffer.concat(pieces);
    const path = request.url ?? '';
    const { authorization } = request.headers;
    if (request.headers['job-token'] !== 'token' && authorization !== 'Bearer token') return { status: 401 };
    if (this.broken !== undefined) return { status: this.broken };
    if (request.method === 'PUT') this.files.set(path, body);
    else if (request.method === 'POST') this.#form(path, body);
    else {
      const kept = this.files.get(path);
      return kept === undefined ? { status: 404 } : { status: 200, body: kept };
    }
    return { status: 201 };
  }

  /** A file out of a form that curl sends. */
  #form(path: string, body: Buffer): void {
    const text = body.toString('latin1');
    const [boundary = ''] = text.split('\r\n', 1);
    const name = /filename="([^"]+)"/.exec(text)?.[1] ?? '';
    const start = text.indexOf('\r\n\r\n') + 4;
    this.files.set(`${path}/${name}`, body.subarray(start, text.indexOf(`\r\n${boundary}`, start)));
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${z.object({ port: z.number() }).parse(this.#server.address()).port}`;
  }

  close(): void {
    this.#server.close();
  }
}

let command: string;
beforeAll(async () => {
  const { dist } = await buildDist();
  // As it is before npm packs it; that an installation has the same is shown of the package.
  const written = freshFolder('written');
  await writePackage(written, dist);
  command = join(written, 'dist/cli.js');
}, 120_000);

/** The pipeline's machine: our package behind `npx`, and the user's tests, which leave these reports of the demonstration. */
async function checkout(reports: readonly string[], from?: string): Promise<string> {
  const workspace = freshFolder('pipeline');
  const bin = join(workspace, '.bin');
  await mkdir(bin);
  const npx = `#!/bin/sh\n[ "$1 $2" = "--yes ncts5-production-checklist@1" ] || exit 90\nshift 2\nexec '${process.execPath}' '${command}' "$@"\n`;
  await writeFile(join(bin, 'npx'), npx);
  for (const name of reports) await writeFile(join(bin, name), freshReport(name));
  const copies = reports.map((name) => `cp '${join(bin, name)}' results/`);
  await writeFile(
    join(workspace, 'run-trader-test-scenarios'),
    ['#!/bin/sh', 'mkdir results', ...copies, ''].join('\n'),
  );
  for (const file of [join(bin, 'npx'), join(workspace, 'run-trader-test-scenarios')]) await chmod(file, 0o755);
  await writeFile(join(workspace, 'ncts5.yml'), demoSettings());
  if (from !== undefined) await cp(join(from, 'kept'), join(workspace, 'kept'), { recursive: true });
  return workspace;
}

async function shell(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; said: string }> {
  const PATH = `${join(cwd, '.bin')}:${process.env['PATH'] ?? ''}`;
  const child = spawn('bash', ['-e', '-c', script], { cwd, env: { ...env, PATH, HOME: cwd, LANG: 'C.UTF-8' } });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => said.push(piece));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said: Buffer.concat(said).toString() }));
  });
}

describe.each(pipelines)('the pipeline for $system', ({ system, file, language, steps, env, hands, verdict }) => {
  const store = new Store();
  let address = '';
  beforeAll(async () => {
    address = await store.open();
  });
  afterAll(() => store.close());

  /** One run of the pipeline: the scenarios, then the verdict. */
  async function run(number: number, workspace: string): Promise<{ code: number | null; said: string }> {
    const [scenarios = '', rest = ''] = steps();
    const variables = env(number, address);
    const kept = hands ? `mv kept .kept || true\n(${scenarios}\n) || true\nmv .kept kept || true` : scenarios;
    await shell(kept, workspace, variables);
    return shell(rest.replaceAll('https://api.bitbucket.org', address), workspace, variables);
  }
  const cases = async (workspace: string) =>
    readElements(await readFile(join(workspace, verdict), 'utf8')).filter(({ name }) => name === 'testcase');

  it('is red after half of the scenarios, green once another run has brought the rest, and stays so without new reports', async () => {
    const first = await checkout(['pytest-departure-submit.xml', 'pytest-departure-collect.xml']);
    const red = await run(1, first);
    expect(red, red.said).toMatchObject({ code: 1 });
    expect((await cases(first)).length).toBeGreaterThan(2);
    expect(readElements(await readFile(join(first, verdict), 'utf8')).some(({ name }) => name === 'failure')).toBe(
      true,
    );

    const second = await checkout(['TEST-ArrivalsIT.xml', 'newman-pre-lodged.xml'], hands ? first : undefined);
    const green = await run(2, second);
    expect(green, green.said).toMatchObject({ code: 0 });
    expect(await readdir(join(second, 'kept', day()))).toEqual(['1', '2']);
    expect((await readFile(join(second, 'ncts5/checklist.docx'))).length).toBeGreaterThan(1000);
    expect(readElements(await readFile(join(second, verdict), 'utf8')).some(({ name }) => name === 'failure')).toBe(
      false,
    );

    const idle = await checkout([], hands ? second : undefined);
    await rm(join(idle, 'run-trader-test-scenarios'));
    const still = await run(3, idle);
    expect(still, still.said).toMatchObject({ code: 0 });
  }, 60_000);

  it.runIf(hands)('drops days that are over', async () => {
    const workspace = await checkout(['TEST-ArrivalsIT.xml']);
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).replaceAll('-', '.');
    for (const old of ['2025.03.01', yesterday]) await mkdir(join(workspace, 'kept', old), { recursive: true });
    await run(1, workspace);
    expect((await readdir(join(workspace, 'kept'))).toSorted()).toEqual([yesterday, day()].toSorted());
  });

  it.runIf(!hands)('stops where the kept reports can not be had, and overwrites nothing', async () => {
    store.broken = 503;
    const before = [...store.files.keys()];
    const ended = await run(9, await checkout(['TEST-ArrivalsIT.xml']));
    store.broken = undefined;
    expect(ended.code).toBe(1);
    expect(ended.said).toContain('HTTP 503');
    expect([...store.files.keys()]).toEqual(before);
  });

  it('stands on its page, word for word', () => {
    const made = { pipeline: () => ['```' + language, read(file).trim(), '```'].join('\n') };
    const page = readPage(new URL(`${system}.md`, folder), made);
    expect(blockIn(page, 'pipeline'), '`npm run docs` writes it').toContain(made.pipeline());
    expect(page).toContain('## Two weeks of reports');
  });
});

describe('the pipelines', () => {
  it('are all of the folder, and each is in the index', () => {
    const known = pipelines.flatMap(({ system, file }) => [`${system}.md`, file]);
    expect(readdirSync(folder).toSorted()).toEqual(['README.md', ...known].toSorted());
    for (const { system } of pipelines) expect(read('README.md')).toContain(`](${system}.md)`);
  });
});
