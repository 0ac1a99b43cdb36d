import type { Suite, TestResult } from '../junit/report.ts';
import type { Instant } from '../time/instant.ts';
import { readTime, zoneOffset } from '../time/read.ts';
import type { Attempt, ListedResult, ReportedTime } from './attempt.ts';

/** Between which instants a time can be believed. */
export interface Credible {
  readonly from: Instant;
  readonly to: Instant;
}

const minute = 60_000;
const hour = 60 * minute;
/** Clocks of runners, of GitHub and of HMRC differ a little; what is further ahead than this hasn't happened yet. */
export const skew = 5 * minute;
/** Zones lie between -12 and +14 hours: no two clocks are further apart. */
const zonesApart = 26 * hour;
/** Results in the workspace that begin within so much time of each other are of one run. */
const runLength = 6 * hour;

/** Until when a time in this result can be believed: nothing in an artifact ran after GitHub took it in. */
export function credibleUntil({ provenance }: Pick<ListedResult, 'provenance'>, { to }: Credible): Instant {
  return Math.min(to, provenance?.createdAt === undefined ? Infinity : provenance.createdAt + skew);
}

export function isCredible(
  instant: Instant | undefined,
  result: Pick<ListedResult, 'provenance'>,
  credible: Credible,
): instant is Instant {
  return instant !== undefined && instant >= credible.from && instant <= credibleUntil(result, credible);
}

/**
 * When the report says that a test ran: the timestamp of the case, else of the nearest suite, else of the root. The first
 * that is there decides, even when it can't be read: a kinder one further out would be a guess.
 *
 * @param timeZone IANA zone for times without an offset.
 */
export function reportedTime(result: TestResult<unknown>, timeZone: string): ReportedTime | undefined {
  const { timestamp, duration } = result;
  let { suite } = result;
  const host = hostOf(result);
  if (timestamp !== undefined) return timeOf(timestamp, 'case', { timeZone, lasts: duration, host });
  for (; suite !== undefined; suite = suite.parent) {
    if (suite.timestamp === undefined) continue;
    // When in the suite it ran isn't known, so it may have ended with the suite.
    const lasts = Math.max(duration ?? 0, suite.duration ?? 0);
    const known = ofSuites.get(suite);
    if (known?.lasts === lasts && known.time.host === host) return known.time;
    const time = timeOf(suite.timestamp, suite.parent === undefined ? 'root' : 'suite', { timeZone, lasts, host });
    ofSuites.set(suite, { time, lasts });
    return time;
  }
  return undefined;
}

/** The time that cases without one of their own share with the case before, which lasted as long; there may be a hundred thousand. */
const ofSuites = new WeakMap<Suite<unknown>, { readonly time: ReportedTime; readonly lasts: number }>();

function hostOf({ suite }: TestResult<unknown>): string | undefined {
  for (let at = suite; at !== undefined; at = at.parent) if (at.host !== undefined) return at.host;
  return undefined;
}

function timeOf(
  text: string,
  from: ReportedTime['from'],
  { timeZone, lasts, host }: { timeZone: string; lasts: number | undefined; host: string | undefined },
): ReportedTime {
  const read = readTime(text, timeZone);
  const assumedZone = read?.assumedZone ?? false;
  const atLeast = (lasts ?? 0) + (read?.assumedZone === true ? shownTwice(read.instant, timeZone) : 0);
  return { text, from, instant: read?.instant, assumedZone, lasts: atLeast, host };
}

/** How much later a clock without a zone may mean, where it is set back and shows that hour twice. */
function shownTwice(instant: Instant, timeZone: string): number {
  if (timeZone === 'UTC') return 0;
  const later = zoneOffset(instant, timeZone) - zoneOffset(instant + hour, timeZone);
  return later === hour ? hour : 0;
}

/** An instant, and by what clock. Two clocks without a zone show the same only where one tool writes them on one machine. */
export interface Moment {
  readonly at: Instant;
  /** Undefined: it carries its zone. */
  readonly clock: Clock | undefined;
}

interface Clock {
  /** How the time is written: `9-9-9T9:9:9`; undefined for a time that a test printed. */
  readonly shape: string | undefined;
  /** Undefined where it is not known, or where GitHub's artifacts tell which is the later run. */
  readonly host: string | undefined;
}

/** The same for clocks that are one. */
export function clockKey({ shape, host }: Clock): string {
  return `${shape ?? ''} ${host ?? ''}`;
}

/** From when to when a result ran, as far as its report and its messages tell. */
export interface Span {
  readonly start: Moment | undefined;
  /** It went on at least until each of these; none: nobody knows. */
  readonly ends: readonly Moment[];
  /** It was over by then, by GitHub's clock. */
  readonly overBy: Moment | undefined;
}

/** A result with its span, worked out only where somebody asks for it, and the key of its test. */
export class Timed {
  readonly result: ListedResult | Attempt;
  readonly key: string;
  private readonly credible: Credible;
  private known: Span | undefined = undefined;

  constructor(result: ListedResult | Attempt, key: string, credible: Credible) {
    this.result = result;
    this.key = key;
    this.credible = credible;
  }

  get span(): Span {
    this.known ??= spanOf(this.result, this.credible);
    return this.known;
  }
}

/** What its clock shows at its start; before everything else where that isn't known. */
export function startOf({ span }: Pick<Timed, 'span'>): Instant {
  return span.start?.at ?? -Infinity;
}

const noMoments: readonly Moment[] = [];

/**
 * Start: the timestamp of the report, else the first message. End: start and length, or the last message, whichever is
 * later. Times that can't be (in the future, before the programme) tell nothing.
 */
export function spanOf(result: ListedResult, credible: Credible): Span {
  const { reported, provenance, statements } = result;
  const until = credibleUntil(result, credible);
  const messages =
    statements.length === 0
      ? noMoments
      : statements.flatMap((statement): readonly Moment[] => {
          if (statement.key !== 'message' || !isCredible(statement.at, result, credible)) return noMoments;
          const clock = statement.assumedZone ? { shape: undefined, host: undefined } : undefined;
          return [{ at: statement.at, clock }];
        });
  const madeBy = provenance?.createdAt;
  const overBy = madeBy !== undefined && madeBy <= credible.to ? { at: madeBy + skew, clock: undefined } : undefined;
  const began = isCredible(reported?.instant, result, credible) ? reported : undefined;
  if (began?.instant === undefined) {
    const start = messages.reduce<Moment | undefined>((a, b) => (a === undefined || b.at < a.at ? b : a), undefined);
    const known = start === undefined ? (overBy === undefined ? [] : [overBy]) : messages;
    return { start, ends: latestOf(known), overBy };
  }
  const clock = began.assumedZone
    ? { shape: shapeOf(began.text), host: provenance === undefined ? began.host : undefined }
    : undefined;
  const start = { at: began.instant, clock };
  const end = Math.max(start.at, Math.min(start.at + (began.lasts ?? 0), until));
  return { start, ends: latestOf([end === start.at ? start : { at: end, clock }, ...messages]), overBy };
}

/** The last by each kind of clock. */
function latestOf(moments: readonly Moment[]): readonly Moment[] {
  if (moments.length < 2) return moments;
  const latest = new Map<string, Moment>();
  for (const moment of moments) {
    const key = moment.clock === undefined ? 'zone' : (moment.clock.shape ?? 'printed');
    const known = latest.get(key);
    if (known === undefined || known.at < moment.at) latest.set(key, moment);
  }
  return [...latest.values()];
}

/** Fractions are left out where they are zero. */
function shapeOf(text: string): string {
  return text
    .trim()
    .replace(/\d+/g, '9')
    .replace(/[.,]9$/, '');
}

/** Whether two times can be compared: both with a zone, or both without one as the same tool writes them. */
export function areComparable(a: Moment, b: Moment): boolean {
  if (a.clock === undefined || b.clock === undefined) return a.clock === b.clock;
  return same(a.clock.shape, b.clock.shape) && same(a.clock.host, b.clock.host);
}

function same(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

/** Whether the first is the earlier one, whatever the zones are. */
function isBefore(a: Moment, b: Moment, margin = 0): boolean {
  return a.at + margin + (areComparable(a, b) ? 0 : zonesApart) < b.at;
}

/** Whether B starts after A has ended, beyond doubt. */
export function startsAfter(b: Span, a: Span): boolean {
  const { start } = b;
  if (start === undefined) return false;
  if (a.overBy !== undefined && isBefore(a.overBy, start)) return true;
  return a.ends.length > 0 && a.ends.every((end) => isBefore(end, start));
}

/** Whether a result had ended by then, beyond doubt. */
export function isOver({ ends, overBy }: Span, by: Instant | undefined): boolean {
  if (by === undefined) return false;
  const then = { at: by, clock: undefined };
  if (overBy !== undefined && isBefore(overBy, then)) return true;
  return ends.length > 0 && ends.every((end) => isBefore(end, then));
}

/** What is known of the run that a result belongs to. */
export interface RunOf {
  readonly result: Pick<ListedResult, 'provenance'>;
  readonly span: Span;
}

/**
 * Whether B is of a later run than A: of another workflow run, or in the workspace begun more than six hours later. That B
 * starts after A has ended is asked for beside it.
 */
export function isLaterRun(b: RunOf, a: RunOf): boolean {
  const [runA, runB] = [a.result.provenance?.runId, b.result.provenance?.runId];
  if (runA !== undefined || runB !== undefined) return runA !== runB;
  return a.span.start !== undefined && b.span.start !== undefined && isBefore(a.span.start, b.span.start, runLength);
}
