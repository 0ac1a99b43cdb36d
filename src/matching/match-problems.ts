import type { TestResult } from '../junit/report.ts';
import { Findings, type Finding } from '../finding.ts';
import type { ScenarioId } from '../requirements/scenario.ts';

type Named = Pick<TestResult<unknown>, 'name' | 'className' | 'outcome' | 'line' | 'message' | 'declared'>;

/** What is wrong with the names and counts of one report, in the order found, long lists cut short. */
export class MatchProblems {
  readonly #file: string;
  readonly #findings = new Findings();

  constructor(file: string) {
    this.#file = file;
  }

  ambiguous({ name, className, outcome, line }: Named, scenarios: readonly ScenarioId[]): void {
    const message =
      `'${name || className}' names ${scenarios.join(' and ')} and doesn't say which it is: ` +
      (outcome === 'failed' ? `its failure counts against each.` : `it counts for none.`) +
      ` Lead with the number and a colon ('${scenarios[0] ?? 'DSGB1'}: …') or give the test a property 'scenario'.`;
    this.#add({ kind: 'ambiguous', severity: 'warning', message, place: { file: this.#file, line } });
  }

  /** What a suite declares and no scenario can be held against: a failure that can't be placed may be any scenario's. */
  unplaced({ name, message, line, declared }: Named): void {
    const what = (message ?? name).replace(/[.!?]?$/, '.');
    this.#add({
      kind: 'counts',
      severity: declared === 'failures' ? 'error' : 'warning',
      message:
        `${what} Which scenario that concerns can't be told from its names.` +
        ` Look into the test run, and have it write a complete report.`,
      place: { file: this.#file, line },
    });
  }

  tooManyInSuite(suite: string, kept: number, line: number): void {
    this.#add({
      kind: 'unreadable',
      severity: 'error',
      message:
        `The suite '${suite}' gives its scenario to more tests than can be told apart ` +
        `(${kept} in a report). Put the number into the names of the tests.`,
      place: { file: this.#file, line },
    });
  }

  tooMany(most: number, line: number): void {
    this.#add({
      kind: 'unreadable',
      severity: 'error',
      message:
        `The reports have more than ${most} results that may concern scenarios; those from here on are not looked at. ` +
        'Narrow the results globs to the reports of Trader Test.',
      place: { file: this.#file, line },
    });
  }

  all(): readonly Finding[] {
    return this.#findings.list();
  }

  #add(finding: Finding): void {
    this.#findings.add(finding);
  }
}
