/* Whose results are whose: applications of one check that are each proven by results of their own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { reasonsOf } from '../../src/assessment/assessment.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import type { Claim, Ownership } from '../../src/requirements/requirement.ts';
import { buildApplication, buildProvenance, DAY, HOUR, NOW } from '../builders.ts';
import { attemptAt, inputOf } from './inputs.ts';

const nothing: Claim = { results: undefined, artifacts: undefined, property: undefined, suite: undefined };

/** Applications that need DSGB1 or DSXI1, each with that claim. */
function applications(...claims: readonly (Partial<Claim> | undefined)[]) {
  const whole = claims.map((claim) => claim && { ...nothing, ...claim });
  return claims.map((_, index) => {
    const others = whole.filter((claim, no) => no !== index && claim !== undefined);
    const ownership: Ownership = { own: whole[index], others: others.flatMap((claim) => claim ?? []) };
    return buildApplication({
      name: `app ${index}`,
      flows: [{ flow: 'standard-departure', procedures: ['simplified'] }],
      ownership,
    });
  });
}

function verdictsOf(all: ReturnType<typeof applications>, attempts: readonly Attempt[]) {
  return assess(inputOf(attempts, { applications: all }), NOW).applications.map(({ verdict }) => verdict);
}

let line = 0;

/** A result of its own place. */
function result(overrides: Partial<Attempt> = {}): Attempt {
  line += 1;
  return attemptAt(NOW - DAY, { line, order: line, ...overrides });
}

const of = (version: string) => ({ properties: new Map([['version', version]]) });
const byProperty = (value: string) => ({ property: { name: 'version', value } });

describe('an application with results of its own', () => {
  it.each<[string, Partial<Claim>, Partial<Claim>, Partial<Attempt>, Partial<Attempt>]>([
    [
      'its reports',
      { results: ['a'], files: new Set(['a.xml']) },
      { results: ['b'], files: new Set(['b.xml']) },
      { file: 'a.xml' },
      { file: 'b.xml' },
    ],
    [
      'artifacts',
      { artifacts: ['v1-*'] },
      { artifacts: ['v2-*'] },
      { provenance: buildProvenance({ artifact: 'v1-results' }) },
      { provenance: buildProvenance({ artifact: 'v2-results', artifactId: 2 }) },
    ],
    ['a property', byProperty('5.1*'), byProperty('5.2'), of('5.1.7'), of('5.2')],
    ['a suite', { suite: 'v1' }, { suite: 'v2 *' }, { suites: ['all', 'v1'] }, { suites: ['v2 of it'] }],
  ])('is known by %s, and proven by nothing else', (_, one, two, first, second) => {
    const both = applications(one, two);
    expect(verdictsOf(both, [result(first), result(second)])).toEqual(['ready', 'ready']);
    expect(verdictsOf(both, [result(first)])).toEqual(['ready', 'not-ready']);
    expect(verdictsOf(both, [result(first), result({ ...second, outcome: 'failed' })])).toEqual(['ready', 'not-ready']);
    // A later pass of the other version heals nothing.
    const healed = [result({ ...first, outcome: 'failed' }), { ...result(second), ...attemptAt(NOW - HOUR, second) }];
    expect(verdictsOf(both, healed)).toEqual(['not-ready', 'ready']);
  });

  it('leaves what it claims to no other', () => {
    expect(verdictsOf(applications(byProperty('1'), undefined), [result(of('1'))])).toEqual(['ready', 'not-ready']);
    expect(verdictsOf(applications(byProperty('1'), undefined), [result(of('1')), result()])).toEqual([
      'ready',
      'ready',
    ]);
  });

  it('is told of results that no application claims', () => {
    const assessment = assess(
      inputOf([result()], { applications: applications(byProperty('1'), byProperty('2')) }),
      NOW,
    );
    expect(assessment.findings.map(({ message }) => message).join('\n')).toContain(
      '1 passed result is of no application, and proves nothing',
    );
  });

  it('is told of those results only where each goes by a claim, and of passes alone', () => {
    const told = (all: ReturnType<typeof applications>, attempts: readonly Attempt[]) =>
      assess(inputOf(attempts, { applications: all }), NOW)
        .findings.map(({ message }) => message)
        .filter((message) => message.includes('of no application'))
        .join();
    const claimed = applications(byProperty('1'), byProperty('2'));
    expect(told(claimed, [result(), result({ name: 'b' }), result({ name: 'c', outcome: 'failed' })])).toMatch(
      /^2 passed results are of no application, and prove nothing/,
    );
    expect(told(claimed, [result({ outcome: 'failed' })])).toBe('');
    expect(told([...claimed, buildApplication({ name: 'all' })], [result()])).toBe('');
  });

  it('is not proven by a report that lies in two places', () => {
    const all = applications(
      { results: ['a'], files: new Set(['a.xml']) },
      { results: ['b'], files: new Set(['b.xml']) },
    );
    const files = ['a.xml', 'b.xml'].map((path) => ({
      path,
      sha256: 'same',
      bytes: 1,
      cases: 1,
      failed: 0,
      notRun: 0,
    }));
    const attempts = ['a.xml', 'b.xml'].map((file) => attemptAt(NOW - DAY, { file, line: 3 }));
    const assessment = assess(inputOf(attempts, { applications: all }, { files }), NOW);
    expect(assessment.verdict).toBe('not-ready');
    expect(reasonsOf(assessment).map(({ application, next }) => [application, next])).toEqual([
      ['app 0', expect.stringContaining('with each of them')],
      ['app 1', expect.stringContaining('with each of them')],
    ]);
  });

  it('is ready exactly where its own results are, whatever the others’', () => {
    const outcomes = fc.array(
      fc.record({
        version: fc.constantFrom('1', '2', 'none'),
        outcome: fc.constantFrom<Attempt['outcome']>('passed', 'failed'),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(outcomes, (given) => {
        const attempts = given.map(({ version, outcome }, index) =>
          result({ outcome, name: `DSGB1 ${index}`, ...(version === 'none' ? {} : of(version)) }),
        );
        const isReady = (version: string) => {
          const own = given.filter((one) => one.version === version);
          const others = given.filter((one) => one.version === 'none');
          return own.length > 0 && [...own, ...others].every(({ outcome }) => outcome === 'passed')
            ? 'ready'
            : 'not-ready';
        };
        expect(verdictsOf(applications(byProperty('1'), byProperty('2')), attempts)).toEqual(
          ['1', '2'].map((version) => isReady(version)),
        );
      }),
    );
  });
});
