import { describe, expect, it } from 'vitest';
import { fatalOf } from '../../src/assessment/assessment.ts';
import { placeInWords } from '../../src/finding.ts';
import { annotations } from '../../src/render/annotations.ts';
import { buildAssessment, buildReason } from '../builders.ts';
import { cases, expiringSoon, notReady, ready, undatedAndAmbiguous } from './cases.ts';

describe('annotations', () => {
  it.each(Object.entries(cases))('are as reviewed: %s', async (name, assessment) => {
    const text = annotations(assessment).map(
      ({ severity, message, place }) => `${severity} | ${placeInWords(place) ?? '-'} | ${message}`,
    );
    await expect(`${text.join('\n')}\n`).toMatchFileSnapshot(`../golden/render/annotations/${name}.txt`);
  });

  it('are none when all is well, and a warning when it soon isn’t', () => {
    expect(annotations(ready)).toEqual([]);
    expect(annotations(expiringSoon)).toMatchObject([
      { severity: 'warning', kind: 'expiring' },
      { severity: 'warning', kind: 'expiring' },
    ]);
  });

  it('are errors exactly for what fails the step, and those first', () => {
    expect(annotations(undatedAndAmbiguous).map(({ severity }) => severity)).not.toContain('error');
    const severities = annotations(notReady).map(({ severity }) => severity);
    const fatal = fatalOf(notReady).length;
    expect(severities.slice(0, fatal - 1)).toEqual(Array.from({ length: fatal - 1 }, () => 'error'));
    expect(severities.slice(fatal - 1)).not.toContain('error');
  });

  it('stay few where the facts are few, and point to no file that the repository does not have', () => {
    for (const assessment of Object.values(cases)) {
      const all = annotations(assessment);
      expect(all.length).toBeLessThan(10);
      expect(all.filter(({ place }) => place !== undefined && place.setting === undefined)).toEqual([]);
    }
    const place = { file: '.github/ncts5.yml', line: 3, column: 1, setting: 'results' };
    const [only] = annotations(buildAssessment({ findings: [buildReason({ place })] }));
    expect(only?.place).toEqual(place);
  });

  it('keep to one line and to their caps', () => {
    const long = buildReason({ message: `a\nb${'x'.repeat(9000)}` });
    const [only] = annotations(buildAssessment({ findings: [long] }));
    expect(only?.message).toMatch(/^a b.{1996}…$/u);
  });
});
