import type { ScenarioNumbers } from '../requirements/scenario-number.ts';
import type { ScenarioId } from '../requirements/scenario.ts';

/*
 * Which scenario a result concerns: one table over the places that name scenarios. A pass counts for one scenario or for
 * none; a failure counts against everything that it could concern. README, 'How the verdict is reached', says the same for
 * people who write tests.
 */

/** Where a result, or what is around it, names a scenario. */
export interface Place {
  readonly kind: 'property' | 'mapping' | 'line' | 'name' | 'class' | 'suite-property' | 'suite' | 'file';
  /** The text itself; of the mapping the pattern's scenario, and of the result's own name nothing. */
  readonly text: string;
  readonly numbers: ScenarioNumbers;
  /** False for a number in a printed sentence: it proves nothing, though a failure counts against it. */
  readonly claims: boolean;
}

export type Rule =
  /** Nothing names a scenario. */
  | 'nothing'
  /** There are only texts that look like a number. */
  | 'only-look-alike'
  /** Its own leading numbers are several. */
  | 'own-disagree'
  /** A pattern of the mapping hits a test whose own name has another number. */
  | 'mapping-against-name'
  /** Its own leading number decides. */
  | 'own-leads'
  /** A sentence of its own begins with another number than the place around it that leads. */
  | 'weak-against-outer'
  /** Its name leads with another number than somebody gave its suite. */
  | 'against-suite-property'
  /** The nearest outer place with a leading number decides. */
  | 'outer-leads'
  /** Nothing leads, and the same single number is mentioned wherever one is. */
  | 'same-mention'
  /** Nothing leads, and several numbers are mentioned. */
  | 'mentions-differ'
  /** A look-alike nearer than what would decide may mean another scenario. */
  | 'look-alike';

export interface Decision {
  readonly rule: Rule;
  /** The scenario that a pass counts for; undefined: for none. */
  readonly passes: ScenarioId | undefined;
  /** The scenarios that a failure counts against, the one that a pass would count for first. */
  readonly fails: readonly ScenarioId[];
  /** The scenarios that a result counts against that did not run. */
  readonly notRun: readonly ScenarioId[];
  /** The place that decided, or the places that disagree. */
  readonly because: readonly Place[];
  /** All that name something. */
  readonly places: readonly Place[];
}

/** What the rules look at: the places that have anything, nearest first. */
interface Seen {
  readonly places: readonly Place[];
  readonly own: readonly Place[];
  readonly outer: readonly Place[];
  /** Own places that lead. */
  readonly leads: readonly Place[];
}

interface Verdict {
  readonly passes: ScenarioId | undefined;
  readonly because: readonly Place[];
}

const ownKinds: ReadonlySet<Place['kind']> = new Set(['property', 'mapping', 'line', 'name']);

/** In their order: the first that has something to say decides; where none has, mentions differ. */
const rules: readonly (readonly [Rule, (seen: Seen) => Verdict | undefined])[] = [
  ['nothing', ({ places }) => (places.length === 0 ? { passes: undefined, because: [] } : undefined)],
  ['only-look-alike', onlyLookAlike],
  ['own-disagree', ({ leads, own }) => severalGiven(own) ?? disagreement(leads)],
  ['mapping-against-name', mappingAgainstName],
  ['weak-against-outer', weakAgainstOuter],
  ['against-suite-property', againstSuiteProperty],
  ['own-leads', ({ leads: [first] }) => decided(first)],
  ['outer-leads', ({ outer }) => decided(outer.find(leadingOf))],
  ['same-mention', sameMention],
];

/**
 * @param all the places of a result, nearest first: its own (properties and markers, the mapping, printed lines, test name and
 *   display name), class, suites from the inside out (each: property, then name), file
 */
export function decide(all: readonly Place[]): Decision {
  const places = all.filter(({ numbers }) => numbers.ids.length + numbers.lookAlikes.length > 0);
  const own = places.filter(({ kind }) => ownKinds.has(kind));
  const seen: Seen = {
    places: places.filter(({ claims }) => claims),
    own,
    outer: places.filter(({ kind }) => !ownKinds.has(kind)),
    leads: own.filter((place) => place.claims && leadingOf(place) !== undefined),
  };
  for (const [rule, judge] of rules) {
    const verdict = judge(seen);
    if (verdict !== undefined) return decision(rule, verdict, seen, places);
  }
  return decision('mentions-differ', { passes: undefined, because: differing(seen.places) }, seen, places);
}

function decision(rule: Rule, verdict: Verdict, seen: Seen, places: readonly Place[]): Decision {
  const doubt = verdict.passes === undefined ? undefined : lookAlikeBefore(verdict, seen);
  return {
    rule: doubt === undefined ? rule : 'look-alike',
    passes: doubt === undefined ? verdict.passes : undefined,
    fails: couldConcern(verdict.passes, seen),
    notRun: verdict.passes === undefined ? leadingAnywhere(seen) : [verdict.passes],
    because: doubt === undefined ? verdict.because : [doubt, ...verdict.because],
    places,
  };
}

function onlyLookAlike({ places }: Seen): Verdict | undefined {
  return places.every(({ numbers }) => numbers.ids.length === 0)
    ? { passes: undefined, because: places.slice(0, 1) }
    : undefined;
}

function leadingOf({ numbers }: Place): ScenarioId | undefined {
  return numbers.leading;
}

function decided(place: Place | undefined): Verdict | undefined {
  return place?.numbers.leading === undefined ? undefined : { passes: place.numbers.leading, because: [place] };
}

/** A property that names several, whatever else leads. */
function severalGiven(own: readonly Place[]): Verdict | undefined {
  const several = own.find(({ kind, numbers }) => kind === 'property' && numbers.ids.length > 1);
  return several === undefined ? undefined : { passes: undefined, because: [several] };
}

/** What somebody gave a suite directly, against a name; what was given to the test itself goes before both. */
function againstSuiteProperty({ leads, outer }: Seen): Verdict | undefined {
  const [first] = leads;
  if (first === undefined || leads.some(({ kind }) => kind === 'property' || kind === 'mapping')) return undefined;
  const given = outer.find((place) => place.kind === 'suite-property' && leadingOf(place) !== undefined);
  return given === undefined || leadingOf(given) === leadingOf(first)
    ? undefined
    : { passes: undefined, because: [first, given] };
}

/** Two of the leading places that name different scenarios. */
function disagreement(leads: readonly Place[]): Verdict | undefined {
  const [first] = leads;
  const other = first && leads.find((place) => leadingOf(place) !== leadingOf(first));
  return first === undefined || other === undefined ? undefined : { passes: undefined, because: [first, other] };
}

function mappingAgainstName({ own }: Seen): Verdict | undefined {
  const mapped = own.find(({ kind }) => kind === 'mapping');
  if (mapped === undefined) return undefined;
  const scenario = leadingOf(mapped);
  const name = own.find(
    ({ kind, numbers }) =>
      kind === 'name' && [...numbers.ids, ...numbers.mayMean].some((id) => id !== undefined && id !== scenario),
  );
  return name === undefined ? undefined : { passes: undefined, because: [mapped, name] };
}

/** A sentence that begins with a number, and a printed line, may tell of another scenario than the test's own. */
function weakAgainstOuter({ leads, outer }: Seen): Verdict | undefined {
  const [first] = leads;
  if (first === undefined || leads.some(({ kind, numbers }) => kind !== 'line' && numbers.lead === 'heading')) {
    return undefined;
  }
  const around = outer.find(leadingOf);
  return around === undefined || leadingOf(around) === leadingOf(first)
    ? undefined
    : { passes: undefined, because: [first, around] };
}

function sameMention({ places }: Seen): Verdict | undefined {
  const named = places.filter(({ numbers }) => numbers.ids.length > 0);
  const ids = new Set(named.flatMap(({ numbers }) => numbers.ids));
  const [only] = ids;
  return ids.size === 1 ? { passes: only, because: named.slice(0, 1) } : undefined;
}

/** The nearest place that names something, and the nearest that names something else. */
function differing(places: readonly Place[]): readonly Place[] {
  const named = places.filter(({ numbers }) => numbers.ids.length > 0);
  const [first] = named;
  const other = named.find(({ numbers }) => numbers.ids.some((id) => first?.numbers.ids.includes(id) === false));
  return [first, other].filter((place) => place !== undefined);
}

/** A look-alike in a place no further out than the one that decided. Where nothing leads, in any place. */
function lookAlikeBefore({ passes, because: [by] }: Verdict, { places }: Seen): Place | undefined {
  const before = by?.numbers.leading === undefined ? places : places.slice(0, places.indexOf(by) + 1);
  return before.find(({ numbers }) => numbers.mayMean.some((id) => id !== passes));
}

/** The scenarios that lead in any place. */
function leadingAnywhere({ leads, outer }: Seen): readonly ScenarioId[] {
  const nearest = outer.find(leadingOf);
  return distinct([...leads, ...(nearest === undefined ? [] : [nearest])].map(leadingOf));
}

function couldConcern(passes: ScenarioId | undefined, { own, leads, outer }: Seen): readonly ScenarioId[] {
  const ids = [passes, ...own.flatMap(({ numbers }) => [...numbers.ids, ...numbers.mayMean])];
  let led = leads.length > 0;
  for (const { numbers } of outer) {
    // A list, and what only looks like a number, may mean this result only where nothing nearer says which it is.
    if (numbers.ids.length === 1 || !led) ids.push(...numbers.ids);
    if (!led) ids.push(...numbers.mayMean);
    led ||= numbers.leading !== undefined;
  }
  return distinct(ids);
}

function distinct(ids: readonly (ScenarioId | undefined)[]): readonly ScenarioId[] {
  return [...new Set(ids.filter((id) => id !== undefined))];
}

const placeWords: Readonly<Record<Place['kind'], string>> = {
  property: "its property 'scenario'",
  mapping: 'the mapping in the configuration file',
  line: 'a line that it printed',
  name: 'its name',
  class: 'its class',
  'suite-property': "its suite's property 'scenario'",
  suite: 'its suite',
  file: 'the file name',
};

/** A place and what it says: `its suite 'PNGB1: …' says PNGB1`. */
export function placeSays({ kind, text, numbers }: Place): string {
  const said = numbers.leading ?? numbers.ids.join(' and ');
  const what = said === '' ? `'${numbers.lookAlikes[0] ?? ''}'` : said;
  const quoted = kind === 'name' || text === said ? '' : ` '${clipped(text)}'`;
  return `${placeWords[kind]}${quoted} says ${what}`;
}

function clipped(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}

/** The place that names a scenario, the one that decided first. */
export function placeNaming(
  { because, places }: Pick<Decision, 'because' | 'places'>,
  scenario: ScenarioId,
): Place | undefined {
  return [...because, ...places].find(
    ({ numbers }) => numbers.ids.includes(scenario) || numbers.mayMean.includes(scenario),
  );
}

type Short = Omit<Decision, 'places' | 'notRun'>;

/** Of results that are decided on by their own names alone, by what these say. */
const decidedByName = new WeakMap<ScenarioNumbers, Short>();

/** Without the places that had no say, and one value for all that are decided on alike: there may be a hundred thousand. */
export function withoutOthers({ rule, passes, fails, because }: Decision): Short {
  const [by, ...more] = because;
  const short = { rule, passes, fails, because };
  if (by === undefined || by.text !== '' || more.length > 0) return short;
  const known = decidedByName.get(by.numbers);
  const isKnown =
    known?.rule === rule &&
    known.passes === passes &&
    known.because[0]?.kind === by.kind &&
    known.because[0].claims === by.claims &&
    known.fails.length === fails.length &&
    known.fails.every((id, index) => id === fails[index]);
  if (isKnown) return known;
  decidedByName.set(by.numbers, short);
  return short;
}
