import type { TestResult } from '../junit/report.ts';
import { Findings, type Finding } from '../finding.ts';
import type { OtherNumber, ScenarioFinder, ScenarioNumbers } from '../requirements/scenario-number.ts';
import { listed } from '../text/wording.ts';
import type { Attempt, ListedResult } from './attempt.ts';
import { placeSays, type Decision } from './decide.ts';

type Named = Pick<TestResult<unknown>, 'name' | 'className' | 'outcome' | 'line' | 'message' | 'declared'>;

/** What is wrong with the names and counts of one report, in the order found, long lists cut short. */
export class MatchFindings {
  readonly #file: string;
  readonly #findings = new Findings();

  constructor(file: string) {
    this.#file = file;
  }

  /** A result that counts for none because its places disagree, or don't say which scenario it is. */
  disputed({ name, className, outcome, line }: Named, decision: Decision): void {
    const becomes = {
      passed: 'it counts for none',
      failed: `its failure counts against ${listed(decision.fails)}`,
      'not-run':
        decision.notRun.length === 0 ? 'it counts for none' : `it counts as not run for ${listed(decision.notRun)}`,
    }[outcome];
    this.#findings.add({
      kind: 'ambiguous',
      severity: 'warning',
      message: `'${name || className}': ${whyDisputed(decision)}, so ${becomes}. ${nextForDisputed(decision)}`,
      place: { file: this.#file, line },
    });
  }

  /** A failure that no scenario can be held against: one that can't be placed may be any scenario's. */
  unplaced({ name, message, line, declared }: Named): Finding {
    const what = (message ?? (name || 'A test without a name failed')).replace(/[.!?]?$/, '.');
    return {
      kind: 'counts',
      severity: declared === 'tests' ? 'warning' : 'error',
      message:
        `${what} Which scenario that concerns can't be told from its names.` +
        ` Look into the test run, and have it write a complete report.`,
      place: { file: this.#file, line },
    };
  }

  tooManyInSuite(suite: string, kept: number, line: number): void {
    this.#findings.add({
      kind: 'unreadable',
      severity: 'error',
      message: `The suite '${suite}' gives its scenario to more tests than can be told apart (${kept} in a report).`,
      next: 'Put the number into the names of the tests.',
      place: { file: this.#file, line },
    });
  }

  /** @param what What the reports do too much of, a clause: `have more than 100000 results`. */
  tooMuch(what: string, line: number): void {
    this.#findings.add({
      kind: 'unreadable',
      severity: 'error',
      message: `The reports ${what}; results from here on are not looked at.`,
      next: 'Narrow the results globs to the reports of Trader Test.',
      place: { file: this.#file, line },
    });
  }

  /** A container that passed although tests of its class failed, which bear no number and so count against nobody. */
  containers(placed: readonly { readonly attempt: Attempt }[], others: readonly ListedResult[]): void {
    const failed = others.filter(({ outcome, declared }) => outcome === 'failed' && declared === undefined);
    if (failed.length === 0) return;
    const passed = new Map<string, string>();
    for (const { attempt } of placed) {
      const { outcome, ambiguous, suites, className, name } = attempt;
      if (outcome === 'passed' && !ambiguous) passed.set(JSON.stringify([suites, className]), name);
    }
    for (const { suites, className, name, line } of failed) {
      const container = passed.get(JSON.stringify([suites, className]));
      if (container !== undefined) this.#besideFailed(name, container, line);
    }
  }

  #besideFailed(name: string, container: string, line: number): void {
    this.#findings.add({
      kind: 'counts',
      severity: 'warning',
      message:
        `'${name}' failed beside '${container}', which passed in the same class, and names no scenario: it counts against none. ` +
        'If it is a part of that scenario, give it the number.',
      place: { file: this.#file, line },
    });
  }

  /** Pester writes so of every case: no more than a notice. */
  noAssertions({ name, line }: Named, count: number): void {
    const others = count === 1 ? '' : ` (so do ${count - 1} more)`;
    this.#findings.add({
      kind: 'counts',
      severity: 'notice',
      message: `'${name}' passed and reports that it made no assertion${others}. Check that it tests anything.`,
      place: { file: this.#file, line },
    });
  }

  list(): readonly Finding[] {
    return this.#findings.list();
  }
}

/** Which places say what, a clause: `its property 'scenario' says DSGB1, its name says DNGB3`. */
export function whyDisputed({ rule, because }: Pick<Decision, 'rule' | 'because'>): string {
  const [first, other] = because;
  if (first === undefined) return 'its output names a scenario, but not on a line of its own';
  if (rule === 'look-alike') {
    const text = first.numbers.lookAlikes[0] ?? first.text;
    return `'${text}' may mean another scenario than ${other === undefined ? 'it seems' : placeSays(other).replace(/ says /, ', which says ')}`;
  }
  if (other !== undefined) return `${placeSays(first)}, ${placeSays(other)}`;
  const { ids, lookAlikes } = first.numbers;
  return ids.length > 1
    ? `it names ${listed(ids)} and doesn't say which it is`
    : `'${lookAlikes[0] ?? first.text}' is no number that can be relied on`;
}

/** What to do about a result that counts for none, a sentence. */
export function nextForDisputed({ rule, because, fails }: Pick<Decision, 'rule' | 'because' | 'fails'>): string {
  const [meant] = because[0]?.numbers.mayMean ?? [];
  const [id = meant] = fails;
  const colon = id === undefined ? 'a colon' : `a colon ('${id}: …')`;
  if (rule === 'mapping-against-name') {
    return 'Narrow the pattern in the configuration file, or correct the name of the test.';
  }
  if (rule === 'look-alike') {
    const full = meant ?? id;
    return `Write the number in full and in capitals${full === undefined ? '' : ` ('${full}: …')`}, or take it out of the name.`;
  }
  return because.length > 1
    ? `Make the two agree, or lead the name of the test with its number and ${colon}.`
    : `Lead with the number and ${colon} or give the test a property 'scenario'.`;
}

/** Texts of one report that look like a scenario number but count as none, each told once. */
export class LookAlikes {
  readonly #found = new Map<string, { readonly line: number; times: number; readonly where: string }>();
  readonly #file: string;
  readonly #findNumbers: ScenarioFinder;

  constructor(file: string, findNumbers: ScenarioFinder) {
    this.#file = file;
    this.#findNumbers = findNumbers;
  }

  /**
   * Takes down what looks like a number in a text that has none.
   *
   * @param where 'the name of a test'
   */
  note({ ids, lookAlikes }: ScenarioNumbers, line: number, where: string): void {
    if (ids.length > 0) return;
    for (const text of lookAlikes) {
      const known = this.#found.get(text);
      if (known === undefined) this.#found.set(text, { line, times: 1, where });
      else known.times++;
    }
  }

  *findings(): Generator<Finding> {
    for (const [text, { line, times, where }] of this.#found) {
      yield {
        kind: 'look-alike',
        severity: 'warning',
        message: `'${text}' in ${where}${times > 1 ? ` (${times} results)` : ''} ${this.#why(text)}`,
        place: { file: this.#file, line },
      };
    }
  }

  #why(text: string): string {
    const [inCapitals] = this.#findNumbers(text.toUpperCase()).ids;
    const [meant] = this.#findNumbers(text).mayMean;
    if (inCapitals === text) {
      return `runs into the letter behind it and is not counted: if it is meant, set it off ('${text}: …').`;
    }
    if (inCapitals !== undefined) {
      return `looks like ${inCapitals} but is not counted: write the number in capitals ('${inCapitals}') or set it off ('${inCapitals.toLowerCase()}_…').`;
    }
    return meant === undefined
      ? `looks like a scenario number but is not in HMRC's testing guide: not counted.`
      : `looks like ${meant} but is not counted: if it is meant, write the number as HMRC does ('${meant}: …').`;
  }
}

/** At most so many numbers of another programme are named. */
const maxNamed = 3;

/** Results of one report that name scenarios of other programmes and none of this one; told once for each programme. */
export class OtherProgrammes {
  readonly #file: string;
  readonly #found = new Map<
    string,
    { readonly first: OtherNumber; readonly line: number; readonly ids: Set<string>; times: number }
  >();

  constructor(file: string) {
    this.#file = file;
  }

  /** Takes down the numbers that one result names. */
  note(numbers: readonly OtherNumber[], line: number): void {
    for (const setting of new Set(numbers.map((number) => number.setting))) {
      const own = numbers.filter((number) => number.setting === setting);
      const [first] = own;
      if (first === undefined) continue;
      const known = this.#found.get(setting) ?? { first, line, ids: new Set<string>(), times: 0 };
      known.times += 1;
      for (const { id } of own) {
        if (known.ids.size <= maxNamed) known.ids.add(id);
      }
      this.#found.set(setting, known);
    }
  }

  *findings(): Generator<Finding> {
    for (const [setting, { first, line, ids, times }] of this.#found) {
      const named = [...ids].slice(0, maxNamed).join(', ');
      const more = ids.size > maxNamed ? ', …' : '';
      yield {
        kind: 'elsewhere',
        code: 'other-programme',
        severity: 'notice',
        message:
          `${times} ${times === 1 ? 'result names' : 'results name'} ${first.programme} scenarios (${named}${more}): ` +
          `${times === 1 ? 'it counts' : 'they count'} for ${first.programme} only.`,
        next: `To check them, set programme: ${setting}.`,
        place: { file: this.#file, line },
      };
    }
  }
}
