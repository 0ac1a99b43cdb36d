import type { TestResult } from '../junit/report.ts';
import type { OtherNumber, ScenarioFinder, ScenarioNumbers } from '../requirements/scenario-number.ts';
import type { ScenarioId } from '../requirements/scenario.ts';
import type { ScenarioMapping } from '../settings/settings.ts';
import { nothingStated, type Statement, type Statements } from '../statements/statement.ts';
import { decide, type Decision, type Place } from './decide.ts';
import type { LookAlikes } from './findings.ts';
import { mappedScenarios, type Mapped } from './mapping.ts';
import type { StatementSuite } from './suite-statements.ts';
import { remembered } from '../text/remembered.ts';

export type Result = TestResult<Statements>;

/** How many lines may stand between a printed scenario number and the MRN, LRN or message time that goes with it. */
const maxLinesBetween = 3;
/** Suite and class names recur with every case, test names don't: what is remembered is for the former. */
const maxRemembered = 1000;

const placeNames: Readonly<Record<Place['kind'], string>> = {
  property: "the property 'scenario'",
  mapping: 'the mapping',
  line: 'a line of output',
  name: 'the name of a test',
  class: 'the name of a class',
  'suite-property': "the suite's property 'scenario'",
  suite: 'the name of a suite',
  file: 'the file name',
};

interface MappingOptions {
  readonly file: string;
  readonly mapping: readonly ScenarioMapping[];
  readonly fitting?: Set<ScenarioMapping> | undefined;
}

/** Gathers the places of a result that name scenarios, and has them decided on. */
export class WhichScenario {
  readonly #mapped: Mapped;
  readonly #file: Place;
  readonly #findNumbers: ScenarioFinder;
  readonly #lookAlikes: LookAlikes;
  readonly #find: ScenarioFinder;
  /** Of the mapping, which looks at a name as a whole. */
  readonly #hasOwnPlaces: boolean;
  /** Of cases of the class and suite that were looked at last. */
  #decided:
    | {
        readonly around: readonly Place[];
        readonly className: string;
        readonly by: (ofName: ScenarioNumbers) => Decision;
      }
    | undefined;
  /** The places around the cases of the suite that was looked at last. */
  #around: { readonly suite: StatementSuite | undefined; readonly places: readonly Place[] } | undefined;

  constructor({ file, mapping, fitting }: MappingOptions, findNumbers: ScenarioFinder, lookAlikes: LookAlikes) {
    this.#mapped = mappedScenarios(mapping, fitting);
    this.#hasOwnPlaces = mapping.length > 0;
    this.#findNumbers = findNumbers;
    this.#find = remembered(maxRemembered, findNumbers);
    this.#lookAlikes = lookAlikes;
    this.#file = this.#placeOf('file', file.slice(file.lastIndexOf('/') + 1));
  }

  /** What its name says; to be asked once, since there may be a hundred thousand. */
  numbersIn({ name }: Result): ScenarioNumbers {
    return this.#findNumbers(name);
  }

  /** Whether a number, or what looks like one, stands in any of its names, or the mapping knows one of them. */
  isMentionedIn({ name, className }: Result, ofName: ScenarioNumbers, path: readonly string[]): boolean {
    if (mentionsAny(ofName) || mentionsAny(this.#find(className))) return true;
    if (path.some((one) => mentionsAny(this.#find(one))) || mentionsAny(this.#file.numbers)) return true;
    return this.#mapped({ name, className, suites: path }).length > 0;
  }

  /** The numbers of other programmes in its names and in the scenarios that it states. */
  othersIn({ className, notes }: Result, ofName: ScenarioNumbers, path: readonly string[]): readonly OtherNumber[] {
    const found: OtherNumber[] = [];
    const add = ({ others }: ScenarioNumbers): void => {
      for (const other of others) found.push(other);
    };
    add(ofName);
    for (const statement of (notes ?? nothingStated).statements) {
      if (tellsScenario(statement)) add(this.#findNumbers(statement.value));
    }
    add(this.#find(className));
    for (const one of path) add(this.#find(one));
    add(this.#file.numbers);
    return found;
  }

  /** Whether a scenario or display name that it states has a number, or what looks like one. */
  hasScenario(notes: Statements | undefined): boolean {
    return (notes ?? nothingStated).statements.some(
      (statement) => tellsScenario(statement) && mentionsAny(this.#findNumbers(statement.value)),
    );
  }

  /**
   * @param path Names of the suites that it is in, from the outside in.
   * @returns undefined where nothing names a scenario
   */
  of(result: Result, ofName: ScenarioNumbers, path: readonly string[]): Decision | undefined {
    const decision = this.#decisionOn(result, ofName, path);
    if (decision.passes === undefined) {
      for (const place of decision.places) this.#lookAlikes.note(place.numbers, result.line, placeNames[place.kind]);
    }
    return decision.fails.length === 0 && decision.rule === 'nothing' ? undefined : decision;
  }

  /** Cases of one class in one suite whose names say the same are decided on alike. */
  #decisionOn(result: Result, ofName: ScenarioNumbers, path: readonly string[]): Decision {
    const around = this.#aroundOf(result.suite);
    // What a suite declares beyond its cases has no names of its own.
    if (result.declared !== undefined) return decide(around);
    const { className } = result;
    if (this.#hasOwnPlaces || this.hasScenario(result.notes)) {
      return decide([...this.#ownPlaces(result, ofName, path), ...around]);
    }
    if (this.#decided?.around !== around || this.#decided.className !== className) {
      const by = remembered(maxRemembered, (name: ScenarioNumbers) =>
        decide([...this.#ownPlaces(result, name, path), ...around]),
      );
      this.#decided = { around, className, by };
    }
    return this.#decided.by(ofName);
  }

  /** Whether what is around the cases of a suite, such as its properties and markers, gives them a scenario, or may mean one. */
  isGiven(suite: StatementSuite): boolean {
    return this.#aroundOf(suite).some(({ numbers: { ids, mayMean } }) => {
      return ids.length > 0 || mayMean.some((id) => id !== undefined);
    });
  }

  #ownPlaces({ name, className, notes }: Result, ofName: ScenarioNumbers, path: readonly string[]): readonly Place[] {
    const { statements } = notes ?? nothingStated;
    const [given, printed, displayed]: [Place[], Place[], Place[]] = [[], [], []];
    for (const statement of statements) {
      if (statement.key === 'display-name') {
        const text = statement.value;
        displayed.push({ kind: 'name', text, numbers: this.#findNumbers(text), claims: true });
      } else if (statement.key === 'scenario') {
        if (isGiven(statement)) given.push(this.#given('property', statement.value));
        else printed.push(this.#printed(statement, statements));
      }
    }
    const mapped = this.#mapped({ name, className, suites: path });
    return [
      ...given,
      ...mapped.map((id): Place => ({ kind: 'mapping', text: id, numbers: leadingNumber(id), claims: true })),
      ...printed,
      { kind: 'name', text: '', numbers: ofName, claims: true },
      ...displayed,
      this.#placeOf('class', className),
    ];
  }

  /** Suites from the inside out, each its property before its name, then the file. */
  #aroundOf(innermost: StatementSuite | undefined): readonly Place[] {
    if (this.#around !== undefined && this.#around.suite === innermost) return this.#around.places;
    const places: Place[] = [];
    for (let suite = innermost; suite !== undefined; suite = suite.parent) {
      for (const statement of (suite.notes ?? nothingStated).statements) {
        if (statement.key === 'scenario' && isGiven(statement)) {
          places.push(this.#given('suite-property', statement.value));
        }
      }
      places.push(this.#placeOf('suite', suite.name));
    }
    places.push(this.#file);
    const telling = places.filter(({ numbers }) => mentionsAny(numbers));
    this.#around = { suite: innermost, places: telling };
    return telling;
  }

  #placeOf(kind: Place['kind'], text: string): Place {
    return { kind, text, numbers: this.#find(text), claims: true };
  }

  /** The value of a property always leads, unless it names several. */
  #given(kind: 'property' | 'suite-property', text: string): Place {
    const numbers = this.#find(text);
    const [only, ...others] = numbers.ids;
    const leading = numbers.leading ?? (others.length === 0 ? only : undefined);
    return {
      kind,
      text,
      numbers: { ...numbers, leading, lead: leading === undefined ? undefined : 'heading' },
      claims: true,
    };
  }

  /** A line claims a scenario as a heading, or beside what is stated of its movement; in a sentence it may tell of another. */
  #printed(statement: Extract<Statement, { key: 'scenario' }>, all: readonly Statement[]): Place {
    const place = this.#given('property', statement.value);
    const beside = ({ key, line }: Statement): boolean =>
      (key === 'mrn' || key === 'lrn' || key === 'message') && Math.abs(line - statement.line) <= maxLinesBetween;
    return { ...place, kind: 'line', claims: statement.heading === true || all.some(beside) };
  }
}

function leadingNumber(id: ScenarioId): ScenarioNumbers {
  return { ids: [id], leading: id, lead: 'heading', lookAlikes: [], mayMean: [], others: [] };
}

function tellsScenario(statement: Statement): statement is Extract<Statement, { key: 'scenario' | 'display-name' }> {
  return statement.key === 'scenario' || statement.key === 'display-name';
}

function isGiven({ source }: Statement): boolean {
  return source === 'property' || source === 'marker';
}

function mentionsAny({ ids, lookAlikes }: ScenarioNumbers): boolean {
  return ids.length > 0 || lookAlikes.length > 0;
}
