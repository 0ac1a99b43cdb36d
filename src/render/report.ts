import {
  type ApplicationAssessment,
  type Assessment,
  findingOf,
  findingsFor,
  isAbout,
  isSubmittable,
  reasonsOf,
  type RecommendedAssessment,
  type RequirementAssessment,
  type ScenarioAssessment,
} from '../assessment/assessment.ts';
import { explanationOf } from '../assessment/findings.ts';
import type { ScenarioEvidence, Sourced } from '../assessment/evidence/evidence.ts';
import type { ReportFile } from '../junit/report.ts';
import { bindingKindOf, blocks, type Finding, isFatal, placeInWords } from '../finding.ts';
import { isoUtc } from '../time/format.ts';
import { ofNoneOf, provenanceOf, setAsideOf, testOf, time } from './report-results.ts';
import type { ShownDocument } from './summary/verdict.ts';

/** What the report tells beyond the assessment. */
interface ReportContext {
  readonly documents?: readonly ShownDocument[] | undefined;
}

/** Counted up whenever a reader of older reports could stumble. */
const schemaVersion = 2;

/**
 * The whole assessment as JSON for machines, pretty-printed, with an end of line. Every key is always there, `null` where there is nothing
 * to say; times are ISO 8601 in UTC. The schema is `.github/report.schema.json`; that of version 1,
 * which knew one programme, stays at `.github/ncts5-report.schema.json`.
 */
export function renderReport(assessment: Assessment, { documents = [] }: ReportContext = {}): string {
  const { clock, scenarios } = assessment;
  const report = {
    schemaVersion,
    programme: assessment.programme.id,
    verdict: assessment.verdict,
    submittable: isSubmittable(assessment),
    evaluatedAt: isoUtc(assessment.evaluatedAt),
    expiresAt: time(assessment.expiresAt),
    daysLeft: assessment.daysLeft ?? null,
    expiringSoon: assessment.expiringSoon,
    failOn: [...assessment.failOn],
    reasons: reasonsOf(assessment).map((reason) => ({
      ...reasonOf(reason),
      fatal: isFatal(reason, assessment.failOn),
    })),
    clock: {
      asOf: time(clock.reference === 'now' ? undefined : clock.evaluatedAt),
      maxAgeDays: clock.maxAgeDays,
      warnDays: clock.warnDays,
      notBefore: time(clock.notBefore),
      phase: clock.phase ?? null,
      timeZone: clock.timeZone,
    },
    applications: assessment.applications.map((application) => applicationOf(assessment, application)),
    scenarios: Object.fromEntries([...scenarios].map(([id, scenario]) => [id, scenarioOf(assessment, scenario)])),
    ofNoScenario: (assessment.ofNone ?? []).map(ofNoneOf),
    files: assessment.files.map(fileOf),
    problems: assessment.findings.filter(isProblem).map(problemOf),
    checklists: documents.flatMap(({ application, file, kind }) =>
      kind === 'form' || kind === 'own' ? [{ application, file, kind }] : [],
    ),
    artifacts: documents.flatMap(({ artifact }) =>
      artifact === undefined ? [] : [{ name: artifact.name, id: artifact.id, url: artifact.url }],
    ),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/**
 * In this version of the schema a reason has one of the kinds that `fail-on` can name, and everything that nobody could
 * have named there is a problem, whether it is a reason or not.
 */
function reasonOf({ kind, message, next, application, place }: Finding): object {
  return {
    kind: bindingKindOf(kind),
    message,
    next: next ?? '',
    application: application ?? null,
    file: place?.file ?? null,
    line: place?.line ?? null,
  };
}

function isProblem({ kind, requirement, application }: Finding): boolean {
  const isOfScenario = kind === 'evidence' || kind === 'failed' || kind === 'missing' || kind === 'stale';
  return (requirement ?? application) === undefined && !isOfScenario && kind !== 'no-report' && kind !== 'flaky';
}

function applicationOf(assessment: Assessment, assessed: ApplicationAssessment): object {
  const own = findingsFor(assessment, assessed).filter(
    (finding) => blocks(finding, assessment.failOn) && (finding.application ?? finding.scenario) !== undefined,
  );
  return {
    name: assessed.name,
    verdict: assessed.verdict,
    flows: assessed.application.flows.map(({ flow, procedures }) => ({ flow, procedures })),
    credentialsHeld: assessed.application.credentialsHeld,
    combination: assessed.combination ?? null,
    combinationBecause: assessed.combinationBecause ?? null,
    expiresAt: time(assessed.expiresAt),
    daysLeft: assessed.daysLeft ?? null,
    requirements: assessed.requirements.map((requirement) => requirementOf(assessment, assessed, requirement)),
    notRequired: assessed.notRequired.map(({ flow, why, cause }) => ({ flow, cause, why })),
    recommended: assessed.recommended.map(recommendedOf),
    alsoRequired: assessed.alsoRequired.map((requirement) => requirementOf(assessment, assessed, requirement)),
    reasons: own.map(reasonOf),
    unanswered: assessed.unanswered.map(({ key, label }) => ({ key, label })),
  };
}

function requirementOf(
  assessment: Assessment,
  application: ApplicationAssessment,
  assessed: RequirementAssessment,
): object {
  const { requirement, status, scenario, expiresAt } = assessed;
  const finding = findingOf(assessment, application, assessed);
  const explained = explanationOf(assessed, application.name, assessment.findings).map(inWords);
  return {
    id: requirement.id,
    title: requirement.title,
    flow: requirement.cell?.flow ?? null,
    accepts: requirement.accepts.map(({ id }) => id),
    column: requirement.cell?.column ?? null,
    because: requirement.because,
    status,
    ...proofOf(scenario),
    expiresAt: time(expiresAt ?? scenario?.expiresAt),
    messages: scenario === undefined ? {} : messageTimes(scenario.evidence),
    reasons: explained.length === 0 && finding !== undefined ? [finding.message] : explained,
    next: finding?.next ?? null,
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

function scenarioOf({ findings }: Assessment, assessed: ScenarioAssessment): object {
  const { scenario, evidence } = assessed;
  const own = findings.filter(
    (finding) => isAbout(finding, assessed) && finding.application === assessed.application && !finding.requirement,
  );
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
    reasons: own.filter(({ kind }) => kind !== 'evidence' && kind !== 'conflict').map(inWords),
    tests: assessed.counted.map(testOf),
    notCounted: (assessed.setAside ?? []).map(setAsideOf),
    evidence: {
      mrn: sourced(evidence.mrn),
      lrn: sourced(evidence.lrn),
      messages: Object.fromEntries(
        [...evidence.messages].map(([type, message]) => [
          type,
          { ...sourcedOf(message, isoUtc(message.value)), assumedZone: message.assumedZone },
        ]),
      ),
      findings: own
        .filter(({ kind }) => kind === 'evidence')
        .map(({ code, message, place }) => ({
          code,
          message,
          file: place?.file ?? null,
          line: place?.line ?? null,
        })),
    },
  };
}

function inWords({ message, place }: Finding): string {
  const where = placeInWords(place);
  return where === undefined ? message : `${message} (${where})`;
}

function sourced(value: Sourced<string> | undefined): object | null {
  return value === undefined ? null : sourcedOf(value, value.value);
}

function sourcedOf({ source, derived, file, line, provenance }: Sourced<unknown>, value: string): object {
  return { value, source, derived, file, line, provenance: provenanceOf(provenance) };
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

function problemOf({ kind, severity, message, next, place }: Finding): object {
  return {
    // In this version of the schema what is wrong with a document goes by the form.
    kind: kind === 'document' ? 'form' : kind,
    severity,
    message: next === undefined ? message : `${message} ${next}`,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
  };
}
