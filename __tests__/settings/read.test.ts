import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { readSettings } from '../../src/settings/read.ts';
import { clock, mistakesTold, enough, inWords, remarksOf, settingsOf, type Situation, workspaceOf } from './reading.ts';

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
      configuration: undefined,
      workspace,
      results: ['a/*.xml', 'b/{c,d}.xml', 'e.xml'],
      resultsAnywhere: true,
      earlier: { artifacts: ['trader-*'], workflow: 'trader-test.yml', branch: 'main' },
      applications: [
        {
          name: undefined,
          flows: [
            { flow: 'standard-departure', procedures: ['normal', 'simplified'] },
            { flow: 'arrival', procedures: ['normal', 'simplified'] },
          ],
          credentialsHeld: [],
          combination: 'B',
          notApplicable: {},
          alsoRequired: [],
          answers: {},
        },
      ],
      mapping: [],
      clock: {
        evaluatedAt: Date.parse('2026-07-14T23:59:59.999+01:00'),
        reference: 'ahead',
        maxAgeDays: 10,
        warnDays: 0,
        notBefore: Date.parse('2026-06-01T00:00:00+01:00'),
        phase: 2,
        timeZone: 'Europe/London',
      },
      failOn: new Set(['missing', 'failed', 'stale', 'unreadable', 'evidence']),
      duplicates: 'last',
      output: {
        checklist: path.join(workspace, 'out/form.docx'),
        formTemplate: undefined,
        report: path.join(workspace, 'out/report.json'),
        summary: undefined,
        toStandardOutput: undefined,
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
      findings: [],
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
    const situation: Situation = {
      values: { ...enough, 'results-artifact': 'x' },
      file: 'check-run: true\ncomment: always\nissue: true\n',
      host: 'command',
    };
    const { publish, earlier } = await settingsOf(situation);
    expect(publish).toMatchObject({
      artifact: 'never',
      checkRun: false,
      commitStatus: false,
      comment: 'off',
      issue: false,
    });
    expect(earlier).toBeUndefined();
    expect(await remarksOf(situation)).toEqual([
      'results-artifact is left out: only the action can fetch the results of earlier workflow runs.',
    ]);
  });

  it('are never guessed: without flows, procedures and results it says how to give them', async () => {
    expect(await mistakesTold({ values: { results: ' ' } })).toEqual([
      'input results: no source of results is given. Give the globs of your JUnit reports or results-artifact, for example results/**/*.xml.',
      'input flows: no flows are given. Say which process flows the software supports: standard-departure, pre-lodged-departure, arrival. For API v3.0, which asks for none, set programme: ncts6.',
      'input procedures: no procedures are given. Say which procedures the software supports: normal, simplified, or both.',
    ]);
    expect(await mistakesTold({ values: { results: '', flows: 'arrival' }, host: 'command' })).toEqual([
      'flag --results: no source of results is given. Give the globs of your JUnit reports, for example results/**/*.xml.',
      'flag --procedures: no procedures are given for arrival. Say which procedures the software supports there: normal, simplified, or both.',
    ]);
  });

  it('tell every mistake at once, by the name of the input', async () => {
    expect(
      await mistakesTold({
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
          report: '$NOWHERE_AT_ALL/r.json',
          'form-template': 'absent.docx',
          'artifact-name': 'a/b',
          'artifact-retention-days': '0',
          'check-run': 'maybe',
          comment: 'maybe',
          application: 'x',
          config: 'absent.yml',
        },
      }),
    ).toEqual([
      'input config: there is no file absent.yml.',
      "input flows: 'arival' is not known. Did you mean 'arrival'?",
      "input flows: 'departure' is not known. Known are: standard-departure, pre-lodged-departure, arrival.",
      "input procedures: 'simplifed' is not known. Did you mean 'simplified'?",
      "input combination: must be one of auto, A, B, not 'C'.",
      "input as-of: '01/07/2026' is neither a date nor a date and time. Write for example 2026-07-14T16:00:00Z or 2026-07-14.",
      "input max-age-days: must be a whole number from 1 to 14, not '15'.",
      "input warn-days: must be a whole number from 0 to 14, not '-1'.",
      "input not-before: '2026-07-01T12:00:00' doesn't say in which time zone it is. Add Z for UTC, or an offset such as +01:00. Write for example 2026-07-14T16:00:00Z or 2026-07-14.",
      "input phase: must be 1 or 2, not 'final'.",
      "input time-zone: 'Europe/Lundon' is not a time zone. Did you mean 'Europe/London'?",
      "input duplicates: must be one of worst, last, not 'best'.",
      "input fail-on: 'stael' is not known. Did you mean 'stale'?",
      'input artifact-name: must be at most 200 characters, without " < > | * ? : \\ / and line breaks.',
      "input artifact-retention-days: must be a whole number from 1 to 400, not '0'.",
      "input check-run: must be true or false, not 'maybe'.",
      "input comment: must be one of off, always, changes, not 'maybe'.",
      "input report: '$NOWHERE_AT_ALL/r.json': the variable $NOWHERE_AT_ALL is not set here. Write the path out.",
      'input checklist: must end in .docx, or Word will not open it.',
    ]);
  });
});

async function failOn(value: string) {
  const situation = { values: { ...enough, 'fail-on': value } };
  return { kinds: [...(await settingsOf(situation)).failOn], remarks: await remarksOf(situation) };
}

async function clockOf(values: Record<string, string>) {
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
    expect(await mistakesTold({ values: { ...enough, 'fail-on': ',' } })).toEqual([
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
    expect(await clockOf(day)).toMatchObject({
      evaluatedAt: Date.parse('2026-03-29T23:59:59.999+01:00'),
      notBefore: Date.parse('2026-03-29T00:00:00Z'),
    });
  });

  it('given with offset are what they say, whatever the zone', async () => {
    expect(await clockOf({ 'as-of': '2026-07-14T16:00:00+02:00', 'time-zone': 'Asia/Tokyo' })).toMatchObject({
      evaluatedAt: Date.parse('2026-07-14T14:00:00Z'),
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
        const read = await readSettings({ values, now: clock, host: 'action', workspace });
        const { evaluatedAt = 0, notBefore = 0 } = 'settings' in read ? read.settings.clock : {};
        expect((notBefore ?? 0) - evaluatedAt).toBe(1);
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
    expect((await mistakesTold({ values: { ...enough, 'as-of': text } })).join()).toContain('input as-of');
  });

  it('that are over can only be looked back to with the flag of the command', async () => {
    const now = Date.parse('2026-08-01T00:00:00Z');
    const past = { values: { ...enough, 'as-of': '2026-07-14' }, now };
    const back = await settingsOf({ ...past, host: 'command' });
    expect(back.clock).toMatchObject({ evaluatedAt: Date.parse('2026-07-14T23:59:59.999Z'), reference: 'back' });
    expect(await remarksOf({ ...past, host: 'command' })).toEqual([
      'as-of is in the past (Tuesday 14 July 2026, 23:59 UTC): evidence that has expired since then still counts as fresh.',
    ]);
    const over =
      'The planned day of submission is over: as-of is Tuesday 14 July 2026, 23:59 UTC. Set as-of to the new day of submission, or leave it out.';
    expect(await remarksOf(past)).toEqual([`input as-of: ${over}`]);
    const inFile: Situation = { values: enough, file: 'as-of: 2026-07-14\n', now, host: 'command' };
    expect(await remarksOf(inFile)).toEqual([`.github/ncts5.yml:1:1 as-of: ${over}`]);
    const { clock: planned, findings } = await settingsOf(inFile);
    expect(planned.reference).toBe('over');
    expect(findings).toMatchObject([{ kind: 'stale', severity: 'error' }]);
    // The flag wins, and says what it does.
    const flag = await settingsOf({ ...inFile, values: { ...enough, 'as-of': '2026-07-20' } });
    expect(flag.clock.reference).toBe('back');
  });

  it('ahead, or not given, are planned for, or now', async () => {
    const now = Date.parse('2026-08-01T00:00:00Z');
    expect((await settingsOf({ values: { ...enough, 'as-of': '2026-08-14' }, now })).clock.reference).toBe('ahead');
    expect((await settingsOf({ values: { ...enough, 'as-of': '2026-08-01T00:00:00Z' }, now })).clock.reference).toBe(
      'ahead',
    );
    expect((await settingsOf({ values: enough, now })).clock).toMatchObject({ evaluatedAt: now, reference: 'now' });
    expect(await remarksOf({ values: { ...enough, 'as-of': '2026-08-14' }, now })).toEqual([]);
  });
});

describe('a phase that is closed', () => {
  it('is never ready where a file or an input says it; the flag looks back with as-of', async () => {
    const now = Date.parse('2026-08-01T00:00:00Z');
    const values = { ...enough, phase: '1' };
    expect((await settingsOf({ values, now })).findings).toMatchObject([
      { kind: 'stale', severity: 'error', place: { setting: 'input phase' } },
    ]);
    const back = { values: { ...enough, 'as-of': '2024-05-20' }, file: 'phase: 1\n', host: 'command' as const, now };
    expect((await settingsOf(back)).findings.map(({ severity }) => severity)).not.toContain('error');
  });
});

describe('other settings that are probably not meant', () => {
  it('are remarked on', async () => {
    const remarks = await remarksOf({
      host: 'command',
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
      'warn-days 5 is not less than max-age-days 5: it warns from the first day on.',
      expect.stringContaining('Phase 1 (transition rules) closed on 3 June 2024'),
      'Combination A changes nothing: the decision matrix has just one answer for these procedures.',
    ]);
  });
});

describe('time zones', () => {
  it.each(['UTC', 'Etc/UTC', 'Europe/London', 'GMT', 'America/Argentina/Buenos_Aires'])('%s is one', async (zone) => {
    expect((await settingsOf({ values: { ...enough, 'time-zone': zone } })).clock.timeZone).toBe(zone);
  });

  it.each(['+01:00', 'local', 'Europe', 'Mars/Olympus', '../etc/passwd', 'BST!'])('%s is none', async (zone) => {
    expect(await mistakesTold({ values: { ...enough, 'time-zone': zone } })).toHaveLength(1);
  });

  it.each(['BST', 'bst', 'IST', 'CST', 'PST', 'ECT', 'AST', 'EST', 'MST'])(
    '%s is an abbreviation, which platforms read as they like (BST as the time of Dhaka)',
    async (zone) => {
      expect(await mistakesTold({ values: { ...enough, 'time-zone': zone } })).toEqual([
        `input time-zone: '${zone}' is an abbreviation, which can mean several zones. Write an IANA name such as Europe/London or UTC.`,
      ]);
    },
  );

  it.each(['CET', 'EET', 'WET', 'MET', 'GB', 'Eire', 'utc', 'Zulu'])('%s is a name of the IANA', async (zone) => {
    expect((await settingsOf({ values: { ...enough, 'time-zone': zone } })).clock.timeZone).toBe(zone);
  });
});

describe('paths', () => {
  it('of inputs and flags may be anywhere, those of the configuration file in the workspace only', async () => {
    const files = { 'inside.docx': '' };
    vi.stubEnv('RUNNER_TEMP', '/var/tmp/run');
    vi.stubEnv('HOME', '/home/somebody');
    onTestFinished(() => void vi.unstubAllEnvs());
    const values = {
      ...enough,
      checklist: '../form.docx',
      report: '/var/tmp/report.json',
      junit: '~/verdict.xml',
      badge: '${RUNNER_TEMP}/badge.svg',
      'form-template': '$RUNNER_TEMP/form.docx',
    };
    const { output, workspace } = await settingsOf({ values, files });
    expect(output).toMatchObject({
      checklist: path.join(workspace, '../form.docx'),
      report: '/var/tmp/report.json',
      junit: '/home/somebody/verdict.xml',
      badge: { svg: '/var/tmp/run/badge.svg', json: '/var/tmp/run/badge.json' },
      formTemplate: '/var/tmp/run/form.docx',
    });
    const file = 'checklist: ../form.docx\nreport: /var/tmp/report.json\nform-template: /etc/form.docx\n';
    const why =
      'lies outside of the workspace, where the configuration file can name nothing. Choose a path inside of it, or give this as an input or a flag.';
    expect(await mistakesTold({ values: enough, file })).toEqual([
      `.github/ncts5.yml:1:1 checklist: ${why}`,
      `.github/ncts5.yml:2:1 report: ${why}`,
      `.github/ncts5.yml:3:1 form-template: ${why}`,
    ]);
    const inside = 'checklist: out/../form.docx\nform-template: inside.docx\n';
    expect(await mistakesTold({ values: enough, file: inside, files })).toEqual([]);
  });

  it('of flags start from where the command was called, those of the file from the top', async () => {
    const situation: Situation = {
      values: { ...enough, results: '*.xml, !old/*.xml', report: 'r.json' },
      file: 'checklist: form.docx\n',
      files: { 'deep/er/a.xml': '' },
      folder: 'deep/er',
      host: 'command',
    };
    const { output, results, workspace } = await settingsOf(situation);
    expect(output).toMatchObject({
      checklist: path.join(workspace, 'form.docx'),
      report: path.join(workspace, 'deep/er/r.json'),
    });
    expect(results).toEqual([path.join(workspace, 'deep/er/*.xml'), `!${path.join(workspace, 'deep/er/old/*.xml')}`]);
  });

  it('of reports are taken as the file has them, wherever the command was called', async () => {
    const situation: Situation = {
      values: { ...enough, results: '' },
      file: 'results: ["a/*.xml", "!a/old.xml"]\n',
      files: { 'deep/a.xml': '' },
      folder: 'deep',
      host: 'command',
    };
    expect(await settingsOf(situation)).toMatchObject({ results: ['a/*.xml', '!a/old.xml'], resultsAnywhere: false });
    const given = await settingsOf({ ...situation, values: { ...enough, results: '!(old).xml\n!b~.xml' } });
    const folder = path.join(given.workspace, 'deep');
    expect(given).toMatchObject({ results: [`${folder}/!(old).xml`, `!${folder}/b~.xml`], resultsAnywhere: true });
  });

  it('of Windows are named with what to write instead', async () => {
    const values = { ...enough, results: 'results\\**\\*.xml', report: 'C:\\out\\r.json' };
    expect(await mistakesTold({ values, file: 'checklist: out\\form.docx\n' })).toEqual([
      "input results: 'results\\**\\*.xml' has backslashes. Write it with forward slashes: results/**/*.xml.",
      "input report: 'C:\\out\\r.json' is a path with backslashes. Write it with forward slashes: C:/out/r.json.",
      ".github/ncts5.yml:1:1 checklist: 'out\\form.docx' is a path with backslashes. Write it with forward slashes: out/form.docx.",
    ]);
    // A backslash before a bracket takes away its meaning.
    expect((await settingsOf({ values: { ...enough, results: 'a\\[1\\].xml' } })).results).toEqual(['a\\[1\\].xml']);
  });

  it('of the configuration file begin with no home folder and no variable, which is said of each', async () => {
    const file = [
      'results: [~/r/*.xml, "!$HOME/old/**", results/*.xml, ~.xml]',
      'form-template: ~/form.docx',
      'report: $RUNNER_TEMP/r.json',
      'applications:',
      '  - {name: a, flows: arrival, procedures: normal, results: "${HOME}/a.xml"}',
    ].join('\n');
    const only = 'stands for nothing in the configuration file, only in an input or a flag.';
    const next = 'Write a path that starts from the workspace, or give this as an input or a flag.';
    expect(await mistakesTold({ values: { results: '' }, file })).toEqual([
      `.github/ncts5.yml:1:1 results: '~/r/*.xml': ~ ${only} ${next}`,
      `.github/ncts5.yml:1:1 results: '!$HOME/old/**': $HOME ${only} ${next}`,
      `.github/ncts5.yml:2:1 form-template: '~/form.docx': ~ ${only} ${next}`,
      `.github/ncts5.yml:3:1 report: '$RUNNER_TEMP/r.json': $RUNNER_TEMP ${only} ${next}`,
      `.github/ncts5.yml:5:51 applications[0].results: '\${HOME}/a.xml': \${HOME} ${only} ${next}`,
    ]);
  });

  it('of reports are never standard input', async () => {
    expect(await mistakesTold({ values: { ...enough, results: 'a.xml, -' } })).toEqual([
      "input results: can't be '-': reports are read from files. Give the path of a file, or a glob.",
    ]);
  });

  it('can have a comma, as they stand or in quotes', async () => {
    const files = { 'r/a,b.xml': '' };
    const results = async (text: string) => (await settingsOf({ values: { ...enough, results: text }, files })).results;
    expect(await results('r/a,b.xml')).toEqual(['r/a,b.xml']);
    expect(await results('"r/x,y.xml", z.xml')).toEqual(['r/x,y.xml', 'z.xml']);
    expect(await results('r/x,y.xml')).toEqual(['r/x', 'y.xml']);
    expect(await results('c.xml, d.xml\r\n r/a,b.xml \ne.xml')).toEqual(['c.xml', 'd.xml', 'r/a,b.xml', 'e.xml']);
  });

  it('may be - on the command line, for one thing', async () => {
    const flags = (values: Record<string, string>): Situation => ({
      values: { ...enough, ...values },
      host: 'command',
    });
    const { output } = await settingsOf(flags({ report: '-' }));
    expect(output).toMatchObject({ report: undefined, toStandardOutput: 'report' });
    expect(await mistakesTold(flags({ report: '-', junit: '-' }))).toEqual([
      "flag --junit: can't go to standard output, where report goes already. Give one of them a file.",
    ]);
    expect(await mistakesTold(flags({ checklist: '-' }))).toEqual([
      "flag --checklist: can't be '-', which stands for standard output. Give the path of a file.",
    ]);
    expect(await mistakesTold({ values: { ...enough, report: '-' } })).toEqual([
      "input report: can't be '-', which stands for standard output. Give the path of a file.",
    ]);
  });

  it.each([
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
    ...['.git/form.docx', '.GitHub/Workflows/form.docx', 'sub/.git/form.docx'].map((checklist): [object, string] => [
      { checklist },
      'input checklist: lies in .git or .github/workflows, where nothing is written. Give another path.',
    ]),
  ])('%j are refused', async (values, mistake) => {
    const files = { 'results/a.xml': '', 'hmrc.docx': '' };
    expect(await mistakesTold({ values: { ...enough, ...values }, files })).toEqual([mistake]);
  });

  it('that lead to the same file by a link are refused', async () => {
    const workspace = await workspaceOf({ files: { 'hmrc.docx': '' } });
    await symlink(path.join(workspace, 'hmrc.docx'), path.join(workspace, 'out.docx'));
    const values = { ...enough, results: 'x', checklist: 'out.docx', 'form-template': 'hmrc.docx' };
    const read = await readSettings({ values, now: clock, host: 'command', workspace });
    expect('findings' in read && read.findings.map(inWords)).toEqual([
      'flag --checklist: is the same file as form-template, which would be overwritten.',
    ]);
  });

  it('that leave the workspace by a link are refused', async () => {
    const outside = await workspaceOf({});
    const workspace = await workspaceOf({});
    await mkdir(path.join(workspace, 'inside'));
    await symlink(outside, path.join(workspace, 'link'));
    await symlink(path.join(workspace, 'inside'), path.join(workspace, 'ok'));
    const values = { ...enough, results: 'x', checklist: 'link/new/form.docx', report: 'ok/new/report.json' };
    const read = await readSettings({ values, now: clock, host: 'command', workspace });
    expect('findings' in read && read.findings.map(inWords)).toEqual([
      'flag --checklist: leads outside of the workspace through a link. Remove the link, or write where it leads.',
    ]);
  });

  it('that lead into .git by a link are refused', async () => {
    const workspace = await workspaceOf({ files: { '.git/config': '' } });
    await symlink('.git', path.join(workspace, 'out'));
    const values = { ...enough, results: 'x', report: 'out/report.json' };
    const read = await readSettings({ values, now: clock, host: 'action', workspace });
    expect('findings' in read && read.findings.map(inWords)).toEqual([
      'input report: lies in .git or .github/workflows, where nothing is written. Give another path.',
    ]);
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
        const read = await readSettings({ values, now: clock, host: 'action', workspace });
        expect('settings' in read ? read.settings.results : read).toEqual(items);
      }),
      { numRuns: 50 },
    );
  });
});
