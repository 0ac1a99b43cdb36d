import { describe, expect, it } from 'vitest';
import { statementsInName } from '../../src/statements/listener.ts';
import { briefly, stated, texts, noon } from './stated.ts';

const mrn = '26GB0000EXAMPLE1J9';
/** Values alone: what is heard and of which key. */
const values = (text: string) => briefly(stated(text)).map((one) => one.replace(/ \(.*$/, ''));
const inName = (name: string) =>
  briefly(statementsInName(name, 1, { timeZone: 'UTC' })).map((one) => one.replace(/ \(.*$/, ''));

describe('a pair in a line', () => {
  it.each([
    [`${'x'.repeat(200)} MRN=${mrn}`, [`mrn=${mrn}`]],
    [`${'x'.repeat(123)} scenario=DSGB1`, ['scenario=DSGB1']],
    [`first\n${'x'.repeat(10)} MRN: ${mrn}`, [`mrn=${mrn}`]],
    [`"MRN": "${mrn}"`, [`mrn=${mrn}`]],
    [`'MRN=${mrn}'`, [`mrn=${mrn}`]],
    [`"MRN=${mrn}" "LRN=A-0001"`, [`mrn=${mrn}`, 'lrn=A-0001']],
    [`"MRN": " ${mrn} "`, [`mrn=${mrn}`]],
    [`MRN="${mrn}`, [`mrn=${mrn}`]],
    [`MRN=${mrn}\\nLRN=A-0001`, [`mrn=${mrn}`, 'lrn=A-0001']],
    [`ncts.MRN=${mrn}`, [`mrn=${mrn}`]],
    [`ncts5.MRN=${mrn}`, [`mrn=${mrn}`]],
    [`x:MRN=${mrn}`, [`mrn=${mrn}`]],
    [`MRN => ${mrn}`, [`mrn=${mrn}`]],
    [`MRN=${mrn}.`, [`mrn=${mrn}`]],
    [`MRN=${mrn}!?`, [`mrn=${mrn}`]],
    [`LRN="two words"`, []],
    [`LRN="A-0001 "`, ['lrn=A-0001']],
    [`LRN="null"`, []],
    [`LRN="n/a"`, []],
    [`LRN="---"`, []],
    [`LRN="nullable1"`, ['lrn=nullable1']],
    [`LRN="is-null"`, ['lrn=is-null']],
    [`LRN="\${lrn}"`, []],
    [`LRN=makeLrn1(x)`, []],
    [`LRN=${'1'.repeat(60)}`, [`lrn=${'1'.repeat(60)}`]],
    [`LRN=${'1'.repeat(61)}`, []],
    [`LRN=abc`, []],
    [`LRN: (2 of 3)`, []],
    [`ncts.MRN=${mrn} ncts.LRN=A-0001`, [`mrn=${mrn}`, 'lrn=A-0001']],
    [`{"message":"MRN: ${mrn}"}`, [`mrn=${mrn}`]],
    ['>> Scenario: DSGB1', ['scenario=DSGB1']],
    ['  \t[main]  -  Scenario: DSGB1', ['scenario=DSGB1']],
    ['2nd Scenario: DSGB1', []],
    ['Like2 Scenario: DSGB1', []],
    [`MRN=mrn1234567`, []],
    [`MRN=12345`, []],
    [`MRN=123456`, ['mrn=123456']],
    [`MRN=ABCDEF`, []],
    [`MRN=26GB-0000-EXAMPLE`, []],
    [`MRN=Xn1aaa`, ['mrn=Xn1aaa']],
    [`MRN="26GB0000 EXAMPLE1J9"`, []],
    [`IE015=${noon} MRN=${mrn}`, ['IE015@2026-07-01T12:00:05.000Z', `mrn=${mrn}`]],
    [`IE015: 2026-07-01 12:00 LRN=A-0001`, ['IE015@2026-07-01T12:00:00.000Z assumed', 'lrn=A-0001']],
    ['scenario=see DSGB1', ['scenario=see DSGB1']],
    ['scenario=DSGB1 MRN=x', ['scenario=DSGB1']],
    ['scenario = none of them', []],
    ['Scenario: DSGB1', ['scenario=DSGB1']],
    ['12:00:05.123 [main] INFO: - Scenario: DSGB1', ['scenario=DSGB1']],
    ['* Scenario: DSGB1', ['scenario=DSGB1']],
    ['- - Scenario: DSGB99', ['scenario=DSGB99']],
    ['see Scenario: DSGB1', []],
    ['INFOS: see 1 Scenario: DSGB1', []],
    ['see\n\nScenario: DSGB1', ['scenario=DSGB1']],
    ['"scenario": "DSGB1"', ['scenario=DSGB1']],
    [`see "scenario": "DSGB1"`, ['scenario=DSGB1']],
    ['parentMRN=26GB0000EXAMPLE1J9', []],
    ['movement.mrn=26GB0000EXAMPLE1J9', []],
    ['xncts5.mrn=26GB0000EXAMPLE1J9', []],
    [`"MRN': '${mrn}'`, []],
    [`MRN := ${mrn}`, []],
    [`MRN == ${mrn}`, []],
    [`MRN: ${mrn}`, [`mrn=${mrn}`]],
    [`urn:mrn:${mrn}`, []],
  ])('%j → %j', (text, expected) => {
    expect(values(text)).toEqual(expected);
  });
});

describe('a scenario on a line', () => {
  it.each([
    ['scenario=DSGB1', true],
    ['12:00:05 INFO [main] - scenario=DSGB1', true],
    ['see scenario=DSGB1', false],
    [`words\n  scenario=DSGB1`, true],
    [`${'1 '.repeat(80)}scenario=DSGB1`, false],
    ['{"scenario":"DSGB1"}', true],
    ['INFO {"level":"info","scenario":"DSGB1"}', true],
    ['{"level":"info","scenario":"DSGB1"}', true],
    ['see {"level":"info","scenario":"DSGB1"}', false],
    ['{"level":"info"} scenario=DSGB1', false],
    ['{"level":"info","message":"see scenario=DSGB1"}', false],
    [`${'x'.repeat(130)}{"scenario":"DSGB1"}`, false],
  ])('is a heading only where nothing but what loggers put there stands before it: %j %s', (text, heading) => {
    expect(stated(text)).toMatchObject([{ key: 'scenario', heading }]);
  });
});

describe('a pair in a name', () => {
  it.each([
    [`MRN ${mrn}x`, [`mrn=${mrn}x`]],
    ['MRN x26GB0000EXAMPLE1J9', []],
    ['MRN X26GB0000EXAMPLE1J9', []],
    ['MRN 2XGB0000EXAMPLE1J9', []],
    ['MRN 26G10000EXAMPLE1J9', []],
    ['MRN 26GB00001234567890123', []],
    ['MRN=123456', ['mrn=123456']],
    ['LRN 123', []],
    ['LRN 1234', ['lrn=1234']],
    ['LRN=123', ['lrn=123']],
    ['scenario=DSGB1', []],
    [`"MRN ${mrn}"`, [`mrn=${mrn}`]],
    ['IE015', []],
  ])('%j → %j', (text, expected) => {
    expect(inName(text)).toEqual(expected);
  });
});

describe('the text kept for mistakes', () => {
  it('is key, mark and value, without quotes', () => {
    expect(texts(stated(`"IE028": "soon", IE015 = 01/07/2026 12:00`))).toEqual(['IE015 = 01/07/2026 12:00']);
  });
});
