import { describe, expect, it } from 'vitest';
import { read } from '../junit/reading.ts';

/** Each has a passing case; the mark | says where the mistake is noticed and is taken out. Then what is said of it. */
const mistakes: readonly (readonly [what: string, marked: string, said: string])[] = [
  ['two roots', '<testsuite><testcase name="a"/></testsuite>|<testsuite/>', 'a second root element begins'],
  ['text before the root', '|x<testsuite><testcase name="a"/></testsuite>', 'text stands outside'],
  ['text behind the root', '<testsuite><testcase name="a"/></testsuite>\n |junk', 'text stands outside'],
  ['CDATA behind the root', '<testsuite><testcase name="a"/></testsuite>|<![CDATA[x]]>', 'text stands outside'],
  ['a reference behind the root', '<testsuite><testcase name="a"/></testsuite>|&amp;', 'text stands outside'],
  [
    'a closing tag behind the root',
    '<testsuite><testcase name="a"/></testsuite>|</testsuite>',
    '</testsuite> ends nothing',
  ],
  [
    'tags that cross',
    '<testsuite>\n<testcase name="a">|</testsuite></testcase>',
    '<testcase> of line 2 is ended by </testsuite>',
  ],
  [
    'a duplicate attribute',
    '<testsuite>\n<testcase name="a" |name="b"/></testsuite>',
    'the attribute name is given twice',
  ],
  [
    'an attribute without value',
    '<testsuite><testcase name|></testcase></testsuite>',
    'the attribute name has no value',
  ],
  [
    'an attribute without quotes',
    '<testsuite><testcase name=|a></testcase></testsuite>',
    'the value of the attribute name has no quotes',
  ],
  [
    'attributes without space between',
    '<testsuite><testcase name="a"|classname="b"/></testsuite>',
    'there is no space between two attributes',
  ],
  [
    'a less-than in an attribute',
    '<testsuite><testcase name="a|<b"/></testsuite>',
    'the value of the attribute name contains a "<"',
  ],
  [
    'an undeclared entity',
    '<testsuite><testcase name="a|&nbsp;"/></testsuite>',
    'the entity &nbsp; is not one of the five that XML defines',
  ],
  [
    'an undeclared entity in text',
    '<testsuite><system-out>|&xxe;</system-out></testsuite>',
    'the entity &xxe; is not one of the five that XML defines',
  ],
  [
    'an ampersand alone',
    '<testsuite><testcase name="a"/><system-out>x |& y; z</system-out></testsuite>',
    'an ampersand stands alone',
  ],
  ['an entity without a name', '<testsuite><testcase name="|&;"/></testsuite>', 'an ampersand stands alone'],
  [
    'a reference beyond Unicode',
    '<testsuite><testcase name="a|&#x110000;"/></testsuite>',
    'a reference is to no character',
  ],
  ['the end of CDATA in text', '<testsuite><system-out>|]]></system-out></testsuite>', 'text contains "]]>"'],
  ['two hyphens in a comment', '<testsuite><!-- a |-- b --></testsuite>', 'a comment contains two hyphens'],
  [
    'a declaration after a comment',
    '<!---->\n|<?xml version="1.0"?><testsuite><testcase name="a"/></testsuite>',
    'somewhere other than at the very start',
  ],
  [
    'a control character in a tag',
    '<testsuite><testcase |\u001b name="a"/></testsuite>',
    'a character that XML forbids',
  ],
  [
    'a control character in a name',
    '<testsuite><test|\u001bcase name="a"/></testsuite>',
    'a character that XML forbids',
  ],
  ['a control character in an instruction', '<testsuite><?x |\u001b?></testsuite>', 'a character that XML forbids'],
  ['a control character in a doctype', '<!DOCTYPE a SYSTEM "|\u0007"><testsuite/>', 'a character that XML forbids'],
  ['a control character after the root', '<testsuite></testsuite>|\0', 'a character that XML forbids'],
  [
    'two declarations',
    '<?xml version="1.0"?>|<?xml version="1.0"?><testsuite><testcase name="a"/></testsuite>',
    'somewhere other than at the very start',
  ],
  [
    'a declaration without a version',
    '|<?xml encoding="UTF-8"?><testsuite><testcase name="a"/></testsuite>',
    'the XML declaration is malformed',
  ],
  [
    'a blank of another script in the declaration',
    '|<?xml\u00a0version="1.0"?><testsuite><testcase name="a"/></testsuite>',
    'a processing instruction has no valid name',
  ],
  [
    'a byte order mark in the declaration',
    '|<?xml \ufeffversion="1.0"?><testsuite><testcase name="a"/></testsuite>',
    'the XML declaration is malformed',
  ],
  [
    'a version that is none',
    '|<?xml version="2.0"?><testsuite><testcase name="a"/></testsuite>',
    'the XML declaration is malformed',
  ],
  [
    'a doctype with its own entities',
    '|<!DOCTYPE testsuite [<!ENTITY x "y">]><testsuite><testcase name="&x;"/></testsuite>',
    'It declares its own entities or markup',
  ],
  [
    'an external entity',
    '|<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><testsuite><testcase name="&x;"/></testsuite>',
    'It declares its own entities or markup',
  ],
  [
    'a doctype inside',
    '<testsuite>|<!DOCTYPE x><testcase name="a"/></testsuite>',
    'a document type declaration is out of place',
  ],
  [
    'an unknown declaration',
    '<testsuite>|<!ELEMENT x><testcase name="a"/></testsuite>',
    '"<!" begins nothing that is allowed there',
  ],
  ['a tag name that begins with a digit', '<testsuite>|<1/></testsuite>', 'a tag has no valid name'],
  ['an empty tag', '<testsuite>|<></testsuite>', 'a tag has no valid name'],
  ['a closing tag with attributes', '<testsuite>|</testsuite a="b">', 'an end tag is malformed'],
  ['a slash in a tag', '<testsuite><testcase |/ name="a"/></testsuite>', 'a slash stands inside a tag'],
  [
    'a second closing tag of another name',
    '<testsuite><testcase name="a"/></testsuite>|</undefined>',
    '</undefined> ends nothing',
  ],
  [
    'a closing tag of another name that is as long',
    '<testsuite>\n\n<testcase name="a">|</testcasf></testsuite>',
    '<testcase> of line 3 is ended by </testcasf>',
  ],
  ['a closing tag of a longer name', '<testsuite>|</testsuites>', '<testsuite> of line 1 is ended by </testsuites>'],
  [
    'tags that cross, three deep',
    '<testsuite>\n<a>\n</a>\n<b>\n<testcase name="a"/>\n<c>|</b></c></testsuite>',
    '<c> of line 6 is ended by </b>',
  ],
  ['a closing tag with a space in front', '<testsuite>|</ testsuite>', 'an end tag is malformed'],
  ['a closing tag without a name', '<testsuite>|</>', 'an end tag is malformed'],
  ['a closing tag with a slash', '<testsuite>|</testsuite/>', 'an end tag is malformed'],
  [
    'a value without an attribute',
    '<testsuite><testcase name="a" |"b"/></testsuite>',
    'a tag contains something that is not an attribute',
  ],
  [
    'an attribute whose quotes never end',
    '<testsuite name="a>\n|<testcase name=/></testsuite>',
    'the value of the attribute name contains a "<"',
  ],
  [
    'a name that begins with a character beyond ASCII that is no letter',
    '<testsuite>|<×/></testsuite>',
    'a tag has no valid name',
  ],
  [
    'an entity of another name in another script',
    '<testsuite><system-out>|&é1.b-c:d;</system-out></testsuite>',
    'the entity &é1.b-c:d; is not one of the five that XML defines',
  ],
  ['an entity that ends too late', '<testsuite><testcase name="a|&amp"/></testsuite>', 'an ampersand stands alone'],
  ['an entity with a digit in front', '<testsuite><testcase name="|&1a;"/></testsuite>', 'an ampersand stands alone'],
  [
    'a reference with something in front',
    '<testsuite><testcase name="|&x#65;"/></testsuite>',
    'an ampersand stands alone',
  ],
  ['a reference with a blank', '<testsuite><testcase name="|&# 65;"/></testsuite>', 'an ampersand stands alone'],
  ['a reference without digits', '<testsuite><testcase name="|&#;"/></testsuite>', 'a reference is to no character'],
  [
    'a hexadecimal reference without digits',
    '<testsuite><testcase name="|&#x;"/></testsuite>',
    'a reference is to no character',
  ],
  [
    'a hexadecimal reference with a capital',
    '<testsuite><testcase name="|&#X41;"/></testsuite>',
    'a reference is to no character',
  ],
  [
    'a reference with letters behind',
    '<testsuite><testcase name="|&#65x;"/></testsuite>',
    'a reference is to no character',
  ],
  [
    'a hexadecimal reference without its x',
    '<testsuite><testcase name="|&#4A;"/></testsuite>',
    'a reference is to no character',
  ],
  ['a bad reference in front of the end of CDATA', '<testsuite>|&x; ]]></testsuite>', 'the entity &x;'],
  ['the end of CDATA in front of a bad reference', '<testsuite>|]]> &x;</testsuite>', 'text contains "]]>"'],
];

describe('XML that is not well-formed', () => {
  it.each(mistakes)('%s is refused at its place, however it is cut', async (_, marked, said) => {
    const at = marked.indexOf('|');
    const xml = marked.slice(0, at) + marked.slice(at + 1);
    const before = marked.slice(0, at).split(/\r\n|\n/);
    const place = { line: before.length, column: Array.from(before.at(-1) ?? '').length + 1 };
    const whole = await read(xml);
    expect(whole.file.problem).toMatchObject({ kind: 'unreadable', severity: 'error', place });
    expect(whole.file.problem?.message).toContain(said);
    expect(whole.results.filter(({ outcome }) => outcome === 'passed').length).toBeLessThanOrEqual(1);
    for (const lengths of [[1], [2], [3], [at], [at + 1], [at + 1, 1]]) {
      const cut = await read(xml, lengths);
      expect(cut.file.problem).toEqual(whole.file.problem);
      expect(cut.outcomes).toEqual(whole.outcomes);
    }
  });

  it.each([
    ['an empty file', '', 'is empty'],
    ['white space', ' \n ', 'no element'],
    ['a mark alone', '\ufeff', 'no element'],
    ['only a declaration', '<?xml version="1.0"?>', 'no element'],
    ['no XML', 'this is not xml', 'outside of the root'],
    ['JSON', '{"testsuites":[]}', 'outside of the root'],
    ['a page', '<!doctype html><html></html>', 'XML'],
    ['a cut tag', '<testsuite', 'middle of markup'],
    ['a cut case', '<testsuite>\n<testcase name="a">', 'inside <testcase>, which begins in line 2'],
    ['a cut comment', '<testsuite/><!-- x', 'middle of markup'],
    ['a cut case after others', '<testsuite>\n<a>\n<b>\n</b>\n', 'inside <a>, which begins in line 2'],
    ['a cut reference', '<testsuite>&am', 'inside <testsuite>, which begins in line 1'],
    ['a cut CDATA', '<testsuite><![CDATA[x', 'inside <testsuite>'],
  ])('%s is refused', async (_, xml, message) => {
    const { file } = await read(xml, [3]);
    expect(file.problem).toMatchObject({ kind: 'unreadable', place: { file: 'results/report.xml' } });
    expect(file.problem?.place?.line).toBeGreaterThan(0);
    expect(file.problem?.place?.column).toBeGreaterThan(0);
    expect(file.problem?.message).toContain(message);
  });
});

describe('XML that is well-formed in unusual ways', () => {
  it.each([
    ['single quotes and spaces', `<testsuite ><testcase name = 'a "b"' ></testcase ></testsuite >`, 'a "b"'],
    ['line breaks inside a tag', '<testsuite><testcase\r\n\tname="a"\n/></testsuite>', 'a'],
    [
      'line breaks and tabs in an attribute, which become spaces',
      '<testsuite><testcase name="a\r\nb\tc\rd"/></testsuite>',
      'a b c d',
    ],
    [
      'references',
      '<testsuite><testcase name="&lt;&amp;&gt;&quot;&apos;&#65;&#x1F69A;&#10;"/></testsuite>',
      '<&>"\'A\u{1F69A}\n',
    ],
    [
      'references to the first and last characters of each kind',
      '<testsuite><testcase name="&#32;&#xD7FF;&#xE000;&#xFFFD;&#x10000;&#x10FFFF;&#x0010fffd;"/></testsuite>',
      ' \ud7ff\ue000\ufffd\u{10000}\u{10ffff}\u{10fffd}',
    ],
    ['greater-than signs', '<testsuite><testcase name="a > b"/>]]&gt; > </testsuite>', 'a > b'],
    ['brackets at the end of CDATA', '<testsuite><![CDATA[]]]]><![CDATA[>]]><testcase name="a"/></testsuite>', 'a'],
    [
      'something like CDATA in a comment',
      '<testsuite><!-- <![CDATA[ --><testcase name="a"/><!-- ]]> --></testsuite>',
      'a',
    ],
    ['something like CDATA in an instruction', '<testsuite><?x <![CDATA[ ?><testcase name="a"/></testsuite>', 'a'],
    ['an instruction', '<?xml-stylesheet href="x"?><testsuite><?a ??><testcase name="a"/></testsuite>', 'a'],
    ['names beyond ASCII', '<testsuite><été 通="1"/><testcase name="a"/></testsuite>', 'a'],
    [
      'proto keys',
      '<testsuite __proto__="x"><testcase name="a" __proto__="b" constructor="c" toString="d"/></testsuite>',
      'a',
    ],
    [
      'a doctype with identifiers',
      '<!DOCTYPE testsuite PUBLIC "-//x" "a>b"><testsuite><testcase name="a"/></testsuite>',
      'a',
    ],
    ['XML 1.1', '<?xml version="1.1" standalone="yes"?><testsuite><testcase name="a"/></testsuite>', 'a'],
  ])('%s', async (_, xml, name) => {
    for (const lengths of [[1 << 16], [1], [2], [9]]) {
      const { file, results } = await read(xml, lengths);
      expect(file.problem).toBeUndefined();
      expect(results.map((result) => result.name)).toEqual([name]);
    }
  });

  it.each([
    ['a line feed', '\n', 1],
    ['CR LF', '\r\n', 1],
    ['a carriage return', '\r', 1],
    ['a carriage return and a line feed of its own', '\r\r\n', 2],
  ])('ends a line with %s, at the end of a cut file too', async (_, lineEnd, lines) => {
    for (const lengths of [[1 << 16], [1]]) {
      const { file } = await read(`<testsuite>${lineEnd}`, lengths);
      expect(file.problem).toMatchObject({ place: { line: 1 + lines, column: 1 } });
    }
  });

  it('gives the line of the tag, not of its end', async () => {
    const xml = '<testsuite\n name="s"\n>\n<testcase\n\n name="a"/>\r\n\r<testcase name="b"/></testsuite>';
    for (const lengths of [[1 << 16], [1], [4]]) {
      const { results } = await read(xml, lengths);
      expect(results.map(({ line }) => line)).toEqual([4, 8]);
      expect(results[0]?.suite?.line).toBe(1);
    }
  });

  it('gives text as it is, line ends made one, across any cut', async () => {
    const xml =
      '<testsuite><system-out>a\r\nb\rc&#13;d<![CDATA[\r\ne]] ]]]]>f</system-out><testcase name="x"/></testsuite>';
    for (const lengths of [[1 << 16], [1], [2], [3], [5]]) {
      const { results } = await read(xml, lengths);
      expect(results[0]?.suite?.notes).toEqual(['1 text a\nb\nc\rd\ne]] ]]f']);
    }
  });
});
