import { describe, expect, it } from 'vitest';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import { released } from '../../src/requirements/ncts6/released.ts';

/* What the two programmes say differently: verdicts and words hang on it. */

describe('the readiness checklist', () => {
  const { info, sections, notLabels } = ncts6.form;

  it('has three sections, and versions that are known by their dates alone', () => {
    expect(sections.map(({ no, title }) => `${no} ${title}`)).toEqual([
      '1 Software developer',
      '2 Sandbox and production application',
      '3 Evidence of a completed outbound transit movement',
    ]);
    expect(info.versions.map(({ version, date }) => [version, date])).toEqual(
      ['24 March 2026', '7 April 2026', '14 April 2026'].map((date) => [date, date]),
    );
    expect(notLabels).toHaveLength(2);
  });

  it('is on a page of the guide for v3.0, that of NCTS5 on one for phase 5', () => {
    expect(info.page.url).toContain('/ctc-traders-testing-guide/');
    expect(ncts5.form.info.page.url).toContain('/ctc-traders-phase5-testing-guide/');
  });
});

describe('a released movement', () => {
  it('has an MRN, IE015 and IE029, and neither a cancellation nor a refusal in place of the release', () => {
    expect(released.needs).toEqual({
      mrn: true,
      messages: ['IE015', 'IE029'],
      without: [
        { message: 'IE009', because: 'a cancelled movement is not a completed one' },
        {
          message: 'IE051',
          because: 'a movement whose release was refused is not a completed one',
          insteadOf: 'IE029',
        },
      ],
    });
    expect(released.first).toEqual(['P6-DSGB-01', 'P6-DSXI-01']);
  });

  it('is refused by nothing else than it never shows: each scenario has one place', () => {
    const placed = [...released.ranks, ...released.never].flatMap(({ scenarios }) => scenarios);
    expect(new Set(placed).size).toBe(placed.length);
    expect(placed.filter((id) => !ncts6.scenarios.has(id))).toEqual([]);
  });

  it('is asked for whatever the flow, until it is released', () => {
    expect(Object.keys(ncts6.expected).toSorted()).toEqual(['arrival', 'pre-lodged-departure', 'standard-departure']);
    expect(new Set(Object.values(ncts6.expected)).size).toBe(1);
  });
});

it('messages of NCTS6 prove nothing for NCTS5; those of NCTS5 nothing either way for NCTS6', () => {
  expect(ncts5.foreign).toEqual([{ phaseId: 'NCTS6', name: 'NCTS6', refused: true }]);
  expect(ncts6.foreign).toEqual([{ phaseId: 'NCTS5', name: 'NCTS5', refused: false }]);
});

it('HMRC keeps the same hours for both, and only NCTS6 tells of results of the other', () => {
  expect(ncts6.trading).toEqual(ncts5.trading);
  expect(ncts5.trading.open).toMatch(/\d/);
  expect([ncts5.tellsOthers, ncts6.tellsOthers]).toEqual([false, true]);
});

it.each([
  ['DSGB1', 45],
  ['DSXI1', 45],
  ['DNGB1', undefined],
])('%s is released by itself after so many minutes: %j', (id, minutes) => {
  expect(ncts5.scenarios.get(id)?.minutes).toBe(minutes);
});

it('one scenario of NCTS6 is printed twice in the guide, which an IE060 gives away', () => {
  const misprinted = [...ncts6.scenarios.values()].filter(({ misprint }) => misprint !== undefined);
  expect(misprinted.map(({ id, misprint }) => [id, misprint?.messages])).toEqual([['P6-DSXI-01', ['IE060']]]);
});
