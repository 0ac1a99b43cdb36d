import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { readSettings } from '../../src/settings/read.ts';
import { complaintsOf, enough, settingsOf, workspaceOf } from './reading.ts';

describe('settings from inputs alone', () => {
  it('are whole', async () => {
    const settings = await settingsOf({
      values: {
        results: 'a/*.xml\n b/{c,d}.xml , e.xml\n',
        'results-artifact': 'trader-*',
        'results-workflow': 'trader-test.yml',
        'results-branch': 'main',
        flows: 'arrivals, Standard',
        procedures: 'simplified,normal',
        combination: 'b',
        'max-age-days': '10',
        'warn-days': '0',
        'not-before': '2026-06-01',
        'as-of': '2026-07-14',
        phase: '2',
        'time-zone': 'Europe/London',
        duplicates: 'last',
        'fail-on': 'missing\nfailed, STALE, unreadable, evidence',
        checklist: 'out/form.docx',
        report: 'out/report.json',
        'artifact-name': 'form',
        'artifact-retention-days': '30',
        junit: 'out/verdict.xml',
        'verify-form': 'form.docx',
        name: 'nightly',
        artifact: 'Always',
        'check-run': 'YES',
        'commit-status': 'on',
        comment: 'Changes',
        issue: 'false',
        'github-token': 'secret',
        application: '',
        config: undefined,
      },
    });
    const { workspace } = settings;
    expect(settings).toEqual({
      programme: ncts5,
      workspace,
      results: ['a/*.xml', 'b/{c,d}.xml', 'e.xml'],
      earlier: { artifacts: ['trader-*'], workflow: 'trader-test.yml', branch: 'main' },
      applications: [
        {
          name: 'default',
          flows: [
            { flow: 'standard-departure', procedures: ['normal', 'simplified'] },
            { flow: 'arrival', procedures: ['normal', 'simplified'] },
          ],
          credentialsHeld: [],
          combination: 'B',
          notApplicable: {},
        },
      ],
      mapping: [],
      clock: {
        asOf: Date.parse('2026-07-14T23:59:59.999+01:00'),
        maxAgeDays: 10,
        warnDays: 0,
        notBefore: Date.parse('2026-06-01T00:00:00+01:00'),
        phase: 2,
        timeZone: 'Europe/London',
      },
      failOn: new Set(['missing', 'failed', 'stale', 'unreadable', 'evidence']),
      duplicates: 'last',
      answers: {},
      applicationAnswers: {},
      output: {
        checklist: path.join(workspace, 'out/form.docx'),
        formTemplate: undefined,
        report: path.join(workspace, 'out/report.json'),
        summary: undefined,
        junit: path.join(workspace, 'out/verdict.xml'),
        badge: undefined,
        artifactName: 'form',
        artifactRetentionDays: 30,
      },
      verifyForm: path.join(workspace, 'form.docx'),
      publish: {
        name: 'nightly',
        artifact: 'always',
        checkRun: true,
        commitStatus: true,
        comment: 'changes',
        issue: false,
        token: 'secret',
      },
      remarks: [],
    });
  });

  it('are told apart by the path of the configuration, where no name is given', async () => {
    const files = { 'ci/ncts5-b.yml': '' };
    const named = async (values: Record<string, string>) =>
      (await settingsOf({ values: { ...enough, ...values }, files, file: '' })).publish.name;
    expect(await named({})).toBeUndefined();
    expect(await named({ config: './.github/ncts5.yml' })).toBeUndefined();
    expect(await named({ config: './ci/ncts5-b.yml' })).toBe('ci/ncts5-b.yml');
    expect(await named({ config: 'ci/ncts5-b.yml', name: 'depot' })).toBe('depot');
  });

  it('publish nothing for the command', async () => {
    const { publish, earlier, remarks } = await settingsOf({
      values: { ...enough, 'results-artifact': 'x' },
      file: 'check-run: true\ncomment: always\nissue: true\n',
      spokenAs: 'flag',
    });
    expect(publish).toMatchObject({
      artifact: 'never',
      checkRun: false,
      commitStatus: false,
      comment: 'off',
      issue: false,
    });
    expect(earlier).toBeUndefined();
    expect(remarks).toEqual([
      'results-artifact is left out: only the action can fetch the results of earlier workflow runs.',
    ]);
  });

  it('are never guessed: without flows, procedures and results it says how to give them', async () => {
    expect(await complaintsOf({ values: { results: ' ' } })).toEqual([
      'input results: no source of results is given. Give the globs of your JUnit reports or results-artifact, for example results/**/*.xml.',
      'input flows: no flows are given. Tell which process flows the software supports: standard-departure, pre-lodged-departure, arrival. For API v3.0, which asks for none, set programme: ncts6.',
      'input procedures: no procedures are given. Tell which procedures the software supports: normal, simplified, or both.',
    ]);
    expect(await complaintsOf({ values: { results: '', flows: 'arrival' }, spokenAs: 'flag' })).toEqual([
      'flag --results: no source of results is given. Give the globs of your JUnit reports, for example results/**/*.xml.',
      'flag --procedures: no procedures are given for arrival. Tell which procedures the software supports there: normal, simplified, or both.',
    ]);
  });

  it('tell every mistake at once, by the name of the input', async () => {
    expect(
      await complaintsOf({
        values: {
          flows: 'arival, departure, standard',
          procedures: 'simplifed',
          combination: 'C',
          'as-of': '01/07/2026',
          'not-before': '2026-07-01T12:00:00',
          'max-age-days': '15',
          'warn-days': '-1',
          phase: 'final',
          'time-zone': 'Europe/Lundon',
          duplicates: 'best',
          'fail-on': 'missing, stael, none',
          checklist: '../form.pdf',
          report: 'out.docx/../../r.json',
          'form-template': 'absent.docx',
          'artifact-name': 'a/b',
          'artifact-retention-days': '0',
          'check-run': 'maybe',
          comment: 'true',
          application: 'x',
          config: 'absent.yml',
        },
      }),
    ).toEqual([
      'input config: there is no file absent.yml.',
      "input time-zone: 'Europe/Lundon' is no time zone. Did you mean 'Europe/London'?",
      "input as-of: '01/07/2026' is no date, nor a date and time. Write for example 2026-07-14T16:00:00Z or 2026-07-14.",
      "input max-age-days: must be a whole number from 1 to 14, not '15'.",
      "input warn-days: must be a whole number from 0 to 14, not '-1'.",
      "input phase: must be a whole number from 1 to 2, not 'final'.",
      "input not-before: '2026-07-01T12:00:00' has no offset, so it could be any of 26 hours. Add Z or an offset. Write for example 2026-07-14T16:00:00Z or 2026-07-14.",
      "input fail-on: 'stael' is not known. Did you mean 'stale'?",
      "input fail-on: has 'none' beside other words. Leave out either 'none' or the others.",
      "input duplicates: must be one of worst, last, not 'best'.",
      'input checklist: must end in .docx, or Word will not open it.',
      'input checklist: lies outside of the workspace, where nothing is written.',
      'input report: lies outside of the workspace, where nothing is written.',
      "input form-template: there is no file absent.docx. Give the path of your copy of HMRC's form (.docx).",
      'input artifact-name: must be at most 200 characters, without " < > | * ? : \\ / and line breaks.',
      "input artifact-retention-days: must be a whole number from 1 to 400, not '0'.",
      "input comment: must be one of off, always, changes, not 'true'.",
      "input check-run: must be true or false, not 'maybe'.",
      "input flows: 'arival' is not known. Did you mean 'arrival'?",
      "input flows: 'departure' is not known. Known are: standard-departure, pre-lodged-departure, arrival.",
      "input procedures: 'simplifed' is not known. Did you mean 'simplified'?",
    ]);
  });
});

async function failOn(value: string) {
  const { failOn: kinds, remarks } = await settingsOf({ values: { ...enough, 'fail-on': value } });
  return { kinds: [...kinds], remarks };
}

async function clock(values: Record<string, string>) {
  const settings = await settingsOf({ values: { ...enough, ...values } });
  return settings.clock;
}

describe('fail-on', () => {
  it('keeps its default when it is blank', async () => {
    expect(await failOn('  ')).toEqual({ kinds: ['missing', 'failed', 'stale', 'unreadable'], remarks: [] });
  });

  it('is empty only by the word none, which is remarked on', async () => {
    expect(await failOn('none')).toEqual({
      kinds: [],
      remarks: [
        "fail-on leaves out missing, failed, stale, unreadable: such findings make the verdict not-ready, but don't fail the run.",
      ],
    });
    expect(await complaintsOf({ values: { ...enough, 'fail-on': ',' } })).toEqual([
      'input fail-on: is an empty list. Known are: missing, failed, stale, unreadable, evidence, form, recommended, submittable, none.',
    ]);
  });

  it('remarks on what it leaves out of the default', async () => {
    expect((await failOn('missing, failed, unreadable, form')).remarks).toEqual([
      "fail-on leaves out stale: such findings make the verdict not-ready, but don't fail the run.",
    ]);
  });
});

describe('instants', () => {
  it('given as a date: as-of is its end, not-before its start, in the zone', async () => {
    const day = { 'as-of': '2026-03-29', 'not-before': '2026-03-29', 'time-zone': 'Europe/London' };
    expect(await clock(day)).toMatchObject({
      asOf: Date.parse('2026-03-29T23:59:59.999+01:00'),
      notBefore: Date.parse('2026-03-29T00:00:00Z'),
    });
  });

  it('given with offset are what they say, whatever the zone', async () => {
    expect(await clock({ 'as-of': '2026-07-14T16:00:00+02:00', 'time-zone': 'Asia/Tokyo' })).toMatchObject({
      asOf: Date.parse('2026-07-14T14:00:00Z'),
    });
  });

  it('of a day: the end is a millisecond before the start of the next day, in any zone', async () => {
    const day = fc.date({ min: new Date('2024-01-01'), max: new Date('2035-12-30'), noInvalidDate: true });
    const zone = fc.constantFrom(
      'UTC',
      'Europe/London',
      'America/St_Johns',
      'Pacific/Apia',
      'Africa/Cairo',
      'Asia/Kathmandu',
    );
    const workspace = await workspaceOf({});
    await fc.assert(
      fc.asyncProperty(day, zone, async (date, timeZone) => {
        const text = (offset: number) => new Date(date.getTime() + offset).toISOString().slice(0, 10);
        const values = {
          ...enough,
          results: 'x',
          'time-zone': timeZone,
          'as-of': text(0),
          'not-before': text(86_400_000),
        };
        const read = await readSettings({ values, spokenAs: 'input', workspace });
        const { asOf = 0, notBefore = 0 } = 'settings' in read ? read.settings.clock : {};
        expect((notBefore ?? 0) - (asOf ?? 0)).toBe(1);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '9999-12-31',
    'tomorrow',
    '1782907205',
    '2026',
    '2026-7-1',
    '2026-07-14T25:00:00Z',
  ])('as-of %s is refused, and never taken for now', async (text) => {
    expect((await complaintsOf({ values: { ...enough, 'as-of': text } })).join()).toContain('input as-of');
  });

  it('as-of in the past is remarked on', async () => {
    const now = Date.parse('2026-08-01T00:00:00Z');
    const { remarks } = await settingsOf({ values: { ...enough, 'as-of': '2026-07-14' }, now });
    expect(remarks).toEqual([
      'as-of lies in the past (2026-07-14T23:59:59.999Z): evidence that has spoiled since then still counts as fresh.',
    ]);
    expect((await settingsOf({ values: { ...enough, 'as-of': '2026-08-14' }, now })).remarks).toEqual([]);
  });
});

describe('other settings that are probably not meant', () => {
  it('are remarked on', async () => {
    const { remarks } = await settingsOf({
      values: {
        ...enough,
        phase: '1',
        'warn-days': '5',
        'max-age-days': '5',
        combination: 'A',
        'results-branch': 'main',
      },
    });
    expect(remarks).toEqual([
      'results-workflow and results-branch change nothing without results-artifact.',
      expect.stringContaining('Phase 1 (transition rules) closed on 3 June 2024'),
      'warn-days 5 is not less than max-age-days 5: it warns from the first day on.',
      "Application 'default': combination A changes nothing, the decision matrix has just one answer for its procedures.",
    ]);
  });
});

describe('time zones', () => {
  it.each(['UTC', 'Etc/UTC', 'Europe/London', 'GMT', 'America/Argentina/Buenos_Aires'])('%s is one', async (zone) => {
    expect((await settingsOf({ values: { ...enough, 'time-zone': zone } })).clock.timeZone).toBe(zone);
  });

  it.each(['+01:00', 'local', 'Europe', 'Mars/Olympus', '../etc/passwd', 'BST!'])('%s is none', async (zone) => {
    expect(await complaintsOf({ values: { ...enough, 'time-zone': zone } })).toHaveLength(1);
  });
});

describe('paths', () => {
  it.each([
    [{ checklist: '/etc/form.docx' }, 'input checklist: lies outside of the workspace, where nothing is written.'],
    [{ report: '..' }, 'input report: is a folder, not a file.'],
    [{ report: 'results' }, 'input report: is a folder, not a file.'],
    [{ report: '.' }, 'input report: is a folder, not a file.'],
    [
      { report: 'form.docx', checklist: './x/../form.docx' },
      'input report: is the same file as checklist, which would be overwritten.',
    ],
    [
      { checklist: 'hmrc.docx', 'form-template': 'hmrc.docx' },
      'input checklist: is the same file as form-template, which would be overwritten.',
    ],
    [{ badge: 'badge.png' }, 'input badge: must end in .svg, or no page will show it.'],
    [{ badge: 'ncts5-report.svg' }, 'input badge: is the same file as report, which would be overwritten.'],
    [
      { 'form-template': 'results' },
      "input form-template: there is no file results. Give the path of your copy of HMRC's form (.docx).",
    ],
  ])('%j are refused', async (values, complaint) => {
    const files = { 'results/a.xml': '', 'hmrc.docx': '' };
    expect(await complaintsOf({ values: { ...enough, ...values }, files })).toEqual([complaint]);
  });

  it('that lead to the same file by a link are refused', async () => {
    const workspace = await workspaceOf({ files: { 'hmrc.docx': '' } });
    await symlink(path.join(workspace, 'hmrc.docx'), path.join(workspace, 'out.docx'));
    const values = { ...enough, results: 'x', checklist: 'out.docx', 'form-template': 'hmrc.docx' };
    const read = await readSettings({ values, spokenAs: 'flag', workspace });
    const message = 'is the same file as form-template, which would be overwritten.';
    expect(read).toEqual({ complaints: [{ where: 'flag --checklist', message }] });
  });

  it('that leave the workspace by a link are refused', async () => {
    const outside = await workspaceOf({});
    const workspace = await workspaceOf({});
    await mkdir(path.join(workspace, 'inside'));
    await symlink(outside, path.join(workspace, 'link'));
    await symlink(path.join(workspace, 'inside'), path.join(workspace, 'ok'));
    const values = { ...enough, results: 'x', checklist: 'link/new/form.docx', report: 'ok/new/report.json' };
    const read = await readSettings({ values, spokenAs: 'flag', workspace });
    expect(read).toEqual({
      complaints: [{ where: 'flag --checklist', message: 'lies outside of the workspace, where nothing is written.' }],
    });
  });

  it('puts the JSON of a badge beside its picture', async () => {
    const { output, workspace } = await settingsOf({ values: { ...enough, badge: 'docs/ncts5.ready.svg' } });
    expect(output.badge).toEqual({
      svg: path.join(workspace, 'docs/ncts5.ready.svg'),
      json: path.join(workspace, 'docs/ncts5.ready.json'),
    });
  });

  it('may begin with two dots without leaving the workspace', async () => {
    const { output, workspace } = await settingsOf({ values: { ...enough, report: '..report.json' } });
    expect(output.report).toBe(path.join(workspace, '..report.json'));
  });
});

describe('lists', () => {
  it('have the items that were written, however they are separated', async () => {
    const item = fc.stringMatching(/^[a-z*/.]{1,8}(?:\{[a-z]{1,3},[a-z]{1,3}\})?$/);
    const separator = fc.constantFrom(',', '\n', ' , ', '\r\n', ',,\n');
    const workspace = await workspaceOf({});
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(item, { minLength: 1 }), separator, async (items, between) => {
        const values = { ...enough, results: items.join(between) };
        const read = await readSettings({ values, spokenAs: 'input', workspace });
        expect('settings' in read ? read.settings.results : read).toEqual(items);
      }),
      { numRuns: 50 },
    );
  });
});
