import type { MessageType } from '../requirements/messages.ts';
import { isoUtc } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';

/** Where a statement was found, most trusted first. */
export type StatementSource =
  | 'property'
  | 'marker' // [[PROPERTY|key=value]]
  | 'line' // key=value or key: value, JUnit 5 report entries included
  | 'comment'
  | 'name'
  | 'api-json' // a message or movement as the CTC Traders API returns it
  | 'message-xml'; // an NCTS message

/** A movement as the CTC Traders API knows it. */
export interface Movement {
  /** Undefined where the object doesn't say which of the two it is. */
  readonly kind: 'departure' | 'arrival' | undefined;
  /** `departureId` or `arrivalId`. */
  readonly id: string;
}

interface Common {
  readonly source: StatementSource;
  /** Read out of a message or movement rather than given by a person. A value that was given beats a derived one. */
  readonly derived: boolean;
  /** 1-based line in the report. */
  readonly line: number;
  /** What else names the same movement in the same message or object (derived ones only). */
  readonly movement?: Movement | undefined;
  readonly mrn?: string | undefined;
  readonly lrn?: string | undefined;
}

export interface ValueStatement extends Common {
  readonly key: 'mrn' | 'lrn' | 'display-name';
  readonly value: string;
  /** It can't be told where the value ends: it counts as none. */
  readonly unclear?: true | undefined;
  /** Of a printed MRN: the movement that was last fetched from the API before it. A hint, for want of anything else. */
  readonly near?: Movement | undefined;
}

export interface ScenarioStatement extends Common {
  readonly key: 'scenario';
  readonly value: string;
  /** Of a printed line: whether it stands there as a heading, after nothing but what loggers put before a message. */
  readonly heading?: boolean | undefined;
}

export interface MessageStatement extends Common {
  readonly key: 'message';
  readonly message: MessageType;
  /** Undefined when the text given is no time. */
  readonly at: Instant | undefined;
  /** As found, at most 200 characters; undefined where it is no more than `textOf` tells. */
  readonly text?: string | undefined;
  /** The time carried no offset and was read in the setting `time-zone`. Never so for HMRC's own times, which are UTC. */
  readonly assumedZone: boolean;
  /** `PhaseID` of an NCTS message's root: `NCTS5.1`, `NCTS6`. */
  readonly phaseId?: string | undefined;
}

/** One thing that a test said about its scenario, in the order in which it said it. */
export type Statement = ValueStatement | ScenarioStatement | MessageStatement;

/** The LRN that it states, by itself or as that of its message. */
export function lrnOf(statement: Statement): string | undefined {
  if (statement.key === 'lrn') return statement.value;
  return statement.key === 'message' ? statement.lrn : undefined;
}

/** How the time of a message was written, for findings: `CC015C prepared 2026-07-01T12:00:05`, `IE015=soon`. */
export function textOf({ source, message, at, text }: MessageStatement): string {
  if (text !== undefined) return text;
  const time = at === undefined ? undefined : isoUtc(at);
  if (source !== 'message-xml') return `${message} received ${time ?? 'at no time'}`;
  const root = `CC${message.slice(2)}C`;
  return time === undefined ? `${root} without preparationDateAndTime` : `${root} prepared ${time.replace('Z', '')}`;
}

/** What one case or suite stated. */
export interface Statements {
  readonly statements: readonly Statement[];
  /** How many more there were than are kept, and the line of the first of them; undefined where all are kept. */
  readonly dropped: Dropped | undefined;
  /** The properties that were asked for by name, as written; the last one of a name. */
  readonly properties?: ReadonlyMap<string, string> | undefined;
}

export interface Dropped {
  readonly count: number;
  /** 1-based line in the report. */
  readonly line: number;
  /** Messages were among them, so the earliest may be. */
  readonly messages?: boolean | undefined;
}

export const nothingStated: Statements = { statements: [], dropped: undefined };
