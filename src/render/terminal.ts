import { bySeverity } from '../finding.ts';
import type { ApplicationAssessment, Assessment, RequirementStatus } from '../assessment/assessment.ts';
import { formatUtc } from '../time/format.ts';
import { guardLine, oneLine } from '../text/escape.ts';
import { flowTitle } from '../requirements/scenario.ts';
import { type Paint, painter, type TerminalOptions, wrap } from '../text/plain-text.ts';
import { applicationLabel, placeBeside, plural, statusWord, timeLeft, verdictWord } from './words.ts';

export type { TerminalOptions };

/**
 * The verdict for a terminal or a log: verdict, table of mandatory tests, next steps, problems. Ends with an end of line. Text of
 * reports carries no escape sequences, and no line is a workflow command.
 */
export function renderTerminal(assessment: Assessment, { colour, width }: TerminalOptions): string {
  const columns = Math.max(40, width);
  const paint = painter(colour);
  const blocks = [
    verdictLines(assessment, columns, paint),
    ...assessment.applications.map((application) => applicationLines(assessment, application, columns, paint)),
    nextLines(assessment, columns, paint),
    problemLines(assessment, columns, paint),
  ].filter((lines) => lines.length > 0);
  return `${blocks.map((lines) => lines.map(guardLine).join('\n')).join('\n\n')}\n`;
}

function verdictLines(assessment: Assessment, columns: number, paint: Paint): readonly string[] {
  const { text } = verdictWord(assessment);
  const ready = assessment.expiringSoon ? 'yellow' : 'green';
  const cases = assessment.files.reduce((sum, file) => sum + file.cases, 0);
  const read = `${plural(assessment.files.length, 'report')} with ${plural(cases, 'case')} read, as of ${formatUtc(assessment.evaluatedAt)}`;
  return [
    ...wrap(text, columns).map((line) => paint(assessment.verdict === 'ready' ? ready : 'red', paint('bold', line))),
    ...wrap(read, columns).map((line) => paint('dim', line)),
  ];
}

function applicationLines(
  assessment: Assessment,
  application: ApplicationAssessment,
  columns: number,
  paint: Paint,
): readonly string[] {
  const label = applicationLabel(assessment, application.name);
  const rows = application.requirements.map((assessed) => {
    const { requirement, scenario, status } = assessed;
    const mrn = scenario?.evidence.mrn?.value;
    const left =
      status === 'satisfied' && assessed.expiresAt !== undefined
        ? timeLeft(assessed.expiresAt, assessment.evaluatedAt)
        : '';
    const cells = [
      requirement.title,
      statusWord(assessed).text,
      scenario?.scenario.id ?? requirement.wanted,
      mrn === undefined ? '' : oneLine(mrn, 24),
      left,
    ];
    return { status, cells };
  });
  const widths = rows.reduce<readonly number[]>(
    (widest, { cells }) => cells.map((cell, index) => Math.max(cell.length, widest[index] ?? 0)),
    [],
  );
  const quiet = (text: string) => wrap(text, columns - 2).map((line) => `  ${paint('dim', line)}`);
  return [
    ...(label === undefined ? [] : [paint('bold', label)]),
    ...rows.map(({ status, cells }) => {
      const laidOut = cells
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .map((cell, index) => (index === 1 ? paint(statusColours[status], cell) : cell));
      return `  ${laidOut.join('  ').trimEnd()}`;
    }),
    ...quiet(oneLine(application.combinationBecause ?? '')),
    ...application.notRequired.flatMap(({ flow, why }) => quiet(`${flowTitle(flow)}: not required. ${oneLine(why)}`)),
    ...quiet(stillOpen(application)),
  ];
}

/** They don't make the verdict, but the form isn't whole without them; '' when there are none. */
function stillOpen({ unanswered }: ApplicationAssessment): string {
  const [first] = unanswered;
  if (first === undefined) return '';
  return `HMRC's form: ${plural(unanswered.length, 'question')} open, beginning with ${oneLine(first.key, 60)}. Answer them under answers in the configuration file.`;
}

const statusColours: Readonly<Record<RequirementStatus, 'green' | 'yellow' | 'red'>> = {
  satisfied: 'green',
  incomplete: 'red',
  stale: 'yellow',
  failed: 'red',
  'not-run': 'yellow',
  missing: 'red',
};

function nextLines(assessment: Assessment, columns: number, paint: Paint): readonly string[] {
  if (assessment.reasons.length === 0) return [];
  const steps = assessment.reasons.flatMap((reason, index) => {
    const { application, message, next } = reason;
    const label = application === undefined ? undefined : applicationLabel(assessment, application);
    const number = `${index + 1}.`.padStart(3);
    const [first = '', ...others] = wrap(
      oneLine(`${label === undefined ? '' : `${label}: `}${message}${inBrackets(reason)}`, 1000),
      columns - 4,
    );
    const todo = wrap(`→ ${oneLine(next ?? '', 1000)}`, columns - 4).map((text) => `    ${text}`);
    return [`${number} ${first}`, ...others.map((text) => `    ${text}`), ...todo];
  });
  return [paint('bold', 'What to do next'), ...steps];
}

/** As many problems as a screen holds; the JSON report has them all. */
const SHOWN = 20;

function problemLines({ problems }: Assessment, columns: number, paint: Paint): readonly string[] {
  if (problems.length === 0) return [];
  const severityColours = { error: 'red', warning: 'yellow', notice: 'dim' } as const;
  const lines = bySeverity(problems)
    .slice(0, SHOWN)
    .flatMap((problem) => {
      const { severity, message } = problem;
      const [first = '', ...others] = wrap(oneLine(`${message}${inBrackets(problem)}`, 1000), columns - 11);
      const mark = paint(severityColours[severity], severity.padEnd(7));
      return [`  ${mark}  ${first}`, ...others.map((text) => `           ${text}`)];
    });
  const left = problems.length - SHOWN;
  return [
    paint('bold', 'Problems'),
    ...lines,
    ...(left > 0 ? [`  … and ${left} more; the JSON report and the summary list them.`] : []),
  ];
}

function inBrackets(said: Parameters<typeof placeBeside>[0]): string {
  const place = placeBeside(said);
  return place === undefined ? '' : ` (${oneLine(place, 200)})`;
}
