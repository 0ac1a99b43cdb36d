import type { Scenario, ScenarioId } from '../requirements/scenario.ts';
import type { EvidenceFinding, ScenarioEvidence } from './evidence.ts';
import { listed, quoted, where } from './wording.ts';

interface Gathered {
  readonly scenario: Scenario;
  readonly evidence: ScenarioEvidence;
}

/**
 * Finds MRNs that serve as evidence twice: each departure scenario declares a movement of its own. An arrival may finish
 * the movement of a departure scenario, but no movement arrives twice.
 *
 * @returns what to add to the findings of the scenarios concerned.
 */
export function findReusedMrns(
  all: ReadonlyMap<ScenarioId, Gathered>,
): ReadonlyMap<ScenarioId, readonly EvidenceFinding[]> {
  const users = new Map<string, Gathered[]>();
  for (const gathered of all.values()) {
    const mrn = gathered.evidence.mrn?.value.toUpperCase();
    if (mrn === undefined) continue;
    const key = `${gathered.scenario.flow === 'arrival' ? 'arrival' : 'departure'} ${mrn}`;
    const others = users.get(key);
    if (others === undefined) users.set(key, [gathered]);
    else others.push(gathered);
  }
  const findings = new Map<ScenarioId, readonly EvidenceFinding[]>();
  for (const group of users.values()) {
    if (group.length < 2) continue;
    for (const gathered of group) findings.set(gathered.scenario.id, [reused(gathered, group)]);
  }
  return findings;
}

function reused({ scenario, evidence: { mrn } }: Gathered, group: readonly Gathered[]): EvidenceFinding {
  const others = group.map((gathered) => gathered.scenario.id).filter((id) => id !== scenario.id);
  const kind = scenario.flow === 'arrival' ? 'arrival' : 'departure';
  return {
    code: 'mrn-reused',
    message: `MRN ${quoted(mrn?.value ?? '')} is also that of ${listed(others)}, expected a movement of its own for each ${kind}.`,
    ...(mrn === undefined ? {} : where(mrn)),
  };
}
