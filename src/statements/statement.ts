import type { MessageType } from '../requirements/messages.ts';
import { detached } from '../text/detached.ts';
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
  /** Read out of a message rather than given by a person. A value that was given beats a derived one. */
  readonly derived: boolean;
  /** 1-based line in the report. */
  readonly line: number;
  /** The text as found, at most 200 characters, for findings. */
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
    });

/** What one case or suite stated. */
export interface Statements {
  readonly statements: readonly Statement[];
  /** How many more there were than are kept, and the line of the first of them; undefined where all are kept. */
  readonly dropped: Dropped | undefined;
}

export interface Dropped {
  readonly count: number;
  /** 1-based line in the report. */
  readonly line: number;
}

export const nothingStated: Statements = { statements: [], dropped: undefined };

/** The values of one key, in the order in which they were stated. */
export function valuesOf(
  statements: readonly Statement[],
  key: 'scenario' | 'mrn' | 'lrn' | 'display-name',
): readonly string[] {
  return statements.flatMap((statement) => (statement.key === key ? [statement.value] : []));
}

const limits = {
  /** More distinct statements than any honest test makes; beyond it they are counted, not kept. */
  statements: 10_000,
  text: 200,
  /** Names of scenarios may be long; an MRN or LRN that is longer is wrong in any case. */
  value: 1000,
};

/**
 * Keeps statements in order, each once per section: polling tests print the same message again and again. A statement
 * `scenario` opens a section (the output of one suite may tell of several scenarios), so the same one counts anew there.
 */
export class StatementCollector {
  readonly #statements: Statement[] = [];
  #seen = new Set<string>();
  #scenario: string | undefined;
  #dropped: Dropped | undefined;

  add(statement: Statement): void {
    if (statement.key === 'scenario' && statement.value !== this.#scenario) {
      this.#scenario = detached(statement.value);
      this.#seen.clear();
    }
    const same = identity(statement);
    if (this.#seen.has(same)) return;
    if (this.#statements.length >= limits.statements) {
      const { count, line } = this.#dropped ?? { count: 0, line: statement.line };
      this.#dropped = { count: count + 1, line };
      return;
    }
    this.#seen.add(same);
    this.#statements.push(trimmed(statement));
  }

  finish(): Statements {
    return { statements: this.#statements, dropped: this.#dropped };
  }
}

function identity(statement: Statement): string {
  return statement.key === 'message'
    ? JSON.stringify([
        statement.message,
        statement.source,
        statement.at ?? statement.text,
        statement.mrn,
        statement.lrn,
      ])
    : JSON.stringify([statement.key, statement.source, statement.value]);
}

function trimmed(statement: Statement): Statement {
  const text = detached(statement.text.slice(0, limits.text));
  if (statement.key !== 'message') {
    return { ...statement, text, value: detached(statement.value.slice(0, limits.value)) };
  }
  return {
    ...statement,
    text,
    ...(statement.mrn === undefined ? {} : { mrn: detached(statement.mrn) }),
    ...(statement.lrn === undefined ? {} : { lrn: detached(statement.lrn) }),
  };
}
