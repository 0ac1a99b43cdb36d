import { describe, expect, it } from 'vitest';
import { statementsInName } from '../../src/statements/listener.ts';
import { briefly } from './stated.ts';

const mrn = '26GB0000EXAMPLE1J9';
const inName = (name: string, timeZone = 'UTC') => briefly(statementsInName(name, 4, { timeZone }));

describe('statementsInName', () => {
  it.each<[string, string[]]>([
    [`DSGB1: declaration accepted MRN ${mrn}`, [`mrn=${mrn} (name 4)`]],
    [`MRN ${mrn.slice(0, 17)} has one character less`, [`mrn=${mrn.slice(0, 17)} (name 4)`]],
    [`MRN=${mrn}`, [`mrn=${mrn} (name 4)`]],
    [`mrn: ${mrn}, LRN: LRN-0001`, [`mrn=${mrn} (name 4)`, 'lrn=LRN-0001 (name 4)']],
    ['LRN LRN-0001', ['lrn=LRN-0001 (name 4)']],
    ['LRN A123', ['lrn=A123 (name 4)']],
    ['LRN=A1', ['lrn=A1 (name 4)']],
    ['MRN 26GB000012345678 seems short', ['mrn=26GB000012345678 (name 4)']],
    ['MRN 26GB0000123456789012 seems long', ['mrn=26GB0000123456789012 (name 4)']],
    [`MRN${' '.repeat(20)}${mrn}`, [`mrn=${mrn} (name 4)`]],
    ['accepted (LRN TRATESTGB12308021209)', ['lrn=TRATESTGB12308021209 (name 4)']],
    ['IE015 2026-07-01T12:00:05Z', ['IE015@2026-07-01T12:00:05.000Z (name 4)']],
    ['CC015C 2026-07-01T12:00:05Z', ['IE015@2026-07-01T12:00:05.000Z (name 4)']],
    ['IE015 at 2026-07-01T12:00:05Z', ['IE015@2026-07-01T12:00:05.000Z (name 4)']],
    ['IE015 time 2026-07-01 12:00:05', ['IE015@2026-07-01T12:00:05.000Z assumed (name 4)']],
    ['IE015=2026-07-01 12:00:05 UTC', ['IE015@2026-07-01T12:00:05.000Z (name 4)']],
    [
      'IE015 2026-07-01T12:00:05Z, IE928 2026-07-01T12:00:06Z',
      ['IE015@2026-07-01T12:00:05.000Z (name 4)', 'IE928@2026-07-01T12:00:06.000Z (name 4)'],
    ],
    ['IE015 01/07/2026 12:00', ['IE015@? (name 4)']],
    [`${'x'.repeat(1900)} MRN ${mrn}`, [`mrn=${mrn} (name 4)`]],
  ])('%j', (name, expected) => {
    expect(inName(name)).toEqual(expected);
  });

  it.each([
    'POST IE015 must return response code is 202',
    'LRN must be 22 characters long',
    'LRN 22 characters',
    'MRN is set',
    'MRN 12345678',
    'MRN 26GB00001234567',
    'MRN 26GB00001234567890123',
    'LRN A12',
    `MRN${' '.repeat(21)}${mrn}`,
    'the MRN has 18 characters',
    'IE015 then IE928',
    'CC015 2026-07-01T12:00:05Z',
    'scenario=DSGB1',
    'acceptedAt 2026-07-01T13:00:05+01:00',
    `parentMRN ${mrn}`,
    `parentMRN ${mrn} ${'and more '.repeat(30)}`,
    `${'x'.repeat(2000)} MRN ${mrn}`,
    '',
  ])('nothing is taken from %j', (name) => {
    expect(inName(name)).toEqual([]);
  });

  it('reads times without offset in the zone given', () => {
    expect(inName('IE015 2026-07-01 13:00:05', 'Europe/London')).toEqual([
      'IE015@2026-07-01T12:00:05.000Z assumed (name 4)',
    ]);
  });
});
