import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { nodes } from '../harness/nodes.ts';
import type { ActionRun } from '../harness/runner.ts';
import { controls, internals, simplified, useStep } from './step.ts';

const { service, run } = useStep();

const attacks = [
  '::set-output name=verdict::ready',
  '##[set-env name=NODE_OPTIONS]--require=/evil.js',
  '\n::add-path::/evil',
  '\r::stop-commands::never',
  '\r\n::error file=x::injected',
  '\u2028::warning::injected',
  '%0A::notice::injected',
  '"><script>alert(1)</script><img src=x onerror=alert(1)>',
  '[x](javascript:alert(1)) ![p](https://evil.example/p.png) @octocat #1',
  '| a | b |\n|---|---|\n```\n</details></td></tr></table>',
  '</w:t></w:r><w:r><w:t>injected</w:t></w:r> & ]]> <?x?>',
  '__proto__',
  '${{ github.token }} $(id) `id`',
  '\u001b[2J\u001b[35m\u001b[8mhidden',
  '\u202eredne\u009b31m\u0085::error::injected',
];

/** What no hostile text may have brought about. */
function brokenOut(step: ActionRun): unknown {
  const expected = new Set(['group', 'endgroup', 'error', 'warning', 'notice', 'add-mask', 'debug']);
  return {
    commands: step.commands.filter(({ name }) => !expected.has(name)),
    refused: step.refused,
    exported: step.exported,
    injected: step.annotations.filter(({ message, file }) => message === 'injected' || file === 'x'),
    markup: /<script|<img|\]\(javascript:|!\[p\]/.exec(step.summary)?.[0],
    control: controls(step.summary + step.stdout),
    internals: internals(step),
  };
}
const nothing = {
  commands: [],
  refused: [],
  exported: {},
  injected: [],
  markup: undefined,
  control: [],
  internals: [],
};

describe.each(nodes)('hostile text in reports, on $name', ({ path: node }) => {
  it('breaks out of nothing', async () => {
    const cases = simplified.flatMap((scenario, index) =>
      attacks.map((attack) => ({
        scenario,
        name: `[${scenario}] ${attack}`,
        className: attack,
        message: attack,
        systemOut: `${attack}\n${attack}`,
        outcome: index === 1 ? ('failed' as const) : ('passed' as const),
        properties: { 'ncts.mrn': attack, 'ncts.lrn': attack, 'ncts.IE015': attack, [attack]: attack },
      })),
    );
    const step = await run({ node, cases, with: { 'fail-on': 'missing, failed, stale, unreadable, evidence' } });
    expect(brokenOut(step)).toEqual(nothing);
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready', failed: 'PSGB1' } });
    const [artifact] = service().artifacts();
    const parts = unzipSync(await service().bytes(artifact?.id ?? 0));
    const document = new TextDecoder().decode(parts['word/document.xml']);
    expect(document).not.toContain('<w:t>injected');
    expect(document).not.toContain('<script');
    JSON.parse(await readFile(join(step.workspace, 'ncts5-report.json'), 'utf8'));
  });
});

describe('hostile names of files and artifacts', () => {
  it('break out of nothing', async () => {
    const names = attacks.map((attack) => attack.replaceAll(/[/\0]/g, '_')).map((name) => `results/${name}.xml`);
    const step = await run({ cases: null, files: Object.fromEntries(names.map((name) => [name, '<not-junit/>'])) });
    expect(brokenOut(step)).toEqual(nothing);
    expect(step.outputs['verdict']).toBe('not-ready');
  });

  it.each(attacks)('%j as an input is refused or text', async (attack) => {
    const step = await run({
      with: { 'artifact-name': attack, application: attack, 'time-zone': attack, config: attack },
    });
    expect(brokenOut(step)).toEqual(nothing);
  });
});
