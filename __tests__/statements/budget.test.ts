import { describe, expect, it } from 'vitest';
import { StatementBudget } from '../../src/statements/budget.ts';
import { statementListener } from '../../src/statements/listener.ts';
import { scenarioFinder } from '../../src/requirements/scenario-number.ts';
import { defaultProgramme } from '../../src/requirements/programmes.ts';

const findNumbers = scenarioFinder(defaultProgramme);
const lines = (count: number, test: number): string =>
  Array.from({ length: count }, (_, line) => `LRN=L${test}-${line}\n`).join('');

function heard(text: string, budget?: StatementBudget) {
  const listener = statementListener({ timeZone: 'UTC', findNumbers, budget });
  listener.text(text, 1);
  listener.endOfText();
  return listener.finish();
}

describe('the budget of a run', () => {
  it('bounds what many tests state together, and counts what is left out of each', () => {
    const budget = new StatementBudget();
    const each = 4000;
    const all = Array.from({ length: 60 }, (_, test) => heard(lines(each, test), budget));
    expect(all[0]?.dropped).toBeUndefined();
    for (const { statements, dropped } of all) expect(statements.length + (dropped?.count ?? 0)).toBe(each);
    expect(all.reduce((sum, { statements }) => sum + statements.length, 0)).toBeLessThanOrEqual(50_000);
    const last = all.at(-1);
    expect(last?.statements.length).toBeGreaterThan(0);
    expect(last?.dropped?.line).toBe((last?.statements.length ?? 0) + 1);
  });

  it('has room again for what is given back', () => {
    const budget = new StatementBudget();
    for (let test = 0; test < 60; test++) {
      const stated = heard(lines(4000, test), budget);
      expect(stated.dropped).toBeUndefined();
      budget.release(stated);
    }
  });

  it('keeps what names a scenario, however much else was stated before', () => {
    const budget = new StatementBudget();
    for (let test = 0; test < 300; test++) heard(lines(4000, test), budget);
    const { statements } = heard(`${lines(4000, 300)}scenario=DSGB1\n`, budget);
    expect(statements).toContainEqual(expect.objectContaining({ key: 'scenario', value: 'DSGB1' }));
  });

  it('keeps the name of a scenario behind more than one test may state', () => {
    const { statements, dropped } = heard(`${lines(6000, 1)}scenario=DSGB1\n`);
    expect(dropped).toEqual({ count: 1000, line: 5001 });
    expect(statements.at(-1)).toMatchObject({ key: 'scenario', value: 'DSGB1', line: 6001 });
  });

  it('keeps messages before numbers, and tells where one was left out', () => {
    const budget = new StatementBudget();
    for (let test = 0; test < 60; test++) heard(lines(4000, test), budget);
    const { statements, dropped } = heard(`${lines(4000, 60)}IE015=2026-07-01T12:00:05Z\n`, budget);
    expect(statements).toContainEqual(expect.objectContaining({ key: 'message', message: 'IE015' }));
    expect(dropped?.messages).toBeUndefined();
    const times = Array.from({ length: 5001 }, (_, second) =>
      new Date(1_780_000_000_000 + second * 1000).toISOString(),
    );
    expect(heard(times.map((time) => `IE015=${time}\n`).join('')).dropped).toEqual({
      count: 1,
      line: 5001,
      messages: true,
    });
  });
});
