import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ncts6 } from '../../src/requirements/ncts6/ncts6.ts';
import { unusedIn } from '../../src/requirements/programme.ts';
import { mistakesTold, enough, inWords, settingsOf, type Situation } from './reading.ts';

const chosen = (situation: Situation) => settingsOf({ programme: undefined, ...situation });
const refused = (situation: Situation) => mistakesTold({ programme: undefined, ...situation });
const of5 = 'flows: arrival\nprocedures: normal\n';
const notChosen = 'NCTS5 is checked, for API v2.1. For API v3.0 set programme: ncts6.';

describe('the programme', () => {
  it.each<[string, Situation, string, readonly string[]]>([
    ['nothing at all', { values: enough }, 'ncts5', [notChosen]],
    ['an input', { values: { programme: 'ncts6' } }, 'ncts6', []],
    ['an input in any letter case', { values: { programme: ' NCTS6 ' } }, 'ncts6', []],
    ['an input for NCTS5', { values: { ...enough, programme: 'ncts5' } }, 'ncts5', []],
    ['the one file that is there', { files: { '.github/ncts6.yml': '' } }, 'ncts6', []],
    ['the file of NCTS5', { file: of5 }, 'ncts5', [notChosen]],
    ['the key of that file', { file: `${of5}programme: ncts5\n` }, 'ncts5', []],
    ['the key of a file of another name', { file: 'programme: ncts6\n' }, 'ncts6', []],
    ['the key of a named file', { files: { 'my.yml': 'programme: NCTS6' }, values: { config: 'my.yml' } }, 'ncts6', []],
    [
      'an input beside the files of both',
      { file: of5, files: { '.github/ncts6.yml': '' }, values: { programme: 'ncts6' } },
      'ncts6',
      [],
    ],
  ])('is told by %s', async (_, situation, id, remarks) => {
    const settings = await chosen(situation);
    expect([settings.programme.id, settings.findings.map(inWords)]).toEqual([id, remarks]);
  });

  it('reads its own file, where none is named', async () => {
    const files = { '.github/ncts6.yml': 'warn-days: 5\n' };
    expect((await chosen({ file: of5, files, values: { programme: 'ncts6' } })).clock.warnDays).toBe(5);
    expect((await chosen({ file: of5, files, values: { programme: 'ncts5' } })).clock.warnDays).toBe(3);
  });

  it('has to be told where the files of both are there', async () => {
    expect(await refused({ file: of5, files: { '.github/ncts6.yml': '' } })).toEqual([
      'input programme: is missing: .github/ncts5.yml and .github/ncts6.yml are both there, and nothing tells which of them is meant. Give programme (ncts5 or ncts6), or name the file with config.',
    ]);
  });

  const notRead =
    '.github/ncts5.yml is not read: it is the configuration file of NCTS5, but input programme is ncts6, whose file is .github/ncts6.yml. If it is meant, name it with config.';

  it('leaves the file of another one alone, and says so', async () => {
    const told = await chosen({ file: of5, values: { programme: 'ncts6' } });
    expect([told.configuration, told.findings.map(inWords)]).toEqual([undefined, [notRead]]);
    const reverse = await chosen({
      files: { '.github/ncts6.yml': 'results: r.xml\n' },
      host: 'command',
      values: { ...enough, programme: 'ncts5' },
    });
    expect(reverse.findings.map(inWords)).toEqual([
      '.github/ncts6.yml is not read: it is the configuration file of NCTS6, but flag --programme is ncts5, whose file is .github/ncts5.yml. If it is meant, name it with config.',
    ]);
  });

  it('tells of that file before what is missing, since it may stand there', async () => {
    const file = `${of5}results: r.xml\n`;
    expect(await refused({ file, values: { programme: 'ncts6', results: '' } })).toEqual([
      notRead,
      expect.stringMatching(/^input results: no source of results is given\./),
    ]);
    const reverse = { files: { '.github/ncts6.yml': '' }, values: { programme: 'ncts5', flows: 'arrival' } };
    expect(await refused(reverse)).toEqual([
      expect.stringMatching(/^\.github\/ncts6\.yml is not read: /),
      expect.stringMatching(/^input procedures: /),
    ]);
  });

  it.each<[string, Situation]>([
    ['its own file is there as well', { files: { '.github/ncts6.yml': '' } }],
    ['the file is named', { values: { config: '.github/ncts5.yml' } }],
  ])('says nothing of the file of another one where %s', async (_, { values, files }) => {
    const settings = await chosen({ file: '', values: { programme: 'ncts6', ...values }, ...(files && { files }) });
    expect(settings.findings).toEqual([]);
  });

  it.each(['.github/ncts6.yaml', 'ncts6.yml', '.github/NCTS6.yml'])(
    'is not guessed beside a file of a name that is not read: %s, which alone is told',
    async (name) => {
      expect(await refused({ values: { results: '' }, files: { [name]: 'results: r.xml\n' } })).toEqual([
        `${name}: looks like the configuration file, but is not read under this name. Rename it to .github/ncts6.yml, or name it with config: ${name}.`,
      ]);
    },
  );

  it('must not be another one than that of its file', async () => {
    expect(
      await refused({ file: `${of5}programme: ncts5\n`, values: { programme: 'ncts6', config: '.github/ncts5.yml' } }),
    ).toEqual([
      '.github/ncts5.yml:3:1 programme: is ncts5, but input programme is ncts6. Leave one of the two out, or give the configuration file of that programme with config.',
    ]);
  });

  it('has to be one that there is', async () => {
    const input = await refused({ values: { programme: 'ncts7', ...enough } });
    expect(input).toEqual(["input programme: must be one of ncts5, ncts6, not 'ncts7'."]);
    const key = await refused({ file: `${of5}programme: ncts55\n` });
    expect(key).toEqual([".github/ncts5.yml:3:1 programme: must be one of ncts5, ncts6, not 'ncts55'."]);
  });

  it.each<[string, Situation]>([
    ['an input', { values: { programme: 'ncts7' } }],
    ['the file', { file: 'programme: ncts7\n' }],
    ['the file, which lists applications', { file: 'programme: 6\napplications: [{name: a}]\n' }],
  ])(
    'leaves open what is missing where it is wrong in %s, since another programme may not need it',
    async (_, given) => {
      expect(await refused(given)).toEqual([expect.stringMatching(/ programme: must be one of ncts5, ncts6, not /)]);
    },
  );

  it('does not keep mistakes in what is given from being told, where it is wrong', async () => {
    expect(await refused({ values: { programme: 'ncts7', flows: 'arival' } })).toEqual([
      expect.stringContaining('input programme: '),
      expect.stringContaining("input flows: 'arival' is not known."),
    ]);
  });

  it('is named where flows are missing', async () => {
    expect((await refused({ values: {} })).join('\n')).toContain(
      'For API v3.0, which asks for none, set programme: ncts6.',
    );
  });
});

describe('settings without meaning in NCTS6', () => {
  const carried = [
    'flows: {arrival: normal}',
    'procedures: normal',
    'combination: A',
    'credentials-held: outbound',
    'not-applicable: {arrival: no}',
    'phase: 2',
    'fail-on: [missing, failed, stale, unreadable, recommended]',
    'answers: {business: {name: x, address: y}, software.saas: yes}',
  ].join('\n');

  it('are remarked on once, and change nothing', async () => {
    const settings = await chosen({ files: { '.github/ncts6.yml': carried } });
    expect(settings.findings.map(inWords)).toEqual([
      "flows, procedures, combination, credentials-held, not-applicable, phase, 'recommended' in fail-on, the answer to business.address and the answer to software.saas change nothing in NCTS6. Leave out what is for another programme.",
    ]);
    expect(settings).toMatchObject({
      applications: [
        {
          name: undefined,
          flows: [],
          credentialsHeld: [],
          combination: 'auto',
          notApplicable: {},
          answers: { 'business.name': 'x' },
        },
      ],
      clock: { phase: undefined },
    });
  });

  it('are remarked on as inputs, too, whatever they say', async () => {
    const settings = await chosen({ values: { programme: 'ncts6', flows: 'arival', phase: '9' } });
    expect(settings.findings.map(inWords)).toEqual([
      'flows and phase change nothing in NCTS6. Leave out what is for another programme.',
    ]);
  });

  it.each([
    ['phase', '7'],
    ['flows', 'nonsense'],
    ['flows', '{arival: both}'],
    ['procedures', '[3]'],
    ['combination', 'C'],
    ['credentials-held', '{}'],
    ['not-applicable', 'because'],
  ])('are remarked on in its file, too, whatever they say: %s: %s', async (key, value) => {
    const remark = `${key} changes nothing in NCTS6. Leave out what is for another programme.`;
    const atTop = await chosen({ files: { '.github/ncts6.yml': `${key}: ${value}\n` } });
    expect(atTop.findings.map(inWords)).toEqual([remark]);
    expect(atTop.applications).toMatchObject([
      { flows: [], credentialsHeld: [], combination: 'auto', notApplicable: {} },
    ]);
    if (key === 'phase') return;
    const inList = await chosen({
      files: { '.github/ncts6.yml': `applications:\n  - name: a\n    ${key}: ${value}\n` },
    });
    expect(inList.findings.map(inWords)).toEqual([remark]);
    expect(inList.applications).toMatchObject([
      { flows: [], credentialsHeld: [], combination: 'auto', notApplicable: {} },
    ]);
  });

  it('change nothing whatever stands there, at the top of the file or in an application', async () => {
    const unused = [...unusedIn(ncts6)];
    const given = fc.dictionary(fc.constantFrom(...unused), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 });
    const without = await chosen({ files: { '.github/ncts6.yml': '{"applications": [{"name": "a"}]}' } });
    await fc.assert(
      fc.asyncProperty(given, fc.boolean(), async (values, atTop) => {
        const inList = Object.fromEntries(Object.entries(values).filter(([key]) => key !== 'phase'));
        const file = atTop
          ? { ...values, applications: [{ name: 'a' }] }
          : { applications: [{ name: 'a', ...inList }] };
        const settings = await chosen({ files: { '.github/ncts6.yml': JSON.stringify(file) } });
        const { applications, clock, failOn, mapping, publish, results } = without;
        expect(settings).toMatchObject({ applications, clock, failOn, mapping, publish, results });
        expect(settings.findings.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it('may be answers to questions of another form that would be wrong there', async () => {
    const file = 'answers: {software: {saas: [perhaps]}, business.name: x}\n';
    const settings = await chosen({ files: { '.github/ncts6.yml': file } });
    expect(settings.findings.map(inWords)).toEqual([
      'the answer to software.saas changes nothing in NCTS6. Leave out what is for another programme.',
    ]);
    expect(settings.applications[0]?.answers).toEqual({ 'business.name': 'x' });
  });

  it('are a mistake where they mean something', async () => {
    expect(
      (await refused({ file: 'flows: nonsense\nprocedures: normal\nphase: 7\n' })).map((one) => one.slice(18)),
    ).toEqual([
      "1:1 flows: 'nonsense' is not known. Known are: standard-departure, pre-lodged-departure, arrival.",
      '3:1 phase: must be 1 or 2, not 7.',
    ]);
  });

  it('are remarked on in applications', async () => {
    const text = 'applications:\n  - {name: a, flows: arrival, procedures: normal}\n  - {name: b}\n';
    const settings = await chosen({ files: { '.github/ncts6.yml': text } });
    expect(settings.findings.map(inWords)).toEqual([
      'flows and procedures change nothing in NCTS6. Leave out what is for another programme.',
    ]);
    expect(settings.applications.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('are still mistakes where no programme knows them', async () => {
    const wrong = 'flow: arrival\nanswers: {business.adress: x}';
    const mistakes = (await refused({ files: { '.github/ncts6.yml': wrong } })).join('\n');
    expect(mistakes).toContain('flow: is not known.');
    expect(mistakes).toContain('answers.business.adress: is not known.');
  });
});

describe('numbers of the other programme', () => {
  it('are told as such in the file, with the same scenario here', async () => {
    const file = 'scenarios: {DSGB1: my test}\nalso-required: [DNGB6, DSGBT1]\n';
    expect(await refused({ files: { '.github/ncts6.yml': file } })).toEqual([
      ".github/ncts6.yml:1:13 scenarios.DSGB1: there is no scenario 'DSGB1'. It is one of NCTS5. The same in NCTS6 is P6-DSGB-01.",
      ".github/ncts6.yml:2:1 also-required: there is no scenario 'DNGB6'. It is one of NCTS5. The same in NCTS6 is P6-DNGB-04.",
      ".github/ncts6.yml:2:1 also-required: there is no scenario 'DSGBT1'. It is one of NCTS5. Set programme: ncts5, or leave it out.",
    ]);
    expect(await refused({ file: `${of5}also-required: P6-DSGB-01\n` })).toEqual([
      ".github/ncts5.yml:3:1 also-required: there is no scenario 'P6-DSGB-01'. It is one of NCTS6. The same in NCTS5 is DSGB1.",
    ]);
  });
});

describe("answers to NCTS6's form", () => {
  const answered = (answers: string) => refused({ files: { '.github/ncts6.yml': `answers: ${answers}` } });

  it.each(['confirm: {tested: yes}', 'confirm.tested: yes', 'signature: J. Smith', 'signatureDate: today'])(
    'are none for what a person does: %s',
    async (answer) => {
      const [mistake] = await answered(`{${answer}}`);
      expect(mistake).toMatch(/is not a question\. A person .*(?:ticks|signs)/u);
    },
  );

  it('have an e-mail address where one is asked for', async () => {
    expect(await answered('{business.email: a@b.example}')).toEqual([]);
    for (const wrong of ['nobody', '"a@b\\nc@d"', '"@"', 'a@']) {
      expect((await answered(`{business.email: ${wrong}}`)).join()).toContain('must be one line with @');
    }
  });
});
