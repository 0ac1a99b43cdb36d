import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programmes } from '../../src/requirements/programmes.ts';
import { scenarioFinder } from '../../src/requirements/scenario-number.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';

const findScenarioNumbers = scenarioFinder(ncts5);

const leading = (text: string) => findScenarioNumbers(text).leading;

describe('a number leads', () => {
  it.each([
    'DSGB1: x',
    ' DSGB1: x',
    '  [DSGB1]: x',
    '<"\'@#({DSGB1})>"\': x',
    '1. DSGB1: x',
    '123) DSGB1: x',
    '09A - DSGB1: x',
    '09 A: DSGB1: x'.replace(' A', 'A'),
    '9 – DSGB1: x',
    '9   —   DSGB1: x',
    '09A - [DSGB1]: x',
    '09A - "DSGB1" - x',
    '[smoke] DSGB1: x',
    '[smoke][DSGB1] x',
    '✓ DSGB1: x',
    'departures › DSGB1 › DSGB1: x',
    'DSGB1 - 3 messages:',
    'DSGB1 - x',
    'DSGB1   : x',
    'DSGB1 — x',
    `${' '.repeat(40)}DSGB1: x`,
  ])('in %j', (text) => {
    expect(leading(`${text} as DSGB5`)).toBe('DSGB1');
  });

  it.each([
    'x DSGB1: x',
    '1234 - DSGB1: x',
    '09AB - DSGB1: x',
    '09A DSGB1: x',
    '09A - x DSGB1: x',
    '- DSGB1: x',
    'DSGB1 x: y',
    'DSGB1 -x',
    'DSGB1-x',
    'DSGB1, DSXI1: x',
    'DSGB1 x - y',
    `${' '.repeat(140)}DSGB1: x`,
  ])('not in %j', (text) => {
    expect(leading(`${text} as DSGB5`)).not.toBe('DSGB1');
  });

  it('only where it is the first', () => {
    expect(leading('[DSGB5]\n DSGB1: x')).toBeUndefined();
  });
});

describe('a list, none of which leads, is', () => {
  it.each([
    ['DSGB1, 2 and 3', ['DSGB1', 'DSGB2', 'DSGB3']],
    ['DSGB1, 2: x', ['DSGB1', 'DSGB2']],
    ['DSGB1/2/3', ['DSGB1', 'DSGB2', 'DSGB3']],
    ['DSGB1;2', ['DSGB1', 'DSGB2']],
    ['DSGB1 / 2', ['DSGB1', 'DSGB2']],
    ['DSGB1 through 3', ['DSGB1', 'DSGB2', 'DSGB3']],
    ['DSGB1...3', ['DSGB1', 'DSGB2', 'DSGB3']],
    ['DSGB1 – 3: x', ['DSGB1', 'DSGB2', 'DSGB3']],
    ['dsgb1_to_3', ['DSGB1', 'DSGB2', 'DSGB3']],
    ['test_dsgb1_and_2_released', ['DSGB1', 'DSGB2']],
    ['DSGB1To3Test', ['DSGB1', 'DSGB2', 'DSGB3']],
    ['DSGB1·DSGB2', ['DSGB1', 'DSGB2']],
    ['DSGB1、DSGB2', ['DSGB1', 'DSGB2']],
    ['DSGB1 => DSGB2', ['DSGB1', 'DSGB2']],
  ])('%j', (text, ids) => {
    expect(findScenarioNumbers(text)).toMatchObject({ ids, leading: undefined });
  });

  it.each(['DSGB1 and 2 more', 'DSGB1 - 01 POST IE015', 'DSGB1 / 01 POST IE015', 'DSGB1: 2', 'DSGB1 – DSGB1'])(
    'not %j',
    (text) => {
      expect(findScenarioNumbers(text).ids).toEqual(['DSGB1']);
    },
  );
});

it.each(['DSGB1a', 'DSGB1b: x', 'testDSGB1a', 'dsgb1b_released'])(
  'what has a letter behind it looks like one: %s',
  (text) => {
    expect(findScenarioNumbers(text)).toMatchObject({ ids: [], mayMean: ['DSGB1'] });
  },
);

describe('a number in camel case', () => {
  const ids = (text: string) => findScenarioNumbers(text).ids;
  const lookAlikes = (text: string) => findScenarioNumbers(text).lookAlikes;

  it.each(['testDSGB1Simplified', 'DSGB1Simplified', 'testDSGB1', 'testDSGB1_x', 'aDSGB1Ab'])(
    'counts in %s',
    (text) => {
      expect(ids(text)).toEqual(['DSGB1']);
    },
  );

  it.each([
    'testDSGB1SIMPLIFIED',
    'testDSGB1S',
    'testDSGB1s',
    'testDSGB12a',
    'TESTDSGB1Simplified',
    '1DSGB1Simplified',
    'testDSGB1S_',
  ])('does not count in %s', (text) => {
    expect(ids(text)).toEqual([]);
  });

  it.each([
    ['testDsgb1Simplified', ['Dsgb1']],
    ['testDsgb1', ['Dsgb1']],
    ['testDsgb1_x', ['Dsgb1']],
    ['testdsgb1', []],
    ['testdSGB1x', []],
    ['testdSGB1', []],
    ['Dsgb1S', ['Dsgb1']],
    ['dsgb1S', ['dsgb1']],
    ['Dsgb1s', []],
    ['testDsgb1s', []],
    ['1Dsgb1Simplified', []],
    ['TDsgb1Simplified', []],
    ['testDsgb99Simplified', []],
    ['dsgb1 and Dsgb2Simplified', ['Dsgb2']],
    ['DSGB98 DSGB99 DSGB98', ['DSGB98', 'DSGB99']],
  ])('%s looks like %j', (text, expected) => {
    expect(lookAlikes(text)).toEqual(expected);
  });

  it('and look-alikes are told up to twenty', () => {
    const many = (text: (index: number) => string, count: number) =>
      lookAlikes(Array.from({ length: count }, (_, index) => text(index)).join(' ')).length;
    expect(many((index) => `DSGB${60 + index}`, 19)).toBe(19);
    expect(many((index) => `DSGB${60 + index}`, 25)).toBe(20);
  });
});

it.each([...programmes.values()])('a plain heading is read as any other name: $id', (programme) => {
  const find = scenarioFinder(programme);
  const ids = [...programmes.values()].flatMap(({ scenarios }) => [...scenarios.keys()]);
  const id = fc.constantFrom(...ids, 'DSGB', 'P6', 'DSGB99', 'A-DSGB1');
  const sign = fc.constantFrom(': ', '] ', ':', ' - ', ':: ', ']: ');
  const rest = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom('released', ' ', '2', ' and ', '/', 'as in ', ...ids), { maxLength: 5 })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('', '', '[', '@', 'Departures / ', 'A b-c / [', 'GB / ', 'x', 'test / '),
      id,
      sign,
      rest,
      (before, number, after, more) => {
        const name = `${before}${number}${after}${more}`;
        // A character that nobody sees changes nothing but the way in which the name is read.
        expect(find(name)).toEqual(find(`${name}\u200B`));
      },
    ),
    { numRuns: 2000 },
  );
});
