import type { Direction, Flow, Procedure, ScenarioId } from './scenario.ts';

/** One application for production credentials: one version of the software. Source: PAGE, 'variants'. */
export interface Application {
  /** 'default' when the configuration describes just one without a name. */
  readonly name: string;
  /** Flows that the software supports, with the procedures of each; in the order of the form: standard, pre-lodged, arrival. */
  readonly flows: readonly SupportedFlow[];
  /** Directions for which production credentials are already held. Outbound: departures; inbound: arrivals. */
  readonly credentialsHeld: readonly Direction[];
  readonly combination: 'auto' | 'A' | 'B';
  /** Why a flow is not applicable, in the user's words, for the form. */
  readonly notApplicable: Readonly<Partial<Record<Flow, string>>>;
}

export interface SupportedFlow {
  readonly flow: Flow;
  /** Never empty, no duplicates, normal before simplified. */
  readonly procedures: readonly Procedure[];
}

export type MatrixColumn = 'normal only' | 'simplified only' | 'combination A' | 'combination B';

/** One mandatory test: either of the accepted scenarios satisfies it. */
export interface Requirement {
  readonly flow: Flow;
  /** GB first, then XI. */
  readonly accepts: readonly [gb: ScenarioId, xi: ScenarioId];
  readonly column: MatrixColumn;
  /** Names the matrix cell and why it applies, one sentence. */
  readonly because: string;
}

/** A set of mandatory tests that together is enough. */
export interface RequirementSet {
  /** Undefined when the matrix has just one answer. */
  readonly combination: 'A' | 'B' | undefined;
  readonly requirements: readonly Requirement[];
}

/** A recommended test of appendix A's list. */
export interface Recommendation {
  readonly accepts: readonly [gb: ScenarioId, xi: ScenarioId];
  /** The number that the form's list prints in place of the XI one, where it errs. */
  readonly xiAsPrinted?: ScenarioId;
  readonly flow: Flow;
  /** As the list words it, e.g. 'Standard Simplified'. */
  readonly procedure: string;
  readonly note?: string;
}

/** A row of the form's list of tests. */
export interface ListedTest extends Recommendation {
  readonly group: 'Departures' | 'Arrivals';
  readonly need: 'as per matrix' | 'recommended';
}

/** Either scenario satisfies a cell. */
export type Cell = readonly [gb: ScenarioId, xi: ScenarioId];

/** Which scenarios are mandatory, for which flow and which procedures. */
export interface DecisionMatrix {
  /** In the form's order. */
  readonly rows: readonly { readonly flow: Flow; readonly title: string }[];
  /** The combinations are for software with both procedures. */
  readonly columns: readonly { readonly column: MatrixColumn; readonly title: string }[];
  readonly cells: Readonly<Record<MatrixColumn, Readonly<Record<Flow, Cell>>>>;
}
