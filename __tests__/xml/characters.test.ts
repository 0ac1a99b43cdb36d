import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, suite } from '../junit/reading.ts';
import { seenByUs } from './saxes-judge.ts';

const cuts = [[1], [2], [3], [7], [1 << 16]];
/** Every character below U+10000 that XML 1.0 forbids, but for halves of surrogate pairs. */
const forbidden = [...Array.from({ length: 32 }, (_, code) => code), 0xfffe, 0xffff]
  .filter((code) => ![9, 10, 13].includes(code))
  .map((code) => String.fromCharCode(code));

describe('a character that XML forbids', () => {
  it.each(forbidden.map((character) => [character]))('%j is read as U+FFFD wherever it carries no structure', (raw) => {
    const code = raw.charCodeAt(0);
    for (const lengths of cuts) {
      for (const written of [raw, `&#${code};`, `&#x${code.toString(16)};`]) {
        expect(seenByUs(`<a b="${written}">${written}</a>`, lengths)).toEqual({
          events: ['open a [["b","\ufffd"]]', 'text "\ufffd"', 'close a'],
          replaced: '2 from 1:7',
        });
      }
      expect(seenByUs(`<a><![CDATA[x\r\n\u{1F69A}${raw}]]><!--${raw}--></a>`, lengths)).toEqual({
        events: ['open a []', 'text "x\\n\u{1F69A}\ufffd"', 'comment \ufffd', 'close a'],
        replaced: '2 from 2:2',
      });
    }
  });

  it('is refused wherever it could carry structure', () => {
    const places = [
      '<|a/>',
      '<a|/>',
      '<a |b=""/>',
      '<a b|=""/>',
      '<a b=|""/>',
      '<a></a|>',
      '<a><?x |?></a>',
      '|<a/>',
      '<a/>|',
    ];
    for (const character of forbidden) {
      for (const place of places) {
        const { problem } = seenByUs(place.replace('|', character), [1 << 16]);
        expect(problem, place).toMatch(/^1:\d+ It is not well-formed XML: /);
        expect(seenByUs(place.replace('|', character), [1]).problem).toBe(problem);
      }
    }
  });

  it('may be written as one half of a surrogate pair, but not as what Unicode does not have', () => {
    expect(seenByUs('<a>&#xD83D;&#57343;</a>', [3])).toMatchObject({
      events: ['open a []', 'text "\ufffd\ufffd"', 'close a'],
    });
    expect(seenByUs('<a>&#x110000;</a>', [3]).problem).toContain('a reference is to no character');
  });

  it('is counted once however the document is cut, and changes nothing else', () => {
    const crumb = fc.constantFrom('\u001b[31m', '&#27;', '\ufffe', 'text', '\n', '\u{1F69A}', '&amp;', ']', ' ');
    const data = fc.array(crumb, { maxLength: 8 }).map((parts) => parts.join(''));
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(data, data, data, lengths, (value, text, cdata, pieces) => {
        const xml = `<a>\n<b c="${value}" d="1">${text}<![CDATA[${cdata}]]></b></a>`;
        const plain = xml.replaceAll('\u001b', '\ufffd').replaceAll('\ufffe', '\ufffd');
        const seen = seenByUs(xml, pieces);
        const references = (value + text).split('&#27;').length - 1;
        const raw = xml.split('\u001b').length + xml.split('\ufffe').length - 2;
        // In CDATA `&#27;` is text.
        expect(seen.events).toEqual(seenByUs(plain, [1 << 16]).events);
        expect(seen.replaced?.split(' ')[0]).toBe(references + raw === 0 ? undefined : `${references + raw}`);
        expect(seen).toEqual(seenByUs(xml, [1 << 16]));
      }),
    );
  });

  it('is told of once for a report, with the first place and what to do', async () => {
    const output = `<system-out><![CDATA[\u001b[32mok\u001b[0m]]></system-out>`;
    const { file, outcomes } = await read(
      suite(`<testcase name="a">${output}</testcase>\n<testcase name="b &#27;[1m">${output}</testcase>`),
    );
    expect(outcomes).toEqual(['a: passed', 'b \ufffd[1m: passed']);
    expect(file.problem).toBeUndefined();
    expect(file.remarks).toEqual([
      {
        kind: 'unreadable',
        severity: 'notice',
        place: { file: 'results/report.xml', line: 4, column: 41 },
        message: 'It contains 5 characters that XML forbids, the first of them here, which were read as U+FFFD.',
        next: 'If they are terminal colours, turn colours off in the test run.',
      },
    ]);
  });

  it('may stand in a report that declares XML 1.1', async () => {
    const report = suite('<testcase name="a &#27;[1m"/>').replace('1.0', '1.1');
    const { file, outcomes } = await read(report);
    expect({ outcomes, problem: file.problem }).toEqual({ outcomes: ['a \ufffd[1m: passed'], problem: undefined });
  });
});

describe('white space before the XML declaration', () => {
  const report = suite('<testcase name="é"/>');

  it.each([['\n'], ['\r\n'], ['  \t\n\n']])('%j is read, with a notice', async (space) => {
    for (const lengths of cuts) {
      const { file, outcomes } = await read(space + report, lengths);
      expect(outcomes).toEqual(['é: passed']);
      expect(file.problem).toBeUndefined();
      expect(file.remarks).toMatchObject([
        { severity: 'notice', place: { line: 1 }, message: expect.stringContaining('White space') as string },
      ]);
    }
  });

  it('does not hide the encoding that it declares', async () => {
    const latin = Buffer.from(`\n${report.replace('UTF-8', 'ISO-8859-1')}`, 'latin1');
    for (const lengths of cuts) expect((await read(latin, lengths)).outcomes).toEqual(['é: passed']);
    const wide = Buffer.from(`\n${report.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    for (const lengths of cuts) expect((await read(wide, lengths)).outcomes).toEqual(['é: passed']);
    expect((await read(wide.swap16(), [1 << 16])).outcomes).toEqual(['é: passed']);
  });

  it('is no excuse for anything else there', async () => {
    for (const before of ['<!---->\n', 'x\n', '\u00a0', '<?xml version="1.0"?>\n']) {
      expect((await read(before + report)).file.problem).toMatchObject({ kind: 'unreadable' });
    }
  });
});
