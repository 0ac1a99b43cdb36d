import { nextOf, remarksOf, scenarioRemarksOf, stepsOf } from '../assessment/steps.ts';
import { bySeverity, firstOf, type Finding } from '../finding.ts';
import {
  isSubmittable,
  type ApplicationAssessment,
  type Assessment,
  type RequirementStatus,
} from '../assessment/assessment.ts';
import { guardLine, oneLine } from '../text/escape.ts';
import { flowTitle } from '../requirements/scenario.ts';
import { type Paint, painter, type TerminalOptions, hanging, wrap } from '../text/plain-text.ts';
import {
  applicationLabel,
  consequencesText,
  moment,
  placeBeside,
  plural,
  sentenceOf,
  statusWord,
  timeLeft,
  verdictWord,
} from './words.ts';

export type { TerminalOptions };

/**
 * The verdict for a terminal or a log: verdict, what to do next, table of mandatory tests, what else was found. Ends with an end of line. Text of
 * reports carries no escape sequences, and no line is a workflow command.
 */
export function renderTerminal(assessment: Assessment, { colour, width }: TerminalOptions): string {
  const columns = Math.max(40, width);
  const paint = painter(colour);
  const blocks = [
    verdictLines(assessment, columns, paint),
    nextLines(assessment, columns, paint),
    ...assessment.applications.map((application) => applicationLines(assessment, application, columns, paint)),
    remarkLines(assessment, columns, paint),
  ].filter((lines) => lines.length > 0);
  return `${blocks.map((lines) => lines.map(guardLine).join('\n')).join('\n\n')}\n`;
}

function verdictLines(assessment: Assessment, columns: number, paint: Paint): readonly string[] {
  const { text } = verdictWord(assessment);
  const ready = assessment.expiringSoon || !isSubmittable(assessment) ? 'yellow' : 'green';
  const headline = `${assessment.programme.name}: ${text}`;
  const cases = assessment.files.reduce((sum, file) => sum + file.cases, 0);
  const read = `${plural(assessment.files.length, 'report')} with ${plural(cases, 'case')} read, as of ${moment(assessment, assessment.evaluatedAt)}`;
  return [
    ...wrap(headline, columns).map((line) =>
      paint(assessment.verdict === 'ready' ? ready : 'red', paint('bold', line)),
    ),
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
  const rows = [...application.requirements, ...application.alsoRequired].map((assessed) => {
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
  ];
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
  const steps = stepsOf(assessment);
  if (steps.length === 0) return [];
  return [
    paint('bold', 'What to do next'),
    ...steps.flatMap((step, index) => {
      const { finding, consequences } = step;
      const next = nextOf(steps, step);
      const number = `${index + 1}.`.padStart(3);
      const said = `${sentenceOf(assessment, finding)}${inBrackets(finding)}`;
      const brought = consequencesText(consequences);
      return [
        ...hanging(number, oneLine(said, 1000), 4, columns),
        ...(brought === undefined ? [] : hanging('', oneLine(brought, 1000), 4, columns)),
        ...(next === undefined ? [] : hanging('', `→ ${oneLine(next, 1000)}`, 4, columns)),
      ];
    }),
  ];
}

/** As many remarks as a screen holds; the JSON report has them all. */
const maxRemarks = 20;

const severityColours = { error: 'red', warning: 'yellow', notice: 'dim' } as const;

function remarkLines(assessment: Assessment, columns: number, paint: Paint): readonly string[] {
  const steps = stepsOf(assessment);
  const remarks = bySeverity([...remarksOf(assessment, steps), ...scenarioRemarksOf(assessment, steps)]);
  if (remarks.length === 0) return [];
  const { shown, more } = firstOf(remarks, maxRemarks);
  const lines = shown.flatMap((finding) => {
    const { severity, next } = finding;
    const said = `${sentenceOf(assessment, finding)}${inBrackets(finding)}${next === undefined ? '' : ` ${next}`}`;
    const [first = '', ...others] = hanging('', oneLine(said, 1000), 11, columns);
    return [`  ${paint(severityColours[severity], severity.padEnd(7))}  ${first.trimStart()}`, ...others];
  });
  return [
    paint('bold', 'Also found'),
    ...lines,
    ...(more > 0 ? [`  … and ${more} more; the JSON report and the summary list them.`] : []),
  ];
}

function inBrackets(finding: Finding): string {
  const place = placeBeside(finding);
  return place === undefined ? '' : ` (${oneLine(place, 200)})`;
}
