import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityOf, isOfSuite, neutralise, rawIdentityOf } from '../../src/matching/identity.ts';

describe('the identity of a test', () => {
  it.each([
    ['DSGB1: declaration accepted MRN 26GB00006010A2B3C4', 'DSGB1: declaration accepted MRN ‹mrn›'],
    ['LRN LRN-0001', 'LRN ‹lrn›'],
    ['LRN=TRATESTGB12308021209 is sent', 'LRN=‹lrn› is sent'],
    ['acceptedAt 2026-07-01T13:00:05+01:00', 'acceptedAt ‹time›'],
    ['at 2026-07-01 13:00:05.123', 'at ‹time›'],
    ['on 2026-07-01', 'on ‹time›'],
    ['at 13:00:05', 'at ‹time›'],
    ['id 8d1f6d3c-4f0a-4f3e-9a52-0b8f6d1c7a01', 'id ‹id›'],
    ['run 1782907205123', 'run ‹number›'],
    ['MRN undefined', 'MRN ‹mrn›'],
    ['LRN: null, IE015 undefined', 'LRN: ‹lrn›, IE015 ‹time›'],
    ['lrn=None', 'lrn=‹lrn›'],
    ['MRN nonesuch', 'MRN nonesuch'],
    ['LRN must be unique', 'LRN must be unique'],
    ['step 2 of 3', 'step 2 of 3'],
    ['POST IE015 must return response code is 202', 'POST IE015 must return response code is 202'],
  ])('%s → %s', (name, expected) => {
    expect(neutralise(name, [])).toBe(expected);
  });

  it('leaves out the LRN of this very run wherever it stands', () => {
    expect(neutralise('sent as MYLRN77 today', ['MYLRN77'])).toBe('sent as ‹lrn› today');
  });

  it('takes no longer the more often a name begins to look like something', () => {
    // Trying all in all ways would take these beyond the test's time limit.
    for (const piece of [
      'LRN-',
      `LRN${' '.repeat(1000)}`,
      'LRN=',
      '2025-03-10T',
      '1:1',
      'aaaaaaaa-aaaa-',
      'MRN undefine',
      `MRN${' '.repeat(1000)}`,
    ]) {
      expect(neutralise(piece.repeat(600_000 / piece.length), []).length).toBeGreaterThan(0);
    }
  });

  it('keeps tests apart that differ in suite, class or name, also with separators in the names', () => {
    const parts = fc.record({
      suites: fc.array(fc.string(), { maxLength: 3 }),
      className: fc.string(),
      name: fc.string(),
    });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const same =
          JSON.stringify([a.suites, a.className, a.name]) === JSON.stringify([b.suites, b.className, b.name]);
        expect(rawIdentityOf(a) === rawIdentityOf(b)).toBe(same);
        if (same) expect(identityOf(a, [])).toBe(identityOf(b, []));
      }),
    );
  });
});

describe('a failure that is no test', () => {
  it.each([
    ['what a suite declares', { declared: 'failures', outcome: 'failed', name: 'declares more' }, true],
    ['a request without an answer in Bruno', { outcome: 'failed', name: 'Test suite has no errors' }, true],
    ['a script that broke off in Bruno', { outcome: 'failed', name: 'Test Script Error' }, true],
    ['a test of that name that passed', { outcome: 'passed', name: 'Test Script Error' }, false],
    ['any other failure', { outcome: 'failed', name: 'GET departure must return response code 200' }, false],
  ] as const)('%s', (_what, attempt, expected) => {
    expect(isOfSuite(attempt)).toBe(expected);
  });
});
