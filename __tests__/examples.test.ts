import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { usePublishing, warningsOf } from './action/publishing.ts';
import { leaveArtifact } from './github/world.ts';
import { repository as root } from './harness/action-metadata.ts';
import { allPermissions, type Permissions } from './harness/github/server.ts';
import { repository, shaOf } from './harness/github/state.ts';
import { AS_OF, buildReport } from './harness/reports.ts';
import type { ActionRun } from './harness/runner.ts';
import { lintWorkflows } from './harness/workflow-lint.ts';

/** The workflows that the README offers for copying. */
const folder = new URL('.github/examples/', root);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const all = readdirSync(folder);
/** Those that judge; the other one runs the tests. */
const names = all.filter((name) => name !== 'trader-test.yml');
/** Under which name they use this action. */
const action = names.flatMap((name) => /uses: ((?!actions\/)[\w.-]+\/[\w.-]+)@/.exec(read(name))?.[1] ?? [])[0] ?? '';

const level = z.enum(['read', 'write']);
const workflow = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: z.strictObject({}),
  jobs: z.record(
    z.string(),
    z.looseObject({
      'timeout-minutes': z.number(),
      permissions: z.record(z.string(), level),
      steps: z.array(
        z.looseObject({
          uses: z.string(),
          with: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
        }),
      ),
    }),
  ),
});

interface Example {
  readonly events: readonly string[];
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  readonly inputs: Readonly<Record<string, string>>;
}

function example(name: string): Example {
  const { on, jobs } = workflow.parse(parse(read(name)));
  const [job, ...more] = Object.values(jobs);
  const step = job?.steps.find(({ uses }) => uses.startsWith(action));
  if (job === undefined || step?.with === undefined || more.length > 0) throw new Error(`${name} has another shape`);
  const inputs = Object.entries(step.with).map(([input, value]) => [input, String(value)] as const);
  return { events: Object.keys(on), permissions: job.permissions, inputs: Object.fromEntries(inputs) };
}

/** What each input needs beside `contents: read` for the checkout. */
const needs: Readonly<Record<string, readonly [string, 'read' | 'write']>> = {
  'results-artifact': ['actions', 'read'],
  'check-run': ['checks', 'write'],
  'commit-status': ['statuses', 'write'],
  comment: ['pull-requests', 'write'],
  issue: ['issues', 'write'],
};

describe('the example workflows', () => {
  let found: Record<string, string[]>;
  beforeAll(async () => {
    const files = all.map((name) => [`.github/workflows/${name}`, read(name)] as const);
    found = await lintWorkflows(Object.fromEntries(files), [action]);
  });

  it.each(all)('GitHub has nothing against %s', (name) => {
    expect(found[`.github/workflows/${name}`]).toEqual([]);
  });

  it.each(names)('%s grants what its inputs need, and nothing more', (name) => {
    const { permissions, inputs } = example(name);
    const needed = Object.keys(inputs).flatMap((input) => (needs[input] === undefined ? [] : [needs[input]]));
    expect(permissions).toEqual(Object.fromEntries([...needed, ['contents', 'read']]));
  });

  it.each(all)("%s pins other people's actions to a commit", (name) => {
    for (const line of read(name).match(/(?<=- )uses: .*/g) ?? []) {
      expect(line.replace(`uses: ${action}@v1`, 'ours')).toMatch(
        /^(ours|uses: [\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/,
      );
    }
  });
});

describe('the example workflows, run', () => {
  const { server, service, publishing } = usePublishing();
  const head = shaOf('head of a fork');

  /** With results of the day before, by default under all permissions that the example grants. */
  async function runExample(name: string, permissions?: Permissions): Promise<ActionRun> {
    const { events, inputs, permissions: granted } = example(name);
    server().permissions = permissions ?? granted;
    const run = server().state.addRun({ startedAt: new Date(Date.parse(AS_OF) - 86_400_000) });
    const content = { 'all.xml': buildReport(['DSGB1', 'PSGB1']) };
    await leaveArtifact(server(), service(), { run, content, createdAt: new Date(Date.parse(AS_OF) - 3_600_000) });
    return publishing({
      cases: null,
      event: { name: events[0] ?? '', payload: payloads()[events[0] ?? ''] ?? {} },
      with: { results: '', ...inputs },
    });
  }

  function payloads(): Readonly<Record<string, unknown>> {
    const own = { id: repository.id };
    const pull = server().state.addPull({ headSha: head, headRepository: 'stranger/ncts-client' });
    const fork = { id: 5, owner: { login: 'stranger' } };
    const run = { event: 'pull_request', head_sha: head, head_branch: 'feature', head_repository: fork };
    return {
      push: { after: head },
      pull_request: {
        pull_request: { number: pull.number, head: { sha: head, repo: own }, base: { repo: own } },
        repository: own,
      },
      workflow_run: { workflow_run: { ...run, pull_requests: [] }, repository: own },
    };
  }

  it.each(names)('%s says everywhere that one test is missing', async (name) => {
    const step = await runExample(name);
    expect(step.outputs).toMatchObject({ verdict: 'not-ready', missing: 'ASGB1 or ASXI1' });
    expect(step.summary).toContain('trader-test-results (run');
    expect(warningsOf(step)).not.toMatch(/Could not|Nothing was published/);
    const { inputs } = example(name);
    const { checkRuns, statuses, comments, issues } = server().state;
    const tracking = issues.filter(({ isPullRequest }) => !isPullRequest);
    const published = { 'check-run': checkRuns, 'commit-status': statuses, comment: comments, issue: tracking };
    for (const [input, things] of Object.entries(published)) expect(things).toHaveLength(input in inputs ? 1 : 0);
    for (const { headSha } of checkRuns) expect(headSha).toBe(head);
  });

  it.each(names)('%s grants nothing that could be left out', async (name) => {
    const { permissions } = example(name);
    const scopes = Object.keys(permissions).filter((one) => one in allPermissions);
    const kept = Object.entries(permissions).filter(([scope]) => !scopes.includes(scope));
    // All at once: what one of them is for fails without it, whatever becomes of the others.
    const step = await runExample(name, Object.fromEntries(kept));
    for (const scope of scopes) expect(step.summary).toContain(`Grant &#96;${scope}: ${permissions[scope]}&#96;`);
  });
});
