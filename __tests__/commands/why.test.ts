import { describe, expect, it } from 'vitest';
import { runBuiltCli } from '../harness/cli.ts';
import { freshFolder, writeFiles } from '../harness/process.ts';

const older = `<testsuites>
<testsuite name="Departures" timestamp="2026-11-20T10:00:00Z" time="60">
  <testcase name="DSGB1: released" classname="transit.Departures">
    <failure message="timeout">
      of the release
    </failure>
  </testcase>
  <testcase name="starts up"/>

  <testcase name="DNGB3: amended">
    <properties><property name="scenario" value="DSGB1"/></properties>
  </testcase>
  <testcase name="DNGB1: as in DSGB8"><skipped message="no credentials"/></testcase>
</testsuite>
</testsuites>
`;
const later = `<testsuite name="Departures" timestamp="2026-11-24T10:00:00Z" time="60">
  <testcase name="DSGB1: released" classname="transit.Departures"/>
  <testcase name=""><failure message="could not clean up"/></testcase>
</testsuite>
`;
const settings = ['--results', 'results/*.xml', '--flows', 'standard-departure', '--procedures', 'simplified'];
const flags = [...settings, '--as-of', '2026-11-25'];

async function project(): Promise<string> {
  const folder = freshFolder('why');
  await writeFiles(folder, { 'results/older.xml': older, 'results/later.xml': later, 'elsewhere/older.xml': older });
  return folder;
}

async function why(place: string, more: readonly string[] = flags) {
  return runBuiltCli(['explain', '--why', place, ...more], await project());
}

describe('explain --why', () => {
  it.each([
    ['superseded', 'results/older.xml:3'],
    ['no-scenario', 'results/older.xml:8'],
    ['places-disagree', 'results/older.xml:11'],
    ['not-run', 'results/older.xml:13'],
    ['counts', 'results/later.xml:2'],
    ['no-name', 'results/later.xml:3'],
  ])('is as reviewed: %s', async (name, place) => {
    const { exitCode, stdout, stderr } = await why(place);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot(`../golden/commands/why/${name}.txt`);
  });

  it('finds a test by any of its lines, and reads a column as well', async () => {
    const { stdout } = await why('results/older.xml:3');
    for (const place of ['results/older.xml:5', 'results/older.xml:7', 'results/older.xml:3:7']) {
      expect((await why(place)).stdout).toBe(stdout);
    }
  });

  it.each([
    [
      'results/older.xml:9',
      "Line 9 of results/older.xml has no test case. Nearest: 'starts up' (--why results/older.xml:8) and 'DNGB3: amended' (--why results/older.xml:10).",
    ],
    [
      'results/older.xml:400',
      "Line 400 of results/older.xml has no test case. Nearest: 'DNGB1: as in DSGB8' (--why results/older.xml:13).",
    ],
    [
      'results/oldr.xml:3',
      "There is no report 'results/oldr.xml'. Give the path of a report as the summary shows it. Near it: results/older.xml.",
    ],
    [
      'elsewhere/older.xml:3',
      "'elsewhere/older.xml' is there, but is none of the 2 reports that results names (results/*.xml), so nothing in it counts. Have results name it. Near it: results/older.xml.",
    ],
  ])('says what is near where there is no test: %s', async (place, message) => {
    expect(await why(place)).toMatchObject({ exitCode: 2, stdout: '', stderr: `${message}\n` });
  });

  it('needs no settings where there is no configuration', async () => {
    const { exitCode, stdout } = await why('elsewhere/older.xml:3', []);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('It counts against DSGB1, because its name says DSGB1.');
  });

  it.each([
    [['--why'], 'flag --why: needs a value.'],
    [['--why', 'results/older.xml'], "flag --why: 'results/older.xml' names no line."],
    [['--why', 'results/older.xml:0'], "flag --why: 'results/older.xml:0' names no line."],
    [['DSGB1', '--why', 'results/older.xml:3'], 'flag --why: is asked beside DSGB1. Ask one by one.'],
    [['DSGB1', '--results', 'results/*.xml'], 'flag --results: says something of a check only.'],
    [['--why', 'results/older.xml:3', '--max-age-days', '99'], 'flag --max-age-days'],
  ])('refuses %j', async (args, message) => {
    const { exitCode, stdout, stderr } = await runBuiltCli(['explain', ...args], await project());
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it.each([
    ['a test without a number', 'starts up', "('P6-DSGB-01: …')"],
    ['what only looks like a number', 'P6-DSGB-99: x', 'Lead with the number and a colon'],
  ])('gives an example of the programme that is checked: %s', async (_, name, next) => {
    const folder = freshFolder('why');
    await writeFiles(folder, { 'r.xml': `<testsuite>\n<testcase name="${name}"><failure/></testcase></testsuite>` });
    const args = ['explain', '--why', 'r.xml:2', '--programme', 'ncts6'];
    const { exitCode, stdout } = await runBuiltCli(args, folder);
    expect(exitCode).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(next);
    // A number of NCTS5 would be no help.
    expect(stdout).not.toMatch(/(?<![-\w])[DAPW][A-Z](?:GB|XI)\d/);
  });

  it('says where a report breaks off, and lets nothing hostile through to the terminal', async () => {
    const folder = freshFolder('why');
    const hostile = `<testsuite name="s\u202E">\n<testcase name="DSGB1: x&#10;::error::y"><failure message="&#10;::add-mask::z"/></testcase>\n<testcase name="a"`;
    await writeFiles(folder, { 'r.xml': hostile });
    const { exitCode, stdout } = await runBuiltCli(['explain', '--why', 'r.xml:2'], folder);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/The report could not be read as a whole: The file ends inside/);
    expect(stdout).not.toMatch(/^\s*::|\u202E/m);
  });
});
