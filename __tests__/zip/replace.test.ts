import { strToU8, unzipSync, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../src/zip/read.ts';
import { replaceEntry } from '../../src/zip/replace.ts';
import { CENTRAL, END, find, joined, LOCAL, patched, withDescriptors } from './bytes.ts';

/** The archive with the content of that file replaced. */
function replaced(bytes: Uint8Array, name: string, content: Uint8Array): Buffer {
  const archive = readZip(bytes);
  const entry = archive.entries.find((one) => one.name === name);
  if (entry === undefined) {
    throw new Error(`No entry ${name}.`);
  }
  return replaceEntry(archive, entry, content);
}

/** Each entry's bytes from its local header on, by name. */
function packed(bytes: Uint8Array): Map<string, string> {
  const archive = readZip(bytes);
  return new Map(
    archive.entries.map(({ name, start, end }) => [name, archive.bytes.subarray(start, end).toString('latin1')]),
  );
}

const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}\.(?:xml|bin)$/u), { minLength: 1, maxLength: 5 });

describe('replacing a file of an archive', () => {
  it('changes that file and keeps the bytes and the order of all others', () => {
    const content = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(names, fc.infiniteStream(content), content, fc.nat(), (all, contents, other, nth) => {
        const before = Object.fromEntries(all.map((name) => [name, contents.next().value ?? new Uint8Array()]));
        const archive = zipSync(before);
        const name = all[nth % all.length] ?? '';
        const after = replaced(archive, name, other);
        expect(unzipSync(after)).toEqual({ ...before, [name]: other });
        const [was, is] = [packed(archive), packed(after)];
        expect([...is.keys()]).toEqual([...was.keys()]);
        for (const [kept, bytes] of was) {
          expect(kept === name || is.get(kept) === bytes).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  const parts = { 'a.xml': strToU8('<a/>'), 'b.xml': strToU8('<b/>') };

  it('writes sizes before the content, where they stood after it, too', () => {
    const after = replaced(withDescriptors(zipSync(parts)), 'a.xml', strToU8('<c/>'));
    expect(Object.values(unzipSync(after)).map((bytes) => Buffer.from(bytes).toString())).toEqual(['<c/>', '<b/>']);
    expect(find(after, LOCAL).map((at) => after.readUInt16LE(at + 6))).toEqual([0, 8]);
  });

  it("leaves out the old content's extra field and comment", () => {
    const said = zipSync({
      'a.xml': [strToU8('<a/>'), { extra: { 0x9999: strToU8('extra field') }, comment: 'comment' }],
      'b.xml': strToU8('<b/>'),
    });
    const after = replaced(said, 'a.xml', strToU8('<c/>'));
    expect(find(after, 'extra field')).toEqual([]);
    expect(find(after, 'comment')).toEqual([]);
    expect(readZip(after).entries).toHaveLength(2);
  });

  it("keeps the archive's own comment and the order of its directory", () => {
    const comment = strToU8('made by hand');
    const archive = zipSync(parts);
    const [first = 0, second = 0] = find(archive, CENTRAL);
    const [end = 0] = find(archive, END);
    const swapped = joined(
      archive.slice(0, first),
      archive.slice(second, end),
      archive.slice(first, second),
      archive.slice(end),
      comment,
    );
    const after = replaced(patched(swapped, END, 0, 20, comment.length), 'a.xml', strToU8('<c/>'));
    expect(after.subarray(-comment.length).toString()).toBe('made by hand');
    expect(readZip(after).entries.map(({ name }) => name)).toEqual(['b.xml', 'a.xml']);
  });
});
