import { describe, expect, it } from 'vitest';
import { XmlReader } from '../../src/xml/reader.ts';
import { seenBySaxes, seenByUs } from './saxes-judge.ts';

/** Small documents with every kind of markup, and its look-alikes, near every other. */
const sound = [
  '<a>x<b/>y</a>',
  '<a>]]<b/>]</a>',
  '<a>]] ]></a>',
  '<a>]&gt;]]&gt;]</a>',
  '<a><![CDATA[]]></a>',
  '<a>]<![CDATA[]]]]>]<![CDATA[>]]></a>',
  '<a><![CDATA[&amp;<b>]]&lt;</a>'.replace(']]&', ']]>&'),
  '<a>&amp;&#65;&#x1F69A;\u{1F69A}&lt;</a>',
  '<a b="&amp;\t\n\r\n\r&#9;" c=\'"\'/>',
  '<a\nb = "1"\r\n\tc="2" ></a\n>',
  '<!-- - -\n--><a><!----></a><!-- é -->',
  '<x:a y:b="1"><x:é/></x:a>',
  '<a>\r\n\r\r\n<b>\r</b>\n\r</a>\r',
  '<a><?x ?b?><b><c><?y?></c></b>&quot;</a>',
];

const broken = [
  '<a>&b;]]></a>',
  '<a>]]>&b;</a>',
  '<a>x ]]> y</a>',
  '<a>\r\n]]\r></a><',
  '<a>\n\u{1F69A}&b;</a>',
  '<a b="\u{1F69A}\n\r\n\u{1F69A}&#x110000;"/>',
  '<a>\r<b>\n</a>',
  '<a><!-- \u{1F69A} -- --></a>',
  '<a><b c="1" c="2"/></a>',
  '<a>\u{1F69A}\u{1F69A}</a\0>',
  '<a>\u{1F69A}é\r<b \0/></a>',
  '<a>\u{1F69A}\n<b>\u{1F69A}x',
  '<a></a >\n <b/>',
  '<a><b></c></a>',
  '<a>&amp</a>',
];

describe('a document cut in two, or three, anywhere', () => {
  it.each(sound)('reads as in one piece, and as saxes reads it: %j', (xml) => {
    const whole = seenByUs(xml, [xml.length]);
    expect(whole.problem).toBeUndefined();
    expect(whole).toEqual(seenBySaxes(xml));
    for (let first = 1; first < xml.length; first++) {
      for (const second of [1, 2, 5, xml.length]) expect(seenByUs(xml, [first, second, xml.length])).toEqual(whole);
    }
  });

  it.each(broken)('is refused for the same reason at the same place: %j', (xml) => {
    const whole = seenByUs(xml, [xml.length]);
    expect(whole.problem).toBeDefined();
    expect(seenBySaxes(xml).problem).toBeDefined();
    for (let first = 1; first < xml.length; first++) {
      for (const second of [1, 2, 5, xml.length]) expect(seenByUs(xml, [first, second, xml.length])).toEqual(whole);
    }
  });

  it.each(sound)('is refused at its end when that is missing: %j', (xml) => {
    const end = /<\/[^<]*$|\/>$/.exec(xml)?.index ?? xml.lastIndexOf('</a>');
    for (let length = 1; length <= end; length++) {
      const start = xml.slice(0, length);
      if (/[\uD800-\uDBFF]$/.test(start)) continue;
      const lines = start.split(/\r\n|\r|\n/);
      const place = `${lines.length}:${Array.from(lines.at(-1) ?? '').length + 1} `;
      expect(seenByUs(start, [length]).problem?.slice(0, place.length)).toBe(place);
      expect(seenByUs(start, [3]).problem?.slice(0, place.length)).toBe(place);
    }
  });
});

describe('text', () => {
  it('is told only while it is wanted', () => {
    const heard: string[] = [];
    const reader = new XmlReader({
      open: (name) => (reader.wantText = name === 'b'),
      close: () => (reader.wantText = false),
      comment: () => undefined,
      text: (text) => heard.push(text),
    });
    const inner = (mark: string) => `${mark}1<!-- -->${mark}2&lt;<![CDATA[${mark}3]]>`;
    reader.write(`<a>${inner('a')}<b>${inner('b')}</b>${inner('c')}<d>${inner('d')}</d>${inner('e')}</a>`);
    reader.end();
    expect(heard).toEqual(['b1', 'b2<', 'b3']);
  });

  it('is never told empty', () => {
    const heard: string[] = [];
    const reader = new XmlReader({
      open: () => undefined,
      close: () => undefined,
      comment: () => undefined,
      text: (text) => heard.push(text),
    });
    reader.wantText = true;
    for (const piece of ['<a>', '<![CDATA[', ']]>', '<![CDATA[]]>', ']', ']', 'x', '', '</a>']) reader.write(piece);
    reader.end();
    expect(heard.join('')).toBe(']]x');
    expect(heard).not.toContain('');
  });
});

describe('an ampersand without its semicolon', () => {
  const limit = 64;

  it('is refused where it stands once it is longer than any reference, without waiting for the end', () => {
    for (const lengths of [[1], [7], [1000]]) {
      expect(seenByUs(`<a>\nx &${'y'.repeat(limit)}`, lengths).problem).toMatch(/^2:3 .* an ampersand stands alone/);
      expect(seenByUs(`<a>\nx &${'y'.repeat(limit - 1)}`, lengths).problem).toMatch(/^2:67 The file ends inside <a>/);
    }
  });

  it('may not be one even if it has one far behind', () => {
    const reference = (length: number) => `&#${'0'.repeat(length - 5)}65;`;
    for (const lengths of [[1], [7], [70], [1000]]) {
      expect(seenByUs(`<a>${reference(limit + 1)}</a>`, lengths).events).toEqual(['open a []', 'text "A"', 'close a']);
      expect(seenByUs(`<a>${reference(limit + 2)}</a>`, lengths).problem).toMatch(/^1:4 .* an ampersand stands alone/);
      expect(seenByUs(`<a b="${reference(limit + 2)}"/>`, lengths).problem).toMatch(
        /^1:7 .* an ampersand stands alone/,
      );
    }
  });
});

describe('limits', () => {
  it('let elements nest 100,000 deep and no deeper', () => {
    const ignore = () => undefined;
    const reader = new XmlReader({ open: ignore, close: ignore, text: ignore, comment: ignore });
    reader.write('<x>'.repeat(100_000));
    expect(() => reader.write('<y>')).toThrow('elements are nested 100000 deep');
  });

  it('let a tag have 10,000 attributes and no more', () => {
    const tag = (count: number) => `<a ${Array.from({ length: count }, (_, i) => `b${10_000 + i}=""`).join(' ')}/>`;
    expect(seenByUs(tag(10_000), [1 << 20]).problem).toBeUndefined();
    expect(seenByUs(tag(10_001), [1 << 20]).problem).toMatch(/^1:100004 .* a tag has more than 10000 attributes/);
  });

  it('make no work out of markup that comes in many small pieces', { timeout: 5000 }, () => {
    const value = 'x'.repeat(1 << 20);
    const { events } = seenByUs(`<a b="${value}"/>`, [16]);
    expect(events).toEqual([`open a [["b","${value}"]]`, 'close a']);
  });
});
