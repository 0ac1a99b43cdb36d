import type { Attempt } from '../matching/attempt.ts';
import { isOfSuite, rawIdentityOf } from '../matching/identity.ts';
import type { Finding } from '../finding.ts';
import type { Instant } from '../time/instant.ts';
import { grouped } from './grouped.ts';
import type { ResultTime } from './times.ts';

/** An attempt with its time. */
export interface TimedAttempt {
  readonly attempt: Attempt;
  readonly time: ResultTime;
}

export interface Counted {
  readonly counted: readonly TimedAttempt[];
  readonly superseded: number;
  readonly conflicts: readonly Finding[];
}

/**
 * Picks, out of all attempts at one scenario, the results that count: of each test the latest, so that an old pass
 * never hides a new failure and a new pass heals an old failure.
 *
 * Results without a time are neither older nor newer than any other: they always count beside the latest. The same at
 * the same time: all count, so the worst decides, unless the user asked for the last one in reading order.
 * Names that differ only in what one run put into them (an MRN, a time) are one test between reports; inside one report
 * they are several, and the report with the latest result counts with all of them.
 * Source: design, 'Which result counts'.
 */
export function selectCounted(attempts: readonly TimedAttempt[], duplicates: 'worst' | 'last'): Counted {
  const counted: TimedAttempt[] = [];
  const conflicts: Finding[] = [];
  for (const group of grouped(attempts, ({ attempt }) => attempt.identity).values()) {
    for (const same of latestOf(group)) {
      const [first] = same;
      if (first === undefined) continue;
      if (new Set(same.map(({ attempt }) => attempt.outcome)).size > 1) conflicts.push(conflict(same, duplicates));
      const last = same.reduce((a, b) => (b.attempt.order > a.attempt.order ? b : a));
      for (const result of duplicates === 'last' ? [last] : same) counted.push(result);
    }
  }
  const ofSuites = counted.filter(({ attempt }) => isOfSuite(attempt));
  const later = ofSuites.length === 0 ? undefined : latestOfSuites(ofSuites, attempts);
  const current = later === undefined ? counted : counted.filter((item) => !isOutlived(item, later));
  return { counted: current, superseded: attempts.length - current.length, conflicts };
}

/** The results of one test that stand against each other, none of them older than another: one list a test. */
function latestOf(group: readonly TimedAttempt[]): readonly (readonly TimedAttempt[])[] {
  const latest = latestTime(group);
  const latestReports = new Set(
    group.filter(({ time }) => time.latest === latest).map(({ attempt }) => reportOf(attempt)),
  );
  const standing = group.filter(
    ({ attempt, time }) => time.latest === undefined || latestReports.has(reportOf(attempt)),
  );
  return [...grouped(standing, ({ attempt }) => rawIdentityOf(attempt)).values()].map((same) => {
    const ofTest = latestTime(same);
    return same.filter(({ time }) => time.latest === undefined || time.latest === ofTest);
  });
}

/** -Infinity when none has a time. One by one: a report may list a test a million times. */
function latestTime(results: readonly TimedAttempt[]): number {
  return results.reduce((latest, { time }) => Math.max(latest, time.latest ?? -Infinity), -Infinity);
}

/** The latest results of a suite, of two different reports at most, the later one first. */
type LatestOfSuite = readonly { readonly report: string; readonly latest: Instant }[];

/** By the paths of the suites that something is said of. One walk, because a report may have thousands of each. */
function latestOfSuites(
  ofSuites: readonly TimedAttempt[],
  all: readonly TimedAttempt[],
): ReadonlyMap<string, LatestOfSuite> {
  const wanted = new Set(ofSuites.map(({ attempt }) => JSON.stringify(attempt.suites)));
  const depths = new Set(ofSuites.map(({ attempt }) => attempt.suites.length));
  const found = new Map<string, LatestOfSuite>();
  for (const { attempt, time } of all) {
    if (isOfSuite(attempt) || time.latest === undefined) continue;
    const own = { report: reportOf(attempt), latest: time.latest };
    for (const depth of depths) {
      const path = JSON.stringify(attempt.suites.slice(0, depth));
      if (depth > attempt.suites.length || !wanted.has(path)) continue;
      const known = found.get(path) ?? [];
      const same = known.find(({ report }) => report === own.report);
      if (same !== undefined && same.latest >= own.latest) continue;
      const others = known.filter(({ report }) => report !== own.report);
      found.set(path, [...others, own].toSorted((a, b) => b.latest - a.latest).slice(0, 2));
    }
  }
  return found;
}

/**
 * A failure that is no test, such as a suite's claim of failures beyond its cases, has no counterpart in a later, sound
 * report of that suite. It is outlived when such a report has a result of the same suite.
 */
function isOutlived({ attempt, time }: TimedAttempt, later: ReadonlyMap<string, LatestOfSuite>): boolean {
  const failedAt = time.latest;
  if (!isOfSuite(attempt) || failedAt === undefined) return false;
  const ofSuite = later.get(JSON.stringify(attempt.suites)) ?? [];
  return ofSuite.some(({ report, latest }) => report !== reportOf(attempt) && latest > failedAt);
}

/** Two artifacts may hold a report of the same path. */
function reportOf({ file, provenance }: Attempt): string {
  return provenance === undefined ? file : `${provenance.artifactId}:${file}`;
}

function conflict(same: readonly TimedAttempt[], duplicates: 'worst' | 'last'): Finding {
  const places = same.map(({ attempt }) => `${attempt.outcome} in ${attempt.file}:${attempt.line}`);
  const [first] = same;
  const when = same.some(({ time }) => time.latest === undefined)
    ? 'no time tells which is later'
    : 'the time is the same';
  return {
    kind: 'conflict',
    severity: 'warning',
    message:
      `'${first?.attempt.name ?? ''}' has contradictory results and ${when}: ${places.join(', ')}. ` +
      (duplicates === 'worst'
        ? `The worst counts; set duplicates to 'last' if your tool lists retries so.`
        : `The last one listed counts, as set by duplicates.`),
    place: first === undefined ? undefined : { file: first.attempt.file, line: first.attempt.line },
  };
}
