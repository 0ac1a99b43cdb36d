import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { ApplicationAssessment, Assessment } from '../assessment/assessment.ts';
import type { Answers } from '../requirements/form.ts';
import { formatMoment, isoUtc } from '../time/format.ts';
import { appendix } from './checklist/appendix.ts';
import { front, questions } from './checklist/front.ts';
import { pageMargin, textWidth } from './checklist/parts.ts';
import { sources } from './checklist/provenance.ts';
import { tests } from './checklist/tests.ts';
import { oneLine, xmlText } from '../text/escape.ts';
import { applicationLabel } from './words.ts';
import { readZip } from '../zip/read.ts';

/**
 * Our own checklist for one application as a Word document (.docx): verdict, the form's questions with the answers, mandatory and
 * recommended tests, appendix A, and where the evidence comes from. Times are UTC. Only passed and fresh evidence fills
 * fields in; what is not known stays visibly open. The same input gives the same bytes.
 *
 * @param answers To the form's questions, by their keys: the application's own before the shared ones.
 */
export async function renderChecklist(
  assessment: Assessment,
  application: ApplicationAssessment,
  answers: Answers,
): Promise<Uint8Array> {
  const label = applicationLabel(assessment, application.name);
  const title = `Production credentials checklist${label === undefined ? '' : ` – ${oneLine(label, 80)}`}`;
  const document = new Document({
    styles,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: pageMargin, bottom: pageMargin, left: pageMargin, right: pageMargin },
          },
        },
        footers: { default: footer(assessment, title) },
        children: [
          ...front(assessment, application),
          ...questions(assessment.programme.form, answers),
          ...tests(assessment, application),
          ...appendix(assessment, application),
          ...sources(assessment, application),
        ],
      },
    ],
  });
  return undated(await Packer.pack(document, 'uint8array', undefined, [coreProperties(title, assessment)]));
}

function footer({ evaluatedAt }: Assessment, title: string): Footer {
  const grey = { size: 16, color: '6B7280' };
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.LEFT,
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun({ ...grey, text: `${title} · assessed as of ${formatMoment(evaluatedAt, 'UTC')}` }),
          new TextRun({ ...grey, children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}

const styles = {
  default: {
    document: { run: { font: 'Arial', size: 20, color: '1F2328', language: { value: 'en-GB' } } },
    title: { run: { size: 40, bold: true, color: '1F3A5F' }, paragraph: { spacing: { after: 40 } } },
    heading1: {
      run: { size: 28, bold: true, color: '1F3A5F' },
      paragraph: { spacing: { before: 320, after: 120 } },
    },
    heading2: {
      run: { size: 23, bold: true, color: '1F3A5F' },
      paragraph: { spacing: { before: 240, after: 100 } },
    },
  },
  paragraphStyles: [
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      next: 'Normal',
      run: { size: 22, color: '6B7280' },
      paragraph: { spacing: { after: 240 } },
    },
  ],
} as const;

/** Who made the document, and when: as of the assessment, where docx would write what the clock says. */
function coreProperties(title: string, { evaluatedAt }: Assessment): { readonly path: string; readonly data: string } {
  const author = 'ncts5-production-checklist';
  const written = `xsi:type="dcterms:W3CDTF">${isoUtc(Math.floor(evaluatedAt / 1000) * 1000)}`;
  return {
    path: 'docProps/core.xml',
    data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title, 200)}</dc:title><dc:creator>${author}</dc:creator><dc:description>Assessed as of ${formatMoment(evaluatedAt, 'UTC')}</dc:description><cp:lastModifiedBy>${author}</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created ${written}</dcterms:created><dcterms:modified ${written}</dcterms:modified></cp:coreProperties>`,
  };
}

/** The same bytes for the same document: docx writes the time of packing into each header of the archive. */
function undated(packed: Uint8Array): Uint8Array {
  const { bytes, entries } = readZip(packed);
  for (const { start, central } of entries) {
    bytes.writeUInt32LE(packedAt, start + 10);
    bytes.writeUInt32LE(packedAt, central.start + 12);
  }
  return packed;
}

/** Noon on 1 January 1980, as MS-DOS writes a time and a date. Source: PKWARE's APPNOTE 6.3, section 4.4.6. */
const packedAt = (((1980 - 1980) << 9) | (1 << 5) | 1) * 0x10000 + (12 << 11);
