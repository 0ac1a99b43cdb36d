import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statementListener } from '../../src/evidence/listen.ts';
import { apiMessage, heard, nctsMessage, noon } from './heard.ts';
import { ncts5 } from '../../src/requirements/ncts5.ts';
import { scenarioFinder } from '../../src/evidence/scenario-number.ts';

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
    const whole = heard(everything);
    expect(whole.length).toBeGreaterThanOrEqual(11);
    const cuts = fc.array(fc.integer({ min: 0, max: everything.length }), { maxLength: 60 });
    fc.assert(
      fc.property(cuts, (positions) => {
        const sorted = [0, ...positions.toSorted((a, b) => a - b), everything.length];
        const pieces = sorted.slice(1).map((end, index) => everything.slice(sorted[index], end));
        expect(heard(pieces)).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  it('is heard the same in single characters and in crumbs', () => {
    const whole = heard(everything);
    expect(heard(Array.from(everything))).toEqual(whole);
    expect(heard(everything.match(/[\s\S]{1,7}/g) ?? [])).toEqual(whole);
  });

  it('is heard the same where pieces are long enough to be searched one by one', () => {
    // Cuts go through every place near the end of a batch: what is read there has to wait for the rest.
    const evidence = kinds.join('\n');
    const filler = '.'.repeat(99).concat('\n').repeat(660);
    const whole = heard(filler + evidence + filler);
    expect(whole.length).toBeGreaterThanOrEqual(11);
    for (let cut = 0; cut <= evidence.length; cut += 3) {
      const pieces = [filler + evidence.slice(0, cut), evidence.slice(cut) + filler];
      expect(heard(pieces)).toEqual(whole);
    }
  });

  it('tells lines by the pieces, which may lie further apart than line breaks say', () => {
    const listener = statementListener({ findNumbers, timeZone: 'UTC' });
    listener.text('LRN=L1\nLRN=L2\nLR', 10);
    listener.text('N=L3\nLRN=L4', 40);
    listener.text('\n\nLRN=L5', 50);
    listener.endOfText();
    listener.text('LRN=L6', 60);
    expect(listener.finish().map(({ line }) => line)).toEqual([10, 11, 12, 41, 52, 60]);
  });

  it('tells the line of a short piece that completes a batch', () => {
    const listener = statementListener({ findNumbers, timeZone: 'UTC' });
    listener.text('.'.repeat(65_530), 1);
    listener.text('xx LRN=L1', 500);
    listener.text('\nLRN=L2', 500);
    expect(listener.finish().map(({ line }) => line)).toEqual([500, 501]);
  });

  it('tells lines far into a long text', () => {
    const text = `${'x\n'.repeat(200_000)}LRN=L1\n${'x\n'.repeat(100_000)}LRN=L2`;
    expect(heard(text).map(({ line }) => line)).toEqual([200_001, 300_002]);
    expect(heard(text.match(/[\s\S]{1,70000}/g) ?? []).map(({ line }) => line)).toEqual([200_001, 300_002]);
  });
});

const millis = (work: () => void) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

describe('long and hostile texts', () => {
  it('5 MB of NCTS messages', () => {
    const text = Array.from({ length: 9000 }, (_, index) => nctsMessage({ type: 'CC928C', lrn: `L${index}` })).join(
      '\n',
    );
    expect(text.length).toBeGreaterThan(4_900_000);
    // 0.1 s on an idle machine; the limit is for busy ones.
    expect(millis(() => expect(heard(text)).toHaveLength(9000))).toBeLessThan(4000);
  });

  it('20 MB that say nothing', () => {
    const text = '2026-07-01 12:00:05,123 INFO  [main] c.e.Transit - posted the declaration: 202 Accepted\n'.repeat(
      230_000,
    );
    expect(millis(() => expect(heard(text)).toEqual([]))).toBeLessThan(2000);
  });

  it.each([
    'MRN=',
    'mrn="',
    '"type":"IE928"',
    '"type":"IE928","',
    `"type":"IE928"x'`,
    '"type":"IE928",{',
    `'type':"IE928"`,
    '"type":"IE928"[]',
    '"received":"2026-07-01T12:00:05Z","',
    '<CC015C ',
    '<CC015C ncts.dgtaxud.ec>',
    '[[PROPERTY|a=',
    'scenario: ',
    '[1mmrn',
    `mrn${' '.repeat(20)}`,
    `${'\\'.repeat(100)}"type`,
    '&amp;'.repeat(20).concat('lt;CC015C'),
    'IE015=2026-07-01 12:00 12:00 ',
    '1 2 3 [a] - scenario: ',
  ])('300 KB of %j', (text) => {
    const long = text.repeat(300_000 / text.length);
    // Below 0.2 s on an idle machine; anything quadratic would take a minute.
    expect(millis(() => heard(long))).toBeLessThan(10_000);
  });

  it('after much walking in vain it still finds the API’s own order of fields, if no longer fields far apart', () => {
    const message = JSON.stringify(apiMessage({ type: 'IE028' }));
    const farApart = `{"type":"IE029","x":"${'y'.repeat(1000)}","received":"${noon}"}`;
    const found = (trap: string) => heard(`${trap}\n${message}\n${farApart}`).map(({ text }) => text.slice(0, 5));
    expect(found(`'type':"IE928"`.repeat(100))).toEqual(['IE028', 'IE029']);
    expect(found(`'type':"IE928"`.repeat(5000))).toEqual(['IE028']);
    // Many objects of another kind are not in vain: each ends soon.
    expect(found('{"type":"IE928","status":"Success"}\n'.repeat(5000))).toEqual(['IE028', 'IE029']);
  });
});
