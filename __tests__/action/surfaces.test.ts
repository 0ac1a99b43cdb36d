/* What one run says on all of its surfaces, held against each other: verdict, whether the form may be sent, what to do. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildForm } from '../form/template.ts';
import { buildReadiness } from '../form/readiness.ts';
import { buildReport, evidenceOf } from '../harness/reports.ts';
import type { ActionRun } from '../harness/runner.ts';
import { usePublishing } from './publishing.ts';
import { answers as answers6, asOf, good, passed } from './readiness.ts';
import { simplified, type StepOptions } from './step.ts';

const { publishing } = usePublishing();

const answers5 = `answers:
  business: {name: Example Ltd, address: 1 Example Street}
  sandbox: {applicationName: Sandbox, applicationId: s-1}
  production: {applicationName: Product, applicationId: p-1}
  software: {saas: yes, onPremise: no}
  rateLimit: {standardIsEnough: yes}
  movementCap: {exceeds500: no, over5000InFlight: no}
`;
const files5 = { '.github/ncts5.yml': answers5, 'form.docx': buildForm() };
const files6 = { '.github/ncts6.yml': answers6, 'form.docx': buildReadiness() };
const started = { timestamp: '2026-11-20T09:00:00Z' };
const ncts6 = (...cases: Parameters<typeof buildReport>[0]): StepOptions => ({
  cases: null,
  inputs: { programme: 'ncts6', results: 'results/*.xml', 'as-of': asOf },
  files: { ...files6, 'results/a.xml': buildReport(cases, started) },
});
const old = {
  scenario: 'DSGB1',
  timestamp: '2025-02-20T09:00:00Z',
  properties: evidenceOf('DSGB1', '2025-02-20T09:00:00Z'),
};
const brief = {
  scenario: 'DSGB1',
  timestamp: '2025-02-26T09:00:00Z',
  properties: evidenceOf('DSGB1', '2025-02-26T09:00:00Z'),
};

interface Situation extends StepOptions {
  readonly verdict: 'ready' | 'not-ready';
  readonly submittable: boolean;
  /** How many things there are to do, each an error or a warning of its own; what a form lacks is none. */
  readonly facts: number;
  /** What the headline names. */
  readonly names: RegExp;
}

const situations: Readonly<Record<string, Situation>> = {
  'ready to submit': {
    verdict: 'ready',
    submittable: true,
    facts: 0,
    names: /Ready to submit – evidence expires on Monday/,
  },
  'not for long': {
    cases: [brief, 'PSGB1', 'ASGB1'],
    verdict: 'ready',
    submittable: true,
    facts: 1,
    names: /Ready to submit, but not for long/,
  },
  'without evidence': {
    cases: [{ scenario: 'DSGB1', properties: null }, 'PSGB1', 'ASGB1'],
    verdict: 'ready',
    submittable: false,
    facts: 2,
    names: /Mandatory tests proven – not ready to submit: MRN and message times of DSGB1$/m,
  },
  'without answers': {
    files: { ...files5, '.github/ncts5.yml': '{}\n' },
    verdict: 'ready',
    submittable: false,
    facts: 0,
    names: /Mandatory tests proven – not ready to submit: 11 questions/,
  },
  'one missing': {
    cases: ['DSGB1', 'PSGB1'],
    verdict: 'not-ready',
    submittable: false,
    facts: 1,
    names: /ASGB1 or ASXI1 missing/,
  },
  'two failed': {
    cases: [{ scenario: 'DSGB1', outcome: 'failed' }, { scenario: 'ASGB1', outcome: 'failed' }, 'PSGB1'],
    verdict: 'not-ready',
    submittable: false,
    facts: 2,
    names: /Not ready – DSGB1 failed, ASGB1 failed/,
  },
  'one too old': {
    cases: [old, 'PSGB1', 'ASGB1'],
    verdict: 'not-ready',
    submittable: false,
    facts: 1,
    names: /Not ready – DSGB1 stale/,
  },
  'a report broken off': {
    cases: null,
    files: { ...files5, 'results/a.xml': buildReport(simplified).slice(0, 900) },
    verdict: 'not-ready',
    submittable: false,
    facts: 1,
    names: /Not ready – 1 report can't be read/,
  },
  'a wrong glob': {
    with: { results: 'Results/*.xml' },
    verdict: 'not-ready',
    submittable: false,
    facts: 1,
    names: /Not ready – no test report was found/,
  },
  'a form that is not there': {
    with: { 'form-template': 'forms/form.docx' },
    verdict: 'ready',
    submittable: false,
    facts: 1,
    names: /Mandatory tests proven – not ready to submit: the form is not filled in/,
  },
  'NCTS6, ready to submit': {
    ...ncts6(good),
    verdict: 'ready',
    submittable: true,
    facts: 0,
    names: /Ready to submit – evidence/,
  },
  'NCTS6, never released': {
    ...ncts6(passed('P6-DSGB-05')),
    verdict: 'not-ready',
    submittable: false,
    facts: 1,
    names: /Not ready – no movement is proven/,
  },
  'NCTS6, incomplete': {
    ...ncts6(passed('P6-DSGB-01', { IE029: undefined })),
    verdict: 'not-ready',
    submittable: false,
    facts: 1,
    names: /P6-DSGB-01 passed, but its evidence is incomplete/,
  },
};

const reportShape = z.looseObject({ verdict: z.string(), submittable: z.boolean() });

async function look(run: ActionRun) {
  const written = await readdir(run.workspace);
  const note = written.find((name) => name.endsWith('-submission.html'));
  return {
    written,
    note: note === undefined ? '' : await readFile(join(run.workspace, note), 'utf8'),
    report: reportShape.parse(JSON.parse(await readFile(join(run.workspace, 'r.json'), 'utf8'))),
    junit: await readFile(join(run.workspace, 'j.xml'), 'utf8'),
    headline: /^## (.*)$/m.exec(run.summary)?.[1] ?? '',
  };
}

describe('all surfaces of one run', () => {
  it.each(Object.entries(situations))('agree: %s', async (_, { verdict, submittable, facts, names, ...situation }) => {
    const more = { 'form-template': 'form.docx', report: 'r.json', junit: 'j.xml', badge: 'b.svg', ...situation.with };
    const given = situation.inputs === undefined ? { with: more } : { inputs: { ...situation.inputs, ...more } };
    const run = await publishing({ files: files5, ...situation, ...given });
    const { written, note, report, junit, headline } = await look(run);
    expect(run.outputs).toMatchObject({ verdict, submittable: String(submittable) });
    expect(report).toMatchObject({ verdict, submittable });
    expect(headline).toMatch(names);
    expect(/Ready to submit/.test(run.summary)).toBe(submittable);
    // A draft is called one, a form that may not be sent says so, and a mail is only drafted of one that may.
    expect(written.some((name) => name.endsWith('-draft.docx'))).toBe(verdict === 'not-ready');
    expect(written.some((name) => name.endsWith('.eml'))).toBe(submittable && situation.inputs === undefined);
    expect(note.includes('Do not send it yet')).toBe(!submittable && note !== '');
    expect(/not to be sent/.test(run.summary)).toBe(!submittable && note !== '');
    expect(/<failure /.test(junit)).toBe(verdict === 'not-ready');
    // The names of documents are the same wherever they stand.
    const artifacts = [...run.summary.matchAll(/\[([^\]]+\.(?:docx|html|eml|ics))\]/g)].map(([, name]) => name);
    expect(artifacts).toEqual(expect.arrayContaining(run.outputs['checklist']?.split('\n') ?? []));
    expect(artifacts.filter((name) => !written.includes(name ?? ''))).toEqual([]);
    // One annotation for each fact, beside the failure of the step itself, and none at a file that git doesn't have.
    const pressing = run.annotations.filter(({ level }) => level !== 'notice');
    expect(pressing).toHaveLength(facts + (run.exitCode === 0 ? 0 : 1));
    expect(pressing.filter(({ file }) => file !== undefined)).toEqual([]);
    expect(new Set(run.annotations.map(({ message }) => message)).size).toBe(run.annotations.length);
    // The verdict comes after all that the log tells of the way to it.
    const log = stripVTControlCharacters(run.stdout);
    expect(log.lastIndexOf('::endgroup::')).toBeLessThan(log.search(/^NCTS[56]: /m));
    // No seconds, and no time as machines write it.
    const examples = /'IE\d{3}=[^']*'|<pre>.*?<\/pre>/gs;
    expect(`${run.summary}${note}${log}`.replaceAll(examples, '')).not.toMatch(
      /\d\d:\d\d:\d\d UTC|\d{4}-\d\d-\d\dT\d\d:\d\d/,
    );
  });

  it.each([1, 9, 10, 60])('make at most ten annotations of a kind of %d facts, and log the others', async (count) => {
    const file = (index: number) => [`results/r${index}.xml`, '<testsuite>'] as const;
    const files = { ...files5, ...Object.fromEntries(Array.from({ length: count }, (_, index) => file(index))) };
    const run = await publishing({ files, with: { 'form-template': 'form.docx' } });
    for (const level of ['error', 'warning', 'notice']) {
      expect(run.annotations.filter((one) => one.level === level).length).toBeLessThanOrEqual(10);
    }
    const told = `${run.stdout}${run.annotations.map(({ message }) => message).join('\n')}`;
    for (const name of Object.keys(files).filter((path) => path.startsWith('results/'))) expect(told).toContain(name);
  });
});
