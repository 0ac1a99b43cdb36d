import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../src/render/terminal.ts';
import { buildAssessment, buildProblem } from '../builders.ts';
import { cases, hostile, notReady } from './cases.ts';

const ESCAPE = '\u001B';

describe('renderTerminal', () => {
  it.each(Object.entries(cases))('is as reviewed: %s', async (name, assessment) => {
    await expect(renderTerminal(assessment, { colour: false, width: 100 })).toMatchFileSnapshot(
      `../golden/render/terminal/${name}.txt`,
    );
  });

  it('says the same with colours, which end where they begin', () => {
    const plain = renderTerminal(notReady, { colour: false, width: 100 });
    const coloured = renderTerminal(notReady, { colour: true, width: 100 });
    expect(plain).not.toContain(ESCAPE);
    expect(
      coloured
        .split(ESCAPE)
        .map((part, index) => (index === 0 ? part : part.replace(/^\[\d+m/u, '')))
        .join(''),
    ).toBe(plain);
    expect(coloured.split(`${ESCAPE}[31m`).length).toBeGreaterThan(2);
    expect(
      coloured.endsWith(`${ESCAPE}[0m`) || coloured.lastIndexOf(`${ESCAPE}[0m`) > coloured.lastIndexOf(`${ESCAPE}[3`),
    ).toBe(true);
  });

  it.each([40, 60, 120])('wraps prose at %i columns', (width) => {
    const prose = renderTerminal(notReady, { colour: false, width })
      .split('\n')
      .filter((line) => !/^ {2}(?:Standard|Pre-lodged|Arrival)/u.test(line));
    for (const line of prose) expect(line.length).toBeLessThanOrEqual(width);
  });

  it('lets no report steer the terminal or the runner', () => {
    for (const width of [40, 41, 42, 43, 44, 45, 80]) {
      const text = renderTerminal(hostile, { colour: false, width });
      expect(text).not.toContain(ESCAPE);
      expect(text).not.toMatch(/^\s*::|##\[|\u202E/mu);
    }
  });

  it('keeps to a screen of problems and says that there are more', () => {
    const many = buildAssessment({
      findings: Array.from({ length: 50 }, (_, line) =>
        buildProblem({ place: { file: 'results/trader-test.xml', line } }),
      ),
    });
    expect(renderTerminal(many, { colour: false, width: 100 })).toContain('… and 30 more');
    expect(renderTerminal(buildAssessment(), { colour: false, width: 100 })).not.toContain('Also found');
  });
});
