import type { Programme } from './programme.ts';
import type {
  Application,
  ApplicationMistake,
  Cell,
  DecisionMatrix,
  MatrixColumn,
  Needs,
  Recommendation,
  Requirement,
  RequirementSet,
  SupportedFlow,
  ApplicationRequirements,
  FlowNotRequired,
} from './requirement.ts';
import { type Flow, flowFacts, flowTitle, flows as allFlows, type Procedure } from './scenario.ts';

/* What a decision matrix demands, and how it is read. */

/** What of a programme with a decision matrix is needed to read it. */
interface MatrixProgramme extends Pick<Programme, 'scenarios' | 'expected'> {
  readonly matrix: DecisionMatrix;
}

/** Findings in the evidence of a mandatory test are told; whether they are binding is for `fail-on` to say. */
const noNeeds: Needs = { mrn: false, messages: [], without: [] };

/**
 * Reads a programme's decision matrix for an application. Source: FORM appendix A; PAGE for credentials that are already held.
 *
 * One procedure in all supported flows: that procedure's column. Both: combination A or B. A combination is on offer
 * when every supported flow supports the procedure of its cell; if neither is, a flow that can't follow uses the
 * column of its own procedure. Flows whose credentials are held need no test, but still count for what is on offer.
 */
export function requirementsFor(programme: MatrixProgramme, application: Application): ApplicationRequirements {
  const needed = inFormOrder(application.flows.filter(({ flow }) => !isHeld(application, flow)));
  const mistakes = needed.length === 0 ? [nothingToTest(application)] : [];
  const common = { notRequired: notRequired(application), mistakes };

  const only = singleProcedure(application);
  if (only !== undefined) {
    const why = `all supported flows have the ${only} procedure only`;
    const requirements = needed.map(({ flow }) => requirement(programme, flow, `${only} only`, why));
    return { sets: [{ combination: undefined, requirements }], ...common };
  }

  const onOffer = combinations.filter((combination) => misfits(programme, application, combination).length === 0);
  const candidates = onOffer.length > 0 ? onOffer : combinations;
  const { combination: wanted } = application;
  if (wanted === 'auto') return { sets: setsFrom(programme, needed, candidates), ...common };
  if (candidates.includes(wanted)) return { sets: setsFrom(programme, needed, [wanted]), ...common };
  mistakes.push(notOnOffer(programme, application, wanted));
  return { sets: setsFrom(programme, needed, candidates), ...common };
}

/**
 * The tests that HMRC recommends beyond the mandatory ones of the set, in the order of the form's list. Those that the
 * software can't run are left out: other flows, other procedures, flows whose credentials are held. Source: FORM appendix A.
 */
export function recommendationsFor(
  programme: MatrixProgramme,
  application: Application,
  set: RequirementSet,
): readonly Recommendation[] {
  const mandatory = new Set(set.requirements.flatMap(({ accepts }) => accepts.map(({ id }) => id)));
  return programme.matrix.listedTests
    .filter(({ need, accepts, flow }) => {
      const wanted = programme.scenarios.get(accepts[0])?.procedure;
      const runs = application.flows.some(
        (supported) => supported.flow === flow && supported.procedures.some((procedure) => procedure === wanted),
      );
      return need === 'recommended' && runs && !isHeld(application, flow) && !accepts.some((id) => mandatory.has(id));
    })
    .map(({ group: _group, need: _need, ...recommendation }) => recommendation);
}

type Combination = 'A' | 'B';

const combinations: readonly Combination[] = ['A', 'B'];

/** A set for each combination, or just one without a name when they demand the same: then there is nothing to choose. */
function setsFrom(
  programme: MatrixProgramme,
  needed: readonly SupportedFlow[],
  offered: readonly Combination[],
): readonly RequirementSet[] {
  const sets = offered.map((combination) => ({
    combination,
    requirements: needed.map((supported) => combinedRequirement(programme, supported, combination)),
  }));
  const demanded = new Set(sets.map((set) => set.requirements.map(({ wanted }) => wanted).join('; ')));
  if (sets.length === 1 || demanded.size > 1) return sets;
  const requirements = needed.map((supported) =>
    // A flow that follows just one of them uses the column that says so.
    offered.every((combination) => follows(programme, supported, combination))
      ? combinedRequirement(programme, supported, 'A', bothColumns(programme))
      : combinedRequirement(programme, supported, 'A'),
  );
  return [{ combination: undefined, requirements }];
}

function bothColumns({ matrix }: MatrixProgramme): string {
  const [a, b] = combinations.map((combination) => columnTitle(matrix, `combination ${combination}`));
  return `columns '${a}' and '${b}' (which agree)`;
}

/**
 * Whether a cell of the matrix is what demands one of the requirements. Combinations that demand the same of the software
 * are one set without a name: the cells of both do then.
 */
export function demands(
  { cells }: DecisionMatrix,
  { flow, column }: { readonly flow: Flow; readonly column: MatrixColumn },
  { combination, requirements }: RequirementSet,
): boolean {
  return requirements.some(({ cell, accepts }) => {
    if (cell?.flow !== flow) return false;
    const agreed = combination === undefined && isCombination(cell.column) && isCombination(column);
    return cell.column === column || (agreed && accepts[0]?.id === cells[column][flow][0]);
  });
}

function isCombination(column: MatrixColumn): boolean {
  return combinations.some((combination) => column === `combination ${combination}`);
}

/** @param words How the columns are called in the explanation, when it isn't just the combination's. */
function combinedRequirement(
  programme: MatrixProgramme,
  supported: SupportedFlow,
  combination: Combination,
  words?: string,
): Requirement {
  const own = `this flow supports ${procedureWords(supported)}`;
  if (follows(programme, supported, combination)) {
    const why = `the software has both procedures, and ${own}`;
    return requirement(programme, supported.flow, `combination ${combination}`, why, words);
  }
  // Only reached when neither combination is on offer. A flow with both procedures can follow either, so this one has just one.
  const [procedure = 'normal'] = supported.procedures;
  const why = `the software has both procedures, but ${own}, and the flows together can follow neither combination`;
  return requirement(programme, supported.flow, `${procedure} only`, why);
}

function requirement(
  { matrix, expected }: MatrixProgramme,
  flow: Flow,
  column: MatrixColumn,
  why: string,
  words = `column '${columnTitle(matrix, column)}'`,
): Requirement {
  const because = `Row '${rowTitle(matrix, flow)}', ${words} of the decision matrix: ${why}.`;
  const cell = matrix.cells[column][flow];
  const wanted = cell.join(' or ');
  return {
    id: flow,
    title: flowTitle(flow),
    accepts: cell.map((id) => ({ id, rank: 1, remark: undefined })),
    wanted,
    first: cell,
    run: `Run ${wanted} in Trader Test, name it in the test (or map your test name to it), and add its report to results.`,
    messages: expected[flow],
    needs: noNeeds,
    never: [],
    output: undefined,
    because,
    cell: { flow, column },
  };
}

function columnTitle({ columns }: DecisionMatrix, column: MatrixColumn): string {
  return columns.find((one) => one.column === column)?.title ?? column;
}

/** The procedure that all supported flows have in common, when none has the other one, too. */
function singleProcedure({ flows }: Application): Procedure | undefined {
  const [procedure, other] = new Set(flows.flatMap(({ procedures }) => procedures));
  return other === undefined ? procedure : undefined;
}

function misfits(
  programme: MatrixProgramme,
  { flows }: Application,
  combination: Combination,
): readonly SupportedFlow[] {
  return flows.filter((flow) => !follows(programme, flow, combination));
}

function follows(programme: MatrixProgramme, { flow, procedures }: SupportedFlow, combination: Combination): boolean {
  return procedures.some((procedure) => procedure === cellProcedure(programme, flow, combination));
}

function cellProcedure(
  { matrix, scenarios }: MatrixProgramme,
  flow: Flow,
  combination: Combination,
): string | undefined {
  const cell: Cell = matrix.cells[`combination ${combination}`][flow];
  return scenarios.get(cell[0])?.procedure;
}

function isHeld({ credentialsHeld }: Application, flow: Flow): boolean {
  return credentialsHeld.includes(flowFacts(flow).direction);
}

function notRequired(application: Application): readonly FlowNotRequired[] {
  return allFlows.flatMap(({ id: flow, plural, direction }): FlowNotRequired[] => {
    const own = application.notApplicable[flow];
    if (isHeld(application, flow)) {
      const why = own ?? `Production credentials for ${direction} movements are already held.`;
      return [{ flow, cause: 'credentials-held', why }];
    }
    if (application.flows.some((supported) => supported.flow === flow)) return [];
    return [{ flow, cause: 'not-supported', why: own ?? `The software does not support ${plural}.` }];
  });
}

function nothingToTest({ name, flows, credentialsHeld }: Application): ApplicationMistake {
  const isHeldAll = flows.length > 0;
  const why = isHeldAll
    ? `production credentials are already held for every flow that it supports (credentials held: ${credentialsHeld.join(' and ')})`
    : 'it supports no flow';
  const or = isHeldAll ? ", or leave out credentials that it doesn't hold" : '';
  return {
    about: isHeldAll ? 'credentialsHeld' : 'flows',
    message: `${nameOf(name)} has no mandatory test left, because ${why}. A check of nothing would always pass, so it is refused: add the flows that it applies for${or}.`,
  };
}

function notOnOffer(programme: MatrixProgramme, application: Application, wanted: Combination): ApplicationMistake {
  const other = wanted === 'A' ? 'B' : 'A';
  const why = misfits(programme, application, wanted).map((supported) => {
    const needs = cellProcedure(programme, supported.flow, wanted) ?? '';
    return `${supported.flow} would need the ${needs} procedure, but supports ${procedureWords(supported)}`;
  });
  return {
    about: 'combination',
    message: `${nameOf(application.name)} can't use combination ${wanted}: ${why.join('; ')}. Combination ${other} is on offer: choose that, or 'auto'.`,
  };
}

function inFormOrder(supported: readonly SupportedFlow[]): readonly SupportedFlow[] {
  return allFlows.flatMap(({ id }) => supported.filter(({ flow }) => flow === id));
}

function procedureWords({ procedures }: SupportedFlow): string {
  return procedures.length > 1 ? 'both procedures' : `the ${procedures.join('')} procedure only`;
}

function rowTitle({ rows }: DecisionMatrix, flow: Flow): string {
  return rows.find((row) => row.flow === flow)?.title ?? flow;
}

function nameOf(name: string | undefined): string {
  return name === undefined ? 'The software' : `Application '${name}'`;
}
