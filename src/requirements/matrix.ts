import { type Cell, decisionMatrix, listedTests, matrixColumns, matrixRows } from './appendix-a.ts';
import { scenarioById } from './catalogue.ts';
import { type Direction, flows as allFlows } from './flows.ts';
import type {
  Application,
  MatrixColumn,
  Recommendation,
  Requirement,
  RequirementSet,
  SupportedFlow,
} from './requirement.ts';
import type { Flow, Procedure } from './scenario.ts';

/** What HMRC demands of one application. */
export interface ApplicationRequirements {
  /**
   * One of the sets is enough; A before B. Each has a requirement for every supported flow without credentials, in
   * the form's order. Never empty; a set is only empty together with a complaint.
   */
  readonly sets: readonly RequirementSet[];
  /** The form's other flows, in its order. `why` is a sentence for the form's 'if not applicable' field. */
  readonly notRequired: readonly FlowNotRequired[];
  /** What keeps the application from being checked at all; sentences. Whoever reads settings must refuse it with them. */
  readonly complaints: readonly string[];
}

export interface FlowNotRequired {
  readonly flow: Flow;
  readonly cause: 'not-supported' | 'credentials-held';
  readonly why: string;
}

/**
 * Reads the decision matrix for an application. Source: FORM appendix A; PAGE for credentials that are already held.
 *
 * One procedure in all supported flows: that procedure's column. Both: combination A or B. A combination is on offer
 * when every supported flow supports the procedure of its cell; if neither is, a flow that can't follow uses the
 * column of its own procedure. Flows whose credentials are held need no test, but still count for what is on offer.
 */
export function requirementsFor(application: Application): ApplicationRequirements {
  const complaints: string[] = [];
  const needed = application.flows.filter(({ flow }) => !isHeld(application, flow));
  if (needed.length === 0) complaints.push(nothingToTest(application));
  const pick = (combination: 'A' | 'B' | undefined, explain: Explain): RequirementSet => ({
    combination,
    requirements: inFormOrder(needed).map((flow) => requirement(flow, explain)),
  });

  const only = singleProcedure(application);
  if (only !== undefined) {
    const why = `all supported flows have the ${only} procedure only`;
    const set = pick(undefined, () => ({ column: `${only} only`, why }));
    return { sets: [set], notRequired: notRequired(application), complaints };
  }

  const onOffer = combinations.filter((combination) => misfits(application, combination).length === 0);
  const candidates = onOffer.length > 0 ? onOffer : combinations;
  let chosen = candidates;
  if (application.combination !== 'auto') {
    const wanted = application.combination;
    if (candidates.includes(wanted)) chosen = [wanted];
    else complaints.push(notOnOffer(application, wanted));
  }
  const sets = chosen.map((combination) => pick(combination, byCombination(combination)));
  return { sets: collapse(sets), notRequired: notRequired(application), complaints };
}

/**
 * The tests that HMRC recommends beyond the mandatory ones of the set, in the order of the form's list. Those that the
 * software can't run are left out: other flows, other procedures, flows whose credentials are held. Source: FORM appendix A.
 */
export function recommendationsFor(application: Application, set: RequirementSet): readonly Recommendation[] {
  const mandatory = new Set(set.requirements.flatMap(({ accepts }) => accepts));
  return listedTests
    .filter(({ need, accepts, flow }) => {
      const procedures = application.flows.find((supported) => supported.flow === flow)?.procedures ?? [];
      const runs = procedures.some((procedure) => procedure === scenarioById(accepts[0])?.procedure);
      return need === 'recommended' && runs && !isHeld(application, flow) && !accepts.some((id) => mandatory.has(id));
    })
    .map(({ group: _group, need: _need, ...recommendation }) => recommendation);
}

type Explain = (flow: SupportedFlow) => { readonly column: MatrixColumn; readonly why: string };

const combinations: readonly ('A' | 'B')[] = ['A', 'B'];

function requirement(supported: SupportedFlow, explain: Explain): Requirement {
  const { flow } = supported;
  const { column, why } = explain(supported);
  const because = `Row '${rowTitle(flow)}', column '${columnTitle(column)}' of the decision matrix: ${why}.`;
  return { flow, accepts: decisionMatrix[column][flow], column, because };
}

function byCombination(combination: 'A' | 'B'): Explain {
  const column: MatrixColumn = `combination ${combination}`;
  return (supported) => {
    const own = `this flow supports ${procedureWords(supported)}`;
    if (follows(supported, combination)) return { column, why: `the software has both procedures, and ${own}` };
    // Only reached when neither combination is on offer. A flow with both procedures can follow either, so this one has just one.
    const [procedure = 'normal'] = supported.procedures;
    return {
      column: `${procedure} only`,
      why: `the software has both procedures, but ${own}, and the flows together can follow neither combination`,
    };
  };
}

/** Two sets that demand the same are one: there is nothing to choose. */
function collapse(sets: readonly RequirementSet[]): readonly RequirementSet[] {
  const [first, second] = sets;
  if (first === undefined || second === undefined) return sets;
  const same = first.requirements.every(({ accepts }, index) => accepts === second.requirements[index]?.accepts);
  return same ? [{ ...first, combination: undefined }] : sets;
}

/** The procedure that all supported flows have in common, when none has the other one, too. */
function singleProcedure({ flows }: Application): Procedure | undefined {
  const [procedure, other] = new Set(flows.flatMap(({ procedures }) => procedures));
  return other === undefined ? procedure : undefined;
}

function misfits({ flows }: Application, combination: 'A' | 'B'): readonly SupportedFlow[] {
  return flows.filter((flow) => !follows(flow, combination));
}

function follows({ flow, procedures }: SupportedFlow, combination: 'A' | 'B'): boolean {
  return procedures.some((procedure) => procedure === cellProcedure(flow, combination));
}

function cellProcedure(flow: Flow, combination: 'A' | 'B'): string | undefined {
  const cell: Cell = decisionMatrix[`combination ${combination}`][flow];
  return scenarioById(cell[0])?.procedure;
}

function isHeld({ credentialsHeld }: Application, flow: Flow): boolean {
  const direction = directionOf(flow);
  return credentialsHeld.some((held) => held === direction);
}

function notRequired(application: Application): readonly FlowNotRequired[] {
  return allFlows.flatMap(({ flow, plural, direction }): FlowNotRequired[] => {
    const own = application.notApplicable[flow];
    if (isHeld(application, flow)) {
      const why = own ?? `Production credentials for ${direction} movements are already held.`;
      return [{ flow, cause: 'credentials-held', why }];
    }
    if (application.flows.some((supported) => supported.flow === flow)) return [];
    return [{ flow, cause: 'not-supported', why: own ?? `The software does not support ${plural}.` }];
  });
}

function nothingToTest({ name, flows, credentialsHeld }: Application): string {
  const why =
    flows.length === 0
      ? 'it supports no flow'
      : `production credentials are already held for every flow that it supports (credentials held: ${credentialsHeld.join(' and ')})`;
  return `Application '${name}' has no mandatory test left, because ${why}. A check of nothing would always pass, so it is refused: add the flows that it applies for.`;
}

function notOnOffer(application: Application, wanted: 'A' | 'B'): string {
  const other = wanted === 'A' ? 'B' : 'A';
  const why = misfits(application, wanted).map((supported) => {
    const needs = cellProcedure(supported.flow, wanted) ?? '';
    return `${supported.flow} would need the ${needs} procedure, but supports ${procedureWords(supported)}`;
  });
  return `Application '${application.name}' can't use combination ${wanted}: ${why.join('; ')}. Combination ${other} is on offer: choose that, or 'auto'.`;
}

function inFormOrder(supported: readonly SupportedFlow[]): readonly SupportedFlow[] {
  return allFlows.flatMap(({ flow }) => supported.filter((one) => one.flow === flow));
}

function procedureWords({ procedures }: SupportedFlow): string {
  return procedures.length > 1 ? 'both procedures' : `the ${procedures.join('')} procedure only`;
}

function directionOf(flow: Flow): Direction | undefined {
  return allFlows.find((facts) => facts.flow === flow)?.direction;
}

function rowTitle(flow: Flow): string {
  return matrixRows.find((row) => row.flow === flow)?.title ?? flow;
}

function columnTitle(column: MatrixColumn): string {
  return matrixColumns.find((one) => one.column === column)?.title ?? column;
}
