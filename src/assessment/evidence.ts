import type { Finding, Place } from '../finding.ts';
import type { Provenance } from '../junit/report.ts';
import type { Attempt } from '../matching/attempt.ts';
import type { MessageType } from '../requirements/messages.ts';
import type { Dropped, Statement, StatementSource } from '../statements/statement.ts';
import { listed } from '../text/wording.ts';
import type { Instant } from '../time/instant.ts';

/** A value of the evidence and where it comes from. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: StatementSource;
  /** Read out of a message rather than given by a person. */
  readonly derived: boolean;
  readonly file: string;
  readonly line: number;
  readonly provenance?: Provenance;
}

/** What HMRC's form asks of a scenario, gathered from its counted results. */
export interface ScenarioEvidence {
  readonly mrn: Sourced<string> | undefined;
  readonly lrn: Sourced<string> | undefined;
  readonly messages: ReadonlyMap<MessageType, Sourced<Instant> & { readonly assumedZone: boolean }>;
  /** Where each message that is spoken of stands first, also those without a readable time. */
  readonly seen: ReadonlyMap<MessageType, Place>;
}

export type EvidenceCode =
  | 'mrn-missing'
  | 'mrn-shape'
  | 'mrn-check-digit'
  | 'mrn-country'
  | 'mrn-year'
  | 'mrn-conflict'
  | 'mrn-reused'
  | 'lrn-length'
  | 'lrn-conflict'
  | 'message-missing'
  | 'message-conflict'
  | 'message-time'
  | 'message-order'
  | 'message-unexpected'
  | 'unassigned'
  | 'too-much';

/** What is wrong with or missing from the evidence; the message says what was expected and what was found. */
export function evidenceFinding(code: EvidenceCode, message: string, { file, line }: Place): Finding {
  return { kind: 'evidence', code, severity: 'warning', message, place: { file, line } };
}

/** Where something of the evidence stands. */
export interface EvidencePlace {
  readonly file: string;
  readonly line: number;
}

/** A value that some attempt states, and the text in which it was found. */
export interface Candidate<T> extends Sourced<T> {
  readonly text: string;
}

/** `value` is undefined where a time was given that can't be read. */
export interface TimeCandidate extends Candidate<Instant | undefined> {
  readonly message: MessageType;
  readonly assumedZone: boolean;
}

/** Everything that the attempts at one scenario state, best first. */
export interface Candidates {
  readonly mrns: readonly Candidate<string>[];
  readonly lrns: readonly Candidate<string>[];
  readonly times: ReadonlyMap<MessageType, readonly TimeCandidate[]>;
  readonly tooMuch: readonly (EvidencePlace & Dropped)[];
}

/** Most trusted first, as `StatementSource` lists them. */
const trust: readonly StatementSource[] = ['property', 'marker', 'line', 'comment', 'name', 'api-json', 'message-xml'];

/**
 * Collects what the attempts state and puts the most trusted first: what is given by a person before what was read out of
 * a message, then by source, then the later attempt, then the later statement.
 */
export function collectCandidates(attempts: readonly Attempt[]): Candidates {
  const mrns: Candidate<string>[] = [];
  const lrns: Candidate<string>[] = [];
  const times: TimeCandidate[] = [];
  const tooMuch: (EvidencePlace & Dropped)[] = [];
  const latestFirst = attempts.toSorted((a, b) => b.order - a.order);
  for (const attempt of latestFirst) {
    if (attempt.dropped !== undefined) tooMuch.push({ file: attempt.file, ...attempt.dropped });
    for (const statement of attempt.statements.toReversed()) {
      const origin = originOf(statement, attempt);
      if (statement.key === 'mrn') mrns.push({ ...origin, value: statement.value });
      if (statement.key === 'lrn') lrns.push({ ...origin, value: statement.value });
      if (statement.key !== 'message') continue;
      const { message, at, assumedZone, mrn, lrn } = statement;
      times.push({ ...origin, value: at, message, assumedZone });
      if (mrn !== undefined) mrns.push({ ...origin, value: mrn });
      if (lrn !== undefined) lrns.push({ ...origin, value: lrn });
    }
  }
  return { mrns: bestFirst(mrns), lrns: bestFirst(lrns), times: byMessage(bestFirst(times)), tooMuch };
}

/** What makes it into the evidence. */
export function sourced<T>({ value, source, derived, file, line, provenance }: Candidate<T>): Sourced<T> {
  return { value, source, derived, file, line, ...(provenance === undefined ? {} : { provenance }) };
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

function originOf(
  { source, derived, line, text }: Statement,
  { file, provenance }: Attempt,
): Omit<Candidate<never>, 'value'> {
  return { source, derived, file, line, text, ...(provenance === undefined ? {} : { provenance }) };
}

/** Sorting keeps the order of equals: the later attempt and statement stay first. */
function bestFirst<C extends Candidate<unknown>>(candidates: readonly C[]): readonly C[] {
  return candidates.toSorted(
    (a, b) => Number(a.derived) - Number(b.derived) || trust.indexOf(a.source) - trust.indexOf(b.source),
  );
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
