import type { Suite, TestResult } from '../junit/report.ts';
import type { Finding } from '../finding.ts';
import type { ScenarioId } from '../requirements/scenario.ts';
import { listed } from '../text/wording.ts';
import { isPrimary, type Attempt } from './attempt.ts';
import type { ScenarioFinder } from '../requirements/scenario-number.ts';
import { droppedTogether } from '../statements/collector.ts';
import { nothingStated, type Dropped, type Statement, type Statements } from '../statements/statement.ts';

export type StatementSuite = Suite<Statements>;

/** An attempt together with the suite it stands in, while its report is still being put together. */
export interface PlacedAttempt {
  readonly attempt: Attempt;
  readonly suite: StatementSuite | undefined;
}

/** Scenarios by suite; of no suite there are none. */
export type SuiteScenarios = ReadonlyMap<StatementSuite | undefined, ReadonlySet<ScenarioId>>;

/** Names of suites from the outside in, unnamed ones left out. */
export class SuitePaths {
  readonly #known = new Map<StatementSuite, readonly string[]>();

  /** Not by recursion: suites may be nested thousands of levels deep. */
  of(suite: StatementSuite | undefined): readonly string[] {
    const unknown: StatementSuite[] = [];
    let at = suite;
    for (; at !== undefined && !this.#known.has(at); at = at.parent) unknown.push(at);
    let path = (at === undefined ? undefined : this.#known.get(at)) ?? [];
    for (const inner of unknown.toReversed()) {
      // Spread out, a list of one takes the room of seventeen.
      if (inner.name.trim() !== '') path = path.concat(inner.name);
      this.#known.set(inner, path);
    }
    return path;
  }
}

/** The scenarios of the cases in each suite, those in suites inside it included. */
export function scenariosInside(placed: readonly PlacedAttempt[]): SuiteScenarios {
  const inside = new Map<StatementSuite | undefined, Set<ScenarioId>>();
  for (const { attempt, suite } of placed) {
    if (attempt.declared !== undefined || !isPrimary(attempt)) continue;
    for (let at = suite; at !== undefined; at = at.parent) {
      const known = inside.get(at);
      // Then the suites around it know it, too.
      if (known?.has(attempt.scenario) === true) break;
      if (known === undefined) inside.set(at, new Set([attempt.scenario]));
      else known.add(attempt.scenario);
    }
  }
  return inside;
}

/**
 * Gives what suites wrote to the attempts it belongs to. Several tools (Gradle, jest-junit) keep output per suite only.
 * A statement `scenario=…` opens a section that lasts to the next one; before the first, and without any, the output
 * belongs to the suite's one scenario, where all of its tests are that scenario's. Otherwise nobody can tell whose it is:
 * reported, not used.
 *
 * @param shared suites that have tests of no scenario inside of them
 */
export function assignSuiteStatements(
  placed: readonly PlacedAttempt[],
  shared: ReadonlySet<StatementSuite>,
  file: string,
  findNumbers: ScenarioFinder,
): { readonly attempts: readonly Attempt[]; readonly findings: readonly Finding[] } {
  const given = new Map<PlacedAttempt, { readonly statements: Statement[]; dropped: Dropped | undefined }>();
  const findings: Finding[] = [];
  for (const [suite, inside] of speakingSuites(placed)) {
    const scenarios = new Set(inside.map(({ attempt }) => attempt.scenario));
    const only = scenarios.size === 1 && !shared.has(suite) ? [...scenarios][0] : undefined;
    const unassigned: Statement[] = [];
    for (const section of sections((suite.notes ?? nothingStated).statements, findNumbers)) {
      const scenario = section.opened ? section.scenario : only;
      const receivers = inside.filter(({ attempt }) => attempt.scenario === scenario);
      if (receivers.length === 0) for (const statement of section.statements) unassigned.push(statement);
      for (const receiver of receivers) {
        const own = given.get(receiver) ?? { statements: [], dropped: undefined };
        given.set(receiver, own);
        for (const statement of section.statements) own.statements.push(statement);
        own.dropped ??= suite.notes?.dropped;
      }
    }
    if (unassigned.length > 0) {
      const tests = [...scenarios, ...(shared.has(suite) ? ['others without a number'] : [])];
      findings.push(unassignedFinding(unassigned, suite, tests, file));
    }
  }
  const attempts = placed.map((item) => {
    const more = given.get(item);
    if (more === undefined) return item.attempt;
    const { statements, dropped } = item.attempt;
    return {
      ...item.attempt,
      statements: [...statements, ...more.statements],
      dropped: droppedTogether(dropped, more.dropped),
    };
  });
  return { attempts, findings };
}

/** Its own properties and those of the suites around it; of one name the innermost. */
export function propertiesAround({ suite, notes }: TestResult<Statements>): ReadonlyMap<string, string> {
  const all = new Map(notes?.properties);
  for (let at = suite; at !== undefined; at = at.parent) {
    for (const [name, value] of at.notes?.properties ?? []) {
      if (!all.has(name)) all.set(name, value);
    }
  }
  return all;
}

/** These suites and all around them. */
export function withOuterSuites(suites: Iterable<StatementSuite | undefined>): ReadonlySet<StatementSuite> {
  const all = new Set<StatementSuite>();
  for (const innermost of suites) {
    for (let suite = innermost; suite !== undefined; suite = suite.parent) {
      if (all.has(suite)) break;
      all.add(suite);
    }
  }
  return all;
}

/** Suites that wrote something, from the inside out, each once, with the attempts inside of them. */
function speakingSuites(placed: readonly PlacedAttempt[]): ReadonlyMap<StatementSuite, readonly PlacedAttempt[]> {
  const suites = new Map<StatementSuite, PlacedAttempt[]>();
  for (const item of placed) {
    for (let at = item.suite; at !== undefined; at = at.parent) {
      if ((at.notes ?? nothingStated).statements.length === 0) continue;
      const inside = suites.get(at) ?? [];
      suites.set(at, inside);
      if (item.attempt.declared === undefined && isPrimary(item.attempt)) inside.push(item);
    }
  }
  return suites;
}

interface Section {
  /** Whether a line opened it: what stands before the first of these belongs to no section. */
  readonly opened: boolean;
  /** Undefined where that line names no scenario. */
  readonly scenario: ScenarioId | undefined;
  readonly statements: Statement[];
}

function sections(notes: readonly Statement[], findNumbers: ScenarioFinder): readonly Section[] {
  let section: Section = { opened: false, scenario: undefined, statements: [] };
  const all = [section];
  for (const note of notes) {
    if (note.key === 'display-name') continue;
    if (note.key !== 'scenario') {
      section.statements.push(note);
      continue;
    }
    const { leading, ids } = findNumbers(note.value);
    const scenario = leading ?? (ids.length === 1 ? ids[0] : undefined);
    section = { opened: true, scenario, statements: [] };
    all.push(section);
  }
  return all;
}

function unassignedFinding(
  statements: readonly Statement[],
  suite: StatementSuite,
  tests: readonly string[],
  file: string,
): Finding {
  const first = statements[0];
  const kinds = [...new Set(statements.map(keyInWords))].join(', ');
  return {
    kind: 'evidence',
    severity: 'warning',
    message:
      `${kinds} in the output of ${suite.name === '' ? 'the whole report' : `suite '${suite.name}'`} can't be assigned to one scenario` +
      (tests.length > 1 ? ` (its tests are ${listed(tests)})` : '') +
      `, so it is not used. Write 'scenario=…' on a line before it, or give it to the test itself.`,
    place: { file, line: first?.line ?? suite.line },
  };
}

function keyInWords(statement: Statement): string {
  return statement.key === 'message' ? statement.message : statement.key.toUpperCase();
}
