import type { ApplicationRequirements, MovementDemand, Requirement } from './requirement.ts';
import type { Scenario } from './scenario.ts';

/* What a programme demands that asks for one movement of a certain course. */

/** One requirement, the same for every application. */
export function requirementsFor(demand: MovementDemand): ApplicationRequirements {
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
  return { sets: [{ combination: undefined, requirements: [requirement] }], notRequired: [], complaints: [] };
}

/** Whether a scenario counts for the movement, and what is wrong about it in HMRC's papers; sentences. */
export function standingOf(
  { ranks, never, paper }: MovementDemand,
  errata: readonly string[],
  { id }: Pick<Scenario, 'id'>,
): readonly string[] {
  const counts = ranks.find(({ scenarios }) => scenarios.includes(id))?.counts;
  const why = never.find(({ scenarios }) => scenarios.includes(id))?.why;
  const answer = counts ?? `no: ${why ?? 'not asked for'}`;
  return [`Counts for the ${paper}: ${answer}.`, ...errata.filter((erratum) => erratum.includes(id))];
}

/** What the form asks of the scenario, to go on with. */
export function askedOf({ ranks, messages }: MovementDemand, { id }: Pick<Scenario, 'id'>): string {
  return ranks.some(({ scenarios }) => scenarios.includes(id))
    ? `asks for MRN and date and time of ${messages.join(' and ')}, of one movement`
    : 'has no field for it';
}
