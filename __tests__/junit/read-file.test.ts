import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReportFile } from '../../src/junit/read.ts';
import { recorder, suite } from './reading.ts';

let workspace = '';

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'read-'));
});

afterAll(() => {
  rmSync(workspace, { recursive: true, force: true });
});

describe('a report file', () => {
  it('is read by a path relative to the workspace or an absolute one, under the name that people know', async () => {
    const xml = suite('<testcase name="a"/>'.repeat(30_000));
    writeFileSync(join(workspace, 'r.xml'), xml);
    const sha256 = createHash('sha256').update(xml).digest('hex');
    const { results, ...on } = recorder();
    const file = await readReportFile('r.xml', workspace, on);
    expect(file).toEqual({ path: 'r.xml', sha256, bytes: xml.length, cases: 30_000, failed: 0, notRun: 0 });
    expect(results).toHaveLength(30_000);
    const named = await readReportFile(join(workspace, 'r.xml'), '/', recorder(), 'artifact/r.xml');
    expect(named).toMatchObject({ path: 'artifact/r.xml', sha256, cases: 30_000 });
  });

  it('that is broken names itself', async () => {
    writeFileSync(join(workspace, 'cut.xml'), '<testsuite>\n');
    const file = await readReportFile('cut.xml', workspace, recorder(), 'shown.xml');
    expect(file.problem).toMatchObject({ kind: 'unreadable', place: { file: 'shown.xml', line: 2, column: 1 } });
    expect(file.sha256).toHaveLength(64);
  });

  it('that is empty says so', async () => {
    writeFileSync(join(workspace, 'empty.xml'), '');
    const file = await readReportFile('empty.xml', workspace, recorder());
    expect(file).toMatchObject({
      bytes: 0,
      problem: {
        kind: 'unreadable',
        message: expect.stringContaining('empty') as unknown,
        place: { file: 'empty.xml', line: 1, column: 1 },
      },
    });
  });

  it.each([
    ['gone.xml', 'not there any more'],
    ['directory.xml', 'it is a directory'],
    ['pipe.xml', 'not a regular file'],
    ['circle.xml', 'leads in circles'],
    [`${'x'.repeat(300)}.xml`, 'ENAMETOOLONG'],
    ['nul\0.xml', 'null bytes'],
    ['file.xml/r.xml', 'ENOTDIR'],
  ])('%s can not be opened, and why is said', async (name, why) => {
    mkdirSync(join(workspace, 'directory.xml'), { recursive: true });
    if (name.startsWith('file.xml')) writeFileSync(join(workspace, 'file.xml'), '');
    if (name === 'pipe.xml') execFileSync('mkfifo', [join(workspace, name)]);
    if (name === 'circle.xml') symlinkSync('circle.xml', join(workspace, name));
    const file = await readReportFile(name, workspace, recorder());
    expect(file).toMatchObject({
      path: name,
      bytes: 0,
      cases: 0,
      problem: { kind: 'unreadable', severity: 'error', place: { file: name } },
    });
    expect(file.problem?.message).toContain(why);
    expect(file).not.toHaveProperty('sha256');
  });

  it.skipIf(process.getuid?.() === 0)('without permission can not be opened', async () => {
    writeFileSync(join(workspace, 'locked.xml'), 'x');
    chmodSync(join(workspace, 'locked.xml'), 0);
    expect((await readReportFile('locked.xml', workspace, recorder())).problem?.message).toContain(
      'permission is denied',
    );
  });

  it.skipIf(process.platform !== 'linux')('is closed in the end, also when nobody reads on', async () => {
    const path = join(realpathSync(workspace), 'closed.xml');
    writeFileSync(path, suite('<testcase name="a"/>'.repeat(30_000)));
    await readReportFile(path, workspace, recorder());
    await expect(readReportFile(path, workspace, { ...recorder(), result: failing })).rejects.toThrow('consumer');
    const open = readdirSync('/proc/self/fd').map((fd) => {
      try {
        return readlinkSync(join('/proc/self/fd', fd));
      } catch {
        return '';
      }
    });
    expect(open).not.toContain(path);
  });

  it('lets an error of the consumer through', async () => {
    writeFileSync(join(workspace, 'ok.xml'), suite('<testcase name="a"/>'));
    const on = { ...recorder(), result: failing };
    await expect(readReportFile('ok.xml', workspace, on)).rejects.toThrow('consumer');
  });
});

function failing(): never {
  throw Object.assign(new Error('consumer'), { code: 'ENOENT' });
}
