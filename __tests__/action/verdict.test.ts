import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readActionMetadata } from '../harness/action-metadata.ts';
import { nodes } from '../harness/nodes.ts';
import { ooxmlErrors } from '../harness/ooxml.ts';
import { buildMrn, buildReport } from '../harness/reports.ts';
import { sha256 } from '../harness/zip.ts';
import { internals, simplified, useStep } from './step.ts';

const { service, run } = useStep();

describe.each(nodes)('on $name', ({ path: node }) => {
  it('is green when every mandatory test passed in time, and keeps the checklist', async () => {
    const step = await run({ node });
    expect(step).toMatchObject({ exitCode: 0, conclusion: 'success', stderr: '' });
    const [artifact] = service().artifacts();
    expect(step.outputs).toEqual({
      verdict: 'ready',
      submittable: 'false',
      missing: '',
      failed: '',
      stale: '',
      'expires-at': '2025-03-24T09:00:00Z',
      'days-left': '12',
      checklist: 'ncts5-checklist.docx',
      report: 'ncts5-report.json',
      'artifact-id': String(artifact?.id),
      'artifact-url': `https://github.com/transit-house/ncts-client/actions/runs/4200001/artifacts/${artifact?.id}`,
    });
    expect(step.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(step.summary.split('\n', 3).join('\n')).toMatch(/ready/i);
    expect(step.summary).toContain(String(step.outputs['artifact-url']));
    for (const scenario of simplified) expect(step.summary).toContain(scenario);

    expect(step.summary).toContain(artifact?.digest);
    const kept = await service().bytes(artifact?.id ?? 0);
    const written = await readFile(join(step.workspace, 'ncts5-checklist.docx'));
    expect(artifact).toMatchObject({ name: 'ncts5-checklist.docx', digest: `sha256:${sha256(written)}` });
    expect(sha256(kept)).toBe(sha256(written));
    const document = new TextDecoder().decode(unzipSync(kept)['word/document.xml']);
    expect(document).toContain('DSGB1');
    expect(document).toContain(buildMrn('GB', 'DSGB11'));
    expect((await ooxmlErrors(kept)) ?? []).toEqual([]);
    expect(service().violations).toEqual([]);
  });

  it('is red when a mandatory test failed, and says which, where, and what to do', async () => {
    const failed = { scenario: 'PSGB1', outcome: 'failed', message: 'IE928 never came' } as const;
    const step = await run({ node, cases: ['DSGB1', failed, 'ASGB1'] });
    expect(step).toMatchObject({ exitCode: 1, conclusion: 'failure', stderr: '' });
    expect(step.outputs).toMatchObject({ verdict: 'not-ready', failed: 'PSGB1', missing: '', 'expires-at': '' });
    expect(step.summary).toContain('IE928 never came');
    const told = step.annotations.map(({ message }) => message).join('\n');
    expect(told).toContain('results/trader-test.xml:');
    expect(told).toContain('PSGB1');
    expect(
      service()
        .artifacts()
        .map((artifact) => artifact.finalized),
    ).toEqual([true]);
    expect(internals(step)).toEqual([]);
  });

  it('is red to the millisecond when the evidence is 14 days old', async () => {
    const spoils = '2025-03-24T09:00:00.000Z';
    const before = await run({ node, with: { 'as-of': '2025-03-24T08:59:59.999Z' } });
    expect(before.outputs).toMatchObject({ verdict: 'ready', 'days-left': '0' });
    const after = await run({ node, with: { 'as-of': spoils } });
    expect(after).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready', stale: 'DSGB1, PSGB1, ASGB1' } });
  });
});

describe('every verdict', () => {
  it('sets exactly the outputs that action.yml declares', async () => {
    const declared = Object.keys(readActionMetadata().outputs).toSorted();
    for (const cases of [simplified, ['DSGB1']]) {
      expect(Object.keys((await run({ cases })).outputs).toSorted()).toEqual(declared);
    }
  });

  it('is red without a test, with one that was skipped, and with one without a date', async () => {
    const cases = [
      { scenario: 'PSGB1', outcome: 'skipped' as const },
      { scenario: 'ASGB1', timestamp: null, properties: null },
    ];
    const step = await run({ files: { 'results/a.xml': '' }, cases: null });
    expect(step.outputs['verdict']).toBe('not-ready');
    const undated = await run({ cases: null, files: { 'results/a.xml': buildReport(cases, { timestamp: null }) } });
    expect(undated).toMatchObject({ exitCode: 1 });
    expect(undated.outputs).toMatchObject({ verdict: 'not-ready', missing: 'DSGB1 or DSXI1, PSGB1', stale: 'ASGB1' });
  });

  it('leaves the step green for what fail-on does not name, and says not-ready all the same', async () => {
    const step = await run({ cases: ['DSGB1'], with: { 'fail-on': 'none' } });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'not-ready' } });
  });

  it('takes the XI twin and results out of several files', async () => {
    const files = { 'results/a.xml': buildReport(['DSXI1', 'PSGB1']), 'results/b.xml': buildReport(['ASXI1']) };
    expect((await run({ cases: null, files })).outputs['verdict']).toBe('ready');
  });

  it('is told by the JSON report, too', async () => {
    const step = await run({ cases: ['DSGB1'] });
    const report: unknown = JSON.parse(await readFile(join(step.workspace, 'ncts5-report.json'), 'utf8'));
    expect(report).toMatchObject({ verdict: 'not-ready', evaluatedAt: '2025-03-11T12:00:00Z' });
  });
});

describe('a configuration file', () => {
  const config = [
    'results: [results/*.xml]',
    'as-of: 2025-03-11T12:00:00Z',
    'applications:',
    '  - name: desk',
    '    flows: { standard-departure: simplified }',
    '  - name: port quay',
    '    flows: { arrival: simplified }',
  ].join('\n');

  const unusable = "error The settings can't be used, so nothing was checked. The job summary says why.";
  const annotationsOf = ({ annotations }: Awaited<ReturnType<typeof run>>) =>
    annotations.map(({ level, file, line, message }) =>
      [level, file === undefined ? undefined : `${file}:${line}`, message].filter(Boolean).join(' '),
    );

  const expectBeginnings = (texts: readonly string[], beginnings: readonly string[]) =>
    expect(texts.map((text, index) => text.slice(0, beginnings[index]?.length))).toEqual(beginnings);

  it('may hold several applications, each with its own document and artifact', async () => {
    const step = await run({ inputs: {}, files: { '.github/ncts5.yml': config }, cases: ['DSGB1', 'ASGB1'] });
    expect(step).toMatchObject({ exitCode: 0, outputs: { verdict: 'ready' } });
    expect(
      service()
        .artifacts()
        .map(({ name }) => name),
    ).toEqual(['ncts5-checklist-desk.docx', 'ncts5-checklist-port-quay.docx']);
    expect(step.outputs['artifact-id']?.split('\n')).toHaveLength(2);
    expect(step.outputs['checklist']?.split('\n')).toHaveLength(2);
  });

  it.each([
    [
      'of shape',
      'results: [results/*.xml]\nflowz: [arrival]\nmax-age-days: 15\n',
      ['2:1 flowz', "'flows'", '3:1 max-age-days'],
      [
        "error .github/ncts5.yml:2 flowz: is not known. Did you mean 'flows'?",
        'error .github/ncts5.yml:3 max-age-days: must be a whole number from 1 to 14, not 15.',
      ],
    ],
    [
      'of words',
      'flows: [departure]\nresults: [r/*.xml]\ntime-zone: Mars/Base\nas-of: soon\n',
      ['1:', '3:', 'Mars/Base', '4:'],
      [
        'error .github/ncts5.yml:1 flows: ',
        "error .github/ncts5.yml:3 time-zone: 'Mars/Base'",
        'error .github/ncts5.yml:4 as-of: ',
      ],
    ],
    [
      'of YAML',
      'results: [results/*.xml\nflows: arrival\n',
      ['ncts5.yml:'],
      ['error .github/ncts5.yml:1 a list, a map'],
    ],
  ])('with mistakes %s is refused with all of them at once, by line', async (_, broken, parts, annotated) => {
    const step = await run({ inputs: {}, files: { '.github/ncts5.yml': broken } });
    expect(step).toMatchObject({ exitCode: 1, conclusion: 'failure', outputs: { verdict: 'not-ready' } });
    expectBeginnings(annotationsOf(step), [...annotated, unusable]);
    for (const part of parts) expect(step.log.join('\n')).toContain(part);
    expect(step.summary).toMatch(/^## ❌ Could not be checked: the settings have (?:a mistake|\d+ mistakes)\n/u);
    for (const part of parts) expect(step.summary).toContain(part);
    expect(internals(step)).toEqual([]);
    expect(service().calls).toEqual([]);
  });

  it('of inputs with mistakes, likewise', async () => {
    const step = await run({ with: { 'max-age-days': '99', combination: 'C', flows: 'departure' } });
    expect(step).toMatchObject({ exitCode: 1, outputs: { verdict: 'not-ready' } });
    const inputs = ['flows', 'combination', 'max-age-days'].map((name) => `error input ${name}: `);
    expectBeginnings(annotationsOf(step), [...inputs, unusable]);
  });
});
