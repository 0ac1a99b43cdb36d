import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';
import { mistakesIn } from '../../src/settings/file/configuration-schema.ts';
import { parseConfiguration } from '../../src/settings/file/configuration.ts';
import { readSettings } from '../../src/settings/read.ts';
import { clock as clockNow, mistakesTold, enough, settingsOf, workspaceOf } from './reading.ts';

const whole = `
results:
  - 'results/**/*.xml'
  - a,b.xml
results-artifact: trader-test-*
procedures: [simplified, normal]
flows: [arrivals]
combination: A
max-age-days: 12
warn-days: 4
fail-on: missing, failed, stale, unreadable, form
check-run: yes
comment: off
time-zone: Europe/London
not-before: 2026-01-01
not-applicable:
  pre-lodged-departure: We only serve importers.
scenarios:
  DSGB1: ['release for transit*', Declares simplified]
  asgb1: Unloads
answers:
  business: { name: Example Ltd, address: "1 High Street\\nLondon" }
  sandbox.applicationId: 0042
  software:
    saas: yes
    onPremise: No
  rateLimit: { standardIsEnough: unsure, unsure: 12 }
  movementCap.exceeds500: don't know
  production: { applicationName: }
`;

describe('the configuration file', () => {
  it('gives everything that it can hold', async () => {
    const settings = await settingsOf({ values: { results: undefined }, file: whole });
    expect(settings).toMatchObject({
      results: ['results/**/*.xml', 'a,b.xml'],
      earlier: { artifacts: ['trader-test-*'] },
      applications: [
        {
          flows: [{ flow: 'arrival', procedures: ['normal', 'simplified'] }],
          combination: 'A',
          notApplicable: { 'pre-lodged-departure': 'We only serve importers.' },
        },
      ],
      mapping: [
        { scenario: 'DSGB1', test: 'release for transit*' },
        { scenario: 'DSGB1', test: 'Declares simplified' },
        { scenario: 'ASGB1', test: 'Unloads' },
      ],
      clock: { maxAgeDays: 12, warnDays: 4, timeZone: 'Europe/London', notBefore: Date.parse('2026-01-01T00:00:00Z') },
      failOn: new Set(['missing', 'failed', 'stale', 'unreadable', 'form']),
      publish: { checkRun: true, comment: 'off' },
    });
    expect(settings.applications[0]?.answers).toEqual({
      'business.name': 'Example Ltd',
      'business.address': '1 High Street\nLondon',
      'sandbox.applicationId': '0042',
      'software.saas': true,
      'software.onPremise': false,
      'rateLimit.standardIsEnough': 'unknown',
      'rateLimit.unsure': '12',
      'movementCap.exceeds500': 'unknown',
    });
  });

  it('gives way to inputs', async () => {
    const { clock, applications, results } = await settingsOf({
      values: { 'max-age-days': '7', flows: 'standard', procedures: 'normal', combination: 'auto' },
      file: whole.replace('We only serve importers.', ' '),
    });
    expect(clock.maxAgeDays).toBe(7);
    expect(results).toEqual(['results/*.xml']);
    expect(applications).toMatchObject([
      { flows: [{ flow: 'standard-departure', procedures: ['normal'] }], combination: 'auto' },
    ]);
  });

  it.each(['', '# nothing yet\n', '---\n', 'null\n', '\uFEFF{}\n'])('may be empty: %j', async (file) => {
    expect(await mistakesTold({ values: enough, file })).toEqual([]);
  });

  it('may be absent in its default place, but not where it is named', async () => {
    expect(await mistakesTold({ values: enough })).toEqual([]);
    expect(await mistakesTold({ values: { ...enough, config: 'x/ncts5.yml' } })).toEqual([
      'input config: there is no file x/ncts5.yml.',
    ]);
    expect(await mistakesTold({ values: { ...enough, config: '.' } })).toEqual(['input config: . is not a file.']);
  });

  it('is read from where it is named', async () => {
    const files = { 'ci/n.yml': 'warn-days: 1\nmax-age-dayz: 3' };
    expect(await mistakesTold({ values: { ...enough, config: 'ci/n.yml' }, files })).toEqual([
      "ci/n.yml:2:1 max-age-dayz: is not known. Did you mean 'max-age-days'?",
    ]);
  });

  it('says where every mistake of its shape is, all at once', async () => {
    const file = `
max-age-days: fourteen
warn-days: '3'
results: 5
check-run: [yes]
artifact-name: 007
github-token: abc
not_before: 2026-01-01
applications:
  - nme: first
    flows: { arrival: 3 }
  - second
answers:
  business: { nam: x }
  software: { saas: 3, productionApplications: 1.5 }
  rateLimit: many
scenarios:
  DSGB1: { a: b }
checklist:
`;
    expect(await mistakesTold({ values: enough, file })).toEqual([
      'input flows: can be about one application only, but the configuration file lists several. Select one with application, or say it in the configuration file.',
      'input procedures: can be about one application only, but the configuration file lists several. Select one with application, or say it in the configuration file.',
      ".github/ncts5.yml:2:1 max-age-days: must be a whole number from 1 to 14, not 'fourteen'.",
      ".github/ncts5.yml:3:1 warn-days: must be a whole number from 0 to 14, not '3'. Write it without quotes: warn-days: 3.",
      ".github/ncts5.yml:4:1 results: must be a text or a list of texts, not 5. Put it in quotes: '5'.",
      '.github/ncts5.yml:5:1 check-run: must be true or false, not a list.',
      ".github/ncts5.yml:6:1 artifact-name: must be a text (if it looks like a number or true, put it in quotes), not 7. Put it in quotes: '7'.",
      '.github/ncts5.yml:7:1 github-token: can only be given as an input or a flag.',
      ".github/ncts5.yml:8:1 not_before: is not known. Did you mean 'not-before'?",
      '.github/ncts5.yml:10:5 applications[0].name: must be a text, but is missing.',
      ".github/ncts5.yml:10:5 applications[0].nme: is not known. Did you mean 'name'?",
      '.github/ncts5.yml:11:14 applications[0].flows.arrival: must be one of normal, simplified, or a list of them, not 3.',
      ".github/ncts5.yml:12:5 applications[1]: must be a map of name, flows and so on, not 'second'.",
      ".github/ncts5.yml:14:15 answers.business.nam: is not known. Did you mean 'name'?",
      '.github/ncts5.yml:15:15 answers.software.saas: must be yes or no, not 3.',
      '.github/ncts5.yml:15:24 answers.software.productionApplications: must be a whole number from 0, not 1.5.',
      ".github/ncts5.yml:16:3 answers.rateLimit: must be a map of answers, not 'many'.",
      '.github/ncts5.yml:18:3 scenarios.DSGB1: must be a test name or a list of test names, not a map.',
      '.github/ncts5.yml:19:1 checklist: must be a path, but is empty.',
    ]);
  });

  it('takes a phase for a number, and tells the two that there are', async () => {
    expect(await mistakesTold({ values: enough, file: "phase: '2'" })).toEqual([
      ".github/ncts5.yml:1:1 phase: must be 1 or 2, not '2'. Write it without quotes: phase: 2.",
    ]);
  });

  it('says where every mistake of its words is, together with those of inputs', async () => {
    const file = `
flows: { arival: [normal], arrivals: [normal], arrival: [simple] }
max-age-days: 3
time-zone: Nowhere
fail-on: [failed, forms]
not-applicable: { departures: x }
credentials-held: [imports]
scenarios:
  - { scenario: DSGB99, test: x }
  - { scenario: DSGB1, test: ['*', y] }
  - { scenario: DSXI1, test: y }
  - { scenario: ASGB1, test: [] }
answers: { software: { saas: perhaps }, software.saas: yes }
`;
    expect(await mistakesTold({ values: { phase: '3' }, file })).toEqual([
      "input phase: must be 1 or 2, not '3'.",
      ".github/ncts5.yml:2:10 flows.arival: 'arival' is not known. Did you mean 'arrival'?",
      ".github/ncts5.yml:2:48 flows.arrival: 'simple' is not known. Known are: normal, simplified.",
      '.github/ncts5.yml:2:48 flows.arrival: is arrival, which is given twice.',
      ".github/ncts5.yml:4:1 time-zone: 'Nowhere' is not a time zone. Write an IANA name such as Europe/London or UTC.",
      ".github/ncts5.yml:5:1 fail-on: 'forms' is not known. Did you mean 'form'?",
      ".github/ncts5.yml:6:19 not-applicable.departures: 'departures' is not known. Known are: standard-departure, pre-lodged-departure, arrival.",
      ".github/ncts5.yml:7:1 credentials-held: 'imports' is not known. Known are: inbound, outbound.",
      ".github/ncts5.yml:9:7 scenarios[0].scenario: there is no scenario 'DSGB99'. Did you mean 'DSGB9'?",
      ".github/ncts5.yml:10:24 scenarios[1].test: '*' fits every test. Write the name of a test, * for parts that vary.",
      ".github/ncts5.yml:11:24 scenarios[2].test: 'y' already stands for DSGB1.",
      '.github/ncts5.yml:12:24 scenarios[3].test: names no test.',
      ".github/ncts5.yml:13:24 answers.software.saas: must be yes or no, not 'perhaps'.",
      '.github/ncts5.yml:13:41 answers.software.saas: is answered twice.',
    ]);
  });
});

describe('a cause in the configuration file', () => {
  const file = (text: string) => ({ values: { results: 'r.xml' }, file: text });

  it('is told once, whatever reads the answers', async () => {
    const answers = 'answers: { business: { name: a }, business.name: b }';
    const support = '{ flows: [arrival], procedures: [normal]';
    const one = '.github/ncts5.yml:3:35 answers.business.name: is answered twice.';
    expect(await mistakesTold(file(`flows: [arrival]\nprocedures: [normal]\n${answers}`))).toEqual([one]);
    expect(
      await mistakesTold(
        file(`applications:\n  [${support}, name: a }, ${support}, name: b }, ${support}, name: c }]\n${answers}`),
      ),
    ).toEqual([one]);
  });

  it('is told without what follows from it', async () => {
    expect(await mistakesTold(file("applications:\n  -\n  - text\n  - ''"))).toEqual([
      '.github/ncts5.yml:2:4 applications[0]: must be a map of name, flows and so on, but is empty.',
      ".github/ncts5.yml:3:5 applications[1]: must be a map of name, flows and so on, not 'text'.",
      ".github/ncts5.yml:4:5 applications[2]: must be a map of name, flows and so on, not ''.",
    ]);
    const merged = 'applications:\n  - &a { name: a, flows: [arrival], procedures: [normal] }\n  - { <<: *a, name: b }';
    expect(await mistakesTold(file(merged))).toEqual([
      '.github/ncts5.yml:3:7: the merge key << is not read here. Write the settings out; an alias (*name) may stand for a whole value.',
    ]);
  });

  it('is told where it stands, of what the software supports', async () => {
    const held = 'credentials-held: [inbound]\nflows: [arrival]\nprocedures: [normal]';
    expect(await mistakesTold(file(held))).toEqual([
      expect.stringMatching(/^\.github\/ncts5\.yml:1:1 credentials-held: The software has no mandatory test left/),
    ]);
  });
});

it.each([
  ['answers: { sandbox: { applicationId: &id 0042 }, production: { applicationId: *id } }'],
  ['answers: { sandbox: &app { applicationId: 0042 }, production: *app }'],
  ['answers: &all { sandbox: { applicationId: 0042 }, production.applicationId: 0042 }'],
])('an answer behind an alias is taken as it is written (%#)', async (file) => {
  const { applications } = await settingsOf({ values: enough, file });
  expect(applications[0]?.answers).toEqual({ 'sandbox.applicationId': '0042', 'production.applicationId': '0042' });
});

describe('YAML that is not read here', () => {
  it.each([
    [
      'flows: [arrival',
      /^\.github\/ncts5\.yml:1:8: a list, a map or a quoted text begins here and is never closed\. Close it with ]\.$/,
    ],
    [
      'warn-days: 1\nflows:arrival\nprocedures: both',
      /^\.github\/ncts5\.yml:2:1: this line has no space after its colon\. Write flows: arrival$/,
    ],
    ['warn-days: 1\nflows\nprocedures: both', /^\.github\/ncts5\.yml:2:1: this line has no colon\. Write a name/],
    [
      "answers:\n  business:\n    name: 'O'Neill'",
      /^\.github\/ncts5\.yml:3:14: a quoted text ends before this\. Within single quotes write '' for a '/,
    ],
    ['warn-days: 1\nwarn-days: 2', /^\.github\/ncts5\.yml:2:1: the key 'warn-days' is given twice\.$/],
    ['warn-days: !!js/function x', /ncts5\.yml:1:12: .*tag/],
    ['a: !secret x', /tag/],
    ['warn-days: 1\n---\nwarn-days: 2', /2:1: a second document begins here\. Leave one/],
    ['- a', /1:1: must be a map of settings/],
    ['just text', /1:1: must be a map of settings/],
    ['__proto__: { polluted: yes }', /1:1: a key must be a plain name, and not '__proto__'/],
    ['scenarios: { __proto__: x }', /1:14: a key must be a plain name/],
    ['? [a]\n: b', /1:3: a key must be a plain name/],
    ["scenarios: { 1: a, '1': b }", /1:20: the key '1' is given twice/],
    ['<<: { warn-days: 1 }', /1:1: the merge key << is not read here\. Write the settings out/],
    ['answers: *nowhere', /1:10: nothing is called &nowhere/],
    ['['.repeat(20_000), /nested too deeply/],
    [`a: ${'['.repeat(700)}${']'.repeat(700)}`, /ncts5\.yml/],
    ['#'.repeat(300_000), /larger than 128 KiB/],
  ])('is wrong (%#)', async (file, mistake) => {
    const mistakes = await mistakesTold({ values: enough, file });
    expect(mistakes[0]).toMatch(mistake);
    expect(mistakes.join()).not.toMatch(/\bat .*\.ts|node_modules/);
  });

  const dashes = 'Line the dashes up.';
  it.each([
    ['results:\n  - a.xml\n - b.xml', `3:2: this list item is indented by 1 space, the one before it by 2. ${dashes}`],
    ['results:\n  - a.xml\n- b.xml', `3:1: this list item is indented by 0 spaces, the one before it by 2. ${dashes}`],
    [
      'results:\n  - a.xml\n    - b.xml',
      `3:5: this list item is indented by 4 spaces, the one before it by 2. ${dashes}`,
    ],
    [
      'applications:\n  - name: a\n    # the first\n    flows: [arrival]\n\n   - name: b',
      `6:4: this list item is indented by 3 spaces, the one before it by 2. ${dashes}`,
    ],
    ...[
      'results: a.xml\n- b.xml',
      "results: 'a.xml'\n- b.xml",
      'results: a.xml # c\n- b.xml',
      'results: a.xml\n\n- b.xml',
    ].map((file): [string, string] => [
      file,
      `${file.split('\n').length}:1: a list item is below results, which has a value already. Write results: alone on its line, and every item below it with a dash.`,
    ]),
    [
      'results: a.xml\n  - b.xml',
      '2:3: a list item is below results, which has a value already. Write results: alone on its line, and every item below it with a dash.',
    ],
    [
      'results:\n  - a.xml\n  -b.xml',
      '3:3: this list item has no space after its dash. Write a dash, a space and the value.',
    ],
    [
      'applications:\n  - name: a\n   flows: [arrival]',
      '3:1: is not indented like the keys of the list item above it. Line the keys up.',
    ],
    [
      'applications:\n  - name: a\n     flows: [arrival]',
      '3:6: is indented further than the line before it, which has a value already. Line the keys up.',
    ],
    [
      'warn-days: 3\n  phase: 2',
      '2:3: is indented further than the line before it, which has a value already. Line the keys up.',
    ],
    [
      'name: a: b\n  c: d',
      '1:7: is more than one value on a line, or the next line is indented too far. Put a text that has a colon in it in quotes, or line the keys up.',
    ],
  ])('is told by the line that is out of place: %j', async (file, mistake) => {
    expect(await mistakesTold({ values: enough, file })).toEqual([`.github/ncts5.yml:${mistake}`]);
  });

  it('lines up, and no dash of a list is ever part of a text', async () => {
    const indent = fc.nat({ max: 3 }).map((spaces) => ' '.repeat(spaces));
    const items = fc.array(fc.tuple(indent, fc.constantFrom('a.xml', "'b.xml'", 'c.xml # of c')), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', ' x.xml', " 'x.xml'"),
        items,
        fc.constantFrom('\n', '\r\n'),
        async (value, listed, end) => {
          const file = [`results:${value}`, ...listed.map(([spaces, item]) => `${spaces}- ${item}`)].join(end);
          const isInOrder = value === '' && new Set(listed.map(([spaces]) => spaces)).size === 1;
          const mistakes = await mistakesTold({ values: { ...enough, results: '' }, file });
          expect(mistakes.length > 0).toBe(!isInOrder);
          if (!isInOrder) expect(mistakes.join('\n')).toMatch(/ncts5\.yml:\d+:\d+: (?:this|a) list item /);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('whose keys are mistyped is told that, and not what then seems to be missing', async () => {
    const told = (file: string) => mistakesTold({ values: { results: '' }, file });
    expect(await told('result: r.xml\nflow: arrival\nprocedure: both\n')).toEqual([
      ".github/ncts5.yml:1:1 result: is not known. Did you mean 'results'?",
      ".github/ncts5.yml:2:1 flow: is not known. Did you mean 'flows'?",
      ".github/ncts5.yml:3:1 procedure: is not known. Did you mean 'procedures'?",
    ]);
    expect(await told('results: r\napplications: [{name: a, flow: arrival, procedures: both}]\n')).toEqual([
      ".github/ncts5.yml:2:26 applications[0].flow: is not known. Did you mean 'flows'?",
    ]);
    expect(await told('results: r\napplication: [{name: a, flows: arrival, procedures: both}]\n')).toEqual([
      ".github/ncts5.yml:2:1 application: is not known. Did you mean 'applications'?",
    ]);
    expect(await told('results: r\napplication: a\nflows: arrival\nprocedures: both\n')).toEqual([
      '.github/ncts5.yml:2:1 application: can only be given as an input or a flag.',
    ]);
  });

  it('has twenty mistakes of a kind, and says how many more there would be', async () => {
    const many = (line: (index: number) => string) => Array.from({ length: 23 }, (_, index) => line(index)).join('\n');
    const unknown = await mistakesTold({ values: enough, file: many((index) => `unknown-${index}: 1`) });
    expect(unknown).toHaveLength(21);
    expect(unknown.at(-1)).toBe('.github/ncts5.yml:21:1 unknown-20: is not known, nor are the 2 keys after it.');
    const doubled = await mistakesTold({ values: enough, file: many(() => 'flows: arrival') });
    expect(doubled).toHaveLength(21);
    expect(doubled.at(-1)).toBe('.github/ncts5.yml: has 2 more mistakes.');
    const oneMore = await mistakesTold({ values: enough, file: 'flows: arrival\n'.repeat(22) });
    expect(oneMore.at(-1)).toBe('.github/ncts5.yml: has 1 more mistake.');
  });

  it('that makes much of little by aliases', async () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
    for (let index = 0; index < 8; index++) {
      const [before, after] = [String.fromCodePoint(97 + index), String.fromCodePoint(98 + index)];
      bomb.push(`${after}: &${after} [${Array.from({ length: 10 }, () => `*${before}`).join(',')}]`);
    }
    expect(await mistakesTold({ values: enough, file: bomb.join('\n') })).toEqual([
      expect.stringMatching(/more than 50 YAML aliases \(\*name\) are not read. Write the values out.$/),
    ]);
  });

  it('that is not UTF-8', async () => {
    const file = new Uint8Array([0x61, 0x3a, 0x20, 0xff, 0xfe]);
    expect(await mistakesTold({ values: enough, file })).toEqual([
      '.github/ncts5.yml: is not UTF-8 text. Save it with that encoding.',
    ]);
  });

  it('but a few aliases are', async () => {
    const file = 'applications:\n  - { name: a, flows: &all { arrival: [normal] } }\n  - { name: b, flows: *all }\n';
    const { applications } = await settingsOf({ file });
    expect(applications.map(({ flows }) => flows)).toEqual([
      [{ flow: 'arrival', procedures: ['normal'] }],
      [{ flow: 'arrival', procedures: ['normal'] }],
    ]);
  });
});

describe('any text', () => {
  it('is either read or told to be wrong, never an exception', () => {
    const yaml = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.json().map((text) => text),
      fc.object({ maxDepth: 3 }).map((value) => stringify(value)),
      fc
        .dictionary(
          fc.constantFrom('flows', 'applications', 'answers', 'scenarios', 'results', 'max-age-days', 'not-applicable'),
          fc.anything({ maxDepth: 2 }).filter((value) => typeof value !== 'symbol' && typeof value !== 'function'),
        )
        .map((value) => JSON.stringify(value) ?? ''),
    );
    fc.assert(
      fc.property(yaml, (text) => {
        const mistakes: string[] = [];
        const read = parseConfiguration('n.yml', text, (_, message) => void mistakes.push(message));
        expect(read === undefined).toBe(mistakes.length > 0);
        for (const { message, place } of read === undefined ? [] : mistakesIn(read, ncts5)) {
          expect([message.length > 0, place?.file, place?.line]).toEqual([true, 'n.yml', expect.any(Number)]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no setting out silently: what is read comes out again', async () => {
    const workspace = await workspaceOf({});
    const settings = fc.record({
      'max-age-days': fc.integer({ min: 1, max: 14 }),
      'warn-days': fc.integer({ min: 0, max: 14 }),
      duplicates: fc.constantFrom('worst', 'last'),
      flows: fc.subarray(['standard-departure', 'pre-lodged-departure', 'arrival'], { minLength: 1 }),
      procedures: fc.subarray(['normal', 'simplified'], { minLength: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(settings, async (given) => {
        const values = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
        const read = await readSettings({
          values: { ...values, results: 'x' },
          host: 'action',
          now: clockNow,
          workspace,
        });
        if ('findings' in read) throw new Error(JSON.stringify(read.findings));
        const { clock, duplicates, applications } = read.settings;
        expect({
          'max-age-days': clock.maxAgeDays,
          'warn-days': clock.warnDays,
          duplicates,
          flows: applications[0]?.flows.map(({ flow }) => flow),
          procedures: applications[0]?.flows[0]?.procedures,
        }).toEqual(given);
      }),
      { numRuns: 50 },
    );
  });
});
