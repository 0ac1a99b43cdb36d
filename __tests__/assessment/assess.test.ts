import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { fatalOf, reasonsOf } from '../../src/assessment/assessment.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import { buildApplication, buildProvenance, DAY, HOUR, MINUTE, NOW } from '../builders.ts';
import { attemptAt, clock, inputOf, messageStatement, problemsOf, saidOf } from './inputs.ts';

const judge = (attempts: readonly Attempt[], ...rest: Partial<Parameters<typeof inputOf>[1]>[]) =>
  assess(inputOf(attempts, ...rest), NOW);
const dsgb1 = (attempts: readonly Attempt[], ...rest: Partial<Parameters<typeof inputOf>[1]>[]) =>
  judge(attempts, ...rest).scenarios.get('DSGB1');

describe('the verdict', () => {
  it('is ready when each mandatory test is proven by a passed, dated, fresh scenario', () => {
    const assessment = judge([attemptAt()]);
    expect(assessment.verdict).toBe('ready');
    expect(reasonsOf(assessment)).toEqual([]);
    expect(assessment.expiresAt).toBe(NOW - 3 * HOUR + 14 * DAY);
    expect(assessment.daysLeft).toBe(13);
    expect(assessment.expiringSoon).toBe(false);
  });

  it.each([
    ['missing', [], 'missing'],
    ['missing', [attemptAt(NOW - HOUR, { scenario: 'DSGB2' })], 'missing'],
    ['failed', [attemptAt(NOW - HOUR, { outcome: 'failed' })], 'failed'],
    ['missing', [attemptAt(NOW - HOUR, { outcome: 'not-run' })], 'not-run'],
    ['stale', [attemptAt(null)], 'stale'],
    ['stale', [attemptAt(NOW - 15 * DAY)], 'stale'],
    ['missing', [attemptAt(NOW - HOUR, { ambiguous: true })], 'not-run'],
    ['failed', [attemptAt(NOW - HOUR, { ambiguous: true, outcome: 'failed' })], 'failed'],
  ] as const)('is not ready when the test is %s (%#)', (kind, attempts, status) => {
    const assessment = judge(attempts);
    expect(assessment.verdict).toBe('not-ready');
    expect(reasonsOf(assessment).map((reason) => reason.kind)).toEqual([kind]);
    expect(fatalOf(assessment)).toEqual(reasonsOf(assessment));
    expect(assessment.applications[0]?.requirements[0]?.status).toBe(status);
    expect(reasonsOf(assessment)[0]?.next).toMatch(/DSGB1/);
    expect(assessment.expiresAt).toBeUndefined();
    expect(assessment.daysLeft).toBeUndefined();
  });

  it('stays not ready when fail-on lets a reason pass: the step goes on, the claim is not made', () => {
    const assessment = judge([attemptAt(NOW - 15 * DAY)], { failOn: new Set(['failed']) });
    expect(assessment.verdict).toBe('not-ready');
    expect(fatalOf(assessment)).toEqual([]);
  });

  it('is not ready when a matched report could not be read, or a problem is an error', () => {
    const problem = {
      kind: 'unreadable',
      severity: 'error',
      message: 'Ends in the middle.',
      place: { file: 'a.xml', line: 3 },
    } as const;
    const file = { path: 'a.xml', bytes: 1, cases: 0, failed: 0, notRun: 0, problem };
    for (const rest of [{ files: [file] }, { findings: [problem] }]) {
      const assessment = assess(inputOf([attemptAt()], {}, rest), NOW);
      expect(assessment.verdict).toBe('not-ready');
      expect(fatalOf(assessment)).toMatchObject([{ kind: 'unreadable', place: { file: 'a.xml', line: 3 } }]);
    }
    const warned = assess(inputOf([attemptAt()], {}, { findings: [{ ...problem, severity: 'warning' }] }), NOW);
    expect(warned.verdict).toBe('ready');
  });

  it('fails whatever fail-on says when there was no report at all', () => {
    const assessment = assess(
      inputOf(
        [],
        { failOn: new Set() },
        { findings: [{ kind: 'no-report', severity: 'error', message: "No report was found: '*.xml'." }] },
      ),
      NOW,
    );
    expect(assessment.verdict).toBe('not-ready');
    expect(fatalOf(assessment)).toMatchObject([{ kind: 'no-report', message: "No report was found: '*.xml'." }]);
  });

  it('expires with the first of the requirements, over all applications', () => {
    const departures = buildApplication({
      name: 'departures',
      flows: [{ flow: 'standard-departure', procedures: ['simplified'] }],
    });
    const arrivals = buildApplication({ name: 'arrivals', flows: [{ flow: 'arrival', procedures: ['simplified'] }] });
    const attempts = [attemptAt(NOW - DAY), attemptAt(NOW - 12 * DAY, { scenario: 'ASXI1' })];
    const assessment = judge(attempts, { applications: [departures, arrivals] });
    expect(assessment.verdict).toBe('ready');
    expect(assessment.expiresAt).toBe(NOW + 2 * DAY);
    expect(assessment.daysLeft).toBe(2);
    expect(assessment.expiringSoon).toBe(true);
    const without = judge(attempts.slice(1), { applications: [departures, arrivals] });
    expect(without.applications.map(({ verdict }) => verdict)).toEqual(['not-ready', 'ready']);
    expect(reasonsOf(without).map(({ application }) => application)).toEqual(['departures']);
    expect(without.expiresAt).toBeUndefined();
  });

  it('warns from exactly warn-days on', () => {
    const left = (ms: number) => judge([attemptAt(NOW - 14 * DAY + ms)]).expiringSoon;
    expect(left(3 * DAY)).toBe(true);
    expect(left(3 * DAY + 1)).toBe(false);
  });

  it('can be bound to evidence, to the form and to recommended tests, but only when asked', () => {
    const kinds = (failOn: readonly ('evidence' | 'form' | 'recommended')[]) =>
      new Set(reasonsOf(judge([attemptAt()], { failOn: new Set(failOn) })).map(({ kind }) => kind));
    expect(kinds([])).toEqual(new Set());
    expect(kinds(['evidence'])).toEqual(new Set(['evidence']));
    expect(kinds(['form'])).toEqual(new Set(['form']));
    expect(kinds(['recommended'])).toEqual(new Set(['recommended']));
  });

  it('refuses to call an application ready that needs nothing', () => {
    const held = buildApplication({ credentialsHeld: ['inbound', 'outbound'] });
    expect(() => judge([attemptAt()], { applications: [held] })).toThrow(/no mandatory test/);
  });
});

describe('the age of a scenario', () => {
  it('is fresh up to the last millisecond before 14 days, and stale at 14 days exactly', () => {
    expect(dsgb1([attemptAt(NOW - 14 * DAY + 1)])?.status).toBe('passed');
    expect(dsgb1([attemptAt(NOW - 14 * DAY)])?.status).toBe('stale');
    expect(dsgb1([attemptAt(NOW - DAY + 1)], { clock: { ...clock, maxAgeDays: 1 } })?.status).toBe('passed');
    expect(dsgb1([attemptAt(NOW - DAY)], { clock: { ...clock, maxAgeDays: 1 } })?.status).toBe('stale');
  });

  it('runs to the reference instant when one is given', () => {
    const planned = { ...clock, evaluatedAt: NOW + 10 * DAY };
    expect(dsgb1([attemptAt(NOW - 4 * DAY + 1)], { clock: planned })?.status).toBe('passed');
    expect(dsgb1([attemptAt(NOW - 4 * DAY)], { clock: planned })?.status).toBe('stale');
  });

  it('runs from the earliest of the counted results', () => {
    const attempts = [attemptAt(NOW - 2 * DAY, { name: 'submit' }), attemptAt(NOW - DAY, { name: 'collect' })];
    expect(dsgb1(attempts)?.testedAt).toBe(NOW - 2 * DAY);
    expect(dsgb1([...attempts, attemptAt(null, { name: 'x' })])).toMatchObject({
      status: 'stale',
      undated: true,
    });
  });

  it('trusts message times before timestamps, the earliest of them', () => {
    const statements = [messageStatement('IE028', NOW - 2 * DAY), messageStatement('IE015', NOW - 3 * DAY)];
    expect(dsgb1([attemptAt(NOW - HOUR, { statements })])).toMatchObject({
      testedAt: NOW - 3 * DAY,
      counted: [{ time: NOW - 3 * DAY, timeFrom: 'messages' }],
    });
  });

  it('takes a time given outright before one found in a message of the same kind', () => {
    const statements = [
      messageStatement('IE015', NOW - 20 * DAY, { derived: true, source: 'api-json' }),
      messageStatement('IE015', NOW - 3 * DAY),
    ];
    expect(dsgb1([attemptAt(NOW - HOUR, { statements })])?.testedAt).toBe(NOW - 3 * DAY);
  });

  it("doesn't hold an older departure against an arrival, but says so", () => {
    const statements = [messageStatement('IE015', NOW - 20 * DAY), messageStatement('IE007', NOW - DAY)];
    const judged = judge([attemptAt(NOW - HOUR, { scenario: 'ASGB1', statements })]);
    expect(judged.scenarios.get('ASGB1')).toMatchObject({ status: 'passed', testedAt: NOW - DAY });
    expect(saidOf(judged, 'ASGB1').join()).toMatch(/departure before this arrival/);
    const older = judge([
      attemptAt(NOW - HOUR, { scenario: 'ASGB1', statements: [messageStatement('IE007', NOW - 20 * DAY)] }),
    ]);
    expect(older.scenarios.get('ASGB1')?.status).toBe('stale');
  });

  it.each([
    ['the future beyond five minutes', NOW + 5 * MINUTE + 1],
    ['a time before 2023', Date.UTC(2023, 0, 1) - 1],
  ])('is unknown for %s', (_, time) => {
    expect(dsgb1([attemptAt(time)])).toMatchObject({
      status: 'stale',
      undated: true,
      testedAt: undefined,
      expiresAt: undefined,
    });
    // The most trusted place decides: a kinder timestamp beside an impossible message time doesn't help.
    const statements = [messageStatement('IE015', time)];
    expect(dsgb1([attemptAt(NOW - HOUR, { statements })])).toMatchObject({ status: 'stale', undated: true });
  });

  it('lets clocks differ by five minutes', () => {
    expect(dsgb1([attemptAt(NOW + 5 * MINUTE)])?.status).toBe('passed');
  });

  it('knows nothing of what came after a reference instant in the past', () => {
    const past = { ...clock, evaluatedAt: NOW - 2 * DAY };
    expect(dsgb1([attemptAt(NOW - DAY)], { clock: past })).toMatchObject({ status: 'stale', undated: true });
  });

  it('is stale before not-before and outside the phase, to the millisecond', () => {
    const from = { ...clock, notBefore: NOW - DAY };
    expect(dsgb1([attemptAt(NOW - DAY)], { clock: from })?.status).toBe('passed');
    expect(dsgb1([attemptAt(NOW - DAY - 1)], { clock: from })?.status).toBe('stale');
    expect(dsgb1([attemptAt(NOW - DAY)], { clock: { ...clock, phase: 1 } })?.status).toBe('stale');
    const opening = Date.UTC(2024, 6, 1) - HOUR; // 1 July 2024 in the UK, where summer time is an hour ahead
    const then = { ...clock, evaluatedAt: opening + DAY };
    const at = (time: number) => dsgb1([attemptAt(time)], { clock: then })?.status;
    expect([at(opening - HOUR - 1), at(opening + HOUR)]).toEqual(['stale', 'passed']);
  });
});

describe('which result counts', () => {
  const at = (hours: number, outcome: Attempt['outcome'], overrides: Partial<Attempt> = {}) =>
    attemptAt(NOW - hours * HOUR, { outcome, file: `run-${hours}.xml`, ...overrides });

  it('is the latest of each test: a new failure shows, an old one is healed', () => {
    expect(dsgb1([at(5, 'passed'), at(2, 'failed')])?.status).toBe('failed');
    expect(dsgb1([at(5, 'failed'), at(2, 'passed')])).toMatchObject({ status: 'passed', superseded: 1 });
    expect(dsgb1([at(5, 'passed'), at(2, 'not-run')])?.status).toBe('not-run');
    expect(dsgb1([at(5, 'failed'), at(2, 'passed', { name: 'another' })])?.status).toBe('failed');
  });

  it('goes by the last thing known to have happened, not by the earliest message', () => {
    const statements = [messageStatement('IE015', NOW - 9 * HOUR)];
    const submitted = at(8, 'failed', { statements });
    const collected = at(2, 'passed', { statements });
    expect(dsgb1([submitted, collected])?.status).toBe('passed');
    expect(dsgb1([at(8, 'passed', { statements }), at(2, 'failed', { statements })])?.status).toBe('failed');
  });

  it('is the worst of the same test at the same or at no time, and the conflict is reported', () => {
    for (const pair of [
      [at(2, 'passed'), at(2, 'failed', { file: 'other.xml' })],
      [attemptAt(null), at(2, 'failed')],
      [at(2, 'passed'), attemptAt(null, { outcome: 'failed' })],
    ]) {
      for (const attempts of [pair, pair.toReversed()]) {
        const assessment = judge(attempts);
        expect(assessment.scenarios.get('DSGB1')?.status).toBe('failed');
        expect(problemsOf(assessment).filter(({ kind }) => kind === 'conflict')).toHaveLength(1);
      }
    }
  });

  it('lets a later pass outdo an undated failure of an earlier run, which ran no later than its artifact was made', () => {
    const undated = (hours: number) =>
      attemptAt(null, { outcome: 'failed', provenance: buildProvenance({ createdAt: NOW - hours * HOUR }) });
    expect(dsgb1([undated(5), at(2, 'passed')])).toMatchObject({ status: 'passed', superseded: 1 });
    expect(dsgb1([undated(1), at(2, 'passed')])?.status).toBe('failed');
    const pass = attemptAt(null, { provenance: buildProvenance({ createdAt: NOW - HOUR }) });
    expect(dsgb1([at(2, 'failed'), pass])?.status, 'nobody knows when it began').toBe('failed');
  });

  it('can be the last listed when asked', () => {
    const retries = [at(2, 'failed', { order: 1 }), at(2, 'passed', { order: 2 })];
    expect(dsgb1(retries, { duplicates: 'last' })?.status).toBe('passed');
    expect(dsgb1(retries.toReversed(), { duplicates: 'last' })?.status).toBe('passed');
    expect(dsgb1(retries, { duplicates: 'worst' })?.status).toBe('failed');
  });

  it('says of a flaky pass that it was one', () => {
    const judged = judge([at(2, 'passed', { flaky: true })]);
    expect(judged.scenarios.get('DSGB1')?.status).toBe('passed');
    expect(saidOf(judged, 'DSGB1').join()).toMatch(/passed only after failed tries/);
  });
});

describe('GB or XI, combination A or B', () => {
  const of = (scenario: string, hours: number, overrides: Partial<Attempt> = {}) =>
    attemptAt(NOW - hours * HOUR, { scenario, ...overrides });
  const chosen = (attempts: readonly Attempt[]) =>
    judge(attempts).applications[0]?.requirements[0]?.scenario?.scenario.id;

  it('takes the one that is proven and lasts longer, else the nearer one', () => {
    expect(chosen([of('DSGB1', 5), of('DSXI1', 2)])).toBe('DSXI1');
    expect(chosen([of('DSGB1', 2), of('DSXI1', 5)])).toBe('DSGB1');
    expect(chosen([of('DSGB1', 2, { outcome: 'failed' }), of('DSXI1', 5)])).toBe('DSXI1');
    expect(chosen([of('DSGB1', 2, { outcome: 'failed' }), of('DSXI1', 15 * 24)])).toBe('DSXI1');
    expect(chosen([of('DSGB1', 2, { outcome: 'not-run' }), of('DSXI1', 5, { outcome: 'failed' })])).toBe('DSXI1');
    expect(chosen([of('DSXI1', 5, { outcome: 'not-run' })])).toBe('DSXI1');
    expect(chosen([])).toBeUndefined();
  });

  const all = buildApplication({
    flows: [
      { flow: 'standard-departure', procedures: ['normal', 'simplified'] },
      { flow: 'pre-lodged-departure', procedures: ['normal', 'simplified'] },
      { flow: 'arrival', procedures: ['normal', 'simplified'] },
    ],
  });
  const combination = (attempts: readonly Attempt[], application = all) => {
    const [assessed] = judge(attempts, { applications: [application] }).applications;
    return [assessed?.combination, assessed?.verdict, assessed?.combinationBecause] as const;
  };
  const a = [of('PSGB1', 5), of('DNGB1', 5), of('ASGB1', 5)];
  const b = [of('PNGB1', 4), of('DSGB1', 4), of('ASGB1', 4)];

  it('takes the combination that is satisfied, else the nearer; ties: later expiry, then A', () => {
    expect(combination(a)[0]).toBe('A');
    expect(combination(a)[1]).toBe('ready');
    expect(combination(b).slice(0, 2)).toEqual(['B', 'ready']);
    expect(combination([])[0]).toBe('A');
    expect(combination([of('PNGB1', 4)])[0]).toBe('B');
    expect(combination([of('PSGB1', 15 * 24), of('PNGB1', 4, { outcome: 'failed' })])[0]).toBe('A');
    expect(combination([...a, of('PNXI1', 1), of('DSXI1', 1)])).toEqual([
      'A',
      'ready',
      expect.stringMatching(/as long/),
    ]);
    expect(combination([of('PSGB1', 5), of('DNGB1', 5), of('ASGB1', 1), of('PNXI1', 1), of('DSXI1', 1)])).toEqual([
      'B',
      'ready',
      expect.stringMatching(/longer/),
    ]);
  });

  it('never mixes them', () => {
    expect(combination([of('PSGB1', 5), of('DSGB1', 5), of('ASGB1', 5)])[1]).toBe('not-ready');
    expect(combination([of('PNGB1', 5), of('DNGB1', 5), of('ASGB1', 5)])[1]).toBe('not-ready');
  });

  it('keeps to the one chosen in the settings', () => {
    expect(combination(a, { ...all, combination: 'B' }).slice(0, 2)).toEqual(['B', 'not-ready']);
  });
});

describe('recommended tests', () => {
  it("accept the number that the form's list misprints, and explain it", () => {
    const [application] = judge([attemptAt(), attemptAt(NOW - HOUR, { scenario: 'DNXI10' })], {
      applications: [
        buildApplication({ flows: [{ flow: 'standard-departure', procedures: ['normal', 'simplified'] }] }),
      ],
    }).applications;
    const row = application?.recommended.find(({ recommendation }) => recommendation.accepts[0] === 'DNGB10');
    expect(row).toMatchObject({ status: 'satisfied', note: expect.stringMatching(/DNXI10 .* DNXI11/) as string });
    const right = judge([attemptAt(NOW - HOUR, { scenario: 'DNXI11' })], {
      applications: [buildApplication({ flows: [{ flow: 'standard-departure', procedures: ['normal'] }] })],
    }).applications[0]?.recommended.find(({ recommendation }) => recommendation.accepts[0] === 'DNGB10');
    expect(right?.scenario?.scenario.id).toBe('DNXI11');
  });
});
