import { link, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reasonOf, writeFiles, type OutputFile, type WriteOptions, shownPath } from '../src/files.ts';
import { freshFolder } from './harness/process.ts';

/** A workspace with a folder beside it that isn't part of it. */
async function ground(): Promise<{ workspace: string; outside: string; at: (name: string) => string }> {
  const folder = freshFolder('files');
  const [workspace, outside] = [join(folder, 'work'), join(folder, 'outside')];
  await mkdir(workspace);
  await mkdir(outside);
  return { workspace, outside, at: (name) => join(workspace, name) };
}

async function write(
  workspace: string,
  files: readonly OutputFile[],
  options: Partial<WriteOptions> = {},
): Promise<{ written: readonly string[]; said: readonly string[] }> {
  const { written, findings } = await writeFiles(files, { workspace, inputs: () => [], ...options });
  expect(findings.every(({ severity, kind }) => severity === 'error' && kind === 'publishing')).toBe(true);
  return { written, said: findings.map(({ message }) => message) };
}

it('says of a folder in the place of a file that it is one', async () => {
  const { workspace } = await ground();
  await expect(readFile(workspace).catch(reasonOf)).resolves.toBe('it is a folder');
  await expect(readFile(join(workspace, 'x')).catch(reasonOf)).resolves.toBe('no such file or directory');
});

describe('writing documents', () => {
  it('never writes over what the run reads, nor two documents to one place', async () => {
    const { workspace, at } = await ground();
    await writeFile(at('form.docx'), 'the form');
    await link(at('form.docx'), at('copy.docx'));
    await writeFile(at('a.xml'), '<testsuite/>');
    const { written, said } = await write(
      workspace,
      [
        { path: at('form.docx'), content: 'filled in' },
        { path: at('copy.docx'), content: 'filled in' },
        { path: at('a.xml'), content: 'a summary' },
        { path: at('out/note.md'), content: 'first' },
        { path: at('out/note.md'), content: 'second' },
      ],
      {
        inputs: () => [
          [at('form.docx'), 'your form-template'],
          [at('a.xml'), 'a report that was read'],
        ],
      },
    );
    expect(written).toEqual(['out/note.md']);
    expect(said).toEqual([
      'form.docx could not be written: it would be written over your form-template. Give one of them another name.',
      'copy.docx could not be written: it would be written over your form-template. Give one of them another name.',
      'a.xml could not be written: it would be written over a report that was read. Give one of them another name.',
      'out/note.md could not be written: it would be written over another document of this run. Give one of them another name.',
    ]);
    expect(await readFile(at('form.docx'), 'utf8')).toBe('the form');
    expect(await readFile(at('out/note.md'), 'utf8')).toBe('first');
  });

  it('goes on with the others when one can not be written, and leaves nothing half done', async () => {
    const { workspace, at } = await ground();
    const { written, said } = await write(workspace, [
      { path: at('a'), content: 'a file' },
      { path: at('b'), content: 'b' },
      { path: at('a/b.json'), content: 'in a folder that is a file' },
      { path: at('c/d.json'), content: '{}' },
    ]);
    // Everything is written beside its place first, so the folder of `a/b.json` is made before there is a file `a`.
    expect(written).toEqual(['b', 'a/b.json', 'c/d.json']);
    expect(said).toEqual([expect.stringMatching(/^a could not be written: \w/)]);
    expect((await readdir(workspace)).toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('keeps the mode of what was there, and what nobody may write to', async () => {
    const { workspace, at } = await ground();
    await writeFile(at('private.json'), 'old', { mode: 0o600 });
    await writeFile(at('fixed.json'), 'old', { mode: 0o444 });
    const { written, said } = await write(workspace, [
      { path: at('private.json'), content: 'new' },
      { path: at('fixed.json'), content: 'new' },
    ]);
    expect(written).toEqual(['private.json']);
    expect(said).toEqual(['fixed.json could not be written: permission denied.']);
    expect((await stat(at('private.json'))).mode & 0o777).toBe(0o600);
    expect(await readFile(at('fixed.json'), 'utf8')).toBe('old');
  });
});

describe('where documents may go', () => {
  it('follows no link out of the workspace, at no step of the way', async () => {
    const { workspace, outside, at } = await ground();
    await symlink(join(outside, 'note.md'), at('note.md'));
    await symlink('../outside', at('out'));
    await symlink(join(outside, 'new'), at('dangling'));
    const { written, said } = await write(workspace, [
      { path: at('note.md'), content: 'x' },
      { path: at('out/sub/a.json'), content: 'x' },
      { path: at('dangling/a.json'), content: 'x' },
    ]);
    expect(written).toEqual([]);
    expect(said).toEqual(
      ['note.md', 'out/sub/a.json', 'dangling/a.json'].map(
        (name) =>
          `${name} could not be written: it lies outside of the workspace, where nothing is written: there is a link on its way. Remove that link.`,
      ),
    );
    expect(await readdir(outside)).toEqual([]);
  });

  it('follows a link inside the workspace where the user named it, and none in the place of a derived document', async () => {
    const { workspace, at } = await ground();
    await mkdir(at('docs'));
    await symlink('docs/list.docx', at('list.docx'));
    await symlink('docs/note.md', at('note.md'));
    const { written, said } = await write(workspace, [
      { path: at('list.docx'), content: 'list' },
      { path: at('note.md'), content: 'note', derived: true },
    ]);
    expect(written).toEqual(['list.docx']);
    expect(said).toEqual(['note.md could not be written: there is a link in its place. Remove that link.']);
    expect(await readFile(at('docs/list.docx'), 'utf8')).toBe('list');
    expect((await lstat(at('list.docx'))).isSymbolicLink()).toBe(true);
  });

  it.each([
    '.git/hooks/post-checkout',
    '.github/workflows/a.yml',
    '.GitHub/Workflows/a.yml',
    'sub/.git/config',
    'w/a.yml',
  ])('is never %s', async (name) => {
    const { workspace, at } = await ground();
    await mkdir(at('.github/workflows'), { recursive: true });
    await symlink('.github/workflows', at('w'));
    const { written, said } = await write(workspace, [{ path: at(name), content: 'x' }]);
    expect(written).toEqual([]);
    expect(said[0]).toMatch(/nothing is written in \.git or \.github\/workflows/);
  });

  it('may be a device or a pipe, which is written to and never replaced', async () => {
    const { workspace } = await ground();
    expect((await write(workspace, [{ path: '/dev/null', content: 'x' }])).said).toEqual([]);
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });
});

describe('documents of an earlier run', () => {
  it('that this one does not write are removed, but not what it reads or writes, nor what a link leads to', async () => {
    const { workspace, outside, at } = await ground();
    for (const name of ['a.eml', 'form.docx', 'written.eml']) {
      await writeFile(at(name), 'old');
    }
    await writeFile(join(outside, 'theirs'), 'theirs');
    await symlink(join(outside, 'theirs'), at('linked.eml'));
    await mkdir(at('folder.eml'));
    const names = ['a.eml', 'form.docx', 'written.eml', 'linked.eml', 'folder.eml', 'never-there.eml'];
    const { written, said } = await write(workspace, [{ path: at('written.eml'), content: 'new' }], {
      inputs: () => [[at('form.docx'), 'your form-template']],
      obsolete: names.map(at),
    });
    expect(written).toEqual(['written.eml']);
    expect(said).toEqual([
      'linked.eml was left alone: it lies outside of the workspace, where nothing is written: there is a link on its way. Remove that link.',
    ]);
    expect((await readdir(workspace)).toSorted()).toEqual(['folder.eml', 'form.docx', 'linked.eml', 'written.eml']);
    expect(await readFile(join(outside, 'theirs'), 'utf8')).toBe('theirs');
  });
});

describe('several runs in one folder', () => {
  it('never leave files of two of them', async () => {
    const { workspace, at } = await ground();
    const names = Array.from({ length: 12 }, (_, index) => `${index}.txt`);
    const runs = Array.from({ length: 8 }, (_, run) =>
      write(
        workspace,
        names.map((name) => ({ path: at(name), content: `run ${run}` })),
      ),
    );
    await Promise.all(runs);
    const contents = await Promise.all(names.map((name) => readFile(at(name), 'utf8')));
    expect(new Set(contents).size).toBe(1);
    expect((await readdir(workspace)).toSorted()).toEqual(names.toSorted());
  });
});

describe('a path', () => {
  it.each([
    ['/home/space/out/a.docx', 'out/a.docx'],
    ['/home/a.docx', '../a.docx'],
    ['/elsewhere/full', '/elsewhere/full'],
  ])('%s is shown as people would write it: %s', (path, shown) => {
    expect(shownPath(path, '/home/space')).toBe(shown);
  });
});
