import type { Paragraph, Table } from 'docx';
import type {
  ApplicationAssessment,
  Assessment,
  CountedResult,
  ScenarioAssessment,
} from '../../assessment/assessment.ts';
import type { Attempt } from '../../matching/attempt.ts';
import type { Sourced } from '../../assessment/evidence/evidence.ts';
import type { Provenance, ReportFile } from '../../junit/report.ts';
import { formatUtc } from '../../time/format.ts';
import { type Cell, gap, heading, prose, table, type Text } from './parts.ts';

/** Rows of one table; more than that proves nothing more to a reader, and the JSON report has them all. */
const maxRows = 200;

/** Appendix B: which result, in which report, of which run, proves what the checklist says. */
export function sources(assessment: Assessment, application: ApplicationAssessment): (Paragraph | Table)[] {
  const proven = [...application.requirements, ...application.recommended].flatMap(({ status, scenario }) =>
    status === 'satisfied' && scenario !== undefined ? [scenario] : [],
  );
  const results = proven.flatMap((scenario) => scenario.counted.map((result) => ({ scenario, result })));
  const files = filesOf(assessment, proven);
  const intro = 'What the proven tests above rest on. Each report is identified by the SHA-256 hash of its bytes.';
  return [
    heading('Appendix B: where the evidence comes from', 1),
    prose(proven.length === 0 ? 'Nothing is proven yet.' : intro, proven.length > 0),
    ...(results.length === 0 ? [] : [resultTable(results.slice(0, maxRows)), gap()]),
    ...moreThan(results.length, 'results'),
    ...(proven.length === 0 ? [] : [prose('Identifiers and message times.', true), valueTable(proven), gap()]),
    ...(files.length === 0 ? [] : [prose('Reports.', true), fileTable(files.slice(0, maxRows))]),
    ...moreThan(files.length, 'reports'),
  ];
}

function resultTable(results: readonly { scenario: ScenarioAssessment; result: CountedResult }[]): Table {
  const rows = results.map(({ scenario, result: { attempt, time } }): Cell[] => [
    { text: scenario.scenario.id, bold: true },
    [
      { text: testName(attempt), max: 300 },
      { text: `${attempt.file}:${attempt.line}`, code: true, small: true, max: 300 },
      ...runLines(attempt.provenance),
    ],
    `${attempt.outcome}${attempt.flaky ? ' after retries' : ''}`,
    time === undefined ? 'no time' : formatUtc(time),
  ]);
  return table([12, 52, 14, 22], rows, { head: ['Scenario', 'Test and report', 'Outcome', 'Time'] });
}

/** Tools like to repeat the suite's name as the class's. */
function testName({ suites, className, name }: Attempt): string {
  const parts = [...suites, className, name];
  return parts.filter((part, index) => part !== '' && part !== parts[index - 1]).join(' › ');
}

function runLines(origin: Provenance | undefined): readonly Text[] {
  if (origin === undefined) return [];
  const { runId, runAttempt, runUrl, commit, branch, artifact } = origin;
  const attempt = runAttempt === undefined ? '' : `, attempt ${runAttempt}`;
  return [
    { text: `Workflow run ${runId}${attempt}`, small: true, href: runUrl },
    { text: `Commit ${commit} on ${branch}, artifact ${artifact}`, small: true, tone: 'quiet', max: 300 },
  ];
}

function valueTable(proven: readonly ScenarioAssessment[]): Table {
  const rows = proven.flatMap(({ scenario, evidence: { mrn, lrn, messages } }): Cell[][] => [
    ...(mrn === undefined ? [] : [valueRow(scenario.id, 'MRN', mrn.value, mrn)]),
    ...(lrn === undefined ? [] : [valueRow(scenario.id, 'LRN', lrn.value, lrn)]),
    ...[...messages]
      .toSorted(([, a], [, b]) => a.value - b.value)
      .map(([type, message]) => valueRow(scenario.id, type, formatUtc(message.value), message)),
  ]);
  const none: Cell[] = [{ text: 'none recorded', tone: 'open' }, '', '', ''];
  return table([12, 10, 38, 40], rows.length === 0 ? [none] : rows.slice(0, maxRows), {
    head: ['Scenario', 'What', 'Value', 'Found in'],
  });
}

function valueRow(
  scenario: string,
  what: string,
  value: string,
  { file, line, source, derived }: Sourced<unknown>,
): Cell[] {
  const how = {
    property: 'property',
    marker: 'property marker',
    line: 'line of output',
    comment: 'comment',
    name: 'name',
    'api-json': "the API's JSON",
    'message-xml': 'message XML',
  };
  return [
    { text: scenario, bold: true },
    what,
    { text: value, max: 60 },
    [
      { text: `${file}:${line}`, code: true, small: true, max: 300 },
      { text: `${derived ? 'read out of' : 'given as'} ${how[source]}`, small: true, tone: 'quiet', inline: true },
    ],
  ];
}

function fileTable(files: readonly ReportFile[]): Table {
  const rows = files.map(({ path, sha256, cases, provenance: origin }): Cell[] => [
    [
      { text: path, code: true, small: true, max: 300 },
      { text: `SHA-256 ${sha256 ?? 'not known'}`, code: true, small: true, tone: 'quiet' },
    ],
    String(cases),
    origin === undefined ? 'this run' : { text: `run ${origin.runId}`, href: origin.runUrl },
  ]);
  return table([68, 10, 22], rows, { head: ['Report', 'Cases', 'From'] });
}

/** The reports that hold a counted result of a proven scenario; the same path in two artifacts is two reports. */
function filesOf({ files }: Assessment, proven: readonly ScenarioAssessment[]): readonly ReportFile[] {
  const used = new Set(
    proven.flatMap(({ counted }) => counted.map(({ attempt }) => reportKey(attempt.file, attempt.provenance))),
  );
  return files.filter(({ path, provenance: origin }) => used.has(reportKey(path, origin)));
}

function reportKey(path: string, origin: Provenance | undefined): string {
  return JSON.stringify([path, origin?.artifactId ?? 0]);
}

function moreThan(count: number, what: string): readonly Paragraph[] {
  return count > maxRows ? [prose(`… and ${count - maxRows} more ${what}; the JSON report has them all.`)] : [];
}
