import { describe, expect, it } from 'vitest';
import type { Attempt, ReportedTime } from '../../src/matching/attempt.ts';
import { areComparable, isLaterRun, isOver, spanOf, startsAfter } from '../../src/matching/spans.ts';
import type { Statement } from '../../src/statements/statement.ts';
import { messageStatement } from '../assessment/inputs.ts';
import { stated } from '../statements/stated.ts';
import { buildAttempt, buildProvenance, HOUR, MINUTE, NOW } from '../builders.ts';
import { bare, credible, inRun, iso } from './fates.ts';
import { matched } from './matched.ts';

/** The times of a result in hours before now, by `Z` where they carry a zone. */
function told({ start, ends, overBy }: ReturnType<typeof spanOf>) {
  const inWords = (moment: typeof start) => {
    if (moment === undefined) return undefined;
    return `${(NOW - moment.at) / HOUR}${moment.clock === undefined ? 'Z' : ''}`;
  };
  return { start: inWords(start), ends: ends.map(inWords), overBy: inWords(overBy) };
}
const span = (overrides: Partial<Attempt>) => spanOf(buildAttempt(overrides), credible);
const at = (hours: number, more: Partial<ReportedTime> = {}): Partial<Attempt> => ({
  reported: { text: iso(hours), from: 'case', instant: NOW - hours * HOUR, assumedZone: false, ...more },
});
const message = (hours: number, more: Partial<Statement> = {}) => messageStatement('IE015', NOW - hours * HOUR, more);
const printed = (hours: number) => message(hours, { assumedZone: true });
const madeBefore = (hours: number): Partial<Attempt> => ({
  provenance: buildProvenance({ createdAt: NOW - hours * HOUR - 5 * MINUTE }),
});

describe('from when to when a result ran', () => {
  it.each<[string, Partial<Attempt>, ReturnType<typeof told>]>([
    ['nothing tells', {}, { start: undefined, ends: [], overBy: undefined }],
    ['its report tells, and its length', at(9, { lasts: HOUR }), { start: '9Z', ends: ['8Z'], overBy: undefined }],
    [
      'it ends with its last message',
      { ...at(9), statements: [message(8), message(7), message(8.5)] },
      { start: '9Z', ends: ['7Z'], overBy: undefined },
    ],
    [
      'it ends no earlier than its report says',
      { ...at(7), statements: [message(8)] },
      { start: '7Z', ends: ['7Z'], overBy: undefined },
    ],
    [
      'it starts with its first message',
      { statements: [message(8), message(9), message(7)] },
      { start: '9Z', ends: ['7Z'], overBy: undefined },
    ],
    [
      'clocks differ',
      { ...at(9), statements: [message(8), printed(7), printed(6)] },
      { start: '9Z', ends: ['8Z', '6'], overBy: undefined },
    ],
    [
      'its report has no zone',
      { ...bare(9), statements: [message(8)] },
      { start: '9', ends: ['9', '8Z'], overBy: undefined },
    ],
    [
      'its report and a line that it printed have no zone, which may be two clocks',
      { ...bare(9), statements: [printed(7)] },
      { start: '9', ends: ['9', '7'], overBy: undefined },
    ],
    [
      'a message is in the future',
      { ...at(9), statements: [message(-1), message(8)] },
      { start: '9Z', ends: ['8Z'], overBy: undefined },
    ],
    [
      'it states no message',
      { ...at(9), statements: stated('MRN=26GB0000EXAMPLE1J9') },
      { start: '9Z', ends: ['9Z'], overBy: undefined },
    ],
    [
      'its times are before any that can be',
      { ...at(400 * 24), statements: [message(401 * 24)] },
      { start: undefined, ends: [], overBy: undefined },
    ],
    ['only its artifact tells', madeBefore(5), { start: undefined, ends: ['5Z'], overBy: '5Z' }],
    [
      'its artifact took it in before its end',
      { ...at(9, { lasts: 8 * HOUR }), ...madeBefore(5) },
      { start: '9Z', ends: ['5Z'], overBy: '5Z' },
    ],
    [
      'its artifact is older than its report',
      { ...at(4), ...madeBefore(5) },
      { start: undefined, ends: ['5Z'], overBy: '5Z' },
    ],
    [
      'its artifact was made right now',
      { provenance: buildProvenance({ createdAt: NOW }) },
      { start: undefined, ends: [`${-5 / 60}Z`], overBy: `${-5 / 60}Z` },
    ],
    [
      'its artifact is of the future',
      { ...at(9), ...madeBefore(-5) },
      { start: '9Z', ends: ['9Z'], overBy: undefined },
    ],
  ])('%s', (_, overrides, expected) => {
    expect(told(span(overrides))).toEqual(expected);
  });
});

describe('whether two times can be compared', () => {
  const start = (hours: number, text?: string, host?: string) => {
    const moment = span({
      reported: { text: text ?? iso(hours), from: 'case', instant: NOW, assumedZone: text !== undefined, host },
    }).start;
    if (moment === undefined) throw new Error('no start');
    return moment;
  };

  it.each([
    ['2026-11-28T09:00:00', '2026-11-28T10:12:00', true],
    ['2026-11-28T09:00:00', ' 2026-11-28T10:12:00 ', true],
    ['2026-11-28T09:00:00', '2026-11-28T10:12:00.123', true],
    ['2026-11-28T09:00:00', '2026-11-28T10:12:00,5', true],
    ['28.11.2026 09:00', '1.12.2026 10:12', true],
    ['2026-11-28T09:00:00', '2026-11-28 10:12:00', false],
    ['28.11.2026 09:00', '28/11/2026 09:00', false],
    ['2026.11.28 09:00', '2026.11.28', false],
    ['28.11.2026 09:00:05.5', '28.11.2026 10:12:00', true],
  ])("without zones it goes by how they are written: '%s' and '%s': %s", (a, b, expected) => {
    expect(areComparable(start(1, a), start(1, b))).toBe(expected);
    expect(areComparable(start(1, b), start(1, a))).toBe(expected);
  });

  it('and by the machine, where both name it', () => {
    const text = '2026-11-28T09:00:00';
    expect(areComparable(start(1, text, 'a'), start(1, text, 'a'))).toBe(true);
    expect(areComparable(start(1, text, 'a'), start(1, text, 'b'))).toBe(false);
    expect(areComparable(start(1, text, 'a'), start(1, text))).toBe(true);
    expect(areComparable(start(1, text), start(1, text, 'a'))).toBe(true);
  });
});

describe('beyond doubt', () => {
  const none = span({});

  it('nothing is the later one that has no start, or comes after what has no end', () => {
    expect(startsAfter(none, span(at(9)))).toBe(false);
    expect(startsAfter(span(at(1)), none)).toBe(false);
    expect(startsAfter(span(at(1)), span(at(9)))).toBe(true);
  });

  it('a result is the later one where it starts after each end of the other, by whatever clock', () => {
    const older = (zoneless: number) => span({ ...at(60), statements: [printed(zoneless)] });
    expect(startsAfter(span(at(1)), older(28))).toBe(true);
    expect(startsAfter(span(at(1)), older(26))).toBe(false);
    expect(startsAfter(span(at(1)), span({ ...bare(26), ...madeBefore(5) })), 'or after its artifact').toBe(true);
  });

  it('a result was over by an instant that each of its ends lies before', () => {
    const then = NOW - HOUR;
    expect(isOver(none, then)).toBe(false);
    expect(isOver(span(at(9)), undefined)).toBe(false);
    expect(isOver(span(at(9)), then)).toBe(true);
    expect(isOver(span(at(0.5)), then)).toBe(false);
    expect(isOver(span({ ...at(60), statements: [printed(26)] }), then)).toBe(false);
    expect(isOver(span({ ...bare(26), ...madeBefore(5) }), then)).toBe(true);
  });
});

describe('a later run', () => {
  const of = (overrides: Partial<Attempt>) => ({ result: buildAttempt(overrides), span: span(overrides) });

  it('in the workspace begins more than six hours later', () => {
    expect(isLaterRun(of(at(1)), of(at(7)))).toBe(false);
    expect(isLaterRun(of(at(1)), of(at(7.1)))).toBe(true);
    expect(isLaterRun(of({}), of(at(9)))).toBe(false);
    expect(isLaterRun(of(at(1)), of({}))).toBe(false);
  });

  it('is another workflow run, or the one in the workspace, whenever it began', () => {
    const earlier = of({ ...at(2), ...inRun(1) });
    expect(isLaterRun(of({ ...at(1), ...inRun(2) }), earlier)).toBe(true);
    expect(isLaterRun(of({ ...at(1), ...inRun(1) }), earlier)).toBe(false);
    expect(isLaterRun(of(at(1)), earlier)).toBe(true);
    expect(isLaterRun(earlier, of(at(3)))).toBe(true);
  });
});

describe('when a report says that a test ran', () => {
  const reported = async (report: string, timeZone = 'UTC') => {
    const { attempts } = await matched(report, { timeZone });
    return attempts.map(({ reported: time }) => {
      return { from: time?.from, lasts: (time?.lasts ?? 0) / MINUTE, host: time?.host };
    });
  };
  const time = 'timestamp="2026-07-01T12:00:00"';
  const test = (attributes = '') => `<testcase name="DSGB1: x" ${attributes}/>`;

  it('a test with a time of its own lasts as long as itself', async () => {
    const suite = `<testsuite name="s" ${time} time="600">${test(`${time} time="60"`)}${test('time="60"')}</testsuite>`;
    expect(await reported(suite)).toEqual([
      { from: 'case', lasts: 1, host: undefined },
      { from: 'root', lasts: 10, host: undefined },
    ]);
  });

  it('one that lasts longer than its suite says ends after it', async () => {
    const tests = `${test('time="60"')}${test('time="900"')}${test('time="60"')}`;
    const lasts = (await reported(`<testsuite name="s" ${time} time="600">${tests}</testsuite>`)).map(
      (one) => one.lasts,
    );
    expect(lasts).toEqual([10, 15, 10]);
  });

  it('the machine is that of the nearest suite that names one', async () => {
    const inner = (attributes: string) => `<testsuite name="s" ${attributes}>${test()}</testsuite>`;
    const all = `${inner('hostname="inner"')}${inner('')}`;
    const outer = (attributes: string) =>
      `<testsuites ${time}><testsuite name="o" ${attributes}>${all}</testsuite></testsuites>`;
    expect((await reported(outer('hostname="outer"'))).map(({ host }) => host)).toEqual(['inner', 'outer']);
    expect((await reported(outer(''))).map(({ host }) => host)).toEqual(['inner', undefined]);
  });

  it('one that lasts an hour longer than the one before ends after it, in an hour that its clock shows twice', async () => {
    const tests = `${test('time="60"')}${test('time="3660"')}`;
    const suite = `<testsuite name="s" timestamp="2026-10-25T01:30:00">${tests}</testsuite>`;
    expect((await reported(suite, 'Europe/London')).map(({ lasts }) => lasts)).toEqual([61, 121]);
  });

  it('one in an hour that its clock shows twice may have run an hour longer', async () => {
    const lasts = async (text: string, timeZone: string) =>
      (await reported(`<testsuite name="s">${test(`timestamp="${text}" time="60"`)}</testsuite>`, timeZone))[0]?.lasts;
    expect(await lasts('2026-10-25T01:30:00', 'Europe/London')).toBe(61);
    expect(await lasts('2026-10-25T01:30:00Z', 'Europe/London')).toBe(1);
    expect(await lasts('2026-10-25T03:30:00', 'Europe/London')).toBe(1);
    expect(await lasts('2026-03-29T00:30:00', 'Europe/London')).toBe(1);
    expect(await lasts('2026-10-25T01:30:00', 'UTC')).toBe(1);
  });
});
