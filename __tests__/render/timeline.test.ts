import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment, ScenarioAssessment } from '../../src/assessment/assessment.ts';
import { fitSections } from '../../src/render/markdown.ts';
import { timelineSection, timelineTextSection } from '../../src/render/summary/timeline.ts';
import {
  buildApplicationAssessment,
  buildAssessment,
  buildRecommended,
  buildRequirementAssessment,
  buildScenarioAssessment,
  DAY,
  HOUR,
  NOW,
} from '../builders.ts';
import { cases } from './cases.ts';

/** Every line that the diagram may have; Mermaid was seen to take them, cut after any row. */
const grammar = [
  /^### .+$/,
  /^$/,
  /^```(?:mermaid)?$/,
  /^%%\{init: \{'gantt': \{'leftPadding': 90\}\}\}%%$/,
  /^gantt$/,
  /^ {2}acc(?:Title|Descr): [\w .:,-]+$/,
  /^ {2}dateFormat YYYY-MM-DD HH:mm$/,
  /^ {2}axisFormat %d %b(?: %H:%M)?$/,
  /^ {2}todayMarker off$/,
  /^ {2}section (?:Dates \(UTC\)|Mandatory|Recommended)$/,
  /^ {2}(?:Assessed|Send before) :(?:crit, )?milestone, \d{4}-\d\d-\d\d \d\d:\d\d, 0d$/,
  /^ {2}[A-Z]+\d+(?: [a-z -]+)?(?: \(stale\))? :(?:active|crit, active|done), \d{4}-\d\d-\d\d \d\d:\d\d, \d{4}-\d\d-\d\d \d\d:\d\d$/,
];

function pictures(assessment: Assessment): readonly string[] {
  return assessment.applications.flatMap((application) => {
    const section = timelineSection(assessment, application);
    return section === undefined ? [] : [fitSections([section], Infinity)];
  });
}

function texts(assessment: Assessment): readonly string[] {
  return assessment.applications.flatMap((application) => {
    const section = timelineTextSection(assessment, application);
    return section === undefined ? [] : [fitSections([section], Infinity)];
  });
}

/** One application with one mandatory test, proven by that scenario. */
function standing(scenario: ScenarioAssessment, overrides: Partial<Assessment> = {}): Assessment {
  const status = scenario.status === 'passed' ? 'satisfied' : scenario.status;
  const requirements = [buildRequirementAssessment('standard-departure', { scenario, status })];
  return buildAssessment({
    applications: [buildApplicationAssessment({ requirements, recommended: [] })],
    ...overrides,
  });
}

const tasksIn = (text: string) => text.split('\n').filter((line) => /:(?:active|crit, active|done),/.test(line));

describe('the picture of time', () => {
  it.each(Object.entries(cases))('has no line but those of a gantt, whatever reports say: %s', (_, assessment) => {
    for (const line of pictures(assessment)
      .join('\n')
      .split('\n')
      .filter((one) => !one.startsWith('### '))) {
      expect(grammar.some((allowed) => allowed.test(line)) ? '' : line).toBe('');
    }
  });

  it('goes from the test to its expiry, in UTC, and says when to send before', () => {
    const [picture = ''] = pictures(standing(buildScenarioAssessment('DSGB1')));
    expect(picture).toContain('  Assessed :milestone, 2026-11-28 12:00, 0d\n');
    expect(picture).toContain('  Send before :crit, milestone, 2026-12-12 09:00, 0d\n');
    expect(picture).toContain('  DSGB1 standard departure :active, 2026-11-28 09:00, 2026-12-12 09:00\n');
  });

  it('has no instant to send before while something is not proven', () => {
    expect(pictures(cases['not-ready'] ?? buildAssessment()).join('')).not.toContain('Send before');
  });

  it('tells what is stale and what is about to be from what lasts', () => {
    const at = (testedAt: number, status: 'passed' | 'stale') =>
      tasksIn(pictures(standing(buildScenarioAssessment('DSGB1', { testedAt, status }))).join(''))[0];
    expect(at(NOW - DAY, 'passed')).toContain(' :active, ');
    expect(at(NOW - 12 * DAY, 'passed')).toContain(' :crit, active, ');
    expect(at(NOW - 15 * DAY, 'stale')).toContain('DSGB1 standard departure (stale) :done, ');
    // Stale for another reason than its age, such as not-before.
    expect(at(NOW - DAY, 'stale')).toContain('(stale) :done, ');
  });

  it.each<[string, Partial<ScenarioAssessment>]>([
    ['failed', { status: 'failed' }],
    ['did not run', { status: 'not-run', counted: [] }],
    ['is undated', { status: 'stale', undated: true, testedAt: undefined }],
    ['has been over for weeks', { status: 'stale', testedAt: NOW - 40 * DAY }],
  ])('leaves out what %s, and itself when nothing is left', (_, overrides) => {
    const assessment = standing(buildScenarioAssessment('DSGB1', overrides));
    expect([pictures(assessment), texts(assessment)]).toEqual([[], []]);
  });

  it('shows recommended tests only when they are proven', () => {
    const proven = buildScenarioAssessment('DSGB4');
    const recommended = [
      buildRecommended(['DSGB4', 'DSXI4'], { status: 'satisfied', scenario: proven }),
      buildRecommended(['DSGB6', 'DSXI6'], { status: 'stale', scenario: buildScenarioAssessment('DSGB6') }),
    ];
    const application = buildApplicationAssessment({ requirements: [], recommended });
    const [picture = ''] = pictures(buildAssessment({ applications: [application] }));
    expect(tasksIn(picture)).toEqual(['  DSGB4 :active, 2026-11-28 09:00, 2026-12-12 09:00']);
  });

  it('names hours on its axis when all of it is about hours', () => {
    const short = buildScenarioAssessment('DSGB1', { testedAt: NOW - HOUR, expiresAt: NOW + DAY });
    expect(pictures(standing(short))[0]).toContain('axisFormat %d %b %H:%M');
  });
});

describe('the picture of time as text', () => {
  it('draws bars as long as they last, and always a bit of what still does', () => {
    const age = fc.integer({ min: 1, max: 14 * DAY - 1 });
    fc.assert(
      fc.property(age, age, (first, second) => {
        const requirements = [
          buildRequirementAssessment('standard-departure', {
            scenario: buildScenarioAssessment('DSGB1', { testedAt: NOW - first }),
          }),
          buildRequirementAssessment('arrival', {
            scenario: buildScenarioAssessment('ASGB1', { testedAt: NOW - second }),
          }),
        ];
        const applications = [buildApplicationAssessment({ requirements, recommended: [] })];
        const [text = ''] = texts(buildAssessment({ applications }));
        const bars = text.split('\n').flatMap((line) => /[░█]+/.exec(line) ?? []);
        expect(bars).toHaveLength(2);
        for (const bar of bars) {
          expect(bar.replace(/^░*/, '')).toMatch(/^█+$/);
          expect(bar.length).toBeLessThanOrEqual(42);
        }
        // The younger one lasts longer, within the width of a column.
        const [one = 0, other = 0] = text
          .split('\n')
          .flatMap((line) => (line.includes('█') ? [line.lastIndexOf('█')] : []));
        if (first < second) expect(one).toBeGreaterThanOrEqual(other);
        else expect(other).toBeGreaterThanOrEqual(one);
      }),
      { numRuns: 200 },
    );
  });

  it('says in words what the bars show', () => {
    const [text = ''] = texts(standing(buildScenarioAssessment('DSGB1')));
    expect(text).toContain('▼ assessed 28 Nov 2026, 12:00 UTC');
    expect(text).toMatch(/^DSGB1 standard departure {2}░*█+ +until 12 Dec 2026, 09:00 UTC, 13 days left$/m);
    const [over = ''] = texts(
      standing(buildScenarioAssessment('DSGB1', { testedAt: NOW - 15 * DAY, status: 'stale' })),
    );
    expect(over).toMatch(/^DSGB1 standard departure {2}░+ +over since 27 Nov 2026, 12:00 UTC$/m);
    const [excluded = ''] = texts(standing(buildScenarioAssessment('DSGB1', { testedAt: NOW - DAY, status: 'stale' })));
    expect(excluded).toMatch(/^DSGB1 standard departure {2}░+ +stale$/m);
  });

  it.each(Object.entries(cases))('shows nothing but our own words: %s', (_, assessment) => {
    for (const text of texts(assessment)) {
      const inside = text.slice(text.indexOf('```text'), text.lastIndexOf('```')).split('\n').slice(1);
      for (const line of inside) expect(line).toMatch(/^[\w ,:▼░█-]*$/u);
    }
  });
});
