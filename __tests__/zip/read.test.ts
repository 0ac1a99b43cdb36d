import { strToU8, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ZipFault } from '../../src/zip/fault.ts';
import { readZip } from '../../src/zip/read.ts';
import { unpack } from '../../src/zip/unpack.ts';
import { CENTRAL, END, find, joined, LOCAL, patched, unreadableName, withDescriptors } from './bytes.ts';

const files = { 'a.txt': strToU8('first, first, first'), 'b/c.xml': strToU8('<b/>'), 'd.bin': new Uint8Array(900) };
const archive = zipSync(files, { mtime: '1980-01-01T00:00:00' });

/** Everything in an archive by name, unpacked. */
function contents(bytes: Uint8Array): Record<string, string> {
  const read = readZip(bytes);
  return Object.fromEntries(read.entries.map((entry) => [entry.name, unpack(read, entry).toString('latin1')]));
}

/** The fault that reading and unpacking everything comes to. */
function faultOf(bytes: Uint8Array): Pick<ZipFault, 'kind' | 'message'> | undefined {
  try {
    contents(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof ZipFault) {
      return error;
    }
    throw error;
  }
}

describe('reading an archive', () => {
  const expected = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, Buffer.from(content).toString('latin1')]),
  );

  it('gives every file, packed or stored', () => {
    expect(contents(archive)).toEqual(expected);
    expect(contents(zipSync(files, { level: 0 }))).toEqual(expected);
    expect(contents(zipSync({}))).toEqual({});
  });

  it('takes sizes after the content, a comment at the end and an encoding that makes no difference', () => {
    expect(contents(withDescriptors(archive))).toEqual(expected);
    const comment = strToU8('made by hand');
    expect(contents(patched(joined(archive, comment), END, 0, 20, comment.length))).toEqual(expected);
    expect(contents(patched(archive, LOCAL, 1, 6, 0x0800))).toEqual(expected);
  });

  it('reads a view into a larger buffer by itself', () => {
    const larger = joined(strToU8('before'), archive, strToU8('after'));
    expect(contents(larger.subarray(6, 6 + archive.length))).toEqual(expected);
  });

  it.each<[string, Uint8Array, ZipFault['kind'], RegExp]>([
    ['an encrypted file', patched(archive, CENTRAL, 1, 8, 1), 'encrypted', /"b\/c\.xml" is encrypted/u],
    ['a file only locally encrypted', patched(archive, LOCAL, 1, 6, 1), 'damaged', /two ways/u],
    ['another way of packing', patched(archive, CENTRAL, 1, 10, 14), 'damaged', /method 14/u],
    ['a wrong checksum', patched(patched(archive, CENTRAL, -1, 16, 7, 4), LOCAL, -1, 14, 7, 4), 'damaged', /checksum/u],
    ['checksums that differ', patched(archive, CENTRAL, -1, 16, 7, 4), 'damaged', /two ways/u],
    ['names that differ', patched(archive, LOCAL, 1, 30, 0x4141), 'damaged', /two ways/u],
    ['a count too low', patched(patched(archive, END, 0, 10, 2), END, 0, 8, 2), 'damaged', /directory/u],
    ['a count too high', patched(patched(archive, END, 0, 10, 9), END, 0, 8, 9), 'damaged', /directory/u],
    ['a directory too short', patched(archive, END, 0, 12, 46, 4), 'damaged', /directory is not where/u],
    ['a broken record', patched(archive, CENTRAL, 1, 0, 0), 'damaged', /directory breaks off after 1 of 3/u],
    ['a record that reaches too far', patched(archive, CENTRAL, -1, 28, 0xffff), 'damaged', /directory breaks off/u],
    ['a broken header', patched(archive, LOCAL, 1, 0, 0), 'damaged', /no header of its own/u],
    ['ways of packing that differ', patched(archive, LOCAL, 1, 8, 0), 'damaged', /two ways/u],
    ['encodings of a name that differ', patched(zipSync({ 'é.txt': strToU8('x') }), LOCAL, 0, 6, 0), 'damaged', /two/u],
    ['a name that is not in its encoding', unreadableName(archive), 'damaged', /name of an entry can't be read/u],
    ['several volumes', patched(archive, END, 0, 4, 1), 'damaged', /volumes/u],
    ['a file on another volume', patched(archive, CENTRAL, 1, 34, 1), 'damaged', /volumes/u],
    ['zip64 in the end record', patched(archive, END, 0, 16, 0xffffffff, 4), 'zip64', /zip64/u],
    ['zip64 in a file', patched(archive, CENTRAL, 1, 20, 0xffffffff, 4), 'zip64', /zip64/u],
    ['something before it', joined(strToU8('#!/bin/sh\n'), archive), 'damaged', /directory is not where/u],
    ['something after it', joined(archive, strToU8('garbage')), 'damaged', /bytes follow/u],
    ['two archives in one', joined(archive, archive), 'damaged', /directory/u],
    [
      'a link',
      patched(patched(archive, CENTRAL, 1, 4, 0x0314), CENTRAL, 1, 40, 0xa1ff),
      'damaged',
      /a link or a device/u,
    ],
    ['two files at one place', patched(archive, CENTRAL, 1, 42, 0, 4), 'damaged', /share the same bytes/u],
    ['a file longer than it says', shorterThanItIs(), 'longer-than-said', /longer than the directory says/u],
    ['no archive', strToU8('{"not": "a zip archive at all"}'), 'damaged', /is not a zip archive/u],
    ['nothing', new Uint8Array(), 'damaged', /is not a zip archive/u],
  ])('refuses %s', (_, bytes, kind, message) => {
    const fault = faultOf(bytes);
    expect(fault?.kind).toBe(kind);
    expect(fault?.message).toMatch(message);
  });

  it('refuses something hidden between two files', () => {
    const second = find(archive, LOCAL)[1] ?? 0;
    const gap = joined(archive.slice(0, second), strToU8('hidden'), archive.slice(second));
    const moved = [1, 2].reduce((bytes, nth) => {
      const at = (find(bytes, CENTRAL)[nth] ?? 0) + 42;
      return patched(bytes, CENTRAL, nth, 42, Buffer.from(bytes).readUInt32LE(at) + 6, 4);
    }, gap);
    const directory = find(gap, CENTRAL)[0] ?? 0;
    expect(faultOf(patched(moved, END, 0, 16, directory, 4))?.message).toMatch(/hidden after the content of "a\.txt"/u);
  });

  it('refuses it cut off anywhere', () => {
    for (let length = 0; length < archive.length; length += 1) {
      expect(faultOf(archive.slice(0, length))?.kind).toBe('damaged');
    }
  });

  it('answers any changed bytes with a fault or with the very same files', () => {
    const change = fc.record({ at: fc.nat(archive.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = archive.slice();
        for (const { at, byte } of changes) {
          bytes[at] = byte;
        }
        if (faultOf(bytes) === undefined) {
          // A name may be another one where both headers were changed alike; contents have checksums.
          expect(Object.values(contents(bytes)).toSorted()).toEqual(Object.values(expected).toSorted());
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** The last file unpacks to more than both of its headers say. */
function shorterThanItIs(): Uint8Array {
  return patched(patched(archive, CENTRAL, -1, 24, 100, 4), LOCAL, -1, 22, 100, 4);
}
