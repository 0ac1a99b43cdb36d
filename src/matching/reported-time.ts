import type { TestResult } from '../junit/report.ts';
import { readTime } from '../time/read.ts';
import type { ReportedTime } from './attempt.ts';

/**
 * When the report says that a test ran: the timestamp of the case, else of the nearest suite, else of the root. The first
 * that is there decides, even when it can't be read: a kinder one further out would be a guess.
 *
 * @param timeZone IANA zone for times without an offset.
 */
export function reportedTime(result: TestResult<unknown>, timeZone: string): ReportedTime | undefined {
  if (result.timestamp !== undefined) return timeOf(result.timestamp, 'case', timeZone);
  for (let suite = result.suite; suite !== undefined; suite = suite.parent) {
    if (suite.timestamp !== undefined) {
      return timeOf(suite.timestamp, suite.parent === undefined ? 'root' : 'suite', timeZone);
    }
  }
  return undefined;
}

function timeOf(text: string, from: ReportedTime['from'], timeZone: string): ReportedTime {
  const read = readTime(text, timeZone);
  return { text, from, instant: read?.instant, assumedZone: read?.assumedZone ?? false };
}
