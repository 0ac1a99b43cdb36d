import type { Attempt } from '../../matching/attempt.ts';
import type { Movement, Statement, StatementSource } from '../../statements/statement.ts';

/* Everything in a piece of evidence belongs to one movement: which statements do, and where that can't be said. */

/** What names a movement. */
type MovementName = 'mrn' | 'lrn' | 'departure' | 'arrival';

/** An identifier that a statement bears, and where it stands. */
interface NamedMovement {
  readonly name: MovementName;
  readonly id: string;
  readonly file: string;
  readonly line: number;
}

export interface MovementChoice {
  /** Whether it is of the scenario's movement, or names none. */
  readonly belongs: (statement: Statement) => boolean;
  /** Identifiers of which several are stated and nothing says which is the scenario's; one entry for each of them. */
  readonly unclear: ReadonlyMap<MovementName, readonly NamedMovement[]>;
}

/** One thing that names a movement, as a key: `mrn 26GB…`, `departure 6365…`. */
type Key = `${Kind} ${string}`;
/** An id that HMRC doesn't make is somebody's placeholder: it tells movements apart, but contradicts none of HMRC's. */
type Kind = MovementName | 'placeholder';

/** 16 hexadecimal digits. Source: HMRC's examples of the CTC Traders API. */
const hmrcId = /^[0-9a-f]{16}$/i;

const kinds: readonly Kind[] = ['departure', 'arrival', 'placeholder', 'mrn', 'lrn'];

/**
 * Finds the scenario's movement among those that its results name, by what is trusted most: an MRN or LRN that a person
 * gave, by its source; then messages; then movements that were merely listed; each in the later result first. What is
 * stated together (a message with LRN and MRN, a movement's answer from the API) names one movement. Of each kind
 * of identifier one counts; where several could, none does.
 */
export function chooseMovement(attempts: readonly Attempt[]): MovementChoice {
  if (isOneMovement(attempts)) return { belongs: () => true, unclear: new Map() };
  const latestFirst = attempts.filter(({ statements }) => statements.length > 0).toSorted((a, b) => b.order - a.order);
  const movements = new Movements();
  const open = new Set<Kind>();
  for (const { statements } of latestFirst) {
    for (const keys of statements.map(keysOf)) {
      movements.join(keys);
      for (const key of keys) open.add(kindOf(key));
    }
  }
  for (const attempt of latestFirst) {
    const [one, ...others] = givenTogether(attempt);
    if (one === undefined) continue;
    // Unless messages or the API know better.
    for (const other of others) if (fits(movements.of(one), movements.of(other))) movements.join([one, other]);
  }
  const chosen = new Keys();
  const unclear = new Map<MovementName, readonly NamedMovement[]>();
  for (const trusted of byTrust(latestFirst)) {
    choose(trusted, open, movements, chosen, unclear);
    for (const kind of open) {
      if (chosen.hasKind(kind) || (kind !== 'placeholder' && unclear.has(kind))) open.delete(kind);
    }
    if (open.size === 0) break;
  }
  return { belongs: (statement) => keysOf(statement).every((key) => chosen.has(key)), unclear };
}

interface Naming {
  readonly statement: Statement;
  /** At least one. */
  readonly keys: readonly [Key, ...Key[]];
}

/** What an attempt states that names a movement and is trusted alike. */
interface Trusted {
  readonly attempt: Attempt;
  readonly own: readonly Naming[];
}

/** The most trusted first, and of what is trusted alike in the order of the attempts. Most often only the first is asked for. */
function* byTrust(attempts: readonly Attempt[]): Generator<Trusted> {
  for (let distrust = 0; distrust <= mostDistrusted; distrust++) {
    for (const attempt of attempts) {
      const own = attempt.statements.flatMap((statement): readonly Naming[] => {
        const [first, ...others] = distrustOf(statement) === distrust ? keysOf(statement) : [];
        return first === undefined ? [] : [{ statement, keys: [first, ...others] }];
      });
      if (own.length > 0) yield { attempt, own };
    }
  }
}

/** Adds, of each kind that is still open, the one identifier that fits what is chosen so far, or that there are several. */
function choose(
  { attempt, own }: Trusted,
  open: ReadonlySet<Kind>,
  movements: Movements,
  chosen: Keys,
  unclear: Map<MovementName, readonly NamedMovement[]>,
): void {
  for (const kind of kinds) {
    if (!open.has(kind) || chosen.hasKind(kind)) continue;
    const groups = new Map<Group, Naming>();
    for (const one of own) {
      if (!one.keys.some((key) => kindOf(key) === kind)) continue;
      const group = movements.of(one.keys[0]);
      if (!groups.has(group) && fits(group, chosen)) groups.set(group, one);
    }
    if (groups.size === 0) {
      continue;
    }
    const only = groups.size === 1 ? [...groups.keys()][0] : hinted(attempt, [...groups.keys()], chosen);
    for (const key of only === undefined ? [] : keysIn(only)) chosen.add(key);
    if (groups.size < 2 || only !== undefined) continue;
    const places = [...groups.values()].flatMap(({ keys, statement }) => namesOf(keys, kind, statement, attempt));
    for (const { name } of places.slice(0, 1)) unclear.set(name, places);
  }
}

/** The one of several that was fetched right before the chosen MRN was printed; undefined where nothing tells. */
function hinted(attempt: Attempt, groups: readonly Group[], chosen: Keys): Group | undefined {
  const hints = attempt.statements.flatMap((statement) =>
    statement.key === 'mrn' && statement.near !== undefined && keysOf(statement).every((key) => chosen.has(key))
      ? [keyOfMovement(statement.near)]
      : [],
  );
  const found = groups.filter((group) => hints.some((hint) => keysIn(group).has(hint)));
  return found.length === 1 ? found[0] : undefined;
}

/** Whether both can name one movement: they are two groups, so of no kind of identifier may both have one. */
function fits(group: Group, other: Group): boolean {
  const [some, chosen] = [keysIn(group), keysIn(other)];
  return !kinds.some((kind) => some.hasKind(kind) && chosen.hasKind(kind));
}

const givenSources: readonly StatementSource[] = ['property', 'marker', 'line', 'comment', 'name'];

const mostDistrusted = givenSources.length + 2;

/** The more, the less its identifiers are trusted: given ones by their source, then messages, then what was merely listed. */
function distrustOf({ source, derived, key }: Statement): number {
  if (!derived) return givenSources.indexOf(source);
  if (key === 'message') return givenSources.length;
  return source === 'api-json' ? mostDistrusted - 1 : mostDistrusted;
}

/** What a person gives of one movement: where there is one MRN and one LRN, they go together. */
function givenTogether({ statements }: Attempt): readonly Key[] {
  const given = new Map<Kind, Key>();
  for (const statement of statements) {
    if (!statement.derived && !addOnly(given, keysOf(statement))) return [];
  }
  return [...given.values()];
}

/** Whether of each kind of identifier there is only one. */
function isOneMovement(attempts: readonly Attempt[]): boolean {
  const ids = new Map<Kind, Key>();
  return attempts.every(({ statements }) => statements.every((statement) => addOnly(ids, keysOf(statement))));
}

/** @returns false where one of the same kind is known, and another */
function addOnly(known: Map<Kind, Key>, keys: readonly Key[]): boolean {
  return keys.every((key) => {
    const kind = kindOf(key);
    const only = known.get(kind) ?? key;
    known.set(kind, only);
    return only === key;
  });
}

function keysOf(statement: Statement): readonly Key[] {
  const { key, mrn, lrn, movement } = statement;
  if (key === 'scenario' || key === 'display-name' || (key !== 'message' && statement.unclear === true)) return [];
  const keys: Key[] = [];
  const numbers = { mrn: key === 'mrn' ? statement.value : mrn, lrn: key === 'lrn' ? statement.value : lrn };
  if (numbers.mrn !== undefined) keys.push(`mrn ${numbers.mrn.toUpperCase()}`);
  if (numbers.lrn !== undefined) keys.push(`lrn ${numbers.lrn}`);
  if (movement !== undefined) keys.push(keyOfMovement(movement));
  return keys;
}

function keyOfMovement({ kind, id }: Movement): Key {
  return `${hmrcId.test(id) ? (kind ?? 'departure') : 'placeholder'} ${id}`;
}

const kindsByStart = new Map(kinds.map((kind) => [kind.charCodeAt(0), kind]));

/** They begin with different letters. */
function kindOf(key: Key): Kind {
  return kindsByStart.get(key.charCodeAt(0)) ?? 'placeholder';
}

function namesOf(
  keys: readonly Key[],
  kind: Kind,
  { line, movement }: Statement,
  { file }: Attempt,
): readonly NamedMovement[] {
  const name = kind === 'placeholder' ? (movement?.kind ?? 'departure') : kind;
  return keys
    .filter((key) => kindOf(key) === kind)
    .map((key) => ({ name, id: key.slice(kind.length + 1), file, line }));
}

/** Identifiers, and of which kinds they are. */
class Keys {
  readonly #all: Set<Key>;
  readonly #kinds: Set<Kind>;

  constructor(...keys: readonly Key[]) {
    this.#all = new Set(keys);
    this.#kinds = new Set(keys.map(kindOf));
  }

  get size(): number {
    return this.#all.size;
  }

  has(key: Key): boolean {
    return this.#all.has(key);
  }

  hasKind(kind: Kind): boolean {
    return this.#kinds.has(kind);
  }

  add(key: Key): void {
    this.#all.add(key);
    this.#kinds.add(kindOf(key));
  }

  [Symbol.iterator](): Iterator<Key> {
    return this.#all.values();
  }
}

/** Identifiers that name one movement: one that stands alone is its own group, since most do. */
type Group = Keys | Key;

function keysIn(group: Group): Keys {
  return typeof group === 'string' ? new Keys(group) : group;
}

/** Groups of identifiers that name one movement each. */
class Movements {
  readonly #groups = new Map<Key, Keys>();

  /** These name one movement. */
  join(keys: readonly Key[]): void {
    const [first, ...others] = keys;
    if (first === undefined || others.length === 0) return;
    let group = this.#groupOf(first);
    for (const key of others) {
      const other = this.#groupOf(key);
      if (other === group) continue;
      const [large, small] = group.size >= other.size ? [group, other] : [other, group];
      for (const moved of small) {
        large.add(moved);
        this.#groups.set(moved, large);
      }
      group = large;
    }
  }

  /** Everything that names the movement of which this is. */
  of(key: Key): Group {
    return this.#groups.get(key) ?? key;
  }

  #groupOf(key: Key): Keys {
    const group = this.#groups.get(key) ?? new Keys(key);
    this.#groups.set(key, group);
    return group;
  }
}
