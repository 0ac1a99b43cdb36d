import type { Attempt } from '../matching/attempt.ts';
import type { ScenarioEvidence } from './evidence.ts';
import { gatherEvidence } from './gather.ts';
import type { Finding } from '../finding.ts';
import { ageMessages } from '../requirements/messages.ts';
import type { Programme } from '../requirements/programme.ts';
import type { Scenario } from '../requirements/scenario.ts';
import type { ClockSettings } from '../settings/settings.ts';
import { formatUtc } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import type { CountedResult, ScenarioAssessment, ScenarioStatus } from './assessment.ts';
import { selectCounted, type Counted, type TimedAttempt } from './counted.ts';
import { expiryOf, staleReasons } from './freshness.ts';
import { timeOf, type Credible } from './times.ts';

export interface ScenarioContext {
  readonly programme: Programme;
  readonly clock: ClockSettings;
  readonly evaluatedAt: Instant;
  readonly credible: Credible;
  readonly duplicates: 'worst' | 'last';
}

/** Judges one scenario by all attempts at it. */
export function assessScenario(
  scenario: Scenario,
  attempts: readonly Attempt[],
  context: ScenarioContext,
): { readonly assessment: ScenarioAssessment; readonly problems: readonly Finding[] } {
  const ages = ageMessages(scenario.flow, context.programme.arrivalAge);
  const timed = attempts.map((attempt) => ({ attempt, time: timeOf(attempt, ages, context.credible) }));
  const selected = select(timed, context.duplicates);
  const { counted } = selected;
  const testedAt = earliest(counted);
  const judged = judge(counted, testedAt, context);
  const evidence = gatherEvidence(
    scenario,
    counted.map(({ attempt }) => attempt),
    context.programme.expected[scenario.flow],
  );
  const assessment: ScenarioAssessment = {
    scenario,
    status: judged.status,
    undated: judged.status === 'stale' && testedAt === undefined,
    testedAt,
    expiresAt: testedAt === undefined ? undefined : expiryOf(testedAt, context.clock),
    assumedZone: counted.some(({ time }) => time.assumedZone),
    counted: counted.map(({ attempt, time }): CountedResult => ({ attempt, time: time.age, timeFrom: time.from })),
    superseded: selected.superseded,
    evidence,
    reasons: [
      ...judged.reasons,
      ...remarks({ scenario, arrivalAge: context.programme.arrivalAge }, attempts, counted, evidence, testedAt),
    ],
  };
  return { assessment, problems: [...selected.conflicts, ...timeProblems(counted)] };
}

/**
 * An ambiguous result can only count against a scenario: its pass heals an ambiguous failure of the same test, but
 * neither counts nor replaces a clear result.
 */
function select(timed: readonly TimedAttempt[], duplicates: 'worst' | 'last'): Counted {
  const doubtful = selectCounted(
    timed.filter(({ attempt }) => attempt.ambiguous),
    duplicates,
  );
  const against = doubtful.counted.filter(({ attempt }) => attempt.outcome === 'failed');
  const selected = selectCounted([...timed.filter(({ attempt }) => !attempt.ambiguous), ...against], duplicates);
  return {
    counted: selected.counted,
    superseded: doubtful.superseded + selected.superseded,
    conflicts: [...doubtful.conflicts, ...selected.conflicts],
  };
}

/** The earliest time of all counted results; undefined when one of them has none, or there are none. */
function earliest(counted: readonly TimedAttempt[]): Instant | undefined {
  let first: Instant | undefined;
  for (const { time } of counted) {
    if (time.age === undefined) return undefined;
    first = Math.min(first ?? time.age, time.age);
  }
  return first;
}

function judge(
  counted: readonly TimedAttempt[],
  testedAt: Instant | undefined,
  { programme, clock, evaluatedAt }: ScenarioContext,
): { readonly status: ScenarioStatus; readonly reasons: readonly string[] } {
  const failed = counted.filter(({ attempt }) => attempt.outcome === 'failed');
  if (failed.length > 0) return { status: 'failed', reasons: failed.map(({ attempt }) => describe(attempt, 'failed')) };
  const notRun = counted.filter(({ attempt }) => attempt.outcome === 'not-run');
  if (notRun.length > 0) {
    return { status: 'not-run', reasons: notRun.map(({ attempt }) => describe(attempt, 'did not run')) };
  }
  if (counted.length === 0) {
    return { status: 'not-run', reasons: ['only ambiguous results name it, and those count for no scenario'] };
  }
  if (testedAt === undefined) {
    const undated = counted.filter(({ time }) => time.age === undefined);
    return {
      status: 'stale',
      reasons: undated.map(({ attempt, time }) => `${describe(attempt, 'has no usable date')}: ${time.why ?? ''}`),
    };
  }
  const stale = staleReasons(testedAt, evaluatedAt, clock, programme);
  return stale.length > 0 ? { status: 'stale', reasons: stale } : { status: 'passed', reasons: [] };
}

function describe(attempt: Attempt, what: string): string {
  const name = attempt.name === '' ? attempt.className : attempt.name;
  const where = `${attempt.file}:${attempt.line}`;
  return `'${name}' ${what} (${where})${attempt.outcome === 'passed' || attempt.message === undefined ? '' : `: ${attempt.message}`}`;
}

/** What a reader should know though it changes nothing. */
function remarks(
  { scenario, arrivalAge }: { readonly scenario: Scenario } & Pick<Programme, 'arrivalAge'>,
  attempts: readonly Attempt[],
  counted: readonly TimedAttempt[],
  evidence: ScenarioEvidence,
  testedAt: Instant | undefined,
): readonly string[] {
  const notes: string[] = [];
  const flaky = counted.filter(({ attempt }) => attempt.flaky);
  for (const { attempt } of flaky) notes.push(describe(attempt, 'passed only after failed tries'));
  const ambiguous = attempts.filter((attempt) => attempt.ambiguous && attempt.outcome !== 'failed');
  for (const attempt of ambiguous) notes.push(describe(attempt, 'names several scenarios and was not counted'));
  const { misprint } = scenario;
  if (misprint !== undefined && [...evidence.seen.keys()].some((type) => misprint.messages.includes(type))) {
    notes.push(misprint.remark);
  }
  const declaredAt =
    arrivalAge === 'arrival' && scenario.flow === 'arrival' ? evidence.messages.get('IE015')?.value : undefined;
  if (declaredAt !== undefined && testedAt !== undefined && declaredAt < testedAt) {
    notes.push(
      `the departure behind this arrival was declared on ${formatUtc(declaredAt)}: noted, not held against it, since the form doesn't ask for it`,
    );
  }
  return notes;
}

function timeProblems(counted: readonly TimedAttempt[]): readonly Finding[] {
  return counted.flatMap(({ attempt, time }): Finding[] =>
    time.why === undefined
      ? []
      : [
          {
            kind: 'time',
            severity: 'warning',
            message: `${describe(attempt, 'has no usable date')}: ${time.why}.`,
            place: { file: attempt.file, line: attempt.line },
          },
        ],
  );
}
