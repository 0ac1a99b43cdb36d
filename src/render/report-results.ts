import type { CountedResult } from '../assessment/assessment.ts';
import type { Provenance } from '../junit/report.ts';
import type { ListedResult } from '../matching/attempt.ts';
import { decisionInWords, startOf, nextFor, type Decided, type OfNone } from '../matching/standing.ts';
import { isoUtc } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';

/* Results in the JSON report: what became of each, and where it comes from. */

export function testOf({ attempt, time: at, timeFrom }: CountedResult): object {
  return {
    ...resultOf(attempt),
    matchedBy: attempt.matchedBy,
    flaky: attempt.flaky,
    ambiguous: attempt.ambiguous,
    declared: attempt.declared ?? null,
    message: attempt.message ?? null,
    time: time(at),
    timeFrom: timeFrom ?? null,
    provenance: provenanceOf(attempt.provenance),
    decision: decisionOf({ attempt, standing: { is: 'counts' } }),
  };
}

export function setAsideOf(decided: Decided): object {
  const { attempt } = decided;
  return {
    ...resultOf(attempt),
    matchedBy: attempt.matchedBy,
    time: time(startOf(attempt)),
    provenance: provenanceOf(attempt.provenance),
    decision: decisionOf(decided),
  };
}

function decisionOf(decided: Decided): object {
  const { is } = decided.standing;
  const by = decided.standing.is === 'superseded' ? byOf(decided.standing.by) : null;
  return { is, reason: decisionInWords(decided), next: nextFor(decided) ?? null, by };
}

function byOf(by: ListedResult): object {
  return { ...resultOf(by), time: time(startOf(by)), provenance: provenanceOf(by.provenance) };
}

export function ofNoneOf({ result, because, next }: OfNone): object {
  return {
    ...resultOf(result),
    provenance: provenanceOf(result.provenance),
    decision: { is: 'of-none', reason: because, next: next ?? null, by: null },
  };
}

function resultOf({ file, line, suites, className, name, outcome }: ListedResult): object {
  return { file, line, suite: suites.join(' › '), className, name, outcome };
}

export function provenanceOf(provenance: Provenance | undefined): object | null {
  if (provenance === undefined) return null;
  const { artifact, artifactId, runId, runAttempt, runUrl, commit, branch } = provenance;
  return { artifact, artifactId, runId, runAttempt: runAttempt ?? null, runUrl, commit, branch };
}

/** `null` where there is nothing to say. */
export function time(instant: Instant | undefined): string | null {
  return instant === undefined ? null : isoUtc(instant);
}
