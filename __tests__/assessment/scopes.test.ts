/* Applications with results of their own beside each other, and what is said of results that are nobody's. */
import { describe, expect, it } from 'vitest';
import { assess, type AssessmentInput } from '../../src/assessment/assess.ts';
import { reasonsOf } from '../../src/assessment/assessment.ts';
import { scopesOf, unclaimedFindings } from '../../src/assessment/ownership.ts';
import type { Finding } from '../../src/finding.ts';
import type { Attempt, OtherResult } from '../../src/matching/attempt.ts';
import type { Claim, Ownership } from '../../src/requirements/requirement.ts';
import { buildApplication, buildAttempt, buildProvenance, DAY, HOUR, NOW } from '../builders.ts';
import { attemptAt, clock, inputOf } from './inputs.ts';

const claim = (overrides: Partial<Claim> = {}): Claim => ({
  results: undefined,
  artifacts: undefined,
  property: undefined,
  suite: undefined,
  ...overrides,
});
const bySuite = (suite: string) => claim({ suite });

function application(name: string, ownership?: Ownership) {
  return buildApplication({ name, flows: [{ flow: 'standard-departure', procedures: ['simplified'] }], ownership });
}

const [v1, v2] = [bySuite('v1'), bySuite('v2')];
const both = [application('one', { own: v1, others: [v2] }), application('two', { own: v2, others: [v1] })];
const ran = (suite: string, overrides: Partial<Attempt> = {}) =>
  attemptAt(NOW - DAY, { suites: [suite], file: `${suite}.xml`, ...overrides });
const judge = (
  attempts: readonly Attempt[],
  settings: Partial<AssessmentInput['settings']> = {},
  rest: Partial<AssessmentInput> = {},
) => assess(inputOf(attempts, settings, rest), NOW);

describe('applications with results of their own', () => {
  it('have each scenario by those, and together as it stands worst', () => {
    const stand = (...outcomes: readonly Attempt['outcome'][]) => {
      const [first = 'passed', second = 'passed'] = outcomes;
      const attempts = [ran('v1', { outcome: first }), ran('v2', { outcome: second })];
      const { scenarios, perScope = [] } = judge(attempts, { applications: both });
      return [scenarios.get('DSGB1'), ...perScope].map((one) => `${one?.application}: ${one?.status}`);
    };
    expect(stand('passed', 'passed')).toEqual(['one: passed', 'one: passed', 'two: passed']);
    expect(stand('passed', 'not-run')).toEqual(['two: not-run', 'one: passed', 'two: not-run']);
    expect(stand('failed', 'not-run')).toEqual(['one: failed', 'one: failed', 'two: not-run']);
  });

  it('have by name what is said of their scenarios; those that go by all results have not', () => {
    const flaky = [ran('v1', { flaky: true }), ran('v2')];
    const said = (applications: AssessmentInput['settings']['applications']) =>
      judge(flaky, { applications })
        .findings.filter(({ kind }) => kind === 'flaky')
        .map((finding) => finding.application);
    expect(said(both)).toEqual(['one']);
    expect(said([application('one')])).toEqual([undefined]);
  });

  it('are held back by their own unplaced failures only', () => {
    const finding: Finding = { kind: 'ambiguous', severity: 'error', message: 'Whose is it?' };
    const lost = (suite: string): OtherResult => ({
      ...buildAttempt({ suites: [suite], name: 'lost', outcome: 'failed' }),
      finding: { ...finding, message: suite },
    });
    const told = (suite: string, applications: AssessmentInput['settings']['applications']) =>
      reasonsOf(judge([ran('v1'), ran('v2')], { applications }, { others: [lost(suite)] })).map(
        ({ message }) => message,
      );
    expect(told('v1', both)).toEqual(['v1']);
    expect(told('v3', both)).toEqual(['v3']);
    expect(told('v1', both.slice(1))).toEqual([]);
  });
});

describe('whose a result is', () => {
  const owned = (own: Claim | undefined, ...others: readonly Claim[]) => {
    const [scope] = scopesOf([application('one', { own, others })]);
    return (overrides: Partial<Attempt>) => scope?.has(buildAttempt(overrides));
  };

  it('makes one scope of applications without a claim, and one for each where one has any', () => {
    expect(scopesOf([application('one'), application('two')])).toMatchObject([{ name: undefined }]);
    const [first, second] = scopesOf([application('one'), ...both.slice(1)]);
    expect([first?.name, second?.name]).toEqual(['one', 'two']);
    expect(first?.has(ran('v2'))).toBe(true);
    expect(second?.has(ran('v1'))).toBe(false);
  });

  it('is what any of the others claims, not only what all of them do', () => {
    const rest = owned(undefined, v1, v2);
    expect(rest({ suites: ['v1'] })).toBe(false);
    expect(rest({ suites: ['v3'] })).toBe(true);
  });

  it('goes by any of several artifacts, and by no report of this run where only artifacts are given', () => {
    const has = owned(claim({ artifacts: ['a-*', 'b'] }));
    expect(has({ provenance: buildProvenance({ artifact: 'b' }) })).toBe(true);
    expect(has({ provenance: buildProvenance({ artifact: 'c' }) })).toBe(false);
    expect(has({ file: 'b' })).toBe(false);
  });

  it('goes by the reports that were found, and by no artifact where only reports are given', () => {
    expect(owned(claim({ results: ['*.xml'] }))({ file: 'a.xml' })).toBe(false);
    const has = owned(claim({ results: ['*.xml'], files: new Set(['a.xml']) }));
    expect(has({ file: 'a.xml' })).toBe(true);
    expect(has({ file: 'a.xml', provenance: buildProvenance() })).toBe(false);
  });
});

describe('passed results of no application', () => {
  const unclaimed = (attempts: readonly Attempt[], applications = both) => unclaimedFindings(applications, attempts);

  it('are told, at the first of them, each result once', () => {
    const lost = ran('v3', { order: 1, line: 3 });
    const also = ran('v3', { order: 2, line: 5 });
    expect(unclaimed([ran('v1'), lost])).toEqual([
      {
        kind: 'elsewhere',
        severity: 'warning',
        message:
          '1 passed result is of no application, and proves nothing; a failure among such results counts against each.',
        next: 'Say whose they are: by results, results-artifact, property or suite of an application in the configuration file.',
        place: { file: 'v3.xml', line: 3 },
      },
    ]);
    expect(unclaimed([lost, { ...lost, scenario: 'DSGB2' }])[0]?.message).toMatch(/^1 passed result is/u);
    expect(unclaimed([lost, also])[0]?.message).toMatch(/^2 passed results are of no application, and prove nothing;/u);
  });

  it('are none that failed, that one claims, or that an application has that is not checked this time', () => {
    expect(unclaimed([ran('v3', { outcome: 'failed' })])).toEqual([]);
    expect(unclaimed([ran('v1'), ran('v2')])).toEqual([]);
    expect(unclaimed([ran('v2')], both.slice(0, 1))).toEqual([]);
    const three = [application('one', { own: v1, others: [v2, bySuite('v3')] })];
    expect(unclaimed([ran('v2')], three)).toEqual([]);
    expect(unclaimed([ran('v4')], three)).toHaveLength(1);
  });

  it('are none where an application goes by what nobody claims', () => {
    expect(unclaimed([ran('v3')], [...both, application('three')])).toEqual([]);
    expect(unclaimed([ran('v3')], [application('three', { own: undefined, others: [v1] }), ...both])).toEqual([]);
  });
});

describe('results that count for no scenario', () => {
  const toAnother: Partial<Attempt> = {
    ambiguous: true,
    decision: { rule: 'own-leads', passes: 'DSGB2', fails: ['DSGB2', 'DSGB1'], because: [] },
  };

  it('make none of a scenario that they only mention, unless they failed', () => {
    const ids = (outcome: Attempt['outcome']) => [
      ...judge([attemptAt(NOW - HOUR, { ...toAnother, outcome })]).scenarios.keys(),
    ];
    expect(ids('passed')).toEqual([]);
    expect(ids('failed')).toEqual(['DSGB1']);
    const beside = judge([attemptAt(NOW - HOUR, { ...toAnother, name: 'x' }), attemptAt()]);
    expect([...beside.scenarios.keys()]).toEqual(['DSGB1']);
  });

  it('are told, once each, whatever the number of applications', () => {
    const failing = buildAttempt({ name: 'lost', outcome: 'failed', suites: ['v3'], file: 'v1.xml' });
    const given = { others: [failing] };
    const names = (applications: AssessmentInput['settings']['applications']) =>
      judge([ran('v1'), ran('v2')], { applications }, given).ofNone?.map(({ result }) => result.name);
    expect(names([application('one')])).toEqual(['lost']);
    expect(names(both)).toEqual(['lost']);
  });

  it('hold ready back while nothing later shows that they are over', () => {
    const finding: Finding = { kind: 'ambiguous', severity: 'error', message: 'Which is it?' };
    const report = { suites: ['s'], name: 'lost' };
    const at = (time: number, overrides: Partial<OtherResult>): OtherResult => ({
      ...attemptAt(time, report),
      ...overrides,
    });
    const failed = at(NOW - 2 * DAY, { outcome: 'failed', finding, file: 'a.xml', order: 1 });
    const plain = at(NOW - 2 * DAY, { outcome: 'failed', file: 'a.xml', order: 1 });
    const passed = at(NOW - DAY, { file: 'b.xml', order: 2 });
    const reasons = (...others: readonly OtherResult[]) => reasonsOf(judge([attemptAt()], {}, { others })).length;
    expect([reasons(failed), reasons(plain), reasons(failed, passed)]).toEqual([1, 0, 0]);
  });
});

describe('an assessment', () => {
  it.each([
    [NOW - 1, true],
    [NOW, false],
    [NOW + 1, false],
  ])('looks back where its reference instant is past: %i', (evaluatedAt, looksBack) => {
    expect(judge([attemptAt()], { clock: { ...clock, evaluatedAt } }).looksBack).toBe(looksBack);
  });

  const elsewhere: Finding = {
    kind: 'elsewhere',
    code: 'other-programme',
    severity: 'notice',
    message: 'Results name P6-DSGB-01.',
    next: 'Set programme to ncts6.',
  };
  const nextOf = (attempts: readonly Attempt[], finding: Finding) =>
    judge(attempts, {}, { findings: [finding] }).findings.find(({ requirement }) => requirement !== undefined)?.next;

  it('hints at another programme where no result is of this one', () => {
    const hint = ' Results name scenarios of another programme. Set programme to ncts6.';
    expect(nextOf([], elsewhere)).toMatch(/ and add its report to results\./u);
    expect(nextOf([], elsewhere)?.endsWith(hint)).toBe(true);
    expect(nextOf([], { ...elsewhere, code: 'other' })).not.toContain('another programme');
    expect(nextOf([], { ...elsewhere, next: undefined })).not.toContain('another programme');
    expect(nextOf([attemptAt(NOW, { scenario: 'DSGB4' })], elsewhere)).not.toContain('another programme');
    const findings = judge([], {}, { findings: [elsewhere] }).findings.filter(({ next }) => next?.endsWith(hint));
    expect(findings).toHaveLength(1);
  });

  it('says what to do about what could not be read only where it matters', () => {
    const unreadable: Finding = { kind: 'unreadable', severity: 'warning', message: 'Odd.' };
    const [first] = judge([], {}, { findings: [unreadable] }).findings;
    expect(first).toEqual({ ...unreadable, next: undefined });
  });
});
