import { describe, expect, it } from 'vitest';
import { annotations } from '../../src/render/annotations.ts';
import { buildApplicationAssessment, buildAssessment, buildReason } from '../builders.ts';
import { cases, expiringSoon, notReady, ready, undatedAndAmbiguous } from './cases.ts';

describe('annotations', () => {
  it.each(Object.entries(cases))('are as reviewed: %s', async (name, assessment) => {
    const text = annotations(assessment).map(
      ({ level, title, message, file, line }) => `${level} | ${title} | ${file ?? '-'}:${line ?? '-'} | ${message}`,
    );
    await expect(`${text.join('\n')}\n`).toMatchFileSnapshot(`../golden/render/annotations/${name}.txt`);
  });

  it('are none when all is well, and a warning when it soon isn’t', () => {
    expect(annotations(ready)).toEqual([]);
    expect(annotations(expiringSoon)).toMatchObject([{ level: 'warning', title: 'Evidence expires soon' }]);
  });

  it('are errors exactly for what fails the step and for problems that are errors', () => {
    expect(annotations(undatedAndAmbiguous).map(({ level }) => level)).not.toContain('error');
    const levels = annotations(notReady).map(({ level }) => level);
    expect(levels.slice(0, 4)).toEqual(['error', 'error', 'error', 'error']);
    expect(levels).toEqual(
      levels.toSorted((a, b) => ['error', 'warning', 'notice'].indexOf(a) - ['error', 'warning', 'notice'].indexOf(b)),
    );
  });

  it('say nothing twice', () => {
    const reason = buildReason({ place: { file: 'a.xml', line: 1 } });
    const twice = buildAssessment({
      applications: [buildApplicationAssessment({ reasons: [reason, { ...reason }] })],
      problems: [{ kind: 'unreadable', severity: 'error', message: reason.message, place: { file: 'a.xml', line: 1 } }],
    });
    expect(annotations(twice)).toHaveLength(1);
  });

  it('keep to one line and to their caps', () => {
    const long = buildReason({ message: `a\nb${'x'.repeat(9000)}` });
    const [only] = annotations(buildAssessment({ applications: [buildApplicationAssessment({ reasons: [long] })] }));
    expect(only?.message).toMatch(/^a b.{1996}…$/u);
  });
});
