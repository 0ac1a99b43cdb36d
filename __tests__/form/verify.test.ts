import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fillForm } from '../../src/form/fill.ts';
import { runBuiltCli } from '../harness/cli.ts';
import { freshFolder, type Files, writeFiles } from '../harness/process.ts';
import { AS_OF, buildReport, evidenceOf } from '../harness/reports.ts';
import { complete, buildFilling } from './filling.ts';
import { buildReadiness, readiness } from './readiness.ts';
import { buildForm, withMain } from './template.ts';

const settings = ['--results=*.xml', '--flows=standard-departure', '--procedures=simplified', `--as-of=${AS_OF}`];
const answers = { ...complete.answers, 'rateLimit.standardIsEnough': true, 'movementCap.exceeds500': false };

/** Our own form with every answer in it, filled in by a check of that report. */
async function filledIn(report: string): Promise<Uint8Array> {
  const folder = freshFolder('filled');
  const answered = fillForm(buildForm(), buildFilling({ answers }));
  if ('refused' in answered) {
    throw new Error(answered.refused);
  }
  await writeFiles(folder, { 'a.xml': report, 'form.docx': answered.document });
  const ended = await runBuiltCli(['check', ...settings, '--form-template=form.docx', '--checklist=c.docx'], folder);
  expect(ended.exitCode).toBe(0);
  return readFile(join(folder, 'c.docx'));
}

async function verify(files: Files, { asOf = AS_OF, form = 'c.docx' }: { asOf?: string; form?: string } = {}) {
  const folder = freshFolder('verify');
  await writeFiles(folder, files);
  const flags = settings.map((flag) => flag.replace(AS_OF, asOf));
  return runBuiltCli(['verify', form, ...flags], folder);
}

const report = buildReport(['DSGB1']);
const mrn = evidenceOf('DSGB1')['ncts.mrn'] ?? '';

describe('verify', () => {
  it('agrees with a form that a check filled in, and says until when it may be sent', async () => {
    const { exitCode, stdout } = await verify({ 'a.xml': report, 'c.docx': await filledIn(report) });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^The form agrees with the reports\. It may be sent before Monday 2\d March 2025/u);
    await expect(stdout).toMatchFileSnapshot('../golden/form/verify/agrees.txt');
  });

  it('says what differs, what is empty and what is no time, with both values and their places', async () => {
    const form = withMain(await filledIn(report), (xml) =>
      xml
        .replace(mrn, '25GB0000OTHER00XJ1')
        .replace(/10 March 2025 09:00:00 UTC/u, '9 March 2025 09:00')
        .replace(/10 March 2025 09:10:00 UTC/u, '10/03/2025 9.10 am')
        .replace(/10 March 2025 09:20:00 UTC/u, 'see report')
        .replace(/10 March 2025 09:30:00 UTC/u, '')
        .replace('Nordwind Transit', ''),
    );
    const { exitCode, stdout } = await verify({ 'a.xml': report, 'c.docx': form });
    expect(exitCode).toBe(1);
    await expect(stdout).toMatchFileSnapshot('../golden/form/verify/differs.txt');
  });

  it('takes the evidence of an earlier run than the latest, while it is fresh', async () => {
    const form = await filledIn(report);
    const later = buildReport([
      {
        scenario: 'DSGB1',
        timestamp: '2025-03-11T09:00:00Z',
        properties: evidenceOf('DSGB1', '2025-03-11T09:00:00Z', 2),
      },
    ]);
    expect((await verify({ 'a.xml': report, 'b.xml': later, 'c.docx': form })).exitCode).toBe(0);
    const gone = await verify({ 'b.xml': later, 'c.docx': form });
    expect(gone.exitCode).toBe(1);
    expect(gone.stdout.replaceAll(/\s+/gu, ' ')).toContain(
      `MRN is '${mrn}', but it should be '${evidenceOf('DSGB1', AS_OF, 2)['ncts.mrn'] ?? ''}'`,
    );
  });

  it('turns red when the evidence has expired, or the latest result is a failure', async () => {
    const form = await filledIn(report);
    const stale = await verify({ 'a.xml': report, 'c.docx': form }, { asOf: '2025-03-24T09:00:00Z' });
    expect(stale.exitCode).toBe(1);
    expect(stale.stdout).toMatch(/DSGB1 proves nothing: its evidence expired on Monday 24 March 2025/u);
    const failed = buildReport([{ scenario: 'DSGB1', outcome: 'failed', timestamp: '2025-03-11T09:00:00Z' }]);
    const red = await verify({ 'a.xml': report, 'b.xml': failed, 'c.docx': form });
    expect(red.exitCode).toBe(1);
    expect(red.stdout).toMatch(/DSGB1 proves nothing: its latest result is a failure/u);
  });

  it('holds answers against those of the configuration', async () => {
    const configuration = 'answers:\n  business.name: Südwind\n  software.saas: true\n';
    const { exitCode, stdout } = await verify({
      'a.xml': report,
      'c.docx': await filledIn(report),
      '.github/ncts5.yml': configuration,
    });
    expect(exitCode).toBe(1);
    expect(stdout.replaceAll(/\s+/gu, ' ')).toContain(
      "business name is 'Nordwind Software', but it should be 'Südwind'",
    );
    expect(stdout).toMatch(/agrees +Are you using Software as a Service/u);
  });

  it('answers 2 without form, report or with the form of another programme', async () => {
    expect(await verify({ 'a.xml': report }, { form: 'gone.docx' })).toMatchObject({ exitCode: 2 });
    const other = await verify({ 'a.xml': report, 'c.docx': buildReadiness() });
    expect(other).toMatchObject({ exitCode: 2, stdout: '' });
    expect(other.stderr).toContain("It is HMRC's NCTS6 readiness checklist, but the programme is ncts5");
    expect((await verify({ 'c.docx': await filledIn(report) })).exitCode).toBe(2);
    const folder = freshFolder('verify');
    const bare = await runBuiltCli(['verify', '--max-age-days=99'], folder);
    expect(bare.exitCode).toBe(2);
    expect(bare.stderr).toMatch(/needs the path of a form[^]*max-age-days/u);
  });

  it("reads NCTS6's checklist back likewise", async () => {
    const folder = freshFolder('verify6');
    const times = { IE015: '2026-11-20T09:00:00Z', IE928: '2026-11-20T09:01:00Z', IE028: '2026-11-20T09:02:00Z' };
    const evidence = { mrn: '26GB000000EXAMPLJ8', ...times, IE029: '2026-11-20T09:46:12Z' };
    const properties = Object.entries(evidence).map(([name, value]) => `<property name="${name}" value="${value}"/>`);
    const results = `<testsuite name="s" tests="1"><testcase name="P6-DSGB-01: released"><properties>${properties.join('')}</properties></testcase></testsuite>`;
    const filled = fillForm(buildReadiness(), readiness);
    await writeFiles(folder, { 'r.xml': results, 'c.docx': 'refused' in filled ? '' : filled.document });
    const flags = ['verify', 'c.docx', '--programme=ncts6', '--results=r.xml', '--as-of=2026-11-26T12:00:00Z'];
    const { exitCode, stdout } = await runBuiltCli(flags, folder);
    expect(exitCode).toBe(0);
    await expect(stdout).toMatchFileSnapshot('../golden/form/verify/ncts6.txt');
    await writeFiles(folder, { 'r.xml': results.replace('09:46:12', '09:46:13') });
    const differs = await runBuiltCli(flags, folder);
    expect(differs.exitCode).toBe(1);
    expect(differs.stdout).toMatch(/differs +Date\/Time, IE029: 20 November 2026 09:46:12 UTC/u);
  });
});
