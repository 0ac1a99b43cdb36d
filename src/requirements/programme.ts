import type { Form } from './form.ts';
import type { DecisionMatrix, ListedTest } from './requirement.ts';
import type { Scenario, ScenarioId } from './scenario.ts';
import type { Instant } from '../time/instant.ts';

/**
 * What HMRC asks in one programme of production access testing: NCTS5 today (`ncts5.ts`), and whatever comes after it,
 * beside it. Plain data. Settings are read for one programme and carry it, and so does the assessment, so that results,
 * requirements, form and everything rendered speak of the same one.
 */
export interface Programme {
  /** As people call it: 'NCTS5'. */
  readonly name: string;
  /** Before this nothing of it can have run: an earlier time in a report is no time. */
  readonly begins: Instant;
  /** Evidence has to be less than that many days of 24 hours old when HMRC gets it. */
  readonly maxAgeDays: number;
  /** By number, in the order in which HMRC lists them. A number is capital letters, then 1 to 4 digits. */
  readonly scenarios: ReadonlyMap<ScenarioId, Scenario>;
  readonly matrix: DecisionMatrix;
  /** The form's list of tests, in its order. */
  readonly listedTests: readonly ListedTest[];
  /** What is wrong in the form's appendix, each once, in our words. */
  readonly errata: readonly string[];
  readonly form: Form;
  readonly phases: readonly Phase[];
}

/** Scenarios by their numbers, in their order. Throws when two have the same number: one would hide the other. */
export function byNumber(scenarios: readonly Scenario[]): ReadonlyMap<ScenarioId, Scenario> {
  const numbered = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  if (numbered.size < scenarios.length) throw new Error('Two scenarios of a programme have the same number.');
  return numbered;
}

/** A phase of a programme, and when tests of it count. Days begin at midnight UTC, as the clock of NCTS5 Trader Test has it. */
export interface Phase {
  readonly no: number;
  readonly from: Instant;
  /** The first instant after the phase; undefined while it has no end. */
  readonly to?: Instant;
  /** What somebody who chooses the phase should know, one sentence; undefined when there is nothing to say. */
  readonly remark?: string;
}

/** The lowest and the highest number of phases that can be chosen; the highest is the current one. */
export function phaseRange(offered: readonly Phase[]): { readonly min: number; readonly max: number } {
  const numbers = offered.map(({ no }) => no);
  return { min: Math.min(...numbers), max: Math.max(...numbers) };
}
