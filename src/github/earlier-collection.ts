import type { Provenance } from '../junit/report.ts';
import type { Finding } from '../finding.ts';
import { plural } from '../render/words.ts';
import type { ClockSettings, EarlierResultsSettings } from '../settings/settings.ts';
import { formatUtc } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import type { Listing } from './artifact-list.ts';
import { labelOfAll, type Origins, type OwnArtifact } from './artifact-origin.ts';
import type { GitHubClient, Log, Pace } from './client.ts';
import type { RunContext } from './context.ts';

/** A report of an earlier run, on this machine's disk. */
export interface EarlierReport {
  /** In the runner's temporary folder, under a name of our own. */
  readonly absolutePath: string;
  /** For people: `trader-test-results (run 4711)/standard/dsgb1.xml`. */
  readonly displayPath: string;
  readonly provenance: Provenance;
}

export interface EarlierResultsOptions {
  readonly settings: EarlierResultsSettings;
  readonly clock: ClockSettings;
  readonly token: string | undefined;
  /** Undefined outside of GitHub Actions. */
  readonly context: RunContext | undefined;
  readonly now: Instant;
  /** RUNNER_TEMP; default: the system's. */
  readonly temporary?: string | undefined;
  readonly log: Log;
  readonly pace?: Pace | undefined;
}

/** What has been found so far, and what it takes to find more. */
export interface Collection {
  readonly files: EarlierReport[];
  readonly problems: Finding[];
  bytes: number;
  readonly client: GitHubClient;
  readonly context: RunContext;
  readonly token: string;
  readonly options: EarlierResultsOptions;
}

export function tell(collection: Collection, severity: Finding['severity'], message: string): void {
  collection.problems.push({ kind: 'earlier-results', severity, message });
}

export function tellListing(collection: Collection, { artifacts, tooOld, incomplete }: Listing, since: Instant): void {
  const names = collection.options.settings.artifacts.join(', ');
  const made = `named ${names} made since ${formatUtc(since)}`;
  collection.options.log(`Found ${plural(artifacts.length, 'artifact')} ${made}.`);
  if (incomplete) {
    tell(collection, 'error', 'There are too many artifacts to look through (5,000). Name them without `*`.');
  }
  if (artifacts.length > 0) return;
  const older = tooOld > 0 ? ` ${plural(tooOld, 'older one')} can't prove anything any more.` : '';
  tell(collection, 'notice', `There is no artifact ${made}.${older}`);
}

/** No error: a stranger could hold the gate shut with a pull request. */
export function tellRefused(collection: Collection, refused: Origins['refused']): void {
  for (const why of new Set(refused.map((one) => one.why))) {
    const artifacts = refused.filter((one) => one.why === why).map(({ artifact }) => artifact);
    const verb = artifacts.length === 1 ? 'does' : 'do';
    tell(collection, 'warning', `${labelOfAll(artifacts)} ${verb} not count: ${why}.`);
  }
}

/** No error: with a retention shorter than the age limit there always are some, and newer ones supersede them. */
export function tellExpired(collection: Collection, artifacts: readonly OwnArtifact[]): void {
  if (artifacts.length === 0) return;
  const days = collection.options.clock.maxAgeDays;
  const verb = artifacts.length === 1 ? 'has' : 'have';
  tell(
    collection,
    'warning',
    `${labelOfAll(artifacts)} ${verb} expired and can't be read any more. Let the artifacts of test runs live for at least ${days} days (\`retention-days\`).`,
  );
}
