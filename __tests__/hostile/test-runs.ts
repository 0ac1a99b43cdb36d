/*
 * Test runs of which it is known what really ran, with what outcome, and their reports as several tools write them. The truth
 * comes from how a run was made up; nothing here reads a report.
 */
import fc from 'fast-check';
import { AS_OF } from '../harness/reports.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How a report can be of a run without being able to tell it: kinds of habit on which a red that is none may rest. */
export type Habit =
  /** Its places name different scenarios. */
  | 'places disagree'
  /** `Dsgb1`: a pass counts for none. */
  | 'look-alike'
  /** A list, or several numbers of which none leads. */
  | 'list'
  /** A failure is held against each scenario that its name mentions. */
  | 'failure mentions another scenario'
  /** The report tells no time. */
  | 'no time'
  /** Retries are listed with one and the same time. */
  | 'retries without times'
  /** A shard of the same run failed what another passed. */
  | 'shards'
  /** A set-up failed that only a whole later report heals. */
  | 'set-up failed'
  /** What was renamed since, and stood alone or beside a failure. */
  | 'renamed'
  /** Nothing of the run is whole: a part of it was run again. */
  | 'part';

const scenarios = ['DSGB1', 'DSXI1', 'DNGB1'] as const;
type Scenario = (typeof scenarios)[number];
const styles = [
  'newman',
  'class',
  'file',
  'property',
  'suite-property',
  'mention',
  'mapped-by-line',
  'suite-output',
] as const;
const twists = ['none', 'none', 'none', 'none', 'none', 'mention', 'against', 'look-alike', 'list'] as const;

/** A test that lives through several runs. */
const logicalTest = fc.record({
  scenario: fc.constantFrom<Scenario>('DSGB1', 'DSGB1', 'DSXI1', 'DNGB1'),
  twist: fc.constantFrom(...twists),
  parameter: fc.option(fc.constantFrom('1', '2', '2026-07-01', 'GB123456789000'), { freq: 4 }),
});
type LogicalTest = typeof logicalTest extends fc.Arbitrary<infer Made> ? Made : never;

const failing = [
  '<failure/>',
  '<error message="x"/>',
  '<broken/>',
  '<x:failure xmlns:x="u"/>',
  '<step name="send" status="failed"/>',
] as const;
const oneExecution = fc.record({
  outcome: fc.constantFrom('passed', 'passed', 'passed', 'passed', 'passed', 'failed', 'not-run', 'left out'),
  spelling: fc.constantFrom(...failing),
  retried: fc.constantFrom('no', 'no', 'no', 'no', 'timed', 'untimed', 'flaky'),
});

const run = fc.record({
  executions: fc.array(oneExecution, { minLength: 4, maxLength: 4 }),
  clock: fc.constantFrom('zone', 'zone', 'zone', 'bare', 'none'),
  setUp: fc.constantFrom('fine', 'fine', 'fine', 'fine', 'fine', 'failed'),
  sharded: fc.constantFrom(false, false, false, true),
  renamed: fc.constantFrom(false, false, false, false, true),
});
type Run = typeof run extends fc.Arbitrary<infer Made> ? Made : never;

export const world = fc.record({
  style: fc.constantFrom(...styles),
  tests: fc.array(logicalTest, { minLength: 1, maxLength: 4 }),
  /** From the latest back. */
  runs: fc.array(run, { minLength: 1, maxLength: 4 }),
  /** How old the latest is; runs are 5 days apart. */
  age: fc.constantFrom(1, 1, 1, 3, 12, 16),
});
export type World = typeof world extends fc.Arbitrary<infer Made> ? Made : never;

/** When the run before the last n began; UTC. */
function beganAt({ age }: World, back: number): number {
  return Date.parse(AS_OF) - (age + 5 * back) * DAY;
}

/** Per scenario whether all that really ran of it passed the last time, lately. */
export function truth(made: World): ReadonlyMap<Scenario, boolean> {
  const result = new Map<Scenario, boolean>();
  for (const scenario of scenarios) {
    const last = made.tests.flatMap((test, index) => {
      if (test.scenario !== scenario) return [];
      const back = made.runs.findIndex((one) => wasRun(one, index));
      if (back === -1 || isNobodys(made, test, outcomeIn(made.runs[back], index))) return [];
      return isGone(made, index, back) ? [] : [{ back, one: made.runs[back], index }];
    });
    const allWell = last.every(({ back, one, index }) => {
      const isFresh = made.age + 5 * back < 14;
      return isFresh && one?.executions[index]?.outcome === 'passed' && !shardFails(one, index);
    });
    result.set(scenario, last.length > 0 && allWell && !isSetUpBroken(made, scenario));
  }
  return result;
}

/** What did not run counts against scenarios that lead only: under a list, a look-alike or two mentions it is nobody's. */
function isNobodys({ style }: World, { twist }: LogicalTest, outcome: string | undefined): boolean {
  if (outcome !== 'not-run') return false;
  if (style === 'mention') return twist !== 'none' && twist !== 'against';
  return ['newman', 'file', 'suite-output'].includes(style) && (twist === 'list' || twist === 'look-alike');
}

/** Nobody can tell one test that was left out from one that was removed, where the rest of its suite ran well. */
function isGone(made: World, index: number, back: number): boolean {
  const { tests, runs, style } = made;
  if (outcomeIn(runs[back], index) === 'passed') return false;
  const suite = suiteOf(style, tests[index]);
  const mates = tests.flatMap((test, mate) => (mate !== index && suiteOf(style, test) === suite ? [mate] : []));
  const ranThen = mates.filter((mate) => outcomeIn(runs[back], mate) !== undefined);
  return runs.slice(0, back).some((later) => {
    const outcomes = new Set(mates.map((mate) => outcomeIn(later, mate)));
    if (outcomes.has('failed') || !outcomes.has('passed')) return false;
    return ranThen.length > 0 && ranThen.every((mate) => outcomeIn(later, mate) !== undefined);
  });
}

function outcomeIn(one: Run | undefined, index: number): string | undefined {
  return one !== undefined && wasRun(one, index) ? one.executions[index]?.outcome : undefined;
}

function wasRun(one: Run, index: number): boolean {
  return one.setUp === 'fine' && one.executions[index]?.outcome !== 'left out';
}

/** In a run of two shards the second runs the first test, too, and fails it. */
function shardFails({ sharded, setUp }: Run, index: number): boolean {
  return sharded && setUp === 'fine' && index === 0;
}

/** The set-up of the last run that came to the scenario failed: none of its tests ran. */
function isSetUpBroken({ runs, tests }: World, scenario: Scenario): boolean {
  const own = tests.flatMap((test, index) => (test.scenario === scenario ? [index] : []));
  const last = runs.find((one) => one.setUp === 'failed' || own.some((index) => wasRun(one, index)));
  return own.length > 0 && last?.setUp === 'failed';
}

export function habitsOf({ style, tests, runs }: World): ReadonlySet<Habit> {
  const found = new Set<Habit>();
  if (style === 'mention' && tests.some(({ twist }) => twist === 'mention')) found.add('list');
  for (const { twist } of tests) {
    if (twist === 'against') found.add('places disagree');
    if (twist === 'look-alike') found.add('look-alike');
    if (twist === 'list') found.add('list');
  }
  for (const one of runs) {
    const ran = tests.map((test, index) => ({ test, made: one.executions[index] }));
    const isBad = (outcome: string | undefined) => outcome === 'failed' || outcome === 'not-run';
    if (ran.some(({ test, made }) => test.twist === 'mention' && isBad(made?.outcome))) {
      found.add('failure mentions another scenario');
    }
    if (one.clock === 'none') found.add('no time');
    if (ran.some(({ made }) => made?.retried === 'untimed')) found.add('retries without times');
    if (one.sharded) found.add('shards');
    if (one.setUp === 'failed') found.add('set-up failed');
    if (one.renamed) found.add('renamed');
    if (ran.some(({ made }) => made?.outcome === 'left out')) found.add('part');
  }
  return found;
}

/** All reports of all runs, the oldest first. */
export function reportsOf(made: World): readonly Uint8Array[] {
  return made.runs
    .flatMap((one, back) => {
      const at = beganAt(made, back);
      const first = reportOf(made, one, at, made.tests);
      return one.sharded && one.setUp === 'fine'
        ? [reportOf(made, one, at + 60_000, made.tests.slice(0, 1), true), first]
        : [first];
    })
    .toReversed()
    .map((xml) => Buffer.from(xml));
}

/** With its zone, or as tools write the time of their machine. */
function written(at: number, { clock }: Run): string {
  return new Date(at).toISOString().slice(0, clock === 'bare' ? 19 : undefined);
}

function reportOf(made: World, one: Run, at: number, tests: readonly LogicalTest[], fails = false): string {
  const stamp = one.clock === 'none' ? '' : ` timestamp="${written(at, one)}" time="600"`;
  if (one.setUp === 'failed') {
    const suites = tests.map((test) =>
      inSuite(made.style, test, stamp, `<testcase name="&quot;before all&quot; hook">${failing[0]}</testcase>`),
    );
    return `<testsuites>${suites.join('')}</testsuites>`;
  }
  const suites = tests.flatMap((test, index) => {
    const execution = one.executions[index];
    if (execution === undefined || !wasRun(one, index)) return [];
    const outcome = fails ? 'failed' : execution.outcome;
    const content = { passed: '', failed: execution.spelling, 'not-run': '<skipped/>', 'left out': '' }[outcome] ?? '';
    return [
      inSuite(
        made.style,
        test,
        stamp,
        tries({ ...execution, outcome, content }, caseOf(made.style, test, index, one.renamed), at, one),
      ),
    ];
  });
  // newman's root counts scripts.
  const more = made.style === 'newman' ? ` tests="${tests.length + 7}"` : '';
  return `<testsuites${more}>${suites.join('')}</testsuites>`;
}

type Case = (content: string, attributes?: string) => string;

function tries(
  { outcome, content, retried }: { outcome: string; content: string; retried: string },
  write: Case,
  at: number,
  ofRun: Run,
): string {
  if (retried === 'flaky' && outcome === 'passed') return write('<flakyFailure/>');
  if (retried === 'no' || retried === 'flaky' || outcome === 'not-run') return write(content);
  const isTimed = retried === 'timed' && ofRun.clock !== 'none';
  const stamp = (minutes: number) => (isTimed ? ` timestamp="${written(at + minutes * 60_000, ofRun)}" time="20"` : '');
  return write('<failure/>', stamp(1)) + write(content, stamp(2));
}

function other(scenario: Scenario): Scenario {
  return scenario === 'DSGB1' ? 'DNGB1' : 'DSGB1';
}

/** What its name says before the title, where the style puts the number there. */
function lead({ scenario, twist }: LogicalTest): string {
  if (twist === 'look-alike') return `${scenario.slice(0, 1)}${scenario.slice(1).toLowerCase()} `;
  if (twist === 'list') return `${scenario} and ${other(scenario)} `;
  return `${scenario}: `;
}

function caseOf(style: World['style'], test: LogicalTest, index: number, isRenamed: boolean): Case {
  const { scenario, twist, parameter } = test;
  const title = [
    `step ${index}`,
    ...(parameter === null ? [] : [`of ${parameter}`]),
    ...(isRenamed ? ['anew'] : []),
  ].join(' ');
  const mention = twist === 'mention' ? `, unlike ${other(scenario)}` : '';
  // Against a class or suite that only bears the number, a test's own name is right.
  const against =
    twist === 'against' && ['property', 'suite-property', 'mapped-by-line'].includes(style)
      ? `${other(scenario)}: `
      : '';
  const mentioned = `${title} (${scenario})`;
  const name =
    {
      file: `${lead(test)}${title}${mention}`,
      'suite-output': `${lead(test)}${title}${mention}`,
      mention: twist === 'list' || twist === 'look-alike' ? `${title} for ${lead(test)}` : `${mentioned}${mention}`,
    }[style as 'file' | 'suite-output' | 'mention'] ?? `${against}${title}${mention}`;
  const property =
    style === 'property' ? `<properties><property name="scenario" value="${scenario}"/></properties>` : '';
  const line = style === 'mapped-by-line' ? `<system-out>scenario=${scenario}\nLRN=LRN-${index}-A</system-out>` : '';
  return (content, attributes = '') =>
    `<testcase name="${name}" classname="${style === 'class' ? `uk.example.${scenario}Test` : 'c'}"${attributes}>${property}${content}${line}</testcase>`;
}

function suiteOf(style: World['style'], test: LogicalTest | undefined): string {
  if (test === undefined) return '';
  if (style === 'newman') return `Departures / ${lead(test)}Simplified / 01 POST IE015`;
  if (style === 'class') return `uk.example.${test.scenario}Test`;
  return style === 'suite-property'
    ? `departures of ${test.scenario.toLowerCase().slice(0, 2)}`
    : `departures of ${style}`;
}

function inSuite(style: World['style'], test: LogicalTest, stamp: string, cases: string): string {
  const property =
    style === 'suite-property' ? `<properties><property name="scenario" value="${test.scenario}"/></properties>` : '';
  const counts = style === 'newman' ? ` tests="${cases.split('<testcase').length - 1}"` : '';
  // One text for all that the suite's tests wrote, after them.
  const output =
    style === 'suite-output' ? `<system-out>scenario=${test.scenario}\nLRN=LRN-${test.scenario}</system-out>` : '';
  return `<testsuite name="${suiteOf(style, test)}"${counts}${stamp}>${property}${cases}${output}</testsuite>`;
}
