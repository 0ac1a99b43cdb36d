import type { Scenario } from '../requirements/scenario.ts';
import type { Instant } from '../time/instant.ts';
import type { Attempt } from '../matching/attempt.ts';
import { collectCandidates, sourced, type Candidates } from './candidates.ts';
import { messageFindings } from './check-messages.ts';
import { movementFindings } from './check-movement.ts';
import type { Finding } from '../finding.ts';
import { evidenceFinding, type ScenarioEvidence, type Sourced } from './evidence.ts';
import type { MessageType } from '../requirements/messages.ts';

export { findReusedMrns } from './reused-mrns.ts';

/**
 * What the counted attempts at a scenario say about its movement, as HMRC's form asks for it, and what is wrong with it.
 *
 * Of several values the most trusted one is taken: given outright before read out of a message, then by source (see
 * `StatementSource`), then the later attempt. Others that contradict it are reported. Without any attempt there is no
 * evidence and nothing to complain of: that the scenario hasn't run is said elsewhere.
 *
 * @param asked The messages whose times the form asks for in the scenario's flow.
 */
export function gatherEvidence(
  scenario: Scenario,
  attempts: readonly Attempt[],
  asked: readonly MessageType[],
): ScenarioEvidence {
  const candidates = collectCandidates(attempts);
  const [mrn] = candidates.mrns;
  const [lrn] = candidates.lrns;
  const evidence = {
    mrn: mrn && sourced(mrn),
    lrn: lrn && sourced(lrn),
    messages: readableTimes(candidates.times),
  };
  const [first] = attempts;
  if (first === undefined) return { ...evidence, findings: [] };
  const place = { file: first.file, line: first.line };
  return {
    ...evidence,
    findings: [
      ...movementFindings(scenario, evidence, candidates, place),
      ...messageFindings(scenario, asked, evidence.messages, candidates, place),
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

function tooMuchFindings({ tooMuch }: Candidates): readonly Finding[] {
  return tooMuch.map((candidate) =>
    evidenceFinding(
      'too-much',
      `A test or suite wrote more evidence than is looked at: ${candidate.value} statements were left out, from here on. ` +
        `Expected the messages of one movement; let it print less.`,
      candidate,
    ),
  );
}
