import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import {
  type EarlierResults,
  type EarlierResultsOptions,
  fetchEarlierResults,
} from '../../src/github/earlier/results.ts';
import type { EarlierResultsSettings } from '../../src/settings/settings.ts';
import { startArtifactService, type ArtifactService } from '../harness/artifact-service.ts';
import { type GitHubServer, startGitHub } from '../harness/github/server.ts';
import { buildClock } from '../builders.ts';
import { buildContext, noViolations, quickPace } from './world.ts';

export const day = 86_400_000;
export const now = Date.now();
export const clock = buildClock({ evaluatedAt: now });
export const report = '<testsuite name="DSGB1" tests="1"><testcase name="released"/></testsuite>';
export const zipRoute = 'GET /actions/artifacts/{artifact_id}/{archive_format}';

/** A file's tests of earlier results: REST and artifact service on loopback, a fresh temporary folder for each test. */
export interface Earlier {
  readonly server: GitHubServer;
  readonly service: ArtifactService;
  readonly temporary: string;
  readonly log: readonly string[];
  /** By default of artifacts named `trader-test-results`. */
  fetchAll(
    settings?: Partial<EarlierResultsSettings>,
    overrides?: Partial<EarlierResultsOptions>,
  ): Promise<EarlierResults>;
}

export function useEarlier(): () => Earlier {
  let services: { readonly server: GitHubServer; readonly service: ArtifactService } | undefined;
  let earlier: Earlier | undefined;
  beforeAll(async () => {
    const [server, service] = await Promise.all([startGitHub(), startArtifactService()]);
    services = { server, service };
    // Read when @actions/github is imported, which happens at the first call.
    process.env['GITHUB_API_URL'] = server.origin;
    process.env['GITHUB_SERVER_URL'] = 'https://github.com';
  });
  afterAll(async () => {
    await Promise.all([services?.server.stop(), services?.service.stop()]);
  });
  beforeEach(async () => {
    if (services === undefined) throw new Error('the services are not up yet');
    const { server, service } = services;
    server.reset();
    service.reset();
    const log: string[] = [];
    const temporary = await mkdtemp(join(tmpdir(), 'earlier-test-'));
    earlier = {
      ...services,
      log,
      temporary,
      fetchAll: (settings = {}, overrides = {}) =>
        fetchEarlierResults({
          settings: { artifacts: ['trader-test-results'], workflow: undefined, branch: undefined, ...settings },
          clock,
          token: 'ghs_test',
          context: buildContext(server),
          now,
          temporary,
          log: (line) => void log.push(line),
          pace: quickPace,
          ...overrides,
        }),
    };
  });
  afterEach(async () => {
    if (earlier === undefined) return;
    noViolations(earlier.server, earlier.service);
    await rm(earlier.temporary, { recursive: true });
  });
  return () => {
    if (earlier === undefined) throw new Error('only inside of a test');
    return earlier;
  };
}

export function paths({ files }: EarlierResults): string[] {
  return files.map(({ displayPath }) => displayPath);
}

export function told({ findings }: EarlierResults): string[] {
  return findings.map(({ severity, message }) => `${severity}: ${message}`);
}
