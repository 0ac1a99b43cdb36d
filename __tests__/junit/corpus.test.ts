import { placeInWords } from '../../src/finding.ts';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sharedDescribe, sharedPath } from '../harness/shared.ts';
import { read } from './reading.ts';

interface Truth {
  readonly file: string;
  readonly wellFormed: boolean;
  readonly cases: number;
  readonly failed: number;
  readonly skipped: number;
}

function isTruth(value: unknown): value is Truth {
  return typeof value === 'object' && value !== null && 'file' in value && 'cases' in value && 'skipped' in value;
}

/** The table counts `skipped` elements; these two say `status="disabled"` instead, which is not run either. */
const disabledByStatus: Readonly<Record<string, number>> = {
  'EnricoMi-publish-unit-test-result-action__python__test__files__junit-xml__tst__disabled.xml': 5,
  'mikepenz-action-junit-report__test_results__issues__testDisabled.xml': 10,
};

/** Well-formed, but no JUnit report. */
const foreign = ['non-junit.xml', 'reports__not-junit.xml'];

/**
 * Complete reports would not declare more than they list. These do: shortened by hand for somebody's tests, made up, or
 * (ibm.xml) not about tests. A complete report of an honest tool must never get onto this list.
 */
const declaringMore = [
  'no-cases-but-tests.xml',
  'corrupt-xml.xml',
  'TEST-test.MyIntegrationTestSuite.xml',
  'junit-with-message.xml',
  'junit-report-1233.xml',
  'junit-report-errror-details.xml',
  'ibm.xml',
  'multi-level.xml',
  'expectedRetries.xml',
  'test_10.xml',
  'inline-properties-suite-level.xml',
];

sharedDescribe('99 reports of other people', () => {
  it('are read exactly as they are: 99 of 99', async () => {
    const table: unknown = JSON.parse(readFileSync(sharedPath('junit', 'corpus', 'truth.json'), 'utf8'));
    const truths = Array.isArray(table) ? table.filter(isTruth) : [];
    expect(truths).toHaveLength(99);
    const found: string[] = [];
    for (const truth of truths) {
      const { file, results } = await read(readFileSync(sharedPath('junit', 'corpus', truth.file)), [4096]);
      const notRun = truth.skipped + (disabledByStatus[truth.file] ?? 0);
      const { file: name, cases, failed } = truth;
      const kind = foreign.some((end) => name.endsWith(end)) ? 'not-junit' : undefined;
      const seen = { name, cases: file.cases, failed: file.failed, notRun: file.notRun, problem: file.problem?.kind };
      // What stands before the break counts in a file that can't be read on; only that it is refused is sure.
      const expected = truth.wellFormed
        ? { name, cases, failed, notRun, problem: kind }
        : { ...seen, problem: 'unreadable' };
      expect(seen).toEqual(expected);
      if (results.some(({ declared }) => declared !== undefined)) found.push(name);
    }
    expect(found.filter((name) => !declaringMore.some((known) => name.endsWith(known)))).toEqual([]);
    expect(found).toHaveLength(declaringMore.length);
  });

  it('are refused with file, line and column when they are malformed', async () => {
    const places: Record<string, string> = {};
    for (const name of readdirSync(sharedPath('junit', 'corpus')).filter((file) => file.endsWith('.xml'))) {
      const { file } = await read(readFileSync(sharedPath('junit', 'corpus', name)));
      if (file.problem?.kind === 'unreadable') {
        places[name.replace(/.*__/, '')] = placeInWords(file.problem.place) ?? '';
      }
    }
    expect(places).toEqual({
      'non-xml.xml': 'results/report.xml:1:1',
      'corrupt-xml.xml': 'results/report.xml:11:22',
      'expectedRetries.xml': 'results/report.xml:9:59',
    });
  });
});
