import { spawn } from 'node:child_process';
import { chmodSync, watch, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildForm } from '../form/template.ts';
import { internals, simplified } from '../action/step.ts';
import { builtCli, runBuiltCli } from '../harness/cli.ts';
import { freshFolder, runNode, writeFiles } from '../harness/process.ts';
import { AS_OF, buildReport } from '../harness/reports.ts';

const flags = [
  'check',
  '--results=results/*.xml',
  '--flows=standard-departure,pre-lodged-departure,arrival',
  '--procedures=simplified',
  `--as-of=${AS_OF}`,
  '--checklist=out/c.docx',
  '--form-template=form.docx',
  '--json=out/r.json',
  '--summary=out/s.md',
  '--badge=out/b.svg',
];

async function workspace(cases: readonly string[] = simplified): Promise<string> {
  const folder = join(freshFolder('interrupted'), 'work');
  await writeFiles(folder, { 'results/a.xml': buildReport(cases), 'form.docx': buildForm() });
  return folder;
}

/** Every file in `out`, by name. */
async function contents(folder: string): Promise<Record<string, Buffer>> {
  const out = join(folder, 'out');
  const names = await readdir(out).catch(() => []);
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(out, name))] as const)),
  );
}

describe('a run that is ended while it writes', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s leaves the old files or whole new ones',
    async (signal) => {
      const cli = await builtCli();
      const reference = await workspace();
      await runBuiltCli(flags, reference);
      const whole = await contents(reference);
      expect(Object.keys(whole)).toContain('c.docx');
      const old = Object.fromEntries(Object.keys(whole).map((name) => [`out/${name}`, 'old']));
      let ended = 0;
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const folder = await workspace();
        await writeFiles(folder, old);
        const child = spawn(process.execPath, [cli, ...flags], { cwd: folder, stdio: 'ignore' });
        const closed = new Promise<NodeJS.Signals | null>((resolve) => {
          child.once('close', (_code, by) => resolve(by));
        });
        const watcher = watch(join(folder, 'out'));
        watcher.once('change', () => setTimeout(() => child.kill(signal), attempt % 5));
        ended += (await closed) === signal ? 1 : 0;
        watcher.close();
        const now = await contents(folder);
        expect(Object.keys(now).toSorted()).toEqual(Object.keys(whole).toSorted());
        for (const [name, content] of Object.entries(now)) {
          expect(content.toString() === 'old' || content.equals(whole[name] ?? Buffer.of())).toBe(true);
        }
      }
      expect(ended).toBeGreaterThan(0);
    },
    90_000,
  );

  it('by a full disk leaves the old files and says which are missing', async () => {
    const folder = await workspace();
    await writeFiles(folder, { 'out/c.docx': 'old' });
    const node = join(freshFolder('cramped'), 'node');
    writeFileSync(node, `#!/bin/bash\nulimit -f 2\nexec "${process.execPath}" "$@"\n`);
    chmodSync(node, 0o755);
    const ended = await runNode({ node, args: [await builtCli(), ...flags], cwd: folder, env: {} });
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr).toContain('out/c.docx could not be written');
    expect(internals(ended)).toEqual([]);
    const now = await contents(folder);
    expect(now['c.docx']?.toString()).toBe('old');
    expect(Object.keys(now).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('what an earlier run derived', () => {
  it('does not stay beside a run that does not write it', async () => {
    const folder = await workspace();
    await runBuiltCli(flags, folder);
    const ready = await contents(folder);
    await writeFiles(folder, { 'out/c.eml': "X-Unsent: 1\r\nyesterday's", 'results/a.xml': buildReport(['DSGB1']) });
    const ended = await runBuiltCli(flags, folder);
    expect(ended.exitCode).toBe(1);
    const now = await contents(folder);
    expect(Object.keys(now)).not.toContain('c.eml');
    for (const [name, content] of Object.entries(now)) {
      expect([name, content.equals(ready[name] ?? Buffer.of())]).toEqual([name, false]);
    }
  });
});

describe('two runs in one folder', () => {
  it('leave the files of one of them', async () => {
    const folder = await workspace();
    await writeFiles(folder, { 'other/a.xml': buildReport(['DSGB1']) });
    const others = flags.map((flag) => flag.replace('results/*.xml', 'other/*.xml'));
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await Promise.all([runBuiltCli(flags, folder), sleep(attempt * 15).then(() => runBuiltCli(others, folder))]);
      const now = await contents(folder);
      const isReady = /"verdict": "ready"/u.test(now['r.json']?.toString() ?? '');
      expect(now['s.md']?.toString().includes('ASGB1')).toBe(true);
      const [heading = ''] = (now['s.md']?.toString() ?? '').split('\n');
      expect([heading, heading.includes('Mandatory tests')]).toEqual([heading, isReady]);
      expect(/not ready/iu.test(now['b.json']?.toString() ?? '')).toBe(!isReady);
      const form = Object.keys(now).filter((name) => name.endsWith('.docx'));
      expect(form).toHaveLength(1);
      const main = unzipSync(now[form[0] ?? ''] ?? Buffer.of())['word/document.xml'];
      expect(Buffer.from(main ?? Buffer.of()).includes('ASGB1')).toBe(isReady);
    }
  });
});

describe('a link in the place of a derived document', () => {
  it.each(['c-submission.html', 'c-submission.md', 'c.eml', 'c-draft.docx', 'c-deadline.ics'])(
    'is never followed: %s',
    async (name) => {
      const folder = await workspace();
      const outside = freshFolder('outside');
      await mkdir(join(folder, 'out'));
      await writeFile(join(outside, 'theirs'), 'theirs');
      await symlink(join(outside, 'theirs'), join(folder, 'out', name));
      const ended = await runBuiltCli(flags, folder);
      expect(ended.exitCode).toBe(2);
      expect(ended.stderr).toMatch(/outside of the workspace, where nothing is written/u);
      expect(await readFile(join(outside, 'theirs'), 'utf8')).toBe('theirs');
      expect(await readdir(outside)).toEqual(['theirs']);
    },
  );
});

describe('what a run reads', () => {
  it.each([
    ['the configuration', '--json=ncts5.yml', 'your configuration'],
    ['a report', '--summary=results/a.xml', 'a report that was read'],
  ])('is never written over: %s', async (_, flag, what) => {
    const folder = await workspace();
    const files = { 'ncts5.yml': 'warn-days: 2\n' };
    await writeFiles(folder, files);
    const others = flags.filter((one) => !one.startsWith(flag.slice(0, flag.indexOf('=') + 1)));
    const ended = await runBuiltCli([...others, '--config=ncts5.yml', flag], folder);
    expect(ended.exitCode).toBe(2);
    expect(ended.stderr + ended.stdout).toContain(`it would be written over ${what}`);
    expect(await readFile(join(folder, 'ncts5.yml'), 'utf8')).toBe(files['ncts5.yml']);
    expect(await readFile(join(folder, 'results/a.xml'), 'utf8')).toBe(buildReport(simplified));
  });
});
