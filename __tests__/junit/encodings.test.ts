import { describe, expect, it } from 'vitest';
import { read } from './reading.ts';

/** Characters of every length in UTF-8 and UTF-16, from the borders of each too. */
const name = 'Zürich – 通関 \u{1F69A} अ\u0800\u{10000}\u{10FFFD} DSGB1';

function report(encoding: string | undefined, caseName = name): string {
  const declaration = encoding === undefined ? '' : `<?xml version="1.0" encoding="${encoding}"?>\n`;
  return `${declaration}<testsuite>\n<testcase name="${caseName}"/>\n</testsuite>`;
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

const marks = { utf8: Buffer.from([0xef, 0xbb, 0xbf]), le: Buffer.from([0xff, 0xfe]), be: Buffer.from([0xfe, 0xff]) };

/** The text with bytes in place of its `|`. */
function at(text: string, ...bytes: number[]): Buffer {
  const [before, after] = text.split('|');
  return Buffer.concat([Buffer.from(before ?? ''), Buffer.from(bytes), Buffer.from(after ?? '')]);
}

describe('encodings that read', () => {
  it.each([
    ['UTF-8 without a declaration', Buffer.from(report(undefined))],
    ['UTF-8 declared', Buffer.from(report('utf-8'))],
    ['UTF-8 with a mark', Buffer.concat([marks.utf8, Buffer.from(report('UTF-8'))])],
    ['a UTF-8 mark against a declaration of Latin-1', Buffer.concat([marks.utf8, Buffer.from(report('ISO-8859-1'))])],
    ['UTF-8 that calls itself UTF-16, as .NET writes it', Buffer.from(report('utf-16'))],
    ['UTF-8 that calls itself ASCII', Buffer.from(report('us-ascii'))],
    ['UTF-16LE with a mark', Buffer.concat([marks.le, Buffer.from(report('UTF-16'), 'utf16le')])],
    ['UTF-16BE with a mark', Buffer.concat([marks.be, utf16be(report('UTF-16'))])],
    ['UTF-16LE without a mark', Buffer.from(report('UTF-16'), 'utf16le')],
    ['UTF-16BE without a mark', utf16be(report('UTF-16'))],
    ['UTF-16LE without mark or declaration', Buffer.from(report(undefined), 'utf16le')],
    ['UTF-16BE with a mark against a declaration of UTF-8', Buffer.concat([marks.be, utf16be(report('UTF-8'))])],
  ])('%s, in pieces of any length', async (_, bytes) => {
    for (const lengths of [[1], [2], [3], [5], [64], [1 << 16]]) {
      const { results, file } = await read(bytes, lengths);
      expect(file.problem).toBeUndefined();
      expect(results.map((result) => result.name)).toEqual([name]);
    }
  });

  it.each(['ISO-8859-1', 'iso-8859-1', 'latin1', 'windows-1252'])('declared as %s', async (encoding) => {
    const bytes = Buffer.from(report(encoding, 'Zürich Größe \u0080'), 'latin1');
    for (const lengths of [[1], [1 << 16]]) {
      const { results, file } = await read(bytes, lengths);
      expect(file.problem).toBeUndefined();
      expect(results[0]?.name).toBe('Zürich Größe €');
    }
  });

  it('others that the platform knows', async () => {
    const [before, after] = report('Shift_JIS', '|').split('|');
    const bytes = Buffer.concat([
      Buffer.from(before ?? ''),
      Buffer.from([0x92, 0xca, 0x8a, 0xd6]),
      Buffer.from(after ?? ''),
    ]);
    for (const lengths of [[7], [1], [2], [1 << 16]]) {
      expect((await read(bytes, lengths)).results[0]?.name).toBe('通関');
    }
  });

  it('declared with space, single quotes and other attributes around', async () => {
    const declaration = `<?xml version="1.0"\n encoding =\t'ISO-8859-1' standalone="yes"?>`;
    const bytes = Buffer.from(`${declaration}<testsuite><testcase name="Größe"/></testsuite>`, 'latin1');
    expect((await read(bytes, [1])).results[0]?.name).toBe('Größe');
  });

  it('declared behind white space', async () => {
    const bytes = Buffer.from(`\r\n\n \t${report('ISO-8859-1', 'Größe')}`, 'latin1');
    for (const lengths of [[1], [5], [1 << 16]]) expect((await read(bytes, lengths)).results[0]?.name).toBe('Größe');
  });

  it('of a file that is shorter than any declaration', async () => {
    for (const lengths of [[1], [3]]) {
      expect((await read('<a>', lengths)).file.problem?.message).toContain('Its root element is <a>');
    }
  });
});

describe('bytes that are none of the encoding', () => {
  const xml = report('UTF-8', 'é|');
  const offset = Buffer.from(xml).indexOf('|') + 1;

  it.each([
    ['a stray byte', [0xe9, 0x20]],
    ['a byte that never occurs', [0xff]],
    ['a continuation without a start', [0x80]],
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['beyond Unicode', [0xf5, 0x80, 0x80, 0x80]],
    ['a cut character', [0xf0, 0x9f, 0x9a]],
  ])('%s: unreadable, with byte, line and column, however it is cut', async (_, bytes) => {
    for (const lengths of [[1], [2], [3], [7], [1 << 16]]) {
      const { file, outcomes } = await read(at(xml, ...bytes), lengths);
      expect(file.problem).toMatchObject({ kind: 'unreadable', place: { line: 3, column: 18 } });
      const hex = (bytes[0] ?? 0).toString(16).toUpperCase();
      expect(file.problem?.message).toContain(`Byte ${offset} of the file (0x${hex}) is not valid UTF-8`);
      expect(outcomes).toEqual([]);
    }
  });

  it('are found behind characters of any length', async () => {
    for (const before of ['通', '通関', '通関通', 'é通', '\u{1F69A}通\u{1F69A}x', 'xéé', '通'.repeat(50)]) {
      for (const bad of [[0xff], [0xe9, 0x20], [0xe2, 0x82, 0x41]]) {
        for (const lengths of [[1], [1 << 16]]) {
          const { file } = await read(at(`<testsuite name="${before}|"/>`, ...bad), lengths);
          const column = 18 + Array.from(before).length;
          expect(file.problem).toMatchObject({ kind: 'unreadable', place: { line: 1, column } });
          expect(file.problem?.message).toContain(`Byte ${18 + Buffer.byteLength(before)} of the file`);
        }
      }
    }
  });

  it('keeps what stands before them', async () => {
    const bytes = at('<testsuite><testcase name="a"><failure/></testcase>\n<testcase name="b"/>|</testsuite>', 0xff);
    const { file, outcomes } = await read(bytes);
    expect(outcomes).toEqual(['a: failed', 'b: not-run']);
    expect(file).toMatchObject({ cases: 2, failed: 1, notRun: 1, problem: { place: { line: 2, column: 21 } } });
  });

  it('at the very end of the file', async () => {
    const { file } = await read(at(`${report('UTF-8')}|`, 0xe2, 0x82));
    expect(file.problem).toMatchObject({ kind: 'unreadable', place: { line: 4 } });
  });

  it('in UTF-16: lone halves and half units', async () => {
    const good = Buffer.concat([marks.le, Buffer.from('<testsuite>\n<testcase name="', 'utf16le')]);
    for (const bad of [[0x00, 0xd8, 0x41, 0x00], [0x00, 0xdc], [0x41]]) {
      const { file } = await read(Buffer.concat([good, Buffer.from(bad)]), [5]);
      expect(file.problem).toMatchObject({ kind: 'unreadable', place: { line: 2, column: 17 } });
      expect(file.problem?.message).toContain(`Byte ${good.length + 1} of the file is not valid UTF-16LE`);
    }
  });

  it('in another encoding', async () => {
    const { file } = await read(at(report('EUC-JP', '|'), 0xff, 0xff));
    expect(file.problem?.message).toContain('not valid euc-jp');
  });

  it('in another encoding: the place is that of the piece it was read in', async () => {
    const bytes = at(report('Shift_JIS', '|'), 0xff, 0xff);
    expect((await read(bytes, [60, 1 << 16])).file.problem?.message).toMatch(/^After byte 60 the file/);
  });

  it('in another encoding, whose last character is cut', async () => {
    const bytes = at(`${report('Shift_JIS', 'a')}<!-- -->|`, 0x92);
    for (const lengths of [[1], [1 << 16]]) {
      const { file } = await read(bytes, lengths);
      expect(file.problem?.message).toMatch(/not valid shift_jis/);
    }
  });
});

describe('encodings that can not be read', () => {
  it.each(['klingon', 'utf-7', 'iso-2022-kr', 'xutf-8', 'utf-8x', 'x-us-ascii', ''])(
    'declared as "%s"',
    async (encoding) => {
      const { file, results } = await read(report(encoding));
      expect(file.problem).toMatchObject({ kind: 'unreadable', place: { line: 1 } });
      expect(file.problem?.message).toMatch(/encoding|XML/);
      expect(results).toEqual([]);
    },
  );

  it('UTF-32', async () => {
    for (const start of ['fffe0000', '0000feff', '3c00000074000000', '0000003c00000074']) {
      const { file } = await read(Buffer.from(start, 'hex'));
      expect(file.problem?.message).toContain('UTF-32');
    }
  });

  it('of a file that ends in its declaration', async () => {
    const unknown = await read('<?xml version="1.0" encoding="klingon"');
    expect(unknown.file.problem?.message).toBe('The file declares the encoding "klingon", which is not known.');
    const invalid = await read(at('<?xml |version="1.0"', 0xff));
    expect(invalid.file.problem?.message).toMatch(/^Byte 7 of the file \(0xFF\) is not valid UTF-8/);
  });

  it('does not wait for the end of a declaration that has none', async () => {
    const { file } = await read(`<?xml ${'x'.repeat(5000)}`, [100]);
    expect(file.problem?.kind).toBe('unreadable');
  });
});
