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
    ['<testcase name="a"><rerunFailure/></testcase>', 'passed flaky'],
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
    ...['rerunFailure', 'rerunError', 'flakyFailure', 'flakyError'].map((name) => [name, 'passed flaky'] as const),
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
  ])('the attribute %s → %s', async (attributes, expected) => {
    expect(await outcomeOf(`<testcase name="a" ${attributes}/>`)).toBe(expected);
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
