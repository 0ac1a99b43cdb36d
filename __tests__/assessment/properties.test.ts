import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { reasonsOf } from '../../src/assessment/assessment.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import type { MessageType } from '../../src/requirements/messages.ts';
import type { Application } from '../../src/requirements/requirement.ts';
import { buildApplication, DAY, HOUR, NOW } from '../builders.ts';
import { attemptAt, inputOf, messageStatement } from './inputs.ts';

/** Times around everything that matters: fresh, at the edges, stale, in the future, unreadable, none. */
const time = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: NOW - 15 * DAY, max: NOW }) },
  { weight: 2, arbitrary: fc.constantFrom(NOW - 14 * DAY, NOW - 14 * DAY + 1, NOW - HOUR, NOW - 2 * HOUR, NOW + HOUR) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

const message = fc.record({
  type: fc.constantFrom<MessageType>('IE015', 'IE928', 'IE028', 'IE029', 'IE007', 'IE045'),
  at: time,
  derived: fc.boolean(),
});

const attempt: fc.Arbitrary<Attempt> = fc
  .record({
    scenario: fc.constantFrom('DSGB1', 'DSXI1', 'DNGB1', 'PSGB1', 'PNXI1', 'ASGB1', 'ANGB1'),
    test: fc.constantFrom('submit', 'collect'),
    file: fc.constantFrom('a.xml', 'b.xml', 'c.xml'),
    outcome: fc.constantFrom<Attempt['outcome']>('passed', 'passed', 'passed', 'passed', 'failed', 'not-run'),
    ambiguous: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    run: fc.constantFrom('', '', ' 1', ' 2'),
    time,
    messages: fc.array(message, { maxLength: 2 }),
  })
  .map(({ test, run, messages, time: at, ...rest }) =>
    attemptAt(at ?? null, {
      ...rest,
      name: `${test}${run}`,
      statements: messages.map(({ type, at: when, derived }) => messageStatement(type, when, { derived })),
    }),
  );

const application: fc.Arbitrary<Application> = fc
  .record({
    departures: fc.subarray(['normal', 'simplified'] as const, { minLength: 1 }),
    arrivals: fc.subarray(['normal', 'simplified'] as const, { minLength: 1 }),
    flows: fc.subarray(['standard-departure', 'pre-lodged-departure', 'arrival'] as const, { minLength: 1 }),
  })
  .map(({ departures, arrivals, flows }) =>
    buildApplication({
      flows: flows.map((flow) => ({ flow, procedures: flow === 'arrival' ? arrivals : departures })),
    }),
  );

/** Few scenarios and many attempts, so that being ready is not a rare accident. */
const cases = fc.record({ attempts: fc.array(attempt, { maxLength: 14 }), application });
const runs = { numRuns: 1500 };

function judge(attempts: readonly Attempt[], of: Application): Assessment {
  return assess(inputOf(attempts, { applications: [of] }), NOW);
}

/** What the verdict says, without the order in which results happen to be listed. */
function essence(assessment: Assessment): unknown {
  const scenarios = [...assessment.scenarios.values()].map(
    ({ scenario, status, undated, testedAt, counted, superseded }) => ({
      id: scenario.id,
      status,
      undated,
      testedAt,
      counted: counted.length,
      superseded,
    }),
  );
  return [
    assessment.verdict,
    assessment.expiresAt,
    scenarios,
    assessment.applications.map(({ combination, requirements }) => [
      combination,
      requirements.map((r) => [r.status, r.scenario?.scenario.id]),
    ]),
  ];
}

describe('whatever the results', () => {
  it('ready means: each requirement has a scenario whose every counted result passed, is dated and fresh', () => {
    let ready = 0;
    fc.assert(
      fc.property(cases, ({ attempts, application: of }) => {
        const assessment = judge(attempts, of);
        expect(assessment.verdict === 'ready').toBe(reasonsOf(assessment).length === 0);
        if (assessment.verdict !== 'ready') return;
        ready++;
        for (const { requirements } of assessment.applications) {
          expect(requirements.length).toBeGreaterThan(0);
          for (const { scenario, requirement } of requirements) {
            expect(requirement.accepts.map(({ id }) => id)).toContain(scenario?.scenario.id);
            expect(scenario?.counted.length).toBeGreaterThan(0);
            for (const { attempt: result, time: at } of scenario?.counted ?? []) {
              expect(result.outcome).toBe('passed');
              expect(result.ambiguous).toBe(false);
              expect(at).toBeGreaterThan(NOW - 14 * DAY);
              expect(at).toBeLessThanOrEqual(NOW + 5 * 60_000);
            }
          }
        }
      }),
      { numRuns: 4000 },
    );
    expect(ready, 'the generator must reach ready, or the property says nothing').toBeGreaterThan(20);
  });

  it('order of files and cases never matters', () => {
    fc.assert(
      fc.property(cases, fc.infiniteStream(fc.nat()), ({ attempts, application: of }, weights) => {
        const shuffled = attempts
          .map((item) => ({ item, weight: weights.next().value as number }))
          .toSorted((a, b) => a.weight - b.weight)
          .map(({ item }, order) => ({ ...item, order }));
        expect(essence(judge(shuffled, of))).toEqual(essence(judge(attempts, of)));
      }),
      runs,
    );
  });

  it('adding an older result of a scenario that has one that counts never improves the verdict', () => {
    fc.assert(
      fc.property(cases, attempt, fc.nat({ max: 20 * DAY }), ({ attempts, application: of }, added, earlier) => {
        const before = judge(attempts, of);
        // One without a counted result has nothing yet: any honest one improves it.
        if ((before.scenarios.get(added.scenario)?.counted.length ?? 0) === 0) return;
        const all = attempts.filter(({ scenario }) => scenario === added.scenario);
        const times = all.flatMap(({ reported, statements }) => [
          ...(reported?.instant === undefined ? [] : [reported.instant]),
          ...statements.flatMap((s) => (s.key === 'message' && s.at !== undefined ? [s.at] : [])),
        ]);
        const { reported } = attemptAt(Math.min(NOW, ...times) - 1 - earlier);
        const older: Attempt = { ...added, statements: [], ...(reported === undefined ? {} : { reported }) };
        const after = judge([...attempts, older], of).verdict;
        if (before.verdict === 'not-ready') expect(after).toBe('not-ready');
      }),
      runs,
    );
  });

  // All of its dates: a result that keeps its message times has a date, and may rightly turn out older than another.
  it('never becomes ready by taking the date from a passing result', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ attempts, application: of }, pick) => {
        const passing = attempts.filter(({ outcome }) => outcome === 'passed');
        const chosen = passing[pick % Math.max(1, passing.length)];
        if (chosen === undefined) return;
        const undated = attempts.map((item) => {
          if (item !== chosen) return item;
          const { reported: _, ...rest } = item;
          return { ...rest, statements: rest.statements.filter(({ key }) => key !== 'message') };
        });
        if (judge(attempts, of).verdict === 'not-ready') expect(judge(undated, of).verdict).toBe('not-ready');
      }),
      runs,
    );
  });

  it('a failure of now in a scenario that proves a requirement takes its proof away', () => {
    fc.assert(
      fc.property(cases, ({ attempts, application: of }) => {
        const assessment = judge(attempts, of);
        for (const { requirements } of assessment.applications) {
          for (const { status, scenario } of requirements) {
            if (status !== 'satisfied' || scenario === undefined) continue;
            const failure = attemptAt(NOW, {
              scenario: scenario.scenario.id,
              outcome: 'failed',
              file: 'new.xml',
            });
            expect(judge([...attempts, failure], of).scenarios.get(scenario.scenario.id)?.status).toBe('failed');
          }
        }
      }),
      runs,
    );
  });

  it('expires no later than 14 days after the oldest thing that proves it', () => {
    fc.assert(
      fc.property(cases, ({ attempts, application: of }) => {
        const { expiresAt, applications, verdict } = judge(attempts, of);
        if (verdict !== 'ready') return;
        const times = applications.flatMap(({ requirements }) =>
          requirements.flatMap(({ scenario }) => scenario?.counted.map(({ time: at }) => at ?? NaN) ?? []),
        );
        expect(expiresAt).toBe(Math.min(...times) + 14 * DAY);
      }),
      runs,
    );
  });
});
