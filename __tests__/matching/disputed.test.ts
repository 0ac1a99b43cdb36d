import { describe, expect, it } from 'vitest';
import { decide, withoutOthers, type Decision, type Place } from '../../src/matching/decide.ts';
import { scenarioFinder } from '../../src/requirements/scenario-number.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { matchedNamed, type Named } from './named.ts';

async function told(named: Named, inner = '') {
  return (await matchedNamed(named, inner)).findings.map(({ kind, message }) => `${kind}: ${message}`);
}

const agree = (id: string) =>
  `Make the two agree, or lead the name of the test with its number and a colon ('${id}: …').`;
const lead = (id: string) => `Lead with the number and a colon ('${id}: …') or give the test a property 'scenario'.`;
const narrow = 'Narrow the pattern in the configuration file, or correct the name of the test.';
const inFull = (id: string) => `Write the number in full and in capitals ('${id}: …'), or take it out of the name.`;

describe('a pass that counts for none is told with the places that disagree and how to make them agree', () => {
  it.each<[string, Named, string]>([
    [
      'property and name',
      { property: 'DSGB1', name: 'DNGB3: x' },
      `'DNGB3: x': its property 'scenario' says DSGB1, its name says DNGB3, so it counts for none. ${agree('DSGB1')}`,
    ],
    [
      'a property of several',
      { property: 'DSGB1 or DSGB2', name: 'DSGB1: x' },
      `'DSGB1: x': it names DSGB1 and DSGB2 and doesn't say which it is, so it counts for none. ${lead('DSGB1')}`,
    ],
    [
      'name and property of the suite',
      { name: 'DSGB1: x', suiteProperty: 'DSXI2' },
      `'DSGB1: x': its name says DSGB1, its suite's property 'scenario' says DSXI2, so it counts for none. ${agree('DSGB1')}`,
    ],
    [
      'a sentence that it printed',
      { printed: 'scenario=DSGB1 skipped' },
      `'released': its output names a scenario, but not on a line of its own, so it counts for none. ${lead('DSGB1')}`,
    ],
    [
      'mapping and name',
      { mapped: 'DSGB1', name: 'Departure (DNGB1) released' },
      `'Departure (DNGB1) released': the mapping in the configuration file says DSGB1, its name says DNGB1, so it counts for none. ${narrow}`,
    ],
    [
      'mapping and a look-alike in the name',
      { mapped: 'DSGB1', name: 'testDsgb2Released' },
      `'testDsgb2Released': the mapping in the configuration file says DSGB1, its name says 'Dsgb2', so it counts for none. ${narrow}`,
    ],
    [
      'mapping and printed line',
      { mapped: 'DSGB1', printed: 'scenario=DSGB2' },
      `'released': the mapping in the configuration file says DSGB1, a line that it printed says DSGB2, so it counts for none. ${agree('DSGB1')}`,
    ],
    [
      'a sentence and the suite',
      { name: 'DSGB1 has one less', suite: 'PNGB1: x' },
      `'DSGB1 has one less': its name says DSGB1, its suite 'PNGB1: x' says PNGB1, so it counts for none. ${agree('DSGB1')}`,
    ],
    [
      'two mentions',
      { name: 'like DSGB1', className: 'as DSGB2 has it' },
      `'like DSGB1': its name says DSGB1, its class 'as DSGB2 has it' says DSGB2, so it counts for none. ${agree('DSGB1')}`,
    ],
    [
      'a mention and a list that has more',
      { name: 'like DSGB1', className: 'DSGB1 or DSGB2' },
      `'like DSGB1': its name says DSGB1, its class 'DSGB1 or DSGB2' says DSGB1 and DSGB2, so it counts for none. ${agree('DSGB1')}`,
    ],
    [
      'a list further out than a look-alike',
      { name: 'testDsgb3', className: 'DSGB1 or DSGB2' },
      `'testDsgb3': it names DSGB1 and DSGB2 and doesn't say which it is, so it counts for none. ${lead('DSGB3')}`,
    ],
    [
      'a look-alike nearer than what leads',
      { name: 'testDsgb2Rejected', className: 'DSGB1Test' },
      "'testDsgb2Rejected': 'Dsgb2' may mean another scenario than its class 'DSGB1Test', which says DSGB1, so it counts for " +
        `none. ${inFull('DSGB2')}`,
    ],
    [
      'a suite with a long name',
      { name: 'DSGB1 has one less', suite: `PNGB1: ${'x'.repeat(100)}` },
      `'DSGB1 has one less': its name says DSGB1, its suite 'PNGB1: ${'x'.repeat(72)}…' says PNGB1, so it counts for none. ${agree('DSGB1')}`,
    ],
    [
      'a suite with a name that just fits',
      { name: 'DSGB1 has one less', suite: `PNGB1: ${'x'.repeat(73)}` },
      `'DSGB1 has one less': its name says DSGB1, its suite 'PNGB1: ${'x'.repeat(73)}' says PNGB1, so it counts for none. ${agree('DSGB1')}`,
    ],
  ])('%s', async (_, named, message) => {
    expect(await told(named)).toContain(`ambiguous: ${message}`);
  });
});

describe('what became of a result whose places disagree', () => {
  const both: Named = { property: 'DSGB1', name: 'DNGB3: x' };

  it.each([
    ['did not run', both, '<skipped/>', 'so it counts as not run for DSGB1 and DNGB3.'],
    ['did not run and nothing leads', { name: 'like DSGB1 or DSGB2' }, '<skipped/>', 'so it counts for none.'],
    ['failed', both, '<failure/>', 'so its failure counts against DSGB1 and DNGB3.'],
  ])('that %s', async (_, named, inner, words) => {
    expect((await told(named, inner)).join()).toContain(words);
  });

  it('has the place of the test', async () => {
    const { findings } = await matchedNamed(both, '');
    expect(findings.map(({ place }) => place)).toEqual([{ file: 'r.xml', line: 1 }]);
  });
});

describe('what only looks like a number', () => {
  it('is told by itself where it passed, and with what it counts against where it failed', async () => {
    const named = { name: 'testDsgb1Fails', className: 'Dsgb2Test' };
    const looks = [
      "look-alike: 'Dsgb1' in the name of a test looks like DSGB1 but is not counted: write the number in capitals ('DSGB1') or set it off ('dsgb1_…').",
      "look-alike: 'Dsgb2' in the name of a class looks like DSGB2 but is not counted: write the number in capitals ('DSGB2') or set it off ('dsgb2_…').",
    ];
    expect(await told(named)).toEqual(looks);
    expect(await told(named, '<failure/>')).toEqual([
      `ambiguous: 'testDsgb1Fails': 'Dsgb1' is no number that can be relied on, so its failure counts against DSGB1 and DSGB2. ${lead('DSGB1')}`,
      ...looks,
    ]);
  });

  it('is not told where the test counts all the same', async () => {
    expect(await told({ name: 'DSGB1: x', className: 'Dsgb2Test' })).toEqual([]);
  });
});

describe('what is kept of a decision', () => {
  const numbers = { ...scenarioFinder(ncts5)('DSGB1: x') };
  const named: Place = { kind: 'name', text: '', numbers, claims: true };
  const decision = (overrides: Partial<Decision> = {}): Decision => ({ ...decide([named]), ...overrides });
  const kept = ({ rule, passes, fails, because }: Decision) => ({ rule, passes, fails, because });

  it('is shared by results that are decided on alike', () => {
    expect(withoutOthers(decision())).toBe(withoutOthers(decision()));
  });

  it.each<[string, Partial<Decision>]>([
    ['by another rule', { rule: 'look-alike' }],
    ['that count for none', { passes: undefined }],
    ['that count against another', { fails: ['DSGB2'] }],
    ['that count against more', { fails: ['DSGB1', 'DSGB2'] }],
    ['that count against the same and another', { fails: ['DSGB2', 'DSGB1'] }],
    ['by another kind of place', { because: [{ ...named, kind: 'line' }] }],
    ['by a place that claims nothing', { because: [{ ...named, claims: false }] }],
    ['by a place with a text', { because: [{ ...named, text: 'DSGB1: y' }] }],
    ['by two places', { because: [named, { ...named, kind: 'suite', text: 'DSGB2' }] }],
    ['by none', { because: [] }],
  ])('is not shared with results %s', (_, overrides) => {
    withoutOthers(decision());
    expect(withoutOthers(decision(overrides))).toEqual(kept(decision(overrides)));
    expect(withoutOthers(decision())).toEqual(kept(decision()));
  });
});
