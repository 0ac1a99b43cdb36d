import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { repository } from './harness/action-metadata.ts';
import { freshFolder, writeFiles } from './harness/process.ts';
import { lintWorkflows } from './harness/workflow-lint.ts';

/* Workflows on pages of recipes: GitHub's own linter reads them, and what they run runs here. */

const folder = new URL('.github/recipes/workflows/', repository);
const pages = readdirSync(folder);
const workflowOf = (page: string): string =>
  /^```yaml\n([^]*?)^```$/m.exec(readFileSync(new URL(page, folder), 'utf8'))?.[1] ?? '';

const workflow = z.looseObject({
  permissions: z.strictObject({}),
  jobs: z.record(
    z.string(),
    z.looseObject({ steps: z.array(z.looseObject({ uses: z.string().optional(), run: z.string().optional() })) }),
  ),
});

/** The one script of a page's workflow. */
function scriptOf(page: string): string {
  const steps = Object.values(workflow.parse(parse(workflowOf(page))).jobs).flatMap((job) => job.steps);
  const [script = '', ...more] = steps.flatMap(({ run }) => run ?? []);
  expect(more).toEqual([]);
  return script;
}

async function shell(script: string, cwd: string, env: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn('bash', ['-eo', 'pipefail', '-c', script], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: cwd, ...env },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => said.push(piece));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const text = Buffer.concat(said).toString();
      if (code === 0) resolve(text);
      else reject(new Error(text));
    });
  });
}

describe('the workflows of recipes', () => {
  it('have nothing that GitHub is against', async () => {
    const files = Object.fromEntries(
      pages.map((page) => [`.github/workflows/${page.replace('.md', '.yml')}`, workflowOf(page)]),
    );
    const found = await lintWorkflows(files, ['OWNER/ncts5-production-checklist']);
    expect(found).toEqual(Object.fromEntries(Object.keys(files).map((path) => [path, []])));
  });

  it.each(pages)("%s pins other people's actions to a commit", (page) => {
    for (const [, used = ''] of workflowOf(page).matchAll(/uses: (.*)/g)) {
      expect(used).toMatch(/^(OWNER\/ncts5-production-checklist@v1|[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
    }
  });

  it('put the badge onto a branch of its own, again and again', async () => {
    const server = freshFolder('server');
    const remote = join(server, 'example/transit');
    await mkdir(remote, { recursive: true });
    execFileSync('git', ['init', '-q', '--bare', remote]);
    for (const colour of ['green', 'red']) {
      const checkout = freshFolder('checkout');
      await writeFiles(checkout, { 'badges/ncts5.svg': colour, 'badges/ncts5.json': '{}' });
      const env = {
        GITHUB_SERVER_URL: `file://${server}`,
        GITHUB_REPOSITORY: 'example/transit',
        GITHUB_SHA: 'abc',
        TOKEN: 't',
      };
      await shell(scriptOf('badge.md'), checkout, env);
      const read = (path: string) =>
        execFileSync('git', ['-C', remote, 'show', `badges:${path}`], { encoding: 'utf8' });
      expect([read('ncts5.svg'), read('ncts5.json')]).toEqual([colour, '{}']);
    }
  });

  it.each([
    [
      { VERDICT: 'ready', SUBMITTABLE: 'true', EXPIRES_AT: '2026-12-01T09:00:00Z' },
      'NCTS5 evidence lasts until 2026-12-01, 09:00 UTC. https://run',
    ],
    [
      { VERDICT: 'ready', SUBMITTABLE: 'false', EXPIRES_AT: '2026-12-01T09:00:00Z' },
      'NCTS5 evidence lasts until 2026-12-01, 09:00 UTC. The form is not complete yet. https://run',
    ],
    [
      { VERDICT: 'not-ready', MISSING: 'DSGB1 or DSXI1', STALE: 'ASGB1' },
      'NCTS5 is not ready to submit. missing: DSGB1 or DSXI1. stale: ASGB1. https://run',
    ],
  ])('tell the chat of %j', async (outputs, text) => {
    const heard: string[] = [];
    const server = createServer((request, response) => {
      request.on('data', (piece: Buffer) => heard.push(piece.toString()));
      request.on('end', () => response.end('ok'));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = z.object({ port: z.number() }).parse(server.address());
    const none = { VERDICT: '', SUBMITTABLE: '', MISSING: '', FAILED: '', STALE: '', EXPIRES_AT: '' };
    await shell(scriptOf('chat.md'), freshFolder('chat'), {
      ...none,
      ...outputs,
      RUN: 'https://run',
      WEBHOOK: `http://127.0.0.1:${port}/hook`,
    });
    server.close();
    expect(JSON.parse(heard.join(''))).toEqual({ text });
  });
});
