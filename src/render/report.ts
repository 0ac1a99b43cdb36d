import type {
  ApplicationAssessment,
  Assessment,
  CountedResult,
  RecommendedAssessment,
  RequirementAssessment,
  ScenarioAssessment,
} from '../assessment/assessment.ts';
import type { ScenarioEvidence, Sourced } from '../assessment/evidence.ts';
import type { Provenance, ReportFile } from '../junit/report.ts';
import type { Finding } from '../finding.ts';
import { isoUtc } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import type { Artifact, ChecklistFile } from './summary/context.ts';

/** What the report tells beyond the assessment. */
export interface ReportContext {
  /** The written checklists: application and path. */
  readonly checklists?: readonly ChecklistFile[];
  readonly artifacts?: readonly Artifact[];
}

/** Counted up whenever a reader of older reports could stumble. */
const SCHEMA_VERSION = 1;

/**
 * The whole assessment as JSON for machines, pretty-printed, with an end of line. Every key is always there, `null` where there is nothing
 * to say; times are ISO 8601 in UTC. The schema is `.github/ncts5-report.schema.json`.
 */
export function renderReport(assessment: Assessment, context: ReportContext = {}): string {
  const { clock, scenarios } = assessment;
  const report = {
    schemaVersion: SCHEMA_VERSION,
    verdict: assessment.verdict,
    evaluatedAt: isoUtc(assessment.evaluatedAt),
    expiresAt: time(assessment.expiresAt),
    daysLeft: assessment.daysLeft ?? null,
    expiringSoon: assessment.expiringSoon,
    failOn: assessment.failOn,
    reasons: assessment.reasons.map((reason) => ({ ...reasonOf(reason), fatal: assessment.fatal.includes(reason) })),
    clock: {
      asOf: time(clock.asOf),
      maxAgeDays: clock.maxAgeDays,
      warnDays: clock.warnDays,
      notBefore: time(clock.notBefore),
      phase: clock.phase ?? null,
      timeZone: clock.timeZone,
    },
    applications: assessment.applications.map(applicationOf),
    scenarios: Object.fromEntries([...scenarios].map(([id, scenario]) => [id, scenarioOf(scenario)])),
    files: assessment.files.map(fileOf),
    problems: assessment.problems.map(problemOf),
    checklists: (context.checklists ?? []).map(({ application, file, kind }) => ({ application, file, kind })),
    artifacts: (context.artifacts ?? []).map(({ name, id, url }) => ({ name, id, url })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function reasonOf({ kind, message, next, application, place }: Finding): object {
  return {
    // The schema of this version has no kind of its own for it.
    kind: kind === 'no-report' ? 'unreadable' : kind,
    message,
    next: next ?? null,
    application: application ?? null,
    file: place?.file ?? null,
    line: place?.line ?? null,
  };
}

function applicationOf(assessed: ApplicationAssessment): object {
  return {
    name: assessed.name,
    verdict: assessed.verdict,
    flows: assessed.application.flows.map(({ flow, procedures }) => ({ flow, procedures })),
    credentialsHeld: assessed.application.credentialsHeld,
    combination: assessed.combination ?? null,
    combinationBecause: assessed.combinationBecause ?? null,
    expiresAt: time(assessed.expiresAt),
    daysLeft: assessed.daysLeft ?? null,
    requirements: assessed.requirements.map(requirementOf),
    notRequired: assessed.notRequired.map(({ flow, why, cause }) => ({ flow, cause, why })),
    recommended: assessed.recommended.map(recommendedOf),
    reasons: assessed.reasons.map(reasonOf),
    unanswered: assessed.unanswered.map(({ key, label }) => ({ key, label })),
  };
}

function requirementOf({ requirement, status, scenario, expiresAt, reasons, next }: RequirementAssessment): object {
  return {
    flow: requirement.cell?.flow ?? null,
    accepts: requirement.accepts.map(({ id }) => id),
    column: requirement.cell?.column ?? null,
    because: requirement.because,
    status,
    ...proofOf(scenario),
    expiresAt: time(expiresAt ?? scenario?.expiresAt),
    messages: scenario === undefined ? {} : messageTimes(scenario.evidence),
    reasons,
    next: next ?? null,
  };
}

function recommendedOf({ recommendation, status, scenario, note }: RecommendedAssessment): object {
  return {
    flow: recommendation.flow,
    procedure: recommendation.procedure,
    accepts: recommendation.accepts,
    xiAsPrinted: recommendation.xiAsPrinted ?? null,
    status,
    ...proofOf(scenario),
    expiresAt: time(scenario?.expiresAt),
    note: note ?? null,
  };
}

function proofOf(scenario: ScenarioAssessment | undefined): object {
  return {
    scenario: scenario?.scenario.id ?? null,
    mrn: scenario?.evidence.mrn?.value ?? null,
    lrn: scenario?.evidence.lrn?.value ?? null,
    testedAt: time(scenario?.testedAt),
  };
}

function messageTimes({ messages }: ScenarioEvidence): object {
  return Object.fromEntries([...messages].map(([type, { value }]) => [type, isoUtc(value)]));
}

function scenarioOf(assessed: ScenarioAssessment): object {
  const { scenario, evidence } = assessed;
  return {
    title: scenario.title,
    flow: scenario.flow,
    procedure: scenario.procedure,
    region: scenario.region,
    status: assessed.status,
    undated: assessed.undated,
    testedAt: time(assessed.testedAt),
    expiresAt: time(assessed.expiresAt),
    assumedZone: assessed.assumedZone,
    superseded: assessed.superseded,
    reasons: assessed.reasons,
    tests: assessed.counted.map(testOf),
    evidence: {
      mrn: sourced(evidence.mrn),
      lrn: sourced(evidence.lrn),
      messages: Object.fromEntries(
        [...evidence.messages].map(([type, message]) => [
          type,
          { ...sourcedOf(message, isoUtc(message.value)), assumedZone: message.assumedZone },
        ]),
      ),
      findings: evidence.findings.map(({ code, message, place }) => ({
        code,
        message,
        file: place?.file ?? null,
        line: place?.line ?? null,
      })),
    },
  };
}

function testOf({ attempt, time: at, timeFrom }: CountedResult): object {
  return {
    file: attempt.file,
    line: attempt.line,
    suite: attempt.suites.join(' › '),
    className: attempt.className,
    name: attempt.name,
    matchedBy: attempt.matchedBy,
    outcome: attempt.outcome,
    flaky: attempt.flaky,
    ambiguous: attempt.ambiguous,
    declared: attempt.declared ?? null,
    message: attempt.message ?? null,
    time: time(at),
    timeFrom: timeFrom ?? null,
    provenance: provenanceOf(attempt.provenance),
  };
}

function sourced(value: Sourced<string> | undefined): object | null {
  return value === undefined ? null : sourcedOf(value, value.value);
}

function sourcedOf({ source, derived, file, line, provenance }: Sourced<unknown>, value: string): object {
  return { value, source, derived, file, line, provenance: provenanceOf(provenance) };
}

function provenanceOf(provenance: Provenance | undefined): object | null {
  if (provenance === undefined) return null;
  const { artifact, artifactId, runId, runAttempt, runUrl, commit, branch } = provenance;
  return { artifact, artifactId, runId, runAttempt: runAttempt ?? null, runUrl, commit, branch };
}

function fileOf({ path, sha256, bytes, cases, failed, notRun, problem, provenance }: ReportFile): object {
  return {
    path,
    sha256: sha256 ?? null,
    bytes,
    cases,
    failed,
    notRun,
    problem: problem === undefined ? null : problemOf(problem),
    provenance: provenanceOf(provenance),
  };
}

function problemOf({ kind, severity, message, place }: Finding): object {
  return {
    kind,
    severity,
    message,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
  };
}

function time(instant: Instant | undefined): string | null {
  return instant === undefined ? null : isoUtc(instant);
}
