import { describe, expect, it } from 'vitest';
import { buildFilling, fill } from './filling.ts';
import { buildForm, listItem, mainXml, paragraphTexts, run, valueOf } from './template.ts';

describe('filling in the form', () => {
  it('puts every value into its field and finds every field', async () => {
    const { document, notFound, unknownLabels, remarks } = fill(buildForm());
    expect({ notFound, unknownLabels, remarks }).toEqual({ notFound: [], unknownLabels: [], remarks: [] });
    await expect(`${paragraphTexts(document).join('\n')}\n`).toMatchFileSnapshot('../golden/form/filled.txt');
  });

  it('writes a line each behind labels and keeps the lines of long answers', () => {
    const { document } = fill(buildForm());
    expect(valueOf(document, 'business address:')).toBe('4 Harbour Yard, Belfast');
    expect(paragraphTexts(document)).toContain('Not measured yet.\nWill be in May.');
  });

  it('adds runs and turns boxes, and changes nothing else in the document', () => {
    const template = buildForm();
    const { document } = fill(template);
    const added =
      /<w:r>(?:<w:rPr>(?:<w:[^>]*>)*<\/w:rPr>)?(?:<w:t xml:space="preserve">[^<]*<\/w:t>(?:<w:br\/>)?)+<\/w:r>/gu;
    const before = mainXml(template);
    // The template's own runs carry a revision number or lie in controls: what matches is ours.
    const without = mainXml(document)
      .replace(added, '')
      .replaceAll('☒', '☐')
      .replace('<w:p w14:paraId="1A"></w:p>', '<w:p w14:paraId="1A"/>');
    expect(without).toBe(before);
  });

  it('gives values the look of their label without what only marks labels', () => {
    const label = run('business name:', '<w:rFonts w:ascii="Arial"/><w:b/><w:u w:val="single"/><w:sz w:val="24"/>');
    const { document } = fill(buildForm({ business: listItem(label) + listItem('business address:') }));
    expect(mainXml(document)).toContain(
      '<w:r><w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve"> Nordwind Software</w:t></w:r>',
    );
  });

  it('returns the template itself when there is nothing to fill in', () => {
    const template = buildForm();
    expect(fill(template, buildFilling()).document).toEqual(template);
  });

  it('makes the same bytes each time, and does not touch those of the template', () => {
    const template = Buffer.from(buildForm());
    const copy = Uint8Array.from(template);
    const [first, second] = [fill(template), fill(template)];
    expect(Buffer.compare(first.document, second.document)).toBe(0);
    expect(Buffer.compare(template, copy)).toBe(0);
  });

  it('escapes what is markup and drops what XML can not hold', () => {
    const answers = { 'business.name': '<w:p/> & Söhne "GmbH" \u0007\uD800 \u202Etxt' };
    const { document } = fill(buildForm(), buildFilling({ answers }));
    expect(valueOf(document, 'business name:')).toMatch(/^<w:p\/> & Söhne "GmbH" /u);
    expect(mainXml(document)).not.toMatch(/(?![\t\n\r])\p{Cc}|[\u202E\uD800-\uDFFF]/u);
  });
});
