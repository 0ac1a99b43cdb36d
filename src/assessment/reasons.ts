import { formatUtc } from '../time/format.ts';
import type { Finding, Place } from '../finding.ts';
import { unmetNeeds } from './requirement.ts';
import type { RecommendedAssessment, RequirementAssessment } from './assessment.ts';

/** What stands between one requirement and ready; findings in its evidence only where they are binding. */
export function requirementReasons(
  item: RequirementAssessment,
  application: string,
  binding: ReadonlySet<string>,
): readonly Finding[] {
  const { requirement, status, scenario } = item;
  const name = `${requirement.title} (${requirement.wanted})`;
  const shared = { severity: 'error', application, place: placeOf(item) } as const;
  if (status !== 'satisfied') {
    const kind = status === 'not-run' || status === 'incomplete' ? 'missing' : status;
    const what = {
      missing: 'missing',
      incomplete: `${scenario?.scenario.id ?? 'its scenario'} passed, but proves nothing yet`,
      'not-run': `${scenario?.scenario.id ?? 'its scenario'} has not run`,
      failed: `${scenario?.scenario.id ?? 'its scenario'} failed`,
      stale: `${scenario?.scenario.id ?? 'its scenario'} is ${scenario?.undated === true ? 'undated' : 'stale'}`,
    }[status];
    return [{ kind, message: `${name}: ${what}: ${inShort(item.reasons)}.`, next: item.next ?? '', ...shared }];
  }
  if (!binding.has('evidence')) return [];
  return (scenario?.evidence.findings ?? []).map((finding) => ({
    kind: 'evidence',
    severity: 'error',
    message: `${name}: ${scenario?.scenario.id ?? ''}: ${finding.message}`,
    next: 'Correct what the tests hand over as evidence, or run the scenario again, and check again.',
    application,
    place: finding.place,
  }));
}

/** The result to point at: the first that stands in the way. */
function placeOf({ requirement, scenario, status }: RequirementAssessment): Place | undefined {
  if (scenario !== undefined && status === 'incomplete') return unmetNeeds(requirement, scenario)[0]?.place;
  const deciding =
    scenario?.counted.find(({ attempt, time }) =>
      status === 'failed'
        ? attempt.outcome === 'failed'
        : status === 'not-run'
          ? attempt.outcome === 'not-run'
          : scenario.undated
            ? time === undefined
            : time === scenario.testedAt,
    ) ?? scenario?.counted[0];
  return deciding === undefined ? undefined : { file: deciding.attempt.file, line: deciding.attempt.line };
}

export function formReason({ key, label }: { key: string; label: string }, application: string): Finding {
  return {
    kind: 'form',
    severity: 'error',
    message: `A question of the form is unanswered: ${label}`,
    next: `Answer it in the configuration file under answers: '${key}'.`,
    application,
  };
}

export function recommendedReason(item: RecommendedAssessment, application: string): readonly Finding[] {
  if (item.status === 'satisfied') return [];
  const accepts = item.recommendation.accepts.join(' or ');
  const state = item.scenario === undefined ? 'has no result' : `is ${item.status} (${item.scenario.scenario.id})`;
  return [
    {
      kind: 'recommended',
      severity: 'error',
      message: `Recommended test ${accepts} ${state}${item.scenario?.expiresAt === undefined ? '' : `, evidence until ${formatUtc(item.scenario.expiresAt)}`}.`,
      next: `Run it, or leave 'recommended' out of fail-on: HMRC recommends it but doesn't require it.`,
      application,
    },
  ];
}

/** A scenario may have many tests: the first of what is wrong is enough to act on, and the scenario keeps the whole list. */
function inShort(reasons: readonly string[]): string {
  const shown = 2;
  const rest = reasons.length - shown;
  return reasons.slice(0, shown).join('; ') + (rest > 0 ? `; and ${rest} more like this` : '');
}
