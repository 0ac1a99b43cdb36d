import { withoutCredentials } from '../text/credentials.ts';
import { detached } from '../text/detached.ts';
import type { Dropped, Movement, Statement, Statements } from './statement.ts';

const limits = {
  /**
   * More distinct statements than any honest test makes, or suite whose tests print to it; beyond it they are counted, not
   * kept. What names a scenario has as much room of its own, since it decides whom a failure counts against.
   */
  statements: { case: 3000, suite: 5000 },
  text: 200,
  /** Names of scenarios may be long; an MRN or LRN that is longer is wrong in any case. */
  value: 1000,
  /** Of one hash; only texts that were made for it have more. */
  alike: 8,
};

/**
 * Keeps statements in order, each once per section: polling tests print the same message again and again. A statement
 * `scenario` opens a section (the output of one suite may tell of several scenarios), so the same one counts again there.
 */
export class StatementCollector {
  readonly #statements: Statement[] = [];
  readonly #copies = new Copies();
  readonly #seen = new Seen();
  #scenario: string | undefined;
  #names = 0;
  #dropped: Dropped | undefined;
  readonly #max: number;

  constructor(of: 'case' | 'suite' = 'suite') {
    this.#max = limits.statements[of];
  }

  /**
   * Whether a plain value was stated before in this section, so that it need not be put together again. What is printed
   * names no more than itself, and is unclear only with a sign in it that no plain value has.
   */
  knows(key: 'mrn' | 'lrn', source: 'line' | 'comment', value: string, near: Movement | undefined): boolean {
    return this.#seen.has(
      hashOf(key, source, value, 0, undefined),
      (kept) => kept.key === key && kept.source === source && kept.value === value && isSameMovement(kept.near, near),
      () => exactKey({ key, source, value, derived: false, line: 0, near }),
    );
  }

  add(statement: Statement): void {
    if (statement.key === 'scenario' && statement.value !== this.#scenario) {
      this.#scenario = detached(statement.value);
      this.#seen.clear();
    }
    const same = trimmed(statement);
    const hash = hashOfStatement(same);
    const exact = (): string => exactKey(same);
    if (this.#seen.has(hash, (kept) => isSame(kept, same), exact)) return;
    const isName = statement.key === 'scenario' || statement.key === 'display-name';
    if ((isName ? this.#names : this.#statements.length - this.#names) >= this.#max) {
      this.#dropped = droppedWith(this.#dropped, statement);
      return;
    }
    if (isName) this.#names++;
    const copy = this.#copies.of(same);
    this.#seen.add(hash, copy, exact);
    this.#statements.push(copy);
  }

  finish(): Statements {
    // Arrays that grow have room to spare: fifteen times the memory of a single statement.
    return { statements: this.#statements.slice(), dropped: this.#dropped };
  }
}

/**
 * Statements by a hash that costs little. Where two have the same, the second stands at the next free number, so each found
 * is compared; where too many do, because a text was written so, they are told apart by all that they say.
 */
class Seen {
  readonly #byHash = new Map<number, Statement>();
  readonly #exactly = new Set<string>();

  has(hash: number, isIt: (kept: Statement) => boolean, exact: () => string): boolean {
    for (let number = hash; number < hash + limits.alike; number++) {
      const kept = this.#byHash.get(number);
      if (kept === undefined) return false;
      if (isIt(kept)) return true;
    }
    return this.#exactly.has(exact());
  }

  /** One that isn't in here. */
  add(hash: number, statement: Statement, exact: () => string): void {
    for (let number = hash; number < hash + limits.alike; number++) {
      if (this.#byHash.has(number)) continue;
      this.#byHash.set(number, statement);
      return;
    }
    this.#exactly.add(exact());
  }

  clear(): void {
    this.#byHash.clear();
    this.#exactly.clear();
  }
}

/** What was dropped so far, and this. */
export function droppedWith(dropped: Dropped | undefined, { key, line }: Statement): Dropped {
  if (dropped === undefined) return key === 'message' ? { count: 1, line, messages: true } : { count: 1, line };
  const more = { ...dropped, count: dropped.count + 1 };
  return key === 'message' ? { ...more, messages: true } : more;
}

export function droppedTogether(first: Dropped | undefined, then: Dropped | undefined): Dropped | undefined {
  if (first === undefined || then === undefined) return first ?? then;
  return { ...then, ...first, count: first.count + then.count };
}

function isSame(a: Statement, b: Statement): boolean {
  if (a.source !== b.source || a.mrn !== b.mrn || a.lrn !== b.lrn) return false;
  if (!isSameMovement(a.movement, b.movement)) return false;
  if (a.key === 'message') {
    if (b.key !== 'message' || a.message !== b.message || a.phaseId !== b.phaseId) return false;
    return a.at === b.at && (a.at !== undefined || a.text === b.text);
  }
  if (b.key === 'message' || a.key !== b.key || a.value !== b.value) return false;
  if (a.key === 'scenario') return b.key === 'scenario' && a.heading === b.heading;
  return b.key !== 'scenario' && a.unclear === b.unclear && isSameMovement(a.near, b.near);
}

function isSameMovement(a: Movement | undefined, b: Movement | undefined): boolean {
  return a?.id === b?.id && a?.kind === b?.kind;
}

/** Equal for statements that are the same, see `isSame`, and no others. */
function exactKey(statement: Statement): string {
  const { key, source, mrn, lrn, movement } = statement;
  const named = [key, source, mrn, lrn, movement?.kind, movement?.id];
  if (statement.key !== 'message') {
    const more =
      statement.key === 'scenario'
        ? [statement.heading]
        : [statement.unclear, statement.near?.kind, statement.near?.id];
    return JSON.stringify([...named, statement.value, ...more]);
  }
  const { message, phaseId, at, text } = statement;
  return JSON.stringify([...named, message, phaseId, at ?? text]);
}

function hashOfStatement(statement: Statement): number {
  const { key, source } = statement;
  if (key !== 'message') return hashOf(key, source, statement.value, 0, undefined);
  const { message, at, text, mrn, lrn } = statement;
  return hashOf(message, source, lrn ?? mrn ?? (at === undefined ? (text ?? '') : ''), at ?? 0, mrn);
}

/** Small enough to be counted up from without ever becoming inexact. */
function hashOf(key: string, source: string, value: string, at: number, more: string | undefined): number {
  let hash = mixed(mixed(mixed(7, key), source), value);
  if (more !== undefined) hash = mixed(hash, more);
  return (Math.imul(hash, 31) + (at % 1_000_000_007)) & 0x3fff_ffff;
}

function mixed(start: number, text: string): number {
  let hash = start;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  return hash;
}

/** The statement as it may be shown: what is too long cut off, and without what looks like a credential. */
function trimmed(statement: Statement): Statement {
  const { mrn, lrn } = statement;
  if (clean(mrn) !== mrn || clean(lrn) !== lrn) {
    return trimmed({ ...statement, mrn: clean(mrn), lrn: clean(lrn) });
  }
  if (statement.key === 'message') {
    const text = clean(statement.text?.slice(0, limits.text));
    return text === statement.text ? statement : { ...statement, text };
  }
  const value = withoutCredentials(statement.value.slice(0, limits.value));
  return value === statement.value ? statement : { ...statement, value };
}

function clean(text: string | undefined): string | undefined {
  return text === undefined ? undefined : withoutCredentials(text);
}

/**
 * Makes statements of texts of their own, which keep nothing alive of the output that they were cut from. There may be
 * tens of thousands, so each is made at once, with no more fields than it needs: what grows field by field takes twice the
 * memory. What many have in common they share.
 */
class Copies {
  #movement: Movement | undefined;
  #phaseId: string | undefined;

  of(statement: Statement): Statement {
    const { source, derived, line } = statement;
    const movement = this.#sameMovement(statement.movement);
    const [mrn, lrn] = [ownCopy(statement.mrn), ownCopy(statement.lrn)];
    if (statement.key === 'message') {
      const { key, message, at, assumedZone, text } = statement;
      const phaseId = this.#samePhase(statement.phaseId);
      const own = ownCopy(text);
      return { key, message, at, assumedZone, source, derived, line, text: own, movement, mrn, lrn, phaseId };
    }
    const value = detached(statement.value);
    if (statement.key === 'scenario') {
      const { key, heading } = statement;
      return { key, value, source, derived, line, movement, mrn, lrn, heading };
    }
    const { key, unclear } = statement;
    const near = this.#sameMovement(statement.near);
    return { key, value, source, derived, line, movement, mrn, lrn, unclear, near };
  }

  #sameMovement(movement: Movement | undefined): Movement | undefined {
    if (movement === undefined) return undefined;
    const known = this.#movement;
    if (known?.id === movement.id && known.kind === movement.kind) return known;
    return (this.#movement = { kind: movement.kind, id: detached(movement.id) });
  }

  #samePhase(phaseId: string | undefined): string | undefined {
    if (phaseId === undefined || phaseId === this.#phaseId) return phaseId && this.#phaseId;
    return (this.#phaseId = detached(phaseId));
  }
}

function ownCopy(text: string | undefined): string | undefined {
  return text === undefined ? undefined : detached(text);
}
