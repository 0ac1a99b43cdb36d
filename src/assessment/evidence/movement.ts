import type { Attempt } from '../../matching/attempt.ts';
import type { Movement, Statement } from '../../statements/statement.ts';

/* Everything in a piece of evidence belongs to one movement: which statements do, and where that can't be said. */

/** What names a movement. */
export type MovementName = 'mrn' | 'lrn' | 'departure' | 'arrival';

/** An identifier that a statement bears, and where it stands. */
export interface NamedMovement {
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
  const named = attempts.toSorted((a, b) => b.order - a.order).map((attempt) => ({ attempt, stated: naming(attempt) }));
  if (isOne(named.flatMap(({ stated }) => stated.flatMap(({ keys }) => keys)))) {
    return { belongs: () => true, unclear: new Map() };
  }
  const movements = new Movements();
  for (const { stated } of named) for (const { keys } of stated) movements.join(keys);
  for (const { attempt } of named) {
    const [one, ...others] = givenTogether(attempt);
    if (one === undefined) continue;
    // Unless messages or the API know better.
    for (const other of others) if (fits(movements.of([one]), movements.of([other]))) movements.join([one, other]);
  }
  const chosen = new Set<Key>();
  const unclear = new Map<MovementName, readonly NamedMovement[]>();
  for (const isTrusted of trust) {
    for (const { attempt, stated } of named) {
      const own = stated.filter(({ statement }) => isTrusted(statement));
      if (own.length > 0) choose(own, attempt, movements, chosen, unclear);
    }
  }
  return { belongs: (statement) => keysOf(statement).every((key) => chosen.has(key)), unclear };
}

interface Naming {
  readonly statement: Statement;
  readonly keys: readonly Key[];
}

function naming({ statements }: Attempt): readonly Naming[] {
  return statements.flatMap((statement) => {
    const keys = keysOf(statement);
    return keys.length === 0 ? [] : [{ statement, keys }];
  });
}

/** Adds, of each kind that is still open, the one identifier that fits what is chosen so far, or that there are several. */
function choose(
  own: readonly Naming[],
  attempt: Attempt,
  movements: Movements,
  chosen: Set<Key>,
  unclear: Map<MovementName, readonly NamedMovement[]>,
): void {
  for (const kind of kinds) {
    if (hasKind(chosen, kind) || (kind !== 'placeholder' && unclear.has(kind))) continue;
    const groups = new Map<ReadonlySet<Key>, Naming>();
    for (const one of own) {
      const group = movements.of(one.keys);
      if (hasKind(one.keys, kind) && !groups.has(group) && fits(group, chosen)) groups.set(group, one);
    }
    if (groups.size === 0) {
      continue;
    }
    const only = groups.size === 1 ? [...groups.keys()][0] : hinted(attempt, [...groups.keys()], chosen);
    for (const key of only ?? []) chosen.add(key);
    if (groups.size < 2 || only !== undefined) continue;
    const places = [...groups.values()].flatMap(({ keys, statement }) => namesOf(keys, kind, statement, attempt));
    for (const { name } of places.slice(0, 1)) unclear.set(name, places);
  }
}

/** The one of several that was fetched right before the chosen MRN was printed; undefined where nothing tells. */
function hinted(
  attempt: Attempt,
  groups: readonly ReadonlySet<Key>[],
  chosen: ReadonlySet<Key>,
): ReadonlySet<Key> | undefined {
  const hints = attempt.statements.flatMap((statement) =>
    statement.key === 'mrn' && statement.near !== undefined && keysOf(statement).every((key) => chosen.has(key))
      ? [keyOfMovement(statement.near)]
      : [],
  );
  const found = groups.filter((group) => hints.some((hint) => group.has(hint)));
  return found.length === 1 ? found[0] : undefined;
}

/** Whether they can name the movement that is chosen so far: of no kind of identifier they have only others. */
function fits(group: ReadonlySet<Key>, chosen: ReadonlySet<Key>): boolean {
  return kinds.every((kind) => {
    if (!hasKind(chosen, kind) || !hasKind(group, kind)) return true;
    for (const key of group) if (key.startsWith(`${kind} `) && chosen.has(key)) return true;
    return false;
  });
}

/** Most trusted first. */
const trust: readonly ((statement: Statement) => boolean)[] = [
  ...(['property', 'marker', 'line', 'comment', 'name'] as const).map(
    (given) =>
      ({ source, derived }: Statement) =>
        source === given && !derived,
  ),
  ({ derived, key }) => derived && key === 'message',
  ({ derived, key, source }) => derived && key !== 'message' && source === 'api-json',
  ({ derived, key, source }) => derived && key !== 'message' && source !== 'api-json',
];

/** What a person gives of one movement: where there is one MRN and one LRN, they go together. */
function givenTogether({ statements }: Attempt): readonly Key[] {
  const given = new Set(statements.filter(({ derived }) => !derived).flatMap(keysOf));
  return isOne([...given]) ? [...given] : [];
}

function isOne(keys: readonly Key[]): boolean {
  const ids = new Map<string, Key>();
  for (const key of keys) {
    const kind = kindOf(key);
    const known = ids.get(kind);
    if (known !== undefined && known !== key) return false;
    ids.set(kind, key);
  }
  return true;
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

function kindOf(key: Key): string {
  return key.slice(0, key.indexOf(' '));
}

function hasKind(keys: Iterable<Key>, kind: Kind): boolean {
  for (const key of keys) if (key.startsWith(`${kind} `)) return true;
  return false;
}

function namesOf(
  keys: readonly Key[],
  kind: Kind,
  { line, movement }: Statement,
  { file }: Attempt,
): readonly NamedMovement[] {
  const name = kind === 'placeholder' ? (movement?.kind ?? 'departure') : kind;
  return keys
    .filter((key) => key.startsWith(`${kind} `))
    .map((key) => ({ name, id: key.slice(kind.length + 1), file, line }));
}

/** Groups of identifiers that name one movement each. */
class Movements {
  readonly #groups = new Map<Key, Set<Key>>();

  /** These name one movement. */
  join(keys: readonly Key[]): void {
    const [first, ...others] = keys;
    if (first === undefined) return;
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

  /** Everything that names the movement of which these are. */
  of(keys: readonly Key[]): ReadonlySet<Key> {
    const [first] = keys;
    return first === undefined ? new Set() : this.#groupOf(first);
  }

  #groupOf(key: Key): Set<Key> {
    const group = this.#groups.get(key) ?? new Set([key]);
    this.#groups.set(key, group);
    return group;
  }
}
