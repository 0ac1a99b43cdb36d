import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { ooxmlErrors } from '../harness/ooxml.ts';
import { sharedDescribe, sharedPath } from '../harness/shared.ts';
import { complete, fill } from './filling.ts';
import { changed, entriesOf, personal, savedByLibreOffice } from './copies.ts';
import { readiness } from './readiness.ts';
import { paragraphTexts } from './template.ts';

const forms = [
  { file: 'ncts6-readiness-checklist-2026-03-24.docx', cells: 4, version: '24 March 2026 or 7 April 2026' },
  { file: 'ncts6-readiness-checklist-2026-04-07.docx', cells: 4, version: '24 March 2026 or 7 April 2026' },
  { file: 'ncts6-readiness-checklist-2026-04-14.docx', cells: 8, version: '14 April 2026' },
] as const;

interface Saved {
  /** HMRC's own, as LibreOffice saves it. */
  readonly form: Uint8Array;
  /** That one filled in, as LibreOffice saves it. */
  readonly filled: Uint8Array;
}

/** All forms by file, saved once for all tests; none where there is no LibreOffice. */
let saving: Promise<ReadonlyMap<string, Saved>> | undefined;

async function saveAll(): Promise<ReadonlyMap<string, Saved>> {
  const folder = await mkdtemp(join(tmpdir(), 'readiness-'));
  try {
    const templates = await Promise.all(forms.map(({ file }) => readFile(sharedPath('forms', file))));
    const saved = (await savedByLibreOffice(folder, templates)) ?? [];
    const documents = saved.map((form) => fill(form, readiness).document);
    const again = (await savedByLibreOffice(folder, documents)) ?? [];
    return new Map(
      forms.flatMap(({ file }, index) => {
        const [form, filled] = [saved[index], again[index]];
        return form === undefined || filled === undefined ? [] : [[file, { form, filled }]];
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

sharedDescribe.each(forms)("HMRC's readiness checklist $file", ({ file, cells, version }) => {
  let template: Uint8Array;

  beforeAll(async () => {
    template = await readFile(sharedPath('forms', file));
  });

  it(`gets ${cells} values, and every other byte stays`, () => {
    const result = fill(template, readiness);
    expect(changed(template, result.document)).toBe(cells);
    expect(result).toMatchObject({ notFound: [], unknownLabels: [], lacking: [], version: { name: version } });
    expect(result.byHand).toHaveLength(cells === 8 ? 8 : 6);
    expect(personal(result.document)).toEqual(personal(template));
    const [before, after] = [entriesOf(template), entriesOf(result.document)];
    const others = [...before].filter(([name, bytes]) => after.get(name)?.equals(bytes) !== true);
    expect(others.map(([name]) => name)).toEqual(['word/document.xml']);
  });

  it('is as valid as before', async ({ skip }) => {
    const before = await ooxmlErrors(template);
    if (before === undefined) {
      return skip('The validator of Word documents runs on Linux only.');
    }
    expect(await ooxmlErrors(fill(template, readiness).document)).toEqual(before);
    return undefined;
  });

  it('is filled in the same after LibreOffice has saved it', async ({ skip }) => {
    saving ??= saveAll();
    const saved = (await saving).get(file);
    if (saved === undefined) {
      return skip('LibreOffice (soffice) is not installed.');
    }
    const result = fill(saved.form, readiness);
    expect(result).toMatchObject({ notFound: [], unknownLabels: [], lacking: [], version: { name: version } });
    expect(paragraphTexts(result.document)).toEqual(paragraphTexts(fill(template, readiness).document));
    expect(personal(result.document)).toEqual(personal(saved.form));
    expect(fill(saved.filled, readiness).remarks.filter((text) => text.includes('replaces'))).toEqual([]);
    return undefined;
  }, 120_000);
});

sharedDescribe("HMRC's production checklist", () => {
  it.each([
    ['ctc-traders-v2.0-production-checklist-v1.0-2023-10.docx', 'v1.0 (October 2023)'],
    ['ctc-traders-v2.0-production-checklist-v1.1-2024-01.docx', 'v1.1 (January 2024)'],
  ])('is known by its date: %s', async (file, name) => {
    const { version, notFound, unknownLabels } = fill(await readFile(sharedPath('forms', file)), complete);
    expect({ name: version?.name, notFound, unknownLabels }).toEqual({ name, notFound: [], unknownLabels: [] });
  });
});
