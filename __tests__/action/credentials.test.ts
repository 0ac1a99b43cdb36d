import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildForm } from '../form/template.ts';
import { runBuiltCli } from '../harness/cli.ts';
import { repository, shaOf } from '../harness/github/state.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';
import { AS_OF } from '../harness/reports.ts';
import { usePublishing } from './publishing.ts';

const { server, service, publishing } = usePublishing();
const head = shaOf('head of the pull request');
const own = { id: repository.id };
const secrets = [
  'aabbccddeeff00112233',
  'Zm9vOmJhcjE3',
  '99887766554433221100',
  's3cr3t-of-a-client',
  'eyJhbGciOiJIUzI1NiJ9',
];

/** Failures that repeat what was sent: in a message, in text, in an attribute, in names, in what is taken for evidence. */
const report = `<testsuites>
<testsuite name="transit access_token=${secrets[0]}" timestamp="${AS_OF}">
<testcase name="DSGB1 with Authorization: Basic ${secrets[1]}" classname="c?client_secret=${secrets[3]}">
<failure message="GET /movements?access_token=${secrets[0]} failed: 401; Authorization: Bearer ${secrets[2]}">x</failure></testcase>
<testcase name="PSGB1"><error>{"client_secret":"${secrets[3]}","id_token":"${secrets[4]}.e30.x"}</error></testcase>
<testcase name="ASGB1" status="failed: Bearer ${secrets[2]}"/>
<testcase name="PSGB1 again"><properties><property name="MRN" value="access_token=${secrets[0]}"/>
<property name="LRN" value="Bearer ${secrets[2]}"/><property name="IE015" value="Bearer ${secrets[2]} 2025"/></properties>
<system-out>scenario=DSGB1 access_token=${secrets[0]}
MRN=client_secret=${secrets[3]}
{"type":"IE028","received":"access_token=${secrets[0]}","movementReferenceNumber":"id_token=${secrets[4]}.e30.x"}</system-out></testcase>
<testcase name="DSGB99 access_token=${secrets[0]}"/>
</testsuite></testsuites>`;

async function texts(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.parentPath !== join(folder, 'results'));
  const contents = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name))));
  return contents.map(textOf).join('\n');
}

function textOf(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const parts = isZip ? Object.values(unzipSync(bytes)) : [bytes];
  return parts.map((part) => Buffer.from(part).toString()).join('\n');
}

function leaksOf(places: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(places).flatMap(([place, text]) =>
    secrets.filter((secret) => text.includes(secret)).map((secret) => `${place}: ${secret}`),
  );
}

describe('a credential in a report', () => {
  it('is repeated in no surface and no file, in the log neither', async () => {
    const { number } = server().state.addPull({ headSha: head });
    const pull = { number, head: { sha: head, repo: own }, base: { repo: own } };
    const step = await publishing({
      event: { name: 'pull_request', payload: { pull_request: pull, repository: own } },
      cases: null,
      files: { 'results/a.xml': report, 'form.docx': buildForm() },
      with: {
        'check-run': 'true',
        'commit-status': 'true',
        comment: 'always',
        badge: 'badge.svg',
        junit: 'verdict.xml',
        report: 'report.json',
        'form-template': 'form.docx',
      },
    });
    expect(step).toMatchObject({ exitCode: 1 });
    const { checkRuns, statuses, comments } = server().state;
    const stored = await Promise.all(
      service()
        .artifacts()
        .map(({ id }) => service().bytes(id)),
    );
    const places = {
      log: `${step.stdout}${step.stderr}`,
      summary: step.summary,
      outputs: JSON.stringify(step.outputs),
      github: JSON.stringify([checkRuns, statuses, comments]),
      artifacts: stored.map(textOf).join('\n'),
      files: await texts(step.workspace),
    };
    expect(leaksOf(places)).toEqual([]);
    expect(places.files).toContain('access_token=***');
    expect(places.files).toContain('Bearer ***');
  });

  it('is repeated by no command', async () => {
    const folder = freshFolder('credentials');
    await writeFiles(folder, { 'results/a.xml': report });
    const software = ['--results=results/*.xml', '--flows=all', '--procedures=simplified'];
    const flags = [...software, `--as-of=${AS_OF}`];
    const lines = report.split('\n').flatMap((line, index) => (line.startsWith('<testcase') ? [index + 1] : []));
    const calls = [
      ['check', ...flags],
      ['check', ...flags, '--json=-'],
      ['check', ...flags, '--junit=-'],
      ['check', ...flags, '--summary=-'],
      ['plan', ...software],
      ...lines.map((line) => ['explain', `--why=results/a.xml:${line}`, '--results=results/*.xml']),
    ];
    const ended = await Promise.all(calls.map((args) => runBuiltCli(args, folder)));
    const places = Object.fromEntries(
      ended.map(({ stdout, stderr }, index) => [(calls[index] ?? []).join(' '), `${stdout}${stderr}`]),
    );
    expect(leaksOf(places)).toEqual([]);
    expect(ended.filter(({ stdout }) => stdout === '').map(({ stderr }) => stderr)).toEqual([]);
  });
});
