import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../src/matching/attempt.ts';
import type { MatchOptions } from '../../src/matching/match.ts';
import { scenarios } from '../../src/requirements/ncts5/scenario-table.ts';
import { matched } from './matched.ts';

/** Where a test may name a scenario; what isn't given names none. */
interface Named {
  readonly property?: string;
  readonly name?: string;
  readonly display?: string;
  readonly className?: string;
  readonly suiteProperty?: string;
  readonly suite?: string;
  readonly outer?: string;
  readonly file?: string;
  readonly mapped?: string;
}

const property = (value: string | undefined) =>
  value === undefined ? '' : `<properties><property name="scenario" value="${value}"/></properties>`;

async function attemptsAt(named: Named, inner = ''): Promise<readonly Attempt[]> {
  const { name = 'released', className = 'c', suite = 's', outer = 'o', file = 'r.xml', mapped } = named;
  const output = named.display === undefined ? '' : `<system-out>display-name: ${named.display}\n</system-out>`;
  const test = `<testcase name="${name}" classname="${className}">${property(named.property)}${output}${inner}</testcase>`;
  const xml = `<testsuites name="${outer}"><testsuite name="${suite}">${property(named.suiteProperty)}${test}</testsuite></testsuites>`;
  const options: Partial<MatchOptions> = mapped === undefined ? {} : { mapping: [{ scenario: mapped, test: name }] };
  return (await matched(xml, { ...options, file })).attempts;
}

const counting = async (named: Named, inner = '') =>
  (await attemptsAt(named, inner)).filter(({ ambiguous }) => !ambiguous).map(({ scenario }) => scenario);
const passes = (named: Named) => counting(named);
const fails = (named: Named) => counting(named, '<failure/>');
const notRun = (named: Named) => counting(named, '<skipped/>');

describe('a pass counts for the scenario', () => {
  it.each<[string, Named, string]>([
    [
      'that its own name leads with, wherever it stands',
      { name: 'DSGB1: x', className: 'DSGB2', file: 'PSGB1.xml' },
      'DSGB1',
    ],
    ['of its property, which any text may follow', { property: 'DSGB1 of HMRC' }, 'DSGB1'],
    ['of the mapping', { mapped: 'DSGB1', suite: 'PNGB1: x' }, 'DSGB1'],
    ['that property and name agree on', { property: 'DSGB1', name: '[DSGB1] x' }, 'DSGB1'],
    ['of its display name', { name: 'x()', display: 'DSGB1: x' }, 'DSGB1'],
    [
      'that the nearest outer place leads with',
      { className: 'DSGB1Test', suite: 'DSGB2: x', outer: 'DSGB3: x' },
      'DSGB1',
    ],
    [
      'of its suite, though its name mentions another',
      { suite: 'PNGB1: x', name: 'one message more than DSGB1 has' },
      'PNGB1',
    ],
    ['of its suite, though its name mentions two', { suite: 'DSGB1: x', name: 'like DSGB2 or DSGB4' }, 'DSGB1'],
    ['of a suite’s property before its name', { suiteProperty: 'DSGB1', suite: 'DSGB2: x' }, 'DSGB1'],
    ['that is mentioned, where nothing leads', { name: 'released (DSGB1)', className: 'departures of DSGB1' }, 'DSGB1'],
    ['that a sentence begins with', { name: 'DSGB1 is released', className: 'DSGB1Test' }, 'DSGB1'],
    ['that leads beside a look-alike of the same', { name: 'testDsgb1Released', className: 'DSGB1Test' }, 'DSGB1'],
    ['that leads nearer than a look-alike', { name: 'DSGB1: x', className: 'Dsgb2Test' }, 'DSGB1'],
    ['of the file', { file: 'out/TEST-uk.co.example.DSGB1Test.xml' }, 'DSGB1'],
    ['of a name with characters that nobody sees', { name: 'DS\u00adGB\u200b1\ufe0f\u20e3: x' }, 'DSGB1'],
  ])('%s', async (_, named, scenario) => {
    expect(await passes(named)).toEqual([scenario]);
  });
});

describe('a pass counts for none', () => {
  it.each<[string, Named]>([
    ['where property and name lead with different numbers', { property: 'DSGB1', name: 'DNGB3: x' }],
    ['where a property names several', { property: 'DSGB1, DSXI1', name: 'DSGB1: x' }],
    ['where somebody gave its suite another', { suiteProperty: 'DSXI2', name: 'DSGB1: x' }],
    ['where name and display name do', { name: 'DSGB1: x', display: 'DSGB2: x' }],
    ['where a pattern hits a test that leads with another', { mapped: 'DSGB1', name: 'DNGB1: x' }],
    ['where a pattern hits a test that mentions another', { mapped: 'DSGB1', name: 'Departure (DNGB1) released' }],
    ['where a pattern hits a test that may mean another', { mapped: 'DSGB1', name: 'testDsgb2Released' }],
    ['where a sentence begins with another number than its suite', { name: 'DSGB1 has one less', suite: 'PNGB1: x' }],
    ['where several are mentioned and none leads', { name: 'like DSGB1', className: 'as DSGB2 has it' }],
    ['where a list is all there is', { name: 'DSGB1 to DSGB5' }],
    ['where a list stands in the file name', { file: 'DSGB1-14.xml' }],
    ['where a mention is beside a list further out', { name: 'like DSGB1', file: 'DSGB1-14.xml' }],
    ['where a look-alike stands nearer than what leads', { name: 'testDsgb2Rejected', className: 'DSGB1Test' }],
    ['where a property is no number', { property: 'DSGB99', className: 'DSGB1Test' }],
    ['where a version stands nearer', { name: 'with DSGB2.0.1', className: 'DSGB1Test' }],
    ['where there is only a look-alike', { name: 'DSGB-1: x' }],
    ['where there is only another', { name: 'DSGB1.0.1' }],
  ])('%s', async (_, named) => {
    expect(await passes(named)).toEqual([]);
  });

  it('and says which places disagree and how to make them agree', async () => {
    const why = async (named: Named) => {
      const { name = 'released' } = named;
      const test = `<testcase name="${name}" classname="${named.className ?? 'c'}">${property(named.property)}</testcase>`;
      const { problems } = await matched(
        `<testsuites><testsuite name="${named.suite ?? 's'}">${test}</testsuite></testsuites>`,
        {
          mapping: named.mapped === undefined ? [] : [{ scenario: named.mapped, test: name }],
        },
      );
      return problems.find(({ kind }) => kind === 'ambiguous')?.message;
    };
    expect(await why({ property: 'DSGB1', name: 'DNGB3: x' })).toBe(
      "'DNGB3: x': its property 'scenario' says DSGB1, its name says DNGB3, so it counts for none. " +
        "Make the two agree, or lead the name of the test with its number and a colon ('DSGB1: …').",
    );
    expect(await why({ mapped: 'DSGB1', name: 'Departure (DNGB1) released' })).toBe(
      "'Departure (DNGB1) released': the mapping in the configuration file says DSGB1, its name says DNGB1, so it counts " +
        'for none. Narrow the pattern in the configuration file, or correct the name of the test.',
    );
    expect(await why({ name: 'DSGB1 has one less', suite: 'PNGB1: x' })).toContain(
      "its name says DSGB1, its suite 'PNGB1: x' says PNGB1",
    );
    expect(await why({ name: 'testDsgb2Rejected', className: 'DSGB1Test' })).toBe(
      "'testDsgb2Rejected': 'Dsgb2' may mean another scenario than its class 'DSGB1Test', which says DSGB1, so it counts for " +
        "none. Write the number in full and in capitals ('DSGB2: …'), or take it out of the name.",
    );
  });
});

describe('a failure counts against', () => {
  it.each<[string, Named, readonly string[]]>([
    [
      'the scenario of its name and each that an outer place names alone',
      { name: 'DSGB1: x', className: 'DSGB2Test', file: 'DSGB3.xml' },
      ['DSGB1', 'DSGB2', 'DSGB3'],
    ],
    [
      'the scenario of its suite and the one that its name mentions',
      { suite: 'DSGB1: x', name: 'goes on as PNGB1 (see there)' },
      ['DSGB1', 'PNGB1'],
    ],
    [
      'all that its property, its name and the mapping say',
      { property: 'DSGB1', name: 'DNGB3: x', mapped: 'PSGB1' },
      ['DSGB1', 'PSGB1', 'DNGB3'],
    ],
    ['not what is mentioned after a leading number', { name: 'DSGB8: as per DSGB5' }, ['DSGB8']],
    ['each of its own list', { name: 'DSGB1 to DSGB3' }, ['DSGB1', 'DSGB2', 'DSGB3']],
    ['each of a list further out, where nothing nearer leads', { suite: 'DSGB1, DSGB2' }, ['DSGB1', 'DSGB2']],
    ['not those of a list further out than what leads', { className: 'DSGB5Test', suite: 'DSGB1, DSGB2' }, ['DSGB5']],
    ['what a look-alike may mean', { name: 'testDsgb1Released' }, ['DSGB1']],
    [
      'the scenario of its suite, though it has neither name nor class',
      { name: '', className: '', suite: 'DSGB1: x' },
      ['DSGB1'],
    ],
  ])('%s', async (_, named, expected) => {
    expect((await fails(named)).toSorted()).toEqual(expected.toSorted());
  });
});

describe('what did not run counts against', () => {
  it.each<[string, Named, readonly string[]]>([
    ['the scenario that a pass would count for', { suite: 'PNGB1: x', name: 'as DSGB1 has it' }, ['PNGB1']],
    ['each that leads, where they disagree', { property: 'DSGB1', name: 'DNGB3: x' }, ['DSGB1', 'DNGB3']],
    ['none that is only mentioned beside others', { name: 'like DSGB1 or DSGB2' }, []],
  ])('%s', async (_, named, expected) => {
    expect(await notRun(named)).toEqual(expected);
  });
});

describe('whatever the places say', () => {
  const id = fc.constantFrom(...scenarios.map((scenario) => scenario.id));
  const text = fc.oneof(
    fc.constant('released'),
    id.map((one) => `${one}: x`),
    id.map((one) => `${one} is released`),
    id.map((one) => `as per ${one}`),
    id.map((one) => `test_${one.toLowerCase()}_released`),
    fc.tuple(id, id).map(([a, b]) => `${a} and ${b}`),
    fc.tuple(id, id).map(([a, b]) => `${a}: unlike ${b}`),
    id.map((one) => `test${one.slice(0, 1)}${one.slice(1).toLowerCase()}Released`),
  );
  const named: fc.Arbitrary<Named> = fc.record(
    { property: id, name: text, className: text, suiteProperty: id, suite: text, outer: text, file: text, mapped: id },
    { requiredKeys: [] },
  );
  const runs = { numRuns: 300 };

  it('a pass counts for one or for none, and a failure for that one at least', async () => {
    await fc.assert(
      fc.asyncProperty(named, async (places) => {
        const [passed, failed] = [await passes(places), await fails(places)];
        expect(passed.length).toBeLessThanOrEqual(1);
        expect(failed).toEqual(expect.arrayContaining([...passed]));
        expect(new Set(failed).size).toBe(failed.length);
      }),
      runs,
    );
  });

  it('a pass whose own name joins two scenarios proves neither', async () => {
    await fc.assert(
      fc.asyncProperty(
        id,
        id,
        fc.constantFrom(' and ', ', ', '/', ' & ', '+', '-', ' to ', ' or '),
        async (a, b, joint) => {
          if (a === b) return;
          expect(await passes({ name: `${a}${joint}${b}` })).toEqual([]);
        },
      ),
      runs,
    );
  });

  it('another place, a property or a mapping never takes a failure away from a scenario that an own place names', async () => {
    await fc.assert(
      fc.asyncProperty(named, id, async (places, scenario) => {
        for (const own of [{ name: `${scenario}: x` }, { name: `as ${scenario} has it` }, { property: scenario }]) {
          expect(await fails({ ...places, ...own })).toContain(scenario);
        }
      }),
      runs,
    );
  });
});

it('a passed container is told of beside failed tests of its class that bear no number', async () => {
  const of = (other: string) =>
    matched(
      `<testsuites><testsuite name="s"><testcase name="DSGB1: x" classname="Spec"/>${other}</testsuite></testsuites>`,
    );
  const { problems } = await of('<testcase name="is released" classname="Spec"><failure/></testcase>');
  expect(problems.map(({ severity, message }) => [severity, message])).toEqual([
    [
      'warning',
      "'is released' failed beside 'DSGB1: x', which passed in the same class, and names no scenario: it counts against none. " +
        'If it is a part of that scenario, give it the number.',
    ],
  ]);
  expect((await of('<testcase name="is released" classname="Other"><failure/></testcase>')).problems).toEqual([]);
  expect((await of('<testcase name="is released" classname="Spec"/>')).problems).toEqual([]);
});

it('a pass that made no assertion is told of, once a report', async () => {
  const test = (name: string, count: string) => `<testcase name="${name}" classname="c" assertions="${count}"/>`;
  const told = async (inner: string) =>
    (await matched(`<testsuites><testsuite>${inner}</testsuite></testsuites>`)).problems;
  expect(await told(`${test('DSGB1: a', '0')}\n${test('DSGB1: b', '0')}\n${test('other', '0')}`)).toMatchObject([
    {
      severity: 'notice',
      message: "'DSGB1: a' passed and reports that it made no assertion (so do 1 more). Check that it tests anything.",
    },
  ]);
  expect(await told(`${test('DSGB1: a', '3')}\n${test('other', '0')}`)).toEqual([]);
});

it('a failed hook counts against every scenario of the tests in its suite', async () => {
  const hook = '<testcase name="&quot;before all&quot; hook: sign in" classname="c"><failure/></testcase>';
  const { attempts } = await matched(
    `<testsuites><testsuite name="s">${hook}<testcase name="DSGB1: x"/><testsuite name="t"><testcase name="DSGB2: x"/></testsuite></testsuite></testsuites>`,
  );
  const failed = attempts.filter(({ outcome }) => outcome === 'failed');
  expect(failed.map(({ scenario, matchedBy }) => [scenario, matchedBy])).toEqual([
    ['DSGB1', 'enclosing-suite'],
    ['DSGB2', 'enclosing-suite'],
  ]);
});
