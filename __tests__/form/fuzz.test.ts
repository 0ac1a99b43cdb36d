import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillForm } from '../../src/form/fill.ts';
import { readForm } from '../../src/form/read-form.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import { buildFilling, complete, fill, refused } from './filling.ts';
import { readiness, readinessPieces } from './readiness.ts';
import { buildForm, documentXml, formPieces, mainXml, wordParts, zipped } from './template.ts';

const template = buildForm();
const form = documentXml(Object.values(formPieces()).join(''));

/** Where each text of the form starts and ends in its source. */
const texts = [...form.matchAll(/>([^<]+)</gu)].map((match) => {
  const start = match.index + 1;
  return { start, end: start + (match[1]?.length ?? 0) };
});

/** Put into the middle of a text: other labels, values, boxes, and breaks of every kind. */
const insertion = fc.oneof(
  fc.constantFrom('☐', '☒', 'Yes', 'MRN:', 'MRN: x', 'Scenario Number:', '1. Recommended', 'business name:', ': x'),
  fc.constantFrom('If unsure explain why:', 'Answer and evidence:', '2. Mandatory test - Pre-lodged Departure'),
  fc.constantFrom('APPENDIX A', '&amp;', '\t', '   ', '___', ''),
  fc.string({ maxLength: 5 }).map((text) => text.replace(/[<>&]/gu, '')),
  fc.constantFrom(
    '</w:t></w:r></w:p><w:p><w:r><w:t>',
    '</w:t><w:br/><w:t>',
    '</w:t></w:r><w:r><w:t>',
    '</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>',
    '</w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>prompt</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>',
  ),
);

describe('templates of every kind', () => {
  it('with any bytes changed are refused or filled in, never more', () => {
    const mutation = fc.record({ at: fc.nat(template.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const bytes = template.slice();
        for (const { at, byte } of mutations) {
          bytes[at] = byte;
        }
        const result = fillForm(bytes, complete);
        const text = 'refused' in result ? result.refused : refused(result.document);
        expect(text).toMatch(/^(?:The template.*\.|It was filled in\.)$/su);
      }),
      { numRuns: 300 },
    );
  });

  it('with any texts changed are refused or filled in, and filling in again changes nothing', () => {
    const mutation = fc.record({
      text: fc.constantFrom(...texts),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(12),
      inserted: insertion,
    });
    const mutations = fc.uniqueArray(mutation, { selector: ({ text }) => text.start, minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(mutations, (changes) => {
        const main = changes
          .toSorted((a, b) => b.text.start - a.text.start)
          .reduce((xml, { text: { start, end }, part, cut, inserted }) => {
            const at = start + Math.floor(part * (end - start));
            return xml.slice(0, at) + inserted + xml.slice(Math.min(end, at + cut));
          }, form);
        const result = fillForm(zipped(wordParts(main)), complete);
        const document = 'refused' in result ? template : result.document;
        const again = 'refused' in result ? { document } : fillForm(document, complete);
        expect('document' in again && mainXml(again.document)).toBe(mainXml(document));
      }),
      { numRuns: 250 },
    );
  });
});

describe('answers of every kind', () => {
  const { questions } = buildFilling().programme.form;
  const texts6 = questions.filter(({ kind }) => kind === 'text').map(({ key }) => key);

  it('stand in the form as given, are read back so, and are not replaced by themselves', () => {
    // A value that consists of a line to write on is none.
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((one) => /[\p{L}\p{N}]/u.test(one));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...texts6), text, { minKeys: 1 }), (answers) => {
        const filling = buildFilling({ answers });
        const first = fill(template, filling);
        const again = fill(first.document, filling);
        expect(mainXml(again.document)).toBe(mainXml(first.document));
        expect(again.remarks).toEqual([]);
        const reading = readForm(first.document, filling.programme);
        expect('answers' in reading && Object.keys(reading.answers).toSorted()).toEqual(
          Object.keys(answers).toSorted(),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe("NCTS6's checklist with any texts changed", () => {
  const source = documentXml(Object.values(readinessPieces()).join(''));
  const places = [...source.matchAll(/>([^<]+)</gu)].map((match) => match.index + 1);

  it('is refused or filled in, the same twice, and no tick or signature is touched', () => {
    const mutation = fc.record({ at: fc.constantFrom(...places), inserted: insertion });
    const mutations = fc.uniqueArray(mutation, { selector: ({ at }) => at, minLength: 1, maxLength: 4 });
    const personal = (xml: string): string[] => [
      ...(xml.match(/<w14:checked [^>]*>/gu) ?? []),
      ...(xml.match(/>[☐☑☒ᘒ]</gu) ?? []),
      ...(xml.match(/Electronic Signature: .*$/gsu) ?? []),
    ];
    fc.assert(
      fc.property(mutations, (changes) => {
        const main = changes
          .toSorted((a, b) => b.at - a.at)
          .reduce((xml, { at, inserted }) => xml.slice(0, at) + inserted + xml.slice(at), source);
        const before = zipped(wordParts(main));
        const result = fillForm(before, readiness);
        if ('refused' in result) {
          return;
        }
        expect(personal(mainXml(result.document))).toEqual(personal(mainXml(before)));
        const again = fillForm(result.document, readiness);
        expect('document' in again && mainXml(again.document)).toBe(mainXml(result.document));
        expect(readForm(result.document, ncts6)).not.toHaveProperty('refused');
      }),
      { numRuns: 150 },
    );
  });
});
