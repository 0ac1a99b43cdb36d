import type { Finding } from '../../finding.ts';
import type { EarlierResultsSettings } from '../../settings/settings.ts';
import { listed } from '../../text/wording.ts';
import { fits } from '../../text/wildcard.ts';
import { formatMoment } from '../../time/format.ts';
import type { Instant } from '../../time/instant.ts';
import type { ListedArtifact, Listing } from './artifacts.ts';
import { labelOfAll, newestOf, type Origins, type OwnArtifact } from './origin.ts';

/*
 * What is to be said of earlier results. An error (it keeps the verdict from ready) where something may hide a newer failure
 * of ours: every name has to bring something, and its newest artifact has to be readable.
 */

export function finding(severity: Finding['severity'], message: string, next?: string): Finding {
  return { kind: 'earlier-results', severity, message, next };
}

const leaveOut = 'leave the name out of `results-artifact` if there are no results under it.';

/** A name under which nothing was found, since no artifact has it or only such as are too old to prove anything. */
export function absent(
  { artifacts, workflow, branch }: EarlierResultsSettings,
  seen: readonly ListedArtifact[],
  { tooOld, incomplete }: Listing,
  since: Instant,
): readonly Finding[] {
  const tooMany = 'There are too many artifacts to look through (5,000, or the list broke off).';
  const of = `${workflow === undefined ? '' : ` of workflow ${workflow}`}${branch === undefined ? '' : ` on branch ${branch}`}`;
  return [
    ...(incomplete ? [finding('error', tooMany, 'Name the artifacts without `*`.')] : []),
    ...artifacts
      .filter((name) => !seen.some((artifact) => fits(name, artifact.name)))
      .map((name) => {
        const older = tooOld.filter((one) => fits(name, one)).length;
        const message = `There is no artifact '${name}'${of} made since ${formatMoment(since, 'UTC')}`;
        return older > 0
          ? finding(
              'notice',
              `${message}; ${older === 1 ? 'the older one' : 'older ones'} can't prove anything any more.`,
            )
          : finding(
              'error',
              `${message}.`,
              `Run ${workflow ?? 'the workflow that runs the tests'} first, or correct the name; or ${leaveOut}`,
            );
      }),
  ];
}

/** No error: a stranger could hold the gate shut with a pull request. */
export function refused(all: Origins['refused']): readonly Finding[] {
  return [...new Set(all.map(({ why }) => why))].map((why) => {
    const artifacts = all.filter((one) => one.why === why).map(({ artifact }) => artifact);
    const verb = artifacts.length === 1 ? 'does' : 'do';
    return finding('warning', `${labelOfAll(artifacts)} ${verb} not count: ${why}.`);
  });
}

/** With a retention shorter than the age limit there always are some: harmless where newer ones stand in for them. */
export function expired(
  { artifacts }: EarlierResultsSettings,
  own: readonly OwnArtifact[],
  gone: ReadonlySet<OwnArtifact>,
  maxAgeDays: number,
): readonly Finding[] {
  const newest = new Set(artifacts.flatMap((name) => newestOf(own, name)));
  const lost = [...gone].filter((artifact) => newest.has(artifact));
  const older = [...gone].filter((artifact) => !newest.has(artifact));
  const retention = `let the artifacts of test runs live for at least ${maxAgeDays} days (\`retention-days\`)`;
  return [
    ...(lost.length === 0
      ? []
      : [
          finding(
            'error',
            `${haveExpired(lost)}, the newest results there are.`,
            `Run the tests again and ${retention}; or ${leaveOut}`,
          ),
        ]),
    ...(older.length === 0 ? [] : [finding('notice', `${haveExpired(older)}; newer ones take their place.`)]),
  ];
}

function haveExpired(artifacts: readonly OwnArtifact[]): string {
  return `${labelOfAll(artifacts)} ${artifacts.length === 1 ? 'has' : 'have'} expired or been deleted`;
}

/** Names whose newest artifacts were read and hold no report, though nothing else is wrong with them. */
export function empty(
  { artifacts }: EarlierResultsSettings,
  own: readonly OwnArtifact[],
  without: ReadonlySet<OwnArtifact>,
): readonly Finding[] {
  return artifacts.flatMap((name) => {
    const newest = newestOf(own, name);
    return newest.length === 0 || !newest.every((artifact) => without.has(artifact))
      ? []
      : [
          finding(
            'error',
            `${labelOfAll(newest)} ${newest.length === 1 ? 'holds' : 'hold'} no report, and no newer one is named '${name}'.`,
            `Have the test run upload its JUnit reports (.xml), or ${leaveOut}`,
          ),
        ];
  });
}

export function closed(label: string, nested: readonly string[]): Finding {
  const shown = listed(nested.slice(0, 5));
  return finding(
    'warning',
    `${label} holds archives, which are not opened: ${shown}. Reports in them do not count.`,
    'Upload reports as they are.',
  );
}
