import { describe, expect, it } from 'vitest';
import { assess, type AssessmentInput } from '../../src/assessment/assess.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import type { Finding } from '../../src/finding.ts';
import { buildApplication, DAY, HOUR, NOW } from '../builders.ts';
import { attemptAt, clock, inputOf, messageStatement } from './inputs.ts';

type Settings = Partial<AssessmentInput['settings']>;

const judge = (attempts: readonly Attempt[], settings: Settings = {}, rest: Partial<AssessmentInput> = {}) =>
  assess(inputOf(attempts, settings, rest), NOW);
const one = (attempts: readonly Attempt[], settings: Settings = {}) => judge(attempts, settings).reasons[0];
const other = { name: 'another', identity: 'another', file: 'b.xml', line: 12 };

describe('the reason for a mandatory test', () => {
  it('that is missing says which, and how to have it', () => {
    expect(judge([]).reasons).toEqual([
      {
        kind: 'missing',
        severity: 'error',
        application: 'default',
        message: 'Standard departure (DSGB1 or DSXI1): missing: no report has a result for DSGB1 or DSXI1.',
        next: 'Run DSGB1 or DSXI1 in Trader Test, name it in the test (or map your test name to it), and add its report to results.',
      },
    ]);
  });

  it('that failed points at the failure, with its message', () => {
    const failed = attemptAt(NOW - HOUR, { ...other, outcome: 'failed', message: 'expected 202, got 400' });
    expect(one([attemptAt(NOW - HOUR), failed])).toEqual({
      kind: 'failed',
      severity: 'error',
      application: 'default',
      place: { file: 'b.xml', line: 12 },
      message: "Standard departure (DSGB1 or DSXI1): DSGB1 failed: 'another' failed (b.xml:12): expected 202, got 400.",
      next: 'Find out why DSGB1 failed, run it again in Trader Test until it passes, then check again.',
    });
  });

  it('that did not run points at what was skipped', () => {
    const skipped = attemptAt(NOW - HOUR, { ...other, outcome: 'not-run' });
    expect(one([attemptAt(NOW - HOUR), skipped])).toEqual({
      kind: 'missing',
      severity: 'error',
      application: 'default',
      place: { file: 'b.xml', line: 12 },
      message: "Standard departure (DSGB1 or DSXI1): DSGB1 has not run: 'another' did not run (b.xml:12).",
      next: 'Have DSGB1 really run in Trader Test (it was skipped or not listed), then check again.',
    });
  });

  it('that is stale points at the oldest result', () => {
    const old = attemptAt(NOW - 15 * DAY, other);
    expect(one([attemptAt(NOW - HOUR), old])).toEqual({
      kind: 'stale',
      severity: 'error',
      application: 'default',
      place: { file: 'b.xml', line: 12 },
      message:
        'Standard departure (DSGB1 or DSXI1): DSGB1 is stale: it was tested on 13 November 2026, 12:00:00 UTC, ' +
        '15 days before 28 November 2026, 12:00:00 UTC: evidence must be less than 14 days old.',
      next: "Run DSGB1 again in Trader Test: its evidence doesn't count any more.",
    });
  });

  it('that is undated points at the result without a date', () => {
    expect(one([attemptAt(NOW - HOUR), attemptAt(null, other)])).toEqual({
      kind: 'stale',
      severity: 'error',
      application: 'default',
      place: { file: 'b.xml', line: 12 },
      message:
        "Standard departure (DSGB1 or DSXI1): DSGB1 is undated: 'another' has no usable date (b.xml:12): " +
        'neither the report nor any evidence says when it ran.',
      next: 'Have your test tool write when DSGB1 ran (a timestamp in the report, or its message times as evidence), then check again.',
    });
  });

  it('that only ambiguous results name says that these count for none', () => {
    expect(one([attemptAt(NOW - HOUR, { ambiguous: true })])?.message).toBe(
      'Standard departure (DSGB1 or DSXI1): DSGB1 has not run: only ambiguous results name it, and those count for no ' +
        "scenario; '[DSGB1] is released for transit' names several scenarios and was not counted (results/trader-test.xml:7).",
    );
  });

  it('shows two of many failures and counts the rest', () => {
    const failures = (count: number): Attempt[] =>
      Array.from({ length: count }, (_, index) =>
        attemptAt(NOW - HOUR, { outcome: 'failed', name: `t${index}`, identity: `t${index}`, line: index }),
      );
    const shown = "'t0' failed (results/trader-test.xml:0); 't1' failed (results/trader-test.xml:1)";
    expect(one(failures(2))?.message).toBe(`Standard departure (DSGB1 or DSXI1): DSGB1 failed: ${shown}.`);
    expect(one(failures(3))?.message).toBe(
      `Standard departure (DSGB1 or DSXI1): DSGB1 failed: ${shown}; and 1 more like this.`,
    );
    expect(judge(failures(3)).scenarios.get('DSGB1')?.reasons).toHaveLength(3);
  });

  it('names a nameless test by its class', () => {
    const nameless = attemptAt(NOW - HOUR, { outcome: 'failed', name: '', className: 'transit.Departures' });
    expect(one([nameless])?.message).toContain(": 'transit.Departures' failed (");
  });

  it('says that a person at HMRC has to act where the procedure is normal, but not for a date that is missing', () => {
    const normal = {
      applications: [buildApplication({ flows: [{ flow: 'standard-departure', procedures: ['normal'] }] })],
    } as const;
    const help =
      " HMRC has to act by hand in it: e-mail nctsp5tradertest@hmrc.gov.uk with the subject 'Manual Intervention DNGB1', and reckon with a working day.";
    const dngb1 = (time: number | null, overrides: Partial<Attempt> = {}) =>
      one([attemptAt(time, { scenario: 'DNGB1', ...overrides })], normal)?.next;
    expect(one([], normal)?.next).toContain(`add its report to results.${help}`);
    expect(dngb1(NOW - HOUR, { outcome: 'failed' })).toContain(`then check again.${help}`);
    expect(dngb1(NOW - HOUR, { outcome: 'not-run' })).toContain(`then check again.${help}`);
    expect(dngb1(NOW - 15 * DAY)).toBe(`Run DNGB1 again in Trader Test: its evidence doesn't count any more.${help}`);
    expect(dngb1(null)).not.toContain('by hand');
  });

  it('gives evidence outside of the phase with the window', () => {
    const inPhase = (phase: 1 | 2, time: number, asOf: number) =>
      one([attemptAt(time)], { clock: { ...clock, phase, asOf } })?.message;
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
    const statements = [messageStatement('IE015', NOW - 3 * HOUR, { line: 31 })];
    const { reasons } = judge([attemptAt(NOW - HOUR, { statements })], bound('evidence'));
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) {
      expect(reason).toMatchObject({
        kind: 'evidence',
        application: 'default',
        message: expect.stringMatching(/^Standard departure \(DSGB1 or DSXI1\): DSGB1: \S/) as string,
        next: 'Correct what the tests hand over as evidence, or run the scenario again, and check again.',
      });
      const finding = judge([attemptAt(NOW - HOUR, { statements })])
        .scenarios.get('DSGB1')
        ?.evidence.findings.find(({ message }) => reason.message.endsWith(`: ${message}`));
      expect(reason.place).toEqual(finding?.place);
    }
    expect(judge([attemptAt(NOW - HOUR, { statements })]).reasons).toEqual([]);
  });

  it('are one MRN in two departures, beside what else is wrong with each', () => {
    const departure = (scenario: string): Attempt =>
      attemptAt(NOW - HOUR, {
        scenario,
        identity: scenario,
        statements: [
          { key: 'mrn', value: '26GB0000EXAMPLE1J9', source: 'property', derived: false, line: 4, text: '' },
        ],
      });
    const { scenarios } = judge([departure('DSGB1'), departure('DSGB4')]);
    const alone = judge([departure('DSGB1')]).scenarios.get('DSGB1')?.evidence.findings ?? [];
    const together = scenarios.get('DSGB1')?.evidence.findings ?? [];
    expect(together.slice(0, alone.length)).toEqual(alone);
    expect(together).toHaveLength(alone.length + 1);
    expect(together.at(-1)?.message).toContain('DSGB4');
    expect(scenarios.get('DSGB1')).toMatchObject({
      status: 'passed',
      evidence: { mrn: { value: '26GB0000EXAMPLE1J9' } },
    });
  });

  it('are questions of the form, each with its key, until they are answered, for all or for one application', () => {
    const { reasons, applications } = judge([attemptAt()], bound('form'));
    const [question] = applications[0]?.unanswered ?? [];
    if (question === undefined) throw new Error('The form asks nothing.');
    expect(reasons).toHaveLength(applications[0]?.unanswered.length ?? 0);
    expect(reasons[0]).toEqual({
      kind: 'form',
      severity: 'error',
      application: 'default',
      message: `A question of the form is unanswered: ${question.label}`,
      next: `Answer it in the configuration file under answers: '${question.key}'.`,
    });
    const asked = (settings: Settings) =>
      judge([attemptAt()], { ...bound('form'), ...settings }).reasons.map(({ next }) => next);
    const answered = { [question.key]: 'Example Ltd' };
    expect(asked({ answers: answered })).toEqual(reasons.slice(1).map(({ next }) => next));
    expect(asked({ applicationAnswers: { default: answered } })).toEqual(reasons.slice(1).map(({ next }) => next));
    expect(asked({ applicationAnswers: { another: answered } })).toEqual(reasons.map(({ next }) => next));
  });

  it('are recommended tests that are not proven', () => {
    const messages = (attempts: readonly Attempt[]) =>
      judge([attemptAt(), ...attempts], bound('recommended'))
        .reasons.filter(({ message }) => message.includes('DSGB4'))
        .map(({ message }) => message);
    const at = (time: number, overrides: Partial<Attempt> = {}) => attemptAt(time, { scenario: 'DSGB4', ...overrides });
    expect(messages([])).toEqual(['Recommended test DSGB4 or DSXI4 has no result.']);
    expect(messages([at(NOW - HOUR)])).toEqual([]);
    expect(messages([at(NOW - 15 * DAY)])).toEqual([
      'Recommended test DSGB4 or DSXI4 is stale (DSGB4), evidence until 27 November 2026, 12:00:00 UTC.',
    ]);
    expect(messages([attemptAt(null, { scenario: 'DSGB4' })])).toEqual([
      'Recommended test DSGB4 or DSXI4 is stale (DSGB4).',
    ]);
    expect(judge([attemptAt()], bound('recommended')).reasons[0]).toMatchObject({
      kind: 'recommended',
      application: 'default',
      next: "Run it, or leave 'recommended' out of fail-on: HMRC recommends it but doesn't require it.",
    });
  });
});

describe('the reason for what could not be read', () => {
  const problem: Finding = { kind: 'unreadable', severity: 'error', message: 'It ends in the middle.' };
  const reasonFor = (overrides: Partial<Finding>) =>
    judge([attemptAt()], {}, { problems: [{ ...problem, ...overrides }] }).reasons;

  it('has file and line where they are known', () => {
    const next = 'Have the test run write a whole, sound JUnit report, or narrow the results globs to JUnit reports.';
    expect(reasonFor({})).toEqual([{ kind: 'unreadable', severity: 'error', message: 'It ends in the middle.', next }]);
    expect(reasonFor({ place: { file: 'a.xml' } })).toEqual([
      {
        kind: 'unreadable',
        severity: 'error',
        message: 'a.xml: It ends in the middle.',
        next,
        place: { file: 'a.xml' },
      },
    ]);
    expect(reasonFor({ place: { file: 'a.xml', line: 3 } })).toEqual([
      {
        kind: 'unreadable',
        severity: 'error',
        message: 'a.xml: It ends in the middle.',
        next,
        place: { file: 'a.xml', line: 3 },
      },
    ]);
  });

  it('of earlier runs says why they matter', () => {
    expect(reasonFor({ kind: 'earlier-results' })[0]?.next).toBe(
      "Put that right and run the job again, or run the scenarios again: what can't be had may hide a newer failure.",
    );
  });

  it('comes first where nothing was found, and only that one is fatal whatever fail-on says', () => {
    const found = judge([], { failOn: new Set() }, { nothingFound: 'No report was found.', problems: [problem] });
    expect(found.reasons.map(({ message }) => message)).toEqual([
      'No report was found.',
      'Standard departure (DSGB1 or DSXI1): missing: no report has a result for DSGB1 or DSXI1.',
      'It ends in the middle.',
    ]);
    expect(found.fatal).toEqual(found.reasons.slice(0, 1));
    expect(found.reasons[0]?.next).toMatch(/^Check the results globs/);
    expect(judge([], { failOn: new Set() }, { problems: [problem] }).fatal).toEqual([]);
  });
});

describe('the assessment as a whole', () => {
  it('tells what fails the step', () => {
    expect(judge([attemptAt()], { failOn: new Set(['stale', 'form']) }).failOn).toEqual(['stale', 'form']);
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
    expect(judge([old], {}, { problems: [unread] })).toMatchObject({ expiresAt: NOW + 2 * DAY, expiringSoon: false });
  });

  it('is ready as long as the first of its applications, in whichever order they come', () => {
    const departures = buildApplication({
      name: 'd',
      flows: [{ flow: 'standard-departure', procedures: ['simplified'] }],
    });
    const arrivals = buildApplication({ name: 'a', flows: [{ flow: 'arrival', procedures: ['simplified'] }] });
    const attempts = [attemptAt(NOW - 2 * DAY), attemptAt(NOW - DAY, { scenario: 'ASGB1', identity: 'a' })];
    for (const applications of [
      [departures, arrivals],
      [arrivals, departures],
    ]) {
      expect(judge(attempts, { applications })).toMatchObject({ expiresAt: NOW + 12 * DAY, daysLeft: 12 });
    }
    expect(judge(attempts.slice(0, 1), { applications: [departures, arrivals] }).expiresAt).toBeUndefined();
  });
});
