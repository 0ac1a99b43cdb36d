/* A run of NCTS6, or of NCTS5 beside it, as people start it: a report, a configuration and a form, through the built command. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runBuiltCli } from '../harness/cli.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';
import { buildReport, type ScenarioCase } from '../harness/reports.ts';

export const asOf = '2026-11-26T12:00:00Z';
export const prompt = 'Click or tap here to enter text.';

const times = {
  IE015: '2026-11-20T09:00:00Z',
  IE928: '2026-11-20T09:01:00Z',
  IE028: '2026-11-20T09:02:00Z',
  IE029: '2026-11-20T09:46:12Z',
};
const complete = { MRN: '26GB000000EXAMPLJ8', LRN: 'EX-1', ...times };

/** A passed test of a scenario with that evidence; undefined leaves out what there would be. */
export function passed(scenario: string, evidence: Readonly<Record<string, string | undefined>> = {}): ScenarioCase {
  const all = Object.entries({ ...complete, ...evidence });
  const properties = Object.fromEntries(all.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  return { scenario, name: `${scenario}: released`, timestamp: '2026-11-20T09:00:00Z', properties };
}

export const good = passed('P6-DSGB-01');

export const answers = `
answers:
  business: {name: Example Ltd, email: customs@example.org}
  sandbox: {applicationName: Sandbox, applicationId: s-1}
  production: {applicationName: Product, applicationId: p-1}
`;

const reportShape = z.looseObject({
  verdict: z.string(),
  expiresAt: z.string().nullable(),
  daysLeft: z.number().nullable(),
  applications: z.array(
    z.looseObject({
      unanswered: z.array(z.unknown()),
      requirements: z.array(
        z.looseObject({ status: z.string(), scenario: z.string().nullable(), reasons: z.array(z.string()) }),
      ),
    }),
  ),
  scenarios: z.record(z.string(), z.looseObject({ status: z.string() })),
});

interface Situation {
  readonly cases?: readonly ScenarioCase[];
  /** What to add to the configuration. */
  readonly file?: string;
  readonly args?: readonly string[];
  readonly form?: Uint8Array;
  readonly programme?: string;
  /** Of the report. */
  readonly name?: string;
}

export async function check({
  cases = [good],
  file = answers,
  args = [],
  form,
  programme = 'ncts6',
  name = 'r.xml',
}: Situation) {
  const cwd = freshFolder('readiness');
  await writeFiles(cwd, {
    [name]: buildReport(cases, { suite: 'Trader Test', timestamp: '2026-11-20T09:00:00Z' }),
    'my.yml': `programme: ${programme}\nresults: ['*.xml']\n${file}`,
    ...(form === undefined ? {} : { 'form.docx': form }),
  });
  const flags = ['--config=my.yml', '--json=report.json', '--summary=summary.md'];
  const template = form === undefined ? [] : ['--form-template=form.docx'];
  // Given later, a flag would be given twice.
  const instant = args.some((arg) => arg.startsWith('--as-of')) ? [] : [`--as-of=${asOf}`];
  const ended = await runBuiltCli(['check', ...flags, ...template, ...instant, ...args], cwd);
  const read = async (path: string): Promise<string> => readFile(join(cwd, path), 'utf8').catch(() => '');
  const report = await read('report.json');
  return {
    ...ended,
    text: `${ended.stdout}${ended.stderr}`.replaceAll(/\s+/gu, ' '),
    report: reportShape.parse(
      report === ''
        ? { verdict: 'none', expiresAt: null, daysLeft: null, applications: [], scenarios: {} }
        : JSON.parse(report),
    ),
    summary: await read('summary.md'),
    note: (await read('ncts6-checklist-submission.html')).replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' '),
    mail: await read(`${programme}-checklist.eml`),
    document: await readFile(join(cwd, `${programme}-checklist.docx`)).catch(() => undefined),
    draft: await readFile(join(cwd, `${programme}-checklist-draft.docx`)).catch(() => undefined),
  };
}

export function requirementOf({ report }: Awaited<ReturnType<typeof check>>) {
  const requirement = report.applications[0]?.requirements[0];
  if (requirement === undefined) throw new Error('There is no requirement.');
  return requirement;
}
