import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { StarterSettings } from '../../src/commands/init/starter-settings.ts';
import { renderConfiguration } from '../../src/commands/init/starter.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import type { Flow, Procedure } from '../../src/requirements/scenario.ts';
import { itemsOf } from '../../src/settings/kinds.ts';
import { configurationSchema } from '../../src/settings/file/configuration-schema.ts';
import { globFault } from '../../src/settings/paths.ts';
import { readSettings } from '../../src/settings/read.ts';
import { settingsTable } from '../../src/settings/table.ts';
import { workspaceOf } from '../settings/reading.ts';

const all: readonly Flow[] = ['standard-departure', 'pre-lodged-departure', 'arrival'];
const beginning: StarterSettings = {
  programme: ncts5,
  flows: all.map((flow) => ({ flow, procedures: ['normal', 'simplified'] })),
  credentialsHeld: [],
  results: ['results/**/*.xml'],
  owner: undefined,
};

async function settingsFrom(file: string) {
  const read = await readSettings({
    values: {},
    host: 'command',
    now: Date.now(),
    workspace: await workspaceOf({ file }),
  });
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return read.settings;
}

describe('the first configuration file', () => {
  it('is as reviewed', async () => {
    await expect(renderConfiguration(beginning)).toMatchFileSnapshot('../golden/commands/configuration/all.yml');
    const outbound: StarterSettings = {
      programme: ncts5,
      flows: [{ flow: 'arrival', procedures: ['simplified'] }],
      credentialsHeld: ['outbound'],
      results: ["**/it's-*.xml", 'build/test-results'],
      owner: 'acme-ltd',
    };
    await expect(renderConfiguration(outbound)).toMatchFileSnapshot('../golden/commands/configuration/outbound.yml');
  });

  it('says what was told, whatever that is', async () => {
    const procedures = fc.constantFrom<readonly Procedure[]>(['normal'], ['simplified'], ['normal', 'simplified']);
    const flows = fc
      .subarray([...all], { minLength: 1 })
      .chain((chosen) => fc.tuple(...chosen.map((flow) => procedures.map((own) => ({ flow, procedures: own })))));
    const glob = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => text !== '' && globFault(text, { isInFile: true }) === undefined);
    await fc.assert(
      fc.asyncProperty(flows, fc.uniqueArray(glob, { minLength: 1, maxLength: 4 }), async (supported, results) => {
        const settings = await settingsFrom(renderConfiguration({ ...beginning, flows: supported, results }));
        expect(settings.applications[0]).toMatchObject({ flows: supported, credentialsHeld: [] });
        expect(settings.results).toEqual(itemsOf(results));
      }),
      { numRuns: 40 },
    );
  });

  it('is what editors take by the schema', () => {
    const validate = new Ajv({ strict: false }).compile(configurationSchema(ncts5));
    const value: unknown = parse(renderConfiguration({ ...beginning, credentialsHeld: ['inbound'] }));
    expect([validate(value), validate.errors]).toEqual([true, null]);
  });

  it('has every question of the form, to be answered by taking a # away', async () => {
    const open = renderConfiguration(beginning);
    const word = { text: 'words', integer: '3', 'yes-no': 'yes', 'yes-no-unknown': 'unknown' };
    const answered = ncts5.form.questions.reduce((text, { key, kind }) => {
      const [group = '', name = ''] = key.split('.');
      return text.replace(
        new RegExp(`(^  ${group}:\\n(?:    .*\\n)*?)    # ${name}:`, 'm'),
        (_, before: string) => `${before}    ${name}: ${word[kind]}`,
      );
    }, open);
    const answers = (await settingsFrom(answered)).applications[0]?.answers ?? {};
    expect(Object.keys(answers).toSorted()).toEqual(ncts5.form.questions.map(({ key }) => key).toSorted());
  });

  it('offers only settings that exist, and they are read when their # is taken away', async () => {
    const text = renderConfiguration(beginning);
    const offered = [...text.matchAll(/^# ([a-z-]+): .*$/gm)].filter(
      ([, name]) => name !== 'yaml-language-server' && !/schema/.test(name ?? ''),
    );
    const names = offered.flatMap(([, name]) => name ?? []);
    expect(names).toEqual(['credentials-held', 'combination', 'warn-days', 'time-zone', 'fail-on', 'form-template']);
    for (const name of names.slice(1)) expect(settingsTable.map((one): string => one.name)).toContain(name);
    const settings = await settingsFrom(
      text
        .replaceAll(/^# (?=(?:combination|warn-days|time-zone|fail-on): )/gm, '')
        .replace('# scenarios:\n#   DSGB1', 'scenarios:\n  DSGB1'),
    );
    expect(settings.mapping).toMatchObject([{ scenario: 'DSGB1', test: 'release of a simplified departure *' }]);
    expect(settings.clock).toMatchObject({ warnDays: 3, timeZone: 'UTC' });
  });
});
