import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import type { AssessmentInput } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { placeInWords, type Finding } from '../../src/finding.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import type { Statement } from '../../src/statements/statement.ts';
import type { MessageType } from '../../src/requirements/messages.ts';
import type { ClockSettings } from '../../src/settings/settings.ts';
import type { Instant } from '../../src/time/instant.ts';
import { buildApplication, buildAttempt, buildClock, HOUR, NOW } from '../builders.ts';

export const clock: ClockSettings = buildClock();

/** An attempt that passed, dated by its own timestamp: 3 hours before NOW unless told otherwise, null for undated. */
export function attemptAt(time: Instant | null = NOW - 3 * HOUR, overrides: Partial<Attempt> = {}): Attempt {
  const reported =
    time === null
      ? {}
      : { reported: { text: new Date(time).toISOString(), from: 'case' as const, instant: time, assumedZone: false } };
  return buildAttempt({ ...reported, ...overrides });
}

export function messageStatement(
  message: MessageType,
  at: Instant | undefined,
  overrides: Partial<Statement> = {},
): Statement {
  return {
    key: 'message',
    message,
    at,
    assumedZone: false,
    source: 'property',
    derived: false,
    line: 9,
    text: at === undefined ? 'yesterday' : new Date(at).toISOString(),
    ...overrides,
  } as Statement;
}

/** Software with standard departures, simplified procedure only: DSGB1 or DSXI1 is all it needs. */
export const departuresOnly = buildApplication({ flows: [{ flow: 'standard-departure', procedures: ['simplified'] }] });

export function inputOf(
  attempts: readonly Attempt[],
  settings: Partial<AssessmentInput['settings']> = {},
  rest: Partial<AssessmentInput> = {},
): AssessmentInput {
  return {
    attempts,
    files: [],
    findings: [],
    ...rest,
    settings: {
      programme: ncts5,
      applications: [departuresOnly],
      clock,
      failOn: new Set(['missing', 'failed', 'stale', 'unreadable'] as const),
      duplicates: 'worst',
      ...settings,
    },
  };
}

/** What is said of the reports, and of results that contradict each other. */
export function problemsOf({ findings }: Pick<Assessment, 'findings'>): readonly Finding[] {
  return findings.filter(({ application, scenario, kind }) => {
    return application === undefined && (scenario === undefined || kind === 'conflict');
  });
}

/** What is said of a scenario's results, with the place: not of its evidence. */
export function saidOf({ findings }: Pick<Assessment, 'findings'>, id: string): readonly string[] {
  return findings
    .filter(({ application, scenario }) => application === undefined && scenario === id)
    .filter(({ kind }) => kind !== 'evidence' && kind !== 'conflict')
    .map(({ message, place }) => (place === undefined ? message : `${message} (${placeInWords(place)})`));
}
