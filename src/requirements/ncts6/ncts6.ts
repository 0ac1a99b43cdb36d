import { mailboxHours, openingHours } from '../../time/working-days.ts';
import { byNumber, type Programme } from '../programme.ts';
import { readinessChecklist } from './form.ts';
import { released } from './released.ts';
import { scenarios } from './scenario-table.ts';

/** What is looked for in the evidence of any scenario: what the movement's course from declaration to release is told by. */
const untilReleased = ['IE015', 'IE928', 'IE028', 'IE029'] as const;

/** Phase 6 of the New Computerised Transit System. Source: PAGE6, FORM6, GUIDE6, SHEET6. */
export const ncts6: Programme = {
  id: 'ncts6',
  name: 'NCTS6',
  api: 'v3.0',
  // Source: ROADMAP.
  begins: Date.UTC(2026, 3, 14),
  beforeItBegan: 'before 14 April 2026, when NCTS6 Trader Test opened',
  // Source: PAGE6; the form itself doesn't say it.
  maxAgeDays: 14,
  // The departure is the evidence, also that of an arrival test.
  arrivalAge: 'movement',
  numbers: { prefix: 'P6', separators: '-_. ', digits: 2 },
  scenarios: byNumber(scenarios),
  demand: released,
  // Source: GUIDE6 beside SHEET6; FORM6; XML6.
  errata: [
    "HMRC's guide and spreadsheet print P6-DSXI-01 a second time, for the satisfactory control by the office of departure; P6-DSXI-04 is meant, as P6-DSGB-04 is for GB.",
    "HMRC's guide has no section for P6-ANXI-01, a normal arrival with IE007; the data spreadsheet has it. Its tab IE007 says that a normal arrival needs no IE007 at all.",
    "HMRC's guide prints three more steps below P6-WCXI-01, under the number WCGB1: they are left over from NCTS5.",
    "The test purposes of P6-DSGB-06, P6-DSXI-06, P6-DNXI-07 and P6-DNGB-06 name a scenario 02 of their group; 03 is meant, which the trader can't cancel.",
    'The titles of P6-PSXI-03 and P6-ASGB-06 begin with PSXI03 and ASGB06, which are no numbers of NCTS5 or NCTS6.',
    "Step 1 of P6-PNXI-02 names the data column 'Normal GB-XI Pre-lodged'; 'Normal XI-GB Pre-lodged' is meant.",
    'Item 1 of the form of 14 April 2026 comes ticked; the versions before it had an empty box.',
    'The example response IE029.xml has blanks inside its preparation time, which make it unreadable.',
  ],
  form: readinessChecklist,
  expected: { 'standard-departure': untilReleased, 'pre-lodged-departure': untilReleased, arrival: untilReleased },
  phases: [],
  // Source: PAGE6, QUERIES6.
  submission: {
    kind: 'upload',
    name: 'Support Form',
    url: 'https://developer.service.hmrc.gov.uk/devhub-support/start',
    condition: 'logged in to the Developer Hub',
    repliesFrom: 'softwaredevelopersupport@service.hmrc.gov.uk',
    maxFiles: 5,
    warning: "HMRC says that SDSTeam@hmrc.gov.uk will no longer be monitored: don't send it there.",
  },
  // Source: GUIDE6; SHEET6, tab IE007, for what a normal arrival needs.
  interventions: {
    to: 'nctstradertest@hmrc.gov.uk',
    subject: 'Manual Intervention',
    arrivals: ['P6-ANGB-01', 'P6-ANXI-01', 'P6-ANXI-02'],
    urgent: [
      {
        scenarios: ['P6-DSGB-04', 'P6-DSGB-05', 'P6-DSXI-04', 'P6-DSXI-05'],
        when: 'at once after the IE015, before the 45 minutes are over',
      },
    ],
  },
  // Source: INDEX6.
  trading: { open: openingHours.text, mailbox: mailboxHours },
  names: {
    configuration: '.github/ncts6.yml',
    checklist: 'ncts6-checklist.docx',
    report: 'ncts6-report.json',
    badge: 'NCTS6 evidence',
    check: 'NCTS6 readiness checklist',
    issueLabel: 'ncts6-checklist',
    paper: 'readiness checklist',
  },
  tellsOthers: true,
  unused: ['flows', 'procedures', 'combination', 'credentials-held', 'not-applicable'],
  // v3.0 takes messages of NCTS5, so they prove nothing either way. Source: XSD3.
  foreign: [{ phaseId: 'NCTS5', name: 'NCTS5', refused: false }],
};
