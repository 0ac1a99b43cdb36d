import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import { DAY, HOUR, MINUTE, NOW } from '../builders.ts';
import { attemptAt, clock, inputOf, messageStatement, saidOf } from './inputs.ts';

const judge = (attempts: readonly Attempt[], ...rest: Partial<Parameters<typeof inputOf>[1]>[]) =>
  assess(inputOf(attempts, ...rest), NOW);
const dsgb1 = (attempts: readonly Attempt[]) => judge(attempts).scenarios.get('DSGB1');
const reported = (text: string, instant: number | undefined): Partial<Attempt> => ({
  reported: { text, from: 'suite', instant, assumedZone: true },
});

describe('a result without a usable time', () => {
  const why = (attempt: Attempt) => judge([attempt]).findings.filter(({ kind }) => kind === 'time');

  it.each<[string, Attempt, string]>([
    ['has none', attemptAt(null), 'neither the report nor any evidence says when it ran'],
    ['is unreadable', attemptAt(null, reported('soon', undefined)), "its timestamp is unreadable: 'soon'"],
    [
      'is in the future',
      attemptAt(null, reported('tomorrow', NOW + DAY)),
      "its timestamp lies in the future: 'tomorrow' (a local time without offset? set time-zone, or write the offset)",
    ],
    ['is before 2023', attemptAt(null, reported('1970', 0)), "its timestamp lies before 2023, before NCTS5: '1970'"],
    [
      'of its message is unreadable',
      attemptAt(NOW - HOUR, { statements: [messageStatement('IE015', undefined)] }),
      "the time given for IE015 is unreadable: 'yesterday'. Its other times don't count instead, because this one may be the earliest",
    ],
    [
      'of its message is in the future',
      attemptAt(NOW - HOUR, { statements: [messageStatement('IE028', NOW + DAY, { text: '29 Nov' })] }),
      "the time given for IE028 lies in the future: '29 Nov' (a local time without offset? set time-zone, or write the offset). Its other times don't count instead, because this one may be the earliest",
    ],
    [
      'of its message may have been left out',
      attemptAt(NOW - HOUR, {
        statements: [messageStatement('IE015', NOW - HOUR)],
        dropped: { count: 3, line: 9, messages: true },
      }),
      'it printed more messages than are kept, and one that was left out may be the earliest. Let it print less',
    ],
  ])('is a problem at its place: the time %s', (_, attempt, told) => {
    expect(why(attempt)).toEqual([
      {
        kind: 'time',
        severity: 'notice',
        scenario: 'DSGB1',
        place: { file: 'results/trader-test.xml', line: 7 },
        message: `'[DSGB1] is released for transit' has no usable date: ${told}`,
      },
    ]);
    expect(dsgb1([attempt])).toMatchObject({
      status: 'stale',
      undated: true,
      assumedZone: false,
      counted: [{ time: undefined, timeFrom: undefined }],
    });
  });

  it('says that its other times do not count only where it has any', () => {
    const told = (...statements: Attempt['statements']) => why(attemptAt(null, { statements }))[0]?.message ?? '';
    const wrong = messageStatement('IE015', undefined);
    expect(told(wrong)).toMatch(/IE015 is unreadable: 'yesterday'$/);
    expect(told(messageStatement('IE028', NOW - HOUR), wrong)).toMatch(/'yesterday'\. Its other times don't count/);
    // Of two, that which was given outright is the one that counts.
    expect(told(messageStatement('IE028', undefined, { derived: true }), wrong)).toContain('the time given for IE015');
  });

  it('is told with at most 60 characters of what stands there', () => {
    const text = `${'x'.repeat(60)}y`;
    expect(why(attemptAt(null, reported(text, undefined)))[0]?.message).toContain(`'${'x'.repeat(60)}'`);
  });

  it('is no problem where it has one', () => {
    expect(why(attemptAt())).toEqual([]);
  });

  it('counts as undated only when it is stale for that: a failure without a date failed', () => {
    expect(dsgb1([attemptAt(null, { outcome: 'failed' })])).toMatchObject({ status: 'failed', undated: false });
    expect(dsgb1([attemptAt(NOW - 15 * DAY)])).toMatchObject({ status: 'stale', undated: false });
  });
});

describe('the time of a result', () => {
  it('may be the first instant of 2023, which is too old and yet a time', () => {
    const first = Date.UTC(2023, 0, 1);
    expect(dsgb1([attemptAt(first)])).toMatchObject({ status: 'stale', undated: false, testedAt: first });
  });

  it('says where it is from, and whether its zone was assumed', () => {
    expect(dsgb1([attemptAt(null, reported('2026-11-28T10:00:00', NOW - 2 * HOUR))])).toMatchObject({
      assumedZone: true,
      counted: [{ timeFrom: 'suite', time: NOW - 2 * HOUR }],
    });
    const both = [attemptAt(), attemptAt(null, { ...reported('x', NOW - HOUR), name: 'b' })];
    expect(dsgb1(both)?.assumedZone).toBe(true);
    expect(dsgb1([attemptAt()])?.assumedZone).toBe(false);
  });

  it('from messages has its zone assumed where that of one was that counts', () => {
    const zone = (...assumed: readonly (readonly [number, boolean])[]) =>
      dsgb1([
        attemptAt(NOW - HOUR, {
          statements: assumed.map(([at, assumedZone], index) =>
            messageStatement(index === 0 ? 'IE015' : 'IE028', at, { assumedZone }),
          ),
        }),
      ])?.assumedZone;
    expect(zone([NOW - 2 * HOUR, false], [NOW - HOUR, true])).toBe(true);
    expect(zone([NOW - 2 * HOUR, false], [NOW - HOUR, false])).toBe(false);
    expect(zone([NOW - 2 * HOUR, false], [NOW + DAY, true])).toBe(false);
  });

  it('leaves out printed message times that can not be, where another one can, but not those given outright', () => {
    const good = messageStatement('IE028', NOW - 2 * HOUR);
    for (const impossible of [NOW + DAY, Date.UTC(2022, 11, 31), undefined]) {
      const printed = messageStatement('IE015', impossible, { derived: true });
      expect(dsgb1([attemptAt(NOW - HOUR, { statements: [printed, good] })])?.testedAt).toBe(NOW - 2 * HOUR);
      const outright = messageStatement('IE015', impossible);
      expect(dsgb1([attemptAt(NOW - HOUR, { statements: [outright, good] })])).toMatchObject({
        status: 'stale',
        undated: true,
      });
    }
  });

  it('takes no notice of what is no message', () => {
    const mrn = { key: 'mrn', value: 'x', source: 'property', derived: false, line: 1, text: 'x' } as const;
    expect(dsgb1([attemptAt(NOW - HOUR, { statements: [mrn] })])).toMatchObject({
      testedAt: NOW - HOUR,
      status: 'passed',
    });
  });

  it('takes notice of any message of a departure, of an arrival all but those of the departure behind it', () => {
    const testedAt = (scenario: 'ASGB1' | 'DSGB1', message: 'IE060' | 'IE999') =>
      judge([
        attemptAt(NOW - HOUR, { scenario, statements: [messageStatement(message, NOW - 9 * HOUR)] }),
      ]).scenarios.get(scenario)?.testedAt;
    expect([testedAt('DSGB1', 'IE060'), testedAt('DSGB1', 'IE999')]).toEqual([NOW - 9 * HOUR, NOW - 9 * HOUR]);
    expect([testedAt('ASGB1', 'IE060'), testedAt('ASGB1', 'IE999')]).toEqual([NOW - HOUR, NOW - 9 * HOUR]);
  });
});

it('an age is told with the message that it counts from: the earliest, wherever it is stated', () => {
  const old = (days: number, type: 'IE015' | 'IE029') => messageStatement(type, NOW - days * DAY);
  for (const statements of [
    [old(20, 'IE015'), old(19, 'IE029')],
    [old(19, 'IE029'), old(20, 'IE015')],
  ]) {
    expect(saidOf(judge([attemptAt(null, { statements })]), 'DSGB1').join()).toContain('(counted from its IE015)');
  }
});

describe('which of two results is the later', () => {
  const submitted = [messageStatement('IE015', NOW - 9 * HOUR)];

  it('goes by messages where the report has no time', () => {
    const failed = attemptAt(null, { outcome: 'failed', statements: submitted, file: 'a.xml' });
    const passed = attemptAt(NOW - 2 * HOUR, { file: 'b.xml' });
    expect(dsgb1([failed, passed])).toMatchObject({ status: 'passed', superseded: 1 });
  });

  it('goes by when it ran where its messages have no usable time', () => {
    const statements = [messageStatement('IE015', undefined)];
    const failed = attemptAt(NOW - 5 * HOUR, { outcome: 'failed', statements, file: 'a.xml' });
    expect(dsgb1([failed, attemptAt(NOW - 2 * HOUR, { file: 'b.xml' })])).toMatchObject({
      status: 'passed',
      superseded: 1,
    });
    expect(dsgb1([{ ...failed, outcome: 'passed' }, attemptAt(NOW - 7 * HOUR, { file: 'b.xml' })])?.undated).toBe(true);
  });

  it('can not be told where its timestamp is in the future: it always counts', () => {
    const future = attemptAt(NOW + DAY, { outcome: 'failed', file: 'a.xml' });
    expect(dsgb1([future, attemptAt(NOW - HOUR, { file: 'b.xml' })])?.status).toBe('failed');
  });
});

describe('the age of a scenario', () => {
  it('is told in the reason, counted to the reference instant', () => {
    const late = { ...clock, evaluatedAt: NOW + 30 * DAY };
    expect(saidOf(judge([attemptAt(NOW - HOUR)], { clock: late }), 'DSGB1')).toEqual([
      'it was tested on Saturday 28 November 2026, 11:00 UTC, 30 days 1 hour ago, and evidence must be less than 14 days old (results/trader-test.xml:7)',
    ]);
  });

  it('is held against not-before with both instants', () => {
    const changed = { ...clock, notBefore: NOW - HOUR };
    expect(saidOf(judge([attemptAt(NOW - HOUR - 1)], { clock: changed }), 'DSGB1')).toEqual([
      'it was tested on 28 November 2026, 10:59:59 UTC, before 28 November 2026, 11:00:00 UTC, from when on evidence counts (not-before) (results/trader-test.xml:7)',
    ]);
  });

  it('runs to a departure behind an arrival neither when that is as old nor when it is no arrival', () => {
    const declared = (scenario: 'ASGB1' | 'DSGB1', at: number) =>
      saidOf(
        judge([
          attemptAt(NOW - HOUR, {
            scenario,
            statements: [messageStatement('IE015', at), messageStatement('IE007', NOW - DAY)],
          }),
        ]),
        scenario,
      );
    expect(declared('ASGB1', NOW - DAY)).toEqual([]);
    expect(declared('ASGB1', NOW - DAY + MINUTE)).toEqual([]);
    expect(declared('ASGB1', NOW - DAY - MINUTE)).toEqual([
      "the departure before this arrival was declared on 27 November 2026, 11:59:00 UTC, which is not held against it: the form doesn't ask for it",
    ]);
    expect(declared('DSGB1', NOW - 2 * DAY)).toEqual([]);
    const undated = saidOf(
      judge([
        attemptAt(NOW - HOUR, {
          scenario: 'ASGB1',
          statements: [messageStatement('IE015', NOW - DAY), messageStatement('IE007', undefined)],
        }),
      ]),
      'ASGB1',
    );
    expect(undated).toHaveLength(1);
    expect(undated[0]).toMatch(/no usable date/);
  });
});
