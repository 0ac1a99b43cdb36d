import { renderCommitStatus } from '../render/commit-status.ts';
import { applicationSuffix } from './marker.ts';
import type { Publication } from './publication.ts';

/**
 * Sets the status of the head commit. GitHub counts only the latest one of a context, so that two runs at once do no
 * harm.
 *
 * @throws Octokit's error
 */
export async function publishCommitStatus(
  { client, context, assessment, log }: Publication,
  sha: string,
): Promise<void> {
  const { state, description } = renderCommitStatus(assessment);
  await client.api.repos.createCommitStatus({
    owner: context.owner,
    repo: context.repo,
    sha,
    state,
    description,
    context: `NCTS5 production checklist${applicationSuffix(assessment)}`,
    target_url: context.runUrl,
  });
  log(`Commit status of ${sha.slice(0, 7)}: ${state}, ${description}`);
}
