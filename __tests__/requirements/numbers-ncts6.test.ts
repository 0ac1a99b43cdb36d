import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import { scenarioFinder } from '../../src/requirements/scenario-number.ts';
import { buildScenario } from '../builders.ts';

const find = scenarioFinder(ncts6);
const find5 = scenarioFinder(ncts5);

describe('a scenario number of NCTS6', () => {
  it.each([
    ['test_p6_dsgb_01_released', 'P6-DSGB-01'],
    ['[p6-dsgb-01] is released', 'P6-DSGB-01'],
    ['P6-DSGB-01_ie015_xml_example.xml', 'P6-DSGB-01'],
    ['testP6DSGB01Released', 'P6-DSGB-01'],
    ['P6.DSGB.01', 'P6-DSGB-01'],
    ['P6 DSGB 01: released', 'P6-DSGB-01'],
    ['p6dsgb01', 'P6-DSGB-01'],
    ['@P6-WCXI-01', 'P6-WCXI-01'],
    ['Departures / P6-AGB-01: … / 01 POST', 'P6-AGB-01'],
  ])('is found in %s', (text, id) => {
    expect(find(text)).toMatchObject({ ids: [id], lookAlikes: [], others: [] });
  });

  it.each([
    ['P6-DSGB-1 is released', 'P6-DSGB-1', 'P6-DSGB-01'],
    ['P6-DSGB-99', 'P6-DSGB-99', undefined],
    ['P6-DSGB-011', 'P6-DSGB-011', undefined],
    ['DSGB-01 is released', 'DSGB-01', 'P6-DSGB-01'],
    ['DSGB01', 'DSGB01', 'P6-DSGB-01'],
    ['testP6Dsgb01Released', 'P6Dsgb01', 'P6-DSGB-01'],
    // Beside a number of NCTS5 that is a part of it, or the same but for its prefix.
    ['P6-DSGB1: released', 'P6-DSGB1', 'P6-DSGB-01'],
  ])('is not in %s, which looks like one', (text, lookAlike, id) => {
    expect(find(text)).toMatchObject({ ids: [], lookAlikes: [lookAlike], mayMean: [id], others: [] });
  });

  it.each(['CTCP6-232', 'XP6-DSGB-01', 'P6-DSGB-01x', 'P6-DSGB-010000', 'TRATESTGB2308021209', ''])(
    'is never a part of something longer: %s',
    (text) => {
      expect(find(text).ids).toEqual([]);
    },
  );

  it('leads a text as those of NCTS5 do', () => {
    expect(find('P6-DSGB-08: amended, unlike P6-DSGB-01').leading).toBe('P6-DSGB-08');
    expect(find('09A - P6-DNXI-09: amended').leading).toBe('P6-DNXI-09');
  });
});

describe('numbers of the other programme', () => {
  it('are told, and count for nothing', () => {
    expect(find('DSGB1: released, as per ASXI2')).toMatchObject({
      ids: [],
      leading: undefined,
      lookAlikes: [],
      others: [
        { programme: 'NCTS5', id: 'DSGB1' },
        { programme: 'NCTS5', id: 'ASXI2' },
      ],
    });
    expect(find5('P6-DSGB-01: released')).toMatchObject({
      ids: [],
      leading: undefined,
      lookAlikes: [],
      others: [{ programme: 'NCTS6', id: 'P6-DSGB-01' }],
    });
  });

  const likeNcts5 = { ...ncts5, id: 'made-up', name: 'Made-up' };

  it('cover what is a part of them, whichever programme has them', () => {
    expect(scenarioFinder(likeNcts5)('P6-DSGB1: released')).toMatchObject({ ids: [], lookAlikes: ['P6-DSGB1'] });
  });

  it('are numbers of this one where it has the same', () => {
    expect(scenarioFinder(likeNcts5)('DSGB1: released')).toMatchObject({ ids: ['DSGB1'], leading: 'DSGB1' });
  });

  it('are told where this one has nothing alike, also behind a number that leads', () => {
    const scenarios = new Map([['TIR1', buildScenario('DSGB1', { id: 'TIR1' })]]);
    const findTir = scenarioFinder({ ...likeNcts5, scenarios });
    const others = [{ programme: 'NCTS5', setting: 'ncts5', id: 'DSGB5' }];
    expect(findTir('released as in DSGB5')).toMatchObject({ ids: [], others });
    expect(findTir('TIR1: released as in DSGB5')).toMatchObject({ ids: ['TIR1'], leading: 'TIR1', others });
  });

  it('are told up to twenty', () => {
    const text = [...ncts6.scenarios.keys()].slice(0, 25).join(', ');
    expect(find5(text).others).toHaveLength(20);
    expect(find5(text.split(', ', 20).join(', ')).others).toHaveLength(20);
    expect(find5(text.split(', ', 19).join(', ')).others).toHaveLength(19);
  });

  it('are no numbers of this one where they only look like one of the other', () => {
    expect(find5('P6DSGB1').ids).toEqual([]);
    for (const text of ['P6-DSGB1: released', 'P6_DSGB1', 'P6 DSGB1']) {
      expect(find5(text)).toMatchObject({ ids: [], leading: undefined, lookAlikes: [text.split(':')[0]], others: [] });
      expect(find(text)).toMatchObject({ ids: [], others: [] });
    }
  });

  const id5 = fc.constantFrom(...ncts5.scenarios.keys());
  const id6 = fc.constantFrom(...ncts6.scenarios.keys());
  const between = fc.constantFrom(' ', ' / ', ', ', ' and ', '__');

  it('never meet with those of this one, whatever stands beside which', () => {
    fc.assert(
      fc.property(id5, id6, between, fc.boolean(), (five, six, sign, first) => {
        const text = first ? `${five}${sign}${six}` : `${six}${sign}${five}`;
        expect(find(text)).toMatchObject({ ids: [six], others: [{ programme: 'NCTS5', id: five }] });
        expect(find5(text)).toMatchObject({ ids: [five], others: [{ programme: 'NCTS6', id: six }] });
      }),
    );
  });

  it('are found in each spelling, of all scenarios', () => {
    const separator = fc.constantFrom('-', '_', '.', ' ', '');
    fc.assert(
      fc.property(id6, separator, separator, fc.boolean(), (id, one, two, lower) => {
        const [prefix = '', letters = '', count = ''] = id.split('-');
        const written = `${prefix}${one}${letters}${two}${count}`;
        const text = `(${lower ? written.toLowerCase() : written})`;
        expect(find(text).ids).toEqual([id]);
        expect(find5(text)).toMatchObject({ ids: [], others: [{ programme: 'NCTS6', id }] });
      }),
    );
  });

  it('are looked for in any text without a hang', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void find(text)));
    expect(find('P6-DSGB-'.repeat(25_000)).ids).toEqual([]);
    expect(find('P6-DSGB-01 DSGB1 '.repeat(10_000)).others).toHaveLength(1);
  }, 3000);
});
