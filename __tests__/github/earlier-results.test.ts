import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { listen } from '../harness/loopback.ts';
import { repository, shaOf } from '../harness/github/state.ts';
import { clock, told, day, now, paths, report, useEarlier, zipRoute } from './earlier.ts';
import { rawZip } from './hostile-zip.ts';
import { leaveArtifact } from './world.ts';

const earlier = useEarlier();
const fork = { id: repository.id + 7, fullName: 'stranger/ncts-client' };

/** The attempt in the provenance of an artifact that is older than its run's latest attempt. */
async function attemptTold(latest: number): Promise<number | undefined> {
  const { server, service, fetchAll } = earlier();
  server.reset();
  const run = server.state.addRun({ attempt: latest, startedAt: new Date(now - day) });
  await leaveArtifact(server, service, { run, content: { 'a.xml': report }, createdAt: new Date(now - 2 * day) });
  return (await fetchAll()).files[0]?.provenance.runAttempt;
}

describe('fetchEarlierResults', () => {
  it('brings the reports of an earlier run with where they come from', async () => {
    const { server, service, log, fetchAll } = earlier();
    const run = server.state.addRun({ attempt: 2, startedAt: new Date(now - 3 * day), headSha: shaOf('abc') });
    const artifact = await leaveArtifact(server, service, {
      run,
      content: { 'b.xml': report, 'a/a.xml': report, 'notes.txt': 'x' },
      createdAt: new Date(now - 2 * day),
    });
    const result = await fetchAll();
    expect(result.findings).toEqual([]);
    expect(paths(result)).toEqual([
      `trader-test-results (run ${run.id})/a/a.xml`,
      `trader-test-results (run ${run.id})/b.xml`,
    ]);
    expect(result.files[0]?.provenance).toEqual({
      artifact: 'trader-test-results',
      artifactId: artifact.id,
      runId: run.id,
      runAttempt: 2,
      runUrl: `https://github.com/transit-house/ncts-client/actions/runs/${run.id}`,
      createdAt: artifact.createdAt.getTime(),
      commit: shaOf('abc'),
      branch: 'main',
    });
    expect(await readFile(result.files[1]?.absolutePath ?? '', 'utf8')).toBe(report);
    expect(log.at(-1)).toBe('Earlier results: 2 reports in 3 calls to GitHub.');
  });

  it('says which attempt made an artifact only where that can be known', async () => {
    expect([await attemptTold(1), await attemptTold(2), await attemptTold(3)]).toEqual([1, 1, undefined]);
  });

  it('finds the young ones among 1,200 artifacts with few calls', async () => {
    const { server, service, fetchAll } = earlier();
    const run = server.state.addRun();
    for (let index = 0; index < 1200; index += 1) {
      server.state.addArtifact({ name: `build-${index}`, createdAt: new Date(now - index * 600_000), run });
    }
    await leaveArtifact(server, service, { run, content: { 'a.xml': report }, createdAt: new Date(now - 2 * day) });
    await leaveArtifact(server, service, { run, content: { 'b.xml': report }, createdAt: new Date(now - 20 * day) });
    expect(paths(await fetchAll())).toEqual([`trader-test-results (run ${run.id})/a.xml`]);
    expect(server.calls.map(({ route }) => route)).toEqual([
      'GET /actions/artifacts',
      'GET /actions/runs/{run_id}',
      zipRoute,
    ]);
    expect(server.calls[0]?.url).toContain('name=trader-test-results');
  });

  it('pages through everything for a pattern, but no further back than matters', async () => {
    const { server, service, fetchAll } = earlier();
    const run = server.state.addRun();
    for (let index = 0; index < 1200; index += 1) {
      server.state.addArtifact({ name: `build-${index}`, createdAt: new Date(now - index * 3_600_000), run });
    }
    await leaveArtifact(server, service, {
      run,
      name: 'tests-gb',
      content: { 'a.xml': report },
      createdAt: new Date(now - 13 * day),
    });
    await leaveArtifact(server, service, {
      run,
      name: 'tests-xi',
      content: { 'b.xml': report },
      createdAt: new Date(now - 15 * day),
    });
    const result = await fetchAll({ artifacts: ['tests-*', 'tests-gb'] });
    expect(paths(result)).toEqual([`tests-gb (run ${run.id})/a.xml`]);
    // 14 days of one artifact an hour are 337 of 1,200: four pages.
    expect(server.calls.filter(({ route }) => route === 'GET /actions/artifacts')).toHaveLength(4);
  });

  it('counts ages to as-of and leaves out what is before not-before', async () => {
    const { server, service, fetchAll } = earlier();
    const run = server.state.addRun();
    await leaveArtifact(server, service, { run, content: { 'a.xml': report }, createdAt: new Date(now - 12 * day) });
    expect((await fetchAll({}, { clock: { ...clock, evaluatedAt: now + 3 * day } })).files).toEqual([]);
    expect((await fetchAll({}, { clock: { ...clock, notBefore: now - 11 * day } })).files).toEqual([]);
    const result = await fetchAll({}, { clock: { ...clock, notBefore: now - 11 * day } });
    expect(told(result)).toEqual([
      expect.stringMatching(/^notice: There is no artifact 'trader-test-results' .* the older one can't/),
    ]);
    expect((await fetchAll()).files).toHaveLength(1);
  });

  it('refuses what comes from a fork, also from its branch main, and says so without failing', async () => {
    const { server, service, fetchAll } = earlier();
    const own = server.state.addRun();
    const foreign = server.state.addRun({ headRepository: fork, event: 'pull_request' });
    await leaveArtifact(server, service, { run: foreign, content: { 'evil.xml': report } });
    await leaveArtifact(server, service, { run: own, content: { 'own.xml': report } });
    const result = await fetchAll({ branch: 'main' });
    expect(paths(result)).toEqual([`trader-test-results (run ${own.id})/own.xml`]);
    expect(told(result)).toEqual([expect.stringMatching(/^warning: .* does not count: a fork started the run/)]);
    expect(server.calls.filter(({ route }) => route === zipRoute)).toHaveLength(1);
  });

  it('refuses what has no known origin: a deleted fork, no run, a run that contradicts its artifact', async () => {
    const { server, fetchAll } = earlier();
    const run = server.state.addRun({ headRepository: fork });
    const claimed = { id: run.id, headRepositoryId: repository.id, headBranch: 'main', headSha: shaOf('x') };
    for (const origin of [{ ...claimed, headRepositoryId: undefined }, undefined, claimed]) {
      Object.assign(server.state.addArtifact({}), { run: origin });
    }
    const result = await fetchAll();
    expect(result.files).toEqual([]);
    expect(told(result)).toEqual([
      `warning: 2 artifacts named trader-test-results (runs ${run.id}) do not count: a fork started the run, and anybody can make up results there.`,
      expect.stringMatching(/^warning: Artifact .* does not count: GitHub does not say which run made it/),
    ]);
    expect(server.calls.filter(({ route }) => route === zipRoute)).toEqual([]);
  });

  it('refuses the artifact of a fork whose run has been deleted', async () => {
    const { server, service, fetchAll } = earlier();
    await leaveArtifact(server, service, {
      run: server.state.addRun({ headRepository: fork }),
      content: { 'a.xml': report },
    });
    server.state.runs.length = 0;
    const result = await fetchAll();
    expect(result.files).toEqual([]);
    expect(told(result)).toEqual([expect.stringMatching(/^warning: .* a fork started the run/)]);
  });

  it('takes the artifact of an own run that has been deleted, without its attempt', async () => {
    const { server, service, fetchAll } = earlier();
    const run = server.state.addRun();
    await leaveArtifact(server, service, { run, content: { 'a.xml': report } });
    server.state.runs.length = 0;
    const { files, findings } = await fetchAll();
    expect(findings).toEqual([]);
    expect(files[0]?.provenance).toMatchObject({
      runId: run.id,
      runUrl: `https://github.com/transit-house/ncts-client/actions/runs/${run.id}`,
    });
    expect(files[0]?.provenance.runAttempt).toBeUndefined();
  });

  it('takes only the workflow and branch asked for, listing its runs at once', async () => {
    const { server, service, fetchAll } = earlier();
    const right = server.state.addRun({ startedAt: new Date(now - day) });
    const otherBranch = server.state.addRun({ headBranch: 'release' });
    const otherWorkflow = server.state.addRun({ path: '.github/workflows/unit.yml' });
    const repeated = server.state.addRun({
      startedAt: new Date(now - 30 * day),
      path: '.github/workflows/trader-test.yml@main',
    });
    for (const [index, run] of [right, otherBranch, otherWorkflow, repeated].entries()) {
      await leaveArtifact(server, service, {
        run,
        content: { [`${index}.xml`]: report },
        createdAt: new Date(now - index * 1000),
      });
    }
    const result = await fetchAll({ workflow: 'trader-test.yml', branch: 'main' });
    expect(paths(result).map((path) => path.split('/')[1])).toEqual(['3.xml', '0.xml']);
    expect(result.findings).toEqual([]);
    const asked = server.calls.filter(({ route }) => route.startsWith('GET /actions/workflows'));
    expect(asked).toHaveLength(1);
  });

  it('says when there is no such workflow', async () => {
    const { server, service, fetchAll } = earlier();
    await leaveArtifact(server, service, { content: { 'a.xml': report } });
    const result = await fetchAll({ workflow: 'tradertest.yml' });
    expect(told(result)).toEqual([
      'error: This repository has no workflow tradertest.yml: correct `results-workflow`.',
    ]);
  });

  it('takes single files that were uploaded unzipped, and passes over documents', async () => {
    const { server, fetchAll } = earlier();
    const blobs = await listen((request, response) => {
      const name = decodeURIComponent(request.url?.slice(1) ?? '');
      response.setHeader('content-disposition', `attachment; filename="${name}"`);
      response.setHeader('content-type', 'application/octet-stream');
      response.end(report);
    });
    const run = server.state.addRun();
    for (const [index, name] of ['results.xml', 'results.docx', '../../climbing.xml'].entries()) {
      const downloadUrl = (): string => `${blobs.origin}/${encodeURIComponent(name)}`;
      server.state.addArtifact({ run, name: `results-${index}`, createdAt: new Date(now + index), downloadUrl });
    }
    const result = await fetchAll({ artifacts: ['results-*'] });
    await blobs.close();
    expect(paths(result)).toEqual([`results-0 (run ${run.id})/results.xml`, `results-2 (run ${run.id})/climbing.xml`]);
    expect(told(result)).toEqual([expect.stringMatching(/^notice: .* is a single file, results.docx/)]);
  });

  it.each(['list', 'download'])('is not ready when the newest results have expired, by the %s', async (said) => {
    const { server, service, fetchAll } = earlier();
    const createdAt = new Date(now - day);
    await leaveArtifact(server, service, { content: { 'old.xml': report }, createdAt: new Date(now - 2 * day) });
    await leaveArtifact(server, service, { content: { 'a.xml': report }, createdAt, expired: said === 'list' });
    if (said === 'download') {
      server.fault(zipRoute, { status: 410, body: JSON.stringify({ message: 'Artifact has expired' }) }, 1);
      server.state.artifacts.splice(0, 1);
    }
    expect(told(await fetchAll())).toEqual([
      expect.stringMatching(/^error: Artifact trader-test-results .* has expired or been deleted, the newest results/),
    ]);
  });

  it('takes older results that have expired or hold no report for harmless', async () => {
    const { server, service, fetchAll } = earlier();
    const at = (days: number): Date => new Date(now - days * day);
    await leaveArtifact(server, service, { createdAt: at(3), expired: true });
    await leaveArtifact(server, service, { createdAt: at(2), content: { 'readme.txt': 'x' } });
    await leaveArtifact(server, service, { createdAt: at(1), content: { 'a.xml': report } });
    const result = await fetchAll();
    expect(paths(result)).toHaveLength(1);
    expect(told(result).map((line) => line.split(':')[0])).toEqual(['notice', 'notice']);
  });

  it('is not ready when the newest artifact of a name holds no report, and says which', async () => {
    const { server, service, fetchAll } = earlier();
    await leaveArtifact(server, service, { content: { 'a.xml': report }, createdAt: new Date(now - 2 * day) });
    await leaveArtifact(server, service, { content: { 'log.txt': 'x' }, createdAt: new Date(now - day) });
    const result = await fetchAll();
    expect(told(result)).toContainEqual(
      expect.stringMatching(/^error: Artifact trader-test-results .* holds no report, and no newer one/),
    );
    expect(result.findings.find(({ severity }) => severity === 'error')?.next).toContain('`results-artifact`');
  });

  it('is content with one report among what the jobs of the newest run left under a pattern', async () => {
    const { server, service, fetchAll } = earlier();
    const run = server.state.addRun();
    await leaveArtifact(server, service, { run, name: 't-1', content: { 'a.xml': report } });
    await leaveArtifact(server, service, { run, name: 't-2', content: { 'log.txt': 'x' } });
    // What this action uploads itself is not what a pattern is for.
    server.state.addArtifact({ name: 't-checklist.docx', expired: true, run: server.state.addRun() });
    const result = await fetchAll({ artifacts: ['t-*'] });
    expect(told(result).filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it.each([
    ['no artifact has the name', { artifacts: ['trader-test-result'] }, /'trader-test-result'/],
    ['no artifact fits the pattern', { artifacts: ['tests-*', 'trader-test-results'] }, /'tests-\*'/],
    ['none is of the branch', { branch: 'mian' }, /'trader-test-results' on branch mian/],
  ])('is not ready when %s', async (_, settings, expected) => {
    const { server, service, fetchAll } = earlier();
    await leaveArtifact(server, service, { content: { 'a.xml': report } });
    const result = await fetchAll(settings);
    expect(told(result)).toEqual([expect.stringMatching(/^error: There is no artifact/)]);
    expect(told(result)[0]).toMatch(expected);
  });

  it('follows a list by its Link, whatever a proxy makes of its pages', async () => {
    const { server, service, fetchAll } = earlier();
    const run = server.state.addRun();
    server.maxPerPage = 7;
    for (let index = 0; index < 30; index += 1) {
      server.state.addArtifact({ name: `build-${index}`, createdAt: new Date(now - index * 1000), run });
    }
    await leaveArtifact(server, service, {
      run,
      name: 'tests-gb',
      content: { 'a.xml': report },
      createdAt: new Date(now - day),
    });
    expect(paths(await fetchAll({ artifacts: ['tests-*'] }))).toHaveLength(1);
  });

  it('refuses hostile archives one by one and keeps the others', async () => {
    const { server, service, temporary, fetchAll } = earlier();
    const run = server.state.addRun();
    const leave = (name: string, content: Uint8Array, digest?: string) =>
      leaveArtifact(server, service, { run, name, content, ...(digest === undefined ? {} : { digest }) });
    await leave('t-traversal', rawZip([{ path: '../../x.xml' }]));
    await leave('t-link', rawZip([{ path: 'x.xml', mode: 0o120777 }]));
    await leave('t-bomb', rawZip([{ path: 'x.xml', content: Buffer.alloc(33 * 2 ** 20, ' ') }]));
    await leave('t-broken', rawZip([{ path: 'x.xml' }]).subarray(0, 60));
    await leave('t-digest', rawZip([{ path: 'x.xml' }]), `sha256:${'0'.repeat(64)}`);
    await leave('t-nested', rawZip([{ path: 'x.xml' }, { path: 'inner.zip' }]));
    await leave('t-empty', rawZip([{ path: 'readme.txt' }]));
    await leave('t-good', rawZip([{ path: 'good.xml' }]));
    const result = await fetchAll({ artifacts: ['t-*'] });
    expect(paths(result).map((path) => path.replace(/ .*\//, '/'))).toEqual(['t-nested/x.xml', 't-good/good.xml']);
    expect(told(result)).toEqual([
      expect.stringMatching(/^error: Artifact t-traversal .* refused: .* leads out of the archive/),
      expect.stringMatching(/^error: Artifact t-link .* is a link/),
      expect.stringMatching(/^error: Artifact t-bomb .* as bombs do/),
      expect.stringMatching(/^error: Artifact t-broken .* refused: it is not a zip/),
      expect.stringMatching(/^error: Artifact t-digest .* refused: its digest/),
      expect.stringMatching(/^warning: Artifact t-nested .* not opened: inner.zip/),
      expect.stringMatching(/^notice: Artifact t-empty .* holds no .xml file/),
    ]);
    // Nothing but the two reports, under names of ours.
    const written = (await readdir(temporary, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
    expect(written.map(({ name }) => name)).toEqual(['1.xml', '1.xml']);
  });

  it('does not download what is too large', async () => {
    const { server, fetchAll } = earlier();
    server.state.addArtifact({ run: server.state.addRun(), sizeInBytes: 200 * 2 ** 20 });
    expect(told(await fetchAll())).toEqual([expect.stringMatching(/^error: .* refused: it has 209715200 bytes/)]);
    expect(server.calls.filter(({ route }) => route === zipRoute)).toEqual([]);
  });
});
