import Bottleneck from 'bottleneck';
import { type Pace, usualPace } from '../../src/github/client.ts';
import { runContext, type RunContext } from '../../src/github/context.ts';
import type { ArtifactService, EarlierArtifact } from '../harness/artifact-service.ts';
import type { GitHubServer } from '../harness/github/server.ts';
import { repository, type RestArtifact, shaOf, type StoredRun } from '../harness/github/state.ts';

const unhurried = (): unknown => new Bottleneck.Group({ maxConcurrent: 1 });

/** As patient as the real one, only that its seconds are milliseconds and it doesn't pause between writes. */
export const quickPace: Pace = {
  ...usualPace,
  timeoutMs: 400,
  retryBaseMs: 2,
  secondMs: 1,
  throttle: { write: unhurried(), notifications: unhurried() },
};

export const headSha = shaOf('head');

/** A step's environment and event, by default of a nightly run on main. */
export function buildContext(
  server: { readonly origin: string },
  eventName = 'schedule',
  payload: unknown = {},
  env: Readonly<Record<string, string>> = {},
): RunContext {
  const context = runContext(
    {
      GITHUB_REPOSITORY: `${repository.owner}/${repository.name}`,
      GITHUB_RUN_ID: '4200001',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: server.origin,
      GITHUB_EVENT_NAME: eventName,
      GITHUB_SHA: headSha,
      ...env,
    },
    payload,
  );
  if (context === undefined) throw new Error('a context that is none');
  return context;
}

/** Leaves an artifact behind as a workflow run would: bytes with the artifact service, its description with REST. */
export async function leaveArtifact(
  server: GitHubServer,
  service: ArtifactService,
  artifact: Partial<EarlierArtifact> & { readonly run?: StoredRun; readonly expired?: boolean },
): Promise<RestArtifact> {
  const run = artifact.run ?? server.state.addRun();
  const stored = await service.preload({ name: 'trader-test-results', content: {}, ...artifact, runId: run.id });
  return server.state.addArtifact({
    id: stored.id,
    name: stored.name,
    sizeInBytes: stored.size,
    createdAt: stored.createdAt,
    digest: stored.digest,
    expired: artifact.expired ?? false,
    run,
    downloadUrl: () => service.downloadUrl(stored.id),
  });
}

/** To be called after each test: what the services were asked or answered wrongly fails it. */
export function noViolations(...services: readonly { readonly violations: readonly string[] }[]): void {
  const violations = services.flatMap((service) => service.violations);
  if (violations.length > 0) throw new Error(`Violations:\n${violations.join('\n')}`);
}
