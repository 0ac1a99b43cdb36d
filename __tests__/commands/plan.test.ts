/* What has to run until when, for a day of submission. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { beginningOf, tasksOf } from '../../src/assessment/tasks.ts';
import { renderPlan } from '../../src/commands/plan.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';
import { runCli } from '../harness/runner.ts';
import {
  buildApplicationAssessment,
  buildAssessment,
  buildRequirement,
  buildRequirementAssessment,
  buildScenarioAssessment,
  DAY,
  HOUR,
  NOW,
} from '../builders.ts';

const plain = { colour: false, width: 100 };

/** A departure that HMRC releases by hand, and an arrival that needs nobody, tested so many days ago; undefined: never. */
function tested(departure: number | undefined, arrival: number | undefined): Assessment {
  const requirement = buildRequirement('standard-departure', { accepts: ['DNGB1', 'DNXI1'] });
  const result = (id: string, days: number | undefined) =>
    days === undefined
      ? ({ status: 'missing', scenario: undefined } as const)
      : { scenario: buildScenarioAssessment(id, { testedAt: NOW - days * DAY }) };
  const requirements = [
    buildRequirementAssessment('standard-departure', { requirement, ...result('DNGB1', departure) }),
    buildRequirementAssessment('arrival', result('ASGB1', arrival)),
  ];
  return buildAssessment({ applications: [buildApplicationAssessment({ requirements })] });
}

/** The order of what is to run. */
function order(text: string): readonly string[] {
  return [...text.matchAll(/^ *\d+\. Run (\w+)/gmu)].map(([, id = '']) => id);
}

describe('the plan', () => {
  it.each<[string, Assessment, number | undefined]>([
    ['nothing-to-run', tested(1, 2), 5],
    ['again-before-submission', tested(8, 9), 12],
    ['too-early-today', tested(undefined, 1), 18],
    ['tomorrow', tested(undefined, undefined), 2],
    ['no-day', tested(12, 1), undefined],
  ])('is as reviewed: %s', async (name, assessment, days) => {
    const text = renderPlan(assessment, days === undefined ? undefined : NOW + days * DAY, plain);
    await expect(text).toMatchFileSnapshot(`../golden/commands/plan/${name}.txt`);
  });

  it('begins with what waits for a person at HMRC', () => {
    expect(order(renderPlan(tested(undefined, undefined), NOW + 10 * DAY, plain))).toEqual(['DNGB1', 'ASGB1']);
  });

  it('has exactly what is not proven on that day, and every window lies before it', () => {
    const age = fc.option(fc.integer({ min: 0, max: 13 }), { nil: undefined });
    fc.assert(
      fc.property(age, age, fc.integer({ min: 1, max: 40 * 24 }), (departure, arrival, hours) => {
        const assessment = tested(departure, arrival);
        const submitAt = NOW + hours * HOUR;
        const tasks = assessment.applications.flatMap((one) => tasksOf(assessment, one, submitAt));
        const isOpen = (days: number | undefined) => days === undefined || NOW + (14 - days) * DAY <= submitAt;
        expect(tasks.map(({ assessed }) => assessed.requirement.id)).toEqual([
          ...(isOpen(departure) ? ['standard-departure'] : []),
          ...(isOpen(arrival) ? ['arrival'] : []),
        ]);
        for (const task of tasks) {
          const { lastOpen, latest } = beginningOf(task, NOW) ?? {};
          const from = task.after ?? NOW;
          // Whatever is run in the window is still fresh on the day.
          if (task.after !== undefined) expect(from + 14 * DAY).toBe(submitAt + 1);
          for (const at of [lastOpen, latest].filter((one) => one !== undefined)) {
            expect(at).toBeGreaterThan(from);
            expect(at).toBeLessThanOrEqual(submitAt);
          }
          if (task.byHand.length > 0 && latest !== undefined) expect(latest).toBeLessThanOrEqual(submitAt - DAY);
        }
      }),
    );
  });
});

describe('the command plan', () => {
  const configuration = 'flows: standard-departure\nprocedures: simplified\nresults: r/*.xml\n';
  const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

  async function plan(...args: readonly string[]) {
    const cwd = freshFolder('plan');
    const at = new Date(Date.now() - 5 * DAY).toISOString();
    const report = `<testsuite name="t" tests="1" timestamp="${at}"><testcase name="DSGB1" time="1"/></testsuite>`;
    await writeFiles(cwd, { '.github/ncts5.yml': configuration, 'r/a.xml': report });
    return runCli({ args: ['plan', ...args], cwd });
  }

  it('ends with 0 where nothing has to run, with 1 where something has', async () => {
    expect(await plan('--submit', day(3))).toMatchObject({ exitCode: 0, stderr: '' });
    const again = await plan('--submit', day(12));
    expect(again.exitCode).toBe(1);
    expect(order(again.stdout)).toEqual(['DSGB1']);
  });

  it('of NCTS6 ends with the upload, and names what was run', async () => {
    const cwd = freshFolder('plan');
    const declared = new Date(Date.now() - 5 * DAY).toISOString();
    const released = new Date(Date.now() - 5 * DAY + HOUR).toISOString();
    const report = (evidence: string) =>
      `<testsuite name="t" tests="1" timestamp="${declared}"><testcase name="P6-DSGB-01: x" time="1"><system-out>MRN=26GB000000EXAMPLJ8\nIE015=${declared}\n${evidence}</system-out></testcase></testsuite>`;
    const planned = async (evidence: string, days: number) => {
      await writeFiles(cwd, {
        '.github/ncts6.yml': 'programme: ncts6\nresults: r/*.xml\n',
        'r/a.xml': report(evidence),
      });
      const { stdout, exitCode } = await runCli({ args: ['plan', '--submit', day(days)], cwd });
      return { exitCode, said: stdout.replaceAll(/\s+/gu, ' ') };
    };
    const nothing = await planned(`IE029=${released}`, 3);
    expect(nothing.exitCode).toBe(0);
    expect(nothing.said).toContain('upload the form in the Support Form (https://developer.service.hmrc.gov.uk/');
    const again = await planned(`IE029=${released}`, 12);
    expect(again.exitCode).toBe(1);
    expect(again.said).toContain('1. Run P6-DSGB-01 again (released outbound movement).');
    const incomplete = await planned('', 3);
    expect(incomplete.exitCode).toBe(1);
    expect(incomplete.said).toContain(
      '1. Complete the evidence of P6-DSGB-01, or run it again (released outbound movement).',
    );
    expect(incomplete.said).not.toMatch(/SDSTeam|sends the form/u);
  });

  it('tells a wrong day and whatever else is wrong at once', async () => {
    const wrong = await plan('--submit', 'soon', '--flows', 'sideways');
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toContain("flag --submit: 'soon' is neither a date nor a date and time.");
    expect(wrong.stderr).toContain("flag --flows: 'sideways' is not known.");
    expect((await plan('--submit', '2020-01-01')).stderr).toContain('flag --submit: lies in the past.');
  });
});
