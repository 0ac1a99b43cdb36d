import type { OutputListener, TestResult } from '../junit/report.ts';
import type { Problem } from '../problem.ts';
import type { Programme } from '../requirements/programme.ts';
import type { ScenarioId } from '../requirements/scenario.ts';
import type { ScenarioMapping } from '../settings/settings.ts';
import type { Attempt } from './attempt.ts';
import { attemptOf, type ReportOptions } from './attempt-of.ts';
import { statementListener } from './listen.ts';
import { LookAlikes } from './look-alikes.ts';
import { mappedScenarios } from './mapping.ts';
import { MatchProblems } from './match-problems.ts';
import { scenarioFinder, type ScenarioFinder, type ScenarioNumbers } from './scenario-number.ts';
import { valuesOf, type Statement } from './statement.ts';
import {
  assignSuiteStatements,
  scenariosInside,
  type PlacedAttempt,
  type StatementSuite,
  type SuiteScenarios,
} from './suite-statements.ts';

type Result = TestResult<readonly Statement[]>;
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
    listen(): OutputListener<readonly Statement[]>;
    result(result: Result): void;
  };
  /** Call once, after the whole report has been read: only then suites have told all they say. */
  finish(): { readonly attempts: readonly Attempt[]; readonly problems: readonly Problem[] };
}

/**
 * Where a scenario number is looked for, most trusted first: a property or marker `scenario` of the case, then of its
 * suites; the user's mapping; test name; class name; suite names from the inside out; report file name. The first place
 * that has one decides. Several in one place with none leading make the result ambiguous: it can only count against them.
 * Source: design, 'Scenario number in a text'.
 */
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
const keptBystanders = 5000;

interface Match {
  readonly scenarios: readonly ScenarioId[];
  readonly by: Attempt['matchedBy'];
  readonly ambiguous: boolean;
}

type Place = 'name' | 'class' | 'suite' | 'file';

const placeNames: Readonly<Record<Place, string>> = {
  name: 'the name of a test',
  class: 'the name of a class',
  suite: 'the name of a suite',
  file: 'the file name',
};

class Matching {
  readonly #options: MatchOptions;
  readonly #findNumbers: ScenarioFinder;
  readonly #numbers = new Map<string, ScenarioNumbers>();
  readonly #suiteNames = new Map<StatementSuite, readonly string[]>();
  readonly #problems: MatchProblems;
  readonly #lookAlikes: LookAlikes;
  readonly #placed: PlacedAttempt[] = [];
  readonly #results: Result[] = [];
  /** Suites of results that were let go, with the line of the first. */
  readonly #crowds = new Map<StatementSuite, number>();
  #bystanders = 0;
  /** The line of the first result that there was no room for. */
  #overfull: number | undefined;

  constructor(options: MatchOptions, findNumbers: ScenarioFinder) {
    this.#options = options;
    this.#findNumbers = findNumbers;
    this.#lookAlikes = new LookAlikes(options.file, findNumbers);
    this.#problems = new MatchProblems(options.file);
  }

  add(result: Result): void {
    if (this.#results.length >= (this.#options.room ?? mostResults)) {
      this.#overfull ??= result.line;
      return;
    }
    if (result.declared !== undefined || (result.notes?.length ?? 0) > 0 || this.#mentionsScenario(result)) {
      this.#results.push(result);
    } else if (this.#bystanders < keptBystanders) {
      this.#bystanders++;
      this.#results.push(result);
    } else if (result.suite !== undefined && !this.#crowds.has(result.suite)) {
      this.#crowds.set(result.suite, result.line);
    }
  }

  finish(): { attempts: readonly Attempt[]; problems: readonly Problem[] } {
    const unplaced: Result[] = [];
    for (const result of this.#results) {
      const match = this.#match(result);
      if (match !== undefined) this.#place(result, match);
      else if (result.declared !== undefined) unplaced.push(result);
    }
    const scenarios = scenariosInside(this.#placed);
    for (const result of unplaced) this.#placeDeclared(result, scenarios);
    const assigned = assignSuiteStatements(this.#placed, this.#options.file, this.#findNumbers);
    if (this.#overfull !== undefined) this.#problems.tooMany(mostResults, this.#overfull);
    this.#lookAtCrowds();
    return {
      attempts: assigned.attempts,
      problems: [...this.#problems.all(), ...this.#lookAlikes.problems(), ...assigned.problems],
    };
  }

  /** Whether a number, or what looks like one, stands in any of its names, or the mapping knows one of them. */
  #mentionsScenario({ name, className, suite }: Result): boolean {
    if (mentionsAny(this.#findNumbers(name)) || mentionsAny(this.#find(className))) return true;
    const suites = this.#suitePath(suite);
    if (suites.some((one) => mentionsAny(this.#find(one))) || mentionsAny(this.#find(fileName(this.#options.file))))
      return true;
    return mappedScenarios(this.#options.mapping, { name, className, suites }).length > 0;
  }

  /** Results that were let go and, as their suite turns out, should not have been. */
  #lookAtCrowds(): void {
    for (const [suite, line] of this.#crowds) {
      if (this.#ofSuites(suite, false).match !== undefined)
        this.#problems.tooManyInSuite(suite.name, keptBystanders, line);
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

  #match(result: Result): Match | undefined {
    const notes = result.notes ?? [];
    const own = valuesOf(notes, 'scenario');
    const outright = valuesOf(notes.filter(isOutright), 'scenario');
    // A number that was given outright but is none casts doubt on whatever the names say: it can only count against.
    let doubted = own.some((text) => this.#isLookAlikeOnly(text, result.line, "the property 'scenario'"));
    const given = this.#decide(outright, 'property', false);
    if (given !== undefined) return given;
    const { name, className } = result;
    const names = [name, ...valuesOf(notes, 'display-name')];
    const suites = this.#suitePath(result.suite).toReversed();
    const file = fileName(this.#options.file);
    const ofSuites = this.#ofSuites(result.suite, doubted);
    const mapped = mappedScenarios(this.#options.mapping, { name, className, suites });
    // A line of output may be about another scenario than the test that printed it.
    const printed = this.#decide(own, 'property', doubted);
    if (printed !== undefined) {
      const around = this.#idsOf([className, ...suites, file]);
      return contradicted(printed, [...this.#idsOf(names), ofSuites.match?.scenarios ?? [], mapped, ...around]);
    }
    if (ofSuites.match !== undefined) {
      // What a suite declares beyond its cases has no names of its own.
      return result.declared === undefined ? contradicted(ofSuites.match, this.#idsOf(names)) : ofSuites.match;
    }
    doubted = ofSuites.doubted;
    if (mapped.length > 0) return { scenarios: mapped, by: 'mapping', ambiguous: doubted || mapped.length > 1 };

    const ownNames: [Place, readonly string[]][] = [
      ['name', names],
      ['class', [className]],
    ];
    const places: [Place, readonly string[]][] = [
      ...(result.declared === undefined ? ownNames : []),
      ['suite', suites],
      ['file', [file]],
    ];
    for (const [by, texts] of places) {
      for (const text of texts) {
        const match = this.#decide([text], by, doubted);
        if (match !== undefined) return match;
      }
    }
    for (const [by, texts] of places)
      for (const text of texts) this.#isLookAlikeOnly(text, result.line, placeNames[by]);
    return undefined;
  }

  /** What the properties and markers of a suite, else of those around it, say. */
  #ofSuites(innermost: StatementSuite | undefined, before: boolean): { match: Match | undefined; doubted: boolean } {
    let doubted = before;
    for (let suite = innermost; suite !== undefined; suite = suite.parent) {
      if (suite.notes === undefined) continue;
      const texts = valuesOf(suite.notes.filter(isOutright), 'scenario');
      const { line } = suite;
      if (texts.some((text) => this.#isLookAlikeOnly(text, line, "the suite's property 'scenario'"))) doubted = true;
      const match = this.#decide(texts, 'property', doubted);
      if (match !== undefined) return { match, doubted };
    }
    return { match: undefined, doubted };
  }

  /** The scenarios that each of the texts names. */
  #idsOf(texts: readonly string[]): readonly (readonly ScenarioId[])[] {
    return texts.map((text) => this.#decide([text], 'name', false)?.scenarios ?? []);
  }

  #decide(texts: readonly string[], by: Attempt['matchedBy'], doubted: boolean): Match | undefined {
    const ids = new Set<ScenarioId>();
    for (const text of texts) {
      const numbers = this.#find(text);
      if (numbers.leading === undefined) for (const id of numbers.ids) ids.add(id);
      else ids.add(numbers.leading);
    }
    return ids.size > 0 ? { scenarios: [...ids], by, ambiguous: doubted || ids.size > 1 } : undefined;
  }

  #find(text: string): ScenarioNumbers {
    let numbers = this.#numbers.get(text);
    if (numbers === undefined) {
      numbers = this.#findNumbers(text);
      // Suite and class names recur with every case, test names don't: the cache is for the former.
      if (this.#numbers.size < 1000) this.#numbers.set(text, numbers);
    }
    return numbers;
  }

  #isLookAlikeOnly(text: string, line: number, where: string): boolean {
    return this.#lookAlikes.note(this.#find(text), line, where);
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

/** What a suite's property or a printed line says against what other places say: where they differ, neither is certain. */
function contradicted(match: Match, elsewhere: readonly (readonly ScenarioId[])[]): Match {
  for (const ids of elsewhere) {
    if (ids.some((id) => match.scenarios.includes(id))) return match;
    if (ids.length === 1) return { scenarios: [...match.scenarios, ...ids], by: match.by, ambiguous: true };
  }
  return match;
}

function isOutright({ source }: Statement): boolean {
  return source === 'property' || source === 'marker';
}

function mentionsAny({ ids, lookAlikes }: ScenarioNumbers): boolean {
  return ids.length > 0 || lookAlikes.length > 0;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
