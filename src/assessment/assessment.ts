import type { Attempt } from '../matching/attempt.ts';
import type { ScenarioEvidence } from './evidence.ts';
import type { ReportFile } from '../junit/report.ts';
import type { Finding, FindingKind } from '../finding.ts';
import type { Programme } from '../requirements/programme.ts';
import type { Application, Recommendation, Requirement } from '../requirements/requirement.ts';
import type { Flow, Scenario, ScenarioId } from '../requirements/scenario.ts';
import type { ClockSettings } from '../settings/settings.ts';
import type { Instant } from '../time/instant.ts';

/** The one value that every renderer reads. Plain data: no clock, no file, no platform behind it. */
export interface Assessment {
  /** What the results were held against. */
  readonly programme: Programme;
  /** The reference instant: ages are counted to it. */
  readonly evaluatedAt: Instant;
  readonly verdict: 'ready' | 'not-ready';
  /** Why the verdict is not ready, in the order to act on; empty exactly when it is ready. */
  readonly reasons: readonly Finding[];
  /** The reasons among them that `fail-on` makes fatal. The step fails exactly when this isn't empty. */
  readonly fatal: readonly Finding[];
  readonly failOn: readonly FindingKind[];
  /** When the first of the evidence that satisfies requirements spoils; undefined unless every requirement is satisfied. */
  readonly expiresAt: Instant | undefined;
  /** Whole days (24 h) from `evaluatedAt` to `expiresAt`, rounded down; undefined with it. */
  readonly daysLeft: number | undefined;
  /** Ready, but something expires within `warn-days`. */
  readonly expiringSoon: boolean;
  readonly clock: ClockSettings;
  readonly applications: readonly ApplicationAssessment[];
  /** Every scenario that has at least one result, in the catalogue's order. */
  readonly scenarios: ReadonlyMap<ScenarioId, ScenarioAssessment>;
  readonly files: readonly ReportFile[];
  readonly problems: readonly Finding[];
}

export interface ApplicationAssessment {
  readonly name: string;
  readonly verdict: 'ready' | 'not-ready';
  readonly application: Application;
  /** The combination assessed; undefined when the matrix has just one answer. */
  readonly combination: 'A' | 'B' | undefined;
  /** How `auto` came to it, one sentence; undefined when there was nothing to choose. */
  readonly combinationBecause: string | undefined;
  /** In the order of the form: standard departure, pre-lodged departure, arrival. */
  readonly requirements: readonly RequirementAssessment[];
  /** Flows of the form without a requirement, and why. */
  readonly notRequired: readonly NotRequired[];
  readonly recommended: readonly RecommendedAssessment[];
  readonly expiresAt: Instant | undefined;
  readonly daysLeft: number | undefined;
  readonly reasons: readonly Finding[];
  /** Questions of the form that a person still has to answer (and apply, going by the answers given). */
  readonly unanswered: readonly { readonly key: string; readonly label: string }[];
}

export interface NotRequired {
  readonly flow: Flow;
  /** The user's own words or ours, for the form's 'if not applicable' field. */
  readonly why: string;
  readonly cause: 'not-supported' | 'credentials-held';
}

/** `incomplete`: passed and fresh, but its evidence lacks what the requirement needs. */
export type RequirementStatus = 'satisfied' | 'incomplete' | 'stale' | 'failed' | 'not-run' | 'missing';

export interface RequirementAssessment {
  readonly requirement: Requirement;
  readonly status: RequirementStatus;
  /** The scenario that satisfies it or comes nearest; undefined when there is no result for either. */
  readonly scenario: ScenarioAssessment | undefined;
  readonly expiresAt: Instant | undefined;
  /** Why it is not satisfied; empty when it is. */
  readonly reasons: readonly string[];
  /** What to do next; undefined when satisfied. */
  readonly next: string | undefined;
  /** What should be known of the scenario that satisfies it, a clause; undefined for nothing. */
  readonly remark: string | undefined;
}

export interface RecommendedAssessment {
  readonly recommendation: Recommendation;
  readonly status: RequirementStatus;
  readonly scenario: ScenarioAssessment | undefined;
  /** E.g. that the form's list prints another number. */
  readonly note: string | undefined;
}

export type ScenarioStatus = 'passed' | 'stale' | 'failed' | 'not-run';

export interface ScenarioAssessment {
  readonly scenario: Scenario;
  readonly status: ScenarioStatus;
  /** Stale because no time is known (status 'stale' only). */
  readonly undated: boolean;
  /** The earliest time among counted results and the messages that the form asks for. Set whenever every counted result has a time. */
  readonly testedAt: Instant | undefined;
  /** `testedAt` plus max-age-days; evidence is stale from this very instant on. */
  readonly expiresAt: Instant | undefined;
  /** Some time behind it carried no offset and was read in the setting `time-zone`. */
  readonly assumedZone: boolean;
  /** The latest result of each test: these count. */
  readonly counted: readonly CountedResult[];
  /** Older results of the same tests, which don't count any more. */
  readonly superseded: number;
  readonly evidence: ScenarioEvidence;
  /** Why the status is not 'passed', and remarks; sentences. */
  readonly reasons: readonly string[];
}

export interface CountedResult {
  readonly attempt: Attempt;
  /** The time that counts for its age; undefined: undated. */
  readonly time: Instant | undefined;
  readonly timeFrom: 'messages' | 'case' | 'suite' | 'root' | undefined;
}
