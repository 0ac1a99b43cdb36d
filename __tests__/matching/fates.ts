import type { Attempt, ListedResult, OtherResult } from '../../src/matching/attempt.ts';
import { supersessions } from '../../src/matching/supersede.ts';
import { attemptAt } from '../assessment/inputs.ts';
import { buildProvenance, DAY, HOUR, NOW } from '../builders.ts';

export const credible = { from: NOW - 365 * DAY, to: NOW };
export const iso = (hours: number) => new Date(NOW - hours * HOUR).toISOString();

/** A result so many hours before now, in the report of its run. */
export function ran(
  hours: number,
  name: string,
  outcome: Attempt['outcome'] = 'passed',
  overrides: Partial<Attempt> = {},
): Attempt {
  return attemptAt(NOW - hours * HOUR, { name, outcome, file: `run-${hours}.xml`, ...overrides });
}

/** Its time without a zone, by a clock that may be written otherwise or of another machine. */
export function bare(hours: number, { between = 'T', host }: { between?: string; host?: string } = {}) {
  const instant = NOW - hours * HOUR;
  const text = iso(hours).slice(0, 19).replace('T', between);
  return { reported: { text, from: 'case', instant, assumedZone: true, host } } satisfies Partial<Attempt>;
}

export function inRun(runId: number): Partial<Attempt> {
  return { provenance: buildProvenance({ runId, artifactId: runId, createdAt: NOW }) };
}

/** What became of each: `stands`, or how it is superseded and by what: `later-try run-2.xml#1`. */
export function fates(results: readonly ListedResult[], duplicates: 'worst' | 'last' = 'worst'): readonly string[] {
  const numbered = results.map((result, order) => ({ ...result, order }));
  const superseded = supersessions(numbered, credible, duplicates);
  return numbered.map((result) => {
    const later = superseded.get(result);
    return later === undefined ? 'stands' : `${later.how} ${later.by.file}#${later.by.order}`;
  });
}

/** The same result as one of no scenario. */
export function ofNone(attempt: Attempt): OtherResult {
  const { scenario: _, matchedBy: _by, flaky: _flaky, ambiguous: _is, dropped: _dropped, ...listed } = attempt;
  return listed;
}
