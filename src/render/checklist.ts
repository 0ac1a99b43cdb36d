import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import type { ApplicationAssessment, Assessment } from '../assessment/assessment.ts';
import type { Answers } from '../requirements/form.ts';
import { formatMoment, isoUtc } from '../time/format.ts';
import { appendix } from './checklist/appendix.ts';
import { front, questions } from './checklist/front.ts';
import { pageMargin, textWidth } from './checklist/parts.ts';
import { sources } from './checklist/provenance.ts';
import { tests } from './checklist/tests.ts';
import { oneLine } from '../text/escape.ts';
import { applicationLabel } from './words.ts';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Instant } from '../time/instant.ts';

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
    title,
    description: `Assessed as of ${formatMoment(assessment.evaluatedAt, 'UTC')}`,
    creator: 'ncts5-production-checklist',
    lastModifiedBy: 'ncts5-production-checklist',
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
  return reproducible(new Uint8Array(await Packer.toArrayBuffer(document)), assessment.evaluatedAt);
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

/**
 * The same document for the same input, byte for byte: docx writes the clock into the core properties, random ids into
 * relationships, and the time of packing into the archive.
 */
export function reproducible(document: Uint8Array, writtenAt: Instant): Uint8Array {
  const parts = Object.entries(unzipSync(document));
  const ids = new Map<string, string>();
  const stableId = (id: string) => {
    const known = ids.get(id);
    if (known !== undefined) return known;
    const next = `rIdLink${ids.size + 1}`;
    ids.set(id, next);
    return next;
  };
  const zippable: Zippable = {};
  // The main part first: it decides the order in which ids are met.
  for (const [path, bytes] of parts.toSorted(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    // A higher level takes ten times as long, for one part in fourteen.
    zippable[path] = [rewritten(path, bytes, stableId, writtenAt), { mtime: packedAt(), level: 4, os: 0 }];
  }
  return zipSync(zippable);
}

function rank(path: string): number {
  return ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'].indexOf(path) >>> 0;
}

function rewritten(path: string, bytes: Uint8Array, stableId: (id: string) => string, writtenAt: Instant): Uint8Array {
  if (path === 'docProps/core.xml') {
    const stamp = `<dcterms:$1 xsi:type="dcterms:W3CDTF">${isoUtc(Math.floor(writtenAt / 1000) * 1000)}</dcterms:$1>`;
    return strToU8(strFromU8(bytes).replaceAll(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/gu, stamp));
  }
  // Hyperlinks are the only relationships with random ids, 21 characters long.
  if (path.startsWith('word/') && /\.(?:xml|rels)$/u.test(path)) {
    return strToU8(strFromU8(bytes).replaceAll(/(?<=(?:r:id|Id)=")rId[\w-]{21}(?=")/gu, stableId));
  }
  return bytes;
}

/** Archives hold local times without a zone: a date made of local parts is the same in every zone. */
function packedAt(): Date {
  return new Date(1980, 0, 1, 12);
}
