import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../finding.ts';
import type { EarlierReport, Provenance } from '../../junit/report.ts';
import type { ClockSettings, EarlierResultsSettings } from '../../settings/settings.ts';
import { plural } from '../../text/wording.ts';
import { dayLength, type Instant } from '../../time/instant.ts';
import { ZipFault } from '../../zip/fault.ts';
import { explain, statusOf } from '../api-error.ts';
import { createClient, type GitHubClient, type Log } from '../client.ts';
import type { RunContext } from '../context.ts';
import { inTime, type Pace, usualPace } from '../patience.ts';
import { type UnpackedReport, unpackReports } from './archive.ts';
import { listArtifacts } from './artifacts.ts';
import { downloadArtifact } from './download.ts';
import { absent, closed, empty, expired, finding, refused } from './findings.ts';
import { attemptOf, labelOf, type OwnArtifact, type RunLookup, sortOut, workflowRuns } from './origin.ts';

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

export interface EarlierResults {
  /** Oldest artifact first; inside an artifact by path. */
  readonly files: readonly EarlierReport[];
  /** What kept others from being among them. */
  readonly findings: readonly Finding[];
}

/** At most that many downloads: a nightly and a few runs by hand over 14 days stay far below. */
const maxArtifacts = 300;
/** Of all artifacts together, unpacked. */
const maxTotalBytes = 2 ** 30;
/** Downloads at a time, since each is mostly waiting. */
const batch = 4;

/**
 * Downloads the reports that earlier runs of this repository's own branches left as artifacts. What can't be had or
 * isn't trusted becomes a finding: an error (keeps the verdict from ready) where it may hide a newer failure of ours,
 * a warning where it can't. Never throws, and ends in time.
 */
export async function fetchEarlierResults(options: EarlierResultsOptions): Promise<EarlierResults> {
  const { context, token, log, pace = usualPace } = options;
  const obstacle = obstacleTo(options);
  if (obstacle !== undefined || context === undefined || token === undefined) {
    return { files: [], findings: [finding('error', obstacle ?? '')] };
  }
  let collection: Collection | undefined;
  const until = new AbortController();
  try {
    const client = await createClient({ token, apiUrl: context.apiUrl, log, pace, until: until.signal });
    collection = new Collection({ ...options, client, context, token });
    const done = await inTime(pace.earlierMs, collection.collect());
    until.abort();
    if (done === 'too late') {
      throw new Error(`it took more than ${pace.earlierMs / 1000} s`);
    }
    log(
      `Earlier results: ${plural(collection.files.length, 'report')} in ${plural(client.calls(), 'call')} to GitHub.`,
    );
    return collection.found();
  } catch (error) {
    const operation = { what: 'fetch earlier results', permission: 'actions: read', tokenOnlyReads: false };
    const { files, findings } = collection?.found() ?? { files: [], findings: [] };
    return { files, findings: [...findings, finding('error', explain(error, operation))] };
  }
}

function obstacleTo({ context, token }: EarlierResultsOptions): string | undefined {
  if (context === undefined) {
    return 'Earlier results come from GitHub Actions; outside of it, download them and name them in `results`.';
  }
  if (token === undefined) {
    return 'Earlier results need a token: set `github-token: ${{ github.token }}` and grant `actions: read`.';
  }
  return context.isGhes
    ? 'GitHub Enterprise Server keeps no artifacts that this action can fetch; download them in a step before and name them in `results`.'
    : undefined;
}

interface Access extends EarlierResultsOptions {
  readonly client: GitHubClient;
  readonly context: RunContext;
  readonly token: string;
}

interface Downloaded {
  readonly reports: readonly UnpackedReport[];
  readonly findings: readonly Finding[];
  /** Expired or deleted since it was listed. */
  readonly isGone?: boolean;
}

/** What has been found so far. */
class Collection {
  readonly files: EarlierReport[] = [];
  readonly #findings: Finding[] = [];
  readonly #access: Access;
  #bytes = 0;

  constructor(access: Access) {
    this.#access = access;
  }

  /** As it is now. */
  found(): EarlierResults {
    return { files: [...this.files], findings: [...this.#findings] };
  }

  async collect(): Promise<void> {
    const { client, context, settings, clock, log } = this.#access;
    // An artifact is made after the tests in it: when it is too old, so are they.
    const since = Math.max(clock.evaluatedAt - clock.maxAgeDays * dayLength, clock.notBefore ?? 0);
    const listing = await listArtifacts(client, context, settings, since);
    log(`Found ${plural(listing.artifacts.length, 'artifact')} of the names asked for.`);
    const runs = listing.artifacts.length === 0 ? undefined : await this.#runs(since);
    if (runs === undefined && listing.artifacts.length > 0) {
      return;
    }
    const { own, refused: strange } =
      runs === undefined ? { own: [], refused: [] } : await sortOut(listing.artifacts, runs, settings);
    const seen = [...own, ...strange.map(({ artifact }) => artifact)];
    this.#findings.push(...refused(strange), ...absent(settings, seen, listing, since));
    await this.#downloadAll(own);
  }

  async #runs(since: Instant): Promise<RunLookup | undefined> {
    const { client, context, settings } = this.#access;
    const { workflow, branch } = settings;
    try {
      return await workflowRuns(client, context, { workflow, branch, since });
    } catch (error) {
      if (statusOf(error) !== 404 || workflow === undefined) {
        throw error;
      }
      const message = `This repository has no workflow ${workflow}: correct \`results-workflow\`.`;
      this.#findings.push(finding('error', message));
      return undefined;
    }
  }

  async #downloadAll(own: readonly OwnArtifact[]): Promise<void> {
    const { settings, clock, temporary } = this.#access;
    const gone = new Set(own.filter((artifact) => artifact.expired));
    const without = new Set<OwnArtifact>();
    const alive = own.filter((artifact) => !artifact.expired);
    if (alive.length > maxArtifacts) {
      const message = `${alive.length} artifacts count as earlier results; only the newest ${maxArtifacts} are read.`;
      this.#findings.push(finding('error', message, 'Narrow them down with `results-workflow` or `results-branch`.'));
    }
    const directory = await mkdtemp(join(temporary ?? tmpdir(), 'ncts5-earlier-'));
    const wanted = alive.slice(-maxArtifacts);
    for (let from = 0; from < wanted.length; from += batch) {
      const some = wanted.slice(from, from + batch);
      const downloads = await Promise.all(some.map((artifact) => this.#download(artifact, directory)));
      for (const [index, artifact] of some.entries()) {
        const { reports, findings, isGone } = downloads[index] ?? { reports: [], findings: [] };
        this.#findings.push(...findings);
        if (isGone === true) {
          gone.add(artifact);
        } else if (reports.length === 0 && findings.every(({ severity }) => severity !== 'error')) {
          without.add(artifact);
        }
        await this.#save(artifact, reports, directory);
      }
    }
    this.#findings.push(...expired(settings, own, gone, clock.maxAgeDays), ...empty(settings, own, without));
  }

  /** The reports of one artifact; none when it can't be had. Never throws. */
  async #download(artifact: OwnArtifact, directory: string): Promise<Downloaded> {
    const label = labelOf(artifact);
    try {
      const { fileName, bytes } = await downloadArtifact(artifact, { ...this.#access, directory });
      return reportsIn(label, fileName, bytes);
    } catch (error) {
      if (statusOf(error) === 410 || statusOf(error) === 404) {
        return { reports: [], findings: [], isGone: true };
      }
      const operation = { what: `download ${label}`, permission: 'actions: read', tokenOnlyReads: false };
      const why = error instanceof ZipFault ? undefined : finding('error', explain(error, operation));
      return { reports: [], findings: [why ?? refusal(artifact, error)] };
    }
  }

  /** Written under names of our own: a path out of an archive never meets the disk. */
  async #save(artifact: OwnArtifact, reports: readonly UnpackedReport[], directory: string): Promise<void> {
    if (reports.length === 0) {
      return;
    }
    this.#bytes += reports.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (this.#bytes > maxTotalBytes) {
      const why = new Error(`with it, earlier results would come to more than ${maxTotalBytes} bytes`);
      this.#findings.push(refusal(artifact, why));
      return;
    }
    this.#access.log(`${labelOf(artifact)}: ${plural(reports.length, 'report')}.`);
    const folder = join(directory, String(artifact.id));
    await mkdir(folder);
    const provenance = provenanceOf(artifact, this.#access.context);
    const sorted = reports.toSorted((left, right) => (left.path < right.path ? -1 : 1));
    for (const [index, { path, bytes }] of sorted.entries()) {
      const absolutePath = join(folder, `${index + 1}.xml`);
      await writeFile(absolutePath, bytes, { flag: 'wx' });
      this.files.push({ absolutePath, displayPath: `${artifact.name} (run ${artifact.run.id})/${path}`, provenance });
    }
  }
}

function reportsIn(label: string, fileName: string, bytes: Buffer): Downloaded {
  // Newer uploaders can leave a single file unzipped.
  if (/\.xml$/i.test(fileName)) {
    return { reports: [{ path: fileName, bytes }], findings: [] };
  }
  if (/\.[a-z]\w*$/i.test(fileName) && !/\.zip$/i.test(fileName)) {
    const message = `${label} is a single file, ${fileName}, and not a report.`;
    return { reports: [], findings: [finding('notice', message)] };
  }
  const { reports, nested } = unpackReports(bytes);
  return {
    reports,
    findings: [
      ...(nested.length > 0 ? [closed(label, nested)] : []),
      ...(reports.length === 0 ? [finding('notice', `${label} holds no .xml file.`)] : []),
    ],
  };
}

function refusal(artifact: OwnArtifact, error: unknown): Finding {
  const why = error instanceof Error ? error.message : String(error);
  return finding('error', `${labelOf(artifact)} is refused: ${why}. Delete it if it should not count.`);
}

function provenanceOf(artifact: OwnArtifact, { runUrl }: RunContext): Provenance {
  const attempt = attemptOf(artifact);
  return {
    artifact: artifact.name,
    artifactId: artifact.id,
    runId: artifact.run.id,
    ...(attempt === undefined ? undefined : { runAttempt: attempt }),
    runUrl: artifact.workflowRun?.url ?? runUrl.replace(/\d+$/, String(artifact.run.id)),
    ...(artifact.createdAt === undefined ? undefined : { createdAt: artifact.createdAt }),
    commit: artifact.run.commit,
    branch: artifact.run.branch,
  };
}
