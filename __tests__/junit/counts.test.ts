import { describe, expect, it } from 'vitest';
import { read, suite } from './reading.ts';

const pass = '<testcase name="a"/>';
/** Two tests, one of them not listed. */
const inner = (name: string): string => `<testsuite name="${name}" tests="2" failures="0">${pass}</testsuite>`;
const fail = '<testcase name="b"><failure/></testcase>';

describe('failures that a suite declares beyond its cases', () => {
  it.each([
    ['no case at all, as newman writes it', '', 'name="DSGB1" tests="0" failures="0" errors="2"', 2],
    ['one more than listed', pass + fail, 'name="DSGB1" tests="2" failures="2"', 1],
    ['failures and errors together', pass, 'name="DSGB1" failures="1" errors="1"', 2],
    ['failed in place of failures', pass, 'name="DSGB1" failed="3"', 3],
    ['failed beside failures', pass, 'name="DSGB1" failures="0" failed="1"', 1],
    ['a capital', pass, 'name="DSGB1" Failures="1"', 1],
    ['in two digits', pass, 'name="DSGB1" failures="12"', 12],
    [
      'an attempt that is not one of a flaky pass',
      '<testcase name="a"><flakyError/></testcase>',
      'name="DSGB1" failures="2"',
      2,
    ],
    ['a prefix', pass, 'name="DSGB1" j:errors="1"', 1],
    ['crashes and timeouts together', pass, 'name="DSGB1" crashes="1" timeouts="1"', 2],
    ['a count under another name, in two digits', pass, 'name="DSGB1" failureCount="12"', 12],
    ['assertions, of which nobody knows how many tests they are', pass, 'name="DSGB1" failedAssertions="7"', 1],
    ['words in another count', pass, 'name="DSGB1" failures="1" failedTests="some"', 1],
    ['a number behind words in another count', pass, 'name="DSGB1" failures="1" failedTests="about 2"', 1],
    ['a number before words in another count', pass, 'name="DSGB1" failures="1" failedTests="2 of 3"', 1],
  ])('%s', async (_, cases, attributes, count) => {
    const { results, file } = await read(suite(cases, attributes));
    const declared = results.filter((result) => result.declared !== undefined);
    const said = count === 1 ? 'one failure or error' : `${count} failures or errors`;
    expect(declared).toEqual([
      expect.objectContaining({
        declared: 'failures',
        outcome: 'failed',
        line: 3,
        name: `The suite "DSGB1" declares ${said} more than its cases show`,
      }),
    ]);
    expect(declared[0]?.suite?.name).toBe('DSGB1');
    expect(file.problem).toBeUndefined();
    expect(file.cases).toBe((cases.match(/<testcase/g) ?? []).length);
  });

  it.each([
    'failures="many"',
    'failures="-1"',
    'failedTests="many"',
    'failedTests="-1"',
    'failedTests="2 of 3"',
    'failureCount="x"',
    'numberOfFailures="x"',
    'broken="many"',
    'failNumber="DSGB1, DSGB2"',
  ])('%s, which is no number, so that nobody can say that there were none', async (count) => {
    const { outcomes, file } = await read(suite(pass, `name="DSGB1" ${count}`));
    const why = 'has a count of failures or errors that is not a number, but none of its cases did';
    expect(outcomes).toEqual(['a: passed', `<The suite "DSGB1" ${why}: failed>`]);
    // Names of attributes are read in any letter case.
    const [name = '', value = ''] = count.split(/(?==)/);
    const message = `The suite "DSGB1" has counts that are not whole numbers: ${name.toLowerCase()}${value}.`;
    expect(file.remarks).toMatchObject([{ message }]);
    // One that fails is listed: the count may mean that one.
    expect((await read(suite(pass + fail, `name="DSGB1" ${count}`))).outcomes).toEqual(['a: passed', 'b: failed']);
  });

  it.each([
    'failedTests="1.0"',
    'failNumber="1"',
    'failed-num="1"',
    'errorNumber="1"',
    'failures-sum="1"',
    'errorNo="1"',
    'noOfFailures="1"',
    'nrOfErrors="1"',
    'failedCnt="1"',
  ])('%s', async (count) => {
    const { outcomes } = await read(suite(pass, `name="DSGB1" ${count}`));
    const why = 'declares one failure or error more than its cases show';
    expect(outcomes).toEqual(['a: passed', `<The suite "DSGB1" ${why}: failed>`]);
  });

  it.each([
    ['all listed', pass + fail, 'failures="1"'],
    ['words for zero', pass, 'failures="none" failedTests="no" failedCount="n" broken="false"'],
    ['a reason for what did not run', pass, 'skippedTests="by hand"'],
    ['fewer declared than listed', fail + fail, 'failures="0" errors="1"'],
    ['blank counts', pass, 'failures="" errors=" "'],
    ['a count of skipped ones in words', pass, 'skippedTests="a1" skippedCount="1a"'],
    [
      'each failure of one case counted',
      '<testcase name="a"><failure/><error/><failure/></testcase>',
      'failures="2" errors="1"',
    ],
    [
      'each try counted (Surefire 3)',
      '<testcase name="a"><failure/><rerunFailure/><rerunFailure/></testcase>',
      'failures="3" tests="3"',
    ],
    [
      'tries of a flaky pass counted',
      '<testcase name="a"><flakyFailure/><flakyError/></testcase>',
      'failures="2" tests="3"',
    ],
    ['a flaky pass counted once', '<testcase name="a"><flakyFailure/><flakyError/></testcase>', 'failures="1"'],
    ['a failure by status', '<testcase name="a" status="failed"/>', 'failures="1"'],
    ['several assertions of one failed case', fail, 'failedAssertions="7"'],
    ['a number that is a limit or explains', pass, 'testTimeout="30" errorType="5"'],
  ])('%s: nothing beyond', async (_, cases, attributes) => {
    const { outcomes } = await read(suite(cases, attributes));
    expect(outcomes.filter((text) => text.startsWith('<'))).toEqual([]);
  });

  it('knows tries and flaky passes of inner suites, too', async () => {
    const flaky = '<testsuite><testcase name="a"><flakyFailure/><flakyError/></testcase></testsuite>';
    for (const counts of ['failures="1"', 'failures="2"', 'tests="3"']) {
      expect((await read(`<testsuites ${counts}>${flaky}</testsuites>`)).outcomes).toEqual(['a: passed (flaky)']);
    }
    for (const counts of ['failures="3"', 'tests="2"']) {
      expect((await read(`<testsuites ${counts}>${flaky}</testsuites>`)).outcomes).toHaveLength(2);
    }
  });

  it('says it once, at the suite nearest to the missing case', async () => {
    const short = '<testsuite name="inner" failures="2"><testcase name="a"/></testsuite>';
    const xml = `<testsuites failures="3"><testsuite name="outer" failures="2">${short}</testsuite>${fail}</testsuites>`;
    expect((await read(xml)).outcomes).toEqual([
      'a: passed',
      '<The suite "inner" declares 2 failures or errors more than its cases show: failed>',
      'b: failed',
    ]);
  });

  it('takes failure and error elements of the suite itself for a failure', async () => {
    const { results } = await read(suite(`${pass}<error message="collection failed"/>`, 'name="pytest" errors="1"'));
    expect(results.slice(1)).toEqual([
      expect.objectContaining({ declared: 'failures', outcome: 'failed', message: 'collection failed' }),
    ]);
  });

  it.each(['status="failed"', 'result="Broken"', 'success="false"', 'success=" False "'])(
    'takes %s of a suite for a failure',
    async (claim) => {
      const { outcomes } = await read(suite(pass, `name="DSGB1" ${claim}`));
      expect(outcomes).toEqual([
        'a: passed',
        `<The suite "DSGB1" says that it failed (${claim}), but none of its cases did: failed>`,
      ]);
      expect((await read(suite(fail, claim))).outcomes).toEqual(['b: failed']);
    },
  );

  it.each(['success="true"', 'success="12"', 'parallel="false"', 'status="strange"', 'passed="0"', 'state=" "'])(
    'takes %s of a suite for no failure',
    async (attributes) => {
      expect((await read(suite(pass, `name="DSGB1" ${attributes}`))).outcomes).toEqual(['a: passed']);
    },
  );
});

describe('tests that a suite declares beyond those it lists', () => {
  it.each([
    ['none listed', '', 'name="DSGB1" tests="3"', '3 tests'],
    ['one left out', pass, 'name="DSGB1" tests="2" skipped="0"', 'one test'],
    ['more left out than skipped', pass, 'name="DSGB1" tests="4" skipped="1" disabled="1"', 'one test'],
  ])('%s', async (_, cases, attributes, count) => {
    const { results } = await read(suite(cases, attributes));
    expect(results.at(-1)).toMatchObject({
      declared: 'tests',
      outcome: 'not-run',
      name: `The suite "DSGB1" declares ${count} more than it lists`,
    });
  });

  it.each([
    ['counted and listed', pass + fail, 'tests="2"'],
    ['more listed than declared (newman)', pass + fail, 'tests="1"'],
    ['skipped and not listed', pass, 'tests="3" skipped="1" ignored="1"'],
    ['skipped and listed', `${pass}<testcase name="s"><skipped/></testcase>`, 'tests="2" skipped="1"'],
  ])('%s: nothing beyond', async (_, cases, attributes) => {
    expect((await read(suite(cases, attributes))).outcomes.filter((text) => text.startsWith('<'))).toEqual([]);
  });

  it('holds nothing against an outer suite that an inner one lists beyond its own count', async () => {
    const crowded = `<testsuite tests="1">${pass}${pass}</testsuite>`;
    const { outcomes } = await read(`<testsuites tests="3"><testsuite name="x">${crowded}</testsuite></testsuites>`);
    expect(outcomes.slice(2)).toEqual(['<The testsuites of line 1 declares one test more than it lists: not-run>']);
  });

  it('says how many tests were skipped and are not listed', async () => {
    const { file } = await read(suite(pass, 'name="x" tests="3" skipped="2"'));
    expect(file.remarks?.map(({ message }) => message)).toEqual([
      'The suite "x" had 2 tests skipped that it does not list.',
    ]);
  });

  it('lets an outer suite explain what was skipped, but each skip only once (mocha-junit-reporter)', async () => {
    const one = await read(`<testsuites tests="2" skipped="1">${inner('x')}</testsuites>`);
    expect(one.outcomes).toEqual(['a: passed']);
    expect(one.file.remarks?.map(({ message }) => message)).toEqual([
      'The suite "x" had a test skipped that it does not list.',
    ]);
    const two = await read(`<testsuites tests="4" skipped="1">${inner('x')}${inner('y')}</testsuites>`);
    expect(two.outcomes.filter((text) => text.startsWith('<'))).toEqual([
      '<The suite "x" declares one test more than it lists: not-run>',
    ]);
    const nested = await read(
      `<testsuites skipped="1"><testsuite skipped="1">${inner('x')}${inner('y')}</testsuite></testsuites>`,
    );
    expect(nested.outcomes.filter((text) => text.startsWith('<'))).toHaveLength(1);
  });

  it.each([
    ['one passes and is counted as skipped', pass, 'name="DSGB1" tests="1" skipped="1"', 'one skipped test'],
    ['two do, and one that is not listed', pass + pass, 'name="DSGB1" tests="3" disabled="3"', '2 skipped tests'],
  ])('says it when more were skipped than shows: %s', async (_, cases, attributes, skipped) => {
    const { results } = await read(suite(cases, attributes));
    expect(results.at(-1)).toMatchObject({
      declared: 'tests',
      outcome: 'not-run',
      name: `The suite "DSGB1" declares ${skipped} more than its cases show`,
    });
  });

  it.each([
    ['skips are counted and tests are not', pass, 'skipped="2"'],
    [
      'skips are counted under two names',
      '<testcase name="s"><skipped/></testcase>',
      'tests="1" skipped="1" ignored="1"',
    ],
    ['more is skipped than declared', '<testcase name="s"><skipped/></testcase>', 'tests="1" skipped="0"'],
  ])('says nothing when %s', async (_, cases, attributes) => {
    expect((await read(suite(cases, attributes))).outcomes.filter((text) => text.startsWith('<'))).toEqual([]);
  });

  it.each([
    ['an element of its own', `<skipped/>${pass}`, ''],
    ['status="skipped"', pass, 'status="skipped"'],
    ['result="Not Run"', pass + fail, 'result="Not Run"'],
  ])('says it when the suite says by %s that it was not run', async (how, cases, attributes) => {
    const { results } = await read(suite(cases, `name="DSGB1" ${attributes}`));
    const name = `The suite "DSGB1" declares by ${how} that it was not run, but none of its cases shows it`;
    expect(results.at(-1)).toMatchObject({ declared: 'tests', outcome: 'not-run', name });
  });

  it('believes a suite that says it was not run and shows it', async () => {
    const { outcomes } = await read(suite('<skipped/><testcase name="s"><skipped/></testcase>', 'status="skipped"'));
    expect(outcomes).toEqual(['s: not-run']);
  });

  it("knows that pytest doesn't list subtests, unless it lists nothing at all", async () => {
    const { outcomes, file } = await read(suite(pass, 'name="pytest" tests="5" failures="0"'));
    expect(outcomes).toEqual(['a: passed']);
    expect(file.remarks?.[0]?.message).toContain('lists 1 of 5 tests');
    const renamed = `<testsuites name="pytest tests"><testsuite name="DSGB1" tests="5">${pass}</testsuite></testsuites>`;
    expect((await read(renamed)).outcomes).toEqual(['a: passed']);
    expect((await read(suite('', 'name="pytest" tests="5"'))).outcomes).toHaveLength(1);
  });
});

describe('a root that counts something else', () => {
  const root = (inside: string, counts: string) =>
    read(`<testsuites name="Trader Test" ${counts}>${inside}</testsuites>`);
  const sound = (name: string, cases: string) =>
    `<testsuite name="${name}" tests="${cases.split('<testcase').length - 1}" failures="0" errors="0">${cases}</testsuite>`;

  it('is told, where each suite agrees with itself: newman counts its scripts', async () => {
    const { outcomes, file } = await root(sound('a', '') + sound('b', pass) + sound('c', pass + pass), 'tests="9"');
    expect(outcomes).toEqual(['a: passed', 'a: passed', 'a: passed']);
    expect(file.remarks).toEqual([
      {
        kind: 'counts',
        severity: 'notice',
        message:
          'The suite "Trader Test" counts 9 tests where its suites list 3, as each of them says: it counts something else, ' +
          'such as scripts.',
        place: { file: 'results/report.xml', line: 1 },
      },
    ]);
  });

  it.each([
    ['a suite doesn’t count', `<testsuite name="a">${pass}</testsuite>`],
    ['a suite declares more than it lists', `<testsuite name="a" tests="2">${pass}</testsuite>`],
    [
      'a suite inside of one doesn’t count',
      `<testsuite name="a" tests="1"><testsuite name="b">${pass}</testsuite></testsuite>`,
    ],
    ['there are no suites', ''],
  ])('is not believed where %s', async (_, inside) => {
    expect((await root(inside, 'tests="9"')).outcomes).toContainEqual(
      expect.stringMatching(/^<The suite "Trader Test" declares \d tests more than it lists: not-run>$/),
    );
  });

  it.each([
    ['a root that is one suite', `<testsuite name="all" tests="9">${sound('a', pass)}</testsuite>`],
    [
      'suites inside of others',
      `<testsuites><testsuites name="all" tests="9">${sound('a', pass)}</testsuites></testsuites>`,
    ],
  ])('is not %s', async (_, xml) => {
    expect((await read(xml)).outcomes.at(-1)).toBe('<The suite "all" declares 8 tests more than it lists: not-run>');
  });

  it('is not believed where its skips explain what a suite does not list', async () => {
    const { outcomes } = await root(`<testsuite name="a" tests="2">${pass}</testsuite>`, 'tests="9" skipped="1"');
    expect(outcomes).toEqual([
      'a: passed',
      expect.stringMatching(/^<The suite .* declares .* more than it lists: not-run>$/),
      expect.stringMatching(/^<The suite .* declares .* more than it lists: not-run>$/),
    ]);
  });

  it('is believed in failures and errors all the same', async () => {
    const { outcomes } = await root(sound('a', pass), 'tests="9" errors="1"');
    expect(outcomes.at(-1)).toContain('declares one failure or error more than its cases show: failed');
  });

  it('is only the root: a suite that declares more than it lists names what its user can do', async () => {
    const { results } = await root(`<testsuite name="transit" tests="17">${pass}</testsuite>`, '');
    expect(results.at(-1)?.declared).toBe('tests');
    expect(results.at(-1)?.message).toContain('Catch2 counts assertions');
  });
});

describe('other counts of a suite', () => {
  it.each(['crashes="1"', 'aborted="2"', 'timeouts="1"', 'broken="1"', 'interrupted="1"'])(
    '%s is of failures',
    async (counts) => {
      const { outcomes } = await read(suite(pass, `name="DSGB1" tests="1" failures="0" ${counts}`));
      expect(outcomes.at(-1)).toMatch(
        /declares .* failures? or errors? more than its cases show: failed|declares one failure/,
      );
      expect((await read(suite(fail + fail, `tests="2" failures="2" ${counts}`))).outcomes).toHaveLength(2);
    },
  );

  it.each(['aborted="true"', 'Failed="yes"', 'isFailed="true"', 'ok="false"', 'passed="no"'])(
    '%s says that it failed',
    async (claim) => {
      expect((await read(suite(pass, `name="DSGB1" ${claim}`))).outcomes.at(-1)).toMatch(
        /says that it failed .*: failed>$/,
      );
    },
  );

  it.each(['skipped="true"', 'disabled="yes"', 'completed="false"', 'executed="no"'])(
    '%s says that it was not run',
    async (claim) => {
      expect((await read(suite(pass, `name="DSGB1" ${claim}`))).outcomes.at(-1)).toMatch(
        /that it was not run.*: not-run>$/,
      );
    },
  );

  it.each(['crashes="0"', 'aborted="false"', 'timeout="30"', 'completed="true"', 'disabled="no"', 'xfail="0"'])(
    '%s says nothing',
    async (claim) => {
      expect((await read(suite(pass, `name="DSGB1" tests="1" ${claim}`))).outcomes).toEqual(['a: passed']);
    },
  );
});

describe('counts that are not whole numbers', () => {
  it.each(['-1', 'NaN', 'many', '1e3', '99999999999999999999', '0x10', '1.5', 'untrue', 'no idea'])(
    'failures="%s"',
    async (count) => {
      const { file, outcomes } = await read(suite(pass, `name="DSGB1" failures="${count}"`));
      expect(file.problem).toBeUndefined();
      expect(file.remarks).toEqual([
        {
          kind: 'counts',
          severity: 'warning',
          message: `The suite "DSGB1" has counts that are not whole numbers: failures="${count}".`,
          place: { file: 'results/report.xml', line: 3 },
        },
      ]);
      // Nobody can say that there were no failures.
      expect(outcomes.at(-1)).toMatch(/^<The suite "DSGB1" has a count of failures .*: failed>$/);
    },
  );

  it('are told with at most 40 characters', async () => {
    const { file } = await read(suite(pass, `tests="${'m'.repeat(41)}"`));
    expect(file.remarks?.[0]?.message).toMatch(/tests="m{40}"\.$/);
  });

  it('are only remarked on for tests and skips', async () => {
    const { file, outcomes } = await read(suite(pass, 'tests="-3" skipped="x"'));
    expect(outcomes).toEqual(['a: passed']);
    expect(file.remarks?.[0]?.message).toContain('tests="-3", skipped="x"');
  });

  it('do not flood: a long list is cut with a word on the rest', async () => {
    const { file } = await read(suite('<testsuite tests="x"/>'.repeat(50)));
    expect(file.remarks?.length).toBeLessThan(25);
    expect(file.remarks?.at(-2)?.message).toContain('30 more');
  });

  it('reads 3.0 as 3', async () => {
    for (const one of ['1.0', '1.', '1.000', ' 01 ']) {
      expect((await read(suite(pass, `failures="${one}"`))).outcomes.at(-1)).toContain('declares one failure');
    }
  });
});
