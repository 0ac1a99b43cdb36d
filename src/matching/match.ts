import type { OutputListener } from '../junit/report.ts';
import type { Finding } from '../finding.ts';
import type { Programme } from '../requirements/programme.ts';
import type { ScenarioId } from '../requirements/scenario.ts';
import type { ScenarioMapping } from '../settings/settings.ts';
import type { Attempt } from './attempt.ts';
import { attemptOf, type ReportOptions } from './attempt-of.ts';
import { statementListener } from '../statements/listener.ts';
import { LookAlikes } from './look-alikes.ts';
import { MatchProblems } from './match-problems.ts';
import { scenarioFinder, type ScenarioFinder } from '../requirements/scenario-number.ts';
import type { Statements } from '../statements/statement.ts';
import {
  assignSuiteStatements,
  scenariosInside,
  withOuterSuites,
  type PlacedAttempt,
  type StatementSuite,
  type SuiteScenarios,
} from './suite-statements.ts';
import { type Match, type Result, WhichScenario } from './which-scenario.ts';

export interface MatchOptions extends ReportOptions {
  /** Whose scenarios are looked for. */
  readonly programme: Programme;
  readonly mapping: readonly ScenarioMapping[];
  /** Numbers attempts through in reading order, over all reports. */
  readonly nextOrder: () => number;
  /** So many results may be kept; beyond, the report counts as unreadable. Default: `mostResults`. */
  readonly room?: number;
}

/** No scenario has a hundredth of these tests. A report that claims more mustn't exhaust the memory. */
export const mostResults = 100_000;

/** Turns the results of one report, as they stream by, into attempts at scenarios. */
export interface ReportMatcher {
  readonly on: {
    listen(): OutputListener<Statements>;
    result(result: Result): void;
  };
  /** Call once, after the whole report has been read: only then suites have told all they say. */
  finish(): { readonly attempts: readonly Attempt[]; readonly problems: readonly Finding[] };
}

/** Which scenario a result belongs to is told in `which-scenario.ts`. */
export function matchReport(options: MatchOptions): ReportMatcher {
  const findNumbers = scenarioFinder(options.programme);
  const matching = new Matching(options, findNumbers);
  return {
    on: {
      listen: () => statementListener({ timeZone: options.timeZone, findNumbers }),
      result: (result) => matching.add(result),
    },
    finish: () => matching.finish(),
  };
}

/**
 * Of results that mention no scenario anywhere, so many are kept until the report's end, when a suite's property may still
 * give them one. Reports have hundreds of thousands of cases that are none of our business.
 */
const maxUnmatched = 5000;
/** Of what these state, so much is kept with them. */
const maxUnmatchedStatements = 50_000;

class Matching {
  readonly #options: MatchOptions;
  readonly #findNumbers: ScenarioFinder;
  readonly #which: WhichScenario;
  readonly #suiteNames = new Map<StatementSuite, readonly string[]>();
  readonly #problems: MatchProblems;
  readonly #lookAlikes: LookAlikes;
  readonly #placed: PlacedAttempt[] = [];
  readonly #results: Result[] = [];
  /** Suites of results that were let go, with the line of the first. */
  readonly #droppedSuites = new Map<StatementSuite, number>();
  #unmatched = 0;
  #unmatchedStatements = 0;
  /** The line of the first result that there was no room for. */
  #overfull: number | undefined;

  constructor(options: MatchOptions, findNumbers: ScenarioFinder) {
    this.#options = options;
    this.#findNumbers = findNumbers;
    this.#lookAlikes = new LookAlikes(options.file, findNumbers);
    this.#which = new WhichScenario(options, findNumbers, this.#lookAlikes);
    this.#problems = new MatchProblems(options.file);
  }

  add(result: Result): void {
    if (this.#results.length >= (this.#options.room ?? mostResults)) {
      this.#overfull ??= result.line;
      return;
    }
    const isConcerned = result.declared !== undefined || this.#which.hasScenario(result.notes);
    if (isConcerned || this.#which.isMentionedIn(result, this.#suitePath(result.suite))) {
      this.#results.push(result);
      return;
    }
    const statements = result.notes?.statements.length ?? 0;
    if (this.#unmatched < maxUnmatched && this.#unmatchedStatements + statements <= maxUnmatchedStatements) {
      this.#unmatched++;
      this.#unmatchedStatements += statements;
      this.#results.push(result);
    } else if (result.suite !== undefined && !this.#droppedSuites.has(result.suite)) {
      this.#droppedSuites.set(result.suite, result.line);
    }
  }

  finish(): { attempts: readonly Attempt[]; problems: readonly Finding[] } {
    const unplaced: Result[] = [];
    const others = new Set(this.#droppedSuites.keys());
    for (const result of this.#results) {
      const match = this.#which.of(result, this.#suitePath(result.suite));
      if (match !== undefined) this.#place(result, match);
      else if (result.declared !== undefined) unplaced.push(result);
      else if (result.suite !== undefined) others.add(result.suite);
    }
    const scenarios = scenariosInside(this.#placed);
    for (const result of unplaced) this.#placeDeclared(result, scenarios);
    const assigned = assignSuiteStatements(
      this.#placed,
      withOuterSuites(others),
      this.#options.file,
      this.#findNumbers,
    );
    if (this.#overfull !== undefined) this.#problems.tooMany(mostResults, this.#overfull);
    this.#reportDropped();
    return {
      attempts: assigned.attempts,
      problems: [...this.#problems.all(), ...this.#lookAlikes.problems(), ...assigned.problems],
    };
  }

  /** Results that were let go and, as their suite turns out, should not have been. */
  #reportDropped(): void {
    for (const [suite, line] of this.#droppedSuites) {
      if (this.#which.ofSuites(suite, false).match !== undefined) {
        this.#problems.tooManyInSuite(suite.name, maxUnmatched, line);
      }
    }
  }

  #place(result: Result, match: Match): void {
    const order = this.#options.nextOrder();
    if (match.ambiguous) this.#problems.ambiguous(result, match.scenarios);
    for (const scenario of match.scenarios) {
      this.#placed.push({ attempt: this.#attempt(result, scenario, match, order), suite: result.suite });
    }
  }

  /** What a suite says of itself beyond its cases counts against every scenario that its cases belong to. */
  #placeDeclared(result: Result, scenarios: SuiteScenarios): void {
    const inside = scenarios.get(result.suite);
    if (inside === undefined) this.#problems.unplaced(result);
    else this.#place(result, { scenarios: [...inside], by: 'enclosing-suite', ambiguous: false });
  }

  #attempt(result: Result, scenario: ScenarioId, { by, ambiguous }: Match, order: number): Attempt {
    const suites = this.#suitePath(result.suite);
    return attemptOf(result, { scenario, matchedBy: by, ambiguous, suites, order }, this.#options);
  }

  /** Not by recursion: suites may be nested thousands of levels deep. */
  #suitePath(suite: StatementSuite | undefined): readonly string[] {
    const unknown: StatementSuite[] = [];
    let at = suite;
    for (; at !== undefined && !this.#suiteNames.has(at); at = at.parent) unknown.push(at);
    let path = (at === undefined ? undefined : this.#suiteNames.get(at)) ?? [];
    for (const inner of unknown.toReversed()) {
      if (inner.name.trim() !== '') path = [...path, inner.name];
      this.#suiteNames.set(inner, path);
    }
    return path;
  }
}
