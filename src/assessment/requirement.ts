import { interventionMail } from '../requirements/intervention.ts';
import type { Programme } from '../requirements/programme.ts';
import type { Requirement, RequirementSet } from '../requirements/requirement.ts';
import type { Scenario, ScenarioId } from '../requirements/scenario.ts';
import type { RequirementAssessment, RequirementStatus, ScenarioAssessment } from './assessment.ts';

export type Scenarios = ReadonlyMap<ScenarioId, ScenarioAssessment>;

/** From proven to nothing known: how far a requirement is from being satisfied. */
const distance: Readonly<Record<RequirementStatus, number>> = {
  satisfied: 0,
  stale: 1,
  failed: 2,
  'not-run': 3,
  missing: 4,
};

export function statusOf(scenario: ScenarioAssessment | undefined): RequirementStatus {
  if (scenario === undefined) return 'missing';
  return scenario.status === 'passed' ? 'satisfied' : scenario.status;
}

/** Of the scenarios that would do, the one that satisfies and lasts longest, else the nearest to it; ties: the first, GB. */
export function nearest(accepts: readonly ScenarioId[], scenarios: Scenarios): ScenarioAssessment | undefined {
  let best: ScenarioAssessment | undefined;
  for (const id of accepts) {
    const candidate = scenarios.get(id);
    if (candidate === undefined) continue;
    const nearer = best === undefined ? -1 : distance[statusOf(candidate)] - distance[statusOf(best)];
    if (nearer < 0 || (nearer === 0 && (candidate.expiresAt ?? 0) > (best?.expiresAt ?? 0))) best = candidate;
  }
  return best;
}

export function assessRequirement(
  requirement: Requirement,
  { scenarios, programme }: { readonly scenarios: Scenarios; readonly programme: Programme },
): RequirementAssessment {
  const scenario = nearest(requirement.accepts, scenarios);
  const status = statusOf(scenario);
  if (status === 'satisfied') {
    return { requirement, status, scenario, expiresAt: scenario?.expiresAt, reasons: [], next: undefined };
  }
  const [gb, xi] = requirement.accepts;
  return {
    requirement,
    status,
    scenario,
    expiresAt: undefined,
    reasons: scenario?.reasons ?? [`no report has a result for ${gb} or ${xi}`],
    next: nextStep(requirement, status, scenario, programme),
  };
}

function nextStep(
  requirement: Requirement,
  status: Exclude<RequirementStatus, 'satisfied'>,
  scenario: ScenarioAssessment | undefined,
  programme: Programme,
): string {
  const [gb, xi] = requirement.accepts;
  const help = manualHelp(scenario?.scenario ?? programme.scenarios.get(gb));
  const id = scenario?.scenario.id ?? gb;
  switch (status) {
    case 'missing':
      return `Run ${gb} or ${xi} in Trader Test, name it in the test (or map your test name to it), and add its report to results.${help}`;
    case 'not-run':
      return `Have ${id} really run in Trader Test (it was skipped or not listed), then check again.${help}`;
    case 'failed':
      return `Find out why ${id} failed, run it again in Trader Test until it passes, then check again.${help}`;
    case 'stale':
      return scenario?.undated === true
        ? `Have your test tool write when ${id} ran (a timestamp in the report, or its message times as evidence), then check again.`
        : `Run ${id} again in Trader Test: its evidence doesn't count any more.${help}`;
  }
}

/** Source: GUIDE, normal procedure: a person at HMRC releases the movement after an e-mail. */
function manualHelp(scenario: Scenario | undefined): string {
  const step = scenario?.steps.findIndex(({ manualIntervention }) => manualIntervention) ?? -1;
  if (scenario === undefined || step < 0) return '';
  const { to, subject } = interventionMail(scenario, step + 1);
  return ` HMRC has to act by hand in it: e-mail ${to} with the subject '${subject}', and reckon with a working day.`;
}

export interface AssessedSet {
  readonly set: RequirementSet;
  readonly requirements: readonly RequirementAssessment[];
}

export function isSatisfied({ requirements }: AssessedSet): boolean {
  return requirements.every(({ status }) => status === 'satisfied');
}

/** When the first of its satisfied requirements spoils. */
export function firstExpiry({ requirements }: Pick<AssessedSet, 'requirements'>): number | undefined {
  const times = requirements.flatMap(({ expiresAt }) => (expiresAt === undefined ? [] : [expiresAt]));
  return times.length === 0 ? undefined : Math.min(...times);
}

/** How many requirements of a combination are not satisfied. */
export function openCount({ requirements }: AssessedSet): number {
  return requirements.filter(({ status }) => status !== 'satisfied').length;
}

/** How far two combinations are from being satisfied: fewer open requirements first, then nearer ones. */
export function byDistance(a: AssessedSet, b: AssessedSet): number {
  const far = (set: AssessedSet): number => set.requirements.reduce((sum, { status }) => sum + distance[status], 0);
  return openCount(a) - openCount(b) || far(a) - far(b);
}

/** The better of two combinations comes first: the nearer one, then the later expiry, then A. */
export function byNearness(a: AssessedSet, b: AssessedSet): number {
  return (
    byDistance(a, b) ||
    (firstExpiry(b) ?? 0) - (firstExpiry(a) ?? 0) ||
    (a.set.combination ?? '').localeCompare(b.set.combination ?? '')
  );
}
