import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../finding.ts';
import { oneLine } from '../text/escape.ts';
import { isGhes } from './context.ts';
import { inTime } from './patience.ts';

/** A file to be kept with the workflow run, as an artifact of its own. */
export interface ArtifactFile {
  /** The file's name with its extension; also the artifact's name. See `documentNames`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface UploadedArtifact {
  readonly name: string;
  readonly id: number;
  /** Where a person with access to the repository downloads it. */
  readonly url: string;
  /** `sha256:<hex>` of the bytes. */
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
}

/** `failed`: the promise of an artifact could not be kept, and the step has to say so. */
export type Upload =
  | { readonly outcome: 'uploaded'; readonly artifact: UploadedArtifact }
  | { readonly outcome: 'failed'; readonly name: string; readonly problem: Finding };

export interface UploadOptions {
  /** 1 to 90, or as many as the repository allows; undefined: the repository's setting. */
  readonly retentionDays?: number | undefined;
  /** Milliseconds for all files together. The toolkit retries a dead service for half an hour if it is let. */
  readonly deadline?: number;
}

const defaultDeadline = 5 * 60_000;

/**
 * Uploads each file as an artifact of this run, unzipped, so that a browser's download opens straight in Word.
 * One result per file, in order. Never throws.
 */
export async function uploadFiles(files: readonly ArtifactFile[], options: UploadOptions = {}): Promise<Upload[]> {
  const ends = Date.now() + (options.deadline ?? defaultDeadline);
  const uploads: Upload[] = [];
  for (const file of files) uploads.push(await upload(file, options.retentionDays, ends));
  return uploads;
}

async function upload(file: ArtifactFile, retentionDays: number | undefined, ends: number): Promise<Upload> {
  const failed = (why: string): Upload => ({
    outcome: 'failed',
    name: file.name,
    problem: {
      kind: 'publishing',
      severity: 'error',
      message: `The artifact ${file.name} could not be uploaded: ${why}`,
    },
  });
  const obstacle = obstacleBefore();
  if (obstacle !== undefined) return failed(obstacle);

  let staging: string | undefined;
  try {
    // The client takes a path, and the artifact's name from it. The copy that the user asked for may bear another name.
    staging = await mkdtemp(join(process.env['RUNNER_TEMP'] ?? tmpdir(), 'ncts5-checklist-'));
    const path = join(staging, file.name);
    await writeFile(path, file.bytes);
    const { DefaultArtifactClient } = await import('@actions/artifact');
    const client = new DefaultArtifactClient();
    const sent = await inTime(
      ends - Date.now(),
      client.uploadArtifact(file.name, [path], staging, {
        skipArchive: true,
        ...(retentionDays === undefined ? undefined : { retentionDays }),
      }),
    );
    if (sent === 'too late') return failed('the artifact service did not answer in time. Run the job again.');
    const digest = createHash('sha256').update(file.bytes).digest('hex');
    if (sent.id === undefined || sent.digest !== digest) {
      return failed('what the artifact service took is not what was sent. Run the job again.');
    }
    const { id } = sent;
    const artifact = { name: file.name, id, url: artifactUrl(id), digest: `sha256:${digest}`, size: file.bytes.length };
    return { outcome: 'uploaded', artifact };
  } catch (error) {
    return failed(explain(error));
  } finally {
    if (staging !== undefined) await rm(staging, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** What can be known to go wrong before it does; the client would explain it less well, or only after retries. */
function obstacleBefore(): string | undefined {
  const server = process.env['GITHUB_SERVER_URL'] ?? 'https://github.com';
  // An address that can't be read is not GitHub's either.
  if (!URL.canParse(server) || isGhes(server)) {
    const host = URL.canParse(server) ? new URL(server).hostname : server;
    return (
      `GitHub Enterprise Server (${oneLine(host, 100)}) has no artifact service for this. ` +
      'Take the file from the path in the output `checklist` with a step of your own.'
    );
  }
  if ((process.env['ACTIONS_RUNTIME_TOKEN'] ?? '') === '' || (process.env['ACTIONS_RESULTS_URL'] ?? '') === '') {
    return (
      'the runner gave no access to its artifact service (ACTIONS_RUNTIME_TOKEN, ACTIONS_RESULTS_URL). ' +
      'Run the action by `uses:` in a workflow; on your own machine use the command instead.'
    );
  }
  return undefined;
}

/** The client's errors in sentences that name what to do. Statuses stand in its messages as `(409)`. */
function explain(error: unknown): string {
  const text = oneLine(error instanceof Error ? error.message : String(error), 200);
  const name = error instanceof Error ? error.name : '';
  const status = Number(/\((\d{3})\)/.exec(text)?.[1] ?? statusOf(error) ?? Number.NaN);
  // The client wraps its own errors into plain ones before they get here: their names are lost, their words are not.
  if (/storage quota has been hit/.test(text)) {
    return "the account's storage for artifacts is used up. Delete old artifacts, or lower `artifact-retention-days`.";
  }
  if (status === 409) {
    return (
      'this workflow run has an artifact of that name already. ' +
      'Give every use of the action in one workflow (each job of a matrix, too) an `artifact-name` of its own.'
    );
  }
  if (status === 401 || status === 403) {
    return `the artifact service refused access (${text}). Run the job again; a job's access ends when it runs too long.`;
  }
  if (status === 429 || status >= 500) {
    return `GitHub's artifact service is in trouble (${text}). Run the job again later; see https://www.githubstatus.com.`;
  }
  if (
    name === 'NetworkError' ||
    name === 'RestError' ||
    /ECONN|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|socket hang up/.test(text)
  ) {
    return (
      `the artifact service could not be reached (${text}). Run the job again; ` +
      "a self-hosted runner needs access to GitHub's results service and its blob storage."
    );
  }
  return `${text}.`;
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

function artifactUrl(id: number): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = process.env;
  return `${server ?? 'https://github.com'}/${repository ?? ''}/actions/runs/${run ?? ''}/artifacts/${id}`;
}
