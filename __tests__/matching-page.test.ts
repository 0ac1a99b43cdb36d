import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { readSettings } from '../src/settings/read.ts';
import { NOW } from './builders.ts';
import { freshFolder, writeFiles } from './harness/process.ts';

/* The examples of .github/matching.md that fit into a report, each judged as the page says. */

const monday = 'timestamp="2026-11-23T09:00:00Z"';
const tuesday = 'timestamp="2026-11-24T09:00:00Z"';
const test = (name: string, inside = '', attributes = monday) =>
  `<testcase name="${name}" ${attributes}>${inside}</testcase>`;
const suite = (inside: string, attributes = '') => `<testsuite name="api" ${attributes}>${inside}</testsuite>`;
const property = '<properties><property name="scenario" value="DSGB1"/></properties>';

async function statusOf(id: string, reports: readonly string[]): Promise<string> {
  const folder = freshFolder('matching-page');
  await writeFiles(folder, Object.fromEntries(reports.map((report, index) => [`${index}.xml`, report])));
  const values = { results: '*.xml', flows: 'standard-departure', procedures: 'normal, simplified' };
  const read = await readSettings({ values, host: 'command', workspace: folder, now: NOW });
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return (await check(read.settings, { now: NOW })).scenarios.get(id)?.status ?? 'missing';
}

describe('the page on which result counts', () => {
  it.each<[scenario: string, status: string, reports: readonly string[]]>([
    ['DSGB1', 'passed', [suite(test('DSGB1: released'))]],
    ['DSGB1', 'passed', [suite(test('[DSGB1] released'))]],
    ['DSGB1', 'passed', [suite(test('test_dsgb1_released'))]],
    ['DSGB1', 'passed', [suite(`<testcase name="released" classname="uk.example.DSGB1Test" ${monday}/>`)]],
    ['DSGB1', 'not-run', [suite(test('DNGB3: released', property))]],
    ['DNGB3', 'not-run', [suite(test('DNGB3: released', property))]],
    ['DSGB1', 'passed', [suite(test('goods are released (DSGB1)'))]],
    ['DSGB1', 'not-run', [suite(test('DSGB1 and DSGB2 together'))]],
    ['DSGB1', 'missing', [suite(test('testDsgb1Released'))]],
    ['DSGB1', 'failed', [suite(test('DSGB1: released, unlike DNGB1', '<failure/>'))]],
    ['DNGB1', 'missing', [suite(test('DSGB1: released, unlike DNGB1', '<failure/>'))]],
    ['DSGB1', 'failed', [suite(test('DNGB3: released', `${property}<failure/>`))]],
    ['DNGB3', 'failed', [suite(test('DNGB3: released', `${property}<failure/>`))]],
    ['DSGB1', 'not-run', [suite(test('DSGB1: x', '<skipped/>'))]],
    ['DSGB1', 'failed', [`<testsuite name="DSGB1" tests="1" failures="1">${test('released')}</testsuite>`]],
    [
      'DSGB1',
      'failed',
      [`<testsuite name="DSGB1">${test('released')}${test('&quot;before all&quot; hook', '<failure/>')}</testsuite>`],
    ],
    ['DSGB1', 'passed', [suite(test('DSGB1: x', '<failure/>')), suite(test('DSGB1: x', '', tuesday))]],
    ['DSGB1', 'failed', [suite(test('DSGB1: x', '<failure/>', '')), suite(test('DSGB1: x', '', ''))]],
    ['DSGB1', 'failed', [suite(test('DSGB1: GB123', '<failure/>')), suite(test('DSGB1: XI456', '', tuesday))]],
    [
      'DSGB1',
      'passed',
      [
        `<testsuite name="DSGB1" ${monday}><testcase name="released"/><testcase name="&quot;before all&quot; hook"><failure/></testcase></testsuite>`,
        `<testsuite name="DSGB1" ${tuesday}><testcase name="released"/></testsuite>`,
      ],
    ],
  ])('%s is %s', async (scenario, status, reports) => {
    expect(await statusOf(scenario, reports)).toBe(status);
  });
});
