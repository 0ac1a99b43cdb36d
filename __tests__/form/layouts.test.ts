import { describe, expect, it } from 'vitest';
import { buildFilling, fill, refused } from './filling.ts';
import {
  buildForm,
  documentXml,
  empty,
  formPieces,
  listItem,
  mainXml,
  paragraph,
  paragraphTexts,
  table,
  valueOf,
  withMain,
  wordParts,
  zipped,
} from './template.ts';

function half(name: string): string {
  return `<mc:${name}><w:txbxContent>${paragraph('business name:')}</w:txbxContent></mc:${name}>`;
}

describe('other layouts', () => {
  it('tables may stand in another order', () => {
    const { test1 = '', test3 = '', slot1 = '', ...others } = formPieces();
    const moved = { slot1, test3, ...others, test1, slot2: others['slot2'] ?? '' };
    const { document, notFound } = fill(zipped(wordParts(documentXml(Object.values(moved).join('')))));
    expect(notFound).toEqual([]);
    expect(valueOf(document, 'IE015 Date and time of submission:')).toBe('20 November 2026 09:00:05 UTC');
    expect(valueOf(document, 'IE045 Date and time of get submission:')).toBe('21 November 2026 10:09:11 UTC');
  });

  it('labels may stand in a column of their own', () => {
    const rows = [
      'Scenario Number:',
      'MRN:',
      'IE007 Date and time of post submission:',
      'IE045 Date and time of get submission:',
    ];
    const test3 =
      paragraph('3. Mandatory test 3 – Arrivals') +
      table(
        [paragraph('If not applicable please tell us why:'), ''],
        ...rows.map((label) => [paragraph(label), empty]),
      );
    const { document, notFound } = fill(buildForm({ test3 }));
    expect(notFound).toEqual([]);
    const texts = paragraphTexts(document);
    const start = texts.lastIndexOf('Scenario Number:', texts.indexOf('1. Recommended'));
    expect(texts.slice(start, start + 8)).toEqual([
      'Scenario Number:',
      'ASGB1',
      'MRN:',
      '26XI0000EXAMPLE1J9',
      'IE007 Date and time of post submission:',
      '21 November 2026 10:00:05 UTC',
      'IE045 Date and time of get submission:',
      '21 November 2026 10:09:11 UTC',
    ]);
    expect(Buffer.compare(fill(document).document, document)).toBe(0);
  });

  it('prompts of content controls give way to the value', () => {
    const control =
      '<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>Click or tap here to enter text.</w:t></w:r></w:sdtContent></w:sdt>';
    const { document, remarks } = fill(
      buildForm({ business: listItem('business name: ', control) + listItem('business address:') }),
    );
    expect(remarks).toEqual([]);
    expect(mainXml(document)).toContain(
      '<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t xml:space="preserve">Nordwind Software</w:t></w:r></w:sdtContent></w:sdt>',
    );
    expect(valueOf(document, 'business name:')).toBe('Nordwind Software');
    expect(Buffer.compare(fill(document).document, document)).toBe(0);
  });

  it('controls that show a part of data show the value instead', () => {
    const bound =
      '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{0}"/><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>of the data</w:t></w:r></w:sdtContent></w:sdt>';
    const { document, remarks } = fill(
      buildForm({ business: listItem('business name: ', bound) + listItem('business address:') }),
    );
    expect(remarks).toEqual(["business name: 'Nordwind Software' replaces 'of the data'."]);
    expect(mainXml(document)).not.toContain('dataBinding');
  });

  it('both halves of a text box are filled in', () => {
    const textBox = `<w:p><w:r><mc:AlternateContent>${half('Choice')}${half('Fallback')}</mc:AlternateContent></w:r></w:p>`;
    const { document } = fill(buildForm({ business: textBox + listItem('business address:') }));
    expect([valueOf(document, 'business name:', 0), valueOf(document, 'business name:', 1)]).toEqual([
      'Nordwind Software',
      'Nordwind Software',
    ]);
  });

  it('the prefix of WordprocessingML may be another one', () => {
    const template = withMain(buildForm(), (xml) =>
      xml.replaceAll('<w:', '<x:').replaceAll('</w:', '</x:').replaceAll(' w:', ' x:').replace('xmlns:w=', 'xmlns:x='),
    );
    const { document, notFound } = fill(template);
    expect(notFound).toEqual([]);
    expect(valueOf(document, 'business name:')).toBe('Nordwind Software');
  });

  it('version 1.0 asks for EORI enrolments, version 1.1 does not', () => {
    const filling = buildFilling({ answers: { 'software.eoriEnrolments': 40 } });
    const question = paragraph('How many EORI enrolments do you expect to be required in a 28 day period? ');
    const version10 = fill(buildForm({ inFlight: (formPieces()['inFlight'] ?? '') + question }), filling);
    expect(
      valueOf(version10.document, 'How many EORI enrolments do you expect to be required in a 28 day period?'),
    ).toBe('40');
    const version11 = fill(buildForm(), filling);
    expect(version11.notFound).toEqual([]);
    expect([version10.version?.version, version11.version?.version]).toEqual(['v1.0', 'v1.1']);
    const dated = fill(buildForm({ intro: paragraph('October 2023') + listItem('tell us what we ask') }), filling);
    expect(dated.version?.name).toBe('v1.0 (October 2023)');
    expect(dated.notFound).toEqual(['How many EORI enrolments do you expect to be required in a 28 day period?']);
  });

  it('a Word document that is not the form is refused', () => {
    expect(refused(zipped(wordParts(documentXml(paragraph('Dear customer,')))))).toContain("no field of HMRC's form");
  });
});
