import { describe, expect, it } from 'vitest';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import { readNumbers } from '../../src/requirements/numbers-in-text.ts';
import { scenarioFinder } from '../../src/requirements/scenario-number.ts';

const findScenarioNumbers = scenarioFinder(ncts5);

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

const joints = ['and', 'or', 'und', 'to', 'bis', 'then', 'through', 'thru', 'until', 'vs', ', and', 'and/or', '&', ' '];

it.each([...joints, '=', '-'.repeat(20)])(
  'two headings are one list, none of which leads, with %j between them',
  (joint) => {
    const found = findScenarioNumbers(`[DSGB1] ${joint} [DSGB2] are like DSGB5`);
    expect(found).toMatchObject({ ids: ['DSGB1', 'DSGB2', 'DSGB5'], leading: undefined });
  },
);

it.each(['as', 'andy', 'toto', ':', '/ x', '-'.repeat(21)])(
  'the first of two headings leads with %j between them',
  (joint) => {
    expect(findScenarioNumbers(`[DSGB1] ${joint} [DSGB2]`).leading).toBe('DSGB1');
  },
);

it('a list goes on behind what only looks like one of its numbers', () => {
  const text = 'DSGB1, DSGB99, DSGB5: released';
  expect(findScenarioNumbers(text)).toMatchObject({
    ids: ['DSGB1', 'DSGB5'],
    leading: undefined,
    lookAlikes: ['DSGB99'],
  });
  expect(findScenarioNumbers('DSGB1, DSGB2.0, DSGB3: released')).toMatchObject({
    ids: ['DSGB1', 'DSGB3'],
    leading: undefined,
    lookAlikes: ['DSGB2.0'],
  });
});

describe('a range names what lies between', () => {
  it.each([
    '-',
    ' - ',
    '–',
    ' ― ',
    '..',
    '...',
    '…',
    '~',
    ' to ',
    ' bis ',
    ' through ',
    ' thru ',
    ' until ',
    '] - [',
    ' - @',
  ])('with %j', (joint) => {
    const found = findScenarioNumbers(`DSGB5${joint}DSGB8`);
    expect(found).toMatchObject({ ids: ['DSGB5', 'DSGB6', 'DSGB7', 'DSGB8'], leading: undefined, lookAlikes: [] });
  });

  it.each([
    ['DSGB9 to DSGB12', ['DSGB9', 'DSGB10', 'DSGB12']],
    ['DSGB9-12', ['DSGB9', 'DSGB10', 'DSGB12']],
    ['DSGB1-2, 4', ['DSGB1', 'DSGB2', 'DSGB4']],
    ['PSGB2-20.xml', ['PSGB2', 'PSGB3', 'PSGB4', 'PSGB5']],
    ['PSGB2-20, PSXI1', ['PSGB2', 'PSGB3', 'PSGB4', 'PSGB5', 'PSXI1']],
    ['DSGB9-14, 1', ['DSGB9', 'DSGB10', 'DSGB12', 'DSGB1']],
  ])('that there is: %s', (text, ids) => {
    expect(findScenarioNumbers(text)).toMatchObject({ ids, lookAlikes: [] });
  });

  it.each([
    ['DSGB1 and DSGB4', ['DSGB1', 'DSGB4']],
    ['DSGB1, 4', ['DSGB1', 'DSGB4']],
    ['DSGB1/4', ['DSGB1', 'DSGB4']],
    ['DSGB1 to DSXI4', ['DSGB1', 'DSXI4']],
    ['DSGB4 to DSGB1', ['DSGB4', 'DSGB1']],
  ])('but not %s', (text, ids) => {
    expect(findScenarioNumbers(text).ids).toEqual(ids);
  });

  it('in NCTS6 as well, with its counts of two digits', () => {
    const find = scenarioFinder(ncts6);
    const ids = ['P6-DSGB-02', 'P6-DSGB-03', 'P6-DSGB-04'];
    for (const text of ['P6-DSGB-02 to P6-DSGB-04', 'P6-DSGB-02 to 04', 'P6-DSGB-02 to 4']) {
      expect(find(text)).toMatchObject({ ids, leading: undefined, lookAlikes: [] });
    }
  });

  it('and is not looked up number by number for ever, however wide', () => {
    let asked = 0;
    const isNumber = (id: string) => {
      asked += 1;
      return ncts5.scenarios.has(id);
    };
    const candidate = { start: 0, end: 5, text: 'DSGB1', id: 'DSGB1', mayMean: 'DSGB1' };
    expect(readNumbers('DSGB1-9999', [candidate], isNumber).ids).toHaveLength(11);
    expect(asked).toBeLessThan(200);
  });
});

describe('a number without its letters', () => {
  it.each([
    ['DSGB9, 10', ['DSGB9', 'DSGB10']],
    ['DSGB10/1', ['DSGB10', 'DSGB1']],
    ['DSGB5/2', ['DSGB5', 'DSGB2']],
    ['DSGB1|2', ['DSGB1', 'DSGB2']],
    ['DSGB1 & 2', ['DSGB1', 'DSGB2']],
    ['DSGB1+2', ['DSGB1', 'DSGB2']],
    ['dsgb1_or_2', ['DSGB1', 'DSGB2']],
    ['DSGB1And2', ['DSGB1', 'DSGB2']],
    ['DSGB1 or 2', ['DSGB1', 'DSGB2']],
    ['DSGB1, 2) x', ['DSGB1', 'DSGB2']],
  ])('goes on with a list: %s', (text, ids) => {
    expect(findScenarioNumbers(text)).toMatchObject({ ids, leading: undefined, lookAlikes: [] });
  });

  it.each(['DSGB10, 11', 'DSGB5 - 2', 'DSGB5/02', 'DSGB1, 2 messages', 'DSGB1, 2x', 'DSGB1, 2.5', 'DSGB1/2nd'])(
    'is no part of one in %s',
    (text) => {
      expect(findScenarioNumbers(text)).toMatchObject({ ids: [text.split(/[ ,/]/)[0]], lookAlikes: [] });
    },
  );
});

describe('a number that goes on with a sign and a digit is none, and told as it stands', () => {
  it.each(['DSGB1.0.1', 'DSGB1-0', 'DSGB1-05', 'DSGB1-3.2', 'DSGB5-2', 'DSGB5-5', 'PSGB1-9', 'DSGB12-11', 'DSGB1.2-3'])(
    '%s',
    (text) => {
      const [, id] = /^([A-Z]+\d+)/.exec(text) ?? [];
      expect(findScenarioNumbers(`as in ${text} x`)).toMatchObject({ ids: [], lookAlikes: [text], mayMean: [id] });
    },
  );
});

it.each(['DSGB8a', 'DSGB8.0.1', 'DSGB8-1'])(
  'a range up to what only looks like a number, %s, names what is before it',
  (end) => {
    expect(findScenarioNumbers(`DSGB5 to ${end}`)).toMatchObject({
      ids: ['DSGB5', 'DSGB6', 'DSGB7'],
      mayMean: ['DSGB8'],
    });
  },
);

it('what only looks like a number is told with what it goes on with', () => {
  expect(findScenarioNumbers('as in DSGB99-12')).toMatchObject({ ids: [], lookAlikes: ['DSGB99-12'] });
});

it('a tag ends a range like any other number, and what is within leads no more than the tag', () => {
  expect(findScenarioNumbers('DSGB5 - @DSGB7 x')).toMatchObject({
    ids: ['DSGB5', 'DSGB6', 'DSGB7'],
    leading: undefined,
  });
});

it('a range names what is within it, also where its end is no scenario', () => {
  expect(findScenarioNumbers('DSGB10 to DSGB14: released')).toMatchObject({
    ids: ['DSGB10', 'DSGB12'],
    leading: undefined,
    lookAlikes: ['DSGB14'],
  });
});
