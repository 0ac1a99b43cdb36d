import type { Attempt } from '../matching/attempt.ts';
import { findReusedMrns } from './gather.ts';
import type { ReportFile } from '../junit/report.ts';
import type { Finding } from '../finding.ts';
import type { FormVersion } from '../requirements/form.ts';
import type { ScenarioId } from '../requirements/scenario.ts';
import type { Settings } from '../settings/settings.ts';
import { type Instant, wholeDays } from '../time/instant.ts';
import { assessApplication } from './application.ts';
import type { ApplicationAssessment, Assessment, ScenarioAssessment } from './assessment.ts';
import { spoilsSoon } from './freshness.ts';
import { grouped } from './grouped.ts';
import { assessScenario, type ScenarioContext } from './scenario.ts';
import { credibleTimes } from './times.ts';

export interface AssessmentInput {
  readonly attempts: readonly Attempt[];
  readonly files: readonly ReportFile[];
  readonly problems: readonly Finding[];
  /** Set when there was no report at all: a sentence that names where was looked. */
  readonly nothingFound: string | undefined;
  /** Version of the form that is to be filled in; undefined: the latest. */
  readonly formVersion?: FormVersion | undefined;
  readonly settings: Pick<
    Settings,
    'programme' | 'applications' | 'clock' | 'failOn' | 'duplicates' | 'answers' | 'applicationAnswers'
  >;
}

/**
 * Results × requirements × clock → the one value that every renderer reads.
 *
 * The verdict says whether the evidence is ready for HMRC: every mandatory test of every application proven by a
 * passed, dated, fresh scenario, every matched report readable, and whatever else `fail-on` makes binding.
 * `fail-on` can make the verdict stricter but never milder; which reasons fail the step (`fatal`) is its to say.
 *
 * @param now The clock, UTC.
 */
export function assess(input: AssessmentInput, now: Instant): Assessment {
  const { programme, clock, failOn, duplicates } = input.settings;
  const evaluatedAt = clock.asOf ?? now;
  const credible = credibleTimes(programme, now, evaluatedAt);
  const context: ScenarioContext = { programme, clock, evaluatedAt, credible, duplicates };
  const { scenarios, problems } = assessScenarios(input.attempts, context);
  const binding = new Set((['evidence', 'form', 'recommended'] as const).filter((kind) => failOn.has(kind)));
  const applications = input.settings.applications.map((application) =>
    assessApplication(application, {
      programme,
      scenarios,
      evaluatedAt,
      binding,
      formVersion: input.formVersion,
      answers: { ...input.settings.answers, ...input.settings.applicationAnswers[application.name] },
    }),
  );
  const allProblems = [...input.problems, ...problems];
  const reasons = [
    ...nothingReason(input.nothingFound),
    ...applications.flatMap((application) => application.reasons),
    ...unreadableReasons(input.files, allProblems),
  ];
  const expiresAt = commonExpiry(applications);
  return {
    programme,
    evaluatedAt,
    verdict: reasons.length === 0 && applications.length > 0 ? 'ready' : 'not-ready',
    reasons,
    fatal: reasons.filter(({ kind }) => kind === 'no-report' || failOn.has(kind)),
    failOn: [...failOn],
    expiresAt,
    daysLeft: expiresAt === undefined ? undefined : wholeDays(evaluatedAt, expiresAt),
    expiringSoon: expiresAt !== undefined && reasons.length === 0 && spoilsSoon(expiresAt, evaluatedAt, clock),
    clock,
    applications,
    scenarios,
    files: input.files,
    problems: allProblems,
  };
}

function assessScenarios(
  attempts: readonly Attempt[],
  context: ScenarioContext,
): { scenarios: ReadonlyMap<ScenarioId, ScenarioAssessment>; problems: readonly Finding[] } {
  const byScenario = grouped(attempts, ({ scenario }) => scenario);
  const scenarios = new Map<ScenarioId, ScenarioAssessment>();
  const problems: Finding[] = [];
  for (const scenario of context.programme.scenarios.values()) {
    const own = byScenario.get(scenario.id);
    if (own === undefined) continue;
    const judged = assessScenario(scenario, own, context);
    scenarios.set(scenario.id, judged.assessment);
    for (const problem of judged.problems) problems.push(problem);
  }
  for (const [id, findings] of findReusedMrns(scenarios)) {
    const assessment = scenarios.get(id);
    if (assessment === undefined) continue;
    const evidence = { ...assessment.evidence, findings: [...assessment.evidence.findings, ...findings] };
    scenarios.set(id, { ...assessment, evidence });
  }
  return { scenarios, problems };
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

function nothingReason(nothingFound: string | undefined): readonly Finding[] {
  if (nothingFound === undefined) return [];
  return [
    {
      kind: 'no-report',
      severity: 'error',
      message: nothingFound,
      next: 'Check the results globs, and that the tests ran before this check and wrote their JUnit reports.',
    },
  ];
}

function unreadableReasons(files: readonly ReportFile[], problems: readonly Finding[]): readonly Finding[] {
  const ofFiles = files.flatMap(({ problem }) => (problem === undefined ? [] : [problem]));
  const others = problems.filter(({ severity }) => severity === 'error');
  return [...ofFiles, ...others].map((problem) => ({
    kind: 'unreadable',
    severity: 'error',
    message: problem.place?.file === undefined ? problem.message : `${problem.place.file}: ${problem.message}`,
    next:
      problem.kind === 'earlier-results'
        ? "Put that right and run the job again, or run the scenarios again: what can't be had may hide a newer failure."
        : 'Have the test run write a whole, sound JUnit report, or narrow the results globs to JUnit reports.',
    place: problem.place,
  }));
}
