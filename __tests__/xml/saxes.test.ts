import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seenBySaxes, seenByUs } from './saxes-judge.ts';

const fixtures = new URL('../fixtures/producers/', import.meta.url);
const producers = readdirSync(fixtures)
  .filter((name) => name.endsWith('.xml'))
  .map((name) => readFileSync(new URL(name, fixtures), 'utf8'));

/** Pieces that documents are made of, most of them dangerous somewhere. */
const crumbs = fc.constantFrom(
  ...[
    '<a>~</a>~<a/>~<b x="1">~</b>~<b x="1" y=\'2\'/>~<a b="~" ~"~\'~=~ ~\n~\r~\r\n~\t~<a:b c:d="e">~</a:b>~<a x="1" x="2">',
    '<!--~-->~--~-~<![CDATA[~]]>~]]~]~>~<~</~/~/>~<?~?>~<?x ?>~?~!~<!~[~<!D~<a\n>~</a\n>~<a x = "1" >~<!DOCTYPE a>~_~:~1',
    '&amp;~&lt;~&#65;~&#x1F69A;~&#0;~&#xFFFE;~&~;~&x;~&#~amp;~x~text~été~\u{1F69A}~b="~\0~\u000b~\ufffe~\u0085~·~<é:b é="·">',
    '</é:b>~<?xml version="1.0"?>~<?xml version="1.0" encoding="UTF-8"?>~<!DOCTYPE a SYSTEM "b">~<!DOCTYPE a [<!ENTITY b "c">]>',
  ]
    .join('~')
    .split('~'),
);
const soup = fc.array(crumbs, { maxLength: 14 }).map((parts) => parts.join(''));
/** Often well-formed: the soup inside a root. */
const inRoot = soup.map((text) => `<r>${text}</r>`);
const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });

/** A report with one to three small changes. */
const changes = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 12 }), crumbs), { minLength: 1, maxLength: 3 });
const mutated = fc.tuple(fc.constantFrom(...producers), changes).map(([report, list]) => {
  let text = report;
  for (const [place, removed, added] of list) {
    const at = place % text.length;
    text = text.slice(0, at) + added + text.slice(at + removed);
  }
  return text;
});

/**
 * Where saxes takes what XML refuses, we refuse: a space has to follow the target of an instruction (production 16) and
 * a doctype has a name and at most identifiers behind it (28, 75). Half surrogate pairs can't come out of our decoder.
 */
function isTooMuchForSaxes(xml: string): boolean {
  const doctype =
    /<!DOCTYPE(?![ \t\r\n]+[\p{L}_:][\p{L}\p{N}._:-]*(?:[ \t\r\n]+SYSTEM[ \t\r\n]+(?:"[^"]*"|'[^']*'))?[ \t\r\n]*[>[])/u;
  return doctype.test(xml) || /<\?[^\s?>]+\?[^>]|[\uD800-\uDFFF]/u.test(xml);
}

const forbidden = /[^\t\n\r -\uFFFD]/g;

/** The document as saxes should see it: we read forbidden characters as U+FFFD, and take white space before a declaration. */
function withoutLeniencies(xml: string): string {
  return withoutForbiddenReferences(xml.replace(forbidden, '\ufffd')).replace(/^[ \t\r\n]+(?=<\?xml\s)/, '');
}

function withoutForbiddenReferences(text: string): string {
  return text.replace(
    /&#(?:x([\da-f]+)|(\d+));/gi,
    (reference, hex: string | undefined, decimal: string | undefined) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (reference.includes('X') || code > 0x10ffff) return reference;
      const isSurrogate = code >= 0xd800 && code <= 0xdfff;
      return isSurrogate || new RegExp(forbidden).test(String.fromCodePoint(code)) ? '&#xFFFD;' : reference;
    },
  );
}

describe('our XML reader and saxes', () => {
  it.each([
    ['made-up documents', fc.oneof(soup, inRoot), 4000],
    ['changed reports', mutated, 400],
  ])('see the same in %s, however they are cut', (_, documents, numRuns) => {
    let [tried, accepted] = [0, 0];
    fc.assert(
      fc.property(documents, lengths, (xml, cuts) => {
        fc.pre(!isTooMuchForSaxes(xml));
        tried++;
        const saxes = seenBySaxes(withoutLeniencies(xml));
        const whole = seenByUs(xml, [xml.length + 1]);
        expect(seenByUs(xml, cuts)).toEqual(whole);
        // U+FFFD may stand in a name, so that saxes takes there what we refuse.
        fc.pre(whole.problem === undefined || xml.search(forbidden) < 0);
        expect(whole.problem === undefined).toBe(saxes.problem === undefined);
        if (whole.problem !== undefined) return;
        expect(whole.events.map(withoutForbiddenReferences)).toEqual(saxes.events);
        accepted++;
      }),
      { numRuns },
    );
    // A comparison that only ever sees refusals compares little.
    expect(accepted).toBeGreaterThan(tried / 20);
  });

  it('see the same in every report of the fixtures', () => {
    expect(producers.length).toBeGreaterThan(35);
    for (const xml of producers) {
      const seen = seenByUs(xml, [1000]);
      expect(seen.problem).toBeUndefined();
      expect(seen.events).toEqual(seenBySaxes(xml).events);
    }
  });
});
