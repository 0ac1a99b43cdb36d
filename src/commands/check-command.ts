import path from 'node:path';
import { check } from '../check.ts';
import { makeBadge, makeDocuments, shownChecklists, writeOptions } from '../documents.ts';
import { existing, fileAt, writeFiles } from '../files.ts';
import { renderReport } from '../render/report.ts';
import { renderSummary } from '../render/summary.ts';
import { renderTerminal } from '../render/terminal.ts';
import { type Complaint, formatComplaints } from '../settings/complaint.ts';
import { defaultConfiguration } from '../settings/load-configuration.ts';
import { readSettings } from '../settings/read.ts';
import type { Instant } from '../time/instant.ts';
import { appearance, exitCodes, note, program, refuse, say } from './console.ts';

/**
 * The check on a laptop: settings → check → documents and files → verdict.
 *
 * @param values Of the flags, by the names of settings.
 * @param mistyped What is wrong with the flags themselves: it doesn't hide the other mistakes.
 * @param now The clock, UTC.
 * @returns The exit code.
 */
export async function checkAndWrite(
  values: Readonly<Record<string, string>>,
  mistyped: readonly Complaint[],
  workspace: string,
  now: Instant,
): Promise<number> {
  const read = await readSettings({ values, spokenAs: 'flag', workspace, now });
  const complaints = [...mistyped, ...('complaints' in read ? read.complaints : [])];
  if ('complaints' in read || complaints.length > 0) {
    return refuse(`${formatComplaints(complaints)}${await wayIn(values, workspace)}`);
  }
  const { settings } = read;
  const { output } = settings;
  for (const remark of settings.remarks) note(remark);
  const assessment = await check(settings, { now, progress: note });
  const documents = await makeDocuments(assessment, settings);
  const shown = { checklists: shownChecklists(documents.files, workspace) };
  const files = [
    ...documents.files,
    ...fileAt(output.report, () => renderReport(assessment, shown)),
    ...fileAt(output.summary, () => renderSummary(assessment, shown)),
    ...(await makeBadge(assessment, settings)),
  ];
  const { written, problems: unwritten } = await writeFiles(files, writeOptions(settings, assessment, documents));
  say(renderTerminal(assessment, appearance()));
  if (written.length > 0) say(`\nWritten: ${written.join(', ')}\n`);
  for (const { message } of [...documents.problems, ...unwritten]) note(message);

  if (assessment.files.length === 0) return exitCodes.unusable;
  if (assessment.fatal.length > 0) return exitCodes.notReady;
  // Ready, but a file that was asked for is not there: whoever goes on from here mustn't find an old one in its place.
  const lacking = unwritten.length > 0 || documents.problems.some(({ severity }) => severity === 'error');
  return lacking ? exitCodes.unusable : exitCodes.done;
}

/** For whoever comes without any settings: what to begin with. */
async function wayIn(values: Readonly<Record<string, string>>, workspace: string): Promise<string> {
  if (Object.keys(values).length > 0) return '';
  if ((await existing([path.join(workspace, defaultConfiguration)])).length > 0) return '';
  return `\nThere is no ${defaultConfiguration} in this folder: '${program()} init' asks what it needs to know and writes it.`;
}
