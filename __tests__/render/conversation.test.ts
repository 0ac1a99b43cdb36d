import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { commentLimit, renderComment } from '../../src/render/comment.ts';
import { needsAttention, renderAllWell, renderIssue, renderOpenedAgain } from '../../src/render/issue.ts';
import { utf8Length } from '../../src/render/markdown.ts';
import {
  buildApplicationAssessment,
  buildAssessment,
  buildReason,
  buildRequirement,
  buildRequirementAssessment,
  buildScenarioAssessment,
  DAY,
  HOUR,
  NOW,
} from '../builders.ts';
import { cases, expiringSoon, hostile, notReady, ready } from './cases.ts';

const context = {
  runUrl: 'https://github.com/example/transit/actions/runs/900100300',
};

function html(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
}

/** Software with the normal procedure: a departure that lasts two days more, an arrival that was never run. */
function normalProcedure(now = NOW): Assessment {
  const departure = buildScenarioAssessment('DNGB1', { testedAt: now - 12 * DAY });
  const application = buildApplicationAssessment({
    requirements: [
      buildRequirementAssessment('standard-departure', {
        requirement: buildRequirement('standard-departure', {
          accepts: ['DNGB1', 'DNXI1'],
          cell: { flow: 'standard-departure', column: 'normal only' },
        }),
        scenario: departure,
      }),
      buildRequirementAssessment('arrival', {
        requirement: buildRequirement('arrival', {
          accepts: ['ANGB1', 'ANXI1'],
          cell: { flow: 'arrival', column: 'normal only' },
        }),
        status: 'missing',
        scenario: undefined,
      }),
    ],
  });
  return buildAssessment({ applications: [application], evaluatedAt: now });
}

function mail(id: string, action: string): string {
  return `To: nctsp5tradertest@hmrc.gov.uk\nSubject: Manual Intervention ${id}\n\nTest scenario number: ${id}\nStep 2, please: ${action}\nLRN: (`;
}

describe('renderComment', () => {
  it.each(Object.entries(cases))('is as reviewed: %s', async (name, assessment) => {
    await expect(renderComment(assessment, context)).toMatchFileSnapshot(`../golden/render/comment/${name}.md`);
  });

  it('begins with the verdict and ends with the run, however long the rest is', () => {
    const findings = Array.from({ length: 2000 }, (_, index) =>
      buildReason({ kind: 'unreadable', message: `Reason ${index} 🚛`.repeat(5) }),
    );
    const long = buildAssessment({ findings });
    for (const text of [renderComment(long, context), renderIssue(long, context).body]) {
      expect(text.startsWith('## ')).toBe(true);
      expect(text.trimEnd().endsWith('runs/900100300>)</sub>')).toBe(true);
      expect(utf8Length(text)).toBeLessThanOrEqual(commentLimit);
      expect(utf8Length(text)).toBeGreaterThan(commentLimit - 1000);
    }
  });
});

describe('renderIssue', () => {
  const issues = { ...cases, 'normal-procedure': normalProcedure() };

  it.each(Object.entries(issues))('is as reviewed: %s', async (name, assessment) => {
    const { title, body } = renderIssue(assessment, context);
    await expect(`${title}\n\n${body}`).toMatchFileSnapshot(`../golden/render/issue/${name}.md`);
  });

  it('counts the working days, not only the days', () => {
    // NOW is a Saturday; the departure expires on Monday at noon.
    expect(renderIssue(normalProcedure(), context).body).toContain('2 days left, 1 working day)');
    const tuesday = NOW + 3 * DAY;
    expect(renderIssue(normalProcedure(tuesday), context).body).toContain('2 days left, 3 working days)');
  });

  it('gives the e-mail that has HMRC release a scenario of the normal procedure, and the opening hours', () => {
    const { body } = renderIssue(normalProcedure(), context);
    expect(body).toContain(mail('DNGB1', 'accept and release the declaration'));
    expect(body).toContain(mail('ANGB1', 'accept the arrival and release the movement'));
    expect(body).toContain('07:00 to 19:00 UK time, Monday to Friday');
    expect(renderIssue(notReady, context).body).not.toContain('nctsp5tradertest@hmrc.gov.uk');
  });

  it('says by when to begin a scenario that waits for a person', () => {
    // Wednesday, expiring on Friday at noon: to be begun by Thursday noon.
    const wednesday = NOW - 3 * DAY;
    expect(renderIssue(normalProcedure(wednesday), context).body).toContain(
      'Begin by Thursday 26 November 2026, 12:00 UTC',
    );
    // Saturday, expiring on Monday: no open hour left a day before.
    expect(renderIssue(normalProcedure(), context).body).toContain('Begin now');
  });

  it('names every unmet test and every other reason', () => {
    const { body } = renderIssue(notReady, context);
    for (const text of ['DSGB1 or DSXI1', 'PSGB1 or PSXI1', 'ASGB1 or ASXI1', 'results/cut.xml:40']) {
      expect(body).toContain(text);
    }
  });

  it('has no element of a stranger in it, nor a comment that nobody sees', () => {
    const { title, body } = renderIssue(hostile, context);
    expect(title).not.toMatch(/\n/);
    expect(html(body)).not.toMatch(/<(script|img)|href=.javascript:/i);
    expect(body).not.toContain('<!--');
  });

  it('is needed while something is missing or spoils soon', () => {
    expect([ready, expiringSoon, notReady].map(needsAttention)).toEqual([false, true, true]);
  });
});

describe('the notes on the issue', () => {
  it('say why it is closed and opened again', () => {
    const later = buildAssessment({ evaluatedAt: NOW + HOUR });
    expect(renderAllWell(later, context)).toMatch(/^Closed: Ready to submit – .*\(<https:.*900100300>\)/);
    expect(renderOpenedAgain(notReady, context)).toMatch(/^Opened again: Not ready – /);
  });
});
