import { describe, expect, it } from 'vitest';
import { makeDocuments, readTemplate } from '../../src/documents.ts';
import { annotations } from '../../src/render/annotations.ts';
import { renderBadgeSvg } from '../../src/render/badge.ts';
import { renderCheckRun } from '../../src/render/check-run.ts';
import { renderComment } from '../../src/render/comment.ts';
import { renderIssue } from '../../src/render/issue.ts';
import { renderReport } from '../../src/render/report.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { controls } from '../action/step.ts';
import { readElements } from '../harness/elements.ts';
import { ooxmlErrors } from '../harness/ooxml.ts';
import { checkFiles } from './checking.ts';
import { corpus } from './corpus.ts';
import { attacks, reportOf } from './corpus/texts.ts';
import { documentFaults, markupFaults, reportFaults } from './judges.ts';

const conversation = { runUrl: 'https://github.com/transit-house/ncts-client/actions/runs/1' };

describe('the judge of Markdown', () => {
  it.each([
    '<img src=x>',
    '<!-- x -->',
    '[x](https://evil.example)',
    'https://evil.example',
    '@octocat',
    '#1',
    '\u202e',
    '<p onclick="x">',
  ])('sees %j', (markdown) => {
    expect(markupFaults(`text ${markdown} text`)).not.toEqual([]);
  });
});

describe('what is shown of the hostile corpus', () => {
  // What is shown of the other kinds is the same few sentences over and over: some of them will do.
  const shown = corpus.filter(({ kind }, index) => kind.startsWith('text') || (kind !== 'bombs' && index % 40 === 0));
  const titled = shown.map((one) => ({ title: `${one.kind}: ${one.name}`, one }));

  it.each(titled.map((one, index) => ({ ...one, index })))('$title', async ({ one, index }) => {
    const { assessment, settings } = await checkFiles(one.files, one);
    const checkRun = renderCheckRun(assessment);
    const [comment, issue] = [renderComment(assessment, conversation), renderIssue(assessment, conversation)];
    const faults = {
      summary: markupFaults(renderSummary(assessment)),
      checkRun: [checkRun.summary, checkRun.text].flatMap(markupFaults),
      comment: markupFaults(comment),
      issue: markupFaults(issue.body),
      terminal: controls(renderTerminal(assessment, { colour: false, width: 100 })),
      annotations: annotations(assessment).flatMap(
        ({ message, place }) => `${message}${place?.file ?? ''}`.match(/[\n\r]|[^\P{Cc}\t]/gu) ?? [],
      ),
      report: reportFaults(renderReport(assessment)),
    };
    expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    expect(() => readElements(renderBadgeSvg(assessment))).not.toThrow();
    expect(issue.title).not.toMatch(/\p{Cc}/u);
    // Documents take their time, and all attacks come together in one below.
    if (index % 4 > 0) return;
    const { files, findings } = await makeDocuments(assessment, settings, await readTemplate(settings));
    expect(findings).toEqual([]);
    for (const { content } of files) if (typeof content !== 'string') expect(documentFaults(content)).toEqual([]);
  });

  it('all attacks at once are still a Word document to Microsoft', async () => {
    const all = Object.entries(attacks).map(([, attack], index) => [`results/${index}.xml`, reportOf(attack)] as const);
    const { assessment, settings } = await checkFiles(Object.fromEntries(all));
    const { files } = await makeDocuments(assessment, settings, await readTemplate(settings));
    const [document] = files;
    if (document === undefined || typeof document.content === 'string') throw new Error('no checklist was made');
    expect((await ooxmlErrors(document.content)) ?? []).toEqual([]);
    expect(markupFaults(renderSummary(assessment))).toEqual([]);
  });
});
