/* What was run beside what is asked for, and movements that prove more than one application. */
import { describe, expect, it } from 'vitest';
import { borrowedFindings, otherFindings, otherScenarios, othersInWords } from '../../src/assessment/others.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import type { ScenarioAssessment, ScenarioStatus } from '../../src/assessment/assessment.ts';
import type { Ownership } from '../../src/requirements/requirement.ts';
import {
  buildApplication,
  buildApplicationAssessment,
  buildAttempt,
  buildCounted,
  buildEvidence,
  buildProvenance,
  buildReportFile,
  buildRequirementAssessment,
  buildScenarioAssessment,
  buildSourced,
  mrns,
} from '../builders.ts';

const byId = (...all: readonly ScenarioAssessment[]) => new Map(all.map((one) => [one.scenario.id, one]));
const stands = (id: string, status: ScenarioStatus) => buildScenarioAssessment(id, { status });

/** Proven by those scenarios. */
function application(name: string, ...scenarios: readonly ScenarioAssessment[]) {
  return buildApplicationAssessment({
    application: buildApplication({ name }),
    requirements: scenarios.map((scenario) => buildRequirementAssessment(scenario.scenario.flow, { scenario })),
  });
}

/** Of a movement of its own, in a report of its own. */
function distinct(id: string, no: number, overrides: Partial<ScenarioAssessment> = {}) {
  const attempt = buildAttempt({ scenario: id, file: `${no}.xml`, line: no });
  return buildScenarioAssessment(id, {
    counted: [buildCounted({ attempt })],
    evidence: buildEvidence(id, { mrn: undefined }),
    ...overrides,
  });
}

describe('scenarios that were run beside what is asked for', () => {
  const one = buildApplicationAssessment({
    requirements: [
      buildRequirementAssessment('standard-departure', { scenario: stands('DSGB1', 'failed') }),
      buildRequirementAssessment('arrival', { scenario: undefined }),
    ],
    alsoRequired: [buildRequirementAssessment('standard-departure', { scenario: stands('DSGB2', 'failed') })],
  });
  const asked = [stands('DSGB1', 'failed'), stands('DSGB2', 'failed')];

  it('are told apart by how they stand; those that are asked for are none of them', () => {
    const others = [stands('DSGB3', 'passed'), stands('DSGB4', 'failed'), stands('DSGB5', 'stale')];
    const scenarios = byId(...asked, ...others, stands('PSGB1', 'not-run'));
    expect(otherScenarios([one], scenarios)).toEqual({
      passed: ['DSGB3'],
      failed: ['DSGB4'],
      open: ['DSGB5', 'PSGB1'],
    });
  });

  const ten = Array.from({ length: 10 }, (_, index) => `S${index}`);
  it.each([
    [[], [], [], ''],
    [['A', 'B'], [], [], '2 passed'],
    [[], ['A'], [], '1 failed (A)'],
    [[], [], ['A', 'B'], '2 not run or too old (A, B)'],
    [['A'], ['B'], ['C'], '1 passed, 1 failed (B), 1 not run or too old (C)'],
    [[], ten, [], `10 failed (${ten.join(', ')})`],
    [[], [...ten, 'S10'], [], `11 failed (${ten.join(', ')}, …)`],
  ])('are put in words: %j, %j, %j', (passed, failed, open, words) => {
    expect(othersInWords({ passed, failed, open })).toBe(words);
  });

  it('are told where one failed, in a programme that tells them', () => {
    const failed = byId(...asked, stands('DSGB3', 'passed'), stands('DSGB4', 'failed'));
    expect(otherFindings(ncts6, [one], failed, [])).toEqual([
      {
        kind: 'elsewhere',
        severity: 'notice',
        message: 'Other scenarios run: 1 passed, 1 failed (DSGB4). You can submit all the same.',
      },
    ]);
    expect(otherFindings(ncts6, [one], byId(...asked, stands('DSGB3', 'passed')), [])).toEqual([]);
    expect(otherFindings(ncts5, [one], failed, [])).toEqual([]);
  });
});

describe('one movement behind two applications', () => {
  const mrn = (value: string) => ({ evidence: buildEvidence('DSGB1', { mrn: buildSourced(value) }) });
  const from = (artifactId: number, file = 'a.xml') => ({
    counted: [buildCounted({ attempt: buildAttempt({ file, line: 3, provenance: buildProvenance({ artifactId }) }) })],
  });

  it.each<[number, string, ScenarioAssessment, ScenarioAssessment]>([
    [1, 'one MRN', distinct('DSGB1', 1, mrn(mrns.gb)), distinct('DSGB1', 2, mrn(mrns.gb))],
    [
      1,
      'one MRN in small letters',
      distinct('DSGB1', 1, mrn(mrns.gb)),
      distinct('DSGB1', 2, mrn(mrns.gb.toLowerCase())),
    ],
    [0, 'two MRNs', distinct('DSGB1', 1, mrn(mrns.gb)), distinct('DSGB1', 2, mrn(mrns.gb2))],
    [0, 'no MRN, two results', distinct('DSGB1', 1), distinct('DSGB1', 2)],
    [1, 'one result', distinct('DSGB1', 1), distinct('DSGB1', 1)],
    [0, 'one result of two scenarios', distinct('DSGB1', 1), distinct('DSGB4', 1)],
    [0, 'a departure and its arrival', distinct('DSGB1', 1, mrn(mrns.gb)), distinct('ASGB1', 2, mrn(mrns.gb))],
    [1, 'one artifact', distinct('DSGB1', 1, from(1)), distinct('DSGB1', 1, from(1))],
    [0, 'a report of the same name in two artifacts', distinct('DSGB1', 1, from(1)), distinct('DSGB1', 1, from(2))],
  ])('is told %i times: %s', (count, _, first, second) => {
    const both = [application('one', first), application('two', second)];
    expect(otherFindings(ncts6, both, new Map(), [])).toHaveLength(count);
    expect(borrowedFindings(ncts5, both, [])).toHaveLength(2 * count);
    expect(borrowedFindings(ncts6, both, [])).toEqual([]);
    expect(otherFindings(ncts5, both, new Map(), [])).toEqual([]);
  });

  it('is seen where its report lies in two places', () => {
    const both = [application('one', distinct('DSGB1', 3, from(1, 'a.xml'))), application('two', distinct('DSGB1', 3))];
    const files = (sha256: string) => [
      buildReportFile({ path: 'a.xml', sha256: 'same', provenance: buildProvenance({ artifactId: 1 }) }),
      buildReportFile({ path: '3.xml', sha256 }),
    ];
    expect(borrowedFindings(ncts5, both, files('same'))).toHaveLength(2);
    expect(borrowedFindings(ncts5, both, files('another'))).toEqual([]);
  });

  it('is told in words that name both', () => {
    const shared = distinct('DSGB1', 1, mrn(mrns.gb));
    const both = [application('one', shared), application('two', shared)];
    expect(otherFindings(ncts6, both, new Map(), [])).toEqual([
      {
        kind: 'elsewhere',
        severity: 'notice',
        message:
          "The movement of DSGB1 proves one and two. Whether HMRC wants one for each product is not known: it doesn't say.",
      },
    ]);
    expect(borrowedFindings(ncts5, both, [])).toEqual(
      ['one', 'two'].map((name) => ({
        kind: 'missing',
        code: 'shared-movement',
        severity: 'error',
        message:
          'Standard departure: the movement of DSGB1 is used for one and two, but HMRC wants each to run its own tests.',
        next: 'Run DSGB1 or DSXI1 with each of them, and say in the configuration file whose results are whose: by results, results-artifact, property or suite of each application.',
        place: { file: '1.xml', line: 1 },
        scenario: 'DSGB1',
        requirement: 'standard-departure',
        application: name,
      })),
    );
  });

  it('asks for tests of their own where their results are told apart already', () => {
    const shared = distinct('DSGB1', 1);
    const claim = { results: undefined, artifacts: undefined, property: undefined, suite: 'x' };
    const withOwnership = (name: string, ownership: Ownership) => ({
      ...application(name, shared),
      application: buildApplication({ name, ownership }),
    });
    const both = [
      withOwnership('one', { own: claim, others: [] }),
      withOwnership('two', { own: undefined, others: [claim] }),
    ];
    expect(borrowedFindings(ncts5, both, []).map(({ next }) => next)).toEqual([
      'Run DSGB1 or DSXI1 with each of them: the same test counts for both now.',
      expect.stringContaining('say in the configuration file whose results are whose'),
    ]);
  });

  it('is no matter where it proves one of them only, or two tests of one', () => {
    const shared = distinct('DSGB1', 1);
    const failing = (status: 'failed' | 'satisfied') =>
      buildApplicationAssessment({
        application: buildApplication({ name: 'two' }),
        requirements: [buildRequirementAssessment('standard-departure', { status, scenario: shared })],
      });
    expect(borrowedFindings(ncts5, [application('one', shared), failing('satisfied')], [])).toHaveLength(2);
    expect(borrowedFindings(ncts5, [application('one', shared), failing('failed')], [])).toEqual([]);
    expect(borrowedFindings(ncts5, [application('one', shared, shared), application('two')], [])).toEqual([]);
  });

  it('has no place where no result counts for it', () => {
    const unplaced = distinct('DSGB1', 1, { ...mrn(mrns.gb), counted: [] });
    const found = borrowedFindings(ncts5, [application('one', unplaced), application('two', unplaced)], []);
    expect(found.map(({ place }) => place)).toEqual([undefined, undefined]);
  });
});
