/* What to do where to run a scenario again as before would not help. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import { buildProvenance, DAY, HOUR, NOW } from '../builders.ts';
import { attemptAt, inputOf } from './inputs.ts';

const nextOf = (...attempts: readonly Attempt[]) => assess(inputOf(attempts), NOW).scenarios.get('DSGB1')?.next;
const at = (days: number, name: string, overrides: Partial<Attempt> = {}) =>
  attemptAt(NOW - days * DAY, { name, ...overrides });
const failed = (days: number, name: string, overrides: Partial<Attempt> = {}) =>
  at(days, name, { outcome: 'failed', ...overrides });

describe('a failure that later results leave standing', () => {
  const later = at(1, 'b');

  it.each<[string, readonly Attempt[], string]>([
    ['by its name', [failed(2, 'a'), later], "No later result takes the place of 'a': run it again"],
    [
      'by its class',
      [failed(2, '', { className: 'transit.A' }), later],
      "the place of 'transit.A': run the whole suite again",
    ],
    ['with the others like it', [failed(2, 'a'), failed(3, 'c'), later], "the place of 'a' (and 1 more): run it again"],
    ['with the report to leave out', [failed(2, 'a', { file: 'old.xml' }), later], 'leave old.xml out of the results'],
    [
      'with the artifact to leave out',
      [failed(2, 'a', { provenance: buildProvenance({ artifact: 'old', runId: 7 }) }), later],
      "leave the artifact 'old' of run 7 out",
    ],
    [
      'with the last of the passes',
      [failed(9, 'a'), at(2, 'b'), at(1, 'c')],
      'not-before to 27 November 2026, 12:00:00 UTC',
    ],
    ['whatever their order', [failed(9, 'a'), at(1, 'b'), at(2, 'c')], 'not-before to 27 November 2026, 12:00:00 UTC'],
    ['of a hook', [failed(2, '"before all" hook for x'), later], 'run the whole suite again'],
    [
      'of a hook by itself',
      [failed(2, '"before all" hook for x'), later],
      'If the suite is gone, was renamed or lists no test there, leave',
    ],
    [
      'of a hook of no known tool, which nothing but leaving it out may heal',
      [failed(2, 'prepare the movement'), later],
      'if any of these did not fail. If it is a hook, or a test that is gone or was renamed, leave',
    ],
  ])('is told %s', (_, attempts, text) => {
    expect(nextOf(...attempts)).toContain(text);
  });

  it.each<[string, readonly Attempt[]]>([
    ['nothing passed later', [failed(1, 'a'), at(2, 'b')]],
    ['one of them is no older', [failed(3, 'a'), failed(1, 'c'), at(2, 'b')]],
    ['what came later did not run', [failed(3, 'a'), at(2, 'b', { outcome: 'not-run' })]],
    ['there is nothing else', [failed(1, 'a')]],
  ])('is to be run again where %s', (_, attempts) => {
    expect(nextOf(...attempts)).toBeUndefined();
  });
});

describe('an old result that later ones leave standing', () => {
  it('is told like a failure, if only it is old', () => {
    expect(nextOf(at(20, 'a'), at(1, 'b'))).toContain("No later result takes the place of 'a': run it again");
    expect(nextOf(at(20, 'a'), at(20, 'c'), at(1, 'b'))).toContain("the place of 'a' (and 1 more)");
  });

  it('is to be run again where all are as old, something did not run, or no time is known', () => {
    expect(nextOf(at(20, 'a'), at(20, 'b'))).toBeUndefined();
    expect(nextOf(at(20, 'a'), at(1, 'b'), at(1, 'c', { outcome: 'not-run' }))).toBeUndefined();
    expect(nextOf(at(20, 'a'), at(1, 'b'), attemptAt(null, { name: 'c' }))).toBeUndefined();
  });
});

describe('results of which nobody knows what they are', () => {
  const unclear = (name: string) => at(1, name, { ambiguous: true, className: 'transit.A' });

  it.each([
    ['DSGB1 or DSGB2', 'DSGB1 or DSGB2'],
    ['', 'transit.A'],
  ])('are to be made clear: %j', (name, shown) => {
    expect(nextOf(unclear(name))).toBe(
      `Make clear which scenario '${shown}' is (lead its name with the number and a colon, 'DSGB1: …'), then check again.`,
    );
  });

  it('are no matter where others count', () => {
    expect(nextOf(unclear('x'), failed(1, 'a'))).toBeUndefined();
    expect(nextOf(unclear('x'), attemptAt(NOW - HOUR, { outcome: 'not-run' }))).toBeUndefined();
  });
});
