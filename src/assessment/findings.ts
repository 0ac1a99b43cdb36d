import type { Programme } from '../requirements/programme.ts';
import type { ClockSettings } from '../settings/settings.ts';
import { formatMoment } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { lastOpenMoment } from '../time/working-days.ts';
import { firstOf, type Finding, type Place } from '../finding.ts';
import {
  statusText,
  type RecommendedAssessment,
  type RequirementAssessment,
  type RequirementStatus,
} from './assessment.ts';
import { expiresSoon } from './freshness.ts';
import { nextStep, notCounting, unmetNeeds, type Judged, type UnmetNeed } from './requirement.ts';

/* What there is to say of one application beyond what there is to say of scenarios. */

/**
 * What stands between a mandatory test and satisfied, then what explains it where its scenario's own findings don't; none
 * when it is satisfied.
 */
export function requirementFindings(
  assessed: RequirementAssessment,
  application: string,
  { programme, ...judged }: { readonly programme: Programme } & Judged,
): readonly Finding[] {
  const { requirement, status, scenario } = assessed;
  if (status === 'satisfied') {
    return [];
  }
  const about = { scenario: scenario?.scenario.id, requirement: requirement.id, application };
  const unmet = unmetOf(assessed, judged);
  const own = unmet.map(({ message, place }): Finding => {
    return { kind: 'missing', severity: 'notice', message, place, ...about };
  });
  const ofScenario = judged.ofScenarios.get(scenario?.scenario.id ?? '') ?? [];
  const deciding = own.length > 0 ? own : explaining(status, ofScenario);
  const main: Finding = {
    kind: status === 'not-run' || status === 'incomplete' ? 'missing' : status,
    severity: 'error',
    message: `${requirement.title} (${requirement.wanted}): ${whatOf(assessed, deciding)}.`,
    next: unmet.some(({ isFinal }) => isFinal)
      ? requirement.run
      : (scenario?.next ?? nextStep(requirement, status, scenario, programme)),
    place: deciding[0]?.place ?? firstPlace(assessed),
    ...about,
  };
  return [main, ...own];
}

/** What a mandatory test lacks although a scenario passed. */
function unmetOf({ requirement, status, scenario }: RequirementAssessment, judged: Judged): readonly UnmetNeed[] {
  if (scenario === undefined) {
    return notCounting(requirement, judged);
  }
  return status === 'incomplete' ? unmetNeeds(requirement, scenario, judged) : [];
}

/** Of what is said of a scenario, what explains why a mandatory test stands as it does. */
function explaining(status: RequirementStatus, ofScenario: readonly Finding[]): readonly Finding[] {
  const kinds = explainingKinds[status];
  return ofScenario.filter(({ kind, requirement }) => requirement === undefined && kinds.has(kind));
}

const explainingKinds: Readonly<Record<RequirementStatus, ReadonlySet<Finding['kind']>>> = {
  satisfied: new Set(),
  incomplete: new Set(),
  missing: new Set(),
  'not-run': new Set(['missing']),
  failed: new Set(['failed']),
  stale: new Set(['stale', 'time']),
};

/** Everything that explains why a mandatory test of an application stands as it does. */
export function explanationOf(
  { requirement, status, scenario }: RequirementAssessment,
  application: string,
  findings: readonly Finding[],
): readonly Finding[] {
  const own = findings.filter(
    (finding) =>
      finding.requirement === requirement.id && finding.application === application && finding.severity === 'notice',
  );
  const ofScenario = findings.filter((finding) => finding.scenario === scenario?.scenario.id);
  return [...own, ...(scenario === undefined ? [] : explaining(status, ofScenario))];
}

/**
 * How it stands and why. A scenario may have many tests: the first of what is wrong is enough to act on. What evidence lacks
 * is a few things, each of which has to be handed over.
 */
function whatOf({ status, scenario }: RequirementAssessment, deciding: readonly Finding[]): string {
  const { shown, more } = firstOf(deciding, status === 'incomplete' ? 4 : 1);
  const why = shown.map(({ message }) => message).join('; ');
  const rest = more > 0 ? `; and ${more} more like this` : '';
  if (scenario === undefined) {
    return why === '' ? 'no report has a result' : `no result counts (${why}${rest})`;
  }
  const how = howOf(status, why, statusText(status, scenario));
  return `${scenario.scenario.id}${how}${why === '' ? '' : `: ${why}${rest}`}`;
}

/** ' is stale'; nothing where what is said of the test has it already: 'failed', 'did not run'. */
function howOf(status: RequirementStatus, why: string, text: string): string {
  if (status === 'incomplete') {
    return ' passed, but its evidence is incomplete';
  }
  if (status === 'stale') {
    return ` is ${text}`;
  }
  return why === '' ? ` ${status === 'failed' ? '' : 'was '}${text}` : '';
}

function firstPlace({ scenario }: RequirementAssessment): Place | undefined {
  const attempt = scenario?.counted[0]?.attempt;
  return attempt === undefined ? undefined : { file: attempt.file, line: attempt.line };
}

/** Evidence that proves a mandatory test, but not for longer than the days of which the user wants to be warned. */
export function expiringFinding(
  { requirement, scenario, expiresAt }: RequirementAssessment,
  application: string,
  { evaluatedAt, clock }: { readonly evaluatedAt: Instant; readonly clock: ClockSettings },
): Finding | undefined {
  if (scenario === undefined || expiresAt === undefined || !expiresSoon(expiresAt, evaluatedAt, clock)) {
    return undefined;
  }
  const { id } = scenario.scenario;
  const last = lastOpenMoment(evaluatedAt, expiresAt);
  const again =
    last === undefined ? 'Trader Test does not open again before then.' : runAgain(id, last, expiresAt, clock);
  return {
    kind: 'expiring',
    severity: 'warning',
    message: `${requirement.title}: the evidence of ${id} expires on ${formatMoment(expiresAt, clock.timeZone)}.`,
    next: `Send the form before then. ${again}`,
    scenario: id,
    requirement: requirement.id,
    application,
  };
}

/** A working day may end before the evidence does. */
function runAgain(id: string, last: Instant, expiresAt: Instant, { timeZone }: ClockSettings): string {
  return last === expiresAt
    ? `If that is too soon, run ${id} again before then.`
    : `If that is too soon, run ${id} again before ${formatMoment(last, timeZone)}: then Trader Test closes until the evidence has expired.`;
}

/** Questions of the form that a person still has to answer; one finding each. */
export function formFindings(
  unanswered: readonly { readonly key: string; readonly label: string }[],
  application: string,
): readonly Finding[] {
  return unanswered.map(({ key, label }) => ({
    kind: 'form',
    code: key,
    severity: 'warning',
    message: `A question of the form is unanswered: ${label}`,
    next: `Answer it in the configuration file under answers: '${key}'.`,
    application,
  }));
}

/** A recommended test that isn't proven. */
export function recommendedFinding(item: RecommendedAssessment, application: string): Finding | undefined {
  if (item.status === 'satisfied') {
    return undefined;
  }
  const accepts = item.recommendation.accepts.join(' or ');
  const { scenario } = item;
  const state = scenario === undefined ? 'has no result' : `is ${item.status} (${scenario.scenario.id})`;
  const until = scenario?.expiresAt === undefined ? '' : `, evidence until ${formatMoment(scenario.expiresAt, 'UTC')}`;
  return {
    kind: 'recommended',
    severity: 'warning',
    message: `Recommended test ${accepts} ${state}${until}.`,
    next: `Run it, or leave 'recommended' out of fail-on: HMRC recommends it but doesn't require it.`,
    application,
  };
}
