import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Provenance } from '../junit/report.ts';
import type { Problem } from '../problem.ts';
import type { ClockSettings, EarlierResultsSettings } from '../settings/settings.ts';
import { plural } from '../render/words.ts';
import { formatUtc } from '../time/format.ts';
import type { Instant } from '../time/instant.ts';
import { explain, statusOf } from './api-error.ts';
import { archiveLimits, unpackReports, type UnpackedReport } from './archive.ts';
import { downloadArtifact } from './artifact-download.ts';
import { listArtifacts, type Listing } from './artifact-list.ts';
import { attemptOf, labelOf, type OwnArtifact, sortOut } from './artifact-origin.ts';
import { createClient, type GitHubClient, type Log, type Pace } from './client.ts';
import type { RunContext } from './context.ts';
import { workflowRuns, type RunLookup } from './workflow-runs.ts';
import { ArchiveRefusal } from './zip-directory.ts';

/** A report of an earlier run, on this machine's disk. */
export interface EarlierReport {
  /** In the runner's temporary folder, under a name of our own. */
  readonly absolutePath: string;
  /** For people: `trader-test-results (run 4711)/standard/dsgb1.xml`. */
  readonly displayPath: string;
  readonly provenance: Provenance;
}

export interface EarlierResults {
  /** Oldest artifact first; inside an artifact by path. */
  readonly files: readonly EarlierReport[];
  /** What kept others from being among them. */
  readonly problems: readonly Problem[];
  /** Requests to GitHub's REST interface. */
  readonly calls: number;
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

const day = 86_400_000;
/** At most that many downloads: a nightly and a few runs by hand over 14 days stay far below. */
const maxArtifacts = 300;
/** Of all artifacts together, unpacked. */
const maxTotalBytes = 2 ** 30;

/**
 * Downloads the reports that earlier runs of this repository's own branches left as artifacts. What can't be had or
 * isn't trusted becomes a Problem: an error (keeps the verdict from ready) where it may hide a newer failure of ours,
 * a warning where it can't. Never throws.
 */
export async function fetchEarlierResults(options: EarlierResultsOptions): Promise<EarlierResults> {
  const { context, token, log } = options;
  if (context === undefined) {
    return nothing(
      'Earlier results come from GitHub Actions; outside of it, download them and name them in `results`.',
    );
  }
  if (token === undefined) {
    return nothing('Earlier results need a token: set `github-token: ${{ github.token }}` and grant `actions: read`.');
  }
  if (context.isGhes) {
    return nothing(
      'GitHub Enterprise Server keeps no artifacts that this action can fetch; download them in a step before and name them in `results`.',
    );
  }
  let collection: Collection | undefined;
  try {
    const client = await createClient({ token, apiUrl: context.apiUrl, log, pace: options.pace });
    collection = { files: [], problems: [], bytes: 0, client, context, token, options };
    await collect(collection);
  } catch (error) {
    const why = explain(error, {
      what: 'look for earlier results',
      permission: 'actions: read',
      tokenOnlyReads: false,
    });
    if (collection === undefined) return nothing(why);
    tell(collection, 'error', why);
  }
  const { files, problems, client } = collection;
  log(`Earlier results: ${plural(files.length, 'report')} in ${plural(client.calls(), 'call')} to GitHub.`);
  return { files, problems, calls: client.calls() };
}

/** What has been found so far, and what it takes to find more. */
interface Collection {
  readonly files: EarlierReport[];
  readonly problems: Problem[];
  bytes: number;
  readonly client: GitHubClient;
  readonly context: RunContext;
  readonly token: string;
  readonly options: EarlierResultsOptions;
}

function tell(collection: Collection, severity: Problem['severity'], message: string): void {
  collection.problems.push({ kind: 'earlier-results', severity, message });
}

async function collect(collection: Collection): Promise<void> {
  const { client, context, options } = collection;
  const { settings, clock, now } = options;
  // An artifact is made after the tests in it: when it is too old, so are they.
  const since = Math.max((clock.asOf ?? now) - clock.maxAgeDays * day, clock.notBefore ?? 0);
  const listing = await listArtifacts(client, context, settings, since);
  tellListing(collection, listing, since);
  const runs = listing.artifacts.length === 0 ? undefined : await runsOf(collection, since);
  if (runs === undefined) return;
  const { own, refused } = await sortOut(listing.artifacts, runs, settings);
  // No error: a stranger could hold the gate shut with a pull request.
  for (const { artifact, why } of refused) tell(collection, 'warning', `${labelOf(artifact)} does not count: ${why}.`);
  if (own.length > maxArtifacts) {
    tell(
      collection,
      'error',
      `${own.length} artifacts count as earlier results; only the newest ${maxArtifacts} are read. Narrow them down with \`results-workflow\` or \`results-branch\`.`,
    );
  }
  const directory = await mkdtemp(join(options.temporary ?? tmpdir(), 'ncts5-earlier-'));
  for (const artifact of own.slice(-maxArtifacts)) await take(collection, artifact, directory);
}

function tellListing(collection: Collection, { artifacts, tooOld, incomplete }: Listing, since: Instant): void {
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

async function runsOf(
  { client, context, options, problems }: Collection,
  since: Instant,
): Promise<RunLookup | undefined> {
  const { workflow, branch } = options.settings;
  try {
    return await workflowRuns(client, context, { workflow, branch, since });
  } catch (error) {
    if (statusOf(error) !== 404 || workflow === undefined) throw error;
    const message = `This repository has no workflow ${workflow}: correct \`results-workflow\`.`;
    problems.push({ kind: 'earlier-results', severity: 'error', message });
    return undefined;
  }
}

async function take(collection: Collection, artifact: OwnArtifact, directory: string): Promise<void> {
  const { log } = collection.options;
  const label = labelOf(artifact);
  if (artifact.expired) return tellExpired(collection, artifact);
  try {
    const reports = await reportsOf(collection, artifact, directory);
    collection.bytes += reports.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (collection.bytes > maxTotalBytes) {
      throw new ArchiveRefusal(`with it, earlier results would come to more than ${maxTotalBytes} bytes`);
    }
    await keep(collection, artifact, reports, directory);
    log(`${label}: ${plural(reports.length, 'report')}.`);
  } catch (error) {
    if (error instanceof ArchiveRefusal) {
      tell(collection, 'error', `${label} is refused: ${error.message}. Delete it if it should not count.`);
    } else if (statusOf(error) === 410) tellExpired(collection, artifact);
    else {
      const deed = { what: `download ${label}`, permission: 'actions: read', tokenOnlyReads: false };
      tell(collection, 'error', explain(error, deed));
    }
  }
}

async function reportsOf(
  collection: Collection,
  artifact: OwnArtifact,
  directory: string,
): Promise<readonly UnpackedReport[]> {
  const label = labelOf(artifact);
  const maxBytes = archiveLimits.archiveBytes;
  const { fileName, bytes } = await downloadArtifact(artifact, { ...collection, directory, maxBytes });
  // Newer uploaders can leave a single file unzipped.
  if (/\.xml$/i.test(fileName)) return [{ path: fileName, bytes }];
  if (/\.[a-z]\w*$/i.test(fileName) && !/\.zip$/i.test(fileName)) {
    tell(collection, 'notice', `${label} is a single file, ${fileName}, and no report.`);
    return [];
  }
  const { reports, nested } = unpackReports(bytes);
  if (nested.length > 0) {
    const some = nested.slice(0, 5).join(', ');
    tell(
      collection,
      'warning',
      `${label} holds archives, which are not opened: ${some}. Reports in them do not count; upload reports as they are.`,
    );
  }
  if (reports.length === 0) tell(collection, 'warning', `${label} holds no .xml file.`);
  return reports;
}

/** Written under names of our own: a path out of an archive never meets the disk. */
async function keep(
  { context, files }: Collection,
  artifact: OwnArtifact,
  reports: readonly UnpackedReport[],
  directory: string,
): Promise<void> {
  const folder = join(directory, String(artifact.id));
  await mkdir(folder);
  const attempt = attemptOf(artifact);
  const provenance: Provenance = {
    artifact: artifact.name,
    artifactId: artifact.id,
    runId: artifact.run.id,
    ...(attempt === undefined ? undefined : { runAttempt: attempt }),
    runUrl: artifact.workflowRun?.url ?? context.runUrl.replace(/\d+$/, String(artifact.run.id)),
    commit: artifact.run.commit,
    branch: artifact.run.branch,
  };
  const sorted = reports.toSorted((left, right) => (left.path < right.path ? -1 : 1));
  for (const [index, { path, bytes }] of sorted.entries()) {
    const absolutePath = join(folder, `${index + 1}.xml`);
    await writeFile(absolutePath, bytes, { flag: 'wx' });
    files.push({ absolutePath, displayPath: `${artifact.name} (run ${artifact.run.id})/${path}`, provenance });
  }
}

function tellExpired(collection: Collection, artifact: OwnArtifact): void {
  const days = collection.options.clock.maxAgeDays;
  tell(
    collection,
    'warning',
    `${labelOf(artifact)} has expired and can't be read any more. Let the artifacts of test runs live for at least ${days} days (\`retention-days\`).`,
  );
}

function nothing(message: string): EarlierResults {
  return { files: [], problems: [{ kind: 'earlier-results', severity: 'error', message }], calls: 0 };
}
