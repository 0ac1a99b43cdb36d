import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { inShort, otherOf, type OtherResult } from '../../src/matching/attempt.ts';
import { buildReason, HOUR, NOW } from '../builders.ts';
import { attemptAt, inputOf } from './inputs.ts';

const suites = ['trader test'];
const at = (hours: number, name: string, overrides = {}) =>
  attemptAt(NOW - hours * HOUR, { suites, file: `run-${hours}.xml`, name, ...overrides });
const other = (hours: number, name: string, overrides: Partial<OtherResult> = {}): OtherResult => ({
  ...otherOf(at(hours, name), {}),
  ...overrides,
});
const earlier = [other(50, 'unit a'), other(50, 'unit b')];
const later = [other(2, 'unit a'), other(2, 'unit b')];

describe('results of no scenario, kept in short', () => {
  it('are one of each suite, beside those of which there is something to say', () => {
    const elsewhere = ['elsewhere'];
    const failed = other(2, 'c', { outcome: 'failed' });
    const unplaced = other(2, 'd', { finding: buildReason() });
    const looksLikeOne = other(2, 'e', {
      decision: { rule: 'only-look-alike', passes: undefined, fails: [], because: [] },
    });
    const kept = inShort([...later, failed, other(2, 'f', { suites: elsewhere }), unplaced, looksLikeOne]);
    expect(kept.slice(0, 3)).toEqual([failed, unplaced, looksLikeOne]);
    expect(kept.slice(3).map(({ suites: path, name }) => [path, name])).toEqual([
      [suites, '2 tests that name no scenario, of run-2.xml'],
      [elsewhere, '1 tests that name no scenario, of run-2.xml'],
    ]);
  });

  it('let no later report be whole, so that what failed before stays', () => {
    const attempts = [at(50, 'DSGB1: old name', { outcome: 'failed' }), at(2, 'DSGB1: new name')];
    const status = (...others: readonly OtherResult[]) =>
      assess(inputOf(attempts, {}, { others }), NOW).scenarios.get('DSGB1')?.status;
    expect(status(...earlier, ...later)).toBe('passed');
    expect(status(...inShort(earlier), ...later)).toBe('failed');
    expect(status(...earlier, ...inShort(later))).toBe('failed');
    expect(status(...inShort(earlier), ...inShort(later))).toBe('failed');
    expect(status(...earlier, ...inShort(earlier))).toBe('failed');
  });
});
