import { matchReport, type MatchOptions } from '../../src/matching/match.ts';
import { readReport } from '../../src/junit/read.ts';
import { ncts5 } from '../../src/requirements/ncts5/ncts5.ts';

async function* oneChunk(xml: string) {
  yield Buffer.from(xml);
}

/** What matching makes of a report, `results/report.xml` of NCTS5 unless said otherwise, and the report as it was read. */
export async function matched(xml: string, options: Partial<MatchOptions> = {}) {
  let order = 0;
  const matcher = matchReport({
    programme: ncts5,
    file: 'results/report.xml',
    mapping: [],
    timeZone: 'UTC',
    nextOrder: () => ++order,
    ...options,
  });
  const file = await readReport(oneChunk(xml), 'results/report.xml', matcher.on);
  const { attempts, others, findings } = matcher.finish();
  // As if nothing superseded what can't be placed.
  const unplaced = others.flatMap(({ finding }) => finding ?? []);
  return { attempts, others, findings: [...unplaced, ...findings], file };
}
