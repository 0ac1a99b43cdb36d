import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../src/matching/attempt.ts';
import { mrns } from '../builders.ts';
import { bare, fates, inRun, iso, ran } from './fates.ts';

describe('a later try', () => {
  it.each<[string, Partial<Attempt>, Partial<Attempt>, Partial<Attempt>]>([
    ['', {}, {}, bare(7)],
    [', written otherwise,', bare(9), bare(8), bare(7, { between: ' ' })],
    [', of another machine,', bare(9, { host: 'a' }), bare(8, { host: 'a' }), bare(7, { host: 'b' })],
  ])('by another clock%s hides none that can be compared', (_, first, second, third) => {
    const results = [ran(9, 'a', 'failed', first), ran(8, 'a', 'passed', second), ran(7, 'a', 'failed', third)];
    expect(fates(results)).toEqual(['later-try run-8.xml#1', 'stands', 'stands']);
  });

  it('of several, by whatever clocks, is the last to start', () => {
    for (const [zoned, zoneless] of [
      [30, 1],
      [1, 30],
    ] as const) {
      const results = [ran(90, 'a', 'failed'), ran(zoned, 'a'), ran(zoneless, 'a', 'passed', bare(zoneless))];
      expect(fates(results)[0]).toMatch('later-try run-1.xml');
    }
  });

  it.each([
    ['with a zone', () => ({})],
    ['without one', bare],
  ])('is found wherever it is listed, its time %s', (_, time) => {
    const [first, second, third] = [9, 8, 7].map((hours) => ran(hours, 'a', 'failed', time(hours)));
    for (const results of [
      [third, first, second],
      [first, third, second],
      [second, first, third],
    ]) {
      const listed = results.flatMap((result) => result ?? []);
      const last = `later-try run-7.xml#${listed.findIndex(({ file }) => file === 'run-7.xml')}`;
      expect(fates(listed)).toEqual(listed.map(({ file }) => (file === 'run-7.xml' ? 'stands' : last)));
    }
  });
});

it('a later try of one of two tests that stood side by side leaves both standing, whatever ran before', () => {
  const alike = (hours: number, mrn: string, outcome: Attempt['outcome'] = 'passed') => ran(hours, `a ${mrn}`, outcome);
  const older = [alike(90, mrns.xi), alike(50, mrns.gb, 'failed'), alike(50, mrns.gb2)];
  expect(fates([...older, alike(2, mrns.xi2)])[1]).toBe('stands');
  expect(fates([...older, alike(2, mrns.xi2), alike(2, mrns.xi)])[1]).toMatch('later-try run-2.xml');
});

describe('the scenario that a later try is of', () => {
  const because = [] as const;
  const decided = (passes: Attempt['scenario'] | undefined, ...fails: readonly Attempt['scenario'][]) => ({
    decision: { rule: 'own-leads' as const, passes, fails, because },
  });
  const later = (scenario: Attempt['scenario']) => ran(1, 'a', 'passed', { scenario, ...decided(scenario, scenario) });

  it.each([
    ['a failure that counts against another as well', { scenario: 'DSXI1', ...decided('DSGB1', 'DSGB1', 'DSXI1') }],
    ['one whose decision is not known', { scenario: 'DSGB1' }],
    ['one whose places disagreed', { scenario: 'DSXI1', ambiguous: true, ...decided(undefined, 'DSXI1', 'DSGB1') }],
  ] as const)('is the one that a pass counts for: %s', (_, older) => {
    expect(fates([ran(9, 'a', 'failed', older), later('DSGB1')])[0]).toBe('later-try run-1.xml#1');
  });

  it.each([
    ['against which only the failure counts', { scenario: 'DSGB1', ...decided('DSXI1', 'DSXI1', 'DSGB1') }],
    ['that its places did not name', { ambiguous: true, ...decided(undefined, 'DSXI1', 'DNGB1') }],
  ] as const)('is none %s', (_, older) => {
    expect(fates([ran(9, 'a', 'failed', older), later('DSGB1')])[0]).toBe('stands');
  });

  it('is no other where none of the two counts for one', () => {
    const unclear = { ambiguous: true };
    const older = ran(9, 'a', 'failed', { ...unclear, scenario: 'DSXI1' });
    expect(fates([older, ran(1, 'a', 'failed', unclear)])[0]).toBe('stands');
    expect(fates([older, ran(1, 'a', 'failed', { ...unclear, scenario: 'DSXI1' })])[0]).toBe('later-try run-1.xml#1');
  });
});

describe('the last one listed', () => {
  const tried = (outcome: Attempt['outcome'], hours = 9) => ran(hours, 'a', outcome, { file: 'retries.xml' });

  it('takes the place of those of the same time that are listed before it', () => {
    expect(fates([tried('failed'), tried('failed'), tried('passed')], 'last')).toEqual([
      'listed-last retries.xml#2',
      'listed-last retries.xml#2',
      'stands',
    ]);
  });

  it('is not asked for where times tell', () => {
    expect(fates([tried('failed'), tried('failed', 8), tried('passed', 8)], 'last')).toEqual([
      'later-try retries.xml#1',
      'listed-last retries.xml#2',
      'stands',
    ]);
  });
});

describe('a failure that is over because its test is gone', () => {
  const rest = (hours: number, ...names: readonly string[]) => names.map((name) => ran(hours, name, 'passed'));

  it('takes no older one with it that no whole report heals', () => {
    const results = [ran(60, 'a', 'failed'), ran(30, 'a', 'failed'), ...rest(60, 'b', 'c'), ...rest(30, 'b')];
    expect(fates([...results, ...rest(1, 'b')]).slice(0, 2)).toEqual(['stands', 'whole-report run-1.xml#5']);
    expect(fates([...results, ...rest(1, 'b', 'c')]).slice(0, 2)).toEqual([
      'whole-report run-1.xml#5',
      'whole-report run-1.xml#5',
    ]);
  });

  it('takes no older one with it through retries that are listed beside it', () => {
    const results = [ran(60, 'a', 'failed'), ran(30, 'a', 'failed'), ran(30, 'a', 'failed')];
    const others = [...rest(60, 'b', 'c'), ...rest(30, 'b'), ...rest(1, 'b')];
    expect(fates([...results, ...others], 'last').slice(0, 3)).toEqual([
      'stands',
      'whole-report run-1.xml#6',
      'whole-report run-1.xml#6',
    ]);
  });

  it.each([
    ['', () => 'a'],
    [', under the date of each run', (hours: number) => `a ${iso(hours).slice(0, 10)}`],
  ])('leaves a pass before it standing, and over what that pass healed%s', (_, nameAt) => {
    const results = [ran(90, nameAt(90), 'failed'), ran(60, nameAt(60), 'passed'), ran(30, nameAt(30), 'failed')];
    const others = [...rest(90, 'b', 'c'), ...rest(60, 'b'), ...rest(30, 'b'), ...rest(1, 'b')];
    expect(fates([...results, ...others]).slice(0, 3)).toEqual([
      'later-try run-30.xml#2',
      'stands',
      'whole-report run-1.xml#7',
    ]);
  });

  it('leaves a pass that is listed before it standing', () => {
    const retries = (['failed', 'passed', 'failed'] as const).map((outcome) => ran(30, 'a', outcome));
    expect(fates([...retries, ...rest(30, 'b', 'c'), ...rest(1, 'b', 'c')], 'last').slice(0, 3)).toEqual([
      'listed-last run-30.xml#2',
      'stands',
      'whole-report run-1.xml#5',
    ]);
  });
});

it('a pass stands, though its test is gone', () => {
  expect(fates([ran(30, 'a'), ran(30, 'b'), ran(1, 'b')])).toEqual(['stands', 'later-try run-1.xml#2', 'stands']);
});

it('a run that has fewer tests of a name lacks one of them, though one without a time stands beside it', () => {
  const of = (hours: number, mrn: string, outcome: Attempt['outcome']) => ran(hours, `a of ${mrn}`, outcome);
  const older = [of(30, mrns.gb, 'failed'), of(30, mrns.gb2, 'passed')];
  const undated = { ...of(1, mrns.xi2, 'passed'), reported: undefined };
  expect(fates([...older, of(1, mrns.xi, 'passed'), of(1, mrns.xi2, 'passed')])[0]).toMatch('later-try run-1.xml');
  expect(fates([...older, of(1, mrns.xi, 'passed'), undated])[0]).toBe('stands');
});

describe('one test under the time of each run', () => {
  const of = (hours: number, outcome: Attempt['outcome'], overrides: Partial<Attempt> = {}) =>
    ran(hours, `a at ${iso(hours)}`, outcome, overrides);
  const other = (hours: number) => ran(hours, 'b', 'passed', { suites: ['another'] });

  it.each([
    ['by their order', [of(60, 'failed'), of(30, 'failed'), of(1, 'passed')]],
    ['by their times', [of(1, 'passed'), of(30, 'failed'), of(60, 'failed')]],
  ])('is superseded in each older run %s', (_, results) => {
    const told = fates(results);
    const standing = results.filter((_result, index) => told[index] === 'stands');
    expect(standing.map(({ file }) => file)).toEqual(['run-1.xml']);
  });

  it('is two tests within a run, which ends only where nothing began for six hours', () => {
    expect(fates([of(20, 'failed'), of(8, 'passed')])[0]).toBe('later-try run-8.xml#1');
    expect(fates([of(20, 'failed'), of(8, 'passed'), other(14), other(90)])[0]).toBe('stands');
    expect(fates([of(20, 'failed'), of(8, 'passed'), { ...other(14), ...inRun(1) }])[0]).toBe('later-try run-8.xml#1');
  });

  it.each([[[60, 30, 1]], [[1, 60, 30]], [[30, 1, 60]], [[60, 1, 30]]])(
    'is superseded by the latest run, as they are listed: %j',
    (hours) => {
      const results = hours.map((one) => of(one, one === 1 ? 'passed' : 'failed'));
      const latest = `later-try run-1.xml#${hours.indexOf(1)}`;
      expect(fates(results)).toEqual(hours.map((one) => (one === 1 ? 'stands' : latest)));
    },
  );

  it('is superseded by a clock that can not be compared only where it must be of another run', () => {
    const later = of(1, 'passed', bare(1));
    expect(fates([of(30, 'failed'), later])[0]).toBe('stands');
    expect(fates([of(34, 'failed'), later])[0]).toBe('later-try run-1.xml#1');
  });

  it('is never superseded by an older run', () => {
    expect(fates([of(60, 'passed'), of(30, 'failed'), other(1)])[1]).toBe('stands');
    expect(fates([of(60, 'passed', inRun(1)), of(30, 'failed', inRun(2)), { ...other(1), ...inRun(3) }])[1]).toBe(
      'stands',
    );
  });

  it('and a retry of its own run is superseded by that first', () => {
    const dated = (hours: number, outcome: Attempt['outcome']) => {
      return ran(hours, `a of ${iso(Math.floor(hours / 24) * 24).slice(0, 10)}`, outcome);
    };
    for (const last of ['passed', 'failed'] as const) {
      expect(fates([dated(47, 'failed'), dated(46, 'failed'), dated(1, last)])).toEqual([
        'later-try run-46.xml#1',
        'later-try run-1.xml#2',
        'stands',
      ]);
    }
  });

  it('is superseded where its file name has the time without colons', () => {
    const compact = (hours: number, outcome: Attempt['outcome']) =>
      ran(hours, `a-${iso(hours).replaceAll(':', '')}.json`, outcome);
    expect(fates([compact(30, 'failed'), compact(1, 'passed')])[0]).toBe('later-try run-1.xml#1');
  });
});

describe('whatever ran when', () => {
  const names = ['a', (hours: number) => `b at ${iso(hours)}`, '"before all" hook'] as const;
  const result = fc
    .record({
      hours: fc.integer({ min: 1, max: 12 }).map((tenth) => tenth * 10),
      name: fc.constantFrom(...names),
      outcome: fc.constantFrom('passed' as const, 'failed' as const, 'not-run' as const),
      time: fc.constantFrom(
        () => ({}),
        bare,
        () => ({ reported: undefined }),
      ),
      suite: fc.constantFrom('departures', 'arrivals'),
    })
    .map(({ hours, name, outcome, time, suite }) => {
      const isHook = name === names[2];
      return ran(hours, typeof name === 'string' ? name : name(hours), isHook ? 'failed' : outcome, {
        ...time(hours),
        suites: [suite],
      });
    });
  const results = fc.array(result, { minLength: 3, maxLength: 12 });

  it('the order in which results are listed tells nothing', () => {
    const listed = results.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(listed, ([all, shuffled]) => {
        const told = (of: readonly Attempt[]) => fates(of).map((fate) => fate.replace(/#.*/, ''));
        const again = told(shuffled);
        expect(all.map((one) => again[shuffled.indexOf(one)])).toEqual(told(all));
      }),
      { numRuns: 50 },
    );
  });

  it('a failure in place of a pass never clears all others', () => {
    const isClear = (all: readonly Attempt[]) =>
      fates(all).every((fate, index) => fate !== 'stands' || all[index]?.outcome === 'passed');
    fc.assert(
      fc.property(results, fc.nat(11), (all, at) => {
        const failing = all.map((one, index): Attempt => {
          return index === at && one.outcome === 'passed' ? { ...one, outcome: 'failed' } : one;
        });
        if (isClear(failing)) expect(isClear(all)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
