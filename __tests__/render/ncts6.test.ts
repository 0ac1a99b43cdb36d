/* What people see of NCTS6: the same surfaces, of which none may speak of flows, a matrix or mail. */
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { check } from '../check.ts';
import { renderBadgeJson } from '../../src/render/badge.ts';
import { renderComment } from '../../src/render/comment.ts';
import { renderIssue } from '../../src/render/issue.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { readSettings } from '../../src/settings/read.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';
import { buildReport, type ScenarioCase } from '../harness/reports.ts';

const now = Date.parse('2026-11-10T12:00:00Z');
const declared = '2026-11-04T09:00:03Z';

function movement(evidence: Readonly<Record<string, string>>, overrides: Partial<ScenarioCase> = {}): ScenarioCase {
  const properties = { MRN: '26GB002460DEMO61J7', LRN: 'DEMO-P6-0001', IE015: declared, ...evidence };
  return { scenario: 'P6-DSGB-01', timestamp: declared, properties, ...overrides };
}

const released = { IE928: '2026-11-04T09:01:00Z', IE028: '2026-11-04T09:02:00Z', IE029: '2026-11-04T09:45:58Z' };
const answers =
  'answers: {business: {name: x, email: a@b.example}, sandbox: {applicationName: s, applicationId: 1}, production: {applicationName: p, applicationId: 2}}\n';

async function assessed(cases: readonly ScenarioCase[], file = answers): Promise<Assessment> {
  const workspace = freshFolder('ncts6');
  await writeFiles(workspace, {
    'results/trader-test.xml': buildReport(cases, { timestamp: declared }),
    '.github/ncts6.yml': `programme: ncts6\nresults: results/*.xml\n${file}`,
  });
  const read = await readSettings({ values: {}, host: 'action', workspace, now });
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return check(read.settings, { now });
}

const situations = {
  ready: () => assessed([movement(released)]),
  'no-proof': () => assessed([movement({})], ''),
  cancelled: () => assessed([movement({ ...released, IE009: '2026-11-04T12:00:00Z' })]),
  'not-counting': () => assessed([movement(released, { scenario: 'P6-DSGB-06' })]),
  missing: () => assessed([]),
} as const;

const context = { runUrl: 'https://github.com/example/transit/actions/runs/900100300' };

function page(assessment: Assessment): string {
  return [
    `# Summary\n\n${renderSummary(assessment)}`,
    `# Comment\n\n${renderComment(assessment, context)}`,
    `# Issue\n\n${Object.values(renderIssue(assessment, context)).join('\n\n')}`,
    `# Badge\n\n${renderBadgeJson(assessment)}`,
    `# Terminal\n\n${renderTerminal(assessment, { colour: false, width: 100 })}`,
  ].join('\n\n');
}

describe.each(Object.entries(situations))('NCTS6: %s', (name, situation) => {
  it('is as reviewed, and speaks of nothing that NCTS6 does not have', async () => {
    const shown = page(await situation());
    await expect(shown).toMatchFileSnapshot(`../golden/render/ncts6/${name}.md`);
    expect(shown).not.toMatch(/NCTS5|matrix|combination [AB]|recommended|\bflows?\b/iu);
  });
});
