import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from '../src/files.ts';
import { freshFolder } from './harness/process.ts';

describe('writing documents', () => {
  it("never writes over the user's copy of the form, nor two documents to one place", async () => {
    const folder = freshFolder('files');
    const at = (name: string) => join(folder, name);
    await writeFiles([{ path: at('form.docx'), content: 'the form' }], folder, undefined);
    const { written, problems } = await writeFiles(
      [
        { path: at('form.docx'), content: 'filled in' },
        { path: at('out/note.md'), content: 'first' },
        { path: at('out/note.md'), content: 'second' },
      ],
      folder,
      at('form.docx'),
    );
    expect(written).toEqual(['out/note.md']);
    expect(problems.map(({ message }) => message)).toEqual([
      'form.docx could not be written: it would be written over your form-template. Give one of them another name.',
      'out/note.md could not be written: it would be written over another document of this run. Give one of them another name.',
    ]);
    expect(await readFile(at('form.docx'), 'utf8')).toBe('the form');
    expect(await readFile(at('out/note.md'), 'utf8')).toBe('first');
  });

  it('goes on with the others when one can not be written', async () => {
    const folder = freshFolder('files');
    const { written, problems } = await writeFiles(
      [
        { path: join(folder, 'a'), content: 'a file' },
        { path: join(folder, 'a/b.json'), content: 'in a folder that is a file' },
        { path: join(folder, 'c/d.json'), content: '{}' },
      ],
      folder,
      undefined,
    );
    expect(written).toEqual(['a', 'c/d.json']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ kind: 'publishing', severity: 'warning' });
    expect(problems[0]?.message).toMatch(/^a\/b\.json could not be written: \w/);
    expect((await readdir(folder)).toSorted()).toEqual(['a', 'c']);
  });
});
