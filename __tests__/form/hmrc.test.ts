import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FilledForm } from '../../src/form/fill.ts';
import type { FormFilling } from '../../src/form/filling.ts';
import { ooxmlErrors } from '../harness/ooxml.ts';
import { sharedDescribe, sharedPath } from '../harness/shared.ts';
import { entriesOf, savedByLibreOffice } from './copies.ts';
import { buildFilling, complete, fill } from './filling.ts';
import { mainXml, paragraphTexts, valueOf, withMain } from './template.ts';

const whole = buildFilling({
  ...complete,
  answers: {
    ...complete.answers,
    'rateLimit.history': 'May: 5 a second.\nJune: 6.',
    'rateLimit.usage': 'A million calls a month.',
    'rateLimit.callsPerSession': '14',
    'rateLimit.batch': 'No.',
  },
  recommended: Array.from({ length: 12 }, (_, index) => ({ scenario: `DSGB${index + 4}`, mrnOrLrn: `LRN-${index}` })),
});

sharedDescribe("HMRC's form, version 1.1", () => {
  let folder = '';
  let template: Uint8Array;
  let filled: FilledForm;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'form-'));
    template = await readFile(sharedPath('forms', 'ctc-traders-v2.0-production-checklist-v1.1-2024-01.docx'));
    filled = fill(template, whole);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('has every field, and none that is not known', () => {
    const { notFound, unknownLabels, remarks } = filled;
    expect({ notFound, unknownLabels, remarks }).toEqual({ notFound: [], unknownLabels: [], remarks: [] });
    const lines = linesOf(filled.document);
    expect(valuesOf(whole).filter((value) => !lines.some((line) => line.endsWith(plain(value))))).toEqual([]);
  });

  it('takes insertions of runs and turned boxes, and nothing else', () => {
    const added =
      /<w:r>(?:<w:rPr>(?:<w:[^>]*>)*<\/w:rPr>)?<w:t xml:space="preserve">(?:[^<]|<\/w:t><w:br\/><w:t xml:space="preserve">)*<\/w:t><\/w:r>/gu;
    const values = new Set(valuesOf(whole).map(plain));
    const before = mainXml(template);
    const after = mainXml(filled.document)
      .replace(added, (inserted) => (isValue(inserted, values) ? '' : inserted))
      .replaceAll('☒', '☐');
    expect(after === before).toBe(true);
  });

  it('keeps every other part of the package, packed as it was', () => {
    const [before, after] = [entriesOf(template), entriesOf(filled.document)];
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...before].filter(
      ([name, bytes]) => Buffer.compare(bytes, after.get(name) ?? Buffer.alloc(0)) !== 0,
    );
    expect(changed.map(([name]) => name)).toEqual(['word/document.xml']);
    expect(Object.keys(unzipSync(filled.document))).toEqual(Object.keys(unzipSync(template)));
  });

  it('is as valid as before', async ({ skip }) => {
    const before = await ooxmlErrors(template);
    if (before === undefined) {
      return skip('The validator of Word documents runs on Linux only.');
    }
    // HMRC's own file has some: styles in an order that the standard does not know.
    expect(before.filter((error) => !error.startsWith('/word/styles.xml'))).toEqual([]);
    expect(await ooxmlErrors(filled.document)).toEqual(before);
    return undefined;
  });

  it('is filled in the same after LibreOffice has saved it, and stays filled in after another time', async ({
    skip,
  }) => {
    const [saved, savedAgain] = (await savedByLibreOffice(folder, [template, filled.document])) ?? [];
    if (saved === undefined || savedAgain === undefined) {
      return skip('LibreOffice (soffice) is not installed.');
    }
    const { document, notFound, unknownLabels } = fill(saved, whole);
    expect({ notFound, unknownLabels }).toEqual({ notFound: [], unknownLabels: [] });
    expect(linesOf(document)).toEqual(linesOf(filled.document));
    const again = fill(savedAgain, whole);
    expect(Buffer.compare(again.document, savedAgain)).toBe(0);
    expect(again.remarks).toEqual([]);
    return undefined;
  }, 120_000);

  it('version 1.0, which has one more question, is filled in by its labels', () => {
    const question = 'How many EORI enrolments do you expect to be required in a 28 day period?';
    const version10 = withMain(template, (xml) => {
      const at = xml.indexOf('If you are unsure then please');
      const start = xml.lastIndexOf('<w:p ', at);
      return `${xml.slice(0, start)}<w:p><w:r><w:t>${question}</w:t></w:r></w:p>${xml.slice(start)}`;
    });
    const answers = { ...whole.answers, 'software.eoriEnrolments': 40 };
    const { document, notFound, unknownLabels } = fill(version10, buildFilling({ ...whole, answers }));
    expect({ notFound, unknownLabels }).toEqual({ notFound: [], unknownLabels: [] });
    expect(valueOf(document, question)).toBe('40');
  });

  it('of a later version, with tables moved and a label renamed, is filled in but for that label', () => {
    const later = withMain(template, (xml) => {
      const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gsu)].map(([table]) => table);
      const find = (title: string) => tables.find((table) => table.replaceAll(/<[^>]*>/gu, '').startsWith(title)) ?? '';
      const [first, third] = [find('1. Mandatory'), find('3. Mandatory')];
      const swapped = xml.replace(first, '@first').replace(third, first).replace('@first', third);
      return swapped.replace('business name:', 'Name of the trader:');
    });
    const { document, notFound, unknownLabels } = fill(later, whole);
    expect({ notFound, unknownLabels }).toEqual({
      notFound: ['business name'],
      unknownLabels: ['Name of the trader:'],
    });
    expect(valueOf(document, 'Scenario Number:', 0)).toBe('ASGB1');
    expect(valueOf(document, 'Scenario Number:', 2)).toBe('DSGB1');
  });
});

/** Every text that a filling puts into the form. */
function valuesOf({ answers, tests, recommended }: FormFilling): string[] {
  const texts = Object.values(answers).filter((answer) => typeof answer !== 'boolean' && answer !== 'unknown');
  const ofTests = [...tests.values()].flatMap(({ notApplicable, scenario, mrn, messages }) => [
    notApplicable,
    scenario,
    mrn,
    ...messages.values(),
  ]);
  const ofSlots = recommended.flatMap(({ scenario, mrnOrLrn }) => [scenario, mrnOrLrn]);
  return [...texts.map(String), ...ofTests, ...ofSlots].filter((value) => value !== undefined);
}

function plain(text: string): string {
  return text.replaceAll(/,?\s+/gu, ' ');
}

function linesOf(document: Uint8Array): string[] {
  return paragraphTexts(document).map(plain);
}

function isValue(inserted: string, values: ReadonlySet<string>): boolean {
  const text = inserted
    .replaceAll('<w:br/>', '\n')
    .replaceAll(/<[^>]*>/gu, '')
    .trim();
  return values.has(plain(text));
}
