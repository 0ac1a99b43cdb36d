import { describe, expect, it } from 'vitest';
import type { FormFilling, TestFilling } from '../../src/form/filling.ts';
import { buildFilling, complete, departure, fill } from './filling.ts';
import { buildForm, listItem, mainXml, paragraphTexts, valueOf } from './template.ts';

function notApplicable(text: string): FormFilling {
  return buildFilling({ tests: new Map([[2, { notApplicable: text, messages: new Map() }]]) });
}

describe('filling in again', () => {
  it('changes nothing when nothing changed', () => {
    const first = fill(buildForm());
    const second = fill(first.document);
    expect(Buffer.compare(second.document, first.document)).toBe(0);
    expect(second.remarks).toEqual([]);
  });

  it('replaces instead of doubling, and says what was replaced', () => {
    const first = fill(buildForm());
    const changed = buildFilling({
      ...complete,
      answers: { ...complete.answers, 'business.name': 'Südwind Software', 'rateLimit.unsure': 'Measured now.' },
    });
    const second = fill(first.document, changed);
    expect(valueOf(second.document, 'business name:')).toBe('Südwind Software');
    expect(paragraphTexts(second.document)).toContain('Measured now.');
    expect(paragraphTexts(second.document).join('\n')).not.toContain('Not measured yet');
    expect(second.remarks).toEqual([
      "business name: 'Südwind Software' replaces 'Nordwind Software'.",
      "If unsure explain why: 'Measured now.' replaces 'Not measured yet.\nWill be in May.'.",
    ]);
    const back = fill(second.document);
    expect(mainXml(back.document)).toBe(mainXml(first.document));
  });

  it('leaves alone what a person wrote where it has no value', () => {
    const template = buildForm({
      business: listItem('business name: Nordwind Ltd') + listItem('business address: typed by hand'),
    });
    const { document, remarks } = fill(template, buildFilling({ answers: { 'business.name': 'Nordwind Software' } }));
    expect(valueOf(document, 'business name:')).toBe('Nordwind Software');
    expect(valueOf(document, 'business address:')).toBe('typed by hand');
    expect(remarks).toEqual(["business name: 'Nordwind Software' replaces 'Nordwind Ltd'."]);
  });

  it("removes another movement's times rather than leave them beside a new MRN", () => {
    const first = fill(buildForm());
    const tests = new Map([[1, { scenario: 'DSXI1', mrn: '26XI0000EXAMPLE2J8', messages: new Map() }] as const]);
    const { document, remarks } = fill(first.document, buildFilling({ tests }));
    expect(valueOf(document, 'MRN:')).toBe('26XI0000EXAMPLE2J8');
    expect(valueOf(document, 'IE029 Date and time of get submission:')).toBe('');
    expect(remarks).toContain(
      "1. Mandatory test – Standard Departure: IE029 Date and time of get submission: '20 November 2026 09:45:11 UTC' was removed: it belonged to other evidence.",
    );
  });

  it('keeps a time that a person added to the same movement', () => {
    const first = fill(buildForm());
    const tests = new Map([[1, { ...departure, messages: new Map() }] as const]);
    const { document } = fill(first.document, buildFilling({ tests }));
    expect(valueOf(document, 'IE029 Date and time of get submission:')).toBe('20 November 2026 09:45:11 UTC');
  });

  it('says when a test still shows evidence that was not confirmed, or contradicts itself', () => {
    const first = fill(buildForm());
    const reasons = { notApplicable: 'Arrivals are not supported.', messages: new Map() };
    const tests: FormFilling['tests'] = new Map<1 | 2 | 3, TestFilling>([
      [2, { ...departure, scenario: 'PSGB1' }],
      [3, reasons],
    ]);
    const { document, remarks } = fill(first.document, buildFilling({ tests }));
    expect(valueOf(document, 'Scenario Number:')).toBe('DSGB1');
    expect(remarks.join('\n')).toContain(
      "'1. Mandatory test – Standard Departure' still shows earlier evidence (DSGB1",
    );
    expect(remarks.join('\n')).toContain("'2. Mandatory test – Pre-lodged Departure' has evidence but still says why");
    expect(remarks.join('\n')).toContain(
      "'3. Mandatory test 3 – Arrivals' is filled in as not applicable but still shows",
    );
  });

  it('keeps recommended tests where they are, adds new ones behind, and names those that were not confirmed', () => {
    const first = fill(buildForm());
    const recommended = [
      { scenario: 'PSGB3', mrnOrLrn: 'LRN-P' },
      { scenario: 'DNGB10', mrnOrLrn: 'LRN-10' },
    ];
    const { document, remarks } = fill(first.document, buildFilling({ recommended }));
    const slots = [0, 1, 2, 3].map((nth) => valueOf(document, 'MRN/LRN:', nth));
    expect(slots).toEqual(['LRN-4', 'LRN-10', 'LRN-P', '']);
    expect(remarks.join('\n')).toContain(
      'Recommended tests that this run does not confirm were left as they are: 1 (DSGB4)',
    );
  });

  it('names recommended tests for which no place is left', () => {
    const recommended = Array.from({ length: 13 }, (_, index) => ({ scenario: `DSGB${index + 1}`, mrnOrLrn: 'LRN' }));
    const { notFound, document } = fill(buildForm(), buildFilling({ recommended }));
    expect(notFound).toEqual(['a free slot for the recommended test DSGB13']);
    expect(valueOf(document, 'Scenario Number:', 14)).toBe('DSGB12');
  });

  it('is not misled by answers that begin like a label', () => {
    const first = fill(buildForm(), notApplicable('MRN: none, as we never pre-lodge'));
    expect(valueOf(first.document, 'MRN:', 1)).toBe('');
    const second = fill(first.document, notApplicable('Scenario Number: none:'));
    // It could as well be two labels on one line: nothing is written over.
    expect(second.notFound).toEqual(['2. Mandatory test – Pre-lodged Departure: If not applicable please tell us why']);
    expect(Buffer.compare(second.document, first.document)).toBe(0);
  });
});
