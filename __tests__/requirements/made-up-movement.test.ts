/* A programme that asks for one movement needs data only, as one with a matrix does. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../check.ts';
import { renderScenario } from '../../src/commands/scenario.ts';
import { renderMatrix } from '../../src/commands/matrix.ts';
import { makeDocuments, readTemplate } from '../../src/documents.ts';
import { renderReport } from '../../src/render/report.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import type { Programme } from '../../src/requirements/programme.ts';
import { readSettings } from '../../src/settings/read.ts';
import { valueOf } from '../form/template.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';
import { AS_OF, buildMrn, buildReport, type ScenarioCase } from '../harness/reports.ts';
import { docxText } from '../render/docx-text.ts';
import { madeUpMovement, madeUpVoucher } from './made-up-movement.ts';

const now = Date.parse(AS_OF) + 3_600_000;
const look = { colour: false, width: 100 };
const reference = buildMrn('GB', 'PASSAGE1');

function passage(scenario: string, evidence: Readonly<Record<string, string>> = {}): ScenarioCase {
  const properties = { mrn: reference, IE007: '2025-03-10T10:00:00Z', IE045: '2025-03-10T10:20:00Z', ...evidence };
  return { scenario, properties };
}

async function checked(
  cases: readonly ScenarioCase[],
  file = 'answers: {captain: A. Person}\n',
  programme: Programme = madeUpMovement,
) {
  const workspace = join(freshFolder('passage'), 'work');
  await writeFiles(workspace, {
    'results/passage.xml': buildReport(cases),
    [madeUpMovement.names.configuration]: file,
    'voucher.docx': madeUpVoucher(),
  });
  const values = { results: 'results/*.xml', 'as-of': AS_OF, checklist: 'out.docx', 'form-template': 'voucher.docx' };
  const read = await readSettings({ programme, values, host: 'command', workspace, now });
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  const { settings } = read;
  const template = await readTemplate(settings);
  const assessment = await check(settings, { now, form: template?.form });
  const { files } = await makeDocuments(assessment, settings, template);
  return { settings, assessment, files, requirement: assessment.applications[0]?.requirements[0] };
}

function contentOf(files: Awaited<ReturnType<typeof checked>>['files'], kind: string): Uint8Array | string {
  return files.find((file) => file.kind === kind)?.content ?? '';
}

describe('a programme that asks for one movement of its own', () => {
  it('is ready by the plainest of its scenarios, and fills its form in', async () => {
    const { assessment, files, requirement } = await checked([passage('ENDXIF7'), passage('ENDGBS7')]);
    expect([assessment.verdict, requirement?.scenario?.scenario.id]).toEqual(['ready', 'ENDGBS7']);
    const form = contentOf(files, 'form');
    if (typeof form === 'string') throw new Error('The form was not filled in.');
    expect(valueOf(form, 'Captain:')).toContain('A. Person');
    expect(valueOf(form, 'Reference of the passage:')).toContain(reference);
    expect(valueOf(form, 'Moments of the passage:')).toContain(
      'IE007 10 March 2025 10:00:00 UTC, IE045 10 March 2025 10:20:00 UTC',
    );
    expect(valueOf(form, 'Sworn by:')).toMatch(/^_+$/u);
    expect(files.map(({ kind }) => kind)).toEqual(['form', 'note', 'calendar']);
    expect(String(contentOf(files, 'note'))).toContain('https://passage.example/desk');
  });

  it.each<[string, readonly ScenarioCase[], string, string]>([
    ['a time', [passage('ENDGBS7', { IE045: '2025-03-10T09:00:00Z' })], 'incomplete', 'comes before'],
    ['its MRN', [passage('ENDGBS7', { mrn: reference.slice(0, -1) })], 'incomplete', 'MRN'],
    ['a message that spoils it', [passage('ENDGBS7', { IE044: '2025-03-10T10:10:00Z' })], 'incomplete', 'clean one'],
    ['a scenario that never counts', [passage('EXPGB1')], 'missing', 'not written off'],
    ['its age', [passage('ENDGBS7', { IE007: '2025-03-06T12:00:00Z' })], 'stale', 'ENDGBS7'],
    ['nothing', [], 'missing', 'Run ENDGBS7: nobody has to be asked for it.'],
  ])('is not ready by %s, and says what would heal it', async (_, cases, status, words) => {
    const { assessment, requirement } = await checked(cases);
    expect([assessment.verdict, requirement?.status]).toEqual(['not-ready', status]);
    expect(renderTerminal(assessment, look).replaceAll(/\s+/gu, ' ')).toContain(words);
  });

  it('has one remark on settings that mean nothing in it', async () => {
    const { assessment } = await checked([passage('ENDGBS7')], 'flows: arrival\nphase: 1\nanswers: {captain: x}\n');
    const remarks = assessment.findings.filter(({ message }) => message.includes('change nothing'));
    expect(remarks.map(({ message }) => message)).toEqual([expect.stringContaining('in Made-up Passage')]);
  });

  it('has no phases, and takes none of another programme, whatever its data say of the setting', async () => {
    const withoutPhases = { ...madeUpMovement, unused: madeUpMovement.unused.filter((name) => name !== 'phase') };
    for (const programme of [madeUpMovement, withoutPhases]) {
      for (const phase of ['2', '7', 'final']) {
        const { settings, assessment } = await checked([passage('ENDGBS7')], `phase: ${phase}\n`, programme);
        expect(settings.clock.phase).toBeUndefined();
        expect(assessment.findings.map(({ message }) => message)).toContain(
          'phase changes nothing in Made-up Passage. Leave out what is for another programme.',
        );
      }
    }
  });

  it('is shown without a word of NCTS6 or a flow of the matrix', async () => {
    const foreign = [
      ncts6.name,
      ncts6.names.paper,
      ncts6.submission.kind === 'upload' ? ncts6.submission.url : '',
      'P6-',
    ];
    for (const cases of [[passage('ENDGBS7')], []]) {
      const { assessment, files } = await checked(cases);
      const own = contentOf(files, 'own');
      const shown = [
        renderSummary(assessment),
        renderTerminal(assessment, look),
        renderReport(assessment),
        String(contentOf(files, 'note')),
        ...(typeof own === 'string' ? [] : [docxText(own)]),
      ];
      for (const text of shown) expect(foreign.filter((word) => text.includes(word))).toEqual([]);
    }
    const [scenario] = madeUpMovement.scenarios.values();
    if (scenario === undefined) throw new Error('The programme has no scenario.');
    const commands = `${renderMatrix(madeUpMovement, undefined, look)}${renderScenario(madeUpMovement, scenario, look)}`;
    expect(commands).toContain('Made-up Passage wants one passage.');
    expect(commands).toContain('Counts for the voucher: no: not written off.');
    expect(foreign.filter((word) => commands.includes(word))).toEqual([]);
  });
});
