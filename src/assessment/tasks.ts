import { type InterventionMail, interventionMail } from '../requirements/intervention.ts';
import type { Programme } from '../requirements/programme.ts';
import type { Scenario, ScenarioStep } from '../requirements/scenario.ts';
import type { Finding } from '../finding.ts';
import { dayLength, type Instant } from '../time/instant.ts';
import { lastOpenMoment } from '../time/working-days.ts';
import { findingOf, type ApplicationAssessment, type Assessment, type RequirementAssessment } from './assessment.ts';
import { expiresSoon } from './freshness.ts';

/* Who has to run what, from when, until when, and what takes a step by hand at HMRC. */

export interface Task {
  readonly application: ApplicationAssessment;
  readonly assessed: RequirementAssessment;
  /** The scenario to run: the one that has been run before, else the one that comes first. */
  readonly scenario: Scenario | undefined;
  /** What runs before would be too old on the day of submission; undefined: nothing. */
  readonly after: Instant | undefined;
  /** When it has to be done: the submission, or when the evidence expires that this test's is needed beside or instead of. */
  readonly by: Instant | undefined;
  /** What stands between it and satisfied; undefined where it is satisfied, but not for long enough. */
  readonly finding: Finding | undefined;
  /** The steps that HMRC has to be asked for by e-mail, in order. */
  readonly byHand: readonly ByHand[];
}

/** A step that HMRC does by hand. */
export interface ByHand {
  /** From 1. */
  readonly number: number;
  readonly step: ScenarioStep;
  readonly mail: InterventionMail;
}

/**
 * The tests of an application that have to run: not proven, or not for long.
 *
 * @param submitAt The end of the day of submission, UTC: what is proven then needn't run. Undefined: no such day is planned.
 */
export function tasksOf(
  assessment: Assessment,
  application: ApplicationAssessment,
  submitAt?: Instant,
): readonly Task[] {
  const { evaluatedAt, clock, programme } = assessment;
  const asked = [...application.requirements, ...application.alsoRequired];
  const proven = asked.flatMap(({ expiresAt }) => (expiresAt === undefined ? [] : [expiresAt]));
  const firstExpiry = proven.length === 0 ? undefined : Math.min(...proven);
  const isTooShort = (expiresAt: Instant): boolean =>
    submitAt === undefined ? expiresSoon(expiresAt, evaluatedAt, clock) : expiresAt <= submitAt;
  // What is exactly so old is too old.
  const earliest = submitAt === undefined ? undefined : submitAt - clock.maxAgeDays * dayLength + 1;
  return asked
    .filter(({ status, expiresAt }) => status !== 'satisfied' || (expiresAt !== undefined && isTooShort(expiresAt)))
    .map((assessed) => {
      const scenario = assessed.scenario?.scenario ?? programme.scenarios.get(assessed.requirement.first[0] ?? '');
      return {
        application,
        assessed,
        scenario,
        after: earliest !== undefined && earliest > evaluatedAt ? earliest : undefined,
        by: submitAt ?? assessed.expiresAt ?? firstExpiry,
        finding: findingOf(assessment, application, assessed),
        byHand: byHandOf(programme, scenario),
      };
    });
}

function byHandOf(programme: Programme, scenario: Scenario | undefined): readonly ByHand[] {
  if (scenario === undefined) return [];
  return scenario.steps.flatMap((step, index) =>
    step.manualIntervention
      ? [{ number: index + 1, step, mail: interventionMail(programme, scenario, index + 1) }]
      : [],
  );
}

/** When a test has to be begun at the latest. */
interface Beginning {
  /** The last moment before the deadline at which Trader Test is open; undefined: it doesn't open again before. */
  readonly lastOpen: Instant | undefined;
  /** The last moment to begin: a working day earlier where HMRC does a step by hand. Undefined: it is too late for that. */
  readonly latest: Instant | undefined;
}

/** Undefined without a deadline. Source: GUIDE, 'allow one working day'. */
export function beginningOf(
  { byHand, by, after }: Pick<Task, 'byHand' | 'by' | 'after'>,
  from: Instant,
): Beginning | undefined {
  if (by === undefined) return undefined;
  const start = Math.max(from, after ?? from);
  const lastOpen = lastOpenMoment(start, by);
  const latest = byHand.length === 0 ? lastOpen : lastOpenMoment(start, by - dayLength);
  return { lastOpen, latest };
}
