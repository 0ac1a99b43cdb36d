import { reportOf, type ListedResult } from './attempt.ts';
import { EvidenceOf, grouped, neutralName, outermost, TestKeys } from './names.ts';
import type { Timed } from './spans.ts';

interface Item {
  readonly result: ListedResult;
}

/** A suite of one report. */
export class SuiteNode<T extends Item = Timed> {
  readonly name: string;
  readonly parent: SuiteNode<T> | undefined;
  /** How many suites its path has, itself among them. */
  readonly depth: number;
  // Nothing is made before there is something in it: there may be twenty thousand reports of one test each.
  #own: T[] | undefined;
  #children: Map<string, SuiteNode<T>> | undefined;
  readonly #keys: TestKeys;
  #neutral: string | undefined;
  #key: number | undefined;
  #ofRun: readonly SuiteNode<T>[] | undefined;

  constructor(name: string, parent: SuiteNode<T> | undefined, keys: TestKeys) {
    this.name = name;
    this.parent = parent;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
    this.#keys = keys;
  }

  /** The results of this suite itself. */
  get own(): readonly T[] {
    return this.#own ?? [];
  }

  add(item: T): void {
    if (this.#own === undefined) this.#own = [item];
    else this.#own.push(item);
  }

  get children(): Iterable<SuiteNode<T>> {
    return this.#children?.values() ?? [];
  }

  child(name: string): SuiteNode<T> | undefined {
    return this.#children?.get(name);
  }

  /** Of that name, made where there is none yet. */
  within(name: string): SuiteNode<T> {
    this.#children ??= new Map();
    let child = this.#children.get(name);
    if (child === undefined) {
      child = new SuiteNode(name, this, this.#keys);
      this.#children.set(name, child);
    }
    return child;
  }

  /** Its name without what belongs to a single run: what any of the results inside of it states or shows. */
  get neutral(): string {
    this.#neutral ??= neutralName(this.name, new EvidenceOf(everythingIn(this).map(({ result }) => result)));
    return this.#neutral;
  }

  /** Equal for suites of all reports with the same path, but for what belongs to a single run. */
  get key(): number {
    this.#key ??= this.path.reduce((outer, { neutral }) => this.#keys.pathOf(neutral, outer), outermost);
    return this.#key;
  }

  /** From the outside in, itself the last. */
  get path(): readonly SuiteNode<T>[] {
    return pathOf(this);
  }

  /** Of its path those whose names hold something that belongs to a single run. */
  get ofRun(): readonly SuiteNode<T>[] {
    this.#ofRun ??= this.path.filter(({ name, neutral }) => name !== neutral);
    return this.#ofRun;
  }

  /** Class and name of one of its tests without what belongs to a single run; many tools repeat names of suites in these. */
  neutralNames(result: ListedResult): readonly [className: string, name: string] {
    const own = new EvidenceOf([result]);
    const neutralOf = (text: string): string => {
      let rest = text;
      for (const { name, neutral } of this.ofRun) rest = rest.replaceAll(name, () => neutral);
      return neutralName(rest, own);
    };
    return [neutralOf(result.className), neutralOf(result.name)];
  }
}

/** The suites of one report, by the names that their results' paths have. */
export class SuiteTree<T extends Item = Timed> {
  readonly root: SuiteNode<T>;
  #named: ReadonlyMap<string, readonly SuiteNode<T>[]> | undefined;
  #suites: readonly SuiteNode<T>[] | undefined;

  constructor(keys: TestKeys) {
    this.root = new SuiteNode('', undefined, keys);
  }

  /** The suite of that path, made where there is none yet. */
  of(path: readonly string[]): SuiteNode<T> {
    return path.reduce((outer, name) => outer.within(name), this.root);
  }

  at(path: readonly string[]): SuiteNode<T> | undefined {
    let node: SuiteNode<T> | undefined = this.root;
    for (const name of path) node = node?.child(name);
    return node;
  }

  /** The suite with the path of one in another report. */
  same(other: SuiteNode<T>): SuiteNode<T> | undefined {
    return this.at(other.path.map(({ name }) => name));
  }

  /** Those with the path of a suite in this or in another report, but for what belongs to a single run. */
  alike(other: SuiteNode<T>): readonly SuiteNode<T>[] {
    return this.named(other.neutral).filter(({ key }) => key === other.key);
  }

  /** Those whose own name is that, but for what belongs to a single run. */
  named(neutral: string): readonly SuiteNode<T>[] {
    this.#named ??= grouped(this.suites(), (suite) => suite.neutral);
    return this.#named.get(neutral) ?? [];
  }

  /** From the outside in: a suite comes before those inside of it. */
  suites(): readonly SuiteNode<T>[] {
    this.#suites ??= outsideIn(this.root);
    return this.#suites;
  }
}

/** The suites of all reports of one check. */
export class Suites<T extends Item = Timed> {
  readonly keys: TestKeys;
  readonly #trees = new Map<string, SuiteTree<T>>();

  constructor(items: readonly T[], keys = new TestKeys()) {
    this.keys = keys;
    for (const item of items) this.of(item.result).add(item);
  }

  /** One of each report. */
  get trees(): Iterable<SuiteTree<T>> {
    return this.#trees.values();
  }

  /** The innermost suite of a result. */
  of(result: ListedResult): SuiteNode<T> {
    const report = reportOf(result);
    const tree = this.#trees.get(report) ?? new SuiteTree<T>(this.keys);
    this.#trees.set(report, tree);
    return tree.of(result.suites);
  }

  /** Equal for one test in two runs, whose names may hold what belongs to a single run. */
  between(result: ListedResult): string {
    const suite = this.of(result);
    return this.keys.in(suite.key, ...suite.neutralNames(result));
  }
}

function pathOf<T extends Item>(innermost: SuiteNode<T>): readonly SuiteNode<T>[] {
  const path: SuiteNode<T>[] = [];
  for (let node = innermost; node.parent !== undefined; node = node.parent) path.push(node);
  return path.toReversed();
}

/** A suite and those inside of it, each before those inside of itself. */
export function outsideIn<T extends Item>(root: SuiteNode<T>): readonly SuiteNode<T>[] {
  const suites = [root];
  for (const suite of suites) for (const child of suite.children) suites.push(child);
  return suites;
}

/** What is worked out, once it is asked for, of a suite and of what those right inside of it came to. */
export function fromInside<R, T extends Item = Timed>(
  of: (suite: SuiteNode<T>, inner: readonly R[]) => R,
): (suite: SuiteNode<T>) => R {
  const known = new Map<SuiteNode<T>, R>();
  const at = (suite: SuiteNode<T>): R => {
    const found = known.get(suite) ?? of(suite, [...suite.children].map(at));
    known.set(suite, found);
    return found;
  };
  return at;
}

/** The results of a suite and of those inside of it. */
export function everythingIn<T extends Item>(suite: SuiteNode<T>): readonly T[] {
  return outsideIn(suite).flatMap(({ own }) => own);
}
