import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, type AssessmentInput } from '../../src/assessment/assess.ts';
import { fatalOf, reasonsOf } from '../../src/assessment/assessment.ts';
import { nextOf, stepsOf, type Step } from '../../src/assessment/steps.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import type { Finding } from '../../src/finding.ts';
import { buildApplication, buildAssessment, DAY, HOUR, NOW } from '../builders.ts';
import { attemptAt, clock, departuresOnly, inputOf, messageStatement, saidOf } from './inputs.ts';
import type { Answers } from '../../src/requirements/form.ts';

type Settings = Partial<AssessmentInput['settings']>;

const judge = (attempts: readonly Attempt[], settings: Settings = {}, rest: Partial<AssessmentInput> = {}) =>
  assess(inputOf(attempts, settings, rest), NOW);
const one = (attempts: readonly Attempt[], settings: Settings = {}) => reasonsOf(judge(attempts, settings))[0];
const other = { name: 'another', file: 'b.xml', line: 12 };

describe('the reason for a mandatory test', () => {
  it('that is missing says which, and how to have it', () => {
    expect(reasonsOf(judge([]))).toEqual([
      {
        kind: 'missing',
        severity: 'error',
        application: 'NCTS5',
        message: 'Standard departure (DSGB1 or DSXI1): no report has a result.',
        requirement: 'standard-departure',
        next: 'Run DSGB1 or DSXI1 in Trader Test, name it in the test (or map your test name to it), and add its report to results.',
      },
    ]);
  });

  it('that failed points at the failure, with its message', () => {
    const failed = attemptAt(NOW - HOUR, { ...other, outcome: 'failed', message: 'expected 202, got 400' });
    expect(one([attemptAt(NOW - HOUR), failed])).toEqual({
      kind: 'failed',
      severity: 'error',
      application: 'NCTS5',
      place: { file: 'b.xml', line: 12 },
      message: "Standard departure (DSGB1 or DSXI1): DSGB1: 'another' failed: expected 202, got 400.",
      scenario: 'DSGB1',
      requirement: 'standard-departure',
      next: 'Find out why DSGB1 failed, run it again in Trader Test until it passes, then check again.',
    });
  });

  it('that did not run points at what was skipped', () => {
    const skipped = attemptAt(NOW - HOUR, { ...other, outcome: 'not-run' });
    expect(one([attemptAt(NOW - HOUR), skipped])).toEqual({
      kind: 'missing',
      severity: 'error',
      application: 'NCTS5',
      place: { file: 'b.xml', line: 12 },
      message: "Standard departure (DSGB1 or DSXI1): DSGB1: 'another' did not run.",
      scenario: 'DSGB1',
      requirement: 'standard-departure',
      next: 'Have DSGB1 really run in Trader Test (it was skipped or not listed), then check again.',
    });
  });

  it('that is stale points at the oldest result', () => {
    const old = attemptAt(NOW - 15 * DAY, other);
    expect(one([attemptAt(NOW - HOUR), old])).toEqual({
      kind: 'stale',
      severity: 'error',
      application: 'NCTS5',
      place: { file: 'b.xml', line: 12 },
      message:
        'Standard departure (DSGB1 or DSXI1): DSGB1 is stale: it was tested on Friday 13 November 2026, 12:00 UTC, ' +
        '15 days ago, and evidence must be less than 14 days old.',
      scenario: 'DSGB1',
      requirement: 'standard-departure',
      next:
        "No later result takes the place of 'another': run it again under the same name. " +
        'If the test is gone or was renamed, leave b.xml out of the results, or set not-before ' +
        'to 28 November 2026, 11:00:00 UTC.',
    });
    expect(one([old])?.next).toBe("Run DSGB1 again in Trader Test: its evidence doesn't count any more.");
  });

  it('that is undated points at the result without a date', () => {
    expect(one([attemptAt(NOW - HOUR), attemptAt(null, other)])).toEqual({
      kind: 'stale',
      severity: 'error',
      application: 'NCTS5',
      place: { file: 'b.xml', line: 12 },
      message:
        "Standard departure (DSGB1 or DSXI1): DSGB1 is undated: 'another' has no usable date: " +
        'neither the report nor any evidence says when it ran.',
      scenario: 'DSGB1',
      requirement: 'standard-departure',
      next: 'Have your test tool write when DSGB1 ran (a timestamp in the report, or its message times as evidence) and correct any time that is wrong, then check again.',
    });
  });

  it('that only ambiguous results name says that these count for none', () => {
    expect(one([attemptAt(NOW - HOUR, { ambiguous: true })])?.message).toBe(
      "Standard departure (DSGB1 or DSXI1): DSGB1: '[DSGB1] is released for transit' counts for none, because it names " +
        'several scenarios.',
    );
  });

  it('shows the first of many failures and counts the rest', () => {
    const failures = (count: number): Attempt[] =>
      Array.from({ length: count }, (_, index) =>
        attemptAt(NOW - HOUR, { outcome: 'failed', name: `t${index}`, line: index }),
      );
    const shown = "Standard departure (DSGB1 or DSXI1): DSGB1: 't0' failed";
    expect(one(failures(1))?.message).toBe(`${shown}.`);
    expect(one(failures(3))?.message).toBe(`${shown}; and 2 more like this.`);
    expect(saidOf(judge(failures(3)), 'DSGB1')).toHaveLength(3);
  });

  it('names a nameless test by its class', () => {
    const nameless = attemptAt(NOW - HOUR, { outcome: 'failed', name: '', className: 'transit.Departures' });
    expect(one([nameless])?.message).toContain(": 'transit.Departures' failed.");
  });

  it('says that a person at HMRC has to act where the procedure is normal, but not for a date that is missing', () => {
    const normal = {
      applications: [buildApplication({ flows: [{ flow: 'standard-departure', procedures: ['normal'] }] })],
    } as const;
    const help =
      " HMRC moves it on by hand: e-mail nctsp5tradertest@hmrc.gov.uk with the subject 'Manual Intervention DNGB1', and allow one working day.";
    const dngb1 = (time: number | null, overrides: Partial<Attempt> = {}) =>
      one([attemptAt(time, { scenario: 'DNGB1', ...overrides })], normal)?.next;
    expect(one([], normal)?.next).toContain(`add its report to results.${help}`);
    expect(dngb1(NOW - HOUR, { outcome: 'failed' })).toContain(`then check again.${help}`);
    expect(dngb1(NOW - HOUR, { outcome: 'not-run' })).toContain(`then check again.${help}`);
    expect(dngb1(NOW - 15 * DAY)).toBe(`Run DNGB1 again in Trader Test: its evidence doesn't count any more.${help}`);
    expect(dngb1(null)).not.toContain('by hand');
  });

  it('gives evidence outside of the phase with the window', () => {
    const inPhase = (phase: 1 | 2, time: number, evaluatedAt: number) =>
      one([attemptAt(time)], { clock: { ...clock, phase, evaluatedAt } })?.message;
    const opened = Date.UTC(2024, 6, 1);
    expect(inPhase(2, opened - 1, opened)).toContain(
      'DSGB1 is stale: it was tested on 30 June 2024, 23:59:59 UTC, outside of phase 2 (1 July 2024, 00:00:00 UTC).',
    );
    expect(inPhase(2, opened, opened)).toBeUndefined();
    const closed = Date.UTC(2024, 5, 4);
    expect(inPhase(1, closed - 1, closed)).toBeUndefined();
    expect(inPhase(1, closed, closed)).toContain(
      'outside of phase 1 (30 October 2023, 00:00:00 UTC to 4 June 2024, 00:00:00 UTC).',
    );
  });
});

describe('reasons that are only binding when asked for', () => {
  const bound = (kind: 'evidence' | 'form' | 'recommended'): Settings => ({ failOn: new Set([kind]) });

  it('are findings in the evidence, each at its place', () => {
    const attempts = [attemptAt(NOW - HOUR, { statements: [messageStatement('IE015', NOW - 3 * HOUR, { line: 31 })] })];
    const reasons = reasonsOf(judge(attempts, bound('evidence')));
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) {
      expect(reason).toMatchObject({ kind: 'evidence', severity: 'warning', scenario: 'DSGB1' });
      expect(reason.place?.file).toBe('results/trader-test.xml');
    }
    expect(reasonsOf(judge(attempts))).toEqual([]);
    expect(judge(attempts).findings).toEqual(judge(attempts, bound('evidence')).findings);
  });

  it('are not what is wrong with the evidence of a scenario that proves nothing mandatory', () => {
    const elsewhere = attemptAt(NOW - HOUR, { scenario: 'DSGB4' });
    const stale = attemptAt(NOW - 15 * DAY);
    const { findings } = judge([stale, elsewhere], bound('evidence'));
    const ofEvidence = findings.filter(({ kind }) => kind === 'evidence');
    expect(new Set(ofEvidence.map(({ scenario }) => scenario))).toEqual(new Set(['DSGB1', 'DSGB4']));
    expect(new Set(ofEvidence.map(({ severity }) => severity))).toEqual(new Set(['notice']));
    expect(fatalOf(judge([stale, elsewhere], bound('evidence')))).toEqual([]);
  });

  it('are one MRN in two departures, beside what else is wrong with each', () => {
    const departure = (scenario: string): Attempt =>
      attemptAt(NOW - HOUR, {
        scenario,
        statements: [{ key: 'mrn', value: '26GB0000EXAMPLE1J9', source: 'property', derived: false, line: 4 }],
      });
    const of = (attempts: readonly Attempt[]) =>
      judge(attempts).findings.filter(({ kind, scenario }) => kind === 'evidence' && scenario === 'DSGB1');
    const alone = of([departure('DSGB1')]);
    const together = of([departure('DSGB1'), departure('DSGB4')]);
    expect(together.slice(0, alone.length)).toEqual(alone);
    expect(together).toHaveLength(alone.length + 1);
    expect(together.at(-1)?.message).toContain('DSGB4');
  });

  it('are questions of the form, each with its key, until they are answered, for all or for one application', () => {
    const judged = judge([attemptAt()], bound('form'));
    const reasons = reasonsOf(judged);
    const unanswered = judged.applications[0]?.unanswered ?? [];
    const [question] = unanswered;
    if (question === undefined) throw new Error('The form asks nothing.');
    expect(reasons).toHaveLength(unanswered.length);
    expect(reasons[0]).toEqual({
      kind: 'form',
      code: question.key,
      severity: 'warning',
      application: 'NCTS5',
      message: `A question of the form is unanswered: ${question.label}`,
      next: `Answer it in the configuration file under answers: '${question.key}'.`,
    });
    const asked = (settings: Settings) =>
      reasonsOf(judge([attemptAt()], { ...bound('form'), ...settings })).map(({ code }) => code);
    const answered = { [question.key]: 'Example Ltd' };
    const answering = (answers: Answers) => ({ applications: [{ ...departuresOnly, answers }] });
    expect(asked(answering(answered))).toEqual(reasons.slice(1).map(({ code }) => code));
    expect(asked(answering({}))).toEqual(reasons.map(({ code }) => code));
  });

  it('are recommended tests that are not proven', () => {
    const messages = (attempts: readonly Attempt[]) =>
      reasonsOf(judge([attemptAt(), ...attempts], bound('recommended')))
        .filter(({ message }) => message.includes('DSGB4'))
        .map(({ message }) => message);
    const at = (time: number, overrides: Partial<Attempt> = {}) => attemptAt(time, { scenario: 'DSGB4', ...overrides });
    expect(messages([])).toEqual(['Recommended test DSGB4 or DSXI4 has no result.']);
    expect(messages([at(NOW - HOUR)])).toEqual([]);
    expect(messages([at(NOW - 15 * DAY)])).toEqual([
      'Recommended test DSGB4 or DSXI4 is stale (DSGB4), evidence until Friday 27 November 2026, 12:00 UTC.',
    ]);
    expect(messages([attemptAt(null, { scenario: 'DSGB4' })])).toEqual([
      'Recommended test DSGB4 or DSXI4 is stale (DSGB4).',
    ]);
    expect(reasonsOf(judge([attemptAt()], bound('recommended')))[0]).toMatchObject({
      kind: 'recommended',
      application: 'NCTS5',
      next: "Run it, or leave 'recommended' out of fail-on: HMRC recommends it but doesn't require it.",
    });
  });
});

describe('the reason for what could not be read', () => {
  const problem: Finding = { kind: 'unreadable', severity: 'error', message: 'It ends in the middle.' };
  const reasonFor = (overrides: Partial<Finding>) =>
    reasonsOf(judge([attemptAt()], {}, { findings: [{ ...problem, ...overrides }] }));

  it('keeps its place and says what to do, unless whoever found it says it better', () => {
    const place = { file: 'a.xml', line: 3 };
    const next =
      'Make sure that the test run writes a complete JUnit report and has ended, or narrow the results globs to JUnit reports.';
    expect(reasonFor({ place })).toEqual([{ ...problem, place, next }]);
    expect(reasonFor({ next: 'Run it again.' })[0]?.next).toBe('Run it again.');
  });

  it('of earlier runs says why they matter', () => {
    expect(reasonFor({ kind: 'earlier-results' })[0]?.next).toBe(
      "Put that right and run the job again, or run the scenarios again: what can't be had may hide a newer failure.",
    );
  });

  it('fails the step whatever fail-on says where there was no report at all, and only then', () => {
    const nothing: Finding = { kind: 'no-report', severity: 'error', message: 'No report was found.' };
    const found = judge([], { failOn: new Set() }, { findings: [problem, nothing] });
    expect(fatalOf(found).map(({ kind }) => kind)).toEqual(['no-report']);
    expect(fatalOf(found)[0]?.next).toMatch(/^Check the results globs/);
    expect(fatalOf(judge([], { failOn: new Set() }, { findings: [problem] }))).toEqual([]);
  });
});

describe('what to do next', () => {
  const arrivals = buildApplication({
    flows: [
      { flow: 'standard-departure', procedures: ['simplified'] },
      { flow: 'arrival', procedures: ['simplified'] },
    ],
  });
  const steps = (attempts: readonly Attempt[], findings: readonly Finding[] = [], settings: Settings = {}) =>
    stepsOf(judge(attempts, { applications: [arrivals], ...settings }, { findings }));
  const refused: Finding = { kind: 'earlier-results', severity: 'warning', message: 'An artifact was refused.' };

  it('begins with what kept results from being read, and tells what is missing as its consequence', () => {
    const [first, ...others] = steps([attemptAt(NOW - HOUR, { outcome: 'failed' })], [refused]);
    expect(first?.finding.message).toBe('An artifact was refused.');
    expect(first?.consequences.map(({ requirement }) => requirement)).toEqual(['arrival']);
    expect(others.map(({ finding }) => finding.kind)).toEqual(['failed', 'form']);
  });

  it('is to run the test where nothing kept a result from being read', () => {
    expect(steps([]).map(({ finding }) => finding.kind)).toEqual(['missing', 'missing', 'form']);
  });

  it('leaves a warning about reports alone where nothing is missing', () => {
    const all = [attemptAt(), attemptAt(NOW - HOUR, { scenario: 'ASGB1' })];
    expect(steps(all, [refused]).map(({ finding }) => finding.kind)).not.toContain('earlier-results');
  });

  it('tells evidence that expires soon, and until when the test could be run again', () => {
    const [step] = steps([attemptAt(NOW - 12 * DAY), attemptAt(NOW - HOUR, { scenario: 'ASGB1' })]);
    expect(step?.finding).toMatchObject({ kind: 'expiring', severity: 'warning', scenario: 'DSGB1' });
    expect(step?.finding.message).toContain('expires on Monday 30 November 2026, 12:00 UTC');
    expect(step?.finding.next).toContain('run DSGB1 again before then');
    // On Sunday at noon Trader Test has been closed since Friday evening.
    const [sunday] = steps([attemptAt(NOW - 13 * DAY), attemptAt(NOW - HOUR, { scenario: 'ASGB1' })]);
    expect(sunday?.finding.next).toContain('Trader Test does not open again before then');
  });

  it('takes a test that a report breaks off in for a consequence of that', () => {
    const place = { file: 'results/trader-test.xml', line: 40 };
    const broken: Finding = { kind: 'unreadable', severity: 'error', message: 'It breaks off.', place };
    const attempts = [attemptAt(NOW - HOUR, { outcome: 'not-run' }), attemptAt(NOW - HOUR, { scenario: 'ASGB1' })];
    const [first, ...others] = steps(attempts, [broken]);
    expect(first?.finding.kind).toBe('unreadable');
    expect(first?.consequences.map(({ scenario }) => scenario)).toEqual(['DSGB1']);
    expect(others.map(({ finding }) => finding.kind)).not.toContain('missing');
  });

  it('tells what several applications have in common once, with their names', () => {
    const findings = ['one', 'two'].map((application): Finding => ({
      kind: 'evidence',
      severity: 'warning',
      message: 'No MRN.',
      application,
    }));
    const told = stepsOf(buildAssessment({ findings })).map(({ finding }) => finding);
    expect(told).toMatchObject([{ message: 'No MRN.', application: 'one and two' }]);
  });

  it('never loses or repeats a finding that has to be acted on', () => {
    const finding = fc.record({
      kind: fc.constantFrom<Finding['kind']>('missing', 'failed', 'unreadable', 'evidence', 'form', 'expiring'),
      severity: fc.constant<'error'>('error'),
      message: fc.constantFrom('a', 'b', 'c'),
      application: fc.constantFrom('one', 'two', undefined),
      requirement: fc.constantFrom('x', undefined),
      scenario: fc.constantFrom('DSGB1', undefined),
      place: fc.constantFrom({ file: 'a.xml', line: 1 }, { file: 'b.xml', line: 2 }, undefined),
    });
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 8 }), (all) => {
        const findings = [...new Map(all.map((item) => [JSON.stringify(item), item])).values()];
        const told = stepsOf(buildAssessment({ findings })).flatMap((step) => [step.finding, ...step.consequences]);
        for (const given of findings) {
          const same = told.filter(
            ({ kind, message, application }) =>
              kind === given.kind &&
              message === given.message &&
              (given.application === undefined || (application ?? '').includes(given.application)),
          );
          expect(same).not.toEqual([]);
        }
        expect(new Set(told).size).toBe(told.length);
      }),
    );
  });

  it('takes all open questions of an application together', () => {
    const form = steps([]).filter(({ finding }) => finding.kind === 'form');
    expect(form).toHaveLength(1);
    expect(form[0]?.finding.message).toMatch(/^\d+ questions of HMRC's form are not answered/);
  });

  it('never loses a reason, and tells nothing twice', () => {
    const kinds = ['unreadable', 'earlier-results', 'settings', 'counts', 'look-alike', 'not-junit'] as const;
    const finding = fc.record({
      kind: fc.constantFrom(...kinds),
      severity: fc.constantFrom('error' as const, 'warning' as const, 'notice' as const),
      message: fc.uuid(),
    });
    const attempt = fc
      .record({
        scenario: fc.constantFrom('DSGB1', 'ASGB1', 'DSGB4'),
        outcome: fc.constantFrom('passed' as const, 'failed' as const, 'not-run' as const),
        age: fc.integer({ min: 1, max: 20 * 24 }),
      })
      .map(({ scenario, outcome, age }) => attemptAt(NOW - age * HOUR, { scenario, outcome }));
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 4 }), fc.array(finding, { maxLength: 4 }), (attempts, findings) => {
        const judged = judge(attempts, { applications: [arrivals] }, { findings });
        const told = stepsOf(judged).flatMap((step) => [step.finding, ...step.consequences]);
        expect(new Set(told).size).toBe(told.length);
        for (const reason of reasonsOf(judged)) {
          expect(told).toContain(reason);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the assessment as a whole', () => {
  it('tells what fails the step', () => {
    expect(judge([attemptAt()], { failOn: new Set(['stale', 'form']) }).failOn).toEqual(new Set(['stale', 'form']));
  });

  it('is not ready for no application', () => {
    expect(judge([attemptAt()], { applications: [] })).toMatchObject({
      verdict: 'not-ready',
      expiresAt: undefined,
      daysLeft: undefined,
      expiringSoon: false,
    });
  });

  it('expires soon only when it is ready and only within warn-days', () => {
    const old = attemptAt(NOW - 12 * DAY);
    const unread = { kind: 'unreadable', severity: 'error', message: 'Broken.' } as const;
    expect(judge([old]).expiringSoon).toBe(true);
    expect(judge([old], { clock: { ...clock, warnDays: 1 } }).expiringSoon).toBe(false);
    expect(judge([old], {}, { findings: [unread] })).toMatchObject({ expiresAt: NOW + 2 * DAY, expiringSoon: false });
  });

  it('is ready as long as the first of its applications, in whichever order they come', () => {
    const departures = buildApplication({
      name: 'd',
      flows: [{ flow: 'standard-departure', procedures: ['simplified'] }],
    });
    const arrivals = buildApplication({ name: 'a', flows: [{ flow: 'arrival', procedures: ['simplified'] }] });
    const attempts = [attemptAt(NOW - 2 * DAY), attemptAt(NOW - DAY, { scenario: 'ASGB1' })];
    for (const applications of [
      [departures, arrivals],
      [arrivals, departures],
    ]) {
      expect(judge(attempts, { applications })).toMatchObject({ expiresAt: NOW + 12 * DAY, daysLeft: 12 });
    }
    expect(judge(attempts.slice(0, 1), { applications: [departures, arrivals] }).expiresAt).toBeUndefined();
  });
});

describe('what to do for a step', () => {
  const step = (next: string | undefined): Step => ({
    finding: { kind: 'failed', severity: 'error', message: 'It failed.', next },
    consequences: [],
  });

  it('is told once, and every later step with the same advice points to the first that has it', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom('Run it.', 'Mend it.', 'Ask.'), { nil: undefined })), (nexts) => {
        const steps = nexts.map(step);
        const told = steps.map((item) => nextOf(steps, item));
        nexts.forEach((next, index) => {
          const first = nexts.indexOf(next);
          expect(told[index]).toBe(next === undefined || first === index ? next : `As for ${first + 1}.`);
        });
      }),
    );
  });
});
