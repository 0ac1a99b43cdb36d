import { afterAll, afterEach, beforeAll } from 'vitest';
import { noViolations } from '../github/world.ts';
import type { ArtifactService } from '../harness/artifact-service.ts';
import { type GitHubServer, startGitHub } from '../harness/github/server.ts';
import type { ActionRun } from '../harness/runner.ts';
import { type StepOptions, useStep } from './step.ts';

/** All ways of publishing at once. */
export const everywhere = { 'check-run': 'true', 'commit-status': 'true', comment: 'always', issue: 'true' };

/** A GitHub for a file's tests, and the action run as a step that may talk to it. */
export function usePublishing(): {
  readonly server: () => GitHubServer;
  readonly service: () => ArtifactService;
  /** With the workflow's own token; each in a workflow run of its own. */
  readonly publishing: (options?: StepOptions) => Promise<ActionRun>;
} {
  const { service, run } = useStep();
  let server: GitHubServer | undefined;
  let runs = 0;
  const started = (): GitHubServer => {
    if (server === undefined) throw new Error('the loopback GitHub is not up yet');
    return server;
  };
  beforeAll(async () => {
    server = await startGitHub();
  });
  afterAll(() => server?.stop());
  afterEach(() => {
    noViolations(started(), service());
    started().reset();
  });
  return {
    server: started,
    service,
    publishing(options = {}) {
      runs += 1;
      const runId = 4_300_000 + runs;
      const env = {
        ...service().env(runId),
        GITHUB_RUN_ID: String(runId),
        GITHUB_API_URL: started().origin,
        ...options.env,
      };
      return run({ token: 'ghs_loopback', hurry: true, ...options, env });
    },
  };
}

export function warningsOf({ annotations }: ActionRun): string {
  return annotations
    .filter(({ level }) => level === 'warning')
    .map(({ message }) => message)
    .join('\n');
}
