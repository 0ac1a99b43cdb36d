import type { Programme } from '../requirements/programme.ts';
import { quoted } from '../text/wording.ts';
import { formatUtc } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { isPrimary, isSetUp, reportOf, type Attempt, type ListedResult, type OtherResult } from './attempt.ts';
import { placeSays } from './decide.ts';
import { nextForDisputed, whyDisputed } from './findings.ts';
import type { Superseded, Supersessions } from './supersede.ts';

/*
 * What became of a result at a scenario that it concerns, or might, and why: the same words on every surface.
 */

export type Standing =
  | { readonly is: 'counts' }
  /** A later result counts in its place. */
  | ({ readonly is: 'superseded' } & Superseded)
  /** It did not pass, and was over before results count (`not-before`). */
  | { readonly is: 'too-old'; readonly notBefore: Instant }
  /** Its places disagree, or don't say which scenario it is. */
  | { readonly is: 'for-none' }
  /** It only mentions this scenario, and counts for another. */
  | { readonly is: 'for-another' };

/** A result, and what became of it at the scenario of the attempt. */
export interface Decided {
  readonly attempt: Attempt;
  readonly standing: Standing;
}

/** Why a result that is not counted for its scenario is none of it. */
export function standingOfAmbiguous({ decision }: Attempt): Standing {
  return { is: decision?.passes === undefined ? 'for-none' : 'for-another' };
}

/** `counts for DSGB1, because its name says DSGB1`: what became of it and why, to follow its name. */
export function decisionInWords({ attempt, standing }: Decided): string {
  const { scenario, decision } = attempt;
  switch (standing.is) {
    case 'counts':
      return `counts ${attempt.outcome === 'passed' ? 'for' : 'against'} ${scenario}, because ${whyConcerned(attempt)}`;
    case 'superseded':
      return supersededInWords(standing);
    case 'too-old':
      return `is set aside, because it did not pass and was over before ${formatUtc(standing.notBefore)}, from when on results count (not-before)`;
    case 'for-none':
      return `counts for none, because ${decision === undefined ? 'it names several scenarios' : whyDisputed(decision)}`;
    case 'for-another': {
      const [by] = decision?.because ?? [];
      const why = by === undefined ? '' : `, because ${placeSays(by)}`;
      return `is set aside, because it counts for ${decision?.passes ?? 'another scenario'} and only mentions ${scenario}${why}`;
    }
  }
}

/** `superseded by 'name' (b.xml:9) of 1 July 2026, 12:00:05 UTC: a later result of the same test` */
export function supersededInWords({ by, how }: Superseded): string {
  const name = quoted(by.name === '' ? by.className : by.name);
  const at = startOf(by);
  return `is superseded by ${name} (${by.file}:${by.line})${at === undefined ? '' : ` of ${formatUtc(at)}`}: ${hows[how]}`;
}

const hows: Readonly<Record<Superseded['how'], string>> = {
  'later-try': 'a later result of the same test',
  'listed-last': 'it is listed last, and duplicates is set to last',
  'whole-report': 'its report has all tests of the suite, began later and has no failure',
};

/** When it began, as far as it tells: by its report, else by the first of its messages. */
export function startOf({ reported, statements }: Pick<ListedResult, 'reported' | 'statements'>): Instant | undefined {
  if (reported?.instant !== undefined) return reported.instant;
  const times = statements.flatMap((statement) =>
    statement.key === 'message' && statement.at !== undefined ? [statement.at] : [],
  );
  return times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b));
}

/** By which place it concerns the scenario: `its name says DSGB1`. */
export function whyConcerned(attempt: Attempt): string {
  const { scenario, named, matchedBy, outcome } = attempt;
  if (named === undefined) {
    return matchedBy === 'enclosing-suite'
      ? `it is no test of its own, and the tests of its suite, class or file are of ${scenario}`
      : `its ${matchedBy} says ${scenario}`;
  }
  const says = placeSays(named);
  if (outcome !== 'failed' || (!attempt.ambiguous && isPrimary(attempt))) return says;
  return `${says}, and a failure counts against every scenario that it could concern`;
}

/** What would change what became of it, a sentence or two; undefined where there is nothing to change. */
export function nextFor({ attempt, standing }: Decided): string | undefined {
  switch (standing.is) {
    case 'counts':
      return attempt.outcome === 'passed' ? undefined : replacedBy(attempt);
    case 'superseded':
      return 'The later result decides: nothing has to be done about this one.';
    case 'too-old':
      return 'Set not-before to an earlier time, or leave it out, to have it count.';
    case 'for-none':
      return attempt.decision === undefined ? undefined : nextForDisputed(attempt.decision);
    case 'for-another':
      return `If it is a test of ${attempt.scenario}, lead its name with that number and a colon ('${attempt.scenario}: …').`;
  }
}

function replacedBy(attempt: Attempt): string {
  if (isSetUp(attempt)) {
    return 'A later report of the same suite takes its place, if it lists every other test of this one and has no failure.';
  }
  return 'A later result of the same test (same suites, class and name) takes its place, if it began after this one had ended.';
}

/** A result that counts for no scenario, and why; to follow its name. */
export interface OfNone {
  readonly result: ListedResult;
  readonly because: string;
  readonly next: string | undefined;
}

/**
 * @param others results that concern no scenario; of these what looks like one, what may be any scenario's, and failures in
 *   reports that have results of scenarios
 */
export function resultsOfNone(
  attempts: readonly Attempt[],
  others: readonly OtherResult[],
  superseded: Supersessions,
  programme: Pick<Programme, 'scenarios'>,
): readonly OfNone[] {
  const looks = new Map<number, Attempt>();
  for (const attempt of attempts) if (onlyLooks(attempt)) looks.set(attempt.order, attempt);
  const failures = others.some(({ outcome }) => outcome === 'failed');
  const reports = new Set<string>();
  if (failures) for (const attempt of attempts) reports.add(reportOf(attempt));
  return [...looks.values(), ...others].flatMap((result): OfNone | readonly OfNone[] => {
    const later = superseded.get(result);
    const { decision } = result;
    if (decision !== undefined) {
      return { result, because: `counts for none, because ${whyDisputed(decision)}`, next: nextForDisputed(decision) };
    }
    const mayBeAny = 'finding' in result && result.finding !== undefined;
    if (!mayBeAny && (result.outcome !== 'failed' || !reports.has(reportOf(result)))) return [];
    if (later !== undefined) return { result, because: supersededInWords(later), next: undefined };
    return mayBeAny
      ? { result, because: "may concern any scenario, because its names don't tell which", next: completeReport }
      : { result, because: `counts against none, because ${namesNone}`, next: giveNumber(programme) };
  });
}

/** Why a test is none of any scenario's; to follow 'because'. */
export const namesNone =
  'nothing in its properties, output, name, class, suites or file names a scenario of this programme';

/** What to do about a test that names no scenario, with an example of the programme's own. */
export function giveNumber({ scenarios }: Pick<Programme, 'scenarios'>): string {
  const [example = ''] = scenarios.keys();
  return `If it is a test of a scenario, lead its name with the number and a colon ('${example}: …'), or map its name in the configuration file.`;
}
const completeReport = 'Look into the test run, and have it write a complete report.';

/** What only looks like a number of a scenario, and proves nothing. */
export function onlyLooks(attempt: Attempt): boolean {
  return attempt.decision?.rule === 'only-look-alike' && attempt.outcome !== 'failed';
}
