/** The situations that every renderer has a golden file for. */
import type { Assessment, RequirementAssessment } from '../../src/assessment/assessment.ts';
import {
  buildApplication,
  buildApplicationAssessment,
  buildAssessment,
  buildAttempt,
  buildClock,
  buildCounted,
  buildEvidence,
  buildEvidenceFinding,
  buildProblem,
  buildProvenance,
  buildReason,
  buildRecommended,
  buildReportFile,
  buildRequirement,
  buildRequirementAssessment,
  buildScenarioAssessment,
  buildSourced,
  DAY,
  HOUR,
  MINUTE,
  NOW,
} from '../builders.ts';

const inReport = (line: number) => ({ file: 'results/trader-test.xml', line });

/** Proven by a scenario that was tested at that time. */
function proven(
  flow: 'standard-departure' | 'pre-lodged-departure' | 'arrival',
  testedAt = NOW - 3 * HOUR,
): RequirementAssessment {
  const requirement = buildRequirement(flow);
  return buildRequirementAssessment(flow, {
    requirement,
    scenario: buildScenarioAssessment(requirement.accepts[0]?.id, { testedAt }),
  });
}

const recommended = [
  buildRecommended(['PSGB3', 'PSXI3'], {
    recommendation: { accepts: ['PSGB3', 'PSXI3'], flow: 'pre-lodged-departure', procedure: 'Pre-lodge Simplified' },
    status: 'satisfied',
    scenario: buildScenarioAssessment('PSGB3'),
  }),
  buildRecommended(['DSGB10', 'DSXI10'], {
    recommendation: {
      accepts: ['DSGB10', 'DSXI10'],
      xiAsPrinted: 'DNXI10',
      flow: 'standard-departure',
      procedure: 'Standard Simplified',
    },
    note: 'The list prints DNXI10 for DSXI10.',
  }),
  buildRecommended(['DSGB6', 'DSXI6'], {
    status: 'failed',
    scenario: buildScenarioAssessment('DSGB6', {
      status: 'failed',
      reasons: ["'DSGB6 control' failed (results/trader-test.xml:31)"],
    }),
  }),
];

export const ready: Assessment = buildAssessment({
  applications: [
    buildApplicationAssessment({
      combination: 'A',
      combinationBecause: 'Combination A is satisfied and lasts longer than B.',
      recommended,
    }),
  ],
  files: [
    buildReportFile(),
    buildReportFile({ path: 'earlier/newman.xml', sha256: 'ab'.repeat(32), cases: 12, provenance: buildProvenance() }),
  ],
});

export const expiringSoon: Assessment = buildAssessment({
  applications: [
    buildApplicationAssessment({
      requirements: [
        proven('standard-departure', NOW - 14 * DAY + 5 * HOUR + 20 * MINUTE),
        proven('pre-lodged-departure', NOW - 2 * DAY),
        proven('arrival'),
      ],
    }),
  ],
});

const stale = buildScenarioAssessment('PSXI1', {
  status: 'stale',
  testedAt: NOW - 14 * DAY,
  assumedZone: true,
  reasons: [
    'it was tested on 14 November 2026, 12:00:00 UTC, 14 days before 28 November 2026, 12:00:00 UTC: evidence must be less than 14 days old',
  ],
});

const failed = buildScenarioAssessment('ASGB1', {
  status: 'failed',
  counted: [
    buildCounted({ attempt: buildAttempt({ scenario: 'ASGB1', name: 'ASGB1 notifies the arrival', line: 20 }) }),
    buildCounted({
      attempt: buildAttempt({
        scenario: 'ASGB1',
        name: 'ASGB1 gets IE045',
        line: 24,
        outcome: 'failed',
        message: 'expected 202 but got 500',
        file: 'earlier/newman.xml',
        provenance: buildProvenance(),
      }),
    }),
  ],
  superseded: 2,
  evidence: buildEvidence('ASGB1', {
    mrn: undefined,
    findings: [
      {
        kind: 'evidence',
        severity: 'warning',
        code: 'mrn-missing',
        message: 'An MRN was expected for ASGB1, none was found in its results.',
        place: inReport(20),
      },
    ],
  }),
  reasons: ["'ASGB1 gets IE045' failed (earlier/newman.xml:24): expected 202 but got 500"],
});

const ofTests = [
  buildReason({ application: 'default' }),
  buildReason({
    kind: 'failed',
    application: 'default',
    message: 'Arrival: ASGB1 failed.',
    next: 'Find out why ASGB1 failed, run it again in Trader Test until it passes, then check again.',
    place: { file: 'earlier/newman.xml', line: 24 },
  }),
  buildReason({
    kind: 'stale',
    application: 'default',
    message: 'Pre-lodged departure: PSXI1 is stale.',
    next: "Run PSXI1 again in Trader Test: its evidence doesn't count any more.",
    place: { file: 'results/trader-test.xml', line: 7 },
  }),
];

/** Missing, stale, failed; and a report that can't be read. */
export const notReady: Assessment = buildAssessment({
  applications: [
    buildApplicationAssessment({
      requirements: [
        buildRequirementAssessment('standard-departure', {
          status: 'missing',
          scenario: undefined,
          reasons: ['no report has a result for DSGB1 or DSXI1'],
          next: 'Run DSGB1 or DSXI1 in Trader Test, and add its report to results.',
        }),
        buildRequirementAssessment('pre-lodged-departure', {
          status: 'stale',
          scenario: stale,
          reasons: stale.reasons,
          next: "Run PSXI1 again in Trader Test: its evidence doesn't count any more.",
        }),
        buildRequirementAssessment('arrival', {
          status: 'failed',
          scenario: failed,
          reasons: failed.reasons,
          next: 'Find out why ASGB1 failed, run it again in Trader Test until it passes, then check again.',
        }),
      ],
      recommended,
      reasons: ofTests,
      unanswered: [
        { key: 'business.name', label: 'What is your business called?' },
        { key: 'movementCap.over5000InFlight', label: 'Will more than 5000 movements be under way at once?' },
      ],
    }),
  ],
  reasons: [
    ...ofTests,
    buildReason({
      kind: 'unreadable',
      message: 'results/cut.xml ends in the middle of an element (line 40, column 3).',
      next: 'Have the report written whole, then check again.',
      place: { file: 'results/cut.xml', line: 40 },
    }),
  ],
  clock: buildClock({ asOf: NOW, notBefore: Date.parse('2026-10-01T00:00:00Z'), timeZone: 'Europe/London' }),
  files: [
    buildReportFile(),
    buildReportFile({
      path: 'earlier/newman.xml',
      sha256: 'ab'.repeat(32),
      cases: 12,
      failed: 1,
      notRun: 2,
      provenance: buildProvenance(),
    }),
    buildReportFile({
      path: 'results/cut.xml',
      cases: 1,
      problem: buildProblem({
        kind: 'unreadable',
        severity: 'error',
        message: 'results/cut.xml ends in the middle of an element.',
        place: { file: 'results/cut.xml', line: 40 },
      }),
    }),
  ],
  problems: [
    buildProblem(),
    buildProblem({
      kind: 'unreadable',
      severity: 'error',
      message: 'results/cut.xml ends in the middle of an element.',
      place: { file: 'results/cut.xml', line: 40 },
    }),
    buildProblem({
      kind: 'time',
      severity: 'notice',
      message: "The form's list prints DNXI10 for DSXI10.",
      place: inReport(3),
    }),
    buildProblem({ place: inReport(13) }),
    buildProblem({ place: inReport(14) }),
    { kind: 'settings', severity: 'notice', message: 'max-age-days is 14 already.' },
  ],
});

const undated = buildScenarioAssessment('DSGB1', {
  status: 'stale',
  undated: true,
  testedAt: undefined,
  evidence: buildEvidence('DSGB1', { messages: new Map() }),
  reasons: [
    "'[DSGB1] is released for transit' has no usable date (results/trader-test.xml:7): the report has no timestamp",
  ],
});
const ambiguous = buildScenarioAssessment('ASGB1', {
  status: 'not-run',
  testedAt: undefined,
  counted: [],
  evidence: { mrn: undefined, lrn: undefined, messages: new Map(), seen: new Map(), findings: [] },
  reasons: [
    'only ambiguous results name it, and those count for no scenario',
    "'ASGB1 and ASXI1' names several scenarios and was not counted (results/trader-test.xml:9)",
  ],
});

/** Undated and ambiguous, in software without pre-lodged departures; nothing fails the step. */
export const undatedAndAmbiguous: Assessment = buildAssessment({
  failOn: ['failed'],
  applications: [
    buildApplicationAssessment({
      requirements: [
        buildRequirementAssessment('standard-departure', {
          status: 'stale',
          scenario: undated,
          reasons: undated.reasons,
          next: 'Have your test tool write when DSGB1 ran, then check again.',
        }),
        buildRequirementAssessment('arrival', {
          status: 'not-run',
          scenario: ambiguous,
          reasons: ambiguous.reasons,
          next: 'Have ASGB1 really run in Trader Test, then check again.',
        }),
      ],
      notRequired: [
        { flow: 'pre-lodged-departure', why: 'The software does not support this flow.', cause: 'not-supported' },
      ],
      reasons: [
        buildReason({
          kind: 'stale',
          message: 'Standard departure: DSGB1 is undated.',
          next: 'Have your test tool write when DSGB1 ran, then check again.',
        }),
        buildReason({
          kind: 'missing',
          message: 'Arrival: ASGB1 did not run.',
          next: 'Have ASGB1 really run in Trader Test, then check again.',
        }),
      ],
    }),
  ],
});

const inbound = buildApplication({
  name: 'inbound',
  flows: [{ flow: 'arrival', procedures: ['normal', 'simplified'] }],
  notApplicable: { 'standard-departure': 'The inbound edition has no departures.' },
});
const outbound = buildApplication({
  name: 'outbound',
  flows: [
    { flow: 'standard-departure', procedures: ['simplified'] },
    { flow: 'arrival', procedures: ['simplified'] },
  ],
  credentialsHeld: ['inbound'],
});
const missingDeparture = buildReason({ application: 'outbound' });

/** One ready, one not; the second holds credentials for arrivals already. */
export const twoApplications: Assessment = buildAssessment({
  applications: [
    buildApplicationAssessment({
      application: inbound,
      requirements: [proven('arrival', NOW - DAY)],
      notRequired: [
        { flow: 'standard-departure', why: 'The inbound edition has no departures.', cause: 'not-supported' },
        { flow: 'pre-lodged-departure', why: 'The software does not support this flow.', cause: 'not-supported' },
      ],
    }),
    buildApplicationAssessment({
      application: outbound,
      requirements: [
        buildRequirementAssessment('standard-departure', {
          status: 'missing',
          scenario: undefined,
          reasons: ['no report has a result for DSGB1 or DSXI1'],
          next: 'Run DSGB1 or DSXI1.',
        }),
      ],
      notRequired: [
        { flow: 'pre-lodged-departure', why: 'The software does not support this flow.', cause: 'not-supported' },
        { flow: 'arrival', why: 'Production credentials for arrivals are already held.', cause: 'credentials-held' },
      ],
      reasons: [missingDeparture],
      unanswered: [{ key: 'business.name', label: 'What is your business called?' }],
    }),
  ],
});

/** Everything that somebody else writes tries to be something other than text. */
const evil =
  '|</td><script>alert(1)</script> **b** `c` [l](javascript:x) ![i](http://e.example/i.png) @octocat #1 GH-2 https://e.example www.e.example :tada: $x$\n::error::pwned ##[error]x \u202Egnp.exe\u0000\u001B[31m ]]> &lt;b&gt; \uD800 </details>';
const hostileSource = { file: `results/${evil}.xml`, line: 3 };
const hostileScenario = buildScenarioAssessment('DSGB1', {
  status: 'failed',
  counted: [
    buildCounted({
      attempt: buildAttempt({
        name: evil,
        className: evil,
        suites: [evil],
        file: hostileSource.file,
        outcome: 'failed',
        message: evil,
        provenance: buildProvenance({ artifact: evil, branch: evil, commit: evil, runUrl: 'javascript:alert(1)' }),
      }),
    }),
  ],
  evidence: buildEvidence('DSGB1', {
    mrn: buildSourced(evil, hostileSource),
    lrn: buildSourced(evil, hostileSource),
    findings: [buildEvidenceFinding({ message: `An MRN was expected, found '${evil}'.`, place: hostileSource })],
  }),
  reasons: [`'${evil}' failed`],
});
export const hostile: Assessment = buildAssessment({
  applications: [
    buildApplicationAssessment({
      application: buildApplication({ name: evil, notApplicable: { arrival: evil } }),
      combination: 'A',
      combinationBecause: evil,
      requirements: [
        buildRequirementAssessment('standard-departure', {
          requirement: buildRequirement('standard-departure', { because: evil }),
          status: 'failed',
          scenario: hostileScenario,
          reasons: hostileScenario.reasons,
          next: evil,
        }),
      ],
      notRequired: [{ flow: 'arrival', why: evil, cause: 'not-supported' }],
      recommended: [
        buildRecommended(['DSGB6', 'DSXI6'], {
          note: evil,
          status: 'satisfied',
          scenario: buildScenarioAssessment('DSGB6', { evidence: hostileScenario.evidence, reasons: [evil] }),
        }),
      ],
      reasons: [buildReason({ kind: 'failed', message: evil, next: evil, application: evil, place: hostileSource })],
      unanswered: [{ key: evil, label: evil }],
    }),
  ],
  clock: buildClock({ timeZone: evil }),
  files: [
    buildReportFile({
      path: hostileSource.file,
      problem: buildProblem({ message: evil, place: hostileSource }),
      provenance: buildProvenance({ commit: evil, artifact: evil }),
    }),
  ],
  problems: [
    buildProblem({ message: evil, place: hostileSource }),
    buildProblem({ severity: 'error', message: `${evil}${'x'.repeat(20_000)}` }),
  ],
});

export const cases: Readonly<Record<string, Assessment>> = {
  ready,
  'expiring-soon': expiringSoon,
  'not-ready': notReady,
  'undated-and-ambiguous': undatedAndAmbiguous,
  'two-applications': twoApplications,
  hostile,
};
