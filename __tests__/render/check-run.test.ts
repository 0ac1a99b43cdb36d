import { describe, expect, it } from 'vitest';
import { checkRunLimit, renderCheckRun, renderCommitStatus } from '../../src/render/check-run.ts';
import { utf8Length } from '../../src/render/markdown.ts';
import { renderHeadline } from '../../src/render/words.ts';
import { buildAssessment, buildReason } from '../builders.ts';
import { cases, notReady, ready, undatedAndAmbiguous } from './cases.ts';

describe('renderCheckRun', () => {
  it.each(Object.entries(cases))('is as reviewed: %s', async (name, assessment) => {
    await expect(`${JSON.stringify(renderCheckRun(assessment), null, 2)}\n`).toMatchFileSnapshot(
      `../golden/render/check-run/${name}.json`,
    );
  });

  it('concludes as the step does, but is never green for what is not ready', () => {
    const conclusions = [ready, notReady, undatedAndAmbiguous].map(
      (assessment) => renderCheckRun(assessment).conclusion,
    );
    expect(conclusions).toEqual(['success', 'failure', 'neutral']);
  });

  it('annotates only what has a file, by a path that GitHub takes', () => {
    const files = ['/etc/a.xml', 'C:\\b.xml', 'c\nd.xml', '', undefined];
    const findings = files.map((file) => buildReason({ place: { file, setting: 'results' } }));
    const { annotations } = renderCheckRun(buildAssessment({ findings }));
    expect(annotations.map(({ path }) => path)).toEqual(['etc/a.xml', 'b.xml', 'c d.xml', 'report']);
    expect(annotations.every(({ start_line: start, end_line: end }) => start === 1 && end === 1)).toBe(true);
  });

  it('keeps summary and text within the limit, to the byte', () => {
    for (const count of [1, 50, 100, 101, 102, 103, 300]) {
      const findings = Array.from({ length: count }, (_, index) =>
        buildReason({ message: `${'ü'.repeat(280)}${index}`, next: 'é'.repeat(100 + (index % 7)) }),
      );
      const content = renderCheckRun(buildAssessment({ findings }));
      expect(utf8Length(content.summary)).toBeLessThanOrEqual(checkRunLimit);
      expect(utf8Length(content.text)).toBeLessThanOrEqual(checkRunLimit);
    }
  });
});

describe('renderCommitStatus', () => {
  it.each(Object.entries(cases))('says the headline in 140 characters: %s', (_name, assessment) => {
    const { description } = renderCommitStatus(assessment);
    expect(description).toBe(renderHeadline(assessment));
    expect(description.length).toBeLessThanOrEqual(140);
  });

  it('is red when the step is, and pending when fail-on lets pass what is not ready', () => {
    const states = [ready, notReady, undatedAndAmbiguous].map((assessment) => renderCommitStatus(assessment).state);
    expect(states).toEqual(['success', 'failure', 'pending']);
  });
});
