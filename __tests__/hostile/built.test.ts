import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { controls, internals, useStep } from '../action/step.ts';
import { runBuiltCli } from '../harness/cli.ts';
import { ooxmlErrors } from '../harness/ooxml.ts';
import type { Files } from '../harness/process.ts';
import type { ActionRun } from '../harness/runner.ts';
import { readCommands } from '../harness/workflow-commands.ts';
import { good, workspaceOf } from './checking.ts';
import { corpus } from './corpus.ts';
import { usualSettings } from './corpus/hostile-case.ts';
import { documentFaults, markupFaults, reportFaults } from './judges.ts';

const { service, run } = useStep();

const reported = z.object({
  verdict: z.string(),
  reasons: z.array(z.object({ file: z.string().nullable() })),
  files: z.array(z.object({ path: z.string(), problem: z.object({}).loose().nullable() })),
});

/** The reports of all cases of these kinds, in one workspace. */
function together(...kinds: readonly string[]): Files {
  const files = corpus.filter(({ kind }) => kinds.includes(kind)).flatMap(({ files: own }) => Object.entries(own));
  return Object.fromEntries(
    files.map(([path, content], index) => {
      const name = path.slice('results/'.length);
      return [name === 'hostile.xml' ? `results/${index}.xml` : `results/${index}/${name}`, content] as const;
    }),
  );
}

const texts = Object.entries(together('text that wants to be more'));
const workspaces: readonly (readonly [string, Files])[] = [
  ...[0, 1].map(
    (turn) =>
      [
        `text in every place, part ${turn + 1}`,
        Object.fromEntries(texts.filter((_, index) => index % 2 === turn)),
      ] as const,
  ),
  ['names of files', together('places')],
  ['everything else', together('entities', 'markup', 'no report', 'encodings', 'outcomes', 'counts', 'names', 'times')],
];

/** What no report may have brought about in a step. */
function brokenOut(step: ActionRun): unknown {
  const expected = new Set(['group', 'endgroup', 'error', 'warning', 'notice', 'debug', 'add-mask']);
  return {
    commands: step.commands.filter(({ name }) => !expected.has(name)),
    refused: step.refused,
    exported: step.exported,
    // The toolkit masks the signature of the upload's address.
    masked: step.masked.filter((text) => !/^[\w+/%]{43,}(?:=|%3D)$/.test(text)),
    outputs: Object.keys(step.outputs).filter((name) => !/^[a-z-]+$/.test(name)),
    injected: step.annotations.filter(({ message, file }) => message === 'injected' || file === 'x'),
    markup: markupFaults(step.summary),
    control: controls(step.stdout + step.stderr),
    internals: internals(step),
  };
}
const nothing = {
  commands: [],
  refused: [],
  exported: {},
  masked: [],
  outputs: [],
  injected: [],
  markup: [],
  control: [],
  internals: [],
};

async function everyBrokenFileIsNamed(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  expect(reportFaults(text)).toEqual([]);
  const { verdict, reasons, files } = reported.parse(JSON.parse(text));
  expect(verdict).toBe('not-ready');
  const named = new Set(reasons.map(({ file }) => file));
  expect(files.filter((file) => file.problem !== null && !named.has(file.path))).toEqual([]);
}

describe('the hostile corpus through the built action', () => {
  it.each(workspaces)('%s', async (_, files) => {
    const step = await run({ cases: null, files: { ...good, ...files }, with: { results: 'results/**/*.xml' } });
    expect(step).toMatchObject({ exitCode: 1, signal: null, outputs: { verdict: 'not-ready' } });
    expect(brokenOut(step)).toEqual(nothing);
    await everyBrokenFileIsNamed(join(step.workspace, step.outputs['report'] ?? ''));
    const [artifact] = service().artifacts();
    const document = await service().bytes(artifact?.id ?? 0);
    expect(documentFaults(document)).toEqual([]);
    expect((await ooxmlErrors(document)) ?? []).toEqual([]);
  });
});

describe('the hostile corpus through the built command', () => {
  it.each(workspaces)('%s', async (_, files) => {
    const workspace = await workspaceOf({ ...good, ...files });
    const flags = Object.entries({ ...usualSettings, report: 'r.json', summary: 's.md' }).map(
      ([name, value]) => `--${name === 'report' ? 'json' : name}=${value}`,
    );
    const ended = await runBuiltCli(['check', ...flags], workspace);
    expect(ended).toMatchObject({ exitCode: 1, signal: null });
    expect(internals(ended)).toEqual([]);
    expect(controls(ended.stdout + ended.stderr)).toEqual([]);
    // It may well run inside a workflow.
    expect(readCommands(`${ended.stdout}\n${ended.stderr}`).commands).toEqual([]);
    expect(markupFaults(await readFile(join(workspace, 's.md'), 'utf8'))).toEqual([]);
    await everyBrokenFileIsNamed(join(workspace, 'r.json'));
    expect(documentFaults(await readFile(join(workspace, 'checklist.docx')))).toEqual([]);
  });
});
