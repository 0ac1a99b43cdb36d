import type { Finding, Place } from '../../finding.ts';
import type { Provenance } from '../../junit/report.ts';
import type { Attempt } from '../../matching/attempt.ts';
import type { Scenario } from '../../requirements/scenario.ts';
import type { MessageType } from '../../requirements/messages.ts';
import { textOf, type Dropped, type Statement, type StatementSource } from '../../statements/statement.ts';
import { listed } from '../../text/wording.ts';
import type { Instant } from '../../time/instant.ts';
import { chooseMovement, type MovementChoice } from './movement.ts';

/** A value of the evidence and where it comes from. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: StatementSource;
  /** Read out of a message rather than given by a person. */
  readonly derived: boolean;
  readonly file: string;
  readonly line: number;
  readonly provenance?: Provenance | undefined;
}

/** What HMRC's form asks of a scenario, gathered from its counted results. */
export interface ScenarioEvidence {
  readonly mrn: Sourced<string> | undefined;
  readonly lrn: Sourced<string> | undefined;
  readonly messages: ReadonlyMap<MessageType, Sourced<Instant> & { readonly assumedZone: boolean }>;
  /** Where each message that is spoken of stands first, also those without a readable time. */
  readonly seen: ReadonlyMap<MessageType, Place>;
}

type EvidenceCode =
  | 'mrn-missing'
  | 'mrn-shape'
  | 'mrn-check-digit'
  | 'mrn-country'
  | 'mrn-year'
  | 'mrn-conflict'
  | 'mrn-reused'
  | 'lrn-length'
  | 'lrn-conflict'
  | 'lrn-unclear'
  | 'movement-conflict'
  | 'mrn-example'
  | 'message-missing'
  | 'message-conflict'
  | 'message-time'
  | 'message-order'
  | 'message-instant'
  | 'time-conflict'
  | 'message-unexpected'
  | 'unassigned'
  | 'too-much';

/** What is wrong with or missing from the evidence; the message says what was expected and what was found. */
export function evidenceFinding(code: EvidenceCode, message: string, { file, line }: Place, next?: string): Finding {
  return { kind: 'evidence', code, severity: 'warning', message, next, place: { file, line } };
}

/** Where something of the evidence stands. */
export interface EvidencePlace {
  readonly file: string;
  readonly line: number;
}

/** A value that some attempt states. */
interface Candidate<T> extends Sourced<T> {
  /** Whether it is of the scenario's movement; only then it can be evidence. */
  readonly own: boolean;
}

/** `value` is undefined where a time was given that can't be read. */
export interface TimeCandidate extends Candidate<Instant | undefined> {
  readonly message: MessageType;
  readonly assumedZone: boolean;
  /** As it was found, of one that can't be read. */
  readonly text: string | undefined;
}

/** Everything that the attempts at one scenario state, best first. */
export interface Candidates {
  readonly mrns: readonly Candidate<string>[];
  readonly lrns: readonly Candidate<string>[];
  /** LRNs of which nobody can tell where they end. */
  readonly unclearLrns: readonly Candidate<string>[];
  /** Of the scenario's movement only. */
  readonly times: ReadonlyMap<MessageType, readonly TimeCandidate[]>;
  readonly unclear: MovementChoice['unclear'];
  /** Messages of which there are times that are not used, since nothing says whose they are. */
  readonly leftOut: ReadonlySet<MessageType>;
  /** What was dropped in all, and where the first of it stands. */
  readonly tooMuch: (EvidencePlace & Dropped) | undefined;
}

/** A scenario's evidence, to be held against what the scenario has and the form asks for. */
export interface Examined {
  readonly scenario: Scenario;
  readonly evidence: Pick<ScenarioEvidence, 'mrn' | 'lrn' | 'messages'>;
  readonly candidates: Candidates;
  /** Where to point when something is missing. */
  readonly place: EvidencePlace;
  /** Whether evidence decides the verdict: then what looks made up is a finding, too. */
  readonly strict: boolean;
}

/** Most trusted first, as `StatementSource` lists them. */
const trust: readonly StatementSource[] = ['property', 'marker', 'line', 'comment', 'name', 'api-json', 'message-xml'];

/**
 * Collects what the attempts state and puts the most trusted first: what is given by a person before what was read out of
 * a message, then by source, then the later attempt, then the later statement. Of a message, what the API says of when
 * it was received goes before the preparation time that its sender wrote.
 */
export function collectCandidates(attempts: readonly Attempt[]): Candidates {
  const { belongs, unclear } = chooseMovement(attempts);
  const mrns: Candidate<string>[] = [];
  const lrns: Candidate<string>[] = [];
  const unclearLrns: Candidate<string>[] = [];
  const times: TimeCandidate[] = [];
  const leftOut = new Set<MessageType>();
  const latestFirst = attempts
    .filter(({ statements, dropped }) => statements.length > 0 || dropped !== undefined)
    .toSorted((a, b) => b.order - a.order);
  for (const attempt of latestFirst) {
    for (const statement of attempt.statements.toReversed()) {
      if (statement.key === 'scenario' || statement.key === 'display-name') continue;
      const own = belongs(statement);
      if (statement.key !== 'message') {
        const values = statement.key === 'mrn' ? mrns : statement.unclear === true ? unclearLrns : lrns;
        values.push(candidateOf(statement.value, statement, attempt, own));
        continue;
      }
      const { message, at, assumedZone, mrn, lrn } = statement;
      if (own) {
        const text = at === undefined ? textOf(statement) : undefined;
        times.push({ ...candidateOf(at, statement, attempt, own), message, assumedZone, text });
      } else if (unclear.size > 0) leftOut.add(message);
      if (mrn !== undefined) mrns.push(candidateOf(mrn, statement, attempt, own));
      if (lrn !== undefined) lrns.push(candidateOf(lrn, statement, attempt, own));
    }
  }
  return {
    mrns: bestFirst(mrns),
    lrns: bestFirst(lrns),
    unclearLrns: bestFirst(unclearLrns),
    times: byMessage(bestFirst(times)),
    unclear,
    leftOut,
    tooMuch: droppedIn(latestFirst),
  };
}

/** What was dropped in all, and where the earliest of it stands. */
function droppedIn(latestFirst: readonly Attempt[]): Candidates['tooMuch'] {
  let found: Candidates['tooMuch'];
  for (const { file, dropped } of latestFirst) {
    if (dropped !== undefined) found = { file, line: dropped.line, count: dropped.count + (found?.count ?? 0) };
  }
  return found;
}

/** The more, the less it is to be trusted: what a person gave before what was read out of a message, then by source. */
export function distrust(source: StatementSource, derived: boolean): number {
  return (derived ? trust.length : 0) + trust.indexOf(source);
}

/** What makes it into the evidence. */
export function sourced<T>({ value, source, derived, file, line, provenance }: Candidate<T>): Sourced<T> {
  return { value, source, derived, file, line, provenance };
}

/** One of each distinct value, in the order given. */
export function distinct<T>(candidates: readonly Candidate<T>[], same: (value: T) => unknown): readonly Candidate<T>[] {
  const seen = new Map<unknown, Candidate<T>>();
  for (const candidate of candidates) {
    const key = same(candidate.value);
    if (!seen.has(key)) seen.set(key, candidate);
  }
  return [...seen.values()];
}

function candidateOf<T>(
  value: T,
  { source, derived, line }: Statement,
  { file, provenance }: Attempt,
  own: boolean,
): Candidate<T> {
  return { value, source, derived, file, line, provenance, own };
}

/** Sorting keeps the order of equals: the later attempt and statement stay first. */
function bestFirst<C extends Candidate<unknown>>(candidates: readonly C[]): readonly C[] {
  return candidates.toSorted((a, b) => distrust(a.source, a.derived) - distrust(b.source, b.derived));
}

function byMessage(times: readonly TimeCandidate[]): ReadonlyMap<MessageType, readonly TimeCandidate[]> {
  const groups = new Map<MessageType, TimeCandidate[]>();
  for (const time of times) {
    const group = groups.get(time.message);
    if (group === undefined) groups.set(time.message, [time]);
    else group.push(time);
  }
  return groups;
}

/** Contradictory values, each with its place: `'A' (results/a.xml:12), 'B' (results/b.xml:3)`; beyond five only how many. */
export function withPlaces<T>(candidates: readonly Candidate<T>[], show: (value: T) => string): string {
  const shown = candidates.slice(0, 5).map(({ value, file, line }) => `${show(value)} (${file}:${line})`);
  const more = candidates.length - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown);
}
