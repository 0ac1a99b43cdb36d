import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readForm, type FormReading } from '../../src/form/read-form.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import { runBuiltCli } from '../harness/cli.ts';
import { sharedDescribe, sharedPath } from '../harness/shared.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';
import { AS_OF, buildReport } from '../harness/reports.ts';
import { savedByLibreOffice } from './copies.ts';
import { buildFilling, complete, fill } from './filling.ts';
import { buildReadiness, readiness } from './readiness.ts';
import { box, buildForm, listItem, paragraph, table } from './template.ts';

function read(document: Uint8Array, programme = ncts5): FormReading {
  const reading = readForm(document, programme);
  if ('refused' in reading) {
    throw new Error(reading.refused);
  }
  return reading;
}

describe('reading a form back', () => {
  it('finds every value that was filled in', () => {
    const reading = read(fill(buildForm()).document);
    // A value after its label stands on one line; where nobody knows, neither box is ticked.
    const { 'rateLimit.standardIsEnough': _, ...answers } = complete.answers;
    expect(reading.answers).toEqual({ ...answers, 'business.address': '4 Harbour Yard, Belfast' });
    expect(reading.contradictory).toEqual([]);
    expect(Object.fromEntries(reading.tests.get(1) ?? [])).toEqual({
      scenario: 'DSGB1',
      mrn: '26GB0000EXAMPLE1J9',
      IE015: '20 November 2026 09:00:05 UTC',
      IE928: '20 November 2026 09:00:09 UTC',
      IE028: '20 November 2026 09:00:20 UTC',
      IE029: '20 November 2026 09:45:11 UTC',
    });
    expect(Object.fromEntries(reading.tests.get(2) ?? [])).toEqual({
      notApplicable: 'Pre-lodged departures are not supported.',
    });
    expect([...reading.slots].filter(([, slot]) => slot.size > 0).map(([no, slot]) => [no, ...slot.values()])).toEqual([
      [1, 'DSGB4', 'LRN-4'],
      [2, 'DNGB10', '26GB0000EXAMPLE2J8'],
    ]);
    expect(reading.version?.version).toBe('v1.1');
  });

  it('finds nothing in an empty one', () => {
    const { answers, tests, slots } = read(buildForm());
    expect(answers).toEqual({});
    expect([...tests.values(), ...slots.values()].map(({ size }) => size)).toEqual(Array.from({ length: 15 }, () => 0));
  });

  it('takes what a person typed on lines, below labels and in boxes, and no more than one box', () => {
    const { answers, contradictory } = read(
      buildForm({
        business: listItem('business name: ____Nordwind Ltd____') + listItem('business address:\u00A0'),
        saas: listItem('Are you using Software as a Service (SaaS) software?', 'Yes ☒ No ☐'),
        onPremise: listItem('Are you using an on-premise software solution?', 'Yes ☒ No ☒'),
        unsure: table([paragraph('If unsure explain why:') + paragraph('Not measured.') + paragraph('Soon.')]),
        inFlight:
          paragraph('Do you expect to have more than 5000 movements in flight at the same time?') +
          paragraph('Yes ', box, 'No ', '☑'),
      }),
    );
    expect(answers).toEqual({
      'business.name': 'Nordwind Ltd',
      'software.saas': true,
      'rateLimit.unsure': 'Not measured.\nSoon.',
      'movementCap.over5000InFlight': false,
    });
    expect(contradictory).toEqual(['software.onPremise']);
  });

  it("reads NCTS6's checklist likewise", () => {
    const reading = read(fill(buildReadiness(), readiness).document, ncts6);
    expect(reading.answers).toEqual(readiness.answers);
    expect([...reading.evidence].map(([{ key }, value]) => [key, value])).toEqual([...readiness.evidence]);
    expect(readForm(buildReadiness(), ncts5)).toHaveProperty('refused');
  });
});

describe('answers in the form', () => {
  const { answers } = complete;
  const typed = fill(
    buildForm(),
    buildFilling({ answers: { ...answers, 'rateLimit.standardIsEnough': true, 'movementCap.exceeds500': false } }),
  ).document;
  const flags = [
    'check',
    '--results=a.xml',
    '--flows=standard-departure',
    '--procedures=simplified',
    `--as-of=${AS_OF}`,
    '--fail-on=form',
    '--checklist=out/c.docx',
    '--json=out/r.json',
  ];

  it('count as given, and stay unless the configuration says otherwise', async () => {
    const folder = freshFolder('typed');
    await writeFiles(folder, { 'a.xml': buildReport(['DSGB1']), 'typed.docx': typed, 'empty.docx': buildForm() });
    const without = await runBuiltCli([...flags, '--form-template=empty.docx'], folder);
    expect([without.exitCode, /11 questions/u.test(without.stdout)]).toEqual([1, true]);
    const ended = await runBuiltCli([...flags, '--form-template=typed.docx'], folder);
    expect([ended.exitCode, ended.stderr.includes('typed.docx')]).toEqual([0, false]);
    await writeFiles(folder, { '.github/ncts5.yml': 'answers:\n  business.name: Südwind\n' });
    const replaced = await runBuiltCli([...flags, '--form-template=typed.docx'], folder);
    expect(replaced.exitCode).toBe(0);
    expect(replaced.stdout.replaceAll(/\s+/gu, ' ')).toContain(
      "business name: 'Südwind' replaces 'Nordwind Software'.",
    );
  });

  it('of a version that asks for more leave the rest open', async () => {
    const folder = freshFolder('version');
    const intro = paragraph('October 2023') + listItem('tell us what we ask');
    const older = fill(
      buildForm({
        intro,
        inFlight: paragraph('How many EORI enrolments do you expect to be required in a 28 day period? '),
      }),
      buildFilling({ answers: { ...answers, 'rateLimit.standardIsEnough': true, 'movementCap.exceeds500': false } }),
    ).document;
    await writeFiles(folder, { 'a.xml': buildReport(['DSGB1']), 'older.docx': older });
    const { exitCode, stdout } = await runBuiltCli([...flags, '--form-template=older.docx'], folder);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/EORI enrolments/u);
  });
});

sharedDescribe("HMRC's own forms with all answers typed in", () => {
  const reportShape = z.looseObject({ applications: z.array(z.looseObject({ unanswered: z.array(z.unknown()) })) });
  const open = async (form: Uint8Array, name: string) => {
    const folder = freshFolder('typed-hmrc');
    await writeFiles(folder, { 'a.xml': buildReport(['DSGB1']), 'form.docx': form });
    const flags = ['--results=a.xml', '--flows=standard-departure', '--procedures=simplified', `--as-of=${AS_OF}`];
    await runBuiltCli(['check', ...flags, '--form-template=form.docx', '--json=r.json', `--checklist=${name}`], folder);
    const report = reportShape.parse(JSON.parse(await readFile(join(folder, 'r.json'), 'utf8')));
    return report.applications[0]?.unanswered.length;
  };

  it.each([
    ['ctc-traders-v2.0-production-checklist-v1.0-2023-10.docx', 12, { 'software.eoriEnrolments': '3' }],
    ['ctc-traders-v2.0-production-checklist-v1.1-2024-01.docx', 11, {}],
  ])('%s, and saved by LibreOffice, has none open', async (file, questions, more) => {
    const empty = await readFile(sharedPath('forms', file));
    const answers = {
      ...complete.answers,
      'rateLimit.standardIsEnough': true,
      'movementCap.exceeds500': false,
      ...more,
    };
    const typed = fill(empty, buildFilling({ answers })).document;
    expect([await open(empty, 'a.docx'), await open(typed, 'b.docx')]).toEqual([questions, 0]);
    const folder = freshFolder('libreoffice');
    await writeFiles(folder, { 'made.txt': '' });
    const [saved] = (await savedByLibreOffice(folder, [typed])) ?? [];
    if (saved !== undefined) {
      expect(await open(saved, 'c.docx')).toBe(0);
    }
  });
});
