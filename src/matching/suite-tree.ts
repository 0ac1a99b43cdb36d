import { neutralName, ofRun } from './names.ts';
import type { Timed } from './spans.ts';

/** A suite of one report. */
export interface SuiteNode {
  readonly name: string;
  /** Its name without what belongs to a single run. */
  readonly neutral: string;
  /** How many suites its path has, itself among them. */
  readonly depth: number;
  readonly parent: SuiteNode | undefined;
  readonly children: Map<string, SuiteNode>;
  readonly own: Timed[];
}

/** The suites of one report, by the names that their results' paths have. */
export class SuiteTree {
  readonly #root: SuiteNode = { name: '', neutral: '', depth: 0, parent: undefined, children: new Map(), own: [] };
  /** The paths of the cases of one suite are one array. */
  readonly #known = new Map<readonly string[], SuiteNode>();
  #named: Map<string, SuiteNode[]> | undefined;
  #suites: readonly SuiteNode[] | undefined;

  add(item: Timed): void {
    const { suites } = item.result;
    const node = this.#known.get(suites) ?? this.#made(item);
    this.#known.set(suites, node);
    node.own.push(item);
  }

  #made({ result }: Timed): SuiteNode {
    let node = this.#root;
    const own = ofRun(result);
    for (const name of result.suites) {
      let child = node.children.get(name);
      if (child === undefined) {
        const neutral = neutralName(name, own);
        child = { name, neutral, depth: node.depth + 1, parent: node, children: new Map(), own: [] };
        node.children.set(name, child);
      }
      node = child;
    }
    return node;
  }

  at(path: readonly string[]): SuiteNode | undefined {
    let node: SuiteNode | undefined = this.#root;
    for (const name of path) node = node?.children.get(name);
    return node;
  }

  /** Those with the same path as a suite of another report, but for what belongs to a single run. */
  like(other: SuiteNode): readonly SuiteNode[] {
    const path: SuiteNode[] = [];
    for (let node = other; node.parent !== undefined; node = node.parent) path.push(node);
    const same = this.at(path.map(({ name }) => name).toReversed());
    if (same !== undefined || path.every(({ name, neutral }) => name === neutral)) {
      return same === undefined ? [] : [same];
    }
    return this.named(other.neutral).filter((node) => {
      let at: SuiteNode | undefined = node;
      for (const { neutral } of path) {
        if (at?.neutral !== neutral) return false;
        at = at.parent;
      }
      return at === this.#root;
    });
  }

  /** Those whose own name is that, but for what belongs to a single run. */
  named(neutral: string): readonly SuiteNode[] {
    if (this.#named === undefined) {
      this.#named = new Map();
      for (const suite of this.suites()) {
        const same = this.#named.get(suite.neutral);
        if (same === undefined) this.#named.set(suite.neutral, [suite]);
        else same.push(suite);
      }
    }
    return this.#named.get(neutral) ?? [];
  }

  /** From the outside in: a suite comes before those inside of it. */
  suites(): readonly SuiteNode[] {
    this.#suites ??= outsideIn(this.#root);
    return this.#suites;
  }
}

function outsideIn(root: SuiteNode): readonly SuiteNode[] {
  const suites = [root];
  for (const suite of suites) for (const child of suite.children.values()) suites.push(child);
  return suites;
}

/** The results of a suite and of those inside of it. */
export function everythingIn(suite: SuiteNode): readonly Timed[] {
  return outsideIn(suite).flatMap(({ own }) => own);
}
