import { describe, expect, it } from 'vitest';
import { fatalOf, reasonsOf } from '../../src/assessment/assessment.ts';
import { checkFiles } from './checking.ts';
import { corpus } from './corpus.ts';
import { honest, hostilePath } from './corpus/hostile-case.ts';

describe('the hostile corpus', () => {
  it('is held against a report that is honest, and ready', async () => {
    const { assessment } = await checkFiles({ [hostilePath]: honest });
    expect(reasonsOf(assessment)).toEqual([]);
    expect(assessment.verdict).toBe('ready');
  });

  it.each(corpus.map((one) => ({ title: `${one.kind}: ${one.name}`, one })))('$title', async ({ one }) => {
    const started = performance.now();
    const { assessment } = await checkFiles(one.files, one);
    const milliseconds = performance.now() - started;
    const said = assessment.findings.map(({ message, place }) => `${place?.file ?? ''} ${message}`).join('\n');
    expect(assessment.verdict).toBe('not-ready');
    expect(fatalOf(assessment).length).toBeGreaterThan(0);
    expect(said).toContain(one.named ?? (said.includes('DSGB1') ? 'DSGB1' : Object.keys(one.files)[0]));
    for (const { path, problem } of assessment.files) {
      if (problem !== undefined) {
        expect(
          reasonsOf(assessment).some(({ place }) => place?.file === path),
          path,
        ).toBe(true);
      }
    }
    // What tries everything with everything would take minutes.
    expect(milliseconds).toBeLessThan(10_000);
  });
});
