import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documentNames } from '../../src/form/document-names.ts';
import { type ArtifactService, startArtifactService } from '../harness/artifact-service.ts';
import { buildEntry } from '../harness/build.ts';
import { nodes } from '../harness/nodes.ts';
import { type ActionOptions, runAction } from '../harness/runner.ts';
import { sha256 } from '../harness/zip.ts';

let service: ArtifactService;
let main: string;
beforeAll(async () => {
  service = await startArtifactService();
  main = await buildEntry(`
    import { uploadFiles } from 'src/github/artifact-upload.ts';
    const { files, options } = JSON.parse(process.env.CALL ?? '{}');
    const bytes = ({ name, size }) => ({ name, bytes: Buffer.alloc(size, 'PK') });
    console.log('answer ' + JSON.stringify(await uploadFiles(files.map(bytes), options)));
    process.exit();
  `);
});
afterEach(() => service.reset());
afterAll(() => service.stop());

const uploads = z.array(
  z.discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('uploaded'),
      artifact: z.object({ name: z.string(), id: z.number(), url: z.string(), digest: z.string() }),
    }),
    z.object({
      outcome: z.literal('failed'),
      problem: z.object({ kind: z.literal('publishing'), severity: z.literal('error'), message: z.string() }),
    }),
  ]),
);

interface Call {
  readonly files?: readonly { readonly name: string; readonly size: number }[];
  readonly options?: { readonly retentionDays?: number; readonly deadline?: number };
  readonly run?: ActionOptions;
}

async function upload({ files = [{ name: 'checklist.docx', size: 20_000 }], options = {}, run = {} }: Call = {}) {
  const env = { ...service.env(), CALL: JSON.stringify({ files, options }), ...run.env };
  const ended = await runAction({ main, hurry: true, ...run, env });
  const answer = ended.log.find((line) => line.startsWith('answer '))?.slice('answer '.length);
  return { ...ended, uploads: uploads.parse(JSON.parse(answer ?? 'null')) };
}

async function messageOf(call: Call = {}): Promise<string> {
  const { uploads: all, exitCode, stderr } = await upload(call);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(all).toHaveLength(1);
  return all[0]?.outcome === 'failed' ? all[0].problem.message : `uploaded ${JSON.stringify(all)}`;
}

describe('uploading', () => {
  it.each(nodes)('stores the very bytes, unzipped, under the name of the file ($name)', async ({ path }) => {
    const run = await upload({ run: { node: path } });
    const [stored] = service.artifacts();
    expect(stored).toMatchObject({
      name: 'checklist.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      finalized: true,
      expiresAt: undefined,
    });
    const bytes = await service.bytes(stored?.id ?? 0);
    expect(sha256(bytes)).toBe(sha256(Buffer.alloc(20_000, 'PK')));
    const url = `https://github.com/transit-house/ncts-client/actions/runs/4200001/artifacts/${stored?.id}`;
    const artifact = { name: 'checklist.docx', id: stored?.id, url, digest: `sha256:${sha256(bytes)}` };
    expect(run.uploads).toEqual([{ outcome: 'uploaded', artifact }]);
    expect(service.violations).toEqual([]);
    expect(run.masked.length).toBeGreaterThan(0);
  });

  it('takes several files, and one that fails keeps none of the others back', async () => {
    const files = ['a.docx', 'a.docx', 'b.docx'].map((name) => ({ name, size: 10 }));
    const run = await upload({ files });
    expect(run.uploads.map((one) => one.outcome)).toEqual(['uploaded', 'failed', 'uploaded']);
    expect(service.artifacts().map((one) => one.name)).toEqual(['a.docx', 'b.docx']);
  });

  it('asks for the retention wanted', async () => {
    await upload({ options: { retentionDays: 5 } });
    const [stored] = service.artifacts();
    const days = ((stored?.expiresAt?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(Math.abs(days - 5)).toBeLessThan(0.1);
  });

  const refusals = [
    ['a reset connection', { reset: true }],
    ['a connection that breaks off', { reset: true, afterBytes: 100 }],
    ['429', { status: 429 }],
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['a page of HTML', { status: 200, body: '<html>Sign in</html>', headers: { 'content-type': 'text/html' } }],
  ] as const;
  const steps = ['CreateArtifact', 'PutBlock', 'FinalizeArtifact'] as const;
  const cases = steps.flatMap((step) => refusals.map(([what, fault]) => [step, what, fault] as const));

  it.each(cases.filter(([step, what]) => step !== 'PutBlock' || what !== 'a page of HTML'))(
    'tries %s again after %s',
    async (step, _, fault) => {
      service.fault(step, fault, 1);
      const { uploads: all } = await upload();
      expect(all.map((one) => one.outcome)).toEqual(['uploaded']);
      expect(service.artifacts()).toMatchObject([{ name: 'checklist.docx', finalized: true, size: 20_000 }]);
      expect(service.violations).toEqual([]);
    },
  );

  it.each(['CreateArtifact', 'FinalizeArtifact'] as const)(
    'knows its own when the answer to %s is lost',
    async (step) => {
      service.loseAnswer(step);
      const { uploads: all } = await upload();
      expect(all.map((one) => one.outcome)).toEqual(['uploaded']);
      expect(service.artifacts()).toMatchObject([{ name: 'checklist.docx', finalized: true }]);
    },
  );

  it('does not take the artifact of another use for its own, whatever was lost', async () => {
    await upload({ files: [{ name: 'checklist.docx', size: 10 }] });
    service.fault('CreateArtifact', { reset: true }, 1);
    expect(await messageOf()).toMatch(/has an artifact of that name already/);
    expect(service.artifacts()).toMatchObject([{ size: 10 }]);
  });
});

describe('what goes wrong is said in a sentence that helps', () => {
  it('a name used twice', async () => {
    await upload();
    expect(await messageOf()).toMatch(/has an artifact of that name already.*`artifact-name` of its own/);
  });

  it('the quota', async () => {
    const body = JSON.stringify({ code: 'resource_exhausted', msg: 'insufficient usage to create artifact' });
    service.fault('CreateArtifact', { status: 403, body });
    expect(await messageOf()).toMatch(/storage for artifacts is used up.*`artifact-retention-days`/);
  });

  it.each([401, 403])('access refused (%i)', async (status) => {
    service.fault('CreateArtifact', { status });
    expect(await messageOf()).toContain('refused access');
  });

  it.each(['CreateArtifact', 'FinalizeArtifact'] as const)('a service that stays down at %s', async (route) => {
    service.fault(route, { status: 503 });
    expect(await messageOf()).toMatch(/in trouble.*503/);
    expect(service.calls.filter((call) => call === route)).toHaveLength(4);
  });

  it('blob storage that stays down', async () => {
    service.fault('PutBlock', { status: 500 });
    expect(await messageOf()).toMatch(/in trouble|could not be reached/);
  });

  it('a connection cut in the middle of a block', async () => {
    service.fault('PutBlock', { reset: true, afterBytes: 1000 });
    expect(await messageOf()).toContain('could not be reached');
    expect(service.artifacts().filter((one) => one.finalized)).toEqual([]);
  });

  it('a cut connection to the service', async () => {
    service.fault('CreateArtifact', { reset: true });
    expect(await messageOf()).toContain('could not be reached');
  });

  it('a service that does not answer: given up at the deadline', async () => {
    service.fault('CreateArtifact', { delayMs: 60_000 });
    const run = { hurry: false, timeout: 20_000 };
    expect(await messageOf({ options: { deadline: 400 }, run })).toContain('did not answer in time');
  });

  it('an answer that is not the protocol', async () => {
    service.fault('FinalizeArtifact', { status: 200, body: '{"ok":false}' });
    expect(await messageOf()).toContain('FinalizeArtifact');
  });

  it('GitHub Enterprise Server', async () => {
    const env = { GITHUB_SERVER_URL: 'https://github.transit.example' };
    expect(await messageOf({ run: { env } })).toMatch(
      /github\.transit\.example is not GitHub\.com.*output `checklist`/,
    );
    expect(service.calls).toEqual([]);
  });

  it.each(['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'])('no %s', async (variable) => {
    expect(await messageOf({ run: { env: { [variable]: undefined } } })).toContain('no access to an artifact service');
  });
});

describe('names', () => {
  it.each([
    ['one application', 'checklist', ['default'], ['checklist.docx']],
    ['several', 'checklist', ['desk', 'port'], ['checklist-desk.docx', 'checklist-port.docx']],
    ['forbidden characters', 'a"b:c<d>e|f*g?h\\i/j\r\nk', ['x'], ['a-b-c-d-e-f-g-h-i-j-k.docx']],
    ['names that meet', 'c', ['a/b', 'a:b', 'A b'], ['c-a-b.docx', 'c-a-b-2.docx', 'c-A-b-3.docx']],
    ['nothing left', '..', ['x'], ['checklist.docx']],
    ['path tricks', '../../etc', ['x'], ['etc.docx']],
  ])('for %s', (_, artifactName, applications, expected) => {
    expect(documentNames(artifactName, applications, '.docx')).toEqual(expected);
  });
});
