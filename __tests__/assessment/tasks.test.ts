/* Which tests have to run, after when, until when, and which of their steps HMRC does by hand. */
import { describe, expect, it } from 'vitest';
import type { RequirementAssessment } from '../../src/assessment/assessment.ts';
import { beginningOf, tasksOf } from '../../src/assessment/tasks.ts';
import {
  buildApplicationAssessment,
  buildAssessment,
  buildRequirement,
  buildRequirementAssessment,
  buildScenarioAssessment,
  DAY,
  HOUR,
  NOW,
} from '../builders.ts';

/** Satisfied until then. */
const until = (expiresAt: number) =>
  buildRequirementAssessment('standard-departure', {
    scenario: buildScenarioAssessment('DSGB1', { testedAt: expiresAt - 14 * DAY }),
  });
const missing = buildRequirementAssessment('arrival', { status: 'missing', scenario: undefined });

function tasks(
  requirements: readonly RequirementAssessment[],
  submitAt?: number,
  alsoRequired: readonly RequirementAssessment[] = [],
) {
  const application = buildApplicationAssessment({ requirements, alsoRequired });
  return tasksOf(buildAssessment({ applications: [application] }), application, submitAt);
}

describe('what has to run', () => {
  it.each([
    ['warn-days before it expires', NOW + 3 * DAY, undefined, 1],
    ['not sooner', NOW + 3 * DAY + 1, undefined, 0],
    ['what has expired at the end of the day of submission', NOW + 5 * DAY, NOW + 5 * DAY, 1],
    ['not what lasts longer, if only by a moment', NOW + 5 * DAY + 1, NOW + 5 * DAY, 0],
    ['not what expires soon, but after the submission', NOW + 2 * DAY, NOW + DAY, 0],
  ])('of proven tests: %s', (_, expiresAt, submitAt, count) => {
    expect(tasks([until(expiresAt)], submitAt)).toHaveLength(count);
  });

  it('is every test that is not proven, the own ones as well, after what HMRC asks', () => {
    const own = buildRequirementAssessment('standard-departure', {
      requirement: buildRequirement('standard-departure', { id: 'also-dsgb4', accepts: ['DSGB4'] }),
      status: 'failed',
    });
    const found = tasks([until(NOW + 9 * DAY), missing], undefined, [own]);
    expect(found.map(({ assessed }) => assessed.requirement.id)).toEqual(['arrival', 'also-dsgb4']);
  });

  it('is the scenario that was run, else the first that would do', () => {
    const run = buildRequirementAssessment('arrival', {
      status: 'failed',
      scenario: buildScenarioAssessment('ASXI1', { status: 'failed' }),
    });
    expect(tasks([run])[0]?.scenario?.id).toBe('ASXI1');
    expect(tasks([missing])[0]?.scenario?.id).toBe('ASGB1');
    const nothing = buildRequirement('arrival', { first: [] });
    const [unknown] = tasks([{ ...missing, requirement: nothing }]);
    expect(unknown).toMatchObject({ scenario: undefined, byHand: [] });
  });

  it('says what stands in its way: nothing where it is proven, if not for long', () => {
    const [short, open] = tasks([until(NOW + DAY), missing]);
    expect(short?.finding).toBeUndefined();
    expect(open?.finding?.message).toBe('Arrival (ASGB1 or ASXI1): no report has a result.');
  });

  it.each([
    ['the submission, whatever expires', [until(NOW + 2 * DAY), missing], NOW + 6 * DAY, [6, 6]],
    ['its own expiry, and for what is not proven the first of the others', [until(NOW + 2 * DAY), missing], 0, [2, 2]],
    ['no day where nothing is proven', [missing], 0, [undefined]],
    ['its own expiry where another is sooner', [until(NOW + 2 * DAY), until(NOW + DAY)], 0, [2, 1]],
    ['the first expiry', [until(NOW + 2 * DAY), until(NOW + DAY), missing], 0, [2, 1, 1]],
  ] as const)('is due by %s', (_, requirements, submitAt, days) => {
    const found = tasks(requirements, submitAt === 0 ? undefined : submitAt);
    expect(found.map(({ by }) => by)).toEqual(days.map((day) => (day === undefined ? undefined : NOW + day * DAY)));
  });

  it('must not run so early that it is too old on the day of submission', () => {
    const after = (submitAt: number | undefined) => tasks([missing], submitAt)[0]?.after;
    expect(after(NOW + 20 * DAY)).toBe(NOW + 6 * DAY + 1);
    expect(after(NOW + 14 * DAY)).toBe(NOW + 1);
    expect(after(NOW + 14 * DAY - 1)).toBeUndefined();
    expect(after(undefined)).toBeUndefined();
  });

  it('has the steps for which HMRC has to be asked, with their numbers and mails', () => {
    const normal = buildRequirement('standard-departure', { accepts: ['DNGB1', 'DNXI1'] });
    const [task] = tasks([{ ...missing, requirement: normal }]);
    expect(task?.byHand.map(({ number, mail }) => [number, mail.subject])).toEqual([[2, 'Manual Intervention DNGB1']]);
    expect(task?.byHand[0]?.step).toBe(task?.scenario?.steps[1]);
    expect(task?.byHand[0]?.mail.body[1]).toMatch(/^Step 2, please: /u);
    expect(tasks([missing])[0]?.byHand).toEqual([]);
  });
});

describe('when a test has to be begun', () => {
  const normal = buildRequirement('standard-departure', { accepts: ['DNGB1', 'DNXI1'] });
  const byHand = tasks([{ ...missing, requirement: normal }])[0]?.byHand ?? [];
  /** Monday, 09:00 in London. */
  const monday = NOW + 45 * HOUR;

  it.each([
    ['any time before the deadline', [], monday + 3 * DAY, undefined, { lastOpen: 3, latest: 3 }],
    ['a working day earlier where HMRC has to act', byHand, monday + 3 * DAY, undefined, { lastOpen: 3, latest: 2 }],
    ['too late for HMRC to act', byHand, monday + HOUR, undefined, { lastOpen: 1 / 24, latest: undefined }],
    ['only after what would be too old', byHand, monday + 3 * DAY, monday + 2.5 * DAY, { lastOpen: 3 }],
    ['from now on where nothing is too old', [], monday, monday - 30 * DAY, { lastOpen: 0, latest: 0 }],
    ['not while Trader Test is closed', [], NOW + HOUR, undefined, {}],
  ] as const)('%s', (_, steps, by, after, days) => {
    const { lastOpen, latest }: { lastOpen?: number | undefined; latest?: number | undefined } = days;
    const at = (day: number | undefined) => (day === undefined ? undefined : monday + day * DAY);
    expect(beginningOf({ byHand: steps, by, after }, NOW)).toEqual({ lastOpen: at(lastOpen), latest: at(latest) });
  });

  it('is never said without a deadline', () => {
    expect(beginningOf({ byHand, by: undefined, after: NOW }, NOW)).toBeUndefined();
  });
});
