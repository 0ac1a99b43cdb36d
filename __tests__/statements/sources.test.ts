import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statementListener } from '../../src/statements/listener.ts';
import { briefly, stated, statedIn, texts, noon } from './stated.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { scenarioFinder } from '../../src/requirements/scenario-number.ts';

const findNumbers = scenarioFinder(ncts5);

const mrn = '26GB0000EXAMPLE1J9';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `LRN=L${index}`).join('\n');

function ofProperty(name: string, value: string, timeZone = 'UTC'): string[] {
  const listener = statementListener({ findNumbers, timeZone });
  listener.property(name, value, 7);
  return briefly(listener.finish().statements);
}

describe('properties', () => {
  it.each([
    ['mrn', mrn, `mrn=${mrn} (property 7)`],
    ['MRN', ` ${mrn}\n`, `mrn=${mrn} (property 7)`],
    ['ncts.mrn', mrn, `mrn=${mrn} (property 7)`],
    ['NCTS5.Mrn', mrn, `mrn=${mrn} (property 7)`],
    ['mrn'.padStart(60), mrn, `mrn=${mrn} (property 7)`],
    ['mrn', 'anything, right or wrong', 'mrn=anything, right or wrong (property 7)'],
    ['LRN', 'LRN-0001', 'lrn=LRN-0001 (property 7)'],
    ['Scenario', 'DSGB1: Simplified', 'scenario=DSGB1: Simplified (property 7)'],
    ['scenario', 'whatever', 'scenario=whatever (property 7)'],
    ['IE015', noon, 'IE015@2026-07-01T12:00:05.000Z (property 7)'],
    ['ie928', noon, 'IE928@2026-07-01T12:00:05.000Z (property 7)'],
    ['IE999', noon, 'IE999@2026-07-01T12:00:05.000Z (property 7)'],
    ['CC015C', noon, 'IE015@2026-07-01T12:00:05.000Z (property 7)'],
    ['ncts5.cc928c', noon, 'IE928@2026-07-01T12:00:05.000Z (property 7)'],
    ['ncts6.lrn', 'LRN-1', 'lrn=LRN-1 (property 7)'],
    ['IE015-time', noon, 'IE015@2026-07-01T12:00:05.000Z (property 7)'],
    ['ie015_at', noon, 'IE015@2026-07-01T12:00:05.000Z (property 7)'],
    ['IE015 date and time', noon, 'IE015@2026-07-01T12:00:05.000Z (property 7)'],
    ['ie015DateTime', noon, 'IE015@2026-07-01T12:00:05.000Z (property 7)'],
    ['IE015.timestamp', noon, 'IE015@2026-07-01T12:00:05.000Z (property 7)'],
    ['CC015C_date', noon, 'IE015@2026-07-01T12:00:05.000Z (property 7)'],
    ['IE015', '2026-07-01 12:00:05', 'IE015@2026-07-01T12:00:05.000Z assumed (property 7)'],
    ['IE015', 'soon', 'IE015@? (property 7)'],
    ['IE015', '01/07/2026 12:00', 'IE015@? (property 7)'],
  ])('%s = %j', (name, value, expected) => {
    expect(ofProperty(name, value)).toEqual([expected]);
  });

  it.each([
    'java.class.path',
    'mrn_number',
    'mrns',
    'parent.mrn',
    'nctsmrn',
    'ncts7.mrn',
    'IE15',
    'IE0155',
    'CC015',
    'C015C',
    'IE015-sent-by',
    'IE015 attempt',
    'submittedAt',
    'title',
    'requirement',
    'display-name',
    '',
    'mrn'.padStart(61),
  ])('nothing is taken from %j', (name) => {
    expect(ofProperty(name, mrn)).toEqual([]);
  });

  it('an empty value says nothing', () => {
    expect(ofProperty('mrn', '  ')).toEqual([]);
    expect(ofProperty('IE015', '')).toEqual([]);
  });

  it('a time without offset is read in the zone given', () => {
    expect(ofProperty('IE015', '2026-07-01 13:00:05', 'Europe/London')).toEqual([
      'IE015@2026-07-01T12:00:05.000Z assumed (property 7)',
    ]);
  });

  it('are kept as they are where they are asked for by name, the last of each', () => {
    const properties = new Set(['application', 'mrn']);
    const listener = statementListener({ findNumbers, timeZone: 'UTC', properties });
    listener.property('other', 'x', 1);
    expect(listener.finish().properties).toBeUndefined();
    listener.property('application', 'first', 2);
    listener.property(' application\n', `\t${'y'.repeat(1001)}`, 3);
    listener.property('mrn', mrn, 4);
    const { statements, properties: kept } = listener.finish();
    expect([...(kept ?? [])]).toEqual([
      ['application', 'y'.repeat(1000)],
      ['mrn', mrn],
    ]);
    expect(briefly(statements)).toEqual([`mrn=${mrn} (property 4)`]);
  });

  it('keeps the text as found for mistakes, cut to 200 characters', () => {
    const listener = statementListener({ findNumbers, timeZone: 'UTC' });
    listener.property('IE015', 'x'.repeat(5000), 1);
    listener.property('MRN', 'y'.repeat(5000), 1);
    const found = listener.finish().statements;
    const [, number] = found;
    expect(texts(found)).toEqual([`IE015=${'x'.repeat(194)}`]);
    expect(number).toMatchObject({ key: 'mrn', value: 'y'.repeat(1000) });
    const blanks = statementListener({ findNumbers, timeZone: 'UTC' });
    blanks.property(' IE015\n', ' soon ', 1);
    expect(texts(blanks.finish().statements)).toEqual(['IE015=soon']);
  });
});

describe('markers', () => {
  it.each([
    [`[[PROPERTY|mrn=${mrn}]]`, [`mrn=${mrn} (marker 1)`]],
    [`log: [[PROPERTY|ncts.MRN=${mrn}]] done`, [`mrn=${mrn} (marker 1)`]],
    [`\n[[property|IE015=${noon}]]`, ['IE015@2026-07-01T12:00:05.000Z (marker 2)']],
    ['[[PROPERTY|scenario\nDSGB1\n]]', ['scenario=DSGB1 (marker 1)']],
    ['[[PROPERTY|scenario\r\nDSGB1: a\r\nb]]', ['scenario=DSGB1: a\r\nb (marker 1)']],
    ['[[PROPERTY|lrn=A=B]]', ['lrn=A=B (marker 1)']],
    [`[[PROPERTY|lrn=L-1]][[PROPERTY|mrn=${mrn}]]`, ['lrn=L-1 (marker 1)', `mrn=${mrn} (marker 1)`]],
    ['[[PROPERTY|IE015=nonsense]]', ['IE015@? (marker 1)']],
    // What stands in a marker of another name is that property's value and nothing else.
    [`[[PROPERTY|note=MRN=${mrn}]]`, []],
    [`[[ATTACHMENT|evidence/DSGB1.json]]`, []],
    // One that was never finished takes nothing from the next.
    [`[[PROPERTY|mrn]\n[[PROPERTY|lrn=L-1]]`, ['lrn=L-1 (marker 2)']],
    // No marker: then it may still be a line.
    [`[[PROPERTY|mrn=${mrn}`, [`mrn=${mrn} (line 1)`]],
    [`[[PROPERTY| mrn=${mrn}`, [`mrn=${mrn} (line 1)`]],
  ])('%j', (text, expected) => {
    expect(briefly(stated(text))).toEqual(expected);
  });
});

describe('lines', () => {
  it.each([
    [`MRN=${mrn}`, `mrn=${mrn} (line 1)`],
    [`mrn: ${mrn}`, `mrn=${mrn} (line 1)`],
    [`MRN = ${mrn}.`, `mrn=${mrn} (line 1)`],
    [`"MRN" => "${mrn}"`, `mrn=${mrn} (line 1)`],
    [`ncts.mrn=${mrn}`, `mrn=${mrn} (line 1)`],
    [`ncts5.MRN: ${mrn}`, `mrn=${mrn} (line 1)`],
    [`\t- MRN: ${mrn}`, `mrn=${mrn} (line 1)`],
    [`2026-07-01 12:00:05,123 INFO  [main] c.e.Transit - MRN=${mrn} (allocated)`, `mrn=${mrn} (line 1)`],
    [`INFO:root:MRN=${mrn}`, `mrn=${mrn} (line 1)`],
    [`[info]MRN=${mrn}`, `mrn=${mrn} (line 1)`],
    [`{"mrn":"${mrn}"}`, `mrn=${mrn} (line 1)`],
    [`{'mrn': '${mrn}'}`, `mrn=${mrn} (line 1)`],
    [`{\\"mrn\\":\\"${mrn}\\"}`, `mrn=${mrn} (line 1)`],
    [`{&quot;mrn&quot;:&quot;${mrn}&quot;}`, `mrn=${mrn} (line 1)`],
    [`{\\&quot;mrn\\&quot;:\\&quot;${mrn}\\&quot;}`, `mrn=${mrn} (line 1)`],
    [`{\\u0022mrn\\u0022:\\u0022${mrn}\\u0022}`, `mrn=${mrn} (line 1)`],
    [`"message": "MRN=${mrn}",`, `mrn=${mrn} (line 1)`],
    [`msg='MRN=${mrn}'`, `mrn=${mrn} (line 1)`],
    [`("MRN=${mrn}")`, `mrn=${mrn} (line 1)`],
    [`\u001b[33mMRN\u001b[0m=\u001b[1;32m${mrn}\u001b[0m`, `mrn=${mrn} (line 1)`],
    [`[33mMRN[39m: ${mrn}[0m`, `mrn=${mrn} (line 1)`],
    [`\\u001b[33mMRN=\\u001b[0m${mrn}`, `mrn=${mrn} (line 1)`],
    ['a\r\nb\nMRN=26GB00001', 'mrn=26GB00001 (line 3)'],
    ['LRN=LRN-0001', 'lrn=LRN-0001 (line 1)'],
    ['LRN: TEST/2026.01_a+b#3', 'lrn=TEST/2026.01_a+b#3 (line 1)'],
    ['lrn="ABC"', 'lrn=ABC (line 1)'],
    ["lrn: 'ABC-DEF'", 'lrn=ABC-DEF (line 1)'],
    ['LRN=A1,', 'lrn=A1 (line 1)'],
    ['lrn="A"', 'lrn=A (line 1)'],
    ['lrn=" A1 "', 'lrn=A1 (line 1)'],
    ['lrn="A1', 'lrn=A1 (line 1)'],
    [`lrn="${'a'.repeat(60)}"`, `lrn=${'a'.repeat(60)} (line 1)`],
    [`lrn=${'1'.repeat(60)}`, `lrn=${'1'.repeat(60)} (line 1)`],
    ['lrn=7...', 'lrn=7 (line 1)'],
    [`mrn=" ${mrn} "`, `mrn=${mrn} (line 1)`],
    ['mrn=26GB01', 'mrn=26GB01 (line 1)'],
    [`mrn=${'1'.repeat(60)}`, `mrn=${'1'.repeat(60)} (line 1)`],
    [`mrn${' '.repeat(20)}:${' '.repeat(20)}${mrn}`, `mrn=${mrn} (line 1)`],
    [`IE015=${noon}`, 'IE015@2026-07-01T12:00:05.000Z (line 1)'],
    [`IE928: ${noon}.`, 'IE928@2026-07-01T12:00:05.000Z (line 1)'],
    ['cc028c=2026-07-01T13:00:05+01:00', 'IE028@2026-07-01T12:00:05.000Z (line 1)'],
    ['IE015 time: 2026-07-01 12:00:05.250 UTC sent', 'IE015@2026-07-01T12:00:05.250Z (line 1)'],
    ['IE015-at=Wed, 01 Jul 2026 12:00:05 GMT', 'IE015@2026-07-01T12:00:05.000Z (line 1)'],
    ['IE015: 2026-07-01 12:00:05,250', 'IE015@2026-07-01T12:00:05.250Z assumed (line 1)'],
    ['IE015: 2026-07-01 12:00:05 200 OK', 'IE015@2026-07-01T12:00:05.000Z assumed (line 1)'],
    ['IE015: Wed Jul 01 2026 13:00:05 GMT+0100 (British Summer Time)', 'IE015@2026-07-01T12:00:05.000Z (line 1)'],
    ['IE015=Wed Jul  1 12:00:05 UTC 2026 done', 'IE015@2026-07-01T12:00:05.000Z (line 1)'],
    ['IE015: 1 July 2026, 12:00:05 UTC.', 'IE015@2026-07-01T12:00:05.000Z (line 1)'],
    ['IE015=2026-07-01', 'IE015@2026-07-01T00:00:00.000Z assumed (line 1)'],
    ['IE015: [2026-07-01T12:00:05Z]', 'IE015@2026-07-01T12:00:05.000Z (line 1)'],
    ['IE015=2026-07-01T13:00:05+01:00[Europe/London]', 'IE015@2026-07-01T12:00:05.000Z (line 1)'],
    ['{"IE015": "2026-07-01T12:00:05Z"}', 'IE015@2026-07-01T12:00:05.000Z (line 1)'],
    ['"ie015At": "2026-07-01T12:00:05Z"', 'IE015@2026-07-01T12:00:05.000Z (line 1)'],
    // Meant as a time, but none that can be relied on: a mistake, not silence.
    ['IE015=01/07/2026 12:00', 'IE015@? (line 1)'],
    ['IE015: 12:00:05', 'IE015@? (line 1)'],
    ['IE015: 2026-07-01 12:00:05 BST', 'IE015@? (line 1)'],
    ['IE015: 2026-07-01 1:30 PM', 'IE015@? (line 1)'],
    ['IE015: 2026-07-01 12:00:05 (BST)', 'IE015@? (line 1)'],
    ['IE015: 2026-07-01 12:00:05 GMT+0100', 'IE015@? (line 1)'],
    ['IE015: 2026-07-01 12:00:05 +1', 'IE015@? (line 1)'],
    ['IE015: 2026-07-01 12:00:05 EDT', 'IE015@? (line 1)'],
    ['IE015: 2026-07-01 12:00:05 (sent)', 'IE015@2026-07-01T12:00:05.000Z assumed (line 1)'],
    ['IE015: 2026-07-01T12:00:05Z BST', 'IE015@2026-07-01T12:00:05.000Z (line 1)'],
    ['IE015: 2026-02-30T12:00:05Z', 'IE015@? (line 1)'],
    ['IE015: Wed Jul 01 13:00:05 BST 2026', 'IE015@? (line 1)'],
    ['IE015: 1 July 2026, noon', 'IE015@? (line 1)'],
    ['scenario=DSGB1', 'scenario=DSGB1 (line 1)'],
    ['running with scenario=DSGB1: Simplified', 'scenario=DSGB1: Simplified (line 1)'],
    ['Scenario: DSGB1 Simplified departure', 'scenario=DSGB1 Simplified departure (line 1)'],
    ['2026-07-01 12:00:05,1 INFO [main] - scenario: DSGB1', 'scenario=DSGB1 (line 1)'],
    ['{"scenario": "DSGB1"}', 'scenario=DSGB1 (line 1)'],
    ['scenario=DSGB1  ', 'scenario=DSGB1 (line 1)'],
    ['"scenario=DSGB1: Simple" and more', 'scenario=DSGB1: Simple (line 1)'],
    ['"scenario=DSGB1: Simple\\nmore" and more', 'scenario=DSGB1: Simple (line 1)'],
    ['"scenario=DSGB1: Simple" and\\nmore', 'scenario=DSGB1: Simple (line 1)'],
    ['"scenario: DSGB1"', 'scenario=DSGB1 (line 1)'],
    ['some words\nINFO scenario: DSGB1', 'scenario=DSGB1 (line 2)'],
    ['some words\r\n- scenario: DSGB1', 'scenario=DSGB1 (line 2)'],
    [`${'1 '.repeat(63)}1scenario: DSGB1`.replace('1s', ' s'), 'scenario=DSGB1 (line 1)'],
    [`words\n${'1 '.repeat(63)} scenario: DSGB1`, 'scenario=DSGB1 (line 2)'],
    ['scenario=DSGB99', 'scenario=DSGB99 (line 1)'],
    [
      'display-name: DSGB1: Simplified departure declaration',
      'display-name=DSGB1: Simplified departure declaration (line 1)',
    ],
    ['\n  display-name: x\r\n', 'display-name=x (line 2)'],
    ['display-name:\tDSGB1:  x \t\nmore', 'display-name=DSGB1:  x (line 1)'],
    ['display-name:x\rmore', 'display-name=x (line 1)'],
  ])('%j', (text, expected) => {
    expect(briefly(stated(text))).toEqual([expected]);
  });

  it.each([
    'MRN: expected to be present',
    'MRN: 12 are open',
    'MRN=null',
    'mrn=X',
    'mrn = mrnFromIe028',
    `parentMRN=${mrn}`,
    `previous_mrn=${mrn}`,
    `movement.mrn=${mrn}`,
    `foo-mrn=${mrn}`,
    `urn:mrn: ${mrn}`,
    `/movements?mrn=${mrn}`,
    `MRNs: ${mrn}`,
    `mrn == ${mrn}`,
    `mrn =~ ${mrn}`,
    `MRN ${mrn}`,
    `MRN\n=${mrn}`,
    `MRN=\n${mrn}`,
    `'mrn" = ${mrn}`,
    'mrn=26GB0',
    `mrn=${'1'.repeat(61)}`,
    `mrn${' '.repeat(21)}=${mrn}`,
    'LRN: must not be empty',
    'lrn=""',
    'lrn="ABC',
    `lrn="${'a'.repeat(61)}"`,
    'lrn=...',
    'a scenario: DSGB1',
    'x\na scenario: DSGB1',
    '"scenario=" DSGB1',
    `${'1 '.repeat(64)}scenario: DSGB1`,
    `${'1 '.repeat(100)}scenario: DSGB1`,
    'lrn = makeLrn2()',
    'lrn="null"',
    'lrn="{{lrn}}"',
    'lrn="a b"',
    `lrn=${'1'.repeat(61)}`,
    'IE015 sent at 2026-07-01T12:00:05Z',
    'IE015: declaration submitted',
    'IE928: 202 Accepted',
    'POST IE015 must return 202',
    'IE0155=2026-07-01T12:00:05Z',
    'IE015::2026-07-01T12:00:05Z',
    'as in scenario: DSGB5',
    'scenario=the usual one',
    'scenarios=DSGB1',
    'DSGB1',
    'a display-name: DSGB1',
    'display-name:',
    'display-name:\nDSGB1',
    'display-name: \t',
    'display-names: DSGB1',
    'Display-Name: DSGB1',
  ])('nothing is taken from %j', (text) => {
    expect(briefly(stated(text))).toEqual([]);
  });

  it('several pairs on a line', () => {
    const text = `MRN=${mrn} LRN=LRN-0001, IE015=2026-07-01 12:00:05,IE928: 2026-07-01T12:00:06Z; scenario=DSGB1 IE028=2026-07-01 12:00:07 IE029=?`;
    expect(briefly(stated(text))).toEqual([
      `mrn=${mrn} (line 1)`,
      'lrn=LRN-0001 (line 1)',
      'IE015@2026-07-01T12:00:05.000Z assumed (line 1)',
      'IE928@2026-07-01T12:00:06.000Z (line 1)',
      'scenario=DSGB1 (line 1)',
      'IE028@2026-07-01T12:00:07.000Z assumed (line 1)',
    ]);
  });

  it('lines inside a JSON string, as jest-junit keeps console output', () => {
    const text = JSON.stringify(
      [{ message: `MRN=${mrn}\nLRN=LRN-0001\n\tIE015=${noon}`, origin: '    at Object.log' }],
      null,
      2,
    );
    expect(briefly(stated(text))).toEqual([
      `mrn=${mrn} (line 3)`,
      'lrn=LRN-0001 (line 3)',
      'IE015@2026-07-01T12:00:05.000Z (line 3)',
    ]);
  });

  it('keeps the text as found, without what belongs to others', () => {
    expect(texts(stated(`x {"IE028": "2026-07-01 12:00"} IE015: 2026-07-01 12:00:05 ok`))).toEqual([
      'IE028: 2026-07-01 12:00',
      'IE015: 2026-07-01 12:00:05',
    ]);
  });
});

describe('comments', () => {
  it('are read like lines, each by itself', () => {
    const listener = statementListener({ findNumbers, timeZone: 'UTC' });
    listener.comment(` MRN=${mrn} `, 4);
    listener.comment(' LRN=LRN-0001\n IE015=2026-07-01T12:00:05Z', 5);
    listener.comment(' tests 3 ', 8);
    expect(briefly(listener.finish().statements)).toEqual([
      `mrn=${mrn} (comment 4)`,
      'lrn=LRN-0001 (comment 5)',
      'IE015@2026-07-01T12:00:05.000Z (comment 6)',
    ]);
  });
});

describe('what one listener hears', () => {
  it('stays in order, over all kinds', () => {
    const listener = statementListener({ findNumbers, timeZone: 'UTC' });
    listener.property('LRN', 'L1', 2);
    listener.text('LRN=L2', 3);
    listener.endOfText();
    listener.comment('LRN=L3', 4);
    listener.text('LRN=L4', 5);
    listener.endOfText();
    expect(briefly(listener.finish().statements)).toEqual([
      'lrn=L1 (property 2)',
      'lrn=L2 (line 3)',
      'lrn=L3 (comment 4)',
      'lrn=L4 (line 5)',
    ]);
  });

  it('nothing spans the end of a text', () => {
    const listener = statementListener({ findNumbers, timeZone: 'UTC' });
    listener.text('MRN=', 1);
    listener.endOfText();
    listener.text(mrn, 2);
    listener.endOfText();
    listener.endOfText();
    expect(listener.finish().statements).toEqual([]);
  });

  it('a text that was not ended counts all the same', () => {
    const listener = statementListener({ findNumbers, timeZone: 'UTC' });
    listener.text('LRN=L2', 3);
    expect(briefly(listener.finish().statements)).toEqual(['lrn=L2 (line 3)']);
  });

  it('the same statement counts once, where it was first', () => {
    expect(briefly(stated(`LRN=L1\nLRN=L2\nLRN=L1\nIE015=${noon}\nIE015=${noon}\nIE015=2026-07-01T12:00:06Z`))).toEqual(
      [
        'lrn=L1 (line 1)',
        'lrn=L2 (line 2)',
        'IE015@2026-07-01T12:00:05.000Z (line 4)',
        'IE015@2026-07-01T12:00:06.000Z (line 6)',
      ],
    );
  });

  it('one value in two spellings is the same statement', () => {
    expect(briefly(stated(`LRN=L1 lrn: L1\n"LRN" => "L1"`))).toEqual(['lrn=L1 (line 1)']);
  });

  it('one time in two spellings is the same statement, two unreadable ones are two', () => {
    const text = `IE015=${noon} IE015: 2026-07-01T13:00:05+01:00\nIE928=01/07/2026 IE928=02/07/2026`;
    expect(briefly(stated(text))).toEqual([
      'IE015@2026-07-01T12:00:05.000Z (line 1)',
      'IE928@? (line 2)',
      'IE928@? (line 2)',
    ]);
  });

  it('but counts again in another section of the output', () => {
    expect(
      briefly(stated('LRN=L1\nscenario=DSGB1\nLRN=L1\nscenario=DSGB1\nLRN=L1\nscenario=DSGB2\nLRN=L1\nscenario=DSGB1')),
    ).toEqual([
      'lrn=L1 (line 1)',
      'scenario=DSGB1 (line 2)',
      'lrn=L1 (line 3)',
      'scenario=DSGB2 (line 6)',
      'lrn=L1 (line 7)',
      'scenario=DSGB1 (line 8)',
    ]);
  });

  it('keeps 5,000 statements of a suite, 3,000 of a case, and says how many it did not keep', () => {
    expect(stated(lines(5000))).toHaveLength(5000);
    expect(stated(lines(5000)).at(-1)).toMatchObject({ key: 'lrn', value: 'L4999' });
    const { statements, dropped } = statedIn(lines(5003));
    expect(statements).toHaveLength(5000);
    expect(briefly(statements.slice(-1))).toEqual(['lrn=L4999 (line 5000)']);
    expect(dropped).toEqual({ count: 3, line: 5001 });
    const ofCase = statementListener({ of: 'case', timeZone: 'UTC', findNumbers: scenarioFinder(ncts5) });
    ofCase.text(lines(3001), 1);
    expect(ofCase.finish()).toMatchObject({ statements: { length: 3000 }, dropped: { count: 1, line: 3001 } });
  });

  it('says nothing about nothing', () => {
    expect(statementListener({ findNumbers, timeZone: 'UTC' }).finish()).toEqual({
      statements: [],
      dropped: undefined,
    });
    expect(stated('')).toEqual([]);
  });

  it('never throws, whatever it hears', () => {
    const words = [
      'MRN',
      'lrn=',
      ':',
      '"',
      '\\"',
      '{',
      '}',
      '[[PROPERTY|',
      ']]',
      'type',
      'received',
      'IE015',
      '<CC015C ',
      '>',
      '</',
      '&lt;',
      '\n',
      'scenario=DSGB1',
      noon,
      'ncts.dgtaxud.ec',
      '[1m',
      '\u0000',
      '\ud800',
    ];
    const anyText = fc.array(fc.oneof(fc.constantFrom(...words), fc.string())).map((all) => all.join(''));
    fc.assert(
      fc.property(anyText, fc.string(), (text, name) => {
        const listener = statementListener({ findNumbers, timeZone: 'Europe/London' });
        listener.property(name, text, 1);
        listener.comment(text, 1);
        listener.text(text, 1);
        expect(Array.isArray(listener.finish().statements)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
