import { type Description, isJson, type Json } from './openapi.ts';
import {
  type Account,
  repository,
  type RestArtifact,
  type State,
  type StoredCheckRun,
  type StoredComment,
  type StoredIssue,
  type StoredPull,
  type StoredRun,
  type StoredStatus,
} from './state.ts';

/** How GitHub writes what it remembers: its own examples, with what the tests are about put in. */
export function present(state: State, description: Description) {
  const web = `https://github.com/${repository.owner}/${repository.name}`;
  const user = ({ login, type }: Account): Json => description.sample('simple-user', { login, type });
  const minimalRepository = (id: number, fullName: string): Json =>
    description.sample('minimal-repository', {
      id,
      name: fullName.split('/')[1],
      full_name: fullName,
      owner: user({ login: fullName.split('/')[0] ?? '', type: 'User' }),
    });
  return {
    publicUser: ({ login, type }: Account): Json => description.sample('public-user', { login, type }),
    checkRun: (run: StoredCheckRun): Json =>
      description.sample('check-run', {
        id: run.id,
        name: run.name,
        head_sha: run.headSha,
        external_id: run.externalId,
        status: run.status,
        conclusion: run.conclusion ?? null,
        html_url: `${web}/runs/${run.id}`,
        details_url: run.detailsUrl ?? null,
        output: {
          title: run.title ?? null,
          summary: run.summary ?? null,
          text: run.text ?? null,
          annotations_count: run.annotations.length,
          annotations_url: `https://api.github.com/check-runs/${run.id}/annotations`,
        },
      }),
    annotation: (annotation: Json): Json =>
      description.sample('check-annotation', { title: null, raw_details: null, ...annotation }),
    status: (status: StoredStatus): Json =>
      description.sample('status', {
        id: status.id,
        state: status.state,
        context: status.context,
        description: status.description ?? null,
        target_url: status.targetUrl ?? null,
      }),
    issue: (issue: StoredIssue): Json =>
      description.sample('issue', {
        id: issue.number + 500_000,
        number: issue.number,
        title: issue.title,
        body: issue.body,
        state: issue.state,
        state_reason: issue.stateReason ?? null,
        html_url: `${web}/issues/${issue.number}`,
        labels: issue.labels.map((name) => ({ name })),
        user: user(issue.user),
        comments: state.comments.filter((comment) => comment.issue === issue.number).length,
        ...(issue.isPullRequest
          ? { pull_request: { url: null, html_url: null, diff_url: null, patch_url: null } }
          : undefined),
      }),
    comment: (comment: StoredComment): Json =>
      description.sample('issue-comment', {
        id: comment.id,
        body: comment.body,
        user: user(comment.user),
        html_url: `${web}/pull/${comment.issue}#issuecomment-${comment.id}`,
      }),
    pull: (pull: StoredPull): Json => {
      const made = description.sample('pull-request-simple', { number: pull.number, state: pull.state });
      const side = (ref: string, sha: string, fullName: string): Json => ({
        ...(isJson(made['head']) ? made['head'] : undefined),
        ref,
        sha,
        label: `${fullName.split('/')[0]}:${ref}`,
        repo: description.sample('repository', {
          id: fullName === `${repository.owner}/${repository.name}` ? repository.id : repository.id + 1,
          full_name: fullName,
        }),
      });
      return {
        ...made,
        head: side(pull.headBranch, pull.headSha, pull.headRepository),
        base: side('main', '0'.repeat(40), `${repository.owner}/${repository.name}`),
      };
    },
    artifact: (artifact: RestArtifact): Json =>
      description.sample('artifact', {
        id: artifact.id,
        name: artifact.name,
        size_in_bytes: artifact.sizeInBytes,
        expired: artifact.expired,
        created_at: artifact.createdAt.toISOString(),
        digest: artifact.digest ?? null,
        workflow_run: artifact.run
          ? {
              id: artifact.run.id,
              repository_id: repository.id,
              ...(artifact.run.headRepositoryId === undefined
                ? undefined
                : { head_repository_id: artifact.run.headRepositoryId }),
              head_branch: artifact.run.headBranch,
              head_sha: artifact.run.headSha,
            }
          : null,
      }),
    run: (run: StoredRun): Json =>
      description.sample('workflow-run', {
        id: run.id,
        run_attempt: run.attempt,
        path: run.path,
        event: run.event,
        head_branch: run.headBranch,
        head_sha: run.headSha,
        html_url: `${web}/actions/runs/${run.id}`,
        created_at: run.startedAt.toISOString(),
        run_started_at: run.startedAt.toISOString(),
        head_repository: minimalRepository(run.headRepository.id, run.headRepository.fullName),
        repository: minimalRepository(repository.id, `${repository.owner}/${repository.name}`),
      }),
  };
}
