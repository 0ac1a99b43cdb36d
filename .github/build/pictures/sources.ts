import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { box, documentXml, empty, run, tab, wordParts, zipped } from '../../../__tests__/form/template.ts';
import { assess } from '../../../src/assessment/assess.ts';
import { readReports } from '../../../src/check.ts';
import { makeDocuments } from '../../../src/documents.ts';
import { renderSummary } from '../../../src/render/summary.ts';
import { ncts5 } from '../../../src/requirements/ncts5/ncts5.ts';
import { readSettings } from '../../../src/settings/read.ts';

/*
 * What the pictures in README show: the demonstration's summary and documents, as the program makes them today, on the
 * day that the demonstration is about. `draw.ts` draws them; a test holds the drawn ones to them without a browser.
 */

/** Each demonstration's configuration, and noon on its day, UTC. */
const demonstrations = {
  ncts5: { config: '__tests__/fixtures/demo/ncts5.yml', now: Date.parse('2025-03-20T12:00:00Z') },
  ncts6: { config: '__tests__/fixtures/demo-ncts6/ncts6.yml', now: Date.parse('2026-11-10T12:00:00Z') },
};
const repository = fileURLToPath(new URL('../../../', import.meta.url));

export interface Shown {
  /** The job summary, Markdown. */
  readonly summary: string;
  /** The same of NCTS6's demonstration, on the day that it is about. */
  readonly summaryNcts6: string;
  /** Our own checklist, .docx. */
  readonly checklist: Uint8Array;
  /** A stand-in with some of the labels of HMRC's form, .docx, before and after. */
  readonly form: { readonly empty: Uint8Array; readonly filled: Uint8Array };
}

async function judged({ config, now }: { config: string; now: number }) {
  const read = await readSettings({ values: { config }, host: 'command', workspace: repository, now });
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return { settings: read.settings, assessment: assess(await readReports(read.settings, { now }), now) };
}

export async function shown(): Promise<Shown> {
  const { settings, assessment } = await judged(demonstrations.ncts5);
  const ncts6 = await judged(demonstrations.ncts6);
  const form = standIn();
  const own = await makeDocuments(assessment, settings, undefined);
  const filled = await makeDocuments(assessment, settings, {
    path: 'form.docx',
    bytes: form,
    form: { answers: {}, version: undefined, findings: [] },
  });
  const [checklist] = own.files;
  const [document] = filled.files;
  if (checklist === undefined || document?.kind !== 'form') throw new Error('The demonstration made no document.');
  const files = [{ application: 'default', file: 'checklist.docx', kind: 'own' as const }];
  return {
    summary: renderSummary(assessment, { documents: files }),
    summaryNcts6: renderSummary(ncts6.assessment, { documents: files }),
    checklist: bytesOf(checklist.content),
    form: { empty: form, filled: bytesOf(document.content) },
  };
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** A hash of what each picture shows, by the picture's file. */
export function fingerprints({ summary, summaryNcts6, checklist, form }: Shown): Readonly<Record<string, string>> {
  const text = (document: Uint8Array) => strFromU8(unzipSync(document)['word/document.xml'] ?? new Uint8Array());
  const hash = (...texts: readonly string[]) => createHash('sha256').update(texts.join('\n')).digest('hex');
  return {
    'checklist.png': hash(text(checklist)),
    'form.png': hash(text(form.empty), text(form.filled)),
    'summary-ncts6.png': hash(summaryNcts6),
    'summary.png': hash(summary),
  };
}

/** Where the pictures stand, and beside them what they show. */
export const images = path.join(repository, '.github/images');
export const fingerprintFile = path.join(images, 'fingerprints.json');

const plain = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="18"/>';
const bold = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:b/><w:sz w:val="22"/>';

function line(...texts: readonly string[]): string {
  const runs = texts.map((text) => (text.startsWith('<w:') ? text : run(text, plain)));
  return `<w:p><w:pPr><w:spacing w:after="0"/></w:pPr>${runs.join('')}</w:p>`;
}

function heading(text: string): string {
  return `<w:p><w:pPr><w:spacing w:before="160" w:after="60"/></w:pPr>${run(text, bold)}</w:p>`;
}

function framed(...rows: readonly string[]): string {
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH'].map(border).join('');
  const cell = (content: string) =>
    `<w:tr><w:tc><w:tcPr><w:tcW w:w="9600" w:type="dxa"/></w:tcPr>${content}</w:tc></w:tr>`;
  return `<w:tbl><w:tblPr><w:tblW w:w="9600" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="9600"/></w:tblGrid>${rows.map(cell).join('')}</w:tbl>${empty}`;
}

/** The form is HMRC's and not in this repository: here are its questions of one word and its mandatory tests. */
function standIn(): Uint8Array {
  const choice = ['Yes ', box, tab, 'No ', box] as const;
  const tests = ncts5.form.mandatoryTests.map(({ title, labels }) =>
    framed(
      line(title),
      [labels.notApplicable, 'Scenario Number:', 'MRN:', ...labels.messages.map(({ label }) => label)]
        .map((label) => line(label))
        .join(''),
    ),
  );
  const body = [
    heading('Information about your business'),
    ...['business name:', 'business address:'].map((label) => line(label)),
    heading('Information about your software application'),
    ...['sandbox Application Name:', 'sandbox Application ID:'].map((label) => line(label)),
    ...['Production Application Name:', 'Production Application ID: '].map((label) => line(label)),
    line('Are you using Software as a Service (SaaS) software?   ', tab, ...choice),
    line('Are you using an on-premise software solution?', tab, ...choice),
    heading('Movement data capping limit'),
    line('Do you expect to exceed this limit for your GET all movements?', tab),
    line(...choice, ' ', tab, 'Don’t know ', box, ' '),
    line('Do you expect to have more than 5000 movements in flight at the same time?’', '  '),
    line(...choice, ' ', tab, 'Don’t know ', box, ' '),
    heading('Testing production access scenarios'),
    ...tests,
  ].join('');
  const margins = '<w:pgMar w:top="560" w:right="560" w:bottom="560" w:left="560"/>';
  const sheet = `<w:sectPr><w:pgSz w:w="10800" w:h="13000"/>${margins}</w:sectPr>`;
  return zipped(wordParts(documentXml(body).replace('<w:sectPr/>', sheet)));
}
