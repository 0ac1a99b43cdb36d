import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderReport } from '../../src/render/report.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { departuresOnly, judgeReports } from '../hostile/judging.ts';

const decision = z.object({
  is: z.string(),
  reason: z.string(),
  next: z.string().nullable(),
  by: z.object({ file: z.string(), line: z.number(), time: z.string().nullable() }).nullable(),
});
const result = z.object({ file: z.string(), line: z.number(), name: z.string(), decision });
const schema = z.object({
  scenarios: z.record(z.string(), z.object({ tests: z.array(result), notCounted: z.array(result) })),
  ofNoScenario: z.array(result),
});

/** What the JSON report says of each result, by scenario: `DSGB1 is reason`. */
async function decisions(...reports: readonly string[]) {
  const settings = await departuresOnly();
  const assessment = await judgeReports(reports.map(Buffer.from), settings);
  const { scenarios, ofNoScenario } = schema.parse(JSON.parse(renderReport(assessment)));
  const all = [
    ...Object.entries(scenarios).flatMap(([id, { tests, notCounted }]) =>
      [...tests, ...notCounted].map((one) => ({ id, ...one })),
    ),
    ...ofNoScenario.map((one) => ({ id: 'none', ...one })),
  ];
  return { assessment, all, told: all.map(({ id, decision: { is, reason } }) => `${id} ${is}: ${reason}`) };
}

const day = (number: number) => `timestamp="2025-03-0${number}T10:00:00Z" time="60"`;
const suite = (name: string, number: number, cases: string) =>
  `<testsuite name="${name}" ${day(number)}>\n${cases}\n</testsuite>`;

describe('the JSON report says of each result what became of it and why', () => {
  it('counts, by the place that decides', async () => {
    const { told } = await decisions(
      suite('s', 9, '<testcase name="DSGB1: x"/>'),
      suite('Departures / DNGB1: y', 9, '<testcase name="z"><failure/></testcase>'),
    );
    expect(told).toEqual([
      'DSGB1 counts: counts for DSGB1, because its name says DSGB1',
      "DNGB1 counts: counts against DNGB1, because its suite 'Departures / DNGB1: y' says DNGB1",
    ]);
  });

  it('a failure that only mentions a scenario, and what has no name of its own', async () => {
    const { told } = await decisions(
      suite('DNGB1: y', 9, '<testcase name="DSGB1: x"><failure/></testcase>'),
      suite('t', 9, '<testcase name="DSXI1: x"/><testcase name=""><failure/></testcase>'),
    );
    expect(told).toContain(
      "DNGB1 counts: counts against DNGB1, because its suite 'DNGB1: y' says DNGB1, and a failure counts against every scenario that it could concern",
    );
    expect(told).toContain(
      'DSXI1 counts: counts against DSXI1, because it is no test of its own, and the tests of its suite, class or file are of DSXI1',
    );
  });

  it('superseded, with both places and when the later one began', async () => {
    const { all } = await decisions(
      suite('s', 3, '<testcase name="DSGB1: x"><failure/></testcase>'),
      suite('s', 9, '\n<testcase name="DSGB1: x"/>'),
    );
    const [, older] = all;
    expect(older?.decision).toEqual({
      is: 'superseded',
      reason:
        "is superseded by 'DSGB1: x' (results/report1.xml:3) of 9 March 2025, 10:00:00 UTC: a later result of the same test",
      next: 'The later result decides: nothing has to be done about this one.',
      by: { file: 'results/report1.xml', line: 3, time: '2025-03-09T10:00:00Z' },
    });
  });

  it('for none, with both places that disagree and what makes them agree', async () => {
    const { all } = await decisions(
      `<testsuite name="s" ${day(9)}><testcase name="DSGB1: x"><properties><property name="scenario" value="DNGB1"/></properties></testcase></testsuite>`,
    );
    const why = "counts for none, because its property 'scenario' says DNGB1, its name says DSGB1";
    expect(all.map(({ id, decision: { is, reason } }) => [id, is, reason])).toEqual([
      ['DSGB1', 'for-none', why],
      ['DNGB1', 'for-none', why],
    ]);
    expect(all[0]?.decision.next).toMatch(/^Make the two agree/);
  });

  it('for another scenario, and for none that is known', async () => {
    const { told } = await decisions(
      suite('s', 9, '<testcase name="DSGB1: x"/><testcase name="DNGB1: as in DSGB1"/>'),
      suite('t', 9, '<testcase name="testDsgb1Fails"/><testcase name="DSGB99: x"/>'),
    );
    expect(told).toContain('DNGB1 counts: counts for DNGB1, because its name says DNGB1');
    expect(told.filter((one) => one.startsWith('none '))).toEqual([
      "none of-none: counts for none, because 'Dsgb1' is no number that can be relied on",
      "none of-none: counts for none, because 'DSGB99' is no number that can be relied on",
    ]);
  });

  it('a failure without a number beside tests of a scenario', async () => {
    const { told } = await decisions(
      suite('s', 9, '<testcase name="DSGB1: x"/><testcase name="y"><failure/></testcase>'),
    );
    expect(told).toContain(
      'none of-none: counts against none, because nothing in its properties, output, name, class, suites or file names a scenario of this programme',
    );
  });
});

it('the summary tells as many as it has room for, and counts the rest', async () => {
  const many = Array.from({ length: 150 }, (_, index) => `<testcase name="DSGB1: x${index}"/>`).join('');
  const { assessment } = await decisions(
    suite('s', 9, many),
    suite('t', 9, '<testcase name="DSGB1: z"><failure/></testcase>'),
  );
  const summary = renderSummary(assessment);
  expect(summary).toContain('Which results count, and why (151)');
  expect(summary).toContain('… and 51 more, in the JSON report');
  expect(summary.indexOf('counts against DSGB1')).toBeLessThan(summary.indexOf('counts for DSGB1'));
});
