import { expect, it } from 'vitest';
import type { Attempt } from '../../src/matching/attempt.ts';
import type { OtherResult } from '../../src/matching/attempt.ts';
import { assess } from '../../src/assessment/assess.ts';
import { HOUR, NOW } from '../builders.ts';
import { attemptAt, inputOf } from './inputs.ts';

const suites = ['departures.test.js'];
const passed = (hours: number, overrides: Partial<Attempt> = {}) =>
  attemptAt(NOW - hours * HOUR, { suites, file: `run-${hours}.xml`, ...overrides });

/** A set-up that failed, alone in its report. */
function setUp(hours: number, overrides: Partial<OtherResult> = {}): OtherResult {
  const {
    scenario: _,
    matchedBy: _by,
    flaky: _flaky,
    ambiguous: _ambiguous,
    dropped: _dropped,
    ...listed
  } = passed(hours);
  return { ...listed, outcome: 'failed', name: '"before all" hook', className: '', ...overrides };
}

function status(attempts: readonly Attempt[], others: readonly OtherResult[]): string | undefined {
  return assess(inputOf(attempts, {}, { others }), NOW).scenarios.get('DSGB1')?.status;
}

it('a set-up that failed later counts against what its suite has in another report', () => {
  expect(status([passed(50)], [setUp(2)])).toBe('failed');
  expect(status([passed(50, { suites: [...suites, 'normal'] })], [setUp(2)])).toBe('failed');
  expect(status([passed(50)], [setUp(2, { suites: ['arrivals.test.js'] })])).toBe('passed');
});

it('counts against what its suite has where the path has the date of the run in it', () => {
  const on = (hours: number) => ({ suites: [`run of ${new Date(NOW - hours * HOUR).toISOString().slice(0, 10)}`] });
  expect(status([passed(50, on(50))], [setUp(2, on(2))])).toBe('failed');
  expect(status([passed(50, on(50)), passed(2, on(2))], [setUp(26, on(26))])).toBe('passed');
});

it('and is healed by a later whole report of its suite', () => {
  expect(status([passed(50), passed(2)], [setUp(26)])).toBe('passed');
});

it('of a suite that bears the name of its tool concerns only the class or module that it names', () => {
  const pytest = { suites: ['pytest'], className: '', message: 'collection failure' };
  const own = { suites: ['pytest'], className: 'tests.test_departures.TestDsgb1' };
  expect(status([passed(50, own)], [setUp(2, { ...pytest, name: 'tests.test_departures' })])).toBe('failed');
  expect(status([passed(50, own)], [setUp(2, { ...pytest, name: 'tests.test_other' })])).toBe('passed');
  expect(status([passed(50, own), passed(2, own)], [setUp(26, { ...pytest, name: 'tests.test_departures' })])).toBe(
    'passed',
  );
});

it('of unittest concerns the class or module that its name has in brackets, whatever its own suite', () => {
  const tests = { suites: ['tests.Departures-20260701'], className: 'tests.Departures' };
  const holder = { suites: ['unittest.suite._ErrorHolder-20260702'], className: 'unittest.suite._ErrorHolder' };
  const after = (name: string) => status([passed(50, tests)], [setUp(2, { ...holder, name })]);
  expect(after('setUpClass (tests.Departures)')).toBe('failed');
  expect(after('setUpModule (tests)')).toBe('failed');
  expect(after('setUpClass (tests.Arrivals)')).toBe('passed');
});

it('counts against the other scenarios of its suite as well, where one of them is listed beside it', () => {
  const beside = passed(2, { scenario: 'DSXI1', name: '[DSXI1] is released' });
  const hook = passed(2, {
    scenario: 'DSXI1',
    outcome: 'failed',
    name: '"before each" hook',
    matchedBy: 'enclosing-suite',
  });
  expect(status([passed(50), beside, hook], [])).toBe('failed');
});
