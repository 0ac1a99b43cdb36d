import { describe, expect, it } from 'vitest';
import { isGenericSuite, isSetUp, ownersOf } from '../../src/matching/attempt.ts';

/* Names that test tools give to suites of all kinds, and to what is no test. */

describe('the name of a suite', () => {
  it.each(
    (
      'pytest|pytest tests|Newman|jest tests|vitest tests|mocha tests|bruno tests|cypress tests|unit tests|integration tests|e2e tests|' +
      'all tests|Root Suite|suite|suites|test suite|testsuites|test|tests|spec|specs|default|default suite|result|results|junit|' +
      'junit-report|surefire|rspec|phpunit|bats|playwright|xunit|nunit|go|it|undefined|null||  | tests '
    ).split('|'),
  )('%j may be of any report', (name) => {
    expect(isGenericSuite(name)).toBe(true);
  });

  it.each([
    'departures',
    'jest',
    'my tests',
    'pytest departures',
    'newman-departures',
    'test departures',
    'default suite of departures',
    'the root suite',
    'departure specs',
    'junit report',
    'going',
    'a go',
    'unit',
    'tests of arrivals',
    'nullable',
  ])('%j is that of one suite', (name) => {
    expect(isGenericSuite(name)).toBe(false);
  });
});

describe('a failure', () => {
  const failed = { outcome: 'failed', className: 'c' } as const;

  it.each([
    'test/departures.test.ts',
    'test/departures.spec.tsx',
    'departures.test.js',
    'departures.jsx',
    'a.mts',
    'a.cjs',
    'src\\a.ts',
    '@scope/a.ts',
  ])('called %j is of a file that could not be run', (name) => {
    expect(isSetUp({ ...failed, name })).toBe(true);
  });

  it.each(['departures.ts is loaded', 'loads a.ts', 'a.xts', 'a.tsv', 'ats', 'departures.java'])(
    'called %j is of a test',
    (name) => {
      expect(isSetUp({ ...failed, name })).toBe(false);
    },
  );

  it.each([
    ['collection failure', true],
    ['collection error', true],
    ['Test suite failed to run: x', true],
    ['no collection failure', false],
    ['collection failure of parcels', false],
    ['The Test suite failed to run', false],
  ])('that says %j is of what was collected or not: %s', (message, expected) => {
    expect(isSetUp({ ...failed, name: 'tests.test_departures', message })).toBe(expected);
  });

  it.each([
    ['unittest.suite._ErrorHolder', true],
    ['unittest.loader._FailedTest', true],
    ['my.unittest.suite._ErrorHolder', false],
    ['unittest.loader._FailedTests', false],
  ])('listed under %j is of what unittest has no test for: %s', (className, expected) => {
    expect(isSetUp({ ...failed, name: 'x', className })).toBe(expected);
  });

  it.each([
    ['setUpClass (tests.Departures)', 'unittest.suite._ErrorHolder', 'tests.Departures'],
    ['setUpModule (tests)', '', 'tests'],
  ])('called %j may be of the class or module in brackets', (name, className, owner) => {
    expect(ownersOf({ name, className })).toContain(owner);
  });

  it.each(['in setUpClass (tests.Departures)', 'setUpClass (tests.Departures) again', 'setUpClass ()'])(
    'called %j is of none in brackets',
    (name) => {
      expect(ownersOf({ name, className: ' ' })).toEqual([name]);
    },
  );
});
