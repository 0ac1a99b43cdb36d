import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statementListener } from '../../src/statements/listener.ts';
import { apiMessage, stated, nctsMessage, noon } from './stated.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { scenarioFinder } from '../../src/requirements/scenario-number.ts';

const findNumbers = scenarioFinder(ncts5);

/** Evidence of every kind, apart from each other by fillers of any length. */
const kinds = [
  'MRN=26GB0000EXAMPLE1J9 LRN=L-1',
  `[[PROPERTY|ie015=${noon}]]`,
  'scenario=DSGB1',
  'display-name: DSGB1: x',
  JSON.stringify(apiMessage({ type: 'IE928' }), null, 2),
  JSON.stringify({
    message: JSON.stringify(apiMessage({ type: 'IE028', body: nctsMessage({ type: 'CC028C', lrn: 'L-1' }) })),
  }),
  nctsMessage({ type: 'CC928C', lrn: 'L-1' }),
  nctsMessage({ type: 'CC029C', mrn: '26GB0000EXAMPLE1J9' }).replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  'IE029=01/07/2026',
];
const everything = kinds.map((text, index) => `${'filler text\n'.repeat(index * 40)}${text}`).join('\n');

describe('a text in pieces', () => {
  it('is heard the same, wherever it was cut', () => {
    const whole = stated(everything);
    expect(whole.length).toBeGreaterThanOrEqual(11);
    const cuts = fc.array(fc.integer({ min: 0, max: everything.length }), { maxLength: 60 });
    fc.assert(
      fc.property(cuts, (positions) => {
        const sorted = [0, ...positions.toSorted((a, b) => a - b), everything.length];
        const pieces = sorted.slice(1).map((end, index) => everything.slice(sorted[index], end));
        expect(stated(pieces)).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  it('is heard the same in single characters and in crumbs', () => {
    const whole = stated(everything);
    expect(stated(Array.from(everything))).toEqual(whole);
    expect(stated(everything.match(/[\s\S]{1,7}/g) ?? [])).toEqual(whole);
  });

  it('is heard the same where pieces are long enough to be searched one by one', () => {
    // Cuts go through every place near the end of a batch: what is read there has to wait for the rest.
    const evidence = kinds.join('\n');
    const filler = '.'.repeat(99).concat('\n').repeat(660);
    const whole = stated(filler + evidence + filler);
    expect(whole.length).toBeGreaterThanOrEqual(11);
    for (let cut = 0; cut <= evidence.length; cut += 7) {
      const pieces = [filler + evidence.slice(0, cut), evidence.slice(cut) + filler];
      expect(stated(pieces)).toEqual(whole);
    }
  });

  it('is heard once, however much follows', () => {
    const filler = '.'.repeat(99).concat('\n').repeat(700);
    const text = `${filler.slice(0, 200)}scenario=DSGB1\nscenario=DSGB2\n`;
    expect(stated([text + filler, filler, filler])).toEqual(stated(text));
  });

  it('tells lines by the pieces, which may lie further apart than line breaks say', () => {
    const listener = statementListener({ findNumbers, timeZone: 'UTC' });
    listener.text('LRN=L1\nLRN=L2\nLR', 10);
    listener.text('N=L3\nLRN=L4', 40);
    listener.text('\n\nLRN=L5', 50);
    listener.endOfText();
    listener.text('LRN=L6', 60);
    expect(listener.finish().statements.map(({ line }) => line)).toEqual([10, 11, 12, 41, 52, 60]);
  });

  it('tells the line of each of several on the last line', () => {
    const lines = (text: string) => stated(text).map(({ line }) => line);
    expect(lines('x\nLRN=L1 LRN=L2 LRN=L3')).toEqual([2, 2, 2]);
    expect(lines(`x\n\n${'y'.repeat(70_000)} LRN=L1 LRN=L2`)).toEqual([3, 3]);
  });

  it('tells the line of a short piece that completes a batch', () => {
    const listener = statementListener({ findNumbers, timeZone: 'UTC' });
    listener.text('.'.repeat(65_530), 1);
    listener.text('xx LRN=L1', 500);
    listener.text('\nLRN=L2', 500);
    expect(listener.finish().statements.map(({ line }) => line)).toEqual([500, 501]);
  });

  it('tells lines far into a long text', () => {
    const text = `${'x\n'.repeat(200_000)}LRN=L1\n${'x\n'.repeat(100_000)}LRN=L2`;
    expect(stated(text).map(({ line }) => line)).toEqual([200_001, 300_002]);
    expect(stated(text.match(/[\s\S]{1,70000}/g) ?? []).map(({ line }) => line)).toEqual([200_001, 300_002]);
  });
});
