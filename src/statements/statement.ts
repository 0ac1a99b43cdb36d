import type { MessageType } from '../requirements/messages.ts';
import type { Instant } from '../time/instant.ts';

/** Where a statement was found, most trusted first. */
export type StatementSource =
  | 'property'
  | 'marker' // [[PROPERTY|key=value]]
  | 'line' // key=value or key: value, JUnit 5 report entries included
  | 'comment'
  | 'name'
  | 'api-json' // a message as the CTC Traders API returns it
  | 'message-xml'; // an NCTS message

interface Common {
  readonly source: StatementSource;
  /** Read out of a message rather than given outright. A value given outright beats a derived one. */
  readonly derived: boolean;
  /** 1-based line in the report. */
  readonly line: number;
  /** The text as found, at most 200 characters, for complaints. */
  readonly text: string;
}

/** One thing that a test said about its scenario, in the order in which it said it. */
export type Statement =
  | (Common & { readonly key: 'scenario' | 'mrn' | 'lrn' | 'display-name'; readonly value: string })
  | (Common & {
      readonly key: 'message';
      readonly message: MessageType;
      /** Undefined when the text given is no time; `text` has it. */
      readonly at: Instant | undefined;
      /** The time carried no offset and was read in the setting `time-zone`. NCTS message XML is UTC: never assumed. */
      readonly assumedZone: boolean;
      /** Identifiers that stand in the same message (derived ones only). */
      readonly mrn?: string;
      readonly lrn?: string;
    })
  /** Last of all where a listener has heard too many distinct statements: how many it has not kept. */
  | (Common & { readonly key: 'more'; readonly dropped: number });

/** The values of one key, in the order in which they were said. */
export function valuesOf(
  statements: readonly Statement[],
  key: 'scenario' | 'mrn' | 'lrn' | 'display-name',
): readonly string[] {
  return statements.flatMap((statement) => (statement.key === key ? [statement.value] : []));
}
