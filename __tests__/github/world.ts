import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { runContext, type RunContext } from '../../src/github/context.ts';
import { type Pace, usualPace } from '../../src/github/patience.ts';
import type { Use } from '../../src/github/publish/mark.ts';
import { type PublishOptions, publishStatus } from '../../src/github/publish/publish.ts';
import { contentsOf } from '../../src/publishing.ts';
import type { PublishSettings } from '../../src/settings/settings.ts';
import * as build from '../builders.ts';
import type { ArtifactService, EarlierArtifact } from '../harness/artifact-service.ts';
import { type GitHubServer, startGitHub } from '../harness/github/server.ts';
import { repository, type RestArtifact, shaOf, type StoredRun } from '../harness/github/state.ts';

/** As patient as the real one, only that its seconds are milliseconds. */
export const quickPace: Pace = {
  ...usualPace,
  // Long enough for two busy cores.
  timeoutMs: 5000,
  retryBaseMs: 2,
  secondMs: 1,
};

export const headSha = shaOf('head');

let runs = 4_200_000;

/** A step's environment and event, by default of a nightly run on main, later than those before. */
export function buildContext(
  server: { readonly origin: string },
  eventName = 'schedule',
  payload: unknown = {},
  env: Readonly<Record<string, string>> = {},
): RunContext {
  runs += 1;
  const context = runContext(
    {
      GITHUB_REPOSITORY: `${repository.owner}/${repository.name}`,
      GITHUB_RUN_ID: String(runs),
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

const nothing: PublishSettings = {
  name: undefined,
  artifact: 'never',
  checkRun: false,
  commitStatus: false,
  comment: 'off',
  issue: false,
  token: 'ghs_test',
};

/** What came of it, in sentences. */
export interface Published {
  readonly warnings: readonly string[];
  /** Of all severities: `notice: …`. */
  readonly findings: readonly string[];
}

export type Publish = (
  assessment: Assessment,
  settings: Partial<PublishSettings>,
  overrides?: Partial<PublishOptions>,
) => Promise<Published>;

export const use: Use = { name: 'NCTS5 production checklist', key: '0a1b2c3d', checks: '11111111' };

/** Publishes what is asked for, by default after a nightly run. */
export function publisher(server: { readonly origin: string }, log: string[] = []): Publish {
  return async (assessment, asked, overrides = {}) => {
    const settings = { ...nothing, ...asked };
    const context = 'context' in overrides ? overrides.context : buildContext(server);
    const findings = await publishStatus({
      contents: await contentsOf(assessment, settings, {}, context?.runUrl ?? ''),
      isReady: assessment.verdict === 'ready',
      use,
      token: settings.token,
      log: (line) => void log.push(line),
      pace: quickPace,
      ...overrides,
      context,
    });
    return {
      warnings: findings.filter(({ severity }) => severity !== 'notice').map(({ message }) => message),
      findings: findings.map(({ severity, message }) => `${severity}: ${message}`),
    };
  };
}

/** A GitHub of the file's own, empty before each test, with a publisher; what breaks its rules fails the test. */
export interface OwnGitHub {
  readonly server: GitHubServer;
  /** What was said in the log. */
  readonly log: string[];
  readonly publish: Publish;
  /** Of the requests so far. */
  routes(): string[];
  /** Of all comments. */
  bodies(): string[];
}

export function useGitHub(): OwnGitHub {
  let started: GitHubServer | undefined;
  const log: string[] = [];
  const server = (): GitHubServer => {
    if (started === undefined) throw new Error('The server is there only during a test.');
    return started;
  };
  beforeAll(async () => {
    started = await startGitHub();
  });
  afterAll(() => server().stop());
  beforeEach(() => {
    server().reset();
    log.length = 0;
  });
  afterEach(() => noViolations(server()));
  return {
    get server() {
      return server();
    },
    log,
    publish: (...args) => publisher(server(), log)(...args),
    routes: () => server().calls.map(({ route }) => route),
    bodies: () => server().state.comments.map(({ body }) => body),
  };
}

export const ready = build.buildAssessment();

/** No result for the one mandatory test. */
export function buildMissing(): Assessment {
  const requirement = build.buildRequirementAssessment('standard-departure', {
    status: 'missing',
    scenario: undefined,
    expiresAt: undefined,
  });
  return build.buildAssessment({
    applications: [build.buildApplicationAssessment({ requirements: [requirement] })],
  });
}

/** A scenario of the normal procedure, proven for two days more. */
export function buildExpiring(): Assessment {
  const scenario = build.buildScenarioAssessment('DNGB1', { testedAt: build.NOW - 12 * build.DAY });
  const requirement = build.buildRequirementAssessment('standard-departure', {
    requirement: build.buildRequirement('standard-departure', {
      accepts: ['DNGB1', 'DNXI1'],
      cell: { flow: 'standard-departure', column: 'normal only' },
    }),
    scenario,
    expiresAt: scenario.expiresAt,
  });
  return build.buildAssessment({ applications: [build.buildApplicationAssessment({ requirements: [requirement] })] });
}

/** A pull request of the repository's own, and the event about it. */
export function pullRequestEvent(server: GitHubServer): { readonly number: number; readonly payload: unknown } {
  const { number } = server.state.addPull({ headSha });
  const own = { id: repository.id };
  const pull = { number, head: { sha: headSha, repo: own }, base: { repo: own } };
  return { number, payload: { pull_request: pull, repository: own } };
}
