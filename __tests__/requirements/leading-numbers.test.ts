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
    'a b / DSGB1: x',
    'DSGB1_x / a b',
    'a b / DSGB1_x /',
    'a, DSGB1: x',
    'a,DSGB1: x',
    'a;  DSGB1 : x',
    'a, DSGB1): x',
    'x @DSGB1',
    'test DSGB1: x',
    'should: DSGB1: x',
    'uk.co.example.DSGB1Test / x',
    'TEST-uk.co.example.DSGB1Test / x',
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
    'x DSGB1: y / z',
    'a, b DSGB1: x',
    'a, DSGB1:: x',
    'a, DSGB1 x: y',
    'x@DSGB1',
    'it should DSGB1_x',
    'DSGB1 x / y',
  ])('not in %j', (text) => {
    expect(leading(`${text} as DSGB5`)).not.toBe('DSGB1');
  });

  it.each(['[DSGB5]\n DSGB1: x', 'DSGB1: a / DSGB5: b', '@DSGB1 as in / DSGB5: b'])(
    'only where no other does: %j',
    (text) => {
      expect(leading(text)).toBeUndefined();
    },
  );

  it('and what stands before it is told, what comes after it is not', () => {
    expect(findScenarioNumbers('DSGB9 as in DSGB99 / DSGB1: like DSGB5 and DSGB98')).toEqual({
      ids: ['DSGB9', 'DSGB1'],
      leading: 'DSGB1',
      lead: 'heading',
      lookAlikes: ['DSGB99'],
      mayMean: [undefined],
      others: [],
    });
  });

  it('as a tag more surely than as the first word', () => {
    expect(findScenarioNumbers('@DSGB1 is released').lead).toBe('heading');
    expect(findScenarioNumbers('DSGB1 is released').lead).toBe('start');
  });

  it('as a heading behind one that there is not', () => {
    expect(findScenarioNumbers('DSGB99: x / DSGB1: y')).toMatchObject({ leading: 'DSGB1', lookAlikes: ['DSGB99'] });
  });
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

it.each([...programmes.values()])(
  'a plain name is read at once as it would be if looked at closely: $id',
  (programme) => {
    const find = scenarioFinder(programme);
    const ids = [...programmes.values()].flatMap(({ scenarios }) => [...scenarios.keys()]);
    const before = fc.constantFrom('', '', '[', '@', 'Departures / ', 'A b-c / [', 'GB / ', 'x', 'test / ');
    const id = fc.constantFrom(...ids, 'DSGB1', 'P6-DSGB-01', 'dsgb1', 'DSGB', 'P6', 'DSGB99', 'A-DSGB1', '');
    const sign = fc.constantFrom(': ', '] ', ':', ' - ', ':: ', ']: ', ' ', '  ', '-', ', ', '.', '/');
    const joints = ['to', 'and', 'TO', 'until', 'thru', 'or', 'bis', '5', '000012', '2:', ',', '2', '/', 'as in'];
    const words = ['released', 'ordered', 'GB', 'x/y', '»', '- 3', '@', '"', '(', 'é', 'IE015', 'a.b'];
    const word = fc.oneof(fc.constantFrom(...joints), fc.constantFrom(...words), fc.constantFrom(...ids));
    const rest = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 5 }).map((parts) => parts.join(' ')),
    );
    const property = fc.property(before, id, sign, rest, (...parts) => {
      const name = parts.join('');
      // A blank before it counts for nothing, but makes the name no plain one.
      expect(find(name)).toEqual(find(` ${name}`));
    });
    fc.assert(property, { numRuns: 1000 });
  },
);

describe('the first word of a sentence leads', () => {
  it.each(['✓ DSGB1 is released', 'dsgb1_released x', '1. DSGB1 is released', 'a / DSGB1 is released'])(
    'as such, and as no heading: %j',
    (text) => {
      expect(findScenarioNumbers(text)).toMatchObject({ leading: 'DSGB1', lead: 'start' });
    },
  );

  it('also far into a path', () => {
    const text = '✓ Departures / DSGB1 is released';
    expect(findScenarioNumbers(text)).toMatchObject({ leading: 'DSGB1', lead: 'start' });
  });

  it.each([': released', ' is released', ''])('but not at the end of a long text, with %j behind it', (after) => {
    const text = `${'as told before '.repeat(9)}DSGB1${after}`;
    expect(findScenarioNumbers(text)).toMatchObject({ ids: ['DSGB1'], leading: undefined });
  });

  it('and no number later, also behind a sign that stands alone', () => {
    expect(findScenarioNumbers('see @ DSGB1 for more')).toMatchObject({ ids: ['DSGB1'], leading: undefined });
  });

  it('beside another spelling of the same number', () => {
    expect(findScenarioNumbers('DSGB1 is what DSGB-1 was')).toMatchObject({ leading: 'DSGB1', lead: 'start' });
  });

  it.each([
    'DSGB1 is like Dsgb5Simplified',
    'DSGB1 is like DSGB99',
    'DSGB1 and Dsgb1Simplified',
    'DSGB99 is like DSGB1',
    'Dsgb1Simplified is DSGB1',
    'DSGB1 is what testDsgb1 and testDsgb2 are',
  ])('but not in %j', (text) => {
    expect(findScenarioNumbers(text)).toMatchObject({ ids: ['DSGB1'], leading: undefined, lead: undefined });
  });
});
