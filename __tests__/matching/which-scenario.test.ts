import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarios } from '../../src/requirements/ncts5/scenario-table.ts';
import { matched } from './matched.ts';
import { fails, notRun, passes, type Named } from './named.ts';

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
    ['of its property, before another of its suite', { property: 'DSGB1', suiteProperty: 'DSGB2' }, 'DSGB1'],
    [
      'of its property, before another of its suite, though its name says the same',
      { property: 'DSGB1', name: 'DSGB1: x', suiteProperty: 'DSGB2' },
      'DSGB1',
    ],
    ['of the mapping, before another of its suite', { mapped: 'DSGB1', suiteProperty: 'DSGB2' }, 'DSGB1'],
    [
      'of the mapping, though its name has a number that does not exist',
      { mapped: 'DSGB1', name: 'DSGB99: x' },
      'DSGB1',
    ],
    ['that mapping and name agree on', { mapped: 'DSGB1', name: 'DSGB1: x' }, 'DSGB1'],
    [
      'of the mapping, whatever a sentence says that it prints',
      { mapped: 'DSGB1', printed: 'see scenario=DSGB2 for more' },
      'DSGB1',
    ],
    ['that its property mentions alone', { property: 'simplified (DSGB1)', suite: 'DSGB2: x' }, 'DSGB1'],
    ['of its property, though its suite has another', { property: 'DSGB1', suite: 'PNGB1: x' }, 'DSGB1'],
    [
      'of its property, though a sentence begins with it and its suite has another',
      { property: 'DSGB1', name: 'DSGB1 is released', suite: 'PNGB1: x' },
      'DSGB1',
    ],
    [
      'of its suite, whose property names several others',
      { suiteProperty: 'DSGB1 or DSGB2', suite: 'DSGB3: x' },
      'DSGB3',
    ],
    ['that a sentence says beside an MRN', { printed: 'done with scenario=DSGB1\nMRN=26GB0000EXAMPLE1J9' }, 'DSGB1'],
    [
      'that a sentence says beside the time of a message',
      { printed: 'done with scenario=DSGB1\nIE015=2026-07-01T12:00:05Z' },
      'DSGB1',
    ],
    [
      'that a sentence says three lines from an LRN',
      { printed: 'LRN=ABC-0001\n.\n.\ndone with scenario=DSGB1' },
      'DSGB1',
    ],
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
    ['where a pattern hits a test that names another beside it', { mapped: 'DSGB1', name: 'DSGB1 or DSGB2' }],
    ['where a look-alike stands beside a mention', { name: 'released (DSGB1)', className: 'Dsgb2Test' }],
    ['where a sentence that it prints has the number', { printed: 'LRN=ABC-0001\n.\n.\n.\ndone with scenario=DSGB1' }],
    ['where an LRN of its suite looks like it', { suite: 's', printed: 'LRN=DSGB1/A7' }],
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
    ['not those of a list around it, where its own name leads', { name: 'DSGB5: x', suite: 'DSGB1, DSGB2' }, ['DSGB5']],
    [
      'each of a list around it, where its own name only mentions one',
      { name: 'as DSGB5 has it', suite: 'DSGB1, DSGB2' },
      ['DSGB1', 'DSGB2', 'DSGB5'],
    ],
    [
      'each of a list further out than a mention',
      { className: 'as DSGB5 has it', suite: 'DSGB1, DSGB2' },
      ['DSGB1', 'DSGB2', 'DSGB5'],
    ],
    [
      'each of a list around it, where a sentence that it prints has another',
      { printed: 'see scenario=DSGB5 for more', suite: 'DSGB1, DSGB2' },
      ['DSGB1', 'DSGB2', 'DSGB5'],
    ],
    ['what a look-alike may mean', { name: 'testDsgb1Released' }, ['DSGB1']],
    ['what a look-alike of its suite may mean', { suite: 'departuresDsgb1Released' }, ['DSGB1']],
    [
      'not what a look-alike may mean that is further out than what leads',
      { name: 'DSGB5: x', suite: 'testDsgb1Released' },
      ['DSGB5'],
    ],
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
    ['that one only, though its class has another', { name: 'DSGB1: x', className: 'DSGB2Test' }, ['DSGB1']],
    ['the one that is mentioned, where nothing leads', { name: 'released (DSGB1)' }, ['DSGB1']],
    [
      'that of its suite as well, where a sentence begins with another',
      { name: 'DSGB1 has one less', suite: 'PNGB1: x' },
      ['DSGB1', 'PNGB1'],
    ],
    ['each that leads, where they disagree', { property: 'DSGB1', name: 'DNGB3: x' }, ['DSGB1', 'DNGB3']],
    ['none that is only mentioned beside others', { name: 'like DSGB1 or DSGB2' }, []],
  ])('%s', async (_, named, expected) => {
    expect(await notRun(named)).toEqual(expected);
  });
});

it('tests of two classes are told apart, though they are called the same', async () => {
  const test = (className: string) => `<testcase name="released" classname="${className}"/>`;
  const { attempts } = await matched(
    `<testsuites><testsuite name="s">${test('DSGB1Test')}${test('DSGB2Test')}</testsuite></testsuites>`,
  );
  expect(attempts.map(({ className, scenario }) => [className, scenario])).toEqual([
    ['DSGB1Test', 'DSGB1'],
    ['DSGB2Test', 'DSGB2'],
  ]);
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
  const { findings } = await of('<testcase name="is released" classname="Spec"><failure/></testcase>');
  expect(findings.map(({ severity, message }) => [severity, message])).toEqual([
    [
      'warning',
      "'is released' failed beside 'DSGB1: x', which passed in the same class, and names no scenario: it counts against none. " +
        'If it is a part of that scenario, give it the number.',
    ],
  ]);
  expect((await of('<testcase name="is released" classname="Other"><failure/></testcase>')).findings).toEqual([]);
  expect((await of('<testcase name="is released" classname="Spec"/>')).findings).toEqual([]);
  const alone = '<testcase name="DSGB2: y" classname="Own"><failure/></testcase>';
  const none = '<testcase name="is released" classname="Own"><failure/></testcase>';
  expect((await of(`${alone}${none}`)).findings).toEqual([]);
});

it('a pass that made no assertion is told of, once a report', async () => {
  const test = (name: string, count: string) => `<testcase name="${name}" classname="c" assertions="${count}"/>`;
  const told = async (inner: string) =>
    (await matched(`<testsuites><testsuite>${inner}</testsuite></testsuites>`)).findings;
  expect(await told(`${test('DSGB1: a', '0')}\n${test('DSGB1: b', '0')}\n${test('other', '0')}`)).toMatchObject([
    {
      severity: 'notice',
      message: "'DSGB1: a' passed and reports that it made no assertion (so do 1 more). Check that it tests anything.",
    },
  ]);
  expect(await told(`${test('DSGB1: a', '3')}\n${test('other', '0')}`)).toEqual([]);
  const failed = '<testcase name="DSGB1: a" assertions="0"><failure/></testcase>';
  expect(await told(`${failed}\n${test('DSGB1: b', '3')}`)).toEqual([]);
  expect((await told(`${test('DSGB1: a', '0')}\n${test('DSGB1: b', '3')}`)).map(({ message }) => message)).toEqual([
    "'DSGB1: a' passed and reports that it made no assertion. Check that it tests anything.",
  ]);
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
