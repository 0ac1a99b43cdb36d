import type { Assessment } from './assessment/assessment.ts';
import { assess } from './assessment/assess.ts';
import { readReports, type CheckOptions } from './check.ts';
import { makeBadge, makeDocuments, readTemplate, shownDocuments, writeOptions, type Document } from './documents.ts';
import { fileAt, shownPath, writeFiles, type OutputFile } from './files.ts';
import type { Finding } from './finding.ts';
import { renderJUnit } from './render/junit.ts';
import { renderReport } from './render/report.ts';
import { type Artifact, renderSummary, type SummaryContext } from './render/summary.ts';
import type { Settings } from './settings/settings.ts';
import { plural } from './text/wording.ts';
import type { Instant } from './time/instant.ts';
import type { Checked } from './verify.ts';

/** Where a run takes place: a step of a workflow, or a terminal. */
export interface Host {
  /** Told one line of the log. */
  readonly log: (line: string) => void;
  /** Told how far a reading has got that takes its time, one line every few seconds. */
  readonly progress: (line: string) => void;
  /** Does work whose lines of the log belong together. */
  readonly group: <Result>(title: string, work: () => Promise<Result>) => Promise<Result>;
  /** Fetches reports of earlier runs; undefined where there are none to be had. */
  readonly earlier: (settings: Settings) => Promise<CheckOptions['earlier']>;
  /** Keeps documents beside the run. */
  readonly upload: (documents: readonly Document[], settings: Settings) => Promise<Uploads>;
}

export interface Uploads {
  /** By the documents' places; undefined where one was not uploaded. */
  readonly artifacts: readonly (Artifact | undefined)[];
  readonly findings: readonly Finding[];
}

/** What came of a run. */
export interface Outcome {
  readonly settings: Settings;
  /** With everything that there is to say of the run, documents and files included. */
  readonly assessment: Assessment;
  /** What was judged, before documents and files came up. */
  readonly checked: Checked;
  readonly shown: SummaryContext;
  /** Files written, as they are shown: relative to the workspace where they lie in it. */
  readonly written: readonly string[];
  /** Path of the JSON report, as it is shown; undefined where none was written. */
  readonly report: string | undefined;
}

/**
 * The one sequence of the action and the command: form → earlier results → check → documents → files. What is wrong comes
 * out in the assessment; nothing here throws for what a user can put right.
 *
 * @param now The clock, UTC.
 */
export async function run(settings: Settings, host: Host, now: Instant): Promise<Outcome> {
  const template = await readTemplate(settings);
  const earlier = await host.earlier(settings);
  const input = await host.group('Reading reports', async () => {
    const read = await readReports(settings, { now, earlier, form: template?.form, progress: host.progress });
    for (const line of reportLines(read)) {
      host.log(line);
    }
    return read;
  });
  const assessed = assess(input, now);
  const documents = await makeDocuments(assessed, settings, template);
  const uploads = await host.upload(documents.files, settings);
  const assessment = withFindings(assessed, [...documents.findings, ...uploads.findings]);
  const shown = {
    title: settings.publish.name,
    documents: shownDocuments(documents.files, uploads.artifacts, settings.workspace),
  };
  const options = writeOptions(settings, assessment, documents);
  const files = [...documents.files, ...views(assessment, settings, shown), ...(await makeBadge(assessment, settings))];
  const first = await writeFiles(files, options);
  const complete = withFindings(assessment, first.findings);
  // What says how the run went must not say less than what is known in the end.
  const again = first.findings.length === 0 ? first : await writeFiles(views(complete, settings, shown), options);
  const report =
    settings.output.report === undefined ? undefined : shownPath(settings.output.report, settings.workspace);
  return {
    settings,
    assessment: complete,
    checked: { input, assessment: assessed, now },
    shown,
    written: first.written,
    report: report !== undefined && again.written.includes(report) ? report : undefined,
  };
}

/** The files that say how the run went. */
function views(assessment: Assessment, { output }: Settings, shown: SummaryContext): readonly OutputFile[] {
  return [
    ...fileAt(output.report, () => renderReport(assessment, shown)),
    ...fileAt(output.junit, () => renderJUnit(assessment)),
    ...fileAt(output.summary, () => renderSummary(assessment, shown)),
  ];
}

function withFindings(assessment: Assessment, findings: readonly Finding[]): Assessment {
  return findings.length === 0 ? assessment : { ...assessment, findings: [...assessment.findings, ...findings] };
}

/** The log lists so many reports; the JSON report has them all. */
const maxReports = 50;

function reportLines({ files }: Pick<Assessment, 'files'>): readonly string[] {
  const lines = files.slice(0, maxReports).map(({ path, cases, failed, notRun, problem }) => {
    const counts = [plural(cases, 'case'), `${failed} failed`, `${notRun} not run`].join(', ');
    return `${path}: ${problem === undefined ? counts : problem.message}`;
  });
  const more = files.length - lines.length;
  return more > 0 ? [...lines, `… and ${plural(more, 'more report')}`] : lines;
}
