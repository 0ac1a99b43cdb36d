import path from 'node:path';
import { assess, type AssessmentInput } from './assessment/assess.ts';
import type { Assessment, CountedResult, ScenarioAssessment } from './assessment/assessment.ts';
import { readReports } from './check.ts';
import { existing } from './files.ts';
import type { Finding } from './finding.ts';
import { readReportFile } from './junit/read.ts';
import type { TestResult } from './junit/report.ts';
import type { ListedResult } from './matching/attempt.ts';
import {
  decisionInWords,
  giveNumber,
  namesNone,
  standingOfAmbiguous,
  startOf,
  nextFor,
  whyConcerned,
  type Decided,
} from './matching/standing.ts';
import { nearestOf } from './settings/nearest.ts';
import type { Settings } from './settings/settings.ts';
import type { Instant } from './time/instant.ts';

/** A line of a report, as it was asked for. */
interface AskedPlace {
  /** Absolute path. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

/** A case of a report, or what a suite says of itself beyond its cases. */
type Found = Pick<TestResult<unknown>, 'name' | 'className' | 'outcome' | 'message' | 'line' | 'endLine'> & {
  readonly suites: readonly string[];
};

/** What became of a result at one scenario. */
export interface AtScenario {
  readonly scenario: ScenarioAssessment | undefined;
  /** By which place it concerns the scenario, a clause; undefined where the reason says it. */
  readonly concerned: string | undefined;
  /** What became of it and why; to follow its name. */
  readonly reason: string;
  /** What would change that, a sentence or two. */
  readonly next: string | undefined;
  /** From when on its age counts; undefined unless it passed and counts. */
  readonly age: Pick<CountedResult, 'time' | 'timeFrom'> | undefined;
}

/** What became of one result. */
export interface Why {
  readonly assessment: Assessment;
  /** Path of its report as it is shown everywhere. */
  readonly file: string;
  readonly found: Found;
  /** When it began, as far as it tells. */
  readonly began: Instant | undefined;
  /** At each scenario that it concerns; one entry without a scenario where it concerns none. */
  readonly decisions: readonly AtScenario[];
  /** Where the report as a whole can't be relied on. */
  readonly problem: Finding | undefined;
}

/** Why nothing can be said: what is wrong, and what is near. */
export interface NotFound {
  readonly message: string;
  readonly next: string;
}

/**
 * Checks as usual, and says what became of the result at a line of a report.
 *
 * @param now The clock, UTC.
 */
export async function whyAt(
  settings: Settings,
  asked: AskedPlace,
  now: Instant,
  progress: (line: string) => void,
): Promise<Why | NotFound> {
  const input = await readReports(settings, { now, progress });
  const assessment = assess(input, now);
  const report = input.files.find(({ path: shown }) => path.resolve(settings.workspace, shown) === asked.file);
  if (report === undefined) return noReport(settings, asked, assessment);
  const cases = await casesOf(report.path, settings.workspace);
  const found = cases.findLast(({ line, endLine = line }) => line <= asked.line && asked.line <= endLine);
  if (found === undefined) return noCase(report.path, asked.line, cases);
  const is = ({ file, line, name }: ListedResult): boolean =>
    file === report.path && line === found.line && name === found.name;
  const scenarios = assessment.perScope ?? [...assessment.scenarios.values()];
  const decisions = scenarios.flatMap((scenario) => decisionsAt(scenario, is));
  return {
    assessment,
    file: report.path,
    found,
    began: startOf(input.attempts.find(is) ?? { reported: undefined, statements: [] }),
    decisions: decisions.length > 0 ? decisions : [ofNone(assessment, input, is)],
    problem: report.problem,
  };
}

function decisionsAt(scenario: ScenarioAssessment, is: (result: ListedResult) => boolean): readonly AtScenario[] {
  const { counted, setAside = [] } = scenario;
  return [
    ...counted
      .filter(({ attempt }) => is(attempt))
      .map(({ attempt, time, timeFrom }) => {
        const age = attempt.outcome === 'passed' ? { time, timeFrom } : undefined;
        return { ...atScenario({ attempt, standing: { is: 'counts' } }), scenario, age };
      }),
    ...setAside.filter(({ attempt }) => is(attempt)).map((one) => ({ ...atScenario(one), scenario })),
  ];
}

function atScenario(decided: Decided): Omit<AtScenario, 'scenario'> {
  const { attempt, standing } = decided;
  const isPlaced = standing.is === 'superseded' || standing.is === 'too-old';
  return {
    concerned: isPlaced ? whyConcerned(attempt) : undefined,
    reason: decisionInWords(decided),
    next: nextFor(decided),
    age: undefined,
  };
}

function ofNone(
  assessment: Assessment,
  { attempts }: Pick<AssessmentInput, 'attempts'>,
  is: (result: ListedResult) => boolean,
): AtScenario {
  const known = assessment.ofNone?.find(({ result }) => is(result));
  const attempt = attempts.find(is);
  const shared = { scenario: undefined, concerned: undefined, age: undefined };
  if (known !== undefined) return { ...shared, reason: known.because, next: known.next };
  if (attempt === undefined) {
    return { ...shared, reason: `counts for none, because ${namesNone}`, next: giveNumber(assessment.programme) };
  }
  // A scenario that is only mentioned has no entry of its own.
  if (attempt.ambiguous) return { ...shared, ...atScenario({ attempt, standing: standingOfAmbiguous(attempt) }) };
  return {
    ...shared,
    reason: `counts for none, because it is a result of ${attempt.scenario} that no application takes for its own`,
    next: 'Have one of the applications in the configuration file claim it.',
  };
}

async function casesOf(report: string, workspace: string): Promise<readonly Found[]> {
  const cases: Found[] = [];
  const nobody = { property: ignore, text: ignore, endOfText: ignore, comment: ignore, finish: ignore };
  await readReportFile<void>(report, workspace, {
    listen: () => nobody,
    result: ({ suite, ...rest }) => {
      const suites: string[] = [];
      for (let around = suite; around !== undefined; around = around.parent) {
        if (around.name.trim() !== '') suites.unshift(around.name);
      }
      cases.push({ ...rest, suites });
    },
  });
  return cases.toSorted((a, b) => a.line - b.line);
}

function ignore(): void {}

async function noReport(
  { workspace, results }: Settings,
  { file }: AskedPlace,
  { files }: Assessment,
): Promise<NotFound> {
  const shown = path.relative(workspace, file).split(path.sep).join('/');
  const all = files.map((report) => report.path);
  const same = all.filter((one) => path.basename(one) === path.basename(file)).slice(0, 3);
  const near = same.length > 0 ? same : nearestOf(shown, all, 3);
  const isThere = (await existing([file])).length > 0;
  const what = isThere
    ? `'${shown}' is there, but is none of the ${files.length} reports that results names (${results.join(', ')}), so nothing in it counts.`
    : `There is no report '${shown}'.`;
  const next = isThere ? 'Have results name it.' : 'Give the path of a report as the summary shows it.';
  return { message: what, next: near.length === 0 ? next : `${next} Near it: ${near.join(', ')}.` };
}

function noCase(file: string, line: number, cases: readonly Found[]): NotFound {
  const before = cases.findLast((one) => one.line < line);
  const after = cases.find((one) => one.line > line);
  const near = [before, after].filter((one) => one !== undefined);
  const message = `Line ${line} of ${file} has no test case.`;
  if (near.length === 0) return { message, next: 'The report lists none at all.' };
  const named = near.map((one) => `'${one.name || one.className}' (--why ${file}:${one.line})`);
  return { message, next: `Nearest: ${named.join(' and ')}.` };
}
