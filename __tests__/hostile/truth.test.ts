import fc from 'fast-check';
import { expect, it } from 'vitest';
import { effort, patience } from './effort.ts';
import { departuresOnly, judgeReports } from './judging.ts';
import { habitsOf, reportsOf, truth, world, type Habit, type World } from './test-runs.ts';

/** Enough for that many reports, of which some worlds have eight. */
const wanted = 10_000 * effort;

it(
  'is never ready on 10,000 reports of runs that were not, and red without need only by habits that have a name',
  async () => {
    const settings = await departuresOnly();
    const falseReds = new Map<Habit, number>();
    const figures = { worlds: 0, reports: 0, ready: 0, red: 0, falseRed: 0 };
    const judged = async (made: World): Promise<void> => {
      if (figures.reports >= wanted) return;
      const reports = reportsOf(made);
      const { verdict } = await judgeReports(reports, settings);
      const known = truth(made);
      const isReady = known.get('DSGB1') === true || known.get('DSXI1') === true;
      figures.worlds++;
      figures.reports += reports.length;
      const shown = reports.map((report) => Buffer.from(report).toString()).join('\n');
      if (verdict === 'ready') {
        figures.ready++;
        expect(isReady, `false green:\n${shown}`).toBe(true);
        return;
      }
      figures.red++;
      if (!isReady) return;
      figures.falseRed++;
      const habits = habitsOf(made);
      expect(habits.size, `red without need:\n${shown}`).toBeGreaterThan(0);
      for (const habit of habits) falseReds.set(habit, (falseReds.get(habit) ?? 0) + 1);
    };
    await fc.assert(fc.asyncProperty(world, judged), { numRuns: wanted });
    expect(figures.reports).toBeGreaterThanOrEqual(wanted);
    // Of both kinds enough, or nothing was tried.
    expect(figures.ready).toBeGreaterThan(wanted / 100);
    expect(figures.red).toBeGreaterThan(wanted / 100);
    if (effort > 1) console.log(figures, Object.fromEntries(falseReds));
  },
  2 * patience,
);
