import { readdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reasonsOf } from '../src/assessment/assessment.ts';
import type { Finding } from '../src/finding.ts';
import { problemsOf } from './assessment/inputs.ts';
import { z } from 'zod';
import type { Assessment } from '../src/assessment/assessment.ts';
import { check } from './check.ts';
import type { Attempt } from '../src/matching/attempt.ts';
import type { StatementSource } from '../src/statements/statement.ts';
import { readSettings } from '../src/settings/read.ts';
import { NOW } from './builders.ts';
import { freshFolder } from './harness/process.ts';

/** The pages that tell users of each tool how to name tests and hand evidence over. */
const pages = fileURLToPath(new URL('../.github/recipes/', import.meta.url));
/** What the pages show, and what the tools wrote when it ran: see manifest.md there. */
const fixtures = fileURLToPath(new URL('./fixtures/recipes/', import.meta.url));

interface Recipe {
  /** The page has its name; the first report too. */
  readonly tool: string;
  /** Reports beside `<tool>.xml`. */
  readonly more?: readonly string[];
  /** Files that the page shows, word for word. */
  readonly shows: readonly string[];
  readonly matchedBy: Attempt['matchedBy'];
  /** Where MRN and LRN are found, and where the times of the messages. */
  readonly evidence: StatementSource;
  readonly times?: StatementSource;
  /** What the report itself says of the time: with offset, without, or nothing. */
  readonly clock: 'offset' | 'bare' | 'none';
  /** Not run here: its report is made after the format that the tool's source or documentation describes. */
  readonly notRun?: true;
}

const recipes: readonly Recipe[] = [
  { tool: 'pytest', shows: ['test_departures.py'], matchedBy: 'name', evidence: 'property', clock: 'bare' },
  {
    tool: 'surefire',
    shows: ['src/test/java/DeparturesTest.java'],
    matchedBy: 'name',
    evidence: 'line',
    times: 'api-json',
    clock: 'none',
    notRun: true,
  },
  {
    tool: 'gradle',
    shows: ['src/test/java/DeparturesTest.java'],
    matchedBy: 'name',
    evidence: 'line',
    times: 'api-json',
    clock: 'bare',
  },
  {
    tool: 'junit5-console',
    shows: ['DeparturesTest.java'],
    matchedBy: 'name',
    evidence: 'line',
    times: 'api-json',
    clock: 'bare',
  },
  { tool: 'newman', shows: [], matchedBy: 'suite', evidence: 'name', clock: 'offset' },
  {
    tool: 'bruno',
    shows: ['DSGB1 Simplified departure/01- GET departure.bru', 'DSGB1 Simplified departure/02- GET messages.bru'],
    matchedBy: 'class',
    evidence: 'name',
    clock: 'bare',
  },
  { tool: 'playwright', shows: ['departures.spec.mjs'], matchedBy: 'name', evidence: 'property', clock: 'offset' },
  { tool: 'vitest', shows: ['departures.test.mjs'], matchedBy: 'name', evidence: 'property', clock: 'offset' },
  {
    tool: 'jest',
    shows: ['departures.test.js', 'jest.config.js'],
    matchedBy: 'name',
    evidence: 'line',
    clock: 'bare',
  },
  { tool: 'mocha', shows: ['departures.test.mjs'], matchedBy: 'name', evidence: 'line', clock: 'bare' },
  { tool: 'node-test', shows: ['departures.test.mjs'], matchedBy: 'name', evidence: 'comment', clock: 'none' },
  {
    tool: 'cucumber-js',
    more: ['cucumber-js-evidence.xml'],
    shows: ['features/departures.feature', 'features/steps/departures.mjs'],
    matchedBy: 'name',
    evidence: 'property',
    clock: 'offset',
  },
  { tool: 'phpunit', shows: ['DeparturesTest.php'], matchedBy: 'name', evidence: 'line', clock: 'none' },
  { tool: 'bats', shows: ['departures.bats'], matchedBy: 'name', evidence: 'line', clock: 'bare' },
  {
    tool: 'dotnet',
    shows: ['DeparturesTests.cs'],
    matchedBy: 'property',
    evidence: 'line',
    clock: 'bare',
    notRun: true,
  },
  {
    tool: 'karate',
    shows: ['departures.feature'],
    matchedBy: 'name',
    evidence: 'name',
    clock: 'none',
    notRun: true,
  },
];

const tools = recipes.map(({ tool }) => tool);

/** The movement of the stand-in API, trader-test.mjs. */
const mrn = '26GB00000RECIPE1J4';
const lrn = 'RECIPE20261120A1';
const messages = {
  IE015: '2026-11-20T09:00:05.120Z',
  IE928: '2026-11-20T09:01:10.431Z',
  IE028: '2026-11-20T09:03:40.007Z',
  IE029: '2026-11-20T09:46:12.552Z',
};

/** What is said of reports and scenarios: everything but open questions of the form. */
function told({ findings }: Assessment): readonly Finding[] {
  return findings.filter(({ kind }) => kind !== 'form');
}

function isCleanlyReady(assessment: Assessment): boolean {
  return assessment.verdict === 'ready' && told(assessment).length === 0;
}

/** Software with standard departures under the simplified procedure: DSGB1 is all that it needs. */
async function checked(workspace: string, reports: readonly string[], zone = 'UTC'): Promise<Assessment> {
  const values = {
    results: reports.join('\n'),
    programme: 'ncts5',
    flows: 'standard-departure',
    procedures: 'simplified',
    'as-of': new Date(NOW).toISOString(),
    'time-zone': zone,
    'fail-on': 'missing, failed, stale, unreadable, evidence',
  };
  const read = await readSettings({ values, host: 'action', workspace, now: Date.now() });
  if ('findings' in read) throw new Error(JSON.stringify(read.findings));
  return check(read.settings, { now: NOW });
}

/** One scenario of an assessment, as far as a report decides it. */
function departure(assessment: Assessment) {
  const scenario = assessment.scenarios.get('DSGB1');
  if (scenario === undefined) throw new Error('DSGB1 was not found.');
  return scenario;
}

const pageOf = (tool: string): string => readFileSync(path.join(pages, `${tool}.md`), 'utf8');

/** What stands in the fences of a page. */
function codeBlocks(page: string): readonly string[] {
  return [...page.matchAll(/^(?<fence>```+)[^\n]*\n(?<code>[\s\S]*?)^\k<fence>$/gm)].map(
    ({ groups }) => groups?.['code'] ?? '',
  );
}

describe('the recipe for', () => {
  it.each(recipes)('$tool makes DSGB1 ready with all that the form asks for', async (recipe) => {
    const { tool, more = [], evidence, times = evidence, matchedBy } = recipe;
    const assessment = await checked(fixtures, [`${tool}.xml`, ...more]);
    expect(assessment.verdict).toBe('ready');
    expect(told(assessment)).toEqual([]);
    expect(assessment.files.map(({ path: file, problem }) => [file, problem])).toEqual(
      [`${tool}.xml`, ...more].toSorted().map((file) => [file, undefined]),
    );
    expect([...assessment.scenarios.keys()]).toEqual(['DSGB1']);
    const scenario = departure(assessment);
    expect(scenario).toMatchObject({ status: 'passed', undated: false, testedAt: Date.parse(messages.IE015) });
    expect(scenario.counted.map(({ attempt }) => attempt.matchedBy)).toContain(matchedBy);
    expect(scenario.evidence.mrn).toMatchObject({ value: mrn, source: evidence });
    expect(scenario.evidence.lrn).toMatchObject({ value: lrn, source: evidence });
    const found = [...scenario.evidence.messages].map(([type, { value, source, assumedZone }]) => [
      type,
      { at: new Date(value).toISOString(), source, assumedZone },
    ]);
    const expected = Object.entries(messages).map(([type, at]) => [type, { at, source: times, assumedZone: false }]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  it.each(recipes)('$tool leaves a report whose clock is: $clock', async ({ tool, clock }) => {
    const { counted } = departure(await checked(fixtures, [`${tool}.xml`]));
    const clocks = counted.map(({ attempt: { reported } }) => {
      if (reported === undefined) return 'none';
      expect(reported.instant).toBeDefined();
      return reported.assumedZone ? 'bare' : 'offset';
    });
    expect(new Set(clocks)).toEqual(new Set([clock]));
  });

  it.each(recipes)('$tool is not moved by the time zone that is set', async ({ tool, more = [] }) => {
    const assessment = await checked(fixtures, [`${tool}.xml`, ...more], 'Asia/Tokyo');
    expect(departure(assessment).testedAt).toBe(Date.parse(messages.IE015));
  });
});

describe('the page of', () => {
  it.each(recipes)('$tool shows what ran, word for word', ({ tool, shows }) => {
    const blocks = codeBlocks(pageOf(tool));
    for (const file of shows) expect(blocks).toContain(readFileSync(path.join(fixtures, tool, file), 'utf8'));
  });

  it('newman shows the scripts of the collection', () => {
    const script = z.object({ script: z.object({ exec: z.array(z.string()) }) });
    const request = z.object({ event: z.tuple([script]) });
    const collection = z.object({ item: z.tuple([z.object({ item: z.array(request) })]) });
    const json: unknown = JSON.parse(
      readFileSync(path.join(fixtures, 'newman', 'trader-test.postman_collection.json'), 'utf8'),
    );
    const [folder] = collection.parse(json).item;
    const scripts = folder.item.map(({ event: [{ script: only }] }) => `${only.exec.join('\n')}\n`);
    expect(scripts).toHaveLength(2);
    expect(codeBlocks(pageOf('newman'))).toEqual(expect.arrayContaining(scripts));
  });

  it.each(recipes)('$tool says whether it ran here', ({ tool, notRun }) => {
    expect(pageOf(tool).includes('not run here')).toBe(notRun === true);
  });

  it.each(recipes)('$tool names the report that its command writes', ({ tool }) => {
    expect(pageOf(tool)).toMatch(/^results: .*\.xml$/m);
  });

  it('every tool is in the index, with nothing beside', () => {
    const files = readdirSync(pages).filter((file) => file !== 'README.md' && file.endsWith('.md'));
    expect(files.toSorted()).toEqual(tools.map((tool) => `${tool}.md`).toSorted());
    const links = [...readFileSync(path.join(pages, 'README.md'), 'utf8').matchAll(/\]\((?<to>[\w-]+\.md)\)/g)];
    expect(new Set(links.map(({ groups }) => groups?.['to']))).toEqual(new Set(files));
  });
});

describe('the settings that pages name', () => {
  const schema = z
    .looseObject({ properties: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(path.join(pages, '../ncts5.schema.json'), 'utf8')));
  const validate = new Ajv({ allowUnionTypes: true }).compile(schema);

  /** Keys in the running text: 'set `time-zone`', '`scenarios` in the configuration file'. */
  function named(page: string): readonly string[] {
    const shapes = [/\b(?:set|setting|key|under|read in) `([a-z-]+)`/g, /`([a-z-]+)` (?:in|of) the configuration/g];
    return shapes.flatMap((shape) => [...page.matchAll(shape)].map(([, key = '']) => key));
  }

  it.each(['README', ...tools])('%s: are those of the schema', (tool) => {
    expect(named(pageOf(tool)).filter((key) => !(key in schema.properties))).toEqual([]);
    const files = [...pageOf(tool).matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, text = '']) => text);
    for (const text of files) expect([validate(parse(text)), validate.errors], text).toEqual([true, null]);
  });

  it('are found in the text', () => {
    expect(named(pageOf('README'))).toEqual(expect.arrayContaining(['scenarios', 'time-zone']));
    expect(named('Keep them with `mapping` in the configuration file.')).toEqual(['mapping']);
  });
});

describe('what the pages warn of', () => {
  async function changed(report: string, change: (xml: string) => string): Promise<Assessment> {
    const xml = await readFile(path.join(fixtures, report), 'utf8');
    const other = change(xml);
    expect(other).not.toBe(xml);
    const workspace = freshFolder('recipes');
    await writeFile(path.join(workspace, 'report.xml'), other);
    return checked(workspace, ['report.xml']);
  }

  const method = 'DSGB1_simplified_departure_is_released';

  it('Surefire 2 keeps no output of tests that pass: found, but undated and without evidence', async () => {
    const assessment = await checked(fixtures, ['surefire-2.xml']);
    expect(departure(assessment)).toMatchObject({ status: 'stale', undated: true, evidence: { mrn: undefined } });
    expect(reasonsOf(assessment)).toMatchObject([{ kind: 'stale' }]);
  });

  it('Surefire with phrased names writes the display name, which counts as well', async () => {
    const phrased = await changed('surefire.xml', (xml) =>
      xml.replace(method, 'DSGB1: simplified departure is released'),
    );
    expect(phrased).toSatisfy(isCleanlyReady);
  });

  it.each(['dsgb1SimplifiedDepartureIsReleased', 'testDsgb1SimplifiedDeparture', 'shouldReleaseDsgb1'])(
    'a method called %s is not counted, and that is said',
    async (name) => {
      const assessment = await changed('surefire.xml', (xml) => xml.replace(method, name));
      expect(assessment.verdict).toBe('not-ready');
      expect([...assessment.scenarios.keys()]).toEqual([]);
      const [first] = assessment.findings;
      expect(first?.kind).toBe('look-alike');
      expect(first?.message).toContain(`'DSGB1'`);
    },
  );

  it.each(['testDSGB1SimplifiedDeparture', 'dsgb1_simplified_departure', 'DSGB1SimplifiedDeparture'])(
    'a method called %s is counted',
    async (name) => {
      const assessment = await changed('surefire.xml', (xml) => xml.replace(method, name));
      expect(assessment).toSatisfy(isCleanlyReady);
    },
  );

  it('Surefire calls a parameterised test by its index: what it prints says which scenario it is', async () => {
    const indexed = (xml: string) => xml.replace(method, 'departure(String)[1]');
    expect((await changed('surefire.xml', indexed)).scenarios.size).toBe(0);
    const said = await changed('surefire.xml', (xml) => indexed(xml).replace('MRN=', 'scenario=DSGB1\nMRN='));
    expect(said).toSatisfy(isCleanlyReady);
  });

  it("a node:test with subtests is a suite, whose own diagnostics can't be assigned", async () => {
    const second = '<testsuite name="Arrivals"><testcase name="ASGB1: written off"/></testsuite>';
    const outer = (xml: string) =>
      xml.replace(
        /<testcase [^>]*\/>/,
        `<testsuite name="Outer"><testcase name="DSGB1: released"/></testsuite>${second}`,
      );
    const assessment = await changed('node-test.xml', outer);
    expect(departure(assessment).evidence.mrn).toBeUndefined();
    expect(problemsOf(assessment).map(({ kind }) => kind)).toContain('evidence');
  });

  it('Gradle without output per test: it belongs to the only scenario of the class', async () => {
    const assessment = await changed('gradle.xml', intoSuite);
    expect(assessment).toSatisfy(isCleanlyReady);
    expect(departure(assessment).evidence.mrn).toMatchObject({ value: mrn });
  });

  it('Gradle without output per test and with two scenarios in a class: whose it is must be printed', async () => {
    const other = '<testcase name="DNGB1_is_released" classname="DeparturesTest" time="0.1"/>\n  <system-out>';
    const withOther = (xml: string) => intoSuite(xml).replace('<system-out>', other);
    const silent = await changed('gradle.xml', withOther);
    expect(departure(silent).evidence.mrn).toBeUndefined();
    expect(problemsOf(silent)).toMatchObject([{ kind: 'evidence' }]);
    const said = await changed('gradle.xml', (xml) => withOther(xml).replace('MRN=', 'scenario=DSGB1\nMRN='));
    expect(departure(said).evidence).toMatchObject({ mrn: { value: mrn } });
    expect(told(said).filter(({ scenario }) => scenario !== 'DNGB1')).toEqual([]);
  });

  /** A report of the day before and one of today: of two runs. */
  const dayBefore = async (earlier: string, later: string): Promise<string> => {
    const workspace = freshFolder('recipes');
    const old = await readFile(path.join(fixtures, earlier), 'utf8');
    await writeFile(path.join(workspace, 'earlier.xml'), old.replaceAll('2026-11-22T', '2026-11-21T'));
    await writeFile(path.join(workspace, 'later.xml'), await readFile(path.join(fixtures, later)));
    return workspace;
  };

  it.each(['newman', 'bruno'])('%s without access fails, and passes again with the next good run', async (tool) => {
    const refused = `${tool}-refused.xml`;
    expect(departure(await checked(fixtures, [refused])).status).toBe('failed');
    const later = await checked(await dayBefore(refused, `${tool}.xml`), ['*.xml']);
    expect(later).toSatisfy(isCleanlyReady);
    expect(departure(later).status).toBe('passed');
  });

  it('a request that Bruno got no answer to fails, until the same request is run again', async () => {
    const down = 'bruno-down.xml';
    expect(departure(await checked(fixtures, [down])).status).toBe('failed');
    const workspace = await dayBefore(down, 'bruno.xml');
    expect(await checked(workspace, ['*.xml'])).toSatisfy(isCleanlyReady);
    const onlyOne = await readFile(path.join(fixtures, 'bruno.xml'), 'utf8');
    await writeFile(
      path.join(workspace, 'later.xml'),
      onlyOne.replace(/<testsuite name="01-[\s\S]*?<\/testsuite>/, ''),
    );
    expect(departure(await checked(workspace, ['*.xml'])).status).toBe('failed');
  });

  it('a failure that nobody can date stays beside a later pass, and says so', async () => {
    const both = await checked(fixtures, ['phpunit-refused.xml', 'phpunit.xml']);
    expect(departure(both).status).toBe('failed');
    expect(reasonsOf(both)).toMatchObject([{ kind: 'failed', place: { file: 'phpunit-refused.xml' } }]);
    expect(problemsOf(both).map(({ kind }) => kind)).toContain('conflict');
  });

  it("Cucumber's own report has no evidence", async () => {
    const assessment = await checked(fixtures, ['cucumber-js.xml']);
    expect(departure(assessment)).toMatchObject({ status: 'passed', evidence: { mrn: undefined } });
    expect(new Set(reasonsOf(assessment).map(({ kind }) => kind))).toEqual(new Set(['evidence']));
  });

  it("a failure in Cucumber's own report is not made good by the second one", async () => {
    const xml = await readFile(path.join(fixtures, 'cucumber-js.xml'), 'utf8');
    const workspace = freshFolder('recipes');
    const evidence = await readFile(path.join(fixtures, 'cucumber-js-evidence.xml'), 'utf8');
    await writeFile(path.join(workspace, 'evidence.xml'), evidence);
    await writeFile(
      path.join(workspace, 'own.xml'),
      xml.replace('<system-out>', '<failure message="no IE029"/><system-out>'),
    );
    expect(departure(await checked(workspace, ['*.xml'])).status).toBe('failed');
  });

  it('PHPUnit and node:test 20 tell no time: without those of the messages, the result is undated', async () => {
    for (const [report, line] of [
      ['phpunit.xml', /^IE\d{3}=.*\n/gm],
      ['node-test.xml', /^\t<!-- IE\d{3}=.*\n/gm],
    ] as const) {
      const assessment = await changed(report, (xml) => xml.replace(line, ''));
      expect(departure(assessment)).toMatchObject({ status: 'stale', undated: true });
    }
  });
});

/** What a case printed as what its suite did. */
function intoSuite(xml: string): string {
  const output = /<system-out>(?<text><!\[CDATA\[MRN=[\s\S]*?\]\]>)<\/system-out>/.exec(xml)?.groups?.['text'] ?? '';
  return xml
    .replace(output, '')
    .replace('<system-out></system-out>', '')
    .replace('<system-out><![CDATA[]]></system-out>', `<system-out>${output}</system-out>`);
}
