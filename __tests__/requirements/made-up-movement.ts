/** A programme that HMRC doesn't have and that asks for one movement: the other kind of demand, with words and rules of its own. */
import type { Form } from '../../src/requirements/form.ts';
import type { Programme } from '../../src/requirements/programme.ts';
import { documentXml, paragraph, wordParts, zipped } from '../form/template.ts';
import { madeUp } from './made-up-programme.ts';

const form: Form = {
  info: {
    name: 'Voucher for the Made-up Passage',
    title: 'Voucher for the Made-up Passage',
    versions: [{ version: 'v1', date: 'March 2025' }],
    page: { name: "page 'Vouchers' of the passage", url: 'https://passage.example/vouchers' },
  },
  sections: [
    { no: 1, title: 'Who is passing' },
    { no: 2, title: 'What was passed' },
  ],
  questions: [{ key: 'captain', section: 1, label: 'Captain:', question: 'Who is captain?', kind: 'text' }],
  mandatoryTests: [],
  evidence: [
    { key: 'reference', label: 'Reference of the passage:', requirement: 'passage', holds: 'mrn', messages: [] },
    {
      key: 'moments',
      label: 'Moments of the passage:',
      requirement: 'passage',
      holds: 'times',
      messages: ['IE007', 'IE045'],
    },
  ],
  byHand: [{ key: 'oath', kind: 'signature', label: 'Sworn by:', onlyIn: undefined, remark: undefined }],
  notLabels: [],
  recommendedSlots: 0,
  recommendedLabels: undefined,
  answerMark: undefined,
};

/** Wants an arrival that was written off; unloading remarks spoil it, and a departure never counts. */
export const madeUpMovement: Programme = {
  ...madeUp,
  id: 'passage',
  name: 'Made-up Passage',
  beforeItBegan: 'before 2025, before Made-up Passage',
  maxAgeDays: 5,
  demand: {
    kind: 'movement',
    heading: 'The voucher',
    id: 'passage',
    title: 'Written-off passage',
    wanted: 'an arrival, such as ENDGBS7',
    first: ['ENDGBS7'],
    run: 'Run ENDGBS7: nobody has to be asked for it.',
    messages: ['IE007', 'IE045'],
    needs: {
      mrn: true,
      messages: ['IE007', 'IE045'],
      without: [{ message: 'IE044', because: 'a passage with remarks is not a clean one' }],
    },
    never: [{ why: 'not written off', scenarios: ['EXPGB1', 'EXPGB2'] }],
    because: 'The voucher asks for one passage.',
    ranks: [
      { scenarios: ['ENDGBS7', 'ENDXIS7'], counts: 'yes, at once', remark: 'it is the short one' },
      { scenarios: ['ENDGBF7', 'ENDXIF7'], counts: 'yes, at length', remark: 'the full one would do' },
    ],
    paper: 'voucher',
    summary: 'Made-up Passage wants one passage.',
    rules: ['A passage is judged by itself.'],
    unknown: ['Nobody says why.'],
  },
  errata: [],
  form,
  expected: { arrival: ['IE007', 'IE045'], 'standard-departure': ['IE015'], 'pre-lodged-departure': ['IE015'] },
  phases: [],
  submission: {
    kind: 'upload',
    name: 'Harbour Desk',
    url: 'https://passage.example/desk',
    condition: 'with the harbour pass',
    repliesFrom: 'desk@passage.example',
    maxFiles: 2,
    warning: 'The old desk is closed.',
  },
  names: {
    configuration: '.github/passage.yml',
    checklist: 'passage.docx',
    report: 'passage.json',
    badge: 'Passage evidence',
    check: 'Passage voucher',
    issueLabel: 'passage',
    paper: 'voucher',
  },
  tellsOthers: true,
  unused: ['flows', 'procedures', 'combination', 'credentials-held', 'not-applicable', 'phase'],
};

/** The voucher as a Word document, nothing filled in. */
export function madeUpVoucher(): Uint8Array {
  const labels = [...form.questions, ...form.evidence, ...form.byHand].map(({ label }) => label);
  const lines = labels.map((label) => paragraph(`${label} `, '______________'));
  return zipped(wordParts(documentXml([paragraph(form.info.title), ...lines].join(''))));
}
