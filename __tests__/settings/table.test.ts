import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { format } from 'oxfmt';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { programmes } from '../../src/requirements/programmes.ts';
import { configurationSchema } from '../../src/settings/file/configuration-schema.ts';
import { readSettings } from '../../src/settings/read.ts';
import { type Setting, settingsTable } from '../../src/settings/table.ts';

const table: readonly Setting[] = settingsTable;
const actionFile = new URL('../../action.yml', import.meta.url);

/** The inputs as the table has them. */
function inputsOf(): object {
  const inputs = table
    .filter(({ input }) => input)
    .map(({ name, description, default: fallback }): readonly [string, object] => {
      if (name === 'github-token') {
        return [name, { description, required: false, default: fallback }];
      }
      const told = fallback === undefined ? description : `${description} Default: ${fallback}.`;
      return [name, { description: told, required: false }];
    });
  return { inputs: Object.fromEntries(inputs) };
}

if (process.env['UPDATE_README'] !== undefined) {
  const made = stringify(inputsOf(), { lineWidth: 110, defaultStringType: 'BLOCK_FOLDED', defaultKeyType: 'PLAIN' });
  const { code } = await format('action.yml', made.replaceAll('|-', '>-'), { printWidth: 120, singleQuote: true });
  const text = readFileSync(actionFile, 'utf8');
  writeFileSync(
    actionFile,
    text.replace(/^inputs:\n(?: .*\n)*/mu, () => code),
  );
}

const action = z
  .strictObject({
    name: z.literal('NCTS5 production checklist'),
    description: z.string().max(125),
    author: z.string().optional(),
    inputs: z.record(
      z.string(),
      z.strictObject({ description: z.string(), required: z.literal(false), default: z.string().optional() }),
    ),
    outputs: z.record(z.string(), z.strictObject({ description: z.string() })),
    runs: z.strictObject({ using: z.literal('node24'), main: z.literal('dist/index.js') }),
    branding: z.strictObject({ icon: z.string(), color: z.string() }),
  })
  .parse(parse(readFileSync(actionFile, 'utf8')));

describe('action.yml', () => {
  it('has the inputs of the table, in its order, described the same way', () => {
    expect({ inputs: action.inputs }).toEqual(inputsOf());
    expect(Object.keys(action.inputs)).toEqual(table.filter(({ input }) => input).map(({ name }) => name));
  });

  it('gives no input a default that would win over the configuration file', () => {
    const withDefault = Object.entries(action.inputs).filter(([, input]) => input.default !== undefined);
    expect(withDefault.map(([name, input]) => [name, input.default])).toEqual([
      ['github-token', '${{ github.token }}'],
    ]);
  });

  it('has the outputs that are promised', () => {
    expect(Object.keys(action.outputs)).toEqual([
      'verdict',
      'submittable',
      'missing',
      'failed',
      'stale',
      'expires-at',
      'days-left',
      'checklist',
      'report',
      'artifact-id',
      'artifact-url',
    ]);
  });
});

describe('the table', () => {
  it('names each setting and flag once', () => {
    const names = table.map(({ name }) => name);
    const flags = table.flatMap(({ name, flag, also }) => (flag ? [name, ...(also === undefined ? [] : [also])] : []));
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(flags).size).toBe(flags.length);
  });

  it('tells the defaults that settings really have', async () => {
    const values = { results: 'r.xml', flows: 'arrival', procedures: 'normal' };
    const read = await readSettings({ values, host: 'action', now: Date.now(), workspace: import.meta.dirname });
    if ('findings' in read) throw new Error(JSON.stringify(read.findings));
    const { clock, failOn, duplicates, output, publish, applications, earlier, verifyForm } = read.settings;
    const told = Object.fromEntries(table.map(({ name, default: value }) => [name, value]));
    expect(told).toMatchObject({
      'max-age-days': String(clock.maxAgeDays),
      'warn-days': String(clock.warnDays),
      phase: String(clock.phase),
      'time-zone': clock.timeZone,
      'fail-on': [...failOn].join(', '),
      duplicates,
      artifact: publish.artifact,
      'check-run': String(publish.checkRun),
      'commit-status': String(publish.commitStatus),
      comment: publish.comment,
      issue: String(publish.issue),
      combination: applications[0]?.combination,
    });
    const unset = [clock.notBefore, earlier, verifyForm, publish.name];
    const { formTemplate, artifactRetentionDays, junit } = output;
    expect([...unset, formTemplate, artifactRetentionDays, junit]).toEqual(Array.from({ length: 7 }));
  });
});

describe('what is named after a programme', () => {
  it.each([...programmes.values()])('has the names of $name by default', async ({ id, names, unused }) => {
    const support = unused.includes('flows') ? {} : { flows: 'arrival', procedures: 'normal' };
    const values = { results: 'r.xml', programme: id, ...support };
    const read = await readSettings({ values, host: 'action', now: Date.now(), workspace: import.meta.dirname });
    if ('findings' in read) throw new Error(JSON.stringify(read.findings));
    const { output } = read.settings;
    expect(output).toMatchObject({
      checklist: `${import.meta.dirname}/${names.checklist}`,
      report: `${import.meta.dirname}/${names.report}`,
    });
    const told = Object.fromEntries(table.map(({ name, default: value }) => [name, value]));
    expect(told['checklist']).toContain(names.checklist);
    expect(told['report']).toContain(names.report);
    expect(told['config']).toContain(names.configuration);
  });

  it('differs from one programme to the other', () => {
    const all = [...programmes.values()].map(({ names }) => Object.entries(names));
    for (const [key, value] of all[0] ?? []) {
      expect(all.filter((one) => one.some(([name, other]) => name === key && other === value))).toHaveLength(1);
    }
  });
});

describe('the JSON Schema for editors', () => {
  it.each([...programmes.values()])('of $name is committed as the program has it', async (programme) => {
    const { code } = await format('schema.json', JSON.stringify(configurationSchema(programme)), { printWidth: 120 });
    await expect(code).toMatchFileSnapshot(`../../.github/${programme.id}.schema.json`);
  });

  it('accepts what the program accepts', () => {
    const validate = new Ajv({ strict: false }).compile(configurationSchema(ncts5));
    const accepted = {
      results: ['a.xml'],
      'max-age-days': 14,
      applications: [{ name: 'x', flows: { arrival: ['normal'], 'standard-departure': null } }],
      answers: { business: { name: 'x' }, 'software.saas': 'yes' },
      scenarios: { DSGB1: 'release*' },
    };
    expect([validate(accepted), validate.errors]).toEqual([true, null]);
    for (const wrong of [
      { 'max-age-days': 15 },
      { flows: 'arival' },
      { unknown: 1 },
      { answers: { business: { nam: 1 } } },
    ]) {
      expect([wrong, validate(wrong)]).toEqual([wrong, false]);
    }
  });
});
