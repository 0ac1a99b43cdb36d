/* What to do next: what is a step, what only a consequence, in which order and in which words; and what is left to remark. */
import { describe, expect, it } from 'vitest';
import { adviceOf, nextOf, remarksOf, scenarioRemarksOf, stepsOf, type Step } from '../../src/assessment/steps.ts';
import type { Finding } from '../../src/finding.ts';
import {
  buildApplication,
  buildApplicationAssessment,
  buildAssessment,
  buildReason,
  buildRecommended,
  buildRequirementAssessment,
  buildScenarioAssessment,
} from '../builders.ts';

const file = 'results/a.xml';
const broken: Finding = { kind: 'unreadable', severity: 'error', message: 'It breaks off.', place: { file, line: 40 } };
const untested = buildReason({ requirement: 'arrival', application: 'one' });
const skipped = buildReason({
  message: 'DSGB1 did not run.',
  requirement: 'standard-departure',
  scenario: 'DSGB1',
  application: 'one',
  place: { file, line: 7 },
});

function steps(...findings: readonly Finding[]): readonly Step[] {
  return stepsOf({ ...buildAssessment(), findings });
}

const messages = (all: readonly Finding[]) => all.map(({ message }) => message);
const stepMessages = (...findings: readonly Finding[]) => messages(steps(...findings).map(({ finding }) => finding));

describe('a consequence', () => {
  it('is a test without a result where something kept results from being read, of the first such thing', () => {
    const unread: Finding = { kind: 'not-junit', severity: 'error', message: 'No JUnit.' };
    const [first, second] = steps(untested, unread, { ...broken, place: undefined });
    expect(first).toEqual({ finding: unread, consequences: [untested] });
    expect(second?.consequences).toEqual([]);
  });

  it('is a test that did not run in a report that breaks off', () => {
    expect(steps(skipped, broken)).toEqual([{ finding: broken, consequences: [skipped] }]);
  });

  it.each<[string, Finding, Finding]>([
    ['failed', { ...skipped, kind: 'failed' }, broken],
    ['lies in another report', { ...skipped, place: { file: 'results/b.xml', line: 7 } }, broken],
    ['lies nowhere', { ...skipped, place: undefined }, { ...broken, place: undefined }],
    ['lies in no file', { ...skipped, place: {} }, { ...broken, place: {} }],
    ['lies in a report that is no JUnit report', skipped, { ...broken, kind: 'not-junit' }],
    ['is no mandatory test', { ...skipped, requirement: undefined }, broken],
  ])('is no test that %s', (_, finding, cause) => {
    expect(steps(finding, cause)).toEqual([
      { finding: cause, consequences: [] },
      { finding, consequences: [] },
    ]);
  });

  it('is nothing that is only remarked', () => {
    const about = [skipped, untested].map((finding): Finding => ({ ...finding, severity: 'notice' }));
    expect(steps(...about, broken)).toEqual([{ finding: broken, consequences: [] }]);
  });

  it('is no want of a test that nobody has to run', () => {
    const none = { ...untested, requirement: undefined };
    expect(steps(none, broken).map(({ consequences }) => consequences)).toEqual([[], []]);
  });

  it.each<[string, Partial<Finding>, readonly Finding[]]>([
    ['earlier results', {}, [untested]],
    ['what concerns one application', { application: 'one' }, []],
    ['what concerns one scenario', { scenario: 'DSGB1' }, []],
    ['a remark', { severity: 'notice' }, []],
    ['what kept nothing from being read', { kind: 'look-alike' }, []],
  ])('comes of a warning of %s as told', (_, overrides, consequences) => {
    const cause: Finding = { kind: 'earlier-results', severity: 'warning', message: 'Not fetched.', ...overrides };
    const isCause = consequences.length > 0;
    expect(steps(untested, cause)).toEqual([{ finding: isCause ? cause : untested, consequences }]);
  });
});

describe('the steps', () => {
  it('are tests, then what expires, evidence, documents, publishing, and the form last', () => {
    const kinds = ['form', 'publishing', 'document', 'evidence', 'expiring'] as const;
    const warnings = kinds.map((kind): Finding => ({ kind, severity: 'warning', message: kind }));
    expect(stepMessages(...warnings, untested)).toEqual([untested.message, ...kinds.toReversed()]);
  });

  it('are every error and the warnings that somebody has to do something about', () => {
    const of = (kind: Finding['kind'], severity: Finding['severity']) =>
      stepMessages({ kind, severity, message: 'x' }).length;
    expect([of('counts', 'error'), of('counts', 'warning')]).toEqual([1, 0]);
    expect([of('document', 'error'), of('document', 'warning'), of('document', 'notice')]).toEqual([1, 1, 0]);
    expect([of('recommended', 'warning'), of('evidence', 'notice')]).toEqual([0, 0]);
  });

  it('of one application are its own and those of all', () => {
    const named = (name: string) => buildApplicationAssessment({ application: buildApplication({ name }) });
    const [one, two] = [named('one'), named('two')];
    const findings = [untested, { ...untested, application: 'two', message: 'two' }, broken];
    const assessment = { ...buildAssessment({ applications: [one, two] }), findings };
    expect(stepsOf(assessment, two).map(({ finding }) => finding.message)).toEqual([broken.message]);
    expect(stepsOf(assessment, two)[0]?.consequences.map(({ message }) => message)).toEqual(['two']);
    expect(stepsOf(assessment)[0]?.consequences).toHaveLength(2);
  });

  it('name each application once, and nobody where it is only one', () => {
    const twice = { ...untested, scenario: 'DSGB1' };
    expect(steps(twice, { ...twice, scenario: 'DSXI1' }).map(({ finding }) => finding.application)).toEqual([
      'one',
      'one',
    ]);
    const three = ['one', 'two', 'one'].map((application) => ({ ...twice, application }));
    expect(steps(...three).map(({ finding }) => finding.application)).toEqual(['one and two']);
    const other = { ...twice, application: 'two', next: 'Something else.' };
    expect(steps(twice, other).map(({ finding }) => finding.application)).toEqual(['one', 'two']);
    const all = { ...twice, application: undefined };
    expect(steps(twice, all).map(({ finding }) => finding)).toEqual([twice, all]);
  });
});

describe('questions of the form', () => {
  const question = (key: string, application = 'one'): Finding => ({
    kind: 'form',
    code: key,
    severity: 'warning',
    message: `A question of the form is unanswered: ${key === 'address' ? 'Give the address' : `What is ${key}?`}`,
    next: `Answer '${key}'.`,
    application,
  });
  const keys = ['name', 'address', 'contact', 'phone'];
  const asked = (count: number) => keys.slice(0, count).map((key) => question(key));

  it('stand for themselves where there is one', () => {
    expect(steps(...asked(1)).map(({ finding }) => finding)).toEqual(asked(1));
  });

  it.each([
    [2, ': What is name?; Give the address.', 'name, address'],
    [3, ': What is name?; Give the address; What is contact?', 'name, address, contact'],
    [4, '.', 'name, address, contact, phone'],
  ])('are one step where there are %i, in full up to three', (count, inFull, list) => {
    expect(steps(...asked(count)).map(({ finding }) => finding)).toEqual([
      {
        kind: 'form',
        code: undefined,
        severity: 'warning',
        message: `${count} questions of HMRC's form are not answered${inFull}`,
        next: `Answer them under answers in the configuration file: ${list}.`,
        application: 'one',
      },
    ]);
  });

  it('of several applications are asked once for those that have them in common', () => {
    const both = ['one', 'two'].flatMap((name) => [question('name', name), question('address', name)]);
    expect(
      steps(...both, question('phone', 'two')).map(({ finding }) => [finding.application, finding.message]),
    ).toEqual([
      ['one and two', "2 questions of HMRC's form are not answered: What is name?; Give the address."],
      ['two', 'A question of the form is unanswered: What is phone?'],
    ]);
  });

  it('are taken together for each application, and nothing else with them', () => {
    const copy: Finding = { kind: 'form', severity: 'warning', message: 'Not the newest form.', application: 'one' };
    const evidence: Finding = { kind: 'evidence', code: 'mrn-missing', severity: 'warning', message: 'No MRN.' };
    const all = [...asked(2), copy, question('contact', 'two'), question('phone', 'two'), evidence];
    expect(stepMessages(...all)).toEqual([
      'No MRN.',
      expect.stringMatching(/^2 questions .*: What is name\?; Give the address\.$/u),
      'Not the newest form.',
      expect.stringMatching(/^2 questions .*: What is contact\?; What is phone\?$/u),
    ]);
  });
});

describe('the advice for a step', () => {
  it.each([
    ['Mend it.', [], 'Mend it.'],
    [undefined, [], undefined],
    ['Mend it.', [untested], 'Mend it. Then run in Trader Test what still has no result.'],
    [undefined, [untested], 'Put that right, then run in Trader Test what still has no result.'],
  ])('%s, with consequences %#', (next, consequences, advice) => {
    expect(adviceOf({ finding: { ...broken, next }, consequences })).toBe(advice);
  });

  it('is given in full for a step that is none of those listed', () => {
    const [step] = steps({ ...broken, next: 'Mend it.' });
    if (step === undefined) throw new Error('No step.');
    expect(nextOf([], step)).toBe('Mend it.');
  });
});

describe('what is left to remark', () => {
  const remark = (overrides: Partial<Finding>): Finding => ({
    kind: 'counts',
    severity: 'warning',
    message: 'x',
    ...overrides,
  });
  const application = buildApplicationAssessment({
    requirements: [buildRequirementAssessment('standard-departure')],
    recommended: [buildRecommended(undefined, { scenario: buildScenarioAssessment('DSGB4') }), buildRecommended()],
  });
  const given = (...findings: readonly Finding[]) => ({
    ...buildAssessment({ applications: [application] }),
    findings,
  });

  it('of reports is what is said of nothing in particular and is no step', () => {
    const plain = remark({ message: 'plain' });
    const findings = [
      broken,
      untested,
      plain,
      remark({ application: 'one' }),
      remark({ scenario: 'DSGB1' }),
      remark({ requirement: 'arrival' }),
    ];
    expect(remarksOf(given(...findings), [{ finding: broken, consequences: [untested] }])).toEqual([plain]);
    expect(remarksOf(given(plain), [{ finding: broken, consequences: [plain] }])).toEqual([]);
  });

  it.each<[boolean, string, Partial<Finding>]>([
    [true, 'a flaky result', { kind: 'flaky' }],
    [true, 'a time', { kind: 'time' }],
    [true, 'results that contradict each other', { kind: 'conflict' }],
    [true, 'evidence that the form asks for', { kind: 'evidence' }],
    [true, 'evidence of a recommended test', { kind: 'evidence', scenario: 'DSGB4' }],
    [false, 'evidence that nobody asks for', { kind: 'evidence', scenario: 'DSGB5' }],
    [true, 'another thing of such a scenario', { kind: 'flaky', scenario: 'DSGB5' }],
    [false, 'a failure', { kind: 'failed' }],
    [false, 'a test that did not run', { kind: 'missing' }],
    [false, 'an old test', { kind: 'stale' }],
    [false, 'what is said of an application', { kind: 'flaky', application: 'one' }],
    [false, 'what is said of no scenario', { kind: 'flaky', scenario: undefined }],
  ])('of scenarios is (%s) %s', (is, _, overrides) => {
    const finding = remark({ scenario: 'DSGB1', ...overrides });
    expect(scenarioRemarksOf(given(finding), [])).toEqual(is ? [finding] : []);
    expect(scenarioRemarksOf(given(finding), [{ finding, consequences: [] }])).toEqual([]);
  });

  it('of a scenario that has a step is no time and no conflict: the step says it', () => {
    const findings = (['time', 'conflict', 'flaky'] as const).map((kind) => remark({ kind, scenario: 'DSGB1' }));
    const step: Step = { finding: skipped, consequences: [] };
    expect(scenarioRemarksOf(given(...findings), [step]).map(({ kind }) => kind)).toEqual(['flaky']);
    const other: Step = { finding: { ...skipped, scenario: 'DSGB4' }, consequences: [] };
    expect(scenarioRemarksOf(given(...findings), [other])).toEqual(findings);
  });
});
