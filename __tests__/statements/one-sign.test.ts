import { describe, expect, it } from 'vitest';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { scenarioFinder } from '../../src/requirements/scenario-number.ts';
import { mrns } from '../builders.ts';
import { referenceStatements } from './reference.ts';
import { apiMessage, inFull, nctsMessage, noon, stated } from './stated.ts';

/*
 * What is written as nearly everybody writes it is read by short cuts. One sign more, less or other than that, and it has to be
 * read as it would be without them.
 */

const findNumbers = scenarioFinder(ncts5);

/** Each place of a text, with each of the signs in its place, and with the one that is there left out. */
function* changed(text: string, signs: string): Generator<string> {
  for (let at = 0; at < text.length; at++) {
    yield text.slice(0, at) + text.slice(at + 1);
    for (const sign of signs) yield text.slice(0, at) + sign + text.slice(at + 1);
  }
}

function expectAlike(texts: Iterable<string>): void {
  for (const text of texts) {
    expect(inFull(stated(text)), text).toEqual(inFull(referenceStatements(text, findNumbers, 'UTC')));
  }
}

const xml = nctsMessage({ type: 'CC028C', lrn: 'L-1', mrn: mrns.gb, prefix: 'n:' }).replaceAll(/\s*\n\s*/g, '');

describe('with any one sign changed, it is read as without short cuts:', () => {
  it('the head of a message', () => {
    const start = xml
      .replace(/<HolderOf.*(?=<\/n:)/, '')
      .replace(/<message(?:Sender|Identification|Type)>.*?(?=<preparation)/, '');
    expectAlike(changed(start, '<x=9'));
  });

  it('a pair on a line of a log', () => {
    expectAlike(changed(`12:00 INFO a.B [m] - LRN=L-1 mrn: ${mrns.gb}\n- scenario=DSGB1 IE015=${noon}`, ' "=:,9x'));
  });

  it('members of an object', () => {
    expectAlike(changed(`{"LRN":"L-1", 'mrn': '${mrns.gb}', \\"scenario\\": \\"DSGB1\\"}`, ' "=\\x'));
  });

  it('a message of the API', () => {
    const { departureId, received, type } = apiMessage({ type: 'IE028' });
    expectAlike(changed(JSON.stringify({ departureId, received, type }), '":x9'));
  });
});

describe('the time at which a message was prepared', () => {
  const at = (prepared: string) => {
    expectAlike([nctsMessage({ type: 'CC028C', prepared })]);
    const [message] = stated(nctsMessage({ type: 'CC028C', prepared }));
    return message?.key === 'message' && message.at !== undefined ? new Date(message.at).toISOString() : undefined;
  };

  it.each([
    ['2026-07-01T12:00:05', '2026-07-01T12:00:05.000Z'],
    ['1970-01-01T00:00:00', '1970-01-01T00:00:00.000Z'],
    ['2024-02-29T23:59:59', '2024-02-29T23:59:59.000Z'],
    ['2026-12-31T09:10:19', '2026-12-31T09:10:19.000Z'],
  ])('%s is that of UTC', (prepared, expected) => {
    expect(at(prepared)).toBe(expected);
  });

  it.each([
    '2026-00-01T12:00:05',
    '2026-13-01T12:00:05',
    '2026-07-00T12:00:05',
    '2026-07-32T12:00:05',
    '2026-02-29T12:00:05',
    '2026-07-01T24:00:05',
    '2026-07-01T12:60:05',
    '2026-07-01T12:00:61',
    '2026-06-31T12:00:05',
  ])('%s is none', (prepared) => {
    expect(at(prepared)).toBeUndefined();
  });

  it('is read alike with any one sign changed', () => {
    expectAlike(
      [...changed('2026-07-01T12:00:05', '012369:-T /a')].map((prepared) => nctsMessage({ type: 'CC028C', prepared })),
    );
  });
});
