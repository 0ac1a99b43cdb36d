import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fillForm } from '../../src/form/fill.ts';
import { complete, fill, refused } from './filling.ts';
import {
  buildForm,
  documentXml,
  formPieces,
  mainXml,
  paragraph,
  type Parts,
  valueOf,
  WORD_TYPE,
  wordParts,
  zipped,
} from './template.ts';

const form = documentXml(Object.values(formPieces()).join(''));

function withParts(changed: Parts): Uint8Array {
  return zipped({ ...wordParts(form), ...changed });
}

function withType(type: string): Uint8Array {
  const types = String(wordParts(form)['[Content_Types].xml']);
  return withParts({ '[Content_Types].xml': types.replace(WORD_TYPE, type) });
}

/** Offsets of every occurrence of a signature. */
function find(bytes: Uint8Array, signature: string): number[] {
  const text = Buffer.from(bytes).toString('latin1');
  const found: number[] = [];
  for (let at = text.indexOf(signature); at >= 0; at = text.indexOf(signature, at + 1)) found.push(at);
  return found;
}

const LOCAL = 'PK\u0003\u0004';
const CENTRAL = 'PK\u0001\u0002';
const END = 'PK\u0005\u0006';

/** A copy with a number written over, little-endian, at an offset behind the n-th occurrence of a signature. */
function patched(
  bytes: Uint8Array,
  signature: string,
  nth: number,
  offset: number,
  value: number,
  size: 2 | 4 = 2,
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const at = (find(bytes, signature).at(nth) ?? 0) + offset;
  if (size === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return copy;
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

describe('what is no Word document', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /is empty/u],
    ['a PDF', strToU8('%PDF-1.7 …'), /not a Word document/u],
    ['an encrypted or old one', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0), /password/u],
    ['an OpenDocument text', zipped({ mimetype: 'application/vnd.oasis.opendocument.text' }), /OpenDocument/u],
    ['a zip of something', zipped({ 'a.txt': 'a' }), /'\[Content_Types\]\.xml' is missing/u],
    ['an empty zip', zipSync({}), /is missing/u],
    [
      'a workbook',
      withType('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
      /sheet\.main/u,
    ],
    [
      'a template',
      withType('application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'),
      /template\.main/u,
    ],
    ['a package without main part', withParts({ 'word/document.xml': '' }), /no readable XML/u],
    ['another root', withParts({ 'word/document.xml': '<html/>' }), /not a Word document/u],
    ['another encoding', withParts({ 'word/document.xml': form.replace('UTF-8', 'ISO-8859-1') }), /not UTF-8/u],
    ['UTF-16', withParts({ 'word/document.xml': Buffer.from(`\uFEFF${form}`, 'utf16le') }), /not UTF-8/u],
    ['broken bytes', withParts({ 'word/document.xml': joined(strToU8(form), Uint8Array.of(0xff)) }), /not UTF-8/u],
  ])('is refused: %s', (_, template, message) => {
    expect(refused(template)).toMatch(message);
  });

  it('two main parts are refused', () => {
    const relations = String(wordParts(form)['_rels/.rels']);
    const twice = relations.replace(/<Relationship .*?\/>/u, (one) => one + one.replace('rId1', 'rId2'));
    expect(refused(withParts({ '_rels/.rels': twice }))).toMatch(/more than one main part/u);
  });

  it('a main part with another name is found', () => {
    const { 'word/document.xml': main = '', ...others } = wordParts(form);
    const renamed = (part: string) => String(others[part]).replace('word/document.xml', 'word/document2.xml');
    const template = zipped({
      ...others,
      '[Content_Types].xml': renamed('[Content_Types].xml'),
      '_rels/.rels': renamed('_rels/.rels'),
      'word/document2.xml': main,
    });
    const result = fillForm(template, complete);
    expect(result).toHaveProperty('notFound', []);
  });
});

describe('active content', () => {
  it.each<[string, Uint8Array]>([
    ['a macro-enabled type', withType('application/vnd.ms-word.document.macroEnabled.main+xml')],
    ['a macro project', withParts({ 'word/vbaProject.bin': Uint8Array.of(1) })],
    ['a macro project elsewhere', withParts({ 'custom/VBAPROJECT.BIN': Uint8Array.of(1) })],
    ['an ActiveX control', withParts({ 'word/activeX/activeX1.bin': Uint8Array.of(1) })],
  ])('is refused: %s', (_, template) => {
    expect(refused(template)).toMatch(/macros or active content.*without macros/u);
  });
});

function fetching(type: string, target: string): Uint8Array {
  const relation = `TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}"`;
  return withParts({
    'word/_rels/settings.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ${relation} Target="${target}"/></Relationships>`,
  });
}

describe('what is fetched from elsewhere', () => {
  it.each([
    ['attachedTemplate', 'https://example.org/a.dotm'],
    ['attachedTemplate', 'file://server/share/a.dotm'],
    ['attachedTemplate', String.raw`\\server\share\a.dotm`],
    ['oleObject', 'http://example.org/a.doc'],
  ])('is refused: %s %s', (type, target) => {
    expect(refused(fetching(type, target))).toMatch(/fetches something from elsewhere/u);
  });

  it.each([
    ['hyperlink', 'https://example.org/'],
    ['attachedTemplate', 'file:///C:/Users/me/Normal.dotm'],
  ])('is not meant by %s %s', (type, target) => {
    expect(fill(fetching(type, target)).notFound).toEqual([]);
  });
});

describe('bombs', () => {
  it('content that is packed too densely is refused', () => {
    const zeros = new Uint8Array(8 * 1024 * 1024);
    expect(refused(withParts({ 'word/media/image2.bmp': zeros }))).toMatch(/image2\.bmp.*far more/u);
  });

  it('content that unpacks to more than it says is refused', () => {
    const template = withParts({ 'word/media/image2.bmp': new Uint8Array(900_000) });
    const small = patched(patched(template, CENTRAL, -1, 24, 100, 4), LOCAL, -1, 22, 100, 4);
    expect(refused(small)).toMatch(/image2\.bmp.*far more/u);
  });

  it('very many entries are refused', () => {
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`word/${index}.bin`, '']));
    expect(refused(withParts(many))).toMatch(/entries; more than 1000/u);
  });

  it('entries that share their bytes are refused', () => {
    const template = buildForm();
    const start = new DataView(template.buffer).getUint32((find(template, CENTRAL)[0] ?? 0) + 42, true);
    expect(refused(patched(template, CENTRAL, 1, 42, start, 4))).toMatch(/damaged/u);
  });

  it('entries that reach far beyond the end are refused', () => {
    const content = strToU8('1');
    const reach = 0x7000_0000;
    const size = reach - 30 - 'word/1.bin'.length;
    let template: Uint8Array = zipSync({ 'word/1.bin': content, 'word/2.bin': content, 'word/3.bin': content });
    // The first seems to fill everything up to the second.
    template = patched(patched(template, LOCAL, 0, 18, size, 4), CENTRAL, 0, 20, size, 4);
    template = patched(patched(template, CENTRAL, 1, 42, reach, 4), CENTRAL, 2, 42, reach + 100, 4);
    expect(refused(template)).toMatch(/damaged or cut off: "word\/1\.bin" and what follows it share/u);
  });

  it('very large archives are refused unread', () => {
    const large = new Uint8Array(20 * 1024 * 1024 + 1);
    large.set(buildForm());
    expect(refused(large)).toMatch(/more than 20971520 are not read/u);
  });

  it.each<[string, string]>([
    ['of entities', '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'],
    ['of an external entity', '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    ['of an external document type', '<!DOCTYPE w SYSTEM "http://example.org/w.dtd">'],
  ])('documents with a document type are refused: %s', (_, doctype) => {
    const main = form.replace('<w:document', `${doctype}<w:document`).replace('business name', '&b;');
    expect(refused(withParts({ 'word/document.xml': main }))).toMatch(/document type or entities/u);
    const styles = `<?xml version="1.0"?>${doctype}<w:styles/>`;
    expect(refused(withParts({ 'word/styles.xml': styles }))).toMatch(/'word\/styles\.xml' declares/u);
    const wide = Buffer.from(`\uFEFF${styles}`, 'utf16le');
    expect(refused(withParts({ 'word/styles.xml': wide }))).toMatch(/'word\/styles\.xml' declares/u);
  });

  it('deep nesting is refused', () => {
    const deep = `${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`;
    expect(refused(withParts({ 'word/document.xml': documentXml(deep) }))).toMatch(/nested too deeply/u);
  });

  it('very many paragraphs are refused', () => {
    expect(refused(withParts({ 'word/document.xml': documentXml('<w:p/>'.repeat(20_001)) }))).toMatch(/paragraphs/u);
  });

  it('a huge paragraph takes no huge time', () => {
    const noise = Array.from({ length: 40_000 }, (_, index) => `☐ ${(index * 7919) % 99_991}: `);
    const runs = noise.map((text) => `<w:r><w:t>${text}</w:t><w:tab/></w:r>`).join('');
    const oneRun = `<w:r>${noise.map((text) => `<w:t>${text}</w:t>`).join('')}</w:r>`;
    const business = paragraph('business name: ', runs) + paragraph('business address: ', oneRun);
    const saas = paragraph('Are you using Software as a Service (SaaS) software?', oneRun, runs);
    const started = performance.now();
    const result = fillForm(
      zipped(wordParts(documentXml(Object.values({ ...formPieces(), business, saas }).join('')))),
      complete,
    );
    expect(performance.now() - started).toBeLessThan(8000);
    expect(result).toHaveProperty('notFound', expect.arrayContaining(['business name', 'business address']));
  });
});

describe('names of entries', () => {
  it.each([
    '../outside.xml',
    'word/../../outside.xml',
    '/word/other.xml',
    'C:/other.xml',
    'word\\other.xml',
    'word/./other.xml',
    'word/\u0001.xml',
    'WORD/Document.xml',
  ])('%j is refused', (name) => {
    expect(refused(withParts({ [name]: 'x' }))).toMatch(/leads out of it|twice/u);
  });

  it('two entries of the same name are refused', () => {
    const template = withParts({ 'word/document.xmk': form });
    const copy = Buffer.from(template);
    for (const at of find(template, 'word/document.xmk')) copy.write('l', at + 'word/document.xm'.length, 'latin1');
    expect(refused(Uint8Array.from(copy))).toMatch(/twice/u);
  });
});

describe('archives', () => {
  const template = buildForm();

  it.each<[string, Uint8Array, RegExp]>([
    ['encrypted entries', patched(template, CENTRAL, 2, 8, 1), /encrypted/u],
    ['entries only locally encrypted', patched(template, LOCAL, 2, 6, 1), /two ways/u],
    ['another way of packing', patched(template, CENTRAL, 2, 10, 14), /method 14/u],
    ['a wrong checksum', patched(patched(template, CENTRAL, -1, 16, 7, 4), LOCAL, -1, 14, 7, 4), /checksum/u],
    ['checksums that differ', patched(template, CENTRAL, -1, 16, 7, 4), /two ways/u],
    ['names that differ', patched(template, LOCAL, 2, 30, 0x4141), /two ways/u],
    ['an entry count too low', patched(patched(template, END, 0, 10, 3), END, 0, 8, 3), /directory/u],
    ['an entry count too high', patched(patched(template, END, 0, 10, 9), END, 0, 8, 9), /directory/u],
    ['a directory too short', patched(template, END, 0, 12, 46, 4), /directory is not where/u],
    ['a broken record', patched(template, CENTRAL, 2, 0, 0), /directory breaks off after 2 of/u],
    ['a record that reaches too far', patched(template, CENTRAL, -1, 28, 0xffff), /directory breaks off/u],
    ['a broken header', patched(template, LOCAL, 2, 0, 0), /no header of its own/u],
    ['ways of packing that differ', patched(template, LOCAL, 2, 8, 0), /two ways/u],
    ['encodings of a name that differ', patched(withParts({ 'word/é.bin': 'x' }), LOCAL, -1, 6, 0), /two ways/u],
    ['a name that is not in its encoding', unreadableName(template), /name of an entry can not be read/u],
    ['several volumes', patched(template, END, 0, 4, 1), /volumes/u],
    ['an entry on another volume', patched(template, CENTRAL, 2, 34, 1), /volumes/u],
    ['zip64 in the end record', patched(template, END, 0, 16, 0xffffffff, 4), /zip64/u],
    ['zip64 in an entry', patched(template, CENTRAL, 2, 20, 0xffffffff, 4), /zip64/u],
    ['something before it', joined(strToU8('#!/bin/sh\n'), template), /not a Word document/u],
    ['something behind it', joined(template, strToU8('garbage')), /bytes follow/u],
    ['two archives in one', joined(template, template), /directory/u],
  ])('with %s are refused', (_, bytes, message) => {
    expect(refused(bytes)).toMatch(message);
  });

  it('something hidden between entries is refused', () => {
    const second = find(template, LOCAL)[1] ?? 0;
    const gap = joined(template.slice(0, second), strToU8('hidden'), template.slice(second));
    const shifted = find(gap, CENTRAL).reduce(
      (bytes, at, index) =>
        index === 0
          ? bytes
          : patched(bytes, CENTRAL, index, 42, new DataView(bytes.buffer).getUint32(at + 42, true) + 6, 4),
      gap,
    );
    const directory = find(gap, CENTRAL)[0] ?? 0;
    expect(refused(patched(shifted, END, 0, 16, directory, 4))).toMatch(/hides behind/u);
  });

  it('sizes behind the content (as Word and others write them) are read, and written before it', () => {
    const streamed = withDescriptors(template);
    const { document, notFound } = fill(streamed);
    expect(notFound).toEqual([]);
    expect(valueOf(document, 'business name:')).toBe('Nordwind Software');
    expect(mainXml(document)).toBe(mainXml(fill(template).document));
    const flags = find(document, LOCAL).map((at) => Buffer.from(document).readUInt16LE(at + 6));
    expect(flags.filter((each) => each === 0)).toHaveLength(1);
  });

  it('an encoding is no matter where the name is ASCII', () => {
    expect(fill(patched(template, LOCAL, 2, 6, 0x0800)).notFound).toEqual([]);
  });

  it('what else is said of the main part is left out, and the order of the directory is kept', () => {
    const { 'word/document.xml': main = '', ...others } = wordParts(form);
    const extra = { 0x9999: strToU8('extra field') };
    const said = zipSync({
      ...Object.fromEntries(Object.entries(others).map(([name, part]) => [name, Buffer.from(part)])),
      'word/document.xml': [Buffer.from(main), { extra, comment: 'comment' }],
    });
    const [first = 0, second = 0] = find(said, CENTRAL);
    const third = find(said, CENTRAL)[2] ?? 0;
    const swapped = joined(
      said.slice(0, first),
      said.slice(second, third),
      said.slice(first, second),
      said.slice(third),
    );
    const { document, notFound } = fill(swapped);
    expect(notFound).toEqual([]);
    expect(Object.keys(unzipSync(document))).toEqual(Object.keys(unzipSync(swapped)));
    expect(find(document, 'extra field')).toEqual([]);
    expect(refused(document)).toBe('It was filled in.');
  });

  it('a comment is kept', () => {
    const comment = strToU8('made by hand');
    const commented = patched(joined(template, comment), END, 0, 20, comment.length);
    const { document } = fill(commented);
    expect(Buffer.from(document).subarray(-comment.length).toString()).toBe('made by hand');
  });

  it('truncated anywhere are refused', () => {
    for (let length = 0; length < template.length; length += 97)
      expect(refused(template.slice(0, length))).toMatch(/^The template/u);
  });
});

/** The last entry's name is said to be UTF-8, which it isn't. */
function unreadableName(bytes: Uint8Array): Uint8Array {
  const flagged = patched(patched(bytes, CENTRAL, -1, 8, 0x0800), LOCAL, -1, 6, 0x0800);
  return patched(patched(flagged, CENTRAL, -1, 46, 0xffff), LOCAL, -1, 30, 0xffff);
}

/** The same archive with sizes and checksums behind each content instead of before it. */
function withDescriptors(bytes: Uint8Array): Uint8Array {
  const source = Buffer.from(bytes);
  const starts = find(bytes, LOCAL);
  const directory = find(bytes, CENTRAL)[0] ?? 0;
  const parts: Buffer[] = [];
  const moved = new Map<number, number>();
  let length = 0;
  for (const [index, start] of starts.entries()) {
    const entry = Buffer.from(source.subarray(start, starts[index + 1] ?? directory));
    const descriptor = Buffer.concat([Buffer.from('PK\u0007\u0008', 'latin1'), entry.subarray(14, 26)]);
    entry.writeUInt16LE(entry.readUInt16LE(6) | 8, 6);
    entry.fill(0, 14, 26);
    moved.set(start, length);
    parts.push(entry, descriptor);
    length += entry.length + descriptor.length;
  }
  const rest = Buffer.from(source.subarray(directory));
  for (const at of find(rest, CENTRAL)) {
    rest.writeUInt16LE(rest.readUInt16LE(at + 8) | 8, at + 8);
    rest.writeUInt32LE(moved.get(rest.readUInt32LE(at + 42)) ?? 0, at + 42);
  }
  rest.writeUInt32LE(length, (find(rest, END)[0] ?? 0) + 16);
  return joined(...parts, rest);
}
