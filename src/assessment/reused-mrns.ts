import type { Scenario, ScenarioId } from '../requirements/scenario.ts';
import type { Finding } from '../finding.ts';
import { evidenceFinding, type ScenarioEvidence, type Sourced } from './evidence.ts';
import { listed, quoted } from '../text/wording.ts';

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
