/* NCTS6's form as people fill it in: HMRC's three versions, copies of a person, the form of the other programme. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, entriesOf, personal, savedByLibreOffice } from '../form/copies.ts';
import { buildReadiness, prompt as control } from '../form/readiness.ts';
import { buildForm, valueOf, withMain } from '../form/template.ts';
import { sharedDescribe, sharedIt, sharedPath } from '../harness/shared.ts';
import { check, good, passed, prompt } from './readiness.ts';

const none = new Uint8Array();
const latest = 'ncts6-readiness-checklist-2026-04-14.docx';
const ncts5 = { programme: 'ncts5', file: 'flows: standard-departure\nprocedures: simplified\n' };

sharedDescribe("HMRC's own form", () => {
  it.each([
    ['ncts6-readiness-checklist-2026-03-24.docx', 4],
    ['ncts6-readiness-checklist-2026-04-07.docx', 4],
    [latest, 8],
  ])('%s gets %d values and nothing else; nothing is open or not found', async (file, cells) => {
    const form = await readFile(sharedPath('forms', file));
    const run = await check({ form });
    expect([run.exitCode, run.report.verdict, run.report.applications[0]?.unanswered]).toEqual([0, 'ready', []]);
    const { document = none } = run;
    expect(changed(form, document)).toBe(cells);
    expect(personal(document)).toEqual(personal(form));
    expect(personal(document)).toEqual(
      expect.arrayContaining([`Electronic Signature: ${prompt}`, expect.stringMatching(`^Date:\\s*${prompt}`)]),
    );
    const before = [...entriesOf(form)];
    const after = entriesOf(document);
    expect(before.filter(([name, bytes]) => after.get(name)?.equals(bytes) !== true).map(([name]) => name)).toEqual([
      'word/document.xml',
    ]);
    expect(`${run.text}${run.note}`).not.toMatch(/could not be found|is not known|Answer /u);
    expect(run.mail).toBe('');
  });

  it.each(['ncts6-readiness-checklist-2026-03-24.docx', 'ncts6-readiness-checklist-2026-04-07.docx', latest])(
    '%s is refused in NCTS5, with both names',
    async (file) => {
      const form = await readFile(sharedPath('forms', file));
      const run = await check({ ...ncts5, cases: [passed('DSGB1')], form });
      expect(run.exitCode).toBe(2);
      expect(run.text).toContain("It is HMRC's NCTS6 readiness checklist, but the programme is ncts5.");
      expect([run.mail, run.document]).toEqual(['', undefined]);
    },
  );

  it("with all that is a person's in it, saved by LibreOffice, gets the evidence alone", async ({ skip }) => {
    const folder = await mkdtemp(join(tmpdir(), 'person-'));
    try {
      const [form] = (await savedByLibreOffice(folder, [byPerson(await readFile(sharedPath('forms', latest)))])) ?? [];
      if (form === undefined) {
        return skip('LibreOffice (soffice) is not installed.');
      }
      const run = await check({ form, file: 'fail-on: [missing, failed, stale, form]\n' });
      expect([run.exitCode, run.report.verdict, run.report.applications[0]?.unanswered]).toEqual([0, 'ready', []]);
      const { document = none } = run;
      expect(changed(form, document)).toBe(2);
      expect(personal(document)).toEqual(personal(form));
      expect(personal(document).join('\n')).toMatch(/Electronic Signature: A\. Person.*Date: 26 November 2026/su);
      expect(valueOf(document, 'SWD Name:')).toContain('Typed Ltd');
      expect(valueOf(document, 'Production Application ID:')).toBe('Typed 4');
      expect(valueOf(document, 'MRN used:')).toBe('26GB000000EXAMPLJ8');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return undefined;
  }, 120_000);
});

/** HMRC's form with every answer typed, every box ticked, signed and dated. */
function byPerson(form: Uint8Array): Uint8Array {
  const typed = ['Typed 1', 'Typed 2', 'Typed 3', 'Typed 4', undefined, undefined, 'A. Person', '26 November 2026'];
  let filled = 0;
  return withMain(form, (xml) =>
    xml
      .replace(/(SWD Name: )_+/u, '$1Typed Ltd')
      .replace(/(Contact Email: )_+/u, '$1typed@example.org')
      .replaceAll(/<w14:checked w14:val="0"\/>/gu, '<w14:checked w14:val="1"/>')
      .replaceAll('☐', '☒')
      .replaceAll(
        /<w:sdt>(?:(?!<w:sdt>).)*?Click or tap here to enter text\.(?:(?!<w:sdt>).)*?<\/w:sdt>/gsu,
        (found) => {
          const text = typed[filled];
          filled += 1;
          return text === undefined
            ? found
            : found
                .replace('<w:showingPlcHdr/>', '')
                .replaceAll(/<w:rStyle w:val="PlaceholderText"\/>/gu, '')
                .replace('Click or tap here to enter text.', text);
        },
      ),
  );
}

describe('the form of the other programme', () => {
  it('is refused in NCTS6', async () => {
    const run = await check({ form: buildForm() });
    expect([run.exitCode, run.mail, run.document]).toEqual([2, '', undefined]);
  });

  sharedIt('is refused in NCTS6, with both names', async () => {
    const form = await readFile(sharedPath('forms', 'ctc-traders-v2.0-production-checklist-v1.1-2024-01.docx'));
    const run = await check({ form });
    expect(run.exitCode).toBe(2);
    expect(run.text).toContain("It is HMRC's NCTS5 production checklist, but the programme is ncts6.");
    expect(run.text).toContain("Set programme: ncts5, or give NCTS6's form.");
    expect([run.mail, run.document]).toEqual(['', undefined]);
  });

  it('is refused in NCTS5, with both names', async () => {
    const run = await check({ ...ncts5, cases: [passed('DSGB1')], form: buildReadiness() });
    expect(run.exitCode).toBe(2);
    expect(run.text).toContain('Set programme: ncts6');
    expect([run.mail, run.document]).toEqual(['', undefined]);
  });
});

describe('a form that lacks what HMRC reads', () => {
  const answered = `${ncts5.file}answers:
  business: {name: Example Ltd, address: London}
  sandbox: {applicationName: Sandbox, applicationId: s-1}
  production: {applicationName: Product, applicationId: p-1}
  software: {saas: yes, onPremise: no}
  rateLimit: {standardIsEnough: yes}
  movementCap: {exceeds500: no, over5000InFlight: no}
`;

  it('has no draft mail in NCTS5 either, where the one mandatory test has no MRN', async () => {
    const situation = { ...ncts5, file: answered, form: buildForm() };
    const whole = await check({ ...situation, cases: [passed('DSGB1')] });
    expect([whole.exitCode, whole.mail]).toEqual([0, expect.stringContaining('SDSTeam@hmrc.gov.uk')]);
    const lacking = await check({ ...situation, cases: [passed('DSGB1', { MRN: undefined })] });
    expect(lacking.mail).toBe('');
    expect(lacking.text).toContain('No MRN was found');
  });

  it('is said not to be sent, where the field for the times is gone', async () => {
    const form = buildReadiness({ evidence: `<w:p><w:r><w:t>MRN used: </w:t></w:r>${control}</w:p>` });
    const run = await check({ form, cases: [good] });
    expect(run.note).toContain('Do not send it yet');
    expect(run.text).toContain('Date/Time');
  });
});
