import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../src/matching/attempt.ts';
import type { Place } from '../../src/matching/decide.ts';
import {
  decisionInWords,
  nextFor,
  standingOfAmbiguous,
  startOf,
  supersededInWords,
  type Standing,
} from '../../src/matching/standing.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { scenarioFinder } from '../../src/requirements/scenario-number.ts';
import { messageStatement } from '../assessment/inputs.ts';
import { buildAttempt, NOW } from '../builders.ts';

const find = scenarioFinder(ncts5);

describe('what became of a result, in words', () => {
  const place = (kind: Place['kind'], text: string): Place => ({ kind, text, numbers: find(text), claims: true });
  const said = (standing: Standing, overrides: Partial<Attempt> = {}) => {
    const decided = { attempt: buildAttempt(overrides), standing };
    return [decisionInWords(decided), nextFor(decided)];
  };
  const named = place('suite', 'DSGB1: x');
  const replaced =
    'A later result of the same test (same suites, class and name) takes its place, if it began after this one had ended.';

  it.each<[string, Standing, Partial<Attempt>, string, string | undefined]>([
    ['a pass', { is: 'counts' }, { named }, "counts for DSGB1, because its suite 'DSGB1: x' says DSGB1", undefined],
    [
      'a failure',
      { is: 'counts' },
      { named, outcome: 'failed' },
      "counts against DSGB1, because its suite 'DSGB1: x' says DSGB1",
      replaced,
    ],
    [
      'a test that did not run',
      { is: 'counts' },
      { named, outcome: 'not-run', ambiguous: true },
      "counts against DSGB1, because its suite 'DSGB1: x' says DSGB1",
      replaced,
    ],
    [
      'a hook that failed',
      { is: 'counts' },
      { outcome: 'failed', name: '"before all" hook', matchedBy: 'enclosing-suite' },
      'counts against DSGB1, because it is no test of its own, and the tests of its suite, class or file are of DSGB1',
      'A later report of the same suite takes its place, if it lists every other test of this one and has no failure.',
    ],
    ['a test without a place', { is: 'counts' }, {}, 'counts for DSGB1, because its name says DSGB1', undefined],
    [
      'a failure from before results count',
      { is: 'too-old', notBefore: Date.UTC(2026, 6, 1, 12) },
      { outcome: 'failed' },
      'is set aside, because it did not pass and was over before 1 July 2026, 12:00:00 UTC, from when on results count (not-before)',
      'Set not-before to an earlier time, or leave it out, to have it count.',
    ],
    [
      'a test that counts for another',
      { is: 'for-another' },
      {
        decision: {
          rule: 'own-leads',
          passes: 'DSGB2',
          fails: ['DSGB2', 'DSGB1'],
          because: [place('class', 'DSGB2Test')],
        },
      },
      "is set aside, because it counts for DSGB2 and only mentions DSGB1, because its class 'DSGB2Test' says DSGB2",
      "If it is a test of DSGB1, lead its name with that number and a colon ('DSGB1: …').",
    ],
    [
      'a test that names several',
      { is: 'for-none' },
      {},
      'counts for none, because it names several scenarios',
      undefined,
    ],
  ])('%s', (_, standing, overrides, words, next) => {
    expect(said(standing, overrides)).toEqual([words, next]);
  });

  it('is told of the later result by its class where it has no name', () => {
    const by = buildAttempt({ name: '', className: 'a.B', file: 'b.xml', line: 9 });
    expect(supersededInWords({ by, how: 'later-try' })).toBe(
      "is superseded by 'a.B' (b.xml:9): a later result of the same test",
    );
  });

  it('a result counts for another scenario where a pass would, else for none', () => {
    const decision = { rule: 'own-leads', passes: 'DSGB2', fails: ['DSGB2'], because: [] } as const;
    expect(standingOfAmbiguous(buildAttempt({ decision }))).toEqual({ is: 'for-another' });
    expect(standingOfAmbiguous(buildAttempt({ decision: { ...decision, passes: undefined } }))).toEqual({
      is: 'for-none',
    });
    expect(standingOfAmbiguous(buildAttempt())).toEqual({ is: 'for-none' });
  });
});

describe('a result began', () => {
  const reported = { text: 'x', from: 'case', instant: NOW, assumedZone: false } as const;
  const messages = [
    messageStatement('IE028', NOW + 2000),
    messageStatement('IE015', NOW + 1000),
    messageStatement('IE029', undefined),
  ];

  it.each([
    ['when its report says', { reported, statements: messages }, NOW],
    ['with the first of its messages, where its report tells no time', { statements: messages }, NOW + 1000],
    [
      'so too where what its report tells is no time',
      { reported: { ...reported, instant: undefined }, statements: messages },
      NOW + 1000,
    ],
    ['nobody knows when, where no message has a time', { statements: messages.slice(2) }, undefined],
    ['nobody knows when, without either', { statements: [] }, undefined],
  ])('%s', (_, result, expected) => {
    expect(startOf(result)).toBe(expected);
  });
});
