import type { Answers } from './form.ts';
import type { MessageType } from './messages.ts';
import type { Direction, Flow, Procedure, ScenarioId } from './scenario.ts';

/** One application for production credentials: one version of the software. Source: PAGE, 'variants'. */
export interface Application {
  /** Undefined when it is the only one, and nobody has named it. */
  readonly name: string | undefined;
  /**
   * Flows that the software supports, with the procedures of each; in the order of the form: standard, pre-lodged, arrival.
   * Empty in a programme that doesn't ask for them.
   */
  readonly flows: readonly SupportedFlow[];
  /** Directions for which production credentials are already held. Outbound: departures; inbound: arrivals. */
  readonly credentialsHeld: readonly Direction[];
  readonly combination: 'auto' | 'A' | 'B';
  /** Why a flow is not applicable, in the user's words, for the form. */
  readonly notApplicable: Readonly<Partial<Record<Flow, string>>>;
  /** Scenarios that the user wants proven beside HMRC's mandatory tests, in the programme's order. */
  readonly alsoRequired: readonly ScenarioId[];
  /** Answers to the questions of the programme's form, by their keys: its own, and those shared by all. */
  readonly answers: Answers;
  /** Whose results are whose; undefined where no application of the configuration has results of its own. */
  readonly ownership?: Ownership | undefined;
}

/** What tells the results of one application from those of the others beside it. */
export interface Ownership {
  /** Undefined for an application that goes by what no other claims. */
  readonly own: Claim | undefined;
  /** Of the other applications of the configuration, those that are not checked this time included. */
  readonly others: readonly Claim[];
}

/** Results of one application. All that is given has to hold; one that gives nothing claims every result. */
export interface Claim {
  /** Globs of reports, relative to the workspace. */
  readonly results: readonly string[] | undefined;
  /** The reports that these matched, as they are shown; undefined before anybody looked. */
  readonly files?: ReadonlySet<string> | undefined;
  /** Names or patterns with `*` of artifacts of earlier workflow runs. */
  readonly artifacts: readonly string[] | undefined;
  /** A `<property>` of the test or of a suite around it; the innermost of that name counts. `*` in the value stands for any text. */
  readonly property: { readonly name: string; readonly value: string } | undefined;
  /** Name or pattern with `*` of a suite around the test. */
  readonly suite: string | undefined;
}

export interface SupportedFlow {
  readonly flow: Flow;
  /** Never empty, no duplicates, normal before simplified. */
  readonly procedures: readonly Procedure[];
}

export type MatrixColumn = 'normal only' | 'simplified only' | 'combination A' | 'combination B';

/** One mandatory test: one of the accepted scenarios satisfies it. Carries what renderers say of it. */
export interface Requirement {
  /** In lower case, unique in a set: 'standard-departure', 'outbound-released'. */
  readonly id: string;
  /** To begin with: 'Standard departure'. */
  readonly title: string;
  /** In order of preference. Never empty. */
  readonly accepts: readonly Accepted[];
  /** What would satisfy it, to go on with: 'DSGB1 or DSXI1'. */
  readonly wanted: string;
  /** The scenarios to run when there is no result yet. Never empty. */
  readonly first: readonly ScenarioId[];
  /** What to do when there is no result yet, one sentence. */
  readonly run: string;
  /** The messages whose date and time HMRC's form asks for, in its order. */
  readonly messages: readonly MessageType[];
  /** What the evidence has to have besides a fresh pass. */
  readonly needs: Needs;
  /** Scenarios that never satisfy it, and why; only those that somebody could take for it. */
  readonly never: readonly Excluded[];
  /** How the outputs call it; undefined: by the scenario that was run, else by `wanted`. */
  readonly output: string | undefined;
  /** Why it applies, one sentence. */
  readonly because: string;
  /** Where it stands in the decision matrix; undefined in a programme without one. */
  readonly cell: { readonly flow: Flow; readonly column: MatrixColumn } | undefined;
}

/** A scenario that satisfies a requirement. */
interface Accepted {
  readonly id: ScenarioId;
  /** From 1, the plainest proof; of one rank whatever lasts longer is taken. */
  readonly rank: number;
  /** Why it is taken where it is, a clause; undefined where there is nothing to say. */
  readonly remark: string | undefined;
}

/** Scenarios that don't satisfy a requirement, and why: 'cancelled after release'. */
interface Excluded {
  readonly scenarios: readonly ScenarioId[];
  readonly why: string;
}

/** What the evidence of a scenario has to have before it proves anything; nothing in it is a matter of `fail-on`. */
export interface Needs {
  /** Exactly one MRN, of right shape and check digit. */
  readonly mrn: boolean;
  /** Their times, readable and not before one another, in this order. */
  readonly messages: readonly MessageType[];
  /** None of these; with `insteadOf`, one that says why that message is absent and never comes. */
  readonly without: readonly {
    readonly message: MessageType;
    readonly because: string;
    readonly insteadOf?: MessageType;
  }[];
}

/** A set of mandatory tests that together is enough. */
export interface RequirementSet {
  /** Undefined when there is nothing to choose. */
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

/** What HMRC asks for in a programme, by the kind of its rule. `demand.ts` alone tells the kinds apart. */
export type Demand = DecisionMatrix | MovementDemand;

/** Which scenarios are mandatory, for which flow and which procedures. */
export interface DecisionMatrix {
  readonly kind: 'matrix';
  /** Over what is said of a scenario: "The form's appendix A". */
  readonly heading: string;
  /** In the form's order. */
  readonly rows: readonly { readonly flow: Flow; readonly title: string }[];
  /** The combinations are for software with both procedures. */
  readonly columns: readonly { readonly column: MatrixColumn; readonly title: string }[];
  readonly cells: Readonly<Record<MatrixColumn, Readonly<Record<Flow, Cell>>>>;
  /** The form's list of tests, in its order. */
  readonly listedTests: readonly ListedTest[];
}

/** One movement that took a certain course is enough, whatever the software supports. */
export interface MovementDemand extends Pick<
  Requirement,
  'id' | 'title' | 'wanted' | 'first' | 'run' | 'messages' | 'needs' | 'never' | 'because'
> {
  readonly kind: 'movement';
  /** Over what is said of a scenario: 'The readiness checklist'. */
  readonly heading: string;
  /** By rank, the plainest first. */
  readonly ranks: readonly {
    readonly scenarios: readonly ScenarioId[];
    /** Whether such a scenario counts, in words: 'yes, plainly'. */
    readonly counts: string;
    /** Why one of them is taken, a clause. */
    readonly remark: string;
  }[];
  /** What HMRC calls the paper that the evidence goes into, to go on with: 'readiness checklist'. */
  readonly paper: string;
  /** What there is in place of a decision matrix, one sentence. */
  readonly summary: string;
  /** By what rules a movement is judged, sentences. */
  readonly rules: readonly string[];
  /** What HMRC's public papers don't say, sentences. */
  readonly unknown: readonly string[];
}

/** What HMRC demands of one application. */
export interface ApplicationRequirements {
  /** One of the sets is enough; A before B. Never empty; a set is only empty together with a mistake. */
  readonly sets: readonly RequirementSet[];
  /** The form's other flows, in its order. `why` is a sentence for the form's 'if not applicable' field. */
  readonly notRequired: readonly FlowNotRequired[];
  /** What keeps the application from being checked at all. The settings are refused with them. */
  readonly mistakes: readonly ApplicationMistake[];
}

/** What is wrong with what an application says of itself. */
export interface ApplicationMistake {
  /** What would have to be said in another way. */
  readonly about: 'flows' | 'credentialsHeld' | 'combination';
  /** Sentences. */
  readonly message: string;
}

export interface FlowNotRequired {
  readonly flow: Flow;
  readonly cause: 'not-supported' | 'credentials-held';
  readonly why: string;
}
