import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../src/matching/attempt.ts';
import { bare, fates, iso, ran } from './fates.ts';

const suites = ['departures'];
const test = (hours: number, name: string, overrides: Partial<Attempt> = {}) =>
  ran(hours, name, 'passed', { suites, ...overrides });
const failed = (hours: number, name: string, overrides: Partial<Attempt> = {}) =>
  ran(hours, name, 'failed', { suites, ...overrides });
const hook = (overrides: Partial<Attempt> = {}) => failed(50, '"before all" hook', overrides);
/** What became of the first. */
const fate = (...results: readonly Attempt[]) => fates(results)[0]?.replace(/#.*/, '');
const healed = 'whole-report run-2.xml';

describe('a later report', () => {
  it('with a failure is not whole, in the suite itself or further in', () => {
    expect(fate(hook(), test(2, 'a'))).toBe(healed);
    expect(fate(hook(), test(2, 'a'), failed(2, 'b'))).toBe('stands');
    for (const inner of [
      ['departures', 'normal'],
      ['departures', 'normal', 'deep'],
    ]) {
      expect(fate(hook(), test(2, 'a', { suites: inner }))).toBe(healed);
      expect(fate(hook(), test(2, 'a'), failed(2, 'b', { suites: inner }))).toBe('stands');
    }
    expect(fate(hook(), test(2, 'a'), ran(2, 'x', 'not-run', { suites, declared: 'tests' }))).toBe('stands');
  });

  it('is of the same suite by its name alone, whatever class is named where set-up failed', () => {
    expect(fate(hook({ className: 'other' }), test(2, 'a'))).toBe(healed);
  });

  it('with a failure in another suite may be whole', () => {
    expect(fate(hook(), test(2, 'a'), failed(2, 'b', { suites: ['arrivals'] }))).toBe(healed);
  });

  it('began after the failure had ended, with all its tests', () => {
    const early = test(51, 'b', { file: 'run-2.xml' });
    expect(fate(hook(), test(2, 'a'), early)).toBe('stands');
    expect(fate(hook(), early, test(2, 'a'))).toBe('stands');
    expect(fate(hook(), { ...early, suites: ['departures', 'normal'] }, test(2, 'a'))).toBe('stands');
  });

  it('is not known to be later where the clock of one of its tests can not be compared', () => {
    const other = test(26, 'b', { file: 'run-2.xml', ...bare(26) });
    expect(fate(hook(), test(2, 'a'), other)).toBe('stands');
    expect(fate(hook(), other, test(2, 'a'))).toBe('stands');
    expect(fate(hook(), test(2, 'a'), test(2, 'b', bare(2)))).toBe(healed);
    const near = (hours: number, ofOther: Partial<Attempt>) =>
      test(hours, 'b', { file: 'run-2.xml', ...ofOther, suites: ['departures', 'normal'] });
    const recent = (time: Partial<Attempt>) => failed(28, '"before all" hook', time);
    expect(fate(recent({}), test(20, 'a', { file: 'run-2.xml' }), near(19, bare(19)))).toBe('stands');
    const written = test(20, 'a', { file: 'run-2.xml', ...bare(20) });
    expect(fate(recent(bare(28)), written, near(19, bare(19)))).toBe(healed);
    expect(fate(recent(bare(28)), written, near(19, bare(19, { between: ' ' })))).toBe('stands');
  });

  it('is the latest of several that are whole, wherever it is listed', () => {
    expect(fate(hook(), test(20, 'a'), test(2, 'a'))).toBe(healed);
    expect(fate(hook(), test(2, 'a'), test(20, 'a'))).toBe(healed);
    expect(fate(hook(), test(20, 'a'), test(1, 'a', bare(1)), test(2, 'a'))).toBe('whole-report run-1.xml');
  });

  it('heals where it is whole, though another is not', () => {
    expect(fate(hook(), test(20, 'a'), failed(20, 'b'), test(2, 'a'))).toBe(healed);
    expect(fate(hook(), test(20, 'a'), test(2, 'a'), failed(2, 'b'))).toBe('whole-report run-20.xml');
  });

  it('lists again what the older one lists further in', () => {
    const inner = { suites: ['departures', 'normal'] };
    expect(fate(hook(), test(50, 'a', inner), test(2, 'a', inner))).toBe(healed);
    expect(fate(hook(), test(50, 'a', inner), test(50, 'b', inner), test(2, 'b', inner))).toBe('stands');
    expect(fate(failed(50, 'gone'), test(50, 'a', inner), test(2, 'a', inner), test(2, 'new'))).toBe(healed);
    expect(fate(failed(50, 'gone'), test(50, 'a', inner), test(50, 'b', inner), test(2, 'b', inner))).toBe('stands');
  });

  it('lists a test again whose name has the date of the older run still', () => {
    const name = `b of ${iso(50).slice(0, 10)}`;
    expect(fate(hook(), test(50, name), test(2, name))).toBe(healed);
  });
});

it('a failure alone in its suite stands beside other tests of the same suite, which may be a part of it', () => {
  expect(fate(failed(50, 'prepare the movement'), test(2, 'a'))).toBe('stands');
  expect(fate(failed(50, 'prepare the movement'), test(2, 'prepare the movement'))).toBe('later-try run-2.xml');
});

it('a test that is gone stands where nothing but failures tells that the later report is whole', () => {
  expect(fate(failed(50, 'gone'), failed(50, 'b'), test(2, 'b'))).toBe('stands');
  expect(fate(failed(50, 'gone'), failed(50, 'b'), test(50, 'c'), test(2, 'b'), test(2, 'c'))).toBe(healed);
});

describe('a suite under the name of its tool', () => {
  const inPytest = (className: string, inner: readonly string[] = []) => ({ suites: ['pytest', ...inner], className });
  const setUp = (className: string, name = 'initializationError') => failed(50, name, inPytest(className));

  it('is known by the class that failed, or by what is inside of that', () => {
    const others = test(2, 'x', inPytest('b.Other'));
    expect(fate(setUp('a.Departures'), others, test(2, 'a', inPytest('a.Departures')))).toBe(healed);
    expect(fate(setUp('a.Departures'), others, test(2, 'a', inPytest('a.Departures.Normal')))).toBe(healed);
    expect(fate(setUp('a.Departures'), others, test(2, 'a', inPytest('a.DeparturesOfOthers')))).toBe('stands');
  });

  it.each(['', ' '])("is not known by a failure without name and class ('%s')", (nothing) => {
    expect(fate(setUp(nothing, nothing), test(2, 'a', inPytest(nothing)))).toBe('stands');
  });

  it('is known by the tests further in that both list', () => {
    const inner = inPytest('c', ['normal']);
    expect(fate(setUp(''), test(50, 'a', inner), test(2, 'a', inner))).toBe(healed);
  });
});

describe('a suite of set-up alone, which no good run has', () => {
  const className = 'unittest.suite._ErrorHolder';
  const apart = failed(50, 'setUpClass (a.Departures)', { suites: [className], className });
  const of = (owner: string, hours = 2, name = 'x') => test(hours, name, { suites: [owner], className: owner });

  it('is superseded by all of a later report that has the class', () => {
    expect(fate(apart, of('a.Departures'))).toBe(healed);
    expect(fate(apart, of('a.Arrivals', 50), of('a.Departures'), of('a.Arrivals'))).toBe(healed);
    expect(fate(apart, of('a.Departures', 50))).toBe('stands');
  });

  it('stands beside a report without the class, without another test, or with a failure', () => {
    expect(fate(apart, of('a.Arrivals'))).toBe('stands');
    expect(fate(apart, of('a.Arrivals', 50), of('a.Departures'))).toBe('stands');
    const failure = failed(2, 'y', { suites: ['a.Arrivals'], className: 'a.Arrivals' });
    expect(fate(apart, of('a.Departures'), failure)).toBe('stands');
  });

  it('is not what a class lists in its own suite', () => {
    const setUp = failed(50, 'initializationError', { suites: ['leg 1'], className: 'a.Departures' });
    expect(fate(setUp, test(2, 'x', { suites: ['leg 2'], className: 'a.Departures' }))).toBe('stands');
  });
});

describe('a suite that has moved', () => {
  const build = (number: number, ...inner: readonly string[]): Partial<Attempt> => ({
    suites: [`build ${number}`, 'departures', ...inner],
  });
  const old = [failed(50, 'b', build(1)), test(50, 'a', build(1))];
  const again = [test(2, 'b', build(2)), test(2, 'a', build(2))];

  it('heals its hooks as well', () => {
    expect(fate(...old, ...again)).toBe(healed);
    expect(fate(hook(build(1)), test(50, 'a', build(1)), ...again)).toBe(healed);
  });

  it('is the only one of its name, then and now', () => {
    const second = { suites: ['other', 'departures'] };
    expect(fate(...old, ...again, test(2, 'z', second))).toBe('stands');
    expect(fate(...old, test(50, 'z', second), ...again)).toBe('stands');
  });

  it('is nowhere found in a report that may be as old', () => {
    const between = (time: Partial<Attempt>) => test(30, 'a', { ...build(2), ...time, file: 'run-30.xml' });
    const other = test(30, 'b', build(2));
    expect(fate(...old, ...again, other, between({}))).toMatch('whole-report');
    expect(fate(...old, ...again, other, between(bare(29)))).toBe('stands');
  });

  it('has every class that it had', () => {
    const inD = { ...build(1), className: 'd' };
    expect(fate(failed(50, 'b', inD), test(50, 'a', build(1)), test(2, 'a', build(2)))).toBe('stands');
  });

  it('has its tests in the same suites further in', () => {
    const inside = (inner: string) => [
      failed(50, 'b', build(1, 'normal')),
      test(50, 'b', build(1, 'late')),
      test(50, 'a', build(1)),
      test(2, 'b', build(2, 'normal')),
      test(2, 'b', build(2, inner)),
      test(2, 'a', build(2)),
    ];
    const hookOf = (results: readonly Attempt[]) => fate(hook(build(1)), ...results);
    expect(hookOf(inside('late'))).toBe(healed);
    expect(hookOf(inside('other'))).toBe('stands');
  });

  it('does so without a test that was renamed, unless nothing but failures stood beside it', () => {
    expect(fate(failed(50, 'gone', build(1)), test(50, 'a', build(1)), test(2, 'a', build(2)))).toBe(healed);
    expect(fate(failed(50, 'gone', build(1)), failed(50, 'a', build(1)), test(2, 'a', build(2)))).toBe('stands');
  });

  it('may have the date of each run in its name', () => {
    const dated = (hours: number, ...outer: readonly string[]) => ({
      suites: [...outer, `run of ${iso(hours).slice(0, 10)}`],
    });
    expect(fate(hook(dated(50, 'gb')), test(50, 'a', dated(50, 'gb')), test(2, 'a', dated(2, 'gb')))).toBe(healed);
    expect(fate(hook(dated(50, 'gb')), test(50, 'a', dated(50, 'gb')), test(2, 'a', dated(2, 'new')))).toBe(healed);
    expect(fate(hook(dated(50)), test(50, 'a', dated(50)), test(2, 'a', dated(2, 'new')))).toBe(healed);
  });
});
