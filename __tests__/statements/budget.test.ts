import { describe, expect, it } from 'vitest';
import { StatementBudget } from '../../src/statements/budget.ts';
import { statementListener } from '../../src/statements/listener.ts';
import { nothingStated, type Dropped, type Statement, type Statements } from '../../src/statements/statement.ts';
import { scenarioFinder } from '../../src/requirements/scenario-number.ts';
import { defaultProgramme } from '../../src/requirements/programmes.ts';

const findNumbers = scenarioFinder(defaultProgramme);
const lines = (count: number): string => Array.from({ length: count }, (_, line) => `LRN=L${line}\n`).join('');

function heard(text: string, budget?: StatementBudget) {
  const listener = statementListener({ timeZone: 'UTC', findNumbers, budget });
  listener.text(text, 1);
  listener.endOfText();
  return listener.finish();
}

const given = { source: 'line', derived: false } as const;
const number = (line: number): Statement => ({ ...given, key: 'lrn', value: `L${line}`, line });
const name = (line: number): Statement => ({ ...given, key: 'scenario', value: 'DSGB1', line });
const displayName = (line: number): Statement => ({ ...given, key: 'display-name', value: 'DSGB1', line });
const message = (line: number): Statement => ({
  ...given,
  key: 'message',
  message: 'IE015',
  at: 0,
  assumedZone: false,
  line,
});

/** What one test states; each of these on a line of its own, or so many alike. */
const stated = (statements: readonly ((line: number) => Statement)[], dropped?: Dropped): Statements => ({
  statements: statements.map((statement, index) => statement(index + 1)),
  dropped,
});
const many = (count: number, statement = number): Statements => ({
  statements: Array.from<Statement>({ length: count }).fill(statement(1)),
  dropped: undefined,
});

/** Names are kept in any case, so they can use up all but so much. */
function budgetWith(left: number): StatementBudget {
  const budget = new StatementBudget();
  budget.take(many(budget.left - left, name));
  return budget;
}

const kept = (left: number, all: Statements) => {
  const { statements, dropped } = budgetWith(left).take(all);
  return { lines: statements.map(({ line }) => line), dropped };
};

describe('the budget of a run', () => {
  it('is 50,000 statements, of which each test may take a tenth of what is left', () => {
    const budget = new StatementBudget();
    const taken = [6000, 6000, 4050, 3646].map((count) => budget.take(many(count)));
    expect(taken.map(({ statements, dropped }) => [statements.length, dropped?.count])).toEqual([
      [5000, 1000],
      [4500, 1500],
      [4050, undefined],
      [3645, 1],
    ]);
    expect(budget.left).toBe(50_000 - 5000 - 4500 - 4050 - 3645);
  });

  it.each([
    [1, 1],
    [10, 1],
    [11, 2],
    [0, 0],
    [-1, 0],
    [-15, 0],
  ])('with room for %i more lets a test have %i', (left, room) => {
    expect(budgetWith(left).take(stated([message, number, message])).statements).toHaveLength(room);
  });

  it('bounds what many tests state together, and counts what is left out of each', () => {
    const budget = new StatementBudget();
    const all = Array.from({ length: 400 }, () => budget.take(many(500)));
    for (const { statements, dropped } of all) expect(statements.length + (dropped?.count ?? 0)).toBe(500);
    expect(all.reduce((sum, { statements }) => sum + statements.length, 0)).toBe(50_000);
  });

  it('has room again for what is given back', () => {
    const budget = new StatementBudget();
    const taken = budget.take(many(6000));
    budget.release(nothingStated);
    budget.release(undefined);
    expect(budget.left).toBe(45_000);
    budget.release(taken);
    expect(budget.left).toBe(50_000);
    budget.take(many(6000));
    budget.take(many(6000));
    budget.releaseAll(45_000);
    expect(budget.take(many(6000)).statements).toHaveLength(4500);
  });

  it('keeps the messages, then the first of the rest, in the order in which they were stated', () => {
    const all = stated([number, message, number, message, number, message]);
    expect(kept(60, all)).toEqual({ lines: [1, 2, 3, 4, 5, 6], dropped: undefined });
    expect(kept(50, all)).toEqual({ lines: [1, 2, 3, 4, 6], dropped: { count: 1, line: 5 } });
    expect(kept(40, all)).toEqual({ lines: [1, 2, 4, 6], dropped: { count: 2, line: 3 } });
    expect(kept(30, all)).toEqual({ lines: [2, 4, 6], dropped: { count: 3, line: 1 } });
    expect(kept(20, all)).toEqual({ lines: [2, 4], dropped: { count: 4, line: 1, messages: true } });
    expect(kept(0, all)).toEqual({ lines: [], dropped: { count: 6, line: 1, messages: true } });
  });

  it('says that a message was left out, wherever it stood among the others', () => {
    expect(kept(0, stated([message])).dropped).toEqual({ count: 1, line: 1, messages: true });
    expect(kept(0, stated([message, number])).dropped).toEqual({ count: 2, line: 1, messages: true });
    expect(kept(0, stated([number, number])).dropped).toEqual({ count: 2, line: 1 });
  });

  it('adds what it leaves out to what the test itself stated too much of', () => {
    const tooMuch = { count: 7, line: 900, messages: true };
    expect(kept(10, stated([number, number, number], tooMuch)).dropped).toEqual({ count: 9, line: 2, messages: true });
    expect(kept(10, stated([number], tooMuch)).dropped).toEqual(tooMuch);
    expect(kept(0, stated([name], tooMuch)).dropped).toEqual(tooMuch);
  });

  it('keeps what names a scenario or a test, however much else was stated before', () => {
    expect(kept(-15, stated([number, name, number, displayName]))).toEqual({
      lines: [2, 4],
      dropped: { count: 2, line: 1 },
    });
    const budget = budgetWith(0);
    budget.take(stated([name, displayName]));
    expect(budget.left).toBe(-2);
  });

  it('is said to be too small once names alone have taken 20,000 more', () => {
    expect(new StatementBudget().tooMuch).toBeUndefined();
    expect(budgetWith(-19_999).tooMuch).toBeUndefined();
    expect(budgetWith(-20_000).tooMuch).toBe('name scenarios and movements more than 70000 times');
  });

  it('keeps the properties that were asked for', () => {
    const properties = new Map([['application', 'x']]);
    expect(budgetWith(0).take({ ...stated([number]), properties }).properties).toBe(properties);
  });

  it('goes for all that is heard', () => {
    const { statements, dropped } = heard(`${lines(8)}IE015=2026-07-01T12:00:05Z\nscenario=DSGB1\n`, budgetWith(60));
    expect(statements.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 9, 10]);
    expect(dropped).toEqual({ count: 3, line: 6 });
  });

  it('keeps the name of a scenario behind more than one test may state', () => {
    const { statements, dropped } = heard(`${lines(6000)}scenario=DSGB1\n`);
    expect(dropped).toEqual({ count: 1000, line: 5001 });
    expect(statements.at(-1)).toMatchObject({ key: 'scenario', value: 'DSGB1', line: 6001 });
  });
});
