import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scenarioFinder } from '../../src/requirements/scenario-number.ts';
import { buildScenario } from '../builders.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { scenarios } from '../../src/requirements/ncts5/scenario-table.ts';

const findScenarioNumbers = scenarioFinder(ncts5);

describe('a scenario number in a name', () => {
  it.each([
    ['test_dsgb1_simplified', ['DSGB1']],
    ['[DSGB1: simplified]', ['DSGB1']],
    ['@DSGB1', ['DSGB1']],
    ['09A - DNGBT1: rule B1895', ['DNGBT1']],
    ['testDSGB1Simplified', ['DSGB1']],
    ['DSGB1Simplified', ['DSGB1']],
    ['Departures / Simplified / DSGB1: Simplified Departures / 01- POST IE015', ['DSGB1']],
    ['dsgb1_ie015_xml_example.xml', ['DSGB1']],
    ['DSGB10', ['DSGB10']],
    ['dSgB1', ['DSGB1']],
    ['agb1', ['AGB1']],
    ['WCXI1, NCGB1', ['WCXI1', 'NCGB1']],
    ['DSGB1 and again DSGB1', ['DSGB1']],
    ['é DSGB1 é', ['DSGB1']],
    // None of these is one.
    ['TRATESTGB1', []],
    ['TRATESTGB12308021209', []],
    ['XDSGB1', []],
    ['2DSGB1', []],
    ['DSGB1X', []],
    ['DSGB1x', []],
    ['DSGB1SIMPLIFIED', []],
    ['éDSGB1'.toUpperCase(), []],
    ['DSGB1é', []],
    ['DSGB100', []],
    ['testDsgb1Simplified', []],
    ['dsgb1Simplified', []],
    ['MRN 26GB00006010A2B3C4', []],
    ['', []],
  ])('%s → %j', (text, expected) => {
    expect(findScenarioNumbers(text).ids).toEqual(expected);
  });

  it.each([
    ['DSGB8: the office cancels, whereas the declarant cannot as per DSGB5', 'DSGB8'],
    ['09A - DNGBT1: like DSGBT1', 'DNGBT1'],
    ['[DSGB8] - unlike DSGB5', 'DSGB8'],
    ['DSGB8 – unlike DSGB5', 'DSGB8'],
    ['DSGB1 and DSXI1', undefined],
    ['test_dsgb8_as_per_dsgb5', 'DSGB8'],
    ['dsgb8 as per dsgb5', undefined],
    ['as per DSGB5: what DSGB8 cannot', undefined],
    ['DSGB1-DSXI1', undefined],
  ])('leads in %s: %s', (text, leading) => {
    expect(findScenarioNumbers(text).leading).toBe(leading);
  });

  it.each([
    ['DSGB99: no such scenario', ['DSGB99']],
    ['testDsgb1Fails', ['Dsgb1']],
    ['dsgb1SimplifiedDeparture', ['dsgb1']],
    ['Dsgb2Fails', ['Dsgb2']],
    ['dsgb99Simplified', []],
    ['undsgb1', []],
  ])('looks like one in %s: %j', (text, expected) => {
    expect(findScenarioNumbers(text).lookAlikes).toEqual(expected);
    expect(findScenarioNumbers(text).ids).toEqual([]);
  });

  it.each([
    ['DSGB-1', 'DSGB1'],
    ['DSGB 1', 'DSGB1'],
    ['dsgb_1', 'DSGB1'],
    ['DSGB.1', 'DSGB1'],
    ['DSGB#1', 'DSGB1'],
    ['DSGB–1', 'DSGB1'],
    ['DSGB01', 'DSGB1'],
    ['DSGB001', 'DSGB1'],
    ['DSGB-01', 'DSGB1'],
    ['DSGB10-10', 'DSGB10'],
    ['DSGB0', undefined],
    ['DSGB100', undefined],
    ['DSGB1000', undefined],
  ])('in another spelling only looks like one: %s may mean %s', (text, id) => {
    expect(findScenarioNumbers(text)).toMatchObject({ ids: [], lookAlikes: [text], mayMean: [id] });
  });

  it.each(['DSGB-99', 'DSGB 99 messages', 'DSGB_100', 'DSGB.0'])('is nothing that could mean one in %s', (text) => {
    expect(findScenarioNumbers(text)).toMatchObject({ ids: [], lookAlikes: [] });
  });

  const anyId = fc.constantFrom(...scenarios.map(({ id }) => id));
  const word = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/);

  it('is found for all 123 scenarios by itself, whatever stands around the delimiters', () => {
    fc.assert(
      fc.property(anyId, fc.constantFrom('_', ' ', '-', '/', '[', '›', '@', '.', '\n'), (id, delimiter) => {
        for (const written of [id, id.toLowerCase()]) {
          expect(findScenarioNumbers(`x${delimiter}${written}${delimiter}y`).ids).toEqual([id]);
        }
      }),
    );
  });

  it('is never found inside a longer run of letters and digits, but for a hump of camel case', () => {
    fc.assert(
      fc.property(anyId, word, word, (id, before, after) => {
        const lower = findScenarioNumbers(`${before}${id.toLowerCase()}${after}`).ids;
        expect(lower).toEqual([]);
      }),
    );
  });

  it('is found however late it comes in a name', () => {
    const late = `DSGB1 ${'x'.repeat(20_000)} DSXI1`;
    expect(findScenarioNumbers(late).ids).toEqual(['DSGB1', 'DSXI1']);
  });

  it('takes an accent for a part of the letter before it, and the sign behind an emoji for none', () => {
    expect(findScenarioNumbers('DSGB1\u0301').ids).toEqual([]);
    expect(findScenarioNumbers('e\u0301DSGB1').ids).toEqual(findScenarioNumbers('éDSGB1').ids);
    expect(findScenarioNumbers('\u26a0\ufe0fDSGB1').ids).toEqual(['DSGB1']);
  });

  it('tells a few of many look-alikes', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `DSGB${index}T`).join(' DSGB9999 DSXIT77 ');
    expect(findScenarioNumbers(many).lookAlikes.length).toBeLessThanOrEqual(20);
  }, 3000);

  it('is what the programme has, also numbers that bear no region', () => {
    const of = (...ids: readonly string[]) => {
      const made = ids.map((id) => [id, buildScenario('DSGB1', { id })] as const);
      return scenarioFinder({ ...ncts5, name: 'Made-up', scenarios: new Map(made) });
    };
    const find = of('NCTS1', 'TIR12', 'AGB1');
    expect(find('NCTS1: like TIR12 and AGB1')).toMatchObject({
      ids: ['NCTS1'],
      leading: 'NCTS1',
      lookAlikes: [],
      others: [],
    });
    expect(find('NCTS7 TIR1 AGB7')).toMatchObject({
      ids: [],
      leading: undefined,
      lookAlikes: ['NCTS7', 'TIR1', 'AGB7'],
      others: [],
    });
    expect(of('NCTS1', 'TIR12')('step 12 of NCTS1 GB1')).toMatchObject({
      ids: ['NCTS1'],
      leading: undefined,
      lookAlikes: [],
      others: [],
    });
    // Parts of its numbers put together in another way: more likely a slip than something else.
    expect(of('AGB1', 'GBT2')('AGBT1 GB2 TGB1').lookAlikes).toEqual(['AGBT1', 'GB2']);
    const prefixed = { ...ncts5, name: 'Made-up', numbers: { prefix: 'P6', separators: '-', digits: 2 } };
    expect(() => scenarioFinder(prefixed)).toThrow("Made-up: 'DSGB1' is not P6, capital letters and 2 digits.");
    for (const id of ['agb1', 'AGB', '1AGB1', 'AGB1a', 'AGB12345', 'A-GB1']) {
      expect(() => of(id)).toThrow(`Made-up: '${id}' is not capital letters and 1 to 4 digits.`);
    }
  });

  it.each(['DSGB1 is $', '[DSGB1] is $', 'test_dsgb1_is_$', 'DSGB1 and DSGB-2 are $', 'is $ in the UK (GB)'])(
    'is one value for all texts that say the same: %s',
    (text) => {
      // A finder of its own: one that has seen thousands of texts, as in other tests, keeps no more.
      const find = scenarioFinder({ ...ncts5 });
      expect(find(text.replace('$', 'amended'))).toBe(find(text.replace('$', 'released')));
    },
  );

  it('never throws and never hangs on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void findScenarioNumbers(text)));
    // Quadratic behaviour would take these beyond the test's time limit.
    expect(findScenarioNumbers('DSGB'.repeat(50_000)).ids).toEqual([]);
    expect(findScenarioNumbers('A'.repeat(250_000)).ids).toEqual([]);
  }, 3000);
});
