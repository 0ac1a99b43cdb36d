import * as matrix from './matrix.ts';
import type { Programme } from './programme.ts';
import type {
  Application,
  ApplicationRequirements,
  DecisionMatrix,
  MovementDemand,
  Recommendation,
  Requirement,
  RequirementSet,
} from './requirement.ts';

/* What a programme demands of an application. The one place that tells the kinds of demands apart. */

export function requirementsFor(programme: Programme, application: Application): ApplicationRequirements {
  const { demand } = programme;
  return demand.kind === 'matrix'
    ? matrix.requirementsFor({ ...programme, matrix: demand }, application)
    : requirementsOfMovement(demand);
}

/** The tests that HMRC recommends beyond the mandatory ones of the set; none where it recommends none. */
export function recommendationsFor(
  programme: Programme,
  application: Application,
  set: RequirementSet,
): readonly Recommendation[] {
  const { demand } = programme;
  return demand.kind === 'matrix' ? matrix.recommendationsFor({ ...programme, matrix: demand }, application, set) : [];
}

/** The decision matrix of a programme; undefined where it has none. */
export function matrixOf({ demand }: Programme): DecisionMatrix | undefined {
  return demand.kind === 'matrix' ? demand : undefined;
}

/** The one movement that a programme asks for; undefined where it has a decision matrix. */
export function movementDemandOf({ demand }: Programme): MovementDemand | undefined {
  return demand.kind === 'movement' ? demand : undefined;
}

/** One requirement, the same for every application. */
function requirementsOfMovement(demand: MovementDemand): ApplicationRequirements {
  const { id, title, wanted, first, run, messages, needs, never, because, ranks } = demand;
  const requirement: Requirement = {
    id,
    title,
    accepts: ranks.flatMap(({ scenarios, remark }, index) =>
      scenarios.map((scenario) => ({ id: scenario, rank: index + 1, remark })),
    ),
    wanted,
    first,
    run,
    messages,
    needs,
    never,
    output: id,
    because,
    cell: undefined,
  };
  return { sets: [{ combination: undefined, requirements: [requirement] }], notRequired: [], mistakes: [] };
}
