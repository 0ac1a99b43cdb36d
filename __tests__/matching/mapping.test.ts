import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappedScenarios, unfitting } from '../../src/matching/mapping.ts';
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
    const of = (test: string) => mappedScenarios([{ scenario: 'DSGB1', test }])(names);
    for (const test of ['release', 'Departures', 'Departures release', 'simplified', 'night*']) {
      expect(of(test)).toEqual(['DSGB1']);
    }
    for (const test of ['releas', 'Departures  release', 'x']) expect(of(test)).toEqual([]);
    expect(
      mappedScenarios([
        { scenario: 'DSGB1', test: '*' },
        { scenario: 'DSGB1', test: 'release' },
        { scenario: 'DSXI1', test: 'release' },
      ])(names),
    ).toEqual(['DSGB1', 'DSXI1']);
    expect(mappedScenarios([{ scenario: 'DSGB1', test: '' }])({ name: '', className: '', suites: [] })).toEqual([]);
  });

  it.each([
    ['*sed', 'released', true],
    ['rel*', 'released', true],
    ['eas', 'eas', true],
    ['*lea*', 'released', true],
    ['eas', 'released', false],
  ])('of three letters is found wherever they stand: %s in %s', (test, name, expected) => {
    expect(mappedScenarios([{ scenario: 'DSGB1', test }])({ name, className: '', suites: [] })).toEqual(
      expected ? ['DSGB1'] : [],
    );
  });

  it('finds what each pattern by itself finds, however many there are', () => {
    const word = fc.stringMatching(/^[abc]{0,8}$/);
    const patterns = fc.array(fc.stringMatching(/^[abc*]{1,8}$/), { maxLength: 30 });
    fc.assert(
      fc.property(patterns, word, word, (tests, name, className) => {
        const ids = ['DSGB1', 'DSXI1', 'PSGB1'];
        const mapping = tests.map((test, index) => ({ scenario: ids[index % 3] ?? '', test }));
        const texts = [name, className, `${className} ${name}`].filter((text) => text !== '');
        const expected = mapping.filter(({ test }) => texts.some((text) => fits(test, text)));
        expect(mappedScenarios(mapping)({ name, className, suites: [] })).toEqual([
          ...new Set(expected.map(({ scenario }) => scenario)),
        ]);
      }),
    );
  });

  it('looks at no more than a few of thousands of patterns for a test', () => {
    const mapping = Array.from({ length: 4000 }, (_, index) => ({
      scenario: 'DSGB1',
      test: `*Departure ${index} *released`,
    }));
    const mapped = mappedScenarios(mapping);
    const begun = performance.now();
    for (let index = 0; index < 20_000; index++) {
      mapped({ name: `Departure ${index % 5000} is released`, className: 'Departures', suites: ['s'] });
    }
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});

describe('what of the mapping fits no test', () => {
  const result = (name: string, scenario?: string) => ({ name, className: 'c', suites: ['s'], scenario });
  const place = { file: '.github/ncts5.yml', line: 5 };
  const mapping = [
    { scenario: 'DSGB1', test: 'Departure', place },
    { scenario: 'DSGB1', test: 'Release*', place },
    { scenario: 'DSGB5', test: 'cancelled', place },
  ];
  const said = (results: readonly ReturnType<typeof result>[]) => {
    const fitting = new Set<(typeof mapping)[number]>();
    const mapped = mappedScenarios(mapping, fitting);
    for (const one of results) mapped(one);
    return unfitting(mapping, fitting, results).map(({ severity, message, next }) => `${severity}: ${message} ${next}`);
  };
  const fitsNone = (pattern: string, id: string) =>
    `'${pattern}', which the configuration gives ${id}, fits no test in the reports.`;
  const leave = 'Write the name as the report has it, or leave it out where the test is gone.';

  it('is told where it stands: a warning where its scenario has results by other names', () => {
    expect(said([result('Departure', 'DSGB1'), result('x')])).toEqual([
      `warning: ${fitsNone('Release*', 'DSGB1')} ${leave}`,
      `notice: ${fitsNone('cancelled', 'DSGB5')} ${leave}`,
    ]);
    const [first] = unfitting(mapping, new Set(), [result('x')]);
    expect(first).toMatchObject({ kind: 'settings', place });
  });

  it('is told with a name that differs in letter case or white space only', () => {
    const results = [result('Departure', 'DSGB1'), result(' release of goods'), result('Can celled')];
    const near = (name: string) => `There is '${name}': letter case and white space count.`;
    expect(said(results)).toEqual([
      `warning: ${fitsNone('Release*', 'DSGB1')} ${near('release of goods')}`,
      `notice: ${fitsNone('cancelled', 'DSGB5')} ${near('Can celled')}`,
    ]);
  });

  it('is nothing where all of it fits, by name, class or suite, or there is no result', () => {
    expect(
      said([result('Departure'), { ...result('a'), className: 'Released' }, { ...result('b'), suites: ['cancelled'] }]),
    ).toEqual([]);
    expect(said([])).toEqual([]);
  });

  it('is told up to twenty, then how many more', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({ scenario: 'DSGB1', test: `t${index}` }));
    const told = unfitting(many, new Set(), [result('x')]);
    expect(told).toHaveLength(21);
    expect(told.at(-1)?.message).toContain('5 more like this');
  });
});
