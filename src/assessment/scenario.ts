import { isDisputed, type Attempt } from '../matching/attempt.ts';
import { whyDisputed } from '../matching/findings.ts';
import { evidenceFinding, type ScenarioEvidence } from './evidence/evidence.ts';
import { gatherEvidence } from './evidence/gather.ts';
import { Findings, type Finding, type FindingKind } from '../finding.ts';
import { movementDemandOf } from '../requirements/demand.ts';
import { ageMessages, messageOf } from '../requirements/messages.ts';
import type { Programme } from '../requirements/programme.ts';
import type { Scenario } from '../requirements/scenario.ts';
import type { ClockSettings } from '../settings/settings.ts';
import { formatUtc } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { zoneOffset } from '../time/read.ts';
import type { CountedResult, ScenarioAssessment, ScenarioStatus } from './assessment.ts';
import { selectCounted, type Counted, type CountingContext, type TimedAttempt } from './counted.ts';
import { nextStep } from './next-step.ts';
import { expiryOf, staleReasons } from './freshness.ts';
import { timeOf, type Credible } from './times.ts';

export interface ScenarioContext {
  readonly programme: Programme;
  readonly clock: ClockSettings;
  readonly evaluatedAt: Instant;
  readonly credible: Credible;
  readonly duplicates: CountingContext['duplicates'];
  readonly supersessions: CountingContext['supersessions'];
  /** Whether evidence decides the verdict. */
  readonly strict: boolean;
}

/**
 * Judges one scenario by all attempts at it.
 *
 * @returns with it what there is to say of it: first what decided its status, then what is wrong with its evidence, then
 *   remarks. All of it is `notice` or `warning`: what a mandatory test makes of it is said of that test.
 */
export function assessScenario(
  scenario: Scenario,
  attempts: readonly Attempt[],
  context: ScenarioContext,
): { readonly assessment: ScenarioAssessment; readonly findings: readonly Finding[] } {
  const ages = ageMessages(scenario.flow, context.programme.arrivalAge);
  const timed = attempts.map((attempt) => ({ attempt, time: timeOf(attempt, ages, context.credible) }));
  const selected = selectCounted(timed, { ...context, notBefore: context.clock.notBefore });
  const { counted } = selected;
  const testedAt = earliest(counted);
  const disputed = attempts.filter(isDisputed);
  const judged = judge(selected, disputed, testedAt, context);
  const evidence = evidenceOf(scenario, counted, context);
  const assessment: ScenarioAssessment = {
    scenario,
    status: judged.status,
    undated: judged.status === 'stale' && testedAt === undefined,
    testedAt,
    expiresAt: testedAt === undefined ? undefined : expiryOf(testedAt, context.clock),
    assumedZone: counted.some(({ time }) => time.assumedZone),
    counted: counted.map(({ attempt, time }): CountedResult => ({ attempt, time: time.age, timeFrom: time.from })),
    superseded: selected.setAside.filter(({ standing }) => standing.is === 'superseded').length,
    setAside: selected.setAside,
    next: judged.status === 'passed' ? undefined : (judged.next ?? nextStep(selected, disputed, testedAt, context)),
    evidence: { mrn: evidence.mrn, lrn: evidence.lrn, messages: evidence.messages, seen: evidence.seen },
  };
  const findings = new Findings();
  const said = [
    ...judged.findings,
    ...selected.conflicts,
    ...relevant(evidence.findings, judged.status),
    ...(judged.status === 'passed' ? zoneDoubts(scenario, counted, context) : []),
    ...remarks({ scenario, programme: context.programme }, counted, evidence, testedAt),
  ];
  for (const finding of said) findings.add({ ...finding, scenario: scenario.id });
  return { assessment, findings: findings.list() };
}

/** What the counted results give as evidence, and what is wrong with it, where their times contradict each other included. */
function evidenceOf(
  scenario: Scenario,
  counted: readonly TimedAttempt[],
  { programme, strict }: ScenarioContext,
): ScenarioEvidence & { readonly findings: readonly Finding[] } {
  const attempts = counted.map(({ attempt }) => attempt);
  const gathered = gatherEvidence(scenario, attempts, programme.expected[scenario.flow], {
    strict,
    formAsks: movementDemandOf(programme)?.messages,
  });
  return { ...gathered, findings: [...gathered.findings, ...contradictions(counted)] };
}

/** Of a scenario that did not pass, what is missing from its evidence goes without saying. */
function relevant(findings: readonly Finding[], status: ScenarioStatus): readonly Finding[] {
  if (status === 'passed' || status === 'stale') return findings;
  return findings.filter(({ code }) => code !== 'mrn-missing' && code !== 'message-missing');
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
  { counted, outdated }: Pick<Counted, 'counted' | 'outdated'>,
  disputed: readonly Attempt[],
  testedAt: Instant | undefined,
  { programme, clock, evaluatedAt }: ScenarioContext,
): { readonly status: ScenarioStatus; readonly findings: readonly Finding[]; readonly next?: string } {
  const failed = counted.filter(({ attempt }) => attempt.outcome === 'failed');
  if (failed.length > 0) {
    return { status: 'failed', findings: failed.map(({ attempt }) => ofResult('failed', attempt, 'failed')) };
  }
  const notRun = counted.filter(({ attempt }) => attempt.outcome === 'not-run');
  if (notRun.length > 0) {
    return { status: 'not-run', findings: notRun.map(({ attempt }) => ofResult('missing', attempt, 'did not run')) };
  }
  if (counted.length === 0) {
    const since = `ran before ${formatUtc(clock.notBefore ?? evaluatedAt)}, from when on results count (not-before)`;
    const old = outdated.map(({ attempt }) => ofResult('missing', attempt, since));
    return { status: 'not-run', findings: disputed.length > 0 ? disputed.map(ofDisputed) : old };
  }
  const foreign = counted.flatMap(({ attempt }) => sentElsewhere(attempt, programme, true));
  if (foreign.length > 0) {
    const next = `Send its messages as ${programme.name} and run it again, or choose the other programme with the setting programme.`;
    return { status: 'not-run', findings: foreign, next };
  }
  if (testedAt === undefined) {
    const undated = counted.filter(({ time }) => time.age === undefined);
    const findings = undated.map(({ attempt, time }) => ofResult('time', attempt, 'has no usable date', time.why));
    return { status: 'stale', findings };
  }
  const oldest = counted.find(({ time }) => time.age === testedAt);
  const origin = oldest?.time.origin;
  const stale = staleReasons(testedAt, evaluatedAt, clock, programme).map((message): Finding => ({
    kind: 'stale',
    severity: 'notice',
    message: origin === undefined ? message : `${message} (counted from its ${origin.message})`,
    place: oldest && { file: oldest.attempt.file, line: origin?.line ?? oldest.attempt.line },
  }));
  return { status: stale.length > 0 ? 'stale' : 'passed', findings: stale };
}

/**
 * What there is to say of messages that a test sent in another programme, once for each such programme. Messages that were
 * received are not looked at: what HMRC writes into them is its own affair. Source: XML6, XSD3.
 *
 * @param refused Whether of programmes whose messages prove nothing here, or of those whose messages do.
 */
function sentElsewhere(attempt: Attempt, { name, api, foreign }: Programme, refused: boolean): readonly Finding[] {
  if (!attempt.statements.some(({ key }) => key === 'message')) return nothingToSay;
  return foreign
    .filter((other) => other.refused === refused)
    .flatMap((other) => {
      const sent = attempt.statements.find(
        (statement) =>
          statement.key === 'message' &&
          messageOf(statement.message)?.direction === 'sent' &&
          statement.phaseId?.toUpperCase().startsWith(other.phaseId) === true,
      );
      if (sent?.key !== 'message') {
        return [];
      }
      const verdict = refused ? `it proves nothing for ${name}` : `API ${api} takes that, too`;
      const whose = `the ${sent.message} of '${attempt.name === '' ? attempt.className : attempt.name}'`;
      const message = `${whose} was sent as ${other.name}: ${verdict}`;
      const place = { file: attempt.file, line: sent.line };
      return [{ kind: refused ? 'missing' : 'elsewhere', severity: 'notice', message, place } as const];
    });
}

const nothingToSay: readonly Finding[] = [];

/** Why a result that might be the scenario's counts for none. */
function ofDisputed(attempt: Attempt): Finding {
  const why = attempt.decision === undefined ? 'it names several scenarios' : whyDisputed(attempt.decision);
  return ofResult('missing', attempt, `counts for none, because ${why}`);
}

/** What is to be said of one result: its name, what became of it and why. */
function ofResult(kind: FindingKind, attempt: Attempt, what: string, why = ownWords(attempt)): Finding {
  const name = attempt.name === '' ? attempt.className : attempt.name;
  return {
    kind,
    severity: 'notice',
    message: `'${name}' ${what}${why === undefined ? '' : `: ${why.replace(/\.$/u, '')}`}`,
    place: { file: attempt.file, line: attempt.line },
  };
}

/** What the test said of why it did not pass. */
function ownWords({ outcome, message }: Attempt): string | undefined {
  return outcome === 'passed' ? undefined : message;
}

/** What a reader should know though it changes nothing. */
function remarks(
  { scenario, programme }: { readonly scenario: Scenario; readonly programme: Programme },
  counted: readonly TimedAttempt[],
  evidence: ScenarioEvidence,
  testedAt: Instant | undefined,
): readonly Finding[] {
  const notes = counted
    .filter(({ attempt }) => attempt.flaky)
    .map(({ attempt }) => ofResult('flaky', attempt, 'passed only after failed tries'));
  for (const { attempt } of counted) notes.push(...sentElsewhere(attempt, programme, false));
  const { misprint } = scenario;
  if (misprint !== undefined && [...evidence.seen.keys()].some((type) => misprint.messages.includes(type))) {
    notes.push({ kind: 'elsewhere', severity: 'notice', message: `${scenario.id} ${misprint.remark}` });
  }
  const declaredAt =
    programme.arrivalAge === 'arrival' && scenario.flow === 'arrival'
      ? evidence.messages.get('IE015')?.value
      : undefined;
  if (declaredAt !== undefined && testedAt !== undefined && declaredAt < testedAt) {
    const message = `the departure before this arrival was declared on ${formatUtc(declaredAt)}, which is not held against it: the form doesn't ask for it`;
    notes.push({ kind: 'time', severity: 'notice', message });
  }
  return notes;
}

/**
 * A time without a zone was read in the one that is set. Where it was really another, the evidence may be older by up to
 * the difference to the furthest one, and may have expired by then.
 */
function zoneDoubts(
  { id }: Scenario,
  counted: readonly TimedAttempt[],
  { clock, evaluatedAt }: ScenarioContext,
): readonly Finding[] {
  const assumed = counted.filter(({ time }) => time.assumedZone);
  const age = earliest(assumed);
  const oldest = assumed.find(({ time }) => time.age === age);
  if (age === undefined || oldest === undefined) {
    return [];
  }
  const mayBeOlder = furthestZone - zoneOffset(age, clock.timeZone);
  if (expiryOf(age, clock) - evaluatedAt > mayBeOlder) {
    return [];
  }
  const message =
    `${id} was tested at a time without a zone, read in ${clock.timeZone}: ${formatUtc(age)}. In another zone its evidence ` +
    `may have expired already. Have the test tool write the offset, or set time-zone to the zone that it writes in.`;
  const place = { file: oldest.attempt.file, line: oldest.time.origin?.line ?? oldest.attempt.line };
  return [{ kind: 'time', code: 'zone-in-doubt', severity: 'warning', message, place }];
}

/** No clock is further ahead of UTC: Kiritimati. */
const furthestZone = 14 * 60 * 60 * 1000;

function contradictions(counted: readonly TimedAttempt[]): readonly Finding[] {
  return counted.flatMap(({ attempt: { file }, time: { contradiction } }) =>
    contradiction === undefined
      ? []
      : [evidenceFinding('time-conflict', contradiction.message, { file, line: contradiction.line })],
  );
}
