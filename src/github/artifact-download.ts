import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rateLimitSeconds, statusOf } from './api-error.ts';
import type { ListedArtifact } from './artifact-list.ts';
import type { GitHubClient } from './client.ts';
import type { RunContext } from './context.ts';
import { inTime } from './deadline.ts';
import { ZipFault } from '../zip/fault.ts';

/** An artifact's content as it lay in GitHub's storage. */
export interface DownloadedArtifact {
  /** A file name of the uploader's choice; not to be used as a path. */
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** The toolkit alone would try a dead download for minutes. */
const deadlineMs = 180_000;

/**
 * Fetches an artifact with GitHub's toolkit, but doesn't let it unpack: it looks at neither the paths nor the sizes in an archive.
 * What arrives is held against the digest that GitHub keeps since the upload.
 *
 * @param directory an empty place of ours; nothing is left in it.
 * @throws ZipFault when it is too large or the digest differs; the toolkit's error when it can't be had
 *   (its `status` is 410 for an expired one).
 */
export async function downloadArtifact(
  artifact: ListedArtifact & { readonly run: { readonly id: number } },
  access: {
    readonly token: string;
    readonly context: RunContext;
    readonly client: GitHubClient;
    readonly directory: string;
    readonly maxBytes: number;
  },
): Promise<DownloadedArtifact> {
  const { maxBytes } = access;
  const tooLarge = (size: number): ZipFault =>
    new ZipFault('refused', `it has ${size} bytes; at most ${maxBytes} are taken`);
  if (artifact.size > maxBytes) throw tooLarge(artifact.size);
  const place = await mkdtemp(join(access.directory, 'download-'));
  try {
    await withRepetition(access.client, () => fetchInto(place, artifact, access));
    const [fileName] = await readdir(place);
    if (fileName === undefined) throw new Error('the download brought nothing');
    const path = join(place, fileName);
    const { size } = await stat(path);
    if (size > maxBytes) throw tooLarge(size);
    const bytes = await readFile(path);
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    if (artifact.digest !== undefined && artifact.digest !== digest) {
      throw new ZipFault('refused', 'its digest is not the one from when it was uploaded; it was changed or damaged');
    }
    return { fileName, bytes };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function fetchInto(
  path: string,
  artifact: Parameters<typeof downloadArtifact>[0],
  { token, context, client }: Parameters<typeof downloadArtifact>[1],
): Promise<void> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  client.count();
  const download = new DefaultArtifactClient().downloadArtifact(artifact.id, {
    path,
    skipDecompress: true,
    findBy: {
      token,
      workflowRunId: artifact.run.id,
      repositoryOwner: context.owner,
      repositoryName: context.repo,
    },
  });
  if ((await inTime(deadlineMs, download)) === 'too late') {
    throw new Error(`the download took more than ${deadlineMs / 1000} s`);
  }
}

/** The toolkit doesn't repeat the call that asks for the address; once it has it, it repeats the download itself. */
async function withRepetition(client: GitHubClient, work: () => Promise<void>): Promise<void> {
  const { retries, retryBaseMs, secondMs, patienceSeconds } = client.pace;
  for (let tried = 0; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      const status = statusOf(error) ?? 0;
      const limit = rateLimitSeconds(error);
      const canWait = limit === undefined ? status >= 500 : limit <= patienceSeconds / 2;
      if (tried >= retries || !canWait) throw error;
      await sleep(limit === undefined ? (tried + 1) ** 2 * retryBaseMs : limit * secondMs);
    }
  }
}
