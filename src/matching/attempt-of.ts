import type { Provenance, TestResult } from '../junit/report.ts';
import type { Attempt } from './attempt.ts';
import { identityOf } from './identity.ts';
import { statementsInName } from '../statements/listener.ts';
import { reportedTime } from './reported-time.ts';
import { nothingStated, valuesOf, type Statements } from '../statements/statement.ts';

/** What holds for all results of one report. */
export interface ReportOptions {
  /** Path of the report as shown to people. */
  readonly file: string;
  readonly provenance?: Provenance;
  /** IANA zone for times without an offset. */
  readonly timeZone: string;
}

/** What matching found out about a result. */
type Found = Pick<Attempt, 'scenario' | 'matchedBy' | 'ambiguous' | 'suites' | 'order'>;

/** A result as an attempt at a scenario, with what it wrote and what its name says (all that newman and Bruno keep). */
export function attemptOf(
  result: TestResult<Statements>,
  found: Found,
  { file, provenance, timeZone }: ReportOptions,
): Attempt {
  const { className, name, outcome, flaky, declared, message, line } = result;
  const inName = declared === undefined ? statementsInName(name, line, { timeZone }) : [];
  const stated = result.notes ?? nothingStated;
  const statements = [...stated.statements, ...inName];
  const lrns = valuesOf(statements, 'lrn');
  const reported = reportedTime(result, timeZone);
  return {
    ...found,
    file,
    line,
    className,
    name,
    identity: identityOf({ suites: found.suites, className, name }, lrns),
    outcome,
    flaky,
    ...(declared === undefined ? {} : { declared }),
    ...(message === undefined ? {} : { message }),
    ...(reported === undefined ? {} : { reported }),
    statements,
    dropped: stated.dropped,
    ...(provenance === undefined ? {} : { provenance }),
  };
}
