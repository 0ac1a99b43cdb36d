import * as matrix from './matrix.ts';
import * as movement from './movement.ts';
import type { Programme } from './programme.ts';
import type {
  Application,
  ApplicationRequirements,
  DecisionMatrix,
  MovementDemand,
  Recommendation,
  RequirementSet,
} from './requirement.ts';
import type { Scenario } from './scenario.ts';

/* What a programme demands of an application. The one place that tells the kinds of demands apart. */

export function requirementsFor(programme: Programme, application: Application): ApplicationRequirements {
  const { demand } = programme;
  return demand.kind === 'matrix'
    ? matrix.requirementsFor({ ...programme, matrix: demand }, application)
    : movement.requirementsFor(demand);
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

/** What a scenario is good for, as HMRC's form has it: sentences. */
export function standingOf(programme: Programme, scenario: Scenario): readonly string[] {
  const { demand } = programme;
  return demand.kind === 'matrix'
    ? matrix.standingOf(demand, programme.errata, scenario)
    : movement.standingOf(demand, programme.errata, scenario);
}

/** What the form asks of a scenario, to go on with: 'asks for scenario number, MRN, and …'. */
export function askedOf(programme: Programme, scenario: Scenario): string {
  const { demand } = programme;
  return demand.kind === 'matrix'
    ? matrix.askedOf({ ...programme, matrix: demand }, scenario)
    : movement.askedOf(demand, scenario);
}
