import { describe, expect, it } from 'vitest';
import { nextForDisputed, whyDisputed } from '../../src/matching/findings.ts';
import type { Place } from '../../src/matching/decide.ts';
import { scenarioFinder } from '../../src/requirements/scenario-number.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { StatementBudget } from '../../src/statements/budget.ts';
import { matched } from './matched.ts';

const placeOf = (text: string): Place => ({ kind: 'name', text, numbers: scenarioFinder(ncts5)(text), claims: true });

describe('what is wrong with a result', () => {
  it('that a suite declares is told in its own words and at its line, or in ours', async () => {
    const report = (inner: string) =>
      `<testsuites>\n<testsuite name="s" tests="1" failures="1"><testcase name="a"/>${inner}</testsuite></testsuites>`;
    const { findings } = await matched(report(''));
    expect(findings).toMatchObject([
      { kind: 'counts', severity: 'error', place: { file: 'results/report.xml', line: 2 } },
    ]);
    expect(findings[0]?.message).toMatch(
      /^The suite "s" .* Which scenario that concerns can't be told from its names\./,
    );
    const nameless = await matched('<testsuite name="s"><testcase name=""><failure/></testcase></testsuite>');
    expect(nameless.findings[0]?.message).toMatch(/^A test without a name failed\. Which scenario/);
  });

  it.each([
    ['whose places disagree', '<testcase name="DSGB1 and DSGB2: x" classname="c"/>', 'ambiguous'],
    ['that only looks like one', '<testcase name="testDsgb1Released"/>', 'look-alike'],
    [
      'beside a container that passed',
      '<testcase name="DSGB1: x" classname="c"/><testcase name="y" classname="c"><failure/></testcase>',
      'counts',
    ],
  ])('%s stands at its line', async (_, tests, kind) => {
    const { findings } = await matched(`<testsuites>\n<testsuite name="s">\n${tests}</testsuite></testsuites>`);
    expect(findings.filter((one) => one.kind === kind)).toMatchObject([
      { place: { file: 'results/report.xml', line: 3 } },
    ]);
  });

  it('is no look-alike where the text has a number as well', async () => {
    const { findings } = await matched(
      '<testsuite name="s"><testcase name="DSGB1 and Dsgb2 and DSXI1 x"/></testsuite>',
    );
    expect(findings.map(({ kind }) => kind)).toEqual(['ambiguous']);
  });

  it('is no test beside a container where a suite only declares a failure', async () => {
    const { findings } = await matched(
      '<testsuite name="s" failures="1"><testcase name="DSGB1: x" classname=""/></testsuite>',
    );
    expect(findings).toEqual([]);
  });
});

describe('a result that counts for none', () => {
  it('has no example to lead with where no scenario is meant', () => {
    const because = [placeOf('DSGB99')];
    expect(nextForDisputed({ rule: 'nothing', because, fails: [] })).toBe(
      "Lead with the number and a colon or give the test a property 'scenario'.",
    );
    expect(nextForDisputed({ rule: 'look-alike', because, fails: [] })).toBe(
      'Write the number in full and in capitals, or take it out of the name.',
    );
    expect(nextForDisputed({ rule: 'nothing', because: [], fails: [] })).toBe(
      "Lead with the number and a colon or give the test a property 'scenario'.",
    );
    expect(nextForDisputed({ rule: 'nothing', because: [], fails: ['DSGB1'] })).toBe(
      "Lead with the number and a colon ('DSGB1: …') or give the test a property 'scenario'.",
    );
  });

  it.each([
    ['DSGB1 and DSXI1 x', "it names DSGB1 and DSXI1 and doesn't say which it is"],
    ['testDsgb1Released', "'Dsgb1' is no number that can be relied on"],
  ])('says why: %s', (text, why) => {
    expect(whyDisputed({ rule: 'nothing', because: [placeOf(text)] })).toBe(why);
  });
});

describe('what is kept of the statements of a run', () => {
  const stating = '<system-out>MRN=26GB0000EXAMPLE1J9&#10;LRN=ORDER-1</system-out>';
  const suite = (tests: string, inner = '') => `<testsuite name="s">${tests}${inner}</testsuite>`;
  /** How much of the budget a report takes. */
  const taken = async (xml: string) => {
    const budget = new StatementBudget();
    const before = budget.left;
    await matched(xml, { budget });
    return before - budget.left;
  };

  it('is what tests of a scenario state, and nothing of the others', async () => {
    expect(await taken(suite(`<testcase name="DSGB1: x">${stating}</testcase>`))).toBe(2);
    expect(await taken(suite(`<testcase name="x">${stating}</testcase>`))).toBe(0);
    expect(await taken(suite('<testcase name="x"/>', stating))).toBe(2);
  });

  it('is what those state that a suite gives its scenario to in the end', async () => {
    const given = '<properties><property name="scenario" value="DSGB1"/></properties>';
    expect(await taken(suite(`<testcase name="x">${stating}</testcase>`, given))).toBe(3);
  });

  it('is nothing of a test that turns out to be of none', async () => {
    expect(await taken(suite(`<testcase name="testDsgb99">${stating}</testcase>`))).toBe(0);
    expect(await taken(suite(`<testcase name=""><failure/>${stating}</testcase>`))).toBe(0);
  });
});

it('a place that mentions the only number is the one that decided', async () => {
  const { attempts } = await matched('<testsuite name="goods (DSGB1) move"><testcase name="released"/></testsuite>');
  expect(attempts.map(({ decision }) => decision?.because.map(({ kind }) => kind))).toEqual([['suite']]);
  const both = await matched('<testsuite name="goods (DSGB1) move"><testcase name="is DSGB1 so"/></testsuite>');
  expect(both.attempts.map(({ decision }) => decision?.because.map(({ kind }) => kind))).toEqual([['name']]);
});
