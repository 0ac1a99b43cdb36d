import { buildReport, TESTED } from '../../harness/reports.ts';
import {
  failing,
  failure,
  honest,
  hostilePath,
  ofKind,
  report,
  stamped,
  testcase,
  type HostileCase,
} from './hostile-case.ts';

const outcome = ofKind('outcomes');
const counts = ofKind('counts');

const claims = [
  'status="failed"',
  'status="FAILURE"',
  'status="error"',
  'status="timedOut"',
  'status="aborted"',
  'status="notrun"',
  'status="skipped"',
  'status="green-ish"',
  'Status="Failed"',
  'result="Failed"',
  'RESULT="FAILED"',
  'result="inconclusive"',
  'outcome="NotExecuted"',
  'j:status="failed"',
  'state="failed"',
  'success="false"',
  'Success="False"',
  'passed="0"',
  'executed="False"',
  'run="false"',
  'failure="expected 202"',
  'error=""',
  'failures="1"',
  'errors="2"',
  'disabled="true"',
  'ignored="yes"',
  'skipped="1"',
];

const elements = [
  '<failure/>',
  '<failure message=""></failure>',
  '<failure>]]&gt;</failure>',
  '<error type="java.lang.OutOfMemoryError"/>',
  '<failure/><skipped/>',
  '<skipped/><failure/>',
  '<system-out>all is well</system-out><failure/>',
  '<properties/><system-out/><system-err/><error/>',
  '<flakyFailure/><failure/>',
  '<rerunFailure/><failure/>',
  '<rerunFailure/><rerunError/><error/>',
  '<skipped/>',
  '<skipped message="Trader Test is closed"/>',
  '<disabled/>',
  '<ignored/>',
  '<pending/>',
  '<incomplete/>',
  '<Failure/>',
  '<failed/>',
  '<fail message="no"/>',
  '<timeout/>',
  '<aborted/>',
  '<errors><error/></errors>',
  '<failures><failure/></failures>',
];

/** A case that says in one of a hundred ways that it did not pass. */
export const outcomeCases: readonly HostileCase[] = [
  ...claims.map((claim) =>
    outcome(`a case with ${claim}`, report(testcase('', stamped(claim)), 'name="s" xmlns:j="urn:j"')),
  ),
  ...elements.map((element) => outcome(`a case with ${element}`, report(testcase(element)))),
  outcome('a pass and a failure of one test at one time', report(testcase() + testcase(failure))),
  outcome('a failure and then a pass of one test at one time', report(testcase(failure) + testcase())),
  outcome('a pass and a failure without dates', report(testcase('', '') + testcase(failure, ''))),
  outcome('a pass and then a skipped one without a date', report(testcase() + testcase('<skipped/>', ''))),
  outcome('a later failure in another report', {
    'results/a.xml': honest,
    'results/b.xml': failing.replace(TESTED, '2025-03-10T10:00:00Z'),
  }),
  outcome('a later failure in a report that sorts first', {
    'results/z.xml': honest,
    'results/a.xml': failing.replace(TESTED, '2025-03-10T10:00:00Z'),
  }),
  outcome('a failure before the place where the report breaks off', {
    'results/a.xml': honest,
    'results/b.xml': failing.slice(0, failing.indexOf('</testcase>')),
  }),
  outcome(
    'a failure of a step beside passes of others',
    report(testcase('', undefined, 'DSGB1: IE015') + testcase(failure, undefined, 'DSGB1: IE029')),
  ),
  outcome('a failed step in a report of its own', {
    'results/a.xml': report(testcase('', undefined, 'DSGB1: IE015')),
    'results/b.xml': report(testcase(failure, undefined, 'DSGB1: IE029')),
  }),
];

function declaring(suite: string, content: string = testcase(), root = ''): string {
  return report(content, `name="DSGB1" timestamp="${TESTED}" ${suite}`, root);
}

/** Suites that contradict what they list. */
export const countCases: readonly HostileCase[] = [
  counts('a suite with a failure that it does not list', declaring('tests="1" failures="1"')),
  counts('a suite with an error that it does not list', declaring('tests="1" errors="1"')),
  counts(
    'a suite with errors and no case, as newman writes it',
    report('', 'name="DSGB1: Simplified" tests="0" errors="2"'),
  ),
  counts('a root with a failure that no suite lists', declaring('', testcase(), 'tests="1" failures="1"')),
  counts(
    'a root with errors beside two sound suites',
    `<testsuites errors="1"><testsuite name="a">${testcase()}</testsuite><testsuite name="b">${testcase('', undefined, 'other')}</testsuite></testsuites>`,
  ),
  counts(
    'an outer suite with a failure that inner ones do not list',
    report(
      `<testsuite name="inner" tests="1" failures="0">${testcase()}</testsuite>`,
      'name="outer" tests="1" failures="1"',
    ),
  ),
  counts('more tests than cases', declaring('tests="5" failures="0"')),
  counts('skipped tests that are not listed as such', declaring('tests="1" skipped="1"')),
  counts('disabled tests that are not listed as such', declaring('tests="1" disabled="1"')),
  counts('a failure of the suite itself', declaring('', `${testcase()}<failure message="teardown failed"/>`)),
  counts('an error of the suite itself', declaring('', `<error message="setup failed"/>${testcase()}`)),
  counts('a suite that says it failed', declaring('status="failed"')),
  counts('a suite with result="Failure"', declaring('result="Failure"')),
  counts('a suite with Result="Failed"', declaring('Result="Failed"')),
  counts('a suite with success="false"', declaring('success="false"')),
  counts('a suite with success="False" in another case', declaring('Success="FALSE"')),
  counts('failures="-1"', declaring('tests="1" failures="-1"')),
  counts('failures="many"', declaring('tests="1" failures="many"')),
  counts('failures="1e3"', declaring('tests="1" failures="1e3"')),
  counts('failures="0x1"', declaring('tests="1" failures="0x1"')),
  counts('failures="１" in full-width digits', declaring('tests="1" failures="１"')),
  counts('failures="99999999999999999999"', declaring('tests="1" failures="99999999999999999999"')),
  counts('failures="1.0"', declaring('tests="1" failures="1.0"')),
  counts('failures="0,1"', declaring('tests="1" failures="0,1"')),
  counts('Failures="1" with a capital', declaring('tests="1" Failures="1"')),
  counts('failed="1"', declaring('tests="1" failed="1"')),
  counts('failures="0" beside failed="1"', declaring('tests="1" failures="0" failed="1"')),
  counts('errors="NaN"', declaring('tests="1" errors="NaN"')),
  counts(
    'a failure count in a report without a scenario number',
    {
      'results/a.xml': honest,
      [hostilePath]: '<testsuites><testsuite name="nightly" tests="3" failures="3"/></testsuites>',
    },
    { named: hostilePath },
  ),
  counts(
    'a sound report beside one that breaks off',
    {
      'results/a.xml': honest,
      [hostilePath]: buildReport(['DSGB1']).slice(0, -20),
    },
    { named: hostilePath },
  ),
];
