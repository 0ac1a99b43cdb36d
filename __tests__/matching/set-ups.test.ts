import { describe, expect, it } from 'vitest';
import type { Attempt, OtherResult } from '../../src/matching/attempt.ts';
import { placedSetUps } from '../../src/matching/set-ups.ts';
import { buildAttempt } from '../builders.ts';
import { fates, ofNone, ran } from './fates.ts';

const suites = ['departures.test.js'];
const test = (overrides: Partial<Attempt> = {}) =>
  buildAttempt({ suites, className: '', file: 'old.xml', ...overrides });
const hook = (overrides: Partial<Attempt> = {}) =>
  test({ outcome: 'failed', name: '"before all" hook', matchedBy: 'enclosing-suite', file: 'new.xml', ...overrides });

/** A result of no scenario. */
function other(overrides: Partial<OtherResult> = {}): OtherResult {
  return { ...ofNone(hook()), ...overrides };
}

/** What was added, in short. */
function added(attempts: readonly Attempt[], others: readonly OtherResult[] = []): readonly string[] {
  return placedSetUps(attempts, others)
    .attempts.slice(attempts.length)
    .map(({ file, line, name, scenario }) => `${file}:${line} ${name} ${scenario}`);
}

describe('a set-up that failed alone in its report', () => {
  it('counts, and counts surely, against each scenario that its suite has elsewhere, and is no result of none any more', () => {
    const tests = [test(), test({ scenario: 'DSXI1', suites: [...suites, 'normal'] })];
    const unrelated = [other({ name: 'a test' }), other({ suites: ['arrivals.test.js'] })];
    const placed = placedSetUps(tests, [other(), ...unrelated]);
    expect(placed.attempts.slice(0, 2)).toEqual(tests);
    expect(placed.attempts.slice(2)).toMatchObject([
      {
        scenario: 'DSGB1',
        file: 'new.xml',
        outcome: 'failed',
        matchedBy: 'enclosing-suite',
        flaky: false,
        ambiguous: false,
      },
      {
        scenario: 'DSXI1',
        file: 'new.xml',
        outcome: 'failed',
        matchedBy: 'enclosing-suite',
        flaky: false,
        ambiguous: false,
      },
    ]);
    expect(placed.others).toEqual(unrelated);
  });

  it('concerns none that another set-up is counted against, or that nobody is sure of', () => {
    expect(added([test({ ambiguous: true })], [other()])).toEqual([]);
    expect(added([hook({ file: 'other.xml' })], [other()])).toEqual([]);
    const elsewhere = { suites: ['other'], className: 'Departures' };
    const failed = other({ className: 'Departures' });
    expect(added([test(elsewhere)], [failed])).toEqual(['new.xml:7 "before all" hook DSGB1']);
    expect(added([test({ ...elsewhere, ambiguous: true })], [failed])).toEqual([]);
    expect(added([hook({ ...elsewhere, file: 'other.xml' })], [failed])).toEqual([]);
  });

  it('concerns none of a suite around its own, nor what has no class where it names one', () => {
    expect(added([test({ suites: [] })], [other()])).toEqual([]);
    expect(added([test({ suites: ['other'] })], [other({ className: 'Departures' })])).toEqual([]);
  });
});

describe('a set-up that failed beside tests', () => {
  it('counts against the others of its suite, and once against those that it is listed with', () => {
    const listed = [hook({ scenario: 'DSXI1' }), hook({ scenario: 'DSXI2' })];
    expect(added([test(), ...listed, test({ scenario: 'DSXI1' })])).toEqual(['new.xml:7 "before all" hook DSGB1']);
  });

  it('is another one in another report, on another line or of another name', () => {
    const hooks = [hook(), hook({ file: 'newer.xml' }), hook({ line: 8 }), hook({ name: '"after all" hook' })];
    expect(added([test({ scenario: 'DSXI1' }), ...hooks])).toEqual([
      'new.xml:7 "before all" hook DSXI1',
      'newer.xml:7 "before all" hook DSXI1',
      'new.xml:8 "before all" hook DSXI1',
      'new.xml:7 "after all" hook DSXI1',
    ]);
  });

  it('is no test that failed, and none that bears a number of its own', () => {
    const failed = test({ outcome: 'failed', matchedBy: 'enclosing-suite', file: 'new.xml' });
    expect(added([test({ scenario: 'DSXI1' }), failed])).toEqual([]);
    expect(added([test({ scenario: 'DSXI1' }), hook({ matchedBy: 'name' })])).toEqual([]);
  });
});

describe('a file that node:test can not load', () => {
  const sourceFile = '/home/runner/work/x/my tests/departures.test.mjs';
  const passed = test({ suites: ['departures'], className: 'departures', sourceFile });
  const unloaded = (name: string, of = sourceFile) => other({ suites: [], className: 'test', name, sourceFile: of });

  it.each([
    ['below the project', 'my tests/departures.test.mjs', sourceFile],
    ['in full', sourceFile, sourceFile],
    ['in another checkout', 'my tests/departures.test.mjs', '/tmp/my tests/departures.test.mjs'],
    ['on Windows', 'my tests\\departures.test.mjs', 'D:\\my tests\\departures.test.mjs'],
  ])('counts against the scenarios of its tests, listed by its path %s', (_, name, of) => {
    expect(added([passed], [unloaded(name, of)])).toEqual([`new.xml:7 ${name} DSGB1`]);
  });

  it.each([
    ['my tests/arrivals.test.mjs', '/x/my tests/arrivals.test.mjs'],
    ['s/departures.test.mjs', '/x/s/departures.test.mjs'],
    ['tests', '/x/tests'],
  ])('counts against no others: %s', (name, of) => {
    expect(added([passed, test({ suites: ['a'], sourceFile: undefined })], [unloaded(name, of)])).toEqual([]);
  });

  it('is over once a later run has the tests of that file', () => {
    const failed = ran(50, 'test/a.test.mjs', 'failed', {
      suites: [],
      className: 'test',
      sourceFile: '/x/test/a.test.mjs',
    });
    const later = (of: string) => ran(2, 'b', 'passed', { suites: ['s'], className: 's', sourceFile: of });
    expect(fates([failed, later('/y/test/a.test.mjs')])[0]).toBe('whole-report run-2.xml#1');
    expect(fates([failed, later('/y/test/b.test.mjs')])[0]).toBe('stands');
  });
});
