import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/assess.ts';
import { isSubmittable, reasonsOf, type Assessment } from '../../src/assessment/assessment.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { renderJUnit } from '../../src/render/junit.ts';
import { renderReport } from '../../src/render/report.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { renderHeadline } from '../../src/render/words.ts';
import { DAY, HOUR, NOW } from '../builders.ts';
import { attemptAt, departuresOnly, inputOf } from './inputs.ts';

const proven = attemptAt(NOW - 3 * HOUR, { scenario: 'DSGB1' });

function assessed(alsoRequired: readonly string[], attempts = [proven]): Assessment {
  return assess(inputOf(attempts, { applications: [{ ...departuresOnly, alsoRequired }] }), NOW);
}

const own = (outcome: 'passed' | 'failed' | 'not-run', time = NOW - 2 * HOUR) =>
  attemptAt(time, { scenario: 'DSGB6', outcome, name: 'DSGB6' });

describe('what a house requires itself', () => {
  it('keeps the verdict from being ready until it is proven, like a mandatory test', () => {
    const missing = assessed(['DSGB6']);
    expect(missing.verdict).toBe('not-ready');
    expect(renderHeadline(missing)).toBe('Not ready – DSGB6 missing');
    expect(reasonsOf(missing)).toMatchObject([
      {
        kind: 'missing',
        message: 'Also required (DSGB6): no report has a result.',
      },
    ]);
    expect(reasonsOf(missing)[0]?.next).toMatch(/^Run DSGB6 in Trader Test\./);
    expect(reasonsOf(assessed(['DSGB6'], [proven, own('failed')]))).toMatchObject([{ kind: 'failed' }]);
    expect(reasonsOf(assessed(['DSGB6'], [proven, own('not-run')]))).toMatchObject([{ kind: 'missing' }]);
    expect(reasonsOf(assessed(['DSGB6'], [proven, own('passed', NOW - 15 * DAY)]))).toMatchObject([{ kind: 'stale' }]);
    expect(assessed(['DSGB6'], [proven, own('passed')]).verdict).toBe('ready');
  });

  it('expires with the verdict', () => {
    const attempts = [proven, own('passed', NOW - 10 * DAY)];
    expect(assessed(['DSGB6'], attempts).expiresAt).toBe(NOW + 4 * DAY);
    expect(assessed([], attempts).expiresAt).toBe(NOW - 3 * HOUR + 14 * DAY);
    expect(assessed(['DSGB6']).expiresAt).toBeUndefined();
  });

  it('changes neither the mandatory tests nor anything of the form', () => {
    const ids = fc.subarray([...ncts5.scenarios.keys()], { maxLength: 6 });
    fc.assert(
      fc.property(ids, (alsoRequired) => {
        const [without] = assessed([], [proven, own('passed')]).applications;
        const [application] = assessed(alsoRequired, [proven, own('passed')]).applications;
        expect(application?.requirements).toEqual(without?.requirements);
        expect(application?.recommended).toEqual(without?.recommended);
        expect(application?.alsoRequired.map(({ requirement }) => requirement.wanted)).toEqual(alsoRequired);
      }),
      { numRuns: 30 },
    );
  });

  it('is shown apart', () => {
    const assessment = assessed(['DSGB6'], [proven, own('failed')]);
    expect(renderTerminal(assessment, { colour: false, width: 100 })).toMatch(/^ {2}Also required +failed +DSGB6/m);
    const [mandatory = '', apart = ''] = renderSummary(assessment, {}).split('### Also required by your own rules');
    expect(mandatory).toContain('1 of 1 mandatory test proven');
    expect(apart).toContain('**Also required**<br>DSGB6');
    expect(renderJUnit(assessment)).toContain('name="Also required: DSGB6"');
    expect(JSON.parse(renderReport(assessment, {}))).toMatchObject({
      applications: [
        { requirements: [{ status: 'satisfied' }], alsoRequired: [{ accepts: ['DSGB6'], status: 'failed' }] },
      ],
    });
    expect(isSubmittable(assessment)).toBe(false);
  });
});
