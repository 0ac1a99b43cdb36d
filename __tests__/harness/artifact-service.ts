import { type IncomingMessage, request as forward, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { type Container, openContainer } from './azurite.ts';
import { type Fault, Faults } from './faults.ts';
import { listen, reply, textOf } from './loopback.ts';
import { jobBackendId, runBackendId, runOfToken, runtimeToken } from './runtime-token.ts';
import { bodies, type Method, parseBody, Refusal } from './twirp.ts';
import { sha256, zipOf } from './zip.ts';

/** What faults can be planned for. The blob routes lie before Azurite, the others are the Twirp methods. */
export type ArtifactRoute =
  | 'CreateArtifact'
  | 'FinalizeArtifact'
  | 'ListArtifacts'
  | 'GetSignedArtifactURL'
  | 'DeleteArtifact'
  | 'PutBlock'
  | 'PutBlockList'
  | 'GetBlob';

/** One artifact as the service knows it. */
export interface StoredArtifact {
  readonly id: number;
  readonly runId: number;
  readonly name: string;
  readonly mimeType: string;
  /** The blob's name in Azurite, also the file name that a download bears. */
  readonly blob: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | undefined;
  /** Bytes; 0 until finalized. */
  readonly size: number;
  /** `sha256:<hex>`; undefined until finalized. */
  readonly digest: string | undefined;
  readonly finalized: boolean;
}

export interface EarlierArtifact {
  readonly runId: number;
  readonly name: string;
  /** Zipped as upload-artifact would; or the bytes of the archive as they are, for hostile ones. */
  readonly content: Readonly<Record<string, string | Uint8Array>> | Uint8Array;
  readonly createdAt?: Date;
  readonly expiresAt?: Date;
  /** Overrides the digest that the service tells (`sha256:<hex>`), for mismatches. */
  readonly digest?: string;
}

/**
 * GitHub's artifact service on loopback: the Twirp methods that `@actions/artifact` calls, and signed URLs into
 * a real Azure storage emulator. What it refuses as no well-behaved client would send it is kept in `violations`.
 */
export interface ArtifactService {
  readonly origin: string;
  /** What a runner sets for a step of this run: ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN. */
  env(runId?: number): Record<string, string>;
  artifacts(): readonly StoredArtifact[];
  /** The stored bytes, as they lie in the blob. */
  bytes(id: number): Promise<Uint8Array>;
  /** Puts an artifact of an earlier run there, finalized. */
  preload(artifact: EarlierArtifact): Promise<StoredArtifact>;
  remove(id: number): void;
  /** Where REST's `…/artifacts/{id}/zip` redirects to: a signed URL, good for a minute. */
  downloadUrl(id: number): string;
  /** Makes the next `times` requests of a route go wrong (default: all). */
  fault(route: ArtifactRoute, fault: Fault, times?: number): void;
  /** Does what the next request of the method asks, but breaks the connection instead of answering. */
  loseAnswer(method: Method): void;
  /** Requests seen by route, in order. */
  readonly calls: readonly ArtifactRoute[];
  readonly violations: readonly string[];
  /** Forgets artifacts, faults, calls and violations; for use between tests. */
  reset(): void;
  stop(): Promise<void>;
}

const defaultRun = 4_200_001;
const twirp = '/twirp/github.actions.results.api.v1.ArtifactService/';
export async function startArtifactService(): Promise<ArtifactService> {
  const container = await openContainer();
  const store = new Map<number, StoredArtifact>();
  const faults = new Faults<ArtifactRoute>();
  const calls: ArtifactRoute[] = [];
  const violations: string[] = [];
  const lost = new Set<Method>();
  let nextId = 7_000_001;
  let origin = '';

  const find = (runId: number, artifactName: string): StoredArtifact => {
    const found = [...store.values()].find((one) => one.runId === runId && one.name === artifactName);
    if (found === undefined) throw new Refusal(404, 'not_found', `no artifact ${artifactName} in this run`);
    return found;
  };
  const add = (artifact: Omit<StoredArtifact, 'id' | 'blob'>): StoredArtifact => {
    const id = nextId++;
    const blob = artifact.mimeType === 'application/zip' ? `${id}-${artifact.name}.zip` : `${id}-${artifact.name}`;
    const stored = { ...artifact, id, blob };
    store.set(id, stored);
    return stored;
  };
  const signedRead = (artifact: StoredArtifact): string => {
    const fileName = artifact.mimeType === 'application/zip' ? `${artifact.name}.zip` : artifact.name;
    const access = { permission: 'read', minutes: 1, fileName, contentType: artifact.mimeType } as const;
    return origin + container.signedPath(artifact.blob, access);
  };

  const methods: Record<Method, (json: unknown, runId: number) => unknown> = {
    CreateArtifact(json: unknown, runId: number) {
      const body = parseBody(bodies.CreateArtifact, json);
      if ([...store.values()].some((one) => one.runId === runId && one.name === body.name)) {
        throw new Refusal(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
      }
      const created = add({
        runId,
        name: body.name,
        mimeType: body.mime_type ?? 'application/zip',
        createdAt: new Date(),
        expiresAt: body.expires_at === undefined ? undefined : new Date(body.expires_at),
        size: 0,
        digest: undefined,
        finalized: false,
      });
      return { ok: true, signed_upload_url: origin + container.signedPath(created.blob, { permission: 'write' }) };
    },
    async FinalizeArtifact(json: unknown, runId: number) {
      const body = parseBody(bodies.FinalizeArtifact, json);
      const artifact = find(runId, body.name);
      if (artifact.finalized) throw new Refusal(400, 'failed_precondition', 'the artifact is finalized already');
      const content = await container.client.getBlockBlobClient(artifact.blob).downloadToBuffer();
      const digest = `sha256:${sha256(content)}`;
      if (String(content.length) !== body.size || digest !== body.hash) {
        violations.push(
          `FinalizeArtifact: blob has ${content.length} bytes, ${digest}; told ${body.size}, ${body.hash}`,
        );
        throw new Refusal(400, 'invalid_argument', 'size or hash differ from the uploaded blob');
      }
      store.set(artifact.id, { ...artifact, size: content.length, digest, finalized: true });
      return { ok: true, artifact_id: String(artifact.id) };
    },
    ListArtifacts(json: unknown, runId: number) {
      const body = parseBody(bodies.ListArtifacts, json);
      const artifacts = [...store.values()]
        .filter((one) => one.finalized && one.runId === runId)
        .filter((one) => body.name_filter === undefined || body.name_filter === one.name)
        .filter((one) => body.id_filter === undefined || body.id_filter === String(one.id))
        .map((one) => ({
          workflow_run_backend_id: runBackendId(one.runId),
          workflow_job_run_backend_id: jobBackendId,
          database_id: String(one.id),
          name: one.name,
          size: String(one.size),
          created_at: one.createdAt.toISOString(),
          digest: one.digest,
        }));
      return { artifacts };
    },
    GetSignedArtifactURL(json: unknown, runId: number) {
      const body = parseBody(bodies.GetSignedArtifactURL, json);
      return { signed_url: signedRead(find(runId, body.name)) };
    },
    DeleteArtifact(json: unknown, runId: number) {
      const body = parseBody(bodies.DeleteArtifact, json);
      const artifact = find(runId, body.name);
      store.delete(artifact.id);
      return { ok: true, artifact_id: String(artifact.id) };
    },
  };

  const call = async (method: Method, text: string, authorization: string | undefined): Promise<unknown> => {
    const run = runOfToken(authorization);
    if (run === undefined) throw new Refusal(401, 'unauthenticated', 'no runtime token with a scope Actions.Results');
    const json: unknown = JSON.parse(text);
    const { workflow_run_backend_id: asked } = parseBody(z.looseObject({ workflow_run_backend_id: z.string() }), json);
    if (asked !== runBackendId(run)) throw new Refusal(403, 'permission_denied', 'the token is for another run');
    return methods[method](json, run);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname.startsWith(`/${container.account}/`)) {
      const route = blobRoute(request.method ?? 'GET', url);
      calls.push(route);
      if (!(await faults.strike(route, request, response))) passOn(container, request, response);
      return;
    }
    const method = Object.keys(bodies).find((key): key is Method => url.pathname === twirp + key);
    if (method === undefined || request.method !== 'POST') {
      violations.push(`${request.method} ${url.pathname}: no such route`);
      return reply(response, 404, { code: 'bad_route', msg: 'no such route' });
    }
    calls.push(method);
    if (await faults.strike(method, request, response)) return;
    try {
      const said = await call(method, await textOf(request), request.headers.authorization);
      if (lost.delete(method)) {
        request.socket.resetAndDestroy();
        return;
      }
      reply(response, 200, said);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'malformed') violations.push(`${method}: ${error.message}`);
      reply(response, error.status, { code: error.code, msg: error.message });
    }
  };
  const server = await listen((request, response) => {
    answer(request, response).catch((error: unknown) => {
      violations.push(`the service itself failed: ${String(error)}`);
      if (!response.headersSent) reply(response, 500, { code: 'internal', msg: String(error) });
    });
  });
  origin = server.origin;

  return {
    origin,
    env: (runId = defaultRun) => ({ ACTIONS_RESULTS_URL: `${origin}/`, ACTIONS_RUNTIME_TOKEN: runtimeToken(runId) }),
    artifacts: () => [...store.values()],
    async bytes(id) {
      const artifact = store.get(id);
      if (artifact === undefined) throw new Error(`no artifact ${id}`);
      return container.client.getBlockBlobClient(artifact.blob).downloadToBuffer();
    },
    async preload(earlier) {
      const content = earlier.content instanceof Uint8Array ? earlier.content : zipOf(earlier.content);
      const artifact = add({
        runId: earlier.runId,
        name: earlier.name,
        mimeType: 'application/zip',
        createdAt: earlier.createdAt ?? new Date(),
        expiresAt: earlier.expiresAt,
        size: content.length,
        digest: earlier.digest ?? `sha256:${sha256(content)}`,
        finalized: true,
      });
      await container.client.getBlockBlobClient(artifact.blob).uploadData(content);
      return artifact;
    },
    remove: (id) => void store.delete(id),
    downloadUrl(id) {
      const artifact = store.get(id);
      if (artifact === undefined) throw new Error(`no artifact ${id}`);
      return signedRead(artifact);
    },
    fault: (route, fault, times) => faults.plan(route, fault, times),
    loseAnswer: (method) => void lost.add(method),
    calls,
    violations,
    reset() {
      store.clear();
      faults.clear();
      lost.clear();
      calls.length = 0;
      violations.length = 0;
    },
    async stop() {
      await server.close();
      await container.remove();
    },
  };
}

function blobRoute(method: string, url: URL): ArtifactRoute {
  if (method === 'GET' || method === 'HEAD') return 'GetBlob';
  return url.searchParams.get('comp') === 'blocklist' ? 'PutBlockList' : 'PutBlock';
}

function passOn(container: Container, request: IncomingMessage, response: ServerResponse): void {
  const to = new URL(container.origin);
  const onward = forward(
    { host: to.hostname, port: to.port, method: request.method, path: request.url, headers: request.headers },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}
