import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { repository } from '../harness/action-metadata.ts';
import { freshFolder } from '../harness/process.ts';
import type { ActionRun } from '../harness/runner.ts';
import { useStep } from './step.ts';

const { service, run } = useStep();

const workflow = z.object({
  jobs: z.record(
    z.string(),
    z.object({
      steps: z.array(
        z.object({
          uses: z.string().optional(),
          'continue-on-error': z.boolean().optional(),
          with: z.record(z.string(), z.coerce.string()).optional(),
          env: z.record(z.string(), z.string()).optional(),
          run: z.string().optional(),
        }),
      ),
    }),
  ),
});
const { jobs } = workflow.parse(parse(readFileSync(new URL('.github/workflows/self.yml', repository), 'utf8')));

/** `${{ steps.checklist.… }}` as a later step sees it. */
function evaluate(text: string, step: ActionRun): string {
  return text.replaceAll(
    /\$\{\{ steps\.checklist\.(outcome|outputs\.([a-z-]+)) \}\}/g,
    (_, what: string, name?: string) => (what === 'outcome' ? step.conclusion : (step.outputs[name ?? ''] ?? '')),
  );
}

it.each(Object.entries(jobs))("the workflow's job %s comes out as it says", async (_, { steps }) => {
  const workspace = freshFolder('checkout');
  const demo = '__tests__/fixtures/demo';
  cpSync(fileURLToPath(new URL(demo, repository)), join(workspace, demo), { recursive: true });
  cpSync(fileURLToPath(new URL('.github/build', repository)), join(workspace, '.github/build'), { recursive: true });
  const at = steps.findIndex(({ uses }) => uses === './');
  const own = steps[at];
  const [before, check] = [steps.slice(0, at), steps.slice(at)].map((some) =>
    some.find((one) => one.run !== undefined),
  );
  const bash = ['--noprofile', '--norc', '-e', '-c'];
  execFileSync('bash', [...bash, before?.run ?? 'false'], { cwd: workspace, stdio: 'pipe' });
  const step = await run({ workspace, cases: null, inputs: own?.with ?? {} });
  expect(step.conclusion).toBe(own?.['continue-on-error'] === true ? 'failure' : 'success');
  const env = Object.fromEntries(Object.entries(check?.env ?? {}).map(([name, text]) => [name, evaluate(text, step)]));
  execFileSync('bash', [...bash, check?.run ?? 'false'], { env, stdio: 'pipe' });
  expect(
    service()
      .artifacts()
      .map(({ name }) => name),
  ).toEqual([`${own?.with?.['artifact-name']}.docx`]);
});
