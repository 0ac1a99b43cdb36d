import { BlobClient } from '@azure/storage-blob';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ArtifactService, startArtifactService } from './artifact-service.ts';
import { jobBackendId, runBackendId } from './runtime-token.ts';
import { sha256 } from './zip.ts';

let service: ArtifactService;
beforeAll(async () => {
  service = await startArtifactService();
});
afterEach(() => service.reset());
afterAll(() => service.stop());

const run = { workflow_run_backend_id: runBackendId(11), workflow_job_run_backend_id: jobBackendId };
const content = new TextEncoder().encode('the checklist');

async function call(method: string, body: unknown, runId = 11): Promise<{ status: number; json: unknown }> {
  const answer = await fetch(`${service.origin}/twirp/github.actions.results.api.v1.ArtifactService/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.env(runId)['ACTIONS_RUNTIME_TOKEN']}` },
    body: JSON.stringify(body),
  });
  return { status: answer.status, json: await answer.json() };
}

async function create(name: string): Promise<string> {
  const { json } = await call('CreateArtifact', { ...run, name, version: 7, mime_type: 'text/plain' });
  return z.object({ signed_upload_url: z.string() }).parse(json).signed_upload_url;
}

async function put(url: string): Promise<void> {
  await new BlobClient(url, undefined, { retryOptions: { maxTries: 1 } }).getBlockBlobClient().uploadData(content);
}

describe('the artifact service on loopback', () => {
  it('stores what is uploaded, and checks it at the end', async () => {
    await put(await create('list.txt'));
    const hash = `sha256:${sha256(content)}`;
    const done = await call('FinalizeArtifact', { ...run, name: 'list.txt', size: String(content.length), hash });
    expect(done.status).toBe(200);
    const [stored] = service.artifacts();
    expect(stored).toMatchObject({ name: 'list.txt', runId: 11, size: content.length, digest: hash, finalized: true });
    expect(new Uint8Array(await service.bytes(stored?.id ?? 0))).toEqual(content);
    expect(service.violations).toEqual([]);
  });

  it('refuses a wrong hash or size, a name used twice, a foreign run and unknown fields', async () => {
    await put(await create('list.txt'));
    const wrong = { ...run, name: 'list.txt', size: '3', hash: `sha256:${'0'.repeat(64)}` };
    expect((await call('FinalizeArtifact', wrong)).status).toBe(400);
    expect(service.violations).toHaveLength(1);
    expect((await call('CreateArtifact', { ...run, name: 'list.txt', version: 7 })).status).toBe(409);
    expect((await call('CreateArtifact', { ...run, name: 'other', version: 7 }, 12)).status).toBe(403);
    expect((await call('CreateArtifact', { ...run, name: 'a/b', version: 7, extra: 1 })).status).toBe(400);
  });

  it('hands out URLs that open what they are for, and nothing else', async () => {
    const upload = await create('list.txt');
    expect((await fetch(upload)).status).toBe(403);
    const earlier = await service.preload({ runId: 3, name: 'results', content: { 'a/b.xml': '<testsuite/>' } });
    const answer = await fetch(service.downloadUrl(earlier.id));
    expect(answer.headers.get('content-type')).toBe('application/zip');
    expect(answer.headers.get('content-disposition')).toContain('results.zip');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(`sha256:${sha256(bytes)}`).toBe(earlier.digest);
    expect(Object.keys(unzipSync(bytes))).toEqual(['a/b.xml']);
    expect((await fetch(service.downloadUrl(earlier.id).replace('sp=r', 'sp=rw'))).status).toBe(403);
  });

  it('goes wrong as planned, and only as often', async () => {
    service.fault('CreateArtifact', { status: 503 }, 1);
    const body = { ...run, name: 'list.txt', version: 7 };
    expect((await call('CreateArtifact', body)).status).toBe(503);
    expect((await call('CreateArtifact', body)).status).toBe(200);
    service.fault('PutBlock', { reset: true, afterBytes: 5 });
    const { json } = await call('CreateArtifact', { ...body, name: 'second' });
    await expect(put(z.object({ signed_upload_url: z.string() }).parse(json).signed_upload_url)).rejects.toThrow(
      /socket hang up|ECONNRESET/,
    );
    expect(service.calls).toContain('PutBlock');
  });
});
