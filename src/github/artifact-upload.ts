import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Finding } from '../finding.ts';
import { oneLine } from '../text/escape.ts';
import { ArtifactService, ServiceError } from './artifact-service.ts';
import { missingService } from './context.ts';
import { inTime, retrying, usualPace } from './patience.ts';

/** A file to be kept with the workflow run, as an artifact of its own. */
interface ArtifactFile {
  /** The file's name with its extension; also the artifact's name. See `documentNames`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface UploadedArtifact {
  readonly name: string;
  readonly id: number;
  /** Where a person with access to the repository downloads it. */
  readonly url: string;
  /** `sha256:<hex>` of the bytes. */
  readonly digest: string;
}

/** `failed`: the promise of an artifact could not be kept, and the step has to say so. */
type Upload =
  | { readonly outcome: 'uploaded'; readonly artifact: UploadedArtifact }
  | { readonly outcome: 'failed'; readonly problem: Finding };

interface UploadOptions {
  /** 1 to 90, or as many as the repository allows; undefined: the repository's setting. */
  readonly retentionDays?: number | undefined;
  /** Milliseconds for all files together. */
  readonly deadline?: number;
}

const defaultDeadline = 180_000;

/**
 * Uploads each file as an artifact of this run, unzipped, so that a browser's download opens straight in Word.
 * One result per file, in order. Never throws.
 */
export async function uploadFiles(files: readonly ArtifactFile[], options: UploadOptions = {}): Promise<Upload[]> {
  const ends = Date.now() + (options.deadline ?? defaultDeadline);
  const uploads: Upload[] = [];
  for (const file of files) {
    uploads.push(await upload(file, options.retentionDays, ends));
  }
  return uploads;
}

async function upload(file: ArtifactFile, retentionDays: number | undefined, ends: number): Promise<Upload> {
  const failed = (why: string): Upload => ({
    outcome: 'failed',
    problem: {
      kind: 'publishing',
      severity: 'error',
      message: `The artifact ${file.name} could not be uploaded: ${why}`,
    },
  });
  const missing = missingService();
  if (missing !== undefined) {
    return failed(`${missing}. Take the file from the path in the output \`checklist\`, and set \`artifact: auto\`.`);
  }
  try {
    const digest = `sha256:${createHash('sha256').update(file.bytes).digest('hex')}`;
    const id = await inTime(ends - Date.now(), store(file, digest, retentionDays));
    return id === 'too late'
      ? failed('the artifact service did not answer in time. Run the job again.')
      : { outcome: 'uploaded', artifact: { name: file.name, id, url: artifactUrl(id), digest } };
  } catch (error) {
    return failed(explain(error));
  }
}

/**
 * Each step is repeated by itself where the service or the line is in trouble.
 *
 * @returns the artifact's number.
 */
async function store(
  { name, bytes }: ArtifactFile,
  digest: string,
  retentionDays: number | undefined,
): Promise<number> {
  const service = new ArtifactService(
    process.env['ACTIONS_RESULTS_URL'] ?? '',
    process.env['ACTIONS_RUNTIME_TOKEN'] ?? '',
  );
  const mimeType = mimeTypes[extname(name).toLowerCase()] ?? 'application/octet-stream';
  const address = await create(service, name, mimeType, expiry(retentionDays));
  await retrying(usualPace, () => service.put(address, bytes, mimeType));
  let isRepeated = false;
  return retrying(usualPace, async () => {
    // The answer to an earlier try may have been lost.
    const there = isRepeated ? await service.find(name) : undefined;
    if (there?.size === bytes.length && there.digest === digest) {
      return there.id;
    }
    isRepeated = true;
    return service.finalize(name, bytes.length, digest);
  });
}

/** A name that is taken although nobody finished an artifact of it was taken by a try of ours whose answer was lost. */
async function create(
  service: ArtifactService,
  name: string,
  mimeType: string,
  expiresAt: Date | undefined,
): Promise<string> {
  let isRepeated = false;
  return retrying(usualPace, async () => {
    try {
      return await service.create(name, mimeType, expiresAt);
    } catch (error) {
      const isTaken = error instanceof ServiceError && error.status === 409;
      if (isTaken && isRepeated && (await service.find(name)) === undefined) {
        await service.remove(name);
        return service.create(name, mimeType, expiresAt);
      }
      isRepeated = true;
      throw error;
    }
  });
}

/** Of the documents that this action writes; what is not known to be a document is zipped by browsers' downloads. */
const mimeTypes: Readonly<Record<string, string>> = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.eml': 'message/rfc822',
  '.html': 'text/html',
  '.md': 'text/markdown',
  '.txt': 'text/plain',
};

/** Within what the repository allows. */
function expiry(retentionDays: number | undefined): Date | undefined {
  if (retentionDays === undefined) {
    return undefined;
  }
  const allowed = Number(process.env['GITHUB_RETENTION_DAYS']) || retentionDays;
  return new Date(Date.now() + Math.min(retentionDays, allowed) * 86_400_000);
}

/** The service's errors in sentences that name what to do. */
function explain(error: unknown): string {
  const text = oneLine(error instanceof Error ? error.message : String(error), 200);
  if (!(error instanceof ServiceError)) {
    return `${text}.`;
  }
  const { status, isConnection } = error;
  if (/insufficient usage|storage quota/i.test(text)) {
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
  if (isConnection) {
    return (
      `the artifact service could not be reached (${text}). Run the job again; ` +
      "a self-hosted runner needs access to GitHub's results service and its blob storage."
    );
  }
  if (status === 429 || status >= 500) {
    return `GitHub's artifact service is in trouble (${text}). Run the job again later; see https://www.githubstatus.com.`;
  }
  return `${text}.`;
}

function artifactUrl(id: number): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = process.env;
  return `${server ?? 'https://github.com'}/${repository ?? ''}/actions/runs/${run ?? ''}/artifacts/${id}`;
}
