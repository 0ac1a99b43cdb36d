import { describe, expect, it } from 'vitest';
import { buildFilling, fill } from './filling.ts';
import { box, buildForm, mainXml, listItem, paragraph, paragraphTexts, tab } from './template.ts';

function checkbox(checked: string): string {
  return `<w:sdt><w:sdtPr><w14:checkbox>${checked}<w14:checkedState w14:val="2611"/><w14:uncheckedState w14:val="2610"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>${checked.includes('"1"') ? '☑' : '☐'}</w:t></w:r></w:sdtContent></w:sdt>`;
}

function boxesOf(document: Uint8Array, question: string): string {
  return paragraphTexts(document)
    .filter((text, index, all) => text.startsWith(question) || (all[index - 1] ?? '').startsWith(question))
    .join(' ')
    .replaceAll(/[^☐☒]/gu, '');
}

describe('boxes', () => {
  it('ticks yes, no and do not know, in the paragraph of the question or the one below', () => {
    const { document } = fill(buildForm());
    expect(boxesOf(document, 'Are you using Software as a Service')).toBe('☒☐☐☒'); // this one and the next
    expect(boxesOf(document, 'Do you expect to exceed')).toBe('☐☐☒');
    expect(boxesOf(document, 'Do you expect to have more than 5000')).toBe('☐☒☐');
  });

  it('ticks neither when the answer is that nobody knows and there is no such box', () => {
    const { document, remarks } = fill(buildForm());
    expect(paragraphTexts(document).find((text) => text.startsWith('Will this be enough'))).not.toContain('☒');
    expect(remarks).toEqual([]);
  });

  it('moves a tick, and says so', () => {
    const first = fill(buildForm());
    const second = fill(first.document, buildFilling({ answers: { 'software.saas': false } }));
    expect(boxesOf(second.document, 'Are you using Software as a Service')).toBe('☐☒☐☒');
    expect(second.remarks).toContain("Are you using Software as a Service (SaaS) software?: 'no' replaces 'yes'.");
  });

  it('reads boxes before their answers, several in one text, and one below the other', () => {
    const { document } = fill(
      buildForm({
        saas: paragraph('Are you using Software as a Service (SaaS) software?') + paragraph('☐ Yes   ☐ No'),
        onPremise:
          paragraph('Are you using an on-premise software solution?') + paragraph('☐ Yes') + paragraph('☒ No', ''),
      }),
      buildFilling({ answers: { 'software.saas': true, 'software.onPremise': true } }),
    );
    expect(paragraphTexts(document)).toEqual(expect.arrayContaining(['☒ Yes   ☐ No', '☒ Yes', '☐ No']));
  });

  it("sets the state of Word's own check boxes beside their character", () => {
    const question = listItem(
      'Are you using Software as a Service (SaaS) software?',
      tab,
      'Yes ',
      checkbox(''),
      'No ',
      checkbox('<w14:checked w14:val="1"/>'),
    );
    const { document } = fill(buildForm({ saas: question }), buildFilling({ answers: { 'software.saas': true } }));
    const states = [...mainXml(document).matchAll(/<w14:checked w14:val="(\d)"\/>.*?<w:t>(.)<\/w:t>/gu)];
    expect(states.map((state) => `${state[1] ?? ''}${state[2] ?? ''}`)).toEqual(['1☑', '0☐']);
  });

  it('reports a question without boxes, and boxes without a question that is known', () => {
    const { notFound, unknownLabels } = fill(
      buildForm({
        saas:
          paragraph('Are you using Software as a Service (SaaS) software?') +
          paragraph('Do you use a customs agent?', tab, 'Yes ', box, 'No ', box),
        cap: '',
      }),
    );
    expect(notFound).toEqual([
      'Are you using Software as a Service (SaaS) software?',
      'Do you expect to exceed this limit for your GET all movements?',
    ]);
    expect(unknownLabels).toEqual(['Do you use a customs agent? Yes No']);
  });
});
