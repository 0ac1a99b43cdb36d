import { assess } from '../src/assessment/assess.ts';
import type { Assessment } from '../src/assessment/assessment.ts';
import { readReports, type CheckOptions } from '../src/check.ts';
import type { Settings } from '../src/settings/settings.ts';

/** Reports to verdict, as the action and the command do it. */
export async function check(settings: Settings, options: CheckOptions): Promise<Assessment> {
  return assess(await readReports(settings, options), options.now);
}
