import type { OutputListener, Provenance, TestResult } from '../junit/report.ts';
import type { Problem } from '../problem.ts';
import type { ScenarioId } from '../requirements/scenario.ts';
import type { ScenarioMapping } from '../settings/settings.ts';
import { readTime } from '../time/read.ts';
import type { Attempt, ReportedTime } from './attempt.ts';
import { identityOf } from './identity.ts';
import { statementListener, statementsInName } from './listen.ts';
import { mappedScenarios } from './mapping.ts';
import { findScenarioNumbers, type ScenarioNumbers } from './scenario-number.ts';
import type { Statement } from './statement.ts';
import { assignSuiteStatements, isWithin, type PlacedAttempt, type StatementSuite } from './suite-statements.ts';

type Result = TestResult<readonly Statement[]>;
export interface MatchOptions {
  /** Path of the report as shown to people. */
  readonly file: string;
  readonly provenance?: Provenance;
  readonly mapping: readonly ScenarioMapping[];
  /** IANA zone for times without an offset. */
  readonly timeZone: string;
  /** Numbers attempts through in reading order, over all reports. */
  readonly nextOrder: () => number;
}

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
  const results: Result[] = [];
  return {
    on: {
      listen: () => statementListener({ timeZone: options.timeZone }),
      result: (result) => results.push(detached(result)),
    },
    finish: () => new Matching(options).run(results),
  };
}

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
  readonly #numbers = new Map<string, ScenarioNumbers>();
  readonly #suiteNames = new Map<StatementSuite, readonly string[]>();
  readonly #problems: Problem[] = [];
  readonly #lookAlikes = new Map<string, { line: number; times: number; where: string }>();
  readonly #placed: PlacedAttempt[] = [];

  constructor(options: MatchOptions) {
    this.#options = options;
  }

  run(results: readonly Result[]): { attempts: readonly Attempt[]; problems: readonly Problem[] } {
    const unplaced: Result[] = [];
    for (const result of results) {
      const match = this.#match(result);
      if (match === undefined) {
        if (result.declared !== undefined) unplaced.push(result);
        continue;
      }
      this.#place(result, match);
    }
    for (const result of unplaced) this.#placeDeclared(result);
    const assigned = assignSuiteStatements(this.#placed, this.#options.file);
    return {
      attempts: assigned.attempts,
      problems: [...this.#problems, ...this.#lookAlikeProblems(), ...assigned.problems],
    };
  }

  #place(result: Result, match: Match): void {
    const order = this.#options.nextOrder();
    if (match.ambiguous) {
      this.#problems.push({
        kind: 'ambiguous',
        severity: 'warning',
        message:
          `'${result.name || result.className}' names ${match.scenarios.join(' and ')} and doesn't say which it is: ` +
          (result.outcome === 'failed' ? `its failure counts against each.` : `it counts for none.`) +
          ` Lead with the number and a colon ('${match.scenarios[0] ?? 'DSGB1'}: …') or give the test a property 'scenario'.`,
        file: this.#options.file,
        line: result.line,
      });
    }
    for (const scenario of match.scenarios) {
      this.#placed.push({ attempt: this.#attempt(result, scenario, match, order), suite: result.suite });
    }
  }

  /** What a suite says of itself beyond its cases counts against every scenario that its cases belong to. */
  #placeDeclared(result: Result): void {
    const order = this.#options.nextOrder();
    const inside = new Set<ScenarioId>();
    for (const { attempt, suite } of this.#placed) {
      if (attempt.declared === undefined && isWithin(suite, result.suite)) inside.add(attempt.scenario);
    }
    if (inside.size > 0) {
      const match: Match = { scenarios: [...inside], by: 'enclosing-suite', ambiguous: false };
      for (const scenario of inside) {
        this.#placed.push({ attempt: this.#attempt(result, scenario, match, order), suite: result.suite });
      }
      return;
    }
    // No scenario to hold it against: a failure that can't be placed may be any scenario's.
    this.#problems.push({
      kind: 'counts',
      severity: result.declared === 'failures' ? 'error' : 'warning',
      message:
        `${result.message ?? result.name} Which scenario that concerns can't be told from its names.` +
        ` Look into the test run, and have it write a complete report.`,
      file: this.#options.file,
      line: result.line,
    });
  }

  #attempt(result: Result, scenario: ScenarioId, match: Match, order: number): Attempt {
    const suites = this.#suitePath(result.suite);
    const inName = result.declared === undefined && result.name !== '' ? this.#inName(result) : [];
    const statements = [...(result.notes ?? []), ...inName];
    const lrns = statements.flatMap((statement) => (statement.key === 'lrn' ? [statement.value] : []));
    const reported = this.#reportedTime(result);
    return {
      scenario,
      matchedBy: match.by,
      file: this.#options.file,
      line: result.line,
      suites,
      className: result.className,
      name: result.name,
      identity: identityOf({ suites, className: result.className, name: result.name }, lrns),
      outcome: result.outcome,
      flaky: result.flaky,
      ...(result.declared === undefined ? {} : { declared: result.declared }),
      ambiguous: match.ambiguous,
      ...(result.message === undefined ? {} : { message: result.message }),
      ...(reported === undefined ? {} : { reported }),
      statements,
      ...(this.#options.provenance === undefined ? {} : { provenance: this.#options.provenance }),
      order,
    };
  }

  #inName(result: Result): readonly Statement[] {
    return statementsInName(result.name, result.line, { timeZone: this.#options.timeZone });
  }

  #match(result: Result): Match | undefined {
    const own = scenarioStatements(result.notes);
    // A number that was given outright but is none casts doubt on whatever the names say: it can only count against.
    let doubted = own.some((text) => this.#isLookAlikeOnly(text, result.line, "the property 'scenario'"));
    const found = this.#decide(own.length > 0 ? [own] : [], 'property', false);
    if (found !== undefined) return found;

    for (let suite = result.suite; suite !== undefined; suite = suite.parent) {
      const texts = scenarioStatements(
        suite.notes?.filter(({ source }) => source === 'property' || source === 'marker'),
      );
      const line = suite.line;
      if (texts.some((text) => this.#isLookAlikeOnly(text, line, "the suite's property 'scenario'"))) doubted = true;
      const ofSuite = this.#decide([texts], 'property', doubted);
      if (ofSuite !== undefined) return this.#contradicted(ofSuite, result);
    }

    const suites = this.#suitePath(result.suite);
    const mapped = mappedScenarios(this.#options.mapping, { name: result.name, className: result.className, suites });
    if (mapped.length > 0) return { scenarios: mapped, by: 'mapping', ambiguous: doubted || mapped.length > 1 };

    const displayNames = (result.notes ?? []).flatMap((note) => (note.key === 'display-name' ? [note.value] : []));
    const declared = result.declared !== undefined;
    const places: [Place, readonly string[]][] = [
      // What a suite declares beyond its cases has no names of its own.
      ['name', declared ? [] : [result.name, ...displayNames]],
      ['class', declared ? [] : [result.className]],
      ['suite', suites.toReversed()],
      ['file', [fileName(this.#options.file)]],
    ];
    for (const [by, texts] of places) {
      for (const text of texts) {
        const match = this.#decide([[text]], by, doubted);
        if (match !== undefined) return match;
      }
    }
    for (const [by, texts] of places)
      for (const text of texts) this.#isLookAlikeOnly(text, result.line, placeNames[by]);
    return undefined;
  }

  /** A suite's property against another number in the test's own name: neither is certain. */
  #contradicted(match: Match, result: Result): Match {
    if (result.declared !== undefined) return match;
    const named = this.#find(result.name);
    const other = named.leading ?? (named.ids.length === 1 ? named.ids[0] : undefined);
    if (other === undefined || match.scenarios.includes(other)) return match;
    return { scenarios: [...match.scenarios, other], by: match.by, ambiguous: true };
  }

  #decide(groups: readonly (readonly string[])[], by: Attempt['matchedBy'], doubted: boolean): Match | undefined {
    for (const texts of groups) {
      const ids = new Set<ScenarioId>();
      for (const text of texts) {
        const numbers = this.#find(text);
        if (numbers.leading === undefined) for (const id of numbers.ids) ids.add(id);
        else ids.add(numbers.leading);
      }
      if (ids.size > 0) return { scenarios: [...ids], by, ambiguous: doubted || ids.size > 1 };
    }
    return undefined;
  }

  #find(text: string): ScenarioNumbers {
    let numbers = this.#numbers.get(text);
    if (numbers === undefined) {
      numbers = findScenarioNumbers(text);
      // Suite and class names recur with every case, test names don't: the cache is for the former.
      if (this.#numbers.size < 1000) this.#numbers.set(text, numbers);
    }
    return numbers;
  }

  #isLookAlikeOnly(text: string, line: number, where: string): boolean {
    const { ids, lookAlikes } = this.#find(text);
    if (ids.length > 0 || lookAlikes.length === 0) return false;
    for (const found of lookAlikes) {
      const known = this.#lookAlikes.get(found);
      if (known === undefined) this.#lookAlikes.set(found, { line, times: 1, where });
      else known.times++;
    }
    return true;
  }

  *#lookAlikeProblems(): Generator<Problem> {
    for (const [found, { line, times, where }] of this.#lookAlikes) {
      const number = found.toUpperCase();
      const known = findScenarioNumbers(number).ids.length > 0;
      yield {
        kind: 'look-alike',
        severity: 'warning',
        message:
          `'${found}' in ${where}${times > 1 ? ` (${times} results)` : ''} ` +
          (known
            ? `looks like ${number} but is not counted: write the number in capitals ('${number}') or set it off ('${number.toLowerCase()}_…').`
            : `looks like a scenario number but is not in HMRC's testing guide: not counted.`),
        file: this.#options.file,
        line,
      };
    }
  }

  #reportedTime(result: Result): ReportedTime | undefined {
    if (result.timestamp !== undefined) return this.#time(result.timestamp, 'case');
    for (let suite = result.suite; suite !== undefined; suite = suite.parent) {
      if (suite.timestamp !== undefined)
        return this.#time(suite.timestamp, suite.parent === undefined ? 'root' : 'suite');
    }
    return undefined;
  }

  #time(text: string, from: ReportedTime['from']): ReportedTime {
    const read = readTime(text, this.#options.timeZone);
    return { text, from, instant: read?.instant, assumedZone: read?.assumedZone ?? false };
  }

  #suitePath(suite: StatementSuite | undefined): readonly string[] {
    if (suite === undefined) return [];
    let path = this.#suiteNames.get(suite);
    if (path === undefined) {
      const outer = this.#suitePath(suite.parent);
      path = suite.name.trim() === '' ? outer : [...outer, suite.name];
      this.#suiteNames.set(suite, path);
    }
    return path;
  }
}

function scenarioStatements(notes: readonly Statement[] | undefined): readonly string[] {
  return (notes ?? []).flatMap((note) => (note.key === 'scenario' ? [note.value] : []));
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/**
 * Names come from the parser as slices of a whole chunk of the report, and a kept slice keeps its chunk. Copied, so that
 * reading a large report costs the memory of the names only.
 */
function detached(result: Result): Result {
  return { ...result, name: copied(result.name), className: copied(result.className) };
}

function copied(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8');
}
