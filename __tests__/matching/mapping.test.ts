import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappedScenarios } from '../../src/matching/mapping.ts';
import { fits } from '../../src/text/wildcard.ts';

describe("the user's own mapping of test names", () => {
  it.each([
    ['released', 'released', true],
    ['released', 'Released', false],
    ['released*', 'released for transit', true],
    ['*transit', 'released for transit', true],
    ['rel*for*transit', 'released for transit', true],
    ['rel*for*transit', 'released transit', false],
    ['*', '', true],
    ['a*a', 'a', false],
    ['a*b*b', 'ab', false],
    ['a*b*c', 'abc', true],
    ['a*b*b*c', 'abc', false],
    ['a*b*b*c', 'abbc', true],
    ['**', 'x', true],
  ])('%s fits %s: %s', (pattern, text, expected) => {
    expect(fits(pattern, text)).toBe(expected);
  });

  it('agrees with the same pattern as a regular expression', () => {
    const text = fc.stringMatching(/^[ab]{0,12}$/);
    const pattern = fc.stringMatching(/^[ab*]{0,8}$/);
    fc.assert(
      fc.property(pattern, text, (p, t) => {
        expect(fits(p, t)).toBe(new RegExp(`^${p.replaceAll('*', '.*')}$`).test(t));
      }),
      { numRuns: 500 },
    );
  });

  it('compares with test name, class name, both, and suites, and gives each scenario once', () => {
    const names = { name: 'release', className: 'Departures', suites: ['nightly', 'simplified'] };
    const of = (test: string) => mappedScenarios([{ scenario: 'DSGB1', test }], names);
    for (const test of ['release', 'Departures', 'Departures release', 'simplified', 'night*']) {
      expect(of(test)).toEqual(['DSGB1']);
    }
    for (const test of ['releas', 'Departures  release', 'x']) expect(of(test)).toEqual([]);
    expect(
      mappedScenarios(
        [
          { scenario: 'DSGB1', test: '*' },
          { scenario: 'DSGB1', test: 'release' },
          { scenario: 'DSXI1', test: 'release' },
        ],
        names,
      ),
    ).toEqual(['DSGB1', 'DSXI1']);
    expect(mappedScenarios([{ scenario: 'DSGB1', test: '' }], { name: '', className: '', suites: [] })).toEqual([]);
  });
});
