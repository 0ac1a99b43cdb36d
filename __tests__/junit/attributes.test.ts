import { describe, expect, it } from 'vitest';
import { read, suite } from './reading.ts';

async function caseWith(attributes: string) {
  return (await read(suite(`<testcase name="a" ${attributes}/>`))).results[0];
}

async function suiteWith(attributes: string) {
  return (await read(suite('<testcase name="a"/>', attributes))).results[0]?.suite;
}

describe('how long it took, in seconds', () => {
  it.each([
    ['2810', 2_810_000],
    ['0.5', 500],
    ['.25', 250],
    ['5.', 5000],
    ['1.125', 1125],
    [' 12 ', 12_000],
    ['1,234.5', 1_234_500],
    ['1,234', 1_234_000],
    ['12,345,678', 12_345_678_000],
  ])('%j', async (time, duration) => {
    expect((await caseWith(`time="${time}"`))?.duration).toBe(duration);
    expect((await suiteWith(`time="${time}"`))?.duration).toBe(duration);
  });

  it.each(['', ' ', '-1', '1,5', '1,2345', ',123', 'x,123', '1e3', '1.5s', 's1.5', 'x.5', '.5x', '.', '1.2.3', 'soon'])(
    '%j is none',
    async (time) => {
      expect(await caseWith(`time="${time}"`)).not.toHaveProperty('duration');
      expect(await suiteWith(`time="${time}"`)).not.toHaveProperty('duration');
    },
  );
});

describe('how many assertions a case made', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    [' 3 ', 3],
    ['123456789', 123_456_789],
  ])('%j', async (assertions, count) => {
    expect((await caseWith(`assertions="${assertions}"`))?.assertions).toBe(count);
  });

  it.each(['', ' ', 'many', '-1', '1.5', '2 of 3', 'x2', '2x', '1234567890'])('%j is none', async (assertions) => {
    expect(await caseWith(`assertions="${assertions}"`)).not.toHaveProperty('assertions');
  });
});

it('the file of a case is as its report writes it, and not there where it is blank', async () => {
  expect((await caseWith('file="/x/a.test.mjs"'))?.sourceFile).toBe('/x/a.test.mjs');
  for (const none of ['', 'file=""']) expect(await caseWith(none)).not.toHaveProperty('sourceFile');
});

describe('the host of a suite', () => {
  it('is told without the space around it, and not where it is blank', async () => {
    expect((await suiteWith('hostname=" ci-7 "'))?.host).toBe('ci-7');
    expect(await suiteWith('hostname=" "')).not.toHaveProperty('host');
  });
});

describe('the lines of a case', () => {
  it('are those of its start and end tags', async () => {
    const { results } = await read(
      suite('<testcase name="a">\n<system-out>x\n</system-out>\n</testcase>\n<testcase/>'),
    );
    expect(results.map(({ line, endLine }) => [line, endLine])).toEqual([
      [4, 7],
      [8, 8],
    ]);
  });
});

describe('what XML forbids and is read all the same', () => {
  const remarks = async (xml: string) => (await read(xml)).file.remarks;
  const next = 'If they are terminal colours, turn colours off in the test run.';

  it.each([
    ['\u001b', 'It contains a character that XML forbids, which was read as U+FFFD.'],
    ['\u001b \u0001', 'It contains 2 characters that XML forbids, the first of them here, which were read as U+FFFD.'],
  ])('%j', async (text, message) => {
    const place = { file: 'results/report.xml', line: 2, column: 26 };
    expect(await remarks(`<testsuite>\n<testcase name="a"/><!-- ${text} --></testsuite>`)).toEqual([
      { kind: 'unreadable', severity: 'notice', message, next, place: expect.objectContaining(place) as unknown },
    ]);
  });

  it('white space before the declaration', async () => {
    expect(await remarks(`\n${suite('<testcase name="a"/>')}`)).toEqual([
      {
        kind: 'unreadable',
        severity: 'notice',
        message: 'White space stands before its XML declaration, where XML allows none.',
        next: 'Have the test tool begin with the declaration.',
        place: { file: 'results/report.xml', line: 1, column: 1 },
      },
    ]);
  });
});
