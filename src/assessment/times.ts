import type { Attempt } from '../matching/attempt.ts';
import { credibleUntil, isCredible, skew, type Credible as Bounds } from '../matching/spans.ts';
import type { Statement } from '../statements/statement.ts';
import type { MessageTypes } from '../requirements/messages.ts';
import type { Programme } from '../requirements/programme.ts';
import { formatUtc } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import type { CountedResult } from './assessment.ts';

/** Between which instants a time can be believed. */
export interface Credible extends Bounds {
  /** How a time before it is told: 'before 2023, before NCTS5'. */
  readonly before: string;
}

/**
 * Nothing can have happened before the programme began, nor after now; and where the reference instant lies in the past, nothing after that either.
 */
export function credibleTimes(
  { begins, beforeItBegan }: Pick<Programme, 'begins' | 'beforeItBegan'>,
  now: Instant,
  evaluatedAt: Instant,
): Credible {
  return { from: begins, to: Math.min(now, evaluatedAt) + skew, before: beforeItBegan };
}

export interface ResultTime {
  /** What its age counts from; undefined: undated. */
  readonly age: Instant | undefined;
  readonly from: CountedResult['timeFrom'];
  readonly assumedZone: boolean;
  /** Why there is no time, a sentence; undefined when there is one. */
  readonly why: string | undefined;
}

type MessageStatement = Extract<Statement, { key: 'message' }>;

/**
 * The time of a result, most trusted first: the message times in its evidence, then what the report says. Where the most
 * trusted place has only a time that can't be (unreadable, in the future, before the programme), the result has none: falling back
 * would pick the kinder of two contradictory dates, and so would passing over one message's impossible time when others
 * have possible ones. (Messages that a test merely printed may be examples with dates of their own.) Source: design, 'When'.
 */
export function timeOf(attempt: Attempt, ages: MessageTypes, credible: Credible): ResultTime {
  const messages = ageStatements(attempt, ages);
  const { reported } = attempt;
  const ranAt = isCredible(reported?.instant, attempt, credible) ? reported?.instant : undefined;
  if (messages.length > 0) {
    const times = messages.flatMap(({ at }) => (isCredible(at, attempt, credible) ? [at] : []));
    const wrong = messages.find(({ at, derived }) => !derived && !isCredible(at, attempt, credible));
    if (times.length === 0 || wrong !== undefined) {
      const first = wrong ?? messages[0];
      return undated(
        `the time given for ${first?.message ?? 'its message'} ${first === undefined ? '' : whyNot(first, attempt, credible)}`,
      );
    }
    return {
      age: Math.min(...times),
      from: 'messages',
      assumedZone: messages.some(({ at, assumedZone }) => assumedZone && isCredible(at, attempt, credible)),
      why: undefined,
    };
  }
  if (reported === undefined) return undated('neither the report nor any evidence says when it ran');
  if (ranAt === undefined) {
    return undated(`its timestamp ${whyNot({ at: reported.instant, text: reported.text }, attempt, credible)}`);
  }
  return { age: ranAt, from: reported.from, assumedZone: reported.assumedZone, why: undefined };
}

function undated(why: string): ResultTime {
  return { age: undefined, from: undefined, assumedZone: false, why };
}

/** Message statements that count for the age; of each type those given outright, derived ones only where there are none. */
function ageStatements(attempt: Attempt, ages: MessageTypes): readonly MessageStatement[] {
  const messages = attempt.statements.filter(
    (statement): statement is MessageStatement => statement.key === 'message' && ages.has(statement.message),
  );
  const outright = new Set(messages.flatMap(({ derived, message }) => (derived ? [] : [message])));
  return messages.filter(({ derived, message }) => !derived || !outright.has(message));
}

function whyNot(
  { at, text }: { readonly at: Instant | undefined; readonly text: string },
  attempt: Attempt,
  credible: Credible,
): string {
  const quoted = `'${text.slice(0, 60)}'`;
  if (at === undefined) return `is unreadable: ${quoted}`;
  if (at > credible.to) {
    return `lies in the future: ${quoted} (a local time without offset? set time-zone, or write the offset)`;
  }
  if (at > credibleUntil(attempt, credible)) {
    const made = formatUtc(attempt.provenance?.createdAt ?? at);
    return `lies after ${made}, when its artifact was made: ${quoted} (a local time without offset, or a clock ahead?)`;
  }
  return `lies ${credible.before}: ${quoted}`;
}
