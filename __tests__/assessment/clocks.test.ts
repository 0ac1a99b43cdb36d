import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import { stated } from '../statements/stated.ts';
import { buildAttempt, DAY, HOUR, NOW } from '../builders.ts';
import { clock, inputOf, messageStatement } from './inputs.ts';
import { matched } from '../matching/matched.ts';

const iso = (instant: number) => new Date(instant).toISOString();
const reportedAt = (instant: number, assumedZone = false): Partial<Attempt> => ({
  reported: { text: iso(instant), from: 'suite', instant, assumedZone },
});
const judge = (attempt: Attempt, settings: Parameters<typeof inputOf>[1] = {}) => {
  const assessment = assess(inputOf([attempt], settings), NOW);
  const scenario = assessment.scenarios.get('DSGB1');
  if (scenario === undefined) throw new Error('DSGB1 was not judged.');
  return { assessment, scenario, codes: assessment.findings.map(({ code }) => code) };
};

describe('whose clock counts', () => {
  const xml = (at: number) =>
    `<ncts:CC015C xmlns:ncts="http://ncts.dgtaxud.ec"><preparationDateAndTime>${iso(at).slice(0, 19)}</preparationDateAndTime>` +
    '<TransitOperation><LRN>A-1</LRN></TransitOperation></ncts:CC015C>';
  const api = (at: number) => JSON.stringify({ departureId: '6365135ba5e821ee', received: iso(at), type: 'IE015' });
  const [old, fresh] = [NOW - 300 * DAY, NOW - HOUR];

  it('of one message, when HMRC received it goes before when its sender prepared it, for the age as for the form', () => {
    for (const output of [`${xml(old)}\n${api(fresh)}`, `${api(fresh)}\n${xml(old)}`]) {
      const { scenario } = judge(buildAttempt({ statements: stated(output), ...reportedAt(fresh) }));
      expect(scenario.testedAt).toBe(fresh);
      expect(scenario.evidence.messages.get('IE015')?.value).toBe(fresh);
    }
  });

  it('a preparation time counts where no other is known, and the reason names its line', () => {
    const { scenario, assessment } = judge(
      buildAttempt({ statements: stated(`\n\n${xml(old)}`), ...reportedAt(fresh) }),
    );
    expect(scenario).toMatchObject({ status: 'stale', testedAt: Math.floor(old / 1000) * 1000 });
    const stale = assessment.findings.find(({ kind, scenario: id }) => kind === 'stale' && id === 'DSGB1');
    expect(stale?.message).toMatch(/ \(counted from its IE015\)/);
    expect(stale?.place).toEqual({ file: 'results/trader-test.xml', line: 3 });
  });

  it('age and form agree on the most trusted source, whatever is stated', () => {
    const sources = fc.shuffledSubarray(['property', 'marker', 'line', 'api-json', 'message-xml'] as const, {
      minLength: 1,
    });
    fc.assert(
      fc.property(sources, (all) => {
        const statements = all.map((source, index) =>
          messageStatement('IE015', NOW - (index + 1) * HOUR, {
            source,
            derived: source === 'api-json' || source === 'message-xml',
          }),
        );
        const { scenario } = judge(buildAttempt({ statements, ...reportedAt(NOW - HOUR) }));
        expect(scenario.testedAt).toBe(scenario.evidence.messages.get('IE015')?.value);
      }),
    );
  });

  it('messages of another movement make nothing younger or older', () => {
    const messages = (id: string, at: number) => JSON.stringify({ departureId: id, received: iso(at), type: 'IE015' });
    const own = JSON.stringify({
      _links: { self: { href: '/customs/transits/movements/departures/6365135ba5e821ee' } },
      movementReferenceNumber: '26GB0000EXAMPLE1J9',
    });
    const output = (at: number, other: number) =>
      `${own}\nMRN=26GB0000EXAMPLE1J9\n${messages('6365135ba5e821ee', at)}\n${messages('77aa135ba5e80000', other)}`;
    expect(judge(buildAttempt({ statements: stated(output(fresh, old)) })).scenario.testedAt).toBe(fresh);
    expect(judge(buildAttempt({ statements: stated(output(old, fresh)) })).scenario.testedAt).toBe(old);
    // Where nothing says whose they are, the earliest counts.
    const unknown = `${messages('6365135ba5e821ee', old)}\n${messages('77aa135ba5e80000', fresh)}`;
    expect(judge(buildAttempt({ statements: stated(unknown) })).scenario.testedAt).toBe(old);
  });
});

describe('a report that is older than the messages in it', () => {
  const attemptOf = (ranAt: number, messageAt: number) =>
    buildAttempt({ statements: [messageStatement('IE015', messageAt, { line: 12 })], ...reportedAt(ranAt) });

  it('by more than two days counts with its own time, and a finding says so', () => {
    const { scenario, codes, assessment } = judge(attemptOf(NOW - 18 * DAY, NOW - HOUR));
    expect(scenario).toMatchObject({ status: 'stale', testedAt: NOW - 18 * DAY });
    expect(codes).toContain('time-conflict');
    const finding = assessment.findings.find(({ code }) => code === 'time-conflict');
    expect(finding).toMatchObject({ kind: 'evidence', place: { file: 'results/trader-test.xml', line: 12 } });
    expect(finding?.message).toMatch(
      /^The report says that it ran on .*, more than two days later: the earlier time counts/,
    );
  });

  it('by up to two days counts with the time of its messages', () => {
    for (const days of [0, 1, 2]) {
      const { scenario, codes } = judge(attemptOf(NOW - HOUR - days * DAY, NOW - HOUR));
      expect(scenario.testedAt).toBe(NOW - HOUR);
      expect(codes).not.toContain('time-conflict');
    }
  });

  it('and one that is younger than them leaves the messages their time', () => {
    expect(judge(attemptOf(NOW - HOUR, NOW - 10 * DAY)).scenario.testedAt).toBe(NOW - 10 * DAY);
  });
});

describe('a time without a zone', () => {
  const doubts = (age: number, timeZone = 'UTC', assumedZone = true) =>
    judge(buildAttempt(reportedAt(NOW - age, assumedZone)), {
      clock: { ...clock, timeZone },
    }).assessment.findings.filter(({ code }) => code === 'zone-in-doubt');

  it('is in doubt where its evidence may have expired in another zone', () => {
    const [doubt] = doubts(14 * DAY - HOUR);
    expect(doubt).toMatchObject({ kind: 'time', severity: 'warning', scenario: 'DSGB1' });
    expect(doubt?.message).toMatch(
      /^DSGB1 was tested at a time without a zone, read in UTC: .* Have the test tool write the offset/,
    );
  });

  it('is not where no zone could make it expire, it has a zone, or is stale anyway', () => {
    expect(doubts(14 * DAY - 15 * HOUR)).toEqual([]);
    expect(doubts(14 * DAY - 14 * HOUR)).toHaveLength(1);
    expect(doubts(14 * DAY - 18 * HOUR, 'America/New_York')).toHaveLength(1);
    expect(doubts(14 * DAY - HOUR, 'UTC', false)).toEqual([]);
    expect(doubts(15 * DAY)).toEqual([]);
  });
});

describe('an hour that a clock without a zone shows twice', () => {
  const at = (time: string, content: string) =>
    `<testsuite name="s" timestamp="2026-10-25T${time}" time="60"><testcase name="DSGB1: x">${content}</testcase></testsuite>`;
  /** Of London, where it is set back at 02:00 that day. */
  async function judged(failed: string, passed: string) {
    const read = (xml: string, file: string) => matched(xml, { timeZone: 'Europe/London', file });
    const older = await read(at(failed, '<failure/>'), 'a.xml');
    const later = await read(at(passed, ''), 'b.xml');
    return assess(inputOf([...older.attempts, ...later.attempts]), Date.parse('2026-10-30')).scenarios.get('DSGB1');
  }

  it('tells of no result in it that it is the later try', async () => {
    expect((await judged('01:10:00', '01:30:00'))?.status).toBe('failed');
    expect((await judged('00:10:00', '01:30:00'))?.status).not.toBe('failed');
    expect((await judged('01:10:00', '02:20:00'))?.status).not.toBe('failed');
    expect((await judged('01:10:00Z', '01:30:00Z'))?.status).not.toBe('failed');
  });
});
