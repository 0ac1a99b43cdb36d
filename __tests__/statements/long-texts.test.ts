import { describe, expect, it } from 'vitest';
import { nctsMessage, stated, statedIn } from './stated.ts';

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
    expect(
      millis(() => expect(statedIn(text)).toMatchObject({ statements: { length: 5000 }, dropped: { count: 4000 } })),
    ).toBeLessThan(4000);
  });

  it('20 MB that say nothing', () => {
    const text = '2026-07-01 12:00:05,123 INFO  [main] c.e.Transit - posted the declaration: 202 Accepted\n'.repeat(
      230_000,
    );
    expect(millis(() => expect(stated(text)).toEqual([]))).toBeLessThan(2000);
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
    expect(millis(() => stated(long))).toBeLessThan(10_000);
  });
});
