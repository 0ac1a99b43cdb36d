import type { TestResult } from '../junit/report.ts';
import type { ScenarioId } from '../requirements/scenario.ts';
import type { ScenarioMapping } from '../settings/settings.ts';
import type { Attempt } from './attempt.ts';
import type { LookAlikes } from './look-alikes.ts';
import { mappedScenarios } from './mapping.ts';
import type { ScenarioFinder, ScenarioNumbers } from '../requirements/scenario-number.ts';
import {
  valuesOf,
  type ScenarioStatement,
  type Statement,
  type Statements,
  type ValueStatement,
} from '../statements/statement.ts';
import type { StatementSuite } from './suite-statements.ts';

export type Result = TestResult<Statements>;

/** The scenarios that a result belongs to, and by what. */
export interface Match {
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

/**
 * Decides which scenario a result belongs to. Where a number is looked for, most trusted first: a property or marker `scenario`
 * of the case, then of its suites; the user's mapping; test name; class name; suite names from the inside out; report
 * file name. The first place that has one decides. Several in one place with none leading make the result ambiguous: it
 * can only count against them. Source: design, 'Scenario number in a text'.
 */
export class WhichScenario {
  readonly #mapping: readonly ScenarioMapping[];
  readonly #fileName: string;
  readonly #findNumbers: ScenarioFinder;
  readonly #lookAlikes: LookAlikes;
  readonly #numbers = new Map<string, ScenarioNumbers>();

  constructor(
    { file, mapping }: { readonly file: string; readonly mapping: readonly ScenarioMapping[] },
    findNumbers: ScenarioFinder,
    lookAlikes: LookAlikes,
  ) {
    this.#mapping = mapping;
    this.#fileName = file.slice(file.lastIndexOf('/') + 1);
    this.#findNumbers = findNumbers;
    this.#lookAlikes = lookAlikes;
  }

  /** Whether a number, or what looks like one, stands in any of its names, or the mapping knows one of them. */
  isMentionedIn({ name, className }: Result, path: readonly string[]): boolean {
    // Test names don't recur: they would only fill the cache.
    if (mentionsAny(this.#findNumbers(name)) || mentionsAny(this.#find(className))) return true;
    if (path.some((one) => mentionsAny(this.#find(one))) || mentionsAny(this.#find(this.#fileName))) return true;
    return mappedScenarios(this.#mapping, { name, className, suites: path }).length > 0;
  }

  /** Whether a scenario or display name that it states has a number, or what looks like one. */
  hasScenario(notes: Statements | undefined): boolean {
    for (const { value } of notes?.statements.filter(isName) ?? []) {
      if (mentionsAny(this.#findNumbers(value))) return true;
    }
    return false;
  }

  /** @param path Names of the suites that it is in, from the outside in. */
  of(result: Result, path: readonly string[]): Match | undefined {
    const notes = result.notes?.statements ?? [];
    const own = valuesOf(notes, 'scenario');
    const outright = valuesOf(notes.filter(isOutright), 'scenario');
    // A number that was given outright but is none casts doubt on whatever the names say: it can only count against.
    let doubted = own.some((text) => this.#isLookAlikeOnly(text, result.line, "the property 'scenario'"));
    const given = this.#decide(outright, 'property', false);
    if (given !== undefined) return given;
    const { name, className } = result;
    const names = [name, ...valuesOf(notes, 'display-name')];
    const suites = path.toReversed();
    const file = this.#fileName;
    const ofSuites = this.ofSuites(result.suite, doubted);
    const mapped = mappedScenarios(this.#mapping, { name, className, suites });
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
    for (const [by, texts] of places) {
      for (const text of texts) this.#isLookAlikeOnly(text, result.line, placeNames[by]);
    }
    return undefined;
  }

  /** What the properties and markers of a suite, else of those around it, say. */
  ofSuites(innermost: StatementSuite | undefined, before: boolean): { match: Match | undefined; doubted: boolean } {
    let doubted = before;
    for (let suite = innermost; suite !== undefined; suite = suite.parent) {
      if (suite.notes === undefined) continue;
      const texts = valuesOf(suite.notes.statements.filter(isOutright), 'scenario');
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
}

/** What a suite's property or a printed line says against what other places say: where they differ, neither is certain. */
function contradicted(match: Match, elsewhere: readonly (readonly ScenarioId[])[]): Match {
  for (const ids of elsewhere) {
    if (ids.some((id) => match.scenarios.includes(id))) return match;
    if (ids.length === 1) return { scenarios: [...match.scenarios, ...ids], by: match.by, ambiguous: true };
  }
  return match;
}

function isName(statement: Statement): statement is ValueStatement | ScenarioStatement {
  return statement.key === 'scenario' || statement.key === 'display-name';
}

function isOutright({ source }: Statement): boolean {
  return source === 'property' || source === 'marker';
}

function mentionsAny({ ids, lookAlikes }: ScenarioNumbers): boolean {
  return ids.length > 0 || lookAlikes.length > 0;
}
