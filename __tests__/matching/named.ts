import type { Attempt } from '../../src/matching/attempt.ts';
import type { MatchOptions } from '../../src/matching/match.ts';
import { matched } from './matched.ts';

/** Where a test may name a scenario; what isn't given names none. */
export interface Named {
  readonly property?: string;
  readonly name?: string;
  readonly display?: string;
  readonly printed?: string;
  readonly className?: string;
  readonly suiteProperty?: string;
  readonly suite?: string;
  readonly outer?: string;
  readonly file?: string;
  readonly mapped?: string;
}

const property = (value: string | undefined) =>
  value === undefined ? '' : `<properties><property name="scenario" value="${value}"/></properties>`;

/** What matching makes of a report with that test alone, which passed unless `inner` says otherwise. */
export function matchedNamed(named: Named, inner = '') {
  const { name = 'released', className = 'c', suite = 's', outer = 'o', file = 'r.xml', mapped, printed = '' } = named;
  const display = named.display === undefined ? '' : `display-name: ${named.display}\n`;
  const output = `<system-out>${display}${printed}</system-out>`;
  const test = `<testcase name="${name}" classname="${className}">${property(named.property)}${output}${inner}</testcase>`;
  const xml = `<testsuites name="${outer}"><testsuite name="${suite}">${property(named.suiteProperty)}${test}</testsuite></testsuites>`;
  const options: Partial<MatchOptions> = mapped === undefined ? {} : { mapping: [{ scenario: mapped, test: name }] };
  return matched(xml, { ...options, file });
}

const counting = async (named: Named, inner = '') =>
  (await matchedNamed(named, inner)).attempts
    .filter(({ ambiguous }: Attempt) => !ambiguous)
    .map(({ scenario }: Attempt) => scenario);

/** The scenarios that a pass of the test counts for, a failure, and a test that did not run against. */
export const passes = (named: Named) => counting(named);
export const fails = (named: Named) => counting(named, '<failure/>');
export const notRun = (named: Named) => counting(named, '<skipped/>');
