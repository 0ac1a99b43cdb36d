import { failure, ofKind, passingName, report, stamped, testcase, type HostileCase } from './hostile-case.ts';

const bomb = ofKind('bombs');

const long = 400_000;

/** So many characters made of this piece: what takes time by the square takes minutes for them. */
function many(piece: string): string {
  return piece.repeat(Math.ceil(long / piece.length));
}

/** Pieces that make a careless regular expression try everything with everything. */
const pieces: Readonly<Record<string, string>> = {
  'LRN and hyphens': 'LRN-',
  'LRN and blanks': 'LRN '.padEnd(1000),
  'blanks only': ' ',
  'scenario numbers that are none': 'DSGB9999 ',
  'scenario numbers, glued': 'DSGB1',
  'starts of scenario numbers': 'DSGB',
  'numbers and hyphens': '1-',
  'starts of dates': '2025-03-10T09:00:00.',
  digits: '1',
  'hexadecimal and hyphens': 'aaaaaaaa-aaaa-',
  'almost an MRN': '25GB000000000000J',
  'opening brackets': '(['.repeat(3),
  'backslashes and quotes': '\\\\&quot;',
  'escaped escapes': '&amp;amp;amp;',
  keys: 'MRN=MRN:MRN ',
  'keys with blanks': `IE015${' '.repeat(30)}`,
  'starts of messages of the API': '{&quot;received&quot;:&quot;2025',
  'nested braces': '{&quot;type&quot;:{',
  'starts of markers': '[[PROPERTY|scenario=',
  'starts of messages': '&lt;ncts:CC015C&gt;',
  accents: 'e\u0301',
  pairs: '\u{1F69A}',
  colours: '#x1b[31m',
};

/** Long texts of a pattern, in names and in what tests write; the case fails, or is not DSGB1 for sure. */
const patterns: readonly HostileCase[] = Object.entries(pieces).flatMap(([what, piece]) => [
  bomb(`a name of ${what}`, report(testcase(failure, undefined, `DSGB1: ${many(piece)}`))),
  bomb(
    `suite, class and output of ${what}`,
    report(
      testcase(
        `<system-out>${many(piece)}</system-out><failure message="${many(piece)}">${many(piece)}</failure>`,
        stamped(`file="${many(piece)}"`),
        passingName,
      ).replace('trader.test', many(piece)),
      `name="${many(piece)}"`,
    ),
  ),
]);

const root = report(testcase(failure)).replace(/^.*\n/, '');
const attributes = Array.from({ length: 10_001 }, (_, index) => `a${index}=""`).join(' ');

/** Markup that goes on and on. */
const endless: readonly HostileCase[] = [
  bomb('a document type of quotes', `<!DOCTYPE testsuites ${many('""')}>${root}`),
  bomb('a document type of quotes that does not end', `<!DOCTYPE testsuites ${many('""')}${root}`),
  bomb('a declaration of blanks', `<?xml version="1.0"${many(' ')}x?>${root}`),
  bomb('an instruction of question marks', `<?x ${many('?')}>${root}`),
  bomb('a comment of single hyphens', `<!--${many('- ')}-->${root}`),
  bomb('CDATA of closing brackets', report(testcase(`<system-out><![CDATA[${many(']')}]]></system-out>${failure}`))),
  bomb('text of closing brackets', report(testcase(`<system-out>${many(']')}</system-out>${failure}`))),
  bomb('blanks inside a tag', report(testcase(failure, stamped(many(' '))))),
  bomb('line breaks', report(testcase(failure + many('\n')))),
  bomb('tags without an end', report(testcase(failure) + many('<'))),
  bomb('a name without an end', report(testcase(failure) + many('<x'))),
  bomb('ten thousand attributes', report(testcase(failure, stamped(attributes)))),
  bomb('empty elements', report(testcase(failure + many('<x/>')))),
  bomb('properties without names', report(testcase(`<properties>${many('<property/>')}</properties>${failure}`))),
  bomb('comments', report(testcase(failure + many('<!--x-->')))),
  bomb('failures of one case', report(testcase(many('<failure/>')))),
];

export const bombCases: readonly HostileCase[] = [...patterns, ...endless];
