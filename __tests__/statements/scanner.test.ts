import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { scenarioFinder } from '../../src/requirements/scenario-number.ts';
import { referenceStatements } from './reference.ts';
import { apiMessage, inFull, nctsMessage, noon, stated } from './stated.ts';

const findNumbers = scenarioFinder(ncts5);
const mrn = '26GB0000EXAMPLE1J9';

/** As one line, as most logs have it, so that the scanner's shortest way is taken. */
const compact = (text: string): string => text.replaceAll(/\n\s*/g, '');
const entities = (text: string): string => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const inJson = (text: string): string => JSON.stringify({ message: text });

/** The first, as a rule. */
const mostly = <T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: others.length }, fc.constantFrom(usual, ...others));

const message = fc
  .record({
    type: fc.oneof(fc.constantFrom('CC015C', 'CC028C', 'CC928C', 'CC007C'), mostly('CC029C', 'cc029c', 'CC999C')),
    prepared: mostly<string | undefined>(
      '2026-07-01T12:00:05',
      '2026-02-30T12:00:05',
      '2024-02-29T00:00:00',
      '{{now}}',
      '',
      'soon',
      noon,
    ),
    lrn: mostly<string | undefined>(
      'L-1',
      undefined,
      'L=2',
      ' L3 ',
      '',
      '${lrn}',
      'LRN',
      'a:b',
      'x'.repeat(70),
      'MRN=1A2B3C4D',
    ),
    mrn: mostly<string | undefined>(mrn, undefined, mrn.toLowerCase(), '%s'),
    prefix: mostly('ncts:', '', 'a-b.c:', '1:', ':', `${'p'.repeat(40)}:`),
    namespace: mostly('http://ncts.dgtaxud.ec', 'urn:other'),
  })
  .chain((one) =>
    mostly('', ` mrn="${mrn}"`, ' IE015="2026-07-01"', ' a=">"', ' scenario: DSGB1', ' received', ' [').map(
      (attribute) => nctsMessage(one).replace(' PhaseID', `${attribute} PhaseID`),
    ),
  );

/** What a message may have in it besides, in place of one of its parts. */
const parts = [
  '<MRN>26GB0000EXAMPLE2J9</MRN>',
  '<LRN>L-9</LRN>',
  '<a>scenario: DSGB1</a>',
  '<b>LRN=L-8 </b>',
  '<b>ie015 </b>',
  '<received/>',
  '<TransitOperation>',
  '</TransitOperation>',
  '<preparationDateAndTime>2026-07-02T12:00:05</preparationDateAndTime>',
  '<!-- MRN: 26GB0000EXAMPLE1J9 -->',
  '&amp;',
  '\\',
  '[[PROPERTY|lrn=L-7]]',
];
const oddMessage = fc
  .tuple(message, fc.constantFrom(...parts), fc.integer({ min: 1, max: 12 }))
  .map(([text, other, count]) => withPart(text, other, count));

/** Behind so many of its tags. */
function withPart(text: string, other: string, count: number): string {
  const tags = text.split(/(?<=>)/);
  return [...tags.slice(0, count), other, ...tags.slice(count)].join('');
}

const api = fc
  .record({
    type: mostly('IE028', 'IE015', 'IE928', 'ie928', 'XX'),
    received: mostly(noon, '2026-07-01T12:00:07.25Z', '2026-07-01T24:00:00Z', '2026-07-01 12:00', 'soon'),
    body: fc.option(message, { nil: undefined }),
    reverse: fc.boolean(),
    indent: fc.constantFrom(0, 2),
  })
  .map(({ reverse, indent, ...one }) => {
    const entries = Object.entries(apiMessage(one));
    return JSON.stringify(Object.fromEntries(reverse ? entries.toReversed() : entries), null, indent);
  });

const pair = fc
  .tuple(
    mostly('', '"', '\\"', "'", 'x.', 'parent', ' ', '\u001b[32m', ':', 'ncts.', '- '),
    fc.constantFrom('MRN', 'mrn', 'LRN', 'lrn', 'scenario', 'IE015', 'ie015-time', 'CC015C', 'cc015c', 'received'),
    mostly('=', ': ', ':', '": "', '=>', ' = ', '', '==', '\t:\t', `:${' '.repeat(25)}`),
    fc.constantFrom(
      mrn,
      'L-1',
      'L.',
      'L1,',
      'L1;x=2',
      'DSGB1',
      'DSGB1: released',
      noon,
      '01/07/2026',
      '',
      'makeLrn()',
      '"q 1"',
    ),
    mostly('\n', ' ', '', '"', '.\n', '\r\n', ','),
  )
  .map((all) => all.join(''));

const plain = fc.constantFrom(
  '\n',
  ' ',
  'GET /customs/transits/movements/departures/6365135ba5e821ee/messages\n',
  'POST https://x/customs/transits/movements\\/arrivals\\/fedcba9876543210 ',
  `"href":"/customs/transits/movements/departures/aaaaaaaaaaaaaaaa"},`,
  `{"departureId":"bbbbbbbbbbbbbbbb","movementReferenceNumber":"${mrn}","localReferenceNumber":"L-1"}`,
  `[[PROPERTY|mrn=${mrn}]]`,
  '[[property|scenario\nDSGB1]]',
  '[[PROPERTY|x=LRN=L-1 ',
  'display-name: DSGB1: x\n',
  '\ndisplay-name: DSGB2\n',
  '2026-07-01 12:00:05 INFO submit status=200\n',
  '<',
  '>',
  '</',
  '&lt;',
  '\\u003c',
  'ncts:',
  '{',
  '}',
  '"',
  '\\',
  'transit operation',
  'TransitOperation',
  'filler '.repeat(600),
  '<x/>'.repeat(20_000),
);

const fragment = fc.oneof(
  message,
  message.map(compact),
  message.map(entities),
  message.map(inJson),
  oddMessage,
  oddMessage.map(compact),
  api,
  api.map(inJson),
  pair,
  pair,
  plain,
  plain,
);
/** Whole, as a rule, or cut off somewhere. */
const broken = fc
  .tuple(fragment, fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 2, nil: 1 }), fc.boolean())
  .map(([text, share, isCut]) => (isCut ? text.slice(0, Math.ceil(text.length * share)) : text));
const texts = fc.array(broken, { minLength: 3, maxLength: 14, size: 'max' }).map((all) => all.join(''));

function piecesOf(text: string, cuts: readonly number[]): readonly string[] {
  const places = [0, ...cuts.map((share) => Math.floor(share * text.length)).toSorted((a, b) => a - b), text.length];
  return places.slice(1).map((end, index) => text.slice(places[index], end));
}

describe('the scanner', () => {
  it('finds what a slow one without shortcuts finds, wherever the text was cut', () => {
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });
    fc.assert(
      fc.property(texts, cuts, (text, shares) => {
        const expected = inFull(referenceStatements(text, findNumbers, 'Europe/London'));
        expect(inFull(stated(piecesOf(text, shares), 'Europe/London'))).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('does so at the limits of what is read at once', () => {
    const blanks = [' ', '\t', ' \t', '\u00a0'].flatMap((blank) => [0, 1, 19, 20, 21, 22].map((n) => blank.repeat(n)));
    for (const key of ['LRN', 'mrn']) {
      for (const mark of ['=', ':', '=>', ' =']) {
        for (const between of blanks) {
          for (const value of ['L-1', mrn, 'L'.repeat(380), `${'L'.repeat(59)}1`, `${'L'.repeat(60)}1`, 'L1.', 'L1,']) {
            for (const after of [' ', '\n', '"', '']) {
              const text = `INFO ${key}${mark}${between}${value}${after}`;
              expect(inFull(stated(text))).toEqual(inFull(referenceStatements(text, findNumbers, 'UTC')));
            }
          }
        }
      }
    }
  });

  it('does so whatever sign stands before or behind a key, a value or a name', () => {
    const xml = compact(nctsMessage({ type: 'CC028C', lrn: 'L-1', mrn }));
    const around = (sign: string): readonly string[] => [
      `x${sign}LRN=L-1 `,
      `x ${sign}mrn: ${mrn}`,
      `LRN${sign}=L-1\n`,
      `MRN${sign}${mrn}\n`,
      `{"LRN"${sign}: "L-1"}`,
      `LRN=${sign}L-1 `,
      `LRN=L${sign}1 `,
      `LRN=L-1${sign}`,
      `ie015${sign}: ${noon}`,
      xml.replace('<ncts:CC', `<${sign}ncts:CC`),
      xml.replace('<ncts:CC', `<n${sign}s:CC`),
      xml.replace('CC028C ', `CC028C${sign}`),
      xml.replace('<LRN>', `<LRN${sign}>`),
      xml.replace('<MRN>', `<${sign}MRN>`),
      xml.replace('>L-1<', `>L${sign}1<`),
    ];
    const signs = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
    for (const sign of [...signs, '\u00a0', '\u2028', 'é', '']) {
      const found = around(sign).map((text) => inFull(stated(text)));
      expect(found, sign).toEqual(around(sign).map((text) => inFull(referenceStatements(text, findNumbers, 'UTC'))));
    }
  });

  it('does so whatever the prefix of a message’s names', () => {
    const lengths = [1, 30, 31, 32, 33, 60, 61].flatMap((length) => ['p', '1', 'é'].map((sign) => sign.repeat(length)));
    for (const prefix of [...lengths, '', '_a', 'Z-z.09', '-a', '.a', '[', '@a', 'a:b', 'a b', '\u007f']) {
      const xml = nctsMessage({ type: 'CC028C', lrn: 'L-1', mrn, prefix: `${prefix}:` }).replaceAll(
        'LRN>',
        `${prefix}:LRN>`,
      );
      for (const text of [xml, compact(xml), entities(xml), inJson(xml), xml.slice(1)]) {
        expect(inFull(stated(text)), text).toEqual(inFull(referenceStatements(text, findNumbers, 'UTC')));
      }
    }
  });

  it('does so wherever something else stands in a message', () => {
    const xml = compact(nctsMessage({ type: 'CC028C', lrn: 'L-1', mrn }));
    for (const other of parts) {
      for (let count = 0; count < 18; count++) {
        const text = withPart(xml, other, count);
        expect(inFull(stated(text)), text).toEqual(inFull(referenceStatements(text, findNumbers, 'UTC')));
      }
    }
  });

  it('does so cut at every place', () => {
    fc.assert(
      fc.property(
        fc.array(
          broken.filter((text) => text.length < 1500),
          { maxLength: 4 },
        ),
        (all) => {
          const text = all.join('');
          const expected = inFull(referenceStatements(text, findNumbers, 'UTC'));
          for (let cut = 0; cut <= text.length; cut += 1 + Math.floor(text.length / 100)) {
            expect(inFull(stated([text.slice(0, cut), text.slice(cut)]))).toEqual(expected);
          }
          expect(inFull(stated(Array.from(text)))).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });
});
