import type { Finding } from '../../finding.ts';
import type { Attempt } from '../../matching/attempt.ts';
import type { MessageType } from '../../requirements/messages.ts';
import type { Scenario, ScenarioId } from '../../requirements/scenario.ts';
import { listed, quoted } from '../../text/wording.ts';
import type { Instant } from '../../time/instant.ts';
import { messageFindings } from './messages.ts';
import { movementFindings } from './identity.ts';
import {
  collectCandidates,
  evidenceFinding,
  sourced,
  type Candidates,
  type ScenarioEvidence,
  type Sourced,
} from './evidence.ts';

/**
 * What the counted attempts at a scenario say about its movement, as HMRC's form asks for it, and what is wrong with it.
 *
 * Of several values the most trusted one is taken: given by a person before read out of a message, then by source (see
 * `StatementSource`), then the later attempt. Everything belongs to one movement (see `chooseMovement`): what is of
 * another is left out, and where nothing says which is the scenario's, none is taken. Without any attempt there is no
 * evidence and nothing wrong: that the scenario hasn't run is said elsewhere.
 *
 * @param asked The messages whose times are looked for in the scenario's flow.
 * @param formAsks Those of them for which the form has a place, where it hasn't for all.
 * @param strict Whether evidence decides the verdict: then what looks made up is a finding, too.
 */
export function gatherEvidence(
  scenario: Scenario,
  attempts: readonly Attempt[],
  asked: readonly MessageType[],
  {
    strict = false,
    formAsks = asked,
  }: { readonly strict?: boolean; readonly formAsks?: readonly MessageType[] | undefined } = {},
): ScenarioEvidence & { readonly findings: readonly Finding[] } {
  const candidates = collectCandidates(attempts);
  const mrn = candidates.mrns.find(({ own }) => own);
  const lrn = candidates.lrns.find(({ own }) => own);
  const evidence = {
    mrn: mrn && sourced(mrn),
    lrn: lrn && sourced(lrn),
    messages: readableTimes(candidates.times),
    seen: firstPlaces(candidates.times),
  };
  const [first] = attempts;
  if (first === undefined) return { ...evidence, findings: [] };
  const place = { file: first.file, line: first.line };
  const examined = { scenario, evidence, candidates, place, strict };
  return {
    ...evidence,
    findings: [
      ...movementFindings(examined),
      ...messageFindings(examined, asked, formAsks),
      ...tooMuchFindings(candidates),
    ],
  };
}

function readableTimes(times: Candidates['times']): ScenarioEvidence['messages'] {
  const messages = new Map<MessageType, Sourced<Instant> & { readonly assumedZone: boolean }>();
  for (const [type, candidates] of times) {
    for (const candidate of candidates) {
      const { value, assumedZone } = candidate;
      if (value === undefined) continue;
      messages.set(type, { ...sourced(candidate), value, assumedZone });
      break;
    }
  }
  return messages;
}

function firstPlaces(times: Candidates['times']): ScenarioEvidence['seen'] {
  return new Map(
    [...times].flatMap(([type, [first]]) =>
      first === undefined ? [] : [[type, { file: first.file, line: first.line }] as const],
    ),
  );
}

function tooMuchFindings({ tooMuch }: Candidates): readonly Finding[] {
  if (tooMuch === undefined) return [];
  const { count } = tooMuch;
  const left = count === 1 ? 'one statement was left out' : `${count} statements were left out`;
  const message =
    `Its tests or suites wrote more evidence than is kept: ${left}, from here on. Expected the messages of one ` +
    `movement; let them print less, or leave reports of other tests out of "results".`;
  return [evidenceFinding('too-much', message, tooMuch)];
}

interface Gathered {
  readonly scenario: Scenario;
  readonly evidence: ScenarioEvidence;
}

interface User {
  readonly scenario: Scenario;
  readonly mrn: Sourced<string>;
}

/**
 * Finds MRNs that serve as evidence twice: each departure scenario declares a movement of its own. An arrival may finish
 * the movement of a departure scenario, but no movement arrives twice.
 *
 * @returns what to add to the findings of the scenarios concerned.
 */
export function findReusedMrns(all: ReadonlyMap<ScenarioId, Gathered>): ReadonlyMap<ScenarioId, readonly Finding[]> {
  const users = new Map<string, User[]>();
  for (const { scenario, evidence } of all.values()) {
    const { mrn } = evidence;
    if (mrn === undefined) continue;
    const key = `${kindOf(scenario)} ${mrn.value.toUpperCase()}`;
    const others = users.get(key);
    if (others === undefined) users.set(key, [{ scenario, mrn }]);
    else others.push({ scenario, mrn });
  }
  const findings = new Map<ScenarioId, readonly Finding[]>();
  for (const group of users.values()) {
    if (group.length < 2) continue;
    for (const user of group) findings.set(user.scenario.id, [reused(user, group)]);
  }
  return findings;
}

function kindOf({ flow }: Scenario): 'arrival' | 'departure' {
  return flow === 'arrival' ? 'arrival' : 'departure';
}

function reused({ scenario, mrn }: User, group: readonly User[]): Finding {
  const others = group.map((user) => user.scenario.id).filter((id) => id !== scenario.id);
  return evidenceFinding(
    'mrn-reused',
    `MRN ${quoted(mrn.value)} is also that of ${listed(others)}, expected a movement of its own for each ${kindOf(scenario)}.`,
    mrn,
  );
}
