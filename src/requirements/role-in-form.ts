import { matrixOf, movementDemandOf } from './demand.ts';
import type { Programme } from './programme.ts';
import type { DecisionMatrix, MovementDemand } from './requirement.ts';
import { flowFacts, hasMrn, type Scenario, type ScenarioId } from './scenario.ts';

/** What a scenario counts for in HMRC's form: sentences. */
export function roleInForm(programme: Programme, scenario: Scenario): readonly string[] {
  const { errata } = programme;
  const [matrix, movement] = [matrixOf(programme), movementDemandOf(programme)];
  return [
    ...(matrix === undefined ? [] : roleInMatrix(matrix, errata, scenario)),
    ...(movement === undefined ? [] : roleOfMovement(movement, errata, scenario)),
  ];
}

/** What the form asks of a scenario, to go on with: 'asks for scenario number, MRN, and …'. */
export function askedOf(programme: Programme, scenario: Scenario): string {
  const movement = movementDemandOf(programme);
  const matrix = matrixOf(programme);
  if (movement !== undefined) return askedOfMovement(movement, scenario);
  return matrix === undefined ? 'asks for nothing of it' : askedInMatrix(matrix, programme, scenario);
}

/** Where a scenario stands in the matrix and in the list, and what is wrong there; sentences. */
function roleInMatrix(
  matrix: DecisionMatrix,
  errata: readonly string[],
  { id }: Pick<Scenario, 'id'>,
): readonly string[] {
  const sentences = cellsOf(matrix, id).map(({ row, columns, other }) => {
    const titles = columns.map((title) => `'${title}'`).join(', ');
    return `Mandatory in row '${row}', ${columns.length === 1 ? 'column' : 'columns'} ${titles}; ${other} would do as well.`;
  });
  const listed = matrix.listedTests.filter(({ accepts }) => accepts.includes(id));
  for (const { accepts, procedure, flow } of listed.filter(({ need }) => need === 'recommended')) {
    const other = accepts.find((one) => one !== id);
    const what = `${flowFacts(flow).plural}, ${procedure}`;
    sentences.push(`Recommended in the list of tests (${what}); ${other} would do as well.`);
  }
  if (sentences.length === 0) sentences.push('Neither mandatory nor recommended there.');
  const notes = listed.flatMap(({ note }) => note ?? []);
  return [...sentences, ...(notes.length > 0 ? notes : about(id, errata))];
}

/** The errata that name the scenario, not just a number that begins with its own: DSXI10 is not DSXI1. */
function about(id: ScenarioId, errata: readonly string[]): readonly string[] {
  return errata.filter((erratum) => erratum.split(/[^A-Za-z\d-]/u).includes(id));
}

/** The matrix's cells that the scenario is in, by row, and the other scenario in them. */
function cellsOf(
  matrix: DecisionMatrix,
  id: ScenarioId,
): readonly { row: string; columns: readonly string[]; other: ScenarioId }[] {
  return matrix.rows.flatMap(({ flow, title }) => {
    const columns = matrix.columns.filter(({ column }) => matrix.cells[column][flow].includes(id));
    const [first] = columns;
    if (first === undefined) return [];
    const [gb, xi] = matrix.cells[first.column][flow];
    return [{ row: title, columns: columns.map((column) => column.title), other: gb === id ? xi : gb }];
  });
}

function askedInMatrix(
  matrix: DecisionMatrix,
  { expected }: Pick<Programme, 'expected'>,
  { id, flow, steps }: Pick<Scenario, 'id' | 'flow' | 'steps'>,
): string {
  const inSteps = new Set(steps.flatMap(({ sends, receives }) => [...sends, ...receives]));
  const dated = `date and time of ${expected[flow].filter((type) => inSteps.has(type)).join(', ')}`;
  if (cellsOf(matrix, id).length > 0) return `asks for scenario number, MRN, and ${dated}`;
  return matrix.listedTests.some(({ accepts }) => accepts.includes(id))
    ? `asks for scenario number and MRN or LRN; ${dated} are looked for as well, to see that it ran as it should`
    : `has no field for it; ${hasMrn({ flow, steps }) ? 'MRN' : 'LRN'} and ${dated} are looked for all the same`;
}

/** Whether a scenario counts for the movement, and what is wrong about it in HMRC's papers; sentences. */
function roleOfMovement(
  { ranks, never, paper }: MovementDemand,
  errata: readonly string[],
  { id }: Pick<Scenario, 'id'>,
): readonly string[] {
  const counts = ranks.find(({ scenarios }) => scenarios.includes(id))?.counts;
  const why = never.find(({ scenarios }) => scenarios.includes(id))?.why;
  const answer = counts ?? `no: ${why ?? 'not asked for'}`;
  return [`Counts for the ${paper}: ${answer}.`, ...about(id, errata)];
}

function askedOfMovement({ ranks, messages }: MovementDemand, { id }: Pick<Scenario, 'id'>): string {
  return ranks.some(({ scenarios }) => scenarios.includes(id))
    ? `asks for MRN and date and time of ${messages.join(' and ')}, of one movement`
    : 'has no field for it';
}
