import type { Attempt } from '../matching/attempt.ts';
import type { Decided, OfNone } from '../matching/standing.ts';
import type { ScenarioEvidence } from './evidence/evidence.ts';
import type { ReportFile } from '../junit/report.ts';
import { blocks, isFatal, type FailOn, type Finding } from '../finding.ts';
import type { Programme } from '../requirements/programme.ts';
import type { Application, Recommendation, Requirement } from '../requirements/requirement.ts';
import type { Flow, Scenario, ScenarioId } from '../requirements/scenario.ts';
import type { ClockSettings } from '../settings/settings.ts';
import type { Instant } from '../time/instant.ts';
import type { ResultTime } from './times.ts';

/** The one value that every renderer reads. Plain data: no clock, no file, no platform in it. */
export interface Assessment {
  /** What the results were held against. */
  readonly programme: Programme;
  /** The reference instant: ages are counted to it. */
  readonly evaluatedAt: Instant;
  /** The reference instant lies in the past: what was ready then may not be so now. */
  readonly looksBack: boolean;
  readonly verdict: 'ready' | 'not-ready';
  /**
   * All that there is to say of the run, of scenarios and of applications, each thing once, in the order to act on. The
   * verdict is ready exactly when none of it blocks (`reasonsOf`).
   */
  readonly findings: readonly Finding[];
  /** What fails the step; it also makes findings count that are remarks otherwise. */
  readonly failOn: FailOn;
  /** When the first of the evidence that satisfies requirements expires; undefined unless every requirement is satisfied. */
  readonly expiresAt: Instant | undefined;
  /** Whole days (24 h) from `evaluatedAt` to `expiresAt`, rounded down; undefined with it. */
  readonly daysLeft: number | undefined;
  /** Ready, but something expires within `warn-days`. */
  readonly expiringSoon: boolean;
  readonly clock: ClockSettings;
  readonly applications: readonly ApplicationAssessment[];
  /** Every scenario that has at least one result, in the catalogue's order. */
  readonly scenarios: ReadonlyMap<ScenarioId, ScenarioAssessment>;
  /** Each as often as it was assessed: once for each application that has results of its own. */
  readonly perScope?: readonly ScenarioAssessment[];
  /** Results that count for no scenario though they look like it, or that failed beside results of scenarios. */
  readonly ofNone?: readonly OfNone[];
  readonly files: readonly ReportFile[];
}

export interface ApplicationAssessment {
  /** Its own, or the programme's where it is the only one and nobody has named it. */
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
  /** What the user wants proven (`also-required`): judged like mandatory tests, but none of HMRC's. */
  readonly alsoRequired: readonly RequirementAssessment[];
  readonly expiresAt: Instant | undefined;
  readonly daysLeft: number | undefined;
  /** Questions of the form that a person still has to answer (and apply, going by the answers given). */
  readonly unanswered: readonly { readonly key: string; readonly label: string }[];
}

interface NotRequired {
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
  /** Undefined unless it is satisfied. */
  readonly expiresAt: Instant | undefined;
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
  /** Whose results these are, where an application has results of its own; undefined: all applications'. */
  readonly application?: string | undefined;
  readonly status: ScenarioStatus;
  /** Stale because no time is known (status 'stale' only). */
  readonly undated: boolean;
  /** The earliest time among counted results and the messages that the form asks for. Set whenever every counted result has a time. */
  readonly testedAt: Instant | undefined;
  /** `testedAt` plus max-age-days; evidence is stale from this very instant on. */
  readonly expiresAt: Instant | undefined;
  /** Some time that it rests on carried no offset and was read in the setting `time-zone`. */
  readonly assumedZone: boolean;
  /** The latest result of each test: these count. */
  readonly counted: readonly CountedResult[];
  /** Older results of the same tests, which don't count any more: how many. */
  readonly superseded: number;
  /** Results that name it and don't count for it, each with what became of it. */
  readonly setAside?: readonly Decided[];
  /** What to do where to run it again would not help, a sentence or two. */
  readonly next?: string | undefined;
  readonly evidence: ScenarioEvidence;
}

export interface CountedResult {
  readonly attempt: Attempt;
  /** The time that counts for its age; undefined: undated. */
  readonly time: Instant | undefined;
  readonly timeFrom: ResultTime['from'];
}

/** Why the verdict is not ready, in the order to act on; empty exactly when it is ready. */
export function reasonsOf({ findings, failOn }: Pick<Assessment, 'findings' | 'failOn'>): readonly Finding[] {
  return findings.filter((finding) => blocks(finding, failOn));
}

/** What `fail-on` makes fatal: reasons, and where it names `submittable` whatever keeps a form from being sent. The step fails exactly when this isn't empty. */
export function fatalOf({ findings, failOn }: Pick<Assessment, 'findings' | 'failOn'>): readonly Finding[] {
  const mustBeSubmittable = failOn.has('submittable');
  return findings.filter((finding) => isFatal(finding, failOn) || (mustBeSubmittable && keepsFromSending(finding)));
}

/** Why one application is not ready: what is said of it, and what concerns all. */
export function reasonsFor(assessment: Assessment, application: ApplicationAssessment): readonly Finding[] {
  return findingsFor(assessment, application).filter((finding) => blocks(finding, assessment.failOn));
}

/**
 * What there is to say that concerns an application: what is said of it by name, of the scenarios that its mandatory
 * tests go by, and of nothing in particular.
 */
export function findingsFor(
  { findings }: Pick<Assessment, 'findings'>,
  { name, requirements }: ApplicationAssessment,
): readonly Finding[] {
  const own = new Set(requirements.map(({ scenario }) => scenario?.scenario.id));
  return findings.filter(({ application, scenario }) =>
    application === undefined ? scenario === undefined || own.has(scenario) : application === name,
  );
}

/** What stands between a mandatory test of an application and satisfied; undefined when it is satisfied. */
export function findingOf(
  { findings }: Pick<Assessment, 'findings'>,
  { name }: ApplicationAssessment,
  { requirement }: RequirementAssessment,
): Finding | undefined {
  return findings.find(
    ({ application, requirement: about, severity }) =>
      about === requirement.id && application === name && severity === 'error',
  );
}

/**
 * Whether the form of an application, or those of all, could be sent to HMRC as they are: every mandatory test proven, and
 * nothing to object to in evidence or form.
 */
export function isSubmittable(assessment: Assessment, application?: ApplicationAssessment): boolean {
  const { verdict } = application ?? assessment;
  return verdict === 'ready' && openOf(assessment, application).length === 0;
}

/** What keeps a form from being sent although the tests are proven. */
const submissionKinds: ReadonlySet<Finding['kind']> = new Set(['evidence', 'form', 'document']);

/** What keeps a form from being sent: what blocks, what is wrong with the evidence of mandatory tests, and what the form lacks. */
export function openOf(assessment: Assessment, application?: ApplicationAssessment): readonly Finding[] {
  const findings = application === undefined ? assessment.findings : findingsFor(assessment, application);
  return findings.filter(keepsFromSending);
}

function keepsFromSending({ kind, severity }: Finding): boolean {
  return severity === 'error' || (severity === 'warning' && submissionKinds.has(kind));
}

/** How a scenario, or a test by it, stands: in a word or two, to be followed by nothing. */
export function statusText(
  status: RequirementStatus | ScenarioStatus,
  scenario: Pick<ScenarioAssessment, 'undated'> | undefined,
): string {
  return status === 'stale' && scenario?.undated === true ? 'undated' : statusTexts[status];
}

const statusTexts: Readonly<Record<RequirementStatus | ScenarioStatus, string>> = {
  satisfied: 'proven',
  passed: 'passed',
  stale: 'stale',
  incomplete: 'incomplete',
  failed: 'failed',
  'not-run': 'not run',
  missing: 'no result',
};

/** Whether a finding is about a scenario, by the results that it was assessed by. */
export function isAbout(
  { scenario: id, application }: Pick<Finding, 'scenario' | 'application'>,
  { scenario, application: whose }: ScenarioAssessment,
): boolean {
  return id === scenario.id && (whose === undefined || application === undefined || application === whose);
}

/** What is wrong with or missing from the evidence of a scenario. */
export function evidenceFindings(
  { findings }: Pick<Assessment, 'findings'>,
  assessed: ScenarioAssessment,
): readonly Finding[] {
  return findings.filter(({ kind, requirement, ...finding }) => {
    return kind === 'evidence' && requirement === undefined && isAbout(finding, assessed);
  });
}
