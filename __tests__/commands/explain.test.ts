import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { checkMrn } from '../../src/requirements/mrn.ts';
import { renderScenario, renderScenarioList } from '../../src/commands/scenario.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { scenarios } from '../../src/requirements/ncts5/scenario-table.ts';
import { messageOf } from '../../src/requirements/messages.ts';
import { buildScenario } from '../builders.ts';
import { briefly, stated } from '../statements/stated.ts';

const plain = { colour: false, width: 100 };
/** Of an e-mail to copy, which is not wrapped. */
const mailWidth = 76;
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** What the explanation says of appendix A. */
const standing = (id: string): string | undefined =>
  flat(renderScenario(ncts5, buildScenario(id), plain))
    .split("form's appendix A ")
    .at(-1)
    ?.split('The same in another programme')[0];

describe('a scenario explained', () => {
  it.each(['DSGB1', 'DNGB4', 'ASGB3', 'ANXI1', 'DNXI10', 'PSGB2', 'AGB1'])('is as reviewed: %s', async (id) => {
    await expect(renderScenario(ncts5, buildScenario(id), plain)).toMatchFileSnapshot(
      `../golden/commands/explain/${id}.txt`,
    );
  });

  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))(
    'has every message and e-mail: %s',
    (id, scenario) => {
      const text = flat(renderScenario(ncts5, scenario, plain));
      expect(text).not.toMatch(/undefined|null|NaN/);
      for (const { sends, receives } of scenario.steps) {
        for (const type of [...sends, ...receives]) expect(text).toContain(`${type} ${messageOf(type)?.name}`);
      }
      const byHand = scenario.steps.flatMap(({ manualIntervention }, index) => (manualIntervention ? [index + 1] : []));
      const mails = [...text.matchAll(/Test scenario number: (\w+) Step (\d+), please: \w+/g)].map((match) => [
        match[1],
        Number(match[2]),
      ]);
      expect(mails).toEqual(byHand.map((step) => [id, step]));
      expect(text.includes('nctsp5tradertest@hmrc.gov.uk')).toBe(byHand.length > 0);
    },
  );

  it.each([60, 80, 140])('fits a terminal of %d columns', (width) => {
    for (const scenario of scenarios) {
      for (const line of renderScenario(ncts5, scenario, { colour: false, width }).split('\n')) {
        expect(line.length).toBeLessThanOrEqual(Math.max(width, mailWidth));
        expect(line).toBe(line.trimEnd());
      }
    }
  });

  it('says the same with colours', () => {
    const coloured = renderScenario(ncts5, buildScenario('DNGB4'), { ...plain, colour: true });
    expect(stripVTControlCharacters(coloured)).toBe(renderScenario(ncts5, buildScenario('DNGB4'), plain));
    expect(coloured).toContain('\u001B[1m');
  });

  it.each(['DSGB1', 'DNXI1', 'ASGB1', 'ANXI1', 'PSGB1'])(
    'teaches a way to hand evidence over that is understood: %s',
    (id) => {
      const text = flat(renderScenario(ncts5, buildScenario(id), { colour: false, width: 500 }));
      const marker = briefly(stated(/marker (.*?) in the test's output/.exec(text)?.[1] ?? ''));
      const line = briefly(stated(/ line (.*?) in the test's output/.exec(text)?.[1] ?? ''));
      const [first = ''] = /IE\d{3}(?=@)/.exec(marker.join(' ')) ?? [];
      const [, mrn = ''] = /mrn=(\w+)/.exec(marker.join(' ')) ?? [];
      expect(marker).toEqual([`mrn=${mrn} (marker 1)`, `${first}@2026-07-01T12:00:05.000Z (marker 1)`]);
      expect(line).toEqual([`mrn=${mrn} (line 1)`, `${first}@2026-07-01T12:00:05.000Z (line 1)`]);
      const country = /must have the country (GB|XI)/.exec(text)?.[1];
      expect(checkMrn(mrn)).toMatchObject({ ok: true, country });
    },
  );

  it('knows where each stands in appendix A', () => {
    expect(standing('PNXI1')).toBe(
      "- Mandatory in row 'Pre-lodge Departure', columns 'Normal Procedure only', 'Combination B'; PNGB1 would do as well. ",
    );
    expect(standing('ASGB4')).toContain('- Recommended in the list of tests (arrivals, Simplified); ASXI4 would do');
    expect(standing('DSGB9')).toBe('- Neither mandatory nor recommended there. ');
    for (const id of ['DSXI10', 'DNXI11', 'DSGB10', 'DNXI10']) expect(standing(id)).toContain('The form prints DNXI10');
    expect(standing('ANGB1')).toContain("Mandatory in row 'Arrival', column 'Normal Procedure only'");
    expect(standing('ANGB1')).toContain('The matrix decides.');
  });
});

describe('the list of scenarios', () => {
  it('is as reviewed, and has every number once', async () => {
    const text = renderScenarioList(ncts5, plain);
    await expect(text).toMatchFileSnapshot('../golden/commands/explain/list.txt');
    const numbers = text
      .split('\n')
      .slice(1)
      .flatMap((line) => (line.startsWith('  ') ? line.trim().split(' ') : []));
    expect(numbers.toSorted()).toEqual(scenarios.map(({ id }) => id).toSorted());
  });
});
