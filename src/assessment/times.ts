import type { Attempt, ReportedTime } from '../matching/attempt.ts';
import { credibleUntil, isCredible, skew, type Credible as Bounds } from '../matching/spans.ts';
import { textOf, type MessageStatement } from '../statements/statement.ts';
import type { MessageTypes } from '../requirements/messages.ts';
import type { Programme } from '../requirements/programme.ts';
import { formatUtc } from '../time/format.ts';
import { dayLength, type Instant } from '../time/instant.ts';
import { distrust } from './evidence/evidence.ts';
import { chooseMovement } from './evidence/movement.ts';

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
  readonly from: 'messages' | ReportedTime['from'] | undefined;
  readonly assumedZone: boolean;
  /** The message that the age counts from, and its line in the report; undefined where the report itself says it. */
  readonly origin: { readonly message: string; readonly line: number } | undefined;
  /** Where report and messages contradict each other: a sentence, and the line of the message. */
  readonly contradiction: { readonly message: string; readonly line: number } | undefined;
  /** Why there is no time, a sentence; undefined when there is one. */
  readonly why: string | undefined;
}

/**
 * The time of a result, most trusted first: the message times in its evidence, then what the report says. Where the most
 * trusted place has only a time that can't be (unreadable, in the future, before the programme), the result has none: falling back
 * would pick the kinder of two contradictory dates, and so would passing over one message's impossible time when others
 * have possible ones. (Messages that a test merely printed may be examples with dates of their own.)
 */
export function timeOf(attempt: Attempt, ages: MessageTypes, credible: Credible): ResultTime {
  if (attempt.dropped?.messages === true) return undated(leftOut);
  const messages = ageStatements(attempt, ages);
  const { reported } = attempt;
  const ranAt = isCredible(reported?.instant, attempt, credible) ? reported?.instant : undefined;
  if (messages.length > 0) {
    const times = messages.flatMap(({ at }) => (isCredible(at, attempt, credible) ? [at] : []));
    const wrong = messages.find(({ at, derived }) => !derived && !isCredible(at, attempt, credible));
    if (times.length === 0 || wrong !== undefined) {
      const first = wrong ?? messages[0];
      const rest = times.length > 0 || ranAt !== undefined ? notInstead : '';
      return undated(
        `the time given for ${first?.message ?? 'its message'} ${first === undefined ? '' : whyNot({ at: first.at, text: textOf(first) }, attempt, credible)}${rest}`,
      );
    }
    const first = times.reduce((a, b) => Math.min(a, b));
    const earliest = messages.find(({ at }) => at === first);
    if (reported !== undefined && ranAt !== undefined) {
      const contradiction = contradictionOf(ranAt, earliest);
      if (contradiction !== undefined) return fromReport(ranAt, reported, contradiction);
    }
    return {
      age: first,
      from: 'messages',
      assumedZone: messages.some(({ at, assumedZone }) => assumedZone && isCredible(at, attempt, credible)),
      origin: earliest === undefined ? undefined : { message: earliest.message, line: earliest.line },
      contradiction: undefined,
      why: undefined,
    };
  }
  if (reported === undefined) return undated('neither the report nor any evidence says when it ran');
  if (ranAt === undefined) {
    return undated(`its timestamp ${whyNot({ at: reported.instant, text: reported.text }, attempt, credible)}`);
  }
  return fromReport(ranAt, reported);
}

/** Why the other times that a result has are not taken. */
const notInstead = ". Its other times don't count instead, because this one may be the earliest";

/** Says what mends it. */
const leftOut =
  'it printed more messages than are kept, and one that was left out may be the earliest. Let it print less';

function undated(why: string): ResultTime {
  return { age: undefined, from: undefined, assumedZone: false, origin: undefined, contradiction: undefined, why };
}

function fromReport(
  age: Instant,
  { from, assumedZone }: ReportedTime,
  contradiction?: ResultTime['contradiction'],
): ResultTime {
  return { age, from, assumedZone, origin: undefined, contradiction, why: undefined };
}

/** A manual step may take a working day; no message is received much later than the test that waited for it ended. */
const maxLater = 2 * dayLength;

function contradictionOf(ranAt: Instant, earliest: MessageStatement | undefined): ResultTime['contradiction'] {
  if (earliest?.at === undefined) return undefined;
  if (earliest.at - ranAt <= maxLater) return undefined;
  const message =
    `The report says that it ran on ${formatUtc(ranAt)}, its ${earliest.message} that it was on ${formatUtc(earliest.at)}, ` +
    `more than two days later: the earlier time counts. Expected times of one run.`;
  return { message, line: earliest.line };
}

/**
 * Message statements that count for the age, by the choice that is made for the evidence: those of the result's
 * movement, and of each type those of the most trusted source. Where nothing says which movement is its own, all do.
 */
function ageStatements(attempt: Attempt, ages: MessageTypes): readonly MessageStatement[] {
  const stated = attempt.statements.filter(
    (statement): statement is MessageStatement => statement.key === 'message' && ages.has(statement.message),
  );
  if (stated.length === 0) return stated;
  const { belongs, unclear } = chooseMovement([attempt]);
  const messages = stated.filter((statement) => unclear.size > 0 || belongs(statement));
  const best = new Map<string, number>();
  for (const { message, source, derived } of messages) {
    best.set(message, Math.min(best.get(message) ?? Infinity, distrust(source, derived)));
  }
  return messages.filter(({ message, source, derived }) => best.get(message) === distrust(source, derived));
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
