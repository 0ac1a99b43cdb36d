import type { OutputListener } from '../junit/report.ts';
import { detached } from '../text/detached.ts';
import type { StatementBudget } from './budget.ts';
import { reach } from './escapes.ts';
import { readGiven } from './given.ts';
import { readPair } from './pairs.ts';
import type { ScenarioFinder } from '../requirements/scenario-number.ts';
import { TextScanner } from './scanner.ts';
import { StatementCollector } from './collector.ts';
import { nothingStated, type Statement, type Statements } from './statement.ts';

export interface StatementOptions {
  /** Who is listened to: a suite may tell of many tests. Default: suite. */
  readonly of?: 'case' | 'suite' | undefined;
  /** IANA zone for times without an offset. */
  readonly timeZone: string;
  /** Tells whether what is called a scenario has a number. */
  readonly findNumbers: ScenarioFinder;
  /** Names of properties that are kept as they are, whatever they say. */
  readonly properties?: ReadonlySet<string> | undefined;
  /** Shared by all that is read in a run. Default: as much as each test states within its own limit. */
  readonly budget?: StatementBudget | undefined;
}

/**
 * Takes what one case or suite writes and keeps what it states about its scenario: scenario number, MRN, LRN and when
 * which message was exchanged. Sources, see `StatementSource`: properties, markers, lines and comments (given by a person),
 * API JSON and NCTS message XML (derived). Text is searched while it streams by and not kept. Never throws.
 *
 * At most 5,000 distinct statements of a suite are kept and 3,000 of a case, of a whole run what the budget allows; `dropped`
 * says how many were not.
 */
export function statementListener(options: StatementOptions): OutputListener<Statements> {
  return new StatementListener(options);
}

class StatementListener implements OutputListener<Statements> {
  readonly #options: StatementOptions;
  readonly #collector: StatementCollector;
  #scanner: TextScanner | undefined;
  #properties: Map<string, string> | undefined;

  constructor(options: StatementOptions) {
    this.#options = options;
    this.#collector = new StatementCollector(options.of);
  }

  property(name: string, value: string, line: number): void {
    const statement = readGiven(name, value, { source: 'property', line, timeZone: this.#options.timeZone });
    if (statement !== undefined) this.#collector.add(statement);
    if (this.#options.properties?.has(name.trim()) === true) {
      this.#properties ??= new Map();
      this.#properties.set(name.trim(), detached(value.trim().slice(0, limits.property)));
    }
  }

  text(chunk: string, line: number): void {
    this.#scanner ??= new TextScanner({ source: 'line', ...this.#options }, this.#collector);
    this.#scanner.push(chunk, line);
  }

  endOfText(): void {
    this.#scanner?.end();
    this.#scanner = undefined;
  }

  comment(text: string, line: number): void {
    const scanner = new TextScanner({ source: 'comment', ...this.#options }, this.#collector);
    scanner.push(text, line);
    scanner.end();
  }

  finish(): Statements {
    this.endOfText();
    const stated = this.#collector.finish();
    const kept = this.#options.budget?.take(stated) ?? stated;
    return this.#properties === undefined ? kept : { ...kept, properties: this.#properties };
  }
}

const keysInName = /[ml]rn|(?:ie|cc(?=\d{3}c))\d{3}c?/gi;
const limits = {
  /** Nobody writes a longer name by hand. */
  name: 2000,
  /** What tells applications apart is shorter. */
  property: 1000,
};

/**
 * Evidence in the name of a test, for tools that keep nothing but names (newman, Bruno): `declaration accepted MRN
 * 26GB…`, `LRN LRN-0001`, `IE015 2026-07-01T12:00:05Z`, also with `=` or `:`. Conservative: names are written to be read,
 * so only what looks like a value is one ('LRN must be unique' says nothing).
 */
export function statementsInName(
  name: string,
  line: number,
  { timeZone }: Pick<StatementOptions, 'timeZone'>,
): readonly Statement[] {
  const within = name.slice(0, limits.name);
  if (within.search(keysInName) === -1) return nothingStated.statements;
  const collector = new StatementCollector();
  for (const match of within.matchAll(keysInName)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const place = { text: within, start, end, from: Math.max(0, start - reach.behind), to: within.length, line };
    const pair = readPair(place, { source: 'name', timeZone });
    if (pair !== undefined) collector.add(pair);
  }
  return collector.finish().statements;
}
