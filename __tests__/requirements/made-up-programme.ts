/**
 * A programme that HMRC doesn't have: other numbers, another matrix, another form, other phases. What shows it rightly
 * has its facts from the programme, and not from NCTS5.
 */
import type { Form } from '../../src/requirements/form.ts';
import { byNumber, type Programme } from '../../src/requirements/programme.ts';
import type { Cell, ListedTest } from '../../src/requirements/requirement.ts';
import { departureCountry, type Scenario, type ScenarioStep } from '../../src/requirements/scenario.ts';
import { box, documentXml, listItem, paragraph, table, wordParts, zipped } from '../form/template.ts';

function step(sends: string[], receives: string[]): ScenarioStep {
  return { sends, receives, manualIntervention: false, asks: [] };
}

const declared = [step(['IE015'], ['IE928', 'IE029'])];
const arrived = [step(['IE007'], ['IE045'])];

/** One line for each pair; numbers of the exercise have no region in them. */
const pairs: readonly [Pick<Scenario, 'flow' | 'procedure' | 'steps' | 'title'>, ...Cell][] = [
  [{ flow: 'standard-departure', procedure: 'normal', steps: declared, title: 'Full export' }, 'EXPGB1', 'EXPXI1'],
  [{ flow: 'standard-departure', procedure: 'simplified', steps: declared, title: 'Short export' }, 'EXPGB2', 'EXPXI2'],
  [
    { flow: 'pre-lodged-departure', procedure: 'normal', steps: declared, title: 'Early, full' },
    'EARLYGB1',
    'EARLYXI1',
  ],
  [
    { flow: 'pre-lodged-departure', procedure: 'simplified', steps: declared, title: 'Early, short' },
    'EARLYGB20',
    'EARLYXI20',
  ],
  [{ flow: 'arrival', procedure: 'normal', steps: arrived, title: 'End, full' }, 'ENDGBF7', 'ENDXIF7'],
  [{ flow: 'arrival', procedure: 'simplified', steps: arrived, title: 'End, short' }, 'ENDGBS7', 'ENDXIS7'],
  [
    { flow: 'standard-departure', procedure: 'simplified', steps: declared, title: 'Exercise' },
    'EXERCISE12',
    'EXERCISE13',
  ],
];

const scenarios: readonly Scenario[] = pairs.flatMap(([facts, gb, xi]) =>
  [['GB', gb] as const, ['XI', xi] as const].map(([region, id]): Scenario => ({
    ...facts,
    id,
    region,
    mrnCountry: departureCountry({ flow: facts.flow, region }),
    modes: ['final'],
    minutes: undefined,
    twin: undefined,
    misprint: undefined,
    source: 'testing guide',
  })),
);

const recommended: ListedTest = {
  group: 'Departures',
  need: 'recommended',
  accepts: ['EXERCISE12', 'EXERCISE13'],
  flow: 'standard-departure',
  procedure: 'Exercise, short',
};

const form: Form = {
  info: {
    name: 'Paper for the Made-up Trial',
    title: 'Paper for the Made-up Trial',
    versions: [{ version: 'v7', date: 'March 2025' }],
    page: { name: "page 'Papers' of the trial", url: 'https://trial.example/papers' },
  },
  sections: [
    { no: 1, title: 'Who is asking' },
    { no: 2, title: 'What was tried' },
  ],
  questions: [
    { key: 'caller.telephone', section: 1, label: 'telephone for callers:', question: 'Who picks up?', kind: 'text' },
    { key: 'caller.forOthers', section: 1, label: 'Do you file for others?', question: 'For others?', kind: 'yes-no' },
  ],
  mandatoryTests: [
    {
      no: 1,
      flow: 'arrival',
      title: 'First trial – the end of a journey',
      labels: {
        notApplicable: 'Left out because:',
        scenario: 'Number of the trial:',
        mrn: 'Reference of the journey:',
        messages: [{ message: 'IE045', label: 'Moment of writing off:' }],
      },
    },
    {
      no: 2,
      flow: 'standard-departure',
      title: 'Second trial – an export',
      labels: {
        notApplicable: 'Left out because:',
        scenario: 'Number of the trial:',
        mrn: 'Reference of the journey:',
        messages: [
          { message: 'IE015', label: 'Moment of declaring:' },
          { message: 'IE029', label: 'Moment of release:' },
        ],
      },
    },
    {
      no: 3,
      flow: 'pre-lodged-departure',
      title: 'Third trial – an early export',
      labels: {
        notApplicable: 'Left out because:',
        scenario: 'Number of the trial:',
        mrn: 'Reference of the journey:',
        messages: [{ message: 'IE015', label: 'Moment of declaring:' }],
      },
    },
  ],
  evidence: [],
  byHand: [],
  notLabels: [],
  recommendedSlots: 2,
  recommendedLabels: { title: 'Extra', scenario: 'Extra number:', identifier: 'Extra reference:' },
  answerMark: 'In your words:',
};

/**
 * Of arrivals the simplified column demands the test with the full procedure, as no column of NCTS5's does. Phases are
 * 3, closed, and 4, from 5 March 2025 on.
 */
export const madeUp: Programme = {
  id: 'trial',
  name: 'Made-up Trial',
  api: 'v0.1',
  begins: Date.UTC(2025, 0, 1),
  beforeItBegan: 'before 2025, before Made-up Trial',
  maxAgeDays: 10,
  arrivalAge: 'arrival',
  numbers: { prefix: undefined, separators: '', digits: undefined },
  scenarios: byNumber(scenarios),
  demand: {
    kind: 'matrix',
    heading: "The paper's matrix",
    rows: [
      { flow: 'arrival', title: 'Journeys ending' },
      { flow: 'standard-departure', title: 'Journeys beginning' },
      { flow: 'pre-lodged-departure', title: 'Journeys announced' },
    ],
    columns: [
      { column: 'simplified only', title: 'Short papers' },
      { column: 'normal only', title: 'Full papers' },
      { column: 'combination A', title: 'Mixture A' },
      { column: 'combination B', title: 'Mixture B' },
    ],
    cells: {
      'simplified only': {
        'standard-departure': ['EXPGB2', 'EXPXI2'],
        'pre-lodged-departure': ['EARLYGB20', 'EARLYXI20'],
        arrival: ['ENDGBF7', 'ENDXIF7'],
      },
      'normal only': {
        'standard-departure': ['EXPGB1', 'EXPXI1'],
        'pre-lodged-departure': ['EARLYGB1', 'EARLYXI1'],
        arrival: ['ENDGBF7', 'ENDXIF7'],
      },
      'combination A': {
        'standard-departure': ['EXPGB2', 'EXPXI2'],
        'pre-lodged-departure': ['EARLYGB1', 'EARLYXI1'],
        arrival: ['ENDGBS7', 'ENDXIS7'],
      },
      'combination B': {
        'standard-departure': ['EXPGB1', 'EXPXI1'],
        'pre-lodged-departure': ['EARLYGB20', 'EARLYXI20'],
        arrival: ['ENDGBF7', 'ENDXIF7'],
      },
    },
    listedTests: [recommended],
  },
  errata: ['The paper calls the exercise a rehearsal.'],
  form,
  expected: {
    arrival: ['IE045'],
    'standard-departure': ['IE015', 'IE029'],
    'pre-lodged-departure': ['IE015'],
  },
  phases: [
    { no: 3, from: Date.UTC(2025, 0, 1), to: Date.UTC(2025, 2, 5), remark: 'Phase 3 of the trial is over.' },
    { no: 4, from: Date.UTC(2025, 2, 5) },
  ],
  submission: { kind: 'mail', to: 'trial@example.org' },
  interventions: { to: 'trial-hands@example.org', subject: 'By hand', arrivals: [], urgent: [] },
  trading: { open: 'always', mailbox: 'never' },
  names: {
    configuration: '.github/trial.yml',
    checklist: 'trial.docx',
    report: 'trial.json',
    badge: 'Trial evidence',
    check: 'Trial paper',
    issueLabel: 'trial',
    paper: 'trial paper',
  },
  tellsOthers: false,
  unused: [],
  foreign: [],
};

/** The paper of the trial as a Word document, nothing filled in. */
export function madeUpForm(): Uint8Array {
  const tests = form.mandatoryTests.map(({ title, labels }) =>
    table(
      [paragraph(title)],
      [
        [labels.notApplicable, labels.scenario, labels.mrn, ...labels.messages.map(({ label }) => label)]
          .map((label) => paragraph(label))
          .join(''),
      ],
    ),
  );
  const extras = [1, 2].map((no) =>
    table([paragraph(`${no}. Extra`)], [paragraph('Extra number:') + paragraph('Extra reference:')]),
  );
  const questions = listItem('telephone for callers:') + listItem('Do you file for others? ', 'Yes ', box, ' No ', box);
  return zipped(wordParts(documentXml([questions, ...tests, ...extras].join(''))));
}
