/** The situations that every renderer has a golden file for, each as `assess` judges it. */
import { assess, type AssessmentInput } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import { openQuestions, type Answer, type Answers } from '../../src/requirements/form.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import type { Statement } from '../../src/statements/statement.ts';
import type { Instant } from '../../src/time/instant.ts';
import { inputOf, messageStatement } from '../assessment/inputs.ts';
import {
  buildApplication,
  buildClock,
  buildProblem,
  buildProvenance,
  buildReportFile,
  buildScenario,
  DAY,
  HOUR,
  MINUTE,
  mrns,
  NOW,
} from '../builders.ts';
import { attemptAt } from '../assessment/inputs.ts';

/** An answer to every question that is asked, going by the answers before. */
export const answers: Answers = allAnswers();

function allAnswers(): Answers {
  const given: Record<string, Answer> = {};
  for (;;) {
    const [question] = openQuestions(ncts5.form, given);
    if (question === undefined) return given;
    given[question.key] =
      question.kind === 'text' ? `Example of ${question.key}` : question.kind === 'integer' ? 2 : false;
  }
}

const shared = { source: 'property', derived: false, text: '' } as const;

/** A movement of its own for each scenario: the country is that of the departure. */
function mrnOf(id: string): string {
  const { flow, region } = buildScenario(id);
  const isGb = (flow === 'arrival') !== (region === 'GB');
  if (flow === 'pre-lodged-departure') return isGb ? mrns.gb2 : mrns.xi2;
  return isGb ? mrns.gb : mrns.xi;
}

/** All that the form asks for: MRN, LRN and the times of the messages, 15 minutes apart. */
export function evidenceOf(id: string, first: Instant): readonly Statement[] {
  const { flow } = buildScenario(id);
  return [
    { key: 'mrn', value: mrnOf(id), line: 9, ...shared },
    ...(flow === 'arrival' ? [] : [{ key: 'lrn' as const, value: `LRN-${id}-0001`, line: 9, ...shared }]),
    ...ncts5.expected[flow].map((message, index) =>
      messageStatement(message, first + index * 15 * MINUTE, { line: 10 + index }),
    ),
  ];
}

/** A test that passed, with whole evidence unless told otherwise. */
function passed(id: string, at: Instant = NOW - 3 * HOUR, overrides: Partial<Attempt> = {}): Attempt {
  return attemptAt(at, {
    scenario: id,
    name: `[${id}] ${buildScenario(id).title}`,
    statements: evidenceOf(id, at),
    ...overrides,
  });
}

const inReport = (line: number) => ({ file: 'results/trader-test.xml', line });

function judged(
  attempts: readonly Attempt[],
  settings: Partial<AssessmentInput['settings']> = {},
  rest: Partial<AssessmentInput> = {},
): Assessment {
  const input = inputOf(
    attempts,
    { applications: [buildApplication({ answers })], ...settings },
    { files: [buildReportFile()], ...rest },
  );
  return assess(input, NOW);
}

const newman = buildReportFile({
  path: 'earlier/newman.xml',
  sha256: 'ab'.repeat(32),
  cases: 12,
  provenance: buildProvenance(),
});

/** All proven and answered; a recommended test, too. */
export const ready = judged(
  [passed('DSGB1'), passed('PSGB1'), passed('ASGB1'), passed('DSGB6', NOW - 2 * DAY, { statements: [] })],
  {},
  {
    files: [buildReportFile(), newman],
  },
);

/** Two tests expire soon, one of them within hours. */
export const expiringSoon = judged(
  [passed('DSGB1', NOW - 14 * DAY + 5 * HOUR + 20 * MINUTE), passed('PSGB1', NOW - 11.5 * DAY), passed('ASGB1')],
  { clock: buildClock({ timeZone: 'Europe/Berlin' }) },
);

/** Proven, but nothing to fill the form in with. */
export const testsProven = judged([passed('DSGB1', NOW - HOUR, { statements: [] }), passed('PSGB1'), passed('ASGB1')], {
  applications: [buildApplication()],
});

/** Missing, stale, failed; and a report that can't be read. */
export const notReady = judged(
  [
    passed('PSXI1', NOW - 14 * DAY),
    passed('ASGB1', NOW - HOUR, { name: 'ASGB1 notifies the arrival', line: 20, statements: [] }),
    ...[5, 4].map((hours) => passed('ASGB1', NOW - hours * HOUR, { name: 'ASGB1 gets IE045', outcome: 'failed' })),
    passed('ASGB1', NOW - HOUR, {
      name: 'ASGB1 gets IE045',
      line: 24,
      outcome: 'failed',
      message: 'expected 202 but got 500',
      file: 'earlier/newman.xml',
      provenance: buildProvenance(),
      statements: [],
    }),
    passed('DSGB6', NOW - HOUR, { outcome: 'failed' }),
  ],
  {
    clock: buildClock({ reference: 'ahead', notBefore: Date.parse('2026-10-01T00:00:00Z'), timeZone: 'Europe/London' }),
    applications: [buildApplication()],
  },
  {
    files: [
      buildReportFile(),
      { ...newman, failed: 1, notRun: 2 },
      buildReportFile({
        path: 'results/cut.xml',
        cases: 1,
        problem: {
          kind: 'unreadable',
          severity: 'error',
          message: 'It ends in the middle of an element.',
          place: { file: 'results/cut.xml', line: 40, column: 3 },
        },
      }),
    ],
    findings: [
      buildProblem(),
      { ...buildProblem({ place: inReport(13) }), severity: 'notice' },
      {
        kind: 'settings',
        severity: 'notice',
        message: 'max-age-days is 14 already.',
        place: { file: '.github/ncts5.yml', line: 3, column: 1, setting: 'max-age-days' },
      },
    ],
  },
);

/** Undated and not run, in software without pre-lodged departures; nothing fails the step. */
export const undatedAndAmbiguous = judged(
  [
    attemptAt(null, { scenario: 'DSGB1' }),
    passed('ASGB1', NOW - HOUR, { name: 'ASGB1 and ASXI1', ambiguous: true, line: 9 }),
  ],
  {
    failOn: new Set(['failed']),
    applications: [
      buildApplication({
        answers,
        flows: [
          { flow: 'standard-departure', procedures: ['simplified'] },
          { flow: 'arrival', procedures: ['simplified'] },
        ],
      }),
    ],
  },
);

/** One ready, one not; the second holds credentials for arrivals already. */
export const twoApplications = judged([passed('ASGB1', NOW - DAY)], {
  applications: [
    buildApplication({
      name: 'inbound',
      answers,
      flows: [{ flow: 'arrival', procedures: ['normal', 'simplified'] }],
      notApplicable: { 'standard-departure': 'The inbound edition has no departures.' },
    }),
    buildApplication({
      name: 'outbound',
      flows: [
        { flow: 'standard-departure', procedures: ['simplified'] },
        { flow: 'arrival', procedures: ['simplified'] },
      ],
      credentialsHeld: ['inbound'],
    }),
  ],
});

/** The first night: no report, and the reason for it. */
export const nothingYet = judged(
  [],
  {},
  {
    files: [],
    findings: [
      {
        kind: 'no-report',
        severity: 'error',
        message:
          "No report was found. There is no artifact named 'trader-test' made since 14 November 2026, 12:00:00 UTC.",
      },
    ],
  },
);

/** A result that may be in an artifact that is refused. */
export const refusedArtifact = judged(
  [passed('DSGB1'), passed('PSGB1')],
  {},
  {
    findings: [
      {
        kind: 'earlier-results',
        severity: 'warning',
        message: "Artifact 'trader-test' of run 41 does not count: a pull request from a fork made it.",
      },
    ],
  },
);

/** Everything that somebody else writes tries to be something other than text. */
const evil =
  '|</td><script>alert(1)</script> **b** `c` [l](javascript:x) ![i](http://e.example/i.png) @octocat #1 GH-2 https://e.example www.e.example :tada: $x$\n::error::pwned ##[error]x \u202Egnp.exe\u0000\u001B[31m ]]> &lt;b&gt; \uD800 </details>';
const hostileSource = { file: `results/${evil}.xml`, line: 3 };
const ofFork = buildProvenance({ artifact: evil, branch: evil, commit: evil, runUrl: 'javascript:alert(1)' });
const hostileResult = {
  ...hostileSource,
  name: evil,
  className: evil,
  suites: [evil],
  provenance: ofFork,
  statements: [
    { key: 'mrn', value: evil, line: 3, ...shared },
    { key: 'lrn', value: evil, line: 3, ...shared },
    ...evidenceOf('DSGB1', NOW - HOUR).slice(2),
  ],
} as const;

export const hostile = judged(
  [
    passed('DSGB1', NOW - HOUR, { ...hostileResult, outcome: 'failed', message: evil }),
    passed('DSGB6', NOW - HOUR, { ...hostileResult }),
  ],
  {
    clock: buildClock(),
    applications: [
      buildApplication({
        name: evil,
        flows: [{ flow: 'standard-departure', procedures: ['simplified'] }],
        notApplicable: { arrival: evil },
      }),
    ],
  },
  {
    files: [
      buildReportFile({
        path: hostileSource.file,
        problem: buildProblem({ kind: 'unreadable', severity: 'error', message: evil, place: hostileSource }),
        provenance: buildProvenance({ artifact: evil, commit: evil }),
      }),
    ],
    findings: [
      buildProblem({ message: evil, place: hostileSource }),
      buildProblem({ severity: 'error', message: `${evil}${'x'.repeat(20_000)}` }),
    ],
  },
);

export const cases: Readonly<Record<string, Assessment>> = {
  ready,
  'expiring-soon': expiringSoon,
  'tests-proven': testsProven,
  'not-ready': notReady,
  'undated-and-ambiguous': undatedAndAmbiguous,
  'two-applications': twoApplications,
  'nothing-yet': nothingYet,
  'refused-artifact': refusedArtifact,
  hostile,
};
