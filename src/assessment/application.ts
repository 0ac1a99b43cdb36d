import { type Answers, type FormVersion, openQuestions } from '../requirements/form.ts';
import { recommendationsFor, requirementsFor } from '../requirements/demand.ts';
import type { Programme } from '../requirements/programme.ts';
import type { Application, Recommendation, RequirementSet } from '../requirements/requirement.ts';
import type { ClockSettings } from '../settings/settings.ts';
import { type Instant, wholeDays } from '../time/instant.ts';
import { blocks, type FailOn, type Finding } from '../finding.ts';
import type { ApplicationAssessment, RecommendedAssessment } from './assessment.ts';
import { expiringFinding, formFindings, recommendedFinding, requirementFindings } from './findings.ts';
import {
  assessRequirement,
  byDistance,
  byNearness,
  firstExpiry,
  isSatisfied,
  nearest,
  openCount,
  ownRequirement,
  statusOf,
  type AssessedSet,
  type Judged,
  type Scenarios,
} from './requirement.ts';

interface ApplicationContext extends Judged {
  readonly programme: Programme;
  readonly evaluatedAt: Instant;
  readonly clock: ClockSettings;
  readonly failOn: FailOn;
  readonly answers: Answers;
  readonly formVersion: FormVersion | undefined;
}

/**
 * Holds one application (one version of the software) against the matrix.
 *
 * @returns with it what there is to say of it, in the order to act on.
 */
export function assessApplication(
  application: Application,
  context: ApplicationContext,
): { readonly assessment: ApplicationAssessment; readonly findings: readonly Finding[] } {
  const { programme, scenarios } = context;
  const { sets, notRequired } = requirementsFor(programme, application);
  const candidates = sets.map((set) => assessSet(set, context)).toSorted(byNearness);
  const [chosen] = candidates;
  if (chosen === undefined || chosen.requirements.length === 0) {
    // Settings refuse this; a programming error here must not come out as a vacuous 'ready'.
    throw new Error(`Application '${application.name ?? ''}' has no mandatory test: nothing to be ready for.`);
  }
  const recommended = recommendationsFor(programme, application, chosen.set).map((item) =>
    assessRecommendation(item, scenarios),
  );
  const unanswered = openQuestions(programme.form, context.answers, context.formVersion).map(({ key, question }) => ({
    key,
    label: question,
  }));
  const alsoRequired = application.alsoRequired.map((id) => assessRequirement(ownRequirement(id), context));
  const parts = { requirements: chosen.requirements, alsoRequired, recommended, unanswered };
  const name = application.name ?? context.programme.name;
  const findings = findingsOf(name, parts, context);
  const all = { requirements: [...chosen.requirements, ...alsoRequired] };
  const expiresAt = isSatisfied(all) ? firstExpiry(all) : undefined;
  const assessment: ApplicationAssessment = {
    name,
    verdict: isReady(chosen, findings, context) ? 'ready' : 'not-ready',
    application,
    combination: chosen.set.combination,
    combinationBecause: chosenBecause(application, candidates),
    ...parts,
    notRequired,
    expiresAt,
    daysLeft: expiresAt === undefined ? undefined : wholeDays(context.evaluatedAt, expiresAt),
  };
  return { assessment, findings };
}

function findingsOf(
  name: string,
  {
    requirements,
    alsoRequired,
    recommended,
    unanswered,
  }: Pick<ApplicationAssessment, 'requirements' | 'alsoRequired' | 'recommended' | 'unanswered'>,
  context: ApplicationContext,
): readonly Finding[] {
  const { failOn } = context;
  const asked = [...requirements, ...alsoRequired];
  return [
    ...asked.flatMap((assessed) => requirementFindings(assessed, name, context)),
    ...asked.flatMap((assessed) => expiringFinding(assessed, name, context) ?? []),
    ...formFindings(unanswered, name),
    ...(failOn.has('recommended') ? recommended.flatMap((item) => recommendedFinding(item, name) ?? []) : []),
  ];
}

/** By its own findings and those in the evidence of the scenarios that prove its tests. */
function isReady(
  { requirements }: AssessedSet,
  own: readonly Finding[],
  { ofScenarios, failOn }: ApplicationContext,
): boolean {
  const ofEvidence = requirements.flatMap(({ scenario }) => ofScenarios.get(scenario?.scenario.id ?? '') ?? []);
  return ![...own, ...ofEvidence].some((finding) => blocks(finding, failOn));
}

function assessSet(set: RequirementSet, judged: Judged): AssessedSet {
  return { set, requirements: set.requirements.map((requirement) => assessRequirement(requirement, judged)) };
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
  return `Both combinations are satisfied; ${chosen.set.combination} is used, because its evidence lasts ${lasts}.`;
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
