/* Which scenario proves a test, what its evidence has to have for that, and what to do where it has not. */
import { describe, expect, it } from 'vitest';
import type { RequirementStatus, ScenarioAssessment } from '../../src/assessment/assessment.ts';
import {
  assessRequirement,
  byNearness,
  firstExpiry,
  nextStep,
  notCounting,
  ownRequirement,
  unmetNeeds,
  type AssessedSet,
} from '../../src/assessment/requirement.ts';
import type { Finding } from '../../src/finding.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import type { MessageType } from '../../src/requirements/messages.ts';
import type { Needs, Requirement } from '../../src/requirements/requirement.ts';
import {
  buildEvidence,
  buildEvidenceFinding,
  buildRequirement,
  buildRequirementAssessment,
  buildScenarioAssessment,
  buildSourced,
  DAY,
  HOUR,
  NOW,
} from '../builders.ts';

const here = { file: 'results/trader-test.xml', line: 7 };

function judgedBy(scenarios: readonly ScenarioAssessment[], findings: readonly Finding[] = []) {
  const byId = new Map(scenarios.map((one) => [one.scenario.id, one]));
  return { scenarios: byId, ofScenarios: new Map([['DSGB1', findings]]) };
}

function needing(needs: Partial<Needs>, overrides: Partial<Requirement> = {}): Requirement {
  return { ...buildRequirement(), needs: { mrn: false, messages: [], without: [], ...needs }, ...overrides };
}

/** The times of those messages, milliseconds after NOW, each on a line of its own from 10. */
const messages = (...times: readonly (readonly [MessageType, number])[]) =>
  new Map(
    times.map(([type, after], index) => [
      type,
      { ...buildSourced(NOW + after, { line: 10 + index }), assumedZone: false },
    ]),
  );

describe('what the evidence has to have', () => {
  function unmet(
    needs: Partial<Needs>,
    evidence: Partial<ScenarioAssessment['evidence']> = {},
    findings: readonly Finding[] = [],
  ) {
    const scenario = buildScenarioAssessment('DSGB1', { evidence: buildEvidence('DSGB1', evidence) });
    return unmetNeeds(needing(needs), scenario, judgedBy([scenario], findings));
  }

  it.each(['mrn-missing', 'mrn-shape', 'mrn-check-digit', 'mrn-conflict'])(
    'is an MRN without the finding %s',
    (code) => {
      const place = { file: 'b.xml', line: 4 };
      const finding = buildEvidenceFinding({ code, message: 'MRN 1.2 is wrong.', place });
      expect(unmet({ mrn: true }, {}, [finding])).toEqual([{ message: 'MRN 1.2 is wrong', place }]);
      expect(unmet({ mrn: true }, { mrn: undefined }, [finding])).toHaveLength(1);
      expect(unmet({ mrn: false }, {}, [finding])).toEqual([]);
      expect(unmet({ mrn: true }, {}, [{ ...finding, kind: 'time' }])).toEqual([]);
    },
  );

  it('is an MRN, whatever is said of other things', () => {
    const about = [buildEvidenceFinding({ code: 'lrn-missing' }), buildEvidenceFinding({ code: undefined })];
    expect(unmet({ mrn: true }, {}, about)).toEqual([]);
    expect(unmet({ mrn: true }, { mrn: undefined }, about)).toEqual([{ message: 'no MRN was found', place: here }]);
    expect(unmet({ mrn: false }, { mrn: undefined })).toEqual([]);
  });

  it('are the times of messages: the absent ones by name, where one is unreadable or at the result', () => {
    const needs: Partial<Needs> = { messages: ['IE015', 'IE028', 'IE029'] };
    const given = { messages: messages(['IE028', 0]) };
    const absent = (findings: readonly Finding[]) => unmet(needs, given, findings);
    const message = 'no readable time of IE015 (declaration) and IE029 (released for transit) was found';
    expect(absent([])).toEqual([{ message, place: here }]);
    const place = { file: 'b.xml', line: 4 };
    const unreadable = (text: string, code = 'message-time') => buildEvidenceFinding({ code, message: text, place });
    expect(absent([unreadable('The time of IE029 is no time.')])).toEqual([{ message, place }]);
    expect(absent([unreadable('The time of IE028 is no time.')])).toEqual([{ message, place: here }]);
    expect(absent([unreadable('IE029 is missing.', 'message-missing')])).toEqual([{ message, place: here }]);
    expect(unmet({ messages: ['IE028'] }, given)).toEqual([]);
  });

  it.each<[string, MessageType[], [MessageType, number][], string[]]>([
    [
      'in their order',
      ['IE015', 'IE029'],
      [
        ['IE015', 0],
        ['IE029', 1000],
      ],
      [],
    ],
    [
      'in the same second',
      ['IE015', 'IE029'],
      [
        ['IE015', 900],
        ['IE029', 100],
      ],
      [],
    ],
    [
      'not before one another',
      ['IE015', 'IE029'],
      [
        ['IE015', 2000],
        ['IE029', 1999],
      ],
      [
        'IE029 (released for transit) of 28 November 2026, 12:00:01 UTC comes before IE015 (declaration) of 28 November 2026, 12:00:02 UTC',
      ],
    ],
    [
      'where one is absent',
      ['IE015', 'IE028', 'IE029'],
      [
        ['IE015', 2000],
        ['IE029', 0],
      ],
      ['no readable time of IE028 (MRN allocated) was found'],
    ],
    [
      'of each two after one another',
      ['IE015', 'IE028', 'IE029'],
      [
        ['IE015', 2000],
        ['IE028', 1000],
        ['IE029', 0],
      ],
      [expect.stringMatching(/^IE028 .* before IE015/u), expect.stringMatching(/^IE029 .* before IE028/u)],
    ],
  ])('are times %s', (_, needed, times, said) => {
    const found = unmet({ messages: needed }, { messages: messages(...times) });
    expect(found.map(({ message }) => message)).toEqual(said);
  });

  it('is no wrong order: at the line of the later message', () => {
    const [found] = unmet({ messages: ['IE015', 'IE029'] }, { messages: messages(['IE015', 2000], ['IE029', 0]) });
    expect(found?.place).toEqual({ file: 'results/trader-test.xml', line: 11 });
  });

  it('is none of the messages that end a movement, whatever else is found', () => {
    const place = { file: 'b.xml', line: 4 };
    const without = [{ message: 'IE009' as const, because: 'it was cancelled' }];
    expect(unmet({ without }, { seen: new Map([['IE009', place]]) })).toEqual([
      { message: 'IE009 (invalidation decision) was found: it was cancelled', place, isFinal: true },
    ]);
    expect(unmet({ without }, { seen: new Map([['IE029', place]]) })).toEqual([]);
    // What ended the movement is why the others are absent, so it comes first.
    const both = unmet(
      { mrn: true, messages: ['IE029'], without },
      { mrn: undefined, seen: new Map([['IE009', place]]) },
    );
    expect(both.map(({ isFinal }) => isFinal)).toEqual([true, undefined]);
  });

  it('has no place where no result counts', () => {
    const scenario = buildScenarioAssessment('DSGB1', {
      counted: [],
      evidence: buildEvidence('DSGB1', { mrn: undefined }),
    });
    const judged = { scenarios: new Map(), ofScenarios: new Map() };
    expect(unmetNeeds(needing({ mrn: true }), scenario, judged)).toEqual([
      { message: 'no MRN was found', place: undefined },
    ]);
  });
});

describe('a test', () => {
  const accepting = (...accepts: Requirement['accepts']) => needing({ mrn: true }, { accepts });
  const accepted = (id: string, rank = 1) => ({ id, rank, remark: `because of ${id}` });
  const withoutMrn = { evidence: buildEvidence('DSGB1', { mrn: undefined }) };

  it('is proven by the plainest of what passed, then by what lasts longest, with its remark', () => {
    const requirement = accepting(accepted('DSGB1', 2), accepted('DSXI1'), accepted('DSGB4'));
    const younger = buildScenarioAssessment('DSGB1', { testedAt: NOW - HOUR });
    const older = buildScenarioAssessment('DSXI1', { testedAt: NOW - 2 * DAY });
    const plain = buildScenarioAssessment('DSGB4', { testedAt: NOW - DAY });
    expect(assessRequirement(requirement, judgedBy([younger, older, plain]))).toEqual({
      requirement,
      status: 'satisfied',
      scenario: plain,
      expiresAt: NOW + 13 * DAY,
      remark: 'because of DSGB4',
    });
    expect(assessRequirement(requirement, judgedBy([younger]))).toMatchObject({ scenario: younger });
  });

  it('is incomplete where what it needs is not there, and has no result where there is none', () => {
    const requirement = accepting(accepted('DSGB1'));
    const scenario = buildScenarioAssessment('DSGB1', withoutMrn);
    const open = { expiresAt: undefined, remark: undefined };
    expect(assessRequirement(requirement, judgedBy([scenario]))).toEqual({
      ...open,
      requirement,
      status: 'incomplete',
      scenario,
    });
    expect(assessRequirement(requirement, judgedBy([]))).toEqual({
      ...open,
      requirement,
      status: 'missing',
      scenario: undefined,
    });
  });

  it('stands as its scenario does where that did not pass, whatever its evidence', () => {
    const requirement = accepting(accepted('DSGB1'));
    const scenario = buildScenarioAssessment('DSGB1', { ...withoutMrn, status: 'failed' });
    expect(assessRequirement(requirement, judgedBy([scenario])).status).toBe('failed');
  });

  it('goes by what comes nearest', () => {
    const requirement = accepting(accepted('DSGB1'), accepted('DSXI1'));
    const [failed, stale] = [
      buildScenarioAssessment('DSGB1', { status: 'failed' }),
      buildScenarioAssessment('DSXI1', { status: 'stale' }),
    ];
    expect(assessRequirement(requirement, judgedBy([failed, stale])).scenario).toBe(stale);
  });

  it('of the user asks for a fresh pass and nothing else', () => {
    expect(ownRequirement('DSGB4')).toEqual({
      id: 'also-dsgb4',
      title: 'Also required',
      accepts: [{ id: 'DSGB4', rank: 1, remark: undefined }],
      wanted: 'DSGB4',
      first: ['DSGB4'],
      run: 'Run DSGB4 in Trader Test.',
      messages: [],
      needs: { mrn: false, messages: [], without: [] },
      never: [],
      output: undefined,
      because: 'also-required names it.',
      cell: undefined,
    });
  });

  it('is not proven by what passed otherwise, and that is said with its place', () => {
    const never = [
      { scenarios: ['DSGB1', 'DSXI1', 'DSGB4'], why: 'cancelled' },
      { scenarios: ['DSGB5'], why: 'never released' },
    ];
    const scenarios = [
      buildScenarioAssessment('DSGB1'),
      buildScenarioAssessment('DSXI1', { status: 'failed' }),
      buildScenarioAssessment('DSGB5', { counted: [] }),
    ];
    expect(notCounting(needing({}, { never }), judgedBy(scenarios))).toEqual([
      { message: 'DSGB1 passed, but its movement is cancelled', place: here },
      { message: 'DSGB5 passed, but its movement is never released', place: undefined },
    ]);
  });
});

describe('what to do about a test', () => {
  const simplified = buildRequirement();
  const normal = buildRequirement('standard-departure', { accepts: ['DNGB1', 'DNXI1'] });
  const mail =
    " HMRC moves it on by hand: e-mail nctsp5tradertest@hmrc.gov.uk with the subject 'Manual Intervention DNGB1', and allow one working day.";
  const undated = buildScenarioAssessment('DSXI1', { undated: true });
  const again = "Run DSXI1 again in Trader Test: its evidence doesn't count any more.";

  it.each<[Exclude<RequirementStatus, 'satisfied'>, Requirement, ScenarioAssessment | undefined, string]>([
    ['missing', simplified, undefined, 'Run DSGB1 or DSXI1 in Trader Test.'],
    ['missing', normal, undefined, `Run DNGB1 or DNXI1 in Trader Test.${mail}`],
    ['missing', buildRequirement('arrival', { first: [] }), undefined, 'Run ASGB1 or ASXI1 in Trader Test.'],
    ['stale', simplified, buildScenarioAssessment('DSXI1'), again],
    ['stale', normal, buildScenarioAssessment('DSXI1'), again],
    ['stale', simplified, undefined, again.replace('DSXI1', 'DSGB1')],
    [
      'stale',
      simplified,
      undated,
      'Have your test tool write when DSXI1 ran (a timestamp in the report, or its message times as evidence) and correct any time that is wrong, then check again.',
    ],
    [
      'failed',
      normal,
      undated,
      'Find out why DSXI1 failed, run it again in Trader Test until it passes, then check again.',
    ],
    [
      'incomplete',
      needing({ mrn: true, messages: ['IE015', 'IE029'] }),
      undated,
      'Have the test of DSXI1 hand over the MRN and the times of IE015 and IE029 of its movement, then check again; or run DSGB1 or DSXI1.',
    ],
    [
      'incomplete',
      needing({ messages: ['IE015'] }),
      undefined,
      'Have the test of DSGB1 hand over the times of IE015 of its movement, then check again; or run DSGB1 or DSXI1.',
    ],
  ])('that is %s (%#)', (status, requirement, scenario, text) => {
    expect(nextStep(requirement, status, scenario, ncts5)).toBe(text);
  });

  it('names the step of the scenario that was run, by its programme', () => {
    const scenario = ncts6.scenarios.get('P6-DNGB-01');
    if (scenario === undefined) throw new Error('No scenario.');
    const assessed = buildScenarioAssessment('DSGB1', { scenario });
    expect(nextStep(simplified, 'failed', assessed, ncts6)).toContain("the subject 'Manual Intervention P6-DNGB-01'");
  });
});

describe('of two combinations', () => {
  const set = (
    combination: 'A' | 'B' | undefined,
    ...standing: readonly (RequirementStatus | number)[]
  ): AssessedSet => ({
    set: { combination, requirements: [] },
    requirements: standing.map((one) =>
      buildRequirementAssessment('arrival', {
        status: typeof one === 'number' ? 'satisfied' : one,
        expiresAt: typeof one === 'number' ? one : undefined,
      }),
    ),
  });

  it.each([
    ['fewer tests are open', set('B', 'missing', 1), set('A', 'stale', 'stale')],
    ['open tests are nearer', set('B', 'stale', 1), set('A', 'failed', 9)],
    ['what is proven lasts longer', set('B', 'stale', 5, 9), set('A', 'stale', 4, 9)],
    ['something is proven already', set('B', 'stale', 5), set('A', 'stale')],
    ['nothing else tells, A', set('A', 'missing'), set('B', 'missing')],
    ['nothing else tells, the one without a letter', set(undefined, 'missing'), set('A', 'missing')],
  ])('the better is that of which %s', (_, better, worse) => {
    expect(byNearness(better, worse)).toBeLessThan(0);
    expect(byNearness(worse, better)).toBeGreaterThan(0);
  });

  it('one lasts as long as the first of its tests', () => {
    expect(firstExpiry(set('A', 7, 5, 'missing'))).toBe(5);
    expect(firstExpiry(set('A', 'missing'))).toBeUndefined();
  });
});
