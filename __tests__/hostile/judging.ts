import { assess } from '../../src/assessment/assess.ts';
import type { Assessment } from '../../src/assessment/assessment.ts';
import { matchReport } from '../../src/evidence/match.ts';
import { readReport } from '../../src/junit/read.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { CLOCK, settingsOf } from './checking.ts';

/** Software that needs DSGB1 or DSXI1 and nothing else. */
export function departuresOnly(): Promise<Settings> {
  return settingsOf('/nowhere', { flows: 'standard-departure' });
}

/** What `check` does with one report, from bytes in memory: for sweeps of thousands, which a disk would make slow. */
export async function judgeBytes(bytes: Uint8Array, settings: Settings, cut = 65_536): Promise<Assessment> {
  const path = 'results/report.xml';
  let order = 0;
  const matcher = matchReport({
    file: path,
    mapping: settings.mapping,
    timeZone: settings.clock.timeZone,
    nextOrder: () => ++order,
  });
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut);
  }
  const file = await readReport(pieces(), path, matcher.on);
  const { attempts, problems } = matcher.finish();
  return assess(
    { attempts, files: [file], problems: [...(file.remarks ?? []), ...problems], nothingFound: undefined, settings },
    CLOCK,
  );
}
