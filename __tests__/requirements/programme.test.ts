import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { evidenceFindings, reasonsOf } from '../../src/assessment/assessment.ts';
import { z } from 'zod';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { check } from '../check.ts';
import { makeDocuments, readTemplate } from '../../src/documents.ts';
import { renderMatrix } from '../../src/commands/matrix.ts';
import { renderReport } from '../../src/render/report.ts';
import { renderScenario, renderScenarioList } from '../../src/commands/scenario.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { matrixOf } from '../../src/requirements/demand.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { byNumber, type Programme } from '../../src/requirements/programme.ts';
import { readSettings } from '../../src/settings/read.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';
import { AS_OF, buildMrn, buildReport, type ScenarioCase, TESTED } from '../harness/reports.ts';
import { docxText } from '../render/docx-text.ts';
import { buildForm, paragraphTexts, valueOf } from '../form/template.ts';
import { madeUp, madeUpForm } from './made-up-programme.ts';

const CLOCK = Date.parse(AS_OF) + 3_600_000;

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(new URL('../../.github/report.schema.json', import.meta.url), 'utf8'))),
);

const configuration = `
flows: [standard-departure, arrival]
procedures: simplified
phase: 4
answers:
  caller:
    telephone: '0123 456'
  caller.forOthers: no
scenarios:
  ENDXIF7: the journey ends
`;

const departureMrn = buildMrn('GB', 'EXPORT1');
const arrivalMrn = buildMrn('GB', 'JOURNEY1');
const exerciseMrn = buildMrn('XI', 'EXERCISE1');

/** By name alone, by the user's own name for it, and in another letter case: three ways to a scenario. */
const departure: ScenarioCase = {
  scenario: 'EXPGB2',
  properties: {
    'ncts.mrn': departureMrn,
    'ncts.lrn': 'EXPORT-1',
    'ncts.IE015': '2025-03-10T09:00:00Z',
    'ncts.IE928': '2025-03-10T09:05:00Z',
    'ncts.IE029': '2025-03-10T09:10:00Z',
  },
};
const arrival: ScenarioCase = {
  scenario: '',
  name: 'the journey ends',
  properties: { 'ncts.mrn': arrivalMrn, 'ncts.IE007': '2025-03-10T10:00:00Z', 'ncts.IE045': '2025-03-10T10:20:00Z' },
};
const exercise: ScenarioCase = {
  scenario: 'EXERCISE13',
  name: 'test_exercise13_short',
  properties: { 'ncts.mrn': exerciseMrn, 'ncts.lrn': 'EXERCISE-1', 'ncts.IE015': TESTED },
};

interface Situation {
  readonly cases: readonly ScenarioCase[];
  readonly programme?: Programme;
  readonly values?: Readonly<Record<string, string>>;
  readonly file?: string;
  readonly template?: Uint8Array;
}

async function read({ cases, programme = madeUp, values = {}, file = configuration, template }: Situation) {
  const workspace = join(freshFolder('programme'), 'work');
  await writeFiles(workspace, {
    'results/trial.xml': buildReport(cases),
    ...(file === '' ? {} : { [programme.names.configuration]: file }),
    ...(template === undefined ? {} : { 'paper.docx': template }),
  });
  return readSettings({
    programme,
    values: { results: 'results/*.xml', 'as-of': AS_OF, checklist: 'out/checklist.docx', ...values },
    host: 'command',
    workspace,
    now: CLOCK,
  });
}

async function checked(situation: Situation): Promise<{ assessment: Assessment; settings: Settings }> {
  const result = await read(situation);
  if ('findings' in result) throw new Error(JSON.stringify(result.findings));
  return { settings: result.settings, assessment: await check(result.settings, { now: CLOCK }) };
}

async function mistakesTold(situation: Omit<Situation, 'cases'>): Promise<string[]> {
  const result = await read({ cases: [], ...situation });
  return 'findings' in result ? result.findings.map(({ message, next }) => `${message} ${next ?? ''}`.trim()) : [];
}

async function documentsOf(assessment: Assessment, settings: Settings): Promise<Record<string, Uint8Array | string>> {
  const { files, findings } = await makeDocuments(assessment, settings, await readTemplate(settings));
  expect(findings).toEqual([]);
  return Object.fromEntries(files.map(({ kind, content }) => [kind, content]));
}

function bytesOf(content: Uint8Array | string | undefined): Uint8Array {
  if (content === undefined || typeof content === 'string') throw new Error('The document was not made.');
  return content;
}

function statesOf({ applications }: Assessment): string[] {
  return applications.flatMap(({ requirements }) =>
    requirements.map(({ requirement, status }) => `${requirement.accepts.map(({ id }) => id).join('/')} ${status}`),
  );
}

/** Numbers, questions, labels and addresses that only NCTS5 has, wherever they stand in a text. */
function ofNcts5(text: string): string[] {
  const { info, sections, questions, mandatoryTests } = ncts5.form;
  const words = [
    info.name,
    info.page.name,
    info.page.url,
    ncts5.interventions.to,
    'SDSTeam',
    ...sections.map(({ title }) => title),
    ...questions.map(({ question }) => question),
    ...mandatoryTests.map(({ title }) => title),
    ...ncts5.errata,
    ...(matrixOf(ncts5)?.columns ?? []).map(({ title }) => title),
  ];
  const numbers = [...ncts5.scenarios.keys()].filter((id) => new RegExp(`\\b${id}\\b`, 'i').test(text));
  return [...numbers, ...words.filter((word) => text.includes(word))];
}

describe('a programme of other numbers, matrix, form and phases', () => {
  it('is checked by its own matrix, and ready', async () => {
    const { assessment } = await checked({ cases: [departure, arrival] });
    expect(reasonsOf(assessment)).toEqual([]);
    expect(assessment.verdict).toBe('ready');
    // In the simplified column of NCTS5 an arrival needs a simplified test: this one is the normal procedure's.
    expect(statesOf(assessment)).toEqual(['EXPGB2/EXPXI2 satisfied', 'ENDGBF7/ENDXIF7 satisfied']);
    expect(assessment.applications[0]?.requirements[0]?.requirement.because).toBe(
      "Row 'Journeys beginning', column 'Short papers' of the decision matrix: all supported flows have the simplified procedure only.",
    );
    // What its form doesn't ask for is not missed: IE007 has no field, and the exercise has no time of release.
    expect([...assessment.scenarios.values()].flatMap((one) => evidenceFindings(assessment, one))).toEqual([]);
  });

  it('is not ready with a scenario of another of its cells', async () => {
    const { assessment } = await checked({ cases: [{ ...departure, scenario: 'EXPGB1' }, arrival] });
    expect(assessment.verdict).toBe('not-ready');
    expect(statesOf(assessment)).toEqual(['EXPGB2/EXPXI2 missing', 'ENDGBF7/ENDXIF7 satisfied']);
    expect([...assessment.scenarios.keys()]).toEqual(expect.arrayContaining(['EXPGB1', 'ENDXIF7']));
  });

  it('offers the combinations of its own cells', async () => {
    const { assessment } = await checked({
      cases: [{ ...departure, scenario: 'EXPGB1' }, arrival],
      file: 'flows: {standard-departure: [normal, simplified], arrival: normal}\nscenarios: {ENDXIF7: the journey ends}\n',
    });
    expect(assessment.verdict).toBe('ready');
    // Combination A would need the simplified procedure of arrivals.
    expect(assessment.applications[0]?.requirements.map(({ requirement }) => requirement.cell?.column)).toEqual([
      'combination B',
      'combination B',
    ]);
  });

  it('takes only evidence of its own phase', async () => {
    const early = '2025-03-04T23:59:59Z';
    const properties = { 'ncts.mrn': departureMrn, 'ncts.lrn': 'EXPORT-1', 'ncts.IE015': early };
    const { assessment } = await checked({ cases: [{ ...departure, properties }, arrival] });
    expect(statesOf(assessment)).toEqual(['EXPGB2/EXPXI2 stale', 'ENDGBF7/ENDXIF7 satisfied']);
    expect(
      reasonsOf(assessment)
        .map(({ message }) => message)
        .join('\n'),
    ).toContain('outside of phase 4');
    const earlier = await checked({ cases: [{ ...departure, properties }, arrival], values: { phase: '3' } });
    expect(earlier.settings.findings.map(({ message }) => message).join('\n')).toContain(
      'Phase 3 of the trial is over.',
    );
    expect(statesOf(earlier.assessment)).toEqual(['EXPGB2/EXPXI2 satisfied', 'ENDGBF7/ENDXIF7 stale']);
  });

  it('has an age limit of its own, which settings can only make stricter', async () => {
    const aged = (iso: string) => checked({ cases: [departure, arrival], values: { 'as-of': iso } });
    expect((await aged('2025-03-20T08:59:59Z')).assessment.verdict).toBe('ready');
    const old = (await aged('2025-03-21T09:00:00Z')).assessment;
    expect(
      reasonsOf(old)
        .map(({ message }) => message)
        .join('\n'),
    ).toContain('must be less than 10 days old');
    expect(await mistakesTold({ values: { 'max-age-days': '11' } })).toEqual([
      "must be a whole number from 1 to 10, not '11'.",
    ]);
    expect(await mistakesTold({ file: `${configuration}max-age-days: 11\n` })).toEqual([
      'must be a whole number from 1 to 10, not 11.',
    ]);
    const [scenario] = madeUp.scenarios.values();
    const explained = scenario && renderScenario(madeUp, scenario, { colour: false, width: 200 });
    expect(explained).toContain('for less than 10 days');
  });

  it('believes no time from before it began', async () => {
    const properties = { 'ncts.mrn': departureMrn, 'ncts.IE015': '2024-12-31T23:00:00Z' };
    const { assessment } = await checked({ cases: [{ ...departure, properties }, arrival] });
    expect(assessment.scenarios.get('EXPGB2')?.undated).toBe(true);
    expect(
      reasonsOf(assessment)
        .map(({ message }) => message)
        .join('\n'),
    ).toContain('before Made-up Trial');
  });

  it('is shown without a word that only NCTS5 has', async () => {
    for (const cases of [[departure, arrival, exercise], [arrival]]) {
      const { assessment, settings } = await checked({ cases });
      const summary = renderSummary(assessment);
      const terminal = renderTerminal(assessment, { colour: false, width: 100 });
      const report = renderReport(assessment);
      const checklist = docxText(bytesOf((await documentsOf(assessment, settings))['own']));
      for (const text of [summary, terminal, report, checklist]) {
        expect(text).toContain('EXPGB2');
        expect(ofNcts5(text)).toEqual([]);
      }
    }
    const appearance = { colour: false, width: 100 };
    const commands = `${renderMatrix(madeUp, undefined, appearance)}${renderScenarioList(madeUp, appearance)}`;
    expect(commands).toContain('EARLYGB20');
    expect(ofNcts5(commands)).toEqual([]);
    // That such words would be noticed.
    expect(ofNcts5(renderMatrix(ncts5, undefined, appearance))).toEqual(expect.arrayContaining(['DSGB1', 'ASXI1']));
  });
});

describe('what is rendered for it', () => {
  it('is a summary with its numbers and reasons', async () => {
    const ready = renderSummary((await checked({ cases: [departure, arrival] })).assessment);
    expect(ready).toContain('Was ready to submit on');
    for (const word of ['EXPGB2', 'ENDXIF7', departureMrn, 'Journeys ending', 'Rules of phase 4.']) {
      expect(ready).toContain(word);
    }
    const open = renderSummary((await checked({ cases: [departure] })).assessment);
    expect(open).toContain('Not ready');
    expect(open).toContain('ENDGBF7 or ENDXIF7');
  });

  it('is a report for machines that holds to the schema', async () => {
    const { assessment } = await checked({ cases: [departure, arrival] });
    const report: unknown = JSON.parse(renderReport(assessment));
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
    expect(report).toMatchObject({
      verdict: 'ready',
      clock: { phase: 4, maxAgeDays: 10 },
      applications: [{ requirements: [{ accepts: ['EXPGB2', 'EXPXI2'] }, { accepts: ['ENDGBF7', 'ENDXIF7'] }] }],
      scenarios: { EXPGB2: { status: 'passed' }, ENDXIF7: { status: 'passed' } },
    });
  });

  it('is a checklist with its questions, matrix and list', async () => {
    const { assessment, settings } = await checked({ cases: [departure, arrival, exercise] });
    const text = docxText(bytesOf((await documentsOf(assessment, settings))['own']));
    for (const line of [
      'Made-up Trial Trader Test evidence for the CTC Traders API',
      '# 1. Who is asking',
      '| Who picks up? | 0123 456 |',
      '| For others? | No |',
      '# 2. What was tried',
      '## Mandatory test 1: Arrival',
      '| Scenario number | ENDXIF7 |',
      '| Process flow | Short papers | Full papers | Mixture A | Mixture B |',
      'Erratum of the form. The paper calls the exercise a rehearsal.',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).toContain('Paper for the Made-up Trial');
    expect(text).toContain('trial@example.org');
    expect(text).toContain(`| 1 | EXERCISE13 | ${exerciseMrn} / LRN EXERCISE-1 |`);
    expect(text).toContain('| 2 | open |');
    expect(text).not.toMatch(/^\| 3 \|/m);
  });

  it('is its form filled in', async () => {
    const { assessment, settings } = await checked({
      cases: [departure, arrival, exercise],
      values: { 'form-template': 'paper.docx' },
      template: madeUpForm(),
    });
    const documents = await documentsOf(assessment, settings);
    const form = bytesOf(documents['form']);
    expect(valueOf(form, 'telephone for callers:')).toBe('0123 456');
    expect(paragraphTexts(form)).toContain('Do you file for others? Yes ☐ No ☒');
    const numbers = [0, 1, 2].map((test) => valueOf(form, 'Number of the trial:', test));
    expect(numbers).toEqual(['ENDXIF7', 'EXPGB2', '']);
    const references = [0, 1].map((test) => valueOf(form, 'Reference of the journey:', test));
    expect(references).toEqual([arrivalMrn, departureMrn]);
    expect(valueOf(form, 'Moment of writing off:')).toBe('10 March 2025 10:20:00 UTC');
    expect(valueOf(form, 'Moment of release:')).toBe('10 March 2025 09:10:00 UTC');
    expect(paragraphTexts(form).join('\n')).toContain('The software does not support pre-lodged departures.');
    expect([valueOf(form, 'Extra number:'), valueOf(form, 'Extra reference:')]).toEqual(['EXERCISE13', exerciseMrn]);
    expect(String(documents['note'])).toContain('trial@example.org');
    expect(ofNcts5(`${String(documents['note'])}${String(documents['mail'])}`)).toEqual([]);
  });

  it("is not the form of NCTS5, and NCTS5's is not its own", async () => {
    const { assessment, settings } = await checked({
      cases: [departure, arrival],
      values: { 'form-template': 'paper.docx' },
      template: buildForm(),
    });
    const template = await readTemplate(settings);
    const refused = await makeDocuments(assessment, settings, template);
    expect(template?.form.findings).toMatchObject([{ kind: 'document', severity: 'error' }]);
    expect(template?.form.findings[0]?.message).toContain("Give the 'Paper for the Made-up Trial'");
    expect(refused.files.map(({ kind }) => kind)).toEqual(['own']);
    const other = await checked({
      cases: [],
      programme: ncts5,
      file: '',
      values: { 'form-template': 'paper.docx', flows: 'arrival', procedures: 'simplified' },
      template: madeUpForm(),
    });
    const others = await readTemplate(other.settings);
    expect(others?.form.findings[0]?.message).toContain(`Give the '${ncts5.form.info.name}'`);
  });
});

describe('two programmes', () => {
  const ofNcts: ScenarioCase = { scenario: 'DSGB1' };
  const flags = { flows: 'standard-departure, arrival', procedures: 'simplified' };

  it('know nothing of the numbers of each other', async () => {
    const reports: readonly ScenarioCase[] = [
      ofNcts,
      { scenario: 'ASGB1' },
      departure,
      { ...arrival, name: 'ENDXIF7' },
    ];
    const trial = await checked({ cases: reports });
    expect([...trial.assessment.scenarios.keys()].toSorted()).toEqual(['ENDXIF7', 'EXPGB2']);
    expect(trial.assessment.verdict).toBe('ready');
    const ncts = await checked({ cases: reports, programme: ncts5, file: '', values: flags });
    expect([...ncts.assessment.scenarios.keys()].toSorted()).toEqual(['ASGB1', 'DSGB1']);
    expect(ncts.assessment.verdict).toBe('ready');
  });

  it('prove nothing by results of each other, not by a property either', async () => {
    const said: readonly ScenarioCase[] = ['DSGB1', 'ASGB1'].map((scenario) => ({
      scenario,
      properties: { 'ncts.scenario': scenario, 'ncts.IE015': TESTED },
    }));
    const trial = await checked({ cases: said });
    expect([...trial.assessment.scenarios.keys()]).toEqual([]);
    expect(statesOf(trial.assessment)).toEqual(['EXPGB2/EXPXI2 missing', 'ENDGBF7/ENDXIF7 missing']);
    const ncts = await checked({ cases: [departure, exercise], programme: ncts5, file: '', values: flags });
    expect([...ncts.assessment.scenarios.keys()]).toEqual([]);
    expect(ncts.assessment.verdict).toBe('not-ready');
  });

  it('tell what looks like one of their own numbers, and only that', async () => {
    const lookAlikes = async (programme: Programme, file: string): Promise<string> => {
      const cases = [{ scenario: 'EXPGB99' }, { scenario: 'DSGB99' }];
      const { assessment } = await checked({ cases, programme, file, values: flags });
      return assessment.findings.map(({ message }) => message).join('\n');
    };
    const trial = await lookAlikes(madeUp, '');
    expect(trial).toContain('EXPGB99');
    expect(trial).not.toContain('DSGB99');
    const ncts = await lookAlikes(ncts5, '');
    expect(ncts).toContain('DSGB99');
    expect(ncts).not.toContain('EXPGB99');
  });

  it('refuse what the configuration says for the other', async () => {
    const file = 'flows: arrival\nprocedures: normal\nphase: 2\nanswers: {business: {name: x}}\n';
    expect(await mistakesTold({ file })).toEqual(['must be 3 or 4, not 2.']);
    const unknown = file.replace('business:', 'nobody:');
    expect(await mistakesTold({ file: unknown })).toContainEqual(expect.stringContaining('is not known.'));
    expect(await mistakesTold({ file, programme: ncts5 })).toEqual([]);
    expect(await mistakesTold({ programme: ncts5 })).toEqual(expect.arrayContaining(['must be 1 or 2, not 4.']));
    const mapped = 'flows: arrival\nprocedures: normal\nscenarios: {DSGB1: x}\n';
    expect((await mistakesTold({ file: mapped })).join()).toContain("there is no scenario 'DSGB1'");
    expect(await mistakesTold({ file: mapped, programme: ncts5 })).toEqual([]);
    expect((await mistakesTold({ values: { phase: '2' } })).join()).toContain('3 or 4');
  });
});

describe('what a programme must not be', () => {
  const [first] = madeUp.scenarios.values();
  if (first === undefined) throw new Error('The programme has no scenario.');

  it('two scenarios of one number', () => {
    expect(() => byNumber([first, { ...first, title: 'Another' }])).toThrow('same number');
  });

  it.each(['exp1', 'EXP', 'EXP12345', 'EXP-1'])('a number that would never be found: %s', async (id) => {
    const programme = { ...madeUp, scenarios: byNumber([{ ...first, id }]) };
    const file = 'flows: arrival\nprocedures: simplified\n';
    await expect(checked({ cases: [departure], programme, file })).rejects.toThrow(`'${id}' is not capital letters`);
  });
});
