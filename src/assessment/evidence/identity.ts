import { hasMrn, type Scenario } from '../../requirements/scenario.ts';
import type { Instant } from '../../time/instant.ts';
import { messageOf } from '../../requirements/messages.ts';
import type { Finding } from '../../finding.ts';
import {
  distinct,
  evidenceFinding,
  withPlaces,
  type Candidates,
  type Examined,
  type ScenarioEvidence,
  type Sourced,
  type EvidencePlace,
} from './evidence.ts';
import { checkMrn } from '../../requirements/mrn.ts';
import { listed, quoted } from '../../text/wording.ts';

/**
 * Checks the identity of a scenario's movement: one MRN, valid, of the right country and year; one LRN of a length that
 * NCTS takes.
 */
export function movementFindings({ scenario, evidence, candidates, place, strict }: Examined): readonly Finding[] {
  const { mrn, lrn, messages } = evidence;
  return [
    ...(mrn === undefined ? missing(scenario, lrn, candidates, place) : mrnFindings(scenario, mrn, messages)),
    ...conflict('mrn', mrn, candidates),
    ...(lrn === undefined ? unclearLrns(candidates) : lrnFindings(lrn)),
    ...conflict('lrn', lrn, candidates),
    ...severalMovements('departure', candidates),
    ...severalMovements('arrival', candidates),
    ...(strict && mrn !== undefined ? madeUp(mrn) : []),
  ];
}

function missing(
  scenario: Scenario,
  lrn: Sourced<string> | undefined,
  { unclear, unclearLrns: found }: Candidates,
  place: EvidencePlace,
): readonly Finding[] {
  // Where there are several, that is what is wrong.
  if (unclear.has('mrn')) return [];
  if (hasMrn(scenario)) {
    const message = 'No MRN was found, and the form asks for one.';
    const next = "Give the test a property 'MRN', or have it print a line 'MRN=…' or the message with it (CC028C).";
    return [evidenceFinding('mrn-missing', message, place, next)];
  }
  if (lrn !== undefined || unclear.has('lrn') || found.length > 0) return [];
  const message = 'Neither MRN nor LRN was found, and the form asks for one of them.';
  const next = `Give the test a property 'LRN', or have it print a line 'LRN=…': ${scenario.id} ends before an MRN is allocated.`;
  return [evidenceFinding('mrn-missing', message, place, next)];
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
        ? `${scenario.id} is an arrival in ${scenario.region} from ${expected}, and an MRN has the country of departure`
        : `${scenario.id} is a departure from ${scenario.region}`;
    const message = `${found} has country ${check.country}, expected ${expected}: ${why}.`;
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

/** One movement per scenario: two numbers mean that results of two movements got mixed. Movements that were only listed don't. */
function conflict(
  key: 'mrn' | 'lrn',
  chosen: Sourced<string> | undefined,
  { mrns, lrns }: Candidates,
): readonly Finding[] {
  const stated = (key === 'mrn' ? mrns : lrns).filter(({ own, source }) => own || source !== 'api-json');
  const values = distinct(stated, (value) => (key === 'mrn' ? value.toUpperCase() : value));
  const [first] = values;
  if (first === undefined || values.length < 2) return [];
  const name = key.toUpperCase();
  const use =
    chosen === undefined
      ? `None is used, since nothing says which is its own: give the test a property '${name}'.`
      : `${quoted(chosen.value)} is used.`;
  const message = `Its results state ${values.length} ${name}s, expected one movement per scenario: ${withPlaces(values, quoted)}. ${use}`;
  return [evidenceFinding(`${key}-conflict`, message, chosen ?? first)];
}

/** An LRN may have any signs in it, so where nothing ends it nobody can tell what it is. */
function unclearLrns({ unclearLrns: found }: Candidates): readonly Finding[] {
  const [first] = found;
  if (first === undefined) return [];
  const message =
    `LRN ${quoted(first.value)} is not used, since it can't be told where it ends. ` +
    `Put it into quotation marks (LRN="…"), or give the test a property 'LRN'.`;
  return [evidenceFinding('lrn-unclear', message, first)];
}

function severalMovements(name: 'departure' | 'arrival', { unclear }: Candidates): readonly Finding[] {
  const found = unclear.get(name);
  const [first] = found ?? [];
  if (found === undefined || first === undefined) return [];
  const shown = found.slice(0, 5).map(({ id, file, line }) => `${quoted(id)} (${file}:${line})`);
  const places = listed(found.length > shown.length ? [...shown, `${found.length - shown.length} more`] : shown);
  const message =
    `Its results have messages of ${found.length} ${name}s, expected one: ${places}. Their times are not used, since ` +
    `nothing says which is its own: let the test print only its own, or its ${name} from the API with LRN and MRN.`;
  return [evidenceFinding('movement-conflict', message, first)];
}

/** What stands in the MRNs of this project's README, recipes and demonstration. */
const exampleWords = /EXAMPL|DEMO|DSGB|DSXI/;

/** Numbers that no office allocated: those of examples, this project's own among them. */
function madeUp(mrn: Sourced<string>): readonly Finding[] {
  const free = mrn.value.slice(4, 16).toUpperCase();
  const isSame = free.length === 12 && new Set(free).size === 1;
  if (!isSame && !exampleWords.test(free)) return [];
  const what = isSame ? 'has the same character in all of its free places' : 'is that of an example';
  const message = `MRN ${quoted(mrn.value)} ${what}, expected the one that HMRC allocated in Trader Test.`;
  return [evidenceFinding('mrn-example', message, mrn)];
}
