import { decisionMatrix, errata, listedTests, matrixColumns, matrixRows } from './appendix-a.ts';
import { mailboxHours, openingHours } from '../../time/working-days.ts';
import { checklistForm, onForm } from './form.ts';
import { byNumber, type Phase, type Programme } from '../programme.ts';
import { scenarios } from './scenario-table.ts';

/**
 * The phases of NCTS5 and the windows in which evidence for them must have been gained. Source: PAGE.
 *
 * Phase 1 (transition rules): 30 October 2023 to 3 June 2024, that day included.
 * Phase 2 (final rules): HMRC says only 'summer 2024', without an end; NCTS5 went live in the UK on 1 July 2024.
 */
const phases: readonly Phase[] = [
  {
    no: 1,
    from: Date.UTC(2023, 9, 30),
    to: Date.UTC(2024, 5, 4),
    about: 'transition rules, closed since 3 June 2024',
    remark:
      'Phase 1 (transition rules) closed on 3 June 2024: only evidence from 30 October 2023 to that day counts for it, and HMRC takes no new applications under it; phase 2 is the current one.',
  },
  { no: 2, from: Date.UTC(2024, 6, 1), about: 'final rules, evidence from 1 July 2024 on' },
];

/** Phase 5 of the New Computerised Transit System. Source: PAGE, FORM, GUIDE, PACK. */
export const ncts5: Programme = {
  id: 'ncts5',
  name: 'NCTS5',
  api: 'v2.1',
  // Phase 1 opened on 30 October 2023, Trader Test in that year. Source: PAGE.
  begins: Date.UTC(2023, 0, 1),
  beforeItBegan: 'before 2023, before NCTS5',
  // 'All results must be less than 14 days old.' Source: PAGE, FORM.
  maxAgeDays: 14,
  // The form doesn't ask for the departure before an arrival. Source: FORM section 5.
  arrivalAge: 'arrival',
  numbers: { prefix: undefined, separators: '', digits: undefined },
  scenarios: byNumber(scenarios),
  demand: {
    kind: 'matrix',
    heading: "The form's appendix A",
    rows: matrixRows,
    columns: matrixColumns,
    cells: decisionMatrix,
    listedTests,
  },
  errata,
  form: checklistForm,
  expected: onForm,
  phases,
  // Source: PAGE, FORM.
  submission: { kind: 'mail', to: 'SDSTeam@hmrc.gov.uk' },
  // Source: GUIDE, normal procedure.
  interventions: {
    to: 'nctsp5tradertest@hmrc.gov.uk',
    subject: 'Manual Intervention',
    arrivals: [],
    urgent: [],
  },
  // Source: GUIDE.
  trading: { open: openingHours.text, mailbox: mailboxHours },
  names: {
    configuration: '.github/ncts5.yml',
    checklist: 'ncts5-checklist.docx',
    report: 'ncts5-report.json',
    badge: 'NCTS5 evidence',
    check: 'NCTS5 production checklist',
    issueLabel: 'ncts5-checklist',
    paper: 'production checklist',
  },
  tellsOthers: false,
  unused: [],
  // Messages of NCTS5 carry NCTS5.0 or NCTS5.1. Source: XML6, XSD3.
  foreign: [{ phaseId: 'NCTS6', name: 'NCTS6', refused: true }],
};
