import { describe, expect, it } from 'vitest';
import { read, suite } from './reading.ts';

async function outcomeOf(testcase: string): Promise<string> {
  const { results } = await read(suite(testcase));
  const [result] = results;
  return `${result?.outcome}${result?.flaky === true ? ' flaky' : ''}${result?.message === undefined ? '' : `: ${result.message}`}`;
}

describe('the outcome of a case', () => {
  it.each([
    ['<testcase name="a"/>', 'passed'],
    ['<testcase name="a"></testcase>', 'passed'],
    ['<testcase name="a"><failure message="no"/></testcase>', 'failed: no'],
    ['<testcase name="a"><error>\n  boom\n at x</error></testcase>', 'failed: boom'],
    ['<testcase name="a"><failure/></testcase>', 'failed'],
    ['<testcase name="a"><skipped/><failure message="no"/></testcase>', 'failed: no'],
    ['<testcase name="a"><failure message="no"/><skipped message="why"/></testcase>', 'failed: no'],
    ['<testcase name="a"><skipped message="later"/></testcase>', 'not-run: later'],
    ['<testcase name="a"><skipped>later</skipped></testcase>', 'not-run: later'],
    ['<testcase name="a"><flakyFailure message="once"/></testcase>', 'passed flaky'],
    ['<testcase name="a"><flakyError/><flakyError/></testcase>', 'passed flaky'],
    ['<testcase name="a"><rerunFailure/><flakyError/></testcase>', 'passed flaky'],
    [
      '<testcase name="a"><rerunFailure/><rerunError/></testcase>',
      'not-run: It has failed reruns and no failure, so how it ended is unclear',
    ],
    [
      '<testcase name="a"><rerunError/></testcase>',
      'not-run: It has failed reruns and no failure, so how it ended is unclear',
    ],
    ['<testcase name="a"><failures/><errors></errors></testcase>', 'passed'],
    ['<testcase name="a"><failures><failure message="in"/></failures></testcase>', 'failed: in'],
    ['<testcase name="a"><failure message="no"/><rerunFailure/><rerunError/></testcase>', 'failed: no'],
    ['<testcase name="a"><rerunError/><skipped/></testcase>', 'not-run'],
    ['<testcase name="a"><Failure message="no"/></testcase>', 'failed: no'],
    ['<testcase name="a"><j:failure message="no" xmlns:j="urn:j"/></testcase>', 'failed: no'],
    ['<testcase name="a"><details><failure message="deep"/></details></testcase>', 'failed: deep'],
    ['<testcase name="a"><disabled/></testcase>', 'not-run'],
    ['<testcase name="a"><timeout message="30 s"/></testcase>', 'failed: 30 s'],
    [
      '<testcase name="a"><properties><property name="p" value="v"><failure/></property></properties></testcase>',
      'failed',
    ],
    ['<testcase name="a"><property name="p">text <error/></property></testcase>', 'failed'],
    ['<testcase name="a"><warning>No assertions</warning></testcase>', 'not-run: No assertions'],
    ['<testcase name="a"><screenshot>x</screenshot></testcase>', 'passed'],
  ])('%s → %s', async (xml, expected) => {
    expect(await outcomeOf(xml)).toBe(expected);
  });

  it.each([
    ...[
      'failure',
      'error',
      'fail',
      'failed',
      'fatal',
      'exception',
      'crash',
      'crashed',
      'abort',
      'aborted',
      'timeout',
      'timedOut',
    ].map((name) => [name, 'failed'] as const),
    ...['skipped', 'disabled', 'ignored', 'pending', 'incomplete', 'inconclusive', 'notRun', 'warning', 'risky'].map(
      (name) => [name, 'not-run'] as const,
    ),
    ...['flakyFailure', 'flakyError'].map((name) => [name, 'passed flaky'] as const),
    ...['broken', 'problem', 'x:broken', 'Interrupted', 'timed-out', 'isFailed'].map(
      (name) => [name, 'failed'] as const,
    ),
    ...['inconclusive', 'todo', 'expectedFailure', 'not-run', 'xfail', 'cancelled'].map(
      (name) => [name, 'not-run'] as const,
    ),
    ...['screenshot', 'metadata', 'attachment', 'completed', 'ok'].map((name) => [name, 'passed'] as const),
  ])('of an element <%s> is: %s', async (element, expected) => {
    expect(await outcomeOf(`<testcase name="a"><${element}/></testcase>`)).toBe(expected);
  });

  it.each(['failed', 'FAILED', 'fail', 'failure', 'error', 'errored', 'broken', 'Timed out', 'not ok', 'aborted'])(
    'status="%s" counts as failed, whatever else is there',
    async (status) => {
      expect(await outcomeOf(`<testcase name="a" status="${status}"/>`)).toBe(`failed: status="${status}"`);
      expect(await outcomeOf(`<testcase name="a" result="${status}"><skipped/></testcase>`)).toMatch(/^failed/);
    },
  );

  it.each([
    'disabled',
    'skipped',
    'notrun',
    'not-run',
    'NOT_RUN',
    'ignored',
    'pending',
    'todo',
    'inconclusive',
    'cancelled',
  ])('status="%s" counts as not run', async (status) => {
    expect(await outcomeOf(`<testcase name="a" status="${status}"/>`)).toBe(`not-run: status="${status}"`);
    expect(await outcomeOf(`<testcase name="a" status="${status}"><failure/></testcase>`)).toMatch(/^failed/);
  });

  it.each(['passed', 'PASS', 'Success', 'ok', 'run', 'completed', '', ' '])(
    'status="%s" leaves it a pass',
    async (status) => {
      expect(await outcomeOf(`<testcase name="a" status="${status}"/>`)).toBe('passed');
    },
  );

  it.each(['maybe', 'passed with warnings', '3', 'unknown'])(
    'status="%s" is not clear enough for a pass',
    async (status) => {
      expect(await outcomeOf(`<testcase name="a" status="${status}"/>`)).toBe(
        `not-run: status="${status}" does not clearly say that it passed`,
      );
    },
  );

  it.each([
    ['failure="1 == 2"', 'failed: 1 == 2'],
    ['failure=""', 'failed: It has the attribute failure.'],
    ['error="false"', 'passed'],
    ['failures="1"', 'failed: failures="1"'],
    ['failures="0" errors="0"', 'passed'],
    ['failures="" errors=" 0.0 "', 'passed'],
    ['failures="none" errors="false"', 'passed'],
    ['failures="00" errors="0.00"', 'passed'],
    ['failures="10"', 'failed: failures="10"'],
    ['errors="05"', 'failed: errors="05"'],
    ['failures="1 of 2"', 'failed: failures="1 of 2"'],
    ['errors="many"', 'failed: errors="many"'],
    ['errors="-1"', 'failed: errors="-1"'],
    ['success="Failed"', 'failed: success="Failed"'],
    ['passed="skipped"', 'not-run: passed="skipped"'],
    ['passed="3" successful="yes"', 'passed'],
    ['run="no"', 'not-run: run="no"'],
    ['executed="aborted"', 'failed: executed="aborted"'],
    ['executed="true" run="2026-11-20"', 'passed'],
    ['skipped=" TRUE "', 'not-run: skipped=" TRUE "'],
    ['ignored="1"', 'not-run: ignored="1"'],
    ['disabled="because of TTA"', 'not-run: disabled="because of TTA"'],
    ['skipped="" disabled=" No " ignored="0" pending="n"', 'passed'],
    ['skipped=" "', 'passed'],
    ['success="false"', 'failed: success="false"'],
    ['success="true"', 'passed'],
    ['executed="false"', 'not-run: executed="false"'],
    ['skipped="true"', 'not-run: skipped="true"'],
    ['skipped="false" state="finished"', 'passed'],
    ['state="failed"', 'failed: state="failed"'],
    ['status="skipped" result="failed"', 'failed: result="failed"'],
    ['Status="Failed"', 'failed: status="Failed"'],
    ['x:result="failed" xmlns:x="urn:x"', 'failed: result="failed"'],
    ['xmlns:failed="urn:x"', 'passed'],
    ['failed="true"', 'failed: failed="true"'],
    ['aborted="true"', 'failed: aborted="true"'],
    ['timedOut="true"', 'failed: timedout="true"'],
    ['timed-out="yes"', 'failed: timed-out="yes"'],
    ['isFailed="1"', 'failed: isfailed="1"'],
    ['hasCrashed="at start"', 'failed: hascrashed="at start"'],
    ['crashes="2"', 'failed: crashes="2"'],
    ['crashed=""', 'failed: crashed=""'],
    ['exitCode="137"', 'failed: exitcode="137"'],
    ['exitCode="-11"', 'failed: exitcode="-11"'],
    ['exitCode="0 (success)" returnCode="exit 0"', 'passed'],
    ['exitCode="x1" returnCode="1x" exitStatus="- 1"', 'passed'],
    ['exitCode=" 1 "', 'failed: exitcode=" 1 "'],
    ['failxmlns="urn:x" xmlns="urn:failed" XMLNS:failed="1"', 'passed'],
    ['x:failed="no" failed="yes" xmlns:x="urn:x"', 'failed: failed="yes"'],
    ['notxmlns:failed="yes" xmlns:notxmlns="urn:x"', 'failed: failed="yes"'],
    ['timeout="one-minute" hasTimeout="30"', 'passed'],
    ['broken="yes"', 'failed: broken="yes"'],
    ['expected-failure="true"', 'not-run: expected-failure="true"'],
    ['todo="later"', 'not-run: todo="later"'],
    ['xfail="TTA-1"', 'not-run: xfail="TTA-1"'],
    ['failed="false" aborted="0" timedOut="no" isFailed="n" broken="none"', 'passed'],
    ['todo="" timeout="30" timeouts="0"', 'passed'],
    ['timeout="true"', 'failed: timeout="true"'],
    ['ok="false"', 'failed: ok="false"'],
    ['ok="true" green="yes" completed="true"', 'passed'],
    ['green="no"', 'failed: green="no"'],
    ['completed="false"', 'not-run: completed="false"'],
  ])('the attribute %s → %s', async (attributes, expected) => {
    expect(await outcomeOf(`<testcase name="a" ${attributes}/>`)).toBe(expected);
  });
});

describe('a name that is made of words for an outcome', () => {
  it.each([
    ...[
      'isPassed="false"',
      'wasSuccessful="no"',
      'is_ok="0"',
      'failureMessage="x"',
      'error-message="x"',
      'failureCount="1"',
      'failed_assertions="2"',
      'testsFailed="1"',
      'unstable="true"',
      'hung="1"',
      'failed=""',
      'testStatus="failed"',
      'expectedStatus="failed"',
      'exit-code="1"',
      'xpassed="true"',
    ].map((attribute) => [attribute, 'failed'] as const),
    ...['wasExecuted="false"', 'skipReason="later"', 'skippedTests="1"', 'knownIssue="A-1"', 'quarantined="true"'].map(
      (attribute) => [attribute, 'not-run'] as const,
    ),
    ...[
      'failureMessage=""',
      'failureCount="0"',
      'failed="0.0"',
      'skipReason=""',
      'testTimeout="30"',
      'exitCode="0"',
      'isPassed="true"',
      'errorRate="3"',
      'casesensitive="true"',
      'testrun="7"',
    ].map((attribute) => [attribute, 'passed'] as const),
  ])('as an attribute: %s → %s', async (attribute, expected) => {
    expect((await outcomeOf(`<testcase name="a" ${attribute}/>`)).split(':')[0]).toBe(expected);
  });

  it.each([
    ['<assertion-failure/>', 'failed'],
    ['<testFailure>x</testFailure>', 'failed: x'],
    ['<unexpectedSuccess/>', 'failed'],
    ['<status>failed</status>', 'failed: status="failed"'],
    ['<result value="skipped"/>', 'not-run: result="skipped"'],
    ['<result status="ok"><failure/></result>', 'failed'],
    ['<result status="ok"><flakyFailure/></result>', 'passed flaky'],
    ['<result status="ok"><span>in 3 s</span></result>', 'passed'],
    ['<status>failed</status><result>skipped</result>', 'failed: status="failed"'],
    ['<failed-steps>0</failed-steps>', 'passed'],
    ['<passed>false</passed>', 'failed: passed="false"'],
    ['<status>passed</status>', 'passed'],
    ['<status>released</status>', 'passed'],
    ['<failure-message/>', 'passed'],
    ['<error-output>x</error-output>', 'passed'],
  ])('as an element: %s → %s', async (element, expected) => {
    expect(await outcomeOf(`<testcase name="a">${element}</testcase>`)).toBe(expected);
  });

  it.each(['failureCount', 'tests-failed', 'failure', 'error', 'totalErrors', 'isFailed', 'hung', 'exitCode'])(
    'as a count of a suite: %s="1"',
    async (name) => {
      const { results } = await read(`<testsuite name="s" ${name}="1"><testcase name="a"/></testsuite>`);
      expect(results.map(({ outcome }) => outcome)).toEqual(['passed', 'failed']);
      const none = await read(`<testsuite name="s" ${name}="0"><testcase name="a"/></testsuite>`);
      expect(none.results).toHaveLength(1);
      const same = await read(
        `<testsuite name="s" failures="1" ${name}="1"><testcase name="a"><failure/></testcase></testsuite>`,
      );
      expect(same.results).toHaveLength(1);
    },
  );

  it('as a count of a suite that counts its tests: those that did not run', async () => {
    const { results } = await read('<testsuite name="s" tests="1" untested="1"><testcase name="a"/></testsuite>');
    expect(results.map(({ outcome }) => outcome)).toEqual(['passed', 'not-run']);
  });
});

describe('a property of the case that tells of an expected failure', () => {
  const property = (name: string, value: string) =>
    `<properties><property name="${name}" value="${value}"/></properties>`;

  it.each(['fail', 'fixme', 'skip', 'xfail', 'Fail', 'expected-failure', 'expectedFailure', 'known-failure', 'todo'])(
    '%s',
    async (name) => {
      expect(await outcomeOf(`<testcase name="a">${property(name, 'TRANSIT-118')}</testcase>`)).toBe(
        `not-run: Its property '${name}' says that no pass is expected: TRANSIT-118`,
      );
      expect(await outcomeOf(`<testcase name="a">${property(name, '')}</testcase>`)).toBe(
        `not-run: Its property '${name}' says that no pass is expected`,
      );
      expect(await outcomeOf(`<testcase name="a">${property(name, 'x')}<failure message="m"/></testcase>`)).toBe(
        'failed: m',
      );
      expect(await outcomeOf(`<testcase name="a">${property(name, 'x')}<skipped message="m"/></testcase>`)).toBe(
        'not-run: m',
      );
      expect(await outcomeOf(`<testcase name="a">${property(name, 'false')}</testcase>`)).toBe('passed');
    },
  );

  it.each(['tag', 'tags', 'label', 'labels', 'mark', 'marks', 'marker', 'markers', 'annotation', 'annotations'])(
    'in a list: %s',
    async (name) => {
      expect(await outcomeOf(`<testcase name="a">${property(name, 'slow, @skip')}</testcase>`)).toBe(
        `not-run: Its property '${name}' says that no pass is expected: slow, @skip`,
      );
      expect(await outcomeOf(`<testcase name="a">${property(name, 'slow, failover')}</testcase>`)).toBe('passed');
    },
  );

  it('is told without the space around it', async () => {
    expect(await outcomeOf(`<testcase name="a">${property(' fail ', ' TRANSIT-118 ')}</testcase>`)).toBe(
      "not-run: Its property 'fail' says that no pass is expected: TRANSIT-118",
    );
  });

  it.each(['shippingMarks', 'marksAndNumbers'])('is no field of the goods such as %s', async (name) => {
    expect(await outcomeOf(`<testcase name="a">${property(name, 'skip 2')}</testcase>`)).toBe('passed');
  });

  it('is none where another property only begins like it, or the suite has it', async () => {
    expect(
      await outcomeOf(`<testcase name="a">${property('failover', 'x') + property('issue', 'fail')}</testcase>`),
    ).toBe('passed');
    expect(await outcomeOf(`${property('fail', 'x')}<testcase name="a"/>`)).toBe('passed');
  });
});

describe('attributes in capitals or with a prefix', () => {
  it('are read as those without', async () => {
    const xml = `<testsuite x:NAME="s" TimeStamp="2026-07-01T12:00:00Z" xmlns:x="urn:x"><testcase NAME="a" x:ClassName="c" TIME="1.5">
      <properties><property Name="fail" VALUE="x"/></properties></testcase></testsuite>`;
    const { results } = await read(`<testsuites>${xml}</testsuites>`);
    expect(results[0]).toMatchObject({
      name: 'a',
      className: 'c',
      duration: 1500,
      outcome: 'not-run',
      suite: { name: 's', timestamp: '2026-07-01T12:00:00Z' },
    });
  });
});

describe('the message of a case', () => {
  it('is the first line of the first failure that has one, cleaned and cut to 300 characters', async () => {
    const clef = '\u{1D11E}';
    const xml = `<testcase name="a"><failure message="  "/><error message="one&#10;two"/><failure message="three"/></testcase>`;
    expect(await outcomeOf(xml)).toBe('failed: one');
    expect(await outcomeOf('<testcase name="a"><failure message="a&#x9;b&#x85;c&#x7f;d"/></testcase>')).toBe(
      'failed: a b c d',
    );
    const long = (await outcomeOf(`<testcase name="a"><failure message="${clef.repeat(400)}"/></testcase>`)).slice(8);
    expect(Array.from(long)).toHaveLength(300);
    expect(long.endsWith(`${clef}…`)).toBe(true);
  });

  it('comes from the failure when there is also a reason for skipping', async () => {
    const xml = '<testcase name="a"><skipped message="why"/><failure>\n\n  because\n</failure></testcase>';
    expect(await outcomeOf(xml)).toBe('failed: because');
  });
});

describe('what a tool puts into a case', () => {
  it.each([
    ['<step name="send" status="failed"/>', 'failed: Its <step> has status="failed"'],
    ['<assertions><assertion result="Failed"/></assertions>', 'failed: Its <assertion> has result="Failed"'],
    ['<x:step xmlns:x="u" Outcome="ERROR">text</x:step>', 'failed: Its <step> has outcome="ERROR"'],
    ['<entry status="failed"/>', 'failed: Its <entry> has status="failed"'],
    ['<step status="passed"/><step status="skipped"/><response status="202"/>', 'passed'],
    // Failed tries beside a final pass.
    ['<attempt status="failed"/><retry><step status="failed"/></retry>', 'failed: Its <step> has status="failed"'],
    ['<attempt status="failed"/><previousRun result="failed"/>', 'passed'],
  ])('%s', async (content, outcome) => {
    expect(await outcomeOf(`<testcase name="a">${content}</testcase>`)).toBe(outcome);
  });

  it.each([
    ['test_status', 'FAIL', 'failed'],
    ['testResult', 'Failed', 'failed'],
    ['outcome', 'inconclusive', 'not-run'],
    ['final-status', 'aborted', 'failed'],
    ['outcome', 'passed', 'passed'],
    ['outcome', 'released', 'passed'],
    // Those of a movement, or of a message to HMRC.
    ['status', 'Failed', 'passed'],
    ['state', 'rejected', 'passed'],
    ['messageStatus', 'Failed', 'passed'],
    ['controlOutcome', 'Failed', 'passed'],
    ['outcomeOfControl', 'Failed', 'passed'],
  ])('a property %s of %s', async (name, value, outcome) => {
    const property = `<properties><property name="${name}" value="${value}"/></properties>`;
    expect(await outcomeOf(`<testcase name="a">${property}</testcase>`)).toMatch(new RegExp(`^${outcome}`));
  });
});
