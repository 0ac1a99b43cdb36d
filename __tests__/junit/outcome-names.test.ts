import { describe, expect, it } from 'vitest';
import { read, suite } from './reading.ts';

async function outcomeOf(attribute: string): Promise<string | undefined> {
  return (await read(suite(`<testcase name="a" ${attribute}/>`))).results[0]?.outcome;
}

describe('a name that counts failures', () => {
  it.each([
    'numFailed',
    'numberFailed',
    'numOfFailed',
    'numberOfFailures',
    'countFailed',
    'countOfFailed',
    'totalFailed',
    'testFailures',
    'testsFailed',
    'testcaseFailures',
    'testCasesFailed',
    'caseFailures',
    'casesFailed',
    'stepFailures',
    'stepsFailed',
    'assertionFailures',
    'assertionsFailed',
    'totalTestsFailed',
    'failureCount',
    'failureCounts',
    'failedTotal',
    'failedTest',
    'failedTests',
    'failedTestcase',
    'failedTestCases',
    'failedCase',
    'failedCases',
    'failedStep',
    'failedSteps',
    'failedAssertion',
    'failedAssertions',
    'failedTestCount',
    'exceptions',
    'aborts',
    'panics',
    'errorNo',
    'noOfErrors',
    'nrOfFailures',
    'failureNr',
    'cntFailed',
    'failureTally',
  ])('%s', async (name) => {
    expect(await outcomeOf(`${name}="2"`)).toBe('failed');
    expect(await outcomeOf(`${name}="0"`)).toBe('passed');
  });
});

describe('a name that tells of no outcome', () => {
  it.each([
    'noFailures',
    'casino',
    'thisFailed2go',
    'failedOver',
    'reasonToFail',
    'countsErroneously',
    'failureRate',
    'skipTo',
    'ofFailures',
  ])('%s', async (name) => {
    expect(await outcomeOf(`${name}="2"`)).toBe('passed');
    expect(await outcomeOf(`${name}="no"`)).toBe('passed');
  });
});

describe('a name that counts what did not run', () => {
  it.each(['expectedFailures', 'knownIssues', 'ignores', 'skippedCount', 'numSkipped', 'pendingTests'])(
    '%s',
    async (name) => {
      expect(await outcomeOf(`${name}="2"`)).toBe('not-run');
      expect(await outcomeOf(`${name}="0"`)).toBe('passed');
    },
  );
});

describe('a name that explains', () => {
  it.each([
    ...[
      'failureMessage',
      'failureReason',
      'errorText',
      'failureDetail',
      'failureDetails',
      'errorType',
      'crashCause',
    ].map((name) => [name, 'failed'] as const),
    ...['errorTrace', 'failedBecause'].map((name) => [name, 'failed'] as const),
    ...['skipReason', 'ignoredBecause', 'skipMessage'].map((name) => [name, 'not-run'] as const),
  ])('%s says by what it holds that the case is %s, and nothing where it is empty', async (name, outcome) => {
    expect(await outcomeOf(`${name}="x"`)).toBe(outcome);
    expect(await outcomeOf(`${name}=""`)).toBe('passed');
  });
});

describe('a name that limits', () => {
  it.each(['timeout', 'hasTimeout', 'testTimeout', 'stepTimeout'])('%s', async (name) => {
    expect(await outcomeOf(`${name}="30"`)).toBe('passed');
    expect(await outcomeOf(`${name}="true"`)).toBe('failed');
  });
});
