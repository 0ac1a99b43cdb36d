import { expect, it } from 'vitest';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { departuresOnly, judgeReports } from '../hostile/judging.ts';
import { AS_OF } from '../harness/reports.ts';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** A report as newman writes it of a collection: a suite for each request, the root counts scripts. */
function newmanReport(): string {
  const stamp = new Date(Date.parse(AS_OF) - 86_400_000).toISOString();
  const suites = [...ncts5.scenarios.values()].flatMap(({ id, title, flow, steps }) => {
    const requests = ['Authorise', ...steps.map((_step, index) => `${String(index + 1).padStart(2, '0')} request`)];
    return requests.map((request, index) => {
      // A script without an assertion has a suite of no cases.
      const names = index === 0 ? [] : ['Status code is 202', 'Body names the movement'];
      const cases = names.map((name) => `<testcase name="${name}" time="0.412" classname="CTC Traders"/>`);
      const folder = escaped(`${flow} / ${id}: ${title} / ${request}`);
      const counts = `tests="${names.length}" failures="0" skipped="0" errors="0"`;
      return `<testsuite name="${folder}" id="${id}-${index}" timestamp="${stamp}" ${counts} time="0.412">${cases.join('')}</testsuite>`;
    });
  });
  return `<?xml version="1.0" encoding="UTF-8"?><testsuites name="CTC Traders" tests="${suites.length * 3}" time="93.1">${suites.join('\n')}</testsuites>`;
}

it('each scenario is found passed in a report of a whole collection, though its root counts scripts', async () => {
  const { scenarios, findings } = await judgeReports([Buffer.from(newmanReport())], await departuresOnly());
  const found = [...scenarios.values()].map(({ scenario, status }) => `${scenario.id} ${status}`);
  expect(found.toSorted()).toEqual([...ncts5.scenarios.keys()].map((id) => `${id} passed`).toSorted());
  expect(found).toHaveLength(123);
  expect(findings.filter(({ kind }) => kind === 'counts')).toMatchObject([{ severity: 'notice' }]);
});
