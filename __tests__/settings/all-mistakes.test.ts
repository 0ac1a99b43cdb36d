import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { parseConfiguration } from '../../src/settings/file/configuration.ts';
import { mistakesIn } from '../../src/settings/file/configuration-schema.ts';
import { mistakesInto } from '../../src/settings/mistakes.ts';
import { inWords, mistakesTold } from './reading.ts';

/** Of each key what it may hold, all of it wrong in one way: some of the wrong type, some of the right type. */
const wrong: Readonly<Record<string, readonly string[]>> = {
  flows: ['arival: normal', 'arrival: 3', 'standard-departure: normall', 'pre-lodged: [normal, 7]'],
  'not-applicable': ['arival: x', 'arrival: 3', 'standard-departure: [x]'],
  scenarios: ['DSGB1: 3', 'DSGB99: x', "DSGB2: '*'", 'DSGB5: []', 'DSGB6: [x, 4]', 'ASGB1: {a: b}', 'DSGB10:'],
  answers: ['business: {name: x, nam: y}', 'software.saas: perhaps', 'x: y', 'rateLimit: 3'],
  procedures: ['- normall', '- 3', '- {a: b}'],
  'credentials-held': ['- inbond', '- 3', '- {a: b}'],
  'fail-on': ['- mising', '- 3', '- {a: b}'],
  'also-required': ['- DSGB99', '- 3', '- {a: b}'],
  results: ['- ~/x', '- 3', "- 'a\\b'", '- {a: b}'],
};
const mappings = [
  '- {scenario: DSGB1}',
  '- {scenario: DSGB99, test: x}',
  "- {scenario: DSGB2, test: '*'}",
  '- {scenario: 3, test: x}',
  '- x',
  '- {scenario: DSGB5, test: y, more: z}',
];
const ofOwn = '{flows: arrival, procedures: normal, name: ';
const applications = [
  `- ${ofOwn}b, credentials-held: 3}`,
  `- ${ofOwn}c, answers: {x: y}}`,
  '- 3',
  `- ${ofOwn}e, also-required: [DSGB99]}`,
  `- ${ofOwn}f, combination: C}`,
  `- ${ofOwn}g, results: [3, ~/x]}`,
  `- ${ofOwn}h, property: {name: x, value: y, more: z}}`,
];

/** Its mistakes without lines and places in lists, which depend on what else is there. */
function told(file: string): readonly string[] {
  const findings: Finding[] = [];
  const configuration = parseConfiguration('x.yml', file, mistakesInto(findings));
  const inFile = configuration === undefined ? [] : mistakesIn(configuration, ncts5);
  return [...findings, ...inFile].map((one) =>
    inWords(one)
      .replace(/^x\.yml:[\d:]+ /, '')
      .replaceAll(/\[\d+\]/g, '[]'),
  );
}

const fileOf = (parts: readonly (readonly [string, readonly string[]])[]) =>
  parts
    .filter(([, entries]) => entries.length > 0)
    .map(([key, entries]) => `${key}:\n${entries.map((entry) => `  ${entry}\n`).join('')}`)
    .join('');

describe('all mistakes of a file are told at once', () => {
  const tables = [...Object.entries(wrong), ['scenarios', mappings] as const, ['applications', applications] as const];

  it.each(tables)('and each of %s is one by itself', (key, entries) => {
    expect(entries.map((entry) => told(fileOf([[key, [entry]]])).length)).not.toContain(0);
  });

  it('whatever stands beside which', () => {
    const parts = fc.tuple(...tables.map(([key, entries]) => fc.tuple(fc.constant(key), fc.subarray([...entries]))));
    const chosen = parts.map((all) => {
      // A key stands in a file once.
      return [...new Map(all).entries()];
    });
    fc.assert(
      fc.property(chosen, (file) => {
        const each = file.flatMap(([key, entries]) => entries.flatMap((entry) => told(fileOf([[key, [entry]]]))));
        expect([...told(fileOf(file))].toSorted()).toEqual(each.toSorted());
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['credentials-held: x\n', 'credentials-held'],
    ['combination: C\n', 'combination'],
    ['also-required: 3\n', 'also-required'],
    ['not-applicable: 3\n', 'not-applicable'],
  ])('with what is missing beside %j', async (line, key) => {
    const missing = await mistakesTold({ file: '' });
    expect(missing).toHaveLength(2);
    expect(await mistakesTold({ file: line })).toEqual([
      ...missing,
      expect.stringMatching(new RegExp(`^\\.github/ncts5\\.yml:1:1 ${key}: `)),
    ]);
  });

  it.each(['flows', 'procedures'])('and nothing is missing that only is wrong: %s', async (key) => {
    const file = `flows: arrival\nprocedures: normal\n`.replace(new RegExp(`${key}: .*`), `${key}: 3`);
    expect(await mistakesTold({ file })).toEqual([expect.stringMatching(new RegExp(` ${key}: must be `))]);
  });

  it.each(['credentials-held: x', 'answers: {business: {name: x}, business.name: y}'])(
    'with a combination that does not fit, beside %s',
    async (line) => {
      const file = `${line}\ncombination: B\nflows: {standard: normal, arrival: both}\n`;
      expect(await mistakesTold({ file })).toEqual([
        expect.stringContaining('.github/ncts5.yml:1:'),
        expect.stringContaining("2:1 combination: The software can't use combination B"),
      ]);
    },
  );

  it('in an application of a list as well', async () => {
    const file = 'applications:\n  - {name: a, flows: arrival, credentials-held: x, also-required: [DSGB99]}\n';
    expect(await mistakesTold({ file })).toEqual([
      expect.stringContaining('applications[0]: no procedures are given for arrival.'),
      expect.stringContaining("applications[0].credentials-held: 'x' is not known."),
      expect.stringContaining("applications[0].also-required: there is no scenario 'DSGB99'."),
    ]);
  });
});

describe('keys that are not known', () => {
  it.each([
    ['scenarios: [{scenario: DSGB1, test: x, tests: y}]', "scenarios[].tests: is not known. Did you mean 'test'?"],
    ['scenarios: [{scenario: DSGB1, test: x, of: y}]', 'scenarios[].of: is not known. Known are: scenario, test.'],
    [
      `applications: [${ofOwn}a, property: {name: x, value: y, at: z}}]`,
      'applications[].property.at: is not known. Known are: name, value.',
    ],
  ])('are told with those that are: %s', (file, words) => {
    expect(told(file)).toEqual([words]);
  });
});

it.each([
  [20, []],
  [21, ['k21: is not known.']],
  [22, ['k21: is not known, nor is the key after it.']],
  [40, ['k21: is not known, nor are the 19 keys after it.']],
])('of %d keys that are not known, twenty are told with what is meant, and how many more there are', (count, more) => {
  const file = Array.from({ length: count }, (_, index) => `k${index + 1}: x\n`).join('');
  const all = told(file);
  expect(all.slice(20)).toEqual(more);
  expect(all.slice(0, 20).map((line) => /^(k\d+): is not known\. Known are: /.exec(line)?.[1])).toEqual(
    Array.from({ length: 20 }, (_, index) => `k${index + 1}`),
  );
});

describe('a value of the wrong type is told how to write', () => {
  it.each([
    ["warn-days: '12'", "must be a whole number from 0 to 14, not '12'. Write it without quotes: warn-days: 12."],
    ["warn-days: ' 3 '", "must be a whole number from 0 to 14, not ' 3 '. Write it without quotes: warn-days: 3."],
    ['warn-days: 3 days', "must be a whole number from 0 to 14, not '3 days'."],
    ['warn-days: about 3', "must be a whole number from 0 to 14, not 'about 3'."],
    ['warn-days: yes', "must be a whole number from 0 to 14, not 'yes'."],
    ['warn-days: true', 'must be a whole number from 0 to 14, not true.'],
    [
      'name: 3.5',
      "must be a text (if it looks like a number or true, put it in quotes), not 3.5. Put it in quotes: '3.5'.",
    ],
    ['report: true', "must be a path, not true. Put it in quotes: 'true'."],
    ['as-of: [2026-11-20]', 'must be a date, or a date and time, not a list.'],
    ['answers: {business: [x]}', 'must be a map of answers, not a list.'],
  ])('%s', (file, words) => {
    expect(told(file)).toEqual([expect.stringContaining(`: ${words}`)]);
  });
});

it.each(['results: 3', 'results: {a: b}'])(
  'a source of results that cannot be read is not missing: %s',
  async (line) => {
    const file = `flows: arrival\nprocedures: normal\n${line}\n`;
    expect(await mistakesTold({ file, values: { results: '' } })).toEqual([
      expect.stringContaining('results: must be '),
    ]);
  },
);

it.each(['results: []', "results: ['']", "results: ''"])('a list of reports without any is none: %s', async (line) => {
  const [mistake, ...more] = await mistakesTold({
    file: `flows: arrival\nprocedures: normal\n${line}\n`,
    values: { results: '' },
  });
  expect([mistake, more]).toEqual([expect.stringMatching(/^input results: no source of results is given\./), []]);
});
