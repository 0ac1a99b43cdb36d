import * as fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { fitSections, utf8Length } from '../../src/render/markdown.ts';
import { renderSummary, summaryLimit, summarySections, type SummaryContext } from '../../src/render/summary.ts';
import { renderHeadline } from '../../src/render/words.ts';
import { assess } from '../../src/assessment/assess.ts';
import type { Finding } from '../../src/finding.ts';
import type { Attempt } from '../../src/matching/attempt.ts';
import { attemptAt, departuresOnly, inputOf } from '../assessment/inputs.ts';
import {
  buildApplicationAssessment,
  buildAssessment,
  buildProblem,
  buildReportFile,
  DAY,
  HOUR,
  NOW,
} from '../builders.ts';
import {
  cases,
  hostile,
  nothingYet,
  notReady,
  ready,
  testsProven,
  twoApplications,
  undatedAndAmbiguous,
} from './cases.ts';

const context: SummaryContext = {
  documents: [
    {
      application: 'NCTS5',
      file: 'ncts5-checklist.docx',
      kind: 'form',
      artifact: {
        name: 'ncts5-checklist.docx',
        id: 77,
        url: 'https://github.com/example/transit/actions/runs/1/artifacts/77',
        digest: `sha256:${'0'.repeat(64)}`,
      },
    },
    { application: 'NCTS5', file: 'out/ncts5-checklist-submission.html', kind: 'note' },
  ],
};

function html(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
}

function tagsOf(markup: string): readonly string[] {
  return [...markup.matchAll(/<\/?([a-z][a-z0-9]*)/giu)].map(([, name]) => name ?? '');
}

describe('renderSummary', () => {
  it.each(Object.entries(cases))('is as reviewed: %s', async (name, assessment) => {
    await expect(renderSummary(assessment, name === 'hostile' ? {} : context)).toMatchFileSnapshot(
      `../golden/render/summary/${name}.md`,
    );
  });

  it('says the verdict and the days left in its first line', () => {
    expect(renderSummary(ready).split('\n')[0]).toBe(
      '## ✅ NCTS5: Ready to submit – evidence expires on Saturday 12 December 2026, 09:00 UTC, 13 days left',
    );
    expect(renderSummary(notReady).split('\n')[0]).toBe(
      "## ❌ NCTS5: Not ready – 1 report can't be read, 3 of 3 mandatory tests not proven",
    );
    expect(renderSummary(twoApplications).split('\n')[0]).toBe('## ❌ NCTS5: Not ready – DSGB1 or DSXI1 missing');
  });

  it('says once in its first line what several applications lack', () => {
    const applications = ['one', 'two'].map((name) => ({ ...departuresOnly, name, alsoRequired: ['DSGB4'] }));
    expect(renderHeadline(assess(inputOf([], { applications }), NOW))).toMatch(
      / – DSGB1 or DSXI1 missing, DSGB4 missing$/u,
    );
    const proven = renderHeadline(assess(inputOf([attemptAt()], { applications }), NOW));
    expect(proven.match(/DSGB4/gu)).toHaveLength(1);
  });

  it('tells settings of the past from problems with reports', () => {
    const over: Finding = { kind: 'stale', severity: 'error', message: 'Over.', place: { setting: 'input as-of' } };
    const first = (...findings: Finding[]) =>
      renderSummary(assess({ ...inputOf([attemptAt()]), findings }, NOW)).split('\n')[0];
    expect(first(over)).toBe('## ❌ NCTS5: Not ready – 1 setting lies in the past');
    const phase: Finding = { ...over, place: { ...over.place, setting: 'input phase' } };
    const unreadable: Finding = { kind: 'unreadable', severity: 'error', message: 'No file.' };
    expect(first(over, phase, unreadable)).toBe(
      '## ❌ NCTS5: Not ready – 1 problem with the reports, 2 settings lie in the past',
    );
  });

  it('says nothing of evidence missing where the scenario did not pass', () => {
    const summaryOf = (attempt: Attempt) => renderSummary(assess(inputOf([attempt]), NOW));
    expect(summaryOf(attemptAt())).toContain('No MRN was found');
    expect(summaryOf(attemptAt(NOW - 15 * DAY))).toContain('No MRN was found');
    expect(summaryOf(attemptAt(NOW - HOUR, { outcome: 'failed' }))).not.toContain('No MRN was found');
  });

  it('says when a verdict that is not ready does not fail the step', () => {
    expect(renderSummary(undatedAndAmbiguous)).toContain('The step does not fail for this');
    expect(renderSummary(notReady)).not.toContain('The step does not fail for this');
  });

  it('names no report at all as all that is wrong, and its cause as the one thing to do', () => {
    expect(renderHeadline(nothingYet)).toBe('Not ready – no test report was found');
    const summary = renderSummary(nothingYet);
    expect(summary.match(/^\d+\. /gmu)).toHaveLength(1);
    expect(summary.match(/There is no artifact/gu)).toHaveLength(1);
    expect(summary).not.toContain('name it in the test');
  });

  it('tells tests that are proven from a form that could be sent', () => {
    expect(renderHeadline(testsProven)).toBe(
      'Mandatory tests proven – not ready to submit: MRN and message times of DSGB1, 11 questions',
    );
    expect(renderSummary(notReady, context)).toContain('filled in – **a draft, not to be sent**');
    expect(renderSummary(testsProven, context)).toContain('filled in – **not complete, not to be sent yet**');
    expect(renderSummary(ready, context)).not.toMatch(/draft|not to be sent/i);
  });

  it('has no elements but its own, whatever the reports say', () => {
    const markup = html(renderSummary(hostile, { title: '<img src=x><script>x</script>' }));
    const own = new Set([
      'h2',
      'h3',
      'p',
      'strong',
      'em',
      'table',
      'thead',
      'tbody',
      'tr',
      'th',
      'td',
      'code',
      'br',
      'sub',
      'ul',
      'ol',
      'li',
      'details',
      'pre',
      'summary',
      'a',
    ]);
    expect(tagsOf(markup).filter((tag) => !own.has(tag))).toEqual([]);
    // Where to get the form, and the run of the report's provenance.
    expect(new Set(markup.match(/(?<=<a href=")https:\/\/[^/]+/gu))).toEqual(
      new Set(['https://developer.service.hmrc.gov.uk', 'https://github.com']),
    );
    expect(markup.match(/<a /gu)?.length).toBe(2);
    expect(markup.match(/<details>/gu)?.length).toBe(markup.match(/<\/details>/gu)?.length);
    expect(renderSummary(hostile)).not.toMatch(/@[a-z]|[^\s&]#\d|\u202E|\p{Cs}/iu);
  });

  it('leaves what is not known unsaid', () => {
    expect(renderSummary(ready)).not.toMatch(/undefined|null|NaN|\[object/u);
    expect(renderSummary(notReady)).not.toMatch(/undefined|null|NaN|\[object/u);
  });
});

describe('renderHeadline', () => {
  it.each(Object.entries(cases))('fits a commit status: %s', (_, assessment) => {
    expect(renderHeadline(assessment)).toMatch(/^(?:Ready to submit|Not ready|Mandatory tests proven)[^\n]{0,125}$/u);
  });
});

const many = buildAssessment({
  applications: [buildApplicationAssessment(), ...notReady.applications],
  files: Array.from({ length: 400 }, (_, index) => buildReportFile({ path: `results/ü-${index}.xml` })),
  findings: Array.from({ length: 300 }, (_, index) =>
    buildProblem({ place: { file: 'results/trader-test.xml', line: index }, message: `Look-alike ${index} 🚚.` }),
  ),
});

describe('fitSections', () => {
  const whole = fitSections(summarySections(many), Infinity);

  it('gives up nothing while everything fits, to the byte', () => {
    expect(fitSections(summarySections(many), utf8Length(whole))).toBe(whole);
    expect(fitSections(summarySections(many), utf8Length(whole) - 1)).not.toBe(whole);
  });

  it('stays within any limit, leaves nothing open and keeps the verdict', () => {
    const sections = summarySections(many);
    const heading = whole.split('\n')[0] ?? '';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: utf8Length(whole) }), (limit) => {
        const text = fitSections(sections, limit);
        expect(utf8Length(text)).toBeLessThanOrEqual(limit);
        expect(text).not.toContain('\uFFFD');
        expect(text.match(/<details>/gu)?.length).toBe(text.match(/<\/details>/gu)?.length);
        for (const line of text.split('\n').filter((item) => item.startsWith('|'))) {
          expect(line.endsWith('|')).toBe(true);
        }
        const [first = '?'] = text.split('\n');
        expect(limit > 1000 ? first === heading : heading.startsWith(first)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('shortens lists first, says how much is missing, and what was left out', () => {
    expect(fitSections(summarySections(many), utf8Length(whole) - 5000)).toMatch(/\| … and \d+ more \|/u);
    const short = fitSections(summarySections(many), 9000);
    expect(short).toContain('_Left out here because it is too long: ');
    expect(short).toContain('### NCTS5 – Mandatory tests');
  });

  it('fills the space that there is', () => {
    for (const limit of [20_000, 40_000, 50_000]) {
      expect(utf8Length(fitSections(summarySections(many), limit))).toBeGreaterThan(limit - 250);
    }
  });

  it("keeps a summary of a hundred thousand files within GitHub's limit, quickly", () => {
    const huge = buildAssessment({
      files: Array.from({ length: 100_000 }, (_, index) => buildReportFile({ path: `results/${index}.xml` })),
    });
    const started = performance.now();
    const text = renderSummary(huge);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(utf8Length(text)).toBeLessThanOrEqual(summaryLimit);
    expect(utf8Length(text)).toBeGreaterThan(summaryLimit - 250);
  });
});
