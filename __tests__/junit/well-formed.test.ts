import { describe, expect, it } from 'vitest';
import { read } from './reading.ts';

/** Each has a passing case; the mark | says where the mistake is noticed and is taken out. */
const mistakes: readonly (readonly [string, string])[] = [
  ['two roots', '<testsuite><testcase name="a"/></testsuite>|<testsuite/>'],
  ['text before the root', '|x<testsuite><testcase name="a"/></testsuite>'],
  ['text behind the root', '<testsuite><testcase name="a"/></testsuite>\n |junk'],
  ['CDATA behind the root', '<testsuite><testcase name="a"/></testsuite>|<![CDATA[x]]>'],
  ['a reference behind the root', '<testsuite><testcase name="a"/></testsuite>|&amp;'],
  ['a closing tag behind the root', '<testsuite><testcase name="a"/></testsuite>|</testsuite>'],
  ['tags that cross', '<testsuite>\n<testcase name="a">|</testsuite></testcase>'],
  ['a duplicate attribute', '<testsuite>\n<testcase name="a" |name="b"/></testsuite>'],
  ['an attribute without value', '<testsuite><testcase name|></testcase></testsuite>'],
  ['an attribute without quotes', '<testsuite><testcase name=|a></testcase></testsuite>'],
  ['attributes without space between', '<testsuite><testcase name="a"|classname="b"/></testsuite>'],
  ['a less-than in an attribute', '<testsuite><testcase name="a|<b"/></testsuite>'],
  ['an undeclared entity', '<testsuite><testcase name="a|&nbsp;"/></testsuite>'],
  ['an undeclared entity in text', '<testsuite><system-out>|&xxe;</system-out></testsuite>'],
  ['an ampersand alone', '<testsuite><testcase name="a"/><system-out>x |& y; z</system-out></testsuite>'],
  ['an entity without a name', '<testsuite><testcase name="|&;"/></testsuite>'],
  ['a reference to NUL', '<testsuite><testcase name="a|&#0;"/></testsuite>'],
  ['a reference to a control character', '<testsuite><testcase name="a|&#x1B;"/></testsuite>'],
  ['a reference to half a surrogate pair', '<testsuite><testcase name="a|&#xD800;"/></testsuite>'],
  ['a reference beyond Unicode', '<testsuite><testcase name="a|&#x110000;"/></testsuite>'],
  ['NUL', '<testsuite>\n<testcase name="a"/>\n |\0</testsuite>'],
  ['a control character in an attribute', '<testsuite><testcase name="|\u001b[31m"/></testsuite>'],
  [
    'a control character in CDATA',
    '<testsuite><system-out><![CDATA[line\r\n\u{1F69A}|\u0008]]></system-out></testsuite>',
  ],
  ['a control character in a comment', '<testsuite><!-- |\u000b --></testsuite>'],
  ['U+FFFE', '<testsuite><system-out>|\ufffe</system-out></testsuite>'],
  ['the end of CDATA in text', '<testsuite><system-out>|]]></system-out></testsuite>'],
  ['two hyphens in a comment', '<testsuite><!-- a |-- b --></testsuite>'],
  ['a declaration that comes late', ' |<?xml version="1.0"?><testsuite><testcase name="a"/></testsuite>'],
  ['two declarations', '<?xml version="1.0"?>|<?xml version="1.0"?><testsuite><testcase name="a"/></testsuite>'],
  ['a declaration without a version', '|<?xml encoding="UTF-8"?><testsuite><testcase name="a"/></testsuite>'],
  [
    'a blank of another script in the declaration',
    '|<?xml\u00a0version="1.0"?><testsuite><testcase name="a"/></testsuite>',
  ],
  ['a byte order mark in the declaration', '|<?xml \ufeffversion="1.0"?><testsuite><testcase name="a"/></testsuite>'],
  ['a version that is none', '|<?xml version="2.0"?><testsuite><testcase name="a"/></testsuite>'],
  [
    'a doctype with its own entities',
    '|<!DOCTYPE testsuite [<!ENTITY x "y">]><testsuite><testcase name="&x;"/></testsuite>',
  ],
  [
    'an external entity',
    '|<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><testsuite><testcase name="&x;"/></testsuite>',
  ],
  ['a doctype inside', '<testsuite>|<!DOCTYPE x><testcase name="a"/></testsuite>'],
  ['an unknown declaration', '<testsuite>|<!ELEMENT x><testcase name="a"/></testsuite>'],
  ['a tag name that begins with a digit', '<testsuite>|<1/></testsuite>'],
  ['an empty tag', '<testsuite>|<></testsuite>'],
  ['a closing tag with attributes', '<testsuite>|</testsuite a="b">'],
  ['a slash in a tag', '<testsuite><testcase |/ name="a"/></testsuite>'],
];

describe('XML that is not well-formed', () => {
  it.each(mistakes)('%s is refused at its place, however it is cut', async (_, marked) => {
    const at = marked.indexOf('|');
    const xml = marked.slice(0, at) + marked.slice(at + 1);
    const before = marked.slice(0, at).split(/\r\n|\n/);
    const place = { line: before.length, column: Array.from(before.at(-1) ?? '').length + 1 };
    const whole = await read(xml);
    expect(whole.file.problem).toMatchObject({ kind: 'unreadable', severity: 'error', ...place });
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
    ['a cut reference', '<testsuite>&am', 'inside <testsuite>'],
    ['a cut CDATA', '<testsuite><![CDATA[x', 'inside <testsuite>'],
  ])('%s is refused', async (_, xml, message) => {
    const { file } = await read(xml, [3]);
    expect(file.problem).toMatchObject({ kind: 'unreadable', file: 'results/report.xml' });
    expect(file.problem?.line).toBeGreaterThan(0);
    expect(file.problem?.column).toBeGreaterThan(0);
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
