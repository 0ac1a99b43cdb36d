import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Provenance } from '../junit/report.ts';
import type { Finding } from '../finding.ts';
import { plural } from '../render/words.ts';
import { dayLength, type Instant } from '../time/instant.ts';
import { explain, statusOf } from './api-error.ts';
import { archiveLimits, unpackReports, type UnpackedReport } from './archive.ts';
import { downloadArtifact } from './artifact-download.ts';
import { listArtifacts } from './artifact-list.ts';
import { attemptOf, labelOf, type OwnArtifact, sortOut } from './artifact-origin.ts';
import { inBatches } from './batches.ts';
import { createClient } from './client.ts';
import {
  type Collection,
  type EarlierReport,
  type EarlierResultsOptions,
  tell,
  tellExpired,
  tellListing,
  tellRefused,
} from './earlier-collection.ts';
import { workflowRuns, type RunLookup } from './workflow-runs.ts';
import { ZipFault } from '../zip/fault.ts';

export interface EarlierResults {
  /** Oldest artifact first; inside an artifact by path. */
  readonly files: readonly EarlierReport[];
  /** What kept others from being among them. */
  readonly problems: readonly Finding[];
  /** Requests to GitHub's REST interface. */
  readonly calls: number;
}

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

async function collect(collection: Collection): Promise<void> {
  const { client, context, options } = collection;
  const { settings, clock, now } = options;
  // An artifact is made after the tests in it: when it is too old, so are they.
  const since = Math.max((clock.asOf ?? now) - clock.maxAgeDays * dayLength, clock.notBefore ?? 0);
  const listing = await listArtifacts(client, context, settings, since);
  tellListing(collection, listing, since);
  const runs = listing.artifacts.length === 0 ? undefined : await runsOf(collection, since);
  if (runs === undefined) return;
  const { own, refused } = await sortOut(listing.artifacts, runs, settings);
  tellRefused(collection, refused);
  tellExpired(
    collection,
    own.filter(({ expired }) => expired),
  );
  const alive = own.filter(({ expired }) => !expired);
  if (alive.length > maxArtifacts) {
    tell(
      collection,
      'error',
      `${alive.length} artifacts count as earlier results; only the newest ${maxArtifacts} are read. Narrow them down with \`results-workflow\` or \`results-branch\`.`,
    );
  }
  const directory = await mkdtemp(join(options.temporary ?? tmpdir(), 'ncts5-earlier-'));
  await inBatches(
    alive.slice(-maxArtifacts),
    (artifact) => bring(collection, artifact, directory),
    (artifact, brought) => keep(collection, artifact, brought, directory),
  );
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

interface Brought {
  readonly reports: readonly UnpackedReport[];
  /** In order; several artifacts are brought at the same time. */
  readonly problems: readonly { readonly severity: Finding['severity']; readonly message: string }[];
  readonly isExpired?: boolean;
}

/** The reports of one artifact; none when it can't be had. Never throws. */
async function bring(collection: Collection, artifact: OwnArtifact, directory: string): Promise<Brought> {
  const label = labelOf(artifact);
  try {
    return await reportsOf(collection, artifact, directory);
  } catch (error) {
    if (statusOf(error) === 410) return { reports: [], problems: [], isExpired: true };
    const deed = { what: `download ${label}`, permission: 'actions: read', tokenOnlyReads: false };
    const message = error instanceof ZipFault ? refusal(artifact, error.message) : explain(error, deed);
    return { reports: [], problems: [{ severity: 'error', message }] };
  }
}

async function reportsOf(collection: Collection, artifact: OwnArtifact, directory: string): Promise<Brought> {
  const label = labelOf(artifact);
  const maxBytes = archiveLimits.archiveBytes;
  const { fileName, bytes } = await downloadArtifact(artifact, { ...collection, directory, maxBytes });
  // Newer uploaders can leave a single file unzipped.
  if (/\.xml$/i.test(fileName)) return { reports: [{ path: fileName, bytes }], problems: [] };
  if (/\.[a-z]\w*$/i.test(fileName) && !/\.zip$/i.test(fileName)) {
    const message = `${label} is a single file, ${fileName}, and no report.`;
    return { reports: [], problems: [{ severity: 'notice', message }] };
  }
  const { reports, nested } = unpackReports(bytes);
  const closed = `${label} holds archives, which are not opened: ${nested.slice(0, 5).join(', ')}. Reports in them do not count; upload reports as they are.`;
  const messages = [
    ...(nested.length > 0 ? [closed] : []),
    ...(reports.length === 0 ? [`${label} holds no .xml file.`] : []),
  ];
  return { reports, problems: messages.map((message) => ({ severity: 'warning', message })) };
}

function refusal(artifact: OwnArtifact, why: string): string {
  return `${labelOf(artifact)} is refused: ${why}. Delete it if it should not count.`;
}

/** Written under names of our own: a path out of an archive never meets the disk. */
async function keep(
  collection: Collection,
  artifact: OwnArtifact,
  { reports, problems, isExpired = false }: Brought,
  directory: string,
): Promise<void> {
  const { context, files, options } = collection;
  for (const { severity, message } of problems) tell(collection, severity, message);
  if (isExpired) tellExpired(collection, [artifact]);
  if (reports.length === 0) return;
  collection.bytes += reports.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (collection.bytes > maxTotalBytes) {
    const why = `with it, earlier results would come to more than ${maxTotalBytes} bytes`;
    return tell(collection, 'error', refusal(artifact, why));
  }
  options.log(`${labelOf(artifact)}: ${plural(reports.length, 'report')}.`);
  const folder = join(directory, String(artifact.id));
  await mkdir(folder);
  const attempt = attemptOf(artifact);
  const provenance: Provenance = {
    artifact: artifact.name,
    artifactId: artifact.id,
    runId: artifact.run.id,
    ...(attempt === undefined ? undefined : { runAttempt: attempt }),
    runUrl: artifact.workflowRun?.url ?? context.runUrl.replace(/\d+$/, String(artifact.run.id)),
    createdAt: artifact.createdAt,
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

function nothing(message: string): EarlierResults {
  return { files: [], problems: [{ kind: 'earlier-results', severity: 'error', message }], calls: 0 };
}
