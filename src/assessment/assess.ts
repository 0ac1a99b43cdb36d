import { isDisputed, type Attempt, type OtherResult } from '../matching/attempt.ts';
import { grouped } from '../matching/names.ts';
import { placedSetUps } from '../matching/set-ups.ts';
import { resultsOfNone, type OfNone } from '../matching/standing.ts';
import { supersessions, type Supersessions } from '../matching/supersede.ts';
import { findReusedMrns } from './evidence/gather.ts';
import type { ReportFile } from '../junit/report.ts';
import { bySeverity, Findings, type Finding, type FindingKind } from '../finding.ts';
import type { FormVersion } from '../requirements/form.ts';
import type { ScenarioId } from '../requirements/scenario.ts';
import type { Settings } from '../settings/settings.ts';
import { type Instant, wholeDays } from '../time/instant.ts';
import { assessApplication } from './application.ts';
import { reasonsOf, type ApplicationAssessment, type Assessment, type ScenarioAssessment } from './assessment.ts';
import { expiresSoon } from './freshness.ts';
import { borrowedFindings, otherFindings } from './others.ts';
import { type Scope, scopesOf, unclaimedFindings } from './ownership.ts';
import { assessScenario, type ScenarioContext } from './scenario.ts';
import { type Credible, credibleTimes } from './times.ts';

export interface AssessmentInput {
  readonly attempts: readonly Attempt[];
  /** Results that concern no scenario. */
  readonly others?: readonly OtherResult[];
  readonly files: readonly ReportFile[];
  /** What there is to say of reports and settings, in the order found; what is wrong with a whole file is in `files`. */
  readonly findings: readonly Finding[];
  /** Version of the form that is to be filled in; undefined: the latest. */
  readonly formVersion?: FormVersion | undefined;
  readonly settings: Pick<Settings, 'programme' | 'applications' | 'clock' | 'failOn' | 'duplicates'>;
}

/**
 * Results × requirements × clock → the one value that every renderer reads.
 *
 * The verdict says whether the evidence is ready for HMRC: every mandatory test of every application proven by a
 * passed, dated, fresh scenario, every matched report readable, and whatever else `fail-on` makes binding. It is a fold
 * over the findings: ready exactly when none of them blocks.
 *
 * @param now The clock, UTC.
 */
export function assess(input: AssessmentInput, now: Instant): Assessment {
  const { programme, clock, failOn } = input.settings;
  const { evaluatedAt } = clock;
  const credible = credibleTimes(programme, now, evaluatedAt);
  const { attempts, others } = placedSetUps(input.attempts, input.others ?? []);
  const scopes = scopesOf(input.settings.applications).map((scope) =>
    assessScope(scope, { attempts, others, credible }, input),
  );
  const scenarios = togetherOf(scopes);
  const judged = scopes.flatMap(({ assessed }) => assessed.map(({ assessment }) => assessment));
  const borrowed = borrowedFindings(programme, judged, input.files);
  const applications = judged.map((one) =>
    borrowed.some(({ application }) => application === one.name) ? { ...one, verdict: 'not-ready' as const } : one,
  );
  const findings = [
    ...findingsOf(scopes, scenarios, borrowed, input),
    ...unclaimedFindings(input.settings.applications, attempts),
    ...otherFindings(programme, applications, scenarios, input.files),
  ];
  const isReady = applications.length > 0 && reasonsOf({ findings, failOn }).length === 0;
  const expiresAt = commonExpiry(applications);
  return {
    programme,
    evaluatedAt,
    looksBack: evaluatedAt < now,
    verdict: isReady ? 'ready' : 'not-ready',
    findings,
    failOn,
    expiresAt,
    daysLeft: expiresAt === undefined ? undefined : wholeDays(evaluatedAt, expiresAt),
    expiringSoon: expiresAt !== undefined && isReady && expiresSoon(expiresAt, evaluatedAt, clock),
    clock,
    applications,
    scenarios,
    perScope: scopes.flatMap((scope) => [...scope.scenarios.values()]),
    ofNone: [...new Map(scopes.flatMap(({ ofNone }) => ofNone.map((one) => [one.result, one]))).values()],
    files: input.files,
  };
}

/** Scenarios and applications of one scope, by its own results. */
function assessScope(
  scope: Scope,
  all: { readonly attempts: readonly Attempt[]; readonly others: readonly OtherResult[]; readonly credible: Credible },
  { settings: { programme, clock, failOn, duplicates }, formVersion }: AssessmentInput,
): Scoped {
  const { evaluatedAt } = clock;
  const { credible } = all;
  const others = all.others.filter(scope.has);
  const attempts = all.attempts.filter(scope.has);
  const superseded = supersessions([...attempts, ...others], credible, duplicates);
  const strict = failOn.has('evidence');
  const context = { programme, clock, evaluatedAt, credible, duplicates, supersessions: superseded, strict };
  const { scenarios, ofScenarios } = assessScenarios(attempts, context, scope.name);
  const judged = { programme, scenarios, ofScenarios, evaluatedAt, clock, failOn, formVersion };
  return {
    scenarios,
    ofScenarios,
    assessed: scope.applications.map((application) =>
      assessApplication(application, { ...judged, answers: application.answers }),
    ),
    unplaced: unplacedFindings(others, superseded),
    ofNone: resultsOfNone(attempts, others, superseded, programme),
  };
}

/** What there is to say of reports, applications and scenarios, in the order to act on. */
function findingsOf(
  scopes: readonly Scoped[],
  scenarios: ReadonlyMap<ScenarioId, ScenarioAssessment>,
  borrowed: readonly Finding[],
  input: AssessmentInput,
): readonly Finding[] {
  const elsewhere = scenarios.size === 0 ? input.findings.find(({ code }) => code === 'other-programme') : undefined;
  const unplaced = new Set(scopes.flatMap((scope) => scope.unplaced));
  return [
    ...ofReports({ ...input, findings: [...input.findings, ...unplaced] }),
    ...scopes
      .flatMap(({ assessed }) => assessed.flatMap((one) => one.findings))
      .map((finding) => withHint(finding, elsewhere)),
    ...borrowed,
    ...scopes.flatMap(({ ofScenarios, assessed }) =>
      bound(
        ofScenarios,
        assessed.map(({ assessment }) => assessment),
      ),
    ),
  ];
}

/** What comes of the results of one scope. */
interface Scoped {
  readonly scenarios: ReadonlyMap<ScenarioId, ScenarioAssessment>;
  readonly ofScenarios: ReadonlyMap<ScenarioId, readonly Finding[]>;
  readonly assessed: readonly ReturnType<typeof assessApplication>[];
  readonly unplaced: readonly Finding[];
  readonly ofNone: readonly OfNone[];
}

const worstFirst: readonly ScenarioAssessment['status'][] = ['failed', 'stale', 'not-run', 'passed'];

/** Every scenario once, where several scopes have it as it stands worst. */
function togetherOf(scopes: readonly Scoped[]): ReadonlyMap<ScenarioId, ScenarioAssessment> {
  const all = new Map<ScenarioId, ScenarioAssessment>();
  for (const [id, scenario] of scopes.flatMap(({ scenarios }) => [...scenarios])) {
    const known = all.get(id);
    if (known === undefined || worstFirst.indexOf(scenario.status) < worstFirst.indexOf(known.status)) {
      all.set(id, scenario);
    }
  }
  return all;
}

/** What only mentions a scenario, and counts for another, is no result of it. */
function mayCount(attempt: Attempt): boolean {
  return !attempt.ambiguous || attempt.outcome === 'failed' || isDisputed(attempt);
}

/** What may be any scenario's, as long as no later whole report shows that it is over. */
function unplacedFindings(others: readonly OtherResult[], superseded: Supersessions): readonly Finding[] {
  const findings = new Findings();
  for (const other of others) {
    if (other.finding !== undefined && !superseded.has(other)) {
      findings.add(other.finding);
    }
  }
  return findings.list();
}

function assessScenarios(
  attempts: readonly Attempt[],
  context: ScenarioContext,
  application: string | undefined,
): {
  readonly scenarios: ReadonlyMap<ScenarioId, ScenarioAssessment>;
  readonly ofScenarios: ReadonlyMap<ScenarioId, readonly Finding[]>;
} {
  const byScenario = grouped(attempts, ({ scenario }) => scenario);
  const scenarios = new Map<ScenarioId, ScenarioAssessment>();
  const ofScenarios = new Map<ScenarioId, readonly Finding[]>();
  for (const scenario of context.programme.scenarios.values()) {
    const own = byScenario.get(scenario.id);
    if (own?.some(mayCount) !== true) {
      continue;
    }
    const { assessment, findings } = assessScenario(scenario, own, context);
    scenarios.set(scenario.id, { ...assessment, application });
    ofScenarios.set(scenario.id, findings);
  }
  for (const [id, reused] of findReusedMrns(scenarios)) {
    const findings = reused.map((finding) => ({ ...finding, scenario: id }));
    ofScenarios.set(id, [...(ofScenarios.get(id) ?? []), ...findings]);
  }
  if (application !== undefined) {
    for (const [id, findings] of ofScenarios) {
      const named = findings.map((finding) => ({ ...finding, application }));
      ofScenarios.set(id, named);
    }
  }
  return { scenarios, ofScenarios };
}

/** Where results name nothing but another programme's scenarios, that programme may be the one that is meant. */
function withHint(finding: Finding, elsewhere: Finding | undefined): Finding {
  if (elsewhere?.next === undefined || finding.kind !== 'missing' || finding.severity !== 'error') {
    return finding;
  }
  return {
    ...finding,
    next: `${finding.next ?? ''} Results name scenarios of another programme. ${elsewhere.next}`.trim(),
  };
}

/** What there is to say of the reports, most pressing first: it is the cause of what is missing below it. */
function ofReports({ files, findings }: AssessmentInput): readonly Finding[] {
  const ofFiles = files.flatMap(({ problem }) => (problem === undefined ? [] : [problem]));
  return bySeverity([...findings, ...ofFiles]).map((finding) => ({
    ...finding,
    next: finding.next ?? (finding.severity === 'error' ? nextSteps[finding.kind] : undefined),
  }));
}

/** What to do about a report, where its finding doesn't say it better. */
const nextSteps: Partial<Record<FindingKind, string>> = {
  'no-report': 'Check the results globs, and that the tests ran before this check and wrote their JUnit reports.',
  'earlier-results':
    "Put that right and run the job again, or run the scenarios again: what can't be had may hide a newer failure.",
  unreadable:
    'Make sure that the test run writes a complete JUnit report and has ended, or narrow the results globs to JUnit reports.',
};

/**
 * What is said of scenarios. What is wrong with evidence counts only where that evidence proves a mandatory test;
 * elsewhere it is a remark.
 */
function bound(
  ofScenarios: ReadonlyMap<ScenarioId, readonly Finding[]>,
  applications: readonly ApplicationAssessment[],
): readonly Finding[] {
  const proving = new Set(
    applications.flatMap(({ requirements }) =>
      requirements.flatMap(({ status, scenario }) => (status === 'satisfied' ? (scenario?.scenario.id ?? []) : [])),
    ),
  );
  return [...ofScenarios].flatMap(([id, findings]) =>
    findings.map((finding) => {
      const isRemark = finding.kind === 'evidence' && !proving.has(id);
      return isRemark ? { ...finding, severity: 'notice' as const } : finding;
    }),
  );
}

/** The moment until which all applications are ready; undefined when one of them isn't proven. */
function commonExpiry(applications: readonly ApplicationAssessment[]): Instant | undefined {
  let first: Instant | undefined;
  for (const { expiresAt } of applications) {
    if (expiresAt === undefined) return undefined;
    first = Math.min(first ?? expiresAt, expiresAt);
  }
  return first;
}
