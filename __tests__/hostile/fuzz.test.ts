import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralName } from '../../src/matching/names.ts';
import { Suites } from '../../src/matching/suite-tree.ts';
import { statementListener, statementsInName } from '../../src/statements/listener.ts';
import { fits } from '../../src/text/wildcard.ts';
import { checkMrn } from '../../src/requirements/mrn.ts';
import { scenarioFinder } from '../../src/requirements/scenario-number.ts';
import { markdownText, oneLine, visibleText } from '../../src/text/escape.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { parseArguments } from '../../src/commands/arguments.ts';
import { mistakesIn } from '../../src/settings/file/configuration-schema.ts';
import { parseConfiguration } from '../../src/settings/file/configuration.ts';
import { type Place, placeInWords } from '../../src/finding.ts';
import { readTime } from '../../src/time/read.ts';
import { buildAttempt } from '../builders.ts';
import { buildMrn } from '../harness/reports.ts';
import { refused } from '../form/filling.ts';
import { effort, patience } from './effort.ts';
import { markupFaults } from './judges.ts';
import { seen } from './oracle.ts';

const findNumbers = scenarioFinder(ncts5);

/** Text made of pieces that mean something to the reader under test, and of any characters. */
function textOf(...pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  );
  return fc.array(piece, { maxLength: 30 }).map((all) => all.join(''));
}

function always<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, runs = 2000): void {
  fc.assert(fc.property(arbitrary, holds), { numRuns: runs * effort });
}

const times = textOf(
  ...'2025 -03 -10 T 09 :00 :00 .123456789 , Z UTC GMT + - 24 60 99 Mon Mar 31 Feb 0 1741597200 000 [Europe/London] ( )'.split(
    ' ',
  ),
  ' ',
);
const scenarioNames = textOf(
  'DSGB1',
  'dsgb1',
  'DSXI1',
  'DSGBT1',
  'AGB',
  'GB',
  'XI',
  '1',
  '0',
  'x',
  'X',
  '_',
  ' ',
  ': ',
  '[',
  ']',
  '09A - ',
  '\u0301',
  '\ufe0f',
  'ı',
  'ſ',
);
const said = textOf(
  ...'MRN LRN scenario IE015 IE928 CC015C = : " \' \\" &quot; { } [ ] , < > / 25GB000000000000J0 DSGB1 received type departureId preparationDateAndTime TransitOperation [[PROPERTY| ]] 2025-03-10T09:00:00Z ncts.'.split(
    ' ',
  ),
  ' ',
  '\n',
  '{"received":"2025-03-10T09:00:00Z","type":"IE015"}',
  '<ncts:CC015C>',
  '</ncts:CC015C>',
  '<LRN>',
  '\u001b[31m',
);

describe('whatever is read', () => {
  it(
    'a time is read as a moment of its calendar, or not at all',
    () => {
      for (const zone of ['UTC', 'Europe/London', 'America/St_Johns', 'Nowhere/Else']) {
        always(
          times,
          (text) => {
            const read = readTime(text, zone);
            if (read === undefined) return;
            expect(Number.isInteger(read.instant)).toBe(true);
            expect(Math.abs(read.instant)).toBeLessThan(8.64e15);
            expect(/\d/.test(text)).toBe(true);
          },
          1000,
        );
      }
    },
    patience,
  );

  it(
    'scenario numbers are those of the catalogue, and stand in the text',
    () => {
      always(
        scenarioNames,
        (text) => {
          const { ids, leading, lookAlikes } = findNumbers(text);
          for (const id of ids) {
            expect(ncts5.scenarios.has(id)).toBe(true);
            expect(seen(text).normalize('NFC').toUpperCase()).toContain(id);
          }
          if (leading !== undefined) expect(ids).toContain(leading);
          expect(new Set(ids).size + new Set(lookAlikes).size).toBe(ids.length + lookAlikes.length);
        },
        4000,
      );
    },
    patience,
  );

  it(
    'names are neutralised, whatever they say',
    () => {
      always(fc.tuple(said, fc.array(scenarioNames, { maxLength: 3 })), ([text, lrns]) => {
        expect(neutralName(text, { lrns, times: [0] }).length).toBeLessThan(20 + text.length * 10);
        const result = buildAttempt({ suites: [text], className: text, name: text });
        new Suites([{ result }]).between(result);
      });
    },
    patience,
  );

  it(
    'an MRN is right or wrong, and a right one with one digit more never is',
    () => {
      const mrn = fc
        .tuple(fc.constantFrom('GB', 'XI'), fc.stringMatching(/^[A-Z0-9]{1,12}$/))
        .map(([country, seed]) => buildMrn(country === 'GB' ? 'GB' : 'XI', seed));
      always(
        mrn,
        (text) => {
          expect(checkMrn(text)).toMatchObject({ ok: true });
          expect(checkMrn(`${text}0`)).toMatchObject({ ok: false });
        },
        300,
      );
      always(fc.oneof(fc.string({ unit: 'binary' }), said), (text) => void checkMrn(text));
    },
    patience,
  );

  it(
    'what tests write is heard the same however it is cut, and never breaks',
    () => {
      always(
        fc.tuple(said, fc.integer({ min: 1, max: 40 })),
        ([text, cut]) => {
          const [whole, pieces] = [
            statementListener({ findNumbers, timeZone: 'UTC' }),
            statementListener({ findNumbers, timeZone: 'UTC' }),
          ];
          whole.text(text, 1);
          for (let at = 0, line = 1; at < text.length; at += cut) {
            const piece = text.slice(at, at + cut);
            pieces.text(piece, line);
            line += piece.split('\n').length - 1;
          }
          for (const listener of [whole, pieces]) listener.endOfText();
          expect(pieces.finish()).toEqual(whole.finish());
          statementsInName(text, 1, { timeZone: 'UTC' });
        },
        1500,
      );
    },
    patience,
  );

  it(
    'a pattern with stars fits as a regular expression would have it',
    () => {
      const pattern = fc.array(fc.constantFrom('a', 'b', '*', 'ab', '.'), { maxLength: 8 }).map((all) => all.join(''));
      const text = fc.array(fc.constantFrom('a', 'b', '.', 'ab'), { maxLength: 8 }).map((all) => all.join(''));
      always(fc.tuple(pattern, text), ([one, other]) => {
        const expression = new RegExp(`^${one.replaceAll('.', '\\.').replaceAll(/\*+/g, '.*')}$`);
        expect(fits(one, other)).toBe(expression.test(other));
      });
    },
    patience,
  );

  it(
    'a command line is taken apart, or told to be wrong',
    async () => {
      const word = fc.oneof(
        fc.constantFrom(
          'check',
          '--results',
          '--results=a',
          '--',
          '-h',
          '--__proto__=1',
          '--constructor',
          '--as-of',
          '',
          '=',
          '--=x',
        ),
        fc.string(),
      );
      const taken = fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (words) => {
        const { mistakes, values } = await parseArguments(words);
        for (const { message } of mistakes) expect(message).not.toBe('');
        expect(Object.getPrototypeOf(values)).toBe(Object.getPrototypeOf({}));
      });
      await fc.assert(taken, { numRuns: 2000 * effort });
    },
    patience,
  );

  it(
    'a configuration is read, or told to be wrong with a place',
    () => {
      const demo = readFileSync(new URL('../fixtures/demo/ncts5.yml', import.meta.url), 'utf8');
      const pieces = [
        '\n',
        '  ',
        ': ',
        '- ',
        '{',
        '}',
        '[',
        ']',
        '&a ',
        '*a',
        '!!js/function ',
        '? ',
        '|',
        '>',
        '"',
        "'",
        '# ',
        '---\n',
        '<<: ',
        '__proto__: ',
        'flows: ',
        'answers: ',
        'null',
        '~',
        '1e999',
        '\t',
        '%YAML 1.1\n',
        '!!binary ',
      ];
      const change = fc.record({
        place: fc.nat({ max: demo.length }),
        removed: fc.nat({ max: 40 }),
        added: textOf(...pieces),
      });
      const changed = fc
        .array(change, { minLength: 1, maxLength: 4 })
        .map((all) =>
          all.reduce(
            (text, { place, removed, added }) =>
              text.slice(0, place) + added.slice(0, 60) + text.slice(place + removed),
            demo,
          ),
        );
      always(
        fc.oneof(changed, textOf(...pieces)),
        (text) => {
          const mistakes: string[] = [];
          const take = (place: Place, message: string) => void mistakes.push(`${placeInWords(place) ?? ''} ${message}`);
          const configuration = parseConfiguration('ncts5.yml', text, take);
          if (configuration === undefined) {
            expect(mistakes).not.toEqual([]);
          } else {
            for (const { place = {}, message } of mistakesIn(configuration, ncts5)) {
              take(place, message);
            }
          }
          for (const mistake of mistakes) expect(mistake).toMatch(/^ncts5\.yml\S* [^\n]+$/);
        },
        700,
      );
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
    patience,
  );

  it(
    'a form that is none is refused, not died of',
    () => {
      const bytes = fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.uint8Array({ maxLength: 200 }).map((rest) => Uint8Array.of(0x50, 0x4b, 3, 4, ...rest)),
      );
      const property = fc.property(bytes, (template) => {
        expect(refused(template)).not.toBe('It was filled in.');
      });
      fc.assert(property, { numRuns: 300 * effort });
    },
    patience,
  );

  it(
    'text stays text in Markdown',
    () => {
      const pieces = textOf(
        '<',
        '>',
        '&',
        '`',
        '*',
        '_',
        '~',
        '[',
        ']',
        '(',
        ')',
        '!',
        '#',
        '@',
        '|',
        '\\',
        '\n',
        '\r',
        ' ',
        'a',
        '1',
        'http://',
        'www.',
        'e@x.y',
        '-->',
        '<!--',
        '<b>',
        '$',
        ':x:',
        '://',
        '.',
        'x.example',
        'ftp://',
        'xmpp:',
        'mailto:',
      );
      always(
        pieces,
        (text) => {
          expect(markupFaults(markdownText(text)), text).toEqual([]);
          expect(markupFaults(`| a |\n|---|\n| ${markdownText(text)} |\n\n- ${markdownText(text)}\n`), text).toEqual(
            [],
          );
          expect(oneLine(text)).not.toMatch(/\n/);
          expect(visibleText(text)).not.toMatch(/[^\P{Cc}\n\t]/u);
        },
        1500,
      );
    },
    patience,
  );
});
