import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ZipFault } from '../../zip/fault.ts';
import type { GitHubClient } from '../client.ts';
import type { RunContext } from '../context.ts';
import { inTime, retrying } from '../patience.ts';
import { archiveLimits, refuseAbove } from './archive.ts';
import type { OwnArtifact } from './origin.ts';

/** An artifact's content as it lay in GitHub's storage. */
interface DownloadedArtifact {
  /** A file name of the uploader's choice; not to be used as a path. */
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** The toolkit alone would try a dead download for minutes. */
const deadlineMs = 180_000;

interface DownloadAccess {
  readonly token: string;
  readonly context: RunContext;
  readonly client: GitHubClient;
  /** An empty place of ours; nothing is left in it. */
  readonly directory: string;
}

/**
 * Fetches an artifact with GitHub's toolkit, but doesn't let it unpack: it looks at neither the paths nor the sizes in an
 * archive. What arrives is held against the digest that GitHub keeps since the upload.
 *
 * @throws ZipFault when it is too large or the digest differs; the toolkit's error when it can't be had
 *   (its `status` is 410 for an expired one).
 */
export async function downloadArtifact(artifact: OwnArtifact, access: DownloadAccess): Promise<DownloadedArtifact> {
  refuseAbove(archiveLimits.archiveBytes, artifact.size);
  const place = await mkdtemp(join(access.directory, 'download-'));
  try {
    // The toolkit doesn't repeat the call that asks for the address; once it has it, it repeats the download itself.
    await retrying(access.client.pace, () => fetchInto(place, artifact, access));
    const [fileName] = await readdir(place);
    if (fileName === undefined) {
      throw new Error('nothing was downloaded');
    }
    const path = join(place, fileName);
    refuseAbove(archiveLimits.archiveBytes, (await stat(path)).size);
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
  artifact: OwnArtifact,
  { token, context, client }: DownloadAccess,
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
