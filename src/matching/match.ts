import type { OutputListener, Provenance } from '../junit/report.ts';
import type { Finding } from '../finding.ts';
import type { Programme } from '../requirements/programme.ts';
import { scenarioFinder, type ScenarioFinder, type ScenarioNumbers } from '../requirements/scenario-number.ts';
import type { ScenarioMapping } from '../settings/settings.ts';
import { StatementBudget } from '../statements/budget.ts';
import { statementListener, statementsInName } from '../statements/listener.ts';
import { nothingStated, type Statements } from '../statements/statement.ts';
import {
  attemptOf,
  isSetUp,
  matchedByOf,
  nameOfRest,
  otherOf,
  type Attempt,
  type ListedResult,
  type OtherResult,
} from './attempt.ts';
import { placeNaming, withoutOthers, type Decision } from './decide.ts';
import { LookAlikes, MatchFindings, OtherProgrammes } from './findings.ts';
import { reportedTime } from './spans.ts';
import {
  assignSuiteStatements,
  propertiesAround,
  scenariosInside,
  SuitePaths,
  withOuterSuites,
  type PlacedAttempt,
  type StatementSuite,
  type SuiteScenarios,
} from './suite-statements.ts';
import { WhichScenario, type Result } from './which-scenario.ts';

export interface MatchOptions {
  /** Path of the report as shown to people. */
  readonly file: string;
  readonly provenance?: Provenance | undefined;
  /** IANA zone for times without an offset. */
  readonly timeZone: string;
  /** Whose scenarios are looked for. */
  readonly programme: Programme;
  readonly mapping: readonly ScenarioMapping[];
  /** Takes those of the mapping that fit a result, over all reports. */
  readonly fitting?: Set<ScenarioMapping> | undefined;
  /** Names of the properties that tell applications apart. */
  readonly properties?: ReadonlySet<string> | undefined;
  /** Numbers results through in reading order, over all reports. */
  readonly nextOrder: () => number;
  /** Of statements, shared by all reports of a run. */
  readonly budget?: StatementBudget;
  /** So many results may be kept; beyond, the report counts as unreadable. Default: `maxResults`. */
  readonly room?: number;
}

/** No scenario has a hundredth of these tests. A report that claims more mustn't exhaust the memory. */
export const maxResults = 100_000;

/**
 * Of results that mention no scenario anywhere, so many are kept until the report's end, when a suite's property may still
 * give them one. Reports have hundreds of thousands of cases that are none of our business.
 */
const maxUnmatched = 5000;
/** Of what these state, so much is kept with them. */
const maxUnmatchedStatements = 20_000;

/** What matching makes of one report. */
export interface Matched {
  readonly attempts: readonly Attempt[];
  /** Results that concern no scenario: they tell whether a later report of their suite is whole. */
  readonly others: readonly OtherResult[];
  readonly findings: readonly Finding[];
}

/** Turns the results of a report, as they stream by, into attempts. */
export interface ReportMatcher {
  readonly on: {
    listen(of: 'case' | 'suite'): OutputListener<Statements>;
    result(result: Result): void;
  };
  /** Call once, after the whole report has been read: only then suites have told all they say. */
  finish(): Matched;
}

/** Which scenario a result concerns is told in `decide.ts`. */
export function matchReport(options: MatchOptions): ReportMatcher {
  const findNumbers = scenarioFinder(options.programme);
  const { timeZone, budget = new StatementBudget() } = options;
  const matching = new Matching(options, findNumbers, budget);
  return {
    on: {
      listen: (of) => statementListener({ of, timeZone, findNumbers, budget, properties: options.properties }),
      result: (result) => matching.add(result),
    },
    finish: () => matching.finish(),
  };
}

/** A result, and what its name says. */
interface Kept {
  readonly result: Result;
  readonly ofName: ScenarioNumbers;
}

class Matching {
  readonly #options: MatchOptions;
  readonly #findNumbers: ScenarioFinder;
  readonly #budget: StatementBudget;
  readonly #which: WhichScenario;
  readonly #paths = new SuitePaths();
  readonly #findings: MatchFindings;
  readonly #lookAlikes: LookAlikes;
  readonly #otherProgrammes: OtherProgrammes;
  readonly #placed: PlacedAttempt[] = [];
  readonly #others: OtherResult[] = [];
  readonly #results: Kept[] = [];
  readonly #withoutAssertions: Result[] = [];
  /** Suites of results that were not kept, with the line of the first. */
  readonly #dropped = new Map<StatementSuite, { readonly line: number; count: number }>();
  /** Of `#results`, those whose statements take nothing of the budget. */
  readonly #uncharged = new Set<Result>();
  /** Of the decision that was looked at last, what an attempt has of it: many share it. */
  #short: { readonly of: Decision; readonly as: ReturnType<typeof withoutOthers> } | undefined;
  #unmatchedStatements = 0;
  /** The line of the first result that there was no room for, and what there is too much of. */
  #beyond: { readonly line: number; readonly what: string } | undefined;

  constructor(options: MatchOptions, findNumbers: ScenarioFinder, budget: StatementBudget) {
    this.#options = options;
    this.#budget = budget;
    this.#findNumbers = findNumbers;
    this.#lookAlikes = new LookAlikes(options.file, findNumbers);
    this.#otherProgrammes = new OtherProgrammes(options.file);
    this.#which = new WhichScenario(options, findNumbers, this.#lookAlikes);
    this.#findings = new MatchFindings(options.file);
  }

  add(result: Result): void {
    const isFull = this.#results.length >= (this.#options.room ?? maxResults);
    const what = isFull ? `have more than ${maxResults} results that may concern scenarios` : this.#budget.tooMuch;
    if (what !== undefined) {
      this.#beyond ??= { line: result.line, what };
      return;
    }
    const [ofName, path] = [this.#which.numbersIn(result), this.#paths.of(result.suite)];
    const isConcerned = isSetUp(result) || this.#which.hasScenario(result.notes);
    if (isConcerned || this.#which.isMentionedIn(result, ofName, path)) {
      this.#keep({ result, ofName });
      return;
    }
    this.#otherProgrammes.note(this.#which.othersIn(result, ofName, path), result.line);
    const statements = result.notes?.statements.length ?? 0;
    this.#budget.release(result.notes);
    if (this.#uncharged.size < maxUnmatched && this.#unmatchedStatements + statements <= maxUnmatchedStatements) {
      this.#unmatchedStatements += statements;
      this.#uncharged.add(result);
      this.#keep({ result, ofName });
    } else if (result.suite !== undefined) {
      const known = this.#dropped.get(result.suite);
      if (known === undefined) this.#dropped.set(result.suite, { line: result.line, count: 1 });
      else known.count++;
    }
  }

  #keep(kept: Kept): void {
    this.#results.push(kept);
    if (kept.result.assertions === 0) this.#withoutAssertions.push(kept.result);
  }

  finish(): Matched {
    const unplaced: Kept[] = [];
    const shared = new Set<StatementSuite | undefined>(this.#dropped.keys());
    this.#results.reverse();
    // Each is let go of as its attempt is made: there may be a hundred thousand.
    for (let kept = this.#results.pop(); kept !== undefined; kept = this.#results.pop()) {
      const { result } = kept;
      const decision = this.#which.of(result, kept.ofName, this.#paths.of(result.suite));
      if (isSetUp(result)) {
        unplaced.push(kept);
      } else if (decision !== undefined && decision.fails.length > 0) {
        this.#place(this.#charged(result), decision);
        if (decision.rule === 'only-look-alike') shared.add(result.suite);
      } else {
        this.#addOther(result, { decision: decision === undefined ? undefined : withoutOthers(decision) });
        shared.add(result.suite);
      }
    }
    const scenarios = scenariosInside(this.#placed);
    for (const kept of unplaced) this.#placeBySuite(kept, scenarios);
    const outer = withOuterSuites(shared);
    const assigned = assignSuiteStatements(this.#placed, outer, this.#options.file, this.#findNumbers);
    if (this.#beyond !== undefined) this.#findings.tooMuch(this.#beyond.what, this.#beyond.line);
    this.#reportDropped();
    this.#findings.containers(this.#placed, this.#others);
    this.#reportAssertions();
    return {
      attempts: assigned.attempts,
      others: this.#others,
      findings: [
        ...this.#findings.list(),
        ...this.#lookAlikes.findings(),
        ...this.#otherProgrammes.findings(),
        ...assigned.findings,
      ],
    };
  }

  /** Results that were not kept and, as their suite turns out, should have been; the rest tell that the list isn't whole. */
  #reportDropped(): void {
    for (const [suite, { line, count }] of this.#dropped) {
      if (this.#which.isGiven(suite)) this.#findings.tooManyInSuite(suite.name, maxUnmatched, line);
      const rest = { className: '', name: nameOfRest(count), outcome: 'not-run', flaky: false } as const;
      this.#others.push(this.#listed({ ...rest, suite, line }));
    }
  }

  #place(result: Result, decision: Decision): void {
    const { passes, fails, notRun } = decision;
    if (this.#short?.of !== decision) this.#short = { of: decision, as: withoutOthers(decision) };
    const short = this.#short.as;
    const listed = this.#listed(result, this.#options.nextOrder());
    const counting = { passed: [passes], failed: fails, 'not-run': notRun }[result.outcome];
    const onlyLooks = decision.rule === 'only-look-alike';
    // Look-alikes are told of by themselves.
    if (passes === undefined && (!onlyLooks || result.outcome === 'failed')) this.#findings.disputed(result, decision);
    for (const scenario of fails) {
      const named = placeNaming({ because: short.because, places: decision.places }, scenario);
      const matchedBy = named === undefined ? 'name' : matchedByOf(named.kind);
      const found = { scenario, named, matchedBy, ambiguous: !counting.includes(scenario), decision: short } as const;
      this.#placed.push({ attempt: attemptOf(listed, result, found), suite: result.suite });
    }
  }

  /**
   * What a suite says of itself beyond its cases, and what is no test, counts against every scenario that the cases inside
   * belong to, and those that the names around it say.
   */
  #placeBySuite({ result, ofName }: Kept, scenarios: SuiteScenarios): void {
    const decision = this.#which.of(result, ofName, this.#paths.of(result.suite));
    const ids = result.outcome === 'failed' ? decision?.fails : decision?.notRun;
    const inside = scenarios.get(result.suite);
    const all = new Set([...(ids ?? []), ...(inside ?? [])]);
    if (all.size === 0) {
      const mayBeAny = result.declared !== undefined || result.name.trim() === '';
      this.#addOther(result, { finding: mayBeAny ? this.#findings.unplaced(result) : undefined });
      return;
    }
    const listed = this.#listed(result, this.#options.nextOrder());
    for (const scenario of all) {
      const named = decision && placeNaming(decision, scenario);
      const matchedBy = named === undefined ? 'enclosing-suite' : matchedByOf(named.kind);
      const found = { scenario, named, matchedBy, ambiguous: false, decision: undefined } as const;
      this.#placed.push({ attempt: attemptOf(listed, result, found), suite: result.suite });
    }
  }

  #reportAssertions(): void {
    const placed = new Set(this.#placed.flatMap(({ attempt }) => (attempt.outcome === 'passed' ? [attempt.line] : [])));
    const without = this.#withoutAssertions.filter(({ line }) => placed.has(line));
    const [first] = without;
    if (first !== undefined) this.#findings.noAssertions(first, without.length);
  }

  /** The result with what of its statements the budget allows, once it turns out that it concerns a scenario. */
  #charged(result: Result): Result {
    const { notes } = result;
    return notes !== undefined && this.#uncharged.has(result) ? { ...result, notes: this.#budget.take(notes) } : result;
  }

  /** Nobody asks what it stated. */
  #addOther(result: Result, more: Pick<OtherResult, 'finding' | 'decision'>): void {
    if (!this.#uncharged.has(result)) this.#budget.release(result.notes);
    this.#others.push(otherOf(this.#listed(result), more));
  }

  /** A result with what it wrote and what its name says (all that newman and Bruno keep). */
  #listed(result: Result, order = 0): ListedResult {
    const { className, sourceFile, name, outcome, declared, line, message } = result;
    const { file, provenance, timeZone, properties } = this.#options;
    const inName = declared === undefined ? statementsInName(name, line, { timeZone }) : [];
    const { statements: stated } = result.notes ?? nothingStated;
    return {
      file,
      line,
      suites: this.#paths.of(result.suite),
      className,
      sourceFile,
      name,
      outcome,
      message,
      declared,
      reported: reportedTime(result, timeZone),
      statements: inName.length === 0 ? stated : [...stated, ...inName],
      properties: properties && propertiesAround(result),
      provenance,
      order,
    };
  }
}
