/**
 * A form of our own that has the fields of HMRC's: its labels in its layout, with the oddities of a file that many
 * hands have edited in Word. Everything is built from readable pieces, so that a test can put one of them elsewhere.
 */
import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const CONTENT_TYPES = '[Content_Types].xml';
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function run(text: string, format = '<w:color w:val="000000"/>'): string {
  return `<w:r w:rsidR="00AB12CD"><w:rPr>${format}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

export const tab = '<w:r><w:tab/></w:r>';
export const empty = '<w:p w14:paraId="0A0B0C0D"><w:pPr><w:spacing w:after="0"/></w:pPr></w:p>';

/** Of texts, each a run of its own, and of runs that are ready. */
export function paragraph(...runs: string[]): string {
  const made = runs.map((text) => (text.startsWith('<w:') ? text : run(text)));
  return `<w:p><w:pPr><w:spacing w:after="0"/></w:pPr>${made.join('')}</w:p>`;
}

export function listItem(...runs: string[]): string {
  return paragraph(...runs).replace('<w:pPr>', '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="8"/></w:numPr>');
}

/** A box as HMRC's form has it: a character in a content control. */
export const box =
  '<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>';

/** Rows of cells of paragraphs. */
export function table(...rows: string[][]): string {
  const made = rows.map((row) => `<w:tr>${row.map((cell) => tableCell(cell)).join('')}</w:tr>`);
  return `<w:tbl><w:tblPr/><w:tblGrid/>${made.join('')}</w:tbl>`;
}

function tableCell(content: string): string {
  return `<w:tc><w:tcPr/>${content === '' ? '<w:p/>' : content}</w:tc>`;
}

function labelOf(key: string): string {
  return ncts5.form.questions.find((question) => question.key === key)?.label ?? key;
}

const rateQuestions = ['whyExceed', 'history', 'usage', 'callsPerSession', 'batch', 'impact'];

/** The pieces of the form by name, in its order. */
export function formPieces(): Record<string, string> {
  const pieces: Record<string, string> = {
    intro: paragraph('You must fill in this form and use it to:') + empty + listItem('tell us what we ask'),
    business: listItem('business name:') + listItem('business ', 'address:'),
    sandbox: listItem('sandbox Application Name:') + listItem('sandbox Application ID:'),
    production: listItem('Production Application Name:') + listItem('Production Application ID: '),
    saas: listItem('Are you using Software as a Service (SaaS) software?   ', tab, 'Yes ', box, tab, 'No ', box),
    onPremise: listItem('Are you using an on', '-premise software solution?', tab, 'Yes ', box, tab, 'No ', box),
    productionApplications: paragraph('If on-premise, how many production applications do you require? '),
    enough: listItem('Will this be enough for your production application? ', tab, 'Yes ', box, tab, ' No ', box),
    unsure: table([paragraph('If unsure explain why:') + empty + empty]),
    above: paragraph('If you need more, answer all of these questions:'),
  };
  for (const key of rateQuestions) {
    pieces[key] = table(
      [listItem(labelOf(`rateLimit.${key}`)) + empty],
      [paragraph('              Answer and ', 'evidence:') + empty + '<w:p w14:paraId="1A"/>'],
    );
  }
  pieces['cap'] =
    listItem('Do you expect to exceed this limit for your GET all movements?', tab) +
    paragraph('Yes ', box, tab, 'No ', box, ' ', tab, 'Don’t know ', box, ' ');
  pieces['inFlight'] =
    paragraph('Do you expect to', ' have more than 5000 movements in flight at the same time?’', '  ') +
    paragraph('Yes ', box, tab, 'No ', box, ' ', tab, 'Don’t know ', box, ' ');
  for (const { no, title, labels } of ncts5.form.mandatoryTests) {
    const [ie, ...words] = title.split('–');
    pieces[`test${no}`] = table(
      [paragraph(ie ?? '', '–', words.join(''))],
      [
        paragraph(labels.notApplicable) +
          empty +
          paragraph('Scenario Number', ':') +
          paragraph('MRN:') +
          labels.messages.map(({ label }) => paragraph(label.slice(0, 3), label.slice(3))).join(''),
      ],
    );
  }
  for (let number = 1; number <= 12; number++) {
    pieces[`slot${number}`] =
      table(
        [paragraph(`${number}. Recommended`)],
        [
          paragraph('Scenario Number:') +
            paragraph(run('MRN', '<w:u w:val="single"/>'), run('/LRN:', '<w:u w:val="single"/>')),
        ],
      ) + empty;
  }
  pieces['appendix'] =
    paragraph('APPENDIX A') +
    table(
      [paragraph('Required for Production Access'), paragraph('Scenario Number'), paragraph('Scenario Description')],
      [paragraph('Recommended'), paragraph('PSGB3'), paragraph('Corrections')],
    );
  return pieces;
}

/** Main part of a document with that body. */
export function documentXml(body: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<w:document xmlns:w="${W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ` +
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="w14">' +
    `<w:body>${body}<w:sectPr/></w:body></w:document>`
  );
}

/** Parts of a package by name, in order. */
export type Parts = Record<string, string | Uint8Array>;

export function wordParts(main: string): Parts {
  return {
    [CONTENT_TYPES]:
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/>' +
      `<Override PartName="/word/document.xml" ContentType="${WORD_TYPE}"/></Types>`,
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ' +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" ' +
      'Target="word/document.xml"/></Relationships>',
    'word/document.xml': main,
    'word/styles.xml': `<w:styles xmlns:w="${W}"/>`,
    'word/media/image1.jpg': Uint8Array.from({ length: 300 }, (_, index) => (index * 37) % 256),
  };
}

export function zipped(parts: Parts): Uint8Array {
  const files = Object.entries(parts).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return zipSync(Object.fromEntries(files), { mtime: '1980-01-01T00:00:00' });
}

/** The form, with pieces replaced, left out ('') or added at its end. */
export function buildForm(changed: Record<string, string> = {}): Uint8Array {
  return zipped(wordParts(documentXml(Object.values({ ...formPieces(), ...changed }).join(''))));
}

export function mainXml(document: Uint8Array): string {
  return strFromU8(unzipSync(document)['word/document.xml'] ?? new Uint8Array());
}

/** A package with another main part. */
export function withMain(document: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(document);
  return zipSync(
    { ...parts, 'word/document.xml': strToU8(change(mainXml(document))) },
    { mtime: '1980-01-01T00:00:00' },
  );
}

/** Text of every paragraph in order, read by another reader than the one under test; empty ones left out. */
export function paragraphTexts(document: Uint8Array): string[] {
  const xml = new DOMParser({ onError: (level, message) => failOn(level, message) }).parseFromString(
    mainXml(document),
    'application/xml',
  );
  return [...xml.getElementsByTagNameNS(W, 'p')].map((found) => textOf(found).trim()).filter((text) => text !== '');
}

function failOn(level: string, message: string): void {
  if (level !== 'warning') {
    throw new Error(`${level}: ${message}`);
  }
}

function textOf(element: Element): string {
  const children: Node[] = [...element.childNodes];
  return children
    .map((child) => {
      if (!isElement(child) || child.localName === 'p') {
        return '';
      }
      if (child.localName === 't') {
        return child.textContent ?? '';
      }
      if (child.localName === 'tab' && element.localName === 'r') {
        return '\t';
      }
      if (child.localName === 'br') {
        return '\n';
      }
      return textOf(child);
    })
    .join('');
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** What stands behind a label or in the paragraph below it, in the n-th place (from 0) where it stands. */
export function valueOf(document: Uint8Array, label: string, nth = 0): string {
  const texts = paragraphTexts(document).filter((text) => text.startsWith(label));
  return texts[nth]?.slice(label.length).trim() ?? 'no such label';
}
