import { describe, expect, it } from 'vitest';
import { fillForm } from '../../src/form/fill.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import { buildFilling, complete, fill } from './filling.ts';
import {
  buildEarlierReadiness,
  buildReadiness,
  prompt,
  readiness,
  readinessPieces,
  statementBox,
} from './readiness.ts';
import { buildForm, documentXml, mainXml, paragraph, paragraphTexts, valueOf, wordParts, zipped } from './template.ts';

/** Paragraphs, as written, that are not the same in both. */
function changed(before: Uint8Array, after: Uint8Array): string[] {
  const paragraphs = (document: Uint8Array): string[] => mainXml(document).match(/<w:p[ >].*?<\/w:p>/gsu) ?? [];
  const [was, is] = [paragraphs(before), paragraphs(after)];
  expect(is).toHaveLength(was.length);
  return is.filter((one, index) => one !== was[index]).map((one) => one.replaceAll(/<[^>]*>/gu, ''));
}

describe('the readiness checklist', () => {
  it('of 14 April gets eight values, and nothing else changes', () => {
    const template = buildReadiness();
    const result = fill(template, readiness);
    expect(changed(template, result.document)).toEqual([
      'SWD Name: Nordwind Software',
      'Contact Email: hello@nordwind.example',
      'Sandbox Application Name: nordwind-sandbox',
      'Sandbox Application ID: sandbox-id',
      'Production Application Name: Nordwind Transit',
      'Production Application ID: production-id',
      'MRN used: 26GB000000EXAMPLJ8',
      'Date/Time: IE015 20 November 2026 09:00:00 UTC, IE029 20 November 2026 09:46:12 UTC',
    ]);
    const { notFound, unknownLabels, lacking, version } = result;
    expect({ notFound, unknownLabels, lacking }).toEqual({ notFound: [], unknownLabels: [], lacking: [] });
    expect(version).toEqual({ version: '14 April 2026', name: '14 April 2026' });
  });

  it('before 14 April gets four, and nobody misses what it does not ask', () => {
    const template = buildEarlierReadiness();
    const { document, notFound, unknownLabels, version, remarks } = fill(template, readiness);
    expect(changed(template, document).map((text) => text.split(':')[0])).toEqual([
      'SWD Name',
      'Contact Email',
      'MRN used',
      'Date/Time',
    ]);
    expect({ notFound, unknownLabels, remarks }).toEqual({ notFound: [], unknownLabels: [], remarks: [] });
    expect(version?.name).toBe('24 March 2026 or 7 April 2026');
  });

  it('keeps its controls, without prompt and without the look of one', () => {
    const xml = mainXml(fill(buildReadiness(), readiness).document);
    expect(xml).toContain(
      '<w:sdt><w:sdtPr><w:id w:val="-272715509"/></w:sdtPr><w:sdtEndPr/><w:sdtContent><w:r><w:t xml:space="preserve">26GB000000EXAMPLJ8</w:t></w:r></w:sdtContent></w:sdt>',
    );
    expect(xml.match(/showingPlcHdr/gu)).toHaveLength(2);
  });

  it('says what is to be done by hand, and what is done', () => {
    const { byHand, remarks } = fill(buildReadiness(), readiness);
    expect(byHand.map(({ field, isDone }) => `${field.key}: ${isDone}`)).toEqual([
      'confirm.aligned: true',
      'confirm.sandbox: false',
      'confirm.production: false',
      'confirm.tested: false',
      'confirm.evidence: false',
      'confirm.ready: false',
      'signature: false',
      'signatureDate: false',
    ]);
    expect(remarks).toEqual([expect.stringMatching(/^Item 1 is already ticked in HMRC's file/u)]);
  });

  it("never touches a person's ticks, signature, date and answers", () => {
    const signed = prompt
      .replace('<w:showingPlcHdr/>', '')
      .replace('<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>', '')
      .replace('Click or tap here to enter text.', 'A. Person');
    const pieces = readinessPieces();
    const ticked = Object.fromEntries(
      Object.entries(pieces).map(([name, piece]) => [
        name,
        piece.replace(statementBox(false), statementBox(true)).replace('>☐<', '>☒<'),
      ]),
    );
    const template = buildReadiness({
      ...ticked,
      name: '<w:p><w:r><w:t>SWD Name: ______Nordwind______</w:t></w:r></w:p>',
      signature: paragraph('Electronic Signature: ', signed) + paragraph('Date: ', signed),
    });
    const filling = buildFilling({ programme: ncts6, evidence: readiness.evidence });
    const { document, byHand } = fill(template, filling);
    expect(changed(template, document).map((text) => text.split(':')[0])).toEqual(['MRN used', 'Date/Time']);
    expect(byHand.every(({ isDone }) => isDone)).toBe(true);
    const { remarks } = fill(template, readiness);
    expect(remarks).toContain("SWD Name: 'Nordwind Software' replaces 'Nordwind'.");
  });

  it('counts a prompt as empty where another program made plain text of it', () => {
    const plain = buildReadiness({
      evidence: paragraph('MRN used: Click or tap here to enter text.') + paragraph('Date/Time: '),
    });
    const { document, remarks } = fill(plain, readiness);
    expect(valueOf(document, 'MRN used:')).toBe('26GB000000EXAMPLJ8');
    expect(remarks.filter((text) => text.includes('replaces'))).toEqual([]);
  });

  it('says which evidence is lacking, and which earlier evidence is not confirmed', () => {
    const empty = buildFilling({ programme: ncts6 });
    expect(fill(buildReadiness(), empty).lacking).toEqual(['MRN used', 'Date/Time']);
    const { document } = fill(buildReadiness(), readiness);
    const again = fill(document, empty);
    expect(again.lacking).toEqual(['MRN used', 'Date/Time']);
    expect(again.remarks.join('\n')).toContain('still shows earlier evidence (26GB000000EXAMPLJ8, IE015 20 November');
    expect(Buffer.compare(again.document, document)).toBe(0);
    const other = buildFilling({ programme: ncts6, evidence: new Map([['evidence.mrn', '26GB000001EXAMPLJ3']]) });
    const replaced = fill(document, other);
    expect(replaced.lacking).toEqual(['Date/Time']);
    expect(paragraphTexts(replaced.document)).toContain('Date/Time:');
  });

  it('that lacks a field for evidence is filled in as far as it goes', () => {
    const { notFound, lacking } = fill(buildReadiness({ evidence: paragraph('MRN used: ', prompt) }), readiness);
    expect({ notFound, lacking }).toEqual({ notFound: ['Date/Time'], lacking: ['Date/Time'] });
  });
});

describe('the form of another programme', () => {
  it('is refused with both names', () => {
    expect(fillForm(buildReadiness(), complete)).toEqual({
      refused:
        "It is HMRC's NCTS6 readiness checklist, but the programme is ncts5. Set programme: ncts6, or give NCTS5's form.",
    });
    const title = paragraph('CTC Traders API v2.0') + paragraph('Application for Production Credentials Checklist');
    expect(fillForm(buildForm({ intro: title }), readiness)).toEqual({
      refused:
        "It is HMRC's NCTS5 production checklist, but the programme is ncts6. Set programme: ncts5, or give NCTS6's form.",
    });
  });

  it('is known without its title, too', () => {
    expect(fillForm(buildReadiness({ title: '' }), complete)).toHaveProperty(
      'refused',
      expect.stringMatching(/NCTS6/u),
    );
  });
});

describe('a document without fields for the evidence', () => {
  it('is refused, and the message says what it seems to be', () => {
    const letter = zipped(wordParts(documentXml(paragraph('Dear customer,') + paragraph('business name:'))));
    expect(fillForm(letter, complete)).toHaveProperty(
      'refused',
      expect.stringContaining("begins with 'Dear customer,'"),
    );
    const cut = Object.fromEntries(['test1', 'test2', 'test3'].map((name) => [name, '']));
    const title = paragraph('Application for Production Credentials Checklist');
    expect(fillForm(buildForm({ ...cut, intro: title }), complete)).toHaveProperty(
      'refused',
      expect.stringContaining(
        "It has the title of HMRC's NCTS5 production checklist, but no field for a mandatory test",
      ),
    );
    expect(fillForm(zipped(wordParts(documentXml('<w:p/>'))), { ...complete, programme: ncts5 })).toHaveProperty(
      'refused',
      expect.stringContaining('it has no text'),
    );
  });
});
