import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../src/matching/attempt.ts';
import type { MatchOptions } from '../../src/matching/match.ts';
import { matched } from './matched.ts';

const found = (attempts: readonly Attempt[]) =>
  attempts.map((a) => `${a.scenario} ${a.outcome} by ${a.matchedBy}${a.ambiguous ? ' (ambiguous)' : ''}`);

const suite = (inner: string, attributes = 'name="s"') => `<testsuite ${attributes}>${inner}</testsuite>`;
const testcase = (name: string, inner = '', className = 'c') =>
  `<testcase name="${name}" classname="${className}">${inner}</testcase>`;
const property = (name: string, value: string) =>
  `<properties><property name="${name}" value="${value}"/></properties>`;

describe('where a scenario number is looked for', () => {
  it.each<[string, string, Partial<MatchOptions>, string[]]>([
    [
      'a property with a sentence',
      suite(testcase('x', property('ncts.Scenario', 'DSGB1: as DSGB5'))),
      {},
      ['DSGB1 passed by property'],
    ],
    [
      'a marker in the output',
      suite(testcase('x', '<system-out>[[PROPERTY|scenario=DSGB1]]</system-out>')),
      {},
      ['DSGB1 passed by property'],
    ],
    ["the suite's property", suite(property('scenario', 'DSGB1') + testcase('x')), {}, ['DSGB1 passed by property']],
    [
      'the mapping',
      suite(testcase('mine')),
      { mapping: [{ scenario: 'DSGB1', test: 'm*' }] },
      ['DSGB1 passed by mapping'],
    ],
    [
      'the name before the class',
      suite(testcase('dsgb1_x', '', 'DSGB2')),
      {},
      ['DSGB1 passed by name', 'DSGB2 passed by class (ambiguous)'],
    ],
    [
      'the class before the suite',
      suite(testcase('x', '', 'a.DSGB1'), 'name="DSGB2"'),
      {},
      ['DSGB1 passed by class', 'DSGB2 passed by suite (ambiguous)'],
    ],
    [
      'suites from the inside out',
      `<testsuites name="DSGB3">${suite(suite(testcase('x'), 'name="DSGB1"'), 'name="DSGB2"')}</testsuites>`,
      {},
      ['DSGB1 passed by suite', 'DSGB2 passed by suite (ambiguous)', 'DSGB3 passed by suite (ambiguous)'],
    ],
    ['the file name at last', suite(testcase('x')), { file: 'DSGB9/dsgb1-run.xml' }, ['DSGB1 passed by file']],
    ['nowhere', suite(testcase('x')), { file: 'DSGB9/run.xml' }, []],
  ])('%s', async (_, xml, options, expected) => {
    expect(found((await matched(xml, options)).attempts)).toEqual(expected);
  });

  it("takes the display name that JUnit's console writer puts into the output for the name", async () => {
    const out = '<system-out>unique-id: [engine:junit-jupiter]\ndisplay-name: DSGB1: released\n</system-out>';
    expect(found((await matched(suite(testcase('dsgb1Released()', out)))).attempts)).toEqual(['DSGB1 passed by name']);
  });
});

describe('doubt', () => {
  it('makes a result that names several ambiguous: it only counts against them', async () => {
    const { attempts, findings } = await matched(
      suite(testcase('DSGB1 or DSXI1') + testcase('DSGB1 or DSXI1 fails', '<failure/>')),
    );
    expect(found(attempts)).toEqual([
      'DSGB1 passed by name (ambiguous)',
      'DSXI1 passed by name (ambiguous)',
      'DSGB1 failed by name',
      'DSXI1 failed by name',
    ]);
    expect(findings.map(({ kind, place }) => [kind, place?.line])).toEqual([
      ['ambiguous', 1],
      ['ambiguous', 1],
    ]);
  });

  it.each([
    [
      'two properties that differ',
      testcase(
        'x',
        '<properties><property name="scenario" value="DSGB1"/><property name="scenario" value="DSGB2"/></properties>',
      ),
      ['DSGB1', 'DSGB2'],
    ],
    ['a property with a number that does not exist', testcase('DSGB1: x', property('scenario', 'DSGB99')), ['DSGB1']],
    ["a test's property against its own name", testcase('DSGB2: x', property('scenario', 'DSGB1')), ['DSGB1', 'DSGB2']],
  ])('is cast by %s', async (_, inner, scenarios) => {
    const { attempts } = await matched(suite(inner));
    expect(attempts.map(({ scenario, ambiguous }) => [scenario, ambiguous])).toEqual(scenarios.map((id) => [id, true]));
  });

  it('is not cast by a property scenario that means something else', async () => {
    expect(found((await matched(suite(testcase('DSGB1: x', property('scenario', 'happy path'))))).attempts)).toEqual([
      'DSGB1 passed by name',
    ]);
  });

  it('reports look-alikes once, with what to do', async () => {
    const { findings } = await matched(
      suite(testcase('DSGB99: a') + testcase('DSGB99: b') + testcase('testDsgb1Fails', '<failure/>')),
    );
    const told = findings.filter(({ kind }) => kind === 'look-alike');
    expect(told.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      "look-alike: 'DSGB99' in the name of a test (2 results) looks like a scenario number but is not in HMRC's testing guide: not counted.",
      "look-alike: 'Dsgb1' in the name of a test looks like DSGB1 but is not counted: write the number in capitals ('DSGB1') or set it off ('dsgb1_…').",
    ]);
  });
});

it.each([
  ['DSGB-1 is released', 'DSGB-1', 'DSGB1'],
  ['DSGB01 is released', 'DSGB01', 'DSGB1'],
  ['release of DSGB1.0.1', 'DSGB1.0.1', 'DSGB1'],
])('a number that is written in another way is told how to write: %s', async (name, text, id) => {
  const { findings } = await matched(suite(testcase(name)));
  expect(findings.filter(({ kind }) => kind === 'look-alike').map(({ message }) => message)).toEqual([
    `'${text}' in the name of a test looks like ${id} but is not counted: if it is meant, write the number as HMRC does ('${id}: …').`,
  ]);
});

it.each(['DSGB1a is released', 'testDSGB1S'])(
  'a number that goes on with a letter is told to set off: %s',
  async (name) => {
    const { findings } = await matched(suite(testcase(name)));
    expect(findings.filter(({ kind }) => kind === 'look-alike').map(({ message }) => message)).toEqual([
      "'DSGB1' in the name of a test runs into the letter behind it and is not counted: if it is meant, set it off ('DSGB1: …').",
    ]);
  },
);

describe('what a suite declares beyond its cases', () => {
  it('counts against the scenario that the suite names', async () => {
    const { attempts } = await matched(suite(testcase('POST IE015'), 'name="DSGB1: x" tests="1" failures="2"'));
    expect(found(attempts)).toEqual(['DSGB1 passed by suite', 'DSGB1 failed by suite']);
  });

  it('counts against every scenario of its cases when it names none', async () => {
    const { attempts } = await matched(
      suite(testcase('DSGB1') + testcase('ASGB1') + testcase('other'), 'name="pytest" tests="3" errors="1"'),
    );
    expect(found(attempts).filter((text) => text.includes('failed'))).toEqual([
      'DSGB1 failed by enclosing-suite',
      'ASGB1 failed by enclosing-suite',
    ]);
  });

  it('is tests that did not run of the scenario that a pass of them would count for', async () => {
    const { attempts } = await matched(suite(suite('', 'name="DSGB1: x" tests="2"'), 'name="PSGB1: y"'));
    expect(found(attempts)).toEqual(['DSGB1 not-run by suite']);
  });

  it('and a failure without a name may be any scenario’s, a hook of a suite without any is none’s', async () => {
    const told = async (name: string) =>
      (await matched(suite(testcase(name, '<failure/>', '')))).findings.map(({ severity, message }) => [
        severity,
        message,
      ]);
    expect(await told(' ')).toEqual([['error', expect.stringContaining("Which scenario that concerns can't be told")]]);
    expect(await told('&quot;before all&quot; hook')).toEqual([]);
  });

  it('is an error when it can be held against none: it may be any scenario', async () => {
    const { attempts, findings } = await matched(suite('', 'name="newman" tests="0" errors="2"'));
    expect(attempts).toEqual([]);
    expect(findings).toMatchObject([{ kind: 'counts', severity: 'error' }]);
  });
});

describe('the time that a report tells', () => {
  const time = async (xml: string) =>
    (await matched(xml)).attempts.map(({ reported }) => [reported?.from, reported?.text, reported?.assumedZone]);
  it('is that of the case, else of the nearest suite, else of the root', async () => {
    const own = '<testcase name="DSGB1" timestamp="2026-07-01T12:00:00Z"/>';
    expect(await time(suite(own, 'name="s" timestamp="2026-06-01T12:00:00Z"'))).toEqual([
      ['case', '2026-07-01T12:00:00Z', false],
    ]);
    const nested = suite(
      suite(testcase('DSGB1'), 'name="i" timestamp="2026-06-02T12:00:00"'),
      'name="o" timestamp="2026-06-01T12:00:00Z"',
    );
    expect(await time(nested)).toEqual([['suite', '2026-06-02T12:00:00', true]]);
    expect(await time(`<testsuites timestamp="2026-05-01T12:00:00Z">${suite(testcase('DSGB1'))}</testsuites>`)).toEqual(
      [['root', '2026-05-01T12:00:00Z', false]],
    );
    expect(await time(suite(testcase('DSGB1')))).toEqual([[undefined, undefined, undefined]]);
  });

  it('is not replaced by a kinder one when unreadable', async () => {
    const xml = suite('<testcase name="DSGB1" timestamp="soon"/>', 'name="s" timestamp="2026-06-01T12:00:00Z"');
    expect((await matched(xml)).attempts[0]?.reported).toMatchObject({
      from: 'case',
      text: 'soon',
      instant: undefined,
      assumedZone: false,
    });
  });
});

describe('what suites wrote', () => {
  const mrn = '26GB0000EXAMPLE1J9';
  const statements = (attempts: readonly Attempt[]) =>
    attempts.map((a) => a.statements.map((s) => (s.key === 'mrn' ? s.value : s.key)));

  it("is its one scenario's", async () => {
    const { attempts, findings } = await matched(
      suite(testcase('DSGB1 a') + testcase('DSGB1 b') + `<system-out>MRN=${mrn}</system-out>`),
    );
    expect(statements(attempts)).toEqual([[mrn], [mrn]]);
    expect(findings).toEqual([]);
  });

  it('is not used, and reported, when the suite has several scenarios', async () => {
    const { attempts, findings } = await matched(
      suite(testcase('DSGB1') + testcase('DSGB2') + `<system-out>MRN=${mrn}</system-out>`),
    );
    expect(statements(attempts)).toEqual([[], []]);
    expect(findings).toMatchObject([
      { kind: 'evidence', message: expect.stringMatching(/DSGB1 and DSGB2.*scenario=/) as string },
    ]);
  });

  it('is not used, and reported, when the suite has a test of no scenario, wherever inside and however it ended', async () => {
    const out = `<system-out>MRN=${mrn}\nscenario=DSGB1\nLRN=ABC1</system-out>`;
    const others = [
      testcase('a duplicate LRN is rejected'),
      '<testcase name="x"><failure/></testcase>',
      '<testcase name="x"><skipped/></testcase>',
      `<testsuite name="inner">${testcase('x')}</testsuite>`,
    ];
    for (const other of others) {
      for (const inside of [testcase('DSGB1') + other, other + testcase('DSGB1')]) {
        const { attempts, findings } = await matched(suite(inside + out));
        expect(statements(attempts)).toEqual([['lrn']]);
        expect(findings.map(({ message }) => message)).toEqual([
          expect.stringContaining('(its tests are DSGB1 and others without a number)'),
        ]);
      }
    }
    const besides = `<testsuites>${suite(testcase('DSGB1') + `<system-out>MRN=${mrn}</system-out>`)}${suite(testcase('x'))}</testsuites>`;
    expect(statements((await matched(besides)).attempts)).toEqual([[mrn]]);
  });

  it('is not used beside a test that only looks like one of a scenario, nor given to it', async () => {
    const out = `<system-out>MRN=${mrn}</system-out>`;
    const beside = await matched(suite(testcase('DSGB1: a') + testcase('testDsgb2Released') + out));
    expect(beside.attempts.map((a) => [a.scenario, a.statements.length])).toEqual([
      ['DSGB1', 0],
      ['DSGB2', 0],
    ]);
    expect(beside.findings.map(({ kind }) => kind)).toContain('evidence');
    const alone = await matched(suite(testcase('testDsgb1Fails', '<failure/>') + out));
    expect(alone.attempts.map((a) => [a.scenario, a.statements.length])).toEqual([['DSGB1', 0]]);
  });

  it('is opened by a line that only mentions one scenario, too', async () => {
    const out = `<system-out>scenario=simplified (DSGB2)\nMRN=${mrn}</system-out>`;
    const { attempts } = await matched(suite(testcase('DSGB1') + testcase('DSGB2') + out));
    expect(statements(attempts)).toEqual([[], [mrn]]);
  });

  it('is told apart by scenario= lines', async () => {
    const out = `<system-out>scenario=DSGB2\nMRN=${mrn}\nscenario=DSGB1\nLRN=ABC1\n</system-out>`;
    const { attempts, findings } = await matched(suite(testcase('DSGB1') + testcase('DSGB2') + out));
    expect(attempts.map((a) => a.statements.map(({ key }) => key))).toEqual([['lrn'], ['mrn']]);
    expect(findings).toEqual([]);
  });

  it('falls to nobody under a number that is none', async () => {
    const { attempts, findings } = await matched(
      suite(testcase('DSGB1') + `<system-out>scenario=DSGB99\nMRN=${mrn}</system-out>`),
    );
    expect(statements(attempts)).toEqual([[]]);
    expect(findings.map(({ kind }) => kind)).toContain('evidence');
  });
});

describe('a crowd of results that mention no scenario', () => {
  const crowd = (inside: string) => suite(`${inside}${testcase('x').repeat(6000)}`, 'name="crowd"');

  it('is let go, though its suite has a number that no scenario has', async () => {
    const { attempts, findings, others, file } = await matched(crowd(property('scenario', 'DSGB99')));
    expect([attempts.length, file.cases]).toEqual([0, 6000]);
    expect(findings.map(({ kind }) => kind)).toEqual(['look-alike']);
    // So that no other report takes the list of its suite for whole.
    expect(others.at(-1)?.name).toBe('1000 tests that name no scenario');
  });

  it.each([
    ['names', 'DSGB1'],
    ['may mean', 'DSGB-1'],
  ])(
    'is an error when its suite turns out to have what %s a scenario: a failure may be among those let go',
    async (_, value) => {
      const { attempts, findings } = await matched(crowd(property('scenario', value)));
      expect(attempts.length).toBe(5000);
      expect(findings.filter(({ kind }) => kind === 'unreadable')).toMatchObject([
        { severity: 'error', message: expect.stringMatching(/'crowd'/) as string },
      ]);
    },
  );

  it('never hides one that does mention a scenario', async () => {
    const { attempts } = await matched(suite(`${testcase('x').repeat(6000)}${testcase('DSGB1', '<failure/>')}`));
    expect(found(attempts)).toEqual(['DSGB1 failed by name']);
    const mapping = [{ scenario: 'DSGB2', test: 'mine*' }];
    const mapped = await matched(suite(`${testcase('x').repeat(6000)}${testcase('mine 1')}`), { mapping });
    expect(found(mapped.attempts)).toEqual(['DSGB2 passed by mapping']);
  });
});

it('numbers attempts in reading order and keeps suite path, provenance and place', async () => {
  const provenance = { artifact: 'a', artifactId: 1, runId: 2, runUrl: 'u', commit: 'c', branch: 'b' };
  const xml = `<testsuites name="root">\n${suite(`\n${testcase('DSGB1')}\n${testcase('DSGB2')}`, 'name=""')}</testsuites>`;
  const { attempts } = await matched(xml, { provenance });
  expect(attempts.map(({ order, line, suites, provenance: p }) => [order, line, suites, p?.runId])).toEqual([
    [1, 3, ['root'], 2],
    [2, 4, ['root'], 2],
  ]);
});
