import type { Finding } from '../finding.ts';
import type { ScenarioFinder, ScenarioNumbers } from '../requirements/scenario-number.ts';

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
   * @returns whether there was any.
   */
  note({ ids, lookAlikes }: ScenarioNumbers, line: number, where: string): boolean {
    if (ids.length > 0 || lookAlikes.length === 0) return false;
    for (const text of lookAlikes) {
      const known = this.#found.get(text);
      if (known === undefined) this.#found.set(text, { line, times: 1, where });
      else known.times++;
    }
    return true;
  }

  *problems(): Generator<Finding> {
    for (const [text, { line, times, where }] of this.#found) {
      const number = text.toUpperCase();
      const exists = this.#findNumbers(number).ids.length > 0;
      const why = exists
        ? `looks like ${number} but is not counted: write the number in capitals ('${number}') or set it off ('${number.toLowerCase()}_…').`
        : `looks like a scenario number but is not in HMRC's testing guide: not counted.`;
      yield {
        kind: 'look-alike',
        severity: 'warning',
        message: `'${text}' in ${where}${times > 1 ? ` (${times} results)` : ''} ${why}`,
        place: { file: this.#file, line },
      };
    }
  }
}
