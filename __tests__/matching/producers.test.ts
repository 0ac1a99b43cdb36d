import { createReadStream, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { gatherEvidence } from '../../src/assessment/evidence/gather.ts';
import { matchReport } from '../../src/matching/match.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { readReport } from '../../src/junit/read.ts';
import { buildScenario } from '../builders.ts';
import { briefly } from '../statements/stated.ts';

const folder = fileURLToPath(new URL('../fixtures/producers/', import.meta.url));

async function matchedIn(file: string) {
  let order = 0;
  const matcher = matchReport({ programme: ncts5, file, mapping: [], timeZone: 'UTC', nextOrder: () => ++order });
  await readReport(createReadStream(`${folder}${file}`), file, matcher.on);
  return matcher.finish();
}

/** What real tools keep of `MRN=26GB00006010A2B3C4 LRN=LRN-0001`, said in each tool's own way, for the test of DSGB1. */
const MRN = '26GB00006010A2B3C4';
const kept: Readonly<Record<string, readonly string[]>> = {
  bats: [`mrn=${MRN} (line 5)`],
  bruno: [`mrn=${MRN} (name 5)`, 'lrn=LRN-0001 (name 6)'],
  // Keeps the steps only.
  'cucumber-js': [],
  // Keeps the output of all tests together: whose it is can't be told, which is reported below.
  gradle: [],
  'jest-junit': [`mrn=${MRN} (property 10)`, 'lrn=LRN-0001 (property 11)'],
  'junit5-console': [
    'display-name=DSGB1: Simplified departure declaration (line 143)',
    `mrn=${MRN} (line 147)`,
    'lrn=LRN-0001 (line 149)',
  ],
  'mocha-junit-reporter': [`mrn=${MRN} (line 41)`, 'lrn=LRN-0001 (line 42)'],
  'mocha-junit-reporter.props-env': [`mrn=${MRN} (line 15)`, 'lrn=LRN-0001 (line 16)'],
  // Keeps no output.
  'mocha-xunit': [],
  newman: [`mrn=${MRN} (name 4)`, 'lrn=LRN-0001 (name 5)'],
  'newman-junitfull': [`mrn=${MRN} (name 4)`, 'lrn=LRN-0001 (name 5)'],
  'node-test-20': [`mrn=${MRN} (comment 5)`, 'lrn=LRN-0001 (comment 6)'],
  'node-test-24': [`mrn=${MRN} (comment 5)`, 'lrn=LRN-0001 (comment 6)'],
  // The test that prints has its number in mixed case, which is no number; the other one prints nothing.
  phpunit: [],
  playwright: [`mrn=${MRN} (property 7)`, 'lrn=LRN-0001 (property 9)', `mrn=${MRN} (line 15)`],
  ...Object.fromEntries(
    ['pytest-7', 'pytest-9'].map((tool) => [
      tool,
      [
        'scenario=DSGB1: Simplified departure declaration (property 1)',
        `mrn=${MRN} (property 1)`,
        'lrn=LRN-0001 (property 1)',
        // A second test of the same scenario.
        `mrn=${MRN} (property 1)`,
      ],
    ]),
  ),
  // Keeps no output of tests that pass.
  rspec: [],
  // Names the test in mixed case and keeps no report entries.
  surefire: [],
  vitest: [`mrn=${MRN} (line 6)`, `mrn=${MRN} (property 10)`, 'lrn=LRN-0001 (property 12)'],
  'vitest-5': [`mrn=${MRN} (line 6)`, `mrn=${MRN} (property 10)`, 'lrn=LRN-0001 (property 12)'],
};

describe('evidence that real tools keep', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.xml'));

  it('every producer is in the table', () => {
    expect([...new Set(files.map((file) => file.replace(/(\.utc)?\.xml$/, '')))].toSorted()).toEqual(
      Object.keys(kept).toSorted(),
    );
  });

  it.each(files)('%s', async (file) => {
    const { attempts } = await matchedIn(file);
    const ofDsgb1 = attempts.filter(({ scenario, ambiguous }) => scenario === 'DSGB1' && !ambiguous);
    const statements = ofDsgb1.flatMap((attempt) => briefly(attempt.statements));
    expect(statements).toEqual(kept[file.replace(/(\.utc)?\.xml$/, '')]);
  });

  it.each([
    ['gradle.xml', "MRN in the output of suite 'CdsTest'", 66],
    ['jest-junit.xml', "MRN, LRN in the output of suite 'CDS departures'", 52],
  ])('%s: what a suite prints for several scenarios is reported', async (file, beginning, line) => {
    const { findings } = await matchedIn(file);
    const [problem, ...others] = findings.filter(({ kind }) => kind === 'evidence');
    expect(others).toEqual([]);
    expect(problem?.message.startsWith(beginning)).toBe(true);
    expect(problem).toMatchObject({ place: { file, line } });
  });

  it('the MRN of these toys is none, and that is said', async () => {
    const { attempts } = await matchedIn('playwright.xml');
    const evidence = gatherEvidence(
      buildScenario('DSGB1'),
      attempts.filter(({ scenario }) => scenario === 'DSGB1'),
      ncts5.expected['standard-departure'],
    );
    expect(evidence.mrn).toMatchObject({
      value: MRN,
      source: 'property',
      derived: false,
      file: 'playwright.xml',
      line: 7,
    });
    expect(evidence.lrn).toMatchObject({ value: 'LRN-0001', source: 'property', line: 9 });
    expect(evidence.findings.map(({ code }) => code)).toEqual(['mrn-shape', 'message-missing']);
  });
});
