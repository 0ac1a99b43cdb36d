import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { makeDocuments, readTemplate } from '../../src/documents.ts';
import { renderReport } from '../../src/render/report.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { verdictOutputs } from '../../src/render/annotations.ts';
import { readSettings } from '../../src/settings/read.ts';
import { AS_OF } from '../harness/reports.ts';
import { CLOCK, good, workspaceOf } from './checking.ts';
import { failing, honest, hostilePath } from './corpus/hostile-case.ts';
import { attacks } from './corpus/texts.ts';
import { documentFaults, markupFaults, reportFaults } from './judges.ts';

const names = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  ...Object.values(attacks).filter((text) => text.length < 200 && !/\p{Cc}|[\u2028\u202e]/u.test(text)),
];

async function readWith(configuration: string, report: string) {
  const workspace = await workspaceOf({ ...good, [hostilePath]: report, 'ncts5.yml': configuration });
  const values = { config: 'ncts5.yml', 'as-of': AS_OF, results: 'results/*.xml', checklist: 'list.docx' };
  return readSettings({ values, host: 'command', workspace, now: CLOCK });
}

function applications(...own: readonly string[]): string {
  // One movement proves one application: each has flows of its own.
  const flows = ['[standard-departure, pre-lodged-departure]', '[arrival]'];
  const entry = (name: string, index: number): string =>
    `  - name: ${JSON.stringify(name)}\n    flows: ${flows[index] ?? ''}\n    procedures: [simplified]\n`;
  return `applications:\n${own.map(entry).join('')}`;
}

describe('hostile settings', () => {
  it.each(names)('an application called %j is judged like any other, or refused in words', async (name) => {
    for (const [report, verdict] of [
      [failing, 'not-ready'],
      [honest, 'ready'],
    ] as const) {
      const read = await readWith(applications(name, 'plain'), report);
      if ('findings' in read) {
        for (const { message } of read.findings) expect(message).not.toMatch(/\p{Cc}|undefined|object Object/u);
        return;
      }
      const assessment = await check(read.settings, { now: CLOCK });
      expect(assessment.applications.map((one) => [one.name, one.verdict])).toEqual([
        [read.settings.applications[0]?.name, verdict],
        // Its arrival passed.
        ['plain', 'ready'],
      ]);
      expect(verdictOutputs(assessment)).toMatchObject({ verdict });
      expect(markupFaults(renderSummary(assessment))).toEqual([]);
      expect(reportFaults(renderReport(assessment))).toEqual([]);
      const { files, findings } = await makeDocuments(assessment, read.settings, await readTemplate(read.settings));
      expect(findings).toEqual([]);
      expect(new Set(files.map(({ path }) => path)).size).toBe(2);
      for (const { content, path } of files) {
        expect(path).toMatch(/\/work\/list[^/]*\.docx$/);
        if (typeof content !== 'string') expect(documentFaults(content)).toEqual([]);
      }
    }
  });

  it.each([
    ['a mapping for a scenario of objects', 'scenarios:\n  __proto__: a\n'],
    ['a mapping for a constructor', 'scenarios:\n  constructor: a\n'],
    ['a mapping that fits everything', 'scenarios:\n  DSGB1: "*"\n'],
    ['a mapping that merges', 'scenarios:\n  <<: {DSGB1: x}\n'],
    ['an answer to a question of objects', 'answers:\n  constructor: a\n'],
    ['flows of objects', 'flows: [constructor]\n'],
    ['procedures of objects', 'procedures: [toString]\n'],
    ['a setting of objects', 'valueOf: 1\n'],
    [
      'a billion laughs',
      `a: &a [x,x]\n${'bcdefghij'
        .split('')
        .map((key, i) => `${key}: &${key} [*${'abcdefghi'[i] ?? 'a'},*${'abcdefghi'[i] ?? 'a'}]`)
        .join('\n')}\n`,
    ],
    ['a language-specific tag', 'flows: !!js/function "x"\n'],
    ['a thousand levels', `flows: ${'['.repeat(1000)}${']'.repeat(1000)}\n`],
    ['a hundred thousand levels', `flows: ${'['.repeat(100_000)}\n`],
    ['a key of bytes', '!!binary abcd: 1\n'],
    ['two documents', 'flows: [arrival]\n---\nflows: [arrival]\n'],
    ['NUL', 'flows: [arrival]\n\0\n'],
  ])('%s is refused in words', async (_, configuration) => {
    const flows = /^(?:flows|procedures)/m.test(configuration) ? '' : 'flows: [arrival]\nprocedures: [simplified]\n';
    const warned: string[] = [];
    const listen = ({ message }: Error): void => void warned.push(message);
    process.on('warning', listen);
    const read = await readWith(`${flows}${configuration}`, honest);
    process.off('warning', listen);
    expect(warned).toEqual([]);
    if (!('findings' in read)) throw new Error('it was taken');
    expect(read.findings.length).toBeGreaterThan(0);
    for (const { message } of read.findings) expect(message).not.toMatch(/\p{Cc}|undefined|object Object|^\s+at /u);
  });
});
