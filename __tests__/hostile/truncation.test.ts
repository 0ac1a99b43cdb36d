import type { Finding } from '../../src/finding.ts';
import { describe, expect, it } from 'vitest';
import { reasonsOf } from '../../src/assessment/assessment.ts';
import { buildReport, TESTED } from '../harness/reports.ts';
import { departuresOnly, judgeBytes } from './judging.ts';

/** Every kind of markup that tools write, and characters of two, three and four bytes. */
const varied = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE testsuites><!-- é -->
<testsuites name='t' tests="1"><testsuite name="Zürich → 🚛" tests="1" failures="0" timestamp="${TESTED}">
<properties><property name="a" value="b &amp; c"/></properties>
<testcase name="[DSGB1] is released"><system-out><![CDATA[MRN ]] > x]]>&#x41;</system-out></testcase>
<testcase name="[DSGB1] again" timestamp="${TESTED}"/></testsuite></testsuites>
<!-- end -->
`;

const reports: readonly (readonly [string, Buffer, number])[] = [
  ['UTF-8', Buffer.from(varied), 1],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${varied}`), 1],
  ['UTF-16', Buffer.from(`\ufeff${varied.replace('UTF-8', 'UTF-16')}`, 'utf16le'), 2],
  ['UTF-16 the other way round', Buffer.from(`\ufeff${varied.replace('UTF-8', 'UTF-16')}`, 'utf16le').swap16(), 2],
  ['as a careful team writes it', Buffer.from(buildReport(['DSGB1'])), 1],
];

describe('a report that makes ready, cut off at every byte', () => {
  it.each(reports)('is never ready unless it is whole: %s', async (_, report, width) => {
    const settings = await departuresOnly();
    const whole = await judgeBytes(report, settings);
    expect(reasonsOf(whole)).toEqual([]);
    // What is left out may be white space and whole comments, nothing else.
    const endOfRoot = report.lastIndexOf(textBytes('</testsuites>', report)) + '</testsuites>'.length * width;
    const comment = report.indexOf(textBytes('<!--', report), endOfRoot);
    for (let length = 0; length < report.length; length++) {
      const inComment = comment !== -1 && length > comment && length < comment + '<!-- end -->'.length * width;
      const isWhole = length >= endOfRoot && !inComment && length % width === 0;
      const assessment = await judgeBytes(report.subarray(0, length), settings);
      const { verdict } = assessment;
      const reasons = reasonsOf(assessment);
      if (isWhole !== (verdict === 'ready') || (!isWhole && !named(reasons))) {
        expect({ length, verdict, reasons }).toEqual({});
      }
    }
  });
});

function textBytes(text: string, report: Buffer): Buffer {
  const [first, second] = report;
  if (first === 0xff && second === 0xfe) return Buffer.from(text, 'utf16le');
  return first === 0xfe && second === 0xff ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text);
}

function named(reasons: readonly Finding[]): boolean {
  return reasons.some(({ place }) => place?.file === 'results/report.xml');
}
