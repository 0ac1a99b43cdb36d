import { describe, expect, it } from 'vitest';
import { identityOf, neutralise } from '../../src/matching/identity.ts';

describe('what one run put into a name', () => {
  it.each([
    ['at 2026-07-01T13:00:05.123456789Z ok', 'at ‹time› ok'],
    ['at 2026-07-01 13:00 ok', 'at ‹time› ok'],
    ['at 2026-07-01T 13:00:05 ok', 'at ‹time› ok'],
    ['at 2026-07-01T130005Z ok', 'at ‹time› ok'],
    ['at 2026-07-01T13:00:05,5 ok', 'at ‹time› ok'],
    ['at 2026-07-01 13:00:05 +0100 ok', 'at ‹time› ok'],
    ['at 2026-07-01T13:00Z ok', 'at ‹time› ok'],
    ['at 2026-07-01 ok', 'at ‹time› ok'],
    ['at 2026-07-01 1 ok', 'at ‹time› 1 ok'],
    ['part 2026-07-01-02', 'part 2026-07-01-02'],
    ['took 1:02:03.45 s', 'took ‹time› s'],
    ['took 1:02:03,456 s', 'took ‹time› s'],
    ['took 1:02:03x', 'took 1:02:03x'],
    ['took 1:02:03.x', 'took ‹time›.x'],
    ['id 123456789 ok', 'id 123456789 ok'],
    ['id 1234567890 ok', 'id ‹number› ok'],
    ['MRNs undefined', 'MRNs undefined'],
    ['lrn = nil, mrn: null', 'lrn = ‹lrn›, mrn: ‹mrn›'],
    ['  two   blanks\tand\n more ', 'two blanks and more'],
  ])('%j → %j', (name, expected) => {
    expect(neutralise(name, [])).toBe(expected);
  });

  it('takes out an LRN that is stated only where it is long enough to mean something', () => {
    expect(neutralise('case A12 of A123', ['A12'])).toBe('case A12 of A123');
    expect(neutralise('case A12 of A123', ['A123'])).toBe('case A12 of ‹lrn›');
    expect(neutralise('B-0001 after A-0001', ['A-0001', 'B-0001'])).toBe('‹lrn› after ‹lrn›');
  });

  it('is taken out of suites, class and name alike', () => {
    expect(
      identityOf({ suites: ['run 2026-07-01', 's'], className: 'c 1234567890', name: 'n A-0001' }, ['A-0001']),
    ).toBe('[["run ‹time›","s"],"c ‹number›","n ‹lrn›"]');
  });
});
