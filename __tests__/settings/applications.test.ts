import { describe, expect, it } from 'vitest';
import { mistakesTold, remarksOf, settingsOf, type Situation } from './reading.ts';

const two = `
combination: B
applications:
  - name: Trader 5.1
    flows: { standard: [normal, simplified], pre-lodged: , arrival: simplified }
    procedures: [simplified, normal]
    answers: { business.name: Trader }
  - name: Depot 2
    flows: [arrival]
    procedures: normal
    credentials-held: [outbound]
    not-applicable: { standard-departure: Depots only receive. }
    combination: auto
answers:
  business: { name: Shared, address: Street }
`;

const names = async (values: Record<string, string>) =>
  (await settingsOf({ values, file: two })).applications.map(({ name }) => name);

describe('applications', () => {
  it('are several, each by itself', async () => {
    const { applications } = await settingsOf({ file: two });
    expect(applications).toEqual([
      {
        name: 'Trader 5.1',
        flows: [
          { flow: 'standard-departure', procedures: ['normal', 'simplified'] },
          { flow: 'pre-lodged-departure', procedures: ['normal', 'simplified'] },
          { flow: 'arrival', procedures: ['simplified'] },
        ],
        credentialsHeld: [],
        combination: 'B',
        notApplicable: {},
        alsoRequired: [],
        answers: { 'business.name': 'Trader', 'business.address': 'Street' },
      },
      {
        name: 'Depot 2',
        flows: [{ flow: 'arrival', procedures: ['normal'] }],
        credentialsHeld: ['outbound'],
        combination: 'auto',
        notApplicable: { 'standard-departure': 'Depots only receive.' },
        alsoRequired: [],
        answers: { 'business.name': 'Shared', 'business.address': 'Street' },
      },
    ]);
  });

  it('can be selected by name', async () => {
    expect(await names({})).toEqual(['Trader 5.1', 'Depot 2']);
    expect(await names({ application: 'Depot 2' })).toEqual(['Depot 2']);
    expect(await mistakesTold({ values: { application: 'depot2' }, file: two })).toEqual([
      "input application: the configuration file lists no application 'depot2'. Did you mean 'Depot 2'?",
    ]);
    expect(await mistakesTold({ values: { application: 'x', flows: 'arrival', procedures: 'normal' } })).toEqual([
      'input application: selects an application, but the configuration file lists none. Describe applications there, or leave this out.',
    ]);
  });

  it('all have to prove what an input requires besides, in the place of what the file says', async () => {
    const file = two.replace('combination: B', 'combination: B\nalso-required: DSGB6');
    const required = async (values: Record<string, string>) =>
      (await settingsOf({ values, file })).applications.map(({ alsoRequired }) => alsoRequired);
    expect(await required({})).toEqual([['DSGB6'], ['DSGB6']]);
    expect(await required({ 'also-required': 'DSGB4' })).toEqual([['DSGB4'], ['DSGB4']]);
    expect(await required({ 'also-required': 'DSGB4', application: 'Depot 2' })).toEqual([['DSGB4']]);
    expect(await mistakesTold({ values: { 'also-required': 'DSGB4, DSGB99' }, file })).toEqual([
      "input also-required: there is no scenario 'DSGB99'. Did you mean 'DSGB9'?",
    ]);
  });

  it('take inputs only when one is selected', async () => {
    expect(
      await mistakesTold({ values: { flows: 'arrival', procedures: 'normal', combination: 'A' }, file: two }),
    ).toEqual(
      ['flows', 'procedures', 'combination'].map(
        (name) =>
          `input ${name}: can be about one application only, but the configuration file lists several. Select one with application, or say it in the configuration file.`,
      ),
    );
    const { applications } = await settingsOf({
      values: { application: 'Trader 5.1', procedures: 'normal' },
      file: two,
    });
    expect(applications[0]?.flows.map(({ procedures }) => procedures)).toEqual([['normal'], ['normal'], ['normal']]);
    const flows = await settingsOf({ values: { application: 'Trader 5.1', flows: 'arrival' }, file: two });
    expect(flows.applications[0]?.flows).toEqual([{ flow: 'arrival', procedures: ['simplified'] }]);
  });

  it('take inputs when there is just one', async () => {
    const file = 'applications: [{ name: only, flows: arrival }]';
    const { applications } = await settingsOf({ values: { procedures: 'normal' }, file });
    expect(applications).toMatchObject([{ name: 'only', flows: [{ flow: 'arrival', procedures: ['normal'] }] }]);
  });

  it('say once why a flow is not applicable', async () => {
    const file = 'flows: arrival\nprocedures: normal\nnot-applicable:\n  standard-departure: no\n  Standard: never\n';
    expect(await mistakesTold({ file })).toEqual([
      '.github/ncts5.yml:5:3 not-applicable.Standard: is standard-departure, which is given twice.',
    ]);
  });

  it('are told together, each where it stands', async () => {
    const file = `
flows: [arrival]
applications:
  - name: a b
    flows: { arrival: [normal], standard-departure: }
  - name: A-B
    procedures: [normal]
  - name: ../c
    flows: [arrival]
    procedures: [normal]
    credentials-held: [inbound]
  - name: d
    flows: { standard: simplified, arrival: normal, pre-lodged: normal }
    combination: A
    not-applicable: { arrival: no }
  - name: e
    flows: { standard: normal, arrival: [normal, simplified] }
    combination: B
  - name: f
    flows: {}
    procedures: []
`;
    expect(await mistakesTold({ file })).toEqual([
      ".github/ncts5.yml:2:1 flows: can't be used beside applications. Move it into the applications that it is about.",
      '.github/ncts5.yml:4:5 applications[0]: no procedures are given for standard-departure. Say which procedures the software supports there: normal, simplified, or both.',
      ".github/ncts5.yml:6:5 applications[1].name: 'A-B' would give files the same names as 'a b'.",
      '.github/ncts5.yml:6:5 applications[1]: no flows are given. Say which process flows the software supports: standard-departure, pre-lodged-departure, arrival. For API v3.0, which asks for none, set programme: ncts6.',
      '.github/ncts5.yml:8:5 applications[2].name: must be 1 to 60 letters, digits, spaces, dots, hyphens and underscores, and begin with a letter or digit, since files are named after it.',
      ".github/ncts5.yml:11:5 applications[2].credentials-held: Application '../c' has no mandatory test left, because production credentials are already held for every flow that it supports (credentials held: inbound). A check of nothing would always pass, so it is refused: add the flows that it applies for, or leave out credentials that it doesn't hold.",
      '.github/ncts5.yml:15:5 applications[3].not-applicable: says why arrival is not applicable, but the application supports it and has to test it. Leave one of the two out.',
      ".github/ncts5.yml:18:5 applications[4].combination: Application 'e' can't use combination B: standard-departure would need the simplified procedure, but supports the normal procedure only. Combination A is on offer: choose that, or 'auto'.",
      '.github/ncts5.yml:20:5 applications[5].flows: names no flow.',
      '.github/ncts5.yml:21:5 applications[5].procedures: is an empty list. Known are: normal, simplified.',
    ]);
  });

  it.each(['a', 'Trader 5.1', 'Zoll-Ä_2', '9'.repeat(60)])('may be called %j', async (name) => {
    const file = `applications: [{name: '${name}', flows: arrival, procedures: normal}]`;
    expect((await settingsOf({ file })).applications.map((one) => one.name)).toEqual([name]);
  });

  it.each(['', ' ', '-a', '.a', 'a/b', 'a!', 'a'.repeat(61)])('may not be called %j', async (name) => {
    const file = `applications: [{name: '${name}', flows: arrival, procedures: normal}]`;
    expect(await mistakesTold({ file })).toEqual([expect.stringContaining('must be 1 to 60 letters, digits, spaces,')]);
  });

  it.each([
    ['Straße', 'straße'],
    ['a b', 'A -- b'],
    ['a.b', 'a_b'],
  ])('may not be called so that files have the same names: %j and %j', async (one, other) => {
    const file = `applications: [{name: ${one}, flows: arrival, procedures: normal}, {name: ${other}, flows: arrival, procedures: normal}]`;
    expect(await mistakesTold({ file })).toEqual([
      expect.stringContaining(`'${other}' would give files the same names as '${one}'.`),
    ]);
  });

  it('cannot be read from what is no list, which is told once', async () => {
    expect(await mistakesTold({ file: 'applications: 3', values: { application: 'a' } })).toEqual([
      '.github/ncts5.yml:1:1 applications: must be a list of applications, each with a name and its flows, not 3.',
    ]);
  });

  it('say why a flow is not applicable only of those that they do not support', async () => {
    const file = 'flows: arrival\nprocedures: normal\nnot-applicable: {arrival: x, standard: y}\n';
    expect(await mistakesTold({ file })).toEqual([expect.stringContaining('not-applicable: says why arrival is not')]);
    const [application] = (await settingsOf({ file: file.replace('arrival: x, ', '') })).applications;
    expect(application?.notApplicable).toEqual({ 'standard-departure': 'y' });
  });

  it('are told that a combination changes nothing, by their names where they have any', async () => {
    const keys = 'flows: arrival, procedures: normal, combination: A';
    expect(await remarksOf({ file: `{${keys}}` })).toEqual([expect.stringMatching(/^Combination A changes nothing: /)]);
    expect(await remarksOf({ file: `applications: [{name: a, ${keys}}]` })).toEqual([
      expect.stringMatching(/^Application 'a': combination A changes nothing: /),
    ]);
  });

  it('must be some', async () => {
    expect(await mistakesTold({ file: 'applications: []' })).toEqual([
      '.github/ncts5.yml:1:1 applications: is an empty list.',
    ]);
    expect(await mistakesTold({ file: 'flows: []\nprocedures: normal' })).toEqual([
      '.github/ncts5.yml:1:1 flows: is an empty list. Known are: standard-departure, pre-lodged-departure, arrival.',
    ]);
  });

  it('without anything to test are refused: a check of nothing would always be green', async () => {
    const file = 'credentials-held: [outbound, inbound]';
    expect(await mistakesTold({ values: { flows: 'arrival,standard', procedures: 'normal' }, file })).toEqual([
      expect.stringContaining('ncts5.yml:1:1 credentials-held: The software has no mandatory test left'),
    ]);
  });

  describe('that can follow only the other combination', () => {
    const file = 'flows: {standard-departure: normal, arrival: both}\n';

    it.each<[string, Situation, string]>([
      ['an input', { file, values: { combination: 'B' } }, 'input combination'],
      ['a flag', { file, host: 'command', values: { combination: 'B' } }, 'flag --combination'],
      ['the top of the file', { file: `${file}combination: B\n` }, '.github/ncts5.yml:2:1 combination'],
      [
        'the top of the file, for an application of the list',
        { file: 'combination: B\napplications: [{name: a, flows: {standard: normal, arrival: both}}]\n' },
        '.github/ncts5.yml:1:1 combination',
      ],
    ])('are told where the combination was chosen: by %s', async (_, situation, place) => {
      const told = await mistakesTold(situation);
      expect(told).toEqual([expect.stringContaining(`${place}: `)]);
      expect(told).toEqual([expect.stringContaining("can't use combination B: ")]);
    });
  });
});
