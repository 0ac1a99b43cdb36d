/* One movement behind several applications: a version of the software that borrows the test of another has run none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { reasonsOf } from '../../src/assessment/assessment.ts';
import type { Flow } from '../../src/requirements/scenario.ts';
import { buildApplication, DAY, NOW } from '../builders.ts';
import { attemptAt, inputOf } from './inputs.ts';

function application(name: string, ...flows: readonly Flow[]) {
  return buildApplication({ name, flows: flows.map((flow) => ({ flow, procedures: ['simplified'] })) });
}

const scenarios = ['DSGB1', 'PSGB1', 'ASGB1'];
const passes = scenarios.map((scenario) => attemptAt(NOW - DAY, { scenario }));

/** All of one movement. */
const sameMrn = scenarios.map((scenario) =>
  attemptAt(NOW - DAY, {
    scenario,
    statements: [{ key: 'mrn', value: '25GB000000DSGB11J4', source: 'property', derived: false, line: 9 }],
  }),
);

function judged(applications: readonly ReturnType<typeof application>[], attempts = passes) {
  const assessment = assess(inputOf(attempts, { applications: [...applications] }), NOW);
  return {
    verdict: assessment.verdict,
    verdicts: assessment.applications.map(({ verdict }) => verdict),
    reasons: reasonsOf(assessment),
  };
}

describe('a movement', () => {
  it('proves no two applications, and both are told what would heal it', () => {
    const { verdict, verdicts, reasons } = judged([
      application('one', 'standard-departure'),
      application('two', 'standard-departure', 'arrival'),
    ]);
    expect([verdict, verdicts]).toEqual(['not-ready', ['not-ready', 'not-ready']]);
    expect(reasons.map(({ kind, application: of, scenario }) => [kind, of, scenario])).toEqual([
      ['missing', 'one', 'DSGB1'],
      ['missing', 'two', 'DSGB1'],
    ]);
    expect(reasons[0]?.message).toContain('is used for one and two');
    expect(reasons[0]?.next).toContain('by results, results-artifact, property or suite of each application');
  });

  it('is one by its MRN, whatever the scenarios; its departure and its arrival are two tests', () => {
    const [departures, preLodged] = [application('d', 'standard-departure'), application('p', 'pre-lodged-departure')];
    expect(judged([departures, preLodged], sameMrn).verdicts).toEqual(['not-ready', 'not-ready']);
    expect(judged([departures, application('a', 'arrival')], sameMrn).verdicts).toEqual(['ready', 'ready']);
  });

  it('is ready exactly where no two applications go by the same test', () => {
    const flows = fc.uniqueArray(fc.constantFrom<Flow>('standard-departure', 'pre-lodged-departure', 'arrival'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.array(flows, { minLength: 1, maxLength: 3 }), (all) => {
        const { verdict, verdicts } = judged(all.map((own, index) => application(`app ${index}`, ...own)));
        const isShared = (own: readonly Flow[], index: number) =>
          all.some((other, no) => no !== index && other.some((flow) => own.includes(flow)));
        expect(verdicts).toEqual(all.map((own, index) => (isShared(own, index) ? 'not-ready' : 'ready')));
        expect(verdict).toBe(all.some(isShared) ? 'not-ready' : 'ready');
      }),
    );
  });
});
