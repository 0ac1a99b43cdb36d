import type { Instant } from '../time/instant.ts';
import type { Form } from './form.ts';
import type { MessageType } from './messages.ts';
import type { Demand } from './requirement.ts';
import type { Flow, Scenario, ScenarioId } from './scenario.ts';

/** What the numbers of a programme look like. */
export interface NumberFormat {
  /** Capitals and digits before the letters: 'P6' in P6-DSGB-01; undefined for none. */
  readonly prefix: string | undefined;
  /** What may stand between prefix, letters and count, one of these or nothing; the first in the number itself. */
  readonly separators: string;
  /** Of the count, exactly so many; undefined for 1 to 4. */
  readonly digits: number | undefined;
}

/**
 * What HMRC asks in one programme of production access testing. Plain data, in a folder of its own (`ncts5/`, `ncts6/`).
 * Settings are read for one programme and carry it, and so does the assessment, so that results, requirements, form and
 * everything rendered speak of the same one. Nothing outside a programme's own files names it.
 */
export interface Programme {
  /** In lower case, as the setting `programme` has it: 'ncts5'. */
  readonly id: string;
  /** As people call it: 'NCTS5'. */
  readonly name: string;
  /** The version of the CTC Traders API that it is for: 'v2.1'. */
  readonly api: string;
  /** Before this nothing of it can have run: an earlier time in a report is no time. */
  readonly begins: Instant;
  /** How that is said: 'lies before 2023, before NCTS5'. */
  readonly beforeItBegan: string;
  /** Evidence has to be less than that many days of 24 hours old when HMRC gets it. */
  readonly maxAgeDays: number;
  /**
   * Of which messages an arrival is as old: those of the arrival alone, where HMRC asks for nothing of the departure
   * before it, or those of the whole movement.
   */
  readonly arrivalAge: 'arrival' | 'movement';
  readonly numbers: NumberFormat;
  /** By number, in the order in which HMRC lists them. */
  readonly scenarios: ReadonlyMap<ScenarioId, Scenario>;
  readonly demand: Demand;
  /** What is wrong in HMRC's own papers, each once, in our words. */
  readonly errata: readonly string[];
  readonly form: Form;
  /** The messages whose times are looked for in the evidence, by flow, in the order in which they are sent. */
  readonly expected: Readonly<Record<Flow, readonly MessageType[]>>;
  /** None: then no window is tested, and no phase can be chosen. */
  readonly phases: readonly Phase[];
  readonly submission: Submission;
  readonly interventions: Interventions;
  readonly trading: Trading;
  readonly names: ProgrammeNames;
  /**
   * Whether one movement may stand for several applications, and whether tests that nobody asks for are counted: where
   * there is one requirement, the same for all.
   */
  readonly tellsOthers: boolean;
  /** Settings that mean something in other programmes only, by their names; without phases `phase` does, too. */
  readonly unused: readonly string[];
  /** What a message that the software sent says of another programme. */
  readonly foreign: readonly ForeignMessages[];
}

/** A phase of a programme, and when tests of it count. Days begin at midnight UTC, as the clock of Trader Test has it. */
export interface Phase {
  readonly no: number;
  readonly from: Instant;
  /** The first instant after the phase; undefined while it has no end. */
  readonly to?: Instant;
  /** What it is about, to stand after its number: 'final rules, evidence from 1 July 2024 on'. */
  readonly about?: string;
  /** What somebody who chooses the phase should know, one sentence; undefined when there is nothing to say. */
  readonly remark?: string;
}

/** How the filled-in form reaches HMRC. */
export type Submission =
  | { readonly kind: 'mail'; readonly to: string }
  | {
      readonly kind: 'upload';
      /** What the place is called, to go on with: 'Support Form'. */
      readonly name: string;
      readonly url: string;
      /** What has to be done before, and where it is: 'logged in to the Developer Hub'. */
      readonly condition: string;
      readonly repliesFrom: string;
      readonly maxFiles: number;
      /** What not to do any more, one sentence. */
      readonly warning: string;
    };

/** What somebody does to hand the form in, to go on with: 'send the form to …'. */
export function submitsWords(submission: Submission): string {
  return submission.kind === 'mail'
    ? `send the form to ${submission.to}`
    : `upload the form in the ${submission.name} (${submission.url})`;
}

/** Where the form goes, one sentence or two. */
export function handInWords(submission: Submission): string {
  if (submission.kind === 'mail') {
    return `The form is sent by e-mail to ${submission.to}.`;
  }
  const { name, url, condition, warning } = submission;
  return `The form is uploaded in the ${name} (${url}), ${condition}. ${warning}`;
}

/** How the form is handed in, to go on with: 'sent by e-mail to …'. */
export function sentWords(submission: Submission): string {
  return submission.kind === 'mail'
    ? `sent by e-mail to ${submission.to}`
    : `uploaded in the ${submission.name} (${submission.url})`;
}

/** Whom to ask for a step by hand, and how. */
interface Interventions {
  readonly to: string;
  /** Before the number of the scenario. */
  readonly subject: string;
  /** Scenarios of which HMRC has to be told MRN and country of arrival as well. */
  readonly arrivals: readonly ScenarioId[];
  /** Scenarios whose mail can't wait, and why: 'at once after the IE015, before …'. */
  readonly urgent: readonly { readonly scenarios: readonly ScenarioId[]; readonly when: string }[];
}

/** When Trader Test is open and its mailbox is read, in words. */
interface Trading {
  /** When Trader Test is open, to go on with: '07:00 to 19:00 UK time, Monday to Friday'. */
  readonly open: string;
  /** When the mailbox for steps by hand is watched, and what holds of it, one sentence. */
  readonly mailbox: string;
}

/** What is named after a programme, so that two of them can run in one workflow without touching each other's. */
export interface ProgrammeNames {
  /** The configuration file, where none is named. */
  readonly configuration: string;
  readonly checklist: string;
  readonly report: string;
  readonly badge: string;
  /** Of the check run, the commit status and the issue. */
  readonly check: string;
  readonly issueLabel: string;
  /** What the paper is called, to go on with: 'readiness checklist'. */
  readonly paper: string;
}

/** Messages that were sent in another programme. */
interface ForeignMessages {
  /** How the PhaseID of such a message begins, in capitals: 'NCTS6'. */
  readonly phaseId: string;
  /** As people call that programme. */
  readonly name: string;
  /** Whether such a message proves nothing here; else it is only told. */
  readonly refused: boolean;
}

/** The settings that change nothing in a programme, by their names. */
export function unusedIn({ unused, phases }: Pick<Programme, 'unused' | 'phases'>): readonly string[] {
  return [...new Set([...unused, ...(phases.length === 0 ? ['phase'] : [])])];
}

/** Scenarios by their numbers, in their order. Throws when two have the same number: one would hide the other. */
export function byNumber(scenarios: readonly Scenario[]): ReadonlyMap<ScenarioId, Scenario> {
  const numbered = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  if (numbered.size < scenarios.length) throw new Error('Two scenarios of a programme have the same number.');
  return numbered;
}

/**
 * The lowest and the highest number of phases that can be chosen; the highest is the current one. Undefined in a programme
 * without phases.
 */
export function phaseRange(offered: readonly Phase[]): { readonly min: number; readonly max: number } | undefined {
  const numbers = offered.map(({ no }) => no);
  return numbers.length === 0 ? undefined : { min: Math.min(...numbers), max: Math.max(...numbers) };
}
