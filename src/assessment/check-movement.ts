import { hasMrn, type Scenario } from '../requirements/scenario.ts';
import type { Instant } from '../time/instant.ts';
import { messageOf } from '../requirements/messages.ts';
import type { Finding } from '../finding.ts';
import {
  distinct,
  evidenceFinding,
  withPlaces,
  type Candidates,
  type ScenarioEvidence,
  type Sourced,
  type EvidencePlace,
} from './evidence.ts';
import { checkMrn } from '../requirements/mrn.ts';
import { quoted } from '../text/wording.ts';

type Movement = Pick<ScenarioEvidence, 'mrn' | 'lrn' | 'messages'>;

/**
 * Checks the identity of a scenario's movement: one MRN, valid, of the right country and year; one LRN of a length that
 * NCTS takes.
 *
 * @param place where to point when something is missing.
 */
export function movementFindings(
  scenario: Scenario,
  { mrn, lrn, messages }: Movement,
  candidates: Candidates,
  place: EvidencePlace,
): readonly Finding[] {
  return [
    ...(mrn === undefined ? missing(scenario, lrn, place) : mrnFindings(scenario, mrn, messages)),
    ...conflict('mrn', candidates),
    ...(lrn === undefined ? [] : lrnFindings(lrn)),
    ...conflict('lrn', candidates),
  ];
}

function missing(scenario: Scenario, lrn: Sourced<string> | undefined, place: EvidencePlace): readonly Finding[] {
  if (hasMrn(scenario)) {
    const message =
      `No MRN was found, the form asks for one. Expected a property 'MRN' of the test, a printed line 'MRN=…' or ` +
      `the message that brings it (CC028C).`;
    return [evidenceFinding('mrn-missing', message, place)];
  }
  if (lrn !== undefined) return [];
  const message =
    `Neither MRN nor LRN was found, the form asks for one of them. Expected a property 'LRN' of the test or a ` +
    `printed line 'LRN=…': ${scenario.id} ends before an MRN is allocated.`;
  return [evidenceFinding('mrn-missing', message, place)];
}

function mrnFindings(
  scenario: Scenario,
  mrn: Sourced<string>,
  messages: ScenarioEvidence['messages'],
): readonly Finding[] {
  const check = checkMrn(mrn.value);
  const found = `MRN ${quoted(mrn.value)}`;
  if (!check.ok) return [evidenceFinding(check.code, `${found} is not valid: ${check.message}.`, mrn)];
  const findings: Finding[] = [];
  const expected = scenario.mrnCountry;
  if (expected !== undefined && check.country !== expected) {
    const why =
      scenario.flow === 'arrival'
        ? `${scenario.id} is an arrival in ${scenario.region} from ${expected}, and an MRN bears the country of departure`
        : `${scenario.id} is a departure from ${scenario.region}`;
    const message = `${found} bears country ${check.country}, expected ${expected}: ${why}.`;
    findings.push(evidenceFinding('mrn-country', message, mrn));
  }
  const years = possibleYears(messages);
  if (years !== undefined && (check.year < years.first || check.year > years.last)) {
    const range = years.first === years.last ? `${years.last}` : `${years.first} to ${years.last}`;
    const message = `${found} is of the year ${check.year}, expected ${range}, going by the times of its messages.`;
    findings.push(evidenceFinding('mrn-year', message, mrn));
  }
  return findings;
}

/**
 * An MRN bears the year in which it was allocated. The departure's messages lie around that moment; an arrival may follow
 * in the next year. Undefined without any message.
 */
function possibleYears(messages: ScenarioEvidence['messages']): { first: number; last: number } | undefined {
  const departure: number[] = [];
  const arrival: number[] = [];
  for (const [type, { value }] of messages) {
    (messageOf(type)?.phase === 'arrival' ? arrival : departure).push(yearOf(value));
  }
  if (departure.length > 0) return { first: Math.min(...departure), last: Math.max(...departure) };
  if (arrival.length > 0) return { first: Math.min(...arrival) - 1, last: Math.max(...arrival) };
  return undefined;
}

function yearOf(instant: Instant): number {
  return new Date(instant).getUTCFullYear();
}

function lrnFindings(lrn: Sourced<string>): readonly Finding[] {
  const { length } = lrn.value;
  if (length > 22) {
    const message = `LRN ${quoted(lrn.value)} has ${length} characters, expected at most 22.`;
    return [evidenceFinding('lrn-length', message, lrn)];
  }
  if (/^[\x20-\x7e]+$/.test(lrn.value)) return [];
  const message = `LRN ${quoted(lrn.value)} has characters that NCTS doesn't take, expected plain letters, digits and signs.`;
  return [evidenceFinding('lrn-length', message, lrn)];
}

/** One movement per scenario: two numbers mean that results of two movements got mixed. */
function conflict(key: 'mrn' | 'lrn', { mrns, lrns }: Candidates): readonly Finding[] {
  const values = key === 'mrn' ? distinct(mrns, (mrn) => mrn.toUpperCase()) : distinct(lrns, (lrn) => lrn);
  const [chosen] = values;
  if (chosen === undefined || values.length < 2) return [];
  const name = key.toUpperCase();
  const message =
    `Its results state ${values.length} ${name}s, expected one movement per scenario: ${withPlaces(values, quoted)}. ` +
    `${quoted(chosen.value)} is used.`;
  return [evidenceFinding(`${key}-conflict`, message, chosen)];
}
