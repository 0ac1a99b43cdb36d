import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';

/** What a test of a scenario leaves in a report; by default: passed, fresh on `AS_OF`, with all that the form asks for. */
export interface ScenarioCase {
  readonly scenario: string;
  readonly name?: string;
  readonly className?: string;
  readonly outcome?: 'passed' | 'failed' | 'error' | 'skipped';
  readonly message?: string;
  /** ISO 8601; null: the case says none. */
  readonly timestamp?: string | null;
  /** Null: no evidence at all. */
  readonly properties?: Readonly<Record<string, string>> | null;
  readonly systemOut?: string;
}

export interface ReportOptions {
  readonly suite?: string;
  /** Of the suite; null: none. */
  readonly timestamp?: string | null;
}

/**
 * A Tuesday at noon in phase 2: the reference instant of reports made up here. Long past by any clock: results from
 * the machine's future would count as undated.
 */
export const AS_OF = '2025-03-11T12:00:00Z';

/** When scenarios made up here ran, unless said otherwise: the morning before. */
export const TESTED = '2025-03-10T09:00:00Z';

/** A JUnit report as a careful team writes it: one suite, properties with the evidence on each case. */
export function buildReport(cases: readonly (ScenarioCase | string)[], options: ReportOptions = {}): string {
  const all = cases.map((one) => (typeof one === 'string' ? { scenario: one } : one));
  const count = (outcome: string): number => all.filter((one) => one.outcome === outcome).length;
  const timestamp = options.timestamp === null ? '' : ` timestamp="${options.timestamp ?? TESTED}"`;
  const counts = `tests="${all.length}" failures="${count('failed')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="trader test" ${counts}>`,
    `  <testsuite name="${xml(options.suite ?? 'CTC Traders API')}" ${counts}${timestamp}>`,
    ...all.map(buildCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function buildCase(one: ScenarioCase): string {
  const { scenario, outcome = 'passed', message = 'expected 202, got 500' } = one;
  const name = one.name ?? `[${scenario}] runs to its end`;
  const properties = one.properties === null ? {} : (one.properties ?? evidenceOf(scenario));
  const timestamp = one.timestamp === null ? '' : ` timestamp="${one.timestamp ?? TESTED}"`;
  const said: Readonly<Record<typeof outcome, readonly string[]>> = {
    passed: [],
    failed: [`      <failure message="${xml(message)}" type="AssertionError">${xml(message)}</failure>`],
    error: [`      <error message="${xml(message)}" type="Error"/>`],
    skipped: [`      <skipped message="${xml(message)}"/>`],
  };
  return [
    `    <testcase classname="${xml(one.className ?? 'trader.test')}" name="${xml(name)}" time="1.5"${timestamp}>`,
    ...(Object.keys(properties).length === 0
      ? []
      : [
          '      <properties>',
          ...Object.entries(properties).map(
            ([key, value]) => `        <property name="${xml(key)}" value="${xml(value)}"/>`,
          ),
          '      </properties>',
        ]),
    ...said[outcome],
    ...(one.systemOut === undefined ? [] : [`      <system-out>${xml(one.systemOut)}</system-out>`]),
    '    </testcase>',
  ].join('\n');
}

/** MRN, LRN and the times of the messages that the form asks for, ten minutes apart, in their order. */
export function evidenceOf(scenario: string, start: string = TESTED, movement = 1): Record<string, string> {
  const known = ncts5.scenarios.get(scenario);
  if (known === undefined) return {};
  const arrival = known.flow === 'arrival';
  // An arrival's movement began in the other country. Source: facts, messages and identifiers.
  const country = (known.region === 'GB') === arrival ? 'XI' : 'GB';
  const times = ncts5.expected[known.flow].map((message, index) => {
    const at = new Date(Date.parse(start) + index * 600_000).toISOString();
    return [`ncts.${message}`, at] as const;
  });
  return {
    'ncts.mrn': buildMrn(country, `${scenario}${movement}`),
    ...(arrival ? {} : { 'ncts.lrn': `${scenario}LRN${movement}` }),
    ...Object.fromEntries(times),
  };
}

/** A movement reference number with a right check digit (ISO 6346, as TIS rule R0028 has it). */
export function buildMrn(country: 'GB' | 'XI', seed: string, year = 25): string {
  const head = `${year}${country}${seed.toUpperCase().padStart(12, '0').slice(-12)}J`;
  // The letters' values skip the multiples of 11.
  const values = '0123456789A?BCDEFGHIJK?LMNOPQRSTU?VWXYZ';
  const sum = Array.from(head).reduce((total, character, index) => total + values.indexOf(character) * 2 ** index, 0);
  return `${head}${(sum % 11) % 10}`;
}

function xml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    '\n': '&#10;',
    '\r': '&#13;',
    '\t': '&#9;',
  };
  return text.replaceAll(/[&<>"\n\r\t]/g, (character) => entities[character] ?? character);
}
