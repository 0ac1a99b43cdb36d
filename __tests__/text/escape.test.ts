import * as fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import {
  guardLine,
  markdownCode,
  markdownLink,
  markdownText,
  oneLine,
  paragraphs,
  visibleText,
} from '../../src/text/escape.ts';

/** As GitHub reads it, with raw HTML let through: so an element that we let slip is seen. */
function html(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
function textOf(markup: string): string {
  return markup.replaceAll(/&(lt|gt|quot|amp);/gu, (_, name: string) => entities[name] ?? '').replaceAll('\u200B', '');
}

const pieces = [
  '|', '`', '``', '\\', '\\|', '*', '**', '_', '~~', '[', ']', '](', '![', '(x)', '<', '>', '<b>', '</td>', '<!--', '-->',
  '<img src=x onerror=alert(1)>', '&lt;', '&#124;', '&', '@octocat', '#1', 'GH-12', 'http://evil.example', 'https://a.b',
  'www.evil.example', 'mail@evil.example', 'mailto:mail@evil.example', ':tada:', '$x$', '[^1]', '- ', '+ ', '1. ', '12) ', '# ', '===',
  '---', '    ', '\t', '\n', '\r\n', '\n\n', '\u2028', '\u0000', '\u001b[31m', '\u202e', '\u2066', '\ufeff', '\ud800', '\udc00',
  'DSGB1', 'Ü', '漢字', '👩‍👩‍👧', 'e\u0301\u0301\u0301\u0301\u0301', '::error::x', '##[error]', ']]>', '{{', '%}', ' ',
]; // prettier-ignore
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme-ascii', maxLength: 3 })), { maxLength: 14 })
    .map((a) => a.join('')),
);

describe('markdownText', () => {
  it('is nothing but text in a paragraph, a list item and a table cell', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const safe = markdownText(text);
        const shown = oneLine(text);
        expect(textOf(html(`A ${safe} Z`))).toBe(`<p>A ${shown} Z</p>`);
        expect(
          html(`| a | b |\n| - | - |\n| ${safe} | Z |`)
            .match(/<[a-z/][^>]*>/gu)
            ?.join(''),
        ).toBe('<table><thead><tr><th></th><th></th></tr></thead><tbody><tr><td></td><td></td></tr></tbody></table>');
        expect(
          html(`- ${safe}\n- Z`)
            .match(/<[a-z/][^>]*>/gu)
            ?.join(''),
        ).toBe('<ul><li></li><li></li></ul>');
      }),
      { numRuns: 600 },
    );
  });

  it('is nothing but text in an HTML element', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(markdownText(text)).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot|#\d+);)/u);
      }),
    );
  });

  it('leaves nothing that GitHub would turn into a mention, a reference, an address or an emoji afterwards', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const decoded = markdownText(text)
          .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
          .replaceAll(/&(lt|gt|quot|amp);/gu, (_, name: string) => entities[name] ?? '');
        expect(decoded).not.toMatch(/@[\p{L}\p{N}]|#\d|\bGH-\d|:\/\/|\bwww\.|:(?!\d\d:)[\w+-]+:/iu);
      }),
      { numRuns: 400 },
    );
  });

  it("leaves HMRC's own addresses to be copied, and no look-alikes", () => {
    expect(markdownText('mail nctsp5tradertest@hmrc.gov.uk.')).toBe('mail nctsp5tradertest@hmrc.gov.uk.');
    for (const text of ['a@hmrc.gov.uk.evil.example', 'a@hmrc.gov.ukx', '@hmrc.gov.uk', 'a@hmrc-gov.uk']) {
      expect(markdownText(text)).toContain('@\u200B');
    }
  });

  it('keeps an ordinary name readable in the source', () => {
    expect(markdownText("Departures › DSGB1: it isn't rejected (202)")).toBe(
      "Departures › DSGB1: it isn't rejected (202)",
    );
    expect(markdownText('test_dsgb1 | <b>')).toBe('test&#95;dsgb1 &#124; &lt;b&gt;');
  });
});

describe('markdownCode and markdownLink', () => {
  it('make exactly their one element, whatever is in it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const code = html(`A ${markdownCode(text)} Z`)
          .match(/<[a-z/][^>]*>/gu)
          ?.join('');
        expect(code).toBe(oneLine(text) === '' ? '<p></p>' : '<p><code></code></p>');
        const link = html(`A ${markdownLink(`x${text}`, `https://github.com/o/r?${text}`)} Z`)
          .match(/<\/?[a-z]+/gu)
          ?.join('');
        expect(['<p<a</a</p', '<p</p']).toContain(link);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://user:pw@example.com/',
    'no address',
    undefined,
  ])('does not link to %s', (address) => {
    expect(markdownLink('run', address)).toBe('run');
  });

  it('links to the web', () => {
    expect(markdownLink('artifact', 'https://github.com/a/b/actions/runs/1?x=1&y=2')).toBe(
      '[artifact](<https://github.com/a/b/actions/runs/1?x=1&amp;y=2>)',
    );
  });
});

describe('visibleText', () => {
  it('leaves only what XML 1.0 allows', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(visibleText(text)).toMatch(/^[\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
      }),
    );
  });

  it('shows what would hide or turn the text around', () => {
    expect(visibleText('a\u202Eb\u0000c\u001Bd\uD800e\u200Bf\u0085g')).toBe('a⟨U+202E⟩b␀c␛d\uFFFDef\ng');
  });
});

describe('length', () => {
  it('is never above the cap and never cuts a character in two', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 20 }), (text, max) => {
        for (const cut of [oneLine(text, max), paragraphs(text, max)]) {
          expect(Array.from(cut).length).toBeLessThanOrEqual(max);
          expect(cut).not.toMatch(/\p{Cs}/u);
        }
      }),
    );
  });

  it('says where it cut, also a text of megabytes', () => {
    expect(oneLine('abcdef', 4)).toBe('abc…');
    expect(oneLine('👍👍👍👍', 3)).toBe('👍👍…');
    expect(oneLine('x'.repeat(5_000_000), 10)).toBe('xxxxxxxxx…');
    expect(oneLine(`ab${' '.repeat(5_000_000)}c`, 10)).toBe('ab…');
  });
});

describe('guardLine', () => {
  it('is one line that the runner takes for no command', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = guardLine(oneLine(text));
        expect(line).not.toContain('\u001b');
        expect(line).not.toMatch(/[\n\r]|^\s*::|##\[/u);
      }),
      { numRuns: 400 },
    );
    expect(guardLine('::set-output name=verdict::ready')).toBe(': :set-output name=verdict::ready');
    expect(guardLine('  ::stop-commands::x ##[error]y')).toBe('  : :stop-commands::x ## [error]y');
  });
});
