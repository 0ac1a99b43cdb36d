/**
 * Values for tests, whole and plausible by default: say only what the test is about.
 * Everything counts from `NOW`; by default a scenario was tested 3 hours before it and all is proven.
 */
import {
  reasonsOf,
  type ApplicationAssessment,
  type Assessment,
  type CountedResult,
  type RecommendedAssessment,
  type RequirementAssessment,
  type ScenarioAssessment,
} from '../src/assessment/assessment.ts';
import { expiringFinding, formFindings, requirementFindings } from '../src/assessment/findings.ts';
import type { Attempt } from '../src/matching/attempt.ts';
import type { ScenarioEvidence, Sourced } from '../src/assessment/evidence/evidence.ts';
import type { MessageType } from '../src/requirements/messages.ts';
import type { Provenance, ReportFile } from '../src/junit/report.ts';
import type { Finding } from '../src/finding.ts';
import { ncts5 } from '../src/requirements/ncts5/ncts5.ts';
import type { Application, Requirement } from '../src/requirements/requirement.ts';
import { type Flow, flowTitle, type Scenario, type ScenarioId } from '../src/requirements/scenario.ts';
import type { ClockSettings } from '../src/settings/settings.ts';
import type { Instant } from '../src/time/instant.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** 28 November 2026, 12:00 UTC: a Saturday in phase 2. */
export const NOW: Instant = Date.parse('2026-11-28T12:00:00Z');

/** MRNs of our own making with a right check digit. */
export const mrns = {
  gb: '26GB0000EXAMPLE1J9',
  xi: '26XI0000EXAMPLE1J9',
  gb2: '26GB0000EXAMPLE2J8',
  xi2: '26XI0000EXAMPLE2J8',
} as const;

export function buildScenario(id: ScenarioId, overrides: Partial<Scenario> = {}): Scenario {
  const scenario = ncts5.scenarios.get(id);
  if (scenario === undefined) throw new Error(`No scenario ${id} in the catalogue.`);
  return { ...scenario, ...overrides };
}

export function buildProvenance(overrides: Partial<Provenance> = {}): Provenance {
  return {
    artifact: 'trader-test-results',
    artifactId: 4711,
    runId: 900_100_200,
    runAttempt: 1,
    runUrl: 'https://github.com/example/transit/actions/runs/900100200',
    commit: '0123456789abcdef0123456789abcdef01234567',
    branch: 'main',
    ...overrides,
  };
}

export function buildAttempt(overrides: Partial<Attempt> = {}): Attempt {
  const scenario = overrides.scenario ?? 'DSGB1';
  const name = overrides.name ?? `[${scenario}] is released for transit`;
  return {
    scenario,
    matchedBy: 'name',
    file: 'results/trader-test.xml',
    line: 7,
    suites: ['Trader Test'],
    className: 'transit.TraderTest',
    name,
    outcome: 'passed',
    flaky: false,
    ambiguous: false,
    statements: [],
    dropped: undefined,
    order: 0,
    ...overrides,
  };
}

export function buildSourced<T>(value: T, overrides: Partial<Sourced<T>> = {}): Sourced<T> {
  return { value, source: 'property', derived: false, file: 'results/trader-test.xml', line: 9, ...overrides };
}

/** The times of the messages that the form asks for in that flow: the first one at `first`, the others 15 minutes apart. */
export function buildMessages(flow: Flow, first: Instant = NOW - 3 * HOUR): ScenarioEvidence['messages'] {
  return new Map(
    ncts5.expected[flow].map((type: MessageType, index) => [
      type,
      { ...buildSourced(first + index * 15 * MINUTE, { line: 10 + index }), assumedZone: false },
    ]),
  );
}

/** Complete evidence of that scenario's flow; an arrival's MRN carries the other country. */
export function buildEvidence(id: ScenarioId, overrides: Partial<ScenarioEvidence> = {}): ScenarioEvidence {
  const { flow, region } = buildScenario(id);
  const country = (flow === 'arrival') === (region === 'GB') ? 'xi' : 'gb';
  return {
    mrn: buildSourced(mrns[country]),
    lrn: flow === 'arrival' ? undefined : buildSourced(`LRN-${id}-0001`),
    messages: buildMessages(flow),
    seen: new Map(),
    ...overrides,
  };
}

export function buildCounted(overrides: Partial<CountedResult> = {}): CountedResult {
  return { attempt: buildAttempt(), time: NOW - 3 * HOUR, timeFrom: 'case', ...overrides };
}

export function buildScenarioAssessment(
  id: ScenarioId = 'DSGB1',
  overrides: Partial<ScenarioAssessment> = {},
): ScenarioAssessment {
  const testedAt = 'testedAt' in overrides ? overrides.testedAt : NOW - 3 * HOUR;
  return {
    scenario: buildScenario(id),
    status: 'passed',
    undated: false,
    testedAt,
    expiresAt: testedAt === undefined ? undefined : testedAt + 14 * DAY,
    assumedZone: false,
    counted: [
      buildCounted({
        attempt: buildAttempt({ scenario: id }),
        time: testedAt,
        timeFrom: testedAt === undefined ? undefined : 'case',
      }),
    ],
    superseded: 0,
    evidence: buildEvidence(id),
    ...overrides,
  };
}

const simplifiedCells: Readonly<Record<Flow, readonly [ScenarioId, ScenarioId]>> = {
  'standard-departure': ['DSGB1', 'DSXI1'],
  'pre-lodged-departure': ['PSGB1', 'PSXI1'],
  arrival: ['ASGB1', 'ASXI1'],
};

type RequirementOverrides = Omit<Partial<Requirement>, 'accepts'> & { readonly accepts?: readonly ScenarioId[] };

/** By default the cell of the column 'simplified only'. */
export function buildRequirement(
  flow: Flow = 'standard-departure',
  { accepts = simplifiedCells[flow], ...overrides }: RequirementOverrides = {},
): Requirement {
  const wanted = accepts.join(' or ');
  return {
    id: flow,
    title: flowTitle(flow),
    accepts: accepts.map((id) => ({ id, rank: 1, remark: undefined })),
    wanted,
    first: accepts,
    run: `Run ${wanted} in Trader Test.`,
    messages: ncts5.expected[flow],
    needs: { mrn: false, messages: [], without: [] },
    never: [],
    output: undefined,
    cell: { flow, column: 'simplified only' },
    because: `The matrix asks for ${accepts[0]} or ${accepts[1]} in this flow because the software supports the simplified procedure only.`,
    ...overrides,
  };
}

/** Satisfied by the GB scenario unless told otherwise. */
export function buildRequirementAssessment(
  flow: Flow = 'standard-departure',
  overrides: Partial<RequirementAssessment> = {},
): RequirementAssessment {
  const requirement = overrides.requirement ?? buildRequirement(flow);
  const scenario = 'scenario' in overrides ? overrides.scenario : buildScenarioAssessment(requirement.accepts[0]?.id);
  return {
    requirement,
    status: 'satisfied',
    scenario,
    expiresAt: scenario?.status === 'passed' ? scenario.expiresAt : undefined,
    remark: undefined,
    ...overrides,
  };
}

export function buildRecommended(
  accepts: readonly [ScenarioId, ScenarioId] = ['DSGB4', 'DSXI4'],
  overrides: Partial<RecommendedAssessment> = {},
): RecommendedAssessment {
  return {
    recommendation: { accepts, flow: buildScenario(accepts[0]).flow, procedure: 'Standard Simplified' },
    status: 'missing',
    scenario: undefined,
    note: undefined,
    ...overrides,
  };
}

export function buildApplication(overrides: Partial<Application> = {}): Application {
  return {
    name: undefined,
    flows: [
      { flow: 'standard-departure', procedures: ['simplified'] },
      { flow: 'pre-lodged-departure', procedures: ['simplified'] },
      { flow: 'arrival', procedures: ['simplified'] },
    ],
    credentialsHeld: [],
    combination: 'auto',
    notApplicable: {},
    alsoRequired: [],
    answers: {},
    ...overrides,
  };
}

/** What is wrong with the evidence of a scenario. */
export function buildEvidenceFinding(overrides: Partial<Finding> = {}): Finding {
  return {
    kind: 'evidence',
    severity: 'warning',
    code: 'mrn-shape',
    message: 'An MRN was expected.',
    scenario: 'DSGB1',
    ...overrides,
  };
}

/** What stands in the way of ready: a mandatory test without a result. */
export function buildReason(overrides: Partial<Finding> = {}): Finding {
  return {
    kind: 'missing',
    severity: 'error',
    message: 'Standard departure (DSGB1 or DSXI1): no report has a result.',
    next: 'Run DSGB1 or DSXI1 in Trader Test and add its report to results.',
    ...overrides,
  };
}

/** Verdict and expiry follow from the requirements given. */
export function buildApplicationAssessment(overrides: Partial<ApplicationAssessment> = {}): ApplicationAssessment {
  const requirements = overrides.requirements ?? [
    buildRequirementAssessment('standard-departure'),
    buildRequirementAssessment('pre-lodged-departure'),
    buildRequirementAssessment('arrival'),
  ];
  const application = overrides.application ?? buildApplication();
  const expiresAt = earliest(requirements.map((requirement) => requirement.expiresAt));
  return {
    name: application.name ?? 'NCTS5',
    verdict: requirements.every(({ status }) => status === 'satisfied') ? 'ready' : 'not-ready',
    application,
    combination: undefined,
    combinationBecause: undefined,
    requirements,
    notRequired: [],
    recommended: [],
    alsoRequired: [],
    expiresAt,
    daysLeft: expiresAt === undefined ? undefined : Math.floor((expiresAt - NOW) / DAY),
    unanswered: [],
    ...overrides,
  };
}

export function buildReportFile(overrides: Partial<ReportFile> = {}): ReportFile {
  return {
    path: 'results/trader-test.xml',
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    bytes: 15_204,
    cases: 3,
    failed: 0,
    notRun: 0,
    ...overrides,
  };
}

export function buildProblem(overrides: Partial<Finding> = {}): Finding {
  return {
    kind: 'look-alike',
    severity: 'warning',
    message: "DSGB99 looks like a scenario number but is not in HMRC's testing guide: not counted.",
    place: { file: 'results/trader-test.xml', line: 12 },
    ...overrides,
  };
}

export function buildClock(overrides: Partial<ClockSettings> = {}): ClockSettings {
  return {
    evaluatedAt: NOW,
    reference: 'now',
    maxAgeDays: 14,
    warnDays: 3,
    notBefore: undefined,
    phase: 2,
    timeZone: 'UTC',
    ...overrides,
  };
}

/** Findings of applications, verdict, expiry and scenarios follow from the applications; more findings may be given. */
export function buildAssessment(overrides: Partial<Assessment> = {}): Assessment {
  const applications = overrides.applications ?? [buildApplicationAssessment()];
  const failOn = overrides.failOn ?? new Set(['missing', 'failed', 'stale', 'unreadable'] as const);
  const evaluatedAt = overrides.evaluatedAt ?? NOW;
  const clock = overrides.clock ?? buildClock();
  const expiresAt =
    'expiresAt' in overrides
      ? overrides.expiresAt
      : earliest(applications.flatMap(({ requirements }) => requirements.map((requirement) => requirement.expiresAt)));
  const run = applications
    .flatMap(({ requirements, recommended }) => [...requirements, ...recommended])
    .flatMap(({ scenario }) => (scenario === undefined ? [] : [scenario]));
  const findings = [
    ...(overrides.findings ?? []),
    ...applications.flatMap((application) => ofApplication(application, { evaluatedAt, clock })),
  ];
  const isReady = reasonsOf({ findings, failOn }).length === 0;
  return {
    programme: ncts5,
    evaluatedAt,
    looksBack: false,
    verdict: isReady ? 'ready' : 'not-ready',
    failOn,
    expiresAt,
    daysLeft: expiresAt === undefined ? undefined : Math.floor((expiresAt - evaluatedAt) / DAY),
    expiringSoon: isReady && expiresAt !== undefined && expiresAt - evaluatedAt <= clock.warnDays * DAY,
    clock,
    applications,
    scenarios: new Map(run.map((scenario) => [scenario.scenario.id, scenario])),
    files: [buildReportFile()],
    ...overrides,
    findings,
  };
}

function ofApplication(
  { name, requirements, unanswered }: ApplicationAssessment,
  context: Pick<Assessment, 'evaluatedAt' | 'clock'>,
): readonly Finding[] {
  return [
    ...requirements.flatMap((assessed) =>
      requirementFindings(assessed, name, { programme: ncts5, scenarios: new Map(), ofScenarios: new Map() }),
    ),
    ...requirements.flatMap((assessed) => expiringFinding(assessed, name, context) ?? []),
    ...formFindings(unanswered, name),
  ];
}

/** Undefined when one is, or when there is none. */
function earliest(instants: readonly (Instant | undefined)[]): Instant | undefined {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 || known.length < instants.length ? undefined : Math.min(...known);
}
