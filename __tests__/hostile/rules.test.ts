import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { messageStatement, inputOf } from '../assessment/inputs.ts';
import { buildAttempt, DAY, HOUR, MINUTE, NOW } from '../builders.ts';
import { effort, patience } from './effort.ts';
import { departuresOnly, judgeReports } from './judging.ts';
import { reportsOf, world } from './test-runs.ts';

/** Results of some tests of one scenario, in several runs and reports. */
const result = fc
  .record({
    name: fc.constantFrom('a', 'b', 'c'),
    suite: fc.constantFrom('s', 't'),
    file: fc.constantFrom('1.xml', '2.xml', '3.xml'),
    outcome: fc.constantFrom<Attempt['outcome']>('passed', 'passed', 'failed', 'not-run'),
    hours: fc.integer({ min: 1, max: 300 }),
    lasts: fc.constantFrom(0, MINUTE, 9 * HOUR),
    assumedZone: fc.constantFrom(false, false, true),
    message: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 3 }),
  })
  .map(({ name, suite, file, outcome, hours, lasts, assumedZone, message }): Attempt => {
    const instant = NOW - hours * HOUR;
    const text = new Date(instant).toISOString().slice(0, assumedZone ? 19 : undefined);
    return buildAttempt({
      name,
      suites: [suite],
      file,
      outcome,
      reported: { text, from: 'case', instant, assumedZone, lasts },
      statements: message === null ? [] : [messageStatement('IE015', instant + message * MINUTE)],
    });
  });
const results = fc.array(result, { minLength: 1, maxLength: 8 });
const runs = { numRuns: 1000 * effort };

function judge(attempts: readonly Attempt[], now = NOW): Assessment {
  const { clock } = inputOf([]).settings;
  return assess(inputOf(attempts, { clock: { ...clock, evaluatedAt: now } }), now);
}

function failures(attempts: readonly Attempt[]): ReadonlySet<string> {
  const counted = judge(attempts).scenarios.get('DSGB1')?.counted ?? [];
  return new Set(counted.flatMap(({ attempt }) => (attempt.outcome === 'failed' ? [keyOf(attempt)] : [])));
}

function keyOf({ suites, className, name }: Attempt): string {
  return JSON.stringify([suites, className, name]);
}

describe('of any results', () => {
  it('a failure less never makes the verdict worse', () => {
    fc.assert(
      fc.property(results, fc.nat(), (attempts, pick) => {
        const failed = attempts.filter(({ outcome }) => outcome === 'failed');
        const gone = failed[pick % Math.max(1, failed.length)];
        if (gone === undefined || judge(attempts).verdict !== 'ready') return;
        const rest = attempts.filter((attempt) => attempt !== gone);
        if (rest.length > 0) expect(judge(rest).verdict).toBe('ready');
      }),
      { numRuns: 2000 * effort },
    );
  });

  it('a failure that is listed again tells nothing of which later report is whole', () => {
    const at = (name: string, outcome: Attempt['outcome'], hours: number, file: string) =>
      buildAttempt({
        name,
        suites: ['s'],
        file,
        outcome,
        reported: { text: '', from: 'case', instant: NOW - hours * HOUR, assumedZone: false },
      });
    const [gone, failed, passed] = [
      at('a', 'failed', 50, '1.xml'),
      at('b', 'failed', 50, '1.xml'),
      at('b', 'passed', 50, '1.xml'),
    ];
    const later = at('b', 'passed', 2, '2.xml');
    expect(judge([gone, failed, later]).verdict).toBe('not-ready');
    expect(judge([gone, later]).verdict).toBe('not-ready');
    // A test that had passed there is one that a whole report lists.
    expect(judge([gone, passed, later]).verdict).toBe('ready');
  });

  it('a pass more never hides a failure of another test, unless its report is whole', () => {
    fc.assert(
      fc.property(results, result, (attempts, more) => {
        const passed: Attempt = { ...more, outcome: 'passed', file: 'added.xml' };
        // With a second test beside it that the others don't know, it is no report of their suites.
        const elsewhere: Attempt = { ...passed, suites: ['elsewhere'] };
        const after = failures([...attempts, elsewhere]);
        for (const key of failures(attempts)) expect(after.has(key)).toBe(true);
        const inside = failures([...attempts, passed]);
        const listed = new Set(attempts.filter(({ suites }) => suites[0] === passed.suites[0]).map(keyOf));
        for (const key of failures(attempts)) {
          // A test that is the only other one of its suite may have been renamed or removed.
          if (key === keyOf(passed) || listed.size <= 2) continue;
          expect(inside.has(key) || couldBeGone(attempts, key)).toBe(true);
        }
      }),
      runs,
    );
  });

  it('those whose times overlap never supersede each other', () => {
    fc.assert(
      fc.property(results, (attempts) => {
        for (const { attempt, standing } of judge(attempts).scenarios.get('DSGB1')?.setAside ?? []) {
          if (standing.is !== 'superseded') continue;
          const end = (attempt.reported?.instant ?? NaN) + (attempt.reported?.lasts ?? 0);
          expect(standing.by.reported?.instant).toBeGreaterThan(end);
        }
      }),
      runs,
    );
  });

  it('a failure that counts is healed by runs of all tests later', () => {
    let healed = 0;
    fc.assert(
      fc.property(results, (attempts) => {
        if (judge(attempts).scenarios.get('DSGB1')?.status !== 'failed') return;
        healed++;
        const now = NOW + 10 * DAY;
        const again = attempts.map((attempt): Attempt => {
          const instant = now - HOUR;
          const reported = {
            text: new Date(instant).toISOString(),
            from: 'case',
            instant,
            assumedZone: false,
          } as const;
          return { ...attempt, file: 'again.xml', outcome: 'passed', reported, statements: [] };
        });
        expect(judge([...attempts, ...again], now).scenarios.get('DSGB1')?.status).not.toBe('failed');
      }),
      runs,
    );
    expect(healed).toBeGreaterThan(100);
  });

  it('a pass that names two scenarios proves none', async () => {
    const settings = await departuresOnly();
    const ids = [...ncts5.scenarios.keys()];
    const joined = fc.constantFrom(' and ', ', ', '/', ' & ', ' + ', ' to ', '–');
    await fc.assert(
      fc.asyncProperty(joined, fc.constantFrom(...ids), fc.boolean(), async (join, other, first) => {
        if (other === 'DSGB1' || other === 'DSXI1') return;
        const name = (first ? ['DSGB1', other] : [other, 'DSGB1']).join(join).replace(/&/g, '&amp;');
        const stamp = new Date(settings.clock.evaluatedAt - DAY).toISOString();
        for (const [suite, test] of [
          ['s', name],
          [name, 't'],
          [`${name}: x`, 't'],
        ]) {
          const xml = `<testsuite name="${suite}" timestamp="${stamp}"><testcase name="${test}"/></testsuite>`;
          const { scenarios } = await judgeReports([Buffer.from(xml)], settings);
          expect(
            [...scenarios.values()].filter(({ status }) => status === 'passed'),
            xml,
          ).toEqual([]);
        }
      }),
      { numRuns: 200 * effort },
    );
  });
});

/** Of a suite one of whose reports lists this test and one more at most. */
function couldBeGone(attempts: readonly Attempt[], key: string): boolean {
  return attempts.some(({ file, suites }) => {
    const listed = new Set(attempts.filter((one) => one.file === file && one.suites[0] === suites[0]).map(keyOf));
    return listed.has(key) && listed.size <= 2;
  });
}

/** All dates and times of a report, a number of days later. */
function shifted(xml: string, days: number): string {
  return xml.replace(/timestamp="([^"]+)"/g, (_found, at: string) => {
    const later = new Date(Date.parse(`${at.replace('Z', '')}Z`) + days * DAY).toISOString();
    return `timestamp="${later.slice(0, at.length)}"`;
  });
}

function essenceOf({ verdict, scenarios }: Assessment): unknown {
  const told = [...scenarios.values()].map(({ scenario, status, counted, superseded }) => {
    return [scenario.id, status, counted.length, superseded].join(' ');
  });
  return [verdict, told.toSorted()];
}

describe('of any reports', () => {
  it(
    'neither order and names of files change anything, nor a shift of all times',
    async () => {
      const settings = await departuresOnly();
      await fc.assert(
        fc.asyncProperty(world, fc.integer({ min: -100, max: 60 }), async (made, days) => {
          const reports = reportsOf(made);
          const plain = essenceOf(await judgeReports(reports, settings));
          expect(essenceOf(await judgeReports(reports.toReversed(), settings))).toEqual(plain);
          const later = reports.map((report) => Buffer.from(shifted(Buffer.from(report).toString(), days)));
          const at = settings.clock.evaluatedAt + days * DAY;
          const clock = { ...settings.clock, evaluatedAt: at };
          expect(essenceOf(await judgeReports(later, { ...settings, clock }, 65_536, at + HOUR))).toEqual(plain);
        }),
        { numRuns: 300 * effort },
      );
    },
    patience,
  );

  it(
    'a failure less never makes the verdict worse',
    async () => {
      const settings = await departuresOnly();
      let tried = 0;
      await fc.assert(
        fc.asyncProperty(world, fc.nat(), async (made, pick) => {
          // Counts would contradict what is left.
          const reports = reportsOf(made).map((report) =>
            Buffer.from(report)
              .toString()
              .replaceAll(/ tests="\d+"/g, ''),
          );
          const failed = reports.flatMap((xml, index) =>
            [
              ...xml.matchAll(
                /<testcase (?:(?!<\/testcase>).)*?<(?:failure|error|broken|x:failure|step)\b.*?<\/testcase>/gs,
              ),
            ].map(([text]) => ({ index, text })),
          );
          const gone = failed[pick % Math.max(1, failed.length)];
          if (gone === undefined || (await judgeReports(reports.map(Buffer.from), settings)).verdict !== 'ready') {
            return;
          }
          tried++;
          const rest = reports.map((xml, index) =>
            Buffer.from(index === gone.index ? xml.replace(gone.text, '') : xml),
          );
          expect((await judgeReports(rest, settings)).verdict, `without ${gone.text}:\n${reports.join('\n')}`).toBe(
            'ready',
          );
        }),
        { numRuns: 1000 * effort },
      );
      expect(tried).toBeGreaterThan(20);
    },
    patience,
  );
});
