import { assess } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import type { Attempt, OtherResult } from '../../src/matching/attempt.ts';
import { matchReport } from '../../src/matching/match.ts';
import { readReport } from '../../src/junit/read.ts';
import type { ReportFile } from '../../src/junit/report.ts';
import type { Finding } from '../../src/finding.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { CLOCK, settingsOf } from './checking.ts';

/** Software that needs DSGB1 or DSXI1 and nothing else. */
export function departuresOnly(): Promise<Settings> {
  return settingsOf('/nowhere', { flows: 'standard-departure' });
}

/** What `check` does with one report, from bytes in memory: for sweeps of thousands, which a disk would make slow. */
export function judgeBytes(bytes: Uint8Array, settings: Settings, cut = 65_536): Promise<Assessment> {
  return judgeReports([bytes], settings, cut);
}

export async function judgeReports(
  reports: readonly Uint8Array[],
  settings: Settings,
  cut = 65_536,
  now = CLOCK,
): Promise<Assessment> {
  const attempts: Attempt[] = [];
  const others: OtherResult[] = [];
  const files: ReportFile[] = [];
  const findings: Finding[] = [];
  let order = 0;
  for (const [index, bytes] of reports.entries()) {
    const path = `results/report${index === 0 ? '' : index}.xml`;
    const { programme, mapping } = settings;
    const { timeZone } = settings.clock;
    const matcher = matchReport({ programme, file: path, mapping, timeZone, nextOrder: () => ++order });
    const file = await readReport(pieces(bytes, cut), path, matcher.on);
    const matched = matcher.finish();
    files.push(file);
    attempts.push(...matched.attempts);
    others.push(...matched.others);
    findings.push(...(file.remarks ?? []), ...matched.findings);
  }
  return assess({ attempts, others, files, findings, settings }, now);
}

async function* pieces(bytes: Uint8Array, cut: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut);
}
