import { StatementBudget } from '../../src/statements/budget.ts';
import { describe, expect, it } from 'vitest';
import type { MatchOptions } from '../../src/matching/match.ts';
import { buildProvenance } from '../builders.ts';
import { matched as matchedReport } from './matched.ts';

async function matched(inner: string, options: Partial<MatchOptions> = {}) {
  const { attempts, findings } = await matchedReport(`<testsuites>${inner}</testsuites>`, options);
  return { attempts, findings };
}

const property = (name: string, value: string) =>
  `<properties><property name="${name}" value="${value}"/></properties>`;
const test = (name: string, inner = '', className = 'c') =>
  `<testcase name="${name}" classname="${className}">${inner}</testcase>`;
const suite = (name: string, inner: string, attributes = '') =>
  `<testsuite name="${name}" ${attributes}>${inner}</testsuite>`;
const found = async (inner: string, options: Partial<MatchOptions> = {}) =>
  (await matched(inner, options)).attempts.map(
    ({ scenario, name, matchedBy, ambiguous }) =>
      `${scenario} ${name} by ${matchedBy}${ambiguous ? ' (ambiguous)' : ''}`,
  );
const messages = async (inner: string, options: Partial<MatchOptions> = {}) =>
  (await matched(inner, options)).findings.map(({ message }) => message);

describe('an attempt', () => {
  it('has of its result what there is, and nothing else', async () => {
    const { attempts } = await matched(suite('s', `\n${test('DSGB1: x', '<failure message="boom"/>', 'a.B')}`));
    expect(attempts[0]?.named).toBe(attempts[0]?.decision?.because[0]);
    expect(attempts.map(({ named: _place, ...rest }) => rest)).toEqual([
      {
        scenario: 'DSGB1',
        matchedBy: 'name',
        ambiguous: false,
        decision: {
          rule: 'own-leads',
          passes: 'DSGB1',
          fails: ['DSGB1'],
          because: [expect.objectContaining({ kind: 'name', text: '' })],
        },
        suites: ['s'],
        order: 1,
        file: 'results/report.xml',
        line: 2,
        className: 'a.B',
        name: 'DSGB1: x',
        outcome: 'failed',
        flaky: false,
        message: 'boom',
        statements: [],
        dropped: undefined,
      },
    ]);
    expect(attempts[0]?.declared).toBeUndefined();
  });

  it('has message, time and origin where there are any', async () => {
    const first = async (options: Partial<MatchOptions>, attributes = '') =>
      (await matched(suite('s', test('DSGB1'), attributes), options)).attempts[0];
    const bare = await first({});
    expect([bare?.message, bare?.reported, bare?.provenance]).toEqual([undefined, undefined, undefined]);
    const provenance = buildProvenance();
    const full = await first({ provenance }, 'timestamp="2026-07-01T12:00:00"');
    expect(full?.provenance).toEqual(provenance);
    expect(full?.reported?.text).toBe('2026-07-01T12:00:00');
  });

  it('hears what its name says, in the zone given, beside what it wrote', async () => {
    const name = 'DSGB1: LRN MYLRN77 sent, IE015 2026-07-01 12:00:05';
    const { attempts } = await matched(suite('s', test(name, property('mrn', '26GB0000EXAMPLE1J9'))), {
      timeZone: 'Europe/Berlin',
    });
    expect(attempts[0]?.statements.map(({ key, source }) => [key, source])).toEqual([
      ['mrn', 'property'],
      ['lrn', 'name'],
      ['message', 'name'],
    ]);
    expect(attempts[0]?.statements[2]).toMatchObject({ at: Date.UTC(2026, 6, 1, 10, 0, 5), assumedZone: true });
  });

  it('hears its output in the zone given', async () => {
    const output = '<system-out>IE015=2026-07-01 12:00:05</system-out>';
    const { attempts } = await matched(suite('s', test('DSGB1', output)), { timeZone: 'Europe/Berlin' });
    expect(attempts[0]?.statements[0]).toMatchObject({ at: Date.UTC(2026, 6, 1, 10, 0, 5) });
  });

  it('leaves suites without a name out of its path', async () => {
    const { attempts } = await matched(suite('a', suite(' ', suite('b', test('DSGB1')))));
    expect(attempts[0]?.suites).toEqual(['a', 'b']);
  });

  it('that a suite declares says nothing of its own name', async () => {
    const { attempts } = await matched(suite('DSGB1: MRN 26GB0000EXAMPLE1J9', '', 'tests="0" failures="1"'));
    expect(attempts.map(({ declared, statements }) => [declared, statements])).toEqual([['failures', []]]);
  });
});

describe('several numbers', () => {
  it('are told with what became of the result', async () => {
    expect(await messages(suite('s', test('DSGB1 or DSXI1')))).toEqual([
      "'DSGB1 or DSXI1': it names DSGB1 and DSXI1 and doesn't say which it is, so it counts for none." +
        " Lead with the number and a colon ('DSGB1: …') or give the test a property 'scenario'.",
    ]);
    expect((await messages(suite('s', test('DSGB1 or DSXI1', '<failure/>'))))[0]).toContain(
      'its failure counts against DSGB1 and DSXI1.',
    );
    expect((await messages(suite('s', test('', '', 'DSGB1 or DSXI1'))))[0]).toMatch(/^'DSGB1 or DSXI1': it names/);
  });

  it('of the mapping make it ambiguous, and doubt does, too', async () => {
    const mapping = [
      { scenario: 'DSGB1', test: 'mine*' },
      { scenario: 'DSXI1', test: '*x' },
    ] as const;
    expect(await found(suite('s', test('mine') + test('mine x')), { mapping })).toEqual([
      'DSGB1 mine by mapping',
      'DSGB1 mine x by mapping (ambiguous)',
      'DSXI1 mine x by mapping (ambiguous)',
    ]);
    expect(await found(suite('s', test('mine', property('scenario', 'DSGB99'))), { mapping })).toEqual([
      'DSGB1 mine by mapping (ambiguous)',
    ]);
  });

  it('of suite and test contradict each other, unless the test names several or the same', async () => {
    const inside = (name: string) => found(suite('s', property('scenario', 'DSGB1') + test(name)));
    expect(await inside('plain')).toEqual(['DSGB1 plain by property']);
    expect(await inside('DSGB1 again')).toEqual(['DSGB1 DSGB1 again by name']);
    expect(await inside('DSGB2 x')).toEqual([
      'DSGB2 DSGB2 x by name (ambiguous)',
      'DSGB1 DSGB2 x by property (ambiguous)',
    ]);
    const elsewhere = [
      'DSGB2 DSGB2: unlike DSGB4 by name (ambiguous)',
      'DSGB1 DSGB2: unlike DSGB4 by property (ambiguous)',
    ];
    expect(await inside('DSGB2: unlike DSGB4')).toEqual(elsewhere);
    expect((await inside('DSGB2 or DSGB4'))[0]).toEqual('DSGB1 DSGB2 or DSGB4 by property');
  });

  it('that a suite gives as a number that is none cast doubt on what stands further out', async () => {
    const inner = suite('s', property('scenario', 'DSGB99') + test('x'));
    expect(await found(suite('DSGB1: o', inner))).toEqual(['DSGB1 x by suite (ambiguous)']);
    expect((await messages(suite('DSGB1: o', inner))).join()).toContain("the suite's property 'scenario'");
    expect(await found(suite('s', property('scenario', 'DSGB99') + test('DSGB1: x')))).toEqual([
      'DSGB1 DSGB1: x by name',
    ]);
  });

  it('of a line that a test prints count like a property, but contradict its name', async () => {
    const printing = (name: string, output: string) =>
      found(suite('s', test(name, `<system-out>${output}</system-out>`)));
    expect(await printing('plain', 'scenario=DSGB1')).toEqual(['DSGB1 plain by property']);
    expect(await printing('DSGB1: x', 'scenario=DSGB1')).toEqual(['DSGB1 DSGB1: x by property']);
    expect(await printing('DSGB2: x', 'scenario=DSGB1')).toEqual([
      'DSGB1 DSGB2: x by property (ambiguous)',
      'DSGB2 DSGB2: x by name (ambiguous)',
    ]);
    expect(await printing('DSGB2: x', '[[PROPERTY|scenario=DSGB1]]')).toHaveLength(2);
    expect(await printing('DSGB2: x', 'scenario=DSGB99')).toEqual(['DSGB2 DSGB2: x by name (ambiguous)']);
  });

  it('of a line that a test prints are not certain where anything else leads with another', async () => {
    const output = '<system-out>scenario=DSGB1</system-out>';
    const ofBoth = async (inner: string, options: Partial<MatchOptions> = {}) =>
      (await found(inner, options)).map((text) => text.replace(/ x by \w+/, '')).toSorted();
    const both = ['DSGB1 (ambiguous)', 'DSGB2 (ambiguous)'];
    const plain = suite('s', test('x', output));
    expect(await ofBoth(suite('s', property('scenario', 'DSGB2') + test('x', output)))).toEqual(both);
    expect(await ofBoth(plain, { mapping: [{ scenario: 'DSGB2', test: 'x' }] })).toEqual(both);
    expect(await ofBoth(suite('s', test('x', output, 'a.DSGB2')))).toEqual(both);
    expect(await ofBoth(suite('DSGB2', suite('s', test('x', output))))).toEqual(both);
    expect(await ofBoth(suite('s', test('x', output.replace('scen', 'display-name: DSGB2: y\nscen'))))).toEqual(both);
    expect(await ofBoth(plain, { file: 'dsgb2.xml' })).toEqual(both);
    // The nearest place that leads decides, and a place that names several contradicts nothing.
    expect((await ofBoth(suite('DSGB2', suite('DSGB1', test('x', output)))))[0]).toBe('DSGB1');
    expect((await ofBoth(suite('DSGB2 and DSGB4', test('x', output))))[0]).toBe('DSGB1');
    expect(await ofBoth(plain, { file: 'dsgb1.xml' })).toEqual(['DSGB1']);
  });

  it('in a sentence that a test prints prove nothing, but a failure counts', async () => {
    const saying = (output: string, inner = '') =>
      found(suite('s', test('x', `${inner}<system-out>${output}</system-out>`)));
    for (const sentence of [
      'see scenario=DSGB1 for more',
      'usage: run --filter scenario=DSGB1',
      // A word before it may be a logger or a stream, but as well the beginning of a sentence or a usage text.
      'runner scenario=DSGB1',
      'stdout: scenario=DSGB1',
      'Example: scenario=DSGB1',
      'not scenario=DSGB1',
      'scenario=DSGB1 is not configured here',
      'INFO [main] scenario=DSGB1 skipped',
      'scenario = DSGB1 runs the first of them',
      'scenario = DSGB1 (default)',
      'scenario=DSGB1: skipped',
      '{"scenario":"DSGB1 (not run)"}',
      'Scenario: DSGB1 is not covered here',
      "Scenario: DSGB1 isn't covered here",
      'Scenario: DSGB1 - not covered here',
      '12:00:05 INFO [main] - Scenario: DSGB1 [skipped]',
    ]) {
      expect(await saying(sentence)).toEqual(['DSGB1 x by property (ambiguous)']);
      expect(await saying(sentence, '<failure/>')).toEqual(['DSGB1 x by property']);
    }
    for (const heading of [
      'scenario=DSGB1',
      '2026-07-01T12:00:05Z INFO [main] uk.co.Departures - scenario=DSGB1',
      'level=info scenario=DSGB1',
      'level=info scenario=DSGB1 step=release',
      'scenario=DSGB1, step 1',
      'scenario=DSGB1: released for transit',
      'scenario=DSGB1 - released for transit',
      'scenario=DSGB1 (simplified)',
      'scenario=DSGB1-default',
      '"scenario=DSGB1"',
      'Scenario: DSGB1 is released for transit',
      'Scenario: DSGB1 Notification of goods that are not released',
      'Scenario: DSGB1 is not covered here\nLRN=ABC-0001',
      '{"level":"info","scenario":"DSGB1"}',
      'the client says scenario=DSGB1\nLRN=ABC-0001',
      'stdout: scenario=DSGB1\nLRN=ABC-0001',
      'transit.runner: scenario=DSGB1',
      '[runner] scenario=DSGB1',
    ]) {
      expect(await saying(heading.replaceAll('"', '&quot;'))).toEqual(['DSGB1 x by property']);
    }
  });

  it('that a display name leads with contradict the property of the suite', async () => {
    const output = '<system-out>display-name: DSGB2: x</system-out>';
    expect(await found(suite('s', property('scenario', 'DSGB1') + test('x', output)))).toEqual([
      'DSGB2 x by name (ambiguous)',
      'DSGB1 x by property (ambiguous)',
    ]);
  });

  it('that stand in an LRN are none', async () => {
    const output = '<system-out>LRN=DSGB1-0001 IE015=2026-07-01T12:00:05Z</system-out>';
    expect(await found(suite('s', test('plain', output)))).toEqual([]);
    expect(await found(suite('s', property('lrn', 'DSGB1/A7') + test('plain')))).toEqual([]);
  });

  it('beside what only looks like one cast no doubt', async () => {
    const inner = suite('s', test('x', property('scenario', 'DSGB1: like DSGB99')));
    expect(await found(inner)).toEqual(['DSGB1 x by property']);
    expect(await messages(inner)).toEqual([]);
  });

  it('of a marker in the output of a suite are as good as its property, a mere line is not', async () => {
    const saying = (output: string) => suite('s', `${test('x')}<system-out>${output}</system-out>`);
    expect(await found(saying('[[PROPERTY|scenario=DSGB1]]'))).toEqual(['DSGB1 x by property']);
    expect(await found(saying('scenario=DSGB1'))).toEqual([]);
  });
});

describe('the file name', () => {
  it('is what stands behind the last slash', async () => {
    const file = (name: string) => found(suite('s', test('x')), { file: name });
    expect(await file('dsgb1.xml')).toEqual(['DSGB1 x by file']);
    expect(await file('a/dsgb1.xml')).toEqual(['DSGB1 x by file']);
    expect(await file('dsgb1/x.xml')).toEqual([]);
    expect(await file('a/dsgb1/x.xml')).toEqual([]);
  });
});

describe('a crowd', () => {
  const crowd = test('t').repeat(5001);

  it('keeps what the mapping, a suite or the file name makes a test of a scenario, however late', async () => {
    const last = (inner: string, options: Partial<MatchOptions> = {}) =>
      found(suite('s', crowd) + inner, options).then((all) => all.at(-1));
    expect(await last(suite('x', test('mine')), { mapping: [{ scenario: 'DSGB1', test: 'mine' }] })).toBe(
      'DSGB1 mine by mapping',
    );
    expect(await last(suite('x', suite('DSGB1', test('a'))))).toBe('DSGB1 a by suite');
    expect(await last(suite('DSGB1', suite('x', test('a'))))).toBe('DSGB1 a by suite');
    expect(await last(suite('x', test('a', property('scenario', 'DSGB1'))))).toBe('DSGB1 a by property');
    expect(await last(suite('x', test('a', '<system-out>display-name: DSGB1: y</system-out>')))).toBe(
      'DSGB1 a by name',
    );
    expect(await last(suite('x', test('DSGB1 a')))).toBe('DSGB1 DSGB1 a by name');
    expect(await last(suite('x', test('a', '', 'DSGB1')))).toBe('DSGB1 a by class');
    expect(await last(suite('DSGB1', '', 'tests="0" errors="2"'))).toMatch(/^DSGB1 .+ by suite$/);
    expect(await found(suite('s', crowd), { file: 'dsgb1.xml' })).toHaveLength(5001);
  });

  it('is let go without a word, mapping or not, where it concerns no scenario', async () => {
    const mapping = [{ scenario: 'DSGB1', test: 'mine' }] as const;
    expect(await matched(suite('s', crowd), { mapping })).toEqual({ attempts: [], findings: [] });
    expect(await matched(suite('s', crowd))).toEqual({ attempts: [], findings: [] });
  });

  it('keeps what a suite of no scenario declares: a failure may be any one’s', async () => {
    const { findings } = await matched(suite('s', crowd) + suite('x', '', 'tests="0" errors="2"'));
    expect(findings).toMatchObject([{ kind: 'counts', severity: 'error' }]);
  });

  it('is told of with the line of the first that was let go', async () => {
    const inner = suite('s', `${property('scenario', 'DSGB1')}${`\n${test('t')}`.repeat(5003)}`);
    expect((await matched(inner)).findings).toEqual([
      {
        kind: 'unreadable',
        severity: 'error',
        place: { file: 'results/report.xml', line: 5002 },
        message: "The suite 's' gives its scenario to more tests than can be told apart (5000 in a report).",
        next: 'Put the number into the names of the tests.',
      },
    ]);
  });

  it('still tells look-alikes late in the report', async () => {
    expect(await messages(suite('s', crowd + test('DSGB99 x')))).toHaveLength(1);
  });
});

describe('more results than there is room for', () => {
  const results = (count: number) => suite('s', `\n${test('DSGB1')}`.repeat(count));

  it('are not looked at, and an error from the first of them on', async () => {
    const { attempts, findings } = await matched(results(4), { room: 2 });
    expect(attempts).toHaveLength(2);
    expect(findings).toEqual([
      {
        kind: 'unreadable',
        severity: 'error',
        place: { file: 'results/report.xml', line: 4 },
        message:
          'The reports have more than 100000 results that may concern scenarios; results from here on are not looked at.',
        next: 'Narrow the results globs to the reports of Trader Test.',
      },
    ]);
  });

  it('are so, too, when the results before state so much that not even names of scenarios can be kept', async () => {
    const budget = new StatementBudget();
    const names = { key: 'scenario', value: 'DSGB1', source: 'line', derived: false, line: 1, heading: false } as const;
    budget.take({ statements: Array.from({ length: 70_000 }, () => names), dropped: undefined });
    const { attempts, findings } = await matched(results(2), { budget });
    expect(attempts).toEqual([]);
    expect(findings).toMatchObject([
      {
        message:
          'The reports name scenarios and movements more than 70000 times; results from here on are not looked at.',
        place: { line: 2 },
      },
    ]);
  });

  it('are none as long as there is just enough', async () => {
    expect((await matched(results(2), { room: 2 })).findings).toEqual([]);
  });
});

describe('many findings of one sort', () => {
  it('are told up to fifty, then how many more', async () => {
    const names = (count: number) => messages(suite('s', `\n${test('DSXI1 or DSGB1')}`.repeat(count)));
    expect(await names(50)).toHaveLength(50);
    const all = await names(53);
    expect(all).toHaveLength(51);
    expect(all.at(-1)).toBe(
      "3 more like this, the first of them here: 'DSXI1 or DSGB1': it names DSXI1 and DSGB1 and doesn't say " +
        "which it is, so it counts for none. Lead with the number and a colon ('DSXI1: …') or give the test a property 'scenario'.",
    );
    const { findings } = await matched(suite('s', `\n${test('DSXI1 or DSGB1')}`.repeat(53)));
    expect(findings.at(-1)).toMatchObject({
      kind: 'ambiguous',
      severity: 'warning',
      place: { file: 'results/report.xml', line: 52 },
    });
  });

  it('leave room for those of another', async () => {
    const inner = suite('s', test('DSXI1 or DSGB1').repeat(60)) + suite('t', '', 'tests="0" errors="2"');
    expect((await matched(inner)).findings.map(({ kind }) => kind).filter((kind) => kind === 'counts')).toHaveLength(1);
  });
});

describe('what suites wrote', () => {
  const saying = (name: string, tests: string, output: string) =>
    suite(name, `${tests}<system-out>${output}</system-out>`);
  const statements = async (inner: string) =>
    (await matched(inner)).attempts.map(({ scenario, name, statements: said }) => [
      `${scenario} ${name}`,
      said.map((one) => ('value' in one ? one.value : one.key)),
    ]);

  it('is for the tests inside of it only, also inside of suites in it', async () => {
    const inner =
      saying('s', test('DSGB1: in') + suite('deep', test('DSGB1: deep')), 'LRN=A-0001') +
      suite('t', test('DSGB1: out'));
    expect(await statements(inner)).toEqual([
      ['DSGB1 DSGB1: in', ['A-0001']],
      ['DSGB1 DSGB1: deep', ['A-0001']],
      ['DSGB1 DSGB1: out', []],
    ]);
  });

  it('adds up over suites, from the inside out', async () => {
    const inner = saying('o', saying('i', test('DSGB1'), 'LRN=A-0001'), 'LRN=B-0002');
    expect(await statements(inner)).toEqual([['DSGB1 DSGB1', ['A-0001', 'B-0002']]]);
    expect(await messages(inner)).toEqual([]);
  });

  it('in sections adds up, too', async () => {
    const output = 'LRN=A-0001\nscenario=DSGB1\nLRN=B-0002\nscenario=DSGB2\nscenario=DSGB1\nLRN=C-0003';
    expect(await statements(saying('s', test('DSGB1'), output))).toEqual([
      ['DSGB1 DSGB1', ['A-0001', 'B-0002', 'C-0003']],
    ]);
  });

  it('is not for what the suite declares', async () => {
    const inner = suite('s', `${test('DSGB1')}<system-out>LRN=A-0001</system-out>`, 'tests="1" failures="2"');
    const { attempts } = await matched(inner);
    expect(attempts.map(({ declared, statements: said }) => [declared !== undefined, said.length])).toEqual([
      [false, 1],
      [true, 0],
    ]);
  });

  it('is reported where nobody can tell whose it is, with kinds, suite, tests and line', async () => {
    const unclear = `${test('DSGB1') + test('DSGB2')}<system-out>\nMRN=26GB0000EXAMPLE1J9\nIE015=2026-07-01T12:00:05Z</system-out>`;
    expect((await matched(suite('s', unclear))).findings).toEqual([
      {
        kind: 'evidence',
        severity: 'warning',
        place: { file: 'results/report.xml', line: 2 },
        message:
          "MRN, IE015 in the output of suite 's' can't be assigned to one scenario (its tests are DSGB1 and DSGB2), so it is not " +
          "used. Write 'scenario=…' on a line before it, or give it to the test itself.",
      },
    ]);
    const one = await messages(saying('s', test('DSGB1'), 'scenario=DSGB2\nLRN=A-0001'));
    expect(one).toEqual([
      "LRN in the output of suite 's' can't be assigned to one scenario, so it is not used. " +
        "Write 'scenario=…' on a line before it, or give it to the test itself.",
    ]);
    expect(await messages(saying('s', test('DSGB1'), 'scenario=DSGB1 and DSGB2\nLRN=A-0001'))).toHaveLength(1);
    expect(await messages(saying('s', test('DSGB1') + test('DSGB2'), 'nothing of note'))).toEqual([]);
    expect(await messages(saying('s', test('DSGB1') + test('DSGB2'), 'display-name: x'))).toEqual([]);
    expect((await messages(saying('', test('DSGB1') + test('DSGB2'), 'LRN=A-0001'))).join()).toMatch(
      /^LRN in the output of the whole report can't be assigned/,
    );
    const lrns = Array.from({ length: 10_001 }, (_, index) => `LRN=A-${index}`).join('\n');
    expect((await messages(saying('s', test('DSGB1') + test('DSGB2'), lrns))).join()).toMatch(
      /^LRN in the output of suite 's'/,
    );
  });
});

describe('what a suite declares', () => {
  it('is for the scenarios of the cases inside of it, not of those beside it', async () => {
    const declaring = suite('d', test('DSGB1: in'), 'tests="1" failures="3"');
    expect(await found(suite('DSGB2', test('b')) + declaring)).toEqual([
      'DSGB2 b by suite',
      'DSGB1 DSGB1: in by name',
      expect.stringMatching(/^DSGB1 .+ by enclosing-suite$/),
    ]);
  });

  it('is nobody’s where only another declares something inside of it', async () => {
    const inner = suite('all', suite('DSGB1', '', 'tests="0" failures="1"'), 'tests="0" failures="3"');
    const { attempts, findings } = await matched(inner);
    expect(attempts.map(({ scenario, matchedBy }) => [scenario, matchedBy])).toEqual([['DSGB1', 'suite']]);
    expect(findings).toMatchObject([{ kind: 'counts', severity: 'error' }]);
  });

  it('does not contradict the property of the suite by its title', async () => {
    const inner = suite('DSGB2: x', property('scenario', 'DSGB1') + test('plain'), 'tests="1" failures="2"');
    expect((await found(inner)).filter((text) => !text.endsWith('(ambiguous)'))).toEqual([
      'DSGB1 plain by property',
      expect.stringMatching(/^DSGB1 The suite .+ by property$/),
      // A failure counts against all that it could concern.
      expect.stringMatching(/^DSGB2 The suite .+ by suite$/),
    ]);
  });

  it('is told in its own words where it has any', async () => {
    const saying = async (message: string) =>
      (await messages(suite('s', `${test('x')}<failure message="${message}"/>`)))[0]?.replace(/ Look into.*$/, '');
    const rest = "Which scenario that concerns can't be told from its names.";
    expect(await saying('Connection refused')).toBe(`Connection refused. ${rest}`);
    expect(await saying('Connection refused.')).toBe(`Connection refused. ${rest}`);
    expect(await saying('Timed out!')).toBe(`Timed out. ${rest}`);
  });

  it('and is no failure is a warning, a failure an error, with what is known of it', async () => {
    const findings = async (attributes: string) =>
      (await matched(suite('s', test('x'), attributes))).findings.map(({ severity, message }) => [severity, message]);
    const [failures] = await findings('tests="1" failures="3"');
    expect(failures?.[0]).toBe('error');
    expect(failures?.[1]).toMatch(/\w\. Which scenario that concerns can't be told from its names\. Look into/);
    const [tests] = await findings('tests="3"');
    expect(tests?.[0]).toBe('warning');
    expect(tests?.[1]).toMatch(/\w\. Which scenario that concerns can't be told from its names\. Look into/);
  });
});

it('what is wrong with matching is told with the line where it begins', async () => {
  const disputed = `\n<testcase name="DSGB2">${property('scenario', 'DSGB1')}</testcase>`;
  const container =
    '\n<testcase name="[DSGB4]" classname="c"/>\n<testcase name="a part" classname="c"><failure/></testcase>';
  const nothingTested = '\n<testcase name="DSGB5" assertions="0"/>';
  const lookAlike = '\n<testcase name="testDsgb6Released"/>';
  const { findings } = await matched(suite('s', disputed + container + nothingTested + lookAlike));
  const places = findings.map(({ place, message }) => [place?.file, place?.line, message.slice(0, 30)]);
  expect(places).toEqual([
    ['results/report.xml', 2, "'DSGB2': its property 'scenari"],
    ['results/report.xml', 4, "'a part' failed beside '[DSGB4"],
    ['results/report.xml', 5, "'DSGB5' passed and reports tha"],
    ['results/report.xml', 6, "'Dsgb6' in the name of a test "],
  ]);
});
