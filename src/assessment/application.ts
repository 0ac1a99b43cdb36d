import { type Answers, type FormVersion, openQuestions } from '../requirements/form.ts';
import { recommendationsFor, requirementsFor } from '../requirements/demand.ts';
import type { Programme } from '../requirements/programme.ts';
import type { Application, Recommendation, RequirementSet } from '../requirements/requirement.ts';
import { type Instant, wholeDays } from '../time/instant.ts';
import type { ApplicationAssessment, RecommendedAssessment } from './assessment.ts';
import { formReason, recommendedReason, requirementReasons } from './reasons.ts';
import {
  assessRequirement,
  byDistance,
  byNearness,
  firstExpiry,
  isSatisfied,
  nearest,
  openCount,
  statusOf,
  type AssessedSet,
  type Scenarios,
} from './requirement.ts';

export interface ApplicationContext {
  readonly programme: Programme;
  readonly scenarios: Scenarios;
  readonly evaluatedAt: Instant;
  /** Kinds of findings that are only binding when asked for. */
  readonly binding: ReadonlySet<'evidence' | 'form' | 'recommended'>;
  readonly answers: Answers;
  readonly formVersion: FormVersion | undefined;
}

/** Holds one application (one version of the software) against the matrix. */
export function assessApplication(application: Application, context: ApplicationContext): ApplicationAssessment {
  const { programme } = context;
  const { sets, notRequired } = requirementsFor(programme, application);
  const candidates = sets.map((set) => assessSet(set, context)).toSorted(byNearness);
  const [chosen] = candidates;
  if (chosen === undefined || chosen.requirements.length === 0) {
    // Settings refuse this; a programming error here must not come out as a vacuous 'ready'.
    throw new Error(`Application '${application.name}' has no mandatory test: nothing to be ready for.`);
  }
  const recommended = recommendationsFor(programme, application, chosen.set).map((item) =>
    assessRecommendation(item, context.scenarios),
  );
  const unanswered = openQuestions(programme.form, context.answers, context.formVersion).map(({ key, question }) => ({
    key,
    label: question,
  }));
  const reasons = [
    ...chosen.requirements.flatMap((requirement) => requirementReasons(requirement, application.name, context.binding)),
    ...(context.binding.has('form') ? unanswered.map((question) => formReason(question, application.name)) : []),
    ...(context.binding.has('recommended')
      ? recommended.flatMap((item) => recommendedReason(item, application.name))
      : []),
  ];
  const expiresAt = isSatisfied(chosen) ? firstExpiry(chosen) : undefined;
  return {
    name: application.name,
    verdict: reasons.length === 0 ? 'ready' : 'not-ready',
    application,
    combination: chosen.set.combination,
    combinationBecause: chosenBecause(application, candidates),
    requirements: chosen.requirements,
    notRequired,
    recommended,
    expiresAt,
    daysLeft: expiresAt === undefined ? undefined : wholeDays(context.evaluatedAt, expiresAt),
    reasons,
    unanswered,
  };
}

function assessSet(set: RequirementSet, context: ApplicationContext): AssessedSet {
  return { set, requirements: set.requirements.map((requirement) => assessRequirement(requirement, context)) };
}

function chosenBecause(application: Application, candidates: readonly AssessedSet[]): string | undefined {
  const [chosen, other] = candidates;
  if (chosen?.set.combination === undefined) return undefined;
  const name = `Combination ${chosen.set.combination}`;
  if (application.combination !== 'auto') return `${name} was chosen in the settings.`;
  if (other === undefined) return `${name} is the only one that the software's procedures allow.`;
  const against = `combination ${other.set.combination ?? ''}`;
  if (!isSatisfied(chosen)) {
    const isNearer = byDistance(chosen, other) !== 0;
    const lead = isNearer ? 'is nearer to being satisfied than' : 'is as near to being satisfied as';
    const why = isNearer && openCount(chosen) === openCount(other) ? ': its open tests have got further' : '';
    return `${name} (${openCount(chosen)} open) ${lead} ${against} (${openCount(other)} open)${why}.`;
  }
  if (!isSatisfied(other)) return `${name} is satisfied, ${against} is not.`;
  const lasts = firstExpiry(chosen) === firstExpiry(other) ? 'as long' : 'longer';
  return `Both combinations are satisfied; ${chosen.set.combination} is taken, since its evidence lasts ${lasts}.`;
}

function assessRecommendation(recommendation: Recommendation, scenarios: Scenarios): RecommendedAssessment {
  const proper = nearest(recommendation.accepts, scenarios);
  const { xiAsPrinted } = recommendation;
  // The form's own list is what a user goes by: its misprinted number is accepted where the right one has not been run.
  const printed = xiAsPrinted === undefined || proper !== undefined ? undefined : scenarios.get(xiAsPrinted);
  const scenario = proper ?? printed;
  const note =
    printed === undefined
      ? recommendation.note
      : `${printed.scenario.id} is what the form's list prints here; in the testing guide it is '${printed.scenario.title}', and the XI scenario meant is ${recommendation.accepts[1]}.`;
  return { recommendation, status: statusOf(scenario), scenario, note };
}
