import { isSetUp, type Attempt } from '../matching/attempt.ts';
import { spanOf, startsAfter, type Credible, type Span } from '../matching/spans.ts';
import { formatUtc } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import type { Counted, TimedAttempt } from './counted.ts';

/**
 * What to do where to run the scenario again as before would not help: what stands in its way is contradictory, or left over
 * from a test that later runs don't list any more.
 *
 * @param disputed results that count for none, because their places disagree
 * @param testedAt the earliest time of all counted results
 * @returns undefined where to run it again is what helps
 */
export function nextStep(
  { counted, next }: Pick<Counted, 'counted' | 'next'>,
  disputed: readonly Attempt[],
  testedAt: Instant | undefined,
  { credible }: { readonly credible: Credible },
): string | undefined {
  if (next !== undefined) return next;
  const [unclear] = disputed;
  if (counted.length === 0 && unclear !== undefined) {
    return `Make clear which scenario '${unclear.name || unclear.className}' is (lead its name with the number and a colon, '${unclear.scenario}: …'), then check again.`;
  }
  const failed = counted.filter(({ attempt }) => attempt.outcome === 'failed');
  if (failed.length > 0) return leftOver(failed, passedOf(counted), credible);
  if (testedAt === undefined || counted.some(({ attempt }) => attempt.outcome === 'not-run')) return undefined;
  const old = counted.filter(({ time }) => time.age === testedAt);
  const others = counted.filter(({ time }) => time.age !== testedAt);
  return leftOver(old, passedOf(others), credible);
}

function passedOf(items: readonly TimedAttempt[]): readonly TimedAttempt[] {
  return items.filter(({ attempt }) => attempt.outcome === 'passed');
}

/** How to get rid of results that later ones leave standing; undefined where some of them are no older than the others. */
function leftOver(
  standing: readonly TimedAttempt[],
  others: readonly TimedAttempt[],
  credible: Credible,
): string | undefined {
  const [first] = standing;
  const last = lastToStart(others, credible);
  if (first === undefined || last?.start === undefined) return undefined;
  if (!standing.every(({ attempt }) => startsAfter(last, spanOf(attempt, credible)))) return undefined;
  const { attempt } = first;
  const { again, lost } = waysOut(attempt);
  const more = standing.length === 1 ? '' : ` (and ${standing.length - 1} more)`;
  const report =
    attempt.provenance === undefined
      ? `leave ${attempt.file} out of the results`
      : `leave the artifact '${attempt.provenance.artifact}' of run ${attempt.provenance.runId} out`;
  return (
    `No later result takes the place of '${attempt.name || attempt.className}'${more}: ${again}. ` +
    `If ${lost}, ${report}, or set not-before to ${formatUtc(last.start.at)}.`
  );
}

/** What would supersede a result, and where nothing would. No whole report supersedes a pass, nor what failed alone in its suite. */
function waysOut(attempt: Attempt): { readonly again: string; readonly lost: string } {
  if (isSetUp(attempt)) {
    return {
      again: 'run the whole suite again, with every test that the old report lists',
      lost: 'the suite is gone, was renamed or lists no test there',
    };
  }
  const again = 'run it again under the same name';
  if (attempt.outcome === 'passed') return { again, lost: 'the test is gone or was renamed' };
  return {
    again: `${again}, or its whole suite with every other test that the old report lists, if any of these did not fail`,
    lost: 'it is a hook, or a test that is gone or was renamed',
  };
}

function lastToStart(items: readonly TimedAttempt[], credible: Credible): Span | undefined {
  let last: Span | undefined;
  for (const { attempt } of items) {
    const span = spanOf(attempt, credible);
    if (span.start !== undefined && span.start.at > (last?.start?.at ?? -Infinity)) last = span;
  }
  return last;
}
