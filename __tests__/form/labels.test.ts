import { describe, expect, it } from 'vitest';
import { fill } from './filling.ts';
import {
  buildForm,
  empty,
  formPieces,
  listItem,
  paragraph,
  paragraphTexts,
  run,
  tab,
  table,
  valueOf,
} from './template.ts';

describe('labels', () => {
  it.each([
    ['split over many runs', listItem(...'business name:'.split(''))],
    ['in capitals, with a space before the colon', listItem('BUSINESS NAME :')],
    ['with white space of other kinds', listItem('Business\u00A0\u2003 name:\t')],
    ['without its colon', listItem('business name')],
    ['with a number typed before it', paragraph('1. business name:')],
    ['with lines to write on', listItem('business name: ', '____________')],
    [
      'in another paragraph style and inside an insertion',
      `<w:p><w:ins w:id="1">${run('business name:')}</w:ins></w:p>`,
    ],
    [
      'with a deletion between',
      paragraph('business ', `<w:del w:id="1"><w:r><w:delText>old </w:delText></w:r></w:del>`, 'name:'),
    ],
    ['with a hyperlink', `<w:p><w:hyperlink>${run('business name')}</w:hyperlink>${run(':')}</w:p>`],
    ['in CDATA', '<w:p><w:r><w:t><![CDATA[business ]]>na&#109;e:</w:t></w:r></w:p>'],
  ])('are found %s', (_, label) => {
    const { document, notFound, unknownLabels } = fill(buildForm({ business: label + listItem('business address:') }));
    expect({ notFound, unknownLabels }).toEqual({ notFound: [], unknownLabels: [] });
    const line = paragraphTexts(document).find((text) => /business\s+name/iu.test(text));
    expect(line).toMatch(/name\s*:\s+Nordwind Software$/iu);
    const again = fill(document);
    expect(Buffer.compare(again.document, document)).toBe(0);
  });

  it.each([
    ['other dashes', '1. Mandatory test - Standard Departure'],
    ['no number', 'Mandatory Test — Standard Departures'],
  ])('titles of tests are found with %s', (_, title) => {
    const test1 = (formPieces()['test1'] ?? '').replace(
      /<w:tr>.*?<\/w:tr>/u,
      `<w:tr><w:tc>${paragraph(title)}</w:tc></w:tr>`,
    );
    const { document, notFound } = fill(buildForm({ test1 }));
    expect(notFound).toEqual([]);
    expect(valueOf(document, 'Scenario Number:')).toBe('DSGB1');
  });

  it('that are renamed are reported under both names, and nothing is written there', () => {
    const { document, notFound, unknownLabels } = fill(
      buildForm({ business: listItem('trader name:') + listItem('business address:') }),
    );
    expect(notFound).toEqual(['business name']);
    expect(unknownLabels).toEqual(['trader name:']);
    expect(valueOf(document, 'trader name:')).toBe('');
  });

  it('of messages may be worded otherwise, but a message that is not asked for is reported', () => {
    const test3 = table(
      [paragraph('3. Mandatory test 3 – Arrivals')],
      [
        paragraph('If not applicable please tell us why:') +
          empty +
          paragraph('Scenario Number:') +
          paragraph('MRN:') +
          paragraph('IE007 date / time of POST (UTC):') +
          paragraph('IE043 Date and time of get submission:') +
          paragraph('IE045 Date and time of get submission:'),
      ],
    );
    const { document, notFound, unknownLabels } = fill(buildForm({ test3 }));
    expect(valueOf(document, 'IE007 date / time of POST (UTC):')).toBe('21 November 2026 10:00:05 UTC');
    expect(notFound).toEqual([]);
    expect(unknownLabels).toEqual(['IE043 Date and time of get submission:']);
  });

  it('that share a line are left alone instead of being written over', () => {
    const { document, notFound } = fill(
      buildForm({ sandbox: listItem('sandbox Application Name:', tab, 'sandbox Application ID:') }),
    );
    expect(notFound).toEqual(['sandbox Application Name', 'sandbox Application ID']);
    expect(paragraphTexts(document)).toContain('sandbox Application Name:\tsandbox Application ID:');
  });

  it('of the appendix are no fields', () => {
    const { document } = fill(buildForm());
    const texts = paragraphTexts(document);
    expect(texts.slice(texts.indexOf('APPENDIX A'))).toEqual([
      'APPENDIX A',
      'Required for Production Access',
      'Scenario Number',
      'Scenario Description',
      'Recommended',
      'PSGB3',
      'Corrections',
    ]);
  });
});
