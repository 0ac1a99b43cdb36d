import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fatalOf, reasonsOf } from '../../src/assessment/assessment.ts';
import { AS_OF, buildReport, TESTED } from '../harness/reports.ts';
import { CLOCK } from './checking.ts';
import { failing, honest, report, testcase } from './corpus/hostile-case.ts';
import { effort, patience } from './effort.ts';
import { departuresOnly, judgeBytes, judgeReports } from './judging.ts';
import { provesDsgb1 } from './oracle.ts';

const nested = report(
  `<testsuite name="inner" tests="2" failures="0" errors="0">${testcase('<system-out>MRN &amp; <![CDATA[LRN]]></system-out>')}` +
    `<testcase name="DSGB1: IE029" classname="c" time="1"/></testsuite>`,
  `name="Zürich 🚛" tests="2" failures="0" timestamp="${TESTED}"`,
  'tests="2" failures="0" errors="0" skipped="0"',
);
const ready = [honest, buildReport(['DSGB1']), nested].flatMap((text) => [
  Buffer.from(text),
  Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
]);

/** Pieces that change what a report says. */
const tokens = [
  '<',
  '>',
  '/',
  '&',
  ';',
  '"',
  "'",
  '=',
  ' ',
  '\n',
  '\0',
  ']]>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<?',
  '?>',
  '&lt;',
  '&#60;',
  '<failure/>',
  '<error/>',
  '<skipped/>',
  '</testcase>',
  '<testcase name="DSGB1">',
  '<testcase name="[DSGB1] x"><failure/></testcase>',
  '</testsuite>',
  '<testsuite errors="1"/>',
  ' status="failed"',
  ' status="passed"',
  ' failures="1"',
  ' timestamp="2020-01-01T00:00:00Z"',
  ' timestamp=""',
  'DSXI1',
  'DSGB2',
  'x',
  '1',
  '<system-out>',
  '</system-out>',
  '<!DOCTYPE x [',
  '2024',
  'é',
  '\ufeff',
  '\ud83d\ude9a',
];

const change = fc.record({
  place: fc.nat(),
  removed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 12 }), fc.nat({ max: 300 })),
  added: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...tokens) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 3 }) },
  ),
});
/** Between letters rather than inside of them, most of the time: what is broken at once teaches little. */
const seams = /[<>"'=\s]/;

function mutate(
  bytes: Buffer,
  changes: readonly { place: number; removed: number; added: string | Uint8Array }[],
): Buffer {
  const wide = bytes[0] === 0xff;
  return changes.reduce((before, { place, removed, added }) => {
    let at = place % (before.length + 1);
    if (place % 3 > 0) while (at < before.length && !seams.test(String.fromCharCode(before[at] ?? 0))) at++;
    const piece = typeof added === 'string' ? Buffer.from(added, wide ? 'utf16le' : 'utf8') : added;
    return Buffer.concat([before.subarray(0, at), piece, before.subarray(at + removed)]);
  }, bytes);
}

describe('a report that makes ready, changed', () => {
  it(
    'proves DSGB1 to a second opinion whenever it is still ready',
    async () => {
      const settings = await departuresOnly();
      let stillReady = 0;
      const property = fc.asyncProperty(
        fc.constantFrom(...ready),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 400 }),
        async (base, changes, cut) => {
          const bytes = mutate(base, changes);
          const assessment = await judgeBytes(bytes, settings, cut);
          const { verdict } = assessment;
          expect(verdict === 'ready').toBe(reasonsOf(assessment).length === 0);
          expect(fatalOf(assessment).length === 0).toBe(verdict === 'ready');
          if (verdict !== 'ready') return;
          stillReady++;
          if (!provesDsgb1(bytes, CLOCK)) {
            throw new Error(`falsely green:\n${bytes.toString(bytes[0] === 0xff ? 'utf16le' : 'utf8')}`);
          }
        },
      );
      await fc.assert(property, { numRuns: 3000 * effort });
      expect(stillReady, 'changes that matter to nobody must occur, or this says nothing').toBeGreaterThan(50 * effort);
    },
    patience,
  );

  it('has a second opinion that can say no', () => {
    expect(ready.map((bytes) => provesDsgb1(bytes, CLOCK))).toEqual(ready.map(() => true));
    const others = [
      failing,
      honest.slice(0, -20),
      honest.replaceAll('DSGB1', 'DSGB10'),
      honest.replace('2025-03', '2024-03'),
    ];
    for (const text of others) expect(provesDsgb1(Buffer.from(text), CLOCK), text).toBe(false);
    expect(provesDsgb1(Buffer.from(honest.replace('name="CTC', 'errors="1" name="CTC')), CLOCK)).toBe(false);
  });
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ages = { fresh: DAY, edge: 14 * DAY - 1, stale: 14 * DAY, old: 400 * DAY, future: -DAY } as const;
type Age = keyof typeof ages | 'none' | 'garbage';
const age = fc.constantFrom<Age>('fresh', 'fresh', 'fresh', 'edge', 'stale', 'old', 'future', 'none', 'garbage');

/** A case with what it means, known from how it was made and not from reading it. */
const oneCase = fc.record({
  name: fc.constantFrom(
    '[DSGB1] a',
    'DSGB1: b',
    'test_dsgb1_c',
    'testDSGB1Simplified',
    'DSGB10 d',
    'unrelated',
    'DSGB1 and DSXI1',
  ),
  outcome: fc.constantFrom(
    '',
    '',
    '',
    '',
    '',
    '<system-out>fine</system-out>',
    '<failure/>',
    '<error message="e"/>',
    '<skipped/>',
    '<x><failure/></x>',
  ),
  age,
});
const model = fc.record({
  cases: fc.array(oneCase, { minLength: 1, maxLength: 5 }),
  suiteAge: fc.constantFrom<Age>('fresh', 'none', 'none', 'stale', 'garbage'),
  extraFailures: fc.constantFrom(0, 0, 0, 0, 1),
  levels: fc.integer({ min: 0, max: 3 }),
});
type Model = typeof model extends fc.Arbitrary<infer Made> ? Made : never;

function stamp(of: Age): string {
  if (of === 'none') return '';
  const text = of === 'garbage' ? 'soon' : new Date(Date.parse(AS_OF) - ages[of]).toISOString();
  return ` timestamp="${text}"`;
}

function write({ cases, suiteAge, extraFailures, levels }: Model): string {
  const failed = cases.filter(({ outcome }) => /failure|error/.test(outcome)).length;
  const counts = `tests="${cases.length + extraFailures}" failures="${failed + extraFailures}"`;
  const content = cases.map(
    (one, index) => `<testcase name="${one.name} ${index}"${stamp(one.age)}>${one.outcome}</testcase>`,
  );
  const wrapped = `${'<testsuite>'.repeat(levels)}${content.join('\n')}${'</testsuite>'.repeat(levels)}`;
  return `<testsuites><testsuite name="s" ${counts}${stamp(suiteAge)}>${wrapped}</testsuite></testsuites>`;
}

/** By the rules of the design, from the model alone. */
function shouldBeReady({ cases, suiteAge, extraFailures }: Model): boolean {
  const own = cases.filter(({ name }) => /DSGB1(?!0)|dsgb1/.test(name));
  const clear = own.filter(({ name }) => !name.includes('DSXI1'));
  const passed = (outcome: string): boolean => !/failure|error|skipped/.test(outcome);
  const failedAmbiguously = own.some(({ name, outcome }) => name.includes('DSXI1') && /failure|error/.test(outcome));
  const dated = (of: Age): boolean => (of === 'none' ? isFresh(suiteAge) : isFresh(of));
  return (
    clear.length > 0 &&
    !failedAmbiguously &&
    extraFailures === 0 &&
    clear.every((one) => passed(one.outcome) && dated(one.age))
  );
}

function isFresh(of: Age): boolean {
  return of === 'fresh' || of === 'edge';
}

describe('a report made up at random', () => {
  it(
    'is ready exactly when all that it says of DSGB1 is a pass, dated and fresh',
    async () => {
      const settings = await departuresOnly();
      let readyOnes = 0;
      const property = fc.asyncProperty(model, async (made) => {
        const { verdict } = await judgeBytes(Buffer.from(write(made)), settings);
        expect(verdict, write(made)).toBe(shouldBeReady(made) ? 'ready' : 'not-ready');
        if (verdict === 'ready') readyOnes++;
      });
      await fc.assert(property, { numRuns: 2000 * effort });
      expect(readyOnes).toBeGreaterThan(50 * effort);
    },
    patience,
  );
});

const outcomes = { passed: '', failed: '<failure/>', skipped: '<skipped/>' } as const;
/** A run of some of DSGB1's tests, all at one time. */
const oneRun = fc.record({
  age,
  results: fc.dictionary(
    fc.constantFrom('a', 'b', 'c'),
    fc.constantFrom('passed', 'passed', 'passed', 'failed', 'skipped'),
    {
      minKeys: 1,
    },
  ),
});
type Run = typeof oneRun extends fc.Arbitrary<infer Made> ? Made : never;

function writeRun({ age: of, results }: Run): Buffer {
  const cases = Object.entries(results).map(
    ([name, outcome]) => `<testcase name="DSGB1: ${name}">${outcomes[outcome]}</testcase>`,
  );
  return Buffer.from(`<testsuite name="s"${stamp(of)}>${cases.join('')}</testsuite>`);
}

type Dated = keyof typeof ages;

function isDated(of: Age): of is Dated {
  return of !== 'none' && of !== 'garbage' && of !== 'future';
}

/**
 * Whether a test that did not pass and was not listed again is gone: a later run lists all others, of which one did not fail, and
 * has no failure.
 */
function isGone(name: string, of: Dated, { results }: Run, runs: readonly Run[]): boolean {
  const others = Object.keys(results).filter((other) => other !== name);
  const tellsWhole = others.some((other) => results[other] !== 'failed');
  return runs.some((later) => {
    if (!tellsWhole || !isDated(later.age) || ages[of] - ages[later.age] <= 6 * HOUR) return false;
    const outcomesLater = Object.values(later.results);
    if (later.results[name] !== undefined || outcomesLater.includes('failed')) return false;
    return outcomesLater.includes('passed') && others.every((other) => later.results[other] !== undefined);
  });
}

/**
 * Of each test the latest results count, and those of which nobody knows when they ran. A failure that is over because its test
 * is gone takes nothing older with it.
 */
function runsProve(runs: readonly Run[]): boolean {
  const counted = ['a', 'b', 'c'].flatMap((name) => {
    const own = runs.flatMap((one) => {
      const outcome = one.results[name];
      if (outcome === undefined) return [];
      const { age: of } = one;
      return [{ of, outcome, isOver: outcome !== 'passed' && isDated(of) && isGone(name, of, one, runs) }];
    });
    return own.filter(({ of, isOver }) => {
      if (isOver) return false;
      return !own.some((later) => isDated(of) && isDated(later.of) && ages[later.of] < ages[of] && !later.isOver);
    });
  });
  return counted.length > 0 && counted.every(({ of, outcome }) => outcome === 'passed' && isFresh(of));
}

describe('runs made up at random', () => {
  it(
    'are ready exactly when the latest of each test passed and is fresh',
    async () => {
      const settings = await departuresOnly();
      let readyOnes = 0;
      const property = fc.asyncProperty(fc.array(oneRun, { minLength: 1, maxLength: 4 }), async (runs) => {
        const { verdict } = await judgeReports(runs.map(writeRun), settings);
        expect(verdict, JSON.stringify(runs)).toBe(runsProve(runs) ? 'ready' : 'not-ready');
        if (verdict === 'ready') readyOnes++;
      });
      await fc.assert(property, { numRuns: 2000 * effort });
      expect(readyOnes).toBeGreaterThan(50 * effort);
    },
    patience,
  );
});
