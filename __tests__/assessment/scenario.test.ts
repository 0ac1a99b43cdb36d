/* What there is to say of one scenario beside whether it passed. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import type { Programme } from '../../src/requirements/programme.ts';
import type { ClockSettings } from '../../src/settings/settings.ts';
import { DAY, HOUR, NOW } from '../builders.ts';
import { attemptAt, clock, inputOf, messageStatement } from './inputs.ts';

function judged(
  attempts: readonly Attempt[],
  { programme = ncts5, ...overrides }: Partial<ClockSettings> & { programme?: Programme } = {},
) {
  const { scenarios, findings } = assess(inputOf(attempts, { programme, clock: { ...clock, ...overrides } }), NOW);
  const id = attempts[0]?.scenario ?? '';
  const said = findings.filter(({ scenario, requirement }) => scenario === id && requirement === undefined);
  return { scenario: scenarios.get(id), said, codes: said.map(({ code }) => code) };
}

/** Read in the zone that is set. */
function local(time: number, overrides: Partial<Attempt> = {}): Attempt {
  const text = new Date(time).toISOString();
  return attemptAt(null, { reported: { text, from: 'case', instant: time, assumedZone: true }, ...overrides });
}

describe('a scenario', () => {
  it('counts what later results took the place of, and nothing else that is set aside', () => {
    const attempts = [
      attemptAt(NOW - 3 * DAY, { name: 'a', order: 1 }),
      attemptAt(NOW - 2 * DAY, { name: 'a', order: 2 }),
      attemptAt(NOW - DAY, { name: 'b', order: 3, ambiguous: true }),
    ];
    const { scenario } = judged(attempts);
    expect(scenario?.superseded).toBe(1);
    expect(scenario?.setAside).toHaveLength(2);
  });

  it('that passed has nothing to do, however old some of its results are', () => {
    expect(judged([attemptAt(NOW - 9 * DAY, { name: 'a' }), attemptAt()]).scenario?.next).toBeUndefined();
  });

  it('that did not pass is not told what its evidence lacks, but what is wrong with it', () => {
    const statements = [
      { key: 'mrn', value: 'NONSENSE', source: 'property', derived: false, line: 4 } as const,
      messageStatement('IE015', undefined),
    ];
    const lacking = (outcome: Attempt['outcome']) => judged([attemptAt(NOW - HOUR, { outcome })]).codes;
    expect(lacking('passed')).toEqual(expect.arrayContaining(['mrn-missing', 'message-missing']));
    expect(lacking('failed')).not.toContain('mrn-missing');
    expect(lacking('failed')).not.toContain('message-missing');
    expect(lacking('not-run')).not.toContain('message-missing');
    const wrong = judged([attemptAt(NOW - HOUR, { outcome: 'failed', statements })]).codes;
    expect(wrong).toEqual(expect.arrayContaining(['mrn-shape', 'message-time']));
    expect(judged([attemptAt(NOW - 20 * DAY)]).codes).toContain('mrn-missing');
  });

  it('that failed only before not-before says so of each result', () => {
    const { said, scenario } = judged(
      ['a', 'b'].map((name) => attemptAt(NOW - DAY, { name, outcome: 'failed' })),
      { notBefore: NOW - HOUR },
    );
    expect(scenario?.status).toBe('not-run');
    expect(said.map(({ message }) => message)).toEqual(
      ['a', 'b'].map(
        (name) => `'${name}' ran before 28 November 2026, 11:00:00 UTC, from when on results count (not-before)`,
      ),
    );
  });

  it('says only of the results without a date that they have none', () => {
    const { said } = judged([attemptAt(NOW - DAY, { name: 'a' }), attemptAt(null, { name: 'b' })]);
    expect(said.filter(({ kind }) => kind === 'time').map(({ message }) => message)).toEqual([
      expect.stringMatching(/^'b' has no usable date: /u),
    ]);
  });
});

describe('an arrival', () => {
  const declared = (at: number, scenario: string, programme = ncts5) =>
    judged([attemptAt(NOW - DAY, { scenario, statements: [messageStatement('IE015', at)] })], { programme })
      .said.filter(({ kind }) => kind === 'time')
      .map(({ message }) => message);

  it('is not as old as the departure before it, and that is told', () => {
    expect(declared(NOW - 2 * DAY, 'ASGB1')).toEqual([
      "the departure before this arrival was declared on 26 November 2026, 12:00:00 UTC, which is not held against it: the form doesn't ask for it",
    ]);
  });

  it('is told nothing where that was no earlier, or where it counts', () => {
    expect(declared(NOW - DAY, 'ASGB1')).toEqual([]);
    expect(declared(NOW - HOUR, 'ASGB1')).toEqual([]);
    expect(declared(NOW - 2 * DAY, 'DSGB1')).toEqual([]);
    expect(declared(NOW - 2 * DAY, 'P6-ASGB-01', ncts6)).toEqual([]);
    const undated = attemptAt(null, { scenario: 'ASGB1', statements: [messageStatement('IE015', NOW - 2 * DAY)] });
    expect(
      judged([undated])
        .said.map(({ message }) => message)
        .join(),
    ).not.toContain('declared on');
  });
});

describe('a number that HMRC prints twice', () => {
  const said = (message: 'IE060' | 'IE029' | 'IE025', scenario = 'P6-DSXI-01') =>
    judged(
      [
        attemptAt(NOW - DAY, {
          scenario,
          statements: [messageStatement('IE015', NOW - DAY), messageStatement(message, NOW - DAY)],
        }),
      ],
      {
        programme: ncts6,
      },
    ).said;
  const remarks = (...of: Parameters<typeof said>) => said(...of).filter(({ kind }) => kind === 'elsewhere');

  it('is told of evidence that looks like the other', () => {
    expect(remarks('IE060')).toEqual([
      expect.objectContaining({
        severity: 'notice',
        message: expect.stringMatching(/^P6-DSXI-01 has an IE060 in its evidence: /u) as string,
      }),
    ]);
    expect(remarks('IE029')).toEqual([]);
    expect(remarks('IE060', 'P6-DSXI-04')).toEqual([]);
  });
  it('is told once: of messages that the other has it is not said that they were not expected', () => {
    const unexpected = (...of: Parameters<typeof said>) =>
      said(...of).filter(({ code }) => code === 'message-unexpected');
    expect(unexpected('IE060')).toEqual([]);
    expect(unexpected('IE025')).toHaveLength(1);
  });
});

describe('a time without a zone', () => {
  const doubts = (attempts: readonly Attempt[], timeZone = 'UTC') =>
    judged(attempts, { timeZone }).said.filter(({ code }) => code === 'zone-in-doubt');
  /** In a zone 14 hours ahead its evidence would have expired exactly now. */
  const edge = NOW - 14 * DAY + 14 * HOUR;

  it('is in doubt where the evidence may have expired in another zone, at the oldest such result', () => {
    const attempts = [
      attemptAt(edge, { name: 'a' }),
      local(NOW - DAY, { name: 'b', line: 3 }),
      local(edge, { name: 'c', line: 5, file: 'c.xml' }),
    ];
    expect(doubts(attempts)).toEqual([
      {
        kind: 'time',
        code: 'zone-in-doubt',
        severity: 'warning',
        message:
          'DSGB1 was tested at a time without a zone, read in UTC: 15 November 2026, 02:00:00 UTC. In another zone its evidence may have expired already. Have the test tool write the offset, or set time-zone to the zone that it writes in.',
        place: { file: 'c.xml', line: 5 },
        scenario: 'DSGB1',
      },
    ]);
  });

  it.each<[string, readonly Attempt[], string, number]>([
    ['a moment younger', [local(edge + 1)], 'UTC', 0],
    ['with a zone', [attemptAt(edge)], 'UTC', 0],
    ['in the zone that is furthest ahead', [local(edge)], 'Pacific/Kiritimati', 0],
    ['in a zone behind', [local(edge)], 'America/New_York', 1],
    ['that failed', [local(edge, { outcome: 'failed' })], 'UTC', 0],
  ])('is in doubt: %s', (_, attempts, zone, count) => {
    expect(doubts(attempts, zone)).toHaveLength(count);
  });

  it('points at the message that it was read from', () => {
    const statements = [messageStatement('IE015', edge, { assumedZone: true, line: 31 })];
    expect(doubts([attemptAt(null, { statements })]).map(({ place }) => place?.line)).toEqual([31]);
  });
});
