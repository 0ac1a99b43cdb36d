import type { Finding } from '../finding.ts';
import { reportOf, type Attempt } from '../matching/attempt.ts';
import { grouped, TestKeys } from '../matching/names.ts';
import { areComparable, isOver, spanOf, type Credible } from '../matching/spans.ts';
import { onlyLooks, standingOfAmbiguous, type Decided } from '../matching/standing.ts';
import type { Supersessions } from '../matching/supersede.ts';
import type { Instant } from '../time/instant.ts';
import type { ResultTime } from './times.ts';

/** An attempt with its time. */
export interface TimedAttempt {
  readonly attempt: Attempt;
  readonly time: ResultTime;
}

export interface Counted {
  readonly counted: readonly TimedAttempt[];
  /** All others, each with what became of it. */
  readonly setAside: readonly Decided[];
  /** Didn't pass before `not-before`, from when on results count. */
  readonly outdated: readonly TimedAttempt[];
  readonly conflicts: readonly Finding[];
  /** What to do about contradictory results where to run the scenario again would not help. */
  readonly next: string | undefined;
}

export interface CountingContext {
  readonly supersessions: Supersessions;
  readonly credible: Credible;
  readonly duplicates: 'worst' | 'last';
  readonly notBefore: Instant | undefined;
}

/**
 * Picks, out of all attempts at one scenario, the results that count: a failure wherever it could concern the scenario, any
 * other where it is the scenario's, and of each test the latest try. What supersedes what is told in
 * `matching/supersede.ts`.
 */
export function selectCounted(
  attempts: readonly TimedAttempt[],
  { supersessions, credible, duplicates, notBefore }: CountingContext,
): Counted {
  const counted: TimedAttempt[] = [];
  const setAside: Decided[] = [];
  const outdated: TimedAttempt[] = [];
  for (const item of attempts) {
    const { attempt } = item;
    if (attempt.ambiguous && attempt.outcome !== 'failed') {
      if (!onlyLooks(attempt)) setAside.push({ attempt, standing: standingOfAmbiguous(attempt) });
      continue;
    }
    const later = supersessions.get(attempt);
    if (later !== undefined) {
      setAside.push({ attempt, standing: { is: 'superseded', ...later } });
    } else if (
      attempt.outcome !== 'passed' &&
      notBefore !== undefined &&
      isOver(spanOf(attempt, credible), notBefore)
    ) {
      outdated.push(item);
      setAside.push({ attempt, standing: { is: 'too-old', notBefore } });
    } else {
      counted.push(item);
    }
  }
  const conflicts = contradictions(counted, credible, duplicates);
  return {
    counted,
    setAside,
    outdated,
    conflicts: conflicts.map(({ finding }) => finding),
    next: conflicts.find(({ next }) => next !== undefined)?.next,
  };
}

interface Contradiction {
  readonly finding: Finding;
  readonly next: string | undefined;
}

/** Results of one test that stand side by side and don't agree. */
function contradictions(
  counted: readonly TimedAttempt[],
  credible: Credible,
  duplicates: 'worst' | 'last',
): readonly Contradiction[] {
  if (new Set(counted.map(({ attempt }) => attempt.outcome)).size < 2) return [];
  const found: Contradiction[] = [];
  const keys = new TestKeys();
  for (const same of grouped(counted, ({ attempt }) => keys.of(attempt)).values()) {
    const [first] = same;
    const other = same.find(({ attempt }) => attempt.outcome !== first?.attempt.outcome);
    if (first === undefined || other === undefined) continue;
    const places = same.map(({ attempt }) => `${attempt.outcome} in ${attempt.file}:${attempt.line}`);
    const shown = places.length > 5 ? [...places.slice(0, 5), `${places.length - 5} more`] : places;
    const { why, tells, next } = whyBoth(first.attempt, other.attempt, credible, duplicates);
    const message = `'${first.attempt.name}' has contradictory results and ${why}: ${shown.join(', ')}. The worst counts${tells}.`;
    const place = { file: first.attempt.file, line: first.attempt.line };
    found.push({ finding: { kind: 'conflict', severity: 'warning', message, place }, next });
  }
  return found;
}

/** Why neither of two results of one test is the later try, and what would tell. */
function whyBoth(
  a: Attempt,
  b: Attempt,
  credible: Credible,
  duplicates: 'worst' | 'last',
): { readonly why: string; readonly tells: string; readonly next: string | undefined } {
  const [startA, startB] = [spanOf(a, credible).start, spanOf(b, credible).start];
  const sameReport = reportOf(a) === reportOf(b);
  const retries = sameReport && duplicates === 'worst' ? "set duplicates to 'last' if your tool lists retries so" : '';
  const retriesNext =
    retries === ''
      ? undefined
      : `If your tool lists retries one after the other, set duplicates to 'last'; else run the test again until it passes, then check again.`;
  if (startA === undefined || startB === undefined) {
    return {
      why: 'no time tells which is later',
      tells: retries === '' ? '; have the report write when each ran' : `; ${retries}`,
      next: retriesNext,
    };
  }
  if (!areComparable(startA, startB)) {
    const next = `Have the reports write their times with a zone (or run '${a.name}' again a day later), then check again: which of its results is the later one can't be told.`;
    return {
      why: "their times can't be compared, since at least one has no zone",
      tells: '; have the reports write times with a zone',
      next,
    };
  }
  const why = startA.at === startB.at ? 'the time is the same' : 'they ran side by side';
  return {
    why,
    tells: retries === '' ? ', and a later run of the test replaces both' : `; ${retries}`,
    next: retriesNext,
  };
}
